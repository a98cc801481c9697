//! The clock alone, as large as the wall: what we do now above it, whose turn it is and what comes next below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::public::{Mark, Now, Planned, Public, Timebox, Turn};
use super::view::{Look, centred, clock_role, is_large, team_line};
use crate::domain::Code;
use crate::kit::draw::{
    Glyph, Line, Shown, bar, big_words, big_words_columns, big_words_rows, huge_clock, huge_size, paint,
    team_glyph,
};
use crate::kit::theme::Role;
use crate::words::Args;

/// From so many columns on titles are written in letters several rows high.
const BIG_TITLE_COLUMNS: u16 = 100;
/// Rows of what stands below the clock: a gap, labels, what they name.
const BELOW_ROWS: u16 = 3;
/// The same with names in large letters.
const BELOW_ROWS_LARGE: u16 = 6;

/// Draws it.
pub fn view(public: &Public, look: Look<'_>, area: Rect, buf: &mut Buffer) {
    let below = if is_large(area) { BELOW_ROWS_LARGE } else { BELOW_ROWS }.min(area.height);
    let main = Rect { height: area.height - below, ..area };
    match &public.now {
        Now::Timebox(timebox) => view_timebox(timebox, look, main, buf),
        Now::Before(Some(first)) => view_planned("face-begins", public, first, look, main, buf),
        Now::Between => match &public.next {
            Some(next) => view_planned("face-next-at", public, next, look, main, buf),
            None => view_words("face-over", public, look, main, buf),
        },
        Now::Before(None) => view_words("face-no-agenda", public, look, main, buf),
        Now::Over | Now::Stopped => view_words("face-over", public, look, main, buf),
    }
    view_below(public, look, Rect { y: area.bottom() - below, height: below, ..area }, buf);
}

fn view_timebox(timebox: &Timebox, look: Look<'_>, area: Rect, buf: &mut Buffer) {
    let clock = look.words.clock(timebox.left_s);
    let title = title_rows(&timebox.title, area);
    let room = area.height.saturating_sub(title + 4);
    let clock_rows = huge_size(&clock, Rect { height: room, ..area }).map_or(1, |(_, rows)| rows);
    let spare = room.saturating_sub(clock_rows);
    let mut y = area.y + (1 + spare / 3).min(area.height);
    paint_title(&timebox.title, look, Rect { y, height: title, ..area }, buf);
    y += title + 1 + spare / 4;
    let place = Rect { y, height: clock_rows, ..area };
    if huge_clock(buf, place, &clock, look.theme, clock_role(timebox.left_s)) == 0 {
        centred(buf, place, &Line::new().add(clock_role(timebox.left_s), &clock), look.theme);
    }
    y += clock_rows + (1 + spare / 6).min(2);
    view_bar(timebox, look, Rect { y, height: 1, ..area }, buf);
}

/// The bar of the timebox with its minutes before and its end behind it.
fn view_bar(timebox: &Timebox, look: Look<'_>, row: Rect, buf: &mut Buffer) {
    let left = match timebox.paused {
        true => {
            Line::new().add(Role::Warn, &Glyph::PAUSED).gap(1).add(Role::Warn, &look.words.say("face-paused"))
        }
        false => Line::new().add(Role::Muted, &look.words.minutes_short(i64::from(timebox.minutes))),
    };
    let ends = match timebox.left_s < 0 || timebox.paused {
        true => Line::new(),
        false => {
            let args = Args::new().with("end", &timebox.ends);
            Line::new().add(Role::Text, &look.words.tell("face-ends", args))
        }
    };
    let (before, behind) = (left.width() as u16 + 1, ends.width() as u16 + 1);
    paint(buf, row, &left, look.theme, None);
    paint(buf, Rect { x: row.right() - behind + 1, width: behind - 1, ..row }, &ends, look.theme, None);
    let room = row.width.saturating_sub(before + behind);
    let fill = if timebox.left_s < 0 { Role::Warn } else { Role::Fill };
    bar(buf, Rect { x: row.x + before, width: room, ..row }, timebox.share, look.theme, fill);
}

/// A timebox to come: when, as large as a clock, and what.
fn view_planned(id: &str, public: &Public, planned: &Planned, look: Look<'_>, area: Rect, buf: &mut Buffer) {
    let title = title_rows(&planned.title, area);
    let room = area.height.saturating_sub(title + 5);
    let rows = huge_size(&planned.at, Rect { height: room, ..area }).map_or(1, |(_, rows)| rows);
    let spare = room.saturating_sub(rows);
    let mut y = area.y + (1 + spare / 3).min(area.height);
    centred(buf, Rect { y, height: 1, ..area }, &Line::new().add(Role::Strong, &public.title), look.theme);
    let label = Line::new().add(Role::Muted, &look.words.say(id));
    centred(buf, Rect { y: y + 1, height: 1, ..area }, &label, look.theme);
    y += 3;
    huge_clock(buf, Rect { y, height: rows, ..area }, &planned.at, look.theme, Role::Text);
    y += rows + 1;
    paint_title(&planned.title, look, Rect { y, height: title, ..area }, buf);
}

/// A sentence under the title of the sprint.
fn view_words(id: &str, public: &Public, look: Look<'_>, area: Rect, buf: &mut Buffer) {
    let title = title_rows(&public.title, area);
    let y = area.y + area.height.saturating_sub(title + 2) / 2;
    paint_title(&public.title, look, Rect { y, height: title, ..area }, buf);
    let line = Line::new().add(Role::Muted, &look.words.say(id));
    centred(buf, Rect { y: y + title + 1, height: 1, ..area }, &line, look.theme);
}

/// How large a dot of a title may be.
fn title_scale(area: Rect) -> usize {
    usize::from(area.width / BIG_TITLE_COLUMNS)
}

fn title_rows(title: &impl Shown, area: Rect) -> u16 {
    big_words_rows(title, area, title_scale(area)).clamp(1, (area.height / 3).max(1))
}

/// A title in large letters where there is room for them, else on a line.
fn paint_title(title: &impl Shown, look: Look<'_>, place: Rect, buf: &mut Buffer) {
    let large =
        place.height > 1 && big_words(buf, place, title, title_scale(place), look.theme, Role::Strong) > 0;
    if !large {
        centred(buf, Rect { height: 1, ..place }, &Line::new().add(Role::Strong, title), look.theme);
    }
}

/// One of the things below the clock.
struct Part {
    label: Line,
    /// The sign of a team, which stands before the label where the name is large.
    sign: Line,
    /// What it names, on a line.
    line: Line,
    /// The same for large letters, in which signs can't be written.
    large: Line,
    role: Role,
}

/// Who is at the keyboard, what comes next, who comes next: side by side, what there is of it.
fn view_below(public: &Public, look: Look<'_>, area: Rect, buf: &mut Buffer) {
    let mut parts: Vec<Part> = Vec::new();
    parts.extend(public.turn.as_ref().map(|turn| turn_part(turn, look)));
    let says_next_above = matches!(public.now, Now::Before(_) | Now::Between);
    if let (Some(next), false) = (&public.next, says_next_above) {
        let line = Line::new().add(Role::Strong, &next.at).gap(1).add(Role::Text, &next.title);
        let label = Line::new().add(Role::Muted, &look.words.say("face-next"));
        parts.push(Part { label, sign: Line::new(), large: line.clone(), line, role: Role::Text });
    }
    parts.extend(public.next_team.as_ref().map(|team| team_part("face-next-team", team, look)));
    if area.height < BELOW_ROWS || parts.is_empty() {
        return;
    }
    let width = area.width / parts.len() as u16;
    for (at, part) in parts.into_iter().enumerate() {
        let x = area.x + width * at as u16;
        let place = Rect { x, width: width.saturating_sub(2), y: area.y + 1, height: area.height - 1 };
        view_part(&part, look, place, buf);
    }
}

fn view_part(part: &Part, look: Look<'_>, place: Rect, buf: &mut Buffer) {
    let below = Rect { y: place.y + 1, height: place.height - 1, ..place };
    // Large letters stand in the middle of their room; here they begin where their label does.
    let columns = big_words_columns(&part.large).min(below.width);
    let room = Rect { width: columns, ..below };
    let large = below.height > 1 && big_words(buf, room, &part.large, 1, look.theme, part.role) > 0;
    if !large {
        paint(buf, Rect { height: 1, ..below }, &part.line, look.theme, None);
    }
    let sign = if large { part.sign.clone() } else { Line::new() };
    paint(buf, Rect { height: 1, ..place }, &sign.then(part.label.clone()), look.theme, None);
}

fn turn_part(turn: &Turn, look: Look<'_>) -> Part {
    let Some(left_s) = turn.left_s else { return team_part("face-called", &turn.team, look) };
    let part = team_part("face-at-keyboard", &turn.team, look);
    let clock = Line::new().add(clock_role(left_s), &look.words.clock(left_s));
    let label = part.label.gap(2).then(clock);
    Part { label, ..part }
}

fn team_part(id: &str, team: &Mark, look: Look<'_>) -> Part {
    let role = Role::Team(team.number as u8);
    let large = Line::new().add(role, &Code::Team(team.number)).gap(1).add(role, &team.name);
    let label = Line::new().add(Role::Muted, &look.words.say(id));
    let sign = Line::new().add(role, &team_glyph(team.number)).gap(1);
    Part { label, sign, line: team_line(team), large, role }
}
