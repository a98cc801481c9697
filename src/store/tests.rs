//! What the file promises, tried in memory. Each claim ends by appending again and reopening.

use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use proptest::prelude::*;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::format::{FACT_BYTES_MAX, LINE_BYTES_MAX, STEP_BYTES_MAX};
use super::*;
use crate::domain::id::{Id, InterviewId, NoteId, RunId, SourceId, ThemeId};
use crate::domain::{Fact, Origin, Seat, Stamp, Step, StepNo, note, request, run, theme};
use crate::text::Clean;

mod hostile;

const RUN: RunId = RunId(0xa3f9_0b12);
const MORNING_MS: i64 = 1_781_762_400_000;

fn header() -> Header {
    Header::new(Uuid::from_u128(0x5eed_cafe), MORNING_MS)
}

fn id<T: From<Id>>(n: u32) -> T {
    T::from(Id { run: RUN, n })
}

fn step(s: StepNo, by: Seat, facts: Vec<Fact>) -> Step {
    let at = Stamp { t_ms: MORNING_MS + s as i64 * 1_500, m_ms: 81_234_567 + s * 1_500 };
    Step { s, w: RUN, at, by, facts, from: None }
}

fn heard(n: u32, text: &str) -> Fact {
    Fact::Note(note::Fact::Added {
        id: id::<NoteId>(n),
        code: n,
        interview: id::<InterviewId>(9),
        kind: note::Kind::Quote,
        text: Clean::new(text),
        section: 1,
        offset_ms: 61_000,
    })
}

fn began() -> Fact {
    Fact::Run(run::Fact::Began {
        boot: Clean::new("3f1c"),
        pid: 4121,
        host: Clean::new("desk-2"),
        version: Clean::new("0.1.0"),
    })
}

/// A morning in a few steps, in both languages, with an undo and a step of two facts.
fn morning() -> Vec<Step> {
    let queue = theme::Fact::Added {
        id: id::<ThemeId>(3),
        code: 1,
        name: Clean::new("Черги з шостої ранку"),
        label: 0,
        tray: false,
    };
    let filed = note::Fact::Filed { notes: vec![id(1), id(2)], theme: Some(id(3)) };
    vec![
        step(1, Seat::Facilitator, vec![began()]),
        step(2, Seat::Team(3), vec![heard(1, "Довідку просили двічі — «бо так заведено»")]),
        step(3, Seat::Team(3), vec![heard(2, "I came at six and the queue was \"already\" out of the door")]),
        step(4, Seat::Facilitator, vec![queue.into(), filed.into()]),
        step(5, Seat::CommandLine, vec![Fact::Reverted { step: 4 }]),
    ]
}

/// Rows of an import, one chunk a fact.
fn import(s: StepNo, chunks: u32) -> Step {
    let rows = |first: u32| {
        let mut text = request::Texts::default();
        (0..512).for_each(|row| {
            text.push(&format!("Не працює ліфт у під'їзді {}, третій тиждень поспіль", first + row))
        });
        let source = id::<SourceId>(20);
        request::Chunk { source, first, text, category: vec![0; 512], district: vec![], date: vec![] }
    };
    let facts = (0..chunks).map(|n| request::Fact::Rows(Arc::new(rows(n * 512))).into()).collect();
    step(s, Seat::CommandLine, facts)
}

/// A file that holds `steps`, each appended alone.
fn file_of(steps: &[Step]) -> Memory {
    let memory = Memory::new();
    let mut journal = create_in(memory.clone(), "sprint.viche", header()).unwrap();
    for step in steps {
        journal.append(std::slice::from_ref(step)).unwrap();
    }
    memory
}

fn reopen(memory: &Memory) -> Result<Opened, StoreError> {
    open_in(memory.clone(), "sprint.viche")
}

/// Where the lines of a file end, newlines included.
fn ends(bytes: &[u8]) -> Vec<usize> {
    memchr::memchr_iter(b'\n', bytes).map(|at| at + 1).collect()
}

/// The file still takes a step, and all of `steps` and that one are read again without a word.
fn goes_on(mut opened: Opened, memory: &Memory, steps: &[Step]) {
    let next = step(opened.journal.last() + 1, Seat::Team(1), vec![heard(90, "після обіду / after lunch")]);
    opened.journal.append(std::slice::from_ref(&next)).unwrap();
    let mut all = steps.to_vec();
    all.push(next);
    let again = reopen(memory).unwrap();
    assert_eq!(again.steps, all);
}

#[test]
fn what_was_appended_is_read_again() {
    let memory = file_of(&morning());
    let opened = reopen(&memory).unwrap();
    assert_eq!(opened.steps, morning());
    assert_eq!((opened.header, opened.notices.as_slice()), (header(), &[][..]));
    assert_eq!(opened.journal.last(), 5);
    assert!(opened.journal.runs().contains(&RUN));
    assert_eq!(check_bytes(&memory.bytes()), Report { exit: 0, findings: vec![], steps: 5 });
    goes_on(opened, &memory, &morning());
}

#[test]
fn steps_that_come_together_are_lines_of_their_own() {
    let memory = Memory::new();
    create_in(memory.clone(), "sprint.viche", header()).unwrap().append(&morning()).unwrap();
    assert_eq!(memory.bytes(), file_of(&morning()).bytes());
    assert_eq!(ends(&memory.bytes()).len(), 6);
}

#[test]
fn a_line_stands_as_the_format_says() {
    let memory = file_of(&morning()[..2]);
    let text = String::from_utf8(memory.bytes()).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[0],
        r#"{"viche":1,"min":1,"file":"00000000-0000-0000-0000-00005eedcafe","gen":1,"prev":"00000000000000000000000000000000","t":"2026-06-18T06:00:00.000Z","h":"eed33b8e623dd258911e761488aa0cc3"}"#
    );
    assert_eq!(
        lines[1],
        r#"{"s":1,"w":"a3f90b12","p":"eed33b8e623dd258911e761488aa0cc3","t":"2026-06-18T06:00:01.500Z","m":81236067,"by":"F","do":[{"run":{"began":{"boot":"3f1c","pid":4121,"host":"desk-2","version":"0.1.0"}}}],"h":"f1f928f4df47b4cebd9d7a278c35ee51"}"#
    );
    assert!(lines[2].contains(r#""by":"T3","do":[{"note":{"added":{"id":"a3f90b12.1","code":1,"#));
    assert!(lines[2].contains("Довідку просили двічі — «бо так заведено»"));
}

#[test]
fn a_script_of_ten_lines_can_verify_a_file() {
    let text = String::from_utf8(file_of(&morning()).bytes()).unwrap();
    let mut before = String::new();
    for (n, line) in text.lines().enumerate() {
        let (sealed, seal) = line.split_at(line.len() - 40);
        let hex: String = Sha256::digest(sealed)[..16].iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(seal, format!(r#","h":"{hex}"}}"#));
        assert!(n == 0 || line.contains(&format!(r#""p":"{before}""#)));
        before = hex;
    }
}

#[test]
fn every_truncation_gives_the_whole_steps_before_it() {
    let steps: Vec<Step> = morning();
    let whole = file_of(&steps).bytes();
    let ends = ends(&whole);
    for cut in 0..whole.len() {
        let memory = Memory::holding(&whole[..cut]);
        // A line is whole without its newline.
        let lines = ends.iter().filter(|end| cut + 1 >= **end).count();
        if lines == 0 {
            assert!(matches!(reopen(&memory), Err(StoreError::NotASprint { .. })), "cut at {cut}");
            continue;
        }
        let opened = reopen(&memory).unwrap();
        assert_eq!(opened.steps, steps[..lines - 1], "cut at {cut}");
        let torn = &whole[ends[lines - 1].min(cut)..cut];
        let aside = memory.quarantined();
        assert_eq!(aside.concat(), torn, "cut at {cut}");
        let in_order = ends.contains(&cut);
        assert_eq!(opened.notices.is_empty(), in_order, "cut at {cut}");
        goes_on(opened, &memory, &steps[..lines - 1]);
    }
}

#[test]
fn every_damaged_byte_is_noticed() {
    let steps = morning();
    let whole = file_of(&steps).bytes();
    for at in 0..whole.len() {
        let was = whole[at];
        for is in [was ^ 1, was ^ 0x20, was ^ 0x80, 0, b'\n', b'\r', b' ', b'"', 0xff] {
            if is == was {
                continue;
            }
            let mut bytes = whole.clone();
            bytes[at] = is;
            let memory = Memory::holding(&bytes);
            match reopen(&memory) {
                Err(_) => assert_eq!(memory.bytes(), bytes, "byte {at} as {is}: changed though refused"),
                Ok(opened) => {
                    assert!(!opened.notices.is_empty(), "byte {at} as {is}: in silence");
                    assert!(steps.starts_with(&opened.steps), "byte {at} as {is}: other steps");
                    assert!(check_bytes(&bytes).findings.len() >= opened.notices.len());
                }
            }
        }
    }
}

#[test]
fn a_damaged_last_newline_costs_no_step() {
    let mut bytes = file_of(&morning()).bytes();
    *bytes.last_mut().unwrap() = b'?';
    let memory = Memory::holding(&bytes);
    let opened = reopen(&memory).unwrap();
    assert_eq!(opened.steps, morning());
    assert_eq!(memory.quarantined(), [b"?".to_vec()]);
    goes_on(opened, &memory, &morning());
}

#[test]
fn zeros_at_the_end_are_a_torn_end() {
    for zeros in [1, 511, 4096, 3 << 20] {
        let mut bytes = file_of(&morning()).bytes();
        bytes.resize(bytes.len() + zeros, 0);
        assert_eq!(check_bytes(&bytes).exit, 1);
        let memory = Memory::holding(&bytes);
        let opened = reopen(&memory).unwrap();
        let [Notice::TornTail { bytes: torn, quarantine: Some(_) }] = opened.notices.as_slice() else {
            panic!("{:?}", opened.notices);
        };
        assert_eq!(*torn, zeros as u64);
        assert_eq!(memory.quarantined(), [vec![0; zeros]]);
        goes_on(opened, &memory, &morning());
    }
}

#[test]
fn zeros_with_a_step_behind_them_are_damage() {
    let bytes = file_of(&morning()).bytes();
    let ends = ends(&bytes);
    let mut holed = bytes.clone();
    holed[ends[3]..ends[4] - 1].fill(0);
    let memory = Memory::holding(&holed);
    assert!(matches!(reopen(&memory), Err(StoreError::Damaged { line: 5, .. })));
    assert_eq!(memory.bytes(), holed);
    assert_eq!(
        check_bytes(&holed),
        Report { exit: 2, findings: vec![Finding { line: 5, kind: FindingKind::Garbled }], steps: 4 }
    );
}

#[test]
fn the_newline_that_an_editor_took_is_put_back() {
    let mut bytes = file_of(&morning()).bytes();
    let whole = bytes.clone();
    bytes.pop();
    assert_eq!(check_bytes(&bytes).exit, 0);
    let memory = Memory::holding(&bytes);
    let opened = reopen(&memory).unwrap();
    assert_eq!(opened.notices, [Notice::MissingNewline]);
    assert_eq!(memory.bytes(), whole);
    goes_on(opened, &memory, &morning());
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_are_told_and_read() {
    let text = String::from_utf8(file_of(&morning()).bytes()).unwrap();
    let text = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(check_bytes(text.as_bytes()).exit, 0);
    let memory = Memory::holding(text.as_bytes());
    let opened = reopen(&memory).unwrap();
    assert_eq!(opened.steps, morning());
    assert_eq!(opened.notices, [Notice::CrLf, Notice::Bom]);
    goes_on(opened, &memory, &morning());
}

/// The file of the morning with its lines in this order, counted from the header as 0.
fn in_order(order: &[usize]) -> Vec<u8> {
    let bytes = file_of(&morning()).bytes();
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    order.iter().flat_map(|line| lines[*line]).copied().collect()
}

#[test]
fn a_line_that_stands_twice_counts_once() {
    for (order, line) in [
        (vec![0, 1, 2, 2, 3, 4, 5], 4),
        (vec![0, 1, 2, 3, 1, 4, 5], 5),
        (vec![0, 0, 1, 2, 3, 4, 5], 2),
        (vec![0, 1, 2, 3, 4, 5, 5], 7),
    ] {
        let bytes = in_order(&order);
        assert_eq!(check_bytes(&bytes).exit, 1, "{order:?}");
        let memory = Memory::holding(&bytes);
        let opened = reopen(&memory).unwrap();
        assert_eq!(opened.steps, morning(), "{order:?}");
        assert_eq!(opened.notices, [Notice::DoubledLine { line }], "{order:?}");
        assert!(memory.quarantined().is_empty());
        goes_on(opened, &memory, &morning());
    }
}

#[test]
fn lines_that_are_missing_or_swapped_are_named() {
    let finding = |line, kind| Finding { line, kind };
    for (order, findings) in [
        (vec![0, 1, 2, 5], vec![finding(4, FindingKind::Missing { first: 3, last: 4 })]),
        (vec![0, 2, 3, 4, 5], vec![finding(2, FindingKind::Missing { first: 1, last: 1 })]),
        (
            vec![0, 1, 3, 2, 4, 5],
            vec![
                finding(3, FindingKind::Missing { first: 2, last: 2 }),
                finding(4, FindingKind::OutOfPlace { step: 2 }),
            ],
        ),
    ] {
        let bytes = in_order(&order);
        let report = check_bytes(&bytes);
        assert_eq!((report.exit, report.findings), (2, findings), "{order:?}");
        assert!(matches!(reopen(&Memory::holding(&bytes)), Err(StoreError::Damaged { .. })));
    }
}

#[test]
fn glued_lines_are_both_found() {
    for glue in ["", "?", "\0\0"] {
        let bytes = in_order(&[0, 1, 2]);
        let mut glued = bytes[..bytes.len() - 1].to_vec();
        glued.extend_from_slice(glue.as_bytes());
        glued.extend_from_slice(&in_order(&[3, 4]));
        let report = check_bytes(&glued);
        assert_eq!((report.exit, report.steps), (2, 4), "{glue:?}");
        assert!(matches!(reopen(&Memory::holding(&glued)), Err(StoreError::Damaged { line: 3, .. })));
    }
}

#[test]
fn an_edit_is_damage_even_in_the_last_line() {
    let text = String::from_utf8(file_of(&morning()[..3]).bytes()).unwrap();
    let edited = text.replace("came at six", "came at ten");
    let report = check_bytes(edited.as_bytes());
    assert_eq!((report.exit, report.findings), (2, vec![Finding { line: 4, kind: FindingKind::Edited }]));
    let memory = Memory::holding(edited.as_bytes());
    assert!(matches!(reopen(&memory), Err(StoreError::Damaged { line: 4, .. })));
    assert_eq!(memory.bytes(), edited.as_bytes());
}

#[test]
fn a_long_step_is_a_group_of_lines_and_one_step() {
    let mut steps = morning();
    steps.push(import(6, 24));
    let memory = file_of(&steps);
    let bytes = memory.bytes();
    let lines: Vec<&[u8]> =
        bytes.split(|byte| *byte == b'\n').skip(6).filter(|line| !line.is_empty()).collect();
    assert!(lines.len() > 1);
    for (i, line) in (1..).zip(&lines) {
        assert!(line.len() <= STEP_BYTES_MAX);
        assert!(line.starts_with(format!(r#"{{"s":6,"g":[6,{i},{}],"#, lines.len()).as_bytes()));
    }
    let opened = reopen(&memory).unwrap();
    assert_eq!(opened.steps, steps);
    assert_eq!(check_bytes(&bytes).steps, 6);
    goes_on(opened, &memory, &steps);
}

#[test]
fn a_group_cut_short_is_set_aside_whole() {
    let before = file_of(&morning()).bytes().len();
    let mut steps = morning();
    steps.push(import(6, 24));
    let whole = file_of(&steps).bytes();
    let ends: Vec<usize> = ends(&whole).into_iter().filter(|end| *end > before).collect();
    let last = ends.len() - 1;
    for cut in [ends[0], ends[0] - 1, ends[0] + 400, ends[last - 1], ends[last] - 2] {
        let memory = Memory::holding(&whole[..cut]);
        assert_eq!(check_bytes(&whole[..cut]).exit, 1);
        let opened = reopen(&memory).unwrap();
        assert_eq!(opened.steps, morning());
        assert!(matches!(opened.notices.as_slice(), [Notice::TornTail { .. }]));
        assert_eq!(memory.quarantined(), [whole[before..cut].to_vec()]);
        goes_on(opened, &memory, &morning());
    }
}

#[test]
fn a_group_with_a_line_taken_out_is_damage() {
    let mut steps = morning();
    steps.push(import(6, 24));
    let mut whole = file_of(&steps).bytes();
    let ends = ends(&whole);
    whole.drain(ends[6]..ends[7]);
    assert_eq!(check_bytes(&whole).exit, 2);
    assert!(matches!(reopen(&Memory::holding(&whole)), Err(StoreError::Damaged { .. })));
}

#[test]
fn a_fact_longer_than_a_line_is_refused_and_nothing_is_written() {
    let memory = file_of(&morning());
    let before = memory.bytes();
    let mut opened = reopen(&memory).unwrap();
    let long = heard(7, &"ї".repeat(LINE_BYTES_MAX / 2));
    let refused = opened
        .journal
        .append(&[step(6, Seat::Team(1), vec![heard(6, "коротка")]), step(7, Seat::Team(1), vec![long])]);
    assert!(matches!(refused, Err(StoreError::Unwritable { step: 7, .. })));
    assert_eq!(memory.bytes(), before);
    goes_on(opened, &memory, &morning());
}

#[test]
fn a_fact_as_long_as_may_be_is_written_and_read() {
    let frame = serde_json::to_string(&heard(7, "")).unwrap().len();
    let text = "x".repeat(FACT_BYTES_MAX - frame);
    let long = step(6, Seat::Team(u32::MAX), vec![heard(6, "коротка"), heard(7, &text), heard(8, "short")]);
    let mut steps = morning();
    steps.push(long);
    let memory = file_of(&steps);
    assert!(memory.bytes().split(|byte| *byte == b'\n').all(|line| line.len() <= LINE_BYTES_MAX));
    assert_eq!(reopen(&memory).unwrap().steps, steps);
}

#[test]
fn a_fact_of_a_later_version_survives() {
    let later = r#"{"weather":{"sunny":{"degrees":[21.50,1e3],"словами":"ясно \u0456 тепло"}}}"#;
    let mut steps = morning();
    steps.push(step(
        6,
        Seat::Facilitator,
        vec![heard(4, "до"), Fact::Unknown(later.into()), heard(5, "after")],
    ));
    let memory = file_of(&steps);
    assert!(String::from_utf8(memory.bytes()).unwrap().contains(later));
    let opened = reopen(&memory).unwrap();
    assert_eq!(opened.steps, steps);
    assert_eq!(file_of(&opened.steps).bytes(), memory.bytes());
    goes_on(opened, &memory, &steps);
}

#[test]
fn a_fact_that_says_more_than_we_understand_is_kept_too() {
    let odd = r#"{"note":{"kinded":{"id":"a3f90b12.1","kind":"sung"}}}"#;
    let memory = file_of(&[step(1, Seat::Facilitator, vec![Fact::Unknown(odd.into())])]);
    assert_eq!(reopen(&memory).unwrap().steps[0].facts, [Fact::Unknown(odd.into())]);
}

#[test]
fn a_newer_file_is_refused_and_left_alone() {
    let memory = Memory::new();
    let newer = Header { viche: 3, min: 2, ..header() };
    drop(create_in(memory.clone(), "sprint.viche", newer).unwrap());
    let before = memory.bytes();
    assert!(matches!(reopen(&memory), Err(StoreError::NewerVersion { min: 2, .. })));
    assert_eq!((memory.bytes(), check_bytes(&before).exit), (before, 3));
}

#[test]
fn a_newer_file_that_we_may_read_is_read() {
    let memory = Memory::new();
    let newer = Header { viche: 3, ..header() };
    create_in(memory.clone(), "sprint.viche", newer).unwrap().append(&morning()).unwrap();
    let opened = reopen(&memory).unwrap();
    assert_eq!((opened.header, opened.steps), (newer, morning()));
}

#[test]
fn other_files_are_no_sprint() {
    for bytes in [&b""[..], b"\n", b"name;text\n1;\xd0\xb4\n", b"{\"viche\":1", b"{}\n", &[0; 4096]] {
        assert!(matches!(reopen(&Memory::holding(bytes)), Err(StoreError::NotASprint { .. })), "{bytes:?}");
        assert_eq!(check_bytes(bytes).exit, 3);
    }
}

#[test]
fn a_damaged_header_is_damage_of_line_1() {
    for at in [0, 4, 12, 40] {
        let mut bytes = file_of(&morning()).bytes();
        bytes[at] ^= 0x80;
        assert!(matches!(reopen(&Memory::holding(&bytes)), Err(StoreError::Damaged { line: 1, .. })), "{at}");
    }
}

#[test]
fn numbers_must_rise() {
    let memory = file_of(&morning());
    let mut journal = reopen(&memory).unwrap().journal;
    for s in [0, 4, 5] {
        let refused = journal.append(&[step(s, Seat::Facilitator, vec![])]);
        assert!(matches!(refused, Err(StoreError::OutOfOrder { last: 5, .. })), "{s}");
    }
    journal.append(&[step(9, Seat::Facilitator, vec![])]).unwrap();
    assert_eq!(reopen(&memory).unwrap().steps.last().unwrap().s, 9);
}

#[test]
fn a_full_disk_leaves_the_file_as_it_was() {
    for room in [0, 1, 100] {
        let memory = file_of(&morning());
        let before = memory.bytes();
        memory.cut(before.len());
        memory.leave_room(Some(room));
        let mut opened = reopen(&memory).unwrap();
        let refused = opened.journal.append(&[step(6, Seat::Team(2), vec![heard(3, "не влізло")])]);
        assert!(matches!(refused, Err(StoreError::Io { op: Op::Write, .. })));
        assert_eq!(memory.bytes(), before);
        memory.leave_room(None);
        goes_on(opened, &memory, &morning());
    }
}

#[test]
fn what_is_set_aside_holds_three_thousand_notes_on_a_full_disk_and_says_how_much_is_left() {
    let memory = file_of(&morning());
    let mut journal = reopen(&memory).unwrap().journal;
    memory.leave_room(Some(0));
    let note = "Довідку про склад сім’ї просили двічі, хоча вона вже є в їхньому реєстрі".to_owned();
    let mut written: Vec<StepNo> = vec![];
    let mut left = u64::MAX;
    while journal.append(&[step(6 + written.len() as u64, Seat::Team(1), vec![heard(9, &note)])]).is_ok() {
        written.push(journal.last());
        if let Room::Left { bytes } = journal.room() {
            assert!(bytes < left, "less is left with each note");
            left = bytes;
        }
    }
    assert!(written.len() >= 3_000, "{} notes", written.len());
    assert!(left < 1_024, "{left} bytes were left unused");
    memory.leave_room(None);
    assert_eq!(reopen(&memory).unwrap().steps.len(), 5 + written.len());
    journal.append(&[step(journal.last() + 1, Seat::Team(1), vec![])]).unwrap();
    assert_eq!(journal.room(), Room::Enough);
}

#[test]
fn after_a_failed_flush_nothing_more_is_written() {
    let memory = file_of(&morning());
    let mut journal = reopen(&memory).unwrap().journal;
    memory.fail_flush(true);
    let next = [step(6, Seat::Team(2), vec![heard(3, "не знати, чи записано")])];
    assert!(matches!(journal.append(&next), Err(StoreError::Io { op: Op::Flush, .. })));
    memory.fail_flush(false);
    let written = memory.bytes();
    assert!(matches!(journal.append(&next), Err(StoreError::Poisoned)));
    assert!(journal.is_poisoned());
    assert_eq!(memory.bytes(), written);
}

#[test]
fn what_was_answered_outlives_a_power_cut() {
    let memory = file_of(&morning());
    memory.cut_power();
    assert_eq!(reopen(&memory).unwrap().steps, morning());
}

#[test]
fn a_file_that_somebody_else_wrote_to_is_not_written() {
    let memory = file_of(&morning());
    let mut journal = reopen(&memory).unwrap().journal;
    let mut foreign = memory.bytes();
    foreign.extend_from_slice(b"hello\n");
    memory.replace(&foreign);
    let refused = journal.append(&[step(6, Seat::Team(2), vec![])]);
    assert!(matches!(refused, Err(StoreError::Changed { .. })));
    assert_eq!(memory.bytes(), foreign);
}

#[test]
fn a_step_of_another_file_says_where_it_was_first_written() {
    let foreign = Step {
        from: Some(Origin(RunId(0xb1c2_0d4e), 18)),
        ..step(6, Seat::Team(2), vec![heard(4, "з ноутбука")])
    };
    let mut steps = morning();
    steps.push(foreign);
    let memory = file_of(&steps);
    let text = String::from_utf8(memory.bytes()).unwrap();
    assert!(text.contains(r#""by":"T2","from":["b1c20d4e",18],"do":["#), "{text}");
    let opened = reopen(&memory).unwrap();
    assert_eq!(opened.steps, steps);
    goes_on(opened, &memory, &steps);
}

/// Memory that writes down what is asked of it.
struct Recorder(Memory, Arc<Mutex<Vec<&'static str>>>);

impl Recorder {
    fn note(&self, call: &'static str) {
        self.1.lock().unwrap().push(call);
    }
}

impl Storage for Recorder {
    fn read_all(&mut self) -> io::Result<Vec<u8>> {
        self.0.read_all()
    }
    fn len(&self) -> io::Result<u64> {
        self.0.len()
    }
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.note("write");
        self.0.append(bytes)
    }
    fn sync(&mut self) -> io::Result<()> {
        self.note("flush");
        self.0.sync()
    }
    fn truncate(&mut self, len: u64) -> io::Result<()> {
        self.note("cut");
        self.0.truncate(len)
    }
    fn quarantine(&mut self, bytes: &[u8]) -> io::Result<PathBuf> {
        self.note("set aside");
        self.0.quarantine(bytes)
    }
}

#[test]
fn many_steps_are_one_write_and_one_flush_before_the_answer() {
    let calls = Arc::new(Mutex::new(Vec::new()));
    let recorder = Recorder(Memory::new(), calls.clone());
    let mut journal = create_in(recorder, "sprint.viche", header()).unwrap();
    let said = || std::mem::take(&mut *calls.lock().unwrap());
    assert_eq!(said(), ["write", "flush"]);
    journal.append(&morning()).unwrap();
    assert_eq!(said(), ["write", "flush"]);
    journal.append(&[import(6, 24)]).unwrap();
    assert_eq!(said(), ["write", "flush"]);
    journal.append(&[]).unwrap();
    assert_eq!(said(), [""; 0]);
}

#[test]
fn a_torn_end_is_set_aside_before_it_is_cut() {
    let mut bytes = file_of(&morning()).bytes();
    bytes.truncate(bytes.len() - 9);
    let calls = Arc::new(Mutex::new(Vec::new()));
    open_in(Recorder(Memory::holding(&bytes), calls.clone()), "sprint.viche").unwrap();
    assert_eq!(*calls.lock().unwrap(), ["set aside", "cut", "flush"]);
}

#[test]
fn steps_that_a_killed_program_did_not_flush_are_flushed_before_they_are_shown() {
    let calls = Arc::new(Mutex::new(Vec::new()));
    open_in(Recorder(file_of(&morning()), calls.clone()), "sprint.viche").unwrap();
    assert_eq!(*calls.lock().unwrap(), ["flush"]);
}

#[test]
fn the_holder_of_a_file_is_its_newest_opening() {
    let bytes = file_of(&morning()).bytes();
    let error = journal::in_use("sprint.viche".as_ref(), &bytes);
    assert_eq!(
        error.to_string(),
        format!("sprint.viche is in use by pid 4121 on desk-2 since {}", MORNING_MS + 1_500)
    );
    assert!(matches!(journal::in_use("x".as_ref(), b""), StoreError::InUseByUnknown { .. }));
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), at in 0usize..2_000) {
        let mut whole = file_of(&morning()).bytes();
        let at = at.min(whole.len());
        whole.splice(at..at, bytes.iter().copied());
        if let Ok(opened) = reopen(&Memory::holding(&whole)) {
            prop_assert!(morning().starts_with(&opened.steps));
        }
        check_bytes(&bytes);
    }

    #[test]
    fn any_words_come_back(text in "\\PC{0,80}", t_ms in 0i64..4_102_444_800_000, m_ms: u64, team: u32) {
        let facts = vec![heard(1, &text)];
        let step = Step { s: 1, w: RUN, at: Stamp { t_ms, m_ms }, by: Seat::Team(team), facts, from: None };
        let memory = file_of(std::slice::from_ref(&step));
        prop_assert_eq!(reopen(&memory).unwrap().steps, [step]);
    }
}
