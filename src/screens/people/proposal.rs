//! Proposed teams: made from the people who sit nowhere, shown as ghosts, taken as one step or left.

use ratatui::layout::Rect;

use super::{People, proposal_view};
use crate::domain::Refusal;
use crate::domain::id::{DepartmentId, ParticipantId, TeamId};
use crate::domain::participant::{Participant, Role};
use crate::kit::{Cx, List, Motion, Notice, Reason};
use crate::method::teaming::{self, Person, Proposal, Team};
use crate::words::Args;

/// Teams that are only proposed.
pub struct Proposed {
    /// The people that the method knows by their places: who sits already, and who is to sit.
    pub people: Vec<ParticipantId>,
    /// The teams by their places.
    pub teams: Vec<TeamId>,
    /// What was proposed.
    pub proposal: Proposal,
    seed: u64,
    version: u64,
    rows: List,
}

/// Who is to be seated: all who are here without a team, but for those who run the event.
fn is_waiting(one: &Participant) -> bool {
    one.team.is_none() && !one.does(Role::Facilitator)
}

impl Proposed {
    fn make(seed: u64, cx: &Cx<'_>) -> Self {
        let sprint = cx.sprint;
        let teams: Vec<TeamId> = sprint.teams.iter().map(|team| team.id).collect();
        let present: Vec<&Participant> =
            sprint.present().filter(|one| one.team.is_some() || is_waiting(one)).collect();
        let number = |id: Option<DepartmentId>| id.and_then(|id| sprint.departments.row_of(id));
        let person = |one: &&Participant| Person {
            department: number(one.department),
            asks: one.does(Role::Interviewer),
            writes: one.does(Role::NoteTaker),
            seat: one.team.and_then(|team| sprint.teams.row_of(team)).map(|row| row as usize),
        };
        let people: Vec<Person> = present.iter().map(person).collect();
        let owned = |id: &TeamId| Team { owner: number(sprint.department_of_team(*id)) };
        let owners: Vec<Team> = teams.iter().map(owned).collect();
        Self {
            proposal: teaming::propose(&people, &owners, seed),
            people: present.iter().map(|one| one.id).collect(),
            teams,
            seed,
            version: cx.history.version(),
            rows: List::default(),
        }
    }

    /// Whether the sprint changed since.
    pub fn is_stale(&self, cx: &Cx<'_>) -> bool {
        self.version != cx.history.version()
    }

    /// Who would sit where, of those who sit nowhere.
    pub fn seats(&self, cx: &Cx<'_>) -> Vec<(ParticipantId, TeamId)> {
        let is_new =
            |id: &ParticipantId| cx.sprint.participants.get(*id).is_some_and(|one| one.team.is_none());
        let of_team = |(team, people): (&TeamId, &Vec<usize>)| {
            let team = *team;
            let ids: Vec<ParticipantId> = people
                .iter()
                .filter_map(|&at| self.people.get(at).copied())
                .filter(|id| is_new(id))
                .collect();
            ids.into_iter().map(move |id| (id, team))
        };
        self.teams.iter().zip(&self.proposal.teams).flat_map(of_team).collect()
    }

    /// The first row of cards that is seen.
    pub fn top(&self) -> usize {
        self.rows.at()
    }

    pub fn moved(&mut self, motion: Motion, area: Rect) {
        self.rows.moved(motion, proposal_view::tops(self, area));
    }

    pub fn fit(&mut self, area: Rect) {
        self.rows.fit(1, proposal_view::tops(self, area));
    }
}

pub fn is_shown(screen: &People, _: &Cx<'_>) -> Result<(), Reason> {
    screen.proposed.as_ref().map(|_| ()).ok_or(Reason::Elsewhere)
}

pub fn can_take(screen: &People, cx: &Cx<'_>) -> Result<(), Reason> {
    let proposed = screen.proposed.as_ref().ok_or(Reason::Elsewhere)?;
    match proposed.seats(cx).is_empty() {
        true => Err(Reason::Say("people-nothing-to-take")),
        false => Ok(()),
    }
}

pub fn ready(screen: &People, cx: &Cx<'_>) -> Result<(), Reason> {
    super::cursor::on_pictures(screen, cx)?;
    if cx.sprint.teams.is_empty() {
        return Err(Refusal::NoTeams.into());
    }
    if cx.sprint.present().next().is_none() {
        return Err(Refusal::NobodyHere.into());
    }
    match cx.sprint.present().any(is_waiting) {
        true => Ok(()),
        false => Err(Refusal::EverybodySits.into()),
    }
}

/// Shows proposed teams.
pub fn propose(screen: &mut People, cx: &mut Cx<'_>) {
    screen.proposed = Some(Proposed::make(1, cx));
}

/// Shows others.
pub fn again(screen: &mut People, cx: &mut Cx<'_>) {
    let seed = screen.proposed.as_ref().map_or(1, |proposed| proposed.seed + 1);
    screen.proposed = Some(Proposed::make(seed, cx));
}

/// Lets the proposed teams be.
pub fn reject(screen: &mut People, cx: &mut Cx<'_>) {
    screen.proposed = None;
    screen.fit(cx.sprint);
}

/// Seats everybody as proposed, in one step.
pub fn take(screen: &mut People, cx: &mut Cx<'_>) {
    let Some(proposed) = screen.proposed.take() else { return };
    let seats = proposed.seats(cx);
    if cx.propose(cx.sprint.seat_all(&seats)) {
        let args = Args::new().with("people", seats.len());
        cx.tell(Notice::news(cx.words.tell("people-seated", args)));
        screen.picture = super::Picture::Teams;
    }
    screen.fit(cx.sprint);
}
