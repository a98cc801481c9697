//! The rows of the agenda and which timebox is under the cursor.

use ratatui::layout::{Position, Rect};

use super::Agenda;
use crate::domain::id::AgendaId;
use crate::kit::{Cx, Motion, Touch};

/// A row of the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Row {
    /// The heading of a day.
    Day(u8),
    /// A timebox.
    Timebox(AgendaId),
}

/// The rows day by day, under headings where there are several days. At most a few hundred.
pub fn rows(cx: &Cx<'_>) -> Vec<Row> {
    let days = cx.sprint.days();
    let mut rows = Vec::with_capacity(cx.sprint.agenda.len() + days.len());
    for &day in &days {
        if days.len() > 1 {
            rows.push(Row::Day(day));
        }
        let of_day = cx.sprint.agenda_in_order().filter(|item| item.day == day);
        rows.extend(of_day.map(|item| Row::Timebox(item.id)));
    }
    rows
}

/// The timebox under the cursor: the chosen one, else the one the room is in, else the next, else the
/// one that ended last, else the first.
pub fn spot(screen: &Agenda, cx: &Cx<'_>) -> Option<AgendaId> {
    let chosen = screen.at.filter(|&id| cx.sprint.agenda.get(id).is_some());
    let current = || cx.sprint.current_item().map(|item| item.id);
    let next = || {
        let day = cx.sprint.day_in_hand(&cx.now, cx.zone)?;
        cx.sprint.day_plan(day, &cx.now, cx.zone).next().map(|item| item.id)
    };
    let first = || cx.sprint.agenda_in_order().next().map(|item| item.id);
    let ended = || cx.sprint.agenda.iter().max_by_key(|item| item.ended.map(|at| at.at.t_ms));
    let ended = || ended().filter(|item| item.ended.is_some()).map(|item| item.id);
    chosen.or_else(current).or_else(next).or_else(ended).or_else(first)
}

/// The place of the cursor among the rows.
pub fn place(screen: &Agenda, rows: &[Row], cx: &Cx<'_>) -> usize {
    let spot = spot(screen, cx);
    rows.iter().position(|row| matches!(row, Row::Timebox(id) if Some(*id) == spot)).unwrap_or(0)
}

/// Moves over the timeboxes; headings are passed over.
pub fn moved(screen: &mut Agenda, motion: Motion, cx: &Cx<'_>) {
    let rows = rows(cx);
    screen.list.set(place(screen, &rows, cx), rows.len());
    screen.list.moved(motion, rows.len());
    let at = screen.list.at();
    let is_box = |at: &usize| matches!(rows.get(*at), Some(Row::Timebox(_)));
    let upwards = matches!(motion, Motion::Up | Motion::PageUp);
    let up = (0..=at).rev().find(is_box);
    let down = (at..rows.len()).find(is_box);
    let to = if upwards { up.or(down) } else { down.or(up) };
    if let Some(Row::Timebox(id)) = to.and_then(|at| rows.get(at)) {
        screen.at = Some(*id);
    }
}

/// Puts the cursor on what is under the pointer.
pub fn pointed(screen: &mut Agenda, at: Position, list: Rect, cx: &Cx<'_>) -> Touch {
    let rows = rows(cx);
    let before = spot(screen, cx);
    let mut there = screen.list;
    if there.pointed(at, list, 1, rows.len()) == Touch::Nothing {
        return Touch::Nothing;
    }
    match rows.get(there.at()) {
        Some(Row::Timebox(id)) => {
            screen.at = Some(*id);
            Touch::of(before == Some(*id))
        }
        Some(Row::Day(_)) | None => Touch::Nothing,
    }
}

/// Rows that are seen before the one that the room is in.
const ROWS_BEFORE: usize = 3;

/// Keeps the cursor in sight, and with the first timebox of a day its heading.
pub fn fit(screen: &mut Agenda, height: usize, cx: &Cx<'_>) {
    let rows = rows(cx);
    let at = place(screen, &rows, cx);
    screen.list.fit(height, rows.len());
    if screen.at.is_none() {
        // What the room is in stands near the top, with a little of what was before it.
        screen.list.set(rows.len(), rows.len());
        screen.list.set(at.saturating_sub(ROWS_BEFORE), rows.len());
    }
    let heading = at.checked_sub(1).filter(|&above| matches!(rows.get(above), Some(Row::Day(_))));
    if let Some(above) = heading {
        screen.list.set(above, rows.len());
    }
    screen.list.set(at, rows.len());
}
