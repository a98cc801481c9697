//! A step: all facts of one command, who did it and when. One step is one undo.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Fact;
use super::id::RunId;

/// Who is at the keyboard.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Seat {
    /// The facilitator, at the workstation.
    Facilitator,
    /// A command on the command line.
    CommandLine,
    /// Team number, as in `T3`.
    Team(u32),
}

impl fmt::Display for Seat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Facilitator => f.write_str("F"),
            Self::CommandLine => f.write_str("C"),
            Self::Team(n) => write!(f, "T{n}"),
        }
    }
}

impl FromStr for Seat {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "F" => Ok(Self::Facilitator),
            "C" => Ok(Self::CommandLine),
            _ => match text.strip_prefix('T').and_then(|n| n.parse().ok()) {
                Some(n) => Ok(Self::Team(n)),
                None => Err(format!("no seat: {text:?}")),
            },
        }
    }
}

impl Serialize for Seat {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Seat {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Number of a step in the file, from 1, rising.
pub type StepNo = u64;

/// When something happened, by both clocks of the machine.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Stamp {
    /// UTC, milliseconds since 1970.
    pub t_ms: i64,
    /// Milliseconds of a clock that goes on in suspend and never jumps; comparable within one boot.
    pub m_ms: u64,
}

/// All facts of one command.
#[derive(Clone, PartialEq, Debug)]
pub struct Step {
    /// Its number.
    pub s: StepNo,
    /// The run that wrote it.
    pub w: RunId,
    /// When.
    pub at: Stamp,
    /// Whose command it was.
    pub by: Seat,
    /// What came to be true.
    pub facts: Vec<Fact>,
    /// Where it was first written, if it came from another file of the same sprint.
    pub from: Option<Origin>,
}

/// Names a step for good, whatever number it has in the file it stands in: the run that first wrote it, and its
/// number there.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Origin(pub RunId, pub StepNo);

impl Step {
    /// Where it was first written: elsewhere, or here.
    pub fn origin(&self) -> Origin {
        self.from.unwrap_or(Origin(self.w, self.s))
    }
}
