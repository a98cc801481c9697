//! Which column of a list of people is which, by the names in its header. A job title is no role of the sprint, so
//! a column with titles is not stored.

use crate::exchange::header::key;
use crate::text::Clean;

const NAME: &[&str] = &[
    "name",
    "full name",
    "given name",
    "first name",
    "participant",
    "person",
    "employee",
    "піб",
    "п. і. б.",
    "прізвище та ім’я",
    "прізвище, ім’я",
    "ім’я та прізвище",
    "ім’я",
    "учасник",
    "учасниця",
    "учасники",
    "працівник",
    "співробітник",
];
const SURNAME: &[&str] = &["surname", "last name", "family name", "прізвище"];
const DEPARTMENT: &[&str] = &[
    "department",
    "unit",
    "division",
    "office",
    "organisation",
    "organization",
    "департамент",
    "підрозділ",
    "структурний підрозділ",
    "управління",
    "відділ",
    "організація",
    "установа",
];
const ROLES: &[&str] = &[
    "role",
    "roles",
    "role in the sprint",
    "sprint role",
    "роль",
    "ролі",
    "роль у спринті",
    "ролі у спринті",
];
const TEAM: &[&str] = &["team", "team name", "group", "команда", "назва команди", "група"];

/// Places of the columns that are stored, from 0. One of `name` and `surname` is there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Found {
    /// The name, or the given name where surnames have a column of their own.
    pub name: Option<usize>,
    /// The surname.
    pub surname: Option<usize>,
    /// The department.
    pub department: Option<usize>,
    /// What they do in the sprint.
    pub roles: Option<usize>,
    /// Their team.
    pub team: Option<usize>,
}

impl Found {
    /// Names of the columns that are not stored; one without a name is `#` and its number.
    pub(super) fn unstored(&self, headers: &[Clean]) -> Vec<Clean> {
        let stored = [self.name, self.surname, self.department, self.roles, self.team];
        let others = headers.iter().enumerate().filter(|(place, _)| !stored.contains(&Some(*place)));
        others
            .map(|(place, name)| match name.is_empty() {
                true => Clean::new(&format!("#{}", place + 1)),
                false => name.clone(),
            })
            .collect()
    }
}

/// Whether `header` is one of the names that columns are found by.
pub(super) fn is_known(header: &str) -> bool {
    let header = plain(header);
    [NAME, SURNAME, DEPARTMENT, ROLES, TEAM].into_iter().flatten().any(|name| plain(name) == header)
}

/// Finds the columns; `None` without one that names people.
pub(super) fn find(headers: &[Clean]) -> Option<Found> {
    let keys: Vec<String> = headers.iter().map(|header| plain(header.as_str())).collect();
    let one = |names: &[&str]| names.iter().find_map(|name| keys.iter().position(|key| *key == plain(name)));
    let found = Found {
        name: one(NAME),
        surname: one(SURNAME),
        department: one(DEPARTMENT),
        roles: one(ROLES),
        team: one(TEAM),
    };
    (found.name.is_some() || found.surname.is_some()).then_some(found)
}

/// A name without what people write in different ways, stops and commas among it.
fn plain(name: &str) -> String {
    let mut plain = key(name);
    plain.retain(|c| !matches!(c, '.' | ',' | ':'));
    plain
}
