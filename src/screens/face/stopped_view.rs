//! All clocks were stopped: one thing to do, in letters that nobody overlooks.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::view::{Look, centred};
use crate::kit::draw::{Line, big_words, big_words_rows};
use crate::kit::theme::Role;

/// Rows of the quiet line under the large ones, with its gap.
const QUIET_ROWS: u16 = 2;
/// The largest dot of a letter.
const SCALE_MAX: usize = 3;

/// Draws it.
pub fn view(look: Look<'_>, area: Rect, buf: &mut Buffer) {
    let lines = ["face-alert", "face-shelter"].map(|id| look.words.say(id));
    let each = Rect { height: area.height.saturating_sub(QUIET_ROWS + 2) / 2, ..area };
    let rows = lines.each_ref().map(|line| big_words_rows(line, each, SCALE_MAX).max(1));
    let all: u16 = rows.iter().sum::<u16>() + 1 + QUIET_ROWS;
    let mut y = area.y + area.height.saturating_sub(all) / 2;
    for (line, rows) in lines.iter().zip(rows) {
        let place = Rect { y, height: rows, ..area };
        if big_words(buf, place, line, SCALE_MAX, look.theme, Role::Warn) == 0 {
            centred(buf, place, &Line::new().add(Role::Warn, line), look.theme);
        }
        y += rows + 1;
    }
    let quiet = Line::wrapped(Role::Text, &look.words.say("face-stopped"), usize::from(area.width));
    for (at, line) in quiet.iter().enumerate() {
        let row = Rect { y: y + at as u16, height: 1, ..area };
        centred(buf, row.intersection(area), line, look.theme);
    }
}
