//! What keys do in the pictures of the list: the cursor, opening a row, finding, naming, saying what is to
//! become of a service.

use ratatui::layout::{Position, Rect};

use super::evidence::Opened;
use super::standing::{Standing, standings};
use super::{Asked, Picture, Priorities, reveal, scores, view};
use crate::domain::id::{Id, ServiceId};
use crate::domain::priority::State;
use crate::domain::service::Service;
use crate::domain::{Code, NAME_CHARS_MAX};
use crate::kit::ask::{Ask, Blank, Choice, Form, Pick};
use crate::kit::draw::Line;
use crate::kit::theme::Role;
use crate::kit::{Cx, Go, Item, Motion, Reason, Touch};
use crate::text::Clean;
use crate::words::Phrase;

/// The services in the order of the picture that is shown: by rank, or by code where scores are typed, so
/// that nothing slides away under the fingers.
pub fn order<'a>(screen: &Priorities, cx: &Cx<'a>) -> Vec<Standing<'a>> {
    let mut all = standings(cx);
    if screen.picture == Picture::Scores {
        all.sort_by_key(|one| one.service.code);
    }
    all
}

/// Keeps the cursor on its service wherever that went, else near where it was. Before there is a first ranking
/// nobody chose a service, so that the best one is under the cursor then.
pub fn settle(screen: &mut Priorities, cx: &Cx<'_>) {
    if screen.at.is_none() && cx.derived.ranked.is_none() {
        return;
    }
    let all = order(screen, cx);
    let place = screen.at.and_then(|id| all.iter().position(|one| one.service.id == id));
    screen.list.set(place.unwrap_or(screen.list.at()), all.len());
    screen.at = all.get(screen.list.at()).map(|one| one.service.id);
}

pub fn moved(screen: &mut Priorities, motion: Motion, cx: &Cx<'_>) {
    if screen.picture == Picture::Scores && scores::moved_sideways(screen, motion) {
        return;
    }
    let all = order(screen, cx);
    screen.list.moved(motion, all.len());
    screen.at = all.get(screen.list.at()).map(|one| one.service.id);
}

/// Puts the cursor on the row that lies there; points of the plot are found with the arrows.
pub fn pointed(screen: &mut Priorities, at: Position, area: Rect, cx: &Cx<'_>) -> Touch {
    if screen.picture == Picture::Plot {
        return Touch::Nothing;
    }
    let all = order(screen, cx);
    let touch = screen.list.pointed(at, view::regions(screen, area).rows, 1, all.len());
    if touch != Touch::Nothing {
        screen.on_weights = false;
        screen.at = all.get(screen.list.at()).map(|one| one.service.id);
    }
    touch
}

/// Puts the cursor on a service, unless that would tell where a covered one stands.
pub fn to(screen: &mut Priorities, id: ServiceId, cx: &Cx<'_>) {
    if cx.sprint.services.get(id).is_some() && !reveal::covers(screen, id, cx) {
        screen.at = Some(id);
        settle(screen, cx);
    }
}

/// The service that a command means: the opened one, else the one under the cursor.
pub fn service<'a>(screen: &Priorities, cx: &Cx<'a>) -> Option<&'a Service> {
    let id = screen.opened.as_ref().map(|opened| opened.service).or(screen.at)?;
    cx.sprint.services.get(id)
}

/// On a service of which something may be said.
pub fn on_service(screen: &Priorities, cx: &Cx<'_>) -> Result<(), Reason> {
    if screen.on_weights {
        return Err(Reason::Elsewhere);
    }
    let service = service(screen, cx).ok_or(Reason::Say("priorities-nothing"))?;
    match reveal::covers(screen, service.id, cx) {
        true => Err(Reason::Say("priorities-covered")),
        false => Ok(()),
    }
}

pub fn can_open(screen: &Priorities, cx: &Cx<'_>) -> Result<(), Reason> {
    if screen.opened.is_some() || screen.picture == Picture::Scores {
        return Err(Reason::Elsewhere);
    }
    on_service(screen, cx)?;
    // An opened row names its neighbours.
    match reveal::is_covering(screen, cx) {
        true => Err(Reason::Say("priorities-revealing")),
        false => Ok(()),
    }
}

pub fn open(screen: &mut Priorities, cx: &mut Cx<'_>) {
    if let Some(service) = service(screen, cx) {
        screen.opened = Some(Opened::of(service.id, cx));
    }
}

pub fn can_turn(screen: &Priorities, cx: &Cx<'_>) -> Result<(), Reason> {
    if screen.opened.is_some() || cx.sprint.services.is_empty() {
        return Err(Reason::Elsewhere);
    }
    match screen.reveal {
        Some(_) => Err(Reason::Say("priorities-revealing")),
        None => Ok(()),
    }
}

/// Goes on to the next picture; the cursor stays on its service.
pub fn turn(screen: &mut Priorities, cx: &mut Cx<'_>) {
    screen.picture = match screen.picture {
        Picture::List => Picture::Plot,
        Picture::Plot => Picture::Ladder,
        Picture::Ladder => Picture::Scores,
        Picture::Scores => Picture::List,
    };
    screen.on_weights &= screen.picture != Picture::Scores;
    settle(screen, cx);
}

pub fn can_go_back(screen: &Priorities, _: &Cx<'_>) -> Result<(), Reason> {
    match screen.opened.is_some() || screen.on_weights || screen.picture != Picture::List {
        true => Ok(()),
        false => Err(Reason::Elsewhere),
    }
}

/// One step back: from an opened row, from the weights, from another picture.
pub fn go_back(screen: &mut Priorities, cx: &mut Cx<'_>) {
    if screen.opened.take().is_some() {
        return;
    }
    if screen.on_weights {
        screen.on_weights = false;
        return;
    }
    screen.picture = Picture::List;
    settle(screen, cx);
}

pub fn go_requests(screen: &mut Priorities, cx: &mut Cx<'_>) {
    if let Some(service) = service(screen, cx) {
        let item = Some(Item::RequestsOf(service.id));
        cx.go(Go { place: "requests", item });
    }
}

/// What a service can be said to become, with the letters that say it.
const STATES: [(Option<State>, &str); 6] = [
    (Some(State::Now), "n"),
    (Some(State::Next), "e"),
    (Some(State::Later), "l"),
    (Some(State::NotNow), "o"),
    (Some(State::FixFirst), "f"),
    (None, "x"),
];

pub fn ask_state(screen: &mut Priorities, cx: &mut Cx<'_>) {
    let Some(service) = service(screen, cx) else { return };
    let now = cx.sprint.priorities.standing(service.id).state;
    let choices = STATES.iter().map(|&(state, letters)| Choice {
        letters: letters.to_owned(),
        line: Line::new().add(Role::Text, &state_words(state, cx)),
        on: state == now,
    });
    screen.asked = Asked::State(service.id, STATES.iter().map(|(state, _)| *state).collect());
    cx.ask(Ask::Pick(Pick { title: cx.words.say("priorities-state-title"), choices: choices.collect() }));
}

/// What is to become of a service, in words.
pub fn state_words(state: Option<State>, cx: &Cx<'_>) -> Phrase {
    cx.words.say(match state {
        Some(State::Now) => "priorities-state-now",
        Some(State::Next) => "priorities-state-next",
        Some(State::Later) => "priorities-state-later",
        Some(State::NotNow) => "priorities-state-not-now",
        Some(State::FixFirst) => "priorities-state-fix-first",
        None => "priorities-state-none",
    })
}

/// The same in a column of seven; nothing while nothing was said.
pub fn state_words_short(state: Option<State>, cx: &Cx<'_>) -> Phrase {
    match state {
        Some(State::Now) => cx.words.say("priorities-state-now-short"),
        Some(State::Next) => cx.words.say("priorities-state-next-short"),
        Some(State::Later) => cx.words.say("priorities-state-later-short"),
        Some(State::NotNow) => cx.words.say("priorities-state-not-now-short"),
        Some(State::FixFirst) => cx.words.say("priorities-state-fix-first-short"),
        None => Phrase::default(),
    }
}

/// What the form of a service's name is called, before the service's id.
pub const NAME: &str = "service";

/// Opens the form of a service's name again.
pub fn resume_name(screen: &mut Priorities, id: &str, cx: &mut Cx<'_>) {
    let Ok(id) = id.parse::<Id>().map(ServiceId) else { return };
    to(screen, id, cx);
    if screen.at == Some(id) {
        ask_name(screen, cx);
    }
}

pub fn ask_name(screen: &mut Priorities, cx: &mut Cx<'_>) {
    let Some(service) = service(screen, cx) else { return };
    let blank = Blank {
        label: cx.words.say("priorities-name-label"),
        value: service.name.as_str().to_owned(),
        hint: cx.words.say("priorities-name-hint"),
        chars_max: NAME_CHARS_MAX,
        path: false,
    };
    screen.asked = Asked::Name(service.id);
    cx.ask(Ask::Form(Form {
        name: format!("{NAME} {}", service.id.0),
        title: cx.words.say("priorities-name-title"),
        fields: vec![blank],
    }));
}

/// Gives a service the name of the form.
pub fn rename(id: ServiceId, values: &[String], cx: &mut Cx<'_>) {
    let name = Clean::new(values.first().map_or("", String::as_str));
    cx.propose(cx.sprint.name_service(id, &name));
}

pub fn can_find(screen: &Priorities, cx: &Cx<'_>) -> Result<(), Reason> {
    if screen.opened.is_some() || cx.sprint.services.is_empty() {
        return Err(Reason::Elsewhere);
    }
    match screen.reveal {
        Some(_) => Err(Reason::Say("priorities-revealing")),
        None => Ok(()),
    }
}

pub fn ask_find(screen: &mut Priorities, cx: &mut Cx<'_>) {
    screen.on_weights = false;
    let services = cx.sprint.services.iter();
    let choices = services.map(|service| Choice {
        letters: String::new(),
        line: Line::new().cell(Role::Strong, &Code::Service(service.code), 5).add(Role::Text, &service.name),
        on: Some(service.id) == screen.at,
    });
    cx.ask(Ask::Pick(Pick { title: cx.words.say("priorities-find-title"), choices: choices.collect() }));
    screen.asked = Asked::Find(cx.sprint.services.iter().map(|service| service.id).collect());
}
