//! Lines that find their own rows: pieces with dots between them, and texts word by word.

use crate::kit::draw::{Glyph, Line, Shown};
use crate::kit::theme::Role;

/// Columns between two pieces, the dot among them.
const BETWEEN: usize = 3;

/// Pieces side by side with a dot between them, over as many rows of `columns` as they need. A piece is never
/// parted; empty ones are left out.
pub fn flow(pieces: Vec<Line>, columns: usize) -> Vec<Line> {
    let mut rows: Vec<Line> = Vec::new();
    for piece in pieces.into_iter().filter(|piece| !piece.is_empty()) {
        match rows.last_mut() {
            Some(row) if row.width() + BETWEEN + piece.width() <= columns => {
                *row = std::mem::take(row).gap(1).add(Role::Muted, &Glyph::DOT).gap(1).then(piece);
            }
            Some(_) | None => rows.push(piece),
        }
    }
    rows
}

/// A label in a column of its own, and a text word by word beside it.
pub fn labelled(label: &impl Shown, label_columns: usize, text: &impl Shown, columns: usize) -> Vec<Line> {
    let mut rows = Line::wrapped(Role::Text, text, columns.saturating_sub(label_columns).max(1)).into_iter();
    let first = rows.next().unwrap_or_default();
    let head = Line::new().cell(Role::Muted, label, label_columns).then(first);
    std::iter::once(head).chain(rows.map(|row| Line::new().gap(label_columns).then(row))).collect()
}
