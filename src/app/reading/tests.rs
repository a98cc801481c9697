//! Claims about a sprint that is only read: nothing is ever written, no key is silently dead, and what another
//! process writes is seen.

use super::*;
use crate::app::Msg;
use crate::app::room::{RUN, Room};
use crate::app::sweep::{PICTURES, SIZES, look};
use crate::domain::id::Id;
use crate::domain::{Fact, Step, face, note, turn};
use crate::kit::Effect;

fn asked(lang: &str) -> Room {
    Room::reading(lang, ReadOnly::Asked)
}

fn in_use() -> ReadOnly {
    let since_ms = 1_781_767_920_000;
    ReadOnly::InUse(Some(Holder { pid: 4_121, host: Clean::new("desk-2"), since_ms }))
}

fn damaged(lang: crate::words::Lang, text: &str) -> ReadOnly {
    let finding = crate::words::Words::new(lang).say("finding-edited");
    ReadOnly::Damaged(Damaged { line: 1_234, finding, text: Clean::new(text) })
}

/// The sentence below the screen, however its words are broken into rows.
fn said(room: &Room) -> String {
    room.app.notice.as_ref().map(|notice| notice.words.as_str().to_owned()).unwrap_or_default()
}

/// A note that somebody writes in the interview whose note lies last in the inbox.
fn note(room: &Room, n: u32, text: &str) -> Fact {
    let last = room.sprint().inbox().last().copied().unwrap();
    let interview = room.sprint().notes.at_row(last).unwrap().interview;
    let (id, code) = (crate::domain::id::NoteId::from(Id { run: RUN, n }), 9_000 + n);
    let (kind, text) = (note::Kind::Plain, Clean::new(text));
    note::Fact::Added { id, code, interview, kind, text, section: 0, offset_ms: 0 }.into()
}

#[test]
fn keys_that_change_the_sprint_say_why_not_and_write_nothing_in_both_languages() {
    for (lang, says) in [("en", "Only to read"), ("uk", "Лише читання")] {
        for keys in
            ["!", "t", "p", "u", "y", "Ctrl+P", "Ctrl+S", "3 Enter a", "5 m", "5 =", "6 k", "8 a", "1 l"]
        {
            let mut room = asked(lang);
            let steps = room.journal.len();
            room.keys(keys).shows(says);
            assert!(said(&room).contains("`viche open services.viche`"), "{keys}: {}", said(&room));
            assert_eq!((room.journal.len(), room.others.len()), (steps, 0), "{keys}");
        }
    }
}

#[test]
fn no_command_on_any_screen_makes_a_step_and_each_that_would_says_so() {
    for picture in PICTURES {
        let mut first = asked("en");
        first.keys(picture);
        let shown = |at: &usize| first.here().ready(*at, &first.app.cx()) != Err(Reason::Elsewhere);
        for at in (0..first.here().rows().len()).filter(shown) {
            let mut room = asked("en");
            room.keys(picture);
            let (row, steps) = (room.here().rows()[at], room.journal.len());
            room.app.run_row(at);
            room.takes_effects();
            assert_eq!(room.journal.len(), steps, "{picture}: {} wrote a step", row.name);
            if row.verb.changes() {
                assert!(said(&room).starts_with("Only to read"), "{picture}: {}: {}", row.name, said(&room));
                assert!(room.app.overlay.is_none() && room.here().field().is_none(), "{}", row.name);
            }
            // Whatever it opened: agreeing to all of it changes nothing.
            room.keys("Enter Enter Enter Esc");
            assert_eq!(room.journal.len(), steps, "{picture}: {}, then Enter, wrote a step", row.name);
        }
    }
}

#[test]
fn a_field_for_words_does_not_open_and_what_is_typed_on_runs_nothing() {
    let mut room = asked("en");
    room.app.guard_ms = 400;
    room.keys("3 Enter a").types("queue at six").shows("Only to read").hides("Writing").shows("T1-I03");
    room.passes(1).keys("6 v v v Enter").shows("Only to read").hides("Writing");
    room.passes(1).pastes("one line\nanother line").shows("Only to read");
}

#[test]
fn looking_works_as_ever() {
    let mut room = asked("en");
    let before = room.keys("5").screen();
    assert_ne!(room.keys("↓ ↓").screen(), before, "the cursor moves");
    room.keys("Tab .").shows("Open which theme?").keys("Esc Esc");
    room.keys("4 v .").types("queue").shows("Searching as you type").keys("Enter");
    room.keys("?").shows("Only to read").keys("Esc");
    room.keys(":").types("other colours").keys("Enter").shows("Theme: dark");
    room.keys(":").types("українською").keys("Enter").shows("лише читання").hides("saved");
    room.keys("z");
    assert_eq!(room.screen().trim(), "");
    room.keys("z").shows("лише читання").keys("q");
    assert_eq!(room.others, [Effect::Quit], "a reader leaves at once, whatever clocks run");
}

#[test]
fn what_changes_the_sprint_is_greyed_in_the_list_of_all_commands_and_not_among_the_keys_that_matter() {
    let mut room = asked("en");
    room.sized(120, 36).keys("5").hides("m send").shows("? help");
    room.keys(":").types("stop all").shows("Stop all clocks").shows("read only").keys("Enter");
    room.shows("Only to read");
}

#[test]
fn that_it_is_only_read_is_seen_on_every_picture_at_every_size() {
    for (lang, mark) in [("en", "read only"), ("uk", "лише читання")] {
        for picture in PICTURES {
            let mut room = asked(lang);
            room.keys(picture);
            for (columns, rows) in SIZES {
                room.sized(columns, rows).shows(mark).hides("saved ✓").hides("збережено ✓");
            }
            look(&mut room, &format!("{lang} {picture}, only read"));
        }
    }
}

#[test]
fn who_has_it_open_is_said_at_the_beginning_and_again_when_a_key_would_change_something() {
    let mut room = Room::reading("en", in_use());
    room.shows("pid 4121 on desk-2 has it open since 10:32").keys("↓").hides("4121").keys("u").shows("4121");
    Room::reading("uk", in_use()).shows("відкрито процесом 4121 на desk-2 з 10:32");
    Room::reading("uk", ReadOnly::InUse(None)).shows("відкрито іншою програмою");
}

#[test]
fn damage_is_told_by_line_and_text_and_the_next_step_until_it_was_read() {
    let text = "{\"note\":{\"added\":{\"text\":\"Довідку просили двічі, бо так заведено\"}}}";
    for (lang, line, next) in [
        (
            crate::words::Lang::En,
            "Line 1234: this line was changed outside viche",
            "viche repair services.viche",
        ),
        (crate::words::Lang::Uk, "Рядок 1234: цей рядок змінено поза viche", "viche repair services.viche"),
    ] {
        let mut room = Room::reading(lang.code(), damaged(lang, text));
        for (columns, rows) in SIZES {
            room.sized(columns, rows).shows(line).shows("Довідку просили двічі").shows(next);
        }
        room.passes(60).shows(line).keys("Esc").hides(line).keys("u");
        assert!(said(&room).contains("`viche repair services.viche`"), "{}", said(&room));
    }
    Room::reading("en", damaged(crate::words::Lang::En, "")).shows("Nothing can be read of it");
    Room::reading("uk", ReadOnly::Newer).shows("новіша версія viche").keys("Enter u").shows("тією версією");
}

#[test]
fn what_another_process_writes_is_seen_and_the_cursor_stays_on_its_thing() {
    let mut room = asked("en");
    room.keys("5 ↓ ↓ ↓").shows("looks like");
    let suggestion =
        |room: &Room| room.screen().lines().find(|line| line.contains("looks like")).map(str::to_owned);
    let before = suggestion(&room);
    let fact = note(&room, 1, "черга з шостої ранку");
    room.hears(vec![fact]);
    assert_eq!(suggestion(&room), before, "the cursor is on another note");
    room.keys("End").shows("черга з шостої ранку");
    let mut fresh = Room::of(room.journal.clone(), room.app.at);
    let again =
        |room: &mut Room| room.keys("5 Home").screen().lines().skip(3).map(str::to_owned).collect::<Vec<_>>();
    let kept: Vec<String> = again(&mut room);
    assert_eq!(kept[..kept.len() - 1], again(&mut fresh)[..kept.len() - 1], "as if it had been opened now");
}

#[test]
fn an_undo_of_the_other_process_is_followed() {
    let mut room = asked("en");
    let fact = note(&room, 1, "черга з шостої ранку");
    room.keys("5").hears(vec![fact]).keys("End").shows("черга з шостої ранку");
    let step = room.journal.last().unwrap().s;
    room.hears(vec![Fact::Reverted { step }]).hides("черга з шостої ранку");
}

#[test]
fn another_file_in_its_place_is_shown_on_every_screen() {
    for picture in PICTURES {
        let mut room = asked("en");
        let first: Vec<Step> = room.journal.iter().take(40).cloned().collect();
        room.keys(picture).keys("End").hears_whole(first);
        look(&mut room, &format!("{picture}, then a shorter file"));
        room.keys("Esc Esc Esc").keys(picture).keys("Home End PgUp");
        look(&mut room, &format!("{picture} of a shorter file"));
    }
}

#[test]
fn a_file_that_is_gone_or_cant_be_read_is_said_and_stays_marked_until_it_is_back() {
    let mut room = asked("en");
    room.send(Msg::Followed(News::Gone)).shows("The file is gone. Waiting for it.");
    room.keys("5").hides("Waiting").shows("read only · the file is gone");
    let why = room.app.words().say("finding-garbled");
    room.send(Msg::Followed(News::Unreadable(why))).shows("this line").keys("3").shows("can’t be read now");
    let steps = room.journal.clone();
    room.hears_whole(steps).hides("can’t be read now").shows("read only");
}

#[test]
fn a_file_that_is_repaired_meanwhile_is_damaged_no_more() {
    let mut room = Room::reading("en", damaged(crate::words::Lang::En, "half a line"));
    let steps = room.journal.clone();
    room.keys("Esc u").shows("is damaged").hears_whole(steps);
    room.keys("u").hides("is damaged");
    assert!(said(&room).contains("`viche open services.viche`"), "{}", said(&room));
}

#[test]
fn a_turn_at_the_workstation_binds_nobody_who_reads() {
    let mut room = asked("en");
    let team = room.sprint().teams.iter().next().unwrap().id;
    room.hears(vec![turn::Fact::Called { team, purpose: turn::Purpose::Sort, minutes: 5 }.into()]);
    room.hides("sit down").keys("6").shows("6·Priorities");
    room.hears(vec![turn::Fact::Seated.into()]).keys("3").shows("3·Interviews").keys("q");
    assert_eq!(room.others, [Effect::Quit]);
}

#[test]
fn black_is_this_terminals_alone() {
    let mut room = asked("en");
    for keys in ["z", "0 z"] {
        room.keys(keys);
        assert_eq!(room.screen().trim(), "", "{keys}");
        room.keys("z").shows("read only");
    }
    room.hears(vec![face::Fact::Blacked { black: true }.into()]).keys("3").shows("Interviews");
}

#[test]
fn clocks_run_as_at_the_workstation() {
    let mut room = asked("en");
    let mut other = Room::demo();
    for _ in 0..3 {
        let time = |room: &mut Room| {
            let screen = room.passes(61).screen();
            screen.lines().nth(1).map(str::to_owned)
        };
        assert_eq!(time(&mut room), time(&mut other));
    }
    assert!(room.app.next_wake().is_some());
}
