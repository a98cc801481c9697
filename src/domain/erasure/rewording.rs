//! What a person has to put in other words after an erasure.

use rustc_hash::FxHashSet;

use super::{MARK, Traces};
use crate::domain::id::{PieceId, TeamId};
use crate::domain::link::Thing;
use crate::domain::{Code, Sprint};
use crate::text::Clean;

/// Why something needs other words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// It repeated the respondent word for word; that stretch is blank now.
    Quoted,
    /// It is a note of another respondent in the very same words: those are blank now as well.
    Same,
    /// It rests on notes of the respondent, so that it may say what they said.
    Rests,
}

/// What needs other words.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum What {
    /// Something that has a code.
    Coded(Code),
    /// A timebox of the agenda.
    Timebox,
    /// The guide that interviews begin with.
    Guide,
    /// The line on the wall.
    Message,
    /// The sprint's own title, decision or decider.
    Sprint,
}

/// Something that needs other words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reword {
    /// What it is.
    pub what: What,
    /// The team whose it is; none where it is everybody's.
    pub team: Option<Code>,
    /// Its words as they stand now.
    pub text: Clean,
    /// Why.
    pub why: Why,
}

/// A thing with words that is seen in the room.
struct Worded<'a> {
    what: What,
    team: Option<TeamId>,
    text: &'a Clean,
    piece: Option<PieceId>,
}

/// What has other words in `after` than in `before`, or rests on notes of the respondent. Nothing else may differ.
pub(super) fn of(before: &Sprint, after: &Sprint, traces: &Traces) -> Vec<Reword> {
    let resting: FxHashSet<PieceId> = traces
        .notes
        .iter()
        .flat_map(|&note| after.links.onward(Thing::Note(note)))
        .filter_map(|(thing, _)| match thing {
            Thing::Piece(id) => Some(*id),
            Thing::Note(_) | Thing::Theme(_) => None,
        })
        .collect();
    let was = worded(before, traces);
    let pairs = was.iter().zip(worded(after, traces));
    let mut all: Vec<Reword> = pairs
        .filter_map(|(was, now)| {
            let rests = now.piece.is_some_and(|id| resting.contains(&id));
            let why = match (was.text == now.text, now.what) {
                (false, What::Coded(Code::Note(_))) => Why::Same,
                (false, _) => Why::Quoted,
                // Erased before, and not yet in other words.
                (true, _) if rests && now.text.as_str().contains(MARK) => Why::Quoted,
                (true, _) if rests => Why::Rests,
                (true, _) => return None,
            };
            let team = now.team.and_then(|team| after.team_code(team));
            Some(Reword { what: now.what, team, text: now.text.clone(), why })
        })
        .collect();
    all.sort_by_key(|one| one.what);
    all
}

/// What is seen in the room, always in the same order; what was taken off and the respondent's own notes are not.
fn worded<'a>(sprint: &'a Sprint, traces: &Traces) -> Vec<Worded<'a>> {
    let coded = |code, team, text, piece| Worded { what: What::Coded(code), team, text, piece };
    let mut all = Vec::new();
    let pieces = sprint.pieces.iter().filter(|one| !one.crossed);
    all.extend(pieces.map(|one| coded(one.code(), one.team, &one.text, Some(one.id))));
    all.extend(sprint.living_themes().map(|one| coded(Code::Theme(one.code), None, &one.name, None)));
    let notes = sprint.notes.iter().filter(|one| !one.crossed && !traces.notes.contains(&one.id));
    all.extend(notes.map(|one| {
        let team = sprint.interviews.get(one.interview).map(|interview| interview.team);
        coded(Code::Note(one.code), team, &one.text, None)
    }));
    all.extend(sprint.parking.iter().map(|one| coded(Code::Parked(one.code), None, &one.text, None)));
    all.extend(named(sprint).map(|(code, name)| coded(code, None, name, None)));
    all.extend(uncoded(sprint).map(|(what, text)| Worded { what, team: None, text, piece: None }));
    all
}

fn named(sprint: &Sprint) -> impl Iterator<Item = (Code, &Clean)> {
    let departments = sprint.departments.iter().map(|one| (Code::Department(one.code), &one.name));
    let participants = sprint.participants.iter().map(|one| (Code::Participant(one.code), &one.name));
    let services = sprint.services.iter().map(|one| (Code::Service(one.code), &one.name));
    let teams = sprint.teams.iter().map(|one| (Code::Team(one.code), &one.name));
    departments.chain(participants).chain(services).chain(teams)
}

fn uncoded(sprint: &Sprint) -> impl Iterator<Item = (What, &Clean)> {
    let boxes = sprint.agenda.iter().flat_map(|item| [&item.title, &item.output]);
    let sections = sprint.current_guide().map(|guide| guide.sections.as_slice()).unwrap_or_default();
    let guide = sections.iter().flat_map(|section| {
        std::iter::once(&section.title).chain(section.questions.iter().map(|question| &question.text))
    });
    let about = &sprint.description;
    let about = [&about.title, &about.decision, &about.decider];
    boxes
        .map(|text| (What::Timebox, text))
        .chain(guide.map(|text| (What::Guide, text)))
        .chain([(What::Message, &sprint.face.message)])
        .chain(about.map(|text| (What::Sprint, text)))
}
