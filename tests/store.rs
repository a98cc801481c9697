//! The sprint file on a real disk.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use viche::domain::id::RunId;
use viche::domain::{Fact, Seat, Stamp, Step, StepNo, run};
use viche::store::{self, Notice, Rewriting, StoreError};
use viche::text::Clean;

const MORNING_MS: i64 = 1_781_762_400_000;

fn step(s: StepNo, facts: Vec<Fact>) -> Step {
    let at = Stamp { t_ms: MORNING_MS + s as i64, m_ms: s };
    Step { s, w: RunId(0xa3f9_0b12), at, by: Seat::Facilitator, facts, from: None }
}

fn began(s: StepNo, pid: u32, host: &str) -> Step {
    let (boot, host, version) = (Clean::new("3f1c"), Clean::new(host), Clean::new("0.1.0"));
    step(s, vec![Fact::Run(run::Fact::Began { boot, pid, host, version })])
}

fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("спринт.viche");
    (folder, path)
}

/// A closed file with `steps`.
fn file_of(path: &Path, steps: &[Step]) {
    store::create(path).unwrap().append(steps).unwrap();
}

#[test]
fn a_new_file_is_closed_opened_and_goes_on() {
    let (_folder, path) = folder();
    file_of(&path, &[began(1, 7, "desk-2")]);
    let mut opened = store::open(&path).unwrap();
    assert_eq!((opened.notices.as_slice(), opened.steps.len()), (&[][..], 1));
    assert_eq!(opened.header, *opened.journal.header());
    opened.journal.append(&[step(2, vec![]), step(3, vec![])]).unwrap();
    let (header, steps, notices) = store::read(&path).unwrap();
    assert_eq!((header, notices), (opened.header, vec![]));
    assert_eq!(steps, [began(1, 7, "desk-2"), step(2, vec![]), step(3, vec![])]);
    assert_eq!(store::check(&path).exit, 0);
}

#[test]
fn a_new_file_says_when_it_was_made() {
    let (_folder, path) = folder();
    let journal = store::create(&path).unwrap();
    let made = fs::metadata(&path).unwrap().modified().unwrap();
    let made = made.duration_since(std::time::UNIX_EPOCH).unwrap().as_millis() as i64;
    assert!(journal.header().t_ms > 0 && journal.header().t_ms <= made);
}

#[cfg(unix)]
#[test]
fn files_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, path) = folder();
    file_of(&path, &[began(1, 7, "desk-2")]);
    tear(&path);
    drop(store::open(&path).unwrap());
    let files: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap()).collect();
    assert_eq!(files.len(), 2);
    for file in files {
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{file:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_others_may_read_is_told_and_opened() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, path) = folder();
    file_of(&path, &[began(1, 7, "desk-2")]);
    let told = [Notice::WideOpen { path: path.clone() }];
    for (mode, wide) in [(0o600, false), (0o400, false), (0o640, true), (0o604, true), (0o644, true)] {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        let told = if wide { &told[..] } else { &[] };
        assert_eq!(store::read(&path).unwrap().2, told, "{mode:o}");
    }
    let mut opened = store::open(&path).unwrap();
    assert_eq!(opened.notices, told);
    opened.journal.append(&[step(2, vec![])]).unwrap();
    drop(opened);
    assert_eq!(store::open(&path).unwrap().steps.len(), 2);
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o644, "changed unasked");
    for (mode, wide) in [(0o700, false), (0o750, true), (0o705, true)] {
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode)).unwrap();
        assert_eq!(store::wide_open(folder.path()).is_some(), wide, "{mode:o}");
    }
}

/// Cuts the last seven bytes off.
fn tear(path: &Path) {
    let bytes = fs::read(path).unwrap();
    fs::write(path, &bytes[..bytes.len() - 7]).unwrap();
}

#[test]
fn a_torn_end_lies_beside_the_file_each_time() {
    let (_folder, path) = folder();
    file_of(&path, &[began(1, 7, "desk-2"), step(2, vec![])]);
    let whole = fs::read(&path).unwrap();
    let mut asides = Vec::new();
    for _ in 0..3 {
        tear(&path);
        let mut opened = store::open(&path).unwrap();
        let [Notice::TornTail { bytes, quarantine: Some(aside) }] = opened.notices.as_slice() else {
            panic!("{:?}", opened.notices);
        };
        let torn = fs::read(aside).unwrap();
        assert_eq!(torn.len() as u64, *bytes);
        assert!(whole.ends_with(&[&torn[..], &whole[whole.len() - 7..]].concat()));
        assert!(aside.file_name().unwrap().to_str().unwrap().starts_with("спринт.viche.quarantine-"));
        assert!(!asides.contains(aside));
        asides.push(aside.clone());
        opened.journal.append(&[step(2, vec![])]).unwrap();
        assert_eq!(fs::read(&path).unwrap(), whole);
    }
}

#[test]
fn reading_and_checking_change_nothing() {
    let (folder, path) = folder();
    file_of(&path, &[began(1, 7, "desk-2"), step(2, vec![])]);
    tear(&path);
    let before = fs::read(&path).unwrap();
    let (_, steps, notices) = store::read(&path).unwrap();
    assert_eq!(steps, [began(1, 7, "desk-2")]);
    assert!(matches!(notices.as_slice(), [Notice::TornTail { quarantine: None, .. }]));
    let report = store::check(&path);
    assert_eq!((report.exit, report.steps), (1, 1));
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_second_opening_hears_who_has_the_file() {
    let (_folder, path) = folder();
    file_of(&path, &[began(1, 7, "desk-1")]);
    let mut first = store::open(&path).unwrap();
    first.journal.append(&[began(2, std::process::id(), "стіл-2")]).unwrap();
    let Err(StoreError::InUse { pid, host, since_ms, .. }) = store::open(&path) else {
        panic!("opened twice");
    };
    assert_eq!((pid, host.as_str(), since_ms), (std::process::id(), "стіл-2", MORNING_MS + 2));
    assert_eq!(store::read(&path).unwrap().1.len(), 2);
    drop(first);
    assert!(store::open(&path).is_ok());
}

#[test]
fn a_file_that_nobody_signed_yet_is_in_use_all_the_same() {
    let (_folder, path) = folder();
    let _journal = store::create(&path).unwrap();
    assert!(matches!(store::open(&path), Err(StoreError::InUseByUnknown { .. })));
}

#[test]
fn what_can_not_be_opened_says_why() {
    let (folder, path) = folder();
    assert!(matches!(store::open(&path), Err(StoreError::NotFound { .. })));
    assert!(matches!(store::read(&path), Err(StoreError::NotFound { .. })));
    assert_eq!(store::check(&path).exit, 3);
    assert!(matches!(store::open(folder.path()), Err(StoreError::IsFolder { .. })));
    assert!(matches!(store::read(folder.path()), Err(StoreError::IsFolder { .. })));
    fs::write(&path, "код;текст\n1;Не працює ліфт\n").unwrap();
    assert!(matches!(store::open(&path), Err(StoreError::NotASprint { .. })));
    assert!(matches!(store::read(&path), Err(StoreError::NotASprint { .. })));
    assert_eq!(store::check(&path).exit, 3);
    assert_eq!(fs::read_to_string(&path).unwrap(), "код;текст\n1;Не працює ліфт\n");
}

#[test]
fn what_can_not_be_made_says_why() {
    let (folder, path) = folder();
    file_of(&path, &[]);
    let before = fs::read(&path).unwrap();
    assert!(matches!(store::create(&path), Err(StoreError::Exists { .. })));
    assert_eq!(fs::read(&path).unwrap(), before);
    assert!(matches!(store::create(folder.path()), Err(StoreError::IsFolder { .. })));
    let nowhere = folder.path().join("немає").join("s.viche");
    assert!(matches!(store::create(nowhere), Err(StoreError::NoFolder { .. })));
    assert!(matches!(store::create(path.join("s.viche")), Err(StoreError::NoFolder { .. })));
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed_to_make_a_file() {
    let (folder, path) = folder();
    let target = folder.path().join("elsewhere");
    std::os::unix::fs::symlink(&target, &path).unwrap();
    assert!(matches!(store::create(&path), Err(StoreError::Exists { .. })));
    assert!(!target.exists());
}

#[cfg(unix)]
#[test]
fn through_a_link_the_file_itself_is_locked_and_mended() {
    let (folder, path) = folder();
    file_of(&path, &[began(1, 7, "desk-2")]);
    tear(&path);
    let shelf = tempfile::tempdir().unwrap();
    let link = shelf.path().join("today.viche");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let opened = store::open(&link).unwrap();
    assert!(matches!(store::open(&path), Err(StoreError::InUseByUnknown { .. })));
    assert!(matches!(opened.notices.as_slice(), [Notice::TornTail { quarantine: Some(_), .. }]));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    assert_eq!(fs::read_dir(shelf.path()).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn a_folder_that_takes_no_writing_is_named() {
    use std::os::unix::fs::PermissionsExt;
    if rustix::process::geteuid().is_root() {
        eprintln!("skipped: nothing is read-only for root");
        return;
    }
    let (folder, path) = folder();
    let old = folder.path().join("old.viche");
    file_of(&old, &[began(1, 7, "desk-2")]);
    fs::set_permissions(&old, fs::Permissions::from_mode(0o400)).unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o500)).unwrap();
    assert!(matches!(store::create(&path), Err(StoreError::NotAllowed { .. })));
    assert!(matches!(store::open(&old), Err(StoreError::NotAllowed { .. })));
    assert_eq!(store::read(&old).unwrap().1.len(), 1);
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_back_to_itself_is_named() {
    let (folder, path) = folder();
    let other = folder.path().join("other.viche");
    std::os::unix::fs::symlink(&other, &path).unwrap();
    std::os::unix::fs::symlink(&path, &other).unwrap();
    assert!(matches!(store::open(&path), Err(StoreError::LinkLoop { .. })));
    assert!(matches!(store::read(&path), Err(StoreError::LinkLoop { .. })));
    assert_eq!(store::check(&path).exit, 3);
    assert!(matches!(store::create(&path), Err(StoreError::Exists { .. })));
    let inside = path.join("inside.viche");
    assert!(matches!(store::create(&inside), Err(StoreError::LinkLoop { .. })));
    assert!(matches!(store::write_new(&inside, b"x"), Err(StoreError::LinkLoop { .. })));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

/// Set for the process of the next claim that may open no more files.
#[cfg(unix)]
const NO_MORE_FILES: &str = "VICHE_TEST_NO_MORE_FILES";

#[cfg(unix)]
#[test]
fn when_no_more_files_may_be_opened_nothing_is_lost_and_it_is_named() {
    // The limit holds for a whole process, so that this claim is a process of its own.
    if std::env::var_os(NO_MORE_FILES).is_some() {
        return without_more_files();
    }
    let mut child = std::process::Command::new(std::env::current_exe().unwrap());
    child.args([
        "--exact",
        "when_no_more_files_may_be_opened_nothing_is_lost_and_it_is_named",
        "--nocapture",
    ]);
    let said = child.env(NO_MORE_FILES, "1").output().unwrap();
    let out = String::from_utf8_lossy(&said.stdout);
    assert!(
        said.status.success() && out.contains("1 passed"),
        "{out}{}",
        String::from_utf8_lossy(&said.stderr)
    );
}

#[cfg(unix)]
fn without_more_files() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    use std::os::fd::AsRawFd;
    let (folder, path) = folder();
    file_of(&path, &[began(1, 7, "desk-2")]);
    let before = fs::read(&path).unwrap();
    let mut opened = store::open(&path).unwrap();
    let usual = getrlimit(Resource::Nofile);
    let next = fs::File::open(&path).unwrap().as_raw_fd() as u64;
    setrlimit(Resource::Nofile, Rlimit { current: Some(next), ..usual }).unwrap();
    assert!(matches!(store::open(&path), Err(StoreError::TooManyOpen { .. })));
    assert!(matches!(store::read(&path), Err(StoreError::TooManyOpen { .. })));
    let new = folder.path().join("new.viche");
    assert!(matches!(store::create(&new), Err(StoreError::TooManyOpen { .. })));
    assert!(matches!(store::write_new(&new, b"x"), Err(StoreError::TooManyOpen { .. })));
    // One more is enough for a file, but not for its folder: what was begun is taken back.
    setrlimit(Resource::Nofile, Rlimit { current: Some(next + 1), ..usual }).unwrap();
    assert!(matches!(store::create(&new), Err(StoreError::TooManyOpen { .. })));
    setrlimit(Resource::Nofile, usual).unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    assert_eq!(fs::read(&path).unwrap(), before);
    opened.journal.append(&[step(2, vec![])]).unwrap();
    drop(opened);
    assert_eq!(store::open(&path).unwrap().steps.len(), 2);
}

#[cfg(unix)]
#[test]
fn a_file_that_was_replaced_or_deleted_is_not_written() {
    let (folder, path) = folder();
    file_of(&path, &[began(1, 7, "desk-2")]);
    let mut journal = store::open(&path).unwrap().journal;
    let aside = folder.path().join("aside");
    fs::rename(&path, &aside).unwrap();
    assert!(matches!(journal.append(&[step(2, vec![])]), Err(StoreError::Changed { .. })));
    fs::copy(&aside, &path).unwrap();
    assert!(matches!(journal.append(&[step(2, vec![])]), Err(StoreError::Changed { .. })));
    fs::rename(&aside, &path).unwrap();
    journal.append(&[step(2, vec![])]).unwrap();
    assert_eq!(store::read(&path).unwrap().1.len(), 2);
}

#[test]
fn damage_is_refused_and_left_alone() {
    let (folder, path) = folder();
    file_of(&path, &[began(1, 7, "desk-2"), step(2, vec![]), step(3, vec![])]);
    let damaged = fs::read_to_string(&path).unwrap().replacen("desk-2", "desk-3", 1);
    fs::write(&path, &damaged).unwrap();
    assert!(matches!(store::open(&path), Err(StoreError::Damaged { line: 2, .. })));
    assert!(matches!(store::read(&path), Err(StoreError::Damaged { line: 2, .. })));
    assert_eq!(store::check(&path).exit, 2);
    assert_eq!(fs::read_to_string(&path).unwrap(), damaged);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_rewritten_file_is_the_next_generation_and_the_old_one_lies_beside_it() {
    let (folder, path) = folder();
    file_of(&path, &[began(1, 7, "desk-2"), step(2, vec![]), step(3, vec![])]);
    let before = fs::read(&path).unwrap();
    let rewriting = Rewriting::open(&path).unwrap();
    assert!(matches!(store::open(&path), Err(StoreError::InUse { .. })), "it is locked meanwhile");
    let header = rewriting.header;
    let kept = [rewriting.steps[0].clone(), rewriting.steps[2].clone()];
    let old = rewriting.put(&kept).unwrap();
    assert_eq!(fs::read(&old).unwrap(), before);
    assert_eq!(store::older_generations(&path), [old]);
    let mut opened = store::open(&path).unwrap();
    assert_eq!((opened.steps.as_slice(), opened.notices.as_slice()), (&kept[..], &[][..]));
    assert_eq!((opened.header.file, opened.header.generation), (header.file, 2));
    opened.journal.append(&[step(4, vec![])]).unwrap();
    assert_eq!(store::read(&path).unwrap().1.len(), 3);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn a_rewriting_that_can_not_be_written_leaves_the_file_as_it_was() {
    let (folder, path) = folder();
    file_of(&path, &[began(1, 7, "desk-2"), step(2, vec![])]);
    let before = fs::read(&path).unwrap();
    let out_of_order = [step(2, vec![]), step(1, vec![])];
    assert!(Rewriting::open(&path).unwrap().put(&out_of_order).is_err());
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    assert_eq!(store::open(&path).unwrap().steps.len(), 2);
}
