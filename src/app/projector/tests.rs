//! Claims about the projector, and the one that matters most: that nothing private can be drawn.

use std::sync::Arc;

use serde_json::Value;

use super::*;
use crate::demo::{self, Demo};
use crate::domain::face::Picture;
use crate::domain::id::{Id, NoteId, ParkedId, PieceId, TeamId};
use crate::domain::interview::{self, Consent, Status};
use crate::domain::link::{Stance, Thing};
use crate::domain::{Fact, Sprint, face as face_facts, link, note, parking, piece, turn};

const SIZES: [(u16, u16); 4] = [(60, 20), (80, 24), (120, 36), (200, 60)];
const RUN: RunId = RunId(0xfa_ce);
/// Begins every private text, in either alphabet, so that no cut takes it away.
const PRIVATE: [&str; 2] = ["Zqx", "Йґц"];
/// Begins the texts that may be seen.
const SEEN: &str = "Vwq";

/// A terminal with the face on it.
struct Wall(Projector);

impl Wall {
    fn of(steps: Vec<Step>, at: Stamp) -> Self {
        let settings = Settings::default();
        let history = History::of(steps);
        Self(Projector::new(Projected { history, boot: Clean::new("demo"), settings, size: (80, 24), at }))
    }

    fn demo() -> Self {
        let Demo { steps, now } = demo::make("en", &demo::usual_moment(), RUN);
        Self::of(steps, now)
    }

    fn send(&mut self, msg: Msg) -> Vec<Effect> {
        let at = self.0.at;
        self.0.update(at, msg)
    }

    fn key(&mut self, key: &str) -> Vec<Effect> {
        self.send(Msg::Key(key.parse().unwrap()))
    }

    /// Lets facts come from the file.
    fn hears(&mut self, facts: Vec<Fact>) -> Vec<Effect> {
        let step = Step {
            s: self.0.history.next_no(),
            w: RUN,
            at: self.0.at,
            by: Seat::Facilitator,
            facts,
            from: None,
        };
        self.send(Msg::Followed(News::Steps(vec![step])))
    }

    fn pictures(&mut self, picture: Picture) -> Vec<Effect> {
        self.hears(vec![face_facts::Fact::Pictured { picture }.into()])
    }

    fn passes(&mut self, seconds: u64) {
        let at = self.0.at;
        let at = Stamp { t_ms: at.t_ms + seconds as i64 * 1_000, m_ms: at.m_ms + seconds * 1_000 };
        self.0.update(at, Msg::Wake);
    }

    fn buffer(&self, (width, height): (u16, u16)) -> Buffer {
        let mut buf = Buffer::empty(Rect { x: 0, y: 0, width, height });
        self.0.view(&mut buf);
        buf
    }

    fn screen(&self, size: (u16, u16)) -> String {
        let buf = self.buffer(size);
        let row = |y| (0..size.0).map(|x| buf[(x, y)].symbol()).collect::<String>();
        (0..size.1).map(row).collect::<Vec<_>>().join("\n")
    }

    fn sprint(&self) -> &Sprint {
        self.0.history.sprint()
    }
}

#[test]
fn only_the_keys_that_close_it_do_anything() {
    for key in ["q", "й", "Esc", "Ctrl+C"] {
        assert_eq!(Wall::demo().key(key), [Effect::Quit], "{key}");
    }
    let mut wall = Wall::demo();
    let before = wall.screen((80, 24));
    for key in ["0", "v", "z", "e", "u", "a", "Enter", "Tab", "!", "Ctrl+P"] {
        assert_eq!(wall.key(key), [], "{key}");
    }
    assert_eq!(wall.screen((80, 24)), before);
    wall.key("?");
    assert!(wall.screen((80, 24)).contains("q, Esc or Ctrl+C closes"));
    wall.key("?");
    assert_eq!(wall.screen((80, 24)), before);
}

#[test]
fn what_the_file_says_is_on_the_wall() {
    let mut wall = Wall::demo();
    wall.hears(vec![face_facts::Fact::Said { text: Clean::new("Обід о 13:00 у дворі") }.into()]);
    wall.pictures(Picture::Interviews);
    let screen = wall.screen((80, 24));
    assert!(screen.contains("Обід о 13:00 у дворі") && screen.contains("T2-I03"), "{screen}");
    assert!(!screen.contains("P0"), "respondents' codes stay out:\n{screen}");
}

#[test]
fn black_is_nothing_at_all_and_costs_nothing() {
    let mut wall = Wall::demo();
    wall.hears(vec![face_facts::Fact::Blacked { black: true }.into()]);
    for size in SIZES {
        let buf = wall.buffer(size);
        assert!(buf.content.iter().all(|cell| *cell == buf.content[0] && cell.symbol() == " "));
    }
    assert_eq!(wall.0.next_wake(), None);
    wall.hears(vec![face_facts::Fact::Blacked { black: false }.into()]);
    assert!(wall.0.next_wake().is_some());
}

#[test]
fn a_file_that_is_gone_is_said_in_one_line_under_the_last_picture_until_it_is_back() {
    let mut wall = Wall::demo();
    let before = wall.screen((80, 24));
    wall.send(Msg::Followed(News::Gone));
    let gone = wall.screen((80, 24));
    assert!(gone.contains("The file is gone. Waiting for it."));
    let differing = before.lines().zip(gone.lines()).filter(|(one, other)| one != other).count();
    assert_eq!(differing, 1);
    let Demo { steps, now: _ } = demo::make("uk", &demo::usual_moment(), RUN);
    wall.send(Msg::Followed(News::Whole(Box::new(History::of(steps)), Clean::new("demo"))));
    let back = wall.screen((80, 24));
    assert!(!back.contains("Waiting") && back.contains("Далі"), "in the language of the new file:\n{back}");
}

#[test]
fn the_ranking_is_worked_out_on_a_thread_once_and_only_while_it_is_shown() {
    let mut wall = Wall::demo();
    let asked = wall.pictures(Picture::Ranking);
    let [Effect::Compute(crate::kit::Job::Rank(input))] = asked.as_slice() else { panic!("{asked:?}") };
    assert!(wall.screen((80, 24)).contains("being worked out"));
    let mut few = input.clone();
    few.draws = 200;
    let Answer::Ranked(_, ranked) = super::super::work::rank(few, &mut |_, _| true) else { panic!() };
    assert_eq!(wall.send(Msg::Done(Answer::Ranked(input.clone(), ranked))), []);
    assert!(wall.screen((80, 24)).contains("S1 "));
    assert_eq!(wall.send(Msg::Wake), [], "nothing changed, nothing is worked out");
    assert_eq!(wall.pictures(Picture::Clock), []);
}

#[test]
fn a_wall_without_running_clocks_sleeps() {
    let mut wall = Wall::demo();
    assert!(wall.0.next_wake().is_some());
    wall.hears(vec![crate::domain::agenda::Fact::AllStopped.into()]);
    assert_eq!(wall.0.next_wake(), None);
    for size in SIZES {
        assert!(wall.screen(size).contains("All clocks are stopped"));
    }
}

#[test]
fn every_picture_stands_at_every_size_however_much_there_is() {
    let at = demo::make("en", &demo::usual_moment(), RUN).now;
    let mut wall = Wall::of(demo::large(5_000, 300, 2_000, 1), at);
    for picture in Picture::ALL {
        wall.pictures(picture);
        for size in SIZES.into_iter().chain([(1, 1), (61, 20), (500, 200)]) {
            assert!(!wall.screen(size).contains('⟨'), "{picture:?} at {size:?}");
        }
    }
}

/// The texts that the room may see, by their place in a fact, and what is no text of people.
const PUBLIC: &[&str] = &[
    "sprint/described/title",
    "sprint/described/zone",
    "sprint/described/lang",
    "agenda/added/title",
    "agenda/titled/title",
    "team/added/name",
    "team/named/name",
    "service/added/name",
    "service/named/name",
    "theme/added/name",
    "theme/named/name",
    "face/said/text",
    "run/began/boot",
];

/// Marks every text of people in a fact that is not in [`PUBLIC`], whatever kinds of facts there will be: what
/// stays a fact when a mark is put before it, is a text.
fn mark(fact: &Fact, mark: &str) -> Fact {
    if let Fact::Request(crate::domain::request::Fact::Rows(chunk)) = fact {
        let mut marked = (**chunk).clone();
        marked.text = Default::default();
        (0..chunk.text.len()).for_each(|row| {
            marked.text.push(&format!("{mark} {}", chunk.text.get(row).unwrap_or_default()));
        });
        return crate::domain::request::Fact::Rows(Arc::new(marked)).into();
    }
    let mut value = serde_json::to_value(fact).unwrap();
    for pointer in texts(&value, String::new()) {
        let place: Vec<&str> = pointer.split('/').filter(|part| part.parse::<usize>().is_err()).collect();
        if PUBLIC.contains(&place[1..].join("/").as_str()) {
            continue;
        }
        let mut marked = value.clone();
        if let Some(text) = marked.pointer_mut(&pointer) {
            *text = Value::String(format!("{mark} {}", text.as_str().unwrap_or_default()));
        }
        if serde_json::from_value::<Fact>(marked.clone()).is_ok() {
            value = marked;
        }
    }
    serde_json::from_value(value).unwrap()
}

/// Where texts stand in a value, as JSON pointers.
fn texts(value: &Value, at: String) -> Vec<String> {
    match value {
        Value::String(_) => vec![at],
        Value::Array(all) => {
            all.iter().enumerate().flat_map(|(n, one)| texts(one, format!("{at}/{n}"))).collect()
        }
        Value::Object(all) => all.iter().flat_map(|(name, one)| texts(one, format!("{at}/{name}"))).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}

/// Whether a note may be seen, said once more: what the face must agree with.
fn may_be_seen(note: &note::Note, sprint: &Sprint) -> bool {
    let one = sprint.interviews.get(note.interview).unwrap();
    let withdrawn = one.status == Status::Withdrawn;
    one.consent.shown && !one.practice && !withdrawn && !note.held && !note.crossed
}

/// What boards and the parking lot hold besides the demo: pieces of every kind that are held, taken off, or
/// repeat a note that is not released, and one of each team that may be seen.
fn planted(sprint: &Sprint, mark: &str) -> Vec<Fact> {
    let mut n = 0;
    let mut next = || {
        n += 1;
        Id { run: RUN, n }
    };
    let mut facts = Vec::new();
    let mut add = |text: String, team: TeamId, kind, held| {
        let id = PieceId::from(next());
        let code = 900 + id.0.n;
        facts.push(
            piece::Fact::Added { id, kind, code, team: Some(team), text: Clean::new(&text), held }.into(),
        );
        id
    };
    let mut crossed = Vec::new();
    let mut copies = Vec::new();
    for team in sprint.teams.iter() {
        for kind in piece::Kind::ALL {
            add(format!("{mark} held"), team.id, kind, true);
            crossed.push(add(format!("{mark} taken off"), team.id, kind, false));
        }
        add(format!("{SEEN} insight"), team.id, piece::Kind::Insight, false);
        let secret = sprint.notes.iter().find(|note| !may_be_seen(note, sprint) && !note.crossed);
        if let Some(secret) = secret {
            let copy = add(format!("{mark} {}", secret.text), team.id, piece::Kind::Question, false);
            let next = add(format!("{mark} {}", secret.text), team.id, piece::Kind::Idea, false);
            copies.extend([(Thing::Note(secret.id), copy), (Thing::Piece(copy), next)]);
        }
    }
    facts.extend(crossed.into_iter().map(|id| Fact::from(piece::Fact::Crossed { id, crossed: true })));
    facts.extend(copies.into_iter().map(|(from, to)| {
        Fact::from(link::Fact::Drawn { from, to: Thing::Piece(to), stance: Stance::Supports })
    }));
    let parked = ParkedId::from(Id { run: RUN, n: 1 });
    facts.push(
        parking::Fact::Added { id: parked, code: 1, text: Clean::new(&format!("{mark} later")) }.into(),
    );
    let shown: Vec<NoteId> =
        sprint.notes.iter().filter(|note| may_be_seen(note, sprint)).map(|note| note.id).collect();
    assert!(shown.len() > 20, "the demo has released notes");
    // Some respondents take back that notes are shown, some withdraw, some interviews were practice.
    let spoken = |id: &NoteId| sprint.notes.get(*id).map(|note| note.interview);
    let mut of_shown: Vec<_> = shown.iter().filter_map(spoken).collect();
    of_shown.sort_unstable();
    of_shown.dedup();
    for (at, &id) in of_shown.iter().enumerate() {
        let consent = Consent { notes: true, quotes: true, shown: false, recontact: true };
        match at % 5 {
            0 => facts.push(interview::Fact::Consented { id, consent }.into()),
            1 => facts.push(interview::Fact::Stood { id, status: Status::Withdrawn }.into()),
            2 => facts.push(interview::Fact::Practised { id, practice: true }.into()),
            _ => {}
        }
    }
    assert!(of_shown.len() > 4, "{} interviews have released notes", of_shown.len());
    // Some of those that may be seen are held back, some crossed out.
    facts.extend(shown.iter().step_by(3).map(|&id| Fact::from(note::Fact::Held { id, held: true })));
    facts.extend(
        shown.iter().skip(1).step_by(3).map(|&id| Fact::from(note::Fact::Crossed { id, crossed: true })),
    );
    facts
}

/// The demo with a mark before every text that nobody in the room may see.
fn marked_demo(lang: &str, private: &str) -> (Vec<Step>, Stamp) {
    let Demo { mut steps, now } = demo::make(lang, &demo::usual_moment(), RunId(0xde30));
    let sprint = History::of(steps.clone()).sprint().clone();
    let s = steps.last().unwrap().s + 1;
    steps.push(Step {
        s,
        w: RUN,
        at: now,
        by: Seat::Facilitator,
        facts: planted(&sprint, private),
        from: None,
    });
    let after = History::of(steps.clone()).sprint().clone();
    for fact in steps.iter_mut().flat_map(|step| &mut step.facts) {
        let seen = match &*fact {
            Fact::Note(note::Fact::Added { id, .. } | note::Fact::Worded { id, .. }) => {
                after.notes.get(*id).is_some_and(|note| may_be_seen(note, &after))
            }
            Fact::Piece(piece::Fact::Added { text, .. }) if text.as_str().starts_with(private) => continue,
            Fact::Piece(_) => true,
            _ => false,
        };
        *fact = mark(fact, if seen { SEEN } else { private });
    }
    (steps, now)
}

#[test]
fn nothing_private_is_on_any_picture_at_any_size() {
    for (lang, private) in ["en", "uk"].into_iter().zip(PRIVATE) {
        let (steps, at) = marked_demo(lang, private);
        let planted =
            serde_json::to_string(&steps.iter().map(|step| &step.facts).collect::<Vec<_>>()).unwrap();
        let marks = planted.matches(private).count();
        assert!(marks > 10_000, "{marks} marks are in the file");
        let mut wall = Wall::of(steps, at);
        let (mut seen, team) = (0, wall.sprint().teams.iter().next().unwrap().id);
        let purpose = turn::Purpose::Sort;
        let states: [Vec<Fact>; 4] = [
            vec![],
            vec![turn::Fact::Called { team, purpose, minutes: 5 }.into()],
            vec![turn::Fact::Seated.into()],
            vec![turn::Fact::Over.into(), crate::domain::agenda::Fact::AllStopped.into()],
        ];
        for state in states {
            wall.hears(state);
            for picture in Picture::ALL {
                for effect in wall.pictures(picture) {
                    let Effect::Compute(crate::kit::Job::Rank(input)) = effect else { continue };
                    let asked = input.clone();
                    let few = crate::method::ranking::Input { draws: 50, ..input };
                    if let Answer::Ranked(_, ranked) = super::super::work::rank(few, &mut |_, _| true) {
                        wall.send(Msg::Done(Answer::Ranked(asked, ranked)));
                    }
                }
                for _ in 0..8 {
                    // The boards take turns on the wall.
                    wall.passes(20);
                    seen += check(&wall, private, &format!("{lang} {picture:?}"));
                }
            }
        }
        assert!(seen > 0, "what may be seen is never seen: the claim is empty");
    }
}

/// Claims that no private text is drawn, nor could be; answers how often one that may be seen was.
fn check(wall: &Wall, private: &str, what: &str) -> usize {
    let could = format!("{:?}", face::Public::of(&wall.0.cx()));
    assert!(!could.contains(private), "{what}: {could}");
    let mut seen = 0;
    for size in SIZES {
        let screen = wall.screen(size);
        assert!(!screen.to_lowercase().contains(&private.to_lowercase()), "{what} at {size:?}:\n{screen}");
        seen += screen.matches(SEEN).count();
    }
    seen
}
