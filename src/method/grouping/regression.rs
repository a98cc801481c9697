//! A classifier of texts: multinomial logistic regression with a quadratic penalty, by the limited-memory BFGS
//! method (D. Liu, J. Nocedal, 1989).
//!
//! It is trained once on what people have placed and then once more together with what it thinks of texts that
//! nobody has placed, sharpened, at a small weight (D.-H. Lee, "Pseudo-label", 2013; sharpening as in D.
//! Berthelot et al., "MixMatch", 2019).

use rayon::prelude::*;

use super::Progress;
use super::learner::logarithms;

/// How little weights are held back: the penalty is half their square over this.
const FREEDOM: f64 = 10.0;
/// Steps of a training.
const STEPS: usize = 15;
/// Differences that are remembered.
const MEMORY: usize = 8;
/// What is thought of texts that nobody has placed is raised to this power: without it nothing is learnt.
const SHARPNESS: f32 = 4.0;
/// All of those together weigh so much of what people have placed.
const UNPLACED: f32 = 0.9;
/// Examples whose gradients are added up apart.
const BLOCK: usize = 256;

/// A text that people have placed.
pub(super) struct Example {
    /// Features that are not zero.
    pub(super) features: Vec<(u32, f32)>,
    /// Its class.
    pub(super) class: usize,
}

/// A trained classifier.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Trained {
    /// The group of each class, rising.
    groups: Vec<usize>,
    /// Weights by feature and class; the last row is for what is in every text.
    weights: Vec<f32>,
    features: usize,
}

/// A text with the share of each class that it should get, and how much it counts.
struct Target<'a> {
    features: &'a [(u32, f32)],
    shares: Vec<f32>,
    weight: f32,
}

impl Trained {
    /// Trains on texts that people have placed in at least two of `groups`, and then with `others`. `None` when
    /// `progress` said to stop.
    pub(super) fn learn(
        placed: &[Example],
        others: &[Vec<(u32, f32)>],
        features: usize,
        groups: Vec<usize>,
        progress: Progress<'_>,
    ) -> Option<Self> {
        let classes = groups.len();
        let mut trained = Self { groups, weights: vec![0.0; (features + 1) * classes], features };
        let mut targets: Vec<Target<'_>> = Vec::with_capacity(placed.len() + others.len());
        for example in placed {
            let mut shares = vec![0.0; classes];
            shares[example.class] = 1.0;
            targets.push(Target { features: &example.features, shares, weight: 1.0 });
        }
        trained.descend(&targets, &mut |step| progress(1 + step * 3 / STEPS as u64, 10))?;
        if others.is_empty() {
            return Some(trained);
        }
        let weight = UNPLACED * placed.len() as f32 / others.len() as f32;
        let thought = |features: &Vec<(u32, f32)>| {
            let sharp = trained.logarithms(features).into_iter().map(|share| share * SHARPNESS).collect();
            logarithms(sharp).into_iter().map(f32::exp).collect::<Vec<f32>>()
        };
        let thoughts: Vec<Vec<f32>> = others.par_iter().map(thought).collect();
        targets.extend(others.iter().zip(thoughts).map(|(features, shares)| Target {
            features,
            shares,
            weight,
        }));
        trained.descend(&targets, &mut |step| progress(4 + step * 6 / STEPS as u64, 10))?;
        Some(trained)
    }

    /// The class of a group.
    pub(super) fn class(&self, group: usize) -> Option<usize> {
        self.groups.binary_search(&group).ok()
    }

    /// The logarithm of each class's probability.
    pub(super) fn logarithms(&self, features: &[(u32, f32)]) -> Vec<f32> {
        logarithms(scores(&self.weights, self.groups.len(), self.features, features))
    }

    fn descend(&mut self, targets: &[Target<'_>], go_on: &mut dyn FnMut(u64) -> bool) -> Option<()> {
        let classes = self.groups.len();
        let mut remembered: Vec<(Vec<f32>, Vec<f32>, f64)> = Vec::new();
        let (mut loss, mut gradient) = loss(&self.weights, classes, self.features, targets);
        for step in 0..STEPS as u64 {
            go_on(step).then_some(())?;
            let direction = direction(&gradient, &remembered);
            let slope = product(&gradient, &direction);
            // The first step has no measure yet: one of length 1.
            let mut length =
                if remembered.is_empty() { 1.0 / product(&gradient, &gradient).sqrt().max(1.0) } else { 1.0 };
            let moved = loop {
                let tried: Vec<f32> =
                    self.weights.iter().zip(&direction).map(|(w, d)| w + length as f32 * d).collect();
                let (next, steeper) = self::loss(&tried, classes, self.features, targets);
                if next <= loss + 1e-4 * length * slope {
                    break Some((tried, next, steeper));
                }
                length /= 2.0;
                if length < 1e-6 {
                    break None;
                }
            };
            let Some((tried, next, steeper)) = moved else { return Some(()) };
            let by: Vec<f32> = tried.iter().zip(&self.weights).map(|(a, b)| a - b).collect();
            let turned: Vec<f32> = steeper.iter().zip(&gradient).map(|(a, b)| a - b).collect();
            let curved = product(&by, &turned);
            if curved > 1e-10 {
                remembered.push((by, turned, curved));
                if remembered.len() > MEMORY {
                    remembered.remove(0);
                }
            }
            (self.weights, loss, gradient) = (tried, next, steeper);
        }
        Some(())
    }
}

fn scores(weights: &[f32], classes: usize, features: usize, text: &[(u32, f32)]) -> Vec<f32> {
    let row = |at: usize| &weights[at * classes..(at + 1) * classes];
    let mut scores = row(features).to_vec();
    text.iter().for_each(|&(at, value)| super::matrix::add(&mut scores, row(at as usize), value));
    scores
}

/// How wrong the weights are, and in which direction they become more so.
fn loss(weights: &[f32], classes: usize, features: usize, targets: &[Target<'_>]) -> (f64, Vec<f32>) {
    let part = |targets: &[Target<'_>]| {
        let mut rows: Vec<(u32, Vec<f32>)> = Vec::new();
        let mut loss = 0.0_f64;
        for target in targets {
            let logs = logarithms(scores(weights, classes, features, target.features));
            let fit: f32 = logs.iter().zip(&target.shares).map(|(log, share)| log * share).sum();
            loss -= f64::from(fit * target.weight);
            let wrong =
                logs.iter().zip(&target.shares).map(|(log, share)| (log.exp() - share) * target.weight);
            rows.push((rows.len() as u32, wrong.collect()));
        }
        (loss, rows)
    };
    let parts: Vec<_> = targets.par_chunks(BLOCK).map(part).collect();
    let mut gradient: Vec<f32> = weights.iter().map(|weight| weight / FREEDOM as f32).collect();
    gradient[features * classes..].fill(0.0);
    let held = &weights[..features * classes];
    let mut all = product(held, held) / (2.0 * FREEDOM);
    for ((loss, rows), targets) in parts.into_iter().zip(targets.chunks(BLOCK)) {
        all += loss;
        for ((_, wrong), target) in rows.iter().zip(targets) {
            super::matrix::add(&mut gradient[features * classes..], wrong, 1.0);
            for &(at, value) in target.features {
                let at = at as usize * classes;
                super::matrix::add(&mut gradient[at..at + classes], wrong, value);
            }
        }
    }
    (all, gradient)
}

/// Where to go: against the gradient, bent by what is remembered.
fn direction(gradient: &[f32], remembered: &[(Vec<f32>, Vec<f32>, f64)]) -> Vec<f32> {
    let mut direction: Vec<f32> = gradient.iter().map(|value| -value).collect();
    let mut factors = Vec::with_capacity(remembered.len());
    for (by, turned, curved) in remembered.iter().rev() {
        let factor = product(by, &direction) / curved;
        super::matrix::add(&mut direction, turned, -factor as f32);
        factors.push(factor);
    }
    if let Some((_, turned, curved)) = remembered.last() {
        let scale = (curved / product(turned, turned)) as f32;
        direction.iter_mut().for_each(|value| *value *= scale);
    }
    for ((by, turned, curved), factor) in remembered.iter().zip(factors.into_iter().rev()) {
        let back = product(turned, &direction) / curved;
        super::matrix::add(&mut direction, by, (factor - back) as f32);
    }
    direction
}

/// The scalar product of long vectors, by blocks.
fn product(a: &[f32], b: &[f32]) -> f64 {
    a.chunks(4096).zip(b.chunks(4096)).map(|(a, b)| f64::from(super::matrix::dot(a, b))).sum()
}
