//! Claims about taking words out of what lies around a file, on a real disk.

use std::io::Read;

use super::*;
use crate::domain::id::{Id, NoteId, RunId};
use crate::domain::{Fact, Seat, Stamp, note};

const SAID: &str = "Мама чекала \"на лікаря\" три тижні";

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    /// A folder with a sprint in it.
    fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        journal::create(desk.path("services.viche")).unwrap().append(&[step(1)]).unwrap();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn puts(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    fn shelf(&self) -> Shelf {
        Shelf::of(&self.path("state"), uuid::Uuid::nil())
    }

    fn purge(&self) -> Purge {
        Purge::of(&self.path("services.viche"), Some(self.shelf()), Vec::new())
    }

    fn holding(&self) -> Vec<PathBuf> {
        let names = |path: PathBuf| PathBuf::from(path.file_name().unwrap());
        self.purge().holding(&[Clean::new(SAID)]).into_iter().map(names).collect()
    }
}

fn step(s: u64) -> Step {
    let id = NoteId(Id { run: RunId(7), n: s as u32 });
    let fact = Fact::from(note::Fact::Worded { id, text: Clean::new("перероблено") });
    Step { s, w: RunId(7), at: Stamp::default(), by: Seat::Facilitator, facts: vec![fact], from: None }
}

#[test]
fn what_viche_made_goes_and_what_others_made_stays() {
    let desk = Desk::new();
    let ours = ["gen-1", "gen-2-3", "quarantine-20260618T060000Z", "quarantine-20260618T060000Z-2", "new"];
    for ending in ours {
        desk.puts(&format!("services.viche.{ending}"), SAID);
    }
    let shelf = desk.shelf();
    let kept = "state/sprints/00000000-0000-0000-0000-000000000000";
    for name in ["mirror.viche", "mirror-2.viche", "drafts/T3", "openings"] {
        desk.puts(&format!("{kept}/{name}"), SAID);
    }
    let strange = ["gen-1.bak", "genius", "gen-", "quarantine-notes.txt", "newer"];
    for ending in strange {
        desk.puts(&format!("services.viche.{ending}"), SAID);
    }
    let purge = desk.purge();
    assert_eq!(purge.files.len(), ours.len() + 3);
    assert!(purge.go().is_empty());
    assert!(desk.purge().files.is_empty());
    assert!(shelf.folder().join("openings").exists(), "lengths and hashes stay");
    for ending in strange {
        assert!(desk.path(&format!("services.viche.{ending}")).exists(), "{ending}");
    }
    assert_eq!(journal::read(desk.path("services.viche")).unwrap().1, [step(1)]);
}

#[test]
fn bytes_are_overwritten_before_their_name_goes() {
    let desk = Desk::new();
    let old = desk.puts("services.viche.gen-1", &SAID.repeat(100_000));
    let mut held = File::open(&old).unwrap();
    assert!(desk.purge().go().is_empty() && !old.exists());
    let mut bytes = Vec::new();
    held.read_to_end(&mut bytes).unwrap();
    assert!(bytes.len() == SAID.len() * 100_000 && bytes.iter().all(|byte| *byte == 0));
}

#[test]
fn the_sprint_itself_under_the_name_of_a_generation_is_not_overwritten() {
    let desk = Desk::new();
    let before = fs::read(desk.path("services.viche")).unwrap();
    fs::hard_link(desk.path("services.viche"), desk.path("services.viche.gen-1")).unwrap();
    assert!(desk.purge().go().is_empty() && !desk.path("services.viche.gen-1").exists());
    assert_eq!(fs::read(desk.path("services.viche")).unwrap(), before);
}

#[cfg(unix)]
#[test]
fn of_a_link_only_the_link_goes() {
    let desk = Desk::new();
    let elsewhere = desk.puts("diary.txt", SAID);
    std::os::unix::fs::symlink(&elsewhere, desk.path("services.viche.gen-1")).unwrap();
    assert!(desk.purge().go().is_empty() && desk.path("services.viche.gen-1").symlink_metadata().is_err());
    assert_eq!(fs::read_to_string(elsewhere).unwrap(), SAID);
}

#[test]
fn what_can_not_be_removed_is_answered() {
    let desk = Desk::new();
    fs::create_dir(desk.path("services.viche.gen-1")).unwrap();
    let left = desk.purge().go();
    assert!(left.len() == 1 && left[0].path.ends_with("services.viche.gen-1"));
}

#[test]
fn words_are_found_raw_as_json_writes_them_and_in_ascii_wherever_they_stand() {
    let desk = Desk::new();
    assert!(desk.holding().is_empty());
    let json = serde_json::to_string(SAID).unwrap();
    let ascii: String =
        json.chars().map(|c| if c.is_ascii() { c.into() } else { format!("\\u{:04x}", c as u32) }).collect();
    desk.puts("services.viche.bak", SAID);
    desk.puts("services.viche.json", &json);
    desk.puts("services.viche.ascii", &ascii);
    desk.puts("services.viche.other", "Мама чекала");
    desk.puts("services.txt", SAID);
    let mut found = desk.holding();
    found.sort();
    assert_eq!(
        found,
        ["services.viche.ascii", "services.viche.bak", "services.viche.json"].map(PathBuf::from)
    );
}

#[test]
fn words_that_lie_across_two_windows_are_found() {
    let desk = Desk::new();
    for shift in [0, 1, SAID.len() / 2, SAID.len() - 1, SAID.len()] {
        desk.puts("services.viche.bak", &format!("{}{SAID} і далі", "x".repeat(CHUNK_BYTES - shift)));
        assert_eq!(desk.holding(), [PathBuf::from("services.viche.bak")], "{shift}");
    }
}

#[test]
fn a_file_that_an_older_version_rescued_is_known_by_its_steps() {
    let desk = Desk::new();
    let state = desk.path("state");
    fs::create_dir(&state).unwrap();
    let rescued = |name: &str, steps: &[Step]| {
        let path = state.join(name);
        journal::create(&path).unwrap().append(steps).unwrap();
        path
    };
    let same = rescued("rescued-1.viche", &[step(1)]);
    let more = rescued("rescued-2.viche", &[step(1), step(2)]);
    rescued("rescued-3.viche", &[Step { w: RunId(8), ..step(1) }]);
    rescued("other.viche", &[step(1)]);
    desk.puts("state/rescued-4.viche", "torn");
    let expected = [Rescued { path: same, has_more: false }, Rescued { path: more, has_more: true }];
    assert_eq!(Rescued::of(&state, &[step(1)]), expected);
}
