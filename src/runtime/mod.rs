//! The world around the application: the terminal, the clocks, signals, the thread that writes the file and
//! those that work. Carries messages in and effects out, and gives the terminal back however it ends.
//!
//! The only floor where the time is asked, where anything sleeps and where threads begin. Start with [`run`].

pub mod backend;
pub mod clock;
mod drafts;
mod fault;
pub mod follow;
mod input;
pub mod intake;
mod jobs;
pub mod journal;
pub mod log;
mod offer;
pub mod os;
mod path;
pub mod problem;
mod raw;
pub mod roster;
pub mod secret;
mod signal;
pub mod tables;
mod terminal;
mod turns;

pub use jobs::run_inline;
pub use offer::{Pressed, one_key};
pub use path::expanded;
pub use problem::Problem;
pub use turns::{ClockOf, Ended, Projection, Reader, Session, Why, project, read, run, show_card};
