//! The loop: takes what happened, lets the application answer, draws one frame, sleeps until something happens
//! or something that is shown changes. No tick: an idle screen costs nothing.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::Duration;

use jiff::tz::TimeZone;
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};

use super::backend::Backend;
use super::clock::{Clock, Real};
use super::drafts::{self, Clerk};
use super::fault::Faults;
use super::jobs::{self, Heard, Jobs};
use super::journal::{self, Left, Writer};
use super::problem::Problem;
use super::signal::{Signal, Signals};
use super::terminal::Terminal;
use super::{follow, input, os};
use crate::app::{App, Card, Disk, Msg, News, Projected, Projector, ReadOnly, Reading, Runs, Start};
use crate::domain::id::{Ids, RunId};
use crate::domain::{History, Stamp, Step};
use crate::kit::job::Answer;
use crate::kit::setting::Settings;
use crate::kit::{Effect, Keymap, Notice};
use crate::store::{DraftFile, Follower, Journal, Mirror, Room, Shelf, StoreError};
use crate::text::Clean;
use crate::words::{Args, Lang, Phrase, Words};

/// Most events that are taken before a frame is drawn, so that a flood can't keep the screen from changing.
const EVENTS_MAX: usize = 4_096;
/// About what a note takes in the file, to say how many more fit.
const NOTE_BYTES: u64 = 512;

/// What a session at the terminal begins with.
pub struct Session {
    /// The steps of the file, the `began` of this run included.
    pub history: History,
    /// Ids of this run.
    pub ids: Ids,
    /// The settings.
    pub settings: Settings,
    /// The keys of the commands.
    pub keymap: Keymap,
    /// Takes the steps to come.
    pub journal: Journal,
    /// The copy of the file on this computer, if one is kept.
    pub mirror: Option<Mirror>,
    /// Tells the time.
    pub clock: Box<dyn Clock>,
    /// A sentence for the beginning.
    pub notice: Option<Notice>,
    /// What this computer keeps of the sprint; among it where everything goes on when the file can't be written.
    pub shelf: Option<Shelf>,
}

/// The clock by which the steps of a file happen, and the boot that it belongs to as the file names it. Takes
/// the steps and when the file was made: UTC, milliseconds since 1970.
pub type ClockOf = fn(&[Step], i64) -> (Box<dyn Clock>, Clean);

/// What the room's face on a terminal of its own begins with.
pub struct Projection {
    /// Follows the file; it was read once.
    pub follower: Follower,
    /// When the file was made: UTC, milliseconds since 1970.
    pub made_ms: i64,
    /// The steps that were read.
    pub history: History,
    /// The settings.
    pub settings: Settings,
    /// Tells the clock of this file, and of one that comes in its place.
    pub clock_of: ClockOf,
}

/// What a session begins with that only reads: there is no journal, and no step to write to one.
pub struct Reader {
    /// Follows the file; it was looked at once.
    pub follower: Follower,
    /// When the file was made: UTC, milliseconds since 1970.
    pub made_ms: i64,
    /// The steps that were read.
    pub history: History,
    /// The settings.
    pub settings: Settings,
    /// The keys of the commands.
    pub keymap: Keymap,
    /// Tells the clock of this file, and of one that comes in its place.
    pub clock_of: ClockOf,
    /// Why nothing is written.
    pub why: ReadOnly,
    /// The file, as it was asked for.
    pub file: Clean,
    /// A sentence for the beginning.
    pub notice: Option<Notice>,
}

/// Why a session ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Why {
    /// Somebody asked for it.
    Asked,
    /// The system asked for it, by the signal of this number.
    Signal(u8),
    /// The terminal is gone.
    TerminalGone,
    /// A fault in the program, in this file and line.
    Fault(String),
}

/// How a session ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ended {
    /// Why.
    pub why: Why,
    /// Steps that could not be written anywhere.
    pub unsaved: usize,
    /// The file in which it went on when the sprint's own could no longer be written.
    pub went_on_in: Option<PathBuf>,
    /// The language spoken at the end, if it is known.
    pub lang: Lang,
}

/// What the threads tell the loop.
enum Event {
    Terminal(crossterm::event::Event),
    TerminalGone,
    /// A thread broke down.
    Fault,
    Journal(journal::News),
    Drafts(drafts::News),
    Job(jobs::News),
    Followed(follow::News),
}

/// Runs a session until it ends. Everything is on disk, and the terminal as it was, when it answers.
///
/// An error means that the terminal could not be taken; nothing was done then.
pub fn run(session: Session) -> io::Result<Ended> {
    let stage = Stage {
        lang: spoken(session.settings, &session.history),
        pointer: session.settings.mouse,
        clock: session.clock,
        clock_of: None,
    };
    let (journal, shelf, mirror) = (session.journal, session.shelf, session.mirror);
    let drafts = shelf.as_ref().map(|shelf| DraftFile::open(shelf.folder()));
    let (file, unreadable) = match drafts.transpose() {
        Ok(file) => (file, None),
        Err(error) => (None, Some(error)),
    };
    let kept = file.as_ref().map(|file| file.kept().to_vec()).unwrap_or_default();
    let write = |tell: &UnboundedSender<Event>| {
        let news = tell.clone();
        let writer = Writer::start(journal, shelf, mirror, move |told| {
            let _ = news.send(Event::Journal(told));
        })?;
        let news = tell.clone();
        let keep = |file| {
            Clerk::start(file, move |told| {
                let _ = news.send(Event::Drafts(told));
            })
        };
        Ok(Hands { writer: Some(writer), clerk: file.map(keep).transpose()? })
    };
    let (history, ids, settings) = (session.history, session.ids, session.settings);
    stage.play(write, |size, at| {
        let start = Start { history, ids, settings, size, at };
        let mut app = App::new(start).with_keymap(session.keymap).with_drafts(kept);
        if let Some(error) = unreadable {
            app.say(not_kept(&error, app.words()));
        }
        if let Some(notice) = session.notice {
            app.say(notice);
        }
        app
    })
}

/// Runs a session that shows a sprint and writes nothing, until it ends. Follows the file meanwhile.
pub fn read(reader: Reader) -> io::Result<Ended> {
    let Reader { follower, made_ms, history, settings, keymap, clock_of, why, file, notice } = reader;
    let (clock, boot) = clock_of(history.steps(), made_ms);
    let lang = spoken(settings, &history);
    let stage = Stage { lang, pointer: settings.mouse, clock, clock_of: Some(clock_of) };
    stage.play(following(follower), |size, at| {
        // No step is made, so no run is needed that could have made it.
        let start = Start { history, ids: Ids::of(RunId(0)), settings, size, at };
        let mut app = App::reading(start, Reading::new(why, file, boot)).with_keymap(keymap);
        if let Some(notice) = notice {
            app.say(notice);
        }
        app
    })
}

/// Shows the room's face of a file that another process writes, until it is closed.
pub fn project(projection: Projection) -> io::Result<Ended> {
    let Projection { follower, made_ms, history, settings, clock_of } = projection;
    let (clock, boot) = clock_of(history.steps(), made_ms);
    let lang = spoken(settings, &history);
    let stage = Stage { lang, pointer: false, clock, clock_of: Some(clock_of) };
    let make = |size, at| Projector::new(Projected { history, boot, settings, size, at });
    stage.play(following(follower), make)
}

/// Begins the thread that follows a file.
fn following(follower: Follower) -> impl FnOnce(&UnboundedSender<Event>) -> io::Result<Hands> {
    |tell| {
        let news = tell.clone();
        follow::follow(follower, move |told| news.send(Event::Followed(told)).is_ok())
            .map(|()| Hands::default())
    }
}

/// Shows the card to check a projector with, until it is closed.
pub fn show_card(lang: Lang, settings: Settings) -> io::Result<Ended> {
    let stage = Stage { lang, pointer: false, clock: Box::new(Real::new()), clock_of: None };
    stage.play(|_| Ok(Hands::default()), |_, _| Card::new(lang, settings))
}

/// The threads that write. None while there is nothing to write.
#[derive(Default)]
struct Hands {
    writer: Option<Writer>,
    clerk: Option<Clerk>,
}

/// What every program of a terminal begins with.
struct Stage {
    lang: Lang,
    /// Whether the pointer is heard.
    pointer: bool,
    clock: Box<dyn Clock>,
    clock_of: Option<ClockOf>,
}

impl Stage {
    /// Takes the terminal, lets `begin` start the threads, and runs what `make` makes until it ends.
    fn play<A: Runs>(
        self,
        begin: impl FnOnce(&UnboundedSender<Event>) -> io::Result<Hands>,
        make: impl FnOnce((u16, u16), Stamp) -> A,
    ) -> io::Result<Ended> {
        let terminal = Terminal::take(self.pointer)?;
        let faults = Faults::watch(terminal.restorer());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (tell, inbox) = mpsc::unbounded_channel();
        let hands = begin(&tell)?;
        let mut ended = Ended { why: Why::Asked, unsaved: 0, went_on_in: None, lang: self.lang };
        let size = os::size()?;
        let (clock, clock_of) = (self.clock, self.clock_of);
        let at = clock.now();
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            runtime.block_on(async {
                let mut turns = Turns {
                    app: make(size, at),
                    clock,
                    clock_of,
                    backend: Backend::new(os::output()?),
                    terminal: &terminal,
                    hands: &hands,
                    jobs: Jobs::new(job_news(&tell)),
                    inbox,
                    leaving: None,
                    size,
                    resized: false,
                };
                let why = turns.all(&tell).await;
                Ok::<_, io::Error>((why, turns.app))
            })
        }));
        let all = match &outcome {
            Ok(Ok((_, app))) => app.history().steps(),
            Ok(Err(_)) | Err(_) => &[],
        };
        let left = hands.writer.map(|writer| writer.finish(all)).unwrap_or_default();
        let Left { steps, elsewhere, died } = left;
        drop(hands.clerk);
        drop(terminal);
        ended.unsaved = steps;
        ended.went_on_in = elsewhere;
        match outcome {
            Ok(Ok((why, app))) => {
                ended.lang = app.words().lang();
                ended.why = why?;
            }
            Ok(Err(error)) => return Err(error),
            Err(_) => ended.why = Why::Fault(String::new()),
        }
        if let (Why::Fault(_), _) | (_, true) = (&ended.why, died) {
            ended.why = Why::Fault(faults.place().unwrap_or_default());
        }
        Ok(ended)
    }
}

fn spoken(settings: Settings, history: &History) -> Lang {
    let of_sprint = Lang::parse(history.sprint().description.lang.as_str());
    settings.lang.or(of_sprint).unwrap_or(Lang::En)
}

fn job_news(tell: &UnboundedSender<Event>) -> impl Fn(jobs::News) + Clone + Send + 'static {
    let tell = tell.clone();
    move |news| {
        let _ = tell.send(Event::Job(news));
    }
}

struct Turns<'a, A, W, T> {
    app: A,
    clock: Box<dyn Clock>,
    clock_of: Option<ClockOf>,
    backend: Backend<W>,
    terminal: &'a Terminal,
    hands: &'a Hands,
    jobs: Jobs<T>,
    inbox: UnboundedReceiver<Event>,
    leaving: Option<Why>,
    size: (u16, u16),
    resized: bool,
}

impl<A: Runs, W: io::Write, T: Fn(jobs::News) + Clone + Send + 'static> Turns<'_, A, W, T> {
    async fn all(&mut self, tell: &UnboundedSender<Event>) -> io::Result<Why> {
        let mut signals = Signals::listen()?;
        listen_to_terminal(tell)?;
        let first = self.app.update(self.clock.now(), Msg::Wake);
        self.effects(first);
        loop {
            if let Some(why) = self.leaving.take() {
                return Ok(why);
            }
            if self.draw().is_err() {
                return Ok(Why::TerminalGone);
            }
            let wake_ms = self.app.next_wake();
            let sleep_ms = wake_ms.map(|wake_ms| wake_ms.saturating_sub(self.clock.now().m_ms));
            tokio::select! {
                biased;
                signal = signals.next() => self.signal(signal),
                Some(event) = self.inbox.recv() => self.event(event),
                () = sleep(sleep_ms) => self.update(Msg::Wake),
            }
            self.drain();
        }
    }

    /// Takes what waits already: a paste or a held key costs one frame.
    fn drain(&mut self) {
        for _ in 0..EVENTS_MAX {
            if self.leaving.is_some() {
                return;
            }
            let Ok(event) = self.inbox.try_recv() else { break };
            self.event(event);
        }
        if std::mem::take(&mut self.resized)
            && let Ok(size) = os::size()
        {
            self.size = size;
            self.update(Msg::Resize(size.0, size.1));
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        let mut frame = Backend::<W>::blank(self.size);
        self.app.view(&mut frame);
        // A thread that broke down gave the terminal back; its message is on the way.
        match self.terminal.restorer().is_taken() {
            true => self.backend.draw(frame),
            false => Ok(()),
        }
    }

    fn signal(&mut self, signal: Signal) {
        match signal {
            Signal::End(number) => self.leaving = Some(Why::Signal(number)),
            #[cfg(unix)]
            Signal::Resized => self.resized = true,
            #[cfg(unix)]
            Signal::Stop => {
                self.terminal.restorer().restore();
                os::stop_self();
                self.retake();
            }
            #[cfg(unix)]
            Signal::Continue => self.retake(),
        }
    }

    #[cfg(unix)]
    fn retake(&mut self) {
        if self.terminal.retake().is_err() {
            self.leaving = Some(Why::TerminalGone);
        }
        self.backend.forget();
        self.resized = true;
    }

    fn event(&mut self, event: Event) {
        match event {
            Event::Terminal(crossterm::event::Event::Resize(..)) => self.resized = true,
            Event::Terminal(event) => {
                for msg in input::msgs(event) {
                    self.update(msg);
                }
            }
            Event::TerminalGone => self.leaving = Some(Why::TerminalGone),
            Event::Fault => self.leaving = Some(Why::Fault(String::new())),
            Event::Journal(news) => self.journal_news(news),
            Event::Drafts(news) => self.drafts_news(&news),
            Event::Job(news) => self.job_news(news),
            Event::Followed(news) => self.followed(news),
        }
    }

    fn update(&mut self, msg: Msg) {
        let effects = self.app.update(self.clock.now(), msg);
        self.effects(effects);
    }

    fn effects(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Append(step) => {
                    if !self.hands.writer.as_ref().is_some_and(|writer| writer.append(step)) {
                        self.leaving = Some(Why::Fault(String::new()));
                    }
                }
                Effect::Draft(draft) => {
                    if let Some(clerk) = &self.hands.clerk {
                        clerk.keep(draft);
                    }
                }
                Effect::Compute(job) => self.jobs.start(job),
                Effect::Cancel(name) => {
                    if let Some(answer) = self.jobs.cancel(name) {
                        self.update(Msg::Done(answer));
                    }
                }
                Effect::Quit => self.leaving = Some(Why::Asked),
            }
        }
    }

    /// A file that comes in the place of another may go by another clock.
    fn followed(&mut self, news: follow::News) {
        let news = match news {
            follow::News::Steps(steps) => News::Steps(steps),
            follow::News::Gone => News::Gone,
            follow::News::Unreadable(error) => {
                let words = self.app.words();
                News::Unreadable(Problem::of_store(&error, words, &TimeZone::system()).what)
            }
            follow::News::Whole(header, history) => {
                let Some(clock_of) = self.clock_of else { return };
                let (clock, boot) = clock_of(history.steps(), header.t_ms);
                self.clock = clock;
                News::Whole(history, boot)
            }
        };
        self.update(Msg::Followed(news));
    }

    fn job_news(&mut self, news: jobs::News) {
        match self.jobs.hear(news) {
            Some(Heard::Progress(name, done, all)) => self.update(Msg::Progress(name, done, all)),
            Some(Heard::Answer(answer)) => self.update(Msg::Done(answer)),
            Some(Heard::Died(name)) => {
                self.update(Msg::Done(Answer::Cancelled(name)));
                let words = self.app.words().say("problem-job-died");
                self.update(Msg::Say(Notice::problem(words)));
            }
            None => {}
        }
    }

    fn drafts_news(&mut self, news: &drafts::News) {
        match news {
            drafts::News::NotKept(error) => {
                let notice = not_kept(error, self.app.words());
                self.update(Msg::Say(notice));
            }
            drafts::News::Died => self.event(Event::Fault),
        }
    }

    fn journal_news(&mut self, news: journal::News) {
        let disk = match news {
            journal::News::Saved(s) => return self.update(Msg::Saved(s)),
            journal::News::Died => return self.event(Event::Fault),
            journal::News::Room(Room::Enough) => Disk::Room(None),
            journal::News::Room(Room::Left { bytes }) => Disk::Room(Some(bytes / NOTE_BYTES)),
            journal::News::NotSaved(error) => {
                let why = self.why_not_saved(&error);
                self.fall_back();
                Disk::NotSaved(why)
            }
            journal::News::Elsewhere(s) => {
                self.update(Msg::Saved(s));
                Disk::Elsewhere
            }
            journal::News::Back(s) => {
                self.update(Msg::Saved(s));
                Disk::Back
            }
        };
        self.update(Msg::Disk(disk));
    }

    fn why_not_saved(&self, error: &StoreError) -> Phrase {
        let zone = self.app.history().sprint().description.zone.clone();
        let zone = TimeZone::get(zone.as_str()).unwrap_or(TimeZone::UTC);
        Problem::of_store(error, self.app.words(), &zone).what
    }

    /// Everything is handed over for a fallback file.
    fn fall_back(&self) {
        if let Some(writer) = &self.hands.writer {
            writer.fall_back(self.app.history().steps().to_vec());
        }
    }
}

/// Says that what is typed is not kept.
fn not_kept(error: &io::Error, words: &Words) -> Notice {
    let why = Clean::new(&error.to_string());
    Notice::problem(words.tell("problem-drafts", Args::new().with("why", &why)))
}

/// Sleeps so many milliseconds, or for ever.
async fn sleep(ms: Option<u64>) {
    match ms {
        Some(ms) => tokio::time::sleep(Duration::from_millis(ms)).await,
        None => std::future::pending().await,
    }
}

/// Begins the threads that read the terminal and that watch whether it is still there. The reading one may
/// never return when the terminal dies: crossterm then tries for ever. So the loop itself never calls it, and
/// nobody waits for this thread.
fn listen_to_terminal(tell: &UnboundedSender<Event>) -> io::Result<()> {
    let told = tell.clone();
    let read = move || {
        loop {
            let event = match catch_unwind(crossterm::event::read) {
                Ok(Ok(event)) => Event::Terminal(event),
                Ok(Err(_)) => Event::TerminalGone,
                Err(_) => Event::Fault,
            };
            let is_last = matches!(event, Event::TerminalGone | Event::Fault);
            if told.send(event).is_err() || is_last {
                return;
            }
        }
    };
    std::thread::Builder::new().name("viche-input".to_owned()).spawn(read)?;
    #[cfg(unix)]
    watch_terminal(tell)?;
    Ok(())
}

/// Tells when the terminal hangs up, also where no signal does.
#[cfg(unix)]
fn watch_terminal(tell: &UnboundedSender<Event>) -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, poll};
    let tell = tell.clone();
    let watch = move || {
        let stdin = rustix::stdio::stdin();
        loop {
            let mut fds = [PollFd::new(&stdin, PollFlags::empty())];
            match poll(&mut fds, None) {
                Err(rustix::io::Errno::INTR) => {}
                Ok(_) if fds[0].revents().intersects(PollFlags::HUP | PollFlags::ERR) => break,
                // Some systems can't watch terminals; the signal has to do there.
                Ok(_) | Err(_) => return,
            }
        }
        let _ = tell.send(Event::TerminalGone);
    };
    std::thread::Builder::new().name("viche-watch".to_owned()).spawn(watch).map(|_| ())
}
