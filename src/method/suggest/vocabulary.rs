//! Counts by term: how many texts hold it and how much of it lies in which group. Everything is a whole
//! number, so that taking a text out leaves exactly what was there before it came, and the order of coming
//! never shows.

use rustc_hash::FxHashMap;

use super::terms::{Word, counted};

/// A whole in the counts.
pub(super) const WHOLE: f64 = 65_536.0;

/// How much of a term lies in a group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Part {
    pub(super) group: usize,
    /// The term's weights in the texts of the group, added up, in parts of [`WHOLE`]; above 0.
    pub(super) weight: u64,
}

/// What is known of one term.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct Term {
    /// Texts that hold it, of the pile and of all groups.
    pub(super) texts: u32,
    /// The groups that hold it, rising.
    pub(super) parts: Vec<Part>,
}

impl Term {
    fn put(&mut self, group: usize, weight: u64) {
        match self.parts.binary_search_by_key(&group, |part| part.group) {
            Ok(at) => self.parts[at].weight += weight,
            Err(at) => self.parts.insert(at, Part { group, weight }),
        }
    }

    fn take(&mut self, group: usize, weight: u64) {
        if let Ok(at) = self.parts.binary_search_by_key(&group, |part| part.group) {
            self.parts[at].weight -= weight;
            if self.parts[at].weight == 0 {
                self.parts.remove(at);
            }
        }
    }

    fn can_give(&self, group: usize, weight: u64) -> bool {
        let part = self.parts.binary_search_by_key(&group, |part| part.group);
        self.texts > 0 && part.is_ok_and(|at| self.parts[at].weight >= weight)
    }
}

/// All terms that any text holds.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct Vocabulary {
    terms: FxHashMap<String, Term>,
    /// Texts of the pile and of all groups.
    pub(super) texts: u32,
}

impl Vocabulary {
    /// A text of the pile.
    pub(super) fn hear(&mut self, text: &str) {
        self.texts += 1;
        for (word, _) in counted(text) {
            self.terms.entry(word.term).or_default().texts += 1;
        }
    }

    /// A text of a group.
    pub(super) fn put(&mut self, group: usize, text: &str) {
        self.texts += 1;
        for (word, weight) in weighed(text) {
            let term = self.terms.entry(word.term).or_default();
            term.texts += 1;
            term.put(group, weight);
        }
    }

    /// Takes back a [`Self::put`]. Does nothing and says false when the group doesn't hold as much.
    pub(super) fn take(&mut self, group: usize, text: &str) -> bool {
        let words = weighed(text);
        let held = |word: &Word<'_>, weight| {
            self.terms.get(&word.term).is_some_and(|term| term.can_give(group, weight))
        };
        if self.texts == 0 || !words.iter().all(|(word, weight)| held(word, *weight)) {
            return false;
        }
        self.texts -= 1;
        for (word, weight) in words {
            let Some(term) = self.terms.get_mut(&word.term) else { continue };
            term.texts -= 1;
            term.take(group, weight);
            if term.texts == 0 {
                self.terms.remove(&word.term);
            }
        }
        true
    }

    pub(super) fn get(&self, term: &str) -> Option<&Term> {
        self.terms.get(term)
    }

    /// The terms that lie in any group, in no order.
    pub(super) fn grouped(&self) -> impl Iterator<Item = &Term> {
        self.terms.values().filter(|term| !term.parts.is_empty())
    }
}

/// The terms of a text with their weights in it, in parts of [`WHOLE`], each at least one part: one and the
/// logarithm of how often it occurs, over the length of the text's vector, so that a long note speaks no
/// louder than a short one.
pub(super) fn weighed(text: &str) -> Vec<(Word<'_>, u64)> {
    let counted = counted(text);
    let logs: Vec<f64> = counted.iter().map(|&(_, times)| 1.0 + f64::from(times).ln()).collect();
    let length = logs.iter().map(|log| log * log).sum::<f64>().sqrt();
    let weights = logs.iter().map(|log| ((log / length * WHOLE).round() as u64).max(1));
    counted.into_iter().map(|(word, _)| word).zip(weights).collect()
}
