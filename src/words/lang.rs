//! The languages that the program speaks.

use serde::{Deserialize, Serialize};

/// A language of the program.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    En,
    /// Ukrainian.
    Uk,
}

impl Lang {
    /// Every language, in the order in which a choice shows them.
    pub const ALL: [Self; 2] = [Self::En, Self::Uk];

    /// The ISO 639-1 code: "en" or "uk".
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Uk => "uk",
        }
    }

    /// Reads a code in either case, alone or at the head of a locale's name ("uk", "UK-ua",
    /// "uk_UA.UTF-8"). `None` for any other language, and for "C".
    pub fn parse(name: &str) -> Option<Self> {
        let code = name.trim().split(['-', '_', '.', '@']).next()?;
        Self::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(code))
    }

    /// The other of the two.
    pub fn other(self) -> Self {
        match self {
            Self::En => Self::Uk,
            Self::Uk => Self::En,
        }
    }
}
