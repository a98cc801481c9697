//! Sprints of any size for tests and measurements, from the sentences of the demo.

use jiff::civil::Date;

use super::cast::Cast;
use super::content::{self, Content, Sentence};
use super::day::Day;
use super::dice::Dice;
use super::feedback;
use super::template;
use crate::domain::id::{GuideId, Id, Ids, InterviewId, NoteId, PieceId, RunId, ThemeId};
use crate::domain::interview::{self, Consent, Status};
use crate::domain::link::{self, Stance, Thing};
use crate::domain::participant::Role;
use crate::domain::{Fact, Stamp, Step, department, guide, note, participant, piece, run, team, theme};
use crate::text::Clean;

/// Notes of one interview.
const NOTES_EACH: u32 = 25;
/// Most teams.
const TEAMS_MAX: usize = 24;
/// Participants, and the departments that they come from.
const PARTICIPANTS: u32 = 100;
const DEPARTMENTS: u32 = 40;
/// Share of the notes that lie in a theme, in percent.
const FILED: usize = 70;
/// Pieces of one kind on a team's board.
const PIECES_EACH: usize = 12;
const START: Date = Date::constant(2026, 6, 18);
/// 18 June 2026, 05:40 UTC, in milliseconds since 1970.
const START_T_MS: i64 = 1_781_761_200_000;
const SECOND_MS: i64 = 1_000;

/// A sprint with so many notes, themes and requests: an interview for each 25 notes, at most 24 teams, a
/// hundred participants, a step a second, seven notes of ten in a theme. The same arguments make the same steps.
pub fn large(notes: u32, themes: u32, requests: u32, seed: u64) -> Vec<Step> {
    let content = content::read("en");
    let mut bulk = Bulk::of(&content, seed);
    bulk.open();
    let cast = bulk.add_teams(notes.div_ceil(NOTES_EACH));
    bulk.add_people(&cast);
    if requests > 0 {
        bulk.import(requests, &cast);
    }
    let taken = bulk.take_notes(notes);
    let ids = bulk.add_themes(themes);
    bulk.file(&taken, &ids);
    bulk.hang(&taken);
    bulk.steps()
}

/// `n` steps, all but the first few of them small: a note is written, filed, said in other words, its theme
/// renamed. For what happens to a long history.
pub fn many_steps(n: usize) -> Vec<Step> {
    let content = content::read("en");
    let mut bulk = Bulk::of(&content, 1);
    bulk.open();
    bulk.add_teams(1);
    let interview = bulk.begin_interview(0);
    let themes = bulk.add_themes(8);
    let mut last: Option<NoteId> = None;
    while bulk.made < n {
        let text = bulk.text(bulk.made);
        let theme = themes[bulk.dice.below(themes.len())];
        let fact = match (bulk.made % 4, last) {
            (1, Some(id)) => note::Fact::Filed { notes: vec![id], theme: Some(theme) }.into(),
            (2, Some(id)) => note::Fact::Worded { id, text }.into(),
            (3, Some(_)) => theme::Fact::Named { id: theme, name: text }.into(),
            (_, _) => {
                let id = bulk.ids.next();
                last = Some(id);
                bulk.note(id, interview, bulk.made)
            }
        };
        bulk.add(vec![fact]);
    }
    let mut steps = bulk.steps();
    steps.truncate(n);
    steps
}

struct Bulk<'a> {
    content: &'a Content,
    sentences: Vec<&'a Sentence>,
    seed: u64,
    run: RunId,
    day: Day,
    ids: Ids,
    dice: Dice,
    guide: Option<GuideId>,
    teams: Vec<crate::domain::id::TeamId>,
    made: usize,
    pieces: u32,
}

impl<'a> Bulk<'a> {
    fn of(content: &'a Content, seed: u64) -> Self {
        let run = RunId(seed as u32);
        Self {
            content,
            sentences: content.topics.iter().flat_map(|topic| &topic.sentences).collect(),
            seed,
            run,
            day: Day::default(),
            ids: Ids::of(run),
            dice: Dice::of(seed),
            guide: None,
            teams: Vec::new(),
            made: 0,
            pieces: 0,
        }
    }

    /// One more step, a second after the one before.
    fn add(&mut self, facts: Vec<Fact>) {
        self.day.add(self.made as i64 * SECOND_MS, facts);
        self.made += 1;
    }

    fn steps(self) -> Vec<Step> {
        self.day.steps(self.run, |ms| Stamp { t_ms: START_T_MS + ms, m_ms: ms.unsigned_abs() + 1 })
    }

    fn open(&mut self) {
        let name = Clean::new(&format!("bulk-{}", self.seed));
        let version = Clean::new(env!("CARGO_PKG_VERSION"));
        self.add(vec![run::Fact::Began { boot: name.clone(), pid: 1, host: name, version }.into()]);
        let facts = template::facts("en", &mut self.ids);
        for fact in &facts {
            if let Fact::Guide(guide::Fact::Written { id, .. }) = fact {
                self.guide = Some(*id);
            }
        }
        self.add(facts);
    }

    /// Departments, services, and a team an interview up to the most.
    fn add_teams(&mut self, interviews: u32) -> Cast {
        let cast = Cast::of(self.content, &mut self.ids);
        self.add(cast.department_facts(self.content));
        self.add(cast.service_facts(self.content));
        let mut facts = Vec::new();
        for code in 1..=(interviews as usize).clamp(1, TEAMS_MAX) as u32 {
            let id = self.ids.next();
            let service = Some(cast.services[code as usize % self.content.studied()]);
            facts.push(team::Fact::Added { id, code, name: Clean::new(&format!("T{code}")), service }.into());
            self.teams.push(id);
        }
        self.add(facts);
        cast
    }

    /// A hundred participants of forty departments; a fifth of them sit in no team yet.
    fn add_people(&mut self, cast: &Cast) {
        let mut departments = cast.departments.clone();
        let mut facts: Vec<Fact> = Vec::new();
        for code in departments.len() as u32 + 1..=DEPARTMENTS {
            let id = self.ids.next();
            departments.push(id);
            let name = Clean::new(&format!("District office {code}"));
            facts.push(department::Fact::Added { id, code, name }.into());
        }
        for at in 0..PARTICIPANTS {
            let roles = match at % 3 {
                0 => vec![Role::Interviewer],
                1 => vec![Role::NoteTaker],
                _ => vec![Role::Interviewer, Role::NoteTaker],
            };
            let place = at as usize;
            let fact = participant::Fact::Added {
                id: self.ids.next(),
                code: at + 1,
                name: Clean::new(&format!("Participant {}", at + 1)),
                department: Some(departments[place % departments.len()]),
                team: (at < PARTICIPANTS * 4 / 5).then(|| self.teams[place % self.teams.len()]),
                roles,
            };
            facts.push(fact.into());
        }
        self.add(facts);
    }

    fn import(&mut self, rows: u32, cast: &Cast) {
        let import = feedback::import(self.content, rows, START, &mut self.ids, &mut self.dice);
        self.add(import);
        let mapped = self.content.categories.iter().filter(|category| category.service.is_some());
        let mapped = mapped.map(|category| feedback::mapped(category, &cast.services)).collect();
        self.add(mapped);
    }

    fn begin_interview(&mut self, at: u32) -> InterviewId {
        let id = self.ids.next();
        let teams = self.teams.len() as u32;
        let planned = interview::Fact::Planned {
            id,
            team: self.teams[(at % teams) as usize],
            number: at / teams + 1,
            round: None,
            respondent: at + 1,
            segment: Clean::default(),
            minutes: 30,
            practice: false,
            guide: self.guide,
            interviewer: None,
            note_taker: None,
        };
        let consent = Consent { notes: true, quotes: true, shown: true, recontact: false };
        let consented = interview::Fact::Consented { id, consent };
        self.add(vec![planned.into(), consented.into(), interview::Fact::Ran { id }.into()]);
        id
    }

    fn take_notes(&mut self, notes: u32) -> Vec<NoteId> {
        let mut taken = Vec::with_capacity(notes as usize);
        let interviews = notes.div_ceil(NOTES_EACH);
        for interview in 0..interviews {
            let id = self.begin_interview(interview);
            for _ in 0..NOTES_EACH.min(notes - interview * NOTES_EACH) {
                let note = self.ids.next();
                let fact = self.note(note, id, taken.len());
                self.add(vec![fact]);
                taken.push(note);
            }
            // A clock a team goes on.
            if interview + (TEAMS_MAX as u32) < interviews {
                self.add(vec![interview::Fact::Stood { id, status: Status::Done }.into()]);
            }
        }
        taken
    }

    fn note(&self, id: NoteId, interview: InterviewId, at: usize) -> Fact {
        let sentence = self.sentences[at % self.sentences.len()];
        let offset_ms = (at as u64 % u64::from(NOTES_EACH)) * SECOND_MS.unsigned_abs();
        let (kind, section, text) = (sentence.kind, sentence.section, self.text(at));
        note::Fact::Added { id, code: 0, interview, kind, text, section, offset_ms }.into()
    }

    /// The sentences in turn; from the second time on with a place behind, so that few texts are the same.
    fn text(&self, at: usize) -> Clean {
        let sentence = &self.sentences[at % self.sentences.len()].text;
        let places = &self.content.phrases.places;
        match (at / self.sentences.len()).checked_sub(1) {
            None => sentence.clone(),
            Some(again) => Clean::new(&format!("{sentence}. {}", places[again % places.len()])),
        }
    }

    fn add_themes(&mut self, themes: u32) -> Vec<ThemeId> {
        let claims: Vec<Clean> = self.content.topics.iter().flat_map(|topic| topic.claims.clone()).collect();
        let mut made = Vec::with_capacity(themes as usize);
        for at in 0..themes {
            let id = ThemeId::from(self.ids.next::<Id>());
            let claim = &claims[at as usize % claims.len()];
            let name = match at as usize / claims.len() {
                0 => claim.clone(),
                again => Clean::new(&format!("{claim} ({})", again + 1)),
            };
            // The tray has the first code.
            let fact = theme::Fact::Added { id, code: at + 2, name, label: 0, tray: false };
            self.add(vec![fact.into()]);
            made.push(id);
        }
        made
    }

    /// Pieces of every kind on each team's board: insights rest on notes, the rest on the kind before.
    fn hang(&mut self, notes: &[NoteId]) {
        for team in self.teams.clone() {
            let mut facts: Vec<Fact> = Vec::new();
            let mut before: Vec<PieceId> = Vec::new();
            for kind in piece::Kind::ALL {
                let made: Vec<PieceId> = (0..PIECES_EACH).map(|_| self.ids.next()).collect();
                for (at, &id) in made.iter().enumerate() {
                    self.pieces += 1;
                    let (code, text) = (self.pieces, self.text(self.pieces as usize));
                    facts.push(
                        piece::Fact::Added { id, kind, code, team: Some(team), text, held: false }.into(),
                    );
                    let from = match kind {
                        piece::Kind::Question => None,
                        piece::Kind::Insight => self.dice.pick(notes).map(|&note| Thing::Note(note)),
                        piece::Kind::Opportunity | piece::Kind::Idea | piece::Kind::Action => {
                            before.get(at).map(|&piece| Thing::Piece(piece))
                        }
                    };
                    let drawn =
                        |from| link::Fact::Drawn { from, to: Thing::Piece(id), stance: Stance::Supports };
                    facts.extend(from.map(drawn).map(Fact::from));
                }
                before = made;
            }
            self.add(facts);
        }
    }

    /// Files notes a few at a time.
    fn file(&mut self, notes: &[NoteId], themes: &[ThemeId]) {
        for batch in notes.chunks(5) {
            let Some(&theme) = self.dice.pick(themes) else { return };
            if self.dice.chance(FILED) {
                self.add(vec![note::Fact::Filed { notes: batch.to_vec(), theme: Some(theme) }.into()]);
            }
        }
    }
}
