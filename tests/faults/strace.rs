//! `strace`, which stands between the program and the system and harms one call.

use std::ffi::OsString;
use std::fs;
use std::io::{Write, stderr};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use rustix::process::{Pid, Signal, kill_process};

use crate::desk::{Console, Desk};

/// Calls up to this number are all tried, of later ones every so-manieth, unless all are asked for.
const EVERY_ONE_TO: usize = 40;
const THEN_EVERY: usize = 7;

/// Finds it, and tries whether the system lets it do its work here.
static STRACE: LazyLock<Result<PathBuf, &'static str>> = LazyLock::new(|| {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let mut places = std::env::split_paths(&folders).map(|folder| folder.join("strace"));
    let strace = places.find(|path| path.is_file()).ok_or("strace is not installed")?;
    let mut trial = Command::new(&strace);
    trial.args(["-f", "-o", "/dev/null", "-e", "inject=fdatasync:error=EIO:when=1", "/bin/sh", "-c", ":"]);
    match trial.stderr(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(strace),
        Ok(_) | Err(_) => Err("strace is not allowed to trace here"),
    }
});

/// What is done to a call.
#[derive(Clone, Copy)]
pub struct Harm<'a> {
    /// The call, or several with commas between them.
    pub call: &'a str,
    /// `signal=KILL`, `error=EIO`, `delay_enter=…`.
    pub does: &'a str,
    /// To which one of each thread, from 1; to all when 0.
    pub nth: usize,
    /// To calls about these files alone, if any are named.
    pub about: &'a [&'a Path],
}

impl Harm<'_> {
    /// The words that stand before the program's own, so that it is harmed. `strace` is a child of the program, and
    /// not the other way round: what becomes of the program is seen at first hand.
    pub fn words(&self, desk: &Desk, strace: &Path) -> Vec<OsString> {
        let when = if self.nth > 0 { format!(":when={}", self.nth) } else { String::new() };
        let mut words: Vec<OsString> = vec![strace.into(), "-D".into(), "-f".into(), "-qqq".into()];
        words.extend(["-o".into(), trace(desk).into()]);
        words.extend(["-e".into(), format!("trace={}", self.call).into()]);
        words.extend(["-e".into(), format!("inject={}:{}{when}", self.call, self.does).into()]);
        words.extend(self.about.iter().flat_map(|path| ["-P".into(), path.into()]));
        words
    }
}

/// Where it is; `None`, with a line that says so, when the claim of this test has to be left out.
pub fn here() -> Option<&'static Path> {
    match &*STRACE {
        Ok(path) => Some(path),
        Err(why) => {
            // Straight to the stream: what passing tests print is swallowed, and this must be seen.
            let claim = std::thread::current().name().unwrap_or("a claim").to_owned();
            let _ = writeln!(stderr(), "left out: {why} ({claim})");
            None
        }
    }
}

/// Whether the harm was done in the last run.
pub fn has_harmed(desk: &Desk) -> bool {
    let trace = fs::read_to_string(trace(desk)).unwrap_or_default();
    ["(INJECTED)", "(DELAYED)", "killed by"].iter().any(|mark| trace.contains(mark))
}

fn trace(desk: &Desk) -> PathBuf {
    desk.path("trace")
}

/// Which calls are tried.
pub fn numbers() -> impl Iterator<Item = usize> {
    let all = std::env::var_os("VICHE_EVERY").is_some();
    (1..).filter(move |nth| all || *nth <= EVERY_ONE_TO || (nth - EVERY_ONE_TO).is_multiple_of(THEN_EVERY))
}

/// Ends the harm; the program goes on as if nothing stood between it and the system.
pub fn let_go(console: &mut Console) {
    let status = format!("/proc/{}/status", console.child.process_id().unwrap());
    let status = fs::read_to_string(status).unwrap();
    let tracer = status.lines().find_map(|line| line.strip_prefix("TracerPid:")).unwrap();
    let tracer = Pid::from_raw(tracer.trim().parse().unwrap()).unwrap();
    // A milder signal would wait for the end of the call that is being held back.
    kill_process(tracer, Signal::KILL).unwrap();
}
