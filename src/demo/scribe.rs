//! Which sentences are written down in which interview: each fits its section, none is heard twice in a round
//! of one team, and none more than three times in all.

use rustc_hash::FxHashSet;

use super::content::{Sentence, Topic};
use super::day::DayMs;
use super::dice::Dice;
use super::session::{End, Part, Session};
use crate::domain::Fact;
use crate::domain::id::{Ids, InterviewId, NoteId};
use crate::domain::note::{self, Kind};

/// How often one sentence is used at most.
const USES_MAX: u8 = 3;
/// Notes of a whole section, by section of the guide; the first pair of a team writes one more at the welcome.
const NOTES: [i64; 5] = [1, 5, 13, 4, 2];
/// Notes of a practice interview.
const PRACTICE_NOTES: [i64; 5] = [0, 0, 4, 0, 1];

/// A note that was taken.
pub(super) struct Taken {
    pub(super) id: NoteId,
    pub(super) interview: InterviewId,
    pub(super) part: Part,
    /// The studied service, from 0.
    pub(super) topic: usize,
    /// Place of the claim that it speaks for.
    pub(super) claim: Option<usize>,
    pub(super) kind: Kind,
    /// When it was written.
    pub(super) at_ms: DayMs,
    pub(super) fact: note::Fact,
}

/// Knows what was written down already.
pub(super) struct Scribe<'a> {
    topics: &'a [Topic],
    uses: Vec<Vec<u8>>,
    in_round: FxHashSet<(usize, Part, usize)>,
}

impl<'a> Scribe<'a> {
    /// With nothing written down yet.
    pub(super) fn of(topics: &'a [Topic]) -> Self {
        let uses = topics.iter().map(|topic| vec![0; topic.sentences.len()]).collect();
        Self { topics, uses, in_round: FxHashSet::default() }
    }

    /// The notes of an interview up to `now_ms`, in the order of time.
    pub(super) fn write(
        &mut self,
        session: &Session,
        sections: &[u16],
        now_ms: DayMs,
        ids: &mut Ids,
        dice: &mut Dice,
    ) -> Vec<Taken> {
        let mut order: Vec<usize> = (0..6).collect();
        dice.shuffle(&mut order);
        let mut taken = Vec::new();
        for (section, &minutes) in sections.iter().enumerate() {
            let Some((from, until)) = session.section_ms(section, now_ms) else { break };
            let planned = i64::from(minutes) * 60_000;
            let wanted = notes_of(session, section, (until - from).min(planned), planned);
            let mut chosen = self.choose(session, section, wanted, dice);
            self.arrange(session.topic, &order, &mut chosen, dice);
            let slice = (until - from) / (chosen.len() as i64).max(1);
            for (at, sentence) in (0..).zip(chosen) {
                let offset_ms = from + at * slice + slice * dice.between(15, 85) / 100;
                taken.push(self.take(session, sentence, offset_ms, ids));
            }
        }
        taken
    }

    /// Sentences of a section: the least used first, so that all of them come up.
    fn choose(&mut self, session: &Session, section: usize, wanted: usize, dice: &mut Dice) -> Vec<usize> {
        let topic = session.topic;
        let fits = |at: usize, sentence: &Sentence| {
            usize::from(sentence.section) == section
                && self.uses[topic][at] < USES_MAX
                && (session.consent.quotes || sentence.kind != Kind::Quote)
                && !self.in_round.contains(&(session.team, session.part, at))
        };
        let sentences = self.topics[topic].sentences.iter().enumerate();
        let mut open: Vec<usize> =
            sentences.filter(|(at, sentence)| fits(*at, sentence)).map(|(at, _)| at).collect();
        dice.shuffle(&mut open);
        open.sort_by_key(|&at| self.uses[topic][at]);
        open.truncate(wanted);
        for &at in &open {
            self.uses[topic][at] += 1;
            self.in_round.insert((session.team, session.part, at));
        }
        open
    }

    /// People stay with a subject for a while: sentences of one claim stand together, the rest in between.
    fn arrange(&self, topic: usize, order: &[usize], chosen: &mut [usize], dice: &mut Dice) {
        let spread: Vec<usize> = chosen.iter().map(|_| dice.below(order.len())).collect();
        let mut ranked: Vec<(usize, usize)> = chosen
            .iter()
            .zip(spread)
            .map(|(&at, spread)| match self.topics[topic].sentences[at].claim {
                Some(claim) => (order.get(claim).copied().unwrap_or(spread), at),
                None => (spread, at),
            })
            .collect();
        ranked.sort_unstable();
        for (place, (_, at)) in chosen.iter_mut().zip(ranked) {
            *place = at;
        }
    }

    fn take(&self, session: &Session, at: usize, offset_ms: i64, ids: &mut Ids) -> Taken {
        let sentence = &self.topics[session.topic].sentences[at];
        let id = ids.next::<NoteId>();
        let fact = note::Fact::Added {
            id,
            code: 0,
            interview: session.id,
            kind: sentence.kind,
            text: sentence.text.clone(),
            section: sentence.section,
            offset_ms: offset_ms.unsigned_abs(),
        };
        Taken {
            id,
            interview: session.id,
            part: session.part,
            topic: session.topic,
            claim: sentence.claim,
            kind: sentence.kind,
            at_ms: session.start_ms + offset_ms,
            fact,
        }
    }
}

impl Taken {
    /// The fact, whose code the day gives.
    pub(super) fn facts(&self) -> Vec<Fact> {
        vec![self.fact.clone().into()]
    }
}

/// How many notes a section brings when `spent` of its `planned` milliseconds are over.
fn notes_of(session: &Session, section: usize, spent: i64, planned: i64) -> usize {
    let all = match session.part {
        Part::Practice => PRACTICE_NOTES,
        Part::First | Part::Second => NOTES,
    };
    let whole = all.get(section).copied().unwrap_or(0);
    let more = i64::from(section == 0 && session.pair == 0 && session.part != Part::Practice);
    // A shorter section of an interview that is over brings as much as a long one.
    let share = match session.end {
        End::Done(_) => planned,
        End::Running | End::Paused(..) => spent,
    };
    usize::try_from(((whole + more) * share + planned / 2) / planned.max(1)).unwrap_or(0)
}
