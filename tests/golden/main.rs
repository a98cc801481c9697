//! Files that people may have on their sticks: each one in `files` opens for ever as it opened on the day it came in.
//! `states` says of each how it is judged, how many steps it has, and the hash of the state they fold to.
//!
//! The collection is only ever added to. A file that stands there is never changed, made anew or taken out, nor is
//! its line in `states`: when a claim here fails, the program has become unable to read what people have, and it is
//! the program that is mended.
//!
//! To add a file, as everybody must who adds a kind of fact:
//!
//! 1. Write down its steps in a text file, one a line: who made it, then its facts as JSON; `after NAME` in the
//!    first line begins with the steps of a file that is there.
//!
//!    ```text
//!    after day.viche
//!    F {"weather":{"forecast":{"day":1,"text":"дощ до обіду"}}}
//!    T2 {"weather":{"felt":{"id":"a3f90b12.1"}}} {"note":{"held":{"id":"a3f90b12.101","held":true}}}
//!    ```
//!
//! 2. `VICHE_GOLDEN=weather.txt cargo test --test golden` makes `files/weather.viche` of it, where nothing of that
//!    name stands yet. A file that somebody damaged is made of that by hand.
//! 3. `cargo test --test golden` names the line that `states` lacks. Read the state that it points to; add the line.
//!
//! What the new kind makes true is told in `state.rs`, only where there is such a thing, so that no older hash
//! changes.
#![allow(clippy::unwrap_used)]

mod recipe;
mod state;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::Value;
use viche::domain::id::{Id, NoteId, RunId, SourceId};
use viche::domain::request::{Chunk, Texts};
use viche::domain::{
    Fact, History, Seat, Stamp, Step, StepNo, agenda, face, interview, link, note, participant,
};
use viche::domain::{piece, priority, request, turn};
use viche::store::format::{self, decode_header, decode_step, encode_header, encode_step, verify};
use viche::store::{self, Hash, Header, Memory, Rewriting, StoreError, check_bytes, open_in, read_bytes};
use viche::text::Clean;

/// Files with facts that were given a further field since they were written: written again, their lines say more
/// than they did. Only an older file may come in here, never a field go out.
const GREW: &[&str] = &["first-fields.viche"];

/// What `states` says of a file.
#[derive(Clone, PartialEq, Debug)]
struct Claim {
    /// The exit status of a check.
    check: u8,
    /// Whole steps that the check counts.
    steps: u64,
    /// The hash of the file.
    file: String,
    /// The hash of the state; none where the file is not opened to write.
    state: Option<String>,
}

impl Claim {
    fn of(bytes: &[u8]) -> Self {
        let report = check_bytes(bytes);
        let opened = open_in(Memory::holding(bytes), "golden").ok();
        let state = opened.map(|opened| Hash::of(state_of(opened.steps).as_bytes()).to_string());
        Self { check: report.exit, steps: report.steps, file: Hash::of(bytes).to_string(), state }
    }

    fn read(line: &str) -> (String, Self) {
        let parts: Vec<&str> = line.split_whitespace().collect();
        let [name, check, steps, file, state] = parts[..] else { panic!("no line of states: {line}") };
        let state = (state != "-").then(|| state.to_owned());
        let (check, steps) = (check.parse().unwrap(), steps.parse().unwrap());
        (name.to_owned(), Self { check, steps, file: file.to_owned(), state })
    }

    fn line(&self, name: &str) -> String {
        let Self { check, steps, file, state } = self;
        format!("{name:27} {check} {steps:>4} {file} {}", state.as_deref().unwrap_or("-"))
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// All files by their names.
fn files() -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder().join("files")).unwrap().map(|entry| entry.unwrap().path());
    let name = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
    let files: BTreeMap<_, _> = entries
        .map(|path| (name(&path), fs::read(&path).unwrap()))
        .filter(|(name, _)| !name.starts_with('.'))
        .collect();
    assert!(files.len() > 30, "where are the files?");
    files
}

/// All lines of `states` by the names of their files.
fn claims() -> BTreeMap<String, Claim> {
    let text = fs::read_to_string(folder().join("states")).unwrap();
    text.lines().filter(|line| !line.starts_with('#')).map(Claim::read).collect()
}

/// The files that can be opened to write, with their steps.
fn opened() -> Vec<(String, Vec<u8>, Header, Vec<Step>)> {
    let read = |(name, bytes): (String, Vec<u8>)| {
        let (header, steps, _) = read_bytes(&bytes, &name).ok()?;
        Some((name, bytes, header, steps))
    };
    files().into_iter().filter_map(read).collect()
}

fn state_of(steps: Vec<Step>) -> String {
    state::told(&History::of(steps))
}

/// A step that any of the files can take.
fn next(last: StepNo) -> Step {
    let text = Clean::new("після обіду / after lunch");
    let worded = note::Fact::Worded { id: NoteId(Id { run: RunId(0xa3f9_0b12), n: 4 }), text };
    let at = Stamp { t_ms: 1_781_790_000_000, m_ms: 90_000_000 };
    Step {
        s: last + 1,
        w: RunId(0x0dd5_eed5),
        at,
        by: Seat::Facilitator,
        facts: vec![worded.into()],
        from: None,
    }
}

#[test]
fn every_file_is_there_as_it_came_in() {
    let (files, claims) = (files(), claims());
    let new: Vec<String> = files
        .iter()
        .filter(|(name, _)| !claims.contains_key(*name))
        .map(|(name, bytes)| {
            keep_state(name, bytes);
            Claim::of(bytes).line(name)
        })
        .collect();
    let kept = env!("CARGO_TARGET_TMPDIR");
    assert!(new.is_empty(), "states lacks these; read the states in {kept}, and add:\n{}", new.join("\n"));
    for (name, claim) in claims {
        let bytes = files.get(&name).unwrap_or_else(|| panic!("{name} is gone; people still have it"));
        assert_eq!(Hash::of(bytes).to_string(), claim.file, "{name} was changed; golden files never are");
    }
}

#[test]
fn every_file_folds_to_the_state_it_folded_to_when_it_came_in() {
    let claims = claims();
    for (name, bytes) in files() {
        let Some(Claim { state: Some(promised), .. }) = claims.get(&name) else { continue };
        let opened = open_in(Memory::holding(&bytes), &name).unwrap_or_else(|error| panic!("{error}"));
        let state = state_of(opened.steps);
        if Hash::of(state.as_bytes()).to_string() != *promised {
            let path = keep_state(&name, &bytes);
            panic!(
                "{name} folds to another state than it did; it is now in {}: compare it with what the commit \
                 before makes of it",
                path.display()
            );
        }
    }
}

/// Puts the state of a file where people can read it, and answers where.
fn keep_state(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.state"));
    let opened = open_in(Memory::holding(bytes), name);
    let state = opened.map_or_else(|error| format!("{error}\n"), |opened| state_of(opened.steps));
    fs::write(&path, state).unwrap();
    path
}

#[test]
fn every_file_is_judged_as_it_was() {
    let claims = claims();
    for (name, bytes) in files() {
        let Some(claim) = claims.get(&name) else { continue };
        let report = check_bytes(&bytes);
        assert_eq!((report.exit, report.steps), (claim.check, claim.steps), "{name}: {:?}", report.findings);
    }
}

#[test]
fn a_file_that_can_be_opened_takes_a_step_and_is_opened_again() {
    for (name, bytes, header, steps) in opened() {
        let memory = Memory::holding(&bytes);
        let mut opened = open_in(memory.clone(), &name).unwrap();
        assert_eq!((&opened.steps, opened.header), (&steps, header), "{name}");
        let next = next(opened.journal.last());
        opened.journal.append(std::slice::from_ref(&next)).unwrap();
        let again = open_in(memory.clone(), &name).unwrap();
        assert_eq!(again.steps, [steps, vec![next]].concat(), "{name}");
        let kept: Vec<u8> = memory.quarantined().concat();
        assert!(bytes.ends_with(&kept), "{name}: what was set aside is not what stood at the end");
    }
}

#[test]
fn a_file_that_is_refused_is_left_alone() {
    for (name, claim) in claims().into_iter().filter(|(_, claim)| claim.state.is_none()) {
        assert!(claim.check >= 2, "{name}");
        let bytes = fs::read(folder().join("files").join(&name)).unwrap();
        let memory = Memory::holding(&bytes);
        assert!(open_in(memory.clone(), &name).is_err(), "{name}");
        assert_eq!((memory.bytes(), memory.quarantined()), (bytes, vec![]), "{name}");
    }
}

#[test]
fn a_newer_file_is_not_written_whoever_asks() {
    let folder = tempfile::tempdir().unwrap();
    for (name, min) in [("newer.viche", 2), ("newer-form.viche", 3)] {
        let path = lay(folder.path(), name);
        let before = fs::read(&path).unwrap();
        let newer =
            |error: StoreError| matches!(error, StoreError::NewerVersion { min: found, .. } if found == min);
        assert!(store::open(&path).is_err_and(newer), "{name}");
        assert!(Rewriting::open(&path).is_err_and(newer), "{name}");
        assert_eq!((fs::read(&path).unwrap(), store::check(&path).exit), (before, 3), "{name}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

/// Copies a golden file into `to`.
fn lay(to: &Path, name: &str) -> PathBuf {
    let path = to.join(name);
    fs::copy(folder().join("files").join(name), &path).unwrap();
    path
}

#[test]
fn a_rewritten_file_folds_to_the_same_state() {
    let folder = tempfile::tempdir().unwrap();
    // What a newer program made is never rewritten.
    let ours = opened().into_iter().filter(|(_, _, header, _)| header.viche <= format::VERSION);
    for (name, _, header, steps) in ours {
        let path = lay(folder.path(), &name);
        Rewriting::open(&path).unwrap().put(&steps).unwrap();
        let (new, again, notices) = store::read(&path).unwrap();
        assert_eq!((new.file, new.generation), (header.file, header.generation + 1), "{name}");
        assert!(notices.is_empty(), "{name}: {notices:?}");
        assert_eq!(state_of(again), state_of(steps), "{name}");
    }
}

#[test]
fn a_line_that_is_written_again_is_the_same_bytes() {
    for (name, bytes) in files() {
        let grew = GREW.contains(&name.as_str());
        for (n, line) in (1..).zip(whole_lines(&bytes)) {
            let (was, is) = told_again(line);
            let same = if grew { says_all(&was, &is) } else { was == is };
            assert!(
                same,
                "whole line {n} of {name} is written otherwise than it stood. A fact may be given a further field, \
                 with a default: then {name} belongs into GREW. Nothing else may change.\nwas {was}\nis  {is}"
            );
        }
    }
}

/// The whole lines of a file, each without its end.
fn whole_lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let lines = bytes.split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    lines.filter(|line| verify(line).is_some())
}

/// A whole line, and the same decoded and encoded. Of a group's line, what makes it one is left out, since a line is
/// encoded alone here, and with it the seal.
fn told_again(line: &[u8]) -> (String, String) {
    let text = String::from_utf8(line.to_vec()).unwrap();
    let mut again = Vec::new();
    if let Ok(header) = decode_header(line) {
        encode_header(&header, &mut again);
        return (text, String::from_utf8(again).unwrap().trim_end().to_owned());
    }
    let decoded = decode_step(line).unwrap_or_else(|_| panic!("a whole line that is none: {text}"));
    encode_step(&decoded.step, decoded.prev, &mut again).unwrap();
    let again = String::from_utf8(again).unwrap().trim_end().to_owned();
    match decoded.part {
        None => (text, again),
        Some(part) => {
            let group = format!(r#""g":[{},{},{}],"#, decoded.step.s, part.i, part.n);
            (unsealed(&text.replacen(&group, "", 1)), unsealed(&again))
        }
    }
}

fn unsealed(line: &str) -> String {
    line.rsplit_once(",\"h\":").unwrap().0.to_owned()
}

/// Whether `again` says what `line` says, and perhaps more.
fn says_all(line: &str, again: &str) -> bool {
    let value = |line: &str| {
        let mut value: Value = serde_json::from_str(line).unwrap();
        value.as_object_mut().unwrap().remove("h");
        value
    };
    holds(&value(line), &value(again))
}

fn holds(was: &Value, is: &Value) -> bool {
    match (was, is) {
        (Value::Object(was), Value::Object(is)) => {
            was.iter().all(|(key, was)| is.get(key).is_some_and(|is| holds(was, is)))
        }
        (Value::Array(was), Value::Array(is)) => {
            was.len() == is.len() && was.iter().zip(is).all(|(was, is)| holds(was, is))
        }
        (was, is) => was == is,
    }
}

#[test]
fn a_step_that_is_read_again_is_the_same_step() {
    for (name, _, header, steps) in opened() {
        let mut bytes = Vec::new();
        let mut hash = encode_header(&header, &mut bytes);
        for step in &steps {
            hash = encode_step(step, hash, &mut bytes).unwrap();
        }
        assert_eq!(read_bytes(&bytes, &name).unwrap().1, steps, "{name}");
    }
}

#[test]
fn every_kind_of_fact_stands_in_a_file() {
    let files = files();
    let stands =
        |json: String| files.values().any(|bytes| memchr::memmem::find(bytes, json.as_bytes()).is_some());
    let mut missing = Vec::new();
    for entity in variants::<Fact>(r#"{"?":0}"#) {
        let kinds = variants::<Fact>(&format!(r#"{{"{entity}":{{"?":0}}}}"#));
        if kinds.is_empty() && !stands(format!(r#"{{"{entity}":{{"#)) {
            missing.push(entity.clone());
        }
        let lacks = |kind: &String| {
            !stands(format!(r#"{{"{entity}":{{"{kind}":"#)) && !stands(format!(r#"{{"{entity}":"{kind}"}}"#))
        };
        missing.extend(kinds.into_iter().filter(lacks).map(|kind| format!("{entity} {kind}")));
    }
    assert!(
        missing.is_empty(),
        "no golden file holds a fact of these kinds: {missing:?}. Add one: tests/golden/main.rs says how."
    );
}

/// The variants of a type, by the names they have in the file: those that its reader expects in the place of `?`.
/// What has fields there instead has none.
fn variants<T: DeserializeOwned>(asked: &str) -> Vec<String> {
    let Err(error) = serde_json::from_str::<T>(asked) else { panic!("{asked} was understood") };
    let error = error.to_string();
    let Some((_, expected)) = error.split_once("unknown variant `?`, expected ") else { return Vec::new() };
    expected.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn every_word_that_a_fact_may_say_stands_in_a_file() {
    let files = files();
    let said = |field: &str, word: &str| {
        [format!(r#""{field}":"{word}""#), format!(r#""{field}":{{"{word}":"#)]
            .iter()
            .any(|json| files.values().any(|bytes| memchr::memmem::find(bytes, json.as_bytes()).is_some()))
    };
    let words: [(&str, Vec<String>); 13] = [
        ("kind", variants::<note::Kind>("\"?\"")),
        ("kind", variants::<piece::Kind>("\"?\"")),
        ("status", variants::<interview::Status>("\"?\"")),
        ("why", variants::<interview::Pause>("\"?\"")),
        ("asked", variants::<interview::Asked>("\"?\"")),
        ("mode", variants::<agenda::Mode>("\"?\"")),
        ("hold", variants::<agenda::Hold>("\"?\"")),
        ("criterion", variants::<priority::Criterion>("\"?\"")),
        ("state", variants::<priority::State>("\"?\"")),
        ("stance", variants::<link::Stance>("\"?\"")),
        ("from", variants::<link::Thing>("\"?\"")),
        ("purpose", variants::<turn::Purpose>("\"?\"")),
        ("picture", variants::<face::Picture>("\"?\"")),
    ];
    for (field, words) in words {
        assert!(words.len() > 1, "what can {field} say?");
        for word in words {
            assert!(
                said(field, &word),
                "no golden file says {field} {word}: tests/golden/main.rs says how to add one"
            );
        }
    }
    for role in variants::<participant::Role>("\"?\"") {
        let json = format!("\"{role}\"");
        assert!(files.values().any(|bytes| memchr::memmem::find(bytes, json.as_bytes()).is_some()), "{role}");
    }
}

/// An import of so many chunks that its step is a group.
fn long_import(s: StepNo) -> Step {
    let source = SourceId(Id { run: RunId(0xa3f9_0b12), n: 20 });
    let category = Clean::new("Ліфти / lifts");
    let imported = request::Fact::Imported {
        id: source,
        name: Clean::new("Звернення"),
        file: Clean::new("answers.csv"),
        first: 1,
        rows: 8 * 512,
        bad: 0,
        period: None,
        asked: None,
        unstored: Vec::new(),
        categories: vec![category],
        districts: Vec::new(),
    };
    let chunk = |first: u32| {
        let mut text = Texts::default();
        (first..first + 512)
            .for_each(|row| text.push(&format!("Не працює ліфт у під'їзді {row}, \"третій\" тиждень")));
        let empty = (Vec::new(), Vec::new());
        Chunk { source, first, text, category: vec![0; 512], district: empty.0, date: empty.1 }
    };
    let chunks = (0..8).map(|n| request::Fact::Rows(Arc::new(chunk(n * 512))).into());
    let facts = std::iter::once(imported.into()).chain(chunks).collect();
    let at = Stamp { t_ms: 1_781_762_400_000, m_ms: 81_234_567 };
    Step { s, w: RunId(0xa3f9_0b12), at, by: Seat::CommandLine, facts, from: None }
}

/// Too large to stand in `files`; its bytes are made anew each time, and what is claimed is their hash.
#[test]
fn a_long_import_is_the_group_of_lines_that_it_always_was() {
    let mut bytes = Vec::new();
    let step = long_import(1);
    encode_step(&step, Hash::ZERO, &mut bytes).unwrap();
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    assert!(lines.len() > 1 && lines.iter().all(|line| line.len() <= format::STEP_BYTES_MAX));
    assert_eq!((lines.len(), Hash::of(&bytes).to_string().as_str()), (2, "5042475d05a6064b2b37170257bb6988"));
    let state = Hash::of(state_of(vec![step]).as_bytes()).to_string();
    assert_eq!(state, "90b693ef9e70de0d41728c6cf86253e9");
}

/// The facts of a file that this program does not know, as they stand there.
fn unknown(steps: &[Step]) -> Vec<&str> {
    let facts = steps.iter().flat_map(|step| &step.facts);
    facts
        .filter_map(|fact| match fact {
            Fact::Unknown(raw) => Some(&**raw),
            _ => None,
        })
        .collect()
}

#[test]
fn facts_of_a_later_version_survive_opening_appending_and_rewriting() {
    let folder = tempfile::tempdir().unwrap();
    for (name, count) in [("later.viche", 6), ("unknown.viche", 1)] {
        let path = lay(folder.path(), name);
        let before = fs::read(&path).unwrap();
        let mut opened = store::open(&path).unwrap();
        let facts: Vec<String> = unknown(&opened.steps).into_iter().map(str::to_owned).collect();
        assert_eq!(facts.len(), count, "{name}");
        let survive = |when: &str| {
            let text = String::from_utf8(fs::read(&path).unwrap()).unwrap();
            for fact in &facts {
                assert!(text.contains(fact.as_str()), "{name}: {fact} is gone after {when}");
            }
        };
        survive("opening");
        let opened_header = opened.header;
        opened.journal.append(&[next(opened.journal.last())]).unwrap();
        drop(opened);
        survive("appending");
        assert!(fs::read(&path).unwrap().starts_with(&before), "{name}");
        if opened_header.viche > format::VERSION {
            let refused = Rewriting::open(&path);
            assert!(
                matches!(refused, Err(StoreError::NewerVersion { .. })),
                "{name}: rewritten by an older program"
            );
            continue;
        }
        let rewriting = Rewriting::open(&path).unwrap();
        let kept: Vec<Step> = rewriting.steps.iter().skip(1).cloned().collect();
        rewriting.put(&kept).unwrap();
        survive("rewriting");
        assert_eq!(unknown(&store::read(&path).unwrap().1), facts, "{name}");
    }
}

#[test]
fn the_recipe_that_is_named_becomes_a_file() {
    let Some(named) = std::env::var_os("VICHE_GOLDEN") else { return };
    recipe::make(Path::new(&named), &folder().join("files")).unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn a_recipe_becomes_a_file_and_never_takes_the_place_of_one() {
    let desk = tempfile::tempdir().unwrap();
    lay(desk.path(), "undo.viche");
    let recipe = desk.path().join("weather.txt");
    fs::write(
        &recipe,
        "after undo.viche\n\
         F {\"face\":{\"blacked\":{\"black\":true}}}\n\
         T2 {\"note\":{\"held\":{\"id\":\"a3f90b12.4\",\"held\":true}}} {\"turn\":\"seated\"}\n",
    )
    .unwrap();
    let made = recipe::make(&recipe, desk.path()).unwrap();
    let (_, steps, notices) = store::read(&made).unwrap();
    let before = read_bytes(&files()["undo.viche"], "undo.viche").unwrap().1;
    // What a test makes others may read; a golden file is under git and has no mode to speak of.
    let said = notices.iter().filter(|notice| !matches!(notice, store::Notice::WideOpen { .. })).count();
    assert_eq!((made.file_name().unwrap().to_str(), said), (Some("weather.viche"), 0));
    assert_eq!((steps[..before.len()].to_vec(), steps.len()), (before.clone(), before.len() + 2));
    assert_eq!((steps.last().unwrap().by, steps.last().unwrap().facts.len()), (Seat::Team(2), 2));
    assert!(recipe::make(&recipe, desk.path()).unwrap_err().contains("stands there already"));
}
