//! The context: what a screen may read, and where it puts what it proposes.

use jiff::tz::TimeZone;

use super::{
    Ask, Derived, Drafts, Effect, Go, Keymap, Notice, Reason,
    setting::Settings,
    theme::{Paint, Theme},
};
use crate::domain::id::Ids;
use crate::domain::{Fact, History, Moment, Refusal, Seat, Sprint};
use crate::words::{Lang, Words};

/// All that a command or a view may see. Facts live in the sprint; a screen owns its cursor and its draft.
pub struct Cx<'a> {
    /// The sprint as it stands.
    pub sprint: &'a Sprint,
    /// Its steps: for new codes and for naming what was done.
    pub history: &'a History,
    /// What jobs made of it.
    pub derived: &'a Derived,
    /// What was typed and not saved, by all seats; see [`Cx::kept`].
    pub drafts: &'a Drafts,
    /// The reader's language.
    pub words: &'a Words,
    /// The colours.
    pub theme: &'a Theme,
    /// The settings.
    pub settings: &'a Settings,
    /// The keys that hold: `cx.keymap.keys(row)`.
    pub keymap: &'a Keymap,
    /// Now, at a whole second of the steady clock.
    pub now: Moment,
    /// Now in milliseconds of the steady clock, for what slides; clocks go by `now`.
    pub now_ms: u64,
    /// The sprint's time zone.
    pub zone: &'a TimeZone,
    /// Who is at the keyboard.
    pub seat: Seat,
    /// What a command proposes.
    pub out: Out,
}

/// What a command proposes; the application takes it from here.
#[derive(Clone)]
pub struct Out {
    /// New ids.
    pub ids: Ids,
    /// Facts of one step.
    pub facts: Vec<Fact>,
    /// Work to be done outside.
    pub effects: Vec<Effect>,
    /// An overlay to be shown.
    pub ask: Option<Ask>,
    /// A place to go to.
    pub go: Option<Go>,
    /// A sentence to be shown.
    pub notice: Option<Notice>,
    /// A language to speak from now on.
    pub lang: Option<Lang>,
    /// Where the colours come from, from now on.
    pub paint: Option<Paint>,
    /// Something global to be done.
    pub shell: Option<Shell>,
}

/// What only the application itself can do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shell {
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// The list of all commands.
    Palette,
    /// Help.
    Help,
    /// The next team's curtain, or hand over.
    Turn,
    /// A line to the parking lot.
    Park,
    /// Stop all clocks; when they stand, the page from which they go on.
    Stop,
    /// Leave.
    Quit,
    /// Black the screen.
    Black,
}

impl Out {
    /// Nothing proposed yet.
    pub fn new(ids: Ids) -> Self {
        Self {
            ids,
            facts: Vec::new(),
            effects: Vec::new(),
            ask: None,
            go: None,
            notice: None,
            lang: None,
            paint: None,
            shell: None,
        }
    }
}

impl<'a> Cx<'a> {
    /// What the seat at the keyboard left in a field of a place.
    pub fn kept(&self, place: &str, field: &str) -> Option<&'a [String]> {
        self.drafts.texts(self.seat, place, field)
    }
}

impl Cx<'_> {
    /// Proposes facts, or shows why not. Answers whether they were proposed.
    pub fn propose(&mut self, outcome: Result<Vec<Fact>, Refusal>) -> bool {
        match outcome {
            Ok(facts) => {
                self.out.facts.extend(facts);
                true
            }
            Err(refusal) => {
                self.out.notice = Some(Notice::problem(super::refusal::phrase(&refusal, self.words)));
                false
            }
        }
    }

    /// Shows an overlay.
    pub fn ask(&mut self, ask: Ask) {
        self.out.ask = Some(ask);
    }

    /// Goes to a place.
    pub fn go(&mut self, go: Go) {
        self.out.go = Some(go);
    }

    /// Shows a sentence of the locales.
    pub fn tell(&mut self, notice: Notice) {
        self.out.notice = Some(notice);
    }

    /// The sentence of a reason; none for what belongs elsewhere.
    pub fn reason(&self, reason: &Reason) -> crate::words::Phrase {
        match reason {
            Reason::Elsewhere => crate::words::Phrase::default(),
            Reason::Say(id) => self.words.say(id),
            Reason::Refused(refusal) => super::refusal::phrase(refusal, self.words),
            Reason::OnlyToRead => self.words.say("reading-mark"),
        }
    }
}
