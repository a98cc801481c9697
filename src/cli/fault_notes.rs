//! `viche fault notes FILE`, in debug builds only: opens the file as a session does, and for each number on its input
//! writes as many notes, one by one, until one is refused. Answers how many were written, what room there is, and why no more. A test
//! fills the disk in between and counts what is still taken.

use std::io::{BufRead, stdin};
use std::path::Path;

use super::open::{began, new_run, store_fail};
use super::place::Place;
use super::say::{self, Fail};
use crate::domain::id::Ids;
use crate::domain::{Fact, History, Seat, Step, note};
use crate::runtime::clock::{Clock, Real};
use crate::runtime::{Problem, os};
use crate::store::{self, Journal, Opened, StoreError};
use crate::text::Clean;

/// Seventy letters, as a team writes them.
const NOTE: &str = "черга у дворі з шостої ранку, а двері відчиняють о дев’ятій, і бабусям";

/// Writes notes until nobody asks for more.
pub(super) fn run(file: &Path, place: &Place) -> Result<u8, Fail> {
    let words = place.words();
    let fail = |error| store_fail(&error, &words, &place.zone);
    let Opened { mut journal, steps, .. } = store::open(file).map_err(fail)?;
    let mut desk = Notes { next: History::of(steps).next_no(), ids: Ids::of(new_run(&journal)) };
    desk.write(&mut journal, began(&os::boot_id()).into()).map_err(fail)?;
    for line in stdin().lock().lines().map_while(Result::ok) {
        let wanted: u32 = line.trim().parse().unwrap_or(0);
        let refused = (0..wanted).find_map(|done| {
            let fact = desk.note();
            desk.write(&mut journal, fact).err().map(|error| (done, error))
        });
        let room = journal.room();
        match refused {
            None => say::text(&format!("{wanted} written, {room:?}")),
            Some((done, error)) => {
                let why = Problem::of_store(&error, &words, &place.zone).what;
                say::text(&format!("{done} written, {room:?}, then {why}"));
            }
        }
    }
    Ok(0)
}

struct Notes {
    /// The number of the next step.
    next: u64,
    ids: Ids,
}

impl Notes {
    fn note(&mut self) -> Fact {
        let (id, interview) = (self.ids.next(), self.ids.next());
        let (kind, text) = (note::Kind::Plain, Clean::new(NOTE));
        let code = u32::try_from(self.next).unwrap_or(u32::MAX);
        note::Fact::Added { id, code, interview, kind, text, section: 1, offset_ms: 61_000 }.into()
    }

    fn write(&mut self, journal: &mut Journal, fact: Fact) -> Result<(), StoreError> {
        let (w, at, by) = (self.ids.run(), Real::new().now(), Seat::Facilitator);
        journal.append(&[Step { s: self.next, w, at, by, facts: vec![fact], from: None }])?;
        self.next += 1;
        Ok(())
    }
}
