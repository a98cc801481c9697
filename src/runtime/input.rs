//! What the terminal sends, as messages. Only presses count: some terminals tell releases too.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::app::Msg;
use crate::kit::Key;
use crate::text::layout::us_key;

/// The message of a terminal's event, if it means anything here.
pub fn msg(event: Event) -> Option<Msg> {
    match event {
        Event::Key(event) if event.kind != KeyEventKind::Release => key(event).map(Msg::Key),
        Event::Paste(text) => Some(Msg::Paste(text)),
        Event::Resize(columns, rows) => Some(Msg::Resize(columns, rows)),
        Event::Key(_) | Event::Mouse(_) | Event::FocusGained | Event::FocusLost => None,
    }
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

/// Alt alone is the terminal's own; Ctrl with Alt is AltGr, which only chooses the character (as for `ґ`).
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

    fn pressed(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
        match msg(Event::Key(KeyEvent::new(code, modifiers))) {
            Some(Msg::Key(key)) => Some(key),
            _ => None,
        }
    }

    #[test]
    fn ctrl_with_a_letter_is_the_latin_one_in_any_layout() {
        for c in ['p', 'P', 'з', 'З'] {
            assert_eq!(pressed(KeyCode::Char(c), KeyModifiers::CONTROL), Some(Key::Ctrl('p')), "{c}");
        }
    }

    #[test]
    fn ctrl_with_anything_else_and_alt_mean_nothing() {
        for c in [' ', '5', '@', 'ж'] {
            assert_eq!(pressed(KeyCode::Char(c), KeyModifiers::CONTROL), None, "{c}");
        }
        assert_eq!(pressed(KeyCode::Char('x'), KeyModifiers::ALT), None);
        assert_eq!(pressed(KeyCode::F(1), KeyModifiers::NONE), None);
    }

    #[test]
    fn altgr_types_its_character() {
        let altgr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert_eq!(pressed(KeyCode::Char('ґ'), altgr), Some(Key::Char('ґ')));
    }

    #[test]
    fn releases_are_not_keys_and_repeats_are() {
        let mut event = KeyEvent::new(KeyCode::Char('ї'), KeyModifiers::NONE);
        event.kind = KeyEventKind::Release;
        assert!(msg(Event::Key(event)).is_none());
        event.kind = KeyEventKind::Repeat;
        assert!(matches!(msg(Event::Key(event)), Some(Msg::Key(Key::Char('ї')))));
    }

    #[test]
    fn a_paste_comes_whole() {
        let text = "Черга з шостої\nForms are asked twice";
        assert!(matches!(msg(Event::Paste(text.to_owned())), Some(Msg::Paste(pasted)) if pasted == text));
    }
}
