//! Help for the screen: its commands with their keys and a sentence each, made from the command rows.

use super::App;
use super::overlay::{Asked, Overlay};
use crate::kit::ask::Page;
use crate::kit::draw::Line;
use crate::kit::theme::Role;
use crate::kit::{List, Reason, Row};

/// Columns of the keys before a sentence.
const KEY_COLUMNS: usize = 13;
/// Columns that the border of a page and its margins take from the terminal.
pub(super) const BORDER_COLUMNS: usize = 6;
/// The widest a page is read with ease.
pub(super) const PAGE_COLUMNS_MAX: usize = 94;

impl App {
    /// The page of help for what is shown now.
    pub(super) fn help(&mut self) -> Overlay {
        let cx = self.cx();
        let screen = &self.screens[self.place];
        let columns = usize::from(self.size.0).saturating_sub(BORDER_COLUMNS).min(PAGE_COLUMNS_MAX);
        let intro = self.words.say(&format!("help-{}", screen.name()));
        let mut lines = Line::wrapped(Role::Muted, &intro, columns);
        if let Some(words) = self.read_only_words() {
            lines.extend(Line::wrapped(Role::Accent, &words, columns));
        }
        lines.push(Line::new());
        for (at, row) in screen.rows().into_iter().enumerate() {
            if screen.ready(at, &cx) != Err(Reason::Elsewhere) && self.allows(row) {
                lines.extend(self.help_lines(row, columns));
            }
        }
        lines.push(Line::new());
        lines.push(Line::new().add(Role::Muted, &self.words.say("help-everywhere")));
        lines.extend(self.global_rows().into_iter().flat_map(|(_, row)| self.help_lines(row, columns)));
        lines.push(Line::new());
        for id in ["help-moving", "help-writing", "help-retype", "help-layouts"] {
            lines.extend(Line::wrapped(Role::Text, &self.words.say(id), columns));
        }
        let title = self.words.say(&format!("frame-place-{}", screen.name()));
        self.asked = Asked::Screen;
        Overlay::Read(Page { title, lines, confirms: false }, List::default())
    }

    /// The keys of a row, and its sentence beside them over as many lines as it needs.
    fn help_lines(&self, row: Row, columns: usize) -> Vec<Line> {
        let mut keys = Line::new();
        for (at, key) in self.keymap.keys(row).iter().enumerate() {
            keys = if at > 0 { keys.gap(1) } else { keys };
            keys = keys.add(Role::Key, key);
        }
        let gap = KEY_COLUMNS.saturating_sub(keys.width()).max(1);
        let mut beside = keys.gap(gap);
        let room = columns.saturating_sub(beside.width());
        let sentence = Line::wrapped(Role::Text, &self.long_title(row), room);
        let next = |words| std::mem::replace(&mut beside, Line::new().gap(KEY_COLUMNS)).then(words);
        sentence.into_iter().map(next).collect()
    }
}
