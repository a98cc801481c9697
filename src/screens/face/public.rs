//! What the room may see, and nothing else. The pictures of the face draw a [`Public`]; it is made here from
//! the sprint, and holds no text of people that is not [`Released`].
//!
//! The only file of the face that knows the sprint. Start with [`Public::of`].

use jiff::Timestamp;

use crate::domain::agenda::AgendaItem;
use crate::domain::erasure::MARK;
use crate::domain::face::Picture;
use crate::domain::id::TeamId;
use crate::domain::interview::Interview;
use crate::domain::link::Thing;
use crate::domain::note::Note;
use crate::domain::piece::{self, Piece};
use crate::domain::service::Service;
use crate::domain::team::Team;
use crate::domain::theme::Theme;
use crate::domain::{Code, Fact, Refusal, Sprint};
use crate::kit::Cx;
use crate::kit::draw::Shown;
use crate::kit::said::civil_time;
use crate::method::ranking::{Input, Row};
use crate::text::Clean;
use crate::words::Phrase;

/// Most rows of a list that are made for a frame: what the largest terminal shows.
const ROWS_MAX: usize = 120;
/// How long a board stays on the wall when no team is at the keyboard and the boards take turns.
const BOARD_MS: u64 = 20_000;
/// How far back a piece is followed to the words that it may have been copied from.
const STEPS_BACK_MAX: usize = 5;

/// Words of people that may stand on the wall. Made only by the functions below, each of which says of what.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Released(Clean);

impl Shown for Released {
    fn shown(&self) -> String {
        self.0.shown()
    }
}

impl Released {
    /// A note, if its respondent agreed that notes are shown and still stands by it, and nobody held it back.
    fn of_note(note: &Note, interview: &Interview) -> Option<Self> {
        let released = interview.consent.shown
            && interview.counts()
            && !note.held
            && !note.crossed
            && !is_blank(&note.text);
        released.then(|| Self(note.text.clone()))
    }

    /// A piece of a board, unless it is held back or repeats a note that is not released.
    fn of_piece(piece: &Piece, sprint: &Sprint) -> Option<Self> {
        let free =
            !piece.held && !piece.crossed && !is_blank(&piece.text) && !repeats_unreleased(piece, sprint);
        free.then(|| Self(piece.text.clone()))
    }

    /// The name of a theme: a claim that the room made.
    fn of_theme(theme: &Theme) -> Self {
        Self(theme.name.clone())
    }

    /// The title of a timebox.
    fn of_timebox(item: &AgendaItem) -> Self {
        Self(item.title.clone())
    }

    /// The name of a team.
    fn of_team(team: &Team) -> Self {
        Self(team.name.clone())
    }

    /// The name of a service.
    fn of_service(service: &Service) -> Self {
        Self(service.name.clone())
    }

    /// The line that the facilitator wrote for the room; `None` when there is none.
    fn of_message(sprint: &Sprint) -> Option<Self> {
        let says = !sprint.face.message.is_empty() && !is_blank(&sprint.face.message);
        says.then(|| Self(sprint.face.message.clone()))
    }

    /// The title of the sprint.
    fn of_title(sprint: &Sprint) -> Self {
        Self(sprint.description.title.clone())
    }
}

/// Whether nothing is left of a text since a respondent was erased: the room waits for other words.
fn is_blank(text: &Clean) -> bool {
    text.as_str() == MARK
}

/// Whether a piece says the very words of a note that is not released: moving a card on copies its words.
fn repeats_unreleased(piece: &Piece, sprint: &Sprint) -> bool {
    let same = |text: &Clean| *text == piece.text;
    let mut things = vec![Thing::Piece(piece.id)];
    for _ in 0..STEPS_BACK_MAX {
        let back = things.iter().flat_map(|&thing| sprint.links.back(thing)).map(|(thing, _)| *thing);
        things = back.collect();
        let unreleased = things.iter().any(|thing| match thing {
            Thing::Note(id) => sprint.notes.get(*id).is_some_and(|note| {
                let interview = sprint.interviews.get(note.interview);
                same(&note.text) && interview.is_none_or(|one| Released::of_note(note, one).is_none())
            }),
            Thing::Piece(id) => sprint.pieces.get(*id).is_some_and(|one| one.held && same(&one.text)),
            Thing::Theme(_) => false,
        });
        if unreleased {
            return true;
        }
    }
    false
}

/// All that the face draws.
#[derive(Clone, PartialEq, Debug)]
pub struct Public {
    /// Nothing at all is to be seen.
    pub black: bool,
    /// The title of the sprint.
    pub title: Released,
    /// The message line.
    pub message: Option<Released>,
    /// What the room does now.
    pub now: Now,
    /// Who is at the keyboard, or called to it.
    pub turn: Option<Turn>,
    /// The timebox that comes next.
    pub next: Option<Planned>,
    /// The team that comes to the keyboard next.
    pub next_team: Option<Mark>,
    /// What stands under the clock.
    pub scene: Scene,
}

/// What the room does now.
#[derive(Clone, PartialEq, Debug)]
pub enum Now {
    /// A timebox.
    Timebox(Timebox),
    /// Nothing was begun yet; this comes first, if the agenda says so.
    Before(Option<Planned>),
    /// A timebox ended and no other has begun.
    Between,
    /// Everything that was planned was done.
    Over,
    /// All clocks were stopped.
    Stopped,
}

/// The timebox that goes on.
#[derive(Clone, PartialEq, Debug)]
pub struct Timebox {
    /// Its title.
    pub title: Released,
    /// Seconds left; below 0 it is over.
    pub left_s: i64,
    /// The share of its minutes that is gone, from 0; more than 1 is over.
    pub share: f64,
    /// Its minutes.
    pub minutes: u16,
    /// When it ends, as a time of day, if it goes on like that.
    pub ends: Phrase,
    /// Its clock stands.
    pub paused: bool,
}

/// A timebox to come.
#[derive(Clone, PartialEq, Debug)]
pub struct Planned {
    /// Its title.
    pub title: Released,
    /// The planned time of day.
    pub at: Phrase,
}

/// A team as the room knows it: its number, from which symbol and colour follow, and its name.
#[derive(Clone, PartialEq, Debug)]
pub struct Mark {
    /// The number in `T2`.
    pub number: u32,
    /// Its name.
    pub name: Released,
}

/// A turn at the keyboard.
#[derive(Clone, PartialEq, Debug)]
pub struct Turn {
    /// Whose.
    pub team: Mark,
    /// Seconds left at the keyboard, below 0 over; `None` while the team is called and not there yet.
    pub left_s: Option<i64>,
}

/// What stands under the clock.
#[derive(Clone, PartialEq, Debug)]
pub enum Scene {
    /// Nothing: the clock takes the whole wall.
    Clock,
    /// The interviews that go on.
    Interviews(Vec<Tile>),
    /// A board.
    Board(Option<Board>),
    /// Themes, those that most people spoke of first.
    Themes(Vec<Claim>),
    /// The ranked list; `None` until it is worked out.
    Ranking(Option<Vec<Place>>),
}

/// An interview that goes on. Nothing of the respondent, and not why it stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Tile {
    /// The number in `T2`.
    pub team: u32,
    /// `T2-I03`.
    pub code: Code,
    /// Seconds left of the section; `None` without a guide.
    pub section_left_s: Option<i64>,
    /// Seconds left of the whole.
    pub left_s: i64,
    /// The share of its minutes that is gone, from 0.
    pub share: f64,
    /// Its clock stands.
    pub paused: bool,
}

/// The board of a team.
#[derive(Clone, PartialEq, Debug)]
pub struct Board {
    /// Whose.
    pub team: Mark,
    /// Its columns from left to right.
    pub columns: Vec<(Column, Vec<Card>)>,
}

/// A column of a board.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Column {
    /// Notes.
    Heard,
    /// Pieces of a kind.
    Of(piece::Kind),
}

/// A card of a board.
#[derive(Clone, PartialEq, Debug)]
pub struct Card {
    /// Its code.
    pub code: Code,
    /// Its words.
    pub text: Released,
    /// Answered, done, closed.
    pub done: bool,
}

/// A theme and how many people it rests on.
#[derive(Clone, PartialEq, Debug)]
pub struct Claim {
    /// Its name.
    pub name: Released,
    /// Distinct respondents.
    pub people: u32,
}

/// A service in the ranked list. Ranks count from 1.
#[derive(Clone, PartialEq, Debug)]
pub struct Place {
    /// `S2`.
    pub code: Code,
    /// Its name.
    pub name: Released,
    /// First and last rank of those that can't be told apart.
    pub band: (u32, u32),
    /// The rank interval.
    pub range: (u32, u32),
    /// How many are ranked.
    pub of: u32,
}

impl Public {
    /// What of the sprint the room may see now.
    pub fn of(cx: &Cx<'_>) -> Self {
        let sprint = cx.sprint;
        let now = now(cx);
        Self {
            black: sprint.face.black,
            title: Released::of_title(sprint),
            message: Released::of_message(sprint),
            next: next(cx),
            turn: turn(cx),
            next_team: next_team(sprint),
            scene: scene(cx),
            now,
        }
    }
}

/// The millisecond of the steady clock at which the face changes although no clock runs: the boards take turns.
/// `None`: it does not.
pub fn turns_over_ms(cx: &Cx<'_>) -> Option<u64> {
    let boards = cx.sprint.face.picture == Picture::Board && cx.sprint.turns.current.is_none();
    let many = teams_with_boards(cx.sprint).nth(1).is_some();
    (boards && many && !cx.sprint.face.black).then(|| cx.now.at.m_ms - cx.now.at.m_ms % BOARD_MS + BOARD_MS)
}

fn now(cx: &Cx<'_>) -> Now {
    let sprint = cx.sprint;
    if sprint.day.stopped.is_some() {
        return Now::Stopped;
    }
    if let Some(item) = sprint.current_item() {
        return Now::Timebox(timebox(item, cx));
    }
    let begun = sprint.agenda.iter().any(|item| item.clock.started.is_some());
    match (begun, next(cx)) {
        (false, first) => Now::Before(first),
        (true, Some(_)) => Now::Between,
        (true, None) => Now::Over,
    }
}

fn timebox(item: &AgendaItem, cx: &Cx<'_>) -> Timebox {
    let left_s = item.clock.left_s(item.minutes, &cx.now);
    let end = Timestamp::from_millisecond(cx.now.at.t_ms + left_s * 1_000).unwrap_or_default();
    Timebox {
        title: Released::of_timebox(item),
        left_s,
        share: item.clock.spent_ms(&cx.now) as f64 / (f64::from(item.minutes.max(1)) * 60_000.0),
        minutes: item.minutes,
        ends: cx.words.time_of_day(end, cx.zone),
        paused: !item.clock.is_running(),
    }
}

/// The timebox behind the last one that was begun; before the first start that of today, else the very first.
fn next(cx: &Cx<'_>) -> Option<Planned> {
    let ahead = |item: &&AgendaItem| item.clock.started.is_none() && !item.cut;
    let order: Vec<&AgendaItem> = cx.sprint.agenda_in_order().collect();
    let last = order.iter().rposition(|item| item.clock.started.is_some());
    let item = match last {
        Some(at) => order[at + 1..].iter().copied().find(ahead),
        None => {
            let today = today(cx);
            let of_today = order.iter().copied().find(|item| i64::from(item.day) == today && ahead(item));
            of_today.or_else(|| order.iter().copied().find(ahead))
        }
    };
    item.map(|item| Planned { title: Released::of_timebox(item), at: civil_time(item.start, cx.words) })
}

/// The day of the sprint, from 1; 0 and below before it.
fn today(cx: &Cx<'_>) -> i64 {
    let now = Timestamp::from_millisecond(cx.now.at.t_ms).unwrap_or_default().to_zoned(cx.zone.clone());
    let since = now.date().since(cx.sprint.description.start);
    since.map_or(0, |span| i64::from(span.get_days()) + 1)
}

fn turn(cx: &Cx<'_>) -> Option<Turn> {
    let turn = cx.sprint.turns.current.as_ref()?;
    let left_s = turn.seated.map(|_| turn.clock.left_s(turn.minutes, &cx.now));
    Some(Turn { team: mark(turn.team, cx.sprint)?, left_s })
}

fn next_team(sprint: &Sprint) -> Option<Mark> {
    let at_keyboard = sprint.turns.current.as_ref().map(|turn| turn.team);
    let next = sprint.turns.queue.iter().copied().find(|team| Some(*team) != at_keyboard)?;
    mark(next, sprint)
}

fn mark(team: TeamId, sprint: &Sprint) -> Option<Mark> {
    sprint.teams.get(team).map(|team| Mark { number: team.code, name: Released::of_team(team) })
}

fn scene(cx: &Cx<'_>) -> Scene {
    match cx.sprint.face.picture {
        Picture::Clock => Scene::Clock,
        Picture::Interviews => Scene::Interviews(tiles(cx)),
        Picture::Board => Scene::Board(board(cx)),
        Picture::Themes => Scene::Themes(claims(cx.sprint)),
        Picture::Ranking => Scene::Ranking(places(cx)),
    }
}

fn tiles(cx: &Cx<'_>) -> Vec<Tile> {
    cx.sprint.interviews.iter().filter(|one| one.is_open()).take(ROWS_MAX).map(|one| tile(one, cx)).collect()
}

fn tile(one: &Interview, cx: &Cx<'_>) -> Tile {
    let team = cx.sprint.teams.get(one.team).map_or(0, |team| team.code);
    Tile {
        team,
        code: Code::Interview(team, one.number),
        section_left_s: cx.sprint.guide_of(one).map(|guide| one.section_left_s(guide, &cx.now)),
        left_s: one.clock.left_s(one.minutes, &cx.now),
        share: one.clock.spent_ms(&cx.now) as f64 / (f64::from(one.minutes.max(1)) * 60_000.0),
        paused: !one.clock.is_running(),
    }
}

/// Teams on whose boards something hangs besides notes.
fn teams_with_boards(sprint: &Sprint) -> impl Iterator<Item = TeamId> {
    let hangs = |team: &&Team| {
        piece::Kind::ALL.iter().any(|&kind| sprint.pieces.seen(Some(team.id), kind).next().is_some())
    };
    sprint.teams.iter().filter(hangs).map(|team| team.id)
}

/// The board of the team whose turn it is; else the boards in turn.
fn board(cx: &Cx<'_>) -> Option<Board> {
    let sprint = cx.sprint;
    let team = match &sprint.turns.current {
        Some(turn) => turn.team,
        None => {
            let teams: Vec<TeamId> = teams_with_boards(sprint).collect();
            let at = (cx.now.at.m_ms / BOARD_MS) as usize;
            *teams.get(at.checked_rem(teams.len())?)?
        }
    };
    let kinds = piece::Kind::ALL.map(|kind| (Column::Of(kind), pieces(team, kind, sprint)));
    let mut columns: Vec<(Column, Vec<Card>)> = kinds.into();
    columns.insert(1, (Column::Heard, heard(team, sprint)));
    Some(Board { team: mark(team, sprint)?, columns })
}

fn pieces(team: TeamId, kind: piece::Kind, sprint: &Sprint) -> Vec<Card> {
    let card = |piece: &Piece| {
        Some(Card { code: piece.code(), text: Released::of_piece(piece, sprint)?, done: piece.done })
    };
    sprint.pieces.seen(Some(team), kind).filter_map(card).take(ROWS_MAX).collect()
}

/// The released notes of a team, the newest first.
fn heard(team: TeamId, sprint: &Sprint) -> Vec<Card> {
    let interviews = sprint.interviews.iter().rev().filter(|one| one.team == team);
    let notes = interviews.flat_map(|one| one.notes.iter().rev().map(move |id| (one, *id)));
    let card = |(one, id): (&Interview, _)| {
        let note = sprint.notes.get(id)?;
        Some(Card { code: Code::Note(note.code), text: Released::of_note(note, one)?, done: false })
    };
    notes.filter_map(card).take(ROWS_MAX).collect()
}

fn claims(sprint: &Sprint) -> Vec<Claim> {
    let living = sprint.evidence.themes().iter().filter_map(|&id| sprint.themes.get(id));
    let mut themes: Vec<(u32, &Theme)> = living
        .filter(|theme| !theme.tray && !is_blank(&theme.name))
        .map(|theme| (sprint.evidence.people_of(theme.id), theme))
        .collect();
    themes.sort_by_key(|(people, theme)| (std::cmp::Reverse(*people), theme.code));
    let claim = |(people, theme)| Claim { name: Released::of_theme(theme), people };
    themes.into_iter().take(ROWS_MAX).map(claim).collect()
}

fn places(cx: &Cx<'_>) -> Option<Vec<Place>> {
    let (input, ranked) = cx.derived.ranked.as_ref()?;
    let of = ranked.rows.len() as u32;
    let place = |row: &Row| {
        let key = input.items.get(row.item)?.key;
        let services = &cx.sprint.services;
        let service = services.at_row(row.item as u32).filter(|one| u64::from(one.code) == key)?;
        let range = (row.low_rank, row.high_rank);
        let (code, name) = (Code::Service(service.code), Released::of_service(service));
        Some(Place { code, name, band: row.band, range, of })
    };
    Some(ranked.rows.iter().filter_map(place).take(ROWS_MAX).collect())
}

/// The picture that the wall shows.
pub fn picture(cx: &Cx<'_>) -> Picture {
    cx.sprint.face.picture
}

/// Whether nothing at all is to be seen.
pub fn is_black(cx: &Cx<'_>) -> bool {
    cx.sprint.face.black
}

/// The message line as it stands, to be edited.
pub fn message(cx: &Cx<'_>) -> String {
    cx.sprint.face.message.as_str().to_owned()
}

/// The facts of the next picture.
pub fn turn_picture(cx: &Cx<'_>) -> Vec<Fact> {
    cx.sprint.turn_picture()
}

/// The facts of a new message line.
pub fn say(text: &Clean, cx: &Cx<'_>) -> Result<Vec<Fact>, Refusal> {
    cx.sprint.say_to_room(text)
}

/// The facts of blacking the wall, or of showing it again.
pub fn black(black: bool, cx: &Cx<'_>) -> Result<Vec<Fact>, Refusal> {
    cx.sprint.black_face(black)
}

/// What the ranking is worked out from.
pub fn ranking_input(cx: &Cx<'_>) -> Input {
    cx.sprint.ranking_input()
}
