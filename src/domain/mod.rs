//! The sprint: what can be true of it ([`Fact`]), what follows when it becomes true ([`Sprint::apply`],
//! which never fails), and what people may propose (rules that answer facts or a [`Refusal`]).
//!
//! Knows nothing of files, terminals, clocks or languages: a step says when it happened, and every
//! sentence is somebody else's. Start with [`Sprint`] and [`History`].

pub mod agenda;
mod agenda_rules;
pub mod board;
pub mod clock;
pub mod code;
pub mod damaged;
pub mod day_plan;
pub mod department;
mod draft;
pub mod erasure;
mod evidence;
pub mod face;
mod fact;
pub mod guide;
mod history;
pub mod id;
pub mod interview;
pub mod label;
pub mod link;
pub mod note;
mod ownership;
pub mod parking;
pub mod participant;
pub mod piece;
pub mod priority;
mod refusal;
pub mod request;
pub mod rerecord;
pub mod roster;
pub mod run;
pub mod service;
pub mod sprint;
pub mod step;
mod table;
pub mod team;
#[cfg(test)]
mod tests;
pub mod theme;
pub mod turn;

pub use agenda_rules::{BOX_STEP_MINUTES, BOXES_MAX, BoxWords, NewBox, read_minutes, read_start};
pub use clock::{Clock, Moment};
pub use code::Code;
pub use day_plan::DayPlan;
pub use draft::Draft;
pub use evidence::Heard;
pub use fact::{Fact, Touched};
pub use history::{History, Redo, Undo};
pub use refusal::Refusal;
pub use sprint::Sprint;
pub use step::{Origin, Seat, Stamp, Step, StepNo};
pub use table::Table;

/// The longest note, in characters.
pub const NOTE_CHARS_MAX: usize = 2_000;
/// The longest name of anything, in characters.
pub const NAME_CHARS_MAX: usize = 200;
