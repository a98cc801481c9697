//! What is said of an erasure, to people and to scripts: counts and codes, and of texts only what is left of them.

use std::path::PathBuf;

use serde::Serialize;

use super::{Done, Plan};
use crate::cli::args::Erase;
use crate::cli::say;
use crate::domain::Code;
use crate::domain::erasure::{Reword, What, Why};
use crate::text::{Clean, fit, pad, width, wrap};
use crate::words::{Args, Phrase, Words};

/// Columns of the page.
const COLUMNS: usize = 80;
/// Columns before each line of a part.
const INDENT: usize = 2;

/// Says what is about to be done.
pub(super) fn before(asked: &Erase, plan: &Plan, words: &Words) {
    match asked.json {
        true => in_json(plan, None),
        false => page_before(asked.dry_run, plan, words).iter().for_each(|line| say::text(line)),
    }
}

/// Says what was done.
pub(super) fn after(asked: &Erase, plan: &Plan, done: &Done, words: &Words) {
    match asked.json {
        true => in_json(plan, Some(done)),
        false => page_after(plan, done, words).iter().for_each(|line| say::text(line)),
    }
}

fn page_before(dry_run: bool, plan: &Plan, words: &Words) -> Vec<String> {
    let respondent = plan.respondent.to_string();
    let args = || Args::new().with("respondent", respondent.as_str()).with("file", &plan.file);
    let head = match (dry_run, plan.erasure.before) {
        (true, Some(step)) => words.tell("erase-rehearsal-before", args().with("step", step.to_string())),
        (true, None) => words.tell("erase-rehearsal", args()),
        (false, Some(_) | None) => words.tell("erase-before", args()),
    };
    let mut rows = what_goes(plan, words);
    rows.push((words.say("erase-label-around"), files(&plan.purge.files, words)));
    rows.push((words.say("erase-label-stays"), stays(plan, words)));
    let mut page = headed(&head);
    page.extend(labelled(&rows));
    page.extend(reword(plan, words));
    page.extend(reach(plan, words));
    page
}

fn page_after(plan: &Plan, done: &Done, words: &Words) -> Vec<String> {
    let respondent = plan.respondent.to_string();
    let args = || Args::new().with("respondent", respondent.as_str()).with("file", &plan.file);
    let mut page = match plan.erasure.before {
        Some(step) => headed(&words.tell("erase-done-before", args().with("step", step.to_string()))),
        None => headed(&words.tell("erase-done", args())),
    };
    let mut rows = Vec::new();
    if plan.erasure.before.is_none() {
        rows = what_goes(plan, words);
        let blanked = plan.erasure.erased.steps.len();
        let args = Args::new().with("steps", blanked).with("step", done.step.to_string());
        rows.push((words.say("erase-label-blanked"), words.tell("erase-blanked", args)));
    }
    rows.push((words.say("erase-label-removed"), files(&done.removed, words)));
    match done.is_clean() {
        true => rows.push((words.say("erase-label-checked"), checked(plan, words))),
        false => rows.extend(left(done, words).map(|left| (words.say("erase-label-left"), left))),
    }
    page.extend(labelled(&rows));
    page.extend(reword(plan, words));
    page.extend(reach(plan, words));
    let promise = if done.is_clean() { "erase-promise" } else { "erase-promise-not" };
    let promise = words.tell(promise, Args::new().with("respondent", respondent.as_str()));
    page.push(String::new());
    page.extend(wrap(promise.as_str(), COLUMNS).into_iter().map(str::to_owned));
    page
}

fn headed(head: &Phrase) -> Vec<String> {
    let lines = wrap(head.as_str(), COLUMNS).into_iter().map(str::to_owned);
    lines.chain([String::new()]).collect()
}

/// A row of a part: what it is about, and what is said of it.
type Row = (Phrase, Phrase);

fn what_goes(plan: &Plan, words: &Words) -> Vec<Row> {
    let erasure = &plan.erasure;
    let codes = |codes: &[Code]| codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let interviews = words.tell("erase-interviews", Args::new().with("codes", codes(&erasure.interviews)));
    let notes = match erasure.notes.len() {
        0 => words.say("erase-notes-none"),
        notes => {
            words.tell("erase-notes", Args::new().with("notes", notes).with("codes", codes(&erasure.notes)))
        }
    };
    let mut rows =
        vec![(words.say("erase-label-interviews"), interviews), (words.say("erase-label-notes"), notes)];
    let texts = erasure.reword.iter().filter(|one| one.why == Why::Quoted).count();
    let same: Vec<Code> = erasure.reword.iter().filter_map(same_words).collect();
    if !same.is_empty() {
        let args = Args::new().with("notes", same.len()).with("codes", codes(&same));
        rows.push((words.say("erase-label-others"), words.tell("erase-same", args)));
    }
    if texts > 0 {
        let texts = words.tell("erase-texts", Args::new().with("texts", texts));
        rows.push((words.say("erase-label-elsewhere"), texts));
    }
    if erasure.rows > 0 {
        let found = words.tell("erase-rows", Args::new().with("rows", erasure.rows));
        rows.push((words.say("erase-label-elsewhere"), found));
    }
    rows
}

/// The code of a note of another respondent who said the same.
fn same_words(one: &Reword) -> Option<Code> {
    match (one.what, one.why) {
        (What::Coded(code), Why::Same) => Some(code),
        (_, Why::Same | Why::Quoted | Why::Rests) => None,
    }
}

fn stays(plan: &Plan, words: &Words) -> Phrase {
    let respondent = plan.respondent.to_string();
    let (reason, args) = (&plan.erasure.erased.reason, Args::new().with("respondent", respondent.as_str()));
    match reason.is_empty() {
        true => words.tell("erase-stays", args),
        false => words.tell("erase-stays-reason", args.with("reason", reason)),
    }
}

/// How many files, and their names without folders.
fn files(files: &[PathBuf], words: &Words) -> Phrase {
    let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let names = files.iter().map(name).collect::<Vec<_>>().join(", ");
    match files.len() {
        0 => words.say("erase-files-none"),
        count => words.tell("erase-files", Args::new().with("files", count).with("names", names)),
    }
}

fn checked(plan: &Plan, words: &Words) -> Phrase {
    match plan.said.lasting().len() {
        0 => words.say("erase-checked-nothing"),
        texts => words.tell("erase-checked", Args::new().with("texts", texts)),
    }
}

/// What is left: files that could not be removed, and others in which words stand.
fn left<'a>(done: &'a Done, words: &'a Words) -> impl Iterator<Item = Phrase> + 'a {
    let line = |path: &PathBuf, why: &Clean| {
        let file = Clean::new(&path.to_string_lossy());
        words.tell("erase-left", Args::new().with("file", &file).with("why", why))
    };
    let unreached = done.unreached.iter().map(move |one| line(&one.path, &Clean::new(&one.why.to_string())));
    let others = done.holding.iter().filter(|path| !done.unreached.iter().any(|one| one.path == **path));
    let holding = others.map(move |path| {
        let file = Clean::new(&path.to_string_lossy());
        words.tell("erase-left-holding", Args::new().with("file", &file))
    });
    unreached.chain(holding)
}

/// Rows with their labels in a column of their own.
fn labelled(rows: &[Row]) -> Vec<String> {
    let column = rows.iter().map(|(label, _)| width(label.as_str())).max().unwrap_or(0) + INDENT;
    let mut lines = Vec::new();
    for (label, text) in rows {
        for (at, part) in wrap(text.as_str(), COLUMNS - INDENT - column).into_iter().enumerate() {
            let label = if at == 0 { label.as_str() } else { "" };
            lines.push(format!("{:INDENT$}{}{part}", "", pad(label, column)));
        }
    }
    lines
}

/// What a person has to put in other words, in columns. Notes of others were said above already.
fn reword(plan: &Plan, words: &Words) -> Vec<String> {
    let all = plan.erasure.reword.iter().filter(|one| same_words(one).is_none());
    let all: Vec<&Reword> = all.collect();
    if all.is_empty() {
        return Vec::new();
    }
    let respondent = plan.respondent.to_string();
    let cells = |one: &&Reword| {
        let team = one.team.map(|team| team.to_string()).unwrap_or_default();
        [what(one.what, words), team, why(one.why, &respondent, words).to_string()]
    };
    let cells: Vec<[String; 3]> = all.iter().map(cells).collect();
    let columns = [0, 1, 2].map(|at| cells.iter().map(|cells| width(&cells[at])).max().unwrap_or(0));
    let mut lines = vec![String::new(), words.say("erase-reword").to_string()];
    for (one, cells) in all.iter().zip(&cells) {
        let mut line = " ".repeat(INDENT);
        for (cell, columns) in cells.iter().zip(columns).filter(|(_, columns)| *columns > 0) {
            line.push_str(&pad(cell, columns + INDENT));
        }
        let room = COLUMNS.saturating_sub(width(&line));
        line.push_str(&fit(one.text.as_str(), room));
        lines.push(line);
    }
    lines
}

fn what(what: What, words: &Words) -> String {
    let phrase = match what {
        What::Coded(code) => return code.to_string(),
        What::Timebox => words.say("erase-what-timebox"),
        What::Guide => words.say("erase-what-guide"),
        What::Message => words.say("erase-what-message"),
        What::Sprint => words.say("erase-what-sprint"),
    };
    phrase.to_string()
}

fn why(why: Why, respondent: &str, words: &Words) -> Phrase {
    let id = match why {
        Why::Quoted | Why::Same => "erase-why-quoted",
        Why::Rests => "erase-why-rests",
    };
    words.tell(id, Args::new().with("respondent", respondent))
}

/// What this program can't reach.
fn reach(plan: &Plan, words: &Words) -> Vec<String> {
    let git = match &plan.git {
        Some(folder) => {
            let folder = Clean::new(&folder.to_string_lossy());
            words.tell("erase-reach-git", Args::new().with("folder", &folder))
        }
        None => words.say("erase-reach-git-unseen"),
    };
    let others =
        ["erase-reach-exports", "erase-reach-backups", "erase-reach-computers", "erase-reach-screens"];
    let mut lines = vec![String::new(), words.say("erase-reach").to_string()];
    let all = [words.say("erase-reach-copies"), git].into_iter().chain(others.map(|id| words.say(id)));
    for one in all {
        for (at, part) in wrap(one.as_str(), COLUMNS - 2 * INDENT).into_iter().enumerate() {
            lines.push(format!("{:INDENT$}{}{part}", "", if at == 0 { "· " } else { "  " }));
        }
    }
    lines
}

/// The answer for scripts. Its names stay when sentences change.
#[derive(Serialize)]
struct ForScripts<'a> {
    respondent: String,
    done: bool,
    /// The step that erased them before.
    before: Option<u64>,
    /// The step that says so now; none while nothing was done.
    step: Option<u64>,
    generation: Option<u32>,
    interviews: Vec<String>,
    notes: Vec<String>,
    steps: &'a [u64],
    rows: usize,
    reason: &'a str,
    reword: Vec<RewordForScripts<'a>>,
    /// What lies around the file: to go, or gone.
    files: Vec<String>,
    left: Vec<String>,
    holding: Vec<String>,
    git: Option<String>,
}

#[derive(Serialize)]
struct RewordForScripts<'a> {
    what: String,
    team: Option<String>,
    why: &'static str,
    text: &'a str,
}

fn in_json(plan: &Plan, done: Option<&Done>) {
    let erasure = &plan.erasure;
    let path = |path: &PathBuf| path.to_string_lossy().into_owned();
    let codes = |codes: &[Code]| codes.iter().map(ToString::to_string).collect();
    let answer = ForScripts {
        respondent: plan.respondent.to_string(),
        done: done.is_some(),
        before: erasure.before,
        step: done.map(|done| done.step),
        generation: done.map(|done| done.generation),
        interviews: codes(&erasure.interviews),
        notes: codes(&erasure.notes),
        steps: &erasure.erased.steps,
        rows: erasure.rows,
        reason: erasure.erased.reason.as_str(),
        reword: erasure.reword.iter().map(reword_in_json).collect(),
        files: done.map_or(&plan.purge.files, |done| &done.removed).iter().map(path).collect(),
        left: done.iter().flat_map(|done| &done.unreached).map(|one| path(&one.path)).collect(),
        holding: done.iter().flat_map(|done| &done.holding).map(path).collect(),
        git: plan.git.as_ref().map(path),
    };
    if let Ok(json) = serde_json::to_string(&answer) {
        say::text(&json);
    }
}

fn reword_in_json(one: &Reword) -> RewordForScripts<'_> {
    RewordForScripts {
        what: match one.what {
            What::Coded(code) => code.to_string(),
            What::Timebox => "agenda".to_owned(),
            What::Guide => "guide".to_owned(),
            What::Message => "wall".to_owned(),
            What::Sprint => "sprint".to_owned(),
        },
        team: one.team.map(|team| team.to_string()),
        why: match one.why {
            Why::Quoted => "quoted",
            Why::Same => "same",
            Why::Rests => "rests",
        },
        text: one.text.as_str(),
    }
}
