//! What is seen of an opened row: the claim with its parts, the scores with their ranges, what would change the
//! order, a resident's words if they may be shown, and the requests and themes it all rests on.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::evidence::{Ground, Opened, grounds};
use super::standing::{Standing, standing_of, standings};
use super::view::{name_line, state_line, state_of_ranking};
use super::weights_view::criterion_words;
use super::{Priorities, list_view};
use crate::domain::Code;
use crate::domain::id::ServiceId;
use crate::domain::label;
use crate::domain::priority::Score;
use crate::domain::request::Mapping;
use crate::kit::Cx;
use crate::kit::draw::{Glyph, Line, bar, paint, paint_spread, paint_wrapped, range_bar, scroll_mark};
use crate::kit::theme::Role;
use crate::method::ranking::{self, Criterion};
use crate::text::{Clean, width, wrap};
use crate::words::{Args, Phrase};

/// Rows that the grounds keep, whatever stands above them.
const GROUNDS_MIN: u16 = 2;
/// Rows that one sentence may take.
const SENTENCE_ROWS_MAX: usize = 3;
/// Columns of a bar, and of one where there is little room.
const BAR: u16 = 16;
const BAR_SHORT: u16 = 10;
/// Most categories that are named.
const CATEGORIES_MAX: usize = 8;

/// Where the parts lie.
pub struct Regions {
    sentences: Vec<(Rect, Sentence)>,
    scores: Option<Rect>,
    title: Rect,
    /// The requests and the themes.
    pub grounds: Rect,
}

/// A sentence above the grounds.
#[derive(Clone, PartialEq, Debug)]
enum Sentence {
    /// Where it stands.
    Claim(Phrase),
    /// Something about it.
    Plain(Phrase),
    /// A resident's words, and whose.
    Quote(Phrase),
}

/// Lays the parts out: each sentence as many rows as it needs, the grounds what is left.
pub fn regions(opened: &Opened, cx: &Cx<'_>, area: Rect) -> Regions {
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let mut y = area.y + 1;
    let end = area.bottom().saturating_sub(GROUNDS_MIN + 1);
    let mut take = |rows: u16| {
        let height = rows.min(end.saturating_sub(y));
        let place = Rect { y, height, ..inside };
        y += height;
        place
    };
    let mut placed = Vec::new();
    let mut scores = None;
    for (at, sentence) in sentences(opened.service, cx).into_iter().enumerate() {
        if at == 1 {
            scores = Some(take(2)).filter(|place| place.height == 2);
        }
        let rows = wrap(sentence.words().as_str(), usize::from(inside.width)).len().min(SENTENCE_ROWS_MAX);
        placed.push((take(rows as u16), sentence));
    }
    let title = Rect { y, height: 1, ..inside };
    let grounds = Rect { y: y + 1, height: area.bottom().saturating_sub(y + 1), ..inside };
    Regions { sentences: placed, scores, title, grounds }
}

impl Sentence {
    fn words(&self) -> &Phrase {
        match self {
            Self::Claim(words) | Self::Plain(words) | Self::Quote(words) => words,
        }
    }

    fn role(&self) -> Role {
        match self {
            Self::Claim(_) => Role::Text,
            Self::Plain(_) => Role::Muted,
            Self::Quote(_) => Role::Accent,
        }
    }
}

/// All that is said of a service: the claim first.
fn sentences(id: ServiceId, cx: &Cx<'_>) -> Vec<Sentence> {
    let Some(one) = standing_of(id, cx) else { return Vec::new() };
    let mut all = vec![Sentence::Claim(claim(&one, cx)), Sentence::Plain(demand(id, cx))];
    all.extend(swing(&one, cx).map(Sentence::Plain));
    all.extend(quote(id, cx));
    all
}

/// Its rank, how sure that is, and what the score is made of.
fn claim(one: &Standing<'_>, cx: &Cx<'_>) -> Phrase {
    let parts = cx.derived.ranked.as_ref().zip(one.ranked);
    let parts =
        parts.and_then(|((input, _), (rank, row))| Some((input, input.items.get(row.item)?, rank, row)));
    let Some((input, item, rank, row)) = parts else { return cx.words.say("priorities-not-ranked") };
    let score = ranking::score(item, &input.weights);
    let decimal = |x: f64| cx.words.decimal(x, 2);
    let args = Args::new()
        .with("band", list_view::band_words(&row, cx))
        .with("services", cx.sprint.services.len())
        .with("score", decimal(score.total))
        .with("demand", decimal(score.demand))
        .with("impact", decimal(score.impact))
        .with("feasibility", decimal(score.feasibility))
        .with("low", row.low_rank)
        .with("high", row.high_rank);
    let first = cx.words.tell("priorities-claim", args);
    let next = standings(cx).into_iter().nth(rank as usize).filter(|next| next.ranked.is_some());
    let Some(next) = next else { return first };
    let args = Args::new()
        .with("claim", &first)
        .with("next", Code::Service(next.service.code).to_string())
        .with("chance", cx.words.percent(row.beats_next));
    match row.band.1 == rank {
        true => cx.words.tell("priorities-claim-apart", args),
        false => cx.words.tell("priorities-claim-tied", args),
    }
}

/// The count with the categories it is made of and where they came from.
fn demand(id: ServiceId, cx: &Cx<'_>) -> Phrase {
    let requests = &cx.sprint.requests;
    if requests.demand(id).is_none() {
        return cx.words.say("priorities-demand-unknown");
    }
    let mapped = requests.categories().iter().filter(|category| category.mapping == Mapping::Service(id));
    let names: Vec<&str> = mapped.map(|category| category.name.as_str()).collect();
    let mut categories = names[..names.len().min(CATEGORIES_MAX)].join(", ");
    if names.len() > CATEGORIES_MAX {
        categories.push_str(", …");
    }
    let sources: Vec<String> = requests.sources().iter().map(source).collect();
    let args = Args::new()
        .with("categories", categories)
        .with("count", names.len())
        .with("sources", sources.join("; "));
    cx.words.tell("priorities-demand-from", args)
}

/// An import with its period, if that is known.
fn source(source: &crate::domain::request::Source) -> String {
    match &source.period {
        Some(period) if !period.is_empty() => format!("{}, {}", source.name, period),
        Some(_) | None => source.name.to_string(),
    }
}

/// What would change the order of the first two.
fn swing(one: &Standing<'_>, cx: &Cx<'_>) -> Option<Phrase> {
    let (rank, _) = one.ranked?;
    let (input, ranked) = cx.derived.ranked.as_ref()?;
    if rank > 2 || ranked.rows.len() < 2 {
        return None;
    }
    let codes = [0, 1].map(|at| {
        let key = ranked.order.get(at).and_then(|&item| input.items.get(item)).map_or(0, |item| item.key);
        Code::Service(key as u32).to_string()
    });
    let [first, second] = codes;
    let args = Args::new().with("first", first).with("second", second);
    let Some(swing) = ranking::swing(input, ranked) else {
        return Some(cx.words.tell("priorities-swing-none", args));
    };
    let args = args
        .with("criterion", criterion_words(swing.criterion, cx))
        .with("from", cx.words.percent(swing.from))
        .with("to", cx.words.percent(swing.to));
    Some(cx.words.tell("priorities-swing", args))
}

/// A resident's words, only where both quoting and showing were agreed to.
fn quote(id: ServiceId, cx: &Cx<'_>) -> Option<Sentence> {
    let note = cx.sprint.notes.get(cx.sprint.strongest_quote(id)?)?;
    let respondent = cx.sprint.interviews.get(note.interview)?.respondent;
    let args = Args::new().with("quote", &note.text).with("who", Code::Respondent(respondent).to_string());
    Some(Sentence::Quote(cx.words.tell("priorities-quote", args)))
}

/// Draws it.
pub fn view(screen: &Priorities, opened: &Opened, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let Some(one) = standing_of(opened.service, cx) else { return };
    let theme = *cx.theme;
    let head =
        Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: 1.min(area.height), ..area };
    let right = state_of_ranking(screen, cx);
    let right = if right.is_empty() { state_line(&one, cx) } else { right };
    paint_spread(buf, head, &name_line(&one, cx), &right, theme, None);
    let regions = regions(opened, cx, area);
    for (place, sentence) in &regions.sentences {
        paint_wrapped(buf, *place, sentence.role(), sentence.words(), theme);
    }
    if let Some(place) = regions.scores {
        view_scores(&one, cx, place, buf);
    }
    view_grounds(&one, opened, cx, &regions, buf);
}

/// Impact and feasibility with their ranges, and what the evidence makes of the first.
fn view_scores(one: &Standing<'_>, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let standing = cx.sprint.priorities.standing(one.service.id);
    let names = [Criterion::Impact, Criterion::Feasibility].map(|criterion| criterion_words(criterion, cx));
    let widest = names.iter().map(|name| width(name.as_str())).max().unwrap_or(0);
    for ((name, score), y) in names.iter().zip([standing.impact, standing.feasibility]).zip(0..) {
        let row = Rect { y: area.y + y, height: 1, ..area };
        let left = Line::new().cell(Role::Muted, name, widest).gap(1);
        let left = match score {
            Some(score) => left.cell_right(Role::Strong, &cx.words.decimal(score.mode, 1), 3).gap(2).cell(
                Role::Text,
                &range_words(score, cx),
                9,
            ),
            None => left.cell_right(Role::Muted, &Glyph::UNKNOWN, 3).gap(11),
        };
        let used = left.width() as u16;
        paint(buf, row, &left, *cx.theme, None);
        let bar = if row.width >= 74 { BAR } else { BAR_SHORT };
        let place = Rect { x: row.x + used, width: bar, ..row }.intersection(row);
        if let Some(score) = score {
            let tenth = |value: f64| ((value - 1.0) * 10.0).round() as u32 + 1;
            range_bar(buf, place, tenth(score.low), tenth(score.high), 41, *cx.theme);
        }
        let rest = Rect { x: place.right() + 1, width: row.right().saturating_sub(place.right() + 1), ..row };
        if y == 0 {
            paint(buf, rest, &grade_line(one, cx, rest.width), *cx.theme, None);
        }
    }
}

fn range_words(score: Score, cx: &Cx<'_>) -> Phrase {
    let args =
        Args::new().with("low", cx.words.decimal(score.low, 1)).with("high", cx.words.decimal(score.high, 1));
    cx.words.tell("priorities-range", args)
}

/// How good the evidence is: it makes the impact wider, never higher.
fn grade_line(one: &Standing<'_>, cx: &Cx<'_>, columns: u16) -> Line {
    if !one.service.studied {
        return Line::new().add(Role::Muted, &cx.words.say("priorities-no-interviews"));
    }
    let support = cx.sprint.support(one.service.id);
    let grade = list_view::grade_words(support.grade, cx);
    let args = Args::new().with("grade", grade).with("heard", support.heard).with("asked", support.asked);
    let id = if columns >= 50 { "priorities-grade" } else { "priorities-grade-short" };
    Line::new().add(Role::Key, &cx.words.tell(id, args))
}

fn view_grounds(one: &Standing<'_>, opened: &Opened, cx: &Cx<'_>, regions: &Regions, buf: &mut Buffer) {
    let theme = *cx.theme;
    for x in regions.title.left()..regions.title.right() {
        let place = Rect { x, width: 1, ..regions.title };
        paint(buf, place, &Line::new().add(Role::Border, &Glyph::LINE), theme, None);
    }
    let grounds = grounds(opened.service, cx);
    let args = Args::new().with("themes", grounds.len() - 1);
    let title = Line::new().gap(1).add(Role::Muted, &cx.words.tell("priorities-rests-on", args)).gap(1);
    let place =
        Rect { x: regions.title.x + 2, width: regions.title.width.saturating_sub(4), ..regions.title };
    paint(buf, Rect { width: (title.width() as u16).min(place.width), ..place }, &title, theme, None);
    let height = usize::from(regions.grounds.height);
    let seen = opened.list.seen(height, grounds.len());
    for (row, at) in seen.clone().enumerate() {
        let place = Rect { y: regions.grounds.y + row as u16, height: 1, ..regions.grounds };
        let on = (at == opened.list.at()).then_some(Role::Cursor);
        view_ground(grounds[at], one, cx, place, buf);
        if let Some(on) = on {
            buf.set_style(place, theme.style(on));
        }
    }
    scroll_mark(buf, regions.grounds, seen.start, height, grounds.len(), theme);
    if grounds.len() == 1 && height > 2 {
        let id = if one.service.studied { "priorities-no-themes" } else { "priorities-candidate" };
        let room = Rect { y: regions.grounds.y + 1, height: regions.grounds.height - 1, ..regions.grounds };
        paint_wrapped(buf, room, Role::Muted, &cx.words.say(id), theme);
    }
}

fn view_ground(ground: Ground, one: &Standing<'_>, cx: &Cx<'_>, place: Rect, buf: &mut Buffer) {
    match ground {
        Ground::Requests => {
            let line = match cx.sprint.requests.demand(one.service.id) {
                Some(rows) => {
                    let share = f64::from(rows) / f64::from(cx.sprint.requests.counted().max(1));
                    let args = Args::new().with("requests", rows).with("share", cx.words.percent(share));
                    Line::new().add(Role::Text, &cx.words.tell("priorities-requests", args))
                }
                None => Line::new().add(Role::Muted, &cx.words.say("priorities-requests-unknown")),
            };
            let line = Line::new().cell(Role::Key, &Glyph::ARROW, 4).then(line);
            paint(buf, place, &line, *cx.theme, None);
        }
        Ground::Theme(id, people) => {
            let Some(theme) = cx.sprint.themes.get(id) else { return };
            let letters = label::letters(theme.label).unwrap_or_default();
            let asked = cx.sprint.evidence.asked_about(one.service.id);
            let left =
                Line::new().cell(Role::Key, &Clean::new(&letters), 4).add(Role::Text, &theme.name).gap(1);
            let args = Args::new().with("said", people).with("asked", asked);
            let right = Line::new().cell_right(Role::Strong, &cx.words.tell("priorities-said", args), 6);
            let bar_width = if place.width >= 74 { 12 } else { 0 };
            let room = Rect { width: place.width.saturating_sub(bar_width), ..place };
            paint_spread(buf, room, &left, &right, *cx.theme, None);
            let share = f64::from(people) / f64::from(asked.max(1));
            let bar_place = Rect { x: room.right() + 1, width: bar_width.saturating_sub(1), ..place };
            bar(buf, bar_place, share, *cx.theme, Role::Fill);
        }
    }
}
