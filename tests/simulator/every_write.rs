//! One morning's writing, stopped at each of its writes and flushes in turn, with everything that a power cut
//! can leave. Nothing here is left to chance but what the sectors hold.

use super::counts::Counts;
use super::disk::Moment;
use super::life::Life;
use super::outage::{Length, Mood};
use super::recovery::{Crash, MENDING_MAX};

/// The operation of the morning that flushes the step of many sectors, before it is begun.
const FLUSH_OF_MANY_SECTORS: (usize, Moment) = (9, Moment::Before);

/// Something that is done in a morning.
type Part = fn(&mut Life) -> Result<(), String>;

/// The morning: a new file, single steps, several at once, a step of many sectors, a file that is reopened.
fn write_a_morning(life: &mut Life) -> Result<(), String> {
    let parts: [Part; 7] = [
        Life::begin,
        |life| life.write(1),
        |life| life.write(3),
        Life::write_at_length,
        Life::quit_and_open,
        |life| life.write(2),
        |life| life.write(1),
    ];
    for part in parts {
        part(life)?;
        if life.disk.is_stopped() {
            break;
        }
    }
    Ok(())
}

/// The morning up to where `fuse` stops it.
fn stopped(seed: u64, fuse: Option<(usize, Moment)>) -> Result<Life, String> {
    let mut life = Life::new(seed);
    life.disk.stop_after(fuse);
    write_a_morning(&mut life).map_err(|error| life.told(&error))?;
    Ok(life)
}

/// So many seeds that no two crashes of a test share one.
fn seeds(seed: u64) -> impl Iterator<Item = u64> {
    (seed << 16)..
}

/// A crash of every kind at every moment of every operation of the morning.
pub fn crash_everywhere(seed: u64) -> Result<Counts, String> {
    let mut counts = Counts::default();
    let operations = stopped(seed, None)?.disk.operations();
    let fuses = || (0..operations).flat_map(|operation| Moment::ALL.map(|moment| (operation, moment)));
    let all = fuses().flat_map(|fuse| Crash::all().map(move |crash| (fuse, crash)));
    for (seed, (fuse, crash)) in seeds(seed).zip(all) {
        let mut life = stopped(seed, Some(fuse))?;
        life.recover(crash).map_err(|error| life.told(&error))?;
        counts += life.counts;
    }
    Ok(counts)
}

/// Torn ends of every kind, and a crash of every kind at every moment of the opening that mends them.
pub fn crash_while_mending(seed: u64) -> Result<Counts, String> {
    let mut counts = Counts::default();
    let firsts = Mood::ALL.map(|mood| Crash::Power(mood, Length::New)).into_iter().chain([Crash::Kill]);
    let fuses = || (0..MENDING_MAX).flat_map(|operation| Moment::ALL.map(|moment| (operation, moment)));
    let seconds = || fuses().flat_map(|fuse| Crash::all().map(move |crash| (fuse, crash)));
    let all = firsts.flat_map(|first| seconds().map(move |(fuse, second)| (first, fuse, second)));
    for (seed, (first, fuse, second)) in seeds(seed).zip(all) {
        let mut life = stopped(seed, Some(FLUSH_OF_MANY_SECTORS))?;
        life.recover_twice(first, fuse, second).map_err(|error| life.told(&error))?;
        counts += life.counts;
    }
    Ok(counts)
}

/// A crash of every kind while an import is written and flushed, which takes a group of lines.
pub fn crash_in_an_import(seed: u64) -> Result<Counts, String> {
    let mut counts = Counts::default();
    let all = [0, 1].into_iter().flat_map(|operation| Crash::all().map(move |crash| (operation, crash)));
    for (seed, (operation, crash)) in seeds(seed).zip(all) {
        let mut life = Life::new(seed);
        life.begin()?;
        life.disk.stop_after(Some((operation, Moment::During)));
        life.import()?;
        life.recover(crash).map_err(|error| life.told(&error))?;
        counts += life.counts;
    }
    Ok(counts)
}

/// A try that a full disk cut short, others in its place that are as long, and a power cut between their write and
/// their flush: of each sector the disk may hold what either of them put there.
pub fn crash_over_an_earlier_try(seed: u64) -> Result<Counts, String> {
    let mut life = Life::new(seed);
    life.begin()?;
    life.write_over_an_earlier_try()?;
    life.recover(Crash::Power(Mood::Mixed, Length::New)).map_err(|error| life.told(&error))?;
    Ok(life.counts)
}
