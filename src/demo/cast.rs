//! Who takes part and what it is about: departments, services, teams, participants.

use super::content::Content;
use crate::domain::id::{DepartmentId, Ids, ParticipantId, ServiceId, TeamId};
use crate::domain::participant::Role;
use crate::domain::{Fact, department, participant, service, team};
use crate::text::Clean;

/// Teams around one studied service.
const TEAMS_PER_SERVICE: usize = 2;
/// Departments, from 0, whose people sit in the first half of the teams; so the owner of each studied service
/// sits in one of its teams.
const FIRST_HALF: [usize; 6] = [0, 2, 3, 6, 8, 10];

/// The ids of all who take part.
pub(super) struct Cast {
    pub(super) departments: Vec<DepartmentId>,
    pub(super) services: Vec<ServiceId>,
    pub(super) teams: Vec<TeamPlan>,
}

/// A team with its people.
pub(super) struct TeamPlan {
    pub(super) id: TeamId,
    /// The studied service, from 0.
    pub(super) topic: usize,
    /// The first looks on, the next four ask and write in two pairs, the last writes.
    pub(super) members: Vec<ParticipantId>,
}

impl Cast {
    /// Gives out the ids.
    pub(super) fn of(content: &Content, ids: &mut Ids) -> Self {
        let team = |at: usize, ids: &mut Ids| TeamPlan {
            id: ids.next(),
            topic: at / TEAMS_PER_SERVICE,
            members: Vec::new(),
        };
        Self {
            departments: content.sprint.department.iter().map(|_| ids.next()).collect(),
            services: content.sprint.service.iter().map(|_| ids.next()).collect(),
            teams: (0..content.studied() * TEAMS_PER_SERVICE).map(|at| team(at, ids)).collect(),
        }
    }

    /// The departments.
    pub(super) fn department_facts(&self, content: &Content) -> Vec<Fact> {
        let named = self.departments.iter().zip(&content.sprint.department);
        let fact = |(code, (&id, department)): (u32, (&DepartmentId, &super::content::Department))| {
            department::Fact::Added { id, code, name: department.name.clone() }.into()
        };
        (1..).zip(named).map(fact).collect()
    }

    /// The services, studied ones first.
    pub(super) fn service_facts(&self, content: &Content) -> Vec<Fact> {
        let mut facts = Vec::new();
        for (code, (&id, service)) in (1..).zip(self.services.iter().zip(&content.sprint.service)) {
            let department = self.departments.get(service.department - 1).copied();
            let (name, studied) = (service.name.clone(), service.team.is_some());
            facts.push(service::Fact::Added { id, code, name, department, studied }.into());
        }
        facts
    }

    /// The teams: the word of their service and their number.
    pub(super) fn team_facts(&self, content: &Content) -> Vec<Fact> {
        let mut facts = Vec::new();
        for (code, team) in (1..).zip(&self.teams) {
            let word = content.sprint.service[team.topic].team.as_deref().unwrap_or("T");
            let (id, service) = (team.id, Some(self.services[team.topic]));
            let name = Clean::new(&format!("{word} {code}"));
            facts.push(team::Fact::Added { id, code, name, service }.into());
        }
        facts
    }

    /// The participants: four a department, each in another team, so that a team mixes six departments.
    pub(super) fn participant_facts(&mut self, content: &Content, ids: &mut Ids) -> Vec<Fact> {
        let mut facts: Vec<Fact> = Vec::new();
        for (at, department) in content.sprint.department.iter().enumerate() {
            for (person, name) in department.roles.iter().enumerate() {
                let half = self.teams.len() / 2;
                let team = if FIRST_HALF.contains(&at) { person % half } else { half + person % half };
                let seat = self.teams[team].members.len();
                let id = ids.next::<ParticipantId>();
                let mut roles = roles_of(seat, facts.is_empty());
                if content.sprint.service[self.teams[team].topic].department == at + 1 {
                    roles.push(Role::ServiceOwner);
                }
                self.teams[team].members.push(id);
                let (department, team) = (Some(self.departments[at]), Some(self.teams[team].id));
                let (code, name) = (facts.len() as u32 + 1, name.clone());
                facts.push(participant::Fact::Added { id, code, name, department, team, roles }.into());
            }
        }
        facts
    }
}

fn roles_of(seat: usize, first: bool) -> Vec<Role> {
    match seat {
        0 if first => vec![Role::Facilitator],
        0 => vec![Role::Observer],
        1..=4 => vec![Role::Interviewer, Role::NoteTaker],
        _ => vec![Role::NoteTaker],
    }
}
