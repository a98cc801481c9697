//! What is seen of an opened interview: whose it is and how long, the guide, the notes, the line being
//! written with the legend of its signs.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Opened;
use super::opened::{GuideLine, guide_lines, shown_notes};
use super::staff::staff_line;
use super::wall_view::{pause_words, state_words};
use super::writing::{Draft, Writing};
use crate::domain::Code;
use crate::domain::interview::{Asked, Interview, Status};
use crate::domain::note::{Kind, Note};
use crate::kit::Cx;
use crate::kit::draw::{
    Glyph, Line, bar, columns, kind_glyph, paint, paint_field, paint_spread, paint_wrapped, pane,
    scroll_mark, team_glyph,
};
use crate::kit::kinds::{kind_role, kind_words};
use crate::kit::theme::Role;
use crate::words::{Args, Phrase};

/// Rows for the line being written, or for the note under the cursor in full.
const LINE_ROWS: u16 = 2;

/// Where the parts lie.
pub struct Regions {
    head: Rect,
    guide_pane: Rect,
    notes_pane: Rect,
    /// Inside of the guide's pane.
    pub guide: Rect,
    /// Inside of the notes' pane.
    pub notes: Rect,
    line: Rect,
    legend: Rect,
}

/// Lays the parts out.
pub fn regions(area: Rect) -> Regions {
    let legend_rows = if area.width >= 78 { 1 } else { 2 };
    let head = Rect { height: 1, ..area };
    let legend = Rect { y: area.bottom().saturating_sub(legend_rows), height: legend_rows, ..area };
    let line = Rect { y: legend.y.saturating_sub(LINE_ROWS), height: LINE_ROWS, ..area };
    let body = Rect { y: area.y + 1, height: line.y.saturating_sub(area.y + 1), ..area };
    let shares = if area.width >= 110 { [2, 5] } else { [7, 13] };
    let [guide_pane, notes_pane] = columns(body, shares);
    let inside = |pane: Rect| Rect {
        x: pane.x + 1,
        y: pane.y + 1,
        width: pane.width.saturating_sub(2),
        height: pane.height.saturating_sub(2),
    };
    Regions {
        head,
        guide_pane,
        notes_pane,
        guide: inside(guide_pane),
        notes: inside(notes_pane),
        line,
        legend,
    }
}

/// Draws it.
pub fn view(opened: &Opened, writing: &Writing, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let Some(one) = cx.sprint.interviews.get(opened.id) else { return };
    let regions = regions(area);
    view_head(one, cx, regions.head, buf);
    view_guide(opened, one, cx, &regions, buf);
    view_notes(opened, one, cx, &regions, buf);
    match writing.draft() {
        Some(draft) => view_draft(draft, cx, regions.line, buf),
        None => view_selected(opened, one, cx, regions.line, buf),
    }
    view_legend(cx, regions.legend, buf);
}

fn view_head(one: &Interview, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let row = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let team = cx.sprint.teams.get(one.team).map_or(0, |team| team.code);
    let mut left = Line::new()
        .add(Role::Team(team as u8), &team_glyph(team))
        .gap(1)
        .add(Role::Strong, &Code::Interview(team, one.number))
        .gap(2)
        .add(Role::Strong, &Code::Respondent(one.respondent))
        .gap(1);
    if one.practice {
        left = left
            .add(Role::Warn, &Glyph::PRACTICE)
            .gap(1)
            .add(Role::Warn, &cx.words.say("interviews-practice"))
            .gap(1);
    }
    if !one.erased {
        left = left.add(Role::Muted, &Glyph::DOT).gap(1).add(consent_role(one), &consent_words(one, cx));
    }
    if !one.segment.is_empty() && area.width >= 100 {
        left = left.gap(1).add(Role::Muted, &Glyph::DOT).gap(1).add(Role::Muted, &one.segment);
    }
    let mut right = match (one.status, one.pause) {
        (Status::Started, Some(why)) => {
            Line::new().add(Role::Warn, &Glyph::PAUSED).gap(1).add(Role::Warn, &pause_words(why, cx)).gap(2)
        }
        (Status::Started, None) => Line::new(),
        _ => Line::new().add(Role::Muted, &state_words(one, cx)).gap(2),
    };
    if !one.is_ahead() {
        let spent = cx.words.clock((one.clock.spent_ms(&cx.now) / 1_000) as i64);
        let took = cx.words.tell("interviews-took", Args::new().with("spent", spent));
        paint_spread(buf, row, &left, &right.add(Role::Muted, &took), *cx.theme, None);
        return;
    }
    let left_s = one.clock.left_s(one.minutes, &cx.now);
    let role = if left_s < 0 { Role::Warn } else { Role::Strong };
    let args = Args::new()
        .with("left", cx.words.clock(left_s))
        .with("whole", cx.words.minutes_short(i64::from(one.minutes)));
    right = right.add(
        role,
        &cx.words.tell(if left_s < 0 { "interviews-whole-over" } else { "interviews-whole-left" }, args),
    );
    if one.clock.by_wall(&cx.now) {
        right = right.gap(1).add(Role::Warn, &cx.words.say("interviews-by-wall"));
    }
    let bar_room = 14;
    let taken = right.width() as u16;
    paint_spread(buf, row, &left, &right, *cx.theme, None);
    if left.width() as u16 + taken + bar_room + 3 <= row.width {
        let share = one.clock.spent_ms(&cx.now) as f64 / (f64::from(one.minutes) * 60_000.0);
        let place = Rect { x: row.right() - taken - bar_room - 1, width: bar_room, ..row };
        bar(buf, place, share, *cx.theme, if left_s < 0 { Role::Warn } else { Role::Fill });
    }
}

fn consent_role(one: &Interview) -> Role {
    if one.consent.notes { Role::Good } else { Role::Warn }
}

/// What the respondent agreed to, in words.
fn consent_words(one: &Interview, cx: &Cx<'_>) -> Phrase {
    let scopes = [
        (one.consent.notes, "interviews-scope-notes"),
        (one.consent.quotes, "interviews-scope-quotes"),
        (one.consent.shown, "interviews-scope-shown"),
        (one.consent.recontact, "interviews-scope-recontact"),
    ];
    let given: Vec<Phrase> =
        scopes.iter().filter(|(given, _)| *given).map(|(_, id)| cx.words.say(id)).collect();
    let args = Args::new().with("scopes", cx.words.list(&given));
    match (given.is_empty(), one.consent.notes) {
        (true, _) => cx.words.say("interviews-consent-none"),
        (false, true) => cx.words.tell("interviews-consent-to", args),
        (false, false) => cx.words.tell("interviews-consent-but-notes", args),
    }
}

fn view_guide(opened: &Opened, one: &Interview, cx: &Cx<'_>, regions: &Regions, buf: &mut Buffer) {
    let theme = *cx.theme;
    let title = match cx.sprint.guide_of(one) {
        Some(guide) if one.is_open() => {
            let left = one.section_left_s(guide, &cx.now);
            let role = if left < 0 { Role::Warn } else { Role::Accent };
            let args = Args::new().with("left", cx.words.clock(left));
            let id = if left < 0 { "interviews-section-over" } else { "interviews-section-left" };
            Line::new().add(role, &cx.words.tell(id, args))
        }
        _ => Line::new().add(Role::Muted, &cx.words.say("interviews-guide")),
    };
    let inside = pane(buf, regions.guide_pane, &title, !opened.on_notes, theme);
    let lines = guide_lines(one, cx.sprint);
    let seen = opened.guide.seen(usize::from(inside.height), lines.len());
    for (row, at) in seen.clone().enumerate() {
        let place = Rect { y: inside.y + row as u16, height: 1, ..inside };
        let on = (!opened.on_notes && at == opened.guide.at()).then_some(Role::Cursor);
        let (left, right) = guide_line(lines[at], one, cx);
        paint_spread(buf, place, &left, &right, theme, on);
    }
    scroll_mark(buf, inside, seen.start, usize::from(inside.height), lines.len(), theme);
}

fn guide_line(line: GuideLine, one: &Interview, cx: &Cx<'_>) -> (Line, Line) {
    let Some(guide) = cx.sprint.guide_of(one) else { return (Line::new(), Line::new()) };
    match line {
        GuideLine::Section(at) => {
            let section = &guide.sections[usize::from(at)];
            let (sign, role) = match at.cmp(&one.section) {
                std::cmp::Ordering::Less if has_open_must(at, one, guide) => (Glyph::WARN, Role::Warn),
                std::cmp::Ordering::Less => (Glyph::DONE, Role::Muted),
                std::cmp::Ordering::Equal => (Glyph::RUNS, Role::Accent),
                std::cmp::Ordering::Greater => (Glyph::DOT, Role::Text),
            };
            let spent = one.section_ms(at, &cx.now) / 1_000;
            let minutes = one.minutes_of_sections(guide).get(usize::from(at)).copied().unwrap_or(0);
            let left = Line::new().add(role, &sign).gap(1).add(role, &section.title);
            let right = match spent {
                0 => Line::new().add(Role::Muted, &cx.words.clock(i64::from(minutes) * 60)),
                _ => Line::new().add(Role::Muted, &cx.words.clock(spent as i64)),
            };
            (left, right)
        }
        GuideLine::Question(section, at) => {
            let question = &guide.sections[usize::from(section)].questions[usize::from(at)];
            let (sign, role) = match one.asked(section, at) {
                Asked::Open => (Glyph::OPEN, Role::Text),
                Asked::Asked => (Glyph::DONE, Role::Muted),
                Asked::Skipped => (Glyph::SKIPPED, Role::Muted),
            };
            let left = Line::new().gap(2).add(role, &sign).gap(1).add(role, &question.text);
            let right = match question.must {
                true => Line::new().add(Role::Warn, &cx.words.say("interviews-must")),
                false => Line::new(),
            };
            (left, right)
        }
    }
}

/// Whether a question of the section that must be asked is still open.
fn has_open_must(at: u8, one: &Interview, guide: &crate::domain::guide::Guide) -> bool {
    let questions = guide.sections.get(usize::from(at)).map_or(&[][..], |section| &section.questions);
    let open = |place: usize| one.asked(at, place as u8) == Asked::Open;
    questions.iter().enumerate().any(|(place, question)| question.must && open(place))
}

fn view_notes(opened: &Opened, one: &Interview, cx: &Cx<'_>, regions: &Regions, buf: &mut Buffer) {
    let theme = *cx.theme;
    let len = shown_notes(one, cx.sprint).count();
    let args = Args::new().with("notes", len);
    let title = Line::new().add(Role::Muted, &cx.words.tell("interviews-notes", args));
    let room = usize::from(regions.notes_pane.width.saturating_sub(6)).saturating_sub(title.width());
    let title = title.then(staff_line(one, room, cx));
    let inside = pane(buf, regions.notes_pane, &title, opened.on_notes, theme);
    if len == 0 {
        let id = match (one.status, one.consent.notes) {
            (Status::Withdrawn, _) if one.erased => "interviews-erased-text",
            (Status::Withdrawn, _) => "interviews-withdrawn-text",
            (_, false) => "interviews-notes-need-consent",
            (_, true) => "interviews-notes-empty",
        };
        let room = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
        paint_wrapped(buf, room, Role::Muted, &cx.words.say(id), theme);
        return;
    }
    let seen = opened.notes.seen(usize::from(inside.height), len);
    let notes = shown_notes(one, cx.sprint).skip(seen.start).take(seen.len());
    for (row, note) in notes.enumerate() {
        let place = Rect { y: inside.y + row as u16, height: 1, ..inside };
        let on = (opened.on_notes && seen.start + row == opened.notes.at()).then_some(Role::Cursor);
        paint(buf, place, &note_line(note, cx), theme, on);
    }
    scroll_mark(buf, inside, seen.start, usize::from(inside.height), len, theme);
}

fn note_line(note: &Note, cx: &Cx<'_>) -> Line {
    let mut line = Line::new()
        .cell_right(Role::Muted, &cx.words.clock((note.offset_ms / 1_000) as i64), 5)
        .gap(1)
        .add(kind_role(note.kind), &kind_glyph(note.kind))
        .gap(1);
    if note.held {
        line = line.add(Role::Warn, &Glyph::HELD).gap(1);
    }
    line.add(if note.kind.is_evidence() { Role::Text } else { Role::Muted }, &note.text)
}

fn view_draft(draft: &Draft, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let row = Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: 1, ..area };
    let mut line = Line::new().add(Role::Key, &Glyph::PROMPT).gap(1);
    if draft.kind != Kind::Plain {
        let kind = kind_words(draft.kind, cx);
        line = line.add(Role::Accent, &kind).gap(1).add(Role::Muted, &Glyph::DOT).gap(1);
    }
    let taken = line.width() as u16;
    paint(buf, row, &line, *cx.theme, None);
    let room = Rect { x: row.x + taken, width: row.width.saturating_sub(taken), ..row };
    paint_field(buf, room, &draft.field, *cx.theme);
}

/// The question or the note under the cursor in full, with its code; what to do where there is none.
fn view_selected(opened: &Opened, one: &Interview, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let row = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    if let Some(question) = selected_question(opened, one, cx) {
        paint_wrapped(buf, row, Role::Text, question, *cx.theme);
        return;
    }
    let note = shown_notes(one, cx.sprint).nth(opened.notes.at()).filter(|_| opened.on_notes);
    match note {
        Some(note) => {
            let code = Line::new().add(Role::Key, &Code::Note(note.code));
            paint(buf, row, &code, *cx.theme, None);
            let taken = code.width() as u16 + 1;
            let room = Rect { x: row.x + taken, width: row.width.saturating_sub(taken), ..row };
            paint_wrapped(buf, room, Role::Text, &note.text, *cx.theme);
        }
        None if one.consent.notes && one.status != Status::Withdrawn => {
            paint(
                buf,
                row,
                &Line::new().add(Role::Muted, &cx.words.say("interviews-press-a")),
                *cx.theme,
                None,
            );
        }
        None => {}
    }
}

fn selected_question<'a>(opened: &Opened, one: &Interview, cx: &Cx<'a>) -> Option<&'a crate::text::Clean> {
    if opened.on_notes {
        return None;
    }
    match guide_lines(one, cx.sprint).get(opened.guide.at())? {
        GuideLine::Section(_) => None,
        GuideLine::Question(section, at) => {
            let section = cx.sprint.guide_of(one)?.sections.get(usize::from(*section))?;
            section.questions.get(usize::from(*at)).map(|question| &question.text)
        }
    }
}

fn view_legend(cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let kinds: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| kind.sign().is_some()).collect();
    let per_row = kinds.len().div_ceil(usize::from(area.height.max(1)));
    for (row, kinds) in kinds.chunks(per_row).enumerate() {
        let mut line = Line::new();
        for &kind in kinds {
            line =
                line.add(Role::Key, &kind_glyph(kind)).gap(1).add(Role::Muted, &kind_words(kind, cx)).gap(2);
        }
        let place =
            Rect { x: area.x + 1, y: area.y + row as u16, width: area.width.saturating_sub(2), height: 1 };
        paint(buf, place, &line, *cx.theme, None);
    }
}
