//! What keys do on the counts: lines of services and categories, with the rule of the half between them.

use ratatui::layout::{Position, Rect};

use super::finding::Filter;
use super::{Picture, Requests};
use crate::domain::request::{Count, Subject};
use crate::kit::{Cx, Go, Item, List, Motion, Reason, Touch};

/// The cursor of the counts. The rule where half is reached takes a line of the list on which it never rests.
#[derive(Default)]
pub struct Counts {
    list: List,
    /// What the cursor is on: it follows it when the order changes.
    on: Option<Subject>,
}

/// A line of the list as it is seen.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Seen {
    /// A count, and whether the cursor is on it.
    Count(Count, bool),
    /// Half of all is reached.
    Half,
}

/// Lines of the list: the counts and the rule.
pub fn len(cx: &Cx<'_>) -> usize {
    match cx.sprint.requests.counts().len() {
        0 => 0,
        counts => counts + 1,
    }
}

fn rule(cx: &Cx<'_>) -> usize {
    cx.sprint.requests.half_line() + 1
}

fn line_of(place: usize, cx: &Cx<'_>) -> usize {
    place + usize::from(place >= rule(cx))
}

fn count_at(line: usize, cx: &Cx<'_>) -> Option<Count> {
    let rule = rule(cx);
    let place = match line.cmp(&rule) {
        std::cmp::Ordering::Less => line,
        std::cmp::Ordering::Equal => return None,
        std::cmp::Ordering::Greater => line - 1,
    };
    cx.sprint.requests.counts().get(place).copied()
}

impl Counts {
    /// The count under the cursor.
    pub fn count(&self, cx: &Cx<'_>) -> Option<Count> {
        count_at(self.list.at(), cx)
    }

    /// The lines that are seen in `height` rows, with the place of the first.
    pub fn seen(&self, height: usize, cx: &Cx<'_>) -> (usize, Vec<Seen>) {
        let seen = self.list.seen(height, len(cx));
        let first = seen.start;
        let lines = seen.map(|line| match count_at(line, cx) {
            Some(count) => Seen::Count(count, line == self.list.at()),
            None => Seen::Half,
        });
        (first, lines.collect())
    }

    pub fn moved(&mut self, motion: Motion, cx: &Cx<'_>) {
        let before = self.list.at();
        self.list.moved(motion, len(cx));
        self.off_the_rule(self.list.at() < before, cx);
        self.on = self.count(cx).map(|count| count.subject);
    }

    /// Puts the cursor on the line that lies there; the rule is no line.
    pub fn pointed(&mut self, at: Position, inside: Rect, cx: &Cx<'_>) -> Touch {
        let mut list = self.list;
        let touch = list.pointed(at, inside, 1, len(cx));
        if touch == Touch::Nothing || list.at() == rule(cx) {
            return Touch::Nothing;
        }
        self.list = list;
        self.on = self.count(cx).map(|count| count.subject);
        touch
    }

    /// Steps over the rule, on in the direction of the move where there is a line.
    fn off_the_rule(&mut self, up: bool, cx: &Cx<'_>) {
        let (at, len) = (self.list.at(), len(cx));
        if at != rule(cx) {
            return;
        }
        let up = up || at + 1 >= len;
        self.list.set(if up { at.saturating_sub(1) } else { at + 1 }, len);
    }

    pub fn fit(&mut self, height: usize, cx: &Cx<'_>) {
        self.list.fit(height, len(cx));
        self.off_the_rule(false, cx);
    }

    /// Follows what the cursor was on; where that is gone, stays at its place, on what came after it.
    pub fn settle(&mut self, cx: &Cx<'_>) {
        let counts = cx.sprint.requests.counts();
        let place = self.on.and_then(|on| counts.iter().position(|count| count.subject == on));
        let line = place.map_or(self.list.at(), |place| line_of(place, cx));
        self.list.set(line, len(cx));
        self.off_the_rule(false, cx);
        self.on = self.count(cx).map(|count| count.subject);
    }

    /// Puts the cursor on a count.
    fn to(&mut self, place: usize, cx: &Cx<'_>) {
        self.list.set(line_of(place, cx), len(cx));
        self.on = self.count(cx).map(|count| count.subject);
    }

    /// The place of the next count whose category nobody mapped, from the top again behind the last.
    fn next_unmapped(&self, cx: &Cx<'_>) -> Option<usize> {
        let counts = cx.sprint.requests.counts();
        let here = self.list.at() - usize::from(self.list.at() > rule(cx));
        let open = |place: &usize| matches!(counts[*place].subject, Subject::Category(_));
        (here + 1..counts.len()).chain(0..=here).filter(|place| *place < counts.len()).find(open)
    }
}

/// The counts are shown, and there is something to count.
pub fn shown(screen: &Requests, cx: &Cx<'_>) -> Result<(), Reason> {
    match screen.picture {
        Picture::Counts if !cx.sprint.requests.is_empty() => Ok(()),
        Picture::Counts | Picture::Rows | Picture::Whole => Err(Reason::Elsewhere),
    }
}

/// The count under the cursor, or why there is none.
pub fn line(screen: &Requests, cx: &Cx<'_>) -> Result<Count, Reason> {
    shown(screen, cx)?;
    screen.counts.count(cx).ok_or(Reason::Say("requests-none-count"))
}

pub fn on_line(screen: &Requests, cx: &Cx<'_>) -> Result<(), Reason> {
    line(screen, cx).map(|_| ())
}

/// Opens the rows of the line.
pub fn open(screen: &mut Requests, cx: &mut Cx<'_>) {
    let Ok(count) = line(screen, cx) else { return };
    let filter = match count.subject {
        Subject::Service(id) => Filter::Service(id),
        Subject::Category(at) | Subject::Outside(at) => Filter::Category(at),
    };
    screen.rows.forget_query();
    screen.show_rows(filter, cx);
}

pub fn can_go_next(screen: &Requests, cx: &Cx<'_>) -> Result<(), Reason> {
    shown(screen, cx)?;
    match cx.sprint.requests.unmapped() {
        0 => Err(Reason::Say("requests-all-mapped")),
        _ => Ok(()),
    }
}

pub fn go_next(screen: &mut Requests, cx: &mut Cx<'_>) {
    if let Some(place) = screen.counts.next_unmapped(cx) {
        screen.counts.to(place, cx);
    }
}

pub fn can_go_onward(screen: &Requests, cx: &Cx<'_>) -> Result<(), Reason> {
    match line(screen, cx)?.subject {
        Subject::Service(_) => Ok(()),
        Subject::Category(_) | Subject::Outside(_) => Err(Reason::Say("requests-no-service-yet")),
    }
}

/// To the service among the priorities.
pub fn go_onward(screen: &mut Requests, cx: &mut Cx<'_>) {
    if let Ok(Count { subject: Subject::Service(id), .. }) = line(screen, cx) {
        cx.go(Go { place: "priorities", item: Some(Item::Service(id)) });
    }
}
