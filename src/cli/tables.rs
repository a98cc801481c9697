//! What `viche group` and `viche suggest` have in common: the file with the texts, other texts to learn from, and the
//! file that comes out. What they say goes to the error stream, since the output is the file.

use std::io::{ErrorKind, Write, stdout};

use super::args::Texts;
use super::import::bad_rows;
use super::say::{self, Fail, Notes};
use crate::exchange::requests::{self, BadRow};
use crate::exchange::separator::Separator;
use crate::exchange::table::Table;
use crate::kit::job::Bad;
use crate::runtime::problem::bad_row;
use crate::runtime::{Problem, tables};
use crate::text::Clean;
use crate::words::{Args, Phrase, Words};

/// Most record numbers in a sentence.
const RECORDS_SHOWN_MAX: usize = 12;

/// The whole file of this path.
pub(super) fn open(path: &str, words: &Words) -> Result<Vec<u8>, Fail> {
    tables::read(path, words).map_err(|problem| Fail::new(&problem, words))
}

/// The file whose rows get new columns.
pub(super) struct Input<'a> {
    /// What it is called in a sentence.
    pub file: Clean,
    /// The file itself.
    pub table: Table<'a>,
    /// The name of the column with the texts, or its number where it has no name: how other files call it too.
    pub column: String,
    /// A text for each row; empty where there is none.
    pub texts: Vec<Clean>,
}

impl<'a> Input<'a> {
    /// Reads `bytes` as what was asked for, and notes how they were read.
    pub fn read(bytes: &'a [u8], asked: &Texts, notes: &mut Notes<'_>) -> Result<Self, Fail> {
        let words = notes.words;
        let file = tables::name(&asked.file, words);
        let fail = |problem: requests::Problem| Fail::new(&tables::problem(&problem, &file, words), words);
        let column = asked.column.as_deref();
        let table = Table::read(bytes, column.as_slice()).map_err(fail)?;
        let place = table.text_column(column).map_err(fail)?;
        let name = table.headers().get(place).map(Clean::to_string).filter(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| (place + 1).to_string());
        let texts = table.texts(place);
        if texts.iter().all(Clean::is_empty) {
            let problem = tables::no_column("problem-table-no-text", &name, table.headers(), &file, words);
            return Err(Fail::listing(&problem, unread_lines(&table.odd().unread, words), words));
        }
        let input = Self { file, table, column: name, texts };
        input.tell(column.is_none(), notes);
        Ok(input)
    }

    /// The rows that have a text, with it.
    pub fn told(&self) -> impl Iterator<Item = (usize, &str)> {
        let rows = self.texts.iter().map(Clean::as_str).enumerate();
        rows.filter(|(_, text)| !text.is_empty())
    }

    /// Names of new columns; one that the file has already gets a number behind it, which is said.
    pub fn free_names<const N: usize>(&self, wanted: [String; N], notes: &mut Notes<'_>) -> [String; N] {
        wanted.map(|wanted| {
            let name = self.table.free_name(&wanted);
            if name != wanted {
                let args = Args::new().with("file", &self.file).with("wanted", wanted).with("name", &*name);
                notes.tell("cli-table-renamed", args);
            }
            name
        })
    }

    /// Writes the file with the new columns, at once.
    pub fn put<const N: usize>(
        &self,
        names: &[String; N],
        cells: impl Fn(usize) -> [String; N],
        words: &Words,
    ) -> Result<(), Fail> {
        let written = self.table.with_columns(names, cells);
        if written.lost_count > 0 {
            let args = Args::new().with("chars", written.lost_count).with("encoding", self.table.encoding());
            say::note(&words.tell("cli-table-lost", args));
        }
        let mut stream = stdout().lock();
        let outcome = stream.write_all(&written.bytes).and_then(|()| stream.flush());
        match outcome {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                let why = Clean::new(&error.to_string());
                let problem =
                    Problem::new(words, "problem-table-unwritten", || Args::new().with("why", &why));
                Err(Fail::new(&problem, words))
            }
            Ok(()) | Err(_) => Ok(()),
        }
    }

    fn tell(&self, guessed: bool, notes: &mut Notes<'_>) {
        let words = notes.words;
        let separator = match self.table.separator() {
            Separator::Comma => words.say("requests-separator-comma"),
            Separator::Semicolon => words.say("requests-separator-semicolon"),
            Separator::Tab => words.say("requests-separator-tab"),
        };
        let args = Args::new().with("file", &self.file).with("rows", self.table.rows());
        let args = args.with("encoding", self.table.encoding()).with("separator", &separator);
        notes.tell("cli-table-read", args);
        let id = if guessed { "cli-table-column-found" } else { "cli-table-column" };
        notes.tell(id, Args::new().with("column", &*self.column));
        let odd = self.table.odd();
        tell_unread("cli-table-stands", &odd.unread, &self.file, notes);
        tell_records("cli-table-short", &odd.short, notes);
        tell_records("cli-table-long", &odd.long, notes);
        let silent = self.texts.iter().filter(|text| text.is_empty()).count() - odd.unread.len();
        if silent > 0 {
            notes.tell("cli-table-silent", Args::new().with("rows", silent));
        }
    }
}

/// Reads texts to learn words from, and notes how many there are.
pub(super) fn pile(paths: &[String], column: &str, notes: &mut Notes<'_>) -> Result<Vec<Clean>, Fail> {
    let words = notes.words;
    let mut pile = Vec::new();
    for path in paths {
        let bytes = open(path, words)?;
        let (table, file) = other(path, &bytes, &[column], words)?;
        let place = place_of(&table, column, "problem-table-no-column", &file, words)?;
        tell_unread("cli-table-left-out", &table.odd().unread, &file, notes);
        let before = pile.len();
        pile.extend(table.texts(place).into_iter().filter(|text| !text.is_empty()));
        let args = Args::new().with("file", &file).with("rows", pile.len() - before);
        notes.tell("cli-table-pile", args);
    }
    Ok(pile)
}

/// Reads a file beside the input, in which these columns are looked for; with what it is called.
pub(super) fn other<'a>(
    path: &str,
    bytes: &'a [u8],
    columns: &[&str],
    words: &Words,
) -> Result<(Table<'a>, Clean), Fail> {
    let file = tables::name(path, words);
    match Table::read(bytes, columns) {
        Ok(table) => Ok((table, file)),
        Err(problem) => Err(Fail::new(&tables::problem(&problem, &file, words), words)),
    }
}

/// The column of that name, or the problem of this id.
pub(super) fn place_of(
    table: &Table<'_>,
    asked: &str,
    id: &str,
    file: &Clean,
    words: &Words,
) -> Result<usize, Fail> {
    let fail = |_| Fail::new(&tables::no_column(id, asked, table.headers(), file, words), words);
    table.column(asked).map_err(fail)
}

/// Lists records that can't be read.
pub(super) fn tell_unread(id: &str, unread: &[BadRow], file: &Clean, notes: &mut Notes<'_>) {
    if unread.is_empty() {
        return;
    }
    notes.tell(id, Args::new().with("rows", unread.len()).with("file", file));
    notes.list(unread_lines(unread, notes.words));
}

fn unread_lines(unread: &[BadRow], words: &Words) -> Vec<Phrase> {
    let why = |bad: &BadRow| Bad { record: bad.record, why: bad_row(bad.why, words) };
    bad_rows(&unread.iter().map(why).collect::<Vec<_>>(), words)
}

/// Says which records are of a kind, the first of many.
fn tell_records(id: &str, records: &[u64], notes: &mut Notes<'_>) {
    if records.is_empty() {
        return;
    }
    let mut shown: Vec<String> = records.iter().take(RECORDS_SHOWN_MAX).map(u64::to_string).collect();
    if records.len() > RECORDS_SHOWN_MAX {
        shown.push("…".to_owned());
    }
    let args = Args::new().with("rows", records.len()).with("records", shown.join(", "));
    notes.tell(id, args);
}
