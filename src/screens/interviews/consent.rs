//! Consent and state of an interview, from one list.

use super::staff::{self, Part};
use super::{Asked, Interviews};
use crate::domain::id::InterviewId;
use crate::domain::interview::{Consent, Interview, Status};
use crate::kit::ask::{self, Ask, Confirm, Pick};
use crate::kit::draw::Line;
use crate::kit::theme::Role;
use crate::kit::{Cx, Reason};

/// What can be chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Choice {
    Notes,
    Quotes,
    Shown,
    Recontact,
    Arrived,
    NoShow,
    Practice,
    Stopped,
    Withdrawn,
    Interviewer,
    NoteTaker,
}

/// The choices with the letters they keep, and whether each holds.
const CHOICES: [(Choice, &str, &str); 11] = [
    (Choice::Notes, "n", "interviews-consent-notes"),
    (Choice::Quotes, "q", "interviews-consent-quotes"),
    (Choice::Shown, "s", "interviews-consent-shown"),
    (Choice::Recontact, "r", "interviews-consent-recontact"),
    (Choice::Arrived, "a", "interviews-choice-arrived"),
    (Choice::NoShow, "o", "interviews-choice-no-show"),
    (Choice::Practice, "p", "interviews-choice-practice"),
    (Choice::Stopped, "t", "interviews-choice-stopped"),
    (Choice::Interviewer, "i", "interviews-choice-interviewer"),
    (Choice::NoteTaker, "m", "interviews-choice-note-taker"),
    (Choice::Withdrawn, "w", "interviews-choice-withdrawn"),
];

pub fn ready(screen: &Interviews, cx: &Cx<'_>) -> Result<(), Reason> {
    super::wall::on_interview(screen, cx)
}

pub fn ask(screen: &mut Interviews, cx: &mut Cx<'_>) {
    let Some(one) = screen.selected(cx).and_then(|id| cx.sprint.interviews.get(id)) else { return };
    let choices = CHOICES.iter().map(|(choice, letters, id)| ask::Choice {
        letters: (*letters).to_owned(),
        line: Line::new().add(
            Role::Text,
            &match choice {
                Choice::Interviewer => staff::choice_words(one, Part::Asks, cx),
                Choice::NoteTaker => staff::choice_words(one, Part::Writes, cx),
                Choice::Notes
                | Choice::Quotes
                | Choice::Shown
                | Choice::Recontact
                | Choice::Arrived
                | Choice::NoShow
                | Choice::Practice
                | Choice::Stopped
                | Choice::Withdrawn => cx.words.say(id),
            },
        ),
        on: holds(one, *choice),
    });
    let pick = Pick { title: cx.words.say("interviews-choice-title"), choices: choices.collect() };
    screen.asked = Asked::State(one.id, CHOICES.iter().map(|(choice, _, _)| *choice).collect());
    cx.ask(Ask::Pick(pick));
}

fn holds(one: &Interview, choice: Choice) -> bool {
    match choice {
        Choice::Notes => one.consent.notes,
        Choice::Quotes => one.consent.quotes,
        Choice::Shown => one.consent.shown,
        Choice::Recontact => one.consent.recontact,
        Choice::Arrived => one.status == Status::Arrived,
        Choice::NoShow => one.status == Status::NoShow,
        Choice::Practice => one.practice,
        Choice::Stopped => one.status == Status::Stopped,
        Choice::Withdrawn => one.status == Status::Withdrawn,
        // Enter agrees with what is on and does nothing; on these it asks further.
        Choice::Interviewer | Choice::NoteTaker => false,
    }
}

/// Does what was chosen. Withdrawing can't be undone, so it asks first.
pub fn choose(id: InterviewId, choice: Choice, cx: &mut Cx<'_>) -> Asked {
    let Some(one) = cx.sprint.interviews.get(id) else { return Asked::Nothing };
    let consent = one.consent;
    let agree = |consent: Consent| cx.sprint.consent_to(id, consent);
    let outcome = match choice {
        Choice::Notes => agree(Consent { notes: !consent.notes, ..consent }),
        Choice::Quotes => agree(Consent { quotes: !consent.quotes, ..consent }),
        Choice::Shown => agree(Consent { shown: !consent.shown, ..consent }),
        Choice::Recontact => agree(Consent { recontact: !consent.recontact, ..consent }),
        Choice::Arrived => cx.sprint.stand_interview(id, Status::Arrived),
        Choice::NoShow => cx.sprint.stand_interview(id, Status::NoShow),
        Choice::Stopped => cx.sprint.stand_interview(id, Status::Stopped),
        Choice::Practice => cx.sprint.practise(id),
        Choice::Interviewer => return staff::ask(id, Part::Asks, cx),
        Choice::NoteTaker => return staff::ask(id, Part::Writes, cx),
        Choice::Withdrawn => {
            cx.ask(Ask::Confirm(Confirm {
                question: cx.words.say("interviews-withdraw-title"),
                consequence: cx.words.say("interviews-withdraw-text"),
            }));
            return Asked::Withdraw(id);
        }
    };
    cx.propose(outcome);
    Asked::Nothing
}

/// The respondent withdrew.
pub fn withdraw(id: InterviewId, cx: &mut Cx<'_>) {
    cx.propose(cx.sprint.stand_interview(id, Status::Withdrawn));
}
