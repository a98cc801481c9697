//! Jobs: work that takes time, as plain data. Its answer carries the version it was asked for.

use std::sync::Arc;

use super::wall::{Compared, Heap, Known, Lesson, Pairs, Posed};
use crate::domain::Fact;
use crate::domain::id::SourceId;
use crate::domain::request::Chunk;
use crate::domain::roster;
use crate::method::grouping::{Learner, Proposals};
use crate::method::ranking::{Input, Ranked};
use crate::text::Clean;
use crate::words::{Lang, Phrase};

/// What kind of work, so that a newer one of a kind takes the place of an older.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Name {
    /// Ranking.
    Rank,
    /// Learning words from all texts.
    Words,
    /// Learning from the wall.
    Learn,
    /// Proposing groups.
    Propose,
    /// Finding pairs that may say the same.
    Compare,
    /// Finding in the requests.
    Find,
    /// A look into a file.
    Preview,
    /// Taking in a file.
    Import,
    /// Reading a list of people.
    People,
    /// Completing a path.
    Complete,
}

/// Work.
#[derive(Clone, PartialEq, Debug)]
pub enum Job {
    /// Rank the services.
    Rank(Input),
    /// Learn words from all texts of the file.
    Words(Heap),
    /// Learn what the notes of themes teach.
    Learn {
        /// What is known of words.
        known: Known,
        /// What each note teaches.
        lessons: Arc<Vec<Lesson>>,
    },
    /// Propose groups for loose notes.
    Propose(Arc<Posed>),
    /// Find pairs of notes that may say the same.
    Compare(Arc<Compared>),
    /// Find rows.
    Find(Find),
    /// Look into a file before it is taken in.
    Preview {
        /// Where it is.
        path: String,
        /// The language to say problems in.
        lang: Lang,
    },
    /// Read a list of people. It is short, so what it would bring is seen before anything comes in.
    People {
        /// Where it is.
        path: String,
        /// The language to say problems in.
        lang: Lang,
    },
    /// Complete the path of a file as far as it is certain.
    Complete {
        /// What was typed of it.
        typed: String,
    },
    /// Take in a file.
    Import {
        /// Where it is.
        path: String,
        /// The language to say problems in.
        lang: Lang,
        /// The id of the new source.
        id: SourceId,
        /// The first code of its rows.
        first: u32,
        /// When the answers were given.
        period: Option<Clean>,
        /// How many people were asked.
        asked: Option<u64>,
        /// What the source is called; the file's name where it is empty.
        name: Clean,
    },
}

/// Which rows are asked for.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Find {
    /// The version of the search text, which rises with each import.
    pub texts: FoldedTexts,
    /// Words that must all stand in the text, as typed.
    pub query: String,
    /// Only rows of these categories, by place over all imports; none means all.
    pub categories: Option<Vec<u32>>,
}

/// The rows to search: chunk by chunk, each with the place over all imports of its categories.
#[derive(Clone, Default)]
pub struct FoldedTexts(pub Arc<Vec<Searched>>);

impl PartialEq for FoldedTexts {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl std::fmt::Debug for FoldedTexts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "FoldedTexts({} chunks)", self.0.len())
    }
}

/// One chunk to search.
pub struct Searched {
    /// Place over all imports of its first row.
    pub first: u32,
    /// Its rows.
    pub chunk: Arc<Chunk>,
    /// Place over all imports of each of its import's categories.
    pub categories: Arc<Vec<u32>>,
    /// Its texts as the search reads them, made at the first search.
    pub folded: std::sync::OnceLock<(String, Vec<u32>)>,
}

/// What a look into a file showed.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Preview {
    /// Where it is.
    pub path: String,
    /// Its encoding, as people call it.
    pub encoding: Clean,
    /// Its separator.
    pub separator: char,
    /// The header of the texts.
    pub text: Clean,
    /// The header of the categories.
    pub category: Option<Clean>,
    /// The header of the districts.
    pub district: Option<Clean>,
    /// The header of the dates.
    pub date: Option<Clean>,
    /// Columns that are not stored.
    pub unstored: Vec<Clean>,
    /// Category and text of the first rows.
    pub rows: Vec<(Clean, Clean)>,
}

/// A row that did not come in.
#[derive(Clone, PartialEq, Debug)]
pub struct Bad {
    /// Number of the record; the header is 1.
    pub record: u64,
    /// Why.
    pub why: Phrase,
}

/// A list of people, as it stands in its file.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Roster {
    /// Where it is.
    pub path: String,
    /// Its encoding, as people call it.
    pub encoding: Clean,
    /// Its separator.
    pub separator: char,
    /// The headers of names, departments, roles and teams, those that are there.
    pub columns: Vec<Clean>,
    /// Columns that are not stored.
    pub unstored: Vec<Clean>,
    /// Its good rows.
    pub rows: Vec<roster::Row>,
    /// Rows that can't be read.
    pub bad: Vec<Bad>,
}

/// What came in.
#[derive(Clone, PartialEq, Debug)]
pub struct Imported {
    /// Facts of one step.
    pub facts: Vec<Fact>,
    /// Rows that came in.
    pub rows: u32,
    /// Rows that did not.
    pub bad: Vec<Bad>,
    /// Columns that are not stored.
    pub unstored: Vec<Clean>,
}

impl Imported {
    /// Whether a file of the same name brought as many rows before.
    pub fn came_before(&self, sprint: &crate::domain::Sprint) -> bool {
        self.facts.iter().any(|fact| match fact {
            Fact::Request(crate::domain::request::Fact::Imported { id, file, rows, .. }) => {
                sprint.requests.came_before(*id, file, *rows)
            }
            _ => false,
        })
    }
}

/// What a job found out.
#[derive(Clone, Debug)]
pub enum Answer {
    /// The ranking of this input.
    Ranked(Input, Arc<Ranked>),
    /// Words.
    Known(Known),
    /// What was learnt from these lessons.
    Learnt(Arc<Learner>, Arc<Vec<Lesson>>),
    /// Groups for these notes, of any number.
    Proposed(Arc<Posed>, Arc<Proposals>),
    /// Pairs among these notes.
    Compared(Arc<Compared>, Arc<Pairs>),
    /// Places over all imports, rising, of what was asked for.
    Found(Find, Arc<Vec<u32>>),
    /// A look into a file, or why not.
    Previewed(Result<Preview, Phrase>),
    /// What came in, or why not.
    Imported(Result<Arc<Imported>, Phrase>),
    /// A list of people, or why not.
    People(Result<Arc<Roster>, Phrase>),
    /// What was typed of a path, completed.
    Completed(String),
    /// It was cancelled.
    Cancelled(Name),
}

impl Answer {
    /// What kind of work it answers.
    pub fn name(&self) -> Name {
        match self {
            Self::Ranked(..) => Name::Rank,
            Self::Known(_) => Name::Words,
            Self::Learnt(..) => Name::Learn,
            Self::Proposed(..) => Name::Propose,
            Self::Compared(..) => Name::Compare,
            Self::Found(..) => Name::Find,
            Self::Previewed(_) => Name::Preview,
            Self::Imported(_) => Name::Import,
            Self::People(_) => Name::People,
            Self::Completed(_) => Name::Complete,
            Self::Cancelled(name) => *name,
        }
    }
}

impl Job {
    /// What kind of work it is.
    pub fn name(&self) -> Name {
        match self {
            Self::Rank(_) => Name::Rank,
            Self::Words(_) => Name::Words,
            Self::Learn { .. } => Name::Learn,
            Self::Propose(_) => Name::Propose,
            Self::Compare(_) => Name::Compare,
            Self::Find(_) => Name::Find,
            Self::Preview { .. } => Name::Preview,
            Self::Import { .. } => Name::Import,
            Self::People { .. } => Name::People,
            Self::Complete { .. } => Name::Complete,
        }
    }
}
