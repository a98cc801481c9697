//! Text from people: cleaned at every entrance, measured and cut by grapheme clusters, folded for search,
//! and forgiven the wrong keyboard layout.
//!
//! Knows nothing of sprints, files, languages or screens. Start with [`Clean`].

mod clean;
mod fold;
pub mod layout;
mod lookalike;
mod measure;
mod plain;
mod quote;

pub use clean::{Clean, MARKS_MAX, REMOVED, clean_into, is_clean_fast};
pub use fold::{fold, fold_into};
pub use lookalike::latin;
pub use measure::{fit, pad, width, wrap};
pub use quote::{Alike, core};
