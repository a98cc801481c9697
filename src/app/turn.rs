//! A team's turn at the keyboard: the curtain before it, what works while it lasts, and the end of it.
//!
//! Which team sits there is a fact of the sprint, so a crash changes nothing; here is only how keys and the
//! screen follow from it. What a team may change is decided by the sprint, whatever is listed here: the list
//! is what makes sense for the task, the sprint's rule is what keeps other teams' things safe.

use super::overlay::{Asked, Overlay};
use super::{App, global};
use crate::domain::turn::{Purpose, Turn};
use crate::domain::{Code, Fact, Seat, note, piece};
use crate::kit::ask::Confirm;
use crate::kit::{Go, Item, Key, Motion, Notice, Row, Verb};
use crate::text::Clean;
use crate::words::{Args, Phrase};

/// Commands of each screen that a team needs to write notes.
const NOTES: &[(&str, &[&str])] = &[
    (
        "interviews",
        &[
            "interviews.write",
            "interviews.edit",
            "interviews.cross",
            "interviews.hold",
            "interviews.section",
            "interviews.asked",
            "interviews.skip",
            "interviews.pane",
            "interviews.pane-back",
        ],
    ),
    ("themes", SORTING),
];

/// Commands of each screen that a team needs to sort its notes.
const SORT: &[(&str, &[&str])] = &[("themes", SORTING)];

const SORTING: &[&str] = &[
    "themes.take",
    "themes.move",
    "themes.add",
    "themes.next",
    "themes.refuse",
    "themes.mark",
    "themes.open",
    "themes.loosen",
    "themes.back",
    "themes.read",
    "themes.edit",
    "themes.hold",
    "themes.why",
    "themes.pane",
    "themes.pane-back",
];

/// Commands of each screen that a team needs on its board.
const BOARD: &[(&str, &[&str])] = &[(
    "boards",
    &[
        "boards.add",
        "boards.move",
        "boards.open",
        "boards.edit",
        "boards.note",
        "boards.walk",
        "boards.why",
        "boards.onward",
        "boards.for",
        "boards.against",
        "boards.done",
        "boards.mark",
        "boards.later",
        "boards.earlier",
        "boards.kind",
        "boards.hold",
        "boards.cross",
        "boards.back",
        "boards.column",
        "boards.column-back",
    ],
)];

/// Commands that work everywhere and in a turn as well.
const EVERYWHERE: &[&str] =
    &["app.stop", "app.turn", "app.undo", "app.redo", "app.help", "app.black", "app.language"];

/// Most hints of a screen that the bar shows in a turn.
pub const HINTS_MAX: usize = 4;

/// The screens of a purpose, the one where it begins first, with their commands.
pub fn scope(purpose: Purpose) -> &'static [(&'static str, &'static [&'static str])] {
    match purpose {
        Purpose::Notes { .. } => NOTES,
        Purpose::Sort => SORT,
        Purpose::Board { .. } => BOARD,
    }
}

/// Whether a command of a screen belongs to a purpose.
fn serves(purpose: Purpose, place: &str, row: &str) -> bool {
    let of_place = scope(purpose).iter().find(|(name, _)| *name == place);
    of_place.is_some_and(|(_, rows)| rows.contains(&row))
}

impl App {
    /// The turn at the keyboard, past its curtain.
    pub(super) fn turn(&self) -> Option<&Turn> {
        self.history.sprint().turns.seated().filter(|_| !self.only_reads())
    }

    /// The turn before whose curtain the keyboard waits. Who only reads is at another one.
    pub(super) fn curtain(&self) -> Option<&Turn> {
        self.history.sprint().turns.called().filter(|_| !self.only_reads())
    }

    /// Whether a team is called and has not sat down yet.
    pub(super) fn is_curtain_shown(&self) -> bool {
        self.curtain().is_some()
    }

    /// Whether a row of the screen that is shown works for who sits there.
    pub(super) fn allows(&self, row: Row) -> bool {
        let place = self.screens[self.place].name();
        self.turn().is_none_or(|turn| serves(turn.purpose, place, row.name))
    }

    /// Whether a row that works everywhere works for who sits there.
    pub(super) fn allows_globally(&self, row: Row) -> bool {
        self.turn().is_none() || EVERYWHERE.contains(&row.name)
    }

    /// Whether who sits there may go to a screen.
    pub(super) fn allows_place(&self, name: &str) -> bool {
        self.turn().is_none_or(|turn| scope(turn.purpose).iter().any(|(place, _)| *place == name))
    }

    /// Says that a key is not for this turn.
    pub(super) fn say_not_in_turn(&mut self) {
        self.notice = Some(Notice::news(self.words.say("turn-not-now")));
    }

    /// `t`: the next team's curtain; in a turn, whether to hand over.
    pub(super) fn next_turn(&mut self) {
        match self.turn() {
            Some(turn) => {
                let confirm = self.hand_over_question(turn);
                self.overlay = Some(Overlay::Confirm(confirm, self.at.m_ms));
                self.asked = Asked::HandOver;
            }
            None => self.call_next(Vec::new()),
        }
    }

    /// The team hands over; the next one's curtain comes at once, and Esc there is the facilitator's.
    pub(super) fn hand_over(&mut self) {
        let over = self.history.sprint().end_turn().unwrap_or_default();
        self.call_next(over);
    }

    /// Calls the team that comes next, for what it is most likely needed for.
    fn call_next(&mut self, before: Vec<Fact>) {
        let sprint = self.history.sprint();
        let called = sprint.next_team().and_then(|team| sprint.call_team(team, sprint.likely_purpose(team)));
        match called {
            Ok(facts) => self.call(before.into_iter().chain(facts).collect()),
            Err(refusal) => self.refuse(&refusal.into()),
        }
    }

    fn call(&mut self, facts: Vec<Fact>) {
        self.notice = None;
        self.curtain_since_ms = self.at.m_ms;
        self.step(facts);
    }

    /// Takes a key while a curtain is shown. No letter does anything there, not even the one that blacks the
    /// screen: whoever types on is not at the keyboard yet.
    pub(super) fn curtain_key(&mut self, key: Key) {
        let early = self.at.m_ms < self.curtain_since_ms + self.guard_ms;
        match (key, Motion::of(key)) {
            (Key::Enter | Key::Esc, _) if early => {}
            (Key::Enter, _) => self.sit_down(),
            (Key::Esc, _) => self.step_in(),
            (Key::Tab, _) | (_, Some(Motion::Down)) => self.another_purpose(1),
            (Key::BackTab, _) | (_, Some(Motion::Up)) => self.another_purpose(-1),
            (_, Some(Motion::Right)) => self.another_team(1),
            (_, Some(Motion::Left)) => self.another_team(-1),
            _ => self.notice = Some(Notice::news(self.words.say("turn-curtain-keys"))),
        }
    }

    /// The facilitator goes on without the team that was called.
    fn step_in(&mut self) {
        if let Ok(facts) = self.history.sprint().end_turn() {
            self.notice = None;
            self.step(facts);
        }
    }

    fn another_purpose(&mut self, by: isize) {
        let sprint = self.history.sprint();
        let Some(turn) = sprint.turns.called() else { return };
        let all = sprint.purposes(turn.team);
        let at = all.iter().position(|one| *one == turn.purpose).unwrap_or(0);
        let purpose = all[(at as isize + by).rem_euclid(all.len() as isize) as usize];
        if let Ok(facts) = sprint.call_team(turn.team, purpose) {
            self.call(facts);
        }
    }

    /// Another team instead of the one that was called, by the numbers of their codes.
    fn another_team(&mut self, by: isize) {
        let sprint = self.history.sprint();
        let Some(turn) = sprint.turns.called() else { return };
        let mut teams: Vec<_> = sprint.teams.iter().map(|team| (team.code, team.id)).collect();
        teams.sort_unstable();
        let at = teams.iter().position(|(_, id)| *id == turn.team).unwrap_or(0);
        let (_, team) = teams[(at as isize + by).rem_euclid(teams.len() as isize) as usize];
        if let Ok(facts) = sprint.call_team(team, sprint.likely_purpose(team)) {
            self.call(facts);
        }
    }

    /// The team sits down where its task is, already writing when that is the task.
    fn sit_down(&mut self) {
        let sprint = self.history.sprint();
        let Some(turn) = sprint.turns.called().cloned() else { return };
        let Ok(facts) = sprint.sit_down() else { return };
        self.notice = None;
        self.step(facts);
        self.stray.forget();
        self.go_to_task();
        match turn.purpose {
            Purpose::Notes { .. } | Purpose::Board { .. } => self.begin_to_write(),
            Purpose::Sort => {}
        }
    }

    /// Shows the team that sits at the keyboard where its task is, also when the file was opened anew.
    pub(super) fn go_to_task(&mut self) {
        let Some(turn) = self.turn().cloned() else { return };
        let Some((place, _)) = scope(turn.purpose).first() else { return };
        let item = match turn.purpose {
            Purpose::Notes { interview } => Some(Item::Interview(interview)),
            Purpose::Sort => None,
            Purpose::Board { kind } => Some(Item::Column(turn.team, kind)),
        };
        self.go(Go { place, item });
        self.came_from = None;
    }

    /// Runs the command of the screen that opens a field, if it can.
    fn begin_to_write(&mut self) {
        if let Some(at) = self.row_where(|row| row.verb == Verb::Add) {
            self.run_row(at);
        }
    }

    fn hand_over_question(&self, turn: &Turn) -> Confirm {
        let sprint = self.history.sprint();
        let team = sprint.teams.get(turn.team);
        let code = team.map_or_else(String::new, |team| Code::Team(team.code).to_string());
        let next = sprint.turns.queue.iter().find(|team| **team != turn.team);
        let next =
            next.and_then(|team| sprint.team_code(*team)).map_or_else(|| code.clone(), |c| c.to_string());
        let args = Args::new().with("team", code).with("next", next).with("done", self.done_words(turn));
        Confirm {
            question: self.words.say("turn-hand-over"),
            consequence: self.words.tell("turn-hand-over-long", args),
        }
    }

    /// What a team has done in its turn, in words.
    fn done_words(&self, turn: &Turn) -> Phrase {
        let Done { notes, filed, cards } = self.done_in(turn);
        let parts = [("turn-done-notes", notes), ("turn-done-filed", filed), ("turn-done-cards", cards)];
        let parts: Vec<Phrase> = parts
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(id, count)| self.words.tell(id, Args::new().with("count", count)))
            .collect();
        match parts.is_empty() {
            true => self.words.say("turn-done-nothing"),
            false => self.words.list(&parts),
        }
    }

    /// What a team has done in its turn, as far as it still counts.
    fn done_in(&self, turn: &Turn) -> Done {
        let since = turn.seated.unwrap_or(u64::MAX);
        let seat = self.seat();
        let mut done = Done::default();
        for step in self.history.counting_since(since).filter(|step| step.by == seat) {
            step.facts.iter().for_each(|fact| done.count(fact));
        }
        done
    }

    /// The sentence of what a team is called for.
    pub(super) fn purpose_words(&self, turn: &Turn) -> Phrase {
        let sprint = self.history.sprint();
        match turn.purpose {
            Purpose::Notes { interview } => {
                let one = sprint.interviews.get(interview);
                let team = sprint.teams.get(turn.team).map_or(0, |team| team.code);
                let code = one.map_or_else(String::new, |one| Code::Interview(team, one.number).to_string());
                self.words.tell("turn-purpose-notes", Args::new().with("interview", code))
            }
            Purpose::Sort => {
                let notes = sprint.evidence.loose_of(turn.team).len();
                self.words.tell("turn-purpose-sort", Args::new().with("notes", notes))
            }
            Purpose::Board { kind } => self.words.say(board_words(kind)),
        }
    }

    /// A line that a team typed as if it were writing becomes what its turn is for.
    pub(super) fn write_stray(&mut self, text: &Clean) {
        let sprint = self.history.sprint();
        let Some(turn) = sprint.turns.seated() else { return };
        let mut ids = self.ids.clone();
        let interview = match turn.purpose {
            Purpose::Notes { interview } => Some(interview),
            Purpose::Sort => sprint.purposes(turn.team).into_iter().find_map(|purpose| match purpose {
                Purpose::Notes { interview } => Some(interview),
                Purpose::Sort | Purpose::Board { .. } => None,
            }),
            Purpose::Board { .. } => None,
        };
        let facts = match (turn.purpose, interview) {
            (Purpose::Board { kind }, _) => {
                let code = self.history.next_code(kind.code(0));
                sprint.make_piece(&mut ids, kind, code, Some(turn.team), text)
            }
            (_, Some(interview)) => {
                let (kind, words) = note::read_line(text.as_str());
                let code = self.history.next_code(Code::Note(0));
                sprint.take_note(&mut ids, code, interview, kind, &Clean::new(words), &self.now())
            }
            (_, None) => Err(crate::domain::Refusal::NoConsent),
        };
        self.ids = ids;
        match facts {
            Ok(facts) => {
                self.step(facts);
            }
            Err(refusal) => self.refuse(&refusal.into()),
        }
    }

    /// The rows of everywhere that work for who sits there.
    pub(super) fn global_rows(&self) -> Vec<(usize, Row)> {
        global::rows().into_iter().enumerate().filter(|(_, row)| self.allows_globally(*row)).collect()
    }

    /// Steps by the seat that makes them.
    pub(super) fn author(&self, facts: &[Fact]) -> Seat {
        self.history.sprint().author(facts)
    }
}

fn board_words(kind: piece::Kind) -> &'static str {
    match kind {
        piece::Kind::Question => "turn-purpose-questions",
        piece::Kind::Insight => "turn-purpose-insights",
        piece::Kind::Opportunity => "turn-purpose-opportunities",
        piece::Kind::Idea => "turn-purpose-ideas",
        piece::Kind::Action => "turn-purpose-actions",
    }
}

/// What was done in a turn.
#[derive(Default)]
struct Done {
    notes: usize,
    filed: usize,
    cards: usize,
}

impl Done {
    fn count(&mut self, fact: &Fact) {
        match fact {
            Fact::Note(note::Fact::Added { .. }) => self.notes += 1,
            Fact::Note(note::Fact::Filed { notes, theme: Some(_) }) => self.filed += notes.len(),
            Fact::Piece(piece::Fact::Added { .. }) => self.cards += 1,
            _ => {}
        }
    }
}
