//! A team's board: the columns in which something hangs, as many side by side as can be read.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::public::{Board, Card, Column};
use super::view::{Look, nothing_yet, team_line};
use crate::domain::piece::Kind;
use crate::kit::draw::{Glyph, Line, paint, paint_spread};
use crate::kit::theme::Role;
use crate::words::Phrase;

/// The narrowest column that is read with ease.
const COLUMNS_MIN: u16 = 25;
/// Most rows of a card.
const CARD_ROWS_MAX: usize = 3;
/// Fewest rows of a column, with its heading.
const TIER_ROWS_MIN: u16 = 5;

/// Draws it.
pub fn view(board: Option<&Board>, look: Look<'_>, area: Rect, buf: &mut Buffer) {
    let Some(board) = board else { return nothing_yet("face-no-board", look, area, buf) };
    let heading = Rect { height: 1, ..area };
    paint_spread(
        buf,
        heading,
        &team_line(&board.team),
        &Line::new().add(Role::Muted, &look.words.say("face-board")),
        look.theme,
        None,
    );
    let filled: Vec<&(Column, Vec<Card>)> =
        board.columns.iter().filter(|(_, cards)| !cards.is_empty()).collect();
    let below = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    if filled.is_empty() {
        return nothing_yet("face-board-empty", look, below, buf);
    }
    let across = usize::from((below.width / COLUMNS_MIN).max(1)).min(filled.len());
    let tiers_max = usize::from((below.height / TIER_ROWS_MIN).max(1));
    let tiers = filled.len().div_ceil(across).min(tiers_max);
    // What does not fit is what came first: the room looks at the newest thoughts.
    let skip = filled.len().saturating_sub(across * tiers);
    let (width, height) = (below.width / across as u16, below.height / tiers as u16);
    for (at, (column, cards)) in filled[skip..].iter().enumerate() {
        let (x, y) = ((at % across) as u16 * width, (at / across) as u16 * height);
        let place =
            Rect { x: below.x + x, y: below.y + y, width: width.saturating_sub(2), height: height - 1 };
        view_column(*column, cards, look, place, buf);
    }
}

fn view_column(column: Column, cards: &[Card], look: Look<'_>, area: Rect, buf: &mut Buffer) {
    let row = |y: u16| Rect { y, height: 1, ..area };
    paint(buf, row(area.y), &Line::new().add(Role::Accent, &name(column, look)), look.theme, None);
    for x in area.left()..area.right() {
        buf.set_string(x, area.y + 1, Glyph::LINE.as_str(), look.theme.style(Role::Border));
    }
    let mut y = area.y + 2;
    for (at, card) in cards.iter().enumerate() {
        let last = at + 1 == cards.len();
        let room = usize::from(area.bottom().saturating_sub(y + u16::from(!last)));
        // Where even the first one does not fit whole, its beginning is better than nothing.
        let rows = if at == 0 { room.clamp(1, CARD_ROWS_MAX) } else { CARD_ROWS_MAX };
        let lines = card_lines(card, usize::from(area.width), rows);
        if y + lines.len() as u16 + u16::from(!last) > area.bottom() {
            super::view::more(cards.len() - at, look, row(y.min(area.bottom() - 1)), buf);
            return;
        }
        for line in lines {
            paint(buf, row(y), &line, look.theme, None);
            y += 1;
        }
    }
}

fn card_lines(card: &Card, columns: usize, rows_max: usize) -> Vec<Line> {
    let mark = if card.done { Glyph::DONE } else { Glyph::DOT };
    let role = if card.done { Role::Muted } else { Role::Text };
    let mut lines = Line::wrapped(role, &card.text, columns.saturating_sub(2));
    let cut = lines.len() > rows_max;
    lines.truncate(rows_max);
    let count = lines.len();
    let mut rows: Vec<Line> = Vec::with_capacity(count);
    for (at, words) in lines.into_iter().enumerate() {
        let lead = if at == 0 { Line::new().add(Role::Accent, &mark).gap(1) } else { Line::new().gap(2) };
        let row = lead.then(words);
        rows.push(if cut && at + 1 == count { row.add(role, &Glyph::MORE) } else { row });
    }
    rows
}

fn name(column: Column, look: Look<'_>) -> Phrase {
    look.words.say(match column {
        Column::Heard => "face-column-heard",
        Column::Of(Kind::Question) => "face-column-question",
        Column::Of(Kind::Insight) => "face-column-insight",
        Column::Of(Kind::Opportunity) => "face-column-opportunity",
        Column::Of(Kind::Idea) => "face-column-idea",
        Column::Of(Kind::Action) => "face-column-action",
    })
}
