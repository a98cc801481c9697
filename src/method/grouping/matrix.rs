//! Dense rows and sparse rows of 32-bit numbers, with the few operations that grouping needs.
//!
//! Everything is computed row by row, or by blocks of rows of a fixed size that are added in their order, so
//! that any number of threads gives the same bytes.

use rayon::prelude::*;

use crate::method::random::Random;

/// Rows of a block whose sums are added up apart.
const BLOCK_ROWS: usize = 1024;

/// Rows that are added to another at once.
const FOUR: usize = 4;

/// A column whose length falls below this share of the longest is taken for a combination of others.
const DEPENDENT: f64 = 1e-6;

/// Dense rows of one length, one behind the other.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct Rows {
    /// Numbers of a row.
    pub(super) cols: usize,
    /// All numbers.
    pub(super) data: Vec<f32>,
}

impl Rows {
    pub(super) fn zero(rows: usize, cols: usize) -> Self {
        Self { cols, data: vec![0.0; rows * cols] }
    }

    /// Random directions: each number is even in -1..1.
    pub(super) fn random(rows: usize, cols: usize, seed: u64) -> Self {
        let mut random = Random::new(seed);
        let data = (0..rows * cols).map(|_| (random.unit() * 2.0 - 1.0) as f32).collect();
        Self { cols, data }
    }

    pub(super) fn len(&self) -> usize {
        self.data.len().checked_div(self.cols).unwrap_or(0)
    }

    pub(super) fn row(&self, at: usize) -> &[f32] {
        &self.data[at * self.cols..(at + 1) * self.cols]
    }

    /// Makes each row by `make(place, row)`, all at once.
    pub(super) fn make(rows: usize, cols: usize, make: impl Fn(usize, &mut [f32]) + Sync) -> Self {
        let mut made = Self::zero(rows, cols);
        made.change(make);
        made
    }

    /// Changes each row by `change(place, row)`, all at once.
    pub(super) fn change(&mut self, change: impl Fn(usize, &mut [f32]) + Sync) {
        if self.cols > 0 {
            self.data.par_chunks_mut(self.cols).enumerate().for_each(|(at, row)| change(at, row));
        }
    }

    /// Brings each row to length 1; a row of zeros stays.
    pub(super) fn unit(mut self) -> Self {
        self.change(|_, row| unit(row));
        self
    }

    /// Products of the columns of this with those of another table of as many rows, `cols` x `other.cols`.
    pub(super) fn products(&self, other: &Rows) -> Vec<f64> {
        let (n, m) = (self.cols.max(1), other.cols.max(1));
        let part = |(ours, theirs): (&[f32], &[f32])| {
            let mut sums = vec![0.0_f32; n * m];
            for (ours, theirs) in ours.chunks(FOUR * n).zip(theirs.chunks(FOUR * m)) {
                for (i, sums) in sums.chunks_exact_mut(m).enumerate() {
                    add_all(sums, ours.chunks_exact(n).map(|row| row[i]).zip(theirs.chunks_exact(m)));
                }
            }
            sums
        };
        let blocks = self.data.par_chunks(BLOCK_ROWS * n).zip(other.data.par_chunks(BLOCK_ROWS * m));
        added(blocks.map(part).collect(), n * m)
    }

    /// Products of the columns with each other, `cols` x `cols`.
    pub(super) fn gram(&self) -> Vec<f64> {
        let n = self.cols.max(1);
        let part = |block: &[f32]| {
            let mut sums = vec![0.0_f32; n * n];
            for rows in block.chunks(FOUR * n) {
                for (i, sums) in sums.chunks_exact_mut(n).enumerate() {
                    add_all(&mut sums[i..], rows.chunks_exact(n).map(|row| (row[i], &row[i..])));
                }
            }
            sums
        };
        let mut gram = added(self.data.par_chunks(BLOCK_ROWS * n).map(part).collect(), n * n);
        for i in 0..n {
            for j in 0..i {
                gram[i * n + j] = gram[j * n + i];
            }
        }
        gram
    }

    /// The product with a small matrix of `cols` rows.
    pub(super) fn times(&self, right: &Rows) -> Self {
        let rows = || right.data.chunks_exact(right.cols.max(1));
        Self::make(self.len(), right.cols, |at, to| add_all(to, self.row(at).iter().copied().zip(rows())))
    }

    /// Makes the columns orthonormal; dependent ones become zero. Cholesky QR, done twice for exactness:
    /// Y. Yamamoto et al., ETNA 44 (2015).
    pub(super) fn orthonormal(self) -> Self {
        let once = self.orthonormal_once();
        once.orthonormal_once()
    }

    /// As [`Self::orthonormal`], but only so exact that the columns stay apart.
    pub(super) fn orthonormal_once(self) -> Self {
        let n = self.cols;
        let inverse = inverse_of_cholesky(self.gram(), n);
        Self::make(self.len(), n, |at, to| {
            for (k, values) in (0..).step_by(FOUR).zip(self.row(at).chunks(FOUR)) {
                let rows = inverse[k * n..].chunks_exact(n).map(|row| &row[k..]);
                add_all(&mut to[k..], values.iter().copied().zip(rows));
            }
        })
    }
}

/// Sums of parts in their order.
fn added(parts: Vec<Vec<f32>>, len: usize) -> Vec<f64> {
    let mut sums = vec![0.0; len];
    for part in parts {
        sums.iter_mut().zip(part).for_each(|(sum, part)| *sum += f64::from(part));
    }
    sums
}

/// The inverse of R where `gram` = Rᵀ R with R upper triangular.
fn inverse_of_cholesky(mut gram: Vec<f64>, n: usize) -> Vec<f32> {
    let largest = (0..n).map(|i| gram[i * n + i]).fold(0.0, f64::max);
    // Row i of `gram` becomes row i of R.
    let mut dropped = vec![false; n];
    for i in 0..n {
        for k in 0..i {
            let factor = gram[k * n + i];
            if factor != 0.0 && !dropped[k] {
                for j in i..n {
                    gram[i * n + j] -= factor * gram[k * n + j];
                }
            }
        }
        let pivot = gram[i * n + i];
        if pivot <= largest * DEPENDENT * DEPENDENT || pivot <= 0.0 {
            dropped[i] = true;
            gram[i * n..(i + 1) * n].fill(0.0);
            continue;
        }
        let root = pivot.sqrt();
        gram[i * n + i..(i + 1) * n].iter_mut().for_each(|value| *value /= root);
    }
    let mut inverse = vec![0.0_f64; n * n];
    for j in (0..n).filter(|&j| !dropped[j]) {
        inverse[j * n + j] = 1.0 / gram[j * n + j];
        for i in (0..j).rev().filter(|&i| !dropped[i]) {
            let sum: f64 = (i + 1..=j).map(|k| gram[i * n + k] * inverse[k * n + j]).sum();
            inverse[i * n + j] = -sum / gram[i * n + i];
        }
    }
    inverse.into_iter().map(|value| value as f32).collect()
}

/// Eigenvalues of a symmetric matrix, the largest first, and their vectors as columns. Householder's reduction
/// to three diagonals and the QL method with implicit shifts: H. Bowdler, R. Martin, C. Reinsch, J. Wilkinson,
/// Numerische Mathematik 11 (1968); G. Golub, C. Van Loan, "Matrix Computations", 8.3.
pub(super) fn eigen(mut a: Vec<f64>, n: usize) -> (Vec<f64>, Rows) {
    let mut basis = vec![0.0_f64; n * n];
    (0..n).for_each(|i| basis[i * n + i] = 1.0);
    for k in 0..n.saturating_sub(2) {
        reflect(&mut a, &mut basis, n, k);
    }
    let mut values: Vec<f64> = (0..n).map(|i| a[i * n + i]).collect();
    let mut beside: Vec<f64> = (0..n).map(|i| if i + 1 < n { a[i * n + i + 1] } else { 0.0 }).collect();
    implicit_ql(&mut values, &mut beside, &mut basis, n);
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&i, &j| values[j].total_cmp(&values[i]));
    // `basis` holds the vectors as rows.
    let columns = (0..n).flat_map(|row| order.iter().map(move |&i| (row, i)));
    let data = columns.map(|(row, i)| basis[i * n + row] as f32).collect();
    (order.iter().map(|&i| values[i]).collect(), Rows { cols: n, data })
}

/// Makes column `k` of `a` zero below its second diagonal by a reflection, which `basis`, by rows, takes part in.
fn reflect(a: &mut [f64], basis: &mut [f64], n: usize, k: usize) {
    let mut v: Vec<f64> = (k + 1..n).map(|i| a[i * n + k]).collect();
    let length = v.iter().map(|x| x * x).sum::<f64>().sqrt();
    if length == 0.0 {
        return;
    }
    v[0] += if v[0] >= 0.0 { length } else { -length };
    let square: f64 = v.iter().map(|x| x * x).sum();
    let from = k + 1;
    // From the left: rows of `a`, and of `basis`.
    for matrix in [&mut *a, basis] {
        let mut sums = vec![0.0; n];
        for (i, &x) in v.iter().enumerate() {
            let row = &matrix[(from + i) * n..(from + i + 1) * n];
            sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += x * value);
        }
        for (i, &x) in v.iter().enumerate() {
            let row = &mut matrix[(from + i) * n..(from + i + 1) * n];
            row.iter_mut().zip(&sums).for_each(|(value, sum)| *value -= 2.0 * x / square * sum);
        }
    }
    // From the right.
    for row in a.chunks_exact_mut(n) {
        let sum: f64 = row[from..].iter().zip(&v).map(|(value, x)| value * x).sum();
        row[from..].iter_mut().zip(&v).for_each(|(value, x)| *value -= 2.0 * sum / square * x);
    }
}

/// Eigenvalues of the matrix with `values` on the diagonal and `beside` next to it, in place; the rows of
/// `basis` are turned along.
fn implicit_ql(values: &mut [f64], beside: &mut [f64], basis: &mut [f64], n: usize) {
    const TURNS_MAX: usize = 60;
    for low in 0..n {
        for _ in 0..TURNS_MAX {
            let small =
                |i: &usize| beside[*i].abs() <= f64::EPSILON * (values[*i].abs() + values[*i + 1].abs());
            let high = (low..n - 1).find(small).unwrap_or(n - 1);
            if high == low {
                break;
            }
            let g = (values[low + 1] - values[low]) / (2.0 * beside[low]);
            let mut g = values[high] - values[low] + beside[low] / (g + g.hypot(1.0).copysign(g));
            let (mut sine, mut cosine, mut shift) = (1.0, 1.0, 0.0);
            for i in (low..high).rev() {
                let (f, b) = (sine * beside[i], cosine * beside[i]);
                let r = f.hypot(g);
                beside[i + 1] = r;
                if r == 0.0 {
                    values[i + 1] -= shift;
                    break;
                }
                (sine, cosine) = (f / r, g / r);
                let g2 = values[i + 1] - shift;
                let r2 = (values[i] - g2) * sine + 2.0 * cosine * b;
                shift = sine * r2;
                values[i + 1] = g2 + shift;
                g = cosine * r2 - b;
                let (head, tail) = basis.split_at_mut((i + 1) * n);
                for (x, y) in head[i * n..].iter_mut().zip(&mut tail[..n]) {
                    (*x, *y) = (cosine * *x - sine * *y, sine * *x + cosine * *y);
                }
            }
            values[low] -= shift;
            beside[low] = g;
            beside[high] = 0.0;
        }
    }
}

/// Rows of which few numbers are not zero.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct Sparse {
    /// Columns there are.
    pub(super) cols: usize,
    /// Where each row ends.
    ends: Vec<usize>,
    columns: Vec<u32>,
    values: Vec<f32>,
}

impl Sparse {
    pub(super) fn new(cols: usize) -> Self {
        Self { cols, ..Self::default() }
    }

    pub(super) fn of_rows(cols: usize, rows: Vec<Vec<(u32, f32)>>) -> Self {
        let mut sparse = Self::new(cols);
        rows.iter().for_each(|row| sparse.push(row.iter().copied()));
        sparse
    }

    pub(super) fn push(&mut self, row: impl Iterator<Item = (u32, f32)>) {
        for (column, value) in row {
            self.columns.push(column);
            self.values.push(value);
        }
        self.ends.push(self.columns.len());
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn row(&self, at: usize) -> (&[u32], &[f32]) {
        let range = at.checked_sub(1).map_or(0, |before| self.ends[before])..self.ends[at];
        (&self.columns[range.clone()], &self.values[range])
    }

    pub(super) fn row_mut(&mut self, at: usize) -> (&[u32], &mut [f32]) {
        let range = at.checked_sub(1).map_or(0, |before| self.ends[before])..self.ends[at];
        (&self.columns[range.clone()], &mut self.values[range])
    }

    pub(super) fn entries(&self, at: usize) -> impl Iterator<Item = (usize, f32)> {
        let (columns, values) = self.row(at);
        columns.iter().map(|&column| column as usize).zip(values.iter().copied())
    }

    /// Rows and columns changed for each other; the columns of each row rise.
    pub(super) fn transposed(&self) -> Self {
        let mut ends = vec![0_usize; self.cols + 1];
        self.columns.iter().for_each(|&column| ends[column as usize + 1] += 1);
        for column in 0..self.cols {
            ends[column + 1] += ends[column];
        }
        let mut next = ends.clone();
        let mut columns = vec![0; self.columns.len()];
        let mut values = vec![0.0; self.columns.len()];
        for row in 0..self.len() {
            for (column, value) in self.entries(row) {
                columns[next[column]] = row as u32;
                values[next[column]] = value;
                next[column] += 1;
            }
        }
        ends.remove(0);
        Self { cols: self.len(), ends, columns, values }
    }

    /// The product with dense rows, one a column of this.
    pub(super) fn times(&self, right: &Rows) -> Rows {
        Rows::make(self.len(), right.cols, |at, to| {
            add_all(to, self.entries(at).map(|(column, value)| (value, right.row(column))));
        })
    }
}

/// The entries of a row with each column once, rising; what stands at one column is added up.
pub(super) fn summed(mut row: Vec<(u32, f32)>) -> Vec<(u32, f32)> {
    row.sort_unstable_by_key(|&(column, _)| column);
    row.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    row
}

/// The right singular vectors (as columns) of the largest singular values, and those values. Randomised
/// subspace iteration: N. Halko, P.-G. Martinsson, J. Tropp, SIAM Review 53 (2011), algorithms 4.4 and 5.1.
pub(super) fn right_singular(matrix: &Sparse, most: usize, seed: u64) -> (Rows, Vec<f64>) {
    const MORE: usize = 10;
    const ITERATIONS: usize = 3;
    let transposed = matrix.transposed();
    let cols = (most + MORE).min(matrix.cols).min(matrix.len());
    let mut basis = Rows::random(matrix.cols, cols, seed).orthonormal();
    for _ in 0..ITERATIONS {
        basis = transposed.times(&matrix.times(&basis).orthonormal()).orthonormal();
    }
    let image = matrix.times(&basis);
    let (squares, turn) = eigen(image.gram(), cols);
    let most = most.min(cols);
    let kept = Rows::make(cols, most, |at, row| row.copy_from_slice(&turn.row(at)[..most]));
    (basis.times(&kept), squares.into_iter().take(most).map(|square| square.max(0.0).sqrt()).collect())
}

/// Does work that the compiler turns into instructions on many numbers at once, with the widest that this processor
/// has. What comes out is the same: neither the order of sums nor their rounding depends on it.
#[inline(always)]
pub(super) fn wide<R>(work: impl FnOnce() -> R) -> R {
    pulp::Arch::new().dispatch(work)
}

/// `to += factor * from`.
pub(super) fn add(to: &mut [f32], from: &[f32], factor: f32) {
    wide(|| to.iter_mut().zip(from).for_each(|(to, &from)| *to += factor * from));
}

/// `to` plus all rows times their factors; four rows at once, which comes out as one by one and is quicker.
fn add_all<'a>(to: &mut [f32], mut rows: impl Iterator<Item = (f32, &'a [f32])>) {
    while let Some((factor, row)) = rows.next() {
        let mut next = || rows.next().unwrap_or((0.0, row));
        let four: [(f32, &[f32]); FOUR] = [(factor, row), next(), next(), next()];
        let [(p, a), (q, b), (r, c), (s, d)] = four.map(|(factor, row)| (factor, &row[..to.len()]));
        wide(|| {
            for ((((to, a), b), c), d) in to.iter_mut().zip(a).zip(b).zip(c).zip(d) {
                *to = *to + p * a + q * b + r * c + s * d;
            }
        });
    }
}

/// The scalar product, summed in eight lanes.
pub(super) fn dot(a: &[f32], b: &[f32]) -> f32 {
    wide(|| {
        let mut lanes = [0.0_f32; 8];
        let (chunks_a, chunks_b) = (a.chunks_exact(8), b.chunks_exact(8));
        let rest: f32 = chunks_a.remainder().iter().zip(chunks_b.remainder()).map(|(a, b)| a * b).sum();
        for (a, b) in chunks_a.zip(chunks_b) {
            for lane in 0..8 {
                lanes[lane] += a[lane] * b[lane];
            }
        }
        lanes.iter().sum::<f32>() + rest
    })
}

/// Brings a vector to length 1; a zero one stays.
pub(super) fn unit(row: &mut [f32]) {
    let length = dot(row, row).sqrt();
    if length > 0.0 {
        row.iter_mut().for_each(|value| *value /= length);
    }
}
