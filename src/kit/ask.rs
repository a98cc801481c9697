//! Overlays that a screen asks for: choosing from a list, a form to fill in, a question to confirm. The screen
//! notes what it asked and is handed the reply; nothing here calls back.

use crate::kit::draw::Line;
use crate::words::Phrase;

/// An overlay.
#[derive(Clone, PartialEq, Debug)]
pub enum Ask {
    /// Choose one of a list by its letters, or find it by its words.
    Pick(Pick),
    /// Fill in fields.
    Form(Form),
    /// Confirm: Enter or Esc.
    Confirm(Confirm),
    /// Something to read, or a preview to say yes to.
    Read(Page),
}

/// A list to choose from.
#[derive(Clone, PartialEq, Debug)]
pub struct Pick {
    /// What it is about.
    pub title: Phrase,
    /// What can be chosen.
    pub choices: Vec<Choice>,
}

/// One that can be chosen.
#[derive(Clone, PartialEq, Debug)]
pub struct Choice {
    /// The letters that choose it, Latin and small.
    pub letters: String,
    /// What is shown.
    pub line: Line,
    /// Whether it is what holds now.
    pub on: bool,
}

/// Fields to fill in.
#[derive(Clone, PartialEq, Debug)]
pub struct Form {
    /// Names the draft that is kept until it is saved: the same name finds it again. [`Form::SECRET`] keeps none.
    pub name: String,
    /// What it is about.
    pub title: Phrase,
    /// The fields.
    pub fields: Vec<Blank>,
}

impl Form {
    /// The name of a form whose text is kept nowhere: ballots, passphrases.
    pub const SECRET: &str = "";
}

/// One field of a form.
#[derive(Clone, PartialEq, Debug)]
pub struct Blank {
    /// What stands before it.
    pub label: Phrase,
    /// What stands in it at first.
    pub value: String,
    /// What stands under it while one is in it.
    pub hint: Phrase,
    /// The most characters it takes.
    pub chars_max: usize,
    /// It names a file: Tab completes.
    pub path: bool,
}

/// A question.
#[derive(Clone, PartialEq, Debug)]
pub struct Confirm {
    /// What is asked.
    pub question: Phrase,
    /// What would follow.
    pub consequence: Phrase,
}

/// Something to read.
#[derive(Clone, PartialEq, Debug)]
pub struct Page {
    /// What it is about.
    pub title: Phrase,
    /// Its lines.
    pub lines: Vec<Line>,
    /// Enter says yes to it, as to a preview.
    pub confirms: bool,
}

/// What was replied.
#[derive(Clone, PartialEq, Debug)]
pub enum Reply {
    /// The choice at this place.
    Picked(usize),
    /// What stands in the fields.
    Filled(Vec<String>),
    /// Yes.
    Confirmed,
    /// Esc.
    Left,
}
