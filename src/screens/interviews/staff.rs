//! Who asks and who writes: chosen from the team first, and among them those who have not done it yet, since roles
//! rotate.

use rustc_hash::FxHashMap;

use super::Asked;
use crate::domain::Code;
use crate::domain::id::{InterviewId, ParticipantId};
use crate::domain::interview::{Interview, Status};
use crate::domain::label;
use crate::domain::participant::Participant;
use crate::kit::Cx;
use crate::kit::ask::{self, Ask, Pick};
use crate::kit::draw::{Glyph, Line, team_glyph};
use crate::kit::theme::Role;
use crate::text::{Clean, fit};
use crate::words::{Args, Phrase};

/// Columns of a name and of a team in the list.
const NAME_COLUMNS: usize = 30;
const TEAM_COLUMNS: usize = 6;

/// What somebody does in an interview.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// Asks.
    Asks,
    /// Writes.
    Writes,
}

impl Part {
    fn of(self, one: &Interview) -> Option<ParticipantId> {
        match self {
            Self::Asks => one.interviewer,
            Self::Writes => one.note_taker,
        }
    }
}

/// The part in the list of states, with the name of who has it.
pub fn choice_words(one: &Interview, part: Part, cx: &Cx<'_>) -> Phrase {
    let who = part.of(one).and_then(|id| cx.sprint.participants.get(id));
    let who = match who {
        Some(who) => cx.words.tell("interviews-staff-name", Args::new().with("name", &who.name)),
        None => cx.words.say("interviews-staff-nobody"),
    };
    let id = match part {
        Part::Asks => "interviews-choice-interviewer",
        Part::Writes => "interviews-choice-note-taker",
    };
    cx.words.tell(id, Args::new().with("who", &who))
}

/// Asks who has the part: the team first, those first who had it least often.
pub fn ask(id: InterviewId, part: Part, cx: &mut Cx<'_>) -> Asked {
    let Some(one) = cx.sprint.interviews.get(id) else { return Asked::Nothing };
    let times = times(part, cx);
    let times_of = |one: &Participant| times.get(&one.id).copied().unwrap_or(0);
    let mut people: Vec<&Participant> = cx.sprint.present().collect();
    people.sort_by_key(|person| (person.team != Some(one.team), times_of(person), person.code));
    let labels = (0..label::LABELS).filter(|n| *n != label::TRAY);
    let mut choices: Vec<ask::Choice> = people
        .iter()
        .zip(labels)
        .map(|(person, n)| ask::Choice {
            letters: label::letters(n).unwrap_or_default(),
            line: person_line(person, times_of(person), part, one, cx),
            on: part.of(one) == Some(person.id),
        })
        .collect();
    let mut offered: Vec<Option<ParticipantId>> =
        people.iter().take(choices.len()).map(|person| Some(person.id)).collect();
    offered.push(None);
    choices.push(ask::Choice {
        letters: label::letters(label::TRAY).unwrap_or_default(),
        line: Line::new().add(Role::Text, &cx.words.say("interviews-staff-nobody")),
        on: part.of(one).is_none(),
    });
    let id = match part {
        Part::Asks => "interviews-interviewer-title",
        Part::Writes => "interviews-note-taker-title",
    };
    let team = cx.sprint.teams.get(one.team).map_or(0, |team| team.code);
    let code = Code::Interview(team, one.number).to_string();
    let title = cx.words.tell(id, Args::new().with("code", code));
    cx.ask(Ask::Pick(Pick { title, choices }));
    Asked::Staff(one.id, part, offered)
}

/// How often each had the part, in interviews that took place or go on.
fn times(part: Part, cx: &Cx<'_>) -> FxHashMap<ParticipantId, usize> {
    let mut times = FxHashMap::default();
    let held = |one: &&Interview| match one.status {
        Status::Started | Status::Done | Status::Stopped | Status::Withdrawn => !one.practice,
        Status::Planned | Status::Arrived | Status::NoShow => false,
    };
    for who in cx.sprint.interviews.iter().filter(held).filter_map(|one| part.of(one)) {
        *times.entry(who).or_default() += 1;
    }
    times
}

fn person_line(person: &Participant, times: usize, part: Part, one: &Interview, cx: &Cx<'_>) -> Line {
    let line = match person.team.and_then(|id| cx.sprint.teams.get(id)) {
        Some(team) => Line::new().add(Role::Team(team.code as u8), &team_glyph(team.code)).gap(1).cell(
            Role::Strong,
            &Code::Team(team.code),
            TEAM_COLUMNS - 2,
        ),
        None => Line::new().cell(Role::Muted, &Glyph::SKIPPED, TEAM_COLUMNS),
    };
    let id = match part {
        Part::Asks => "interviews-staff-asked",
        Part::Writes => "interviews-staff-wrote",
    };
    let role = if times == 0 { Role::Good } else { Role::Muted };
    let times = cx.words.tell(id, Args::new().with("times", times));
    let line = line.cell(Role::Text, &person.name, NAME_COLUMNS).gap(1).add(role, &times);
    let owner = cx.sprint.department_of_team(one.team);
    match part == Part::Asks && owner.is_some() && owner == person.department {
        true => line
            .gap(2)
            .add(Role::Warn, &Glyph::WARN)
            .gap(1)
            .add(Role::Warn, &cx.words.say("interviews-staff-own")),
        false => line,
    }
}

/// Gives the part to somebody, or to nobody.
pub fn give(id: InterviewId, part: Part, who: Option<ParticipantId>, cx: &mut Cx<'_>) {
    let Some(one) = cx.sprint.interviews.get(id) else { return };
    let outcome = match part {
        Part::Asks => cx.sprint.staff_interview(id, who, one.note_taker),
        Part::Writes => cx.sprint.staff_interview(id, one.interviewer, who),
    };
    cx.propose(outcome);
}

/// Who asks and who writes, in so many columns; nothing where nobody does or there is no room.
pub fn staff_line(one: &Interview, columns: usize, cx: &Cx<'_>) -> Line {
    let parts = [(one.interviewer, "role-asks"), (one.note_taker, "role-writes")];
    let there: Vec<(&Participant, Phrase)> = parts
        .into_iter()
        .filter_map(|(id, verb)| Some((cx.sprint.participants.get(id?)?, cx.words.say(verb))))
        .collect();
    let verbs: usize = there.iter().map(|(_, verb)| crate::text::width(verb.as_str()) + 4).sum();
    let each = columns.saturating_sub(verbs) / there.len().max(1);
    let mut line = Line::new();
    if each < 4 {
        return line;
    }
    for (person, verb) in &there {
        let name = Clean::new(&fit(person.name.as_str(), each));
        line = line
            .gap(1)
            .add(Role::Muted, &Glyph::DOT)
            .gap(1)
            .add(Role::Muted, verb)
            .gap(1)
            .add(Role::Text, &name);
    }
    line
}
