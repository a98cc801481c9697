//! Clocks of interviews and timeboxes. A clock stores when it was started and what it ran before; what is
//! left is worked out from `now`, so nothing here counts ticks and a file that is reopened after a crash
//! shows the right time.
//! Knows nothing of who is watching: colours and bells belong to the screens.

use super::step::Stamp;

/// A point in time on this machine, within a boot.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Moment {
    /// By both clocks.
    pub at: Stamp,
    /// Which boot `at.m_ms` belongs to, a number that [`super::Sprint::boot_of`] gives; 0 is no known boot.
    pub boot: u16,
}

/// How long something took, and by which clock that is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Elapsed {
    /// Milliseconds, never negative.
    pub ms: u64,
    /// The machine was started anew in between, so that only the wall clock knows; the screen says so.
    pub by_wall: bool,
}

impl Moment {
    /// Time from `self` to `now`; zero when `now` is earlier.
    pub fn until(&self, now: &Moment) -> Elapsed {
        if self.boot != 0 && self.boot == now.boot {
            return Elapsed { ms: now.at.m_ms.saturating_sub(self.at.m_ms), by_wall: false };
        }
        Elapsed { ms: u64::try_from(now.at.t_ms.saturating_sub(self.at.t_ms)).unwrap_or(0), by_wall: true }
    }
}

/// A clock that can run and stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Clock {
    /// First start.
    pub started: Option<Moment>,
    /// Milliseconds it ran before the present run.
    pub spent_ms: u64,
    /// Since when it runs; `None` while it stands.
    pub running: Option<Moment>,
}

impl Clock {
    /// Lets it run. A running clock stays as it is.
    pub fn run(&mut self, at: Moment) {
        if self.running.is_none() {
            self.running = Some(at);
            self.started.get_or_insert(at);
        }
    }

    /// Lets it stand. A standing clock stays as it is.
    pub fn pause(&mut self, at: Moment) {
        if let Some(since) = self.running.take() {
            self.spent_ms = self.spent_ms.saturating_add(since.until(&at).ms);
        }
    }

    /// Milliseconds it has run at `now`.
    pub fn spent_ms(&self, now: &Moment) -> u64 {
        self.spent_ms.saturating_add(self.running.map_or(0, |since| since.until(now).ms))
    }

    /// Whole seconds left of `minutes`; negative in overtime. Rounded up, so that a fresh clock of 30
    /// minutes shows 30:00 for its first second, and overtime begins after 0:00.
    pub fn left_s(&self, minutes: u16, now: &Moment) -> i64 {
        // A hand-made file may name any time; no clock of it is off by more than all of time.
        let spent_ms = i64::try_from(self.spent_ms(now)).unwrap_or(i64::MAX);
        let left_ms = i64::from(minutes) * 60_000 - spent_ms;
        (left_ms + 999).div_euclid(1_000)
    }

    /// Whether it runs.
    pub fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// Whether the present run began under another boot than `now`, so that only the wall clock knows.
    pub fn by_wall(&self, now: &Moment) -> bool {
        self.running.is_some_and(|since| since.until(now).by_wall)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(t_s: i64, m_s: u64, boot: u16) -> Moment {
        Moment { at: Stamp { t_ms: t_s * 1_000, m_ms: m_s * 1_000 }, boot }
    }

    #[test]
    fn a_wall_clock_that_jumps_does_not_move_a_running_clock() {
        let mut clock = Clock::default();
        clock.run(moment(1_000, 50, 1));
        assert_eq!(clock.left_s(30, &moment(-172_000, 110, 1)), 29 * 60);
    }

    #[test]
    fn after_a_restart_of_the_machine_the_wall_clock_counts() {
        let mut clock = Clock::default();
        clock.run(moment(1_000, 5_000, 1));
        let now = moment(1_120, 3, 2);
        assert_eq!(clock.left_s(30, &now), 28 * 60);
        assert!(clock.by_wall(&now));
    }

    #[test]
    fn times_that_nobody_lived_through_stop_no_clock() {
        let mut clock = Clock::default();
        let latest = Moment { at: Stamp { t_ms: i64::MAX, m_ms: u64::MAX }, boot: 1 };
        for _ in 0..3 {
            clock.run(moment(0, 0, 1));
            clock.pause(latest);
        }
        assert_eq!(clock.spent_ms(&latest), u64::MAX);
        assert!(clock.left_s(30, &latest) < -9_000_000_000_000_000);
        clock.run(Moment { at: Stamp { t_ms: i64::MIN, m_ms: 0 }, boot: 2 });
        assert!(clock.by_wall(&latest) && clock.left_s(30, &latest) < 0);
    }

    #[test]
    fn overtime_counts_up_and_a_pause_does_not_count() {
        let mut clock = Clock::default();
        clock.run(moment(0, 0, 1));
        clock.pause(moment(60, 60, 1));
        clock.run(moment(600, 600, 1));
        assert_eq!(clock.left_s(2, &moment(790, 790, 1)), -130);
    }
}
