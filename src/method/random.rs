//! Random numbers from a seed. The generator is small, needs no source of chance, and gives the same numbers
//! on every machine; each thing that is drawn for has a stream of its own, so that what else is in the list
//! and where it stands never changes its numbers.

/// SplitMix64. Source: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators",
/// OOPSLA 2014. Good enough for simulation, never for secrets.
#[derive(Clone, Debug)]
pub struct Random {
    state: u64,
}

/// The golden ratio in 64 bits, odd: the step of the generator.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// 2 to the power -53, the distance between neighbours of [`Random::unit`].
const UNIT_STEP: f64 = 1.0 / (1u64 << 53) as f64;

impl Random {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The stream of one thing under a seed; `key` names the thing. Different keys give streams that have
    /// nothing to do with each other.
    pub fn keyed(seed: u64, key: u64) -> Self {
        Self { state: mix(mix(seed.wrapping_add(STEP)) ^ key.wrapping_mul(STEP)) }
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(STEP);
        mix(self.state)
    }

    /// Uniform, from 0 to below 1.
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 * UNIT_STEP
    }

    /// Standard normal. Source: G. Marsaglia, T. Bray, SIAM Review 6 (1964), the polar method; the second
    /// number of the pair is thrown away, so that a stream is nothing but its state.
    pub fn normal(&mut self) -> f64 {
        loop {
            let x = 2.0 * self.unit() - 1.0;
            let y = 2.0 * self.unit() - 1.0;
            let square = x * x + y * y;
            if square > 0.0 && square < 1.0 {
                return x * (-2.0 * square.ln() / square).sqrt();
            }
        }
    }

    /// Gamma of scale 1 with a `shape` above 0; 0 for any other shape.
    ///
    /// Source: G. Marsaglia, W. W. Tsang, "A simple method for generating gamma variables", ACM TOMS 26
    /// (2000), with their lift by one for shapes below 1.
    pub fn gamma(&mut self, shape: f64) -> f64 {
        if !shape.is_finite() || shape <= 0.0 {
            return 0.0;
        }
        if shape < 1.0 {
            let lift = (1.0 - self.unit()).powf(1.0 / shape);
            return self.gamma(shape + 1.0) * lift;
        }
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / (9.0 * d).sqrt();
        loop {
            let x = self.normal();
            let v = (1.0 + c * x).powi(3);
            // One minus a number below 1 is above 0, so its logarithm is finite.
            let u = 1.0 - self.unit();
            if v > 0.0 && u.ln() < 0.5 * x * x + d - d * v + d * v.ln() {
                return d * v;
            }
        }
    }

    /// Triangular between `low` and `high` with its top at `mode`; `low <= mode <= high`. By inversion, so
    /// that one number is used up.
    pub fn triangular(&mut self, low: f64, mode: f64, high: f64) -> f64 {
        let width = high - low;
        let u = self.unit();
        if u * width < mode - low {
            low + (u * width * (mode - low)).sqrt()
        } else {
            high - ((1.0 - u) * width * (high - mode)).sqrt()
        }
    }
}

/// The finaliser of SplitMix64: every bit of the input moves every bit of the output.
fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANY: usize = 200_000;

    fn moments(mut draw: impl FnMut() -> f64) -> (f64, f64) {
        let all: Vec<f64> = (0..MANY).map(|_| draw()).collect();
        let mean = all.iter().sum::<f64>() / MANY as f64;
        let variance = all.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / MANY as f64;
        (mean, variance)
    }

    fn near(got: f64, wanted: f64, slack: f64) {
        assert!((got - wanted).abs() < slack, "{got} is not near {wanted}");
    }

    #[test]
    fn the_generator_gives_the_published_numbers() {
        // The first outputs for the seed 1234567, as printed beside the reference implementation.
        let mut random = Random::new(1_234_567);
        assert_eq!(random.bits(), 6_457_827_717_110_365_317);
        assert_eq!(random.bits(), 3_203_168_211_198_807_973);
        assert_eq!(random.bits(), 9_817_491_932_198_370_423);
    }

    #[test]
    fn keys_and_seeds_have_streams_of_their_own() {
        let first = |seed, key| Random::keyed(seed, key).bits();
        let mut seen: Vec<u64> = (0..50).flat_map(|seed| (0..50).map(move |key| first(seed, key))).collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 2500);
    }

    #[test]
    fn neighbouring_keys_are_not_correlated() {
        let (mut one, mut two) = (Random::keyed(1, 1), Random::keyed(1, 2));
        let (mean, _) = moments(|| (one.unit() - 0.5) * (two.unit() - 0.5));
        near(mean, 0.0, 0.001);
    }

    #[test]
    fn normals_have_mean_nought_and_variance_one() {
        let mut random = Random::new(7);
        let (mean, variance) = moments(|| random.normal());
        near(mean, 0.0, 0.01);
        near(variance, 1.0, 0.02);
    }

    #[test]
    fn gammas_have_mean_and_variance_of_their_shape() {
        for shape in [0.3, 1.0, 2.5, 20.0] {
            let mut random = Random::new(11);
            let (mean, variance) = moments(|| random.gamma(shape));
            near(mean / shape, 1.0, 0.02);
            near(variance / shape, 1.0, 0.03);
        }
    }

    #[test]
    fn a_gamma_without_shape_is_nought() {
        let mut random = Random::new(1);
        assert_eq!([random.gamma(0.0), random.gamma(-1.0), random.gamma(f64::NAN)], [0.0; 3]);
    }

    #[test]
    fn triangles_have_the_mean_and_variance_of_the_formula() {
        let mut random = Random::new(13);
        let (mean, variance) = moments(|| random.triangular(1.0, 2.0, 5.0));
        near(mean, 8.0 / 3.0, 0.01);
        // (a² + b² + c² - ab - ac - bc) / 18 = (1 + 4 + 25 - 2 - 5 - 10) / 18
        near(variance, 13.0 / 18.0, 0.01);
    }

    #[test]
    fn a_triangle_without_width_is_its_point() {
        let mut random = Random::new(17);
        assert_eq!(random.triangular(3.0, 3.0, 3.0), 3.0);
    }

    #[test]
    fn a_triangle_with_its_top_at_an_end_stays_inside() {
        let mut random = Random::new(19);
        for _ in 0..1000 {
            let (left, right) = (random.triangular(1.0, 1.0, 2.0), random.triangular(1.0, 2.0, 2.0));
            assert!((1.0..=2.0).contains(&left) && (1.0..=2.0).contains(&right));
        }
    }
}
