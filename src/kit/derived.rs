//! What jobs made of the sprint: dear to make, so the old is shown until the new comes.

use std::sync::Arc;

use super::job::{FoldedTexts, Name};
use crate::domain::id::ThemeId;
use crate::method::ranking::{Input, Ranked};
use crate::method::suggest::Learnt;

/// All derived things. Screens read them; only the application puts them here.
#[derive(Default)]
pub struct Derived {
    /// The ranking and what it was made from.
    pub ranked: Option<(Input, Arc<Ranked>)>,
    /// What was learnt of the themes; groups are numbered by the themes' places in the table.
    pub learnt: Option<Learnt>,
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
