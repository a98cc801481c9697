//! The promises of the file against everything that a machine may do to it: power cuts at every write, kills,
//! full disks, flushes that fail, a second writer. The disk is simulated, and every life on it is fixed by a
//! number; the kills and the locks are real.
//!
//! `VICHE_CRASHES=1000000 cargo test --release --test simulator` lives longer, `VICHE_SEED=7` lives one life
//! again and shows what happened in it.
#![allow(clippy::unwrap_used)]

mod counts;
mod dice;
mod disk;
mod every_write;
mod hands;
mod kills;
mod life;
mod outage;
mod promise;
mod recovery;
mod repairs;
mod scribe;

use std::io::Write as _;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use counts::Counts;
use life::Life;

/// Crashes of an ordinary run.
const CRASHES: u64 = 10_000;

/// A number from the environment.
fn asked(name: &str, usual: u64) -> u64 {
    std::env::var(name).map_or(usual, |number| number.parse().unwrap())
}

/// Held while a real file is locked, and while a process begins: until its own program runs it holds what is open
/// here, and with it the locks that were just given back.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Says how much was tried, past the test runner, which keeps what tests print to itself.
fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

#[test]
fn whatever_crashes_no_step_that_was_answered_for_is_lost() {
    if let Ok(seed) = std::env::var("VICHE_SEED") {
        let mut life = Life::new(seed.parse().unwrap());
        life.live().unwrap_or_else(|error| panic!("{}", life.told(&error)));
        return say(&life.told(&life.counts.to_string()));
    }
    let crashes = asked("VICHE_CRASHES", CRASHES);
    let total = live_until(crashes).unwrap_or_else(|error| panic!("{error}"));
    say(&format!("whatever crashes: {total}"));
    assert!(total.crashes >= crashes);
}

#[test]
fn a_crash_at_every_write_and_flush_loses_no_promised_step() {
    on_many_mornings("at every write", 10_000, every_write::crash_everywhere);
}

#[test]
fn a_crash_while_a_torn_end_is_mended_loses_no_promised_step() {
    on_many_mornings("while mending", 10_000, every_write::crash_while_mending);
}

#[test]
fn an_import_is_there_whole_or_not_at_all() {
    on_many_mornings("in an import", 100_000, every_write::crash_in_an_import);
}

#[test]
fn what_an_earlier_try_left_on_the_disk_never_joins_the_file() {
    on_many_mornings("over an earlier try", 16, every_write::crash_over_an_earlier_try);
}

/// Goes through a seed for each `one_for` crashes that are asked for, at least one.
fn on_many_mornings(what: &str, one_for: u64, crash: impl Fn(u64) -> Result<Counts, String>) {
    let mut total = Counts::default();
    for seed in 0..asked("VICHE_CRASHES", CRASHES).div_ceil(one_for) {
        total += crash(seed).unwrap_or_else(|error| panic!("of seed {seed}: {error}"));
    }
    say(&format!("{what}: {total}"));
}

/// Lives one life after the other, several at a time, until there were so many crashes.
fn live_until(crashes: u64) -> Result<Counts, String> {
    let (next, lived) = (AtomicU64::new(0), AtomicU64::new(0));
    let work = || -> Result<Counts, String> {
        let mut counts = Counts::default();
        while lived.load(Ordering::Relaxed) < crashes {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            let mut life = Life::new(seed);
            if let Err(error) = life.live() {
                // The others need not go on.
                lived.store(crashes, Ordering::Relaxed);
                return Err(format!("{}again with VICHE_SEED={seed}", life.told(&error)));
            }
            lived.fetch_add(life.counts.crashes, Ordering::Relaxed);
            counts += life.counts;
        }
        Ok(counts)
    };
    let hands = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let works: Vec<_> = (0..hands).map(|_| scope.spawn(work)).collect();
        let mut total = Counts::default();
        for work in works {
            total += work.join().unwrap()?;
        }
        Ok(total)
    })
}
