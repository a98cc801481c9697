//! A clock as large as the room allows: digits of joined bars, read from the last row of seats.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::dots::Dots;
use crate::kit::theme::{Role, Theme};
use crate::words::Phrase;

/// The widest a digit gets, in dots.
const DIGIT_COLUMNS_MAX: usize = 60;
/// The narrowest in which all its bars can be told apart.
const DIGIT_COLUMNS_MIN: usize = 5;

/// Rows of dots that a digit has wherever there is room for them: seven of the screen.
const ROWS_WANTED: usize = 14;

/// The bars of each digit: top, upper right, lower right, bottom, lower left, upper left, middle.
const BARS: [[bool; 7]; 10] = [
    [true, true, true, true, true, true, false],
    [false, true, true, false, false, false, false],
    [true, true, false, true, true, false, true],
    [true, true, true, true, false, false, true],
    [false, true, true, false, false, true, true],
    [true, false, true, true, false, true, true],
    [true, false, true, true, true, true, true],
    [true, true, true, false, false, false, false],
    [true, true, true, true, true, true, true],
    [true, true, true, true, false, true, true],
];

/// How large a clock is painted, in dots.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Size {
    /// Of a digit.
    columns: usize,
    rows: usize,
    /// Of a bar, either way.
    bar: usize,
    /// Between two characters.
    gap: usize,
}

impl Size {
    /// The largest at which `text` fits.
    fn fitting(text: &str, area: Rect) -> Option<Self> {
        let rows_max = usize::from(area.height) * 2;
        (DIGIT_COLUMNS_MIN..=DIGIT_COLUMNS_MAX).rev().map(|columns| Self::of(columns, rows_max)).find(
            |size| {
                size.width(text) <= usize::from(area.width)
                    && size.rows * 4 >= size.columns * 5
                    && size.rows <= rows_max
            },
        )
    }

    fn of(columns: usize, rows_max: usize) -> Self {
        let bar = (columns * 3 / 11).max(1);
        // Narrow digits are drawn out rather than small. A row of the screen is two rows of dots.
        let rows = (columns * 8 / 5).max(ROWS_WANTED).min(rows_max) & !1;
        Self { columns, rows, bar, gap: (bar * 3 / 4).max(1) }
    }

    fn columns_of(self, c: char) -> usize {
        match c {
            '0'..='9' => self.columns,
            '+' => self.bar * 3,
            _ => self.bar,
        }
    }

    fn width(self, text: &str) -> usize {
        let all: usize = text.chars().map(|c| self.columns_of(c) + self.gap).sum();
        all.saturating_sub(self.gap)
    }
}

/// Columns and rows of the screen that a clock takes in `area`, as large as it gets there; `None` where it
/// does not fit at all.
pub fn huge_size(clock: &Phrase, area: Rect) -> Option<(u16, u16)> {
    let size = Size::fitting(clock.as_str(), area)?;
    Some((size.width(clock.as_str()) as u16, size.rows.div_ceil(2) as u16))
}

/// Paints a clock into the middle of `area`, as large as it gets there. Answers the rows that it took; 0 where
/// it does not fit.
pub fn huge_clock(buf: &mut Buffer, area: Rect, clock: &Phrase, theme: Theme, role: Role) -> u16 {
    let text = clock.as_str();
    let Some(size) = Size::fitting(text, area) else { return 0 };
    let (columns, rows) = (size.width(text), size.rows.div_ceil(2) as u16);
    let mut dots = Dots::new(columns, size.rows);
    let mut x = 0;
    for c in text.chars() {
        draw(&mut dots, x, c, size);
        x += size.columns_of(c) + size.gap;
    }
    let place = Rect {
        x: area.x + (area.width - columns as u16) / 2,
        y: area.y + (area.height - rows) / 2,
        width: columns as u16,
        height: rows,
    };
    dots.paint(buf, place, theme, role);
    rows
}

fn draw(dots: &mut Dots, x: usize, c: char, size: Size) {
    let Size { columns, rows, bar, .. } = size;
    match c {
        '1' => {
            let middle = x + (columns - bar) / 2;
            dots.fill(middle, 0, bar, rows);
            dots.fill(middle.saturating_sub(bar), bar / 2, bar, bar);
        }
        '0'..='9' => {
            let digit = usize::from(c as u8 - b'0');
            bars(dots, x, BARS[digit], size);
        }
        ':' => {
            dots.fill(x, (rows / 3).saturating_sub(bar / 2), bar, bar);
            dots.fill(x, (rows * 2 / 3).saturating_sub(bar / 2), bar, bar);
        }
        '+' => {
            let y = (rows - bar) / 2;
            dots.fill(x, y, bar * 3, bar);
            dots.fill(x + bar, y.saturating_sub(bar), bar, bar * 3);
        }
        _ => {}
    }
}

fn bars(dots: &mut Dots, x: usize, on: [bool; 7], size: Size) {
    let Size { columns, rows, bar, .. } = size;
    let (right, middle, bottom) = (x + columns - bar, (rows - bar) / 2, rows - bar);
    let places = [
        (x, 0, columns, bar),
        (right, 0, bar, middle + bar),
        (right, middle, bar, rows - middle),
        (x, bottom, columns, bar),
        (x, middle, bar, rows - middle),
        (x, 0, bar, middle + bar),
        (x, middle, columns, bar),
    ];
    for ((x, y, columns, rows), _) in places.into_iter().zip(on).filter(|(_, on)| *on) {
        dots.fill(x, y, columns, rows);
    }
    round(dots, x, size);
}

/// Takes the outermost dots of the four corners away, so that the digits look drawn and not built.
fn round(dots: &mut Dots, x: usize, size: Size) {
    let cut = size.bar / 3;
    for along in 0..cut {
        for down in 0..cut - along {
            for (x, y) in [
                (x + along, down),
                (x + size.columns - 1 - along, down),
                (x + along, size.rows - 1 - down),
                (x + size.columns - 1 - along, size.rows - 1 - down),
            ] {
                dots.put(x, y, false);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Lang, Words};

    fn area(width: u16, height: u16) -> Rect {
        Rect { x: 0, y: 0, width, height }
    }

    #[test]
    fn every_clock_is_at_least_seven_rows_high_where_a_room_looks_at_it() {
        let words = Words::new(Lang::En);
        for (columns, rows) in [(56, 10), (76, 12), (116, 20), (196, 36)] {
            for seconds in [754, 9, 3_599, -130, 3_723, -3_723] {
                let clock = words.clock(seconds);
                let (wide, high) = huge_size(&clock, area(columns, rows)).unwrap();
                assert!(wide <= columns && (7..=rows).contains(&high), "{clock} in {columns}: {wide}x{high}");
            }
        }
    }

    #[test]
    fn no_two_digits_look_alike() {
        let size = Size::of(15, 24);
        let drawn: Vec<Dots> = ('0'..='9')
            .map(|c| {
                let mut dots = Dots::new(size.columns, size.rows);
                draw(&mut dots, 0, c, size);
                dots
            })
            .collect();
        for (at, one) in drawn.iter().enumerate() {
            assert!(!drawn[..at].contains(one), "digit {at}");
        }
    }

    #[test]
    fn a_clock_that_does_not_fit_is_not_painted() {
        let mut buf = Buffer::empty(area(20, 3));
        let clock = Words::new(Lang::En).clock(754);
        assert_eq!(huge_clock(&mut buf, area(20, 3), &clock, Theme::TERMINAL, Role::Strong), 0);
        assert_eq!(buf, Buffer::empty(area(20, 3)));
    }
}
