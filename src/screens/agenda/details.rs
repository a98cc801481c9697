//! One timebox to its end: all of its words, its plan and what happened.

use super::Agenda;
use super::changing::{hold_words, mode_words};
use super::day_view::{part, took_minutes};
use super::head_view::drift_words;
use crate::domain::agenda::AgendaItem;
use crate::kit::ask::{Ask, Page};
use crate::kit::draw::{Glyph, Line};
use crate::kit::theme::Role;
use crate::kit::{Cx, said};
use crate::method::schedule::{MINUTE_MS, Span, State, Timebox};
use crate::words::{Args, Phrase};

/// Columns of a page, so that it can be read at the smallest size.
const COLUMNS: usize = 52;

/// Shows the timebox under the cursor.
pub fn show(screen: &mut Agenda, cx: &mut Cx<'_>) {
    let Some(item) = screen.selected(cx).ok().and_then(|id| cx.sprint.agenda.get(id)) else { return };
    let plan = cx.sprint.day_plan(item.day, &cx.now, cx.zone);
    let (Some(one), span) = part(item, &plan) else { return };
    let mut lines = Line::wrapped(Role::Strong, &item.title, COLUMNS);
    lines.push(Line::new());
    if !item.output.is_empty() {
        lines.push(Line::new().add(Role::Muted, &cx.words.say("agenda-form-output")));
        lines.extend(Line::wrapped(Role::Text, &item.output, COLUMNS).into_iter().map(indented));
        lines.push(Line::new());
    }
    lines.push(how(item, cx));
    lines.push(planned(&one, cx));
    lines.extend(happened(&one, span, cx));
    let title = cx.words.tell("frame-day", Args::new().with("day", item.day));
    screen.at = Some(item.id);
    cx.ask(Ask::Read(Page { title, lines, confirms: false }));
}

fn indented(line: Line) -> Line {
    Line::new().gap(2).then(line)
}

/// How the room works, and what may happen to it.
fn how(item: &AgendaItem, cx: &Cx<'_>) -> Line {
    let mut line = Line::new().add(Role::Text, &mode_words(item.mode, cx));
    let hold = if item.cut { cx.words.say("agenda-cut") } else { hold_words(item.hold, cx) };
    line = line.gap(1).add(Role::Muted, &Glyph::DOT).gap(1).add(Role::Text, &hold);
    line
}

fn planned(one: &Timebox, cx: &Cx<'_>) -> Line {
    let end = one.start + i64::from(one.planned) * MINUTE_MS;
    spans("agenda-details-planned", one.start, end, i64::from(one.planned), cx)
}

/// When it ran or will run, and how far that is from its plan.
fn happened(one: &Timebox, span: Option<Span>, cx: &Cx<'_>) -> Vec<Line> {
    let Some(span) = span else { return Vec::new() };
    let (id, minutes) = match one.state {
        State::Over { .. } => ("agenda-details-took", took_minutes(span)),
        State::Current { .. } => ("agenda-details-runs", took_minutes(span)),
        State::Ahead => ("agenda-details-expected", i64::from(one.minutes)),
    };
    let mut lines = vec![spans(id, span.begin, span.end, minutes, cx)];
    let words: Vec<(Phrase, Role)> = drift_words(span.begin - one.start, cx).into_iter().collect();
    lines.extend(words.iter().map(|(words, role)| indented(Line::new().add(*role, words))));
    lines
}

fn spans(id: &'static str, begin: i64, end: i64, minutes: i64, cx: &Cx<'_>) -> Line {
    let args = Args::new()
        .with("begin", said::day_time(begin, cx.words))
        .with("end", said::day_time(end, cx.words))
        .with("minutes", minutes);
    Line::new().add(Role::Text, &cx.words.tell(id, args))
}
