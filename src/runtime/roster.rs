//! A list of people from a file: opens the file, lets the exchange read it, says problems in words.

use std::sync::Arc;

use super::intake::read_file;
use super::path::expanded;
use super::problem::{Problem, bad_person};
use crate::exchange::people;
use crate::exchange::separator::Separator;
use crate::kit::job::{Answer, Bad, Roster};
use crate::text::Clean;
use crate::words::{Lang, Words};

/// Reads a list, for the application.
pub(super) fn answer(path: &str, lang: Lang) -> Answer {
    let words = Words::new(lang);
    Answer::People(read(path, &words).map(Arc::new).map_err(|problem| problem.in_one(&words)))
}

/// Reads a list. Whether there is a good row in it is for the caller to see.
pub fn read(path: &str, words: &Words) -> Result<Roster, Problem> {
    let bytes = read_file(&expanded(path), words)?;
    let list = people::read(&bytes).map_err(|problem| Problem::of_people(&problem, words))?;
    let bad = list.bad.iter().map(|bad| Bad { record: bad.record, why: bad_person(&bad.why, words) });
    let found = &list.found;
    let places = [found.name, found.surname, found.department, found.roles, found.team];
    let columns = places.into_iter().flatten().filter_map(|at| list.headers.get(at).cloned());
    Ok(Roster {
        path: path.to_owned(),
        encoding: Clean::new(list.encoding),
        separator: char::from(Separator::byte(list.separator)),
        columns: columns.collect(),
        unstored: list.unstored.clone(),
        bad: bad.collect(),
        rows: list.rows,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::Job;
    use crate::runtime::run_inline;

    fn read_text(text: &str, lang: Lang) -> Result<Arc<Roster>, crate::words::Phrase> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("people.csv");
        std::fs::write(&path, text).unwrap();
        let path = path.to_string_lossy().into_owned();
        match run_inline(Job::People { path, lang }) {
            Answer::People(outcome) => outcome,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_list_is_read_with_its_bad_rows_in_words() {
        let roster =
            read_text("ПІБ;Підрозділ;Роль;Телефон\nОля;Освіта;кухар;1\nОстап;Освіта;питає;2\n", Lang::Uk);
        let roster = roster.unwrap();
        assert_eq!((roster.rows.len(), roster.separator, roster.columns.len()), (1, ';', 3));
        assert_eq!((roster.bad[0].record, roster.unstored.len()), (2, 1));
        assert!(roster.bad[0].why.as_str().contains("«кухар»"), "{}", roster.bad[0].why);
    }

    #[test]
    fn what_is_no_list_is_refused_in_words() {
        for lang in Lang::ALL {
            for text in ["", "name\n", "id,phone\n1,2\n", &format!("name\n{}", "Ann\n".repeat(10_002))] {
                let why = read_text(text, lang).unwrap_err();
                assert!(!why.is_empty() && !why.as_str().contains(['⟨', '{']), "{why}");
            }
        }
    }
}
