//! The draws: how often each item came to each rank, and how often it beat the next.

use super::cell::Cell;
use super::{DRAWS_MAX, ITEMS_MAX, Input, weights};
use crate::method::random::Random;

/// After how many draws the caller is asked whether to go on.
const DRAWS_BETWEEN: u32 = 250;

/// Apart from every key that an item could have been given under the same seed, in all likelihood.
const WEIGHTS_KEY: u64 = 0x7765_6967_6874_7321;

/// What came of the draws. Rows are places of the order by score, not of the list that was given.
pub(super) struct Tally {
    /// How many draws were made.
    pub(super) draws: u32,
    /// For each place its row of counts by drawn rank.
    ranks: Vec<u32>,
    /// For each place how often it stood above the next.
    pub(super) beats: Vec<u32>,
    items: usize,
}

impl Tally {
    /// Makes the draws for the items of `order`. `None` when `progress`, told of the draws made and wanted,
    /// says no.
    pub(super) fn of(
        input: &Input,
        order: &[usize],
        progress: &mut dyn FnMut(u32, u32) -> bool,
    ) -> Option<Self> {
        let items = order.len();
        let draws = match items {
            1..=ITEMS_MAX => input.draws.min(DRAWS_MAX),
            _ => 0,
        };
        let rows = if draws == 0 { 0 } else { items };
        let mut tally = Self { draws, ranks: vec![0; rows * rows], beats: vec![0; rows], items };
        let mut draw = Draw::new(input, order);
        for done in 0..draws {
            if done % DRAWS_BETWEEN == 0 && !progress(done, draws) {
                return None;
            }
            draw.again();
            tally.count(&mut draw.values);
        }
        progress(draws, draws).then_some(tally)
    }

    fn count(&mut self, values: &mut [(u64, u32)]) {
        for (place, pair) in values.windows(2).enumerate() {
            self.beats[place] += u32::from(pair[0].0 > pair[1].0);
        }
        values.sort_unstable_by(|a, b| b.cmp(a));
        for (rank, &(_, place)) in values.iter().enumerate() {
            self.ranks[place as usize * self.items + rank] += 1;
        }
    }

    /// How often a place came to each rank, the best first; empty when nothing was drawn.
    pub(super) fn ranks(&self, place: usize) -> &[u32] {
        let from = place * self.items;
        self.ranks.get(from..from + self.items).unwrap_or(&[])
    }
}

/// One draw of all items, made again and again in the same room.
struct Draw {
    shares: [f64; 3],
    weights: Random,
    items: Vec<([Cell; 3], Random)>,
    /// The drawn score of each place, in an order that integers sort fast, and the place.
    values: Vec<(u64, u32)>,
}

impl Draw {
    fn new(input: &Input, order: &[usize]) -> Self {
        let items = order.iter().map(|&item| {
            let item = &input.items[item];
            (Cell::all_of(item), Random::keyed(input.seed, item.key))
        });
        Self {
            shares: input.weights.as_shares(),
            weights: Random::keyed(input.seed, WEIGHTS_KEY),
            items: items.collect(),
            values: Vec::with_capacity(order.len()),
        }
    }

    fn again(&mut self) {
        let weights = weights::draw(self.shares, &mut self.weights);
        self.values.clear();
        for (place, (cells, random)) in self.items.iter_mut().enumerate() {
            let mut total = 0.0;
            for (cell, weight) in cells.iter().zip(weights) {
                total += weight * cell.draw(random);
            }
            self.values.push((sortable(total, random.bits()), place as u32));
        }
    }
}

/// A score in steps of 2^-40, and below them 20 bits of chance, so that items which are equal in all that is
/// known take turns instead of one always winning.
fn sortable(total: f64, chance: u64) -> u64 {
    let steps = (total * (1u64 << 40) as f64) as u64;
    (steps.min((1 << 44) - 1) << 20) | (chance >> 44)
}
