//! `viche demo`: a whole sprint to look around in. Its file lies in a folder of its own that goes when the
//! program does, unless it is to be kept.

use std::path::{Path, PathBuf};

use jiff::Zoned;
use jiff::civil::{DateTime, Time};

use super::open::{begin, end, must_be_terminal, random_run, store_fail, terminal_fail};
use super::place::Place;
use super::say::Fail;
use super::{args, keeping};
use crate::demo::{Demo, make, usual_moment};
use crate::domain::{Fact, History, Seat, Stamp, Step, run};
use crate::runtime::clock::{Clock, Real, Shifted};
use crate::runtime::{Problem, Session};
use crate::store::{self, Journal, StoreError};
use crate::text::Clean;
use crate::words::{Args, Words};

/// What the demo calls the boot of its made-up machine.
pub(super) const BOOT: &str = "demo";

/// Makes the demo and runs the session.
pub(super) fn run(demo: &args::Demo, place: &Place) -> Result<u8, Fail> {
    must_be_terminal(place)?;
    let words = place.words();
    let at = moment(demo.at.as_deref(), &words)?;
    let folder = match &demo.keep {
        Some(_) => None,
        None => Some(TemporaryFolder::make().map_err(|error| temporary_fail(&error, &words))?),
    };
    let path = match (&demo.keep, &folder) {
        (Some(path), _) => path.clone(),
        (None, Some(folder)) => folder.0.join("demo.viche"),
        (None, None) => PathBuf::from("demo.viche"),
    };
    let mut session = session(&path, &at, place, &words)?;
    session.shelf = demo.keep.as_ref().and_then(|_| place.shelf(session.journal.header().file));
    if demo.keep.is_some() {
        let kept = keeping::keep(place.state_folder.as_deref(), &session.journal);
        session.mirror = kept.map(|kept| kept.mirror);
    }
    let ended = crate::runtime::run(session).map_err(|error| terminal_fail(&error, &words))?;
    drop(folder);
    end(&ended, demo.keep.as_deref())
}

fn session(path: &Path, at: &Zoned, place: &Place, words: &Words) -> Result<Session, Fail> {
    let demo = make(place.lang().code(), at, random_run());
    let session = store::create(path).and_then(|journal| session_in(journal, demo, place));
    session.map_err(|error| store_fail(&error, words, &place.zone))
}

/// A session of the demo in a new journal, with a clock that goes on from where the demo stands.
pub(super) fn session_in(mut journal: Journal, demo: Demo, place: &Place) -> Result<Session, StoreError> {
    journal.append(&demo.steps)?;
    let mut history = History::of(demo.steps);
    let clock = Shifted::new(demo.now, Real::new());
    let ids = begin(&mut history, &mut journal, BOOT, clock.now(), Seat::Facilitator)?;
    Ok(Session {
        history,
        ids,
        settings: place.settings,
        keymap: place.keymap(),
        journal,
        mirror: None,
        clock: Box::new(clock),
        notice: place.keymap_notice(&place.words()),
        shelf: None,
    })
}

/// The clock of a demo that was kept: its day goes on since the file was made at `made_ms`, so that clocks
/// that ran when it was closed or killed have run on. `None` for any other sprint.
pub(super) fn clock_of(steps: &[Step], made_ms: i64) -> Option<Shifted<Real>> {
    let began_as_demo = |step: &&Step| match step.facts.first() {
        Some(Fact::Run(run::Fact::Began { boot, .. })) => boot.as_str() == BOOT,
        _ => false,
    };
    // The first such run is the made-up one, the second began when the file was made.
    let shown = steps.iter().filter(began_as_demo).nth(1)?.at;
    let newest = steps.last()?.at;
    let real = Real::new();
    let since_ms = u64::try_from(real.now().t_ms - made_ms).unwrap_or(0);
    let m_ms = (shown.m_ms + since_ms).max(newest.m_ms);
    let from = Stamp { t_ms: shown.t_ms + (m_ms - shown.m_ms) as i64, m_ms };
    Some(Shifted::new(from, real))
}

/// A time of the demo's usual day, or any date and time in its zone.
fn moment(at: Option<&str>, words: &Words) -> Result<Zoned, Fail> {
    let usual = usual_moment();
    let Some(text) = at else { return Ok(usual) };
    let zone = usual.time_zone().clone();
    let time = || text.parse::<Time>().ok().map(|time| usual.date().to_datetime(time));
    let local = text.parse::<DateTime>().ok().or_else(time);
    local.and_then(|local| local.to_zoned(zone).ok()).ok_or_else(|| {
        Fail::usage(&Problem::new(words, "problem-bad-moment", || Args::new().with("at", text)), words)
    })
}

fn temporary_fail(error: &std::io::Error, words: &Words) -> Fail {
    let why = Clean::new(&error.to_string());
    Fail::new(&Problem::new(words, "problem-temporary", || Args::new().with("why", &why)), words)
}

/// A fresh folder that only its owner can enter; it goes with what lies in it.
pub(super) struct TemporaryFolder(PathBuf);

impl TemporaryFolder {
    fn make() -> std::io::Result<Self> {
        let name = format!("viche-{}", uuid::Uuid::new_v4().simple());
        let path = std::env::temp_dir().join(name);
        store::make_folder(&path)?;
        Ok(Self(path))
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn a_kept_demo_goes_on_since_its_file_was_made_and_no_other_sprint_does() {
        let Demo { mut steps, now } = make("en", &usual_moment(), crate::domain::id::RunId(7));
        assert!(clock_of(&steps, 0).is_none(), "one made-up run alone is no kept demo");
        let began = steps[0].facts.clone();
        let s = steps.last().map_or(1, |step| step.s + 1);
        steps.push(Step {
            s,
            w: crate::domain::id::RunId(8),
            at: now,
            by: Seat::Facilitator,
            facts: began,
            from: None,
        });
        let made_ms = Real::new().now().t_ms - 90_000;
        let shown = clock_of(&steps, made_ms).unwrap().now();
        assert!((90_000..100_000).contains(&(shown.t_ms - now.t_ms)), "{shown:?}");
        assert_eq!((shown.t_ms - now.t_ms) as u64, shown.m_ms - now.m_ms);
    }

    #[test]
    fn a_moment_is_a_time_of_the_demos_day_or_any_other() {
        let words = Words::new(Lang::En);
        let local = |text| moment(Some(text), &words).map(|at| at.datetime().to_string()).ok();
        assert_eq!(local("09:05").as_deref(), Some("2026-06-18T09:05:00"));
        assert_eq!(local("2026-10-02T16:40").as_deref(), Some("2026-10-02T16:40:00"));
        assert_eq!(local("half past two"), None);
        assert_eq!(moment(None, &words).ok(), Some(usual_moment()));
    }

    #[test]
    fn the_folder_goes_with_what_lies_in_it() {
        let folder = TemporaryFolder::make().unwrap();
        let path = folder.0.clone();
        std::fs::write(path.join("demo.viche"), "x").unwrap();
        drop(folder);
        assert!(!path.exists());
    }
}
