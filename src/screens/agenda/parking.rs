//! What keys do in the parking lot: add a line, reword it, settle it, say who takes it further.

use super::{Agenda, Asked, Picture};
use crate::domain::id::{ParkedId, ParticipantId};
use crate::domain::parking::Parked;
use crate::domain::participant::Participant;
use crate::domain::{Code, NAME_CHARS_MAX, label};
use crate::kit::ask::{Ask, Blank, Choice, Form, Pick};
use crate::kit::draw::Line;
use crate::kit::theme::Role;
use crate::kit::{Cx, Reason};
use crate::text::Clean;

pub fn is_on(screen: &Agenda, _: &Cx<'_>) -> Result<(), Reason> {
    match screen.picture {
        Picture::Parking => Ok(()),
        Picture::Day | Picture::Drift => Err(Reason::Elsewhere),
    }
}

/// The line under the cursor.
fn selected<'a>(screen: &Agenda, cx: &Cx<'a>) -> Result<&'a Parked, Reason> {
    is_on(screen, cx)?;
    let at = u32::try_from(screen.parked.at()).unwrap_or(u32::MAX);
    cx.sprint.parking.at_row(at).ok_or(Reason::Say("agenda-parking-none"))
}

pub fn on_line(screen: &Agenda, cx: &Cx<'_>) -> Result<(), Reason> {
    selected(screen, cx).map(|_| ())
}

/// What the form of a new line is called, and that of a line's words, before its number.
const NEW: &str = "parked";
const WORDS: &str = "parked-";

/// Opens the form of this name on what it was of.
pub fn resume(screen: &mut Agenda, field: &str, cx: &mut Cx<'_>) {
    let number = field.strip_prefix(WORDS).and_then(|number| number.parse::<u32>().ok());
    let place = cx.sprint.parking.iter().position(|parked| Some(parked.code) == number);
    if field == NEW || place.is_some() {
        screen.picture = Picture::Parking;
    }
    if let Some(place) = place {
        screen.parked.set(place, cx.sprint.parking.len());
        ask_words(screen, cx);
    } else if field == NEW {
        ask(screen, cx);
    }
}

pub fn ask(screen: &mut Agenda, cx: &mut Cx<'_>) {
    ask_line(screen, Asked::Park, NEW, "agenda-parking-new", String::new(), cx);
}

pub fn ask_words(screen: &mut Agenda, cx: &mut Cx<'_>) {
    if let Ok(parked) = selected(screen, cx) {
        let text = parked.text.as_str().to_owned();
        let name = format!("{WORDS}{}", parked.code);
        ask_line(screen, Asked::Word(parked.id), &name, "agenda-parking-words", text, cx);
    }
}

fn ask_line(
    screen: &mut Agenda,
    asked: Asked,
    name: &str,
    title: &'static str,
    value: String,
    cx: &mut Cx<'_>,
) {
    let line = Blank {
        label: cx.words.say("agenda-parking-label"),
        value,
        hint: cx.words.say("agenda-parking-hint"),
        chars_max: NAME_CHARS_MAX,
        path: false,
    };
    cx.ask(Ask::Form(Form { name: name.to_owned(), title: cx.words.say(title), fields: vec![line] }));
    screen.asked = asked;
}

/// Parks what was typed; the cursor goes there.
pub fn add(screen: &mut Agenda, values: &[String], cx: &mut Cx<'_>) {
    let text = Clean::new(values.first().map_or("", |value| value.trim()));
    let code = cx.history.next_code(Code::Parked(0));
    let mut ids = cx.out.ids.clone();
    let outcome = cx.sprint.park(&mut ids, code, &text);
    cx.out.ids = ids;
    if cx.propose(outcome) {
        let len = cx.sprint.parking.len() + 1;
        screen.parked.set(len - 1, len);
    }
}

/// Gives a line other words.
pub fn word(_: &mut Agenda, id: ParkedId, values: &[String], cx: &mut Cx<'_>) {
    let text = Clean::new(values.first().map_or("", |value| value.trim()));
    cx.propose(cx.sprint.word_parked(id, &text));
}

pub fn settle(screen: &mut Agenda, cx: &mut Cx<'_>) {
    if let Ok(parked) = selected(screen, cx) {
        cx.propose(cx.sprint.settle_parked(parked.id));
    }
}

pub fn can_own(screen: &Agenda, cx: &Cx<'_>) -> Result<(), Reason> {
    selected(screen, cx)?;
    match cx.sprint.participants.is_empty() {
        true => Err(Reason::Say("agenda-parking-nobody")),
        false => Ok(()),
    }
}

/// Shows who takes part, to be found by name; the first choice is nobody.
pub fn ask_owner(screen: &mut Agenda, cx: &mut Cx<'_>) {
    let Ok(parked) = selected(screen, cx) else { return };
    let here = cx.sprint.participants.iter().filter(|one| !one.left);
    let people: Vec<&Participant> = here.collect();
    let letters = |n: usize| u16::try_from(n).ok().and_then(label::letters).unwrap_or_default();
    let nobody = Choice {
        letters: letters(0),
        line: Line::new().add(Role::Muted, &cx.words.say("agenda-parking-no-owner")),
        on: parked.owner.is_none(),
    };
    let choices = people.iter().enumerate().map(|(n, one)| Choice {
        letters: letters(n + 1),
        line: Line::new().add(Role::Muted, &Code::Participant(one.code)).gap(1).add(Role::Text, &one.name),
        on: parked.owner == Some(one.id),
    });
    let choices = std::iter::once(nobody).chain(choices).collect();
    let owners: Vec<Option<ParticipantId>> =
        std::iter::once(None).chain(people.iter().map(|one| Some(one.id))).collect();
    screen.asked = Asked::Own(parked.id, owners);
    cx.ask(Ask::Pick(Pick { title: cx.words.say("agenda-parking-owner-title"), choices }));
}
