//! `viche open --read-only`, and what `viche open` comes to when a file can't be written: shows the sprint, follows its
//! file, changes nothing.

use std::path::Path;

use super::open::{clock_of, store_fail, terminal_fail};
use super::place::Place;
use super::project;
use super::say::Fail;
use crate::app::{Damaged, Holder, ReadOnly};
use crate::domain::{History, Step};
use crate::runtime::Reader;
use crate::runtime::clock::{Clock, Real};
use crate::runtime::problem::finding;
use crate::store::{self, Damage, Followed, Follower, Look, StoreError};
use crate::text::Clean;
use crate::words::Words;

/// What is shown of a file, and why no more is done with it.
struct Seen {
    /// When the file was made: UTC, milliseconds since 1970.
    made_ms: i64,
    steps: Vec<Step>,
    trouble: Option<Trouble>,
}

/// What keeps a file from being written, whoever wants to.
enum Trouble {
    Damage(Damage),
    Newer,
}

/// Shows the file at `path`, whose terminal is there. `why` is the reason when the file itself is in order.
pub(super) fn run(path: &Path, why: ReadOnly, place: &Place) -> Result<u8, Fail> {
    let mut follower = Follower::new(path);
    let seen = see(&mut follower, path).map_err(|error| store_fail(&error, &place.words(), &place.zone))?;
    let history = History::of(seen.steps);
    let words = place.words_for(&history.sprint().description);
    let reader = Reader {
        follower,
        made_ms: seen.made_ms,
        history,
        settings: place.settings,
        keymap: place.keymap(),
        clock_of,
        why: seen.trouble.map_or(why, |trouble| reason(trouble, &words)),
        file: Clean::new(&path.to_string_lossy()),
        notice: place.keymap_notice(&words),
    };
    let ended = crate::runtime::read(reader).map_err(|error| terminal_fail(&error, &words))?;
    project::end(&ended)
}

fn see(follower: &mut Follower, path: &Path) -> Result<Seen, StoreError> {
    match follower.look() {
        Followed::Whole(header, steps) => Ok(Seen { made_ms: header.t_ms, steps, trouble: None }),
        Followed::Unreadable(StoreError::Damaged { .. } | StoreError::NewerVersion { .. }) => {
            store::look(path).map(Seen::of)
        }
        Followed::Unreadable(error) => Err(error),
        Followed::Gone | Followed::Nothing | Followed::Steps(_) => {
            Err(StoreError::NotFound { path: path.to_owned() })
        }
    }
}

impl Seen {
    fn of(look: Look) -> Self {
        let newer = look.newer.map(|_| Trouble::Newer);
        Self {
            // Only the clock of a demo that was kept asks for it; without a header that goes on from where it stood.
            made_ms: look.header.map_or_else(|| Real::new().now().t_ms, |header| header.t_ms),
            steps: look.steps,
            trouble: newer.or(look.damage.map(Trouble::Damage)),
        }
    }
}

fn reason(trouble: Trouble, words: &Words) -> ReadOnly {
    match trouble {
        Trouble::Newer => ReadOnly::Newer,
        Trouble::Damage(Damage { line, kind, text }) => {
            ReadOnly::Damaged(Damaged { line, finding: finding(kind, words), text })
        }
    }
}

/// Who has a file that can't be opened to write because somebody has it.
pub(super) fn holder(error: &StoreError) -> Option<Holder> {
    let StoreError::InUse { pid, host, since_ms, .. } = error else { return None };
    Some(Holder { pid: *pid, host: host.clone(), since_ms: *since_ms })
}
