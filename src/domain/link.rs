//! Links of the evidence chain: what rests on what, and what came of what. Each link can support or contradict
//! and is walked both ways.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::Sprint;
use super::id::{NoteId, PieceId, ThemeId};

/// A thing of the chain.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Thing {
    /// A note.
    Note(NoteId),
    /// A theme.
    Theme(ThemeId),
    /// A question, insight, opportunity, idea or action.
    Piece(PieceId),
}

/// What a link says.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// It speaks for it.
    #[default]
    Supports,
    /// It speaks against it.
    Contradicts,
}

/// What becomes true of a link.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// One rests on the other; drawn again, it says the new thing.
    Drawn {
        /// What is rested on.
        from: Thing,
        /// What came of it.
        to: Thing,
        /// What the link says.
        #[serde(default)]
        stance: Stance,
    },
    /// One rests on the other no longer.
    Removed {
        /// What was rested on.
        from: Thing,
        /// What had come of it.
        to: Thing,
    },
}

impl Fact {
    /// What was rested on, and what came of it.
    pub fn ends(&self) -> [Thing; 2] {
        match self {
            Self::Drawn { from, to, .. } | Self::Removed { from, to } => [*from, *to],
        }
    }

    pub(super) fn apply(&self, sprint: &mut Sprint) {
        match self {
            Self::Drawn { from, to, stance } => sprint.links.draw(*from, *to, *stance),
            Self::Removed { from, to } => sprint.links.remove(*from, *to),
        }
    }
}

/// All links, found from both ends.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Links {
    onward: FxHashMap<Thing, Vec<(Thing, Stance)>>,
    back: FxHashMap<Thing, Vec<(Thing, Stance)>>,
}

impl Links {
    /// What came of a thing, in the order of linking.
    pub fn onward(&self, from: Thing) -> &[(Thing, Stance)] {
        self.onward.get(&from).map_or(&[], Vec::as_slice)
    }

    /// What a thing rests on, in the order of linking.
    pub fn back(&self, to: Thing) -> &[(Thing, Stance)] {
        self.back.get(&to).map_or(&[], Vec::as_slice)
    }

    /// Drawn again, a link keeps its place, so that nothing moves under a cursor.
    fn draw(&mut self, from: Thing, to: Thing, stance: Stance) {
        draw_one(self.onward.entry(from).or_default(), to, stance);
        draw_one(self.back.entry(to).or_default(), from, stance);
    }

    fn remove(&mut self, from: Thing, to: Thing) {
        if let Some(all) = self.onward.get_mut(&from) {
            all.retain(|(thing, _)| *thing != to);
        }
        if let Some(all) = self.back.get_mut(&to) {
            all.retain(|(thing, _)| *thing != from);
        }
    }
}

fn draw_one(links: &mut Vec<(Thing, Stance)>, end: Thing, stance: Stance) {
    match links.iter_mut().find(|(thing, _)| *thing == end) {
        Some(link) => link.1 = stance,
        None => links.push((end, stance)),
    }
}
