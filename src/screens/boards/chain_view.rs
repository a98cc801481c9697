//! What is seen of an opened card: its words, what it rests on at the left, what came of it at the right.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::chain::{End, Opened, Part};
use super::cursor::Card;
use super::layout::{Chain, chain};
use super::turns::team_title;
use super::{Boards, card_view};
use crate::domain::Code;
use crate::domain::link::{Stance, Thing};
use crate::kit::draw::{Glyph, Line, kind_glyph, paint, paint_spread, paint_wrapped, pane, scroll_mark};
use crate::kit::kinds::kind_role;
use crate::kit::theme::Role;
use crate::kit::{Cx, Touch};
use crate::text::wrap;
use crate::words::Args;

/// Draws it.
pub fn view(screen: &Boards, opened: &Opened, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let Some(card) = Card::of(opened.thing, cx.sprint) else { return };
    let regions = chain(area, word_rows(card, area));
    view_head(card, cx, regions.head, buf);
    let role = if opened.part == Part::Words { Role::Strong } else { Role::Text };
    let air = u16::from(regions.words.height > 3);
    let words = Rect { height: regions.words.height - air, ..regions.words };
    paint_wrapped(buf, words, role, card.text(), *cx.theme);
    view_part(opened, Part::Back, cx, regions.back_pane, buf);
    view_part(opened, Part::Onward, cx, regions.onward_pane, buf);
    match screen.writing.draft() {
        Some(draft) => card_view::view_draft(draft, cx, regions.strip, buf),
        None => view_end(opened, cx, regions.strip, buf),
    }
}

/// Rows that the words of a card take.
pub fn word_rows(card: Card<'_>, area: Rect) -> usize {
    wrap(card.text().as_str(), usize::from(area.width.saturating_sub(2).max(4))).len()
}

fn view_head(card: Card<'_>, cx: &Cx<'_>, row: Rect, buf: &mut Buffer) {
    let mut left = card_view::title(card, cx);
    if let (Card::Piece(_), Some(team)) = (card, card.team(cx.sprint).and_then(|id| cx.sprint.teams.get(id)))
    {
        left = left.gap(1).add(Role::Muted, &Glyph::DOT).gap(1).then(team_title(team));
    }
    let right = match card {
        Card::Piece(piece) => card_view::voices_long(piece, cx),
        Card::Note(_) => Line::new(),
    };
    paint_spread(buf, row, &left, &right, *cx.theme, None);
}

fn view_part(opened: &Opened, part: Part, cx: &Cx<'_>, place: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    let (rows, list) = opened.rows(part, cx.sprint);
    let (title, nothing) = match part {
        Part::Words | Part::Back => ("boards-rests-on", "boards-rests-on-nothing"),
        Part::Onward => ("boards-came-of-it", "boards-nothing-came"),
    };
    let on = opened.part == part;
    let args = Args::new().with("things", rows.len());
    let role = if on { Role::Accent } else { Role::Muted };
    let title = Line::new().add(role, &cx.words.tell(title, args));
    let inside = pane(buf, place, &title, on, theme);
    if rows.is_empty() {
        let room = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
        paint_wrapped(buf, room, Role::Muted, &cx.words.say(nothing), theme);
        return;
    }
    let seen = list.seen(usize::from(inside.height), rows.len());
    for (row, at) in seen.clone().enumerate() {
        let area = Rect { y: inside.y + row as u16, height: 1, ..inside };
        let over = (on && at == list.at()).then_some(Role::Cursor);
        paint(buf, area, &end_line(rows[at], cx), theme, over);
    }
    scroll_mark(buf, inside, seen.start, usize::from(inside.height), rows.len(), theme);
}

fn end_line(end: End, cx: &Cx<'_>) -> Line {
    let line = Line::new().gap(1);
    match end {
        End::Interview(id) => line.then(super::cards::interview_line(id, cx)),
        End::LiesIn(id) => line.then(theme_line(id, cx)),
        End::Thing(thing, stance) => {
            let line = match stance {
                Stance::Supports => line,
                Stance::Contradicts => line.add(Role::Warn, &Glyph::AGAINST).gap(1),
            };
            match (thing, Card::of(thing, cx.sprint)) {
                (Thing::Theme(id), _) => line.then(theme_line(id, cx)),
                (Thing::Note(_) | Thing::Piece(_), Some(card)) => line.then(card_line(card)),
                (Thing::Note(_) | Thing::Piece(_), None) => line,
            }
        }
    }
}

fn theme_line(id: crate::domain::id::ThemeId, cx: &Cx<'_>) -> Line {
    let Some(theme) = cx.sprint.themes.get(id) else { return Line::new() };
    let people = Args::new().with("people", cx.sprint.evidence.people_of(id));
    Line::new()
        .add(Role::Key, &Code::Theme(theme.code))
        .gap(1)
        .add(Role::Muted, &cx.words.tell("themes-people", people))
        .gap(1)
        .add(Role::Text, &theme.name)
}

fn card_line(card: Card<'_>) -> Line {
    let line = Line::new().add(Role::Key, &card.code()).gap(1);
    let line = match card {
        Card::Note(note) => line.add(kind_role(note.kind), &kind_glyph(note.kind)).gap(1),
        Card::Piece(piece) if piece.done => line.add(Role::Good, &Glyph::DONE).gap(1),
        Card::Piece(_) => line,
    };
    let line = if card.is_held() { line.add(Role::Warn, &Glyph::HELD).gap(1) } else { line };
    line.add(Role::Text, card.text())
}

/// What the cursor is on, in full; on the card's own words how to walk.
fn view_end(opened: &Opened, cx: &Cx<'_>, strip: Rect, buf: &mut Buffer) {
    let thing = match opened.end(cx.sprint) {
        Some(End::Thing(thing, _)) => Some(thing),
        Some(End::LiesIn(id)) => Some(Thing::Theme(id)),
        Some(End::Interview(_)) | None => None,
    };
    if let Some(card) = thing.and_then(|thing| Card::of(thing, cx.sprint)) {
        card_view::view_strip(card, cx, strip, buf);
        return;
    }
    let below = Rect { y: strip.y + 1, height: strip.height.saturating_sub(1), ..strip };
    let theme = match thing {
        Some(Thing::Theme(id)) => cx.sprint.themes.get(id),
        Some(Thing::Note(_) | Thing::Piece(_)) | None => None,
    };
    let title = theme.map_or_else(Line::new, |theme| Line::new().add(Role::Strong, &Code::Theme(theme.code)));
    card_view::rule(buf, strip, &title, &Line::new(), cx);
    match theme {
        Some(theme) => paint_wrapped(buf, below, Role::Text, &theme.name, *cx.theme),
        None => paint_wrapped(buf, below, Role::Muted, &cx.words.say("boards-how-to-walk"), *cx.theme),
    };
}

/// The pointer in an opened card: its words, or a link.
pub fn pointed(screen: &mut Boards, at: Position, area: Rect, cx: &mut Cx<'_>) -> Touch {
    let Some(opened) = screen.opened.last_mut() else { return Touch::Nothing };
    let Some(card) = Card::of(opened.thing, cx.sprint) else { return Touch::Nothing };
    let regions = chain(area, word_rows(card, area));
    if regions.words.contains(at) {
        let touch = Touch::of(opened.part == Part::Words);
        opened.part = Part::Words;
        return touch;
    }
    for (part, pane) in [(Part::Back, regions.back_pane), (Part::Onward, regions.onward_pane)] {
        if pane.contains(at) {
            let was_here = opened.part == part;
            let len = opened.rows(part, cx.sprint).0.len();
            opened.part = part;
            let touch = opened.list_mut(part).pointed(at, Chain::inside(pane), 1, len);
            return if was_here || touch == Touch::Nothing { touch } else { Touch::Chosen };
        }
    }
    Touch::Nothing
}
