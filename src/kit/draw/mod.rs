//! Drawing: lines of phrases and clean texts, bars, frames, big digits. Nothing here takes a bare string, so
//! that what the program says stands in the locales and what people say went through `Clean`.

mod bar;
mod digits;
mod dots;
#[cfg(test)]
pub mod faults;
mod glyph;
mod halves;
mod huge;
mod letters;
mod line;
mod pane;

pub use bar::{bar, range_bar, working};
pub use digits::{big_clock, big_size};
pub use glyph::{Glyph, kind_glyph, level_glyph, team_glyph};
pub use halves::mend_halves;
pub use huge::{huge_clock, huge_size};
pub use letters::{big_words, big_words_columns, big_words_rows};
#[cfg(test)]
pub use line::built;
pub use line::{Line, Shown, highlight, paint, paint_field, paint_spread, paint_wrapped};
pub use pane::{columns, inside, pane, scroll_mark};
