//! Pages to read: where the requests come from, what a file would bring, what it brought.

use super::Requests;
use super::layout::labelled;
use super::naming::count;
use crate::domain::request::Source;
use crate::kit::Cx;
use crate::kit::ask::{Ask, Page};
use crate::kit::draw::Line;
use crate::kit::job::{Imported, Preview};
use crate::kit::theme::Role;
use crate::text::Clean;
use crate::words::{Args, Phrase};

/// The widest page.
const PAGE_COLUMNS_MAX: u16 = 100;
/// Columns beside a page, and those of its border.
const BESIDE_COLUMNS: u16 = 2;
const BORDER_COLUMNS: u16 = 4;
/// Columns of a label on a page.
const LABEL_COLUMNS: usize = 16;
/// Most rows that did not come in that are listed one by one.
const BAD_ROWS_MAX: usize = 1_000;
/// Columns of a category before the text of a previewed row.
const CATEGORY_COLUMNS: usize = 22;

/// Columns of a page's lines on a screen of this width.
pub fn page_columns(width: u16) -> usize {
    usize::from(width.saturating_sub(BESIDE_COLUMNS).min(PAGE_COLUMNS_MAX).saturating_sub(BORDER_COLUMNS))
}

/// Shows where the requests come from.
pub fn sources(screen: &mut Requests, cx: &mut Cx<'_>) {
    let columns = page_columns(screen.area.width);
    let mut lines = Vec::new();
    for source in cx.sprint.requests.sources() {
        if !lines.is_empty() {
            lines.push(Line::new());
        }
        lines.extend(source_lines(source, cx, columns));
    }
    let title = cx.words.say("requests-sources-title");
    cx.ask(Ask::Read(Page { title, lines, confirms: false }));
}

fn source_lines(source: &Source, cx: &Cx<'_>, columns: usize) -> Vec<Line> {
    let unknown = || cx.words.say("requests-fact-unknown");
    let mut lines = Line::wrapped(Role::Strong, &source.name, columns);
    let asked = source.asked.map(|asked| cx.words.tell("requests-people", Args::new().with("people", asked)));
    let period = source.period.as_ref().map(|period| named(period, cx));
    let (rows, bad) = (count(source.rows, cx), count(source.bad, cx));
    for (id, fact) in [
        ("requests-source-file", named(&source.file, cx)),
        ("requests-source-period", period.unwrap_or_else(unknown)),
        ("requests-source-asked", asked.unwrap_or_else(unknown)),
        ("requests-source-rows", rows),
        ("requests-source-bad", bad),
        ("requests-source-unstored", list(&source.unstored, cx)),
    ] {
        lines.extend(labelled(&cx.words.say(id), LABEL_COLUMNS, &fact, columns));
    }
    lines
}

fn named(name: &Clean, cx: &Cx<'_>) -> Phrase {
    cx.words.tell("requests-name", Args::new().with("name", name))
}

/// Names with commas, or that there is none.
fn list(names: &[Clean], cx: &Cx<'_>) -> Phrase {
    match names.is_empty() {
        true => cx.words.say("requests-nothing"),
        false => cx.words.list(&names.iter().map(|name| named(name, cx)).collect::<Vec<_>>()),
    }
}

/// What a file would bring.
pub fn preview(preview: &Preview, cx: &Cx<'_>, columns: usize) -> Page {
    let none = |id: &str| cx.words.say(id);
    let column =
        |name: &Option<Clean>, id: &str| name.as_ref().map_or_else(|| none(id), |name| named(name, cx));
    let separator = match preview.separator {
        ',' => cx.words.say("requests-separator-comma"),
        ';' => cx.words.say("requests-separator-semicolon"),
        '\t' => cx.words.say("requests-separator-tab"),
        other => cx.words.tell("requests-separator-other", Args::new().with("sign", other.to_string())),
    };
    let args = Args::new().with("encoding", &preview.encoding).with("separator", separator);
    let mut lines = Vec::new();
    for (id, fact) in [
        ("requests-source-file", named(&Clean::new(&preview.path), cx)),
        ("requests-preview-read-as", cx.words.tell("requests-preview-format", args)),
        ("requests-preview-text", named(&preview.text, cx)),
        ("requests-preview-category", column(&preview.category, "requests-preview-no-category")),
        ("requests-preview-district", column(&preview.district, "requests-preview-no-column")),
        ("requests-preview-date", column(&preview.date, "requests-preview-no-column")),
        ("requests-source-unstored", list(&preview.unstored, cx)),
    ] {
        lines.extend(labelled(&cx.words.say(id), LABEL_COLUMNS, &fact, columns));
    }
    lines.push(Line::new());
    lines.push(Line::new().add(Role::Muted, &cx.words.say("requests-preview-first")));
    for (category, text) in &preview.rows {
        lines.push(Line::new().cell(Role::Muted, category, CATEGORY_COLUMNS - 1).gap(1).cell(
            Role::Text,
            text,
            columns.saturating_sub(CATEGORY_COLUMNS),
        ));
    }
    Page { title: cx.words.say("requests-preview-title"), lines, confirms: true }
}

/// What a file brought.
pub fn report(imported: &Imported, cx: &Cx<'_>, columns: usize) -> Page {
    let rows = cx.words.tell("requests-came-in", Args::new().with("rows", imported.rows));
    let mut lines = Line::wrapped(Role::Strong, &rows, columns);
    if imported.came_before(cx.sprint) {
        lines.extend(Line::wrapped(Role::Warn, &cx.words.say("requests-came-before"), columns));
    }
    lines.extend(Line::wrapped(Role::Text, &cx.words.say("requests-report-undo"), columns));
    lines.push(Line::new());
    lines.extend(labelled(
        &cx.words.say("requests-source-unstored"),
        LABEL_COLUMNS,
        &list(&imported.unstored, cx),
        columns,
    ));
    lines.push(Line::new());
    let bad = cx.words.tell("requests-did-not", Args::new().with("rows", imported.bad.len()));
    let role = if imported.bad.is_empty() { Role::Good } else { Role::Warn };
    lines.extend(Line::wrapped(role, &bad, columns));
    for one in imported.bad.iter().take(BAD_ROWS_MAX) {
        let args = Args::new().with("record", one.record).with("why", &one.why);
        lines.extend(Line::wrapped(Role::Text, &cx.words.tell("requests-bad-row", args), columns));
    }
    if imported.bad.len() > BAD_ROWS_MAX {
        let args = Args::new().with("n", imported.bad.len() - BAD_ROWS_MAX);
        lines.extend(Line::wrapped(Role::Muted, &cx.words.tell("requests-and-more", args), columns));
    }
    Page { title: cx.words.say("requests-report-title"), lines, confirms: false }
}
