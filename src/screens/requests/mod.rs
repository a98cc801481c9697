//! Requests: what residents wrote, counted by service down to the line where half of it is reached, and row
//! by row. Texts stay covered until somebody shows them.
//!
//! Start with [`Requests`]; `counts.rs`, `mapping.rs` and `rows.rs` say what keys do, `counts_view.rs` and
//! `rows_view.rs` what is seen, `intake.rs` how a file comes in.

mod counts;
mod counts_view;
mod facts;
mod finding;
mod intake;
mod layout;
mod mapping;
mod naming;
mod pages;
mod rows;
mod rows_view;

#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::id::{ServiceId, ThemeId};
use crate::domain::request::RequestId;
use crate::kit::job::Answer;
use crate::kit::{Command, Cx, Field, Item, Motion, Place, Reply, Shift, Touch, Verb, wall};
use counts::Counts;
use finding::Filter;
use intake::Intake;
use rows::Rows;

/// The screen: which picture is shown, where its cursors are, and the file that is being taken in.
#[derive(Default)]
pub struct Requests {
    picture: Picture,
    counts: Counts,
    rows: Rows,
    intake: Intake,
    asked: Asked,
    area: Rect,
    /// The version of the sprint that the cursors were last put in order for.
    version: Option<u64>,
}

/// What is shown of the requests.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Picture {
    /// How many are about what.
    #[default]
    Counts,
    /// Row by row.
    Rows,
    /// One of them whole.
    Whole,
}

/// What was asked last.
#[derive(Clone, Default, PartialEq)]
enum Asked {
    /// Nothing.
    #[default]
    Nothing,
    /// Which category of a service is meant.
    Which(Vec<u32>),
    /// To which service a category belongs; `None` is "no service".
    Map(u32, Vec<Option<ServiceId>>),
    /// Which rows to show.
    Filter(Vec<Filter>),
    /// To which theme rows belong.
    File(Vec<RequestId>, Vec<ThemeId>),
    /// Which file to take in.
    Form,
    /// Whether to take in what the preview showed.
    TakeIn,
}

impl Place for Requests {
    const NAME: &'static str = "requests";
    const DIGIT: char = '4';

    fn commands() -> &'static [Command<Self>] {
        COMMANDS
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
        let (body, foot) = intake::split(area, cx);
        if let Some(foot) = foot {
            intake::view_working(cx, foot, buf);
        }
        match self.picture {
            _ if cx.sprint.requests.is_empty() => counts_view::view_empty(cx, body, buf),
            Picture::Counts => counts_view::view(&self.counts, cx, body, buf),
            Picture::Rows => rows_view::view(&self.rows, cx, body, buf),
            Picture::Whole => rows_view::view_whole(&self.rows, cx, body, buf),
        }
    }

    fn moved(&mut self, motion: Motion, cx: &mut Cx<'_>) {
        match self.picture {
            Picture::Counts => self.counts.moved(motion, cx),
            Picture::Rows => self.rows.moved(motion, cx),
            Picture::Whole => {
                let (body, _) = intake::split(self.area, cx);
                self.rows.leafed(motion, body, cx);
            }
        }
    }

    fn pointed(&mut self, at: Position, area: Rect, cx: &mut Cx<'_>) -> Touch {
        let (body, _) = intake::split(area, cx);
        match self.picture {
            Picture::Counts => self.counts.pointed(at, counts_view::regions(body, cx).list, cx),
            Picture::Rows => {
                let list = rows_view::regions(&self.rows, body, cx).list;
                self.rows.pointed(at, list, cx)
            }
            Picture::Whole => Touch::Nothing,
        }
    }

    fn field(&self) -> Option<&Field> {
        self.rows.finding.field()
    }

    fn field_mut(&mut self) -> Option<&mut Field> {
        self.rows.finding.field_mut()
    }

    fn shifted(&mut self, shift: Shift, cx: &mut Cx<'_>) {
        self.rows.shifted(shift, cx);
    }

    fn resume(&mut self, field: &str, cx: &mut Cx<'_>) {
        if field == intake::FORM {
            intake::ask(self, cx);
        }
    }

    fn pasted(&mut self, lines: &[String], cx: &mut Cx<'_>) -> bool {
        self.rows.pasted(lines, cx)
    }

    fn replied(&mut self, reply: Reply, cx: &mut Cx<'_>) {
        match (std::mem::take(&mut self.asked), reply) {
            (Asked::Which(categories), Reply::Picked(at)) => {
                if let Some(&category) = categories.get(at) {
                    mapping::ask_service(self, category, cx);
                }
            }
            (Asked::Map(category, services), Reply::Picked(at)) => {
                if let Some(&service) = services.get(at) {
                    cx.propose(cx.sprint.map_category(category, service));
                }
            }
            (Asked::Filter(filters), Reply::Picked(at)) => {
                if let Some(&filter) = filters.get(at) {
                    self.show_rows(filter, cx);
                }
            }
            (Asked::File(rows, themes), Reply::Picked(at)) => {
                if let Some(&theme) = themes.get(at) {
                    self.rows.file(&rows, theme, cx);
                }
            }
            (Asked::Form, Reply::Filled(values)) => intake::submit(self, &values, cx),
            (Asked::TakeIn, Reply::Confirmed) => self.intake.start(cx),
            (
                Asked::Nothing
                | Asked::Which(_)
                | Asked::Map(..)
                | Asked::Filter(_)
                | Asked::File(..)
                | Asked::Form
                | Asked::TakeIn,
                Reply::Left | Reply::Picked(_) | Reply::Filled(_) | Reply::Confirmed,
            ) => {}
        }
    }

    fn answered(&mut self, answer: &Answer, cx: &mut Cx<'_>) {
        match answer {
            Answer::Found(find, places) => self.rows.found(find, places, cx),
            Answer::Previewed(outcome) => self.intake.previewed(outcome, cx),
            Answer::Imported(outcome) => self.intake.imported(outcome, cx),
            Answer::Cancelled(name) => self.intake.cancelled(*name, cx),
            Answer::Known(_) => self.rows.finding.learnt(cx),
            Answer::Ranked(..)
            | Answer::Learnt(..)
            | Answer::Proposed(..)
            | Answer::Compared(..)
            | Answer::People(_)
            | Answer::Completed(_) => {}
        }
    }

    fn show(&mut self, item: Item, cx: &mut Cx<'_>) {
        match item {
            Item::RequestsOf(service) => {
                self.rows.forget_query();
                self.show_rows(Filter::Service(service), cx);
            }
            Item::RequestsLike(theme) => self.show_like(Filter::Speaks(theme), cx),
            Item::Interview(_)
            | Item::Note(_)
            | Item::Theme(_)
            | Item::Service(_)
            | Item::Piece(_)
            | Item::Column(..) => {}
        }
    }

    fn settle(&mut self, cx: &mut Cx<'_>) {
        if self.version != Some(cx.history.version()) {
            self.version = Some(cx.history.version());
            self.counts.settle(cx);
            self.rows.settle(cx);
        }
        if cx.sprint.requests.is_empty() {
            self.picture = Picture::Counts;
            self.rows.finding.close();
        } else {
            wall::ask_for_words(cx);
        }
        // A page waits until this screen is shown and nothing else is open: it never interrupts typing.
        if self.rows.finding.field().is_none() && self.asked == Asked::Nothing {
            self.asked = self.intake.ask_waiting(self.area, cx);
        }
    }

    fn left(&mut self) {
        self.rows.revealed = false;
        if self.picture == Picture::Whole {
            self.picture = Picture::Rows;
        }
    }

    fn sized(&mut self, area: Rect, cx: &Cx<'_>) {
        self.area = area;
        let (body, _) = intake::split(area, cx);
        self.counts.fit(usize::from(counts_view::regions(body, cx).list.height), cx);
        self.rows.fit(usize::from(rows_view::regions(&self.rows, body, cx).list.height), cx);
    }
}

impl Requests {
    /// Shows the rows that a filter lets through.
    fn show_rows(&mut self, filter: Filter, cx: &mut Cx<'_>) {
        self.picture = Picture::Rows;
        self.rows.filter(filter, cx);
    }

    /// Shows the rows that are like something.
    fn show_like(&mut self, filter: Filter, cx: &mut Cx<'_>) {
        self.picture = Picture::Rows;
        self.rows.finding.close();
        self.rows.finding.show_like(filter, self.rows.list.at(), cx);
        self.rows.list.set(0, self.rows.finding.len(cx));
    }
}

const COMMANDS: &[Command<Requests>] = &[
    Command { name: "requests.cancel", verb: Verb::Back, ready: intake::can_cancel, run: intake::cancel },
    Command { name: "requests.open", verb: Verb::Open, ready: counts::on_line, run: counts::open },
    Command { name: "requests.map", verb: Verb::Move, ready: mapping::can_map, run: mapping::map },
    Command { name: "requests.next", verb: Verb::Next, ready: counts::can_go_next, run: counts::go_next },
    Command { name: "requests.candidate", verb: Verb::Add, ready: mapping::can_add, run: mapping::add },
    Command { name: "requests.rows", verb: Verb::View, ready: counts::shown, run: rows::enter },
    Command { name: "requests.reveal", verb: Verb::Reveal, ready: rows::shown, run: rows::reveal },
    Command { name: "requests.find", verb: Verb::Find, ready: rows::can_find, run: rows::find },
    Command { name: "requests.filter", verb: Verb::Filter, ready: rows::can_find, run: rows::ask_filter },
    Command { name: "requests.file", verb: Verb::Move, ready: rows::can_file, run: rows::ask_theme },
    Command { name: "requests.similar", verb: Verb::Propose, ready: rows::can_liken, run: rows::liken },
    Command { name: "requests.before", verb: Verb::Propose, ready: rows::is_likeness, run: rows::unliken },
    Command { name: "requests.mark", verb: Verb::Mark, ready: rows::on_row, run: rows::mark },
    Command { name: "requests.read", verb: Verb::Open, ready: rows::can_read, run: rows::read },
    Command {
        name: "requests.aside",
        verb: Verb::Less,
        ready: |s, cx| rows::can_set_aside(s, cx, true),
        run: |s, cx| rows::set_aside(s, cx, true),
    },
    Command {
        name: "requests.count",
        verb: Verb::More,
        ready: |s, cx| rows::can_set_aside(s, cx, false),
        run: |s, cx| rows::set_aside(s, cx, false),
    },
    Command {
        name: "requests.priority",
        verb: Verb::Onward,
        ready: counts::can_go_onward,
        run: counts::go_onward,
    },
    Command { name: "requests.theme", verb: Verb::Onward, ready: rows::can_go_onward, run: rows::go_onward },
    Command { name: "requests.import", verb: Verb::TakeIn, ready: intake::ready, run: intake::ask },
    Command { name: "requests.sources", verb: Verb::Why, ready: counts::shown, run: pages::sources },
    Command { name: "requests.counts", verb: Verb::View, ready: rows::shown, run: rows::leave },
    Command { name: "requests.back", verb: Verb::Back, ready: rows::shown, run: rows::back },
];
