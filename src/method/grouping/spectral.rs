//! Texts as points in which groups of the graph lie apart: the leading eigenvectors of the normalised graph.
//! U. von Luxburg, "A tutorial on spectral clustering" (2007); rows of length 1 as in A. Ng, M. Jordan,
//! Y. Weiss (2001).

use rayon::prelude::*;

use super::matrix::{Rows, Sparse, eigen, wide};

/// Degree of the polynomial that lifts the wanted eigenvalues above the others, and how often it is applied.
const DEGREE: usize = 10;
const ROUNDS: usize = 2;

/// Where the unwanted eigenvalues are taken to end at first.
const CUT: f64 = 0.4;

/// Directions that are carried along so that the wanted ones become exact sooner.
const MORE: usize = 6;

/// Directions at most: many groups are told apart by fewer directions than there are groups.
const DIRECTIONS_MAX: usize = 128;

/// Directions for so many groups: the weights of [`Spectrum::points`] fade out over a quarter more of them.
fn directions(groups: usize) -> usize {
    (groups + groups.div_ceil(4)).min(DIRECTIONS_MAX)
}

/// Eigenvectors of a graph, as columns.
pub(super) struct Spectrum {
    /// The largest first, at most 1.
    values: Vec<f64>,
    vectors: Rows,
}

impl Spectrum {
    /// The leading eigenvectors of a normalised symmetric graph, enough for `groups`. Subspace iteration with
    /// Chebyshev polynomials: Y. Zhou, Y. Saad, SIAM J. Matrix Anal. 29 (2007). `None` when `go_on` said no.
    pub(super) fn of(
        graph: &Sparse,
        groups: usize,
        seed: u64,
        go_on: &mut dyn FnMut() -> bool,
    ) -> Option<Self> {
        let n = graph.len();
        let cols = (directions(groups) + 1 + MORE).min(n);
        let mut basis = Rows::random(n, cols, seed);
        let mut values = Vec::new();
        let mut cut = CUT;
        for _ in 0..ROUNDS {
            go_on().then_some(())?;
            basis = filtered(graph, basis, cut).orthonormal_once().orthonormal_once();
            let mut products = basis.products(&graph.times(&basis));
            symmetric(&mut products, cols);
            let (found, turn) = eigen(products, cols);
            basis = basis.times(&turn);
            cut = found.last().copied().unwrap_or(CUT).clamp(0.05, 0.95);
            values = found;
        }
        Some(Self { values, vectors: basis })
    }

    /// Where texts lie when `groups` are looked for. A direction weighs the root of how far its eigenvalue is
    /// above that of the first one left out, so that there is no sharp border between those that count and not.
    pub(super) fn points(&self, groups: usize) -> Rows {
        let cols = directions(groups).min(self.values.len());
        let least = self.values.get(cols).copied().unwrap_or(0.0);
        let weight = |value: f64| ((value - least) / (1.0 - least).max(1e-9)).max(0.0).sqrt() as f32;
        let weights: Vec<f32> = self.values.iter().take(cols).map(|&value| weight(value)).collect();
        Rows::make(self.vectors.len(), cols, |at, row| {
            for ((to, from), weight) in row.iter_mut().zip(self.vectors.row(at)).zip(&weights) {
                *to = from * weight;
            }
        })
        .unit()
    }
}

/// Columns that the polynomial is worked out for together: as many as a processor keeps at hand.
const TOGETHER: usize = 16;
type Columns = Vec<[f32; TOGETHER]>;

/// The Chebyshev polynomial of the graph that is small on -1..cut and grows quickly beyond, on each column.
fn filtered(graph: &Sparse, basis: Rows, cut: f64) -> Rows {
    let (rows, cols) = (basis.len(), basis.cols);
    let some = |first: usize| {
        let row = |row: &[f32]| std::array::from_fn(|at| row.get(first + at).copied().unwrap_or(0.0));
        basis.data.chunks_exact(cols).map(row).collect()
    };
    let parts: Vec<Columns> = (0..cols).step_by(TOGETHER).map(some).collect();
    drop(basis);
    let parts: Vec<Columns> = parts.into_par_iter().map(|part| polynomial(graph, part, cut)).collect();
    Rows::make(rows, cols, |at, row| {
        row.chunks_mut(TOGETHER).zip(&parts).for_each(|(to, part)| to.copy_from_slice(&part[at][..to.len()]));
    })
}

fn polynomial(graph: &Sparse, columns: Columns, cut: f64) -> Columns {
    let (centre, half) = ((cut - 1.0) / 2.0, (cut + 1.0) / 2.0);
    // Scaled so that the largest eigenvalue, 1, keeps its size.
    let first = half / (1.0 - centre);
    let mut sigma = first;
    let mut before = columns;
    let mut now = vec![[0.0; TOGETHER]; before.len()];
    apply(graph, &before, &mut now, centre, sigma / half, 0.0);
    for _ in 1..DEGREE {
        let next = 1.0 / (2.0 / first - sigma);
        apply(graph, &now, &mut before, centre, 2.0 * next / half, sigma * next);
        (before, now, sigma) = (now, before, next);
    }
    now
}

/// `to` becomes `factor` times what the graph less `centre` makes of `from`, less `keep` times what it was.
fn apply(graph: &Sparse, from: &Columns, to: &mut Columns, centre: f64, factor: f64, keep: f64) {
    let (centre, factor, keep) = (centre as f32, factor as f32, keep as f32);
    wide(
        #[inline(always)]
        || {
            for (at, to) in to.iter_mut().enumerate() {
                let mut sums = [0.0_f32; TOGETHER];
                let (columns, values) = graph.row(at);
                for (&column, &value) in columns.iter().zip(values) {
                    for (sum, from) in sums.iter_mut().zip(&from[column as usize]) {
                        *sum += value * from;
                    }
                }
                for ((to, sum), from) in to.iter_mut().zip(&sums).zip(&from[at]) {
                    *to = factor * (sum - centre * from) - keep * *to;
                }
            }
        },
    );
}

/// Takes out what rounding made different on both sides of the diagonal.
fn symmetric(matrix: &mut [f64], n: usize) {
    for i in 0..n {
        for j in 0..i {
            let mean = (matrix[i * n + j] + matrix[j * n + i]) / 2.0;
            (matrix[i * n + j], matrix[j * n + i]) = (mean, mean);
        }
    }
}
