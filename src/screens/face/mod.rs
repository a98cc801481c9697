//! The room's face: what the projector shows. The clock as large as the wall, or a picture under a small clock;
//! what is shown is recorded, so that every projector shows the same.
//!
//! `public.rs` says what of the sprint may be seen; the other files draw that and can't reach the sprint. Start
//! with [`Face`] and [`draw`].

mod board_view;
mod card;
mod clock_view;
mod interviews_view;
mod public;
mod ranking_view;
mod stopped_view;
mod themes_view;
mod top_view;
mod view;

#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::face::{MESSAGE_CHARS_MAX, Picture};
use crate::kit::ask::{Ask, Blank, Form};
use crate::kit::job::Name;
use crate::kit::{Answer, Command, Cx, Effect, Job, Notice, Place, Reason, Reply, Verb, always};
use crate::method::ranking::Input;
use crate::text::Clean;

pub use card::view as view_card;
#[cfg(test)]
pub use public::Public;
pub use public::turns_over_ms;

/// The screen at the workstation: the wall, and what may be changed of it.
#[derive(Default)]
pub struct Face {
    ranking: Following,
}

/// Asks for the ranking while the wall shows it.
#[derive(Default)]
pub struct Following {
    /// The version of the sprint that was looked at.
    looked: Option<u64>,
    asked: Option<Input>,
}

impl Following {
    /// The job that works out the ranking of the sprint as it is; `None` when the wall does not show it, or it
    /// is there or on its way.
    pub fn job(&mut self, cx: &Cx<'_>) -> Option<Job> {
        if public::picture(cx) != Picture::Ranking || self.looked == Some(cx.history.version()) {
            return None;
        }
        self.looked = Some(cx.history.version());
        let input = public::ranking_input(cx);
        let is_there = cx.derived.ranked.as_ref().is_some_and(|(of, _)| *of == input);
        let comes = self.asked.as_ref() == Some(&input) && cx.derived.is_working(Name::Rank);
        if is_there || comes || input.items.is_empty() {
            return None;
        }
        self.asked = Some(input.clone());
        Some(Job::Rank(input))
    }

    /// A ranking came, perhaps of something that another screen asked for. One that was cancelled is not asked
    /// for again until something changes.
    pub fn answered(&mut self, answer: &Answer) {
        if matches!(answer, Answer::Ranked(..)) {
            self.looked = None;
        }
    }
}

/// Draws the wall: what a projector shows.
pub fn draw(cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let look = view::Look { words: cx.words, theme: *cx.theme };
    view::view(&public::Public::of(cx), look, area, buf);
}

impl Place for Face {
    const NAME: &'static str = "face";
    const DIGIT: char = '0';
    const BARE: bool = true;

    fn commands() -> &'static [Command<Self>] {
        COMMANDS
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
        draw(cx, area, buf);
    }

    fn resume(&mut self, field: &str, cx: &mut Cx<'_>) {
        if field == MESSAGE {
            ask_message(self, cx);
        }
    }

    fn replied(&mut self, reply: Reply, cx: &mut Cx<'_>) {
        match reply {
            Reply::Filled(values) => {
                let text = Clean::new(values.first().map_or("", |value| value.trim()));
                cx.propose(public::say(&text, cx));
            }
            Reply::Left | Reply::Picked(_) | Reply::Confirmed => {}
        }
    }

    fn answered(&mut self, answer: &Answer, _cx: &mut Cx<'_>) {
        self.ranking.answered(answer);
    }

    fn settle(&mut self, cx: &mut Cx<'_>) {
        if let Some(job) = self.ranking.job(cx) {
            cx.out.effects.push(Effect::Compute(job));
        }
    }
}

const COMMANDS: &[Command<Face>] = &[
    Command { name: "face.show", verb: Verb::Black, ready: can_show, run: black },
    Command { name: "face.picture", verb: Verb::View, ready: always, run: turn_picture },
    Command { name: "face.message", verb: Verb::Edit, ready: always, run: ask_message },
    Command { name: "face.black", verb: Verb::Black, ready: can_black, run: black },
];

/// What the form of the message is called.
const MESSAGE: &str = "face.message";

fn turn_picture(_: &mut Face, cx: &mut Cx<'_>) {
    let facts = public::turn_picture(cx);
    cx.propose(Ok(facts));
}

fn ask_message(_: &mut Face, cx: &mut Cx<'_>) {
    let blank = Blank {
        label: cx.words.say("face-message-label"),
        value: public::message(cx),
        hint: cx.words.say("face-message-hint"),
        chars_max: MESSAGE_CHARS_MAX,
        path: false,
    };
    let title = cx.words.say("face-message-title");
    cx.ask(Ask::Form(Form { name: MESSAGE.to_owned(), title, fields: vec![blank] }));
}

fn can_black(_: &Face, cx: &Cx<'_>) -> Result<(), Reason> {
    if public::is_black(cx) { Err(Reason::Elsewhere) } else { Ok(()) }
}

fn can_show(_: &Face, cx: &Cx<'_>) -> Result<(), Reason> {
    if public::is_black(cx) { Ok(()) } else { Err(Reason::Elsewhere) }
}

fn black(_: &mut Face, cx: &mut Cx<'_>) {
    let is_black = public::is_black(cx);
    if cx.propose(public::black(!is_black, cx)) && is_black {
        cx.tell(Notice::news(cx.words.say("face-back")));
    }
}
