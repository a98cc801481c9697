//! A new interview: a form of five fields.

use super::{Asked, Interviews};
use crate::domain::code::{self, Code};
use crate::domain::id::{Id, InterviewId};
use crate::domain::interview::Plan;
use crate::domain::{NAME_CHARS_MAX, Refusal};
use crate::kit::ask::{Ask, Blank, Form};
use crate::kit::{Cx, Reason};
use crate::text::Clean;

/// What the form is called among the drafts.
pub const FORM: &str = "interview";
/// Minutes that are proposed where there is no guide.
const MINUTES: u16 = 30;

pub fn ready(screen: &Interviews, cx: &Cx<'_>) -> Result<(), Reason> {
    if screen.opened.is_some() {
        return Err(Reason::Elsewhere);
    }
    match cx.sprint.teams.is_empty() {
        true => Err(Reason::Say("interviews-no-teams")),
        false => Ok(()),
    }
}

pub fn ask(screen: &mut Interviews, cx: &mut Cx<'_>) {
    let minutes = cx.sprint.current_guide().map_or(MINUTES, |guide| guide.minutes());
    let round = cx.sprint.running_round().or_else(|| cx.sprint.rounds().next()).and_then(|item| item.round);
    let respondent = Code::Respondent(cx.history.next_code(Code::Respondent(0)));
    let round = round.map(|round| round.to_string()).unwrap_or_default();
    let values = [String::new(), respondent.to_string(), round, minutes.to_string(), String::new()];
    ask_with(screen, values, cx);
}

fn ask_with(screen: &mut Interviews, values: [String; 5], cx: &mut Cx<'_>) {
    let blank = |label: &str, value: String, chars_max: usize| Blank {
        label: cx.words.say(&format!("interviews-add-{label}")),
        value,
        hint: cx.words.say(&format!("interviews-add-{label}-hint")),
        chars_max,
        path: false,
    };
    let [team, respondent, round, minutes, segment] = values;
    let fields = vec![
        blank("team", team, 10),
        blank("respondent", respondent, 10),
        blank("round", round, 3),
        blank("minutes", minutes, 4),
        blank("segment", segment, NAME_CHARS_MAX),
    ];
    let form = Form { name: FORM.to_owned(), title: cx.words.say("interviews-add-title"), fields };
    cx.ask(Ask::Form(form));
    screen.asked = Asked::New;
}

/// Plans what the form says and puts the cursor there; what is wrong is said, with the form open again.
pub fn submit(screen: &mut Interviews, values: &[String], cx: &mut Cx<'_>) {
    let id = InterviewId::from(cx.out.ids.next::<Id>());
    let plan = plan(values, cx);
    let round = plan.as_ref().ok().and_then(|plan| plan.round);
    let planned = plan.and_then(|plan| {
        let number = cx.history.next_interview(plan.team);
        cx.sprint.plan_interview(id, number, &plan)
    });
    match cx.propose(planned) {
        true => screen.wall.go_to_new(id, round),
        false => {
            if let Ok(values) = <[String; 5]>::try_from(values.to_vec()) {
                ask_with(screen, values, cx);
            }
        }
    }
}

fn plan(values: &[String], cx: &Cx<'_>) -> Result<Plan, Refusal> {
    let value = |at: usize| values.get(at).map_or("", |value| value.trim());
    let team = match (code::parse(value(0)), value(0).parse::<u32>()) {
        (Some(Code::Team(n)), _) | (None, Ok(n)) => n,
        (Some(_) | None, _) => return Err(Refusal::NotATeam),
    };
    let there =
        cx.sprint.teams.iter().find(|one| one.code == team).ok_or(Refusal::NoTeam(Code::Team(team)))?;
    let Some(Code::Respondent(respondent)) = code::parse(value(1)) else {
        return Err(Refusal::NotARespondent);
    };
    let wanted: Option<u8> = value(2).parse().ok();
    let round =
        cx.sprint.rounds().find(|item| item.round.is_some() && item.round == wanted).map(|item| item.id);
    let minutes = value(3).parse().map_err(|_| Refusal::MinutesOutOfRange)?;
    Ok(Plan { team: there.id, round, respondent, segment: Clean::new(value(4)), minutes, practice: false })
}
