//! The order of a list by point score.

use std::cmp::Reverse;

use super::cell::Cell;
use super::{Input, Item, Weights};

/// The score of one item and what it is made of.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Score {
    /// 0 to 1, the sum of the three parts.
    pub total: f64,
    /// What the demand gives, already weighted.
    pub demand: f64,
    /// What the impact gives, already weighted.
    pub impact: f64,
    /// What the feasibility gives, already weighted.
    pub feasibility: f64,
    /// How many of the three criteria are unknown and stand in with the mid-point of their scale.
    pub unknown: u32,
}

/// The weighted sum of an item's criteria, each on a scale of 0 to 1: demand as it is, impact and
/// feasibility by their mode as `(x - 1) / 4`, an unknown as .5. Weights are made to add up to 1.
pub fn score(item: &Item, weights: &Weights) -> Score {
    let cells = Cell::all_of(item);
    let shares = weights.as_shares();
    let [demand, impact, feasibility] = [0, 1, 2].map(|j| shares[j] * cells[j].point());
    let unknown = cells.iter().filter(|&&cell| cell == Cell::Unknown).count() as u32;
    Score { total: demand + impact + feasibility, demand, impact, feasibility, unknown }
}

/// Scores nearer than this are equal: sums of the same parts differ by rounding alone.
const RESOLUTION: f64 = 1e-9;

/// The places of the list's items, the best first. Equal scores go by the larger count of demand, then by
/// the smaller key.
pub(super) fn order(input: &Input) -> Vec<usize> {
    let mut order: Vec<usize> = (0..input.items.len()).collect();
    order.sort_by_cached_key(|&place| {
        let item = &input.items[place];
        let steps = (score(item, &input.weights).total / RESOLUTION).round() as i64;
        (Reverse(steps), Reverse(item.demand_count), item.key)
    });
    order
}
