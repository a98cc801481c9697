//! What is seen of a board: the teams, the columns with their cards, the card under the cursor in full.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::cards::{column_label, column_words};
use super::cursor::cards_of;
use super::layout::{HEADING_ROWS, Regions, regions};
use super::turns::{cards, minutes, team_code, team_sign, team_title};
use super::{Boards, card_view};
use crate::domain::board::Column;
use crate::domain::id::TeamId;
use crate::domain::team::Team;
use crate::kit::draw::{Glyph, Line, paint, paint_spread, paint_wrapped, scroll_mark};
use crate::kit::theme::Role;
use crate::kit::{Cx, Touch};
use crate::words::Args;

/// Columns for a number of cards, and for minutes.
const NUMBER_COLUMNS: usize = 4;

/// Draws it.
pub fn view(screen: &Boards, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let Some(team) = screen.team(cx) else {
        let room = Rect { x: area.x + 2, y: area.y + 1, width: area.width.saturating_sub(4), ..area };
        let room = Rect { height: room.height.saturating_sub(1), ..room };
        paint_wrapped(buf, room, Role::Text, &cx.words.say("refusal-no-teams"), *cx.theme);
        return;
    };
    let regions = regions(area, screen.first);
    view_head(team, cx, regions.head, buf);
    view_teams(team, cx, regions.teams, buf);
    for &(column, place) in &regions.seen {
        view_column(screen, team, column, cx, place, &regions, buf);
    }
    for &(column, place) in &regions.stubs {
        view_stub(team, column, cx, place, buf);
    }
    view_strip(screen, cx, regions.strip, buf);
}

fn view_strip(screen: &Boards, cx: &Cx<'_>, strip: Rect, buf: &mut Buffer) {
    match (screen.writing.draft(), screen.card(cx)) {
        (Some(draft), _) => card_view::view_draft(draft, cx, strip, buf),
        (None, Some(card)) => card_view::view_strip(card, cx, strip, buf),
        (None, None) => card_view::rule(buf, strip, &Line::new(), &Line::new(), cx),
    }
}

/// Whose board it is, what it is about, and how long the team has been at the keyboard.
fn view_head(team: TeamId, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let row = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let Some(team) = cx.sprint.teams.get(team) else { return };
    let mut left = team_title(team);
    if let Some(service) = team.service.and_then(|id| cx.sprint.services.get(id)) {
        left = left.gap(1).add(Role::Muted, &Glyph::DOT).gap(1).add(Role::Muted, &service.name);
    }
    let right = seat(team, cx).unwrap_or_else(|| {
        let args = Args::new().with("cards", cards(team.id, cx.sprint)).with("minutes", minutes(team.id, cx));
        Line::new().add(Role::Muted, &cx.words.tell("boards-cards-and-minutes", args))
    });
    paint_spread(buf, row, &left, &right, *cx.theme, None);
}

/// The seat clock of a team that is at the keyboard.
pub fn seat(team: &Team, cx: &Cx<'_>) -> Option<Line> {
    let turn = cx.sprint.turns.current.as_ref().filter(|turn| turn.team == team.id)?;
    if turn.seated.is_none() {
        return Some(Line::new().add(Role::Accent, &cx.words.say("boards-called")));
    }
    let left_s = turn.clock.left_s(turn.minutes, &cx.now);
    let (id, role) = match left_s < 0 {
        true => ("boards-seat-over", Role::Warn),
        false => ("boards-seat-left", Role::Accent),
    };
    let args = Args::new().with("left", cx.words.clock(left_s));
    Some(Line::new().add(Role::Accent, &Glyph::RUNS).gap(1).add(role, &cx.words.tell(id, args)))
}

/// The teams that are seen when `at` is the one whose board is shown.
fn teams_seen(at: usize, height: usize, len: usize) -> std::ops::Range<usize> {
    let height = height.max(1);
    let first = at.saturating_sub(height / 2).min(len.saturating_sub(height));
    first..len.min(first + height)
}

fn team_rows(area: Rect) -> Rect {
    let rows = HEADING_ROWS.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, width: area.width.saturating_sub(1), ..area }
}

fn view_teams(shown: TeamId, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    let rows = team_rows(area);
    let numbers = usize::from(rows.width) > 8;
    if numbers {
        let heading = Line::new().add(Role::Muted, &cx.words.say("boards-heading-cards")).cell_right(
            Role::Muted,
            &cx.words.say("boards-heading-minutes"),
            NUMBER_COLUMNS,
        );
        paint_spread(
            buf,
            Rect { height: 1, ..Rect { width: rows.width, ..area } },
            &Line::new(),
            &heading,
            theme,
            None,
        );
    }
    let rule = Rect { y: area.y + 1, height: 1, width: rows.width, ..area };
    card_view::rule(buf, rule, &Line::new(), &Line::new(), cx);
    let len = cx.sprint.teams.len();
    let at = cx.sprint.teams.row_of(shown).unwrap_or(0) as usize;
    let seen = teams_seen(at, usize::from(rows.height), len);
    for (row, place) in seen.clone().enumerate() {
        let Some(team) = cx.sprint.teams.at_row(place as u32) else { continue };
        let area = Rect { y: rows.y + row as u16, height: 1, ..rows };
        let mut left = Line::new();
        left = if place == at { left.add(Role::Accent, &Glyph::CURSOR) } else { left.gap(1) };
        left = left.then(if numbers { team_sign(team) } else { team_code(team) });
        if usize::from(rows.width) > 20 {
            left = left.add(if place == at { Role::Strong } else { Role::Text }, &team.name);
        }
        let right = if numbers { numbers_of(team, cx) } else { Line::new() };
        paint_spread(buf, area, &left, &right, theme, None);
    }
    scroll_mark(buf, rows, seen.start, usize::from(rows.height), len, theme);
}

fn numbers_of(team: &Team, cx: &Cx<'_>) -> Line {
    let sits = cx.sprint.turns.current.as_ref().is_some_and(|turn| turn.team == team.id);
    let (cards, minutes) = (cards(team.id, cx.sprint), minutes(team.id, cx));
    Line::new().cell_right(Role::Text, &(cards.min(999) as u16), NUMBER_COLUMNS - 1).cell_right(
        if sits { Role::Accent } else { Role::Muted },
        &(minutes.min(999) as u16),
        NUMBER_COLUMNS,
    )
}

fn view_column(
    screen: &Boards,
    team: TeamId,
    column: Column,
    cx: &Cx<'_>,
    place: Rect,
    regions: &Regions,
    buf: &mut Buffer,
) {
    let theme = *cx.theme;
    let on = screen.column == column;
    let len = cx.sprint.cards(team, column);
    let role = if on { Role::Accent } else { Role::Strong };
    let left = Line::new().add(Role::Key, &column_label(column)).gap(1).add(role, &column_words(column, cx));
    let right = Line::new().add(Role::Muted, &(len.min(9_999) as u16));
    paint_spread(buf, Rect { height: 1, ..place }, &left, &right, theme, None);
    let role = if on { Role::BorderOn } else { Role::Border };
    for x in place.left()..place.right() {
        buf.set_string(x, place.y + 1, Glyph::LINE.as_str(), theme.style(role));
    }
    let inside = Regions::cards(place);
    if len == 0 {
        paint_wrapped(buf, inside, Role::Muted, &empty(column, cx), theme);
        return;
    }
    let high = regions.cards_high();
    let seen = screen.list(column).seen(high, len);
    let cursor = screen.list(column).at();
    for (at, card) in cards_of(team, column, seen.clone(), cx.sprint) {
        let y = inside.y + (at - seen.start) as u16 * regions.card_rows;
        let height = regions.card_rows.min(inside.bottom().saturating_sub(y));
        card_view::view(screen, card, on && at == cursor, cx, Rect { y, height, ..inside }, buf);
    }
    scroll_mark(buf, inside, seen.start, high, len, theme);
}

fn empty(column: Column, cx: &Cx<'_>) -> crate::words::Phrase {
    cx.words.say(match column {
        Column::Learn => "boards-empty-learn",
        Column::Heard => "boards-empty-heard",
        Column::Insights => "boards-empty-insights",
        Column::Opportunities => "boards-empty-opportunities",
        Column::Ideas => "boards-empty-ideas",
        Column::Steps => "boards-empty-steps",
    })
}

/// A column that is only counted: its label, and how many cards hang in it.
fn view_stub(team: TeamId, column: Column, cx: &Cx<'_>, place: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    let label = Line::new().cell_right(Role::Key, &column_label(column), usize::from(place.width));
    paint(buf, Rect { height: 1, ..place }, &label, theme, None);
    card_view::rule(buf, Rect { y: place.y + 1, height: 1, ..place }, &Line::new(), &Line::new(), cx);
    let cards = cx.sprint.cards(team, column).min(999) as u16;
    let count = Line::new().cell_right(Role::Muted, &cards, usize::from(place.width));
    paint(buf, Rect { y: place.y + HEADING_ROWS, height: 1, ..place }, &count, theme, None);
}

/// The pointer on a board: a card, a column that is only counted, a team.
pub fn pointed(screen: &mut Boards, at: Position, area: Rect, cx: &mut Cx<'_>) -> Touch {
    let Some(team) = screen.team(cx) else { return Touch::Nothing };
    let regions = regions(area, screen.first);
    if let Some((column, place)) = regions.seen.iter().find(|(_, place)| place.contains(at)) {
        let was_here = screen.column == *column;
        screen.column = *column;
        let len = cx.sprint.cards(team, *column);
        let list = &mut screen.lists[column.place()];
        let touch = list.pointed(at, Regions::cards(*place), regions.card_rows, len);
        return if was_here || touch == Touch::Nothing { touch } else { Touch::Chosen };
    }
    if let Some((column, _)) = regions.stubs.iter().find(|(_, place)| place.contains(at)) {
        screen.column = *column;
        return Touch::Chosen;
    }
    point_at_team(screen, at, team, team_rows(regions.teams), cx)
}

/// A card is let go over a column: as if it were sent there.
pub fn dropped(screen: &mut Boards, at: Position, area: Rect, cx: &mut Cx<'_>) {
    let regions = regions(area, screen.first);
    let columns = regions.seen.iter().chain(&regions.stubs);
    let over = columns.filter(|(_, place)| place.contains(at)).map(|(column, _)| *column).next();
    let cards = screen.chosen(cx);
    if let Some(to) = over.filter(|to| *to != screen.column && !cards.is_empty()) {
        super::cards::send(screen, cards, to, cx);
    }
}

fn point_at_team(screen: &mut Boards, at: Position, shown: TeamId, rows: Rect, cx: &Cx<'_>) -> Touch {
    if !rows.contains(at) || super::cursor::in_turn(cx) {
        return Touch::Nothing;
    }
    let place = cx.sprint.teams.row_of(shown).unwrap_or(0) as usize;
    let seen = teams_seen(place, usize::from(rows.height), cx.sprint.teams.len());
    let wanted = seen.start + usize::from(at.y - rows.y);
    match cx.sprint.teams.at_row(wanted as u32) {
        Some(team) if seen.contains(&wanted) => {
            screen.turn_to(team.id);
            Touch::Chosen
        }
        Some(_) | None => Touch::Nothing,
    }
}
