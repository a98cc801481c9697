//! The program as shipped, in a pseudo-terminal of 200x60: its first whole frame against a bare read, hash and
//! parse of the same file, its memory, and what it costs while nobody does anything.

#![allow(clippy::expect_used, reason = "a bench that cannot work has to stop")]

use std::io::Read;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};

mod common;

const PROGRAM: &str = env!("CARGO_BIN_EXE_viche");
const ROUNDS: usize = 15;
const IDLE: Duration = Duration::from_secs(10);

fn main() {
    let folder = tempfile::tempdir_in(".").expect("a folder on the disk of the project");
    let (empty, demo) = (folder.path().join("empty.viche"), folder.path().join("demo.viche"));
    run(&["new", &text(&empty), "--lang", "en"]);
    keep_demo(&demo);
    let (mut empties, mut demos, mut bares, mut memory) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for _ in 0..ROUNDS {
        empties.push(Session::open(&empty).first_frame);
        let session = Session::open(&demo);
        memory = memory.max(session.status_kib("VmHWM:"));
        demos.push(session.first_frame);
        drop(session);
        bares.push(common::bare_read(&demo));
    }
    let (empty_ms, demo_ms, bare_ms) = (p50(empties), p50(demos), p50(bares));
    let bound = empty_ms + 1.3 * bare_ms;
    println!("first whole frame, p50 of {ROUNDS}      ms");
    println!("  an empty sprint               {empty_ms:>7.1}");
    println!("  bare read + hash + parse      {bare_ms:>7.1}   ({} KiB)", size(&demo) / 1024);
    println!(
        "  the kept demo                 {demo_ms:>7.1}   {:.2} of empty + 1.3 bare ({bound:.1})",
        demo_ms / bound
    );
    println!("memory of the demo, most        {:>7.1} MB", memory as f64 / 1e3);
    idle("idle, no clock running", &empty);
    idle("idle, 14 clocks running", &demo);
}

fn idle(name: &str, file: &Path) {
    let session = Session::open(file);
    session.drain();
    let before = session.cpu_ticks();
    let begun = Instant::now();
    let mut bytes = Vec::new();
    while let Some(left) = IDLE.checked_sub(begun.elapsed()) {
        if let Ok(more) = session.output.recv_timeout(left) {
            bytes.extend(more);
        }
    }
    let cpu_s = (session.cpu_ticks() - before) as f64 / 100.0;
    let frames = bytes.windows(8).filter(|window| window == b"\x1b[?2026h").count();
    println!("{name:<31} {cpu_s:>7.2} s CPU, {frames} frames, {} bytes in {} s", bytes.len(), IDLE.as_secs());
}

fn p50(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64() * 1e3
}

fn size(file: &Path) -> u64 {
    std::fs::metadata(file).map_or(0, |meta| meta.len())
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn run(arguments: &[&str]) {
    let status = Command::new(PROGRAM).args(arguments).status().expect("the program runs");
    assert!(status.success(), "{arguments:?}");
}

fn keep_demo(path: &Path) {
    let session = Session::start(&["demo", "--keep", &text(path)]);
    drop(session);
}

/// The program in a terminal.
struct Session {
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    first_frame: Duration,
    _terminal: Box<dyn portable_pty::MasterPty + Send>,
}

impl Session {
    fn open(file: &Path) -> Self {
        Self::start(&["open", &text(file)])
    }

    /// Starts it and waits until its first frame is whole: the end of the first synchronized update.
    fn start(arguments: &[&str]) -> Self {
        let size = PtySize { rows: 60, cols: 200, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let mut command = CommandBuilder::new(PROGRAM);
        command.args(arguments);
        command.env("TERM", "xterm-256color");
        let mut reader = pair.master.try_clone_reader().expect("its output");
        let begun = Instant::now();
        let child = pair.slave.spawn_command(command).expect("the program runs");
        drop(pair.slave);
        let (tell, output) = mpsc::channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 65_536];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if tell.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let mut seen = Vec::new();
        while !seen.windows(8).any(|window| window == b"\x1b[?2026l") {
            seen.extend(output.recv_timeout(Duration::from_secs(10)).expect("a first frame"));
        }
        Self { child, output, first_frame: begun.elapsed(), _terminal: pair.master }
    }

    /// Waits until what it says at the beginning is said.
    fn drain(&self) {
        while self.output.recv_timeout(Duration::from_millis(1_500)).is_ok_and(|bytes| bytes.len() > 2_000) {}
    }

    fn status_kib(&self, name: &str) -> u64 {
        let pid = self.child.process_id().unwrap_or_default();
        let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with(name)).unwrap_or_default();
        line.split_whitespace().nth(1).and_then(|kib| kib.parse().ok()).unwrap_or_default()
    }

    fn cpu_ticks(&self) -> u64 {
        let pid = self.child.process_id().unwrap_or_default();
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        let after = stat.rsplit(')').next().unwrap_or_default();
        let fields: Vec<u64> = after.split_whitespace().filter_map(|field| field.parse().ok()).collect();
        // After the state letter, which is no number: ppid first, so utime is the 11th number and stime the 12th.
        fields.get(10).zip(fields.get(11)).map_or(0, |(user, system)| user + system)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
