//! A field of dots, two rows of them in a row of the screen: what huge digits and words are painted with. A
//! dot is about as wide as it is high in common terminal fonts.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::kit::theme::{Role, Theme};

/// A field of dots.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Dots {
    columns: usize,
    set: Vec<bool>,
}

impl Dots {
    /// A field of so many dots, none of them set.
    pub fn new(columns: usize, rows: usize) -> Self {
        Self { columns, set: vec![false; columns * rows] }
    }

    /// Columns of dots.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// Rows of dots.
    pub fn rows(&self) -> usize {
        self.set.len().checked_div(self.columns).unwrap_or(0)
    }

    /// Whether a dot is set; none is outside.
    pub fn get(&self, x: usize, y: usize) -> bool {
        x < self.columns && self.set.get(y * self.columns + x).copied().unwrap_or(false)
    }

    /// Sets one dot, or clears it.
    pub fn put(&mut self, x: usize, y: usize, on: bool) {
        if x < self.columns
            && let Some(dot) = self.set.get_mut(y * self.columns + x)
        {
            *dot = on;
        }
    }

    /// Sets every dot of a rectangle.
    pub fn fill(&mut self, x: usize, y: usize, columns: usize, rows: usize) {
        for y in y..y + rows {
            for x in x..x + columns {
                self.put(x, y, true);
            }
        }
    }

    /// Paints the dots from the top left of `area`; what does not fit is left out.
    pub fn paint(&self, buf: &mut Buffer, area: Rect, theme: Theme, role: Role) {
        let style = theme.style(role);
        for row in 0..self.rows().div_ceil(2).min(usize::from(area.height)) {
            for column in 0..self.columns.min(usize::from(area.width)) {
                let dot = match (self.get(column, row * 2), self.get(column, row * 2 + 1)) {
                    (true, true) => "█",
                    (true, false) => "▀",
                    (false, true) => "▄",
                    (false, false) => continue,
                };
                buf.set_string(area.x + column as u16, area.y + row as u16, dot, style);
            }
        }
    }
}
