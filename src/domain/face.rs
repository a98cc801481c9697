//! What the room's face shows: recorded, so that every projector shows the same.

use serde::{Deserialize, Serialize};

use super::{Fact as AnyFact, Refusal, Sprint};
use crate::text::Clean;

/// Most characters of the message line.
pub const MESSAGE_CHARS_MAX: usize = 120;

/// What is on the wall, under the clock.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Picture {
    /// The clock, as large as it gets.
    #[default]
    Clock,
    /// The interviews that run.
    Interviews,
    /// A team's board.
    Board,
    /// The themes.
    Themes,
    /// The ranked list.
    Ranking,
}

impl Picture {
    /// All, in the order in which they follow each other.
    pub const ALL: [Self; 5] = [Self::Clock, Self::Interviews, Self::Board, Self::Themes, Self::Ranking];

    /// The one that follows, around.
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|one| *one == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }
}

/// What the face shows.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Face {
    /// The picture.
    pub picture: Picture,
    /// The message line; empty: none.
    pub message: Clean,
    /// Nothing at all.
    pub black: bool,
}

/// What becomes true of the face.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// It shows this picture.
    Pictured {
        /// Which.
        picture: Picture,
    },
    /// It says this; nothing when empty.
    Said {
        /// The message line.
        text: Clean,
    },
    /// It shows nothing at all, or shows something again.
    Blacked {
        /// Nothing at all.
        black: bool,
    },
}

impl Fact {
    pub(super) fn texts(&mut self) -> Vec<&mut Clean> {
        match self {
            Self::Said { text } => vec![text],
            Self::Pictured { .. } | Self::Blacked { .. } => Vec::new(),
        }
    }

    pub(super) fn apply(&self, sprint: &mut Sprint) {
        match self {
            Self::Pictured { picture } => sprint.face.picture = *picture,
            Self::Said { text } => sprint.face.message = text.clone(),
            Self::Blacked { black } => sprint.face.black = *black,
        }
    }
}

impl Sprint {
    /// Puts the next picture on the wall.
    pub fn turn_picture(&self) -> Vec<AnyFact> {
        vec![Fact::Pictured { picture: self.face.picture.next() }.into()]
    }

    /// Writes the message line; an empty one takes it away.
    pub fn say_to_room(&self, text: &Clean) -> Result<Vec<AnyFact>, Refusal> {
        if text.as_str().chars().count() > MESSAGE_CHARS_MAX {
            return Err(Refusal::NoteTooLong);
        }
        match self.face.message == *text {
            true => Err(Refusal::NothingChanged),
            false => Ok(vec![Fact::Said { text: text.clone() }.into()]),
        }
    }

    /// Blacks the face, or lets it be seen again.
    pub fn black_face(&self, black: bool) -> Result<Vec<AnyFact>, Refusal> {
        match self.face.black == black {
            true => Err(Refusal::NothingChanged),
            false => Ok(vec![Fact::Blacked { black }.into()]),
        }
    }
}
