//! Panes: a thin rounded border with a title.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, BorderType, Borders, Widget};

use super::{Line, paint};
use crate::kit::theme::{Role, Theme};

/// Draws a pane and answers its inside. `on`: the cursor is here.
pub fn pane(buf: &mut Buffer, area: Rect, title: &Line, on: bool, theme: Theme) -> Rect {
    let role = if on { Role::BorderOn } else { Role::Border };
    let block =
        Block::new().borders(Borders::ALL).border_type(BorderType::Rounded).border_style(theme.style(role));
    let inside = block.inner(area);
    block.render(area, buf);
    if area.width > 6 && !title.is_empty() {
        let room = Rect { x: area.x + 2, y: area.y, width: area.width - 4, height: 1 };
        let line = Line::new().gap(1).then(title.clone()).gap(1);
        let wide = (line.width() as u16).min(room.width);
        let room = Rect { width: wide, ..room };
        for x in room.left()..room.right() {
            buf[(x, room.y)].reset();
        }
        paint(buf, room, &line, theme, None);
    }
    inside
}

/// Shows at the right border of a pane where in the list one is; nothing when all of it is seen.
pub fn scroll_mark(buf: &mut Buffer, inside: Rect, first: usize, seen: usize, len: usize, theme: Theme) {
    if len <= seen || inside.height < 2 {
        return;
    }
    let rows = usize::from(inside.height);
    let size = (rows * seen / len).max(1);
    let top = first * (rows - size) / (len - seen).max(1);
    let x = inside.x + inside.width;
    for row in top..(top + size).min(rows) {
        buf.set_string(x, inside.y + row as u16, "┃", theme.style(Role::BorderOn));
    }
}

/// Splits an area into columns of the given shares, with no gap.
pub fn columns<const N: usize>(area: Rect, shares: [u16; N]) -> [Rect; N] {
    let sum: u32 = shares.iter().map(|share| u32::from(*share)).sum::<u32>().max(1);
    let mut x = area.x;
    let mut so_far = 0;
    shares.map(|share| {
        so_far += u32::from(share);
        let end = area.x + (u32::from(area.width) * so_far / sum) as u16;
        let rect = Rect { x, width: end - x, ..area };
        x = end;
        rect
    })
}

/// What lies inside of a framed pane, with free columns on both sides.
pub fn inside(pane: Rect, margin: u16) -> Rect {
    Rect {
        x: pane.x + 1 + margin,
        y: pane.y + 1,
        width: pane.width.saturating_sub(2 + 2 * margin),
        height: pane.height.saturating_sub(2),
    }
}
