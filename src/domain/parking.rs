//! The parking lot: raised, not now. Empty or owned at the close.

use serde::{Deserialize, Serialize};

use super::id::{Id, Ids, ParkedId, ParticipantId};
use super::{Fact as AnyFact, NAME_CHARS_MAX, Refusal, Sprint};
use crate::text::Clean;

/// Something that was raised and has to wait.
#[derive(Clone, PartialEq, Debug)]
pub struct Parked {
    /// Its id.
    pub id: ParkedId,
    /// The number in `L05`.
    pub code: u32,
    /// Its words.
    pub text: Clean,
    /// Who takes it further.
    pub owner: Option<ParticipantId>,
    /// Settled.
    pub closed: bool,
}

/// What becomes true of the parking lot.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// It was raised.
    Added {
        /// Its id.
        id: ParkedId,
        /// The number in `L05`.
        code: u32,
        /// Its words.
        text: Clean,
    },
    /// It says something else.
    Worded {
        /// Which.
        id: ParkedId,
        /// Its new words.
        text: Clean,
    },
    /// Somebody takes it further, or nobody does.
    Owned {
        /// Which.
        id: ParkedId,
        /// Who.
        owner: Option<ParticipantId>,
    },
    /// It is settled, or open again.
    Closed {
        /// Which.
        id: ParkedId,
        /// Settled.
        closed: bool,
    },
}

impl Fact {
    pub(super) fn texts(&mut self) -> Vec<&mut Clean> {
        match self {
            Self::Added { text, .. } | Self::Worded { text, .. } => vec![text],
            Self::Owned { .. } | Self::Closed { .. } => Vec::new(),
        }
    }

    pub(super) fn apply(&self, sprint: &mut Sprint) {
        match self {
            Self::Added { id, code, text } => {
                let parked = Parked { id: *id, code: *code, text: text.clone(), owner: None, closed: false };
                sprint.parking.add(*id, parked);
            }
            Self::Worded { id, text } => sprint.with_parked(*id, |parked| parked.text = text.clone()),
            Self::Owned { id, owner } => sprint.with_parked(*id, |parked| parked.owner = *owner),
            Self::Closed { id, closed } => sprint.with_parked(*id, |parked| parked.closed = *closed),
        }
    }
}

impl Sprint {
    fn with_parked(&mut self, id: ParkedId, change: impl FnOnce(&mut Parked)) {
        if let Some(parked) = self.parking.get_mut(id) {
            change(parked);
        }
    }

    /// Puts a line into the parking lot.
    pub fn park(&self, ids: &mut Ids, code: u32, text: &Clean) -> Result<Vec<AnyFact>, Refusal> {
        check_line(text)?;
        let id = ParkedId::from(ids.next::<Id>());
        Ok(vec![Fact::Added { id, code, text: text.clone() }.into()])
    }

    /// Says a line of the parking lot in other words.
    pub fn word_parked(&self, id: ParkedId, text: &Clean) -> Result<Vec<AnyFact>, Refusal> {
        check_line(text)?;
        let parked = self.parking.get(id).ok_or(Refusal::Gone)?;
        match parked.text == *text {
            true => Err(Refusal::NothingChanged),
            false => Ok(vec![Fact::Worded { id, text: text.clone() }.into()]),
        }
    }

    /// Says who takes a line of the parking lot further, or that nobody does.
    pub fn own_parked(&self, id: ParkedId, owner: Option<ParticipantId>) -> Result<Vec<AnyFact>, Refusal> {
        let parked = self.parking.get(id).ok_or(Refusal::Gone)?;
        if parked.owner == owner {
            return Err(Refusal::NothingChanged);
        }
        match owner.is_some_and(|one| self.participants.get(one).is_none()) {
            true => Err(Refusal::Gone),
            false => Ok(vec![Fact::Owned { id, owner }.into()]),
        }
    }

    /// Settles a line of the parking lot, or opens it again.
    pub fn settle_parked(&self, id: ParkedId) -> Result<Vec<AnyFact>, Refusal> {
        let parked = self.parking.get(id).ok_or(Refusal::Gone)?;
        Ok(vec![Fact::Closed { id, closed: !parked.closed }.into()])
    }
}

fn check_line(text: &Clean) -> Result<(), Refusal> {
    if text.is_empty() {
        return Err(Refusal::NoteEmpty);
    }
    if text.as_str().chars().count() > NAME_CHARS_MAX {
        return Err(Refusal::NoteTooLong);
    }
    Ok(())
}
