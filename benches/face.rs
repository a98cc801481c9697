//! The room's face on terminals of its own: how long a step takes from the file to the wall, and what eight
//! walls cost while nothing happens.

#![allow(clippy::expect_used, reason = "a bench that cannot work has to stop")]

use std::io::Read;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use viche::domain::id::RunId;
use viche::domain::{Fact, Seat, Stamp, Step, face};
use viche::store::{self, Journal, Opened};
use viche::text::Clean;

const PROGRAM: &str = env!("CARGO_BIN_EXE_viche");
const STEPS: usize = 200;
const WALLS: usize = 8;
const IDLE: Duration = Duration::from_secs(10);
/// Apart from each other by more than a look, so that none is found by the look for another.
const APART: Duration = Duration::from_millis(37);

fn main() {
    let folder = tempfile::tempdir_in(".").expect("a folder on the disk of the project");
    let (empty, demo) = (folder.path().join("empty.viche"), folder.path().join("demo.viche"));
    let made = Command::new(PROGRAM).args(["new", &text(&empty), "--lang", "en"]).status();
    assert!(made.expect("the program runs").success());
    drop(Wall::start(&["demo", "--keep", &text(&demo)]));
    for (name, file) in [("an empty sprint", &empty), ("the kept demo", &demo)] {
        lag(name, file);
    }
    idle("no clock running", &empty);
    idle("14 clocks running", &demo);
}

/// From before a step is written to when it stands on the wall, its flush included.
fn lag(name: &str, file: &Path) {
    let wall = Wall::start(&["project", &text(file)]);
    let Opened { mut journal, .. } = store::open(file).expect("the file");
    std::thread::sleep(Duration::from_millis(500));
    let mut times: Vec<Duration> = (0..STEPS).map(|n| step(n, &mut journal, &wall)).collect();
    times.sort_unstable();
    let ms = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    println!(
        "step to wall, {name:<20} p50 {:>6.2}  p99 {:>6.2}  most {:>6.2} ms",
        ms(0.5),
        ms(0.99),
        ms(1.0)
    );
}

fn step(n: usize, journal: &mut Journal, wall: &Wall) -> Duration {
    std::thread::sleep(APART);
    while wall.output.try_recv().is_ok() {}
    // A word that shares no letters with the one before, so that all of it is drawn.
    let word: String = (0..8).map(|at| char::from(b'a' + ((n * 11 + at * 3) % 26) as u8)).collect();
    let fact = Fact::from(face::Fact::Said { text: Clean::new(&word) });
    let (s, at) = (journal.last() + 1, Stamp::default());
    let began = Instant::now();
    journal
        .append(&[Step { s, w: RunId(0xbe4c), at, by: Seat::Facilitator, facts: vec![fact], from: None }])
        .expect("a step");
    let mut seen = Vec::new();
    while !seen.windows(8).any(|window| window == b"\x1b[?2026l") {
        seen.extend(wall.output.recv_timeout(Duration::from_secs(5)).expect("the wall changes"));
    }
    began.elapsed()
}

fn idle(name: &str, file: &Path) {
    let walls: Vec<Wall> = (0..WALLS).map(|_| Wall::start(&["project", &text(file)])).collect();
    std::thread::sleep(Duration::from_secs(2));
    let before: Vec<f64> = walls.iter().map(Wall::cpu_s).collect();
    std::thread::sleep(IDLE);
    let used: Vec<f64> = walls.iter().zip(before).map(|(wall, before)| wall.cpu_s() - before).collect();
    let most = used.iter().copied().fold(0.0, f64::max);
    let all: f64 = used.iter().sum();
    println!("{WALLS} walls for {} s, {name:<18} most {most:.4} s CPU, all {all:.4} s", IDLE.as_secs());
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// The program in a terminal.
struct Wall {
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    _terminal: Box<dyn portable_pty::MasterPty + Send>,
}

impl Wall {
    /// Starts it and waits until its first frame is whole.
    fn start(arguments: &[&str]) -> Self {
        let size = PtySize { rows: 36, cols: 120, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let mut command = CommandBuilder::new(PROGRAM);
        command.args(arguments);
        command.env("TERM", "xterm-256color");
        let mut reader = pair.master.try_clone_reader().expect("its output");
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
        Self { child, output, _terminal: pair.master }
    }

    /// Seconds of CPU that all of its threads have had, to the nanosecond as far as the system counts them.
    fn cpu_s(&self) -> f64 {
        let pid = self.child.process_id().unwrap_or_default();
        let threads = std::fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
        let ns = |thread: std::fs::DirEntry| {
            let stat = std::fs::read_to_string(thread.path().join("schedstat")).unwrap_or_default();
            stat.split_whitespace().next().and_then(|ns| ns.parse::<u64>().ok()).unwrap_or(0)
        };
        threads.map(ns).sum::<u64>() as f64 / 1e9
    }
}

impl Drop for Wall {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
