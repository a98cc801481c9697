//! Tables from files, for the command line: opens them, and says what is wrong with each in words that name it.

use std::io::{Read, stdin};

use super::intake::read_file;
use super::path::expanded;
use super::problem::{Problem, names};
use crate::exchange::requests::{self, FILE_BYTES_MAX};
use crate::text::Clean;
use crate::words::{Args, Words};

/// What stands for the standard input in place of a path.
pub const STANDARD_INPUT: &str = "-";

/// The whole file, if it is one and not too large. The standard input is read where `path` says so.
pub fn read(path: &str, words: &Words) -> Result<Vec<u8>, Problem> {
    if path != STANDARD_INPUT {
        return read_file(&expanded(path), words);
    }
    let mut bytes = Vec::new();
    stdin().lock().take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes).map_err(|error| {
        let (file, why) = (name(path, words), Clean::new(&error.to_string()));
        Problem::new(words, "problem-unreadable", || Args::new().with("file", &file).with("why", &why))
    })?;
    Ok(bytes)
}

/// What a file is called in a sentence.
pub fn name(path: &str, words: &Words) -> Clean {
    match path {
        STANDARD_INPUT => Clean::new(words.say("cli-table-standard-input").as_str()),
        path => Clean::new(&expanded(path).to_string_lossy()),
    }
}

/// Why a table can't be used whose name is `file`.
pub fn problem(problem: &requests::Problem, file: &Clean, words: &Words) -> Problem {
    let Problem { what, hint } = match problem {
        requests::Problem::NoTextColumn { headers } => {
            let headers = names(headers);
            Problem::new(words, "problem-table-no-text-column", || Args::new().with("headers", &headers))
        }
        other => Problem::of_requests(other, words),
    };
    Problem { what: words.tell("problem-in-file", Args::new().with("file", file).with("what", &what)), hint }
}

/// A column that is needed and not there: the problem of this id, with the columns that are.
pub fn no_column(id: &str, asked: &str, headers: &[Clean], file: &Clean, words: &Words) -> Problem {
    let (asked, headers) = (Clean::new(asked), names(headers));
    Problem::new(words, id, || Args::new().with("file", file).with("asked", &asked).with("headers", &headers))
}
