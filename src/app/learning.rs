//! Keeps what was learnt of the wall in step with it: one note filed is one note learnt, at once; what can't
//! be followed so is learnt anew by a job.

use std::sync::Arc;

use crate::domain::id::NoteId;
use crate::domain::request::Requests;
use crate::domain::{Fact, History, Sprint, Step, note};
use crate::kit::Derived;
use crate::kit::job::{FoldedTexts, Searched};
use crate::method::suggest::Learnt;

/// What must be known to follow the wall.
#[derive(Default)]
pub struct Learning {
    /// The wall changed since a job was last asked to learn it: that answer is out of date.
    outdated: bool,
    touched: Vec<NoteId>,
}

impl Learning {
    /// Takes out what the step's notes taught, before it changes them.
    pub fn before(&mut self, step: &Step, history: &History, derived: &mut Derived) {
        self.touched = step.facts.iter().flat_map(touches).collect();
        if self.touched.is_empty() {
            return;
        }
        self.outdated = true;
        let sprint = history.sprint();
        let Some(learnt) = &mut derived.learnt else { return };
        for (group, text) in self.touched.iter().filter_map(|&id| lesson(sprint, id)) {
            learnt.remove(group, text);
        }
    }

    /// Puts in what they teach now.
    pub fn after(&mut self, step: &Step, history: &History, derived: &mut Derived) {
        let sprint = history.sprint();
        if let Some(learnt) = &mut derived.learnt {
            for (group, text) in self.touched.iter().filter_map(|&id| lesson(sprint, id)) {
                learnt.add(group, text);
            }
        }
        if step.facts.iter().any(changes_much) {
            self.outdated = true;
            derived.learnt = None;
        }
        if signature(&sprint.requests) != derived.texts.0.len() {
            derived.texts = texts(sprint);
        }
    }

    /// Everything may be another wall now: what was learnt of the old one counts no more.
    pub fn forget(&mut self, derived: &mut Derived) {
        self.outdated = true;
        derived.learnt = None;
    }

    /// A job begins to learn the wall as it is now.
    pub fn asked(&mut self) {
        self.outdated = false;
    }

    /// Takes what a job learnt, unless the wall changed meanwhile: then the screen asks for it again.
    pub fn learnt(&mut self, learnt: &Arc<Learnt>, derived: &mut Derived) {
        if !self.outdated {
            derived.learnt = Some((**learnt).clone());
        }
    }
}

/// The notes whose place or words a fact changes.
fn touches(fact: &Fact) -> Vec<NoteId> {
    match fact {
        Fact::Note(note::Fact::Filed { notes, .. }) => notes.clone(),
        Fact::Note(note::Fact::Worded { id, .. } | note::Fact::Crossed { id, .. }) => vec![*id],
        _ => Vec::new(),
    }
}

/// Whether the whole wall may look different: an undo, a theme gone, another pile.
fn changes_much(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::Reverted { .. }
            | Fact::Theme(crate::domain::theme::Fact::Removed { .. })
            | Fact::Request(crate::domain::request::Fact::Imported { .. })
            | Fact::Interview(crate::domain::interview::Fact::Stood { .. })
            | Fact::Interview(crate::domain::interview::Fact::Practised { .. })
            | Fact::Erasure(_)
    )
}

/// What a note teaches: its words for its theme, by the theme's place in the table.
fn lesson(sprint: &Sprint, id: NoteId) -> Option<(usize, &str)> {
    let note = sprint.notes.get(id)?;
    if note.crossed || !sprint.interviews.get(note.interview)?.counts() {
        return None;
    }
    Some((sprint.themes.row_of(note.theme?)? as usize, note.text.as_str()))
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
