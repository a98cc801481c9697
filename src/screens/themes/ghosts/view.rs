//! What is seen of ghosts: the line of all with how fine they are, headings and their notes; only rows in sight are
//! built.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Ghosts, Group, Row, about};
use crate::domain::label;
use crate::kit::Cx;
use crate::kit::draw::{
    Glyph, Line, columns, highlight, inside, kind_glyph, paint, paint_spread, paint_wrapped, pane,
    scroll_mark,
};
use crate::kit::kinds::kind_role;
use crate::kit::theme::Role;
use crate::method::grouping::GRAIN_MAX;
use crate::text::Clean;
use crate::words::Args;

/// From this width on what the cursor is on stands beside the groups, else under them.
const SIDE_FROM: u16 = 110;
/// From this distance on a note lies at the edge of its group.
pub(super) const EDGE: f32 = 0.66;
/// Columns before a note under its heading.
const INDENT: usize = 4;

/// Where the parts lie.
pub struct Regions {
    /// The line of all.
    pub head: Rect,
    pane: Rect,
    /// The rows of groups and notes.
    pub list: Rect,
    side: Option<Rect>,
    about: Rect,
}

/// Lays the parts out.
pub fn regions(area: Rect) -> Regions {
    let head = Rect { height: area.height.min(1), ..area };
    let body = Rect { y: area.y + head.height, height: area.height - head.height, ..area };
    if area.width >= SIDE_FROM {
        let [pane, side] = columns(body, [3, 2]);
        return Regions { head, pane, list: inside(pane, 0), side: Some(side), about: inside(side, 1) };
    }
    let rows = (area.height / 3).clamp(5, 9).min(body.height);
    let pane = Rect { height: body.height - rows, ..body };
    let about = Rect { x: area.x + 1, y: pane.bottom(), width: area.width.saturating_sub(2), height: rows };
    Regions { head, pane, list: inside(pane, 0), side: None, about }
}

/// Draws it.
pub fn view(ghosts: &Ghosts, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    let regions = regions(area);
    view_head(ghosts, cx, regions.head, buf);
    let title = Line::new().add(Role::Strong, &cx.words.say("themes-ghosts-title"));
    pane(buf, regions.pane, &title, !ghosts.on_all, theme);
    let height = usize::from(regions.list.height);
    let first = ghosts.list.seen(height, ghosts.len()).start;
    for (row, (left, right)) in lines(ghosts, cx, regions.list).iter().enumerate() {
        let place = Rect { y: regions.list.y + row as u16, height: 1, ..regions.list };
        let on = !ghosts.on_all && first + row == ghosts.list.at();
        paint_spread(buf, place, left, right, theme, on.then_some(Role::Cursor));
    }
    scroll_mark(buf, regions.list, first, height, ghosts.len(), theme);
    if ghosts.groups.is_empty() {
        let room =
            Rect { x: regions.list.x + 1, width: regions.list.width.saturating_sub(2), ..regions.list };
        paint_wrapped(buf, room, Role::Text, &cx.words.say("themes-ghosts-none"), theme);
    }
    if let Some(side) = regions.side {
        pane(buf, side, &Line::new(), false, theme);
    }
    about::view(ghosts, cx, regions.about, buf);
}

fn view_head(ghosts: &Ghosts, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    let args = Args::new().with("notes", ghosts.notes()).with("groups", ghosts.groups.len());
    let mut left = match ghosts.on_all {
        true => Line::new().add(Role::Accent, &Glyph::CURSOR).gap(1),
        false => Line::new().gap(2),
    };
    left = left.add(Role::Strong, &cx.words.tell("themes-ghosts-all", args));
    let fits = |left: &Line, right: &Line| left.width() + 1 + right.width() <= usize::from(area.width);
    let told = slider(ghosts, cx);
    let right = if fits(&left, &told) { told } else { short_slider(ghosts) };
    let loose = cx.words.tell("themes-ghosts-loose", Args::new().with("notes", ghosts.loose));
    let more = left.clone().gap(1).add(Role::Muted, &Glyph::DOT).gap(1).add(Role::Muted, &loose);
    if ghosts.loose > 0 && fits(&more, &right) {
        left = more;
    }
    paint_spread(buf, area, &left, &right, theme, None);
    if ghosts.on_all {
        let wide = (left.width() as u16 + 1).min(area.width.saturating_sub(right.width() as u16));
        highlight(buf, Rect { width: wide, height: 1, ..area }, Role::Cursor, theme);
    }
}

/// How fine the groups are, with words at both ends.
fn slider(ghosts: &Ghosts, cx: &Cx<'_>) -> Line {
    let (coarse, fine) = (cx.words.say("themes-ghosts-coarse"), cx.words.say("themes-ghosts-fine"));
    let line = Line::new().add(Role::Key, &Glyph::FROM).gap(1).add(Role::Muted, &coarse).gap(1);
    line.then(steps(ghosts)).add(Role::Muted, &fine).gap(1).add(Role::Key, &Glyph::ARROW).gap(1)
}

/// How fine the groups are, where there is no room for words.
fn short_slider(ghosts: &Ghosts) -> Line {
    let line = Line::new().add(Role::Key, &Glyph::FROM).gap(1).then(steps(ghosts));
    line.add(Role::Key, &Glyph::ARROW).gap(1)
}

/// Five steps from coarse to fine, the one that holds filled.
fn steps(ghosts: &Ghosts) -> Line {
    (0..=GRAIN_MAX).fold(Line::new(), |line, step| match step == ghosts.grain {
        true => line.add(Role::Accent, &Glyph::HIGH).gap(1),
        false => line.add(Role::Muted, &Glyph::LOW).gap(1),
    })
}

/// The rows that are seen, and no others: what stands on the left and on the right of each.
pub fn lines(ghosts: &Ghosts, cx: &Cx<'_>, inside: Rect) -> Vec<(Line, Line)> {
    let seen = ghosts.list.seen(usize::from(inside.height), ghosts.len());
    let here = |row: usize| !ghosts.on_all && row == ghosts.list.at();
    let line = |row: usize| match ghosts.row_at(row)? {
        Row::All => None,
        Row::Heading(place) => Some(heading(ghosts, place, here(row), usize::from(inside.width), cx)),
        Row::Note(place, at) => Some((note_line(ghosts, place, at, here(row), cx)?, Line::new())),
    };
    seen.filter_map(line).collect()
}

/// The label of the theme that a group would join, or the sign of a new one.
pub(super) fn sign(group: &Group, cx: &Cx<'_>) -> Line {
    match group.theme.and_then(|id| cx.sprint.themes.get(id)) {
        Some(theme) => {
            let letters = label::letters(theme.label).unwrap_or_default();
            Line::new().cell(Role::Key, &Clean::new(&letters), letters.len().max(1))
        }
        None => Line::new().add(Role::Good, &Glyph::NEW),
    }
}

fn heading(ghosts: &Ghosts, place: usize, here: bool, columns: usize, cx: &Cx<'_>) -> (Line, Line) {
    let group = &ghosts.groups[place];
    let mut left = if here { Line::new().add(Role::Accent, &Glyph::CURSOR) } else { Line::new().gap(1) };
    let role = if group.theme.is_some() { Role::Strong } else { Role::Accent };
    left = left.then(sign(group, cx)).gap(1).add(role, &group.name);
    let id = if group.theme.is_some() { "themes-ghosts-join" } else { "themes-notes" };
    let count = cx.words.tell(id, Args::new().with("notes", group.notes.len()));
    let people = cx.words.tell("themes-people", Args::new().with("people", group.people));
    let mut right = Line::new().add(Role::Text, &count);
    right = right.gap(1).add(Role::Muted, &Glyph::DOT).gap(1).add(Role::Text, &people);
    if group.is_linked {
        left = left.gap(1).add(Role::Good, &Glyph::TWINS);
    } else if let Some(twin) = group.twin.and_then(|twin| ghosts.groups.get(twin)) {
        let more = Line::new().gap(2).add(Role::Muted, &Glyph::TWINS).gap(1).add(Role::Muted, &twin.name);
        let free = columns.saturating_sub(left.width() + right.width() + 2);
        // The name of the other one is told in full beside or below; here its sign is enough where there is no room.
        left = match more.width() <= free {
            true => left.then(more),
            false => left.gap(1).add(Role::Muted, &Glyph::TWINS),
        };
    }
    (left, right)
}

fn note_line(ghosts: &Ghosts, place: usize, at: usize, here: bool, cx: &Cx<'_>) -> Option<Line> {
    let (note, distance) = *ghosts.groups[place].notes.get(at)?;
    let note = ghosts.note_at(note, cx.sprint)?;
    let line = match here {
        true => Line::new().add(Role::Accent, &Glyph::CURSOR).gap(INDENT - 1),
        false => Line::new().gap(INDENT),
    };
    let mut line = line
        .add(Role::Muted, &crate::domain::Code::Note(note.code))
        .gap(1)
        .add(kind_role(note.kind), &kind_glyph(note.kind))
        .gap(1);
    if note.held {
        line = line.add(Role::Warn, &Glyph::HELD).gap(1);
    }
    let far = distance >= EDGE || !note.kind.is_evidence();
    Some(line.add(if far { Role::Muted } else { Role::Text }, &note.text))
}

/// Paints a line into the row `at` of an area.
pub(super) fn put(buf: &mut Buffer, area: Rect, at: u16, line: &Line, cx: &Cx<'_>) {
    if at < area.height {
        paint(buf, Rect { y: area.y + at, height: 1, ..area }, line, *cx.theme, None);
    }
}
