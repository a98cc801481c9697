//! A sentence or word of the program.

use std::fmt;

/// A sentence or word of the program in the reader's language; only this module can make one, so what
/// is typed of type `Phrase` is known to come from the locales.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Phrase(String);

impl Phrase {
    /// Takes what a message or a format made.
    pub(super) fn made(text: String) -> Self {
        Self(text)
    }

    /// The text, as it is drawn.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
