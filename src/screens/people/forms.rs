//! Forms: a new department, team or participant, and other words for one that is there. What is wrong is said,
//! with the form open again.

use super::cursor::{Group, Selected};
use super::{Asked, People, Picture};
use crate::domain::code::{self, Code};
use crate::domain::id::{DepartmentId, ParticipantId, ServiceId, TeamId};
use crate::domain::participant::Person;
use crate::domain::{Fact, NAME_CHARS_MAX, Refusal, department, participant, team};
use crate::kit::ask::{Ask, Blank, Form};
use crate::kit::roles::read_roles;
use crate::kit::{Cx, Reason};
use crate::text::{Clean, fold};
use crate::words::Args;

/// Most characters of the roles in a form.
const ROLES_CHARS_MAX: usize = 120;

/// What all forms are called, before their own names.
const FORMS: &str = "people ";
const DEPARTMENT_NEW: &str = "department";
const TEAM_NEW: &str = "team";
const PERSON_NEW: &str = "participant";

/// On the left of the departments.
pub fn can_add_department(screen: &People, cx: &Cx<'_>) -> Result<(), Reason> {
    on_left(screen, cx, Picture::Departments)
}

/// On the left of the teams.
pub fn can_add_team(screen: &People, cx: &Cx<'_>) -> Result<(), Reason> {
    on_left(screen, cx, Picture::Teams)
}

fn on_left(screen: &People, cx: &Cx<'_>, picture: Picture) -> Result<(), Reason> {
    super::cursor::on_panes(screen, cx)?;
    match screen.picture == picture && !screen.on_people {
        true => Ok(()),
        false => Err(Reason::Elsewhere),
    }
}

/// On the right.
pub fn can_add_person(screen: &People, cx: &Cx<'_>) -> Result<(), Reason> {
    super::cursor::on_panes(screen, cx)?;
    match screen.on_people {
        true => Ok(()),
        false => Err(Reason::Elsewhere),
    }
}

/// Opens the form of somebody or something new that has this name.
pub fn resume(screen: &mut People, field: &str, cx: &mut Cx<'_>) {
    match field.strip_prefix(FORMS) {
        Some(DEPARTMENT_NEW) => ask_department(screen, cx),
        Some(TEAM_NEW) => ask_team(screen, cx),
        Some(PERSON_NEW) => ask_person(screen, cx),
        Some(_) | None => {}
    }
}

pub fn ask_department(screen: &mut People, cx: &mut Cx<'_>) {
    show(DEPARTMENT_NEW, "people-department-title", &[NAME], &[""], cx);
    screen.asked = Asked::NewDepartment;
}

pub fn ask_team(screen: &mut People, cx: &mut Cx<'_>) {
    show(TEAM_NEW, "people-team-title", &[NAME, SERVICE], &["", ""], cx);
    screen.asked = Asked::NewTeam;
}

/// Asks for a new participant of the department or team under the cursor.
pub fn ask_person(screen: &mut People, cx: &mut Cx<'_>) {
    let (department, team) = match screen.group(cx.sprint) {
        Some(Group::Department(id)) => (id, None),
        Some(Group::Team(id)) => (None, id),
        None => (None, None),
    };
    ask_person_with(screen, team, ["", &department_name(department, cx), ""], cx);
}

fn ask_person_with(screen: &mut People, team: Option<TeamId>, values: [&str; 3], cx: &mut Cx<'_>) {
    show(PERSON_NEW, "people-person-title", &[PERSON, DEPARTMENT, ROLES], &values, cx);
    screen.asked = Asked::NewPerson(team);
}

fn department_name(id: Option<DepartmentId>, cx: &Cx<'_>) -> String {
    let name = id.and_then(|id| cx.sprint.departments.get(id)).map(|one| one.name.as_str());
    name.unwrap_or_default().to_owned()
}

/// A field: label, hint, most characters.
type Spec = (&'static str, &'static str, usize);
const NAME: Spec = ("people-form-name", "people-form-name-hint", NAME_CHARS_MAX);
const SERVICE: Spec = ("people-form-service", "people-form-service-hint", NAME_CHARS_MAX);
const PERSON: Spec = ("people-form-person", "people-form-person-hint", NAME_CHARS_MAX);
const DEPARTMENT: Spec = ("people-form-department", "people-form-department-hint", NAME_CHARS_MAX);
const ROLES: Spec = ("people-form-roles", "people-form-roles-hint", ROLES_CHARS_MAX);

fn show(name: &str, title: &str, specs: &[Spec], values: &[&str], cx: &mut Cx<'_>) {
    let fields = specs.iter().zip(values).map(|((label, hint, chars_max), value)| Blank {
        label: cx.words.say(label),
        value: (*value).to_owned(),
        hint: cx.words.say(hint),
        chars_max: *chars_max,
        path: false,
    });
    let (title, fields) = (cx.words.say(title), fields.collect());
    cx.ask(Ask::Form(Form { name: format!("{FORMS}{name}"), title, fields }));
}

fn value(values: &[String], at: usize) -> Clean {
    Clean::new(values.get(at).map_or("", |value| value.trim()))
}

pub fn make_department(screen: &mut People, values: &[String], cx: &mut Cx<'_>) {
    let code = cx.history.next_code(Code::Department(0));
    let outcome = cx.sprint.add_department(&mut cx.out.ids, code, &value(values, 0));
    if cx.propose(outcome) {
        screen.wanted = added(&cx.out.facts);
    } else {
        show(DEPARTMENT_NEW, "people-department-title", &[NAME], &texts(values), cx);
        screen.asked = Asked::NewDepartment;
    }
}

pub fn make_team(screen: &mut People, values: &[String], cx: &mut Cx<'_>) {
    let code = cx.history.next_code(Code::Team(0));
    let outcome = service_named(&value(values, 1), cx)
        .and_then(|service| cx.sprint.add_team(&mut cx.out.ids, code, &value(values, 0), service));
    if cx.propose(outcome) {
        screen.wanted = added(&cx.out.facts);
    } else {
        show(TEAM_NEW, "people-team-title", &[NAME, SERVICE], &texts(values), cx);
        screen.asked = Asked::NewTeam;
    }
}

pub fn make_person(screen: &mut People, team: Option<TeamId>, values: &[String], cx: &mut Cx<'_>) {
    let code = cx.history.next_code(Code::Participant(0));
    let person = read_person(team, values, cx);
    let outcome = person.and_then(|person| cx.sprint.add_participant(&mut cx.out.ids, code, &person));
    if cx.propose(outcome) {
        screen.wanted = added(&cx.out.facts);
    } else {
        let [name, department, roles] = [0, 1, 2].map(|at| value(values, at));
        ask_person_with(screen, team, [name.as_str(), department.as_str(), roles.as_str()], cx);
    }
}

fn read_person(team: Option<TeamId>, values: &[String], cx: &Cx<'_>) -> Result<Person, Refusal> {
    let department = department_named(&value(values, 1), cx)?;
    let roles = read_roles(value(values, 2).as_str(), cx.words)?;
    Ok(Person { name: value(values, 0), department, team, roles })
}

fn texts(values: &[String]) -> Vec<&str> {
    values.iter().map(String::as_str).collect()
}

/// What facts that are only proposed will add, to put the cursor on it.
fn added(facts: &[Fact]) -> Option<Selected> {
    facts.iter().rev().find_map(|fact| match fact {
        Fact::Department(department::Fact::Added { id, .. }) => Some(Selected::Department(*id)),
        Fact::Team(team::Fact::Added { id, .. }) => Some(Selected::Team(*id)),
        Fact::Participant(participant::Fact::Added { id, .. }) => Some(Selected::Person(*id)),
        _ => None,
    })
}

/// A department by its code or name; nothing is none.
fn department_named(name: &Clean, cx: &Cx<'_>) -> Result<Option<DepartmentId>, Refusal> {
    if name.is_empty() {
        return Ok(None);
    }
    let coded = match code::parse(name.as_str()) {
        Some(Code::Department(n)) => cx.sprint.departments.iter().find(|one| one.code == n),
        Some(_) | None => None,
    };
    let found = cx.sprint.department_called(name).or(coded);
    found.map(|one| Some(one.id)).ok_or_else(|| Refusal::NoDepartmentCalled(name.clone()))
}

/// A service by its code or name; nothing is none.
fn service_named(name: &Clean, cx: &Cx<'_>) -> Result<Option<ServiceId>, Refusal> {
    if name.is_empty() {
        return Ok(None);
    }
    let number = match code::parse(name.as_str()) {
        Some(Code::Service(n)) => Some(n),
        Some(_) | None => None,
    };
    let wanted = fold(name.as_str());
    let mut services = cx.sprint.services.iter();
    let found = services.find(|one| Some(one.code) == number || fold(one.name.as_str()) == wanted);
    found.map(|one| Some(one.id)).ok_or_else(|| Refusal::NoServiceCalled(name.clone()))
}

pub fn can_edit(screen: &People, cx: &Cx<'_>) -> Result<(), Reason> {
    super::cursor::on_pictures(screen, cx)?;
    screen.selected(cx.sprint).map(|_| ()).ok_or(Reason::Say("people-nothing-there"))
}

/// Asks for other words for what the cursor is on.
pub fn edit(screen: &mut People, cx: &mut Cx<'_>) {
    match screen.selected(cx.sprint) {
        Some(Selected::Department(id)) => {
            let name = department_name(Some(id), cx);
            edit_form(&format!("{id:?}"), &[NAME], &[&name], Code::Department(code_of(id, cx)), cx);
            screen.asked = Asked::Department(id);
        }
        Some(Selected::Team(id)) => {
            let Some(team) = cx.sprint.teams.get(id) else { return };
            edit_form(&format!("{id:?}"), &[NAME], &[team.name.as_str()], Code::Team(team.code), cx);
            screen.asked = Asked::Team(id);
        }
        Some(Selected::Person(id)) => {
            let Some(one) = cx.sprint.participants.get(id) else { return };
            let department = department_name(one.department, cx);
            ask_name(screen, id, [one.name.as_str(), &department], cx);
        }
        None => {}
    }
}

fn code_of(id: DepartmentId, cx: &Cx<'_>) -> u32 {
    cx.sprint.departments.get(id).map_or(0, |one| one.code)
}

fn ask_name(screen: &mut People, id: ParticipantId, values: [&str; 2], cx: &mut Cx<'_>) {
    let code = cx.sprint.participants.get(id).map_or(0, |one| one.code);
    edit_form(&format!("{id:?}"), &[PERSON, DEPARTMENT], &values, Code::Participant(code), cx);
    screen.asked = Asked::Person(id);
}

fn edit_form(name: &str, specs: &[Spec], values: &[&str], code: Code, cx: &mut Cx<'_>) {
    show(name, "people-edit-title", specs, values, cx);
    if let Some(Ask::Form(form)) = &mut cx.out.ask {
        form.title = cx.words.tell("people-edit-title", Args::new().with("code", code.to_string()));
    }
}

pub fn name_department(id: DepartmentId, values: &[String], cx: &mut Cx<'_>) {
    cx.propose(cx.sprint.name_department(id, &value(values, 0)));
}

pub fn name_team(id: TeamId, values: &[String], cx: &mut Cx<'_>) {
    cx.propose(cx.sprint.name_team(id, &value(values, 0)));
}

pub fn name_person(screen: &mut People, id: ParticipantId, values: &[String], cx: &mut Cx<'_>) {
    let outcome = department_named(&value(values, 1), cx)
        .and_then(|department| cx.sprint.name_participant(id, &value(values, 0), department));
    if cx.propose(outcome) {
        screen.wanted = Some(Selected::Person(id));
    } else {
        let [name, department] = [0, 1].map(|at| value(values, at));
        ask_name(screen, id, [name.as_str(), department.as_str()], cx);
    }
}
