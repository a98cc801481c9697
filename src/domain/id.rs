//! Ids: what facts link by. A writer's run and a counter, never used twice.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// One opening of the file for writing: a random number, unique in the file.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RunId(pub u32);

impl fmt::Display for RunId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

impl fmt::Debug for RunId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for RunId {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        match text.len() {
            8 => u32::from_str_radix(text, 16).map(Self).map_err(|_| NotAnId),
            _ => Err(NotAnId),
        }
    }
}

/// An id as it stands in the file: `a3f90b12.17`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id {
    /// The run that made it.
    pub run: RunId,
    /// Counts up within the run, from 1.
    pub n: u32,
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.run, self.n)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Id {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (run, n) = text.split_once('.').ok_or(NotAnId)?;
        Ok(Self { run: run.parse()?, n: n.parse().map_err(|_| NotAnId)? })
    }
}

/// The text is no id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct NotAnId;

/// Makes an id type travel as its text.
macro_rules! as_text {
    ($name:ty) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Visitor;
                impl serde::de::Visitor<'_> for Visitor {
                    type Value = $name;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str("an id")
                    }
                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$name, E> {
                        text.parse().map_err(E::custom)
                    }
                }
                deserializer.deserialize_str(Visitor)
            }
        }
    };
}

as_text!(RunId);
as_text!(Id);

/// One id type a kind of thing, so that a note's id can't be handed where a theme's is meant.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Id);

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }

        impl From<Id> for $name {
            fn from(id: Id) -> Self {
                Self(id)
            }
        }
    )*};
}

ids! {
    /// A department.
    DepartmentId,
    /// A participant: staff, never a respondent.
    ParticipantId,
    /// A service that the sprint studies or ranks.
    ServiceId,
    /// A team.
    TeamId,
    /// An agenda item; an interview round is one.
    AgendaId,
    /// One version of the discussion guide.
    GuideId,
    /// An interview.
    InterviewId,
    /// A note.
    NoteId,
    /// A theme.
    ThemeId,
    /// One import of residents' requests.
    SourceId,
    /// A question, insight, opportunity, idea or action.
    PieceId,
    /// Something in the parking lot.
    ParkedId,
}

/// Hands out ids of one run.
#[derive(Clone, Debug)]
pub struct Ids {
    run: RunId,
    last: u32,
}

impl Ids {
    /// Ids of `run`, from 1.
    pub fn of(run: RunId) -> Self {
        Self { run, last: 0 }
    }

    /// The next one. Four thousand million a run are more than anyone types.
    #[allow(clippy::should_implement_trait, reason = "ids never end, so they are no iterator")]
    pub fn next<T: From<Id>>(&mut self) -> T {
        self.last += 1;
        T::from(Id { run: self.run, n: self.last })
    }

    /// The run these ids belong to.
    pub fn run(&self) -> RunId {
        self.run
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_comes_back_from_its_text() {
        let id = NoteId(Id { run: RunId(0xa3f9), n: 17 });
        let text = serde_json::to_string(&id).unwrap();
        assert_eq!(text, "\"0000a3f9.17\"");
        assert_eq!(serde_json::from_str::<NoteId>(&text).unwrap(), id);
    }

    #[test]
    fn a_text_that_is_no_id_is_refused() {
        for text in ["", "a3f9.1", "0000a3f9", "0000a3f9.x", "0000a3fg.1"] {
            assert_eq!(text.parse::<Id>(), Err(NotAnId), "{text}");
        }
    }
}
