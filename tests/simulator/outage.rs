//! What a power cut leaves of what was not flushed. A disk writes sectors, in any order it likes; of those
//! that were under way each may be there, missing, empty, full of something else, or torn inside. The length
//! of the file is kept elsewhere and may lag behind.
//!
//! Bytes that were flushed stay, also where their sector is written again to put more behind them: every
//! design that only appends rests on that.

use super::dice::Dice;

/// Bytes that a disk writes at once.
pub const SECTOR: usize = 512;

/// Something that was done to a file and not flushed.
#[derive(Clone, Debug)]
pub enum Change {
    /// These bytes were put behind the first `at`.
    Write { at: usize, bytes: Vec<u8> },
    /// Everything behind the first `len` bytes was cut.
    Cut { len: usize },
}

/// What the sectors under way have in common.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mood {
    /// All reached the disk.
    Kept,
    /// None did.
    Lost,
    /// Their places were reserved, and hold nothing.
    Zeroed,
    /// Their places hold something else.
    Garbled,
    /// The first ones did, the one in the middle in part.
    FirstKept,
    /// The last ones did.
    LastKept,
    /// Each fared in its own way.
    Mixed,
}

impl Mood {
    /// Every one.
    pub const ALL: [Self; 7] =
        [Self::Kept, Self::Lost, Self::Zeroed, Self::Garbled, Self::FirstKept, Self::LastKept, Self::Mixed];
}

/// How long the file is afterwards.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Length {
    /// As at the last flush.
    Old,
    /// As it was when the power went.
    New,
    /// Something from the shortest to the longest that it was since.
    Between,
}

impl Length {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Old, Self::New, Self::Between];
}

/// How one sector fared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Fate {
    New,
    /// As it was after so many of the changes.
    Older(usize),
    Zeroed,
    Garbled,
    /// New up to a place inside, older behind it.
    Torn(usize),
}

/// The file after the power went: `flushed` is what stood at the last flush, `changes` came since.
pub fn leave(flushed: &[u8], changes: &[Change], mood: Mood, length: Length, dice: &mut Dice) -> Vec<u8> {
    let versions = versions(flushed, changes);
    let lengths = || versions.iter().map(Vec::len);
    let (shortest, longest) = (lengths().min().unwrap_or(0), lengths().max().unwrap_or(0));
    let newest = versions.len() - 1;
    let len = match length {
        Length::Old => flushed.len(),
        Length::New => versions[newest].len(),
        Length::Between => shortest + dice.below(longest - shortest + 1),
    };
    let mut left = flushed[..shortest].to_vec();
    let (first, last) = (shortest / SECTOR, len.div_ceil(SECTOR));
    let middle = first + dice.below((last - first).max(1));
    for sector in first..last {
        let range = (sector * SECTOR).max(shortest)..((sector + 1) * SECTOR).min(len);
        let fate = fate(mood, sector, middle, newest, dice);
        let place = left.len();
        left.extend(range.clone().map(|at| byte_of(fate, at, &versions)));
        if fate == Fate::Garbled {
            garble(&mut left[place..], flushed, dice);
        }
    }
    left
}

/// The file as it was at the flush and after each change.
fn versions(flushed: &[u8], changes: &[Change]) -> Vec<Vec<u8>> {
    let mut versions = vec![flushed.to_vec()];
    for change in changes {
        let mut next = versions.last().cloned().unwrap_or_default();
        match change {
            Change::Write { at, bytes } => {
                next.resize(*at, 0);
                next.extend_from_slice(bytes);
            }
            Change::Cut { len } => next.truncate(*len),
        }
        versions.push(next);
    }
    versions
}

fn fate(mood: Mood, sector: usize, middle: usize, newest: usize, dice: &mut Dice) -> Fate {
    match mood {
        Mood::Kept => Fate::New,
        Mood::Lost => Fate::Older(0),
        Mood::Zeroed => Fate::Zeroed,
        Mood::Garbled => Fate::Garbled,
        Mood::FirstKept if sector < middle => Fate::New,
        Mood::FirstKept if sector == middle => Fate::Torn(dice.below(SECTOR)),
        Mood::FirstKept => Fate::Older(0),
        Mood::LastKept if sector > middle => Fate::New,
        Mood::LastKept => dice.pick(&[Fate::Older(0), Fate::Zeroed]),
        Mood::Mixed => {
            let (older, torn) = (dice.below(newest + 1), dice.below(SECTOR));
            dice.pick(&[Fate::New, Fate::Older(older), Fate::Zeroed, Fate::Garbled, Fate::Torn(torn)])
        }
    }
}

/// What stands at a place of the file. Where nothing was ever written there is a hole, which reads as zeros.
fn byte_of(fate: Fate, at: usize, versions: &[Vec<u8>]) -> u8 {
    let newest = versions.len() - 1;
    let version = match fate {
        Fate::New | Fate::Garbled => newest,
        Fate::Older(version) => version,
        Fate::Torn(inside) if at % SECTOR < inside => newest,
        Fate::Torn(_) => 0,
        Fate::Zeroed => return 0,
    };
    versions[version].get(at).copied().unwrap_or(0)
}

/// Puts something else there: noise, a piece of the same file, or nearly the right thing.
fn garble(bytes: &mut [u8], file: &[u8], dice: &mut Dice) {
    match dice.below(4) {
        0 => bytes.iter_mut().for_each(|byte| *byte = dice.bits() as u8),
        1 if !file.is_empty() => {
            let from = dice.below(file.len());
            bytes.iter_mut().zip(file[from..].iter().cycle()).for_each(|(byte, other)| *byte = *other);
        }
        2 if !bytes.is_empty() => {
            let at = dice.below(bytes.len());
            bytes[at] ^= 1 << dice.below(8);
        }
        _ => misread(bytes, dice),
    }
}

/// Makes one letter or digit another one, so that only a hash can tell.
fn misread(bytes: &mut [u8], dice: &mut Dice) {
    let letters: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_alphanumeric()).collect();
    if !letters.is_empty() {
        let at = dice.pick(&letters);
        bytes[at] = if bytes[at] == b'7' { b'1' } else { b'7' };
    }
}
