//! Texts that say nearly the same, and in which words they differ.
//!
//! Two texts are alike by the cosine of their runs of 3 to 5 letters. Only pairs that share a run among the rarer
//! ones of a text are compared: without one they can't reach the bound (R. Bayardo, Y. Ma, R. Srikant,
//! "Scaling up all pairs similarity search", WWW 2007).

use std::ops::Range;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::terms::words;
use super::{Pair, Progress, canonical};

/// Likeness from which a pair is shown.
const ALIKE: f32 = 0.75;

/// Partners of a text at most, the likest, so that a thousand copies with small changes make no million pairs.
const PARTNERS_MAX: usize = 3;

/// Texts that are compared before progress is told.
const BLOCK: usize = 512;

/// Words of a text that are compared one by one.
const WORDS_MAX: usize = 400;

/// Pairs of texts that are nearly the same, the likest first. Of texts that are the same to the letter each is
/// paired with the first of them alone. `None` when `progress` said to stop.
pub fn near_duplicates(texts: &[&str], progress: Progress<'_>) -> Option<Vec<Pair>> {
    let distinct = canonical(texts);
    let place = |text: &str| distinct.binary_search_by_key(&text, |&(text, _)| text).unwrap_or(0);
    let mut first = vec![usize::MAX; distinct.len()];
    let mut pairs = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let place = place(text);
        match first[place] {
            usize::MAX => first[place] = at,
            first if words(text).next().is_some() => pairs.push(Pair { first, second: at, likeness: 1.0 }),
            _ => {}
        }
    }
    let index = Index::of(&distinct.iter().map(|&(text, _)| text).collect::<Vec<_>>());
    let places: Vec<usize> = (0..distinct.len()).collect();
    for (block, places) in places.chunks(BLOCK).enumerate() {
        progress((block * BLOCK) as u64, distinct.len() as u64).then_some(())?;
        let found: Vec<Vec<(usize, f32)>> = places.par_iter().map(|&at| index.alike(at)).collect();
        for (&at, found) in places.iter().zip(found) {
            for (other, likeness) in found {
                let (a, b) = (first[at], first[other]);
                pairs.push(Pair { first: a.min(b), second: a.max(b), likeness });
            }
        }
    }
    pairs.sort_by(|a, b| {
        b.likeness.total_cmp(&a.likeness).then((a.first, a.second).cmp(&(b.first, b.second)))
    });
    pairs.dedup_by_key(|pair| (pair.first, pair.second));
    Some(pairs)
}

/// Texts by their runs of letters, the rarest run first.
struct Index {
    texts: Vec<Vec<u32>>,
    holders: Vec<Vec<u32>>,
}

impl Index {
    fn of(texts: &[&str]) -> Self {
        let runs: Vec<Vec<u64>> = texts.par_iter().map(|text| runs(text)).collect();
        let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
        runs.iter().flatten().for_each(|&run| *counts.entry(run).or_default() += 1);
        let mut order: Vec<(u32, u64)> = counts.into_iter().map(|(run, count)| (count, run)).collect();
        order.sort_unstable();
        let ids: FxHashMap<u64, u32> = (0..).zip(order).map(|(id, (_, run))| (run, id)).collect();
        let mut holders = vec![Vec::new(); ids.len()];
        let mut of_texts = Vec::with_capacity(runs.len());
        for (at, runs) in (0..).zip(runs) {
            let mut of_text: Vec<u32> = runs.iter().map(|run| ids[run]).collect();
            of_text.sort_unstable();
            of_text.iter().for_each(|&id| holders[id as usize].push(at));
            of_texts.push(of_text);
        }
        Self { texts: of_texts, holders }
    }

    /// Earlier texts that are like this one.
    fn alike(&self, at: usize) -> Vec<(usize, f32)> {
        let runs = &self.texts[at];
        // What is left out is shorter than the bound, so it can't reach it alone.
        let rare =
            runs.len() - (runs.len() as f32 * ALIKE * ALIKE).ceil().min(runs.len() as f32) as usize + 1;
        let rare = rare.min(runs.len());
        let mut counts = vec![0_u16; at];
        for &run in &runs[..rare] {
            let others = self.holders[run as usize].iter().take_while(|&&other| (other as usize) < at);
            others.for_each(|&other| counts[other as usize] = counts[other as usize].saturating_add(1));
        }
        // All that is left out may be shared; what is missing must be among the rare ones.
        let enough = |other: usize| {
            let needed = ALIKE * (runs.len() as f32 * self.texts[other].len() as f32).sqrt();
            f32::from(counts[other]) + (runs.len() - rare) as f32 >= needed
        };
        let met = (0..at as u32).filter(|&other| counts[other as usize] > 0);
        let candidates: Vec<u32> = met.filter(|&other| enough(other as usize)).collect();
        let likeness = |&other: &u32| {
            let others = &self.texts[other as usize];
            let shared = shared(runs, others) as f32;
            (other as usize, shared / (runs.len() as f32 * others.len() as f32).sqrt())
        };
        let mut found: Vec<(usize, f32)> =
            candidates.iter().map(likeness).filter(|&(_, likeness)| likeness >= ALIKE).collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.truncate(PARTNERS_MAX);
        found
    }
}

/// How many numbers two rising lists share.
fn shared(a: &[u32], b: &[u32]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        count += usize::from(x == y);
        (i, j) = (i + usize::from(x <= y), j + usize::from(y <= x));
    }
    count
}

/// Runs of 3 to 5 letters within the words of a text, with a space before and behind each word; as numbers, each
/// once.
fn runs(text: &str) -> Vec<u64> {
    let mut runs = Vec::new();
    for word in words(text) {
        let framed: Vec<char> = [' '].into_iter().chain(word.letters.chars()).chain([' ']).collect();
        for length in 3..=5 {
            // Mixing 21 bits a letter: runs that meet by chance would be a strange accident, and only a pair
            // more to look at.
            let mix = |run: &[char]| {
                run.iter().fold(length as u64, |sum, &letter| {
                    (sum.rotate_left(21) ^ u64::from(letter)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
                })
            };
            runs.extend(framed.windows(length).map(mix));
        }
    }
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// The words, as byte ranges, in which two texts differ: those of the first, those of the second. What both have
/// in the same order is the longest common subsequence of their words (D. Hirschberg, 1975); forms of one
/// spelling count as the same.
pub fn differences(first: &str, second: &str) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let read = |text: &str| -> Vec<(Range<usize>, String)> {
        let start = text.as_ptr() as usize;
        let range = |spelling: &str| {
            let from = spelling.as_ptr() as usize - start;
            from..from + spelling.len()
        };
        words(text).take(WORDS_MAX).map(|word| (range(word.spelling), word.letters)).collect()
    };
    let (a, b) = (read(first), read(second));
    let cols = b.len() + 1;
    let mut longest = vec![0_u16; (a.len() + 1) * cols];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i * cols + j] = match a[i].1 == b[j].1 {
                true => longest[(i + 1) * cols + j + 1] + 1,
                false => longest[(i + 1) * cols + j].max(longest[i * cols + j + 1]),
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let (mut only_first, mut only_second) = (Vec::new(), Vec::new());
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i].1 == b[j].1 {
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || i < a.len() && longest[(i + 1) * cols + j] >= longest[i * cols + j + 1] {
            only_first.push(a[i].0.clone());
            i += 1;
        } else {
            only_second.push(b[j].0.clone());
            j += 1;
        }
    }
    (only_first, only_second)
}
