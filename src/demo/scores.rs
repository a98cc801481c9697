//! What the departments gave their services before the rounds: forms handed in over lunch. A third of the
//! candidates stays unknown, some have one score of two.

use super::cast::Cast;
use super::content::Content;
use super::day::{Day, clock};
use super::dice::Dice;
use crate::domain::Fact;
use crate::domain::id::ServiceId;
use crate::domain::priority::{self, Criterion, Score, State};

/// Scores of the studied services: impact, then feasibility.
const STUDIED: [[(f64, f64, f64); 2]; 4] = [
    [(3.5, 4.5, 5.0), (1.5, 2.5, 3.5)],
    [(4.0, 4.5, 5.0), (2.5, 3.5, 4.0)],
    [(2.0, 3.0, 4.0), (3.0, 4.0, 4.5)],
    [(2.5, 3.5, 4.0), (3.0, 3.5, 4.5)],
];
/// What was said of studied services, by their place.
const STOOD: [(usize, State); 2] = [(1, State::Now), (2, State::FixFirst)];

/// One step a department that handed in its form, then what was said at once.
pub(super) fn score(content: &Content, cast: &Cast, day: &mut Day, dice: &mut Dice) {
    let mut at_ms = clock(12, 41, 0);
    for department in 1..=cast.departments.len() {
        let mut facts = Vec::new();
        for (at, service) in content.sprint.service.iter().enumerate() {
            if service.department == department {
                facts.extend(form(at, cast.services[at], content.studied(), dice));
            }
        }
        if !facts.is_empty() {
            at_ms += dice.between(60, 150) * 1_000;
            day.add(at_ms, facts);
        }
    }
    for (at, state) in STOOD {
        at_ms += dice.between(40, 70) * 1_000;
        let service = cast.services[at];
        day.add(at_ms, vec![priority::Fact::Stood { service, state: Some(state) }.into()]);
    }
}

fn form(at: usize, service: ServiceId, studied: usize, dice: &mut Dice) -> Vec<Fact> {
    let scored = |criterion: Criterion, (low, mode, high): (f64, f64, f64)| {
        priority::Fact::Scored { service, criterion, score: Some(Score { low, mode, high }) }.into()
    };
    if let Some(&[impact, feasibility]) = STUDIED.get(at).filter(|_| at < studied) {
        return vec![scored(Criterion::Impact, impact), scored(Criterion::Feasibility, feasibility)];
    }
    let candidate = at - studied;
    let (impact, feasibility) =
        (scored(Criterion::Impact, guess(dice)), scored(Criterion::Feasibility, guess(dice)));
    match (candidate % 3, candidate % 9, candidate % 2) {
        (2, _, _) => Vec::new(),
        (_, 4, 0) => vec![impact],
        (_, 4, _) => vec![feasibility],
        (_, _, _) => vec![impact, feasibility],
    }
}

/// Low, most likely and high on the scale of 1 to 5, in halves.
fn guess(dice: &mut Dice) -> (f64, f64, f64) {
    let half = |n: usize| n as f64 / 2.0;
    let mode = 1.5 + half(dice.below(5));
    let (down, up) = (half(1 + dice.below(2)), half(1 + dice.below(2)));
    ((mode - down).max(1.0), mode, (mode + up).min(5.0))
}
