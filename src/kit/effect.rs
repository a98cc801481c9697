//! Effects: what the application asks of the world, as plain data that a test can compare.

use super::Job;
use crate::domain::{Draft, Step};

/// One thing to be done outside.
#[derive(Clone, PartialEq, Debug)]
pub enum Effect {
    /// Write a step to the file and answer when it is on disk.
    Append(Step),
    /// Keep what is typed and not saved yet, or let it go.
    Draft(Draft),
    /// Work on a thread and answer.
    Compute(Job),
    /// Stop the job of this name if it still works.
    Cancel(super::job::Name),
    /// Leave the program, once everything is on disk.
    Quit,
}
