//! What keys do to a participant: another team, other roles, gone and back.

use super::{Asked, People};
use crate::domain::Code;
use crate::domain::id::{ParticipantId, TeamId};
use crate::domain::label;
use crate::domain::participant::{Participant, Role};
use crate::kit::ask::{Ask, Choice, Pick};
use crate::kit::draw::{Glyph, Line, team_glyph};
use crate::kit::roles::{role_letter, role_words};
use crate::kit::theme::Role as Look;
use crate::kit::{Cx, Notice, Reason};
use crate::words::{Args, Phrase};

/// Columns of a team's name in a list to choose from.
const TEAM_COLUMNS: usize = 30;
/// The letter of "left".
const LEFT_LETTER: &str = "l";

/// The participant under the cursor; on the left are departments and teams.
pub fn on_person(screen: &People, cx: &Cx<'_>) -> Result<(), Reason> {
    super::cursor::on_pictures(screen, cx)?;
    match screen.person(cx.sprint) {
        Some(_) => Ok(()),
        None if screen.on_people || screen.picture == super::Picture::Unasked => {
            Err(Reason::Say("people-nobody"))
        }
        None => Err(Reason::Elsewhere),
    }
}

pub fn can_seat(screen: &People, cx: &Cx<'_>) -> Result<(), Reason> {
    on_person(screen, cx)?;
    match (cx.sprint.teams.is_empty(), screen.person(cx.sprint).is_some_and(|one| one.left)) {
        (true, _) => Err(crate::domain::Refusal::NoTeams.into()),
        (false, true) => Err(crate::domain::Refusal::ParticipantLeft.into()),
        (false, false) => Ok(()),
    }
}

/// Asks in which team somebody is to sit. A team keeps its letters, which follow from its number; "no team" has
/// the letter of the outlier tray, which no team has.
pub fn ask_team(screen: &mut People, cx: &mut Cx<'_>) {
    let Some(one) = screen.person(cx.sprint) else { return };
    let mut teams = Vec::new();
    let mut choices = Vec::new();
    for team in cx.sprint.teams.iter() {
        teams.push(Some(team.id));
        let on = one.team == Some(team.id);
        choices.push(Choice { letters: team_letters(team.code), line: team_line(team.id, one, cx), on });
    }
    teams.push(None);
    let line = Line::new().add(Look::Text, &cx.words.say("people-no-team"));
    let letters = label::letters(label::TRAY).unwrap_or_default();
    choices.push(Choice { letters, line, on: one.team.is_none() });
    let title = cx.words.tell("people-seat-title", Args::new().with("name", &one.name));
    screen.asked = Asked::Seat(one.id, teams);
    cx.ask(Ask::Pick(Pick { title, choices }));
}

/// The letters of a team, by its number.
fn team_letters(code: u32) -> String {
    let labels = (0..label::LABELS).filter(|n| *n != label::TRAY);
    labels.skip(code.saturating_sub(1) as usize).find_map(label::letters).unwrap_or_default()
}

fn team_line(id: TeamId, one: &Participant, cx: &Cx<'_>) -> Line {
    let Some(team) = cx.sprint.teams.get(id) else { return Line::new() };
    let people = cx.sprint.members(id).count();
    let name = if team.is_named() { team.name.clone() } else { crate::text::Clean::default() };
    let line = Line::new()
        .add(Look::Team(team.code as u8), &team_glyph(team.code))
        .gap(1)
        .cell(Look::Strong, &Code::Team(team.code), 4)
        .cell(Look::Text, &name, TEAM_COLUMNS)
        .gap(1)
        .add(Look::Muted, &people_count(people, cx));
    let own = one.department.is_some() && cx.sprint.department_of_team(id) == one.department;
    match own {
        true => line.gap(2).add(Look::Warn, &Glyph::WARN).gap(1).add(Look::Warn, &cx.words.say("people-own")),
        false => line,
    }
}

/// So many people.
pub fn people_count(people: usize, cx: &Cx<'_>) -> Phrase {
    cx.words.tell("people-count", Args::new().with("people", people))
}

/// Seats somebody. On a service of their own department they are seated too, and it is said.
pub fn seat(screen: &mut People, id: ParticipantId, team: Option<TeamId>, cx: &mut Cx<'_>) {
    if !cx.propose(cx.sprint.seat_participant(id, team)) {
        return;
    }
    let own = cx.sprint.participants.get(id).and_then(|one| one.department);
    if own.is_some() && team.and_then(|team| cx.sprint.department_of_team(team)) == own {
        cx.tell(Notice::news(cx.words.say("people-own-told")));
    }
    if screen.picture == super::Picture::Departments {
        screen.wanted = Some(super::cursor::Selected::Person(id));
    }
}

/// Asks what somebody does.
pub fn ask_role(screen: &mut People, cx: &mut Cx<'_>) {
    let Some(one) = screen.person(cx.sprint) else { return };
    let mut choices: Vec<Choice> = Role::ALL
        .into_iter()
        .map(|role| Choice {
            letters: role_letter(role).to_owned(),
            line: Line::new().add(Look::Text, &role_words(role, cx.words)),
            on: one.does(role),
        })
        .collect();
    choices.push(Choice {
        letters: LEFT_LETTER.to_owned(),
        line: Line::new().add(Look::Text, &cx.words.say("people-left-choice")),
        on: one.left,
    });
    let title = cx.words.tell("people-role-title", Args::new().with("name", &one.name));
    screen.asked = Asked::Role(one.id);
    cx.ask(Ask::Pick(Pick { title, choices }));
}

/// Gives the role at this place of the list, or takes it away; behind the roles stands "left".
pub fn choose(id: ParticipantId, at: usize, cx: &mut Cx<'_>) {
    let outcome = match Role::ALL.get(at) {
        Some(&role) => cx.sprint.toggle_role(id, role),
        None => cx.sprint.leave(id),
    };
    cx.propose(outcome);
}

/// Somebody leaves, or is back.
pub fn leave(screen: &mut People, cx: &mut Cx<'_>) {
    let Some(one) = screen.person(cx.sprint) else { return };
    let (id, back) = (one.id, one.left);
    let args = Args::new().with("code", Code::Participant(one.code).to_string());
    if cx.propose(cx.sprint.leave(id)) {
        let said = if back { "people-is-back" } else { "people-has-left" };
        cx.tell(Notice::news(cx.words.tell(said, args)));
    }
}
