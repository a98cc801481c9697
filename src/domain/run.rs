//! Openings of the file for writing.

use serde::{Deserialize, Serialize};

use super::{Sprint, Step};
use crate::text::Clean;

/// What becomes true of a run.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// The file was opened for writing.
    Began {
        /// Names the boot of the machine, so that its steady clock can be compared.
        boot: Clean,
        /// Process number.
        pid: u32,
        /// Name of the machine.
        host: Clean,
        /// Version of the program.
        version: Clean,
    },
}

impl Fact {
    pub(super) fn apply(&self, sprint: &mut Sprint, step: &Step) {
        match self {
            Self::Began { boot, .. } => sprint.begin_run(step.origin().0, boot),
        }
    }
}
