//! Reads a journal while another process writes it: whole lines only, checked as the scan checks them, each
//! step once. Takes no lock and writes nothing, so that a reader can never be in the writer's way.
//!
//! Knows the file by its name. When another one comes under the name, when it gets shorter than what was read
//! of it, or when what was read no longer stands there, it is read anew from its first line. When to look is
//! for others to say.

use std::fs::{File, Metadata};
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::disk::{must_be_file, read_whole};
use super::error::{Op, StoreError};
use super::format::{FILE_BYTES_MAX, Header, Line, SEAL_BYTES, decode_step, seal_of};
use super::hash::Hash;
use super::journal::undamaged;
use super::lines::{Ending, Lines, Stretch};
use super::os::{self, Identity};
use super::scan::{Group, continues};
use crate::domain::{Step, StepNo};

/// What a look at the file found.
#[derive(Debug)]
pub enum Followed {
    /// Nothing since the last look.
    Nothing,
    /// These steps came behind those that were answered before; at least one.
    Steps(Vec<Step>),
    /// The file from its first step to its last: at the first look, when it is back, or when it is another
    /// one than before.
    Whole(Header, Vec<Step>),
    /// There is no file of this name. Said once, until there is one again.
    Gone,
    /// It can't be read as it stands. Said once, until it changes.
    Unreadable(StoreError),
}

/// Follows one file.
#[derive(Debug)]
pub struct Follower {
    path: PathBuf,
    /// How the file looked from outside at the last look; none while there is none.
    seen: Option<Outside>,
    /// How far it was read; none until it could be.
    reached: Option<Reached>,
    looked: bool,
}

/// What the system tells of a file without opening it.
#[derive(Clone, PartialEq, Debug)]
struct Outside {
    identity: Option<Identity>,
    len: u64,
    written: Option<SystemTime>,
}

/// How far a file was read.
#[derive(Clone, Debug)]
struct Reached {
    /// Behind the last whole line that was read.
    at: u64,
    /// Behind the seal of that line.
    sealed_at: u64,
    /// The hash of that line.
    hash: Hash,
    /// The number of the last whole step.
    last: StepNo,
    /// A long step of which some lines were read.
    group: Option<Group>,
}

/// What stands behind the last whole line is not what a journal would say next.
struct NotInOrder;

impl Outside {
    fn of(path: &Path, meta: &Metadata) -> std::io::Result<Self> {
        let written = meta.modified().ok();
        Ok(Self { identity: os::identity_at(path)?, len: meta.len(), written })
    }
}

impl Follower {
    /// Follows the file at `path`, of which nothing was read yet.
    pub fn new(path: impl AsRef<Path>) -> Self {
        Self { path: path.as_ref().to_owned(), seen: None, reached: None, looked: false }
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Looks at the file and answers what is new. Costs one question to the system while nothing is.
    pub fn look(&mut self) -> Followed {
        let first = !std::mem::replace(&mut self.looked, true);
        let outside = std::fs::metadata(&self.path).and_then(|meta| Outside::of(&self.path, &meta));
        let outside = match outside {
            Ok(outside) => outside,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return self.gone(first),
            Err(source) => {
                let known = self.seen.is_none() && !first;
                self.seen = None;
                self.reached = None;
                return match known {
                    true => Followed::Nothing,
                    false => Followed::Unreadable(StoreError::of(Op::Open, &self.path, source)),
                };
            }
        };
        if self.seen.as_ref() == Some(&outside) {
            return Followed::Nothing;
        }
        let same_file = self.seen.as_ref().is_some_and(|seen| seen.identity == outside.identity);
        self.seen = Some(outside);
        match self.reached.take() {
            Some(reached) if same_file => match self.read_on(reached) {
                Ok((reached, steps)) => {
                    self.reached = Some(reached);
                    if steps.is_empty() { Followed::Nothing } else { Followed::Steps(steps) }
                }
                Err(NotInOrder) => self.read_anew(),
            },
            Some(_) | None => self.read_anew(),
        }
    }

    fn gone(&mut self, first: bool) -> Followed {
        let was_there = self.seen.take().is_some();
        self.reached = None;
        if was_there || first { Followed::Gone } else { Followed::Nothing }
    }

    /// Reads what came behind the last whole line, once it is sure that this line still stands there.
    fn read_on(&self, reached: Reached) -> Result<(Reached, Vec<Step>), NotInOrder> {
        let mut file = File::open(&self.path).map_err(|_| NotInOrder)?;
        let sealed_from = reached.sealed_at.checked_sub(SEAL_BYTES as u64).ok_or(NotInOrder)?;
        file.seek(SeekFrom::Start(sealed_from)).map_err(|_| NotInOrder)?;
        let mut bytes = Vec::new();
        file.take(FILE_BYTES_MAX).read_to_end(&mut bytes).map_err(|_| NotInOrder)?;
        let behind = usize::try_from(reached.at - sealed_from).map_err(|_| NotInOrder)?;
        if bytes.len() < behind || bytes[..SEAL_BYTES] != seal_of(reached.hash) {
            return Err(NotInOrder);
        }
        reached.extended(&bytes[behind..])
    }

    /// Reads the file from its first line.
    fn read_anew(&mut self) -> Followed {
        let read = must_be_file(&self.path, &self.path).and_then(|()| read_whole(&self.path));
        let scan = read.and_then(|bytes| undamaged(&bytes, &self.path).map(|scan| (bytes, scan)));
        match scan {
            Ok((bytes, scan)) => {
                let mut end = scan.end;
                while end > 0 && matches!(bytes[end - 1], b'\n' | b'\r') {
                    end -= 1;
                }
                self.reached = Some(Reached {
                    at: scan.end as u64,
                    sealed_at: end as u64,
                    hash: scan.hash,
                    last: scan.last(),
                    group: None,
                });
                Followed::Whole(scan.header, scan.steps)
            }
            Err(StoreError::Io { source, .. }) if source.kind() == std::io::ErrorKind::NotFound => {
                self.gone(false)
            }
            Err(error) => Followed::Unreadable(error),
        }
    }
}

impl Reached {
    /// Goes on over `bytes`, which stand behind the last whole line, to their last whole line. What comes
    /// behind that one waits: its rest is still to be written.
    fn extended(mut self, bytes: &[u8]) -> Result<(Self, Vec<Step>), NotInOrder> {
        let from = self.at;
        let mut steps = Vec::new();
        for stretch in Lines::of(bytes, 0) {
            // The line before was whole but for its newline, which is here now.
            let only_newline = matches!(stretch.bytes, b"" | b"\r")
                && stretch.ending != Ending::Missing
                && self.at == self.sealed_at;
            match stretch.hash {
                Some(hash) => steps.extend(self.take(&stretch, hash)?),
                None if only_newline => {}
                None if stretch.ending == Ending::Missing => break,
                None => return Err(NotInOrder),
            }
            self.at = from + stretch.end as u64;
            if stretch.hash.is_some() {
                self.sealed_at = self.at - ending_bytes(stretch.ending)?;
            }
        }
        Ok((self, steps))
    }

    /// Takes a whole line. Answers the step that it ends, if it ends one.
    fn take(&mut self, stretch: &Stretch<'_>, hash: Hash) -> Result<Option<Step>, NotInOrder> {
        let Line { step, prev, part } = decode_step(stretch.bytes).map_err(|_| NotInOrder)?;
        if prev != self.hash || step.s <= self.last {
            return Err(NotInOrder);
        }
        self.hash = hash;
        let whole = match (self.group.take(), part) {
            (None, None) => Some(step),
            (None, Some(part)) if (part.i, part.n) == (1, 1) => Some(step),
            (None, Some(part)) if part.i == 1 => {
                self.group = Some(Group { step, part, line: stretch.line });
                None
            }
            (Some(mut group), Some(part)) if continues(&group, &step, part) => {
                group.step.facts.extend(step.facts);
                group.part = part;
                match part.i == part.n {
                    true => Some(group.step),
                    false => {
                        self.group = Some(group);
                        None
                    }
                }
            }
            (None | Some(_), None | Some(_)) => return Err(NotInOrder),
        };
        self.last = whole.as_ref().map_or(self.last, |step| step.s);
        Ok(whole)
    }
}

/// The bytes that follow a whole line; a line that goes on behind its end is not in order.
fn ending_bytes(ending: Ending) -> Result<u64, NotInOrder> {
    match ending {
        Ending::Newline => Ok(1),
        Ending::CrLf => Ok(2),
        Ending::Missing => Ok(0),
        Ending::Glued => Err(NotInOrder),
    }
}

#[cfg(test)]
mod tests;
