//! The grid of scores: cells to be walked over, and one of them open to be typed into.

use super::{Picture, Priorities, list};
use crate::domain::Code;
use crate::domain::id::{Id, ServiceId};
use crate::domain::priority::{Criterion, Part};
use crate::kit::{Begun, Cx, Field, Motion, Notice, Place, Reason, Shift};
use crate::text::Clean;

/// Most characters of a score: `4.5`.
const CHARS_MAX: usize = 3;
/// What a cell is called among the drafts, before its service and its column.
pub const CELL: &str = "score";

/// The columns of the grid.
pub const COLUMNS: [(Criterion, Part); 6] = [
    (Criterion::Impact, Part::Low),
    (Criterion::Impact, Part::Mode),
    (Criterion::Impact, Part::High),
    (Criterion::Feasibility, Part::Low),
    (Criterion::Feasibility, Part::Mode),
    (Criterion::Feasibility, Part::High),
];

/// The cursor's column, and the cell that is being typed.
pub struct Grid {
    pub(super) column: usize,
    open: Option<Field>,
}

impl Default for Grid {
    /// The likely impact is asked first.
    fn default() -> Self {
        Self { column: 1, open: None }
    }
}

impl Grid {
    pub fn field(&self) -> Option<&Field> {
        self.open.as_ref()
    }

    pub fn field_mut(&mut self) -> Option<&mut Field> {
        self.open.as_mut()
    }
}

/// What was typed into a cell.
enum Typed {
    /// Nothing: the cell stays as it is.
    Nothing,
    /// Unknown.
    Unknown,
    /// A number.
    Number(f64),
    /// No number.
    Senseless,
}

fn read(typed: &str) -> Typed {
    match typed.trim() {
        "" => Typed::Nothing,
        "-" | "–" | "—" | "?" => Typed::Unknown,
        number => number.replace(',', ".").parse().map_or(Typed::Senseless, Typed::Number),
    }
}

/// Moves the cursor over the columns. Answers whether the motion was one sideways.
pub fn moved_sideways(screen: &mut Priorities, motion: Motion) -> bool {
    let grid = &mut screen.grid;
    match motion {
        Motion::Left => grid.column = grid.column.saturating_sub(1),
        Motion::Right => grid.column = (grid.column + 1).min(COLUMNS.len() - 1),
        Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown | Motion::Home | Motion::End => {
            return false;
        }
    }
    true
}

pub fn can_type(screen: &Priorities, cx: &Cx<'_>) -> Result<(), Reason> {
    match screen.picture == Picture::Scores && screen.opened.is_none() {
        true => list::on_service(screen, cx),
        false => Err(Reason::Elsewhere),
    }
}

pub fn start(screen: &mut Priorities, cx: &mut Cx<'_>) {
    open_cell(screen, cx);
}

/// Opens the cell under the cursor, with what was left in it.
fn open_cell(screen: &mut Priorities, cx: &Cx<'_>) {
    let kept = cell_name(screen).and_then(|name| cx.kept(Priorities::NAME, &name));
    screen.grid.open = Some(Field::new(&kept.map(<[String]>::concat).unwrap_or_default(), CHARS_MAX));
}

/// What the cell under the cursor is called among the drafts.
fn cell_name(screen: &Priorities) -> Option<String> {
    Some(format!("{CELL} {} {}", screen.at?.0, screen.grid.column))
}

/// What stands in the open cell.
pub fn begun(screen: &Priorities, cx: &Cx<'_>) -> Option<Begun> {
    let field = screen.grid.field()?;
    let service = screen.at.and_then(|id| cx.sprint.services.get(id))?;
    Some(Begun {
        field: Clean::new(&cell_name(screen)?),
        about: Clean::new(&Code::Service(service.code).to_string()),
        texts: if field.is_blank() { Vec::new() } else { vec![field.value().to_owned()] },
    })
}

/// Opens the cell that was left open.
pub fn resume(screen: &mut Priorities, cell: &str, cx: &mut Cx<'_>) {
    let Some((id, column)) = cell.split_once(' ') else { return };
    let (Ok(id), Ok(column)) = (id.parse::<Id>(), column.parse::<usize>()) else { return };
    if column >= COLUMNS.len() || cx.sprint.services.get(ServiceId(id)).is_none() {
        return;
    }
    screen.picture = Picture::Scores;
    screen.grid.column = column;
    list::to(screen, ServiceId(id), cx);
    if can_type(screen, cx).is_ok() && screen.at == Some(ServiceId(id)) {
        open_cell(screen, cx);
    }
}

pub fn can_find_open(screen: &Priorities, cx: &Cx<'_>) -> Result<(), Reason> {
    can_type(screen, cx)?;
    next_open(screen, cx).map(|_| ()).ok_or(Reason::Say("priorities-no-open-cell"))
}

/// Puts the cursor on the next cell that nobody has filled in.
pub fn find_open(screen: &mut Priorities, cx: &mut Cx<'_>) {
    if let Some((service, column)) = next_open(screen, cx) {
        screen.at = Some(service);
        screen.grid.column = column;
        list::settle(screen, cx);
    }
}

/// The next unknown score behind the cursor, around: its likely value.
fn next_open(screen: &Priorities, cx: &Cx<'_>) -> Option<(ServiceId, usize)> {
    const MODES: [usize; 2] = [1, 4];
    let all = list::order(screen, cx);
    let cells: Vec<(ServiceId, usize)> =
        all.iter().flat_map(|one| MODES.map(|column| (one.service.id, column))).collect();
    let here = cells.iter().position(|&(id, column)| {
        Some(id) == screen.at && COLUMNS[column].0 == COLUMNS[screen.grid.column].0
    });
    let behind = here.map_or(0, |at| at + 1);
    let is_open = |&&(id, column): &&(ServiceId, usize)| {
        cx.sprint.priorities.standing(id).of(COLUMNS[column].0).is_none()
    };
    cells[behind..].iter().chain(&cells[..behind]).find(is_open).copied()
}

/// A key of the open cell.
pub fn shifted(screen: &mut Priorities, shift: Shift, cx: &mut Cx<'_>) {
    match shift {
        Shift::Enter => {
            if save(screen, cx) {
                go_on(screen, cx);
            }
        }
        Shift::Tab => {
            if save(screen, cx) {
                match next_open(screen, cx) {
                    Some(_) => find_open(screen, cx),
                    None => cx.tell(Notice::news(cx.words.say("priorities-no-open-cell"))),
                }
                open_cell(screen, cx);
            }
        }
        Shift::Earlier => {
            if save(screen, cx) {
                list::moved(screen, Motion::Up, cx);
                open_cell(screen, cx);
            }
        }
        Shift::Stop => screen.grid.open = None,
        Shift::Typed | Shift::Rub => {}
    }
}

/// Writes what was typed: one fact a cell. Answers whether the cell may be left.
fn save(screen: &Priorities, cx: &mut Cx<'_>) -> bool {
    let (Some(field), Some(id)) = (screen.grid.field(), screen.at) else { return false };
    let (criterion, part) = COLUMNS[screen.grid.column];
    let before = cx.sprint.priorities.standing(id).of(criterion);
    match read(field.value()) {
        Typed::Nothing => true,
        Typed::Unknown if before.is_none() => true,
        Typed::Unknown => cx.propose(cx.sprint.score(id, criterion, None)),
        Typed::Number(value) if before.is_some_and(|score| score.part(part) == value) => true,
        Typed::Number(value) => cx.propose(cx.sprint.score_part(id, criterion, part, value)),
        Typed::Senseless => {
            cx.tell(Notice::problem(cx.words.say("refusal-score-out-of-range")));
            false
        }
    }
}

/// Opens the next cell: to the right, then the next row.
fn go_on(screen: &mut Priorities, cx: &mut Cx<'_>) {
    match screen.grid.column + 1 < COLUMNS.len() {
        true => screen.grid.column += 1,
        false => {
            let before = screen.at;
            list::moved(screen, Motion::Down, cx);
            if screen.at == before {
                screen.grid.open = None;
                return;
            }
            screen.grid.column = 0;
        }
    }
    open_cell(screen, cx);
}
