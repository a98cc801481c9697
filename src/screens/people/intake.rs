//! How a list of people comes in: a form, a look at what it would bring against those who take part, and on Enter
//! the people themselves, in one step. The page waits until the screen can show it.

use std::sync::Arc;

use super::{Asked, People, pages};
use crate::domain::NAME_CHARS_MAX;
use crate::domain::code::Code;
use crate::domain::id::Ids;
use crate::domain::roster::{Codes, Enrolment};
use crate::kit::ask::{Ask, Blank, Form};
use crate::kit::job::{Name, Roster};
use crate::kit::{Cx, Effect, Job, Notice, Reason};
use crate::text::Clean;
use crate::words::{Args, Phrase};

/// Most characters of a path.
const PATH_CHARS_MAX: usize = 4_096;

/// The list that is being taken in.
#[derive(Default)]
pub struct Intake {
    /// What stood in the form last, for another try.
    values: Vec<String>,
    /// The department of rows that name none.
    department: Clean,
    /// A list is awaited.
    wanted: bool,
    waiting: Option<Arc<Roster>>,
}

/// A list can be taken in, unless one is on its way.
pub fn ready(screen: &People, cx: &Cx<'_>) -> Result<(), Reason> {
    super::cursor::on_pictures(screen, cx)?;
    match cx.derived.is_working(Name::People) {
        true => Err(Reason::Say("people-busy")),
        false => Ok(()),
    }
}

/// What the form is called.
pub const FORM: &str = "people file";

/// Asks which file.
pub fn ask(screen: &mut People, cx: &mut Cx<'_>) {
    let value = |at: usize| screen.intake.values.get(at).cloned().unwrap_or_default();
    let blank = |label, hint, value, chars_max, path| Blank {
        label: cx.words.say(label),
        value,
        hint: cx.words.say(hint),
        chars_max,
        path,
    };
    let fields = vec![
        blank("people-file", "people-file-hint", value(0), PATH_CHARS_MAX, true),
        blank("people-form-department", "people-file-department-hint", value(1), NAME_CHARS_MAX, false),
    ];
    let title = cx.words.say("people-file-title");
    cx.ask(Ask::Form(Form { name: FORM.to_owned(), title, fields }));
    screen.asked = Asked::File;
}

/// Reads the file that the form names.
pub fn submit(screen: &mut People, values: &[String], cx: &mut Cx<'_>) {
    screen.intake.values = values.to_vec();
    let value = |at: usize| values.get(at).map_or("", |value| value.trim());
    if value(0).is_empty() {
        cx.tell(Notice::problem(cx.words.say("people-file-none")));
        return ask(screen, cx);
    }
    screen.intake.department = Clean::new(value(1));
    screen.intake.wanted = true;
    let (path, lang) = (value(0).to_owned(), cx.words.lang());
    cx.out.effects.push(Effect::Compute(Job::People { path, lang }));
}

impl Intake {
    /// The list is read, or can't be.
    pub fn read(&mut self, outcome: &Result<Arc<Roster>, Phrase>, cx: &mut Cx<'_>) {
        if !std::mem::take(&mut self.wanted) {
            return;
        }
        match outcome {
            Ok(roster) => self.waiting = Some(Arc::clone(roster)),
            Err(why) => cx.tell(Notice::problem(why.clone())),
        }
    }

    /// Shows what the list would bring, and answers what is asked with it.
    pub fn ask_waiting(&mut self, width: u16, cx: &mut Cx<'_>) -> Asked {
        let Some(roster) = self.waiting.take() else { return Asked::Nothing };
        let enrolment = self.enrolment(&roster, &mut cx.out.ids.clone(), cx);
        cx.ask(Ask::Read(pages::preview(&roster, &enrolment, width, cx)));
        match enrolment.facts.is_empty() {
            true => Asked::Nothing,
            false => Asked::TakeIn(roster),
        }
    }

    fn enrolment(&self, roster: &Roster, ids: &mut Ids, cx: &Cx<'_>) -> Enrolment {
        let codes = Codes {
            participant: cx.history.next_code(Code::Participant(0)),
            department: cx.history.next_code(Code::Department(0)),
        };
        cx.sprint.enrol(ids, codes, &roster.rows, &self.department)
    }

    /// Takes in what was shown.
    pub fn take(&mut self, roster: &Roster, cx: &mut Cx<'_>) {
        let mut ids = cx.out.ids.clone();
        let enrolment = self.enrolment(roster, &mut ids, cx);
        cx.out.ids = ids;
        let bad = enrolment.bad.len() + roster.bad.len();
        if cx.propose(Ok(enrolment.facts)) {
            let args = Args::new().with("people", enrolment.added);
            let came = cx.words.tell("people-came-in", args);
            let here = cx.words.tell("people-here", Args::new().with("people", enrolment.here));
            let out = cx.words.tell("people-stayed-out", Args::new().with("rows", bad));
            let args = Args::new().with("came", &came).with("here", &here).with("out", &out);
            cx.tell(Notice::news(cx.words.tell("people-taken-in", args)));
        }
        *self = Self::default();
    }
}
