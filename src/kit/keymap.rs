//! From a key to a command row. Letters follow the place on the keyboard, so that a Ukrainian or Russian layout
//! works as it is; signs and digits follow the character. Caps Lock makes no difference. What the desk's own
//! keymap says goes before the keys of the verbs.

use std::collections::BTreeMap;

use super::{Key, Place, Row, Verb};
use crate::text::layout::us_key;

/// The keys of the command rows: those of their verbs, but for what was given other keys.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Keymap {
    /// By the row's name, the key that is shown first. Letters stand where a US keyboard has them.
    own: BTreeMap<&'static str, Vec<Key>>,
}

impl Keymap {
    /// The keys of a row, the one that is shown first; none when it is found by its name only.
    pub fn keys(&self, row: Row) -> &[Key] {
        self.own.get(row.name).map_or(row.verb.keys(), Vec::as_slice)
    }

    /// The key that is shown for a command of a screen, for views that name it beside what it acts on.
    pub fn first_of<P: Place>(&self, name: &str) -> Option<Key> {
        let row = P::commands().iter().find(|row| row.name == name)?;
        self.keys(Row { name: row.name, verb: row.verb }).first().copied()
    }

    /// Whether a key, as the terminal sent it, asks for the row.
    pub fn asks(&self, row: Row, key: Key) -> bool {
        self.keys(row).contains(&on_us_keyboard(key))
    }

    /// Gives a row other keys. Those of its own that are never given away stay: Enter of what opens.
    pub(super) fn give(&mut self, row: Row, mut keys: Vec<Key>) {
        keys.extend(row.verb.keys().iter().copied().filter(|key| is_fixed(*key)));
        self.own.insert(row.name, keys);
    }

    /// Whether a row has keys of its own here.
    pub fn has(&self, row: Row) -> bool {
        self.own.contains_key(row.name)
    }
}

/// The digit of a key that leads to a place.
pub fn place_digit(key: Key) -> Option<char> {
    match key {
        Key::Char(digit @ '0'..='9') => Some(digit),
        _ => None,
    }
}

/// Keys that mean the same whatever a keymap says: digits lead to the places, Enter goes on, Esc back, arrows
/// and their like move, Ctrl with C, P, S and V answers in any state. Ctrl with I and M is Tab and Enter in
/// terminals.
pub fn is_fixed(key: Key) -> bool {
    match key {
        Key::Char(c) => c.is_ascii_digit(),
        Key::Ctrl(c) => matches!(c, 'c' | 'i' | 'm' | 'p' | 's' | 'v'),
        Key::Enter
        | Key::Esc
        | Key::Up
        | Key::Down
        | Key::Left
        | Key::Right
        | Key::PageUp
        | Key::PageDown
        | Key::Home
        | Key::End => true,
        Key::Tab | Key::BackTab | Key::Backspace | Key::Delete => false,
    }
}

/// The verb whose own key it is; `None` when it is nobody's.
pub fn verb_of(key: Key) -> Option<Verb> {
    let key = on_us_keyboard(key);
    if let Some(digit) = place_digit(key) {
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
