//! Bars of eighths of a column.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::line::{Line, paint};
use crate::kit::theme::{Role, Theme};
use crate::words::Phrase;

/// Columns of the bar of work that goes on.
const WORKING_COLUMNS: u16 = 22;

/// A row for work that goes on: what it is, how far (a share of 0 to 1 and its words, where it is known), and how
/// to stop it.
pub fn working(
    buf: &mut Buffer,
    area: Rect,
    what: &Phrase,
    far: Option<(f64, Phrase)>,
    stop: &Phrase,
    theme: Theme,
) {
    let row = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let label = Line::new().add(Role::Accent, what);
    paint(buf, row, &label, theme, None);
    let mut at = (label.width() as u16 + 1).min(row.width);
    let mut rest = Line::new();
    if let Some((share, words)) = far {
        let room = Rect { x: row.x + at, width: WORKING_COLUMNS.min(row.width - at), ..row };
        bar(buf, room, share, theme, Role::Fill);
        at = (at + WORKING_COLUMNS + 1).min(row.width);
        rest = rest.add(Role::Text, &words).gap(2);
    }
    rest = rest.add(Role::Muted, stop);
    paint(buf, Rect { x: row.x + at, width: row.width - at, ..row }, &rest, theme, None);
}

/// A bar between marks, filled to `share` of 0 to 1; more than 1 is full.
pub fn bar(buf: &mut Buffer, area: Rect, share: f64, theme: Theme, fill: Role) {
    if area.width < 3 || area.height == 0 {
        return;
    }
    let inner = area.width - 2;
    buf.set_string(area.x, area.y, "▕", theme.style(Role::Empty));
    buf.set_string(area.x + area.width - 1, area.y, "▏", theme.style(Role::Empty));
    const EIGHTHS: [&str; 9] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"];
    let eighths = (share.clamp(0.0, 1.0) * f64::from(inner) * 8.0).round() as u16;
    for column in 0..inner {
        let filled = eighths.saturating_sub(column * 8).min(8);
        buf.set_string(area.x + 1 + column, area.y, EIGHTHS[usize::from(filled)], theme.style(fill));
    }
}

/// A bar between marks, filled from `low` to `high` of 1 to `most`: an interval of ranks.
pub fn range_bar(buf: &mut Buffer, area: Rect, low: u32, high: u32, most: u32, theme: Theme) {
    if area.width < 3 || area.height == 0 || most == 0 {
        return;
    }
    let inner = u32::from(area.width - 2);
    buf.set_string(area.x, area.y, "▕", theme.style(Role::Empty));
    buf.set_string(area.x + area.width - 1, area.y, "▏", theme.style(Role::Empty));
    let first = low.saturating_sub(1) * inner / most;
    let last = (high * inner).div_ceil(most).max(first + 1).min(inner);
    for column in first..last {
        buf.set_string(area.x + 1 + column as u16, area.y, "█", theme.style(Role::Fill));
    }
}
