//! What would change the top: the smallest change of one weight that lets the second pass the first.

use super::cell::Cell;
use super::{Input, Ranked};

/// What an item is ranked by.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Criterion {
    /// How many ask for it.
    Demand,
    /// What it would change for residents.
    Impact,
    /// How well it can be done.
    Feasibility,
}

/// A change of one weight, the others keeping their proportions.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Swing {
    /// Whose weight.
    pub criterion: Criterion,
    /// Its share now, 0 to 1.
    pub from: f64,
    /// The share at which first and second are level, 0 to 1; beyond it they have changed places. Equal to
    /// `from` when they are level already.
    pub to: f64,
}

const CRITERIA: [Criterion; 3] = [Criterion::Demand, Criterion::Impact, Criterion::Feasibility];

/// Differences below this are rounding.
const NOUGHT: f64 = 1e-9;

/// The smallest change of a single weight that swaps ranks 1 and 2, the other weights scaled in proportion
/// (equally, when they are nought). `None` when no weight can: the first is as good or better in everything
/// that could be made to count, or there are fewer than two.
pub fn swing(input: &Input, ranked: &Ranked) -> Option<Swing> {
    let &[first, second, ..] = ranked.order.as_slice() else { return None };
    let (first, second) = (input.items.get(first)?, input.items.get(second)?);
    let (first, second) = (Cell::all_of(first), Cell::all_of(second));
    let leads = [0, 1, 2].map(|j| first[j].point() - second[j].point());
    let shares = input.weights.as_shares();
    let found = (0..3).filter_map(|j| level(leads, shares, j).map(|to| (j, to)));
    found
        .min_by(|a, b| (a.1 - shares[a.0]).abs().total_cmp(&(b.1 - shares[b.0]).abs()))
        .map(|(j, to)| Swing { criterion: CRITERIA[j], from: shares[j], to })
}

/// The share of criterion `j` at which the leads add up to nought, if the second is ahead beyond it.
///
/// With the share at t the lead is t·d + (1 - t)·r, where d is the lead in j and r the lead in the others at
/// their present proportions; this is linear, so one end decides whether the second ever gets ahead.
fn level(leads: [f64; 3], shares: [f64; 3], j: usize) -> Option<f64> {
    let others: f64 = (0..3).filter(|&k| k != j).map(|k| shares[k]).sum();
    let part = |k: usize| if others > 0.0 { shares[k] / others } else { 0.5 };
    let rest: f64 = (0..3).filter(|&k| k != j).map(|k| part(k) * leads[k]).sum();
    if leads[j] >= -NOUGHT && rest >= -NOUGHT {
        return None;
    }
    let slope = rest - leads[j];
    (slope.abs() > NOUGHT).then(|| (rest / slope).clamp(0.0, 1.0))
}
