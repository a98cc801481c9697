use proptest::prelude::*;

use super::*;

fn sure(score: f64) -> Option<Estimate> {
    Some(Estimate { low: score, mode: score, high: score })
}

fn around(low: f64, mode: f64, high: f64) -> Option<Estimate> {
    Some(Estimate { low, mode, high })
}

fn item(key: u64, demand: Option<f64>, impact: Option<Estimate>, feasibility: Option<Estimate>) -> Item {
    Item { key, demand, demand_count: None, impact, feasibility }
}

const EVEN: Weights = Weights { demand: 1.0, impact: 1.0, feasibility: 1.0 };
const IMPACT: Weights = Weights { demand: 0.0, impact: 1.0, feasibility: 0.0 };

fn input(items: Vec<Item>, weights: Weights) -> Input {
    Input { items, weights, draws: 20_000, seed: 42 }
}

fn ranked(input: &Input) -> Ranked {
    rank(input, &mut |_, _| true).unwrap()
}

fn near(got: f64, wanted: f64) {
    assert!((got - wanted).abs() < 0.012, "{got} is not near {wanted}");
}

#[test]
fn the_score_is_the_weighted_sum_of_its_parts() {
    let weights = Weights { demand: 25.0, impact: 50.0, feasibility: 25.0 };
    let got = score(&item(1, Some(0.8), around(2.0, 4.0, 5.0), sure(3.0)), &weights);
    // .25 * .8 + .5 * (4 - 1)/4 + .25 * (3 - 1)/4
    assert!((got.total - (0.2 + 0.375 + 0.125)).abs() < 1e-12);
    assert_eq!((got.demand, got.impact, got.feasibility, got.unknown), (0.2, 0.375, 0.125, 0));
}

#[test]
fn an_unknown_criterion_stands_in_the_middle_and_is_counted() {
    let got = score(&item(1, None, sure(5.0), None), &EVEN);
    assert!((got.total - (0.5 + 1.0 + 0.5) / 3.0).abs() < 1e-12);
    assert_eq!(got.unknown, 2);
}

#[test]
fn weak_evidence_does_not_change_the_score() {
    let narrow = score(&item(1, Some(0.5), around(4.7, 5.0, 5.0), None), &EVEN);
    let wide = score(&item(1, Some(0.5), around(3.5, 5.0, 5.0), None), &EVEN);
    assert_eq!(narrow, wide);
}

#[test]
fn a_list_without_items_is_ranked_too() {
    let none = ranked(&input(vec![], EVEN));
    assert_eq!((none.order, none.rows), (vec![], vec![]));
}

#[test]
fn a_single_item_is_first_for_certain() {
    let one = ranked(&input(vec![item(9, None, None, None)], EVEN));
    let row = Row {
        item: 0,
        score: 0.5,
        low_rank: 1,
        high_rank: 1,
        median_rank: 1,
        top3: 1.0,
        beats_next: 1.0,
        band: (1, 1),
    };
    assert_eq!(one.rows, vec![row]);
}

#[test]
fn certain_items_far_apart_are_told_apart() {
    let items = vec![
        item(1, Some(0.1), sure(1.0), sure(1.0)),
        item(2, Some(0.9), sure(5.0), sure(5.0)),
        item(3, Some(0.5), sure(3.0), sure(3.0)),
    ];
    let got = ranked(&input(items, EVEN));
    assert_eq!(got.order, vec![1, 2, 0]);
    for (place, row) in got.rows.iter().enumerate() {
        let rank = place as u32 + 1;
        assert_eq!((row.low_rank, row.median_rank, row.high_rank), (rank, rank, rank));
        assert_eq!((row.beats_next, row.band), (1.0, (rank, rank)));
    }
}

#[test]
fn the_chance_to_beat_the_next_is_the_area_of_the_triangle() {
    // Certain 4 against 1-3-5: the triangle holds (5 - 4)² / ((5 - 1)(5 - 3)) = 1/8 above 4.
    let items = vec![item(1, None, sure(4.0), None), item(2, None, around(1.0, 3.0, 5.0), None)];
    let got = ranked(&input(items, IMPACT));
    assert_eq!(got.order, vec![0, 1]);
    near(got.rows[0].beats_next, 0.875);
    assert_eq!((got.rows[0].band, got.rows[1].band), ((1, 1), (2, 2)));
}

#[test]
fn under_eighty_percent_neighbours_share_a_band() {
    // Certain 3.5 against 1-3-5: 1.5² / 8 = .281 above, so .719 for the upper one.
    let items = vec![item(1, None, sure(3.5), None), item(2, None, around(1.0, 3.0, 5.0), None)];
    let got = ranked(&input(items, IMPACT));
    near(got.rows[0].beats_next, 0.719);
    assert_eq!((got.rows[0].band, got.rows[1].band), ((1, 2), (1, 2)));
}

#[test]
fn bands_chain_over_neighbours_and_end_at_a_clear_step() {
    let items = vec![
        item(1, None, around(4.0, 4.6, 5.0), None),
        item(2, None, around(4.0, 4.5, 5.0), None),
        item(3, None, around(4.0, 4.4, 5.0), None),
        item(4, None, sure(1.5), None),
        item(5, None, sure(1.0), None),
    ];
    let bands: Vec<(u32, u32)> = ranked(&input(items, IMPACT)).rows.iter().map(|row| row.band).collect();
    assert_eq!(bands, vec![(1, 3), (1, 3), (1, 3), (4, 4), (5, 5)]);
}

#[test]
fn items_of_which_nothing_is_known_come_to_every_rank_alike() {
    let items = (0..4).map(|key| item(key, None, None, None)).collect();
    let got = ranked(&input(items, IMPACT));
    for row in &got.rows {
        near(row.top3, 0.75);
        assert_eq!((row.low_rank, row.high_rank, row.band), (1, 4, (1, 4)));
    }
    near(got.rows[0].beats_next, 0.5);
}

#[test]
fn equal_certain_items_take_turns_instead_of_one_always_winning() {
    let items = (0..2).map(|key| item(key, Some(0.5), sure(3.0), sure(3.0))).collect();
    let got = ranked(&input(items, EVEN));
    near(got.rows[0].beats_next, 0.5);
    assert_eq!(got.rows[0].band, (1, 2));
}

#[test]
fn an_unknown_makes_the_interval_wide_and_leaves_the_item_in_the_middle() {
    let mut items: Vec<Item> =
        (0..9).map(|key| item(key, Some(0.5), sure(1.0 + key as f64 / 2.0), sure(3.0))).collect();
    items[4].impact = None;
    let got = ranked(&input(items, EVEN));
    let unknown = got.rows.iter().find(|row| row.item == 4).unwrap();
    assert_eq!(got.rows[4].item, 4);
    // Only a certain 5 and a certain 1 are out of its reach.
    assert_eq!((unknown.low_rank, unknown.high_rank), (2, 8));
    assert!(got.rows.iter().filter(|row| row.item != 4).all(|row| row.high_rank - row.low_rank <= 1));
}

#[test]
fn small_counts_are_less_sure_than_large_ones() {
    let counted = |key, count: u64, most: f64| Item {
        key,
        demand: Some((count as f64).ln_1p() / most.ln_1p()),
        demand_count: Some(count),
        impact: None,
        feasibility: None,
    };
    let demand = Weights { demand: 1.0, impact: 0.0, feasibility: 0.0 };
    let few = ranked(&input(vec![counted(1, 12, 12.0), counted(2, 10, 12.0)], demand));
    let many = ranked(&input(vec![counted(1, 1200, 1200.0), counted(2, 1000, 1200.0)], demand));
    // Normal approximation: 2/√22 = .43 and 200/√2200 = 4.26 deviations.
    near(few.rows[0].beats_next, 0.665);
    near(many.rows[0].beats_next, 1.0);
}

#[test]
fn equal_scores_go_by_count_of_demand_and_then_by_key() {
    let counted = |key, demand_count| Item { demand_count, ..item(key, Some(0.5), sure(3.0), sure(3.0)) };
    let items = vec![counted(7, Some(3)), counted(2, None), counted(6, Some(3)), counted(9, Some(40))];
    assert_eq!(ranked(&input(items, EVEN)).order, vec![3, 2, 0, 1]);
}

#[test]
fn sums_that_differ_by_rounding_alone_are_equal() {
    // .1 + .2 and .3 + 0 are not the same number, and 12 comes before 4 by its count.
    let weights = Weights { demand: 1.0, impact: 1.0, feasibility: 0.0 };
    let one = Item { demand_count: Some(4), ..item(1, Some(0.3), sure(1.0), None) };
    let two = Item { demand_count: Some(12), ..item(2, Some(0.1), sure(1.8), None) };
    assert_eq!(ranked(&input(vec![one, two], weights)).order, vec![1, 0]);
}

#[test]
fn without_draws_nothing_is_claimed() {
    let items = (0..5).map(|key| item(key, None, sure(1.0 + key as f64), None)).collect();
    let got = ranked(&Input { draws: 0, ..input(items, EVEN) });
    assert_eq!(got.order, vec![4, 3, 2, 1, 0]);
    assert!(got.rows.iter().all(|row| (row.low_rank, row.high_rank, row.band) == (1, 5, (1, 5))));
}

#[test]
fn a_list_that_is_too_long_is_ordered_and_nothing_claimed() {
    let items = (0..=ITEMS_MAX as u64).map(|key| item(key, None, None, None)).collect();
    let got = ranked(&input(items, EVEN));
    assert_eq!((got.rows[0].low_rank, got.rows[0].high_rank), (1, ITEMS_MAX as u32 + 1));
}

#[test]
fn a_ranking_is_cancelled_in_the_middle() {
    let wanted = input((0..3).map(|key| item(key, None, None, None)).collect(), EVEN);
    let mut heard = vec![];
    let got = rank(&wanted, &mut |done, all| {
        heard.push((done, all));
        done < 500
    });
    assert_eq!(got, None);
    assert_eq!(heard, vec![(0, 20_000), (250, 20_000), (500, 20_000)]);
}

#[test]
fn progress_ends_with_all_draws() {
    let mut last = (0, 0);
    let wanted = input(vec![item(1, None, None, None)], EVEN);
    rank(&wanted, &mut |done, all| {
        last = (done, all);
        true
    });
    assert_eq!(last, (20_000, 20_000));
}

fn swing_of(items: Vec<Item>, weights: Weights) -> Option<Swing> {
    let input = Input { draws: 0, ..input(items, weights) };
    let ranked = ranked(&input);
    swing(&input, &ranked)
}

#[test]
fn the_smallest_single_change_of_a_weight_is_found() {
    // Leads of the first: demand +.4, impact -.5, feasibility +.25; weights .4 .3 .3. Impact at t is level
    // when -.5t + (1 - t)(.16 + .075)/.7 = 0, so t = .4017; more demand or feasibility only
    // helps the first, and less of either is the farther way.
    let items = vec![item(1, Some(0.9), sure(3.0), sure(4.0)), item(2, Some(0.5), sure(5.0), sure(3.0))];
    let got = swing_of(items, Weights { demand: 0.4, impact: 0.3, feasibility: 0.3 }).unwrap();
    let rest = (0.4 * 0.4 + 0.3 * 0.25) / 0.7;
    assert_eq!(got.criterion, Criterion::Impact);
    assert!((got.from - 0.3).abs() < 1e-9);
    assert!((got.to - rest / (rest + 0.5)).abs() < 1e-9, "{got:?}");
}

#[test]
fn no_weight_swaps_an_item_that_leads_in_everything() {
    let items = vec![item(1, Some(0.9), sure(4.0), sure(4.0)), item(2, Some(0.5), sure(3.0), sure(4.0))];
    assert_eq!(swing_of(items, EVEN), None);
}

#[test]
fn a_list_of_one_has_no_swing() {
    assert_eq!(swing_of(vec![item(1, None, None, None)], EVEN), None);
}

#[test]
fn a_criterion_that_does_not_count_yet_can_swing_the_top() {
    // The first leads by .25 in impact, all that counts, and trails by .6 in demand and .25 in feasibility.
    let items = vec![item(1, Some(0.2), sure(4.0), sure(3.0)), item(2, Some(0.8), sure(3.0), sure(4.0))];
    let got = swing_of(items, IMPACT).unwrap();
    assert_eq!((got.criterion, got.from), (Criterion::Demand, 0.0));
    assert!((got.to - 0.25 / (0.25 + 0.6)).abs() < 1e-9, "{got:?}");
}

fn any_estimate() -> impl Strategy<Value = Option<Estimate>> {
    let wild = prop_oneof![8 => 0.0f64..6.0, 1 => Just(f64::NAN), 1 => any::<f64>()];
    prop::option::of((wild.clone(), wild.clone(), wild).prop_map(|(low, mode, high)| Estimate {
        low,
        mode,
        high,
    }))
}

fn any_items(most: usize) -> impl Strategy<Value = Vec<Item>> {
    let one = (
        prop::option::of(prop_oneof![8 => 0.0f64..=1.0, 1 => any::<f64>()]),
        prop::option::of(prop_oneof![4 => 0u64..2000, 1 => any::<u64>()]),
        any_estimate(),
        any_estimate(),
    );
    prop::collection::vec(one, 0..=most).prop_map(|rows| {
        let keyed = rows.into_iter().enumerate();
        keyed
            .map(|(n, (demand, demand_count, impact, feasibility))| Item {
                key: n as u64 * 7 + 1,
                demand,
                demand_count,
                impact,
                feasibility,
            })
            .collect()
    })
}

fn any_weights() -> impl Strategy<Value = Weights> {
    let wild = prop_oneof![8 => 0.0f64..100.0, 1 => Just(0.0), 1 => any::<f64>()];
    (wild.clone(), wild.clone(), wild).prop_map(|(demand, impact, feasibility)| Weights {
        demand,
        impact,
        feasibility,
    })
}

/// Weights as people agree on them: whole numbers up to a hundred. Between shares that differ by the rounding
/// of a float there is no swing to speak of.
fn agreed_weights() -> impl Strategy<Value = Weights> {
    let weight = (0u8..=100).prop_map(f64::from);
    (weight.clone(), weight.clone(), weight).prop_map(|(demand, impact, feasibility)| Weights {
        demand,
        impact,
        feasibility,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_comes_in_the_rows_make_sense(
        items in any_items(60),
        weights in any_weights(),
        draws in 0u32..300,
        seed in any::<u64>(),
    ) {
        let n = items.len() as u32;
        let input = Input { items, weights, draws, seed };
        let got = ranked(&input);
        let mut all = got.order.clone();
        all.sort_unstable();
        prop_assert_eq!(all, (0..n as usize).collect::<Vec<_>>());
        let mut top3 = 0.0;
        for (place, row) in got.rows.iter().enumerate() {
            let rank = place as u32 + 1;
            prop_assert_eq!(row.item, got.order[place]);
            prop_assert!((0.0..=1.0 + 1e-9).contains(&row.score));
            prop_assert!((0.0..=1.0).contains(&row.top3) && (0.0..=1.0).contains(&row.beats_next));
            prop_assert!(1 <= row.low_rank && row.low_rank <= rank && rank <= row.high_rank && row.high_rank <= n);
            prop_assert!(row.low_rank <= row.median_rank && row.median_rank <= row.high_rank);
            prop_assert!(row.band.0 <= rank && rank <= row.band.1 && row.band.1 <= n);
            top3 += row.top3;
        }
        prop_assert!((top3 - f64::from(n.min(3))).abs() < 1e-6);
        for pair in got.rows.windows(2) {
            prop_assert!(pair[0].score >= pair[1].score - 1e-9);
            prop_assert_eq!(pair[0].band == pair[1].band, pair[0].beats_next < 0.8);
        }
    }

    #[test]
    fn permuting_the_items_permutes_the_result(
        (items, shuffled) in any_items(12).prop_flat_map(|items| {
            let places: Vec<usize> = (0..items.len()).collect();
            (Just(items), Just(places).prop_shuffle())
        }),
        weights in any_weights(),
    ) {
        let plain = Input { items: items.clone(), weights, draws: 400, seed: 3 };
        let moved = Input { items: shuffled.iter().map(|&i| items[i].clone()).collect(), ..plain.clone() };
        let back: Vec<Row> =
            ranked(&moved).rows.into_iter().map(|row| Row { item: shuffled[row.item], ..row }).collect();
        prop_assert_eq!(back, ranked(&plain).rows);
    }

    #[test]
    fn the_same_input_gives_the_same_ranking(items in any_items(12), weights in any_weights()) {
        let input = Input { items, weights, draws: 400, seed: 8 };
        prop_assert_eq!(ranked(&input), ranked(&input.clone()));
    }

    #[test]
    fn beyond_the_swing_the_second_is_ahead_and_before_it_the_first(items in any_items(6), weights in agreed_weights()) {
        let input = Input { items, weights, draws: 0, seed: 0 };
        let got = ranked(&input);
        if let Some(Swing { criterion, from, to }) = swing(&input, &got) {
            prop_assert!((0.0..=1.0).contains(&to));
            let lead = |share: f64| {
                let weights = with_share(&input.weights, criterion, share);
                let total = |place: usize| score(&input.items[got.order[place]], &weights).total;
                total(0) - total(1)
            };
            prop_assert!(lead(to).abs() < 1e-6);
            let end = if lead(1.0) < lead(0.0) { 1.0 } else { 0.0 };
            prop_assert!(lead(end) < 0.0);
            prop_assert!((end - to) * (to - from) >= -1e-6);
        }
    }
}

fn with_share(weights: &Weights, criterion: Criterion, share: f64) -> Weights {
    let now = weights.shares();
    let own = match criterion {
        Criterion::Demand => now.demand,
        Criterion::Impact => now.impact,
        Criterion::Feasibility => now.feasibility,
    };
    let other =
        |weight: f64| if own < 1.0 { weight * (1.0 - share) / (1.0 - own) } else { (1.0 - share) / 2.0 };
    let mut all =
        Weights { demand: other(now.demand), impact: other(now.impact), feasibility: other(now.feasibility) };
    match criterion {
        Criterion::Demand => all.demand = share,
        Criterion::Impact => all.impact = share,
        Criterion::Feasibility => all.feasibility = share,
    }
    all
}
