//! What this computer keeps of a file: its mirror, how it looked when it was opened, what can be put back.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use viche::domain::id::RunId;
use viche::domain::{Fact, Seat, Stamp, Step, StepNo};
use viche::store::{
    self, Backup, BackupKind, Journal, Mirror, OPENINGS_MAX, Opening, Remembered, Rewriting, Shelf,
    StoreError,
};

const MORNING_MS: i64 = 1_781_762_400_000;

fn step(w: u32, s: StepNo) -> Step {
    let at = Stamp { t_ms: MORNING_MS + s as i64 * 1_000, m_ms: s };
    Step { s, w: RunId(w), at, by: Seat::Facilitator, facts: vec![Fact::Reverted { step: 0 }], from: None }
}

fn steps(numbers: std::ops::RangeInclusive<StepNo>) -> Vec<Step> {
    numbers.map(|s| step(0xa, s)).collect()
}

/// A sprint's file of eight steps, and the state folder of this computer.
struct Desk {
    folder: tempfile::TempDir,
    path: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("спринт.viche");
        store::create(&path).unwrap().append(&steps(1..=8)).unwrap();
        Self { folder, path }
    }

    fn state(&self) -> PathBuf {
        self.folder.path().join("state")
    }

    fn shelf(&self) -> Shelf {
        Shelf::of(&self.state(), store::read(&self.path).unwrap().0.file)
    }

    fn mirror(&self) -> Mirror {
        Mirror::of(self.shelf(), &self.path)
    }

    /// What the program does when it opens the file: answers what it says, remembers, and writes `more`.
    fn open(&self, more: &[Step]) -> Option<Remembered> {
        let mut journal = store::open(&self.path).unwrap().journal;
        let said = self.compare(&journal);
        self.shelf().remember(Opening::of(&journal, MORNING_MS)).unwrap();
        journal.append(more).unwrap();
        drop(journal);
        self.mirror().finish();
        said
    }

    fn compare(&self, journal: &Journal) -> Option<Remembered> {
        store::compare(&self.state(), &self.path, journal.header(), journal.last())
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(&self.path).unwrap()
    }

    fn mirrored(&self) -> Vec<u8> {
        fs::read(self.shelf().mirror()).unwrap_or_default()
    }

    fn older_mirrors(&self) -> Vec<Vec<u8>> {
        self.shelf().older_mirrors().iter().filter_map(|path| fs::read(path).ok()).collect()
    }

    /// Cuts all but the header and so many steps.
    fn cut(&self, steps: usize) {
        let bytes = self.bytes();
        let end = memchr::memchr_iter(b'\n', &bytes).nth(steps).unwrap() + 1;
        fs::write(&self.path, &bytes[..end]).unwrap();
    }

    fn backups(&self) -> Vec<Backup> {
        store::backups(Some(&self.state()), &self.path)
    }

    fn listed(&self) -> Vec<(BackupKind, Option<u64>, u8)> {
        self.backups().iter().map(|one| (one.kind, one.steps, one.exit)).collect()
    }
}

#[test]
fn the_mirror_is_what_the_file_is_after_each_opening() {
    let desk = Desk::new();
    assert_eq!(desk.open(&[]), None);
    assert_eq!(desk.mirrored(), desk.bytes());
    assert_eq!(desk.open(&steps(9..=12)), None);
    assert_eq!((desk.mirrored(), desk.older_mirrors().len()), (desk.bytes(), 0));
}

#[test]
fn the_mirror_follows_a_file_that_is_being_written() {
    let desk = Desk::new();
    let mut journal = store::open(&desk.path).unwrap().journal;
    let mut mirror = desk.mirror();
    while mirror.catch_up() {}
    for s in 9..=12 {
        journal.append(&[step(0xa, s)]).unwrap();
        while mirror.catch_up() {}
        assert_eq!(desk.mirrored(), desk.bytes(), "after step {s}");
    }
}

#[test]
fn a_file_longer_than_a_piece_is_mirrored_whole() {
    let desk = Desk::new();
    let more: Vec<Step> = steps(9..=20_000);
    assert_eq!(desk.open(&more), None);
    assert!(desk.bytes().len() > 3 << 20);
    assert_eq!(desk.mirrored(), desk.bytes());
    assert_eq!(desk.open(&steps(20_001..=20_010)), None);
    assert_eq!(desk.mirrored(), desk.bytes());
}

#[cfg(unix)]
#[test]
fn what_is_kept_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    desk.open(&[]);
    desk.cut(5);
    desk.open(&[step(0xb, 6)]);
    let mode = |path: PathBuf| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = desk.shelf().folder().to_owned();
    assert_eq!((mode(desk.state()), mode(folder.clone())), (0o700, 0o700));
    let files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(files.len(), 3, "{files:?}");
    files.into_iter().for_each(|file| assert_eq!(mode(file), 0o600));
}

#[test]
fn a_mirror_that_can_not_be_written_disturbs_nobody() {
    let desk = Desk::new();
    fs::write(desk.state(), "no folder").unwrap();
    let mut mirror = desk.mirror();
    assert!(!mirror.catch_up());
    assert!(!mirror.catch_up());
    fs::remove_file(desk.state()).unwrap();
    while mirror.catch_up() {}
    assert_eq!(desk.mirrored(), desk.bytes(), "it is tried again");
    fs::remove_file(desk.shelf().mirror()).unwrap();
    mirror.finish();
}

#[test]
fn of_two_copies_that_are_open_at_once_one_has_the_mirror() {
    let desk = Desk::new();
    let copy = desk.folder.path().join("copy.viche");
    fs::copy(&desk.path, &copy).unwrap();
    let mut first = desk.mirror();
    while first.catch_up() {}
    assert!(!Mirror::of(desk.shelf(), &copy).catch_up());
    assert_eq!(desk.mirrored(), desk.bytes());
}

#[test]
fn a_mirror_whose_end_the_power_took_goes_on_where_it_is_true() {
    let desk = Desk::new();
    desk.open(&[]);
    let mut torn = desk.mirrored();
    let len = torn.len();
    torn[len - 100..].fill(0);
    torn.resize(len + 4_096, 0);
    fs::write(desk.shelf().mirror(), torn).unwrap();
    assert_eq!(desk.open(&steps(9..=9)), None);
    assert_eq!((desk.mirrored(), desk.older_mirrors().len()), (desk.bytes(), 0));
}

#[test]
fn a_shorter_file_is_said_and_the_mirror_left_alone_until_it_goes_on() {
    let desk = Desk::new();
    desk.open(&[]);
    let whole = desk.bytes();
    desk.cut(5);
    let shorter = Some(Remembered::Shorter { ends: 5, seen: 8 });
    assert_eq!(desk.open(&[]), shorter);
    assert_eq!((desk.mirrored(), desk.older_mirrors().len()), (whole.clone(), 0));
    desk.open(&[step(0xb, 6)]);
    assert_eq!((desk.mirrored(), desk.older_mirrors()), (desk.bytes(), vec![whole]));
    assert_eq!(
        desk.open(&[]),
        Some(Remembered::Shorter { ends: 6, seen: 8 }),
        "it is said until it is put right"
    );
}

#[test]
fn what_was_written_after_an_opening_is_remembered_too() {
    let desk = Desk::new();
    desk.open(&steps(9..=12));
    desk.cut(8);
    assert_eq!(desk.open(&[step(0xb, 9)]), Some(Remembered::Shorter { ends: 8, seen: 12 }));
    assert_eq!(desk.open(&[]), Some(Remembered::Shorter { ends: 9, seen: 12 }));
}

#[test]
fn a_file_with_other_steps_is_said() {
    let desk = Desk::new();
    desk.open(&[]);
    let whole = desk.bytes();
    desk.cut(5);
    store::open(&desk.path).unwrap().journal.append(&[step(0xb, 6), step(0xb, 7), step(0xb, 8)]).unwrap();
    assert_eq!(desk.open(&[]), Some(Remembered::Replaced { ends: 8, seen: 8 }));
    assert_eq!((desk.mirrored(), desk.older_mirrors()), (desk.bytes(), vec![whole]));
}

#[test]
fn a_file_that_grew_on_another_computer_is_in_order() {
    let desk = Desk::new();
    desk.open(&[]);
    store::open(&desk.path).unwrap().journal.append(&steps(9..=20)).unwrap();
    assert_eq!(desk.open(&[]), None);
    assert_eq!((desk.mirrored(), desk.older_mirrors().len()), (desk.bytes(), 0));
}

#[test]
fn a_file_whose_line_ends_an_editor_changed_is_in_order() {
    let desk = Desk::new();
    desk.open(&[]);
    let text = String::from_utf8(desk.bytes()).unwrap().replace('\n', "\r\n");
    fs::write(&desk.path, text).unwrap();
    assert_eq!(desk.open(&[]), None);
}

#[test]
fn a_copy_under_another_name_is_a_file_of_its_own() {
    let desk = Desk::new();
    desk.open(&steps(9..=12));
    let mut copy = Desk { path: desk.folder.path().join("копія.viche"), ..desk };
    let original = copy.folder.path().join("спринт.viche");
    fs::copy(&original, &copy.path).unwrap();
    copy.cut(8);
    assert_eq!(copy.open(&[step(0xb, 9)]), None);
    copy.path = original;
    assert_eq!(copy.open(&steps(13..=13)), None);
    assert_eq!(copy.mirrored(), copy.bytes());
}

#[test]
fn another_sprint_under_the_name_is_said_once() {
    let desk = Desk::new();
    desk.open(&[]);
    fs::remove_file(&desk.path).unwrap();
    store::create(&desk.path).unwrap().append(&steps(1..=2)).unwrap();
    assert_eq!(desk.open(&[]), Some(Remembered::OtherSprint { seen: 8 }));
    let mut journal = store::open(&desk.path).unwrap().journal;
    desk.shelf().remember(Opening::of(&journal, MORNING_MS + 1)).unwrap();
    journal.append(&steps(3..=3)).unwrap();
    assert_eq!(desk.compare(&journal), None);
}

#[test]
fn an_older_generation_is_said_and_a_newer_one_is_in_order() {
    let desk = Desk::new();
    desk.open(&[]);
    let before = desk.bytes();
    Rewriting::open(&desk.path).unwrap().put(&steps(1..=4)).unwrap();
    assert_eq!(desk.open(&[]), None);
    assert_eq!((desk.mirrored(), desk.older_mirrors()), (desk.bytes(), vec![before.clone()]));
    fs::write(&desk.path, before).unwrap();
    let older = Some(Remembered::OlderGeneration { generation: 1, seen: 2 });
    assert_eq!(desk.open(&[]), older);
    assert_eq!(store::remembered(&desk.state(), &desk.path), older);
}

#[test]
fn a_deleted_file_is_known_by_its_name() {
    let desk = Desk::new();
    desk.open(&[]);
    fs::remove_file(&desk.path).unwrap();
    let deleted = Some(Remembered::Deleted { t_ms: MORNING_MS });
    assert_eq!(store::remembered(&desk.state(), &desk.path), deleted);
    assert_eq!(store::remembered(&desk.state(), &desk.path.with_file_name("other.viche")), None);
}

#[test]
fn the_last_ten_openings_are_remembered() {
    let desk = Desk::new();
    for s in 9..=25 {
        assert_eq!(desk.open(&[step(0xa, s)]), None);
    }
    let last: Vec<StepNo> = desk.shelf().openings().iter().map(|opening| opening.last).collect();
    assert_eq!(last, (15..=24).collect::<Vec<_>>());
    assert_eq!(last.len(), OPENINGS_MAX);
}

#[test]
fn an_opening_that_finds_the_same_file_is_remembered_once() {
    let desk = Desk::new();
    (0..3).for_each(|_| assert_eq!(desk.open(&[]), None));
    assert_eq!(desk.shelf().openings().len(), 1);
}

#[test]
fn garbage_on_the_shelf_is_as_if_it_were_not_there() {
    let desk = Desk::new();
    desk.open(&[]);
    let file = desk.shelf().folder().join("openings");
    let good = fs::read(&file).unwrap();
    let garbage =
        [b"\xff\xfe\n{}\n{\"t\":7}\n[[[[[[[[\n".as_slice(), &good, &[0; 4_096], b"{\"t\":\"2026"].concat();
    fs::write(&file, garbage).unwrap();
    assert_eq!(desk.shelf().openings().len(), 1);
    fs::write(desk.shelf().mirror(), "this is no mirror\n").unwrap();
    assert_eq!(desk.open(&[]), None);
    assert_eq!(desk.mirrored(), desk.bytes());
    fs::create_dir_all(desk.state().join("sprints/not-a-name")).unwrap();
    assert_eq!(desk.open(&[]), None);
}

#[cfg(unix)]
#[test]
fn a_link_or_a_folder_in_the_place_of_a_file_is_left_alone() {
    let desk = Desk::new();
    fs::create_dir_all(desk.shelf().folder()).unwrap();
    let precious = desk.folder.path().join("precious");
    fs::write(&precious, "do not touch\n").unwrap();
    std::os::unix::fs::symlink(&precious, desk.shelf().mirror()).unwrap();
    fs::create_dir(desk.shelf().folder().join("openings")).unwrap();
    let journal = store::open(&desk.path).unwrap().journal;
    assert_eq!(desk.compare(&journal), None);
    assert!(desk.shelf().remember(Opening::of(&journal, MORNING_MS)).is_err());
    desk.mirror().finish();
    assert_eq!(fs::read(&precious).unwrap(), b"do not touch\n");
}

#[test]
fn all_that_was_kept_is_listed_and_each_can_be_put_back() {
    let desk = Desk::new();
    desk.open(&steps(9..=10));
    desk.open(&steps(11..=12));
    let newest = desk.bytes();
    Rewriting::open(&desk.path).unwrap().put(&steps(1..=4)).unwrap();
    desk.open(&[]);
    fs::write(desk.path.with_file_name("спринт.viche.quarantine-20260618T060000Z"), "{\"s\":").unwrap();
    let expected = [
        (BackupKind::Mirror, Some(4), 0),
        (BackupKind::Opening, Some(10), 0),
        (BackupKind::Opening, Some(8), 0),
        (BackupKind::OlderMirror, Some(12), 0),
        (BackupKind::Generation, Some(12), 0),
        (BackupKind::Quarantine, None, 3),
    ];
    assert_eq!(desk.listed(), expected);
    let before = desk.bytes();
    for (n, wanted) in [(1, 10), (2, 8), (3, 12), (4, 12)] {
        fs::write(&desk.path, &before).unwrap();
        let aside = desk.backups()[n].put_back(&desk.path).unwrap().unwrap();
        assert_eq!(
            (fs::read(&aside).unwrap(), store::read(&desk.path).unwrap().1.len()),
            (before.clone(), wanted)
        );
        fs::remove_file(aside).unwrap();
    }
    assert_eq!(desk.bytes(), newest, "byte for byte");
    let mut journal = store::open(&desk.path).unwrap().journal;
    journal.append(&steps(13..=13)).unwrap();
}

#[test]
fn a_file_that_is_gone_comes_back_from_its_mirror() {
    let desk = Desk::new();
    desk.open(&steps(9..=10));
    let whole = desk.bytes();
    fs::remove_file(&desk.path).unwrap();
    let backups = desk.backups();
    assert_eq!((backups[0].kind, backups[0].steps), (BackupKind::Mirror, Some(10)));
    assert_eq!(backups[0].put_back(&desk.path).unwrap(), None);
    assert_eq!(desk.bytes(), whole);
    store::settle(&desk.state(), &desk.path, MORNING_MS).unwrap();
    assert_eq!(desk.open(&steps(11..=11)), None);
}

#[test]
fn a_file_whose_first_line_is_damaged_still_has_its_backups() {
    let desk = Desk::new();
    desk.open(&[]);
    let mut bytes = desk.bytes();
    bytes[..40].fill(0);
    fs::write(&desk.path, bytes).unwrap();
    assert_eq!(desk.backups()[0].kind, BackupKind::Mirror);
}

#[test]
fn what_is_put_back_is_what_the_file_is_to_be() {
    let desk = Desk::new();
    desk.open(&steps(9..=10));
    let opening = desk.backups().into_iter().find(|one| one.kind == BackupKind::Opening).unwrap();
    opening.put_back(&desk.path).unwrap();
    store::settle(&desk.state(), &desk.path, MORNING_MS).unwrap();
    assert_eq!(store::remembered(&desk.state(), &desk.path), None);
    assert_eq!(desk.mirrored(), desk.bytes());
    assert_eq!(desk.open(&[step(0xb, 9)]), None);
    assert!(
        desk.listed().contains(&(BackupKind::OlderMirror, Some(10), 0)),
        "the other state is still there"
    );
}

#[test]
fn nothing_is_put_over_a_file_that_is_in_use_or_under_a_name_that_is_taken() {
    let desk = Desk::new();
    desk.open(&[]);
    let before = desk.bytes();
    let held = store::open(&desk.path).unwrap();
    let mirror = &desk.backups()[0];
    assert!(matches!(mirror.put_back(&desk.path), Err(StoreError::InUseByUnknown { .. })));
    drop(held);
    assert!(matches!(mirror.copy_to(&desk.path), Err(StoreError::Exists { .. })));
    let to = desk.folder.path().join("copy.viche");
    mirror.copy_to(&to).unwrap();
    assert_eq!((fs::read(to).unwrap(), desk.bytes()), (before.clone(), before));
}

proptest! {
    #[test]
    fn any_bytes_among_the_openings_cost_at_most_what_they_touch(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf::of(folder.path(), uuid::Uuid::nil());
        fs::create_dir_all(shelf.folder()).unwrap();
        let line = br#"{"t":"2026-06-18T06:00:00.000Z","path":"/a","gen":1,"bytes":7,"h":"00000000000000000000000000000000","s":3}"#;
        fs::write(shelf.folder().join("openings"), [&bytes[..], b"\n", line, b"\n"].concat()).unwrap();
        prop_assert_eq!(shelf.openings().last().map(|opening| opening.last), Some(3));
    }
}
