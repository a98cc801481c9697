//! Whose board it is, which card a command means, and how the cursor gets there.

use super::chain::Part;
use super::{Boards, Picture, layout};
use crate::domain::board::Column;
use crate::domain::id::TeamId;
use crate::domain::link::Thing;
use crate::domain::note::{self, Note};
use crate::domain::piece::Piece;
use crate::domain::{Code, Seat, Sprint};
use crate::kit::{Cx, List, Motion, Reason};
use crate::text::Clean;

/// A card as it is drawn: a note, or a piece.
#[derive(Clone, Copy)]
pub enum Card<'a> {
    /// A note of the team's interviews.
    Note(&'a Note),
    /// What the team made.
    Piece(&'a Piece),
}

impl<'a> Card<'a> {
    /// The card of a thing; themes are none, nor is what was taken off.
    pub fn of(thing: Thing, sprint: &'a Sprint) -> Option<Self> {
        match thing {
            Thing::Note(id) => sprint.notes.get(id).filter(|note| !note.crossed).map(Self::Note),
            Thing::Piece(id) => sprint.pieces.get(id).filter(|piece| !piece.crossed).map(Self::Piece),
            Thing::Theme(_) => None,
        }
    }

    /// The thing that it shows.
    pub fn thing(self) -> Thing {
        match self {
            Self::Note(note) => Thing::Note(note.id),
            Self::Piece(piece) => Thing::Piece(piece.id),
        }
    }

    /// Its code.
    pub fn code(self) -> Code {
        match self {
            Self::Note(note) => Code::Note(note.code),
            Self::Piece(piece) => piece.code(),
        }
    }

    /// Its words.
    pub fn text(self) -> &'a Clean {
        match self {
            Self::Note(note) => &note.text,
            Self::Piece(piece) => &piece.text,
        }
    }

    /// The column that it hangs in.
    pub fn column(self) -> Column {
        match self {
            Self::Note(_) => Column::Heard,
            Self::Piece(piece) => Column::of(piece.kind),
        }
    }

    /// The kind of a note; a piece has none.
    pub fn note_kind(self) -> note::Kind {
        match self {
            Self::Note(note) => note.kind,
            Self::Piece(_) => note::Kind::Plain,
        }
    }

    /// Not for the room.
    pub fn is_held(self) -> bool {
        match self {
            Self::Note(note) => note.held,
            Self::Piece(piece) => piece.held,
        }
    }

    /// The team on whose board it hangs.
    pub fn team(self, sprint: &Sprint) -> Option<TeamId> {
        match self {
            Self::Note(note) => sprint.interviews.get(note.interview).map(|one| one.team),
            Self::Piece(piece) => piece.team,
        }
    }
}

/// The cards `seen` of a column, with their places, and no others.
pub fn cards_of(
    team: TeamId,
    column: Column,
    seen: std::ops::Range<usize>,
    sprint: &Sprint,
) -> Vec<(usize, Card<'_>)> {
    match column.kind() {
        Some(kind) => {
            let pieces = sprint.pieces.seen(Some(team), kind).enumerate();
            let pieces = pieces.skip(seen.start).take(seen.len());
            pieces.map(|(at, piece)| (at, Card::Piece(piece))).collect()
        }
        None => {
            let rows = sprint.evidence.heard_by(team);
            let notes = seen.filter_map(|at| Some((at, sprint.notes.at_row(*rows.get(at)?)?)));
            notes.map(|(at, note)| (at, Card::Note(note))).collect()
        }
    }
}

impl Boards {
    /// Whose board is shown: the team's own in its turn; else the chosen one, the one at the keyboard, the
    /// first.
    pub(super) fn team(&self, cx: &Cx<'_>) -> Option<TeamId> {
        let sprint = cx.sprint;
        let chosen = self.team.filter(|&team| sprint.teams.get(team).is_some());
        let current = sprint.turns.current.as_ref().map(|turn| turn.team);
        let first = || sprint.teams.iter().next().map(|team| team.id);
        sprint.team_of_seat(cx.seat).or(chosen).or(current).or_else(first)
    }

    /// Shows a team's board.
    pub(super) fn turn_to(&mut self, team: TeamId) {
        self.picture = Picture::Columns;
        self.opened.clear();
        if self.team != Some(team) {
            self.marked.clear();
            self.lists = [List::default(); 6];
        }
        self.team = Some(team);
    }

    /// The cursor of a column.
    pub(super) fn list(&self, column: Column) -> &List {
        &self.lists[column.place()]
    }

    /// The card that a command means: the opened one, else the one under the cursor.
    pub(super) fn card<'a>(&self, cx: &Cx<'a>) -> Option<Card<'a>> {
        if self.picture != Picture::Columns {
            return None;
        }
        if let Some(opened) = self.opened.last() {
            return Card::of(opened.thing, cx.sprint);
        }
        let at = self.list(self.column).at();
        cards_of(self.team(cx)?, self.column, at..at + 1, cx.sprint).pop().map(|(_, card)| card)
    }

    /// What a command on cards means: the marked ones of the column, else the one it is on.
    pub(super) fn chosen(&self, cx: &Cx<'_>) -> Vec<Thing> {
        match self.marked.is_empty() || !self.opened.is_empty() {
            true => self.card(cx).map(Card::thing).into_iter().collect(),
            false => self.marked.iter().copied().collect(),
        }
    }

    /// Moves the cursor.
    pub(super) fn walk(&mut self, motion: Motion, cx: &Cx<'_>) {
        if let Some(opened) = self.opened.last_mut() {
            opened.walk(motion, cx);
            return;
        }
        match motion {
            Motion::Left => self.go_to_column(self.column.before()),
            Motion::Right => self.go_to_column(self.column.next()),
            Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown | Motion::Home | Motion::End => {
                if let Some(team) = self.team(cx) {
                    let len = cx.sprint.cards(team, self.column);
                    self.lists[self.column.place()].moved(motion, len);
                }
            }
        }
    }

    /// To the next column or part, around.
    pub(super) fn walk_pane(&mut self, forward: bool, _: &Cx<'_>) {
        if let Some(opened) = self.opened.last_mut() {
            opened.part = match opened.part {
                Part::Words | Part::Onward => Part::Back,
                Part::Back => Part::Onward,
            };
            return;
        }
        let around = match forward {
            true => self.column.next().unwrap_or(Column::Learn),
            false => self.column.before().unwrap_or(Column::Steps),
        };
        self.go_to_column(Some(around));
    }

    fn go_to_column(&mut self, column: Option<Column>) {
        let Some(column) = column else { return };
        if column != self.column {
            // Marks are of one column: what is marked elsewhere would be sent along unseen.
            self.marked.clear();
        }
        self.column = column;
    }

    /// Puts the cursor on a card of the board that is shown. Answers whether it is there.
    pub(super) fn point_at(&mut self, thing: Thing, cx: &Cx<'_>) -> bool {
        let (Some(team), Some(card)) = (self.team(cx), Card::of(thing, cx.sprint)) else { return false };
        let column = card.column();
        let place = match card {
            Card::Piece(piece) => {
                cx.sprint.pieces.seen(Some(team), piece.kind).position(|one| one.id == piece.id)
            }
            Card::Note(note) => {
                let row = cx.sprint.notes.row_of(note.id);
                row.and_then(|row| cx.sprint.evidence.heard_by(team).binary_search(&row).ok())
            }
        };
        let Some(place) = place else { return false };
        self.go_to_column(Some(column));
        self.lists[column.place()].set(place, cx.sprint.cards(team, column));
        true
    }

    /// The sprint changed: what is marked or opened may be gone.
    pub(super) fn keep_inside(&mut self, cx: &Cx<'_>) {
        if let Some(own) = cx.sprint.team_of_seat(cx.seat) {
            self.picture = Picture::Columns;
            self.opened.retain(|one| {
                Card::of(one.thing, cx.sprint).is_some_and(|card| card.team(cx.sprint) == Some(own))
            });
        }
        self.opened.retain(|one| Card::of(one.thing, cx.sprint).is_some());
        self.marked.retain(|&thing| Card::of(thing, cx.sprint).is_some());
        if let Some(wanted) = self.wanted.take() {
            self.point_at(wanted, cx);
        }
        self.fit(cx);
    }

    /// Keeps the cursors inside and in sight.
    pub(super) fn fit(&mut self, cx: &Cx<'_>) {
        self.first = layout::first_seen(self.area, self.first, self.column);
        let regions = layout::regions(self.area, self.first);
        if let Some(team) = self.team(cx) {
            for column in Column::ALL {
                self.lists[column.place()].fit(regions.cards_high(), cx.sprint.cards(team, column));
            }
        }
        if let Some(opened) = self.opened.last_mut()
            && let Some(card) = Card::of(opened.thing, cx.sprint)
        {
            let rows = super::chain_view::word_rows(card, self.area);
            opened.fit(&layout::chain(self.area, rows), cx);
        }
        let len = super::turns::rows(self, cx.sprint).len();
        self.teams.fit(usize::from(super::lists_view::inside(self.area).height), len);
    }
}

/// On the columns of a board, or in an opened card.
pub fn on_columns(screen: &Boards, _: &Cx<'_>) -> Result<(), Reason> {
    match screen.picture {
        Picture::Columns => Ok(()),
        Picture::Queue | Picture::All => Err(Reason::Elsewhere),
    }
}

/// On the columns of a board, with no card opened.
pub fn on_board(screen: &Boards, cx: &Cx<'_>) -> Result<TeamId, Reason> {
    on_columns(screen, cx)?;
    match screen.opened.is_empty() {
        true => screen.team(cx).ok_or(Reason::Say("refusal-no-teams")),
        false => Err(Reason::Elsewhere),
    }
}

/// Whether a team sits at the keyboard.
pub fn in_turn(cx: &Cx<'_>) -> bool {
    match cx.seat {
        Seat::Team(_) => true,
        Seat::Facilitator | Seat::CommandLine => false,
    }
}
