//! The sentence of each refusal.

use crate::domain::Refusal;
use crate::words::{Args, Phrase, Words};

/// Why it can't be done and what to do instead.
pub fn phrase(refusal: &Refusal, words: &Words) -> Phrase {
    match refusal {
        Refusal::NoTeam(code) => words.tell("refusal-no-team", Args::new().with("team", code.to_string())),
        Refusal::TwoTeams(code) => {
            words.tell("refusal-two-teams", Args::new().with("team", code.to_string()))
        }
        Refusal::ListedTwice(record) => {
            words.tell("refusal-listed-twice", Args::new().with("record", record.to_string()))
        }
        Refusal::NoTeamCalled(name)
        | Refusal::NoDepartmentCalled(name)
        | Refusal::NoServiceCalled(name)
        | Refusal::NoRoleCalled(name) => words.tell(id(refusal), Args::new().with("name", name)),
        Refusal::LaterDay(day) => words.tell("refusal-later-day", Args::new().with("day", *day)),
        _ => words.say(id(refusal)),
    }
}

fn id(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Gone => "refusal-gone",
        Refusal::NameEmpty => "refusal-name-empty",
        Refusal::NameTooLong => "refusal-name-too-long",
        Refusal::TeamExists => "refusal-team-exists",
        Refusal::ServiceExists => "refusal-service-exists",
        Refusal::NoteEmpty => "refusal-note-empty",
        Refusal::NoteTooLong => "refusal-note-too-long",
        Refusal::NothingChanged => "refusal-nothing-changed",
        Refusal::AlreadyThere => "refusal-already-there",
        Refusal::SameTheme => "refusal-same-theme",
        Refusal::TrayStays => "refusal-tray-stays",
        Refusal::NothingMarked => "refusal-nothing-marked",
        Refusal::WholeTheme => "refusal-whole-theme",
        Refusal::NoConsent => "refusal-no-consent",
        Refusal::InterviewOver => "refusal-interview-over",
        Refusal::Withdrawn => "refusal-withdrawn",
        Refusal::NoClockRuns => "refusal-no-clock-runs",
        Refusal::LastSection => "refusal-last-section",
        Refusal::MinutesOutOfRange => "refusal-minutes-out-of-range",
        Refusal::NothingToBorrow => "refusal-nothing-to-borrow",
        Refusal::NoTeam(_) => "refusal-no-team",
        Refusal::NotATeam => "refusal-not-a-team",
        Refusal::NothingToStart => "refusal-nothing-to-start",
        Refusal::NotARespondent => "refusal-not-a-respondent",
        Refusal::NotAsked => "refusal-not-asked",
        Refusal::ReasonTooLong => "refusal-reason-too-long",
        Refusal::WeightsLocked => "refusal-weights-locked",
        Refusal::WeightsAllZero => "refusal-weights-all-zero",
        Refusal::ScoreOrder => "refusal-score-order",
        Refusal::ScoreOutOfRange => "refusal-score-out-of-range",
        Refusal::NoTeams => "refusal-no-teams",
        Refusal::NobodyCalled => "refusal-nobody-called",
        Refusal::NotYours => "refusal-not-yours",
        Refusal::DepartmentExists => "refusal-department-exists",
        Refusal::ParticipantExists => "refusal-participant-exists",
        Refusal::ParticipantLeft => "refusal-participant-left",
        Refusal::TooManyPeople => "refusal-too-many-people",
        Refusal::TooManyDepartments => "refusal-too-many-departments",
        Refusal::TooManyTeams => "refusal-too-many-teams",
        Refusal::AsksAndWrites => "refusal-asks-and-writes",
        Refusal::NoDepartment => "refusal-no-department",
        Refusal::ListedTwice(_) => "refusal-listed-twice",
        Refusal::TwoTeams(_) => "refusal-two-teams",
        Refusal::NoTeamCalled(_) => "refusal-no-team-called",
        Refusal::NoDepartmentCalled(_) => "refusal-no-department-called",
        Refusal::NoServiceCalled(_) => "refusal-no-service-called",
        Refusal::NoRoleCalled(_) => "refusal-no-role-called",
        Refusal::EverybodySits => "refusal-everybody-sits",
        Refusal::NobodyHere => "refusal-nobody-here",
        Refusal::CardEmpty => "refusal-card-empty",
        Refusal::CardTooLong => "refusal-card-too-long",
        Refusal::KeepsKind => "refusal-keeps-kind",
        Refusal::NotNext => "refusal-not-next",
        Refusal::LastColumn => "refusal-last-column",
        Refusal::HeardInOrder => "refusal-heard-in-order",
        Refusal::FirstAlready => "refusal-first-already",
        Refusal::LastAlready => "refusal-last-already",
        Refusal::EmptyTheme => "refusal-empty-theme",
        Refusal::NothingToUndo => "refusal-nothing-to-undo",
        Refusal::NotUndoable => "refusal-not-undoable",
        Refusal::BoxOver => "refusal-box-over",
        Refusal::BoxRuns => "refusal-box-runs",
        Refusal::BoxCut => "refusal-box-cut",
        Refusal::BoxProtected => "refusal-box-protected",
        Refusal::NoBoxLends => "refusal-no-box-lends",
        Refusal::DayOver => "refusal-day-over",
        Refusal::LaterDay(_) => "refusal-later-day",
        Refusal::NotATime => "refusal-not-a-time",
        Refusal::NotAMode => "refusal-not-a-mode",
        Refusal::ClocksStopped => "refusal-clocks-stopped",
        Refusal::AgendaFull => "refusal-agenda-full",
        Refusal::PlanChangesNothing => "refusal-plan-changes-nothing",
    }
}
