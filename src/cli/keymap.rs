//! The keymap file: TOML, one line a command with the key or keys that it is given. Anything wrong in it leaves
//! the whole file out, and all of it is told at once.

use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::place::Place;
use super::say::Fail;
use crate::app::manual_rows;
use crate::kit::Keymap;
use crate::kit::binding::{self, Binding, KEYS_MAX, Wrong};
use crate::runtime::Problem;
use crate::text::Clean;
use crate::words::{Args, Phrase, Words};

/// The file's name, beside the settings.
pub(super) const FILE: &str = "keymap.toml";
/// Most bytes of the file.
const FILE_BYTES_MAX: u64 = 64 << 10;
/// Most complaints that are listed.
const LISTED_MAX: usize = 40;

/// What is wrong, and in which line; none where it is the whole file.
pub(super) type Complaint = (Option<usize>, Flaw);

/// What is wrong in a keymap file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Flaw {
    /// It can't be read, and why.
    Unreadable(String),
    /// It is no text.
    NotText,
    /// It is longer than any keymap.
    TooLarge,
    /// It is no TOML, and why.
    Syntax(String),
    /// Neither a key nor a list of keys stands behind this name.
    NotKeys(String),
    /// It is read, and asks for what can't be.
    Asks(Wrong),
}

/// Reads the file; one that is not there changes nothing.
pub(super) fn read(path: &Path) -> Result<Keymap, Vec<Complaint>> {
    match text_of(path) {
        Ok(Some(text)) => parse(&text),
        Ok(None) => Ok(Keymap::default()),
        Err(flaw) => Err(vec![(None, flaw)]),
    }
}

/// Only what is a plain file is opened: nobody waits for the other end of a pipe.
fn text_of(path: &Path) -> Result<Option<String>, Flaw> {
    let unreadable = |error: std::io::Error| Flaw::Unreadable(error.to_string());
    match std::fs::metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unreadable(error)),
        Ok(meta) if !meta.is_file() => return Err(Flaw::NotText),
        Ok(meta) if meta.len() > FILE_BYTES_MAX => return Err(Flaw::TooLarge),
        Ok(_) => {}
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => Ok(Some(text)),
        Ok(_) | Err(_) => Err(Flaw::NotText),
    }
}

/// The keymap of a text, or all that is wrong in it.
fn parse(text: &str) -> Result<Keymap, Vec<Complaint>> {
    let line_of = |at: usize| text.get(..at).map_or(1, |before| before.matches('\n').count() + 1);
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut complaints: Vec<Complaint> = Vec::new();
    for error in errors {
        let line = error.span().map_or(1, |span| line_of(span.start));
        // What is cut off in the middle is complained of several times.
        if complaints.last().is_none_or(|(last, _)| *last != Some(line)) {
            complaints.push((Some(line), Flaw::Syntax(error.message().to_owned())));
        }
    }
    let broken: Vec<Option<usize>> = complaints.iter().map(|(line, _)| *line).collect();
    let mut bindings = Vec::new();
    for (name, value) in table.get_ref() {
        let line = line_of(name.span().start);
        if !broken.contains(&Some(line)) {
            collect(name.get_ref(), line, value, &line_of, &mut bindings, &mut complaints);
        }
    }
    let asked = binding::keymap(&bindings, &manual_rows());
    let keymap = match asked {
        Ok(keymap) => keymap,
        Err(wrong) => {
            complaints.extend(wrong.into_iter().map(|(line, wrong)| (Some(line), Flaw::Asks(wrong))));
            Keymap::default()
        }
    };
    complaints.sort_by_key(|(line, _)| *line);
    if complaints.is_empty() { Ok(keymap) } else { Err(complaints) }
}

/// The bindings under a name: `"themes.join" = "b"`, `themes.join = "b"` and `[themes]` with `join = "b"` say
/// the same.
fn collect(
    name: &str,
    line: usize,
    value: &Spanned<DeValue<'_>>,
    line_of: &impl Fn(usize) -> usize,
    bindings: &mut Vec<Binding>,
    complaints: &mut Vec<Complaint>,
) {
    let keys: Option<Vec<String>> = match value.get_ref() {
        DeValue::String(key) => Some(vec![key.to_string()]),
        DeValue::Array(keys) => keys.iter().map(|key| key.get_ref().as_str().map(str::to_owned)).collect(),
        DeValue::Table(table) => {
            for (part, value) in table {
                let line = line_of(part.span().start);
                collect(&format!("{name}.{}", part.get_ref()), line, value, line_of, bindings, complaints);
            }
            return;
        }
        DeValue::Boolean(_) | DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) => None,
    };
    match keys {
        Some(keys) => bindings.push(Binding { name: name.to_owned(), keys, line }),
        None => complaints.push((Some(line), Flaw::NotKeys(name.to_owned()))),
    }
}

/// A complaint in words.
fn said(flaw: &Flaw, words: &Words) -> Phrase {
    let key = |id: &str, key: &str| words.tell(id, Args::new().with("key", key));
    match flaw {
        Flaw::Unreadable(why) => words.tell("keymap-unreadable", Args::new().with("why", why.as_str())),
        Flaw::NotText => words.say("keymap-not-text"),
        Flaw::TooLarge => {
            words.tell("keymap-too-large", Args::new().with("kibibytes-max", FILE_BYTES_MAX >> 10))
        }
        Flaw::Syntax(why) => words.tell("settings-syntax", Args::new().with("why", why.as_str())),
        Flaw::NotKeys(name) => words.tell("keymap-not-keys", Args::new().with("name", name.as_str())),
        Flaw::Asks(Wrong::NoCommand(name)) => {
            words.tell("keymap-no-command", Args::new().with("name", name.as_str()))
        }
        Flaw::Asks(Wrong::NoKey(name)) => key("keymap-no-key", name),
        Flaw::Asks(Wrong::Fixed(fixed)) => key("keymap-fixed", &fixed.to_string()),
        Flaw::Asks(Wrong::TooMany(name)) => {
            words.tell("keymap-too-many", Args::new().with("name", *name).with("keys-max", KEYS_MAX))
        }
        Flaw::Asks(Wrong::Taken(taken, name, other)) => {
            let taken = taken.to_string();
            let args = Args::new().with("key", taken.as_str()).with("name", *name).with("other", *other);
            words.tell("keymap-taken", args)
        }
    }
}

/// All complaints in one sentence for the screen: how many, and the first.
pub(super) fn in_one(complaints: &[Complaint], words: &Words) -> Phrase {
    let Some((line, flaw)) = complaints.first() else { return Phrase::default() };
    let why = said(flaw, words);
    let args = Args::new().with("file", FILE).with("why", &why);
    match line {
        Some(line) => words
            .tell("notice-keymap", args.with("problems", complaints.len()).with("line", line.to_string())),
        None => words.tell("notice-keymap-file", args),
    }
}

/// What is wrong in the file of the desk, if anything is; else that all went well.
pub(super) fn complain(place: &Place, words: &Words) -> Result<u8, Fail> {
    match (&place.keymap, &place.keymap_path) {
        (Err(complaints), Some(path)) => Err(fail(path, complaints, words)),
        (Err(_), None) | (Ok(_), _) => Ok(0),
    }
}

/// Why the file is left out, with every complaint.
fn fail(path: &Path, complaints: &[Complaint], words: &Words) -> Fail {
    let file = Clean::new(&path.to_string_lossy());
    let problem = Problem::new(words, "problem-keymap", || Args::new().with("file", &file));
    let line = |(line, flaw): &Complaint| {
        let why = said(flaw, words);
        match line {
            Some(line) => {
                words.tell("cli-settings-line", Args::new().with("line", line.to_string()).with("why", &why))
            }
            None => words.tell("cli-keymap-whole", Args::new().with("why", &why)),
        }
    };
    Fail::usage_listing(&problem, complaints.iter().take(LISTED_MAX).map(line).collect(), words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::{Key, Row, Verb};
    use crate::words::Lang;

    const JOIN: Row = Row { name: "themes.join", verb: Verb::Join };
    const BLACK: Row = Row { name: "app.black", verb: Verb::Black };

    #[test]
    fn a_key_or_a_list_of_keys_stands_behind_a_name() {
        let keymap = parse("\"themes.join\" = \"b\"\n[app]\nblack = [\"_\", \"Ctrl+B\"]\n").unwrap();
        assert_eq!(keymap.keys(JOIN), [Key::Char('b')]);
        assert_eq!(keymap.keys(BLACK), [Key::Char('_'), Key::Ctrl('b')]);
        assert_eq!(parse("# nothing\n"), Ok(Keymap::default()));
    }

    #[test]
    fn everything_wrong_is_told_with_its_line_in_both_languages() {
        let text = "\"themes.join\" = \"u\"\n\"themes.merge\" = \"b\"\n= 3\n\"app.undo\" = true\n\
            \"app.redo\" = \"5\"\n\"app.help\" = \"F1\"\n\"app.black\" = [\"a\", \n";
        let complaints = parse(text).unwrap_err();
        let lines: Vec<usize> = complaints.iter().filter_map(|(line, _)| *line).collect();
        assert_eq!(lines[..6], [1, 2, 3, 4, 5, 6], "{complaints:?}");
        for lang in Lang::ALL {
            let words = Words::new(lang);
            let all: Vec<String> =
                complaints.iter().map(|(_, flaw)| said(flaw, &words).to_string()).collect();
            assert!(all[0].contains("themes.join") && all[0].contains("app.undo"), "{all:?}");
            assert!(all[1].contains("themes.merge") && all[5].contains("F1"), "{all:?}");
            let one = in_one(&complaints, &words);
            assert!(one.as_str().contains(&complaints.len().to_string()), "{one}");
            assert!(one.as_str().contains("viche settings"), "{one}");
        }
    }

    #[test]
    fn nonsense_and_what_is_endless_get_one_sentence() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE);
        assert_eq!(read(&path), Ok(Keymap::default()), "not there");
        std::fs::write(&path, [0x7f, b'E', 0xff, 0, 1, 2]).unwrap();
        assert_eq!(read(&path), Err(vec![(None, Flaw::NotText)]));
        std::fs::write(&path, "x".repeat(10 << 20)).unwrap();
        assert_eq!(read(&path), Err(vec![(None, Flaw::TooLarge)]));
        assert_eq!(read(folder.path()), Err(vec![(None, Flaw::NotText)]), "a folder");
    }
}
