//! Motion: rows that slide from where they were to where they are. It is drawing and nothing else: what is true
//! changed at once, and so does what keys do.
//!
//! Knows no clock: it is told now, in milliseconds of the steady one.

/// How long rows slide.
pub const SLIDE_MS: u64 = 250;
/// How long one frame of a slide stands.
const FRAME_MS: u64 = 33;

/// Where a row is drawn that slides from one place to another, so long after it began: fast first, then slowing
/// down, a whole number of cells. Places may be rows or columns.
pub fn place(from: i32, to: i32, since_ms: u64) -> i32 {
    if since_ms >= SLIDE_MS {
        return to;
    }
    let left = 1.0 - since_ms as f64 / SLIDE_MS as f64;
    to + (f64::from(from - to) * left.powi(3)).round() as i32
}

/// When the next frame of a slide is due that lasts until `until_ms`; none when it is over.
pub fn next_frame_ms(until_ms: u64, now_ms: u64) -> Option<u64> {
    (now_ms < until_ms).then(|| (now_ms + FRAME_MS).min(until_ms))
}

/// Rows on their way, by keys that stay theirs.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Slide {
    since_ms: u64,
    /// Keys with the places where they began.
    from: Vec<(u64, i32)>,
}

impl Slide {
    /// Lets rows slide from these places from now on.
    pub fn begin(from: Vec<(u64, i32)>, now_ms: u64) -> Self {
        Self { since_ms: now_ms, from }
    }

    /// Until when anything slides; none when nothing does.
    pub fn until_ms(&self) -> Option<u64> {
        (!self.from.is_empty()).then_some(self.since_ms + SLIDE_MS)
    }

    /// Whether anything slides now.
    pub fn goes_on(&self, now_ms: u64) -> bool {
        self.until_ms().is_some_and(|until_ms| now_ms < until_ms)
    }

    /// Where the row of a key is drawn now whose place is `to`.
    pub fn place_of(&self, key: u64, to: i32, now_ms: u64) -> i32 {
        let from = self.from.iter().find(|(one, _)| *one == key).map_or(to, |(_, from)| *from);
        place(from, to, now_ms.saturating_sub(self.since_ms))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_goes_fast_first_and_is_there_in_time() {
        let places: Vec<i32> = [0, 50, 100, 150, 200, 250, 300].map(|ms| place(20, 0, ms)).to_vec();
        assert_eq!(places, [20, 10, 4, 1, 0, 0, 0]);
        let back: Vec<i32> = [0, 100, 250].map(|ms| place(0, 20, ms)).to_vec();
        assert_eq!(back, [0, 16, 20]);
    }

    #[test]
    fn a_row_never_leaves_the_way_between_its_two_places() {
        for (from, to) in [(0, 39), (39, 0), (5, 5), (7, 6)] {
            let mut last = from;
            for ms in 0..=SLIDE_MS {
                let now = place(from, to, ms);
                assert!((from.min(to)..=from.max(to)).contains(&now));
                assert!((now - to).abs() <= (last - to).abs(), "{from} to {to} turns back at {ms} ms");
                last = now;
            }
        }
    }

    #[test]
    fn frames_come_while_it_slides_and_then_no_more() {
        let slide = Slide::begin(vec![(7, 3)], 1_000);
        let until_ms = slide.until_ms().unwrap();
        let mut now_ms = 1_000;
        let mut frames = 0;
        while let Some(next_ms) = next_frame_ms(until_ms, now_ms) {
            assert!(next_ms > now_ms);
            now_ms = next_ms;
            frames += 1;
        }
        assert_eq!((now_ms, frames), (1_250, 8));
        assert!(!slide.goes_on(now_ms) && slide.goes_on(now_ms - 1));
        assert_eq!(Slide::default().until_ms(), None);
    }

    #[test]
    fn a_row_that_nobody_knew_before_stands_where_it_is() {
        let slide = Slide::begin(vec![(7, 3)], 0);
        assert_eq!((slide.place_of(8, 5, 0), slide.place_of(7, 0, 0)), (5, 3));
    }
}
