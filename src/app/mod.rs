//! The whole: one [`App`], one [`App::update`] from a message to effects, one [`App::view`] to a buffer.
//!
//! Knows nothing of files, terminals or threads: what happens outside comes in as [`Msg`], what is to happen
//! there goes out as [`Effect`].

mod bar;
mod curtain;
mod drafts;
#[cfg(test)]
mod drafts_tests;
#[cfg(test)]
mod erased_tests;
mod frame;
mod global;
mod help;
#[cfg(test)]
mod key_counts;
mod learning;
mod overlay;
mod palette;
mod parking;
mod pointer;
mod projector;
mod reading;
mod registry;
#[cfg(test)]
pub mod room;
mod route;
mod runs;
mod standstill;
mod state;
mod stray;
#[cfg(test)]
mod sweep;
mod tabs;
#[cfg(test)]
mod tests;
mod trouble;
mod turn;
#[cfg(test)]
mod turn_tests;
pub mod work;

pub use projector::{Card, News, Projected, Projector};
pub use reading::{Damaged, Holder, ReadOnly, Reading};
pub use registry::{manual_rows, screens};
pub use runs::Runs;
pub use state::{App, Msg, Start};
pub use trouble::Disk;
