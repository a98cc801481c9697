//! What stands around every screen: two lines and a rule above, a sentence and the bar below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::App;
use super::overlay::Overlay;
use crate::kit::draw::mend_halves;
use crate::kit::theme::{Role, Theme};
use crate::words::{Args, Words};

/// The smallest terminal in which a screen is drawn.
pub const SIZE_MIN: (u16, u16) = (60, 20);
const ROWS_ABOVE: u16 = 3;
const ROWS_BELOW: u16 = 2;

/// The area of the screen itself, without the frame.
pub fn inside(size: (u16, u16)) -> Rect {
    let height = size.1.saturating_sub(ROWS_ABOVE + ROWS_BELOW);
    Rect { x: 0, y: ROWS_ABOVE.min(size.1), width: size.0, height }
}

/// Whether nothing is drawn in a terminal of this size but the wish for a larger one.
pub(super) fn is_too_small(area: Rect) -> bool {
    area.width < SIZE_MIN.0 || area.height < SIZE_MIN.1
}

/// Wishes for a larger terminal.
pub(super) fn view_too_small(words: &Words, theme: Theme, area: Rect, buf: &mut Buffer) {
    let args = Args::new()
        .with("columns", area.width)
        .with("rows", area.height)
        .with("columns-min", SIZE_MIN.0)
        .with("rows-min", SIZE_MIN.1);
    let wish = words.tell("frame-too-small", args);
    crate::kit::draw::paint_wrapped(buf, area, Role::Text, &wish, theme);
}

impl App {
    /// Whether the screen stands in no frame now; a curtain always has one.
    pub(super) fn is_bare(&self) -> bool {
        self.screens[self.place].is_bare() && !self.is_curtain_shown()
    }

    /// The area of the screen that is shown: what its frame leaves of the terminal.
    pub(super) fn inside(&self) -> Rect {
        match self.is_bare() {
            true => Rect { x: 0, y: 0, width: self.size.0, height: self.size.1.saturating_sub(1) },
            false => inside(self.size),
        }
    }

    /// Draws everything. The buffer has the size of the terminal and is empty.
    pub fn view(&self, buf: &mut Buffer) {
        if matches!(self.overlay, Some(Overlay::Black)) {
            self.settings.theme.black_out(buf);
            return;
        }
        self.view_all(buf);
        self.settings.theme.paint_ground(buf);
    }

    fn view_all(&self, buf: &mut Buffer) {
        let area = buf.area;
        if is_too_small(area) {
            view_too_small(&self.words, self.settings.theme, area, buf);
            return;
        }
        let called = self.curtain();
        let inside = self.inside();
        if !self.is_bare() {
            self.view_top(buf, area);
        } else if self.history().sprint().face.black {
            self.settings.theme.black_out(buf);
            for x in area.left()..area.right() {
                buf[(x, area.bottom() - 1)].reset();
            }
        }
        match called {
            Some(turn) => self.view_curtain(turn, inside, buf),
            None => self.screens[self.place].view(&self.cx(), inside, buf),
        }
        if let Some(overlay) = &self.overlay {
            overlay.view(&self.words, self.settings.theme, inside, buf);
            mend_halves(buf);
        }
        self.view_bottom(buf, area);
    }
}
