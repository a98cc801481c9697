//! `viche check`: looks a sprint's file over, and whether it is what this computer remembers.

use std::path::PathBuf;

use serde::Serialize;

use super::args::Check;
use super::columns::{self, Side};
use super::keeping;
use super::open::wide_open;
use super::place::Place;
use super::say::{self, Fail};
use crate::runtime::problem::finding;
use crate::store::{self, Finding, FindingKind, Remembered, Report};
use crate::text::Clean;
use crate::words::{Args, Phrase, Words};

/// The exit status of damage, which a file that lost something is too.
const DAMAGED: u8 = 2;

/// The report for scripts. Its names stay when sentences change.
#[derive(Serialize)]
struct ForScripts {
    exit: u8,
    steps: u64,
    findings: Vec<FindingForScripts>,
    /// What this computer remembers otherwise, if anything.
    remembered: Option<RememberedForScripts>,
    /// The file, or the folder that the program keeps its own things in, where others may read it.
    wide_open: Vec<String>,
}

#[derive(Serialize)]
struct FindingForScripts {
    line: u64,
    kind: &'static str,
}

#[derive(Serialize)]
struct RememberedForScripts {
    kind: &'static str,
    /// The last step, or the generation, that was seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    seen: Option<u64>,
}

/// Checks and says what was found; the exit status is the report's, or that of damage when something was lost.
pub(super) fn run(check: &Check, place: &Place) -> Result<u8, Fail> {
    let report = store::check(&check.file);
    let remembered = place.state_folder.as_deref().and_then(|folder| store::remembered(folder, &check.file));
    let exit = report.exit.max(remembered.map_or(0, |_| DAMAGED));
    let places = std::iter::once(&check.file).chain(&place.state_folder);
    let wide: Vec<&PathBuf> = places.filter(|path| store::wide_open(path).is_some()).collect();
    match check.json {
        true => print_json(exit, &report, remembered, &wide),
        false => {
            let words = place.words();
            print(check, &report, remembered, &words);
            wide.iter().for_each(|path| say::line(&wide_open(path, &words)));
        }
    }
    Ok(exit)
}

fn print(check: &Check, report: &Report, remembered: Option<Remembered>, words: &Words) {
    let file = Clean::new(&check.file.to_string_lossy());
    let about = |id: &str| words.tell(id, Args::new().with("file", &file).with("steps", report.steps));
    say::line(&match (report.exit, remembered) {
        (0 | 1, Some(_)) => about("cli-check-remembered"),
        (0, None) => about("cli-check-clean"),
        (1, None) => about("cli-check-tail"),
        (2, _) => about("cli-check-damaged"),
        (_, _) => about("cli-check-hopeless"),
    });
    let row = |line: u64, what: Phrase| {
        [words.tell("cli-repair-line", Args::new().with("line", line.to_string())), what]
    };
    let rows: Vec<[Phrase; 2]> =
        report.findings.iter().map(|found| row(found.line, finding(found.kind, words))).collect();
    columns::say(&rows, [Side::Left, Side::Left]);
    if let Some(remembered) = &remembered {
        columns::say(&[[keeping::what(remembered, words)]], [Side::Left]);
        say::line(&keeping::next(remembered, &check.file, words));
    } else if report.exit == DAMAGED {
        say::line(&about("remembered-next-repair"));
    }
}

/// What was found, a line each.
pub(super) fn findings(report: &Report, words: &Words) -> Vec<Phrase> {
    let line = |found: &Finding| {
        let what = finding(found.kind, words);
        words.tell("cli-check-line", Args::new().with("line", found.line.to_string()).with("finding", &what))
    };
    report.findings.iter().map(line).collect()
}

fn print_json(exit: u8, report: &Report, remembered: Option<Remembered>, wide: &[&PathBuf]) {
    let findings = report.findings.iter();
    let findings = findings.map(|found| FindingForScripts { line: found.line, kind: name(found.kind) });
    let (findings, remembered) = (findings.collect(), remembered.map(for_scripts));
    let wide_open = wide.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    say::json(&ForScripts { exit, steps: report.steps, findings, remembered, wide_open });
}

fn for_scripts(remembered: Remembered) -> RememberedForScripts {
    let (kind, seen) = match remembered {
        Remembered::Shorter { seen, .. } => ("shorter", Some(seen)),
        Remembered::Replaced { seen, .. } => ("replaced", Some(seen)),
        Remembered::OlderGeneration { seen, .. } => ("older_generation", Some(u64::from(seen))),
        Remembered::OtherSprint { seen } => ("other_sprint", Some(seen)),
        Remembered::Deleted { .. } => ("deleted", None),
    };
    RememberedForScripts { kind, seen }
}

fn name(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Bom => "bom",
        FindingKind::CrLf => "crlf",
        FindingKind::MissingNewline => "missing_newline",
        FindingKind::TornTail { .. } => "torn_tail",
        FindingKind::DoubledLine => "doubled_line",
        FindingKind::Garbled => "garbled",
        FindingKind::Edited => "edited",
        FindingKind::Glued => "glued",
        FindingKind::Missing { .. } => "missing",
        FindingKind::OutOfPlace { .. } => "out_of_place",
        FindingKind::Unchained => "unchained",
        FindingKind::BrokenGroup => "broken_group",
        FindingKind::NewerVersion { .. } => "newer_version",
        FindingKind::NotASprint => "not_a_sprint",
        FindingKind::Unreadable => "unreadable",
    }
}
