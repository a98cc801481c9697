//! The wall of interviews: a tile each, with what is left of the section and of the whole.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::public::Tile;
use super::view::{Look, clock_role, more, nothing_yet};
use crate::kit::draw::{
    Glyph, Line, bar, big_clock, big_size, huge_clock, paint, paint_spread, pane, team_glyph,
};
use crate::kit::theme::Role;

/// Widths and heights that a tile can have at least, the best first.
const SIZES: [(u16, u16); 7] = [(34, 12), (26, 9), (19, 7), (19, 6), (19, 4), (15, 3), (14, 3)];
/// Tiles are not drawn wider.
const COLUMNS_MAX: u16 = 64;

/// How the tiles lie: how many side by side and how many rows of them, and the size of one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Grid {
    across: u16,
    rows: u16,
    width: u16,
    height: u16,
}

impl Grid {
    /// The grid with the largest tiles in which all of them fit; else the one with the most tiles.
    fn of(tiles: usize, area: Rect) -> Self {
        let least = SIZES.map(|(width, height)| Self::at_least(width, height, tiles, area));
        let fits = |grid: &Self| usize::from(grid.across * grid.rows) >= tiles;
        least.into_iter().find(fits).unwrap_or(least[SIZES.len() - 1])
    }

    fn at_least(width: u16, height: u16, tiles: usize, area: Rect) -> Self {
        let across_max = (area.width / width).max(1);
        let rows_max = (area.height / height).max(1);
        // As square as the tiles themselves: few tiles are spread over both ways.
        let needed = |across: u16| tiles.div_ceil(usize::from(across)) as u16;
        let across = (1..=across_max)
            .find(|&across| needed(across) <= rows_max.min(across.max(2)))
            .unwrap_or(across_max);
        let rows = needed(across).clamp(1, rows_max);
        Self {
            across,
            rows,
            width: (area.width / across).min(COLUMNS_MAX),
            height: (area.height / rows).max(height.min(area.height)).min(height.max(12) + 6),
        }
    }
}

/// Draws it.
pub fn view(tiles: &[Tile], look: Look<'_>, area: Rect, buf: &mut Buffer) {
    if tiles.is_empty() {
        return nothing_yet("face-no-interviews", look, area, buf);
    }
    let grid = Grid::of(tiles.len(), area);
    let shown = usize::from(grid.across * grid.rows);
    let left = area.x + (area.width - grid.width * grid.across) / 2;
    for (at, tile) in tiles.iter().take(shown).enumerate() {
        let (column, row) = (at as u16 % grid.across, at as u16 / grid.across);
        let (x, y) = (left + grid.width * column, area.y + grid.height * row);
        view_tile(tile, look, Rect { x, y, width: grid.width, height: grid.height }, buf);
    }
    if tiles.len() > shown {
        let y = (area.y + grid.height * grid.rows).min(area.bottom().saturating_sub(1));
        more(tiles.len() - shown, look, Rect { y, height: 1, ..area }, buf);
    }
}

fn view_tile(tile: &Tile, look: Look<'_>, area: Rect, buf: &mut Buffer) {
    let title = Line::new()
        .add(Role::Team(tile.team as u8), &team_glyph(tile.team))
        .gap(1)
        .add(Role::Strong, &tile.code);
    let inside = pane(buf, area, &title, false, look.theme);
    if inside.height < 2 {
        return view_small(tile, look, inside, buf);
    }
    let left_s = tile.section_left_s.unwrap_or(tile.left_s);
    let clock = look.words.clock(left_s);
    let upper = Rect { height: inside.height - 1, ..inside };
    let room = Rect { x: upper.x + 1, width: upper.width.saturating_sub(2), ..upper };
    let painted = room.height >= 6 && huge_clock(buf, room, &clock, look.theme, clock_role(left_s)) > 0;
    if !painted {
        view_digits(&clock, clock_role(left_s), look, upper, buf);
    }
    view_whole(tile, look, Rect { y: inside.bottom() - 1, height: 1, ..inside }, buf);
}

/// The clock in the middle of its room: in digits of three rows where they fit, else on a line.
fn view_digits(clock: &crate::words::Phrase, role: Role, look: Look<'_>, room: Rect, buf: &mut Buffer) {
    let (columns, rows) = big_size(clock);
    if columns <= room.width && rows <= room.height {
        let x = room.x + (room.width - columns) / 2;
        let y = room.y + (room.height - rows) / 2;
        big_clock(buf, Rect { x, y, width: columns, height: rows }, clock, look.theme, role);
        return;
    }
    let line = Line::new().add(role, clock);
    super::view::centred(buf, Rect { y: room.y + room.height / 2, height: 1, ..room }, &line, look.theme);
}

/// The bar of the whole and what is left of it.
fn view_whole(tile: &Tile, look: Look<'_>, row: Rect, buf: &mut Buffer) {
    let whole = whole(tile, look);
    let room = row.width.saturating_sub(whole.width() as u16 + 1);
    if room >= 5 {
        let fill = if tile.left_s < 0 { Role::Warn } else { Role::Fill };
        bar(buf, Rect { width: room, ..row }, tile.share, look.theme, fill);
    }
    paint_spread(buf, row, &Line::new(), &whole, look.theme, None);
}

/// One row: what is left of the section and of the whole.
fn view_small(tile: &Tile, look: Look<'_>, row: Rect, buf: &mut Buffer) {
    let whole = whole(tile, look);
    let section =
        tile.section_left_s.map(|left_s| Line::new().add(clock_role(left_s), &look.words.clock(left_s)));
    match section {
        Some(section) if section.width() + whole.width() < usize::from(row.width) => {
            paint_spread(buf, row, &section, &whole, look.theme, None);
        }
        Some(_) | None => paint(buf, row, &whole, look.theme, None),
    }
}

fn whole(tile: &Tile, look: Look<'_>) -> Line {
    let line = match tile.paused {
        true => Line::new().add(Role::Warn, &Glyph::PAUSED).gap(1),
        false => Line::new(),
    };
    let role = if tile.left_s < 0 { Role::Warn } else { Role::Text };
    line.add(role, &look.words.clock(tile.left_s))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tile_is_seen_up_to_twenty_four_at_every_size() {
        for (width, height) in [(56, 15), (76, 18), (116, 30), (196, 54)] {
            let area = Rect { x: 2, y: 4, width, height };
            for tiles in [1, 2, 4, 9, 14, 16, 24] {
                let grid = Grid::of(tiles, area);
                let room = usize::from(grid.across * grid.rows);
                assert!(room >= tiles || width < 76 && tiles > 16, "{tiles} in {width}x{height}: {grid:?}");
                assert!(grid.width * grid.across <= width && grid.height * grid.rows <= height, "{grid:?}");
            }
        }
    }
}
