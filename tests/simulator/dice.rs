//! Dice that a seed fixes: the same seed lives the same life on every machine.

use viche::method::random::Random;

/// A sequence of throws.
#[derive(Clone, Debug)]
pub struct Dice(Random);

impl Dice {
    /// The sequence of one thing under a seed.
    pub fn of(seed: u64, thing: u64) -> Self {
        Self(Random::keyed(seed, thing))
    }

    /// 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.0.bits()
    }

    /// A number below `end`, which is above 0.
    pub fn below(&mut self, end: usize) -> usize {
        (self.0.bits() % end as u64) as usize
    }

    /// Yes once in `many` throws.
    pub fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    /// One of `things`, of which there is one at least.
    pub fn pick<T: Copy>(&mut self, things: &[T]) -> T {
        things[self.below(things.len())]
    }
}
