//! Keeps what was learnt of the wall in step with it: one note filed is one note learnt, at once. What a step changes
//! in too many notes is learnt anew by a job, and what was learnt before serves until it has.
//!
//! The learner knows nothing but what stands in `taught`, note by note: what was put in is taken out word for word,
//! whatever became of the note meanwhile, and an answer of a job that began on an older wall is brought up to this one.

use std::sync::Arc;

use crate::domain::request::Requests;
use crate::domain::{Fact, History, Sprint, Step, note};
use crate::kit::Derived;
use crate::kit::job::{FoldedTexts, Name, Searched};
use crate::kit::wall::{self, Known, Lesson};
use crate::method::grouping::Learner;
use crate::text::Clean;

/// Most notes that are followed on a key; each costs well under a millisecond.
const FOLLOWED_MAX: usize = 24;

/// What must be known to follow the wall.
#[derive(Default)]
pub struct Learning {
    /// What the learner was taught by each note, by the note's place in the table: the theme's place, and the words.
    taught: Vec<Option<(u32, Clean)>>,
    /// Answers of these kinds are still to come that were asked for another file.
    foreign: Vec<Name>,
}

impl Learning {
    /// A step became true: teaches what its notes say now.
    pub fn after(&mut self, step: &Step, history: &History, derived: &mut Derived) {
        let sprint = history.sprint();
        match step.facts.iter().any(changes_much) {
            true => self.follow(0..sprint.notes.len() as u32, sprint, derived),
            false => {
                let touched = step.facts.iter().flat_map(touches);
                let rows: Vec<u32> = touched.filter_map(|id| sprint.notes.row_of(id)).collect();
                self.follow(rows, sprint, derived);
            }
        }
        if signature(&sprint.requests) != derived.texts.0.len() {
            derived.texts = texts(sprint);
        }
    }

    /// Takes out what these notes taught and puts in what they teach, where that differs.
    fn follow(&mut self, rows: impl IntoIterator<Item = u32>, sprint: &Sprint, derived: &mut Derived) {
        let Some(learner) = derived.learner.as_mut().filter(|_| !derived.behind) else { return };
        let mut changed: Vec<(u32, Option<Lesson>)> = Vec::new();
        for row in rows {
            let now = wall::lesson(sprint, row);
            let before = self.taught.get(row as usize).and_then(Option::as_ref);
            if before.map(|(theme, text)| (*theme, text)) != now.as_ref().map(|now| (now.theme, &now.text)) {
                changed.push((row, now));
            }
        }
        // A note may be named by several facts of a step.
        changed.dedup_by_key(|(row, _)| *row);
        if changed.is_empty() {
            return;
        }
        if changed.len() > FOLLOWED_MAX {
            derived.behind = true;
            return;
        }
        let learner = Arc::make_mut(learner);
        for (row, now) in changed {
            let now = now.map(|lesson| (lesson.theme, lesson.text));
            let before = std::mem::replace(self.of(row), now.clone());
            if let Some((theme, text)) = before {
                learner.remove(theme as usize, text.as_str());
            }
            if let Some((theme, text)) = now {
                learner.add(theme as usize, text.as_str());
            }
        }
    }

    fn of(&mut self, row: u32) -> &mut Option<(u32, Clean)> {
        let place = row as usize;
        if self.taught.len() <= place {
            self.taught.resize(place + 1, None);
        }
        &mut self.taught[place]
    }

    /// Everything may be another wall now: what was learnt of the old one counts no more.
    pub fn forget(&mut self, derived: &mut Derived) {
        let asked = [Name::Words, Name::Learn].into_iter().filter(|name| derived.is_working(*name));
        self.foreign = asked.collect();
        self.taught.clear();
        (derived.known, derived.learner, derived.behind) = (None, None, false);
    }

    /// A job begins: its answer is of this file.
    pub fn asked(&mut self, name: Name) {
        self.foreign.retain(|one| *one != name);
    }

    /// Takes words.
    pub fn known(&mut self, known: &Known, derived: &mut Derived) {
        if !self.foreign.contains(&Name::Words) {
            derived.known = Some(known.clone());
        }
    }

    /// Takes what a job learnt from these lessons, and brings it up to what became of the wall meanwhile.
    pub fn learnt(
        &mut self,
        learner: &Arc<Learner>,
        lessons: &[Lesson],
        sprint: &Sprint,
        derived: &mut Derived,
    ) {
        if self.foreign.contains(&Name::Learn) {
            return;
        }
        self.taught.clear();
        for lesson in lessons {
            *self.of(lesson.note) = Some((lesson.theme, lesson.text.clone()));
        }
        (derived.learner, derived.behind) = (Some(Arc::clone(learner)), false);
        self.follow(0..sprint.notes.len() as u32, sprint, derived);
    }
}

/// The notes whose place or words a fact changes.
fn touches(fact: &Fact) -> Vec<crate::domain::id::NoteId> {
    match fact {
        Fact::Note(note::Fact::Filed { notes, .. }) => notes.clone(),
        Fact::Note(note::Fact::Worded { id, .. } | note::Fact::Crossed { id, .. }) => vec![*id],
        _ => Vec::new(),
    }
}

/// Whether any note may lie elsewhere: an undo, a theme gone, an interview that no longer counts.
fn changes_much(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::Reverted { .. }
            | Fact::Theme(crate::domain::theme::Fact::Removed { .. })
            | Fact::Interview(crate::domain::interview::Fact::Stood { .. })
            | Fact::Interview(crate::domain::interview::Fact::Practised { .. })
            | Fact::Interview(crate::domain::interview::Fact::Consented { .. })
            | Fact::Erasure(_)
    )
}

fn signature(requests: &Requests) -> usize {
    requests.sources().iter().map(|source| source.chunks.len()).sum()
}

/// The requests as the search reads them; texts are folded when they are first searched.
pub fn texts(sprint: &Sprint) -> FoldedTexts {
    let mut first = 0_u32;
    let mut all = Vec::new();
    for source in sprint.requests.sources() {
        let categories = Arc::new(sprint.requests.category_places(source));
        for chunk in &source.chunks {
            all.push(Searched {
                first: first.saturating_add(chunk.first),
                chunk: Arc::clone(chunk),
                categories: Arc::clone(&categories),
                folded: std::sync::OnceLock::new(),
            });
        }
        first = first.saturating_add(source.rows);
    }
    FoldedTexts(Arc::new(all))
}

#[cfg(test)]
mod tests;
