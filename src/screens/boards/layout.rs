//! Where everything lies: used by the views and by the pointer alike.

use ratatui::layout::Rect;

use crate::domain::board::Column;

/// Rows under the columns for the card under the cursor in full, or for the line being written.
const STRIP_ROWS: u16 = 4;
/// Columns of a board's column that is only counted.
const STUB_COLUMNS: u16 = 4;
/// From this width on columns are wider.
const WIDE_FROM: u16 = 100;
/// From this width on teams stand with their names: before, columns have more need of the room.
const NAMES_FROM: u16 = 140;
/// From this width on teams stand with their numbers.
const NUMBERS_FROM: u16 = 76;
/// Rows over the cards of a column: its name and a line.
pub const HEADING_ROWS: u16 = 2;

/// Where the parts of a board lie.
pub struct Regions {
    /// Whose board it is.
    pub head: Rect,
    /// The teams.
    pub teams: Rect,
    /// The columns that are seen whole.
    pub seen: Vec<(Column, Rect)>,
    /// The columns that are only counted.
    pub stubs: Vec<(Column, Rect)>,
    /// Under them.
    pub strip: Rect,
    /// Rows of a card.
    pub card_rows: u16,
}

impl Regions {
    /// Where the cards of a column lie.
    pub fn cards(column: Rect) -> Rect {
        let rows = HEADING_ROWS.min(column.height);
        Rect { y: column.y + rows, height: column.height - rows, ..column }
    }

    /// How many cards are seen of a column.
    pub fn cards_high(&self) -> usize {
        let height = self.teams.height.saturating_sub(HEADING_ROWS);
        usize::from((height / self.card_rows).max(1))
    }
}

/// Columns for the teams on the left, a gap included.
pub fn team_columns(width: u16) -> u16 {
    match width {
        NAMES_FROM.. => 28,
        NUMBERS_FROM.. => 16,
        _ => 7,
    }
}

/// How many columns are seen whole.
fn seen_at(width: u16) -> u16 {
    let room = width.saturating_sub(team_columns(width) + 1);
    let least = if width >= WIDE_FROM { 18 } else { 16 };
    let fits = |seen: &u16| seen * least + (6 - seen) * STUB_COLUMNS <= room;
    (1..=6).rev().find(fits).unwrap_or(1)
}

/// The first column that is seen, so that the one with the cursor is.
pub fn first_seen(area: Rect, first: usize, column: Column) -> usize {
    let seen = usize::from(seen_at(area.width));
    let at = column.place();
    first.min(at).max((at + 1).saturating_sub(seen)).min(6 - seen)
}

/// Lays the parts of a board out, with `first` the first column that is seen whole.
pub fn regions(area: Rect, first: usize) -> Regions {
    let head = Rect { height: area.height.min(1), ..area };
    let strip_rows = STRIP_ROWS.min(area.height.saturating_sub(1));
    let strip = Rect {
        x: area.x + 1,
        y: area.bottom() - strip_rows,
        width: area.width.saturating_sub(2),
        height: strip_rows,
    };
    let body = Rect { y: area.y + head.height, height: area.height - head.height - strip_rows, ..area };
    let teams = Rect { x: body.x + 1, width: team_columns(area.width).min(body.width), ..body };
    let (seen, stubs) = columns(body, teams.right(), first);
    let card_rows = if body.height >= 22 { 5 } else { 3 };
    Regions { head, teams, seen, stubs, strip, card_rows }
}

type Columns = Vec<(Column, Rect)>;

fn columns(body: Rect, from: u16, first: usize) -> (Columns, Columns) {
    let seen = seen_at(body.width);
    let room = body.right().saturating_sub(from);
    let whole = room.saturating_sub((6 - seen) * STUB_COLUMNS);
    let (mut columns, mut stubs) = (Vec::new(), Vec::new());
    let mut x = from;
    let mut at_seen = 0;
    for (at, column) in Column::ALL.into_iter().enumerate() {
        let is_seen = (first..first + usize::from(seen)).contains(&at);
        let width = match is_seen {
            true => whole * (at_seen + 1) / seen - whole * at_seen / seen,
            false => STUB_COLUMNS,
        };
        // The last column of each is the gap to the next.
        let place = Rect { x, width: width.saturating_sub(1), ..body };
        match is_seen {
            true => {
                at_seen += 1;
                columns.push((column, place));
            }
            false => stubs.push((column, place)),
        }
        x += width;
    }
    (columns, stubs)
}

/// Where the parts of an opened card lie.
pub struct Chain {
    /// What it is.
    pub head: Rect,
    /// Its words.
    pub words: Rect,
    /// What it rests on.
    pub back_pane: Rect,
    /// What came of it.
    pub onward_pane: Rect,
    /// Under them: what the cursor is on, in full, or the line being written.
    pub strip: Rect,
}

impl Chain {
    /// The inside of a pane.
    pub fn inside(pane: Rect) -> Rect {
        let (width, height) = (pane.width.saturating_sub(2), pane.height.saturating_sub(2));
        Rect { x: pane.x + 1, y: pane.y + 1, width, height }
    }
}

/// Lays the parts of an opened card out, whose words take so many rows.
pub fn chain(area: Rect, word_rows: usize) -> Chain {
    let row = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let head = Rect { height: area.height.min(1), ..row };
    let strip_rows = STRIP_ROWS.min(area.height.saturating_sub(1));
    let strip = Rect { y: area.bottom() - strip_rows, height: strip_rows, ..row };
    let middle = area.height - head.height - strip_rows;
    // A row of air stands under them; what a third of the room does not hold is read with Enter.
    let rows = (word_rows as u16).saturating_add(1).min((middle / 3).max(3));
    let words = Rect { y: area.y + 1, height: rows.min(middle), ..row };
    let panes = Rect { y: words.bottom(), height: middle - words.height, ..area };
    let [back_pane, onward_pane] = crate::kit::draw::columns(panes, [1, 1]);
    Chain { head, words, back_pane, onward_pane, strip }
}
