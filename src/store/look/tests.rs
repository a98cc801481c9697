//! What is shown of a file with each kind of trouble. The bytes are never changed: they are only lent.

use super::super::Hash;
use super::super::format::{encode_header, encode_step};
use super::*;
use crate::domain::id::{Id, InterviewId, NoteId, RunId};
use crate::domain::{Fact, Seat, Stamp, StepNo, note};

const RUN: RunId = RunId(0x100c);
const SAID: [&str; 5] =
    ["Довідку просили двічі", "I came at six", "Ліфт не працює", "Nobody at window four", "Черга з шостої"];

fn header() -> Header {
    Header::new(uuid::Uuid::from_u128(7), 1_781_762_400_000)
}

fn step(s: StepNo) -> Step {
    let id = |n| Id { run: RUN, n };
    let (code, kind, text) = (s as u32, note::Kind::Quote, Clean::new(SAID[s as usize - 1]));
    let (id, interview) = (NoteId::from(id(code)), InterviewId::from(id(90)));
    let fact = note::Fact::Added { id, code, interview, kind, text, section: 0, offset_ms: 0 };
    let at = Stamp { t_ms: s as i64, m_ms: s };
    Step { s, w: RUN, at, by: Seat::Team(3), facts: vec![fact.into()], from: None }
}

/// The lines of a file of five steps under this header, each with its newline; the header's is the first.
fn lines_under(header: &Header) -> Vec<String> {
    let mut bytes = Vec::new();
    let mut hash: Hash = encode_header(header, &mut bytes);
    for s in 1..=5 {
        hash = encode_step(&step(s), hash, &mut bytes).unwrap();
    }
    String::from_utf8(bytes).unwrap().split_inclusive('\n').map(str::to_owned).collect()
}

fn lines() -> Vec<String> {
    lines_under(&header())
}

#[track_caller]
fn seen(bytes: impl AsRef<[u8]>) -> Look {
    look_bytes(bytes.as_ref(), "sprint.viche").unwrap()
}

fn numbers(look: &Look) -> Vec<StepNo> {
    look.steps.iter().map(|step| step.s).collect()
}

/// Claims which steps are shown, and which line is told as damaged for what, with these words in its text.
#[track_caller]
fn claims(look: &Look, steps: &[StepNo], line: u64, kind: FindingKind, text: &str) {
    assert_eq!(numbers(look), steps);
    let damage = look.damage.as_ref().expect("damage");
    assert_eq!((damage.line, damage.kind), (line, kind));
    assert!(damage.text.as_str().contains(text), "{:?}", damage.text);
    assert_eq!(look.newer, None);
}

#[test]
fn a_file_in_order_is_shown_whole() {
    let look = seen(lines().concat());
    assert_eq!(
        (look.header, numbers(&look), &look.damage, look.newer),
        (Some(header()), vec![1, 2, 3, 4, 5], &None, None)
    );
    assert!(look.notices.is_empty());
}

#[test]
fn a_torn_end_is_no_damage_and_nothing_is_set_aside() {
    let whole = lines().concat();
    let look = seen(&whole[..whole.len() - 9]);
    assert_eq!((numbers(&look), &look.damage), (vec![1, 2, 3, 4], &None));
    assert!(matches!(look.notices[..], [Notice::TornTail { quarantine: None, .. }]));
}

#[test]
fn a_bad_line_in_the_middle_is_told_with_its_text_and_the_rest_is_shown() {
    let mut bad = lines();
    bad[3] = bad[3].replace("\"s\":3", "\"s:3");
    claims(&seen(bad.concat()), &[1, 2, 4, 5], 4, FindingKind::Garbled, "Ліфт не працює");
}

#[test]
fn of_a_line_of_zeros_nothing_can_be_read() {
    let mut bad = lines();
    bad[3] = format!("{}\n", "\0".repeat(300));
    let look = seen(bad.concat());
    claims(&look, &[1, 2, 4, 5], 4, FindingKind::Garbled, "");
    assert!(look.damage.unwrap().text.is_empty());
}

#[test]
fn a_line_that_somebody_edited_is_told_as_it_stands_and_does_not_count() {
    let mut bad = lines();
    bad[2] = bad[2].replace("at six", "at ten");
    let look = seen(bad.concat());
    claims(&look, &[1, 3, 4, 5], 3, FindingKind::Edited, "I came at ten");
    let text = look.damage.unwrap().text;
    assert!(text.as_str().starts_with("{\"note\"") && !text.as_str().contains("\"h\""), "{text}");
}

#[test]
fn lines_that_are_missing_or_swapped_are_named_and_the_rest_is_shown() {
    let mut missing = lines();
    missing.drain(2..4);
    claims(&seen(missing.concat()), &[1, 4, 5], 3, FindingKind::Missing { first: 2, last: 3 }, "window four");
    let mut swapped = lines();
    swapped.swap(2, 3);
    claims(&seen(swapped.concat()), &[1, 3, 4, 5], 3, FindingKind::Missing { first: 2, last: 2 }, "Ліфт");
}

#[test]
fn two_lines_without_a_newline_between_them_are_both_shown() {
    let mut glued = lines();
    glued[2] = glued[2].trim_end().to_owned();
    claims(&seen(glued.concat()), &[1, 2, 3, 4, 5], 3, FindingKind::Glued, "I came at six");
}

#[test]
fn a_header_that_is_damaged_edited_or_gone_leaves_its_steps() {
    let mut edited = lines();
    edited[0] = edited[0].replace("06:00", "07:00");
    let look = seen(edited.concat());
    claims(&look, &[1, 2, 3, 4, 5], 1, FindingKind::Edited, "viche");
    assert_eq!(look.header.map(|header| header.file), Some(header().file));
    let mut garbled = lines();
    garbled[0] = garbled[0].replace("\"min\"", "\"mi");
    let look = seen(garbled.concat());
    claims(&look, &[1, 2, 3, 4, 5], 1, FindingKind::Garbled, "viche");
    assert_eq!(look.header, None);
    let look = seen(lines()[1..].concat());
    claims(&look, &[1, 2, 3, 4, 5], 1, FindingKind::Garbled, "двічі");
}

#[test]
fn a_newer_file_is_shown_as_far_as_it_is_understood_and_not_called_damaged() {
    let newer = Header { viche: 3, min: 2, ..header() };
    let mut file = lines_under(&newer);
    file[2] = file[2].replace("\"by\":\"T3\"", "\"by\":\"a choir\"");
    let later = r#"{"weather":{"sunny":{"degrees":21}}}"#;
    let mut bytes = file.concat().into_bytes();
    let facts = vec![Fact::Unknown(later.into()), step(1).facts.remove(0)];
    encode_step(&Step { s: 6, facts, ..step(1) }, Hash::ZERO, &mut bytes).unwrap();
    let look = seen(bytes);
    assert_eq!((look.header, look.newer, &look.damage), (Some(newer), Some(2), &None));
    assert_eq!(numbers(&look), [1, 3, 4, 5, 6]);
    assert_eq!(look.steps[4].facts[0], Fact::Unknown(later.into()));
}

#[test]
fn a_long_line_is_cut_to_what_fits_a_screen_and_can_move_no_cursor() {
    let mut bad = lines();
    bad[3] = format!("\u{1b}[2J{}\n", "нескінченний рядок ".repeat(100_000));
    let look = seen(bad.concat());
    let text = look.damage.unwrap().text;
    assert!(text.as_str().chars().count() <= TEXT_CHARS_MAX + 1 && text.as_str().ends_with('…'), "{text}");
    assert!(!text.as_str().contains('\u{1b}'));
}

#[test]
fn what_is_no_sprint_is_refused() {
    for bytes in [&b""[..], b"name;text\n1;\xd0\xb4\n", b"{}\n", &[0; 4096]] {
        let error = look_bytes(bytes, "notes.txt").unwrap_err();
        assert!(matches!(error, StoreError::NotASprint { .. }), "{bytes:?}: {error}");
    }
}

#[test]
fn whatever_byte_is_damaged_most_is_shown_and_only_what_was_written() {
    let whole = lines().concat().into_bytes();
    let steps: Vec<Step> = (1..=5).map(step).collect();
    for at in 0..whole.len() {
        for is in [whole[at] ^ 1, whole[at] ^ 0x80, b'\n', 0] {
            let mut bytes = whole.clone();
            bytes[at] = is;
            let look = seen(bytes);
            assert!(look.steps.len() >= 4, "byte {at} as {is}: {} steps", look.steps.len());
            assert!(look.steps.iter().all(|step| steps.contains(step)), "byte {at} as {is}");
        }
    }
}

#[test]
fn a_look_takes_no_lock_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("services.viche");
    let mut bad = lines();
    bad[3] = bad[3].replace("Ліфт", "Ескалатор");
    std::fs::write(&path, bad.concat()).unwrap();
    let held = std::fs::File::options().read(true).append(true).open(&path).unwrap();
    held.try_lock().unwrap();
    assert_eq!(numbers(&look(&path).unwrap()), [1, 2, 4, 5]);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), bad.concat());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    assert!(matches!(look(folder.path()), Err(StoreError::IsFolder { .. })));
}
