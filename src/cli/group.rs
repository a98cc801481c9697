//! `viche group`: a CSV file with the group of each text behind it.

use super::accepted::Accepted;
use super::args::Group;
use super::filed::Filed;
use super::place::Place;
use super::progress;
use super::say::{Fail, Notes};
use super::tables::{self, Input};
use crate::method::grouping::{GRAIN_MAX, Wall, Wanted, propose};
use crate::runtime::Problem;
use crate::text::Clean;
use crate::words::{Args, Words};

/// The column with the names of accepted groups, if no other is named.
pub(super) const LABEL: &str = "label";
/// What the new columns are called.
const COLUMNS: [&str; 3] = ["group", "name", "distance"];

/// Groups the texts. What can be refused without reading a file is refused first.
pub(super) fn run(asked: &Group, place: &Place) -> Result<u8, Fail> {
    let words = place.words();
    refuse_contradictions(asked, &words)?;
    let mut notes = Notes::new(&words);
    let bytes = tables::open(&asked.texts.file, &words)?;
    let input = Input::read(&bytes, &asked.texts, &mut notes)?;
    let accepted = match &asked.accepted {
        Some(path) => {
            let label = asked.label.as_deref().unwrap_or(LABEL);
            Accepted::read(path, &input.column, label, &mut notes)?
        }
        None => Accepted::default(),
    };
    refuse_too_few(asked, &accepted, &words)?;
    let pile = tables::pile(&asked.texts.pile, &input.column, &mut notes)?;
    let names = input.free_names(COLUMNS.map(str::to_owned), &mut notes);
    tell_wanted(asked, &mut notes);
    notes.say();
    let (rows, loose): (Vec<usize>, Vec<&str>) = input.told().unzip();
    let wanted = wanted(asked, loose.len() + accepted.labels().len());
    let pile = pile.iter().map(Clean::as_str).collect();
    let wall = Wall { loose, accepted: accepted.texts(), refused: Vec::new(), pile };
    let mut told = progress::show("cli-grouping", &words);
    let proposals = propose(&wall, wanted, asked.texts.seed, &mut told);
    progress::clear();
    let Some(proposals) = proposals else {
        return Err(Fail::new(&Problem::new(&words, "problem-cancelled", Args::new), &words));
    };
    let filed = Filed::new(input.texts.len(), &rows, proposals.cut(wanted), accepted.labels());
    filed.tell(rows.len(), asked.groups, &words);
    input.put(&names, |row| filed.cells(row), &words)?;
    Ok(0)
}

/// Says no to flags that mean nothing together. Those that exclude each other the parser knows.
fn refuse_contradictions(asked: &Group, words: &Words) -> Result<(), Fail> {
    let id = match (asked.accepted.is_some(), asked.groups) {
        (_, Some(0)) => "problem-group-none",
        (false, _) if asked.only_accepted => "problem-group-only-accepted",
        (false, _) if asked.label.is_some() => "problem-group-label",
        (true | false, _) => return Ok(()),
    };
    Err(Fail::usage(&Problem::new(words, id, Args::new), words))
}

/// A number of groups that leaves out some that people have made is no answer to anything.
fn refuse_too_few(asked: &Group, accepted: &Accepted, words: &Words) -> Result<(), Fail> {
    match asked.groups {
        Some(groups) if groups < accepted.labels().len() => {
            let args = || Args::new().with("asked", groups).with("accepted", accepted.labels().len());
            Err(Fail::usage(&Problem::new(words, "problem-group-too-few", args), words))
        }
        Some(_) | None => Ok(()),
    }
}

/// Which groups are asked for; there can't be more than `most`.
fn wanted(asked: &Group, most: usize) -> Wanted {
    match asked.groups {
        _ if asked.only_accepted => Wanted::Accepted,
        Some(groups) => Wanted::Number(groups.min(most)),
        None if asked.fine => Wanted::Grain(GRAIN_MAX),
        None if asked.coarse => Wanted::Grain(0),
        None => Wanted::Grain(GRAIN_MAX / 2),
    }
}

fn tell_wanted(asked: &Group, notes: &mut Notes<'_>) {
    match asked.groups {
        _ if asked.only_accepted => notes.tell("cli-group-wanted-accepted", Args::new()),
        Some(groups) => notes.tell("cli-group-wanted-number", Args::new().with("groups", groups)),
        None if asked.fine => notes.tell("cli-group-wanted-fine", Args::new()),
        None if asked.coarse => notes.tell("cli-group-wanted-coarse", Args::new()),
        None => notes.tell("cli-group-wanted-free", Args::new()),
    }
    notes.tell("cli-table-seed", Args::new().with("seed", asked.texts.seed.to_string()));
}
