//! Residents' answers from a file to facts: opens the file, lets the exchange read it, says problems in words.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use super::path::expanded;
use super::problem::{Problem, bad_row};
use crate::app::work::Progress;
use crate::domain::Fact;
use crate::domain::id::SourceId;
use crate::domain::request;
use crate::exchange::requests::{self, Columns, FILE_BYTES_MAX, Intake};
use crate::exchange::separator::Separator;
use crate::kit::job::{Answer, Bad, Imported, Name, Preview};
use crate::text::Clean;
use crate::words::{Args, Lang, Words};

/// What is to be taken in, and as what.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Where the file is, as typed.
    pub path: String,
    /// Which columns to take.
    pub columns: Columns,
    /// The id of the new source.
    pub id: SourceId,
    /// The number of the first row's code.
    pub first: u32,
    /// When the answers were given; `None` is unknown.
    pub period: Option<Clean>,
    /// How many people were asked; `None` is unknown.
    pub asked: Option<u64>,
    /// What the source is called; the file's name where it is empty.
    pub name: Clean,
}

/// Why nothing was taken in.
#[derive(Clone, PartialEq, Debug)]
pub enum Refused {
    /// Somebody stopped it.
    Cancelled,
    /// The file can't be read or understood.
    Problem(Problem),
    /// Not one row was good; each record with its reason.
    NoRow(Problem, Vec<Bad>),
}

/// Looks into a file.
pub(super) fn preview(path: &str, lang: Lang) -> Answer {
    let words = Words::new(lang);
    Answer::Previewed(look(path, &words).map_err(|problem| problem.in_one(&words)))
}

fn look(path: &str, words: &Words) -> Result<Preview, Problem> {
    let bytes = read_file(&expanded(path), words)?;
    let seen = requests::probe(&bytes, &Columns::default())
        .map_err(|problem| Problem::of_requests(&problem, words))?;
    let header = |at: usize| seen.headers.get(at).cloned().unwrap_or_default();
    let cell = |row: &[Clean], at: Option<usize>| at.and_then(|at| row.get(at)).cloned().unwrap_or_default();
    let rows =
        seen.first.iter().map(|row| (cell(row, seen.found.category), cell(row, Some(seen.found.text))));
    Ok(Preview {
        path: path.to_owned(),
        encoding: Clean::new(seen.encoding),
        separator: char::from(Separator::byte(seen.separator)),
        text: header(seen.found.text),
        category: seen.found.category.map(header),
        district: seen.found.district.map(header),
        date: seen.found.date.map(header),
        rows: rows.collect(),
        unstored: seen.unstored.clone(),
    })
}

/// Takes a file in, for the application.
pub(super) fn answer(wanted: &Wanted, lang: Lang, progress: Progress<'_>) -> Answer {
    let words = Words::new(lang);
    Answer::Imported(match take_in(wanted, &words, progress) {
        Ok(imported) => Ok(Arc::new(imported)),
        Err(Refused::Cancelled) => return Answer::Cancelled(Name::Import),
        Err(Refused::Problem(problem)) => Err(problem.in_one(&words)),
        Err(Refused::NoRow(problem, bad)) => Err(with_first_reason(&problem, &bad, &words)),
    })
}

fn with_first_reason(problem: &Problem, bad: &[Bad], words: &Words) -> crate::words::Phrase {
    let Some(first) = bad.first() else { return problem.in_one(words) };
    let args = Args::new().with("what", &problem.what).with("record", first.record).with("why", &first.why);
    words.tell("problem-no-row-first", args)
}

/// Takes a file in: the facts of one step and what stayed out. `progress` hears how many bytes of how many are
/// read and answers whether to go on.
pub fn take_in(wanted: &Wanted, words: &Words, progress: Progress<'_>) -> Result<Imported, Refused> {
    let path = expanded(&wanted.path);
    let bytes = read_file(&path, words).map_err(Refused::Problem)?;
    let intake = requests::read(&bytes, &wanted.columns, progress).map_err(|problem| match problem {
        requests::Problem::Cancelled => Refused::Cancelled,
        other => Refused::Problem(Problem::of_requests(&other, words)),
    })?;
    drop(bytes);
    let bad: Vec<Bad> =
        intake.bad.iter().map(|row| Bad { record: row.record, why: bad_row(row.why, words) }).collect();
    if intake.rows.is_empty() {
        return Err(Refused::NoRow(Problem::new(words, "problem-no-row", Args::new), bad));
    }
    let rows = intake.rows.len() as u32;
    let unstored = intake.unstored.clone();
    let facts = facts(wanted, &path, intake);
    Ok(Imported { facts, rows, bad, unstored })
}

fn facts(wanted: &Wanted, path: &Path, intake: Intake) -> Vec<Fact> {
    let file = Clean::new(&path.file_name().unwrap_or_default().to_string_lossy());
    let name = if wanted.name.is_empty() { file.clone() } else { wanted.name.clone() };
    let chunks = intake.rows.chunks(wanted.id);
    let imported = request::Fact::Imported {
        id: wanted.id,
        name,
        file,
        first: wanted.first,
        rows: intake.rows.len() as u32,
        bad: intake.bad.len() as u32,
        period: wanted.period.clone(),
        asked: wanted.asked,
        unstored: intake.unstored,
        categories: intake.rows.categories,
        districts: intake.rows.districts,
    };
    let rows = chunks.into_iter().map(|chunk| request::Fact::Rows(Arc::new(chunk)));
    std::iter::once(imported).chain(rows).map(Fact::from).collect()
}

/// The whole file, if it is one and not too large.
pub(super) fn read_file(path: &Path, words: &Words) -> Result<Vec<u8>, Problem> {
    let file = Clean::new(&path.to_string_lossy());
    let args = || Args::new().with("file", &file);
    let fail = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => {
            Problem::new(words, "problem-not-found", args)
        }
        std::io::ErrorKind::PermissionDenied => Problem::new(words, "problem-not-allowed", args),
        _ => {
            let why = Clean::new(&error.to_string());
            Problem::new(words, "problem-unreadable", || args().with("why", &why))
        }
    };
    let meta = std::fs::metadata(path).map_err(fail)?;
    if meta.is_dir() {
        return Err(Problem::new(words, "problem-is-folder", args));
    }
    if !meta.is_file() {
        return Err(Problem::new(words, "problem-csv-not-text", args));
    }
    if meta.len() > FILE_BYTES_MAX {
        let found_bytes = meta.len();
        return Err(Problem::of_requests(&requests::Problem::TooLarge { found_bytes }, words));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or(0) + 1);
    // It may grow meanwhile; the reader of the text refuses what is too long then.
    File::open(path).and_then(|file| file.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes)).map_err(fail)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::domain::id::{Id, RunId};
    use crate::kit::Job;
    use crate::runtime::run_inline;

    const ANSWERS: &str = "Текст;Категорія;Телефон\n\
        Черга починається о шостій;Медицина;+380\n\
        ;Медицина;+380\n\
        Довідку просять двічі;;+380\n";

    fn file(folder: &tempfile::TempDir, name: &str, text: &str) -> String {
        let path: PathBuf = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_string_lossy().into_owned()
    }

    fn wanted(path: &str) -> Wanted {
        Wanted {
            path: path.to_owned(),
            columns: Columns::default(),
            id: SourceId(Id { run: RunId(3), n: 1 }),
            first: 413,
            period: None,
            asked: Some(40_000),
            name: Clean::default(),
        }
    }

    fn refused(path: &str) -> Problem {
        match take_in(&wanted(path), &Words::new(Lang::En), &mut |_, _| true).unwrap_err() {
            Refused::Problem(problem) | Refused::NoRow(problem, _) => problem,
            Refused::Cancelled => panic!("nobody cancelled"),
        }
    }

    #[test]
    fn a_file_becomes_the_facts_of_one_step_and_a_list_of_what_stayed_out() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(&folder, "відповіді.csv", ANSWERS);
        let imported = take_in(&wanted(&path), &Words::new(Lang::Uk), &mut |_, _| true).unwrap();
        assert_eq!((imported.rows, imported.bad.len(), imported.bad[0].record), (2, 1, 3));
        assert_eq!(imported.unstored, [Clean::new("Телефон")]);
        assert_eq!(imported.facts.len(), 2);
        let Fact::Request(request::Fact::Imported {
            name, file, first, rows, bad, asked, categories, ..
        }) = &imported.facts[0]
        else {
            panic!("{:?}", imported.facts[0]);
        };
        assert_eq!((name.as_str(), file.as_str()), ("відповіді.csv", "відповіді.csv"));
        assert_eq!((*first, *rows, *bad, *asked), (413, 2, 1, Some(40_000)));
        assert_eq!(categories, &[Clean::new("Медицина"), Clean::default()]);
    }

    #[test]
    fn the_preview_shows_the_columns_and_the_first_rows() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(&folder, "answers.csv", ANSWERS);
        let Answer::Previewed(Ok(preview)) = run_inline(Job::Preview { path: path.clone(), lang: Lang::En })
        else {
            panic!("no preview");
        };
        assert_eq!((preview.path, preview.separator), (path, ';'));
        assert_eq!((preview.text.as_str(), preview.category), ("Текст", Some(Clean::new("Категорія"))));
        assert_eq!(preview.rows[1], (Clean::default(), Clean::new("Довідку просять двічі")));
    }

    #[test]
    fn files_that_cannot_be_taken_are_refused_with_what_to_do() {
        let folder = tempfile::tempdir().unwrap();
        let nowhere = folder.path().join("none.csv");
        assert!(refused(nowhere.to_str().unwrap()).what.as_str().contains("not there"));
        assert!(refused(folder.path().to_str().unwrap()).what.as_str().contains("folder"));
        for text in ["", "text\n", "id,name\n1,a\n", "PK\u{3}\u{4}", "text,category\n,a\n"] {
            let problem = refused(&file(&folder, "answers.csv", text));
            assert!(!problem.hint.is_empty() && !problem.what.as_str().contains('⟨'), "{problem:?}");
        }
    }

    #[test]
    fn for_the_screen_a_problem_is_one_sentence_with_the_first_reason() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(&folder, "answers.csv", "text,category\n,Clinics\n");
        let Answer::Imported(Err(words)) = answer(&wanted(&path), Lang::En, &mut |_, _| true) else {
            panic!("it came in");
        };
        assert_eq!(words.as_str(), "not one row came in; record 2: there is no text");
    }

    #[test]
    fn a_stopped_intake_answers_so() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(&folder, "answers.csv", &format!("text\n{}", "довга черга\n".repeat(3_000)));
        let answer = answer(&wanted(&path), Lang::En, &mut |_, _| false);
        assert!(matches!(answer, Answer::Cancelled(Name::Import)));
    }
}
