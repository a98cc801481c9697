//! What is said of the thing under the cursor: a note in full and what it looks like, a theme with who speaks
//! in it and its first notes.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::likeness::{self, Likely};
use super::{Pane, Themes, view};
use crate::domain::note::Note;
use crate::domain::theme::Theme;
use crate::domain::{Code, label};
use crate::kit::Cx;
use crate::kit::derived::Likeness;
use crate::kit::draw::{Glyph, Line, kind_glyph, paint, paint_spread, paint_wrapped};
use crate::kit::kinds::{kind_role, kind_words};
use crate::kit::theme::Role;
use crate::text::{Clean, wrap};
use crate::words::Args;

/// Suggestions are not torn wider than this: the eye must get from the name to the words.
const COLUMNS_MAX: u16 = 110;
/// Rows for the sentence that says why nothing is suggested.
const REASON_ROWS: u16 = 2;
/// Columns of the keys before a suggestion: "m zaa".
const KEYS_COLUMNS: usize = 6;

/// Draws it. `tall`: there is a pane of its own for it, so nothing needs to be pressed together.
pub fn view(screen: &Themes, cx: &Cx<'_>, area: Rect, tall: bool, buf: &mut Buffer) {
    match screen.pane {
        Pane::Notes => {
            if let Some(note) = screen.note(cx) {
                view_note(screen, note, cx, area, tall, buf);
            }
        }
        Pane::Themes => {
            if let Some(theme) = screen.theme(cx) {
                view_theme(screen, theme, cx, area, tall, buf);
            }
        }
    }
}

fn row(area: Rect, at: u16) -> Rect {
    Rect { y: area.y + at.min(area.height), height: u16::from(at < area.height), ..area }
}

fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

/// A note's code, kind and, unless it is silent, who said it. `all`: with the interview and the segment.
pub fn note_head(screen: &Themes, note: &Note, cx: &Cx<'_>, all: bool) -> Line {
    let dot = |line: Line| line.gap(1).add(Role::Muted, &Glyph::DOT).gap(1);
    let mut line = Line::new().add(Role::Strong, &Code::Note(note.code)).gap(2);
    line = line
        .add(kind_role(note.kind), &kind_glyph(note.kind))
        .gap(1)
        .add(kind_role(note.kind), &kind_words(note.kind, cx));
    if !note.kind.is_evidence() {
        line = dot(line).add(Role::Muted, &cx.words.say("themes-no-evidence"));
    }
    let interview = cx.sprint.interviews.get(note.interview).filter(|_| !screen.silent);
    if let Some(interview) = interview {
        line = dot(line).add(Role::Text, &Code::Respondent(interview.respondent));
        if let Some(team) = cx.sprint.teams.get(interview.team) {
            line = dot(line).add(Role::Muted, &Code::Interview(team.code, interview.number));
        }
        if all && !interview.segment.is_empty() {
            line = dot(line).add(Role::Muted, &interview.segment);
        }
    }
    if note.held {
        line =
            dot(line).add(Role::Warn, &Glyph::HELD).gap(1).add(Role::Warn, &cx.words.say("themes-held-back"));
    }
    line
}

fn view_note(screen: &Themes, note: &Note, cx: &Cx<'_>, area: Rect, tall: bool, buf: &mut Buffer) {
    paint(buf, row(area, 0), &note_head(screen, note, cx, area.width >= 100), *cx.theme, None);
    let body = below(area, 1);
    if screen.opened.is_some() {
        paint_wrapped(buf, body, Role::Strong, &note.text, *cx.theme);
        return;
    }
    let likely = likeness::of_note(screen, note, cx);
    let count = match &likely {
        Likely::Known(likely) if !likely.is_empty() => likely.len() as u16,
        Likely::Known(_) | Likely::Covered | Likely::Learning => REASON_ROWS,
    };
    let rows = if tall { 3 * count + 2 } else { count };
    let text = Rect { height: body.height.saturating_sub(rows).max(1).min(body.height), ..body };
    let used = paint_wrapped(buf, text, Role::Strong, &note.text, *cx.theme);
    match tall {
        true => view_likely_tall(&likely, cx, below(body, used + 1), buf),
        false => view_likely(&likely, cx, below(body, text.height), buf),
    }
}

/// Why nothing is suggested.
fn unlikely(likely: &Likely) -> Option<&'static str> {
    match likely {
        Likely::Covered => Some("themes-covered"),
        Likely::Learning => Some("themes-learning"),
        Likely::Known(list) if list.is_empty() => Some("themes-looks-like-none"),
        Likely::Known(_) => None,
    }
}

fn known(likely: &Likely) -> &[Likeness] {
    match likely {
        Likely::Covered | Likely::Learning => &[],
        Likely::Known(likely) => likely,
    }
}

/// Suggestions, one a row: its key, the theme, the words it rests on.
fn view_likely(likely: &Likely, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let area = Rect { width: area.width.min(COLUMNS_MAX), ..area };
    if let Some(why) = unlikely(likely) {
        paint_wrapped(buf, area, Role::Muted, &cx.words.say(why), *cx.theme);
        return;
    }
    let heading = Line::new().add(Role::Muted, &cx.words.say("themes-looks-like")).gap(2);
    let columns = heading.width();
    for (at, like) in known(likely).iter().enumerate() {
        let Some(theme) = cx.sprint.themes.get(like.theme) else { continue };
        let left = if at == 0 { heading.clone() } else { Line::new().gap(columns) };
        let left = left.then(keys(at, theme, cx)).add(Role::Text, &theme.name);
        let right = resting_on(at, like, theme, usize::from(area.width) * 2 / 5, cx);
        paint_spread(buf, row(area, at as u16), &left, &right, *cx.theme, None);
    }
}

/// Suggestions in a pane of their own: the words under each theme.
fn view_likely_tall(likely: &Likely, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    if let Some(why) = unlikely(likely) {
        paint_wrapped(buf, area, Role::Muted, &cx.words.say(why), *cx.theme);
        return;
    }
    paint(
        buf,
        row(area, 0),
        &Line::new().add(Role::Muted, &cx.words.say("themes-looks-like")),
        *cx.theme,
        None,
    );
    for (at, like) in known(likely).iter().enumerate() {
        let Some(theme) = cx.sprint.themes.get(like.theme) else { continue };
        let top = 1 + 3 * at as u16;
        let left = keys(at, theme, cx).add(Role::Text, &theme.name);
        paint(buf, row(area, top), &left, *cx.theme, None);
        let columns = usize::from(area.width).saturating_sub(keys_columns(cx));
        let words = Line::new().gap(keys_columns(cx)).then(resting_on(at, like, theme, columns, cx));
        paint(buf, row(area, top + 1), &words, *cx.theme, None);
    }
}

/// What takes a suggestion: a key of its own the first, the key that sends and the label the others.
fn keys(at: usize, theme: &Theme, cx: &Cx<'_>) -> Line {
    let letters = label::letters(theme.label).unwrap_or_default();
    let keys = if at == 0 { key("themes.take", cx) } else { format!("{} {letters}", key("themes.move", cx)) };
    Line::new().cell(Role::Key, &Clean::new(&keys), keys_columns(cx))
}

fn key(name: &str, cx: &Cx<'_>) -> String {
    cx.keymap.first_of::<Themes>(name).map_or_else(String::new, |key| key.to_string())
}

/// Columns of the keys before a suggestion, also where a desk's own are longer.
fn keys_columns(cx: &Cx<'_>) -> usize {
    let longest = key("themes.move", cx).len().max(1) - 1;
    KEYS_COLUMNS + longest
}

/// The words that a suggestion rests on, the strongest first: as many as `columns` hold, one at least.
fn resting_on(at: usize, like: &Likeness, theme: &Theme, columns: usize, cx: &Cx<'_>) -> Line {
    let line = |words: &[String]| {
        let args = Args::new().with("words", words.join(", "));
        let line = Line::new().add(Role::Accent, &cx.words.tell("themes-words", args));
        match (at, label::letters(theme.label)) {
            (0, Some(letters)) => {
                let label = Args::new().with("label", letters);
                line.gap(1).add(Role::Muted, &cx.words.tell("themes-label", label))
            }
            (_, Some(_) | None) => line,
        }
    };
    let fits = |count: &usize| *count <= 1 || line(&like.words[..*count]).width() <= columns;
    let count = (0..=like.words.len()).rev().find(fits).unwrap_or(0);
    line(&like.words[..count])
}

fn view_theme(screen: &Themes, theme: &Theme, cx: &Cx<'_>, area: Rect, tall: bool, buf: &mut Buffer) {
    let rows = wrap(theme.name.as_str(), usize::from(area.width.max(4))).len() as u16;
    let rows = rows.min(if tall { 5 } else { 2 });
    let used = paint_wrapped(
        buf,
        Rect { height: rows.min(area.height), ..area },
        Role::Strong,
        &theme.name,
        *cx.theme,
    );
    let mut rest = below(area, used);
    if !screen.silent {
        let line = view::counts(theme, cx).gap(2).then(codes(theme, usize::from(area.width), cx));
        paint(buf, row(rest, 0), &line, *cx.theme, None);
        rest = below(rest, 1);
        if cx.sprint.evidence.people_of(theme.id) == 1 && !theme.tray {
            let hint = cx.words.say("themes-one-voice-hint");
            let used = paint_wrapped(buf, rest, Role::Warn, &hint, *cx.theme);
            rest = below(rest, used);
        }
    }
    let rest = below(rest, u16::from(tall));
    let notes = cx.sprint.evidence.rows_of(theme.id);
    for (at, &place) in notes.iter().take(usize::from(rest.height)).enumerate() {
        let Some(note) = cx.sprint.notes.at_row(place) else { continue };
        let line = Line::new()
            .add(Role::Muted, &Code::Note(note.code))
            .gap(1)
            .add(kind_role(note.kind), &kind_glyph(note.kind))
            .gap(1)
            .add(Role::Text, &note.text);
        paint(buf, row(rest, at as u16), &line, *cx.theme, None);
    }
}

/// The codes of the first respondents, as many as a row can hold.
fn codes(theme: &Theme, columns: usize, cx: &Cx<'_>) -> Line {
    let people = cx.sprint.evidence.respondents_of(theme.id).take(columns / 5);
    people.fold(Line::new(), |line, person| line.add(Role::Muted, &Code::Respondent(person)).gap(1))
}
