//! Teams: four to six people around one service.

use serde::{Deserialize, Serialize};

use super::code::Code;
use super::id::{DepartmentId, Id, Ids, ServiceId, TeamId};
use super::{Fact as AnyFact, Refusal, Sprint, service};
use crate::text::{Clean, fold};

/// Most teams of a sprint.
pub const TEAMS_MAX: usize = 100;

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
    pub(super) fn texts(&mut self) -> Vec<&mut Clean> {
        match self {
            Self::Added { name, .. } | Self::Named { name, .. } => vec![name],
        }
    }

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

impl Sprint {
    /// Adds a team. It comes last in the order of turns.
    pub fn add_team(
        &self,
        ids: &mut Ids,
        code: u32,
        name: &Clean,
        service: Option<ServiceId>,
    ) -> Result<Vec<AnyFact>, Refusal> {
        self.check_team(name, None)?;
        if self.teams.len() >= TEAMS_MAX {
            return Err(Refusal::TooManyTeams);
        }
        let id = TeamId::from(ids.next::<Id>());
        Ok(vec![Fact::Added { id, code, name: name.clone(), service }.into()])
    }

    /// Renames a team.
    pub fn name_team(&self, id: TeamId, name: &Clean) -> Result<Vec<AnyFact>, Refusal> {
        let one = self.teams.get(id).ok_or(Refusal::Gone)?;
        if one.name == *name {
            return Err(Refusal::NothingChanged);
        }
        self.check_team(name, Some(id))?;
        Ok(vec![Fact::Named { id, name: name.clone() }.into()])
    }

    fn check_team(&self, name: &Clean, own: Option<TeamId>) -> Result<(), Refusal> {
        service::check_name(name)?;
        match self.team_called(name) {
            Some(other) if Some(other.id) != own => Err(Refusal::TeamExists),
            Some(_) | None => Ok(()),
        }
    }

    /// The team of this name, however it is written.
    pub fn team_called(&self, name: &Clean) -> Option<&Team> {
        let wanted = fold(name.as_str());
        self.teams.iter().find(|one| fold(one.name.as_str()) == wanted)
    }

    /// The department that owns what a team studies. Its own people hear worst what residents say of it.
    pub fn department_of_team(&self, team: TeamId) -> Option<DepartmentId> {
        self.services.get(self.teams.get(team)?.service?)?.department
    }
}
