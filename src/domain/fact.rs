//! Everything that can become true, one variant an entity.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::code::Code;
use super::id::InterviewId;
use super::link::Thing;
use super::step::StepNo;
use super::{
    agenda, damaged, department, erasure, face, guide, interview, link, note, parking, participant, piece,
    priority, request, run, service, sprint, team, theme, turn,
};
use crate::text::Clean;

/// A fact. In the file: `{"note":{"added":{…}}}`. It holds new whole values, never differences.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// Of the sprint itself.
    Sprint(sprint::Fact),
    /// Of a department.
    Department(department::Fact),
    /// Of a participant.
    Participant(participant::Fact),
    /// Of a service.
    Service(service::Fact),
    /// Of a team.
    Team(team::Fact),
    /// Of the agenda.
    Agenda(agenda::Fact),
    /// Of the discussion guide.
    Guide(guide::Fact),
    /// Of an interview.
    Interview(interview::Fact),
    /// Of a note.
    Note(note::Fact),
    /// Of a theme.
    Theme(theme::Fact),
    /// Of residents' requests.
    Request(request::Fact),
    /// Of the priorities.
    Priority(priority::Fact),
    /// Of a question, insight, opportunity, idea or action.
    Piece(piece::Fact),
    /// Of a link of the evidence chain.
    Link(link::Fact),
    /// Of the turns at the keyboard.
    Turn(turn::Fact),
    /// Of the parking lot.
    Parking(parking::Fact),
    /// Of what the room's face shows.
    Face(face::Fact),
    /// Of a respondent who was erased.
    Erasure(erasure::Fact),
    /// An opening of the file for writing.
    Run(run::Fact),
    /// What a repair of the file could not mend.
    Damaged(damaged::Fact),
    /// The step is taken back; taking back such a step is a redo.
    Reverted {
        /// The step that no longer counts.
        step: StepNo,
    },
    /// A kind that this version does not know, kept as it stood in the file.
    #[serde(skip)]
    Unknown(Arc<str>),
}

macro_rules! from_entity {
    ($($variant:ident: $module:ident),* $(,)?) => {$(
        impl From<$module::Fact> for Fact {
            fn from(fact: $module::Fact) -> Self {
                Self::$variant(fact)
            }
        }
    )*};
}

from_entity! {
    Sprint: sprint, Department: department, Participant: participant, Service: service, Team: team,
    Agenda: agenda, Guide: guide, Interview: interview, Note: note, Theme: theme, Request: request,
    Priority: priority, Piece: piece, Link: link, Turn: turn, Parking: parking, Face: face,
    Erasure: erasure, Run: run, Damaged: damaged,
}

/// What a fact can tell of a respondent is told of one of these.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Touched {
    /// An interview.
    Interview(InterviewId),
    /// A note, or what may rest on notes.
    Thing(Thing),
}

impl Fact {
    /// Whom it concerns: the interviews, notes, themes and pieces that it speaks of. Of an unknown kind nothing is
    /// known; see [`erasure`].
    pub fn touches(&self) -> Vec<Touched> {
        match self {
            Self::Interview(fact) => vec![Touched::Interview(fact.id())],
            Self::Note(fact) => fact.touches(),
            Self::Theme(fact) => vec![Touched::Thing(Thing::Theme(fact.id()))],
            Self::Piece(fact) => vec![Touched::Thing(Thing::Piece(fact.id()))],
            Self::Link(fact) => fact.ends().map(Touched::Thing).to_vec(),
            Self::Request(fact) => {
                fact.theme().map(|theme| Touched::Thing(Thing::Theme(theme))).into_iter().collect()
            }
            Self::Turn(fact) => fact.interview().map(Touched::Interview).into_iter().collect(),
            Self::Erasure(fact) => fact.touches(),
            Self::Sprint(_)
            | Self::Department(_)
            | Self::Participant(_)
            | Self::Service(_)
            | Self::Team(_)
            | Self::Agenda(_)
            | Self::Guide(_)
            | Self::Priority(_)
            | Self::Parking(_)
            | Self::Face(_)
            | Self::Run(_)
            | Self::Damaged(_)
            | Self::Reverted { .. }
            | Self::Unknown(_) => Vec::new(),
        }
    }

    /// All texts of people in it, but for the rows of an import, which lie together in a chunk, what an unknown
    /// kind holds, and what nobody can read.
    pub(super) fn texts(&mut self) -> Vec<&mut Clean> {
        match self {
            Self::Sprint(fact) => fact.texts(),
            Self::Department(fact) => fact.texts(),
            Self::Participant(fact) => fact.texts(),
            Self::Service(fact) => fact.texts(),
            Self::Team(fact) => fact.texts(),
            Self::Agenda(fact) => fact.texts(),
            Self::Guide(fact) => fact.texts(),
            Self::Interview(fact) => fact.texts(),
            Self::Note(fact) => fact.texts(),
            Self::Theme(fact) => fact.texts(),
            Self::Request(fact) => fact.texts(),
            Self::Piece(fact) => fact.texts(),
            Self::Parking(fact) => fact.texts(),
            Self::Face(fact) => fact.texts(),
            Self::Erasure(fact) => fact.texts(),
            // What a machine says of itself is nobody's words.
            Self::Run(_)
            | Self::Priority(_)
            | Self::Link(_)
            | Self::Turn(_)
            | Self::Damaged(_)
            | Self::Reverted { .. }
            | Self::Unknown(_) => Vec::new(),
        }
    }

    /// Takes out what a fact about an interview or a note of a respondent holds of their words, and what describes
    /// them. Answers whether there was anything.
    pub(super) fn forget(&mut self) -> bool {
        match self {
            Self::Interview(fact) => fact.forget(),
            Self::Note(fact) => fact.forget(),
            Self::Sprint(_)
            | Self::Department(_)
            | Self::Participant(_)
            | Self::Service(_)
            | Self::Team(_)
            | Self::Agenda(_)
            | Self::Guide(_)
            | Self::Theme(_)
            | Self::Request(_)
            | Self::Priority(_)
            | Self::Piece(_)
            | Self::Link(_)
            | Self::Turn(_)
            | Self::Parking(_)
            | Self::Face(_)
            | Self::Erasure(_)
            | Self::Run(_)
            | Self::Damaged(_)
            | Self::Reverted { .. }
            | Self::Unknown(_) => false,
        }
    }

    /// The code that this fact gives out, if it gives one out. An import gives out its last row's.
    pub fn code(&self) -> Option<Code> {
        match self {
            Self::Department(department::Fact::Added { code, .. }) => Some(Code::Department(*code)),
            Self::Participant(participant::Fact::Added { code, .. }) => Some(Code::Participant(*code)),
            Self::Service(service::Fact::Added { code, .. }) => Some(Code::Service(*code)),
            Self::Team(team::Fact::Added { code, .. }) => Some(Code::Team(*code)),
            Self::Interview(interview::Fact::Planned { respondent, .. }) => {
                Some(Code::Respondent(*respondent))
            }
            Self::Note(note::Fact::Added { code, .. }) => Some(Code::Note(*code)),
            Self::Theme(theme::Fact::Added { code, .. }) => Some(Code::Theme(*code)),
            Self::Request(request::Fact::Imported { first, rows, .. }) => {
                Some(Code::Request(first.saturating_add(*rows).saturating_sub(1)))
            }
            Self::Piece(piece::Fact::Added { kind, code, .. }) => Some(kind.code(*code)),
            Self::Parking(parking::Fact::Added { code, .. }) => Some(Code::Parked(*code)),
            Self::Sprint(_)
            | Self::Department(_)
            | Self::Participant(_)
            | Self::Team(_)
            | Self::Piece(_)
            | Self::Link(_)
            | Self::Turn(_)
            | Self::Parking(_)
            | Self::Face(_)
            | Self::Erasure(_)
            | Self::Service(_)
            | Self::Agenda(_)
            | Self::Guide(_)
            | Self::Interview(_)
            | Self::Note(_)
            | Self::Theme(_)
            | Self::Request(_)
            | Self::Priority(_)
            | Self::Run(_)
            | Self::Damaged(_)
            | Self::Reverted { .. }
            | Self::Unknown(_) => None,
        }
    }
}
