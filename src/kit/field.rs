//! The text field: one line, moved and rubbed out by whole grapheme clusters, with its own undo and a limit.

use tui_input::{Input, InputRequest};

use super::Key;
use crate::text::{Clean, layout::retype};

/// Most states that undo in a field goes back through.
const PAST_MAX: usize = 200;

/// A line being typed.
#[derive(Clone, Debug, Default)]
pub struct Field {
    input: Input,
    chars_max: usize,
    search: bool,
    past: Vec<String>,
    future: Vec<String>,
}

/// What a key did to a field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Typed {
    /// The text changed.
    Changed,
    /// The cursor moved, or the key did nothing here.
    Kept,
    /// It is full.
    Full,
    /// Backspace with nothing before the cursor.
    AtStart,
    /// The key means nothing to a field.
    NotMine,
}

impl Field {
    /// A field with `text` in it, taking at most `chars_max` characters.
    pub fn new(text: &str, chars_max: usize) -> Self {
        Self {
            input: Input::new(text.to_owned()),
            chars_max,
            search: false,
            past: Vec::new(),
            future: Vec::new(),
        }
    }

    /// A field whose text is looked for as it is typed, and kept nowhere.
    pub fn search(text: &str, chars_max: usize) -> Self {
        Self { search: true, ..Self::new(text, chars_max) }
    }

    /// Whether its text is only looked for.
    pub fn is_search(&self) -> bool {
        self.search
    }

    /// What stands in it, as typed.
    pub fn value(&self) -> &str {
        self.input.value()
    }

    /// What stands in it, ready to be shown and kept.
    pub fn clean(&self) -> Clean {
        Clean::new(self.value())
    }

    /// Whether nothing but spaces stands in it.
    pub fn is_blank(&self) -> bool {
        self.value().trim().is_empty()
    }

    /// The cursor, in columns from the beginning.
    pub fn cursor_columns(&self) -> usize {
        self.input.visual_cursor()
    }

    /// Puts another text in; undo brings the old one back.
    pub fn set(&mut self, text: &str) {
        self.remember();
        self.input = Input::new(text.to_owned());
    }

    /// Takes pasted text, without line breaks, at the cursor. Refuses what does not fit, whole.
    pub fn paste(&mut self, text: &str) -> Typed {
        let text = Clean::new(text);
        let room = self.chars_max.saturating_sub(self.value().chars().count());
        if text.as_str().chars().count() > room {
            return Typed::Full;
        }
        self.remember();
        for c in text.as_str().chars() {
            self.input.handle(InputRequest::InsertChar(c));
        }
        Typed::Changed
    }

    /// Takes a key.
    pub fn key(&mut self, key: Key) -> Typed {
        match key {
            Key::Char(c) if self.value().chars().count() >= self.chars_max => {
                let _ = c;
                Typed::Full
            }
            Key::Char(c) if c.is_control() => Typed::Kept,
            Key::Char(c) => self.change(InputRequest::InsertChar(c)),
            Key::Backspace if self.input.cursor() == 0 => Typed::AtStart,
            Key::Backspace => self.change(InputRequest::DeletePrevChar),
            Key::Delete => self.change(InputRequest::DeleteNextChar),
            Key::Left => self.go(InputRequest::GoToPrevChar),
            Key::Right => self.go(InputRequest::GoToNextChar),
            Key::Home => self.go(InputRequest::GoToStart),
            Key::End => self.go(InputRequest::GoToEnd),
            Key::Ctrl('w') => self.change(InputRequest::DeletePrevWord),
            Key::Ctrl('u') => self.replace(String::new()),
            Key::Ctrl('t') => self.replace(retype(self.value())),
            Key::Ctrl('z') => self.travel(true),
            Key::Ctrl('y') => self.travel(false),
            Key::Ctrl(_)
            | Key::Enter
            | Key::Esc
            | Key::Tab
            | Key::BackTab
            | Key::Up
            | Key::Down
            | Key::PageUp
            | Key::PageDown => Typed::NotMine,
        }
    }

    fn change(&mut self, request: InputRequest) -> Typed {
        self.remember();
        self.input.handle(request);
        Typed::Changed
    }

    fn go(&mut self, request: InputRequest) -> Typed {
        self.input.handle(request);
        Typed::Kept
    }

    fn replace(&mut self, text: String) -> Typed {
        self.set(&text);
        Typed::Changed
    }

    fn remember(&mut self) {
        self.future.clear();
        self.past.push(self.value().to_owned());
        if self.past.len() > PAST_MAX {
            self.past.remove(0);
        }
    }

    fn travel(&mut self, back: bool) -> Typed {
        let (from, to) = match back {
            true => (&mut self.past, &mut self.future),
            false => (&mut self.future, &mut self.past),
        };
        let Some(text) = from.pop() else { return Typed::Kept };
        to.push(self.input.value().to_owned());
        self.input = Input::new(text);
        Typed::Changed
    }
}

impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        self.value() == other.value() && self.input.cursor() == other.input.cursor()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Field {
        let mut field = Field::new("", 50);
        for c in text.chars() {
            field.key(Key::Char(c));
        }
        field
    }

    #[test]
    fn backspace_takes_a_whole_family_emoji() {
        let mut field = typed("родина 👨‍👩‍👧");
        field.key(Key::Backspace);
        assert_eq!(field.value(), "родина ");
    }

    #[test]
    fn ctrl_t_types_the_line_again_in_the_other_layout() {
        let mut field = typed("ghbdsn");
        field.key(Key::Ctrl('t'));
        assert_eq!(field.value(), "привіт");
    }

    #[test]
    fn undo_in_a_field_takes_back_typing_and_redo_brings_it_back() {
        let mut field = typed("аб");
        field.key(Key::Ctrl('u'));
        field.key(Key::Ctrl('z'));
        assert_eq!(field.value(), "аб");
        field.key(Key::Ctrl('y'));
        assert_eq!(field.value(), "");
    }

    #[test]
    fn a_paste_that_does_not_fit_leaves_the_field_as_it_was() {
        let mut field = typed("черга");
        assert_eq!(field.paste(&"а".repeat(100_000)), Typed::Full);
        assert_eq!(field.value(), "черга");
    }
}
