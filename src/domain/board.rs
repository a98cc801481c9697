//! A team's board: its columns, what comes of what, and who was heard in the end. A column lists one kind of
//! thing; nothing moves out of its column, but the next kind is made from it and both are linked.

use std::collections::BTreeSet;

use super::id::{InterviewId, NoteId, PieceId, ServiceId, TeamId};
use super::link::{self, Stance, Thing};
use super::note;
use super::piece::{self, Kind, Piece, check_text};
use super::turn;
use super::{Fact as AnyFact, Refusal, Sprint};
use crate::method::evidence::{Grade, grade};
use crate::text::Clean;

/// Most things that one piece is made from at once.
const FROM_MAX: usize = 100;

/// A column of a board.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default)]
pub enum Column {
    /// What the team wants to learn: questions.
    #[default]
    Learn,
    /// What its interviews brought: notes.
    Heard,
    /// Insights.
    Insights,
    /// How might we: opportunities.
    Opportunities,
    /// Ideas.
    Ideas,
    /// Next steps: actions.
    Steps,
}

impl Column {
    /// All, from left to right.
    pub const ALL: [Self; 6] =
        [Self::Learn, Self::Heard, Self::Insights, Self::Opportunities, Self::Ideas, Self::Steps];

    /// The pieces that hang in it; none where notes do.
    pub fn kind(self) -> Option<Kind> {
        match self {
            Self::Learn => Some(Kind::Question),
            Self::Heard => None,
            Self::Insights => Some(Kind::Insight),
            Self::Opportunities => Some(Kind::Opportunity),
            Self::Ideas => Some(Kind::Idea),
            Self::Steps => Some(Kind::Action),
        }
    }

    /// Where pieces of a kind hang.
    pub fn of(kind: Kind) -> Self {
        match kind {
            Kind::Question => Self::Learn,
            Kind::Insight => Self::Insights,
            Kind::Opportunity => Self::Opportunities,
            Kind::Idea => Self::Ideas,
            Kind::Action => Self::Steps,
        }
    }

    /// Its place from the left, from 0.
    pub fn place(self) -> usize {
        Self::ALL.iter().position(|one| *one == self).unwrap_or(0)
    }

    /// The next one to the right.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.place() + 1).copied()
    }

    /// The next one to the left.
    pub fn before(self) -> Option<Self> {
        self.place().checked_sub(1).map(|at| Self::ALL[at])
    }

    /// Whether a card of this column may be sent to another: only to the next one on the right, where the
    /// next kind is made from it.
    pub fn may_go(self, to: Self) -> Result<(), Refusal> {
        match (self.next(), self.cmp(&to)) {
            (None, std::cmp::Ordering::Equal) => Err(Refusal::LastColumn),
            (_, std::cmp::Ordering::Equal) => Err(Refusal::AlreadyThere),
            (_, std::cmp::Ordering::Greater) => Err(Refusal::KeepsKind),
            (next, std::cmp::Ordering::Less) if next == Some(to) => Ok(()),
            (_, std::cmp::Ordering::Less) => Err(Refusal::NotNext),
        }
    }
}

/// Who said what a piece claims.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Voices {
    /// Distinct respondents who speak for it.
    pub people: u32,
    /// Distinct respondents who speak against it.
    pub against: u32,
    /// Distinct respondents asked about the services that it is about.
    pub asked: u32,
    /// How far that carries.
    pub grade: Grade,
}

/// What a new piece is.
#[derive(Clone, PartialEq, Debug)]
pub struct NewPiece {
    /// Its id.
    pub id: PieceId,
    /// What it is.
    pub kind: Kind,
    /// The number in `K05`.
    pub code: u32,
    /// The team on whose board it hangs.
    pub team: Option<TeamId>,
    /// Its words.
    pub text: Clean,
}

impl Sprint {
    /// Hangs a piece on a board that rests on other things, each of which it is linked to. It comes of the
    /// kind before it; an insight may also come of a theme. What came of something that is not for the room
    /// is not for the room either.
    pub fn make_from(&self, new: NewPiece, from: &[Thing]) -> Result<Vec<AnyFact>, Refusal> {
        check_text(&new.text)?;
        if let Some(team) = new.team {
            self.teams.get(team).ok_or(Refusal::Gone)?;
        }
        let from = &from[..from.len().min(FROM_MAX)];
        for &thing in from {
            self.check_source(thing, new.kind)?;
        }
        let held = from.iter().any(|&thing| self.is_kept_back(thing));
        let NewPiece { id, kind, code, team, text } = new;
        let mut facts = vec![piece::Fact::Added { id, kind, code, team, text, held }.into()];
        facts.extend(from.iter().map(|&from| drawn(from, Thing::Piece(id))));
        Ok(facts)
    }

    /// The link between a question and a note that answers it, which the same step makes.
    pub fn answered_by(&self, question: PieceId, note: NoteId) -> Result<AnyFact, Refusal> {
        match self.living_piece(question)?.kind {
            Kind::Question => Ok(drawn(Thing::Piece(question), Thing::Note(note))),
            Kind::Insight | Kind::Opportunity | Kind::Idea | Kind::Action => Err(Refusal::KeepsKind),
        }
    }

    fn check_source(&self, thing: Thing, kind: Kind) -> Result<(), Refusal> {
        let column = match thing {
            Thing::Theme(id) => {
                self.themes.get(id).filter(|theme| !theme.removed).ok_or(Refusal::Gone)?;
                if self.evidence.rows_of(id).is_empty() {
                    return Err(Refusal::EmptyTheme);
                }
                Column::Heard
            }
            Thing::Note(id) => {
                self.notes.get(id).filter(|note| !note.crossed).ok_or(Refusal::Gone)?;
                Column::Heard
            }
            Thing::Piece(id) => Column::of(self.living_piece(id)?.kind),
        };
        column.may_go(Column::of(kind))
    }

    /// Whether a thing is not for the room: a note that is not released, a piece that is held back.
    fn is_kept_back(&self, thing: Thing) -> bool {
        match thing {
            Thing::Note(id) => self.notes.get(id).is_none_or(|note| {
                let shown = self.interviews.get(note.interview).is_some_and(|one| one.consent.shown);
                note.held || !shown
            }),
            Thing::Theme(_) => false,
            Thing::Piece(id) => self.pieces.get(id).is_none_or(|piece| piece.held),
        }
    }

    fn living_piece(&self, id: PieceId) -> Result<&Piece, Refusal> {
        self.pieces.get(id).filter(|piece| !piece.crossed).ok_or(Refusal::Gone)
    }

    /// Says a piece in other words.
    pub fn word_piece(&self, id: PieceId, text: &Clean) -> Result<Vec<AnyFact>, Refusal> {
        check_text(text)?;
        match self.living_piece(id)?.text == *text {
            true => Err(Refusal::NothingChanged),
            false => Ok(vec![piece::Fact::Worded { id, text: text.clone() }.into()]),
        }
    }

    /// Says that a piece is done, or open again.
    pub fn toggle_piece_done(&self, id: PieceId) -> Result<Vec<AnyFact>, Refusal> {
        let done = !self.living_piece(id)?.done;
        Ok(vec![piece::Fact::Done { id, done }.into()])
    }

    /// Holds a piece back from the room, or lets it be shown again.
    pub fn toggle_piece_held(&self, id: PieceId) -> Result<Vec<AnyFact>, Refusal> {
        let held = !self.living_piece(id)?.held;
        Ok(vec![piece::Fact::Held { id, held }.into()])
    }

    /// Takes a piece off the board. What it rests on stays.
    pub fn cross_piece(&self, id: PieceId) -> Result<Vec<AnyFact>, Refusal> {
        self.living_piece(id)?;
        Ok(vec![piece::Fact::Crossed { id, crossed: true }.into()])
    }

    /// Takes a note out.
    pub fn cross_note(&self, id: NoteId) -> Result<Vec<AnyFact>, Refusal> {
        self.notes.get(id).filter(|note| !note.crossed).ok_or(Refusal::Gone)?;
        Ok(vec![note::Fact::Crossed { id, crossed: true }.into()])
    }

    /// Says that a note is of another kind.
    pub fn kind_note(&self, id: NoteId, kind: note::Kind) -> Result<Vec<AnyFact>, Refusal> {
        let note = self.notes.get(id).filter(|note| !note.crossed).ok_or(Refusal::Gone)?;
        match note.kind == kind {
            true => Err(Refusal::NothingChanged),
            false => Ok(vec![note::Fact::Kinded { id, kind }.into()]),
        }
    }

    /// Places a piece one lower in its column, or one higher.
    pub fn shift_piece(&self, id: PieceId, later: bool) -> Result<Vec<AnyFact>, Refusal> {
        let piece = self.living_piece(id)?;
        let column = self.pieces.column(piece.team, piece.kind);
        let seen = |id: &PieceId| self.pieces.get(*id).is_some_and(|one| !one.crossed);
        let now = column.iter().position(|one| *one == id).ok_or(Refusal::Gone)?;
        // What was taken off the board is stepped over: the room would see nothing move.
        let place = match later {
            true => column[now + 1..].iter().position(seen).map(|more| now + 1 + more),
            false => column[..now].iter().rposition(seen),
        };
        let place = place.ok_or(if later { Refusal::LastAlready } else { Refusal::FirstAlready })?;
        Ok(vec![piece::Fact::Placed { id, place: place as u32 }.into()])
    }

    /// Says that one thing speaks for the other, or against it. Refuses where they are not linked.
    pub fn take_stance(&self, from: Thing, to: Thing, stance: Stance) -> Result<Vec<AnyFact>, Refusal> {
        let (_, now) = self.links.back(to).iter().find(|(thing, _)| *thing == from).ok_or(Refusal::Gone)?;
        match *now == stance {
            true => Err(Refusal::NothingChanged),
            false => Ok(vec![link::Fact::Drawn { from, to, stance }.into()]),
        }
    }

    /// Lets a team come one place later to the keyboard, or one earlier.
    pub fn shift_team(&self, team: TeamId, later: bool) -> Result<Vec<AnyFact>, Refusal> {
        let mut teams = self.turns.queue.clone();
        let now = teams.iter().position(|one| *one == team).ok_or(Refusal::Gone)?;
        let to = match later {
            true => Some(now + 1).filter(|&to| to < teams.len()).ok_or(Refusal::LastAlready)?,
            false => now.checked_sub(1).ok_or(Refusal::FirstAlready)?,
        };
        teams.swap(now, to);
        Ok(vec![turn::Fact::Queued { teams }.into()])
    }

    /// How many cards hang in a column of a team's board.
    pub fn cards(&self, team: TeamId, column: Column) -> usize {
        match column.kind() {
            Some(kind) => self.pieces.seen(Some(team), kind).count(),
            None => self.evidence.heard_by(team).len(),
        }
    }

    /// The interviews of a team in which notes may be taken, the newest first.
    pub fn open_to_notes(&self, team: TeamId) -> Vec<InterviewId> {
        use super::interview::Status;
        let open = |status: Status| !matches!(status, Status::Withdrawn | Status::NoShow);
        let all = self.interviews.iter().rev();
        all.filter(|one| one.team == team && one.consent.notes && open(one.status))
            .map(|one| one.id)
            .collect()
    }

    /// The team that most notes of a theme come from; of equals the first.
    pub fn team_of_theme(&self, theme: super::id::ThemeId) -> Option<TeamId> {
        let mut counts: Vec<(u32, usize, TeamId)> =
            self.teams.iter().enumerate().map(|(at, team)| (0, usize::MAX - at, team.id)).collect();
        for note in self.evidence.rows_of(theme).iter().filter_map(|&row| self.notes.at_row(row)) {
            let Some(one) = self.interviews.get(note.interview) else { continue };
            if let Some(count) = counts.iter_mut().find(|(_, _, team)| *team == one.team) {
                count.0 += 1;
            }
        }
        counts.into_iter().filter(|(notes, _, _)| *notes > 0).max().map(|(_, _, team)| team)
    }

    /// Who was heard in what a piece rests on directly, in distinct respondents: by notes and by themes. Asked
    /// are those of the team's service and of each service whose respondents speak in it.
    pub fn voices(&self, id: PieceId) -> Voices {
        let mut heard = Listener { sprint: self, services: BTreeSet::new(), second_source: false };
        if let Some(service) = self.pieces.get(id).and_then(|piece| self.service_of_team(piece.team?)) {
            heard.services.insert(service);
        }
        let (mut people, mut against) = (BTreeSet::new(), BTreeSet::new());
        for &(thing, stance) in self.links.back(Thing::Piece(id)) {
            match stance {
                Stance::Supports => heard.hear(thing, &mut people),
                Stance::Contradicts => heard.hear(thing, &mut against),
            }
        }
        let asked = heard.services.iter().map(|&service| self.evidence.asked_about(service)).sum();
        let (people, against) = (people.len() as u32, against.len() as u32);
        Voices { people, against, asked, grade: grade(people, heard.second_source, against, asked) }
    }

    fn service_of_team(&self, team: TeamId) -> Option<ServiceId> {
        self.teams.get(team).and_then(|team| team.service)
    }
}

/// Gathers respondents and the services that they were asked about.
struct Listener<'a> {
    sprint: &'a Sprint,
    services: BTreeSet<ServiceId>,
    /// Something that is no interview says so too: requests of residents.
    second_source: bool,
}

impl Listener<'_> {
    fn hear(&mut self, thing: Thing, people: &mut BTreeSet<u32>) {
        let sprint = self.sprint;
        match thing {
            Thing::Note(id) => {
                let Some(note) = sprint.notes.get(id) else { return };
                let Some(one) = sprint.interviews.get(note.interview) else { return };
                if one.counts() && !note.crossed && note.kind.is_evidence() {
                    people.insert(one.respondent);
                    self.services.extend(sprint.service_of_team(one.team));
                }
            }
            Thing::Theme(id) => {
                people.extend(sprint.evidence.respondents_of(id));
                let services = sprint.services.iter().map(|service| service.id);
                self.services.extend(services.filter(|&one| sprint.evidence.people(one, id) > 0));
                self.second_source |= sprint.requests.filed_in(id) > 0;
            }
            // An insight rests on what was heard; what it answers to, a question, says nothing by itself.
            Thing::Piece(_) => {}
        }
    }
}

fn drawn(from: Thing, to: Thing) -> AnyFact {
    link::Fact::Drawn { from, to, stance: Stance::Supports }.into()
}

#[cfg(test)]
mod tests;
