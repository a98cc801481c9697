//! A cursor in a list of any length, and the rows of it that are seen.

use std::ops::Range;

use super::Motion;

/// Cursor and scroll of a list. The length is told each time, so that it can't go stale.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct List {
    at: usize,
    top: usize,
    height: usize,
}

impl List {
    /// The place of the cursor.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Puts the cursor at a place.
    pub fn set(&mut self, at: usize, len: usize) {
        self.at = at.min(len.saturating_sub(1));
        self.scroll(len);
    }

    /// Tells how many rows are seen, and how many there are: keeps the cursor inside and in sight.
    pub fn fit(&mut self, height: usize, len: usize) {
        self.height = height;
        self.set(self.at, len);
    }

    /// Moves the cursor; sideways moves nothing. Answers whether it moved.
    pub fn moved(&mut self, motion: Motion, len: usize) -> bool {
        let before = self.at;
        let page = self.height.saturating_sub(1).max(1);
        let at = match motion {
            Motion::Up => self.at.saturating_sub(1),
            Motion::Down => self.at + 1,
            Motion::PageUp => self.at.saturating_sub(page),
            Motion::PageDown => self.at + page,
            Motion::Home => 0,
            Motion::End => len,
            Motion::Left | Motion::Right => self.at,
        };
        self.set(at, len);
        self.at != before
    }

    /// The places that are seen.
    pub fn seen(&self, height: usize, len: usize) -> Range<usize> {
        let top = self.top.min(len.saturating_sub(height.min(len)));
        top..len.min(top + height)
    }

    fn scroll(&mut self, len: usize) {
        let height = self.height.max(1);
        self.top = self.top.min(self.at).max((self.at + 1).saturating_sub(height));
        self.top = self.top.min(len.saturating_sub(height.min(len)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stays_inside_and_in_sight() {
        let mut list = List::default();
        list.fit(10, 100_000);
        list.moved(Motion::End, 100_000);
        assert_eq!((list.at(), list.seen(10, 100_000)), (99_999, 99_990..100_000));
        list.fit(10, 4);
        assert_eq!((list.at(), list.seen(10, 4)), (3, 0..4));
        list.fit(10, 0);
        assert_eq!((list.at(), list.seen(10, 0)), (0, 0..0));
    }
}
