//! The ranking as the screen follows it: asks for a new one when what it rests on changed, and remembers how
//! the list stood before the last one.

use super::Priorities;
use crate::kit::motion::Slide;
use crate::kit::{Answer, Cx, Effect, Job};
use crate::method::ranking::Input;

/// What was asked for and how the list stood.
#[derive(Default)]
pub struct Following {
    /// The version of the sprint that was looked at.
    looked: Option<u64>,
    asked: Option<Input>,
    /// Keys of the services, the best first, as they are ranked now.
    now: Vec<u64>,
    /// The same before the last change.
    before: Vec<u64>,
    /// Rows on their way to their new ranks.
    slide: Slide,
}

impl Following {
    /// Whether a newer ranking than the one that is shown is on its way.
    pub fn is_refreshing(&self) -> bool {
        self.asked.is_some()
    }

    /// Until when rows slide to their new ranks.
    pub fn slides_until_ms(&self) -> Option<u64> {
        self.slide.until_ms()
    }

    /// Whether rows are on their way now.
    pub fn slides(&self, now_ms: u64) -> bool {
        self.slide.goes_on(now_ms)
    }

    /// At which place of the list a row is drawn now that belongs at `place`.
    pub fn drawn_at(&self, key: u64, place: usize, now_ms: u64) -> i32 {
        self.slide.place_of(key, place as i32, now_ms)
    }

    /// Lets the rows go on from where they are drawn now: a new ranking may come while they still slide.
    fn begin_slide(&mut self, now_ms: u64) {
        let places = self.now.iter().enumerate();
        let from = places.map(|(at, key)| (*key, self.drawn_at(*key, at, now_ms))).collect();
        self.slide = Slide::begin(from, now_ms);
    }

    /// By how many ranks a service moved up at the last change; down is below 0.
    pub fn moved(&self, key: u64) -> i64 {
        let place = |keys: &[u64]| keys.iter().position(|one| *one == key).map(|at| at as i64);
        match (place(&self.before), place(&self.now)) {
            (Some(before), Some(now)) => before - now,
            (Some(_) | None, Some(_) | None) => 0,
        }
    }
}

/// Asks for the ranking of the sprint as it is, unless it is there or on its way.
pub fn follow(screen: &mut Priorities, cx: &mut Cx<'_>) {
    let following = &mut screen.following;
    if following.looked == Some(cx.history.version()) {
        return;
    }
    following.looked = Some(cx.history.version());
    let input = cx.sprint.ranking_input();
    let is_there = cx.derived.ranked.as_ref().is_some_and(|(of, _)| *of == input);
    if is_there || input.items.is_empty() {
        following.asked = None;
    } else if following.asked.as_ref() != Some(&input) {
        cx.out.effects.push(Effect::Compute(Job::Rank(input.clone())));
        following.asked = Some(input);
    }
}

/// A ranking came: what stood before it is what rows moved from.
pub fn answered(screen: &mut Priorities, answer: &Answer, cx: &Cx<'_>) {
    let Answer::Ranked(input, ranked) = answer else { return };
    let following = &mut screen.following;
    following.looked = None;
    if cx.settings.slides {
        following.begin_slide(cx.now_ms);
    }
    let keys = ranked.order.iter().filter_map(|&at| input.items.get(at)).map(|item| item.key);
    following.before = std::mem::replace(&mut following.now, keys.collect());
}
