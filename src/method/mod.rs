//! The field's methods as pure functions on plain data: the same input and seed give the same bytes.
//!
//! Knows nothing of sprints, files, terminals, clocks or random sources; a seed is an argument. Start with
//! [`evidence`] for how far a claim may be trusted, [`ranking`] for how sure a list of priorities is, and
//! [`grouping`] for what belongs together, [`schedule`] for when a day will end.

pub mod evidence;
pub mod grouping;
pub mod half_line;
pub mod random;
pub mod ranking;
pub mod schedule;
pub mod teaming;
