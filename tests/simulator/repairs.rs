//! A file that an opening refuses is put in order by a repair: every promised step is there, and the file goes on.
//! A repair works on real files, so this one has a folder of its own.

use viche::domain::{Fact, History, Step};
use viche::store::{self, Repairing};

use super::alone;
use super::scribe::Scribe;

/// Repairs a file in this state, judges what stands in it, writes to it and opens it once more.
pub fn keep(found: &[u8], promised: &History, scribe: &mut Scribe) -> Result<(), String> {
    let _alone = alone();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("спринт.viche");
    std::fs::write(&path, found).unwrap();
    let beginning = scribe.beginning(promised);
    let [Fact::Run(began)] = beginning.facts.as_slice() else { unreachable!("a run begins with one fact") };
    let (run, at, began) = (beginning.w, beginning.at, began.clone());
    let repairing = Repairing { state_folder: None, accept_edits: true, run, at, began };
    store::repair(&path, &repairing).map_err(|error| format!("not repaired: {error:?}"))?;
    let opened = store::open(&path).map_err(|error| format!("repaired, and not opened: {error:?}"))?;
    if !opened.steps.starts_with(promised.steps()) {
        return Err("a repair lost a promised step".to_owned());
    }
    let mut journal = opened.journal;
    let mut steps = opened.steps;
    let next: Vec<Step> = scribe.some(&History::of(steps.clone()), 1);
    journal.append(&next).map_err(|error| format!("repaired, and not written: {error:?}"))?;
    drop(journal);
    steps.extend(next);
    let again = store::open(&path).map_err(|error| format!("repaired, and not reopened: {error:?}"))?;
    match again.steps == steps && again.notices.is_empty() {
        true => Ok(()),
        false => Err("a repaired file does not keep what is written to it".to_owned()),
    }
}
