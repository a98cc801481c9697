//! `viche import people`: takes a list of participants into a sprint, as one step that can be taken back.

use std::path::Path;

use super::args::People;
use super::import::bad_rows;
use super::keeping;
use super::open::{began, random_run, store_fail};
use super::place::Place;
use super::say::{self, Fail};
use crate::domain::id::{Ids, RunId};
use crate::domain::roster::{Codes, Enrolment};
use crate::domain::{Code, History, Seat, Step};
use crate::kit::job::{Bad, Roster};
use crate::runtime::clock::{Clock, Real};
use crate::runtime::{Problem, os, roster};
use crate::store::{self, Opened};
use crate::text::Clean;
use crate::words::{Args, Words};

/// Takes the list in. The sprint is opened to write only when somebody is new.
pub(super) fn run(people: &People, place: &Place) -> Result<u8, Fail> {
    let fail = |error| keeping::fail(&error, place, &place.words());
    let (_, steps, _) = store::read(&people.file).map_err(fail)?;
    let history = History::of(steps);
    let words = place.words_for(&history.sprint().description);
    let roster = roster::read(&people.csv, &words).map_err(|problem| Fail::new(&problem, &words))?;
    let department = Clean::new(people.department.as_deref().unwrap_or_default());
    let run = random_run();
    let mut enrolment = enrol(&history, run, &roster, &department);
    if enrolment.added == 0 && enrolment.here == 0 {
        let problem = Problem::new(&words, "problem-people-none", Args::new);
        return Err(Fail::listing(&problem, bad_rows(&all_bad(&roster, &enrolment, &words), &words), &words));
    }
    if enrolment.added > 0 {
        enrolment = write(&people.file, run, &roster, &department, place)
            .map_err(|error| store_fail(&error, &words, &place.zone))?;
    }
    tell(&roster, &enrolment, &words);
    Ok(0)
}

fn enrol(history: &History, run: RunId, roster: &Roster, department: &Clean) -> Enrolment {
    let codes = Codes {
        participant: history.next_code(Code::Participant(0)),
        department: history.next_code(Code::Department(0)),
    };
    history.sprint().enrol(&mut Ids::of(run), codes, &roster.rows, department)
}

/// Writes the step, against the sprint as it is now: somebody may have written meanwhile.
fn write(
    path: &Path,
    run: RunId,
    roster: &Roster,
    department: &Clean,
    place: &Place,
) -> Result<Enrolment, store::StoreError> {
    let Opened { mut journal, steps, .. } = store::open(path)?;
    let history = History::of(steps);
    let enrolment = enrol(&history, run, roster, department);
    let (s, at, by) = (history.next_no(), Real::new().now(), Seat::CommandLine);
    let mut steps = vec![Step { s, w: run, at, by, facts: vec![began(&os::boot_id()).into()], from: None }];
    if !enrolment.facts.is_empty() {
        steps.push(Step { s: s + 1, w: run, at, by, facts: enrolment.facts.clone(), from: None });
    }
    let kept = keeping::keep(place.state_folder.as_deref(), &journal);
    journal.append(&steps)?;
    keeping::finish(kept);
    Ok(enrolment)
}

fn all_bad(roster: &Roster, enrolment: &Enrolment, words: &Words) -> Vec<Bad> {
    let refused = enrolment
        .bad
        .iter()
        .map(|(record, refusal)| Bad { record: *record, why: crate::kit::refusal::phrase(refusal, words) });
    let mut bad: Vec<Bad> = roster.bad.iter().cloned().chain(refused).collect();
    bad.sort_by_key(|one| one.record);
    bad
}

fn tell(roster: &Roster, enrolment: &Enrolment, words: &Words) {
    say::line(&words.tell("people-came-in", Args::new().with("people", enrolment.added)));
    if enrolment.here > 0 {
        say::line(&words.tell("people-here", Args::new().with("people", enrolment.here)));
    }
    if !enrolment.departments.is_empty() {
        let names: Vec<&str> = enrolment.departments.iter().map(Clean::as_str).collect();
        say::line(&words.tell("cli-new-departments", Args::new().with("names", names.join(", "))));
    }
    let bad = all_bad(roster, enrolment, words);
    if !bad.is_empty() {
        say::line(&words.tell("cli-stayed-out", Args::new().with("rows", bad.len())));
        bad_rows(&bad, words).iter().for_each(say::line);
    }
    if !roster.unstored.is_empty() {
        let columns: Vec<&str> = roster.unstored.iter().map(Clean::as_str).collect();
        say::line(&words.tell("cli-unstored", Args::new().with("columns", columns.join(", "))));
    }
    if enrolment.added > 0 {
        say::line(&words.say("cli-undo"));
    }
}
