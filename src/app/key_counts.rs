//! How many keys the things cost that are done a hundred times a day, driven with real keys; and that a letter
//! means one thing wherever it is pressed.

use std::collections::BTreeMap;

use super::room::Room;
use crate::domain::{Fact, agenda, interview, note, piece, turn};
use crate::kit::Verb;

/// Presses keys one by one until the newest step has such a fact; answers how many it took.
#[track_caller]
fn presses(room: &mut Room, keys: &str, wanted: fn(&Fact) -> bool) -> usize {
    let before = room.journal.len();
    for (at, key) in keys.split(' ').enumerate() {
        room.keys(key);
        if room.journal.len() > before && room.newest().iter().any(wanted) {
            return at + 1;
        }
    }
    panic!("{keys:?} did not do it:\n{}", room.screen());
}

#[test]
fn a_note_costs_its_text_and_one_key() {
    let mut room = Room::demo();
    room.keys("3 Enter a").types("прийшла з сусідкою, бо сама не бачить екрана");
    let added = |fact: &Fact| matches!(fact, Fact::Note(note::Fact::Added { .. }));
    assert_eq!(presses(&mut room, "Enter", added), 1);
    room.types("the next one is open already");
    assert_eq!(presses(&mut room, "Enter", added), 1);
}

#[test]
fn the_next_team_is_one_key() {
    let mut room = Room::demo();
    let called = |fact: &Fact| matches!(fact, Fact::Turn(turn::Fact::Called { .. }));
    assert_eq!(presses(&mut room, "t", called), 1);
}

#[test]
fn a_round_starts_with_one_key_and_all_of_it() {
    let mut room = Room::demo();
    let ran = |fact: &Fact| matches!(fact, Fact::Interview(interview::Fact::Ran { .. }));
    let waits = |one: &&interview::Interview| one.clock.started.is_none() && one.is_ahead();
    for team in ["1", "2"] {
        room.keys("3 End a").types(team).keys("Enter Enter Enter Enter Enter");
    }
    let waiting = room.sprint().interviews.iter().filter(waits).count();
    assert_eq!(waiting, 2, "{}", room.screen());
    while !room.screen().contains("c start round") {
        room.keys("↑");
    }
    assert_eq!(presses(&mut room, "c", ran), 1);
    assert_eq!(room.sprint().interviews.iter().filter(waits).count(), 0);
    let mut room = Room::demo();
    let next = |fact: &Fact| matches!(fact, Fact::Agenda(agenda::Fact::Ran { .. }));
    assert_eq!(presses(&mut room, "n", next), 1, "on the agenda the next timebox");
}

#[test]
fn extending_is_one_key() {
    let mut room = Room::demo();
    let lasts = |fact: &Fact| matches!(fact, Fact::Agenda(agenda::Fact::Lasts { .. }));
    assert_eq!(presses(&mut room, "+", lasts), 1);
    assert_eq!(presses(&mut room, "=", lasts), 1, "without Shift as well");
    let longer = |fact: &Fact| matches!(fact, Fact::Interview(interview::Fact::Lasts { .. }));
    room.keys("3");
    assert_eq!(presses(&mut room, "+", longer), 1);
}

#[test]
fn a_note_is_filed_with_one_key_or_two() {
    let mut room = Room::demo();
    let filed = |fact: &Fact| matches!(fact, Fact::Note(note::Fact::Filed { theme: Some(_), .. }));
    room.keys("5");
    assert_eq!(presses(&mut room, "=", filed), 1, "where it was suggested");
    assert_eq!(presses(&mut room, "m c", filed), 2, "anywhere else");
}

#[test]
fn the_next_kind_is_two_keys_from_a_card() {
    let mut room = Room::demo();
    let made = |fact: &Fact| matches!(fact, Fact::Piece(piece::Fact::Added { .. }));
    room.keys("2 Tab Tab").keys("m");
    room.types("How might we ask once?");
    assert_eq!(presses(&mut room, "Enter", made), 1);
}

#[test]
fn undo_is_one_key() {
    let mut room = Room::demo();
    let reverted = |fact: &Fact| matches!(fact, Fact::Reverted { .. });
    room.keys("5 =");
    assert_eq!(presses(&mut room, "u", reverted), 1);
}

#[test]
fn no_letter_changes_its_verb_from_screen_to_screen() {
    let room = Room::demo();
    let mut verbs: BTreeMap<String, (Verb, &str)> = BTreeMap::new();
    let rows = super::manual_rows();
    for row in rows.iter().flat_map(|(_, rows)| rows) {
        for key in room.app.keymap.keys(*row) {
            let (verb, first) = *verbs.entry(key.to_string()).or_insert((row.verb, row.name));
            assert_eq!(verb, row.verb, "{key} is one thing in {first} and another in {}", row.name);
        }
    }
    assert!(verbs.len() > 40, "{} keys are few", verbs.len());
}
