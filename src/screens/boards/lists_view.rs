//! What is seen of the teams in one list: who comes next to the keyboard, and what hangs on all boards.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Boards;
use super::cards::{column_label, column_words};
use super::columns_view::seat;
use super::turns::{cards, minutes, rows, team_sign, team_title};
use crate::domain::board::Column;
use crate::domain::id::TeamId;
use crate::domain::team::Team;
use crate::domain::turn::Purpose;
use crate::domain::{Code, Sprint};
use crate::kit::Cx;
use crate::kit::draw::{Glyph, Line, level_glyph, paint, paint_spread, paint_wrapped, scroll_mark};
use crate::kit::theme::Role;
use crate::words::{Args, Phrase};

/// Rows over the list: its name, two for who is at the keyboard or for the legend, the headings.
const ROWS_ABOVE: u16 = 4;
/// Columns of a team's sign with the cursor before it.
const SIGN_COLUMNS: usize = 8;

/// Where the rows lie.
pub fn inside(area: Rect) -> Rect {
    let above = ROWS_ABOVE.min(area.height);
    Rect {
        x: area.x + 1,
        y: area.y + above,
        width: area.width.saturating_sub(3),
        height: area.height - above,
    }
}

fn row(area: Rect, at: u16) -> Rect {
    let height = u16::from(at < area.height);
    Rect { x: area.x + 1, y: area.y + at.min(area.height), width: area.width.saturating_sub(3), height }
}

/// Draws rows of teams with their headings.
fn view_rows(
    screen: &Boards,
    cx: &Cx<'_>,
    area: Rect,
    buf: &mut Buffer,
    heading: &Line,
    line: impl Fn(usize, &Team) -> Line,
) {
    paint(buf, row(area, ROWS_ABOVE - 1), heading, *cx.theme, None);
    let inside = inside(area);
    let all: Vec<TeamId> = rows(screen, cx.sprint);
    let height = usize::from(inside.height);
    let seen = screen.teams.seen(height, all.len());
    for (at, place) in seen.clone().zip(0..) {
        let Some(team) = cx.sprint.teams.get(all[at]) else { continue };
        let area = Rect { y: inside.y + place, height: 1, ..inside };
        let over = (at == screen.teams.at()).then_some(Role::Cursor);
        paint(buf, area, &line(at, team), *cx.theme, over);
    }
    scroll_mark(buf, inside, seen.start, height, all.len(), *cx.theme);
    if all.is_empty() {
        paint_wrapped(buf, inside, Role::Text, &cx.words.say("refusal-no-teams"), *cx.theme);
    }
}

/// Draws the queue.
pub fn view_queue(screen: &Boards, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let title = Line::new().add(Role::Strong, &cx.words.say("boards-queue-title"));
    paint(buf, row(area, 0), &title, *cx.theme, None);
    view_now(cx, area, buf);
    let number = if area.width >= 76 { 9 } else { 8 };
    let name = usize::from(area.width).saturating_sub(4 + SIGN_COLUMNS + 4 + 4 * number + 2).clamp(8, 60);
    let right = |line: Line, id: &str| line.cell_right(Role::Muted, &cx.words.say(id), number);
    let mut heading = Line::new().gap(4 + SIGN_COLUMNS + name);
    for id in
        ["boards-heading-turns", "boards-heading-minutes", "boards-heading-notes", "boards-heading-made"]
    {
        heading = right(heading, id);
    }
    view_rows(screen, cx, area, buf, &heading, |at, team| {
        let notes = cx.sprint.cards(team.id, Column::Heard);
        let numbers = [
            cx.sprint.turns.had(team.id, &cx.now).turns as usize,
            minutes(team.id, cx) as usize,
            notes,
            cards(team.id, cx.sprint) - notes,
        ];
        let line = Line::new().cell_right(Role::Muted, &((at + 1) as u16), 3).gap(1);
        let line = line.then(here(team, cx.sprint)).then(team_sign(team)).cell(Role::Text, &team.name, name);
        numbers.iter().fold(line, |line, &n| line.cell_right(Role::Text, &(n.min(9_999) as u16), number))
    });
}

/// The mark of the team that is at the keyboard.
fn here(team: &Team, sprint: &Sprint) -> Line {
    match sprint.turns.current.as_ref().is_some_and(|turn| turn.team == team.id) {
        true => Line::new().add(Role::Accent, &Glyph::RUNS).gap(1),
        false => Line::new().gap(2),
    }
}

/// Who is at the keyboard, what for and how long; else who comes next.
fn view_now(cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let turns = &cx.sprint.turns;
    let current = turns.current.as_ref().and_then(|turn| Some((turn, cx.sprint.teams.get(turn.team)?)));
    let Some((turn, team)) = current else {
        let next = turns.queue.first().and_then(|&id| cx.sprint.teams.get(id));
        let words = match next {
            Some(team) => {
                let args =
                    Args::new().with("team", Code::Team(team.code).to_string()).with("name", &team.name);
                cx.words.tell("boards-queue-next", args)
            }
            None => Phrase::default(),
        };
        let room = Rect { height: 2.min(area.height.saturating_sub(1)), ..row(area, 1) };
        paint_wrapped(buf, room, Role::Muted, &words, *cx.theme);
        return;
    };
    let left = team_title(team);
    paint_spread(buf, row(area, 1), &left, &seat(team, cx).unwrap_or_default(), *cx.theme, None);
    let purpose = Line::new().gap(2).add(Role::Muted, &purpose_words(turn.purpose, cx));
    paint(buf, row(area, 2), &purpose, *cx.theme, None);
}

fn purpose_words(purpose: Purpose, cx: &Cx<'_>) -> Phrase {
    match purpose {
        Purpose::Notes { interview } => {
            let one = cx.sprint.interviews.get(interview);
            let team = one.and_then(|one| cx.sprint.teams.get(one.team)).map_or(0, |team| team.code);
            let code = Code::Interview(team, one.map_or(0, |one| one.number)).to_string();
            cx.words.tell("boards-purpose-notes", Args::new().with("interview", code))
        }
        Purpose::Sort => cx.words.say("boards-purpose-sort"),
        Purpose::Board { kind } => {
            let column = column_words(Column::of(kind), cx);
            cx.words.tell("boards-purpose-board", Args::new().with("column", &column))
        }
    }
}

/// Draws all teams.
pub fn view_all(screen: &Boards, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let title = Line::new().add(Role::Strong, &cx.words.say("boards-all-title"));
    paint(buf, row(area, 0), &title, *cx.theme, None);
    view_legend(cx, area, buf);
    let columns = usize::from(area.width).saturating_sub(3);
    let number = if columns >= 110 { 9 } else { 6 };
    let text = columns.saturating_sub(SIGN_COLUMNS + 6 * number);
    let name = text.min(if columns >= 110 { 24 } else { 14 });
    let service = text - name;
    let most = Column::ALL.map(|column| most_of(column, cx.sprint));
    let labels =
        |line: Line, column: Column| line.cell_right(Role::Key, &column_label(column), number - 2).gap(2);
    let heading = Column::ALL.into_iter().fold(Line::new().gap(SIGN_COLUMNS + text), labels);
    view_rows(screen, cx, area, buf, &heading, |_, team| {
        let line = here(team, cx.sprint).then(team_sign(team)).cell(Role::Text, &team.name, name);
        let about = team.service.and_then(|id| cx.sprint.services.get(id));
        let line = match about {
            Some(about) if service > 4 => line.cell(Role::Muted, &about.name, service - 1).gap(1),
            Some(_) | None => line.gap(service),
        };
        Column::ALL.into_iter().zip(most).fold(line, |line, (column, most)| {
            let n = cx.sprint.cards(team.id, column);
            let line = line.cell_right(
                if n == 0 { Role::Muted } else { Role::Text },
                &(n.min(999) as u16),
                number - 2,
            );
            match n {
                0 => line.gap(2),
                _ => line.gap(1).add(Role::Fill, &level_glyph(n as f64 / most as f64)),
            }
        })
    });
}

fn most_of(column: Column, sprint: &Sprint) -> usize {
    sprint.teams.iter().map(|team| sprint.cards(team.id, column)).max().unwrap_or(0).max(1)
}

/// Which letter is which column.
fn view_legend(cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let per_row = if area.width >= 76 { 6 } else { 3 };
    for (at, columns) in Column::ALL.chunks(per_row).enumerate() {
        let mut line = Line::new();
        for &column in columns {
            line = line
                .add(Role::Key, &column_label(column))
                .gap(1)
                .add(Role::Muted, &column_words(column, cx))
                .gap(2);
        }
        paint(buf, row(area, 1 + at as u16), &line, *cx.theme, None);
    }
}
