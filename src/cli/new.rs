//! `viche new`: makes the file of a new sprint. All that was typed is looked at before anything is made.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::args::New;
use super::keeping;
use super::open::{began, random_run, store_fail};
use super::place::Place;
use super::say::{self, Fail};
use crate::demo::template::{NewSprint, TEAMS_DEFAULT, new_sprint};
use crate::domain::id::Ids;
use crate::domain::{Refusal, Seat, Step};
use crate::kit::refusal;
use crate::runtime::clock::{Clock, Real};
use crate::runtime::{Problem, os};
use crate::store;
use crate::text::Clean;
use crate::words::{Args, Words};

/// A team's name, and the service it studies.
type Team = (Clean, Option<Clean>);

/// Makes the file.
pub(super) fn run(new: &New, place: &Place) -> Result<u8, Fail> {
    let words = place.words();
    let at = Real::new().now();
    let options = options(new, place, at.t_ms, &words)?;
    let run = random_run();
    let mut ids = Ids::of(run);
    let facts = new_sprint(&options, &mut ids).map_err(|why| refused(&why, &words))?;
    let by = Seat::CommandLine;
    let began = Step { s: 1, w: run, at, by, facts: vec![began(&os::boot_id()).into()], from: None };
    let made = Step { s: 2, w: run, at, by, facts, from: None };
    let mut journal = store::create(&new.file).map_err(|error| store_fail(&error, &words, &place.zone))?;
    journal.append(&[began, made]).map_err(|error| {
        // It was made a moment ago and holds nothing yet.
        let _ = std::fs::remove_file(&new.file);
        store_fail(&error, &words, &place.zone)
    })?;
    keeping::keep_whole(place.state_folder.as_deref(), &journal);
    tell(new, &options, &words);
    Ok(0)
}

fn tell(new: &New, options: &NewSprint, words: &Words) {
    let file = Clean::new(&new.file.to_string_lossy());
    let teams = if options.teams.is_empty() { TEAMS_DEFAULT as usize } else { options.teams.len() };
    let start = words.date(options.start);
    let args = Args::new().with("file", &file).with("title", &options.title);
    say::line(&words.tell("cli-made", args.with("start", &start).with("teams", teams)));
    say::line(&words.tell("cli-made-next", Args::new().with("file", &file)));
}

fn options(new: &New, place: &Place, t_ms: i64, words: &Words) -> Result<NewSprint, Fail> {
    let zone = zone(new.zone.as_deref(), place, words)?;
    let start = match &new.start {
        Some(date) => start(date, words)?,
        None => jiff::Timestamp::from_millisecond(t_ms).unwrap_or_default().to_zoned(zone.0).date(),
    };
    let stem = || new.file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let title = Clean::new(&new.title.clone().unwrap_or_else(stem));
    Ok(NewSprint { title, start, zone: zone.1, lang: place.lang().code(), teams: teams(&new.teams, words)? })
}

fn zone(wanted: Option<&str>, place: &Place, words: &Words) -> Result<(TimeZone, String), Fail> {
    let Some(name) = wanted else { return Ok((place.zone.clone(), place.zone_name())) };
    match TimeZone::get(name) {
        Ok(zone) => {
            let name = zone.iana_name().unwrap_or(name).to_owned();
            Ok((zone, name))
        }
        Err(_) => {
            let problem = Problem::new(words, "problem-unknown-zone", || Args::new().with("zone", name));
            Err(Fail::usage(&problem, words))
        }
    }
}

fn start(date: &str, words: &Words) -> Result<Date, Fail> {
    date.parse().map_err(|_| {
        Fail::usage(&Problem::new(words, "problem-bad-date", || Args::new().with("date", date)), words)
    })
}

fn teams(given: &[String], words: &Words) -> Result<Vec<Team>, Fail> {
    let mut teams: Vec<Team> = Vec::with_capacity(given.len());
    for text in given {
        let (name, service) = match text.split_once('=') {
            Some((name, service)) => (name, Some(Clean::new(service)).filter(|service| !service.is_empty())),
            None => (text.as_str(), None),
        };
        let name = Clean::new(name);
        if name.is_empty() {
            return Err(Fail::usage(&Problem::new(words, "problem-team-empty", Args::new), words));
        }
        let folded = |name: &Clean| name.as_str().to_lowercase();
        if teams.iter().any(|(other, _)| folded(other) == folded(&name)) {
            let problem = Problem::new(words, "problem-team-twice", || Args::new().with("team", &name));
            return Err(Fail::usage(&problem, words));
        }
        teams.push((name, service));
    }
    Ok(teams)
}

fn refused(why: &Refusal, words: &Words) -> Fail {
    let problem = Problem { what: refusal::phrase(why, words), hint: Default::default() };
    Fail::usage(&problem, words)
}
