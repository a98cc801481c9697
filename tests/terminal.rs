//! The shipped program in a real pseudo-terminal: what it draws, what outlives it, and that the terminal is as
//! it was however it ends. Waits for what the screen shows, never for a time.
#![cfg(unix)]
// Helpers of tests count as code for the lint; what they stumble over fails the test as it should.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::io::{Read, Write};
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, WaitOptions, kill_process, waitpid};
use tempfile::TempDir;
use vt100::{Parser, Screen};

/// When a screen has not come by then it never will.
const PATIENCE: Duration = Duration::from_secs(10);

/// What the other end of the terminal sees.
struct Seen {
    parser: Parser,
    /// The program's side is closed.
    closed: bool,
}

type Shared = Arc<(Mutex<Seen>, Condvar)>;

/// A terminal with the program in it.
struct Console {
    seen: Shared,
    master: Box<dyn MasterPty + Send>,
    keys: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    hung_up: Arc<Mutex<bool>>,
}

/// A folder to work in with a home of its own.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        std::fs::create_dir(desk.path("tmp")).unwrap();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, args: &[&str]) -> Console {
        self.run_in(args, (80, 24))
    }

    /// The program in a terminal of so many columns and rows.
    fn run_in(&self, args: &[&str], size: (u16, u16)) -> Console {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_viche"));
        command.args(args);
        command.cwd(self.0.path());
        command.env_clear();
        for variable in ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"] {
            command.env(variable, self.path("home"));
        }
        command.env("TMPDIR", self.path("tmp"));
        command.env("TERM", "xterm-256color");
        command.env("LANG", "en_GB.UTF-8");
        Console::open(command, size)
    }

    /// What the demo left in the folder for temporary files.
    fn temporary_files(&self) -> usize {
        std::fs::read_dir(self.path("tmp")).unwrap().count()
    }

    /// What this computer keeps of texts that were not finished, over all sprints.
    fn drafts(&self) -> String {
        let Ok(sprints) = std::fs::read_dir(self.path("home/viche/sprints")) else { return String::new() };
        sprints
            .map(|sprint| std::fs::read_to_string(sprint.unwrap().path().join("drafts")).unwrap_or_default())
            .collect()
    }

    fn text_of(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }
}

impl Console {
    fn open(command: CommandBuilder, size: (u16, u16)) -> Self {
        let pty = native_pty_system().openpty(pty_size(size)).unwrap();
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let seen = Arc::new((
            Mutex::new(Seen { parser: Parser::new(size.1, size.0, 0), closed: false }),
            Condvar::new(),
        ));
        let hung_up = Arc::new(Mutex::new(false));
        let (mut reader, told, stop) =
            (pty.master.try_clone_reader().unwrap(), seen.clone(), hung_up.clone());
        std::thread::spawn(move || {
            let mut bytes = [0; 16 * 1024];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                let Ok(mut seen) = told.0.lock() else { return };
                seen.parser.process(&bytes[..count]);
                drop(seen);
                told.1.notify_all();
                if *stop.lock().unwrap() {
                    break;
                }
            }
            told.0.lock().unwrap().closed = true;
            told.1.notify_all();
        });
        let keys = Some(pty.master.take_writer().unwrap());
        Self { seen, master: pty.master, keys, child, hung_up }
    }

    fn keys(&mut self, bytes: &str) -> &mut Self {
        let keys = self.keys.as_mut().unwrap();
        keys.write_all(bytes.as_bytes()).unwrap();
        keys.flush().unwrap();
        self
    }

    fn signal(&mut self, signal: Signal) -> &mut Self {
        let pid = Pid::from_raw(self.child.process_id().unwrap() as i32).unwrap();
        kill_process(pid, signal).unwrap();
        self
    }

    /// Waits until the system has stopped the process.
    fn stands_still(&mut self) {
        let pid = Pid::from_raw(self.child.process_id().unwrap() as i32).unwrap();
        let status = waitpid(Some(pid), WaitOptions::UNTRACED).unwrap();
        assert!(status.is_some_and(|(_, status)| status.stopped()), "it ended: {status:?}");
    }

    fn resize(&mut self, size: (u16, u16)) {
        self.seen.0.lock().unwrap().parser.screen_mut().set_size(size.1, size.0);
        self.master.resize(pty_size(size)).unwrap();
    }

    /// Waits until `settled` holds for the screen.
    fn waits(&mut self, what: &str, settled: impl Fn(&Screen) -> bool) -> &mut Self {
        let until = Instant::now() + PATIENCE;
        let mut seen = self.seen.0.lock().unwrap();
        while !settled(seen.parser.screen()) {
            let left = until.saturating_duration_since(Instant::now());
            assert!(
                !left.is_zero(),
                "waited for {what}; the screen shows:\n{}",
                seen.parser.screen().contents()
            );
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
        drop(seen);
        self
    }

    fn shows(&mut self, text: &str) -> &mut Self {
        self.waits(text, |screen| screen.contents().contains(text))
    }

    /// Waits for the first whole frame: the line of the places, and the bar.
    fn is_up(&mut self) -> &mut Self {
        self.waits("the first frame", |screen| {
            let text = screen.contents();
            screen.alternate_screen() && text.contains("1·Agenda") && text.contains("? help")
        })
    }

    /// Waits until something holds that the screen does not show.
    fn until(&mut self, what: &str, holds: impl Fn() -> bool) -> &mut Self {
        let until = Instant::now() + PATIENCE;
        while !holds() {
            assert!(Instant::now() < until, "waited for {what}");
            let seen = self.seen.0.lock().unwrap();
            drop(self.seen.1.wait_timeout(seen, Duration::from_millis(20)).unwrap());
        }
        self
    }

    /// Waits for the end; answers the exit status.
    fn ends(&mut self) -> u32 {
        let until = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                let mut seen = self.seen.0.lock().unwrap();
                while !seen.closed {
                    seen = self.seen.1.wait_timeout(seen, Duration::from_millis(20)).unwrap().0;
                }
                return status.exit_code();
            }
            let seen = self.seen.0.lock().unwrap();
            let shown = seen.parser.screen().contents();
            assert!(Instant::now() < until, "waited for the end; the screen shows:\n{shown}");
            drop(self.seen.1.wait_timeout(seen, Duration::from_millis(20)).unwrap());
        }
    }

    /// Whether the terminal is as a shell wants it.
    fn is_restored(&self) -> bool {
        let seen = self.seen.0.lock().unwrap();
        is_plain(seen.parser.screen())
    }

    fn text(&self) -> String {
        self.seen.0.lock().unwrap().parser.screen().contents()
    }

    /// Closes the terminal, as closing its window does.
    fn hang_up(mut self) -> (Box<dyn Child + Send + Sync>, Shared) {
        *self.hung_up.lock().unwrap() = true;
        self.keys = None;
        (self.child, self.seen)
    }
}

fn is_plain(screen: &Screen) -> bool {
    !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
}

fn pty_size(size: (u16, u16)) -> PtySize {
    PtySize { rows: size.1, cols: size.0, pixel_width: 0, pixel_height: 0 }
}

/// Stops all clocks, after which quitting asks nothing.
const STOP_ALL: &str = "\x10";

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
        .shows("NOT SAVED")
        .shows("everything goes on in");
    console.keys("друга нотатка\r").shows("16 notes").keys("\x1b").keys(STOP_ALL);
    console.shows("All clocks are stopped").keys("q");
    assert_eq!(console.ends(), 1);
    assert!(console.text().contains("is in"), "{}", console.text());
    let mut folder = std::fs::read_dir(desk.path("home/viche")).unwrap().map(|entry| entry.unwrap().path());
    let rescued = folder.find(|path| path.extension().is_some_and(|end| end == "viche")).unwrap();
    let text = std::fs::read_to_string(&rescued).unwrap();
    assert!(text.contains("файл зник") && text.contains("друга нотатка") && text.lines().count() > 1_000);
    assert!(!desk.text_of("moved.viche").contains("файл зник"));
    desk.run(&["open", rescued.to_str().unwrap()]).is_up();
}

#[test]
fn a_second_program_is_told_who_has_the_file() {
    let desk = Desk::new();
    let mut first = desk.run(&["demo", "--keep", "demo.viche"]);
    first.is_up();
    let pid = first.child.process_id().unwrap();
    let mut second = desk.run(&["open", "demo.viche"]);
    assert_eq!(second.ends(), 1);
    let text = second.text();
    assert!(
        text.contains(&format!("in use by pid {pid}")) && text.contains("hint: close it there"),
        "{text}"
    );
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
