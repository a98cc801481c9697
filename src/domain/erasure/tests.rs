//! Claims about erasing, on a small sprint and on random commands.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::domain::id::{Id, Ids, ParkedId, PieceId, RunId, SourceId, TeamId};
use crate::domain::interview::{Consent, Pause, Plan, Status};
use crate::domain::link::Stance;
use crate::domain::note::Kind;
use crate::domain::rerecord::rerecord;
use crate::domain::tests::{Act, Bench, RUN, act, perform};
use crate::domain::{Seat, Stamp, face, link, parking, piece, request, theme};

const SAID: &str = "Мама чекала на лікаря три тижні";

/// A sprint with a team, in which P017 is asked, and somebody else.
struct Room {
    bench: Bench,
    team: TeamId,
    one: InterviewId,
    other: InterviewId,
}

impl Room {
    fn new() -> Self {
        let mut bench = Bench::new();
        let (team, _) = bench.team();
        let one = bench.interview(team, 17);
        let other = bench.interview(team, 18);
        Self { bench, team, one, other }
    }

    fn does(&mut self, fact: impl Into<AnyFact>) -> &mut Self {
        self.bench.step(vec![fact.into()]);
        self
    }

    fn notes(&mut self, interview: InterviewId, text: &str) -> NoteId {
        let id = self.bench.ids.next();
        let code = self.bench.history.next_code(Code::Note(0));
        let text = Clean::new(text);
        let added =
            note::Fact::Added { id, code, interview, kind: Kind::Quote, text, section: 0, offset_ms: 0 };
        self.does(added);
        id
    }

    fn piece(&mut self, kind: piece::Kind, text: &str) -> PieceId {
        let (id, code) = (self.bench.ids.next(), self.bench.history.next_code(kind.code(0)));
        let (team, text) = (Some(self.team), Clean::new(text));
        self.does(piece::Fact::Added { id, kind, code, team, text, held: false });
        id
    }

    fn erases(&self, respondent: u32) -> Erasure {
        erase(self.steps(), respondent, &Clean::new("asked by letter")).unwrap()
    }

    fn steps(&self) -> Vec<Step> {
        self.bench.history.steps().to_vec()
    }
}

/// The steps with the tombstone behind them.
fn buried(erasure: &Erasure) -> Vec<Step> {
    let mut steps = erasure.steps.clone();
    let s = steps.last().map_or(1, |step| step.s + 1);
    let facts = vec![Fact::Erased(erasure.erased.clone()).into()];
    steps.push(Step { s, w: RUN, at: Stamp::default(), by: Seat::CommandLine, facts, from: None });
    steps
}

fn json(facts: &[AnyFact]) -> String {
    let one = |fact: &AnyFact| match fact {
        AnyFact::Unknown(raw) => raw.to_string(),
        other => serde_json::to_string(other).unwrap(),
    };
    facts.iter().map(one).collect()
}

fn all_json(steps: &[Step]) -> String {
    steps.iter().map(|step| json(&step.facts)).collect()
}

#[test]
fn every_wording_of_every_note_is_gone_also_of_those_that_were_taken_back() {
    let mut room = Room::new();
    let note = room.notes(room.one, SAID);
    room.does(note::Fact::Worded {
        id: note, text: Clean::new("Чекала три тижні на лікаря")
    });
    room.notes(room.one, "написано помилково, зайве");
    room.bench.undo(Seat::Facilitator);
    let theirs = room.notes(room.other, "А ми записалися за день");
    let erasure = room.erases(17);
    let left = all_json(&erasure.steps);
    for text in [SAID, "Чекала три тижні на лікаря", "написано помилково"]
    {
        assert!(!left.contains(text), "{text}");
    }
    assert!(left.contains("А ми записалися за день"));
    let history = History::of(buried(&erasure));
    assert!(!history.sprint().notes.get(theirs).unwrap().crossed);
    assert!(history.agrees_with_replay());
}

#[test]
fn what_describes_the_respondent_goes_too() {
    let mut room = Room::new();
    let id: InterviewId = room.bench.ids.next();
    let segment = Clean::new("veterans, 30–45");
    let plan = Plan { team: room.team, round: None, respondent: 17, segment, minutes: 30, practice: false };
    let planned = room.bench.history.sprint().plan_interview(id, 3, &plan).unwrap();
    room.bench.step(planned);
    room.does(interview::Fact::Paused { id, why: Pause::Distress });
    room.does(interview::Fact::Stood { id, status: Status::Stopped });
    let erasure = room.erases(17);
    assert_eq!(erasure.interviews.len(), 2, "both interviews of one respondent");
    let left = all_json(&erasure.steps);
    for told in ["veterans", "distress", "stopped"] {
        assert!(!left.contains(told), "{told}");
    }
}

#[test]
fn steps_keep_their_numbers_times_and_hands_and_codes_go_on_rising() {
    let mut room = Room::new();
    room.notes(room.one, SAID);
    let before = room.steps();
    let erasure = room.erases(17);
    for (was, is) in before.iter().zip(&erasure.steps) {
        assert_eq!((was.s, was.w, was.at, was.by, was.from), (is.s, is.w, is.at, is.by, is.from));
    }
    let (was, is) = (&room.bench.history, History::of(buried(&erasure)));
    for like in [Code::Note(0), Code::Respondent(0)] {
        assert_eq!(was.next_code(like), is.next_code(like));
    }
    assert_eq!(was.next_interview(room.team), is.next_interview(room.team));
}

#[test]
fn the_same_words_elsewhere_are_blanked_and_listed_to_be_reworded() {
    let mut room = Room::new();
    let note = room.notes(room.one, SAID);
    let quoting = room.piece(piece::Kind::Insight, "Кажуть: «МАМА  чекала на лікаря три тижні», і так усюди");
    let resting = room.piece(piece::Kind::Opportunity, "Як скоротити чекання?");
    room.piece(piece::Kind::Idea, "Черга за номером");
    let drawn = |from, to| link::Fact::Drawn { from, to, stance: Stance::Supports };
    room.does(drawn(Thing::Note(note), Thing::Piece(quoting)));
    room.does(drawn(Thing::Note(note), Thing::Piece(resting)));
    room.does(parking::Fact::Added {
        id: ParkedId(Id { run: RUN, n: 900 }),
        code: 1,
        text: Clean::new(SAID),
    });
    room.notes(room.other, SAID);
    room.bench.theme("Мама чекала на лікаря три тижні!");
    room.does(face::Fact::Said {
        text: Clean::new("мама чекала на лікаря три тижні.")
    });
    let erasure = room.erases(17);
    let said: Vec<_> = erasure
        .reword
        .iter()
        .map(|one| (one.what, one.team.map(|team| team.to_string()), one.text.as_str(), one.why))
        .collect();
    let team = Some("T1".to_owned());
    let expected = [
        (What::Coded(Code::Note(2)), team.clone(), MARK, Why::Same),
        (What::Coded(Code::Theme(1)), None, MARK, Why::Quoted),
        (What::Coded(Code::Insight(1)), team.clone(), "Кажуть: «▒▒▒», і так усюди", Why::Quoted),
        (What::Coded(Code::Opportunity(1)), team, "Як скоротити чекання?", Why::Rests),
        (What::Coded(Code::Parked(1)), None, MARK, Why::Quoted),
        (What::Message, None, MARK, Why::Quoted),
    ];
    assert_eq!(said, expected);
}

#[test]
fn a_short_answer_is_blanked_where_it_was_put_down_whole_and_nowhere_inside() {
    let mut room = Room::new();
    room.notes(room.one, "Так, дуже");
    let whole = room.piece(piece::Kind::Insight, "«так, дуже»");
    let inside = room.piece(piece::Kind::Insight, "Усім так, дуже треба");
    let theirs = room.notes(room.other, "так, дуже");
    let history = History::of(buried(&room.erases(17)));
    let text = |id| history.sprint().pieces.get(id).unwrap().text.to_string();
    assert_eq!((text(whole), text(inside)), (MARK.to_owned(), "Усім так, дуже треба".to_owned()));
    assert_eq!(history.sprint().notes.get(theirs).unwrap().text.as_str(), "так, дуже", "it is theirs, too");
}

#[test]
fn a_row_of_an_import_that_says_the_same_loses_that_stretch_and_the_others_stay() {
    let mut room = Room::new();
    room.notes(room.one, SAID);
    let mut text = request::Texts::default();
    for row in ["Ліфт не їде", "Пишу: мама чекала на лікаря три тижні", "Яма"]
    {
        text.push(row);
    }
    let source = SourceId(Id { run: RUN, n: 901 });
    let chunk =
        request::Chunk { source, first: 0, text, category: vec![0; 3], district: vec![], date: vec![] };
    room.does(request::Fact::Rows(Arc::new(chunk)));
    let erasure = room.erases(17);
    assert_eq!(erasure.rows, 1);
    let AnyFact::Request(request::Fact::Rows(chunk)) = &erasure.steps.last().unwrap().facts[0] else {
        panic!("the import is gone");
    };
    let rows: Vec<_> = (0..3).filter_map(|row| chunk.text.get(row)).collect();
    assert_eq!(rows, ["Ліфт не їде", "Пишу: ▒▒▒", "Яма"]);
}

#[test]
fn a_fact_of_a_newer_version_is_searched_and_the_rest_of_it_stays_byte_for_byte() {
    let mut room = Room::new();
    let note = room.notes(room.one, SAID);
    let theirs = room.notes(room.other, "А ми записалися за день");
    let raw = |id: NoteId, text: &str| {
        let id = id.0;
        format!(r#"{{"note": {{"translated":{{"id":"{id}","to":"en","n":1.0, "text":"{text}"}}}}}}"#)
    };
    let unknown = |raw: &str| AnyFact::Unknown(raw.into());
    room.does(unknown(&raw(note, "Mum \\\"waited\\\" three weeks")));
    room.does(unknown(&raw(theirs, "We had a day")));
    room.does(unknown(&raw(theirs, "Мама чекала \\u043dа лікаря три тижні, а ми ні")));
    let erasure = room.erases(17);
    let facts: Vec<_> = erasure.steps.iter().rev().take(3).map(|step| step.facts[0].clone()).collect();
    let expected = [raw(theirs, "▒▒▒, а ми ні"), raw(theirs, "We had a day"), raw(note, MARK)];
    assert_eq!(facts, expected.map(|raw| unknown(&raw)));
}

#[test]
fn afterwards_the_interview_counts_nowhere_and_nothing_said_later_changes_that() {
    let mut room = Room::new();
    let note = room.notes(room.one, SAID);
    let theme = room.bench.theme("Черги");
    room.does(note::Fact::Filed { notes: vec![note], theme: Some(theme) });
    room.does(interview::Fact::Consented {
        id: room.one,
        consent: Consent { shown: true, ..Consent::default() },
    });
    let mut history = History::of(buried(&room.erases(17)));
    let later = room.bench.ids.next();
    let added = note::Fact::Added {
        id: later,
        code: 99,
        interview: room.one,
        kind: Kind::Quote,
        text: Clean::new(MARK),
        section: 0,
        offset_ms: 0,
    };
    let facts = [
        interview::Fact::Stood { id: room.one, status: Status::Done }.into(),
        interview::Fact::Ran { id: room.one }.into(),
        interview::Fact::Consented { id: room.one, consent: Consent { notes: true, ..Consent::default() } }
            .into(),
        note::Fact::Crossed { id: note, crossed: false }.into(),
        added.into(),
    ];
    let (s, at, by) = (history.next_no(), Stamp::default(), Seat::Facilitator);
    history.push(Step { s, w: RUN, at, by, facts: facts.to_vec(), from: None });
    let sprint = history.sprint();
    let one = sprint.interviews.get(room.one).unwrap();
    assert_eq!(
        (one.status, one.consent, one.clock.is_running()),
        (Status::Withdrawn, Consent::default(), false)
    );
    assert!([note, later].iter().all(|&id| sprint.notes.get(id).unwrap().crossed));
    assert_eq!((sprint.evidence.people_of(theme), sprint.evidence.rows_of(theme)), (0, &[][..]));
    assert!(sprint.evidence == sprint.heard_from_nothing() && history.agrees_with_replay());
}

#[test]
fn undo_passes_the_erasure_by_and_brings_no_word_back() {
    let mut room = Room::new();
    let note = room.notes(room.one, SAID);
    room.does(note::Fact::Worded {
        id: note, text: Clean::new("Чекала три тижні на лікаря")
    });
    room.bench.history = History::of(buried(&room.erases(17)));
    let tombstone = room.bench.history.next_no() - 1;
    while let Some(undo) = room.bench.history.undo(Seat::Facilitator) {
        assert_ne!(undo.step, tombstone);
        room.bench.undo(Seat::Facilitator);
        let sprint = room.bench.history.sprint();
        assert!(sprint.interviews.get(room.one).is_none_or(|one| one.erased));
        assert!(sprint.notes.iter().all(|one| one.interview != room.one || one.text.as_str() == MARK));
    }
    while room.bench.redo(Seat::Facilitator) {}
    assert!(room.bench.history.sprint().interviews.get(room.one).unwrap().erased);
}

#[test]
fn erasing_again_finds_nothing_to_do_until_the_respondent_is_asked_anew() {
    let mut room = Room::new();
    room.notes(room.one, SAID);
    let steps = buried(&room.erases(17));
    let tombstone = steps.last().unwrap().s;
    let again = erase(steps.clone(), 17, &Clean::default()).unwrap();
    assert_eq!((again.before, again.steps == steps), (Some(tombstone), true));
    room.bench.history = History::of(steps);
    let anew = room.bench.interview(room.team, 17);
    room.notes(anew, "Цього разу швидше, за тиждень");
    let erasure = room.erases(17);
    assert_eq!((erasure.before, erasure.erased.interviews.len()), (None, 2));
    assert!(!all_json(&erasure.steps).contains("Цього разу"));
}

#[test]
fn the_tombstone_says_what_and_why_and_repeats_no_word() {
    let mut room = Room::new();
    let note = room.notes(room.one, SAID);
    let reason = Clean::new("сказала «мама чекала на лікаря три тижні» і передумала");
    let erased = erase(room.steps(), 17, &reason).unwrap().erased;
    assert_eq!(
        (erased.respondent, &erased.interviews[..], &erased.notes[..]),
        (17, &[room.one][..], &[note][..])
    );
    assert_eq!(erased.reason.as_str(), "сказала «▒▒▒» і передумала");
    assert_eq!(erased.steps, [room.steps().last().unwrap().s]);
    let as_json = serde_json::to_string(&AnyFact::from(Fact::Erased(erased.clone()))).unwrap();
    assert!(
        as_json.starts_with(r#"{"erasure":{"erased":{"respondent":17,"interviews":["00000009."#),
        "{as_json}"
    );
    assert_eq!(serde_json::from_str::<AnyFact>(&as_json).unwrap(), Fact::Erased(erased).into());
}

#[test]
fn who_was_never_to_be_asked_and_an_endless_reason_are_refused() {
    let room = Room::new();
    let refused =
        |respondent, reason: &str| erase(room.steps(), respondent, &Clean::new(reason)).unwrap_err();
    assert_eq!(refused(99, ""), Refusal::NotAsked);
    assert_eq!(refused(17, &"я".repeat(NAME_CHARS_MAX + 1)), Refusal::ReasonTooLong);
}

#[test]
fn the_other_side_of_a_merge_is_blanked_by_ids_although_the_words_are_gone_here() {
    let mut room = Room::new();
    let note = room.notes(room.one, SAID);
    let fork = room.steps();
    let ours = buried(&room.erases(17));
    // The other side goes on without knowing: other words, another note, a card that quotes both.
    room.does(note::Fact::Worded {
        id: note, text: Clean::new("Чекала три тижні на лікаря")
    });
    room.notes(room.one, "І ліки купили за свої гроші");
    room.piece(piece::Kind::Insight, "Чекала три тижні на лікаря. І ліки купили за свої гроші");
    let untouched = room.notes(room.other, "А ми записалися за день");
    let mut theirs = room.steps();
    for step in &mut theirs[fork.len()..] {
        step.w = RunId(0xb);
    }
    let blanked = blank_by(tombstones(&ours), &mut theirs);
    assert_eq!(blanked.len(), 4, "the note of both, its new words, the new note and the card");
    let merged: Vec<Step> = ours.iter().cloned().chain(rerecord(&ours, &theirs, RunId(0xc))).collect();
    let left = all_json(&merged);
    for text in [SAID, "Чекала три тижні", "ліки купили"] {
        assert!(!left.contains(text), "{text}");
    }
    let history = History::of(merged);
    assert!(!history.sprint().notes.get(untouched).unwrap().crossed);
    let of_one = |note: &&crate::domain::note::Note| note.interview == room.one;
    assert!(history.sprint().notes.iter().filter(of_one).all(|note| note.crossed));
}

#[test]
fn a_tombstone_that_comes_from_the_other_side_names_the_steps_and_the_twin_of_this_one() {
    let mut room = Room::new();
    let fork = room.steps();
    let gone_apart = |room: &mut Room, run: u32| {
        room.bench.history = History::of(fork.clone());
        room.bench.ids = Ids::of(RunId(run));
        let interview = room.bench.interview(room.team, 19);
        room.notes(interview, SAID);
        let mut steps = room.steps();
        steps[fork.len()..].iter_mut().for_each(|step| step.w = RunId(run));
        steps
    };
    let mut ours = gone_apart(&mut room, 0xb);
    ours.push(Step { s: ours.last().unwrap().s + 1, ..ours.last().unwrap().clone() });
    let theirs = gone_apart(&mut room, 0xc);
    let theirs = buried(&erase(theirs, 19, &Clean::default()).unwrap());
    let new = rerecord(&ours, &theirs, RunId(0xd));
    let erased = tombstones(&new).next().unwrap();
    assert_eq!(Code::Respondent(erased.respondent).to_string(), "P019·b");
    let named: Vec<&Step> = new.iter().filter(|step| erased.steps.contains(&step.s)).collect();
    assert!(named.len() == 1 && json(&named[0].facts).contains(MARK), "{erased:?}");
}

/// A command at random, also of those that repeat what somebody said.
#[derive(Clone, Debug)]
enum Deed {
    Usual(Act),
    Word(usize),
    Quote(usize, u8),
    Link(usize, usize),
}

fn deed() -> impl Strategy<Value = Deed> {
    let n = 0..40_usize;
    prop_oneof![
        6 => act().prop_map(Deed::Usual),
        1 => n.clone().prop_map(Deed::Word),
        2 => (n.clone(), 0..4_u8).prop_map(|(note, place)| Deed::Quote(note, place)),
        1 => (n.clone(), n).prop_map(|(note, piece)| Deed::Link(note, piece)),
    ]
}

fn perform_deed(bench: &mut Bench, team: TeamId, deed: &Deed) {
    let sprint = bench.history.sprint();
    let note = |at: usize| sprint.notes.at_row((at % sprint.notes.len().max(1)) as u32);
    match *deed {
        Deed::Usual(ref usual) => perform(bench, team, usual),
        Deed::Word(at) => {
            let Some(one) = note(at) else { return };
            let text = Clean::new(&format!("інакше: {} ще раз {}", one.code, bench.history.next_no()));
            let id = one.id;
            bench.step(vec![note::Fact::Worded { id, text }.into()]);
        }
        Deed::Quote(at, place) => {
            let Some(text) = note(at).map(|one| one.text.to_string().to_uppercase()) else { return };
            let text = Clean::new(&format!("Почули «{text}» і записали"));
            let fact: AnyFact = match place {
                0 => {
                    let (id, kind) = (bench.ids.next(), piece::Kind::Insight);
                    let code = bench.history.next_code(kind.code(0));
                    piece::Fact::Added { id, kind, code, team: Some(team), text, held: false }.into()
                }
                1 => {
                    let (id, code) = (bench.ids.next(), bench.history.next_code(Code::Parked(0)));
                    parking::Fact::Added { id, code, text }.into()
                }
                2 => face::Fact::Said { text }.into(),
                _ => {
                    let (id, code) = (bench.ids.next(), bench.history.next_code(Code::Theme(0)));
                    theme::Fact::Added { id, code, name: text, label: 0, tray: false }.into()
                }
            };
            bench.step(vec![fact]);
        }
        Deed::Link(at, to) => {
            let pieces: Vec<PieceId> = sprint.pieces.iter().map(|one| one.id).collect();
            let (Some(one), false) = (note(at), pieces.is_empty()) else { return };
            let (from, to) = (Thing::Note(one.id), Thing::Piece(pieces[to % pieces.len()]));
            bench.step(vec![link::Fact::Drawn { from, to, stance: Stance::Supports }.into()]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn whatever_was_done_nothing_of_the_respondent_is_left_and_of_the_others_everything(
        deeds in prop::collection::vec(deed(), 1..80),
        more in prop::collection::vec(deed(), 0..30),
        respondent in 0..5_u32,
    ) {
        let mut bench = Bench::new();
        let (team, _) = bench.team();
        bench.interview(team, respondent);
        deeds.iter().for_each(|deed| perform_deed(&mut bench, team, deed));
        let before = bench.history.steps().to_vec();
        let erasure = erase(before.clone(), respondent, &Clean::default()).unwrap();
        let folded = |facts: &[AnyFact]| json(facts).to_lowercase();
        let said: Vec<String> = erasure.said.texts().iter().map(|text| text.as_str().to_lowercase()).collect();
        for (was, is) in before.iter().zip(&erasure.steps) {
            let theirs = said.iter().any(|text| folded(&was.facts).contains(text));
            prop_assert_eq!(theirs, was.facts != is.facts, "{:?}", was);
            prop_assert_eq!(theirs, erasure.erased.steps.contains(&was.s));
            prop_assert!(!said.iter().any(|text| folded(&is.facts).contains(text)), "{:?}", is);
        }
        bench.history = History::of(buried(&erasure));
        for deed in &more {
            perform_deed(&mut bench, team, deed);
            let sprint = bench.history.sprint();
            prop_assert!(sprint.evidence == sprint.heard_from_nothing(), "after {deed:?}");
            let counts = sprint.interviews.iter().any(|one| {
                erasure.erased.interviews.contains(&one.id) && (one.counts() || !one.erased)
            });
            prop_assert!(!counts, "after {deed:?}");
        }
        prop_assert!(bench.history.agrees_with_replay());
    }
}
