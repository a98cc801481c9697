//! What is seen of the rows: what was looked for, a line a row, and below or beside them all that is known of
//! the row under the cursor. A covered text never reaches the buffer.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::facts;
use super::finding::Filter;
use super::layout::flow;
use super::naming::{self, category_name, sign, theme_letters};
use super::rows::{Rows, filter_line};
use crate::domain::Code;
use crate::domain::request;
use crate::kit::Cx;
use crate::kit::draw::{Glyph, Line, columns, paint, paint_field, paint_spread, pane, scroll_mark};
use crate::kit::theme::Role;
use crate::text::Clean;
use crate::words::Args;

/// From this width on the row under the cursor lies beside the list, below it under it.
const WIDE: u16 = 110;
/// The widest text that is read with ease.
const TEXT_COLUMNS_MAX: u16 = 100;
/// The most rows of what was looked for.
const HEAD_ROWS_MAX: usize = 3;
const LIKENESS_COLUMNS: usize = 6;
const MARK_COLUMNS: usize = 2;
const CODE_COLUMNS: usize = 8;
const ASIDE_COLUMNS: usize = 2;
const THEME_COLUMNS: usize = 4;
const DATE_COLUMNS: usize = 9;
const DISTRICT_COLUMNS_MIN: usize = 10;
const DISTRICT_COLUMNS_MAX: usize = 24;
const ABOUT_COLUMNS_MAX: usize = 60;
/// What the caption of covered texts takes.
const COVER_COLUMNS: usize = 18;

/// Where the parts lie.
pub struct Regions {
    head: Rect,
    caption: Rect,
    /// The rows.
    pub list: Rect,
    one: Rect,
    is_wide: bool,
}

/// Lays the parts out.
pub fn regions(rows: &Rows, area: Rect, cx: &Cx<'_>) -> Regions {
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let field_rows = u16::from(rows.finding.field().is_some());
    let head_rows = head(rows, cx, usize::from(inside.width)).len().min(HEAD_ROWS_MAX) as u16 + field_rows;
    let head = Rect { height: head_rows.min(inside.height), ..inside };
    let rest = Rect { y: head.bottom(), height: inside.height - head.height, ..inside };
    let is_wide = area.width >= WIDE;
    let (body, one) = match is_wide {
        true => {
            let [body, one] = columns(rest, [13, 7]);
            (Rect { width: body.width.saturating_sub(2), ..body }, one)
        }
        false => {
            let foot = (rest.height / 3).clamp(6, 12).min(rest.height);
            let body = Rect { height: rest.height - foot, ..rest };
            (body, Rect { y: body.bottom(), height: foot, ..rest })
        }
    };
    let caption = Rect { height: body.height.min(1), ..body };
    let list = Rect { y: caption.bottom(), height: body.height - caption.height, ..body };
    Regions { head, caption, list, one, is_wide }
}

/// Draws the rows.
pub fn view(rows: &Rows, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let regions = regions(rows, area, cx);
    view_head(rows, cx, regions.head, buf);
    view_list(rows, cx, &regions, buf);
    if let Some(row) = rows.row(cx) {
        match regions.is_wide {
            true => view_beside(&row, rows.revealed, cx, regions.one, buf),
            false => view_below(&row, rows.revealed, cx, regions.one, buf),
        }
    }
}

fn view_head(rows: &Rows, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    let mut y = area.y;
    if let Some(field) = rows.finding.field() {
        let label = Line::new()
            .add(Role::Key, &Glyph::PROMPT)
            .gap(1)
            .add(Role::Accent, &cx.words.say("requests-find"))
            .gap(1);
        let row = Rect { y, height: 1, ..area };
        let taken = (label.width() as u16).min(area.width);
        paint(buf, row, &label, theme, None);
        paint_field(buf, Rect { x: row.x + taken, width: row.width - taken, ..row }, field, theme);
        y += 1;
    }
    let rest = usize::from(area.bottom().saturating_sub(y));
    for (row, line) in head(rows, cx, usize::from(area.width)).iter().take(rest).enumerate() {
        paint(buf, Rect { y: y + row as u16, height: 1, ..area }, line, theme, None);
    }
}

/// Which rows, how many, how many of them marked.
fn head(rows: &Rows, cx: &Cx<'_>, columns: usize) -> Vec<Line> {
    let finding = &rows.finding;
    let mut pieces = vec![filter_line(finding.filter(), cx)];
    if finding.field().is_none() && !finding.query().is_empty() {
        let args = Args::new().with("query", finding.query());
        pieces.push(Line::new().add(Role::Accent, &cx.words.tell("requests-found-by", args)));
    }
    let (shown, all) = (finding.len(cx), cx.sprint.requests.len());
    let words = match shown == all as usize {
        true => cx.words.tell("requests-total", Args::new().with("rows", all)),
        false => cx.words.tell("requests-shown", Args::new().with("rows", shown).with("all", all)),
    };
    pieces.push(Line::new().add(Role::Text, &words));
    if rows.marks() > 0 {
        let args = Args::new().with("rows", rows.marks());
        let words = cx.words.tell("requests-marked", args);
        pieces.push(Line::new().add(Role::Marked, &Glyph::MARK).gap(1).add(Role::Marked, &words));
    }
    if finding.is_refreshing() {
        pieces.push(Line::new().add(Role::Warn, &cx.words.say("requests-refreshing")));
    }
    flow(pieces, columns)
}

/// Columns of a row's parts, each with the gap behind it; 0 where there is no room for it.
struct Columns {
    likeness: usize,
    about: usize,
    district: usize,
    date: usize,
    text: usize,
}

/// Covered texts leave their room to what may be seen.
fn columns_of(rows: &Rows, width: u16) -> Columns {
    let revealed = rows.revealed;
    let likeness = if rows.finding.filter().is_likeness() { LIKENESS_COLUMNS } else { 0 };
    let width = usize::from(width).saturating_sub(likeness);
    let free = width.saturating_sub(MARK_COLUMNS + CODE_COLUMNS + ASIDE_COLUMNS + THEME_COLUMNS);
    let date = if width >= 74 { DATE_COLUMNS } else { 0 };
    if !revealed {
        let free = free.saturating_sub(COVER_COLUMNS + date);
        let district = match free / 3 {
            ..DISTRICT_COLUMNS_MIN => 0,
            columns => columns.min(DISTRICT_COLUMNS_MAX),
        };
        let about = (free - district).min(ABOUT_COLUMNS_MAX);
        return Columns { likeness, about, district, date, text: COVER_COLUMNS };
    }
    let about = (width / 4).clamp(16, 34);
    let district = if width >= 96 { (width / 8).min(DISTRICT_COLUMNS_MAX) } else { 0 };
    Columns { likeness, about, district, date, text: free.saturating_sub(about + district + date) }
}

fn view_list(rows: &Rows, cx: &Cx<'_>, regions: &Regions, buf: &mut Buffer) {
    let theme = *cx.theme;
    let len = rows.finding.len(cx);
    let height = usize::from(regions.list.height);
    if len == 0 {
        let words =
            Line::wrapped(Role::Muted, &cx.words.say(nothing(rows, cx)), usize::from(regions.list.width));
        for (row, line) in words.iter().take(height).enumerate() {
            let place = Rect { y: regions.list.y + row as u16, height: 1, ..regions.list };
            paint(buf, place, line, theme, None);
        }
        return;
    }
    paint(buf, regions.caption, &caption(rows, regions.list.width, cx), theme, None);
    let lines = lines(rows, cx, regions.list);
    for (row, (line, on)) in lines.iter().enumerate() {
        let place = Rect { y: regions.list.y + row as u16, height: 1, ..regions.list };
        paint(buf, place, line, theme, on.then_some(Role::Cursor));
    }
    scroll_mark(buf, regions.list, rows.list.seen(height, len).start, height, len, theme);
}

/// Why nothing is shown, and what to do.
fn nothing(rows: &Rows, cx: &Cx<'_>) -> &'static str {
    match rows.finding.filter() {
        _ if rows.finding.is_refreshing() => "requests-refreshing",
        Filter::Like(_) | Filter::Speaks(_) if rows.finding.is_learning() => "requests-learning",
        Filter::Like(_) | Filter::Speaks(_) => "requests-none-like",
        Filter::Service(id) if cx.sprint.requests.categories_of(id).is_empty() => "requests-none-of-service",
        Filter::All | Filter::Unmapped | Filter::Service(_) | Filter::Category(_) => "requests-none-found",
    }
}

fn caption(rows: &Rows, width: u16, cx: &Cx<'_>) -> Line {
    let columns = columns_of(rows, width);
    let cell = |line: Line, id: &str, columns: usize| match columns {
        0 => line,
        _ => line.cell(Role::Muted, &cx.words.say(id), columns - 1).gap(1),
    };
    let mut line = Line::new().gap(MARK_COLUMNS);
    line = cell(line, "requests-caption-code", CODE_COLUMNS);
    line = line.gap(ASIDE_COLUMNS);
    line = cell(line, "requests-caption-like", columns.likeness);
    line = cell(line, "requests-caption-about", columns.about);
    line = cell(line, "requests-caption-district", columns.district);
    line = cell(line, "requests-caption-date", columns.date);
    line = line.gap(THEME_COLUMNS);
    let id = if rows.revealed { "requests-caption-text" } else { "requests-caption-covered" };
    line.add(Role::Muted, &cx.words.say(id))
}

/// The lines that are seen, each with whether the cursor is on it.
pub fn lines(rows: &Rows, cx: &Cx<'_>, list: Rect) -> Vec<(Line, bool)> {
    let columns = columns_of(rows, list.width);
    let seen = rows.list.seen(usize::from(list.height), rows.finding.len(cx));
    seen.map(|at| {
        let row = rows.finding.id_at(at, cx).and_then(|id| cx.sprint.requests.row(id));
        let likeness = rows.finding.likeness_at(at);
        let line = row.map(|row| row_line(&row, likeness, rows, &columns, cx)).unwrap_or_default();
        (line, at == rows.list.at())
    })
    .collect()
}

fn row_line(
    row: &request::Row<'_>,
    likeness: Option<f32>,
    rows: &Rows,
    columns: &Columns,
    cx: &Cx<'_>,
) -> Line {
    let role = if row.aside { Role::Muted } else { Role::Text };
    let mut line = match rows.is_marked(row.id) {
        true => Line::new().cell(Role::Marked, &Glyph::MARK, MARK_COLUMNS),
        false => Line::new().gap(MARK_COLUMNS),
    };
    line = line.cell(role, &Code::Request(row.code), CODE_COLUMNS);
    line = match row.aside {
        true => line.cell(Role::Warn, &Glyph::ASIDE, ASIDE_COLUMNS),
        false => line.gap(ASIDE_COLUMNS),
    };
    if let Some(likeness) = likeness {
        let percent = cx.words.percent(f64::from(likeness));
        line = line.cell_right(Role::Strong, &percent, columns.likeness.saturating_sub(2)).gap(2);
    }
    line = line.then(about(row, role, columns.about, cx));
    if columns.district > 0 {
        line = match row.district {
            Some(district) => line.cell(role, district, columns.district - 1).gap(1),
            None => line.gap(columns.district),
        };
    }
    if columns.date > 0 {
        line = match row.day.and_then(request::date_of) {
            Some(date) => line.cell(Role::Muted, &cx.words.short_date(date), columns.date - 1).gap(1),
            None => line.gap(columns.date),
        };
    }
    line = match row.theme.and_then(|id| cx.sprint.themes.get(id)) {
        Some(theme) => line.cell(Role::Key, &theme_letters(theme.label), THEME_COLUMNS),
        None => line.gap(THEME_COLUMNS),
    };
    match rows.revealed {
        true => line.cell(role, &Clean::new(row.text), columns.text),
        false => line.add(Role::Muted, &Glyph::HELD),
    }
}

/// Where the row's category belongs and what it is called.
fn about(row: &request::Row<'_>, role: Role, columns: usize, cx: &Cx<'_>) -> Line {
    let Some(category) = cx.sprint.requests.categories().get(row.category as usize) else {
        return Line::new().gap(columns);
    };
    let name_columns = columns.saturating_sub(naming::SIGN_COLUMNS + 1);
    sign(category.mapping, cx).cell(role, &category_name(category, cx), name_columns).gap(1)
}

/// The row under the cursor, under a rule with its code.
fn view_below(row: &request::Row<'_>, revealed: bool, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    if area.height == 0 {
        return;
    }
    for x in area.left()..area.right() {
        buf.set_string(x, area.y, Glyph::RULE.as_str(), theme.style(Role::Border));
    }
    let code = Line::new().add(Role::Strong, &Code::Request(row.code)).gap(1);
    let aside = facts::aside(row, cx);
    let right = if aside.is_empty() { aside } else { Line::new().gap(1).then(aside) };
    let rule = Rect { height: 1, ..area };
    paint(buf, rule, &code, theme, None);
    let wide = (right.width() as u16).min(area.width);
    paint(buf, Rect { x: rule.right() - wide, width: wide, ..rule }, &right, theme, None);
    let room = Rect { y: area.y + 1, height: area.height - 1, ..area };
    let columns = usize::from(area.width);
    let mut lines = facts::brief(row, cx, columns);
    lines.truncate(2);
    lines.extend(facts::text(row, revealed, cx, columns));
    view_lines(&lines, cx, room, buf);
}

/// Paints lines from the top; where not all fit, the last one says that there is more.
fn view_lines(lines: &[Line], cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let height = usize::from(area.height);
    for (row, line) in lines.iter().take(height).enumerate() {
        let place = Rect { y: area.y + row as u16, height: 1, ..area };
        let is_cut = row + 1 == height && lines.len() > height;
        let more = if is_cut { Line::new().add(Role::Muted, &Glyph::MORE_BELOW) } else { Line::new() };
        paint_spread(buf, place, line, &more, *cx.theme, None);
    }
}

fn view_beside(row: &request::Row<'_>, revealed: bool, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let title = Line::new().add(Role::Strong, &Code::Request(row.code));
    let inside = pane(buf, area, &title, false, *cx.theme);
    let inside = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
    let lines = everything(row, revealed, cx, usize::from(inside.width));
    view_lines(&lines, cx, inside, buf);
}

/// The text and all that is known of it.
fn everything(row: &request::Row<'_>, revealed: bool, cx: &Cx<'_>, columns: usize) -> Vec<Line> {
    let mut lines = facts::text(row, revealed, cx, columns);
    lines.push(Line::new());
    lines.extend(facts::whole(row, cx, columns));
    lines
}

fn whole_room(area: Rect) -> Rect {
    Rect {
        x: area.x + 2,
        y: area.y + 2,
        width: area.width.saturating_sub(4).min(TEXT_COLUMNS_MAX),
        height: area.height.saturating_sub(2),
    }
}

/// Rows in which a row shown whole is seen.
pub fn whole_height(area: Rect) -> usize {
    usize::from(whole_room(area).height)
}

/// The lines of a row shown whole.
pub fn whole_lines(rows: &Rows, cx: &Cx<'_>, area: Rect) -> Vec<Line> {
    let columns = usize::from(whole_room(area).width);
    rows.row(cx).map(|row| everything(&row, rows.revealed, cx, columns)).unwrap_or_default()
}

/// Draws a row whole.
pub fn view_whole(rows: &Rows, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    let Some(row) = rows.row(cx) else { return };
    let head = Rect { x: area.x + 2, width: area.width.saturating_sub(4), height: 1, ..area };
    let args = Args::new().with("row", rows.list.at() + 1).with("rows", rows.finding.len(cx));
    let left = Line::new().add(Role::Accent, &Code::Request(row.code)).gap(2).then(facts::aside(&row, cx));
    let right = Line::new().add(Role::Muted, &cx.words.tell("requests-whole-place", args));
    paint_spread(buf, head, &left, &right, theme, None);
    let room = whole_room(area);
    let lines = whole_lines(rows, cx, area);
    let top = rows.top.min(lines.len().saturating_sub(usize::from(room.height)));
    view_lines(&lines[top..], cx, room, buf);
}
