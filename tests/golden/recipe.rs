//! Makes a golden file of the steps that somebody wrote down; `main.rs` says how they look.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Deserializer;
use uuid::Uuid;
use viche::domain::id::RunId;
use viche::domain::{Fact, Seat, Stamp, Step, StepNo};
use viche::store::{self, Header, Memory, StoreError};

/// When the first step of a golden file was made: 18 June 2026, 9:00 in Kyiv.
const MORNING_MS: i64 = 1_781_762_400_000;
const RUN: RunId = RunId(0x901d_f11e);

/// Makes a file of the recipe at `recipe`, under its name, in `folder`, where none of that name may stand.
pub fn make(recipe: &Path, folder: &Path) -> Result<PathBuf, String> {
    let text = fs::read_to_string(recipe).map_err(|error| format!("{}: {error}", recipe.display()))?;
    let path = folder.join(recipe.file_name().unwrap_or_default()).with_extension("viche");
    if path.exists() {
        return Err(format!("{} stands there already; golden files are only added", path.display()));
    }
    let steps = steps(&text, folder)?;
    // Names the file without chance, so that a recipe always makes the same bytes.
    let uuid = Uuid::from_u128(u128::from_be_bytes(store::Hash::of(text.as_bytes()).0));
    let memory = Memory::new();
    let write = || -> Result<(), StoreError> {
        store::create_in(memory.clone(), &path, Header::new(uuid, MORNING_MS))?.append(&steps)
    };
    write().map_err(|error| error.to_string())?;
    fs::write(&path, memory.bytes()).map_err(|error| error.to_string())?;
    Ok(path)
}

fn steps(text: &str, folder: &Path) -> Result<Vec<Step>, String> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).peekable();
    let mut steps = Vec::new();
    if let Some(name) = lines.next_if(|line| line.starts_with("after ")) {
        let path = folder.join(name["after ".len()..].trim());
        steps = store::read(&path).map_err(|error| error.to_string())?.1;
    }
    for line in lines {
        let s = steps.last().map_or(1, |step: &Step| step.s + 1);
        let at = steps.last().map_or(Stamp { t_ms: MORNING_MS, m_ms: 1_000_000 }, |step| step.at);
        steps.push(step(line, s, at)?);
    }
    Ok(steps)
}

/// The step of a line, made a second after `at`.
fn step(line: &str, s: StepNo, at: Stamp) -> Result<Step, String> {
    let (by, facts) = line.split_once(' ').ok_or_else(|| format!("no facts: {line}"))?;
    let by: Seat = by.parse()?;
    let facts: Result<Vec<Fact>, _> = Deserializer::from_str(facts).into_iter().collect();
    let facts = facts.map_err(|error| format!("{error}: {line}"))?;
    let at = Stamp { t_ms: at.t_ms + 1_000, m_ms: at.m_ms + 1_000 };
    Ok(Step { s, w: RUN, at, by, facts, from: None })
}
