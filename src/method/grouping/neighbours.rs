//! The graph of nearest neighbours: each text is tied to the ones most like it.
//!
//! Few texts are compared in all pairs. Of many each is compared with those of the cells around it (an inverted
//! file: J. Sivic, A. Zisserman, ICCV 2003; H. Jegou, M. Douze, C. Schmid, 2011), which misses few neighbours and
//! is many times quicker. Vectors are rounded to 16-bit numbers for it: processors multiply eight of those at
//! once, and whole numbers add up to the same in any order.

use rayon::prelude::*;

use super::corpus::DIMENSIONS;
use super::matrix::{Rows, Sparse, summed, wide};

/// One of length 1; the product of two such vectors fits 32 bits.
const ONE: f32 = 16_384.0;

/// Up to so many texts all pairs are compared.
const ALL_PAIRS_MAX: usize = 3_000;

/// Cells that are searched for the neighbours of a text.
const SEARCHED: usize = 10;

/// Texts that are looked at before what was found is sorted out.
const TOGETHER: usize = 64;

/// For each row the `most` others with the largest positive cosines, the largest first and equals by their
/// place. Rows are of length 1 or 0.
pub(super) fn nearest(rows: &Rows, most: usize) -> Vec<Vec<(u32, f32)>> {
    let cells = Cells::of(rows);
    let vectors = Vectors::of(rows);
    let ordered: Vec<[i16; DIMENSIONS]> = cells.order.iter().map(|&at| vectors.0[at as usize]).collect();
    let search = |at: usize| {
        let vector = &vectors.0[at];
        let mut found = Nearest::new(most);
        for range in cells.around(vector) {
            for (other, &row) in ordered[range.clone()].iter().zip(&cells.order[range]) {
                let product = product(vector, other);
                if product > found.least && row as usize != at {
                    found.put(row, product);
                }
            }
        }
        found.sorted()
    };
    (0..rows.len()).into_par_iter().with_min_len(TOGETHER).map(search).collect()
}

/// Vectors of 16-bit numbers, all of one fixed length, so that the processor's loop over them has no ends to look
/// after.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Vectors(Vec<[i16; DIMENSIONS]>);

impl Vectors {
    pub(super) fn of(rows: &Rows) -> Self {
        let rounded = |row: &[f32]| {
            let mut vector = [0; DIMENSIONS];
            vector.iter_mut().zip(row).for_each(|(to, value)| *to = (value * ONE).round() as i16);
            vector
        };
        Self(rows.data.chunks_exact(rows.cols.max(1)).map(rounded).collect())
    }

    /// The `most` with the largest positive cosines with a vector of length 1, the largest first.
    pub(super) fn nearest(&self, vector: &[f32], most: usize) -> Vec<(usize, f32)> {
        let vector = Self::of(&Rows { cols: vector.len(), data: vector.to_vec() });
        let Some(vector) = vector.0.first() else { return Vec::new() };
        let mut found = Nearest::new(most);
        for (at, row) in (0..).zip(&self.0) {
            let product = product(vector, row);
            if product > found.least {
                found.put(at, product);
            }
        }
        found.sorted().into_iter().map(|(at, cosine)| (at as usize, cosine)).collect()
    }
}

/// Rows by the cell they lie in.
struct Cells {
    centres: Vectors,
    /// The rows, cell by cell.
    order: Vec<u32>,
    /// Where each cell ends in that order.
    ends: Vec<usize>,
}

impl Cells {
    /// As many cells as the root of the rows, around evenly taken rows and then around the means of what lay
    /// there; one where all pairs are compared.
    fn of(rows: &Rows) -> Self {
        let n = rows.len();
        if n <= ALL_PAIRS_MAX {
            return Self { centres: Vectors::default(), order: (0..n as u32).collect(), ends: vec![n] };
        }
        let count = (n as f64).sqrt() as usize;
        let some = Rows::make(count, rows.cols, |at, to| to.copy_from_slice(rows.row(at * n / count)));
        let vectors = Vectors::of(rows);
        let first = assigned(&vectors, &Vectors::of(&some));
        let mut means = Rows::zero(count, rows.cols);
        for (at, &cell) in first.iter().enumerate() {
            let range = cell as usize * rows.cols..(cell as usize + 1) * rows.cols;
            super::matrix::add(&mut means.data[range], rows.row(at), 1.0);
        }
        let centres = Vectors::of(&means.unit());
        let cell_of = assigned(&vectors, &centres);
        let mut order: Vec<u32> = (0..n as u32).collect();
        order.sort_by_key(|&at| cell_of[at as usize]);
        let ends =
            (0..count as u32).map(|cell| order.partition_point(|&at| cell_of[at as usize] <= cell)).collect();
        Self { centres, order, ends }
    }

    /// The places in the order of the cells nearest to a vector.
    fn around(&self, vector: &[i16; DIMENSIONS]) -> impl Iterator<Item = std::ops::Range<usize>> {
        let mut near: Vec<(i32, usize)> =
            self.centres.0.iter().map(|centre| product(vector, centre)).zip(0..).collect();
        near.sort_unstable_by_key(|&(product, cell)| (std::cmp::Reverse(product), cell));
        near.truncate(SEARCHED);
        if near.is_empty() {
            near.push((0, 0));
        }
        let start = |cell: usize| cell.checked_sub(1).map_or(0, |before| self.ends[before]);
        near.into_iter().map(move |(_, cell)| start(cell)..self.ends[cell])
    }
}

/// The nearest of the centres for each vector.
fn assigned(vectors: &Vectors, centres: &Vectors) -> Vec<u32> {
    let one = |vector: &[i16; DIMENSIONS]| {
        let products = centres.0.iter().map(|centre| product(vector, centre)).zip(0_u32..);
        products.reduce(|a, b| if b.0 > a.0 { b } else { a }).map_or(0, |(_, cell)| cell)
    };
    vectors.0.par_iter().map(one).collect()
}

/// The symmetric graph of the nearest: an edge weighs the mean of the cosines with which its ends name each
/// other (0 when one doesn't), each row and column divided by the square root of its sum. Ties of a text without
/// neighbours to itself keep the largest eigenvalue at 1.
pub(super) fn graph(nearest: &[Vec<(u32, f32)>]) -> Sparse {
    let n = nearest.len();
    let mut edges: Vec<Vec<(u32, f32)>> = vec![Vec::new(); n];
    for (from, found) in (0_u32..).zip(nearest) {
        for &(to, cosine) in found {
            edges[from as usize].push((to, cosine / 2.0));
            edges[to as usize].push((from, cosine / 2.0));
        }
    }
    edges.par_iter_mut().enumerate().for_each(|(at, row)| {
        *row = summed(std::mem::take(row));
        if row.is_empty() {
            row.push((at as u32, 1.0));
        }
    });
    Sparse::of_rows(n, edges)
}

/// Each row and column divided by the square root of its sum.
pub(super) fn normalised(mut graph: Sparse) -> Sparse {
    let root: Vec<f32> = (0..graph.len()).map(|at| graph.row(at).1.iter().sum::<f32>().sqrt()).collect();
    for at in 0..graph.len() {
        let (columns, values) = graph.row_mut(at);
        for (&column, value) in columns.iter().zip(values) {
            *value /= (root[at] * root[column as usize]).max(f32::MIN_POSITIVE);
        }
    }
    graph
}

fn product(a: &[i16; DIMENSIONS], b: &[i16; DIMENSIONS]) -> i32 {
    wide(|| a.iter().zip(b).map(|(&a, &b)| i32::from(a) * i32::from(b)).sum())
}

/// The largest so far, unsorted; `least` is what a better one must exceed.
struct Nearest {
    most: usize,
    least: i32,
    found: Vec<(i32, u32)>,
}

impl Nearest {
    fn new(most: usize) -> Self {
        // With nothing asked for nothing exceeds this.
        Self { most, least: if most == 0 { i32::MAX } else { 0 }, found: Vec::with_capacity(2 * most) }
    }

    fn put(&mut self, row: u32, product: i32) {
        self.found.push((product, row));
        if self.found.len() >= 2 * self.most {
            self.prune();
        }
    }

    /// Keeps the largest, of equals the first ones.
    fn prune(&mut self) {
        let (_, last, _) = self.found.select_nth_unstable_by_key(self.most - 1, Self::key);
        self.least = last.0;
        self.found.truncate(self.most);
    }

    fn key(found: &(i32, u32)) -> (std::cmp::Reverse<i32>, u32) {
        (std::cmp::Reverse(found.0), found.1)
    }

    fn sorted(mut self) -> Vec<(u32, f32)> {
        self.found.sort_unstable_by_key(Self::key);
        self.found.truncate(self.most);
        self.found.into_iter().map(|(product, row)| (row, product as f32 / (ONE * ONE))).collect()
    }
}
