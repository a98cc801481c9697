//! Text from people: cleaned at every entrance, measured and cut by grapheme clusters.
//!
//! Knows nothing of sprints, files, languages or screens. Start with [`Clean`].

mod clean;

pub use clean::Clean;
