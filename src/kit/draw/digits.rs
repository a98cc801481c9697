//! Big digits that are read from the back of a room.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::kit::theme::{Role, Theme};
use crate::words::Phrase;

/// Rows of a glyph, each three columns of bits, at scale 1.
const ROWS: usize = 5;

fn glyph(c: char) -> [u8; ROWS] {
    match c {
        '0' => [0b111, 0b101, 0b101, 0b101, 0b111],
        '1' => [0b010, 0b110, 0b010, 0b010, 0b111],
        '2' => [0b111, 0b001, 0b111, 0b100, 0b111],
        '3' => [0b111, 0b001, 0b111, 0b001, 0b111],
        '4' => [0b101, 0b101, 0b111, 0b001, 0b001],
        '5' => [0b111, 0b100, 0b111, 0b001, 0b111],
        '6' => [0b111, 0b100, 0b111, 0b101, 0b111],
        '7' => [0b111, 0b001, 0b010, 0b010, 0b010],
        '8' => [0b111, 0b101, 0b111, 0b101, 0b111],
        '9' => [0b111, 0b101, 0b111, 0b001, 0b111],
        ':' => [0b000, 0b010, 0b000, 0b010, 0b000],
        '+' => [0b000, 0b010, 0b111, 0b010, 0b000],
        _ => [0; ROWS],
    }
}

/// Columns and rows that a clock takes at the smallest size.
pub fn big_size(clock: &Phrase) -> (u16, u16) {
    let columns: usize = clock.as_str().chars().map(columns_of).sum();
    (columns.saturating_sub(1) as u16, ROWS.div_ceil(2) as u16)
}

fn columns_of(c: char) -> usize {
    if c == ':' { 2 } else { 4 }
}

/// Paints a clock with two rows of dots in a row of the screen, from the top left of `area`. Answers whether
/// there was room.
pub fn big_clock(buf: &mut Buffer, area: Rect, clock: &Phrase, theme: Theme, role: Role) -> bool {
    let (columns, rows) = big_size(clock);
    if columns > area.width || rows > area.height {
        return false;
    }
    let mut x = area.x;
    for c in clock.as_str().chars() {
        let bits = glyph(c);
        let (first, wide) = if c == ':' { (1, 1) } else { (0, 3) };
        for row in 0..usize::from(rows) {
            let upper = bits[row * 2];
            let lower = bits.get(row * 2 + 1).copied().unwrap_or(0);
            for column in 0..wide {
                let bit = |byte: u8| byte >> (2 - first - column) & 1 == 1;
                let dot = match (bit(upper), bit(lower)) {
                    (true, true) => "█",
                    (true, false) => "▀",
                    (false, true) => "▄",
                    (false, false) => continue,
                };
                buf.set_string(x + column as u16, area.y + row as u16, dot, theme.style(role));
            }
        }
        x += columns_of(c) as u16;
    }
    true
}
