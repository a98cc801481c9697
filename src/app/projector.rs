//! The room's face on a terminal of its own: what `viche project` runs. It hears of the steps that another
//! process writes, shows what they make, and proposes nothing; the only keys are those that close it.

use jiff::tz::TimeZone;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::runs::Runs;
use super::state::wakes_at;
use super::{Msg, frame};
use crate::domain::id::{Ids, RunId};
use crate::domain::{History, Moment, Seat, Stamp, Step};
use crate::kit::draw::{Glyph, Line, paint};
use crate::kit::job::Answer;
use crate::kit::setting::Settings;
use crate::kit::theme::Role;
use crate::kit::{Cx, Derived, Drafts, Effect, Key, Keymap, Out, on_us_keyboard};
use crate::screens::face;
use crate::text::Clean;
use crate::words::{Lang, Phrase, Words};

/// What became of the file that is followed.
#[derive(Clone, Debug)]
pub enum News {
    /// These steps came behind those that are known.
    Steps(Vec<Step>),
    /// It is another file, or is back: all of it, and the boot whose steady clock is asked from now on.
    Whole(Box<History>, Clean),
    /// It is gone.
    Gone,
    /// It can't be read, for this reason.
    Unreadable(Phrase),
}

/// What a projector starts with.
pub struct Projected {
    /// The steps of the file.
    pub history: History,
    /// The boot whose steady clock is asked, as the file names it.
    pub boot: Clean,
    /// The settings.
    pub settings: Settings,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Now.
    pub at: Stamp,
}

/// The face alone.
pub struct Projector {
    history: History,
    boot: Clean,
    derived: Derived,
    /// None: nobody types here.
    drafts: Drafts,
    ranking: face::Following,
    words: Words,
    settings: Settings,
    keymap: Keymap,
    zone: TimeZone,
    size: (u16, u16),
    at: Stamp,
    /// Why what is shown may be old.
    waiting: Option<Phrase>,
    /// The line that says which keys there are is shown.
    hint: bool,
}

impl Projector {
    /// A face that shows a sprint.
    pub fn new(start: Projected) -> Self {
        let mut projector = Self {
            history: History::default(),
            boot: start.boot.clone(),
            derived: Derived::default(),
            drafts: Drafts::default(),
            ranking: face::Following::default(),
            words: Words::new(Lang::En),
            settings: start.settings,
            keymap: Keymap::default(),
            zone: TimeZone::UTC,
            size: start.size,
            at: start.at,
            waiting: None,
            hint: false,
        };
        projector.show(start.history, start.boot);
        projector
    }

    /// Shows another sprint from now on.
    fn show(&mut self, history: History, boot: Clean) {
        let description = &history.sprint().description;
        let of_sprint = Lang::parse(description.lang.as_str());
        let lang = self.settings.lang.or(of_sprint).unwrap_or(Lang::En);
        if lang != self.words.lang() {
            self.words = Words::new(lang);
        }
        self.zone = TimeZone::get(description.zone.as_str()).unwrap_or(TimeZone::UTC);
        self.history = history;
        self.boot = boot;
        self.ranking = face::Following::default();
        self.waiting = None;
    }

    fn key(&mut self, key: Key) -> Option<Effect> {
        let hint = std::mem::take(&mut self.hint);
        match on_us_keyboard(key) {
            Key::Char('q') | Key::Esc | Key::Ctrl('c') => return Some(Effect::Quit),
            Key::Char('?' | ',') => self.hint = !hint,
            _ => {}
        }
        None
    }

    fn done(&mut self, answer: Answer) {
        self.derived.working.clear();
        self.ranking.answered(&answer);
        if let Answer::Ranked(input, ranked) = answer {
            self.derived.ranked = Some((input, ranked));
        }
    }

    fn followed(&mut self, news: News) {
        match news {
            News::Steps(steps) => {
                steps.into_iter().for_each(|step| self.history.push(step));
                self.waiting = None;
            }
            News::Whole(history, boot) => self.show(*history, boot),
            News::Gone => self.waiting = Some(self.words.say("face-gone")),
            News::Unreadable(why) => {
                let args = crate::words::Args::new().with("why", &why);
                self.waiting = Some(self.words.tell("face-unreadable", args));
            }
        }
    }

    /// The one line that the face alone has besides what the room sees: its keys, or why it may be old.
    fn view_line(&self, buf: &mut Buffer) {
        let hint = self.hint.then(|| self.words.say("face-hint-quit"));
        // Nothing at all is to be seen of a black wall, unless somebody at its keyboard asks.
        let waiting = self.waiting.as_ref().filter(|_| !self.history.sprint().face.black);
        let Some(words) = hint.as_ref().or(waiting) else { return };
        let row = Rect { y: buf.area.height.saturating_sub(1), height: 1, ..buf.area };
        for position in row.intersection(buf.area).positions() {
            buf[position].reset();
        }
        let line = Line::new().gap(2).add(Role::Muted, &Glyph::DOT).gap(1).add(Role::Muted, words);
        paint(buf, row, &line, self.settings.theme, None);
    }

    /// Now, at a whole second of the steady clock, as the workstation samples it.
    fn now(&self) -> Moment {
        let over = self.at.m_ms % 1_000;
        let at = Stamp { t_ms: self.at.t_ms - over as i64, m_ms: self.at.m_ms - over };
        self.history.sprint().moment_on(&self.boot, at)
    }

    fn cx(&self) -> Cx<'_> {
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
            seat: Seat::Facilitator,
            out: Out::new(Ids::of(RunId(0))),
        }
    }
}

impl Runs for Projector {
    fn update(&mut self, at: Stamp, msg: Msg) -> Vec<Effect> {
        self.at = at;
        let mut effects = Vec::new();
        match msg {
            Msg::Key(key) => effects.extend(self.key(key)),
            Msg::Resize(columns, rows) => self.size = (columns, rows),
            Msg::Followed(news) => self.followed(news),
            Msg::Done(answer) => self.done(answer),
            Msg::Wake
            | Msg::Pointer(_)
            | Msg::Paste(_)
            | Msg::Saved(_)
            | Msg::Disk(_)
            | Msg::Progress(..)
            | Msg::Say(_) => {}
        }
        let mut ranking = std::mem::take(&mut self.ranking);
        if let Some(job) = ranking.job(&self.cx()) {
            self.derived.working = vec![(job.name(), 0, 0)];
            effects.push(Effect::Compute(job));
        }
        self.ranking = ranking;
        effects
    }

    fn view(&self, buf: &mut Buffer) {
        let area = buf.area;
        match self.history.sprint().face.black {
            true => self.settings.theme.black_out(buf),
            false if frame::is_too_small(area) => {
                frame::view_too_small(&self.words, self.settings.theme, area, buf);
            }
            false => face::draw(&self.cx(), area, buf),
        }
        self.view_line(buf);
        self.settings.theme.paint_ground(buf);
    }

    fn next_wake(&self) -> Option<u64> {
        // Black stays black until a step says otherwise.
        let black = self.history.sprint().face.black;
        (!black).then(|| wakes_at(&self.cx(), self.at.m_ms)).flatten()
    }

    fn words(&self) -> &Words {
        &self.words
    }

    fn history(&self) -> &History {
        &self.history
    }
}

/// The card to check a projector with, on a terminal of its own.
pub struct Card {
    words: Words,
    settings: Settings,
    history: History,
}

impl Card {
    /// The card in a language.
    pub fn new(lang: Lang, settings: Settings) -> Self {
        Self { words: Words::new(lang), settings, history: History::default() }
    }
}

impl Runs for Card {
    fn update(&mut self, _at: Stamp, msg: Msg) -> Vec<Effect> {
        let Msg::Key(key) = msg else { return Vec::new() };
        match on_us_keyboard(key) {
            Key::Char('q') | Key::Esc | Key::Ctrl('c') => vec![Effect::Quit],
            _ => Vec::new(),
        }
    }

    fn view(&self, buf: &mut Buffer) {
        face::view_card(&self.words, self.settings.theme, buf.area, buf);
        self.settings.theme.paint_ground(buf);
    }

    fn next_wake(&self) -> Option<u64> {
        None
    }

    fn words(&self) -> &Words {
        &self.words
    }

    fn history(&self) -> &History {
        &self.history
    }
}

#[cfg(test)]
mod tests;
