//! `viche erase`: takes a respondent out of a sprint for good, and out of everything that viche keeps of it on this
//! computer. Shows what is about to go, asks, rewrites the file, removes what lies around it, and looks whether
//! anything is left. Run again it cleans up again: also after the power went in between.
//!
//! What was said is held in memory to be looked for, and never shown.

mod told;

use std::io::{BufRead, IsTerminal, Write, stdin, stdout};
use std::path::{Path, PathBuf};

use super::args::Erase;
use super::open::{began, clock_of, random_run, store_fail};
use super::place::Place;
use super::say::Fail;
use crate::domain::erasure::{self, Erasure, Said, Traces, erase};
use crate::domain::id::RunId;
use crate::domain::{Code, History, NAME_CHARS_MAX, Refusal, Seat, Step, StepNo, code};
use crate::runtime::Problem;
use crate::store::format::VERSION;
use crate::store::{self, Header, Purge, Rescued, Rewriting, Shelf, StoreError, Unreached};
use crate::text::Clean;
use crate::words::{Args, Words};

/// What is about to be done, or was.
struct Plan {
    /// The file as it was named.
    file: Clean,
    respondent: Code,
    erasure: Erasure,
    purge: Purge,
    /// What was said, in the file and in what lies around it.
    said: Said,
    /// A folder of git in which the file lies.
    git: Option<PathBuf>,
}

/// What was done.
struct Done {
    /// The step that says so.
    step: StepNo,
    generation: u32,
    removed: Vec<PathBuf>,
    unreached: Vec<Unreached>,
    /// Files in which words still stand.
    holding: Vec<PathBuf>,
}

impl Done {
    fn is_clean(&self) -> bool {
        self.unreached.is_empty() && self.holding.is_empty()
    }
}

/// Erases, or shows what would be.
pub(super) fn run(asked: &Erase, place: &Place) -> Result<u8, Fail> {
    let words = place.words();
    let (respondent, reason) = what_is_asked(asked, &words)?;
    let fail = |error: StoreError| store_fail(&error, &words, &place.zone);
    if asked.dry_run {
        let (header, steps, _) = store::read(&asked.file).map_err(fail)?;
        let words = words_of(&steps, place);
        let plan = plan(asked, respondent, &reason, &header, steps, place, &words)?;
        told::before(asked, &plan, &words);
        return Ok(0);
    }
    let file = Rewriting::open(&asked.file).map_err(fail)?;
    let words = words_of(&file.steps, place);
    let (header, steps) = (file.header, file.steps.clone());
    let plan = plan(asked, respondent, &reason, &header, steps, place, &words)?;
    if !asked.yes && plan.erasure.before.is_none() {
        told::before(asked, &plan, &words);
        ask(respondent, &words)?;
    }
    let (plan, done) = go(file, plan, place, &words)?;
    told::after(asked, &plan, &done, &words);
    Ok(if done.is_clean() { 0 } else { 1 })
}

fn words_of(steps: &[Step], place: &Place) -> Words {
    place.words_for(&History::of(steps.to_vec()).sprint().description)
}

/// The respondent and the reason, as they were typed. Refuses what nobody could answer.
fn what_is_asked(asked: &Erase, words: &Words) -> Result<(u32, Clean), Fail> {
    let Some(Code::Respondent(respondent)) = code::parse(&asked.respondent) else {
        let args = || Args::new().with("code", asked.respondent.as_str());
        return Err(Fail::usage(&Problem::new(words, "problem-erase-code", args), words));
    };
    let reason = Clean::new(asked.reason.as_deref().unwrap_or_default());
    if reason.as_str().chars().count() > NAME_CHARS_MAX {
        let args = || Args::new().with("chars-max", NAME_CHARS_MAX);
        return Err(Fail::usage(&Problem::new(words, "problem-erase-reason", args), words));
    }
    if asked.json && !asked.yes && !asked.dry_run {
        return Err(Fail::usage(&Problem::new(words, "problem-erase-json", Args::new), words));
    }
    let may_ask = stdin().is_terminal() && stdout().is_terminal();
    if !(asked.yes || asked.dry_run || may_ask) {
        return Err(Fail::new(&Problem::new(words, "problem-erase-unasked", Args::new), words));
    }
    Ok((respondent, reason))
}

fn plan(
    asked: &Erase,
    respondent: u32,
    reason: &Clean,
    header: &Header,
    steps: Vec<Step>,
    place: &Place,
    words: &Words,
) -> Result<Plan, Fail> {
    let file = Clean::new(&asked.file.to_string_lossy());
    let fail = |error: StoreError| store_fail(&error, words, &place.zone);
    if header.viche > VERSION {
        return Err(fail(StoreError::NewerVersion { path: asked.file.clone(), min: header.viche }));
    }
    let shelf = place.state_folder.as_deref().map(|folder| Shelf::of(folder, header.file));
    let rescued = nothing_waits(&file, shelf.as_ref(), &steps, place, words)?;
    let erasure = erase(steps, respondent, reason).map_err(|why| refused(why, respondent, &file, words))?;
    let purge = Purge::of(&asked.file, shelf, rescued);
    let mut said = erasure.said.clone();
    for steps in purge.steps() {
        said.extend(Traces::of_erased([&erasure.erased], &steps).said());
    }
    let git = git_above(&asked.file);
    Ok(Plan { file, respondent: Code::Respondent(respondent), erasure, purge, said, git })
}

/// Refuses while steps of the sprint lie elsewhere that are not in its file: they would be lost. Answers files of
/// older versions that hold nothing more than the file does.
pub(super) fn nothing_waits(
    file: &Clean,
    shelf: Option<&Shelf>,
    steps: &[Step],
    place: &Place,
    words: &Words,
) -> Result<Vec<PathBuf>, Fail> {
    let refuse = |id: &str, other: &Path| {
        let other = Clean::new(&other.to_string_lossy());
        Fail::new(&Problem::new(words, id, || Args::new().with("file", file).with("other", &other)), words)
    };
    if let Some(fallback) = shelf.and_then(|shelf| shelf.fallbacks().into_iter().next()) {
        return Err(refuse("problem-erase-fallback", &fallback));
    }
    let rescued = place.state_folder.as_deref().map(|folder| Rescued::of(folder, steps)).unwrap_or_default();
    match rescued.iter().find(|one| one.has_more) {
        Some(one) => Err(refuse("problem-erase-rescued", &one.path)),
        None => Ok(rescued.into_iter().map(|one| one.path).collect()),
    }
}

fn refused(why: Refusal, respondent: u32, file: &Clean, words: &Words) -> Fail {
    let code = Code::Respondent(respondent).to_string();
    let problem = match why {
        Refusal::NotAsked => Problem::new(words, "problem-erase-nobody", || {
            Args::new().with("respondent", code.as_str()).with("file", file)
        }),
        other => Problem { what: crate::kit::refusal::phrase(&other, words), hint: Default::default() },
    };
    Fail::new(&problem, words)
}

/// The nearest folder of git above a file.
fn git_above(file: &Path) -> Option<PathBuf> {
    let real = std::fs::canonicalize(file).ok()?;
    real.ancestors().skip(1).map(|folder| folder.join(".git")).find(|git| git.exists())
}

/// Waits until the code was typed once more.
fn ask(respondent: u32, words: &Words) -> Result<(), Fail> {
    let code = Code::Respondent(respondent).to_string();
    let question = words.tell("erase-ask", Args::new().with("respondent", code.as_str()));
    let _ = write!(stdout().lock(), "\n{question} ");
    let _ = stdout().flush();
    let mut line = String::new();
    let read = stdin().lock().read_line(&mut line);
    match read.is_ok() && code::parse(&line) == Some(Code::Respondent(respondent)) {
        true => Ok(()),
        false => {
            let args = || Args::new().with("respondent", code.as_str());
            Err(Fail::new(&Problem::new(words, "problem-erase-not-typed", args), words))
        }
    }
}

/// Rewrites the file unless it is rewritten already, removes what lies around it, and looks for what is left.
fn go(file: Rewriting, mut plan: Plan, place: &Place, words: &Words) -> Result<(Plan, Done), Fail> {
    let fail = |error: StoreError| store_fail(&error, words, &place.zone);
    let path = plan.purge.path().to_owned();
    let (file, step) = match plan.erasure.before {
        Some(step) => (file, step),
        None => {
            let steps = buried(&plan.erasure, file.header.t_ms);
            let step = steps.last().map_or(0, |step| step.s);
            file.put(&steps).map_err(fail)?;
            // Nobody may go on in it while its copies are removed.
            (Rewriting::open(&path).map_err(|_| half(&plan, words))?, step)
        }
    };
    plan.purge = plan.purge.anew();
    let unreached = plan.purge.go();
    let generation = file.header.generation;
    // On some systems a locked file can't be read by its name.
    drop(file);
    let holding = plan.purge.holding(&plan.said.lasting());
    let gone = |path: &&PathBuf| !unreached.iter().any(|one| one.path == **path);
    let removed = plan.purge.files.iter().filter(gone).cloned().collect();
    Ok((plan, Done { step, generation, removed, unreached, holding }))
}

fn half(plan: &Plan, words: &Words) -> Fail {
    let code = plan.respondent.to_string();
    let args = || Args::new().with("respondent", code.as_str()).with("file", &plan.file);
    Fail::new(&Problem::new(words, "problem-erase-half", args), words)
}

/// The blanked steps, the beginning of this run, and the tombstone in a step of its own.
fn buried(erasure: &Erasure, made_ms: i64) -> Vec<Step> {
    let mut steps = erasure.steps.clone();
    let (clock, boot) = clock_of(&steps, made_ms);
    let (w, at, by) = (run_of_its_own(&steps), clock.now(), Seat::CommandLine);
    let tombstone = erasure::Fact::Erased(erasure.erased.clone());
    for facts in [vec![began(boot.as_str()).into()], vec![tombstone.into()]] {
        let s = steps.last().map_or(1, |step| step.s + 1);
        steps.push(Step { s, w, at, by, facts, from: None });
    }
    steps
}

fn run_of_its_own(steps: &[Step]) -> RunId {
    loop {
        let run = random_run();
        if steps.iter().all(|step| step.w != run) {
            return run;
        }
    }
}
