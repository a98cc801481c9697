//! What time it is, by both clocks of the machine: the wall clock, which may jump, and the steady one, which
//! never does and goes on while the machine sleeps.

use std::time::{SystemTime, UNIX_EPOCH};

use super::os;
use crate::domain::Stamp;

/// Tells the time.
pub trait Clock: Send {
    /// Now.
    fn now(&self) -> Stamp;
}

/// The clocks of this machine.
pub struct Real {
    steady: os::Steady,
}

impl Real {
    /// The clocks as they go.
    pub fn new() -> Self {
        Self { steady: os::Steady::new() }
    }
}

impl Default for Real {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for Real {
    fn now(&self) -> Stamp {
        Stamp { t_ms: wall_ms(), m_ms: self.steady.ms() }
    }
}

fn wall_ms() -> i64 {
    match SystemTime::now().duration_since(UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_millis()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_millis()).map_or(i64::MIN, |ms| -ms),
    }
}

/// A clock that began at another time and goes on from there with the steady clock of a real one: for the
/// demo, whose day is not today.
pub struct Shifted<C> {
    from: Stamp,
    real: C,
    began_ms: u64,
}

impl<C: Clock> Shifted<C> {
    /// It is `from` now.
    pub fn new(from: Stamp, real: C) -> Self {
        let began_ms = real.now().m_ms;
        Self { from, real, began_ms }
    }
}

impl<C: Clock> Clock for Shifted<C> {
    fn now(&self) -> Stamp {
        let gone_ms = self.real.now().m_ms.saturating_sub(self.began_ms);
        Stamp { t_ms: self.from.t_ms + gone_ms as i64, m_ms: self.from.m_ms + gone_ms }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    struct Hand(Cell<Stamp>);

    impl Clock for Hand {
        fn now(&self) -> Stamp {
            self.0.get()
        }
    }

    #[test]
    fn the_steady_clock_never_goes_back() {
        let clock = Real::new();
        let first = clock.now();
        assert!(clock.now().m_ms >= first.m_ms);
        assert!(first.t_ms > 1_700_000_000_000, "the wall clock counts from 1970");
    }

    #[test]
    fn a_shifted_clock_goes_on_from_its_own_time_and_ignores_jumps_of_the_wall() {
        let hand = Hand(Cell::new(Stamp { t_ms: 900, m_ms: 50 }));
        let clock = Shifted::new(Stamp { t_ms: 1_000_000, m_ms: 7_000 }, hand);
        assert_eq!(clock.now(), Stamp { t_ms: 1_000_000, m_ms: 7_000 });
        clock.real.0.set(Stamp { t_ms: -5, m_ms: 1_550 });
        assert_eq!(clock.now(), Stamp { t_ms: 1_001_500, m_ms: 8_500 });
    }
}
