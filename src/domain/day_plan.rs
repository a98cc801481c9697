//! A day of the sprint as the schedule sees it: which day the room is in, what its timeboxes did, and what is to
//! be expected of the rest.
//!
//! A planned time before four in the morning belongs to the night that follows, so that a day may go past midnight.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::Sprint;
use super::agenda::{AgendaItem, Hold};
use super::clock::Moment;
use crate::method::schedule::{self, DAY_MS, DayMs, Forecast, MINUTE_MS, State, Timebox};

/// Planned times before this hour belong to the night that follows the day.
const FIRST_HOUR: i64 = 4;
/// A day that was planned past midnight is lived for so long after its planned end.
const GRACE_MS: i64 = 2 * 60 * MINUTE_MS;

/// A day with its timeboxes in their order, and what is to be expected of it.
pub struct DayPlan<'a> {
    /// Day of the sprint, from 1.
    pub day: u8,
    /// Its timeboxes, those that are left out included.
    pub items: Vec<&'a AgendaItem>,
    /// The same as the schedule sees them.
    pub boxes: Vec<Timebox>,
    /// Now, where the day is lived at all.
    pub now: Option<DayMs>,
    /// What is to be expected.
    pub forecast: Forecast,
}

impl<'a> DayPlan<'a> {
    /// The timebox that comes next.
    pub fn next(&self) -> Option<&'a AgendaItem> {
        schedule::ahead(&self.boxes).first().and_then(|&at| self.items.get(at).copied())
    }

    /// Whole minutes that the day will end after its plan; below zero: before it.
    pub fn late_minutes(&self) -> i64 {
        self.forecast.late_ms.div_euclid(MINUTE_MS)
    }
}

impl Sprint {
    /// The days that have timeboxes, in their order.
    pub fn days(&self) -> Vec<u8> {
        let mut days: Vec<u8> = self.agenda.iter().map(|item| item.day).collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// The date of a day of the sprint; none beyond the calendar.
    pub fn date_of_day(&self, day: u8) -> Option<Date> {
        let days = jiff::Span::new().days(i64::from(day) - 1);
        self.description.start.checked_add(days).ok()
    }

    /// The day of the sprint whose date it is, where the agenda has such a day.
    pub fn day_today(&self, now: &Moment, zone: &TimeZone) -> Option<u8> {
        let today = local(now, zone).date();
        self.days().into_iter().find(|&day| self.date_of_day(day) == Some(today))
    }

    /// The day the room is in: that of the present timebox; else one that goes past midnight and is not over; else
    /// today's; else the first with something ahead, and at last the last.
    pub fn day_in_hand(&self, now: &Moment, zone: &TimeZone) -> Option<u8> {
        if let Some(item) = self.current_item() {
            return Some(item.day);
        }
        let days = self.days();
        let ahead = |day: u8| {
            self.agenda.iter().any(|item| {
                item.day == day && item.clock.started.is_none() && item.ended.is_none() && !item.cut
            })
        };
        let night = |day: &&u8| {
            let past_midnight = self.day_ms(**day, now, zone).is_some_and(|at| at >= DAY_MS);
            past_midnight && self.live_ms(**day, now, zone).is_some() && ahead(**day)
        };
        let late = days.iter().find(night).copied();
        let first = days.iter().copied().find(|&day| ahead(day));
        late.or_else(|| self.day_today(now, zone)).or(first).or(days.last().copied())
    }

    /// A day, and what is to be expected of it at `now`.
    pub fn day_plan(&self, day: u8, now: &Moment, zone: &TimeZone) -> DayPlan<'_> {
        let items: Vec<&AgendaItem> = self.agenda_in_order().filter(|item| item.day == day).collect();
        let boxes: Vec<Timebox> = items.iter().map(|item| self.timebox(item, now, zone)).collect();
        let now = self.live_ms(day, now, zone);
        let forecast = schedule::forecast(&boxes, now);
        DayPlan { day, items, boxes, now, forecast }
    }

    fn timebox(&self, item: &AgendaItem, now: &Moment, zone: &TimeZone) -> Timebox {
        let at = |moment: &Moment| self.day_ms(item.day, moment, zone).unwrap_or(0);
        let state = match (item.clock.started, item.ended) {
            (started, Some(ended)) => State::Over { begun: at(&started.unwrap_or(ended)), ended: at(&ended) },
            (Some(started), None) => State::Current {
                begun: at(&started),
                spent_ms: i64::try_from(item.clock.spent_ms(now)).unwrap_or(i64::MAX / 4),
            },
            (None, None) => State::Ahead,
        };
        Timebox {
            start: start_ms(item.start),
            planned: item.planned,
            minutes: item.minutes,
            hold: held(item.hold),
            cut: item.cut,
            state,
        }
    }

    /// Now as the day counts it, while the day is lived: from its midnight on to the next, while one of its
    /// timeboxes is on, and for a while after a planned end that lies past midnight.
    fn live_ms(&self, day: u8, now: &Moment, zone: &TimeZone) -> Option<DayMs> {
        let now_ms = self.day_ms(day, now, zone)?;
        if self.current_item().is_some_and(|item| item.day == day) {
            return Some(now_ms);
        }
        let of_day = self.agenda.iter().filter(|item| item.day == day);
        let end = of_day.map(|item| start_ms(item.start) + i64::from(item.planned) * MINUTE_MS).max()?;
        let until = if end > DAY_MS { end + GRACE_MS } else { DAY_MS };
        (0..until).contains(&now_ms).then_some(now_ms)
    }

    /// A moment as a day of the sprint counts it, by the clock on the wall.
    fn day_ms(&self, day: u8, moment: &Moment, zone: &TimeZone) -> Option<DayMs> {
        let at = local(moment, zone);
        let days = at.date().since(self.date_of_day(day)?).ok()?.get_days();
        let time = at.time();
        let seconds =
            (i64::from(time.hour()) * 60 + i64::from(time.minute())) * 60 + i64::from(time.second());
        Some(i64::from(days) * DAY_MS + seconds * 1_000 + i64::from(time.millisecond()))
    }
}

fn local(moment: &Moment, zone: &TimeZone) -> jiff::civil::DateTime {
    zone.to_datetime(Timestamp::from_millisecond(moment.at.t_ms).unwrap_or_default())
}

/// A planned time as its day counts it.
pub fn start_ms(time: Time) -> DayMs {
    let minutes = i64::from(time.hour()) * 60 + i64::from(time.minute());
    let night = if i64::from(time.hour()) < FIRST_HOUR { DAY_MS } else { 0 };
    minutes * MINUTE_MS + night
}

/// The whole minute nearest to it.
pub fn nearest_minute(ms: DayMs) -> DayMs {
    (ms + MINUTE_MS / 2).div_euclid(MINUTE_MS) * MINUTE_MS
}

/// The time of day at which a day counts so many milliseconds.
pub fn time_at(ms: DayMs) -> Time {
    let minutes = ms.div_euclid(MINUTE_MS).rem_euclid(24 * 60);
    let part = |n: i64| i8::try_from(n).unwrap_or(0);
    Time::new(part(minutes / 60), part(minutes % 60), 0, 0).unwrap_or(Time::midnight())
}

fn held(hold: Hold) -> schedule::Hold {
    match hold {
        Hold::Free => schedule::Hold::Free,
        Hold::Pinned => schedule::Hold::Pinned,
        Hold::CanBeCut => schedule::Hold::CanBeCut,
        Hold::Protected => schedule::Hold::Protected,
    }
}
