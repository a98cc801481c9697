//! The application's state and its one way to change.

use jiff::tz::TimeZone;

use super::overlay::{Asked, Overlay};
use super::pointer::Held;
use super::projector::News;
use super::reading::Reading;
use super::stray::Stray;
use super::trouble::{Disk, Trouble};
use super::{global, learning, registry};
use crate::domain::id::Ids;
use crate::domain::{Fact, History, Moment, Seat, Stamp, Step, StepNo};
use crate::kit::job::{Answer, Name};
use crate::kit::motion;
use crate::kit::setting::Settings;
use crate::kit::{
    Ask, Cx, Derived, Drafts, Effect, Go, Key, Keymap, Notice, Out, Pointer, Reason, Screen, Shell, said,
};
use crate::words::{Args, Lang, Phrase, Words};

/// What happens outside.
#[derive(Clone, Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// The pointer did something.
    Pointer(Pointer),
    /// Text was pasted.
    Paste(String),
    /// The terminal has this many columns and rows.
    Resize(u16, u16),
    /// What is shown may have changed with time.
    Wake,
    /// All steps up to this one are on disk.
    Saved(StepNo),
    /// How it goes with the sprint's file.
    Disk(Disk),
    /// A job found something out.
    Done(Answer),
    /// A job got on: so much of so much.
    Progress(Name, u64, u64),
    /// A sentence from outside, such as what opening the file found.
    Say(Notice),
    /// What became of a file that another process writes; only who reads follows one.
    Followed(News),
}

/// What an application starts with.
pub struct Start {
    /// The steps of the file.
    pub history: History,
    /// Ids of this run, whose `began` is the newest step.
    pub ids: Ids,
    /// The settings.
    pub settings: Settings,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Now.
    pub at: Stamp,
}

/// The application.
pub struct App {
    pub(super) history: History,
    pub(super) ids: Ids,
    pub(super) screens: Vec<Box<dyn Screen>>,
    pub(super) place: usize,
    pub(super) overlay: Option<Overlay>,
    pub(super) asked: Asked,
    pub(super) drafts: Drafts,
    pub(super) derived: Derived,
    pub(super) learning: learning::Learning,
    pub(super) words: Words,
    pub(super) settings: Settings,
    pub(super) keymap: Keymap,
    pub(super) zone: TimeZone,
    pub(super) size: (u16, u16),
    pub(super) at: Stamp,
    pub(super) notice: Option<Notice>,
    pub(super) trouble: Trouble,
    pub(super) saved: StepNo,
    pub(super) effects: Vec<Effect>,
    pub(super) guard_ms: u64,
    /// Until then letters are taken for the rest of what a refused command was meant to begin.
    pub(super) deaf_until_ms: u64,
    /// Where a jump came from; Esc goes back there while nothing else was done.
    pub(super) came_from: Option<usize>,
    /// When the curtain of a turn was last put up.
    pub(super) curtain_since_ms: u64,
    pub(super) stray: Stray,
    /// What the pointer holds.
    pub(super) held: Option<Held>,
    /// The screen that a bare one lies over; Esc goes back there.
    pub(super) behind: usize,
    /// The sprint is only read.
    pub(super) reading: Option<Reading>,
}

/// When something that a clock moves changes on a screen: the next whole second of the steady clock while one
/// runs, or when the wall turns over to another board.
pub(super) fn wakes_at(cx: &Cx<'_>, m_ms: u64) -> Option<u64> {
    match cx.sprint.stop_all_clocks() {
        Ok(_) => Some(m_ms - m_ms % 1_000 + 1_000),
        Err(_) => crate::screens::face::turns_over_ms(cx),
    }
}

/// Dialogs ignore keys for so long, so that what was typed before they came does not answer them.
const DIALOG_GUARD_MS: u64 = 400;

impl App {
    /// An application on the first screen.
    pub fn new(start: Start) -> Self {
        Self::with(start, None)
    }

    pub(super) fn with(start: Start, reading: Option<Reading>) -> Self {
        let description = start.history.sprint().description.clone();
        let lang = start.settings.lang.or_else(|| Lang::parse(description.lang.as_str())).unwrap_or(Lang::En);
        let saved = start.history.next_no().saturating_sub(1);
        let mut app = Self {
            history: start.history,
            ids: start.ids,
            screens: registry::screens(),
            place: 0,
            overlay: None,
            asked: Asked::Screen,
            drafts: Drafts::default(),
            derived: Derived::default(),
            learning: learning::Learning::default(),
            words: Words::new(lang),
            settings: start.settings,
            keymap: Keymap::default(),
            zone: TimeZone::get(description.zone.as_str()).unwrap_or(TimeZone::UTC),
            size: start.size,
            at: start.at,
            notice: None,
            trouble: Trouble::default(),
            saved,
            effects: Vec::new(),
            guard_ms: DIALOG_GUARD_MS,
            deaf_until_ms: 0,
            came_from: None,
            curtain_since_ms: start.at.m_ms,
            stray: Stray::default(),
            held: None,
            behind: 0,
            reading,
        };
        app.derived.texts = learning::texts(app.history.sprint());
        app.settle();
        app.go_to_task();
        app
    }

    /// Lets dialogs take keys at once: for tests, whose fingers are never early.
    pub fn without_dialog_guard(mut self) -> Self {
        self.guard_ms = 0;
        self
    }

    /// Gives the commands the keys of the desk.
    pub fn with_keymap(mut self, keymap: Keymap) -> Self {
        self.keymap = keymap;
        self
    }

    /// Takes a message and answers what is to happen outside.
    pub fn update(&mut self, at: Stamp, msg: Msg) -> Vec<Effect> {
        self.at = at;
        match msg {
            Msg::Key(key) => self.key(key),
            Msg::Pointer(pointer) => self.pointer(pointer),
            Msg::Paste(text) => self.paste(&text),
            Msg::Resize(columns, rows) => self.size = (columns, rows),
            Msg::Wake => {}
            Msg::Followed(news) => self.followed(news),
            Msg::Saved(s) => self.saved_to(s),
            Msg::Disk(disk) => self.trouble.hear(disk),
            Msg::Done(answer) => self.done(answer),
            Msg::Progress(name, done, all) => self.progress(name, done, all),
            Msg::Say(notice) => self.notice = Some(notice),
        }
        self.settle();
        self.offer_drafts();
        self.note_drafts();
        std::mem::take(&mut self.effects)
    }

    fn saved_to(&mut self, s: StepNo) {
        self.saved = self.saved.max(s);
        self.drafts.saved(s);
    }

    /// When something that is shown changes by itself: with a clock running at the next whole second of the
    /// steady clock, while rows slide at their next frame. `None`: never.
    pub fn next_wake(&self) -> Option<u64> {
        let until_ms = self.screens[self.place].slides_until_ms();
        let frame_ms = until_ms.and_then(|until_ms| motion::next_frame_ms(until_ms, self.at.m_ms));
        frame_ms.into_iter().chain(wakes_at(&self.cx(), self.at.m_ms)).min()
    }

    /// The steps and the sprint they make.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Whether everything that was done is on disk.
    pub fn is_saved(&self) -> bool {
        self.trouble.why.is_none() && self.saved + 1 >= self.history.next_no()
    }

    /// The language that is spoken.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Shows the notices of what opening the file found, before what is said already.
    pub fn say(&mut self, notice: Notice) {
        self.notice = Some(match self.notice.take() {
            Some(then) => {
                let args = Args::new().with("first", &notice.words).with("then", &then.words);
                let problem = notice.problem || then.problem;
                Notice { words: self.words.tell("frame-both", args), problem }
            }
            None => notice,
        });
    }

    /// Now, at a whole second of the steady clock, so that all clocks on the screen flip together.
    pub(super) fn now(&self) -> Moment {
        let over = self.at.m_ms % 1_000;
        let at = Stamp { t_ms: self.at.t_ms - over as i64, m_ms: self.at.m_ms - over };
        match &self.reading {
            Some(reading) => self.history.sprint().moment_on(&reading.boot, at),
            None => self.history.sprint().moment(self.ids.run(), at),
        }
    }

    /// Whose commands these are. A reader sits at no keyboard of the sprint, whoever has a turn there.
    pub(super) fn seat(&self) -> Seat {
        if self.only_reads() { Seat::Facilitator } else { self.history.sprint().seat() }
    }

    /// What screens and views may see.
    pub(super) fn cx(&self) -> Cx<'_> {
        Cx {
            sprint: self.history.sprint(),
            history: &self.history,
            derived: &self.derived,
            drafts: &self.drafts,
            words: &self.words,
            theme: &self.settings.theme,
            settings: &self.settings,
            keymap: &self.keymap,
            now: self.now(),
            now_ms: self.at.m_ms,
            zone: &self.zone,
            seat: self.seat(),
            out: Out::new(self.ids.clone()),
        }
    }

    /// Lets the screen at `place` act, and takes what it proposes.
    pub(super) fn act<R>(
        &mut self,
        place: usize,
        act: impl FnOnce(&mut dyn Screen, &mut Cx<'_>) -> R,
    ) -> Option<R> {
        let result = self.let_act(place, act);
        self.close_writing(place);
        result
    }

    /// As [`App::act`], whatever it opens.
    pub(super) fn let_act<R>(
        &mut self,
        place: usize,
        act: impl FnOnce(&mut dyn Screen, &mut Cx<'_>) -> R,
    ) -> Option<R> {
        let mut screens = std::mem::take(&mut self.screens);
        let mut cx = self.cx();
        let result = screens.get_mut(place).map(|screen| act(screen.as_mut(), &mut cx));
        let out = cx.out;
        self.screens = screens;
        self.take(out);
        result
    }

    /// Lets a global row act.
    pub(super) fn act_globally(&mut self, at: usize) {
        let mut cx = self.cx();
        global::run(at, &mut cx);
        let out = cx.out;
        self.take(out);
    }

    fn take(&mut self, out: Out) {
        self.ids = out.ids;
        if out.notice.is_some() {
            self.notice = out.notice;
        }
        if !out.facts.is_empty() {
            if let Err(refusal) = self.history.sprint().may(self.seat(), &out.facts) {
                self.refuse(&refusal.into());
                return;
            }
            if !self.step(out.facts) {
                return;
            }
        }
        for effect in &out.effects {
            if let Effect::Compute(job) = effect {
                self.learning.asked(job.name());
                self.derived.working.retain(|(name, _, _)| *name != job.name());
                self.derived.working.push((job.name(), 0, 0));
            }
        }
        self.effects.extend(out.effects);
        if let Some(lang) = out.lang {
            self.words = Words::new(lang);
        }
        if let Some(paint) = out.paint {
            self.settings.theme.paint = paint;
        }
        match out.ask {
            Some(Ask::Form(_)) if self.only_reads() => self.refuse(&Reason::OnlyToRead),
            Some(ask) => self.show(ask, Asked::Screen),
            None => {}
        }
        if let Some(go) = out.go {
            self.go(go);
        }
        if let Some(shell) = out.shell {
            self.shell(shell);
        }
    }

    /// Makes facts a step: true at once, on disk soon. All steps go through here, and none does while the sprint is
    /// only read; that is said, and the answer is `false`.
    pub(super) fn step(&mut self, facts: Vec<Fact>) -> bool {
        if self.only_reads() {
            self.refuse(&Reason::OnlyToRead);
            return false;
        }
        let by = self.author(&facts);
        let step = Step { s: self.history.next_no(), w: self.ids.run(), at: self.at, by, facts, from: None };
        self.let_happen(step.clone());
        self.effects.push(Effect::Append(step));
        true
    }

    /// Lets a step become true, here or in the program that wrote it.
    pub(super) fn let_happen(&mut self, step: Step) {
        self.history.push(step.clone());
        self.learning.after(&step, &self.history, &mut self.derived);
    }

    /// Shows an overlay; a form with what this seat left in it.
    pub(super) fn show(&mut self, ask: Ask, asked: Asked) {
        self.asked = asked;
        let kept = match &ask {
            Ask::Form(form) => self.drafts.texts(self.seat(), self.asking(), &form.name),
            Ask::Pick(_) | Ask::Confirm(_) | Ask::Read(_) => None,
        };
        self.overlay = Some(Overlay::of(ask, self.at.m_ms, kept));
    }

    pub(super) fn shell(&mut self, shell: Shell) {
        match shell {
            Shell::Undo => self.undo(),
            Shell::Redo => self.redo(),
            Shell::Palette => self.overlay = Some(self.palette()),
            Shell::Help => self.overlay = Some(self.help()),
            Shell::Black => self.black(),
            Shell::Turn => self.next_turn(),
            Shell::Park => self.ask_to_park(),
            Shell::Stop => self.stop_or_resume(),
            Shell::Quit => self.ask_to_quit(),
        }
    }

    /// Blacks the workstation and the room's face at once; who only reads blacks no more than this terminal.
    pub(super) fn black(&mut self) {
        if !self.only_reads()
            && let Ok(facts) = self.history.sprint().black_face(true)
        {
            self.step(facts);
        }
        self.overlay = Some(Overlay::Black);
    }

    fn undo(&mut self) {
        let Some(undo) = self.history.undo(self.seat()) else {
            self.notice = Some(Notice::problem(self.words.say("frame-nothing-to-undo")));
            return;
        };
        let what = self.named(undo.step);
        self.step(vec![Fact::Reverted { step: undo.step }]);
        let whose = said::whose(undo.by, &self.words);
        let args = Args::new().with("what", &what).with("whose", &whose);
        self.notice = Some(Notice::news(self.words.tell("frame-undone", args)));
    }

    fn redo(&mut self) {
        let Some(redo) = self.history.redo(self.seat()) else {
            self.notice = Some(Notice::problem(self.words.say("frame-nothing-to-redo")));
            return;
        };
        self.step(vec![Fact::Reverted { step: redo.undo }]);
        let what = self.named(redo.step);
        let by = self.history.step(redo.step).map_or(self.seat(), |step| step.by);
        let whose = said::whose(by, &self.words);
        let args = Args::new().with("what", &what).with("whose", &whose);
        self.notice = Some(Notice::news(self.words.tell("frame-redone", args)));
    }

    fn named(&self, s: StepNo) -> Phrase {
        let step = self.history.step(s);
        step.map_or_else(Phrase::default, |step| said::what(step, self.history.sprint(), &self.words))
    }

    /// Shows the screen at `place`; the one before covers what it had uncovered.
    pub(super) fn turn_to(&mut self, place: usize) {
        if place != self.place {
            self.screens[self.place].left();
            if !self.screens[self.place].is_bare() {
                self.behind = self.place;
            }
            self.place = place;
        }
    }

    pub(crate) fn go(&mut self, go: Go) {
        let Some(place) = self.screens.iter().position(|screen| screen.name() == go.place) else { return };
        self.came_from = (place != self.place).then_some(self.place);
        self.turn_to(place);
        self.settle();
        if let Some(item) = go.item {
            self.act(place, |screen, cx| screen.show(item, cx));
        }
    }

    /// Tells the screen that is shown about its size and what changed.
    pub(super) fn settle(&mut self) {
        let place = self.place;
        let area = self.inside();
        self.act(place, |screen, cx| {
            screen.sized(area, cx);
            screen.settle(cx);
            screen.sized(area, cx);
        });
    }

    fn done(&mut self, answer: Answer) {
        let name = answer.name();
        self.derived.working.retain(|(working, _, _)| *working != name);
        match &answer {
            Answer::Ranked(input, ranked) => self.derived.ranked = Some((input.clone(), ranked.clone())),
            Answer::Known(known) => self.learning.known(known, &mut self.derived),
            Answer::Learnt(learner, lessons) => {
                self.learning.learnt(learner, lessons, self.history.sprint(), &mut self.derived);
            }
            Answer::Cancelled(Name::Words | Name::Learn) => {
                self.derived.given_up = Some(self.history.version());
            }
            Answer::Completed(path) => self.completed(path),
            Answer::Found(..)
            | Answer::Previewed(_)
            | Answer::Imported(_)
            | Answer::People(_)
            | Answer::Proposed(..)
            | Answer::Compared(..)
            | Answer::Cancelled(_) => {}
        }
        for place in 0..self.screens.len() {
            self.act(place, |screen, cx| screen.answered(&answer, cx));
        }
    }

    fn progress(&mut self, name: Name, done: u64, all: u64) {
        if let Some(working) = self.derived.working.iter_mut().find(|(working, _, _)| *working == name) {
            *working = (name, done, all);
        }
    }
}
