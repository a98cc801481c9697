//! A whole room in one process, for tests: the application on a fake clock, a journal in memory, keys in,
//! screen out. When it is dropped it folds its journal anew: each test of a screen is a test of the file.

use std::hash::{Hash, Hasher};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rustc_hash::FxHasher;

use super::work;
use super::{App, Msg, News, ReadOnly, Reading, Start};
use crate::demo::{self, Demo};
use crate::domain::id::{Ids, RunId};
use crate::domain::{Draft, Fact, History, Seat, Sprint, Stamp, Step};
use crate::kit::job::FoldedTexts;
use crate::kit::setting::Settings;
use crate::kit::wall::{Heap, Known, Lesson, Posed};
use crate::kit::{Answer, Effect, Job, Key};
use crate::method::grouping::{Corpus, Learner, Proposals};
use crate::text::Clean;

/// The run that a room writes as; one that is opened anew goes on with the next number.
pub const RUN: RunId = RunId(0x7e57);

/// A room need not have read all requests to know what words are common.
const CHUNKS_MAX: usize = 2;

/// A room.
pub struct Room {
    /// The application.
    pub app: App,
    at: Stamp,
    size: (u16, u16),
    /// What went to the journal.
    pub journal: Vec<Step>,
    /// What is typed and not saved, as it stands on the disk.
    pub drafts: Vec<Draft>,
    /// Effects that the last keys had, but for steps, drafts and jobs.
    pub others: Vec<Effect>,
    /// Steps are not answered as saved while this is set.
    pub slow_disk: bool,
}

impl Room {
    /// The demo sprint in English at 14:32, at 80x24.
    pub fn demo() -> Self {
        Self::demo_in("en")
    }

    /// The demo sprint in a language.
    pub fn demo_in(lang: &str) -> Self {
        let made = made(lang);
        Self::of(made.steps.clone(), made.now)
    }

    /// An empty sprint from the two-day template.
    pub fn empty() -> Self {
        let options = demo::template::NewSprint {
            title: Clean::new("Services for residents"),
            start: jiff::civil::Date::constant(2026, 6, 18),
            zone: "Europe/Kyiv".to_owned(),
            lang: "en",
            teams: Vec::new(),
        };
        let mut ids = Ids::of(RunId(0xde31));
        let facts = demo::template::new_sprint(&options, &mut ids).expect("the template is sound");
        let at = Stamp { t_ms: 1_781_767_000_000, m_ms: 5_000_000 };
        Self::of(vec![Step { s: 1, w: RunId(0xde31), at, by: Seat::CommandLine, facts, from: None }], at)
    }

    /// A sprint of 5,000 notes, 300 themes and 100,000 requests.
    pub fn large() -> Self {
        let at = demo::make("en", &demo::usual_moment(), RunId(0xde30)).now;
        Self::of(demo::large(5_000, 300, 100_000, 1), at)
    }

    /// A room on these steps.
    pub fn of(steps: Vec<Step>, at: Stamp) -> Self {
        Self::with_drafts(steps, at, Vec::new())
    }

    /// What stands here when the program is killed now and the file opened anew.
    pub fn crashed(&self) -> Self {
        Self::with_drafts(self.journal.clone(), self.at, self.drafts.clone())
    }

    /// A room on these steps, with what an earlier run left unfinished.
    pub fn with_drafts(steps: Vec<Step>, at: Stamp, drafts: Vec<Draft>) -> Self {
        let kept = drafts.clone();
        Self::with(steps, at, drafts, |start| App::new(start).with_drafts(kept))
    }

    /// A room that only reads the demo sprint in a language, while somebody else writes it.
    pub fn reading(lang: &str, why: ReadOnly) -> Self {
        let made = made(lang);
        let reading = Reading::new(why, Clean::new("services.viche"), Clean::new("demo"));
        Self::with(made.steps.clone(), made.now, Vec::new(), |start| {
            App::reading(Start { ids: Ids::of(RunId(0)), ..start }, reading)
        })
    }

    fn with(mut steps: Vec<Step>, at: Stamp, drafts: Vec<Draft>, make: impl FnOnce(Start) -> App) -> Self {
        let s = steps.last().map_or(1, |step| step.s + 1);
        let is_new = |run: &RunId| steps.iter().all(|step| step.w != *run);
        let run = (RUN.0..).map(RunId).find(is_new).expect("fewer runs than numbers");
        let began = crate::domain::run::Fact::Began {
            boot: Clean::new("demo"),
            pid: 1,
            host: Clean::new("test"),
            version: Clean::new("0"),
        };
        steps.push(Step { s, w: run, at, by: Seat::Facilitator, facts: vec![began.into()], from: None });
        let journal = steps.clone();
        let size = (80, 24);
        let start =
            Start { history: History::of(steps), ids: Ids::of(run), settings: Settings::default(), size, at };
        let app = make(start).without_dialog_guard();
        let mut room = Self { app, at, size, journal, drafts, others: Vec::new(), slow_disk: false };
        room.send(Msg::Wake);
        room
    }

    /// Lets another process write facts to the file that is followed here.
    pub fn hears(&mut self, facts: Vec<Fact>) -> &mut Self {
        let s = self.app.history().next_no();
        let step = Step { s, w: RUN, at: self.at, by: Seat::Facilitator, facts, from: None };
        self.journal.push(step.clone());
        self.send(Msg::Followed(News::Steps(vec![step])))
    }

    /// Puts another file in the place of the one that is followed here.
    pub fn hears_whole(&mut self, steps: Vec<Step>) -> &mut Self {
        self.journal.clone_from(&steps);
        let history = Box::new(History::of(steps));
        self.send(Msg::Followed(News::Whole(history, Clean::new("demo"))))
    }

    /// Gives the terminal another size.
    pub fn sized(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.size = (columns, rows);
        self.send(Msg::Resize(columns, rows))
    }

    /// Presses keys, in the keymap's own notation, with spaces between them: `5 = m a Esc Ctrl+P`.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            let key: Key = key.parse().unwrap_or_else(|_| panic!("no key {key:?}"));
            self.send(Msg::Key(key));
        }
        self
    }

    /// Types a text, character by character.
    pub fn types(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.send(Msg::Key(Key::Char(c)));
        }
        self
    }

    /// Pastes a text.
    pub fn pastes(&mut self, text: &str) -> &mut Self {
        self.send(Msg::Paste(text.to_owned()))
    }

    /// Lets time pass.
    pub fn passes(&mut self, seconds: u64) -> &mut Self {
        self.passes_ms(seconds * 1_000)
    }

    /// Lets milliseconds pass.
    pub fn passes_ms(&mut self, ms: u64) -> &mut Self {
        self.at.t_ms += ms as i64;
        self.at.m_ms += ms;
        self.send(Msg::Wake)
    }

    /// Lets rows slide, or not.
    pub fn slides(&mut self, slides: bool) -> &mut Self {
        self.app.settings.slides = slides;
        self
    }

    /// The screen that is shown.
    pub fn here(&self) -> &dyn crate::kit::Screen {
        self.app.screens[self.app.place].as_ref()
    }

    /// Takes what a command that was run without a key left behind.
    pub fn takes_effects(&mut self) -> &mut Self {
        self.send(Msg::Wake)
    }

    /// Sends a message, writes its steps, runs its jobs here and now.
    pub fn send(&mut self, msg: Msg) -> &mut Self {
        let mut waiting = vec![msg];
        while let Some(msg) = waiting.pop() {
            let effects = self.app.update(self.at, msg);
            for effect in self.keeps_drafts(effects) {
                match effect {
                    Effect::Append(step) => {
                        if !self.slow_disk {
                            waiting.push(Msg::Saved(step.s));
                        }
                        self.journal.push(step);
                    }
                    Effect::Compute(job) => waiting.extend(answer(job).map(Msg::Done)),
                    other => self.others.push(other),
                }
            }
        }
        self
    }

    /// Keeps drafts as the disk does; answers the other effects.
    pub fn keeps_drafts(&mut self, effects: Vec<Effect>) -> Vec<Effect> {
        let mut others = Vec::new();
        for effect in effects {
            match effect {
                Effect::Draft(draft) => {
                    self.drafts.retain(|one| !one.is_of_field(&draft));
                    self.drafts.extend(Some(draft).filter(|draft| !draft.is_gone()));
                }
                other => others.push(other),
            }
        }
        others
    }

    /// The screen as text.
    pub fn screen(&self) -> String {
        let buf = self.buffer();
        let mut text = String::new();
        for y in 0..buf.area.height {
            let row: String = (0..buf.area.width).map(|x| buf[(x, y)].symbol()).collect();
            text.push_str(row.trim_end());
            text.push('\n');
        }
        text
    }

    /// The screen as cells.
    pub fn buffer(&self) -> Buffer {
        let mut buf = Buffer::empty(Rect { x: 0, y: 0, width: self.size.0, height: self.size.1 });
        self.app.view(&mut buf);
        buf
    }

    /// Claims that the screen shows a text.
    #[track_caller]
    pub fn shows(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(screen.contains(text), "{text:?} is not on the screen:\n{screen}");
        self
    }

    /// Claims that the screen does not show a text.
    #[track_caller]
    pub fn hides(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(!screen.contains(text), "{text:?} is on the screen:\n{screen}");
        self
    }

    /// The sprint.
    pub fn sprint(&self) -> &Sprint {
        self.app.history().sprint()
    }

    /// The facts of the newest step.
    pub fn newest(&self) -> &[Fact] {
        &self.journal.last().expect("a journal begins with a run").facts
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        let replayed = History::of(self.journal.clone());
        assert!(replayed.sprint() == self.sprint(), "replaying the journal gives another sprint");
        if !self.slow_disk {
            let mut kept = self.app.drafts.kept().to_vec();
            kept.sort_by_key(|draft| self.drafts.iter().position(|one| one == draft));
            assert_eq!(kept, self.drafts, "the disk keeps other drafts");
        }
        assert!(self.sprint().evidence == self.sprint().heard_from_nothing(), "who was heard is miscounted");
    }
}

/// The demo sprint in a language, made once.
fn made(lang: &str) -> &'static Demo {
    static DEMOS: [OnceLock<Demo>; 2] = [const { OnceLock::new() }; 2];
    let make = || demo::make(lang, &demo::usual_moment(), RunId(0xde30));
    DEMOS[usize::from(lang == "uk")].get_or_init(make)
}

/// Runs a job that needs no files.
fn answer(job: Job) -> Option<Answer> {
    match job {
        Job::Rank(mut input) => {
            // A room need not be sure to a percent.
            let asked = input.clone();
            input.draws = 200;
            match work::rank(input, &mut |_, _| true) {
                Answer::Ranked(_, ranked) => Some(Answer::Ranked(asked, ranked)),
                other => Some(other),
            }
        }
        Job::Words(heap) => Some(words(&heap)),
        Job::Learn { known, lessons } => Some(learnt(&known, lessons)),
        Job::Propose(posed) => Some(proposed(posed)),
        Job::Compare(compared) => Some(work::compare(compared, &mut |_, _| true)),
        Job::Find(find) => Some(work::find(find, &mut |_, _| true)),
        Job::Preview { .. } | Job::Import { .. } | Job::People { .. } | Job::Complete { .. } => None,
    }
}

/// Groups for the same notes are worked out once for all rooms.
fn proposed(posed: Arc<Posed>) -> Answer {
    static PROPOSED: Mutex<Vec<(Arc<Posed>, Arc<Proposals>)>> = Mutex::new(Vec::new());
    let mut known = PROPOSED.lock().unwrap_or_else(PoisonError::into_inner);
    let key = |requests: &FoldedTexts| requests.0.iter().map(|one| one.chunk.text.len()).sum::<usize>();
    let same = |one: &&(Arc<Posed>, Arc<Proposals>)| {
        let (a, b) = (&*one.0, &*posed);
        (&a.loose, &a.accepted, &a.refused) == (&b.loose, &b.accepted, &b.refused)
            && a.themes.len() == b.themes.len()
            && key(&a.requests) == key(&b.requests)
    };
    if let Some((_, proposals)) = known.iter().find(same) {
        return Answer::Proposed(posed, Arc::clone(proposals));
    }
    let answer = work::propose(Arc::clone(&posed), CHUNKS_MAX, &mut |_, _| true);
    if let Answer::Proposed(_, proposals) = &answer {
        known.push((posed, Arc::clone(proposals)));
    }
    answer
}

/// A learner with the words and the lessons it learnt from.
type Taught = (Arc<Corpus>, Arc<Vec<Lesson>>, Arc<Learner>);

/// What the same lessons teach is learnt once for all rooms.
fn learnt(known: &Known, lessons: Arc<Vec<Lesson>>) -> Answer {
    static LEARNT: Mutex<Vec<Taught>> = Mutex::new(Vec::new());
    let mut learnt = LEARNT.lock().unwrap_or_else(PoisonError::into_inner);
    let same = |one: &&Taught| Arc::ptr_eq(&one.0, &known.corpus) && *one.1 == *lessons;
    if let Some((_, _, learner)) = learnt.iter().find(same) {
        return Answer::Learnt(Arc::clone(learner), lessons);
    }
    let answer = work::learn(known, Arc::clone(&lessons), &mut |_, _| true);
    if let Answer::Learnt(learner, _) = &answer {
        learnt.push((Arc::clone(&known.corpus), lessons, Arc::clone(learner)));
    }
    answer
}

/// Words of the same texts are learnt once for all rooms.
fn words(heap: &Heap) -> Answer {
    static LEARNT: Mutex<Vec<(u64, Arc<Corpus>)>> = Mutex::new(Vec::new());
    let mut hasher = FxHasher::default();
    for searched in heap.requests.0.iter().take(CHUNKS_MAX) {
        (0..searched.chunk.text.len()).for_each(|row| searched.chunk.text.get(row).hash(&mut hasher));
    }
    (&heap.notes, &heap.agenda).hash(&mut hasher);
    let key = hasher.finish();
    let mut learnt = LEARNT.lock().unwrap_or_else(PoisonError::into_inner);
    let mut answer = match learnt.iter().find(|(one, _)| *one == key) {
        Some((_, corpus)) => {
            let rows = heap.requests.0.iter().take(CHUNKS_MAX).map(|one| one.chunk.text.len()).sum();
            let (requests, notes) = (heap.requests.clone(), heap.notes.len());
            return Answer::Known(Known { corpus: Arc::clone(corpus), requests, rows, notes });
        }
        None => work::words(heap, CHUNKS_MAX, &mut |_, _| true),
    };
    if let Answer::Known(known) = &mut answer {
        learnt.push((key, Arc::clone(&known.corpus)));
    }
    answer
}
