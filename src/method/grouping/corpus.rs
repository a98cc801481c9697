//! What a heap of texts teaches of words, and the vector of any text that follows from it.
//!
//! Every unit (a term, a pair of neighbouring terms, a run of letters) gets a row of positive pointwise mutual
//! information against the terms it meets in a text (K. Church, P. Hanks, 1990; the counts of contexts to the
//! power .75: O. Levy, Y. Goldberg, I. Dagan, TACL 3, 2015), and its vector is that row along the main
//! directions of the table of terms (randomised SVD). Rows keep their lengths: a word that meets everything
//! has a short one, which does what weights for rarity do elsewhere. Runs of letters give inflected forms and
//! words that were never met a vector from what they share with others (P. Bojanowski et al., TACL 5, 2017,
//! there by prediction).
//!
//! A text is the sum of its units, kind by kind, each kind without its commonest direction (S. Arora, Y. Liang,
//! T. Ma, ICLR 2017).

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::matrix::{Rows, Sparse, add, dot, right_singular, summed, unit};
use super::neighbours::Vectors;
use super::terms::{self, grams};
use super::topicality::topicality;
use super::vocabulary::{Read, Vocabulary};
use super::{Progress, canonical};
use crate::method::random::Random;

/// Numbers of a vector.
pub(super) const DIMENSIONS: usize = 128;

/// Power of the counts of contexts: frequent words are a little less surprising than they would be.
const CONTEXT_POWER: f64 = 0.75;

/// Texts that words are learnt from at most; of more, a fair sample. What is learnt hardly changes beyond.
const LEARNT_MAX: usize = 40_000;

/// Runs of letters weigh twice, since they know inflected and misspelled forms; pairs of terms half, since most
/// stand in few texts and their rows are guesses.
const WEIGHTS: [f32; 3] = [1.0, 0.5, 2.0];

/// Of so many texts half of the commonest direction is taken out, of more nearly all: a few texts about one
/// thing have their subject in common and nothing else.
const COMMON_FROM: f32 = 20.0;

/// No term is left out altogether: of very few texts nothing is known yet.
const TOPICAL_MIN: f32 = 0.01;

/// Vectors that were learnt from so many texts count half.
const TRUST_FROM: f32 = 200.0;

/// Texts that are kept to learn from what nobody has placed.
const SOME_MAX: usize = 3_000;

/// Texts from which the commonest directions are taken at most.
const COMMON_TEXTS_MAX: usize = 5_000;

/// A run of letters is known when so many texts hold it.
const GRAM_TEXTS_MIN: u32 = 2;

/// What was learnt of words from a heap of texts. It takes new texts in without learning again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corpus {
    vocabulary: Vocabulary,
    /// How many texts were given, and of how many of them words were learnt.
    texts: usize,
    learnt: u32,
    /// Of each term, how much the texts that hold it are about the same; see [`topicality`].
    topicality: Vec<f32>,
    /// Vectors of terms, with their weight.
    terms: Rows,
    pairs: Rows,
    /// Vectors of known words: the sums of their runs of letters.
    words: Rows,
    grams: FxHashMap<String, u32>,
    gram_vectors: Rows,
    /// Of each run of letters, how rare it is: the logarithm of all texts over those that hold it, and 1.
    rarity: Vec<f32>,
    /// Some of the texts, to learn from what nobody has placed.
    some: Vec<String>,
    /// The commonest direction of each kind of unit.
    common: [Vec<f32>; 3],
    /// The vectors of all texts, as they were given.
    index: Vectors,
}

/// How often terms meet, from the side of a unit.
struct Meetings<'a> {
    /// The terms of each text.
    texts: &'a [Read],
    /// How surprising each term is as a context: its share of all contexts, to [`CONTEXT_POWER`].
    share: Vec<f64>,
}

impl Corpus {
    /// Learns from all texts of a file: requests, notes, the agenda. The same texts in any order and the same
    /// seed teach the same. `None` when `progress` said to stop.
    pub fn learn(texts: &[&str], seed: u64, progress: Progress<'_>) -> Option<Self> {
        let mut corpus = Self::learn_words(texts, seed, &mut |done, all| progress(done, all + 1))?;
        corpus.index = Vectors::of(&corpus.vectors(texts));
        progress(1, 1).then_some(corpus)
    }

    /// As [`Self::learn`], without what [`Self::similar`] looks through.
    pub(super) fn learn_words(texts: &[&str], seed: u64, progress: Progress<'_>) -> Option<Self> {
        let unique = drawn(&canonical(texts), LEARNT_MAX, seed);
        let (vocabulary, read) = Vocabulary::learn(&unique);
        progress(1, 5).then_some(())?;
        let postings = postings(vocabulary.terms(), read.iter().map(|read| read.terms.as_slice()));
        let meetings = Meetings::new(&read, &postings);
        let table = meetings.table(&postings);
        let dimensions = DIMENSIONS.min(read.len() / 2).max(2);
        let (directions, _) = right_singular(&table, dimensions, seed);
        progress(2, 5).then_some(())?;
        let mut terms = table.times(&directions);
        let topicality = topicality(&read, &postings, &terms);
        for (row, topical) in terms.data.chunks_exact_mut(directions.cols.max(1)).zip(&topicality) {
            row.iter_mut().for_each(|value| *value *= topical.max(TOPICAL_MIN).sqrt());
        }
        let postings = self::postings(vocabulary.pairs(), read.iter().map(|read| read.pairs.as_slice()));
        let pairs = Rows::make(postings.len(), directions.cols, |pair, row| {
            meetings.project(&meetings.of_texts(&postings[pair], None), &directions, row);
        });
        progress(3, 5).then_some(())?;
        let (grams, gram_vectors, rarity) = learn_grams(&vocabulary, &unique, &meetings, &directions);
        progress(4, 5).then_some(())?;
        let some = drawn(&unique, SOME_MAX, seed).into_iter().map(|(text, _)| text.to_owned()).collect();
        let mut corpus = Self {
            vocabulary,
            texts: texts.len(),
            learnt: unique.iter().map(|(_, times)| times).sum(),
            topicality,
            terms,
            pairs,
            grams,
            gram_vectors,
            rarity,
            some,
            ..Self::default()
        };
        corpus.words = Rows::make(corpus.vocabulary.letters.len(), directions.cols, |word, row| {
            corpus.spell(&corpus.vocabulary.letters[word], row);
        });
        corpus.common = corpus.commonest(&read, seed);
        progress(5, 5).then_some(corpus)
    }

    /// How many texts it was learnt from.
    pub fn texts(&self) -> usize {
        self.texts
    }

    /// Places of the texts, as they were given, that are most like these together, the likest first and equals by
    /// their place, with how alike (0 to 1). One text asks for its like, the notes of a theme for what speaks of
    /// it.
    pub fn similar(&self, texts: &[&str], most: usize) -> Vec<(usize, f32)> {
        let mut middle = vec![0.0; self.dimensions()];
        let vectors = self.vectors(texts);
        (0..texts.len()).for_each(|at| add(&mut middle, vectors.row(at), 1.0));
        unit(&mut middle);
        self.index.nearest(&middle, most)
    }

    /// Numbers of a vector.
    pub(super) fn dimensions(&self) -> usize {
        self.gram_vectors.cols
    }

    pub(super) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// How well a word can tell what a text is about, 0 to 1: by the topicality of its term and by how rare it is.
    pub(super) fn telling(&self, letters: &str) -> f32 {
        let Some(term) = self.vocabulary.term(letters) else { return 0.0 };
        let all = (self.learnt.max(2) as f32).ln();
        let rare = (self.learnt as f32 / self.vocabulary.texts_of[term as usize] as f32).max(1.0).ln() / all;
        self.topicality[term as usize].max(TOPICAL_MIN).sqrt() * rare
    }

    /// The vector of a text, of length 1; all zeros where it holds nothing that is known.
    pub(super) fn vector(&self, text: &str, to: &mut [f32]) {
        self.vector_of(&self.vocabulary.read(text), to);
    }

    /// The vectors of texts.
    pub(super) fn vectors(&self, texts: &[&str]) -> Rows {
        Rows::make(texts.len(), self.dimensions(), |at, row| self.vector(texts[at], row))
    }

    /// The spelling of a text: the runs of letters it holds, by how often and how rare they are, rising; of
    /// length 1. G. Salton, C. Buckley (1988), with logarithmic counts.
    pub(super) fn spelling(&self, text: &str) -> Vec<(u32, f32)> {
        let ids = terms::words(text).flat_map(|word| grams(&word.letters));
        let ids = ids.filter_map(|gram| self.grams.get(&gram).map(|&id| (id, 1.0)));
        let mut spelling = summed(ids.collect());
        spelling.iter_mut().for_each(|(id, times)| *times = (1.0 + times.ln()) * self.rarity[*id as usize]);
        let length = spelling.iter().map(|(_, value)| value * value).sum::<f32>().sqrt();
        spelling.iter_mut().for_each(|(_, value)| *value /= length);
        spelling
    }

    /// Runs of letters that are known.
    pub(super) fn grams(&self) -> usize {
        self.rarity.len()
    }

    /// How far what was learnt can be trusted, 0 to 1: half of 200 texts.
    pub(super) fn trust(&self) -> f32 {
        self.texts as f32 / (self.texts as f32 + TRUST_FROM)
    }

    /// Some of the texts that it was learnt from.
    pub(super) fn some(&self) -> &[String] {
        &self.some
    }

    /// As [`Self::vector`], of a text that was read already.
    pub(super) fn vector_of(&self, read: &Read, to: &mut [f32]) {
        to.fill(0.0);
        let mut part = vec![0.0; to.len()];
        for (kind, (weight, common)) in WEIGHTS.into_iter().zip(&self.common).enumerate() {
            self.part(read, kind, &mut part);
            let along = dot(&part, common);
            add(&mut part, common, -along);
            unit(&mut part);
            add(to, &part, weight);
        }
        unit(to);
    }

    /// The sum of the units of one kind, of length 1.
    fn part(&self, read: &Read, kind: usize, to: &mut [f32]) {
        to.fill(0.0);
        let (rows, ids) = match kind {
            0 => (&self.terms, &read.terms),
            1 => (&self.pairs, &read.pairs),
            _ => (&self.words, &read.words),
        };
        ids.iter().for_each(|&id| add(to, rows.row(id as usize), 1.0));
        if kind == 2 {
            read.strange.iter().for_each(|letters| self.spell(letters, to));
        }
        unit(to);
    }

    /// Adds the vectors of the runs of letters of a word.
    fn spell(&self, letters: &str, to: &mut [f32]) {
        for gram in grams(letters) {
            if let Some(&id) = self.grams.get(&gram) {
                add(to, self.gram_vectors.row(id as usize), 1.0);
            }
        }
    }

    /// What a word brings to the vector of a text in the direction of `toward`, before common directions are
    /// taken out.
    pub(super) fn brings(&self, letters: &str, toward: &[f32]) -> f32 {
        let mut vector = vec![0.0; toward.len()];
        self.spell(letters, &mut vector);
        unit(&mut vector);
        let spelled = dot(&vector, toward) * WEIGHTS[2];
        let term = self.vocabulary.term(letters).map_or(0.0, |term| {
            vector.copy_from_slice(self.terms.row(term as usize));
            unit(&mut vector);
            dot(&vector, toward)
        });
        spelled + term
    }

    /// The commonest direction of each kind, scaled so that taking it out leaves less the more texts there are.
    fn commonest(&self, read: &[Read], seed: u64) -> [Vec<f32>; 3] {
        const ROUNDS: usize = 12;
        let n = self.dimensions();
        let share = read.len() as f32 / (read.len() as f32 + COMMON_FROM);
        std::array::from_fn(|kind| {
            let step = read.len().div_ceil(COMMON_TEXTS_MAX).max(1);
            let count = read.len().div_ceil(step);
            let parts = Rows::make(count, n, |at, row| self.part(&read[at * step], kind, row));
            let gram = parts.gram();
            let mut random = Random::keyed(seed, kind as u64);
            let mut direction: Vec<f32> = (0..n).map(|_| random.unit() as f32).collect();
            for _ in 0..ROUNDS {
                let product = |i: usize| {
                    gram[i * n..(i + 1) * n].iter().zip(&direction).map(|(a, b)| a * f64::from(*b)).sum()
                };
                let next: Vec<f64> = (0..n).map(product).collect();
                let length = next.iter().map(|value| value * value).sum::<f64>().sqrt();
                direction = next.iter().map(|value| (value / length.max(f64::MIN_POSITIVE)) as f32).collect();
            }
            direction.iter_mut().for_each(|value| *value *= share.sqrt());
            direction
        })
    }
}

/// A fair sample of at most so many texts, in their order.
fn drawn<'a>(unique: &[(&'a str, u32)], most: usize, seed: u64) -> Vec<(&'a str, u32)> {
    if unique.len() <= most {
        return unique.to_vec();
    }
    let mut drawn: Vec<(u64, usize)> =
        (0..unique.len()).map(|at| (Random::keyed(seed, at as u64).bits(), at)).collect();
    drawn.sort_unstable();
    drawn.truncate(most);
    let mut places: Vec<usize> = drawn.into_iter().map(|(_, at)| at).collect();
    places.sort_unstable();
    places.into_iter().map(|at| unique[at]).collect()
}

/// For each unit the texts that hold it.
fn postings<'a>(units: usize, texts: impl Iterator<Item = &'a [u32]>) -> Vec<Vec<u32>> {
    let mut postings = vec![Vec::new(); units];
    for (text, ids) in (0..).zip(texts) {
        ids.iter().for_each(|&id| postings[id as usize].push(text));
    }
    postings
}

#[cfg(test)]
impl Corpus {
    /// How surprising it is that a term meets another, as the table of terms has it.
    pub(super) fn surprise(&self, term: &str, other: &str) -> f64 {
        let read: Vec<Read> = self.some.iter().map(|text| self.vocabulary.read(text)).collect();
        let postings = postings(self.vocabulary.terms(), read.iter().map(|read| read.terms.as_slice()));
        let table = Meetings::new(&read, &postings).table(&postings);
        let (term, other) = (self.vocabulary.term(term), self.vocabulary.term(other));
        let (Some(term), Some(other)) = (term, other) else { return 0.0 };
        let found = table.entries(term as usize).find(|(column, _)| *column == other as usize);
        found.map_or(0.0, |(_, value)| f64::from(value))
    }
}

/// How often each term is met, for those that are, rising.
type Met = Vec<(u32, f32)>;

impl<'a> Meetings<'a> {
    fn new(texts: &'a [Read], postings: &[Vec<u32>]) -> Self {
        let others = |text: &u32| texts[*text as usize].terms.len().saturating_sub(1) as f64;
        // One that stands alone everywhere would be infinitely surprising.
        let contexts =
            postings.iter().map(|of| of.iter().map(others).sum::<f64>().max(1.0).powf(CONTEXT_POWER));
        let share: Vec<f64> = contexts.collect();
        let all: f64 = share.iter().sum();
        Self { texts, share: share.into_iter().map(|one| one / all.max(f64::MIN_POSITIVE)).collect() }
    }

    /// Which terms are met in these texts, `but` one.
    fn of_texts(&self, texts: &[u32], but: Option<u32>) -> Met {
        let terms = || texts.iter().flat_map(|&text| self.texts[text as usize].terms.iter().copied());
        let others = || terms().filter(|&term| Some(term) != but).map(|term| (term, 1.0));
        self.summed(terms().count(), others())
    }

    /// Sums by term, rising. Many are added up in a table of all terms, few are sorted.
    fn summed(&self, count: usize, met: impl Iterator<Item = (u32, f32)>) -> Met {
        if count < self.share.len() {
            return summed(met.collect());
        }
        let mut sums = vec![0.0_f32; self.share.len()];
        met.for_each(|(term, times)| sums[term as usize] += times);
        (0..).zip(sums).filter(|&(_, times)| times > 0.0).collect()
    }

    /// Positive pointwise mutual information of a unit with each term it meets.
    fn surprise<'m>(&'m self, met: &'m Met) -> impl Iterator<Item = (u32, f32)> + 'm {
        let all: f64 = met.iter().map(|&(_, times)| f64::from(times)).sum();
        let information = move |&(term, times): &(u32, f32)| {
            let share = self.share[term as usize];
            let bits = (f64::from(times) / (all * share)).ln();
            (share > 0.0 && bits > 0.0).then_some((term, bits as f32))
        };
        met.iter().filter_map(information)
    }

    /// The table of terms. A term that never meets another stands for itself.
    fn table(&self, postings: &[Vec<u32>]) -> Sparse {
        let row = |(term, texts): (usize, &Vec<u32>)| {
            let met = self.of_texts(texts, Some(term as u32));
            let row: Met = self.surprise(&met).collect();
            if row.is_empty() { vec![(term as u32, 1.0)] } else { row }
        };
        Sparse::of_rows(postings.len(), postings.par_iter().enumerate().map(row).collect())
    }

    fn project(&self, met: &Met, directions: &Rows, to: &mut [f32]) {
        for (term, information) in self.surprise(met) {
            add(to, directions.row(term as usize), information);
        }
    }
}

/// Vectors of runs of letters, from the words that hold them.
fn learn_grams(
    vocabulary: &Vocabulary,
    texts: &[(&str, u32)],
    meetings: &Meetings<'_>,
    directions: &Rows,
) -> (FxHashMap<String, u32>, Rows, Vec<f32>) {
    let read = meetings.texts;
    let postings = self::postings(vocabulary.letters.len(), read.iter().map(|read| read.words.as_slice()));
    let met: Vec<Met> = postings
        .par_iter()
        .map(|texts| {
            let mut texts = texts.clone();
            texts.dedup();
            meetings.of_texts(&texts, None)
        })
        .collect();
    let mut of_gram: FxHashMap<String, Vec<u32>> = FxHashMap::default();
    for (word, letters) in (0..).zip(&vocabulary.letters) {
        for gram in grams(letters) {
            of_gram.entry(gram).or_default().push(word);
        }
    }
    let times = |text: &u32| texts[*text as usize].1;
    let held =
        |words: &[u32]| words.iter().flat_map(|&word| &postings[word as usize]).map(times).sum::<u32>();
    let mut kept: Vec<(String, Vec<u32>, u32)> = of_gram
        .into_iter()
        .map(|(gram, words)| (held(&words), gram, words))
        .filter(|(held, _, _)| *held >= GRAM_TEXTS_MIN)
        .map(|(held, gram, words)| (gram, words, held))
        .collect();
    kept.sort_unstable();
    let all = texts.iter().map(|(_, times)| times).sum::<u32>() as f32;
    let rarity = kept.iter().map(|(_, _, held)| ((1.0 + all) / (1.0 + *held as f32)).max(1.0).ln() + 1.0);
    let rarity = rarity.collect();
    let vectors = Rows::make(kept.len(), directions.cols, |gram, row| {
        let of_words = || kept[gram].1.iter().map(|&word| &met[word as usize]);
        let all = of_words().flatten().copied();
        meetings.project(&meetings.summed(of_words().map(Vec::len).sum(), all), directions, row);
    });
    ((0..).zip(kept).map(|(id, (gram, _, _))| (gram, id)).collect(), vectors, rarity)
}
