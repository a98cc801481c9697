//! Real kills of a real process: it writes through the journal's own thread as fast as it can and says what is
//! saved; somewhere in the midst of it the system ends it. Everything that it said is in the file then, and the
//! file goes on.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};

use viche::demo;
use viche::domain::{History, Step, StepNo};
use viche::runtime::journal::{News, Writer};
use viche::store::{self, StoreError};

use super::dice::Dice;
use super::{alone, asked, say};

/// Rounds of an ordinary run.
const ROUNDS: u64 = 20;
/// Where the process writes; without it there is nothing to do.
const FILE: &str = "VICHE_KILLED_FILE";
/// How many steps it writes ahead of what is saved.
const AHEAD: &str = "VICHE_KILLED_AHEAD";
/// Steps of a file.
const STEPS: usize = 1_500;
/// Most steps that are saved before the kill comes.
const SAVED_MAX: usize = 400;

/// What every process writes, so that all know what has to stand in the file; and one more.
fn steps() -> Vec<Step> {
    demo::many_steps(STEPS + 1)
}

/// The process that is killed. As a test of its own it has nothing to do.
#[test]
fn a_hand_writes_until_it_is_killed() {
    let Ok(path) = std::env::var(FILE) else { return };
    let path = Path::new(&path);
    let journal = match path.exists() {
        true => store::open(path).unwrap().journal,
        false => store::create(path).unwrap(),
    };
    let ahead = asked(AHEAD, 1);
    let mut saved = journal.last();
    let (tell, told) = channel();
    let writer = Writer::start(journal, None, None, move |news| tell.send(news).unwrap()).unwrap();
    for step in steps().into_iter().take(STEPS).skip(saved as usize) {
        while saved + ahead < step.s {
            saved = next_saved(&told);
        }
        assert!(writer.append(step));
    }
    while saved < STEPS as StepNo {
        saved = next_saved(&told);
    }
    // It was faster than who kills it.
    let _ = std::io::stdin().read(&mut [0]);
}

/// Waits until more is saved, and says so.
fn next_saved(told: &Receiver<News>) -> StepNo {
    loop {
        match told.recv().unwrap() {
            News::Saved(s) => {
                println!("saved {s}");
                return s;
            }
            News::Room(_) => {}
            other => panic!("{other:?}"),
        }
    }
}

/// A process that writes, and is gone with this.
struct Hand(Child);

impl Hand {
    fn start(path: &Path, ahead: usize) -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "kills::a_hand_writes_until_it_is_killed", "--nocapture"]);
        command.env(FILE, path).env(AHEAD, ahead.to_string());
        let _alone = alone();
        Self(command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap())
    }

    /// Kills it once it has called this step saved; 0 is at once. `meanwhile` comes before. Answers the last step
    /// that it called saved.
    fn killed_at(mut self, step: StepNo, meanwhile: impl Fn()) -> StepNo {
        let said = BufReader::new(self.0.stdout.take().unwrap()).lines().map_while(Result::ok);
        let mut said = said.filter_map(|line| line.strip_prefix("saved ").map(|s| s.parse().unwrap()));
        let mut last = 0;
        while last < step {
            last = said.next().unwrap();
        }
        if step > 0 {
            meanwhile();
        }
        self.0.kill().unwrap();
        // What it said before the kill came counts too.
        said.last().unwrap_or(last)
    }
}

impl Drop for Hand {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn what_a_killed_process_called_saved_is_in_the_file() {
    let (steps, mut dice) = (steps(), Dice::of(1, 3));
    let folder = tempfile::tempdir().unwrap();
    let path_of = |round: u64| folder.path().join(format!("{round}.viche"));
    let rounds = asked("VICHE_KILLS", ROUNDS);
    let (mut path, mut found, mut killed_at) = (path_of(0), 0, 0);
    for round in 1..=rounds {
        let hand = Hand::start(&path, 1 + dice.below(40));
        let step = if dice.one_in(8) { 0 } else { found + dice.below(SAVED_MAX) + 1 };
        let saved = hand.killed_at(step as StepNo, || is_locked(&path));
        killed_at += saved;
        found = goes_on(&path, saved.max(found as StepNo), &steps);
        if found + SAVED_MAX > STEPS {
            (path, found) = (path_of(round), 0);
        }
    }
    say(&format!("killed: {rounds} times, at step {} on average", killed_at / rounds));
}

/// While a process writes the file nobody else does.
fn is_locked(path: &Path) {
    let second = store::open(path);
    assert!(
        matches!(second, Err(StoreError::InUse { .. } | StoreError::InUseByUnknown { .. })),
        "a second hand came in: {second:?}"
    );
}

/// Opens what the killed process left, judges, writes on and opens it once more. Answers the steps in it.
fn goes_on(path: &Path, saved: StepNo, steps: &[Step]) -> usize {
    let opened = match store::open(path) {
        Err(StoreError::NotFound { .. } | StoreError::NotASprint { .. }) if saved == 0 => {
            // It was killed while it made the file.
            let _ = std::fs::remove_file(path);
            return 0;
        }
        opened => opened.unwrap(),
    };
    let found = opened.steps.len();
    assert!(found as StepNo >= saved, "{saved} steps were called saved and {found} are there");
    assert!(steps.starts_with(&opened.steps), "other steps than those that were written");
    let mut journal = opened.journal;
    journal.append(&steps[found..=found]).unwrap();
    drop(journal);
    let again = store::open(path).unwrap();
    assert_eq!((again.steps.as_slice(), again.notices.as_slice()), (&steps[..=found], &[][..]));
    let mut model = History::default();
    steps[..=found].iter().for_each(|step| model.push(step.clone()));
    assert!(History::of(again.steps).sprint() == model.sprint(), "another sprint");
    found + 1
}
