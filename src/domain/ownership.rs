//! Whose a change is. In a turn only the team's own things can be changed; what belongs to another team or to
//! the whole room is refused, whichever screen proposed it.

use super::code::Code;
use super::id::{InterviewId, NoteId, PieceId, TeamId, ThemeId};
use super::link::Thing;
use super::step::Seat;
use super::{Fact, Refusal, Sprint, agenda, link, note, parking, piece, theme};

impl Sprint {
    /// The team of a seat.
    pub fn team_of_seat(&self, seat: Seat) -> Option<TeamId> {
        match seat {
            Seat::Facilitator | Seat::CommandLine => None,
            Seat::Team(n) => self.teams.iter().find(|team| team.code == n).map(|team| team.id),
        }
    }

    /// The seat of the team that sits at the keyboard; the facilitator's while none does.
    pub fn seat(&self) -> Seat {
        let team = self.turns.seated().and_then(|turn| self.teams.get(turn.team));
        team.map_or(Seat::Facilitator, |team| Seat::Team(team.code))
    }

    /// Refuses what a seat may not change. The facilitator may change everything.
    pub fn may(&self, seat: Seat, facts: &[Fact]) -> Result<(), Refusal> {
        match seat {
            Seat::Facilitator | Seat::CommandLine => Ok(()),
            Seat::Team(_) => {
                let team = self.team_of_seat(seat).ok_or(Refusal::Gone)?;
                let made = Made::of(facts);
                match facts.iter().all(|fact| self.belongs(fact, team, &made)) {
                    true => Ok(()),
                    false => Err(Refusal::NotYours),
                }
            }
        }
    }

    fn belongs(&self, fact: &Fact, team: TeamId, made: &Made) -> bool {
        match fact {
            Fact::Interview(fact) => self.is_interview_of(fact.id(), team),
            Fact::Note(fact) => self.is_note_fact_of(fact, team),
            Fact::Theme(fact) => self.is_theme_fact_of(fact, team),
            Fact::Piece(piece::Fact::Added { team: theirs, .. }) => *theirs == Some(team),
            Fact::Piece(fact) => self.is_piece_of(fact.id(), team),
            Fact::Link(link::Fact::Drawn { from, to, .. } | link::Fact::Removed { from, to }) => {
                [from, to].iter().any(|end| made.holds(**end) || self.is_thing_of(**end, team))
            }
            // Clocks are stopped for everybody's sake.
            Fact::Agenda(agenda::Fact::AllStopped | agenda::Fact::AllResumed) => true,
            Fact::Parking(parking::Fact::Added { .. }) => true,
            Fact::Face(super::face::Fact::Blacked { .. }) => true,
            Fact::Reverted { .. } => true,
            Fact::Sprint(_)
            | Fact::Department(_)
            | Fact::Participant(_)
            | Fact::Service(_)
            | Fact::Team(_)
            | Fact::Agenda(_)
            | Fact::Guide(_)
            | Fact::Request(_)
            | Fact::Priority(_)
            | Fact::Turn(_)
            | Fact::Parking(_)
            | Fact::Face(_)
            | Fact::Erasure(_)
            | Fact::Run(_)
            | Fact::Damaged(_)
            | Fact::Unknown(_) => false,
        }
    }

    fn is_interview_of(&self, id: InterviewId, team: TeamId) -> bool {
        self.interviews.get(id).is_some_and(|one| one.team == team)
    }

    fn is_note_of(&self, id: NoteId, team: TeamId) -> bool {
        self.notes.get(id).is_some_and(|note| self.is_interview_of(note.interview, team))
    }

    fn is_note_fact_of(&self, fact: &note::Fact, team: TeamId) -> bool {
        match fact {
            note::Fact::Added { interview, .. } => self.is_interview_of(*interview, team),
            note::Fact::Filed { notes, .. } => notes.iter().all(|&id| self.is_note_of(id, team)),
            note::Fact::Apart { id, other } => [*id, *other].iter().all(|&id| self.is_note_of(id, team)),
            note::Fact::Worded { id, .. }
            | note::Fact::Kinded { id, .. }
            | note::Fact::Held { id, .. }
            | note::Fact::Crossed { id, .. }
            | note::Fact::Refused { id, .. } => self.is_note_of(*id, team),
        }
    }

    /// A new theme belongs to whoever makes it; one that holds other teams' notes to everybody.
    fn is_theme_fact_of(&self, fact: &theme::Fact, team: TeamId) -> bool {
        match fact {
            theme::Fact::Added { .. } => true,
            theme::Fact::Named { id, .. } | theme::Fact::Removed { id } => self.is_theme_of(*id, team),
        }
    }

    fn is_theme_of(&self, id: ThemeId, team: TeamId) -> bool {
        let mut notes = self.evidence.rows_of(id).iter().filter_map(|&row| self.notes.at_row(row));
        notes.all(|note| self.is_note_of(note.id, team))
    }

    fn is_piece_of(&self, id: PieceId, team: TeamId) -> bool {
        self.pieces.get(id).is_some_and(|piece| piece.team == Some(team))
    }

    fn is_thing_of(&self, thing: Thing, team: TeamId) -> bool {
        match thing {
            Thing::Note(id) => self.is_note_of(id, team),
            Thing::Theme(id) => self.is_theme_of(id, team),
            Thing::Piece(id) => self.is_piece_of(id, team),
        }
    }

    /// Places of the loose notes that whoever sits at the keyboard sorts: in a turn the team's own.
    pub fn inbox(&self) -> &[u32] {
        match self.turns.seated() {
            Some(turn) => self.evidence.loose_of(turn.team),
            None => self.evidence.loose(),
        }
    }

    /// Who is noted as having made a step: what is the whole room's is the facilitator's, also when a team's
    /// hand was on the keyboard, so that no team takes back a stop of all clocks.
    pub fn author(&self, facts: &[Fact]) -> Seat {
        let of_room = |fact: &Fact| matches!(fact, Fact::Agenda(_) | Fact::Turn(_) | Fact::Face(_));
        match facts.iter().all(of_room) {
            true => Seat::Facilitator,
            false => self.seat(),
        }
    }

    /// The team's code, `T2`.
    pub fn team_code(&self, team: TeamId) -> Option<Code> {
        self.teams.get(team).map(|team| Code::Team(team.code))
    }
}

/// What the same step makes: its links may lead there.
struct Made(Vec<Thing>);

impl Made {
    fn of(facts: &[Fact]) -> Self {
        let made = facts.iter().filter_map(|fact| match fact {
            Fact::Piece(piece::Fact::Added { id, .. }) => Some(Thing::Piece(*id)),
            Fact::Note(note::Fact::Added { id, .. }) => Some(Thing::Note(*id)),
            Fact::Theme(theme::Fact::Added { id, .. }) => Some(Thing::Theme(*id)),
            _ => None,
        });
        Self(made.collect())
    }

    fn holds(&self, thing: Thing) -> bool {
        self.0.contains(&thing)
    }
}
