//! What holds whatever the bytes are. A fuzzer looks for bytes that break it (`.ci/fuzz`), and the ordinary test
//! run tries some thousands (`tests/hostile.rs`).
//!
//! Whatever reads what others wrote has a function here, a target of one line in `targets`, its row in
//! `Cargo.toml`, and seeds: golden files, or files in `seeds`. Still without one: the capture text.
//!
//! A property says more than "no panic": what was read can be written and read again, whatever was refused is left
//! alone, and everything is counted.

// Helpers of tests count as code for the lint; what they stumble over fails the test as it should.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use viche::domain::id::{Id, Ids, RunId, SourceId};
use viche::domain::request::{self, CHUNK_ROWS_MAX};
use viche::domain::roster::Codes;
use viche::domain::{Draft, Fact, History, Origin, Seat, Stamp, Step, StepNo, note};
use viche::exchange::decode;
use viche::exchange::people;
use viche::exchange::records::{CELLS_MAX, Record, Records};
use viche::exchange::requests::{self, Columns, Intake};
use viche::exchange::separator::Separator;
use viche::exchange::table::Table;
use viche::store::format::{
    LINE_BYTES_MAX, Part, STEP_NO_MAX, VERSION, decode_header, decode_step, encode_header, encode_step,
    verify,
};
use viche::store::{DraftFile, Hash, Header, Memory, Opened, check_bytes, look_bytes, open_in, read_bytes};
use viche::text::Clean;

/// Bytes of a line's seal: `,"h":"`, 32 digits, `"}`.
const SEAL_BYTES: usize = 40;
const RUN: RunId = RunId(0xa3f9_0b12);

// --- lines of the sprint's file ---------------------------------------------------------------------------------

/// A line of a step with a true seal: what is understood of it is written so that it is understood again, every
/// fact that is not known stays as it stood, and nothing of it can stop the fold.
pub fn line(bytes: &[u8]) {
    let line = sealed(first_line(bytes));
    if line.len() > LINE_BYTES_MAX {
        return;
    }
    assert_eq!(verify(&line), Some(Hash::of(&line[..line.len() - SEAL_BYTES])));
    let Ok(read) = decode_step(&line) else { return };
    for fact in &read.step.facts {
        if let Fact::Unknown(raw) = fact {
            assert!(memchr::memmem::find(&line, raw.as_bytes()).is_some(), "not what stood there: {raw}");
        }
    }
    let mut once = Vec::new();
    let hash = encode_step(&read.step, read.prev, &mut once).unwrap();
    let [written] = lines_of(&once)[..] else { panic!("one line became several") };
    assert_eq!(verify(written), Some(hash));
    let again = decode_step(written).unwrap();
    assert_eq!((&again.step, again.prev, again.part), (&read.step, read.prev, None));
    let mut twice = Vec::new();
    encode_step(&again.step, again.prev, &mut twice).unwrap();
    assert_eq!(once, twice);
    folds(vec![read.step]);
}

/// A header with a true seal: what is understood is written so that it is understood again.
pub fn header(bytes: &[u8]) {
    let line = sealed(first_line(bytes));
    let Ok(read) = decode_header(&line) else { return };
    let mut written = Vec::new();
    let hash = encode_header(&read, &mut written);
    let [written] = lines_of(&written)[..] else { panic!("one line became several") };
    assert_eq!((verify(written), decode_header(written)), (Some(hash), Ok(read)));
}

fn first_line(bytes: &[u8]) -> &[u8] {
    bytes.split(|byte| *byte == b'\n').next().unwrap_or_default()
}

/// The bytes as a line with a true seal, whatever seal they have.
fn sealed(bytes: &[u8]) -> Vec<u8> {
    let mut line = unsealed(bytes).to_vec();
    let hash = Hash::of(&line);
    line.extend_from_slice(format!(",\"h\":\"{hash}\"}}").as_bytes());
    line
}

fn unsealed(line: &[u8]) -> &[u8] {
    match line.len().checked_sub(SEAL_BYTES).and_then(|at| line.split_at_checked(at)) {
        Some((text, seal)) if seal.starts_with(b",\"h\":\"") && seal.ends_with(b"\"}") => text,
        Some(_) | None => line,
    }
}

/// The lines of what was written here, without their ends.
fn lines_of(bytes: &[u8]) -> Vec<&[u8]> {
    let mut lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
    assert_eq!(lines.pop(), Some(&b""[..]), "the last line has no end");
    lines
}

/// The state of any steps can be made, and made step by step it is the same.
fn folds(mut steps: Vec<Step>) -> History {
    steps.sort_by_key(|step| step.s);
    let whole = History::of(steps.clone());
    let mut grown = History::default();
    steps.into_iter().for_each(|step| grown.push(step));
    assert!(whole.sprint() == grown.sprint(), "step by step it is another state");
    assert!(
        whole.sprint().evidence == whole.sprint().heard_from_nothing(),
        "who was heard is counted wrongly"
    );
    assert_eq!(whole.next_no(), grown.next_no());
    whole
}

// --- the sprint's file ------------------------------------------------------------------------------------------

/// Any bytes as a file. What is refused is left alone; what is opened holds every whole step before the first
/// damage, takes a further one, and is then opened again with all of them; what was set aside and what is kept are
/// all that there was.
pub fn file(bytes: &[u8]) {
    let report = check_bytes(bytes);
    let plain = plainly_read(bytes);
    if let Some(steps) = &plain {
        assert!(report.exit < 3, "a file with a good header can be judged");
        assert!(report.steps >= steps.len() as u64, "a good line before the damage is lost: {report:?}");
    }
    let memory = Memory::holding(bytes);
    let look = look_bytes(bytes, "any").map(|look| look.steps).unwrap_or_default();
    assert!(look.starts_with(plain.as_deref().unwrap_or_default()), "a look does not show a good line");
    let Ok(opened) = open_in(memory.clone(), "any") else {
        assert!(report.exit >= 2, "refused although it is in order: {report:?}");
        assert!(read_bytes(bytes, "any").is_err(), "read although it can't be opened");
        assert_eq!(
            (memory.bytes(), memory.quarantined()),
            (bytes.to_vec(), Vec::new()),
            "refused and changed"
        );
        return;
    };
    let (header, steps, _) = read_bytes(bytes, "any").unwrap();
    assert!(report.exit < 2, "opened although it is damaged: {report:?}");
    assert_eq!((opened.header, &opened.steps, opened.steps.len() as u64), (header, &steps, report.steps));
    assert_eq!(look, steps, "a look shows something else");
    assert!(steps.starts_with(&plain.unwrap_or_default()), "a good line is read otherwise");
    assert!(steps.is_sorted_by(|one, other| one.s < other.s), "numbers do not rise");
    is_all_there(bytes, &memory);
    goes_on(opened, &memory);
    is_written_anew(&header, &steps);
    folds(steps);
}

/// What was kept, and behind it what was set aside, is all that was there; a newline that was missing may be new.
fn is_all_there(bytes: &[u8], memory: &Memory) {
    let aside = memory.quarantined().concat();
    let (kept, tail) = bytes.split_at(bytes.len() - aside.len());
    assert_eq!(tail, aside, "what was set aside is not what stood at the end");
    let now = memory.bytes();
    assert!(now == kept || now == [kept, b"\n"].concat(), "what was kept is not what stood there");
}

/// The file takes a step, and all its steps and that one are read again without a word on its end.
fn goes_on(opened: Opened, memory: &Memory) {
    let Opened { mut journal, mut steps, .. } = opened;
    let run = (1..).map(RunId).find(|run| !journal.runs().contains(run)).unwrap();
    let is_full = journal.last() == STEP_NO_MAX;
    steps.push(next(&steps, run));
    let appended = journal.append(&steps[steps.len() - 1..]);
    if is_full {
        return assert!(appended.is_err(), "a step behind the last number");
    }
    appended.unwrap();
    drop(journal);
    let len = memory.bytes().len();
    assert_eq!(open_in(memory.clone(), "any").unwrap().steps, steps);
    assert_eq!(memory.bytes().len(), len, "mended a second time");
}

fn next(steps: &[Step], run: RunId) -> Step {
    let added = note::Fact::Added {
        id: Id { run, n: 1 }.into(),
        code: 1,
        interview: Id { run: RUN, n: 3 }.into(),
        kind: note::Kind::Quote,
        text: Clean::new("після обіду / after lunch"),
        section: 0,
        offset_ms: 0,
    };
    let s = steps.last().map_or(1, |step| step.s + 1);
    Step { s, w: run, at: Stamp::default(), by: Seat::Team(1), facts: vec![added.into()], from: None }
}

/// The steps written into a file of their own, as the next generation is, are the same steps.
fn is_written_anew(header: &Header, steps: &[Step]) {
    let mut bytes = Vec::new();
    let mut hash = encode_header(header, &mut bytes);
    for step in steps {
        hash = encode_step(step, hash, &mut bytes).unwrap();
    }
    let (again, read, notices) = read_bytes(&bytes, "anew").unwrap();
    assert_eq!((&again, &read[..], notices), (header, steps, Vec::new()));
}

/// The whole steps before the first line that is not in order, read as simply as can be; none without a header that
/// this program understands.
fn plainly_read(bytes: &[u8]) -> Option<Vec<Step>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut lines = bytes.split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    let first = lines.next()?;
    let mut hash = verify(first)?;
    decode_header(first).ok().filter(|header| header.min <= VERSION)?;
    let mut steps: Vec<Step> = Vec::new();
    let mut open: Option<(Step, Part)> = None;
    for line in lines {
        let (Some(this), Ok(read)) = (verify(line), decode_step(line)) else { break };
        if read.prev != hash || read.step.s <= steps.last().map_or(0, |step| step.s) {
            break;
        }
        hash = this;
        match (open.take(), read.part) {
            (None, None | Some(Part { i: 1, n: 1 })) => steps.push(read.step),
            (None, Some(part)) if part.i == 1 => open = Some((read.step, part)),
            (Some((step, before)), Some(part)) if follows(&step, before, &read.step, part) => {
                let facts = [step.facts, read.step.facts].concat();
                let step = Step { facts, ..read.step };
                match part.i == part.n {
                    true => steps.push(step),
                    false => open = Some((step, part)),
                }
            }
            (None | Some(_), None | Some(_)) => break,
        }
    }
    Some(steps)
}

fn follows(step: &Step, before: Part, next: &Step, part: Part) -> bool {
    let frame = |step: &Step| -> (StepNo, RunId, Stamp, Seat, Option<Origin>) {
        (step.s, step.w, step.at, step.by, step.from)
    };
    frame(step) == frame(next) && (part.i, part.n) == (before.i + 1, before.n)
}

/// Any bytes as a file whose lines are sealed and chained, so that what stands in them is reached and not only their
/// seals. A line that begins with `!` stands as it is behind that.
pub fn chain(bytes: &[u8]) {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut lines = bytes.split(|byte| *byte == b'\n');
    let mut first = sealed(lines.next().unwrap_or_default());
    if decode_header(&first).is_err() {
        first = sealed(br#"{"viche":1,"min":1,"file":"00000000-0000-0000-0000-00005eedcafe","gen":1,"prev":"00000000000000000000000000000000","t":"2026-06-18T06:00:00.000Z""#);
    }
    let mut hash = verify(&first).unwrap_or_default();
    let mut chained = first;
    for line in lines {
        chained.push(b'\n');
        if let Some(raw) = line.strip_prefix(b"!") {
            chained.extend_from_slice(raw);
            continue;
        }
        let line = sealed(&behind(line, hash));
        hash = verify(&line).unwrap_or(hash);
        chained.extend_from_slice(&line);
    }
    file(&chained);
}

/// The line with `hash` as the one before it.
fn behind(line: &[u8], hash: Hash) -> Vec<u8> {
    let mut line = line.to_vec();
    let hash = hash.to_string();
    let place = memchr::memmem::find(&line, b"\"p\":\"").map(|at| at + 5);
    if let Some(place) = place.and_then(|at| line.get_mut(at..at + hash.len())) {
        place.copy_from_slice(hash.as_bytes());
    }
    line
}

// --- drafts -----------------------------------------------------------------------------------------------------

/// Any bytes as the drafts of a sprint: what was read is read again with one more, tidied up or not.
pub fn drafts(bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("drafts"), bytes).unwrap();
    let mut file = DraftFile::open(folder.path()).unwrap();
    let mut kept = file.kept().to_vec();
    assert!(kept.iter().all(|draft| !draft.is_gone()), "a draft without a text is kept");
    let typed = Draft {
        seat: Seat::Team(2),
        place: Clean::new("interviews"),
        field: Clean::new("note"),
        about: Clean::new("T2-I03"),
        open: true,
        saved: None,
        texts: vec![" половина речення ".to_owned()],
    };
    file.keep(std::slice::from_ref(&typed)).unwrap();
    kept.retain(|draft| !draft.is_of_field(&typed));
    kept.push(typed);
    // Of too many the oldest goes.
    let all = file.kept().to_vec();
    assert!(kept.ends_with(&all) && kept.len() - all.len() <= 1, "others than were typed: {all:?}");
    for tidied in [false, true] {
        assert_eq!(DraftFile::open(folder.path()).unwrap().kept(), all, "tidied up: {tidied}");
        file.tidy().unwrap();
    }
}

// --- tables -----------------------------------------------------------------------------------------------------

/// Any text as records, whatever parts its cells: they are numbered without a gap, all text is read, and records
/// written by the rules are read as the same cells.
pub fn records(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for separator in Separator::ALL {
        let (mut records, mut record) = (Records::new(&text, separator), Record::default());
        let (mut number, mut read) = (0, 0);
        let mut written = String::new();
        let mut rows: Vec<Vec<String>> = Vec::new();
        while let Some(result) = records.read(&mut record) {
            number += 1;
            assert_eq!(record.number, number);
            assert!(records.read_bytes() > read, "reading stands still");
            read = records.read_bytes();
            if result.is_ok() {
                assert!(record.filled <= record.found);
                assert_eq!(record.cells().len(), record.found.min(CELLS_MAX));
                let cells: Vec<String> = record.cells().iter().map(|cell| cell.text().into_owned()).collect();
                let quoted: Vec<String> =
                    cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
                written.push_str(&quoted.join(&char::from(separator.byte()).to_string()));
                written.push('\n');
                rows.push(cells);
            }
        }
        assert_eq!(records.read_bytes(), records.all_bytes(), "something was not read");
        let mut again = Records::new(&written, separator);
        for row in rows {
            assert_eq!(again.read(&mut record), Some(Ok(())));
            let cells: Vec<String> = record.cells().iter().map(|cell| cell.text().into_owned()).collect();
            assert_eq!(cells, row);
        }
        assert_eq!(again.read(&mut record), None);
    }
}

/// How many records a text has.
fn count(text: &str, separator: Separator) -> u64 {
    let (mut records, mut record) = (Records::new(text, separator), Record::default());
    while records.read(&mut record).is_some() {}
    record.number
}

/// Any bytes as residents' answers: a preview and the intake agree, each record is a row or is listed with its
/// number, and what came in is written and read again.
pub fn requests(bytes: &[u8]) {
    let asked = |text: &str| Columns { text: Some(text.to_owned()), ..Columns::default() };
    for wanted in [Columns::default(), asked("1"), Columns { category: Some("1".to_owned()), ..asked("2") }] {
        let preview = requests::probe(bytes, &wanted);
        let intake = requests::read(bytes, &wanted, &mut |_, _| true);
        match (preview, intake) {
            (Ok(preview), Ok(intake)) => {
                let is = (preview.encoding, preview.separator, &preview.unstored);
                assert_eq!(is, (intake.encoding, intake.separator, &intake.unstored));
                assert!(preview.first.iter().all(|row| row.len() == preview.headers.len()));
                assert!(preview.first.len() >= intake.rows.len().min(1), "the preview lacks rows");
                assert!(preview.first.len() as u64 <= (intake.rows.len() + intake.bad.len()) as u64);
                counts_up(bytes, &intake);
                comes_in(&intake);
            }
            (Err(preview), Err(intake)) => assert_eq!(preview, intake),
            (Ok(_), Err(requests::Problem::TooManyRows | requests::Problem::TooManyNames { .. })) => {}
            (preview, intake) => panic!("{preview:?}, but {intake:?}"),
        }
    }
}

/// Every record behind the header is a row or listed, and each row has a text and what else was found.
fn counts_up(bytes: &[u8], intake: &Intake) {
    let decoded = decode::decode(bytes).unwrap();
    let records = count(&decoded.text, intake.separator);
    let rows = &intake.rows;
    assert_eq!(rows.len() as u64 + intake.bad.len() as u64 + 1, records, "a record is missing");
    assert!(intake.bad.is_sorted_by(|one, other| one.record < other.record), "listed twice");
    assert!(intake.bad.iter().all(|bad| (2..=records).contains(&bad.record)), "a number that no record has");
    assert_eq!(rows.text.len(), rows.len());
    assert!((0..rows.len()).all(|row| rows.text.get(row).is_some_and(|text| !text.is_empty())));
    assert!(rows.category.iter().all(|&at| (at as usize) < rows.categories.len()));
    assert!(rows.district.is_empty() || rows.district.len() == rows.len());
    assert!(rows.district.iter().all(|&at| (at as usize) < rows.districts.len()));
    assert!(rows.day.is_empty() || rows.day.len() == rows.len());
}

/// The rows as facts of a step: written, read and folded, they are the same rows.
fn comes_in(intake: &Intake) {
    let source = SourceId(Id { run: RUN, n: 1 });
    let rows = &intake.rows;
    let imported = request::Fact::Imported {
        id: source,
        name: Clean::default(),
        file: Clean::default(),
        first: 1,
        rows: rows.len() as u32,
        bad: intake.bad.len() as u32,
        period: None,
        asked: None,
        unstored: intake.unstored.clone(),
        categories: rows.categories.clone(),
        districts: rows.districts.clone(),
    };
    let chunks = rows.chunks(source);
    assert!(chunks.iter().all(|chunk| chunk.category.len() <= CHUNK_ROWS_MAX));
    let chunks = chunks.into_iter().map(|chunk| request::Fact::Rows(Arc::new(chunk)).into());
    let history = is_kept(std::iter::once(imported.into()).chain(chunks).collect());
    let requests = &history.sprint().requests;
    let texts: Vec<&str> =
        (0..requests.len()).filter_map(|n| requests.row(requests.nth(n)?)).map(|row| row.text).collect();
    let expected: Vec<&str> = (0..rows.len()).filter_map(|row| rows.text.get(row)).collect();
    assert_eq!(texts, expected, "other rows than came in");
    assert_eq!(requests.counted() as usize, rows.len());
}

/// The facts as a step of a file, which is read again and folded.
fn is_kept(facts: Vec<Fact>) -> History {
    let step = Step { s: 1, w: RUN, at: Stamp::default(), by: Seat::CommandLine, facts, from: None };
    is_written_anew(&Header::new(uuid(), 0), std::slice::from_ref(&step));
    folds(vec![step])
}

fn uuid() -> uuid::Uuid {
    uuid::Uuid::from_u128(0x5eed_cafe)
}

/// Any bytes as a list of people: each record is a row or is listed, and each row is somebody new, somebody who is
/// here already, or listed.
pub fn people(bytes: &[u8]) {
    let Ok(list) = people::read(bytes) else { return };
    let decoded = decode::decode(bytes).unwrap();
    let mut numbers: Vec<u64> =
        list.rows.iter().map(|row| row.record).chain(list.bad.iter().map(|bad| bad.record)).collect();
    numbers.sort_unstable();
    assert!(numbers.iter().copied().eq(2..=count(&decoded.text, list.separator)), "a record is missing");
    assert!(list.rows.iter().all(|row| !row.name.is_empty()));
    let codes = Codes { participant: 1, department: 1 };
    let town = History::default();
    let here = Clean::new("Транспорт");
    let enrolment = town.sprint().enrol(&mut Ids::of(RUN), codes, &list.rows, &here);
    assert_eq!(
        enrolment.added + enrolment.here + enrolment.bad.len(),
        list.rows.len(),
        "somebody is missing"
    );
    let history = is_kept(enrolment.facts);
    let sprint = history.sprint();
    assert_eq!(
        (sprint.participants.len(), sprint.departments.len()),
        (enrolment.added, enrolment.departments.len())
    );
    let again = sprint.enrol(&mut Ids::of(RunId(2)), codes, &list.rows, &here);
    assert_eq!((again.added, again.facts), (0, Vec::new()), "a list that comes again adds somebody");
}

/// Any bytes as a table that gets a column: there is a text for each row, and each line goes out as it came, with
/// something behind it at most.
pub fn tables(bytes: &[u8]) {
    let Ok(table) = Table::read(bytes, &[]) else { return };
    let decoded = decode::decode(bytes).unwrap();
    assert_eq!(table.rows() as u64 + 1, count(&decoded.text, table.separator()), "a record is missing");
    for place in 0..=table.headers().len() {
        assert_eq!(table.texts(place).len(), table.rows());
    }
    let written = table.with_columns(&[table.free_name("group")], |row| {
        assert!(row < table.rows(), "a row that is not there");
        [format!("={row}, \"\u{1f333}\"")]
    });
    let is_wide = table.encoding().starts_with("UTF-16");
    let (before, after) = (lines_in(bytes, is_wide), lines_in(&written.bytes, is_wide));
    assert_eq!(before.len(), after.len(), "a line came or went");
    for (before, after) in before.iter().zip(&after) {
        assert!(after.starts_with(before), "another line than {before:?}: {after:?}");
    }
}

/// The lines of a text in units of its encoding; half a unit at its end is left out.
fn lines_in(bytes: &[u8], is_wide: bool) -> Vec<Vec<u16>> {
    let little = bytes.starts_with(&[0xFF, 0xFE]);
    let unit = |pair: &[u8]| if little { [pair[1], pair[0]] } else { [pair[0], pair[1]] };
    let units: Vec<u16> = match is_wide {
        true => bytes.chunks_exact(2).map(|pair| u16::from_be_bytes(unit(pair))).collect(),
        false => bytes.iter().map(|&byte| byte.into()).collect(),
    };
    units.split(|unit| [0x0A, 0x0D].contains(unit)).map(<[u16]>::to_vec).collect()
}
