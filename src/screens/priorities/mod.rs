//! Being built.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::kit::{Command, Cx, Place};

/// Being built.
#[derive(Default)]
pub struct Priorities {}

impl Place for Priorities {
    const NAME: &'static str = "priorities";
    const DIGIT: char = '6';

    fn commands() -> &'static [Command<Self>] {
        &[]
    }

    fn view(&self, _cx: &Cx<'_>, _area: Rect, _buf: &mut Buffer) {}
}
