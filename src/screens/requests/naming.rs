//! What things are called here: categories, services, filters, dates; and the sign that says where a
//! category belongs, so that it is told by more than a colour.

use crate::domain::Code;
use crate::domain::request::{self, Category, Mapping, Subject};
use crate::kit::Cx;
use crate::kit::draw::{Glyph, Line};
use crate::kit::theme::Role;
use crate::text::Clean;
use crate::words::{Args, Phrase};

/// Columns of the sign: `S36`, or what stands for "nobody said" and "none".
pub const SIGN_COLUMNS: usize = 4;

/// The name of a category; rows without one have words of their own.
pub fn category_name(category: &Category, cx: &Cx<'_>) -> Phrase {
    match category.name.is_empty() {
        true => cx.words.say("requests-category-none"),
        false => cx.words.tell("requests-name", Args::new().with("name", &category.name)),
    }
}

/// Where a category belongs, as a sign filled up to [`SIGN_COLUMNS`].
pub fn sign(mapping: Mapping, cx: &Cx<'_>) -> Line {
    let sign = short_sign(mapping, cx);
    let fill = SIGN_COLUMNS.saturating_sub(sign.width());
    sign.gap(fill)
}

/// Where a category belongs, as a sign.
pub fn short_sign(mapping: Mapping, cx: &Cx<'_>) -> Line {
    let line = Line::new();
    match mapping {
        Mapping::Open => line.add(Role::Warn, &Glyph::OPEN),
        Mapping::NoService => line.add(Role::Muted, &Glyph::SKIPPED),
        Mapping::Service(id) => match cx.sprint.services.get(id) {
            Some(service) => line.add(Role::Key, &Code::Service(service.code)),
            None => line.add(Role::Warn, &Glyph::UNKNOWN),
        },
    }
}

/// Where a category belongs, in words: nothing for a service, whose code and name say it.
pub fn status(mapping: Mapping, cx: &Cx<'_>) -> Option<(Role, Phrase)> {
    match mapping {
        Mapping::Open => Some((Role::Warn, cx.words.say("requests-unmapped"))),
        Mapping::NoService => Some((Role::Muted, cx.words.say("requests-no-service"))),
        Mapping::Service(_) => None,
    }
}

/// Where what a line of the counts stands for belongs.
pub fn mapping_of(subject: Subject) -> Mapping {
    match subject {
        Subject::Service(id) => Mapping::Service(id),
        Subject::Category(_) => Mapping::Open,
        Subject::Outside(_) => Mapping::NoService,
    }
}

/// The name of what a line of the counts stands for.
pub fn subject_name(subject: Subject, cx: &Cx<'_>) -> Phrase {
    match subject {
        Subject::Service(id) => {
            let name = cx.sprint.services.get(id).map(|service| service.name.clone()).unwrap_or_default();
            cx.words.tell("requests-name", Args::new().with("name", name))
        }
        Subject::Category(at) | Subject::Outside(at) => cx
            .sprint
            .requests
            .categories()
            .get(at as usize)
            .map(|category| category_name(category, cx))
            .unwrap_or_default(),
    }
}

/// The whole date of a row.
pub fn date(row: &request::Row<'_>, cx: &Cx<'_>) -> Option<Phrase> {
    Some(cx.words.date(request::date_of(row.day?)?))
}

/// The letters that a theme answers to.
pub fn theme_letters(label: u16) -> Clean {
    Clean::new(&crate::domain::label::letters(label).unwrap_or_default())
}

/// A count, as the locale writes it.
pub fn count(n: u32, cx: &Cx<'_>) -> Phrase {
    cx.words.number(i64::from(n))
}

/// A part of a whole as a share; not a number of nothing at all.
pub fn share(part: u32, whole: u32) -> f64 {
    f64::from(part) / f64::from(whole)
}
