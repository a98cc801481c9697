//! Inputs that nobody wishes for: an answer, never a panic.

use super::super::{Corpus, GRAIN_MAX, Learner, across_scripts, differences, near_duplicates};
use super::*;

const ALL: [Wanted; 7] = [
    Wanted::Number(0),
    Wanted::Number(1),
    Wanted::Number(3),
    Wanted::Number(5_000),
    Wanted::Grain(0),
    Wanted::Grain(GRAIN_MAX),
    Wanted::Accepted,
];

/// Everything that can be asked of texts.
fn everything(texts: &[&str]) -> Grouping {
    for wanted in ALL {
        let cut = grouped(texts, wanted);
        assert_eq!(cut.placed.len(), texts.len());
        for put in cut.placed.iter().flatten() {
            assert!(put.group < cut.groups.len());
            assert!((0.0..=1.0).contains(&put.distance), "{}", put.distance);
        }
    }
    let corpus = Corpus::learn(texts, 1, &mut |_, _| true).unwrap();
    assert!(corpus.similar(texts, 3).len() <= 3);
    let accepted: Vec<(&str, usize)> = texts.iter().copied().zip((0..).map(|at| at % 3)).collect();
    let learner = Learner::learn(corpus.into(), &accepted, &mut |_, _| true).unwrap();
    for text in texts.iter().take(20) {
        let suggested = learner.suggest(text, 3);
        assert!(suggested.iter().all(|one| one.score.is_finite()), "{suggested:?}");
        differences(text, texts[0]);
    }
    near_duplicates(texts, &mut |_, _| true).unwrap();
    across_scripts(texts, &[], &mut |_, _| true).unwrap();
    for accepted in [vec![], accepted] {
        let wall = Wall {
            loose: texts.to_vec(),
            refused: vec![(0, 0), (9_999, 1), (0, 77)],
            accepted,
            pile: vec![],
        };
        for wanted in ALL {
            proposed(&wall, wanted).cut(wanted);
        }
    }
    grouped(texts, Wanted::Grain(2))
}

#[test]
fn nothing() {
    assert_eq!(everything(&[]), Grouping::default());
}

#[test]
fn one_note() {
    everything(&["Черга починається о шостій"]);
}

#[test]
fn two_notes_that_share_a_word_lie_together() {
    let cut = everything(&["одна черга", "друга черга"]);
    assert!(
        cut.placed[0].is_some() && cut.placed[0].map(|put| put.group) == cut.placed[1].map(|put| put.group)
    );
}

#[test]
fn a_thousand_identical_notes_are_one_group() {
    let cut = everything(&["Черга починається о шостій"; 1_000]);
    assert_eq!(cut.groups.len(), 1);
    assert!(cut.placed.iter().all(|put| put.is_some_and(|put| put.distance < 0.001)));
}

#[test]
fn emoji_and_empty_notes_lie_nowhere() {
    let cut = everything(&["🙂", "🙂🙂🙂", "👩‍👩‍👧‍👦", "", "   ", "—!?", "я", "\u{301}\u{301}"]);
    assert!(cut.placed.iter().all(Option::is_none), "{cut:?}");
}

#[test]
fn notes_of_one_word() {
    let cut = everything(&["черга", "Черга", "черги", "автобус", "автобуси", "АВТОБУС"]);
    let group = |at: usize| cut.placed[at].map(|put| put.group);
    assert_eq!((group(0), group(0)), (group(1), group(2)));
    assert_eq!((group(3), group(3)), (group(4), group(5)));
    assert_ne!(group(0), group(3));
}

#[test]
fn a_note_of_64_kib_and_a_word_as_long() {
    let long = "дуже довга нотатка про чергу ".repeat(1_300);
    let word = "щ".repeat(32 * 1024);
    everything(&[&long, &word, "коротка нотатка про чергу", "черга"]);
}

#[test]
fn two_scripts_in_one_word() {
    everything(&["чеpга до лікаря", "черга do лікаря", "queueчерга", "Черга в appі", "lікаря app"]);
}

#[test]
fn labels_that_occur_once_and_groups_of_nothing() {
    let accepted: Vec<(&str, usize)> =
        vec![("черга до лікаря", 5), ("🙂", 900), ("", 17), ("автобус не їде", 2)];
    let wall = Wall {
        loose: vec!["велика черга", "автобус спізнився", "?"], accepted, ..Wall::default()
    };
    for wanted in ALL {
        let cut = proposed(&wall, wanted).cut(wanted);
        let people: Vec<usize> = cut.groups.iter().filter_map(|group| group.accepted).collect();
        assert_eq!(people, [2, 5, 17, 900]);
    }
    let cut = proposed(&wall, Wanted::Accepted).cut(Wanted::Accepted);
    let label = |at: usize| cut.placed[at].and_then(|put| cut.groups[put.group].accepted);
    assert_eq!((label(0), label(1), label(2)), (Some(5), Some(2), None));
}
