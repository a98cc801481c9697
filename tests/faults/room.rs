//! A session at the terminal, and a switch that makes the disk of its file fail while it runs.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

use viche::store::{self, Shelf};

use crate::desk::{Console, Desk};
use crate::promise::{goes_on, is_aside, times_in};

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

    /// Turns it back.
    pub fn switches_back(&self) {
        fs::remove_file(self.desk.path("disk")).unwrap();
        fs::rename(self.desk.path("failing"), self.desk.path("disk")).unwrap();
    }

    /// Whether these bytes lie in a file beside the sprint's.
    pub fn is_aside(&self, bytes: &[u8]) -> bool {
        is_aside(&self.desk.path("disk"), bytes)
    }

    /// Parks a line; answers its text once the screen shows it as saved, `None` when the program ended before.
    pub fn parks(&self, console: &mut Console, line: usize) -> Option<String> {
        self.parks_until(console, line, "saved ✓")
    }

    /// Parks a line; answers its text once the screen shows this `state` of the file as well.
    pub fn parks_until(&self, console: &mut Console, line: usize, state: &str) -> Option<String> {
        let text = text_of(line);
        let parked = format!("L{line:02} is in the parking lot");
        let is_shown = console.takes("p")
            && console.comes("the field", |screen| screen.contents().contains("To the parking lot"))
            && console.takes(&format!("{text}\r"))
            && console.comes(&format!("line {line}, {state}"), |screen| {
                let shown = screen.contents();
                shown.contains(&parked) && shown.contains(state)
            });
        is_shown.then_some(text)
    }

    /// Claims that the file opens at the terminal and goes on with these texts, each once.
    #[track_caller]
    pub fn goes_on(&self, saved: &[String], case: &str) {
        let mut again = self.opens();
        again.shows("saved ✓");
        if again.text().contains("To the parking lot") {
            // What was being typed is offered again.
            again.keys("\x1b");
        }
        again.is_up().keys("q");
        assert_eq!(again.ends(), 0, "{case}");
        let steps = goes_on(&self.file(), &self.before, case);
        for text in saved {
            assert_eq!(times_in(&steps, text), 1, "{case}: {text}");
        }
    }
}

/// What is parked as such a line.
pub fn text_of(line: usize) -> String {
    format!("питання {line}: хто чистить двір узимку")
}
