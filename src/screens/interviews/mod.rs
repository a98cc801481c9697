//! Interviews: the wall of all clocks by round, and one interview opened with its guide and its notes.
//!
//! Start with [`Interviews`]; `wall.rs` and `opened.rs` say what keys do, `wall_view.rs` and
//! `opened_view.rs` what is seen.

mod add;
mod consent;
mod opened;
mod opened_view;
mod staff;
mod wall;
mod wall_view;
mod writing;

#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::id::{InterviewId, NoteId, ParticipantId};
use crate::kit::{Begun, Command, Cx, Field, Item, List, Motion, Place, Reply, Shift, Touch, Verb};
use wall::Wall;
use writing::Writing;

/// The screen: where its cursor is, and what is being written.
#[derive(Default)]
pub struct Interviews {
    wall: Wall,
    opened: Option<Opened>,
    writing: Writing,
    asked: Asked,
}

/// One interview opened.
pub(super) struct Opened {
    id: InterviewId,
    on_notes: bool,
    guide: List,
    notes: List,
    /// How many notes were shown last: at the end of the list the cursor follows new ones.
    notes_before: usize,
}

/// What was asked last.
#[derive(Clone, Default)]
pub(super) enum Asked {
    /// Nothing.
    #[default]
    Nothing,
    /// The form of a new interview.
    New,
    /// Consent and state of an interview.
    State(InterviewId, Vec<consent::Choice>),
    /// Whether the respondent really withdrew.
    Withdraw(InterviewId),
    /// Who asks or writes, with the people who were offered.
    Staff(InterviewId, staff::Part, Vec<Option<ParticipantId>>),
    /// From which section to borrow.
    Borrow(InterviewId, Vec<u8>),
    /// New words of a note.
    Words(NoteId),
    /// Several lines at once.
    Batch(InterviewId, Vec<(crate::domain::note::Kind, crate::text::Clean)>),
}

impl Place for Interviews {
    const NAME: &'static str = "interviews";
    const DIGIT: char = '3';

    fn commands() -> &'static [Command<Self>] {
        COMMANDS
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
        match &self.opened {
            Some(opened) => opened_view::view(opened, &self.writing, cx, area, buf),
            None => wall_view::view(&self.wall, cx, area, buf),
        }
    }

    fn moved(&mut self, motion: Motion, cx: &mut Cx<'_>) {
        match &mut self.opened {
            Some(opened) => opened.moved(motion, cx),
            None => self.wall.moved(motion, cx),
        }
    }

    fn pointed(&mut self, at: Position, area: Rect, cx: &mut Cx<'_>) -> Touch {
        match &mut self.opened {
            Some(opened) => opened.pointed(at, area, cx),
            None => self.wall.pointed(at, area, cx),
        }
    }

    fn field(&self) -> Option<&Field> {
        self.writing.field()
    }

    fn field_mut(&mut self) -> Option<&mut Field> {
        self.writing.field_mut()
    }

    fn shifted(&mut self, shift: Shift, cx: &mut Cx<'_>) {
        let Some(id) = self.opened.as_ref().map(|opened| opened.id) else { return };
        self.writing.shifted(id, shift, cx);
    }

    fn begun(&self, cx: &Cx<'_>) -> Option<Begun> {
        self.writing.begun(cx)
    }

    fn resume(&mut self, field: &str, cx: &mut Cx<'_>) {
        writing::resume(self, field, cx);
    }

    fn pasted(&mut self, lines: &[String], cx: &mut Cx<'_>) -> bool {
        let Some(id) = self.opened.as_ref().map(|opened| opened.id) else { return false };
        self.asked = writing::preview(id, lines, cx);
        true
    }

    fn replied(&mut self, reply: Reply, cx: &mut Cx<'_>) {
        let asked = std::mem::take(&mut self.asked);
        match (asked, reply) {
            (Asked::New, Reply::Filled(values)) => add::submit(self, &values, cx),
            (Asked::State(id, choices), Reply::Picked(at)) => {
                if let Some(choice) = choices.get(at) {
                    self.asked = consent::choose(id, *choice, cx);
                }
            }
            (Asked::Staff(id, part, people), Reply::Picked(at)) => {
                if let Some(&who) = people.get(at) {
                    staff::give(id, part, who, cx);
                }
            }
            (Asked::Withdraw(id), Reply::Confirmed) => consent::withdraw(id, cx),
            (Asked::Borrow(id, sections), Reply::Picked(at)) => {
                if let Some(&from) = sections.get(at) {
                    cx.propose(cx.sprint.borrow_minutes(id, from, 1));
                }
            }
            (Asked::Words(id), Reply::Filled(values)) => opened::reword(id, &values, cx),
            (Asked::Batch(id, batch), Reply::Confirmed) => writing::take_batch(id, &batch, cx),
            (
                Asked::Nothing
                | Asked::New
                | Asked::State(..)
                | Asked::Staff(..)
                | Asked::Withdraw(_)
                | Asked::Borrow(..)
                | Asked::Words(_)
                | Asked::Batch(..),
                Reply::Left | Reply::Picked(_) | Reply::Filled(_) | Reply::Confirmed,
            ) => {}
        }
    }

    fn show(&mut self, item: Item, cx: &mut Cx<'_>) {
        match item {
            Item::Interview(id) => self.open(id, cx),
            Item::Note(id) => {
                if let Some(note) = cx.sprint.notes.get(id) {
                    self.open(note.interview, cx);
                }
            }
            Item::Theme(_)
            | Item::Service(_)
            | Item::RequestsOf(_)
            | Item::RequestsLike(_)
            | Item::Piece(_)
            | Item::Column(..) => {}
        }
    }

    fn settle(&mut self, cx: &mut Cx<'_>) {
        if self.opened.is_none() {
            self.wall.settle(cx);
        }
        let gone = self.opened.as_ref().is_some_and(|opened| cx.sprint.interviews.get(opened.id).is_none());
        if gone {
            self.close();
        }
        let writing = self.writing.draft().is_some();
        if let Some(opened) = &mut self.opened {
            opened.follow(writing, cx);
        }
    }

    fn sized(&mut self, area: Rect, cx: &Cx<'_>) {
        match &mut self.opened {
            Some(opened) => opened.sized(area, cx),
            None => self.wall.sized(area, cx),
        }
    }
}

impl Interviews {
    fn open(&mut self, id: InterviewId, cx: &Cx<'_>) {
        let mut opened =
            Opened { id, on_notes: true, guide: List::default(), notes: List::default(), notes_before: 0 };
        opened.go_to_newest(cx);
        self.wall.to(id, cx);
        self.opened = Some(opened);
    }

    fn close(&mut self) {
        self.writing.stop();
        self.opened = None;
    }

    /// The interview that a command means: the opened one, else the one under the cursor.
    fn selected(&self, cx: &Cx<'_>) -> Option<InterviewId> {
        match &self.opened {
            Some(opened) => Some(opened.id),
            None => self.wall.interview(cx),
        }
    }
}

const COMMANDS: &[Command<Interviews>] = &[
    Command { name: "interviews.write", verb: Verb::Add, ready: opened::can_write, run: opened::write },
    Command { name: "interviews.add", verb: Verb::Add, ready: add::ready, run: add::ask },
    Command { name: "interviews.open", verb: Verb::Open, ready: wall::can_open, run: wall::open },
    Command { name: "interviews.fold", verb: Verb::Open, ready: wall::on_round, run: wall::fold },
    Command {
        name: "interviews.round",
        verb: Verb::Clock,
        ready: wall::can_start_round,
        run: wall::start_round,
    },
    Command { name: "interviews.clock", verb: Verb::Clock, ready: wall::can_toggle, run: wall::toggle },
    Command {
        name: "interviews.section",
        verb: Verb::Next,
        ready: opened::can_enter_next,
        run: opened::enter_next,
    },
    Command { name: "interviews.due", verb: Verb::Next, ready: wall::can_find_due, run: wall::find_due },
    Command {
        name: "interviews.asked",
        verb: Verb::Done,
        ready: opened::on_question,
        run: opened::ask_question,
    },
    Command { name: "interviews.done", verb: Verb::Done, ready: wall::can_finish, run: wall::finish },
    Command {
        name: "interviews.skip",
        verb: Verb::Cross,
        ready: opened::on_question,
        run: opened::skip_question,
    },
    Command { name: "interviews.cross", verb: Verb::Cross, ready: opened::on_note, run: opened::cross_note },
    Command { name: "interviews.edit", verb: Verb::Edit, ready: opened::on_note, run: opened::edit_note },
    Command { name: "interviews.hold", verb: Verb::Hold, ready: opened::on_note, run: opened::hold_note },
    Command { name: "interviews.state", verb: Verb::Kind, ready: consent::ready, run: consent::ask },
    Command {
        name: "interviews.longer",
        verb: Verb::More,
        ready: wall::on_interview,
        run: |s, cx| wall::extend(s, cx, 1),
    },
    Command {
        name: "interviews.shorter",
        verb: Verb::Less,
        ready: wall::on_interview,
        run: |s, cx| wall::extend(s, cx, -1),
    },
    Command { name: "interviews.borrow", verb: Verb::Borrow, ready: opened::can_borrow, run: opened::borrow },
    Command { name: "interviews.onward", verb: Verb::Onward, ready: opened::on_note, run: opened::onward },
    Command {
        name: "interviews.pane",
        verb: Verb::NextPane,
        ready: opened::is_open,
        run: opened::other_pane,
    },
    Command {
        name: "interviews.pane-back",
        verb: Verb::PrevPane,
        ready: opened::is_open,
        run: opened::other_pane,
    },
    Command { name: "interviews.back", verb: Verb::Back, ready: opened::is_open, run: |s, _| s.close() },
];
