//! Claims about the screen of people.

use std::sync::Arc;

use crate::app::Msg;
use crate::app::room::Room;
use crate::domain::roster::Row;
use crate::domain::{Fact, Sprint, participant};
use crate::kit::draw::built;
use crate::kit::job::{Answer, Bad, Roster};
use crate::text::Clean;

fn seats(sprint: &Sprint) -> usize {
    sprint.present().filter(|one| one.team.is_some()).count()
}

#[test]
fn the_pictures_show_departments_teams_and_who_has_not_interviewed() {
    let mut room = Room::demo();
    room.keys("8").shows("12 departments · 48 people").shows("D12").shows("Head of digital services");
    room.keys("v").shows("8 teams").shows("T8").shows("S1 Energy co-financing 70/30");
    room.shows("6 people from 6 departments");
    room.keys("v").shows("32 of 48 have asked").shows("has not asked yet").shows("names stay on this screen");
    room.keys("v").shows("12 departments");
}

#[test]
fn the_screen_speaks_ukrainian_and_its_keys_follow_the_place() {
    let mut room = Room::demo_in("uk");
    room.keys("8").shows("12 департаментів · 48 людей").hides("⟨");
    room.keys("м").shows("8 команд").keys("м").shows("вже питали в інтерв’ю: 32 із 48");
    room.keys("м Tab л").shows("Що робить").keys("ш");
    assert!(matches!(room.newest(), [Fact::Participant(participant::Fact::Roled { .. })]));
    room.hides("⟨");
}

#[test]
fn a_department_a_team_and_people_are_added_and_the_cursor_is_on_them() {
    let mut room = Room::demo();
    room.keys("8 a").types("Water and sewerage").keys("Enter").shows("D13");
    room.keys("Enter").shows("a adds somebody").keys("a").types("Olha K.").keys("Enter Enter");
    room.types("interviewer, note").keys("Enter").shows("M049 Olha K. · Water and sewerage");
    room.shows("asks, writes");
    room.keys("v a").types("Parks").keys("Enter").types("s3").keys("Enter");
    room.shows("T9 Parks").shows("Outdoor cafe seating permit");
    room.keys("Tab a")
        .types("Ivan P.")
        .keys("Enter Enter Enter")
        .shows("M050 Ivan P. · no department · T9 Parks");
    room.keys("v v").keys("End").shows("no department");
}

#[test]
fn what_a_form_says_wrong_is_said_with_the_form_open_again() {
    let mut room = Room::demo();
    room.keys("8 a").types("transport").keys("Enter").shows("A department of this name").shows("transport");
    room.keys("Esc Esc a").keys("Ctrl+U Enter").shows("at least one letter");
    room.keys("Esc Tab a").types("Head of digital services").keys("Enter Enter Enter");
    room.shows("Somebody in this department goes by this name");
    room.keys("Tab Tab").types("cook").keys("Enter").shows("“cook” is no role");
    room.keys("Tab").types("x").keys("Tab Enter").shows("There is no department");
    room.keys("Esc").keys("Esc v a").types("Energy 1").keys("Enter Enter").shows("A team of this name");
    room.keys("Ctrl+U")
        .types("New")
        .keys("Enter")
        .types("S99")
        .keys("Enter")
        .shows("There is no service “S99”");
    assert_eq!((room.sprint().teams.len(), room.sprint().participants.len()), (8, 48));
}

#[test]
fn somebody_who_moves_sits_in_one_team_only() {
    let mut room = Room::demo();
    room.keys("8 v Tab m").shows("Where does").keys("b").hides("Head of digital services");
    let moved = room.sprint().participants.iter().next().expect("the demo has people");
    let of = |code: u32| room.sprint().teams.iter().find(|team| team.code == code).expect("a team").id;
    assert_eq!(moved.team, Some(of(2)));
    assert!(room.sprint().members(of(1)).all(|one| one.id != moved.id));
    room.keys("m").keys("a").shows("there already");
    room.keys("m t").keys("End");
    room.keys("Tab End").shows("no team");
}

#[test]
fn who_moves_to_a_service_of_their_own_department_is_seated_and_it_is_said() {
    let mut room = Room::demo();
    room.keys("8 ↓ ↓ ↓ Tab ↓ ↓ m").shows("⚠ own service").keys("a").shows("their own department: better");
    room.keys("v").shows("own service: 2");
}

#[test]
fn who_left_is_counted_nowhere_and_comes_back_to_the_same_team() {
    let mut room = Room::demo();
    room.keys("8 v Tab x").shows("M001 left. x brings them back").shows("5 people from 5 departments");
    room.keys("v v").shows("47 people").keys("Tab End").shows("M001").shows("left");
    room.keys("k i").shows("They left the sprint").keys("m").shows("They left the sprint");
    room.keys("k l").shows("48 people").keys("v").shows("6 people from 6 departments");
}

#[test]
fn who_asked_once_leaves_the_list_of_those_who_have_not() {
    let mut room = Room::demo();
    room.keys("8 v v").shows("32 of 48").shows("M001");
    room.app.go(crate::kit::Go { place: "interviews", item: None });
    room.keys("k i").shows("not asked yet").keys("a");
    room.keys("8").hides("Head of digital services").shows("Co-financing programme");
}

#[test]
fn proposed_teams_are_taken_as_one_step_and_nobody_who_sat_is_moved() {
    let mut room = Room::large();
    let before: Vec<_> = room.sprint().participants.iter().map(|one| one.team).collect();
    assert_eq!(seats(room.sprint()), 80);
    room.keys("8 g").shows("Proposed teams").shows("20 people in").shows("no two of one department");
    let first = room.screen();
    room.keys("g");
    assert_ne!(room.screen(), first, "others were asked for");
    let steps = room.journal.len();
    room.keys("Enter").shows("20 people seated");
    assert_eq!((room.journal.len(), seats(room.sprint())), (steps + 1, 100));
    for (one, before) in room.sprint().participants.iter().zip(&before) {
        assert!(before.is_none() || one.team == *before);
    }
    room.keys("u");
    assert_eq!(seats(room.sprint()), 80);
    room.keys("g Esc").hides("Proposed teams");
    assert_eq!(seats(room.sprint()), 80);
}

#[test]
fn teams_are_proposed_only_where_somebody_waits() {
    let mut room = Room::demo();
    room.keys("8 g").shows("Everybody sits in a team already");
    Room::empty().keys("8 g").shows("Nobody takes part yet");
    // Who runs the event is never seated, the next one is.
    room.keys("v Tab m t g").shows("Everybody sits");
    room.keys("m t g").shows("1 person in 1 team").shows("already, on their own service");
}

#[test]
fn twenty_four_teams_are_told_apart_by_their_letters_and_no_team_has_its_own() {
    let mut room = Room::large();
    room.keys("8 Tab m u e");
    let one = room.sprint().participants.iter().next().expect("people");
    let team = one.team.and_then(|id| room.sprint().teams.get(id)).expect("a team");
    assert_eq!(team.code, 24);
    room.keys("m t");
    assert!(room.sprint().participants.iter().next().is_some_and(|one| one.team.is_none()));
}

#[test]
fn only_what_is_seen_is_built() {
    let mut room = Room::large();
    for keys in ["8", "8 Tab", "v", "v", "v g"] {
        room.keys(keys);
        let before = built::lines();
        room.buffer();
        let lines = built::lines() - before;
        assert!(lines < 120, "{keys} builds {lines} lines for 24 rows");
    }
}

fn roster() -> Roster {
    let row = |record: u64, name: &str, department: &str| Row {
        record,
        name: Clean::new(name),
        department: Clean::new(department),
        ..Row::default()
    };
    let words = crate::words::Words::new(crate::words::Lang::En);
    Roster {
        path: "people.csv".to_owned(),
        encoding: Clean::new("UTF-8"),
        separator: ';',
        columns: vec![Clean::new("Name")],
        unstored: vec![Clean::new("Phone")],
        rows: vec![
            row(2, "Olha K.", "Water"),
            row(3, "head of digital services", "IT and digital services"),
            row(4, "Ivan P.", ""),
        ],
        bad: vec![Bad { record: 5, why: words.say("bad-person-no-name") }],
    }
}

#[test]
fn a_list_comes_in_after_a_preview_as_one_step_and_only_once() {
    let mut room = Room::demo();
    let list = || Msg::Done(Answer::People(Ok(Arc::new(roster()))));
    let ask = |room: &mut Room| {
        room.keys("8 i").types("people.csv").keys("Enter Enter").send(list());
    };
    ask(&mut room);
    room.shows("1 person comes in").shows("1 already here").shows("2 rows stay out");
    room.shows("row 4: No department is named").shows("row 5: nobody is named").shows("Phone").shows("Water");
    let steps = room.journal.len();
    room.keys("Enter").shows("1 person came in, 1 already here, 2 stayed out").shows("13 departments");
    assert_eq!(room.journal.len(), steps + 1);
    ask(&mut room);
    room.shows("Nobody to take in").shows("2 already here").keys("Enter").shows("13 departments");
    assert_eq!(room.journal.len(), steps + 1, "the same list again adds nobody");
    room.keys("u").shows("12 departments · 48 people").hides("Olha");
}

#[test]
fn a_list_that_is_left_or_can_not_be_read_changes_nothing() {
    let mut room = Room::demo();
    room.keys("8 i Enter Enter").shows("Say which file");
    room.types("people.csv").keys("Enter Enter");
    let steps = room.journal.len();
    let why = crate::words::Words::new(crate::words::Lang::En).say("problem-csv-empty");
    room.send(Msg::Done(Answer::People(Err(why)))).shows("the file is empty");
    room.keys("i Enter").types("Health").keys("Enter");
    room.send(Msg::Done(Answer::People(Ok(Arc::new(roster()))))).shows("2 people come in").keys("Esc");
    assert_eq!((room.journal.len(), room.sprint().departments.len()), (steps, 12));
}

#[test]
fn an_undo_names_people_by_their_codes() {
    let mut room = Room::demo();
    room.keys("8 Tab x u").shows("Taken back: M001");
    let screen = room.screen();
    let notice = screen.lines().find(|line| line.contains("Taken back")).unwrap_or_default();
    assert!(!notice.contains("Head"), "{notice}");
}

#[test]
fn the_pointer_chooses_what_it_is_pressed_on() {
    use crate::kit::{Pointer, PointerAct};
    use ratatui::layout::Position;
    let mut room = Room::demo();
    room.keys("8");
    for (x, y) in [(5, 7), (40, 6)] {
        for act in [PointerAct::Pressed, PointerAct::Released] {
            room.send(Msg::Pointer(Pointer { act, at: Position { x, y } }));
        }
    }
    room.shows("M010");
}
