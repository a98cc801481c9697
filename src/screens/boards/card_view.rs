//! How a card looks on a board, and in the strip under the columns.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Boards;
use super::cards::column_words;
use super::chain;
use super::cursor::Card;
use super::turns::team_title;
use super::writing::{Draft, What, column_of};
use crate::domain::Code;
use crate::domain::board::Voices;
use crate::domain::link::Thing;
use crate::domain::note;
use crate::domain::piece::{Kind, Piece};
use crate::kit::Cx;
use crate::kit::draw::{Glyph, Line, highlight, kind_glyph, paint, paint_field, paint_spread, paint_wrapped};
use crate::kit::kinds::{kind_role, kind_words};
use crate::kit::said::code_of;
use crate::kit::theme::Role;
use crate::method::evidence::Grade;
use crate::text::Clean;
use crate::words::{Args, Phrase};

/// Codes that a line names as what a card is made from.
const FROM_MAX: usize = 6;

/// The letter of a grade.
pub fn grade_words(grade: Grade, cx: &Cx<'_>) -> Phrase {
    cx.words.say(match grade {
        Grade::A => "priorities-grade-a",
        Grade::B => "priorities-grade-b",
        Grade::C => "priorities-grade-c",
        Grade::D => "priorities-grade-d",
        Grade::Contradicted => "priorities-grade-contradicted",
        Grade::None => "priorities-grade-none",
    })
}

/// The name of a kind of piece.
pub fn piece_words(kind: Kind, cx: &Cx<'_>) -> Phrase {
    cx.words.say(match kind {
        Kind::Question => "boards-kind-question",
        Kind::Insight => "boards-kind-insight",
        Kind::Opportunity => "boards-kind-opportunity",
        Kind::Idea => "boards-kind-idea",
        Kind::Action => "boards-kind-action",
    })
}

fn voices_of(piece: &Piece, cx: &Cx<'_>) -> Option<Voices> {
    (piece.kind == Kind::Insight).then(|| cx.sprint.voices(piece.id))
}

fn voices_args<'a>(voices: Voices, cx: &Cx<'_>) -> Args<'a> {
    Args::new()
        .with("people", voices.people)
        .with("asked", voices.asked)
        .with("against", voices.against)
        .with("grade", grade_words(voices.grade, cx))
}

fn voices_role(voices: Voices) -> Role {
    match voices.grade {
        Grade::A | Grade::B | Grade::C => Role::Key,
        Grade::D | Grade::Contradicted | Grade::None => Role::Warn,
    }
}

/// Who was heard in an insight, in a few columns: `5/17 B`.
fn voices_short(piece: &Piece, cx: &Cx<'_>) -> Line {
    let Some(voices) = voices_of(piece, cx) else { return Line::new() };
    let line = Line::new().add(voices_role(voices), &cx.words.tell("boards-voices", voices_args(voices, cx)));
    match voices.against {
        0 => line,
        _ => line.add(Role::Warn, &Glyph::AGAINST),
    }
}

/// Who was heard in an insight, in words.
pub fn voices_long(piece: &Piece, cx: &Cx<'_>) -> Line {
    let Some(voices) = voices_of(piece, cx) else { return Line::new() };
    let id = if voices.against > 0 { "boards-voices-against" } else { "boards-voices-long" };
    Line::new().add(voices_role(voices), &cx.words.tell(id, voices_args(voices, cx)))
}

/// How many things it rests on and how many came of it: `←2 →1`. Nought is left out.
fn links(thing: Thing, cx: &Cx<'_>) -> Line {
    let (rests_on, came_of_it) = chain::counts(thing, cx.sprint);
    let mut line = Line::new();
    if rests_on > 0 {
        line = line.add(Role::Muted, &Glyph::FROM).add(Role::Muted, &(rests_on.min(99) as u16));
    }
    if came_of_it > 0 {
        line = if line.is_empty() { line } else { line.gap(1) };
        line = line.add(Role::Muted, &Glyph::ARROW).add(Role::Muted, &(came_of_it.min(99) as u16));
    }
    line
}

fn text_role(card: Card<'_>) -> Role {
    let quiet = match card {
        Card::Note(note) => !note.kind.is_evidence(),
        Card::Piece(piece) => piece.done,
    };
    if quiet { Role::Muted } else { Role::Text }
}

/// Code, marks and kind of a card.
fn signs(card: Card<'_>, marked: bool) -> Line {
    let mut line = Line::new();
    if marked {
        line = line.add(Role::Marked, &Glyph::MARK);
    }
    line = line.add(if marked { Role::Marked } else { Role::Key }, &card.code());
    if let Card::Note(note) = card {
        line = line.gap(1).add(kind_role(note.kind), &kind_glyph(note.kind));
    }
    if card.is_held() {
        line = line.gap(1).add(Role::Warn, &Glyph::HELD);
    }
    match card {
        Card::Piece(piece) if piece.done => line.gap(1).add(Role::Good, &Glyph::DONE),
        Card::Piece(_) | Card::Note(_) => line,
    }
}

/// Draws a card into its place: a line of signs, then its words.
pub fn view(screen: &Boards, card: Card<'_>, on: bool, cx: &Cx<'_>, place: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    let left = signs(card, screen.marked.contains(&card.thing()));
    let voices = match card {
        Card::Piece(piece) => voices_short(piece, cx),
        Card::Note(_) => Line::new(),
    };
    let links = links(card.thing(), cx);
    let both = match voices.is_empty() || links.is_empty() {
        true => voices.clone().then(links),
        false => voices.clone().gap(1).then(links),
    };
    let fits = left.width() + 1 + both.width() <= usize::from(place.width);
    paint_spread(buf, place, &left, if fits || voices.is_empty() { &both } else { &voices }, theme, None);
    let gap = u16::from(place.height > 4);
    let words = Rect { y: place.y + 1, height: place.height.saturating_sub(1 + gap), ..place };
    let rows = paint_wrapped(buf, words, text_role(card), card.text(), theme);
    if on {
        highlight(buf, Rect { height: 1 + rows, ..place }, Role::Cursor, theme);
    }
}

/// A card's code, kind, and where it comes from, in words.
pub fn title(card: Card<'_>, cx: &Cx<'_>) -> Line {
    let dot = |line: Line| line.gap(1).add(Role::Muted, &Glyph::DOT).gap(1);
    let mut line = Line::new().add(Role::Strong, &card.code()).gap(1);
    match card {
        Card::Note(note) => {
            line = line
                .add(kind_role(note.kind), &kind_glyph(note.kind))
                .gap(1)
                .add(kind_role(note.kind), &kind_words(note.kind, cx));
            if let Some(one) = cx.sprint.interviews.get(note.interview) {
                let team = cx.sprint.teams.get(one.team).map_or(0, |team| team.code);
                line = dot(line).add(Role::Muted, &Code::Interview(team, one.number));
                line = line.gap(1).add(Role::Muted, &Code::Respondent(one.respondent));
            }
        }
        Card::Piece(piece) => {
            line = line.add(Role::Accent, &piece_words(piece.kind, cx));
            if piece.done {
                line = dot(line).add(Role::Good, &cx.words.say("boards-done"));
            }
        }
    }
    if card.is_held() {
        line =
            dot(line).add(Role::Warn, &Glyph::HELD).gap(1).add(Role::Warn, &cx.words.say("boards-held-back"));
    }
    line
}

/// A rule with a title on it at the left and another at the right.
pub fn rule(buf: &mut Buffer, row: Rect, left: &Line, right: &Line, cx: &Cx<'_>) {
    for x in row.left()..row.right() {
        buf.set_string(x, row.y, Glyph::LINE.as_str(), cx.theme.style(Role::Border));
    }
    let pad = |line: &Line| match line.is_empty() {
        true => Line::new(),
        false => Line::new().gap(1).then(line.clone()).gap(1),
    };
    let (left, right) = (pad(left), pad(right));
    let columns = usize::from(row.width);
    // Where both don't fit, the right one gives way: it stands in the opened card in full.
    let wide = (left.width().min(columns)) as u16;
    paint_over(buf, Rect { width: wide, height: 1, ..row }, &left, cx);
    if left.width() + right.width() < columns {
        let taken = right.width() as u16;
        let place = Rect { x: row.right() - taken, width: taken, height: 1, ..row };
        paint_over(buf, place, &right, cx);
    }
}

/// Paints a line where something stood before.
fn paint_over(buf: &mut Buffer, place: Rect, line: &Line, cx: &Cx<'_>) {
    for position in place.positions() {
        buf[position].reset();
    }
    paint(buf, place, line, *cx.theme, None);
}

/// Draws the strip for a card: what it is, and its words as far as there is room.
pub fn view_strip(card: Card<'_>, cx: &Cx<'_>, strip: Rect, buf: &mut Buffer) {
    if strip.height == 0 {
        return;
    }
    let right = match card {
        Card::Piece(piece) => voices_long(piece, cx),
        Card::Note(_) => Line::new(),
    };
    rule(buf, strip, &title(card, cx), &right, cx);
    paint_wrapped(buf, below(strip, 1), text_role(card), card.text(), *cx.theme);
}

fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

/// Draws the strip for the line being written: what it will be, the field, and how it is written.
pub fn view_draft(draft: &Draft, cx: &Cx<'_>, strip: Rect, buf: &mut Buffer) {
    if strip.height < 2 {
        return;
    }
    rule(buf, strip, &draft_title(draft, cx), &draft_source(draft, cx), cx);
    let row = Rect { height: 1, ..below(strip, 1) };
    let mut prompt = Line::new().add(Role::Key, &Glyph::PROMPT).gap(1);
    if draft.kind != note::Kind::Plain {
        prompt =
            prompt.add(Role::Accent, &kind_words(draft.kind, cx)).gap(1).add(Role::Muted, &Glyph::DOT).gap(1);
    }
    let taken = (prompt.width() as u16).min(row.width);
    paint(buf, row, &prompt, *cx.theme, None);
    paint_field(buf, Rect { x: row.x + taken, width: row.width - taken, ..row }, &draft.field, *cx.theme);
    paint_wrapped(buf, below(strip, 2), Role::Muted, &template(draft, cx), *cx.theme);
}

fn draft_title(draft: &Draft, cx: &Cx<'_>) -> Line {
    match &draft.what {
        What::Piece { kind, team, .. } => {
            let id = match kind {
                Kind::Question => "boards-new-question",
                Kind::Insight => "boards-new-insight",
                Kind::Opportunity => "boards-new-opportunity",
                Kind::Idea => "boards-new-idea",
                Kind::Action => "boards-new-action",
            };
            let line = Line::new().add(Role::Accent, &cx.words.say(id));
            match cx.sprint.teams.get(*team) {
                Some(team) => line.gap(1).add(Role::Muted, &Glyph::DOT).gap(1).then(team_title(team)),
                None => line,
            }
        }
        What::Note { interview, .. } => {
            let line = Line::new().add(Role::Accent, &cx.words.say("boards-new-note"));
            let Some(one) = cx.sprint.interviews.get(*interview) else { return line };
            let team = cx.sprint.teams.get(one.team).map_or(0, |team| team.code);
            let line = line.gap(1).add(Role::Muted, &Glyph::DOT).gap(1);
            line.add(Role::Strong, &Code::Interview(team, one.number))
                .gap(1)
                .add(Role::Strong, &Code::Respondent(one.respondent))
        }
        What::Again(thing) => {
            let code = Clean::new(&code_of(*thing, cx.sprint).unwrap_or_default());
            let column = column_of(&draft.what, cx);
            let line = Line::new().add(Role::Strong, &code);
            match column {
                Some(column) => line.gap(1).add(Role::Muted, &column_words(column, cx)),
                None => line,
            }
        }
    }
}

/// What the new card is made from.
fn draft_source(draft: &Draft, cx: &Cx<'_>) -> Line {
    let from: Vec<Thing> = match &draft.what {
        What::Piece { from, .. } => from.clone(),
        What::Note { question, .. } => question.iter().map(|&id| Thing::Piece(id)).collect(),
        What::Again(_) => Vec::new(),
    };
    if from.is_empty() {
        return Line::new();
    }
    let mut codes: Vec<String> =
        from.iter().take(FROM_MAX).filter_map(|&thing| code_of(thing, cx.sprint)).collect();
    if from.len() > FROM_MAX {
        codes.push("…".to_owned());
    }
    let args = Args::new().with("codes", codes.join(" "));
    Line::new().add(Role::Muted, &cx.words.tell("boards-made-from", args))
}

fn template(draft: &Draft, cx: &Cx<'_>) -> Phrase {
    cx.words.say(match &draft.what {
        What::Piece { kind, .. } => match kind {
            Kind::Question => "boards-hint-question",
            Kind::Insight => "boards-hint-insight",
            Kind::Opportunity => "boards-hint-opportunity",
            Kind::Idea => "boards-hint-idea",
            Kind::Action => "boards-hint-action",
        },
        What::Note { .. } | What::Again(Thing::Note(_)) => "boards-hint-note",
        What::Again(Thing::Piece(_) | Thing::Theme(_)) => "boards-hint-again",
    })
}
