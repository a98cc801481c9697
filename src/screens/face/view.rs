//! The wall: which picture is drawn, what stands around it, and the states in which there is none.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::public::{Mark, Now, Public, Released, Scene};
use super::{board_view, clock_view, interviews_view, ranking_view, stopped_view, themes_view, top_view};
use crate::domain::Code;
use crate::kit::draw::{Glyph, Line, paint, paint_wrapped, team_glyph};
use crate::kit::theme::{Role, Theme};
use crate::words::Words;

/// From so many columns on two of them are left free at both sides, else one.
const WIDE_COLUMNS: u16 = 76;
/// Rows of the small clock above a picture.
const TOP_ROWS: u16 = 3;
/// The same on a large wall.
const TOP_ROWS_LARGE: u16 = 7;
/// From so many rows on one is left free above the small clock.
const TALL_ROWS: u16 = 30;
/// What makes a wall large, in columns and rows: what is small elsewhere can be written larger there.
const LARGE: (u16, u16) = (150, 44);

/// With what the wall is drawn besides what it shows.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// The language.
    pub words: &'a Words,
    /// The colours.
    pub theme: Theme,
}

/// Draws the wall.
pub fn view(public: &Public, look: Look<'_>, area: Rect, buf: &mut Buffer) {
    let margin = if area.width >= WIDE_COLUMNS { 2 } else { 1 };
    if public.black || area.width <= margin * 2 {
        return;
    }
    let area = Rect { x: area.x + margin, width: area.width - margin * 2, ..area };
    let area = message(public.message.as_ref(), look, area, buf);
    match (&public.now, &public.scene) {
        (Now::Stopped, _) => stopped_view::view(look, area, buf),
        (_, Scene::Clock) => clock_view::view(public, look, area, buf),
        (_, scene) => {
            // Projectors like to cut the edge off.
            let free = u16::from(area.height >= TALL_ROWS);
            let area = Rect { y: area.y + free, height: area.height - free, ..area };
            let top = if is_large(area) { TOP_ROWS_LARGE } else { TOP_ROWS };
            top_view::view(public, look, Rect { height: top.min(area.height), ..area }, buf);
            let taken = top + 1;
            let below = Rect { y: area.y + taken, height: area.height.saturating_sub(taken), ..area };
            view_scene(scene, look, below, buf);
        }
    }
}

fn view_scene(scene: &Scene, look: Look<'_>, area: Rect, buf: &mut Buffer) {
    match scene {
        Scene::Clock => {}
        Scene::Interviews(tiles) => interviews_view::view(tiles, look, area, buf),
        Scene::Board(board) => board_view::view(board.as_ref(), look, area, buf),
        Scene::Themes(claims) => themes_view::view(claims, look, area, buf),
        Scene::Ranking(places) => ranking_view::view(places.as_deref(), look, area, buf),
    }
}

/// Draws the message line at the bottom; answers the area above it.
fn message(message: Option<&Released>, look: Look<'_>, area: Rect, buf: &mut Buffer) -> Rect {
    let Some(message) = message else { return area };
    let lines = Line::wrapped(Role::Accent, message, usize::from(area.width));
    let rows = (lines.len() as u16).min(area.height / 4);
    let top = area.bottom() - rows;
    for (at, line) in lines.into_iter().take(usize::from(rows)).enumerate() {
        centred(buf, Rect { y: top + at as u16, height: 1, ..area }, &line, look.theme);
    }
    Rect { height: area.height - rows - 1, ..area }
}

/// Whether a wall is large.
pub fn is_large(area: Rect) -> bool {
    area.width >= LARGE.0 && area.height >= LARGE.1
}

/// Paints a line into the middle of a row.
pub fn centred(buf: &mut Buffer, row: Rect, line: &Line, theme: Theme) {
    let columns = (line.width() as u16).min(row.width);
    let place = Rect { x: row.x + (row.width - columns) / 2, width: columns, height: 1, ..row };
    paint(buf, place, line, theme, None);
}

/// A team in a line: symbol, code, name.
pub fn team_line(mark: &Mark) -> Line {
    Line::new()
        .add(Role::Team(mark.number as u8), &team_glyph(mark.number))
        .gap(1)
        .add(Role::Strong, &Code::Team(mark.number))
        .gap(1)
        .add(Role::Text, &mark.name)
}

/// The role of a clock with so many seconds left.
pub fn clock_role(left_s: i64) -> Role {
    if left_s < 0 { Role::Warn } else { Role::Strong }
}

/// A sentence where a picture has nothing to show yet.
pub fn nothing_yet(id: &str, look: Look<'_>, area: Rect, buf: &mut Buffer) {
    let y = area.y + area.height / 3;
    let room = Rect { y, height: area.bottom().saturating_sub(y), ..area };
    let words = look.words.say(id);
    let lines = Line::wrapped(Role::Muted, &words, usize::from(area.width));
    if lines.len() == 1 {
        centred(buf, Rect { height: 1, ..room }, &lines[0], look.theme);
    } else {
        paint_wrapped(buf, room, Role::Muted, &words, look.theme);
    }
}

/// At the end of a list that goes on: how many more there are.
pub fn more(count: usize, look: Look<'_>, row: Rect, buf: &mut Buffer) {
    let words = look.words.tell("face-more", crate::words::Args::new().with("count", count));
    let line = Line::new().add(Role::Muted, &Glyph::MORE_BELOW).gap(1).add(Role::Muted, &words);
    paint(buf, row, &line, look.theme, None);
}
