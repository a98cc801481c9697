//! For tests: what a frame draws wrongly without anybody noticing. A text that does not fit and is cut without
//! an ellipsis, and a text that is drawn over another one.

use std::cell::RefCell;

use ratatui::buffer::Buffer;

use crate::text::width;

thread_local!(static FAULTS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) });

/// Looks at a text before it is put into the buffer.
pub(super) fn look(buf: &Buffer, x: u16, y: u16, columns: usize, text: &str) {
    let room = columns.min(usize::from(buf.area.right().saturating_sub(x)));
    let wide = width(text);
    if wide > room && !text.trim().is_empty() {
        note(format!("{text:?} at {x},{y} is cut to {room} of {wide} columns"));
    }
    let under: String = (x..x + wide.min(room) as u16).map(|x| buf[(x, y)].symbol()).collect();
    let over = under.chars().zip(text.chars()).any(|(a, b)| a.is_alphanumeric() && !b.is_whitespace());
    if over {
        note(format!("{text:?} at {x},{y} lies over {under:?}"));
    }
}

fn note(fault: String) {
    FAULTS.with_borrow_mut(|faults| faults.push(fault));
}

/// What was found since this was asked last.
pub fn take() -> Vec<String> {
    FAULTS.take()
}

mod tests {
    use ratatui::layout::Rect;

    use super::*;
    use crate::kit::draw::{Line, paint};
    use crate::kit::theme::{Role, Theme};
    use crate::text::Clean;

    #[test]
    fn a_text_over_another_one_is_found_and_a_cut_one_without_an_ellipsis() {
        let area = Rect { x: 0, y: 0, width: 20, height: 1 };
        let mut buf = Buffer::empty(area);
        let line = |text: &str| Line::new().add(Role::Text, &Clean::new(text));
        paint(&mut buf, area, &line("черга з шостої ранку і далі"), Theme::TERMINAL, None);
        assert_eq!(take(), Vec::<String>::new(), "an ellipsis is no fault");
        paint(&mut buf, Rect { x: 3, ..area }, &line("later"), Theme::TERMINAL, None);
        assert_eq!(take().len(), 1);
        look(&buf, 18, 0, 20, "outside");
        assert!(take().iter().any(|fault| fault.contains("is cut to 2 of 7")));
    }
}
