//! Services: what the sprint studies and ranks.

use serde::{Deserialize, Serialize};

use super::id::{DepartmentId, Id, Ids, ServiceId};
use super::{Fact as AnyFact, NAME_CHARS_MAX, Refusal, Sprint};
use crate::text::Clean;

/// A service.
#[derive(Clone, PartialEq, Debug)]
pub struct Service {
    /// Its id.
    pub id: ServiceId,
    /// The number in `S2`.
    pub code: u32,
    /// Its name as in the register.
    pub name: Clean,
    /// The department that owns it.
    pub department: Option<DepartmentId>,
    /// Teams interview about it; the others are candidates that stand in the same ranking.
    pub studied: bool,
}

/// What becomes true of a service.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// It is studied, or a candidate.
    Added {
        /// Its id.
        id: ServiceId,
        /// The number in `S2`.
        code: u32,
        /// Its name.
        name: Clean,
        /// The department that owns it.
        department: Option<DepartmentId>,
        /// Teams interview about it.
        studied: bool,
    },
    /// It goes by another name.
    Named {
        /// Which.
        id: ServiceId,
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
            Self::Added { id, code, name, department, studied } => {
                let service = Service {
                    id: *id,
                    code: *code,
                    name: name.clone(),
                    department: *department,
                    studied: *studied,
                };
                sprint.services.add(*id, service);
            }
            Self::Named { id, name } => {
                if let Some(service) = sprint.services.get_mut(*id) {
                    service.name = name.clone();
                }
            }
        }
        sprint.requests.recount();
    }
}

/// Whether a name can be given: something to read, not longer than [`NAME_CHARS_MAX`].
pub fn check_name(name: &Clean) -> Result<(), Refusal> {
    if name.is_empty() {
        return Err(Refusal::NameEmpty);
    }
    if name.as_str().chars().count() > NAME_CHARS_MAX {
        return Err(Refusal::NameTooLong);
    }
    Ok(())
}

impl Sprint {
    /// Makes a candidate service of a category that requests came in with, and maps it.
    pub fn candidate_from_category(
        &self,
        ids: &mut Ids,
        code: u32,
        category: &Clean,
    ) -> Result<Vec<AnyFact>, Refusal> {
        check_name(category)?;
        if self.services.iter().any(|service| service.name == *category) {
            return Err(Refusal::ServiceExists);
        }
        let id = ServiceId::from(ids.next::<Id>());
        let added = Fact::Added { id, code, name: category.clone(), department: None, studied: false };
        let mapped = super::request::Fact::Mapped { category: category.clone(), service: Some(id) };
        Ok(vec![added.into(), mapped.into()])
    }

    /// Renames a service.
    pub fn name_service(&self, id: ServiceId, name: &Clean) -> Result<Vec<AnyFact>, Refusal> {
        check_name(name)?;
        let service = self.services.get(id).ok_or(Refusal::Gone)?;
        if service.name == *name {
            return Err(Refusal::NothingChanged);
        }
        Ok(vec![Fact::Named { id, name: name.clone() }.into()])
    }
}
