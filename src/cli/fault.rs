//! `viche fault`, in debug builds only: the demo in memory, a part of which breaks down on purpose, so that
//! tests can see what outlives it.

use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use super::args::Fault;
use super::demo::session_in;
use super::fault_notes;
use super::open::{end, must_be_terminal, store_fail, terminal_fail};
use super::place::Place;
use super::say::Fail;
use crate::demo::{make, usual_moment};
use crate::domain::Stamp;
use crate::domain::id::RunId;
use crate::runtime::clock::Clock;
use crate::store::{self, Header, Memory, Storage};

/// How often the clock is asked before it breaks: the first frame is on the screen by then.
const CLOCK_READINGS: u32 = 40;
/// Writes before the storage breaks: the header, the demo, the beginning of the run.
const WRITES: u32 = 3;

/// Runs a session in memory whose part breaks down; with a file, writes notes to it.
pub(super) fn run(fault: &Fault, place: &Place) -> Result<u8, Fail> {
    if let Some(file) = &fault.file {
        return fault_notes::run(file, place);
    }
    must_be_terminal(place)?;
    let words = place.words();
    let demo = make(place.lang().code(), &usual_moment(), RunId(1));
    let writes = if fault.part == "journal" { WRITES } else { u32::MAX };
    let storage = BreakingStorage { memory: Memory::new(), writes_left: writes };
    let journal = store::create_in(storage, "fault.viche", Header::new(uuid::Uuid::nil(), 0));
    let session = journal.and_then(|journal| session_in(journal, demo, place));
    let mut session = session.map_err(|error| store_fail(&error, &words, &place.zone))?;
    if fault.part == "loop" {
        session.clock = Box::new(BreakingClock { real: session.clock, readings: AtomicU32::new(0) });
    }
    let ended = crate::runtime::run(session).map_err(|error| terminal_fail(&error, &words))?;
    end(&ended, None)
}

struct BreakingClock {
    real: Box<dyn Clock>,
    readings: AtomicU32,
}

impl Clock for BreakingClock {
    fn now(&self) -> Stamp {
        let readings = self.readings.fetch_add(1, Ordering::Relaxed);
        assert!(readings < CLOCK_READINGS, "the clock breaks on purpose");
        self.real.now()
    }
}

struct BreakingStorage {
    memory: Memory,
    writes_left: u32,
}

impl Storage for BreakingStorage {
    fn read_all(&mut self) -> io::Result<Vec<u8>> {
        self.memory.read_all()
    }

    fn len(&self) -> io::Result<u64> {
        self.memory.len()
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        assert!(self.writes_left > 0, "the storage breaks on purpose");
        self.writes_left -= 1;
        self.memory.append(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.memory.sync()
    }

    fn truncate(&mut self, len: u64) -> io::Result<()> {
        self.memory.truncate(len)
    }

    fn quarantine(&mut self, bytes: &[u8]) -> io::Result<PathBuf> {
        self.memory.quarantine(bytes)
    }
}
