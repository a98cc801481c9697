//! What is seen of departments and of teams: a list on the left, the people of the row under the cursor on the
//! right, and one person in full below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rustc_hash::FxHashMap;

use super::changing::people_count;
use super::cursor::{Group, groups, people_of};
use super::{People, Picture};
use crate::domain::Code;
use crate::domain::id::{DepartmentId, TeamId};
use crate::domain::participant::Participant;
use crate::kit::Cx;
use crate::kit::draw::{
    Glyph, Line, columns, paint, paint_spread, paint_wrapped, pane, scroll_mark, team_glyph,
};
use crate::kit::roles::roles_verbs;
use crate::kit::theme::Role;
use crate::method::teaming::{SIZE_MAX, SIZE_MIN};
use crate::text::Clean;
use crate::words::{Args, Phrase};

/// Rows below: the person under the cursor in full.
const FOOT_ROWS: u16 = 2;
/// Rows above the people of a team: its service and its mix.
const TEAM_ROWS: u16 = 2;
/// From this width on the departments of a team's people are named in full.
const WIDE_COLUMNS: u16 = 110;
/// Columns of a code, and of a number.
const CODE_COLUMNS: usize = 4;
const NUMBER_COLUMNS: usize = 4;
/// Columns of a team before somebody's roles: its sign and code.
const TEAM_COLUMNS: usize = 6;
/// Columns of what somebody does; where there is room all of it is said.
const ROLES_COLUMNS: usize = 15;
const ROLES_COLUMNS_WIDE: usize = 20;

/// Where the parts lie.
pub struct Regions {
    head: Rect,
    groups_pane: Rect,
    people_pane: Rect,
    about: Rect,
    /// Rows of the departments or teams.
    pub groups: Rect,
    /// Rows of the people.
    pub people: Rect,
    foot: Rect,
}

/// Lays the parts out.
pub fn regions(picture: Picture, area: Rect) -> Regions {
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let foot_rows = FOOT_ROWS.min(area.height.saturating_sub(4));
    let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1 + foot_rows), ..area };
    let shares = if area.width >= WIDE_COLUMNS { [3, 5] } else { [2, 3] };
    let [groups_pane, people_pane] = columns(body, shares);
    let within = |pane: Rect| Rect {
        x: pane.x + 1,
        y: pane.y + 1,
        width: pane.width.saturating_sub(2),
        height: pane.height.saturating_sub(2),
    };
    let right = within(people_pane);
    let about_rows = match picture {
        Picture::Teams => TEAM_ROWS.min(right.height),
        Picture::Departments | Picture::Unasked => 0,
    };
    Regions {
        head: Rect { height: 1.min(area.height), ..inside },
        groups_pane,
        people_pane,
        about: Rect { height: about_rows, ..right },
        groups: within(groups_pane),
        people: Rect { y: right.y + about_rows, height: right.height - about_rows, ..right },
        foot: Rect { y: area.bottom().saturating_sub(foot_rows), height: foot_rows, ..inside },
    }
}

/// Draws it.
pub fn view(screen: &People, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let regions = regions(screen.picture, area);
    paint_spread(buf, regions.head, &head(screen.picture, cx), &private(cx), *cx.theme, None);
    let groups = groups(screen.picture, cx.sprint);
    view_groups(screen, &groups, cx, &regions, buf);
    view_people(screen, cx, &regions, buf);
    view_foot(screen, cx, regions.foot, buf);
}

/// Which picture it is, and how many there are.
fn head(picture: Picture, cx: &Cx<'_>) -> Line {
    let people = people_count(cx.sprint.present().count(), cx);
    let (title, id, count) = match picture {
        Picture::Departments => {
            ("people-picture-departments", "people-departments", cx.sprint.departments.len())
        }
        Picture::Teams | Picture::Unasked => ("people-picture-teams", "people-teams", cx.sprint.teams.len()),
    };
    let mut line = Line::new().add(Role::Strong, &cx.words.say(title)).gap(2);
    if count > 0 {
        let counted = cx.words.tell(id, Args::new().with("count", count));
        line = line.add(Role::Muted, &counted).gap(1).add(Role::Muted, &Glyph::DOT).gap(1);
    }
    line.add(Role::Muted, &people)
}

/// That the names stay here.
pub fn private(cx: &Cx<'_>) -> Line {
    Line::new().add(Role::Muted, &cx.words.say("people-private"))
}

fn view_groups(screen: &People, groups: &[Group], cx: &Cx<'_>, regions: &Regions, buf: &mut Buffer) {
    let theme = *cx.theme;
    let title = cx.words.say(match screen.picture {
        Picture::Departments => "people-picture-departments",
        Picture::Teams | Picture::Unasked => "people-picture-teams",
    });
    let title = Line::new().add(Role::Muted, &title);
    let inside = pane(buf, regions.groups_pane, &title, !screen.on_people, theme);
    if groups.is_empty() {
        let id = match screen.picture {
            Picture::Departments => "people-departments-empty",
            Picture::Teams | Picture::Unasked => "people-teams-empty",
        };
        paint_wrapped(buf, inside, Role::Muted, &cx.words.say(id), theme);
        return;
    }
    let counts = Counts::of(cx);
    let list = match screen.picture {
        Picture::Departments => &screen.departments,
        Picture::Teams | Picture::Unasked => &screen.teams,
    };
    let seen = list.seen(usize::from(inside.height), groups.len());
    for (row, group) in groups[seen.clone()].iter().enumerate() {
        let place = Rect { y: inside.y + row as u16, height: 1, ..inside };
        let is_at = seen.start + row == list.at();
        let over = match (is_at, screen.on_people) {
            (true, false) => Some(Role::Cursor),
            (true, true) | (false, _) => None,
        };
        let line = group_line(*group, is_at && screen.on_people, &counts, inside.width, cx);
        paint(buf, place, &line, theme, over);
    }
    scroll_mark(buf, inside, seen.start, usize::from(inside.height), groups.len(), theme);
}

/// How many people each department and each team has.
struct Counts {
    departments: FxHashMap<Option<DepartmentId>, u16>,
    teams: FxHashMap<Option<TeamId>, u16>,
}

impl Counts {
    fn of(cx: &Cx<'_>) -> Self {
        let (mut departments, mut teams) = (FxHashMap::default(), FxHashMap::default());
        for one in cx.sprint.present() {
            *departments.entry(one.department).or_insert(0) += 1;
            *teams.entry(one.team).or_insert(0) += 1;
        }
        Self { departments, teams }
    }
}

fn group_line(group: Group, opened: bool, counts: &Counts, width: u16, cx: &Cx<'_>) -> Line {
    let role = if opened { Role::Accent } else { Role::Text };
    let room = usize::from(width);
    match group {
        Group::Department(id) => {
            let count = counts.departments.get(&id).copied().unwrap_or(0);
            let columns = room.saturating_sub(CODE_COLUMNS + NUMBER_COLUMNS);
            let line = match id.and_then(|id| cx.sprint.departments.get(id)) {
                Some(one) => Line::new()
                    .cell(Role::Key, &Code::Department(one.code), CODE_COLUMNS)
                    .cell(role, &one.name, columns),
                None => Line::new().cell(Role::Warn, &Glyph::UNKNOWN, CODE_COLUMNS).cell(
                    role,
                    &cx.words.say("people-no-department"),
                    columns,
                ),
            };
            line.cell_right(Role::Muted, &count, NUMBER_COLUMNS)
        }
        Group::Team(id) => {
            let count = counts.teams.get(&id).copied().unwrap_or(0);
            let columns = room.saturating_sub(TEAM_COLUMNS + NUMBER_COLUMNS + 2);
            let Some(one) = id.and_then(|id| cx.sprint.teams.get(id)) else {
                return Line::new()
                    .cell(Role::Warn, &Glyph::UNKNOWN, TEAM_COLUMNS)
                    .cell(role, &cx.words.say("people-no-team"), columns)
                    .gap(2)
                    .cell_right(Role::Muted, &count, NUMBER_COLUMNS);
            };
            // A team without anybody is no wrong team yet.
            let fits = count == 0 || (SIZE_MIN..=SIZE_MAX).contains(&usize::from(count));
            let sign = if fits { Line::new().gap(2) } else { Line::new().cell(Role::Warn, &Glyph::WARN, 2) };
            let name = if one.is_named() { one.name.clone() } else { Clean::default() };
            team_sign(one.code).cell(role, &name, columns).then(sign).cell_right(
                Role::Muted,
                &count,
                NUMBER_COLUMNS,
            )
        }
    }
}

/// The sign and code of a team, in six columns.
pub fn team_sign(code: u32) -> Line {
    Line::new().add(Role::Team(code as u8), &team_glyph(code)).gap(1).cell(
        Role::Strong,
        &Code::Team(code),
        TEAM_COLUMNS - 2,
    )
}

/// A team's code and name.
pub fn named_team(id: Option<TeamId>, cx: &Cx<'_>) -> Phrase {
    match id.and_then(|id| cx.sprint.teams.get(id)) {
        Some(one) if one.is_named() => {
            let args = Args::new().with("code", Code::Team(one.code).to_string()).with("name", &one.name);
            cx.words.tell("people-team-named", args)
        }
        Some(one) => cx.words.tell("people-name", Args::new().with("name", Code::Team(one.code).to_string())),
        None => cx.words.say("people-no-team"),
    }
}

/// A department's name, or that there is none.
pub fn named_department(id: Option<DepartmentId>, cx: &Cx<'_>) -> Phrase {
    match id.and_then(|id| cx.sprint.departments.get(id)) {
        Some(one) => cx.words.tell("people-name", Args::new().with("name", &one.name)),
        None => cx.words.say("people-no-department"),
    }
}

fn view_people(screen: &People, cx: &Cx<'_>, regions: &Regions, buf: &mut Buffer) {
    let theme = *cx.theme;
    let group = screen.group(cx.sprint);
    let title = match group {
        Some(Group::Department(id)) => Line::new().add(Role::Strong, &named_department(id, cx)),
        Some(Group::Team(id)) => Line::new().add(Role::Strong, &named_team(id, cx)),
        None => Line::new().add(Role::Muted, &cx.words.say("people-picture-people")),
    };
    pane(buf, regions.people_pane, &title, screen.on_people, theme);
    let people = group.map(|group| people_of(group, cx.sprint)).unwrap_or_default();
    if let Some(Group::Team(Some(id))) = group {
        view_about(id, &people, cx, regions.about, buf);
    }
    let inside = regions.people;
    if people.is_empty() {
        let id = match (group, screen.on_people) {
            (None, false) => "people-empty",
            (Some(_), false) => "people-nobody-yet",
            (_, true) => "people-nobody-here-add",
        };
        paint_wrapped(buf, inside, Role::Muted, &cx.words.say(id), theme);
        return;
    }
    let seen = screen.members.seen(usize::from(inside.height), people.len());
    for (row, one) in people[seen.clone()].iter().enumerate() {
        let place = Rect { y: inside.y + row as u16, height: 1, ..inside };
        let on = screen.on_people && seen.start + row == screen.members.at();
        let line = person_line(one, screen.picture, inside.width, cx);
        paint(buf, place, &line, theme, on.then_some(Role::Cursor));
    }
    scroll_mark(buf, inside, seen.start, usize::from(inside.height), people.len(), theme);
}

/// The service of a team, and how mixed it is.
fn view_about(id: TeamId, people: &[&Participant], cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    let row = |y: u16| Rect { y: area.y + y, height: 1, ..area }.intersection(area);
    let service = cx.sprint.teams.get(id).and_then(|team| cx.sprint.services.get(team.service?));
    let studies = match service {
        Some(service) => {
            Line::new().add(Role::Muted, &Code::Service(service.code)).gap(1).add(Role::Muted, &service.name)
        }
        None => Line::new().add(Role::Muted, &cx.words.say("people-no-service")),
    };
    paint(buf, row(0), &studies, theme, None);
    paint(buf, row(1), &mix(id, people, cx), theme, None);
}

/// Whether some of a team study their own service, and from how many departments its people are.
fn mix(id: TeamId, people: &[&Participant], cx: &Cx<'_>) -> Line {
    if people.is_empty() {
        return Line::new();
    }
    let mut line = Line::new();
    let owner = cx.sprint.department_of_team(id);
    let own = people.iter().filter(|one| owner.is_some() && one.department == owner).count();
    if own > 0 {
        let words = cx.words.tell("people-mix-own", Args::new().with("own", own));
        line = line.add(Role::Warn, &Glyph::WARN).gap(1).add(Role::Warn, &words).gap(2);
    }
    line.add(Role::Text, &mix_words(people, cx))
}

/// How many people from how many departments.
fn mix_words(people: &[&Participant], cx: &Cx<'_>) -> Phrase {
    let mut departments: Vec<DepartmentId> = people.iter().filter_map(|one| one.department).collect();
    departments.sort_unstable();
    departments.dedup();
    let args =
        Args::new().with("people", people_count(people.len(), cx)).with("departments", departments.len());
    cx.words.tell("people-mix", args)
}

fn person_line(one: &Participant, picture: Picture, width: u16, cx: &Cx<'_>) -> Line {
    let room = usize::from(width);
    let roles = if width >= WIDE_COLUMNS / 2 { ROLES_COLUMNS_WIDE } else { ROLES_COLUMNS };
    let role = if one.left { Role::Muted } else { Role::Text };
    let does = match one.left {
        true => cx.words.say("people-left"),
        false => roles_verbs(&one.roles, cx),
    };
    match picture {
        Picture::Departments => {
            let name = room.saturating_sub(TEAM_COLUMNS + roles + 1);
            let team = one.team.and_then(|id| cx.sprint.teams.get(id));
            let sign = match team {
                Some(team) => team_sign(team.code),
                None => Line::new().cell(Role::Muted, &Glyph::SKIPPED, TEAM_COLUMNS),
            };
            Line::new().cell(role, &one.name, name).gap(1).then(sign).cell(Role::Muted, &does, roles)
        }
        Picture::Teams | Picture::Unasked => {
            let department = one.department.and_then(|id| cx.sprint.departments.get(id));
            let wide = if width >= WIDE_COLUMNS / 2 { room / 3 } else { CODE_COLUMNS + 1 };
            let name = room.saturating_sub(wide + roles + 1);
            let line = Line::new().cell(role, &one.name, name).gap(1);
            let owner = one.team.and_then(|team| cx.sprint.department_of_team(team));
            let own = owner.is_some() && owner == one.department;
            let muted = if own { Role::Warn } else { Role::Muted };
            let line = match (department, wide > CODE_COLUMNS + 1) {
                (Some(one), true) => line.cell(muted, &one.name, wide - 1).gap(1),
                (Some(one), false) => line.cell(muted, &Code::Department(one.code), wide),
                (None, _) => line.cell(Role::Warn, &Glyph::UNKNOWN, wide),
            };
            line.cell(Role::Muted, &does, roles)
        }
    }
}

/// The person, department or team under the cursor in full.
fn view_foot(screen: &People, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    if let Some(one) = screen.person(cx.sprint) {
        return view_person(one, cx, area, buf);
    }
    let Some(group) = screen.group(cx.sprint).filter(|_| !screen.on_people) else { return };
    let (code, mut parts) = match group {
        Group::Department(id) => {
            let code = id.and_then(|id| cx.sprint.departments.get(id)).map(|one| Code::Department(one.code));
            (code, vec![named_department(id, cx)])
        }
        Group::Team(id) => {
            let team = id.and_then(|id| cx.sprint.teams.get(id));
            let service = team.and_then(|team| cx.sprint.services.get(team.service?));
            let name = |name| cx.words.tell("people-name", Args::new().with("name", name));
            let mut parts = Vec::new();
            match team {
                Some(team) if team.is_named() => parts.push(name(&team.name)),
                Some(_) => {}
                None => parts.push(cx.words.say("people-no-team")),
            }
            match service {
                Some(service) => parts.push(name(&service.name)),
                None if team.is_some() => parts.push(cx.words.say("people-no-service")),
                None => {}
            }
            (team.map(|team| Code::Team(team.code)), parts)
        }
    };
    let people = people_of(group, cx.sprint);
    if let (Group::Team(Some(_)), false) = (group, people.is_empty()) {
        parts.push(mix_words(&people, cx));
    }
    let (have_asked, here) = (cx.sprint.have_asked(), people.iter().filter(|one| !one.left));
    let asked = here.clone().filter(|one| have_asked.contains(&one.id)).count();
    let here = here.count();
    if here > 0 {
        let args = Args::new().with("asked", asked).with("people", here);
        parts.push(cx.words.tell("people-group-asked", args));
    }
    view_coded(code, &joined(parts, cx), cx, area, buf);
}

/// A code, and a text word by word beside it.
fn view_coded(code: Option<Code>, text: &Phrase, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let mut taken = 0;
    if let Some(code) = code {
        let line = Line::new().add(Role::Key, &code);
        paint(buf, area, &line, *cx.theme, None);
        taken = (line.width() as u16 + 1).min(area.width);
    }
    let room = Rect { x: area.x + taken, width: area.width - taken, ..area };
    paint_wrapped(buf, room, Role::Text, text, *cx.theme);
}

/// Parts with dots between them.
fn joined(parts: Vec<Phrase>, cx: &Cx<'_>) -> Phrase {
    let mut parts = parts.into_iter();
    let first = parts.next().unwrap_or_default();
    parts.fold(first, |all, part| {
        cx.words.tell("people-and", Args::new().with("first", &all).with("second", &part))
    })
}

/// One person in full: code, name, department, team, roles, interviews.
pub fn view_person(one: &Participant, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    view_coded(Some(Code::Participant(one.code)), &whole(one, cx), cx, area, buf);
}

fn whole(one: &Participant, cx: &Cx<'_>) -> Phrase {
    let interviews = |ids: Vec<Phrase>, id: &str| match ids.is_empty() {
        true => None,
        false => Some(cx.words.tell(id, Args::new().with("interviews", cx.words.list(&ids)))),
    };
    let code = |one: &crate::domain::interview::Interview| {
        let team = cx.sprint.teams.get(one.team).map_or(0, |team| team.code);
        let code = Code::Interview(team, one.number).to_string();
        cx.words.tell("people-name", Args::new().with("name", code))
    };
    let asked: Vec<Phrase> = cx.sprint.asked_by(one.id).map(code).collect();
    let wrote = cx.sprint.interviews.iter().filter(|other| other.note_taker == Some(one.id));
    let wrote: Vec<Phrase> = wrote.map(code).collect();
    let mut parts = vec![
        cx.words.tell("people-name", Args::new().with("name", &one.name)),
        named_department(one.department, cx),
        named_team(one.team, cx),
    ];
    if one.left {
        parts.push(cx.words.say("people-left"));
    }
    let owner = one.team.and_then(|team| cx.sprint.department_of_team(team));
    if owner.is_some() && owner == one.department {
        parts.push(cx.words.say("people-own"));
    }
    if !one.roles.is_empty() {
        parts.push(roles_verbs(&one.roles, cx));
    }
    parts.push(interviews(asked, "people-asked-in").unwrap_or_else(|| cx.words.say("people-asked-none")));
    parts.extend(interviews(wrote, "people-wrote-in"));
    joined(parts, cx)
}
