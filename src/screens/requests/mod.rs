//! Being built.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::kit::{Command, Cx, Place};

/// Being built.
#[derive(Default)]
pub struct Requests {}

impl Place for Requests {
    const NAME: &'static str = "requests";
    const DIGIT: char = '4';

    fn commands() -> &'static [Command<Self>] {
        &[]
    }

    fn view(&self, _cx: &Cx<'_>, _area: Rect, _buf: &mut Buffer) {}
}
