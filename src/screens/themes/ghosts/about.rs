//! What is said of the ghost under the cursor: a note in full and why it lies here, a group with its words, its central
//! note and its like in another script.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::view::{EDGE, put, sign};
use super::{Ghosts, Group, Row, offered_name};
use crate::domain::Code;
use crate::domain::note::Note;
use crate::kit::Cx;
use crate::kit::draw::{Glyph, Line, columns, kind_glyph, paint_wrapped};
use crate::kit::kinds::{kind_role, kind_words};
use crate::kit::theme::Role;
use crate::text::fold;
use crate::words::{Args, Phrase};

/// Up to this distance a note lies in the middle of its group.
const MIDDLE: f32 = 0.33;
/// Letters of a word's beginning that tell it from others, as the method has it.
const STEM_CHARS: usize = 5;
/// Rows in which a group can be told under one of its notes.
const GROUP_ROWS: u16 = 7;
/// Columns between two groups side by side.
const BETWEEN: u16 = 2;

/// Draws it.
pub fn view(ghosts: &Ghosts, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    match ghosts.row() {
        Row::All => {
            let new = ghosts.groups().iter().filter(|group| group.theme.is_none()).count();
            let args = Args::new().with("new", new);
            let used = paint_wrapped(
                buf,
                area,
                Role::Text,
                &cx.words.tell("themes-ghosts-about-all", args),
                *cx.theme,
            );
            let rest = below(area, used);
            paint_wrapped(buf, rest, Role::Muted, &cx.words.say("themes-ghosts-about-keys"), *cx.theme);
        }
        Row::Heading(place) => view_group(ghosts, place, cx, area, buf),
        Row::Note(place, at) => view_note(ghosts, place, at, cx, area, buf),
    }
}

fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

fn view_group(ghosts: &Ghosts, place: usize, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let groups = ghosts.groups();
    let group = &groups[place];
    let twin = group.twin.filter(|_| !group.is_linked).and_then(|twin| groups.get(twin));
    let Some(twin) = twin else { return view_one(ghosts, group, cx, area, buf) };
    let [left, right] = columns(area, [1, 1]);
    view_one(ghosts, group, cx, Rect { width: left.width.saturating_sub(BETWEEN), ..left }, buf);
    view_one(ghosts, twin, cx, right, buf);
}

fn view_one(ghosts: &Ghosts, group: &Group, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let mut name = sign(group, cx).gap(1);
    let indent = name.width() as u16;
    put(buf, area, 0, &name, cx);
    name = Line::new();
    let room = Rect { x: area.x + indent, width: area.width.saturating_sub(indent), ..area };
    let most = Rect { height: room.height.min(2), ..room };
    let mut used = paint_wrapped(buf, most, Role::Strong, &group.name, *cx.theme);
    // Under a name of people stand the words that the group rests on.
    if !group.words.is_empty() && group.name != offered_name(&group.words) {
        let words = [&group.words[..], &group.linked_words[..]].concat();
        let args = Args::new().with("words", words.join(", "));
        name = name.add(Role::Accent, &cx.words.tell("themes-words", args));
        put(buf, area, used, &name, cx);
        used += 1;
    }
    let (held, script) = (cohesion(group, cx), scripts(ghosts, group, cx));
    let muted = |words: &Phrase| Line::new().add(Role::Muted, words);
    let both = muted(&held).gap(1).add(Role::Muted, &Glyph::DOT).gap(1).then(muted(&script));
    let rows = match both.width() <= usize::from(area.width) {
        true => vec![both],
        false => vec![muted(&held), muted(&script)],
    };
    for line in &rows {
        put(buf, area, used, line, cx);
        used += 1;
    }
    let rest = below(area, used);
    let central = group.central.and_then(|at| ghosts.note_at(at, cx.sprint));
    let first = || group.notes.first().and_then(|(at, _)| ghosts.note_at(*at, cx.sprint));
    if let Some(note) = central.or_else(first) {
        let head = Line::new()
            .add(Role::Muted, &Code::Note(note.code))
            .gap(1)
            .add(kind_role(note.kind), &kind_glyph(note.kind))
            .gap(1)
            .add(Role::Muted, &cx.words.say("themes-ghost-central"));
        put(buf, rest, 0, &head, cx);
        paint_wrapped(buf, below(rest, 1), Role::Text, &note.text, *cx.theme);
    }
}

/// How close together the notes of a group lie.
fn cohesion(group: &Group, cx: &Cx<'_>) -> Phrase {
    let sum: f32 = group.notes.iter().map(|(_, distance)| distance).sum();
    let mean = sum / group.notes.len().max(1) as f32;
    cx.words.say(match mean {
        ..=MIDDLE => "themes-ghost-close",
        ..=EDGE => "themes-ghost-mixed",
        _ => "themes-ghost-wide",
    })
}

/// In which letters a group is written.
fn scripts(ghosts: &Ghosts, group: &Group, cx: &Cx<'_>) -> Phrase {
    let is_cyrillic = |note: &Note| {
        let letters = || note.text.as_str().chars().filter(|c| c.is_alphabetic());
        letters().filter(|c| ('\u{400}'..='\u{52f}').contains(c)).count() * 2 > letters().count()
    };
    let notes = group.notes.iter().filter_map(|(at, _)| ghosts.note_at(*at, cx.sprint));
    let (mut cyrillic, mut other) = (false, false);
    for note in notes {
        match is_cyrillic(note) {
            true => cyrillic = true,
            false => other = true,
        }
    }
    cx.words.say(match (cyrillic, other) {
        (true, true) => "themes-script-both",
        (true, false) => "themes-script-cyrillic",
        (false, _) => "themes-script-latin",
    })
}

fn view_note(ghosts: &Ghosts, place: usize, at: usize, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let group = &ghosts.groups()[place];
    let (note_at, distance) = group.notes[at];
    let Some(note) = ghosts.note_at(note_at, cx.sprint) else { return };
    let dot = |line: Line| line.gap(1).add(Role::Muted, &Glyph::DOT).gap(1);
    let mut head = Line::new().add(Role::Strong, &Code::Note(note.code)).gap(2);
    head = head
        .add(kind_role(note.kind), &kind_glyph(note.kind))
        .gap(1)
        .add(kind_role(note.kind), &kind_words(note.kind, cx));
    if let Some(interview) = cx.sprint.interviews.get(note.interview) {
        head = dot(head).add(Role::Text, &Code::Respondent(interview.respondent));
    }
    put(buf, area, 0, &head, cx);
    let reason = reason(note, group, distance, cx);
    let reasons = Line::wrapped(Role::Muted, &reason, usize::from(area.width));
    let rows = (reasons.len() as u16).min(area.height.saturating_sub(2));
    let body = below(area, 1);
    let text = Rect { height: body.height.saturating_sub(rows), ..body };
    let used = paint_wrapped(buf, text, Role::Strong, &note.text, *cx.theme);
    for (row, line) in reasons.iter().take(usize::from(rows)).enumerate() {
        put(buf, body, used + row as u16, line, cx);
    }
    // Where there is room, its group stands below it.
    let rest = below(body, used + rows + 1);
    if rest.height >= GROUP_ROWS {
        view_one(ghosts, group, cx, rest, buf);
    }
}

/// Why a note lies in a group: the words, and how near to its middle.
fn reason(note: &Note, group: &Group, distance: f32, cx: &Cx<'_>) -> Phrase {
    let learnt = group.theme.and_then(|id| {
        let row = cx.sprint.themes.row_of(id)? as usize;
        Some(cx.derived.learner.as_ref()?.words(note.text.as_str(), row))
    });
    let words = learnt.filter(|words| !words.is_empty()).unwrap_or_else(|| resting_on(note, group));
    let place = cx.words.say(match distance {
        ..=MIDDLE => "themes-ghost-typical",
        ..=EDGE => "themes-ghost-near",
        _ => "themes-ghost-edge",
    });
    let args = Args::new().with("place", &place);
    match words.is_empty() {
        true => cx.words.tell("themes-ghost-by-text", args),
        false => cx.words.tell("themes-ghost-by-words", args.with("words", words.join(", "))),
    }
}

/// The words of a note that begin as words of its group do.
fn resting_on(note: &Note, group: &Group) -> Vec<String> {
    let stem = |word: &str| fold(word).chars().take(STEM_CHARS).collect::<String>();
    let stems: Vec<String> = group.words.iter().map(|word| stem(word)).collect();
    let words = note.text.as_str().split(|c: char| !c.is_alphanumeric() && !"'’ʼ-".contains(c));
    let mut found: Vec<String> = Vec::new();
    for word in words.filter(|word| !word.is_empty() && stems.contains(&stem(word))) {
        if !found.iter().any(|one| stem(one) == stem(word)) {
            found.push(word.to_owned());
        }
    }
    found
}
