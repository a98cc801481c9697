//! Which rows are shown: a filter and words, looked for by a job. What was found stays until the new answer
//! comes. Rows that are like another row, or speak of a theme, are found at once, the likest first.

use std::sync::Arc;

use crate::domain::id::{ServiceId, ThemeId};
use crate::domain::request::{Mapping, RequestId, Subject};
use crate::kit::job::Find;
use crate::kit::{Cx, Effect, Field, Job, wall};

/// Most characters of what is searched for.
const QUERY_CHARS_MAX: usize = 200;
/// Most rows that are shown as like something.
const LIKE_MAX: usize = 100;

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
    /// Like a row.
    Like(RequestId),
    /// Like the notes of a theme.
    Speaks(ThemeId),
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
            Self::Like(_) | Self::Speaks(_) => None,
        }
    }

    /// Whether rows are shown for what they are like.
    pub fn is_likeness(self) -> bool {
        match self {
            Self::Like(_) | Self::Speaks(_) => true,
            Self::All | Self::Unmapped | Self::Service(_) | Self::Category(_) => false,
        }
    }

    /// The rows that are most like what it names; `None` while words are being learnt.
    fn like(self, cx: &Cx<'_>) -> Option<Vec<(RequestId, f32)>> {
        let known = wall::words_of_requests(cx)?;
        let of_theme = |id| {
            let rows = cx.sprint.evidence.rows_of(id).iter();
            rows.filter_map(|&row| cx.sprint.notes.at_row(row)).map(|note| note.text.as_str()).collect()
        };
        let texts: Vec<&str> = match self {
            Self::Like(id) => cx.sprint.requests.row(id).map(|row| row.text).into_iter().collect(),
            Self::Speaks(id) => of_theme(id),
            Self::All | Self::Unmapped | Self::Service(_) | Self::Category(_) => Vec::new(),
        };
        let mut rows = known.requests_like(&texts, LIKE_MAX + 1);
        rows.retain(|(id, likeness)| *likeness > 0.0 && self != Self::Like(*id));
        rows.truncate(LIKE_MAX);
        Some(rows)
    }

    /// What it names, if it names one thing that is there.
    pub fn subject(self, cx: &Cx<'_>) -> Option<Subject> {
        match self {
            Self::All | Self::Unmapped | Self::Like(_) | Self::Speaks(_) => None,
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
            Self::Like(id) => cx.sprint.requests.row(id).is_some(),
            Self::Speaks(id) => cx.sprint.themes.get(id).is_some_and(|theme| !theme.removed),
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
    /// Rows with how alike they are; they keep their order while they are shown.
    like: Option<Vec<(RequestId, f32)>>,
    /// What was shown before those.
    before: Option<Before>,
}

/// What was shown before rows that are like something, with the place of the cursor.
struct Before {
    filter: Filter,
    query: String,
    found: Option<Found>,
    at: usize,
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

    /// Shows the rows that are like something, and remembers what was shown before.
    pub fn show_like(&mut self, filter: Filter, at: usize, cx: &mut Cx<'_>) {
        if !self.filter.is_likeness() {
            let (query, found) = (std::mem::take(&mut self.query), self.found.take());
            self.before = Some(Before { filter: self.filter, query, found, at });
        }
        self.like = None;
        self.set_filter(filter, cx);
    }

    /// Shows again what was shown before; answers where the cursor was, `None` when nothing was.
    pub fn show_before(&mut self, cx: &mut Cx<'_>) -> Option<usize> {
        let before = self.before.take();
        self.like = None;
        let at = before.as_ref().map(|before| before.at);
        if let Some(Before { filter, query, found, .. }) = before {
            (self.query, self.found) = (query, found);
            self.set_filter(filter, cx);
        } else {
            self.set_filter(Filter::All, cx);
        }
        at
    }

    /// How alike the row at a place is to what was asked for.
    pub fn likeness_at(&self, at: usize) -> Option<f32> {
        self.like.as_ref()?.get(at).map(|(_, likeness)| *likeness)
    }

    /// Words came: shows what could not be worked out before.
    pub fn learnt(&mut self, cx: &mut Cx<'_>) {
        if self.filter.is_likeness() && self.like.is_none() {
            self.refresh(cx);
        }
    }

    /// Whether what is like something can't be said yet.
    pub fn is_learning(&self) -> bool {
        self.filter.is_likeness() && self.like.is_none()
    }

    /// Opens the field with the words that hold. Words are looked for among all rows.
    pub fn open(&mut self) {
        if self.filter.is_likeness() {
            (self.filter, self.like, self.before) = (Filter::All, None, None);
        }
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
        if self.filter.is_likeness() {
            (self.found, self.wanted) = (None, None);
            match &mut self.like {
                Some(rows) => rows.retain(|(id, _)| cx.sprint.requests.row(*id).is_some()),
                None => self.like = self.filter.like(cx),
            }
            return;
        }
        self.like = None;
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
        if self.filter.is_likeness() {
            return self.like.as_ref().map_or(0, Vec::len);
        }
        match &self.found {
            Some(found) => found.places.len(),
            None => cx.sprint.requests.len() as usize,
        }
    }

    /// The row at a place of what is shown.
    pub fn id_at(&self, at: usize, cx: &Cx<'_>) -> Option<RequestId> {
        if self.filter.is_likeness() {
            return self.like.as_ref()?.get(at).map(|(id, _)| *id);
        }
        let place = match &self.found {
            Some(found) => *found.places.get(at)?,
            None => u32::try_from(at).ok()?,
        };
        cx.sprint.requests.nth(place)
    }
}
