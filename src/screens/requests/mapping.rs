//! Saying which service a category belongs to, and making a candidate service of one.

use super::naming::{self, category_name, count, sign, subject_name};
use super::{Asked, Requests, counts};
use crate::domain::Code;
use crate::domain::id::ServiceId;
use crate::domain::label;
use crate::domain::request::{Mapping, Subject};
use crate::kit::ask::{Ask, Choice, Pick};
use crate::kit::draw::Line;
use crate::kit::theme::Role;
use crate::kit::{Cx, Reason};
use crate::words::Args;

/// Columns of a number in a list to choose from.
const NUMBER_COLUMNS: usize = 9;
/// The widest list to choose from.
const PICK_COLUMNS_MAX: usize = 76;
/// Columns beside a list to choose from, and those of its border and its letters.
const BESIDE_COLUMNS: usize = 2;
const EDGE_COLUMNS: usize = 10;

/// Columns of a line of a list to choose from, on a screen of this width.
pub fn pick_columns(width: u16) -> usize {
    usize::from(width).saturating_sub(BESIDE_COLUMNS).min(PICK_COLUMNS_MAX).saturating_sub(EDGE_COLUMNS)
}

/// A choice with its letters; those beyond the last label are found by their words only.
pub fn choice(letters: Option<String>, line: Line, on: bool) -> Choice {
    Choice { letters: letters.unwrap_or_default(), line, on }
}

/// A name with a sign before it and a number at its right end.
pub fn counted(
    mapping: Mapping,
    name: &impl crate::kit::draw::Shown,
    rows: &impl crate::kit::draw::Shown,
    columns: usize,
    cx: &Cx<'_>,
) -> Line {
    let name_columns = columns.saturating_sub(naming::SIGN_COLUMNS + NUMBER_COLUMNS);
    sign(mapping, cx).cell(Role::Text, name, name_columns).cell_right(Role::Muted, rows, NUMBER_COLUMNS)
}

pub fn can_map(screen: &Requests, cx: &Cx<'_>) -> Result<(), Reason> {
    counts::line(screen, cx)?;
    match cx.sprint.services.is_empty() {
        true => Err(Reason::Say("requests-no-services")),
        false => Ok(()),
    }
}

/// Asks where the category of the line belongs. A service's line first asks which of its categories is meant.
pub fn map(screen: &mut Requests, cx: &mut Cx<'_>) {
    let Ok(count) = counts::line(screen, cx) else { return };
    match count.subject {
        Subject::Category(at) | Subject::Outside(at) => ask_service(screen, at, cx),
        Subject::Service(id) => match cx.sprint.requests.categories_of(id) {
            [only] => ask_service(screen, *only, cx),
            several => ask_category(screen, id, several, cx),
        },
    }
}

fn ask_category(screen: &mut Requests, service: ServiceId, places: &[u32], cx: &mut Cx<'_>) {
    let columns = pick_columns(screen.area.width);
    let categories = cx.sprint.requests.categories();
    let choices = places.iter().enumerate().filter_map(|(n, &at)| {
        let category = categories.get(at as usize)?;
        let rows = count(category.rows, cx);
        let line = counted(category.mapping, &category_name(category, cx), &rows, columns, cx);
        Some(choice(label::letters(n as u16), line, false))
    });
    let choices = choices.collect();
    let name = subject_name(Subject::Service(service), cx);
    let title = cx.words.tell("requests-which-title", Args::new().with("service", &name));
    cx.ask(Ask::Pick(Pick { title, choices }));
    screen.asked = Asked::Which(places.to_vec());
}

/// Asks to which service a category belongs. Services have letters by their place; "no service" has the
/// letter that the outlier tray has among themes, so that it never moves.
pub fn ask_service(screen: &mut Requests, at: u32, cx: &mut Cx<'_>) {
    let Some(category) = cx.sprint.requests.categories().get(at as usize) else { return };
    let columns = pick_columns(screen.area.width);
    let none = sign(Mapping::NoService, cx).add(Role::Text, &cx.words.say("requests-no-service"));
    let mut choices = vec![choice(label::letters(label::TRAY), none, category.mapping == Mapping::NoService)];
    let mut services = vec![None];
    let labels = (0..=u16::MAX).filter(|n| *n != label::TRAY);
    for (service, n) in cx.sprint.services.iter().zip(labels) {
        let mapping = Mapping::Service(service.id);
        let rows = cx.sprint.requests.demand(service.id);
        let rows = rows.map_or_else(|| cx.words.say("requests-unknown-count"), |rows| count(rows, cx));
        let line = counted(mapping, &service.name, &rows, columns, cx);
        choices.push(choice(label::letters(n), line, category.mapping == mapping));
        services.push(Some(service.id));
    }
    let args = Args::new().with("name", category_name(category, cx)).with("rows", category.rows);
    let title = cx.words.tell("requests-map-title", args);
    cx.ask(Ask::Pick(Pick { title, choices }));
    screen.asked = Asked::Map(at, services);
}

/// The category of the line that can become a candidate service.
fn category(screen: &Requests, cx: &Cx<'_>) -> Result<crate::text::Clean, Reason> {
    let at = match counts::line(screen, cx)?.subject {
        Subject::Category(at) | Subject::Outside(at) => at,
        Subject::Service(_) => return Err(Reason::Say("requests-is-service")),
    };
    let name = cx.sprint.requests.categories().get(at as usize).map(|category| category.name.clone());
    name.filter(|name| !name.is_empty()).ok_or(Reason::Say("requests-nameless"))
}

pub fn can_add(screen: &Requests, cx: &Cx<'_>) -> Result<(), Reason> {
    let name = category(screen, cx)?;
    cx.sprint.candidate_from_category(&mut cx.out.ids.clone(), 0, &name)?;
    Ok(())
}

/// Makes a candidate service of the category; all its rows are the service's.
pub fn add(screen: &mut Requests, cx: &mut Cx<'_>) {
    let Ok(name) = category(screen, cx) else { return };
    let code = cx.history.next_code(Code::Service(0));
    let outcome = cx.sprint.candidate_from_category(&mut cx.out.ids, code, &name);
    if cx.propose(outcome) {
        let args = Args::new().with("code", Code::Service(code).to_string());
        cx.tell(crate::kit::Notice::news(cx.words.tell("requests-candidate-made", args)));
    }
}
