//! From many narrow groups to few wide ones, by putting together the two that the graph of neighbours ties
//! most, again and again.
//!
//! How much two groups are tied is the weight of the edges between them over what chance would put there: the
//! ratio whose excess over 1 modularity adds up (M. Newman, M. Girvan, 2004). Where to stop is the resolution:
//! J. Reichardt, S. Bornholdt (2006). So how many groups there are follows from the texts.

use super::matrix::Sparse;

/// Two groups became one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Merge {
    /// The one that stays.
    pub(super) into: u32,
    /// The one that goes.
    pub(super) from: u32,
    /// How many times more they are tied than chance would tie them.
    pub(super) tied: f64,
}

/// All merges of `groups`, in their order. Those below `kept` are people's and take no part: what a group is
/// called by people stays true of all that is proposed for it.
pub(super) fn merges(graph: &Sparse, of: &[u32], groups: usize, kept: usize) -> Vec<Merge> {
    let mut ties = vec![0.0_f64; groups * groups];
    for at in 0..graph.len() {
        for (to, weight) in graph.entries(at) {
            ties[of[at] as usize * groups + of[to] as usize] += f64::from(weight);
        }
    }
    let mut sums: Vec<f64> = (0..groups).map(|a| ties[a * groups..(a + 1) * groups].iter().sum()).collect();
    let all: f64 = sums.iter().sum();
    let mut alive: Vec<usize> = (kept..groups).filter(|&a| sums[a] > 0.0).collect();
    let mut merges = Vec::new();
    loop {
        let mut best: Option<(f64, usize, usize)> = None;
        for (place, &a) in alive.iter().enumerate() {
            for &b in &alive[place + 1..] {
                let chance = sums[a] * sums[b];
                let tied = if chance > 0.0 { ties[a * groups + b] * all / chance } else { 0.0 };
                if tied > 0.0 && best.is_none_or(|(most, _, _)| tied > most) {
                    best = Some((tied, a, b));
                }
            }
        }
        let Some((tied, into, from)) = best else { return merges };
        merges.push(Merge { into: into as u32, from: from as u32, tied });
        for other in 0..groups {
            ties[into * groups + other] += ties[from * groups + other];
        }
        for other in 0..groups {
            ties[other * groups + into] += ties[other * groups + from];
        }
        sums[into] += sums[from];
        alive.retain(|&group| group != from);
    }
}
