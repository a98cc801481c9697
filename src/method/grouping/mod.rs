//! Groups short texts without a model of any language: what belongs together, what a new text belongs to, what
//! says nearly the same, and which words a group is about.
//!
//! Pure functions on plain texts. The same texts and seed give the same bytes on any number of threads, and
//! texts in another order give the same answers in that order: all work is done on the distinct texts in
//! alphabetical order.
//!
//! Start with [`Corpus`] for what is learnt of words, [`propose`] for groups of a whole wall, [`Learner`] for
//! suggestions. What was tried and what it gave stands in `TRIED.md` beside this file.

mod bridge;
mod corpus;
mod duplicates;
mod filing;
mod hierarchy;
mod kmeans;
mod learner;
mod matrix;
pub mod measure;
mod mixture;
mod names;
mod neighbours;
mod propose;
mod regression;
mod script;
mod spectral;
mod terms;
#[cfg(test)]
mod tests;
mod topicality;
mod vocabulary;

pub use bridge::across_scripts;
pub use corpus::Corpus;
pub use duplicates::{differences, near_duplicates};
pub use learner::Learner;
pub use propose::{Proposals, propose, propose_knowing};

use rayon::prelude::*;

/// How a piece of work tells how far it is and hears whether to go on: `false` stops it.
pub type Progress<'a> = &'a mut dyn FnMut(u64, u64) -> bool;

/// What is to be grouped.
#[derive(Clone, Debug, Default)]
pub struct Wall<'a> {
    /// Texts that nobody has placed yet.
    pub loose: Vec<&'a str>,
    /// Texts that people have placed, each with its group's number.
    pub accepted: Vec<(&'a str, usize)>,
    /// Pairs of a loose text, by its place, and an accepted group, that people said no to.
    pub refused: Vec<(usize, usize)>,
    /// Other texts of the same kind, to learn words from.
    pub pile: Vec<&'a str>,
}

/// Which groups are asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wanted {
    /// So many, those of accepted texts among them.
    Number(usize),
    /// As many as the texts have by themselves, from few and wide (0) to many and narrow ([`GRAIN_MAX`]).
    Grain(u8),
    /// None but those of accepted texts.
    Accepted,
}

/// The finest grain; half of it is the usual one.
pub const GRAIN_MAX: u8 = 4;

/// Groups of the loose texts.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Grouping {
    /// Where each loose text lies; `None` where it has no words, or none that any other text has.
    pub placed: Vec<Option<Placed>>,
    /// The groups by their numbers: first those of accepted texts, in their order, then new ones, the largest
    /// first.
    pub groups: Vec<Group>,
}

/// Where a text lies.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Placed {
    /// Place in [`Grouping::groups`].
    pub group: usize,
    /// How far from the middle of its group, 0 (in it) to 1 (nothing in common).
    pub distance: f32,
}

/// A group.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Group {
    /// The number under which its accepted texts were given.
    pub accepted: Option<usize>,
    /// Up to three words that set it apart, the strongest first, in their commonest spelling.
    pub words: Vec<String>,
    /// The loose text nearest to its middle.
    pub central: Option<usize>,
    /// The group in another script that may mean the same, by its place.
    pub twin: Option<usize>,
}

/// Two texts that may say the same.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Pair {
    /// Place of the first.
    pub first: usize,
    /// Place of the second, behind the first.
    pub second: usize,
    /// How alike, 0 to 1.
    pub likeness: f32,
}

/// A group that a text may belong to.
#[derive(Clone, PartialEq, Debug)]
pub struct Suggestion {
    /// The group's number.
    pub group: usize,
    /// How likely, 0 to 1; over all groups it adds up to 1.
    pub score: f32,
    /// Words of the text that speak most for the group, the strongest first.
    pub words: Vec<String>,
}

/// The distinct texts in alphabetical order, each with how often it occurs.
fn canonical<'a>(texts: &[&'a str]) -> Vec<(&'a str, u32)> {
    let mut sorted = texts.to_vec();
    sorted.par_sort_unstable();
    let mut distinct: Vec<(&str, u32)> = Vec::new();
    for text in sorted {
        match distinct.last_mut() {
            Some((last, times)) if *last == text => *times += 1,
            _ => distinct.push((text, 1)),
        }
    }
    distinct
}
