//! Asks for a secret at the terminal: nothing shows while it is typed, and the terminal is given back however
//! that ends, by a signal too. Prompts go to the error stream, so that the output stays for what is said.
//!
//! Once it was made, signals to end are no longer the system's to act on; they end what [`Asker`] waits for.

use std::io::{self, Write};

use tokio::sync::oneshot;
use zeroize::Zeroizing;

use super::input;
use super::raw::Raw;
use super::signal::{Signal, Signals};
use crate::app::Msg;
use crate::kit::Key;
use crate::words::Phrase;

/// Longest secret, in bytes. The room for it is taken at once: growing would leave copies of it behind.
pub const SECRET_BYTES_MAX: usize = 1_024;
/// Bytes of the longest character.
const CHARACTER_BYTES_MAX: usize = 4;
/// Number of the signal that Ctrl+C stands for.
const INTERRUPT: u8 = 2;

/// Somebody ended it, by the signal of this number or by Ctrl+C.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Interrupted(pub u8);

/// Asks, and waits for what takes time, until a signal comes.
pub struct Asker {
    runtime: tokio::runtime::Runtime,
    signals: Signals,
}

impl Asker {
    /// One that hears signals from now on.
    pub fn new() -> io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let signals = runtime.block_on(async { Signals::listen() })?;
        Ok(Self { runtime, signals })
    }

    /// Says `prompt` and takes a line that does not show. One that is longer than [`SECRET_BYTES_MAX`] comes
    /// too long as it is and not cut: a cut secret would be another one.
    pub fn ask(&mut self, prompt: &Phrase) -> io::Result<Result<Zeroizing<String>, Interrupted>> {
        let raw = Raw::take()?;
        let _ = write!(io::stderr().lock(), "{prompt} ");
        let typed = self.wait_for(read_line);
        drop(raw);
        let _ = writeln!(io::stderr().lock());
        match typed? {
            Ok(line) => line,
            Err(interrupted) => Ok(Err(interrupted)),
        }
    }

    /// Does `work` on a thread of its own and answers what it answers, or that a signal came first. The thread
    /// is left alone then: the program is about to end.
    pub fn wait_for<T: Send + 'static>(
        &mut self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> io::Result<Result<T, Interrupted>> {
        let (tell, mut told) = oneshot::channel();
        let thread = move || {
            let _ = tell.send(work());
        };
        std::thread::Builder::new().name("viche-secret".to_owned()).spawn(thread)?;
        let Self { runtime, signals } = self;
        runtime.block_on(async {
            loop {
                tokio::select! {
                    biased;
                    signal = signals.next() => match signal {
                        Signal::End(number) => return Ok(Err(Interrupted(number))),
                        #[cfg(unix)]
                        Signal::Stop | Signal::Continue | Signal::Resized => {}
                    },
                    done = &mut told => return done.map(Ok).map_err(io::Error::other),
                }
            }
        })
    }
}

fn read_line() -> io::Result<Result<Zeroizing<String>, Interrupted>> {
    let mut line = Line::new();
    loop {
        for msg in input::msgs(crossterm::event::read()?) {
            match line.take(msg) {
                Typing::GoesOn => {}
                Typing::Done => return Ok(Ok(line.text)),
                Typing::GivenUp => return Ok(Err(Interrupted(INTERRUPT))),
            }
        }
    }
}

/// What is typed so far.
struct Line {
    text: Zeroizing<String>,
}

/// Whether more of a line is to come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Typing {
    GoesOn,
    Done,
    GivenUp,
}

impl Line {
    fn new() -> Self {
        Self { text: Zeroizing::new(String::with_capacity(SECRET_BYTES_MAX + CHARACTER_BYTES_MAX)) }
    }

    fn take(&mut self, msg: Msg) -> Typing {
        match msg {
            Msg::Key(Key::Char(c)) => self.push(c),
            Msg::Key(Key::Backspace) => drop(self.text.pop()),
            Msg::Key(Key::Ctrl('u')) => self.text.clear(),
            Msg::Key(Key::Enter) => return Typing::Done,
            Msg::Key(Key::Ctrl('c' | 'd')) => return Typing::GivenUp,
            _ => {}
        }
        Typing::GoesOn
    }

    /// One character beyond the limit is kept, so that the line is known to be too long.
    fn push(&mut self, c: char) {
        if self.text.len() <= SECRET_BYTES_MAX {
            self.text.push(c);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &[Key]) -> (String, Typing) {
        let mut line = Line::new();
        let last = keys.iter().map(|key| line.take(Msg::Key(*key))).last();
        (line.text.to_string(), last.unwrap_or(Typing::GoesOn))
    }

    #[test]
    fn a_line_is_what_was_typed_and_not_taken_back() {
        let keys = [Key::Char('x'), Key::Ctrl('u'), Key::Char('ї'), Key::Char('ж'), Key::Backspace];
        assert_eq!(typed(&keys), ("ї".to_owned(), Typing::GoesOn));
        assert_eq!(typed(&[Key::Backspace, Key::Char(' '), Key::Enter]), (" ".to_owned(), Typing::Done));
    }

    #[test]
    fn keys_that_type_nothing_change_nothing() {
        let keys = [Key::Char('a'), Key::Up, Key::Esc, Key::Tab, Key::Delete, Key::Ctrl('p')];
        assert_eq!(typed(&keys), ("a".to_owned(), Typing::GoesOn));
    }

    #[test]
    fn ctrl_c_and_ctrl_d_give_up() {
        for c in ['c', 'd'] {
            assert_eq!(typed(&[Key::Char('a'), Key::Ctrl(c)]).1, Typing::GivenUp);
        }
    }

    #[test]
    fn a_line_that_is_too_long_says_so_and_never_moves() {
        let mut line = Line::new();
        let at = line.text.as_ptr();
        for _ in 0..2_000 {
            line.take(Msg::Key(Key::Char('€')));
        }
        assert!(line.text.len() > SECRET_BYTES_MAX && line.text.as_ptr() == at);
    }
}
