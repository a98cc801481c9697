//! Claims about the face at the workstation.

use crate::app::room::Room;
use crate::domain::Fact;
use crate::domain::face::{self, Picture};

#[test]
fn the_clock_is_at_least_seven_rows_high_at_every_size() {
    for lang in ["en", "uk"] {
        for (columns, rows) in [(60, 20), (80, 24), (120, 36), (200, 60)] {
            let mut room = Room::demo_in(lang);
            room.keys("0").sized(columns, rows);
            let screen = room.screen();
            let high = screen.lines().filter(|line| line.contains("██")).count();
            assert!(high > 7, "{high} rows at {columns}x{rows}:\n{screen}");
            room.shows("15:00");
            assert!(screen.contains(['●', '▲', '■', '◆', '▼', '◎', '►', '△']), "who comes next:\n{screen}");
        }
    }
}

#[test]
fn each_picture_is_recorded_and_moving_about_is_not() {
    let mut room = Room::demo();
    for picture in Picture::ALL.into_iter().cycle().skip(1).take(5) {
        room.keys("0 v");
        assert_eq!(room.newest(), [Fact::Face(face::Fact::Pictured { picture })]);
        let steps = room.journal.len();
        room.keys("3 5 6 0 Esc");
        assert_eq!(room.journal.len(), steps, "moving about changes the wall");
    }
}

#[test]
fn a_line_for_the_room_stands_on_every_picture_and_goes_when_it_is_empty() {
    let mut room = Room::demo();
    room.keys("0 e").types("Lunch in the courtyard").keys("Enter").shows("Lunch in the courtyard");
    (0..5).for_each(|_| {
        room.keys("v").shows("Lunch in the courtyard");
    });
    room.keys("e").types(&"x".repeat(200)).shows("the field is full");
    room.keys("Ctrl+U Enter").hides("Lunch in the courtyard");
    assert!(room.sprint().face.message.is_empty());
    room.keys("e Enter").shows("Nothing");
}

#[test]
fn z_elsewhere_blacks_both_and_only_z_here_brings_the_wall_back() {
    let mut room = Room::demo();
    room.keys("3 z");
    assert_eq!(room.newest(), [Fact::Face(face::Fact::Blacked { black: true })]);
    assert_eq!(room.screen().trim(), "");
    room.keys("z").shows("still black").shows("T2-I03");
    assert!(room.sprint().face.black, "the workstation alone came back");
    room.keys("z z");
    assert_eq!(room.newest(), [Fact::Face(face::Fact::Blacked { black: true })], "black twice is one step");
    room.keys("0");
    let screen = room.screen();
    assert_eq!(
        screen.lines().filter(|line| !line.trim().is_empty()).count(),
        1,
        "but for the bar:\n{screen}"
    );
    room.shows("show again").keys("z").shows("The wall is back");
    assert!(!room.sprint().face.black);
}

#[test]
fn esc_leads_back_to_where_one_was() {
    let mut room = Room::demo();
    room.keys("5 0 v v Esc").shows("5·Themes");
}

#[test]
fn before_the_first_start_the_room_sees_what_begins_and_when() {
    let mut room = Room::empty();
    room.keys("0").shows("We begin at").shows("Services for residents");
    assert!(room.screen().contains("██"), "the time stands in digits");
}

#[test]
fn all_stopped_is_one_thing_to_do() {
    let mut room = Room::demo();
    room.keys("0 v !").shows("All clocks are stopped. Nothing is lost.").hides("T2-I03");
    let mut room = Room::demo_in("uk");
    room.keys("0 !").shows("Нічого не втрачено");
}

#[test]
fn why_an_interview_stands_is_not_for_the_room() {
    let mut room = Room::demo();
    room.keys("0 v");
    for reason in ["break", "needs time", "interpreter"] {
        let screen = room.screen();
        let tiles: String = screen.lines().skip(4).collect();
        assert!(!tiles.contains(reason), "{reason}:\n{screen}");
    }
    room.shows("║");
}
