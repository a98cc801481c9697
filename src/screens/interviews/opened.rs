//! What keys do in an opened interview.

use ratatui::layout::{Position, Rect};

use super::{Asked, Interviews, Opened, opened_view};
use crate::domain::id::NoteId;
use crate::domain::interview::{self, Interview, Status};
use crate::domain::note::{self, Note};
use crate::domain::{Fact, NOTE_CHARS_MAX, Refusal, Sprint};
use crate::kit::ask::{self, Ask, Blank, Form, Pick};
use crate::kit::draw::Line;
use crate::kit::theme::Role;
use crate::kit::{Cx, Go, Item, Motion, Notice, Reason, Touch};
use crate::text::Clean;

/// What the form of a note's words is called, before the note's id.
pub const NOTE: &str = "note";

/// A line of the guide: a section, or a question of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GuideLine {
    /// A section.
    Section(u8),
    /// A question of the present section, by section and place.
    Question(u8, u8),
}

/// The guide as it is shown: all sections, and the questions of the one the interview is in.
pub fn guide_lines(one: &Interview, sprint: &Sprint) -> Vec<GuideLine> {
    let Some(guide) = sprint.guide_of(one) else { return Vec::new() };
    let mut lines = Vec::new();
    for (at, section) in guide.sections.iter().enumerate() {
        let at = at as u8;
        lines.push(GuideLine::Section(at));
        if at == one.section {
            lines
                .extend((0..section.questions.len()).map(|question| GuideLine::Question(at, question as u8)));
        }
    }
    lines
}

/// The notes of an interview that are shown, in the order of writing.
pub fn shown_notes<'a>(one: &'a Interview, sprint: &'a Sprint) -> impl DoubleEndedIterator<Item = &'a Note> {
    let hidden = one.status == Status::Withdrawn;
    one.notes.iter().filter_map(|&id| sprint.notes.get(id)).filter(move |note| !note.crossed && !hidden)
}

impl Opened {
    pub fn moved(&mut self, motion: Motion, cx: &Cx<'_>) {
        let Some(one) = cx.sprint.interviews.get(self.id) else { return };
        match (self.on_notes, motion) {
            (true, Motion::Left) => self.on_notes = false,
            (false, Motion::Right) => self.on_notes = true,
            (true, _) => {
                self.notes.moved(motion, shown_notes(one, cx.sprint).count());
            }
            (false, _) => {
                self.guide.moved(motion, guide_lines(one, cx.sprint).len());
            }
        }
    }

    /// Puts the cursor on the line of the guide or the note that lies there.
    pub fn pointed(&mut self, at: Position, area: Rect, cx: &Cx<'_>) -> Touch {
        let Some(one) = cx.sprint.interviews.get(self.id) else { return Touch::Nothing };
        let regions = opened_view::regions(area);
        let on_notes = regions.notes.contains(at);
        let touch = match on_notes {
            true => self.notes.pointed(at, regions.notes, 1, shown_notes(one, cx.sprint).count()),
            false => self.guide.pointed(at, regions.guide, 1, guide_lines(one, cx.sprint).len()),
        };
        if touch != Touch::Nothing {
            self.on_notes = on_notes;
        }
        touch
    }

    /// Follows the newest note while one writes, or while the cursor stands on the last one.
    pub fn follow(&mut self, writing: bool, cx: &Cx<'_>) {
        let Some(one) = cx.sprint.interviews.get(self.id) else { return };
        let len = shown_notes(one, cx.sprint).count();
        if writing || self.notes.at() + 1 >= self.notes_before {
            self.notes.set(len, len);
        }
        self.notes_before = len;
    }

    /// Shows the newest note.
    pub fn go_to_newest(&mut self, cx: &Cx<'_>) {
        if let Some(one) = cx.sprint.interviews.get(self.id) {
            let len = shown_notes(one, cx.sprint).count();
            self.notes.set(len, len);
        }
    }

    pub fn sized(&mut self, area: Rect, cx: &Cx<'_>) {
        let Some(one) = cx.sprint.interviews.get(self.id) else { return };
        let regions = opened_view::regions(area);
        self.notes.fit(usize::from(regions.notes.height), shown_notes(one, cx.sprint).count());
        self.guide.fit(usize::from(regions.guide.height), guide_lines(one, cx.sprint).len());
    }

    fn note<'a>(&self, cx: &Cx<'a>) -> Option<&'a Note> {
        let one = cx.sprint.interviews.get(self.id)?;
        shown_notes(one, cx.sprint).nth(self.notes.at())
    }
}

pub fn is_open(screen: &Interviews, _: &Cx<'_>) -> Result<(), Reason> {
    screen.opened.as_ref().map(|_| ()).ok_or(Reason::Elsewhere)
}

pub fn other_pane(screen: &mut Interviews, _: &mut Cx<'_>) {
    if let Some(opened) = &mut screen.opened {
        opened.on_notes = !opened.on_notes;
    }
}

pub fn can_write(screen: &Interviews, cx: &Cx<'_>) -> Result<(), Reason> {
    let opened = screen.opened.as_ref().ok_or(Reason::Elsewhere)?;
    let one = cx.sprint.interviews.get(opened.id).ok_or(Refusal::Gone)?;
    match (one.status, one.consent.notes) {
        (Status::Withdrawn, _) => Err(Refusal::Withdrawn.into()),
        (Status::NoShow, _) => Err(Refusal::InterviewOver.into()),
        (_, false) => Err(Refusal::NoConsent.into()),
        (_, true) => Ok(()),
    }
}

pub fn write(screen: &mut Interviews, cx: &mut Cx<'_>) {
    if let Some(opened) = &mut screen.opened {
        screen.writing.start(opened.id, cx);
        opened.on_notes = true;
        opened.go_to_newest(cx);
    }
}

pub fn can_enter_next(screen: &Interviews, cx: &Cx<'_>) -> Result<(), Reason> {
    let opened = screen.opened.as_ref().ok_or(Reason::Elsewhere)?;
    cx.sprint.next_section(opened.id)?;
    Ok(())
}

pub fn enter_next(screen: &mut Interviews, cx: &mut Cx<'_>) {
    let Some(opened) = &mut screen.opened else { return };
    if cx.propose(cx.sprint.next_section(opened.id)) {
        opened.guide.set(0, 1);
    }
}

fn question(screen: &Interviews, cx: &Cx<'_>) -> Option<GuideLine> {
    let opened = screen.opened.as_ref().filter(|opened| !opened.on_notes)?;
    let one = cx.sprint.interviews.get(opened.id)?;
    guide_lines(one, cx.sprint).get(opened.guide.at()).copied()
}

pub fn on_question(screen: &Interviews, cx: &Cx<'_>) -> Result<(), Reason> {
    match question(screen, cx) {
        Some(GuideLine::Question(..)) => Ok(()),
        Some(GuideLine::Section(_)) => Err(Reason::Say("interviews-pick-question")),
        None => Err(Reason::Elsewhere),
    }
}

pub fn ask_question(screen: &mut Interviews, cx: &mut Cx<'_>) {
    mark_question(screen, cx, interview::Asked::Asked);
}

pub fn skip_question(screen: &mut Interviews, cx: &mut Cx<'_>) {
    mark_question(screen, cx, interview::Asked::Skipped);
}

/// Marks the question under the cursor; marked so already, it is open again.
fn mark_question(screen: &mut Interviews, cx: &mut Cx<'_>, mark: interview::Asked) {
    let Some(GuideLine::Question(section, at)) = question(screen, cx) else { return };
    let Some(one) = screen.opened.as_ref().and_then(|opened| cx.sprint.interviews.get(opened.id)) else {
        return;
    };
    let asked = if one.asked(section, at) == mark { interview::Asked::Open } else { mark };
    let fact: Fact = interview::Fact::Asked { id: one.id, section, question: at, asked }.into();
    if cx.propose(Ok(vec![fact]))
        && let Some(opened) = &mut screen.opened
    {
        opened.moved(Motion::Down, cx);
    }
}

fn note<'a>(screen: &Interviews, cx: &Cx<'a>) -> Option<&'a Note> {
    screen.opened.as_ref().filter(|opened| opened.on_notes)?.note(cx)
}

pub fn on_note(screen: &Interviews, cx: &Cx<'_>) -> Result<(), Reason> {
    let opened = screen.opened.as_ref().filter(|opened| opened.on_notes).ok_or(Reason::Elsewhere)?;
    opened.note(cx).map(|_| ()).ok_or(Reason::Say("interviews-no-note"))
}

pub fn cross_note(screen: &mut Interviews, cx: &mut Cx<'_>) {
    if let Some(note) = note(screen, cx) {
        let fact: Fact = note::Fact::Crossed { id: note.id, crossed: true }.into();
        cx.propose(Ok(vec![fact]));
    }
}

pub fn hold_note(screen: &mut Interviews, cx: &mut Cx<'_>) {
    if let Some(note) = note(screen, cx) {
        let fact: Fact = note::Fact::Held { id: note.id, held: !note.held }.into();
        cx.propose(Ok(vec![fact]));
    }
}

pub fn edit_note(screen: &mut Interviews, cx: &mut Cx<'_>) {
    if let Some(note) = note(screen, cx) {
        ask_words(screen, note, cx);
    }
}

/// Goes to a note that is shown and asks for other words.
pub fn edit(screen: &mut Interviews, id: NoteId, cx: &mut Cx<'_>) {
    let Some(note) = cx.sprint.notes.get(id) else { return };
    let Some(one) = cx.sprint.interviews.get(note.interview) else { return };
    let Some(place) = shown_notes(one, cx.sprint).position(|note| note.id == id) else { return };
    screen.open(one.id, cx);
    if let Some(opened) = &mut screen.opened {
        opened.notes.set(place, shown_notes(one, cx.sprint).count());
    }
    ask_words(screen, note, cx);
}

fn ask_words(screen: &mut Interviews, note: &Note, cx: &mut Cx<'_>) {
    let blank = Blank {
        label: cx.words.say("interviews-edit-label"),
        value: note.text.as_str().to_owned(),
        hint: cx.words.say("interviews-edit-hint"),
        chars_max: NOTE_CHARS_MAX,
        path: false,
    };
    let form = Form {
        name: format!("{NOTE} {}", note.id.0),
        title: cx.words.say("interviews-edit-title"),
        fields: vec![blank],
    };
    screen.asked = Asked::Words(note.id);
    cx.ask(Ask::Form(form));
}

/// Gives a note the words of the form.
pub fn reword(id: NoteId, values: &[String], cx: &mut Cx<'_>) {
    let text = Clean::new(values.first().map_or("", String::as_str));
    cx.propose(cx.sprint.word_note(id, &text));
}

pub fn onward(screen: &mut Interviews, cx: &mut Cx<'_>) {
    let Some(note) = note(screen, cx) else { return };
    match note.theme {
        Some(theme) => cx.go(Go { place: "themes", item: Some(Item::Theme(theme)) }),
        None => {
            cx.tell(Notice::news(cx.words.say("interviews-note-loose")));
            cx.go(Go { place: "themes", item: Some(Item::Note(note.id)) });
        }
    }
}

pub fn can_borrow(screen: &Interviews, cx: &Cx<'_>) -> Result<(), Reason> {
    let id = screen.selected(cx).ok_or(Reason::Elsewhere)?;
    let one = cx.sprint.interviews.get(id).ok_or(Refusal::Gone)?;
    match lenders(one, cx.sprint).is_empty() {
        true => Err(Refusal::NothingToBorrow.into()),
        false => Ok(()),
    }
}

/// The sections that can lend a minute.
fn lenders(one: &Interview, sprint: &Sprint) -> Vec<u8> {
    let Some(guide) = sprint.guide_of(one) else { return Vec::new() };
    let minutes = one.minutes_of_sections(guide);
    (0..minutes.len() as u8).filter(|&at| at != one.section && minutes[usize::from(at)] > 1).collect()
}

pub fn borrow(screen: &mut Interviews, cx: &mut Cx<'_>) {
    let Some(one) = screen.selected(cx).and_then(|id| cx.sprint.interviews.get(id)) else { return };
    let Some(guide) = cx.sprint.guide_of(one) else { return };
    let minutes = one.minutes_of_sections(guide);
    let sections = lenders(one, cx.sprint);
    let choices = sections.iter().enumerate().map(|(at, &section)| {
        let left = cx.words.minutes_short(i64::from(minutes[usize::from(section)]));
        ask::Choice {
            letters: char::from(b'a' + at as u8).to_string(),
            line: Line::new()
                .add(Role::Text, &guide.sections[usize::from(section)].title)
                .gap(2)
                .add(Role::Muted, &left),
            on: false,
        }
    });
    cx.ask(Ask::Pick(Pick { title: cx.words.say("interviews-borrow-title"), choices: choices.collect() }));
    screen.asked = Asked::Borrow(one.id, sections);
}
