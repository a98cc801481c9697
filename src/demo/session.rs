//! When each interview of the demo began, when it went from section to section, and where it stands.

use super::cast::{Cast, TeamPlan};
use super::content::Content;
use super::day::{DayMs, clock};
use super::dice::Dice;
use crate::domain::id::{Ids, InterviewId, ParticipantId};
use crate::domain::interview::{Consent, Pause};
use crate::text::Clean;

/// Interviews that a team holds at the same time.
const PAIRS: usize = 2;
const MINUTE_MS: i64 = 60_000;
/// Minutes of an interview that counts, and of a practice one.
const MINUTES: u16 = 30;
const PRACTICE_MINUTES: u16 = 20;
/// Teams, from 0, that held a practice interview before lunch.
const PRACTISING: [usize; 2] = [1, 5];

/// Which interviews belong together.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Part {
    /// On a colleague, before lunch.
    Practice,
    /// The first round, which is over.
    First,
    /// The second round, which goes on.
    Second,
}

/// Where an interview stands at the time of the demo.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum End {
    /// It ended when its clock showed so much.
    Done(i64),
    /// It goes on.
    Running,
    /// It was paused when its clock showed so much.
    Paused(i64, Pause),
}

/// An interview as it went.
pub(super) struct Session {
    pub(super) id: InterviewId,
    /// The team, from 0.
    pub(super) team: usize,
    /// The studied service, from 0.
    pub(super) topic: usize,
    pub(super) part: Part,
    /// The pair of the team, from 0.
    pub(super) pair: usize,
    /// The number in `T2-I03`.
    pub(super) number: u32,
    /// The number in `P017`.
    pub(super) respondent: u32,
    pub(super) segment: Clean,
    pub(super) minutes: u16,
    pub(super) interviewer: Option<ParticipantId>,
    pub(super) note_taker: Option<ParticipantId>,
    pub(super) consent: Consent,
    pub(super) start_ms: DayMs,
    /// Its clock when each section began; the first one begins at 0.
    pub(super) entered_ms: Vec<i64>,
    pub(super) end: End,
}

impl Session {
    /// Its clock at `now_ms`.
    pub(super) fn clock_ms(&self, now_ms: DayMs) -> i64 {
        match self.end {
            End::Done(ms) | End::Paused(ms, _) => ms,
            End::Running => now_ms - self.start_ms,
        }
    }

    /// Its clock at the beginning and at the end of a section, as far as it came by `now_ms`; `None` when it
    /// did not come there.
    pub(super) fn section_ms(&self, section: usize, now_ms: DayMs) -> Option<(i64, i64)> {
        let until = self.clock_ms(now_ms);
        let from = *self.entered_ms.get(section)?;
        let next = self.entered_ms.get(section + 1).copied().unwrap_or(until);
        (from < until).then_some((from, next.min(until)))
    }
}

/// All interviews, in the order of their rounds and teams.
pub(super) fn timetable(
    content: &Content,
    cast: &Cast,
    sections: &[u16],
    ids: &mut Ids,
    dice: &mut Dice,
) -> Vec<Session> {
    let mut sessions = Vec::new();
    for part in [Part::First, Part::Second] {
        for (team, plan) in cast.teams.iter().enumerate() {
            for pair in 0..PAIRS {
                let slot = Slot { part, team, pair, plan };
                sessions.push(slot.session(content, sections, sessions.len(), ids, dice));
            }
        }
    }
    let practising = cast.teams.iter().enumerate().filter(|(team, _)| PRACTISING.contains(team));
    for (team, plan) in practising {
        let slot = Slot { part: Part::Practice, team, pair: 1, plan };
        sessions.push(slot.session(content, sections, sessions.len(), ids, dice));
    }
    sessions
}

/// One place of the timetable.
struct Slot<'a> {
    part: Part,
    team: usize,
    pair: usize,
    plan: &'a TeamPlan,
}

impl Slot<'_> {
    fn session(
        &self,
        content: &Content,
        sections: &[u16],
        at: usize,
        ids: &mut Ids,
        dice: &mut Dice,
    ) -> Session {
        let (interviewer, note_taker) = self.who();
        let (entered_ms, end) = self.course(sections, dice);
        let segments = content.segments(self.plan.topic);
        let segment = match self.part {
            Part::Practice => None,
            Part::First | Part::Second => segments.get(at % segments.len().max(1)).cloned(),
        };
        Session {
            id: ids.next(),
            team: self.team,
            topic: self.plan.topic,
            part: self.part,
            pair: self.pair,
            number: self.number(),
            respondent: at as u32 + 1,
            segment: segment.unwrap_or_default(),
            minutes: if self.part == Part::Practice { PRACTICE_MINUTES } else { MINUTES },
            interviewer,
            note_taker,
            consent: consent(at),
            start_ms: self.start_ms(),
            entered_ms,
            end,
        }
    }

    /// Practice is put in last, when the four that count have their numbers.
    fn number(&self) -> u32 {
        let pair = self.pair as u32 + 1;
        match self.part {
            Part::First => pair,
            Part::Second => pair + PAIRS as u32,
            Part::Practice => 2 * PAIRS as u32 + 1,
        }
    }

    /// Each pair swaps who asks and who writes in its second interview.
    fn who(&self) -> (Option<ParticipantId>, Option<ParticipantId>) {
        let member = |seat: usize| self.plan.members.get(seat).copied();
        let first = 1 + self.pair * 2;
        match self.part {
            Part::First => (member(first), member(first + 1)),
            Part::Second => (member(first + 1), member(first)),
            Part::Practice => (member(first), member(5)),
        }
    }

    /// Teams begin one after the other, so that the facilitator can bring the guests.
    fn start_ms(&self) -> DayMs {
        let (team, pair) = (self.team as i64, self.pair as i64);
        match self.part {
            Part::First => clock(13, 30, 2) + team * 34_000 + pair * 9_000,
            Part::Second => clock(14, 15, 1) + team * 23_000 + pair * 8_000,
            Part::Practice => clock(12, 16, 0) + team * 12_000,
        }
    }

    /// When the clock showed what, and how it ends.
    fn course(&self, sections: &[u16], dice: &mut Dice) -> (Vec<i64>, End) {
        let scale = if self.part == Part::Practice { 60 } else { 100 };
        let mut spent = 0;
        let mut entered: Vec<i64> = Vec::new();
        for &minutes in sections {
            entered.push(spent);
            spent += i64::from(minutes) * MINUTE_MS * scale / 100 * dice.between(88, 112) / 100;
        }
        let end = match (self.part, self.team, self.pair) {
            (Part::Practice | Part::First, _, _) => End::Done(spent),
            (Part::Second, 1, 0) => {
                // A long welcome, and now a resident who has much to tell of the home: over its section's time.
                entered = vec![0, 7 * MINUTE_MS + 20_000];
                End::Running
            }
            (Part::Second, 4, 1) => End::Paused(11 * MINUTE_MS + 42_000, Pause::Break),
            (Part::Second, 6, 0) => End::Paused(7 * MINUTE_MS + 50_000, Pause::Interpreter),
            (Part::Second, _, _) => End::Running,
        };
        (entered, end)
    }
}

/// All agree to notes, most to quotes and to the room, a third to being asked again.
fn consent(at: usize) -> Consent {
    Consent { notes: true, quotes: at % 11 != 6, shown: at % 7 != 3, recontact: at.is_multiple_of(3) }
}
