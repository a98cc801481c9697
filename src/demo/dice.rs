//! Dice that fall the same way each time, so that the demo is the same sprint on every machine.

/// A sequence of numbers that its seed fixes. Source: S. Vigna's splitmix64, public domain.
#[derive(Clone, Debug)]
pub(super) struct Dice {
    state: u64,
}

impl Dice {
    /// The sequence of `seed`.
    pub(super) fn of(seed: u64) -> Self {
        Self { state: seed }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`; 0 when `end` is 0.
    pub(super) fn below(&mut self, end: usize) -> usize {
        ((u128::from(self.next()) * end as u128) >> 64) as usize
    }

    /// A number from `low` up to but not `end`; `low` when there is none.
    pub(super) fn between(&mut self, low: i64, end: i64) -> i64 {
        low + self.below(usize::try_from(end - low).unwrap_or(0)) as i64
    }

    /// Yes in `percent` of a hundred throws.
    pub(super) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of `things`.
    pub(super) fn pick<'a, T>(&mut self, things: &'a [T]) -> Option<&'a T> {
        things.get(self.below(things.len()))
    }

    /// Puts `things` into a random order.
    pub(super) fn shuffle<T>(&mut self, things: &mut [T]) {
        for at in (1..things.len()).rev() {
            things.swap(at, self.below(at + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_throws() {
        let throws = |seed| (0..20).map(|_| 0).scan(Dice::of(seed), |dice, _: i32| Some(dice.below(6)));
        assert!(throws(3).eq(throws(3)));
        assert!(!throws(3).eq(throws(4)));
        assert!(throws(3).all(|n| n < 6));
    }

    #[test]
    fn shuffling_keeps_every_thing() {
        let mut things: Vec<u32> = (0..50).collect();
        Dice::of(1).shuffle(&mut things);
        assert_ne!(things, (0..50).collect::<Vec<_>>());
        things.sort_unstable();
        assert_eq!(things, (0..50).collect::<Vec<_>>());
    }
}
