//! Clocks of the day: start, pause, go on to the next, lengthen, shorten, borrow.

use super::{Agenda, Asked};
use crate::domain::{BOX_STEP_MINUTES, label};
use crate::kit::ask::{Ask, Choice, Pick};
use crate::kit::draw::Line;
use crate::kit::theme::Role;
use crate::kit::{Cx, Notice, Reason, said};
use crate::words::Args;

pub fn can_go_on(screen: &Agenda, cx: &Cx<'_>) -> Result<(), Reason> {
    screen.on_day()?;
    cx.sprint.next_box(&cx.now, cx.zone)?;
    Ok(())
}

/// Ends what is on and starts what comes next; the cursor goes with the room.
pub fn go_on(screen: &mut Agenda, cx: &mut Cx<'_>) {
    let day = cx.sprint.day_in_hand(&cx.now, cx.zone);
    let next = day.and_then(|day| cx.sprint.day_plan(day, &cx.now, cx.zone).next());
    if !cx.propose(cx.sprint.next_box(&cx.now, cx.zone)) {
        return;
    }
    screen.at = None;
    if next.is_none() {
        let args = Args::new().with("day", day.unwrap_or(1));
        cx.tell(Notice::news(cx.words.tell("agenda-day-over", args)));
    }
}

pub fn can_toggle(screen: &Agenda, cx: &Cx<'_>) -> Result<(), Reason> {
    let id = screen.selected(cx)?;
    cx.sprint.start_or_pause(id, &cx.now, cx.zone)?;
    Ok(())
}

pub fn toggle(screen: &mut Agenda, cx: &mut Cx<'_>) {
    if let Ok(id) = screen.selected(cx) {
        screen.at = Some(id);
        cx.propose(cx.sprint.start_or_pause(id, &cx.now, cx.zone));
    }
}

pub fn can_extend(screen: &Agenda, cx: &Cx<'_>) -> Result<(), Reason> {
    extended(screen, cx, i32::from(BOX_STEP_MINUTES)).map(|_| ())
}

pub fn can_shorten(screen: &Agenda, cx: &Cx<'_>) -> Result<(), Reason> {
    extended(screen, cx, -i32::from(BOX_STEP_MINUTES)).map(|_| ())
}

fn extended(screen: &Agenda, cx: &Cx<'_>, more: i32) -> Result<Vec<crate::domain::Fact>, Reason> {
    let id = screen.selected(cx)?;
    Ok(cx.sprint.extend_box(id, more)?)
}

pub fn longer(screen: &mut Agenda, cx: &mut Cx<'_>) {
    extend(screen, cx, i32::from(BOX_STEP_MINUTES));
}

pub fn shorter(screen: &mut Agenda, cx: &mut Cx<'_>) {
    extend(screen, cx, -i32::from(BOX_STEP_MINUTES));
}

fn extend(screen: &mut Agenda, cx: &mut Cx<'_>, more: i32) {
    if let Ok(id) = screen.selected(cx) {
        screen.at = Some(id);
        cx.propose(cx.sprint.extend_box(id, more));
    }
}

pub fn can_borrow(screen: &Agenda, cx: &Cx<'_>) -> Result<(), Reason> {
    let id = screen.selected(cx)?;
    cx.sprint.lenders(id)?;
    Ok(())
}

/// Shows the later timeboxes that can lend, and how many minutes each has.
pub fn borrow(screen: &mut Agenda, cx: &mut Cx<'_>) {
    let Ok(id) = screen.selected(cx) else { return };
    let lenders = match cx.sprint.lenders(id) {
        Ok(lenders) => lenders,
        Err(refusal) => {
            cx.propose(Err(refusal));
            return;
        }
    };
    let choices = lenders.iter().zip(0..).map(|(item, n)| {
        let line = Line::new()
            .cell_right(Role::Muted, &cx.words.minutes_short(i64::from(item.minutes)), MINUTES_COLUMNS)
            .gap(2)
            .add(Role::Muted, &said::civil_time(item.start, cx.words))
            .gap(2)
            .add(Role::Text, &item.title);
        Choice { letters: label::letters(n).unwrap_or_default(), line, on: false }
    });
    let args = Args::new().with("minutes", BOX_STEP_MINUTES);
    let pick = Pick { title: cx.words.tell("agenda-borrow-title", args), choices: choices.collect() };
    screen.at = Some(id);
    screen.asked = Asked::Borrow(id, lenders.iter().map(|item| item.id).collect());
    cx.ask(Ask::Pick(pick));
}

/// Columns of minutes with their unit: "120 min".
const MINUTES_COLUMNS: usize = 7;
