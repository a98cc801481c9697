//! What keys do to teams: whose board is shown, who comes next to the keyboard.

use super::cursor::in_turn;
use super::{Asked, Boards, Picture};
use crate::domain::board::Column;
use crate::domain::id::TeamId;
use crate::domain::team::Team;
use crate::domain::{Code, Refusal, Sprint, label};
use crate::kit::ask::{Ask, Choice, Pick};
use crate::kit::draw::{Line, team_glyph};
use crate::kit::theme::Role;
use crate::kit::{Cx, Reason};
use crate::words::Args;

/// Columns for a code `T24`.
pub const CODE_COLUMNS: usize = 4;

/// The teams as the queue or the list of all shows them; none where neither is shown.
pub fn rows(screen: &Boards, sprint: &Sprint) -> Vec<TeamId> {
    match screen.picture {
        Picture::Columns => Vec::new(),
        Picture::Queue => sprint.turns.queue.clone(),
        Picture::All => sprint.teams.iter().map(|team| team.id).collect(),
    }
}

/// A team's symbol and code: what tells it from all others.
pub fn team_sign(team: &Team) -> Line {
    let role = Role::Team(team.code as u8);
    Line::new().add(role, &team_glyph(team.code)).gap(1).cell(
        Role::Strong,
        &Code::Team(team.code),
        CODE_COLUMNS,
    )
}

/// A team's symbol and code, with nothing behind them.
pub fn team_code(team: &Team) -> Line {
    let role = Role::Team(team.code as u8);
    Line::new().add(role, &team_glyph(team.code)).gap(1).add(Role::Strong, &Code::Team(team.code))
}

/// A team's symbol, code and name.
pub fn team_title(team: &Team) -> Line {
    team_code(team).gap(1).add(Role::Strong, &team.name)
}

/// All cards of a team.
pub fn cards(team: TeamId, sprint: &Sprint) -> usize {
    Column::ALL.into_iter().map(|column| sprint.cards(team, column)).sum()
}

/// Minutes that a team has had of the keyboard, rounded up: a short turn is not none.
pub fn minutes(team: TeamId, cx: &Cx<'_>) -> u64 {
    cx.sprint.turns.had(team, &cx.now).spent_ms.div_ceil(60_000)
}

fn any_teams(cx: &Cx<'_>) -> Result<(), Reason> {
    if cx.sprint.teams.is_empty() {
        return Err(Refusal::NoTeams.into());
    }
    match in_turn(cx) {
        true => Err(Reason::Say("boards-own-only")),
        false => Ok(()),
    }
}

pub fn can_turn_picture(_: &Boards, cx: &Cx<'_>) -> Result<(), Reason> {
    any_teams(cx)
}

/// Columns, queue, all teams, around.
pub fn other_picture(screen: &mut Boards, cx: &mut Cx<'_>) {
    let shown = screen.team(cx);
    screen.opened.clear();
    screen.picture = match screen.picture {
        Picture::Columns => Picture::Queue,
        Picture::Queue => Picture::All,
        Picture::All => Picture::Columns,
    };
    let rows = rows(screen, cx.sprint);
    if let Some(at) = rows.iter().position(|team| Some(*team) == shown) {
        screen.teams.set(at, rows.len());
    }
}

pub fn can_choose(_: &Boards, cx: &Cx<'_>) -> Result<(), Reason> {
    any_teams(cx)
}

/// Asks whose board to show: by letters that follow the order of the codes.
pub fn choose(screen: &mut Boards, cx: &mut Cx<'_>) {
    let shown = screen.team(cx);
    let teams: Vec<&Team> = cx.sprint.teams.iter().collect();
    let choices = teams.iter().enumerate().map(|(at, team)| Choice {
        letters: letters(at, teams.len()),
        line: team_line(team, cx),
        on: Some(team.id) == shown,
    });
    let pick = Pick { title: cx.words.say("boards-team-title"), choices: choices.collect() };
    cx.ask(Ask::Pick(pick));
    screen.asked = Asked::Team(teams.iter().map(|team| team.id).collect());
}

/// One letter a team while there are letters enough, else labels.
fn letters(at: usize, teams: usize) -> String {
    match teams {
        0..=26 => char::from(b'a' + at as u8).to_string(),
        _ => label::letters(at as u16).unwrap_or_default(),
    }
}

fn team_line(team: &Team, cx: &Cx<'_>) -> Line {
    let cards = Args::new().with("cards", cards(team.id, cx.sprint));
    team_sign(team)
        .cell(Role::Text, &team.name, 30)
        .gap(2)
        .add(Role::Muted, &cx.words.tell("boards-cards", cards))
}

fn team_here(screen: &Boards, cx: &Cx<'_>) -> Result<TeamId, Reason> {
    match screen.picture {
        Picture::Columns => Err(Reason::Elsewhere),
        Picture::Queue | Picture::All => {
            let rows = rows(screen, cx.sprint);
            rows.get(screen.teams.at()).copied().ok_or(Refusal::NoTeams.into())
        }
    }
}

pub fn can_visit(screen: &Boards, cx: &Cx<'_>) -> Result<(), Reason> {
    team_here(screen, cx).map(|_| ())
}

/// To the board of the team under the cursor.
pub fn visit(screen: &mut Boards, cx: &mut Cx<'_>) {
    if let Ok(team) = team_here(screen, cx) {
        screen.turn_to(team);
    }
}

fn queued(screen: &Boards, cx: &Cx<'_>) -> Result<TeamId, Reason> {
    match screen.picture {
        Picture::Queue => team_here(screen, cx),
        Picture::Columns | Picture::All => Err(Reason::Elsewhere),
    }
}

fn can_shift(screen: &Boards, cx: &Cx<'_>, later: bool) -> Result<(), Reason> {
    cx.sprint.shift_team(queued(screen, cx)?, later)?;
    Ok(())
}

/// Moves the team under the cursor in the queue; the cursor goes with it.
fn shift(screen: &mut Boards, cx: &mut Cx<'_>, later: bool) {
    let Ok(team) = queued(screen, cx) else { return };
    if cx.propose(cx.sprint.shift_team(team, later)) {
        let at = screen.teams.at();
        let to = if later { at + 1 } else { at.saturating_sub(1) };
        screen.teams.set(to, cx.sprint.turns.queue.len());
    }
}

pub fn can_later(screen: &Boards, cx: &Cx<'_>) -> Result<(), Reason> {
    can_shift(screen, cx, true)
}

pub fn later(screen: &mut Boards, cx: &mut Cx<'_>) {
    shift(screen, cx, true);
}

pub fn can_earlier(screen: &Boards, cx: &Cx<'_>) -> Result<(), Reason> {
    can_shift(screen, cx, false)
}

pub fn earlier(screen: &mut Boards, cx: &mut Cx<'_>) {
    shift(screen, cx, false);
}
