//! The run of a day: when each timebox will begin and end from here, how late the day is, and three ways to bring
//! it back.
//!
//! The forecast is right-shift rescheduling: what has run stays, and what is ahead keeps its order and begins at
//! its planned time or, when that has passed, as soon as what stands before it is over; so that room between two
//! timeboxes takes up delay before anybody behind it feels it. Source: G. Vieira, J. Herrmann, E. Lin, Rescheduling
//! manufacturing systems, Journal of Scheduling 6 (2003) 39-62. The repairs keep time fixed and let the scope give
//! way, as timeboxing has it (J. Martin, Rapid Application Development, 1991).
//!
//! Times are milliseconds since the midnight with which the day of the sprint begins; they go on counting past the
//! next midnight. Knows no clock and no time zone: `now` is an argument.

/// Milliseconds since the midnight with which the day of the sprint begins.
pub type DayMs = i64;
/// Milliseconds of a minute.
pub const MINUTE_MS: i64 = 60_000;
/// Milliseconds of a day.
pub const DAY_MS: i64 = 24 * 60 * MINUTE_MS;
/// No timebox is shrunk below so many minutes.
pub const SHRUNK_MINUTES_MIN: u16 = 5;
/// No timebox is shrunk below this part of the minutes that it was planned with: a third.
const SHRUNK_PART: u16 = 3;

/// What may happen to a timebox when the day runs late.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hold {
    /// It may move, shrink and wait for another day.
    Free,
    /// It begins at its planned time, whatever happens.
    Pinned,
    /// It may be left out.
    CanBeCut,
    /// It keeps its minutes and its day.
    Protected,
}

/// How far a timebox is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Not begun.
    Ahead,
    /// Begun and not ended; its clock may stand.
    Current {
        /// When it began.
        begun: DayMs,
        /// Milliseconds that its clock ran.
        spent_ms: i64,
    },
    /// Over.
    Over {
        /// When it began.
        begun: DayMs,
        /// When it ended.
        ended: DayMs,
    },
}

/// A timebox of the day, in the order of the day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Timebox {
    /// Planned start.
    pub start: DayMs,
    /// Minutes it was planned with.
    pub planned: u16,
    /// Minutes it has now.
    pub minutes: u16,
    /// What may happen to it.
    pub hold: Hold,
    /// Left out.
    pub cut: bool,
    /// How far it is.
    pub state: State,
}

/// When a timebox begins and ends: as it was, or as it will be from here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Span {
    /// Begins.
    pub begin: DayMs,
    /// Ends.
    pub end: DayMs,
    /// Milliseconds between the end of the one before and this beginning; below zero they overlap, which only
    /// happens where this one is pinned.
    pub gap_ms: i64,
}

/// What is to be expected of the day.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Forecast {
    /// A span a timebox; none for what is left out and never began.
    pub spans: Vec<Option<Span>>,
    /// When the last one ends; none for a day with nothing in it.
    pub finish: Option<DayMs>,
    /// When the last one was planned to end.
    pub planned_finish: Option<DayMs>,
    /// Milliseconds that the day ends after its plan; below zero: before it.
    pub late_ms: i64,
    /// Milliseconds by which timeboxes overlap with pinned ones.
    pub overlap_ms: i64,
}

/// A way to bring the day back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Repair {
    /// What is free is shortened by the same share.
    Shrink,
    /// What may be cut is left out.
    Cut,
    /// What no longer fits waits for another day.
    Tail,
}

/// What a repair does to one timebox.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Change {
    /// It gets so many minutes.
    Minutes(u16),
    /// It is left out.
    Cut,
    /// It leaves this day.
    Leaves,
}

/// A repair and what would come of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Plan {
    /// Which.
    pub repair: Repair,
    /// What it changes, by the place of the timebox in the day.
    pub changes: Vec<(usize, Change)>,
    /// The day after it.
    pub forecast: Forecast,
}

impl Timebox {
    fn is_ahead(&self) -> bool {
        self.state == State::Ahead && !self.cut
    }

    /// Milliseconds that it is to take from its beginning.
    fn length_ms(&self) -> i64 {
        i64::from(self.minutes) * MINUTE_MS
    }

    /// Fewest minutes that shrinking leaves it.
    fn minutes_min(&self) -> u16 {
        self.planned.div_ceil(SHRUNK_PART).max(SHRUNK_MINUTES_MIN).min(self.minutes)
    }
}

/// The places of what is ahead, in the order in which it will come: what stands behind the timebox the room is in,
/// then what was passed over before it.
pub fn ahead(boxes: &[Timebox]) -> Vec<usize> {
    let here = place_of_now(boxes);
    let places = |range: std::ops::Range<usize>| range.filter(|&at| boxes[at].is_ahead());
    match here {
        Some(here) => places(here + 1..boxes.len()).chain(places(0..here)).collect(),
        None => places(0..boxes.len()).collect(),
    }
}

/// The place of the timebox the room is in, else of the one that ended last.
fn place_of_now(boxes: &[Timebox]) -> Option<usize> {
    let current = |at: &usize| matches!(boxes[*at].state, State::Current { .. }) && !boxes[*at].cut;
    let ended = |at: &usize| match boxes[*at].state {
        State::Over { ended, .. } => Some(ended),
        State::Ahead | State::Current { .. } => None,
    };
    let places = || 0..boxes.len();
    places().rev().find(current).or_else(|| places().filter(|at| ended(at).is_some()).max_by_key(ended))
}

/// What is to be expected of the day at `now`; none stands for a day that is not lived yet, or no longer.
pub fn forecast(boxes: &[Timebox], now: Option<DayMs>) -> Forecast {
    let mut spans: Vec<Option<Span>> = boxes.iter().map(|one| lived(one, now)).collect();
    let mut cursor = spans.iter().flatten().map(|span| span.end).max();
    let mut overlap_ms = 0;
    for at in ahead(boxes) {
        let free_from = cursor.max(now).unwrap_or(DayMs::MIN);
        let one = &boxes[at];
        let begin = match one.hold {
            // It begins at its time; only when that has passed it can't any more.
            Hold::Pinned => one.start.max(now.unwrap_or(DayMs::MIN)),
            Hold::Free | Hold::CanBeCut | Hold::Protected => one.start.max(free_from),
        };
        let gap_ms = cursor.map_or(0, |cursor| begin - cursor);
        overlap_ms += (-gap_ms).max(0);
        let span = Span { begin, end: begin + one.length_ms(), gap_ms };
        // What overlaps a pinned one has to end when that begins, so that it delays nothing behind it.
        cursor = Some(span.end);
        spans[at] = Some(span);
    }
    let planned_finish = planned_finish(boxes);
    let finish = spans.iter().flatten().map(|span| span.end).max();
    let late_ms = finish.zip(planned_finish).map_or(0, |(finish, planned)| finish - planned);
    Forecast { spans, finish, planned_finish, late_ms, overlap_ms }
}

/// When the day was planned to end, whatever was left out since.
pub fn planned_finish(boxes: &[Timebox]) -> Option<DayMs> {
    boxes.iter().map(|one| one.start + i64::from(one.planned) * MINUTE_MS).max()
}

/// The span of what began.
fn lived(one: &Timebox, now: Option<DayMs>) -> Option<Span> {
    match one.state {
        State::Ahead => None,
        State::Over { begun, ended } => Some(Span { begin: begun, end: ended.max(begun), gap_ms: 0 }),
        State::Current { begun, spent_ms } => {
            let left_ms = (one.length_ms() - spent_ms).max(0);
            let from = now.unwrap_or(begun + spent_ms).max(begun);
            let end = if one.cut { from } else { from + left_ms };
            Some(Span { begin: begun, end, gap_ms: 0 })
        }
    }
}

/// The three repairs of a day, each with what would come of it. A repair that changes nothing is answered too, so
/// that the room hears that it does not help.
pub fn repairs(boxes: &[Timebox], now: Option<DayMs>) -> [Plan; 3] {
    [Repair::Shrink, Repair::Cut, Repair::Tail].map(|repair| {
        let changes = changes(boxes, now, repair);
        let after = applied(boxes, &changes);
        let mut forecast = forecast(&after, now);
        // The day is measured by the plan that it had.
        forecast.planned_finish = planned_finish(boxes);
        let ends = forecast.finish.zip(forecast.planned_finish);
        forecast.late_ms = ends.map_or(0, |(finish, planned)| finish - planned);
        Plan { repair, changes, forecast }
    })
}

/// The day with changes made.
pub fn applied(boxes: &[Timebox], changes: &[(usize, Change)]) -> Vec<Timebox> {
    let mut after = boxes.to_vec();
    for &(at, change) in changes {
        match change {
            Change::Minutes(minutes) => after[at].minutes = minutes,
            Change::Cut | Change::Leaves => after[at].cut = true,
        }
    }
    after
}

/// Repairs stretch by stretch: each ends with the beginning of a pinned timebox, the last with the day, and is
/// brought back to that by itself, since minutes that are won before a pinned one win nothing behind it.
fn changes(boxes: &[Timebox], now: Option<DayMs>, repair: Repair) -> Vec<(usize, Change)> {
    let mut all: Vec<(usize, Change)> = Vec::new();
    let coming = ahead(boxes);
    for places in coming.split_inclusive(|&at| boxes[at].hold == Hold::Pinned) {
        let stretch = Stretch { boxes: applied(boxes, &all), places, now, until: planned_finish(boxes) };
        all.extend(match repair {
            Repair::Shrink => stretch.shrink(),
            Repair::Cut => stretch.cut(),
            Repair::Tail => stretch.tail(),
        });
    }
    all.sort_by_key(|(at, _)| *at);
    all
}

/// A part of the day that is brought back by itself.
struct Stretch<'a> {
    boxes: Vec<Timebox>,
    places: &'a [usize],
    now: Option<DayMs>,
    /// When the day was planned to end.
    until: Option<DayMs>,
}

impl Stretch<'_> {
    /// Milliseconds by which it goes beyond its end once `changes` are made.
    fn over_ms(&self, changes: &[(usize, Change)]) -> i64 {
        let after = forecast(&applied(&self.boxes, changes), self.now);
        let over_ms = match self.places.last() {
            Some(&last) if self.boxes[last].hold == Hold::Pinned => {
                after.spans[last].map_or(0, |span| -span.gap_ms)
            }
            Some(_) | None => after.finish.zip(self.until).map_or(0, |(finish, until)| finish - until),
        };
        over_ms.max(0)
    }

    /// The places from the last on that may be treated so.
    fn backwards(&self, may: impl Fn(Hold) -> bool) -> impl Iterator<Item = usize> {
        let places = self.places.iter().rev().copied();
        places.filter(move |&at| self.boxes[at].is_ahead() && may(self.boxes[at].hold))
    }

    /// Takes minute by minute from the one that has kept most of its share, the later one of equals; never
    /// where it would not help, since there is room behind it.
    fn shrink(&self) -> Vec<(usize, Change)> {
        let free: Vec<usize> = self.backwards(|hold| hold == Hold::Free).collect();
        let mut minutes: Vec<(usize, u16)> = free.iter().map(|&at| (at, self.boxes[at].minutes)).collect();
        let as_changes = |minutes: &[(usize, u16)]| -> Vec<(usize, Change)> {
            let changed = minutes.iter().filter(|(at, left)| *left != self.boxes[*at].minutes);
            changed.map(|&(at, left)| (at, Change::Minutes(left))).collect()
        };
        let mut over_ms = self.over_ms(&[]);
        while over_ms > 0 {
            let mut roomy: Vec<usize> = (0..minutes.len())
                .filter(|&n| minutes[n].1 > self.boxes[minutes[n].0].minutes_min())
                .collect();
            roomy.sort_by(|&a, &b| self.by_share(minutes[b], minutes[a]));
            let helped = roomy.into_iter().find_map(|n| {
                let mut tried = minutes.clone();
                tried[n].1 -= 1;
                let after = self.over_ms(&as_changes(&tried));
                (after < over_ms).then_some((tried, after))
            });
            match helped {
                Some((tried, after)) => (minutes, over_ms) = (tried, after),
                None => break,
            }
        }
        as_changes(&minutes)
    }

    /// Which of two kept the larger share of its minutes; the later one of equals. Compared crosswise, in whole
    /// numbers: left of a / a against left of b / b.
    fn by_share(&self, (a, left_a): (usize, u16), (b, left_b): (usize, u16)) -> std::cmp::Ordering {
        let (whole_a, whole_b) = (u32::from(self.boxes[a].minutes), u32::from(self.boxes[b].minutes));
        let kept = (u32::from(left_a) * whole_b).cmp(&(u32::from(left_b) * whole_a));
        kept.then(a.cmp(&b))
    }

    /// The shortest one that suffices by itself; where none does, one after the other from the last.
    fn cut(&self) -> Vec<(usize, Change)> {
        if self.over_ms(&[]) == 0 {
            return Vec::new();
        }
        let may = |hold| hold == Hold::CanBeCut;
        let suffices = |at: &usize| self.over_ms(&[(*at, Change::Cut)]) == 0;
        let alone = self.backwards(may).filter(suffices).min_by_key(|&at| self.boxes[at].minutes);
        match alone {
            Some(at) => vec![(at, Change::Cut)],
            None => self.one_by_one(may, Change::Cut),
        }
    }

    /// From the last one on, as many as are needed for the rest to end in time.
    fn tail(&self) -> Vec<(usize, Change)> {
        self.one_by_one(|hold| matches!(hold, Hold::Free | Hold::CanBeCut), Change::Leaves)
    }

    /// Changes one after the other from the last, each only where it helps, until it is enough.
    fn one_by_one(&self, may: impl Fn(Hold) -> bool, change: Change) -> Vec<(usize, Change)> {
        let mut all = Vec::new();
        let mut over_ms = self.over_ms(&all);
        for at in self.backwards(may) {
            if over_ms == 0 {
                break;
            }
            all.push((at, change));
            match self.over_ms(&all) {
                after if after < over_ms => over_ms = after,
                _ => drop(all.pop()),
            }
        }
        all
    }
}

#[cfg(test)]
mod tests;
