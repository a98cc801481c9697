//! Steps of another file of the same sprint, made steps of this one: what two scribes wrote apart, what a fallback
//! file caught, the other side of a merge.
//!
//! A step is known by where it was first written ([`Step::origin`]), so nothing comes in twice, however often and in
//! whatever order files are put together. A number that both sides gave out tells two things apart from then on:
//! `N0412` and `N0412·b`.

use std::mem::Discriminant;

use rustc_hash::{FxHashMap, FxHashSet};

use super::code::{self, Code};
use super::id::{RunId, TeamId};
use super::step::{Origin, Step, StepNo};
use super::{
    Fact, department, erasure, interview, note, parking, participant, piece, request, run, service, team,
    theme,
};

/// The steps of `theirs` that are not among `ours`, as further steps of `run`, which wrote none of `ours`. They
/// keep who made them and when; what took a step back takes back the same one here. An undo whose step is in
/// neither file changes nothing, as it did there.
pub fn rerecord(ours: &[Step], theirs: &[Step], run: RunId) -> Vec<Step> {
    let mut here: FxHashMap<Origin, StepNo> = ours.iter().map(|step| (step.origin(), step.s)).collect();
    let there: FxHashMap<StepNo, Origin> = theirs.iter().map(|step| (step.s, step.origin())).collect();
    let strange: Vec<&Step> = theirs.iter().filter(|step| !here.contains_key(&step.origin())).collect();
    let mut codes = Codes::told_apart(ours, theirs, &here, &there);
    let first = ours.last().map_or(1, |step| step.s + 1);
    let mut new = Vec::with_capacity(strange.len());
    for (next, step) in (first..).zip(strange) {
        here.insert(step.origin(), next);
        let target = |s: StepNo| there.get(&s).and_then(|origin| here.get(origin)).copied();
        let mut facts = step.facts.clone();
        for fact in &mut facts {
            match fact {
                // No step has the number 0.
                Fact::Reverted { step } => *step = target(*step).unwrap_or(0),
                Fact::Erasure(erasure::Fact::Erased(erased)) => {
                    erased.steps = erased.steps.iter().filter_map(|&s| target(s)).collect();
                    erased.respondent = codes.respondent(erased.respondent);
                }
                _ => {}
            }
            codes.tell_apart(fact);
        }
        new.push(Step { s: next, w: run, facts, from: Some(step.origin()), ..*step });
    }
    new
}

/// The newest opening of the file itself: who has it, or had it last.
pub fn newest_run(steps: &[Step]) -> Option<(&Step, &run::Fact)> {
    steps.iter().rev().filter(|step| step.from.is_none()).find_map(|step| {
        step.facts.iter().find_map(|fact| match fact {
            Fact::Run(began) => Some((step, began)),
            _ => None,
        })
    })
}

/// The codes of `steps` that tell things apart which once had the same one.
pub fn twins(steps: &[Step]) -> Vec<Code> {
    let codes = steps.iter().flat_map(|step| &step.facts).filter_map(Fact::code);
    let mut twins: Vec<Code> = codes.filter(|code| code.number() >= code::TWIN).collect();
    twins.sort_unstable();
    twins.dedup();
    twins
}

/// What a number counts.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Counted {
    /// Things of one kind.
    Kind(Discriminant<Code>),
    /// The interviews of one team.
    Of(TeamId),
}

/// The numbers that our side gave out since the two went apart.
#[derive(Default)]
struct Codes {
    ours: FxHashSet<(Counted, u32)>,
    /// What a number of theirs became; a respondent who is asked twice keeps it.
    given: FxHashMap<(Counted, u32), u32>,
}

impl Codes {
    fn told_apart(
        ours: &[Step],
        theirs: &[Step],
        here: &FxHashMap<Origin, StepNo>,
        there: &FxHashMap<StepNo, Origin>,
    ) -> Self {
        let shared: FxHashSet<Origin> =
            there.values().copied().filter(|one| here.contains_key(one)).collect();
        let mut codes = Self::default();
        let mut known = FxHashSet::default();
        for step in ours.iter().chain(theirs) {
            for fact in &step.facts {
                let of_both = shared.contains(&step.origin());
                given_out(fact, |what, first, count| {
                    let numbers = (first..first.saturating_add(count)).map(|n| (what, n));
                    match of_both {
                        true => known.extend(numbers),
                        false if here.contains_key(&step.origin()) => codes.ours.extend(numbers),
                        false => {}
                    }
                });
            }
        }
        codes.ours.retain(|one| !known.contains(one));
        codes
    }

    /// What a respondent's number of theirs became.
    fn respondent(&self, number: u32) -> u32 {
        let counted = Counted::Kind(std::mem::discriminant(&Code::Respondent(0)));
        self.given.get(&(counted, number)).copied().unwrap_or(number)
    }

    /// Gives the number of a fact of theirs its twin, where our side gave it out too.
    fn tell_apart(&mut self, fact: &mut Fact) {
        let mut twins = Vec::new();
        given_out(fact, |what, first, count| {
            let clash = |number: u32| {
                let plain = code::plain(number);
                let lift = number - plain;
                (0..count).any(|n| self.ours.contains(&(what, lift + plain + n)))
            };
            twins.push((what, first, code::twin(first, clash)));
        });
        for (what, number, twin) in twins {
            let twin = *self.given.entry((what, number)).or_insert(twin);
            renumber(fact, what, twin);
        }
    }
}

/// Visits what numbers a fact gives out: what they count, the first, and how many.
fn given_out(fact: &Fact, mut visit: impl FnMut(Counted, u32, u32)) {
    if let Fact::Interview(interview::Fact::Planned { team, number, .. }) = fact {
        visit(Counted::Of(*team), *number, 1);
    }
    match fact {
        Fact::Request(request::Fact::Imported { first, rows, .. }) => {
            visit(Counted::Kind(std::mem::discriminant(&Code::Request(0))), *first, *rows);
        }
        _ => {
            if let Some(code) = fact.code() {
                visit(Counted::Kind(std::mem::discriminant(&code)), code.number(), 1);
            }
        }
    }
}

/// Lets a fact give out `to`.
fn renumber(fact: &mut Fact, what: Counted, to: u32) {
    let place = match (fact, what) {
        (Fact::Interview(interview::Fact::Planned { number, .. }), Counted::Of(_)) => number,
        (Fact::Interview(interview::Fact::Planned { respondent, .. }), Counted::Kind(_)) => respondent,
        (Fact::Department(department::Fact::Added { code, .. }), _)
        | (Fact::Participant(participant::Fact::Added { code, .. }), _)
        | (Fact::Service(service::Fact::Added { code, .. }), _)
        | (Fact::Team(team::Fact::Added { code, .. }), _)
        | (Fact::Note(note::Fact::Added { code, .. }), _)
        | (Fact::Theme(theme::Fact::Added { code, .. }), _)
        | (Fact::Piece(piece::Fact::Added { code, .. }), _)
        | (Fact::Parking(parking::Fact::Added { code, .. }), _) => code,
        (Fact::Request(request::Fact::Imported { first, .. }), _) => first,
        _ => return,
    };
    *place = to;
}

#[cfg(test)]
mod tests;
