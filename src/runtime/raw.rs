//! The terminal of a question on the command line: it shows nothing of what is typed and hands over each key as it is
//! pressed.

use std::io;

/// Has it so, and lets it be as it was when dropped.
pub(super) struct Raw;

impl Raw {
    /// From now on.
    pub fn take() -> io::Result<Self> {
        crossterm::terminal::enable_raw_mode().map(|()| Self)
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        let _ = crossterm::terminal::disable_raw_mode();
    }
}
