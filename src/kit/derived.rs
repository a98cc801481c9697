//! What jobs made of the sprint: dear to make, so the old is shown until the new comes.

use std::sync::Arc;

use super::job::{FoldedTexts, Name};
use super::wall::Known;
use crate::domain::id::ThemeId;
use crate::method::grouping::Learner;
use crate::method::ranking::{Input, Ranked};

/// All derived things. Screens read them; only the application puts them here.
#[derive(Default)]
pub struct Derived {
    /// The ranking and what it was made from.
    pub ranked: Option<(Input, Arc<Ranked>)>,
    /// What is known of the words of the file.
    pub known: Option<Known>,
    /// What was learnt of the themes; groups are numbered by the themes' places in the table.
    pub learner: Option<Arc<Learner>>,
    /// The wall changed so much that the learner could not follow; it serves until a job has learnt anew.
    pub behind: bool,
    /// The version of the sprint for which a job of learning broke down: it is not tried again for the same.
    pub given_up: Option<u64>,
    /// The requests as the search reads them.
    pub texts: FoldedTexts,
    /// Work that goes on, with what is done of what there is to do.
    pub working: Vec<(Name, u64, u64)>,
}

/// A theme that a note looks like.
#[derive(Clone, PartialEq, Debug)]
pub struct Likeness {
    /// The theme.
    pub theme: ThemeId,
    /// Words of the note that speak for it.
    pub words: Vec<String>,
}

impl Derived {
    /// Whether work of this kind goes on.
    pub fn is_working(&self, name: Name) -> bool {
        self.working.iter().any(|(one, _, _)| *one == name)
    }
}
