//! What a group is about: the words that its texts use more than others do, and its most central text.
//!
//! A term counts by its share of the group's texts times the logarithm of that share over its share elsewhere:
//! one side of the Jensen-Shannon divergence, as in C. Sievert, K. Shirley, "LDAvis" (2014); and the less, the
//! less its texts are about one thing.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::Corpus;
use super::terms::words;

/// Words of a name.
pub(super) const WORDS_MAX: usize = 3;

/// Letters of a word that can stand in a name; shorter ones are rarely what a group is about.
const LETTERS_MIN: usize = 3;

/// A name needs a word that stands in so many texts of its group, where it has as many.
const TEXTS_MIN: u32 = 2;

/// In how many texts of each group a term stands, and how it is spelled there.
#[derive(Default)]
struct Use<'a> {
    /// By group.
    texts: FxHashMap<u32, u32>,
    /// Spellings by group.
    spelled: FxHashMap<u32, FxHashMap<&'a str, u32>>,
}

/// Three words for each of `groups`; `texts` come with their groups.
pub(super) fn names(texts: &[(&str, u32)], groups: usize, corpus: &Corpus) -> Vec<Vec<String>> {
    let mut uses: FxHashMap<String, Use<'_>> = FxHashMap::default();
    let mut sizes = vec![0_u32; groups];
    for &(text, group) in texts {
        sizes[group as usize] += 1;
        let mut seen: Vec<String> = Vec::new();
        for word in words(text).filter(|word| word.letters.chars().count() >= LETTERS_MIN) {
            let used = uses.entry(word.term().to_owned()).or_default();
            *used.spelled.entry(group).or_default().entry(word.spelling).or_default() += 1;
            if !seen.iter().any(|term| term == word.term()) {
                *used.texts.entry(group).or_default() += 1;
                seen.push(word.term().to_owned());
            }
        }
    }
    let mut scored: Vec<Vec<(f64, &str, String)>> = vec![Vec::new(); groups];
    let all = f64::from(sizes.iter().sum::<u32>());
    for (term, used) in &uses {
        let everywhere = f64::from(used.texts.values().sum::<u32>());
        // One text alone is named by words that no other has.
        let telling = f64::from(corpus.telling(term)).max(0.02);
        for (&group, &count) in &used.texts {
            let size = sizes[group as usize];
            if count < TEXTS_MIN.min(size) {
                continue;
            }
            let (inside, count) = (f64::from(size), f64::from(count));
            // Half a text elsewhere: what stands nowhere else is not infinitely telling.
            let elsewhere = (everywhere - count + 0.5) / (all - inside + 1.0);
            let score = count / inside * ((count / inside) / elsewhere).ln() * telling;
            if score > 0.0 {
                scored[group as usize].push((score, term, spelling(&used.spelled[&group])));
            }
        }
    }
    let best = |mut words: Vec<(f64, &str, String)>| -> Vec<String> {
        words.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        words.into_iter().take(WORDS_MAX).map(|(_, _, spelling)| spelling).collect()
    };
    scored.into_iter().map(best).collect()
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
