//! What keys do to themes.

use super::cursor::{Order, on_inside, on_panes, on_themes};
use super::{Asked, Themes, view};
use crate::domain::id::{NoteId, ThemeId};
use crate::domain::theme::Theme;
use crate::domain::{Code, NAME_CHARS_MAX, Refusal, label};
use crate::kit::ask::{Ask, Blank, Choice, Form, Pick};
use crate::kit::draw::{Glyph, Line};
use crate::kit::theme::Role;
use crate::kit::{Cx, Notice, Reason};
use crate::text::Clean;
use crate::words::{Args, Phrase};

/// Codes of notes that a form names.
const CODES_MAX: usize = 8;

/// On a theme of the right pane.
pub fn on_theme(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    on_themes(screen, cx)?;
    screen.theme(cx).map(|_| ()).ok_or(Reason::Say("themes-none"))
}

pub fn is_open(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    on_panes(screen, cx)?;
    screen.opened.as_ref().map(|_| ()).ok_or(Reason::Elsewhere)
}

pub fn open(screen: &mut Themes, cx: &mut Cx<'_>) {
    if let Some(theme) = screen.theme(cx) {
        screen.open(theme.id, cx.sprint);
    }
}

/// Themes to choose from, by their labels, with who was heard in each.
pub fn choices<'a>(
    screen: &Themes,
    themes: impl Iterator<Item = &'a Theme>,
    cx: &Cx<'_>,
) -> (Vec<ThemeId>, Vec<Choice>) {
    // The box of a list is 76 columns wide where there is room; letters and a mark stand before the line.
    let columns = usize::from(screen.area.width.saturating_sub(2).min(76)).saturating_sub(10);
    let choice = |theme: &Theme| {
        let people = view::people(screen, theme, cx);
        let name = columns.saturating_sub(view::PEOPLE_COLUMNS + 1 + if theme.tray { 2 } else { 0 });
        let line = if theme.tray { Line::new().add(Role::Muted, &Glyph::TRAY).gap(1) } else { Line::new() };
        let line = line.cell(Role::Text, &theme.name, name).gap(1).then(people);
        let choice = Choice { letters: label::letters(theme.label).unwrap_or_default(), line, on: false };
        (theme.id, choice)
    };
    themes.map(choice).unzip()
}

pub fn can_find(_: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    match cx.sprint.evidence.themes().is_empty() {
        true => Err(Reason::Say("themes-none")),
        false => Ok(()),
    }
}

pub fn ask_which(screen: &mut Themes, cx: &mut Cx<'_>) {
    let (ids, choices) = choices(screen, Order::of(cx.sprint).iter(), cx);
    cx.ask(Ask::Pick(Pick { title: cx.words.say("themes-find-title"), choices }));
    screen.asked = Asked::Find(ids);
}

/// What the form of a theme without notes is called.
pub const EMPTY: &str = "empty theme";
/// What the form of a theme's name is called, before the theme's id.
pub const NAME: &str = "theme";

fn ask_for_name(name: String, title: Phrase, value: &str, hint: Phrase, cx: &mut Cx<'_>) {
    let blank = Blank {
        label: cx.words.say("themes-name-label"),
        value: value.to_owned(),
        hint,
        chars_max: NAME_CHARS_MAX,
        path: false,
    };
    cx.ask(Ask::Form(Form { name, title, fields: vec![blank] }));
}

/// What a theme of these notes holds: the words of one, the codes of several.
fn contents(notes: &[NoteId], cx: &Cx<'_>) -> Phrase {
    let known = || notes.iter().filter_map(|&id| cx.sprint.notes.get(id));
    if notes.len() == 1
        && let Some(note) = known().next()
    {
        return cx.words.tell("themes-holds-words", Args::new().with("words", &note.text));
    }
    let mut codes: Vec<String> =
        known().take(CODES_MAX).map(|note| Code::Note(note.code).to_string()).collect();
    if notes.len() > CODES_MAX {
        codes.push("…".to_owned());
    }
    cx.words.tell("themes-holds-notes", Args::new().with("codes", codes.join(" ")))
}

pub fn ask_new(screen: &mut Themes, cx: &mut Cx<'_>) {
    let notes = screen.chosen(cx);
    let title = cx.words.tell("themes-new-title", Args::new().with("notes", notes.len()));
    let hint = contents(&notes, cx);
    ask_for_name("theme".to_owned(), title, "", hint, cx);
    screen.asked = Asked::New(notes);
}

/// Asks for the name of a theme of two notes that say the same; words that both have are offered.
pub fn ask_for_pair(notes: &[NoteId], offered: &str, cx: &mut Cx<'_>) {
    let title = cx.words.tell("themes-new-title", Args::new().with("notes", notes.len()));
    let hint = contents(notes, cx);
    let first = notes.first().map_or_else(String::new, |id| id.0.to_string());
    ask_for_name(format!("pair {first}"), title, offered, hint, cx);
}

pub fn ask_empty(screen: &mut Themes, cx: &mut Cx<'_>) {
    let hint = cx.words.say("themes-holds-nothing");
    ask_for_name(EMPTY.to_owned(), cx.words.say("themes-empty-title"), "", hint, cx);
    screen.asked = Asked::New(Vec::new());
}

fn name_in(values: &[String]) -> Clean {
    Clean::new(values.first().map_or("", String::as_str))
}

/// A new theme's id and code.
fn new_theme(cx: &mut Cx<'_>) -> (ThemeId, u32) {
    (cx.out.ids.next(), cx.history.next_code(Code::Theme(0)))
}

fn say_made(screen: &mut Themes, id: ThemeId, cx: &mut Cx<'_>) {
    let letters = label::letters(cx.sprint.next_label()).unwrap_or_default();
    cx.tell(Notice::news(cx.words.tell("themes-made", Args::new().with("label", letters))));
    screen.wanted = Some(id);
}

/// Makes a theme under the name of the form.
pub fn make(screen: &mut Themes, notes: &[NoteId], values: &[String], cx: &mut Cx<'_>) {
    let (id, code) = new_theme(cx);
    if cx.propose(cx.sprint.add_theme(id, code, &name_in(values), notes)) {
        screen.let_go(notes, cx.sprint);
        say_made(screen, id, cx);
    }
}

pub fn can_split(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    on_inside(screen, cx)?;
    match screen.marks().len() {
        0 => Err(Refusal::NothingMarked.into()),
        marked if marked == screen.rows(cx.sprint).len() => Err(Refusal::WholeTheme.into()),
        _ => Ok(()),
    }
}

pub fn ask_split(screen: &mut Themes, cx: &mut Cx<'_>) {
    let Some(from) = screen.opened.as_ref().map(|opened| opened.id) else { return };
    let notes = screen.chosen(cx);
    let title = cx.words.tell("themes-split-title", Args::new().with("notes", notes.len()));
    let hint = contents(&notes, cx);
    ask_for_name(format!("split {}", from.0), title, "", hint, cx);
    screen.asked = Asked::Split(from, notes);
}

/// Splits notes off into a theme under the name of the form.
pub fn split_off(screen: &mut Themes, from: ThemeId, notes: &[NoteId], values: &[String], cx: &mut Cx<'_>) {
    let (id, code) = new_theme(cx);
    if cx.propose(cx.sprint.split_theme(from, id, code, &name_in(values), notes)) {
        screen.let_go(notes, cx.sprint);
        say_made(screen, id, cx);
        screen.wanted = None;
    }
}

pub fn ask_name(screen: &mut Themes, cx: &mut Cx<'_>) {
    let Some(theme) = screen.theme(cx) else { return };
    let code = Code::Theme(theme.code).to_string();
    let title = cx.words.tell("themes-rename-title", Args::new().with("theme", code));
    let hint = cx.words.say("themes-rename-hint");
    ask_for_name(format!("{NAME} {}", theme.id.0), title, theme.name.as_str(), hint, cx);
    screen.asked = Asked::Name(theme.id);
}

/// Gives a theme the name of the form.
pub fn rename(id: ThemeId, values: &[String], cx: &mut Cx<'_>) {
    cx.propose(cx.sprint.name_theme(id, &name_in(values)));
}

pub fn can_join(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    on_theme(screen, cx)?;
    match screen.theme(cx) {
        Some(theme) if theme.tray => Err(Refusal::TrayStays.into()),
        Some(_) if cx.sprint.evidence.themes().len() < 2 => Err(Reason::Say("themes-no-target")),
        Some(_) | None => Ok(()),
    }
}

pub fn ask_join(screen: &mut Themes, cx: &mut Cx<'_>) {
    let Some(from) = screen.theme(cx) else { return };
    let others = Order::of(cx.sprint);
    let (ids, choices) = choices(screen, others.iter().filter(|theme| theme.id != from.id), cx);
    let title = cx.words.tell("themes-join-title", Args::new().with("theme", &from.name));
    cx.ask(Ask::Pick(Pick { title, choices }));
    screen.asked = Asked::Join(from.id, ids);
}

/// Merges a theme into the one that was chosen; the cursor follows.
pub fn join(screen: &mut Themes, from: ThemeId, into: Option<&ThemeId>, cx: &mut Cx<'_>) {
    let Some(&into) = into else { return };
    if cx.propose(cx.sprint.merge_themes(from, into)) {
        screen.wanted = Some(into);
    }
}

pub fn can_dissolve(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    on_theme(screen, cx)?;
    if let Some(theme) = screen.theme(cx) {
        cx.sprint.dissolve_theme(theme.id)?;
    }
    Ok(())
}

pub fn dissolve(screen: &mut Themes, cx: &mut Cx<'_>) {
    let Some(theme) = screen.theme(cx) else { return };
    let notes = cx.sprint.evidence.rows_of(theme.id).len();
    if cx.propose(cx.sprint.dissolve_theme(theme.id)) {
        let args = Args::new().with("theme", &theme.name).with("notes", notes);
        cx.tell(Notice::news(cx.words.tell("themes-dissolved", args)));
    }
}
