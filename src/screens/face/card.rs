//! A card to check a projector with: text and digits of every size, symbols, colours, wide characters, and a
//! sentence for the last row of seats.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::view::centred;
use crate::domain::Code;
use crate::kit::draw::{Line, big_clock, big_size, big_words, huge_clock, huge_size, paint, team_glyph};
use crate::kit::theme::{Role, Theme};
use crate::text::Clean;
use crate::words::{Args, Words};

/// Seconds that the clocks of the card show.
const SECONDS: i64 = 754;
/// Teams whose symbols are shown.
const TEAMS: u32 = 12;
/// Characters of two columns, of several code points and of an own direction of marks: each ends at the mark.
const WIDE: [&str; 4] = ["ї́", "é", "早", "👩\u{200d}🔬"];

/// Draws the card over the whole of `area`.
pub fn view(words: &Words, theme: Theme, area: Rect, buf: &mut Buffer) {
    let area = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
    let row = |y: u16| Rect { y: (area.y + y).min(area.bottom().saturating_sub(1)), height: 1, ..area };
    corners(buf, theme);
    let title = words.say("face-card-title");
    let rows = big_words(
        buf,
        Rect { y: area.y + 1, height: area.height / 3, ..area },
        &title,
        2,
        theme,
        Role::Strong,
    );
    let mut y = rows.max(1) + 2;
    if rows == 0 {
        centred(buf, row(1), &Line::new().add(Role::Strong, &title), theme);
    }
    y += digits(words, theme, Rect { y: area.y + y, height: area.height.saturating_sub(y + 9), ..area }, buf);
    y += 1;
    paint(buf, row(y), &teams(), theme, None);
    paint(buf, row(y + 1), &roles(words), theme, None);
    y += 3;
    y += wide(words, theme, row(y), buf);
    let size = Args::new().with("columns", buf.area.width).with("rows", buf.area.height);
    let last = area.height.saturating_sub(1);
    let sentence = words.say("face-card-last-row");
    let lines = Line::wrapped(Role::Text, &sentence, usize::from(area.width));
    let top = last.saturating_sub(lines.len() as u16);
    for (at, line) in lines.iter().enumerate().filter(|_| top >= y) {
        centred(buf, row(top + at as u16), line, theme);
    }
    centred(buf, row(last), &Line::new().add(Role::Muted, &words.tell("face-card-size", size)), theme);
}

/// A mark in each corner: what a projector cuts off is missed at once.
fn corners(buf: &mut Buffer, theme: Theme) {
    let area = buf.area;
    if area.width < 2 || area.height < 2 {
        return;
    }
    let (right, bottom) = (area.right() - 1, area.bottom() - 1);
    for (x, y, sign) in
        [(area.x, area.y, "┏"), (right, area.y, "┓"), (area.x, bottom, "┗"), (right, bottom, "┛")]
    {
        buf.set_string(x, y, sign, theme.style(Role::Accent));
    }
}

/// The clock in its three sizes, side by side. Answers the rows that they took.
fn digits(words: &Words, theme: Theme, area: Rect, buf: &mut Buffer) -> u16 {
    let clock = words.clock(SECONDS);
    let half = Rect { width: area.width / 2, ..area };
    let rows = huge_clock(buf, half, &clock, theme, Role::Strong).max(3);
    let rows = huge_size(&clock, half).map_or(rows, |_| half.height);
    let x = half.right() + 3;
    let room = Rect { x, width: area.right().saturating_sub(x), height: area.height, y: area.y };
    let (columns, high) = big_size(&clock);
    let middle = room.y + room.height.saturating_sub(high) / 2;
    big_clock(buf, Rect { y: middle, height: high, ..room }, &clock, theme, Role::Strong);
    let x = room.x + columns + 3;
    let text = Rect { x, y: middle + 1, width: area.right().saturating_sub(x), height: 1 };
    paint(buf, text, &Line::new().add(Role::Text, &clock), theme, None);
    rows
}

fn teams() -> Line {
    (1..=TEAMS).fold(Line::new(), |line, team| {
        line.add(Role::Team(team as u8), &team_glyph(team))
            .add(Role::Team(team as u8), &Code::Team(team))
            .gap(2)
    })
}

fn roles(words: &Words) -> Line {
    let roles = [
        (Role::Text, "face-card-text"),
        (Role::Muted, "face-card-muted"),
        (Role::Strong, "face-card-strong"),
        (Role::Accent, "face-card-accent"),
        (Role::Good, "face-card-good"),
        (Role::Warn, "face-card-warn"),
    ];
    roles.iter().fold(Line::new(), |line, (role, id)| line.add(*role, &words.say(id)).gap(2))
}

/// Wide characters with a mark behind each: where a terminal thinks otherwise of a width, the marks don't stand
/// under each other. Answers the rows that they took.
fn wide(words: &Words, theme: Theme, row: Rect, buf: &mut Buffer) -> u16 {
    let marks = Line::new().add(Role::Muted, &words.say("face-card-wide")).gap(2);
    let line = WIDE.iter().fold(marks, |line, text| {
        line.cell(Role::Text, &Clean::new(text), 3).add(Role::Muted, &Clean::new("|")).gap(2)
    });
    paint(buf, row, &line, theme, None);
    1
}
