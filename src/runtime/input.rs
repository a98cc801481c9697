//! What the terminal sends, as messages. Only presses count: some terminals tell releases too.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use ratatui::layout::Position;

use crate::app::Msg;
use crate::kit::{Key, Pointer, PointerAct};
use crate::text::layout::us_key;

/// The messages of a terminal's event, in their order; none when it means nothing here.
pub fn msgs(event: Event) -> Vec<Msg> {
    match event {
        Event::Key(event) if event.kind != KeyEventKind::Release => {
            keys(event).into_iter().map(Msg::Key).collect()
        }
        // Terminals send the line breaks of a paste as the Enter key does.
        Event::Paste(text) => vec![Msg::Paste(text.replace("\r\n", "\n").replace('\r', "\n"))],
        Event::Resize(columns, rows) => vec![Msg::Resize(columns, rows)],
        Event::Mouse(event) => pointer(event).map(Msg::Pointer).into_iter().collect(),
        Event::Key(_) | Event::FocusGained | Event::FocusLost => Vec::new(),
    }
}

/// Only the first button and the wheel mean something.
fn pointer(event: MouseEvent) -> Option<Pointer> {
    let act = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => PointerAct::Pressed,
        MouseEventKind::Up(MouseButton::Left) => PointerAct::Released,
        MouseEventKind::ScrollUp => PointerAct::WheelUp,
        MouseEventKind::ScrollDown => PointerAct::WheelDown,
        _ => return None,
    };
    Some(Pointer { act, at: Position { x: event.column, y: event.row } })
}

/// Most terminals send Alt with a key as Esc and the key, and over slow lines, or in tmux, Esc and a key that
/// follows soon look the same. Nothing here wants Alt, so it is Esc and the key.
fn keys(mut event: KeyEvent) -> Vec<Key> {
    let is_prefixed = matches!(event.code, KeyCode::Char(_) | KeyCode::Enter | KeyCode::Tab);
    if cfg!(unix) && is_prefixed && event.modifiers.contains(KeyModifiers::ALT) {
        event.modifiers.remove(KeyModifiers::ALT);
        return std::iter::once(Key::Esc).chain(key(event)).collect();
    }
    key(event).into_iter().collect()
}

fn key(event: KeyEvent) -> Option<Key> {
    match event.code {
        KeyCode::Char(c) => character(c, event.modifiers),
        KeyCode::Enter => Some(Key::Enter),
        KeyCode::Esc => Some(Key::Esc),
        KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => Some(Key::BackTab),
        KeyCode::Tab => Some(Key::Tab),
        KeyCode::BackTab => Some(Key::BackTab),
        KeyCode::Backspace => Some(Key::Backspace),
        KeyCode::Delete => Some(Key::Delete),
        KeyCode::Up => Some(Key::Up),
        KeyCode::Down => Some(Key::Down),
        KeyCode::Left => Some(Key::Left),
        KeyCode::Right => Some(Key::Right),
        KeyCode::PageUp => Some(Key::PageUp),
        KeyCode::PageDown => Some(Key::PageDown),
        KeyCode::Home => Some(Key::Home),
        KeyCode::End => Some(Key::End),
        _ => None,
    }
}

/// On Windows, where Alt is told apart, it is the system's own alone and AltGr with Ctrl, which only chooses
/// the character (as for `ґ`).
fn character(c: char, modifiers: KeyModifiers) -> Option<Key> {
    let with = |modifier| modifiers.contains(modifier);
    match (with(KeyModifiers::CONTROL), with(KeyModifiers::ALT)) {
        (false, false) | (true, true) => (!c.is_control()).then_some(Key::Char(c)),
        (false, true) => None,
        (true, false) => match us_key(c) {
            // A terminal without a Backspace of its own, and a pasted line break without paste marks.
            'h' => Some(Key::Backspace),
            'j' | 'm' => Some(Key::Enter),
            'i' => Some(Key::Tab),
            letter if letter.is_ascii_alphabetic() => Some(Key::Ctrl(letter)),
            _ => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(code: KeyCode, modifiers: KeyModifiers) -> Vec<Key> {
        let keys = msgs(Event::Key(KeyEvent::new(code, modifiers))).into_iter();
        keys.map(|msg| match msg {
            Msg::Key(key) => key,
            other => panic!("{other:?}"),
        })
        .collect()
    }

    #[test]
    fn ctrl_with_a_letter_is_the_latin_one_in_any_layout() {
        for c in ['p', 'P', 'з', 'З'] {
            assert_eq!(pressed(KeyCode::Char(c), KeyModifiers::CONTROL), [Key::Ctrl('p')], "{c}");
        }
    }

    #[test]
    fn ctrl_with_anything_else_means_nothing() {
        for c in [' ', '5', '@', 'ж'] {
            assert_eq!(pressed(KeyCode::Char(c), KeyModifiers::CONTROL), [], "{c}");
        }
        assert_eq!(pressed(KeyCode::F(1), KeyModifiers::NONE), []);
    }

    #[cfg(unix)]
    #[test]
    fn a_key_that_follows_esc_at_once_is_not_lost() {
        let alt = KeyModifiers::ALT;
        assert_eq!(pressed(KeyCode::Char('ф'), alt), [Key::Esc, Key::Char('ф')]);
        assert_eq!(pressed(KeyCode::Char('p'), alt | KeyModifiers::CONTROL), [Key::Esc, Key::Ctrl('p')]);
        assert_eq!(pressed(KeyCode::Enter, alt), [Key::Esc, Key::Enter]);
        assert_eq!(pressed(KeyCode::Up, alt), [Key::Up]);
    }

    #[cfg(not(unix))]
    #[test]
    fn altgr_types_its_character_and_alt_nothing() {
        let altgr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert_eq!(pressed(KeyCode::Char('ґ'), altgr), [Key::Char('ґ')]);
        assert_eq!(pressed(KeyCode::Char('x'), KeyModifiers::ALT), []);
    }

    #[test]
    fn releases_are_not_keys_and_repeats_are() {
        let mut event = KeyEvent::new(KeyCode::Char('ї'), KeyModifiers::NONE);
        event.kind = KeyEventKind::Release;
        assert!(msgs(Event::Key(event)).is_empty());
        event.kind = KeyEventKind::Repeat;
        assert!(matches!(msgs(Event::Key(event))[..], [Msg::Key(Key::Char('ї'))]));
    }

    #[test]
    fn the_first_button_and_the_wheel_are_told_and_moves_are_not() {
        let told = |kind| {
            let event = MouseEvent { kind, column: 7, row: 3, modifiers: KeyModifiers::NONE };
            msgs(Event::Mouse(event)).into_iter().next()
        };
        let pressed = told(MouseEventKind::Down(MouseButton::Left));
        let at = Position { x: 7, y: 3 };
        assert!(
            matches!(pressed, Some(Msg::Pointer(Pointer { act: PointerAct::Pressed, at: there })) if there == at)
        );
        assert!(
            told(MouseEventKind::Moved).is_none() && told(MouseEventKind::Down(MouseButton::Right)).is_none()
        );
    }

    #[test]
    fn a_paste_comes_whole_with_plain_line_breaks() {
        let lines = "Черга з шостої\nForms are asked twice\n";
        for pasted in [lines.to_owned(), lines.replace('\n', "\r"), lines.replace('\n', "\r\n")] {
            assert!(matches!(&msgs(Event::Paste(pasted))[..], [Msg::Paste(text)] if text == lines));
        }
    }
}
