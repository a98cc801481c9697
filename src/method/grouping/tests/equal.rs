//! What must never make a difference, and what must never move.

use super::super::measure::adjusted_rand;
use super::*;
use crate::method::random::Random;

fn threads<T: Send>(count: usize, work: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new().num_threads(count).build().unwrap().install(work)
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let (texts, _) = sample(NOTES_UK);
    let loose = borrowed(&texts);
    let one = threads(1, || grouped(&loose, Wanted::Number(10)));
    let many = threads(5, || grouped(&loose, Wanted::Number(10)));
    assert_eq!(one, many);
}

#[test]
fn another_order_of_the_texts_gives_the_same_groups_in_that_order() {
    let (texts, _) = sample(NOTES_EN);
    let loose = borrowed(&texts);
    let first = grouped(&loose, Wanted::Grain(2));
    let mut order: Vec<usize> = (0..loose.len()).collect();
    let mut random = Random::new(3);
    order.sort_by_cached_key(|_| random.bits());
    let shuffled: Vec<&str> = order.iter().map(|&at| loose[at]).collect();
    let second = grouped(&shuffled, Wanted::Grain(2));
    let expected: Vec<_> = order.iter().map(|&at| first.placed[at]).collect();
    assert_eq!(second.placed, expected);
    let words =
        |grouping: &Grouping| grouping.groups.iter().map(|group| group.words.clone()).collect::<Vec<_>>();
    assert_eq!(words(&first), words(&second));
}

#[test]
fn another_seed_gives_much_the_same_groups_and_the_same_seed_the_same() {
    let (texts, _) = sample(NOTES_UK);
    let wall = Wall { loose: borrowed(&texts), ..Wall::default() };
    let by = |seed| {
        groups_of(
            &propose(&wall, Wanted::Number(10), seed, &mut |_, _| true).unwrap().cut(Wanted::Number(10)),
        )
    };
    assert_eq!(by(7), by(7));
    let agreement = adjusted_rand(&by(7), &by(8));
    assert!(agreement > 0.4, "{agreement}");
}

#[test]
fn what_people_have_placed_stays_and_what_they_refused_stays_away() {
    let (texts, labels) = sample(NOTES_EN);
    // The first three of the first four topics are placed.
    let mut left = [3; 4];
    let (mut accepted, mut loose) = (Vec::new(), Vec::new());
    for (text, &label) in texts.iter().zip(&labels) {
        match left.get_mut(label) {
            Some(left) if *left > 0 => {
                *left -= 1;
                accepted.push((text.as_str(), label));
            }
            _ => loose.push(text.as_str()),
        }
    }
    let wanted = Wanted::Number(10);
    let wall = Wall { loose: loose.clone(), accepted: accepted.clone(), ..Wall::default() };
    let before = proposed(&wall, wanted).cut(wanted);
    let people: Vec<Option<usize>> = before.groups.iter().map(|group| group.accepted).collect();
    assert_eq!(people[..4], [Some(0), Some(1), Some(2), Some(3)], "their groups come first");
    assert!(people[4..].iter().all(Option::is_none));
    let at = before.placed.iter().position(|put| put.is_some_and(|put| put.group == 1)).unwrap();
    let refused = Wall { refused: vec![(at, 1)], ..wall.clone() };
    let after = proposed(&refused, wanted).cut(wanted);
    assert_ne!(after.placed[at].unwrap().group, 1);
    // At no grain do two groups of people become one.
    let proposals = proposed(&wall, Wanted::Grain(2));
    for grain in 0..=super::super::GRAIN_MAX {
        let cut = proposals.cut(Wanted::Grain(grain));
        let kept: Vec<usize> = cut.groups.iter().filter_map(|group| group.accepted).collect();
        assert_eq!(kept, [0, 1, 2, 3]);
    }
    // A copy of a placed text goes where that lies.
    let copied = Wall { loose: vec![accepted[0].0, loose[0]], ..wall };
    let cut = proposed(&copied, Wanted::Accepted).cut(Wanted::Accepted);
    assert_eq!(cut.groups[cut.placed[0].unwrap().group].accepted, Some(accepted[0].1));
    assert!(cut.groups.iter().all(|group| group.accepted.is_some()));
}

#[test]
fn coarser_grains_are_made_of_whole_finer_groups() {
    let (texts, _) = sample(NOTES_UK);
    let proposals = proposed(&Wall { loose: borrowed(&texts), ..Wall::default() }, Wanted::Grain(2));
    let cuts: Vec<Grouping> =
        (0..=super::super::GRAIN_MAX).map(|grain| proposals.cut(Wanted::Grain(grain))).collect();
    for (coarse, fine) in cuts.iter().zip(&cuts[1..]) {
        assert!(coarse.groups.len() <= fine.groups.len());
        let mut home = vec![None; fine.groups.len()];
        for (wide, narrow) in coarse.placed.iter().zip(&fine.placed) {
            let (Some(wide), Some(narrow)) = (wide, narrow) else { continue };
            assert_eq!(*home[narrow.group].get_or_insert(wide.group), wide.group);
        }
    }
    assert!(cuts[0].groups.len() < cuts[4].groups.len());
}

#[test]
fn work_that_is_told_to_stop_stops() {
    let (texts, labels) = sample(NOTES_EN);
    let loose = borrowed(&texts);
    let wall = Wall { loose: loose.clone(), ..Wall::default() };
    let mut calls = 0;
    propose(&wall, Wanted::Grain(2), 1, &mut |_, _| {
        calls += 1;
        true
    });
    assert!(calls > 5, "{calls}");
    for stop_at in 0..calls {
        let mut told = 0;
        let mut progress = |done: u64, all: u64| {
            assert!(done <= all);
            told += 1;
            told <= stop_at
        };
        assert!(propose(&wall, Wanted::Grain(2), 1, &mut progress).is_none(), "{stop_at}");
        assert_eq!(told, stop_at + 1, "nothing goes on");
    }
    let corpus = std::sync::Arc::new(super::super::Corpus::learn(&loose, 1, &mut |_, _| true).unwrap());
    let accepted: Vec<(&str, usize)> = loose.iter().copied().zip(labels).collect();
    assert!(super::super::Learner::learn(corpus, &accepted, &mut |_, _| false).is_none());
    assert!(super::super::near_duplicates(&loose, &mut |_, _| false).is_none());
}
