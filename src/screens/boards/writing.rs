//! The line being written: a new card, a card made from others, a note, other words for a card.

use super::Boards;
use super::cursor::Card;
use crate::domain::board::{Column, NewPiece};
use crate::domain::id::{InterviewId, PieceId, TeamId};
use crate::domain::link::Thing;
use crate::domain::{Code, Fact, NOTE_CHARS_MAX, Refusal, note, piece};
use crate::kit::{Cx, Field, Shift};

/// Most drafts that are kept.
const DRAFTS_MAX: usize = 30;

/// What is written.
#[derive(Clone, PartialEq, Debug)]
pub enum What {
    /// A piece of a team, made from these things.
    Piece { kind: piece::Kind, team: TeamId, from: Vec<Thing> },
    /// A note of an interview, which answers this question.
    Note { interview: InterviewId, question: Option<PieceId> },
    /// Other words for a card.
    Again(Thing),
}

/// A line begun.
#[derive(Clone)]
pub struct Draft {
    pub(super) what: What,
    pub(super) field: Field,
    /// The kind of the note.
    pub(super) kind: note::Kind,
}

impl Draft {
    fn new(what: What, text: &str, kind: note::Kind) -> Self {
        Self { what, field: Field::new(text, NOTE_CHARS_MAX), kind }
    }

    fn is_note(&self) -> bool {
        matches!(self.what, What::Note { .. } | What::Again(Thing::Note(_)))
    }
}

/// What is being written, and drafts of other things.
#[derive(Default)]
pub struct Writing {
    open: Option<Draft>,
    drafts: Vec<Draft>,
}

impl Writing {
    /// The open line.
    pub fn draft(&self) -> Option<&Draft> {
        self.open.as_ref()
    }

    pub fn field(&self) -> Option<&Field> {
        self.open.as_ref().map(|draft| &draft.field)
    }

    pub fn field_mut(&mut self) -> Option<&mut Field> {
        self.open.as_mut().map(|draft| &mut draft.field)
    }

    /// Opens a line, with what was left in it.
    fn start(&mut self, fresh: Draft) {
        self.stop();
        let kept = self.drafts.iter().position(|draft| draft.what == fresh.what);
        self.open = Some(kept.map_or(fresh, |at| self.drafts.remove(at)));
    }

    /// Closes the line; what stands in it is kept.
    fn stop(&mut self) {
        let Some(draft) = self.open.take().filter(|draft| !draft.field.is_blank()) else { return };
        self.drafts.push(draft);
        if self.drafts.len() > DRAFTS_MAX {
            self.drafts.remove(0);
        }
    }
}

/// A new piece, made from these things.
pub fn begin_piece(screen: &mut Boards, kind: piece::Kind, team: TeamId, from: Vec<Thing>) {
    screen.writing.start(Draft::new(What::Piece { kind, team, from }, "", note::Kind::Plain));
}

/// A note of an interview.
pub fn begin_note(screen: &mut Boards, interview: InterviewId, question: Option<PieceId>) {
    screen.writing.start(Draft::new(What::Note { interview, question }, "", note::Kind::Plain));
}

/// Other words for a card.
pub fn begin_again(screen: &mut Boards, card: Card<'_>) {
    let kind = match card {
        Card::Note(note) => note.kind,
        Card::Piece(_) => note::Kind::Plain,
    };
    screen.writing.start(Draft::new(What::Again(card.thing()), card.text().as_str(), kind));
}

/// Something happened in the line.
pub fn shifted(screen: &mut Boards, shift: Shift, cx: &mut Cx<'_>) {
    let Some(draft) = &mut screen.writing.open else { return };
    match shift {
        Shift::Enter if draft.field.is_blank() => screen.writing.open = None,
        Shift::Enter => save(screen, cx),
        Shift::Stop => screen.writing.stop(),
        Shift::Tab if draft.is_note() => draft.kind = draft.kind.next(),
        Shift::Rub => draft.kind = note::Kind::Plain,
        Shift::Typed if draft.is_note() => read_sign(draft),
        Shift::Earlier => take_back(screen, cx),
        Shift::Tab | Shift::Typed => {}
    }
}

/// A sign at the beginning becomes the kind at once.
fn read_sign(draft: &mut Draft) {
    if draft.kind != note::Kind::Plain {
        return;
    }
    let value = draft.field.value();
    if let Some(kind) = value.chars().next().and_then(note::Kind::from_sign) {
        let rest: String = value.chars().skip(1).collect();
        draft.field = Field::new(rest.trim_start(), NOTE_CHARS_MAX);
        draft.kind = kind;
    }
}

/// Takes the newest card of the column back into an empty line.
fn take_back(screen: &mut Boards, cx: &Cx<'_>) {
    let Some(draft) = screen.writing.open.as_ref().filter(|draft| draft.field.is_blank()) else { return };
    let last = match &draft.what {
        What::Piece { kind, team, .. } => {
            let newest = cx.sprint.pieces.seen(Some(*team), *kind).max_by_key(|piece| piece.code);
            newest.map(Card::Piece)
        }
        What::Note { interview, .. } => {
            let notes = cx.sprint.interviews.get(*interview).map(|one| &one.notes[..]).unwrap_or_default();
            notes.iter().rev().find_map(|&id| Card::of(Thing::Note(id), cx.sprint))
        }
        What::Again(_) => None,
    };
    if let Some(card) = last {
        begin_again(screen, card);
    }
}

/// Saves the line; what is refused stays. A new card is followed by the next line, a card made from others or
/// said anew is not.
fn save(screen: &mut Boards, cx: &mut Cx<'_>) {
    let Some(draft) = screen.writing.open.clone() else { return };
    let (outcome, made) = match &draft.what {
        What::Piece { kind, team, from } => {
            let id: PieceId = cx.out.ids.next();
            let code = cx.history.next_code(kind.code(0));
            let text = draft.field.clean();
            let new = NewPiece { id, kind: *kind, code, team: Some(*team), text };
            (cx.sprint.make_from(new, from), Some(Thing::Piece(id)))
        }
        What::Note { interview, question } => take_note(&draft, *interview, *question, cx),
        What::Again(thing) => (again(&draft, *thing, cx), Some(*thing)),
    };
    if !cx.propose(outcome) {
        return;
    }
    screen.wanted = made;
    let goes_on = match &draft.what {
        What::Piece { from, .. } => from.is_empty(),
        What::Note { .. } => true,
        What::Again(_) => false,
    };
    if goes_on {
        screen.writing.open = Some(Draft::new(draft.what, "", note::Kind::Plain));
        return;
    }
    screen.writing.open = None;
    if let What::Piece { .. } = draft.what {
        screen.marked.clear();
        screen.opened.clear();
    }
}

type Saved = (Result<Vec<Fact>, Refusal>, Option<Thing>);

fn take_note(draft: &Draft, interview: InterviewId, question: Option<PieceId>, cx: &mut Cx<'_>) -> Saved {
    let code = cx.history.next_code(Code::Note(0));
    let text = draft.field.clean();
    let taken = cx.sprint.take_note(&mut cx.out.ids, code, interview, draft.kind, &text, &cx.now);
    let facts = taken.as_deref().unwrap_or_default();
    let mut made = None;
    if let [Fact::Note(note::Fact::Added { id, .. })] = facts {
        made = Some(*id);
    }
    let outcome = taken.and_then(|mut facts| {
        if let (Some(question), Some(note)) = (question, made) {
            facts.push(cx.sprint.answered_by(question, note)?);
        }
        Ok(facts)
    });
    (outcome, made.map(Thing::Note))
}

fn again(draft: &Draft, thing: Thing, cx: &Cx<'_>) -> Result<Vec<Fact>, Refusal> {
    let text = draft.field.clean();
    match thing {
        Thing::Piece(id) => cx.sprint.word_piece(id, &text),
        Thing::Note(id) => {
            let worded = cx.sprint.word_note(id, &text);
            match (cx.sprint.kind_note(id, draft.kind), worded) {
                (Ok(kinded), Ok(worded)) => Ok([worded, kinded].concat()),
                (Ok(kinded), Err(Refusal::NothingChanged)) => Ok(kinded),
                (_, worded) => worded,
            }
        }
        Thing::Theme(_) => Err(Refusal::Gone),
    }
}

/// The column that a line is for.
pub fn column_of(what: &What, cx: &Cx<'_>) -> Option<Column> {
    match what {
        What::Piece { kind, .. } => Some(Column::of(*kind)),
        What::Note { .. } => Some(Column::Heard),
        What::Again(thing) => Card::of(*thing, cx.sprint).map(Card::column),
    }
}
