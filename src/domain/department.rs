//! Departments that take part and own services.

use serde::{Deserialize, Serialize};

use super::Sprint;
use super::id::DepartmentId;
use crate::text::Clean;

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
