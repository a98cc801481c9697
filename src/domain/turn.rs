//! Turns at the one keyboard: which team is called, what for, since when it sits there, who comes next, and how
//! many minutes each has had.
//!
//! A called team has a curtain before it; it sits down when somebody of it says so, and hands over the same way.
//! Who sits at the keyboard is a fact, so that after a crash the same team sits there still.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::clock::{Clock, Moment};
use super::id::{InterviewId, TeamId};
use super::interview::Interview;
use super::piece;
use super::step::StepNo;
use super::{Fact as AnyFact, Refusal, Sprint};

/// Minutes of a turn where nobody said otherwise.
pub const MINUTES: u16 = 5;

/// What a team is called for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// To write down the notes of an interview.
    Notes {
        /// Which.
        interview: InterviewId,
    },
    /// To sort its loose notes into themes.
    Sort,
    /// To make pieces of a kind on its board.
    Board {
        /// Which kind.
        kind: piece::Kind,
    },
}

/// A turn.
#[derive(Clone, PartialEq, Debug)]
pub struct Turn {
    /// Whose.
    pub team: TeamId,
    /// What for.
    pub purpose: Purpose,
    /// Planned minutes.
    pub minutes: u16,
    /// The step with which the team sat down; before that the curtain is shown.
    pub seated: Option<StepNo>,
    /// The seat clock.
    pub clock: Clock,
}

/// The turns of the day.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Turns {
    /// The one at the keyboard, or before its curtain.
    pub current: Option<Turn>,
    /// Who comes next, in this order; a team that was called stands last.
    pub queue: Vec<TeamId>,
    had: FxHashMap<TeamId, Had>,
}

/// What a team has had of the keyboard.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Had {
    /// Turns it took.
    pub turns: u32,
    /// Milliseconds at the keyboard.
    pub spent_ms: u64,
}

/// What becomes true of the turns.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// A team is called to the keyboard; what was at it before is over.
    Called {
        /// Which.
        team: TeamId,
        /// What for.
        purpose: Purpose,
        /// Planned minutes.
        minutes: u16,
    },
    /// The team that was called sits at the keyboard.
    Seated,
    /// It has so many minutes.
    Lasts {
        /// Minutes.
        minutes: u16,
    },
    /// It has handed the keyboard over; the facilitator sits there.
    Over,
    /// They come in this order.
    Queued {
        /// All teams.
        teams: Vec<TeamId>,
    },
}

impl Fact {
    /// The interview that a team was called for, if it was for one.
    pub fn interview(&self) -> Option<InterviewId> {
        match self {
            Self::Called { purpose: Purpose::Notes { interview }, .. } => Some(*interview),
            Self::Called { purpose: Purpose::Sort | Purpose::Board { .. }, .. }
            | Self::Seated
            | Self::Lasts { .. }
            | Self::Over
            | Self::Queued { .. } => None,
        }
    }

    pub(super) fn apply(&self, sprint: &mut Sprint, at: Moment, s: StepNo) {
        let stop = &mut sprint.day.stopped;
        let turns = &mut sprint.turns;
        match self {
            Self::Called { team, purpose, minutes } => {
                turns.end(at);
                turns.queue.retain(|one| one != team);
                turns.queue.push(*team);
                turns.current = Some(Turn {
                    team: *team,
                    purpose: *purpose,
                    minutes: *minutes,
                    seated: None,
                    clock: Clock::default(),
                });
            }
            Self::Seated => {
                if let Some(turn) = &mut turns.current {
                    turn.seated.get_or_insert(s);
                    // While all clocks are stopped this one waits with them.
                    match stop {
                        Some(stop) => stop.turn = true,
                        None => turn.clock.run(at),
                    }
                }
            }
            Self::Lasts { minutes } => {
                if let Some(turn) = &mut turns.current {
                    turn.minutes = *minutes;
                }
            }
            Self::Over => turns.end(at),
            Self::Queued { teams } => turns.queue = teams.clone(),
        }
    }
}

impl Turns {
    /// The team that sits at the keyboard, past its curtain.
    pub fn seated(&self) -> Option<&Turn> {
        self.current.as_ref().filter(|turn| turn.seated.is_some())
    }

    /// The team that is called and has not sat down yet.
    pub fn called(&self) -> Option<&Turn> {
        self.current.as_ref().filter(|turn| turn.seated.is_none())
    }

    /// What a team has had at `now`, the turn that goes on included.
    pub fn had(&self, team: TeamId, now: &Moment) -> Had {
        let mut had = self.had.get(&team).copied().unwrap_or_default();
        if let Some(turn) = self.seated().filter(|turn| turn.team == team) {
            had.spent_ms = had.spent_ms.saturating_add(turn.clock.spent_ms(now));
            had.turns += 1;
        }
        had
    }

    /// Whether the seat clock runs.
    pub fn runs(&self) -> bool {
        self.current.as_ref().is_some_and(|turn| turn.clock.is_running())
    }

    pub(super) fn stop(&mut self, at: Moment) -> bool {
        let runs = self.runs();
        if let Some(turn) = &mut self.current {
            turn.clock.pause(at);
        }
        runs
    }

    pub(super) fn resume(&mut self, at: Moment) {
        if let Some(turn) = self.current.as_mut().filter(|turn| turn.seated.is_some()) {
            turn.clock.run(at);
        }
    }

    fn end(&mut self, at: Moment) {
        let Some(mut turn) = self.current.take() else { return };
        if turn.seated.is_some() {
            turn.clock.pause(at);
            let had = self.had.entry(turn.team).or_default();
            had.turns += 1;
            had.spent_ms = had.spent_ms.saturating_add(turn.clock.spent_ms);
        }
    }
}

impl Sprint {
    /// Calls a team to the keyboard; one that sits there hands over.
    pub fn call_team(&self, team: TeamId, purpose: Purpose) -> Result<Vec<AnyFact>, Refusal> {
        self.teams.get(team).ok_or(Refusal::Gone)?;
        Ok(vec![Fact::Called { team, purpose, minutes: MINUTES }.into()])
    }

    /// The team that comes next.
    pub fn next_team(&self) -> Result<TeamId, Refusal> {
        self.turns.queue.first().copied().ok_or(Refusal::NoTeams)
    }

    /// The team that was called sits down.
    pub fn sit_down(&self) -> Result<Vec<AnyFact>, Refusal> {
        self.turns.called().map(|_| vec![Fact::Seated.into()]).ok_or(Refusal::NobodyCalled)
    }

    /// The turn is over, and so is a curtain that nobody sat down behind.
    pub fn end_turn(&self) -> Result<Vec<AnyFact>, Refusal> {
        self.turns.current.as_ref().map(|_| vec![Fact::Over.into()]).ok_or(Refusal::NobodyCalled)
    }

    /// What a team is most likely needed for: the first of [`Sprint::purposes`].
    pub fn likely_purpose(&self, team: TeamId) -> Purpose {
        let purposes = self.purposes(team);
        purposes.first().copied().unwrap_or(Purpose::Board { kind: piece::Kind::Question })
    }

    /// Everything a team can be called for, the likeliest first: during a round of interviews the notes of the
    /// team's own, later those of an interview that has few, then its loose notes, then its board.
    pub fn purposes(&self, team: TeamId) -> Vec<Purpose> {
        let round = self.current_item().filter(|item| item.round.is_some()).map(|item| item.id);
        let begun = |one: &&Interview| {
            one.team == team && one.consent.notes && one.clock.started.is_some() && one.counts()
        };
        let due = |one: &Interview| one.notes.len() < FEW_NOTES || (round.is_some() && one.round == round);
        let mut open: Vec<&Interview> = self.interviews.iter().filter(begun).collect();
        open.sort_by_key(|one| (!due(one), one.notes.len(), one.number));
        let loose = !self.evidence.loose_of(team).is_empty();
        let first = open.iter().take_while(|one| due(one)).count();
        let mut purposes: Vec<Purpose> =
            open.iter().map(|one| Purpose::Notes { interview: one.id }).collect();
        if loose {
            purposes.insert(first.min(PURPOSES_MAX - 1), Purpose::Sort);
        }
        purposes.truncate(PURPOSES_MAX);
        purposes.extend(piece::Kind::ALL.map(|kind| Purpose::Board { kind }));
        purposes
    }
}

/// Fewer notes than that, and an interview waits for its notes before anything is sorted.
const FEW_NOTES: usize = 10;
/// Most interviews and sortings that are offered as a purpose; a team has few interviews whose notes are due.
const PURPOSES_MAX: usize = 4;
