//! Claims about the application itself: who gets a key, what a refusal leaves, leaving.

use super::Disk;
use super::room::Room;
use crate::domain::interview::Status;
use crate::kit::{Effect, Notice};

#[test]
fn a_command_that_is_not_ready_says_why_and_does_nothing() {
    let mut room = Room::empty();
    let before = room.journal.len();
    room.keys("!").shows("no clock is running");
    room.keys("3 n").shows("No interview is running");
    assert_eq!(room.journal.len(), before, "something was written");
}

#[test]
fn letters_are_text_while_a_field_is_open() {
    let mut room = Room::demo();
    let running = |room: &Room| room.sprint().interviews.iter().filter(|one| one.clock.is_running()).count();
    let before = running(&room);
    room.keys("3 Enter a").types("q!u zc").shows("q!u zc");
    assert_eq!((running(&room), room.others.len()), (before, 0));
}

#[test]
fn every_step_that_is_true_is_in_the_journal() {
    let mut room = Room::demo();
    room.keys("3 Enter a").types("two steps").keys("Enter").types("make two lines").keys("Enter");
    let made = room.app.history().steps().len();
    assert_eq!(made, room.journal.len());
}

#[test]
fn quitting_with_clocks_running_asks_and_esc_stays() {
    let mut room = Room::demo();
    room.keys("q").shows("Quit viche?").shows("clocks are running").keys("Esc").hides("Quit viche?");
    assert!(room.others.is_empty());
    room.keys("q Enter");
    assert_eq!(room.others, [Effect::Quit]);
}

#[test]
fn quitting_an_idle_sprint_does_not_ask() {
    let mut room = Room::empty();
    room.keys("q");
    assert_eq!(room.others, [Effect::Quit]);
}

#[test]
fn what_was_typed_before_a_dialog_came_does_not_answer_it() {
    let mut room = Room::demo();
    room.app.guard_ms = 400;
    room.keys("q Enter").shows("Quit viche?");
    room.passes(1).keys("Enter");
    assert_eq!(room.others, [Effect::Quit]);
}

#[test]
fn ctrl_c_ctrl_s_and_ctrl_v_close_nothing() {
    let mut room = Room::demo();
    room.keys("3 Enter a").types("half");
    for (key, says) in [("Ctrl+C", "Nothing was closed"), ("Ctrl+S", "Saved already"), ("Ctrl+V", "To paste")]
    {
        room.keys(key).shows(says).shows("half");
    }
}

#[test]
fn a_paste_of_a_hundred_thousand_characters_into_a_field_is_refused_whole() {
    let mut room = Room::demo();
    room.keys("3 Enter a").types("before").pastes(&"ж".repeat(100_000));
    room.shows("does not fit").shows("> before");
}

#[test]
fn a_paste_with_no_field_open_runs_no_command() {
    let mut room = Room::demo();
    let before = room.journal.len();
    room.keys("4").pastes("q!uxd");
    room.shows("Open a field first");
    assert_eq!((room.journal.len(), room.others.len()), (before, 0));
}

#[test]
fn the_list_of_all_commands_finds_by_words_and_runs() {
    let mut room = Room::demo();
    room.keys("3 :").types("stop all").keys("Enter").shows("All clocks are stopped");
}

#[test]
fn the_language_changes_while_running() {
    let mut room = Room::demo();
    room.shows("saved").keys(":").types("українською").keys("Enter").shows("збережено").hides("saved");
}

#[test]
fn black_hides_everything_until_it_is_pressed_again() {
    let mut room = Room::demo();
    room.keys("z");
    assert_eq!(room.screen().trim(), "");
    room.keys("z").shows("viche");
}

#[test]
fn a_terminal_that_is_too_small_says_so_and_loses_nothing() {
    let mut room = Room::demo();
    room.keys("3 Enter a").types("kept").sized(20, 5);
    assert!(room.screen().contains("60"), "{}", room.screen());
    room.sized(80, 24).shows("kept");
}

fn disk(disk: Disk) -> super::Msg {
    super::Msg::Disk(disk)
}

#[test]
fn a_full_disk_says_how_much_still_fits_until_there_is_room() {
    let mut room = Room::demo();
    room.send(disk(Disk::Room(Some(3_800)))).shows("about 3,800 more notes").shows("saved ✓");
    room.keys("2 3").shows("about 3,800 more notes");
    room.send(disk(Disk::Room(None))).hides("more notes");
}

#[test]
fn what_goes_on_in_another_file_says_so_until_it_is_back() {
    let mut room = Room::demo();
    let why = room.app.words().say("problem-poisoned");
    room.send(disk(Disk::NotSaved(why)));
    room.send(disk(Disk::Elsewhere)).shows("saved elsewhere").hides("NOT SAVED").shows("second file");
    room.keys("3").shows("the disk lost what was written");
}

#[test]
fn when_the_disk_fails_the_screen_says_not_saved_and_does_not_say_saved() {
    let mut room = Room::demo();
    let why = room.app.words().say("frame-nothing-closed");
    room.send(disk(Disk::NotSaved(why))).shows("NOT SAVED").hides("saved ✓").shows("tried again");
    room.send(disk(Disk::Back)).shows("saved ✓").hides("tried again");
}

#[test]
fn undo_takes_back_the_command_line_too_and_says_whose_it_was() {
    let mut room = Room::empty();
    room.keys("u").shows("undo");
    let _: &Notice = room.app.notice.as_ref().expect("a sentence");
}

#[test]
fn clocks_of_the_screen_flip_together_and_nothing_wakes_an_idle_one() {
    let room = Room::empty();
    assert_eq!(room.app.next_wake(), None);
    let room = Room::demo();
    let wake = room.app.next_wake().expect("clocks run");
    assert_eq!(wake % 1_000, 0);
}

#[test]
fn a_withdrawn_consent_can_not_be_taken_back() {
    let mut room = Room::demo();
    room.keys("3 Enter k w").shows("Did the respondent withdraw").keys("Enter");
    room.keys("u");
    let withdrawn = room.sprint().interviews.iter().filter(|one| one.status == Status::Withdrawn).count();
    assert_eq!(withdrawn, 1);
}

#[test]
fn leaving_with_steps_that_are_on_no_disk_asks_and_says_how_many() {
    let mut room = Room::empty();
    room.slow_disk = true;
    room.keys("3 a").types("1").keys("Enter Enter Enter Enter Enter");
    let why = room.app.words().say("frame-nothing-closed");
    room.send(disk(Disk::NotSaved(why))).keys("q").shows("1 step is not on disk yet").keys("Esc");
    assert!(room.others.is_empty());
    let newest = room.journal.last().expect("a step").s;
    room.send(super::Msg::Saved(newest)).send(disk(Disk::Back)).shows("saved ✓").keys("q");
    assert_eq!(room.others, [Effect::Quit]);
}

#[test]
fn the_rest_of_a_sentence_that_could_not_begin_runs_nothing() {
    let mut room = Room::demo();
    room.keys("3 Enter k n").shows("not to notes");
    room.app.guard_ms = 400;
    let before = room.journal.len();
    room.keys("a").shows("No consent to notes").types("-expect");
    assert_eq!(room.journal.len(), before, "typed words became commands");
    room.passes(1).keys("u");
    assert_eq!(room.journal.len(), before + 1);
}

#[test]
fn enter_on_what_holds_already_leaves_it_so() {
    let mut room = Room::demo();
    let before = room.journal.len();
    room.keys("3 Enter k Enter").shows("consent: notes");
    assert_eq!(room.journal.len(), before);
}

#[test]
fn esc_after_a_jump_goes_back_to_where_it_began() {
    let mut room = Room::demo();
    room.keys("6 o").shows("4·Requests").keys("Esc").shows("6·Priorities");
}

#[test]
fn a_form_that_says_what_is_wrong_stays_open_with_what_was_typed() {
    let mut room = Room::demo();
    room.keys("3 a").types("T99").keys("Enter Enter Enter Enter Enter");
    room.shows("There is no team T99").shows("A new interview").shows("T99");
}

#[test]
fn a_round_beyond_its_end_says_how_long() {
    let mut room = Room::demo();
    room.passes(30 * 60).shows("+02:00 over").hides("{$");
}

#[test]
fn help_says_every_sentence_to_its_end_on_the_smallest_screens() {
    for (lang, size) in [("en", (80, 24)), ("uk", (80, 24)), ("en", (60, 20)), ("uk", (60, 20))] {
        for place in ["1", "1 v v", "3", "3 Enter", "4", "4 v", "5", "5 Tab", "6", "6 Tab"] {
            let mut room = Room::demo_in(lang);
            room.sized(size.0, size.1).keys(place).keys("?");
            for _ in 0..8 {
                let screen = room.screen();
                let cut = screen.lines().find(|line| line.starts_with(" │") && line.contains('…'));
                assert!(cut.is_none(), "{lang} {size:?} {place}: {cut:?}");
                room.keys("PgDn");
            }
        }
    }
}

#[test]
fn a_refusal_is_said_to_its_end_since_its_end_says_what_to_do() {
    let mut room = Room::demo_in("uk");
    room.sized(60, 20).keys("3 Enter k w Enter a").shows("не показуємо й не").shows("змінюємо.");
}

/// A keymap as a desk's file would ask for it.
fn keymap(bindings: &[(&str, &[&str])]) -> crate::kit::Keymap {
    let binding = |(name, keys): &(&str, &[&str])| crate::kit::binding::Binding {
        name: (*name).to_owned(),
        keys: keys.iter().map(|key| (*key).to_owned()).collect(),
        line: 1,
    };
    let bindings: Vec<_> = bindings.iter().map(binding).collect();
    crate::kit::binding::keymap(&bindings, &super::manual_rows()).expect("a sound keymap")
}

#[test]
fn a_rebound_command_answers_to_its_new_key_and_every_list_shows_it() {
    let mut room = Room::demo();
    room.app.keymap = keymap(&[("themes.add", &["b"]), ("app.help", &["Ctrl+G"]), ("app.black", &["'"])]);
    room.sized(120, 36).keys("5 a").shows("no command here");
    room.keys("b").shows("A new theme").keys("Esc");
    room.shows("Ctrl+G help").shows("b theme").hides("a theme");
    room.keys("?").shows("no command here").keys("Ctrl+G").shows("On every screen").keys("Esc");
    room.keys(":").types("black").shows("'         Black the screen").keys("Esc");
    room.keys("є").hides("Inbox").keys("z").hides("Inbox").keys("'").shows("Inbox");
}

#[test]
fn suggestions_name_the_keys_that_take_them() {
    let mut room = Room::demo();
    room.keys("5").shows("looks like  =");
    let screen = room.screen();
    let second = screen.lines().find_map(|line| line.trim_start().strip_prefix("m ")).expect("another one");
    let label = second.split(' ').next().expect("a label");
    room.app.keymap = keymap(&[("themes.take", &["]"]), ("themes.move", &["Ctrl+B"])]);
    room.shows("looks like  ]").shows(&format!("Ctrl+B {label} ")).hides(&format!(" m {label}   "));
}

#[test]
fn a_rebound_key_follows_its_place_on_the_keyboard_and_digits_still_lead_to_the_places() {
    let mut room = Room::demo();
    room.app.keymap = keymap(&[("app.all", &["й"]), ("app.quit", &["Ctrl+B"])]);
    room.keys("q").shows("All commands").keys("Esc Й").shows("All commands").keys("Esc");
    room.keys("5").shows("Inbox").keys("3").hides("Inbox");
}

#[test]
fn the_theme_changes_by_name_for_this_session_and_not_where_there_are_no_colours() {
    let mut room = Room::demo();
    let theme = |room: &Room| room.app.settings.theme.paint.name();
    for wanted in ["dark", "light", "projector", "terminal"] {
        room.keys(":").types("other colours").keys("Enter");
        assert_eq!(theme(&room), wanted);
        room.shows(&format!("Theme: {wanted}"));
    }
    room.app.settings.theme.depth = crate::kit::depth::Depth::None;
    room.keys(":").types("other colours").keys("Enter").shows("colours are switched off");
    assert_eq!(theme(&room), "terminal");
}
