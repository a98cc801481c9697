//! Crashes, and what comes after: the file is opened until that succeeds, whatever happens on the way, judged,
//! written to, closed and opened once more.

use viche::store::{StoreError, open_in};

use super::disk::Moment;
use super::life::{Life, NAME};
use super::outage::{Length, Mood};
use super::repairs;

/// Most operations of an opening: set aside, cut, add a newline, flush.
pub const MENDING_MAX: usize = 4;

/// One refused file of so many is repaired: a repair tries what each byte of a bad line may have been, and takes
/// a second for that.
const REPAIRED_ONE_IN: usize = 40;

/// How a program ends that did not want to.
#[derive(Clone, Copy, Debug)]
pub enum Crash {
    /// The power goes, and this is left.
    Power(Mood, Length),
    /// The system ends the program and goes on itself.
    Kill,
}

impl Crash {
    /// Every one.
    pub fn all() -> impl Iterator<Item = Self> {
        let cuts = Mood::ALL.into_iter().flat_map(|mood| Length::ALL.map(|length| Self::Power(mood, length)));
        cuts.chain([Self::Kill])
    }
}

impl Life {
    /// A crash and a recovery; on the way there may be more crashes. What was shown in the end is promised
    /// too, also when the power goes before anything is written again.
    pub fn recover(&mut self, crash: Crash) -> Result<(), String> {
        self.crash(crash)?;
        self.open_whatever_happens()?;
        if self.dice.one_in(4) {
            let crash = self.some_crash();
            self.crash(crash)?;
            self.open_whatever_happens()?;
        }
        self.go_on()
    }

    /// A crash, and another one in the midst of the opening that follows.
    pub fn recover_twice(
        &mut self,
        first: Crash,
        fuse: (usize, Moment),
        second: Crash,
    ) -> Result<(), String> {
        self.crash(first)?;
        self.disk.stop_after(Some(fuse));
        let opened = self.open_once()?;
        if self.disk.is_stopped() || !opened {
            self.counts.mending += 1;
            self.crash(second)?;
            self.open_whatever_happens()?;
        }
        self.disk.stop_after(None);
        self.go_on()
    }

    /// A step is appended, and the file closed and reopened.
    fn go_on(&mut self) -> Result<(), String> {
        let steps = match self.promise.history().steps().is_empty() {
            true => self.scribe.opening(self.promise.history()),
            false => vec![self.scribe.beginning(self.promise.history())],
        };
        self.append(steps)?;
        self.quit_and_open()
    }

    fn crash(&mut self, crash: Crash) -> Result<(), String> {
        self.journal = None;
        self.counts.unflushed += u64::from(self.disk.is_unflushed());
        match crash {
            Crash::Power(mood, length) => self.disk.cut_power(mood, length),
            Crash::Kill => self.disk.kill(),
        }
        self.counts.crashes += 1;
        self.counts.kills += u64::from(matches!(crash, Crash::Kill));
        let found = self.disk.bytes();
        self.note(format_args!("{crash:?}: {} bytes", found.len()));
        self.promise.holds_in(&found)
    }

    fn open_whatever_happens(&mut self) -> Result<(), String> {
        loop {
            if self.dice.one_in(4) {
                let (after, moment) = (self.dice.below(MENDING_MAX), self.dice.pick(&Moment::ALL));
                self.note(format_args!("will stop {moment:?} operation {after} of the opening"));
                self.disk.stop_after(Some((after, moment)));
            }
            if self.open_once()? {
                self.disk.stop_after(None);
                return Ok(());
            }
            if self.disk.is_stopped() {
                let crash = self.some_crash();
                self.counts.mending += 1;
                self.crash(crash)?;
            }
        }
    }

    /// Opens the file and judges. `false`: it has to be tried again, since the program stopped, or since
    /// the file was refused with reason and was put in order by hand.
    fn open_once(&mut self) -> Result<bool, String> {
        let found = self.disk.bytes();
        let answer = open_in(self.disk.clone(), NAME);
        if self.disk.dropped() > 0 {
            return Err(format!("{} bytes were cut that lie nowhere else", self.disk.dropped()));
        }
        match answer {
            Ok(opened) => {
                let steps = opened.steps.len();
                self.note(format_args!("opened: {steps} steps, {:?}", opened.notices));
                self.counts.torn += u64::from(!opened.notices.is_empty());
                self.judge(opened, &found)?;
                return Ok(true);
            }
            Err(_) if self.disk.is_stopped() => self.note(format_args!("stopped while opening")),
            Err(StoreError::NotASprint { .. } | StoreError::Damaged { .. }) if !self.promise.is_made() => {
                self.note(format_args!("the file never came to be"));
                self.disk.mend_by_hand(0);
                self.begin()?;
                self.journal = None;
            }
            Err(StoreError::Damaged { line, .. }) if self.promise.excuses(&found) => {
                self.note(format_args!("refused as damaged in line {line}"));
                self.counts.refused += 1;
                self.mend_by_hand(&found)?;
            }
            Err(error) => return Err(format!("not opened: {error:?}")),
        }
        Ok(false)
    }

    /// A file that is refused was left alone and can be repaired. That makes another file of it, the next
    /// generation; this one goes on as if a person had put the end aside from the first bad line on.
    fn mend_by_hand(&mut self, found: &[u8]) -> Result<(), String> {
        if self.disk.bytes() != found {
            return Err("a file was refused and changed all the same".to_owned());
        }
        if self.dice.one_in(REPAIRED_ONE_IN) {
            self.counts.repaired += 1;
            repairs::keep(found, self.promise.history(), &mut self.scribe)?;
        }
        let sound = self.promise.sound_part(found);
        self.disk.mend_by_hand(sound);
        match sound < found.len() {
            true => Ok(()),
            false => Err("a file was refused in which every line is sound".to_owned()),
        }
    }
}
