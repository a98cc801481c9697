//! What is seen of the grid of scores.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::scores::COLUMNS;
use super::standing::Standing;
use super::view::Regions;
use super::weights_view::criterion_words;
use super::{Priorities, list};
use crate::domain::Code;
use crate::domain::priority::{Criterion, Part};
use crate::kit::Cx;
use crate::kit::draw::{Glyph, Line, paint, paint_field, paint_wrapped, scroll_mark};
use crate::kit::theme::Role;
use crate::method::ranking;
use crate::words::{Args, Phrase};

/// Columns of a cell with the gap before it.
const CELL: u16 = 7;
/// Columns between the two criteria.
const BETWEEN: u16 = 2;

/// Columns that the names get.
fn name_columns(area: Rect) -> u16 {
    let cells = COLUMNS.len() as u16 * CELL + BETWEEN;
    area.width.saturating_sub(cells).min(60)
}

/// Where a cell lies in a row.
fn cell(row: Rect, column: usize) -> Rect {
    let between = if column >= 3 { BETWEEN } else { 0 };
    let x = row.x + name_columns(row) + column as u16 * CELL + between;
    Rect { x, width: CELL, ..row }.intersection(row)
}

/// Draws it.
pub fn view(screen: &Priorities, cx: &Cx<'_>, regions: &Regions, buf: &mut Buffer) {
    let theme = *cx.theme;
    view_titles(cx, regions.titles, buf);
    let all = list::order(screen, cx);
    let height = usize::from(regions.rows.height);
    let seen = screen.list.seen(height, all.len());
    let first = seen.start;
    for (row, at) in seen.enumerate() {
        let place = Rect { y: regions.rows.y + row as u16, height: 1, ..regions.rows };
        view_row(&all[at], cx, place, buf);
        if at == screen.list.at() {
            let name = Rect { width: name_columns(place), ..place };
            buf.set_style(name, theme.style(Role::Strong));
            view_cursor(screen, place, cx, buf);
        }
    }
    scroll_mark(buf, regions.rows, first, height, all.len(), theme);
}

/// The cell under the cursor: reversed, or with the field that is open in it.
fn view_cursor(screen: &Priorities, row: Rect, cx: &Cx<'_>, buf: &mut Buffer) {
    let place = cell(row, screen.grid.column);
    let Some(field) = screen.grid.field() else {
        buf.set_style(place, cx.theme.style(Role::Cursor));
        return;
    };
    let empty = Line::new().gap(usize::from(place.width));
    paint(buf, place, &empty, *cx.theme, Some(Role::Writing));
    let room = Rect { x: place.x + 2, width: place.width.saturating_sub(2), ..place };
    paint_field(buf, room, field, *cx.theme);
    buf.set_style(place, cx.theme.style(Role::Writing));
    let cursor = Rect { x: room.x + field.cursor_columns() as u16, width: 1, ..room };
    buf.set_style(cursor.intersection(place), cx.theme.style(Role::Cursor));
}

fn view_titles(cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    let first = Rect { height: 1, ..area };
    let second = Rect { y: area.y + 1, height: 1, ..area };
    let groups = [(0, ranking::Criterion::Impact), (3, ranking::Criterion::Feasibility)];
    for (column, criterion) in groups {
        let place = cell(first, column);
        let room = Rect { x: place.x + 1, width: 3 * CELL - 1, ..place }.intersection(first);
        paint(buf, room, &Line::new().add(Role::Strong, &criterion_words(criterion, cx)), theme, None);
    }
    let title = Line::new().add(Role::Muted, &cx.words.say("priorities-title-service"));
    paint(buf, Rect { width: name_columns(second), ..second }, &title, theme, None);
    for (column, (_, part)) in COLUMNS.iter().enumerate() {
        let line = Line::new().cell_right(Role::Muted, &part_words(*part, cx), usize::from(CELL) - 1);
        paint(buf, cell(second, column), &line, theme, None);
    }
}

fn view_row(one: &Standing<'_>, cx: &Cx<'_>, place: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    let columns = usize::from(name_columns(place));
    let name = Line::new()
        .then(super::view::studied_sign(one))
        .cell(Role::Strong, &Code::Service(one.service.code), 3)
        .gap(1)
        .cell(Role::Text, &one.service.name, columns.saturating_sub(7));
    paint(buf, place, &name, theme, None);
    let standing = cx.sprint.priorities.standing(one.service.id);
    for (column, &(criterion, part)) in COLUMNS.iter().enumerate() {
        let columns = usize::from(CELL) - 1;
        let line = match standing.of(criterion) {
            Some(score) => {
                let role = if part == Part::Mode { Role::Text } else { Role::Muted };
                Line::new().cell_right(role, &cx.words.decimal(score.part(part), 1), columns)
            }
            None => Line::new().cell_right(Role::Warn, &Glyph::UNKNOWN, columns),
        };
        paint(buf, cell(place, column), &line, theme, None);
    }
}

fn part_words(part: Part, cx: &Cx<'_>) -> Phrase {
    cx.words.say(match part {
        Part::Low => "priorities-part-low",
        Part::Mode => "priorities-part-mode",
        Part::High => "priorities-part-high",
    })
}

/// Which cell it is, and what keys do in it.
pub fn view_foot(screen: &Priorities, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    let (criterion, part) = COLUMNS[screen.grid.column];
    let Some(service) = screen.at.and_then(|id| cx.sprint.services.get(id)) else { return };
    let words = criterion_words(
        match criterion {
            Criterion::Impact => ranking::Criterion::Impact,
            Criterion::Feasibility => ranking::Criterion::Feasibility,
        },
        cx,
    );
    let now = match cx.sprint.priorities.standing(service.id).of(criterion) {
        Some(score) => cx.words.decimal(score.part(part), 1),
        None => cx.words.say("priorities-unknown"),
    };
    let args = Args::new().with("criterion", words).with("part", part_words(part, cx)).with("now", now);
    let line = Line::new()
        .add(Role::Strong, &Code::Service(service.code))
        .gap(1)
        .add(Role::Text, &service.name)
        .gap(1)
        .add(Role::Muted, &Glyph::DOT)
        .gap(1)
        .add(Role::Strong, &cx.words.tell("priorities-cell", args));
    paint(buf, Rect { height: 1, ..area }, &line, theme, None);
    let hint = cx.words.say(match screen.grid.field() {
        Some(_) => "priorities-typing",
        None => "priorities-not-typing",
    });
    let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    paint_wrapped(buf, below, Role::Muted, &hint, theme);
}
