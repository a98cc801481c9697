//! Participants: staff who take part. Never a respondent, who is a code and nothing else.

use serde::{Deserialize, Serialize};

use super::Sprint;
use super::id::{DepartmentId, ParticipantId, TeamId};
use crate::text::Clean;

/// What somebody does in the sprint.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Runs the event.
    Facilitator,
    /// Asks.
    Interviewer,
    /// Writes and keeps the time.
    NoteTaker,
    /// Decides.
    Decider,
    /// Answers for a service.
    ServiceOwner,
    /// Looks on.
    Observer,
}

/// A participant.
#[derive(Clone, PartialEq, Debug)]
pub struct Participant {
    /// Their id.
    pub id: ParticipantId,
    /// The number in `M014`.
    pub code: u32,
    /// The name they go by in the room.
    pub name: Clean,
    /// Their department.
    pub department: Option<DepartmentId>,
    /// Their team.
    pub team: Option<TeamId>,
    /// What they do.
    pub roles: Vec<Role>,
    /// They left the sprint.
    pub left: bool,
}

/// What becomes true of a participant.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// They take part.
    Added {
        /// Their id.
        id: ParticipantId,
        /// The number in `M014`.
        code: u32,
        /// The name they go by in the room.
        name: Clean,
        /// Their department.
        department: Option<DepartmentId>,
        /// Their team.
        team: Option<TeamId>,
        /// What they do.
        roles: Vec<Role>,
    },
    /// They are called so and come from there.
    Named {
        /// Who.
        id: ParticipantId,
        /// The name they go by in the room.
        name: Clean,
        /// Their department.
        department: Option<DepartmentId>,
    },
    /// They sit in this team, and in no other.
    Teamed {
        /// Who.
        id: ParticipantId,
        /// Their team.
        team: Option<TeamId>,
    },
    /// They do this.
    Roled {
        /// Who.
        id: ParticipantId,
        /// What they do.
        roles: Vec<Role>,
    },
    /// They left the sprint, or are back.
    Left {
        /// Who.
        id: ParticipantId,
        /// They left.
        left: bool,
    },
}

impl Fact {
    pub(super) fn apply(&self, sprint: &mut Sprint) {
        match self {
            Self::Added { id, code, name, department, team, roles } => {
                let participant = Participant {
                    id: *id,
                    code: *code,
                    name: name.clone(),
                    department: *department,
                    team: *team,
                    roles: roles.clone(),
                    left: false,
                };
                sprint.participants.add(*id, participant);
            }
            Self::Named { id, name, department } => sprint.with_participant(*id, |one| {
                one.name = name.clone();
                one.department = *department;
            }),
            Self::Teamed { id, team } => sprint.with_participant(*id, |one| one.team = *team),
            Self::Roled { id, roles } => sprint.with_participant(*id, |one| one.roles = roles.clone()),
            Self::Left { id, left } => sprint.with_participant(*id, |one| one.left = *left),
        }
    }
}

impl Sprint {
    fn with_participant(&mut self, id: ParticipantId, change: impl FnOnce(&mut Participant)) {
        if let Some(participant) = self.participants.get_mut(id) {
            change(participant);
        }
    }
}
