//! Which groups a text may belong to: from the groups' middles, which follow each change at once, and from a
//! classifier that is trained now and then.
//!
//! The middles are those of the texts' vectors and of their spellings (nearest centroid, J. Rocchio, 1971). They
//! are kept as sums of whole numbers, so that taking a text out is the exact opposite of putting it in.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::regression::{Example, Trained};
use super::terms::words;
use super::{Corpus, Progress, Suggestion};

/// Whole numbers in one of length 1.
const ONE: f32 = 1_048_576.0;

/// How much the spelling counts beside the vector.
const SPELLING: f32 = 0.7;

/// How much nearness counts beside the logarithm of the classifier's probability: enough that what was put into
/// a group just now is felt at once.
const NEARNESS: f32 = 5.0;

/// Nearness as the logarithm of a probability, where the classifier doesn't know a group yet.
const UNTRAINED: f32 = 10.0;

/// Words that a suggestion names at most.
const WORDS_MAX: usize = 3;

/// What an unknown word counts at least, when words are named.
const TELLING_MIN: f32 = 0.02;

/// A word that brings less than one part in so many of what the strongest brings is not named.
const NAMED_FROM: f32 = 4.0;

/// What was learnt of groups; takes texts in and out without learning again.
#[derive(Clone, Debug, Default)]
pub struct Learner {
    corpus: Arc<Corpus>,
    groups: BTreeMap<usize, Middle>,
    trained: Option<Arc<Trained>>,
}

/// The sums of the texts of a group.
#[derive(Clone, Debug, Default, PartialEq)]
struct Middle {
    texts: usize,
    vector: Vec<i64>,
    spelling: FxHashMap<u32, i64>,
    /// The square of the length of `spelling`.
    square: i128,
}

/// A text as features.
struct Features {
    vector: Vec<f32>,
    spelling: Vec<(u32, f32)>,
}

impl Learner {
    /// Learns from texts that people have placed, each with its group's number, in any order. `None` when
    /// `progress` said to stop.
    pub fn learn(corpus: Arc<Corpus>, accepted: &[(&str, usize)], progress: Progress<'_>) -> Option<Self> {
        let mut learner = Self { corpus, ..Self::default() };
        let mut accepted = accepted.to_vec();
        accepted.sort_unstable();
        for &(text, group) in &accepted {
            learner.add(group, text);
        }
        progress(1, 10).then_some(())?;
        learner.train(&accepted, progress)?;
        Some(learner)
    }

    /// Trains the classifier on what people have placed, and then once more with what it thinks of some texts
    /// that nobody has placed.
    fn train(&mut self, accepted: &[(&str, usize)], progress: Progress<'_>) -> Option<()> {
        let numbers: Vec<usize> = self.groups.keys().copied().collect();
        if numbers.len() < 2 {
            return Some(());
        }
        let example = |&(text, group): &(&str, usize)| {
            let class = numbers.binary_search(&group).unwrap_or(0);
            Some(Example { features: self.sparse(text)?, class })
        };
        let placed: Vec<Example> = accepted.iter().filter_map(example).collect();
        let known = |text: &str| accepted.binary_search_by_key(&text, |&(text, _)| text).is_ok();
        let others = self.corpus.some().iter().filter(|text| !known(text));
        let others: Vec<Vec<(u32, f32)>> = others.filter_map(|text| self.sparse(text)).collect();
        let features = self.corpus.dimensions() + self.corpus.grams();
        self.trained = Some(Arc::new(Trained::learn(&placed, &others, features, numbers, progress)?));
        Some(())
    }

    /// What it knows of words.
    pub fn corpus(&self) -> &Arc<Corpus> {
        &self.corpus
    }

    /// A text was put into a group; any number names a group, and a new one makes a new group. Costs nothing
    /// that grows with the number of texts.
    pub fn add(&mut self, group: usize, text: &str) {
        let features = self.features(text);
        self.groups.entry(group).or_default().put(&features, 1);
    }

    /// A text was taken out of a group: the exact opposite of [`Self::add`], given the text as it was added.
    pub fn remove(&mut self, group: usize, text: &str) {
        let features = self.features(text);
        let Some(middle) = self.groups.get_mut(&group) else { return };
        middle.put(&features, -1);
        if middle.texts == 0 {
            self.groups.remove(&group);
        }
    }

    /// The likeliest groups of a text, at most `most`, the likeliest first and equals by their number; empty where
    /// no word is known. Each comes with words of the text that speak most for it.
    pub fn suggest(&self, text: &str, most: usize) -> Vec<Suggestion> {
        let features = self.features(text);
        if features.spelling.is_empty() {
            return Vec::new();
        }
        let near: Vec<(usize, f32)> =
            self.groups.iter().map(|(&group, middle)| (group, middle.near(&features))).collect();
        let untrained = logarithms(near.iter().map(|(_, near)| UNTRAINED * near).collect());
        let trained = self.trained.as_ref().map(|trained| trained.logarithms(&self.joined(&features)));
        let mut scores: Vec<(f32, usize, f32)> = Vec::with_capacity(near.len());
        for (&(group, near), &untrained) in near.iter().zip(&untrained) {
            let class = self.trained.as_ref().and_then(|trained| trained.class(group));
            let likely = class.zip(trained.as_ref()).map_or(untrained, |(class, all)| all[class]);
            scores.push((likely + NEARNESS * near, group, near));
        }
        let shares = logarithms(scores.iter().map(|(score, _, _)| *score).collect());
        let mut best: Vec<(f32, usize)> = shares
            .into_iter()
            .zip(&scores)
            // What has nothing in common with a group is no guess.
            .filter(|(_, (_, _, near))| *near > 0.0)
            .map(|(share, (_, group, _))| (share.exp(), *group))
            .collect();
        best.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        best.truncate(most);
        let suggestion = |(score, group)| Suggestion { group, score, words: self.words(text, group) };
        best.into_iter().map(suggestion).collect()
    }

    /// The words of a text that speak most for a group, the strongest first, in their spelling there; none for a
    /// group that nothing is in.
    pub fn words(&self, text: &str, group: usize) -> Vec<String> {
        let Some(middle) = self.groups.get(&group) else { return Vec::new() };
        let toward: Vec<f32> = middle.direction();
        let mut said: Vec<(f32, &str, String)> = Vec::new();
        for word in words(text) {
            if said.iter().any(|(_, _, letters)| super::terms::term(letters) == word.term()) {
                continue;
            }
            let spelled = middle.near_spelling(&self.corpus.spelling(&word.letters));
            let brings = self.corpus.brings(&word.letters, &toward) + SPELLING * spelled;
            // A word that only one text has says little for sure, but more than one that all have.
            let telling = self.corpus.telling(&word.letters).max(TELLING_MIN);
            said.push((brings * telling, word.spelling, word.letters));
        }
        said.sort_by(|a, b| b.0.total_cmp(&a.0));
        let strongest = said.first().map_or(0.0, |(brings, _, _)| *brings);
        let named =
            said.iter().take_while(|(brings, _, _)| *brings > 0.0 && *brings * NAMED_FROM >= strongest);
        named.take(WORDS_MAX).map(|(_, spelling, _)| (*spelling).to_owned()).collect()
    }

    fn features(&self, text: &str) -> Features {
        let mut vector = vec![0.0; self.corpus.dimensions()];
        self.corpus.vector(text, &mut vector);
        let trust = self.corpus.trust();
        vector.iter_mut().for_each(|value| *value *= trust);
        Features { vector, spelling: self.corpus.spelling(text) }
    }

    /// What the classifier sees of a text: the numbers of its vector and then the runs of letters. `None` where it
    /// has none.
    fn sparse(&self, text: &str) -> Option<Vec<(u32, f32)>> {
        let features = self.features(text);
        (!features.spelling.is_empty()).then(|| self.joined(&features))
    }

    fn joined(&self, features: &Features) -> Vec<(u32, f32)> {
        let offset = features.vector.len() as u32;
        let vector = (0..).zip(features.vector.iter().copied());
        let spelling = features.spelling.iter().map(|&(gram, value)| (offset + gram, value));
        vector.chain(spelling).collect()
    }
}

impl Middle {
    fn put(&mut self, features: &Features, sign: i64) {
        self.texts = self.texts.saturating_add_signed(sign as isize);
        self.vector.resize(features.vector.len(), 0);
        for (sum, value) in self.vector.iter_mut().zip(&features.vector) {
            *sum += sign * whole(*value);
        }
        for &(gram, value) in &features.spelling {
            let sum = self.spelling.entry(gram).or_default();
            self.square -= square(*sum);
            *sum += sign * whole(value);
            self.square += square(*sum);
            if *sum == 0 {
                self.spelling.remove(&gram);
            }
        }
    }

    fn near(&self, features: &Features) -> f32 {
        let vector = self.direction().iter().zip(&features.vector).map(|(a, b)| a * b).sum::<f32>();
        vector + SPELLING * self.near_spelling(&features.spelling)
    }

    /// The mean of the vectors, of length 1.
    fn direction(&self) -> Vec<f32> {
        let mut direction: Vec<f32> = self.vector.iter().map(|&sum| sum as f32).collect();
        super::matrix::unit(&mut direction);
        direction
    }

    fn near_spelling(&self, spelling: &[(u32, f32)]) -> f32 {
        let part =
            |(gram, value): &(u32, f32)| self.spelling.get(gram).map_or(0.0, |&sum| sum as f32 * value);
        let length = (self.square as f64).sqrt() as f32;
        if length > 0.0 { spelling.iter().map(part).sum::<f32>() / length } else { 0.0 }
    }
}

fn whole(value: f32) -> i64 {
    (value * ONE).round() as i64
}

fn square(value: i64) -> i128 {
    i128::from(value) * i128::from(value)
}

/// Logarithms of the shares of the exponentials.
pub(super) fn logarithms(mut scores: Vec<f32>) -> Vec<f32> {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    let all = scores.iter().map(|score| (score - most).exp()).sum::<f32>().ln() + most;
    scores.iter_mut().for_each(|score| *score -= all);
    scores
}
