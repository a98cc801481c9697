//! The present timebox: what, how, how long still, what is to come out of it, and what comes next.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::changing::mode_words;
use crate::domain::DayPlan;
use crate::domain::agenda::AgendaItem;
use crate::domain::day_plan::nearest_minute;
use crate::kit::draw::{Glyph, Line, big_clock, big_size, huge_clock, huge_size, paint, paint_spread};
use crate::kit::theme::Role;
use crate::kit::{Cx, said};
use crate::method::schedule::{DayMs, MINUTE_MS};
use crate::words::{Args, Phrase};

/// Columns between the large clock and the lines beside it.
const GAP: u16 = 3;
/// Lines beside the large clock.
const LINES: u16 = 3;

/// Draws the head.
pub fn view(cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let day = cx.sprint.day_in_hand(&cx.now, cx.zone);
    let Some(plan) = day.map(|day| cx.sprint.day_plan(day, &cx.now, cx.zone)) else { return };
    match cx.sprint.current_item() {
        Some(item) => view_current(item, &plan, cx, area, buf),
        None => view_waiting(&plan, cx, area, buf),
    }
    view_next(&plan, cx, row(area, area.height.saturating_sub(1)), buf);
}

fn row(area: Rect, at: u16) -> Rect {
    let at = at.min(area.height);
    Rect { y: area.y + at, height: area.height.saturating_sub(at).min(1), ..area }
}

/// Columns of "Now" and "Next", in any language.
fn label_columns(cx: &Cx<'_>) -> usize {
    let width = |id: &str| crate::text::width(cx.words.say(id).as_str());
    width("agenda-now").max(width("agenda-next")) + 2
}

fn view_current(item: &AgendaItem, plan: &DayPlan<'_>, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    let left_s = item.clock.left_s(item.minutes, &cx.now);
    let title = Line::new()
        .cell(Role::Muted, &cx.words.say("agenda-now"), label_columns(cx))
        .add(Role::Strong, &item.title);
    let how = Line::new().add(Role::Muted, &mode_words(item.mode, cx));
    paint_spread(buf, row(area, 0), &title, &how, theme, None);
    let clock = cx.words.clock(left_s);
    let role = if left_s < 0 { Role::Warn } else { Role::Accent };
    let digits = view_clock(&clock, role, cx, area, buf);
    let beside = digits.right() + GAP;
    let top = 1 + digits.height.saturating_sub(LINES) / 2;
    let [first, ends, output] = beside_lines(item, plan, left_s, cx);
    let lines = [(first, Line::new()), (ends, day_late(plan, cx)), (output, Line::new())];
    for (at, (left, right)) in (top..).zip(lines) {
        let row = row(area, at);
        let room = Rect { x: beside, width: row.right().saturating_sub(beside), ..row };
        paint_spread(buf, room, &left, &right, theme, None);
    }
}

/// Draws the clock as large as the head lets it be; answers where it stands.
fn view_clock(clock: &Phrase, role: Role, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Rect {
    let x = area.x + label_columns(cx) as u16;
    let room = Rect {
        x,
        y: area.y + 1,
        width: (area.right().saturating_sub(x) / 2).max(big_size(clock).0),
        height: area.height.saturating_sub(2),
    };
    match huge_size(clock, room).filter(|(_, rows)| *rows > big_size(clock).1) {
        Some((width, height)) => {
            let place = Rect { width, height, y: room.y + (room.height - height) / 2, ..room };
            huge_clock(buf, place, clock, *cx.theme, role);
            place
        }
        None => {
            let (width, height) = big_size(clock);
            let place = Rect { width, height, ..room }.intersection(area);
            big_clock(buf, place, clock, *cx.theme, role);
            place
        }
    }
}

/// How late the whole day is.
fn day_late(plan: &DayPlan<'_>, cx: &Cx<'_>) -> Line {
    match plan.late_minutes() {
        late @ 1.. => {
            let args = Args::new().with("minutes", late);
            Line::new().add(Role::Warn, &cx.words.tell("agenda-day-late", args))
        }
        _ => Line::new(),
    }
}

/// The lines beside the clock: of how much, until when, what for.
fn beside_lines(item: &AgendaItem, plan: &DayPlan<'_>, left_s: i64, cx: &Cx<'_>) -> [Line; 3] {
    let args = Args::new().with("minutes", item.minutes);
    let id = if left_s < 0 { "agenda-over-of" } else { "agenda-left-of" };
    let mut first = Line::new().add(Role::Text, &cx.words.tell(id, args));
    if !item.clock.is_running() {
        let id = if cx.sprint.day.stopped.is_some() { "agenda-all-stopped" } else { "agenda-paused" };
        first = Line::new().add(Role::Warn, &Glyph::PAUSED).gap(1).add(Role::Warn, &cx.words.say(id));
    } else if item.clock.by_wall(&cx.now) {
        first = first.gap(1).add(Role::Warn, &cx.words.say("interviews-by-wall"));
    }
    let at = plan.items.iter().position(|one| one.id == item.id);
    let span = at.and_then(|at| plan.forecast.spans.get(at).copied().flatten());
    let planned =
        at.and_then(|at| plan.boxes.get(at)).map(|one| one.start + i64::from(one.planned) * MINUTE_MS);
    let ends = span.zip(planned).map(|(span, planned)| ends(span.end, planned, cx)).unwrap_or_default();
    let mut output = Line::new();
    if !item.output.is_empty() {
        output = output.add(Role::Muted, &Glyph::ARROW).gap(1).add(Role::Text, &item.output);
    }
    [first, ends, output]
}

/// When it ends, and how far from its plan.
fn ends(end: DayMs, planned: DayMs, cx: &Cx<'_>) -> Line {
    // A pause of seconds is no minute.
    let end = nearest_minute(end);
    let args = Args::new().with("end", said::day_time(end, cx.words));
    let line = Line::new().add(Role::Text, &cx.words.tell("agenda-ends", args));
    match drift_words(end - planned, cx) {
        Some(drift) => line.gap(1).add(Role::Muted, &Glyph::DOT).gap(1).add(drift.1, &drift.0),
        None => line,
    }
}

/// Whole minutes late or early, and in which role; none when it is as planned.
pub fn drift_words(ms: i64, cx: &Cx<'_>) -> Option<(Phrase, Role)> {
    match ms.div_euclid(MINUTE_MS) {
        0 => None,
        late @ 1.. => Some((cx.words.tell("agenda-late", Args::new().with("minutes", late)), Role::Warn)),
        early => Some((cx.words.tell("agenda-early", Args::new().with("minutes", -early)), Role::Good)),
    }
}

/// What stands there while no timebox is on.
fn view_waiting(plan: &DayPlan<'_>, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let label = Line::new().cell(Role::Muted, &cx.words.say("agenda-now"), label_columns(cx));
    let began = plan.items.iter().any(|item| !item.is_ahead());
    let id = match (plan.next(), cx.sprint.day.stopped.is_some()) {
        (_, true) => "agenda-stopped-waiting",
        (Some(_), false) if began => "agenda-between",
        (Some(_), false) => "agenda-not-begun",
        (None, false) => "agenda-nothing-ahead",
    };
    let words = cx.words.tell(id, Args::new().with("day", plan.day));
    paint(buf, row(area, 0), &label.add(Role::Strong, &words), *cx.theme, None);
}

fn view_next(plan: &DayPlan<'_>, cx: &Cx<'_>, row: Rect, buf: &mut Buffer) {
    let label = Line::new().cell(Role::Muted, &cx.words.say("agenda-next"), label_columns(cx));
    let Some(next) = plan.next() else {
        let words = cx.words.tell("agenda-next-none", Args::new().with("day", plan.day));
        paint(buf, row, &label.add(Role::Muted, &words), *cx.theme, None);
        return;
    };
    let at = plan.items.iter().position(|one| one.id == next.id);
    let begin = at.and_then(|at| plan.forecast.spans.get(at).copied().flatten()).map(|span| span.begin);
    let time = begin.map(|ms| said::day_time(ms, cx.words)).unwrap_or_default();
    let right = Line::new()
        .add(Role::Text, &time)
        .gap(1)
        .add(Role::Muted, &Glyph::DOT)
        .gap(1)
        .add(Role::Text, &cx.words.minutes_short(i64::from(next.minutes)));
    paint_spread(buf, row, &label.add(Role::Text, &next.title), &right, *cx.theme, None);
}
