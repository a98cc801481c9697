//! What is seen of the weights: one line, or three rows while they are being moved.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Priorities, weights};
use crate::kit::Cx;
use crate::kit::draw::{Glyph, Line, bar, columns, paint, paint_spread};
use crate::kit::theme::Role;
use crate::method::ranking::{Criterion, Weights};
use crate::text::width;
use crate::words::{Args, Phrase};

const CRITERIA: [Criterion; 3] = [Criterion::Demand, Criterion::Impact, Criterion::Feasibility];
/// A bar narrower than this tells nothing.
const BAR_MIN: u16 = 6;

/// The name of a criterion.
pub fn criterion_words(criterion: Criterion, cx: &Cx<'_>) -> Phrase {
    cx.words.say(match criterion {
        Criterion::Demand => "priorities-demand",
        Criterion::Impact => "priorities-impact",
        Criterion::Feasibility => "priorities-feasibility",
    })
}

/// The same where there is little room.
pub fn criterion_words_short(criterion: Criterion, cx: &Cx<'_>) -> Phrase {
    cx.words.say(match criterion {
        Criterion::Demand => "priorities-demand",
        Criterion::Impact => "priorities-impact",
        Criterion::Feasibility => "priorities-feasibility-short",
    })
}

/// Shares of the three weights, which add up to 1.
fn shares(cx: &Cx<'_>) -> [f64; 3] {
    let weights = weights::in_order(cx.sprint.priorities.weights).map(f64::from);
    let [demand, impact, feasibility] = weights;
    let shares = Weights { demand, impact, feasibility }.shares();
    [shares.demand, shares.impact, shares.feasibility]
}

/// The weights on one line, side by side.
pub fn view_line(cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    let title = match cx.sprint.priorities.locked {
        true => cx.words.say("priorities-weights-locked"),
        false => cx.words.say("priorities-weights"),
    };
    let title = Line::new().add(Role::Muted, &title).gap(2);
    let taken = (title.width() as u16).min(area.width / 3);
    paint(buf, area, &title, theme, None);
    let room = Rect { x: area.x + taken, width: area.width - taken, ..area };
    let numbers = weights::in_order(cx.sprint.priorities.weights);
    for ((place, share), at) in columns(room, [1, 1, 1]).into_iter().zip(shares(cx)).zip(0..) {
        let place = Rect { width: place.width.saturating_sub(1), ..place };
        let words = criterion_words_short(CRITERIA[at], cx);
        let left = Line::new().add(Role::Text, &words).gap(1).add(Role::Strong, &numbers[at]).gap(1);
        let right = Line::new().add(Role::Muted, &cx.words.percent(share));
        let used = left.width() as u16;
        paint(buf, place, &left, theme, None);
        let rest =
            Rect { x: place.x + used.min(place.width), width: place.width.saturating_sub(used), ..place };
        let bar_width = rest.width.saturating_sub(right.width() as u16 + 1);
        match bar_width >= BAR_MIN {
            true => {
                bar(buf, Rect { width: bar_width, ..rest }, share, theme, Role::Fill);
                paint_spread(buf, rest, &Line::new(), &right, theme, None);
            }
            false => paint(buf, rest, &right, theme, None),
        }
    }
}

/// The weights with the cursor on one of them; the first row of the area is its rule.
pub fn view(screen: &Priorities, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    let title = match cx.sprint.priorities.locked {
        true => Line::new().add(Role::Warn, &cx.words.say("priorities-weights-locked")),
        false => Line::new().add(Role::Strong, &cx.words.say("priorities-weights-title")),
    };
    let title = Line::new().gap(1).then(title).gap(1);
    let title_width = (title.width() as u16).min(area.width.saturating_sub(2));
    paint(buf, Rect { x: area.x + 2, width: title_width, height: 1, ..area }, &title, theme, None);
    let names = CRITERIA.map(|criterion| criterion_words(criterion, cx));
    let widest = names.iter().map(|name| width(name.as_str())).max().unwrap_or(0);
    let numbers = weights::in_order(cx.sprint.priorities.weights);
    for ((name, share), at) in names.iter().zip(shares(cx)).zip(0..) {
        let row = Rect { y: area.y + 1 + at as u16, height: 1, ..area };
        let on = at == screen.weight;
        let sign = if on { Line::new().add(Role::Accent, &Glyph::CURSOR) } else { Line::new().gap(1) };
        let role = if on { Role::Accent } else { Role::Text };
        let left =
            sign.gap(1).cell(role, name, widest).gap(1).cell_right(Role::Strong, &numbers[at], 3).gap(1);
        let right = Line::new().gap(1).add(
            Role::Text,
            &cx.words.tell("priorities-weight-share", Args::new().with("share", cx.words.percent(share))),
        );
        paint_spread(buf, row, &left, &right, theme, None);
        let (x, taken) = (row.x + left.width() as u16, (left.width() + right.width()) as u16);
        let room = Rect { x, width: row.width.saturating_sub(taken), ..row };
        bar(buf, room, share, theme, if on { Role::Accent } else { Role::Fill });
    }
}
