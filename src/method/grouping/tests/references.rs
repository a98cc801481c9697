//! Results that were worked out by hand, or follow from a theorem.

use super::super::hierarchy::merges;
use super::super::kmeans::{Said, kmeans};
use super::super::matrix::{Rows, Sparse, dot, eigen, right_singular};
use super::super::measure::{adjusted_rand, b_cubed, mutual_information};
use super::super::mixture::refine;
use super::super::neighbours::{graph, nearest, normalised};
use super::super::spectral::Spectrum;
use super::super::topicality::topicality;
use super::super::vocabulary::Vocabulary;
use crate::method::random::Random;

fn near(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-4, "{a} is not {b}");
}

#[test]
fn agreement_is_that_of_the_textbooks() {
    // The example of Manning, Raghavan and Schütze (2008), 16.3: 17 points in three groups.
    let labels = [0, 0, 0, 0, 0, 1, 0, 1, 1, 1, 1, 2, 0, 0, 2, 2, 2];
    let groups = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2];
    // Pairs that agree: 20 of 40 in groups, 44 by labels, 136 in all.
    near(adjusted_rand(&labels, &groups), (20.0 - 40.0 * 44.0 / 136.0) / (42.0 - 40.0 * 44.0 / 136.0));
    near(mutual_information(&labels, &groups), 0.364561771857);
    // Precision: (5·5/6 + 1/6 + 1/6 + 4·4/6 + 1/6 + 2·2/5 + 3·3/5) / 17, recall alike over 8, 5 and 4.
    let precision =
        (25.0 / 6.0 + 1.0 / 6.0 + 1.0 / 6.0 + 16.0 / 6.0 + 1.0 / 6.0 + 4.0 / 5.0 + 9.0 / 5.0) / 17.0;
    let recall = (25.0 / 8.0 + 1.0 / 8.0 + 4.0 / 8.0 + 1.0 / 5.0 + 16.0 / 5.0 + 1.0 / 4.0 + 9.0 / 4.0) / 17.0;
    let (p, r, f) = b_cubed(&labels, &groups);
    near(p, precision);
    near(r, recall);
    near(f, 2.0 * precision * recall / (precision + recall));
}

#[test]
fn the_same_groups_under_other_numbers_agree_wholly_and_chance_does_not() {
    let labels: Vec<usize> = (0..600).map(|at| at % 3).collect();
    let renamed: Vec<usize> = labels.iter().map(|label| 7 - label).collect();
    near(adjusted_rand(&labels, &renamed), 1.0);
    near(mutual_information(&labels, &renamed), 1.0);
    let mut random = Random::new(5);
    let drawn: Vec<usize> = labels.iter().map(|_| (random.unit() * 3.0) as usize).collect();
    assert!(adjusted_rand(&labels, &drawn).abs() < 0.02);
}

#[test]
fn eigenvalues_of_a_known_matrix() {
    // The path of four nodes: 2·cos(kπ/5).
    let path = [0.0, 1.0, 0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 1.0, 0.0];
    let (values, vectors) = eigen(path.to_vec(), 4);
    for (k, value) in (1..).zip(&values) {
        near(*value, 2.0 * (f64::from(k) * std::f64::consts::PI / 5.0).cos());
    }
    for (at, value) in values.iter().enumerate() {
        let vector: Vec<f64> = (0..4).map(|row| f64::from(vectors.row(row)[at])).collect();
        for row in 0..4 {
            let image: f64 = (0..4).map(|col| path[row * 4 + col] * vector[col]).sum();
            near(image, value * vector[row]);
        }
    }
}

#[test]
fn arithmetic_on_many_numbers_at_once_is_that_of_one_by_one_to_the_last_bit() {
    for (rows, cols, others) in [(1, 1, 1), (3, 5, 2), (7, 8, 9), (9, 17, 16), (30, 33, 40), (5, 135, 129)] {
        let (left, right) = (Rows::random(rows, cols, 1), Rows::random(cols, others, 2));
        let product = left.times(&right);
        for row in 0..rows {
            for col in 0..others {
                let mut sum = 0.0_f32;
                (0..cols).for_each(|k| sum += left.row(row)[k] * right.row(k)[col]);
                assert_eq!(product.row(row)[col].to_bits(), sum.to_bits(), "{rows} x {cols} x {others}");
            }
        }
        let gram = left.gram();
        for (i, j) in (0..cols).flat_map(|i| (0..cols).map(move |j| (i.min(j), i.max(j)))) {
            let mut sum = 0.0_f32;
            (0..rows).for_each(|row| sum += left.row(row)[i] * left.row(row)[j]);
            assert_eq!(gram[i * cols + j].to_bits(), f64::from(sum).to_bits());
        }
    }
}

#[test]
fn singular_values_of_a_known_matrix() {
    // [[3, 0], [4, 5]] has 3·√5 and √5; its first right vector is (1, 1)/√2.
    let matrix = Sparse::of_rows(2, vec![vec![(0, 3.0)], vec![(0, 4.0), (1, 5.0)]]);
    let (vectors, values) = right_singular(&matrix, 2, 1);
    near(values[0], 3.0 * 5.0_f64.sqrt());
    near(values[1], 5.0_f64.sqrt());
    near(f64::from(vectors.row(0)[0] / vectors.row(1)[0]), 1.0);
}

#[test]
fn a_low_rank_matrix_is_found_again_from_its_singular_vectors() {
    let left = Rows::random(60, 3, 1);
    let right = Rows::random(40, 3, 2);
    let value = |row: usize, col: usize| dot(left.row(row), right.row(col));
    let rows = (0..60).map(|row| (0..40).map(|col| (col as u32, value(row, col))).collect()).collect();
    let matrix = Sparse::of_rows(40, rows);
    let (vectors, values) = right_singular(&matrix, 5, 3);
    assert!(values[2] > 0.1 && values[3] < 1e-3, "{values:?}");
    let along = matrix.times(&vectors);
    for row in 0..60 {
        for col in 0..40 {
            near(f64::from(dot(along.row(row), vectors.row(col))), f64::from(value(row, col)));
        }
    }
}

#[test]
fn the_leading_directions_of_a_graph_part_its_groups() {
    // Two triangles with a thin tie: the second eigenvector has one sign in each.
    let edges = [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0), (3, 4, 1.0), (4, 5, 1.0), (3, 5, 1.0), (2, 3, 0.1)];
    let mut ties = vec![Vec::new(); 6];
    for (a, b, weight) in edges {
        ties[a as usize].push((b, weight));
        ties[b as usize].push((a, weight));
    }
    let matrix = normalised(graph(&ties));
    let spectrum = Spectrum::of(&matrix, 2, 1, &mut || true).unwrap();
    let of = kmeans(&spectrum.points(2), &[1.0; 6], 2, Said::default(), 1);
    assert_eq!(adjusted_rand(&[0, 0, 0, 1, 1, 1], &of.iter().map(|&g| g as usize).collect::<Vec<_>>()), 1.0);
}

#[test]
fn neighbours_are_those_of_all_pairs() {
    let rows = Rows::random(400, 24, 9).unit();
    let found = nearest(&rows, 5);
    for at in [0, 17, 399] {
        let mut all: Vec<(f32, usize)> = (0..400)
            .filter(|&other| other != at)
            .map(|other| (dot(rows.row(at), rows.row(other)), other))
            .collect();
        all.sort_by(|a, b| b.0.total_cmp(&a.0));
        // Rounding to 16 bits may change the order of two that are equal to four digits.
        for ((_, cosine), (exact, _)) in found[at].iter().zip(&all) {
            assert!((cosine - exact).abs() < 1e-3, "{cosine} {exact}");
        }
    }
}

#[test]
fn most_neighbours_are_found_among_many_too() {
    let rows = Rows::random(5_000, 16, 3).unit();
    let found = nearest(&rows, 10);
    let mut right = 0;
    for (at, found) in found.iter().enumerate().step_by(50) {
        let mut all: Vec<(f32, usize)> = (0..5_000)
            .filter(|&other| other != at)
            .map(|other| (dot(rows.row(at), rows.row(other)), other))
            .collect();
        all.sort_by(|a, b| b.0.total_cmp(&a.0));
        right += found
            .iter()
            .filter(|(row, _)| all[..10].iter().any(|(_, other)| *other == *row as usize))
            .count();
    }
    // Points without any groups are the hardest case; texts lie closer together.
    assert!(right >= 800, "{right} of 1,000");
}

#[test]
fn topicality_is_the_mean_cosine_without_the_word_shrunk() {
    let texts = [("чорна кава", 1), ("чорна кава", 1), ("чорна ніч", 1), ("ніч кава", 1)];
    let (vocabulary, read) = Vocabulary::learn(&texts);
    let of = |word: &str| vocabulary.term(word).unwrap() as usize;
    let mut vectors = Rows::zero(3, 2);
    // «кава» along the first axis, «ніч» along the second, «чорна» between.
    vectors.data[2 * of("кава")] = 1.0;
    vectors.data[2 * of("ніч") + 1] = 1.0;
    vectors.data[2 * of("чорна")..2 * of("чорна") + 2].fill(1.0);
    let mut postings = vec![Vec::new(); 3];
    for (text, read) in (0..).zip(&read) {
        read.terms.iter().for_each(|&term| postings[term as usize].push(text));
    }
    let found = topicality(&read, &postings, &vectors);
    // Without «чорна» its texts are кава, кава, ніч: cosines 1, 0, 0; a third of them, times 3 of 6.
    near(f64::from(found[of("чорна")]), 1.0 / 3.0 * 0.5);
}

#[test]
fn the_mixture_moves_a_text_to_the_words_that_explain_it() {
    // Terms 0 and 1 belong to the first group, 2 and 3 to the second; the last text lies wrong.
    let texts: [&[u32]; 7] = [&[0, 1], &[0, 1], &[0, 1], &[2, 3], &[2, 3], &[2, 3], &[2, 3]];
    let of = refine(&texts, 4, &[1.0; 7], vec![0, 0, 0, 1, 1, 1, 0], 2, Said::default());
    assert_eq!(of, [0, 0, 0, 1, 1, 1, 1]);
    // By hand, first round: log(4.1) + 2·log(1.1 / 8.4) for the first group against log(3.1) + 2·log(3.1 / 6.4).
    let first = 4.1_f64.ln() + 2.0 * (1.1_f64 / 8.4).ln();
    let second = 3.1_f64.ln() + 2.0 * (3.1_f64 / 6.4).ln();
    assert!(second > first);
    let said = Said { groups: 2, placed: &[None, None, None, None, None, None, Some(0)], refused: &[(3, 1)] };
    let of = refine(&texts, 4, &[1.0; 7], vec![0, 0, 0, 0, 1, 1, 0], 2, said);
    assert_eq!((of[3], of[6]), (0, 0), "what people said stands");
}

#[test]
fn groups_merge_by_how_much_more_they_are_tied_than_by_chance() {
    // Three groups of one text each; ties 0-1: 2, 1-2: 1.
    let graph = Sparse::of_rows(3, vec![vec![(1, 2.0)], vec![(0, 2.0), (2, 1.0)], vec![(1, 1.0)]]);
    let merges = merges(&graph, &[0, 1, 2], 3, 0);
    // All weights: 6. 0-1: 2·6/(2·3) = 2, 1-2: 1·6/(3·1) = 2; the first of equals, then 1·6/(5·1).
    assert_eq!((merges[0].into, merges[0].from), (0, 1));
    near(merges[0].tied, 2.0);
    near(merges[1].tied, 1.2);
    let kept = super::super::hierarchy::merges(&graph, &[0, 1, 2], 3, 1);
    let into: Vec<(u32, u32)> = kept.iter().map(|merge| (merge.into, merge.from)).collect();
    assert_eq!(into, [(1, 2)], "what people made takes no part");
}

#[test]
fn surprise_is_pointwise_mutual_information_with_smoothed_contexts() {
    // Two texts «сонце море», one «сонце гори», two «гори ліс»; contexts: море 2, сонце 3, гори 3, ліс 2.
    let texts = ["сонце море", "сонце море тут", "сонце гори", "гори ліс", "гори ліс там"];
    let corpus = super::super::Corpus::learn(&texts, 1, &mut |_, _| true).unwrap();
    let power = |count: f64| count.powf(0.75);
    let all = 2.0 * power(2.0) + 2.0 * power(3.0);
    // «сонце» meets море twice of three times.
    near(corpus.surprise("сонце", "море"), (2.0 / (3.0 * power(2.0) / all)).ln());
    // «море» meets nothing but сонце.
    near(corpus.surprise("море", "сонце"), (2.0 / (2.0 * power(3.0) / all)).ln());
    near(corpus.surprise("море", "ліс"), 0.0);
}
