//! A session at the terminal, and a switch that makes the disk of its file fail while it runs.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use viche::store::{self, Shelf};

use crate::desk::{Console, Desk};
use crate::promise::{goes_on, times_in};

const SIZE: (u16, u16) = (80, 24);

/// A desk with a sprint in a folder of its own.
pub struct Room {
    pub desk: Desk,
    /// What the file held before the session.
    before: Vec<u8>,
}

impl Room {
    pub fn new() -> Self {
        let desk = Desk::new();
        fs::create_dir(desk.path("disk")).unwrap();
        let output = desk.output_under(&[], &["new", "disk/двір.viche"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let before = fs::read(desk.path("disk/двір.viche")).unwrap();
        Self { desk, before }
    }

    pub fn file(&self) -> PathBuf {
        self.desk.path("disk/двір.viche")
    }

    /// What this computer keeps of the sprint.
    pub fn shelf(&self) -> Shelf {
        let (header, _, _) = store::read(self.file()).unwrap();
        Shelf::of(&self.desk.path("home/viche"), header.file)
    }

    /// The file, its folder, and its copy.
    pub fn files(&self) -> [PathBuf; 3] {
        [self.file(), self.desk.path("disk"), self.shelf().mirror()]
    }

    pub fn opens(&self) -> Console {
        self.opens_under(&[])
    }

    pub fn opens_under(&self, under: &[OsString]) -> Console {
        self.desk.run_under(under, &["open", "disk/двір.viche"], SIZE)
    }

    /// Where the file is once the switch was turned. `strace` goes by where an open file lies now, so that a harm
    /// about this path waits for the switch.
    pub fn switched(&self) -> PathBuf {
        self.desk.path("failing/двір.viche")
    }

    /// Turns the switch. The file itself stays: by its old name it is found as before.
    pub fn switches(&self) {
        fs::rename(self.desk.path("disk"), self.desk.path("failing")).unwrap();
        std::os::unix::fs::symlink("failing", self.desk.path("disk")).unwrap();
    }

    /// Parks a line; answers its text once the screen shows it as saved, `None` when the program ended before.
    pub fn parks(&self, console: &mut Console, line: usize) -> Option<String> {
        let text = text_of(line);
        let parked = format!("L{line:02} is in the parking lot");
        let is_saved = console.takes("p")
            && console.comes("the field", |screen| screen.contents().contains("To the parking lot"))
            && console.takes(&format!("{text}\r"))
            && console.comes("the line, saved", |screen| {
                let shown = screen.contents();
                shown.contains(&parked) && shown.contains("saved ✓")
            });
        is_saved.then_some(text)
    }

    /// Claims that the file goes on with these texts, each once.
    #[track_caller]
    pub fn goes_on(&self, saved: &[String], case: &str) {
        let steps = goes_on(&self.file(), &self.before, case);
        for text in saved {
            assert_eq!(times_in(&steps, text), 1, "{case}: {text}");
        }
        let mut again = self.opens();
        again.is_up().keys("q");
        assert_eq!(again.ends(), 0, "{case}");
    }
}

/// What is parked as such a line.
pub fn text_of(line: usize) -> String {
    format!("питання {line}: хто чистить двір узимку")
}

/// The words before a command that let a file grow to so many blocks of 512 bytes. `signal` says whether the system's
/// signal about that ends the program; else writing fails.
pub fn no_longer_than(blocks: u64, signal: Kills) -> Vec<OsString> {
    let heed = match signal {
        Kills::Yes => "",
        Kills::No => "trap '' XFSZ; ",
    };
    let script = format!("{heed}ulimit -c 0; ulimit -f {blocks}; exec \"$@\"");
    ["/bin/sh", "-c", &script, "sh"].map(OsString::from).to_vec()
}

/// Whether a signal does.
#[derive(Clone, Copy)]
pub enum Kills {
    Yes,
    No,
}

/// All bytes of a file.
pub fn bytes_of(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap()
}
