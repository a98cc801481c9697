//! What is seen of the counts: where they come from, a line a service or category, the rule of the half, and
//! what the line under the cursor stands for.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::counts::{self, Counts, Seen};
use super::layout::flow;
use super::naming::{self, category_name, count, mapping_of, share, sign, status, subject_name};
use crate::domain::id::ServiceId;
use crate::domain::request::{Count, Subject};
use crate::kit::Cx;
use crate::kit::draw::{Glyph, Line, bar, columns, highlight, paint, paint_wrapped, pane, scroll_mark};
use crate::kit::theme::Role;
use crate::words::Args;

/// From this width on what a line stands for lies beside the list, below it under it.
const WIDE: u16 = 110;
/// Rows of it below the list.
const FOOT_ROWS: u16 = 2;
/// The most rows above the list's caption.
const HEAD_ROWS_MAX: usize = 4;
const COUNT_COLUMNS: usize = 9;
const SHARE_COLUMNS: usize = 7;

/// Where the parts lie.
pub struct Regions {
    head: Rect,
    caption: Rect,
    /// The lines.
    pub list: Rect,
    about: Rect,
    is_wide: bool,
}

/// Lays the parts out.
pub fn regions(area: Rect, cx: &Cx<'_>) -> Regions {
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let head_rows = head(cx, usize::from(inside.width)).len().min(HEAD_ROWS_MAX) as u16;
    let head = Rect { height: head_rows.min(inside.height), ..inside };
    let rest = Rect { y: head.bottom(), height: inside.height - head.height, ..inside };
    let is_wide = area.width >= WIDE;
    let (body, about) = match is_wide {
        true => {
            let [body, about] = columns(rest, [13, 7]);
            (Rect { width: body.width.saturating_sub(2), ..body }, about)
        }
        false => {
            let foot = FOOT_ROWS.min(rest.height);
            let body = Rect { height: rest.height - foot, ..rest };
            (body, Rect { y: body.bottom(), height: foot, ..rest })
        }
    };
    let caption = Rect { height: body.height.min(1), ..body };
    let list = Rect { y: caption.bottom(), height: body.height - caption.height, ..body };
    Regions { head, caption, list, about, is_wide }
}

/// Draws what to do when nothing was imported.
pub fn view_empty(cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let room = Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width.saturating_sub(4).min(80),
        height: area.height.saturating_sub(1),
    };
    let mut y = room.y;
    for (role, id) in [
        (Role::Strong, "requests-empty-title"),
        (Role::Text, "requests-empty-how"),
        (Role::Muted, "requests-empty-columns"),
        (Role::Muted, "requests-empty-shell"),
    ] {
        let rest = Rect { y, height: room.bottom().saturating_sub(y), ..room };
        y += paint_wrapped(buf, rest, role, &cx.words.say(id), *cx.theme) + 1;
    }
}

/// Draws the counts.
pub fn view(counts: &Counts, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let regions = regions(area, cx);
    let theme = *cx.theme;
    let head = head(cx, usize::from(regions.head.width));
    for (row, line) in head.iter().take(usize::from(regions.head.height)).enumerate() {
        paint(buf, Rect { y: regions.head.y + row as u16, height: 1, ..regions.head }, line, theme, None);
    }
    view_list(counts, cx, &regions, buf);
    match (counts.count(cx), regions.is_wide) {
        (Some(count), true) => view_beside(count, cx, regions.about, buf),
        (Some(count), false) => view_below(count, cx, regions.about, buf),
        (None, _) => {
            let words = cx.words.say("requests-none-count");
            paint_wrapped(buf, regions.list, Role::Muted, &words, theme);
        }
    }
}

/// Where the requests come from and how many there are, over as many rows as it needs.
fn head(cx: &Cx<'_>, columns: usize) -> Vec<Line> {
    let mut rows = flow(origin(cx), columns);
    rows.extend(flow(totals(cx), columns));
    rows
}

fn origin(cx: &Cx<'_>) -> Vec<Line> {
    let sources = cx.sprint.requests.sources();
    let Some(largest) = sources.iter().max_by_key(|source| source.rows) else { return Vec::new() };
    let mut pieces = vec![Line::new().add(Role::Strong, &largest.name)];
    let muted = |words| Line::new().add(Role::Muted, &words);
    if let ([_], Some(period)) = (sources, &largest.period) {
        pieces.push(Line::new().add(Role::Muted, period));
    }
    if sources.len() > 1 {
        pieces.push(muted(cx.words.tell("requests-more-sources", Args::new().with("n", sources.len() - 1))));
    }
    // Unknown for one file is unknown for all: a sum of what is known would look like everybody.
    let asked = sources.iter().try_fold(0_u64, |sum, source| Some(sum.saturating_add(source.asked?)));
    pieces.push(muted(match asked {
        Some(asked) => cx.words.tell("requests-asked", Args::new().with("people", asked)),
        None => cx.words.say("requests-asked-unknown"),
    }));
    pieces
}

fn totals(cx: &Cx<'_>) -> Vec<Line> {
    let requests = &cx.sprint.requests;
    let (all, counted) = (requests.len(), requests.counted());
    let mut pieces = vec![
        Line::new().add(Role::Text, &cx.words.tell("requests-total", Args::new().with("rows", all))),
        Line::new().add(Role::Text, &cx.words.tell("requests-counted", Args::new().with("rows", counted))),
        Line::new().add(
            Role::Muted,
            &cx.words.tell("requests-imports", Args::new().with("n", requests.sources().len())),
        ),
    ];
    pieces.push(match requests.unmapped() {
        0 => Line::new()
            .add(Role::Good, &Glyph::DONE)
            .gap(1)
            .add(Role::Muted, &cx.words.say("requests-all-mapped")),
        n => Line::new()
            .add(Role::Warn, &Glyph::OPEN)
            .gap(1)
            .add(Role::Warn, &cx.words.tell("requests-unmapped-many", Args::new().with("n", n))),
    });
    pieces
}

/// Columns of a line's parts.
struct Columns {
    name: usize,
    /// With the gap before it; 0 where there is no room for one.
    bar: usize,
}

fn columns_of(width: u16) -> Columns {
    let taken = naming::SIGN_COLUMNS + COUNT_COLUMNS + 2 * SHARE_COLUMNS;
    let rest = usize::from(width).saturating_sub(taken);
    let bar = if rest >= 44 { (rest / 4).min(44) } else { 0 };
    Columns { name: rest - bar, bar }
}

fn view_list(counts: &Counts, cx: &Cx<'_>, regions: &Regions, buf: &mut Buffer) {
    let theme = *cx.theme;
    let columns = columns_of(regions.list.width);
    paint(buf, regions.caption, &caption(&columns, cx), theme, None);
    let height = usize::from(regions.list.height);
    let (first, seen) = counts.seen(height, cx);
    for (row, one) in seen.iter().enumerate() {
        let place = Rect { y: regions.list.y + row as u16, height: 1, ..regions.list };
        match one {
            Seen::Half => view_half(cx, place, buf),
            Seen::Count(count, on) => view_count(*count, *on, &columns, cx, place, buf),
        }
    }
    scroll_mark(buf, regions.list, first, height, counts::len(cx), theme);
}

fn caption(columns: &Columns, cx: &Cx<'_>) -> Line {
    Line::new()
        .cell(Role::Muted, &cx.words.say("requests-caption-what"), naming::SIGN_COLUMNS + columns.name)
        .cell_right(Role::Muted, &cx.words.say("requests-caption-count"), COUNT_COLUMNS)
        .cell_right(Role::Muted, &cx.words.say("requests-caption-share"), SHARE_COLUMNS)
        .gap(columns.bar)
        .cell_right(Role::Muted, &cx.words.say("requests-caption-up-to"), SHARE_COLUMNS)
}

fn view_half(cx: &Cx<'_>, place: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    for x in place.left()..place.right() {
        buf.set_string(x, place.y, Glyph::LINE.as_str(), theme.style(Role::Accent));
    }
    let words = Line::new().gap(1).add(Role::Accent, &cx.words.say("requests-half")).gap(1);
    let wide = (words.width() as u16).min(place.width);
    let room = Rect { x: place.x + (place.width - wide) / 2, width: wide, ..place };
    paint(buf, room, &words, theme, None);
}

fn view_count(one: Count, on: bool, columns: &Columns, cx: &Cx<'_>, place: Rect, buf: &mut Buffer) {
    let counted = cx.sprint.requests.counted();
    let percent = |rows| cx.words.percent(share(rows, counted));
    let line = sign(mapping_of(one.subject), cx)
        .then(name_cell(one.subject, columns.name, cx))
        .cell_right(Role::Strong, &count(one.rows, cx), COUNT_COLUMNS)
        .cell_right(Role::Text, &percent(one.rows), SHARE_COLUMNS)
        .gap(columns.bar)
        .cell_right(Role::Muted, &percent(one.up_to), SHARE_COLUMNS);
    paint(buf, place, &line, *cx.theme, None);
    if columns.bar > 0 {
        let most = cx.sprint.requests.counts().first().map_or(one.rows, |count| count.rows);
        let left = naming::SIGN_COLUMNS + columns.name + COUNT_COLUMNS + SHARE_COLUMNS + 1;
        let room = Rect { x: place.x + left as u16, width: columns.bar as u16 - 1, ..place };
        bar(buf, room, share(one.rows, most), *cx.theme, Role::Fill);
    }
    if on {
        highlight(buf, place, Role::Cursor, *cx.theme);
    }
}

/// The name, and for a category in words where it belongs, at the right end.
fn name_cell(subject: Subject, columns: usize, cx: &Cx<'_>) -> Line {
    let name = subject_name(subject, cx);
    match status(mapping_of(subject), cx) {
        None => Line::new().cell(Role::Text, &name, columns),
        Some((role, words)) => {
            let taken = (crate::text::width(words.as_str()) + 2).min(columns);
            Line::new().cell(Role::Text, &name, columns - taken).cell_right(role, &words, taken)
        }
    }
}

/// What the line under the cursor stands for: its whole name in the rule, below it what there is to know.
fn view_below(one: Count, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    if area.height == 0 {
        return;
    }
    for x in area.left()..area.right() {
        buf.set_string(x, area.y, Glyph::RULE.as_str(), theme.style(Role::Border));
    }
    let name = Line::new().add(Role::Strong, &subject_name(one.subject, cx)).gap(1);
    paint(buf, area, &name, theme, None);
    let muted = |id: &str| Line::new().add(Role::Muted, &cx.words.say(id));
    let line = match one.subject {
        Subject::Service(id) => categories_line(id, cx, usize::from(area.width)),
        Subject::Category(_) => muted("requests-about-unmapped"),
        Subject::Outside(_) => muted("requests-about-outside"),
    };
    let row = Rect { y: area.y + 1, height: area.height - 1, ..area };
    paint(buf, row, &line, theme, None);
}

/// The categories of a service in one row, cut where there are too many.
fn categories_line(id: ServiceId, cx: &Cx<'_>, columns: usize) -> Line {
    let places = cx.sprint.requests.categories_of(id);
    let all = cx.sprint.requests.categories();
    let args = Args::new().with("n", places.len());
    let mut line = Line::new().add(Role::Muted, &cx.words.tell("requests-about-categories", args));
    for category in places.iter().filter_map(|&at| all.get(at as usize)) {
        if line.width() > columns {
            break;
        }
        line = line.gap(1).add(Role::Muted, &Glyph::DOT).gap(1).add(Role::Text, &category_name(category, cx));
    }
    line
}

/// The same with room: a pane with the service's department and its categories.
fn view_beside(one: Count, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    let title = naming::short_sign(mapping_of(one.subject), cx);
    let inside = pane(buf, area, &title, false, theme);
    let inside = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
    let lines = about(one, cx, usize::from(inside.width), usize::from(inside.height));
    for (row, line) in lines.iter().take(usize::from(inside.height)).enumerate() {
        paint(buf, Rect { y: inside.y + row as u16, height: 1, ..inside }, line, theme, None);
    }
}

fn about(one: Count, cx: &Cx<'_>, columns: usize, height: usize) -> Vec<Line> {
    let mut lines = Line::wrapped(Role::Strong, &subject_name(one.subject, cx), columns);
    match one.subject {
        Subject::Category(_) => {
            lines.push(Line::new().add(Role::Warn, &cx.words.say("requests-unmapped")));
            lines.push(Line::new());
            lines.extend(Line::wrapped(Role::Text, &cx.words.say("requests-about-unmapped"), columns));
        }
        Subject::Outside(_) => {
            lines.push(Line::new().add(Role::Muted, &cx.words.say("requests-no-service")));
            lines.push(Line::new());
            lines.extend(Line::wrapped(Role::Text, &cx.words.say("requests-about-outside"), columns));
        }
        Subject::Service(id) => {
            let department = cx.sprint.services.get(id).and_then(|service| service.department);
            if let Some(department) = department.and_then(|id| cx.sprint.departments.get(id)) {
                lines.extend(Line::wrapped(Role::Muted, &department.name, columns));
            }
            lines.push(Line::new());
            lines.extend(categories(id, cx, columns, height.saturating_sub(lines.len())));
        }
    }
    lines
}

/// The categories of a service with their rows, as many as there is room for.
fn categories(id: ServiceId, cx: &Cx<'_>, columns: usize, height: usize) -> Vec<Line> {
    let places = cx.sprint.requests.categories_of(id);
    let all = cx.sprint.requests.categories();
    let args = Args::new().with("n", places.len());
    let mut lines = vec![Line::new().add(Role::Muted, &cx.words.tell("requests-about-categories", args))];
    let room = height.saturating_sub(2);
    let shown = if places.len() <= room + 1 { places.len() } else { room };
    for category in places.iter().take(shown).filter_map(|&at| all.get(at as usize)) {
        let name_columns = columns.saturating_sub(COUNT_COLUMNS);
        lines.push(Line::new().cell(Role::Text, &category_name(category, cx), name_columns).cell_right(
            Role::Text,
            &count(category.rows, cx),
            COUNT_COLUMNS,
        ));
    }
    if shown < places.len() {
        let args = Args::new().with("n", places.len() - shown);
        lines.push(Line::new().add(Role::Muted, &cx.words.tell("requests-and-more", args)));
    }
    lines
}
