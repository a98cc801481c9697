//! Claims about the forecast of a day and its three repairs.

use proptest::prelude::*;

use super::*;

const fn at(hour: i64, minute: i64) -> DayMs {
    (hour * 60 + minute) * MINUTE_MS
}

fn ahead_at(hour: i64, minute: i64, minutes: u16, hold: Hold) -> Timebox {
    let start = at(hour, minute);
    Timebox { start, planned: minutes, minutes, hold, cut: false, state: State::Ahead }
}

/// An afternoon: the second round, a break, the third round, tidying, surprises and the look back.
fn afternoon(begun: DayMs, now: DayMs) -> Vec<Timebox> {
    let round = ahead_at(14, 15, 45, Hold::Free);
    vec![
        Timebox { state: State::Current { begun, spent_ms: now - begun }, ..round },
        ahead_at(15, 0, 15, Hold::Protected),
        ahead_at(15, 15, 45, Hold::Free),
        ahead_at(16, 0, 30, Hold::Free),
        ahead_at(16, 30, 25, Hold::CanBeCut),
        ahead_at(16, 55, 20, Hold::Free),
    ]
}

#[test]
fn a_late_start_moves_everything_behind_it() {
    let now = at(14, 32);
    let day = forecast(&afternoon(at(14, 17), now), Some(now));
    assert_eq!(day.finish, Some(at(17, 17)));
    assert_eq!(day.late_ms, 2 * MINUTE_MS);
    assert_eq!(day.spans[2].unwrap().begin, at(15, 17));
}

#[test]
fn room_between_two_timeboxes_takes_the_delay_up() {
    let now = at(14, 32);
    let mut boxes = afternoon(at(14, 17), now);
    boxes[1].cut = true;
    let day = forecast(&boxes, Some(now));
    assert_eq!((day.finish, day.late_ms), (Some(at(17, 15)), 0));
}

#[test]
fn overtime_moves_the_end_on_and_the_end_of_the_present_is_now() {
    let now = at(15, 10);
    let day = forecast(&afternoon(at(14, 15), now), Some(now));
    assert_eq!(day.spans[0].unwrap().end, now);
    assert_eq!(day.late_ms, 10 * MINUTE_MS);
}

#[test]
fn a_pinned_timebox_keeps_its_time_and_the_overlap_is_said() {
    let now = at(12, 0);
    let boxes = [
        Timebox {
            state: State::Current { begun: at(11, 50), spent_ms: 10 * MINUTE_MS },
            ..ahead_at(11, 40, 35, Hold::Free)
        },
        ahead_at(12, 15, 20, Hold::Free),
        ahead_at(12, 35, 55, Hold::Pinned),
        ahead_at(13, 30, 45, Hold::Free),
    ];
    let day = forecast(&boxes, Some(now));
    let lunch = day.spans[2].unwrap();
    assert_eq!((lunch.begin, lunch.gap_ms), (at(12, 35), -10 * MINUTE_MS));
    assert_eq!((day.late_ms, day.overlap_ms), (0, 10 * MINUTE_MS));
    let [shrunk, ..] = repairs(&boxes, Some(now));
    assert_eq!(shrunk.changes, [(1, Change::Minutes(10))]);
    assert_eq!(shrunk.forecast.overlap_ms, 0);
}

#[test]
fn the_three_repairs_bring_the_day_back_each_in_its_way() {
    let now = at(15, 10);
    let boxes = afternoon(at(14, 15), now);
    let [shrunk, cut, tail] = repairs(&boxes, Some(now));
    assert_eq!(
        shrunk.changes,
        [(2, Change::Minutes(40)), (3, Change::Minutes(27)), (5, Change::Minutes(18))]
    );
    assert_eq!(shrunk.forecast.finish, Some(at(17, 15)));
    assert_eq!(cut.changes, [(4, Change::Cut)]);
    assert_eq!(cut.forecast.finish, Some(at(17, 15)), "the plan is kept, nothing begins before its time");
    assert_eq!(tail.changes, [(5, Change::Leaves)]);
    assert_eq!(tail.forecast.finish, Some(at(17, 5)));
}

#[test]
fn minutes_are_taken_only_where_they_help() {
    let now = at(14, 32);
    let mut boxes = afternoon(at(14, 15), now);
    boxes[3].minutes = 35;
    let [shrunk, ..] = repairs(&boxes, Some(now));
    assert_eq!(shrunk.changes, [(3, Change::Minutes(32)), (5, Change::Minutes(18))], "not the round before");
    assert_eq!(shrunk.forecast.late_ms, 0);
}

#[test]
fn a_day_in_time_is_left_as_it_is() {
    let now = at(14, 32);
    for plan in repairs(&afternoon(at(14, 15), now), Some(now)) {
        assert_eq!(plan.changes, []);
    }
}

#[test]
fn a_day_may_end_past_midnight() {
    let night = [ahead_at(23, 30, 50, Hold::Free), ahead_at(24, 20, 30, Hold::Free)];
    let day = forecast(&night, Some(at(23, 40)));
    assert_eq!(day.finish, Some(at(25, 0)));
    assert_eq!(day.late_ms, 10 * MINUTE_MS);
}

#[test]
fn an_empty_day_has_no_end() {
    let day = forecast(&[], Some(at(9, 0)));
    assert_eq!((day.finish, day.planned_finish, day.late_ms), (None, None, 0));
    assert!(repairs(&[], None).iter().all(|plan| plan.changes.is_empty()));
}

#[test]
fn what_was_passed_over_comes_after_the_rest() {
    let now = at(15, 20);
    let mut boxes = afternoon(at(14, 15), now);
    boxes[0].state = State::Ahead;
    boxes[2].state = State::Current { begun: at(15, 15), spent_ms: 5 * MINUTE_MS };
    assert_eq!(ahead(&boxes), [3, 4, 5, 0, 1]);
}

fn holds() -> impl Strategy<Value = Hold> {
    prop_oneof![Just(Hold::Free), Just(Hold::Pinned), Just(Hold::CanBeCut), Just(Hold::Protected)]
}

prop_compose! {
    /// A day of 1 to 12 timeboxes with gaps, lived up to some place with some delay.
    fn days()(
        rows in prop::collection::vec((1_u16..120, 0_i64..30, holds(), any::<bool>(), 0_i64..40), 1..12),
        lived in 0_usize..12,
    ) -> (Vec<Timebox>, DayMs) {
        let (mut start, mut clock, mut boxes) = (at(9, 0), at(9, 0), Vec::new());
        let mut now = clock;
        for (place, (minutes, gap, hold, cut, late)) in rows.into_iter().enumerate() {
            start += gap * MINUTE_MS;
            let begun = start.max(clock);
            let ended = begun + (i64::from(minutes) + late) * MINUTE_MS;
            let state = match place.cmp(&lived) {
                std::cmp::Ordering::Less => State::Over { begun, ended },
                std::cmp::Ordering::Equal => State::Current { begun, spent_ms: late * MINUTE_MS },
                std::cmp::Ordering::Greater => State::Ahead,
            };
            match state {
                State::Over { .. } => (clock, now) = (ended, ended),
                State::Current { .. } => now = begun + late * MINUTE_MS,
                State::Ahead => {}
            }
            let cut = cut && state == State::Ahead;
            boxes.push(Timebox { start, planned: minutes, minutes, hold, cut, state });
            start += i64::from(minutes) * MINUTE_MS;
        }
        (boxes, now)
    }
}

proptest! {
    #[test]
    fn a_repair_never_touches_what_began_nor_what_is_pinned_or_protected((boxes, now) in days()) {
        for plan in repairs(&boxes, Some(now)) {
            for (at, change) in plan.changes {
                let one = boxes[at];
                prop_assert!(one.state == State::Ahead && !one.cut);
                match (plan.repair, change) {
                    (Repair::Shrink, Change::Minutes(minutes)) => {
                        prop_assert_eq!(one.hold, Hold::Free);
                        prop_assert!(minutes < one.minutes && minutes >= 5.min(one.minutes));
                        prop_assert!(u32::from(minutes) * 3 >= u32::from(one.planned));
                    }
                    (Repair::Cut, Change::Cut) => prop_assert_eq!(one.hold, Hold::CanBeCut),
                    (Repair::Tail, Change::Leaves) => {
                        prop_assert!(matches!(one.hold, Hold::Free | Hold::CanBeCut));
                    }
                    other => prop_assert!(false, "{:?}", other),
                }
            }
        }
    }

    #[test]
    fn a_repair_never_makes_the_day_later_nor_its_overlaps_longer((boxes, now) in days()) {
        let before = forecast(&boxes, Some(now));
        for plan in repairs(&boxes, Some(now)) {
            prop_assert!(plan.forecast.late_ms <= before.late_ms);
            prop_assert!(plan.forecast.overlap_ms <= before.overlap_ms);
        }
    }

    #[test]
    fn what_is_ahead_follows_in_order_and_takes_its_minutes((boxes, now) in days()) {
        let day = forecast(&boxes, Some(now));
        let mut before: Option<Span> = None;
        for place in ahead(&boxes) {
            let span = day.spans[place].unwrap();
            prop_assert_eq!(span.end - span.begin, i64::from(boxes[place].minutes) * MINUTE_MS);
            prop_assert!(span.begin >= boxes[place].start && span.begin >= now);
            let pinned = boxes[place].hold == Hold::Pinned;
            prop_assert!(pinned || before.is_none_or(|before| span.begin >= before.end));
            if pinned {
                prop_assert_eq!(span.begin, boxes[place].start.max(now));
            }
            before = Some(span);
        }
    }

    #[test]
    fn what_was_lived_is_forecast_as_it_was((boxes, now) in days()) {
        let day = forecast(&boxes, Some(now));
        for (one, span) in boxes.iter().zip(&day.spans) {
            if let State::Over { begun, ended } = one.state {
                prop_assert_eq!(span.map(|span| (span.begin, span.end)), Some((begun, ended)));
            }
        }
    }
}
