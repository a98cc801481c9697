//! Residents' requests of the demo: put together from openings, bodies, places and closings, so that nineteen
//! thousand read like as many people and no text stands out by its number.

use std::sync::Arc;

use jiff::civil::Date;

use super::content::{Category, Content, Phrases};
use super::dice::Dice;
use crate::domain::Fact;
use crate::domain::id::{Ids, ServiceId, SourceId};
use crate::domain::request::{self, CHUNK_ROWS_MAX, Chunk, Texts, day_number};
use crate::text::Clean;

/// Days over which the answers came.
const PERIOD_DAYS: i64 = 91;
/// Days from the last answer to the sprint.
const DAYS_BEFORE: i64 = 18;
/// How many times the rows people were asked, roughly; the city's app knows how many saw the survey.
const ASKED_PER_ROW: u64 = 11;

/// The facts of one import of `rows` requests, answered in the three months before `start`.
pub(super) fn import(content: &Content, rows: u32, start: Date, ids: &mut Ids, dice: &mut Dice) -> Vec<Fact> {
    let source = ids.next::<SourceId>();
    let last_day = earlier(start, DAYS_BEFORE);
    let first_day = earlier(last_day, PERIOD_DAYS - 1);
    let mut districts: Vec<Clean> = content.phrases.districts.iter().map(|name| Clean::new(name)).collect();
    districts.push(Clean::default());
    let imported = request::Fact::Imported {
        id: source,
        name: content.sprint.source.clone(),
        file: Clean::new("survey.csv"),
        first: 1,
        rows,
        bad: 0,
        period: Some(Clean::new(&format!("{first_day} – {last_day}"))),
        asked: Some(u64::from(rows) * ASKED_PER_ROW + 412),
        unstored: vec![Clean::new("phone"), Clean::new("email")],
        categories: content.categories.iter().map(|category| category.name.clone()).collect(),
        districts,
    };
    let mut facts = vec![imported.into()];
    let categories = deal(&content.categories, rows, dice);
    let days = days(categories.len(), day_number(first_day), dice);
    let mut first = 0;
    for (categories, days) in categories.chunks(CHUNK_ROWS_MAX).zip(days.chunks(CHUNK_ROWS_MAX)) {
        let rows = RowsOf { content, source, first };
        facts.push(request::Fact::Rows(Arc::new(rows.chunk(categories, days, dice))).into());
        first += categories.len() as u32;
    }
    facts
}

/// What a chunk is made from besides its columns.
struct RowsOf<'a> {
    content: &'a Content,
    source: SourceId,
    first: u32,
}

impl RowsOf<'_> {
    fn chunk(&self, categories: &[u32], days: &[i32], dice: &mut Dice) -> Chunk {
        let mut text = Texts::default();
        let mut one = String::new();
        let districts = self.content.phrases.districts.len();
        let mut district = Vec::with_capacity(categories.len());
        for &at in categories {
            compose(&self.content.categories[at as usize], &self.content.phrases, dice, &mut one);
            text.push(&one);
            // The first districts of the list are the large ones; the last place is "not given".
            let place = dice.below(districts).min(dice.below(districts));
            district.push(if dice.chance(6) { districts } else { place } as u32);
        }
        let date = days.iter().map(|&day| (!dice.chance(2)).then_some(day)).collect();
        Chunk { source: self.source, first: self.first, text, category: categories.to_vec(), district, date }
    }
}

/// Deals the rows out to the categories by their weights, in an order as people write.
fn deal(categories: &[Category], rows: u32, dice: &mut Dice) -> Vec<u32> {
    let total = categories.iter().map(|category| category.weight).sum::<u64>().max(1);
    let (mut dealt, mut weight) = (0, 0);
    let mut column = Vec::with_capacity(rows as usize);
    for (at, category) in (0..).zip(categories) {
        weight += category.weight;
        let up_to = u64::from(rows) * weight / total;
        column.extend((dealt..up_to).map(|_| at));
        dealt = up_to;
    }
    dice.shuffle(&mut column);
    column
}

/// Days of the rows, rising: most answers come soon after the survey opens.
fn days(rows: usize, first: i32, dice: &mut Dice) -> Vec<i32> {
    let mut days: Vec<i32> = (0..rows)
        .map(|_| first + dice.between(0, PERIOD_DAYS).min(dice.between(0, PERIOD_DAYS)) as i32)
        .collect();
    days.sort_unstable();
    days
}

/// Writes one request into `out`: a body, mostly with something before or behind it.
fn compose(category: &Category, phrases: &Phrases, dice: &mut Dice, out: &mut String) {
    let Phrases { greetings, openings, places, closings, farewells, districts: _ } = phrases;
    let none: &[&str] = &[];
    let (openings, places, closings) = match category.plain {
        true => (none, none, none),
        false => (&openings[..], &places[..], &closings[..]),
    };
    let before = if dice.chance(45) { pick_of(greetings, openings, dice) } else { None };
    let body = dice.pick(&category.bodies).copied();
    let place = if dice.chance(40) { dice.pick(places).copied() } else { None };
    let behind = if dice.chance(35) { pick_of(farewells, closings, dice) } else { None };
    out.clear();
    for part in [before, body, place, behind].into_iter().flatten() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(part);
    }
}

fn pick_of(some: &[&'static str], more: &[&'static str], dice: &mut Dice) -> Option<&'static str> {
    let at = dice.below(some.len() + more.len());
    some.iter().chain(more).nth(at).copied()
}

fn earlier(date: Date, days: i64) -> Date {
    date.checked_sub(jiff::Span::new().days(days)).unwrap_or(date)
}

/// Says that a category is about a service.
pub(super) fn mapped(category: &Category, services: &[ServiceId]) -> Fact {
    let service = category.service.and_then(|at| services.get(at).copied());
    request::Fact::Mapped { category: category.name.clone(), service }.into()
}

/// Categories called as their service is: the ones that the import can map by itself.
pub(super) fn same_name(content: &Content) -> impl Iterator<Item = &Category> {
    content.categories.iter().filter(|category| is_same(content, category))
}

/// Categories that residents call otherwise and somebody mapped: all of the studied services, and every second
/// one of the rest. The others are left to do.
pub(super) fn mapped_by_hand(content: &Content) -> Vec<&Category> {
    let differs = |category: &&Category| category.service.is_some() && !is_same(content, category);
    let studied = |category: &Category| category.service.is_some_and(|at| at < content.studied());
    let (mut by_hand, rest): (Vec<&Category>, Vec<&Category>) =
        content.categories.iter().filter(differs).partition(|category| studied(category));
    by_hand.extend(rest.into_iter().step_by(2));
    by_hand
}

fn is_same(content: &Content, category: &Category) -> bool {
    category.service.is_some_and(|at| content.sprint.service[at].name == category.name)
}
