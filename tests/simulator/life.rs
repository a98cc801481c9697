//! The life of a file: a room writes, and things happen to the disk. Whatever happens, the file is opened
//! again, judged, written to and opened once more.

use std::fmt::Write as _;

use uuid::Uuid;
use viche::domain::Step;
use viche::store::{Header, Journal, Op, Opened, StoreError, create_in, open_in};

use super::counts::Counts;
use super::dice::Dice;
use super::disk::{Disk, Moment};
use super::outage::{Length, Mood, SECTOR};
use super::promise::Promise;
use super::recovery::Crash;
use super::scribe::Scribe;

/// Things that happen in a life.
const DEEDS: usize = 24;
/// Most operations until a program stops.
const OPERATIONS_MAX: usize = 4;
/// What messages call the file.
pub const NAME: &str = "sprint.viche";

/// One file and all that happens to it.
pub struct Life {
    pub disk: Disk,
    pub scribe: Scribe,
    pub promise: Promise,
    pub counts: Counts,
    pub dice: Dice,
    pub journal: Option<Journal>,
    story: String,
}

impl Life {
    /// A life before its first deed.
    pub fn new(seed: u64) -> Self {
        let header = Header::new(Uuid::from_u128(u128::from(seed)), 1_781_762_400_000);
        Self {
            disk: Disk::new(seed),
            scribe: Scribe::new(seed),
            promise: Promise::new(header),
            counts: Counts::default(),
            dice: Dice::of(seed, 0),
            journal: None,
            story: String::new(),
        }
    }

    /// What was broken, and all that came before.
    pub fn told(&self, error: &str) -> String {
        format!("{error}\nwhat happened:\n{}", self.story)
    }

    /// Lives through everything that the seed has in store.
    pub fn live(&mut self) -> Result<(), String> {
        self.stop_some_time();
        self.begin()?;
        for _ in 0..DEEDS {
            if self.disk.is_stopped() {
                let crash = self.some_crash();
                self.recover(crash)?;
            }
            self.do_something()?;
        }
        self.recover(Crash::Power(Mood::Lost, Length::Old))
    }

    fn do_something(&mut self) -> Result<(), String> {
        match self.dice.below(16) {
            0..2 => self.write(1),
            2..11 => {
                self.stop_some_time();
                let count = 1 + self.dice.below(4);
                self.write(count)
            }
            11..13 => self.write_at_length(),
            13 => self.fill_disk(),
            14 => self.fail_flush(),
            _ => self.quit_and_open(),
        }
    }

    /// Any of them; the power goes three times of four.
    pub fn some_crash(&mut self) -> Crash {
        match self.dice.one_in(4) {
            true => Crash::Kill,
            false => Crash::Power(self.dice.pick(&Mood::ALL), self.dice.pick(&Length::ALL)),
        }
    }

    /// Lets the program stop at one of the next operations.
    fn stop_some_time(&mut self) {
        let (after, moment) = (self.dice.below(OPERATIONS_MAX), self.dice.pick(&Moment::ALL));
        self.note(format_args!("will stop {moment:?} the operation behind {after} more"));
        self.disk.stop_after(Some((after, moment)));
    }

    /// Adds a line to the story.
    pub fn note(&mut self, what: std::fmt::Arguments<'_>) {
        let _ = writeln!(self.story, "  {what}");
    }

    /// Makes the file and writes how the sprint begins. It may stop on the way.
    pub fn begin(&mut self) -> Result<(), String> {
        self.note(format_args!("a new file"));
        match create_in(self.disk.clone(), NAME, self.promise.header()) {
            Ok(journal) => {
                self.promise.make(&self.disk);
                self.journal = Some(journal);
                let steps = self.scribe.opening(self.promise.history());
                self.append(steps)
            }
            Err(_) if self.disk.is_stopped() => Ok(()),
            Err(error) => Err(format!("a new file is refused: {error:?}")),
        }
    }

    /// Writes so many steps at once.
    pub fn write(&mut self, count: usize) -> Result<(), String> {
        let steps = self.scribe.some(self.promise.history(), count);
        self.append(steps)
    }

    /// Writes a step of several sectors.
    pub fn write_at_length(&mut self) -> Result<(), String> {
        let step = self.scribe.long(self.promise.history());
        self.append(vec![step])
    }

    /// Writes a step that takes several lines.
    pub fn import(&mut self) -> Result<(), String> {
        let step = self.scribe.import(self.promise.history());
        self.append(vec![step])
    }

    /// Appends steps and notes the promise, unless the program stops meanwhile.
    pub fn append(&mut self, steps: Vec<Step>) -> Result<(), String> {
        let Some(journal) = &mut self.journal else { return Ok(()) };
        self.promise.try_steps(&steps);
        let answer = journal.append(&steps);
        self.note(format_args!("{} steps from {}: {answer:?}", steps.len(), steps[0].s));
        match answer {
            Ok(()) => self.promise.keep(&steps, &self.disk),
            Err(_) if self.disk.is_stopped() => {
                self.journal = None;
                Ok(())
            }
            Err(error) => Err(format!("steps are refused: {error:?}")),
        }
    }

    /// Writes to a disk that is full, then makes room and writes again: the same or, by second thoughts,
    /// something else. Now and then what was written by halves can't even be cut.
    pub fn fill_disk(&mut self) -> Result<(), String> {
        let Some(journal) = &mut self.journal else { return Ok(()) };
        self.disk.stop_after(None);
        let room = self.dice.below(1_200);
        let cut_fails = self.dice.one_in(4);
        self.disk.leave_room(Some(room));
        self.disk.fail_cut(cut_fails);
        let steps = self.scribe.some(self.promise.history(), 4);
        let before = self.disk.bytes();
        self.promise.try_steps(&steps);
        let answer = journal.append(&steps);
        self.disk.leave_room(None);
        self.disk.fail_cut(false);
        self.note(format_args!("room for {room}, 4 steps from {}: {answer:?}", steps[0].s));
        self.counts.full += 1;
        match answer {
            Ok(()) => return self.promise.keep(&steps, &self.disk),
            Err(StoreError::Io { op: Op::Write, .. }) if cut_fails => return self.is_closed(&steps),
            Err(StoreError::Io { op: Op::Write, .. }) if self.disk.bytes() == before => {}
            answer => return Err(format!("a full disk does not leave the file as it was: {answer:?}")),
        }
        match self.dice.one_in(2) {
            true => self.append(steps),
            false => self.write(2),
        }
    }

    /// Two steps that a full disk cuts short in their last byte, and two others of the same length in their
    /// place, which are written and not flushed. Both stand in sectors of their own.
    pub fn write_over_an_earlier_try(&mut self) -> Result<(), String> {
        let short = SECTOR - self.disk.bytes().len() % SECTOR;
        let filling = self.scribe.of_length(self.promise.history().next_no(), short + SECTOR);
        self.append(vec![filling])?;
        let next = self.promise.history().next_no();
        let mut pair = || [next, next + 1].map(|s| self.scribe.of_length(s, SECTOR)).to_vec();
        let (first, second) = (pair(), pair());
        let Some(journal) = &mut self.journal else { return Ok(()) };
        self.promise.try_steps(&first);
        self.disk.leave_room(Some(2 * SECTOR - 1));
        let answer = journal.append(&first);
        self.disk.leave_room(None);
        if !matches!(answer, Err(StoreError::Io { op: Op::Write, .. })) {
            return Err(format!("a full disk is answered with {answer:?}"));
        }
        self.disk.stop_after(Some((1, Moment::Before)));
        self.append(second)
    }

    /// Lets a flush fail: nobody knows what the disk holds, so the journal must write nothing more.
    pub fn fail_flush(&mut self) -> Result<(), String> {
        let Some(journal) = &mut self.journal else { return Ok(()) };
        self.disk.stop_after(None);
        self.disk.fail_flush(true);
        let steps = self.scribe.some(self.promise.history(), 3);
        self.promise.try_steps(&steps);
        let answer = journal.append(&steps);
        self.disk.fail_flush(false);
        self.note(format_args!("a flush fails under 3 steps from {}: {answer:?}", steps[0].s));
        self.counts.failed_flushes += 1;
        match answer {
            Err(StoreError::Io { op: Op::Flush, .. }) => self.is_closed(&steps),
            answer => Err(format!("a flush that failed is answered with {answer:?}")),
        }
    }

    /// A journal that can't go on says so and touches nothing. Then the file is opened again, or the power goes.
    fn is_closed(&mut self, steps: &[Step]) -> Result<(), String> {
        let Some(mut journal) = self.journal.take() else { return Ok(()) };
        let before = self.disk.bytes();
        let answer = journal.append(steps);
        if !matches!(answer, Err(StoreError::Poisoned)) || self.disk.bytes() != before {
            return Err(format!("a journal that can't go on goes on: {answer:?}"));
        }
        drop(journal);
        let crash = match self.dice.one_in(2) {
            true => Crash::Kill,
            false => self.some_crash(),
        };
        self.recover(crash)
    }

    /// Closes the file as one should and opens it again: it is as it was, and there is nothing to tell.
    pub fn quit_and_open(&mut self) -> Result<(), String> {
        if self.journal.take().is_none() {
            return Ok(());
        }
        let before = self.disk.bytes();
        let opened = match open_in(self.disk.clone(), NAME) {
            Ok(opened) => opened,
            Err(_) if self.disk.is_stopped() => return Ok(()),
            Err(error) => return Err(format!("not opened: {error:?}")),
        };
        self.note(format_args!("closed and opened: {} steps", opened.steps.len()));
        self.judge(opened, &before)?;
        match self.disk.bytes() == before {
            true => Ok(()),
            false => Err("an orderly file was changed by opening it".to_owned()),
        }
    }

    /// Judges an opening, and goes on with its journal.
    pub fn judge(&mut self, opened: Opened, found: &[u8]) -> Result<(), String> {
        self.promise.is_kept_by(&opened, found, &self.disk)?;
        self.journal = Some(opened.journal);
        Ok(())
    }
}
