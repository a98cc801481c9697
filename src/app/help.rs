//! Help for the screen: its commands with their keys and a sentence each, made from the command rows.

use super::overlay::{Asked, Overlay};
use super::{App, global};
use crate::kit::ask::Page;
use crate::kit::draw::Line;
use crate::kit::theme::Role;
use crate::kit::{List, Reason, Row};

/// Columns that a page has on the smallest usual terminal.
const PAGE_COLUMNS: usize = 72;

impl App {
    /// The page of help for what is shown now.
    pub(super) fn help(&mut self) -> Overlay {
        let cx = self.cx();
        let screen = &self.screens[self.place];
        let mut lines =
            vec![Line::new().add(Role::Muted, &self.words.say(&format!("help-{}", screen.name())))];
        lines.push(Line::new());
        for (at, row) in screen.rows().into_iter().enumerate() {
            if screen.ready(at, &cx) != Err(Reason::Elsewhere) {
                lines.push(self.help_line(row));
            }
        }
        lines.push(Line::new());
        lines.push(Line::new().add(Role::Muted, &self.words.say("help-everywhere")));
        lines.extend(global::rows().into_iter().map(|row| self.help_line(row)));
        lines.push(Line::new());
        for id in ["help-moving", "help-writing", "help-retype", "help-layouts"] {
            lines.extend(Line::wrapped(Role::Text, &self.words.say(id), PAGE_COLUMNS));
        }
        let title = self.words.say(&format!("frame-place-{}", screen.name()));
        self.asked = Asked::Screen;
        Overlay::Read(Page { title, lines, confirms: false }, List::default())
    }

    fn help_line(&self, row: Row) -> Line {
        let mut keys = Line::new();
        for (at, key) in row.verb.keys().iter().enumerate() {
            keys = if at > 0 { keys.gap(1) } else { keys };
            keys = keys.add(Role::Key, key);
        }
        let gap = 13_usize.saturating_sub(keys.width()).max(1);
        keys.gap(gap).add(Role::Text, &self.long_title(row))
    }
}
