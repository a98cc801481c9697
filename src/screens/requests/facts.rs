//! What is known of one row besides its text.

use super::layout::{flow, labelled};
use super::naming::{category_name, date, sign, status, theme_letters};
use super::rows::theme_line;
use crate::domain::request::{Category, Mapping, Row};
use crate::kit::Cx;
use crate::kit::draw::{Glyph, Line};
use crate::kit::theme::Role;
use crate::text::Clean;
use crate::words::{Args, Phrase};

fn category<'a>(row: &Row<'_>, cx: &Cx<'a>) -> Option<&'a Category> {
    cx.sprint.requests.categories().get(row.category as usize)
}

/// In short, over as many rows as it needs: category, district, date, theme.
pub fn brief(row: &Row<'_>, cx: &Cx<'_>, columns: usize) -> Vec<Line> {
    let mut pieces = Vec::new();
    if let Some(category) = category(row, cx) {
        let mut piece = sign(category.mapping, cx).add(Role::Text, &category_name(category, cx));
        if let Some((role, words)) = status(category.mapping, cx) {
            piece = piece.gap(1).add(role, &words);
        }
        pieces.push(piece);
    }
    if let Some(district) = row.district {
        pieces.push(Line::new().add(Role::Text, district));
    }
    if let Some(date) = date(row, cx) {
        pieces.push(Line::new().add(Role::Text, &date));
    }
    if let Some(theme) = row.theme {
        pieces.push(theme_line(theme, cx));
    }
    flow(pieces, columns)
}

/// At length, a fact a row and longer ones over several; what nobody gave says so.
pub fn whole(row: &Row<'_>, cx: &Cx<'_>, columns: usize) -> Vec<Line> {
    let facts = [
        ("requests-fact-category", category(row, cx).map(|one| category_name(one, cx))),
        ("requests-fact-service", category(row, cx).map(|one| service(one.mapping, cx))),
        ("requests-fact-district", row.district.map(|name| named(name, cx))),
        ("requests-fact-date", date(row, cx)),
        ("requests-fact-theme", Some(theme(row, cx))),
        ("requests-fact-counts", Some(counts(row, cx))),
        ("requests-fact-source", source(row, cx)),
    ];
    let facts = facts.map(|(id, fact)| (cx.words.say(id), fact));
    let widest = facts.iter().map(|(label, _)| crate::text::width(label.as_str())).max().unwrap_or(0);
    let label_columns = (widest + 2).min(columns / 2);
    let unknown = cx.words.say("requests-fact-unknown");
    facts
        .iter()
        .flat_map(|(label, fact)| labelled(label, label_columns, fact.as_ref().unwrap_or(&unknown), columns))
        .collect()
}

fn named(name: &Clean, cx: &Cx<'_>) -> Phrase {
    cx.words.tell("requests-name", Args::new().with("name", name))
}

fn service(mapping: Mapping, cx: &Cx<'_>) -> Phrase {
    let service = match mapping {
        Mapping::Service(id) => cx.sprint.services.get(id),
        Mapping::Open | Mapping::NoService => None,
    };
    match service {
        Some(service) => {
            let code = crate::domain::Code::Service(service.code).to_string();
            cx.words.tell("requests-coded", Args::new().with("code", code).with("name", &service.name))
        }
        None => status(mapping, cx).map(|(_, words)| words).unwrap_or_default(),
    }
}

fn theme(row: &Row<'_>, cx: &Cx<'_>) -> Phrase {
    match row.theme.and_then(|id| cx.sprint.themes.get(id)) {
        Some(theme) => {
            let letters = theme_letters(theme.label);
            cx.words.tell("requests-coded", Args::new().with("code", letters).with("name", &theme.name))
        }
        None => cx.words.say("requests-fact-no-theme"),
    }
}

fn counts(row: &Row<'_>, cx: &Cx<'_>) -> Phrase {
    cx.words.say(if row.aside { "requests-counts-not" } else { "requests-counts" })
}

fn source(row: &Row<'_>, cx: &Cx<'_>) -> Option<Phrase> {
    let source = cx.sprint.requests.sources().iter().find(|source| source.id == row.id.source)?;
    Some(named(&source.name, cx))
}

/// That a row does not count, with its sign; nothing where it does.
pub fn aside(row: &Row<'_>, cx: &Cx<'_>) -> Line {
    match row.aside {
        true => Line::new()
            .add(Role::Warn, &Glyph::ASIDE)
            .gap(1)
            .add(Role::Warn, &cx.words.say("requests-counts-not")),
        false => Line::new(),
    }
}

/// The text word by word, or what covers it.
pub fn text(row: &Row<'_>, revealed: bool, cx: &Cx<'_>, columns: usize) -> Vec<Line> {
    match revealed {
        true => Line::wrapped(Role::Text, &Clean::new(row.text), columns),
        false => covered(cx, columns),
    }
}

fn covered(cx: &Cx<'_>, columns: usize) -> Vec<Line> {
    let sign_columns = 2;
    let words =
        Line::wrapped(Role::Muted, &cx.words.say("requests-cover"), columns.saturating_sub(sign_columns));
    let head = |at: usize| match at {
        0 => Line::new().cell(Role::Warn, &Glyph::HELD, sign_columns),
        _ => Line::new().gap(sign_columns),
    };
    words.into_iter().enumerate().map(|(at, row)| head(at).then(row)).collect()
}
