//! The day as it goes: what happened when and by whom, put down in any order and told in the order of time.

use crate::domain::id::RunId;
use crate::domain::{Fact, Seat, Stamp, Step, StepNo, note};

/// Milliseconds since midnight of the sprint's first day.
pub(super) type DayMs = i64;

/// A time of the day.
pub(super) const fn clock(hour: i64, minute: i64, second: i64) -> DayMs {
    ((hour * 60 + minute) * 60 + second) * 1_000
}

/// What happened in the day.
#[derive(Default)]
pub(super) struct Day {
    events: Vec<Event>,
}

/// Names something that happened, so that it can be taken back.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Mark(usize);

struct Event {
    mark: Mark,
    at_ms: DayMs,
    by: Seat,
    what: What,
}

enum What {
    Facts(Vec<Fact>),
    TakeBack(Mark),
}

impl Day {
    /// The facilitator made this true.
    pub(super) fn add(&mut self, at_ms: DayMs, facts: Vec<Fact>) -> Mark {
        self.add_by(Seat::Facilitator, at_ms, facts)
    }

    /// Somebody made this true.
    pub(super) fn add_by(&mut self, by: Seat, at_ms: DayMs, facts: Vec<Fact>) -> Mark {
        let mark = Mark(self.events.len());
        self.events.push(Event { mark, at_ms, by, what: What::Facts(facts) });
        mark
    }

    /// The facilitator took something back.
    pub(super) fn take_back(&mut self, at_ms: DayMs, mark: Mark) {
        let own = Mark(self.events.len());
        self.events.push(Event { mark: own, at_ms, by: Seat::Facilitator, what: What::TakeBack(mark) });
    }

    /// The steps in the order of time; notes get their codes in that order. `stamp` says when a time of the
    /// day was.
    pub(super) fn steps(mut self, run: RunId, stamp: impl Fn(DayMs) -> Stamp) -> Vec<Step> {
        self.events.sort_by_key(|event| event.at_ms);
        let mut number_of: Vec<StepNo> = vec![0; self.events.len()];
        let mut notes = 0;
        let mut steps = Vec::with_capacity(self.events.len());
        for (s, event) in (1..).zip(self.events) {
            number_of[event.mark.0] = s;
            let facts = match event.what {
                What::Facts(mut facts) => {
                    number_notes(&mut facts, &mut notes);
                    facts
                }
                What::TakeBack(mark) => vec![Fact::Reverted { step: number_of[mark.0] }],
            };
            steps.push(Step { s, w: run, at: stamp(event.at_ms), by: event.by, facts, from: None });
        }
        steps
    }
}

fn number_notes(facts: &mut [Fact], last: &mut u32) {
    for fact in facts {
        if let Fact::Note(note::Fact::Added { code, .. }) = fact {
            *last += 1;
            *code = *last;
        }
    }
}
