//! What is seen of the wall: a heading a round, tiles under it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::wall::{Section, Spot, Wall};
use crate::domain::Code;
use crate::domain::interview::{Interview, Pause, Status};
use crate::kit::Cx;
use crate::kit::draw::{
    Glyph, Line, bar, big_clock, big_size, paint, paint_spread, paint_wrapped, pane, team_glyph,
};
use crate::kit::theme::Role;
use crate::words::{Args, Phrase};

/// A row of the wall: a heading, or tiles side by side.
pub struct Row {
    /// What lies in it, from the left.
    pub spots: Vec<Spot>,
    /// Rows of the screen that it takes.
    pub height: u16,
}

/// The narrowest tile.
const TILE_COLUMNS_MIN: u16 = 20;
/// The widest tile: wider ones tear the eye apart.
const TILE_COLUMNS_MAX: u16 = 40;

/// The rows of the wall at its present size.
pub fn rows(wall: &Wall, cx: &Cx<'_>) -> Vec<Row> {
    let sections = wall.sections(cx.sprint);
    let (across, height) = tile_size(wall.area, &sections);
    let mut rows = Vec::new();
    for section in &sections {
        rows.push(Row { spots: vec![Spot::Round(section.round)], height: 1 });
        if section.open {
            for tiles in section.all.chunks(across) {
                let spots = tiles.iter().map(|one| Spot::Interview(one.id)).collect();
                rows.push(Row { spots, height });
            }
        }
    }
    rows
}

/// Tiles side by side and the height of each: big digits where all that is open fits with them.
fn tile_size(area: Rect, sections: &[Section<'_>]) -> (usize, u16) {
    let across = usize::from((area.width / TILE_COLUMNS_MIN).clamp(1, 8));
    let tile_rows: usize = sections.iter().filter(|s| s.open).map(|s| s.all.len().div_ceil(across)).sum();
    let room = usize::from(area.height).saturating_sub(sections.len());
    let height = [8, 7, 4].into_iter().find(|&height| tile_rows * height <= room).unwrap_or(4);
    (across, height as u16)
}

/// The first row to draw so that row `at` is in sight.
pub fn scrolled(rows: &[Row], at: usize, top: usize, height: u16) -> usize {
    let mut top = top.min(at);
    let needed = |top: usize| rows[top..=at].iter().map(|row| row.height).sum::<u16>();
    while top < at && needed(top) > height {
        top += 1;
    }
    top
}

/// Draws the wall.
pub fn view(wall: &Wall, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    if cx.sprint.interviews.is_empty() && cx.sprint.rounds().next().is_none() {
        let room = Rect {
            x: area.x + 2,
            y: area.y + 1,
            width: area.width.saturating_sub(4),
            height: 4.min(area.height),
        };
        paint_wrapped(buf, room, Role::Muted, &cx.words.say("interviews-empty"), *cx.theme);
        return;
    }
    let rows = rows(wall, cx);
    let sections = wall.sections(cx.sprint);
    let spot = wall.spot(cx.sprint);
    for (row, place) in seen(&rows, wall.top, area) {
        view_row(row, &sections, spot, cx, place, buf);
    }
}

/// The rows that are seen from row `top` on, and where each lies.
fn seen(rows: &[Row], top: usize, area: Rect) -> impl Iterator<Item = (&Row, Rect)> {
    let places = rows.iter().skip(top).scan(area.y, move |y, row| {
        let place = Rect { y: *y, height: row.height, ..area };
        *y += row.height;
        Some((row, place))
    });
    places.take_while(move |(_, place)| place.bottom() <= area.bottom())
}

/// Where the tile at place `at` of a row lies.
fn tile_place(row: Rect, at: usize) -> Rect {
    let width = (row.width / tile_size_of(row.width)).min(TILE_COLUMNS_MAX);
    Rect { x: row.x + width * at as u16, width, ..row }
}

/// What lies there.
pub fn spot_at(wall: &Wall, cx: &Cx<'_>, area: Rect, at: Position) -> Option<Spot> {
    let rows = rows(wall, cx);
    let (row, place) = seen(&rows, wall.top, area).find(|(_, place)| place.contains(at))?;
    match row.spots[..] {
        [Spot::Round(round)] => Some(Spot::Round(round)),
        _ => (0..row.spots.len())
            .find(|&tile| tile_place(place, tile).contains(at))
            .map(|tile| row.spots[tile]),
    }
}

fn view_row(
    row: &Row,
    sections: &[Section<'_>],
    spot: Option<Spot>,
    cx: &Cx<'_>,
    place: Rect,
    buf: &mut Buffer,
) {
    if let [Spot::Round(round)] = row.spots[..] {
        if let Some(section) = sections.iter().find(|section| section.round == round) {
            view_heading(section, spot == Some(Spot::Round(round)), cx, place, buf);
        }
        return;
    }
    for (at, one) in row.spots.iter().enumerate() {
        let Spot::Interview(id) = one else { continue };
        let Some(interview) = cx.sprint.interviews.get(*id) else { continue };
        view_tile(interview, spot == Some(*one), cx, tile_place(place, at), buf);
    }
}

fn tile_size_of(columns: u16) -> u16 {
    (columns / TILE_COLUMNS_MIN).clamp(1, 8)
}

fn view_heading(section: &Section<'_>, on: bool, cx: &Cx<'_>, place: Rect, buf: &mut Buffer) {
    let counts = counts(section, cx);
    let item = section.round.and_then(|id| cx.sprint.agenda.get(id));
    let sign = if section.open { Glyph::DOWN } else { Glyph::RUNS };
    let mut left = Line::new().add(if on { Role::Accent } else { Role::Muted }, &sign).gap(1);
    left = match item {
        Some(item) => left.add(Role::Strong, &item.title),
        None => left.add(Role::Strong, &cx.words.say("interviews-no-round")),
    };
    left = left.gap(2).add(Role::Muted, &counts);
    let right = match item {
        Some(item) if item.clock.is_running() => {
            let left_s = item.clock.left_s(item.minutes, &cx.now);
            let role = if left_s < 0 { Role::Warn } else { Role::Strong };
            Line::new().add(role, &cx.words.clock(left_s))
        }
        Some(item) => {
            let minutes = cx.words.minutes_short(i64::from(item.minutes));
            let start = crate::kit::said::civil_time(item.start, cx.words);
            Line::new()
                .add(Role::Muted, &start)
                .gap(1)
                .add(Role::Muted, &Glyph::DOT)
                .gap(1)
                .add(Role::Muted, &minutes)
        }
        None => Line::new(),
    };
    let row = Rect { x: place.x + 1, width: place.width - 2, ..place };
    paint_spread(buf, row, &left, &right, *cx.theme, on.then_some(Role::Cursor));
}

/// How many interviews of a round run, are done, are planned; what is none is not said.
fn counts(section: &Section<'_>, cx: &Cx<'_>) -> Phrase {
    let count = |id: &str, counted: fn(&Interview) -> bool| {
        let count = section.all.iter().filter(|one| counted(one)).count();
        (count > 0).then(|| cx.words.tell(id, Args::new().with("count", count)))
    };
    let parts = [
        count("interviews-count-running", |one| one.clock.is_running()),
        count("interviews-count-paused", |one| one.is_open() && !one.clock.is_running()),
        count("interviews-count-done", |one| one.status == Status::Done),
        count("interviews-count-planned", |one| matches!(one.status, Status::Planned | Status::Arrived)),
    ];
    let parts: Vec<Phrase> = parts.into_iter().flatten().collect();
    match parts.is_empty() {
        true => cx.words.say("interviews-count-none"),
        false => cx.words.list(&parts),
    }
}

fn view_tile(one: &Interview, on: bool, cx: &Cx<'_>, tile: Rect, buf: &mut Buffer) {
    let inside = pane(buf, tile, &tile_title(one, cx), on, *cx.theme);
    let row = |y: u16| Rect { y: inside.y + y, height: 1, ..inside };
    match one.is_open() {
        true => view_running(one, cx, inside, buf),
        false => {
            paint(buf, row(0), &Line::new().add(Role::Text, &state_words(one, cx)), *cx.theme, None);
            let notes = Args::new().with("notes", one.notes.len());
            let mut line = Line::new().add(Role::Muted, &cx.words.tell("interviews-notes", notes));
            if !one.segment.is_empty() {
                line = line.gap(1).add(Role::Muted, &Glyph::DOT).gap(1).add(Role::Muted, &one.segment);
            }
            if inside.height > 1 && one.status != Status::Withdrawn {
                paint(buf, row(1), &line, *cx.theme, None);
            }
        }
    }
}

fn tile_title(one: &Interview, cx: &Cx<'_>) -> Line {
    let team = cx.sprint.teams.get(one.team).map_or(0, |team| team.code);
    let mut line = Line::new()
        .add(Role::Team(team as u8), &team_glyph(team))
        .gap(1)
        .add(Role::Strong, &Code::Interview(team, one.number))
        .gap(1)
        .add(Role::Muted, &Code::Respondent(one.respondent));
    if one.practice {
        line = line.gap(1).add(Role::Warn, &Glyph::PRACTICE);
    }
    line
}

fn view_running(one: &Interview, cx: &Cx<'_>, inside: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    let row = |y: u16| Rect { y: inside.y + y, height: 1, ..inside };
    let guide = cx.sprint.guide_of(one);
    let section_left = guide.map(|guide| one.section_left_s(guide, &cx.now));
    let name =
        guide.and_then(|guide| guide.sections.get(usize::from(one.section))).map(|section| &section.title);
    let whole_left = one.clock.left_s(one.minutes, &cx.now);
    let role = |left: i64| if left < 0 { Role::Warn } else { Role::Strong };
    let mut first = Line::new();
    if let Some(name) = name {
        first = first.add(Role::Text, name);
    }
    let clock = section_left.map(|left| cx.words.clock(left)).unwrap_or_default();
    let clock_role = role(section_left.unwrap_or(whole_left));
    let big = inside.height >= 5 && big_size(&clock).0 <= inside.width;
    let right = match big {
        true => Line::new(),
        false => Line::new().add(clock_role, &clock),
    };
    paint_spread(buf, row(0), &first, &right, theme, None);
    if big {
        let (columns, _) = big_size(&clock);
        let x = inside.x + (inside.width - columns) / 2;
        big_clock(
            buf,
            Rect { x, y: inside.y + 1, width: columns, height: inside.height - 2 },
            &clock,
            theme,
            clock_role,
        );
    }
    let last = row(inside.height - 1);
    let whole = match one.pause {
        Some(why) => {
            Line::new().add(Role::Warn, &Glyph::PAUSED).gap(1).add(Role::Warn, &pause_words(why, cx))
        }
        None => Line::new().add(role(whole_left), &cx.words.clock(whole_left)),
    };
    let taken = whole.width() as u16 + 1;
    let room = inside.width.saturating_sub(taken);
    let share = one.clock.spent_ms(&cx.now) as f64 / (f64::from(one.minutes) * 60_000.0);
    let fill = if whole_left < 0 { Role::Warn } else { Role::Fill };
    if room >= 6 {
        bar(buf, Rect { width: room, ..last }, share, theme, fill);
    }
    paint_spread(buf, last, &Line::new(), &whole, theme, None);
}

/// Why an interview stands still.
pub fn pause_words(why: Pause, cx: &Cx<'_>) -> Phrase {
    cx.words.say(match why {
        Pause::Break => "interviews-pause-break",
        Pause::Distress => "interviews-pause-distress",
        Pause::Interpreter => "interviews-pause-interpreter",
        Pause::Alert => "interviews-pause-alert",
    })
}

/// Where an interview stands.
pub fn state_words(one: &Interview, cx: &Cx<'_>) -> Phrase {
    cx.words.say(match one.status {
        Status::Withdrawn if one.erased => "interviews-state-erased",
        Status::Planned => "interviews-state-planned",
        Status::Arrived => "interviews-state-arrived",
        Status::Started => "interviews-state-started",
        Status::Done => "interviews-state-done",
        Status::Stopped => "interviews-state-stopped",
        Status::NoShow => "interviews-state-no-show",
        Status::Withdrawn => "interviews-state-withdrawn",
    })
}
