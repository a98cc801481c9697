//! A flush that takes very long: keys and clocks go on meanwhile.

use vt100::Screen;

use crate::room::{Room, text_of};
use crate::strace::{self, Harm, let_go};

/// Far longer than the test takes: the flush ends when `strace` does.
const TEN_MINUTES: &str = "delay_enter=600000000";

#[test]
fn keys_and_clocks_go_on_while_a_flush_takes_as_long_as_it_likes() {
    let Some(strace) = strace::here() else { return };
    let room = Room::new();
    let harm = Harm { call: "fdatasync", does: TEN_MINUTES, nth: 0, about: &[&room.switched()] };
    let mut console = room.opens_under(&harm.words(&room.desk, strace));
    console.is_up().keys("n").shows(" left ·").shows("saved ✓");
    room.switches();

    console.keys("p").shows("To the parking lot").keys(&format!("{}\r", text_of(1)));
    console.shows("L01 is in the parking lot").shows("saving…");
    console.keys("p").shows("To the parking lot");
    let mut typed = String::new();
    for letter in "двірник у відпустці".chars() {
        typed.push(letter);
        console.keys(&letter.to_string());
        console.waits(&typed, |screen| screen.contents().contains(&typed) && is_saving(screen));
    }
    for _ in 0..3 {
        let clock = clock_of(&console.text());
        console.waits("the next second", |screen| clock_of(&screen.contents()) != clock && is_saving(screen));
    }
    console.keys("\r").waits("the second line, unsaved", |screen| {
        screen.contents().contains("L02 is in the parking lot") && is_saving(screen)
    });

    let_go(&mut console);
    console.shows("saved ✓").keys("q");
    assert_eq!(console.ends(), 0);
    room.goes_on(&[text_of(1), typed], "after a long flush");
}

#[test]
fn a_flush_of_a_third_of_a_second_is_shown_and_ends() {
    let Some(strace) = strace::here() else { return };
    let room = Room::new();
    let harm = Harm { call: "fdatasync", does: "delay_enter=300000", nth: 0, about: &[&room.switched()] };
    let mut console = room.opens_under(&harm.words(&room.desk, strace));
    console.is_up();
    room.switches();
    let saved: Vec<String> = (1..=3).map_while(|line| room.parks(&mut console, line)).collect();
    console.keys("q");
    assert_eq!((console.ends(), saved.len()), (0, 3));
    room.goes_on(&saved, "after slow flushes");
}

fn is_saving(screen: &Screen) -> bool {
    screen.contents().contains("saving…")
}

/// What the clock of the block shows, as in `19:58 left`.
fn clock_of(screen: &str) -> String {
    let (before, _) = screen.split_once(" left").unwrap_or_default();
    before.chars().rev().take_while(|c| !c.is_whitespace()).collect()
}
