//! `viche check`: looks a sprint's file over.

use std::path::PathBuf;

use serde::Serialize;

use super::args::Check;
use super::open::wide_open;
use super::place::Place;
use super::say::{self, Fail};
use crate::runtime::problem::finding;
use crate::store::{self, Finding, FindingKind, Report};
use crate::text::Clean;
use crate::words::{Args, Phrase, Words};

/// The report for scripts. Its names stay when sentences change.
#[derive(Serialize)]
struct ForScripts {
    exit: u8,
    steps: u64,
    findings: Vec<FindingForScripts>,
    /// The file, or the folder that the program keeps its own things in, where others may read it.
    wide_open: Vec<String>,
}

#[derive(Serialize)]
struct FindingForScripts {
    line: u64,
    kind: &'static str,
}

/// Checks and says what was found; the exit status is the report's.
pub(super) fn run(check: &Check, place: &Place) -> Result<u8, Fail> {
    let report = store::check(&check.file);
    let places = std::iter::once(&check.file).chain(&place.state_folder);
    let wide: Vec<&PathBuf> = places.filter(|path| store::wide_open(path).is_some()).collect();
    match check.json {
        true => print_json(&report, &wide),
        false => print(check, &report, &wide, &place.words()),
    }
    Ok(report.exit)
}

fn print(check: &Check, report: &Report, wide: &[&PathBuf], words: &Words) {
    let file = Clean::new(&check.file.to_string_lossy());
    let about = |id: &str| words.tell(id, Args::new().with("file", &file).with("steps", report.steps));
    say::line(&match report.exit {
        0 => about("cli-check-clean"),
        1 => about("cli-check-tail"),
        2 => about("cli-check-damaged"),
        _ => about("cli-check-hopeless"),
    });
    findings(report, words).iter().for_each(say::line);
    wide.iter().for_each(|path| say::line(&wide_open(path, words)));
}

/// What was found, a line each.
pub(super) fn findings(report: &Report, words: &Words) -> Vec<Phrase> {
    let line = |found: &Finding| {
        let what = finding(found.kind, words);
        words.tell("cli-check-line", Args::new().with("line", found.line.to_string()).with("finding", &what))
    };
    report.findings.iter().map(line).collect()
}

fn print_json(report: &Report, wide: &[&PathBuf]) {
    let findings = report.findings.iter();
    let findings = findings.map(|found| FindingForScripts { line: found.line, kind: name(found.kind) });
    let report = ForScripts {
        exit: report.exit,
        steps: report.steps,
        findings: findings.collect(),
        wide_open: wide.iter().map(|path| path.to_string_lossy().into_owned()).collect(),
    };
    if let Ok(json) = serde_json::to_string(&report) {
        use std::io::Write;
        let _ = writeln!(std::io::stdout().lock(), "{json}");
    }
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
