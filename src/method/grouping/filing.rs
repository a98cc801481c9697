//! Files texts into groups of which people have placed only a few: the middles of groups are drawn towards the
//! texts that probably belong to them, again and again.
//!
//! Soft spherical k-means from given middles: A. Banerjee et al., JMLR 6 (2005), seeded as in S. Basu,
//! A. Banerjee, R. Mooney (2002).

use rayon::prelude::*;

use super::kmeans::Said;
use super::matrix::{Rows, add, dot, unit};

/// How sharply a text prefers the nearest middle.
const SHARPNESS: f32 = 10.0;
/// How much the texts that are drawn count against those that people have placed.
const DRAWN: f32 = 2.0;
/// Rounds; middles hardly move beyond.
const ROUNDS: usize = 8;

/// The group of each point among those that people have made.
pub(super) fn file(points: &Rows, said: Said<'_>) -> Vec<u32> {
    let placed = middles(points, said.groups, |at, shares| {
        if let Some(group) = said.placed(at) {
            shares[group as usize] = 1.0;
        }
    });
    let mut now = placed.clone();
    for _ in 0..ROUNDS {
        let drawn = middles(points, said.groups, |at, shares| likely(points.row(at), &now, shares));
        now = Rows::make(said.groups, points.cols, |group, row| {
            row.copy_from_slice(placed.row(group));
            add(row, drawn.row(group), DRAWN);
            unit(row);
        });
    }
    let best = |at: usize| {
        if let Some(group) = said.placed(at) {
            return group;
        }
        let near = |group: usize| dot(points.row(at), now.row(group));
        let open = (0..said.groups).filter(|&group| !said.refuses(at, group));
        let best = open.map(|group| (near(group), group)).reduce(|a, b| if b.0 > a.0 { b } else { a });
        best.map_or(0, |(_, group)| group as u32)
    };
    (0..points.len()).into_par_iter().map(best).collect()
}

/// The means of the points by their shares of each group, of length 1.
fn middles(points: &Rows, groups: usize, shares: impl Fn(usize, &mut [f32]) + Sync) -> Rows {
    let shared = Rows::make(points.len(), groups, shares);
    let data = shared.products(points).into_iter().map(|value| value as f32).collect();
    Rows { cols: points.cols, data }.unit()
}

/// The share of each middle in a point.
fn likely(point: &[f32], middles: &Rows, shares: &mut [f32]) {
    for (group, share) in shares.iter_mut().enumerate() {
        *share = SHARPNESS * dot(point, middles.row(group));
    }
    let most = shares.iter().copied().fold(f32::MIN, f32::max);
    shares.iter_mut().for_each(|share| *share = (*share - most).exp());
    let all: f32 = shares.iter().sum();
    shares.iter_mut().for_each(|share| *share /= all);
}
