//! What keys do to notes.

use ratatui::layout::{Position, Rect};

use super::likeness::{self, Likely};
use super::{Asked, Themes, cursor, detail, ghosts, groups, pairs, view};
use crate::domain::id::{NoteId, ThemeId};
use crate::domain::{Code, NOTE_CHARS_MAX};
use crate::kit::ask::{Ask, Blank, Form, Page, Pick};
use crate::kit::draw::Line;
use crate::kit::theme::Role;
use crate::kit::{Cx, Motion, Notice, Reason, Touch};
use crate::text::Clean;
use crate::words::Args;

/// The first suggestion for the note under the cursor.
fn first(screen: &Themes, cx: &Cx<'_>) -> Result<(NoteId, ThemeId), Reason> {
    cursor::on_loose(screen, cx)?;
    let note = screen.note(cx).ok_or(Reason::Elsewhere)?;
    match likeness::of_note(screen, note, cx) {
        Likely::Covered => Err(Reason::Say("themes-covered")),
        Likely::Learning => Err(Reason::Say("themes-learning")),
        Likely::Known(likely) => {
            likely.first().map(|like| (note.id, like.theme)).ok_or(Reason::Say("themes-looks-like-none"))
        }
    }
}

pub fn can_take(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    first(screen, cx).map(|_| ())
}

/// Files the note where it was suggested; the next one moves up under the cursor.
pub fn take(screen: &mut Themes, cx: &mut Cx<'_>) {
    let Ok((note, theme)) = first(screen, cx) else { return };
    if cx.propose(cx.sprint.file_notes(&[note], theme)) {
        screen.let_go(&[note], cx.sprint);
    }
}

/// Refuses the first suggestion; the next one moves up.
pub fn refuse(screen: &mut Themes, cx: &mut Cx<'_>) {
    if let Ok((note, theme)) = first(screen, cx) {
        cx.propose(cx.sprint.refuse_theme(&[note], theme));
    }
}

/// Lets the chosen notes go over a theme of the right pane: they are sent there.
pub fn drop_on(screen: &mut Themes, at: Position, area: Rect, cx: &mut Cx<'_>) {
    if cursor::on_panes(screen, cx).is_err() {
        return;
    }
    let inside = view::regions(area).themes;
    let mut under = screen.themes;
    let order = cursor::Order::of(cx.sprint);
    let met = under.pointed(at, inside, 1, order.len());
    let notes = screen.chosen(cx);
    if let (Some(theme), false) = (order.at(under.at()), met == Touch::Nothing || notes.is_empty()) {
        send(screen, &notes, Some(&theme.id), cx);
    }
}

/// Leaves the note loose and goes on to the next; behind the last one comes the first.
pub fn next(screen: &mut Themes, cx: &mut Cx<'_>) {
    let len = screen.rows(cx.sprint).len();
    let at = screen.list().at() + 1;
    if at >= len {
        cx.tell(Notice::news(cx.words.say("themes-from-the-top")));
    }
    screen.list_mut().set(if at < len { at } else { 0 }, len);
}

pub fn mark(screen: &mut Themes, cx: &mut Cx<'_>) {
    let Some(id) = screen.note(cx).map(|note| note.id) else { return };
    let marks = screen.marks_mut();
    if !marks.remove(&id) {
        marks.insert(id);
    }
    screen.walk(Motion::Down, cx.sprint);
}

pub fn can_send(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    match ghosts::shown(screen) {
        Some(ghosts) if ghosts.meant().is_empty() => return Err(Reason::Say("themes-ghosts-which")),
        Some(_) => {}
        None if pairs::shown(screen).is_some() => pairs::deciding::on_pair(screen, cx)?,
        None => cursor::on_note(screen, cx)?,
    }
    match targets(screen, cx).next() {
        Some(_) => Ok(()),
        None => Err(Reason::Say("themes-no-target")),
    }
}

/// The themes that notes can be sent to from here.
fn targets<'a>(screen: &Themes, cx: &Cx<'a>) -> impl Iterator<Item = &'a crate::domain::theme::Theme> {
    let here = screen.opened.as_ref().map(|opened| opened.id);
    let sprint = cx.sprint;
    let order = cursor::Order::of(sprint);
    (0..order.len()).filter_map(move |at| order.at(at)).filter(move |theme| Some(theme.id) != here)
}

pub fn ask_where(screen: &mut Themes, cx: &mut Cx<'_>) {
    let notes = screen.chosen(cx);
    let (ids, choices) = groups::choices(screen, targets(screen, cx), cx);
    let first = notes.first().and_then(|&id| cx.sprint.notes.get(id)).map_or(0, |note| note.code);
    let args = Args::new().with("notes", notes.len()).with("first", Code::Note(first).to_string());
    cx.ask(Ask::Pick(Pick { title: cx.words.tell("themes-send-title", args), choices }));
    screen.asked = Asked::Send(notes, ids);
}

/// Files notes under the theme that was chosen.
pub fn send(screen: &mut Themes, notes: &[NoteId], theme: Option<&ThemeId>, cx: &mut Cx<'_>) {
    let Some(&theme) = theme else { return };
    if cx.propose(cx.sprint.file_notes(notes, theme)) {
        screen.let_go(notes, cx.sprint);
    }
}

/// Takes notes out of the opened theme.
pub fn loosen(screen: &mut Themes, cx: &mut Cx<'_>) {
    let notes = screen.chosen(cx);
    if cx.propose(cx.sprint.loosen_notes(&notes)) {
        screen.let_go(&notes, cx.sprint);
    }
}

pub fn hold(screen: &mut Themes, cx: &mut Cx<'_>) {
    let Some(note) = screen.note(cx) else { return };
    if cx.propose(cx.sprint.hold_note(note.id, !note.held)) {
        let said = if note.held { "themes-not-held" } else { "themes-held" };
        let args = Args::new().with("note", Code::Note(note.code).to_string());
        cx.tell(Notice::news(cx.words.tell(said, args)));
    }
}

/// Shows all words of a note, however many there are.
pub fn read(screen: &mut Themes, cx: &mut Cx<'_>) {
    let Some(note) = screen.note(cx) else { return };
    let columns = page_columns(screen.area.width);
    let mut lines = vec![detail::note_head(screen, note, cx, true), Line::new()];
    lines.extend(Line::wrapped(Role::Text, &note.text, columns));
    let args = Args::new().with("note", Code::Note(note.code).to_string());
    let title = cx.words.tell("themes-read-title", args);
    cx.ask(Ask::Read(Page { title, lines, confirms: false }));
    screen.asked = Asked::Nothing;
}

/// Columns for the lines of a page over a screen of this width.
pub fn page_columns(width: u16) -> usize {
    usize::from(width.saturating_sub(2).min(100).saturating_sub(4).max(20))
}

/// What the form of a note's words is called, before the note's id.
pub const WORDS: &str = "note";

pub fn ask_words(screen: &mut Themes, cx: &mut Cx<'_>) {
    let Some(note) = screen.note(cx) else { return };
    let blank = Blank {
        label: cx.words.say("themes-words-label"),
        value: note.text.as_str().to_owned(),
        hint: cx.words.say("themes-words-hint"),
        chars_max: NOTE_CHARS_MAX,
        path: false,
    };
    let form = Form {
        name: format!("{WORDS} {}", note.id.0),
        title: cx
            .words
            .tell("themes-words-title", Args::new().with("note", Code::Note(note.code).to_string())),
        fields: vec![blank],
    };
    cx.ask(Ask::Form(form));
    screen.asked = Asked::Words(note.id);
}

/// Gives a note the words of the form.
pub fn reword(id: NoteId, values: &[String], cx: &mut Cx<'_>) {
    let text = Clean::new(values.first().map_or("", String::as_str));
    cx.propose(cx.sprint.word_note(id, &text));
}
