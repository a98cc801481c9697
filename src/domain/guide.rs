//! The discussion guide: what an interview goes through. An interview keeps the version it began with.

use serde::{Deserialize, Serialize};

use super::Sprint;
use super::id::GuideId;
use crate::text::Clean;

/// A question of the guide.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Question {
    /// Its words.
    pub text: Clean,
    /// Must be asked in every interview.
    pub must: bool,
}

/// A section of the guide.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Section {
    /// What it is called.
    pub title: Clean,
    /// Planned minutes.
    pub minutes: u16,
    /// Its questions.
    pub questions: Vec<Question>,
}

/// A version of the guide.
#[derive(Clone, PartialEq, Debug)]
pub struct Guide {
    /// Its id.
    pub id: GuideId,
    /// Its sections.
    pub sections: Vec<Section>,
}

impl Guide {
    /// Minutes of all sections.
    pub fn minutes(&self) -> u16 {
        self.sections.iter().map(|section| section.minutes).sum()
    }
}

/// What becomes true of the guide.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// A version was written; new interviews use it.
    Written {
        /// Its id.
        id: GuideId,
        /// Its sections.
        sections: Vec<Section>,
    },
}

impl Fact {
    pub(super) fn texts(&mut self) -> Vec<&mut Clean> {
        match self {
            Self::Written { sections, .. } => sections
                .iter_mut()
                .flat_map(|section| {
                    let questions = section.questions.iter_mut().map(|question| &mut question.text);
                    std::iter::once(&mut section.title).chain(questions)
                })
                .collect(),
        }
    }

    pub(super) fn apply(&self, sprint: &mut Sprint) {
        match self {
            Self::Written { id, sections } => {
                sprint.guides.add(*id, Guide { id: *id, sections: sections.clone() });
            }
        }
    }
}

impl Sprint {
    /// The version that a new interview uses.
    pub fn current_guide(&self) -> Option<&Guide> {
        self.guides.iter().last()
    }
}
