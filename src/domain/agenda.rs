//! The agenda: timeboxes, some of which are interview rounds.

use jiff::civil::Time;
use serde::{Deserialize, Serialize};

use super::Sprint;
use super::clock::{Clock, Moment};
use super::id::AgendaId;
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

/// A timebox.
#[derive(Clone, PartialEq, Debug)]
pub struct AgendaItem {
    /// Its id.
    pub id: AgendaId,
    /// Day of the sprint, from 1.
    pub day: u8,
    /// Planned start.
    pub start: Time,
    /// Planned minutes.
    pub minutes: u16,
    /// What it is called.
    pub title: Clean,
    /// How the room works.
    pub mode: Mode,
    /// Number of the interview round, from 1, where it is one.
    pub round: Option<u8>,
    /// May be left out when the day runs late.
    pub can_be_cut: bool,
    /// When it ran.
    pub clock: Clock,
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
        /// May be left out when the day runs late.
        can_be_cut: bool,
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
}

impl Fact {
    pub(super) fn apply(&self, sprint: &mut Sprint, at: Moment) {
        match self {
            Self::Added { id, day, start, minutes, title, mode, round, can_be_cut } => {
                let item = AgendaItem {
                    id: *id,
                    day: *day,
                    start: *start,
                    minutes: *minutes,
                    title: title.clone(),
                    mode: *mode,
                    round: *round,
                    can_be_cut: *can_be_cut,
                    clock: Clock::default(),
                };
                sprint.agenda.add(*id, item);
            }
            Self::Ran { id } => {
                if let Some(item) = sprint.agenda.get_mut(*id) {
                    item.clock.run(at);
                }
            }
            Self::Paused { id } => {
                if let Some(item) = sprint.agenda.get_mut(*id) {
                    item.clock.pause(at);
                }
            }
        }
    }
}

impl Sprint {
    /// The interview rounds, in the order of the agenda.
    pub fn rounds(&self) -> impl Iterator<Item = &AgendaItem> {
        self.agenda.iter().filter(|item| item.round.is_some())
    }

    /// The round whose clock runs; the newest where several do.
    pub fn running_round(&self) -> Option<&AgendaItem> {
        self.rounds().filter(|item| item.clock.is_running()).last()
    }
}
