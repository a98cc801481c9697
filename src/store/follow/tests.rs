//! Claims about following, on real files.

use std::io::Write;

use super::super::format::{encode_header, encode_step};
use super::super::{Journal, Purge, Rewriting, create, open};
use super::*;
use crate::domain::erasure::{self, erase};
use crate::domain::id::{Id, NoteId, RunId};
use crate::domain::{Fact, Seat, Stamp, interview, note};
use crate::text::Clean;

const RUN: RunId = RunId(0xf0_110);

fn step(s: StepNo) -> Step {
    let id = NoteId::from(Id { run: RUN, n: s as u32 });
    let text = Clean::new(&format!("Черга з шостої ранку, {s} \"людей\" переді мною"));
    let fact = Fact::from(note::Fact::Worded { id, text });
    Step {
        s,
        w: RUN,
        at: Stamp { t_ms: s as i64, m_ms: s },
        by: Seat::Facilitator,
        facts: vec![fact],
        from: None,
    }
}

/// A step that is written as a group of lines.
fn long(s: StepNo) -> Step {
    let text = Clean::new(&"Довідку просили двічі. ".repeat(600));
    let fact =
        |n| Fact::from(note::Fact::Worded { id: NoteId::from(Id { run: RUN, n }), text: text.clone() });
    Step { facts: (0..40).map(fact).collect(), ..step(s) }
}

/// The bytes of a file with these steps.
fn bytes(steps: &[Step]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut hash = encode_header(&Header::new(uuid::Uuid::from_u128(7), 0), &mut bytes);
    for step in steps {
        hash = encode_step(step, hash, &mut bytes).unwrap();
    }
    bytes
}

struct Desk {
    _folder: tempfile::TempDir,
    path: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("services.viche");
        Self { _folder: folder, path }
    }

    fn journal(&self) -> (Journal, Follower) {
        (create(&self.path).unwrap(), Follower::new(&self.path))
    }

    fn write(&self, bytes: &[u8]) {
        std::fs::write(&self.path, bytes).unwrap();
    }

    fn add(&self, bytes: &[u8]) {
        let mut file = std::fs::OpenOptions::new().append(true).open(&self.path).unwrap();
        file.write_all(bytes).unwrap();
    }
}

#[track_caller]
fn whole(followed: Followed) -> Vec<StepNo> {
    match followed {
        Followed::Whole(_, steps) => steps.iter().map(|step| step.s).collect(),
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn new(followed: Followed) -> Vec<Step> {
    match followed {
        Followed::Steps(steps) => steps,
        Followed::Nothing => Vec::new(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_the_writer_appends_is_answered_once_and_in_order() {
    let desk = Desk::new();
    let (mut journal, mut follower) = desk.journal();
    assert!(whole(follower.look()).is_empty());
    journal.append(&[step(1)]).unwrap();
    journal.append(&[step(2), step(3)]).unwrap();
    assert_eq!(new(follower.look()), [step(1), step(2), step(3)]);
    assert!(matches!(follower.look(), Followed::Nothing));
    journal.append(&[step(4)]).unwrap();
    assert_eq!(new(follower.look()), [step(4)]);
}

#[test]
fn wherever_a_write_stands_half_the_rest_is_awaited_and_nothing_is_lost() {
    let desk = Desk::new();
    let steps = [step(1), step(2), step(3)];
    let all = bytes(&steps);
    let header = bytes(&[]).len();
    for cut in header..=all.len() {
        desk.write(&all[..cut]);
        let mut follower = Follower::new(&desk.path);
        let mut seen = match follower.look() {
            Followed::Whole(_, steps) => steps,
            other => panic!("cut at {cut}: {other:?}"),
        };
        desk.add(&all[cut..]);
        seen.extend(new(follower.look()));
        assert_eq!(seen, steps, "cut at {cut}");
    }
}

#[test]
fn a_step_that_is_torn_and_then_set_aside_is_never_answered() {
    let desk = Desk::new();
    let (mut journal, mut follower) = desk.journal();
    journal.append(&[step(1)]).unwrap();
    assert_eq!(whole(follower.look()), [1]);
    drop(journal);
    let torn = bytes(&[step(1), step(2)]);
    desk.add(&torn[torn.len() - 90..torn.len() - 4]);
    assert!(matches!(follower.look(), Followed::Nothing));
    let mut journal = open(&desk.path).unwrap().journal;
    assert!(matches!(follower.look(), Followed::Nothing));
    journal.append(&[step(3)]).unwrap();
    assert_eq!(new(follower.look()), [step(3)]);
}

#[test]
fn a_long_step_is_answered_when_its_last_line_is_there() {
    let desk = Desk::new();
    let steps = [step(1), long(2), step(3)];
    let all = bytes(&steps);
    let lines: Vec<usize> = memchr::memchr_iter(b'\n', &all).map(|at| at + 1).collect();
    assert!(lines.len() > 5, "the long step is a group");
    desk.write(&all[..lines[1]]);
    let mut follower = Follower::new(&desk.path);
    assert_eq!(whole(follower.look()), [1]);
    for pair in lines[1..].windows(2) {
        let ends = pair[1] >= lines[lines.len() - 2];
        desk.add(&all[pair[0]..pair[1]]);
        assert_eq!(new(follower.look()).len(), usize::from(ends));
    }
}

#[test]
fn a_file_that_got_shorter_or_says_something_else_is_read_anew() {
    let desk = Desk::new();
    let mut follower = Follower::new(&desk.path);
    desk.write(&bytes(&[step(1), step(2)]));
    assert_eq!(whole(follower.look()), [1, 2]);
    desk.write(&bytes(&[step(1)]));
    assert_eq!(whole(follower.look()), [1]);
    desk.write(&bytes(&[step(1), step(2), step(3)]));
    assert_eq!(new(follower.look()).len(), 2, "what was there still is, so it goes on");
    let mut other = step(1);
    other.by = Seat::CommandLine;
    desk.write(&bytes(&[other, step(2), step(3), step(4)]));
    assert_eq!(whole(follower.look()), [1, 2, 3, 4]);
}

#[test]
fn another_file_under_the_name_is_read_from_its_first_step() {
    let desk = Desk::new();
    let (mut journal, mut follower) = desk.journal();
    journal.append(&[step(1), step(2)]).unwrap();
    assert_eq!(whole(follower.look()), [1, 2]);
    let beside = desk.path.with_extension("new");
    std::fs::write(&beside, bytes(&[step(5)])).unwrap();
    std::fs::rename(&beside, &desk.path).unwrap();
    assert_eq!(whole(follower.look()), [5]);
    desk.add(&bytes(&[step(5), step(6)])[bytes(&[step(5)]).len()..]);
    assert_eq!(new(follower.look()), [step(6)]);
}

#[test]
fn a_file_that_is_gone_is_missed_once_and_found_again() {
    let desk = Desk::new();
    let (mut journal, mut follower) = desk.journal();
    journal.append(&[step(1)]).unwrap();
    assert_eq!(whole(follower.look()), [1]);
    std::fs::remove_file(&desk.path).unwrap();
    assert!(matches!(follower.look(), Followed::Gone));
    assert!(matches!(follower.look(), Followed::Nothing));
    desk.write(&bytes(&[step(1), step(2)]));
    assert_eq!(whole(follower.look()), [1, 2]);
    assert!(matches!(Follower::new(desk.path.with_extension("none")).look(), Followed::Gone));
}

#[test]
fn damage_is_told_once_and_the_mended_file_is_read() {
    let desk = Desk::new();
    let good = bytes(&[step(1), step(2), step(3)]);
    desk.write(&bytes(&[step(1)]));
    let mut follower = Follower::new(&desk.path);
    assert_eq!(whole(follower.look()), [1]);
    let mut bad = good.clone();
    let inside = bytes(&[step(1)]).len() + 60;
    bad[inside] ^= 1;
    desk.write(&bad);
    assert!(matches!(follower.look(), Followed::Unreadable(StoreError::Damaged { .. })));
    assert!(matches!(follower.look(), Followed::Nothing));
    desk.write(&bytes(&[step(1), step(2), step(3), step(4)]));
    assert_eq!(whole(follower.look()), [1, 2, 3, 4]);
}

#[test]
fn what_is_no_sprint_is_unreadable_and_a_pipe_is_not_waited_for() {
    let desk = Desk::new();
    desk.write(b"Minutes of the meeting\n");
    let mut follower = Follower::new(&desk.path);
    assert!(matches!(follower.look(), Followed::Unreadable(StoreError::NotASprint { .. })));
    let folder = desk.path.parent().unwrap();
    assert!(matches!(Follower::new(folder).look(), Followed::Unreadable(StoreError::IsFolder { .. })));
}

#[test]
fn a_follower_takes_no_lock_and_changes_nothing() {
    let desk = Desk::new();
    let (mut journal, _) = desk.journal();
    journal.append(&[step(1)]).unwrap();
    let mut followers: Vec<Follower> = (0..8).map(|_| Follower::new(&desk.path)).collect();
    for follower in &mut followers {
        assert_eq!(whole(follower.look()), [1]);
    }
    drop(journal);
    let before = std::fs::read(&desk.path).unwrap();
    for follower in &mut followers {
        follower.look();
    }
    let mut journal = open(&desk.path).unwrap().journal;
    assert_eq!(std::fs::read(&desk.path).unwrap(), before);
    journal.append(&[step(2)]).unwrap();
    for follower in &mut followers {
        assert_eq!(new(follower.look()), [step(2)]);
    }
}

#[test]
fn a_last_line_without_its_newline_counts_and_the_newline_may_come_later() {
    let desk = Desk::new();
    for newline in ["\n", "\r\n"] {
        let one = bytes(&[step(1)]);
        desk.write(&one[..one.len() - 1]);
        let mut follower = Follower::new(&desk.path);
        assert_eq!(whole(follower.look()), [1]);
        desk.add(newline.as_bytes());
        assert!(new(follower.look()).is_empty());
        desk.add(&bytes(&[step(1), step(2)])[one.len()..]);
        assert_eq!(new(follower.look()), [step(2)]);
    }
}

/// A respondent with a note, in an interview of their own.
fn said(s: StepNo, respondent: u32, text: &str) -> Step {
    let interview = id(1_000 + respondent);
    let planned = interview::Fact::Planned {
        id: interview,
        team: id(999),
        number: respondent,
        round: None,
        respondent,
        segment: Clean::default(),
        minutes: 30,
        practice: false,
        guide: None,
        interviewer: None,
        note_taker: None,
    };
    let (id, kind, text) = (id(2_000 + respondent), note::Kind::Quote, Clean::new(text));
    let added = note::Fact::Added { id, code: respondent, interview, kind, text, section: 0, offset_ms: 0 };
    Step { facts: vec![planned.into(), added.into()], ..step(s) }
}

fn id<T: From<Id>>(n: u32) -> T {
    T::from(Id { run: RUN, n })
}

#[test]
fn eight_followers_go_on_over_an_erasure_and_each_sees_the_new_generation() {
    const SAID: &str = "Мама чекала на лікаря три тижні";
    let desk = Desk::new();
    let (mut journal, _) = desk.journal();
    journal.append(&[said(1, 17, SAID), said(2, 18, "Записалися за день до прийому")]).unwrap();
    let mut followers: Vec<Follower> = (0..8).map(|_| Follower::new(&desk.path)).collect();
    for follower in &mut followers {
        assert_eq!(whole(follower.look()), [1, 2]);
    }
    drop(journal);
    let file = Rewriting::open(&desk.path).unwrap();
    let erased = erase(file.steps.clone(), 17, &Clean::default()).unwrap();
    let tombstone = Step { facts: vec![erasure::Fact::Erased(erased.erased).into()], ..step(3) };
    let mut steps = erased.steps;
    steps.push(tombstone);
    file.put(&steps).unwrap();
    assert!(Purge::of(&desk.path, None, Vec::new()).go().is_empty());
    for follower in &mut followers {
        let Followed::Whole(header, seen) = follower.look() else { panic!("it goes on in the old one") };
        assert_eq!((header.generation, &seen), (2, &steps));
        let json: String = seen.iter().map(|step| serde_json::to_string(&step.facts).unwrap()).collect();
        assert!(!json.contains(SAID) && json.contains("Записалися"));
    }
    let mut journal = open(&desk.path).unwrap().journal;
    journal.append(&[step(4)]).unwrap();
    for follower in &mut followers {
        assert_eq!(new(follower.look()), [step(4)]);
    }
}
