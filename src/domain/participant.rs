//! Participants: staff who take part. Never a respondent, who is a code and nothing else.

use serde::{Deserialize, Serialize};

use super::id::{DepartmentId, Id, Ids, ParticipantId, TeamId};
use super::interview::{Interview, Status};
use super::{Fact as AnyFact, Refusal, Sprint, service};
use crate::text::{Clean, fold};

/// Most participants of a sprint, those included that left.
pub const PARTICIPANTS_MAX: usize = 1_000;

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

impl Role {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Interviewer,
        Self::NoteTaker,
        Self::ServiceOwner,
        Self::Decider,
        Self::Observer,
        Self::Facilitator,
    ];
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
    pub(super) fn texts(&mut self) -> Vec<&mut Clean> {
        match self {
            Self::Added { name, .. } | Self::Named { name, .. } => vec![name],
            Self::Teamed { .. } | Self::Roled { .. } | Self::Left { .. } => Vec::new(),
        }
    }

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

/// What is said of somebody who comes to take part.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Person {
    /// The name they go by in the room.
    pub name: Clean,
    /// Their department.
    pub department: Option<DepartmentId>,
    /// Their team.
    pub team: Option<TeamId>,
    /// What they do.
    pub roles: Vec<Role>,
}

impl Participant {
    /// Whether they do this.
    pub fn does(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    fn is_called(&self, folded: &str, department: Option<DepartmentId>) -> bool {
        self.department == department && fold(self.name.as_str()) == folded
    }
}

impl Sprint {
    /// Adds somebody. Two people of one department can't go by one name: nobody could tell them apart.
    pub fn add_participant(
        &self,
        ids: &mut Ids,
        code: u32,
        person: &Person,
    ) -> Result<Vec<AnyFact>, Refusal> {
        service::check_name(&person.name)?;
        if self.participants.len() >= PARTICIPANTS_MAX {
            return Err(Refusal::TooManyPeople);
        }
        if self.participant_called(&person.name, person.department).is_some() {
            return Err(Refusal::ParticipantExists);
        }
        let id = ParticipantId::from(ids.next::<Id>());
        let Person { name, department, team, roles } = person.clone();
        Ok(vec![Fact::Added { id, code, name, department, team, roles }.into()])
    }

    /// Gives somebody another name or department.
    pub fn name_participant(
        &self,
        id: ParticipantId,
        name: &Clean,
        department: Option<DepartmentId>,
    ) -> Result<Vec<AnyFact>, Refusal> {
        service::check_name(name)?;
        let one = self.participants.get(id).ok_or(Refusal::Gone)?;
        if one.name == *name && one.department == department {
            return Err(Refusal::NothingChanged);
        }
        if self.participant_called(name, department).is_some_and(|other| other.id != id) {
            return Err(Refusal::ParticipantExists);
        }
        Ok(vec![Fact::Named { id, name: name.clone(), department }.into()])
    }

    /// Seats somebody in a team, or in none. Whoever sat in another one leaves it: nobody sits in two.
    pub fn seat_participant(&self, id: ParticipantId, team: Option<TeamId>) -> Result<Vec<AnyFact>, Refusal> {
        let one = self.participants.get(id).ok_or(Refusal::Gone)?;
        if one.left {
            return Err(Refusal::ParticipantLeft);
        }
        if one.team == team {
            return Err(Refusal::AlreadyThere);
        }
        if let Some(team) = team {
            self.teams.get(team).ok_or(Refusal::Gone)?;
        }
        Ok(vec![Fact::Teamed { id, team }.into()])
    }

    /// Seats several people at once, as teams were proposed. Whoever left meanwhile is left out.
    pub fn seat_all(&self, seats: &[(ParticipantId, TeamId)]) -> Result<Vec<AnyFact>, Refusal> {
        let seat = |&(id, team): &(ParticipantId, TeamId)| self.seat_participant(id, Some(team)).ok();
        let facts: Vec<AnyFact> = seats.iter().filter_map(seat).flatten().collect();
        match facts.is_empty() {
            true => Err(Refusal::NothingChanged),
            false => Ok(facts),
        }
    }

    /// Gives somebody a role, or takes it away.
    pub fn toggle_role(&self, id: ParticipantId, role: Role) -> Result<Vec<AnyFact>, Refusal> {
        let one = self.participants.get(id).ok_or(Refusal::Gone)?;
        if one.left {
            return Err(Refusal::ParticipantLeft);
        }
        let roles = Role::ALL.into_iter().filter(|&other| one.does(other) != (other == role)).collect();
        Ok(vec![Fact::Roled { id, roles }.into()])
    }

    /// Somebody leaves the sprint, or is back. Their place in the team waits for them.
    pub fn leave(&self, id: ParticipantId) -> Result<Vec<AnyFact>, Refusal> {
        let one = self.participants.get(id).ok_or(Refusal::Gone)?;
        Ok(vec![Fact::Left { id, left: !one.left }.into()])
    }

    /// Who goes by this name in this department, however it is written.
    pub fn participant_called(&self, name: &Clean, department: Option<DepartmentId>) -> Option<&Participant> {
        let folded = fold(name.as_str());
        self.participants.iter().find(|one| one.is_called(&folded, department))
    }

    /// Those who take part and have not left.
    pub fn present(&self) -> impl Iterator<Item = &Participant> {
        self.participants.iter().filter(|one| !one.left)
    }

    /// The members of a team that have not left.
    pub fn members(&self, team: TeamId) -> impl Iterator<Item = &Participant> {
        self.present().filter(move |one| one.team == Some(team))
    }

    /// The interviews that somebody asked in: those that took place, without practice.
    pub fn asked_by(&self, id: ParticipantId) -> impl Iterator<Item = &Interview> {
        self.interviews.iter().filter(move |one| one.interviewer == Some(id) && has_been_asked(one))
    }

    /// Everybody who has asked in an interview that took place; practice is no interview yet.
    pub fn have_asked(&self) -> rustc_hash::FxHashSet<ParticipantId> {
        self.interviews.iter().filter(|one| has_been_asked(one)).filter_map(|one| one.interviewer).collect()
    }
}

/// Whether somebody asked in it. What a respondent withdrew was asked all the same.
fn has_been_asked(one: &Interview) -> bool {
    let held = match one.status {
        Status::Started | Status::Done | Status::Stopped | Status::Withdrawn => true,
        Status::Planned | Status::Arrived | Status::NoShow => false,
    };
    held && !one.practice
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{InterviewId, RunId};
    use crate::domain::interview::{self, Plan};
    use crate::domain::{Seat, Stamp, Step};

    struct Town {
        sprint: Sprint,
        ids: Ids,
    }

    impl Town {
        fn new() -> Self {
            let mut town = Self { sprint: Sprint::default(), ids: Ids::of(RunId(1)) };
            let health = town.sprint.add_department(&mut town.ids, 1, &Clean::new("Health"));
            town.takes(health);
            for (code, name) in [(1, "Clinics"), (2, "Parks")] {
                let team = town.sprint.add_team(&mut town.ids, code, &Clean::new(name), None);
                town.takes(team);
            }
            for code in 1..=3 {
                let person = town.person(&format!("M{code}"));
                let added = town.sprint.add_participant(&mut town.ids, code, &person);
                town.takes(added);
            }
            town
        }

        fn takes(&mut self, outcome: Result<Vec<AnyFact>, Refusal>) {
            let at = Stamp { t_ms: 0, m_ms: 0 };
            let facts = outcome.unwrap();
            self.sprint.apply(&Step { s: 1, w: RunId(1), at, by: Seat::Facilitator, facts, from: None });
        }

        fn person(&self, name: &str) -> Person {
            let department = self.sprint.departments.iter().next().map(|one| one.id);
            Person { name: Clean::new(name), department, ..Person::default() }
        }

        fn who(&self, code: u32) -> ParticipantId {
            self.sprint.participants.iter().find(|one| one.code == code).unwrap().id
        }

        fn team(&self, code: u32) -> TeamId {
            self.sprint.teams.iter().find(|one| one.code == code).unwrap().id
        }

        fn interview(&mut self, practice: bool) -> InterviewId {
            let id = InterviewId::from(self.ids.next::<Id>());
            let (team, segment) = (self.team(1), Clean::default());
            let plan = Plan { team, round: None, respondent: 1, segment, minutes: 30, practice };
            let planned = self.sprint.plan_interview(id, 1, &plan);
            self.takes(planned);
            id
        }
    }

    #[test]
    fn names_are_told_apart_within_a_department_only() {
        let mut town = Town::new();
        let again = town.person("m1");
        assert_eq!(town.sprint.add_participant(&mut town.ids, 9, &again), Err(Refusal::ParticipantExists));
        let elsewhere = Person { department: None, ..again };
        assert!(town.sprint.add_participant(&mut town.ids, 9, &elsewhere).is_ok());
        let department = elsewhere.department;
        assert!(town.sprint.name_participant(town.who(1), &Clean::new("M2"), department).is_ok());
        let here = town.person("").department;
        let taken = town.sprint.name_participant(town.who(1), &Clean::new("m2"), here);
        assert_eq!(taken, Err(Refusal::ParticipantExists));
        assert!(town.sprint.name_participant(town.who(1), &Clean::new("m1"), here).is_ok(), "only the case");
        let nobody = town.person(" ");
        let unnamed = town.sprint.add_participant(&mut town.ids, 9, &nobody);
        assert_eq!(unnamed, Err(Refusal::NameEmpty));
    }

    #[test]
    fn departments_and_teams_of_one_name_are_refused_however_it_is_written() {
        let mut town = Town::new();
        let name = Clean::new("HEALTH");
        assert_eq!(town.sprint.add_department(&mut town.ids, 2, &name), Err(Refusal::DepartmentExists));
        let parks = Clean::new("parks");
        assert_eq!(town.sprint.add_team(&mut town.ids, 3, &parks, None), Err(Refusal::TeamExists));
        assert_eq!(town.sprint.name_team(town.team(1), &parks), Err(Refusal::TeamExists));
        assert!(town.sprint.name_team(town.team(2), &parks).is_ok());
    }

    #[test]
    fn nobody_sits_in_two_teams_and_who_left_is_not_seated() {
        let mut town = Town::new();
        let seated = town.sprint.seat_participant(town.who(1), Some(town.team(1)));
        town.takes(seated);
        let again = town.sprint.seat_participant(town.who(1), Some(town.team(1)));
        assert_eq!(again, Err(Refusal::AlreadyThere));
        let moved = town.sprint.seat_participant(town.who(1), Some(town.team(2)));
        town.takes(moved);
        assert_eq!(
            (town.sprint.members(town.team(1)).count(), town.sprint.members(town.team(2)).count()),
            (0, 1)
        );
        let left = town.sprint.leave(town.who(2));
        town.takes(left);
        let (one, two) = (town.who(2), town.team(2));
        assert_eq!(town.sprint.seat_participant(one, Some(two)), Err(Refusal::ParticipantLeft));
        assert_eq!(town.sprint.toggle_role(one, Role::Observer), Err(Refusal::ParticipantLeft));
        let all = town.sprint.seat_all(&[(one, two), (town.who(3), two)]).unwrap();
        assert_eq!(all.len(), 1, "who left is left out");
    }

    #[test]
    fn one_person_does_not_ask_and_write_and_who_left_does_neither() {
        let mut town = Town::new();
        let id = town.interview(false);
        let (one, two) = (Some(town.who(1)), Some(town.who(2)));
        assert_eq!(town.sprint.staff_interview(id, one, one), Err(Refusal::AsksAndWrites));
        let staffed = town.sprint.staff_interview(id, one, two);
        town.takes(staffed);
        assert_eq!(town.sprint.staff_interview(id, one, two), Err(Refusal::NothingChanged));
        for code in [2, 3] {
            let left = town.sprint.leave(town.who(code));
            town.takes(left);
        }
        let three = Some(town.who(3));
        assert_eq!(town.sprint.staff_interview(id, three, two), Err(Refusal::ParticipantLeft));
        assert!(town.sprint.staff_interview(id, None, two).is_ok(), "who wrote before they left, wrote");
    }

    #[test]
    fn only_an_interview_that_took_place_lets_somebody_have_asked() {
        let mut town = Town::new();
        let (practice, real) = (town.interview(true), town.interview(false));
        for (id, who) in [(practice, town.who(1)), (real, town.who(2))] {
            let staffed = town.sprint.staff_interview(id, Some(who), None);
            town.takes(staffed);
        }
        assert!(town.sprint.have_asked().is_empty(), "nothing was held yet");
        for id in [practice, real] {
            town.takes(Ok(vec![interview::Fact::Ran { id }.into()]));
        }
        assert_eq!(town.sprint.have_asked().into_iter().collect::<Vec<_>>(), [town.who(2)]);
        town.takes(Ok(vec![interview::Fact::Stood { id: real, status: Status::NoShow }.into()]));
        assert!(town.sprint.have_asked().is_empty(), "nobody came");
    }
}
