//! Priorities: services ranked from demand, impact and feasibility, and how sure each rank is.
//!
//! Start with [`Priorities`]. `list.rs`, `evidence.rs`, `weights.rs`, `scores.rs` and `reveal.rs` say what keys
//! do; the files that end in `_view` what is seen. Ranks are made by a job: `ranking.rs` asks for them.

mod evidence;
mod evidence_view;
mod ladder_view;
mod list;
mod list_view;
mod plot;
mod plot_view;
mod ranking;
mod reveal;
mod scores;
mod scores_view;
mod standing;
mod view;
mod weights;
mod weights_view;

#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::id::ServiceId;
use crate::domain::priority::State;
use crate::kit::motion::Slide;
use crate::kit::{Answer, Begun, Command, Cx, Field, Item, List, Motion, Place, Reply, Shift, Touch, Verb};
use evidence::Opened;
use ranking::Following;
use scores::Grid;

/// The screen: which picture is shown, where its cursor is, what is open.
#[derive(Default)]
pub struct Priorities {
    picture: Picture,
    /// The service under the cursor: the cursor goes with it when ranks slide.
    at: Option<ServiceId>,
    list: List,
    on_weights: bool,
    weight: usize,
    opened: Option<Opened>,
    grid: Grid,
    /// How many rows are uncovered, from the bottom; none while nothing is covered.
    reveal: Option<usize>,
    /// The row that was uncovered last, on its way in.
    uncovered: Slide,
    following: Following,
    asked: Asked,
}

/// A picture of the same data.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Picture {
    /// The ranked list.
    #[default]
    List,
    /// Demand against impact.
    Plot,
    /// Rank intervals of all.
    Ladder,
    /// The scores, to be typed in.
    Scores,
}

/// What was asked last.
#[derive(Clone, Default)]
enum Asked {
    /// Nothing.
    #[default]
    Nothing,
    /// What is to become of a service.
    State(ServiceId, Vec<Option<State>>),
    /// Another name of a service.
    Name(ServiceId),
    /// Which service to find.
    Find(Vec<ServiceId>),
}

impl Place for Priorities {
    const NAME: &'static str = "priorities";
    const DIGIT: char = '6';

    fn commands() -> &'static [Command<Self>] {
        COMMANDS
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
        view::view(self, cx, area, buf);
    }

    fn moved(&mut self, motion: Motion, cx: &mut Cx<'_>) {
        match (&mut self.opened, self.on_weights) {
            (Some(opened), _) => opened.moved(motion, cx),
            (None, true) => weights::moved(self, motion),
            (None, false) => list::moved(self, motion, cx),
        }
    }

    fn pointed(&mut self, at: Position, area: Rect, cx: &mut Cx<'_>) -> Touch {
        match &mut self.opened {
            Some(opened) => opened.pointed(at, area, cx),
            None => list::pointed(self, at, area, cx),
        }
    }

    fn field(&self) -> Option<&Field> {
        self.grid.field()
    }

    fn field_mut(&mut self) -> Option<&mut Field> {
        self.grid.field_mut()
    }

    fn shifted(&mut self, shift: Shift, cx: &mut Cx<'_>) {
        scores::shifted(self, shift, cx);
    }

    fn begun(&self, cx: &Cx<'_>) -> Option<Begun> {
        scores::begun(self, cx)
    }

    fn resume(&mut self, field: &str, cx: &mut Cx<'_>) {
        match field.split_once(' ') {
            Some((list::NAME, id)) => list::resume_name(self, id, cx),
            Some((scores::CELL, cell)) => scores::resume(self, cell, cx),
            Some(_) | None => {}
        }
    }

    fn replied(&mut self, reply: Reply, cx: &mut Cx<'_>) {
        let asked = std::mem::take(&mut self.asked);
        match (asked, reply) {
            (Asked::State(id, states), Reply::Picked(at)) => {
                if let Some(&state) = states.get(at) {
                    cx.propose(cx.sprint.stand_service(id, state));
                }
            }
            (Asked::Name(id), Reply::Filled(values)) => list::rename(id, &values, cx),
            (Asked::Find(services), Reply::Picked(at)) => {
                if let Some(&id) = services.get(at) {
                    list::to(self, id, cx);
                }
            }
            (
                Asked::Nothing | Asked::State(..) | Asked::Name(_) | Asked::Find(_),
                Reply::Left | Reply::Picked(_) | Reply::Filled(_) | Reply::Confirmed,
            ) => {}
        }
    }

    fn answered(&mut self, answer: &Answer, cx: &mut Cx<'_>) {
        ranking::answered(self, answer, cx);
    }

    fn slides_until_ms(&self) -> Option<u64> {
        self.following.slides_until_ms().max(self.uncovered.until_ms())
    }

    fn show(&mut self, item: Item, cx: &mut Cx<'_>) {
        match item {
            Item::Service(id) => {
                if self.opened.as_ref().is_some_and(|opened| opened.service != id) {
                    self.opened = None;
                }
                if self.picture == Picture::Scores {
                    self.picture = Picture::List;
                }
                self.on_weights = false;
                list::to(self, id, cx);
            }
            Item::Interview(_)
            | Item::Note(_)
            | Item::Theme(_)
            | Item::RequestsOf(_)
            | Item::RequestsLike(_)
            | Item::Piece(_)
            | Item::Column(..) => {}
        }
    }

    fn settle(&mut self, cx: &mut Cx<'_>) {
        ranking::follow(self, cx);
        if self.opened.as_ref().is_some_and(|opened| cx.sprint.services.get(opened.service).is_none()) {
            self.opened = None;
        }
        reveal::settle(self, cx);
        list::settle(self, cx);
    }

    fn sized(&mut self, area: Rect, cx: &Cx<'_>) {
        let rows = usize::from(view::regions(self, area).rows.height);
        let services = cx.sprint.services.len();
        self.list.fit(rows, services);
        if let Some(opened) = &mut self.opened {
            opened.sized(area, cx);
        }
    }
}

const COMMANDS: &[Command<Priorities>] = &[
    Command {
        name: "priorities.theme",
        verb: Verb::Open,
        ready: evidence::on_theme,
        run: evidence::go_theme,
    },
    Command {
        name: "priorities.rows",
        verb: Verb::Open,
        ready: evidence::on_requests,
        run: list::go_requests,
    },
    Command { name: "priorities.more", verb: Verb::More, ready: weights::can_weigh, run: weights::more },
    Command { name: "priorities.less", verb: Verb::Less, ready: weights::can_weigh, run: weights::less },
    Command { name: "priorities.lock", verb: Verb::Done, ready: weights::can_lock, run: weights::lock },
    Command { name: "priorities.unlock", verb: Verb::Done, ready: weights::can_unlock, run: weights::unlock },
    Command { name: "priorities.next", verb: Verb::Next, ready: reveal::can_go_on, run: reveal::go_on },
    Command { name: "priorities.open", verb: Verb::Open, ready: list::can_open, run: list::open },
    Command { name: "priorities.score", verb: Verb::Open, ready: scores::can_type, run: scores::start },
    Command {
        name: "priorities.next-open",
        verb: Verb::NextPane,
        ready: scores::can_find_open,
        run: scores::find_open,
    },
    Command { name: "priorities.view", verb: Verb::View, ready: list::can_turn, run: list::turn },
    Command {
        name: "priorities.weights",
        verb: Verb::NextPane,
        ready: weights::can_enter,
        run: weights::enter,
    },
    Command { name: "priorities.list", verb: Verb::NextPane, ready: weights::is_on, run: weights::leave },
    Command { name: "priorities.state", verb: Verb::Kind, ready: list::on_service, run: list::ask_state },
    Command {
        name: "priorities.onward",
        verb: Verb::Onward,
        ready: list::on_service,
        run: list::go_requests,
    },
    Command { name: "priorities.reveal", verb: Verb::Reveal, ready: reveal::can_start, run: reveal::start },
    Command { name: "priorities.reveal-end", verb: Verb::Reveal, ready: reveal::can_end, run: reveal::end },
    Command { name: "priorities.find", verb: Verb::Find, ready: list::can_find, run: list::ask_find },
    Command { name: "priorities.edit", verb: Verb::Edit, ready: list::on_service, run: list::ask_name },
    Command { name: "priorities.why", verb: Verb::Why, ready: list::can_open, run: list::open },
    Command {
        name: "priorities.theme-why",
        verb: Verb::Why,
        ready: evidence::on_theme,
        run: evidence::go_theme,
    },
    Command {
        name: "priorities.weights-back",
        verb: Verb::PrevPane,
        ready: weights::can_enter,
        run: weights::enter,
    },
    Command {
        name: "priorities.list-back",
        verb: Verb::PrevPane,
        ready: weights::is_on,
        run: weights::leave,
    },
    Command { name: "priorities.back", verb: Verb::Back, ready: list::can_go_back, run: list::go_back },
];
