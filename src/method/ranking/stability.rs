//! How sure each rank is: its interval, its chances and its tie band.

use super::order::{order, score};
use super::tally::Tally;
use super::{Input, Item};

/// A ranked list.
#[derive(Clone, PartialEq, Debug)]
pub struct Ranked {
    /// Indices of the items as they were given, the best first.
    pub order: Vec<usize>,
    /// The same with what is known of each, the best first.
    pub rows: Vec<Row>,
}

/// One item in its rank. Ranks count from 1.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Row {
    /// The index of the item as it was given.
    pub item: usize,
    /// Its score, 0 to 1.
    pub score: f64,
    /// The best rank of its 90 % interval: in at most 5 % of the draws it came higher. The interval always
    /// holds the rank by score.
    pub low_rank: u32,
    /// The worst rank of its 90 % interval: in at most 5 % of the draws it came lower.
    pub high_rank: u32,
    /// The rank in the middle of its draws.
    pub median_rank: u32,
    /// The chance that it is among the first three, 0 to 1.
    pub top3: f64,
    /// The chance that it stands above the next row, 0 to 1; 1 for the last, which has none to beat.
    pub beats_next: f64,
    /// First and last rank of its tie band: neighbours that can't be told apart, chained. A band of one is
    /// its own rank twice.
    pub band: (u32, u32),
}

/// From this chance on an item is told apart from the next.
const TOLD_APART: f64 = 0.8;

/// Ranks the items and says how stable each rank is.
///
/// `progress` is told of the draws made and wanted; when it returns false the work stops and `None` comes
/// back. Without draws, or with more than [`super::ITEMS_MAX`] items, nothing is claimed: intervals are as
/// wide as the list, neighbours beat each other every second time, and all is one band.
pub fn rank(input: &Input, progress: &mut dyn FnMut(u32, u32) -> bool) -> Option<Ranked> {
    let order = order(input);
    let tally = Tally::of(input, &order, progress)?;
    let mut rows: Vec<Row> =
        order.iter().enumerate().map(|(place, &item)| row(input, &tally, place, item, order.len())).collect();
    band(&mut rows);
    Some(Ranked { order, rows })
}

fn row(input: &Input, tally: &Tally, place: usize, index: usize, items: usize) -> Row {
    let item: &Item = &input.items[index];
    let rank = place as u32 + 1;
    let mut row = Row {
        item: index,
        score: score(item, &input.weights).total,
        low_rank: 1,
        high_rank: items as u32,
        median_rank: rank,
        top3: 3f64.min(items as f64) / items as f64,
        beats_next: 0.5,
        band: (rank, rank),
    };
    if tally.draws > 0 {
        let ranks = tally.ranks(place);
        row.low_rank = rank_at(ranks, tally.draws, 1).min(rank);
        row.median_rank = rank_at(ranks, tally.draws, 10);
        row.high_rank = rank_at(ranks, tally.draws, 19).max(rank);
        row.top3 = ranks.iter().take(3).map(|&n| f64::from(n)).sum::<f64>() / f64::from(tally.draws);
        row.beats_next = f64::from(tally.beats[place]) / f64::from(tally.draws);
    }
    if place + 1 == items {
        row.beats_next = 1.0;
    }
    row
}

/// The first rank by which `twentieths` of the draws are reached.
fn rank_at(ranks: &[u32], draws: u32, twentieths: u64) -> u32 {
    let mut so_far = 0u64;
    let at = ranks.iter().position(|&n| {
        so_far += u64::from(n);
        so_far * 20 >= u64::from(draws) * twentieths
    });
    at.map_or(ranks.len(), |at| at + 1) as u32
}

fn band(rows: &mut [Row]) {
    let mut first = 0;
    for place in 0..rows.len() {
        if rows[place].beats_next < TOLD_APART {
            continue;
        }
        let band = (first as u32 + 1, place as u32 + 1);
        for row in &mut rows[first..=place] {
            row.band = band;
        }
        first = place + 1;
    }
}
