//! The steps and what they make: fold, undo, redo. Nothing is ever taken out: undo adds a step that says
//! that another one is reverted, redo one that says that of the undo.
//!
//! State is the nearest checkpoint (a clone every [`CHECKPOINT_STEPS`] steps, the newest
//! [`CHECKPOINTS_MAX`] kept; request chunks are shared) plus a fold of what follows.

use rustc_hash::FxHashMap;

use super::code::{self, Code};
use super::id::TeamId;
use super::step::{Seat, Step, StepNo};
use super::{Fact, Sprint, interview};

/// Steps from one checkpoint to the next.
pub const CHECKPOINT_STEPS: usize = 5_000;
/// Most checkpoints kept.
pub const CHECKPOINTS_MAX: usize = 16;

/// All steps of a file and the sprint they make.
#[derive(Clone, Debug, Default)]
pub struct History {
    sprint: Sprint,
    steps: Vec<Step>,
    /// Whether the step at this place is taken back.
    dropped: Vec<bool>,
    checkpoints: Vec<Checkpoint>,
    codes: Codes,
    version: u64,
}

#[derive(Clone, Debug)]
struct Checkpoint {
    /// How many steps it holds.
    steps: usize,
    sprint: Sprint,
}

/// The highest number given out of each kind of code. It only rises, also when a step is reverted: a code
/// that was said aloud never means another thing.
#[derive(Clone, PartialEq, Debug, Default)]
struct Codes {
    highest: FxHashMap<std::mem::Discriminant<Code>, u32>,
    interviews: FxHashMap<TeamId, u32>,
}

/// What an undo would take back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Undo {
    /// Which step.
    pub step: StepNo,
    /// Whose it was.
    pub by: Seat,
}

/// What a redo would bring back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Redo {
    /// The undo that is taken back.
    pub undo: StepNo,
    /// The step that counts again.
    pub step: StepNo,
}

impl History {
    /// The fold of `steps`, which stand in the order of their numbers.
    pub fn of(steps: Vec<Step>) -> Self {
        let mut history = Self { steps, ..Self::default() };
        history.dropped = dropped(&history.steps);
        for step in &history.steps {
            history.codes.see(step);
        }
        history.refold(0);
        history
    }

    /// The sprint as it stands.
    pub fn sprint(&self) -> &Sprint {
        &self.sprint
    }

    /// Rises with each step.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// All steps.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// A step by its number.
    pub fn step(&self, s: StepNo) -> Option<&Step> {
        self.place(s).map(|at| &self.steps[at])
    }

    /// The number of the next step.
    pub fn next_no(&self) -> StepNo {
        self.steps.last().map_or(1, |step| step.s + 1)
    }

    /// Lets a further step become true.
    pub fn push(&mut self, step: Step) {
        self.version += 1;
        self.codes.see(&step);
        let target = reverted(&step).and_then(|s| self.place(s));
        self.steps.push(step);
        self.dropped.push(false);
        match target {
            Some(at) => self.revert(at),
            None => {
                if let Some(step) = self.steps.last() {
                    self.sprint.apply(step);
                }
                self.checkpoint_if_due();
            }
        }
    }

    /// What `seat` would take back: the facilitator anyone's newest step, a team its own newest since it sat
    /// down, the command line its own newest.
    pub fn undo(&self, seat: Seat) -> Option<Undo> {
        let since = self.sprint.turns.seated().and_then(|turn| turn.seated).unwrap_or(StepNo::MAX);
        let (first, may): (usize, fn(&Step, Seat) -> bool) = match seat {
            Seat::Facilitator => (0, |_, _| true),
            Seat::CommandLine => (0, |step, seat| step.by == seat),
            Seat::Team(_) => (self.behind(since), |step, seat| step.by == seat),
        };
        let may = |step: &Step| may(step, seat);
        let newest = (first..self.steps.len())
            .rev()
            .find(|&at| !self.dropped[at] && undoable(&self.steps[at]) && may(&self.steps[at]))?;
        let step = &self.steps[newest];
        Some(Undo { step: step.s, by: step.by })
    }

    /// What `seat` would bring back: its newest undo, until it made a newer step.
    pub fn redo(&self, seat: Seat) -> Option<Redo> {
        for at in (0..self.steps.len()).rev() {
            let step = &self.steps[at];
            if step.by != seat || is_run(step) {
                continue;
            }
            let target = reverted(step)?;
            let undone = self.step(target)?;
            if !self.dropped[at] && reverted(undone).is_none() {
                return Some(Redo { undo: step.s, step: target });
            }
        }
        None
    }

    /// The next number of a kind of code that was never given out.
    pub fn next_code(&self, like: Code) -> u32 {
        self.codes.next(like)
    }

    /// The next number of a team's interviews, as in `T2-I03`.
    pub fn next_interview(&self, team: TeamId) -> u32 {
        self.codes.interviews.get(&team).map_or(1, |highest| highest.saturating_add(1))
    }

    /// Whether folding all steps anew gives the same sprint.
    pub fn agrees_with_replay(&self) -> bool {
        Self::of(self.steps.clone()).sprint == self.sprint
    }

    /// The steps that came after this one and were not taken back.
    pub fn counting_since(&self, s: StepNo) -> impl Iterator<Item = &Step> {
        let first = self.behind(s);
        let dropped = self.dropped[first..].iter();
        self.steps[first..].iter().zip(dropped).filter(|(_, dropped)| !**dropped).map(|(step, _)| step)
    }

    /// Where the steps begin that came after this one.
    fn behind(&self, s: StepNo) -> usize {
        self.steps.partition_point(|step| step.s <= s)
    }

    fn place(&self, s: StepNo) -> Option<usize> {
        self.steps.binary_search_by_key(&s, |step| step.s).ok()
    }

    /// The newest step reverts the one at `at`: works out anew what counts, and folds from before the change.
    fn revert(&mut self, at: usize) {
        let first = match reverted(&self.steps[at]).and_then(|s| self.place(s)) {
            // An undo is reverted: the step that it had taken back counts again.
            Some(undone) => self.flip(at, undone),
            None => {
                self.dropped[at] = true;
                at
            }
        };
        self.refold(first);
    }

    /// Takes back the undo at `undo`. Where undos are stacked deeper, everything is worked out anew.
    fn flip(&mut self, undo: usize, undone: usize) -> usize {
        self.dropped[undo] = true;
        if reverted(&self.steps[undone]).is_none() {
            let still = (0..self.steps.len())
                .any(|at| !self.dropped[at] && reverted(&self.steps[at]) == Some(self.steps[undone].s));
            self.dropped[undone] = still;
            return undone;
        }
        self.dropped = dropped(&self.steps);
        0
    }

    /// Folds anew from the newest checkpoint that holds nothing at or behind `first`.
    fn refold(&mut self, first: usize) {
        self.checkpoints.retain(|checkpoint| checkpoint.steps <= first);
        let (from, sprint) = match self.checkpoints.last() {
            Some(checkpoint) => (checkpoint.steps, checkpoint.sprint.clone()),
            None => (0, Sprint::default()),
        };
        self.sprint = sprint;
        for at in from..self.steps.len() {
            if !self.dropped[at] {
                self.sprint.apply(&self.steps[at]);
            }
            if (at + 1).is_multiple_of(CHECKPOINT_STEPS) {
                self.keep_checkpoint(at + 1);
            }
        }
    }

    fn checkpoint_if_due(&mut self) {
        if self.steps.len().is_multiple_of(CHECKPOINT_STEPS) {
            self.keep_checkpoint(self.steps.len());
        }
    }

    fn keep_checkpoint(&mut self, steps: usize) {
        self.checkpoints.push(Checkpoint { steps, sprint: self.sprint.clone() });
        if self.checkpoints.len() > CHECKPOINTS_MAX {
            self.checkpoints.remove(0);
        }
    }
}

impl Codes {
    fn see(&mut self, step: &Step) {
        for fact in &step.facts {
            if let Some(code) = fact.code() {
                let highest = self.highest.entry(std::mem::discriminant(&code)).or_default();
                *highest = (*highest).max(code::plain(code.number()));
            }
            if let Fact::Interview(interview::Fact::Planned { team, number, .. }) = fact {
                let highest = self.interviews.entry(*team).or_default();
                *highest = (*highest).max(code::plain(*number));
            }
        }
    }

    fn next(&self, like: Code) -> u32 {
        self.highest.get(&std::mem::discriminant(&like)).map_or(1, |highest| highest.saturating_add(1))
    }
}

/// The step that this one takes back, if it is an undo or a redo.
pub(super) fn reverted(step: &Step) -> Option<StepNo> {
    match step.facts.first() {
        Some(Fact::Reverted { step }) => Some(*step),
        Some(_) | None => None,
    }
}

fn is_run(step: &Step) -> bool {
    matches!(step.facts.first(), Some(Fact::Run(_)))
}

/// Whether a step can be taken back: not the start of a run, not an undo (that is a redo), not the making of
/// the sprint, not a withdrawn consent, not an erasure, not who sat at the keyboard, not what the room has seen, not what a
/// repair kept.
pub fn undoable(step: &Step) -> bool {
    step.facts.iter().all(|fact| match fact {
        Fact::Run(_)
        | Fact::Damaged(_)
        | Fact::Reverted { .. }
        | Fact::Sprint(_)
        | Fact::Turn(_)
        | Fact::Face(_)
        | Fact::Erasure(_) => false,
        Fact::Interview(super::interview::Fact::Stood { status, .. }) => {
            *status != super::interview::Status::Withdrawn
        }
        Fact::Department(_)
        | Fact::Participant(_)
        | Fact::Service(_)
        | Fact::Team(_)
        | Fact::Agenda(_)
        | Fact::Guide(_)
        | Fact::Interview(_)
        | Fact::Note(_)
        | Fact::Theme(_)
        | Fact::Request(_)
        | Fact::Priority(_)
        | Fact::Piece(_)
        | Fact::Link(_)
        | Fact::Parking(_)
        | Fact::Unknown(_) => true,
    })
}

/// Which steps don't count: those that a counting step reverts. Worked out from the newest backwards, since
/// only a later step can revert an earlier one.
fn dropped(steps: &[Step]) -> Vec<bool> {
    let mut dropped = vec![false; steps.len()];
    for at in (0..steps.len()).rev() {
        if dropped[at] {
            continue;
        }
        let Some(target) = reverted(&steps[at]) else { continue };
        if let Ok(target) = steps[..at].binary_search_by_key(&target, |step| step.s) {
            dropped[target] = true;
        }
    }
    dropped
}
