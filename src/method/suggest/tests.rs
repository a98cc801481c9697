use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::terms::words;
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
const BUSES: [&str; 2] = ["The bus to school never comes on time", "Two buses in the morning were cancelled"];

const PILE: [&str; 6] = [
    "Потрібен пандус біля входу до амбулаторії",
    "Не працює ліфт у будинку",
    "Коли буде вода на вулиці",
    "Запис до садочка",
    "The street lights are off in the evening",
    "Не прийшов лист про субсидію",
];

fn wall() -> Learnt {
    learn(&[QUEUES.to_vec(), PAPERS.to_vec(), BUSES.to_vec()], &mut PILE.into_iter())
}

fn groups_of(learnt: &Learnt, text: &str) -> Vec<usize> {
    learnt.suggest(text, 9).iter().map(|one| one.group).collect()
}

#[test]
fn a_note_goes_to_the_group_that_uses_its_words_and_says_which() {
    let got = wall().suggest("Мене двічі просили принести Довідки", 3);
    assert_eq!(got[0].group, 1);
    // All three notes of the group speak of it; the other words stand in one each.
    assert_eq!(got[0].words, ["Довідки", "принести", "двічі"]);
    assert!(got[0].score > 0.3, "{got:?}");
}

#[test]
fn the_words_are_spelled_as_in_the_note() {
    let got = wall().suggest("СІМ’Я", 1);
    assert_eq!(got, vec![]);
    let got = wall().suggest("«СІМ’Ї» Buses", 3);
    let words: Vec<(usize, Vec<String>)> = got.into_iter().map(|one| (one.group, one.words)).collect();
    assert!(words.contains(&(1, vec!["СІМ’Ї".to_owned()])), "{words:?}");
    assert!(words.contains(&(2, vec!["Buses".to_owned()])), "{words:?}");
}

#[test]
fn nothing_in_common_gives_no_suggestion() {
    assert_eq!(wall().suggest("Пандус закінчується сходинкою", 3), vec![]);
    assert_eq!(wall().suggest("", 3), vec![]);
    assert_eq!(wall().suggest("?! — …", 3), vec![]);
    assert_eq!(Learnt::default().suggest("Черга до лікаря", 3), vec![]);
}

#[test]
fn a_word_of_every_group_alone_gives_no_suggestion() {
    let groups = [
        vec!["не приходить автобус зранку", "не видно номер маршруту"],
        vec!["не беруть готівку", "не друкують талон"],
        vec!["не чути оголошення", "не відповідає телефон"],
    ];
    let learnt = learn(&groups, &mut PILE.into_iter());
    assert_eq!(learnt.suggest("не хочу скаржитися", 3), vec![]);
    assert_eq!(groups_of(&learnt, "не хочу говорити телефоном"), vec![2]);
}

#[test]
fn a_telling_word_outweighs_a_common_one() {
    let got = wall().suggest("До лікаря", 3);
    assert_eq!((got[0].group, got[0].words[0].as_str()), (0, "лікаря"));
}

#[test]
fn no_more_than_asked_for_and_the_best_first() {
    let learnt = wall();
    let text = "Довідка від лікаря, а bus не прийшов";
    let all = learnt.suggest(text, 9);
    assert_eq!(all.len(), 3);
    assert!(all.windows(2).all(|pair| pair[0].score >= pair[1].score));
    assert_eq!(learnt.suggest(text, 2), all[..2]);
    assert_eq!(learnt.suggest(text, 0), vec![]);
}

#[test]
fn a_long_note_speaks_no_louder_than_a_short_one() {
    let long = "ліфт не працює другий тиждень і ніхто не знає коли полагодять бо майстер у відпустці";
    let learnt = learn(&[vec![long, "ліфт"], vec!["під'їзд", "сходи"]], &mut std::iter::empty());
    // The long note's other thirteen words together weigh as much as one text; each on its own scale they
    // would leave .39 of the likeness.
    assert!(learnt.suggest("ліфт", 1)[0].score > 0.65);
}

#[test]
fn the_first_note_of_the_first_group_already_speaks() {
    let mut learnt = Learnt::default();
    learnt.add(4, "Черга до лікаря");
    assert_eq!(groups_of(&learnt, "черга до лікаря"), vec![4]);
    assert!((learnt.suggest("черга до лікаря", 1)[0].score - 1.0).abs() < 1e-6);
}

#[test]
fn a_note_that_moves_takes_its_words_along() {
    let mut learnt = wall();
    let text = "Пандус закінчується сходинкою";
    learnt.add(2, text);
    assert_eq!(groups_of(&learnt, "пандуса немає")[0], 2);
    learnt.remove(2, text);
    learnt.add(7, text);
    assert_eq!(groups_of(&learnt, "пандуса немає"), vec![7]);
}

#[test]
fn taking_out_what_was_never_in_changes_nothing() {
    let mut learnt = wall();
    for (group, text) in [(2, QUEUES[0]), (0, "Пандус"), (9, QUEUES[0])] {
        learnt.remove(group, text);
    }
    assert_eq!(learnt, wall());
}

#[test]
fn groups_of_a_table_with_holes_keep_their_numbers() {
    let learnt = learn(&[vec![], QUEUES.to_vec(), vec![], PAPERS.to_vec()], &mut std::iter::empty());
    assert_eq!(groups_of(&learnt, "довідка"), vec![3]);
    let mut far = learnt.clone();
    far.add(usize::MAX, "пандус");
    assert_eq!(groups_of(&far, "пандус"), vec![usize::MAX]);
}

/// The same in floating point and from nothing: cosine of every group with the text.
fn by_the_book(groups: &[Vec<&str>], pile: &[&str], text: &str) -> BTreeMap<usize, f64> {
    let set = |text: &str| words(text).map(|word| word.term).collect::<BTreeSet<String>>();
    let every: Vec<BTreeSet<String>> = groups.iter().flatten().chain(pile).map(|text| set(text)).collect();
    let living = groups.iter().filter(|texts| !texts.is_empty()).count() as f64;
    let worth = |term: &String| {
        let texts = every.iter().filter(|set| set.contains(term)).count().max(1) as f64;
        let held = |texts: &&Vec<&str>| texts.iter().any(|text| set(text).contains(term));
        let in_groups = groups.iter().filter(held).count().max(1) as f64;
        let among = |some: f64, all: f64| ((1.0 + all.max(some)) / (0.5 + some)).ln();
        (among(texts, every.len() as f64) * among(in_groups, living)).sqrt()
    };
    let unit = |text: &str| {
        let mut counts: BTreeMap<String, f64> = BTreeMap::new();
        words(text).for_each(|word| *counts.entry(word.term).or_default() += 1.0);
        counts.values_mut().for_each(|count| *count = 1.0 + count.ln());
        let length = counts.values().map(|x| x * x).sum::<f64>().sqrt();
        counts.into_iter().map(move |(term, x)| (term, x / length)).collect::<BTreeMap<_, _>>()
    };
    let length = |all: &BTreeMap<String, f64>| {
        all.iter().map(|(term, x)| (x * worth(term)).powi(2)).sum::<f64>().sqrt()
    };
    let note = unit(text);
    let cosine = |texts: &Vec<&str>| {
        let mut sum: BTreeMap<String, f64> = BTreeMap::new();
        for (term, x) in texts.iter().flat_map(|text| unit(text)) {
            *sum.entry(term).or_default() += x;
        }
        let shared = note.iter().filter_map(|(term, x)| Some(x * sum.get(term)? * worth(term).powi(2)));
        shared.sum::<f64>() / (length(&note) * length(&sum))
    };
    groups.iter().map(cosine).enumerate().filter(|(_, cosine)| *cosine >= f64::from(FLOOR)).collect()
}

/// Texts of a few words, so that many are shared.
fn any_text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "черга",
        "черзі",
        "лікаря",
        "лікарю",
        "до",
        "не",
        "довідка",
        "довідку",
        "сім’я",
        "п'ять",
        "bus",
        "buses",
        "school",
        "the",
        "ранок",
        "10",
        "я",
    ]);
    prop::collection::vec(word, 0..7).prop_map(|words| words.join(" "))
}

fn any_wall() -> impl Strategy<Value = (Vec<Vec<String>>, Vec<String>)> {
    (
        prop::collection::vec(prop::collection::vec(any_text(), 0..5), 1..6),
        prop::collection::vec(any_text(), 0..8),
    )
}

fn learn_all(groups: &[Vec<String>], pile: &[String]) -> Learnt {
    let groups: Vec<Vec<&str>> = groups.iter().map(|g| g.iter().map(String::as_str).collect()).collect();
    learn(&groups, &mut pile.iter().map(String::as_str))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn suggestions_are_those_of_the_book((groups, pile) in any_wall(), text in any_text()) {
        let got = learn_all(&groups, &pile).suggest(&text, 99);
        let groups: Vec<Vec<&str>> = groups.iter().map(|g| g.iter().map(String::as_str).collect()).collect();
        let pile: Vec<&str> = pile.iter().map(String::as_str).collect();
        let wanted = by_the_book(&groups, &pile, &text);
        prop_assert_eq!(got.iter().map(|one| one.group).collect::<BTreeSet<_>>(), wanted.keys().copied().collect());
        for one in got {
            prop_assert!((f64::from(one.score) - wanted[&one.group]).abs() < 1e-3, "{:?} {:?}", one, wanted);
        }
    }

    #[test]
    fn adding_one_by_one_in_any_order_is_the_same_as_learning(
        (groups, pile) in any_wall(),
        seed in any::<u64>(),
    ) {
        let mut all: Vec<(usize, &str)> = groups
            .iter()
            .enumerate()
            .flat_map(|(group, texts)| texts.iter().map(move |text| (group, text.as_str())))
            .collect();
        all.sort_by_key(|(group, text)| crate::method::random::Random::keyed(seed, (group * 31 + text.len()) as u64).bits());
        let mut learnt = learn_all(&[], &pile);
        all.iter().for_each(|(group, text)| learnt.add(*group, text));
        prop_assert_eq!(learnt, learn_all(&groups, &pile));
    }

    #[test]
    fn removing_is_the_exact_opposite_of_adding((groups, pile) in any_wall(), text in any_text(), group in 0usize..9) {
        let before = learn_all(&groups, &pile);
        let mut learnt = before.clone();
        learnt.add(group, &text);
        learnt.remove(group, &text);
        prop_assert_eq!(learnt, before);
    }

    #[test]
    fn every_suggestion_names_words_of_the_text((groups, pile) in any_wall(), text in any_text()) {
        for one in learn_all(&groups, &pile).suggest(&text, 99) {
            prop_assert!((FLOOR..=1.0).contains(&one.score));
            prop_assert!((1..=WORDS_MAX).contains(&one.words.len()));
            let spelled: Vec<&str> = words(&text).map(|word| word.spelling).collect();
            prop_assert!(one.words.iter().all(|word| spelled.contains(&word.as_str())));
        }
    }

    #[test]
    fn whatever_is_written_nothing_breaks(texts in prop::collection::vec(any::<String>(), 0..6), text in any::<String>()) {
        let mut learnt = learn_all(std::slice::from_ref(&texts), &texts);
        learnt.suggest(&text, 3);
        learnt.add(1, &text);
        for one in learnt.suggest(&text, 3) {
            prop_assert!(one.score.is_finite() && one.words.iter().all(|word| text.contains(word.as_str())));
        }
    }
}
