//! What is seen of the ladder: each service with the interval of its rank over all ranks, and the middle of it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::standing::{Standing, standings};
use super::view::Regions;
use super::{Priorities, list_view};
use crate::domain::Code;
use crate::kit::Cx;
use crate::kit::draw::{Glyph, Line, paint, paint_spread, range_bar, scroll_mark};
use crate::kit::theme::Role;
use crate::words::Args;

/// Columns of the interval and the middle rank in digits.
const RANGE_COLUMNS: usize = 6;

/// Where a row is divided: columns of the name, then those of the bar.
fn name_columns(area: Rect) -> usize {
    usize::from((area.width / 3).clamp(16, 40))
}

/// Draws it.
pub fn view(screen: &Priorities, cx: &Cx<'_>, regions: &Regions, buf: &mut Buffer) {
    let theme = *cx.theme;
    let all = standings(cx);
    let height = usize::from(regions.rows.height);
    let seen = screen.list.seen(height, all.len());
    let first = seen.start;
    view_scale(cx, regions, all.len(), buf);
    for (row, at) in seen.enumerate() {
        let place = Rect { y: regions.rows.y + row as u16, height: 1, ..regions.rows };
        view_row(&all[at], all.len() as u32, cx, place, buf);
        if at == screen.list.at() {
            let role = if screen.on_weights { Role::Strong } else { Role::Cursor };
            buf.set_style(Rect { width: bar_place(place).x - place.x, ..place }, theme.style(role));
        }
    }
    scroll_mark(buf, regions.rows, first, height, all.len(), theme);
}

fn bar_place(place: Rect) -> Rect {
    let left = (name_columns(place) + 2 * (RANGE_COLUMNS + 1) + 1) as u16;
    Rect { x: place.x + left, width: place.width.saturating_sub(left), ..place }
}

/// Names the ends of the scale.
fn view_scale(cx: &Cx<'_>, regions: &Regions, services: usize, buf: &mut Buffer) {
    let title = |id: &str| cx.words.say(id);
    let left = Line::new()
        .cell(Role::Muted, &title("priorities-title-service"), name_columns(regions.titles))
        .gap(1)
        .cell_right(Role::Muted, &title("priorities-title-ranks"), RANGE_COLUMNS)
        .gap(1)
        .cell_right(Role::Muted, &title("priorities-title-median"), RANGE_COLUMNS);
    paint(buf, regions.titles, &left, *cx.theme, None);
    let bar = bar_place(regions.titles);
    let inner = Rect { x: bar.x + 1, width: bar.width.saturating_sub(2), ..bar };
    let (low, high) = (cx.words.number(1), cx.words.number(services as i64));
    let (low, high) = (Line::new().add(Role::Muted, &low), Line::new().add(Role::Muted, &high));
    paint_spread(buf, inner, &low, &high, *cx.theme, None);
}

fn view_row(one: &Standing<'_>, services: u32, cx: &Cx<'_>, place: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    let code = Code::Service(one.service.code);
    let name = Line::new()
        .then(super::view::studied_sign(one))
        .cell(Role::Strong, &code, 3)
        .gap(1)
        .cell(Role::Text, &one.service.name, name_columns(place) - 6)
        .gap(1);
    let Some((_, row)) = one.ranked else {
        let line = name.cell_right(Role::Muted, &Glyph::UNKNOWN, RANGE_COLUMNS);
        paint(buf, place, &line, theme, None);
        return;
    };
    let range = match row.low_rank == row.high_rank {
        true => cx.words.number(i64::from(row.low_rank)),
        false => {
            let args = Args::new().with("first", row.low_rank).with("last", row.high_rank);
            cx.words.tell("priorities-band", args)
        }
    };
    let line = name.cell_right(Role::Text, &range, RANGE_COLUMNS).gap(1).cell_right(
        Role::Strong,
        &cx.words.number(i64::from(row.median_rank)),
        RANGE_COLUMNS,
    );
    paint(buf, place, &line, theme, None);
    let bar = bar_place(place);
    range_bar(buf, bar, row.low_rank, row.high_rank, services, theme);
    let column = list_view::column_of(row.median_rank, services, bar.width);
    let median = Rect { x: bar.x + column, width: 1, ..bar }.intersection(bar);
    paint(buf, median, &Line::new().add(Role::Strong, &Glyph::MEDIAN), theme, None);
}
