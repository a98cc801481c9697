//! `viche open`: goes on with a sprint at the terminal.

use std::io::{IsTerminal, stdin, stdout};
use std::path::Path;

use jiff::tz::TimeZone;

use super::args::Open;
use super::place::Place;
use super::reading;
use super::say::{self, Fail};
use super::{demo, fallback, keeping};
use crate::app::ReadOnly;
use crate::domain::id::{Ids, RunId};
use crate::domain::{History, Seat, Stamp, Step, run};
use crate::kit::Notice;
use crate::runtime::clock::{Clock, Real};
use crate::runtime::{Ended, Pressed, Problem, Session, Why, os};
use crate::store::{self, Journal, Opened, StoreError};
use crate::text::Clean;
use crate::words::{Args, Phrase, Words};

/// Opens the file and runs the session: to write where that can be, else to read.
pub(super) fn run(open: &Open, place: &Place) -> Result<u8, Fail> {
    let path = &open.file;
    if let Err(fail) = must_be_terminal(place) {
        return Err(in_use_fail(open, place).unwrap_or(fail));
    }
    if open.read_only {
        return reading::run(path, ReadOnly::Asked, place);
    }
    match store::open(path) {
        Ok(opened) => write(opened, path, place),
        // Why it is only read is told on the screen, and what to do about it.
        Err(StoreError::Damaged { .. } | StoreError::NewerVersion { .. }) => {
            reading::run(path, ReadOnly::Asked, place)
        }
        Err(error @ (StoreError::InUse { .. } | StoreError::InUseByUnknown { .. })) => {
            offer_to_read(&error, path, place)
        }
        Err(error) => Err(keeping::fail(&error, place, &place.words())),
    }
}

/// Where there is no terminal to ask at, that somebody has the file is the nearer reason.
fn in_use_fail(open: &Open, place: &Place) -> Option<Fail> {
    let error = store::free(&open.file).err().filter(|_| !open.read_only)?;
    let in_use = matches!(error, StoreError::InUse { .. } | StoreError::InUseByUnknown { .. });
    in_use.then(|| store_fail(&error, &place.words(), &place.zone))
}

/// Says who has the file, and shows it to read when Enter is pressed.
fn offer_to_read(error: &StoreError, path: &Path, place: &Place) -> Result<u8, Fail> {
    let words = place.words();
    let question = [Problem::of_store(error, &words, &place.zone).what, words.say("cli-offer")];
    match crate::runtime::one_key(&question).map_err(|error| terminal_fail(&error, &words))? {
        Pressed::Enter => reading::run(path, ReadOnly::InUse(reading::holder(error)), place),
        Pressed::Other => Ok(1),
        Pressed::Signal(number) => Ok(128 + number),
    }
}

fn write(opened: Opened, path: &Path, place: &Place) -> Result<u8, Fail> {
    let Opened { mut journal, steps, notices, header } = opened;
    let kept = keeping::keep(place.state_folder.as_deref(), &journal);
    let (clock, boot) = clock_of(&steps, header.t_ms);
    let mut history = History::of(steps);
    let words = place.words_for(&history.sprint().description);
    let shelf = place.shelf(header.file);
    let ids = begin(&mut history, &mut journal, boot.as_str(), clock.now(), Seat::Facilitator)
        .map_err(|error| store_fail(&error, &words, &place.zone))?;
    let back = fallback::take_in(shelf.as_ref(), &mut history, &mut journal, ids.run())
        .map_err(|error| store_fail(&error, &words, &place.zone))?;
    let folder = place.state_folder.as_ref().and_then(store::wide_open);
    let remembered = kept.as_ref().and_then(|kept| kept.notice(path, &words));
    let found = notices.iter().chain(&folder).find_map(|notice| notice_of(notice, &words));
    let back = (back > 0)
        .then(|| Notice::news(words.tell("notice-fallback-taken-in", Args::new().with("steps", back))));
    let notice = remembered.or(found).or(back).or_else(|| place.keymap_notice(&words));
    let session = Session {
        history,
        ids,
        settings: place.settings,
        keymap: place.keymap(),
        journal,
        mirror: kept.map(|kept| kept.mirror),
        clock,
        notice,
        shelf,
    };
    let ended = crate::runtime::run(session).map_err(|error| terminal_fail(&error, &words))?;
    end(&ended, Some(path))
}

/// The clock by which the steps of a file happen, and the boot it belongs to: this machine's, but for a demo that
/// was kept. `made_ms` is when the file was made.
pub(super) fn clock_of(steps: &[Step], made_ms: i64) -> (Box<dyn Clock>, Clean) {
    match demo::clock_of(steps, made_ms) {
        Some(clock) => (Box::new(clock), Clean::new(demo::BOOT)),
        None => (Box::new(Real::new()), Clean::new(&os::boot_id())),
    }
}

/// Refuses to go on without a terminal on both ends.
pub(super) fn must_be_terminal(place: &Place) -> Result<(), Fail> {
    if stdin().is_terminal() && stdout().is_terminal() {
        return Ok(());
    }
    let words = place.words();
    Err(Fail::new(&Problem::new(&words, "problem-no-terminal", Args::new), &words))
}

/// Writes that a run begins, and answers its ids.
pub(super) fn begin(
    history: &mut History,
    journal: &mut Journal,
    boot: &str,
    at: Stamp,
    by: Seat,
) -> Result<Ids, store::StoreError> {
    let run = new_run(journal);
    let step = Step { s: history.next_no(), w: run, at, by, facts: vec![began(boot).into()], from: None };
    journal.append(std::slice::from_ref(&step))?;
    history.push(step);
    Ok(Ids::of(run))
}

/// A number for a run that no other run of the file has.
pub(super) fn new_run(journal: &Journal) -> RunId {
    loop {
        let run = random_run();
        if !journal.runs().contains(&run) {
            return run;
        }
    }
}

/// A random number for a run.
pub(super) fn random_run() -> RunId {
    RunId((uuid::Uuid::new_v4().as_u128() >> 96) as u32)
}

/// What is said of a run when it begins.
pub(super) fn began(boot: &str) -> run::Fact {
    run::Fact::Began {
        boot: Clean::new(boot),
        pid: std::process::id(),
        host: Clean::new(&os::host()),
        version: Clean::new(env!("CARGO_PKG_VERSION")),
    }
}

fn notice_of(notice: &store::Notice, words: &Words) -> Option<Notice> {
    match notice {
        store::Notice::TornTail { .. } => Some(Notice::problem(words.say("notice-torn-tail"))),
        store::Notice::DoubledLine { .. } => Some(Notice::news(words.say("notice-doubled-line"))),
        store::Notice::WideOpen { path } => Some(Notice::problem(wide_open(path, words))),
        store::Notice::MissingNewline | store::Notice::CrLf | store::Notice::Bom => None,
    }
}

/// That others may read what is at `path`, and what to do about it.
pub(super) fn wide_open(path: &Path, words: &Words) -> Phrase {
    let id = if path.is_dir() { "notice-wide-open-folder" } else { "notice-wide-open" };
    words.tell(id, Args::new().with("file", Clean::new(&path.to_string_lossy())))
}

/// Why a file can't be used.
pub(super) fn store_fail(error: &store::StoreError, words: &Words, zone: &TimeZone) -> Fail {
    tracing::warn!(?error, "a file can't be used");
    Fail::new(&Problem::of_store(error, words, zone), words)
}

/// Why the terminal can't be used.
pub(super) fn terminal_fail(error: &std::io::Error, words: &Words) -> Fail {
    let why = Clean::new(&error.to_string());
    Fail::new(&Problem::new(words, "problem-terminal", || Args::new().with("why", &why)), words)
}

/// Says what is to be said when a session has ended, and answers the exit status. `path` is the file that
/// stays; the demo's does not.
pub(super) fn end(ended: &Ended, path: Option<&Path>) -> Result<u8, Fail> {
    let words = Words::new(ended.lang);
    let file = Clean::new(&path.map(Path::to_string_lossy).unwrap_or_default());
    if let Some(other) = &ended.went_on_in {
        let other = Clean::new(&other.to_string_lossy());
        say::line(&words.tell("cli-went-on", Args::new().with("file", &file).with("other", &other)));
    }
    if ended.unsaved > 0 && path.is_some() {
        let problem = Problem::new(&words, "problem-unsaved", || {
            Args::new().with("file", &file).with("steps", ended.unsaved)
        });
        return Err(Fail::new(&problem, &words));
    }
    match &ended.why {
        Why::Asked if ended.went_on_in.is_some() => Ok(1),
        Why::Asked => Ok(0),
        Why::Signal(number) => Ok(128 + number),
        Why::TerminalGone if path.is_none() => Ok(1),
        Why::TerminalGone => {
            let problem = Problem::new(&words, "problem-terminal-gone", || Args::new().with("file", &file));
            Err(Fail::new(&problem, &words))
        }
        Why::Fault(at) => {
            let id = if path.is_some() { "problem-fault" } else { "problem-fault-demo" };
            let problem =
                Problem::new(&words, id, || Args::new().with("place", at.as_str()).with("file", &file));
            Err(Fail::new(&problem, &words))
        }
    }
}
