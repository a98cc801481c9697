//! One key at the terminal, before anything is drawn there: a question on the command line is answered with it. Gives
//! the terminal back as it was, also when a signal comes instead of a key.

use std::io::{self, Write};

use tokio::sync::mpsc::{self, UnboundedSender};

use super::input;
use super::os;
use super::raw::Raw;
use super::signal::{Signal, Signals};
use crate::app::Msg;
use crate::kit::Key;
use crate::words::Phrase;

/// What came.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pressed {
    /// Enter.
    Enter,
    /// Any other key.
    Other,
    /// The system asked the program to end, by the signal of this number.
    Signal(u8),
}

/// Asks in these lines, and waits for a key. Keys and signals are heard before the first line is seen.
pub fn one_key(lines: &[Phrase]) -> io::Result<Pressed> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (tell, mut inbox) = mpsc::unbounded_channel();
    runtime.block_on(async {
        let mut signals = Signals::listen()?;
        let _raw = Raw::take()?;
        write(lines)?;
        read_one(tell)?;
        loop {
            tokio::select! {
                biased;
                signal = signals.next() => match signal {
                    Signal::End(number) => return Ok(Pressed::Signal(number)),
                    #[cfg(unix)]
                    Signal::Stop | Signal::Continue => stand_still(signal)?,
                    #[cfg(unix)]
                    Signal::Resized => {}
                },
                pressed = inbox.recv() => return Ok(pressed.unwrap_or(Pressed::Other)),
            }
        }
    })
}

/// Writes lines to a terminal that goes to the left end only when it is told to.
fn write(lines: &[Phrase]) -> io::Result<()> {
    let mut output = os::output()?;
    lines.iter().try_for_each(|line| write!(output, "{line}\r\n"))?;
    output.flush()
}

/// Stands still where that was asked for. The terminal is the shell's meanwhile, which may leave it as it likes.
#[cfg(unix)]
fn stand_still(signal: Signal) -> io::Result<()> {
    crossterm::terminal::disable_raw_mode()?;
    if signal == Signal::Stop {
        os::stop_self();
    }
    crossterm::terminal::enable_raw_mode()
}

/// Begins the thread that reads up to the first key. Nobody waits for it: when a signal comes first, the program ends.
fn read_one(tell: UnboundedSender<Pressed>) -> io::Result<()> {
    let read = move || {
        while let Ok(event) = crossterm::event::read() {
            let msgs = input::msgs(event);
            let Some(msg) = msgs.iter().find(|msg| matches!(msg, Msg::Key(_) | Msg::Paste(_))) else {
                continue;
            };
            let enter = matches!(msg, Msg::Key(Key::Enter));
            let _ = tell.send(if enter { Pressed::Enter } else { Pressed::Other });
            return;
        }
    };
    std::thread::Builder::new().name("viche-offer".to_owned()).spawn(read).map(|_| ())
}
