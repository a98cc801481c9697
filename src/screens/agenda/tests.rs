//! Claims about the screen of the agenda.

use crate::app::room::Room;
use crate::domain::agenda::{self, Hold, Mode};
use crate::domain::id::{AgendaId, RunId};
use crate::domain::{Fact, Seat, Step, parking};
use crate::kit::draw::built;
use crate::text::Clean;

/// The timebox whose title begins so, on the first day that has one.
fn titled(room: &Room, beginning: &str) -> AgendaId {
    let mut all = room.sprint().agenda_in_order();
    all.find(|item| item.title.as_str().starts_with(beginning)).expect("a timebox of that title").id
}

fn minutes(room: &Room, beginning: &str) -> u16 {
    room.sprint().agenda.get(titled(room, beginning)).expect("it is there").minutes
}

/// The demo with more facts in its newest step.
fn demo_with(facts: Vec<Fact>) -> Room {
    let mut steps = Room::demo().journal.clone();
    let last = steps.last().expect("a journal begins with a run").clone();
    steps.push(Step {
        s: last.s + 1,
        w: RunId(0xde30),
        at: last.at,
        by: Seat::Facilitator,
        facts,
        from: None,
    });
    Room::of(steps, last.at)
}

fn added(n: u32, day: u8, start: (i8, i8), minutes: u16) -> Fact {
    let id = AgendaId::from(crate::domain::id::Ids::of(RunId(0xa0_0000 + n)).next::<crate::domain::id::Id>());
    let start = jiff::civil::Time::constant(start.0, start.1, 0, 0);
    let title = Clean::new(&format!("Block {n}"));
    let (mode, hold, output) = (Mode::Team, Hold::Free, Clean::default());
    agenda::Fact::Added { id, day, start, minutes, title, mode, round: None, hold, output }.into()
}

#[test]
fn the_day_shows_what_is_on_what_is_next_and_when_it_ends() {
    let mut room = Room::demo();
    room.keys("1")
        .shows("left of 45 min")
        .shows("ends 15:00")
        .shows("day ends 17:20")
        .shows("day 5 min late");
    room.shows("Next  Break").shows("~16:35   25  can be cut").shows("▶ 14:15 Interviews, round 2");
}

#[test]
fn one_key_ends_what_is_on_and_starts_what_comes_next() {
    let mut room = Room::demo();
    let (round, pause) = (titled(&room, "Interviews, round 2"), titled_of_day(&room, 1, "15:00"));
    room.keys("1 n").shows("Now   Break").shows("Next  Interviews, round 3");
    let wanted: Vec<Fact> =
        vec![agenda::Fact::Ran { id: pause }.into(), agenda::Fact::Ended { id: round }.into()];
    assert_eq!(room.newest(), wanted);
    room.keys("u").shows("Now   Interviews, round 2");
}

fn titled_of_day(room: &Room, day: u8, start: &str) -> AgendaId {
    let start: jiff::civil::Time = start.parse().expect("a time");
    let mut all = room.sprint().agenda.iter().filter(|item| item.day == day);
    all.find(|item| item.start == start).expect("a timebox at that time").id
}

#[test]
fn a_round_starts_with_its_interviews() {
    let mut room = Room::demo();
    room.keys("3 a").types("T1").keys("Tab Tab Ctrl+U").types("3").keys("Enter Enter Enter");
    let round = titled(&room, "Interviews, round 3");
    let one = room.sprint().interviews.iter().find(|one| one.round == Some(round)).expect("it is planned").id;
    room.keys("1 ↓ ↓ c").shows("Now   Interviews, round 3");
    assert!(room.sprint().interviews.get(one).expect("it is there").clock.is_running());
    assert!(room.sprint().agenda.get(titled(&room, "Interviews, round 2")).expect("there").ended.is_some());
}

#[test]
fn the_clock_pauses_and_goes_on_and_the_line_at_the_top_says_so() {
    let mut room = Room::demo();
    room.keys("1 c").shows("paused · c lets it go on").shows("║ 28:00 left");
    room.passes(600).shows("║ 28:00 left").shows("day to 17:30");
    room.keys("c").passes(60).shows("27:00 left");
}

#[test]
fn overtime_counts_up_and_moves_the_end_of_the_day() {
    let mut room = Room::demo();
    room.keys("1").passes(40 * 60).shows("over its 45 min").shows("+12:00 over · day to 17:32").hides("{$");
}

#[test]
fn the_time_box_and_the_end_of_the_day_stand_on_every_screen_also_while_one_types() {
    for keys in ["3", "4", "5", "6", "3 Enter a", "1 a"] {
        let mut room = Room::demo();
        room.keys(keys).shows("28:00 left · day to 17:20");
        let before = room.app.next_wake();
        assert!(before.is_some(), "{keys}: nothing would wake the clock");
    }
}

#[test]
fn minutes_are_given_taken_and_bounded() {
    let mut room = Room::demo();
    room.keys("1 + +").shows("left of 55 min").keys("-").shows("left of 50 min");
    room.keys(&"+ ".repeat(86));
    assert_eq!(minutes(&room, "Interviews, round 2"), 480);
    room.keys("+").shows("1 to 480");
    room.keys("1 ↑ +").shows("This block is over");
}

#[test]
fn minutes_are_borrowed_from_a_later_block() {
    let mut room = Room::demo();
    room.keys("1 b")
        .shows("Borrow 5 minutes from")
        .hides("15:00  Break")
        .shows("45 min  15:15  Interviews, round 3");
    room.keys("a");
    assert_eq!((minutes(&room, "Interviews, round 2"), minutes(&room, "Interviews, round 3")), (50, 40));
    room.keys("u");
    assert_eq!((minutes(&room, "Interviews, round 2"), minutes(&room, "Interviews, round 3")), (45, 45));
}

#[test]
fn a_block_is_cut_and_taken_in_again_but_not_the_one_that_is_on() {
    let mut room = Room::demo();
    room.keys("1 x").shows("This block is on now");
    room.keys("↓ x").shows("protected. k lets go of it first");
    room.keys("↓ x").shows("× 15:15").keys("c").shows("This block is cut");
    room.keys("x").hides("× 15:15");
}

#[test]
fn what_may_happen_to_a_block_is_chosen_from_a_list() {
    let mut room = Room::demo();
    room.keys("1 ↓ ↓ k").shows("begins at its time, whatever happens").keys("p").shows("pinned");
    let round = titled(&room, "Interviews, round 3");
    assert_eq!(room.sprint().agenda.get(round).expect("there").hold, Hold::Pinned);
}

#[test]
fn a_block_moves_before_another_and_the_plan_follows() {
    let mut room = Room::demo();
    room.keys("1 m").shows("This block is on now");
    room.keys("↓ ↓ ↓ ↓ m").shows("Move it before").keys("a");
    room.shows("15:00 Biggest surprise").shows("15:25 Break").shows("15:40 Interviews, round 3");
    room.keys("u").shows("16:30 Biggest surprise").shows("15:00 Break");
}

#[test]
fn a_new_block_finds_its_place_by_its_time() {
    let mut room = Room::demo();
    room.keys("1 a")
        .types("Фото на згадку")
        .keys("Enter Ctrl+U")
        .types("15:15")
        .keys("Enter Ctrl+U")
        .types("5");
    room.keys("Enter").types("Одне фото").keys("Enter Ctrl+U").types("pl").keys("Enter");
    room.shows("15:15 Фото на згадку");
    let order: Vec<&str> = room.sprint().agenda_in_order().map(|item| item.title.as_str()).collect();
    let at = order.iter().position(|title| *title == "Фото на згадку").expect("it is there");
    assert_eq!(order[at - 1], "Interviews, round 3");
}

#[test]
fn what_is_wrong_in_the_form_is_said_and_the_form_stays_open() {
    let wrong = [("24:30", "15", "A time is written"), ("noon", "15", "A time is written")];
    let minutes = [("15:15", "0", "1 to 480"), ("15:15", "481", "1 to 480"), ("15:15", "abc", "1 to 480")];
    for (start, minutes, says) in wrong.into_iter().chain(minutes) {
        let mut room = Room::demo();
        let before = room.journal.len();
        room.keys("1 a").types("Photo").keys("Enter Ctrl+U").types(start).keys("Enter Ctrl+U").types(minutes);
        room.keys("Enter Enter Enter").shows(says).shows("A new block").shows("Photo");
        assert_eq!(room.journal.len(), before, "{start} {minutes}");
    }
    let mut room = Room::demo();
    room.keys("1 a Enter Enter Enter Enter Ctrl+U").types("loudly").keys("Enter").shows("Choose one of");
    room.keys("Ctrl+U").shows("A new block");
    let mut room = Room::demo();
    room.keys("1 a Enter Enter Enter Enter Enter").shows("A new block").shows("needs");
}

#[test]
fn title_start_and_minutes_are_edited_and_what_runs_keeps_its_start() {
    let mut room = Room::demo();
    room.keys("1 ↓ ↓ e Ctrl+U").types("Round three").keys("Enter Ctrl+U").types("15:20").keys("Enter Enter");
    room.shows("15:20 Round three");
    room.keys("1 ↑ ↑ e Enter Ctrl+U").types("14:30").keys("Enter Enter").shows("This block is on now");
}

#[test]
fn late_offers_three_plans_each_with_its_finish_taken_with_one_key_and_one_undo() {
    let mut room = Room::demo();
    room.keys("1 l").shows("5 min late. What gives way?").shows("Shorten what is free").shows("ends 17:15");
    room.shows("Biggest surprise").shows("Put off the tail").shows("ends 17:00");
    room.keys("b").shows("Taken: the day ends 17:15").shows("day ends 17:15").shows("× 16:30");
    room.keys("u").shows("day ends 17:20").hides("× 16:30");
    room.keys("l c").shows("day ends 17:00");
    let look_back = room.sprint().agenda.get(titled(&room, "Look back")).expect("there");
    assert_eq!((look_back.day, look_back.start.to_string().as_str()), (2, "17:25:00"));
    assert_eq!(room.sprint().agenda_in_order().last().map(|item| item.id), Some(look_back.id));
    room.keys("u").shows("day ends 17:20");
}

#[test]
fn a_day_in_time_says_so_and_offers_nothing() {
    let mut room = Room::demo();
    room.keys("1 l b l").shows("The day is in time and ends 17:15").hides("What gives way");
}

#[test]
fn a_block_of_another_day_does_not_start_before_its_day() {
    let mut room = Room::demo();
    room.keys("1 End c").shows("This block belongs to day 2");
    assert!(room.sprint().agenda_in_order().last().is_some_and(|item| item.is_ahead()));
}

#[test]
fn the_end_of_the_day_is_said_and_nothing_of_the_next_day_starts() {
    let mut room = Room::demo();
    room.keys("1 n n n n n").shows("Now   Look back").keys("n").shows("That was the last block of day 1");
    room.shows("Day 1 is over.").shows("day 1 is over").keys("n").shows("Nothing of the day is ahead");
}

#[test]
fn while_all_clocks_are_stopped_nothing_starts() {
    let mut room = Room::demo();
    room.keys("1 !").keys("Esc");
    room.keys("1 ↓ c").shows("All clocks are stopped");
    assert_eq!(room.sprint().agenda.iter().filter(|item| item.clock.is_running()).count(), 0);
}

#[test]
fn a_day_goes_past_midnight() {
    let mut room = demo_with(vec![added(1, 1, (23, 30), 50), added(2, 1, (0, 20), 30)]);
    room.keys("1").shows("day ends 00:50 +1").shows("00:20 +1 Block 2");
    room.sized(60, 20).keys("↓ ↓ ↓ ↓ ↓ ↓ ↓").shows("00:20 +1 Block").shows("─ 00:50 +1");
}

#[test]
fn a_new_sprint_says_how_the_day_begins_and_an_empty_agenda_what_to_do() {
    let mut room = Room::empty();
    room.keys("1").shows("Day 1 has not begun. n starts its first block").shows("next 09:30");
    room.keys("n").shows("Now   Why we are here").shows("→ One sentence: the decision");
    let mut room = Room::of(Vec::new(), crate::domain::Stamp { t_ms: 1_781_767_000_000, m_ms: 5_000_000 });
    room.keys("1").shows("The agenda is empty. Press a").shows("no agenda yet");
    room.keys("n").shows("Nothing of the day is ahead").keys("l").shows("The agenda is empty");
    room.keys("a").types("Welcome").keys("Enter Enter Enter Enter Enter").shows("09:30 Welcome");
}

#[test]
fn drift_sets_the_plan_against_what_happened() {
    let mut room = Room::demo();
    room.keys("1 v").shows("10 blocks over: planned 285 min").shows("12:35  12:38   +3");
}

#[test]
fn the_parking_lot_takes_rewords_settles_and_hands_over_its_lines() {
    let mut room = Room::demo();
    room.keys("1 v v").shows("Parking lot · 3 open · 2 without an owner");
    room.keys("a").types("Wi-Fi in the yard").keys("Enter").shows("L05").shows("4 open");
    room.keys("e").types(" and the hall").keys("Enter").shows("Wi-Fi in the yard and the hall");
    room.keys("d").shows("3 open").keys("d").shows("4 open");
    room.keys("k").shows("Who takes it further?").keys("b").shows("M001");
    assert!(matches!(room.newest(), [Fact::Parking(parking::Fact::Owned { owner: Some(_), .. })]));
    room.keys("k a");
    assert!(matches!(room.newest(), [Fact::Parking(parking::Fact::Owned { owner: None, .. })]));
}

#[test]
fn details_say_the_output_to_its_end_at_the_smallest_size() {
    let mut room = Room::demo();
    room.sized(60, 20)
        .keys("1 Enter")
        .shows("Notes, and a debrief of ten minutes")
        .shows("Planned: 14:15 to 15:00");
}

#[test]
fn an_agenda_of_hundreds_builds_what_is_seen() {
    let lines_of = |facts: Vec<Fact>| {
        let mut room = demo_with(facts);
        room.sized(80, 24).keys("1");
        let before = built::lines();
        room.buffer();
        built::lines() - before
    };
    let few = lines_of(Vec::new());
    let many = lines_of((0..400).map(|n| added(n, 1, (18, (n % 60) as i8), 5)).collect());
    assert!(many <= few + 20, "{many} lines for 400 blocks, {few} for 34");
}

#[test]
fn the_agenda_speaks_ukrainian() {
    let mut room = Room::demo_in("uk");
    room.keys("1").shows("План дня").shows("лишилося з 45 хв").shows("день до 17:20").hides("⟨");
    room.keys("l").shows("Запізнення 5 хв. Чим поступимося?").keys("Esc д").shows("Чим поступимося");
    room.keys("Esc т").shows("Зараз  Перерва").keys("м").shows("позаду: план").hides("⟨");
}

#[test]
fn the_cursor_never_makes_an_empty_bar_look_full() {
    let mut room = Room::demo();
    room.keys("1 n");
    let screen = room.screen();
    let y = screen.lines().position(|line| line.contains("▶ 15:00 Break")).expect("the break is on");
    let buf = room.buffer();
    let x = (0..80).find(|&x| buf[(x, y as u16)].symbol() == "▕").expect("a bar");
    let reversed = |x: u16| buf[(x, y as u16)].modifier.contains(ratatui::style::Modifier::REVERSED);
    assert!(reversed(5) && (x..80).all(|x| !reversed(x)), "the bar stays as it is");
}

#[test]
fn a_timebox_is_chosen_with_the_pointer() {
    let mut room = Room::demo();
    room.keys("1");
    let screen = room.screen();
    let y = screen.lines().position(|line| line.contains("15:15 Interviews, round 3")).expect("it is seen");
    let at = ratatui::layout::Position { x: 12, y: y as u16 };
    for act in [crate::kit::PointerAct::Pressed, crate::kit::PointerAct::Released] {
        room.send(crate::app::Msg::Pointer(crate::kit::Pointer { act, at }));
    }
    room.keys("x").shows("× 15:15");
}
