//! What stands in the agenda: cut, hold, move, add, edit.

use super::{Agenda, Asked};
use crate::domain::agenda::{AgendaItem, Hold, Mode};
use crate::domain::day_plan::{start_ms, time_at};
use crate::domain::id::AgendaId;
use crate::domain::{BoxWords, NAME_CHARS_MAX, NewBox, Refusal, label, read_minutes, read_start};
use crate::kit::ask::{Ask, Blank, Choice, Form, Pick};
use crate::kit::draw::Line;
use crate::kit::theme::Role;
use crate::kit::{Cx, Reason, said};
use crate::method::schedule::MINUTE_MS;
use crate::text::{Clean, fold};
use crate::words::Phrase;

/// Minutes that are proposed for a new timebox.
const MINUTES: &str = "15";
/// When a day begins that has no timebox yet.
const FIRST_START: &str = "09:30";

/// What may happen to a timebox when the day runs late, with the letters that choose it.
const HOLDS: [(Hold, &str); 4] =
    [(Hold::Pinned, "p"), (Hold::CanBeCut, "c"), (Hold::Protected, "r"), (Hold::Free, "f")];

const MODES: [Mode; 6] = [Mode::Plenary, Mode::Team, Mode::Pair, Mode::Solo, Mode::Silent, Mode::Break];

pub fn on_box(screen: &Agenda, cx: &Cx<'_>) -> Result<(), Reason> {
    screen.selected(cx).map(|_| ())
}

pub fn can_cut(screen: &Agenda, cx: &Cx<'_>) -> Result<(), Reason> {
    let id = screen.selected(cx)?;
    cx.sprint.cut_box(id)?;
    Ok(())
}

pub fn cut(screen: &mut Agenda, cx: &mut Cx<'_>) {
    if let Ok(id) = screen.selected(cx) {
        screen.at = Some(id);
        cx.propose(cx.sprint.cut_box(id));
    }
}

/// What may happen to a timebox, in words.
pub fn hold_words(hold: Hold, cx: &Cx<'_>) -> Phrase {
    cx.words.say(match hold {
        Hold::Free => "agenda-hold-free",
        Hold::Pinned => "agenda-hold-pinned",
        Hold::CanBeCut => "agenda-hold-can-be-cut",
        Hold::Protected => "agenda-hold-protected",
    })
}

/// How the room works, in words.
pub fn mode_words(mode: Mode, cx: &Cx<'_>) -> Phrase {
    cx.words.say(match mode {
        Mode::Plenary => "agenda-mode-plenary",
        Mode::Team => "agenda-mode-team",
        Mode::Pair => "agenda-mode-pair",
        Mode::Solo => "agenda-mode-solo",
        Mode::Silent => "agenda-mode-silent",
        Mode::Break => "agenda-mode-break",
    })
}

pub fn ask_hold(screen: &mut Agenda, cx: &mut Cx<'_>) {
    let Ok(id) = screen.selected(cx) else { return };
    let now = cx.sprint.agenda.get(id).map(|item| item.hold);
    let choices = HOLDS.iter().map(|(hold, letters)| {
        let meaning = cx.words.say(match hold {
            Hold::Free => "agenda-hold-free-long",
            Hold::Pinned => "agenda-hold-pinned-long",
            Hold::CanBeCut => "agenda-hold-can-be-cut-long",
            Hold::Protected => "agenda-hold-protected-long",
        });
        let line = Line::new()
            .cell(Role::Text, &hold_words(*hold, cx), HOLD_COLUMNS)
            .gap(1)
            .add(Role::Muted, &meaning);
        Choice { letters: (*letters).to_owned(), line, on: now == Some(*hold) }
    });
    let pick = Pick { title: cx.words.say("agenda-hold-title"), choices: choices.collect() };
    screen.at = Some(id);
    screen.asked = Asked::Hold(id, HOLDS.iter().map(|(hold, _)| *hold).collect());
    cx.ask(Ask::Pick(pick));
}

/// Columns of the words for a hold in the list to choose from.
const HOLD_COLUMNS: usize = 13;

/// The timeboxes of the same day before which one can stand.
fn targets<'a>(id: AgendaId, cx: &Cx<'a>) -> Result<Vec<&'a AgendaItem>, Reason> {
    let item = cx.sprint.agenda.get(id).ok_or(Refusal::Gone)?;
    match (item.is_current(), item.ended) {
        (true, _) => return Err(Refusal::BoxRuns.into()),
        (false, Some(_)) => return Err(Refusal::BoxOver.into()),
        (false, None) => {}
    }
    let of_day = cx.sprint.agenda_in_order().filter(|one| one.day == item.day);
    Ok(of_day.filter(|one| one.is_ahead() && one.id != id).collect())
}

pub fn can_move(screen: &Agenda, cx: &Cx<'_>) -> Result<(), Reason> {
    targets(screen.selected(cx)?, cx).map(|_| ())
}

pub fn ask_move(screen: &mut Agenda, cx: &mut Cx<'_>) {
    let Ok(id) = screen.selected(cx) else { return };
    let Ok(targets) = targets(id, cx) else { return };
    let mut choices: Vec<Choice> = Vec::new();
    for (n, item) in (0..).zip(&targets) {
        let line = Line::new()
            .add(Role::Muted, &said::civil_time(item.start, cx.words))
            .gap(2)
            .add(Role::Text, &item.title);
        choices.push(Choice { letters: label::letters(n).unwrap_or_default(), line, on: false });
    }
    let last = u16::try_from(targets.len()).ok().and_then(label::letters).unwrap_or_default();
    let line = Line::new().add(Role::Muted, &cx.words.say("agenda-move-last"));
    choices.push(Choice { letters: last, line, on: false });
    let mut places: Vec<Option<AgendaId>> = targets.iter().map(|item| Some(item.id)).collect();
    places.push(None);
    screen.at = Some(id);
    screen.asked = Asked::Move(id, places);
    cx.ask(Ask::Pick(Pick { title: cx.words.say("agenda-move-title"), choices }));
}

/// What the form of a new timebox is called.
pub const NEW: &str = "timebox";

pub fn can_add(screen: &Agenda, _: &Cx<'_>) -> Result<(), Reason> {
    screen.on_day()
}

/// Asks for a new timebox, proposed behind the one under the cursor.
pub fn ask_new(screen: &mut Agenda, cx: &mut Cx<'_>) {
    let before = screen.selected(cx).ok().and_then(|id| cx.sprint.agenda.get(id));
    let day = before.map_or(1, |item| item.day);
    let start = before.map_or(FIRST_START.to_owned(), |item| {
        let end = start_ms(item.start) + i64::from(item.minutes) * MINUTE_MS;
        said::civil_time(time_at(end), cx.words).to_string()
    });
    let mode = mode_words(Mode::Plenary, cx).to_string();
    ask_new_with(screen, day, [String::new(), start, MINUTES.to_owned(), String::new(), mode], cx);
}

fn ask_new_with(screen: &mut Agenda, day: u8, values: [String; 5], cx: &mut Cx<'_>) {
    let limits = [NAME_CHARS_MAX, 5, 4, NAME_CHARS_MAX, 20];
    let labels = ["title", "start", "minutes", "output", "mode"];
    let fields = labels.into_iter().zip(values).zip(limits);
    let fields = fields.map(|((label, value), chars_max)| blank(label, value, chars_max, cx)).collect();
    let title = cx.words.say("agenda-new-title");
    cx.ask(Ask::Form(Form { name: NEW.to_owned(), title, fields }));
    screen.asked = Asked::New(day);
}

fn blank(label: &str, value: String, chars_max: usize, cx: &Cx<'_>) -> Blank {
    Blank {
        label: cx.words.say(&format!("agenda-form-{label}")),
        value,
        hint: cx.words.say(&format!("agenda-form-{label}-hint")),
        chars_max,
        path: false,
    }
}

/// Adds what the form says; what is wrong is said, with the form open again.
pub fn add(screen: &mut Agenda, day: u8, values: &[String], cx: &mut Cx<'_>) {
    let id = AgendaId::from(cx.out.ids.clone().next::<crate::domain::id::Id>());
    let mut ids = cx.out.ids.clone();
    let outcome = new_box(day, values, cx).and_then(|new| cx.sprint.add_box(&mut ids, &new));
    cx.out.ids = ids;
    match cx.propose(outcome) {
        true => screen.at = Some(id),
        false => {
            if let Ok(values) = <[String; 5]>::try_from(values.to_vec()) {
                ask_new_with(screen, day, values, cx);
            }
        }
    }
}

fn new_box(day: u8, values: &[String], cx: &Cx<'_>) -> Result<NewBox, Refusal> {
    let value = |at: usize| values.get(at).map_or("", |value| value.trim());
    let words = BoxWords { title: Clean::new(value(0)), output: Clean::new(value(3)) };
    let (start, minutes) = (read_start(value(1))?, read_minutes(value(2))?);
    Ok(NewBox { day, start, minutes, mode: read_mode(value(4), cx)?, words })
}

/// The way of working whose name begins with what was typed.
fn read_mode(typed: &str, cx: &Cx<'_>) -> Result<Mode, Refusal> {
    let typed = fold(typed);
    let named = |mode: &Mode| fold(mode_words(*mode, cx).as_str()).starts_with(&typed);
    MODES.into_iter().find(named).ok_or(Refusal::NotAMode)
}

pub fn ask_edit(screen: &mut Agenda, cx: &mut Cx<'_>) {
    let Some(item) = screen.selected(cx).ok().and_then(|id| cx.sprint.agenda.get(id)) else { return };
    let start = said::civil_time(item.start, cx.words).to_string();
    let values = [item.title.as_str().to_owned(), start, item.minutes.to_string()];
    ask_edit_with(screen, item.id, values, cx);
}

fn ask_edit_with(screen: &mut Agenda, id: AgendaId, values: [String; 3], cx: &mut Cx<'_>) {
    let fields = ["title", "start", "minutes"].into_iter().zip(values).zip([NAME_CHARS_MAX, 5, 4]);
    let fields = fields.map(|((label, value), chars_max)| blank(label, value, chars_max, cx)).collect();
    let title = cx.words.say("agenda-edit-title");
    cx.ask(Ask::Form(Form { name: format!("timebox-{id:?}"), title, fields }));
    screen.at = Some(id);
    screen.asked = Asked::Edit(id);
}

/// Changes what the form says; what is wrong is said, with the form open again.
pub fn edit(screen: &mut Agenda, id: AgendaId, values: &[String], cx: &mut Cx<'_>) {
    let value = |at: usize| values.get(at).map_or("", |value| value.trim());
    let outcome = read_start(value(1)).and_then(|start| {
        let minutes = read_minutes(value(2))?;
        cx.sprint.edit_box(id, &Clean::new(value(0)), start, minutes)
    });
    let again = !matches!(outcome, Ok(_) | Err(Refusal::NothingChanged));
    cx.propose(outcome);
    if again && let Ok(values) = <[String; 3]>::try_from(values.to_vec()) {
        ask_edit_with(screen, id, values, cx);
    }
}
