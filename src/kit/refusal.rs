//! The sentence of each refusal.

use crate::domain::Refusal;
use crate::words::{Args, Phrase, Words};

/// Why it can't be done and what to do instead.
pub fn phrase(refusal: &Refusal, words: &Words) -> Phrase {
    match refusal {
        Refusal::NoTeam(code) => words.tell("refusal-no-team", Args::new().with("team", code.to_string())),
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
        Refusal::WeightsLocked => "refusal-weights-locked",
        Refusal::WeightsAllZero => "refusal-weights-all-zero",
        Refusal::ScoreOrder => "refusal-score-order",
        Refusal::ScoreOutOfRange => "refusal-score-out-of-range",
        Refusal::NoTeams => "refusal-no-teams",
        Refusal::NobodyCalled => "refusal-nobody-called",
        Refusal::NotYours => "refusal-not-yours",
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
