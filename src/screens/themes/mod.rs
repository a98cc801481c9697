//! Being built.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::kit::{Command, Cx, Place};

/// Being built.
#[derive(Default)]
pub struct Themes {}

impl Place for Themes {
    const NAME: &'static str = "themes";
    const DIGIT: char = '5';

    fn commands() -> &'static [Command<Self>] {
        &[]
    }

    fn view(&self, _cx: &Cx<'_>, _area: Rect, _buf: &mut Buffer) {}
}
