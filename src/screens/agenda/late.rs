//! Late: three plans for the rest of the day, each with its finish, taken with one key and one undo.

use super::{Agenda, Asked};
use crate::kit::ask::{Ask, Choice, Pick};
use crate::kit::draw::{Glyph, Line};
use crate::kit::theme::Role;
use crate::kit::{Cx, Notice, Reason, said};
use crate::method::schedule::{Change, MINUTE_MS, Plan, Repair};
use crate::words::{Args, Phrase};

/// Columns of a plan's name.
const NAME_COLUMNS: usize = 21;

pub fn ready(screen: &Agenda, cx: &Cx<'_>) -> Result<(), Reason> {
    screen.on_day()?;
    cx.sprint.day_in_hand(&cx.now, cx.zone).map(|_| ()).ok_or(Reason::Say("agenda-empty-first"))
}

/// Shows the three plans; where the day is in time it says so, and what there is to choose then.
pub fn ask(screen: &mut Agenda, cx: &mut Cx<'_>) {
    let Some(day) = cx.sprint.day_in_hand(&cx.now, cx.zone) else { return };
    let now = cx.sprint.day_plan(day, &cx.now, cx.zone);
    let plans = cx.sprint.plans(day, &cx.now, cx.zone);
    let in_time = now.forecast.late_ms < MINUTE_MS && now.forecast.overlap_ms < MINUTE_MS;
    if in_time {
        let finish = now.forecast.finish.map(|ms| said::day_time(ms, cx.words)).unwrap_or_default();
        cx.tell(Notice::news(cx.words.tell("agenda-in-time", Args::new().with("finish", &finish))));
        return;
    }
    let choices = ["a", "b", "c"].into_iter().zip(&plans).map(|(letters, plan)| Choice {
        letters: letters.to_owned(),
        line: plan_line(day, plan, cx),
        on: false,
    });
    let choices = choices.collect();
    let title = match now.late_minutes() {
        1.. => cx.words.tell("agenda-late-title", Args::new().with("minutes", now.late_minutes())),
        _ => cx.words.say("agenda-overlap-title"),
    };
    screen.asked = Asked::Plan(day, plans.to_vec());
    cx.ask(Ask::Pick(Pick { title, choices }));
}

fn plan_line(day: u8, plan: &Plan, cx: &Cx<'_>) -> Line {
    let name = cx.words.say(match plan.repair {
        Repair::Shrink => "agenda-plan-shrink",
        Repair::Cut => "agenda-plan-cut",
        Repair::Tail => "agenda-plan-tail",
    });
    let finish = plan.forecast.finish.map(|ms| said::day_time(ms, cx.words)).unwrap_or_default();
    let ends = cx.words.tell("agenda-plan-ends", Args::new().with("finish", &finish));
    let line = Line::new().cell(Role::Text, &name, NAME_COLUMNS).gap(1).add(Role::Strong, &ends);
    line.gap(1).add(Role::Muted, &Glyph::DOT).gap(1).add(Role::Muted, &what(day, plan, cx))
}

/// What a plan changes, in a few words.
fn what(day: u8, plan: &Plan, cx: &Cx<'_>) -> Phrase {
    let items = cx.sprint.day_plan(day, &cx.now, cx.zone).items;
    let of = |at: usize| items.get(at);
    if plan.changes.is_empty() {
        return cx.words.say("agenda-plan-nothing");
    }
    let won: u16 = plan
        .changes
        .iter()
        .map(|&(at, change)| {
            let minutes = of(at).map_or(0, |item| item.minutes);
            match change {
                Change::Minutes(left) => minutes.saturating_sub(left),
                Change::Cut | Change::Leaves => minutes,
            }
        })
        .sum();
    match (plan.repair, &plan.changes[..]) {
        (Repair::Shrink, changes) => {
            let args = Args::new().with("blocks", changes.len()).with("minutes", won);
            cx.words.tell("agenda-plan-shrinks", args)
        }
        (Repair::Cut | Repair::Tail, [(at, _)]) => of(*at).map_or_else(Phrase::default, |item| {
            cx.words.tell("agenda-plan-one", Args::new().with("title", &item.title))
        }),
        (Repair::Cut | Repair::Tail, changes) => {
            let args = Args::new().with("blocks", changes.len()).with("minutes", won);
            cx.words.tell("agenda-plan-several", args)
        }
    }
}

/// Takes the plan at `at`.
pub fn take(day: u8, plans: &[Plan], at: usize, cx: &mut Cx<'_>) {
    let Some(plan) = plans.get(at) else { return };
    // Minutes went by while the room was choosing: the plan is made for now.
    let fresh = cx.sprint.plans(day, &cx.now, cx.zone).into_iter().find(|one| one.repair == plan.repair);
    let Some(plan) = fresh else { return };
    if cx.propose(cx.sprint.take_plan(day, &plan, &cx.now, cx.zone)) {
        let finish = plan.forecast.finish.map(|ms| said::day_time(ms, cx.words)).unwrap_or_default();
        cx.tell(Notice::news(cx.words.tell("agenda-plan-taken", Args::new().with("finish", &finish))));
    }
}
