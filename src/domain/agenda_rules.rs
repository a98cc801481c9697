//! What people may do with the agenda: start, go on, lengthen, borrow, leave out, move, add, and take one of three
//! plans when the day runs late.

use jiff::civil::Time;
use jiff::tz::TimeZone;

use super::agenda::{AgendaItem, Fact, Hold, Mode};
use super::clock::Moment;
use super::day_plan::{start_ms, time_at};
use super::id::{AgendaId, Id, Ids};
use super::service::check_name;
use super::{Fact as AnyFact, Refusal, Sprint};
use crate::method::schedule::{self, Change, DayMs, MINUTE_MS, Plan};
use crate::text::Clean;

/// Minutes that one key gives to a timebox, takes from it, or borrows.
pub const BOX_STEP_MINUTES: u16 = 5;
/// The longest timebox, in minutes.
const MINUTES_MAX: u16 = 480;
/// Most timeboxes of an agenda.
pub const BOXES_MAX: usize = 500;

/// What a new timebox is made with.
#[derive(Clone, PartialEq, Debug)]
pub struct NewBox {
    /// Day of the sprint, from 1.
    pub day: u8,
    /// Planned start.
    pub start: Time,
    /// Planned minutes.
    pub minutes: u16,
    /// How the room works.
    pub mode: Mode,
    /// Title and output.
    pub words: BoxWords,
}

/// The words of a timebox.
#[derive(Clone, PartialEq, Debug)]
pub struct BoxWords {
    /// What it is called.
    pub title: Clean,
    /// What is to come out of it.
    pub output: Clean,
}

/// Reads minutes as people type them.
pub fn read_minutes(text: &str) -> Result<u16, Refusal> {
    let minutes = text.trim().parse().map_err(|_| Refusal::MinutesOutOfRange)?;
    check_minutes(minutes)
}

/// Reads a time of day as people type it: `9:30`, `09.30`, `0930`.
pub fn read_start(text: &str) -> Result<Time, Refusal> {
    let text = text.trim();
    let (hour, minute) = match text.split_once([':', '.', ' ']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        Some(_) => return Err(Refusal::NotATime),
        None if text.len() == 4 && text.is_ascii() => text.split_at(2),
        None => return Err(Refusal::NotATime),
    };
    let number = |part: &str| match part.bytes().all(|byte| byte.is_ascii_digit()) {
        true => part.parse::<i8>().map_err(|_| Refusal::NotATime),
        false => Err(Refusal::NotATime),
    };
    Time::new(number(hour)?, number(minute)?, 0, 0).map_err(|_| Refusal::NotATime)
}

fn check_minutes(minutes: u16) -> Result<u16, Refusal> {
    match (1..=MINUTES_MAX).contains(&minutes) {
        true => Ok(minutes),
        false => Err(Refusal::MinutesOutOfRange),
    }
}

impl AgendaItem {
    /// Whether it neither began nor ended.
    pub fn is_ahead(&self) -> bool {
        self.clock.started.is_none() && self.ended.is_none()
    }

    /// Whether it began and did not end, its clock running or not.
    pub fn is_current(&self) -> bool {
        self.clock.started.is_some() && self.ended.is_none()
    }

    /// It may be moved, cut or made to lend only while it is ahead.
    fn still_ahead(&self) -> Result<(), Refusal> {
        match (self.is_current(), self.ended) {
            (true, _) => Err(Refusal::BoxRuns),
            (false, Some(_)) => Err(Refusal::BoxOver),
            (false, None) => Ok(()),
        }
    }
}

impl Sprint {
    fn item(&self, id: AgendaId) -> Result<&AgendaItem, Refusal> {
        self.agenda.get(id).ok_or(Refusal::Gone)
    }

    /// Starts a timebox, which ends the one the room is in; pauses it when it runs. A round starts with its
    /// interviews.
    pub fn start_or_pause(
        &self,
        id: AgendaId,
        now: &Moment,
        zone: &TimeZone,
    ) -> Result<Vec<AnyFact>, Refusal> {
        let item = self.item(id)?;
        match item.clock.is_running() {
            true => Ok(vec![Fact::Paused { id }.into()]),
            false => self.start_box(item, now, zone),
        }
    }

    fn start_box(&self, item: &AgendaItem, now: &Moment, zone: &TimeZone) -> Result<Vec<AnyFact>, Refusal> {
        if self.day.stopped.is_some() {
            return Err(Refusal::ClocksStopped);
        }
        if item.cut {
            return Err(Refusal::BoxCut);
        }
        if self.day_today(now, zone).is_some_and(|today| item.day > today) {
            return Err(Refusal::LaterDay(item.day));
        }
        let mut facts = match item.round {
            Some(_) => self.start_round(item.id)?,
            None => vec![Fact::Ran { id: item.id }.into()],
        };
        facts.extend(self.end_current(Some(item.id)));
        Ok(facts)
    }

    /// Ends whatever began and did not end, but for one.
    fn end_current(&self, but: Option<AgendaId>) -> impl Iterator<Item = AnyFact> {
        let others = self.agenda.iter().filter(move |item| item.is_current() && Some(item.id) != but);
        others.map(|item| Fact::Ended { id: item.id }.into())
    }

    /// Ends the present timebox and starts the one that comes next in its day; at the end of the day it only
    /// ends.
    pub fn next_box(&self, now: &Moment, zone: &TimeZone) -> Result<Vec<AnyFact>, Refusal> {
        if self.day.stopped.is_some() {
            return Err(Refusal::ClocksStopped);
        }
        let day = self.day_in_hand(now, zone).ok_or(Refusal::DayOver)?;
        if let Some(next) = self.day_plan(day, now, zone).next() {
            return self.start_box(next, now, zone);
        }
        let ended: Vec<AnyFact> = self.end_current(None).collect();
        match ended.is_empty() {
            true => Err(Refusal::DayOver),
            false => Ok(ended),
        }
    }

    /// Gives a timebox `more` minutes, or takes them away.
    pub fn extend_box(&self, id: AgendaId, more: i32) -> Result<Vec<AnyFact>, Refusal> {
        let item = self.item(id)?;
        if item.ended.is_some() {
            return Err(Refusal::BoxOver);
        }
        let minutes =
            u16::try_from(i32::from(item.minutes) + more).map_err(|_| Refusal::MinutesOutOfRange)?;
        Ok(vec![Fact::Lasts { id, minutes: check_minutes(minutes)? }.into()])
    }

    /// The timeboxes that can lend a step of minutes to this one: ahead in its day, and left with as much.
    pub fn lenders(&self, to: AgendaId) -> Result<Vec<&AgendaItem>, Refusal> {
        let item = self.item(to)?;
        if item.ended.is_some() {
            return Err(Refusal::BoxOver);
        }
        let behind = self.agenda_in_order().skip_while(|one| one.id != to).skip(1);
        let lends = |one: &&AgendaItem| {
            let roomy = one.minutes >= 2 * BOX_STEP_MINUTES;
            one.day == item.day && one.is_ahead() && !one.cut && one.hold != Hold::Protected && roomy
        };
        let all: Vec<&AgendaItem> = behind.filter(lends).collect();
        match all.is_empty() {
            true => Err(Refusal::NoBoxLends),
            false => Ok(all),
        }
    }

    /// Lends a timebox a step of minutes from a later one.
    pub fn borrow_from_box(&self, to: AgendaId, from: AgendaId) -> Result<Vec<AnyFact>, Refusal> {
        let lender = self.lenders(to)?.into_iter().find(|one| one.id == from).ok_or(Refusal::NoBoxLends)?;
        let minutes = check_minutes(self.item(to)?.minutes + BOX_STEP_MINUTES)?;
        let left = lender.minutes - BOX_STEP_MINUTES;
        Ok(vec![Fact::Lasts { id: to, minutes }.into(), Fact::Lasts { id: from, minutes: left }.into()])
    }

    /// Leaves a timebox out, or takes it in again.
    pub fn cut_box(&self, id: AgendaId) -> Result<Vec<AnyFact>, Refusal> {
        let item = self.item(id)?;
        item.still_ahead()?;
        match (item.cut, item.hold) {
            (false, Hold::Protected) => Err(Refusal::BoxProtected),
            (cut, Hold::Free | Hold::Pinned | Hold::CanBeCut | Hold::Protected) => {
                Ok(vec![Fact::Cut { id, cut: !cut }.into()])
            }
        }
    }

    /// Says what may happen to a timebox when the day runs late.
    pub fn hold_box(&self, id: AgendaId, hold: Hold) -> Result<Vec<AnyFact>, Refusal> {
        match self.item(id)?.hold == hold {
            true => Err(Refusal::NothingChanged),
            false => Ok(vec![Fact::Holds { id, hold }.into()]),
        }
    }

    /// Moves a timebox before another of its day, or to the end of the day. What lies between gets new planned
    /// starts, one after the other; pinned ones keep theirs.
    pub fn move_box(&self, id: AgendaId, before: Option<AgendaId>) -> Result<Vec<AnyFact>, Refusal> {
        let item = self.item(id)?;
        item.still_ahead()?;
        if let Some(target) = before {
            self.item(target)?.still_ahead()?;
        }
        let old: Vec<&AgendaItem> = self.agenda_in_order().filter(|one| one.day == item.day).collect();
        let mut new: Vec<&AgendaItem> = old.iter().copied().filter(|one| one.id != id).collect();
        let to = before.map_or(Some(new.len()), |target| new.iter().position(|one| one.id == target));
        new.insert(to.ok_or(Refusal::Gone)?, item);
        let moved: Vec<usize> = (0..new.len()).filter(|&at| new[at].id != old[at].id).collect();
        let (Some(&first), Some(&last)) = (moved.first(), moved.last()) else {
            return Err(Refusal::AlreadyThere);
        };
        let from = old[first..=last].iter().map(|one| start_ms(one.start)).min().unwrap_or(0);
        let mut facts = vec![Fact::Placed { id, place: self.place_before(id, before, item.day) }.into()];
        facts.extend(retimed(&new[first..=last], from));
        Ok(facts)
    }

    /// The place among the timeboxes of all days, counted without `id`, that stands before `before`, or behind
    /// the last of a day.
    fn place_before(&self, id: AgendaId, before: Option<AgendaId>, day: u8) -> u32 {
        let others: Vec<&AgendaItem> = self.agenda_in_order().filter(|one| one.id != id).collect();
        let place = match before {
            Some(target) => others.iter().position(|one| one.id == target),
            None => others.iter().rposition(|one| one.day <= day).map(|at| at + 1),
        };
        u32::try_from(place.unwrap_or(0)).unwrap_or(u32::MAX)
    }

    /// The timebox of a day before which one that begins at `start` belongs: the first ahead that begins later.
    fn later_than(&self, day: u8, start: Time, but: Option<AgendaId>) -> Option<AgendaId> {
        let of_day = self.agenda_in_order().filter(|one| one.day == day && Some(one.id) != but);
        let mut ahead = of_day.filter(|one| one.is_ahead());
        ahead.find(|one| start_ms(one.start) > start_ms(start)).map(|one| one.id)
    }

    /// Adds a timebox where its time belongs.
    pub fn add_box(&self, ids: &mut Ids, new: &NewBox) -> Result<Vec<AnyFact>, Refusal> {
        if self.agenda.len() >= BOXES_MAX {
            return Err(Refusal::AgendaFull);
        }
        check_name(&new.words.title)?;
        check_output(&new.words.output)?;
        let minutes = check_minutes(new.minutes)?;
        let id = AgendaId::from(ids.next::<Id>());
        let before = self.later_than(new.day, new.start, None);
        let added = Fact::Added {
            id,
            day: new.day,
            start: new.start,
            minutes,
            title: new.words.title.clone(),
            mode: new.mode,
            round: None,
            hold: Hold::Free,
            output: new.words.output.clone(),
        };
        let place = self.place_before(id, before, new.day);
        Ok(vec![added.into(), Fact::Placed { id, place }.into()])
    }

    /// Gives a timebox another title, planned start and minutes. One that runs keeps its start, one that is over
    /// its start and its minutes.
    pub fn edit_box(
        &self,
        id: AgendaId,
        title: &Clean,
        start: Time,
        minutes: u16,
    ) -> Result<Vec<AnyFact>, Refusal> {
        let item = self.item(id)?;
        check_name(title)?;
        let mut facts: Vec<AnyFact> = Vec::new();
        if item.title != *title {
            facts.push(Fact::Titled { id, title: title.clone() }.into());
        }
        if item.start != start {
            item.still_ahead()?;
            let before = self.later_than(item.day, start, Some(id));
            facts.push(Fact::Timed { id, start }.into());
            facts.push(Fact::Placed { id, place: self.place_before(id, before, item.day) }.into());
        }
        if item.minutes != minutes {
            facts.extend(self.extend_box(id, i32::from(minutes) - i32::from(item.minutes))?);
        }
        match facts.is_empty() {
            true => Err(Refusal::NothingChanged),
            false => Ok(facts),
        }
    }

    /// The three plans for the rest of a day.
    pub fn plans(&self, day: u8, now: &Moment, zone: &TimeZone) -> [Plan; 3] {
        let plan = self.day_plan(day, now, zone);
        schedule::repairs(&plan.boxes, plan.now)
    }

    /// Takes a plan for the rest of a day. What leaves the day goes to the end of the next one, or is left out
    /// where there is none.
    pub fn take_plan(
        &self,
        day: u8,
        plan: &Plan,
        now: &Moment,
        zone: &TimeZone,
    ) -> Result<Vec<AnyFact>, Refusal> {
        let items = self.day_plan(day, now, zone).items;
        let mut next = self.end_of_next_day(day);
        let mut facts: Vec<AnyFact> = Vec::new();
        for &(at, change) in &plan.changes {
            let item = items.get(at).ok_or(Refusal::Gone)?;
            let id = item.id;
            match (change, next) {
                (Change::Minutes(minutes), _) => facts.push(Fact::Lasts { id, minutes }.into()),
                (Change::Cut, _) | (Change::Leaves, None) => facts.push(Fact::Cut { id, cut: true }.into()),
                (Change::Leaves, Some((day, end))) => {
                    facts.push(Fact::Postponed { id, day, start: time_at(end) }.into());
                    // Counted without itself, it stands behind all others of that day.
                    facts.push(Fact::Placed { id, place: self.place_before(id, None, day) }.into());
                    next = Some((day, end + i64::from(item.minutes) * MINUTE_MS));
                }
            }
        }
        match facts.is_empty() {
            true => Err(Refusal::PlanChangesNothing),
            false => Ok(facts),
        }
    }

    /// The day after `day` and when it was planned to end.
    fn end_of_next_day(&self, day: u8) -> Option<(u8, DayMs)> {
        let next = self.days().into_iter().find(|&one| one > day)?;
        let of_day = self.agenda.iter().filter(|item| item.day == next);
        let end = of_day.map(|item| start_ms(item.start) + i64::from(item.planned) * MINUTE_MS).max()?;
        Some((next, end))
    }
}

fn check_output(output: &Clean) -> Result<(), Refusal> {
    match output.as_str().chars().count() > super::NAME_CHARS_MAX {
        true => Err(Refusal::NameTooLong),
        false => Ok(()),
    }
}

/// New planned starts, one after the other from `from` on; what stays as it is needs none.
fn retimed(items: &[&AgendaItem], from: DayMs) -> Vec<AnyFact> {
    let mut at = from;
    let mut facts = Vec::new();
    for item in items {
        let begin = if item.hold == Hold::Pinned { start_ms(item.start) } else { at };
        let start = time_at(begin);
        if item.start != start && item.is_ahead() {
            facts.push(Fact::Timed { id: item.id, start }.into());
        }
        if !item.cut {
            at = begin.max(at) + i64::from(item.minutes) * MINUTE_MS;
        }
    }
    facts
}

#[cfg(test)]
mod tests;
