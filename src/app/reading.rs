//! A sprint that is only read: why, what that means for keys, and what is heard of its file meanwhile.
//!
//! One rule holds for every step, whoever proposed it: none is made ([`App::step`]). That commands which change the
//! sprint say so before they begin, and that no field opens for words that could not be kept, is for people: nobody
//! should write a line to hear at its end that it was in vain.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::App;
use super::help::{BORDER_COLUMNS, PAGE_COLUMNS_MAX};
use super::learning;
use super::overlay::Overlay;
use super::projector::News;
use super::state::Start;
use crate::domain::History;
use crate::kit::ask::Page;
use crate::kit::draw::{Glyph, Line};
use crate::kit::theme::Role;
use crate::kit::{List, Notice, Reason, Screen, Shift, Verb};
use crate::text::Clean;
use crate::words::{Args, Phrase};

/// Why a sprint is only read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReadOnly {
    /// Somebody wanted to look, no more.
    Asked,
    /// Another program has the file open to write; who, where the file tells.
    InUse(Option<Holder>),
    /// A line of the file is not as it was written.
    Damaged(Damaged),
    /// A newer program wrote the file.
    Newer,
}

/// Who has the file open to write.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Holder {
    /// The process.
    pub pid: u32,
    /// Its machine.
    pub host: Clean,
    /// When it opened the file: UTC, milliseconds since 1970.
    pub since_ms: i64,
}

/// The first line of a file that is not as it was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Damaged {
    /// Its number, from 1.
    pub line: u64,
    /// What is wrong with it.
    pub finding: Phrase,
    /// What can be read of it.
    pub text: Clean,
}

/// What an application that only reads knows besides the sprint.
pub struct Reading {
    why: ReadOnly,
    /// The file, as it was asked for.
    file: Clean,
    /// The boot whose steady clock is asked, as the file names it.
    pub(super) boot: Clean,
    /// Why what is shown may be old.
    waiting: Option<Waiting>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Waiting {
    Gone,
    Unreadable,
}

impl Reading {
    /// Reads `file` for this reason; `boot` names the machine's as the file does.
    pub fn new(why: ReadOnly, file: Clean, boot: Clean) -> Self {
        Self { why, file, boot, waiting: None }
    }
}

impl App {
    /// An application that shows a sprint and changes nothing of it.
    pub fn reading(start: Start, reading: Reading) -> Self {
        let mut app = Self::with(start, Some(reading));
        match app.trouble_page() {
            Some(page) => app.overlay = Some(Overlay::Read(page, List::default())),
            None => app.say_read_only(),
        }
        app
    }

    /// Whether the sprint is only read.
    pub(super) fn only_reads(&self) -> bool {
        self.reading.is_some()
    }

    /// What a command's own word is worth: none that changes the sprint is ready while it is only read.
    pub(super) fn unless_reading(&self, verb: Verb, ready: Result<(), Reason>) -> Result<(), Reason> {
        match self.only_reads() && verb.changes() && ready != Err(Reason::Elsewhere) {
            true => Err(Reason::OnlyToRead),
            false => ready,
        }
    }

    /// Says that the sprint is only read, why, and what to do to change it.
    pub(super) fn say_read_only(&mut self) {
        self.notice = self.read_only_words().map(Notice::news);
    }

    /// Why the sprint is only read, and the next step.
    pub(super) fn read_only_words(&self) -> Option<Phrase> {
        let Reading { why, file, .. } = self.reading.as_ref()?;
        let args = Args::new().with("file", file);
        Some(match why {
            ReadOnly::Asked => self.words.tell("reading-asked", args),
            ReadOnly::InUse(None) => self.words.tell("reading-in-use-by-unknown", args),
            ReadOnly::InUse(Some(holder)) => {
                let since = Timestamp::from_millisecond(holder.since_ms).unwrap_or_default();
                let since = self.words.time_of_day(since, &self.zone);
                let args = args.with("pid", holder.pid.to_string()).with("host", &holder.host);
                self.words.tell("reading-in-use", args.with("since", since))
            }
            ReadOnly::Damaged(damaged) => {
                self.words.tell("reading-damaged", args.with("line", damaged.line.to_string()))
            }
            ReadOnly::Newer => self.words.tell("reading-newer", args),
        })
    }

    /// What stands where others see whether all is saved.
    pub(super) fn read_only_mark(&self) -> Option<Line> {
        let reading = self.reading.as_ref()?;
        let mark = Line::new().add(Role::Accent, &self.words.say("reading-mark"));
        let Some(waiting) = reading.waiting else { return Some(mark) };
        let words = match waiting {
            Waiting::Gone => self.words.say("reading-mark-gone"),
            Waiting::Unreadable => self.words.say("reading-mark-unreadable"),
        };
        Some(mark.gap(1).add(Role::Muted, &Glyph::DOT).gap(1).add(Role::Warn, &words))
    }

    /// What is wrong with the file, to be read before anything else.
    fn trouble_page(&self) -> Option<Page> {
        let Reading { why, file, .. } = self.reading.as_ref()?;
        let columns = usize::from(self.size.0).saturating_sub(BORDER_COLUMNS).min(PAGE_COLUMNS_MAX);
        let args = || Args::new().with("file", file).with("steps", self.history.steps().len());
        let paragraph = |role, words: &Phrase| Line::wrapped(role, words, columns);
        let (title, mut lines, next) = match why {
            ReadOnly::Asked | ReadOnly::InUse(_) => return None,
            ReadOnly::Damaged(damaged) => {
                ("reading-damaged-title", self.damage_lines(damaged, columns), "reading-damaged-next")
            }
            ReadOnly::Newer => {
                let lines = paragraph(Role::Text, &self.words.tell("reading-newer-long", args()));
                ("reading-newer-title", lines, "reading-newer-next")
            }
        };
        lines.push(Line::new());
        lines.extend(paragraph(Role::Text, &self.words.tell("reading-shown", args())));
        lines.push(Line::new());
        lines.extend(paragraph(Role::Strong, &self.words.tell(next, args())));
        Some(Page { title: self.words.say(title), lines, confirms: false })
    }

    fn damage_lines(&self, damaged: &Damaged, columns: usize) -> Vec<Line> {
        let args = Args::new().with("line", damaged.line.to_string()).with("finding", &damaged.finding);
        let mut lines = Line::wrapped(Role::Warn, &self.words.tell("reading-damaged-line", args), columns);
        lines.push(Line::new());
        if damaged.text.is_empty() {
            lines.extend(Line::wrapped(Role::Muted, &self.words.say("reading-damaged-blank"), columns));
            return lines;
        }
        lines.extend(Line::wrapped(Role::Muted, &self.words.say("reading-damaged-text"), columns));
        lines.extend(Line::wrapped(Role::Text, &damaged.text, columns));
        lines
    }

    /// Takes what became of the file.
    pub(super) fn followed(&mut self, news: News) {
        let Some(reading) = &mut self.reading else { return };
        match news {
            News::Steps(steps) => {
                reading.waiting = None;
                steps.into_iter().for_each(|step| self.let_happen(step));
            }
            News::Whole(history, boot) => self.read_anew(*history, boot),
            News::Gone => {
                reading.waiting = Some(Waiting::Gone);
                self.notice = Some(Notice::problem(self.words.say("face-gone")));
            }
            News::Unreadable(why) => {
                reading.waiting = Some(Waiting::Unreadable);
                let words = self.words.tell("face-unreadable", Args::new().with("why", &why));
                self.notice = Some(Notice::problem(words));
            }
        }
    }

    /// The file is another one, or is back, or in order again: shows all of it. Screens keep their place.
    fn read_anew(&mut self, history: History, boot: Clean) {
        let Some(reading) = &mut self.reading else { return };
        (reading.boot, reading.waiting) = (boot, None);
        let mended = matches!(reading.why, ReadOnly::Damaged(_) | ReadOnly::Newer);
        if mended {
            reading.why = ReadOnly::Asked;
        }
        self.history = history;
        let zone = &self.history.sprint().description.zone;
        self.zone = TimeZone::get(zone.as_str()).unwrap_or(TimeZone::UTC);
        self.derived.ranked = None;
        self.learning.forget(&mut self.derived);
        self.derived.texts = learning::texts(self.history.sprint());
        if mended {
            self.say_read_only();
        }
    }

    /// Closes a field that a command opened for words which could not be kept; one that only searches stays.
    pub(super) fn close_writing(&mut self, place: usize) {
        let writes = |screen: &dyn Screen| screen.field().is_some_and(|field| !field.is_search());
        if self.only_reads() && self.screens.get(place).is_some_and(|screen| writes(screen.as_ref())) {
            self.let_act(place, |screen, cx| screen.shifted(Shift::Stop, cx));
            self.refuse(&Reason::OnlyToRead);
        }
    }
}

#[cfg(test)]
mod tests;
