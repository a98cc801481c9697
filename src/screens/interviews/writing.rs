//! Notes being written: one line is one note, its first character says what it is.

use super::{Asked, Interviews, add, opened};
use crate::domain::code::Code;
use crate::domain::id::{Id, InterviewId, NoteId};
use crate::domain::note::{self, Kind};
use crate::domain::{Fact, NOTE_CHARS_MAX};
use crate::kit::ask::{Ask, Page};
use crate::kit::draw::{Line, kind_glyph};
use crate::kit::theme::Role;
use crate::kit::{Begun, Cx, Field, Notice, Place, Shift};
use crate::text::Clean;
use crate::words::Args;

/// What the line of an interview is called among the drafts, before its id.
const LINE: &str = "line";
/// Most lines that a batch takes.
const BATCH_LINES_MAX: usize = 500;

/// What is being written.
#[derive(Default)]
pub struct Writing {
    open: Option<Draft>,
}

/// A line begun.
#[derive(Clone)]
pub struct Draft {
    interview: InterviewId,
    pub(super) field: Field,
    pub(super) kind: Kind,
    /// An earlier note that was taken back into the field.
    again: Option<NoteId>,
}

impl Draft {
    fn new(interview: InterviewId) -> Self {
        Self { interview, field: Field::new("", NOTE_CHARS_MAX), kind: Kind::Plain, again: None }
    }

    /// The line with what was left in it: its words, the sign of its kind, the note that was taken back.
    fn kept(interview: InterviewId, cx: &Cx<'_>) -> Self {
        let fresh = Self::new(interview);
        let Some(texts) = cx.kept(Interviews::NAME, &field_name(interview)) else { return fresh };
        let text = |at: usize| texts.get(at).map_or("", String::as_str);
        let again = text(2).parse().ok().map(NoteId);
        Self {
            field: Field::new(text(0), NOTE_CHARS_MAX),
            kind: text(1).chars().next().and_then(Kind::from_sign).unwrap_or_default(),
            again: again.filter(|id| cx.sprint.notes.get(*id).is_some_and(|note| !note.crossed)),
            ..fresh
        }
    }

    fn begun(&self, cx: &Cx<'_>) -> Begun {
        let value = self.field.value();
        let before = self.again.and_then(|id| cx.sprint.notes.get(id));
        let as_found = before.is_some_and(|note| note.text.as_str() == value && note.kind == self.kind);
        let sign = self.kind.sign().map(String::from).unwrap_or_default();
        let again = self.again.map(|id| id.0.to_string()).unwrap_or_default();
        Begun {
            field: Clean::new(&field_name(self.interview)),
            about: code_of(self.interview, cx)
                .map_or_else(Clean::default, |code| Clean::new(&code.to_string())),
            texts: match self.field.is_blank() || as_found {
                true => Vec::new(),
                false => vec![value.to_owned(), sign, again],
            },
        }
    }
}

/// What the line of an interview is called among the drafts.
fn field_name(interview: InterviewId) -> String {
    format!("{LINE} {}", interview.0)
}

fn code_of(interview: InterviewId, cx: &Cx<'_>) -> Option<Code> {
    let one = cx.sprint.interviews.get(interview)?;
    Some(Code::Interview(cx.sprint.teams.get(one.team)?.code, one.number))
}

/// Opens what was left open: the line of an interview, other words of a note, a new interview.
pub fn resume(screen: &mut Interviews, field: &str, cx: &mut Cx<'_>) {
    match (field, field.split_once(' ')) {
        (add::FORM, _) if add::ready(screen, cx).is_ok() => add::ask(screen, cx),
        (_, Some((LINE, id))) => {
            if let Some(interview) = read_id(id).filter(|id| cx.sprint.interviews.get(*id).is_some()) {
                screen.open(interview, cx);
                if opened::can_write(screen, cx).is_ok() {
                    opened::write(screen, cx);
                }
            }
        }
        (_, Some((opened::NOTE, id))) => {
            if let Some(id) = read_id(id) {
                opened::edit(screen, id, cx);
            }
        }
        (_, _) => {}
    }
}

fn read_id<T: From<Id>>(text: &str) -> Option<T> {
    text.parse::<Id>().ok().map(T::from)
}

impl Writing {
    /// The open line.
    pub fn draft(&self) -> Option<&Draft> {
        self.open.as_ref()
    }

    pub fn field(&self) -> Option<&Field> {
        self.open.as_ref().map(|draft| &draft.field)
    }

    pub fn field_mut(&mut self) -> Option<&mut Field> {
        self.open.as_mut().map(|draft| &mut draft.field)
    }

    /// Opens the line, with what was left in it.
    pub fn start(&mut self, interview: InterviewId, cx: &Cx<'_>) {
        self.open = Some(Draft::kept(interview, cx));
    }

    /// Closes the line; what stands in it is kept.
    pub fn stop(&mut self) {
        self.open = None;
    }

    /// What stands in the line.
    pub fn begun(&self, cx: &Cx<'_>) -> Option<Begun> {
        self.open.as_ref().map(|draft| draft.begun(cx))
    }

    /// Something happened in the line.
    pub fn shifted(&mut self, interview: InterviewId, shift: Shift, cx: &mut Cx<'_>) {
        let Some(draft) = &mut self.open else { return };
        match shift {
            Shift::Enter if draft.field.is_blank() => self.open = None,
            Shift::Enter => draft.save(interview, cx),
            Shift::Stop => self.stop(),
            Shift::Tab => draft.kind = draft.kind.next(),
            Shift::Rub => draft.kind = Kind::Plain,
            Shift::Earlier => draft.take_back(interview, cx),
            Shift::Typed => draft.read_sign(),
        }
    }
}

impl Draft {
    /// A sign at the beginning becomes the kind at once.
    fn read_sign(&mut self) {
        if self.kind != Kind::Plain {
            return;
        }
        let value = self.field.value();
        if let Some(kind) = value.chars().next().and_then(Kind::from_sign) {
            let rest: String = value.chars().skip(1).collect();
            self.field = Field::new(rest.trim_start(), NOTE_CHARS_MAX);
            self.kind = kind;
        }
    }

    /// Saves the line and begins the next; what is refused stays.
    fn save(&mut self, interview: InterviewId, cx: &mut Cx<'_>) {
        let text = self.field.clean();
        let outcome = match self.again {
            Some(id) => self.change(id, &text, cx),
            None => {
                let code = cx.history.next_code(Code::Note(0));
                cx.sprint.take_note(&mut cx.out.ids, code, interview, self.kind, &text, &cx.now)
            }
        };
        if cx.propose(outcome) {
            *self = Self::new(interview);
        }
    }

    fn change(&self, id: NoteId, text: &Clean, cx: &Cx<'_>) -> Result<Vec<Fact>, crate::domain::Refusal> {
        note::check_text(text)?;
        let mut facts: Vec<Fact> = vec![note::Fact::Worded { id, text: text.clone() }.into()];
        if cx.sprint.notes.get(id).is_some_and(|note| note.kind != self.kind) {
            facts.push(note::Fact::Kinded { id, kind: self.kind }.into());
        }
        Ok(facts)
    }

    /// Takes the line before back into the field; what stood there is not thrown away for it.
    fn take_back(&mut self, interview: InterviewId, cx: &Cx<'_>) {
        if !self.field.is_blank() {
            return;
        }
        let Some(one) = cx.sprint.interviews.get(interview) else { return };
        let Some(note) = super::opened::shown_notes(one, cx.sprint).next_back() else { return };
        self.field = Field::new(note.text.as_str(), NOTE_CHARS_MAX);
        self.kind = note.kind;
        self.again = Some(note.id);
    }
}

/// Shows what several pasted lines would become.
pub fn preview(interview: InterviewId, lines: &[String], cx: &mut Cx<'_>) -> Asked {
    let batch: Vec<(Kind, Clean)> = lines
        .iter()
        .take(BATCH_LINES_MAX)
        .map(|line| note::read_line(line))
        .map(|(kind, text)| (kind, Clean::new(text)))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    if lines.len() > BATCH_LINES_MAX || batch.iter().any(|(_, text)| note::check_text(text).is_err()) {
        let args = Args::new().with("lines", BATCH_LINES_MAX).with("chars", NOTE_CHARS_MAX);
        cx.tell(Notice::problem(cx.words.tell("interviews-batch-too-much", args)));
        return Asked::Nothing;
    }
    if batch.is_empty() {
        return Asked::Nothing;
    }
    let shown = batch
        .iter()
        .map(|(kind, text)| Line::new().add(Role::Key, &kind_glyph(*kind)).gap(1).add(Role::Text, text))
        .collect();
    let title = cx.words.tell("interviews-batch-title", Args::new().with("notes", batch.len()));
    cx.ask(Ask::Read(Page { title, lines: shown, confirms: true }));
    Asked::Batch(interview, batch)
}

/// Writes a batch: one step, one undo.
pub fn take_batch(interview: InterviewId, batch: &[(Kind, Clean)], cx: &mut Cx<'_>) {
    let first = cx.history.next_code(Code::Note(0));
    let mut facts = Vec::new();
    for (code, (kind, text)) in (first..).zip(batch) {
        match cx.sprint.take_note(&mut cx.out.ids, code, interview, *kind, text, &cx.now) {
            Ok(more) => facts.extend(more),
            Err(refusal) => {
                cx.propose(Err(refusal));
                return;
            }
        }
    }
    cx.propose(Ok(facts));
}
