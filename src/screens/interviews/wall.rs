//! What keys do on the wall.

use std::collections::BTreeSet;

use ratatui::layout::{Position, Rect};

use super::{Interviews, wall_view};
use crate::domain::id::{AgendaId, InterviewId};
use crate::domain::interview::{Interview, Status};
use crate::domain::{Refusal, Sprint};
use crate::kit::{Cx, Motion, Reason, Touch};

/// Cursor and scroll of the wall.
#[derive(Default)]
pub struct Wall {
    at: Option<Spot>,
    unfolded: BTreeSet<AgendaId>,
    folded: BTreeSet<AgendaId>,
    pub(super) top: usize,
    pub(super) area: Rect,
}

/// A place on the wall.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Spot {
    /// The heading of a round; none heads the interviews outside of any.
    Round(Option<AgendaId>),
    /// An interview.
    Interview(InterviewId),
}

/// A round and the interviews that are seen under its heading.
pub struct Section<'a> {
    /// The round.
    pub round: Option<AgendaId>,
    /// All of its interviews.
    pub all: Vec<&'a Interview>,
    /// Whether they are seen.
    pub open: bool,
}

impl Wall {
    /// The rounds in the order of the agenda, then the interviews outside of any. At most a few hundred
    /// interviews in all.
    pub fn sections<'a>(&self, sprint: &'a Sprint) -> Vec<Section<'a>> {
        let rounds = sprint.rounds().map(|round| Some(round.id)).chain([None]);
        let mut sections: Vec<Section<'a>> =
            rounds.map(|round| Section { round, all: Vec::new(), open: true }).collect();
        for one in sprint.interviews.iter() {
            let at = sections.iter().position(|section| section.round == one.round);
            if let Some(section) = at.and_then(|at| sections.get_mut(at)) {
                section.all.push(one);
            }
        }
        sections.retain(|section| section.round.is_some() || !section.all.is_empty());
        for section in &mut sections {
            section.open = self.is_open(section);
        }
        sections
    }

    /// Rounds that are over are folded away until somebody opens them.
    fn is_open(&self, section: &Section<'_>) -> bool {
        let Some(round) = section.round else { return true };
        if self.unfolded.contains(&round) {
            return true;
        }
        !self.folded.contains(&round) && section.all.iter().any(|one| one.is_ahead())
    }

    /// Where the cursor is.
    pub fn spot(&self, sprint: &Sprint) -> Option<Spot> {
        let spots = self.spots(sprint);
        self.at.filter(|at| spots.contains(at)).or_else(|| first_spot(sprint, &spots))
    }

    /// The interview under the cursor.
    pub fn interview(&self, cx: &Cx<'_>) -> Option<InterviewId> {
        match self.spot(cx.sprint)? {
            Spot::Interview(id) => Some(id),
            Spot::Round(_) => None,
        }
    }

    /// Puts the cursor on an interview, and opens its round.
    pub fn to(&mut self, id: InterviewId, cx: &Cx<'_>) {
        if let Some(round) = cx.sprint.interviews.get(id).and_then(|one| one.round) {
            let hidden =
                self.sections(cx.sprint).iter().any(|section| section.round == Some(round) && !section.open);
            if hidden {
                self.unfolded.insert(round);
                self.folded.remove(&round);
            }
        }
        self.at = Some(Spot::Interview(id));
    }

    /// Puts the cursor on an interview that is only being planned, and opens its round.
    pub fn go_to_new(&mut self, id: InterviewId, round: Option<AgendaId>) {
        if let Some(round) = round {
            self.unfolded.insert(round);
            self.folded.remove(&round);
        }
        self.at = Some(Spot::Interview(id));
    }

    fn spots(&self, sprint: &Sprint) -> Vec<Spot> {
        let mut spots = Vec::new();
        for section in self.sections(sprint) {
            spots.push(Spot::Round(section.round));
            if section.open {
                spots.extend(section.all.iter().map(|one| Spot::Interview(one.id)));
            }
        }
        spots
    }

    /// Puts the cursor on the heading or the tile that lies there.
    pub fn pointed(&mut self, at: Position, area: Rect, cx: &Cx<'_>) -> Touch {
        let Some(spot) = wall_view::spot_at(self, cx, area, at) else { return Touch::Nothing };
        let was_there = self.spot(cx.sprint) == Some(spot);
        self.at = Some(spot);
        Touch::of(was_there)
    }

    /// Moves over the tiles as they lie on the screen.
    pub fn moved(&mut self, motion: Motion, cx: &Cx<'_>) {
        let Some(spot) = self.spot(cx.sprint) else { return };
        let rows = wall_view::rows(self, cx);
        let next = match motion {
            Motion::Left | Motion::Right => {
                let spots: Vec<Spot> = rows.iter().flat_map(|row| row.spots.clone()).collect();
                let at = spots.iter().position(|one| *one == spot).unwrap_or(0);
                let at = if motion == Motion::Left { at.saturating_sub(1) } else { at + 1 };
                spots.get(at).copied()
            }
            Motion::Up => step_rows(&rows, spot, -1),
            Motion::Down => step_rows(&rows, spot, 1),
            Motion::PageUp => step_rows(&rows, spot, -4),
            Motion::PageDown => step_rows(&rows, spot, 4),
            Motion::Home => rows.first().and_then(|row| row.spots.first().copied()),
            Motion::End => rows.last().and_then(|row| row.spots.last().copied()),
        };
        if next.is_some() {
            self.at = next;
        }
    }

    /// Keeps the cursor on something that is there.
    pub fn settle(&mut self, cx: &Cx<'_>) {
        self.at = self.spot(cx.sprint);
    }

    /// Keeps the cursor in sight.
    pub fn sized(&mut self, area: Rect, cx: &Cx<'_>) {
        self.area = area;
        let rows = wall_view::rows(self, cx);
        let Some(spot) = self.spot(cx.sprint) else { return };
        let Some(at) = rows.iter().position(|row| row.spots.contains(&spot)) else { return };
        self.top = wall_view::scrolled(&rows, at, self.top.min(rows.len().saturating_sub(1)), area.height);
    }
}

/// At first the cursor is on an interview that runs, else on the first heading.
fn first_spot(sprint: &Sprint, spots: &[Spot]) -> Option<Spot> {
    let runs = |spot: &&Spot| match spot {
        Spot::Interview(id) => sprint.interviews.get(*id).is_some_and(Interview::is_open),
        Spot::Round(_) => false,
    };
    spots.iter().find(runs).or(spots.first()).copied()
}

fn step_rows(rows: &[wall_view::Row], spot: Spot, by: isize) -> Option<Spot> {
    let at = rows.iter().position(|row| row.spots.contains(&spot))?;
    let column = rows[at].spots.iter().position(|one| *one == spot)?;
    let to = at.saturating_add_signed(by).min(rows.len().saturating_sub(1));
    let there = &rows[to].spots;
    there.get(column.min(there.len().saturating_sub(1))).copied()
}

/// On a round's heading.
pub fn on_round(screen: &Interviews, cx: &Cx<'_>) -> Result<(), Reason> {
    round(screen, cx).map(|_| ())
}

fn round(screen: &Interviews, cx: &Cx<'_>) -> Result<AgendaId, Reason> {
    match (&screen.opened, screen.wall.spot(cx.sprint)) {
        (None, Some(Spot::Round(Some(round)))) => Ok(round),
        (None, Some(Spot::Round(None) | Spot::Interview(_)) | None) | (Some(_), _) => Err(Reason::Elsewhere),
    }
}

/// On an interview, opened or not.
pub fn on_interview(screen: &Interviews, cx: &Cx<'_>) -> Result<(), Reason> {
    screen.selected(cx).map(|_| ()).ok_or(Reason::Elsewhere)
}

pub fn can_open(screen: &Interviews, cx: &Cx<'_>) -> Result<(), Reason> {
    match screen.opened {
        Some(_) => Err(Reason::Elsewhere),
        None => on_interview(screen, cx),
    }
}

pub fn open(screen: &mut Interviews, cx: &mut Cx<'_>) {
    if let Some(id) = screen.wall.interview(cx) {
        screen.open(id, cx);
    }
}

pub fn fold(screen: &mut Interviews, cx: &mut Cx<'_>) {
    let Ok(round) = round(screen, cx) else { return };
    let open =
        screen.wall.sections(cx.sprint).iter().any(|section| section.round == Some(round) && section.open);
    let (into, from) = match open {
        true => (&mut screen.wall.folded, &mut screen.wall.unfolded),
        false => (&mut screen.wall.unfolded, &mut screen.wall.folded),
    };
    into.insert(round);
    from.remove(&round);
}

pub fn can_start_round(screen: &Interviews, cx: &Cx<'_>) -> Result<(), Reason> {
    let round = round(screen, cx)?;
    cx.sprint.start_round(round)?;
    Ok(())
}

pub fn start_round(screen: &mut Interviews, cx: &mut Cx<'_>) {
    if let Ok(round) = round(screen, cx) {
        cx.propose(cx.sprint.start_round(round));
    }
}

pub fn can_toggle(screen: &Interviews, cx: &Cx<'_>) -> Result<(), Reason> {
    let id = screen.selected(cx).ok_or(Reason::Elsewhere)?;
    cx.sprint.toggle_interview(id)?;
    Ok(())
}

pub fn toggle(screen: &mut Interviews, cx: &mut Cx<'_>) {
    if let Some(id) = screen.selected(cx) {
        cx.propose(cx.sprint.toggle_interview(id));
    }
}

pub fn extend(screen: &mut Interviews, cx: &mut Cx<'_>, minutes: i32) {
    if let Some(id) = screen.selected(cx) {
        cx.propose(cx.sprint.extend_interview(id, minutes));
    }
}

pub fn can_finish(screen: &Interviews, cx: &Cx<'_>) -> Result<(), Reason> {
    let id = screen.selected(cx).ok_or(Reason::Elsewhere)?;
    if screen.opened.as_ref().is_some_and(|opened| !opened.on_notes) {
        return Err(Reason::Elsewhere);
    }
    match cx.sprint.interviews.get(id).map(|one| one.status) {
        Some(Status::Started) => Ok(()),
        Some(_) => Err(Reason::Say("interviews-not-running")),
        None => Err(Refusal::Gone.into()),
    }
}

pub fn finish(screen: &mut Interviews, cx: &mut Cx<'_>) {
    if let Some(id) = screen.selected(cx) {
        cx.propose(cx.sprint.stand_interview(id, Status::Done));
    }
}

pub fn can_find_due(screen: &Interviews, cx: &Cx<'_>) -> Result<(), Reason> {
    if screen.opened.is_some() {
        return Err(Reason::Elsewhere);
    }
    due(cx).map(|_| ()).ok_or(Reason::Say("interviews-none-running"))
}

pub fn find_due(screen: &mut Interviews, cx: &mut Cx<'_>) {
    if let Some(id) = due(cx) {
        screen.wall.to(id, cx);
    }
}

/// The interview whose time ends first, or ended longest ago.
fn due(cx: &Cx<'_>) -> Option<InterviewId> {
    let open = cx.sprint.interviews.iter().filter(|one| one.is_open());
    open.min_by_key(|one| one.clock.left_s(one.minutes, &cx.now)).map(|one| one.id)
}
