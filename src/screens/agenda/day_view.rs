//! The list of the day: plan, title, actual start, minutes, a bar or what may happen to it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Agenda;
use super::changing::hold_words;
use super::cursor::{self, Row};
use super::head_view::drift_words;
use super::view::{Regions, line_across, paint_in_line};
use crate::domain::agenda::{AgendaItem, Hold};
use crate::domain::day_plan::{DayPlan, start_ms};
use crate::kit::draw::{Glyph, Line, bar, highlight, paint, paint_spread, scroll_mark};
use crate::kit::theme::Role;
use crate::kit::{Cx, said};
use crate::method::schedule::{MINUTE_MS, Span, State, Timebox};
use crate::text::width;
use crate::words::{Args, Phrase};

/// Columns of the sign before a row.
const SIGN: u16 = 2;
/// Columns of a time of day.
const TIME: u16 = 5;
/// Columns of a time that may lie past midnight: "00:20 +1".
const LATE_TIME: u16 = 8;
/// Columns of the minutes.
const MINUTES: u16 = 4;
/// Columns behind a bar for the minutes of drift: " +120".
const DRIFT: u16 = 5;

/// Where the columns begin.
struct Columns {
    plan: u16,
    title: u16,
    title_width: u16,
    actual: u16,
    minutes: u16,
    tail: u16,
    tail_width: u16,
    time: u16,
}

impl Columns {
    fn of(area: Rect, past_midnight: bool) -> Self {
        let time = if past_midnight { LATE_TIME } else { TIME };
        let tail_width = match area.width {
            0..70 => 12,
            70..100 => 20,
            100.. => 32,
        };
        // A projected time has a sign before it.
        let actual_width = time + 1;
        let plan = area.x + SIGN;
        let title = plan + time + 1;
        let tail = area.right().saturating_sub(tail_width);
        let minutes = tail.saturating_sub(MINUTES + 2);
        let actual = minutes.saturating_sub(actual_width + 1);
        let title_width = actual.saturating_sub(title + 1);
        Self { plan, title, title_width, actual, minutes, tail, tail_width, time }
    }
}

/// Draws the rule and the rows that are seen.
pub fn view(screen: &Agenda, cx: &Cx<'_>, places: &Regions, buf: &mut Buffer) {
    let rows = cursor::rows(cx);
    let spot = cursor::spot(screen, cx);
    let list = places.list;
    let seen = screen.list.seen(usize::from(list.height), rows.len());
    let mut plans = Plans::new(cx);
    let past_midnight = rows[seen.clone()].iter().any(|row| plans.past_midnight(*row, cx));
    let columns = Columns::of(list, past_midnight);
    view_rule(&columns, &mut plans, cx, places.rule, buf);
    for (y, row) in (list.y..).zip(&rows[seen.clone()]) {
        let place = Rect { y, height: 1, ..list };
        match row {
            Row::Day(day) => view_heading(plans.of(*day), cx, place, buf),
            Row::Timebox(id) => {
                let Some(item) = cx.sprint.agenda.get(*id) else { continue };
                view_box(item, plans.of(item.day), &columns, cx, place, buf);
                if spot == Some(*id) {
                    // Beside a bar the cursor ends: reversed, the empty part of a bar would look full.
                    let with_bar = !item.is_ahead() && !item.cut;
                    let width = if with_bar { columns.tail - place.x } else { place.width };
                    highlight(buf, Rect { width, ..place }, Role::Cursor, *cx.theme);
                }
            }
        }
    }
    scroll_mark(buf, list, seen.start, usize::from(list.height), rows.len(), *cx.theme);
}

/// The plans of the days that are seen, each made once a frame.
pub struct Plans<'a> {
    made: Vec<DayPlan<'a>>,
    in_hand: Option<u8>,
    cx: &'a Cx<'a>,
}

impl<'a> Plans<'a> {
    /// None made yet.
    pub fn new(cx: &'a Cx<'a>) -> Self {
        Self { made: Vec::new(), in_hand: cx.sprint.day_in_hand(&cx.now, cx.zone), cx }
    }

    /// The plan of a day.
    pub fn of(&mut self, day: u8) -> &DayPlan<'a> {
        let at = self.made.iter().position(|plan| plan.day == day).unwrap_or_else(|| {
            self.made.push(self.cx.sprint.day_plan(day, &self.cx.now, self.cx.zone));
            self.made.len() - 1
        });
        &self.made[at]
    }

    /// The plan of the day the room is in.
    pub fn in_hand(&mut self) -> Option<&DayPlan<'a>> {
        let day = self.in_hand?;
        Some(self.of(day))
    }

    fn past_midnight(&mut self, row: Row, cx: &Cx<'_>) -> bool {
        let Row::Timebox(id) = row else { return false };
        let Some(item) = cx.sprint.agenda.get(id) else { return false };
        let (_, span) = part(item, self.of(item.day));
        let day = 0..crate::method::schedule::DAY_MS;
        !day.contains(&start_ms(item.start)) || span.is_some_and(|span| !day.contains(&span.begin))
    }
}

/// What the schedule says of a timebox.
pub fn part(item: &AgendaItem, plan: &DayPlan<'_>) -> (Option<Timebox>, Option<Span>) {
    let at = plan.items.iter().position(|one| one.id == item.id);
    let one = at.and_then(|at| plan.boxes.get(at).copied());
    (one, at.and_then(|at| plan.forecast.spans.get(at).copied().flatten()))
}

/// The names of the columns and the end of the day in hand, on a line.
fn view_rule(columns: &Columns, plans: &mut Plans<'_>, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    line_across(cx, area, buf);
    let mut label = |x: u16, columns: u16, id: &str| {
        let words = cx.words.say(id);
        let taken = (width(words.as_str()) as u16).min(columns);
        let line = Line::new().gap(1).add(Role::Muted, &words).gap(1);
        paint_in_line(buf, Rect { x: x - 1, width: taken + 2, ..area }.intersection(area), &line, cx);
    };
    label(columns.plan, columns.time, "agenda-column-plan");
    label(columns.actual, columns.time + 2, "agenda-column-actual");
    label(columns.minutes, MINUTES, "agenda-column-minutes");
    let Some(plan) = plans.in_hand() else { return };
    let room = usize::from(columns.tail_width);
    let end = day_ends(plan, cx).into_iter().map(|line| Line::new().gap(1).then(line).gap(1));
    let Some(end) = end.into_iter().find(|line| line.width() <= room) else { return };
    let wide = (end.width() as u16).min(columns.tail_width);
    let place = Rect { x: area.right() - wide, width: wide, ..area };
    paint_in_line(buf, place, &end, cx);
}

/// "day ends 17:20", where there is no room "ends 17:20", and at last "17:20".
fn day_ends(plan: &DayPlan<'_>, cx: &Cx<'_>) -> Vec<Line> {
    let Some(finish) = plan.forecast.finish else { return Vec::new() };
    let time = said::day_time(finish, cx.words);
    let words = |id| cx.words.tell(id, Args::new().with("end", &time));
    let shorter = [words("agenda-day-ends"), words("agenda-ends"), time.clone()];
    shorter.iter().map(|words| Line::new().add(Role::Strong, words)).collect()
}

/// A day, its date, and when it ends against its plan.
pub fn view_heading(plan: &DayPlan<'_>, cx: &Cx<'_>, place: Rect, buf: &mut Buffer) {
    let mut left =
        Line::new().add(Role::Strong, &cx.words.tell("frame-day", Args::new().with("day", plan.day)));
    if let Some(date) = cx.sprint.date_of_day(plan.day) {
        left = left.gap(1).add(Role::Muted, &Glyph::DOT).gap(1).add(Role::Muted, &cx.words.short_date(date));
    }
    let mut right = Line::new();
    if let Some(planned) = plan.forecast.planned_finish {
        let args = Args::new().with("end", said::day_time(planned, cx.words));
        right = right.add(Role::Muted, &cx.words.tell("agenda-planned-to", args));
    }
    if let (Some((words, role)), Some(_)) = (drift_words(plan.forecast.late_ms, cx), plan.now) {
        right = right.gap(1).add(Role::Muted, &Glyph::DOT).gap(1).add(role, &words);
    }
    paint_spread(buf, place, &left, &right, *cx.theme, None);
}

fn view_box(
    item: &AgendaItem,
    plan: &DayPlan<'_>,
    columns: &Columns,
    cx: &Cx<'_>,
    place: Rect,
    buf: &mut Buffer,
) {
    let (one, span) = part(item, plan);
    let Some(one) = one else { return };
    let theme = *cx.theme;
    let role = text_role(item);
    let at = |x: u16, columns: u16| Rect { x, width: columns, ..place }.intersection(place);
    paint(buf, at(place.x, SIGN), &sign(item), theme, None);
    let time = Line::new().add(Role::Muted, &said::day_time(one.start, cx.words));
    paint(buf, at(columns.plan, columns.time), &time, theme, None);
    paint(buf, at(columns.title, columns.title_width), &Line::new().add(role, &item.title), theme, None);
    paint(buf, at(columns.actual, columns.time + 1), &actual(&one, span, cx), theme, None);
    let minutes = u16::try_from(minutes_of(&one, span)).unwrap_or(u16::MAX);
    let minutes = Line::new().cell_right(role, &minutes, usize::from(MINUTES));
    paint(buf, at(columns.minutes, MINUTES), &minutes, theme, None);
    view_tail(item, &one, span, cx, at(columns.tail, columns.tail_width), buf);
}

fn text_role(item: &AgendaItem) -> Role {
    match (item.cut || item.ended.is_some(), item.is_current()) {
        (true, _) => Role::Muted,
        (false, true) => Role::Strong,
        (false, false) => Role::Text,
    }
}

/// Over, on, paused, left out.
pub fn sign(item: &AgendaItem) -> Line {
    let line = Line::new();
    match (item.cut, item.ended.is_some(), item.is_current(), item.clock.is_running()) {
        (true, ..) => line.add(Role::Muted, &Glyph::ASIDE),
        (false, true, ..) => line.add(Role::Good, &Glyph::DONE),
        (false, false, true, true) => line.add(Role::Accent, &Glyph::RUNS),
        (false, false, true, false) => line.add(Role::Warn, &Glyph::PAUSED),
        (false, false, false, _) => line,
    }
}

/// When it began; for what is ahead when it will begin, where that is not as planned.
fn actual(one: &Timebox, span: Option<Span>, cx: &Cx<'_>) -> Line {
    let Some(span) = span else { return Line::new() };
    let time = said::day_time(span.begin, cx.words);
    match one.state {
        State::Ahead if (span.begin - one.start).abs() < MINUTE_MS => Line::new(),
        State::Ahead => {
            let about = cx.words.tell("agenda-about", Args::new().with("time", &time));
            Line::new().add(Role::Warn, &about)
        }
        State::Current { .. } | State::Over { .. } => Line::new().gap(1).add(Role::Text, &time),
    }
}

/// Minutes that it took, or that it has.
pub fn minutes_of(one: &Timebox, span: Option<Span>) -> i64 {
    match (one.state, span) {
        (State::Over { .. }, Some(span)) => took_minutes(span),
        (State::Over { .. } | State::Current { .. } | State::Ahead, _) => i64::from(one.minutes),
    }
}

/// Minutes from the beginning to the end as they are shown, so that the shown times add up.
pub fn took_minutes(span: Span) -> i64 {
    span.end.div_euclid(MINUTE_MS) - span.begin.div_euclid(MINUTE_MS)
}

/// A bar for what began, with the minutes over or under its plan; words for what is ahead.
fn view_tail(
    item: &AgendaItem,
    one: &Timebox,
    span: Option<Span>,
    cx: &Cx<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let place = Rect { width: area.width.saturating_sub(DRIFT), ..area };
    let planned = f64::from(one.planned.max(1));
    match (one.state, span) {
        (_, _) if item.cut => {
            let words = Line::new().add(Role::Muted, &cx.words.say("agenda-cut"));
            paint(buf, area, &words, *cx.theme, None);
        }
        (State::Over { .. }, Some(span)) => {
            let took = took_minutes(span);
            bar(buf, place, took as f64 / planned, *cx.theme, Role::Empty);
            view_drift(took - i64::from(one.planned), cx, area, buf);
        }
        (State::Current { .. }, Some(_)) => {
            let share = item.clock.spent_ms(&cx.now) as f64 / (f64::from(one.minutes.max(1)) * 60_000.0);
            let fill = if share > 1.0 { Role::Warn } else { Role::Fill };
            bar(buf, place, share, *cx.theme, fill);
            view_drift(i64::from(one.minutes) - i64::from(one.planned), cx, area, buf);
        }
        (State::Ahead | State::Over { .. } | State::Current { .. }, span) => {
            paint(buf, area, &ahead_words(item, one, span, cx), *cx.theme, None);
        }
    }
}

/// What may happen to it, whether it overlaps with the one before, and what it was planned with.
fn ahead_words(item: &AgendaItem, one: &Timebox, span: Option<Span>, cx: &Cx<'_>) -> Line {
    let mut parts: Vec<(Role, Phrase)> = Vec::new();
    let overlap = span.map_or(0, |span| (-span.gap_ms).div_euclid(MINUTE_MS));
    if overlap > 0 {
        parts.push((Role::Warn, cx.words.tell("agenda-overlap", Args::new().with("minutes", overlap))));
    }
    match item.hold {
        Hold::Free => {}
        Hold::Pinned | Hold::CanBeCut | Hold::Protected => {
            parts.push((Role::Muted, hold_words(item.hold, cx)))
        }
    }
    if one.minutes != one.planned {
        let args = Args::new().with("minutes", one.planned);
        parts.push((Role::Muted, cx.words.tell("agenda-was", args)));
    }
    let mut line = Line::new();
    for (at, (role, words)) in parts.iter().enumerate() {
        if at > 0 {
            line = line.gap(1).add(Role::Muted, &Glyph::DOT).gap(1);
        }
        line = line.add(*role, words);
    }
    line
}

/// "+2" at the right end.
fn view_drift(minutes: i64, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let Some(line) = drift(minutes, cx) else { return };
    paint_spread(buf, area, &Line::new(), &line, *cx.theme, None);
}

/// Minutes more or less than planned, with their sign; none for as many.
pub fn drift(minutes: i64, cx: &Cx<'_>) -> Option<Line> {
    let role = match minutes {
        0 => return None,
        1.. => Role::Warn,
        _ => Role::Good,
    };
    let id = if minutes > 0 { "agenda-more" } else { "agenda-less" };
    let args = Args::new().with("minutes", minutes.unsigned_abs());
    Some(Line::new().add(role, &cx.words.tell(id, args)))
}
