//! What keys do in the weights: which one, more, less, locked.

use super::{Picture, Priorities};
use crate::domain::Refusal;
use crate::domain::priority::Weighting;
use crate::kit::{Cx, Motion, Reason};

/// How far one key moves a weight.
const STEP: u16 = 5;
/// The most a weight can be.
const WEIGHT_MAX: u16 = 100;
/// How many weights there are.
const WEIGHTS: usize = 3;

pub fn can_enter(screen: &Priorities, cx: &Cx<'_>) -> Result<(), Reason> {
    let elsewhere = screen.on_weights || screen.opened.is_some() || screen.picture == Picture::Scores;
    match elsewhere || cx.sprint.services.is_empty() {
        true => Err(Reason::Elsewhere),
        false => Ok(()),
    }
}

pub fn enter(screen: &mut Priorities, _: &mut Cx<'_>) {
    screen.on_weights = true;
}

pub fn is_on(screen: &Priorities, _: &Cx<'_>) -> Result<(), Reason> {
    match screen.on_weights && screen.opened.is_none() {
        true => Ok(()),
        false => Err(Reason::Elsewhere),
    }
}

pub fn leave(screen: &mut Priorities, _: &mut Cx<'_>) {
    screen.on_weights = false;
}

pub fn moved(screen: &mut Priorities, motion: Motion) {
    screen.weight = match motion {
        Motion::Up | Motion::Left => screen.weight.saturating_sub(1),
        Motion::Down | Motion::Right => (screen.weight + 1).min(WEIGHTS - 1),
        Motion::PageUp | Motion::Home => 0,
        Motion::PageDown | Motion::End => WEIGHTS - 1,
    };
}

pub fn can_weigh(screen: &Priorities, cx: &Cx<'_>) -> Result<(), Reason> {
    is_on(screen, cx)?;
    match cx.sprint.priorities.locked {
        true => Err(Refusal::WeightsLocked.into()),
        false => Ok(()),
    }
}

pub fn more(screen: &mut Priorities, cx: &mut Cx<'_>) {
    weigh(screen, cx, |weight| (weight + STEP).min(WEIGHT_MAX));
}

pub fn less(screen: &mut Priorities, cx: &mut Cx<'_>) {
    weigh(screen, cx, |weight| weight.saturating_sub(STEP));
}

fn weigh(screen: &Priorities, cx: &mut Cx<'_>, change: fn(u16) -> u16) {
    let mut weights = in_order(cx.sprint.priorities.weights);
    weights[screen.weight] = change(weights[screen.weight]);
    let [demand, impact, feasibility] = weights;
    cx.propose(cx.sprint.weigh(Weighting { demand, impact, feasibility }));
}

/// The weights in the order in which they are shown.
pub fn in_order(weights: Weighting) -> [u16; WEIGHTS] {
    [weights.demand, weights.impact, weights.feasibility]
}

pub fn can_lock(screen: &Priorities, cx: &Cx<'_>) -> Result<(), Reason> {
    is_on(screen, cx)?;
    match cx.sprint.priorities.locked {
        true => Err(Reason::Elsewhere),
        false => Ok(()),
    }
}

pub fn lock(_: &mut Priorities, cx: &mut Cx<'_>) {
    cx.propose(cx.sprint.lock_weights(true));
}

pub fn can_unlock(screen: &Priorities, cx: &Cx<'_>) -> Result<(), Reason> {
    is_on(screen, cx)?;
    match cx.sprint.priorities.locked {
        true => Ok(()),
        false => Err(Reason::Elsewhere),
    }
}

pub fn unlock(_: &mut Priorities, cx: &mut Cx<'_>) {
    cx.propose(cx.sprint.lock_weights(false));
}
