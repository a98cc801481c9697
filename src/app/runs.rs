//! What the loop of the runtime runs: the whole application, or the room's face alone.

use ratatui::buffer::Buffer;

use super::{App, Msg};
use crate::domain::{History, Stamp};
use crate::kit::Effect;
use crate::words::Words;

/// A program of one terminal, without the terminal.
pub trait Runs {
    /// Takes a message and answers what is to happen outside.
    fn update(&mut self, at: Stamp, msg: Msg) -> Vec<Effect>;

    /// Draws everything. The buffer has the size of the terminal and is empty.
    fn view(&self, buf: &mut Buffer);

    /// When something that is shown changes by itself, by the steady clock; `None`: never.
    fn next_wake(&self) -> Option<u64>;

    /// The language that is spoken.
    fn words(&self) -> &Words;

    /// The steps and the sprint they make.
    fn history(&self) -> &History;
}

impl Runs for App {
    fn update(&mut self, at: Stamp, msg: Msg) -> Vec<Effect> {
        self.update(at, msg)
    }

    fn view(&self, buf: &mut Buffer) {
        self.view(buf);
    }

    fn next_wake(&self) -> Option<u64> {
        self.next_wake()
    }

    fn words(&self) -> &Words {
        self.words()
    }

    fn history(&self) -> &History {
        self.history()
    }
}
