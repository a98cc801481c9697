//! Reads a file as well as it can be read, for those who only want to look: neither damage nor a newer format is a
//! reason to show nothing. Takes no lock and writes nothing.
//!
//! What is damaged is left out, never guessed: a line counts only when its seal is true. What was left out first is
//! told by its number, with what a person can read of it.

use std::path::Path;

use memchr::memmem;

use super::disk::read_whole;
use super::error::StoreError;
use super::format::{Header, SEAL, VERSION};
use super::journal::{Notice, notices};
use super::scan::{Finding, FindingKind, Scan, scan, scan_past_header};
use crate::domain::Step;
use crate::text::Clean;

/// Most characters that are shown of a damaged line.
const TEXT_CHARS_MAX: usize = 400;
/// Most bytes of a damaged line that are looked at for them.
const TEXT_BYTES_MAX: usize = 4 << 10;
/// What stands before the facts of a step.
const FACTS: &[u8] = b"\"do\":[";

/// What a look at a file shows.
#[derive(Clone, PartialEq, Debug)]
pub struct Look {
    /// What the file is; none when its first line can't be understood.
    pub header: Option<Header>,
    /// Every step that can be trusted, in the order of their numbers.
    pub steps: Vec<Step>,
    /// What was not quite in order and harms nothing.
    pub notices: Vec<Notice>,
    /// What keeps the file from being written, unless that is its format.
    pub damage: Option<Damage>,
    /// The oldest format whose programs can read it, when that is newer than ours.
    pub newer: Option<u32>,
}

/// The first line of a file that is not as it was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Damage {
    /// Its number, from 1.
    pub line: u64,
    /// What is wrong with it.
    pub kind: FindingKind,
    /// What a person can read of it, as far as it fits a screen: its facts where they can be told apart. Empty
    /// when that is nothing.
    pub text: Clean,
}

/// Looks at the file at `path`. The error is one that leaves nothing to show.
pub fn look(path: impl AsRef<Path>) -> Result<Look, StoreError> {
    let path = path.as_ref();
    look_bytes(&read_whole(path)?, path)
}

/// Looks at what a file holds. `path` is for messages.
pub fn look_bytes(bytes: &[u8], path: impl AsRef<Path>) -> Result<Look, StoreError> {
    let no_sprint = |_: Finding| StoreError::NotASprint { path: path.as_ref().to_owned() };
    let (header, scan) = match scan(bytes) {
        Ok(scan) => (Some(scan.header), scan),
        Err(found) if leaves_steps(found.kind) => scan_past_header(bytes, found).map_err(no_sprint)?,
        Err(found) => return Err(no_sprint(found)),
    };
    let newer = header.map(|header| header.min).filter(|min| *min > VERSION);
    // Whether a line of a newer format is damaged is not ours to say.
    let damage = newer.is_none().then(|| damage(bytes, &scan)).flatten();
    Ok(Look { header, notices: notices(&scan.findings, None), steps: scan.steps, damage, newer })
}

/// Whether there may be steps behind a first line of which this is found.
fn leaves_steps(kind: FindingKind) -> bool {
    matches!(kind, FindingKind::NewerVersion { .. } | FindingKind::Garbled | FindingKind::Edited)
}

fn damage(bytes: &[u8], scan: &Scan) -> Option<Damage> {
    let line = scan.damaged?;
    let found = scan.findings.iter().find(|found| found.line == line && found.kind.exit() >= 2);
    // A line that is not in the list of findings came behind a thousand others.
    let kind = found.map_or(FindingKind::Garbled, |found| found.kind);
    Some(Damage { line, kind, text: readable(line_of(bytes, line)) })
}

/// The bytes of a line, by its number from 1.
fn line_of(bytes: &[u8], line: u64) -> &[u8] {
    let before = usize::try_from(line.saturating_sub(1)).unwrap_or(usize::MAX);
    let start = match before.checked_sub(1) {
        None => 0,
        Some(nth) => memchr::memchr_iter(b'\n', bytes).nth(nth).map_or(bytes.len(), |at| at + 1),
    };
    let rest = &bytes[start..];
    &rest[..memchr::memchr(b'\n', rest).unwrap_or(rest.len())]
}

/// What a person can read of a line.
fn readable(line: &[u8]) -> Clean {
    let line = &line[..memmem::rfind(line, SEAL).unwrap_or(line.len())];
    let line = memmem::find(line, FACTS).map_or(line, |at| &line[at + FACTS.len()..]);
    let line = line.strip_suffix(b"]").unwrap_or(line);
    let looked_at = &line[..line.len().min(TEXT_BYTES_MAX)];
    let text = Clean::new(&String::from_utf8_lossy(looked_at));
    if text.as_str().chars().all(|c| c == crate::text::REMOVED || c.is_whitespace()) {
        return Clean::default();
    }
    match text.as_str().char_indices().nth(TEXT_CHARS_MAX) {
        Some((end, _)) => Clean::new(&format!("{}…", &text.as_str()[..end])),
        None => text,
    }
}

#[cfg(test)]
mod tests;
