//! What is seen of the 2x2: codes as points, feasibility as their sign, the middle of both scales fixed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::plot::{Point, Spot, column_of, place, row_of};
use super::standing::{Standing, standings};
use super::view::Regions;
use super::weights_view::criterion_words;
use super::{Priorities, list_view};
use crate::domain::Code;
use crate::kit::Cx;
use crate::kit::draw::{Glyph, Line, Shown, paint, paint_spread, paint_wrapped};
use crate::kit::theme::Role;
use crate::method::evidence;
use crate::method::ranking::{Criterion, Estimate};
use crate::words::{Args, Phrase};

/// A service with both of its coordinates.
struct Dot<'a> {
    one: Standing<'a>,
    point: Point,
    impact: Estimate,
}

/// What the signs mean.
pub fn legend(cx: &Cx<'_>) -> Line {
    let sign = |line: Line, glyph: Glyph, id: &str| {
        line.add(Role::Key, &glyph).gap(1).add(Role::Muted, &cx.words.say(id)).gap(2)
    };
    let line = Line::new().add(Role::Muted, &criterion_words(Criterion::Feasibility, cx)).gap(1);
    let line = sign(line, Glyph::HIGH, "priorities-sign-high");
    let line = sign(line, Glyph::MIDDLE, "priorities-sign-middle");
    let line = sign(line, Glyph::LOW, "priorities-sign-low");
    line.add(Role::Key, &Glyph::UNKNOWN).gap(1).add(Role::Muted, &cx.words.say("priorities-unknown"))
}

/// Draws it.
pub fn view(screen: &Priorities, cx: &Cx<'_>, regions: &Regions, buf: &mut Buffer) {
    let area = regions.rows;
    let all = standings(cx);
    let most = list_view::most_demanded(cx);
    let mut dots: Vec<Dot<'_>> = all.iter().filter_map(|one| dot(one, most, cx)).collect();
    // The chosen and the studied get their own places, the others what is left.
    dots.sort_by_key(|dot| (Some(dot.one.service.id) != screen.at, !dot.one.service.studied));
    let unknown: Vec<Standing<'_>> = all.iter().filter(|one| dot(one, most, cx).is_none()).copied().collect();
    let below = below_rows(&unknown, cx, area);
    let room = Rect { height: area.height.saturating_sub(below + 1), ..area };
    let points: Vec<Point> = dots.iter().map(|dot| dot.point).collect();
    let spots = place(&points, room.width, room.height);
    view_axes(room, cx, buf);
    for (dot, spot) in dots.iter().zip(&spots) {
        if let Some(spot) = spot.filter(|_| dot.one.service.studied || Some(dot.one.service.id) == screen.at)
        {
            view_spread(dot, spot, room, cx, buf);
        }
    }
    for (dot, spot) in dots.iter().zip(&spots) {
        if let Some(spot) = spot {
            view_dot(screen, dot, *spot, room, cx, buf);
        }
    }
    view_axis_names(Rect { y: room.bottom(), height: 1.min(area.height), ..area }, cx, buf);
    let crowded: Vec<Standing<'_>> =
        dots.iter().zip(&spots).filter(|(_, spot)| spot.is_none()).map(|(dot, _)| dot.one).collect();
    let lines = [("priorities-not-on-plot", unknown), ("priorities-crowded", crowded)];
    let mut rest = Rect { y: room.bottom() + 1, height: below, ..area };
    for (id, services) in lines {
        if !services.is_empty() {
            let rows = paint_wrapped(buf, rest, Role::Muted, &named(id, &services, cx), *cx.theme);
            rest = Rect { y: rest.y + rows, height: rest.height.saturating_sub(rows), ..rest };
        }
    }
}

/// Rows that the unknown ones take below the plot, and one for those that find no place in it.
fn below_rows(unknown: &[Standing<'_>], cx: &Cx<'_>, area: Rect) -> u16 {
    let named = named("priorities-not-on-plot", unknown, cx);
    let rows = match unknown.is_empty() {
        true => 0,
        false => crate::text::wrap(named.as_str(), usize::from(area.width)).len() as u16,
    };
    (rows + 1).min(area.height / 3)
}

fn named(id: &str, services: &[Standing<'_>], cx: &Cx<'_>) -> Phrase {
    let codes: Vec<String> = services.iter().map(|one| Code::Service(one.service.code).to_string()).collect();
    cx.words.tell(id, Args::new().with("codes", codes.join(" ")).with("count", services.len()))
}

fn dot<'a>(one: &Standing<'a>, most: u32, cx: &Cx<'_>) -> Option<Dot<'a>> {
    let demand = cx.sprint.requests.demand(one.service.id)?;
    let impact = cx.sprint.impact(one.service.id)?;
    let width = 1 + Code::Service(one.service.code).shown().len() as u16;
    let x = evidence::demand(u64::from(demand), u64::from(most));
    let point = Point { x, y: scale(impact.mode), width };
    Some(Dot { one: *one, point, impact })
}

/// A score of 1 to 5 on a scale of 0 to 1.
fn scale(score: f64) -> f64 {
    (score - 1.0) / 4.0
}

/// The middle of both scales: fixed, so that a quadrant means the same whatever is plotted.
fn view_axes(room: Rect, cx: &Cx<'_>, buf: &mut Buffer) {
    let theme = *cx.theme;
    if room.height == 0 {
        return;
    }
    let (column, row) = (column_of(0.5, room.width), row_of(0.5, room.height));
    for x in room.left()..room.right() {
        let place = Rect { x, y: room.y + row, width: 1, height: 1 };
        paint(buf, place, &Line::new().add(Role::Border, &Glyph::HALF_ACROSS), theme, None);
    }
    for y in room.top()..room.bottom() {
        let place = Rect { x: room.x + column, y, width: 1, height: 1 };
        paint(buf, place, &Line::new().add(Role::Border, &Glyph::HALF_DOWN), theme, None);
    }
}

fn view_axis_names(row: Rect, cx: &Cx<'_>, buf: &mut Buffer) {
    let left = Line::new()
        .add(Role::Muted, &Glyph::UP)
        .gap(1)
        .add(Role::Muted, &cx.words.say("priorities-axis-impact"));
    let right = Line::new()
        .add(Role::Muted, &cx.words.say("priorities-axis-demand"))
        .gap(1)
        .add(Role::Muted, &Glyph::RUNS);
    paint_spread(buf, row, &left, &right, *cx.theme, None);
}

/// How far the impact may be off, where nothing else stands.
fn view_spread(dot: &Dot<'_>, spot: Spot, room: Rect, cx: &Cx<'_>, buf: &mut Buffer) {
    let from = row_of(scale(dot.impact.high), room.height);
    let to = row_of(scale(dot.impact.low), room.height);
    for row in (from..=to).filter(|row| *row != spot.row) {
        let place = Rect { x: room.x + spot.column, y: room.y + row, width: 1, height: 1 };
        paint(buf, place, &Line::new().add(Role::Muted, &Glyph::SPREAD), *cx.theme, None);
    }
}

fn view_dot(screen: &Priorities, dot: &Dot<'_>, spot: Spot, room: Rect, cx: &Cx<'_>, buf: &mut Buffer) {
    let service = dot.one.service;
    let feasibility = cx.sprint.priorities.standing(service.id).feasibility;
    let sign = match feasibility.map(|score| scale(score.mode)) {
        None => Glyph::UNKNOWN,
        Some(value) if value >= 2.0 / 3.0 => Glyph::HIGH,
        Some(value) if value >= 1.0 / 3.0 => Glyph::MIDDLE,
        Some(_) => Glyph::LOW,
    };
    let role = if service.studied { Role::Accent } else { Role::Text };
    let line = Line::new().add(role, &sign).add(role, &Code::Service(service.code));
    let place = Rect { x: room.x + spot.column, y: room.y + spot.row, width: dot.point.width, height: 1 }
        .intersection(room);
    let on = (Some(service.id) == screen.at).then_some(Role::Cursor);
    paint(buf, place, &line, *cx.theme, on);
}
