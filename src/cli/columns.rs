//! Lines of a list under each other, in columns.

use super::say;
use crate::text::{pad, width};
use crate::words::Phrase;

/// On which side of its column a text stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// Says rows in columns, two spaces between them; the last column is as long as it is.
pub(super) fn say<const N: usize>(rows: &[[Phrase; N]], sides: [Side; N]) {
    let widest = |column: usize| rows.iter().map(|row| width(row[column].as_str())).max().unwrap_or(0);
    let widths: [usize; N] = std::array::from_fn(widest);
    for row in rows {
        let mut line = String::new();
        for (column, phrase) in row.iter().enumerate() {
            let text = phrase.as_str();
            line.push_str("  ");
            match sides[column] {
                Side::Right => {
                    line.push_str(&" ".repeat(widths[column] - width(text)));
                    line.push_str(text);
                }
                Side::Left if column + 1 == N => line.push_str(text),
                Side::Left => line.push_str(&pad(text, widths[column])),
            }
        }
        say::text(line.trim_end());
    }
}
