//! What is seen around every picture: a line above, what the row under the cursor says in full and the weights
//! below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::standing::{Standing, standings};
use super::{
    Picture, Priorities, evidence_view, ladder_view, list, list_view, plot_view, reveal, scores_view,
    weights_view,
};
use crate::domain::Code;
use crate::kit::Cx;
use crate::kit::draw::{Glyph, Line, Shown, paint, paint_spread, paint_wrapped};
use crate::kit::theme::Role;
use crate::method::ranking::{self, Item};
use crate::words::{Args, Phrase};

/// Rows below the picture: a line, two of the row under the cursor, the weights.
const FOOT_ROWS: u16 = 4;

/// Where the parts lie.
pub struct Regions {
    /// What is shown, and whether it is fresh.
    pub head: Rect,
    /// Titles of the columns.
    pub titles: Rect,
    /// The rows of the picture.
    pub rows: Rect,
    /// The row under the cursor in full, and the weights.
    pub foot: Rect,
}

/// Lays the parts out.
pub fn regions(screen: &Priorities, area: Rect) -> Regions {
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let titles_rows = match screen.picture {
        Picture::List | Picture::Ladder => 1,
        Picture::Plot => 0,
        Picture::Scores => 2,
    };
    let above = 1 + titles_rows;
    let foot = FOOT_ROWS.min(area.height.saturating_sub(above));
    Regions {
        head: Rect { height: 1.min(area.height), ..inside },
        titles: Rect { y: area.y + 1, height: titles_rows, ..inside },
        rows: Rect { y: area.y + above, height: area.height.saturating_sub(above + foot), ..inside },
        foot: Rect { y: area.bottom().saturating_sub(foot), height: foot, ..inside },
    }
}

/// Draws the screen.
pub fn view(screen: &Priorities, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    if cx.sprint.services.is_empty() {
        let room = Rect { x: area.x + 2, y: area.y + 1, width: area.width.saturating_sub(4), height: 6 };
        paint_wrapped(
            buf,
            room.intersection(area),
            Role::Muted,
            &cx.words.say("priorities-empty"),
            *cx.theme,
        );
        return;
    }
    if let Some(opened) = &screen.opened {
        evidence_view::view(screen, opened, cx, area, buf);
        return;
    }
    let regions = regions(screen, area);
    let fresh = state_of_ranking(screen, cx);
    let columns = usize::from(regions.head.width).saturating_sub(fresh.width());
    paint_spread(buf, regions.head, &head(screen, cx, columns), &fresh, *cx.theme, None);
    match screen.picture {
        Picture::List => list_view::view(screen, cx, &regions, buf),
        Picture::Plot => plot_view::view(screen, cx, &regions, buf),
        Picture::Ladder => ladder_view::view(screen, cx, &regions, buf),
        Picture::Scores => scores_view::view(screen, cx, &regions, buf),
    }
    view_foot(screen, cx, regions.foot, buf);
}

/// Which picture it is, and what its signs mean.
fn head(screen: &Priorities, cx: &Cx<'_>, columns: usize) -> Line {
    let title = cx.words.say(match screen.picture {
        Picture::List => "priorities-picture-list",
        Picture::Plot => "priorities-picture-plot",
        Picture::Ladder => "priorities-picture-ladder",
        Picture::Scores => "priorities-picture-scores",
    });
    let line = Line::new().add(Role::Strong, &title).gap(2);
    if screen.picture == Picture::Plot {
        let legend = plot_view::legend(cx);
        // The axes say it as well, the signs nobody else.
        let fits = line.width() + legend.width() <= columns;
        return if fits { line.then(legend) } else { legend };
    }
    let services = Args::new().with("services", cx.sprint.services.len());
    let studied = cx.sprint.services.iter().filter(|service| service.studied).count();
    line.add(Role::Muted, &cx.words.tell("priorities-services", services))
        .gap(1)
        .add(Role::Muted, &Glyph::DOT)
        .gap(1)
        .add(Role::Key, &Glyph::STUDIED)
        .gap(1)
        .add(Role::Muted, &cx.words.tell("priorities-studied", Args::new().with("studied", studied)))
}

/// Whether what is shown is fresh.
pub fn state_of_ranking(screen: &Priorities, cx: &Cx<'_>) -> Line {
    match screen.following.is_refreshing() {
        true => Line::new().add(Role::Warn, &cx.words.say("priorities-refreshing")),
        false => Line::new(),
    }
}

fn view_foot(screen: &Priorities, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    let row = |y: u16| Rect { y: area.y + y, height: 1, ..area };
    if area.height < FOOT_ROWS {
        return;
    }
    for x in area.left()..area.right() {
        paint(buf, Rect { x, width: 1, ..row(0) }, &Line::new().add(Role::Border, &Glyph::LINE), theme, None);
    }
    if screen.on_weights {
        weights_view::view(screen, cx, area, buf);
        return;
    }
    if screen.picture == Picture::Scores {
        scores_view::view_foot(screen, cx, Rect { y: area.y + 1, height: 3, ..area }, buf);
        return;
    }
    if let Some(one) = standings(cx).into_iter().find(|one| Some(one.service.id) == screen.at) {
        view_selected(screen, &one, cx, Rect { y: area.y + 1, height: 2, ..area }, buf);
    }
    weights_view::view_line(cx, row(3), buf);
}

/// The row under the cursor, so that what a narrow list cuts or leaves out can be read.
fn view_selected(screen: &Priorities, one: &Standing<'_>, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    if reveal::covers(screen, one.service.id, cx) {
        let services = cx.sprint.services.len();
        let left = services.saturating_sub(screen.reveal.unwrap_or(0));
        let words = cx.words.tell("priorities-covered-left", Args::new().with("rows", left));
        paint_wrapped(buf, area, Role::Muted, &words, theme);
        return;
    }
    let second = Rect { y: area.y + 1, height: 1, ..area };
    let moved = list_view::moved_sign(screen, one, cx);
    let gap = if moved.is_empty() { 0 } else { 2 };
    let right = moved.gap(gap).then(state_line(one, cx));
    paint_spread(buf, area, &name_line(one, cx), &right, theme, None);
    match screen.reveal {
        Some(_) => paint(buf, second, &reason_line(one, cx), theme, None),
        None => paint(buf, second, &facts_line(one, cx), theme, None),
    }
}

/// Sign, code, name and owner of a service.
pub fn name_line(one: &Standing<'_>, cx: &Cx<'_>) -> Line {
    let sign = studied_sign(one);
    let line = Line::new()
        .then(sign)
        .add(Role::Strong, &Code::Service(one.service.code))
        .gap(1)
        .add(Role::Strong, &one.service.name);
    let department = one.service.department.and_then(|id| cx.sprint.departments.get(id));
    match department {
        Some(department) => {
            line.gap(1).add(Role::Muted, &Glyph::DOT).gap(1).add(Role::Muted, &department.name)
        }
        None => line,
    }
}

/// The sign of a studied service and a space, or two spaces.
pub fn studied_sign(one: &Standing<'_>) -> Line {
    match one.service.studied {
        true => Line::new().add(Role::Key, &Glyph::STUDIED).gap(1),
        false => Line::new().gap(2),
    }
}

/// What is to become of it.
pub fn state_line(one: &Standing<'_>, cx: &Cx<'_>) -> Line {
    match cx.sprint.priorities.standing(one.service.id).state {
        Some(state) => Line::new().add(Role::Accent, &list::state_words(Some(state), cx)),
        None => Line::new(),
    }
}

fn facts_line(one: &Standing<'_>, cx: &Cx<'_>) -> Line {
    let Some((_, row)) = one.ranked else {
        return Line::new().gap(2).add(Role::Muted, &cx.words.say("priorities-not-ranked"));
    };
    let mut parts: Vec<Phrase> = Vec::new();
    let mut tell = |id: &str, args: Args<'_>| parts.push(cx.words.tell(id, args));
    tell("priorities-fact-score", Args::new().with("score", cx.words.decimal(row.score, 2)));
    let range = Args::new().with("low", row.low_rank).with("high", row.high_rank);
    match row.low_rank == row.high_rank {
        true => tell("priorities-fact-rank", range),
        false => tell("priorities-fact-ranks", range),
    }
    if let Some(rows) = cx.sprint.requests.demand(one.service.id) {
        let share = f64::from(rows) / f64::from(cx.sprint.requests.counted().max(1));
        tell("priorities-fact-share", Args::new().with("share", cx.words.percent(share)));
    }
    if one.service.studied {
        let support = cx.sprint.support(one.service.id);
        tell(
            "priorities-fact-said",
            Args::new().with("said", support.strongest).with("asked", support.asked),
        );
    }
    dotted(&parts)
}

fn dotted(parts: &[impl Shown]) -> Line {
    let mut line = Line::new().gap(2);
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            line = line.gap(1).add(Role::Muted, &Glyph::DOT).gap(1);
        }
        line = line.add(Role::Text, part);
    }
    line
}

/// What a service is ranked by, as a position of 0 to 1 on each scale.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Reasons {
    /// The criterion that lifts it most, if one lies above the middle.
    pub lifted: Option<ranking::Criterion>,
    /// The criterion that holds it back most, if one lies below the middle.
    pub held: Option<ranking::Criterion>,
    /// How many are unknown.
    pub unknown: usize,
}

/// Why an item stands where it stands.
pub fn reasons(item: &Item) -> Reasons {
    let scale = |mode: f64| (mode - 1.0) / 4.0;
    let known = [
        (ranking::Criterion::Demand, item.demand),
        (ranking::Criterion::Impact, item.impact.map(|score| scale(score.mode))),
        (ranking::Criterion::Feasibility, item.feasibility.map(|score| scale(score.mode))),
    ];
    let values: Vec<(ranking::Criterion, f64)> =
        known.iter().filter_map(|&(criterion, value)| Some((criterion, value?))).collect();
    let best = values.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, value)| *value > 0.5);
    let worst = values.iter().copied().min_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, value)| *value < 0.5);
    Reasons {
        lifted: best.map(|(criterion, _)| criterion),
        held: worst.map(|(criterion, _)| criterion),
        unknown: known.len() - values.len(),
    }
}

/// Why a row stands there, in a sentence for the room.
fn reason_line(one: &Standing<'_>, cx: &Cx<'_>) -> Line {
    let item =
        cx.derived.ranked.as_ref().zip(one.ranked).and_then(|((of, _), (_, row))| of.items.get(row.item));
    let Some(item) = item else { return Line::new() };
    let reasons = reasons(item);
    let criterion = |criterion: ranking::Criterion| weights_view::criterion_words(criterion, cx);
    let mut parts = Vec::new();
    if let Some(lifted) = reasons.lifted {
        parts.push(cx.words.tell("priorities-lifted", Args::new().with("criterion", criterion(lifted))));
    }
    if let Some(held) = reasons.held {
        parts.push(cx.words.tell("priorities-held-back", Args::new().with("criterion", criterion(held))));
    }
    if reasons.unknown > 0 {
        parts.push(cx.words.tell("priorities-unknown-count", Args::new().with("unknown", reasons.unknown)));
    }
    if parts.is_empty() {
        parts.push(cx.words.say("priorities-in-the-middle"));
    }
    dotted(&parts)
}
