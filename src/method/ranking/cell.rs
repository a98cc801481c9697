//! One criterion of one item on a scale of 0 to 1: the point that stands in the score, and what is drawn
//! in its place.

use super::{Estimate, Item};
use crate::method::random::Random;

/// The mid-point of a scale, where an unknown stands.
pub(super) const MIDDLE: f64 = 0.5;

/// What is known of a criterion.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Cell {
    /// Nothing.
    Unknown,
    /// A value without error.
    Certain(f64),
    /// A value made from a count, which would come out a little different on another day.
    Counted {
        /// The value of the count on the scale.
        point: f64,
        /// What one unit of `ln(1 + count)` is on the scale.
        slope: f64,
        /// The count.
        count: f64,
    },
    /// An estimate.
    Estimated(Estimate),
}

impl Cell {
    /// The cells of an item in the order demand, impact, feasibility.
    pub(super) fn all_of(item: &Item) -> [Self; 3] {
        [Self::demand(item), Self::estimate(item.impact), Self::estimate(item.feasibility)]
    }

    fn demand(item: &Item) -> Self {
        let Some(demand) = item.demand.filter(|demand| demand.is_finite()) else {
            return Self::Unknown;
        };
        let point = demand.clamp(0.0, 1.0);
        match item.demand_count {
            Some(count) if count > 0 => {
                let count = count as f64;
                Self::Counted { point, slope: point / count.ln_1p(), count }
            }
            Some(_) | None => Self::Certain(point),
        }
    }

    fn estimate(estimate: Option<Estimate>) -> Self {
        let Some(Estimate { low, mode, high }) = estimate else { return Self::Unknown };
        if !(low.is_finite() && mode.is_finite() && high.is_finite()) {
            return Self::Unknown;
        }
        let [low, mode, high] = [low, mode, high].map(|score| (score.clamp(1.0, 5.0) - 1.0) / 4.0);
        let (low, high) = (low.min(high), low.max(high));
        let mode = mode.clamp(low, high);
        if low == high { Self::Certain(mode) } else { Self::Estimated(Estimate { low, mode, high }) }
    }

    /// The value that stands in the score.
    pub(super) fn point(self) -> f64 {
        match self {
            Self::Unknown => MIDDLE,
            Self::Certain(point) | Self::Counted { point, .. } => point,
            Self::Estimated(estimate) => estimate.mode,
        }
    }

    /// A value that might as well have stood there.
    ///
    /// A count varies as a normal of its own size, which is a Poisson and, for any list of more than a few
    /// services, a multinomial in all but name; drawn one by one, items don't depend on their neighbours. It
    /// may come out above 1, since clipping would make leaders equal who aren't.
    pub(super) fn draw(self, random: &mut Random) -> f64 {
        match self {
            Self::Unknown => random.unit(),
            Self::Certain(point) => point,
            Self::Counted { slope, count, .. } => {
                slope * (count + count.sqrt() * random.normal()).max(0.0).ln_1p()
            }
            Self::Estimated(Estimate { low, mode, high }) => random.triangular(low, mode, high),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(demand: Option<f64>, demand_count: Option<u64>) -> Item {
        Item { key: 1, demand, demand_count, impact: None, feasibility: None }
    }

    fn estimate(low: f64, mode: f64, high: f64) -> Cell {
        Cell::estimate(Some(Estimate { low, mode, high }))
    }

    #[test]
    fn an_estimate_is_brought_to_its_scale() {
        let whole = Cell::Estimated(Estimate { low: 0.0, mode: 0.5, high: 1.0 });
        assert_eq!(estimate(1.0, 3.0, 5.0), whole);
        assert_eq!(estimate(-4.0, 3.0, 9.0), whole);
        assert_eq!(estimate(5.0, 3.0, 1.0), whole);
        assert_eq!(estimate(2.0, 2.0, 2.0), Cell::Certain(0.25));
        assert_eq!(estimate(4.0, 2.0, 5.0), Cell::Estimated(Estimate { low: 0.75, mode: 0.75, high: 1.0 }));
        assert_eq!(estimate(1.0, f64::NAN, 5.0), Cell::Unknown);
    }

    #[test]
    fn an_unknown_stands_in_the_middle_and_is_drawn_from_end_to_end() {
        assert_eq!(Cell::Unknown.point(), 0.5);
        let mut random = Random::new(3);
        let drawn: Vec<f64> = (0..1000).map(|_| Cell::Unknown.draw(&mut random)).collect();
        assert!(drawn.iter().any(|&x| x < 0.02) && drawn.iter().any(|&x| x > 0.98));
    }

    #[test]
    fn demand_without_a_count_or_of_nought_is_certain() {
        assert_eq!(Cell::demand(&item(Some(0.4), None)), Cell::Certain(0.4));
        assert_eq!(Cell::demand(&item(Some(0.0), Some(0))), Cell::Certain(0.0));
        assert_eq!(Cell::demand(&item(None, Some(12))), Cell::Unknown);
        assert_eq!(Cell::demand(&item(Some(f64::NAN), Some(12))), Cell::Unknown);
    }

    #[test]
    fn a_large_count_varies_as_the_delta_method_says() {
        // u = slope ln(1 + n), so its deviation is slope √n / (1 + n).
        let cell = Cell::demand(&item(Some(0.8), Some(400)));
        let mut random = Random::new(4);
        let drawn: Vec<f64> = (0..50_000).map(|_| cell.draw(&mut random)).collect();
        let mean = drawn.iter().sum::<f64>() / 50_000.0;
        let deviation = (drawn.iter().map(|u| (u - mean).powi(2)).sum::<f64>() / 50_000.0).sqrt();
        let wanted = 0.8 / 401f64.ln() * 20.0 / 401.0;
        assert!((mean - 0.8).abs() < 0.001, "{mean}");
        assert!((deviation / wanted - 1.0).abs() < 0.02, "{deviation} {wanted}");
    }
}
