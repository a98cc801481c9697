//! How much the texts that hold a term are about the same thing. It finds the words that say nothing, in any
//! language and without a list of them.

use rayon::prelude::*;

use super::matrix::{Rows, add, dot, unit};
use super::vocabulary::Read;

/// Of so many texts half is believed: two that happen to agree prove little.
const TEXTS_PRIOR: f32 = 3.0;

/// Of each term the mean cosine between the texts that hold it, in 0..=1, where a text is the sum of the unit
/// vectors of its terms without the term in question; shrunk by m / (m + 3) for m texts. `texts_of` lists the
/// texts of each term.
pub(super) fn topicality(texts: &[Read], texts_of: &[Vec<u32>], vectors: &Rows) -> Vec<f32> {
    let vectors = vectors.clone().unit();
    let sums = Rows::make(texts.len(), vectors.cols, |at, row| {
        texts[at].terms.iter().for_each(|&term| add(row, vectors.row(term as usize), 1.0));
    });
    let of_term = |(term, texts): (usize, &Vec<u32>)| {
        let (mut all, mut one) = (vec![0.0; vectors.cols], vec![0.0; vectors.cols]);
        let mut count = 0.0_f32;
        for &text in texts {
            one.copy_from_slice(sums.row(text as usize));
            add(&mut one, vectors.row(term), -1.0);
            // What is left of a text of one term is rounding.
            if dot(&one, &one) > 1e-6 {
                unit(&mut one);
                add(&mut all, &one, 1.0);
                count += 1.0;
            }
        }
        let mean = (dot(&all, &all) - count) / (count * (count - 1.0));
        if count < 2.0 { 0.0 } else { mean.clamp(0.0, 1.0) * count / (count + TEXTS_PRIOR) }
    };
    texts_of.par_iter().enumerate().map(of_term).collect()
}
