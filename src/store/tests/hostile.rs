//! Files made by somebody who knows the format and means no good: whatever seal can be made true is true. None
//! may stop the program, take its time or memory away, or write to a terminal; each is told as the table of the
//! design says, and what may be opened goes on.

use super::super::format::STEP_NO_MAX;
use super::super::hash::Hash;
use super::*;

const MIB: usize = 1 << 20;
const ZERO: &str = "00000000000000000000000000000000";

/// A line around `text`, with a seal that is true, and its hash.
fn sealed(text: &str) -> (String, Hash) {
    let hash = Hash::of(text.as_bytes());
    (format!("{text},\"h\":\"{hash}\"}}\n"), hash)
}

/// A file whose lines are chained and sealed. `P` in a line stands for the hash of the one before.
fn file_of_text(header: &str, lines: &[String]) -> Vec<u8> {
    let (mut file, mut hash) = sealed(header);
    for line in lines {
        let (line, next) = sealed(&line.replace("\"p\":P", &format!("\"p\":\"{hash}\"")));
        file.push_str(&line);
        hash = next;
    }
    file.into_bytes()
}

fn header_with(viche: &str, min: &str, generation: &str, t: &str) -> String {
    format!(
        r#"{{"viche":{viche},"min":{min},"file":"00000000-0000-0000-0000-00005eedcafe","gen":{generation},"prev":"{ZERO}","t":"{t}""#
    )
}

fn plain_header() -> String {
    header_with("1", "1", "1", "2026-06-18T06:00:00.000Z")
}

/// A step of this number, frame and facts, all as text.
fn step_with(s: &str, extra: &str, m: &str, facts: &str) -> String {
    format!(
        r#"{{"s":{s},{extra}"w":"a3f90b12","p":P,"t":"2026-06-18T06:00:01.500Z","m":{m},"by":"F","do":[{facts}]"#
    )
}

fn note_with(text: &str) -> String {
    format!(
        r#"{{"note":{{"added":{{"id":"a3f90b12.1","code":1,"interview":"a3f90b12.9","kind":"quote","text":"{text}","section":1,"offset_ms":0}}}}}}"#
    )
}

/// A file of one step, as text.
fn file_of_step(step: String) -> Vec<u8> {
    file_of_text(&plain_header(), &[step])
}

/// The file is damaged in this line: told by both, opened by none, and no byte of it is changed.
#[track_caller]
fn is_damaged(bytes: &[u8], line: u64) {
    assert_eq!(check_bytes(bytes).exit, 2);
    let memory = Memory::holding(bytes);
    match reopen(&memory) {
        Err(StoreError::Damaged { line: told, .. }) => assert_eq!(told, line),
        other => panic!("{other:?}"),
    }
    assert!(memory.bytes() == bytes && memory.quarantined().is_empty());
}

/// The file opens with `notices` of them, and goes on.
#[track_caller]
fn opens(bytes: &[u8], notices: usize) -> Vec<Step> {
    let memory = Memory::holding(bytes);
    let opened = reopen(&memory).unwrap();
    assert_eq!(opened.notices.len(), notices, "{:?}", opened.notices);
    let steps = opened.steps.clone();
    goes_on(opened, &memory, &steps);
    steps
}

#[test]
fn a_header_of_a_version_beyond_all_numbers_is_a_newer_one() {
    for min in ["2", "4294967295", "4294967296", "18446744073709551615"] {
        let bytes = file_of_text(&header_with("7", min, "1", "2026-06-18T06:00:00.000Z"), &[]);
        let memory = Memory::holding(&bytes);
        assert!(matches!(reopen(&memory), Err(StoreError::NewerVersion { .. })), "{min}");
        assert_eq!((check_bytes(&bytes).exit, memory.bytes()), (3, bytes), "{min}");
    }
}

#[test]
fn odd_numbers_in_a_header_that_harm_nothing_are_read() {
    let time = "2026-06-18T06:00:00.000Z";
    for (viche, min, generation, t) in [
        ("0", "0", "0", time),
        ("4294967296", "1", "4294967295", time),
        ("1", "1", "1", "9999-12-31T23:59:59.999Z"),
        ("1", "1", "1", "0000-01-01T00:00:00.000Z"),
    ] {
        opens(&file_of_text(&header_with(viche, min, generation, t), &[]), 0);
    }
}

#[test]
fn numbers_that_no_header_can_hold_are_damage() {
    let time = "2026-06-18T06:00:00.000Z";
    for (min, generation, t) in [
        ("-1", "1", time),
        ("1.5", "1", time),
        ("1e400", "1", time),
        ("99999999999999999999", "1", time),
        ("null", "1", time),
        ("\"1\"", "1", time),
        ("[[[[]]]]", "1", time),
        ("1", "4294967296", time),
        ("1", "-1", time),
        ("1", "1", "10000-01-01T00:00:00.000Z"),
        ("1", "1", "2026-02-30T06:00:00.000Z"),
    ] {
        is_damaged(&file_of_text(&header_with("1", min, generation, t), &[]), 1);
    }
}

#[test]
fn the_highest_number_of_a_step_is_read_and_none_comes_after_it() {
    let bytes = file_of_step(step_with(&STEP_NO_MAX.to_string(), "", "0", ""));
    let memory = Memory::holding(&bytes);
    let mut opened = reopen(&memory).unwrap();
    let beyond = Step { s: STEP_NO_MAX + 1, ..step(1, Seat::Facilitator, vec![]) };
    let refused = opened.journal.append(&[beyond]);
    assert!(matches!(refused, Err(StoreError::Unwritable { .. })));
    assert_eq!(memory.bytes(), bytes);
}

#[test]
fn numbers_that_no_step_has_are_damage() {
    for s in ["9007199254740992", "18446744073709551615", "18446744073709551616", "-1", "1e3", "0.5"] {
        let next = step_with("2", "", "0", "");
        let bytes = file_of_text(&plain_header(), &[step_with(s, "", "0", ""), next]);
        is_damaged(&bytes, 2);
    }
    is_damaged(&file_of_step(step_with("0", "", "0", "")), 2);
    for group in ["[1,1,18446744073709551615]", "[1,0,0]", "[1,2,1]", "[9,1,2]", "[1,1,16385]", "[]"] {
        is_damaged(&file_of_step(step_with("1", &format!("\"g\":{group},"), "0", "")), 2);
    }
}

#[test]
fn the_latest_of_all_times_on_the_clock_is_read() {
    let steps = opens(&file_of_step(step_with("1", "", &u64::MAX.to_string(), "")), 0);
    assert_eq!(steps[0].at.m_ms, u64::MAX);
    is_damaged(&file_of_step(step_with("1", "", "18446744073709551616", "")), 2);
}

#[test]
fn a_fact_nested_ten_thousand_deep_is_kept_as_it_stands() {
    let deep = |open: &str, close: &str| open.repeat(10_000) + "1" + &close.repeat(10_000);
    for deep in [deep("[", "]"), deep("{\"a\":", "}")] {
        for fact in [format!("{{\"weather\":{deep}}}"), note_with("x").replace("\"x\"", &deep), deep] {
            let bytes = file_of_step(step_with("1", "", "0", &fact));
            let steps = opens(&bytes, 0);
            assert_eq!(steps[0].facts, [Fact::Unknown(fact.as_str().into())]);
            let line_after = file_of(&steps).bytes();
            assert!(memchr::memmem::find(&line_after, fact.as_bytes()).is_some(), "written otherwise");
        }
    }
}

#[test]
fn nesting_outside_of_the_facts_is_damage() {
    let deep = "[".repeat(10_000) + &"]".repeat(10_000);
    is_damaged(&file_of_step(step_with("1", &format!("\"x\":{deep},"), &deep, "")), 2);
    is_damaged(&file_of_text(&header_with("1", &deep, "1", "2026-06-18T06:00:00.000Z"), &[]), 1);
}

#[test]
fn a_line_longer_than_lines_may_be_is_damage_although_its_seal_is_true() {
    let long = step_with("1", "", "0", &note_with(&"x".repeat(LINE_BYTES_MAX)));
    is_damaged(&file_of_step(long.clone()), 2);
    is_damaged(&file_of_text(&plain_header(), &[long, step_with("2", "", "0", "")]), 2);
}

#[test]
fn a_long_line_of_garbage_is_a_torn_end_or_damage_by_what_follows() {
    let garbage = [b"{\"s\":1,".to_vec(), vec![b'x'; LINE_BYTES_MAX + 1], b"\n".to_vec()].concat();
    let whole = file_of(&morning()).bytes();
    assert_eq!(opens(&[&whole[..], &garbage].concat(), 1), morning());
    let ends = ends(&whole);
    is_damaged(&[&whole[..ends[2]], &garbage, &whole[ends[2]..]].concat(), 4);
}

#[test]
fn sixty_four_mebibytes_without_a_newline_are_looked_over_in_one_go() {
    let whole = file_of(&morning()).bytes();
    for (unit, mib) in [
        ("x", 64),
        ("[", 64),
        ("\0", 4),
        ("1,", 4),
        ("\"}", 4),
        ("{\"s\":", 4),
        (",\"h\":\"", 4),
        ("{\"s\":1,\"do\":[", 4),
    ] {
        let line = unit.repeat(mib * MIB / unit.len());
        let report = check_bytes(&[&whole[..], line.as_bytes()].concat());
        assert_eq!((report.exit, report.steps), (1, 5), "{unit:?}");
        assert_eq!(check_bytes(line.as_bytes()).exit, 3, "{unit:?}");
    }
}

#[test]
fn sixteen_mebibytes_of_facts_in_one_step_are_damage() {
    let frame = step_with("1", "", "0", "FACTS").replace("\"p\":P", &format!("\"p\":\"{ZERO}\""));
    for facts in ["1,".repeat(8 * MIB) + "1", "[".repeat(8 * MIB) + &"]".repeat(8 * MIB)] {
        let line = frame.replace("FACTS", &facts) + &format!(",\"h\":\"{ZERO}\"}}");
        let bytes = [file_of_text(&plain_header(), &[]), line.into_bytes()].concat();
        let report = check_bytes(&bytes);
        assert_eq!(report.findings, [Finding { line: 2, kind: FindingKind::Edited }]);
    }
}

#[test]
fn sixty_four_mebibytes_behind_the_last_step_are_set_aside() {
    let whole = file_of(&morning()).bytes();
    let memory = Memory::holding(&[&whole[..], &vec![b'x'; 64 * MIB]].concat());
    let opened = reopen(&memory).unwrap();
    assert_eq!(memory.quarantined().concat().len(), 64 * MIB);
    goes_on(opened, &memory, &morning());
}

#[test]
fn a_file_whose_newlines_were_all_taken_is_read_in_one_go() {
    let steps: Vec<Step> = (1..=20_000).map(|s| step(s, Seat::Facilitator, vec![])).collect();
    let memory = Memory::new();
    create_in(memory.clone(), "sprint.viche", header()).unwrap().append(&steps).unwrap();
    let mut bytes = memory.bytes();
    bytes.retain(|byte| *byte != b'\n');
    let report = check_bytes(&bytes);
    assert_eq!((report.exit, report.steps), (2, 20_000));
    is_damaged(&bytes, 1);
}

/// What moves cursors, sets titles, hides and turns words around, in a note somebody wrote into the file.
const TRICKS: [&str; 8] = [
    "\\u0000nothing",
    "\\u001b[2J\\u001b[Hnothing",
    "\\u001b]0;title\\u0007\\u001b]52;c;ZXZpbA==\\u001b\\\\",
    "\\u009b31mred",
    "left \\u202eright\\u202c left",
    "\\u2066isolated\\u2069",
    "tag\\udb40\\udc41ged",
    "line\\r\\nbreak\\u2028and\\u0085more",
];

#[test]
fn no_trick_in_a_note_comes_to_the_screen() {
    for trick in TRICKS {
        let bytes = file_of_step(step_with("1", "", "0", &note_with(trick)));
        let steps = opens(&bytes, 0);
        let [Fact::Note(note::Fact::Added { text, .. })] = steps[0].facts.as_slice() else {
            panic!("{trick}: {:?}", steps[0].facts);
        };
        let bad = |c: char| {
            c.is_control()
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}' | '\u{2028}')
        };
        assert!(!text.as_str().contains(bad), "{trick}: {text:?}");
    }
}

#[test]
fn marks_piled_on_a_letter_are_capped() {
    let piled = "a".to_owned() + &"\u{301}\u{489}".repeat(500);
    let steps = opens(&file_of_step(step_with("1", "", "0", &note_with(&piled))), 0);
    let [Fact::Note(note::Fact::Added { text, .. })] = steps[0].facts.as_slice() else { panic!() };
    assert!(text.as_str().chars().count() < 10, "{text:?}");
}

#[test]
fn a_bare_control_character_in_a_note_is_damage() {
    for control in ["\0", "\u{1b}[2J", "\u{7}"] {
        is_damaged(&file_of_step(step_with("1", "", "0", &note_with(control))), 2);
    }
}

#[test]
fn a_trick_written_in_without_a_new_seal_is_an_edit() {
    let text = String::from_utf8(file_of(&morning()).bytes()).unwrap();
    for trick in TRICKS {
        let edited = text.replace("came at six", trick);
        is_damaged(edited.as_bytes(), 4);
        assert_eq!(check_bytes(edited.as_bytes()).findings[0].kind, FindingKind::Edited, "{trick}");
    }
}
