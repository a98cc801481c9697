//! Two hands on one file: the lock keeps the second one off, and where there is no lock, as on some network
//! drives, the first one notices.

use std::path::PathBuf;

use viche::domain::History;
use viche::store::{self, StoreError, open_in};

use super::life::{Life, NAME};
use super::scribe::Scribe;

fn new_file() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("спринт.viche");
    (folder, path)
}

#[test]
fn a_second_hand_is_kept_off_while_the_first_one_writes() {
    let _alone = crate::alone();
    let (_folder, path) = new_file();
    let (mut scribe, mut history) = (Scribe::new(1), History::default());
    let mut first = store::create(&path).unwrap();
    assert!(store::open(&path).is_err(), "a file that is being made was opened a second time");
    for _ in 0..5 {
        let steps = scribe.some(&history, 2);
        first.append(&steps).unwrap();
        steps.into_iter().for_each(|step| history.push(step));
        let second = store::open(&path);
        assert!(
            matches!(second, Err(StoreError::InUse { .. } | StoreError::InUseByUnknown { .. })),
            "{second:?}"
        );
    }
    drop(first);
    let second = store::open(&path).unwrap();
    assert_eq!((second.steps.as_slice(), second.notices.as_slice()), (history.steps(), &[][..]));
}

#[test]
fn without_a_lock_the_hand_that_was_overtaken_writes_nothing_more() {
    let _alone = crate::alone();
    let mut life = Life::new(1);
    life.begin().unwrap();
    let mut second = open_in(life.disk.clone(), NAME).unwrap().journal;
    let steps = life.scribe.some(life.promise.history(), 2);
    second.append(&steps).unwrap();
    life.promise.keep(&steps, &life.disk).unwrap();
    let before = life.disk.bytes();
    let others = life.scribe.some(life.promise.history(), 1);
    let answer = life.journal.as_mut().unwrap().append(&others);
    assert!(matches!(answer, Err(StoreError::Changed { .. })), "{answer:?}");
    assert_eq!(life.disk.bytes(), before);
    drop(second);
    life.quit_and_open().unwrap();
}
