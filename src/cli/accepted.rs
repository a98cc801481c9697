//! What people have grouped already: a CSV file with a text and the name of its group in a row.

use rustc_hash::FxHashMap;

use super::say::{Fail, Notes};
use super::tables::{open, other, place_of, tell_unread};
use crate::exchange::requests::NAMES_MAX;
use crate::runtime::tables::no_column;
use crate::text::Clean;
use crate::words::Args;

/// Texts in groups that have names.
#[derive(Default)]
pub(super) struct Accepted {
    texts: Vec<(Clean, usize)>,
    labels: Vec<Clean>,
    places: FxHashMap<Clean, usize>,
    /// Texts without a label, and labels without a text.
    unlabelled: usize,
    silent: usize,
}

impl Accepted {
    /// Reads the file of this path, whose texts stand in a column called like those of the input, and notes what of it
    /// counts. Refuses a file in which nothing does.
    pub fn read(path: &str, column: &str, label: &str, notes: &mut Notes<'_>) -> Result<Self, Fail> {
        let words = notes.words;
        let bytes = open(path, words)?;
        let (table, file) = other(path, &bytes, &[column, label], words)?;
        let place = place_of(&table, column, "problem-table-no-column", &file, words)?;
        let labelled = place_of(&table, label, "problem-table-no-label", &file, words)?;
        let problem = |id| no_column(id, label, table.headers(), &file, words);
        if place == labelled {
            return Err(Fail::usage(&problem("problem-table-label-is-text"), words));
        }
        let mut accepted = Self::default();
        let rows = table.texts(place).into_iter().zip(table.texts(labelled));
        rows.for_each(|(text, label)| accepted.take(text, label));
        if accepted.texts.is_empty() {
            return Err(Fail::new(&problem("problem-table-none-accepted"), words));
        }
        if accepted.labels.len() > NAMES_MAX {
            return Err(Fail::new(&problem("problem-table-too-many-labels"), words));
        }
        tell_unread("cli-table-left-out", &table.odd().unread, &file, notes);
        accepted.tell(&file, notes);
        Ok(accepted)
    }

    /// The texts, each with the number of its group, from 0.
    pub fn texts(&self) -> Vec<(&str, usize)> {
        self.texts.iter().map(|(text, group)| (text.as_str(), *group)).collect()
    }

    /// What people call the groups, in the order of first sight.
    pub fn labels(&self) -> &[Clean] {
        &self.labels
    }

    fn take(&mut self, text: Clean, label: Clean) {
        match (text.is_empty(), label.is_empty()) {
            (false, false) => {
                let group = *self.places.entry(label).or_insert_with_key(|label| {
                    self.labels.push(label.clone());
                    self.labels.len() - 1
                });
                self.texts.push((text, group));
            }
            (false, true) => self.unlabelled += 1,
            (true, false) => self.silent += 1,
            (true, true) => {}
        }
    }

    fn tell(&self, file: &Clean, notes: &mut Notes<'_>) {
        for (id, rows) in [("cli-table-unlabelled", self.unlabelled), ("cli-table-label-alone", self.silent)]
        {
            if rows > 0 {
                notes.tell(id, Args::new().with("rows", rows).with("file", file));
            }
        }
        let args = Args::new().with("rows", self.texts.len()).with("groups", self.labels.len());
        notes.tell("cli-table-accepted", args.with("file", file));
    }
}
