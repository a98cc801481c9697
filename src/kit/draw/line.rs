//! One row of the screen, made of pieces that each have a role.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;

use super::Glyph;
use crate::domain::Code;
use crate::kit::Field;
use crate::kit::key::Key;
use crate::kit::theme::{Role, Theme};
use crate::text::{Clean, fit, width, wrap};
use crate::words::Phrase;

/// What may be drawn: words of the locales, clean text of people, codes, keys and signs.
pub trait Shown {
    /// Its text.
    fn shown(&self) -> String;
}

macro_rules! shown {
    ($($kind:ty),*) => {$(
        impl Shown for $kind {
            fn shown(&self) -> String {
                self.to_string()
            }
        }
    )*};
}

shown!(Phrase, Clean, Code, Key);

impl Shown for Glyph {
    fn shown(&self) -> String {
        self.as_str().to_owned()
    }
}

/// What a line says, without its roles: for those who write it larger.
impl Shown for Line {
    fn shown(&self) -> String {
        self.plain()
    }
}

/// A number without unit, up to four digits; larger ones are written by the locale.
impl Shown for u16 {
    fn shown(&self) -> String {
        self.to_string()
    }
}

/// A line of pieces.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Line {
    pieces: Vec<(String, Role)>,
}

impl Line {
    /// An empty line.
    pub fn new() -> Self {
        #[cfg(test)]
        built::one();
        Self::default()
    }

    /// Adds a piece.
    #[must_use]
    pub fn add(mut self, role: Role, piece: &impl Shown) -> Self {
        self.pieces.push((piece.shown(), role));
        self
    }

    /// Adds spaces.
    #[must_use]
    pub fn gap(mut self, columns: usize) -> Self {
        self.pieces.push((" ".repeat(columns), Role::Text));
        self
    }

    /// Adds a piece, cut or filled up with spaces to exactly `columns`.
    #[must_use]
    pub fn cell(mut self, role: Role, piece: &impl Shown, columns: usize) -> Self {
        let text = piece.shown();
        let text = fit(&text, columns).to_string();
        let fill = columns.saturating_sub(width(&text));
        self.pieces.push((text, role));
        self.pieces.push((" ".repeat(fill), Role::Text));
        self
    }

    /// Adds a piece at the right end of exactly `columns`.
    #[must_use]
    pub fn cell_right(mut self, role: Role, piece: &impl Shown, columns: usize) -> Self {
        let text = piece.shown();
        let text = fit(&text, columns).to_string();
        let fill = columns.saturating_sub(width(&text));
        self.pieces.push((" ".repeat(fill), Role::Text));
        self.pieces.push((text, role));
        self
    }

    /// Adds another line's pieces.
    #[must_use]
    pub fn then(mut self, other: Line) -> Self {
        self.pieces.extend(other.pieces);
        self
    }

    /// A text over as many lines as it needs at `columns`.
    pub fn wrapped(role: Role, text: &impl Shown, columns: usize) -> Vec<Self> {
        let text = text.shown();
        wrap(&text, columns.max(4))
            .into_iter()
            .map(|row| Self { pieces: vec![(row.to_owned(), role)] })
            .collect()
    }

    /// Its width in columns.
    pub fn width(&self) -> usize {
        self.pieces.iter().map(|(text, _)| width(text)).sum()
    }

    /// The text without its roles, for searching in it.
    pub fn plain(&self) -> String {
        self.pieces.iter().map(|(text, _)| text.as_str()).collect()
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.pieces.iter().all(|(text, _)| text.is_empty())
    }
}

/// Paints a line into a row of `area`'s width, cut with an ellipsis. With `over`, that role goes over it all.
pub fn paint(buf: &mut Buffer, area: Rect, line: &Line, theme: Theme, over: Option<Role>) {
    if area.width == 0 || area.height == 0 {
        return;
    }
    let row = Rect { height: 1, ..area };
    let total = line.width();
    let columns = usize::from(row.width);
    let mut x = row.x;
    let mut left = columns;
    for (text, role) in &line.pieces {
        let wide = width(text);
        let last_piece_cut = wide > left || (wide == left && total > columns && left > 0);
        let text = match last_piece_cut {
            true if wide > left => fit(text, left),
            true => fit(text, left),
            false => text.as_str().into(),
        };
        let used = put(buf, x, row.y, left, &text, theme, *role);
        x += used as u16;
        left -= used;
        if left == 0 {
            break;
        }
    }
    if let Some(over) = over {
        highlight(buf, row, over, theme);
    }
}

/// Lets a role go over a row. Bars stay as they are where the role is reversed: they would look
/// like holes.
pub fn highlight(buf: &mut Buffer, area: Rect, over: Role, theme: Theme) {
    let style = theme.style(over);
    for position in area.intersection(buf.area).positions() {
        let cell = &mut buf[position];
        let is_block = cell.symbol().starts_with(|c| ('\u{2580}'..='\u{259f}').contains(&c));
        if !is_block || theme.is_painted() {
            cell.set_style(style);
        }
    }
}

/// Paints `left` from the left end and `right` at the right end; where they meet, the left one is cut.
pub fn paint_spread(
    buf: &mut Buffer,
    area: Rect,
    left: &Line,
    right: &Line,
    theme: Theme,
    over: Option<Role>,
) {
    let taken = (right.width() as u16).min(area.width);
    let gap = u16::from(taken > 0 && taken < area.width);
    let first = Rect { width: area.width.saturating_sub(taken + gap), ..area };
    let second = Rect { x: area.x + area.width - taken, width: taken, ..area };
    paint(buf, first, left, theme, None);
    paint(buf, second, right, theme, None);
    if let (Some(over), true) = (over, area.height > 0) {
        highlight(buf, Rect { height: 1, ..area }, over, theme);
    }
}

/// Paints a text over several rows, word by word. Answers the rows it took.
pub fn paint_wrapped(buf: &mut Buffer, area: Rect, role: Role, text: &impl Shown, theme: Theme) -> u16 {
    if area.width < 4 {
        return 0;
    }
    let text = text.shown();
    let rows = wrap(&text, usize::from(area.width));
    let seen = rows.len().min(usize::from(area.height));
    for (row, words) in rows.iter().take(seen).enumerate() {
        let y = area.y + row as u16;
        let cut = row + 1 == seen && rows.len() > seen;
        let words = match cut {
            true => fit(&format!("{words}…"), usize::from(area.width)).to_string(),
            false => (*words).to_string(),
        };
        put(buf, area.x, y, usize::from(area.width), &words, theme, role);
    }
    seen as u16
}

/// Paints a text field with its cursor. What does not fit scrolls sideways.
pub fn paint_field(buf: &mut Buffer, area: Rect, field: &Field, theme: Theme) {
    let columns = usize::from(area.width.max(1));
    let cursor = field.cursor_columns();
    let skip = (cursor + 1).saturating_sub(columns);
    let mut column = 0;
    let clean = field.value();
    for cluster in clean.graphemes(true) {
        let wide = width(cluster);
        if column >= skip && column + wide <= skip + columns {
            let shown = if cluster.chars().any(char::is_control) { "�" } else { cluster };
            put(buf, area.x + (column - skip) as u16, area.y, wide.max(1), shown, theme, Role::Text);
        }
        column += wide;
    }
    let cell = Rect { x: area.x + (cursor - skip) as u16, y: area.y, width: 1, height: 1 };
    buf.set_style(cell.intersection(area), theme.style(Role::Cursor));
}

fn put(buf: &mut Buffer, x: u16, y: u16, columns: usize, text: &str, theme: Theme, role: Role) -> usize {
    #[cfg(test)]
    super::faults::look(buf, x, y, columns, text);
    let (end, _) = buf.set_stringn(x, y, text, columns, theme.style(role));
    usize::from(end - x)
}

/// How many lines were begun on this thread: tests claim that a frame builds what is seen and no more.
#[cfg(test)]
pub mod built {
    use std::cell::Cell;

    thread_local!(static LINES: Cell<usize> = const { Cell::new(0) });

    pub(super) fn one() {
        LINES.set(LINES.get() + 1);
    }

    /// The count so far.
    pub fn lines() -> usize {
        LINES.get()
    }
}
