//! Teams: four to six people around one service.

use serde::{Deserialize, Serialize};

use super::Sprint;
use super::code::Code;
use super::id::{ServiceId, TeamId};
use crate::text::Clean;

/// A team.
#[derive(Clone, PartialEq, Debug)]
pub struct Team {
    /// Its id.
    pub id: TeamId,
    /// The number in `T2`; its colour and symbol follow from it.
    pub code: u32,
    /// Its name.
    pub name: Clean,
    /// The service it studies.
    pub service: Option<ServiceId>,
}

/// What becomes true of a team.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// It takes part.
    Added {
        /// Its id.
        id: TeamId,
        /// The number in `T2`.
        code: u32,
        /// Its name.
        name: Clean,
        /// The service it studies.
        service: Option<ServiceId>,
    },
    /// It is called so.
    Named {
        /// Which.
        id: TeamId,
        /// Its new name.
        name: Clean,
    },
}

impl Fact {
    pub(super) fn apply(&self, sprint: &mut Sprint) {
        match self {
            Self::Added { id, code, name, service } => {
                let team = Team { id: *id, code: *code, name: name.clone(), service: *service };
                if sprint.teams.add(*id, team) {
                    sprint.turns.queue.push(*id);
                }
            }
            Self::Named { id, name } => {
                if let Some(team) = sprint.teams.get_mut(*id) {
                    team.name = name.clone();
                }
            }
        }
    }
}

impl Team {
    /// Whether its name says more than its code.
    pub fn is_named(&self) -> bool {
        self.name.as_str() != Code::Team(self.code).to_string()
    }
}
