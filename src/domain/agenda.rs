//! The agenda: timeboxes, some of which are interview rounds, and the stop of all clocks at once. Nothing here
//! advances by itself: a timebox ends when somebody says so.

use jiff::civil::Time;
use serde::{Deserialize, Serialize};

use super::Sprint;
use super::clock::{Clock, Moment};
use super::id::{AgendaId, InterviewId};
use super::interview::Pause;
use super::{Fact as AnyFact, Refusal};
use crate::text::Clean;

/// How the room works in a timebox.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// All together.
    Plenary,
    /// By team.
    Team,
    /// Two by two.
    Pair,
    /// Each alone.
    Solo,
    /// Without a word.
    Silent,
    /// Nobody works.
    Break,
}

/// What may happen to a timebox when the day runs late.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Hold {
    /// It may move and shrink.
    #[default]
    Free,
    /// It begins at its planned time, whatever happens.
    Pinned,
    /// It may be left out.
    CanBeCut,
    /// It keeps its minutes.
    Protected,
}

/// A timebox.
#[derive(Clone, PartialEq, Debug)]
pub struct AgendaItem {
    /// Its id.
    pub id: AgendaId,
    /// Day of the sprint, from 1.
    pub day: u8,
    /// Planned start.
    pub start: Time,
    /// Minutes it was planned with.
    pub planned: u16,
    /// Minutes it has now.
    pub minutes: u16,
    /// What it is called.
    pub title: Clean,
    /// What is to come out of it.
    pub output: Clean,
    /// How the room works.
    pub mode: Mode,
    /// Number of the interview round, from 1, where it is one.
    pub round: Option<u8>,
    /// What may happen to it when the day runs late.
    pub hold: Hold,
    /// Left out.
    pub cut: bool,
    /// When it was ended.
    pub ended: Option<Moment>,
    /// When it ran.
    pub clock: Clock,
}

/// How the day goes: the order of the timeboxes, and the stop of all clocks.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Day {
    /// Every timebox of every day, in the order in which they come.
    pub order: Vec<AgendaId>,
    /// All clocks were stopped, and nobody has let them go on yet.
    pub stopped: Option<Stop>,
}

/// What stands since all clocks were stopped.
#[derive(Clone, PartialEq, Debug)]
pub struct Stop {
    /// Since when.
    pub at: Moment,
    /// Timeboxes whose clocks ran.
    pub items: Vec<AgendaId>,
    /// Interviews whose clocks ran.
    pub interviews: Vec<InterviewId>,
    /// The clock of the turn at the keyboard ran.
    pub turn: bool,
}

/// What becomes true of a timebox.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// It stands in the agenda.
    Added {
        /// Its id.
        id: AgendaId,
        /// Day of the sprint, from 1.
        day: u8,
        /// Planned start.
        start: Time,
        /// Planned minutes.
        minutes: u16,
        /// What it is called.
        title: Clean,
        /// How the room works.
        mode: Mode,
        /// Number of the interview round, from 1, where it is one.
        round: Option<u8>,
        /// What may happen to it when the day runs late.
        #[serde(default)]
        hold: Hold,
        /// What is to come out of it.
        #[serde(default)]
        output: Clean,
    },
    /// It is called so.
    Titled {
        /// Which.
        id: AgendaId,
        /// Its new title.
        title: Clean,
    },
    /// It has so many minutes.
    Lasts {
        /// Which.
        id: AgendaId,
        /// Minutes.
        minutes: u16,
    },
    /// It is planned to begin then.
    Timed {
        /// Which.
        id: AgendaId,
        /// Planned start.
        start: Time,
    },
    /// It is planned for another day, to begin then.
    Postponed {
        /// Which.
        id: AgendaId,
        /// Day of the sprint, from 1.
        day: u8,
        /// Planned start.
        start: Time,
    },
    /// It stands at this place among the timeboxes of all days, from 0.
    Placed {
        /// Which.
        id: AgendaId,
        /// Its new place.
        place: u32,
    },
    /// It may be treated so when the day runs late.
    Holds {
        /// Which.
        id: AgendaId,
        /// How.
        hold: Hold,
    },
    /// It is left out, or taken in again.
    Cut {
        /// Which.
        id: AgendaId,
        /// Left out.
        cut: bool,
    },
    /// Its clock runs.
    Ran {
        /// Which.
        id: AgendaId,
    },
    /// Its clock stands.
    Paused {
        /// Which.
        id: AgendaId,
    },
    /// It is over.
    Ended {
        /// Which.
        id: AgendaId,
    },
    /// Every clock that ran stands: an air alert.
    AllStopped,
    /// The clocks that were stopped together go on.
    AllResumed,
}

impl Fact {
    pub(super) fn texts(&mut self) -> Vec<&mut Clean> {
        match self {
            Self::Added { title, output, .. } => vec![title, output],
            Self::Titled { title, .. } => vec![title],
            Self::Lasts { .. }
            | Self::Timed { .. }
            | Self::Postponed { .. }
            | Self::Placed { .. }
            | Self::Holds { .. }
            | Self::Cut { .. }
            | Self::Ran { .. }
            | Self::Paused { .. }
            | Self::Ended { .. }
            | Self::AllStopped
            | Self::AllResumed => Vec::new(),
        }
    }

    pub(super) fn apply(&self, sprint: &mut Sprint, at: Moment) {
        match self {
            Self::Added { id, day, start, minutes, title, mode, round, hold, output } => {
                let item = AgendaItem {
                    id: *id,
                    day: *day,
                    start: *start,
                    planned: *minutes,
                    minutes: *minutes,
                    title: title.clone(),
                    output: output.clone(),
                    mode: *mode,
                    round: *round,
                    hold: *hold,
                    cut: false,
                    ended: None,
                    clock: Clock::default(),
                };
                if sprint.agenda.add(*id, item) {
                    sprint.day.order.push(*id);
                }
            }
            Self::Titled { id, title } => sprint.with_item(*id, |item| item.title = title.clone()),
            Self::Lasts { id, minutes } => sprint.with_item(*id, |item| item.minutes = *minutes),
            Self::Timed { id, start } => sprint.with_item(*id, |item| item.start = *start),
            Self::Postponed { id, day, start } => sprint.with_item(*id, |item| {
                item.day = *day;
                item.start = *start;
            }),
            Self::Placed { id, place } => sprint.day.place(*id, *place),
            Self::Holds { id, hold } => sprint.with_item(*id, |item| item.hold = *hold),
            Self::Cut { id, cut } => sprint.with_item(*id, |item| item.cut = *cut),
            Self::Ran { id } => sprint.with_item(*id, |item| {
                item.clock.run(at);
                item.ended = None;
            }),
            Self::Paused { id } => sprint.with_item(*id, |item| item.clock.pause(at)),
            Self::Ended { id } => sprint.with_item(*id, |item| {
                item.clock.pause(at);
                item.ended = Some(at);
            }),
            Self::AllStopped => sprint.stop_clocks(at),
            Self::AllResumed => sprint.resume_clocks(at),
        }
    }
}

impl Day {
    fn place(&mut self, id: AgendaId, place: u32) {
        let Some(now) = self.order.iter().position(|&one| one == id) else { return };
        self.order.remove(now);
        self.order.insert((place as usize).min(self.order.len()), id);
    }
}

impl Sprint {
    fn with_item(&mut self, id: AgendaId, change: impl FnOnce(&mut AgendaItem)) {
        if let Some(item) = self.agenda.get_mut(id) {
            change(item);
        }
    }

    /// Lets every clock stand that runs, and remembers which: stopped twice, what ran in between is stopped
    /// as well.
    fn stop_clocks(&mut self, at: Moment) {
        let items: Vec<AgendaId> = running(self.agenda.iter(), |item| (item.id, item.clock)).collect();
        let interviews: Vec<InterviewId> =
            running(self.interviews.iter(), |one| (one.id, one.clock)).collect();
        let turn = self.turns.stop(at);
        items.iter().for_each(|&id| self.with_item(id, |item| item.clock.pause(at)));
        for &id in &interviews {
            self.with_interview(id, |one| {
                one.clock.pause(at);
                one.pause = Some(Pause::Alert);
            });
        }
        let empty = Stop { at, items: Vec::new(), interviews: Vec::new(), turn: false };
        let stop = self.day.stopped.get_or_insert(empty);
        stop.items.extend(items);
        stop.interviews.extend(interviews);
        stop.turn |= turn;
    }

    fn resume_clocks(&mut self, at: Moment) {
        let Some(stop) = self.day.stopped.take() else { return };
        for id in stop.items {
            self.with_item(id, |item| {
                if item.ended.is_none() {
                    item.clock.run(at);
                }
            });
        }
        for id in stop.interviews {
            self.with_interview(id, |one| {
                if one.is_open() {
                    one.clock.run(at);
                    one.pause = None;
                }
            });
        }
        if stop.turn {
            self.turns.resume(at);
        }
    }

    /// The timeboxes in the order in which they come.
    pub fn agenda_in_order(&self) -> impl DoubleEndedIterator<Item = &AgendaItem> {
        self.day.order.iter().filter_map(|&id| self.agenda.get(id))
    }

    /// The timebox the room is in: begun and not ended, its clock running or not; the one begun last where
    /// there are several.
    pub fn current_item(&self) -> Option<&AgendaItem> {
        let begun = self.agenda.iter().filter(|item| item.clock.started.is_some() && item.ended.is_none());
        begun.filter(|item| !item.cut).max_by_key(|item| item.clock.started.map(|moment| moment.at.t_ms))
    }

    /// Stops every clock that runs: an air alert.
    pub fn stop_all_clocks(&self) -> Result<Vec<AnyFact>, Refusal> {
        let items = self.agenda.iter().any(|item| item.clock.is_running());
        let interviews = self.interviews.iter().any(|one| one.clock.is_running());
        match items || interviews || self.turns.runs() {
            true => Ok(vec![Fact::AllStopped.into()]),
            false => Err(Refusal::NoClockRuns),
        }
    }

    /// Lets everything go on that was stopped together.
    pub fn resume_all_clocks(&self) -> Result<Vec<AnyFact>, Refusal> {
        match self.day.stopped {
            Some(_) => Ok(vec![Fact::AllResumed.into()]),
            None => Err(Refusal::NothingToStart),
        }
    }

    /// The interview rounds, in the order of the agenda.
    pub fn rounds(&self) -> impl Iterator<Item = &AgendaItem> {
        self.agenda.iter().filter(|item| item.round.is_some())
    }

    /// The round whose clock runs; the newest where several do.
    pub fn running_round(&self) -> Option<&AgendaItem> {
        self.rounds().filter(|item| item.clock.is_running()).last()
    }
}

/// The ids of those whose clocks run.
fn running<T, I>(all: impl Iterator<Item = T>, of: impl Fn(T) -> (I, Clock)) -> impl Iterator<Item = I> {
    all.map(of).filter(|(_, clock)| clock.is_running()).map(|(id, _)| id)
}
