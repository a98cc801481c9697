//! Which rows are shown: a filter and words, looked for by a job. What was found stays until the new answer
//! comes.

use std::sync::Arc;

use crate::domain::id::ServiceId;
use crate::domain::request::{Mapping, RequestId, Subject};
use crate::kit::job::Find;
use crate::kit::{Cx, Effect, Field, Job};

/// Most characters of what is searched for.
const QUERY_CHARS_MAX: usize = 200;

/// Rows of what.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Filter {
    /// Of everything.
    #[default]
    All,
    /// Of categories that nobody mapped.
    Unmapped,
    /// Of a service.
    Service(ServiceId),
    /// Of a category, by its place.
    Category(u32),
}

impl Filter {
    /// The categories it lets through; `None` is all.
    fn categories(self, cx: &Cx<'_>) -> Option<Vec<u32>> {
        let requests = &cx.sprint.requests;
        match self {
            Self::All => None,
            Self::Unmapped => {
                let open = (0..).zip(requests.categories()).filter(|(_, one)| one.mapping == Mapping::Open);
                Some(open.map(|(at, _)| at).collect())
            }
            Self::Service(id) => Some(requests.categories_of(id).to_vec()),
            Self::Category(at) => Some(vec![at]),
        }
    }

    /// What it names, if it names one thing that is there.
    pub fn subject(self, cx: &Cx<'_>) -> Option<Subject> {
        match self {
            Self::All | Self::Unmapped => None,
            Self::Service(id) => Some(Subject::Service(id)),
            Self::Category(at) => {
                cx.sprint.requests.categories().get(at as usize).map(|category| match category.mapping {
                    Mapping::NoService => Subject::Outside(at),
                    Mapping::Open | Mapping::Service(_) => Subject::Category(at),
                })
            }
        }
    }

    fn is_there(self, cx: &Cx<'_>) -> bool {
        match self {
            Self::All | Self::Unmapped => true,
            Self::Service(id) => cx.sprint.services.get(id).is_some(),
            Self::Category(at) => cx.sprint.requests.categories().get(at as usize).is_some(),
        }
    }
}

/// The filter, the words, and what they found.
#[derive(Default)]
pub struct Finding {
    filter: Filter,
    query: String,
    field: Option<Field>,
    found: Option<Found>,
    /// What a job is looking for.
    wanted: Option<Find>,
}

/// Places over all imports, and what they were found by.
struct Found {
    find: Find,
    places: Arc<Vec<u32>>,
}

impl Finding {
    pub fn filter(&self) -> Filter {
        self.filter
    }

    /// The words as they were typed.
    pub fn query(&self) -> &str {
        self.query.trim()
    }

    pub fn field(&self) -> Option<&Field> {
        self.field.as_ref()
    }

    pub fn field_mut(&mut self) -> Option<&mut Field> {
        self.field.as_mut()
    }

    /// Opens the field with the words that hold.
    pub fn open(&mut self) {
        self.field = Some(Field::search(&self.query, QUERY_CHARS_MAX));
    }

    /// Closes the field; what was found stays.
    pub fn close(&mut self) {
        self.field = None;
    }

    /// Whether what is shown belongs to an older question.
    pub fn is_refreshing(&self) -> bool {
        self.wanted.is_some()
    }

    pub fn set_filter(&mut self, filter: Filter, cx: &mut Cx<'_>) {
        self.filter = filter;
        self.refresh(cx);
    }

    pub fn forget_query(&mut self) {
        self.query.clear();
        self.field = None;
    }

    /// Takes the words out of the field.
    pub fn read_field(&mut self, cx: &mut Cx<'_>) {
        if let Some(field) = &self.field {
            self.query = field.value().to_owned();
            self.refresh(cx);
        }
    }

    /// The sprint changed: drops a filter whose subject is gone, and looks anew where it matters.
    pub fn settle(&mut self, cx: &mut Cx<'_>) {
        if !self.filter.is_there(cx) {
            self.filter = Filter::All;
        }
        self.refresh(cx);
    }

    /// Asks for what should be shown, unless it is shown or asked for already.
    fn refresh(&mut self, cx: &mut Cx<'_>) {
        let Some(find) = self.asked_for(cx) else {
            (self.found, self.wanted) = (None, None);
            return;
        };
        if self.found.as_ref().is_some_and(|found| found.find == find) {
            self.wanted = None;
        } else if self.wanted.as_ref() != Some(&find) {
            self.wanted = Some(find.clone());
            cx.out.effects.push(Effect::Compute(Job::Find(find)));
        }
    }

    /// What to look for; `None` when every row is shown.
    fn asked_for(&self, cx: &Cx<'_>) -> Option<Find> {
        let categories = self.filter.categories(cx);
        if categories.is_none() && self.query().is_empty() {
            return None;
        }
        Some(Find { texts: cx.derived.texts.clone(), query: self.query().to_owned(), categories })
    }

    /// Takes an answer, unless another one is awaited. Answers whether other words or another filter hold now.
    pub fn take(&mut self, find: &Find, places: &Arc<Vec<u32>>) -> bool {
        if self.wanted.as_ref() != Some(find) {
            return false;
        }
        self.wanted = None;
        let before = self.found.replace(Found { find: find.clone(), places: Arc::clone(places) });
        before
            .is_none_or(|before| before.find.query != find.query || before.find.categories != find.categories)
    }

    /// How many rows are shown.
    pub fn len(&self, cx: &Cx<'_>) -> usize {
        match &self.found {
            Some(found) => found.places.len(),
            None => cx.sprint.requests.len() as usize,
        }
    }

    /// The row at a place of what is shown.
    pub fn id_at(&self, at: usize, cx: &Cx<'_>) -> Option<RequestId> {
        let place = match &self.found {
            Some(found) => *found.places.get(at)?,
            None => u32::try_from(at).ok()?,
        };
        cx.sprint.requests.nth(place)
    }
}
