//! Lists of participants, as departments send them, against those who take part already. A list that comes a
//! second time adds nobody, so a row that stayed out can be mended in the file and the file taken in again.

use rustc_hash::FxHashMap;

use super::code::{self, Code};
use super::department::{self, DEPARTMENTS_MAX};
use super::id::{DepartmentId, Ids, TeamId};
use super::participant::{self, PARTICIPANTS_MAX, Role};
use super::{Fact, Refusal, Sprint};
use crate::text::{Clean, fold};

/// A row of a list, as it stands there.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Row {
    /// Number of the record in its file; the header is 1.
    pub record: u64,
    /// The name they go by; not empty and not too long.
    pub name: Clean,
    /// Name of the department; empty when the file does not say.
    pub department: Clean,
    /// Name or code of the team; empty for none.
    pub team: Clean,
    /// What they do.
    pub roles: Vec<Role>,
}

/// The next free codes.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Codes {
    /// Of a participant.
    pub participant: u32,
    /// Of a department.
    pub department: u32,
}

/// What a list would bring.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Enrolment {
    /// Facts of one step; empty when everybody is here already.
    pub facts: Vec<Fact>,
    /// How many people are new.
    pub added: usize,
    /// How many take part already, under the same name and department.
    pub here: usize,
    /// Names of the departments that are new.
    pub departments: Vec<Clean>,
    /// Rows that stay out, with their record and the reason.
    pub bad: Vec<(u64, Refusal)>,
}

impl Sprint {
    /// Takes in a list. Departments are known by their folded names, and new ones are added; teams are known by
    /// name or code, and none is made, since a slip of the pen would make one. A row without a department
    /// belongs to `department`, and stays out where that is empty too.
    pub fn enrol(&self, ids: &mut Ids, codes: Codes, rows: &[Row], department: &Clean) -> Enrolment {
        let mut desk = Desk::of(self, codes);
        for row in rows {
            if let Err(refusal) = desk.take(row, department, ids) {
                desk.enrolment.bad.push((row.record, refusal));
            }
        }
        desk.enrolment
    }

    /// The team of this name or code.
    pub fn team_named(&self, name: &Clean) -> Result<TeamId, Refusal> {
        let coded = match code::parse(name.as_str()) {
            Some(Code::Team(n)) => self.teams.iter().find(|team| team.code == n),
            Some(_) | None => None,
        };
        let found = self.team_called(name).or(coded);
        found.map(|team| team.id).ok_or_else(|| Refusal::NoTeamCalled(name.clone()))
    }
}

/// Where a list is taken in: whom the file named before, and in which record.
struct Desk<'a> {
    sprint: &'a Sprint,
    codes: Codes,
    departments: FxHashMap<String, DepartmentId>,
    /// Everybody by folded name and department: the team, and the record where the list named them.
    people: FxHashMap<(String, DepartmentId), (Option<TeamId>, Option<u64>)>,
    enrolment: Enrolment,
}

impl<'a> Desk<'a> {
    fn of(sprint: &'a Sprint, codes: Codes) -> Self {
        let departments = sprint.departments.iter().map(|one| (fold(one.name.as_str()), one.id)).collect();
        let mut people = FxHashMap::default();
        for one in sprint.participants.iter() {
            if let Some(department) = one.department {
                people.insert((fold(one.name.as_str()), department), (one.team, None));
            }
        }
        Self { sprint, codes, departments, people, enrolment: Enrolment::default() }
    }

    fn take(&mut self, row: &Row, default: &Clean, ids: &mut Ids) -> Result<(), Refusal> {
        let named = if row.department.is_empty() { default } else { &row.department };
        if named.is_empty() {
            return Err(Refusal::NoDepartment);
        }
        let team = match row.team.is_empty() {
            true => None,
            false => Some(self.sprint.team_named(&row.team)?),
        };
        let key = fold(named.as_str());
        let name = fold(row.name.as_str());
        let known = self.departments.get(&key).copied();
        if let Some(&(seat, record)) = known.and_then(|id| self.people.get(&(name.clone(), id))) {
            return self.meet_again(seat, record, team);
        }
        if self.sprint.participants.len() + self.enrolment.added >= PARTICIPANTS_MAX {
            return Err(Refusal::TooManyPeople);
        }
        let department = match known {
            Some(id) => id,
            None => self.open(named, key, ids)?,
        };
        self.people.insert((name, department), (team, Some(row.record)));
        let code = self.codes.participant;
        self.codes.participant += 1;
        self.enrolment.added += 1;
        let (name, roles, department) = (row.name.clone(), row.roles.clone(), Some(department));
        let added = participant::Fact::Added { id: ids.next(), code, name, department, team, roles };
        self.enrolment.facts.push(added.into());
        Ok(())
    }

    /// Somebody who takes part, or who stands further up in the list.
    fn meet_again(
        &mut self,
        seat: Option<TeamId>,
        record: Option<u64>,
        team: Option<TeamId>,
    ) -> Result<(), Refusal> {
        match (seat, team, record) {
            (Some(seat), Some(team), _) if seat != team => {
                Err(self.sprint.team_code(seat).map_or(Refusal::Gone, Refusal::TwoTeams))
            }
            (_, _, Some(record)) => Err(Refusal::ListedTwice(record)),
            (_, _, None) => {
                self.enrolment.here += 1;
                Ok(())
            }
        }
    }

    fn open(&mut self, name: &Clean, key: String, ids: &mut Ids) -> Result<DepartmentId, Refusal> {
        if self.departments.len() >= DEPARTMENTS_MAX {
            return Err(Refusal::TooManyDepartments);
        }
        let id = ids.next();
        let code = self.codes.department;
        self.codes.department += 1;
        self.departments.insert(key, id);
        self.enrolment.departments.push(name.clone());
        self.enrolment.facts.push(department::Fact::Added { id, code, name: name.clone() }.into());
        Ok(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::RunId;
    use crate::domain::{Seat, Stamp, Step, team};

    fn apply(sprint: &mut Sprint, facts: Vec<Fact>) {
        let at = Stamp { t_ms: 0, m_ms: 0 };
        sprint.apply(&Step { s: 1, w: RunId(1), at, by: Seat::Facilitator, facts, from: None });
    }

    fn row(record: u64, name: &str, department: &str, team: &str) -> Row {
        let (name, department, team) = (Clean::new(name), Clean::new(department), Clean::new(team));
        Row { record, name, department, team, roles: vec![Role::Interviewer] }
    }

    fn start() -> (Sprint, Ids) {
        let (mut sprint, mut ids) = (Sprint::default(), Ids::of(RunId(1)));
        for (code, name) in [(1, "Energy"), (2, "Cafes")] {
            let fact = team::Fact::Added { id: ids.next(), code, name: Clean::new(name), service: None };
            apply(&mut sprint, vec![fact.into()]);
        }
        (sprint, ids)
    }

    const CODES: Codes = Codes { participant: 1, department: 1 };

    #[test]
    fn a_list_adds_its_departments_once_and_the_same_list_again_adds_nobody() {
        let (mut sprint, mut ids) = start();
        let rows = [
            row(2, "Оля К.", "Сім’я і діти", "T1"),
            row(3, "Остап В.", "сім'я і діти", "cafes"),
            row(4, "Оля К.", "Транспорт", ""),
        ];
        let first = sprint.enrol(&mut ids, CODES, &rows, &Clean::default());
        assert_eq!((first.added, first.here, first.departments.len(), first.bad.len()), (3, 0, 2, 0));
        apply(&mut sprint, first.facts);
        let teams: Vec<_> = sprint.participants.iter().map(|one| one.team.is_some()).collect();
        assert_eq!(teams, [true, true, false]);
        let again = sprint.enrol(&mut ids, CODES, &rows, &Clean::default());
        assert_eq!((again.added, again.here, again.facts.len()), (0, 3, 0));
    }

    #[test]
    fn rows_that_stay_out_say_why() {
        let (mut sprint, mut ids) = start();
        let before = sprint.enrol(&mut ids, CODES, &[row(2, "Ira", "Health", "T1")], &Clean::default());
        apply(&mut sprint, before.facts);
        let rows = [
            row(2, "Ann", "", ""),
            row(3, "Bob", "Health", "Parks"),
            row(4, "Cid", "Health", "T1"),
            row(5, "CID", "health", "T2"),
            row(6, "cid", "Health", "T1"),
            row(7, "Ira", "Health", "T2"),
        ];
        let got = sprint.enrol(&mut ids, CODES, &rows, &Clean::default());
        let expected = vec![
            (2, Refusal::NoDepartment),
            (3, Refusal::NoTeamCalled(Clean::new("Parks"))),
            (5, Refusal::TwoTeams(Code::Team(1))),
            (6, Refusal::ListedTwice(4)),
            (7, Refusal::TwoTeams(Code::Team(1))),
        ];
        assert_eq!((got.bad, got.added), (expected, 1));
        let with_default = sprint.enrol(&mut ids, CODES, &rows[..1], &Clean::new("HEALTH"));
        assert_eq!((with_default.added, with_default.departments.len()), (1, 0));
    }

    #[test]
    fn nobody_comes_in_beyond_the_most() {
        let (sprint, mut ids) = start();
        let rows: Vec<Row> =
            (0..=PARTICIPANTS_MAX).map(|n| row(n as u64 + 2, &format!("M{n}"), "Health", "")).collect();
        let got = sprint.enrol(&mut ids, CODES, &rows, &Clean::default());
        assert_eq!((got.added, got.bad.len()), (PARTICIPANTS_MAX, 1));
        assert_eq!(got.bad[0].1, Refusal::TooManyPeople);
    }
}
