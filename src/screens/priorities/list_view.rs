//! What is seen of the ranked list. The tie band comes first, so that nobody reads 0.71 against 0.69 as a
//! winner.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::standing::{Standing, standings};
use super::view::Regions;
use super::weights_view::criterion_words_short;
use super::{Priorities, list, reveal};
use crate::domain::Code;
use crate::domain::priority::Score;
use crate::kit::Cx;
use crate::kit::draw::{Glyph, Line, highlight, level_glyph, paint, range_bar, scroll_mark};
use crate::kit::theme::Role;
use crate::method::evidence::Grade;
use crate::method::ranking::{Criterion, Row};
use crate::text::width;
use crate::words::{Args, Phrase};

/// Widths of the columns; nought is left out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Columns {
    band: usize,
    moved: usize,
    code: usize,
    name: usize,
    department: usize,
    demand: usize,
    demand_most: u32,
    level: usize,
    share: usize,
    impact: usize,
    said: usize,
    feasible: usize,
    score: usize,
    range: usize,
    state: usize,
}

/// Digits of a number.
fn digits(n: usize) -> usize {
    n.to_string().len()
}

impl Columns {
    /// What fits into so many columns for so many services.
    pub fn of(columns: usize, services: usize, code_max: usize, demand: usize) -> Self {
        let mut widths = Self {
            band: 2 * digits(services) + 2,
            moved: if columns >= 74 { 1 + digits(services) } else { 0 },
            code: 1 + digits(code_max),
            name: 0,
            department: if columns >= 140 { (columns - 110) / 3 } else { 0 },
            demand: demand.max(6),
            demand_most: 0,
            level: if columns >= 74 { 1 } else { 0 },
            share: if columns >= 110 { 5 } else { 0 },
            impact: 6,
            said: if columns >= 92 { 6 } else { 0 },
            feasible: 7,
            score: if columns >= 100 { 5 } else { 0 },
            range: match columns {
                0..74 => 8,
                74..110 => 9,
                110..150 => 16,
                150.. => 32,
            },
            state: if columns >= 74 { 7 } else { 0 },
        };
        let taken = widths.taken();
        widths.name = columns.saturating_sub(taken);
        widths
    }

    /// Columns that all but the name take, with the gaps before them.
    fn taken(&self) -> usize {
        let gapped = |width: usize| if width > 0 { width + 1 } else { 0 };
        let optional =
            [self.moved, self.department, self.level, self.share, self.said, self.score, self.state];
        let signs = 2;
        self.band
            + 1
            + signs
            + self.code
            + 1
            + gapped(self.demand)
            + gapped(self.impact)
            + self.feasible
            + gapped(self.range)
            + optional.into_iter().map(gapped).sum::<usize>()
    }
}

fn columns_of(cx: &Cx<'_>, columns: u16) -> Columns {
    let services = cx.sprint.services.len();
    let code = cx.sprint.services.iter().map(|service| service.code).max().unwrap_or(0);
    let most = most_demanded(cx);
    let demand = width(cx.words.number(i64::from(most)).as_str());
    Columns { demand_most: most, ..Columns::of(usize::from(columns), services, code as usize, demand) }
}

/// Draws it.
pub fn view(screen: &Priorities, cx: &Cx<'_>, regions: &Regions, buf: &mut Buffer) {
    let theme = *cx.theme;
    let columns = columns_of(cx, regions.rows.width);
    paint(buf, regions.titles, &titles(&columns, cx), theme, None);
    let height = usize::from(regions.rows.height);
    let first = screen.list.seen(height, cx.sprint.services.len()).start as i32;
    for row in rows(screen, cx, &columns, height) {
        let strip = strip(&row, screen, &columns, cx, regions.rows.width);
        let y = regions.rows.y + u16::try_from(row.place - first).unwrap_or(0);
        lay(&strip, Rect { y, height: 1, ..regions.rows }, row.off, buf);
    }
    let first = first as usize;
    scroll_mark(buf, regions.rows, first, height, cx.sprint.services.len(), theme);
}

/// A row on a strip of its own, so that it can be laid wherever it is on its way.
fn strip(row: &Drawn, screen: &Priorities, columns: &Columns, cx: &Cx<'_>, width: u16) -> Buffer {
    let theme = *cx.theme;
    let place = Rect { x: 0, y: 0, width, height: 1 };
    let mut strip = Buffer::empty(place);
    paint(&mut strip, place, &row.left, theme, None);
    let bar = Rect { x: row.left.width() as u16 + 1, width: columns.range as u16, ..place };
    if let Some((low, high)) = row.range {
        range_bar(&mut strip, bar, low, high, cx.sprint.services.len() as u32, theme);
    }
    let rest = Rect { x: bar.right(), width: place.right().saturating_sub(bar.right()), ..place };
    paint(&mut strip, rest, &row.right, theme, None);
    if row.on {
        let role = if screen.on_weights { Role::Strong } else { Role::Cursor };
        highlight(&mut strip, place, role, theme);
    }
    strip
}

/// Lays a strip over a row, `off` columns to the right of where it belongs.
fn lay(strip: &Buffer, place: Rect, off: u16, buf: &mut Buffer) {
    for x in off..place.width {
        buf[(place.x + x, place.y)] = strip[(x - off, 0)].clone();
    }
}

/// A row of the list as it is drawn: what stands before its bar, the bar, what stands behind it.
pub struct Drawn {
    /// Where in the list.
    place: i32,
    /// By how many columns it is off to the right.
    off: u16,
    /// The cursor is on it.
    on: bool,
    left: Line,
    range: Option<(u32, u32)>,
    right: Line,
}

/// The rows that are seen, and no others; the best and the one under the cursor lie above those that they pass.
pub fn rows(screen: &Priorities, cx: &Cx<'_>, columns: &Columns, height: usize) -> Vec<Drawn> {
    let all = standings(cx);
    let seen = screen.list.seen(height, all.len());
    let mut places: Vec<(i32, usize)> = match screen.following.slides(cx.now_ms) {
        false => seen.map(|at| (at as i32, at)).collect(),
        true => {
            let drawn_at = |(at, one): (usize, &Standing<'_>)| {
                (screen.following.drawn_at(u64::from(one.service.code), at, cx.now_ms), at)
            };
            let is_seen = |(place, _): &(i32, usize)| (seen.start as i32..seen.end as i32).contains(place);
            all.iter().enumerate().map(drawn_at).filter(is_seen).collect()
        }
    };
    let on = screen.list.at();
    places.sort_by_key(|&(_, at)| (at == on, std::cmp::Reverse(at)));
    let draw = |(place, at): (i32, usize)| {
        let (left, range, right) = match reveal::covers_row(screen, at, all.len()) {
            true => covered(columns, cx),
            false => drawn(screen, &all[at], columns, cx),
        };
        let off = reveal::columns_off(screen, all[at].service, cx);
        Drawn { place, off, on: at == on, left, range, right }
    };
    places.into_iter().map(draw).collect()
}

fn covered(columns: &Columns, cx: &Cx<'_>) -> Parts {
    let left = Line::new().gap(columns.band + 1).add(Role::Muted, &Glyph::HELD).gap(1);
    (left.add(Role::Muted, &cx.words.say("priorities-covered-row")), None, Line::new())
}

/// What stands before the bar of a row, the ranks of the bar, and what stands behind it.
type Parts = (Line, Option<(u32, u32)>, Line);

fn titles(columns: &Columns, cx: &Cx<'_>) -> Line {
    let title = |id: &str| cx.words.say(id);
    let mut line = Line::new().cell_right(Role::Muted, &title("priorities-title-rank"), columns.band).gap(1);
    if columns.moved > 0 {
        line = line.cell(Role::Muted, &title("priorities-title-moved"), columns.moved).gap(1);
    }
    line = line.cell(Role::Muted, &title("priorities-title-service"), 2 + columns.code + 1 + columns.name);
    if columns.department > 0 {
        line = line.gap(1).cell(Role::Muted, &title("priorities-title-department"), columns.department);
    }
    let demand = columns.demand + if columns.level > 0 { 1 + columns.level } else { 0 };
    line = line.gap(1).cell_right(Role::Muted, &title("priorities-demand"), demand);
    if columns.share > 0 {
        line = line.gap(1).cell_right(Role::Muted, &title("priorities-title-share"), columns.share);
    }
    let impact = criterion_words_short(Criterion::Impact, cx);
    line = line.gap(1).cell(Role::Muted, &impact, columns.impact);
    if columns.said > 0 {
        line = line.gap(1).cell(Role::Muted, &title("priorities-title-said"), columns.said);
    }
    let feasible = columns.feasible.saturating_sub(1);
    line = line.gap(1).cell_right(Role::Muted, &title("priorities-feasibility-short"), feasible);
    if columns.score > 0 {
        line = line.gap(1).cell_right(Role::Muted, &title("priorities-title-score"), columns.score);
    }
    line = line.gap(1).cell(Role::Muted, &title("priorities-title-range"), columns.range);
    if columns.state > 0 {
        line = line.gap(1).cell(Role::Muted, &title("priorities-title-state"), columns.state);
    }
    line
}

fn drawn(screen: &Priorities, one: &Standing<'_>, columns: &Columns, cx: &Cx<'_>) -> Parts {
    let mut line = band(one, columns, cx).gap(1);
    if columns.moved > 0 {
        line = line.then(moved(screen, one, columns, cx)).gap(1);
    }
    line = line
        .then(super::view::studied_sign(one))
        .cell(Role::Strong, &Code::Service(one.service.code), columns.code)
        .gap(1)
        .cell(Role::Text, &one.service.name, columns.name);
    if columns.department > 0 {
        line = line.gap(1).then(department(one, columns, cx));
    }
    line = line.gap(1).then(demand(one, columns, cx)).gap(1).then(impact(one, columns, cx));
    let standing = cx.sprint.priorities.standing(one.service.id);
    line = line.then(number_right(standing.feasibility, columns.feasible, cx));
    if columns.score > 0 {
        line = line.gap(1).then(score(one, columns, cx));
    }
    let right = match columns.state {
        0 => Line::new(),
        state => Line::new().gap(1).cell(Role::Accent, &list::state_words_short(standing.state, cx), state),
    };
    (line, one.ranked.map(|(_, row)| (row.low_rank, row.high_rank)), right)
}

/// The tie band; a bracket holds the rows together that can't be told apart.
fn band(one: &Standing<'_>, columns: &Columns, cx: &Cx<'_>) -> Line {
    let numbers = columns.band - 1;
    let Some((rank, row)) = one.ranked else {
        return Line::new().gap(1).cell_right(Role::Muted, &Glyph::UNKNOWN, numbers);
    };
    let (first, last) = row.band;
    let bracket = match rank {
        _ if first == last => Line::new().gap(1),
        rank if rank == first => Line::new().add(Role::Border, &Glyph::BAND_FIRST),
        rank if rank == last => Line::new().add(Role::Border, &Glyph::BAND_LAST),
        _ => Line::new().add(Role::Border, &Glyph::BAND_MIDDLE),
    };
    bracket.cell_right(Role::Strong, &band_words(&row, cx), numbers)
}

/// The ranks of a tie band.
pub fn band_words(row: &Row, cx: &Cx<'_>) -> Phrase {
    match row.band {
        (first, last) if first == last => cx.words.number(i64::from(first)),
        (first, last) => {
            cx.words.tell("priorities-band", Args::new().with("first", first).with("last", last))
        }
    }
}

fn moved(screen: &Priorities, one: &Standing<'_>, columns: &Columns, cx: &Cx<'_>) -> Line {
    let by = screen.following.moved(u64::from(one.service.code));
    let (role, sign) = match by {
        0 => return Line::new().gap(columns.moved),
        1.. => (Role::Good, Glyph::UP),
        _ => (Role::Warn, Glyph::DOWN),
    };
    Line::new().add(role, &sign).cell(role, &cx.words.number(by.abs()), columns.moved - 1)
}

/// Where a row moved at the last change, for a line that has no columns.
pub fn moved_sign(screen: &Priorities, one: &Standing<'_>, cx: &Cx<'_>) -> Line {
    let by = screen.following.moved(u64::from(one.service.code));
    let (role, sign) = match by {
        0 => return Line::new(),
        1.. => (Role::Good, Glyph::UP),
        _ => (Role::Warn, Glyph::DOWN),
    };
    Line::new().add(role, &sign).add(role, &cx.words.number(by.abs()))
}

fn department(one: &Standing<'_>, columns: &Columns, cx: &Cx<'_>) -> Line {
    match one.service.department.and_then(|id| cx.sprint.departments.get(id)) {
        Some(department) => Line::new().cell(Role::Muted, &department.name, columns.department),
        None => Line::new().cell(Role::Muted, &Glyph::UNKNOWN, columns.department),
    }
}

fn demand(one: &Standing<'_>, columns: &Columns, cx: &Cx<'_>) -> Line {
    let rows = cx.sprint.requests.demand(one.service.id);
    let line = Line::new();
    let Some(rows) = rows else {
        let line = line.cell_right(Role::Muted, &Glyph::UNKNOWN, columns.demand);
        let line = if columns.level > 0 { line.gap(1 + columns.level) } else { line };
        return if columns.share > 0 { line.gap(1 + columns.share) } else { line };
    };
    let line = line.cell_right(Role::Text, &cx.words.number(i64::from(rows)), columns.demand);
    let all = cx.sprint.requests.counted().max(1);
    let line = match columns.level {
        0 => line,
        _ => {
            line.gap(1).add(Role::Fill, &level_glyph(f64::from(rows) / f64::from(columns.demand_most.max(1))))
        }
    };
    match columns.share {
        0 => line,
        share => {
            let percent = cx.words.percent(f64::from(rows) / f64::from(all));
            line.gap(1).cell_right(Role::Muted, &percent, share)
        }
    }
}

/// The largest demand of a service.
pub fn most_demanded(cx: &Cx<'_>) -> u32 {
    let services = cx.sprint.services.iter();
    services.filter_map(|one| cx.sprint.requests.demand(one.id)).max().unwrap_or(0)
}

/// The likely impact; of a studied service also the grade of its evidence and, where there is room, how many
/// of those asked said the same thing.
fn impact(one: &Standing<'_>, columns: &Columns, cx: &Cx<'_>) -> Line {
    let standing = cx.sprint.priorities.standing(one.service.id);
    let line = number_right(standing.impact, 3, cx);
    let said = if columns.said > 0 { columns.said + 1 } else { 0 };
    if !one.service.studied {
        return line.gap(columns.impact - 3 + said);
    }
    let support = cx.sprint.support(one.service.id);
    let line = line.gap(1).add(Role::Key, &grade_words(support.grade, cx)).gap(columns.impact - 5);
    match columns.said {
        0 => line,
        said => {
            let args = Args::new().with("said", support.strongest).with("asked", support.asked);
            line.gap(1).cell(Role::Muted, &cx.words.tell("priorities-said", args), said)
        }
    }
}

/// The letter of a grade.
pub fn grade_words(grade: Grade, cx: &Cx<'_>) -> Phrase {
    cx.words.say(match grade {
        Grade::A => "priorities-grade-a",
        Grade::B => "priorities-grade-b",
        Grade::C => "priorities-grade-c",
        Grade::D => "priorities-grade-d",
        Grade::Contradicted => "priorities-grade-contradicted",
        Grade::None => "priorities-grade-none",
    })
}

/// The likely score at the right end of a column; what nobody scored is unknown, never nought.
fn number_right(score: Option<Score>, columns: usize, cx: &Cx<'_>) -> Line {
    match score {
        Some(score) => Line::new().cell_right(Role::Text, &cx.words.decimal(score.mode, 1), columns),
        None => Line::new().cell_right(Role::Muted, &Glyph::UNKNOWN, columns),
    }
}

fn score(one: &Standing<'_>, columns: &Columns, cx: &Cx<'_>) -> Line {
    match one.ranked {
        Some((_, row)) => Line::new().cell_right(Role::Muted, &cx.words.decimal(row.score, 2), columns.score),
        None => Line::new().cell_right(Role::Muted, &Glyph::UNKNOWN, columns.score),
    }
}

/// The column of a bar between marks at which a rank of 1 to `most` lies in the middle.
pub fn column_of(rank: u32, most: u32, columns: u16) -> u16 {
    let inner = f64::from(columns.saturating_sub(2));
    let share = (f64::from(rank.max(1)) - 0.5) / f64::from(most.max(1));
    1 + (share * inner) as u16
}
