//! Suggestions: what they rest on, and that they follow each change.

use std::sync::Arc;

use super::super::{Corpus, Learner, differences, near_duplicates};
use super::*;

const QUEUES: [&str; 3] = [
    "Черга до лікаря починається о шостій ранку",
    "Стояла в черзі до лікаря три години",
    "Запис до лікаря телефоном не працює",
];
const PAPERS: [&str; 3] = [
    "Довідку про склад сім'ї просять двічі",
    "Ту саму довідку принесла вдруге",
    "Просять копії, хоча довідка є в реєстрі",
];

fn learner() -> Learner {
    let (texts, _) = sample(NOTES_UK);
    let pile: Vec<&str> = borrowed(&texts).into_iter().chain(QUEUES).chain(PAPERS).collect();
    let corpus = Corpus::learn(&pile, 1, &mut |_, _| true).unwrap();
    let accepted = QUEUES.map(|text| (text, 4)).into_iter().chain(PAPERS.map(|text| (text, 9)));
    Learner::learn(Arc::new(corpus), &accepted.collect::<Vec<_>>(), &mut |_, _| true).unwrap()
}

fn first(learner: &Learner, text: &str) -> Option<usize> {
    learner.suggest(text, 3).first().map(|suggestion| suggestion.group)
}

#[test]
fn a_suggestion_names_words_that_stand_in_the_text_as_they_are_spelled_there() {
    let got = learner().suggest("Мене двічі просили принести ДОВІДКИ", 3);
    assert_eq!(got[0].group, 9);
    assert!(got[0].words.contains(&"ДОВІДКИ".to_owned()), "{got:?}");
    let all: f32 = got.iter().map(|suggestion| suggestion.score).sum();
    assert!(all <= 1.001 && got[0].score > 0.5, "{got:?}");
}

#[test]
fn a_word_that_was_never_met_is_known_by_its_letters() {
    assert_eq!(first(&learner(), "Недолікарня"), Some(4));
}

#[test]
fn a_text_without_known_letters_has_no_suggestion() {
    for text in ["", "   ", "🙂🙂", "щщщ", "12"] {
        assert_eq!(learner().suggest(text, 3), [], "{text:?}");
    }
}

#[test]
fn a_note_put_into_a_theme_is_felt_at_once() {
    let mut learner = learner();
    let text = "Автобус до лікарні ходить раз на годину";
    assert_ne!(first(&learner, text), Some(7), "nothing is in the seventh yet");
    learner.add(7, "Автобус ходить раз на годину, та й то не завжди");
    assert_eq!(first(&learner, text), Some(7));
}

#[test]
fn taking_out_is_the_exact_opposite_of_putting_in() {
    let before = learner();
    let mut after = before.clone();
    for text in ["Нова нотатка про чергу", "довідка", "🙂", ""] {
        after.add(4, text);
        after.add(11, text);
    }
    for text in ["", "довідка", "🙂", "Нова нотатка про чергу"] {
        after.remove(11, text);
        after.remove(4, text);
    }
    let text = "Черга по довідку";
    assert_eq!(before.suggest(text, 9), after.suggest(text, 9));
    assert_eq!(format!("{before:?}").len(), format!("{after:?}").len());
}

#[test]
fn similar_texts_are_found_by_what_they_say_and_the_text_itself_comes_first() {
    let (texts, labels) = sample(NOTES_UK);
    let corpus = Corpus::learn(&borrowed(&texts), 1, &mut |_, _| true).unwrap();
    let mut right = 0;
    for (at, text) in texts.iter().enumerate() {
        let found = corpus.similar(&[text], 4);
        assert_eq!(found[0].0, at);
        assert!(found.windows(2).all(|two| two[0].1 >= two[1].1));
        right += found[1..].iter().filter(|(other, _)| labels[*other] == labels[at]).count();
    }
    let share = right as f64 / (3 * texts.len()) as f64;
    assert!(share > 0.45, "{share}");
    assert_eq!(corpus.similar(&[], 4), []);
}

#[test]
fn near_duplicates_are_found_with_the_words_that_differ() {
    let (texts, _) = sample(NOTES_UK);
    let mut wall = borrowed(&texts);
    wall.push("Стояла в черзі до лікаря три години");
    wall.push("Стояла в черзі до лікаря чотири години!");
    wall.push("Стояла в черзі до лікаря три години");
    let pairs = near_duplicates(&wall, &mut |_, _| true).unwrap();
    let found: Vec<(usize, usize)> = pairs.iter().map(|pair| (pair.first, pair.second)).collect();
    assert_eq!(found, [(160, 162), (160, 161)]);
    assert_eq!(pairs[0].likeness, 1.0);
    let (a, b) = (wall[160], wall[161]);
    let (only_a, only_b) = differences(a, b);
    assert_eq!(only_a.iter().map(|range| &a[range.clone()]).collect::<Vec<_>>(), ["три"]);
    assert_eq!(only_b.iter().map(|range| &b[range.clone()]).collect::<Vec<_>>(), ["чотири"]);
    assert_eq!(differences(a, a), (vec![], vec![]));
}

#[test]
fn spelling_and_case_are_no_difference() {
    let (a, b) = ("П'ЯТЬ ДОВІДОК", "п’ять довідок");
    assert_eq!(differences(a, b), (vec![], vec![]));
    assert_eq!(near_duplicates(&[a, b], &mut |_, _| true).unwrap()[0].likeness, 1.0);
}
