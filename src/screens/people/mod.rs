//! People: departments and who comes from them, teams and who sits in them, and who has not interviewed yet.
//! Names of participants are for the workstation; the room's face never shows them.
//!
//! Start with [`People`]; `cursor.rs` says what a command means, `forms.rs` and `changing.rs` what keys do,
//! `proposal.rs` how teams are proposed, `intake.rs` how a list comes in, the views what is seen.

mod changing;
mod cursor;
mod forms;
mod intake;
mod pages;
mod proposal;
mod proposal_view;
mod unasked_view;
mod view;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::id::{DepartmentId, ParticipantId, TeamId};
use crate::kit::job::{Answer, Roster};
use crate::kit::{Command, Cx, List, Motion, Place, Reply, Touch, Verb};
use cursor::Selected;
use intake::Intake;
use proposal::Proposed;

/// The screen: which picture is shown and where its cursors are.
#[derive(Default)]
pub struct People {
    picture: Picture,
    on_people: bool,
    departments: List,
    teams: List,
    /// The people of the department or team under the cursor.
    members: List,
    unasked: List,
    proposed: Option<Proposed>,
    intake: Intake,
    asked: Asked,
    /// What to put the cursor on as soon as it is there.
    wanted: Option<Selected>,
    area: Rect,
}

/// What is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Picture {
    /// Departments and their people.
    #[default]
    Departments,
    /// Teams and their people.
    Teams,
    /// Who has not interviewed yet.
    Unasked,
}

/// What was asked last.
#[derive(Clone, Default, PartialEq)]
enum Asked {
    /// Nothing.
    #[default]
    Nothing,
    /// The name of a new department.
    NewDepartment,
    /// Name and service of a new team.
    NewTeam,
    /// A new participant for this team.
    NewPerson(Option<TeamId>),
    /// The new name of a department.
    Department(DepartmentId),
    /// The new name of a team.
    Team(TeamId),
    /// Name and department of a participant.
    Person(ParticipantId),
    /// In which team somebody is to sit.
    Seat(ParticipantId, Vec<Option<TeamId>>),
    /// What somebody does.
    Role(ParticipantId),
    /// Which file to take in.
    File,
    /// Whether to take in this list.
    TakeIn(Arc<Roster>),
}

impl Place for People {
    const NAME: &'static str = "people";
    const DIGIT: char = '8';

    fn commands() -> &'static [Command<Self>] {
        COMMANDS
    }

    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
        match (&self.proposed, self.picture) {
            (Some(proposed), _) => proposal_view::view(proposed, cx, area, buf),
            (None, Picture::Departments | Picture::Teams) => view::view(self, cx, area, buf),
            (None, Picture::Unasked) => unasked_view::view(self, cx, area, buf),
        }
    }

    fn moved(&mut self, motion: Motion, cx: &mut Cx<'_>) {
        match &mut self.proposed {
            Some(proposed) => proposed.moved(motion, self.area),
            None => self.walk(motion, cx.sprint),
        }
    }

    fn pointed(&mut self, at: Position, area: Rect, cx: &mut Cx<'_>) -> Touch {
        match self.proposed {
            Some(_) => Touch::Nothing,
            None => self.touched(at, area, cx.sprint),
        }
    }

    fn resume(&mut self, field: &str, cx: &mut Cx<'_>) {
        match field {
            intake::FORM => intake::ask(self, cx),
            _ => forms::resume(self, field, cx),
        }
    }

    fn replied(&mut self, reply: Reply, cx: &mut Cx<'_>) {
        match (std::mem::take(&mut self.asked), reply) {
            (Asked::NewDepartment, Reply::Filled(values)) => forms::make_department(self, &values, cx),
            (Asked::NewTeam, Reply::Filled(values)) => forms::make_team(self, &values, cx),
            (Asked::NewPerson(team), Reply::Filled(values)) => forms::make_person(self, team, &values, cx),
            (Asked::Department(id), Reply::Filled(values)) => forms::name_department(id, &values, cx),
            (Asked::Team(id), Reply::Filled(values)) => forms::name_team(id, &values, cx),
            (Asked::Person(id), Reply::Filled(values)) => forms::name_person(self, id, &values, cx),
            (Asked::Seat(id, teams), Reply::Picked(at)) => {
                if let Some(&team) = teams.get(at) {
                    changing::seat(self, id, team, cx);
                }
            }
            (Asked::File, Reply::Filled(values)) => intake::submit(self, &values, cx),
            (Asked::TakeIn(roster), Reply::Confirmed) => self.intake.take(&roster, cx),
            (Asked::Role(id), Reply::Picked(at)) => changing::choose(id, at, cx),
            (
                Asked::Nothing
                | Asked::NewDepartment
                | Asked::NewTeam
                | Asked::NewPerson(_)
                | Asked::Department(_)
                | Asked::Team(_)
                | Asked::Person(_)
                | Asked::Seat(..)
                | Asked::Role(_)
                | Asked::File
                | Asked::TakeIn(_),
                Reply::Left | Reply::Picked(_) | Reply::Filled(_) | Reply::Confirmed,
            ) => {}
        }
    }

    fn answered(&mut self, answer: &Answer, cx: &mut Cx<'_>) {
        match answer {
            Answer::People(outcome) => self.intake.read(outcome, cx),
            Answer::Ranked(..)
            | Answer::Known(_)
            | Answer::Learnt(..)
            | Answer::Proposed(..)
            | Answer::Compared(..)
            | Answer::Found(..)
            | Answer::Previewed(_)
            | Answer::Imported(_)
            | Answer::Completed(_)
            | Answer::Cancelled(_) => {}
        }
    }

    fn settle(&mut self, cx: &mut Cx<'_>) {
        if self.proposed.as_ref().is_some_and(|proposed| proposed.is_stale(cx)) {
            self.proposed = None;
        }
        if let Some(wanted) = self.wanted.take() {
            self.put_on(wanted, cx.sprint);
        }
        self.fit(cx.sprint);
        if self.asked == Asked::Nothing {
            self.asked = self.intake.ask_waiting(self.area.width, cx);
        }
    }

    fn left(&mut self) {
        self.proposed = None;
    }

    fn sized(&mut self, area: Rect, cx: &Cx<'_>) {
        self.area = area;
        self.fit(cx.sprint);
        if let Some(proposed) = &mut self.proposed {
            proposed.fit(area);
        }
    }
}

const COMMANDS: &[Command<People>] = &[
    Command { name: "people.take", verb: Verb::Open, ready: proposal::can_take, run: proposal::take },
    Command { name: "people.again", verb: Verb::Propose, ready: proposal::is_shown, run: proposal::again },
    Command { name: "people.reject", verb: Verb::Back, ready: proposal::is_shown, run: proposal::reject },
    Command { name: "people.open", verb: Verb::Open, ready: cursor::on_group, run: cursor::enter },
    Command { name: "people.view", verb: Verb::View, ready: cursor::on_pictures, run: cursor::turn },
    Command { name: "people.add", verb: Verb::Add, ready: forms::can_add_person, run: forms::ask_person },
    Command {
        name: "people.department",
        verb: Verb::Add,
        ready: forms::can_add_department,
        run: forms::ask_department,
    },
    Command { name: "people.team", verb: Verb::Add, ready: forms::can_add_team, run: forms::ask_team },
    Command { name: "people.move", verb: Verb::Move, ready: changing::can_seat, run: changing::ask_team },
    Command { name: "people.roles", verb: Verb::Kind, ready: changing::on_person, run: changing::ask_role },
    Command { name: "people.propose", verb: Verb::Propose, ready: proposal::ready, run: proposal::propose },
    Command { name: "people.import", verb: Verb::TakeIn, ready: intake::ready, run: intake::ask },
    Command { name: "people.edit", verb: Verb::Edit, ready: forms::can_edit, run: forms::edit },
    Command { name: "people.leave", verb: Verb::Cross, ready: changing::on_person, run: changing::leave },
    Command { name: "people.pane", verb: Verb::NextPane, ready: cursor::on_panes, run: cursor::other_pane },
    Command {
        name: "people.pane-back",
        verb: Verb::PrevPane,
        ready: cursor::on_panes,
        run: cursor::other_pane,
    },
    Command { name: "people.back", verb: Verb::Back, ready: cursor::can_go_back, run: cursor::go_back },
];
