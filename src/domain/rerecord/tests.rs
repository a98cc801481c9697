use super::*;
use crate::domain::id::{AgendaId, Id, InterviewId, NoteId};
use crate::domain::{History, Seat, Stamp};
use crate::text::Clean;

const MORNING: RunId = RunId(0xa);
const MERGING: RunId = RunId(0xf);

fn step(w: RunId, s: StepNo, facts: Vec<Fact>) -> Step {
    let at = Stamp { t_ms: s as i64 * 1_000, m_ms: s * 1_000 };
    Step { s, w, at, by: Seat::Team(2), facts, from: None }
}

fn id<T: From<Id>>(run: RunId, n: u32) -> T {
    T::from(Id { run, n })
}

fn planned(run: RunId, n: u32, respondent: u32, number: u32) -> Fact {
    let (team, round, guide) = (id(MORNING, 2), None::<AgendaId>, None);
    let fact = interview::Fact::Planned {
        id: id::<InterviewId>(run, n),
        team,
        number,
        round,
        respondent,
        segment: Clean::new("veterans, 30–45"),
        minutes: 30,
        practice: false,
        guide,
        interviewer: None,
        note_taker: None,
    };
    fact.into()
}

fn noted(run: RunId, n: u32, interview: InterviewId, code: u32, text: &str) -> Fact {
    let (id, kind, text) = (id::<NoteId>(run, n), note::Kind::Quote, Clean::new(text));
    note::Fact::Added { id, code, interview, kind, text, section: 0, offset_ms: 0 }.into()
}

/// A morning that both scribes have.
fn morning() -> Vec<Step> {
    let interview = id(MORNING, 3);
    vec![
        step(MORNING, 1, vec![planned(MORNING, 3, 17, 3)]),
        step(MORNING, 2, vec![noted(MORNING, 4, interview, 411, "Довідку просили двічі")]),
    ]
}

/// What a scribe adds to it: a new interview with a note, and an undo of that note.
fn afternoon(run: RunId, text: &str) -> Vec<Step> {
    let interview = id(run, 1);
    let mut steps = morning();
    steps.push(step(run, 3, vec![planned(run, 1, 18, 4)]));
    steps.push(step(run, 4, vec![noted(run, 2, interview, 412, text)]));
    steps.push(step(run, 5, vec![noted(run, 3, interview, 413, "typed by mistake")]));
    steps.push(step(run, 6, vec![Fact::Reverted { step: 5 }]));
    steps
}

fn together(mut ours: Vec<Step>, theirs: &[Step], run: RunId) -> Vec<Step> {
    let new = rerecord(&ours, theirs, run);
    ours.extend(new);
    ours
}

fn notes(steps: &[Step]) -> Vec<(String, String)> {
    let history = History::of(steps.to_vec());
    let notes = history.sprint().notes.iter();
    notes.map(|note| (Code::Note(note.code).to_string(), note.text.to_string())).collect()
}

#[test]
fn two_scribes_files_become_one_with_everything_once() {
    let ours = afternoon(RunId(0xb), "черга з шостої");
    let theirs = afternoon(RunId(0xc), "the hotline never answers");
    let merged = together(ours, &theirs, MERGING);
    let expected = [
        ("N0411", "Довідку просили двічі"),
        ("N0412", "черга з шостої"),
        ("N0412·b", "the hotline never answers"),
    ];
    let expected = expected.map(|(code, text)| (code.to_owned(), text.to_owned()));
    assert_eq!(notes(&merged), expected, "each once, and what was taken back stays taken back");
    let numbers: Vec<StepNo> = merged.iter().map(|step| step.s).collect();
    assert_eq!(numbers, (1..=10).collect::<Vec<_>>());
}

#[test]
fn a_respondent_of_each_scribe_is_another_person() {
    let merged = together(afternoon(RunId(0xb), "а"), &afternoon(RunId(0xc), "б"), MERGING);
    let history = History::of(merged);
    let said: Vec<String> = history
        .sprint()
        .interviews
        .iter()
        .map(|one| format!("{} {}", Code::Interview(2, one.number), Code::Respondent(one.respondent)))
        .collect();
    assert_eq!(said, ["T2-I03 P017", "T2-I04 P018", "T2-I04·b P018·b"]);
    assert_eq!(history.next_code(Code::Respondent(0)), 19);
}

#[test]
fn putting_together_again_adds_nothing_in_either_order() {
    let (left, right) = (afternoon(RunId(0xb), "а"), afternoon(RunId(0xc), "б"));
    let merged = together(left.clone(), &right, MERGING);
    for other in [&left, &right, &merged, &together(right.clone(), &left, RunId(0xe))] {
        assert_eq!(rerecord(&merged, other, RunId(0xd)), [], "something came in twice");
    }
}

#[test]
fn an_undo_on_one_side_of_what_both_have_counts() {
    let mut theirs = morning();
    theirs.push(step(RunId(0xc), 3, vec![Fact::Reverted { step: 2 }]));
    let ours = afternoon(RunId(0xb), "черга з шостої");
    let merged = together(ours, &theirs, MERGING);
    assert_eq!(notes(&merged).len(), 1, "the shared note is taken back, ours stays");
    assert_eq!(notes(&merged)[0].0, "N0412");
}

#[test]
fn a_redo_of_the_other_side_takes_back_its_own_undo() {
    let mut theirs = afternoon(RunId(0xc), "б");
    theirs.push(step(RunId(0xc), 7, vec![Fact::Reverted { step: 6 }]));
    let merged = together(afternoon(RunId(0xb), "а"), &theirs, MERGING);
    assert!(notes(&merged).iter().any(|(code, _)| code == "N0413·b"), "{:?}", notes(&merged));
}

#[test]
fn who_made_a_step_and_when_stays() {
    let theirs = afternoon(RunId(0xc), "б");
    let new = rerecord(&morning(), &theirs, MERGING);
    assert_eq!(new.len(), 4);
    for (new, old) in new.iter().zip(&theirs[2..]) {
        assert_eq!((new.at, new.by, new.w, new.from), (old.at, old.by, MERGING, Some(Origin(old.w, old.s))));
    }
}
