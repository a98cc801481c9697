//! What a step did, in a few words for undo, and whose it was. It quotes codes, never texts: it may stand on a
//! projected screen.

use crate::domain::day_plan::time_at;
use crate::domain::id::{AgendaId, ParkedId, PieceId};
use crate::domain::link::Thing;
use crate::domain::{
    Code, Fact, Seat, Sprint, Step, agenda, erasure, face, interview, link, note, parking, participant,
    piece, priority, request, team, theme, turn,
};
use crate::method::schedule::{DAY_MS, DayMs};
use crate::words::{Args, Phrase, Words};

/// What a step did: "N0412 moved".
pub fn what(step: &Step, sprint: &Sprint, words: &Words) -> Phrase {
    let Some(fact) = telling(step) else { return Phrase::default() };
    let is_new = |fact: &&Fact| matches!(fact, Fact::Theme(theme::Fact::Added { .. }));
    let themes = step.facts.iter().filter(is_new).count();
    if themes > 1 {
        return words.tell("said-themes-added", Args::new().with("themes", themes));
    }
    let (id, code) = match fact {
        Fact::Theme(theme::Fact::Removed { .. }) if step.facts.len() > 1 => {
            ("said-theme-merged", said(fact, sprint).1)
        }
        _ => said(fact, sprint),
    };
    let many = step.facts.len();
    match code {
        Some(code) => words.tell(id, Args::new().with("code", code).with("many", many)),
        None => words.tell(id, Args::new().with("code", "").with("many", many)),
    }
}

/// The fact that says what a step was about: what became of a theme before the notes that it moved, anything
/// before the clock of a round.
fn telling(step: &Step) -> Option<&Fact> {
    let theme = |fact: &&Fact| matches!(fact, Fact::Theme(_));
    let other = |fact: &&Fact| !matches!(fact, Fact::Agenda(_) | Fact::Link(_));
    step.facts.iter().find(theme).or_else(|| step.facts.iter().find(other)).or(step.facts.first())
}

/// Whose it was.
pub fn whose(seat: Seat, words: &Words) -> Phrase {
    match seat {
        Seat::Facilitator => words.say("said-by-facilitator"),
        Seat::CommandLine => words.say("said-by-command-line"),
        Seat::Team(n) => words.tell("said-by-team", Args::new().with("team", Code::Team(n).to_string())),
    }
}

fn said(fact: &Fact, sprint: &Sprint) -> (&'static str, Option<String>) {
    let interview = |id: &crate::domain::id::InterviewId| {
        let one = sprint.interviews.get(*id)?;
        let team = sprint.teams.get(one.team)?;
        Some(Code::Interview(team.code, one.number).to_string())
    };
    let note = |id: &crate::domain::id::NoteId| Some(Code::Note(sprint.notes.get(*id)?.code).to_string());
    let theme = |id: &crate::domain::id::ThemeId| Some(Code::Theme(sprint.themes.get(*id)?.code).to_string());
    let service =
        |id: &crate::domain::id::ServiceId| Some(Code::Service(sprint.services.get(*id)?.code).to_string());
    match fact {
        Fact::Sprint(_) => ("said-sprint", None),
        Fact::Department(_) => ("said-department", fact.code().map(|code| code.to_string())),
        Fact::Participant(participant::Fact::Added { .. }) => {
            ("said-participant", fact.code().map(|code| code.to_string()))
        }
        Fact::Participant(
            participant::Fact::Named { id, .. }
            | participant::Fact::Teamed { id, .. }
            | participant::Fact::Roled { id, .. }
            | participant::Fact::Left { id, .. },
        ) => {
            let one = sprint.participants.get(*id);
            ("said-participant-changed", one.map(|one| Code::Participant(one.code).to_string()))
        }
        Fact::Service(crate::domain::service::Fact::Added { code, .. }) => {
            ("said-service-added", Some(Code::Service(*code).to_string()))
        }
        Fact::Service(crate::domain::service::Fact::Named { id, .. }) => ("said-service-named", service(id)),
        Fact::Team(team::Fact::Added { code, .. }) => ("said-team", Some(Code::Team(*code).to_string())),
        Fact::Team(team::Fact::Named { id, .. }) => {
            ("said-team-named", sprint.team_code(*id).map(|code| code.to_string()))
        }
        Fact::Agenda(fact) => said_of_agenda(fact, sprint),
        Fact::Guide(_) => ("said-guide", None),
        Fact::Interview(fact) => match fact {
            interview::Fact::Planned { id, .. } => ("said-interview-planned", interview(id)),
            interview::Fact::Consented { id, .. } => ("said-interview-consented", interview(id)),
            interview::Fact::Stood { id, .. } => ("said-interview-stood", interview(id)),
            interview::Fact::Practised { id, .. } => ("said-interview-practised", interview(id)),
            interview::Fact::Staffed { id, .. } => ("said-interview-staffed", interview(id)),
            interview::Fact::Ran { id } => ("said-interview-ran", interview(id)),
            interview::Fact::Paused { id, .. } => ("said-interview-paused", interview(id)),
            interview::Fact::Lasts { id, .. } | interview::Fact::SectionsLast { id, .. } => {
                ("said-interview-lasts", interview(id))
            }
            interview::Fact::Entered { id, .. } => ("said-interview-entered", interview(id)),
            interview::Fact::Asked { id, .. } => ("said-interview-asked", interview(id)),
        },
        Fact::Note(fact) => match fact {
            note::Fact::Added { code, .. } => ("said-note-added", Some(Code::Note(*code).to_string())),
            note::Fact::Worded { id, .. } => ("said-note-worded", note(id)),
            note::Fact::Kinded { id, .. } => ("said-note-kinded", note(id)),
            note::Fact::Held { id, .. } => ("said-note-held", note(id)),
            note::Fact::Crossed { id, .. } => ("said-note-crossed", note(id)),
            note::Fact::Filed { notes, theme: Some(_) } => ("said-note-filed", notes.first().and_then(note)),
            note::Fact::Filed { notes, theme: None } => ("said-note-loosened", notes.first().and_then(note)),
            note::Fact::Refused { id, .. } => ("said-note-refused", note(id)),
            note::Fact::Apart { id, .. } => ("said-note-apart", note(id)),
        },
        Fact::Theme(fact) => match fact {
            theme::Fact::Added { code, .. } => ("said-theme-added", Some(Code::Theme(*code).to_string())),
            theme::Fact::Named { id, .. } => ("said-theme-named", theme(id)),
            theme::Fact::Removed { id } => ("said-theme-removed", theme(id)),
        },
        Fact::Request(fact) => match fact {
            request::Fact::Imported { .. } | request::Fact::Rows(_) => ("said-requests-imported", None),
            request::Fact::Mapped { service: Some(id), .. } => ("said-category-mapped", service(id)),
            request::Fact::Mapped { service: None, .. } => ("said-category-outside", None),
            request::Fact::SetAside { .. } => ("said-requests-aside", None),
            request::Fact::Filed { .. } => ("said-requests-filed", None),
        },
        Fact::Priority(fact) => match fact {
            priority::Fact::Weighted(_) => ("said-weights", None),
            priority::Fact::Locked { .. } => ("said-weights-locked", None),
            priority::Fact::Scored { service: id, .. } => ("said-scored", service(id)),
            priority::Fact::Stood { service: id, .. } => ("said-state", service(id)),
        },
        Fact::Piece(fact) => said_of_piece(fact, sprint),
        Fact::Link(link::Fact::Drawn { to, .. } | link::Fact::Removed { to, .. }) => {
            ("said-linked", code_of(*to, sprint))
        }
        Fact::Turn(fact) => said_of_turn(fact, sprint),
        Fact::Parking(fact) => said_of_parking(fact, sprint),
        Fact::Face(face::Fact::Pictured { .. } | face::Fact::Said { .. } | face::Fact::Blacked { .. }) => {
            ("said-face", None)
        }
        Fact::Erasure(erasure::Fact::Erased(erased)) => {
            ("said-erased", Some(Code::Respondent(erased.respondent).to_string()))
        }
        Fact::Run(_) => ("said-run", None),
        Fact::Damaged(_) => ("said-damaged", None),
        Fact::Reverted { .. } => ("said-reverted", None),
        Fact::Unknown(_) => ("said-unknown", None),
    }
}

/// A planned time of day: "14:15".
pub fn civil_time(time: jiff::civil::Time, words: &Words) -> Phrase {
    words.tell("time-planned", Args::new().with("time", time.strftime("%H:%M").to_string()))
}

/// A time as a day of the sprint counts it, in the minute that has begun: "15:02", past midnight "00:20 +1".
pub fn day_time(ms: DayMs, words: &Words) -> Phrase {
    let time = civil_time(time_at(ms), words);
    match ms.div_euclid(DAY_MS) {
        0 => time,
        days => {
            let sign = if days < 0 { "−" } else { "+" };
            let days = format!("{sign}{}", days.unsigned_abs());
            words.tell("time-of-other-day", Args::new().with("time", &time).with("days", days))
        }
    }
}

fn said_of_agenda(fact: &agenda::Fact, sprint: &Sprint) -> (&'static str, Option<String>) {
    let title = |id: &AgendaId| sprint.agenda.get(*id).map(|item| item.title.as_str().to_owned());
    match fact {
        agenda::Fact::Added { title, .. } => ("said-box-added", Some(title.as_str().to_owned())),
        agenda::Fact::Titled { id, .. } => ("said-box-titled", title(id)),
        agenda::Fact::Lasts { id, .. } => ("said-box-lasts", title(id)),
        agenda::Fact::Timed { id, .. } => ("said-box-timed", title(id)),
        agenda::Fact::Placed { id, .. } => ("said-box-placed", title(id)),
        agenda::Fact::Postponed { id, .. } => ("said-box-postponed", title(id)),
        agenda::Fact::Holds { id, .. } => ("said-box-holds", title(id)),
        agenda::Fact::Cut { id, .. } => ("said-box-cut", title(id)),
        agenda::Fact::Ran { id } => ("said-box-ran", title(id)),
        agenda::Fact::Paused { id } => ("said-box-paused", title(id)),
        agenda::Fact::Ended { id } => ("said-box-ended", title(id)),
        agenda::Fact::AllStopped => ("said-all-stopped", None),
        agenda::Fact::AllResumed => ("said-all-resumed", None),
    }
}

fn said_of_piece(fact: &piece::Fact, sprint: &Sprint) -> (&'static str, Option<String>) {
    let code = |id: &PieceId| sprint.pieces.get(*id).map(|piece| piece.code().to_string());
    match fact {
        piece::Fact::Added { kind, code, .. } => ("said-piece-added", Some(kind.code(*code).to_string())),
        piece::Fact::Worded { id, .. } => ("said-piece-worded", code(id)),
        piece::Fact::Done { id, .. } => ("said-piece-done", code(id)),
        piece::Fact::Held { id, .. } => ("said-note-held", code(id)),
        piece::Fact::Crossed { id, .. } => ("said-note-crossed", code(id)),
        piece::Fact::Placed { id, .. } => ("said-piece-placed", code(id)),
    }
}

fn said_of_turn(fact: &turn::Fact, sprint: &Sprint) -> (&'static str, Option<String>) {
    match fact {
        turn::Fact::Called { team, .. } => {
            ("said-turn-called", sprint.team_code(*team).map(|code| code.to_string()))
        }
        turn::Fact::Seated => ("said-turn-seated", None),
        turn::Fact::Lasts { .. } => ("said-turn-lasts", None),
        turn::Fact::Over => ("said-turn-over", None),
        turn::Fact::Queued { .. } => ("said-turn-queued", None),
    }
}

fn said_of_parking(fact: &parking::Fact, sprint: &Sprint) -> (&'static str, Option<String>) {
    let code = |id: &ParkedId| sprint.parking.get(*id).map(|one| Code::Parked(one.code).to_string());
    match fact {
        parking::Fact::Added { code, .. } => ("said-parked", Some(Code::Parked(*code).to_string())),
        parking::Fact::Worded { id, .. } | parking::Fact::Owned { id, .. } => {
            ("said-parked-changed", code(id))
        }
        parking::Fact::Closed { id, .. } => ("said-parked-closed", code(id)),
    }
}

/// The code of a thing of the evidence chain.
pub fn code_of(thing: Thing, sprint: &Sprint) -> Option<String> {
    let code = match thing {
        Thing::Note(id) => Code::Note(sprint.notes.get(id)?.code),
        Thing::Theme(id) => Code::Theme(sprint.themes.get(id)?.code),
        Thing::Piece(id) => sprint.pieces.get(id)?.code(),
    };
    Some(code.to_string())
}
