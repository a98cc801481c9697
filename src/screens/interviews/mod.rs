//! Being built.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::kit::{Command, Cx, Room};

/// Being built.
#[derive(Default)]
pub struct Interviews {}

impl Room for Interviews {
    const NAME: &'static str = "interviews";
    const DIGIT: char = '3';

    fn commands() -> &'static [Command<Self>] {
        &[]
    }

    fn view(&self, _cx: &Cx<'_>, _area: Rect, _buf: &mut Buffer) {}
}
