//! Mends a damaged file without dropping a byte. A torn end is set aside and cut, as at any opening; anything else
//! makes the next generation of the file, since behind a mended line the chain has to be linked anew. The damaged
//! file stays beside it as it was, and what could not be used is set aside before anything is changed.
//!
//! `pieces.rs` cuts the file up, `bench.rs` finds out what each bad line was, `link.rs` puts the lines in order,
//! `elsewhere.rs` knows where else they may lie. A line comes back only as the one that its neighbour names; a change
//! by hand is taken only when somebody says so.

mod as_written;
mod bench;
mod elsewhere;
mod head;
mod link;
mod pieces;

use std::path::{Path, PathBuf};

use rustc_hash::{FxHashMap, FxHashSet};

pub use elsewhere::Whence;
pub(super) use head::file;

use bench::Bench;
use elsewhere::Elsewhere;
use head::Head;
use link::Linked;

use super::check::{Report, check_bytes};
use super::disk::{Disk, read_whole};
use super::error::{Op, StoreError};
use super::generation::replace;
use super::journal::{Journal, Notice, Opened, open_in};
use super::remembered::{Remembered, compare};
use super::scan::{BOM, FindingKind, Scan, scan};
use super::shelf::Shelf;
use super::storage::Storage;
use crate::domain::id::RunId;
use crate::domain::rerecord::rerecord;
use crate::domain::{Fact, Origin, Seat, Stamp, Step, StepNo, damaged, run};

/// Most unreadable bytes that go into the mended file; more of them lie beside it only.
const KEPT_BYTES_MAX: usize = 16 << 20;

/// What a repair may use and do.
#[derive(Debug)]
pub struct Repairing<'a> {
    /// Where this computer keeps what it remembers of files.
    pub state_folder: Option<&'a Path>,
    /// Lines that were changed by hand are taken as they stand.
    pub accept_edits: bool,
    /// A run that wrote nothing yet: steps that the repair adds are its own.
    pub run: RunId,
    /// When.
    pub at: Stamp,
    /// What is said of the run when it adds something.
    pub began: run::Fact,
}

/// What a repair did.
#[derive(Debug)]
pub struct Repaired {
    /// What was done and what could not be done, in the order of the lines.
    pub mends: Vec<Mended>,
    /// Whether the file was changed.
    pub changed: bool,
    /// Where the damaged file is now, as an older generation.
    pub older: Option<PathBuf>,
    /// Where the bytes are that could not be used.
    pub quarantine: Option<PathBuf>,
    /// The file as it is now.
    pub report: Report,
}

/// Something of a file that was mended, or could not be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mended {
    /// The number of the line in the damaged file, from 1.
    pub line: u64,
    /// What.
    pub mend: Mend,
}

/// How something of a file was mended, or that it could not be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mend {
    /// The end could not be read and was set aside.
    TailSetAside {
        /// How many bytes.
        bytes: u64,
    },
    /// The last line has its newline again.
    NewlineAdded,
    /// Bytes between two lines that follow each other were set aside.
    JunkSetAside {
        /// How many.
        bytes: u64,
    },
    /// A line by which git parts two branches was set aside.
    ConflictMark,
    /// Only the hash of a line was damaged.
    Resealed {
        /// Its step.
        step: StepNo,
    },
    /// One byte of a line was damaged, and it is known which.
    ByteFound {
        /// Its step.
        step: StepNo,
    },
    /// Steps were found elsewhere.
    Found {
        /// The first.
        first: StepNo,
        /// The last.
        last: StepNo,
        /// Where.
        whence: Whence,
    },
    /// Steps that this computer had seen behind the end of the file were put back.
    PutBack {
        /// The first.
        first: StepNo,
        /// The last.
        last: StepNo,
    },
    /// Two lines that stood in one are two again.
    Split,
    /// A line that stood there twice stands there once.
    DoubleDropped,
    /// A step was put where it belongs.
    PutInOrder {
        /// Which.
        step: StepNo,
    },
    /// A change by hand was taken as it stands; step 0 is the header.
    EditAccepted {
        /// Of which step.
        step: StepNo,
    },
    /// Another branch was put behind this one, its steps under new numbers.
    Rerecorded {
        /// How many steps.
        steps: u64,
    },
    /// The header was found again.
    HeaderFound,
    /// The header was made anew from what could be read of it.
    HeaderRebuilt,
    /// Bytes that nobody can read are kept. The step they were is lost.
    Kept {
        /// How many.
        bytes: u64,
    },
    /// Steps were found nowhere.
    Missing {
        /// The first.
        first: StepNo,
        /// The last.
        last: StepNo,
    },
    /// A step is not whole, or stands where it can't; its bytes are kept.
    Unusable {
        /// Which.
        step: StepNo,
    },
    /// A line was changed by hand, and nobody said that it should be taken; step 0 is the header.
    Edited {
        /// Its step.
        step: StepNo,
    },
    /// This computer has seen more steps, and has no copy of them.
    SeenOnly {
        /// The last.
        seen: StepNo,
    },
}

impl Mend {
    /// Whether something could not be helped.
    pub fn is_loss(self) -> bool {
        match self {
            Self::Kept { .. }
            | Self::Missing { .. }
            | Self::Unusable { .. }
            | Self::Edited { .. }
            | Self::SeenOnly { .. } => true,
            Self::TailSetAside { .. }
            | Self::NewlineAdded
            | Self::JunkSetAside { .. }
            | Self::ConflictMark
            | Self::Resealed { .. }
            | Self::ByteFound { .. }
            | Self::Found { .. }
            | Self::PutBack { .. }
            | Self::Split
            | Self::DoubleDropped
            | Self::PutInOrder { .. }
            | Self::EditAccepted { .. }
            | Self::Rerecorded { .. }
            | Self::HeaderFound
            | Self::HeaderRebuilt => false,
        }
    }
}

impl Repaired {
    /// Whether a change by hand waits for somebody to say that it should be taken. Nothing was changed then.
    pub fn waits_for_edits(&self) -> bool {
        !self.changed && self.mends.iter().any(|one| matches!(one.mend, Mend::Edited { .. }))
    }

    /// The exit status: 0 in order, 2 something could not be helped, or what a check says of what is there now.
    pub fn exit(&self) -> u8 {
        let helped = if self.mends.iter().any(|one| one.mend.is_loss()) { 2 } else { 0 };
        self.report.exit.max(helped)
    }
}

/// Mends the file at `path`.
pub fn repair(path: &Path, repairing: &Repairing<'_>) -> Result<Repaired, StoreError> {
    let mut disk = Disk::open(path)?;
    let bytes = disk.read_all().map_err(|source| StoreError::of(Op::Read, path, source))?;
    match scan(&bytes) {
        Ok(scan) if is_whole(&scan) => complete(disk, path, &scan, &bytes, repairing),
        Ok(_) | Err(_) => rebuild(disk, path, &bytes, repairing),
    }
}

/// Whether only the end may have to be mended.
fn is_whole(scan: &Scan) -> bool {
    scan.damaged.is_none() && !scan.findings.iter().any(|found| found.kind == FindingKind::DoubledLine)
}

/// Mends the end of a file, and puts back what this computer has seen behind it.
fn complete(
    disk: Disk,
    path: &Path,
    scan: &Scan,
    bytes: &[u8],
    repairing: &Repairing<'_>,
) -> Result<Repaired, StoreError> {
    let Opened { mut journal, steps, notices, header } = open_in(disk, path)?;
    let known = repairing.state_folder.and_then(|folder| compare(folder, path, &header, journal.last()));
    let lines = memchr::memchr_iter(b'\n', &bytes[..scan.end]).count() as u64;
    let line = lines + 1;
    let (mut mends, mut quarantine) = (Vec::new(), None);
    for notice in notices {
        match notice {
            Notice::TornTail { bytes, quarantine: aside } => {
                quarantine = aside;
                mends.push(Mended { line, mend: Mend::TailSetAside { bytes } });
            }
            Notice::MissingNewline => mends.push(Mended { line, mend: Mend::NewlineAdded }),
            Notice::CrLf | Notice::Bom | Notice::DoubledLine { .. } | Notice::WideOpen { .. } => {}
        }
    }
    if let (Some(folder), Some(Remembered::Shorter { .. } | Remembered::Replaced { .. })) =
        (repairing.state_folder, known)
    {
        let shelf = Shelf::of(folder, header.file);
        let elsewhere = Elsewhere::of(Some(folder), path, Some(header.file));
        let put_back = put_back(&mut journal, steps, &shelf, &elsewhere, repairing)?;
        mends.extend(put_back.into_iter().map(|mend| Mended { line: lines, mend }));
    }
    drop(journal);
    let changed = mends.iter().any(|one| !one.mend.is_loss());
    let report = check_bytes(&read_whole(path)?);
    Ok(Repaired { mends, changed, older: None, quarantine, report })
}

/// Puts back what this computer has seen and the file doesn't know. Where the file went on since, those steps come
/// behind it under new numbers.
fn put_back(
    journal: &mut Journal,
    mut steps: Vec<Step>,
    shelf: &Shelf,
    elsewhere: &Elsewhere,
    repairing: &Repairing<'_>,
) -> Result<Option<Mend>, StoreError> {
    let path = journal.path().to_owned();
    let generation = journal.header().generation;
    let missed = shelf.missed(&path, generation).map_err(|source| StoreError::of(Op::Read, &path, source))?;
    let Some(furthest) = missed.iter().max_by_key(|opening| opening.last) else { return Ok(None) };
    let behind = elsewhere.behind((journal.last(), journal.end().1));
    if let (Some(first), Some(last)) = (behind.first(), behind.last()) {
        let mend = Mend::PutBack { first: first.s, last: last.s };
        journal.append(&behind)?;
        return Ok(Some(mend));
    }
    let ours = journal.last();
    let theirs = elsewhere.steps_with(&[furthest.hash]);
    if theirs.is_empty() {
        return Ok(Some(Mend::SeenOnly { seen: furthest.last }));
    }
    steps.push(began(ours + 1, repairing));
    let came = rerecord(&steps, &theirs, repairing.run);
    if came.is_empty() {
        return Ok(None);
    }
    let count = came.len() as u64;
    steps.extend(came);
    let new: Vec<Step> = steps.into_iter().filter(|step| step.s > ours).collect();
    journal.append(&new)?;
    Ok(Some(Mend::Rerecorded { steps: count }))
}

/// The step that says who repairs.
fn began(s: StepNo, repairing: &Repairing<'_>) -> Step {
    step(s, vec![repairing.began.clone().into()], repairing)
}

fn step(s: StepNo, facts: Vec<Fact>, repairing: &Repairing<'_>) -> Step {
    Step { s, w: repairing.run, at: repairing.at, by: Seat::CommandLine, facts, from: None }
}

/// Makes the next generation of a damaged file out of what can be read, found and kept.
fn rebuild(
    mut disk: Disk,
    path: &Path,
    bytes: &[u8],
    repairing: &Repairing<'_>,
) -> Result<Repaired, StoreError> {
    let start = if bytes.starts_with(BOM) { BOM.len() } else { 0 };
    let (mut pieces, nodes) = pieces::cut(bytes, start);
    let Head { header, hash, mend } = head::find(&mut pieces, &nodes, path, repairing)?;
    let elsewhere = Elsewhere::of(repairing.state_folder, path, Some(header.file));
    let bench = Bench::new((pieces, nodes), hash, &elsewhere, repairing.accept_edits);
    let linked = link::link(&bench);
    let mut rebuilt = Rebuilt::of(&bench, linked, repairing);
    rebuilt.mends.extend(mend.map(|mend| Mended { line: 1, mend }));
    rebuilt.mends.extend_from_slice(&bench.mends);
    rebuilt.mends.sort_by_key(|one| one.line);
    rebuilt.mends.dedup_by_key(|one| (one.line, one.mend));
    let Rebuilt { steps, aside, last, mends } = rebuilt;
    if mends.iter().any(|one| matches!(one.mend, Mend::Edited { .. })) {
        let report = check_bytes(bytes);
        return Ok(Repaired { mends, changed: false, older: None, quarantine: None, report });
    }
    let quarantine = match aside.is_empty() {
        true => None,
        false => {
            Some(disk.quarantine(&aside).map_err(|source| StoreError::of(Op::Quarantine, path, source))?)
        }
    };
    let older = replace(disk, &header, last, &steps)?;
    let report = check_bytes(&read_whole(path)?);
    Ok(Repaired { mends, changed: true, older: Some(older), quarantine, report })
}

/// What the next generation holds.
struct Rebuilt {
    steps: Vec<Step>,
    /// The bytes that could not be used as they stood.
    aside: Vec<u8>,
    /// The hash of the last line that was used.
    last: super::hash::Hash,
    mends: Vec<Mended>,
}

impl Rebuilt {
    fn of(bench: &Bench<'_>, linked: Linked, repairing: &Repairing<'_>) -> Self {
        let Linked { mut steps, last, branches, mut kept, aside, mut mends } = linked;
        let behind = bench.elsewhere.behind((steps.last().map_or(0, |step| step.s), last));
        if let (Some(first), Some(last)) = (behind.first(), behind.last()) {
            let line = bench.pieces.last().map_or(1, |piece| piece.line);
            mends.push(Mended { line, mend: Mend::PutBack { first: first.s, last: last.s } });
        }
        steps.extend(behind);
        let begins = steps.last().map_or(1, |step| step.s + 1);
        let mut grown = steps;
        grown.push(began(begins, repairing));
        for branch in branches {
            let shared = grown.iter().filter(|step| step.s <= branch.shared && step.s < begins);
            let theirs: Vec<Step> = shared.chain(&branch.steps).cloned().collect();
            if clash(&grown, &branch.steps) {
                kept.extend(branch.pieces);
                continue;
            }
            let came = rerecord(&grown, &theirs, repairing.run);
            let steps = came.len() as u64;
            grown.extend(came);
            mends.push(Mended { line: branch.line, mend: Mend::Rerecorded { steps } });
        }
        let mut rebuilt = Self { steps: grown, aside: Vec::new(), last, mends };
        rebuilt.keep(bench, &kept, repairing);
        rebuilt.set_aside(bench, &aside, &kept);
        if rebuilt.steps.last().is_some_and(|step| step.s == begins) {
            // Nothing was added, so that nobody needs to hear who repaired.
            rebuilt.steps.pop();
        }
        rebuilt
    }

    /// Writes what is lost into the file: the bytes, and the numbers of steps that are nowhere.
    fn keep(&mut self, bench: &Bench<'_>, kept: &[usize], repairing: &Repairing<'_>) {
        let mut facts: Vec<Fact> = Vec::new();
        let steps = bench.steps_by_piece();
        let mut said = FxHashSet::default();
        let mut left = KEPT_BYTES_MAX;
        for &at in kept {
            let piece = &bench.pieces[at];
            let bytes = piece.raw.len();
            let (line, step) = (piece.line, steps.get(&at));
            match step {
                None => self.mends.push(Mended { line, mend: Mend::Kept { bytes: bytes as u64 } }),
                Some(&step) if said.insert(step) => {
                    self.mends.push(Mended { line, mend: Mend::Unusable { step } });
                }
                Some(_) => {}
            }
            if let Some(rest) = left.checked_sub(bytes) {
                left = rest;
                facts.extend(damaged::kept(piece.line, piece.bytes));
            }
        }
        facts.extend(self.mends.iter().filter_map(|one| match one.mend {
            Mend::Missing { first, last } => Some(damaged::Fact::Missing { first, last }.into()),
            _ => None,
        }));
        if !facts.is_empty() {
            let s = self.steps.last().map_or(1, |step| step.s + 1);
            self.steps.push(step(s, facts, repairing));
        }
    }

    /// Collects the bytes that are not in the next generation as they stood.
    fn set_aside(&mut self, bench: &Bench<'_>, aside: &[usize], kept: &[usize]) {
        let mut places: Vec<usize> = aside.iter().chain(kept).copied().collect();
        places.extend((0..bench.pieces.len()).filter(|&at| bench.was_damaged(at)));
        places.sort_unstable();
        places.dedup();
        self.aside = places.iter().flat_map(|&at| bench.pieces[at].raw).copied().collect();
    }
}

/// Whether a step of another branch says something else than one of ours that was written in the same place: such a
/// step is nobody's.
fn clash(ours: &[Step], theirs: &[Step]) -> bool {
    let written_here = ours.iter().filter(|step| step.from.is_none());
    let ours: FxHashMap<Origin, &Step> = written_here.map(|step| (step.origin(), step)).collect();
    let differs =
        |ours: &Step, theirs: &Step| (ours.at, ours.by, &ours.facts) != (theirs.at, theirs.by, &theirs.facts);
    theirs.iter().any(|step| ours.get(&step.origin()).is_some_and(|ours| differs(ours, step)))
}
