//! The pointer: a mouse, or a finger on a large screen. Everything it does can be done with keys.

use ratatui::layout::{Position, Rect};

use super::List;

/// What the pointer did, and where on the terminal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pointer {
    /// What.
    pub act: PointerAct,
    /// Column and row of the terminal, from 0.
    pub at: Position,
}

/// What a pointer can do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PointerAct {
    /// The button went down.
    Pressed,
    /// The button went up.
    Released,
    /// The wheel was turned away.
    WheelUp,
    /// The wheel was turned towards the hand.
    WheelDown,
}

/// What the pointer met on a screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Touch {
    /// Nothing that can be chosen.
    Nothing,
    /// The cursor went to it.
    Chosen,
    /// The cursor was on it already: let go here, it is opened.
    Again,
}

impl Touch {
    /// What it means to touch a thing: the cursor was on it, or went there.
    pub fn of(was_there: bool) -> Self {
        if was_there { Self::Again } else { Self::Chosen }
    }
}

impl List {
    /// Puts the cursor on the row under the pointer, in a list of `len` things that each take `rows_each` rows
    /// of `inside`.
    pub fn pointed(&mut self, at: Position, inside: Rect, rows_each: u16, len: usize) -> Touch {
        if !inside.contains(at) || rows_each == 0 {
            return Touch::Nothing;
        }
        let height = usize::from(inside.height / rows_each);
        let row = self.seen(height, len).start + usize::from((at.y - inside.y) / rows_each);
        if row >= len || usize::from((at.y - inside.y) / rows_each) >= height {
            return Touch::Nothing;
        }
        let touch = Touch::of(row == self.at());
        self.set(row, len);
        touch
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pointer_meets_the_row_that_is_seen_under_it() {
        let inside = Rect { x: 1, y: 4, width: 30, height: 10 };
        let mut list = List::default();
        list.fit(10, 5_000);
        list.set(4_999, 5_000);
        let at = Position { x: 5, y: 6 };
        assert_eq!(list.pointed(at, inside, 1, 5_000), Touch::Chosen);
        assert_eq!(list.at(), 4_992);
        assert_eq!(list.pointed(at, inside, 1, 5_000), Touch::Again);
        assert_eq!(
            list.pointed(Position { x: 5, y: 14 }, inside, 1, 5_000),
            Touch::Nothing,
            "below the list"
        );
        assert_eq!(List::default().pointed(at, inside, 1, 2), Touch::Nothing, "behind the last");
    }
}
