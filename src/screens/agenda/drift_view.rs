//! The plan against what happened: starts and minutes side by side, with their differences and sums.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Agenda;
use super::cursor::{self, Row};
use super::day_view::{self, Plans, drift, part, took_minutes};
use super::view::{Regions, line_across, paint_in_line};
use crate::domain::agenda::AgendaItem;
use crate::domain::day_plan::DayPlan;
use crate::kit::draw::{Line, highlight, paint_spread, scroll_mark};
use crate::kit::theme::Role;
use crate::kit::{Cx, said};
use crate::method::schedule::{MINUTE_MS, State};
use crate::words::Args;

/// Columns of what was planned, what happened and the difference.
const CELL: [usize; 3] = [6, 7, 5];
/// Columns of all cells behind the title: those of the start and those of the minutes, with a gap.
const CELLS: u16 = 2 * (CELL[0] + CELL[1] + CELL[2]) as u16 + 2;
/// Columns of a sign before the title.
const SIGN: usize = 2;

/// Draws the table.
pub fn view(screen: &Agenda, cx: &Cx<'_>, places: &Regions, buf: &mut Buffer) {
    let rows = cursor::rows(cx);
    let spot = cursor::spot(screen, cx);
    let mut plans = Plans::new(cx);
    view_rule(cx, places.rule, buf);
    let list = places.list;
    let seen = screen.list.seen(usize::from(list.height), rows.len());
    for (y, row) in (list.y..).zip(&rows[seen.clone()]) {
        let place = Rect { y, height: 1, ..list };
        match row {
            Row::Day(day) => day_view::view_heading(plans.of(*day), cx, place, buf),
            Row::Timebox(id) => {
                let Some(item) = cx.sprint.agenda.get(*id) else { continue };
                view_box(item, plans.of(item.day), cx, place, buf);
                if spot == Some(*id) {
                    highlight(buf, place, Role::Cursor, *cx.theme);
                }
            }
        }
    }
    scroll_mark(buf, list, seen.start, usize::from(list.height), rows.len(), *cx.theme);
    let day = spot.and_then(|id| cx.sprint.agenda.get(id)).map(|item| item.day);
    if let Some(day) = day {
        view_sums(plans.of(day), cx, places.sums, buf);
    }
}

/// The names of the columns.
fn view_rule(cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    line_across(cx, area, buf);
    let starts = cells(cx.words.say("agenda-column-start"), cx);
    let minutes = cells(cx.words.say("agenda-column-minutes"), cx);
    let line = starts.gap(2).then(minutes);
    let place = Rect { x: area.right().saturating_sub(CELLS), width: CELLS.min(area.width), ..area };
    paint_in_line(buf, place, &line, cx);
}

fn cells(name: crate::words::Phrase, cx: &Cx<'_>) -> Line {
    let line = Line::new().cell_right(Role::Muted, &name, CELL[0]);
    let line = line.cell_right(Role::Muted, &cx.words.say("agenda-column-was"), CELL[1]);
    line.cell_right(Role::Muted, &cx.words.say("agenda-column-drift"), CELL[2])
}

fn view_box(item: &AgendaItem, plan: &DayPlan<'_>, cx: &Cx<'_>, place: Rect, buf: &mut Buffer) {
    let role = if item.cut { Role::Muted } else { Role::Text };
    let sign = day_view::sign(item);
    let gap = SIGN.saturating_sub(sign.width());
    let left = sign.gap(gap).add(role, &item.title);
    paint_spread(buf, place, &left, &numbers(item, plan, cx), *cx.theme, None);
}

fn numbers(item: &AgendaItem, plan: &DayPlan<'_>, cx: &Cx<'_>) -> Line {
    let (Some(one), span) = part(item, plan) else { return Line::new() };
    let planned = Line::new().cell_right(Role::Muted, &said::day_time(one.start, cx.words), CELL[0]);
    let Some(span) = span.filter(|_| !item.cut) else {
        let cut = planned.cell_right(Role::Muted, &cx.words.say("agenda-cut"), CELL[1]).gap(CELL[2] + 2);
        let planned = cut.cell_right(Role::Muted, &one.planned, CELL[0]).gap(CELL[1]);
        return planned.then(difference(-i64::from(one.planned), cx));
    };
    let lived = one.state != State::Ahead;
    let role = if lived { Role::Text } else { Role::Muted };
    let minutes = match one.state {
        State::Over { .. } | State::Current { .. } => took_minutes(span),
        State::Ahead => i64::from(one.minutes),
    };
    let late = span.begin.div_euclid(MINUTE_MS) - one.start.div_euclid(MINUTE_MS);
    planned
        .cell_right(role, &said::day_time(span.begin, cx.words), CELL[1])
        .then(difference(late, cx))
        .gap(2)
        .cell_right(Role::Muted, &one.planned, CELL[0])
        .cell_right(role, &cx.words.number(minutes), CELL[1])
        .then(difference(minutes - i64::from(one.planned), cx))
}

fn difference(minutes: i64, cx: &Cx<'_>) -> Line {
    let line = drift(minutes, cx).unwrap_or_default();
    Line::new().gap(CELL[2].saturating_sub(line.width())).then(line)
}

/// What the day was planned with and took so far, and when it will end.
fn view_sums(plan: &DayPlan<'_>, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    line_across(cx, Rect { height: area.height.min(1), ..area }, buf);
    let (mut planned, mut took, mut over) = (0, 0, 0);
    for (one, span) in plan.boxes.iter().zip(&plan.forecast.spans) {
        if let (State::Over { .. }, Some(span)) = (one.state, span) {
            planned += i64::from(one.planned);
            took += took_minutes(*span);
            over += 1;
        }
    }
    let args = Args::new().with("blocks", over).with("planned", planned).with("took", took);
    let left = Line::new().add(Role::Text, &cx.words.tell("agenda-sums", args));
    let mut right = Line::new();
    if let Some(finish) = plan.forecast.finish {
        let args = Args::new().with("end", said::day_time(finish, cx.words));
        right = right.add(Role::Strong, &cx.words.tell("agenda-day-ends", args));
    }
    let row = Rect { y: area.y + 1.min(area.height), height: area.height.saturating_sub(1).min(1), ..area };
    paint_spread(buf, row, &left, &right, *cx.theme, None);
}
