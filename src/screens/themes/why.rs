//! The chain of evidence: what a theme rests on, where a note was heard, and what came of a theme.

use super::notes::page_columns;
use super::{Pane, Picture, Themes, cursor, groups, insight, view};
use crate::domain::id::{ServiceId, ThemeId};
use crate::domain::note::Kind;
use crate::domain::theme::Theme;
use crate::domain::{Code, Sprint};
use crate::kit::ask::{Ask, Choice, Page, Pick};
use crate::kit::draw::{Glyph, Line, kind_glyph};
use crate::kit::kinds::{kind_role, kind_words};
use crate::kit::theme::Role;
use crate::kit::{Cx, Go, Item, Reason, wall};
use crate::words::Args;

/// Columns of a respondent's code with the space behind it.
const CODE_COLUMNS: usize = 5;

pub fn can_ask(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    groups::on_theme(screen, cx)?;
    uncovered(screen)
}

fn uncovered(screen: &Themes) -> Result<(), Reason> {
    match screen.silent {
        true => Err(Reason::Say("themes-covered")),
        false => Ok(()),
    }
}

/// Shows what the theme under the cursor rests on.
pub fn ask(screen: &mut Themes, cx: &mut Cx<'_>) {
    let Some(theme) = screen.theme(cx) else { return };
    let mut lines = vec![view::counts(theme, cx), Line::new()];
    lines.extend(voices(theme, page_columns(screen.area.width), cx));
    lines.extend(kinds(theme.id, cx));
    lines.extend(services(theme.id, cx));
    let title = cx.words.tell("themes-why-title", Args::new().with("theme", &theme.name));
    cx.ask(Ask::Read(Page { title, lines, confirms: false }));
    screen.asked = super::Asked::Nothing;
}

fn heading(id: &str, cx: &Cx<'_>) -> Line {
    Line::new().add(Role::Strong, &cx.words.say(id))
}

fn voices(theme: &Theme, columns: usize, cx: &Cx<'_>) -> Vec<Line> {
    let people: Vec<u32> = cx.sprint.evidence.respondents_of(theme.id).collect();
    let mut lines = vec![heading("themes-why-voices", cx)];
    for row in people.chunks((columns.saturating_sub(2) / CODE_COLUMNS).max(1)) {
        let codes = |line: Line, person: &u32| line.add(Role::Text, &Code::Respondent(*person)).gap(1);
        lines.push(row.iter().fold(Line::new().gap(2), codes));
    }
    if people.is_empty() {
        lines.push(Line::new().gap(2).add(Role::Muted, &cx.words.say("themes-why-nobody")));
    }
    if people.len() == 1 && !theme.tray {
        lines.push(
            Line::new()
                .gap(2)
                .add(Role::Warn, &Glyph::WARN)
                .gap(1)
                .add(Role::Warn, &cx.words.say("themes-one-voice-hint")),
        );
    }
    lines.push(Line::new());
    lines
}

fn kinds(id: ThemeId, cx: &Cx<'_>) -> Vec<Line> {
    let mut counts = [0_usize; Kind::ALL.len()];
    for note in cx.sprint.evidence.rows_of(id).iter().filter_map(|&row| cx.sprint.notes.at_row(row)) {
        if let Some(at) = Kind::ALL.iter().position(|kind| *kind == note.kind) {
            counts[at] += 1;
        }
    }
    let mut lines = vec![heading("themes-why-kinds", cx)];
    for (kind, count) in Kind::ALL.into_iter().zip(counts).filter(|(_, count)| *count > 0) {
        let mut line = Line::new()
            .gap(2)
            .cell_right(Role::Text, &view::number(count, cx), 4)
            .gap(1)
            .add(kind_role(kind), &kind_glyph(kind))
            .gap(1)
            .add(Role::Text, &kind_words(kind, cx));
        if !kind.is_evidence() {
            line = line.gap(2).add(Role::Muted, &cx.words.say("themes-no-evidence"));
        }
        lines.push(line);
    }
    lines.push(Line::new());
    lines
}

fn services(id: ThemeId, cx: &Cx<'_>) -> Vec<Line> {
    let mut lines = vec![heading("themes-why-services", cx)];
    for (service, people) in services_of(id, cx.sprint) {
        let Some(service) = cx.sprint.services.get(service) else { continue };
        let asked = cx.sprint.evidence.asked_about(service.id);
        let args = Args::new().with("people", people).with("asked", asked);
        lines.push(
            Line::new()
                .gap(2)
                .cell(Role::Muted, &Code::Service(service.code), 4)
                .add(Role::Text, &cx.words.tell("themes-of-asked", args))
                .gap(2)
                .add(Role::Text, &service.name),
        );
    }
    let requests = cx.sprint.requests.filed_in(id);
    let filed = cx.words.tell("themes-requests", Args::new().with("requests", requests));
    lines.push(Line::new());
    lines.push(Line::new().add(Role::Text, &filed));
    lines
}

/// The services whose respondents speak in a theme, with how many do.
fn services_of(id: ThemeId, sprint: &Sprint) -> impl Iterator<Item = (ServiceId, u32)> {
    let people = move |service: ServiceId| (service, sprint.evidence.people(service, id));
    sprint.services.iter().map(move |service| people(service.id)).filter(|(_, people)| *people > 0)
}

/// Whether the cursor is among themes, or in an opened one.
pub fn is_on_theme(screen: &Themes) -> bool {
    screen.picture == Picture::Panes && (screen.pane == Pane::Themes || screen.opened.is_some())
}

/// The theme a walk along the chain starts from: the one under the cursor, else the opened one.
pub fn theme_here(screen: &Themes, cx: &Cx<'_>) -> Option<ThemeId> {
    match screen.pane {
        _ if screen.picture != Picture::Panes => None,
        Pane::Themes => screen.theme(cx).map(|theme| theme.id),
        Pane::Notes => screen.opened.as_ref().map(|opened| opened.id),
    }
}

/// The service most of whose respondents speak in it; of equals the first.
fn service_of(id: ThemeId, sprint: &Sprint) -> Option<ServiceId> {
    services_of(id, sprint)
        .max_by_key(|(service, people)| (*people, std::cmp::Reverse(sprint.services.row_of(*service))))
        .map(|(service, _)| service)
}

pub fn can_go_on(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    let id = theme_here(screen, cx).ok_or(Reason::Elsewhere)?;
    let comes = insight::of_theme(id, cx.sprint).next().is_some() || service_of(id, cx.sprint).is_some();
    if comes { Ok(()) } else { Err(Reason::Say("themes-no-service")) }
}

/// Onward to the insights that rest on the theme, and to the service that it speaks for.
pub fn go_on(screen: &mut Themes, cx: &mut Cx<'_>) {
    let Some(id) = theme_here(screen, cx) else { return };
    let service = service_of(id, cx.sprint);
    let to_service = service.map(|id| Go { place: "priorities", item: Some(Item::Service(id)) });
    let insights: Vec<_> = insight::of_theme(id, cx.sprint).collect();
    if insights.is_empty() {
        to_service.into_iter().for_each(|go| cx.go(go));
        return;
    }
    let to_piece = insights.iter().map(|piece| Go { place: "boards", item: Some(Item::Piece(piece.id)) });
    let places: Vec<Go> = to_piece.chain(to_service).collect();
    let mut lines: Vec<Line> = insights.iter().map(|piece| insight::line(piece, cx)).collect();
    if let Some(service) = service.and_then(|id| cx.sprint.services.get(id)) {
        let code = Code::Service(service.code);
        lines.push(Line::new().cell(Role::Strong, &code, 4).gap(1).add(Role::Text, &service.name));
    }
    let choice = |(at, line)| {
        let letters = crate::domain::label::letters(at).unwrap_or_default();
        Choice { letters, line, on: false }
    };
    let choices = (0..).zip(lines).map(choice).collect();
    cx.ask(Ask::Pick(Pick { title: cx.words.say("themes-onward-title"), choices }));
    screen.asked = super::Asked::Onward(places);
}

/// On a theme that has notes, with requests whose words are known.
pub fn can_find_requests(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    if !is_on_theme(screen) {
        return Err(Reason::Elsewhere);
    }
    let id = theme_here(screen, cx).ok_or(Reason::Say("themes-none"))?;
    if cx.sprint.themes.get(id).is_some_and(|theme| theme.tray) {
        return Err(Reason::Say("themes-tray-claims-nothing"));
    }
    if cx.sprint.evidence.rows_of(id).is_empty() {
        return Err(Reason::Say("themes-theme-is-empty"));
    }
    if cx.sprint.requests.is_empty() {
        return Err(Reason::Say("themes-no-requests"));
    }
    wall::words_of_requests(cx).map(|_| ()).ok_or(Reason::Say("themes-learning"))
}

/// To the requests that speak of the theme, the likest first.
pub fn find_requests(screen: &mut Themes, cx: &mut Cx<'_>) {
    if let Some(id) = theme_here(screen, cx) {
        cx.go(Go { place: "requests", item: Some(Item::RequestsLike(id)) });
    }
}

pub fn can_go_back(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    cursor::on_note(screen, cx)?;
    uncovered(screen)
}

/// Back to the interview in which the note was heard.
pub fn go_back(screen: &mut Themes, cx: &mut Cx<'_>) {
    if let Some(note) = screen.note(cx) {
        cx.go(Go { place: "interviews", item: Some(Item::Note(note.id)) });
    }
}
