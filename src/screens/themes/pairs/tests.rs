//! Claims about pairs of notes that may say the same.

use std::sync::Arc;

use super::super::tests::{filed, heard, loose, make, theme};
use crate::app::Msg;
use crate::app::room::Room;
use crate::domain::note::{self, Kind};
use crate::domain::{Fact, History};
use crate::kit::job::Name;
use crate::kit::wall::{self, Compared};
use crate::kit::{Answer, Effect, Job, Key};
use crate::method::grouping::Pair;

const PLAIN: Kind = Kind::Plain;

/// Two people who say nearly the same of the queue, and one of them something else.
fn wall() -> Room {
    heard(&[
        &[(PLAIN, "the queue at the clinic opens at six"), (PLAIN, "a bench for older people")],
        &[(PLAIN, "the queue at the clinic opens at seven"), (PLAIN, "лавка для старших людей")],
    ])
}

/// What a key asks to be compared, without any of it being done.
fn asked(room: &mut Room, key: char) -> Arc<Compared> {
    let at = room.journal.last().expect("a journal").at;
    let effects = room.app.update(at, Msg::Key(Key::Char(key)));
    let compared = effects.into_iter().find_map(|effect| match effect {
        Effect::Compute(Job::Compare(compared)) => Some(compared),
        _ => None,
    });
    compared.expect("pairs are asked for")
}

/// The pairs of the wall, found by hand: the queue's, and across scripts the bench's.
fn answer(compared: &Arc<Compared>) -> Msg {
    let pair = |first, second, likeness| Pair { first, second, likeness };
    let found = wall::Pairs { near: vec![pair(0, 2, 0.9)], across: vec![pair(1, 3, 0.4)] };
    Msg::Done(Answer::Compared(compared.clone(), Arc::new(found)))
}

/// Shows the pairs.
fn shown(mut room: Room) -> Room {
    let compared = asked(&mut room, 'v');
    room.send(answer(&compared));
    room
}

#[test]
fn both_notes_are_seen_side_by_side_with_how_alike_they_are() {
    let mut room = shown(wall());
    room.shows("Near duplicates")
        .shows("2 pairs")
        .shows("▸N0001 ·   N0003 ·     90%")
        .shows("in two scripts");
    for size in [(60, 20), (80, 24), (120, 36), (200, 60)] {
        room.sized(size.0, size.1).shows("─ N0001 loose").shows("─ N0003 loose").shows("P001").shows("P002");
    }
    room.sized(80, 24).keys("Enter").shows("N0001 and N0003").shows("opens at seven").keys("Esc");
    room.keys("↓").shows("▸N0002").shows("лавка").keys("↑").shows("▸N0001");
    room.keys("v").shows("Inbox 4 loose").hides("Near duplicates");
}

#[test]
fn a_loose_note_goes_where_its_pair_lies_and_the_pair_is_done() {
    let mut room = wall();
    make(&mut room, "The queue starts at six");
    let mut room = shown(room);
    room.shows("N0001 a").keys("=");
    let second = loose(room.sprint()).len();
    assert_eq!((filed(&room).1, second), (Some(theme(&room, "The queue starts at six")), 2));
    room.hides("N0003 a").shows("1 more lies in one theme already").keys("u").shows("N0001 a");
    room.keys("v").shows("1 voice").keys("v").shows("Near duplicates");
}

#[test]
fn two_loose_notes_become_a_theme_whose_name_is_asked_for() {
    let mut room = shown(wall());
    room.keys("=").shows("A new theme of 2 notes").keys("Ctrl+U").types("Queues open early").keys("Enter");
    assert_eq!(room.sprint().notes_of_theme(theme(&room, "Queues open early")).len(), 2);
    room.shows("Near duplicates").hides("N0001 ·").keys("u").shows(" N0001 ·");
}

#[test]
fn what_is_not_the_same_is_never_shown_as_a_pair_again() {
    let mut room = shown(wall());
    room.keys("-").shows("N0001 and N0003 are not the same").hides("N0001 ·");
    let [Fact::Note(note::Fact::Apart { id, other })] = room.newest() else { panic!("{:?}", room.newest()) };
    let apart = |room: &Room, one, other| room.sprint().notes.get(one).map(|note| note.apart == [other]);
    assert_eq!((apart(&room, *id, *other), apart(&room, *other, *id)), (Some(true), Some(true)));
    let again = asked(&mut room, 'g');
    room.send(answer(&again)).shows("1 pair").hides("N0001 ·");
    let mut opened = room.crashed();
    opened.keys("5");
    let compared = asked(&mut opened, 'v');
    opened.send(answer(&compared)).hides("N0001 ·").shows("N0002");
    room.keys("u").shows("N0001 ·").shows("2 pairs");
}

#[test]
fn notes_in_two_themes_say_so_and_j_merges_these() {
    let mut room = wall();
    make(&mut room, "The queue starts at six");
    room.keys("n");
    make(&mut room, "The queue starts at seven");
    let mut room = shown(room);
    room.shows("N0001 a   N0003 b").keys("=").shows("They lie in two themes").keys("j");
    room.shows("went into").shows("1 more lies in one theme already");
    assert_eq!(room.sprint().living_themes().filter(|theme| !theme.tray).count(), 1);
    room.keys("u").shows("N0001 a   N0003 b").keys("m t");
    assert_eq!(filed(&room).0.len(), 2, "m sends both");
}

#[test]
fn nothing_stale_is_shown_and_an_older_answer_loses_what_was_reworded() {
    let mut room = wall();
    let compared = asked(&mut room, 'v');
    room.shows("Looking for pairs").keys("e").types(" sharp").keys("Enter");
    room.send(answer(&compared)).shows("1 pair").hides("N0001 ·");
    room.keys("v").shows("Inbox");
    let fresh = asked(&mut room, 'v');
    assert_ne!(compared, fresh, "the wall changed, so it is looked through again");
    room.shows("Near duplicates").send(answer(&fresh)).shows("N0001 ·");
}

#[test]
fn esc_stops_the_search_and_pairs_are_covered_in_the_silent_phase() {
    let mut room = wall();
    let compared = asked(&mut room, 'v');
    room.keys("v").shows("looked for already").keys("Esc").shows("Stopped");
    assert_eq!(room.others, [Effect::Cancel(Name::Compare)]);
    room.send(answer(&compared)).hides("Near duplicates");
    room.send(Msg::Done(Answer::Cancelled(Name::Compare))).keys("r v").shows("Covered in the silent phase");
}

#[test]
fn without_pairs_a_sentence_leads_back() {
    let mut room = heard(&[&[(PLAIN, "comes by tram")]]);
    room.keys("v").shows("No two notes").keys("=").shows("No two notes").keys("Esc").shows("Inbox 1 loose");
    Room::empty().keys("5 v").shows("No two notes");
}

#[test]
fn telling_apart_speaks_only_of_notes_that_are_there() {
    let mut room = shown(wall());
    room.keys("-");
    let steps = room.journal.clone();
    let note = room.sprint().notes.iter().next().expect("a note").id;
    let strange = note::Fact::Apart {
        id: note,
        other: crate::domain::id::NoteId(crate::domain::id::Id { run: crate::domain::id::RunId(9), n: 9 }),
    };
    let mut more = steps.clone();
    let last = more.last().expect("a step").clone();
    more.push(crate::domain::Step { s: last.s + 1, facts: vec![strange.into()], ..last });
    assert!(History::of(more).sprint() == History::of(steps).sprint());
}

#[test]
fn every_word_is_ukrainian() {
    let mut room = Room::demo_in("uk");
    room.keys("5 v").hides("⟨").shows("Майже те саме");
    for keys in ["↓", "Enter", "Esc =", "Esc m", "Esc -", "j", "g", "?", "Esc v"] {
        room.keys(keys).hides("⟨");
    }
}
