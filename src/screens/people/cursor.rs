//! What the cursor is on: a department or a team on the left, a person on the right or in the list of those
//! who have not interviewed yet.

use ratatui::layout::{Position, Rect};

use super::{People, Picture, unasked_view, view};
use crate::domain::Sprint;
use crate::domain::id::{DepartmentId, ParticipantId, TeamId};
use crate::domain::participant::Participant;
use crate::kit::{Cx, Motion, Reason, Touch};

/// A row on the left. `None` gathers the people without a department, or without a team.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Group {
    /// A department.
    Department(Option<DepartmentId>),
    /// A team.
    Team(Option<TeamId>),
}

/// What a command means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Selected {
    /// A department.
    Department(DepartmentId),
    /// A team.
    Team(TeamId),
    /// A participant.
    Person(ParticipantId),
}

/// The rows on the left of a picture, in the order of making. People without a department or team come last,
/// where there are some.
pub fn groups(picture: Picture, sprint: &Sprint) -> Vec<Group> {
    match picture {
        Picture::Departments => {
            let mut groups: Vec<Group> =
                sprint.departments.iter().map(|one| Group::Department(Some(one.id))).collect();
            if sprint.participants.iter().any(|one| one.department.is_none()) {
                groups.push(Group::Department(None));
            }
            groups
        }
        Picture::Teams => {
            let mut groups: Vec<Group> = sprint.teams.iter().map(|one| Group::Team(Some(one.id))).collect();
            if sprint.present().any(|one| one.team.is_none()) {
                groups.push(Group::Team(None));
            }
            groups
        }
        Picture::Unasked => Vec::new(),
    }
}

/// The people of a row on the left: of a department those included that left, at the end; of a team only those
/// who are here.
pub fn people_of(group: Group, sprint: &Sprint) -> Vec<&Participant> {
    match group {
        Group::Department(id) => {
            let mut people: Vec<&Participant> = sprint.people_of(id).collect();
            people.sort_by_key(|one| one.left);
            people
        }
        Group::Team(Some(id)) => sprint.members(id).collect(),
        Group::Team(None) => sprint.present().filter(|one| one.team.is_none()).collect(),
    }
}

/// Who is here and has not interviewed yet, by team; people without a team come last.
pub fn unasked(sprint: &Sprint) -> Vec<&Participant> {
    let asked = sprint.have_asked();
    let mut people: Vec<&Participant> = sprint.present().filter(|one| !asked.contains(&one.id)).collect();
    people.sort_by_key(|one| {
        let team = one.team.and_then(|team| sprint.teams.row_of(team));
        (team.unwrap_or(u32::MAX), one.code)
    });
    people
}

impl People {
    /// The row on the left under the cursor.
    pub fn group(&self, sprint: &Sprint) -> Option<Group> {
        groups(self.picture, sprint).get(self.left_at()).copied()
    }

    fn left_at(&self) -> usize {
        match self.picture {
            Picture::Departments => self.departments.at(),
            Picture::Teams | Picture::Unasked => self.teams.at(),
        }
    }

    /// What a command means.
    pub fn selected(&self, sprint: &Sprint) -> Option<Selected> {
        if self.proposed.is_some() {
            return None;
        }
        match (self.picture, self.on_people) {
            (Picture::Unasked, _) => {
                unasked(sprint).get(self.unasked.at()).map(|one| Selected::Person(one.id))
            }
            (Picture::Departments | Picture::Teams, true) => {
                let people = people_of(self.group(sprint)?, sprint);
                people.get(self.members.at()).map(|one| Selected::Person(one.id))
            }
            (Picture::Departments | Picture::Teams, false) => match self.group(sprint)? {
                Group::Department(id) => id.map(Selected::Department),
                Group::Team(id) => id.map(Selected::Team),
            },
        }
    }

    /// The participant under the cursor.
    pub fn person<'a>(&self, sprint: &'a Sprint) -> Option<&'a Participant> {
        match self.selected(sprint)? {
            Selected::Person(id) => sprint.participants.get(id),
            Selected::Department(_) | Selected::Team(_) => None,
        }
    }

    /// Moves the cursor; left and right lead from pane to pane.
    pub fn walk(&mut self, motion: Motion, sprint: &Sprint) {
        match (self.picture, motion) {
            (Picture::Unasked, _) => {
                self.unasked.moved(motion, unasked(sprint).len());
            }
            (Picture::Departments | Picture::Teams, Motion::Left) => self.on_people = false,
            (Picture::Departments | Picture::Teams, Motion::Right) => self.on_people = true,
            (Picture::Departments | Picture::Teams, _) if self.on_people => {
                let len = self.group(sprint).map_or(0, |group| people_of(group, sprint).len());
                self.members.moved(motion, len);
            }
            (Picture::Departments | Picture::Teams, _) => {
                let len = groups(self.picture, sprint).len();
                if self.left_list().moved(motion, len) {
                    self.members.set(0, 1);
                }
            }
        }
    }

    fn left_list(&mut self) -> &mut crate::kit::List {
        match self.picture {
            Picture::Departments => &mut self.departments,
            Picture::Teams | Picture::Unasked => &mut self.teams,
        }
    }

    /// The pointer was pressed.
    pub fn touched(&mut self, at: Position, area: Rect, sprint: &Sprint) -> Touch {
        if self.picture == Picture::Unasked {
            let rows = unasked_view::regions(area).rows;
            return self.unasked.pointed(at, rows, 1, unasked(sprint).len());
        }
        let regions = view::regions(self.picture, area);
        let groups = groups(self.picture, sprint);
        if regions.groups.contains(at) {
            let was_here = !self.on_people;
            let touch = self.left_list().pointed(at, regions.groups, 1, groups.len());
            if touch == Touch::Chosen {
                self.members.set(0, 1);
            }
            self.on_people = self.on_people && touch == Touch::Nothing;
            return if touch == Touch::Again { Touch::of(was_here) } else { touch };
        }
        let len = self.group(sprint).map_or(0, |group| people_of(group, sprint).len());
        let touch = self.members.pointed(at, regions.people, 1, len);
        self.on_people |= touch != Touch::Nothing;
        touch
    }

    /// Keeps the cursors inside and in sight.
    pub fn fit(&mut self, sprint: &Sprint) {
        let rows = unasked_view::regions(self.area).rows.height;
        self.unasked.fit(usize::from(rows), unasked(sprint).len());
        for picture in [Picture::Departments, Picture::Teams] {
            let height = usize::from(view::regions(picture, self.area).groups.height);
            let len = groups(picture, sprint).len();
            match picture {
                Picture::Departments => self.departments.fit(height, len),
                Picture::Teams | Picture::Unasked => self.teams.fit(height, len),
            }
        }
        let len = self.group(sprint).map_or(0, |group| people_of(group, sprint).len());
        self.members.fit(usize::from(view::regions(self.picture, self.area).people.height), len);
    }

    /// Puts the cursor on something, in the present picture where it can be seen there.
    pub fn put_on(&mut self, wanted: Selected, sprint: &Sprint) {
        match wanted {
            Selected::Department(id) => self.put_on_group(Group::Department(Some(id)), sprint),
            Selected::Team(id) => self.put_on_group(Group::Team(Some(id)), sprint),
            Selected::Person(id) => {
                let Some(one) = sprint.participants.get(id) else { return };
                match self.picture {
                    Picture::Departments => self.put_on_group(Group::Department(one.department), sprint),
                    Picture::Teams => self.put_on_group(Group::Team(one.team), sprint),
                    Picture::Unasked => return,
                }
                let Some(group) = self.group(sprint) else { return };
                let people = people_of(group, sprint);
                if let Some(at) = people.iter().position(|one| one.id == id) {
                    self.members.set(at, people.len());
                    self.on_people = true;
                }
            }
        }
    }

    fn put_on_group(&mut self, group: Group, sprint: &Sprint) {
        let groups = groups(self.picture, sprint);
        if let Some(at) = groups.iter().position(|one| *one == group) {
            self.left_list().set(at, groups.len());
            self.on_people = false;
        }
    }
}

/// On one of the pictures, and not on proposed teams.
pub fn on_pictures(screen: &People, _: &Cx<'_>) -> Result<(), Reason> {
    match screen.proposed {
        Some(_) => Err(Reason::Elsewhere),
        None => Ok(()),
    }
}

/// Shows the next picture.
pub fn turn(screen: &mut People, cx: &mut Cx<'_>) {
    screen.picture = match screen.picture {
        Picture::Departments => Picture::Teams,
        Picture::Teams => Picture::Unasked,
        Picture::Unasked => Picture::Departments,
    };
    screen.on_people = false;
    screen.members.set(0, 1);
    screen.fit(cx.sprint);
}

/// On a picture with two panes.
pub fn on_panes(screen: &People, cx: &Cx<'_>) -> Result<(), Reason> {
    on_pictures(screen, cx)?;
    match screen.picture {
        Picture::Departments | Picture::Teams => Ok(()),
        Picture::Unasked => Err(Reason::Elsewhere),
    }
}

/// On a row on the left.
pub fn on_group(screen: &People, cx: &Cx<'_>) -> Result<(), Reason> {
    on_panes(screen, cx)?;
    match screen.on_people || screen.group(cx.sprint).is_none() {
        true => Err(Reason::Elsewhere),
        false => Ok(()),
    }
}

/// Goes to the people of the row.
pub fn enter(screen: &mut People, _: &mut Cx<'_>) {
    screen.on_people = true;
}

/// Goes to the other pane. The right one can be entered without people, so that somebody is added there.
pub fn other_pane(screen: &mut People, _: &mut Cx<'_>) {
    screen.on_people = !screen.on_people;
}

pub fn can_go_back(screen: &People, cx: &Cx<'_>) -> Result<(), Reason> {
    on_panes(screen, cx)?;
    match screen.on_people {
        true => Ok(()),
        false => Err(Reason::Elsewhere),
    }
}

pub fn go_back(screen: &mut People, _: &mut Cx<'_>) {
    screen.on_people = false;
}
