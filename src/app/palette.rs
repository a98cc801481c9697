//! Every command by name.

use super::overlay::{Asked, Overlay, Picking};
use super::{App, global};
use crate::kit::ask::{Choice, Pick};
use crate::kit::draw::Line;
use crate::kit::theme::Role;
use crate::kit::{Notice, Reason, Row, Verb};
use crate::words::Phrase;

/// Columns of the key before a name.
const KEY_COLUMNS: usize = 10;

/// What an entry runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Entry {
    /// A row of the screen that is shown.
    Screen(usize),
    /// A row that works everywhere.
    Global(usize),
    /// Go to a screen.
    Place(usize),
}

impl App {
    /// The list of all commands of this screen and of everywhere.
    pub(super) fn palette(&mut self) -> Overlay {
        let entries = self.entries();
        let choices = entries.iter().map(|entry| self.choice(*entry)).collect();
        self.asked = Asked::Palette(entries);
        Overlay::Pick(Picking::new(Pick { title: self.words.say("app-all-title"), choices }, true))
    }

    fn entries(&self) -> Vec<Entry> {
        let cx = self.cx();
        let screen = &self.screens[self.place];
        let mut entries: Vec<Entry> = (0..screen.rows().len())
            .filter(|&at| screen.ready(at, &cx) != Err(Reason::Elsewhere) && self.allows(screen.rows()[at]))
            .map(Entry::Screen)
            .collect();
        entries.extend(self.global_rows().into_iter().map(|(at, _)| Entry::Global(at)));
        let open = |at: &usize| self.allows_place(self.screens[*at].name());
        entries.extend((0..self.screens.len()).filter(open).map(Entry::Place));
        entries
    }

    fn choice(&self, entry: Entry) -> Choice {
        let cx = self.cx();
        let screen = &self.screens[self.place];
        let (title, keys, ready) = match entry {
            Entry::Screen(at) => {
                let row = screen.rows()[at];
                (
                    self.long_title(row),
                    self.keymap.keys(row),
                    self.unless_reading(row.verb, screen.ready(at, &cx)),
                )
            }
            Entry::Global(at) => {
                let row = global::rows()[at];
                (self.long_title(row), self.keymap.keys(row), self.global_ready(at))
            }
            Entry::Place(at) => {
                let there = &self.screens[at];
                let title = self.words.say(&format!("frame-place-{}", there.name()));
                (title, Verb::Place(there.digit()).keys(), Ok(()))
            }
        };
        let line = match keys.first() {
            Some(key) => Line::new().cell(Role::Key, key, KEY_COLUMNS),
            None => Line::new().gap(KEY_COLUMNS),
        };
        let line = match ready {
            Ok(()) => line.add(Role::Text, &title),
            Err(reason) => line.add(Role::Muted, &title).gap(2).add(Role::Warn, &cx.reason(&reason)),
        };
        Choice { letters: String::new(), line, on: false }
    }

    /// The words of a row in the bar.
    pub(super) fn short_title(&self, row: Row) -> Phrase {
        self.words.say(&format!("command-{}", row.name.replace('.', "-")))
    }

    /// The sentence of a row in help.
    pub(super) fn long_title(&self, row: Row) -> Phrase {
        self.words.say(&format!("command-{}-long", row.name.replace('.', "-")))
    }

    /// Runs what was chosen, or says why not.
    pub(super) fn run_entry(&mut self, entry: Entry) {
        match entry {
            Entry::Screen(at) => self.run_row(at),
            Entry::Global(at) => self.run_global(at),
            Entry::Place(at) => self.turn_to(at),
        }
    }

    pub(super) fn run_row(&mut self, at: usize) {
        let screen = &self.screens[self.place];
        let verb = screen.rows()[at].verb;
        match self.unless_reading(verb, screen.ready(at, &self.cx())) {
            // What the wall shows is not a reader's to change; what this terminal shows is.
            Ok(()) if verb == Verb::Black && self.only_reads() => self.black(),
            Ok(()) => {
                self.act(self.place, |screen, cx| screen.run(at, cx));
            }
            Err(reason) => self.refuse(&reason),
        }
    }

    /// Says why not, and lets what is typed on run nothing: it was meant for what did not open.
    pub(super) fn refuse(&mut self, reason: &Reason) {
        match reason {
            Reason::OnlyToRead => self.say_read_only(),
            Reason::Elsewhere | Reason::Say(_) | Reason::Refused(_) => {
                self.notice = Some(Notice::problem(self.cx().reason(reason)));
            }
        }
        self.deaf_until_ms = self.at.m_ms + self.guard_ms;
    }

    pub(super) fn run_global(&mut self, at: usize) {
        match self.global_ready(at) {
            Ok(()) => self.act_globally(at),
            Err(reason) => self.refuse(&reason),
        }
    }

    /// Whether a row that works everywhere can run.
    fn global_ready(&self, at: usize) -> Result<(), Reason> {
        self.unless_reading(global::rows()[at].verb, global::ready(at, &self.cx()))
    }
}
