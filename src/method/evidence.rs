//! How far a claim may be trusted: intervals of shares, grades of evidence, and the scale of demand.
//! Nothing here gives a bonus to who asked most; few people asked make an interval wide.

/// Wilson score interval of a share, as (low, high) in 0..=1.
///
/// `hits` of `asked` people said so, more hits than asked count as all; `z` is 1.96 for 95 %. Returns (0, 1)
/// when nobody was asked or `z` is no number of 0 or more, so that "unknown" never looks like zero.
/// Source: E. B. Wilson, JASA 22 (1927).
pub fn wilson(hits: u32, asked: u32, z: f64) -> (f64, f64) {
    if asked == 0 || !z.is_finite() || z < 0.0 {
        return (0.0, 1.0);
    }
    let n = f64::from(asked);
    let share = f64::from(hits.min(asked)) / n;
    // Capped, so that its square stays finite; the interval is everything long before.
    let z2 = z.min(1e6).powi(2);
    let middle = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = (share * (1.0 - share) * z2 / n + z2 * z2 / (4.0 * n * n)).sqrt() / (1.0 + z2 / n);
    ((middle - half).clamp(0.0, 1.0), (middle + half).clamp(0.0, 1.0))
}

/// How good the evidence of a claim is, the best first.
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Five people or more and a second source.
    A,
    /// Three people or more, or two and a second source.
    B,
    /// Two people.
    C,
    /// A single case.
    D,
    /// A third or more of those asked said the opposite, however many said so.
    Contradicted,
    /// Nobody said so.
    None,
}

/// Grades a claim that `people` distinct respondents made and `contradicting` of the `asked` denied.
///
/// A second source is anything that is not an interview: counted feedback, a case, staff, analytics. Five
/// people without one are a B: many voices of one kind are still one kind.
pub fn grade(people: u32, second_source: bool, contradicting: u32, asked: u32) -> Grade {
    if people == 0 {
        return Grade::None;
    }
    if contradicting > 0 && u64::from(contradicting) * 3 >= u64::from(asked) {
        return Grade::Contradicted;
    }
    match (people, second_source) {
        (5.., true) => Grade::A,
        (3.., _) | (2, true) => Grade::B,
        (2, false) => Grade::C,
        (0..=1, _) => Grade::D,
    }
}

/// Demand on a scale of 0 to 1: `ln(1 + n) / ln(1 + n_max)`, because counts of services span decades and a
/// plain share would leave all but two at nought.
///
/// `n_max` is the largest count of the list. 0 when nothing was counted anywhere; never more than 1.
pub fn demand(n: u64, n_max: u64) -> f64 {
    if n >= n_max {
        return if n == 0 { 0.0 } else { 1.0 };
    }
    (n as f64).ln_1p() / (n_max as f64).ln_1p()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn percent(hits: u32, asked: u32) -> (f64, f64) {
        let (low, high) = wilson(hits, asked, 1.96);
        ((low * 100.0).round(), (high * 100.0).round())
    }

    #[test]
    fn wilson_gives_the_published_intervals_of_small_samples() {
        assert_eq!(percent(3, 5), (23.0, 88.0));
        assert_eq!(percent(6, 8), (41.0, 93.0));
        assert_eq!(percent(12, 20), (39.0, 78.0));
    }

    #[test]
    fn wilson_of_nobody_asked_is_everything() {
        assert_eq!(wilson(0, 0, 1.96), (0.0, 1.0));
        assert_eq!(wilson(1, 2, f64::NAN), (0.0, 1.0));
    }

    #[test]
    fn wilson_of_nought_of_five_is_not_nought() {
        // z²/(n+z²) = 3.8416 / 8.8416
        let (low, high) = wilson(0, 5, 1.96);
        assert!(low.abs() < 1e-12 && (high - 3.8416 / 8.8416).abs() < 1e-12);
    }

    #[test]
    fn grades_follow_people_and_second_source() {
        let none_against = |people, second| grade(people, second, 0, 8);
        assert_eq!(none_against(0, true), Grade::None);
        assert_eq!(none_against(1, false), Grade::D);
        assert_eq!(none_against(1, true), Grade::D);
        assert_eq!(none_against(2, false), Grade::C);
        assert_eq!(none_against(2, true), Grade::B);
        assert_eq!(none_against(3, false), Grade::B);
        assert_eq!(none_against(4, true), Grade::B);
        assert_eq!(none_against(5, false), Grade::B);
        assert_eq!(none_against(5, true), Grade::A);
    }

    #[test]
    fn a_third_against_contradicts_and_less_does_not() {
        assert_eq!(grade(5, true, 3, 9), Grade::Contradicted);
        assert_eq!(grade(5, true, 2, 9), Grade::A);
        assert_eq!(grade(0, true, 3, 9), Grade::None);
        assert_eq!(grade(2, false, 0, 0), Grade::C);
    }

    #[test]
    fn demand_is_logarithmic_between_nought_and_the_largest() {
        assert_eq!(demand(0, 0), 0.0);
        assert_eq!(demand(0, 99), 0.0);
        assert!((demand(9, 99) - 0.5).abs() < 1e-12);
        assert_eq!(demand(99, 99), 1.0);
        assert_eq!(demand(100, 99), 1.0);
    }

    proptest! {
        #[test]
        fn wilson_holds_the_share_and_narrows_with_more_people(asked in 1u32..5000, part in 0.0f64..=1.0) {
            let hits = (f64::from(asked) * part) as u32;
            let (low, high) = wilson(hits, asked, 1.96);
            let share = f64::from(hits) / f64::from(asked);
            prop_assert!(0.0 <= low && low <= share + 1e-12 && share <= high + 1e-12 && high <= 1.0);
            let (low_ten, high_ten) = wilson(hits * 10, asked * 10, 1.96);
            prop_assert!(high_ten - low_ten < high - low);
        }

        #[test]
        fn demand_never_leaves_its_scale_and_never_falls(n in any::<u64>(), m in any::<u64>(), most in any::<u64>()) {
            let (few, many) = (n.min(m), n.max(m));
            prop_assert!((0.0..=1.0).contains(&demand(few, most)));
            prop_assert!(demand(few, most) <= demand(many, most));
        }
    }
}
