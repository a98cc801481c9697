//! `viche repair`: mends a damaged file, and says line by line what was done and what could not be.

use std::path::Path;

use serde::Serialize;

use super::args::Repair;
use super::columns::{self, Side};
use super::keeping;
use super::open::{began, random_run};
use super::place::Place;
use super::say::{self, Fail};
use crate::runtime::clock::{Clock, Real};
use crate::runtime::os;
use crate::store::{self, Mend, Mended, Repaired, Repairing, StoreError, Whence};
use crate::text::Clean;
use crate::words::{Args, Phrase, Words};

/// The exit status of a file that can't be judged.
const HOPELESS: u8 = 3;

/// The report for scripts. Its names stay when sentences change.
#[derive(Serialize)]
struct ForScripts<'a> {
    exit: u8,
    changed: bool,
    steps: u64,
    mends: Vec<MendForScripts>,
    older: Option<&'a Path>,
    quarantine: Option<&'a Path>,
}

#[derive(Serialize)]
struct MendForScripts {
    line: u64,
    kind: &'static str,
    lost: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<u64>,
    /// How many bytes, or steps that came from another branch.
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<u64>,
}

/// Mends and says what was done; the exit status says whether all could be helped.
pub(super) fn run(repair: &Repair, place: &Place) -> Result<u8, Fail> {
    let words = place.words();
    let repairing = Repairing {
        state_folder: place.state_folder.as_deref(),
        accept_edits: repair.accept_edits,
        run: random_run(),
        at: Real::new().now(),
        began: began(&os::boot_id()),
    };
    let repaired = store::repair(&repair.file, &repairing).map_err(|error| fail(&error, place, &words))?;
    let seen_only = repaired.mends.iter().any(|one| matches!(one.mend, Mend::SeenOnly { .. }));
    if repaired.changed && !seen_only {
        keeping::settle(place.state_folder.as_deref(), &repair.file);
    }
    match repair.json {
        true => print_json(&repaired),
        false => print(&repair.file, &repaired, &words),
    }
    Ok(repaired.exit())
}

fn fail(error: &StoreError, place: &Place, words: &Words) -> Fail {
    let mut fail = keeping::fail(error, place, words);
    if let StoreError::NewerVersion { .. } | StoreError::NotASprint { .. } = error {
        fail.status = HOPELESS;
    }
    fail
}

fn print(path: &Path, repaired: &Repaired, words: &Words) {
    let file = Clean::new(&path.to_string_lossy());
    let about =
        |id: &str| words.tell(id, Args::new().with("file", &file).with("steps", repaired.report.steps));
    say::line(&match repaired {
        _ if repaired.waits_for_edits() => about("cli-repair-waits"),
        _ if repaired.mends.is_empty() => about("cli-repair-nothing"),
        _ if !repaired.changed => about("cli-repair-left"),
        _ if repaired.exit() == 0 => about("cli-repair-done"),
        _ => about("cli-repair-some"),
    });
    columns::say(&rows(&repaired.mends, words), [Side::Left, Side::Left]);
    if let Some(older) = &repaired.older {
        say::line(&words.tell("cli-repair-older", Args::new().with("other", keeping::name(older))));
    }
    if let Some(quarantine) = &repaired.quarantine {
        let other = keeping::name(quarantine);
        say::line(&words.tell("cli-repair-quarantine", Args::new().with("other", &other)));
    }
    if repaired.waits_for_edits() {
        say::line(&words.tell("cli-repair-accept", Args::new().with("file", &file)));
    }
}

fn rows(mends: &[Mended], words: &Words) -> Vec<[Phrase; 2]> {
    let row = |one: &Mended| {
        let line = words.tell("cli-repair-line", Args::new().with("line", one.line.to_string()));
        [line, mend(one.mend, words)]
    };
    mends.iter().map(row).collect()
}

/// What was done, or could not be.
fn mend(mend: Mend, words: &Words) -> Phrase {
    let bytes = |id: &str, bytes: u64| words.tell(id, Args::new().with("bytes", bytes));
    let step = |id: &str, step: u64| words.tell(id, Args::new().with("step", step.to_string()));
    let steps = |id: &str, first: u64, last: u64| {
        let args = Args::new().with("first", first.to_string()).with("last", last.to_string());
        words.tell(id, args.with("count", last - first + 1))
    };
    match mend {
        Mend::TailSetAside { bytes: count } => bytes("mend-tail", count),
        Mend::NewlineAdded => words.say("mend-newline"),
        Mend::JunkSetAside { bytes: count } => bytes("mend-junk", count),
        Mend::ConflictMark => words.say("mend-conflict-mark"),
        Mend::Resealed { step: s } => step("mend-resealed", s),
        Mend::ByteFound { step: s } => step("mend-byte", s),
        Mend::Found { first, last, whence } => match whence {
            Whence::Mirror => steps("mend-found-mirror", first, last),
            Whence::Quarantine => steps("mend-found-quarantine", first, last),
            Whence::Generation => steps("mend-found-generation", first, last),
            Whence::Fallback => steps("mend-found-fallback", first, last),
        },
        Mend::PutBack { first, last } => steps("mend-put-back", first, last),
        Mend::Split => words.say("mend-split"),
        Mend::DoubleDropped => words.say("mend-double"),
        Mend::PutInOrder { step: s } => step("mend-in-order", s),
        Mend::EditAccepted { step: 0 } => words.say("mend-edit-accepted-header"),
        Mend::EditAccepted { step: s } => step("mend-edit-accepted", s),
        Mend::Rerecorded { steps } => words.tell("mend-rerecorded", Args::new().with("steps", steps)),
        Mend::HeaderFound => words.say("mend-header-found"),
        Mend::HeaderRebuilt => words.say("mend-header-rebuilt"),
        Mend::Kept { bytes: count } => bytes("mend-kept", count),
        Mend::Missing { first, last } => steps("mend-missing", first, last),
        Mend::Unusable { step: s } => step("mend-unusable", s),
        Mend::Edited { step: 0 } => words.say("mend-edited-header"),
        Mend::Edited { step: s } => step("mend-edited", s),
        Mend::SeenOnly { seen } => step("mend-seen-only", seen),
    }
}

fn print_json(repaired: &Repaired) {
    let report = ForScripts {
        exit: repaired.exit(),
        changed: repaired.changed,
        steps: repaired.report.steps,
        mends: repaired.mends.iter().map(for_scripts).collect(),
        older: repaired.older.as_deref(),
        quarantine: repaired.quarantine.as_deref(),
    };
    say::json(&report);
}

fn for_scripts(one: &Mended) -> MendForScripts {
    let (kind, steps, count) = match one.mend {
        Mend::TailSetAside { bytes } => ("tail_set_aside", None, Some(bytes)),
        Mend::NewlineAdded => ("newline_added", None, None),
        Mend::JunkSetAside { bytes } => ("junk_set_aside", None, Some(bytes)),
        Mend::ConflictMark => ("conflict_mark", None, None),
        Mend::Resealed { step } => ("resealed", Some((step, step)), None),
        Mend::ByteFound { step } => ("byte_found", Some((step, step)), None),
        Mend::Found { first, last, whence } => (found_in(whence), Some((first, last)), None),
        Mend::PutBack { first, last } => ("put_back", Some((first, last)), None),
        Mend::Split => ("split", None, None),
        Mend::DoubleDropped => ("double_dropped", None, None),
        Mend::PutInOrder { step } => ("put_in_order", Some((step, step)), None),
        Mend::EditAccepted { step } => ("edit_accepted", Some((step, step)), None),
        Mend::Rerecorded { steps } => ("rerecorded", None, Some(steps)),
        Mend::HeaderFound => ("header_found", None, None),
        Mend::HeaderRebuilt => ("header_rebuilt", None, None),
        Mend::Kept { bytes } => ("kept", None, Some(bytes)),
        Mend::Missing { first, last } => ("missing", Some((first, last)), None),
        Mend::Unusable { step } => ("unusable", Some((step, step)), None),
        Mend::Edited { step } => ("edited", Some((step, step)), None),
        Mend::SeenOnly { seen } => ("seen_only", Some((seen, seen)), None),
    };
    let (first, last) = steps.unzip();
    MendForScripts { line: one.line, kind, lost: one.mend.is_loss(), first, last, count }
}

fn found_in(whence: Whence) -> &'static str {
    match whence {
        Whence::Mirror => "found_in_mirror",
        Whence::Quarantine => "found_in_quarantine",
        Whence::Generation => "found_in_generation",
        Whence::Fallback => "found_in_fallback",
    }
}
