//! What a group is about: the words that its texts use more than others do, and its most central text.
//!
//! A term counts by its share of the group's texts times the logarithm of that share over its share elsewhere:
//! one side of the Jensen-Shannon divergence, as in C. Sievert, K. Shirley, "LDAvis" (2014); and the less, the
//! less its texts are about one thing.

use std::cmp::Reverse;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::Corpus;
use super::terms::{Word, words};

/// Words of a name.
pub(super) const WORDS_MAX: usize = 3;

/// Letters of a word that can stand in a name; shorter ones are rarely what a group is about.
const LETTERS_MIN: usize = 3;

/// A name needs a word that stands in so many texts of its group, where it has as many.
const TEXTS_MIN: u32 = 2;

/// A term in the texts of one group: in how many it stands, and how it is spelled there.
#[derive(Default)]
struct Use<'a> {
    texts: u32,
    spelled: FxHashMap<&'a str, u32>,
}

/// Three words for each of `groups`; `texts` come with their groups.
pub(super) fn names(texts: &[(&str, u32)], groups: usize, corpus: &Corpus) -> Vec<Vec<String>> {
    let mut of_group: Vec<Vec<&str>> = vec![Vec::new(); groups];
    texts.iter().for_each(|&(text, group)| of_group[group as usize].push(text));
    let uses: Vec<FxHashMap<String, Use<'_>>> = of_group.par_iter().map(|texts| uses(texts)).collect();
    let mut everywhere: FxHashMap<&str, u32> = FxHashMap::default();
    for (term, used) in uses.iter().flatten() {
        *everywhere.entry(term).or_default() += used.texts;
    }
    let best = |(used, of_group): (&FxHashMap<String, Use<'_>>, &Vec<&str>)| {
        let size = of_group.len() as u32;
        let score = |term: &str, used: &Use<'_>| {
            let everywhere = f64::from(everywhere[term]);
            let (all, inside, count) = (texts.len() as f64, f64::from(size), f64::from(used.texts));
            // Half a text elsewhere: what stands nowhere else is not infinitely telling.
            let elsewhere = (everywhere - count + 0.5) / (all - inside + 1.0);
            // One text alone is named by words that no other has.
            let telling = f64::from(corpus.telling(term)).max(0.02);
            count / inside * ((count / inside) / elsewhere).ln() * telling
        };
        let mut words: Vec<(f64, &String)> = used
            .iter()
            .filter(|(_, used)| used.texts >= TEXTS_MIN.min(size))
            .map(|(term, used)| (score(term, used), term))
            .filter(|(score, _)| *score > 0.0)
            .collect();
        words.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        words.into_iter().take(WORDS_MAX).map(|(_, term)| spelling(&used[term].spelled)).collect()
    };
    uses.par_iter().zip(&of_group).map(best).collect()
}

/// The terms of the texts of one group.
fn uses<'a>(texts: &[&'a str]) -> FxHashMap<String, Use<'a>> {
    let mut uses: FxHashMap<String, Use<'_>> = FxHashMap::default();
    for text in texts {
        let told = words(text).filter(|word| word.letters.chars().count() >= LETTERS_MIN);
        let told: Vec<Word<'_>> = told.collect();
        let mut told: Vec<(&str, &str)> = told.iter().map(|word| (word.term(), word.spelling)).collect();
        told.sort_unstable();
        for same in told.chunk_by(|a, b| a.0 == b.0) {
            let used = match uses.get_mut(same[0].0) {
                Some(used) => used,
                None => uses.entry(same[0].0.to_owned()).or_default(),
            };
            used.texts += 1;
            same.iter().for_each(|(_, spelling)| *used.spelled.entry(spelling).or_default() += 1);
        }
    }
    uses
}

/// The commonest spelling, in small letters unless it is always written otherwise.
fn spelling(spelled: &FxHashMap<&str, u32>) -> String {
    let mut small: FxHashMap<String, u32> = FxHashMap::default();
    for (spelling, times) in spelled {
        *small.entry(spelling.to_lowercase()).or_default() += times;
    }
    let commonest = small.into_iter().max_by_key(|(word, times)| (*times, Reverse(word.clone())));
    commonest.map(|(word, _)| word).unwrap_or_default()
}
