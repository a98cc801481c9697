//! What a repair does with each kind of damage, on real files. Each claim ends with the file in order, all good steps
//! in it, a further step appended, and the file read again.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use viche::domain::damaged::{self, Bytes};
use viche::domain::id::{Id, InterviewId, NoteId, RunId};
use viche::domain::{Fact, Seat, Stamp, Step, StepNo, note, run};
use viche::store::{
    self, Journal, Mend, Mirror, Opened, Opening, Remembered, Repaired, Repairing, Shelf, StoreError, Whence,
};
use viche::text::Clean;

const MORNING_MS: i64 = 1_781_762_400_000;
const RUN: RunId = RunId(0xa3f9_0b12);
const REPAIR: RunId = RunId(0x4e1a_0001);

fn heard(w: RunId, s: StepNo, text: &str) -> Step {
    let fact = note::Fact::Added {
        id: NoteId::from(Id { run: w, n: s as u32 }),
        code: s as u32,
        interview: InterviewId::from(Id { run: RUN, n: 9 }),
        kind: note::Kind::Quote,
        text: Clean::new(text),
        section: 1,
        offset_ms: 61_000,
    };
    let at = Stamp { t_ms: MORNING_MS + s as i64 * 1_500, m_ms: 81_234_567 + s * 1_500 };
    Step { s, w, at, by: Seat::Team(3), facts: vec![fact.into()], from: None }
}

/// Steps from one number to another.
fn notes(numbers: std::ops::RangeInclusive<StepNo>) -> Vec<Step> {
    let text = |s| format!("Довідку просили двічі, I came at six, у черзі {s}-й");
    numbers.map(|s| heard(RUN, s, &text(s))).collect()
}

fn began() -> run::Fact {
    run::Fact::Began {
        boot: Clean::new("3f1c"),
        pid: 7,
        host: Clean::new("desk-2"),
        version: Clean::new("0.1.0"),
    }
}

/// A sprint's file of eight steps, and what this computer remembers of it.
struct Desk {
    folder: tempfile::TempDir,
    path: PathBuf,
}

impl Desk {
    fn new() -> Self {
        Self::with(&notes(1..=8))
    }

    fn with(steps: &[Step]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("спринт.viche");
        store::create(&path).unwrap().append(steps).unwrap();
        Self { folder, path }
    }

    fn state(&self) -> PathBuf {
        self.folder.path().join("state")
    }

    /// Opens the file as the program does, so that its mirror is what it is now.
    fn remembered(self) -> Self {
        self.remember();
        self
    }

    fn remember(&self) {
        let Opened { journal, header, .. } = store::open(&self.path).unwrap();
        let shelf = Shelf::of(&self.state(), header.file);
        shelf.remember(Opening::of(&journal, MORNING_MS)).unwrap();
        Mirror::of(shelf, &self.path).finish();
    }

    fn compare(&self) -> Option<Remembered> {
        let (header, steps, _) = store::read(&self.path).unwrap();
        store::compare(&self.state(), &self.path, &header, steps.last().map_or(0, |step| step.s))
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(&self.path).unwrap()
    }

    /// The lines of the file, with their newlines; the header is the first.
    fn lines(&self) -> Vec<Vec<u8>> {
        self.bytes().split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect()
    }

    fn put(&self, lines: &[Vec<u8>]) {
        fs::write(&self.path, lines.concat()).unwrap();
    }

    /// Changes the lines of the file.
    fn change(&self, change: impl FnOnce(&mut Vec<Vec<u8>>)) -> Vec<u8> {
        let mut lines = self.lines();
        change(&mut lines);
        self.put(&lines);
        self.bytes()
    }

    fn try_repair(&self, accept_edits: bool) -> Result<Repaired, StoreError> {
        let state = self.state();
        let at = Stamp { t_ms: MORNING_MS + 90_000_000, m_ms: 7 };
        let state_folder = Some(state.as_path());
        let repairing = Repairing { state_folder, accept_edits, run: REPAIR, at, began: began() };
        store::repair(&self.path, &repairing)
    }

    fn repair(&self) -> Repaired {
        self.try_repair(false).unwrap()
    }

    /// The file is in order, has `steps` and perhaps some of the repair's own behind them, takes a further one, and
    /// is read again.
    #[track_caller]
    fn goes_on(&self, steps: &[Step]) {
        let report = store::check(&self.path);
        assert_eq!((report.exit, report.findings.as_slice()), (0, &[][..]));
        let Opened { mut journal, steps: found, .. } = store::open(&self.path).unwrap();
        let written: Vec<Step> = found.iter().filter(|step| step.w != REPAIR).cloned().collect();
        assert_eq!(written, steps);
        journal.append(&[heard(RunId(2), journal.last() + 1, "після лагодження / after it")]).unwrap();
        drop(journal);
        assert_eq!(store::read(&self.path).unwrap().1.len(), found.len() + 1);
        assert_eq!(store::check(&self.path).exit, 0);
    }

    /// What lies beside the file under a name with this in it.
    fn beside(&self, part: &str) -> Vec<Vec<u8>> {
        let entries = fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().path());
        let mut paths: Vec<PathBuf> =
            entries.filter(|path| path.to_string_lossy().contains(&format!(".viche.{part}"))).collect();
        paths.sort();
        paths.iter().map(|path| fs::read(path).unwrap()).collect()
    }

    /// Takes away what repairs left beside the file.
    fn clear_beside(&self) {
        let entries = fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().path());
        entries
            .filter(|path| path.is_file() && *path != self.path)
            .for_each(|path| fs::remove_file(path).unwrap());
    }

    /// The steps that the repair added.
    fn added(&self) -> Vec<Step> {
        store::read(&self.path).unwrap().1.into_iter().filter(|step| step.w == REPAIR).collect()
    }
}

fn mends(repaired: &Repaired) -> Vec<(u64, Mend)> {
    repaired.mends.iter().map(|one| (one.line, one.mend)).collect()
}

/// Steps without those of some numbers.
fn without(steps: Vec<Step>, numbers: &[StepNo]) -> Vec<Step> {
    steps.into_iter().filter(|step| !numbers.contains(&step.s)).collect()
}

/// What the facts of a repair keep of a line.
fn kept_of(steps: &[Step], wanted: u64) -> Vec<u8> {
    let facts = steps.iter().flat_map(|step| &step.facts);
    let bytes = facts.filter_map(|fact| match fact {
        Fact::Damaged(damaged::Fact::Kept { line, bytes, .. }) if *line == wanted => Some(bytes.read()),
        _ => None,
    });
    bytes.collect::<Vec<_>>().concat()
}

#[test]
fn a_file_in_order_is_left_as_it_is() {
    let desk = Desk::new().remembered();
    let before = desk.bytes();
    let repaired = desk.repair();
    assert_eq!((repaired.mends.as_slice(), repaired.changed, repaired.exit()), (&[][..], false, 0));
    assert_eq!(desk.bytes(), before);
    assert_eq!(fs::read_dir(desk.folder.path()).unwrap().count(), 2, "nothing lies beside it");
    desk.goes_on(&notes(1..=8));
}

#[test]
fn a_torn_end_is_set_aside_and_cut_without_a_new_generation() {
    for tail in [&br#"{"s":9,"w":"a3f9"#[..], &[0; 4096], b"\xff\xfe garbage \x07"] {
        let desk = Desk::new();
        desk.change(|lines| lines.push(tail.to_vec()));
        let repaired = desk.repair();
        assert_eq!(mends(&repaired), [(10, Mend::TailSetAside { bytes: tail.len() as u64 })]);
        assert_eq!((repaired.exit(), repaired.older), (0, None));
        assert_eq!(desk.beside("quarantine-"), [tail]);
        desk.goes_on(&notes(1..=8));
    }
}

#[test]
fn garbage_with_readable_lines_inside_is_set_aside_and_the_lines_stay() {
    let desk = Desk::new();
    let damaged = desk.change(|lines| lines.insert(7, b"\x00\x01 noise\n\xff\n".to_vec()));
    let repaired = desk.repair();
    let junk = |line, bytes| (line, Mend::JunkSetAside { bytes });
    assert_eq!(mends(&repaired), [junk(8, 9), junk(9, 2)]);
    assert_eq!(desk.beside("quarantine-"), [b"\x00\x01 noise\n\xff\n"]);
    assert_eq!(desk.beside("gen-1"), [damaged]);
    desk.goes_on(&notes(1..=8));
}

#[test]
fn a_newline_that_an_editor_took_is_put_back() {
    let desk = Desk::new();
    desk.change(|lines| assert_eq!(lines[8].pop(), Some(b'\n')));
    let repaired = desk.repair();
    assert_eq!((mends(&repaired), repaired.exit()), (vec![(9, Mend::NewlineAdded)], 0));
    desk.goes_on(&notes(1..=8));
}

#[test]
fn windows_line_ends_are_nothing_to_mend() {
    let desk = Desk::new();
    let text = String::from_utf8(desk.bytes()).unwrap().replace('\n', "\r\n");
    fs::write(&desk.path, &text).unwrap();
    assert!(!desk.repair().changed);
    assert_eq!(desk.bytes(), text.as_bytes());
}

#[test]
fn a_bad_line_in_the_middle_is_found_in_the_mirror() {
    let desk = Desk::new().remembered();
    let damaged = desk.change(|lines| lines[4][30..90].fill(b'\0'));
    let repaired = desk.repair();
    let found = Mend::Found { first: 4, last: 4, whence: Whence::Mirror };
    assert_eq!((mends(&repaired), repaired.exit()), (vec![(5, found)], 0));
    assert_eq!(desk.beside("gen-1"), [damaged]);
    desk.goes_on(&notes(1..=8));
}

#[test]
fn a_bad_line_is_found_in_what_was_set_aside() {
    let desk = Desk::new();
    let aside = desk.folder.path().join("спринт.viche.quarantine-20260618T060000Z");
    fs::write(aside, desk.lines()[4].clone()).unwrap();
    desk.change(|lines| lines[4] = b"\x00\x00\x00\n".to_vec());
    let repaired = desk.repair();
    let found = Mend::Found { first: 4, last: 4, whence: Whence::Quarantine };
    assert_eq!(mends(&repaired), [(5, found)]);
    desk.goes_on(&notes(1..=8));
}

#[test]
fn a_bad_line_is_found_in_a_file_in_which_a_run_went_on() {
    let desk = Desk::new();
    let shelf = Shelf::of(&desk.state(), store::read(&desk.path).unwrap().0.file);
    fs::create_dir_all(shelf.folder()).unwrap();
    fs::copy(&desk.path, shelf.fallback(RUN)).unwrap();
    desk.change(|lines| lines[4] = b"\x00\x00\x00\n".to_vec());
    let found = Mend::Found { first: 4, last: 4, whence: Whence::Fallback };
    assert_eq!(mends(&desk.repair()), [(5, found)]);
    desk.goes_on(&notes(1..=8));
}

#[test]
fn a_step_of_a_mended_file_is_found_in_the_generation_before() {
    let desk = Desk::new();
    desk.change(|lines| lines.swap(2, 3));
    desk.repair();
    desk.change(|lines| lines[6] = b"\x00\x00\x00\n".to_vec());
    let found = Mend::Found { first: 6, last: 6, whence: Whence::Generation };
    assert_eq!(mends(&desk.repair()), [(7, Mend::JunkSetAside { bytes: 4 }), (8, found)]);
    assert_eq!((desk.beside("gen-1").len(), desk.beside("gen-2").len()), (1, 1));
    desk.goes_on(&notes(1..=8));
}

#[test]
fn a_bad_hash_alone_is_made_anew_from_the_next_line() {
    let desk = Desk::new();
    for spoil in [b"ffffffff".as_slice(), b"zz\0\0\xff\xff\"}"] {
        desk.change(|lines| {
            let at = lines[4].len() - 20;
            lines[4][at..at + 8].copy_from_slice(spoil);
        });
        assert_eq!(mends(&desk.repair()), [(5, Mend::Resealed { step: 4 })]);
    }
    desk.goes_on(&notes(1..=8));
}

#[test]
fn a_single_damaged_byte_is_found_wherever_it_stands() {
    let whole = Desk::new();
    let len = whole.lines()[4].len();
    for (at, is) in
        [(0, b'['), (7, 0), (40, b'\n'), (150, 0xff), (200, b'x'), (len - 30, b'!'), (len - 2, b']')]
    {
        let desk = Desk::new();
        desk.change(|lines| lines[4][at] = is);
        let repaired = desk.repair();
        let [(5, Mend::ByteFound { step: 4 } | Mend::Resealed { step: 4 })] = mends(&repaired)[..] else {
            panic!("byte {at}: {:?}", repaired.mends);
        };
        assert_eq!(repaired.exit(), 0);
        desk.goes_on(&notes(1..=8));
    }
}

#[test]
fn two_bad_lines_next_to_each_other_are_found_one_by_the_other() {
    let desk = Desk::new();
    desk.change(|lines| {
        lines[4][50] = 0;
        lines[5][60] = 0xff;
    });
    let found = |line, step| (line, Mend::ByteFound { step });
    assert_eq!(mends(&desk.repair()), [found(5, 4), found(6, 5)]);
    desk.goes_on(&notes(1..=8));
}

#[test]
fn a_line_that_nobody_knows_keeps_its_bytes_in_the_file() {
    for (spoilt, is_text) in [("Ми не знаємо, що тут було\n".as_bytes(), true), (b"\x00\xff\xfe\n", false)]
    {
        let desk = Desk::new();
        let damaged = desk.change(|lines| lines[4] = spoilt.to_vec());
        let repaired = desk.repair();
        let kept = Mend::Kept { bytes: spoilt.len() as u64 };
        assert_eq!(mends(&repaired), [(5, kept), (6, Mend::Missing { first: 4, last: 4 })]);
        assert_eq!(repaired.exit(), 2);
        assert_eq!(
            (desk.beside("gen-1"), desk.beside("quarantine-")),
            (vec![damaged], vec![spoilt.to_vec()])
        );
        let added = desk.added();
        assert!(matches!(added[0].facts[..], [Fact::Run(_)]));
        assert_eq!(kept_of(&added, 5), spoilt.strip_suffix(b"\n").unwrap());
        let missing = Fact::from(damaged::Fact::Missing { first: 4, last: 4 });
        assert_eq!(added[1].facts.last(), Some(&missing));
        let Fact::Damaged(damaged::Fact::Kept { bytes, .. }) = &added[1].facts[0] else {
            panic!("{added:?}")
        };
        assert_eq!(matches!(bytes, Bytes::Text(_)), is_text);
        desk.goes_on(&without(notes(1..=8), &[4]));
    }
}

#[test]
fn what_a_repair_keeps_may_be_longer_than_a_line() {
    let desk = Desk::new();
    let long = [vec![0xff; 3 << 20], vec![b'\n']].concat();
    desk.change(|lines| lines[4] = long.clone());
    assert_eq!(desk.repair().exit(), 2);
    assert_eq!(kept_of(&desk.added(), 5), &long[..3 << 20]);
    desk.goes_on(&without(notes(1..=8), &[4]));
}

#[test]
fn glued_lines_are_two_again() {
    for glue in ["", "?", "\0\0"] {
        let desk = Desk::new();
        desk.change(|lines| {
            lines[4].pop();
            lines[4].extend_from_slice(glue.as_bytes());
        });
        let repaired = desk.repair();
        assert!(mends(&repaired).contains(&(5, Mend::Split)), "{glue:?}: {:?}", repaired.mends);
        assert_eq!(repaired.exit(), 0);
        let aside: Vec<Vec<u8>> =
            [glue.as_bytes().to_vec()].into_iter().filter(|glue| !glue.is_empty()).collect();
        assert_eq!(desk.beside("quarantine-"), aside, "{glue:?}");
        desk.goes_on(&notes(1..=8));
    }
}

#[test]
fn a_line_that_stands_twice_stands_once() {
    let desk = Desk::new();
    desk.change(|lines| lines.insert(6, lines[3].clone()));
    let repaired = desk.repair();
    assert_eq!((mends(&repaired), repaired.exit()), (vec![(7, Mend::DoubleDropped)], 0));
    desk.goes_on(&notes(1..=8));
}

#[test]
fn swapped_lines_are_put_in_order_by_their_chain() {
    let desk = Desk::new();
    desk.change(|lines| lines[1..].reverse());
    let repaired = desk.repair();
    assert_eq!(repaired.exit(), 0);
    assert!(mends(&repaired).iter().all(|(_, mend)| matches!(mend, Mend::PutInOrder { .. })), "{repaired:?}");
    desk.goes_on(&notes(1..=8));
}

#[test]
fn missing_lines_are_fetched_by_their_hashes() {
    let desk = Desk::new().remembered();
    desk.change(|lines| drop(lines.drain(3..6)));
    let found = Mend::Found { first: 3, last: 5, whence: Whence::Mirror };
    assert_eq!(mends(&desk.repair()), [(4, found)]);
    desk.goes_on(&notes(1..=8));
}

#[test]
fn missing_lines_that_nobody_has_are_named() {
    let desk = Desk::new();
    desk.change(|lines| drop(lines.drain(3..6)));
    let repaired = desk.repair();
    assert_eq!((mends(&repaired), repaired.exit()), (vec![(4, Mend::Missing { first: 3, last: 5 })], 2));
    let missing = Fact::from(damaged::Fact::Missing { first: 3, last: 5 });
    assert_eq!(desk.added()[1].facts, [missing]);
    desk.goes_on(&without(notes(1..=8), &[3, 4, 5]));
}

#[test]
fn of_missing_lines_those_that_are_known_come_back() {
    let desk = Desk::new();
    let aside = desk.folder.path().join("спринт.viche.quarantine-20260618T060000Z");
    fs::write(aside, desk.lines()[5].clone()).unwrap();
    desk.change(|lines| drop(lines.drain(3..6)));
    let found = Mend::Found { first: 5, last: 5, whence: Whence::Quarantine };
    assert_eq!(mends(&desk.repair()), [(4, Mend::Missing { first: 3, last: 4 }), (4, found)]);
    desk.goes_on(&without(notes(1..=8), &[3, 4]));
}

#[test]
fn a_file_that_ends_too_soon_is_completed_from_the_mirror() {
    let desk = Desk::new().remembered();
    let whole = desk.bytes();
    desk.change(|lines| lines.truncate(6));
    assert_eq!(desk.compare(), Some(Remembered::Shorter { ends: 5, seen: 8 }));
    let repaired = desk.repair();
    assert_eq!(mends(&repaired), [(6, Mend::PutBack { first: 6, last: 8 })]);
    assert_eq!((repaired.exit(), repaired.older), (0, None));
    assert_eq!(desk.bytes(), whole, "byte for byte");
    assert_eq!(desk.compare(), None);
    desk.goes_on(&notes(1..=8));
}

#[test]
fn a_short_file_that_went_on_gets_what_it_lacks_behind_what_it_has() {
    let desk = Desk::new().remembered();
    desk.change(|lines| lines.truncate(6));
    let other = heard(RunId(0xb), 6, "написано в коротшому файлі");
    store::open(&desk.path).unwrap().journal.append(std::slice::from_ref(&other)).unwrap();
    desk.remember();
    assert_eq!(desk.compare(), Some(Remembered::Shorter { ends: 6, seen: 8 }), "it is said again");
    let repaired = desk.repair();
    assert_eq!(mends(&repaired), [(7, Mend::Rerecorded { steps: 3 })]);
    let texts: Vec<Vec<Fact>> = desk.added()[1..].iter().map(|step| step.facts.clone()).collect();
    assert_eq!(texts.len(), 3);
    assert_eq!(desk.added()[3].facts, notes(8..=8)[0].facts);
    desk.goes_on(&[notes(1..=5), vec![other]].concat());
}

#[test]
fn what_was_seen_and_lies_nowhere_is_said() {
    let desk = Desk::new().remembered();
    let shelf = Shelf::of(&desk.state(), store::read(&desk.path).unwrap().0.file);
    fs::remove_file(shelf.mirror()).unwrap();
    desk.change(|lines| lines.truncate(6));
    let repaired = desk.repair();
    assert_eq!((mends(&repaired), repaired.exit()), (vec![(6, Mend::SeenOnly { seen: 8 })], 2));
    assert!(!repaired.changed);
    desk.goes_on(&notes(1..=5));
}

/// Changes a word of a line, and nothing else.
fn edit(line: &[u8]) -> Vec<u8> {
    String::from_utf8(line.to_vec()).unwrap().replace("came at six", "came at ten o'clock").into_bytes()
}

#[test]
fn a_change_by_hand_is_only_taken_when_somebody_says_so() {
    for line in [4, 8] {
        let desk = Desk::new().remembered();
        let damaged = desk.change(|lines| lines[line] = edit(&lines[line]));
        let step = line as StepNo;
        let repaired = desk.repair();
        assert_eq!(mends(&repaired), [(step + 1, Mend::Edited { step })]);
        assert!(repaired.waits_for_edits() && repaired.exit() == 2 && desk.bytes() == damaged);

        let repaired = desk.try_repair(true).unwrap();
        assert_eq!((mends(&repaired), repaired.exit()), (vec![(step + 1, Mend::EditAccepted { step })], 0));
        assert_eq!(desk.beside("gen-1"), [damaged]);
        assert_eq!(
            desk.beside("quarantine-"),
            [edit(&Desk::new().remembered().lines()[line])].map(|_| repaired_line(&desk, line))
        );
        let mut expected = notes(1..=8);
        let text = "Довідку просили двічі, I came at ten o'clock, у черзі";
        expected[line - 1] = heard(RUN, step, &format!("{text} {step}-й"));
        desk.goes_on(&expected);
    }
}

/// A line of the generation that was damaged.
fn repaired_line(desk: &Desk, line: usize) -> Vec<u8> {
    let damaged = desk.beside("gen-1").remove(0);
    damaged.split_inclusive(|byte| *byte == b'\n').nth(line).unwrap().to_vec()
}

#[test]
fn many_lines_changed_by_hand_are_linked_anew() {
    let desk = Desk::new();
    let text = String::from_utf8(desk.bytes()).unwrap().replace("came at six", "came at ten");
    fs::write(&desk.path, text).unwrap();
    assert!(desk.repair().waits_for_edits());
    assert_eq!(desk.try_repair(true).unwrap().exit(), 0);
    let ten = |step: Step| {
        heard(RUN, step.s, &format!("Довідку просили двічі, I came at ten, у черзі {}-й", step.s))
    };
    desk.goes_on(&notes(1..=8).into_iter().map(ten).collect::<Vec<_>>());
}

#[test]
fn a_change_by_hand_with_a_new_hash_is_a_change_by_hand() {
    let desk = Desk::new().remembered();
    let other = Desk::with(&notes(1..=3));
    let lines = desk.lines();
    // The same chain up to there, then another step of the same number with a true hash.
    fs::write(&other.path, lines[..4].concat()).unwrap();
    let rewritten = heard(RUN, 4, "переписано руками");
    store::open(&other.path).unwrap().journal.append(std::slice::from_ref(&rewritten)).unwrap();
    let damaged = desk.change(|lines| lines[4] = other.lines()[4].clone());
    assert_eq!(mends(&desk.repair()), [(5, Mend::Edited { step: 4 })]);
    assert_eq!(desk.bytes(), damaged);
    assert_eq!(mends(&desk.try_repair(true).unwrap()), [(5, Mend::EditAccepted { step: 4 })]);
    let mut expected = notes(1..=8);
    expected[3] = rewritten;
    desk.goes_on(&expected);
}

/// A file with two branches behind its fifth step, as git leaves it: ours, then theirs.
fn merged(marks: [&str; 3]) -> (Desk, Vec<Step>, Vec<Step>) {
    let desk = Desk::with(&notes(1..=5));
    let base = desk.bytes();
    let branch = |w: u32, texts: &[&str]| {
        let steps: Vec<Step> = (6..).zip(texts).map(|(s, text)| heard(RunId(w), s, text)).collect();
        fs::write(&desk.path, &base).unwrap();
        store::open(&desk.path).unwrap().journal.append(&steps).unwrap();
        (steps, desk.bytes()[base.len()..].to_vec())
    };
    let (ours, our_lines) = branch(0xb, &["наша нотатка", "ours too"]);
    let (theirs, their_lines) = branch(0xc, &["їхня нотатка", "theirs too", "і ще одна"]);
    let [first, middle, last] = marks.map(|mark| mark.as_bytes().to_vec());
    fs::write(&desk.path, [base, first, our_lines, middle, their_lines, last].concat()).unwrap();
    (desk, ours, theirs)
}

#[test]
fn two_branches_that_git_put_together_become_one_file() {
    let conflict = ["<<<<<<< HEAD\n", "=======\n", ">>>>>>> other\n"];
    for marks in [["", "", ""], conflict] {
        let (desk, ours, theirs) = merged(marks);
        assert_eq!(store::check(&desk.path).exit, 2);
        let repaired = desk.repair();
        assert_eq!(repaired.exit(), 0, "{:?}", repaired.mends);
        assert!(repaired.mends.iter().any(|one| one.mend == Mend::Rerecorded { steps: 3 }));
        let marked = repaired.mends.iter().filter(|one| one.mend == Mend::ConflictMark).count();
        assert_eq!(marked, if marks == conflict { 3 } else { 0 });
        assert_eq!(desk.beside("quarantine-").concat(), marks.concat().as_bytes());
        let added = desk.added();
        let came: Vec<_> = added[1..].iter().map(|step| (step.from, step.at, step.by)).collect();
        let wanted: Vec<_> = theirs.iter().map(|step| (Some(step.origin()), step.at, step.by)).collect();
        assert_eq!(came, wanted);
        desk.goes_on(&[notes(1..=5), ours].concat());
    }
}

#[test]
fn a_long_step_that_lost_a_line_is_kept_as_what_is_left_of_it() {
    let long = |s, n: u32| {
        let texts = (0..n).map(|n| heard(RUN, s, &format!("{n} {}", "ї".repeat(1_900))).facts.remove(0));
        Step { facts: texts.collect(), ..heard(RUN, s, "") }
    };
    let steps = [notes(1..=3), vec![long(4, 300)], notes(5..=6)].concat();
    let desk = Desk::with(&steps);
    let lines = desk.lines().len();
    assert!(lines > 8, "the step is a group of {} lines", lines - 6);
    desk.change(|lines| lines[5][40..2_000].fill(0));
    let repaired = desk.repair();
    assert_eq!(repaired.exit(), 2);
    assert!(repaired.mends.iter().any(|one| one.mend == Mend::Unusable { step: 4 }), "{:?}", repaired.mends);
    desk.goes_on(&without(steps, &[4]));
}

#[test]
fn a_newer_file_is_refused() {
    let desk = Desk::new();
    let text = String::from_utf8(desk.bytes()).unwrap();
    let sealed = text.split(",\"h\":\"").next().unwrap().replacen("\"viche\":1", "\"viche\":2", 1);
    let hash: String = {
        use sha2::{Digest, Sha256};
        Sha256::digest(&sealed)[..16].iter().map(|byte| format!("{byte:02x}")).collect()
    };
    let newer = desk.change(|lines| {
        lines[0] = format!("{sealed},\"h\":\"{hash}\"}}\n").into_bytes();
        lines.swap(3, 4);
    });
    assert!(matches!(desk.try_repair(true), Err(StoreError::NewerVersion { .. })));
    assert_eq!(desk.bytes(), newer);
}

#[test]
fn a_damaged_header_is_found_by_its_hash() {
    let spoil: [fn(&mut Vec<u8>); 3] =
        [|line| line[2] = 0, |line| line[60..120].fill(0), |line| *line = b"\x00\x00\n".to_vec()];
    for spoil in spoil {
        let desk = Desk::new().remembered();
        let file = store::read(&desk.path).unwrap().0.file;
        desk.change(|lines| spoil(&mut lines[0]));
        assert_eq!(store::check(&desk.path).exit, 2);
        let repaired = desk.repair();
        assert_eq!((mends(&repaired), repaired.exit()), (vec![(1, Mend::HeaderFound)], 0));
        let header = store::read(&desk.path).unwrap().0;
        assert_eq!((header.file, header.generation), (file, 2));
        desk.goes_on(&notes(1..=8));
    }
}

#[test]
fn a_header_whose_name_can_be_read_is_made_anew() {
    let desk = Desk::new();
    let file = store::read(&desk.path).unwrap().0.file;
    desk.change(|lines| lines[0][90..130].fill(b' '));
    assert_eq!(mends(&desk.repair()), [(1, Mend::HeaderRebuilt)]);
    assert_eq!(store::read(&desk.path).unwrap().0.file, file);
    desk.goes_on(&notes(1..=8));
}

#[test]
fn a_header_that_nobody_knows_is_said_and_nothing_is_changed() {
    let desk = Desk::new();
    let damaged = desk.change(|lines| lines[0] = b"\x00\x00\n".to_vec());
    assert!(matches!(desk.try_repair(true), Err(StoreError::Damaged { line: 1, .. })));
    assert_eq!(desk.bytes(), damaged);
    assert_eq!(fs::read_dir(desk.folder.path()).unwrap().count(), 1);
}

#[test]
fn what_is_no_sprint_and_what_is_in_use_is_left_alone() {
    let desk = Desk::new();
    let _journal: Journal = store::open(&desk.path).unwrap().journal;
    assert!(matches!(desk.try_repair(false), Err(StoreError::InUseByUnknown { .. })));
    let other = Desk::new();
    fs::write(&other.path, "just some notes\n").unwrap();
    assert!(matches!(other.try_repair(true), Err(StoreError::NotASprint { .. })));
    assert_eq!(other.bytes(), b"just some notes\n");
}

#[test]
fn many_kinds_of_damage_at_once_are_all_mended() {
    let desk = Desk::with(&notes(1..=30)).remembered();
    desk.change(|lines| {
        lines[25].pop();
        lines.swap(20, 21);
        lines[15][44] ^= 0x80;
        lines.insert(12, lines[3].clone());
        lines.drain(8..10);
        lines[5] = b"\x00\x00\x00\x00\n".to_vec();
        lines.push(b"{\"s\":31".to_vec());
    });
    let repaired = desk.repair();
    assert_eq!(repaired.exit(), 0, "{:?}", repaired.mends);
    assert!(repaired.mends.windows(2).all(|pair| pair[0].line <= pair[1].line));
    desk.goes_on(&notes(1..=30));
}

#[test]
fn a_file_of_twenty_thousand_steps_is_mended_whole() {
    let desk = Desk::with(&notes(1..=20_000)).remembered();
    desk.change(|lines| {
        lines.truncate(19_900);
        lines.swap(15_000, 15_001);
        lines.drain(9_000..9_100);
        lines[5_000][30..120].fill(0);
    });
    let repaired = desk.repair();
    assert_eq!(repaired.exit(), 0, "{:?}", repaired.mends);
    desk.goes_on(&notes(1..=20_000));
}

#[test]
fn any_single_byte_of_a_file_may_be_damaged() {
    let desk = Desk::with(&notes(1..=3)).remembered();
    let bytes = desk.bytes();
    for at in (0..bytes.len()).step_by(19) {
        for is in [bytes[at] ^ 1, b'\n', 0xff] {
            desk.clear_beside();
            let mut damaged = bytes.clone();
            damaged[at] = is;
            fs::write(&desk.path, &damaged).unwrap();
            let repaired = desk.try_repair(false);
            let Ok(repaired) = repaired else { panic!("byte {at} as {is}: {repaired:?}") };
            assert_eq!(repaired.exit(), 0, "byte {at} as {is}: {:?}", repaired.mends);
            let steps = store::read(&desk.path).unwrap().1;
            assert_eq!(steps, notes(1..=3), "byte {at} as {is}: {:?}", repaired.mends);
        }
    }
}

/// Files that nobody may rewrite, and what is no sprint.
const REFUSED: [&str; 3] = ["newer.viche", "newer-form.viche", "empty.viche"];

#[test]
fn every_kind_of_damaged_file_that_was_ever_seen_is_mended() {
    let files = fs::read_dir("tests/golden/files").unwrap().map(|entry| entry.unwrap().path());
    let sprints: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|end| end == "viche")).collect();
    assert!(sprints.len() > 30);
    for file in sprints {
        let desk = Desk::new();
        fs::copy(&file, &desk.path).unwrap();
        let before = desk.bytes();
        let name = file.file_name().unwrap().to_str().unwrap();
        let steps = store::check(&desk.path).steps;
        let repaired = desk.try_repair(true);
        if REFUSED.contains(&name) {
            assert!(repaired.is_err() && desk.bytes() == before, "{name}");
            continue;
        }
        let repaired = repaired.unwrap();
        assert!(repaired.report.exit == 0 && repaired.report.steps >= steps, "{name}: {repaired:?}");
        let mut opened = store::open(&desk.path).unwrap();
        opened.journal.append(&[heard(RunId(2), opened.journal.last() + 1, "після лагодження")]).unwrap();
        drop(opened);
        assert_eq!(store::check(&desk.path).exit, 0, "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_bytes_in_the_middle_never_cost_a_good_step(
        at in 0.1..0.95_f64,
        noise in prop::collection::vec(any::<u8>(), 0..160),
        instead in 0_usize..200,
    ) {
        let desk = Desk::new();
        let bytes = desk.bytes();
        let at = (at * bytes.len() as f64) as usize;
        let mut damaged = bytes.clone();
        damaged.splice(at..(at + instead).min(bytes.len()), noise);
        fs::write(&desk.path, &damaged).unwrap();
        let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
        let mut good = notes(1..=8);
        good.retain(|step| memchr::memmem::find(&damaged, lines[step.s as usize]).is_some());
        desk.try_repair(true).unwrap();
        let steps = store::read(&desk.path).unwrap().1;
        for step in good {
            prop_assert!(steps.contains(&step), "step {} is gone", step.s);
        }
        prop_assert_eq!(store::check(&desk.path).exit, 0);
    }
}
