//! Pieces: what a team makes on its board besides notes. Questions, insights, opportunities, ideas and actions
//! have one shape; what they rest on and what came of them are links of their own ([`super::link`]).

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::code::Code;
use super::id::{Id, Ids, PieceId, TeamId};
use super::table::Table;
use super::{Fact as AnyFact, NOTE_CHARS_MAX, Refusal, Sprint};
use crate::text::Clean;

/// What a piece is, in the order in which one comes of the other.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// What a team wants to learn.
    Question,
    /// A claim that rests on themes and notes.
    Insight,
    /// A need in the resident's voice, or a "How might we".
    Opportunity,
    /// A way to meet an opportunity.
    Idea,
    /// What somebody does next.
    Action,
}

impl Kind {
    /// All, in the order in which one comes of the other.
    pub const ALL: [Self; 5] = [Self::Question, Self::Insight, Self::Opportunity, Self::Idea, Self::Action];

    /// The code of the piece of this kind with this number.
    pub fn code(self, n: u32) -> Code {
        match self {
            Self::Question => Code::Question(n),
            Self::Insight => Code::Insight(n),
            Self::Opportunity => Code::Opportunity(n),
            Self::Idea => Code::Idea(n),
            Self::Action => Code::Action(n),
        }
    }
}

/// A piece.
#[derive(Clone, PartialEq, Debug)]
pub struct Piece {
    /// Its id.
    pub id: PieceId,
    /// What it is.
    pub kind: Kind,
    /// The number in `K05`.
    pub code: u32,
    /// The team on whose board it hangs; none when it was made of a theme that belongs to nobody.
    pub team: Option<TeamId>,
    /// Its words.
    pub text: Clean,
    /// Answered, done, closed.
    pub done: bool,
    /// Not for the room.
    pub held: bool,
    /// Taken off the board.
    pub crossed: bool,
}

impl Piece {
    /// Its code.
    pub fn code(&self) -> Code {
        self.kind.code(self.code)
    }
}

/// What becomes true of a piece.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// It was made.
    Added {
        /// Its id.
        id: PieceId,
        /// What it is.
        kind: Kind,
        /// The number in `K05`.
        code: u32,
        /// The team on whose board it hangs.
        team: Option<TeamId>,
        /// Its words.
        text: Clean,
        /// Not for the room: it came of something that is not.
        #[serde(default)]
        held: bool,
    },
    /// It says something else.
    Worded {
        /// Which.
        id: PieceId,
        /// Its new words.
        text: Clean,
    },
    /// It is done, or open again.
    Done {
        /// Which.
        id: PieceId,
        /// Done.
        done: bool,
    },
    /// It is not for the room, or is again.
    Held {
        /// Which.
        id: PieceId,
        /// Not for the room.
        held: bool,
    },
    /// It is taken off the board, or put back.
    Crossed {
        /// Which.
        id: PieceId,
        /// Taken off.
        crossed: bool,
    },
    /// It stands at this place of its column, from 0.
    Placed {
        /// Which.
        id: PieceId,
        /// Its new place, those taken off the board counted.
        place: u32,
    },
}

impl Fact {
    pub(super) fn texts(&mut self) -> Vec<&mut Clean> {
        match self {
            Self::Added { text, .. } | Self::Worded { text, .. } => vec![text],
            Self::Done { .. } | Self::Held { .. } | Self::Crossed { .. } | Self::Placed { .. } => Vec::new(),
        }
    }

    /// The piece it speaks of.
    pub fn id(&self) -> PieceId {
        match self {
            Self::Added { id, .. }
            | Self::Worded { id, .. }
            | Self::Done { id, .. }
            | Self::Held { id, .. }
            | Self::Crossed { id, .. }
            | Self::Placed { id, .. } => *id,
        }
    }

    pub(super) fn apply(&self, sprint: &mut Sprint) {
        let pieces = &mut sprint.pieces;
        match self {
            Self::Added { id, kind, code, team, text, held } => pieces.add(Piece {
                id: *id,
                kind: *kind,
                code: *code,
                team: *team,
                text: text.clone(),
                done: false,
                held: *held,
                crossed: false,
            }),
            Self::Worded { id, text } => pieces.change(*id, |piece| piece.text = text.clone()),
            Self::Done { id, done } => pieces.change(*id, |piece| piece.done = *done),
            Self::Held { id, held } => pieces.change(*id, |piece| piece.held = *held),
            Self::Crossed { id, crossed } => pieces.change(*id, |piece| piece.crossed = *crossed),
            Self::Placed { id, place } => pieces.place(*id, *place),
        }
    }
}

/// All pieces, and the columns of the boards they hang in.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Pieces {
    all: Table<PieceId, Piece>,
    columns: FxHashMap<(Option<TeamId>, Kind), Vec<PieceId>>,
}

impl Pieces {
    /// A piece by its id.
    pub fn get(&self, id: PieceId) -> Option<&Piece> {
        self.all.get(id)
    }

    /// All, in the order in which they were made, those that were taken off included.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Piece> {
        self.all.iter()
    }

    /// A column of a board from top to bottom, with what was taken off it.
    pub fn column(&self, team: Option<TeamId>, kind: Kind) -> &[PieceId] {
        self.columns.get(&(team, kind)).map_or(&[], Vec::as_slice)
    }

    /// A column of a board from top to bottom, as it is seen.
    pub fn seen(&self, team: Option<TeamId>, kind: Kind) -> impl Iterator<Item = &Piece> {
        let column = self.column(team, kind).iter();
        column.filter_map(|&id| self.all.get(id)).filter(|piece| !piece.crossed)
    }

    fn add(&mut self, piece: Piece) {
        let (id, column) = (piece.id, (piece.team, piece.kind));
        if self.all.add(id, piece) {
            self.columns.entry(column).or_default().push(id);
        }
    }

    fn change(&mut self, id: PieceId, change: impl FnOnce(&mut Piece)) {
        if let Some(piece) = self.all.get_mut(id) {
            change(piece);
        }
    }

    fn place(&mut self, id: PieceId, place: u32) {
        let Some(piece) = self.all.get(id) else { return };
        let Some(column) = self.columns.get_mut(&(piece.team, piece.kind)) else { return };
        let Some(now) = column.iter().position(|&one| one == id) else { return };
        column.remove(now);
        column.insert((place as usize).min(column.len()), id);
    }
}

/// Whether these words can be a piece.
pub fn check_text(text: &Clean) -> Result<(), Refusal> {
    if text.is_empty() {
        return Err(Refusal::CardEmpty);
    }
    if text.as_str().chars().count() > NOTE_CHARS_MAX {
        return Err(Refusal::CardTooLong);
    }
    Ok(())
}

impl Sprint {
    /// Makes a piece that rests on nothing yet.
    pub fn make_piece(
        &self,
        ids: &mut Ids,
        kind: Kind,
        code: u32,
        team: Option<TeamId>,
        text: &Clean,
    ) -> Result<Vec<AnyFact>, Refusal> {
        check_text(text)?;
        let id = PieceId::from(ids.next::<Id>());
        Ok(vec![Fact::Added { id, kind, code, team, text: text.clone(), held: false }.into()])
    }
}
