//! The themes that were begun: some claims of each studied service with notes of the first round, three notes
//! in the tray, one theme that rests on a single voice, and a merge that somebody took back.

use super::content::Content;
use super::day::{Day, DayMs, clock};
use super::dice::Dice;
use super::scribe::Taken;
use super::session::Part;
use crate::domain::id::{Ids, InterviewId, NoteId, ThemeId};
use crate::domain::note::{self, Kind};
use crate::domain::{Fact, theme};

/// Themes begun of each studied service.
const BEGUN: [usize; 4] = [3, 3, 3, 2];
/// The theme, by studied service and place, that only one respondent speaks for.
const LONE: (usize, usize) = (2, 2);
/// The studied service two of whose themes were merged by mistake.
const MISTAKEN: usize = 1;
const FIRST: DayMs = clock(14, 8, 40);
const LAST: DayMs = clock(14, 31, 20);
/// Notes that the tray holds.
const IN_TRAY: usize = 3;

enum Act {
    Do(Vec<Fact>),
    TakeBack,
}

/// A theme that was begun.
pub(super) struct Begun {
    pub(super) id: ThemeId,
    /// The studied service, from 0, and the place of the claim.
    pub(super) topic: usize,
    pub(super) claim: usize,
    /// When it was begun.
    pub(super) at_ms: DayMs,
    notes: Vec<NoteId>,
}

/// Sorts some of the first round's notes, while the second round runs. Answers the themes that were begun.
pub(super) fn sort(
    content: &Content,
    taken: &[Taken],
    tray: Option<ThemeId>,
    day: &mut Day,
    ids: &mut Ids,
    dice: &mut Dice,
) -> Vec<Begun> {
    let mut all = Vec::new();
    let heard: Vec<&Taken> = taken.iter().filter(|note| note.part == Part::First).collect();
    let mut acts = Vec::new();
    let mut code = 1;
    for (topic, &begun) in BEGUN.iter().enumerate() {
        let mut themes = Vec::new();
        for (place, claim) in strongest(&heard, topic, begun).into_iter().enumerate() {
            let mut notes = notes_for(&heard, topic, claim, (topic, place) == LONE);
            if (topic, place) != LONE {
                notes.retain(|_| !dice.chance(8));
            }
            dice.shuffle(&mut notes);
            code += 1;
            let (id, name) = (ids.next::<ThemeId>(), content.topics[topic].claims[claim].clone());
            let added = theme::Fact::Added { id, code, name, label: code as u16 - 2, tray: false };
            acts.push(Act::Do(begin(added, id, &mut notes)));
            themes.push(Begun { id, topic, claim, at_ms: 0, notes });
        }
        acts.extend(fill(&themes, dice));
        if let ([into, from, ..], MISTAKEN) = (&themes[..], topic) {
            acts.extend(merge_by_mistake(into.id, from.id, &filed(&acts, from.id)));
        }
        all.extend(themes);
    }
    acts.extend(tray.map(|tray| Act::Do(vec![file(set_apart(&heard), tray)])));
    let begun = play(acts, day, dice);
    for theme in &mut all {
        let at_ms = begun.iter().find(|(id, _)| *id == theme.id).map(|(_, at_ms)| *at_ms);
        theme.at_ms = at_ms.unwrap_or(LAST);
    }
    all
}

/// The claims of a service that most notes speak for.
fn strongest(heard: &[&Taken], topic: usize, wanted: usize) -> Vec<usize> {
    let count =
        |claim: usize| heard.iter().filter(|note| note.topic == topic && note.claim == Some(claim)).count();
    let mut claims: Vec<usize> = (0..6).collect();
    claims.sort_by_key(|&claim| (std::cmp::Reverse(count(claim)), claim));
    claims.truncate(wanted);
    claims
}

/// The notes that speak for a claim; of a lone theme those of the respondent who says most of it.
fn notes_for(heard: &[&Taken], topic: usize, claim: usize, lone: bool) -> Vec<NoteId> {
    let of_claim: Vec<&&Taken> =
        heard.iter().filter(|note| note.topic == topic && note.claim == Some(claim)).collect();
    let says = |interview: InterviewId| of_claim.iter().filter(|note| note.interview == interview).count();
    let most =
        of_claim.iter().map(|note| note.interview).max_by_key(|&interview| (says(interview), interview));
    of_claim.iter().filter(|note| !lone || Some(note.interview) == most).map(|note| note.id).collect()
}

/// A theme begins with two or three notes under its claim.
fn begin(added: theme::Fact, id: ThemeId, notes: &mut Vec<NoteId>) -> Vec<Fact> {
    let rest = notes.split_off(notes.len().min(2 + notes.len() % 2));
    let first = std::mem::replace(notes, rest);
    vec![added.into(), file(first, id)]
}

/// The rest comes a few at a time, now here, now there.
fn fill(themes: &[Begun], dice: &mut Dice) -> Vec<Act> {
    let mut batches: Vec<Act> = Vec::new();
    for theme in themes {
        let mut left = &theme.notes[..];
        while !left.is_empty() {
            let (batch, rest) = left.split_at(left.len().min(1 + dice.below(4)));
            batches.push(Act::Do(vec![file(batch.to_vec(), theme.id)]));
            left = rest;
        }
    }
    dice.shuffle(&mut batches);
    batches
}

/// The notes that the acts so far filed under a theme.
fn filed(acts: &[Act], id: ThemeId) -> Vec<NoteId> {
    let facts = acts.iter().flat_map(|act| match act {
        Act::Do(facts) => &facts[..],
        Act::TakeBack => &[],
    });
    let mut found = Vec::new();
    for fact in facts {
        if let Fact::Note(note::Fact::Filed { notes, theme }) = fact
            && *theme == Some(id)
        {
            found.extend_from_slice(notes);
        }
    }
    found
}

fn merge_by_mistake(into: ThemeId, from: ThemeId, notes: &[NoteId]) -> [Act; 2] {
    [Act::Do(vec![file(notes.to_vec(), into), theme::Fact::Removed { id: from }.into()]), Act::TakeBack]
}

/// Notes that fit no claim, of as many services.
fn set_apart(heard: &[&Taken]) -> Vec<NoteId> {
    let fits_none = |note: &&&Taken| note.claim.is_none() && note.kind == Kind::Surprise;
    let of = |topic: usize| heard.iter().filter(fits_none).find(move |note| note.topic == topic);
    (0..BEGUN.len()).filter_map(of).map(|note| note.id).take(IN_TRAY).collect()
}

fn file(notes: Vec<NoteId>, theme: ThemeId) -> Fact {
    note::Fact::Filed { notes, theme: Some(theme) }.into()
}

/// Lets the acts follow each other; answers when each theme was begun.
fn play(acts: Vec<Act>, day: &mut Day, dice: &mut Dice) -> Vec<(ThemeId, DayMs)> {
    let mut begun = Vec::new();
    let pace = (LAST - FIRST) / (acts.len() as i64).max(1);
    let mut before = None;
    for (at, act) in (0..).zip(acts) {
        let at_ms = FIRST + at * pace + dice.between(0, pace * 2 / 3);
        match (act, before) {
            (Act::Do(facts), _) => {
                if let Some(Fact::Theme(theme::Fact::Added { id, .. })) = facts.first() {
                    begun.push((*id, at_ms));
                }
                before = Some(day.add(at_ms, facts));
            }
            (Act::TakeBack, Some(mark)) => day.take_back(at_ms, mark),
            (Act::TakeBack, None) => {}
        }
    }
    begun
}
