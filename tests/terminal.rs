//! The shipped program in a real pseudo-terminal: what it draws, what outlives it, and that the terminal is as
//! it was however it ends. Waits for what the screen shows, never for a time.
#![cfg(unix)]
// Helpers of tests count as code for the lint; what they stumble over fails the test as it should.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod desk;

use std::io::Write;
use std::time::{Duration, Instant};

use rustix::process::Signal;
use viche::domain::Step;
use viche::domain::id::RunId;
use viche::store::{self, Shelf};
use viche::text::Clean;
use vt100::Screen;

use desk::{Desk, PATIENCE, STOP_ALL, is_plain};

#[test]
fn the_first_frame_of_the_demo_stands_in_both_languages() {
    let desk = Desk::new();
    desk.run(&["demo"]).is_up().shows("Interviews, round 2").shows("saved ✓");
    desk.run_in(&["demo", "--lang", "uk"], (120, 36)).shows("3·Інтерв’ю");
}

#[test]
fn quitting_gives_the_terminal_back_and_removes_the_demo() {
    let desk = Desk::new();
    let mut console = desk.run(&["demo"]);
    let before = console.master.get_termios();
    console.is_up();
    assert_eq!(desk.temporary_files(), 1);
    console.keys(STOP_ALL).shows("All clocks are stopped").keys("q");
    assert_eq!(console.ends(), 0);
    assert!(console.is_restored());
    assert!(
        before.is_none() || console.master.get_termios().is_none() || console.master.get_termios() == before
    );
    assert_eq!(desk.temporary_files(), 0);
    assert_eq!(console.text().trim(), "", "something was printed");
}

#[test]
fn signals_end_it_with_the_terminal_given_back_and_everything_saved() {
    for (signal, status) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130)] {
        let desk = Desk::new();
        let mut console = desk.run(&["demo", "--keep", "demo.viche"]);
        console.is_up().keys("3\ra").shows("Writing").keys("черга з шостої ранку\r").shows("черга з шостої");
        console.signal(signal);
        assert_eq!(console.ends(), status, "{signal:?}");
        assert!(console.is_restored(), "{signal:?}");
        assert!(desk.text_of("demo.viche").contains("черга з шостої ранку"), "{signal:?}");
    }
}

#[test]
fn a_signal_removes_the_demo_too() {
    let desk = Desk::new();
    let mut console = desk.run(&["demo"]);
    console.is_up().signal(Signal::TERM);
    console.ends();
    assert_eq!(desk.temporary_files(), 0);
}

#[test]
fn what_is_shown_as_saved_outlives_kill_9() {
    let desk = Desk::new();
    let mut console = desk.run(&["demo", "--keep", "demo.viche"]);
    console.is_up().keys("3\ra").shows("Writing").keys("довідку просять двічі\r");
    console.waits("the note, saved", |screen| {
        let text = screen.contents();
        text.contains("довідку просять двічі") && text.contains("15 notes") && text.contains("saved ✓")
    });
    console.signal(Signal::KILL);
    console.ends();

    let mut again = desk.run(&["open", "demo.viche"]);
    again.is_up().keys("3\r").shows("15 notes");
    again.waits("the note", |screen| screen.contents().contains("довідку просять двічі"));
}

#[test]
fn half_a_sentence_outlives_kill_9_and_is_one_enter_away() {
    for (lang, says) in [("en", "stopped while you typed this"), ("uk", "поки ви це писали")] {
        let desk = Desk::new();
        let mut console = desk.run(&["demo", "--keep", "demo.viche"]);
        console.is_up().signal(Signal::TERM);
        console.ends();
        let open = ["open", "demo.viche", "--lang", lang];
        let mut console = desk.run(&open);
        console.shows("2 3 4 5 6 8 0").keys("3\ra").shows("✎").keys("-довідку просять дв");
        console.until("the draft", || desk.drafts().contains("довідку просять дв\""));
        console.signal(Signal::KILL);
        console.ends();

        let mut again = desk.run(&open);
        again.shows(says).shows("довідку просять дв").keys("ічі\r");
        again.until("the note", || desk.text_of("demo.viche").contains("\"довідку просять двічі\""));
        again.until("the end of the draft", || desk.drafts().is_empty());
    }
}

#[test]
fn a_text_that_was_put_by_is_named_when_the_file_is_opened_again() {
    let desk = Desk::new();
    let mut console = desk.run(&["demo", "--keep", "demo.viche"]);
    console.is_up().keys("3\ra").shows("Writing").keys("half a sentence\x1b").shows("? help");
    console.keys(STOP_ALL).shows("All clocks are stopped").keys("q");
    assert_eq!(console.ends(), 0);
    let mut again = desk.run(&["open", "demo.viche"]);
    again
        .shows("1 text is kept that was not finished: 3 Interviews – T1-I03")
        .keys("3\ra")
        .shows("> half a sentence");
}

#[test]
fn the_demo_that_goes_leaves_no_draft() {
    let desk = Desk::new();
    let mut console = desk.run(&["demo"]);
    console.is_up().keys("3\ra").shows("Writing").keys("half a sentence").shows("half a sentence");
    console.signal(Signal::TERM);
    console.ends();
    assert!(!desk.path("home/viche/sprints").exists());
}

#[test]
fn where_no_draft_can_be_kept_it_is_said() {
    let desk = Desk::new();
    std::fs::create_dir_all(desk.path("home/viche")).unwrap();
    std::fs::write(desk.path("home/viche/sprints"), "a file in the way").unwrap();
    let mut console = desk.run(&["demo", "--keep", "demo.viche"]);
    console
        .shows("would not outlive a crash")
        .keys("3\ra")
        .shows("Writing")
        .keys("черга\r")
        .shows("15 notes");
}

#[test]
fn a_panic_in_the_loop_gives_the_terminal_back_with_a_sentence() {
    let desk = Desk::new();
    let mut console = desk.run(&["fault", "loop"]);
    console.is_up();
    // Each key asks the clock; it breaks at one of them.
    for _ in 0..60 {
        if console.child.try_wait().unwrap().is_some() {
            break;
        }
        if console.keys.as_mut().unwrap().write_all(b"c").is_err() {
            break;
        }
    }
    assert_eq!(console.ends(), 1);
    assert!(console.is_restored());
    let text = console.text();
    assert!(text.contains("error: viche stopped because of a fault in itself"), "{text}");
    assert!(text.contains("fault.rs") && !text.contains("on purpose"), "{text}");
}

#[test]
fn a_panic_of_the_journal_gives_the_terminal_back_with_a_sentence() {
    let desk = Desk::new();
    let mut console = desk.run(&["fault", "journal"]);
    console.is_up().keys(STOP_ALL);
    assert_eq!(console.ends(), 1);
    assert!(console.is_restored());
    let text = console.text();
    assert!(text.contains("error: viche stopped because of a fault in itself"), "{text}");
}

#[test]
fn a_storm_of_sizes_ends_in_a_frame_of_the_last_one() {
    let desk = Desk::new();
    let mut console = desk.run(&["demo"]);
    console.is_up();
    for step in 0..60 {
        console.resize((20 + step * 3, 5 + step));
    }
    console.resize((100, 30));
    console.waits("a whole frame of 100 columns and 30 rows", |screen| {
        let rows: Vec<String> = screen.rows(0, 100).collect();
        rows[0].contains("viche")
            && rows[0].ends_with("saved ✓ ") | rows[0].ends_with("saved ✓")
            && rows[29].contains("? help")
    });
    console.keys(STOP_ALL).shows("All clocks are stopped").keys("q");
    assert_eq!(console.ends(), 0);
}

#[test]
fn a_key_that_comes_together_with_a_new_size_is_not_lost() {
    let desk = Desk::new();
    let mut console = desk.run_in(&["demo"], (100, 30));
    console.is_up().keys("3\ra").shows("Writing");
    for round in 1..=40 {
        console.resize((100 + round % 2, 30));
        console.keys("x").shows(&format!("> {}", "x".repeat(usize::from(round))));
    }
}

#[test]
fn a_paste_of_five_thousand_characters_is_taken_or_refused_whole() {
    let desk = Desk::new();
    let mut console = desk.run_in(&["demo"], (100, 30));
    console.is_up().keys("3\ra").shows("Writing");
    let long = "черга ".repeat(834);
    console.keys(&format!("\x1b[200~{long}\x1b[201~")).shows("the field is full");
    console.keys("коротка нотатка\r").shows("15 notes").shows("коротка нотатка");
}

#[test]
fn a_paste_of_many_lines_presses_no_key() {
    let desk = Desk::new();
    let mut console = desk.run_in(&["demo"], (100, 30));
    console.is_up();
    let lines = "xq! черга починається о шостій ранку, записатися не можна\r\n".repeat(90);
    console.keys(&format!("\x1b[200~{lines}\x1b[201~")).shows("then paste");
    console.keys(STOP_ALL).shows("All clocks are stopped");
}

/// Signs that terminals give different widths: a selector, joined people, a flag, a key, marks, wide letters.
const DOUBTFUL: [&str; 6] = [
    "☎\u{fe0f} дзвонили двічі, слухавку не взяли",
    "👨\u{200d}👩\u{200d}👧 родина ходить по довідки замість бабусі",
    "🇺🇦 the form has no field for a second citizenship 👩\u{200d}👩\u{200d}👧\u{200d}👦",
    "1\u{fe0f}\u{20e3} спершу ЦНАП, потім управління",
    "e\u{301}le\u{300}ve: the school wants the paper in French o\u{308}",
    "窓口は六時に開きます窓口は六時に開きます窓口は六時に開きます窓口は六時に開きます窓口",
];

/// Claims that below each upper right corner of a pane its border goes on down to the lower one.
fn borders_are_straight(screen: &Screen) -> bool {
    let (rows, columns) = screen.size();
    let at = |row: u16, column: u16| screen.cell(row, column).map_or("", |cell| cell.contents());
    (0..rows).all(|top| {
        (0..columns).filter(|column| at(top, *column) == "╮").all(|column| {
            let below = (top + 1..rows).find(|row| !matches!(at(*row, column), "│" | "┃"));
            below.is_some_and(|row| at(row, column) == "╯")
        })
    })
}

#[test]
fn signs_of_doubtful_width_shift_no_row() {
    let desk = Desk::new();
    let mut console = desk.run_in(&["demo"], (100, 30));
    console.is_up().keys("3\ra").shows("Writing");
    for note in DOUBTFUL {
        console.keys(&format!("\x1b[200~{note}\x1b[201~\r"));
    }
    let stands = |screen: &Screen| screen.contents().contains("窓口は六") && borders_are_straight(screen);
    console.waits("the notes between straight borders", stands);
    console.keys("\x1b\x1b5").shows("Inbox").keys("\x1b[F");
    console.waits("the notes in the inbox between straight borders", stands);
    for size in [(80, 24), (61, 21), (120, 36)] {
        console.resize(size);
        console.waits("straight borders at another size", |screen| {
            let rows: Vec<String> = screen.rows(0, size.0).collect();
            let is_new = rows[0].trim_end().ends_with("saved ✓") && rows[0].len() > usize::from(size.0) - 3;
            is_new && rows[usize::from(size.1) - 1].contains("? help") && stands(screen)
        });
    }
    console.keys(":").shows("All commands");
    console.waits("the list of commands over them", |screen| {
        screen.contents().contains("All commands") && !screen.contents().contains("│ │ │")
    });
    console.keys("\x1b").waits("the inbox again", stands);
}

#[test]
fn a_stop_from_outside_gives_the_terminal_back_until_it_goes_on() {
    let desk = Desk::new();
    let mut console = desk.run(&["demo"]);
    console.is_up().signal(Signal::TSTP);
    console.waits("the terminal to be given back", is_plain).stands_still();
    console.signal(Signal::CONT).is_up().shows("Interviews, round 2");
    console.keys(STOP_ALL).shows("All clocks are stopped").keys("q");
    assert_eq!(console.ends(), 0);
    assert!(console.is_restored());
}

#[test]
fn a_file_that_is_taken_away_goes_on_elsewhere_with_everything_in_it() {
    let desk = Desk::new();
    let mut console = desk.run_in(&["demo", "--keep", "demo.viche"], (120, 36));
    console.is_up();
    std::fs::rename(desk.path("demo.viche"), desk.path("moved.viche")).unwrap();
    console
        .keys("3\ra")
        .shows("Writing")
        .keys("файл зник\r")
        .shows("saved elsewhere")
        .shows("Everything goes on in");
    console.keys("друга нотатка\r").shows("16 notes").keys("\x1b").keys(STOP_ALL);
    console.waits("the stop, saved elsewhere", |screen| {
        let text = screen.contents();
        text.contains("All clocks are stopped") && text.contains("saved elsewhere")
    });
    console.keys("q");
    assert_eq!(console.ends(), 1);
    assert!(console.text().contains("is in"), "{}", console.text());
    let (header, _, _) = store::read(desk.path("moved.viche")).unwrap();
    let rescued = Shelf::of(&desk.path("home/viche"), header.file).fallbacks().remove(0);
    let text = std::fs::read_to_string(&rescued).unwrap();
    assert!(text.contains("файл зник") && text.contains("друга нотатка") && text.lines().count() > 1_000);
    assert!(!desk.text_of("moved.viche").contains("файл зник"));
    desk.run(&["open", rescued.to_str().unwrap()]).is_up();
}

#[test]
fn a_second_program_is_told_who_has_the_file_and_leaves_it_at_any_key_but_enter() {
    let desk = Desk::new();
    let mut first = desk.run(&["demo", "--keep", "demo.viche"]);
    first.is_up();
    let pid = first.child.process_id().unwrap();
    for key in ["q", "\x1b", "\x03", "n", "й"] {
        let mut second = desk.run(&["open", "demo.viche"]);
        second.shows(&format!("demo.viche is in use by pid {pid}")).shows("Enter opens it only to read");
        second.keys(key);
        assert_eq!(second.ends(), 1, "{key:?}");
        assert!(second.is_restored() && !second.text().contains("1·Agenda"), "{}", second.text());
    }
    let mut second = desk.run(&["open", "demo.viche"]);
    second.shows("Enter opens it only to read").signal(Signal::TERM);
    assert_eq!(second.ends(), 143);
}

#[test]
fn who_reads_sees_what_the_other_writes_outlives_it_and_changes_nothing() {
    let desk = Desk::new();
    let mut first = desk.run(&["demo", "--keep", "demo.viche"]);
    first.is_up();
    let mut second = desk.run(&["open", "demo.viche"]);
    second.shows("Enter opens it only to read").keys("\r").is_up().shows("read only").keys("3\r");
    second.shows("14 notes");
    first.keys("3\ra").shows("Writing").keys("довідку просять двічі\r");
    first.waits("the note, saved", |screen| {
        screen.contents().contains("15 notes") && screen.contents().contains("saved ✓")
    });
    second.shows("15 notes").keys("\x1b5").shows("Inbox").keys("\x1b[F").shows("довідку просять");
    first.signal(Signal::KILL);
    first.ends();
    let before = std::fs::read(desk.path("demo.viche")).unwrap();
    second.keys("6").shows("6·Priorities").keys("u").shows("Only to read").signal(Signal::TERM);
    assert_eq!(second.ends(), 143);
    assert!(second.is_restored());
    assert!(std::fs::read(desk.path("demo.viche")).unwrap() == before, "the reader wrote to the file");
}

#[test]
fn a_file_that_is_replaced_or_gone_is_followed_by_who_reads() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["new", "a.viche", "--title", "First room"]).ends(), 0);
    assert_eq!(desk.run(&["new", "b.viche", "--title", "Second room"]).ends(), 0);
    let bytes = std::fs::read(desk.path("b.viche")).unwrap();
    let mut reader = desk.run(&["open", "--read-only", "a.viche"]);
    reader.is_up().shows("First room").shows("Only to read");
    std::fs::remove_file(desk.path("a.viche")).unwrap();
    reader.shows("the file is gone").keys("3").shows("the file is gone");
    std::fs::rename(desk.path("b.viche"), desk.path("a.viche")).unwrap();
    reader.shows("Second room").waits("the mark alone", |screen| !screen.contents().contains("is gone"));
    reader.keys("q");
    assert_eq!(reader.ends(), 0);
    assert!(std::fs::read(desk.path("a.viche")).unwrap() == bytes, "the reader wrote to the file");
}

#[test]
fn a_damaged_file_shows_its_line_and_the_rest_and_is_left_as_it_is() {
    let desk = Desk::new();
    let mut console = desk.run(&["demo", "--keep", "demo.viche", "--lang", "uk"]);
    console.shows("1·План дня").shows("збережено").signal(Signal::TERM);
    console.ends();
    let whole = desk.text_of("demo.viche");
    let line = whole.lines().position(|line| line.contains("\"note\":{\"added\"")).unwrap();
    let text = whole.lines().nth(line).unwrap();
    let edited = text.replace("\"kind\":\"", "\"kind\":\"виправлено ");
    assert_ne!(text, edited);
    std::fs::write(desk.path("demo.viche"), whole.replacen(text, &edited, 1)).unwrap();
    let files = std::fs::read_dir(desk.0.path()).unwrap().count();
    for lang in ["uk", "en"] {
        let mut reader = desk.run(&["open", "demo.viche", "--lang", lang]);
        let row = format!("{} {}:", if lang == "uk" { "Рядок" } else { "Line" }, line + 1);
        reader.shows(&row).shows("виправлено").shows("viche repair demo.viche").keys("\r");
        reader.waits("the sprint", |screen| !screen.contents().contains(&row)).keys("5");
        reader.shows(if lang == "uk" { "лише читання" } else { "read only" }).shows("N0");
        reader.keys("q");
        assert_eq!(reader.ends(), 0);
    }
    assert_eq!(desk.text_of("demo.viche"), whole.replacen(text, &edited, 1));
    assert_eq!(std::fs::read_dir(desk.0.path()).unwrap().count(), files, "something was set aside");
}

#[test]
fn a_file_of_a_newer_version_is_shown_with_a_sentence_and_left_as_it_is() {
    use sha2::{Digest, Sha256};
    let desk = Desk::new();
    assert_eq!(desk.run(&["new", "a.viche", "--title", "First room"]).ends(), 0);
    let (header, steps) =
        desk.text_of("a.viche").split_once('\n').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    let sealed = header.split_once(",\"h\":\"").unwrap().0.replacen(":1,\"min\":1", ":9,\"min\":9", 1);
    let hash: String = Sha256::digest(&sealed)[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    let newer = format!("{sealed},\"h\":\"{hash}\"}}\n{steps}");
    std::fs::write(desk.path("a.viche"), &newer).unwrap();
    let mut reader = desk.run(&["open", "a.viche"]);
    reader.shows("A newer viche wrote this file").shows("First room").keys("\r").is_up().keys("q");
    assert_eq!(reader.ends(), 0);
    assert_eq!(desk.text_of("a.viche"), newer);
    assert_eq!(desk.run(&["check", "a.viche"]).ends(), 3);
}

#[test]
fn the_demo_is_never_kept_over_a_file_that_is_there() {
    let desk = Desk::new();
    std::fs::write(desk.path("notes.txt"), "my notes\n").unwrap();
    let mut console = desk.run(&["demo", "--keep", "notes.txt"]);
    assert_eq!(console.ends(), 1);
    assert!(console.text().contains("exists already"), "{}", console.text());
    assert_eq!(desk.text_of("notes.txt"), "my notes\n");
    let mut console = desk.run(&["demo", "--at", "half past two"]);
    assert_eq!(console.ends(), 2);
    assert!(console.text().contains("is no time"), "{}", console.text());
}

#[test]
fn a_window_that_is_closed_ends_it_and_keeps_what_was_typed() {
    let desk = Desk::new();
    let mut console = desk.run(&["demo", "--keep", "demo.viche"]);
    console.is_up().keys("3\ra").shows("Writing").keys("вікно закрили\r").shows("15 notes");
    let (mut child, seen) = console.hang_up();
    let until = Instant::now() + PATIENCE;
    while child.try_wait().unwrap().is_none() {
        assert!(Instant::now() < until, "it lives on without a terminal");
        drop(seen.1.wait_timeout(seen.0.lock().unwrap(), Duration::from_millis(20)).unwrap());
    }
    assert!(desk.text_of("demo.viche").contains("вікно закрили"));
}

#[test]
fn a_new_sprint_opens_in_a_terminal_that_answers_nothing() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["new", "a.viche"]).ends(), 0);
    let mut console = desk.run(&["open", "a.viche"]);
    // Nobody answers queries here: a program that waits for one would not get this far.
    console.is_up().keys("q");
    assert_eq!(console.ends(), 0);
    assert!(console.is_restored());
}

#[test]
fn the_projector_shows_what_the_workstation_puts_on_the_wall() {
    let desk = Desk::new();
    let mut workstation = desk.run(&["demo", "--keep", "demo.viche"]);
    workstation.shows("? help");
    let mut projector = desk.run(&["project", "demo.viche"]);
    projector.shows("Interviews, round 2").waits("no frame", |screen| !screen.contents().contains("saved"));
    workstation.keys("0e").shows("Writing").keys("Обід у дворі\r");
    projector.shows("Обід у дворі");
    workstation.keys("v");
    projector.shows("T2-I03");
    workstation.keys("3z");
    projector.waits("black", |screen| screen.contents().trim().is_empty());
    workstation.waits("black", |screen| screen.contents().trim().is_empty());
    workstation.keys("z").shows("still black").keys("0z");
    projector.shows("T2-I03").resize((120, 36));
    projector.waits("a frame of 120 columns", |screen| {
        screen.rows(0, 120).any(|row| row.trim_end().chars().count() > 100)
    });
    workstation.signal(Signal::KILL);
    workstation.ends();
    projector.shows("T2-I03").keys("q");
    assert_eq!(projector.ends(), 0);
    assert!(projector.is_restored());
    assert_eq!(projector.text().trim(), "", "something was printed");
}

#[test]
fn the_projector_waits_for_a_file_that_is_gone_and_takes_another_in_its_place() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["new", "a.viche", "--title", "First room"]).ends(), 0);
    assert_eq!(desk.run(&["new", "b.viche", "--title", "Second room"]).ends(), 0);
    let mut projector = desk.run(&["project", "a.viche"]);
    projector.shows("First room");
    std::fs::remove_file(desk.path("a.viche")).unwrap();
    projector.shows("The file is gone").shows("First room");
    std::fs::write(desk.path("a.viche"), "half a lin").unwrap();
    projector.shows("can’t be read now");
    std::fs::rename(desk.path("b.viche"), desk.path("a.viche")).unwrap();
    projector.shows("Second room").waits("quiet", |screen| !screen.contents().contains("Waiting"));
    assert_eq!(desk.run(&["check", "a.viche"]).ends(), 0, "nothing was written to it");
    projector.signal(Signal::TERM);
    assert_eq!(projector.ends(), 143);
    assert!(projector.is_restored());
}

#[test]
fn a_projector_without_a_sprint_says_what_to_do() {
    let desk = Desk::new();
    std::fs::write(desk.path("notes.txt"), "my notes\n").unwrap();
    for (file, says) in [("gone.viche", "is not there"), ("notes.txt", "is not a sprint")] {
        let mut console = desk.run(&["project", file]);
        assert_eq!(console.ends(), 1, "{file}");
        assert!(console.text().contains(says) && console.text().contains("hint:"), "{}", console.text());
    }
    let mut console = desk.run(&["project", "gone.viche", "--theme", "pink"]);
    assert_eq!(console.ends(), 2);
    let mut card = desk.run(&["project", "--test"]);
    card.shows("from the last row of seats").keys("й");
    assert_eq!(card.ends(), 0);
    assert!(card.is_restored());
}

#[test]
fn a_file_that_others_may_read_is_said_on_the_first_frame() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    assert_eq!(desk.run(&["new", "a.viche"]).ends(), 0);
    std::fs::set_permissions(desk.path("a.viche"), std::fs::Permissions::from_mode(0o644)).unwrap();
    desk.run_in(&["open", "a.viche"], (120, 36)).is_up().shows("chmod 600 a.viche");
}

#[test]
fn a_passphrase_is_typed_twice_and_never_shows() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["new", "a.viche"]).ends(), 0);
    let mut sealing = desk.run_in(&["seal", "a.viche"], (120, 24));
    let before = sealing.master.get_termios();
    sealing.shows("Passphrase for a.viche").keys("тиха х\u{7f}ранкова\r");
    sealing.shows("once more").keys("тиха ранкова\r").shows("Sealed a.viche as a.viche.age");
    assert_eq!(sealing.ends(), 0);
    assert!(!sealing.text().contains("тиха"), "{}", sealing.text());
    assert!(
        before.is_none() || sealing.master.get_termios().is_none() || sealing.master.get_termios() == before
    );
    let mut unsealing = desk.run_in(&["unseal", "a.viche.age", "--out", "b.viche"], (120, 24));
    unsealing.shows("Passphrase of a.viche.age").keys("тиха ранкова\r").shows("Unsealed");
    assert_eq!(unsealing.ends(), 0);
    assert_eq!(desk.text_of("a.viche"), desk.text_of("b.viche"));
}

#[test]
fn two_passphrases_that_differ_seal_nothing() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["new", "a.viche"]).ends(), 0);
    let mut sealing = desk.run_in(&["seal", "a.viche"], (120, 24));
    sealing.shows("Passphrase for").keys("тиха ранкова\r").shows("once more").keys("тиха Ранкова\r");
    assert_eq!(sealing.ends(), 1);
    assert!(sealing.text().contains("are not the same"), "{}", sealing.text());
    assert!(!desk.path("a.viche.age").exists());
}

#[test]
fn a_short_passphrase_is_refused_before_it_is_typed_again() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["new", "a.viche"]).ends(), 0);
    let mut sealing = desk.run_in(&["seal", "a.viche"], (120, 24));
    sealing.shows("Passphrase for").keys("черга\r");
    assert_eq!(sealing.ends(), 1);
    assert!(sealing.text().contains("guessed too soon") && !sealing.text().contains("once more"));
}

#[test]
fn a_passphrase_that_is_given_up_leaves_the_terminal_as_it_was() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["new", "a.viche"]).ends(), 0);
    for (signal, status) in [(None, 130), (Some(Signal::INT), 130), (Some(Signal::TERM), 143)] {
        let mut sealing = desk.run(&["seal", "a.viche"]);
        let before = sealing.master.get_termios();
        sealing.shows("Passphrase for a.viche").keys("тиха ран");
        match signal {
            None => drop(sealing.keys("\x03")),
            Some(signal) => drop(sealing.signal(signal)),
        }
        assert_eq!(sealing.ends(), status, "{signal:?}");
        let after = sealing.master.get_termios();
        assert!(before.is_none() || after.is_none() || after == before, "{signal:?}");
        assert!(!sealing.text().contains("тиха") && !desk.path("a.viche.age").exists());
    }
}

#[test]
fn erasing_asks_for_the_code_once_more_and_a_projector_goes_on_over_it() {
    let desk = Desk::new();
    let path = desk.path("services.viche");
    let demo = viche::demo::make("en", &viche::demo::usual_moment(), RunId(0xde40));
    viche::store::create(&path).unwrap().append(&demo.steps).unwrap();
    let before = std::fs::read(&path).unwrap();
    let mut projector = desk.run(&["project", "services.viche"]);
    projector.shows("Interviews, round 2");
    let args = ["erase", "services.viche", "--respondent", "P019"];
    for answer in ["\r", "P018\r", "yes\r", "\u{4}"] {
        let mut console = desk.run(&args);
        console.shows("Type P019 to erase").keys(answer);
        assert_eq!(console.ends(), 1);
        console.shows("P019 was not typed; nothing was changed");
        assert!(std::fs::read(&path).unwrap() == before, "{answer:?} erased");
    }
    let mut console = desk.run_in(&args, (100, 60));
    console.shows("P019 is about to be erased").shows("Type P019 to erase").keys("р19\r");
    assert_eq!(console.ends(), 0);
    console.shows("You can tell P019");
    let mut opened = viche::store::open(&path).unwrap();
    let said = viche::domain::face::Fact::Said { text: Clean::new("Tea is in the yard") };
    let last = opened.steps.last().unwrap();
    let step = Step { s: last.s + 1, facts: vec![said.into()], ..last.clone() };
    opened.journal.append(&[step]).unwrap();
    projector.shows("Tea is in the yard");
}
