//! Themes: loose notes on the left, themes on the right, and under them what the cursor is on with what it
//! looks like. A theme that is opened shows its notes in place of the inbox.
//!
//! Two other pictures of the same notes: proposed groups for the whole inbox (`ghosts/`), and pairs that may say the
//! same (`pairs/`).
//!
//! Start with [`Themes`]; `commands.rs` has its rows; `cursor.rs` says what a command means, `notes.rs` and `groups.rs` what keys do to
//! notes and to themes, `likeness.rs` what a note looks like, `view.rs` and `detail.rs` what is seen.

mod commands;
mod cursor;
mod detail;
mod ghosts;
mod groups;
mod insight;
mod likeness;
mod notes;
mod pairs;
mod resume;
mod view;
mod why;
mod working;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::id::{NoteId, ThemeId};
use crate::domain::{Seat, Sprint};
use crate::kit::job::{Answer, Name};
use crate::kit::wall;
use crate::kit::{Command, Cx, Go, Item, List, Motion, Place, Reply, Touch};

/// The screen: where its cursors are, what is marked, whether it is silent.
#[derive(Default)]
pub struct Themes {
    picture: Picture,
    ghosts: Option<ghosts::Ghosts>,
    pairs: Option<pairs::Pairs>,
    /// Work that somebody asked for and waits for.
    wanted_work: Option<Name>,
    pane: Pane,
    inbox: List,
    marked: BTreeSet<NoteId>,
    themes: List,
    opened: Option<Opened>,
    /// A silent phase: who, counts and suggestions are covered, so that nobody files as the others did.
    silent: bool,
    asked: Asked,
    /// A theme to put the cursor on as soon as it is there.
    wanted: Option<ThemeId>,
    area: Rect,
}

/// What is shown of the notes and themes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Picture {
    /// Loose notes beside themes.
    #[default]
    Panes,
    /// Proposed groups.
    Ghosts,
    /// Pairs that may say the same.
    Pairs,
}

/// Where the cursor is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Pane {
    /// On the left: the inbox, or the notes of the opened theme.
    #[default]
    Notes,
    /// On the right.
    Themes,
}

/// A theme whose notes stand in place of the inbox.
struct Opened {
    id: ThemeId,
    notes: List,
    marked: BTreeSet<NoteId>,
}

/// What was asked last.
#[derive(Clone, Default)]
enum Asked {
    /// Nothing that needs an answer.
    #[default]
    Nothing,
    /// Where to send these notes, with the themes that were offered.
    Send(Vec<NoteId>, Vec<ThemeId>),
    /// Into which theme to merge this one.
    Join(ThemeId, Vec<ThemeId>),
    /// Which theme to open.
    Find(Vec<ThemeId>),
    /// The name of a new theme of these notes.
    New(Vec<NoteId>),
    /// The name of a theme split off.
    Split(ThemeId, Vec<NoteId>),
    /// The new name of a theme.
    Name(ThemeId),
    /// The new words of a note.
    Words(NoteId),
    /// The words of an insight that rests on this theme.
    Insight(ThemeId),
    /// The name of a proposed group of these notes, by their places.
    Ghost(Vec<usize>),
    /// Which of what came of a theme to go to.
    Onward(Vec<Go>),
}

impl Place for Themes {
    const NAME: &'static str = "themes";
    const DIGIT: char = '5';

    fn commands() -> &'static [Command<Self>] {
        commands::COMMANDS
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
        let (body, foot) = working::split(self, area, cx);
        match (ghosts::shown(self), pairs::shown(self)) {
            (Some(ghosts), _) => ghosts::view(ghosts, cx, body, buf),
            (None, Some(pairs)) => pairs::view(pairs, cx, body, buf),
            (None, None) => view::view(self, cx, body, buf),
        }
        if let Some(foot) = foot {
            working::view(self, cx, foot, buf);
        }
    }

    fn moved(&mut self, motion: Motion, cx: &mut Cx<'_>) {
        match (self.picture, &mut self.ghosts, &mut self.pairs) {
            (Picture::Ghosts, Some(ghosts), _) => ghosts.walk(motion, cx),
            (Picture::Pairs, _, Some(pairs)) => pairs.walk(motion),
            (Picture::Panes | Picture::Ghosts | Picture::Pairs, ..) => self.walk(motion, cx.sprint),
        }
    }

    fn pointed(&mut self, at: Position, area: Rect, cx: &mut Cx<'_>) -> Touch {
        let (body, _) = working::split(self, area, cx);
        match (self.picture, &mut self.ghosts, &mut self.pairs) {
            (Picture::Ghosts, Some(ghosts), _) => ghosts.touch(at, body),
            (Picture::Pairs, _, Some(pairs)) => pairs.touch(at, body),
            (Picture::Panes | Picture::Ghosts | Picture::Pairs, ..) => self.touch(at, body, cx.sprint),
        }
    }

    fn dropped(&mut self, at: Position, area: Rect, cx: &mut Cx<'_>) {
        notes::drop_on(self, at, area, cx);
    }

    fn resume(&mut self, field: &str, cx: &mut Cx<'_>) {
        resume::resume(self, field, cx);
    }

    fn replied(&mut self, reply: Reply, cx: &mut Cx<'_>) {
        let asked = std::mem::take(&mut self.asked);
        match (asked, reply) {
            (Asked::Send(notes, themes), Reply::Picked(at)) => notes::send(self, &notes, themes.get(at), cx),
            (Asked::Join(from, themes), Reply::Picked(at)) => groups::join(self, from, themes.get(at), cx),
            (Asked::Find(themes), Reply::Picked(at)) => {
                if let Some(&id) = themes.get(at) {
                    self.open(id, cx.sprint);
                }
            }
            (Asked::New(notes), Reply::Filled(values)) => groups::make(self, &notes, &values, cx),
            (Asked::Split(from, notes), Reply::Filled(values)) => {
                groups::split_off(self, from, &notes, &values, cx);
            }
            (Asked::Name(id), Reply::Filled(values)) => groups::rename(id, &values, cx),
            (Asked::Words(id), Reply::Filled(values)) => notes::reword(id, &values, cx),
            (Asked::Insight(id), Reply::Filled(values)) => insight::make(id, &values, cx),
            (Asked::Ghost(company), Reply::Filled(values)) => {
                ghosts::taking::name(self, &company, &values, cx);
            }
            (Asked::Onward(places), Reply::Picked(at)) => {
                if let Some(&go) = places.get(at) {
                    cx.go(go);
                }
            }
            (
                Asked::Nothing
                | Asked::Send(..)
                | Asked::Join(..)
                | Asked::Find(_)
                | Asked::New(_)
                | Asked::Split(..)
                | Asked::Name(_)
                | Asked::Words(_)
                | Asked::Insight(_)
                | Asked::Ghost(_)
                | Asked::Onward(_),
                Reply::Left | Reply::Picked(_) | Reply::Filled(_) | Reply::Confirmed,
            ) => {}
        }
    }

    fn answered(&mut self, answer: &Answer, cx: &mut Cx<'_>) {
        let name = answer.name();
        match answer {
            Answer::Proposed(posed, proposals) if self.wanted_work == Some(name) => {
                self.wanted_work = None;
                let ghosts = ghosts::Ghosts::new(posed, proposals, self.ghosts.as_ref(), cx);
                ghosts::taking::answered(self, ghosts);
            }
            Answer::Compared(compared, found) if self.wanted_work == Some(name) => {
                self.wanted_work = None;
                pairs::deciding::answered(self, pairs::Pairs::new(compared, found, cx));
            }
            Answer::Cancelled(_) if self.wanted_work == Some(name) => self.wanted_work = None,
            Answer::Ranked(..)
            | Answer::Known(_)
            | Answer::Learnt(..)
            | Answer::Proposed(..)
            | Answer::Compared(..)
            | Answer::Found(..)
            | Answer::Previewed(_)
            | Answer::Imported(_)
            | Answer::People(_)
            | Answer::Completed(_)
            | Answer::Cancelled(_) => {}
        }
    }

    fn show(&mut self, item: Item, cx: &mut Cx<'_>) {
        self.show_panes(cx.sprint);
        match item {
            Item::Theme(id) => self.show_theme(id, cx),
            Item::Note(id) => self.show_note(id, cx),
            Item::Interview(_)
            | Item::Service(_)
            | Item::RequestsOf(_)
            | Item::RequestsLike(_)
            | Item::Piece(_)
            | Item::Column(..) => {}
        }
    }

    fn settle(&mut self, cx: &mut Cx<'_>) {
        self.keep_inside(cx.sprint);
        // A team sorts its own notes one by one; the others' are none of its business.
        if self.silent || !matches!(cx.seat, Seat::Facilitator) {
            self.show_panes(cx.sprint);
        }
        match (self.picture, &mut self.ghosts, &mut self.pairs) {
            (Picture::Ghosts, Some(ghosts), _) => ghosts.settle(cx),
            (Picture::Pairs, _, Some(pairs)) => pairs.settle(cx),
            (Picture::Panes | Picture::Ghosts | Picture::Pairs, ..) => {}
        }
        wall::ask_for_words(cx);
        wall::ask_for_lessons(cx);
    }

    fn sized(&mut self, area: Rect, cx: &Cx<'_>) {
        self.area = area;
        let (body, _) = working::split(self, area, cx);
        if let Some(ghosts) = &mut self.ghosts {
            ghosts.fit(body);
        }
        if let Some(pairs) = &mut self.pairs {
            pairs.fit(body);
        }
        self.fit(cx.sprint);
    }
}

impl Themes {
    /// Back to the panes, from any other picture.
    fn show_panes(&mut self, sprint: &Sprint) {
        self.picture = Picture::Panes;
        self.fit(sprint);
    }
}
