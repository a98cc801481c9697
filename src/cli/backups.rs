//! `viche backups`: lists what this computer kept of a file, and puts it back.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::args::Backups;
use super::columns::{self, Side};
use super::keeping;
use super::place::Place;
use super::say::{self, Fail};
use crate::runtime::Problem;
use crate::store::{self, Backup, BackupKind};
use crate::text::Clean;
use crate::words::{Args, Phrase, Words};

const KIBIBYTE: u64 = 1 << 10;
/// The exit status of damage.
const DAMAGED: u8 = 2;

/// A backup for scripts. Its names stay when sentences change.
#[derive(Serialize)]
struct ForScripts<'a> {
    n: usize,
    kind: &'static str,
    path: &'a Path,
    t: String,
    steps: Option<u64>,
    bytes: u64,
    exit: u8,
}

/// What was put back, for scripts.
#[derive(Serialize)]
struct RestoredForScripts<'a> {
    restored: usize,
    to: &'a Path,
    aside: Option<&'a Path>,
    steps: Option<u64>,
}

/// Lists, or puts one back.
pub(super) fn run(asked: &Backups, place: &Place) -> Result<u8, Fail> {
    let words = place.words();
    let backups = store::backups(place.state_folder.as_deref(), &asked.file);
    match asked.restore {
        Some(n) => restore(asked, n, &backups, place, &words),
        None if asked.json => {
            let all = (1..).zip(&backups).map(|(n, backup)| for_scripts(n, backup));
            say::json(&all.collect::<Vec<_>>());
            Ok(0)
        }
        None if backups.is_empty() => {
            let problem = about("problem-no-backups", &asked.file, &words);
            Err(Fail::new(&problem, &words))
        }
        None => {
            list(&asked.file, &backups, place, &words);
            Ok(0)
        }
    }
}

fn about(id: &str, path: &Path, words: &Words) -> Problem {
    let file = Clean::new(&path.to_string_lossy());
    Problem::new(words, id, || Args::new().with("file", &file))
}

fn list(path: &Path, backups: &[Backup], place: &Place, words: &Words) {
    let file = Clean::new(&path.to_string_lossy());
    say::line(&words.tell("cli-backups", Args::new().with("file", &file)));
    let rows: Vec<[Phrase; 6]> = (1..).zip(backups).map(|(n, backup)| row(n, backup, place, words)).collect();
    columns::say(&rows, [Side::Right, Side::Left, Side::Right, Side::Right, Side::Right, Side::Left]);
    say::line(&words.tell("cli-backups-restore", Args::new().with("file", &file)));
    say::line(&words.tell("cli-backups-copy", Args::new().with("file", &file)));
}

fn row(n: usize, backup: &Backup, place: &Place, words: &Words) -> [Phrase; 6] {
    let steps = backup.steps.map(|steps| words.tell("backup-steps", Args::new().with("steps", steps)));
    [
        words.number(n as i64),
        words.say(match backup.kind {
            BackupKind::Mirror => "backup-mirror",
            BackupKind::Opening => "backup-opening",
            BackupKind::OlderMirror => "backup-older-mirror",
            BackupKind::Generation => "backup-generation",
            BackupKind::Fallback => "backup-fallback",
            BackupKind::Quarantine => "backup-quarantine",
        }),
        keeping::when(backup.t_ms, place, words),
        steps.unwrap_or_default(),
        match backup.bytes {
            few if few < KIBIBYTE => words.tell("backup-bytes", Args::new().with("bytes", few)),
            many => words.tell("backup-size", Args::new().with("kibibytes", many.div_ceil(KIBIBYTE))),
        },
        words.say(match (backup.steps, backup.exit) {
            (None, _) => "backup-no-sprint",
            (Some(_), 0) => "backup-in-order",
            (Some(_), 1) => "backup-torn",
            (Some(_), _) => "backup-damaged",
        }),
    ]
}

fn restore(asked: &Backups, n: usize, backups: &[Backup], place: &Place, words: &Words) -> Result<u8, Fail> {
    let Some(backup) = n.checked_sub(1).and_then(|at| backups.get(at)) else {
        let file = Clean::new(&asked.file.to_string_lossy());
        let args = || Args::new().with("n", n.to_string()).with("file", &file);
        return Err(Fail::usage(&Problem::new(words, "problem-no-such-backup", args), words));
    };
    let fail = |error| keeping::fail(&error, place, words);
    let aside = match &asked.to {
        Some(to) => {
            backup.copy_to(to).map_err(fail)?;
            None
        }
        None if backup.steps.is_none() => {
            let args = || Args::new().with("n", n.to_string());
            return Err(Fail::new(&Problem::new(words, "problem-backup-bytes", args), words));
        }
        None => {
            let aside = backup.put_back(&asked.file).map_err(fail)?;
            keeping::settle(place.state_folder.as_deref(), &asked.file);
            aside
        }
    };
    let to = asked.to.as_ref().unwrap_or(&asked.file);
    match asked.json {
        true => {
            let (aside, steps) = (aside.as_deref(), backup.steps);
            say::json(&RestoredForScripts { restored: n, to, aside, steps });
        }
        false => tell(asked, n, backup, aside, place, words),
    }
    Ok(0)
}

fn tell(asked: &Backups, n: usize, backup: &Backup, aside: Option<PathBuf>, place: &Place, words: &Words) {
    let to = asked.to.as_ref().unwrap_or(&asked.file);
    let file = Clean::new(&to.to_string_lossy());
    say::line(&words.tell("cli-restored", Args::new().with("n", n.to_string()).with("file", &file)));
    if let Some(aside) = aside {
        let other = keeping::name(&aside);
        say::line(&words.tell("cli-restored-aside", Args::new().with("other", &other)));
    }
    if backup.steps.is_some() && backup.exit >= DAMAGED {
        say::line(&words.tell("remembered-next-repair", Args::new().with("file", &file)));
    }
    let known = place.state_folder.as_deref().filter(|_| asked.to.is_none());
    if let Some(remembered) = known.and_then(|folder| store::remembered(folder, to)) {
        let what = keeping::what(&remembered, words);
        say::line(&words.tell("cli-restored-but", Args::new().with("what", &what)));
    }
}

fn for_scripts(n: usize, backup: &Backup) -> ForScripts<'_> {
    let Backup { kind, path, bytes, t_ms, steps, exit } = backup;
    let kind = match kind {
        BackupKind::Mirror => "mirror",
        BackupKind::Opening => "opening",
        BackupKind::OlderMirror => "older_mirror",
        BackupKind::Generation => "generation",
        BackupKind::Fallback => "fallback",
        BackupKind::Quarantine => "quarantine",
    };
    let t = jiff::Timestamp::from_millisecond(*t_ms).unwrap_or_default().to_string();
    ForScripts { n, kind, path, t, steps: *steps, bytes: *bytes, exit: *exit }
}
