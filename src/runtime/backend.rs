//! Frames to bytes. Remembers what the terminal shows, writes only what differs, all of it in one write that
//! terminals put up at once, and nothing when nothing changed.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::time::Duration;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

const BEGIN: &str = "\x1b[?2026h";
const END: &str = "\x1b[?2026l";
/// Whether what is written beyond the last column goes on in the next row.
const WRAP_OFF: &str = "\x1b[?7l";
const WRAP_ON: &str = "\x1b[?7h";
/// How often a terminal that takes nothing just now is tried again, and how long it is left alone in between.
const RETRIES_MAX: u32 = 400;
const RETRY: Duration = Duration::from_millis(5);

/// How much was drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Drawn {
    /// Frames that differed from the one before.
    pub frames: u64,
    /// Bytes of all of them.
    pub bytes: u64,
}

/// Draws frames to `W`.
pub struct Backend<W> {
    output: W,
    /// What the terminal shows; `None`: nobody knows.
    shown: Option<Buffer>,
    bytes: String,
    drawn: Drawn,
}

/// How a cell looks.
#[derive(Clone, Copy, PartialEq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

const PLAIN: Look = Look { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

/// The attributes that are drawn, with their numbers. Blinking is not: it would be an alarm.
const ATTRIBUTES: [(Modifier, u8); 7] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

impl<W: Write> Backend<W> {
    /// Draws to `output`, of which nothing is known yet.
    pub fn new(output: W) -> Self {
        Self { output, shown: None, bytes: String::new(), drawn: Drawn::default() }
    }

    /// Forgets what the terminal shows: the next frame is drawn whole.
    pub fn forget(&mut self) {
        self.shown = None;
    }

    /// How much was drawn so far.
    pub fn drawn(&self) -> Drawn {
        self.drawn
    }

    /// Shows `frame`.
    pub fn draw(&mut self, frame: Buffer) -> io::Result<()> {
        self.bytes.clear();
        let shown = match self.shown.take() {
            Some(shown) if shown.area == frame.area => shown,
            Some(_) | None => {
                self.bytes.push_str("\x1b[0m\x1b[2J");
                Buffer::empty(frame.area)
            }
        };
        write_cells(&mut self.bytes, &shown, &frame);
        if !self.bytes.is_empty() {
            let bytes = format!("{BEGIN}{}{END}", self.bytes);
            write_whole(&mut self.output, bytes.as_bytes())?;
            self.drawn.frames += 1;
            self.drawn.bytes += bytes.len() as u64;
        }
        self.shown = Some(frame);
        Ok(())
    }

    /// An empty frame of this size.
    pub fn blank(size: (u16, u16)) -> Buffer {
        Buffer::empty(Rect::new(0, 0, size.0, size.1))
    }
}

/// Writes the cells that differ, row by row.
fn write_cells(bytes: &mut String, shown: &Buffer, frame: &Buffer) {
    let mut pen = Pen { bytes, look: PLAIN, cursor: None };
    let differing = shown.diff(frame);
    for row in differing.chunk_by(|(_, one, _), (_, other, _)| one == other) {
        let doubtful = |(x, y, cell): &(u16, u16, &Cell)| {
            !is_simple(cell.symbol()) || !is_simple(shown[(*x, *y)].symbol())
        };
        match row.iter().any(doubtful) {
            true => write_row(&mut pen, frame, row[0].1),
            false => row.iter().for_each(|(x, y, cell)| pen.write(*x, *y, cell)),
        }
    }
    pen.finish();
}

/// Writes a whole row, since terminals disagree on how many cells some of its signs take: what a sign leaves
/// free of its cells is blank, what it takes beyond them is written over, and at the end of the row none of them
/// breaks into the next one.
fn write_row(pen: &mut Pen<'_>, frame: &Buffer, y: u16) {
    pen.bytes.push_str(WRAP_OFF);
    let mut x = 0;
    while x < frame.area.width {
        let cell = &frame[(x, y)];
        let columns = cell.symbol().width().max(1) as u16;
        if !is_simple(cell.symbol()) {
            let mut blank = Cell::EMPTY;
            blank.set_fg(cell.fg).set_bg(cell.bg);
            (x..(x + columns).min(frame.area.width)).for_each(|covered| pen.write(covered, y, &blank));
        }
        pen.write(x, y, cell);
        x += columns;
    }
    pen.bytes.push_str(WRAP_ON);
}

/// What writes cells: it knows how the last one looked and where the cursor is.
struct Pen<'a> {
    bytes: &'a mut String,
    look: Look,
    cursor: Option<(u16, u16)>,
}

impl Pen<'_> {
    /// Moves only where the cursor is not already, which nobody knows behind a cell that is not simple.
    fn write(&mut self, x: u16, y: u16, cell: &Cell) {
        if self.cursor != Some((x, y)) {
            let _ = write!(self.bytes, "\x1b[{};{}H", y + 1, x + 1);
        }
        let wanted = Look { fg: cell.fg, bg: cell.bg, modifier: cell.modifier };
        if wanted != self.look {
            write_look(self.bytes, wanted);
            self.look = wanted;
        }
        self.bytes.push_str(cell.symbol());
        self.cursor = is_simple(cell.symbol()).then_some((x + 1, y));
    }

    fn finish(self) {
        if self.look != PLAIN {
            self.bytes.push_str("\x1b[0m");
        }
    }
}

/// Whether every terminal gives it exactly one cell.
fn is_simple(symbol: &str) -> bool {
    let mut chars = symbol.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if c.width() == Some(1))
}

fn write_look(bytes: &mut String, look: Look) {
    bytes.push_str("\x1b[0");
    for (modifier, number) in ATTRIBUTES {
        if look.modifier.contains(modifier) {
            let _ = write!(bytes, ";{number}");
        }
    }
    write_colour(bytes, look.fg, 30);
    write_colour(bytes, look.bg, 40);
    bytes.push('m');
}

/// `base` is 30 for letters and 40 for what is behind them.
fn write_colour(bytes: &mut String, colour: Color, base: u8) {
    let named = |number: u8| if number < 8 { base + number } else { base + 60 + number - 8 };
    let number = match colour {
        Color::Reset => return,
        Color::Indexed(number) => {
            let _ = write!(bytes, ";{};5;{number}", base + 8);
            return;
        }
        Color::Rgb(red, green, blue) => {
            let _ = write!(bytes, ";{};2;{red};{green};{blue}", base + 8);
            return;
        }
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    };
    let _ = write!(bytes, ";{}", named(number));
}

/// As `write_all`, and patient with a terminal that somebody left in a mode in which it may say "not now".
fn write_whole(output: &mut impl Write, mut bytes: &[u8]) -> io::Result<()> {
    let mut retries = 0;
    while !bytes.is_empty() {
        match output.write(bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(count) => bytes = &bytes[count..],
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) if error.kind() == io::ErrorKind::WouldBlock && retries < RETRIES_MAX => {
                retries += 1;
                std::thread::sleep(RETRY);
            }
            Err(error) => return Err(error),
        }
    }
    output.flush()
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    fn frame(lines: &[&str]) -> Buffer {
        Buffer::with_lines(lines.iter().copied())
    }

    fn drawn_after(first: &Buffer, second: &Buffer) -> String {
        let mut bytes = String::new();
        write_cells(&mut bytes, first, second);
        bytes
    }

    #[test]
    fn a_frame_is_one_write_between_marks() {
        struct Writes(Vec<Vec<u8>>);
        impl Write for Writes {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                self.0.push(bytes.to_vec());
                Ok(bytes.len())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let mut backend = Backend::new(Writes(Vec::new()));
        backend.draw(frame(&["Черга", "queue"])).unwrap();
        assert_eq!(backend.output.0.len(), 1);
        let text = String::from_utf8(backend.output.0.remove(0)).unwrap();
        assert!(text.starts_with(BEGIN) && text.ends_with(END), "{text:?}");
        assert!(text.contains("\x1b[2J") && text.contains("Черга"), "{text:?}");
    }

    #[test]
    fn nothing_is_written_when_nothing_changed() {
        let mut backend = Backend::new(Vec::new());
        backend.draw(frame(&["12:30"])).unwrap();
        let drawn = backend.drawn();
        backend.draw(frame(&["12:30"])).unwrap();
        assert_eq!((backend.drawn(), drawn.frames), (drawn, 1));
        assert_eq!(backend.output.len() as u64, drawn.bytes);
    }

    #[test]
    fn a_tick_of_a_clock_writes_one_cell() {
        assert_eq!(drawn_after(&frame(&["left 12:30"]), &frame(&["left 12:29"])), "\x1b[1;9H29");
        assert_eq!(drawn_after(&frame(&["left 12:30"]), &frame(&["left 12:31"])), "\x1b[1;10H1");
    }

    #[test]
    fn behind_a_cell_of_doubtful_width_the_cursor_is_moved() {
        for symbol in ["☎\u{fe0f}", "中", "é\u{301}", "👩‍🔬"] {
            let text = format!("{symbol}ab");
            let after = frame(&[&text]);
            let bytes = drawn_after(&Buffer::empty(after.area), &after);
            let place = bytes.find(symbol).unwrap() + symbol.len();
            assert!(bytes[place..].starts_with("\x1b[1;"), "{symbol}: {bytes:?}");
            assert!(bytes.ends_with(&format!("ab{WRAP_ON}")), "{symbol}: {bytes:?}");
        }
    }

    /// What a terminal shows after two frames; this one gives joined signs a cell for each of their parts and
    /// signs with a selector one.
    fn seen_after(first: &Buffer, second: &Buffer) -> Vec<String> {
        let mut backend = Backend::new(Vec::new());
        backend.draw(first.clone()).unwrap();
        backend.draw(second.clone()).unwrap();
        let mut terminal = vt100::Parser::new(first.area.height, first.area.width, 0);
        terminal.process(&backend.output);
        terminal.screen().rows(0, first.area.width).collect()
    }

    #[test]
    fn a_sign_of_doubtful_width_shifts_nothing_and_leaves_nothing_behind() {
        for sign in ["☎\u{fe0f}", "👨\u{200d}👩\u{200d}👧", "中", "e\u{301}", "🇺🇦", "1\u{fe0f}\u{20e3}"]
        {
            let with = frame(&[&format!("│{sign}          abc│"), "│next row"]);
            let columns = usize::from(with.area.width) - 2;
            let without = frame(&[&format!("│{:columns$}│", ""), "│next row"]);
            let again = seen_after(&with, &without);
            assert_eq!(again, seen_after(&without, &without), "{sign} left something behind");
            let seen = seen_after(&without, &with);
            assert!(seen[0].ends_with("        abc│"), "{sign}: {seen:?}");
            assert_eq!(seen[1].trim_end(), "│next row", "{sign}");
        }
    }

    #[test]
    fn a_sign_at_the_end_of_a_row_stays_out_of_the_next_one() {
        let family = "👨\u{200d}👩\u{200d}👧";
        let after = frame(&[&format!("12345{family}"), "next row"]);
        let bytes = drawn_after(&Buffer::empty(after.area), &after);
        let at = |text: &str| bytes.find(text).unwrap();
        assert!(at(WRAP_OFF) < at(family) && at(family) < at(WRAP_ON), "{bytes:?}");
        assert!(at(WRAP_ON) < at("next"), "{bytes:?}");
    }

    #[test]
    fn looks_are_set_when_they_change_and_cleared_at_the_end() {
        let mut after = frame(&["abcd"]);
        after.set_style(Rect::new(1, 0, 2, 1), Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD));
        let bytes = drawn_after(&Buffer::empty(after.area), &after);
        assert_eq!(bytes, "\x1b[1;1Ha\x1b[0;1;36mbc\x1b[0md");
        after.set_style(Rect::new(3, 0, 1, 1), Style::new().bg(Color::LightBlue).fg(Color::Indexed(99)));
        let bytes = drawn_after(&Buffer::empty(after.area), &after);
        assert!(bytes.ends_with("\x1b[0;38;5;99;104md\x1b[0m"), "{bytes:?}");
    }

    #[test]
    fn another_size_is_drawn_whole() {
        let mut backend = Backend::new(Vec::new());
        backend.draw(frame(&["черга"])).unwrap();
        backend.output.clear();
        backend.draw(frame(&["черга", ""])).unwrap();
        let text = String::from_utf8(backend.output.clone()).unwrap();
        assert!(text.contains("\x1b[2J") && text.contains("черга"), "{text:?}");
    }

    #[test]
    fn a_terminal_that_is_gone_is_an_error_and_one_that_is_busy_is_tried_again() {
        struct Busy(u32, Vec<u8>);
        impl Write for Busy {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                self.0 += 1;
                match self.0 {
                    1 => Err(io::ErrorKind::WouldBlock.into()),
                    2 => Err(io::ErrorKind::Interrupted.into()),
                    3 => {
                        self.1.extend(&bytes[..4]);
                        Ok(4)
                    }
                    4 => {
                        self.1.extend(bytes);
                        Ok(bytes.len())
                    }
                    _ => Err(io::ErrorKind::BrokenPipe.into()),
                }
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let mut backend = Backend::new(Busy(0, Vec::new()));
        backend.draw(frame(&["a"])).unwrap();
        assert!(String::from_utf8_lossy(&backend.output.1).ends_with(END));
        assert!(backend.draw(frame(&["b"])).is_err());
    }
}
