//! The ranked list: the ranks that can't be told apart first, so that nobody reads a winner out of a tie.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::public::Place;
use super::themes_view::places;
use super::view::{Look, nothing_yet};
use crate::kit::draw::{Glyph, Line, paint, range_bar};
use crate::kit::theme::Role;

/// Columns of the ranks before a name.
const RANK_COLUMNS: usize = 6;
/// Columns of a code.
const CODE_COLUMNS: usize = 4;

/// Draws it.
pub fn view(ranking: Option<&[Place]>, look: Look<'_>, area: Rect, buf: &mut Buffer) {
    let Some(ranking) = ranking else { return nothing_yet("face-ranking-comes", look, area, buf) };
    if ranking.is_empty() {
        return nothing_yet("face-no-ranking", look, area, buf);
    }
    for (row, place) in places(ranking, look, area, buf) {
        view_place(place, look, row, buf);
    }
}

fn view_place(place: &Place, look: Look<'_>, row: Rect, buf: &mut Buffer) {
    let (first, last) = place.band;
    let ranks = match first == last {
        true => Line::new().add(Role::Strong, &(first as u16)),
        false => Line::new()
            .add(Role::Strong, &(first as u16))
            .add(Role::Strong, &Glyph::DASH)
            .add(Role::Strong, &(last as u16)),
    };
    let gap = RANK_COLUMNS.saturating_sub(ranks.width());
    let line = Line::new().gap(gap).then(ranks).gap(2).cell(Role::Muted, &place.code, CODE_COLUMNS);
    let line = line.add(Role::Text, &place.name);
    let bar_columns = row.width / 4;
    let words = row.width.saturating_sub(bar_columns + 2);
    paint(buf, Rect { width: words, ..row }, &line, look.theme, None);
    let place_of_bar = Rect { x: row.right() - bar_columns, width: bar_columns, ..row };
    range_bar(buf, place_of_bar, place.range.0, place.range.1, place.of, look.theme);
}
