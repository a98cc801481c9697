//! What is wrong with the sprint's file while it is: a sentence that stays above the bar until it is over.

use super::App;
use crate::kit::Notice;
use crate::text::Clean;
use crate::words::{Args, Phrase};

/// What is told of the sprint's file.
#[derive(Clone, Debug)]
pub enum Disk {
    /// Steps can't be written, for this reason; they are kept and tried again.
    NotSaved(Phrase),
    /// Everything goes on in this other file.
    Elsewhere(Clean),
    /// Everything is in the sprint's own file again.
    Back,
    /// The disk is full and about so many more notes fit; none: there is room.
    Room(Option<u64>),
}

/// Why what was done is not in the sprint's own file.
#[derive(Clone, Debug)]
pub(super) enum Why {
    /// For this reason; it is kept in memory.
    NotSaved(Phrase),
    /// For this reason; it is in this other file.
    Elsewhere(Phrase, Clean),
}

/// What is wrong now.
#[derive(Clone, Debug, Default)]
pub(super) struct Trouble {
    pub why: Option<Why>,
    /// Notes that still fit on a full disk.
    room: Option<u64>,
}

impl Trouble {
    pub fn hear(&mut self, disk: Disk) {
        match disk {
            Disk::NotSaved(why) => self.why = Some(Why::NotSaved(why)),
            Disk::Elsewhere(file) => {
                let why = match self.why.take() {
                    Some(Why::NotSaved(why) | Why::Elsewhere(why, _)) => why,
                    None => Phrase::default(),
                };
                self.why = Some(Why::Elsewhere(why, file));
            }
            Disk::Back => self.why = None,
            Disk::Room(notes) => self.room = notes,
        }
    }
}

impl App {
    /// The sentence that stays.
    pub(super) fn banner(&self) -> Option<Notice> {
        let words = &self.words;
        let phrase = match (&self.trouble.why, self.trouble.room) {
            (Some(Why::NotSaved(why)), _) => words.tell("trouble-not-saved", Args::new().with("why", why)),
            (Some(Why::Elsewhere(why, file)), _) => {
                words.tell("trouble-elsewhere", Args::new().with("why", why).with("file", file))
            }
            (None, Some(notes)) => words.tell("trouble-disk-full", Args::new().with("notes", notes)),
            (None, None) => return None,
        };
        Some(Notice::problem(phrase))
    }
}
