//! Claims about boards: what comes of what, what stays hidden, who was heard.

use proptest::prelude::*;

use super::*;
use crate::domain::id::{Ids, RunId, ThemeId};
use crate::domain::interview::{self, Consent, Plan};
use crate::domain::{History, Seat, Stamp, Step, run, service, team};

/// A team with a service, two interviews and their notes.
struct Bench {
    history: History,
    ids: Ids,
    team: TeamId,
    interviews: Vec<InterviewId>,
}

impl Bench {
    fn new() -> Self {
        let mut ids = Ids::of(RunId(3));
        let (service, team): (ServiceId, TeamId) = (ids.next(), ids.next());
        let boot = Clean::new("boot");
        let began = run::Fact::Began { boot, pid: 1, host: Clean::new("desk"), version: Clean::new("0") };
        let name = Clean::new("Гід ветерана");
        let studied = service::Fact::Added {
            id: service,
            code: 1,
            name: name.clone(),
            department: None,
            studied: true,
        };
        let teamed = team::Fact::Added { id: team, code: 1, name, service: Some(service) };
        let mut bench = Self { history: History::default(), ids, team, interviews: Vec::new() };
        bench.step(vec![began.into(), studied.into(), teamed.into()]);
        for respondent in 1..=3 {
            bench.interview(respondent);
        }
        bench
    }

    fn sprint(&self) -> &Sprint {
        self.history.sprint()
    }

    fn step(&mut self, facts: Vec<AnyFact>) {
        let s = self.history.next_no();
        let at = Stamp { t_ms: s as i64 * 1_000, m_ms: s * 1_000 };
        self.history.push(Step { s, w: RunId(3), at, by: Seat::Facilitator, facts, from: None });
    }

    fn interview(&mut self, respondent: u32) {
        let id: InterviewId = self.ids.next();
        let plan = Plan {
            team: self.team,
            round: None,
            respondent,
            segment: Clean::default(),
            minutes: 30,
            practice: false,
        };
        let mut facts = self.sprint().plan_interview(id, respondent, &plan).unwrap();
        facts.push(interview::Fact::Consented { id, consent: shown(true) }.into());
        facts.push(interview::Fact::Ran { id }.into());
        self.step(facts);
        self.interviews.push(id);
    }

    fn note(&mut self, interview: usize, kind: note::Kind) -> NoteId {
        let id: NoteId = self.ids.next();
        let (interview, text) = (self.interviews[interview], Clean::new("чекала сім тижнів"));
        let added = note::Fact::Added { id, code: 1, interview, kind, text, section: 0, offset_ms: 0 };
        self.step(vec![added.into()]);
        id
    }

    fn new_piece(&mut self, kind: Kind) -> NewPiece {
        let (id, team) = (self.ids.next(), Some(self.team));
        NewPiece {
            id,
            kind,
            code: self.history.next_code(kind.code(0)),
            team,
            text: Clean::new("Коли …, бо …"),
        }
    }

    fn make(&mut self, kind: Kind, from: &[Thing]) -> Result<PieceId, Refusal> {
        let new = self.new_piece(kind);
        let id = new.id;
        let facts = self.sprint().make_from(new, from)?;
        self.step(facts);
        Ok(id)
    }

    fn theme(&mut self, notes: &[NoteId]) -> ThemeId {
        let id: ThemeId = self.ids.next();
        let facts = self.sprint().add_theme(id, 1, &Clean::new("Довідки просять двічі"), notes).unwrap();
        self.step(facts);
        id
    }

    fn held(&self, id: PieceId) -> bool {
        self.sprint().pieces.get(id).unwrap().held
    }
}

fn shown(shown: bool) -> Consent {
    Consent { notes: true, quotes: true, shown, recontact: false }
}

#[test]
fn the_chain_is_walked_both_ways_from_a_note_to_a_next_step() {
    let mut bench = Bench::new();
    let note = bench.note(0, note::Kind::Pain);
    let mut before = Thing::Note(note);
    for kind in [Kind::Insight, Kind::Opportunity, Kind::Idea, Kind::Action] {
        let made = Thing::Piece(bench.make(kind, &[before]).unwrap());
        assert_eq!(bench.sprint().links.back(made), [(before, Stance::Supports)]);
        assert_eq!(bench.sprint().links.onward(before), [(made, Stance::Supports)]);
        before = made;
    }
}

#[test]
fn a_card_goes_to_the_next_column_and_to_no_other() {
    for (at, from) in Column::ALL.into_iter().enumerate() {
        for (to_at, to) in Column::ALL.into_iter().enumerate() {
            let said = from.may_go(to);
            match (to_at as i64 - at as i64, at) {
                (1, _) => assert_eq!(said, Ok(())),
                (0, 5) => assert_eq!(said, Err(Refusal::LastColumn)),
                (0, _) => assert_eq!(said, Err(Refusal::AlreadyThere)),
                (..0, _) => assert_eq!(said, Err(Refusal::KeepsKind)),
                (2.., _) => assert_eq!(said, Err(Refusal::NotNext)),
            }
        }
    }
}

#[test]
fn what_comes_of_a_thing_that_is_not_for_the_room_is_not_either() {
    let mut bench = Bench::new();
    let open = bench.note(0, note::Kind::Pain);
    let hidden = bench.note(1, note::Kind::Pain);
    let unreleased = bench.interviews[1];
    bench.step(vec![interview::Fact::Consented { id: unreleased, consent: shown(false) }.into()]);
    let free = bench.make(Kind::Insight, &[Thing::Note(open)]).unwrap();
    assert!(!bench.held(free));
    let insight = bench.make(Kind::Insight, &[Thing::Note(open), Thing::Note(hidden)]).unwrap();
    let opportunity = bench.make(Kind::Opportunity, &[Thing::Piece(insight)]).unwrap();
    assert!(
        bench.held(insight) && bench.held(opportunity),
        "one unreleased note is enough, and it is passed on"
    );
    let facts = bench.sprint().hold_note(open, true).unwrap();
    bench.step(facts);
    let again = bench.make(Kind::Insight, &[Thing::Note(open)]).unwrap();
    assert!(bench.held(again), "a note held back is not released");
}

#[test]
fn respondents_are_counted_once_and_only_evidence_counts() {
    let mut bench = Bench::new();
    let notes: Vec<NoteId> = (0..3).map(|_| bench.note(0, note::Kind::Pain)).collect();
    let own = bench.note(1, note::Kind::Own);
    let from: Vec<Thing> = notes.iter().chain([&own]).map(|&id| Thing::Note(id)).collect();
    let insight = bench.make(Kind::Insight, &from).unwrap();
    let voices = bench.sprint().voices(insight);
    assert_eq!((voices.people, voices.asked, voices.grade), (1, 3, Grade::D));
    let other = bench.note(1, note::Kind::Quote);
    let theme = bench.theme(&[notes[0], other]);
    let insight = bench.make(Kind::Insight, &[Thing::Theme(theme), Thing::Note(notes[1])]).unwrap();
    let voices = bench.sprint().voices(insight);
    assert_eq!((voices.people, voices.grade), (2, Grade::C), "the theme and the note share a respondent");
}

#[test]
fn a_note_that_speaks_against_it_is_counted_apart() {
    let mut bench = Bench::new();
    let (yes, no) = (bench.note(0, note::Kind::Pain), bench.note(1, note::Kind::Pain));
    let insight = bench.make(Kind::Insight, &[Thing::Note(yes), Thing::Note(no)]).unwrap();
    let (from, to) = (Thing::Note(no), Thing::Piece(insight));
    let facts = bench.sprint().take_stance(from, to, Stance::Contradicts).unwrap();
    bench.step(facts);
    let voices = bench.sprint().voices(insight);
    assert_eq!((voices.people, voices.against, voices.grade), (1, 1, Grade::Contradicted));
    assert_eq!(bench.sprint().take_stance(from, to, Stance::Contradicts), Err(Refusal::NothingChanged));
    let stranger = bench.note(2, note::Kind::Pain);
    let unlinked = bench.sprint().take_stance(Thing::Note(stranger), to, Stance::Supports);
    assert_eq!(unlinked, Err(Refusal::Gone));
}

#[test]
fn a_column_is_ordered_over_what_was_taken_off() {
    let mut bench = Bench::new();
    let ids: Vec<PieceId> = (0..3).map(|_| bench.make(Kind::Idea, &[]).unwrap()).collect();
    let facts = bench.sprint().cross_piece(ids[1]).unwrap();
    bench.step(facts);
    let facts = bench.sprint().shift_piece(ids[2], false).unwrap();
    bench.step(facts);
    let seen: Vec<PieceId> =
        bench.sprint().pieces.seen(Some(bench.team), Kind::Idea).map(|piece| piece.id).collect();
    assert_eq!(seen, [ids[2], ids[0]]);
    assert_eq!(bench.sprint().shift_piece(ids[2], false), Err(Refusal::FirstAlready));
    assert_eq!(bench.sprint().shift_piece(ids[0], true), Err(Refusal::LastAlready));
    assert_eq!(bench.sprint().shift_piece(ids[1], true), Err(Refusal::Gone));
}

#[test]
fn what_cannot_be_made_is_refused() {
    let mut bench = Bench::new();
    let note = bench.note(0, note::Kind::Pain);
    let mut empty = bench.new_piece(Kind::Insight);
    empty.text = Clean::new("  ");
    assert_eq!(bench.sprint().make_from(empty, &[]), Err(Refusal::CardEmpty));
    let mut long = bench.new_piece(Kind::Insight);
    long.text = Clean::new(&"ї".repeat(2_001));
    assert_eq!(bench.sprint().make_from(long, &[]), Err(Refusal::CardTooLong));
    assert_eq!(bench.make(Kind::Idea, &[Thing::Note(note)]), Err(Refusal::NotNext));
    let theme = bench.theme(&[]);
    assert_eq!(bench.make(Kind::Insight, &[Thing::Theme(theme)]), Err(Refusal::EmptyTheme));
    let idea = bench.make(Kind::Idea, &[]).unwrap();
    assert_eq!(bench.make(Kind::Insight, &[Thing::Piece(idea)]), Err(Refusal::KeepsKind));
    assert_eq!(bench.sprint().answered_by(idea, note), Err(Refusal::KeepsKind));
    let facts = bench.sprint().cross_note(note).unwrap();
    bench.step(facts);
    assert_eq!(bench.make(Kind::Insight, &[Thing::Note(note)]), Err(Refusal::Gone));
    assert_eq!(bench.sprint().word_piece(idea, &Clean::new("Коли …, бо …")), Err(Refusal::NothingChanged));
}

#[test]
fn a_team_may_make_cards_on_its_own_board_only() {
    let mut bench = Bench::new();
    let note = bench.note(0, note::Kind::Pain);
    let new = bench.new_piece(Kind::Insight);
    let facts = bench.sprint().make_from(new, &[Thing::Note(note)]).unwrap();
    assert_eq!(bench.sprint().may(Seat::Team(1), &facts), Ok(()));
    let mut theirs = bench.new_piece(Kind::Insight);
    theirs.team = None;
    let facts = bench.sprint().make_from(theirs, &[]).unwrap();
    assert_eq!(bench.sprint().may(Seat::Team(1), &facts), Err(Refusal::NotYours));
}

#[test]
fn a_team_moves_in_the_queue_and_stops_at_its_ends() {
    let mut bench = Bench::new();
    let second: TeamId = bench.ids.next();
    let added = team::Fact::Added { id: second, code: 2, name: Clean::new("Петиції"), service: None };
    bench.step(vec![added.into()]);
    assert_eq!(bench.sprint().shift_team(second, true), Err(Refusal::LastAlready));
    let facts = bench.sprint().shift_team(second, false).unwrap();
    bench.step(facts);
    assert_eq!(bench.sprint().turns.queue, [second, bench.team]);
    assert_eq!(bench.sprint().shift_team(second, false), Err(Refusal::FirstAlready));
}

proptest! {
    #[test]
    fn heard_by_a_team_is_what_a_walk_through_all_notes_finds(
        acts in prop::collection::vec((0_usize..3, 0_u8..4), 1..40),
    ) {
        let mut bench = Bench::new();
        for (interview, act) in acts {
            match act {
                0 | 1 => drop(bench.note(interview, note::Kind::Plain)),
                2 => {
                    let newest = bench.sprint().notes.iter().rev().find(|note| !note.crossed).map(|note| note.id);
                    if let Some(id) = newest {
                        let facts = bench.sprint().cross_note(id).unwrap();
                        bench.step(facts);
                    }
                }
                _ => {
                    let facts = bench.sprint().practise(bench.interviews[interview]);
                    if let Ok(facts) = facts {
                        bench.step(facts);
                    }
                }
            }
        }
        let sprint = bench.sprint();
        let found: Vec<u32> = (0..)
            .zip(sprint.notes.iter())
            .filter(|(_, note)| !note.crossed && sprint.interviews.get(note.interview).unwrap().counts())
            .map(|(row, _)| row)
            .collect();
        prop_assert_eq!(sprint.evidence.heard_by(bench.team), &found[..]);
        prop_assert!(sprint.evidence == sprint.heard_from_nothing());
    }
}
