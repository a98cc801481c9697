//! Who gets a key: what works in any state, else the overlay, else the text field, else the screen's rows,
//! else the global rows.

use super::overlay::{Asked, Outcome, Overlay};
use super::{App, global};
use crate::kit::ask::{Confirm, Reply};
use crate::kit::field::Typed;
use crate::kit::{Effect, Job, Key, Motion, Notice, Reason, Row, Shift, Verb, place_digit};
use crate::text::Clean;
use crate::words::Args;

impl App {
    pub(super) fn key(&mut self, key: Key) {
        if self.any_state(key) || self.is_stray(key) {
            return;
        }
        if self.overlay.is_some() {
            self.overlay_key(key);
        } else if self.is_curtain_shown() {
            self.curtain_key(key);
        } else if self.screens[self.place].field().is_some() {
            self.field_key(key);
        } else if matches!(key, Key::Char(_)) && self.at.m_ms < self.deaf_until_ms {
            self.deaf_until_ms = self.at.m_ms + self.guard_ms;
        } else {
            self.notice = None;
            self.act_key(key);
        }
    }

    /// Keys that mean the same in any state.
    fn any_state(&mut self, key: Key) -> bool {
        let say = match crate::kit::on_us_keyboard(key) {
            Key::Ctrl('p') => {
                if let Some(at) = global::rows().iter().position(|row| row.verb == Verb::StopAll) {
                    self.run_global(at);
                }
                return true;
            }
            Key::Ctrl('c') if self.turn().is_some() => "turn-no-quit",
            Key::Ctrl('c') => "frame-nothing-closed",
            Key::Ctrl('s') if self.only_reads() => {
                self.say_read_only();
                return true;
            }
            Key::Ctrl('s') => "frame-saved-already",
            Key::Ctrl('v') => "frame-paste-help",
            _ => return false,
        };
        self.notice = Some(Notice::news(self.words.say(say)));
        true
    }

    pub(super) fn overlay_key(&mut self, key: Key) {
        let (now_ms, guard_ms) = (self.at.m_ms, self.guard_ms);
        if matches!(self.overlay, Some(Overlay::Black)) && self.asks_globally(Verb::Black, key) {
            self.close(Reply::Left);
            return;
        }
        let Some(overlay) = &mut self.overlay else { return };
        match overlay.key(key, now_ms, guard_ms) {
            Outcome::Stay => {}
            Outcome::Full => self.say_full(),
            Outcome::Complete(typed) => self.effects.push(Effect::Compute(Job::Complete { typed })),
            Outcome::Close(reply) => self.close(reply),
        }
    }

    /// Closes the overlay and hands the reply to who asked. What stood in a form is kept on Esc, and when it was
    /// refused.
    pub(super) fn close(&mut self, reply: Reply) {
        let filled = self.open_form().filter(|_| reply != Reply::Left);
        self.reply(reply);
        if let Some(filled) = filled {
            self.form_filled(&filled);
        }
    }

    fn reply(&mut self, reply: Reply) {
        if let Some(Overlay::Black) = self.overlay.take()
            && self.history().sprint().face.black
        {
            self.notice = Some(Notice::news(self.words.say("face-still-black")));
        }
        match std::mem::replace(&mut self.asked, Asked::Screen) {
            Asked::Screen => {
                self.act(self.place, |screen, cx| screen.replied(reply, cx));
            }
            Asked::Palette(entries) => {
                if let Reply::Picked(at) = reply {
                    self.run_entry(entries[at]);
                }
            }
            Asked::Quit => {
                if reply == Reply::Confirmed {
                    self.effects.push(Effect::Quit);
                }
            }
            Asked::HandOver => {
                if reply == Reply::Confirmed {
                    self.hand_over();
                }
            }
            Asked::Resume => {
                if reply == Reply::Confirmed {
                    self.resume();
                }
            }
            Asked::Park => {
                if let Reply::Filled(values) = reply {
                    self.park(&values);
                }
            }
            Asked::Stray => {
                if let Reply::Filled(values) = reply {
                    self.write_stray(&Clean::new(&values.concat()));
                }
            }
        }
    }

    fn field_key(&mut self, key: Key) {
        let shift = match key {
            Key::Enter => Some(Shift::Enter),
            Key::Esc => Some(Shift::Stop),
            Key::Tab => Some(Shift::Tab),
            Key::Up => Some(Shift::Earlier),
            _ => None,
        };
        let shift = shift.or_else(|| {
            let field = self.screens[self.place].field_mut()?;
            match field.key(crate::kit::ctrl_on_us_keyboard(key)) {
                Typed::Changed => Some(Shift::Typed),
                Typed::AtStart => Some(Shift::Rub),
                Typed::Full => {
                    self.say_full();
                    None
                }
                Typed::Kept | Typed::NotMine => None,
            }
        });
        let Some(shift) = shift else { return };
        self.notice = None;
        let before = self.open_field();
        self.act(self.place, |screen, cx| screen.shifted(shift, cx));
        match shift {
            Shift::Enter | Shift::Tab | Shift::Earlier => self.field_saved(before),
            Shift::Stop | Shift::Typed | Shift::Rub => {}
        }
    }

    fn act_key(&mut self, key: Key) {
        if let Some(motion) = Motion::of(key) {
            self.act(self.place, |screen, cx| screen.moved(motion, cx));
            return;
        }
        let came_from = self.came_from.take();
        if let (Key::Esc, Some(place)) = (key, came_from) {
            self.turn_to(place);
            return;
        }
        if let Some(digit) = place_digit(key) {
            match self.screens.iter().position(|screen| screen.digit() == digit) {
                Some(place) if !self.allows_place(self.screens[place].name()) => self.say_not_in_turn(),
                Some(place) => self.turn_to(place),
                None => self.notice = Some(Notice::news(self.words.say("frame-no-such-place"))),
            }
            return;
        }
        if let Some(at) = self.screen_row(key) {
            self.run_row(at);
        } else if let Some((at, _)) =
            self.global_rows().into_iter().find(|(_, row)| self.keymap.asks(*row, key))
        {
            self.run_global(at);
        } else if self.asks_globally(Verb::Quit, key) {
            self.notice = Some(Notice::news(self.words.say("turn-no-quit")));
        } else if self.turn().is_some() && key != Key::Esc {
            self.say_not_in_turn();
        } else if key == Key::Esc && self.is_bare() {
            self.turn_to(self.behind);
        } else if key != Key::Esc {
            self.came_from = came_from;
            self.notice = Some(Notice::news(self.words.say("frame-no-such-key")));
        }
    }

    /// Whether a key asks for the row of a verb that works everywhere.
    pub(super) fn asks_globally(&self, verb: Verb, key: Key) -> bool {
        global::row(verb).is_some_and(|row| self.keymap.asks(row, key))
    }

    /// The row of the screen that a key means now.
    fn screen_row(&self, key: Key) -> Option<usize> {
        self.row_where(|row| self.keymap.asks(row, key))
    }

    /// The row of the screen that is meant: one that is ready, else one that can say why not.
    pub(super) fn row_where(&self, wanted: impl Fn(Row) -> bool) -> Option<usize> {
        let cx = self.cx();
        let screen = &self.screens[self.place];
        let asked = |(_, row): &(usize, Row)| wanted(*row) && self.allows(*row);
        let rows: Vec<(usize, Row)> = screen.rows().into_iter().enumerate().filter(asked).collect();
        let here = |at: &usize| screen.ready(*at, &cx) != Err(Reason::Elsewhere);
        let ready = |at: &usize| screen.ready(*at, &cx).is_ok();
        let places = || rows.iter().map(|(at, _)| *at);
        places().find(ready).or_else(|| places().find(here))
    }

    pub(super) fn paste(&mut self, text: &str) {
        if let Some(overlay) = &mut self.overlay {
            if !overlay.paste(text) {
                self.say_full();
            }
            return;
        }
        if self.is_curtain_shown() {
            self.notice = Some(Notice::news(self.words.say("turn-curtain-paste")));
            return;
        }
        if self.only_reads() && self.screens[self.place].field().is_none() {
            self.refuse(&Reason::OnlyToRead);
            return;
        }
        let lines: Vec<String> =
            text.lines().map(str::to_owned).filter(|line| !line.trim().is_empty()).collect();
        let writing = self.screens[self.place].field().is_some();
        if writing && lines.len() < 2 {
            let full =
                self.screens[self.place].field_mut().is_some_and(|field| field.paste(text) == Typed::Full);
            if full {
                self.say_full();
            } else {
                self.act(self.place, |screen, cx| screen.shifted(Shift::Typed, cx));
            }
            return;
        }
        let taken = self.act(self.place, |screen, cx| screen.pasted(&lines, cx));
        if taken != Some(true) {
            self.notice = Some(Notice::news(self.words.say("frame-paste-where")));
        }
    }

    fn say_full(&mut self) {
        self.notice = Some(Notice::problem(self.words.say("frame-field-full")));
    }

    pub(super) fn completed(&mut self, path: &str) {
        if let Some(Overlay::Form(filling)) = &mut self.overlay
            && filling.form.fields[filling.at].path
        {
            filling.fields[filling.at].set(path);
        }
    }

    /// Leaves at once, or asks when clocks are running. Who only reads leaves nothing behind.
    pub(super) fn ask_to_quit(&mut self) {
        if self.only_reads() {
            self.effects.push(Effect::Quit);
            return;
        }
        let unsaved = self.history().next_no().saturating_sub(self.saved + 1);
        if self.trouble.why.is_some() && unsaved > 0 {
            self.ask_whether_to_quit(
                self.words.tell("frame-quit-unsaved", Args::new().with("steps", unsaved)),
            );
            return;
        }
        let sprint = self.history().sprint();
        let clocks = sprint.interviews.iter().filter(|one| one.clock.is_running()).count();
        if clocks == 0 {
            self.effects.push(Effect::Quit);
            return;
        }
        self.ask_whether_to_quit(
            self.words.tell("frame-quit-with-clocks", Args::new().with("clocks", clocks)),
        );
    }

    fn ask_whether_to_quit(&mut self, consequence: crate::words::Phrase) {
        let confirm = Confirm { question: self.words.say("app-quit-title"), consequence };
        self.overlay = Some(Overlay::Confirm(confirm, self.at.m_ms));
        self.asked = Asked::Quit;
    }
}
