//! Cuts the bytes of a file into whole lines and bad stretches. A line is whole when its seal is true,
//! whatever stands around it: where a newline was damaged and two lines are glued, both are found.

use memchr::{memchr, memmem};
use sha2::{Digest, Sha256};

use super::format::{CLOSE, LINE_BYTES_MAX, SEAL, SEAL_BYTES, verify};
use super::hash::{HEX_BYTES, Hash};

/// How a step's line begins.
const OPEN: &[u8] = b"{\"s\":";
/// Most places of a bad line where a whole one is looked for. Each costs a hash of up to a line.
const TRIES_MAX: usize = 16;

/// A stretch of the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch<'a> {
    /// The number of its line, from 1.
    pub line: u64,
    /// What stands there, without the end of the line.
    pub bytes: &'a [u8],
    /// Its hash, if it is a whole line.
    pub hash: Option<Hash>,
    /// How it ends.
    pub ending: Ending,
    /// Where the next one begins in the file.
    pub end: usize,
}

/// What follows a stretch.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Ending {
    /// A newline.
    Newline,
    /// A newline as Windows writes it.
    CrLf,
    /// More bytes of the same line.
    Glued,
    /// Nothing: the file ends here.
    Missing,
}

/// The stretches of a file, from the first byte to the last.
pub(super) struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
    /// Where the line ends that the last stretch was a part of, if the next one is of it too. Looked for once
    /// a line: a file may be one line of many whole ones.
    inside: Option<LineEnd>,
}

/// The end of a line.
#[derive(Clone, Copy)]
struct LineEnd {
    /// Behind its last byte.
    at: usize,
    has_newline: bool,
}

impl<'a> Lines<'a> {
    /// Those of `bytes` from the place `at` on.
    pub fn of(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, line: 0, inside: None }
    }

    /// Cuts what is left into pieces of about so many bytes, in their order, each from the beginning of a line to the
    /// end of one. The first goes on counting lines; the others count their own, from 1.
    pub fn pieces(self, about: usize) -> Vec<Self> {
        let whole = self.bytes;
        let (mut pieces, mut rest) = (Vec::new(), self);
        loop {
            let begun = rest.inside.map_or(0, |end| end.at);
            let from = (rest.at + about).max(begun);
            let Some(newline) = whole.get(from..).and_then(|behind| memchr(b'\n', behind)) else {
                pieces.push(rest);
                return pieces;
            };
            let end = from + newline + 1;
            pieces.push(Self { bytes: &whole[..end], ..rest });
            rest = Self::of(whole, end);
        }
    }

    /// How many lines were counted so far.
    pub fn count_so_far(&self) -> u64 {
        self.line
    }

    /// The stretch of `len` bytes of the line that begins here, where the line goes on behind it to `end`.
    fn glued(&mut self, len: usize, hash: Option<Hash>, end: LineEnd) -> Stretch<'a> {
        let bytes = &self.bytes[self.at..self.at + len];
        self.at += len;
        self.inside = Some(end);
        Stretch { line: self.line, bytes, hash, ending: Ending::Glued, end: self.at }
    }

    /// The end of the line that goes on, or that begins, here.
    fn line_end(&mut self, rest: &[u8]) -> LineEnd {
        if let Some(end) = self.inside.take() {
            return end;
        }
        self.line += 1;
        let newline = memchr(b'\n', rest);
        LineEnd { at: self.at + newline.unwrap_or(rest.len()), has_newline: newline.is_some() }
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Stretch<'a>;

    fn next(&mut self) -> Option<Stretch<'a>> {
        let rest = self.bytes.get(self.at..).filter(|rest| !rest.is_empty())?;
        let is_inside = self.inside.is_some();
        let end = self.line_end(rest);
        let raw = &rest[..end.at - self.at];
        let text = raw.strip_suffix(b"\r").unwrap_or(raw);
        // Behind a whole line another is likely; hashing the rest of the line each time would take for ever.
        let mut hash = if is_inside { None } else { verify(text) };
        if hash.is_none() {
            match whole_at_start(text) {
                Some((len, whole)) if len == text.len() => hash = Some(whole),
                Some((len, whole)) => return Some(self.glued(len, Some(whole), end)),
                None => match next_whole(raw) {
                    Some(len) => return Some(self.glued(len, None, end)),
                    None if is_inside => hash = verify(text),
                    None => {}
                },
            }
        }
        let ending = match end.has_newline {
            false => Ending::Missing,
            true if text.len() < raw.len() => Ending::CrLf,
            true => Ending::Newline,
        };
        self.at = end.at + usize::from(end.has_newline);
        let bytes = if hash.is_some() { text } else { raw };
        Some(Stretch { line: self.line, bytes, hash, ending, end: self.at })
    }
}

/// The length and hash of a whole line that begins where `raw` begins and ends before it does.
fn whole_at_start(raw: &[u8]) -> Option<(usize, Hash)> {
    let raw = &raw[..raw.len().min(LINE_BYTES_MAX)];
    let mut sha = Sha256::new();
    let mut hashed = 0;
    for at in memmem::find_iter(raw, SEAL).take(TRIES_MAX) {
        let end = at + SEAL_BYTES;
        if end > raw.len() {
            break;
        }
        sha.update(&raw[hashed..at]);
        hashed = at;
        let hash = Hash::shorten(sha.clone());
        let seal = &raw[at + SEAL.len()..end];
        if seal[..HEX_BYTES] == hash.hex() && seal.ends_with(CLOSE) {
            return Some((end, hash));
        }
    }
    None
}

/// Where in `raw`, behind its first byte, the next whole line begins.
fn next_whole(raw: &[u8]) -> Option<usize> {
    let starts = memmem::find_iter(raw, OPEN).filter(|at| *at > 0).take(TRIES_MAX);
    starts.into_iter().find(|&at| whole_at_start(&raw[at..]).is_some())
}
