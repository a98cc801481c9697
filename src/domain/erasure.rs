//! Erasing a respondent for good: what they said and what describes them is blanked in every step that ever held it,
//! also in those that were taken back, and wherever else it was written down word for word. Who wrote, when, and
//! every code stay. A tombstone ([`Erased`]) says what was done, by ids and numbers and without a word.
//!
//! Pure functions on steps; rewriting files is for others. Start with [`erase`]. Whoever puts two files together
//! blanks both by the tombstones of both first ([`blank_by`]).

mod blank;
mod foreign;
mod rewording;
mod said;

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

pub use rewording::{Reword, What, Why};
pub use said::{MARK, QUOTE_CHARS_MIN, Said};

use super::clock::Moment;
use super::fact::Touched;
use super::id::{InterviewId, NoteId};
use super::link::Thing;
use super::step::{Step, StepNo};
use super::{Code, Fact as AnyFact, History, NAME_CHARS_MAX, Refusal, Sprint, interview, note};
use crate::text::Clean;

/// What becomes true of a respondent.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// All that was theirs is gone.
    Erased(Erased),
}

/// The tombstone of a respondent. Nothing in it was said by them or describes them.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Erased {
    /// The number in `P017`.
    pub respondent: u32,
    /// Their interviews.
    pub interviews: Vec<InterviewId>,
    /// The notes of those interviews.
    pub notes: Vec<NoteId>,
    /// The steps in which something was blanked.
    pub steps: Vec<StepNo>,
    /// Why, in the words of whoever did it; may be empty.
    pub reason: Clean,
}

impl Fact {
    pub(super) fn touches(&self) -> Vec<Touched> {
        let Self::Erased(Erased { interviews, notes, .. }) = self;
        let notes = notes.iter().map(|id| Touched::Thing(Thing::Note(*id)));
        interviews.iter().map(|id| Touched::Interview(*id)).chain(notes).collect()
    }

    pub(super) fn texts(&mut self) -> Vec<&mut Clean> {
        let Self::Erased(Erased { reason, .. }) = self;
        vec![reason]
    }

    /// Crosses the notes out first: afterwards nothing changes them any more.
    pub(super) fn apply(&self, sprint: &mut Sprint, at: Moment) {
        let Self::Erased(Erased { interviews, .. }) = self;
        for &id in interviews {
            let notes = sprint.interviews.get(id).map(|one| one.notes.clone()).unwrap_or_default();
            for note in notes {
                sprint.change_note(note, |note| note.crossed = true);
            }
            sprint.change_interview(id, |one| one.erase(at));
        }
    }
}

/// What leads to a respondent in the steps of a file, those that were taken back included.
#[derive(Clone, Debug, Default)]
pub struct Traces {
    interviews: FxHashSet<InterviewId>,
    notes: FxHashSet<NoteId>,
    said: Said,
}

impl Traces {
    /// Those of the respondent of this number; `None` when nobody of this number was ever to be asked.
    fn of(steps: &[Step], respondent: u32) -> Option<Self> {
        let theirs = facts(steps).filter_map(|fact| match fact {
            AnyFact::Interview(interview::Fact::Planned { id, respondent: theirs, .. }) => {
                (*theirs == respondent).then_some(*id)
            }
            _ => None,
        });
        let traces = Self { interviews: theirs.collect(), ..Self::default() };
        (!traces.interviews.is_empty()).then(|| traces.with_words_of(steps))
    }

    /// Those of respondents who were erased already, in steps that may still hold what they said.
    pub fn of_erased<'a>(erased: impl IntoIterator<Item = &'a Erased>, steps: &[Step]) -> Self {
        let mut traces = Self::default();
        for one in erased {
            traces.interviews.extend(&one.interviews);
            traces.notes.extend(&one.notes);
        }
        traces.with_words_of(steps)
    }

    fn with_words_of(mut self, steps: &[Step]) -> Self {
        for fact in facts(steps) {
            if let AnyFact::Note(note::Fact::Added { id, interview, .. }) = fact
                && self.interviews.contains(interview)
            {
                self.notes.insert(*id);
            }
        }
        for fact in facts(steps) {
            if let AnyFact::Note(note::Fact::Added { id, text, .. } | note::Fact::Worded { id, text }) = fact
                && self.notes.contains(id)
            {
                self.said.add(text);
            }
        }
        self
    }

    /// What was said, as it is looked for.
    pub fn said(&self) -> &Said {
        &self.said
    }

    fn touched_by(&self, fact: &AnyFact) -> bool {
        fact.touches().iter().any(|touched| match touched {
            Touched::Interview(id) => self.interviews.contains(id),
            Touched::Thing(Thing::Note(id)) => self.notes.contains(id),
            Touched::Thing(Thing::Theme(_) | Thing::Piece(_)) => false,
        })
    }
}

fn facts(steps: &[Step]) -> impl Iterator<Item = &AnyFact> {
    steps.iter().flat_map(|step| &step.facts)
}

/// What an erasure did to the steps of a file, or would do.
#[derive(Clone, Debug)]
pub struct Erasure {
    /// The steps as they stand now, without the tombstone's own.
    pub steps: Vec<Step>,
    /// The tombstone, for a step of its own behind them.
    pub erased: Erased,
    /// What was said: to be looked for, never to be shown.
    pub said: Said,
    /// The respondent's interviews, as they are called in the room.
    pub interviews: Vec<Code>,
    /// The codes of the notes, rising.
    pub notes: Vec<Code>,
    /// What repeats the respondent or rests on them, to be put in other words by a person, in the order of codes.
    pub reword: Vec<Reword>,
    /// Rows of residents' requests that said the same word for word.
    pub rows: usize,
    /// The step that erased them before, when nothing was left to be done.
    pub before: Option<StepNo>,
}

/// Erases a respondent from `steps`. Refuses when nobody of this number was ever to be asked, and a reason of more
/// than [`NAME_CHARS_MAX`] characters.
pub fn erase(mut steps: Vec<Step>, respondent: u32, reason: &Clean) -> Result<Erasure, Refusal> {
    if reason.as_str().chars().count() > NAME_CHARS_MAX {
        return Err(Refusal::ReasonTooLong);
    }
    let traces = Traces::of(&steps, respondent).ok_or(Refusal::NotAsked)?;
    let sprint = History::of(steps.clone()).sprint().clone();
    let blanked = blank::steps(&traces, &mut steps);
    let rows = blanked.iter().map(|(_, rows)| rows).sum();
    let before = match blanked.is_empty() {
        true => erased_before(&steps, respondent, &traces),
        false => None,
    };
    let reason = traces.said.blanked_quote(reason).unwrap_or_else(|| reason.clone());
    let erased = Erased {
        respondent,
        interviews: sorted(&traces.interviews),
        notes: sorted(&traces.notes),
        steps: blanked.iter().map(|(at, _)| steps[*at].s).collect(),
        reason,
    };
    Ok(Erasure {
        interviews: interviews(&steps, &traces, &sprint),
        notes: notes(&steps, &traces),
        reword: rewording::of(&sprint, History::of(steps.clone()).sprint(), &traces),
        said: traces.said,
        rows,
        before,
        erased,
        steps,
    })
}

/// The newest step that erased this respondent, if it named every interview that there is.
fn erased_before(steps: &[Step], respondent: u32, traces: &Traces) -> Option<StepNo> {
    steps.iter().rev().find_map(|step| {
        let names_all = |erased: &&Erased| {
            let known: FxHashSet<_> = erased.interviews.iter().copied().collect();
            erased.respondent == respondent && traces.interviews.is_subset(&known)
        };
        tombstones(std::slice::from_ref(step)).any(|one| names_all(&one)).then_some(step.s)
    })
}

/// The tombstones in `steps`. None can be taken back.
pub fn tombstones(steps: &[Step]) -> impl Iterator<Item = &Erased> {
    facts(steps).filter_map(|fact| match fact {
        AnyFact::Erasure(Fact::Erased(erased)) => Some(erased),
        _ => None,
    })
}

/// Blanks in `steps` all that `erased` respondents said: by their ids, since the words are gone where they were
/// erased, and then wherever else in these steps it stands word for word. Notes that were added elsewhere to an
/// erased interview are blanked as well. Answers the places in `steps` at which something was blanked.
///
/// Steps of several files may stand in one slice, so that what one of them quotes of the other is found.
pub fn blank_by<'a>(erased: impl IntoIterator<Item = &'a Erased>, steps: &mut [Step]) -> Vec<usize> {
    let traces = Traces::of_erased(erased, steps);
    blank::steps(&traces, steps).into_iter().map(|(at, _)| at).collect()
}

fn sorted<T: Copy + Ord>(ids: &FxHashSet<T>) -> Vec<T> {
    let mut ids: Vec<T> = ids.iter().copied().collect();
    ids.sort_unstable();
    ids
}

fn interviews(steps: &[Step], traces: &Traces, sprint: &Sprint) -> Vec<Code> {
    let planned = facts(steps).filter_map(|fact| match fact {
        AnyFact::Interview(interview::Fact::Planned { id, team, number, .. }) => {
            let team = sprint.teams.get(*team).map_or(0, |team| team.code);
            traces.interviews.contains(id).then_some(Code::Interview(team, *number))
        }
        _ => None,
    });
    sorted(&planned.collect())
}

fn notes(steps: &[Step], traces: &Traces) -> Vec<Code> {
    let added = facts(steps).filter_map(|fact| match fact {
        AnyFact::Note(note::Fact::Added { id, code, .. }) => {
            traces.notes.contains(id).then_some(Code::Note(*code))
        }
        _ => None,
    });
    sorted(&added.collect())
}

#[cfg(test)]
mod tests;
