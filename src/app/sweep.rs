//! Every command row on the demo sprint, in every picture that keys lead to, in both languages, at three sizes:
//! nothing panics, everything is said, and what can't run says why.

use super::room::Room;
use crate::kit::Reason;
use crate::kit::depth::{Depth, rgb_of};
use crate::kit::draw::{built, faults};
use crate::kit::theme::{Paint, Theme, contrast};

pub(super) const SIZES: [(u16, u16); 4] = [(80, 24), (120, 36), (200, 60), (60, 20)];

/// Keys that lead to the pictures of the screens.
pub(super) const PICTURES: &[&str] = &[
    "2",
    "2 →",
    "2 → →",
    "2 → → Enter",
    "2 → → w",
    "2 v",
    "2 v v",
    "0",
    "0 v",
    "0 v v",
    "0 v v v",
    "0 v v v v",
    "1",
    "1 End",
    "1 v",
    "1 v v",
    "1 v v d",
    "3",
    "3 Home",
    "3 Enter",
    "3 Enter Tab ↓ ↓ ↓",
    "4",
    "4 v",
    "4 v r Enter",
    "4 v g",
    "4 v r g",
    "5",
    "5 Tab",
    "5 Tab Enter",
    "5 Tab g",
    "5 g",
    "5 g ↓",
    "5 g → ↓ ↓",
    "5 g Enter",
    "5 v",
    "5 v ↓",
    "6",
    "6 Enter",
    "6 Tab",
    "6 v",
    "6 v v",
    "6 v v v",
    "8",
    "8 Tab",
    "8 v",
    "8 v Tab",
    "8 v v",
];

#[test]
fn every_row_runs_or_says_why_not_in_both_languages() {
    for lang in ["en", "uk"] {
        for picture in PICTURES {
            let rows = Room::demo_in(lang).keys(picture).here().rows();
            for (at, row) in rows.iter().enumerate() {
                let mut room = Room::demo_in(lang);
                room.keys(picture);
                let place = room.app.place;
                match room.app.screens[place].ready(at, &room.app.cx()) {
                    Ok(()) => room.app.run_row(at),
                    Err(Reason::Elsewhere) => continue,
                    Err(reason) => {
                        let why = room.app.cx().reason(&reason);
                        assert!(!why.is_empty() && !why.as_str().contains('⟨'), "{}: {why}", row.name);
                    }
                }
                room.takes_effects();
                look(&mut room, &format!("{lang} {picture}, then {}", row.name));
            }
        }
    }
}

#[test]
fn an_empty_sprint_shows_what_to_do_on_every_screen() {
    for picture in PICTURES {
        let mut room = Room::empty();
        room.keys(picture);
        look(&mut room, picture);
    }
}

#[test]
fn no_picture_has_two_commands_for_one_verb() {
    for picture in PICTURES {
        let mut room = Room::demo();
        room.keys(picture);
        let screen = room.here();
        let ready: Vec<_> = screen
            .rows()
            .into_iter()
            .enumerate()
            .filter(|(at, _)| screen.ready(*at, &room.app.cx()).is_ok())
            .map(|(_, row)| row)
            .collect();
        for (at, row) in ready.iter().enumerate() {
            let twin = ready[..at].iter().find(|other| other.verb == row.verb);
            let named = row.verb == crate::kit::Verb::Named;
            assert!(named || twin.is_none(), "{picture}: {} and {:?}", row.name, twin.map(|twin| twin.name));
        }
    }
}

#[test]
fn a_frame_builds_what_is_seen_however_much_there_is() {
    let mut room = Room::large();
    room.sized(200, 60);
    for picture in PICTURES {
        room.keys("Esc Esc Esc").keys(picture);
        let before = built::lines();
        room.buffer();
        let lines = built::lines() - before;
        assert!(lines < 700, "{picture} builds {lines} lines for 60 rows");
        room.keys("Esc Esc Esc");
    }
}

/// Draws at every size; claims that nothing is left without words, cut without an ellipsis, or drawn over
/// another text.
pub(super) fn look(room: &mut Room, what: &str) {
    for (columns, rows) in SIZES {
        room.sized(columns, rows);
        faults::take();
        let screen = room.screen();
        assert!(!screen.contains('⟨'), "{what} at {columns}x{rows}:\n{screen}");
        let faults = faults::take();
        assert!(faults.is_empty(), "{what} at {columns}x{rows}: {faults:#?}\n{screen}");
    }
}

#[test]
fn a_painted_theme_fills_the_frame_and_every_sign_on_it_can_be_read() {
    let ways = ["", ":", "?", "q"];
    for paint in [Paint::Dark, Paint::Light, Paint::Projector] {
        for depth in [Depth::True, Depth::Indexed] {
            for picture in PICTURES {
                for way in ways {
                    let mut room = Room::demo();
                    room.app.settings.theme = Theme { paint, depth };
                    room.keys(picture).keys(way);
                    can_be_read(&room, &format!("{paint:?} {depth:?} {picture} {way}"));
                }
            }
        }
    }
}

fn can_be_read(room: &Room, what: &str) {
    let buf = room.buffer();
    for position in buf.area.positions() {
        let cell = &buf[position];
        let (Some(fg), Some(bg)) = (rgb_of(cell.fg), rgb_of(cell.bg)) else {
            panic!("{what}: the terminal's own ground shows at {position}");
        };
        let bar = cell.symbol().starts_with(|c| ('\u{2580}'..='\u{259f}').contains(&c));
        let least = if bar { 3.0 } else { 4.5 };
        let found = contrast(fg, bg);
        let blank = cell.symbol() == " ";
        assert!(
            blank || found >= least,
            "{what}: {:?} at {position}, {fg:?} on {bg:?}: {found:.2}",
            cell.symbol()
        );
    }
}
