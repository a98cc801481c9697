//! Text from people: cleaned at every entrance, measured and cut by grapheme clusters.
//!
//! Knows nothing of sprints, files, languages or screens. Start with [`Clean`].

mod clean;

pub use clean::Clean;

/// Being built.
pub fn latin(c: char) -> char {
    c
}

/// Being built.
pub fn clean_into(raw: &str, out: &mut String) -> usize {
    out.push_str(raw);
    0
}
