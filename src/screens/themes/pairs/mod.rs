//! Pairs of notes that may say the same: nearly word by word, or in two scripts. People put them together or tell them
//! apart; nothing happens by itself, and who was heard is counted as before.
//!
//! Start with [`Pairs`]; `deciding.rs` says what keys do, `view.rs` what is seen.

pub mod deciding;
mod view;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use ratatui::layout::{Position, Rect};

use super::{Picture, Themes};
use crate::domain::Sprint;
use crate::domain::id::NoteId;
use crate::domain::note::Note;
use crate::kit::wall::{self, Compared};
use crate::kit::{Cx, List, Motion, Touch};
use crate::method::grouping::Pair;

pub use view::{page, view};

/// Pairs that were found among the notes of the wall.
pub struct Pairs {
    compared: Arc<Compared>,
    found: Arc<wall::Pairs>,
    /// The version of the sprint that the rows were made for.
    version: u64,
    rows: Vec<Row>,
    /// Pairs that lie in one theme already.
    together: usize,
    list: List,
}

/// A row of the list.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Row {
    /// Two notes, and how alike they are, 0 to 1.
    Pair(NoteId, NoteId, f32),
    /// From here on the notes of a pair are in two scripts. The cursor never rests on it.
    Across,
}

impl Pairs {
    /// The pairs of an answer.
    pub fn new(compared: &Arc<Compared>, found: &Arc<wall::Pairs>, cx: &Cx<'_>) -> Self {
        let mut pairs = Self {
            compared: Arc::clone(compared),
            found: Arc::clone(found),
            version: cx.history.version(),
            rows: Vec::new(),
            together: 0,
            list: List::default(),
        };
        pairs.arrange(cx.sprint);
        pairs
    }

    /// Whether they were found on the wall as it is now.
    pub fn is_of(&self, compared: &Compared) -> bool {
        *self.compared == *compared
    }

    /// Leaves out what was decided meanwhile, and notes that say something else by now. The cursor stays on its pair, or
    /// on the one that moves up.
    fn arrange(&mut self, sprint: &Sprint) {
        let (mut rows, near) = self.apart(&self.found.near, sprint);
        let (across, far) = self.apart(&self.found.across, sprint);
        if !across.is_empty() {
            rows.push(Row::Across);
            rows.extend(across);
        }
        let held = self.rows.get(self.list.at()).copied();
        let place = held.and_then(|held| rows.iter().position(|row| *row == held));
        self.rows = rows;
        self.together = near + far;
        self.list.set(place.unwrap_or(self.list.at()), self.rows.len());
        self.off_the_rule(false);
    }

    /// Those of the pairs that lie apart and were not told apart, and how many lie together.
    fn apart(&self, pairs: &[Pair], sprint: &Sprint) -> (Vec<Row>, usize) {
        let (mut rows, mut together) = (Vec::new(), 0);
        for pair in pairs {
            let ends = self.note(pair.first, sprint).zip(self.note(pair.second, sprint));
            let Some((one, other)) = ends.filter(|(one, other)| !one.apart.contains(&other.id)) else {
                continue;
            };
            match one.theme.is_some() && one.theme == other.theme {
                true => together += 1,
                false => rows.push(Row::Pair(one.id, other.id, pair.likeness)),
            }
        }
        (rows, together)
    }

    /// The note at a place of what was compared, while it lies on the wall and says what it said.
    fn note<'a>(&self, place: usize, sprint: &'a Sprint) -> Option<&'a Note> {
        let (id, text) = self.compared.notes.get(place)?;
        let note = sprint.notes.get(*id).filter(|note| !note.crossed && note.text == *text)?;
        sprint.interviews.get(note.interview)?.counts().then_some(note)
    }

    /// The pair under the cursor.
    pub fn pair<'a>(&self, sprint: &'a Sprint) -> Option<(&'a Note, &'a Note)> {
        match *self.rows.get(self.list.at())? {
            Row::Pair(one, other, _) => sprint.notes.get(one).zip(sprint.notes.get(other)),
            Row::Across => None,
        }
    }

    /// How many pairs are shown.
    fn len(&self) -> usize {
        self.rows.iter().filter(|row| matches!(row, Row::Pair(..))).count()
    }

    pub fn walk(&mut self, motion: Motion) {
        let before = self.list.at();
        self.list.moved(motion, self.rows.len());
        self.off_the_rule(self.list.at() < before);
    }

    /// Steps over the rule, on in the direction of the move where there is a row.
    fn off_the_rule(&mut self, up: bool) {
        let at = self.list.at();
        if self.rows.get(at) == Some(&Row::Across) {
            let to = if up && at > 0 { at - 1 } else { at + 1 };
            self.list.set(to, self.rows.len());
        }
    }

    /// Puts the cursor on what lies there.
    pub fn touch(&mut self, at: Position, area: Rect) -> Touch {
        let mut list = self.list;
        let touch = list.pointed(at, view::regions(area).list, 1, self.rows.len());
        if touch == Touch::Nothing || self.rows.get(list.at()) == Some(&Row::Across) {
            return Touch::Nothing;
        }
        self.list = list;
        touch
    }

    /// Keeps the cursor inside and in sight.
    pub fn fit(&mut self, area: Rect) {
        self.list.fit(usize::from(view::regions(area).list.height), self.rows.len());
    }

    /// The sprint changed: pairs that were decided are gone, and come back with an undo.
    pub fn settle(&mut self, cx: &Cx<'_>) {
        if self.version != cx.history.version() {
            self.version = cx.history.version();
            self.arrange(cx.sprint);
        }
    }
}

/// The pairs that are shown.
pub fn shown(screen: &Themes) -> Option<&Pairs> {
    screen.pairs.as_ref().filter(|_| screen.picture == Picture::Pairs)
}
