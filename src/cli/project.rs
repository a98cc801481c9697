//! `viche project`: what the room may see, on a terminal of its own.

use super::open::{clock_of, must_be_terminal, terminal_fail};
use super::place::Place;
use super::say::Fail;
use super::{args, keeping};
use crate::domain::History;
use crate::kit::setting::{SETTINGS, Settings};
use crate::runtime::{Ended, Problem, Projection, Why};
use crate::store::{Followed, Follower, StoreError};
use crate::words::{Args, Words};

/// Name of the setting that says how the roles look.
const THEME: &str = "theme";

/// Shows the face of a file, or the card.
pub(super) fn run(project: &args::Project, place: &Place) -> Result<u8, Fail> {
    let words = place.words();
    let settings = themed(place.settings, project.theme.as_deref(), &words)?;
    let Some(file) = project.file.as_ref().filter(|_| !project.test) else {
        must_be_terminal(place)?;
        let ended = crate::runtime::show_card(place.lang(), settings);
        return end(&ended.map_err(|error| terminal_fail(&error, &words))?);
    };
    let mut follower = Follower::new(file);
    let fail = |error| keeping::fail(&error, place, &words);
    let (header, steps) = match follower.look() {
        Followed::Whole(header, steps) => (header, steps),
        Followed::Unreadable(error) => return Err(fail(error)),
        Followed::Gone | Followed::Nothing | Followed::Steps(_) => {
            return Err(fail(StoreError::NotFound { path: file.clone() }));
        }
    };
    must_be_terminal(place)?;
    let history = History::of(steps);
    let words = place.words_for(&history.sprint().description);
    let projection = Projection { follower, made_ms: header.t_ms, history, settings, clock_of };
    let ended = crate::runtime::project(projection).map_err(|error| terminal_fail(&error, &words))?;
    end(&ended)
}

/// The settings with the theme that was asked for.
fn themed(mut settings: Settings, theme: Option<&str>, words: &Words) -> Result<Settings, Fail> {
    let Some(theme) = theme else { return Ok(settings) };
    let Some(setting) = SETTINGS.iter().find(|setting| setting.name == THEME) else { return Ok(settings) };
    if !setting.values.contains(&theme) {
        let values = setting.values.join(", ");
        let args = || Args::new().with("theme", theme).with("values", values.as_str());
        return Err(Fail::usage(&Problem::new(words, "problem-theme", args), words));
    }
    (setting.set)(&mut settings, theme);
    Ok(settings)
}

/// The exit status. Nothing was written, so that nothing can be lost.
pub(super) fn end(ended: &Ended) -> Result<u8, Fail> {
    let words = Words::new(ended.lang);
    match &ended.why {
        Why::Asked => Ok(0),
        Why::Signal(number) => Ok(128 + number),
        Why::TerminalGone => Ok(1),
        Why::Fault(at) => {
            let args = || Args::new().with("place", at.as_str());
            Err(Fail::new(&Problem::new(&words, "problem-fault-project", args), &words))
        }
    }
}
