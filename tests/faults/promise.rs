//! What has to be true of a file after anything: the oracle of all tests here.

use std::fs;
use std::path::Path;
use std::time::Instant;

use viche::domain::id::RunId;
use viche::domain::{Seat, Stamp, Step};
use viche::store::{self, Opened, StoreError};

use crate::desk::PATIENCE;

/// Claims that the file at `path` begins with the bytes `before`, lost nothing but what was being written, opens to
/// write, takes a step and opens again. Answers its steps, the new one left out.
#[track_caller]
pub fn goes_on(path: &Path, before: &[u8], case: &str) -> Vec<Step> {
    let left = fs::read(path).unwrap();
    assert!(left.starts_with(before), "{case}: what stood there is not there");
    let found = store::check(path);
    assert!(found.exit <= 1, "{case}: {found:?}");
    let whole = &left[..left.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1)];

    let Opened { mut journal, steps, .. } = opened(path, case);
    let step = next(&steps);
    journal.append(std::slice::from_ref(&step)).unwrap_or_else(|error| panic!("{case}: {error:?}"));
    drop(journal);
    let now = fs::read(path).unwrap();
    assert!(now.starts_with(whole), "{case}: whole lines were changed by the opening");

    let again = opened(path, case);
    assert_eq!(again.notices, [], "{case}");
    let all: Vec<Step> = steps.iter().cloned().chain([step]).collect();
    assert!(again.steps == all, "{case}: other steps are read than were written");
    let found = store::check(path);
    assert_eq!(found.exit, 0, "{case}: {found:?}");
    steps
}

fn next(steps: &[Step]) -> Step {
    let last = steps.last();
    let s = last.map_or(0, |step| step.s) + 1;
    let at = last.map_or(Stamp::default(), |step| step.at);
    Step { s, w: RunId(0x0fa0_17ed), at, by: Seat::Facilitator, facts: vec![], from: None }
}

/// Opens the file to write. Between its birth and its first word a process that another test begins holds copies of
/// all handles, locks with them, so that a file may be in use for a moment by nobody.
#[track_caller]
fn opened(path: &Path, case: &str) -> Opened {
    let until = Instant::now() + PATIENCE;
    loop {
        match store::open(path) {
            Ok(opened) => return opened,
            Err(StoreError::InUse { .. } | StoreError::InUseByUnknown { .. }) if Instant::now() < until => {
                std::thread::yield_now();
            }
            Err(error) => panic!("{case}: {error:?}"),
        }
    }
}

/// Claims that what the program says is one error with what to do next, and no fault of its own.
#[track_caller]
pub fn is_one_clear_error(said: &str, case: &str) {
    let errors = said.matches("error: ").count();
    assert!(errors == 1 && said.starts_with("error: "), "{case}: {said}");
    assert_eq!(said.matches("\n  hint: ").count(), 1, "{case}: {said}");
    assert!(!said.contains("panicked") && !said.contains(['⟨', '{']), "{case}: {said}");
}

/// How often `text` stands in a step.
pub fn times_in(steps: &[Step], text: &str) -> usize {
    steps.iter().filter(|step| serde_json::to_string(&step.facts).unwrap().contains(text)).count()
}

/// Whether a file in `folder` holds just these bytes, set aside from another.
pub fn is_aside(folder: &Path, bytes: &[u8]) -> bool {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let mut aside = entries.filter(|entry| entry.file_name().to_string_lossy().contains("quarantine"));
    aside.any(|entry| fs::read(entry.path()).unwrap() == bytes)
}
