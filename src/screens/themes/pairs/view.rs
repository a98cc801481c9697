//! What is seen of pairs: a row each, and below them both notes side by side with the words in which they differ.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Pairs, Row};
use crate::domain::note::Note;
use crate::domain::{Code, label};
use crate::kit::Cx;
use crate::kit::draw::{
    Glyph, Line, columns, kind_glyph, paint, paint_spread, paint_wrapped, pane, scroll_mark,
};
use crate::kit::kinds::{kind_role, kind_words};
use crate::kit::theme::Role;
use crate::method::grouping;
use crate::text::{Clean, width, wrap};
use crate::words::Args;

/// Columns of a theme's letters, or of the sign of a loose note.
const LETTERS_COLUMNS: usize = 3;
const PERCENT_COLUMNS: usize = 5;

/// Where the parts lie.
pub struct Regions {
    head: Rect,
    pane: Rect,
    /// The rows of pairs.
    pub list: Rect,
    both: Rect,
}

/// Lays the parts out.
pub fn regions(area: Rect) -> Regions {
    let head = Rect { height: area.height.min(1), ..area };
    let body = Rect { y: area.y + head.height, height: area.height - head.height, ..area };
    let rows = (area.height * 2 / 5).clamp(6, 16).min(body.height);
    let pane = Rect { height: body.height - rows, ..body };
    let list = Rect {
        x: pane.x + 1,
        y: pane.y + 1,
        width: pane.width.saturating_sub(2),
        height: pane.height.saturating_sub(2),
    };
    let both = Rect { y: pane.bottom(), height: rows, ..body };
    Regions { head, pane, list, both }
}

/// Draws it.
pub fn view(pairs: &Pairs, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    let regions = regions(area);
    let row = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..regions.head };
    let (left, right) = head(pairs, cx);
    paint_spread(buf, row, &left, &right, theme, None);
    let title = Line::new().add(Role::Strong, &cx.words.say("themes-pairs-title"));
    pane(buf, regions.pane, &title, true, theme);
    if pairs.rows.is_empty() {
        let room =
            Rect { x: regions.list.x + 1, width: regions.list.width.saturating_sub(2), ..regions.list };
        paint_wrapped(buf, room, Role::Text, &cx.words.say("themes-pairs-none"), theme);
        return;
    }
    let height = usize::from(regions.list.height);
    let first = pairs.list.seen(height, pairs.rows.len()).start;
    for (row, line) in lines(pairs, cx, regions.list).iter().enumerate() {
        let place = Rect { y: regions.list.y + row as u16, height: 1, ..regions.list };
        let on = first + row == pairs.list.at();
        paint(buf, place, line, theme, on.then_some(Role::Cursor));
    }
    scroll_mark(buf, regions.list, first, height, pairs.rows.len(), theme);
    if let Some((one, other)) = pairs.pair(cx.sprint) {
        view_both(one, other, cx, regions.both, buf);
    }
}

fn head(pairs: &Pairs, cx: &Cx<'_>) -> (Line, Line) {
    let found = Args::new().with("pairs", pairs.len());
    let left = Line::new().add(Role::Strong, &cx.words.tell("themes-pairs-found", found));
    let together = Args::new().with("pairs", pairs.together);
    let right = match pairs.together {
        0 => Line::new(),
        _ => Line::new().add(Role::Muted, &cx.words.tell("themes-pairs-together", together)),
    };
    (left, right)
}

/// The rows that are seen, and no others.
pub fn lines(pairs: &Pairs, cx: &Cx<'_>, inside: Rect) -> Vec<Line> {
    let seen = pairs.list.seen(usize::from(inside.height), pairs.rows.len());
    let line = |at: usize| match pairs.rows[at] {
        Row::Across => Some(
            Line::new()
                .gap(1)
                .add(Role::Accent, &Glyph::TWINS)
                .gap(1)
                .add(Role::Accent, &cx.words.say("themes-pairs-across")),
        ),
        Row::Pair(one, other, likeness) => {
            let (one, other) = (cx.sprint.notes.get(one)?, cx.sprint.notes.get(other)?);
            Some(row(one, other, likeness, at == pairs.list.at(), cx))
        }
    };
    seen.filter_map(line).collect()
}

fn row(one: &Note, other: &Note, likeness: f32, here: bool, cx: &Cx<'_>) -> Line {
    let line = if here { Line::new().add(Role::Accent, &Glyph::CURSOR) } else { Line::new().gap(1) };
    let line = line.add(Role::Muted, &Code::Note(one.code)).gap(1).then(letters(one, cx));
    let line = line.add(Role::Muted, &Code::Note(other.code)).gap(1).then(letters(other, cx));
    line.cell_right(Role::Strong, &cx.words.percent(f64::from(likeness)), PERCENT_COLUMNS)
        .gap(2)
        .add(Role::Text, &one.text)
}

/// The letters of the theme that a note lies in; a dot for a loose one.
fn letters(note: &Note, cx: &Cx<'_>) -> Line {
    match note.theme.and_then(|id| cx.sprint.themes.get(id)) {
        Some(theme) => {
            let letters = label::letters(theme.label).unwrap_or_default();
            Line::new().cell(Role::Key, &Clean::new(&letters), LETTERS_COLUMNS).gap(1)
        }
        None => Line::new().cell(Role::Muted, &Glyph::DOT, LETTERS_COLUMNS).gap(1),
    }
}

fn view_both(one: &Note, other: &Note, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let (first, second) = grouping::differences(one.text.as_str(), other.text.as_str());
    for ((note, differing), place) in [(one, first), (other, second)].into_iter().zip(columns(area, [1, 1])) {
        let inside = pane(buf, place, &title(note, cx), false, *cx.theme);
        let inside = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
        let head = Rect { height: inside.height.min(1), ..inside };
        paint(buf, head, &about(note, cx), *cx.theme, None);
        let rows = marked(&note.text, &differing, usize::from(inside.width));
        let room = usize::from(inside.height).saturating_sub(1);
        for (row, line) in rows.iter().take(room).enumerate() {
            let more = match row + 1 == room && rows.len() > room {
                true => Line::new().add(Role::Muted, &Glyph::MORE_BELOW),
                false => Line::new(),
            };
            let place = Rect { y: inside.y + 1 + row as u16, height: 1, ..inside };
            paint_spread(buf, place, line, &more, *cx.theme, None);
        }
    }
}

/// A note's code, and where it lies.
fn title(note: &Note, cx: &Cx<'_>) -> Line {
    let line = Line::new().add(Role::Strong, &Code::Note(note.code)).gap(1);
    match note.theme.and_then(|id| cx.sprint.themes.get(id)) {
        Some(theme) => {
            let letters = label::letters(theme.label).unwrap_or_default();
            line.add(Role::Key, &Clean::new(&letters)).gap(1).add(Role::Text, &theme.name)
        }
        None => line.add(Role::Muted, &cx.words.say("themes-pair-loose")),
    }
}

/// A note's kind, and who said it.
fn about(note: &Note, cx: &Cx<'_>) -> Line {
    let line = Line::new()
        .add(kind_role(note.kind), &kind_glyph(note.kind))
        .gap(1)
        .add(kind_role(note.kind), &kind_words(note.kind, cx));
    match cx.sprint.interviews.get(note.interview) {
        Some(interview) => line
            .gap(1)
            .add(Role::Muted, &Glyph::DOT)
            .gap(1)
            .add(Role::Text, &Code::Respondent(interview.respondent)),
        None => line,
    }
}

/// A text over as many rows as it needs, the words marked that touch one of the ranges of bytes.
fn marked(text: &Clean, differing: &[Range<usize>], columns: usize) -> Vec<Line> {
    let columns = columns.max(4);
    let mut rows = Vec::new();
    let (mut row, mut used, mut at) = (Line::new(), 0, 0);
    for word in text.as_str().split(' ') {
        let range = at..at + word.len();
        at = range.end + 1;
        let differs = differing.iter().any(|one| one.start < range.end && range.start < one.end);
        let role = if differs { Role::Marked } else { Role::Text };
        // A word that is longer than a row is broken.
        for piece in wrap(word, columns) {
            let wide = width(piece);
            if used > 0 && used + 1 + wide > columns {
                rows.push(std::mem::take(&mut row));
                used = 0;
            }
            if used > 0 {
                row = row.gap(1);
                used += 1;
            }
            row = row.add(role, &Clean::new(piece));
            used += wide;
        }
    }
    if used > 0 {
        rows.push(row);
    }
    rows
}

/// Both notes whole, one below the other.
pub fn page(one: &Note, other: &Note, columns: usize, cx: &Cx<'_>) -> Vec<Line> {
    let (first, second) = grouping::differences(one.text.as_str(), other.text.as_str());
    let mut lines = Vec::new();
    for (note, differing) in [(one, first), (other, second)] {
        if !lines.is_empty() {
            lines.push(Line::new());
        }
        lines.push(title(note, cx));
        lines.push(about(note, cx));
        lines.extend(marked(&note.text, &differing, columns));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_stands_in_a_row_and_no_row_is_too_long() {
        let text = Clean::new("Черга починається о шостій, а не-об-сьомій-як-усі-думали, і так щодня");
        for columns in [4, 9, 20, 200] {
            let rows = marked(&text, std::slice::from_ref(&(0..10)), columns);
            assert!(rows.iter().all(|row| row.width() <= columns), "{columns}");
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let all: String = rows.iter().map(Line::plain).collect();
            assert_eq!(letters(&all), letters(text.as_str()));
        }
    }
}
