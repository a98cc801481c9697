//! What keys do to cards.

use super::cursor::{Card, on_board, on_columns};
use super::{Asked, Boards, writing};
use crate::domain::board::Column;
use crate::domain::id::{InterviewId, NoteId, PieceId};
use crate::domain::link::Thing;
use crate::domain::note::Kind;
use crate::domain::{Code, Refusal, label};
use crate::kit::ask::{Ask, Choice, Pick};
use crate::kit::draw::{Line, kind_glyph};
use crate::kit::kinds::{kind_role, kind_words};
use crate::kit::theme::Role;
use crate::kit::{Cx, Motion, Notice, Reason};
use crate::words::{Args, Phrase};

/// The name of a column.
pub fn column_words(column: Column, cx: &Cx<'_>) -> Phrase {
    cx.words.say(match column {
        Column::Learn => "boards-column-learn",
        Column::Heard => "boards-column-heard",
        Column::Insights => "boards-column-insights",
        Column::Opportunities => "boards-column-opportunities",
        Column::Ideas => "boards-column-ideas",
        Column::Steps => "boards-column-steps",
    })
}

/// The label that a column answers to.
pub fn column_label(column: Column) -> crate::text::Clean {
    crate::text::Clean::new(&label::letters(column.place() as u16).unwrap_or_default())
}

pub fn can_add(screen: &Boards, cx: &Cx<'_>) -> Result<(), Reason> {
    on_board(screen, cx)?;
    match screen.column.kind() {
        Some(_) => Ok(()),
        None => Err(Reason::Elsewhere),
    }
}

/// Opens a line for a new card of the column.
pub fn add(screen: &mut Boards, cx: &mut Cx<'_>) {
    if let (Some(team), Some(kind)) = (screen.team(cx), screen.column.kind()) {
        writing::begin_piece(screen, kind, team, Vec::new(), cx);
    }
}

pub fn can_note(screen: &Boards, cx: &Cx<'_>) -> Result<(), Reason> {
    let team = on_board(screen, cx)?;
    if screen.column != Column::Heard {
        return Err(Reason::Elsewhere);
    }
    match cx.sprint.open_to_notes(team).is_empty() {
        true => Err(Reason::Say("boards-no-interview")),
        false => Ok(()),
    }
}

pub fn ask_interview(screen: &mut Boards, cx: &mut Cx<'_>) {
    ask_which_interview(screen, None, cx);
}

/// Asks which interview a note is of; the newest stands first.
fn ask_which_interview(screen: &mut Boards, question: Option<PieceId>, cx: &mut Cx<'_>) {
    let Some(team) = screen.team(cx) else { return };
    let all = cx.sprint.open_to_notes(team);
    if all.is_empty() {
        cx.tell(Notice::problem(cx.words.say("boards-no-interview")));
        return;
    }
    let choices = all.iter().enumerate().map(|(at, &id)| Choice {
        letters: label::letters(at as u16).unwrap_or_default(),
        line: interview_line(id, cx),
        on: false,
    });
    let pick = Pick { title: cx.words.say("boards-which-interview"), choices: choices.collect() };
    cx.ask(Ask::Pick(pick));
    screen.asked = Asked::Interview(all, question);
}

/// An interview's code, respondent, segment and how many notes it has.
pub fn interview_line(id: InterviewId, cx: &Cx<'_>) -> Line {
    let Some(one) = cx.sprint.interviews.get(id) else { return Line::new() };
    let team = cx.sprint.teams.get(one.team).map_or(0, |team| team.code);
    let notes = Args::new().with("notes", one.notes.len());
    Line::new()
        .add(Role::Strong, &Code::Interview(team, one.number))
        .gap(2)
        .add(Role::Text, &Code::Respondent(one.respondent))
        .gap(2)
        .cell(Role::Muted, &cx.words.tell("boards-notes", notes), 12)
        .gap(1)
        .add(Role::Muted, &one.segment)
}

/// On a card.
pub fn on_card(screen: &Boards, cx: &Cx<'_>) -> Result<(), Reason> {
    on_columns(screen, cx)?;
    screen.card(cx).map(|_| ()).ok_or(Reason::Say("boards-no-card"))
}

pub fn can_send(screen: &Boards, cx: &Cx<'_>) -> Result<(), Reason> {
    on_card(screen, cx)?;
    match screen.card(cx).map(Card::column) {
        Some(Column::Steps) => Err(Refusal::LastColumn.into()),
        Some(_) | None => Ok(()),
    }
}

/// Asks into which column: the next one stands first, so that Enter takes it.
pub fn ask_where(screen: &mut Boards, cx: &mut Cx<'_>) {
    let cards = screen.chosen(cx);
    let Some(card) = screen.card(cx) else { return };
    let next = card.column().next();
    let rest = Column::ALL.into_iter().filter(|column| Some(*column) != next);
    let columns: Vec<Column> = next.into_iter().chain(rest).collect();
    let choices = columns.iter().map(|&column| {
        let open = card.column().may_go(column).is_ok();
        let line = Line::new().add(if open { Role::Text } else { Role::Muted }, &column_words(column, cx));
        let line = match open {
            true => line.gap(2).add(Role::Muted, &cx.words.say("boards-makes-next")),
            false => line,
        };
        Choice { letters: column_label(column).as_str().to_owned(), line, on: false }
    });
    let args = Args::new().with("cards", cards.len()).with("card", card.code().to_string());
    let pick = Pick { title: cx.words.tell("boards-move-title", args), choices: choices.collect() };
    cx.ask(Ask::Pick(pick));
    screen.asked = Asked::Send(cards, columns);
}

/// Makes the next kind from cards: opens the line for its words; a question asks for the interview first.
pub fn send(screen: &mut Boards, cards: Vec<Thing>, to: Column, cx: &mut Cx<'_>) {
    let known = || cards.iter().filter_map(|&thing| Card::of(thing, cx.sprint));
    let Some(first) = known().next() else { return };
    if let Some(refusal) = known().find_map(|card| card.column().may_go(to).err()) {
        cx.propose(Err(refusal));
        return;
    }
    match (to.kind(), first, first.team(cx.sprint)) {
        (Some(kind), _, Some(team)) => writing::begin_piece(screen, kind, team, cards, cx),
        (None, Card::Piece(question), _) => {
            let id = question.id;
            ask_which_interview(screen, Some(id), cx);
        }
        (None, Card::Note(_), _) | (Some(_), _, None) => {}
    }
}

pub fn can_mark(screen: &Boards, cx: &Cx<'_>) -> Result<(), Reason> {
    on_board(screen, cx)?;
    on_card(screen, cx)
}

/// Marks a card, so that one insight can be made from several notes.
pub fn mark(screen: &mut Boards, cx: &mut Cx<'_>) {
    let Some(thing) = screen.card(cx).map(Card::thing) else { return };
    if !screen.marked.remove(&thing) {
        screen.marked.insert(thing);
    }
    screen.walk(Motion::Down, cx);
}

fn piece(screen: &Boards, cx: &Cx<'_>, why_not: &'static str) -> Result<PieceId, Reason> {
    on_card(screen, cx)?;
    match screen.card(cx) {
        Some(Card::Piece(piece)) => Ok(piece.id),
        Some(Card::Note(_)) => Err(Reason::Say(why_not)),
        None => Err(Reason::Elsewhere),
    }
}

pub fn can_finish(screen: &Boards, cx: &Cx<'_>) -> Result<(), Reason> {
    piece(screen, cx, "boards-notes-are-not-done").map(|_| ())
}

/// Done, or open again.
pub fn finish(screen: &mut Boards, cx: &mut Cx<'_>) {
    if let Some(Card::Piece(piece)) = screen.card(cx) {
        cx.propose(cx.sprint.toggle_piece_done(piece.id));
    }
}

pub fn edit(screen: &mut Boards, cx: &mut Cx<'_>) {
    if let Some(card) = screen.card(cx) {
        writing::begin_again(screen, card, cx);
    }
}

/// Not for the room, or for the room again.
pub fn hold(screen: &mut Boards, cx: &mut Cx<'_>) {
    let Some(card) = screen.card(cx) else { return };
    let outcome = match card {
        Card::Note(note) => cx.sprint.hold_note(note.id, !note.held),
        Card::Piece(piece) => cx.sprint.toggle_piece_held(piece.id),
    };
    if cx.propose(outcome) {
        let said = if card.is_held() { "boards-not-held" } else { "boards-held" };
        cx.tell(Notice::news(cx.words.tell(said, Args::new().with("card", card.code().to_string()))));
    }
}

/// Takes a card off the board.
pub fn cross(screen: &mut Boards, cx: &mut Cx<'_>) {
    let outcome = match screen.card(cx) {
        Some(Card::Note(note)) => cx.sprint.cross_note(note.id),
        Some(Card::Piece(piece)) => cx.sprint.cross_piece(piece.id),
        None => return,
    };
    cx.propose(outcome);
}

fn can_shift(screen: &Boards, cx: &Cx<'_>, later: bool) -> Result<(), Reason> {
    on_board(screen, cx)?;
    on_card(screen, cx)?;
    match screen.card(cx) {
        Some(Card::Piece(piece)) => cx.sprint.shift_piece(piece.id, later).map(|_| ()).map_err(Into::into),
        Some(Card::Note(_)) => Err(Refusal::HeardInOrder.into()),
        None => Err(Reason::Elsewhere),
    }
}

fn shift(screen: &mut Boards, cx: &mut Cx<'_>, later: bool) {
    let Some(Card::Piece(piece)) = screen.card(cx) else { return };
    if cx.propose(cx.sprint.shift_piece(piece.id, later)) {
        screen.wanted = Some(Thing::Piece(piece.id));
    }
}

pub fn can_later(screen: &Boards, cx: &Cx<'_>) -> Result<(), Reason> {
    can_shift(screen, cx, true)
}

pub fn later(screen: &mut Boards, cx: &mut Cx<'_>) {
    shift(screen, cx, true);
}

pub fn can_earlier(screen: &Boards, cx: &Cx<'_>) -> Result<(), Reason> {
    can_shift(screen, cx, false)
}

pub fn earlier(screen: &mut Boards, cx: &mut Cx<'_>) {
    shift(screen, cx, false);
}

pub fn can_kind(screen: &Boards, cx: &Cx<'_>) -> Result<(), Reason> {
    on_card(screen, cx)?;
    match screen.card(cx) {
        Some(Card::Note(_)) => Ok(()),
        Some(Card::Piece(_)) => Err(Reason::Say("boards-kind-stays")),
        None => Err(Reason::Elsewhere),
    }
}

pub fn ask_kind(screen: &mut Boards, cx: &mut Cx<'_>) {
    let Some(Card::Note(note)) = screen.card(cx) else { return };
    let choices = Kind::ALL.iter().enumerate().map(|(at, &kind)| Choice {
        letters: label::letters(at as u16).unwrap_or_default(),
        line: Line::new()
            .add(kind_role(kind), &kind_glyph(kind))
            .gap(1)
            .add(Role::Text, &kind_words(kind, cx)),
        on: kind == note.kind,
    });
    let args = Args::new().with("card", Code::Note(note.code).to_string());
    cx.ask(Ask::Pick(Pick { title: cx.words.tell("boards-kind-title", args), choices: choices.collect() }));
    screen.asked = Asked::Kind(note.id);
}

/// Gives a note the kind that was chosen.
pub fn set_kind(note: NoteId, at: usize, cx: &mut Cx<'_>) {
    if let Some(&kind) = Kind::ALL.get(at) {
        cx.propose(cx.sprint.kind_note(note, kind));
    }
}
