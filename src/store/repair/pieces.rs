//! The bytes of a damaged file in pieces: whole lines, lines that stand there once more, and what can't be read.

use rustc_hash::FxHashSet;

use super::bench::Node;
use crate::store::format::{Line, decode_step};
use crate::store::hash::Hash;
use crate::store::lines::{Ending, Lines};

/// How lines begin that git leaves where two branches wrote to the same place.
const CONFLICT_MARKS: [&[u8]; 4] = [b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>"];

/// A piece of the file.
pub(super) struct Piece<'a> {
    /// The number of its line, from 1.
    pub line: u64,
    /// What stands there, without the end of the line.
    pub bytes: &'a [u8],
    /// The same with the end of the line.
    pub raw: &'a [u8],
    /// It begins inside a line: the newline before it was damaged.
    pub glued: bool,
    /// What it is.
    pub kind: Kind,
}

/// What a piece is.
pub(super) enum Kind {
    /// A whole line of a step.
    Step,
    /// A whole line that is no step: a header, if it is one.
    Other(Hash),
    /// What stands for the header.
    Header,
    /// A line that stood there before.
    Double,
    /// Can't be read as it was written.
    Bad,
}

/// Cuts a file into pieces, from the byte at `start` on, and answers the whole lines of steps beside them.
pub(super) fn cut(bytes: &[u8], start: usize) -> (Vec<Piece<'_>>, Vec<Node>) {
    let mut seen = FxHashSet::default();
    let (mut pieces, mut nodes) = (Vec::new(), Vec::new());
    let (mut begin, mut glued) = (start, false);
    for stretch in Lines::of(bytes, start) {
        let kind = match stretch.hash {
            None => Kind::Bad,
            Some(hash) if !seen.insert(hash) => Kind::Double,
            Some(hash) => match decode_step(stretch.bytes) {
                Ok(line) => {
                    let at = pieces.len();
                    nodes.push(Node { hash, line, at: Some(at), near: at, edited: false });
                    Kind::Step
                }
                Err(_) => Kind::Other(hash),
            },
        };
        let raw = &bytes[begin..stretch.end];
        pieces.push(Piece { line: stretch.line, bytes: stretch.bytes, raw, glued, kind });
        (begin, glued) = (stretch.end, stretch.ending == Ending::Glued);
    }
    (pieces, nodes)
}

impl<'a> Piece<'a> {
    /// What stands there, without a carriage return at its end.
    pub fn text(&self) -> &'a [u8] {
        self.bytes.strip_suffix(b"\r").unwrap_or(self.bytes)
    }

    /// The step that it says, whether or not that was written so.
    pub fn reads(&self) -> Option<Line> {
        decode_step(self.text()).ok()
    }

    /// A line by which git parts two branches.
    pub fn is_conflict_mark(&self) -> bool {
        CONFLICT_MARKS.iter().any(|mark| self.bytes.starts_with(mark))
    }

    /// Nothing of a step stands in it as it was written.
    pub fn is_bad(&self) -> bool {
        matches!(self.kind, Kind::Bad | Kind::Other(_))
    }
}
