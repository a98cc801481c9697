//! The borders of the house, read from its source: who may name whom, and what only one floor may do.

#![allow(clippy::expect_used, reason = "a test that cannot read the project has to fail")]

use std::fs;
use std::path::{Path, PathBuf};

/// Each room with its floor. A room names only rooms of lower floors.
const FLOORS: &[(&str, u8)] = &[
    ("method", 0),
    ("text", 0),
    ("domain", 1),
    ("words", 1),
    ("store", 2),
    ("exchange", 2),
    ("demo", 2),
    ("kit", 3),
    ("screens", 4),
    ("app", 5),
    ("runtime", 6),
    ("cli", 7),
];

/// Rooms that a room must not name although they lie lower.
const STRANGERS: &[(&str, &[&str])] = &[
    ("kit", &["store", "exchange", "demo"]),
    ("screens", &["store", "exchange", "demo"]),
    ("app", &["store", "exchange", "demo"]),
];

struct Source {
    path: PathBuf,
    room: String,
    code: String,
}

#[test]
fn a_room_names_only_lower_floors() {
    let mut wrong = Vec::new();
    for source in sources() {
        let floor = floor_of(&source.room);
        for (other, theirs) in FLOORS.iter().filter(|(other, _)| *other != source.room) {
            let stranger = STRANGERS.iter().any(|(room, not)| *room == source.room && not.contains(other));
            if (*theirs >= floor || stranger) && names(&source.code, other) {
                wrong.push(format!("{} names {other}", source.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn screens_do_not_name_each_other() {
    let mut wrong = Vec::new();
    for source in sources().into_iter().filter(|source| source.room == "screens") {
        let own = source.path.iter().nth(2).and_then(|part| part.to_str()).unwrap_or_default().to_owned();
        for other in ["agenda", "interviews", "requests", "themes", "priorities", "face"] {
            if own != other && own != "mod.rs" && source.code.contains(&format!("screens::{other}")) {
                wrong.push(format!("{} names {other}", source.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn time_sleep_and_threads_belong_to_the_runtime() {
    only_in(
        &[
            "SystemTime::now",
            "Instant::now",
            "Timestamp::now",
            "Zoned::now",
            "thread::sleep",
            "thread::spawn",
        ],
        &["runtime"],
    );
}

#[test]
fn colours_belong_to_the_theme() {
    let mut wrong = Vec::new();
    for source in sources() {
        let at_home = source.path.ends_with("kit/theme.rs")
            || source.path.ends_with("kit/depth.rs")
            || source.room == "runtime";
        if !at_home && source.code.contains("Color::") {
            wrong.push(source.path.display().to_string());
        }
    }
    assert!(wrong.is_empty(), "a colour outside of kit/theme.rs:\n{}", wrong.join("\n"));
}

#[test]
fn screens_know_no_key() {
    let mut wrong = Vec::new();
    for source in sources().into_iter().filter(|source| source.room == "screens") {
        for name in ["Key::Char", "Key::Ctrl", "KeyCode"] {
            if source.code.contains(name) {
                wrong.push(format!("{} names {name}", source.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "a literal key outside of the command rows:\n{}", wrong.join("\n"));
}

fn only_in(words: &[&str], rooms: &[&str]) {
    let mut wrong = Vec::new();
    for source in sources().into_iter().filter(|source| !rooms.contains(&source.room.as_str())) {
        for word in words.iter().filter(|word| source.code.contains(**word)) {
            wrong.push(format!("{} has {word}", source.path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn floor_of(room: &str) -> u8 {
    FLOORS.iter().find(|(name, _)| *name == room).map_or(u8::MAX, |(_, floor)| *floor)
}

/// Whether code names a room: `crate::room::…`, or `crate::{…, room::…}`.
fn names(code: &str, room: &str) -> bool {
    code.contains(&format!("crate::{room}::"))
        || code.contains(&format!("crate::{room};"))
        || code.lines().filter(|line| line.trim_start().starts_with("use crate::{")).any(|line| {
            line.split(['{', ',', '}', ' '])
                .any(|part| part == room || part.starts_with(&format!("{room}::")))
        })
}

/// Every file of the library without its tests and comments.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    walk(&root.join("src"), &mut files);
    let mut sources = Vec::new();
    for file in files {
        let path = file.strip_prefix(root).expect("inside the project").to_owned();
        let room = path.iter().nth(1).and_then(|part| part.to_str()).unwrap_or_default().to_owned();
        let test_file = path.ends_with("tests.rs")
            || path.ends_with("app/room.rs")
            || path.iter().any(|part| part == "tests");
        if test_file || !FLOORS.iter().any(|(name, _)| *name == room) {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a source file");
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        sources.push(Source { path, room, code: code.join("\n") });
    }
    assert!(sources.len() > 50, "the house was not found");
    sources
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the house").flatten() {
        let path = entry.path();
        match path.is_dir() {
            true => walk(&path, files),
            false if path.extension().is_some_and(|end| end == "rs") => files.push(path),
            false => {}
        }
    }
}
