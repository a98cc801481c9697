//! Boards: what a team wants to learn, what it heard, and what it makes of it, in six columns; the queue for
//! the keyboard; all teams in one list. A card that is opened shows what it rests on and what came of it.
//!
//! Start with [`Boards`]; `cursor.rs` says which card a command means, `cards.rs`, `chain.rs`, `turns.rs` and
//! `writing.rs` what keys do, `layout.rs` where everything lies, the views what is seen.

mod batch;
mod card_view;
mod cards;
mod chain;
mod chain_view;
mod columns_view;
mod cursor;
mod layout;
mod lists_view;
mod turns;
mod writing;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::board::Column;
use crate::domain::id::{InterviewId, NoteId, PieceId, TeamId};
use crate::domain::link::Thing;
use crate::domain::note;
use crate::kit::{Begun, Command, Cx, Field, Item, List, Motion, Place, Reply, Shift, Touch, Verb};
use crate::text::Clean;
use chain::Opened;
use writing::{What, Writing};

/// The screen: whose board, where its cursor is, and what is being written.
#[derive(Default)]
pub struct Boards {
    picture: Picture,
    /// The team that was chosen; without one the one at the keyboard, else the first.
    team: Option<TeamId>,
    column: Column,
    lists: [List; 6],
    /// Place of the first column that is seen whole.
    first: usize,
    marked: BTreeSet<Thing>,
    /// The card that is opened, behind it those that led there.
    opened: Vec<Opened>,
    /// The cursor of the queue and of the list of all teams.
    teams: List,
    writing: Writing,
    asked: Asked,
    /// A card to put the cursor on as soon as it is there.
    wanted: Option<Thing>,
    area: Rect,
}

/// What is seen.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Picture {
    /// The columns of one board.
    #[default]
    Columns,
    /// Who comes next to the keyboard.
    Queue,
    /// All teams, one a line.
    All,
}

/// What was asked last.
#[derive(Clone, Default)]
enum Asked {
    /// Nothing that needs an answer.
    #[default]
    Nothing,
    /// Whose board to show.
    Team(Vec<TeamId>),
    /// Into which column to send these cards.
    Send(Vec<Thing>, Vec<Column>),
    /// Which interview a note is of, and the question that it answers.
    Interview(Vec<InterviewId>, Option<PieceId>),
    /// The kind of a note.
    Kind(NoteId),
    /// Several pasted lines at once.
    Batch(What, Vec<(note::Kind, Clean)>),
}

impl Place for Boards {
    const NAME: &'static str = "boards";
    const DIGIT: char = '2';

    fn commands() -> &'static [Command<Self>] {
        COMMANDS
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
        match (self.picture, self.opened.last()) {
            (Picture::Columns, Some(opened)) => chain_view::view(self, opened, cx, area, buf),
            (Picture::Columns, None) => columns_view::view(self, cx, area, buf),
            (Picture::Queue, _) => lists_view::view_queue(self, cx, area, buf),
            (Picture::All, _) => lists_view::view_all(self, cx, area, buf),
        }
    }

    fn moved(&mut self, motion: Motion, cx: &mut Cx<'_>) {
        match self.picture {
            Picture::Columns => self.walk(motion, cx),
            Picture::Queue | Picture::All => {
                self.teams.moved(motion, turns::rows(self, cx.sprint).len());
            }
        }
    }

    fn pointed(&mut self, at: Position, area: Rect, cx: &mut Cx<'_>) -> Touch {
        match (self.picture, self.opened.is_empty()) {
            (Picture::Columns, true) => columns_view::pointed(self, at, area, cx),
            (Picture::Columns, false) => chain_view::pointed(self, at, area, cx),
            (Picture::Queue | Picture::All, _) => {
                let len = turns::rows(self, cx.sprint).len();
                self.teams.pointed(at, lists_view::inside(area), 1, len)
            }
        }
    }

    fn dropped(&mut self, at: Position, area: Rect, cx: &mut Cx<'_>) {
        if self.picture == Picture::Columns && self.opened.is_empty() {
            columns_view::dropped(self, at, area, cx);
        }
    }

    fn field(&self) -> Option<&Field> {
        self.writing.field()
    }

    fn field_mut(&mut self) -> Option<&mut Field> {
        self.writing.field_mut()
    }

    fn shifted(&mut self, shift: Shift, cx: &mut Cx<'_>) {
        writing::shifted(self, shift, cx);
    }

    fn begun(&self, cx: &Cx<'_>) -> Option<Begun> {
        self.writing.begun(cx)
    }

    fn resume(&mut self, field: &str, cx: &mut Cx<'_>) {
        writing::resume(self, field, cx);
    }

    fn pasted(&mut self, lines: &[String], cx: &mut Cx<'_>) -> bool {
        batch::preview(self, lines, cx)
    }

    fn replied(&mut self, reply: Reply, cx: &mut Cx<'_>) {
        let asked = std::mem::take(&mut self.asked);
        match (asked, reply) {
            (Asked::Team(teams), Reply::Picked(at)) => {
                if let Some(&team) = teams.get(at) {
                    self.turn_to(team);
                }
            }
            (Asked::Send(cards, columns), Reply::Picked(at)) => {
                if let Some(&column) = columns.get(at) {
                    cards::send(self, cards, column, cx);
                }
            }
            (Asked::Interview(all, question), Reply::Picked(at)) => {
                if let Some(&interview) = all.get(at) {
                    writing::begin_note(self, interview, question, cx);
                }
            }
            (Asked::Kind(note), Reply::Picked(at)) => cards::set_kind(note, at, cx),
            (Asked::Batch(what, lines), Reply::Confirmed) => batch::take(&what, &lines, cx),
            (
                Asked::Nothing
                | Asked::Team(_)
                | Asked::Send(..)
                | Asked::Interview(..)
                | Asked::Kind(_)
                | Asked::Batch(..),
                Reply::Left | Reply::Picked(_) | Reply::Filled(_) | Reply::Confirmed,
            ) => {}
        }
    }

    fn show(&mut self, item: Item, cx: &mut Cx<'_>) {
        match item {
            Item::Piece(id) => chain::show(self, Thing::Piece(id), cx),
            Item::Note(id) => chain::show(self, Thing::Note(id), cx),
            Item::Column(team, kind) => {
                self.turn_to(team);
                self.column = Column::of(kind);
                self.fit(cx);
            }
            Item::Interview(_)
            | Item::Theme(_)
            | Item::Service(_)
            | Item::RequestsOf(_)
            | Item::RequestsLike(_) => {}
        }
    }

    fn settle(&mut self, cx: &mut Cx<'_>) {
        self.keep_inside(cx);
    }

    fn sized(&mut self, area: Rect, cx: &Cx<'_>) {
        self.area = area;
        self.fit(cx);
    }
}

/// In the order of the hints: what is done a hundred times a day comes first.
const COMMANDS: &[Command<Boards>] = &[
    Command { name: "boards.add", verb: Verb::Add, ready: cards::can_add, run: cards::add },
    Command { name: "boards.note", verb: Verb::Add, ready: cards::can_note, run: cards::ask_interview },
    Command { name: "boards.move", verb: Verb::Move, ready: cards::can_send, run: cards::ask_where },
    Command { name: "boards.open", verb: Verb::Open, ready: chain::can_open, run: chain::open },
    Command { name: "boards.walk", verb: Verb::Open, ready: chain::can_walk, run: chain::walk },
    Command { name: "boards.visit", verb: Verb::Open, ready: turns::can_visit, run: turns::visit },
    Command { name: "boards.turn-later", verb: Verb::More, ready: turns::can_later, run: turns::later },
    Command { name: "boards.turn-earlier", verb: Verb::Less, ready: turns::can_earlier, run: turns::earlier },
    Command {
        name: "boards.view",
        verb: Verb::View,
        ready: turns::can_turn_picture,
        run: turns::other_picture,
    },
    Command { name: "boards.team", verb: Verb::Filter, ready: turns::can_choose, run: turns::choose },
    Command { name: "boards.why", verb: Verb::Why, ready: chain::can_look_back, run: chain::look_back },
    Command { name: "boards.onward", verb: Verb::Onward, ready: chain::can_look_on, run: chain::look_on },
    Command { name: "boards.for", verb: Verb::More, ready: chain::can_support, run: chain::support },
    Command {
        name: "boards.against",
        verb: Verb::Less,
        ready: chain::can_contradict,
        run: chain::contradict,
    },
    Command { name: "boards.done", verb: Verb::Done, ready: cards::can_finish, run: cards::finish },
    Command { name: "boards.edit", verb: Verb::Edit, ready: cards::on_card, run: cards::edit },
    Command { name: "boards.mark", verb: Verb::Mark, ready: cards::can_mark, run: cards::mark },
    Command { name: "boards.later", verb: Verb::More, ready: cards::can_later, run: cards::later },
    Command { name: "boards.earlier", verb: Verb::Less, ready: cards::can_earlier, run: cards::earlier },
    Command { name: "boards.kind", verb: Verb::Kind, ready: cards::can_kind, run: cards::ask_kind },
    Command { name: "boards.hold", verb: Verb::Hold, ready: cards::on_card, run: cards::hold },
    Command { name: "boards.cross", verb: Verb::Cross, ready: cards::on_card, run: cards::cross },
    Command { name: "boards.back", verb: Verb::Back, ready: chain::can_go_back, run: chain::go_back },
    Command {
        name: "boards.column",
        verb: Verb::NextPane,
        ready: cursor::on_columns,
        run: |screen, cx| screen.walk_pane(true, cx),
    },
    Command {
        name: "boards.column-back",
        verb: Verb::PrevPane,
        ready: cursor::on_columns,
        run: |screen, cx| screen.walk_pane(false, cx),
    },
];
