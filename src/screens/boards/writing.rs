//! The line being written: a new card, a card made from others, a note, other words for a card.

use serde::{Deserialize, Serialize};

use super::Boards;
use super::cards::column_words;
use super::cursor::Card;
use crate::domain::board::{Column, NewPiece};
use crate::domain::id::{InterviewId, PieceId, TeamId};
use crate::domain::link::Thing;
use crate::domain::{Code, Fact, NOTE_CHARS_MAX, Refusal, note, piece};
use crate::kit::{Begun, Cx, Field, Place, Shift};
use crate::text::Clean;

/// What is written. Drafts are called by it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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

    /// The line with what was left in it: its words, the sign of its kind.
    fn kept(self, cx: &Cx<'_>) -> Self {
        let Some(texts) = cx.kept(Boards::NAME, &self.name()) else { return self };
        let text = |at: usize| texts.get(at).map_or("", String::as_str);
        let kind = text(1).chars().next().and_then(note::Kind::from_sign).unwrap_or_default();
        Self { field: Field::new(text(0), NOTE_CHARS_MAX), kind, ..self }
    }

    /// What it is called among the drafts.
    fn name(&self) -> String {
        serde_json::to_string(&self.what).unwrap_or_default()
    }

    fn begun(&self, cx: &Cx<'_>) -> Begun {
        let value = self.field.value();
        let as_found = match &self.what {
            What::Again(thing) => Card::of(*thing, cx.sprint)
                .is_some_and(|card| card.text().as_str() == value && card.note_kind() == self.kind),
            What::Piece { .. } | What::Note { .. } => false,
        };
        let sign = self.kind.sign().map(String::from).unwrap_or_default();
        Begun {
            field: Clean::new(&self.name()),
            about: about(&self.what, cx),
            texts: match self.field.is_blank() || as_found {
                true => Vec::new(),
                false => vec![value.to_owned(), sign],
            },
        }
    }

    fn is_note(&self) -> bool {
        matches!(self.what, What::Note { .. } | What::Again(Thing::Note(_)))
    }
}

/// What is being written.
#[derive(Default)]
pub struct Writing {
    open: Option<Draft>,
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
    fn start(&mut self, fresh: Draft, cx: &Cx<'_>) {
        self.open = Some(fresh.kept(cx));
    }

    /// What stands in the line.
    pub fn begun(&self, cx: &Cx<'_>) -> Option<Begun> {
        self.open.as_ref().map(|draft| draft.begun(cx))
    }
}

/// A new piece, made from these things.
pub fn begin_piece(screen: &mut Boards, kind: piece::Kind, team: TeamId, from: Vec<Thing>, cx: &Cx<'_>) {
    screen.writing.start(Draft::new(What::Piece { kind, team, from }, "", note::Kind::Plain), cx);
}

/// A note of an interview.
pub fn begin_note(screen: &mut Boards, interview: InterviewId, question: Option<PieceId>, cx: &Cx<'_>) {
    screen.writing.start(Draft::new(What::Note { interview, question }, "", note::Kind::Plain), cx);
}

/// Other words for a card.
pub fn begin_again(screen: &mut Boards, card: Card<'_>, cx: &Cx<'_>) {
    let fresh = Draft::new(What::Again(card.thing()), card.text().as_str(), card.note_kind());
    screen.writing.start(fresh, cx);
}

/// Opens the line that was left open, on the board and in the column that it is for.
pub fn resume(screen: &mut Boards, name: &str, cx: &mut Cx<'_>) {
    let Ok(what) = serde_json::from_str::<What>(name) else { return };
    let (Some(team), Some(column)) = (team_of(&what, cx), column_of(&what, cx)) else { return };
    screen.turn_to(team);
    screen.column = column;
    match what {
        What::Piece { kind, team, from } => {
            if from.iter().all(|thing| super::chain::is_there(*thing, cx.sprint)) {
                begin_piece(screen, kind, team, from, cx);
            }
        }
        What::Note { interview, question } => {
            if cx.sprint.open_to_notes(team).contains(&interview) {
                begin_note(screen, interview, question, cx);
            }
        }
        What::Again(thing) => {
            screen.point_at(thing, cx);
            if let Some(card) = Card::of(thing, cx.sprint) {
                begin_again(screen, card, cx);
            }
        }
    }
}

/// The team on whose board a line is.
fn team_of(what: &What, cx: &Cx<'_>) -> Option<TeamId> {
    match what {
        What::Piece { team, .. } => cx.sprint.teams.get(*team).map(|team| team.id),
        What::Note { interview, .. } => cx.sprint.interviews.get(*interview).map(|one| one.team),
        What::Again(thing) => Card::of(*thing, cx.sprint)?.team(cx.sprint),
    }
}

/// What a line is of: a card, else a column of a team.
fn about(what: &What, cx: &Cx<'_>) -> Clean {
    let team = team_of(what, cx).and_then(|id| cx.sprint.team_code(id));
    let team = team.map(|code| code.to_string()).unwrap_or_default();
    let what = match what {
        What::Again(thing) => Card::of(*thing, cx.sprint).map(|card| card.code().to_string()),
        What::Piece { .. } | What::Note { .. } => {
            column_of(what, cx).map(|column| column_words(column, cx).to_string())
        }
    };
    Clean::new(&format!("{team} {}", what.unwrap_or_default()))
}

/// Something happened in the line.
pub fn shifted(screen: &mut Boards, shift: Shift, cx: &mut Cx<'_>) {
    let Some(draft) = &mut screen.writing.open else { return };
    match shift {
        Shift::Enter if draft.field.is_blank() => screen.writing.open = None,
        Shift::Enter => save(screen, cx),
        Shift::Stop => screen.writing.open = None,
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
        begin_again(screen, card, cx);
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
