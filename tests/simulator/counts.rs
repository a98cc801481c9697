//! What was lived through, counted.

use std::fmt;
use std::ops::AddAssign;

/// How often what happened.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Counts {
    /// Crashes, each followed by an opening.
    pub crashes: u64,
    /// Those of them that found something unflushed.
    pub unflushed: u64,
    /// Those of them that were kills.
    pub kills: u64,
    /// Those of them that came while an earlier one was being mended.
    pub mending: u64,
    /// Openings that found something to set aside or to add.
    pub torn: u64,
    /// Files that were refused as damaged, with reason, and put in order by hand.
    pub refused: u64,
    /// Those of them that were repaired too.
    pub repaired: u64,
    /// Flushes that failed.
    pub failed_flushes: u64,
    /// Disks that were full.
    pub full: u64,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.crashes += other.crashes;
        self.unflushed += other.unflushed;
        self.kills += other.kills;
        self.mending += other.mending;
        self.torn += other.torn;
        self.refused += other.refused;
        self.repaired += other.repaired;
        self.failed_flushes += other.failed_flushes;
        self.full += other.full;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { crashes, unflushed, kills, mending, torn, refused, repaired, failed_flushes, full } = self;
        write!(
            f,
            "{crashes} crashes, {unflushed} with something unflushed, {kills} kills, {mending} while "
        )?;
        write!(f, "mending; {torn} torn ends, {refused} files refused, {repaired} of them repaired; ")?;
        write!(f, "{failed_flushes} failed flushes, {full} full disks")
    }
}
