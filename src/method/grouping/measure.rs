//! How well groups agree with labels, for measuring the rest: numbers, no opinions.

use std::collections::BTreeMap;

/// How often each pair of label and group occurs, and each by itself.
struct Table {
    pairs: BTreeMap<(usize, usize), f64>,
    labels: BTreeMap<usize, f64>,
    groups: BTreeMap<usize, f64>,
    all: f64,
}

impl Table {
    fn of(labels: &[usize], groups: &[usize]) -> Self {
        let mut table =
            Self { pairs: BTreeMap::new(), labels: BTreeMap::new(), groups: BTreeMap::new(), all: 0.0 };
        for (&label, &group) in labels.iter().zip(groups) {
            *table.pairs.entry((label, group)).or_default() += 1.0;
            *table.labels.entry(label).or_default() += 1.0;
            *table.groups.entry(group).or_default() += 1.0;
            table.all += 1.0;
        }
        table
    }
}

/// The adjusted Rand index of two partitions, 1 when they are the same, about 0 by chance: L. Hubert,
/// P. Arabie (1985). 1 where both are trivial.
pub fn adjusted_rand(labels: &[usize], groups: &[usize]) -> f64 {
    let table = Table::of(labels, groups);
    let pairs = |n: &f64| n * (n - 1.0) / 2.0;
    let both: f64 = table.pairs.values().map(pairs).sum();
    let by_label: f64 = table.labels.values().map(pairs).sum();
    let by_group: f64 = table.groups.values().map(pairs).sum();
    let expected = by_label * by_group / pairs(&table.all).max(1.0);
    let most = (by_label + by_group) / 2.0;
    if most == expected { 1.0 } else { (both - expected) / (most - expected) }
}

/// Normalised mutual information, 0..=1, over the mean of both entropies: A. Strehl, J. Ghosh (2002), T. Kvålseth
/// (1987). 1 where both are trivial.
pub fn mutual_information(labels: &[usize], groups: &[usize]) -> f64 {
    let table = Table::of(labels, groups);
    let entropy = |counts: &BTreeMap<usize, f64>| -> f64 {
        counts.values().map(|n| -n / table.all * (n / table.all).ln()).sum()
    };
    let shared: f64 = table
        .pairs
        .iter()
        .map(|(&(label, group), n)| {
            n / table.all * (n * table.all / (table.labels[&label] * table.groups[&group])).ln()
        })
        .sum();
    let mean = (entropy(&table.labels) + entropy(&table.groups)) / 2.0;
    if mean == 0.0 { 1.0 } else { (shared / mean).clamp(0.0, 1.0) }
}

/// B-cubed precision, recall and their harmonic mean: A. Bagga, B. Baldwin (1998).
pub fn b_cubed(labels: &[usize], groups: &[usize]) -> (f64, f64, f64) {
    let table = Table::of(labels, groups);
    let over = |whole: &dyn Fn(usize, usize) -> f64| -> f64 {
        let share = |(&(label, group), n): (&(usize, usize), &f64)| n * n / whole(label, group);
        table.pairs.iter().map(share).sum::<f64>() / table.all.max(1.0)
    };
    let precision = over(&|_, group| table.groups[&group]);
    let recall = over(&|label, _| table.labels[&label]);
    let both = precision + recall;
    (precision, recall, if both == 0.0 { 0.0 } else { 2.0 * precision * recall / both })
}
