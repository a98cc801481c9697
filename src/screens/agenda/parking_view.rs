//! The parking lot: each line with its code, who takes it further, and whether it is settled.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Agenda;
use super::view::{Regions, line_across, paint_in_line};
use crate::domain::Code;
use crate::domain::parking::Parked;
use crate::kit::Cx;
use crate::kit::draw::{Glyph, Line, paint_spread, paint_wrapped, scroll_mark};
use crate::kit::theme::Role;
use crate::words::Args;

/// Columns of a code.
const CODE: usize = 5;

/// Draws the lines that are seen.
pub fn view(screen: &Agenda, cx: &Cx<'_>, places: &Regions, buf: &mut Buffer) {
    let lot = &cx.sprint.parking;
    view_rule(cx, places.rule, buf);
    if lot.is_empty() {
        let room = Rect { y: places.list.y + 1, height: 3, ..places.list }.intersection(places.list);
        paint_wrapped(buf, room, Role::Muted, &cx.words.say("agenda-parking-empty"), *cx.theme);
        return;
    }
    let list = places.list;
    let seen = screen.parked.seen(usize::from(list.height), lot.len());
    for (y, at) in (list.y..).zip(seen.clone()) {
        let Some(parked) = u32::try_from(at).ok().and_then(|at| lot.at_row(at)) else { continue };
        let place = Rect { y, height: 1, ..list };
        let over = (at == screen.parked.at()).then_some(Role::Cursor);
        let (left, right) = row(parked, cx);
        paint_spread(buf, place, &left, &right, *cx.theme, over);
    }
    scroll_mark(buf, list, seen.start, usize::from(list.height), lot.len(), *cx.theme);
}

fn view_rule(cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    line_across(cx, area, buf);
    let open = cx.sprint.parking.iter().filter(|one| !one.closed).count();
    let unowned = cx.sprint.parking.iter().filter(|one| !one.closed && one.owner.is_none()).count();
    let title = Line::new().gap(1).add(Role::Strong, &cx.words.say("agenda-parking")).gap(1);
    let words = cx.words.tell("agenda-parking-counts", Args::new().with("open", open));
    let without = cx.words.tell("agenda-parking-unowned", Args::new().with("count", unowned));
    let line = title
        .add(Role::Muted, &Glyph::DOT)
        .gap(1)
        .add(Role::Muted, &words)
        .gap(1)
        .add(Role::Muted, &Glyph::DOT)
        .gap(1)
        .add(if unowned > 0 { Role::Warn } else { Role::Muted }, &without)
        .gap(1);
    let wide = (line.width() as u16).min(area.width.saturating_sub(2));
    paint_in_line(buf, Rect { x: area.x + 2, width: wide, ..area }.intersection(area), &line, cx);
}

fn row(parked: &Parked, cx: &Cx<'_>) -> (Line, Line) {
    let role = if parked.closed { Role::Muted } else { Role::Text };
    let sign = if parked.closed { Glyph::DONE } else { Glyph::OPEN };
    let left = Line::new()
        .add(if parked.closed { Role::Good } else { Role::Muted }, &sign)
        .gap(1)
        .cell(Role::Muted, &Code::Parked(parked.code), CODE)
        .gap(1)
        .add(role, &parked.text);
    let owner = parked.owner.and_then(|id| cx.sprint.participants.get(id));
    let right = match (parked.closed, owner) {
        (true, _) => Line::new().add(Role::Muted, &cx.words.say("agenda-parking-settled")),
        (false, Some(one)) => Line::new().add(Role::Muted, &Code::Participant(one.code)).gap(1).cell(
            Role::Text,
            &one.name,
            crate::text::width(one.name.as_str()).min(OWNER),
        ),
        (false, None) => Line::new().add(Role::Warn, &cx.words.say("agenda-parking-no-owner")),
    };
    (left, right)
}

/// Most columns of an owner's name.
const OWNER: usize = 22;
