//! How much the texts that hold a term are about the same thing. It finds the words that say nothing, in any
//! language and without a list of them.

use rayon::prelude::*;

use super::matrix::{Rows, add, dot};
use super::vocabulary::Read;

/// Of so many texts half is believed: two that happen to agree prove little.
const TEXTS_PRIOR: f32 = 3.0;

/// What is shorter is left of a text of one term by rounding.
const SQUARE_MIN: f32 = 1e-4;

/// Of each term the mean cosine between the texts that hold it, in 0..=1, where a text is the sum of the unit
/// vectors of its terms without the term in question; shrunk by m / (m + 3) for m texts. `texts_of` lists the
/// texts of each term.
pub(super) fn topicality(texts: &[Read], texts_of: &[Vec<u32>], vectors: &Rows) -> Vec<f32> {
    let vectors = vectors.clone().unit();
    let sums = Rows::make(texts.len(), vectors.cols, |at, row| {
        texts[at].terms.iter().for_each(|&term| add(row, vectors.row(term as usize), 1.0));
    });
    let squares: Vec<f32> =
        (0..texts.len()).into_par_iter().map(|at| dot(sums.row(at), sums.row(at))).collect();
    let of_term = |(term, texts): (usize, &Vec<u32>)| {
        let vector = vectors.row(term);
        let own = dot(vector, vector);
        // The sum of the texts, and how often the term has to be taken out of it.
        let (mut all, mut itself, mut count) = (vec![0.0; vectors.cols], 0.0_f32, 0.0_f32);
        for &text in texts {
            let sum = sums.row(text as usize);
            let square = squares[text as usize] - 2.0 * dot(sum, vector) + own;
            if square > SQUARE_MIN {
                add(&mut all, sum, square.sqrt().recip());
                itself += square.sqrt().recip();
                count += 1.0;
            }
        }
        add(&mut all, vector, -itself);
        let mean = (dot(&all, &all) - count) / (count * (count - 1.0));
        if count < 2.0 { 0.0 } else { mean.clamp(0.0, 1.0) * count / (count + TEXTS_PRIOR) }
    };
    texts_of.par_iter().enumerate().map(of_term).collect()
}
