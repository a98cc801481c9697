//! The terminal while the program has it: raw, on its other screen, with pastes marked and the cursor hidden.
//! All of it is undone exactly once, however the program ends: by dropping [`Terminal`], or by a [`Restorer`]
//! in a panic hook. Asks the terminal nothing, and on the way out expects nothing of it: it may be gone.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::os;

/// Other screen, marked pastes, no cursor.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?25l";
/// Buttons and the wheel, with any number of columns; not every move of the pointer, which nobody here reads.
const POINTER: &[u8] = b"\x1b[?1000h\x1b[?1006h";
/// The frame that was perhaps being drawn ends and rows go on in the next ones, then everything of [`ENTER`]
/// backwards.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[?7h\x1b[0m\x1b[?25h\x1b[?1006l\x1b[?1000l\x1b[?2004l\x1b[?1049l";

/// Has the terminal, and gives it back when dropped.
pub struct Terminal {
    restorer: Restorer,
    /// The terminal tells what the pointer does.
    pointer: bool,
}

/// Gives the terminal back, once, from wherever it is called.
#[derive(Clone)]
pub struct Restorer {
    taken: Arc<AtomicBool>,
}

impl Terminal {
    /// Takes the terminal. With `pointer` it tells what the pointer does, and selects text only while Shift is
    /// held.
    pub fn take(pointer: bool) -> io::Result<Self> {
        let restorer = Restorer { taken: Arc::new(AtomicBool::new(false)) };
        let terminal = Self { restorer, pointer };
        terminal.retake()?;
        Ok(terminal)
    }

    /// Takes it again: after a stop the shell, or whoever had it meanwhile, left it as they like.
    pub fn retake(&self) -> io::Result<()> {
        if self.restorer.taken.swap(true, Ordering::SeqCst) {
            let _ = crossterm::terminal::disable_raw_mode();
        }
        crossterm::terminal::enable_raw_mode()?;
        let mut output = os::output()?;
        output.write_all(ENTER)?;
        if self.pointer { output.write_all(POINTER) } else { Ok(()) }
    }

    /// What gives it back from elsewhere.
    pub fn restorer(&self) -> Restorer {
        self.restorer.clone()
    }
}

impl Restorer {
    /// Whether the program has the terminal.
    pub fn is_taken(&self) -> bool {
        self.taken.load(Ordering::SeqCst)
    }

    /// Gives it back, unless that was done already.
    pub fn restore(&self) {
        if self.taken.swap(false, Ordering::SeqCst) {
            if let Ok(mut output) = os::output() {
                let _ = output.write_all(LEAVE);
                let _ = output.flush();
            }
            let _ = crossterm::terminal::disable_raw_mode();
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.restorer.restore();
    }
}
