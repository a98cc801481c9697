//! How well short texts are grouped and suggested, measured on labelled sets: every CSV file with the columns `text`
//! and `label` in one folder. The same files give the same numbers on any number of threads.
//!
//! `cargo run --release --example grouping [FOLDER]`; `benches/grouping.rs` has the times. What is measured stands in
//! [`Measure`], what it is measured against in [`GOALS`]. A text that is put nowhere counts as a group of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use viche::exchange::table::Table;
use viche::method::grouping::measure::{adjusted_rand, b_cubed, mutual_information};
use viche::method::grouping::{Corpus, GRAIN_MAX, Grouping, Learner, Wall, Wanted, propose};
use viche::method::random::Random;
use viche::text::Clean;

/// Where the sets lie if no folder is named.
const FOLDER: &str = "../shared/data/grouping";

/// What is known to be reached, and what is aimed at: set, measure, bound, aim.
const GOALS: &[(&str, Measure, f64, f64)] = &[
    ("banking77", Measure::KnownRand, 0.42, 0.55),
    ("sib200_ukr", Measure::KnownRand, 0.25, 0.32),
    ("cpv_uk", Measure::KnownRand, 0.16, 0.20),
    ("banking77", Measure::FreeBCubed, 0.46, 0.57),
    ("banking77", Measure::InThree, 0.90, 0.94),
    ("sib200_ukr", Measure::InThree, 0.74, 0.80),
    ("cpv_uk", Measure::InThree, 0.63, 0.68),
    ("banking77", Measure::OneAccepted, 0.53, 0.60),
    ("sib200_ukr", Measure::OneAccepted, 0.24, 0.32),
    ("banking77", Measure::WallAlone, 0.62, 0.75),
];

/// The seed that the program takes by itself, and the ones over which a mean is taken.
const SEED: u64 = 1;
const SEEDS: [u64; 3] = [1, 2, 3];

/// Groups are told to be as fine as the program makes them by itself.
const USUAL: Wanted = Wanted::Grain(GRAIN_MAX / 2);

/// Share of the rows, in percent, that suggestions are learnt from; the others are asked about.
const LEARNT: usize = 85;
/// Rows of each label that people have accepted, of those that are learnt from.
const ACCEPTED_EACH: usize = 10;
const SUGGESTIONS: usize = 3;

const WALLS: u64 = 10;
const WALL_GROUPS: usize = 10;
const WALL_NOTES_EACH: usize = 20;

/// A row of what is printed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Measure {
    KnownInformation,
    KnownRand,
    KnownBCubed,
    FreeGroups,
    FreeBCubed,
    FreeRand,
    First,
    InThree,
    OneAccepted,
    WallAlone,
    WallWithPile,
}

impl Measure {
    fn name(self) -> &'static str {
        match self {
            Self::KnownInformation => "number of groups known: NMI",
            Self::KnownRand => "number of groups known: ARI",
            Self::KnownBCubed => "number of groups known: B-cubed F1",
            Self::FreeGroups => "number unknown: groups found",
            Self::FreeBCubed => "number unknown: B-cubed F1",
            Self::FreeRand => "number unknown: ARI",
            Self::First => "10 accepted a group: first suggestion right",
            Self::InThree => "10 accepted a group: right one in three",
            Self::OneAccepted => "1 accepted a group: share filed right",
            Self::WallAlone => "small walls, nothing else loaded: ARI",
            Self::WallWithPile => "small walls, the rest as pile: ARI",
        }
    }
}

/// Texts, and for each the number of its label, which counts from 0.
struct Set {
    name: String,
    texts: Vec<Clean>,
    labels: Vec<usize>,
    /// How many labels there are.
    groups: usize,
    /// Rows without a text or a label, which are not measured.
    left_out: usize,
}

fn main() {
    let folder = std::env::args().nth(1).map_or_else(|| PathBuf::from(FOLDER), PathBuf::from);
    let files = files(&folder);
    if files.is_empty() {
        println!("Nothing was measured: there are no CSV files in {}.", folder.display());
    }
    for file in files {
        match Set::read(&file) {
            Ok(set) => measure(&set),
            Err(why) => println!("{} is left out: {why}.\n", file.display()),
        }
    }
}

/// The CSV files of a folder, by their names; none where there is no such folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_csv = |path: &PathBuf| path.extension().is_some_and(|end| end.eq_ignore_ascii_case("csv"));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_csv).collect();
    files.sort_unstable();
    files
}

impl Set {
    /// Reads a file, or says in words why it can't be measured.
    fn read(file: &Path) -> Result<Self, String> {
        let bytes = fs::read(file).map_err(|error| error.to_string())?;
        let columns = ["text", "label"];
        let table = Table::read(&bytes, &columns).map_err(|problem| problem.to_string())?;
        let column = |name| Ok(table.texts(table.column(name)?));
        let [texts, labels] = columns.map(column);
        let rows = texts.and_then(|texts| Ok(texts.into_iter().zip(labels?)));
        let rows: Vec<_> =
            rows.map_err(|problem: viche::exchange::requests::Problem| problem.to_string())?.collect();
        let all = rows.len();
        let (texts, names): (Vec<Clean>, Vec<Clean>) =
            rows.into_iter().filter(|(text, label)| !text.is_empty() && !label.is_empty()).unzip();
        if texts.is_empty() {
            return Err("it has no row with a text and a label".to_owned());
        }
        let mut numbers = BTreeMap::new();
        let number = |name: &Clean| {
            let next = numbers.len();
            *numbers.entry(name.to_string()).or_insert(next)
        };
        let labels = names.iter().map(number).collect();
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Self { name, groups: numbers.len(), left_out: all - texts.len(), texts, labels })
    }

    fn texts(&self) -> Vec<&str> {
        self.texts.iter().map(Clean::as_str).collect()
    }

    /// Prints one row: for the program's own seed, the mean over all seeds if there are more, the bound and the aim.
    fn tell(&self, measure: Measure, values: &[f64]) {
        let digits = if measure == Measure::FreeGroups { 0 } else { 3 };
        let number = |value: Option<f64>| value.map_or("-".to_owned(), |value| format!("{value:.digits$}"));
        let goal = GOALS.iter().find(|(set, of, ..)| *set == self.name && *of == measure);
        let several = (values.len() > 1).then(|| mean(values));
        let (bound, aim) = (goal.map(|goal| goal.2), goal.map(|goal| goal.3));
        let cells = [values.first().copied(), several, bound, aim].map(number);
        println!("  {:<44}{}", measure.name(), cells.map(|cell| format!("{cell:>10}")).concat());
    }
}

fn measure(set: &Set) {
    println!("{}: {} texts, {} groups", set.name, set.texts.len(), set.groups);
    if set.left_out > 0 {
        println!("  {} rows without a text or a label are left out.", set.left_out);
    }
    println!("  {:<44}{:>10}{:>10}{:>10}{:>10}", "", "seed 1", "mean 1-3", "bound", "aim");
    known(set);
    free(set);
    suggestions(set);
    one_accepted(set);
    small_walls(set);
    println!();
}

fn known(set: &Set) {
    let groups = SEEDS.map(|seed| flat(&grouped(&whole(set), Wanted::Number(set.groups), seed)));
    set.tell(Measure::KnownInformation, &groups.each_ref().map(|of| mutual_information(&set.labels, of)));
    set.tell(Measure::KnownRand, &groups.each_ref().map(|of| adjusted_rand(&set.labels, of)));
    set.tell(Measure::KnownBCubed, &groups.each_ref().map(|of| b_cubed(&set.labels, of).2));
}

fn free(set: &Set) {
    let groupings = SEEDS.map(|seed| grouped(&whole(set), USUAL, seed));
    let groups = groupings.each_ref().map(flat);
    set.tell(Measure::FreeGroups, &groupings.map(|grouping| grouping.groups.len() as f64));
    set.tell(Measure::FreeBCubed, &groups.each_ref().map(|of| b_cubed(&set.labels, of).2));
    set.tell(Measure::FreeRand, &groups.each_ref().map(|of| adjusted_rand(&set.labels, of)));
}

/// In the order of the file: the first rows are learnt from, and of these a few of each label are accepted; the last
/// rows are asked about.
fn suggestions(set: &Set) {
    let texts = set.texts();
    let (learnt, asked) = texts.split_at(texts.len() * LEARNT / 100);
    let mut taken = vec![0; set.groups];
    let mut accepted: Vec<(&str, usize)> = Vec::new();
    for (&text, &label) in learnt.iter().zip(&set.labels) {
        taken[label] += 1;
        if taken[label] <= ACCEPTED_EACH {
            accepted.push((text, label));
        }
    }
    let corpus = Corpus::learn(learnt, SEED, &mut |_, _| true).unwrap_or_default();
    let learner = Learner::learn(Arc::new(corpus), &accepted, &mut |_, _| true).unwrap_or_default();
    let (mut first, mut in_three) = (0, 0);
    for (text, &label) in asked.iter().zip(&set.labels[learnt.len()..]) {
        let suggested = learner.suggest(text, SUGGESTIONS);
        first += usize::from(suggested.first().is_some_and(|one| one.group == label));
        in_three += usize::from(suggested.iter().any(|one| one.group == label));
    }
    set.tell(Measure::First, &[share(first, asked.len())]);
    set.tell(Measure::InThree, &[share(in_three, asked.len())]);
}

/// The first row of each label is accepted, and all others are filed into these groups.
fn one_accepted(set: &Set) {
    let mut wall = Wall::default();
    let mut asked = Vec::new();
    let mut seen = vec![false; set.groups];
    for (text, &label) in set.texts().into_iter().zip(&set.labels) {
        if std::mem::replace(&mut seen[label], true) {
            wall.loose.push(text);
            asked.push(label);
        } else {
            wall.accepted.push((text, label));
        }
    }
    let grouping = grouped(&wall, Wanted::Accepted, SEED);
    let filed = grouping.placed.iter().map(|placed| grouping.groups[(*placed)?.group].accepted);
    let right = filed.zip(&asked).filter(|(group, label)| *group == Some(**label)).count();
    set.tell(Measure::OneAccepted, &[share(right, asked.len())]);
}

/// Walls of some notes of some labels each, drawn from the whole set.
fn small_walls(set: &Set) {
    let mut rows = vec![Vec::new(); set.groups];
    set.labels.iter().enumerate().for_each(|(row, &label)| rows[label].push(row));
    rows.retain(|of| of.len() >= WALL_NOTES_EACH);
    if rows.len() < 2 {
        println!("  Small walls are left out: fewer than two labels have {WALL_NOTES_EACH} texts.");
        return;
    }
    let walls: Vec<Vec<usize>> =
        (0..WALLS).map(|wall| drawn(&rows, &mut Random::keyed(SEED, wall))).collect();
    let alone: Vec<f64> = walls.iter().map(|wall| wall_rand(set, wall, false)).collect();
    set.tell(Measure::WallAlone, &[mean(&alone)]);
    let with_pile: Vec<f64> = walls.iter().map(|wall| wall_rand(set, wall, true)).collect();
    set.tell(Measure::WallWithPile, &[mean(&with_pile)]);
}

/// The rows of one wall, label by label.
fn drawn(rows: &[Vec<usize>], random: &mut Random) -> Vec<usize> {
    let mut groups = rows.to_vec();
    shuffle(&mut groups, random);
    groups.truncate(WALL_GROUPS);
    for of in &mut groups {
        shuffle(of, random);
        of.truncate(WALL_NOTES_EACH);
    }
    groups.concat()
}

/// R. Durstenfeld, CACM 7 (1964).
fn shuffle<T>(things: &mut [T], random: &mut Random) {
    for at in (1..things.len()).rev() {
        things.swap(at, (random.unit() * (at + 1) as f64) as usize);
    }
}

fn wall_rand(set: &Set, rows: &[usize], with_pile: bool) -> f64 {
    let texts = set.texts();
    let labels: Vec<usize> = rows.iter().map(|&row| set.labels[row]).collect();
    let groups = labels.chunk_by(|a, b| a == b).count();
    let on_wall: BTreeSet<usize> = rows.iter().copied().collect();
    let rest = || (0..texts.len()).filter(|row| !on_wall.contains(row)).map(|row| texts[row]);
    let pile = if with_pile { rest().collect() } else { Vec::new() };
    let wall = Wall { loose: rows.iter().map(|&row| texts[row]).collect(), pile, ..Wall::default() };
    adjusted_rand(&labels, &flat(&grouped(&wall, Wanted::Number(groups), SEED)))
}

/// All texts of a set, none of them placed.
fn whole(set: &Set) -> Wall<'_> {
    Wall { loose: set.texts(), ..Wall::default() }
}

fn grouped(wall: &Wall<'_>, wanted: Wanted, seed: u64) -> Grouping {
    propose(wall, wanted, seed, &mut |_, _| true).unwrap_or_default().cut(wanted)
}

/// The group of each text; one that is put nowhere gets a number of its own.
fn flat(grouping: &Grouping) -> Vec<usize> {
    let alone = (grouping.groups.len()..).zip(&grouping.placed);
    alone.map(|(alone, placed)| placed.map_or(alone, |placed| placed.group)).collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// What share of all that is; 0 of none.
fn share(part: usize, all: usize) -> f64 {
    part as f64 / all.max(1) as f64
}
