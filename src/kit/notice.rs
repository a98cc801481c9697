//! Sentences that the program says by itself, in the line above the bar, until the next command.

use crate::words::Phrase;

/// A sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// Its words.
    pub words: Phrase,
    /// Something went wrong, or was refused.
    pub problem: bool,
}

impl Notice {
    /// Something to know.
    pub fn news(words: Phrase) -> Self {
        Self { words, problem: false }
    }

    /// Something that was refused or went wrong.
    pub fn problem(words: Phrase) -> Self {
        Self { words, problem: true }
    }
}
