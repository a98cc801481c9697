//! Turns, as a clerk and a facilitator meet them.

use super::room::Room;
use crate::domain::id::RunId;
use crate::domain::{Fact, Seat, Stamp, Step, note, sprint, turn};

/// A room in which T1 has an interview whose notes are due, and is called.
fn called() -> Room {
    let mut room = Room::demo();
    room.keys("t");
    room
}

fn seat(room: &Room) -> Seat {
    room.sprint().seat()
}

#[test]
fn next_team_is_one_key_and_the_curtain_says_in_words_what_to_do() {
    let mut room = called();
    assert!(matches!(room.newest(), [Fact::Turn(turn::Fact::Called { .. })]));
    room.shows("Enter sit down and begin").shows("Nothing can be broken").hides("N0412");
    assert_eq!(seat(&room), Seat::Facilitator, "nobody sits there yet");
}

#[test]
fn a_clerk_writes_three_notes_files_two_and_hands_over() {
    let mut room = called();
    let team = room.sprint().turns.called().unwrap().team;
    room.keys("Enter").shows("Writing");
    assert!(matches!(seat(&room), Seat::Team(_)));
    for line in ["I was told to come back on Monday", "- the lift was out of order", "nobody at window four"]
    {
        room.types(line).keys("Enter");
    }
    let mine: Vec<_> = room.journal.iter().rev().take(3).collect();
    assert!(mine.iter().all(|step| step.by == seat(&room)), "the notes are the team's");
    room.keys("Enter").keys("5").shows("Inbox");
    let loose = room.sprint().inbox().len();
    room.keys("m a").passes(2).keys("m b").passes(2);
    assert_eq!(room.sprint().inbox().len(), loose - 2);
    room.keys("t").shows("3 notes written and 2 filed").keys("Enter");
    let next = room.sprint().turns.called().expect("the next team's curtain").team;
    assert_ne!(next, team);
    room.keys("Esc");
    assert_eq!(seat(&room), Seat::Facilitator);
    assert!(room.sprint().turns.had(team, &room.app.now()).turns > 0);
}

#[test]
fn in_a_turn_only_the_teams_own_things_can_be_changed() {
    let mut room = called();
    let team = room.sprint().turns.called().unwrap().team;
    room.keys("Enter Esc Esc 5");
    let sprint = room.sprint();
    let of_team = |row: &u32| {
        let note = sprint.notes.at_row(*row).unwrap();
        sprint.interviews.get(note.interview).unwrap().team == team
    };
    assert!(sprint.inbox().iter().all(of_team), "the inbox holds the team's notes alone");
    let theirs = sprint.notes.iter().find(|one| sprint.interviews.get(one.interview).unwrap().team != team);
    let facts = vec![note::Fact::Crossed { id: theirs.unwrap().id, crossed: true }.into()];
    assert!(sprint.may(seat(&room), &facts).is_err());
    assert!(sprint.may(Seat::Facilitator, &facts).is_ok());
}

#[test]
fn commands_that_are_not_for_the_turn_say_so_and_do_nothing() {
    let mut room = called();
    room.keys("Enter Esc");
    let steps = room.journal.len();
    room.keys("k").shows("Not in this turn").keys("6").shows("Not in this turn");
    room.keys("q").shows("t hands over").keys("Ctrl+C").shows("t hands over");
    assert_eq!(room.journal.len(), steps);
    assert!(room.others.is_empty(), "nothing quits");
}

#[test]
fn undo_in_a_turn_reaches_the_teams_own_changes_of_this_turn_alone() {
    let mut room = called();
    room.keys("Enter").types("the ramp is too steep").keys("Enter Enter");
    let code = room.sprint().notes.iter().last().unwrap().code;
    room.keys("u").shows(&format!("N{code:04}"));
    assert!(room.sprint().notes.iter().all(|one| one.code != code), "it is taken back");
    room.keys("u").shows("nothing to undo");
}

#[test]
fn stray_typing_is_taken_back_and_goes_on_in_a_field() {
    let mut room = called();
    room.keys("Enter Enter").keys("5");
    let before = room.sprint().inbox().len();
    room.types("nhkj").shows("You seem to be writing").shows("nhkj");
    assert_eq!(room.sprint().inbox().len(), before);
    assert!(room.sprint().notes.iter().all(|one| !one.held || one.code < 1_000));
    room.types("er asked twice").keys("Enter");
    assert_eq!(room.sprint().notes.iter().last().unwrap().text.as_str(), "nhkjer asked twice");
}

#[test]
fn stray_typing_on_a_ukrainian_layout_keeps_its_letters() {
    let mut room = Room::demo_in("uk");
    room.keys("t Enter Enter 5").types("чекав").shows("Схоже, ви пишете").shows("чекав");
    room.keys("Esc").hides("Схоже").types("знов").shows("чекав знов");
}

#[test]
fn the_same_letter_over_and_over_is_a_command() {
    let mut room = called();
    room.keys("Enter Enter 5 n n n n n").hides("You seem to be writing");
}

#[test]
fn letters_and_a_paste_do_nothing_to_a_curtain() {
    let mut room = called();
    let steps = room.journal.len();
    room.types("xqa")
        .shows("Press Enter to sit down")
        .pastes("three\nlines\nof notes")
        .shows("Nothing was pasted");
    assert_eq!(room.journal.len(), steps);
    room.keys("Enter").shows("Writing");
}

#[test]
fn the_curtain_offers_other_tasks_and_other_teams() {
    let mut room = called();
    let turn = room.sprint().turns.called().unwrap().clone();
    room.keys("Tab");
    assert_ne!(room.sprint().turns.called().unwrap().purpose, turn.purpose);
    room.keys("Right");
    assert_ne!(room.sprint().turns.called().unwrap().team, turn.team);
    room.keys("Left");
    assert_eq!(room.sprint().turns.called().unwrap().team, turn.team);
}

#[test]
fn the_seat_clock_counts_up_when_it_is_over_and_nothing_advances_by_itself() {
    let mut room = called();
    room.keys("Enter").shows("05:00").passes(301).shows("+00:01");
    assert!(matches!(seat(&room), Seat::Team(_)));
}

#[test]
fn all_clocks_stop_in_any_state_and_only_the_facilitator_takes_that_back() {
    let mut room = called();
    room.keys("Enter").types("half a sen").keys("Ctrl+P").shows("All clocks are stopped");
    assert!(
        !room.sprint().turns.runs() && room.sprint().interviews.iter().all(|one| !one.clock.is_running())
    );
    room.types("tence").keys("Enter Enter u");
    assert!(room.sprint().day.stopped.is_some(), "a team's undo does not start the clocks");
    room.keys("!").passes(600).shows("Everything has stood since").keys("Enter");
    assert!(room.sprint().turns.runs() && room.sprint().day.stopped.is_none());
}

#[test]
fn who_sat_at_the_keyboard_sits_there_after_the_file_was_opened_anew() {
    let mut room = called();
    room.keys("Enter").types("before the power cut").keys("Enter");
    let again = crate::domain::History::of(room.journal.clone());
    assert_eq!(again.sprint().seat(), seat(&room));
    let at = room.journal.last().unwrap().at;
    Room::of(room.journal.clone(), at).shows("before the power cut").keys("a").shows("Writing");
}

#[test]
fn a_line_goes_to_the_parking_lot_from_any_screen() {
    let mut room = Room::demo();
    let parked = room.sprint().parking.len();
    room.keys("6 p").types("Who pays for the tablets?").keys("Enter").shows("parking lot");
    assert_eq!(room.sprint().parking.len(), parked + 1);
    room.keys("p Enter").shows("needs words");
}

#[test]
fn without_teams_t_says_what_to_do() {
    let at = Stamp { t_ms: 1_781_767_000_000, m_ms: 5_000_000 };
    let facts = vec![sprint::Fact::Described(sprint::Description::default()).into()];
    let mut room =
        Room::of(vec![Step { s: 1, w: RunId(1), at, by: Seat::CommandLine, facts, from: None }], at);
    room.keys("t").shows("No team takes part yet");
}

#[test]
fn every_command_that_a_turn_offers_is_a_command_of_its_screen() {
    let interview = Room::demo().sprint().interviews.iter().next().unwrap().id;
    let purposes = [
        turn::Purpose::Notes { interview },
        turn::Purpose::Sort,
        turn::Purpose::Board { kind: crate::domain::piece::Kind::Idea },
    ];
    let manual = super::manual_rows();
    for (place, names) in purposes.iter().flat_map(|purpose| super::turn::scope(*purpose)) {
        let (_, rows) = manual.iter().find(|(name, _)| name == place).expect(place);
        for name in *names {
            assert!(rows.iter().any(|row| row.name == *name), "{name} is no command of {place}");
        }
    }
}

#[test]
fn a_team_on_its_board_makes_cards_and_moves_neither_the_queue_nor_other_teams() {
    let mut room = called();
    while !matches!(room.sprint().turns.called().unwrap().purpose, turn::Purpose::Board { .. }) {
        room.keys("Tab");
    }
    room.keys("Enter").types("Who opens the letters?").keys("Enter").shows("Who opens").keys("Enter");
    let steps = room.journal.len();
    room.keys("v").shows("Not in this turn").keys("f").shows("Not in this turn");
    assert_eq!(room.journal.len(), steps);
    let queued = vec![turn::Fact::Queued { teams: Vec::new() }.into()];
    assert!(room.sprint().may(seat(&room), &queued).is_err(), "the order of the teams is the facilitator's");
}

#[test]
fn short_words_are_stray_typing_too_and_black_nothing() {
    let mut room = called();
    room.keys("Enter Esc Esc").types("he is out").shows("You seem to be writing").shows("he is out");
    assert!(room.sprint().notes.iter().all(|one| !one.text.as_str().contains("is out")));
    let mut room = Room::demo_in("uk");
    room.keys("t Enter Esc Esc").types("якщо").shows("Схоже, ви пишете").shows("якщо");
    assert!(!room.sprint().face.black, "the wall is seen again");
}

#[test]
fn a_team_that_sits_down_while_all_clocks_stand_waits_with_them() {
    let mut room = Room::demo();
    room.keys("! t Enter").passes(90).shows("05:00");
    assert!(!room.sprint().turns.runs());
    room.keys("Esc ! Enter").passes(60).shows("04:00");
}
