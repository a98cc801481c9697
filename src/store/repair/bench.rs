//! The lines of a damaged file on the bench: what each bad one was is found out, by its hash, and what is missing is
//! fetched from elsewhere. Nothing is guessed: a line comes back only as the one that the next line names.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::as_written::{differ_in_one_byte, one_byte_off, own_hash, resealed, work_of};
use super::elsewhere::Elsewhere;
use super::pieces::{Kind, Piece};
use super::{Mend, Mended};
use crate::domain::StepNo;
use crate::store::format::{Line, decode_step, verify};
use crate::store::hash::Hash;

/// Most bytes that are hashed to find damaged ones: a few seconds' work, enough for dozens of notes.
const SEARCH_BYTES_MAX: u64 = 2 << 30;
/// Most pieces of one line: a damaged byte may have become a newline.
const JOINED_MAX: usize = 2;

/// A line of a step, from the file or from elsewhere.
pub(super) struct Node {
    pub hash: Hash,
    pub line: Line,
    /// Which piece it was; none of them when it came from elsewhere.
    pub at: Option<usize>,
    /// That piece, or the one whose line led to it.
    pub near: usize,
    /// Somebody changed it by hand, so that it names and is named by what it was before.
    pub edited: bool,
}

/// The bench.
pub(super) struct Bench<'a> {
    pub pieces: Vec<Piece<'a>>,
    /// The hash of the header.
    pub header: Hash,
    pub nodes: Vec<Node>,
    /// Pieces that are no line of a step, as far as anybody knows.
    pub unexplained: Vec<usize>,
    pub mends: Vec<Mended>,
    pub elsewhere: &'a Elsewhere,
    accept_edits: bool,
    known: FxHashSet<Hash>,
    /// The numbers of the whole lines.
    numbers: FxHashSet<StepNo>,
    search_bytes_left: u64,
}

/// What a bad piece turned out to be.
struct Explained {
    hash: Hash,
    line: Line,
    mend: Mend,
    /// How many pieces it was in.
    pieces: usize,
    edited: bool,
}

impl<'a> Bench<'a> {
    /// Lays the pieces and the whole lines out.
    pub fn new(
        (pieces, nodes): (Vec<Piece<'a>>, Vec<Node>),
        header: Hash,
        elsewhere: &'a Elsewhere,
        accept_edits: bool,
    ) -> Self {
        let known = nodes.iter().map(|node| node.hash).chain([header]).collect();
        let numbers = nodes.iter().map(|node| node.line.step.s).collect();
        let whole: FxHashMap<usize, Hash> =
            nodes.iter().filter_map(|node| Some((node.at?, node.line.prev))).collect();
        let mut bench = Self {
            pieces,
            header,
            nodes,
            unexplained: Vec::new(),
            mends: Vec::new(),
            elsewhere,
            accept_edits,
            known,
            numbers,
            search_bytes_left: SEARCH_BYTES_MAX,
        };
        bench.note_what_stands_wrong();
        for run in bench.bad_runs() {
            let wanted = whole.get(&run.end).copied();
            bench.explain_run(run, wanted);
        }
        bench.fetch_missing();
        bench
    }

    fn note_what_stands_wrong(&mut self) {
        for piece in &self.pieces {
            let line = piece.line;
            match piece.kind {
                Kind::Double => self.mends.push(Mended { line, mend: Mend::DoubleDropped }),
                Kind::Step if piece.glued => self.mends.push(Mended { line, mend: Mend::Split }),
                Kind::Step | Kind::Header | Kind::Other(_) | Kind::Bad => {}
            }
        }
    }

    /// Stretches of pieces that can't be read, from the first to the last.
    fn bad_runs(&self) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for at in (0..self.pieces.len()).filter(|&at| self.pieces[at].is_bad()) {
            match runs.last_mut() {
                Some(run) if run.end == at => run.end = at + 1,
                Some(_) | None => runs.push(at..at + 1),
            }
        }
        runs
    }

    /// Finds out what the pieces of a run were, from the last to the first: what follows names what was before.
    fn explain_run(&mut self, run: Range<usize>, wanted: Option<Hash>) {
        // Nothing follows the last line that could name it; elsewhere there may be what followed the one before.
        let is_last = run.len() == 1 && run.end == self.pieces.len();
        let named = wanted.or_else(|| {
            self.whole_before(run.start).filter(|_| is_last).and_then(|hash| self.elsewhere.follower(hash))
        });
        let mut wanted = named.filter(|hash| !self.known.contains(hash));
        let mut end = run.end;
        while end > run.start {
            let Some(found) = self.explain(run.start..end, wanted) else {
                end -= 1;
                self.unexplained.push(end);
                continue;
            };
            end -= found.pieces;
            self.mends.push(Mended { line: self.pieces[end].line, mend: found.mend });
            wanted = Some(found.line.prev).filter(|hash| !self.known.contains(hash));
            self.known.insert(found.hash);
            let Explained { hash, line, edited, .. } = found;
            self.nodes.push(Node { hash, line, at: Some(end), near: end, edited });
        }
    }

    /// The hash of the line before a piece, if that is whole.
    fn whole_before(&self, at: usize) -> Option<Hash> {
        let before = at.checked_sub(1)?;
        if matches!(self.pieces[before].kind, Kind::Header) {
            return Some(self.header);
        }
        self.nodes.iter().find(|node| node.at == Some(before)).map(|node| node.hash)
    }

    /// What the last pieces of a run were. `wanted` is the hash that the line behind them names, if nobody has it.
    fn explain(&mut self, run: Range<usize>, wanted: Option<Hash>) -> Option<Explained> {
        let (pieces, last) = (run.len().min(JOINED_MAX), run.end - 1);
        let joined: Vec<Vec<u8>> = (1..=pieces).map(|count| self.joined(run.end - count..run.end)).collect();
        let hash = wanted.or_else(|| own_hash(&joined[0]).filter(|hash| !self.known.contains(hash)));
        let resealed = wanted.and_then(|hash| {
            let found = (1..).zip(&joined).find_map(|(count, bytes)| Some((count, resealed(bytes, hash)?)));
            found.map(|(count, bytes)| (count, hash, bytes))
        });
        if let Some((count, hash, bytes)) = resealed {
            return explained(hash, &bytes, count, |step| Mend::Resealed { step });
        }
        if let Some(read) = self.pieces[last].reads() {
            let damage = if self.accept_edits { None } else { self.one_damaged_byte(&joined[..1], hash) };
            return damage.or_else(|| self.edited(last, read, wanted));
        }
        let found = wanted.and_then(|hash| Some((hash, self.elsewhere.line(hash)?)));
        if let Some((hash, (whence, bytes))) = found {
            return explained(hash, bytes, 1, |step| Mend::Found { first: step, last: step, whence });
        }
        self.one_damaged_byte(&joined, hash)
    }

    /// The bytes of neighbouring pieces, with the newlines between them.
    fn joined(&self, range: Range<usize>) -> Vec<u8> {
        let (last, before) = (range.end - 1, range.start..range.end - 1);
        let mut bytes: Vec<u8> = self.pieces[before].iter().flat_map(|piece| piece.raw).copied().collect();
        bytes.extend_from_slice(self.pieces[last].text());
        bytes
    }

    /// A line of which one byte was damaged: by what stands elsewhere, else by trying.
    fn one_damaged_byte(&mut self, joined: &[Vec<u8>], hash: Option<Hash>) -> Option<Explained> {
        let hash = hash?;
        let near = |bytes: &&Vec<u8>| {
            self.elsewhere.line(hash).is_some_and(|(_, known)| differ_in_one_byte(known, bytes))
        };
        if joined.iter().any(|bytes| near(&bytes)) {
            let count = joined.iter().position(|bytes| near(&bytes)).map_or(1, |at| at + 1);
            let (_, known) = self.elsewhere.line(hash)?;
            return explained(hash, known, count, |step| Mend::ByteFound { step });
        }
        let work = joined.iter().map(|bytes| work_of(bytes.len())).fold(0, u64::saturating_add);
        self.search_bytes_left = self.search_bytes_left.checked_sub(work)?;
        let found = (1..).zip(joined).find_map(|(count, bytes)| Some((count, one_byte_off(bytes, hash)?)));
        let (count, bytes) = found?;
        explained(hash, &bytes, count, |step| Mend::ByteFound { step })
    }

    /// A line that can be understood and is not what was written. One whose number is another's can't be taken.
    fn edited(&self, at: usize, read: Line, wanted: Option<Hash>) -> Option<Explained> {
        let step = read.step.s;
        let fits = read.part.is_none() && !self.numbers.contains(&step);
        let mend = if self.accept_edits { Mend::EditAccepted { step } } else { Mend::Edited { step } };
        let hash = wanted.unwrap_or_else(|| Hash::of(self.pieces[at].raw));
        (fits || !self.accept_edits).then_some(Explained { hash, line: read, mend, pieces: 1, edited: true })
    }

    /// Fetches what lines name that are not there.
    fn fetch_missing(&mut self) {
        let mut order: Vec<usize> = (0..self.nodes.len()).collect();
        order.sort_by_key(|&idx| self.nodes[idx].at);
        let named: FxHashSet<Hash> = self.nodes.iter().map(|node| node.line.prev).collect();
        let mut before: Option<usize> = None;
        for idx in order {
            if !self.known.contains(&self.nodes[idx].line.prev) {
                match before
                    .filter(|&before| self.nodes[idx].edited || self.was_rewritten(before, idx, &named))
                {
                    Some(before) => self.link_anew(before, idx),
                    None if self.nodes[idx].edited => self.nodes[idx].line.prev = self.header,
                    None => self.fetch(before, idx),
                }
            }
            before = Some(idx);
        }
    }

    /// Whether somebody changed the line before and made its hash anew: its number leads on, nothing lies between,
    /// and nobody names it.
    fn was_rewritten(&self, before: usize, idx: usize, named: &FxHashSet<Hash>) -> bool {
        let (before, node) = (&self.nodes[before], &self.nodes[idx]);
        let adjacent = before.at.map(|at| at + 1) == node.at;
        let leads_on = before.line.step.s + 1 == node.line.step.s;
        adjacent && leads_on && before.line.part.is_none() && !named.contains(&before.hash)
    }

    fn link_anew(&mut self, before: usize, idx: usize) {
        let hash = self.nodes[before].hash;
        if !self.nodes[idx].edited
            && let Some(at) = self.nodes[before].at
        {
            let (line, step) = (self.pieces[at].line, self.nodes[before].line.step.s);
            let mend = if self.accept_edits { Mend::EditAccepted { step } } else { Mend::Edited { step } };
            self.mends.push(Mended { line, mend });
        }
        self.nodes[idx].line.prev = hash;
    }

    /// Fetches the lines before a line, as far back as they are known anywhere.
    fn fetch(&mut self, before: Option<usize>, idx: usize) {
        let Some(at) = self.nodes[idx].at else { return };
        let mut wanted = (self.nodes[idx].line.step.s, self.nodes[idx].line.prev);
        let mut found: Vec<(Hash, Line)> = Vec::new();
        let mut whence = None;
        while !self.known.contains(&wanted.1)
            && let Some((place, bytes)) = self.elsewhere.line(wanted.1)
            && let Ok(line) = decode_step(bytes)
        {
            whence.get_or_insert(place);
            let hash = std::mem::replace(&mut wanted, (line.step.s, line.prev)).1;
            found.push((hash, line));
        }
        if !self.known.contains(&wanted.1) {
            let from =
                before.map_or((0, self.header), |idx| (self.nodes[idx].line.step.s, self.nodes[idx].hash));
            if let Some((place, lines)) = self.elsewhere.steps_between(from, wanted) {
                whence.get_or_insert(place);
                found.extend(lines);
            }
        }
        let steps: Vec<StepNo> = found.iter().map(|(_, line)| line.step.s).collect();
        if let (Some(&first), Some(&last), Some(whence)) = (steps.iter().min(), steps.iter().max(), whence) {
            self.mends.push(Mended { line: self.pieces[at].line, mend: Mend::Found { first, last, whence } });
        }
        for (hash, line) in found {
            self.known.insert(hash);
            self.nodes.push(Node { hash, line, at: None, near: at, edited: false });
        }
    }

    /// Whether the bytes of a piece are not those of a line that stands in the mended file.
    pub fn was_damaged(&self, at: usize) -> bool {
        let piece = &self.pieces[at];
        piece.is_bad() || (matches!(piece.kind, Kind::Header) && verify(piece.text()).is_none())
    }

    /// The step of which a piece is a line, for those that are one.
    pub fn steps_by_piece(&self) -> FxHashMap<usize, StepNo> {
        self.nodes.iter().filter_map(|node| Some((node.at?, node.line.step.s))).collect()
    }

    /// Whether a line names one that is there.
    pub fn is_known(&self, hash: Hash) -> bool {
        self.known.contains(&hash)
    }

    /// The nodes by the hash that they name, in the order of the file and what came from elsewhere last.
    pub fn followers(&self) -> FxHashMap<Hash, Vec<usize>> {
        let mut followers: FxHashMap<Hash, Vec<usize>> = FxHashMap::default();
        let mut order: Vec<usize> = (0..self.nodes.len()).collect();
        order.sort_by_key(|&idx| self.nodes[idx].at.unwrap_or(usize::MAX));
        for idx in order {
            followers.entry(self.nodes[idx].line.prev).or_default().push(idx);
        }
        followers
    }

    /// All nodes in the order of the file; what came from elsewhere before the line that led to it.
    pub fn in_order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.nodes.len()).collect();
        let place =
            |node: &Node| (node.near, node.at.is_some(), node.line.step.s, node.line.part.map(|part| part.i));
        order.sort_by_key(|&idx| place(&self.nodes[idx]));
        order
    }
}

fn explained(hash: Hash, bytes: &[u8], pieces: usize, mend: impl Fn(StepNo) -> Mend) -> Option<Explained> {
    let line = decode_step(bytes).ok()?;
    let mend = mend(line.step.s);
    Some(Explained { hash, line, mend, pieces, edited: false })
}
