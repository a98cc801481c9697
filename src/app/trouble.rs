//! What is wrong with the sprint's file while it is: a sentence that stays above the bar until it is over.

use super::App;
use crate::kit::Notice;
use crate::words::{Args, Phrase};

/// What is told of the sprint's file.
#[derive(Clone, Debug)]
pub enum Disk {
    /// Steps can't be written, for this reason; they are kept and tried again.
    NotSaved(Phrase),
    /// Everything goes on in another file.
    Elsewhere,
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
    /// For this reason; it is in another file.
    Elsewhere(Phrase),
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
            Disk::Elsewhere => {
                let why = match self.why.take() {
                    Some(Why::NotSaved(why) | Why::Elsewhere(why)) => why,
                    None => Phrase::default(),
                };
                self.why = Some(Why::Elsewhere(why));
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
            (Some(Why::Elsewhere(why)), _) => words.tell("trouble-elsewhere", Args::new().with("why", why)),
            (None, Some(notes)) => words.tell("trouble-disk-full", Args::new().with("notes", notes)),
            (None, None) => return None,
        };
        Some(Notice::problem(phrase))
    }
}
