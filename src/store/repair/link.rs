//! Puts the lines on the bench in the order of their chain. Where the chain has a gap it goes on with the next line
//! of a higher number; what hangs beside the chain is another branch, as git leaves it where two files were put
//! together.

use rustc_hash::{FxHashMap, FxHashSet};

use super::bench::{Bench, Node};
use super::{Mend, Mended};
use crate::domain::{Step, StepNo};
use crate::store::format::{Line, Part};
use crate::store::hash::Hash;
use crate::store::scan::{Group, continues};

/// Most branches that are told apart; more are no work of git.
const BRANCHES_MAX: usize = 64;

/// The steps of a file in their order.
pub(super) struct Linked {
    /// The steps of the chain.
    pub steps: Vec<Step>,
    /// The hash of the last line of the chain.
    pub last: Hash,
    /// Other branches.
    pub branches: Vec<Branch>,
    /// What can't be used: which pieces.
    pub kept: Vec<usize>,
    /// Pieces behind the end, or between lines that follow each other.
    pub aside: Vec<usize>,
    /// What was done and what could not be done.
    pub mends: Vec<Mended>,
}

/// A branch beside the chain.
pub(super) struct Branch {
    /// The number of its first line in the file.
    pub line: u64,
    /// The last step that it shares with the chain.
    pub shared: StepNo,
    /// Its own steps.
    pub steps: Vec<Step>,
    /// The pieces that they stand in.
    pub pieces: Vec<usize>,
}

struct Linker<'a, 'b> {
    bench: &'b Bench<'a>,
    followers: FxHashMap<Hash, Vec<usize>>,
    visited: FxHashSet<usize>,
    /// Branches found so far: the step that they hang on, and their first node.
    beside: Vec<(StepNo, usize)>,
    /// The pieces before which a gap is.
    gaps: FxHashSet<usize>,
    mends: Vec<Mended>,
}

/// Links the lines on the bench.
pub(super) fn link(bench: &Bench<'_>) -> Linked {
    let mut linker = Linker {
        bench,
        followers: bench.followers(),
        visited: FxHashSet::default(),
        beside: Vec::new(),
        gaps: FxHashSet::default(),
        mends: Vec::new(),
    };
    let chain = linker.chain();
    let (joined, refused) = linker.join(&chain);
    let mut kept = refused;
    let mut aside = Vec::new();
    linker.note_order(&joined.lines);
    let branches = linker.branches(&mut kept);
    linker.sort_out_unexplained(&mut kept, &mut aside);
    linker.note_torn(&joined.torn, &mut aside);
    kept.sort_unstable();
    kept.dedup();
    let last = joined.lines.last().map_or(bench.header, |&idx| bench.nodes[idx].hash);
    Linked { steps: joined.steps, last, branches, kept, aside, mends: linker.mends }
}

/// Lines as steps.
#[derive(Default)]
struct Joined {
    steps: Vec<Step>,
    /// The nodes whose steps are whole.
    lines: Vec<usize>,
    /// A long step of which some lines were taken.
    open: Option<(Group, Vec<usize>)>,
    /// The nodes of a long step that the file ends in the middle of.
    torn: Vec<usize>,
    /// The nodes of steps that are not whole or don't rise.
    refused: Vec<usize>,
}

impl Joined {
    fn take(&mut self, idx: usize, line: Line) {
        let Line { step, part, prev: _ } = line;
        match (self.open.take(), part) {
            (Some((group, nodes)), Some(part)) if continues(&group, &step, part) => {
                self.extend(group, nodes, (idx, step, part));
            }
            (open, part) => {
                self.refused.extend(open.into_iter().flat_map(|(_, nodes)| nodes));
                self.begin(idx, step, part);
            }
        }
    }

    fn extend(&mut self, mut group: Group, mut nodes: Vec<usize>, (idx, step, part): (usize, Step, Part)) {
        group.step.facts.extend(step.facts);
        group.part = part;
        nodes.push(idx);
        match part.i == part.n {
            true => {
                self.steps.push(group.step);
                self.lines.extend(nodes);
            }
            false => self.open = Some((group, nodes)),
        }
    }

    fn begin(&mut self, idx: usize, step: Step, part: Option<Part>) {
        let rises = self.steps.last().is_none_or(|last| last.s < step.s);
        match part {
            Some(part) if rises && part.i == 1 && part.n > 1 => {
                self.open = Some((Group { step, part, line: 0 }, vec![idx]));
            }
            Some(Part { n, .. }) if !rises || n > 1 => self.refused.push(idx),
            None if !rises => self.refused.push(idx),
            Some(_) | None => {
                self.steps.push(step);
                self.lines.push(idx);
            }
        }
    }
}

impl Linker<'_, '_> {
    fn node(&self, idx: usize) -> &Node {
        &self.bench.nodes[idx]
    }

    fn number_of(&self, idx: usize) -> StepNo {
        self.node(idx).line.step.s
    }

    /// The number of the line where a node stood, or of the one that led to it.
    fn line_of(&self, idx: usize) -> u64 {
        self.bench.pieces[self.node(idx).near].line
    }

    /// The whole chain, over its gaps.
    fn chain(&mut self) -> Vec<usize> {
        let mut chain = self.walk(self.bench.header, 0);
        for idx in self.bench.in_order() {
            if self.visited.contains(&idx) || self.bench.is_known(self.node(idx).line.prev) {
                continue;
            }
            let last = chain.last().map_or(0, |&idx| self.number_of(idx));
            match self.number_of(idx) > last || self.is_rest_of(chain.last().copied(), idx) {
                true => {
                    self.note_gap(last, idx);
                    self.visited.insert(idx);
                    chain.push(idx);
                    let behind = self.walk(self.node(idx).hash, self.number_of(idx));
                    chain.extend(behind);
                }
                false => self.beside.push((self.number_of(idx).saturating_sub(1), idx)),
            }
        }
        chain
    }

    /// Whether a line is a later one of the same long step, the lines between being lost.
    fn is_rest_of(&self, last: Option<usize>, idx: usize) -> bool {
        let Some(last) = last.map(|last| &self.node(last).line) else { return false };
        let line = &self.node(idx).line;
        let (Some(before), Some(part)) = (last.part, line.part) else { return false };
        (last.step.s, last.step.w) == (line.step.s, line.step.w) && before.i < part.i
    }

    /// Follows the chain from a hash on. Of several that follow one the first in the file goes on; the others
    /// are branches.
    fn walk(&mut self, from: Hash, number: StepNo) -> Vec<usize> {
        let (mut at, mut number) = (from, number);
        let mut walked = Vec::new();
        while let Some(followers) = self.followers.get(&at) {
            let mut fresh = followers.iter().copied().filter(|idx| !self.visited.contains(idx));
            let Some(next) = fresh.next() else { break };
            let others: Vec<(StepNo, usize)> = fresh.map(|idx| (number, idx)).collect();
            self.beside.extend(others);
            self.visited.insert(next);
            walked.push(next);
            (at, number) = (self.node(next).hash, self.number_of(next));
        }
        walked
    }

    fn note_gap(&mut self, last: StepNo, idx: usize) {
        let number = self.number_of(idx);
        self.gaps.insert(self.node(idx).near);
        if number > last + 1 {
            let line = self.line_of(idx);
            self.mends.push(Mended { line, mend: Mend::Missing { first: last + 1, last: number - 1 } });
        }
    }

    /// Makes steps of lines. Answers the pieces, too, whose step is not whole.
    fn join(&self, chain: &[usize]) -> (Joined, Vec<usize>) {
        let mut joined = Joined::default();
        for &idx in chain {
            joined.take(idx, self.node(idx).line.clone());
        }
        if let Some((_, nodes)) = joined.open.take() {
            joined.torn = nodes;
        }
        let refused = joined.refused.iter().filter_map(|&idx| self.node(idx).at).collect();
        (joined, refused)
    }

    /// Lines of the chain that stood before one that they follow.
    fn note_order(&mut self, chain: &[usize]) {
        let mut reached = None;
        for &idx in chain {
            let Some(at) = self.node(idx).at else { continue };
            if reached.is_some_and(|reached| at < reached) {
                let (line, step) = (self.bench.pieces[at].line, self.number_of(idx));
                self.mends.push(Mended { line, mend: Mend::PutInOrder { step } });
            }
            reached = reached.max(Some(at));
        }
    }

    /// What hangs beside the chain. What is not even that is kept.
    fn branches(&mut self, kept: &mut Vec<usize>) -> Vec<Branch> {
        let mut branches = Vec::new();
        let mut next = 0;
        while next < self.beside.len() && branches.len() < BRANCHES_MAX {
            let (shared, idx) = self.beside[next];
            next += 1;
            if !self.visited.insert(idx) {
                continue;
            }
            let mut nodes = vec![idx];
            nodes.extend(self.walk(self.node(idx).hash, self.number_of(idx)));
            let (joined, refused) = self.join(&nodes);
            kept.extend(refused);
            kept.extend(joined.torn.iter().filter_map(|&idx| self.node(idx).at));
            let line = self.line_of(idx);
            let pieces = joined.lines.iter().filter_map(|&idx| self.node(idx).at).collect();
            branches.push(Branch { line, shared, steps: joined.steps, pieces });
        }
        let left = (0..self.bench.nodes.len()).filter(|idx| !self.visited.contains(idx));
        kept.extend(left.filter_map(|idx| self.node(idx).at));
        branches
    }

    /// Pieces that nobody could explain: before a gap they are what is missing there, elsewhere they are nothing.
    fn sort_out_unexplained(&mut self, kept: &mut Vec<usize>, aside: &mut Vec<usize>) {
        let mut places: Vec<usize> = self.bench.nodes.iter().filter_map(|node| node.at).collect();
        places.sort_unstable();
        let mut tail: Option<Mended> = None;
        let mut unexplained = self.bench.unexplained.clone();
        unexplained.sort_unstable();
        for at in unexplained {
            let piece = &self.bench.pieces[at];
            let (line, bytes) = (piece.line, piece.raw.len() as u64);
            let follower = places.get(places.partition_point(|&place| place < at));
            match follower {
                _ if piece.is_conflict_mark() => {
                    aside.push(at);
                    self.mends.push(Mended { line, mend: Mend::ConflictMark });
                }
                Some(follower) if self.gaps.contains(follower) => kept.push(at),
                Some(_) => {
                    aside.push(at);
                    self.mends.push(Mended { line, mend: Mend::JunkSetAside { bytes } });
                }
                None => {
                    aside.push(at);
                    match &mut tail {
                        Some(Mended { mend: Mend::TailSetAside { bytes: all }, .. }) => *all += bytes,
                        Some(_) | None => tail = Some(Mended { line, mend: Mend::TailSetAside { bytes } }),
                    }
                }
            }
        }
        self.mends.extend(tail);
    }

    /// A long step that the file ends in the middle of was never answered: it is a torn end.
    fn note_torn(&mut self, torn: &[usize], aside: &mut Vec<usize>) {
        let pieces: Vec<usize> = torn.iter().filter_map(|&idx| self.node(idx).at).collect();
        let bytes = pieces.iter().map(|&at| self.bench.pieces[at].raw.len() as u64).sum();
        if let Some(&at) = pieces.first() {
            let line = self.bench.pieces[at].line;
            self.mends.push(Mended { line, mend: Mend::TailSetAside { bytes } });
        }
        aside.extend(pieces);
    }
}
