//! What a sprint begins with, and what the demo sprint is made of.
//!
//! Knows nothing of screens, files or clocks: who asks says when it is. Start with [`template`] for a new
//! sprint.

pub mod template;
