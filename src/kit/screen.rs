//! What a screen is to the application, and what its author writes.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Begun, Command, Cx, Field, Key, Reason, Reply, Touch, Verb, job::Answer};
use crate::domain::id::{InterviewId, NoteId, PieceId, ServiceId, TeamId, ThemeId};
use crate::domain::piece;

/// A move of the cursor.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Motion {
    /// One up.
    Up,
    /// One down.
    Down,
    /// One to the left.
    Left,
    /// One to the right.
    Right,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first.
    Home,
    /// To the last.
    End,
}

impl Motion {
    /// The move that a key asks for.
    pub fn of(key: Key) -> Option<Self> {
        Some(match key {
            Key::Up => Self::Up,
            Key::Down => Self::Down,
            Key::Left => Self::Left,
            Key::Right => Self::Right,
            Key::PageUp => Self::PageUp,
            Key::PageDown => Self::PageDown,
            Key::Home => Self::Home,
            Key::End => Self::End,
            _ => return None,
        })
    }
}

/// A thing that a screen can be asked to show.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Item {
    /// An interview.
    Interview(InterviewId),
    /// A note, where it lies on the wall.
    Note(NoteId),
    /// A theme.
    Theme(ThemeId),
    /// A service among the priorities.
    Service(ServiceId),
    /// The requests about a service.
    RequestsOf(ServiceId),
    /// The requests that speak of a theme, the likest first.
    RequestsLike(ThemeId),
    /// A card of a board.
    Piece(PieceId),
    /// A column of a team's board.
    Column(TeamId, piece::Kind),
}

/// A place to go to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Go {
    /// Name of the screen.
    pub place: &'static str,
    /// What to show there.
    pub item: Option<Item>,
}

/// A command row as the application reads it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Row {
    /// Its name.
    pub name: &'static str,
    /// Its verb.
    pub verb: Verb,
}

/// What a text field does with what was typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shift {
    /// Enter.
    Enter,
    /// Esc: stop, keep the draft.
    Stop,
    /// Tab.
    Tab,
    /// The arrow up: the line before, into the field.
    Earlier,
    /// What is in the field changed.
    Typed,
    /// Backspace at the very beginning.
    Rub,
}

/// What the author of a screen writes. Everything but the name, rows and view has a quiet default.
pub trait Place: Sized + 'static {
    /// Its name: `themes`. Its title stands in the locales as `frame-place-themes`.
    const NAME: &'static str;
    /// The digit that leads to it.
    const DIGIT: char;
    /// It takes the whole terminal but for the bar: nothing of the frame stands above it.
    const BARE: bool = false;

    /// Its command rows.
    fn commands() -> &'static [Command<Self>];

    /// Draws it. Only what is seen is built.
    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer);

    /// Moves its cursor.
    fn moved(&mut self, motion: Motion, cx: &mut Cx<'_>) {
        let _ = (motion, cx);
    }

    /// The pointer was pressed in the screen's area: puts the cursor on what is seen there.
    fn pointed(&mut self, at: Position, area: Rect, cx: &mut Cx<'_>) -> Touch {
        let _ = (at, area, cx);
        Touch::Nothing
    }

    /// What the pointer was pressed on is let go over another thing, as if it were sent there with a key.
    fn dropped(&mut self, at: Position, area: Rect, cx: &mut Cx<'_>) {
        let _ = (at, area, cx);
    }

    /// The open text field: while there is one, keys are text.
    fn field(&self) -> Option<&Field> {
        None
    }

    /// The open text field, to type into.
    fn field_mut(&mut self) -> Option<&mut Field> {
        None
    }

    /// Something happened in the field.
    fn shifted(&mut self, shift: Shift, cx: &mut Cx<'_>) {
        let _ = (shift, cx);
    }

    /// What stands in the open field, so that it outlives the program and Esc; [`Cx::kept`] has it when the field
    /// is opened again. None without a field, and for one whose text is kept nowhere.
    fn begun(&self, cx: &Cx<'_>) -> Option<Begun> {
        let _ = cx;
        None
    }

    /// Opens the field or the form of this name again, where it was. What is gone or not allowed stays closed.
    fn resume(&mut self, field: &str, cx: &mut Cx<'_>) {
        let _ = (field, cx);
    }

    /// Several lines were pasted into the field, or lines were pasted with none open. `false`: not taken.
    fn pasted(&mut self, lines: &[String], cx: &mut Cx<'_>) -> bool {
        let _ = (lines, cx);
        false
    }

    /// The overlay that this screen asked for was answered.
    fn replied(&mut self, reply: Reply, cx: &mut Cx<'_>) {
        let _ = (reply, cx);
    }

    /// A job that this screen asked for has an answer.
    fn answered(&mut self, answer: &Answer, cx: &mut Cx<'_>) {
        let _ = (answer, cx);
    }

    /// Shows a thing.
    fn show(&mut self, item: Item, cx: &mut Cx<'_>) {
        let _ = (item, cx);
    }

    /// The sprint changed, or the screen was opened: keep the cursor inside, ask for what is missing.
    fn settle(&mut self, cx: &mut Cx<'_>) {
        let _ = cx;
    }

    /// Until which millisecond of the steady clock something slides; none when nothing does.
    fn slides_until_ms(&self) -> Option<u64> {
        None
    }

    /// Another screen is shown now: what was uncovered for a moment is covered again.
    fn left(&mut self) {}

    /// Rows of the area that the list got at the last size; called before drawing, so that the cursor can
    /// be kept in sight without drawing knowing how to scroll.
    fn sized(&mut self, area: Rect, cx: &Cx<'_>) {
        let _ = (area, cx);
    }
}

/// A screen as the application holds it; every [`Place`] is one.
pub trait Screen {
    /// Its name.
    fn name(&self) -> &'static str;
    /// Its digit.
    fn digit(&self) -> char;
    /// See [`Place::BARE`].
    fn is_bare(&self) -> bool;
    /// Its command rows.
    fn rows(&self) -> Vec<Row>;
    /// Whether row `at` can run.
    fn ready(&self, at: usize, cx: &Cx<'_>) -> Result<(), Reason>;
    /// Runs row `at`.
    fn run(&mut self, at: usize, cx: &mut Cx<'_>);
    /// See [`Place::view`].
    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer);
    /// See [`Place::moved`].
    fn moved(&mut self, motion: Motion, cx: &mut Cx<'_>);
    /// See [`Place::pointed`].
    fn pointed(&mut self, at: Position, area: Rect, cx: &mut Cx<'_>) -> Touch;
    /// See [`Place::dropped`].
    fn dropped(&mut self, at: Position, area: Rect, cx: &mut Cx<'_>);
    /// See [`Place::field`].
    fn field(&self) -> Option<&Field>;
    /// See [`Place::field_mut`].
    fn field_mut(&mut self) -> Option<&mut Field>;
    /// See [`Place::shifted`].
    fn shifted(&mut self, shift: Shift, cx: &mut Cx<'_>);
    /// See [`Place::begun`].
    fn begun(&self, cx: &Cx<'_>) -> Option<Begun>;
    /// See [`Place::resume`].
    fn resume(&mut self, field: &str, cx: &mut Cx<'_>);
    /// See [`Place::pasted`].
    fn pasted(&mut self, lines: &[String], cx: &mut Cx<'_>) -> bool;
    /// See [`Place::replied`].
    fn replied(&mut self, reply: Reply, cx: &mut Cx<'_>);
    /// See [`Place::answered`].
    fn answered(&mut self, answer: &Answer, cx: &mut Cx<'_>);
    /// See [`Place::show`].
    fn show(&mut self, item: Item, cx: &mut Cx<'_>);
    /// See [`Place::settle`].
    fn settle(&mut self, cx: &mut Cx<'_>);
    /// See [`Place::slides_until_ms`].
    fn slides_until_ms(&self) -> Option<u64>;
    /// See [`Place::left`].
    fn left(&mut self);
    /// See [`Place::sized`].
    fn sized(&mut self, area: Rect, cx: &Cx<'_>);
}

impl<R: Place> Screen for R {
    fn name(&self) -> &'static str {
        R::NAME
    }
    fn digit(&self) -> char {
        R::DIGIT
    }
    fn is_bare(&self) -> bool {
        R::BARE
    }
    fn rows(&self) -> Vec<Row> {
        R::commands().iter().map(|row| Row { name: row.name, verb: row.verb }).collect()
    }
    fn ready(&self, at: usize, cx: &Cx<'_>) -> Result<(), Reason> {
        R::commands().get(at).map_or(Err(Reason::Elsewhere), |row| (row.ready)(self, cx))
    }
    fn run(&mut self, at: usize, cx: &mut Cx<'_>) {
        if let Some(row) = R::commands().get(at) {
            (row.run)(self, cx);
        }
    }
    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
        Place::view(self, cx, area, buf);
    }
    fn moved(&mut self, motion: Motion, cx: &mut Cx<'_>) {
        Place::moved(self, motion, cx);
    }
    fn pointed(&mut self, at: Position, area: Rect, cx: &mut Cx<'_>) -> Touch {
        Place::pointed(self, at, area, cx)
    }
    fn dropped(&mut self, at: Position, area: Rect, cx: &mut Cx<'_>) {
        Place::dropped(self, at, area, cx);
    }
    fn field(&self) -> Option<&Field> {
        Place::field(self)
    }
    fn field_mut(&mut self) -> Option<&mut Field> {
        Place::field_mut(self)
    }
    fn shifted(&mut self, shift: Shift, cx: &mut Cx<'_>) {
        Place::shifted(self, shift, cx);
    }
    fn begun(&self, cx: &Cx<'_>) -> Option<Begun> {
        Place::begun(self, cx)
    }
    fn resume(&mut self, field: &str, cx: &mut Cx<'_>) {
        Place::resume(self, field, cx);
    }
    fn pasted(&mut self, lines: &[String], cx: &mut Cx<'_>) -> bool {
        Place::pasted(self, lines, cx)
    }
    fn replied(&mut self, reply: Reply, cx: &mut Cx<'_>) {
        Place::replied(self, reply, cx);
    }
    fn answered(&mut self, answer: &Answer, cx: &mut Cx<'_>) {
        Place::answered(self, answer, cx);
    }
    fn show(&mut self, item: Item, cx: &mut Cx<'_>) {
        Place::show(self, item, cx);
    }
    fn settle(&mut self, cx: &mut Cx<'_>) {
        Place::settle(self, cx);
    }
    fn slides_until_ms(&self) -> Option<u64> {
        Place::slides_until_ms(self)
    }
    fn left(&mut self) {
        Place::left(self);
    }
    fn sized(&mut self, area: Rect, cx: &Cx<'_>) {
        Place::sized(self, area, cx);
    }
}
