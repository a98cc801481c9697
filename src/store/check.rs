//! Looks a file over and says what is wrong with it, without locking or changing it.

use std::path::Path;

use super::disk::read_whole;
use super::error::StoreError;
use super::scan::{Finding, FindingKind, scan};

/// What a check found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report {
    /// 0: in order. 1: a torn end or a doubled line, which the next opening mends or skips. 2: damage.
    /// 3: can't be judged.
    pub exit: u8,
    /// What was found, in the order of the lines where that is known; the first thousand.
    pub findings: Vec<Finding>,
    /// How many whole steps were read.
    pub steps: u64,
}

/// Checks the file at `path`.
pub fn check(path: impl AsRef<Path>) -> Report {
    match read_whole(path.as_ref()) {
        Ok(bytes) => check_bytes(&bytes),
        Err(StoreError::NotASprint { .. }) => hopeless(Finding { line: 1, kind: FindingKind::NotASprint }),
        Err(_) => hopeless(Finding { line: 1, kind: FindingKind::Unreadable }),
    }
}

/// Checks what a file holds.
pub fn check_bytes(bytes: &[u8]) -> Report {
    match scan(bytes) {
        Ok(scan) => Report {
            exit: scan.findings.iter().map(|finding| finding.kind.exit()).max().unwrap_or(0),
            findings: scan.findings,
            steps: scan.steps.len() as u64,
        },
        Err(finding) => hopeless(finding),
    }
}

/// The report when nothing could be read.
fn hopeless(finding: Finding) -> Report {
    Report { exit: finding.kind.exit(), findings: vec![finding], steps: 0 }
}
