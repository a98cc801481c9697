//! The weights of the criteria: as agreed, and as they might have been agreed on another day.

use crate::method::random::Random;

/// How much each criterion counts; any numbers of 0 or more, only their proportions matter.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Weights {
    /// Of the demand.
    pub demand: f64,
    /// Of the impact.
    pub impact: f64,
    /// Of the feasibility.
    pub feasibility: f64,
}

/// How closely drawn weights keep to the agreed ones: the concentration of their Dirichlet distribution. At
/// 50 a weight w has a standard deviation of √(w (1 - w) / 51): .07 for a third, .06 for a quarter, which is
/// about how far rooms differ when they weigh the same criteria anew.
const CONCENTRATION: f64 = 50.0;

impl Weights {
    /// The weights as shares that add up to 1. What is negative or no number counts as 0; when nothing is
    /// left, all count the same.
    pub fn shares(&self) -> Self {
        let [demand, impact, feasibility] = self.as_shares();
        Self { demand, impact, feasibility }
    }

    /// The same in the order demand, impact, feasibility.
    pub(super) fn as_shares(&self) -> [f64; 3] {
        let sound = [self.demand, self.impact, self.feasibility]
            .map(|weight| if weight.is_finite() && weight > 0.0 { weight } else { 0.0 });
        // Divided by the largest first, so that the sum of huge weights stays finite.
        let largest = sound.iter().copied().fold(0.0, f64::max);
        if largest == 0.0 {
            return [1.0 / 3.0; 3];
        }
        let scaled = sound.map(|weight| weight / largest);
        let sum: f64 = scaled.iter().sum();
        scaled.map(|weight| weight / sum)
    }
}

/// Weights drawn around the agreed `shares`, from a Dirichlet distribution made of three gammas. A criterion
/// that was agreed not to count never counts.
pub(super) fn draw(shares: [f64; 3], random: &mut Random) -> [f64; 3] {
    let drawn = shares.map(|share| random.gamma(CONCENTRATION * share));
    let sum: f64 = drawn.iter().sum();
    if sum > 0.0 { drawn.map(|part| part / sum) } else { shares }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_made_into_shares() {
        let shares = Weights { demand: 25.0, impact: 50.0, feasibility: 25.0 }.shares();
        assert_eq!(shares, Weights { demand: 0.25, impact: 0.5, feasibility: 0.25 });
    }

    #[test]
    fn senseless_weights_count_as_none_and_none_at_all_as_equal() {
        let shares = Weights { demand: f64::NAN, impact: -3.0, feasibility: 2.0 }.shares();
        assert_eq!(shares, Weights { demand: 0.0, impact: 0.0, feasibility: 1.0 });
        let none = Weights { demand: 0.0, impact: 0.0, feasibility: f64::INFINITY }.as_shares();
        assert_eq!(none, [1.0 / 3.0; 3]);
        let huge = Weights { demand: f64::MAX, impact: f64::MAX, feasibility: 0.0 }.as_shares();
        assert_eq!(huge, [0.5, 0.5, 0.0]);
    }

    #[test]
    fn drawn_weights_lie_around_the_agreed_ones_as_far_as_said() {
        let mut random = Random::new(5);
        let drawn: Vec<[f64; 3]> = (0..50_000).map(|_| draw([0.25, 0.75, 0.0], &mut random)).collect();
        let mean = drawn.iter().map(|w| w[0]).sum::<f64>() / 50_000.0;
        let variance = drawn.iter().map(|w| (w[0] - mean).powi(2)).sum::<f64>() / 50_000.0;
        assert!((mean - 0.25).abs() < 0.002, "{mean}");
        assert!((variance - 0.25 * 0.75 / 51.0).abs() < 0.0002, "{variance}");
        assert!(drawn.iter().all(|w| w[2] == 0.0 && (w.iter().sum::<f64>() - 1.0).abs() < 1e-12));
    }
}
