//! Groups of points around their centres.
//!
//! S. Lloyd (1957/1982) from the starts of D. Arthur, S. Vassilvitskii, "k-means++" (2007), the best of several
//! candidates each time. Centres that people have given stay where their texts are (S. Basu, A. Banerjee,
//! R. Mooney, ICML 2002).

use rayon::prelude::*;

use super::matrix::{Rows, add, dot};
use crate::method::random::Random;

/// Rounds at most; a partition hardly changes beyond.
const ROUNDS_MAX: usize = 20;

/// A point is compared with so many centres, those that were nearest to it at first and again in this round.
const NEAR: usize = 10;
const LOOK_AGAIN: usize = 3;

/// Rounds end when fewer than one in so many points change their group.
const STILL: usize = 1_000;

/// Starts that are tried at most, and points over all of them.
const STARTS_MAX: usize = 10;
const POINTS_TRIED: usize = 20_000;

/// Points that the starts are chosen from at most.
const STARTS_FROM: usize = 2_000;

/// The centre of the texts that people have placed weighs so many times what the others do.
const ACCEPTED_WEIGHT: f32 = 3.0;

/// What people have said of points.
#[derive(Clone, Copy, Default)]
pub(super) struct Said<'a> {
    /// Groups that people have made; they come first.
    pub(super) groups: usize,
    /// For each point the group in which people have put it.
    pub(super) placed: &'a [Option<u32>],
    /// Points and groups that don't belong together, rising.
    pub(super) refused: &'a [(u32, u32)],
}

impl Said<'_> {
    pub(super) fn placed(&self, point: usize) -> Option<u32> {
        self.placed.get(point).copied().flatten()
    }

    pub(super) fn refuses(&self, point: usize, group: usize) -> bool {
        self.refused.binary_search(&(point as u32, group as u32)).is_ok()
    }
}

/// The group of each point, `groups` at most and at least those of `said`; each point counts `weights` times.
/// Few points are grouped from several starts, and the tightest groups are taken.
pub(super) fn kmeans(points: &Rows, weights: &[f32], groups: usize, said: Said<'_>, seed: u64) -> Vec<u32> {
    let groups = groups.max(said.groups).min(points.len() + said.groups).max(1);
    let starts = (POINTS_TRIED / points.len().max(1)).clamp(1, STARTS_MAX) as u64;
    let run = |start: u64| {
        let mut random = Random::keyed(seed, start << 32 | groups as u64);
        let (tight, of) = once(points, weights, groups, said, &mut random);
        (tight, std::cmp::Reverse(start), of)
    };
    let runs: Vec<_> = (0..starts).into_par_iter().map(run).collect();
    let best = runs.into_iter().max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    best.map(|(_, _, of)| of).unwrap_or_default()
}

/// One run from a random start: how tight its groups are, and the group of each point.
fn once(
    points: &Rows,
    weights: &[f32],
    groups: usize,
    said: Said<'_>,
    random: &mut Random,
) -> (f64, Vec<u32>) {
    let mut centres = starts(points, weights, groups, said, random);
    let mut near = nearest(points, &centres, said);
    let mut of: Vec<u32> = near.iter().map(|near| near[0]).collect();
    for round in 1..ROUNDS_MAX {
        centres = centred(points, weights, &of, centres, said);
        if round == LOOK_AGAIN {
            near = nearest(points, &centres, said);
        }
        let next = closest(points, &centres, &near);
        let changed = next.iter().zip(&of).filter(|(a, b)| a != b).count();
        of = next;
        if changed * STILL <= points.len() && round >= LOOK_AGAIN {
            break;
        }
    }
    centres = centred(points, weights, &of, centres, said);
    let near = |at: usize| f64::from(dot(points.row(at), centres.row(of[at] as usize)) * weights[at]);
    ((0..points.len()).map(near).sum(), of)
}

fn starts(points: &Rows, weights: &[f32], groups: usize, said: Said<'_>, random: &mut Random) -> Rows {
    let placed: Vec<u32> = (0..points.len()).map(|at| said.placed(at).unwrap_or(u32::MAX)).collect();
    let mut centres = centred(points, weights, &placed, Rows::zero(said.groups, points.cols), said);
    let step = points.len().div_ceil(STARTS_FROM).max(1);
    let some: Vec<usize> = (0..points.len()).step_by(step).collect();
    let far = |at: usize, centre: &[f32]| (1.0 - dot(points.row(at), centre)).max(0.0) * weights[at];
    let nearest = |at: usize, centres: &Rows| {
        (0..centres.len()).map(|centre| far(at, centres.row(centre))).fold(2.0 * weights[at], f32::min)
    };
    let mut distance: Vec<f32> = some.iter().map(|&at| nearest(at, &centres)).collect();
    let tries = 2 + groups.max(2).ilog2() as usize;
    while centres.len() < groups {
        let all: f64 = distance.iter().map(|&d| f64::from(d)).sum();
        let draw = |random: &mut Random| {
            let mut left = random.unit() * all;
            let hit = distance.iter().position(|&d| {
                left -= f64::from(d);
                left < 0.0
            });
            hit.unwrap_or(distance.len().saturating_sub(1))
        };
        let candidates: Vec<&[f32]> = (0..tries).map(|_| points.row(some[draw(random)])).collect();
        // How far each point is from the nearest centre, with each candidate for another.
        let tried = Rows::make(some.len(), tries, |at, row| {
            for (left, centre) in row.iter_mut().zip(&candidates) {
                *left = distance[at].min(far(some[at], centre));
            }
        });
        let mut left = vec![0.0_f64; tries];
        for row in tried.data.chunks_exact(tries) {
            left.iter_mut().zip(row).for_each(|(sum, &d)| *sum += f64::from(d));
        }
        let best = (0..tries).min_by(|&a, &b| left[a].total_cmp(&left[b])).unwrap_or(0);
        centres.data.extend_from_slice(candidates[best]);
        distance.iter_mut().enumerate().for_each(|(at, d)| *d = tried.row(at)[best]);
    }
    centres
}

/// The centres near each point, the nearest first; only its own for one that people have placed.
fn nearest(points: &Rows, centres: &Rows, said: Said<'_>) -> Vec<[u32; NEAR]> {
    let one = |at: usize| {
        if let Some(group) = said.placed(at) {
            return [group; NEAR];
        }
        let point = points.row(at);
        let mut best = [(f32::MIN, 0_u32); NEAR];
        for centre in 0..centres.len() {
            let product = dot(point, centres.row(centre));
            if product > best[NEAR - 1].0 && !(centre < said.groups && said.refuses(at, centre)) {
                let place = best.partition_point(|&(other, _)| other >= product);
                best[place..].rotate_right(1);
                best[place] = (product, centre as u32);
            }
        }
        let first = best[0].1;
        best.map(|(product, centre)| if product == f32::MIN { first } else { centre })
    };
    (0..points.len()).into_par_iter().map(one).collect()
}

/// The closest of the centres near each point.
fn closest(points: &Rows, centres: &Rows, near: &[[u32; NEAR]]) -> Vec<u32> {
    let one = |(at, near): (usize, &[u32; NEAR])| {
        let point = points.row(at);
        let product = |&centre: &u32| dot(point, centres.row(centre as usize));
        let best = near.iter().map(|centre| (product(centre), *centre));
        best.reduce(|a, b| if b.0 > a.0 { b } else { a }).map_or(near[0], |(_, centre)| centre)
    };
    near.par_iter().enumerate().map(one).collect()
}

/// The mean of each group, of length 1; one without points stays where it was.
fn centred(points: &Rows, weights: &[f32], of: &[u32], before: Rows, said: Said<'_>) -> Rows {
    let mut sums = Rows::zero(before.len(), points.cols);
    for (at, &group) in of.iter().enumerate().filter(|(_, group)| (**group as usize) < before.len()) {
        let weight = if said.placed(at).is_some() { ACCEPTED_WEIGHT } else { 1.0 } * weights[at];
        let range = group as usize * points.cols..(group as usize + 1) * points.cols;
        add(&mut sums.data[range], points.row(at), weight);
    }
    let mut sums = sums.unit();
    for group in 0..before.len() {
        if sums.row(group).iter().all(|&value| value == 0.0) {
            let range = group * points.cols..(group + 1) * points.cols;
            sums.data[range].copy_from_slice(before.row(group));
        }
    }
    sums
}
