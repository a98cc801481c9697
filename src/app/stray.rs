//! Stray typing: somebody who sits down at a shared keyboard and types a sentence where keys are commands. The
//! first letters act at once, as always; when a fourth different one follows within a moment, what they did is
//! taken back and the letters go on into a field.

use super::App;
use super::drafts::EVERYWHERE;
use super::overlay::{Asked, Filling, Overlay};
use crate::domain::{Fact, StepNo};
use crate::kit::Key;
use crate::kit::ask::{Blank, Form};
use crate::words::Phrase;

/// So many different letters within [`WITHIN_MS`] are words, not commands.
const LETTERS: usize = 4;
const WITHIN_MS: u64 = 1_500;
/// The name of the form that it goes on in.
pub(super) const STRAY: &str = "stray";

/// The letters that came in quick succession, and what stood before them.
#[derive(Clone, Debug, Default)]
pub struct Stray {
    letters: Vec<(char, u64)>,
    /// The number of the first step that they can have made.
    first: StepNo,
    /// The screen that was shown.
    place: usize,
}

impl Stray {
    /// Begins anew.
    pub fn forget(&mut self) {
        self.letters.clear();
    }

    /// Takes a character. Answers what was typed when it is words; spaces and signs between them count for
    /// nothing.
    fn take(&mut self, letter: char, now_ms: u64, first: StepNo, place: usize) -> Option<String> {
        self.letters.retain(|(_, at_ms)| at_ms + WITHIN_MS > now_ms);
        if self.letters.is_empty() {
            if !letter.is_alphabetic() {
                return None;
            }
            (self.first, self.place) = (first, place);
        }
        self.letters.push((letter, now_ms));
        let mut different: Vec<char> = self
            .letters
            .iter()
            .flat_map(|(letter, _)| letter.to_lowercase())
            .filter(|c| c.is_alphabetic())
            .collect();
        different.sort_unstable();
        different.dedup();
        let text = || self.letters.iter().map(|(letter, _)| *letter).collect();
        (different.len() >= LETTERS).then(text)
    }
}

impl App {
    /// Whether a key was the one that shows that somebody is writing; then it is in the field already.
    pub(super) fn is_stray(&mut self, key: Key) -> bool {
        let Key::Char(letter) = key else {
            self.stray.forget();
            return false;
        };
        if self.turn().is_none() || self.writes_on_purpose() {
            self.stray.forget();
            return false;
        }
        let (first, now_ms) = (self.history.next_no(), self.at.m_ms);
        let Some(text) = self.stray.take(letter, now_ms, first, self.place) else { return false };
        self.catch(&text);
        true
    }

    /// Whether text goes into a field that was opened as such. A form that a letter opened while letters came in
    /// quick succession was not.
    fn writes_on_purpose(&self) -> bool {
        match &self.overlay {
            Some(Overlay::Form(_)) => self.stray.letters.len() < 2 || self.asked == Asked::Stray,
            Some(overlay) => overlay.is_writing(),
            None => self.screens[self.place].field().is_some(),
        }
    }

    /// Takes back what the letters did and opens the field with them.
    fn catch(&mut self, text: &str) {
        let (first, place) = (self.stray.first, self.stray.place);
        self.stray.forget();
        while let Some(undo) = self.history.undo(self.seat()).filter(|undo| undo.step >= first) {
            self.step(vec![Fact::Reverted { step: undo.step }]);
        }
        // The letter that blacks the screen was one of them.
        if matches!(self.overlay, Some(Overlay::Black))
            && let Ok(facts) = self.history.sprint().black_face(false)
        {
            self.step(facts);
        }
        self.turn_to(place);
        self.deaf_until_ms = 0;
        self.notice = None;
        let kept = self.drafts.texts(self.seat(), EVERYWHERE, STRAY);
        let value = kept.map_or(text.to_owned(), |kept| format!("{} {text}", kept.concat()));
        self.ask_stray(value);
    }

    /// Opens the field with what was typed.
    pub(super) fn ask_stray(&mut self, value: String) {
        let blank = Blank {
            label: Phrase::default(),
            value,
            hint: self.words.say("turn-stray-hint"),
            chars_max: crate::domain::NOTE_CHARS_MAX,
            path: false,
        };
        let form = Form { name: STRAY.to_owned(), title: self.words.say("turn-stray"), fields: vec![blank] };
        self.overlay = Some(Overlay::Form(Filling::typed(form)));
        self.asked = Asked::Stray;
    }
}
