//! What a step did, in a few words for undo, and whose it was. It quotes codes, never texts: it may stand on a
//! projected screen.

use crate::domain::{Code, Fact, Seat, Sprint, Step, interview, note, priority, request, theme};
use crate::words::{Args, Phrase, Words};

/// What a step did: "N0412 moved".
pub fn what(step: &Step, sprint: &Sprint, words: &Words) -> Phrase {
    let Some(fact) = telling(step) else { return Phrase::default() };
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
    let other = |fact: &&Fact| !matches!(fact, Fact::Agenda(_));
    step.facts.iter().find(theme).or_else(|| step.facts.iter().find(other)).or(step.facts.first())
}

/// Whose it was.
pub fn whose(seat: Seat, words: &Words) -> Phrase {
    match seat {
        Seat::Facilitator => words.say("said-by-facilitator"),
        Seat::CommandLine => words.say("said-by-command-line"),
        Seat::Team(n) => {
            words.tell("said-by-team", Args::new().with("team", Code::Team(n.into()).to_string()))
        }
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
        Fact::Participant(_) => ("said-participant", fact.code().map(|code| code.to_string())),
        Fact::Service(crate::domain::service::Fact::Added { code, .. }) => {
            ("said-service-added", Some(Code::Service(*code).to_string()))
        }
        Fact::Service(crate::domain::service::Fact::Named { id, .. }) => ("said-service-named", service(id)),
        Fact::Team(_) => ("said-team", fact.code().map(|code| code.to_string())),
        Fact::Agenda(_) => ("said-round", None),
        Fact::Guide(_) => ("said-guide", None),
        Fact::Interview(fact) => match fact {
            interview::Fact::Planned { id, .. } => ("said-interview-planned", interview(id)),
            interview::Fact::Consented { id, .. } => ("said-interview-consented", interview(id)),
            interview::Fact::Stood { id, .. } => ("said-interview-stood", interview(id)),
            interview::Fact::Practised { id, .. } => ("said-interview-practised", interview(id)),
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
        Fact::Run(_) => ("said-run", None),
        Fact::Reverted { .. } => ("said-reverted", None),
        Fact::Unknown(_) => ("said-unknown", None),
    }
}

/// A planned time of day: "14:15".
pub fn civil_time(time: jiff::civil::Time, words: &Words) -> Phrase {
    words.tell("time-planned", Args::new().with("time", time.strftime("%H:%M").to_string()))
}
