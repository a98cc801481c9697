//! Claims about the rules of the agenda, by example and on random commands.

use proptest::prelude::*;

use super::*;
use crate::domain::id::RunId;
use crate::domain::interview::{self, Plan};
use crate::domain::{History, Seat, Stamp, Step, run, team};

const RUN: RunId = RunId(11);

/// A sprint of two days that begins on 1 January 1970 in UTC, at half past nine of its first day.
struct Bench {
    history: History,
    ids: Ids,
    t_s: u64,
}

impl Bench {
    fn new() -> Self {
        let mut bench = Self { history: History::default(), ids: Ids::of(RUN), t_s: 34_200 };
        let (boot, host) = (Clean::new("boot"), Clean::new("desk-2"));
        let mut facts = vec![run::Fact::Began { boot, pid: 1, host, version: Clean::new("0") }.into()];
        facts.push(bench.row(1, (9, 30), 30, Hold::Free, None));
        facts.push(bench.row(1, (10, 0), 45, Hold::Free, Some(1)));
        facts.push(bench.row(1, (10, 45), 15, Hold::Protected, None));
        facts.push(bench.row(1, (11, 0), 60, Hold::CanBeCut, None));
        facts.push(bench.row(1, (12, 30), 45, Hold::Pinned, None));
        facts.push(bench.row(1, (13, 15), 40, Hold::Free, None));
        facts.push(bench.row(2, (9, 30), 30, Hold::Free, None));
        bench.step(facts);
        bench
    }

    fn row(&mut self, day: u8, start: (i8, i8), minutes: u16, hold: Hold, round: Option<u8>) -> AnyFact {
        let id = self.ids.next();
        let start = Time::constant(start.0, start.1, 0, 0);
        let (title, output) = (Clean::new("Блок"), Clean::default());
        Fact::Added { id, day, start, minutes, title, mode: Mode::Team, round, hold, output }.into()
    }

    fn step(&mut self, facts: Vec<AnyFact>) {
        self.t_s += 60;
        let at = Stamp { t_ms: self.t_s as i64 * 1_000, m_ms: self.t_s * 1_000 };
        self.history.push(Step {
            s: self.history.next_no(),
            w: RUN,
            at,
            by: Seat::Facilitator,
            facts,
            from: None,
        });
    }

    fn sprint(&self) -> &Sprint {
        self.history.sprint()
    }

    fn now(&self) -> Moment {
        let at = Stamp { t_ms: self.t_s as i64 * 1_000, m_ms: self.t_s * 1_000 };
        self.sprint().moment(RUN, at)
    }

    fn at(&self, place: usize) -> AgendaId {
        let order = &self.sprint().day.order;
        order[place % order.len()]
    }

    fn start(&mut self, place: usize) -> Result<(), Refusal> {
        let facts = self.sprint().start_or_pause(self.at(place), &self.now(), &TimeZone::UTC)?;
        self.step(facts);
        Ok(())
    }
}

#[test]
fn starting_one_ends_the_one_before_and_a_round_starts_its_interviews() {
    let mut bench = Bench::new();
    let (team, interview): (crate::domain::id::TeamId, crate::domain::id::InterviewId) =
        (bench.ids.next(), bench.ids.next());
    let named = Clean::new("Тепло");
    bench.step(vec![team::Fact::Added { id: team, code: 1, name: named, service: None }.into()]);
    let round = Some(bench.at(1));
    let plan = Plan { team, round, respondent: 1, segment: Clean::default(), minutes: 30, practice: false };
    let planned = bench.sprint().plan_interview(interview, 1, &plan).unwrap();
    bench.step(planned);
    bench.start(0).unwrap();
    bench.start(1).unwrap();
    assert!(bench.sprint().agenda.get(bench.at(0)).unwrap().ended.is_some());
    assert_eq!(bench.sprint().interviews.get(interview).unwrap().status, interview::Status::Started);
    assert_eq!(bench.sprint().current_item().map(|item| item.id), Some(bench.at(1)));
}

#[test]
fn times_and_minutes_are_read_as_people_type_them() {
    let half = Time::constant(9, 30, 0, 0);
    for text in ["9:30", "09:30", "09.30", " 0930 ", "9 30"] {
        assert_eq!(read_start(text), Ok(half), "{text}");
    }
    for text in ["24:30", "9:3", "9:60", "-1:30", "", "abc", "9:30:00", "25", "опів", "09:3x"] {
        assert_eq!(read_start(text), Err(Refusal::NotATime), "{text}");
    }
    assert_eq!((read_minutes("1"), read_minutes(" 480 ")), (Ok(1), Ok(480)));
    for text in ["0", "481", "abc", "", "-5", "99999999999"] {
        assert_eq!(read_minutes(text), Err(Refusal::MinutesOutOfRange), "{text}");
    }
}

#[test]
fn what_runs_or_is_over_is_neither_cut_nor_moved() {
    let mut bench = Bench::new();
    bench.start(0).unwrap();
    assert_eq!(bench.sprint().cut_box(bench.at(0)), Err(Refusal::BoxRuns));
    assert_eq!(bench.sprint().move_box(bench.at(0), None), Err(Refusal::BoxRuns));
    assert_eq!(bench.sprint().move_box(bench.at(3), Some(bench.at(0))), Err(Refusal::BoxRuns));
    bench.start(1).unwrap();
    assert_eq!(bench.sprint().cut_box(bench.at(0)), Err(Refusal::BoxOver));
    assert_eq!(bench.sprint().extend_box(bench.at(0), 5), Err(Refusal::BoxOver));
    assert_eq!(bench.sprint().cut_box(bench.at(2)), Err(Refusal::BoxProtected));
}

#[test]
fn a_pinned_block_keeps_its_start_when_another_moves_over_it() {
    let mut bench = Bench::new();
    let (pinned, last) = (bench.at(4), bench.at(5));
    let facts = bench.sprint().move_box(last, Some(bench.at(1))).unwrap();
    bench.step(facts);
    let start = |id| bench.sprint().agenda.get(id).unwrap().start.to_string();
    assert_eq!((start(pinned), start(last)), ("12:30:00".to_owned(), "10:00:00".to_owned()));
    assert_eq!(bench.sprint().day.order[1], last);
}

#[test]
fn a_sprint_that_is_rehearsed_on_another_date_starts_any_day() {
    let mut bench = Bench::new();
    assert_eq!(bench.start(6), Err(Refusal::LaterDay(2)));
    bench.t_s += 40 * 24 * 3_600;
    assert_eq!(bench.start(6), Ok(()));
}

#[test]
fn a_lender_keeps_five_minutes_and_a_protected_one_all() {
    let mut bench = Bench::new();
    let lenders: Vec<AgendaId> =
        bench.sprint().lenders(bench.at(1)).unwrap().iter().map(|one| one.id).collect();
    assert_eq!(lenders, [bench.at(3), bench.at(4), bench.at(5)]);
    let (to, from) = (bench.at(1), bench.at(5));
    for _ in 0..7 {
        let facts = bench.sprint().borrow_from_box(to, from).unwrap();
        bench.step(facts);
    }
    assert_eq!(bench.sprint().agenda.get(from).unwrap().minutes, 5);
    assert_eq!(bench.sprint().borrow_from_box(to, from), Err(Refusal::NoBoxLends));
}

/// What somebody does, with places in the order of the agenda.
#[derive(Clone, Debug)]
enum Act {
    Start(usize),
    Next,
    Extend(usize, i32),
    Borrow(usize, usize),
    Cut(usize),
    Move(usize, Option<usize>),
    Edit(usize, i8, u16),
    Take(usize),
    StopAll,
    Resume,
}

fn acts() -> impl Strategy<Value = Act> {
    prop_oneof![
        (0_usize..7).prop_map(Act::Start),
        Just(Act::Next),
        (0_usize..7, -60..60).prop_map(|(at, more)| Act::Extend(at, more)),
        (0_usize..7, 0_usize..7).prop_map(|(to, from)| Act::Borrow(to, from)),
        (0_usize..7).prop_map(Act::Cut),
        (0_usize..7, prop::option::of(0_usize..7)).prop_map(|(at, before)| Act::Move(at, before)),
        (0_usize..7, 0_i8..24, 0_u16..500).prop_map(|(at, hour, minutes)| Act::Edit(at, hour, minutes)),
        (0_usize..3).prop_map(Act::Take),
        Just(Act::StopAll),
        Just(Act::Resume),
    ]
}

impl Bench {
    fn act(&mut self, act: &Act) -> Result<(), Refusal> {
        let (sprint, now, zone) = (self.sprint(), self.now(), TimeZone::UTC);
        let facts = match *act {
            Act::Start(at) => sprint.start_or_pause(self.at(at), &now, &zone),
            Act::Next => sprint.next_box(&now, &zone),
            Act::Extend(at, more) => sprint.extend_box(self.at(at), more),
            Act::Borrow(to, from) => sprint.borrow_from_box(self.at(to), self.at(from)),
            Act::Cut(at) => sprint.cut_box(self.at(at)),
            Act::Move(at, before) => sprint.move_box(self.at(at), before.map(|at| self.at(at))),
            Act::Edit(at, hour, minutes) => {
                let start = Time::constant(hour, 10, 0, 0);
                sprint.edit_box(self.at(at), &Clean::new("Новий блок"), start, minutes)
            }
            Act::Take(at) => {
                let day = sprint.day_in_hand(&now, &zone).ok_or(Refusal::DayOver)?;
                let plans = sprint.plans(day, &now, &zone);
                sprint.take_plan(day, &plans[at], &now, &zone)
            }
            Act::StopAll => sprint.stop_all_clocks(),
            Act::Resume => sprint.resume_all_clocks(),
        }?;
        self.step(facts);
        Ok(())
    }
}

proptest! {
    #[test]
    fn whatever_is_done_the_agenda_stays_whole(all in prop::collection::vec(acts(), 1..40)) {
        let mut bench = Bench::new();
        for act in &all {
            let lived = |bench: &Bench| -> Vec<(AgendaId, Option<Moment>, bool)> {
                let items = bench.sprint().agenda.iter().filter(|item| item.ended.is_some());
                items.map(|item| (item.id, item.ended, item.cut)).collect()
            };
            let before = lived(&bench);
            let done = bench.act(act);
            let sprint = bench.sprint();
            let running = sprint.agenda.iter().filter(|item| item.clock.is_running()).count();
            prop_assert!(running <= 1, "{running} run after {act:?}");
            prop_assert!(sprint.agenda.iter().all(|item| (1..=480).contains(&item.minutes)));
            let mut order = sprint.day.order.clone();
            order.sort_unstable();
            order.dedup();
            prop_assert_eq!(order.len(), 7);
            if done.is_ok() && !matches!(act, Act::Start(_)) {
                let after = lived(&bench);
                prop_assert!(before.iter().all(|one| after.contains(one)), "{:?}", act);
            }
        }
        let replayed = History::of(bench.history.steps().to_vec());
        prop_assert!(replayed.sprint() == bench.sprint());
    }
}
