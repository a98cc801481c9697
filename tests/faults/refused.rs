//! The disk refuses a call: full, broken, the file too large. One clear sentence, the file as before or with the whole
//! step, and it goes on.

use std::path::Path;

use crate::strace::{self, Harm, has_harmed, numbers};
use crate::work::{Bench, MENDING, NEW, PEOPLE, REQUESTS, Work};

/// Calls and how they fail.
const REFUSALS: [(&str, &str); 8] = [
    ("write", "ENOSPC"),
    ("write", "EDQUOT"),
    ("write", "EIO"),
    ("write", "EFBIG"),
    ("fdatasync", "EIO"),
    ("fdatasync", "ENOSPC"),
    ("flock", "ENOLCK"),
    ("read", "EIO"),
];

#[test]
fn a_disk_that_refuses_a_new_sprint_is_named() {
    refused_at_each_call_of(&NEW);
}

#[test]
fn a_disk_that_refuses_an_import_of_requests_is_named() {
    refused_at_each_call_of(&REQUESTS);
}

#[test]
fn a_disk_that_refuses_an_import_of_people_is_named() {
    refused_at_each_call_of(&PEOPLE);
}

#[test]
fn a_disk_that_refuses_to_mend_a_torn_end_is_named() {
    refused_at_each_call_of(&MENDING);
}

fn refused_at_each_call_of(work: &'static Work) {
    let Some(strace) = strace::here() else { return };
    let bench = Bench::new(work);
    for (call, error) in REFUSALS {
        let refusals = refused_at_each(&bench, strace, call, error);
        // What is being made is not read.
        assert!(refusals > 0 || (call == "read" && bench.before.is_empty()), "{call} is never called");
    }
}

/// Lets the first such call about the file fail, the second and so on, until none is left; answers how many.
fn refused_at_each(bench: &Bench, strace: &Path, call: &str, error: &str) -> usize {
    for (refusals, nth) in numbers().enumerate() {
        let case = format!("{error} at {call} {nth}");
        let harm = Harm { call, does: &format!("error={error}"), nth, about: &[&bench.file()] };
        let output = bench.does(&harm.words(&bench.desk, strace));
        if !has_harmed(&bench.desk) {
            bench.is_done(&output, &case);
            return refusals;
        }
        if call == "read" && output.status.success() {
            // It was read for the copy of it, which hinders nothing.
            bench.is_done(&output, &case);
            continue;
        }
        bench.is_refused(&output, &case);
        bench.keeps_its_promise(&output, &case);
    }
    unreachable!("numbers have no end")
}
