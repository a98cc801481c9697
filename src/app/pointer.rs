//! Where the pointer goes: tabs, hints of the bar, choices of an overlay, and what a screen shows. Everything it
//! does is a command that has a key as well.

use ratatui::layout::Position;

use super::App;
use super::overlay::{Outcome, Overlay};
use crate::kit::{Key, Motion, Pointer, PointerAct, Touch, Verb};

/// Lines that one notch of the wheel moves.
const WHEEL_LINES: usize = 3;

/// What the pointer was pressed on and has not let go of yet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Held {
    at: Position,
    touch: Touch,
}

impl App {
    /// Takes what the pointer did.
    pub(super) fn pointer(&mut self, pointer: Pointer) {
        match pointer.act {
            PointerAct::WheelUp => self.wheel(Motion::Up, Key::Up),
            PointerAct::WheelDown => self.wheel(Motion::Down, Key::Down),
            PointerAct::Pressed => self.press(pointer.at),
            PointerAct::Released => self.release(pointer.at),
        }
    }

    fn wheel(&mut self, motion: Motion, key: Key) {
        let writes = self.screens[self.place].field().is_some();
        for _ in 0..WHEEL_LINES {
            match &self.overlay {
                Some(Overlay::Pick(_) | Overlay::Read(..)) => self.overlay_key(key),
                Some(Overlay::Form(_) | Overlay::Confirm(..) | Overlay::Black) => {}
                None if writes || self.is_curtain_shown() => {}
                None => {
                    self.act(self.place, |screen, cx| screen.moved(motion, cx));
                }
            }
        }
    }

    fn press(&mut self, at: Position) {
        self.held = None;
        let area = self.inside();
        if let Some(overlay) = &mut self.overlay {
            if let Outcome::Close(reply) = overlay.pressed(at, area) {
                self.close(reply);
            }
            return;
        }
        if self.is_curtain_shown() || self.screens[self.place].field().is_some() {
            return;
        }
        self.notice = None;
        if let Some(place) = self.tab_at(at) {
            self.press_tab(place);
        } else if let Some(entry) = self.hint_at(at) {
            self.run_entry(entry);
        } else if area.contains(at) {
            let touch = self.act(self.place, |screen, cx| screen.pointed(at, area, cx));
            self.held = touch.filter(|touch| *touch != Touch::Nothing).map(|touch| Held { at, touch });
        }
    }

    fn press_tab(&mut self, place: usize) {
        match self.allows_place(self.screens[place].name()) {
            true => self.turn_to(place),
            false => self.say_not_in_turn(),
        }
    }

    /// Let go where it was pressed on what the cursor was on: that is Enter. Let go elsewhere: it is sent there.
    fn release(&mut self, at: Position) {
        let Some(held) = self.held.take() else { return };
        if self.overlay.is_some() || self.is_curtain_shown() {
            return;
        }
        let area = self.inside();
        if held.at != at {
            self.act(self.place, |screen, cx| screen.dropped(at, area, cx));
        } else if held.touch == Touch::Again
            && let Some(row) = self.row_where(|row| row.verb == Verb::Open)
        {
            self.run_row(row);
        }
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Position;

    use crate::app::Msg;
    use crate::app::room::Room;
    use crate::domain::{Fact, note};
    use crate::kit::{Pointer, PointerAct};

    /// Where a text begins on the screen.
    #[track_caller]
    fn find(room: &Room, text: &str) -> Position {
        let screen = room.screen();
        let row = screen.lines().position(|line| line.contains(text)).unwrap_or_else(|| panic!("{screen}"));
        let line = screen.lines().nth(row).unwrap();
        let column = crate::text::width(&line[..line.find(text).unwrap()]);
        Position { x: column as u16, y: row as u16 }
    }

    fn act(room: &mut Room, act: PointerAct, at: Position) {
        room.send(Msg::Pointer(Pointer { act, at }));
    }

    fn click(room: &mut Room, text: &str) {
        let at = find(room, text);
        act(room, PointerAct::Pressed, at);
        act(room, PointerAct::Released, at);
    }

    #[test]
    fn a_click_on_a_tab_a_row_and_a_hint_does_what_their_keys_do() {
        let mut room = Room::demo();
        room.sized(120, 36);
        click(&mut room, "Themes");
        room.shows("Inbox");
        click(&mut room, "N0021");
        click(&mut room, "send");
        room.shows("Send N0021");
        click(&mut room, "I pay for a drawing");
        let [Fact::Note(note::Fact::Filed { notes, .. })] = room.newest() else {
            panic!("nothing was filed")
        };
        assert_eq!(room.sprint().notes.get(notes[0]).unwrap().code, 21);
    }

    #[test]
    fn a_second_click_opens_and_the_wheel_scrolls() {
        let mut room = Room::demo();
        room.keys("6");
        click(&mut room, "S8");
        click(&mut room, "S8");
        room.shows("rests on").keys("Esc").keys("4");
        let before = room.screen();
        act(&mut room, PointerAct::WheelDown, Position { x: 10, y: 12 });
        assert_ne!(room.screen(), before);
    }

    #[test]
    fn a_note_is_dragged_into_a_theme() {
        let mut room = Room::demo();
        room.keys("5");
        let (from, to) = (find(&room, "N0021"), find(&room, "Each inspector"));
        act(&mut room, PointerAct::Pressed, from);
        act(&mut room, PointerAct::Released, to);
        let [Fact::Note(note::Fact::Filed { notes, theme: Some(theme) })] = room.newest() else {
            panic!("nothing was filed")
        };
        assert_eq!(room.sprint().notes.get(notes[0]).unwrap().code, 21);
        assert!(room.sprint().themes.get(*theme).unwrap().name.as_str().starts_with("Each inspector"));
    }

    #[test]
    fn the_pointer_does_nothing_to_a_curtain_or_to_a_line_that_is_being_written() {
        let mut room = Room::demo();
        room.keys("t");
        let steps = room.journal.len();
        click(&mut room, "sit down");
        assert_eq!(room.journal.len(), steps);
        room.keys("Enter").types("half a line");
        click(&mut room, "5");
        room.shows("half a line");
    }

    #[test]
    fn a_press_anywhere_on_any_screen_breaks_nothing() {
        for (lang, size) in [("en", (80, 24)), ("uk", (120, 36)), ("en", (60, 20))] {
            let mut room = Room::demo_in(lang);
            room.sized(size.0, size.1);
            for place in ["1", "2", "3", "3 Enter", "4", "4 v", "5", "6", "6 v", "6 v v", "6 v v v", "8"] {
                for y in (0..size.1).step_by(2) {
                    room.keys("Esc Esc Esc").keys(place);
                    let at = Position { x: (y * 7) % size.0, y };
                    for what in [PointerAct::Pressed, PointerAct::Released, PointerAct::WheelUp] {
                        act(&mut room, what, at);
                    }
                    room.keys("Esc Esc");
                }
            }
        }
    }
}
