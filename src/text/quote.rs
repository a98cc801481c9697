//! Finds what was said in one text inside another, however it was typed there: neither case nor white space nor
//! the shape of apostrophes, quotation marks and dashes tells two texts apart. Knows where in the original each
//! character of the compared text came from, so that a quoted stretch can be taken out and the rest stays as it is.

use std::ops::Range;

use memchr::memmem::Finder;

use super::fold::{STRESS, is_cyrillic_vowel, one_apostrophe};

/// A text as it is compared. Made once and read into again and again.
#[derive(Clone, Debug, Default)]
pub struct Alike {
    compared: String,
    /// Where in the original each byte of `compared` came from, and behind the last the original's end.
    places: Vec<usize>,
}

impl Alike {
    /// Of `text`.
    pub fn of(text: &str) -> Self {
        let mut alike = Self::default();
        alike.read(text);
        alike
    }

    /// Is that of `text` from now on.
    pub fn read(&mut self, text: &str) {
        self.compared.clear();
        self.places.clear();
        let mut base = ' ';
        for (at, c) in text.char_indices() {
            if c.is_whitespace() {
                if !self.compared.ends_with(' ') {
                    self.push(' ', at);
                }
            } else if !(c == STRESS && is_cyrillic_vowel(base)) {
                c.to_lowercase().map(one_shape).for_each(|c| {
                    base = c;
                    self.push(c, at);
                });
            }
        }
        self.places.push(text.len());
    }

    fn push(&mut self, c: char, at: usize) {
        self.compared.push(c);
        self.places.resize(self.compared.len(), at);
    }

    /// The text as it is compared.
    pub fn as_str(&self) -> &str {
        &self.compared
    }

    /// The stretches of the original, in bytes, that say what `core` does, which is not empty; none overlaps another.
    pub fn stretches(&self, core: &Finder<'_>) -> impl Iterator<Item = Range<usize>> {
        let len = core.needle().len();
        let starts = core.find_iter(self.compared.as_bytes());
        starts.map(move |at| self.places[at]..self.end_of(at + len - 1))
    }

    /// Where the character ends, with all that belongs to it, of which the byte `last` of the compared text came.
    fn end_of(&self, last: usize) -> usize {
        let from = self.places[last];
        self.places[last..].iter().copied().find(|&place| place > from).unwrap_or(from)
    }
}

/// What is looked for: `text` as it is compared, without the signs and spaces around it.
pub fn core(text: &str) -> String {
    Alike::of(text).as_str().trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

fn one_shape(c: char) -> char {
    match c {
        '«' | '»' | '“' | '”' | '„' | '‟' | '″' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        _ => one_apostrophe(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What of `text` says the same as `said`.
    fn found<'a>(text: &'a str, said: &str) -> Vec<&'a str> {
        let core = core(said);
        Alike::of(text).stretches(&Finder::new(&core)).map(|stretch| &text[stretch]).collect()
    }

    #[test]
    fn a_quote_is_found_however_it_was_typed() {
        assert_eq!(found("Усі: «ДВІЧІ  просили» тут", "Двічі просили"), ["ДВІЧІ  просили"]);
        assert_eq!(found("В об\u{2019}єкті – ні", "об'єкті — ні."), ["об\u{2019}єкті – ні"]);
        assert_eq!(found("на за\u{301}мку!", "на замку"), ["на за\u{301}мку"]);
        assert_eq!(found("twice and Twice", "twice"), ["twice", "Twice"]);
    }

    #[test]
    fn nothing_of_a_letter_is_left_behind_at_the_end_of_a_stretch() {
        assert_eq!(found("до воно\u{301} тут", "воно"), ["воно\u{301}"]);
        assert_eq!(found("İstanbul", "i"), ["İ"]);
    }

    #[test]
    fn what_is_only_similar_is_not_the_same() {
        assert!(found("Двічі питали", "Двічі просили").is_empty());
        assert_eq!(core(" …«!?» "), "");
    }
}
