//! Departments that take part and own services.

use serde::{Deserialize, Serialize};

use super::id::{DepartmentId, Id, Ids};
use super::participant::Participant;
use super::{Fact as AnyFact, Refusal, Sprint, service};
use crate::text::{Clean, fold};

/// Most departments of a sprint.
pub const DEPARTMENTS_MAX: usize = 200;

/// A department.
#[derive(Clone, PartialEq, Debug)]
pub struct Department {
    /// Its id.
    pub id: DepartmentId,
    /// The number in `D03`.
    pub code: u32,
    /// Its name.
    pub name: Clean,
}

/// What becomes true of a department.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// It takes part.
    Added {
        /// Its id.
        id: DepartmentId,
        /// The number in `D03`.
        code: u32,
        /// Its name.
        name: Clean,
    },
    /// It is called so.
    Named {
        /// Which.
        id: DepartmentId,
        /// Its new name.
        name: Clean,
    },
}

impl Fact {
    pub(super) fn texts(&mut self) -> Vec<&mut Clean> {
        match self {
            Self::Added { name, .. } | Self::Named { name, .. } => vec![name],
        }
    }

    pub(super) fn apply(&self, sprint: &mut Sprint) {
        match self {
            Self::Added { id, code, name } => {
                sprint.departments.add(*id, Department { id: *id, code: *code, name: name.clone() });
            }
            Self::Named { id, name } => {
                if let Some(department) = sprint.departments.get_mut(*id) {
                    department.name = name.clone();
                }
            }
        }
    }
}

impl Sprint {
    /// Adds a department.
    pub fn add_department(&self, ids: &mut Ids, code: u32, name: &Clean) -> Result<Vec<AnyFact>, Refusal> {
        self.check_department(name, None)?;
        if self.departments.len() >= DEPARTMENTS_MAX {
            return Err(Refusal::TooManyDepartments);
        }
        let id = DepartmentId::from(ids.next::<Id>());
        Ok(vec![Fact::Added { id, code, name: name.clone() }.into()])
    }

    /// Renames a department.
    pub fn name_department(&self, id: DepartmentId, name: &Clean) -> Result<Vec<AnyFact>, Refusal> {
        let one = self.departments.get(id).ok_or(Refusal::Gone)?;
        if one.name == *name {
            return Err(Refusal::NothingChanged);
        }
        self.check_department(name, Some(id))?;
        Ok(vec![Fact::Named { id, name: name.clone() }.into()])
    }

    fn check_department(&self, name: &Clean, own: Option<DepartmentId>) -> Result<(), Refusal> {
        service::check_name(name)?;
        match self.department_called(name) {
            Some(other) if Some(other.id) != own => Err(Refusal::DepartmentExists),
            Some(_) | None => Ok(()),
        }
    }

    /// The department of this name, however it is written.
    pub fn department_called(&self, name: &Clean) -> Option<&Department> {
        let wanted = fold(name.as_str());
        self.departments.iter().find(|one| fold(one.name.as_str()) == wanted)
    }

    /// The people of a department, or those of none; who left is among them.
    pub fn people_of(&self, department: Option<DepartmentId>) -> impl Iterator<Item = &Participant> {
        self.participants.iter().filter(move |one| one.department == department)
    }
}
