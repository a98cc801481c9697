//! Why something can't be done, in the sprint's terms; the sentences belong to the locales.

use super::Code;
use crate::text::Clean;

/// A reason to say no. Nothing changed.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Refusal {
    /// The thing is no longer there.
    #[error("it is no longer there")]
    Gone,
    /// A name without letters.
    #[error("the name is empty")]
    NameEmpty,
    /// A name over the limit.
    #[error("the name is too long")]
    NameTooLong,
    /// A team's name twice.
    #[error("a team of this name exists")]
    TeamExists,
    /// A service's name twice.
    #[error("a service of this name exists")]
    ServiceExists,
    /// A note without words.
    #[error("the note is empty")]
    NoteEmpty,
    /// A note over the limit.
    #[error("the note is too long")]
    NoteTooLong,
    /// What was asked for is so already.
    #[error("nothing would change")]
    NothingChanged,
    /// They lie there already.
    #[error("already there")]
    AlreadyThere,
    /// A theme can't be merged with itself.
    #[error("a theme can't be merged with itself")]
    SameTheme,
    /// The outlier tray can't be merged away or dissolved.
    #[error("the tray stays")]
    TrayStays,
    /// Nothing was marked to be split off.
    #[error("nothing is marked")]
    NothingMarked,
    /// All of it was marked to be split off.
    #[error("the whole theme is marked")]
    WholeTheme,
    /// No consent to notes, so none may be taken.
    #[error("no consent to notes")]
    NoConsent,
    /// The interview has ended, or never took place.
    #[error("the interview is over")]
    InterviewOver,
    /// The respondent withdrew: nothing of the interview may change any more.
    #[error("the respondent withdrew")]
    Withdrawn,
    /// The clock stands already.
    #[error("no clock runs")]
    NoClockRuns,
    /// There is no further section.
    #[error("this is the last section")]
    LastSection,
    /// A number of minutes outside 1 to 480.
    #[error("minutes out of range")]
    MinutesOutOfRange,
    /// Nothing can be lent from there.
    #[error("nothing to borrow")]
    NothingToBorrow,
    /// No team has this code.
    #[error("no team {0}")]
    NoTeam(Code),
    /// A team's code must be a `T` and a number.
    #[error("no team's code")]
    NotATeam,
    /// All interviews of the round have run.
    #[error("nothing to start")]
    NothingToStart,
    /// A respondent's code must be a `P` and a number.
    #[error("no respondent's code")]
    NotARespondent,
    /// No interview was ever planned with this respondent.
    #[error("nobody of this number was to be asked")]
    NotAsked,
    /// A reason for an erasure has more than 200 characters.
    #[error("the reason is too long")]
    ReasonTooLong,
    /// The weights are locked.
    #[error("the weights are locked")]
    WeightsLocked,
    /// All weights would be nought.
    #[error("all weights would be nought")]
    WeightsAllZero,
    /// The lowest score above the likely one, or the highest below it.
    #[error("the score's parts stand in the wrong order")]
    ScoreOrder,
    /// A score outside 1 to 5.
    #[error("score out of range")]
    ScoreOutOfRange,
    /// No team takes part yet.
    #[error("no teams")]
    NoTeams,
    /// No team is called to the keyboard.
    #[error("nobody is called")]
    NobodyCalled,
    /// It belongs to another team, or to the whole room.
    #[error("not this team's")]
    NotYours,
    /// A department's name twice.
    #[error("a department of this name exists")]
    DepartmentExists,
    /// Two people of one department by one name.
    #[error("somebody of this name is in the department")]
    ParticipantExists,
    /// They left the sprint.
    #[error("they left")]
    ParticipantLeft,
    /// Over [`super::participant::PARTICIPANTS_MAX`].
    #[error("too many participants")]
    TooManyPeople,
    /// Over [`super::department::DEPARTMENTS_MAX`].
    #[error("too many departments")]
    TooManyDepartments,
    /// Over [`super::team::TEAMS_MAX`].
    #[error("too many teams")]
    TooManyTeams,
    /// Who asks can't write at the same time.
    #[error("one person can't ask and write")]
    AsksAndWrites,
    /// A line of a list of people names no department.
    #[error("no department is named")]
    NoDepartment,
    /// The same person stands in a list of people twice.
    #[error("listed before, in record {0}")]
    ListedTwice(u64),
    /// Somebody would sit in two teams.
    #[error("sits in {0} already")]
    TwoTeams(Code),
    /// No team has this name or code.
    #[error("no team is called so")]
    NoTeamCalled(Clean),
    /// No department has this name or code.
    #[error("no department is called so")]
    NoDepartmentCalled(Clean),
    /// No service has this name or code.
    #[error("no service is called so")]
    NoServiceCalled(Clean),
    /// No role is called so.
    #[error("no role is called so")]
    NoRoleCalled(Clean),
    /// All who take part sit in a team.
    #[error("everybody has a team")]
    EverybodySits,
    /// Nobody takes part yet.
    #[error("nobody takes part")]
    NobodyHere,
    /// A card's words are empty.
    #[error("the card is empty")]
    CardEmpty,
    /// A card's words are over the limit.
    #[error("the card is too long")]
    CardTooLong,
    /// A card was sent to a column on its left.
    #[error("a card keeps its kind")]
    KeepsKind,
    /// A card was sent past the column that comes next.
    #[error("one column at a time")]
    NotNext,
    /// Nothing comes after a next step.
    #[error("nothing comes after a next step")]
    LastColumn,
    /// Notes stand in the order in which they were heard.
    #[error("notes stand as they were heard")]
    HeardInOrder,
    /// It stands first already.
    #[error("it stands first already")]
    FirstAlready,
    /// It stands last already.
    #[error("it stands last already")]
    LastAlready,
    /// No note lies in the theme, so nothing can rest on it.
    #[error("nothing lies in the theme")]
    EmptyTheme,
    /// Nothing to take back, or to redo.
    #[error("nothing to take back")]
    NothingToUndo,
    /// What stands last can't be taken back.
    #[error("can't be taken back")]
    NotUndoable,
    /// The timebox is over.
    #[error("the timebox is over")]
    BoxOver,
    /// The timebox runs.
    #[error("the timebox runs")]
    BoxRuns,
    /// The timebox is left out.
    #[error("the timebox is cut")]
    BoxCut,
    /// The timebox keeps its minutes and its place in the day.
    #[error("the timebox is protected")]
    BoxProtected,
    /// No later timebox has minutes to lend.
    #[error("no later timebox has minutes to lend")]
    NoBoxLends,
    /// Nothing of the day is ahead.
    #[error("nothing of the day is ahead")]
    DayOver,
    /// The timebox belongs to a day that has not come.
    #[error("it belongs to day {0}")]
    LaterDay(u8),
    /// A time of day must be hours and minutes.
    #[error("no time of day")]
    NotATime,
    /// No way of working is called so.
    #[error("no way of working")]
    NotAMode,
    /// All clocks are stopped.
    #[error("all clocks are stopped")]
    ClocksStopped,
    /// The agenda takes no more timeboxes.
    #[error("the agenda is full")]
    AgendaFull,
    /// The plan would change nothing.
    #[error("the plan would change nothing")]
    PlanChangesNothing,
}
