//! A live ranking that says how sure it is. The order comes from a weighted sum of three criteria; the rank
//! interval, the chances and the tie bands come from drawing the whole ranking again many times with what is
//! not known for certain (weights, scores, counts) left to vary.
//!
//! **Unknown is not zero.** A criterion that nobody has filled in stands in the score with the mid-point of
//! its scale, and in the draws with anything from one end of it to the other: such an item does not sink, its
//! rank interval grows wide.
//!
//! Every item brings a key of its own from which its numbers are drawn, so that neither the order in which
//! items are given nor an item more or less changes them. Source of the idea: stochastic multicriteria
//! acceptability analysis, R. Lahdelma, P. Salminen, "SMAA-2", Operations Research 49 (2001).
//!
//! Start with [`rank`]; [`swing`] says what would change the top.

mod cell;
mod order;
mod stability;
mod swing;
mod tally;
#[cfg(test)]
mod tests;
mod weights;

pub use order::{Score, score};
pub use stability::{Ranked, Row, rank};
pub use swing::{Criterion, Swing, swing};
pub use weights::Weights;

/// The most draws that are made, whatever was asked: a chance is then known to a third of a percent.
pub const DRAWS_MAX: u32 = 100_000;

/// The most items that are drawn for, since the tally of ranks grows with their square. A longer list is
/// ordered, and nothing is claimed of its stability, as with no draws.
pub const ITEMS_MAX: usize = 1_000;

/// What is ranked.
#[derive(Clone, PartialEq, Debug)]
pub struct Item {
    /// Names the item; no two items of a list share a key, and it stays when the list changes.
    pub key: u64,
    /// Demand on a scale of 0 to 1; `None` is unknown, not nought.
    pub demand: Option<f64>,
    /// The count that the demand was worked out from. It gives the sampling error of the demand and decides
    /// between equal scores; without it the demand is taken as certain.
    pub demand_count: Option<u64>,
    /// What it would change for residents, 1 to 5; `None` is unknown.
    pub impact: Option<Estimate>,
    /// How well it can be done, 1 to 5; `None` is unknown.
    pub feasibility: Option<Estimate>,
}

/// A score from 1 to 5 with how far it may be off. Ends beyond the scale count as its ends, a mode outside
/// its ends as the nearer end, and an estimate that is no number as unknown.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Estimate {
    /// At worst.
    pub low: f64,
    /// Most likely; the score is made from this alone, so that weak evidence makes an item neither better
    /// nor worse, only less certain.
    pub mode: f64,
    /// At best.
    pub high: f64,
}

/// All that a ranking is made from; the same input gives the same bytes.
#[derive(Clone, PartialEq, Debug)]
pub struct Input {
    /// What is ranked, in any order.
    pub items: Vec<Item>,
    /// The agreed weights.
    pub weights: Weights,
    /// How often the ranking is drawn again; at most [`DRAWS_MAX`]. With none the order stands, and nothing is
    /// claimed of its stability.
    pub draws: u32,
    /// Any number; the same gives the same draws.
    pub seed: u64,
}
