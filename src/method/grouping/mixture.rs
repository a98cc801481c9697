//! A mixture of word distributions, one a group, that moves texts to the group whose words explain them best.
//!
//! K. Nigam, A. McCallum, S. Thrun, T. Mitchell, "Text classification from labeled and unlabeled documents
//! using EM" (2000), here with whole texts moved (classification EM: G. Celeux, G. Govaert, 1992) and
//! Dirichlet-smoothed word shares as in J. Yin, J. Wang, "A Dirichlet multinomial mixture model" (KDD 2014).

use rayon::prelude::*;

use super::kmeans::Said;
use super::matrix::{Rows, add};

/// Occurrences that every term is granted in every group.
const BETA: f32 = 0.1;
/// Texts that every group is granted.
const ALPHA: f32 = 0.1;
/// Rounds; nearly all that move do so in the first.
const ROUNDS: usize = 2;

/// Moves texts between groups. `terms` are the distinct terms of each text below `term_count`; a text with none
/// stays, and so does what people have placed. `of` numbers groups below `groups`; each text counts `weights`
/// times.
pub(super) fn refine(
    terms: &[&[u32]],
    term_count: usize,
    weights: &[f32],
    mut of: Vec<u32>,
    groups: usize,
    said: Said<'_>,
) -> Vec<u32> {
    for _ in 0..ROUNDS {
        let (shares, sizes) = learnt(terms, term_count, weights, &of, groups);
        let best = |at: usize| {
            if terms[at].is_empty() || said.placed(at).is_some() {
                return of[at];
            }
            let mut odds = sizes.clone();
            terms[at].iter().for_each(|&term| add(&mut odds, shares.row(term as usize), 1.0));
            let mut best = of[at] as usize;
            for group in 0..groups {
                if odds[group] > odds[best] && !(group < said.groups && said.refuses(at, group)) {
                    best = group;
                }
            }
            best as u32
        };
        of = (0..of.len()).into_par_iter().map(best).collect();
    }
    of
}

/// Logarithms: of each term's share of each group's terms (rows are terms), and of each group's size.
fn learnt(
    terms: &[&[u32]],
    term_count: usize,
    weights: &[f32],
    of: &[u32],
    groups: usize,
) -> (Rows, Vec<f32>) {
    let mut counts = Rows::zero(term_count, groups);
    let (mut all, mut sizes) = (vec![0.0_f32; groups], vec![ALPHA; groups]);
    for ((terms, &group), &weight) in terms.iter().zip(of).zip(weights) {
        let group = group as usize;
        sizes[group] += weight;
        for &term in *terms {
            counts.data[term as usize * groups + group] += weight;
            all[group] += weight;
        }
    }
    let whole: Vec<f32> = all.iter().map(|all| all + BETA * term_count as f32).collect();
    let shares = Rows::make(term_count, groups, |term, row| {
        for (group, share) in row.iter_mut().enumerate() {
            *share = ((counts.row(term)[group] + BETA) / whole[group]).ln();
        }
    });
    (shares, sizes.into_iter().map(f32::ln).collect())
}
