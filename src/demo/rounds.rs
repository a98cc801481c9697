//! What the clocks of the day did: timeboxes of the agenda, interviews from their plan to their end.

use super::day::{Day, DayMs, clock};
use super::dice::Dice;
use super::session::{End, Part, Session};
use super::template::{Row, SectionRow, Template};
use crate::domain::Fact;
use crate::domain::agenda;
use crate::domain::id::{AgendaId, GuideId, TeamId};
use crate::domain::interview::{self, Asked, Status};

/// Whole minutes that the timeboxes of the morning began late, on top of the seconds that everything takes.
const MINUTES_LATE: [i64; 9] = [1, 2, 4, 3, 2, 3, 2, 0, 3];

/// What the interviews need of the agenda and the guide.
pub(super) struct Frame {
    pub(super) template: Template,
    pub(super) agenda: Vec<AgendaId>,
    pub(super) guide: Option<GuideId>,
}

impl Frame {
    /// Finds the ids in the facts that the template made.
    pub(super) fn of(template: Template, facts: &[Fact]) -> Self {
        let mut frame = Self { template, agenda: Vec::new(), guide: None };
        for fact in facts {
            if let Fact::Agenda(agenda::Fact::Added { id, .. }) = fact {
                frame.agenda.push(*id);
            }
            if let Fact::Guide(crate::domain::guide::Fact::Written { id, .. }) = fact {
                frame.guide = Some(*id);
            }
        }
        frame
    }

    /// Planned minutes of the guide's sections.
    pub(super) fn sections(&self) -> Vec<u16> {
        self.template.guide.iter().map(|section| section.minutes).collect()
    }

    fn round(&self, part: Part) -> Option<AgendaId> {
        let wanted = match part {
            Part::First => 1,
            Part::Second => 2,
            Part::Practice => return None,
        };
        let at = self.template.agenda.iter().position(|row| row.round == Some(wanted))?;
        self.agenda.get(at).copied()
    }

    /// Starts the timeboxes of day one, each some minutes late but the rounds on time, and ends the one before.
    /// After the first round somebody gave the tidying of notes five minutes more, so that the day is late.
    pub(super) fn run_agenda(&self, day: &mut Day, now_ms: DayMs, dice: &mut Dice) {
        let mut before: Option<AgendaId> = None;
        for (at, (row, &id)) in self.template.agenda.iter().zip(&self.agenda).enumerate() {
            let late_ms = if row.round.is_some() { 0 } else { dice.between(10, 150) * 1_000 };
            let minutes_late = MINUTES_LATE.get(at).copied().unwrap_or(0);
            let at_ms = start_ms(row) + late_ms + minutes_late * 60_000;
            if row.day != 1 || at_ms > now_ms {
                break;
            }
            let mut facts: Vec<Fact> = vec![agenda::Fact::Ran { id }.into()];
            facts.extend(before.map(|id| Fact::from(agenda::Fact::Ended { id })));
            day.add(at_ms, facts);
            before = Some(id);
        }
        self.lengthen_tidying(day, now_ms);
    }

    fn lengthen_tidying(&self, day: &mut Day, now_ms: DayMs) {
        let third = self.template.agenda.iter().position(|row| row.round == Some(3));
        let tidying = third.map(|at| at + 1);
        let found = tidying.and_then(|at| self.template.agenda.get(at).zip(self.agenda.get(at)));
        let at_ms = clock(14, 12, 30);
        if let (Some((row, &id)), true) = (found, at_ms < now_ms) {
            day.add(at_ms, vec![agenda::Fact::Lasts { id, minutes: row.minutes + 5 }.into()]);
        }
    }

    /// Plans interviews, in one step.
    pub(super) fn plan<'a>(&self, sessions: impl Iterator<Item = (&'a Session, TeamId)>) -> Vec<Fact> {
        sessions.map(|(session, team)| self.planned(session, team).into()).collect()
    }

    fn planned(&self, session: &Session, team: TeamId) -> interview::Fact {
        interview::Fact::Planned {
            id: session.id,
            team,
            number: session.number,
            round: self.round(session.part),
            respondent: session.respondent,
            segment: session.segment.clone(),
            minutes: session.minutes,
            practice: session.part == Part::Practice,
            guide: self.guide,
            interviewer: session.interviewer,
            note_taker: session.note_taker,
        }
    }

    /// An interview from the arrival of its respondent to where it stands at `now_ms`.
    pub(super) fn hold(&self, session: &Session, now_ms: DayMs, day: &mut Day, dice: &mut Dice) {
        let (id, start_ms) = (session.id, session.start_ms);
        let mut add = |at_ms: DayMs, fact: interview::Fact| day.add(at_ms, vec![fact.into()]);
        add(
            start_ms - dice.between(100, 400) * 1_000,
            interview::Fact::Stood { id, status: Status::Arrived },
        );
        add(
            start_ms - dice.between(20, 80) * 1_000,
            interview::Fact::Consented { id, consent: session.consent },
        );
        add(start_ms, interview::Fact::Ran { id });
        for (at, section) in (0_u8..).zip(&self.template.guide) {
            let Some((from, until)) = session.section_ms(usize::from(at), now_ms) else { break };
            if at > 0 {
                add(start_ms + from, interview::Fact::Entered { id, section: at });
            }
            for (question, asked, offset_ms) in asked(section, from, until, dice) {
                add(start_ms + offset_ms, interview::Fact::Asked { id, section: at, question, asked });
            }
        }
        match session.end {
            End::Done(ms) => {
                add(start_ms + ms, interview::Fact::Stood { id, status: Status::Done });
            }
            End::Paused(ms, why) => {
                add(start_ms + ms, interview::Fact::Paused { id, why });
            }
            End::Running => {}
        }
    }
}

/// Which questions came up from `from` to `until`, by planned pace: musts always, of the others most.
fn asked(section: &SectionRow, from: i64, until: i64, dice: &mut Dice) -> Vec<(u8, Asked, i64)> {
    let planned = i64::from(section.minutes) * 60_000;
    let slice = planned / (section.questions.len() as i64).max(1);
    let mut marks = Vec::new();
    for (at, question) in (0_u8..).zip(&section.questions) {
        let offset_ms = from + i64::from(at) * slice + slice * dice.between(10, 40) / 100;
        let other = dice.chance(70);
        let skipped = dice.chance(40);
        if offset_ms >= until {
            break;
        }
        match (question.must || other, skipped) {
            (true, _) => marks.push((at, Asked::Asked, offset_ms)),
            (false, true) => marks.push((at, Asked::Skipped, offset_ms)),
            (false, false) => {}
        }
    }
    marks
}

fn start_ms(row: &Row) -> DayMs {
    clock(i64::from(row.start.hour()), i64::from(row.start.minute()), 0)
}
