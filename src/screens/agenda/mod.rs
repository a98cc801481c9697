//! Agenda: the run of the day with the present timebox large, the plan against what happened, and the parking lot.
//!
//! Start with [`Agenda`]; `cursor.rs` says what is under the cursor, `running.rs` and `changing.rs` what keys do,
//! `late.rs` the three plans, `view.rs` and its neighbours what is seen.

mod changing;
mod cursor;
mod day_view;
mod details;
mod drift_view;
mod head_view;
mod late;
mod parking;
mod parking_view;
mod running;
mod view;

#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::agenda::Hold;
use crate::domain::id::{AgendaId, ParkedId, ParticipantId};
use crate::kit::{Command, Cx, List, Motion, Place, Reason, Reply, Touch, Verb};
use crate::method::schedule::Plan;

/// The screen: its picture, its cursors and what it asked.
#[derive(Default)]
pub struct Agenda {
    picture: Picture,
    /// The timebox under the cursor; none follows the room.
    at: Option<AgendaId>,
    list: List,
    parked: List,
    asked: Asked,
}

/// What is seen.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Picture {
    /// The run of the day.
    #[default]
    Day,
    /// The plan against what happened.
    Drift,
    /// The parking lot.
    Parking,
}

/// What was asked last.
#[derive(Clone, Default)]
pub(super) enum Asked {
    /// Nothing.
    #[default]
    Nothing,
    /// From which timebox to borrow.
    Borrow(AgendaId, Vec<AgendaId>),
    /// What may happen to a timebox.
    Hold(AgendaId, Vec<Hold>),
    /// Before which timebox; none is the end of its day.
    Move(AgendaId, Vec<Option<AgendaId>>),
    /// Which plan for a day.
    Plan(u8, Vec<Plan>),
    /// A new timebox of a day.
    New(u8),
    /// Title, start and minutes of a timebox.
    Edit(AgendaId),
    /// A line for the parking lot.
    Park,
    /// Other words for a line.
    Word(ParkedId),
    /// Who takes a line further.
    Own(ParkedId, Vec<Option<ParticipantId>>),
}

impl Place for Agenda {
    const NAME: &'static str = "agenda";
    const DIGIT: char = '1';

    fn commands() -> &'static [Command<Self>] {
        COMMANDS
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
        view::view(self, cx, area, buf);
    }

    fn moved(&mut self, motion: Motion, cx: &mut Cx<'_>) {
        match self.picture {
            Picture::Day | Picture::Drift => cursor::moved(self, motion, cx),
            Picture::Parking => {
                self.parked.moved(motion, cx.sprint.parking.len());
            }
        }
    }

    fn pointed(&mut self, at: Position, area: Rect, cx: &mut Cx<'_>) -> Touch {
        let list = view::regions(area, self.picture).list;
        match self.picture {
            Picture::Day | Picture::Drift => cursor::pointed(self, at, list, cx),
            Picture::Parking => self.parked.pointed(at, list, 1, cx.sprint.parking.len()),
        }
    }

    fn resume(&mut self, field: &str, cx: &mut Cx<'_>) {
        match field {
            changing::NEW => changing::ask_new(self, cx),
            _ => parking::resume(self, field, cx),
        }
    }

    fn replied(&mut self, reply: Reply, cx: &mut Cx<'_>) {
        let asked = std::mem::take(&mut self.asked);
        match (asked, reply) {
            (Asked::Borrow(to, from), Reply::Picked(at)) => {
                if let Some(&from) = from.get(at) {
                    cx.propose(cx.sprint.borrow_from_box(to, from));
                }
            }
            (Asked::Hold(id, holds), Reply::Picked(at)) => {
                if let Some(&hold) = holds.get(at) {
                    cx.propose(cx.sprint.hold_box(id, hold));
                }
            }
            (Asked::Move(id, targets), Reply::Picked(at)) => {
                if let Some(&before) = targets.get(at) {
                    cx.propose(cx.sprint.move_box(id, before));
                }
            }
            (Asked::Plan(day, plans), Reply::Picked(at)) => late::take(day, &plans, at, cx),
            (Asked::New(day), Reply::Filled(values)) => changing::add(self, day, &values, cx),
            (Asked::Edit(id), Reply::Filled(values)) => changing::edit(self, id, &values, cx),
            (Asked::Park, Reply::Filled(values)) => parking::add(self, &values, cx),
            (Asked::Word(id), Reply::Filled(values)) => parking::word(self, id, &values, cx),
            (Asked::Own(id, owners), Reply::Picked(at)) => {
                if let Some(&owner) = owners.get(at) {
                    cx.propose(cx.sprint.own_parked(id, owner));
                }
            }
            (
                Asked::Nothing
                | Asked::Borrow(..)
                | Asked::Hold(..)
                | Asked::Move(..)
                | Asked::Plan(..)
                | Asked::New(_)
                | Asked::Edit(_)
                | Asked::Park
                | Asked::Word(_)
                | Asked::Own(..),
                Reply::Left | Reply::Picked(_) | Reply::Filled(_) | Reply::Confirmed,
            ) => {}
        }
    }

    fn sized(&mut self, area: Rect, cx: &Cx<'_>) {
        let rows = usize::from(view::regions(area, self.picture).list.height);
        match self.picture {
            Picture::Day | Picture::Drift => cursor::fit(self, rows, cx),
            Picture::Parking => self.parked.fit(rows, cx.sprint.parking.len()),
        }
    }
}

impl Agenda {
    /// Not in the parking lot.
    fn on_day(&self) -> Result<(), Reason> {
        match self.picture {
            Picture::Day | Picture::Drift => Ok(()),
            Picture::Parking => Err(Reason::Elsewhere),
        }
    }

    /// The timebox under the cursor.
    fn selected(&self, cx: &Cx<'_>) -> Result<AgendaId, Reason> {
        self.on_day()?;
        cursor::spot(self, cx).ok_or(Reason::Say("agenda-empty-first"))
    }
}

fn other_picture(screen: &mut Agenda, _: &mut Cx<'_>) {
    screen.picture = match screen.picture {
        Picture::Day => Picture::Drift,
        Picture::Drift => Picture::Parking,
        Picture::Parking => Picture::Day,
    };
}

const COMMANDS: &[Command<Agenda>] = &[
    Command { name: "agenda.park", verb: Verb::Add, ready: parking::is_on, run: parking::ask },
    Command { name: "agenda.settle", verb: Verb::Done, ready: parking::on_line, run: parking::settle },
    Command { name: "agenda.owner", verb: Verb::Kind, ready: parking::can_own, run: parking::ask_owner },
    Command { name: "agenda.word", verb: Verb::Edit, ready: parking::on_line, run: parking::ask_words },
    Command { name: "agenda.next", verb: Verb::Next, ready: running::can_go_on, run: running::go_on },
    Command { name: "agenda.clock", verb: Verb::Clock, ready: running::can_toggle, run: running::toggle },
    Command { name: "agenda.longer", verb: Verb::More, ready: running::can_extend, run: running::longer },
    Command { name: "agenda.late", verb: Verb::Late, ready: late::ready, run: late::ask },
    Command { name: "agenda.view", verb: Verb::View, ready: crate::kit::always, run: other_picture },
    Command { name: "agenda.borrow", verb: Verb::Borrow, ready: running::can_borrow, run: running::borrow },
    Command { name: "agenda.cut", verb: Verb::Cross, ready: changing::can_cut, run: changing::cut },
    Command { name: "agenda.hold", verb: Verb::Kind, ready: changing::on_box, run: changing::ask_hold },
    Command { name: "agenda.move", verb: Verb::Move, ready: changing::can_move, run: changing::ask_move },
    Command { name: "agenda.add", verb: Verb::Add, ready: changing::can_add, run: changing::ask_new },
    Command { name: "agenda.edit", verb: Verb::Edit, ready: changing::on_box, run: changing::ask_edit },
    Command { name: "agenda.shorter", verb: Verb::Less, ready: running::can_shorten, run: running::shorter },
    Command { name: "agenda.open", verb: Verb::Open, ready: changing::on_box, run: details::show },
];
