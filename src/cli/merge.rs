//! `viche merge`: takes what another file of the same sprint holds into this one.

use std::path::Path;

use serde::Serialize;

use super::args::Merge;
use super::erase::nothing_waits;
use super::open::{begin, new_run, store_fail};
use super::place::Place;
use super::say::{self, Fail};
use super::{fallback, keeping};
use crate::domain::erasure::{Erased, blank_by, tombstones};
use crate::domain::rerecord::{rerecord, twins};
use crate::domain::{Code, Fact, History, Seat, Step, note, turn};
use crate::runtime::clock::{Clock, Real};
use crate::runtime::{Problem, os};
use crate::store::{self, Opened, Purge, Rewriting, StoreError, Unreached};
use crate::text::Clean;
use crate::words::{Args, Words};

/// What came in. For scripts its names stay when sentences change.
#[derive(Serialize, Default)]
struct Came {
    steps: usize,
    notes: usize,
    /// Codes that both files had given out, as they stand now.
    told_apart: Vec<String>,
    /// Older copies that hold what was erased and could not be removed.
    left: Vec<String>,
}

/// Merges and says what came in. The file that is merged in stays as it is.
pub(super) fn run(merge: &Merge, place: &Place) -> Result<u8, Fail> {
    let words = place.words();
    let fail = |error: StoreError| keeping::fail(&error, place, &words);
    let (theirs_header, mut theirs, _) = store::read(&merge.from).map_err(fail)?;
    let opened = store::open(&merge.into).map_err(fail)?;
    if opened.header.file != theirs_header.file {
        return Err(not_the_same(&merge.into, &merge.from, &words));
    }
    let (opened, left) = blank_both(opened, &mut theirs, &merge.into, place, &words)?;
    let words = place.words_for(&History::of(theirs.clone()).sprint().description);
    let mut came =
        take_in(opened, &theirs, place).map_err(|error| store_fail(&error, &words, &place.zone))?;
    came.left = left.iter().map(|one| one.path.to_string_lossy().into_owned()).collect();
    match merge.json {
        true => say::text(&serde_json::to_string(&came).unwrap_or_default()),
        false => tell(&came, merge, &words),
    }
    Ok(if came.left.is_empty() { 0 } else { 1 })
}

fn take_in(opened: Opened, theirs: &[Step], place: &Place) -> Result<Came, StoreError> {
    let Opened { mut journal, steps, header, .. } = opened;
    let run = new_run(&journal);
    if rerecord(&steps, theirs, run).is_empty() {
        return Ok(Came::default());
    }
    let kept = keeping::keep(place.state_folder.as_deref(), &journal);
    let mut history = History::of(steps);
    let at = Real::new().now();
    let ids = begin(&mut history, &mut journal, &os::boot_id(), at, Seat::CommandLine)?;
    fallback::take_in(place.shelf(header.file).as_ref(), &mut history, &mut journal, ids.run())?;
    let seated = history.sprint().turns.current.is_some();
    let mut new = rerecord(history.steps(), theirs, ids.run());
    let came = Came::of(&new);
    new.iter().for_each(|step| history.push(step.clone()));
    if !seated && history.sprint().turns.current.is_some() {
        // Who sat at their keyboard does not sit at this one.
        let facts = vec![turn::Fact::Over.into()];
        new.push(Step { s: history.next_no(), w: ids.run(), at, by: Seat::CommandLine, facts, from: None });
    }
    journal.append(&new)?;
    keeping::finish(kept);
    Ok(came)
}

/// Blanks in both files what respondents said who were erased in either. Where ours still holds words, it is rewritten
/// and what lies around it is removed, as an erasure does: refused while steps wait elsewhere, which would go with
/// it. Answers the older copies that could not be removed too.
fn blank_both(
    opened: Opened,
    theirs: &mut [Step],
    path: &Path,
    place: &Place,
    words: &Words,
) -> Result<(Opened, Vec<Unreached>), Fail> {
    let ours = opened.steps.len();
    let mut both: Vec<Step> = opened.steps.iter().chain(theirs.iter()).cloned().collect();
    let erased: Vec<Erased> = tombstones(&both).cloned().collect();
    let blanked = blank_by(&erased, &mut both);
    theirs.clone_from_slice(&both[ours..]);
    if blanked.iter().all(|&at| at >= ours) {
        return Ok((opened, Vec::new()));
    }
    let shelf = place.shelf(opened.header.file);
    let rescued = nothing_waits(&shown(path), shelf.as_ref(), &opened.steps, place, words)?;
    drop(opened);
    let rewritten = Rewriting::open(path).and_then(|file| file.put(&both[..ours]));
    rewritten.map_err(|error| store_fail(&error, words, &place.zone))?;
    let left = Purge::of(path, shelf, rescued).go();
    let opened = store::open(path).map_err(|error| store_fail(&error, words, &place.zone))?;
    Ok((opened, left))
}

impl Came {
    fn of(new: &[Step]) -> Self {
        let facts = || new.iter().flat_map(|step| &step.facts);
        let is_note = |fact: &&Fact| matches!(fact, Fact::Note(note::Fact::Added { .. }));
        let told_apart = twins(new).iter().map(Code::to_string).collect();
        Self { steps: new.len(), notes: facts().filter(is_note).count(), told_apart, left: Vec::new() }
    }
}

fn tell(came: &Came, merge: &Merge, words: &Words) {
    let (into, from) = (shown(&merge.into), shown(&merge.from));
    let files = || Args::new().with("into", &into).with("from", &from);
    for path in &came.left {
        say::line(&words.tell("cli-merge-not-removed", Args::new().with("file", Clean::new(path))));
    }
    if came.steps == 0 {
        return say::line(&words.tell("cli-merge-nothing", files()));
    }
    say::line(&words.tell("cli-merged", files().with("steps", came.steps).with("notes", came.notes)));
    if !came.told_apart.is_empty() {
        let codes = came.told_apart.join(", ");
        say::line(&words.tell("cli-merge-twins", Args::new().with("codes", codes)));
    }
    say::line(&words.tell("cli-merge-left", files()));
}

fn not_the_same(into: &Path, from: &Path, words: &Words) -> Fail {
    let (into, from) = (shown(into), shown(from));
    let args = || Args::new().with("into", &into).with("from", &from);
    Fail::new(&Problem::new(words, "problem-merge-other-sprint", args), words)
}

fn shown(path: &Path) -> Clean {
    Clean::new(&path.to_string_lossy())
}
