//! From a key to a verb. Letters follow the place on the keyboard, so that a Ukrainian or Russian layout
//! works as it is; signs and digits follow the character. Caps Lock makes no difference.

use super::{Key, Verb};
use crate::text::layout::us_key;

/// What a key asks for while commands are read; `None` when it asks for nothing.
pub fn verb_of(key: Key) -> Option<Verb> {
    let key = on_us_keyboard(key);
    if let Key::Char(digit @ '0'..='9') = key {
        return Some(Verb::Place(digit));
    }
    Verb::all().find(|(_, keys)| keys.contains(&key)).map(|(verb, _)| verb)
}

/// A Ctrl key with its letter put where a US keyboard has it; every other key as it is, since it is text.
pub fn ctrl_on_us_keyboard(key: Key) -> Key {
    match key {
        Key::Ctrl(c) => Key::Ctrl(us_key(c)),
        other => other,
    }
}

/// The key with its letter put where a US keyboard has it.
pub fn on_us_keyboard(key: Key) -> Key {
    match key {
        Key::Char(c) => Key::Char(us_key(c)),
        Key::Ctrl(c) => Key::Ctrl(us_key(c)),
        Key::Enter
        | Key::Esc
        | Key::Tab
        | Key::BackTab
        | Key::Backspace
        | Key::Delete
        | Key::Up
        | Key::Down
        | Key::Left
        | Key::Right
        | Key::PageUp
        | Key::PageDown
        | Key::Home
        | Key::End => key,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_follow_the_place_on_the_keyboard_in_every_layout() {
        for key in ['a', 'A', 'ф', 'Ф'] {
            assert_eq!(verb_of(Key::Char(key)), Some(Verb::Add), "{key}");
        }
        assert_eq!(verb_of(Key::Char('і')), Some(Verb::Split), "Ukrainian s");
        assert_eq!(verb_of(Key::Char('ы')), Some(Verb::Split), "Russian s");
        assert_eq!(verb_of(Key::Char('ж')), Some(Verb::All), "; of the Ukrainian layout");
        assert_eq!(verb_of(Key::Char('ю')), Some(Verb::Find), ". of the Ukrainian layout");
        assert_eq!(verb_of(Key::Char('б')), Some(Verb::Help), ", of the Ukrainian layout");
    }

    #[test]
    fn one_key_is_one_verb() {
        let all: Vec<Key> = Verb::all().flat_map(|(_, keys)| keys.iter().copied()).collect();
        for (at, key) in all.iter().enumerate() {
            assert!(!all[..at].contains(key), "{key} asks for two things");
        }
    }
}
