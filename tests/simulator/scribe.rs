//! Writes what a room writes: notes in both languages, themes, filing, second thoughts, undo and redo, an
//! import now and then. Its clocks are those of a workstation that somebody sets.

use std::sync::{Arc, OnceLock};

use viche::demo;
use viche::domain::id::{Id, Ids, InterviewId, NoteId, RunId, TeamId, ThemeId};
use viche::domain::{Fact, History, Seat, Stamp, Step, StepNo};
use viche::domain::{interview, note, request, run, team, theme};
use viche::store::Hash;
use viche::store::format::encode_step;
use viche::text::Clean;

use super::dice::Dice;

/// Moments to which a clock is set: 1970, 2038, and the hours of Kyiv that are missing or stand twice.
const ODD_MOMENTS_MS: [i64; 5] =
    [0, 2_147_483_646_500, 2_147_483_648_500, 1_774_745_999_000, 1_792_889_999_000];
/// 18 June 2026, 06:00 UTC.
const MORNING_MS: i64 = 1_781_762_400_000;
const DAY_MS: i64 = 86_400_000;
/// A fact of a version that is still to come.
const LATER: &str = r#"{"weather":{"sunny":{"degrees":[21.50,1e3],"словами":"ясно \u0456 тепло"}}}"#;
/// Chunks of an import: more than one line of the file can hold.
const CHUNKS: u32 = 6;

/// Who writes, and what they have written.
pub struct Scribe {
    dice: Dice,
    run: RunId,
    ids: Ids,
    t_ms: i64,
    m_ms: u64,
    team: TeamId,
    interview: InterviewId,
    notes: Vec<NoteId>,
    themes: Vec<ThemeId>,
}

/// A step. All of them are made here.
fn step(s: StepNo, w: RunId, at: Stamp, by: Seat, facts: Vec<Fact>) -> Step {
    Step { s, w, at, by, facts, from: None }
}

impl Scribe {
    /// Somebody new, whose whims are by this seed.
    pub fn new(seed: u64) -> Self {
        let mut dice = Dice::of(seed, 2);
        let run = RunId(dice.bits() as u32);
        let mut ids = Ids::of(run);
        let (team, interview) = (ids.next(), ids.next());
        let (notes, themes) = (Vec::new(), Vec::new());
        Self { dice, run, ids, t_ms: MORNING_MS, m_ms: 1, team, interview, notes, themes }
    }

    /// The first steps of a sprint.
    pub fn opening(&mut self, history: &History) -> Vec<Step> {
        let planned = interview::Fact::Planned {
            id: self.interview,
            team: self.team,
            number: 1,
            round: None,
            respondent: 1,
            segment: Clean::new("з двома дітьми"),
            minutes: 30,
            practice: false,
            guide: None,
            interviewer: None,
            note_taker: None,
        };
        let team =
            team::Fact::Added { id: self.team, code: 1, name: Clean::new("Тепло"), service: None };
        vec![
            self.beginning(history),
            self.step(history.next_no() + 1, Seat::Facilitator, vec![team.into(), planned.into()]),
        ]
    }

    /// The step that says that the file was opened to write, by a run of its own.
    pub fn beginning(&mut self, history: &History) -> Step {
        self.run = RunId(self.dice.bits() as u32);
        self.ids = Ids::of(self.run);
        let boot = Clean::new(&format!("boot-{}", self.dice.below(3)));
        let (host, version) = (Clean::new("стіл-2"), Clean::new("0.1.0"));
        let began = run::Fact::Began { boot, pid: 4_121, host, version };
        self.step(history.next_no(), Seat::Facilitator, vec![began.into()])
    }

    /// So many next steps.
    pub fn some(&mut self, history: &History, count: usize) -> Vec<Step> {
        let first = history.next_no();
        (0..count as u64).map(|n| self.one(history, first + n)).collect()
    }

    fn one(&mut self, history: &History, s: StepNo) -> Step {
        let seat = self.dice.pick(&[Seat::Facilitator, Seat::Team(1), Seat::Team(1), Seat::CommandLine]);
        let facts = match self.dice.below(12) {
            0..5 => vec![self.heard()],
            5 => vec![self.heard(), self.heard()],
            6 => self.gathered(),
            7 => self.filed(),
            8 => self.worded(),
            9 => history.undo(seat).map(|undo| Fact::Reverted { step: undo.step }).into_iter().collect(),
            10 => history.redo(seat).map(|redo| Fact::Reverted { step: redo.undo }).into_iter().collect(),
            _ => vec![Fact::Unknown(LATER.into())],
        };
        self.step(s, seat, facts)
    }

    /// A step of many sectors: long notes.
    pub fn long(&mut self, history: &History) -> Step {
        let facts = (0..3).map(|_| self.heard_at_length(12)).collect();
        self.step(history.next_no(), Seat::Team(1), facts)
    }

    /// A note whose line has so many bytes; at least some 330.
    pub fn of_length(&mut self, s: StepNo, bytes: usize) -> Step {
        self.m_ms += 1;
        let (id, at) = (self.ids.next(), Stamp { t_ms: self.t_ms, m_ms: self.m_ms });
        let heard = |text: &str| note::Fact::Added {
            id,
            code: 1,
            interview: self.interview,
            kind: note::Kind::Plain,
            text: Clean::new(text),
            section: 1,
            offset_ms: 0,
        };
        let said = |text: &str| step(s, self.run, at, Seat::Team(1), vec![heard(text).into()]);
        let frame = line_bytes(&said(""));
        said(&"x".repeat(bytes - frame))
    }

    /// Residents' requests, so many that they take a group of lines.
    pub fn import(&mut self, history: &History) -> Step {
        let id = self.ids.next();
        let mut first = 0;
        let mut chunk = || {
            let mut text = request::Texts::default();
            (0..request::CHUNK_ROWS_MAX).for_each(|row| text.push(texts()[row % texts().len()].as_str()));
            let category = vec![0; request::CHUNK_ROWS_MAX];
            let chunk = request::Chunk { source: id, first, text, category, district: vec![], date: vec![] };
            first += request::CHUNK_ROWS_MAX as u32;
            Fact::from(request::Fact::Rows(Arc::new(chunk)))
        };
        let facts = (0..CHUNKS).map(|_| chunk()).collect();
        self.step(history.next_no(), Seat::CommandLine, facts)
    }

    fn step(&mut self, s: StepNo, by: Seat, facts: Vec<Fact>) -> Step {
        self.t_ms += 1_000;
        self.m_ms += 1_000;
        if self.dice.one_in(16) {
            self.set_clock();
        }
        step(s, self.run, Stamp { t_ms: self.t_ms, m_ms: self.m_ms }, by, facts)
    }

    fn set_clock(&mut self) {
        self.t_ms = match self.dice.below(3) {
            0 => self.t_ms - 2 * DAY_MS,
            1 => self.dice.pick(&ODD_MOMENTS_MS),
            _ => MORNING_MS,
        };
    }

    fn text(&mut self) -> Clean {
        texts()[self.dice.below(texts().len())].clone()
    }

    fn heard(&mut self) -> Fact {
        self.heard_at_length(1)
    }

    fn heard_at_length(&mut self, sentences: usize) -> Fact {
        let said: Vec<Clean> = (0..sentences).map(|_| self.text()).collect();
        let said: Vec<&str> = said.iter().map(Clean::as_str).collect();
        let id = self.ids.next();
        self.notes.push(id);
        let (code, kind) = (self.notes.len() as u32, self.dice.pick(&note::Kind::ALL));
        let (interview, text) = (self.interview, Clean::new(&said.join(". ")));
        note::Fact::Added { id, code, interview, kind, text, section: 1, offset_ms: self.m_ms }.into()
    }

    fn gathered(&mut self) -> Vec<Fact> {
        let id = self.ids.next::<Id>().into();
        self.themes.push(id);
        let (code, name) = (self.themes.len() as u32, self.text());
        let added = theme::Fact::Added { id, code, name, label: 0, tray: false };
        [vec![added.into()], self.filed()].concat()
    }

    fn filed(&mut self) -> Vec<Fact> {
        if self.notes.is_empty() || self.themes.is_empty() {
            return vec![];
        }
        let notes = vec![self.dice.pick(&self.notes), self.dice.pick(&self.notes)];
        vec![note::Fact::Filed { notes, theme: Some(self.dice.pick(&self.themes)) }.into()]
    }

    fn worded(&mut self) -> Vec<Fact> {
        if self.notes.is_empty() {
            return vec![];
        }
        let (id, text) = (self.dice.pick(&self.notes), self.text());
        vec![note::Fact::Worded { id, text }.into()]
    }
}

/// How long the line of a step is.
fn line_bytes(step: &Step) -> usize {
    let mut line = Vec::new();
    encode_step(step, Hash::ZERO, &mut line).unwrap();
    line.len()
}

/// What people said in the demo, in both languages.
fn texts() -> &'static [Clean] {
    static TEXTS: OnceLock<Vec<Clean>> = OnceLock::new();
    TEXTS.get_or_init(|| {
        let sprints = ["uk", "en"].map(|lang| demo::make(lang, &demo::usual_moment(), RunId(1)).steps);
        let facts = sprints.iter().flatten().flat_map(|step| &step.facts);
        let notes = facts.filter_map(|fact| match fact {
            Fact::Note(note::Fact::Added { text, .. }) => Some(text.clone()),
            _ => None,
        });
        notes.collect()
    })
}
