//! Claims about what the room sees after a respondent was erased.

use super::room::Room;
use crate::domain::erasure::{self, MARK, erase};
use crate::domain::id::{Id, PieceId, RunId, ThemeId};
use crate::domain::note::{self, Note};
use crate::domain::{Fact, History, Seat, Step, face, piece, theme};
use crate::text::Clean;

/// Asked in T2-I03, which is running.
const RESPONDENT: u32 = 19;
const RUN: RunId = RunId(0xde30);

/// The demo with a card, a theme and a message that are nothing but a quote, after the respondent was erased.
fn without_respondent() -> Room {
    let mut steps = Room::demo().journal.clone();
    let now = steps.last().unwrap().at;
    let history = History::of(steps.clone());
    let one = history.sprint().interviews.iter().find(|one| one.respondent == RESPONDENT).unwrap();
    let quote = history.sprint().notes.get(one.notes[0]).unwrap().text.clone();
    let (id, team) = (|n| Id { run: RUN, n }, Some(one.team));
    let kind = piece::Kind::Insight;
    let card = piece::Fact::Added {
        id: PieceId(id(90_001)),
        kind,
        code: 90,
        team,
        text: quote.clone(),
        held: false,
    };
    let name = quote.clone();
    let group = theme::Fact::Added { id: ThemeId(id(90_002)), code: 90, name, label: 0, tray: false };
    let does = |facts: Vec<Fact>, steps: &mut Vec<Step>| {
        let s = steps.last().unwrap().s + 1;
        steps.push(Step { s, w: RUN, at: now, by: Seat::CommandLine, facts, from: None });
    };
    does(vec![card.into(), group.into(), face::Fact::Said { text: quote }.into()], &mut steps);
    let erased = erase(steps, RESPONDENT, &Clean::default()).unwrap();
    let mut steps = erased.steps;
    does(vec![erasure::Fact::Erased(erased.erased).into()], &mut steps);
    Room::of(steps, now)
}

#[test]
fn the_wall_says_that_an_interview_is_erased_and_no_clock_of_it_runs() {
    let mut room = without_respondent();
    room.sized(120, 36).keys("3").shows("│erased ").shows("T2-I03 P019").shows("13 running and 2 paused");
    room.passes(60).shows("│erased ");
}

#[test]
fn an_erased_interview_shows_no_note_and_takes_none() {
    let mut room = without_respondent();
    room.sized(120, 36)
        .keys("3 Right Right Enter")
        .shows("T2-I03")
        .hides("no consent")
        .shows("The respondent was erased.")
        .hides(MARK);
    room.keys("a").shows("Nothing of this interview is shown or changed any more.");
}

#[test]
fn erased_notes_wait_in_no_inbox_and_hang_on_no_board() {
    let room = without_respondent();
    let sprint = room.sprint();
    let one = sprint.interviews.iter().find(|one| one.respondent == RESPONDENT).unwrap();
    let theirs = |row: &u32| sprint.notes.at_row(*row).is_some_and(|note: &Note| note.interview == one.id);
    assert!(
        !sprint.evidence.loose().iter().any(theirs) && !sprint.evidence.heard_by(one.team).iter().any(theirs)
    );
}

#[test]
fn what_is_blank_waits_for_other_words_on_the_screens_and_not_on_the_wall() {
    let mut room = without_respondent();
    room.sized(120, 36).keys("5").shows(MARK);
    for _ in 0..5 {
        room.keys("0 v").hides(MARK);
    }
}

#[test]
fn undo_names_what_was_erased_by_its_code_and_goes_past_the_erasure() {
    let mut room = without_respondent();
    for _ in 0..40 {
        room.keys("u").hides("erased (");
    }
    let erased = |fact: &&Fact| matches!(fact, Fact::Erasure(_));
    let steps = room.app.history().steps();
    assert_eq!(steps.iter().flat_map(|step| &step.facts).filter(erased).count(), 1);
    let words = |fact: &Fact| matches!(fact, Fact::Note(note::Fact::Worded { .. }));
    assert!(!room.newest().iter().any(words));
    assert!(room.sprint().interviews.iter().any(|one| one.erased && one.respondent == RESPONDENT));
}
