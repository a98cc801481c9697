//! What is seen of the panes, and where everything lies.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::cursor::Order;
use super::{Pane, Themes, detail};
use crate::domain::note::Note;
use crate::domain::theme::Theme;
use crate::domain::{Code, label};
use crate::kit::Cx;
use crate::kit::draw::{
    Glyph, Line, columns, inside, kind_glyph, paint, paint_spread, paint_wrapped, pane, scroll_mark,
};
use crate::kit::kinds::kind_role;
use crate::kit::theme::Role;
use crate::text::{Clean, width};
use crate::words::{Args, Phrase};

/// Columns for "12 people" or "1 voice ⚠" in both languages.
pub const PEOPLE_COLUMNS: usize = 9;
/// Columns for the number of notes of a theme.
const NOTES_COLUMNS: usize = 3;
/// From this width on what the cursor is on stands beside the panes, else under them.
const SIDE_FROM: u16 = 160;
/// From this width on a note's row names the respondent.
const RESPONDENT_FROM: u16 = 50;

/// Where the parts lie.
pub struct Regions {
    head: Rect,
    notes_pane: Rect,
    themes_pane: Rect,
    /// Inside of the pane on the left.
    pub notes: Rect,
    /// Inside of the pane on the right.
    pub themes: Rect,
    detail_pane: Option<Rect>,
    detail: Rect,
}

/// Lays the parts out.
pub fn regions(area: Rect) -> Regions {
    let head = Rect { height: area.height.min(1), ..area };
    let body = Rect { y: area.y + head.height, height: area.height - head.height, ..area };
    if area.width >= SIDE_FROM {
        let [notes_pane, themes_pane, side] = columns(body, [5, 5, 4]);
        let (notes, themes) = (inside(notes_pane, 0), inside(themes_pane, 0));
        let detail = inside(side, 1);
        return Regions { head, notes_pane, themes_pane, notes, themes, detail_pane: Some(side), detail };
    }
    let rows = (area.height / 4).clamp(6, 9).min(body.height);
    let panes = Rect { height: body.height - rows, ..body };
    let detail = Rect { x: area.x + 1, y: panes.bottom(), width: area.width.saturating_sub(2), height: rows };
    let shares = if area.width >= 110 { [1, 1] } else { [7, 9] };
    let [notes_pane, themes_pane] = columns(panes, shares);
    let (notes, themes) = (inside(notes_pane, 0), inside(themes_pane, 0));
    Regions { head, notes_pane, themes_pane, notes, themes, detail_pane: None, detail }
}

/// Draws it.
pub fn view(screen: &Themes, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let regions = regions(area);
    view_head(screen, cx, regions.head, buf);
    view_notes(screen, cx, &regions, buf);
    view_themes(screen, cx, &regions, buf);
    if let Some(side) = regions.detail_pane {
        pane(buf, side, &Line::new(), false, *cx.theme);
    }
    detail::view(screen, cx, regions.detail, regions.detail_pane.is_some(), buf);
}

fn view_head(screen: &Themes, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let row = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let mut left = Line::new();
    if screen.silent {
        left = left
            .add(Role::Writing, &cx.words.say("themes-silent"))
            .gap(1)
            .add(Role::Muted, &cx.words.say("themes-silent-covers"));
    } else {
        let loose = Args::new().with("loose", cx.sprint.inbox().len());
        left = left.add(Role::Strong, &cx.words.tell("themes-inbox", loose));
    }
    let right = match screen.silent {
        true => marked(screen, cx),
        false => {
            let marked = marked(screen, cx);
            left = if marked.is_empty() { left } else { left.gap(2).then(marked) };
            wall_counts(cx)
        }
    };
    paint_spread(buf, row, &left, &right, *cx.theme, None);
}

/// How many notes are marked, if any.
fn marked(screen: &Themes, cx: &Cx<'_>) -> Line {
    let marked = screen.marks().len();
    if marked == 0 {
        return Line::new();
    }
    let words = cx.words.tell("themes-marked", Args::new().with("marked", marked));
    Line::new().add(Role::Marked, &Glyph::MARK).gap(1).add(Role::Marked, &words)
}

/// How many themes there are, and notes in them and in the tray.
fn wall_counts(cx: &Cx<'_>) -> Line {
    let order = Order::of(cx.sprint);
    let count = |id| cx.sprint.evidence.rows_of(id).len();
    let all: usize = cx.sprint.evidence.themes().iter().map(|&id| count(id)).sum();
    let tray = order.tray().map(count);
    let themes = order.len() - usize::from(tray.is_some());
    let dot = |line: Line| line.gap(1).add(Role::Muted, &Glyph::DOT).gap(1);
    let mut line =
        Line::new().add(Role::Strong, &cx.words.tell("themes-count", Args::new().with("themes", themes)));
    let notes = Args::new().with("notes", all - tray.unwrap_or(0));
    line = dot(line).add(Role::Text, &cx.words.tell("themes-notes", notes));
    if let Some(tray) = tray {
        line = dot(line).add(Role::Text, &cx.words.tell("themes-tray", Args::new().with("notes", tray)));
    }
    line
}

fn view_notes(screen: &Themes, cx: &Cx<'_>, regions: &Regions, buf: &mut Buffer) {
    let theme = *cx.theme;
    let on = screen.pane == Pane::Notes;
    let opened = screen.opened.as_ref().and_then(|opened| cx.sprint.themes.get(opened.id));
    let title = opened.map(theme_title).unwrap_or_default();
    let inside = pane(buf, regions.notes_pane, &title, on, theme);
    let len = screen.rows(cx.sprint).len();
    if len == 0 {
        let room = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
        paint_wrapped(buf, room, Role::Text, &empty_notes(screen, cx), theme);
        return;
    }
    let height = usize::from(inside.height);
    let first = screen.list().seen(height, len).start;
    for (row, line) in note_lines(screen, cx, inside).iter().enumerate() {
        let place = Rect { y: inside.y + row as u16, height: 1, ..inside };
        let over = (on && first + row == screen.list().at()).then_some(Role::Cursor);
        paint(buf, place, line, theme, over);
    }
    scroll_mark(buf, inside, first, height, len, theme);
}

/// What an empty pane of notes says to do.
fn empty_notes(screen: &Themes, cx: &Cx<'_>) -> Phrase {
    if let Some(opened) = &screen.opened {
        let letters =
            cx.sprint.themes.get(opened.id).and_then(|theme| label::letters(theme.label)).unwrap_or_default();
        return cx.words.tell("themes-opened-empty", Args::new().with("label", letters));
    }
    let filed = cx.sprint.evidence.themes().iter().any(|&id| !cx.sprint.evidence.rows_of(id).is_empty());
    cx.words.say(if filed { "themes-inbox-empty" } else { "themes-no-notes" })
}

/// The rows of notes that are seen, and no others.
pub fn note_lines(screen: &Themes, cx: &Cx<'_>, inside: Rect) -> Vec<Line> {
    let rows = screen.rows(cx.sprint);
    let seen = screen.list().seen(usize::from(inside.height), rows.len());
    let wide = (screen.opened.is_some() || inside.width >= RESPONDENT_FROM) && !screen.silent;
    let at = screen.list().at();
    let line = |place: usize| {
        let note = cx.sprint.notes.at_row(rows[place])?;
        let marked = screen.marks().contains(&note.id);
        Some(note_line(note, place == at, marked, wide, cx))
    };
    seen.filter_map(line).collect()
}

fn note_line(note: &Note, here: bool, marked: bool, wide: bool, cx: &Cx<'_>) -> Line {
    let mut line = Line::new();
    line = if here { line.add(Role::Accent, &Glyph::CURSOR) } else { line.gap(1) };
    line = if marked { line.add(Role::Marked, &Glyph::MARK) } else { line.gap(1) };
    line = line.add(if marked { Role::Marked } else { Role::Muted }, &Code::Note(note.code)).gap(1);
    if let (true, Some(interview)) = (wide, cx.sprint.interviews.get(note.interview)) {
        line = line.add(Role::Muted, &Code::Respondent(interview.respondent)).gap(1);
    }
    line = line.add(kind_role(note.kind), &kind_glyph(note.kind)).gap(1);
    if note.held {
        line = line.add(Role::Warn, &Glyph::HELD).gap(1);
    }
    line.add(if note.kind.is_evidence() { Role::Text } else { Role::Muted }, &note.text)
}

fn view_themes(screen: &Themes, cx: &Cx<'_>, regions: &Regions, buf: &mut Buffer) {
    let theme = *cx.theme;
    let on = screen.pane == Pane::Themes;
    let inside = pane(buf, regions.themes_pane, &Line::new(), on, theme);
    let len = cx.sprint.evidence.themes().len();
    let height = usize::from(inside.height);
    let first = screen.themes.seen(height, len).start;
    for (row, (left, right)) in theme_lines(screen, cx, inside).iter().enumerate() {
        let place = Rect { y: inside.y + row as u16, height: 1, ..inside };
        let over = (on && first + row == screen.themes.at()).then_some(Role::Cursor);
        paint_spread(buf, place, left, right, theme, over);
    }
    scroll_mark(buf, inside, first, height, len, theme);
    if len <= usize::from(Order::of(cx.sprint).tray().is_some()) {
        let used = (len as u16 + 1).min(inside.height);
        let room = Rect {
            x: inside.x + 1,
            y: inside.y + used,
            width: inside.width.saturating_sub(2),
            height: inside.height - used,
        };
        paint_wrapped(buf, room, Role::Text, &cx.words.say("themes-empty"), theme);
    } else if !screen.silent {
        view_heading(cx, regions.themes_pane, buf);
    }
}

/// The word over the column of numbers, on the border.
fn view_heading(cx: &Cx<'_>, pane: Rect, buf: &mut Buffer) {
    let heading = Line::new().gap(1).add(Role::Muted, &cx.words.say("themes-heading-notes"));
    let wide = (heading.width() as u16).min(pane.width.saturating_sub(4));
    let place = Rect { x: pane.right() - 1 - wide, width: wide, height: 1, ..pane };
    paint(buf, place, &heading, *cx.theme, None);
}

/// The rows of themes that are seen, and no others: what stands on the left and on the right of each.
pub fn theme_lines(screen: &Themes, cx: &Cx<'_>, inside: Rect) -> Vec<(Line, Line)> {
    let order = Order::of(cx.sprint);
    let seen = screen.themes.seen(usize::from(inside.height), order.len());
    let themes: Vec<(usize, &Theme)> = seen.filter_map(|at| Some((at, order.at(at)?))).collect();
    let letters = letters_columns(&themes, cx);
    let notes = |theme: &Theme| number(cx.sprint.evidence.rows_of(theme.id).len(), cx);
    let counts = themes.iter().map(|(_, theme)| width(notes(theme).as_str())).max().unwrap_or(0);
    let line = |(at, theme): (usize, &Theme)| {
        let left = theme_name(screen, theme, at == screen.themes.at(), letters);
        let right = people(screen, theme, cx);
        let right = match screen.silent {
            true => right,
            false => right.cell_right(Role::Muted, &notes(theme), counts.max(NOTES_COLUMNS) + 1),
        };
        (left, right)
    };
    themes.into_iter().map(line).collect()
}

/// Columns for the labels: for the longest that the sprint can have given, so that rows don't shift when one
/// scrolls, or for a longer one that is seen.
fn letters_columns(seen: &[(usize, &Theme)], cx: &Cx<'_>) -> usize {
    let last = cx.sprint.themes.len().saturating_sub(1).min(usize::from(label::LABELS) - 1) as u16;
    let usual = label::letters(last).map_or(1, |letters| letters.len());
    seen.iter().map(|(_, theme)| letters_of(theme).len()).max().unwrap_or(1).max(usual)
}

fn theme_name(screen: &Themes, theme: &Theme, here: bool, letters: usize) -> Line {
    let open = screen.opened.as_ref().is_some_and(|opened| opened.id == theme.id);
    let mut line = Line::new();
    line = if here { line.add(Role::Accent, &Glyph::CURSOR) } else { line.gap(1) };
    line = line.cell(Role::Key, &Clean::new(&letters_of(theme)), letters).gap(1);
    line = if theme.tray { line.add(Role::Muted, &Glyph::TRAY).gap(1) } else { line };
    line.add(if open { Role::Accent } else { Role::Text }, &theme.name)
}

fn letters_of(theme: &Theme) -> String {
    label::letters(theme.label).unwrap_or_default()
}

/// A theme's label, sign and name.
pub fn theme_title(theme: &Theme) -> Line {
    let mut line = Line::new().add(Role::Key, &Clean::new(&letters_of(theme))).gap(1);
    if theme.tray {
        line = line.add(Role::Muted, &Glyph::TRAY).gap(1);
    }
    line.add(Role::Strong, &theme.name)
}

/// Who was heard in a theme, in [`PEOPLE_COLUMNS`]; nothing in the silent phase.
pub fn people(screen: &Themes, theme: &Theme, cx: &Cx<'_>) -> Line {
    if screen.silent {
        return Line::new();
    }
    let voices = voices(theme, cx);
    Line::new().gap(PEOPLE_COLUMNS.saturating_sub(voices.width())).then(voices)
}

/// How many distinct respondents speak in a theme. One voice is a warning, but not in the tray, which claims
/// nothing.
pub fn voices(theme: &Theme, cx: &Cx<'_>) -> Line {
    let people = cx.sprint.evidence.people_of(theme.id);
    let args = Args::new().with("people", people);
    match people {
        1 if theme.tray => Line::new().add(Role::Muted, &cx.words.say("themes-one-voice")),
        1 => Line::new()
            .add(Role::Warn, &cx.words.say("themes-one-voice"))
            .gap(1)
            .add(Role::Warn, &Glyph::WARN),
        0 => Line::new().add(Role::Muted, &cx.words.tell("themes-people", args)),
        _ if theme.tray => Line::new().add(Role::Muted, &cx.words.tell("themes-people", args)),
        _ => Line::new().add(Role::Strong, &cx.words.tell("themes-people", args)),
    }
}

/// A theme's code, respondents and notes.
pub fn counts(theme: &Theme, cx: &Cx<'_>) -> Line {
    let notes = Args::new().with("notes", cx.sprint.evidence.rows_of(theme.id).len());
    let dot = |line: Line| line.gap(1).add(Role::Muted, &Glyph::DOT).gap(1);
    let line = Line::new().add(Role::Muted, &Code::Theme(theme.code));
    let line = dot(line).then(voices(theme, cx));
    dot(line).add(Role::Text, &cx.words.tell("themes-notes", notes))
}

/// A number by itself, as the language writes it.
pub fn number(n: usize, cx: &Cx<'_>) -> Phrase {
    cx.words.tell("themes-number", Args::new().with("n", n))
}
