//! The demo sprint: day one of two, half past two in the afternoon, the second round of interviews running.

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::boards::{self, Walls};
use super::cast::Cast;
use super::content::{self, Content};
use super::day::{Day, DayMs, clock};
use super::dice::Dice;
use super::feedback;
use super::rounds::Frame;
use super::scores;
use super::scribe::{Scribe, Taken};
use super::session::{self, Part, Session};
use super::sorting;
use super::template;
use crate::domain::id::{Ids, ParkedId, RunId, ThemeId};
use crate::domain::note::{self, Kind};
use crate::domain::sprint::Description;
use crate::domain::{Fact, Seat, Stamp, Step, parking, run, sprint, theme};
use crate::text::Clean;

/// The time of day at which the demo stands.
const NOW_MS: DayMs = clock(14, 32, 0);
/// The steady clock at that time: the made-up machine has been on for thirty hours, so that no step of the day
/// stands before its start.
const NOW_M_MS: i64 = 30 * 3_600 * 1_000;
/// Requests that were imported.
pub const REQUESTS: u32 = 19_000;
const SEED: u64 = 2_026;

/// The steps of the demo and the moment at which they stand.
#[derive(Clone, PartialEq, Debug)]
pub struct Demo {
    /// In the order of their numbers, all of one run, whose boot is called `demo`.
    pub steps: Vec<Step>,
    /// The moment asked for, by the clocks of the steps. The steady clock of `demo` has an origin of its own:
    /// who goes on with the demo adds what the machine's clock has counted since to `now.m_ms`.
    pub now: Stamp,
}

/// When the demo stands if nobody says otherwise: 18 June 2026, 14:32 in Kyiv.
pub fn usual_moment() -> Zoned {
    let zone = TimeZone::get("Europe/Kyiv").unwrap_or(TimeZone::UTC);
    Timestamp::constant(1_781_782_320, 0).to_zoned(zone)
}

/// The demo in a language (English for any code but `uk`), as it stands at `at`, which is taken for 14:32 of
/// day one. The same arguments make the same steps.
pub fn make(lang_code: &str, at: &Zoned, run: RunId) -> Demo {
    let content = content::read(lang_code);
    let mut stage = Stage { content: &content, day: Day::default(), ids: Ids::of(run), dice: Dice::of(SEED) };
    stage.play(lang_code, at);
    let now = Stamp { t_ms: at.timestamp().as_millisecond(), m_ms: NOW_M_MS.unsigned_abs() };
    let stamp = |ms: DayMs| Stamp {
        t_ms: now.t_ms - (NOW_MS - ms),
        m_ms: u64::try_from(NOW_M_MS - (NOW_MS - ms)).unwrap_or(0),
    };
    Demo { steps: stage.day.steps(run, stamp), now }
}

struct Stage<'a> {
    content: &'a Content,
    day: Day,
    ids: Ids,
    dice: Dice,
}

impl Stage<'_> {
    fn play(&mut self, lang_code: &str, at: &Zoned) {
        self.open(lang_code, at);
        let facts = template::facts(lang_code, &mut self.ids);
        let tray = tray_of(&facts);
        let frame = Frame::of(template::read(lang_code), &facts);
        self.day.add(clock(8, 41, 30), facts);
        let cast = self.gather();
        self.bring_requests(&cast, at);
        frame.run_agenda(&mut self.day, NOW_MS, &mut self.dice);
        self.park(&cast);
        let sections = frame.sections();
        let sessions = session::timetable(self.content, &cast, &sections, &mut self.ids, &mut self.dice);
        self.plan(&frame, &cast, &sessions);
        scores::score(self.content, &cast, &mut self.day, &mut self.dice);
        let taken = self.interview(&frame, &sections, &sessions);
        self.hold_back(&taken);
        let themes = sorting::sort(self.content, &taken, tray, &mut self.day, &mut self.ids, &mut self.dice);
        let walls =
            Walls { content: self.content, cast: &cast, sessions: &sessions, taken: &taken, themes: &themes };
        boards::hang(&walls, &mut self.day, &mut self.ids, &mut self.dice);
    }

    fn open(&mut self, lang_code: &str, at: &Zoned) {
        let name = Clean::new("demo");
        let version = Clean::new(env!("CARGO_PKG_VERSION"));
        let began = run::Fact::Began { boot: name.clone(), pid: 1, host: name, version };
        self.day.add(clock(8, 40, 0), vec![began.into()]);
        let file = &self.content.sprint;
        let description = Description {
            title: file.title.clone(),
            start: at.date(),
            zone: Clean::new(at.time_zone().iana_name().unwrap_or("UTC")),
            lang: Clean::new(if lang_code == "uk" { "uk" } else { "en" }),
            decision: file.decision.clone(),
            decider: file.decider.clone(),
        };
        self.day.add(clock(8, 40, 50), vec![sprint::Fact::Described(description).into()]);
    }

    /// Departments, services, teams and people, from the lists that were sent round.
    fn gather(&mut self) -> Cast {
        let mut cast = Cast::of(self.content, &mut self.ids);
        self.day.add(clock(8, 43, 10), cast.department_facts(self.content));
        self.day.add(clock(8, 44, 0), cast.service_facts(self.content));
        self.day.add(clock(8, 46, 20), cast.team_facts(self.content));
        let people = cast.participant_facts(self.content, &mut self.ids);
        self.day.add_by(Seat::CommandLine, clock(8, 49, 40), people);
        cast
    }

    /// The import, the categories that it maps by their names, and those that somebody mapped by hand, the
    /// first of them wrongly at first.
    fn bring_requests(&mut self, cast: &Cast, at: &Zoned) {
        let import = feedback::import(self.content, REQUESTS, at.date(), &mut self.ids, &mut self.dice);
        self.day.add_by(Seat::CommandLine, clock(8, 53, 0), import);
        let same = feedback::same_name(self.content);
        let mapped = same.map(|category| feedback::mapped(category, &cast.services)).collect();
        self.day.add_by(Seat::CommandLine, clock(8, 53, 30), mapped);
        let mut at_ms = clock(9, 2, 0);
        let by_hand = feedback::mapped_by_hand(self.content);
        if let Some(first) = by_hand.first() {
            let mistake = feedback::mapped(first, &cast.services[1..]);
            let mark = self.day.add(at_ms - 25_000, vec![mistake]);
            self.day.take_back(at_ms - 11_000, mark);
        }
        for category in by_hand {
            self.day.add(at_ms, vec![feedback::mapped(category, &cast.services)]);
            at_ms += self.dice.between(12, 45) * 1_000;
        }
    }

    /// Lines of the parking lot: the second is settled already, the third belongs to somebody.
    fn park(&mut self, cast: &Cast) {
        let mut at_ms = clock(10, 4, 0);
        for (code, text) in (1..).zip(&self.content.sprint.parking) {
            let id: ParkedId = self.ids.next();
            self.day.add(at_ms, vec![parking::Fact::Added { id, code, text: text.clone() }.into()]);
            if code == 2 {
                self.day.add(at_ms + 50 * 60_000, vec![parking::Fact::Closed { id, closed: true }.into()]);
            }
            let owner = cast.teams.get(2).and_then(|team| team.members.first()).copied();
            if code == 3 {
                self.day.add(at_ms + 7 * 60_000, vec![parking::Fact::Owned { id, owner }.into()]);
            }
            at_ms += 61 * 60_000;
        }
    }

    fn plan(&mut self, frame: &Frame, cast: &Cast, sessions: &[Session]) {
        let of = |practice: bool, team: usize| {
            let wanted = move |session: &&Session| {
                (session.part == Part::Practice) == practice && session.team == team
            };
            let id = cast.teams[team].id;
            sessions.iter().filter(wanted).map(move |session| (session, id))
        };
        let mut at_ms = clock(11, 46, 0);
        for team in 0..cast.teams.len() {
            self.day.add(at_ms, frame.plan(of(false, team)));
            at_ms += self.dice.between(50, 110) * 1_000;
        }
        let practice: Vec<_> = (0..cast.teams.len()).flat_map(|team| of(true, team)).collect();
        self.day.add(clock(12, 8, 0), frame.plan(practice.into_iter()));
    }

    /// Holds all interviews and answers the notes that were taken.
    fn interview(&mut self, frame: &Frame, sections: &[u16], sessions: &[Session]) -> Vec<Taken> {
        let mut scribe = Scribe::of(&self.content.topics);
        let mut taken = Vec::new();
        for session in sessions {
            frame.hold(session, NOW_MS, &mut self.day, &mut self.dice);
            let notes = scribe.write(session, sections, NOW_MS, &mut self.ids, &mut self.dice);
            for note in &notes {
                self.day.add(note.at_ms, note.facts());
            }
            taken.extend(notes);
        }
        taken
    }

    /// A note-taker did not want one sentence of a veteran on the wall.
    fn hold_back(&mut self, taken: &[Taken]) {
        let private = |note: &&Taken| {
            note.topic == 1 && note.part == Part::First && note.claim.is_none() && note.kind == Kind::Own
        };
        if let Some(note) = taken.iter().find(private) {
            let held = note::Fact::Held { id: note.id, held: true };
            self.day.add(note.at_ms + 14_000, vec![held.into()]);
        }
    }
}

fn tray_of(facts: &[Fact]) -> Option<ThemeId> {
    for fact in facts {
        if let Fact::Theme(theme::Fact::Added { id, tray: true, .. }) = fact {
            return Some(*id);
        }
    }
    None
}
