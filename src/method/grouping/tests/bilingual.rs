//! Two languages on one wall.

use super::super::{across_scripts, script};
use super::*;

#[test]
fn no_group_holds_texts_in_two_scripts_unless_people_put_them_there() {
    let (english, _) = sample(NOTES_EN);
    let (ukrainian, _) = sample(NOTES_UK);
    let loose: Vec<&str> = borrowed(&english).into_iter().chain(borrowed(&ukrainian)).collect();
    for wanted in [Wanted::Number(20), Wanted::Grain(0), Wanted::Grain(4)] {
        let cut = grouped(&loose, wanted);
        let mut scripts = vec![None; cut.groups.len()];
        for (text, put) in loose.iter().zip(&cut.placed) {
            let (Some(put), script) = (put, script::script(text)) else { continue };
            assert_eq!(*scripts[put.group].get_or_insert(script), script, "{text}");
        }
        assert!(wanted != Wanted::Number(20) || cut.groups.len() == 20);
    }
}

#[test]
fn words_that_sound_alike_pair_notes_of_two_languages() {
    let (texts, labels) = sample(MIXED);
    let pairs = across_scripts(&borrowed(&texts), &[], &mut |_, _| true).unwrap();
    let right = pairs.iter().filter(|pair| labels[pair.first] == labels[pair.second]).count();
    assert!(right >= 5 && pairs.len() <= right + 2, "{right} of {}", pairs.len());
    assert!(pairs.iter().all(|pair| (0.0..=1.0).contains(&pair.likeness) && pair.first < pair.second));
}

#[test]
fn what_people_put_together_teaches_which_words_go_with_which() {
    let texts = [
        "The queue starts at six",
        "Черга починається о шостій",
        "Long queue in the corridor",
        "Черга на весь коридор",
        "The bus never came",
        "Автобус не приїхав",
        "Queue again, two hours",
        "Знову черга, дві години",
    ];
    // The last note with any of those that speak of queues.
    let of_last = |pairs: &[super::super::Pair]| {
        pairs.iter().any(|pair| pair.second == 7 && [0, 2, 6].contains(&pair.first))
    };
    let alone = across_scripts(&texts, &[None; 8], &mut |_, _| true).unwrap();
    assert!(!of_last(&alone), "nothing sounds alike: {alone:?}");
    let together = [Some(0), Some(0), Some(0), Some(0), Some(1), Some(1), None, None];
    let taught = across_scripts(&texts, &together, &mut |_, _| true).unwrap();
    assert!(of_last(&taught), "{taught:?}");
}

#[test]
fn groups_in_two_scripts_that_may_mean_the_same_know_each_other() {
    let (texts, labels) = sample(MIXED);
    let loose = borrowed(&texts);
    let cut = grouped(&loose, Wanted::Number(24));
    let label = |group: usize| {
        let at = cut.placed.iter().position(|put| put.is_some_and(|put| put.group == group)).unwrap();
        labels[at]
    };
    let twins: Vec<(usize, usize)> =
        cut.groups.iter().enumerate().filter_map(|(at, group)| Some((at, group.twin?))).collect();
    assert!(!twins.is_empty());
    for &(a, b) in &twins {
        assert_eq!(cut.groups[b].twin, Some(a), "both ways");
    }
    let right = twins.iter().filter(|(a, b)| label(*a) == label(*b)).count();
    assert!(2 * right > twins.len(), "{right} of {}", twins.len());
}
