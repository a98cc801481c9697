//! A desk to run the shipped program at, in a folder with a home of its own, and a terminal that is looked at from
//! the other end.
#![allow(dead_code, reason = "each file of tests uses its part")]

use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, WaitOptions, kill_process, waitpid};
use tempfile::TempDir;
use vt100::{Parser, Screen};

/// Stops all clocks, after which quitting asks nothing.
pub const STOP_ALL: &str = "\x10";

/// When a screen has not come by then it never will.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// What the other end of the terminal sees.
pub struct Seen {
    pub parser: Parser,
    /// The program's side is closed.
    pub closed: bool,
}

pub type Shared = Arc<(Mutex<Seen>, Condvar)>;

/// A terminal with the program in it.
pub struct Console {
    pub seen: Shared,
    pub master: Box<dyn MasterPty + Send>,
    pub keys: Option<Box<dyn Write + Send>>,
    pub child: Box<dyn Child + Send + Sync>,
    hung_up: Arc<Mutex<bool>>,
}

/// A folder to work in with a home of its own.
pub struct Desk(pub TempDir);

impl Desk {
    pub fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        std::fs::create_dir(desk.path("tmp")).unwrap();
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn run(&self, args: &[&str]) -> Console {
        self.run_in(args, (80, 24))
    }

    /// The program in a terminal of so many columns and rows.
    pub fn run_in(&self, args: &[&str], size: (u16, u16)) -> Console {
        self.run_under(&[], args, size)
    }

    /// The program in a terminal, begun by the command `under`.
    pub fn run_under(&self, under: &[OsString], args: &[&str], size: (u16, u16)) -> Console {
        let words = command_line(under, args);
        let mut command = CommandBuilder::new(&words[0]);
        command.args(&words[1..]);
        command.cwd(self.0.path());
        command.env_clear();
        for (name, value) in self.environment() {
            command.env(name, value);
        }
        Console::open(command, size)
    }

    /// The program without a terminal, begun by the command `under`, to its end.
    pub fn output_under(&self, under: &[OsString], args: &[&str]) -> Output {
        let words = command_line(under, args);
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]).current_dir(self.0.path()).stdin(Stdio::null());
        command.env_clear().envs(self.environment()).output().unwrap()
    }

    fn environment(&self) -> Vec<(&'static str, OsString)> {
        let homes = ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"];
        let homes = homes.map(|name| (name, self.path("home").into_os_string()));
        let others = [("TERM", "xterm-256color"), ("LANG", "en_GB.UTF-8")];
        let others = others.map(|(name, value)| (name, value.into()));
        let tmp = [("TMPDIR", self.path("tmp").into_os_string())];
        homes.into_iter().chain(tmp).chain(others).collect()
    }

    /// What the demo left in the folder for temporary files.
    pub fn temporary_files(&self) -> usize {
        std::fs::read_dir(self.path("tmp")).unwrap().count()
    }

    /// What this computer keeps of texts that were not finished, over all sprints.
    pub fn drafts(&self) -> String {
        let Ok(sprints) = std::fs::read_dir(self.path("home/viche/sprints")) else { return String::new() };
        let drafts = |sprint: std::io::Result<std::fs::DirEntry>| sprint.unwrap().path().join("drafts");
        sprints.map(|sprint| std::fs::read_to_string(drafts(sprint)).unwrap_or_default()).collect()
    }

    pub fn text_of(&self, name: &str) -> String {
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
            let mut rest = 0;
            while let Ok(count @ 1..) = reader.read(&mut bytes[rest..]) {
                let Ok(mut seen) = told.0.lock() else { return };
                let come = rest + count;
                let whole = whole_letters(&bytes[..come]);
                seen.parser.process(&bytes[..whole]);
                drop(seen);
                bytes.copy_within(whole..come, 0);
                rest = come - whole;
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

    pub fn keys(&mut self, bytes: &str) -> &mut Self {
        assert!(self.takes(bytes), "nobody hears keys any more");
        self
    }

    /// Presses keys; `false`: the program has ended.
    pub fn takes(&mut self, bytes: &str) -> bool {
        let keys = self.keys.as_mut().unwrap();
        keys.write_all(bytes.as_bytes()).and_then(|()| keys.flush()).is_ok()
    }

    pub fn signal(&mut self, signal: Signal) -> &mut Self {
        let pid = Pid::from_raw(self.child.process_id().unwrap() as i32).unwrap();
        kill_process(pid, signal).unwrap();
        self
    }

    /// Waits until the system has stopped the process.
    pub fn stands_still(&mut self) {
        let pid = Pid::from_raw(self.child.process_id().unwrap() as i32).unwrap();
        let status = waitpid(Some(pid), WaitOptions::UNTRACED).unwrap();
        assert!(status.is_some_and(|(_, status)| status.stopped()), "it ended: {status:?}");
    }

    pub fn resize(&mut self, size: (u16, u16)) {
        self.seen.0.lock().unwrap().parser.screen_mut().set_size(size.1, size.0);
        self.master.resize(pty_size(size)).unwrap();
    }

    /// Waits until `settled` holds for the screen.
    pub fn waits(&mut self, what: &str, settled: impl Fn(&Screen) -> bool) -> &mut Self {
        assert!(self.comes(what, settled), "it ended before {what}; the screen shows:\n{}", self.text());
        self
    }

    /// Waits until `settled` holds for the screen, or the program has ended; answers whether it holds.
    pub fn comes(&mut self, what: &str, settled: impl Fn(&Screen) -> bool) -> bool {
        let until = Instant::now() + PATIENCE;
        let mut seen = self.seen.0.lock().unwrap();
        while !settled(seen.parser.screen()) && !seen.closed {
            let left = until.saturating_duration_since(Instant::now());
            assert!(
                !left.is_zero(),
                "waited for {what}; the screen shows:\n{}",
                seen.parser.screen().contents()
            );
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
        settled(seen.parser.screen())
    }

    pub fn shows(&mut self, text: &str) -> &mut Self {
        self.waits(text, |screen| screen.contents().contains(text))
    }

    /// Waits for the first whole frame: the line of the places, and the bar.
    pub fn is_up(&mut self) -> &mut Self {
        self.waits("the first frame", is_frame)
    }

    /// Waits until something holds that the screen does not show.
    pub fn until(&mut self, what: &str, holds: impl Fn() -> bool) -> &mut Self {
        let until = Instant::now() + PATIENCE;
        while !holds() {
            assert!(Instant::now() < until, "waited for {what}");
            let seen = self.seen.0.lock().unwrap();
            drop(self.seen.1.wait_timeout(seen, Duration::from_millis(20)).unwrap());
        }
        self
    }

    /// Waits for the end; answers the exit status.
    pub fn ends(&mut self) -> u32 {
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
    pub fn is_restored(&self) -> bool {
        let seen = self.seen.0.lock().unwrap();
        is_plain(seen.parser.screen())
    }

    pub fn text(&self) -> String {
        self.seen.0.lock().unwrap().parser.screen().contents()
    }

    /// Closes the terminal, as closing its window does.
    pub fn hang_up(mut self) -> (Box<dyn Child + Send + Sync>, Shared) {
        *self.hung_up.lock().unwrap() = true;
        self.keys = None;
        (self.child, self.seen)
    }
}

/// How many of the bytes are whole letters: the parser loses signs around one that comes in two reads.
fn whole_letters(bytes: &[u8]) -> usize {
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        Ok(_) | Err(_) => bytes.len(),
    }
}

/// Whether a whole frame stands there.
pub fn is_frame(screen: &Screen) -> bool {
    let text = screen.contents();
    screen.alternate_screen() && text.contains("1·Agenda") && text.contains("? help")
}

pub fn is_plain(screen: &Screen) -> bool {
    !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
}

fn command_line(under: &[OsString], args: &[&str]) -> Vec<OsString> {
    let program = [OsString::from(env!("CARGO_BIN_EXE_viche"))];
    under.iter().cloned().chain(program).chain(args.iter().map(OsString::from)).collect()
}

fn pty_size(size: (u16, u16)) -> PtySize {
    PtySize { rows: size.1, cols: size.0, pixel_width: 0, pixel_height: 0 }
}
