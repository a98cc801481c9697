//! The reveal for the room: all rows are covered, then shown from the bottom up, a key a row.

use super::standing::standings;
use super::{Picture, Priorities};
use crate::domain::id::ServiceId;
use crate::domain::service::Service;
use crate::kit::motion::Slide;
use crate::kit::{Cx, Reason};

/// From so many columns to the right an uncovered row slides in.
const COLUMNS: i32 = 60;

/// By how many columns the row of a service is still off to the right.
pub fn columns_off(screen: &Priorities, service: &Service, cx: &Cx<'_>) -> u16 {
    if screen.reveal.is_none() {
        return 0;
    }
    let off = screen.uncovered.place_of(u64::from(service.code), 0, cx.now_ms);
    u16::try_from(off).unwrap_or(0)
}

/// Whether the place of a service is not told yet.
pub fn covers(screen: &Priorities, id: ServiceId, cx: &Cx<'_>) -> bool {
    let Some(shown) = screen.reveal else { return false };
    let all = standings(cx);
    let place = all.iter().position(|one| one.service.id == id);
    place.is_some_and(|place| place < all.len().saturating_sub(shown))
}

/// Whether the row at this place of so many is covered.
pub fn covers_row(screen: &Priorities, place: usize, rows: usize) -> bool {
    screen.reveal.is_some_and(|shown| place < rows.saturating_sub(shown))
}

/// Whether any row is covered.
pub fn is_covering(screen: &Priorities, cx: &Cx<'_>) -> bool {
    screen.reveal.is_some_and(|shown| shown < cx.sprint.services.len())
}

/// Nothing is to be shown where there are no services any more.
pub fn settle(screen: &mut Priorities, cx: &Cx<'_>) {
    let services = cx.sprint.services.len();
    screen.reveal = screen.reveal.filter(|_| services > 0).map(|shown| shown.min(services));
}

pub fn can_start(screen: &Priorities, cx: &Cx<'_>) -> Result<(), Reason> {
    let elsewhere = screen.opened.is_some() || screen.on_weights || screen.picture != Picture::List;
    if elsewhere || screen.reveal.is_some() || cx.sprint.services.is_empty() {
        return Err(Reason::Elsewhere);
    }
    match cx.derived.ranked.is_none() || screen.following.is_refreshing() {
        true => Err(Reason::Say("priorities-not-ranked-yet")),
        false => Ok(()),
    }
}

pub fn start(screen: &mut Priorities, cx: &mut Cx<'_>) {
    screen.reveal = Some(0);
    to_newest(screen, cx);
}

pub fn can_go_on(screen: &Priorities, cx: &Cx<'_>) -> Result<(), Reason> {
    let shown = screen.reveal.filter(|_| screen.opened.is_none()).ok_or(Reason::Elsewhere)?;
    match shown < cx.sprint.services.len() {
        true => Ok(()),
        false => Err(Reason::Say("priorities-all-shown")),
    }
}

/// Shows the next row from the bottom.
pub fn go_on(screen: &mut Priorities, cx: &mut Cx<'_>) {
    screen.reveal = screen.reveal.map(|shown| shown + 1);
    screen.on_weights = false;
    to_newest(screen, cx);
    let newest = screen.at.and_then(|id| cx.sprint.services.get(id));
    if let (Some(service), true) = (newest, cx.settings.slides) {
        screen.uncovered = Slide::begin(vec![(u64::from(service.code), COLUMNS)], cx.now_ms);
    }
}

/// Puts the cursor on the row that was shown last; while there is none, on the lowest.
fn to_newest(screen: &mut Priorities, cx: &Cx<'_>) {
    let all = standings(cx);
    let shown = screen.reveal.unwrap_or(0).max(1);
    let place = all.len().saturating_sub(shown);
    screen.at = all.get(place).map(|one| one.service.id);
    screen.list.set(place, all.len());
}

pub fn can_end(screen: &Priorities, _: &Cx<'_>) -> Result<(), Reason> {
    match screen.reveal.is_some() && screen.opened.is_none() {
        true => Ok(()),
        false => Err(Reason::Elsewhere),
    }
}

pub fn end(screen: &mut Priorities, _: &mut Cx<'_>) {
    screen.reveal = None;
}
