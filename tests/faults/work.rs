//! The commands that write without a terminal, and what each promises.

use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Output;
use std::time::Instant;

use crate::desk::{Desk, PATIENCE};
use crate::promise::{goes_on, is_aside, is_one_clear_error, times_in};

/// The sprint's file at every desk here.
pub const FILE: &str = "двір.viche";

/// A command with the file that it begins with.
pub struct Work {
    /// What is typed behind `viche`.
    args: &'static [&'static str],
    /// What it says when it is done.
    told: &'static str,
    /// What stands in its step and in no other.
    mark: &'static str,
    /// Whether a step that was being written is cut off at the end.
    torn: bool,
}

/// Makes the file.
pub const NEW: Work = Work {
    args: &["new", FILE, "--title", "Двір без сходів"],
    told: "Made ",
    mark: "Двір без сходів",
    torn: false,
};
/// Takes residents' answers in, of several kibibytes.
pub const REQUESTS: Work = Work {
    args: &["import", "requests", FILE, "answers.csv"],
    told: "60 rows came in",
    mark: "Черга з шостої ранку",
    torn: false,
};
/// Takes a list of people in.
pub const PEOPLE: Work = Work {
    args: &["import", "people", FILE, "people.csv"],
    told: "2 people came in",
    mark: "Тарас Вишня",
    torn: false,
};
/// The same, in a file whose end has to be mended first.
pub const MENDING: Work = Work { torn: true, ..PEOPLE };

/// How many bytes of a torn step are left.
const TORN_BYTES: usize = 90;

/// A desk at which the same is done again and again.
pub struct Bench {
    pub desk: Desk,
    work: &'static Work,
    /// The whole lines of the file that it begins with; nothing when there is none.
    pub before: Vec<u8>,
    torn: Vec<u8>,
}

impl Bench {
    pub fn new(work: &'static Work) -> Self {
        let desk = Desk::new();
        let answers = "Черга з шостої ранку,Медицина\n".repeat(60);
        fs::write(desk.path("answers.csv"), format!("text,category\n{answers}")).unwrap();
        fs::write(desk.path("people.csv"), "Name,Department\nОля К.,Здоров’я\nТарас Вишня,Транспорт\n")
            .unwrap();
        fs::write(desk.path("more.csv"), "Name,Department\nІван П.,Здоров’я\n").unwrap();
        let mut bench = Self { desk, work, before: Vec::new(), torn: Vec::new() };
        if work.args[0] != "new" {
            bench.says_done(&["new", FILE]);
            bench.before = fs::read(bench.file()).unwrap();
        }
        if work.torn {
            bench.says_done(work.args);
            let whole = fs::read(bench.file()).unwrap();
            bench.torn = whole[bench.before.len()..][..TORN_BYTES].to_vec();
        }
        bench
    }

    pub fn file(&self) -> PathBuf {
        self.desk.path(FILE)
    }

    /// Puts the files as they were and the home away.
    pub fn clear(&self) {
        let _ = fs::remove_dir_all(self.desk.path("home"));
        for entry in fs::read_dir(self.desk.path(".")).unwrap().map(|entry| entry.unwrap()) {
            if entry.file_name().to_string_lossy().starts_with(FILE) {
                fs::remove_file(entry.path()).unwrap();
            }
        }
        if !self.before.is_empty() {
            fs::write(self.file(), [&self.before[..], &self.torn[..]].concat()).unwrap();
            fs::set_permissions(self.file(), fs::Permissions::from_mode(0o600)).unwrap();
        }
    }

    /// Does the work from the beginning, begun by the command `under`.
    pub fn does(&self, under: &[OsString]) -> Output {
        self.clear();
        self.desk.output_under(under, self.work.args)
    }

    /// Claims that the work is whole or not done at all, done if it was said to be; and that the file goes on.
    #[track_caller]
    pub fn keeps_its_promise(&self, output: &Output, case: &str) {
        let told = String::from_utf8_lossy(&output.stdout).contains(self.work.told);
        let holds = fs::read(self.file()).unwrap_or_default();
        if holds.is_empty() {
            // Nothing was promised of a file that is being made; what is left of it is in nobody's way.
            assert!(self.before.is_empty() && !told, "{case}: nothing is left");
            let _ = fs::remove_file(self.file());
            self.says_done(&["new", FILE]);
        }
        self.keeps_the_torn_end(&holds, case);
        let steps = goes_on(&self.file(), &self.before, case);
        let times = times_in(&steps, self.work.mark);
        assert!(times <= 1 && (times == 1 || !told), "{case}: told {told}, written {times} times");
        self.says_done(&["import", "people", FILE, "more.csv"]);
        self.says_done(&["check", FILE]);
    }

    /// Claims that bytes that could not be used stand in the file still, or beside it.
    #[track_caller]
    fn keeps_the_torn_end(&self, holds: &[u8], case: &str) {
        let is_aside = self.is_aside(&self.torn);
        let is_there = holds.strip_prefix(&self.before[..]).is_some_and(|end| end.starts_with(&self.torn));
        assert!(is_aside || is_there, "{case}: a torn end is gone");
    }

    /// Whether these bytes lie in a file beside it.
    pub fn is_aside(&self, bytes: &[u8]) -> bool {
        is_aside(&self.desk.path("."), bytes)
    }

    /// Claims that it was refused with one clear error.
    #[track_caller]
    pub fn is_refused(&self, output: &Output, case: &str) {
        is_one_clear_error(&String::from_utf8_lossy(&output.stderr), case);
        assert_eq!(output.status.code(), Some(1), "{case}");
        assert_eq!(String::from_utf8_lossy(&output.stdout), "", "{case}");
    }

    /// Claims that it was done.
    #[track_caller]
    pub fn is_done(&self, output: &Output, case: &str) {
        let said = String::from_utf8_lossy(&output.stdout);
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.contains(self.work.told), "{case}: {said}{error}");
    }

    /// Claims that the program does this; a handle of this test's own may have a copy elsewhere for a moment.
    #[track_caller]
    fn says_done(&self, args: &[&str]) {
        let until = Instant::now() + PATIENCE;
        loop {
            let output = self.desk.output_under(&[], args);
            let error = String::from_utf8_lossy(&output.stderr);
            if !error.contains("is in use") || Instant::now() > until {
                return assert!(output.status.success(), "{args:?}: {error}");
            }
        }
    }
}
