//! How well it works on small walls that were written for these tests. The bounds leave a margin below what was
//! measured; the named command measures on real sets.

use super::super::measure::{adjusted_rand, b_cubed};
use super::super::{Corpus, Learner};
use super::*;

#[test]
fn a_small_wall_is_sorted_much_better_than_by_its_plain_words() {
    // By plain words (k-means on latent semantic analysis of prefixes, as measured): .08 and .24.
    for (csv, least) in [(NOTES_EN, 0.17), (NOTES_UK, 0.31)] {
        let (texts, labels) = sample(csv);
        let found = groups_of(&grouped(&borrowed(&texts), Wanted::Number(10)));
        let agreement = adjusted_rand(&labels, &found);
        assert!(agreement > least, "{agreement}");
    }
}

#[test]
fn without_a_number_a_wall_falls_into_a_sensible_number_of_groups() {
    for (csv, least) in [(NOTES_EN, 0.27), (NOTES_UK, 0.42)] {
        let (texts, labels) = sample(csv);
        let cut = grouped(&borrowed(&texts), Wanted::Grain(2));
        assert!((6..=20).contains(&cut.groups.len()), "{}", cut.groups.len());
        let (_, _, f) = b_cubed(&labels, &groups_of(&cut));
        assert!(f > least, "{f}");
    }
}

#[test]
fn one_of_three_suggestions_is_mostly_right_after_five_notes_a_theme() {
    for (csv, least) in [(NOTES_EN, 0.70), (NOTES_UK, 0.80)] {
        let (texts, labels) = sample(csv);
        let mut left = [5; 10];
        let (mut accepted, mut asked) = (Vec::new(), Vec::new());
        for (text, &label) in texts.iter().zip(&labels) {
            match left[label] {
                0 => asked.push((text, label)),
                _ => {
                    left[label] -= 1;
                    accepted.push((text.as_str(), label));
                }
            }
        }
        let corpus = Corpus::learn(&borrowed(&texts), 1, &mut |_, _| true).unwrap();
        let learner = Learner::learn(corpus.into(), &accepted, &mut |_, _| true).unwrap();
        let right = |(text, label): &&(&String, usize)| {
            learner.suggest(text, 3).iter().any(|suggestion| suggestion.group == *label)
        };
        let share = asked.iter().filter(right).count() as f64 / asked.len() as f64;
        assert!(share > least, "{share}");
    }
}

#[test]
fn a_pile_of_the_same_kind_helps_a_small_wall() {
    let (texts, labels) = sample(NOTES_UK);
    let by = |first: usize, pile: Vec<&str>| {
        let loose = texts.iter().skip(first).step_by(3).map(String::as_str).collect();
        let labels: Vec<usize> = labels.iter().copied().skip(first).step_by(3).collect();
        let wall = Wall { loose, pile, ..Wall::default() };
        adjusted_rand(&labels, &groups_of(&proposed(&wall, Wanted::Number(10)).cut(Wanted::Number(10))))
    };
    let alone: f64 = (0..3).map(|first| by(first, Vec::new())).sum();
    let with: f64 = (0..3).map(|first| by(first, borrowed(&texts))).sum();
    assert!(with > alone, "{with} with the pile, {alone} without, over three walls");
}

#[test]
fn a_group_is_named_by_the_words_that_it_is_about() {
    let (texts, _) = sample(NOTES_UK);
    let cut = grouped(&borrowed(&texts), Wanted::Number(10));
    let all: Vec<&str> = cut.groups.iter().flat_map(|group| group.words.iter().map(String::as_str)).collect();
    for stem in ["субсиді", "ветеран", "автобус", "довід"] {
        assert!(all.iter().any(|word| word.starts_with(stem)), "{stem} in {all:?}");
    }
    for group in &cut.groups {
        assert!((1..=3).contains(&group.words.len()), "{group:?}");
        assert!(group.central.is_some());
    }
    for stop in ["на", "не", "що", "але"] {
        assert!(!all.contains(&stop), "{stop} in {all:?}");
    }
}
