//! The sprint as it stands: the fold of its facts.

use jiff::civil::Date;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::Fact as AnyFact;
use super::agenda::{AgendaItem, Day};
use super::clock::Moment;
use super::department::Department;
use super::evidence::{Heard, Place};
use super::face::Face;
use super::guide::Guide;
use super::id::{
    AgendaId, DepartmentId, GuideId, InterviewId, NoteId, ParkedId, ParticipantId, RunId, ServiceId, TeamId,
    ThemeId,
};
use super::interview::Interview;
use super::link::Links;
use super::note::Note;
use super::parking::Parked;
use super::participant::Participant;
use super::piece::Pieces;
use super::priority::Priorities;
use super::request::Requests;
use super::service::Service;
use super::step::{Stamp, Step};
use super::table::Table;
use super::team::Team;
use super::theme::Theme;
use super::turn::Turns;
use crate::text::Clean;

/// What becomes true of the sprint itself.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// It is called and held so.
    Described(Description),
}

impl Fact {
    pub(super) fn texts(&mut self) -> Vec<&mut Clean> {
        match self {
            Self::Described(Description { title, decision, decider, .. }) => vec![title, decision, decider],
        }
    }
}

/// What the sprint is, in a few lines.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Description {
    /// Its title.
    pub title: Clean,
    /// Its first day.
    pub start: Date,
    /// IANA name of its time zone.
    pub zone: Clean,
    /// Code of its language, `en` or `uk`.
    pub lang: Clean,
    /// The decision to be taken.
    pub decision: Clean,
    /// Who takes it, as a role.
    pub decider: Clean,
}

impl Default for Description {
    fn default() -> Self {
        Self {
            title: Clean::default(),
            start: Date::constant(1970, 1, 1),
            zone: Clean::new("UTC"),
            lang: Clean::new("en"),
            decision: Clean::default(),
            decider: Clean::default(),
        }
    }
}

/// The sprint. Facts live only here and change only by [`Sprint::apply`].
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Sprint {
    /// What it is.
    pub description: Description,
    /// Departments.
    pub departments: Table<DepartmentId, Department>,
    /// Staff who take part.
    pub participants: Table<ParticipantId, Participant>,
    /// Services, studied ones and candidates.
    pub services: Table<ServiceId, Service>,
    /// Teams.
    pub teams: Table<TeamId, Team>,
    /// Timeboxes.
    pub agenda: Table<AgendaId, AgendaItem>,
    /// The order of the timeboxes, and whether all clocks were stopped.
    pub day: Day,
    /// Versions of the guide.
    pub guides: Table<GuideId, Guide>,
    /// Interviews.
    pub interviews: Table<InterviewId, Interview>,
    /// Notes.
    pub notes: Table<NoteId, Note>,
    /// Themes.
    pub themes: Table<ThemeId, Theme>,
    /// Residents' requests.
    pub requests: Requests,
    /// What was said of the services.
    pub priorities: Priorities,
    /// Questions, insights, opportunities, ideas and actions.
    pub pieces: Pieces,
    /// What rests on what.
    pub links: Links,
    /// Who is at the keyboard, and who comes next.
    pub turns: Turns,
    /// The parking lot.
    pub parking: Table<ParkedId, Parked>,
    /// What the room's face shows.
    pub face: Face,
    /// Where notes lie and who was heard in them.
    pub evidence: Heard,
    boots: Vec<Clean>,
    boot_of_run: FxHashMap<RunId, u16>,
}

impl Sprint {
    /// Lets a step become true. Never fails: what speaks of a thing that is not there changes nothing.
    pub fn apply(&mut self, step: &Step) {
        // A step of another file is timed by the clock of the machine where it was made.
        let at = self.moment(step.origin().0, step.at);
        for fact in &step.facts {
            self.apply_fact(fact, step, at);
        }
        self.requests.settle();
    }

    fn apply_fact(&mut self, fact: &AnyFact, step: &Step, at: Moment) {
        match fact {
            AnyFact::Sprint(Fact::Described(description)) => self.description = description.clone(),
            AnyFact::Department(fact) => fact.apply(self),
            AnyFact::Participant(fact) => fact.apply(self),
            AnyFact::Service(fact) => fact.apply(self),
            AnyFact::Team(fact) => fact.apply(self),
            AnyFact::Agenda(fact) => fact.apply(self, at),
            AnyFact::Guide(fact) => fact.apply(self),
            AnyFact::Interview(fact) => fact.apply(self, at),
            AnyFact::Note(fact) => fact.apply(self),
            AnyFact::Theme(fact) => fact.apply(self),
            AnyFact::Request(fact) => fact.apply(self),
            AnyFact::Priority(fact) => fact.apply(self),
            AnyFact::Piece(fact) => fact.apply(self),
            AnyFact::Link(fact) => fact.apply(self),
            AnyFact::Turn(fact) => fact.apply(self, at, step.s),
            AnyFact::Parking(fact) => fact.apply(self),
            AnyFact::Face(fact) => fact.apply(self),
            AnyFact::Erasure(fact) => fact.apply(self, at),
            AnyFact::Run(fact) => fact.apply(self, step),
            // History leaves out what was reverted; kinds of a newer version mean nothing here, nor does what
            // nobody can read.
            AnyFact::Reverted { .. } | AnyFact::Damaged(_) | AnyFact::Unknown(_) => {}
        }
    }

    /// A stamp of a run, as a moment that can be compared with others.
    pub fn moment(&self, run: RunId, at: Stamp) -> Moment {
        Moment { at, boot: self.boot_of_run.get(&run).copied().unwrap_or(0) }
    }

    /// A stamp of a boot that a run of the file names; of any other only the wall clock is comparable. For those
    /// who read the file and are no run of it.
    pub fn moment_on(&self, boot: &Clean, at: Stamp) -> Moment {
        let known = self.boots.iter().position(|one| one == boot);
        Moment { at, boot: known.map_or(0, |place| u16::try_from(place + 1).unwrap_or(0)) }
    }

    pub(super) fn begin_run(&mut self, run: RunId, boot: &Clean) {
        let known = self.boots.iter().position(|one| one == boot);
        let place = known.unwrap_or_else(|| {
            self.boots.push(boot.clone());
            self.boots.len() - 1
        });
        self.boot_of_run.insert(run, u16::try_from(place + 1).unwrap_or(0));
    }

    pub(super) fn add_note(&mut self, mut note: Note) {
        let id = note.id;
        let Some(interview) = self.interviews.get_mut(note.interview) else { return };
        note.crossed = interview.erased;
        if self.notes.add(id, note) {
            interview.notes.push(id);
            if let Some(place) = self.place_of(id) {
                self.evidence.put(&place);
            }
        }
    }

    pub(super) fn change_note(&mut self, id: NoteId, change: impl FnOnce(&mut Note)) {
        let Some(before) = self.place_of(id) else { return };
        if self.is_erased(id) {
            return;
        }
        self.evidence.take(&before);
        if let Some(note) = self.notes.get_mut(id) {
            change(note);
        }
        if let Some(after) = self.place_of(id) {
            self.evidence.put(&after);
        }
    }

    /// Whether a note's respondent was erased; nothing changes it any more.
    fn is_erased(&self, note: NoteId) -> bool {
        let interview = self.notes.get(note).and_then(|note| self.interviews.get(note.interview));
        interview.is_some_and(|one| one.erased)
    }

    /// Changes what has no bearing on who was heard.
    pub(super) fn with_interview(&mut self, id: InterviewId, change: impl FnOnce(&mut Interview)) {
        if let Some(interview) = self.interviews.get_mut(id) {
            change(interview);
        }
    }

    /// Changes what may let the interview's notes count or not.
    pub(super) fn change_interview(&mut self, id: InterviewId, change: impl FnOnce(&mut Interview)) {
        let Some(before) = self.interviews.get(id).map(|one| (one.counts(), one.was_asked())) else { return };
        let Some(after) = self.interviews.get(id).map(|one| {
            let mut next = one.clone();
            change(&mut next);
            next
        }) else {
            return;
        };
        if before.0 != after.counts() {
            let notes = after.notes.clone();
            let lifted: Vec<Place> = notes.iter().filter_map(|&id| self.place_of(id)).collect();
            lifted.iter().for_each(|place| self.evidence.take(place));
            self.replace_interview(id, after, before.1);
            let put: Vec<Place> = notes.iter().filter_map(|&id| self.place_of(id)).collect();
            put.iter().for_each(|place| self.evidence.put(place));
        } else {
            self.replace_interview(id, after, before.1);
        }
    }

    fn replace_interview(&mut self, id: InterviewId, after: Interview, asked_before: bool) {
        let service = self.teams.get(after.team).and_then(|team| team.service);
        if let Some(service) = service {
            match (asked_before, after.was_asked()) {
                (false, true) => self.evidence.ask(service, after.respondent),
                (true, false) => self.evidence.unask(service, after.respondent),
                (true, true) | (false, false) => {}
            }
        }
        if let Some(interview) = self.interviews.get_mut(id) {
            *interview = after;
        }
    }

    pub(super) fn remove_theme(&mut self, id: ThemeId) {
        let Some(theme) = self.themes.get_mut(id) else { return };
        theme.removed = true;
        for note in self.notes_of_theme_all(id) {
            self.change_note(note, |note| note.theme = None);
        }
        for row in self.requests.of_theme(id) {
            self.requests.unfile(row);
        }
        self.evidence.remove_theme(id);
    }

    /// Every note of a theme, those included that are not shown.
    fn notes_of_theme_all(&self, id: ThemeId) -> Vec<NoteId> {
        self.notes.iter().filter(|note| note.theme == Some(id)).map(|note| note.id).collect()
    }

    fn place_of(&self, id: NoteId) -> Option<Place> {
        let row = self.notes.row_of(id)?;
        let note = self.notes.at_row(row)?;
        let interview = self.interviews.get(note.interview)?;
        Some(Place::of(row, note, interview, self.teams.get(interview.team)))
    }

    /// Who was heard, counted from nothing: what [`Sprint::evidence`] must equal.
    pub fn heard_from_nothing(&self) -> Heard {
        let mut heard = Heard::default();
        for theme in self.themes.iter().filter(|theme| !theme.removed) {
            heard.add_theme(theme.id);
        }
        for interview in self.interviews.iter().filter(|one| one.was_asked()) {
            if let Some(service) = self.teams.get(interview.team).and_then(|team| team.service) {
                heard.ask(service, interview.respondent);
            }
        }
        for note in self.notes.iter() {
            if let Some(place) = self.place_of(note.id) {
                heard.put(&place);
            }
        }
        heard
    }
}
