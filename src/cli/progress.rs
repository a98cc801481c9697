//! How far a piece of work is, in one line that is written again and again where somebody watches.

use std::io::{IsTerminal, Write, stderr};

use crate::words::{Args, Words};

/// Says how far it is, in the words of this id. Nothing stops the work but the end of the program.
pub(super) fn show(id: &'static str, words: &Words) -> impl FnMut(u64, u64) -> bool {
    let watched = stderr().is_terminal();
    let mut shown = None;
    move |done, all| {
        let percent = done.saturating_mul(100).checked_div(all);
        if watched && percent != shown {
            shown = percent;
            let share = words.percent(done as f64 / all.max(1) as f64);
            let _ = write!(stderr(), "\r{}\x1b[K", words.tell(id, Args::new().with("percent", &share)));
        }
        true
    }
}

/// Takes the line away.
pub(super) fn clear() {
    if stderr().is_terminal() {
        let _ = write!(stderr(), "\r\x1b[K");
    }
}
