//! Texts as numbers: which words, terms and pairs of neighbouring terms each holds. Learnt once from many texts;
//! later texts are read with what is known.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::terms::{self, words};

/// A term is kept when so many texts hold it: one that stands alone says nothing of what is alike.
const TEXTS_MIN: u32 = 2;

/// Pairs of neighbouring terms that are kept at most, the most frequent ones.
const PAIRS_MAX: usize = 10_000;

/// No term.
pub(super) const NONE: u32 = u32::MAX;

/// What is known of words.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Vocabulary {
    /// Every word that was met, as it is compared.
    words: FxHashMap<String, u32>,
    /// The letters of each.
    pub(super) letters: Vec<String>,
    /// The term of each word, or [`NONE`].
    term_of: Vec<u32>,
    terms: FxHashMap<String, u32>,
    /// In how many texts each term stands.
    pub(super) texts_of: Vec<u32>,
    pairs: FxHashMap<(u32, u32), u32>,
}

/// A text as what it holds; everything once, rising.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Read {
    /// Terms that are known.
    pub(super) terms: Vec<u32>,
    /// Pairs of neighbouring terms that are known.
    pub(super) pairs: Vec<u32>,
    /// Words that are known; a word that stands twice stands here twice.
    pub(super) words: Vec<u32>,
    /// Words that were never met.
    pub(super) strange: Vec<String>,
}

impl Vocabulary {
    /// Learns from texts, each with how often it occurs. Answers with them as they are read.
    pub(super) fn learn(texts: &[(&str, u32)]) -> (Self, Vec<Read>) {
        let mut vocabulary = Self::default();
        let split: Vec<Vec<String>> =
            texts.par_iter().map(|(text, _)| words(text).map(|word| word.letters).collect()).collect();
        let mut terms: Vec<String> = Vec::new();
        let mut term_ids: FxHashMap<String, u32> = FxHashMap::default();
        let mut term_of = Vec::new();
        let mut as_words: Vec<Vec<u32>> = Vec::with_capacity(texts.len());
        for letters in split {
            let id = |letters: String| match vocabulary.words.get(&letters) {
                Some(&id) => id,
                None => {
                    let id = vocabulary.letters.len() as u32;
                    let term = terms::term(&letters);
                    let term = *term_ids.entry(term.to_owned()).or_insert_with(|| {
                        terms.push(term.to_owned());
                        terms.len() as u32 - 1
                    });
                    term_of.push(term);
                    vocabulary.letters.push(letters.clone());
                    vocabulary.words.insert(letters, id);
                    id
                }
            };
            as_words.push(letters.into_iter().map(id).collect());
        }
        let mut counts = vec![0_u32; terms.len()];
        for (words, (_, times)) in as_words.iter().zip(texts) {
            for term in once(words.iter().map(|&word| term_of[word as usize])) {
                counts[term as usize] += times;
            }
        }
        let mut kept = vec![NONE; terms.len()];
        for (old, term) in terms.into_iter().enumerate().filter(|&(old, _)| counts[old] >= TEXTS_MIN) {
            kept[old] = vocabulary.texts_of.len() as u32;
            vocabulary.terms.insert(term, kept[old]);
            vocabulary.texts_of.push(counts[old]);
        }
        vocabulary.term_of = term_of.into_iter().map(|old| kept[old as usize]).collect();
        vocabulary.keep_pairs(&as_words, texts);
        let read = as_words.into_par_iter().map(|words| vocabulary.of_words(words, Vec::new())).collect();
        (vocabulary, read)
    }

    fn keep_pairs(&mut self, as_words: &[Vec<u32>], texts: &[(&str, u32)]) {
        let mut counts: FxHashMap<(u32, u32), u32> = FxHashMap::default();
        for (words, (_, times)) in as_words.iter().zip(texts) {
            let mut pairs: Vec<(u32, u32)> = self.neighbours(words).collect();
            pairs.sort_unstable();
            pairs.dedup();
            pairs.into_iter().for_each(|pair| *counts.entry(pair).or_default() += times);
        }
        let mut kept: Vec<((u32, u32), u32)> =
            counts.into_iter().filter(|&(_, texts)| texts >= TEXTS_MIN).collect();
        kept.sort_unstable_by_key(|&(pair, texts)| (std::cmp::Reverse(texts), pair));
        kept.truncate(PAIRS_MAX);
        self.pairs = (0..).zip(kept).map(|(id, (pair, _))| (pair, id)).collect();
    }

    /// Neighbouring words whose terms are both known.
    fn neighbours(&self, words: &[u32]) -> impl Iterator<Item = (u32, u32)> {
        let term = |&word: &u32| self.term_of[word as usize];
        words
            .windows(2)
            .map(move |two| (term(&two[0]), term(&two[1])))
            .filter(|&(a, b)| a != NONE && b != NONE)
    }

    fn of_words(&self, words: Vec<u32>, strange: Vec<String>) -> Read {
        let terms = once(words.iter().map(|&word| self.term_of[word as usize])).filter(|&term| term != NONE);
        let pairs = once(self.neighbours(&words).filter_map(|pair| self.pairs.get(&pair).copied()));
        Read { terms: terms.collect(), pairs: pairs.collect(), words, strange }
    }

    /// Reads a text with what is known. A word that was never met stands between no pair.
    pub(super) fn read(&self, text: &str) -> Read {
        let (mut known, mut strange) = (Vec::new(), Vec::new());
        for word in words(text) {
            match self.words.get(&word.letters) {
                Some(&id) => known.push(id),
                None => strange.push(word.letters),
            }
        }
        let mut read = self.of_words(known, Vec::new());
        let more = strange.iter().filter_map(|letters| self.terms.get(terms::term(letters)).copied());
        read.terms = once(read.terms.iter().copied().chain(more)).collect();
        read.strange = strange;
        read
    }

    /// The term of a word given as it is compared.
    pub(super) fn term(&self, letters: &str) -> Option<u32> {
        self.terms.get(terms::term(letters)).copied()
    }

    /// How many terms are known.
    pub(super) fn terms(&self) -> usize {
        self.texts_of.len()
    }

    /// How many pairs of neighbouring terms are known.
    pub(super) fn pairs(&self) -> usize {
        self.pairs.len()
    }
}

/// Each once, rising.
fn once(ids: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    let mut ids: Vec<u32> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter()
}
