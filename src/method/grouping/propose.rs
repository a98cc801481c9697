//! Groups of a whole wall: vectors, the graph of neighbours, its leading directions, groups around centres
//! there, and which of them belong together.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::bridge::Bridge;
use super::filing::file;
use super::hierarchy::{Merge, merges};
use super::kmeans::{Said, kmeans};
use super::matrix::{Rows, add, dot, unit};
use super::mixture::refine;
use super::names::names;
use super::neighbours::{graph, nearest, normalised};
use super::script::script;
use super::spectral::Spectrum;
use super::{Corpus, GRAIN_MAX, Group, Grouping, Placed, Progress, Wall, Wanted, canonical};
use crate::method::random::Random;

/// Neighbours of a text.
const NEIGHBOURS: usize = 20;

/// Texts whose neighbours are looked for; of more, a fair sample is grouped and the others are put to it.
const GRAPH_MAX: usize = 12_000;

/// Groups by which a word distribution can be told need so many texts each.
const MIXTURE_TEXTS_MIN: usize = 40;

/// At each grain groups merge that are tied so many times more than chance would tie them. At 1 modularity is
/// largest; the usual is twice that, since a wall is rather too finely sorted at first than too coarsely.
const TIED: [f64; GRAIN_MAX as usize + 1] = [1.0, 1.41, 2.0, 2.83, 4.0];

/// What was worked out, from which groups can be cut at once.
#[derive(Debug, Default)]
pub struct Proposals {
    corpus: Arc<Corpus>,
    /// The distinct texts.
    units: Vec<Unit>,
    vectors: Rows,
    /// The finest groups, numbered over all scripts; those of people come first.
    finest: Vec<Option<u32>>,
    /// How many of the finest groups there are.
    groups: usize,
    merges: Vec<Merge>,
    /// The numbers under which people's groups were given.
    accepted: Vec<usize>,
    /// Pairs of distinct texts and people's groups that were refused, rising.
    refused: Vec<(u32, u32)>,
    /// The distinct text of each loose one.
    loose: Vec<u32>,
    /// What goes from one script to the other, where there are two.
    bridge: Option<Bridge>,
    /// What was cut at each grain.
    cuts: [OnceLock<Grouping>; GRAIN_MAX as usize + 1],
}

#[derive(Clone, Debug, Default)]
struct Unit {
    text: String,
    /// Its terms, as far as the corpus knows them.
    terms: Vec<u32>,
    /// How many loose texts say it.
    times: u32,
    /// The group into which people have put it.
    placed: Option<u32>,
    /// The first loose text that says it.
    loose: Option<usize>,
}

/// Works out groups of the loose texts. `wanted` says how fine the finest are; coarser ones can be cut from the
/// answer. Groups are made for each script apart; accepted texts keep their groups, and refused pairs stay apart.
/// `None` when `progress` said to stop.
pub fn propose(wall: &Wall<'_>, wanted: Wanted, seed: u64, progress: Progress<'_>) -> Option<Proposals> {
    let all: Vec<&str> = wall.texts().chain(wall.pile.iter().copied()).collect();
    let corpus = Corpus::learn_words(&all, seed, &mut |done, all| progress(done, 2 * all))?;
    let mut later = |done: u64, all: u64| progress(all + done, 2 * all);
    propose_knowing(Arc::new(corpus), wall, wanted, seed, &mut later)
}

/// As [`propose`], with words that were learnt already; the pile of the wall is not looked at.
pub fn propose_knowing(
    corpus: Arc<Corpus>,
    wall: &Wall<'_>,
    wanted: Wanted,
    seed: u64,
    progress: Progress<'_>,
) -> Option<Proposals> {
    let mut proposals = Proposals::of(wall, corpus);
    let mut go_on = |done: u64| progress(done, 5);
    let mut parts: BTreeMap<Option<super::script::Script>, Vec<u32>> = BTreeMap::new();
    for (unit, at) in proposals.units.iter().zip(0..) {
        if proposals.vectors.row(at as usize).iter().any(|&value| value != 0.0) {
            parts.entry(script(&unit.text)).or_default().push(at);
        }
    }
    let parts: Vec<_> = parts.into_iter().collect();
    proposals.groups = proposals.accepted.len();
    let sizes: Vec<usize> = parts.iter().map(|(_, units)| units.len()).collect();
    let shares = match wanted {
        Wanted::Number(groups) => shared_out(groups.saturating_sub(proposals.accepted.len()), &sizes),
        Wanted::Grain(_) | Wanted::Accepted => vec![0; sizes.len()],
    };
    for (part, (_, units)) in parts.iter().enumerate() {
        let wanted = match wanted {
            Wanted::Number(_) => Wanted::Number(shares[part] + proposals.accepted.len()),
            Wanted::Grain(_) | Wanted::Accepted => wanted,
        };
        proposals.part(units, wanted, seed, &mut || go_on(part as u64 * 4 / parts.len() as u64))?;
    }
    if parts.len() > 1 {
        let units = &proposals.units;
        let texts: Vec<&str> = units.iter().map(|unit| unit.text.as_str()).collect();
        let together: Vec<Option<usize>> =
            units.iter().map(|unit| unit.placed.map(|group| group as usize)).collect();
        proposals.bridge = Some(Bridge::learn(&texts, &together));
    }
    progress(1, 1).then_some(proposals)
}

impl<'a> Wall<'a> {
    fn texts(&self) -> impl Iterator<Item = &'a str> {
        self.loose.iter().copied().chain(self.accepted.iter().map(|&(text, _)| text))
    }
}

impl Proposals {
    fn of(wall: &Wall<'_>, corpus: Arc<Corpus>) -> Self {
        let mut accepted: Vec<usize> = wall.accepted.iter().map(|&(_, group)| group).collect();
        accepted.sort_unstable();
        accepted.dedup();
        let texts: Vec<&str> = wall.texts().collect();
        let distinct = canonical(&texts);
        let place = |text: &str| distinct.binary_search_by_key(&text, |&(text, _)| text).unwrap_or(0);
        let blank = |&(text, _): &(&str, u32)| Unit { text: text.to_owned(), ..Unit::default() };
        let mut units: Vec<Unit> = distinct.iter().map(blank).collect();
        for &(text, group) in &wall.accepted {
            let group = accepted.binary_search(&group).unwrap_or(0) as u32;
            let placed = &mut units[place(text)].placed;
            // The smallest number, whatever the order.
            *placed = Some(placed.map_or(group, |other| other.min(group)));
        }
        let loose: Vec<u32> = wall.loose.par_iter().map(|text| place(text) as u32).collect();
        for (at, &unit) in loose.iter().enumerate() {
            units[unit as usize].times += 1;
            units[unit as usize].loose.get_or_insert(at);
        }
        let group = |group| accepted.binary_search(&group).ok().map(|group| group as u32);
        let mut refused: Vec<(u32, u32)> =
            wall.refused.iter().filter_map(|&(at, of)| Some((*loose.get(at)?, group(of)?))).collect();
        refused.sort_unstable();
        refused.dedup();
        let mut vectors = Rows::zero(units.len(), corpus.dimensions());
        let cols = vectors.cols.max(1);
        units.par_iter_mut().zip(vectors.data.par_chunks_mut(cols)).for_each(|(unit, row)| {
            let read = corpus.vocabulary().read(&unit.text);
            corpus.vector_of(&read, row);
            unit.terms = read.terms;
        });
        let finest = units.iter().map(|unit| unit.placed).collect();
        Self { corpus, vectors, finest, refused, loose, accepted, units, ..Self::default() }
    }

    /// Groups the texts of one script. `None` when `go_on` said no.
    fn part(
        &mut self,
        units: &[u32],
        wanted: Wanted,
        seed: u64,
        go_on: &mut dyn FnMut() -> bool,
    ) -> Option<()> {
        go_on().then_some(())?;
        let (graphed, others) = sample(units, &self.units, seed);
        let placed: Vec<Option<u32>> = graphed.iter().map(|&at| self.units[at as usize].placed).collect();
        let refused = self.refused_among(&graphed);
        let said = Said { groups: self.accepted.len(), placed: &placed, refused: &refused };
        let weights: Vec<f32> =
            graphed.iter().map(|&at| self.units[at as usize].times.clamp(1, 3) as f32).collect();
        let ties = graph(&nearest(&self.rows(&graphed), NEIGHBOURS));
        go_on().then_some(())?;
        let groups = match wanted {
            Wanted::Number(groups) => groups,
            // Twice the rule of thumb of K. Mardia, J. Kent, J. Bibby (1979): the root of half the texts.
            Wanted::Grain(_) => ((2 * graphed.len()) as f64).sqrt().round() as usize,
            Wanted::Accepted => said.groups,
        };
        let groups = groups.max(said.groups).min(graphed.len()).max(1);
        let leading = Spectrum::of(&normalised(ties.clone()), groups, seed, go_on)?.points(groups);
        let mut of = match wanted {
            Wanted::Number(_) | Wanted::Grain(_) => kmeans(&leading, &weights, groups, said, seed),
            Wanted::Accepted => file(&joined(&self.rows(&graphed), &leading), said),
        };
        go_on().then_some(())?;
        let groups = groups.max(said.groups);
        if graphed.len() >= MIXTURE_TEXTS_MIN * groups {
            let terms: Vec<&[u32]> =
                graphed.iter().map(|&at| self.units[at as usize].terms.as_slice()).collect();
            of = refine(&terms, self.corpus.vocabulary().terms(), &weights, of, groups, said);
        }
        let offset = self.groups - said.groups;
        let number = |group: u32| if (group as usize) < said.groups { group } else { group + offset as u32 };
        for merge in merges(&ties, &of, groups, said.groups) {
            self.merges.push(Merge { into: number(merge.into), from: number(merge.from), ..merge });
        }
        for (&at, &group) in graphed.iter().zip(&of) {
            self.finest[at as usize] = Some(number(group));
        }
        self.groups += groups - said.groups;
        self.put(&others, &graphed);
        Some(())
    }

    fn rows(&self, units: &[u32]) -> Rows {
        Rows::make(units.len(), self.vectors.cols, |at, row| {
            row.copy_from_slice(self.vectors.row(units[at] as usize));
        })
    }

    fn refused_among(&self, units: &[u32]) -> Vec<(u32, u32)> {
        let local = |&(unit, group): &(u32, u32)| Some((units.binary_search(&unit).ok()? as u32, group));
        self.refused.iter().filter_map(local).collect()
    }

    /// Puts further texts to the group with the nearest middle.
    fn put(&mut self, others: &[u32], graphed: &[u32]) {
        let mut middles = Rows::zero(self.groups, self.vectors.cols);
        for &at in graphed {
            if let Some(group) = self.finest[at as usize] {
                let range = group as usize * middles.cols..(group as usize + 1) * middles.cols;
                add(&mut middles.data[range], self.vectors.row(at as usize), 1.0);
            }
        }
        let middles = middles.unit();
        let best = |&at: &u32| {
            let vector = self.vectors.row(at as usize);
            let refuses = |group: usize| self.refused.binary_search(&(at, group as u32)).is_ok();
            let best = (0..self.groups)
                .filter(|&group| !refuses(group))
                .map(|group| (dot(vector, middles.row(group)), group))
                .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
            best.map(|(_, group)| group as u32)
        };
        let best: Vec<Option<u32>> = others.par_iter().map(best).collect();
        others.iter().zip(best).for_each(|(&at, best)| self.finest[at as usize] = best);
    }

    /// Cuts groups that are not finer than those that were worked out. A grain that was cut before costs nothing.
    pub fn cut(&self, wanted: Wanted) -> Grouping {
        match wanted {
            Wanted::Grain(grain) => {
                let cut = || self.grouped(wanted);
                self.cuts[usize::from(grain.min(GRAIN_MAX))].get_or_init(cut).clone()
            }
            Wanted::Number(_) | Wanted::Accepted => self.grouped(wanted),
        }
    }

    fn grouped(&self, wanted: Wanted) -> Grouping {
        let of = self.merged(wanted);
        let mut middles = Rows::zero(self.groups, self.vectors.cols);
        let mut sizes = vec![0_u32; self.groups];
        for ((unit, group), at) in self.units.iter().zip(&of).zip(0..) {
            let Some(group) = *group else { continue };
            let range = group as usize * middles.cols..(group as usize + 1) * middles.cols;
            add(&mut middles.data[range], self.vectors.row(at), unit.times.max(1) as f32);
            sizes[group as usize] += unit.times;
        }
        middles.data.chunks_exact_mut(middles.cols.max(1)).for_each(unit);
        let mut order: Vec<usize> =
            (0..self.groups).filter(|&group| group < self.accepted.len() || sizes[group] > 0).collect();
        // The sort keeps the order of equals, which is that of their first texts as far as it is one.
        order[self.accepted.len()..].sort_by_key(|&group| std::cmp::Reverse(sizes[group]));
        let mut place = vec![0; self.groups];
        order.iter().enumerate().for_each(|(at, &group)| place[group] = at);
        let near = |unit: usize, group: u32| dot(self.vectors.row(unit), middles.row(group as usize));
        let put = |&unit: &u32| {
            let group = of[unit as usize]?;
            let distance = (1.0 - near(unit as usize, group)).clamp(0.0, 1.0);
            Some(Placed { group: place[group as usize], distance })
        };
        let placed = self.loose.iter().map(put).collect();
        let mut central: Vec<Option<(f32, usize)>> = vec![None; order.len()];
        for ((unit, group), at) in self.units.iter().zip(&of).zip(0..) {
            let (Some(group), Some(loose)) = (*group, unit.loose) else { continue };
            let (best, near) = (&mut central[place[group as usize]], near(at, group));
            if best.is_none_or(|(most, _)| near > most) {
                *best = Some((near, loose));
            }
        }
        let texts: Vec<(&str, u32)> = self
            .units
            .iter()
            .zip(&of)
            .filter_map(|(unit, group)| Some((unit.text.as_str(), place[(*group)? as usize] as u32)))
            .collect();
        let words = names(&texts, order.len(), &self.corpus);
        let twins = self.twins(&texts, order.len());
        let group = |(at, words): (usize, Vec<String>)| Group {
            accepted: self.accepted.get(at).copied(),
            words,
            central: central[at].map(|(_, loose)| loose),
            twin: twins[at],
        };
        Grouping { placed, groups: words.into_iter().enumerate().map(group).collect() }
    }

    /// The group of the other script that may mean the same as each.
    fn twins(&self, texts: &[(&str, u32)], groups: usize) -> Vec<Option<usize>> {
        let Some(bridge) = &self.bridge else { return vec![None; groups] };
        let mut sets = vec![Vec::new(); groups];
        texts.iter().for_each(|&(text, group)| sets[group as usize].push(text));
        bridge.twins(&sets)
    }

    /// The group of each distinct text after the merges that are asked for.
    fn merged(&self, wanted: Wanted) -> Vec<Option<u32>> {
        let mut into: Vec<u32> = (0..self.groups as u32).collect();
        let mut merges = self.merges.clone();
        match wanted {
            Wanted::Grain(grain) => {
                let tied = TIED[usize::from(grain.min(GRAIN_MAX))];
                // A weaker merge can make a stronger one possible, which then counts as well.
                let last = merges.iter().rposition(|merge| merge.tied >= tied).map_or(0, |at| at + 1);
                merges.truncate(last);
            }
            Wanted::Number(groups) => {
                merges.sort_by(|a, b| b.tied.total_cmp(&a.tied));
                merges.truncate(self.groups.saturating_sub(groups));
            }
            Wanted::Accepted => {}
        }
        for merge in merges {
            into.iter_mut().filter(|group| **group == merge.from).for_each(|group| *group = merge.into);
        }
        self.finest.iter().map(|group| group.map(|group| into[group as usize])).collect()
    }
}

/// Shares `all` out by size: first the whole parts, then by the largest remainders (A. Hamilton, 1792).
fn shared_out(all: usize, sizes: &[usize]) -> Vec<usize> {
    let sum = sizes.iter().sum::<usize>().max(1);
    let mut shares: Vec<usize> = sizes.iter().map(|size| all * size / sum).collect();
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by_key(|&at| (std::cmp::Reverse(all * sizes[at] % sum), at));
    let left = all - shares.iter().sum::<usize>();
    order.into_iter().take(left).for_each(|at| shares[at] += 1);
    shares
}

/// Two tables side by side, the second at half weight: what words say and where the graph puts a text.
fn joined(points: &Rows, leading: &Rows) -> Rows {
    Rows::make(points.len(), points.cols + leading.cols, |at, row| {
        row[..points.cols].copy_from_slice(points.row(at));
        add(&mut row[points.cols..], leading.row(at), 0.5);
    })
    .unit()
}

/// A fair sample with all that people have placed, and the rest; both rising.
fn sample(units: &[u32], all: &[Unit], seed: u64) -> (Vec<u32>, Vec<u32>) {
    if units.len() <= GRAPH_MAX {
        return (units.to_vec(), Vec::new());
    }
    let mut drawn: Vec<(bool, u64, u32)> = units
        .iter()
        .map(|&at| (all[at as usize].placed.is_none(), Random::keyed(seed, u64::from(at)).bits(), at))
        .collect();
    drawn.sort_unstable();
    let mut others: Vec<u32> = drawn.split_off(GRAPH_MAX).into_iter().map(|(_, _, at)| at).collect();
    let mut drawn: Vec<u32> = drawn.into_iter().map(|(_, _, at)| at).collect();
    drawn.sort_unstable();
    others.sort_unstable();
    (drawn, others)
}
