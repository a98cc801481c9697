//! Where else lines of a file may lie: its mirror, what was set aside beside it, its older generations, the files in
//! which runs went on. Read when it is first asked for; every line is known by its hash, so that nothing false can
//! come from there.

use std::cell::OnceCell;
use std::ops::Range;
use std::path::{Path, PathBuf};

use memchr::memmem;
use rustc_hash::FxHashMap;
use uuid::Uuid;

use crate::domain::{Step, StepNo};
use crate::store::disk::read_whole;
use crate::store::format::{Header, Line, decode_header, decode_step, encode_step, seal_of};
use crate::store::hash::Hash;
use crate::store::lines::Lines;
use crate::store::scan::scan;
use crate::store::shelf::Shelf;
use crate::store::{older_generations, quarantined};

/// Most files that are looked into.
const FILES_MAX: usize = 200;

/// Where a line was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Whence {
    /// In the mirror of the file, or an older one.
    Mirror,
    /// In what was set aside beside the file.
    Quarantine,
    /// In an older generation of it.
    Generation,
    /// In a file in which a run went on.
    Fallback,
}

/// All these places.
pub(super) struct Elsewhere {
    places: Vec<(Whence, PathBuf)>,
    read: OnceCell<Read>,
}

struct Read {
    files: Vec<(Whence, Vec<u8>)>,
    lines: FxHashMap<Hash, (usize, Range<usize>)>,
    /// The hashes of lines by the hash that they name, made when first needed.
    behind: OnceCell<FxHashMap<Hash, Hash>>,
}

impl Elsewhere {
    /// The places where lines of the file at `path` may lie. `file` is its own name, if that is known.
    pub fn of(state_folder: Option<&Path>, path: &Path, file: Option<Uuid>) -> Self {
        let mut places = Vec::new();
        let shelf = state_folder.zip(file).map(|(folder, file)| Shelf::of(folder, file));
        if let Some(shelf) = &shelf {
            places.push((Whence::Mirror, shelf.mirror()));
            places.extend(shelf.older_mirrors().into_iter().map(|path| (Whence::Mirror, path)));
        }
        places.extend(quarantined(path).into_iter().map(|path| (Whence::Quarantine, path)));
        places.extend(older_generations(path).into_iter().map(|path| (Whence::Generation, path)));
        let fallbacks = shelf.map(|shelf| shelf.fallbacks()).unwrap_or_default();
        places.extend(fallbacks.into_iter().map(|path| (Whence::Fallback, path)));
        places.truncate(FILES_MAX);
        Self { places, read: OnceCell::new() }
    }

    fn read(&self) -> &Read {
        self.read.get_or_init(|| {
            let open = |(whence, path): &(Whence, PathBuf)| Some((*whence, read_whole(path).ok()?));
            let files: Vec<(Whence, Vec<u8>)> = self.places.iter().filter_map(open).collect();
            let mut lines = FxHashMap::default();
            for (idx, (_, bytes)) in files.iter().enumerate() {
                let mut at = 0;
                for line in Lines::of(bytes, 0) {
                    if let Some(hash) = line.hash {
                        lines.entry(hash).or_insert((idx, at..at + line.bytes.len()));
                    }
                    at = line.end;
                }
            }
            Read { files, lines, behind: OnceCell::new() }
        })
    }

    /// The line of this hash.
    pub fn line(&self, hash: Hash) -> Option<(Whence, &[u8])> {
        let read = self.read();
        let (idx, range) = read.lines.get(&hash)?;
        let (whence, bytes) = &read.files[*idx];
        Some((*whence, &bytes[range.clone()]))
    }

    /// The hash of a line that follows the one of this hash.
    pub fn follower(&self, hash: Hash) -> Option<Hash> {
        let read = self.read();
        let behind = read.behind.get_or_init(|| {
            let named = |&hash: &Hash| Some((decode_step(self.line(hash)?.1).ok()?.prev, hash));
            read.lines.keys().filter_map(named).collect()
        });
        behind.get(&hash).copied()
    }

    /// The steps that a mirror has behind the step of this number, whose last line has this hash.
    pub fn behind(&self, (last, hash): (StepNo, Hash)) -> Vec<Step> {
        let mut steps = self.steps_with(&[hash]);
        steps.retain(|step| step.s > last);
        steps
    }

    /// The steps of the first mirror that is in order and has lines of all these hashes.
    pub fn steps_with(&self, hashes: &[Hash]) -> Vec<Step> {
        let mirrors = self.read().files.iter().filter(|(whence, _)| *whence == Whence::Mirror);
        let having = mirrors
            .filter(|(_, bytes)| hashes.iter().all(|hash| memmem::find(bytes, &seal_of(*hash)).is_some()));
        let scans = having.filter_map(|(_, bytes)| scan(bytes).ok());
        scans.filter(|scan| scan.damaged.is_none()).map(|scan| scan.steps).next().unwrap_or_default()
    }

    /// The steps between two numbers, from a file that has them all, if they lead from the line of hash `from` to
    /// the line whose hash is `to`. Another generation chains other lines, but its steps are the same.
    pub fn steps_between(
        &self,
        from: (StepNo, Hash),
        to: (StepNo, Hash),
    ) -> Option<(Whence, Vec<(Hash, Line)>)> {
        let wanted = from.0 + 1..to.0;
        if wanted.is_empty() {
            return None;
        }
        self.read().files.iter().find_map(|(whence, bytes)| {
            let steps = scan(bytes).ok()?.steps;
            let steps: Vec<Step> = steps.into_iter().filter(|step| wanted.contains(&step.s)).collect();
            let lines = rechained(&steps, from.1)?;
            (lines.last()?.0 == to.1).then_some((*whence, lines))
        })
    }

    /// The headers of all these files with their hashes.
    pub fn headers(&self) -> Vec<(Hash, Header, Hash)> {
        let of_file = |(_, bytes): &(Whence, Vec<u8>)| {
            let first = Lines::of(bytes, 0).next()?;
            let last = scan(bytes).map_or(Hash::ZERO, |scan| scan.hash);
            Some((first.hash?, decode_header(first.bytes).ok()?, last))
        };
        self.read().files.iter().filter_map(of_file).collect()
    }
}

/// The lines of `steps` behind the line of hash `from`. None where one is more than a line.
fn rechained(steps: &[Step], from: Hash) -> Option<Vec<(Hash, Line)>> {
    let mut prev = from;
    let mut lines = Vec::new();
    for step in steps {
        let mut bytes = Vec::new();
        let hash = encode_step(step, prev, &mut bytes).ok()?;
        let line = decode_step(bytes.strip_suffix(b"\n")?).ok()?;
        lines.push((hash, line));
        prev = hash;
    }
    Some(lines)
}
