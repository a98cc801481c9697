//! Interviews: who is asked by whom, under which consent, and how long it takes.

use serde::{Deserialize, Serialize};

use super::clock::{Clock, Moment};
use super::guide::Guide;
use super::id::{AgendaId, GuideId, Id, Ids, InterviewId, NoteId, ParticipantId, TeamId};
use super::{Fact as AnyFact, Refusal, Sprint, agenda, note};
use crate::text::Clean;

/// The longest an interview can be planned for, in minutes.
pub const MINUTES_MAX: u16 = 480;

/// What a respondent agreed to. Each scope stands alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Consent {
    /// Notes may be taken.
    pub notes: bool,
    /// Words may be quoted.
    pub quotes: bool,
    /// Notes may be shown in the room.
    pub shown: bool,
    /// They may be asked again.
    pub recontact: bool,
}

/// Why an interview stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pause {
    /// A break.
    Break,
    /// The respondent needs time.
    Distress,
    /// An interpreter is awaited.
    Interpreter,
    /// All clocks were stopped: an air alert.
    Alert,
}

/// Where an interview stands, besides its clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Planned, nobody here yet.
    #[default]
    Planned,
    /// The respondent is here.
    Arrived,
    /// It was started.
    Started,
    /// It was held.
    Done,
    /// It was stopped for the respondent's sake.
    Stopped,
    /// Nobody came.
    NoShow,
    /// The respondent withdrew: nothing of it counts or is shown any more.
    Withdrawn,
}

/// Whether a question of the guide came up.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// Not yet.
    #[default]
    Open,
    /// Yes.
    Asked,
    /// Left out on purpose.
    Skipped,
}

/// An interview.
#[derive(Clone, PartialEq, Debug)]
pub struct Interview {
    /// Its id.
    pub id: InterviewId,
    /// Its team.
    pub team: TeamId,
    /// The number in `T2-I03`.
    pub number: u32,
    /// The round it belongs to.
    pub round: Option<AgendaId>,
    /// The number in `P017`.
    pub respondent: u32,
    /// Which part of the population the respondent belongs to, coarsely.
    pub segment: Clean,
    /// Planned minutes.
    pub minutes: u16,
    /// Practice or pilot: marked, never counted.
    pub practice: bool,
    /// The guide it uses.
    pub guide: Option<GuideId>,
    /// Who asks.
    pub interviewer: Option<ParticipantId>,
    /// Who writes.
    pub note_taker: Option<ParticipantId>,
    /// What the respondent agreed to.
    pub consent: Consent,
    /// Where it stands.
    pub status: Status,
    /// Why it stands still, while it does.
    pub pause: Option<Pause>,
    /// Its clock.
    pub clock: Clock,
    /// Section it is in, from 0.
    pub section: u8,
    /// Milliseconds of its clock spent in each section before the present visit.
    pub section_spent_ms: Vec<u64>,
    /// Its clock when the present section was entered.
    pub entered_ms: u64,
    /// Planned minutes of each section, where they differ from the guide's.
    pub section_minutes: Option<Vec<u16>>,
    /// Questions, by section and place: those that are not open.
    pub asked: Vec<(u8, u8, Asked)>,
    /// Its notes, in the order of writing.
    pub notes: Vec<NoteId>,
    /// Its respondent was erased: nothing that is said of it afterwards counts.
    pub erased: bool,
}

/// What becomes true of an interview.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// It is planned.
    Planned {
        /// Its id.
        id: InterviewId,
        /// Its team.
        team: TeamId,
        /// The number in `T2-I03`.
        number: u32,
        /// The round it belongs to.
        round: Option<AgendaId>,
        /// The number in `P017`.
        respondent: u32,
        /// Which part of the population, coarsely.
        segment: Clean,
        /// Planned minutes.
        minutes: u16,
        /// Practice or pilot.
        practice: bool,
        /// The guide it uses.
        guide: Option<GuideId>,
        /// Who asks.
        interviewer: Option<ParticipantId>,
        /// Who writes.
        note_taker: Option<ParticipantId>,
    },
    /// The respondent agreed to this, and to nothing else.
    Consented {
        /// Which.
        id: InterviewId,
        /// To what.
        consent: Consent,
    },
    /// It stands so.
    Stood {
        /// Which.
        id: InterviewId,
        /// How. Ends stop the clock.
        status: Status,
    },
    /// It is practice, or counts.
    Practised {
        /// Which.
        id: InterviewId,
        /// Practice.
        practice: bool,
    },
    /// Its clock runs.
    Ran {
        /// Which.
        id: InterviewId,
    },
    /// Its clock stands.
    Paused {
        /// Which.
        id: InterviewId,
        /// Why.
        why: Pause,
    },
    /// They ask and write.
    Staffed {
        /// Which.
        id: InterviewId,
        /// Who asks.
        interviewer: Option<ParticipantId>,
        /// Who writes.
        note_taker: Option<ParticipantId>,
    },
    /// It may last so long.
    Lasts {
        /// Which.
        id: InterviewId,
        /// Minutes.
        minutes: u16,
    },
    /// Its sections may last so long.
    SectionsLast {
        /// Which.
        id: InterviewId,
        /// Minutes of each section.
        minutes: Vec<u16>,
    },
    /// It went on to this section.
    Entered {
        /// Which.
        id: InterviewId,
        /// Section, from 0.
        section: u8,
    },
    /// A question came up, or did not.
    Asked {
        /// Which.
        id: InterviewId,
        /// Section, from 0.
        section: u8,
        /// Place in the section, from 0.
        question: u8,
        /// How.
        asked: Asked,
    },
}

impl Fact {
    /// The interview it speaks of.
    pub fn id(&self) -> InterviewId {
        match self {
            Self::Planned { id, .. }
            | Self::Consented { id, .. }
            | Self::Stood { id, .. }
            | Self::Practised { id, .. }
            | Self::Staffed { id, .. }
            | Self::Ran { id }
            | Self::Paused { id, .. }
            | Self::Lasts { id, .. }
            | Self::SectionsLast { id, .. }
            | Self::Entered { id, .. }
            | Self::Asked { id, .. } => *id,
        }
    }

    pub(super) fn texts(&mut self) -> Vec<&mut Clean> {
        match self {
            Self::Planned { segment, .. } => vec![segment],
            Self::Consented { .. }
            | Self::Stood { .. }
            | Self::Practised { .. }
            | Self::Ran { .. }
            | Self::Paused { .. }
            | Self::Staffed { .. }
            | Self::Lasts { .. }
            | Self::SectionsLast { .. }
            | Self::Entered { .. }
            | Self::Asked { .. } => Vec::new(),
        }
    }

    /// Takes out what describes the respondent: the segment, and that the interview stood or was stopped for
    /// their sake. Answers whether there was anything.
    pub(super) fn forget(&mut self) -> bool {
        match self {
            Self::Planned { segment, .. } => !std::mem::take(segment).is_empty(),
            Self::Paused { why: why @ (Pause::Distress | Pause::Interpreter), .. } => {
                *why = Pause::Break;
                true
            }
            Self::Stood { status: status @ Status::Stopped, .. } => {
                *status = Status::Done;
                true
            }
            Self::Paused { why: Pause::Break | Pause::Alert, .. }
            | Self::Stood { .. }
            | Self::Consented { .. }
            | Self::Practised { .. }
            | Self::Ran { .. }
            | Self::Staffed { .. }
            | Self::Lasts { .. }
            | Self::SectionsLast { .. }
            | Self::Entered { .. }
            | Self::Asked { .. } => false,
        }
    }

    pub(super) fn apply(&self, sprint: &mut Sprint, at: Moment) {
        if sprint.interviews.get(self.id()).is_some_and(|one| one.erased) {
            return;
        }
        match self {
            Self::Planned {
                id,
                team,
                number,
                round,
                respondent,
                segment,
                minutes,
                practice,
                guide,
                interviewer,
                note_taker,
            } => {
                let interview = Interview {
                    id: *id,
                    team: *team,
                    number: *number,
                    round: *round,
                    respondent: *respondent,
                    segment: segment.clone(),
                    minutes: *minutes,
                    practice: *practice,
                    guide: *guide,
                    interviewer: *interviewer,
                    note_taker: *note_taker,
                    consent: Consent::default(),
                    status: Status::Planned,
                    pause: None,
                    clock: Clock::default(),
                    section: 0,
                    section_spent_ms: Vec::new(),
                    entered_ms: 0,
                    section_minutes: None,
                    asked: Vec::new(),
                    notes: Vec::new(),
                    erased: false,
                };
                sprint.interviews.add(*id, interview);
            }
            Self::Consented { id, consent } => sprint.with_interview(*id, |one| one.consent = *consent),
            Self::Stood { id, status } => sprint.change_interview(*id, |one| one.stand(*status, at)),
            Self::Practised { id, practice } => sprint.change_interview(*id, |one| one.practice = *practice),
            Self::Ran { id } => sprint.change_interview(*id, |one| {
                one.clock.run(at);
                one.pause = None;
                if matches!(one.status, Status::Planned | Status::Arrived) {
                    one.status = Status::Started;
                }
            }),
            Self::Paused { id, why } => sprint.with_interview(*id, |one| {
                one.clock.pause(at);
                one.pause = Some(*why);
            }),
            Self::Staffed { id, interviewer, note_taker } => sprint.with_interview(*id, |one| {
                one.interviewer = *interviewer;
                one.note_taker = *note_taker;
            }),
            Self::Lasts { id, minutes } => sprint.with_interview(*id, |one| one.minutes = *minutes),
            Self::SectionsLast { id, minutes } => {
                sprint.with_interview(*id, |one| one.section_minutes = Some(minutes.clone()));
            }
            Self::Entered { id, section } => sprint.with_interview(*id, |one| one.enter(*section, at)),
            Self::Asked { id, section, question, asked } => sprint.with_interview(*id, |one| {
                one.asked.retain(|&(s, q, _)| (s, q) != (*section, *question));
                if *asked != Asked::Open {
                    one.asked.push((*section, *question, *asked));
                }
            }),
        }
    }
}

impl Interview {
    fn stand(&mut self, status: Status, at: Moment) {
        self.status = status;
        match status {
            Status::Done | Status::Stopped | Status::NoShow | Status::Withdrawn => {
                self.clock.pause(at);
                self.pause = None;
            }
            Status::Planned | Status::Arrived | Status::Started => {}
        }
    }

    /// Its respondent is erased: it stands like one whose respondent withdrew, for good.
    pub(super) fn erase(&mut self, at: Moment) {
        self.stand(Status::Withdrawn, at);
        self.segment = Clean::default();
        self.consent = Consent::default();
        self.erased = true;
    }

    fn enter(&mut self, section: u8, at: Moment) {
        let now_ms = self.clock.spent_ms(&at);
        let left = usize::from(self.section);
        if self.section_spent_ms.len() <= left {
            self.section_spent_ms.resize(left + 1, 0);
        }
        let spent_ms = &mut self.section_spent_ms[left];
        *spent_ms = spent_ms.saturating_add(now_ms.saturating_sub(self.entered_ms));
        self.entered_ms = now_ms;
        self.section = section;
    }

    /// Whether it goes on: started and not ended.
    pub fn is_open(&self) -> bool {
        self.status == Status::Started
    }

    /// Whether it can still take place or go on.
    pub fn is_ahead(&self) -> bool {
        matches!(self.status, Status::Planned | Status::Arrived | Status::Started)
    }

    /// Whether its notes count as evidence.
    pub fn counts(&self) -> bool {
        !self.practice && self.status != Status::Withdrawn
    }

    /// Whether its respondent stands among those asked.
    pub fn was_asked(&self) -> bool {
        self.counts() && matches!(self.status, Status::Started | Status::Done | Status::Stopped)
    }

    /// Milliseconds spent in a section at `now`.
    pub fn section_ms(&self, section: u8, now: &Moment) -> u64 {
        let before = self.section_spent_ms.get(usize::from(section)).copied().unwrap_or(0);
        let present = match section == self.section {
            true => self.clock.spent_ms(now).saturating_sub(self.entered_ms),
            false => 0,
        };
        before.saturating_add(present)
    }

    /// Planned minutes of each section.
    pub fn minutes_of_sections(&self, guide: &Guide) -> Vec<u16> {
        match &self.section_minutes {
            Some(minutes) if minutes.len() == guide.sections.len() => minutes.clone(),
            Some(_) | None => guide.sections.iter().map(|section| section.minutes).collect(),
        }
    }

    /// Whole seconds left of the present section; negative when it is over.
    pub fn section_left_s(&self, guide: &Guide, now: &Moment) -> i64 {
        let planned = self.minutes_of_sections(guide).get(usize::from(self.section)).copied().unwrap_or(0);
        let left_ms = i64::from(planned) * 60_000 - self.section_ms(self.section, now) as i64;
        (left_ms + 999).div_euclid(1_000)
    }

    /// Whether a question came up.
    pub fn asked(&self, section: u8, question: u8) -> Asked {
        let found = self.asked.iter().find(|&&(s, q, _)| (s, q) == (section, question));
        found.map_or(Asked::Open, |&(_, _, asked)| asked)
    }
}

/// What a new interview is planned with.
#[derive(Clone, PartialEq, Debug)]
pub struct Plan {
    /// Its team.
    pub team: TeamId,
    /// Its round.
    pub round: Option<AgendaId>,
    /// The number in `P017`.
    pub respondent: u32,
    /// Which part of the population, coarsely.
    pub segment: Clean,
    /// Planned minutes.
    pub minutes: u16,
    /// Practice or pilot.
    pub practice: bool,
}

impl Sprint {
    /// Plans an interview with the present guide.
    pub fn plan_interview(&self, id: InterviewId, number: u32, plan: &Plan) -> Result<Vec<AnyFact>, Refusal> {
        check_minutes(plan.minutes)?;
        self.teams.get(plan.team).ok_or(Refusal::Gone)?;
        Ok(vec![
            Fact::Planned {
                id,
                team: plan.team,
                number,
                round: plan.round,
                respondent: plan.respondent,
                segment: plan.segment.clone(),
                minutes: plan.minutes,
                practice: plan.practice,
                guide: self.current_guide().map(|guide| guide.id),
                interviewer: None,
                note_taker: None,
            }
            .into(),
        ])
    }

    /// Writes a note into an interview, at its clock's present time.
    pub fn take_note(
        &self,
        ids: &mut Ids,
        code: u32,
        interview: InterviewId,
        kind: note::Kind,
        text: &Clean,
        now: &Moment,
    ) -> Result<Vec<AnyFact>, Refusal> {
        note::check_text(text)?;
        let one = self.interviews.get(interview).ok_or(Refusal::Gone)?;
        one.may_change()?;
        if !one.consent.notes {
            return Err(Refusal::NoConsent);
        }
        let id = NoteId::from(ids.next::<Id>());
        let (section, offset_ms) = (one.section, one.clock.spent_ms(now));
        let text = text.clone();
        Ok(vec![note::Fact::Added { id, code, interview, kind, text, section, offset_ms }.into()])
    }

    /// Starts or pauses an interview.
    pub fn toggle_interview(&self, id: InterviewId) -> Result<Vec<AnyFact>, Refusal> {
        let one = self.interviews.get(id).ok_or(Refusal::Gone)?;
        one.may_change()?;
        if one.clock.is_running() {
            return Ok(vec![Fact::Paused { id, why: Pause::Break }.into()]);
        }
        if !one.is_ahead() {
            return Err(Refusal::InterviewOver);
        }
        Ok(vec![Fact::Ran { id }.into()])
    }

    /// Starts a round: its clock and that of every interview in it that can go on.
    pub fn start_round(&self, round: AgendaId) -> Result<Vec<AnyFact>, Refusal> {
        let item = self.agenda.get(round).ok_or(Refusal::Gone)?;
        let waiting =
            |one: &&Interview| one.round == Some(round) && one.is_ahead() && !one.clock.is_running();
        let mut facts: Vec<AnyFact> =
            self.interviews.iter().filter(waiting).map(|one| Fact::Ran { id: one.id }.into()).collect();
        if !item.clock.is_running() {
            facts.insert(0, agenda::Fact::Ran { id: round }.into());
        }
        match facts.is_empty() {
            true => Err(Refusal::NothingToStart),
            false => Ok(facts),
        }
    }

    /// Records what the respondent agreed to.
    pub fn consent_to(&self, id: InterviewId, consent: Consent) -> Result<Vec<AnyFact>, Refusal> {
        let one = self.interviews.get(id).ok_or(Refusal::Gone)?;
        one.not_withdrawn()?;
        Ok(vec![Fact::Consented { id, consent }.into()])
    }

    /// Says where an interview stands.
    pub fn stand_interview(&self, id: InterviewId, status: Status) -> Result<Vec<AnyFact>, Refusal> {
        let one = self.interviews.get(id).ok_or(Refusal::Gone)?;
        one.not_withdrawn()?;
        if one.status == status {
            return Err(Refusal::NothingChanged);
        }
        Ok(vec![Fact::Stood { id, status }.into()])
    }

    /// Marks an interview as practice, or takes the mark away.
    pub fn practise(&self, id: InterviewId) -> Result<Vec<AnyFact>, Refusal> {
        let one = self.interviews.get(id).ok_or(Refusal::Gone)?;
        one.not_withdrawn()?;
        Ok(vec![Fact::Practised { id, practice: !one.practice }.into()])
    }

    /// Gives an interview `more` minutes, or takes them away.
    pub fn extend_interview(&self, id: InterviewId, more: i32) -> Result<Vec<AnyFact>, Refusal> {
        let one = self.interviews.get(id).ok_or(Refusal::Gone)?;
        one.may_change()?;
        let minutes = u16::try_from(i32::from(one.minutes) + more).map_err(|_| Refusal::MinutesOutOfRange)?;
        check_minutes(minutes)?;
        Ok(vec![Fact::Lasts { id, minutes }.into()])
    }

    /// Says who asks and who writes. One person can't do both: whoever writes looks down.
    pub fn staff_interview(
        &self,
        id: InterviewId,
        interviewer: Option<ParticipantId>,
        note_taker: Option<ParticipantId>,
    ) -> Result<Vec<AnyFact>, Refusal> {
        let one = self.interviews.get(id).ok_or(Refusal::Gone)?;
        one.not_withdrawn()?;
        if interviewer.is_some() && interviewer == note_taker {
            return Err(Refusal::AsksAndWrites);
        }
        if (one.interviewer, one.note_taker) == (interviewer, note_taker) {
            return Err(Refusal::NothingChanged);
        }
        let before = [one.interviewer, one.note_taker];
        for person in [interviewer, note_taker].into_iter().flatten() {
            let left = self.participants.get(person).ok_or(Refusal::Gone)?.left;
            if left && !before.contains(&Some(person)) {
                return Err(Refusal::ParticipantLeft);
            }
        }
        Ok(vec![Fact::Staffed { id, interviewer, note_taker }.into()])
    }

    /// Goes on to the next section of the guide.
    pub fn next_section(&self, id: InterviewId) -> Result<Vec<AnyFact>, Refusal> {
        let one = self.interviews.get(id).ok_or(Refusal::Gone)?;
        one.may_change()?;
        let sections = self.guide_of(one).map_or(0, |guide| guide.sections.len());
        if usize::from(one.section) + 1 >= sections {
            return Err(Refusal::LastSection);
        }
        Ok(vec![Fact::Entered { id, section: one.section + 1 }.into()])
    }

    /// Lends the present section `minutes` from another one.
    pub fn borrow_minutes(&self, id: InterviewId, from: u8, minutes: u16) -> Result<Vec<AnyFact>, Refusal> {
        let one = self.interviews.get(id).ok_or(Refusal::Gone)?;
        one.may_change()?;
        let guide = self.guide_of(one).ok_or(Refusal::Gone)?;
        let mut plan = one.minutes_of_sections(guide);
        let (from, to) = (usize::from(from), usize::from(one.section));
        if from == to || from >= plan.len() || to >= plan.len() || plan[from] <= minutes {
            return Err(Refusal::NothingToBorrow);
        }
        plan[from] -= minutes;
        plan[to] += minutes;
        Ok(vec![Fact::SectionsLast { id, minutes: plan }.into()])
    }

    /// The guide an interview goes through.
    pub fn guide_of(&self, interview: &Interview) -> Option<&Guide> {
        self.guides.get(interview.guide?)
    }
}

impl Interview {
    fn not_withdrawn(&self) -> Result<(), Refusal> {
        match self.status {
            Status::Withdrawn => Err(Refusal::Withdrawn),
            Status::Planned
            | Status::Arrived
            | Status::Started
            | Status::Done
            | Status::Stopped
            | Status::NoShow => Ok(()),
        }
    }

    /// Notes and minutes may change until it never took place or the respondent withdrew; a held interview
    /// still takes notes that were on paper.
    fn may_change(&self) -> Result<(), Refusal> {
        match self.status {
            Status::Withdrawn => Err(Refusal::Withdrawn),
            Status::NoShow => Err(Refusal::InterviewOver),
            Status::Planned | Status::Arrived | Status::Started | Status::Done | Status::Stopped => Ok(()),
        }
    }
}

fn check_minutes(minutes: u16) -> Result<(), Refusal> {
    match (1..=MINUTES_MAX).contains(&minutes) {
        true => Ok(()),
        false => Err(Refusal::MinutesOutOfRange),
    }
}
