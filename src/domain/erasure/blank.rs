//! Blanks steps. They keep their number, their time and who made them.

use super::{Traces, foreign};
use crate::domain::{Fact, Step};
use crate::text::Alike;

/// Blanks what `traces` lead to. Answers the places of the steps in which something was blanked, each with how many
/// rows of requests that was.
pub(super) fn steps(traces: &Traces, steps: &mut [Step]) -> Vec<(usize, usize)> {
    let mut blank = Blank { traces, alike: Alike::default() };
    let mut blanked = Vec::new();
    for (at, step) in steps.iter_mut().enumerate() {
        let counts: Vec<Option<usize>> = step.facts.iter_mut().map(|fact| blank.fact(fact)).collect();
        if counts.iter().any(Option::is_some) {
            blanked.push((at, counts.iter().flatten().sum()));
        }
    }
    blanked
}

struct Blank<'a> {
    traces: &'a Traces,
    alike: Alike,
}

impl Blank<'_> {
    /// Answers how many rows of requests were blanked, `None` when nothing at all was.
    fn fact(&mut self, fact: &mut Fact) -> Option<usize> {
        let own = self.traces.touched_by(fact) && fact.forget();
        let rows = self.rows(fact);
        let quoted = match fact {
            Fact::Unknown(raw) => foreign::blank(raw, self.traces, &mut self.alike),
            Fact::Damaged(fact) => fact.forget(),
            _ => self.quotes(fact),
        };
        (own || quoted || rows > 0).then_some(rows)
    }

    fn quotes(&mut self, fact: &mut Fact) -> bool {
        let put_down = is_put_down(fact);
        let mut blanked = false;
        for text in fact.texts() {
            let left = match put_down {
                true => self.traces.said.blanked_quote(text),
                false => self.traces.said.blanked(text.as_str(), &mut self.alike),
            };
            if let Some(left) = left.filter(|left| left != text) {
                *text = left;
                blanked = true;
            }
        }
        blanked
    }

    fn rows(&mut self, fact: &mut Fact) -> usize {
        match fact {
            Fact::Request(fact) => fact.change_rows(|text| self.traces.said.blanked(text, &mut self.alike)),
            _ => 0,
        }
    }
}

/// Whether people put its words down from what they heard. Names, plans, imported answers and other respondents'
/// notes were not, so that a short text that is the same there is nobody's quote.
fn is_put_down(fact: &Fact) -> bool {
    match fact {
        Fact::Theme(_) | Fact::Piece(_) | Fact::Parking(_) | Fact::Face(_) | Fact::Erasure(_) => true,
        Fact::Sprint(_)
        | Fact::Department(_)
        | Fact::Participant(_)
        | Fact::Service(_)
        | Fact::Team(_)
        | Fact::Agenda(_)
        | Fact::Guide(_)
        | Fact::Interview(_)
        | Fact::Note(_)
        | Fact::Request(_)
        | Fact::Priority(_)
        | Fact::Link(_)
        | Fact::Turn(_)
        | Fact::Run(_)
        | Fact::Damaged(_)
        | Fact::Reverted { .. }
        | Fact::Unknown(_) => false,
    }
}
