//! Suggests groups for a note, with the words that each suggestion rests on: the groups whose notes so far
//! use the same words, where a word counts the less, the more texts and the more groups use it.
//!
//! Only words speak here. Two notes that say the same in other words share nothing, and then nothing is
//! suggested: an empty list is honest, a guess in the place of one is not.
//!
//! Source of the method: nearest centroid over tf-idf, J. Rocchio (1971), with logarithmic term counts as in
//! C. Manning, P. Raghavan, H. Schütze, "Introduction to Information Retrieval" (2008), 6.4 and 14.2.

mod terms;
#[cfg(test)]
mod tests;
mod vocabulary;

use std::collections::BTreeMap;

use terms::Word;
use vocabulary::{Term, Vocabulary, WHOLE, weighed};

/// Suggestions below this cosine are not made. Small on purpose: measured with ten notes a group on labelled
/// short texts, it costs about one right first suggestion in twenty where texts are long sentences, along
/// with many second and third ones, and next to none where texts are short. It does not keep out all texts
/// on another subject; the words that are named let people see what a suggestion rests on.
pub const FLOOR: f32 = 0.03;

/// Words that a suggestion names at most.
pub const WORDS_MAX: usize = 3;

/// A word that gives less than one part in so many of a likeness is not named for it; the strongest always
/// is.
const NAMED_FROM_PARTS: u128 = 10;

/// What was learnt from the groups so far and from the pile of other texts. It keeps counts, so that a text
/// put into a group or taken out of one needs no learning again.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Learnt {
    vocabulary: Vocabulary,
    groups: BTreeMap<usize, Group>,
}

#[derive(Clone, Debug, PartialEq, Default)]
struct Group {
    texts: u32,
    /// The length of the sum of its texts' vectors; 0 for a group without words.
    length: f64,
}

/// A group that a text may belong to.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The group, by the number under which it was learnt.
    pub group: usize,
    /// Cosine of the text and the group, [`FLOOR`] to 1.
    pub score: f32,
    /// One to [`WORDS_MAX`] words of the text that speak most for the group, the strongest first, as they are
    /// spelled where they first stand in it.
    pub words: Vec<String>,
}

/// Learns from the texts of each group, and from a pile of other texts (requests, notes that are still
/// loose, the agenda) how common words are. A group's number is its place; it may be empty. The pile is read
/// once and not kept; a caller that wants to stop early ends it.
pub fn learn(groups: &[Vec<&str>], pile: &mut dyn Iterator<Item = &str>) -> Learnt {
    let mut learnt = Learnt::default();
    for text in pile {
        learnt.vocabulary.hear(text);
    }
    for (group, texts) in groups.iter().enumerate() {
        for text in texts {
            learnt.put(group, text);
        }
    }
    learnt.measure();
    learnt
}

impl Learnt {
    /// A text was put into a group; any number names a group, and a new one makes a new group. Costs one
    /// walk over the terms that are known, none over texts.
    pub fn add(&mut self, group: usize, text: &str) {
        self.put(group, text);
        self.measure();
    }

    /// A text was taken out of a group: the exact opposite of [`Self::add`], given the text as it was
    /// added. Nothing happens when the group doesn't hold its words.
    pub fn remove(&mut self, group: usize, text: &str) {
        let Some(of) = self.groups.get_mut(&group) else { return };
        if !self.vocabulary.take(group, text) {
            return;
        }
        of.texts -= 1;
        if of.texts == 0 {
            self.groups.remove(&group);
        }
        self.measure();
    }

    /// The groups that fit a text best, at most `most`, the best first; equal ones by their number. Empty
    /// when no group is above [`FLOOR`]. Costs the groups that share a word with the text.
    pub fn suggest(&self, text: &str, most: usize) -> Vec<Suggestion> {
        let words = self.valued(text);
        let length = words.iter().map(|word| square(word.value)).sum::<u128>();
        let length = (length as f64).sqrt();
        let mut found: Vec<(f64, usize)> = self
            .products(&words)
            .into_iter()
            .filter_map(|(group, product)| {
                let both = length * self.groups.get(&group)?.length;
                (both > 0.0).then(|| ((product as f64 / both).min(1.0), group))
            })
            .filter(|&(cosine, _)| cosine as f32 >= FLOOR)
            .collect();
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        found.truncate(most);
        let suggestion =
            |(cosine, group)| Suggestion { group, score: cosine as f32, words: strongest(&words, group) };
        found.into_iter().map(suggestion).collect()
    }

    fn put(&mut self, group: usize, text: &str) {
        self.vocabulary.put(group, text);
        self.groups.entry(group).or_default().texts += 1;
    }

    /// Measures the lengths of all groups anew, since each text changes what words are worth.
    fn measure(&mut self) {
        let mut squares: BTreeMap<usize, u128> = BTreeMap::new();
        for term in self.vocabulary.grouped() {
            let worth = self.worth(Some(term));
            for part in &term.parts {
                *squares.entry(part.group).or_default() += square(part.weight * worth);
            }
        }
        for (group, of) in &mut self.groups {
            of.length = squares.get(group).map_or(0.0, |&square| (square as f64).sqrt());
        }
    }

    /// The words of a text with their values.
    fn valued<'a>(&'a self, text: &'a str) -> Vec<Valued<'a>> {
        let valued = |(word, weight): (Word<'a>, u64)| {
            let term = self.vocabulary.get(&word.term);
            let worth = self.worth(term);
            Valued { spelling: word.spelling, term, worth, value: weight * worth }
        };
        weighed(text).into_iter().map(valued).collect()
    }

    fn products(&self, words: &[Valued<'_>]) -> BTreeMap<usize, u128> {
        let mut products: BTreeMap<usize, u128> = BTreeMap::new();
        for word in words {
            for part in word.term.map_or(&[][..], |term| &term.parts) {
                *products.entry(part.group).or_default() += word.product(part.weight);
            }
        }
        products
    }

    /// What a term is worth, in parts of [`WHOLE`]: the rarer among texts and among groups, the more. It is
    /// the geometric mean of both, because it comes into a likeness twice, by the text and by the group. A
    /// term that was never met is worth as much as one that was met once: words of which nothing is known
    /// speak for no group, and against all.
    fn worth(&self, term: Option<&Term>) -> u64 {
        let texts = term.map_or(0, |term| term.texts).max(1);
        let groups = term.map_or(0, |term| term.parts.len()).max(1);
        let among_texts = rarity(f64::from(texts), f64::from(self.vocabulary.texts));
        let among_groups = rarity(groups as f64, self.groups.len() as f64);
        ((among_texts * among_groups).sqrt() * WHOLE).round() as u64
    }
}

/// How rare it is that `some` of `all` hold a thing. Nearly nothing is left when all do, but never nothing,
/// so that the first note of the first group can already speak.
fn rarity(some: f64, all: f64) -> f64 {
    ((1.0 + all.max(some)) / (0.5 + some)).ln()
}

/// A word of the text in hand.
struct Valued<'a> {
    spelling: &'a str,
    term: Option<&'a Term>,
    worth: u64,
    /// Its weight in the text times its worth.
    value: u64,
}

impl Valued<'_> {
    fn product(&self, weight_in_group: u64) -> u128 {
        u128::from(self.value) * u128::from(weight_in_group * self.worth)
    }
}

/// The words that speak most for a group; of equals the one that comes first in the text.
fn strongest(words: &[Valued<'_>], group: usize) -> Vec<String> {
    let part = |word: &Valued<'_>| {
        let parts = &word.term?.parts;
        let at = parts.binary_search_by_key(&group, |part| part.group).ok()?;
        Some(word.product(parts[at].weight))
    };
    let mut speaking: Vec<(u128, &str)> =
        words.iter().filter_map(|word| part(word).map(|product| (product, word.spelling))).collect();
    let all: u128 = speaking.iter().map(|&(product, _)| product).sum();
    speaking.sort_by_key(|&(product, _)| std::cmp::Reverse(product));
    let named = speaking.iter().take_while(|&&(product, _)| product * NAMED_FROM_PARTS >= all).count();
    speaking.truncate(named.clamp(1, WORDS_MAX));
    speaking.into_iter().map(|(_, spelling)| spelling.to_owned()).collect()
}

fn square(value: u64) -> u128 {
    u128::from(value) * u128::from(value)
}
