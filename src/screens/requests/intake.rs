//! How a file comes in: a form, a look into the file, the work itself with its progress, a report. Pages wait
//! until the screen can show them; the facts do not wait.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::pages::{self, page_columns};
use super::{Asked, Requests};
use crate::domain::NAME_CHARS_MAX;
use crate::domain::code::Code;
use crate::domain::id::SourceId;
use crate::kit::ask::{Ask, Blank, Form};
use crate::kit::draw;
use crate::kit::job::{Imported, Name, Preview};
use crate::kit::{Cx, Effect, Job, Notice, Reason};
use crate::text::Clean;
use crate::words::{Args, Phrase};

/// Most characters of a path.
const PATH_CHARS_MAX: usize = 4_096;
/// Most characters of a number.
const NUMBER_CHARS_MAX: usize = 20;
/// Fields of the form: label, hint, most characters. The first one is a path.
const FIELDS: [(&str, &str, usize); 4] = [
    ("requests-form-file", "requests-form-file-hint", PATH_CHARS_MAX),
    ("requests-form-name", "requests-form-name-hint", NAME_CHARS_MAX),
    ("requests-form-period", "requests-form-period-hint", NAME_CHARS_MAX),
    ("requests-form-asked", "requests-form-asked-hint", NUMBER_CHARS_MAX),
];

/// The file that is being taken in.
#[derive(Default)]
pub struct Intake {
    /// What stood in the form last, for another try.
    values: Vec<String>,
    /// What the form said.
    wanted: Option<Wanted>,
    /// It was stopped: an answer that was on its way already does not come in.
    stopped: bool,
    waiting: Option<Waiting>,
}

/// What the form said of the file.
#[derive(Clone)]
struct Wanted {
    path: String,
    name: Clean,
    period: Option<Clean>,
    asked: Option<u64>,
}

/// A page that waits to be shown.
enum Waiting {
    Preview(Box<Preview>),
    Report(Arc<Imported>),
}

/// A file can be taken in, unless one is on its way.
pub fn ready(_: &Requests, cx: &Cx<'_>) -> Result<(), Reason> {
    match working(cx) {
        Some(_) => Err(Reason::Say("requests-busy")),
        None => Ok(()),
    }
}

/// What the form is called.
pub const FORM: &str = "requests";

/// Asks which file.
pub fn ask(screen: &mut Requests, cx: &mut Cx<'_>) {
    let values = &screen.intake.values;
    let fields = FIELDS.iter().enumerate().map(|(at, (label, hint, chars_max))| Blank {
        label: cx.words.say(label),
        value: values.get(at).cloned().unwrap_or_default(),
        hint: cx.words.say(hint),
        chars_max: *chars_max,
        path: at == 0,
    });
    let (title, fields) = (cx.words.say("requests-form-title"), fields.collect());
    cx.ask(Ask::Form(Form { name: FORM.to_owned(), title, fields }));
    screen.asked = Asked::Form;
}

/// Looks into the file that the form names, or says which field is wrong and opens it again.
pub fn submit(screen: &mut Requests, values: &[String], cx: &mut Cx<'_>) {
    screen.intake.values = values.to_vec();
    match read_form(values) {
        Ok(wanted) => {
            let job = Job::Preview { path: wanted.path.clone(), lang: cx.words.lang() };
            screen.intake.wanted = Some(wanted);
            screen.intake.stopped = false;
            cx.out.effects.push(Effect::Compute(job));
        }
        Err(id) => {
            cx.tell(Notice::problem(cx.words.say(id)));
            ask(screen, cx);
        }
    }
}

/// What the form says; else the message of what is wrong with it.
fn read_form(values: &[String]) -> Result<Wanted, &'static str> {
    let value = |at: usize| values.get(at).map_or("", |value| value.trim());
    if value(0).is_empty() {
        return Err("requests-form-no-file");
    }
    let period = Clean::new(value(2));
    Ok(Wanted {
        path: value(0).to_owned(),
        name: Clean::new(value(1)),
        period: (!period.is_empty()).then_some(period),
        asked: read_number(value(3))?,
    })
}

/// A number as people write it, with any sign between thousands; nothing is unknown.
fn read_number(raw: &str) -> Result<Option<u64>, &'static str> {
    let is_between = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | '\'' | '’');
    let digits: String = raw.chars().filter(|&c| !is_between(c)).collect();
    match digits.is_empty() {
        true => Ok(None),
        false => digits.parse().map(Some).map_err(|_| "requests-form-no-number"),
    }
}

impl Intake {
    /// The look into the file is done.
    pub fn previewed(&mut self, outcome: &Result<Preview, Phrase>, cx: &mut Cx<'_>) {
        if self.wanted.is_none() || self.stopped {
            return self.cancelled(Name::Preview, cx);
        }
        match outcome {
            Ok(preview) => self.waiting = Some(Waiting::Preview(Box::new(preview.clone()))),
            Err(why) => self.fail(why, cx),
        }
    }

    /// Begins to take the file in.
    pub fn start(&mut self, cx: &mut Cx<'_>) {
        let Some(Wanted { path, name, period, asked }) = self.wanted.clone() else { return };
        let id = cx.out.ids.next::<SourceId>();
        let first = cx.history.next_code(Code::Request(0));
        let lang = cx.words.lang();
        cx.out.effects.push(Effect::Compute(Job::Import { path, lang, id, first, period, asked, name }));
    }

    /// The file is read: its facts are one step.
    pub fn imported(&mut self, outcome: &Result<Arc<Imported>, Phrase>, cx: &mut Cx<'_>) {
        if self.stopped {
            return self.cancelled(Name::Import, cx);
        }
        match outcome {
            Ok(imported) => {
                let mut facts = imported.facts.clone();
                facts.extend(cx.sprint.map_by_name(&facts));
                if cx.propose(Ok(facts)) {
                    let args = Args::new().with("rows", imported.rows);
                    cx.tell(Notice::news(cx.words.tell("requests-came-in", args)));
                }
                *self = Self { waiting: Some(Waiting::Report(Arc::clone(imported))), ..Self::default() };
            }
            Err(why) => self.fail(why, cx),
        }
    }

    /// What can't be taken in is said; the form keeps what was typed.
    fn fail(&mut self, why: &Phrase, cx: &mut Cx<'_>) {
        self.wanted = None;
        cx.tell(Notice::problem(why.clone()));
    }

    pub fn cancelled(&mut self, name: Name, cx: &mut Cx<'_>) {
        match name {
            Name::Import | Name::Preview => {
                self.wanted = None;
                cx.tell(Notice::news(cx.words.say("requests-cancelled")));
            }
            Name::Rank
            | Name::Words
            | Name::Learn
            | Name::Propose
            | Name::Compare
            | Name::Find
            | Name::People
            | Name::Complete => {}
        }
    }

    /// Shows the page that waits, and answers what is asked with it.
    pub fn ask_waiting(&mut self, area: Rect, cx: &mut Cx<'_>) -> Asked {
        let columns = page_columns(area.width);
        match self.waiting.take() {
            Some(Waiting::Preview(preview)) => {
                cx.ask(Ask::Read(pages::preview(&preview, cx, columns)));
                Asked::TakeIn
            }
            Some(Waiting::Report(imported)) => {
                cx.ask(Ask::Read(pages::report(&imported, cx, columns)));
                Asked::Nothing
            }
            None => Asked::Nothing,
        }
    }
}

/// The work on a file that goes on, with what is done of what there is to do.
fn working(cx: &Cx<'_>) -> Option<(Name, u64, u64)> {
    cx.derived.working.iter().copied().find(|(name, _, _)| match name {
        Name::Import | Name::Preview => true,
        Name::Rank
        | Name::Words
        | Name::Learn
        | Name::Propose
        | Name::Compare
        | Name::Find
        | Name::People
        | Name::Complete => false,
    })
}

pub fn can_cancel(_: &Requests, cx: &Cx<'_>) -> Result<(), Reason> {
    working(cx).map(|_| ()).ok_or(Reason::Elsewhere)
}

/// Stops the work on the file.
pub fn cancel(screen: &mut Requests, cx: &mut Cx<'_>) {
    if let Some((name, _, _)) = working(cx) {
        screen.intake.stopped = true;
        cx.out.effects.push(Effect::Cancel(name));
    }
}

/// The area of the pictures, and below it a row for the work that goes on.
pub fn split(area: Rect, cx: &Cx<'_>) -> (Rect, Option<Rect>) {
    if working(cx).is_none() || area.height < 2 {
        return (area, None);
    }
    let body = Rect { height: area.height - 1, ..area };
    (body, Some(Rect { y: body.bottom(), height: 1, ..area }))
}

/// Draws how far the work is and how to stop it.
pub fn view_working(cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let Some((name, done, all)) = working(cx) else { return };
    let id = if name == Name::Import { "requests-working-import" } else { "requests-working-preview" };
    let far = (all > 0).then(|| done as f64 / all as f64).map(|share| (share, cx.words.percent(share)));
    draw::working(buf, area, &cx.words.say(id), far, &cx.words.say("requests-working-stop"), *cx.theme);
}
