//! `viche suggest`: a CSV file with up to three groups behind each text that it may belong to.

use std::sync::Arc;

use super::accepted::Accepted;
use super::args::Suggest;
use super::filed::share;
use super::group::LABEL;
use super::place::Place;
use super::progress;
use super::say::{self, Fail, Notes};
use super::tables::{self, Input};
use crate::method::grouping::{Corpus, Learner};
use crate::runtime::Problem;
use crate::text::Clean;
use crate::words::{Args, Words};

/// Most suggestions for a text, and how many columns they take.
const SUGGESTIONS_MAX: usize = 3;
const CELLS: usize = SUGGESTIONS_MAX * 2;

/// Suggests groups for the texts.
pub(super) fn run(asked: &Suggest, place: &Place) -> Result<u8, Fail> {
    let words = place.words();
    let mut notes = Notes::new(&words);
    let bytes = tables::open(&asked.texts.file, &words)?;
    let input = Input::read(&bytes, &asked.texts, &mut notes)?;
    let label = asked.label.as_deref().unwrap_or(LABEL);
    let accepted = Accepted::read(&asked.accepted, &input.column, label, &mut notes)?;
    let pile = tables::pile(&asked.texts.pile, &input.column, &mut notes)?;
    let names = input.free_names(std::array::from_fn(column), &mut notes);
    let seed = asked.texts.seed;
    notes.tell("cli-table-seed", Args::new().with("seed", seed.to_string()));
    notes.say();
    let pile: Vec<&str> = pile.iter().map(Clean::as_str).collect();
    let Some(learner) = learn(&accepted.texts(), &pile, seed, &words) else {
        progress::clear();
        return Err(Fail::new(&Problem::new(&words, "problem-cancelled", Args::new), &words));
    };
    let rows = suggested(&input, &learner, accepted.labels(), &words);
    progress::clear();
    let with = rows.iter().filter(|cells| !cells[0].is_empty()).count();
    say::note(&words.tell("cli-suggested", Args::new().with("rows", with)));
    input.put(&names, |row| rows.get(row).cloned().unwrap_or_default(), &words)?;
    Ok(0)
}

/// Learns the words of the pile and of what people have placed, and then the groups.
fn learn(accepted: &[(&str, usize)], pile: &[&str], seed: u64, words: &Words) -> Option<Learner> {
    let mut progress = progress::show("cli-learning", words);
    let all: Vec<&str> = pile.iter().copied().chain(accepted.iter().map(|&(text, _)| text)).collect();
    let corpus = Corpus::learn(&all, seed, &mut progress)?;
    Learner::learn(Arc::new(corpus), accepted, &mut progress)
}

/// What a new column is called: each suggestion is followed by its score.
fn column(cell: usize) -> String {
    let name = if cell.is_multiple_of(2) { "suggestion" } else { "score" };
    format!("{name}_{}", cell / 2 + 1)
}

/// The new cells of each row; empty where it has no text, or fewer suggestions.
fn suggested(input: &Input<'_>, learner: &Learner, labels: &[Clean], words: &Words) -> Vec<[String; CELLS]> {
    let mut progress = progress::show("cli-suggesting", words);
    let mut rows = vec![<[String; CELLS]>::default(); input.texts.len()];
    for (row, text) in input.told() {
        progress(row as u64, input.texts.len() as u64);
        let suggestions = learner.suggest(text, SUGGESTIONS_MAX).into_iter();
        let named =
            suggestions.filter_map(|one| Some([labels.get(one.group)?.to_string(), share(one.score)]));
        let cells = rows.get_mut(row).map(<[String; CELLS]>::as_mut_slice).unwrap_or_default();
        for (cell, new) in cells.iter_mut().zip(named.flatten()) {
            *cell = new;
        }
    }
    rows
}
