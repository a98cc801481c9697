//! What went wrong outside, in words: what it is, and what to do next.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::exchange::decode::Binary;
use crate::exchange::people;
use crate::exchange::records::{Broken, CELL_BYTES_MAX, RECORD_BYTES_MAX};
use crate::exchange::requests::{self, BadRowWhy, COLUMNS_MAX, FILE_BYTES_MAX, NAME_CHARS_MAX, ROWS_MAX};
use crate::store::{FindingKind, Op, StoreError};
use crate::text::Clean;
use crate::words::{Args, Phrase, Words};

/// Most names that are listed in a sentence.
const NAMES_MAX: usize = 12;

/// A sentence on what is wrong and one on what to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// What is wrong, without a full stop.
    pub what: Phrase,
    /// What to do; empty when there is nothing.
    pub hint: Phrase,
}

impl Problem {
    /// The problem of this id, whose hint has the same id with `-hint` behind it. `args` are made for each.
    pub fn new<'a>(words: &Words, id: &str, args: impl Fn() -> Args<'a>) -> Self {
        let hint_id = format!("{id}-hint");
        let hint = match words.knows(&hint_id) {
            true => words.tell(&hint_id, args()),
            false => Phrase::default(),
        };
        Self { what: words.tell(id, args()), hint }
    }

    /// Both in one, for a single line.
    pub fn in_one(&self, words: &Words) -> Phrase {
        match self.hint.is_empty() {
            true => self.what.clone(),
            false => {
                words.tell("problem-in-one", Args::new().with("what", &self.what).with("hint", &self.hint))
            }
        }
    }

    /// Why a sprint's file can't be used. `zone` is for times.
    pub fn of_store(error: &StoreError, words: &Words, zone: &TimeZone) -> Self {
        let with = |id: &str, path: &std::path::Path| {
            let file = Clean::new(&path.to_string_lossy());
            Self::new(words, id, || Args::new().with("file", &file))
        };
        match error {
            StoreError::NotFound { path } => with("problem-not-found", path),
            StoreError::IsFolder { path } => with("problem-is-folder", path),
            StoreError::Exists { path } => with("problem-exists", path),
            StoreError::NoFolder { path } => with("problem-no-folder", path),
            StoreError::NotAllowed { path } => with("problem-not-allowed", path),
            StoreError::LinkLoop { path } => with("problem-link-loop", path),
            StoreError::TooManyOpen { path } => with("problem-too-many-open", path),
            StoreError::InUse { path, pid, host, since_ms } => {
                let file = Clean::new(&path.to_string_lossy());
                let since = Timestamp::from_millisecond(*since_ms).unwrap_or_default();
                let since = words.time_of_day(since, zone);
                Self::new(words, "problem-in-use", || {
                    Args::new()
                        .with("file", &file)
                        .with("pid", pid.to_string())
                        .with("host", host)
                        .with("since", &since)
                })
            }
            StoreError::InUseByUnknown { path } => with("problem-in-use-by-unknown", path),
            StoreError::NotASprint { path } => with("problem-not-a-sprint", path),
            StoreError::NewerVersion { path, .. } => with("problem-newer-version", path),
            StoreError::Damaged { path, line } => {
                let file = Clean::new(&path.to_string_lossy());
                Self::new(words, "problem-damaged", || {
                    Args::new().with("file", &file).with("line", line.to_string())
                })
            }
            StoreError::Changed { path } => with("problem-changed", path),
            StoreError::Unwritable { .. } | StoreError::OutOfOrder { .. } => {
                Self::new(words, "problem-unwritable", Args::new)
            }
            StoreError::Io { op, path, source } => Self::of_io(*op, path, source, words),
            StoreError::Poisoned => Self::new(words, "problem-poisoned", Args::new),
        }
    }

    fn of_io(op: Op, path: &std::path::Path, error: &std::io::Error, words: &Words) -> Self {
        let id = match (error.kind(), op) {
            (std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded, _) => "problem-disk-full",
            (_, Op::Open | Op::Read | Op::Measure) => "problem-unreadable",
            (_, Op::Flush) => "problem-unflushed",
            (_, Op::Create | Op::Lock | Op::Write | Op::Quarantine | Op::Cut | Op::Replace) => {
                "problem-unwritable-file"
            }
        };
        let (file, why) = (Clean::new(&path.to_string_lossy()), Clean::new(&error.to_string()));
        Self::new(words, id, || Args::new().with("file", &file).with("why", &why))
    }

    /// Why a list of people can't be taken in.
    pub fn of_people(problem: &people::Problem, words: &Words) -> Self {
        match problem {
            people::Problem::File(problem) => Self::of_requests(problem, words),
            people::Problem::NoNames { headers } => {
                let headers = names(headers);
                Self::new(words, "problem-people-no-names", || Args::new().with("headers", &headers))
            }
            people::Problem::TooLong => {
                Self::new(words, "problem-people-too-long", || Args::new().with("rows-max", people::ROWS_MAX))
            }
        }
    }

    /// Why residents' answers can't be taken in.
    pub fn of_requests(problem: &requests::Problem, words: &Words) -> Self {
        let plain = |id: &str| Self::new(words, id, Args::new);
        let with_headers = |id: &str, asked: &Clean, headers: &[Clean]| {
            let headers = names(headers);
            Self::new(words, id, || Args::new().with("asked", asked).with("headers", &headers))
        };
        match problem {
            requests::Problem::Empty => plain("problem-csv-empty"),
            requests::Problem::NotText(Binary::Zip | Binary::OldOffice) => plain("problem-csv-spreadsheet"),
            requests::Problem::NotText(Binary::Picture | Binary::Pdf | Binary::Other) => {
                plain("problem-csv-not-text")
            }
            requests::Problem::OnlyHeader => plain("problem-csv-only-header"),
            requests::Problem::BadHeader(_) => plain("problem-csv-bad-header"),
            requests::Problem::NoTextColumn { headers } => {
                with_headers("problem-csv-no-text-column", &Clean::default(), headers)
            }
            requests::Problem::NoSuchColumn { asked, headers } => {
                with_headers("problem-csv-no-such-column", asked, headers)
            }
            requests::Problem::TooLarge { .. } => Self::new(words, "problem-csv-too-large", || {
                Args::new().with("mebibytes-max", FILE_BYTES_MAX >> 20)
            }),
            requests::Problem::TooManyColumns { found } => {
                Self::new(words, "problem-csv-too-many-columns", || {
                    Args::new().with("columns", *found).with("columns-max", COLUMNS_MAX)
                })
            }
            requests::Problem::TooManyRows => {
                Self::new(words, "problem-csv-too-many-rows", || Args::new().with("rows-max", ROWS_MAX))
            }
            requests::Problem::TooManyNames { header } => {
                Self::new(words, "problem-csv-too-many-names", || Args::new().with("header", header))
            }
            requests::Problem::Cancelled => plain("problem-cancelled"),
        }
    }
}

/// Names in quotes, the first of many.
pub(super) fn names(headers: &[Clean]) -> Clean {
    let mut shown: Vec<&str> = headers.iter().take(NAMES_MAX).map(Clean::as_str).collect();
    if headers.len() > NAMES_MAX {
        shown.push("…");
    }
    Clean::new(&shown.join(", "))
}

/// Why a record did not come in.
pub fn bad_row(why: BadRowWhy, words: &Words) -> Phrase {
    let counted = |id: &str, found: usize, expected: usize| {
        words.tell(id, Args::new().with("found", found).with("expected", expected))
    };
    let kibibytes = |id: &str, bytes: usize| words.tell(id, Args::new().with("kibibytes-max", bytes >> 10));
    match why {
        BadRowWhy::NoText => words.say("bad-row-no-text"),
        BadRowWhy::TooFewCells { found, expected } => counted("bad-row-too-few", found, expected),
        BadRowWhy::TooManyCells { found, expected } => counted("bad-row-too-many", found, expected),
        BadRowWhy::NameTooLong => {
            words.tell("bad-row-name-too-long", Args::new().with("chars-max", NAME_CHARS_MAX))
        }
        BadRowWhy::Broken(Broken::UnclosedQuote) => words.say("bad-row-unclosed-quote"),
        BadRowWhy::Broken(Broken::CellTooLong) => kibibytes("bad-row-cell-too-long", CELL_BYTES_MAX),
        BadRowWhy::Broken(Broken::RecordTooLong) => kibibytes("bad-row-record-too-long", RECORD_BYTES_MAX),
    }
}

/// Why a record of a list of people did not come in.
pub fn bad_person(why: &people::BadRowWhy, words: &Words) -> Phrase {
    match why {
        people::BadRowWhy::NoName => words.say("bad-person-no-name"),
        people::BadRowWhy::NameTooLong => {
            words.tell("bad-person-too-long", Args::new().with("chars-max", NAME_CHARS_MAX))
        }
        people::BadRowWhy::UnknownRole(role) => {
            words.tell("bad-person-unknown-role", Args::new().with("role", role))
        }
        people::BadRowWhy::TooFewCells { found, expected } => {
            bad_row(BadRowWhy::TooFewCells { found: *found, expected: *expected }, words)
        }
        people::BadRowWhy::TooManyCells { found, expected } => {
            bad_row(BadRowWhy::TooManyCells { found: *found, expected: *expected }, words)
        }
        people::BadRowWhy::Broken(broken) => bad_row(BadRowWhy::Broken(*broken), words),
    }
}

/// What a check found in a line of the sprint's file.
pub fn finding(kind: FindingKind, words: &Words) -> Phrase {
    match kind {
        FindingKind::Bom => words.say("finding-bom"),
        FindingKind::CrLf => words.say("finding-crlf"),
        FindingKind::MissingNewline => words.say("finding-missing-newline"),
        FindingKind::TornTail { bytes } => words.tell("finding-torn-tail", Args::new().with("bytes", bytes)),
        FindingKind::DoubledLine => words.say("finding-doubled-line"),
        FindingKind::Garbled => words.say("finding-garbled"),
        FindingKind::Edited => words.say("finding-edited"),
        FindingKind::Glued => words.say("finding-glued"),
        FindingKind::Missing { first, last } => {
            let args = Args::new().with("first", first.to_string()).with("last", last.to_string());
            words.tell("finding-missing", args)
        }
        FindingKind::OutOfPlace { step } => {
            words.tell("finding-out-of-place", Args::new().with("step", step.to_string()))
        }
        FindingKind::Unchained => words.say("finding-unchained"),
        FindingKind::BrokenGroup => words.say("finding-broken-group"),
        FindingKind::NewerVersion { .. } => words.say("finding-newer-version"),
        FindingKind::NotASprint => words.say("finding-not-a-sprint"),
        FindingKind::Unreadable => words.say("finding-unreadable"),
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::words::Lang;

    fn store_errors() -> Vec<StoreError> {
        let path = PathBuf::from("послуги.viche");
        let io =
            |op, kind: std::io::ErrorKind| StoreError::Io { op, path: "a.viche".into(), source: kind.into() };
        vec![
            StoreError::NotFound { path: path.clone() },
            StoreError::IsFolder { path: path.clone() },
            StoreError::Exists { path: path.clone() },
            StoreError::NoFolder { path: path.clone() },
            StoreError::NotAllowed { path: path.clone() },
            StoreError::LinkLoop { path: path.clone() },
            StoreError::TooManyOpen { path: path.clone() },
            StoreError::InUse { path: path.clone(), pid: 4_121, host: Clean::new("desk-2"), since_ms: 0 },
            StoreError::InUseByUnknown { path: path.clone() },
            StoreError::NotASprint { path: path.clone() },
            StoreError::NewerVersion { path: path.clone(), min: 2 },
            StoreError::Damaged { path: path.clone(), line: 1_234 },
            StoreError::Changed { path },
            StoreError::OutOfOrder { step: 1, last: 2 },
            io(Op::Write, std::io::ErrorKind::StorageFull),
            io(Op::Flush, std::io::ErrorKind::Other),
            io(Op::Read, std::io::ErrorKind::Other),
            StoreError::Poisoned,
        ]
    }

    #[test]
    fn every_trouble_with_the_file_says_what_it_is_and_what_to_do() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            for error in store_errors() {
                let problem = Problem::of_store(&error, &words, &TimeZone::UTC);
                let text = format!("{} {}", problem.what, problem.hint);
                assert!(!problem.hint.is_empty() && !text.contains(['⟨', '{']), "{error}: {text}");
            }
        }
    }

    #[test]
    fn who_has_the_file_open_is_named_as_people_write_it() {
        let error = StoreError::InUse {
            path: "a.viche".into(),
            pid: 4_121,
            host: Clean::new("desk-2"),
            since_ms: 33_120_000,
        };
        let problem = Problem::of_store(&error, &Words::new(Lang::En), &TimeZone::UTC);
        assert_eq!(problem.what.as_str(), "a.viche is in use by pid 4121 on desk-2 since 09:12");
    }

    #[test]
    fn a_path_cannot_write_to_the_terminal() {
        let error = StoreError::NotFound { path: "a\u{1b}[2J.viche".into() };
        let problem = Problem::of_store(&error, &Words::new(Lang::En), &TimeZone::UTC);
        assert!(!problem.what.as_str().contains('\u{1b}'));
    }

    #[test]
    fn every_reason_and_finding_has_its_words() {
        let words = Words::new(Lang::Uk);
        let reasons = [
            BadRowWhy::NoText,
            BadRowWhy::TooFewCells { found: 1, expected: 3 },
            BadRowWhy::TooManyCells { found: 5, expected: 3 },
            BadRowWhy::NameTooLong,
            BadRowWhy::Broken(Broken::UnclosedQuote),
            BadRowWhy::Broken(Broken::CellTooLong),
            BadRowWhy::Broken(Broken::RecordTooLong),
        ];
        let findings = [
            FindingKind::TornTail { bytes: 21 },
            FindingKind::Missing { first: 3, last: 5 },
            FindingKind::OutOfPlace { step: 7 },
            FindingKind::NotASprint,
        ];
        let said = reasons.map(|why| bad_row(why, &words)).into_iter();
        for phrase in said.chain(findings.map(|kind| finding(kind, &words))) {
            assert!(!phrase.as_str().contains(['⟨', '{']), "{phrase}");
        }
    }
}
