//! What a sprint begins with, and what the demo sprint is made of.
//!
//! Knows nothing of screens, files or clocks: who asks says when it is. Start with [`template`] for a new
//! sprint, with [`make`] for the demo: `content` reads what is told, `cast` who takes part, `session` when each
//! interview was held, `scribe` what was written down; `day` puts it all in the order of time.

mod boards;
mod bulk;
mod cast;
mod content;
mod day;
mod dice;
mod feedback;
mod rounds;
mod scores;
mod scribe;
mod session;
mod sorting;
pub mod template;
#[cfg(test)]
mod tests;
mod whole;

pub use bulk::{large, many_steps};
pub use whole::{Demo, REQUESTS, make, usual_moment};
