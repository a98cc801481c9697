//! `viche import requests`: takes residents' answers into a sprint, as one step that can be taken back.

use std::path::Path;

use super::args::Requests;
use super::keeping;
use super::open::{began, random_run, store_fail};
use super::place::Place;
use super::progress;
use super::say::{self, Fail};
use crate::domain::id::{Ids, RunId};
use crate::domain::{Code, Fact, History, Seat, Step, request};
use crate::exchange::requests::Columns;
use crate::kit::job::{Bad, Imported};
use crate::runtime::clock::{Clock, Real};
use crate::runtime::intake::{Refused, Wanted, take_in};
use crate::runtime::{Problem, os};
use crate::store::{self, Opened};
use crate::text::Clean;
use crate::words::{Args, Phrase, Words};

/// Takes the file in. The sprint is opened to write only when something is to be written.
pub(super) fn run(requests: &Requests, place: &Place) -> Result<u8, Fail> {
    let fail = |error| keeping::fail(&error, place, &place.words());
    let (_, steps, _) = store::read(&requests.file).map_err(fail)?;
    let words = place.words_for(&History::of(steps).sprint().description);
    let run = random_run();
    let wanted = wanted(requests, Ids::of(run).next());
    let taken = take_in(&wanted, &words, &mut progress::show("cli-reading", &words));
    progress::clear();
    let imported = taken.map_err(|refused| refusal(&refused, &words))?;
    let (first, again) = write(&requests.file, &imported, run, place)
        .map_err(|error| store_fail(&error, &words, &place.zone))?;
    tell(&imported, first, again, &words);
    Ok(0)
}

fn wanted(requests: &Requests, id: crate::domain::id::SourceId) -> Wanted {
    let clean = |text: &Option<String>| text.as_deref().map(Clean::new).filter(|text| !text.is_empty());
    Wanted {
        path: requests.csv.clone(),
        columns: Columns {
            text: requests.text_column.clone(),
            category: requests.category_column.clone(),
            district: requests.district_column.clone(),
            date: requests.date_column.clone(),
        },
        id,
        first: 1,
        period: clean(&requests.period),
        asked: requests.asked,
        name: clean(&requests.name).unwrap_or_default(),
    }
}

/// Writes what came in. Answers the number of the first row's code, which is known only now since somebody may have
/// written meanwhile, and whether the same came in before.
fn write(
    path: &Path,
    imported: &Imported,
    run: RunId,
    place: &Place,
) -> Result<(u32, bool), store::StoreError> {
    let Opened { mut journal, steps, .. } = store::open(path)?;
    let history = History::of(steps);
    let first = history.next_code(Code::Request(0));
    let mut facts = imported.facts.clone();
    let again = imported.came_before(history.sprint());
    facts.extend(history.sprint().map_by_name(&imported.facts));
    if let Some(Fact::Request(request::Fact::Imported { first: number, .. })) = facts.first_mut() {
        *number = first;
    }
    let (s, at, by) = (history.next_no(), Real::new().now(), Seat::CommandLine);
    let began = Step { s, w: run, at, by, facts: vec![began(&os::boot_id()).into()], from: None };
    let kept = keeping::keep(place.state_folder.as_deref(), &journal);
    journal.append(&[began, Step { s: s + 1, w: run, at, by, facts, from: None }])?;
    keeping::finish(kept);
    Ok((first, again))
}

fn tell(imported: &Imported, first: u32, again: bool, words: &Words) {
    let last = Clean::new(&Code::Request(first + imported.rows.saturating_sub(1)).to_string());
    let first = Clean::new(&Code::Request(first).to_string());
    let args = Args::new().with("rows", imported.rows).with("first", &first).with("last", &last);
    say::line(&words.tell("cli-imported", args));
    if !imported.bad.is_empty() {
        say::line(&words.tell("cli-stayed-out", Args::new().with("rows", imported.bad.len())));
        bad_rows(&imported.bad, words).iter().for_each(say::line);
    }
    if !imported.unstored.is_empty() {
        let columns: Vec<&str> = imported.unstored.iter().map(Clean::as_str).collect();
        say::line(&words.tell("cli-unstored", Args::new().with("columns", columns.join(", "))));
    }
    if again {
        say::line(&words.say("cli-came-before"));
    }
    say::line(&words.say("cli-undo"));
}

pub(super) fn bad_rows(bad: &[Bad], words: &Words) -> Vec<Phrase> {
    let line = |bad: &Bad| {
        words.tell("cli-bad-row", Args::new().with("record", bad.record.to_string()).with("why", &bad.why))
    };
    bad.iter().map(line).collect()
}

fn refusal(refused: &Refused, words: &Words) -> Fail {
    match refused {
        Refused::Cancelled => Fail::new(&Problem::new(words, "problem-cancelled", Args::new), words),
        Refused::Problem(problem) => Fail::new(problem, words),
        Refused::NoRow(problem, bad) => Fail::listing(problem, bad_rows(bad, words), words),
    }
}
