//! The themes: what people said, and how many of them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::public::Claim;
use super::view::{Look, more, nothing_yet};
use crate::kit::draw::{Line, bar, paint};
use crate::kit::theme::Role;
use crate::words::Args;

/// Columns of the number of people.
const PEOPLE_COLUMNS: u16 = 11;
/// The narrowest bar.
const BAR_COLUMNS_MIN: u16 = 8;
/// From so many columns on the themes stand in two columns.
const TWO_COLUMNS: u16 = 150;

/// Draws it.
pub fn view(claims: &[Claim], look: Look<'_>, area: Rect, buf: &mut Buffer) {
    if claims.is_empty() {
        return nothing_yet("face-no-themes", look, area, buf);
    }
    let most = claims.iter().map(|claim| claim.people).max().unwrap_or(1).max(1);
    let shown: Vec<(Rect, &Claim)> = places(claims, look, area, buf).collect();
    let longest = shown.iter().map(|(_, claim)| Line::new().add(Role::Strong, &claim.name).width());
    let longest = longest.max().unwrap_or(0);
    for (row, claim) in shown {
        view_claim(claim, Bar { columns: bar_columns(row.width, longest), most }, look, row, buf);
    }
}

/// The bars beside the names: how wide, and how many people fill one.
#[derive(Clone, Copy)]
struct Bar {
    columns: u16,
    most: u32,
}

/// What the longest name leaves for a bar; none where that is too little to be compared.
fn bar_columns(row: u16, longest: usize) -> u16 {
    let free = row.saturating_sub(longest as u16 + PEOPLE_COLUMNS + 3).min(row / 3);
    if free >= BAR_COLUMNS_MIN { free } else { 0 }
}

/// Where each of a list stands: with a free row between them where there is room, in two columns where the
/// wall is wide. Says how many more there are.
pub fn places<'a, T>(
    all: &'a [T],
    look: Look<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> impl Iterator<Item = (Rect, &'a T)> + use<'a, T> {
    let columns: u16 = if area.width >= TWO_COLUMNS { 2 } else { 1 };
    let each = all.len().div_ceil(usize::from(columns));
    let step: u16 = if each * 2 <= usize::from(area.height) + 1 { 2 } else { 1 };
    let room = usize::from(area.height.div_ceil(step));
    let fits = each <= room;
    let rows = if fits { each } else { room.saturating_sub(1) };
    let shown = (rows * usize::from(columns)).min(all.len());
    if shown < all.len() {
        let row = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
        more(all.len() - shown, look, row, buf);
    }
    let gap = 4 * (columns - 1);
    let width = (area.width - gap) / columns;
    all.iter().take(shown).enumerate().map(move |(at, one)| {
        let (column, row) = ((at / rows.max(1)) as u16, (at % rows.max(1)) as u16);
        let x = area.x + column * (width + gap);
        (Rect { x, y: area.y + row * step, width, height: 1 }, one)
    })
}

fn view_claim(claim: &Claim, beside: Bar, look: Look<'_>, row: Rect, buf: &mut Buffer) {
    let name = row.width.saturating_sub(beside.columns + PEOPLE_COLUMNS + 2);
    let words = Line::new().add(Role::Strong, &claim.name);
    paint(buf, Rect { width: name, ..row }, &words, look.theme, None);
    let place = Rect { x: row.x + name + 1, width: beside.columns, ..row };
    bar(buf, place, f64::from(claim.people) / f64::from(beside.most), look.theme, Role::Fill);
    let people = look.words.tell("face-people", Args::new().with("people", claim.people));
    let line = Line::new().cell_right(Role::Text, &people, usize::from(PEOPLE_COLUMNS));
    let place = Rect { x: row.right().saturating_sub(PEOPLE_COLUMNS), width: PEOPLE_COLUMNS, ..row };
    paint(buf, place, &line, look.theme, None);
}
