//! What is seen: the present timebox above, a rule with the end of the day, the list below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Agenda, Picture, day_view, drift_view, head_view, parking_view};
use crate::kit::Cx;
use crate::kit::draw::{Glyph, Line, paint, paint_wrapped};
use crate::kit::theme::Role;

/// Rows of the present timebox besides its clock: its title, and what comes next.
const HEAD_ROWS: u16 = 2;
/// The widest that a row is drawn: wider ones tear the eye apart.
const COLUMNS_MAX: u16 = 148;
/// Rows of the sums under the drift.
const SUM_ROWS: u16 = 2;

/// Where things stand.
pub struct Regions {
    /// The present timebox; empty in the parking lot.
    pub head: Rect,
    /// The rule with the names of the columns.
    pub rule: Rect,
    /// The list.
    pub list: Rect,
    /// The sums under the drift; empty elsewhere.
    pub sums: Rect,
}

/// Where things stand in a picture of this size.
pub fn regions(area: Rect, picture: Picture) -> Regions {
    let width = area.width.saturating_sub(2).min(COLUMNS_MAX);
    let inner = Rect { x: area.x + 1, width, ..area };
    let (head_rows, sum_rows) = match picture {
        Picture::Day => (HEAD_ROWS + clock_rows(area.height), 0),
        Picture::Drift => (0, SUM_ROWS),
        Picture::Parking => (0, 0),
    };
    let head = Rect { height: head_rows.min(inner.height), ..inner };
    let rule = Rect { y: head.bottom(), height: 1.min(inner.bottom() - head.bottom()), ..inner };
    let sums_top = inner.bottom().saturating_sub(sum_rows).max(rule.bottom());
    let list = Rect { y: rule.bottom(), height: sums_top - rule.bottom(), ..inner };
    let sums = Rect { y: sums_top, height: inner.bottom() - sums_top, ..inner };
    Regions { head, rule, list, sums }
}

/// Rows of the large clock: about a sixth of the screen, and never less than can be read across a room.
fn clock_rows(rows: u16) -> u16 {
    match rows {
        0..26 => 3,
        26..40 => 5,
        40.. => 9,
    }
}

/// Draws the screen.
pub fn view(screen: &Agenda, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let places = regions(area, screen.picture);
    match screen.picture {
        Picture::Day | Picture::Drift if cx.sprint.agenda.is_empty() => empty(cx, area, buf),
        Picture::Day => {
            head_view::view(cx, places.head, buf);
            day_view::view(screen, cx, &places, buf);
        }
        Picture::Drift => drift_view::view(screen, cx, &places, buf),
        Picture::Parking => parking_view::view(screen, cx, &places, buf),
    }
}

/// What to do first in an agenda with nothing in it.
fn empty(cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let room = Rect { x: area.x + 2, y: area.y + 1, width: area.width.saturating_sub(4), height: 4 };
    paint_wrapped(buf, room.intersection(area), Role::Muted, &cx.words.say("agenda-empty"), *cx.theme);
}

/// Draws words into a line across, in their own colours.
pub fn paint_in_line(buf: &mut Buffer, area: Rect, line: &Line, cx: &Cx<'_>) {
    for position in area.intersection(buf.area).positions() {
        buf[position].reset();
    }
    paint(buf, area, line, *cx.theme, None);
}

/// Draws a line across.
pub fn line_across(cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    for x in area.left()..area.right() {
        if area.height > 0 {
            buf.set_string(x, area.y, Glyph::LINE.as_str(), cx.theme.style(Role::Border));
        }
    }
}
