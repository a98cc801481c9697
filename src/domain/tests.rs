//! Claims about fold, undo and who was heard, on a small sprint and on random commands.

use proptest::prelude::*;

use super::history::{CHECKPOINT_STEPS, undoable};
use super::id::{Ids, InterviewId, NoteId, RunId, ServiceId, TeamId, ThemeId};
use super::interview::{self, Plan, Status};
use super::note::{self, Kind};
use super::{Code, Fact, History, Seat, Stamp, Step, run, service, team, theme};
use crate::text::Clean;

/// A sprint in the making.
pub(super) struct Bench {
    pub history: History,
    pub ids: Ids,
    t_s: u64,
}

pub(super) const RUN: RunId = RunId(9);

impl Bench {
    pub fn new() -> Self {
        let mut bench = Self { history: History::default(), ids: Ids::of(RUN), t_s: 1_000 };
        let boot = Clean::new("boot");
        let began = run::Fact::Began { boot, pid: 1, host: Clean::new("desk-2"), version: Clean::new("0") };
        bench.step(vec![began.into()]);
        bench
    }

    pub fn step(&mut self, facts: Vec<Fact>) -> &mut Self {
        self.step_by(Seat::Facilitator, facts)
    }

    pub fn step_by(&mut self, by: Seat, facts: Vec<Fact>) -> &mut Self {
        self.t_s += 1;
        let at = Stamp { t_ms: self.t_s as i64 * 1_000, m_ms: self.t_s * 1_000 };
        self.history.push(Step { s: self.history.next_no(), w: RUN, at, by, facts, from: None });
        self
    }

    pub fn team(&mut self) -> (TeamId, ServiceId) {
        let service: ServiceId = self.ids.next();
        let team: TeamId = self.ids.next();
        let name = Clean::new("Довідник ветерана");
        let added = service::Fact::Added {
            id: service,
            code: 1,
            name: name.clone(),
            department: None,
            studied: true,
        };
        let teamed = team::Fact::Added { id: team, code: 1, name, service: Some(service) };
        self.step(vec![added.into(), teamed.into()]);
        (team, service)
    }

    pub fn interview(&mut self, team: TeamId, respondent: u32) -> InterviewId {
        let id: InterviewId = self.ids.next();
        let plan =
            Plan { team, round: None, respondent, segment: Clean::default(), minutes: 30, practice: false };
        let number = self.history.next_interview(team);
        let mut facts = self.history.sprint().plan_interview(id, number, &plan).unwrap();
        facts.push(interview::Fact::Ran { id }.into());
        self.step(facts);
        id
    }

    pub fn note(&mut self, interview: InterviewId, kind: Kind) -> NoteId {
        let id: NoteId = self.ids.next();
        let code = self.history.next_code(Code::Note(0));
        // No text is a part of another one.
        let text = Clean::new(&format!("довідку {code} двічі приносила"));
        let added = note::Fact::Added { id, code, interview, kind, text, section: 0, offset_ms: 0 };
        self.step(vec![added.into()]);
        id
    }

    pub fn theme(&mut self, name: &str) -> ThemeId {
        let id: ThemeId = self.ids.next();
        let code = self.history.next_code(Code::Theme(0));
        let facts = self.history.sprint().add_theme(id, code, &Clean::new(name), &[]).unwrap();
        self.step(facts);
        id
    }

    pub fn undo(&mut self, seat: Seat) -> bool {
        let Some(undo) = self.history.undo(seat) else { return false };
        self.step_by(seat, vec![Fact::Reverted { step: undo.step }]);
        true
    }

    pub fn redo(&mut self, seat: Seat) -> bool {
        let Some(redo) = self.history.redo(seat) else { return false };
        self.step_by(seat, vec![Fact::Reverted { step: redo.undo }]);
        true
    }
}

#[test]
fn many_notes_of_one_respondent_are_one_voice() {
    let mut bench = Bench::new();
    let (team, service) = bench.team();
    let one = bench.interview(team, 17);
    let theme = bench.theme("Documents are asked for twice");
    let notes: Vec<NoteId> = (0..5).map(|_| bench.note(one, Kind::Pain)).collect();
    let filed = bench.history.sprint().file_notes(&notes, theme).unwrap();
    bench.step(filed);
    let sprint = bench.history.sprint();
    assert_eq!(sprint.evidence.people_of(theme), 1);
    assert_eq!(sprint.support(service).heard, 1);
}

#[test]
fn own_thoughts_practice_and_withdrawn_interviews_make_nobody_heard() {
    let mut bench = Bench::new();
    let (team, service) = bench.team();
    let theme = bench.theme("Черга з шостої");
    let people: Vec<InterviewId> = (1..=3).map(|person| bench.interview(team, person)).collect();
    let thought = bench.note(people[0], Kind::Own);
    let practised = bench.note(people[1], Kind::Quote);
    let withdrawn = bench.note(people[2], Kind::Quote);
    let filed = bench.history.sprint().file_notes(&[thought, practised, withdrawn], theme).unwrap();
    bench.step(filed);
    assert_eq!(bench.history.sprint().evidence.people_of(theme), 2);
    let facts = bench.history.sprint().practise(people[1]).unwrap();
    bench.step(facts);
    let facts = bench.history.sprint().stand_interview(people[2], Status::Withdrawn).unwrap();
    bench.step(facts);
    let sprint = bench.history.sprint();
    assert_eq!((sprint.evidence.people_of(theme), sprint.support(service).asked), (0, 1));
    assert!(
        bench.history.undo(Seat::Facilitator).is_some_and(|undo| undo.step != bench.history.next_no() - 1)
    );
}

#[test]
fn a_reverted_step_does_not_count_when_the_file_is_read_again() {
    let mut bench = Bench::new();
    let theme = bench.theme("Queues start at six");
    assert!(bench.undo(Seat::Facilitator));
    assert!(bench.history.sprint().themes.get(theme).is_none());
    let read_again = History::of(bench.history.steps().to_vec());
    assert!(read_again.sprint().themes.get(theme).is_none(), "the undo was lost on reading");
    assert!(bench.redo(Seat::Facilitator));
    assert!(bench.history.sprint().themes.get(theme).is_some());
    assert!(bench.history.agrees_with_replay());
}

#[test]
fn undo_goes_back_through_everything_and_redo_forward_again() {
    let mut bench = Bench::new();
    for n in 0..200 {
        bench.theme(&format!("тема {n}"));
    }
    let full = bench.history.sprint().clone();
    let mut undone = 0;
    while bench.undo(Seat::Facilitator) {
        undone += 1;
    }
    assert_eq!((undone, bench.history.sprint().themes.len()), (200, 0));
    while bench.redo(Seat::Facilitator) {}
    assert!(*bench.history.sprint() == full);
    assert!(bench.history.agrees_with_replay());
}

#[test]
fn redo_is_gone_once_the_seat_made_a_newer_step_but_not_when_another_seat_did() {
    let mut bench = Bench::new();
    bench.theme("a");
    bench.undo(Seat::Facilitator);
    let other: ThemeId = bench.ids.next();
    let facts = bench.history.sprint().add_theme(other, 9, &Clean::new("b"), &[]).unwrap();
    bench.step_by(Seat::CommandLine, facts);
    assert!(bench.history.redo(Seat::Facilitator).is_some());
    bench.theme("c");
    assert!(bench.history.redo(Seat::Facilitator).is_none());
}

#[test]
fn the_command_line_takes_back_only_its_own() {
    let mut bench = Bench::new();
    let id: ThemeId = bench.ids.next();
    let facts = bench.history.sprint().add_theme(id, 1, &Clean::new("imported"), &[]).unwrap();
    bench.step_by(Seat::CommandLine, facts);
    bench.theme("facilitated");
    let undo = bench.history.undo(Seat::CommandLine).unwrap();
    assert_eq!(bench.history.step(undo.step).unwrap().by, Seat::CommandLine);
    assert_eq!(bench.history.undo(Seat::Facilitator).unwrap().by, Seat::Facilitator);
}

#[test]
fn a_code_that_was_said_is_never_given_to_another_thing() {
    let mut bench = Bench::new();
    let (team, _) = bench.team();
    let one = bench.interview(team, 1);
    bench.note(one, Kind::Plain);
    bench.undo(Seat::Facilitator);
    assert_eq!(bench.history.next_code(Code::Note(0)), 2);
    bench.undo(Seat::Facilitator);
    assert_eq!((bench.history.next_interview(team), bench.history.next_code(Code::Respondent(0))), (2, 2));
}

#[test]
fn a_theme_keeps_its_label_while_others_go() {
    let mut bench = Bench::new();
    let (first, second) = (bench.theme("a"), bench.theme("b"));
    let facts = bench.history.sprint().merge_themes(first, second).unwrap();
    bench.step(facts);
    let label = |bench: &Bench, id| bench.history.sprint().themes.get(id).unwrap().label;
    assert_eq!(label(&bench, second), 1);
    let third = bench.theme("c");
    assert_eq!(label(&bench, third), 0, "the smallest free label is taken");
}

#[test]
fn undo_beyond_a_checkpoint_gives_the_same_as_never_having_done_it() {
    let mut bench = Bench::new();
    let (team, _) = bench.team();
    let one = bench.interview(team, 1);
    for _ in 0..CHECKPOINT_STEPS + 10 {
        bench.note(one, Kind::Plain);
    }
    for _ in 0..20 {
        bench.undo(Seat::Facilitator);
    }
    assert_eq!(bench.history.sprint().notes.len(), CHECKPOINT_STEPS - 10);
    assert!(bench.history.agrees_with_replay());
}

/// A command at random.
#[derive(Clone, Debug)]
pub(super) enum Act {
    Interview,
    Note(usize, bool),
    Theme,
    File(usize, usize),
    Loosen(usize),
    Cross(usize),
    Merge(usize, usize),
    Dissolve(usize),
    Practise(usize),
    Withdraw(usize),
    Undo,
    Redo,
    UndoByCommandLine,
}

pub(super) fn act() -> impl Strategy<Value = Act> {
    let n = 0..40_usize;
    prop_oneof![
        2 => Just(Act::Interview),
        6 => (n.clone(), any::<bool>()).prop_map(|(at, own)| Act::Note(at, own)),
        2 => Just(Act::Theme),
        6 => (n.clone(), n.clone()).prop_map(|(note, theme)| Act::File(note, theme)),
        1 => n.clone().prop_map(Act::Loosen),
        1 => n.clone().prop_map(Act::Cross),
        1 => (n.clone(), n.clone()).prop_map(|(from, into)| Act::Merge(from, into)),
        1 => n.clone().prop_map(Act::Dissolve),
        1 => n.clone().prop_map(Act::Practise),
        1 => n.prop_map(Act::Withdraw),
        4 => Just(Act::Undo),
        3 => Just(Act::Redo),
        1 => Just(Act::UndoByCommandLine),
    ]
}

pub(super) fn perform(bench: &mut Bench, team: TeamId, act: &Act) {
    let sprint = bench.history.sprint();
    let note = |at: usize| sprint.notes.at_row((at % sprint.notes.len().max(1)) as u32).map(|note| note.id);
    let theme =
        |at: usize| sprint.themes.at_row((at % sprint.themes.len().max(1)) as u32).map(|theme| theme.id);
    let interview =
        |at: usize| sprint.interviews.at_row((at % sprint.interviews.len().max(1)) as u32).map(|one| one.id);
    let facts = match *act {
        Act::Interview if sprint.teams.get(team).is_none() => return,
        Act::Interview => {
            let person = sprint.interviews.len() as u32 % 5;
            bench.interview(team, person);
            return;
        }
        Act::Note(at, own) => {
            let Some(one) = interview(at) else { return };
            bench.note(one, if own { Kind::Own } else { Kind::Quote });
            return;
        }
        Act::Theme => {
            bench.theme("тема");
            return;
        }
        Act::Undo => {
            bench.undo(Seat::Facilitator);
            return;
        }
        Act::Redo => {
            bench.redo(Seat::Facilitator);
            return;
        }
        Act::UndoByCommandLine => {
            bench.undo(Seat::CommandLine);
            return;
        }
        Act::File(at, to) => note(at).zip(theme(to)).map(|(note, theme)| sprint.file_notes(&[note], theme)),
        Act::Loosen(at) => note(at).map(|note| sprint.loosen_notes(&[note])),
        Act::Cross(at) => note(at).map(|id| Ok(vec![note::Fact::Crossed { id, crossed: true }.into()])),
        Act::Merge(from, into) => {
            theme(from).zip(theme(into)).map(|(from, into)| sprint.merge_themes(from, into))
        }
        Act::Dissolve(at) => theme(at).map(|id| Ok(vec![theme::Fact::Removed { id }.into()])),
        Act::Practise(at) => interview(at).map(|id| sprint.practise(id)),
        Act::Withdraw(at) => interview(at).map(|id| sprint.stand_interview(id, Status::Withdrawn)),
    };
    if let Some(Ok(facts)) = facts {
        bench.step(facts);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn whatever_is_done_the_indexes_and_the_replay_agree(acts in prop::collection::vec(act(), 1..80)) {
        let mut bench = Bench::new();
        let (team, _) = bench.team();
        for act in &acts {
            perform(&mut bench, team, act);
            let sprint = bench.history.sprint();
            prop_assert!(sprint.evidence == sprint.heard_from_nothing(), "after {act:?}");
        }
        prop_assert!(bench.history.agrees_with_replay());
    }
}

#[test]
fn only_what_would_break_a_promise_can_not_be_taken_back() {
    let mut bench = Bench::new();
    bench.team();
    let undoable: Vec<bool> = bench.history.steps().iter().map(undoable).collect();
    assert_eq!(undoable, [false, true]);
}

#[test]
fn a_category_that_is_called_like_a_service_comes_in_mapped_to_it() {
    use super::id::SourceId;
    use super::request;
    let mut bench = Bench::new();
    let (_, service) = bench.team();
    let id: SourceId = bench.ids.next();
    let names = ["довідник Ветерана", "Ями на дорогах", ""].map(Clean::new).to_vec();
    let imported = request::Fact::Imported {
        id,
        name: Clean::new("answers.csv"),
        file: Clean::new("answers.csv"),
        first: 1,
        rows: 0,
        bad: 0,
        period: None,
        asked: None,
        unstored: Vec::new(),
        categories: names.clone(),
        districts: Vec::new(),
    };
    let mapped = bench.history.sprint().map_by_name(&[imported.into()]);
    assert_eq!(mapped, [request::Fact::Mapped { category: names[0].clone(), service: Some(service) }.into()]);
}

#[test]
fn a_candidate_with_the_name_of_a_service_is_refused() {
    let mut bench = Bench::new();
    bench.team();
    let taken = Clean::new("Довідник ветерана");
    let outcome = bench.history.sprint().candidate_from_category(&mut Ids::of(RunId(3)), 2, &taken);
    assert_eq!(outcome, Err(super::Refusal::ServiceExists));
}
