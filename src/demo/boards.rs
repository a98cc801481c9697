//! What teams hung on their boards, in turns at the keyboard: questions before lunch, and from the first
//! round's notes insights, opportunities, ideas and next steps.

use super::cast::Cast;
use super::content::{Card, Content};
use super::day::{Day, DayMs, clock};
use super::dice::Dice;
use super::scribe::Taken;
use super::session::{Part, Session};
use super::sorting::Begun;
use crate::domain::id::{Ids, PieceId, TeamId};
use crate::domain::link::{self, Stance, Thing};
use crate::domain::note::Kind as NoteKind;
use crate::domain::piece::{self, Kind};
use crate::domain::turn::{self, Purpose};
use crate::domain::{Fact, Seat};

/// When the first team sat down for its questions, and for what it made of the first round.
const QUESTIONS: DayMs = clock(11, 43, 0);
const INSIGHTS: DayMs = clock(14, 10, 20);
/// From one turn to the next.
const PACE_QUESTIONS_MS: DayMs = 185_000;
const PACE_INSIGHTS_MS: DayMs = 205_000;
/// Between the call and the team's sitting down.
const CURTAIN_MS: DayMs = 9_000;
/// Notes of one claim that a card rests on.
const NOTES_EACH: usize = 3;

/// What the boards are made from.
pub(super) struct Walls<'a> {
    pub(super) content: &'a Content,
    pub(super) cast: &'a Cast,
    pub(super) sessions: &'a [Session],
    pub(super) taken: &'a [Taken],
    pub(super) themes: &'a [Begun],
}

/// Numbers of the kinds given out so far.
#[derive(Default)]
struct Codes([u32; 5]);

impl Codes {
    fn next(&mut self, kind: Kind) -> u32 {
        let at = Kind::ALL.iter().position(|one| *one == kind).unwrap_or(0);
        self.0[at] += 1;
        self.0[at]
    }
}

/// A piece that was made, for what comes of it.
#[derive(Clone, Copy)]
struct Made {
    id: PieceId,
    held: bool,
}

/// Lets each team have its turns.
pub(super) fn hang(walls: &Walls<'_>, day: &mut Day, ids: &mut Ids, dice: &mut Dice) {
    let mut codes = Codes::default();
    let mut questions: Vec<Vec<Made>> = Vec::new();
    let mut at_ms = QUESTIONS;
    for (team, cards) in walls.content.boards.iter().enumerate() {
        let cards: Vec<&Card> = cards.iter().filter(|card| card.kind == Kind::Question).collect();
        let mut turn = Turn::begin(walls, team, Kind::Question, at_ms, day, dice);
        let made = cards.iter().map(|card| turn.make(card, &[], false, ids, &mut codes)).collect();
        questions.push(made);
        turn.end();
        at_ms += PACE_QUESTIONS_MS;
    }
    at_ms = INSIGHTS;
    for (team, cards) in walls.content.boards.iter().enumerate() {
        if cards.iter().all(|card| card.kind == Kind::Question) {
            continue;
        }
        let mut turn = Turn::begin(walls, team, Kind::Insight, at_ms, day, dice);
        turn.answer(cards, &questions[team]);
        turn.grow(cards, ids, &mut codes);
        turn.end();
        at_ms += PACE_INSIGHTS_MS;
    }
}

/// A team at the keyboard.
struct Turn<'a> {
    walls: &'a Walls<'a>,
    day: &'a mut Day,
    dice: &'a mut Dice,
    /// From 0.
    team: usize,
    id: TeamId,
    seat: Seat,
    at_ms: DayMs,
}

impl<'a> Turn<'a> {
    fn begin(
        walls: &'a Walls<'a>,
        team: usize,
        kind: Kind,
        at_ms: DayMs,
        day: &'a mut Day,
        dice: &'a mut Dice,
    ) -> Self {
        let id = walls.cast.teams[team].id;
        let called = turn::Fact::Called { team: id, purpose: Purpose::Board { kind }, minutes: 3 };
        day.add(at_ms, vec![called.into()]);
        day.add(at_ms + CURTAIN_MS, vec![turn::Fact::Seated.into()]);
        let seat = Seat::Team(team as u32 + 1);
        Self { walls, day, dice, team, id, seat, at_ms: at_ms + CURTAIN_MS }
    }

    fn end(self) {
        let over_ms = self.at_ms + self.dice.between(3, 8) * 1_000;
        self.day.add(over_ms, vec![turn::Fact::Over.into()]);
    }

    fn step(&mut self, facts: Vec<Fact>, seconds: (i64, i64)) {
        self.at_ms += self.dice.between(seconds.0, seconds.1) * 1_000;
        self.day.add_by(self.seat, self.at_ms, facts);
    }

    /// Makes a piece with what it rests on.
    fn make(&mut self, card: &Card, from: &[Thing], held: bool, ids: &mut Ids, codes: &mut Codes) -> Made {
        let id = ids.next::<PieceId>();
        let (kind, code) = (card.kind, codes.next(card.kind));
        let added = piece::Fact::Added { id, kind, code, team: Some(self.id), text: card.text.clone(), held };
        let mut facts: Vec<Fact> = vec![added.into()];
        let drawn =
            |&from: &Thing| link::Fact::Drawn { from, to: Thing::Piece(id), stance: Stance::Supports };
        facts.extend(from.iter().map(drawn).map(Fact::from));
        self.step(facts, (9, 14));
        if card.done && kind != Kind::Question {
            self.step(vec![piece::Fact::Done { id, done: true }.into()], (2, 4));
        }
        Made { id, held }
    }

    /// Links the questions to the notes that answer them; what was answered is done.
    fn answer(&mut self, cards: &[Card], questions: &[Made]) {
        let asked = cards.iter().filter(|card| card.kind == Kind::Question);
        for (card, question) in asked.zip(questions) {
            let mut facts: Vec<Fact> = Vec::new();
            for &claim in &card.claims {
                for note in self.notes(claim).into_iter().take(2) {
                    let (from, to) = (Thing::Piece(question.id), Thing::Note(note.id));
                    facts.push(link::Fact::Drawn { from, to, stance: Stance::Supports }.into());
                }
            }
            if card.done {
                facts.push(piece::Fact::Done { id: question.id, done: true }.into());
            }
            if !facts.is_empty() {
                self.step(facts, (2, 5));
            }
        }
    }

    /// Insights from notes and themes, then each kind from the one before it.
    fn grow(&mut self, cards: &[Card], ids: &mut Ids, codes: &mut Codes) {
        let mut newest: [Option<Made>; 5] = [None; 5];
        for card in cards.iter().filter(|card| card.kind != Kind::Question) {
            let at = Kind::ALL.iter().position(|kind| *kind == card.kind).unwrap_or(0);
            let (from, held) = match card.kind {
                Kind::Question | Kind::Insight => self.heard(card),
                Kind::Opportunity | Kind::Idea | Kind::Action => match newest[at - 1] {
                    Some(before) => (vec![Thing::Piece(before.id)], before.held),
                    None => (Vec::new(), false),
                },
            };
            newest[at] = Some(self.make(card, &from, held, ids, codes));
        }
    }

    /// What an insight rests on, and whether some of it is not for the room.
    fn heard(&self, card: &Card) -> (Vec<Thing>, bool) {
        let topic = self.walls.cast.teams[self.team].topic;
        let (mut from, mut held) = (Vec::new(), false);
        for &claim in &card.claims {
            let theme = self.walls.themes.iter().find(|theme| (theme.topic, theme.claim) == (topic, claim));
            from.extend(theme.filter(|theme| theme.at_ms < self.at_ms).map(|theme| Thing::Theme(theme.id)));
            for note in self.notes(claim).into_iter().take(NOTES_EACH) {
                from.push(Thing::Note(note.id));
                held |= !self.is_shown(note);
            }
        }
        (from, held)
    }

    /// What the team heard for a claim in the first round: what may be shown first, then what weighs most.
    fn notes(&self, claim: usize) -> Vec<&'a Taken> {
        let own = |note: &&Taken| {
            note.part == Part::First && note.claim == Some(claim) && self.session(note).is_some()
        };
        let mut notes: Vec<&Taken> = self.walls.taken.iter().filter(own).collect();
        let weighs = |kind: NoteKind| !matches!(kind, NoteKind::Pain | NoteKind::Quote);
        notes.sort_by_key(|note| (!self.is_shown(note), !note.kind.is_evidence(), weighs(note.kind)));
        notes
    }

    fn session(&self, note: &Taken) -> Option<&'a Session> {
        self.walls.sessions.iter().find(|one| one.id == note.interview && one.team == self.team)
    }

    fn is_shown(&self, note: &Taken) -> bool {
        self.session(note).is_some_and(|one| one.consent.shown)
    }
}
