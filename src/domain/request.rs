//! Residents' requests: imported rows that are counted, never interview evidence. A row is addressed by its
//! import and its place there; rows lie in shared chunks, so that a checkpoint of the sprint copies none.

use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::de::{SeqAccess, Visitor};
use serde::ser::SerializeSeq;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::id::{ServiceId, SourceId, ThemeId};
use super::{Fact as AnyFact, Refusal, Sprint};
use crate::text::Clean;

/// Most rows of a chunk.
pub const CHUNK_ROWS_MAX: usize = 512;

/// One row.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct RequestId {
    /// The import it came with.
    pub source: SourceId,
    /// Its place there, from 0.
    pub row: u32,
}

/// Texts one behind the other in one buffer.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Texts {
    buffer: String,
    ends: Vec<u32>,
}

impl Texts {
    /// Adds a text, which must be clean already.
    pub fn push(&mut self, clean: &str) {
        self.buffer.push_str(clean);
        self.ends.push(self.buffer.len() as u32);
    }

    /// The text of a row.
    pub fn get(&self, row: usize) -> Option<&str> {
        let end = *self.ends.get(row)? as usize;
        let start = if row == 0 { 0 } else { self.ends[row - 1] as usize };
        self.buffer.get(start..end)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

impl Serialize for Texts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut seq = serializer.serialize_seq(Some(self.len()))?;
        for row in 0..self.len() {
            seq.serialize_element(self.get(row).unwrap_or_default())?;
        }
        seq.end()
    }
}

impl<'de> Deserialize<'de> for Texts {
    /// The journal is an entrance like any other: each text is cleaned on its way into the buffer.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct All;
        struct One<'a>(&'a mut Texts);
        impl<'de> serde::de::DeserializeSeed<'de> for One<'_> {
            type Value = ();
            fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
                deserializer.deserialize_str(self)
            }
        }
        impl Visitor<'_> for One<'_> {
            type Value = ();
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a text")
            }
            fn visit_str<E: serde::de::Error>(self, raw: &str) -> Result<(), E> {
                crate::text::clean_into(raw, &mut self.0.buffer);
                self.0.ends.push(self.0.buffer.len() as u32);
                Ok(())
            }
        }
        impl<'de> Visitor<'de> for All {
            type Value = Texts;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a list of texts")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Texts, A::Error> {
                let mut texts = Texts::default();
                while seq.next_element_seed(One(&mut texts))?.is_some() {}
                Ok(texts)
            }
        }
        deserializer.deserialize_seq(All)
    }
}

/// Rows as they travel in the file: columns, with categories and districts as numbers into the import's lists.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Chunk {
    /// The import they came with.
    pub source: SourceId,
    /// Place of the first one.
    pub first: u32,
    /// Their texts.
    pub text: Texts,
    /// Their categories, as places in the import's list.
    pub category: Vec<u32>,
    /// Their districts, likewise; empty when no row has one.
    pub district: Vec<u32>,
    /// Their dates, as days since 1970; empty when no row has one.
    pub date: Vec<Option<i32>>,
}

/// Days since 1970 of a date, as they stand in a [`Chunk`].
pub fn day_number(date: Date) -> i32 {
    let epoch = Date::constant(1970, 1, 1);
    date.since(epoch).map_or(0, |span| span.get_days())
}

/// The date of a day as it stands in a [`Chunk`]; `None` beyond the calendar.
pub fn date_of(day: i32) -> Option<Date> {
    let span = jiff::Span::new().try_days(day).ok()?;
    Date::constant(1970, 1, 1).checked_add(span).ok()
}

/// What became known of an import besides its rows.
#[derive(Clone, PartialEq, Debug)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// What it is called.
    pub name: Clean,
    /// The name of the file it came from.
    pub file: Clean,
    /// The number in `R00412` of its first row.
    pub first: u32,
    /// How many rows came in.
    pub rows: u32,
    /// How many rows did not.
    pub bad: u32,
    /// When the answers were given; `None` is unknown.
    pub period: Option<Clean>,
    /// How many people were asked; `None` is unknown.
    pub asked: Option<u64>,
    /// Columns of the file that were not stored.
    pub unstored: Vec<Clean>,
    /// Names of the categories, as its chunks number them.
    pub categories: Vec<Clean>,
    /// Names of the districts, likewise.
    pub districts: Vec<Clean>,
    /// Its chunks in the order of their rows.
    pub chunks: Vec<Arc<Chunk>>,
}

/// What becomes true of requests.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// A file came in; its rows follow.
    Imported {
        /// Its id.
        id: SourceId,
        /// What it is called.
        name: Clean,
        /// The name of the file.
        file: Clean,
        /// The number of the first row's code.
        first: u32,
        /// How many rows came in.
        rows: u32,
        /// How many did not.
        bad: u32,
        /// When the answers were given; none is unknown.
        period: Option<Clean>,
        /// How many people were asked; none is unknown.
        asked: Option<u64>,
        /// Columns that were not stored.
        unstored: Vec<Clean>,
        /// Names of the categories; an empty one is "without a category".
        categories: Vec<Clean>,
        /// Names of the districts.
        districts: Vec<Clean>,
    },
    /// Some of its rows.
    Rows(Arc<Chunk>),
    /// All rows of a category are about this service, or about none.
    Mapped {
        /// The category.
        category: Clean,
        /// The service; none means that it belongs to none.
        service: Option<ServiceId>,
    },
    /// Rows don't count as evidence, or count again.
    SetAside {
        /// Which.
        rows: Vec<RequestId>,
        /// Don't count.
        aside: bool,
    },
    /// Rows speak of this theme, or of none.
    Filed {
        /// Which.
        rows: Vec<RequestId>,
        /// Where.
        theme: Option<ThemeId>,
    },
}

/// Where the rows of a category belong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mapping {
    /// Nobody said yet.
    Open,
    /// To this service.
    Service(ServiceId),
    /// To no service.
    NoService,
}

/// A category over all imports.
#[derive(Clone, PartialEq, Debug)]
pub struct Category {
    /// Its name; empty for rows without one.
    pub name: Clean,
    /// Where it belongs.
    pub mapping: Mapping,
    /// Its rows that count.
    pub rows: u32,
}

/// What a line of the counts stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// A service, with all categories that are mapped to it.
    Service(ServiceId),
    /// A category that nobody mapped, by its place.
    Category(u32),
    /// A category that belongs to no service, by its place.
    Outside(u32),
}

/// A line of the counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Count {
    /// What is counted.
    pub subject: Subject,
    /// Rows.
    pub rows: u32,
    /// Rows of this and all lines above it.
    pub up_to: u32,
}

/// All requests of the sprint.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Requests {
    sources: Vec<Source>,
    categories: Vec<Category>,
    category_at: FxHashMap<Clean, u32>,
    aside: FxHashSet<RequestId>,
    filed: FxHashMap<RequestId, ThemeId>,
    by_theme: FxHashMap<ThemeId, Vec<RequestId>>,
    counts: Vec<Count>,
    by_service: FxHashMap<ServiceId, u32>,
    categories_by_service: FxHashMap<ServiceId, Vec<u32>>,
    unmapped: usize,
    half: usize,
    stale: bool,
}

/// A row, with what is known of it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Row<'a> {
    /// Which.
    pub id: RequestId,
    /// The number in `R00412`.
    pub code: u32,
    /// What was written.
    pub text: &'a str,
    /// The category, by its place.
    pub category: u32,
    /// The district, if one was given.
    pub district: Option<&'a Clean>,
    /// Days since 1970, if a date was given.
    pub day: Option<i32>,
    /// Does not count as evidence.
    pub aside: bool,
    /// The theme it speaks of.
    pub theme: Option<ThemeId>,
}

impl Fact {
    /// The theme that rows were put into.
    pub fn theme(&self) -> Option<ThemeId> {
        match self {
            Self::Filed { theme, .. } => *theme,
            Self::Imported { .. } | Self::Rows(_) | Self::Mapped { .. } | Self::SetAside { .. } => None,
        }
    }

    /// All texts but those of rows; see [`Fact::change_rows`].
    pub(super) fn texts(&mut self) -> Vec<&mut Clean> {
        match self {
            Self::Imported { name, file, period, unstored, categories, districts, .. } => {
                let lists = unstored.iter_mut().chain(categories).chain(districts);
                [name, file].into_iter().chain(period).chain(lists).collect()
            }
            Self::Mapped { category, .. } => vec![category],
            Self::Rows(_) | Self::SetAside { .. } | Self::Filed { .. } => Vec::new(),
        }
    }

    /// Gives rows other texts, where `change` answers one. Answers how many it gave.
    pub(super) fn change_rows(&mut self, mut change: impl FnMut(&str) -> Option<Clean>) -> usize {
        let Self::Rows(chunk) = self else { return 0 };
        let rows = (0..chunk.text.len()).filter_map(|row| chunk.text.get(row));
        let changed: Vec<Option<Clean>> = rows.map(&mut change).collect();
        let count = changed.iter().flatten().count();
        if count > 0 {
            let chunk = Arc::make_mut(chunk);
            let before = std::mem::take(&mut chunk.text);
            for (row, text) in changed.iter().enumerate() {
                let text = text.as_ref().map(Clean::as_str);
                chunk.text.push(text.or(before.get(row)).unwrap_or_default());
            }
        }
        count
    }

    pub(super) fn apply(&self, sprint: &mut Sprint) {
        let requests = &mut sprint.requests;
        match self {
            Self::Imported {
                id,
                name,
                file,
                first,
                rows,
                bad,
                period,
                asked,
                unstored,
                categories,
                districts,
            } => {
                requests.sources.push(Source {
                    id: *id,
                    name: name.clone(),
                    file: file.clone(),
                    first: *first,
                    rows: *rows,
                    bad: *bad,
                    period: period.clone(),
                    asked: *asked,
                    unstored: unstored.clone(),
                    categories: categories.clone(),
                    districts: districts.clone(),
                    chunks: Vec::new(),
                });
            }
            Self::Rows(chunk) => requests.add_chunk(chunk),
            Self::Mapped { category, service } => {
                let at = requests.category(category);
                requests.categories[at as usize].mapping = match service {
                    Some(id) => Mapping::Service(*id),
                    None => Mapping::NoService,
                };
            }
            Self::SetAside { rows, aside } => {
                for &id in rows {
                    requests.set_aside(id, *aside);
                }
            }
            Self::Filed { rows, theme } => {
                for &id in rows {
                    requests.file(id, *theme);
                }
            }
        }
        requests.stale = true;
    }
}

impl Requests {
    fn category(&mut self, name: &Clean) -> u32 {
        if let Some(&at) = self.category_at.get(name) {
            return at;
        }
        let at = self.categories.len() as u32;
        self.categories.push(Category { name: name.clone(), mapping: Mapping::Open, rows: 0 });
        self.category_at.insert(name.clone(), at);
        at
    }

    fn add_chunk(&mut self, chunk: &Arc<Chunk>) {
        let Some(source) = self.sources.iter_mut().find(|source| source.id == chunk.source) else { return };
        source.chunks.push(Arc::clone(chunk));
        let names = source.categories.clone();
        let mut counts = vec![0_u32; names.len()];
        for &category in &chunk.category {
            if let Some(count) = counts.get_mut(category as usize) {
                *count += 1;
            }
        }
        for (name, count) in names.iter().zip(counts).filter(|(_, count)| *count > 0) {
            let at = self.category(name);
            self.categories[at as usize].rows += count;
        }
    }

    fn set_aside(&mut self, id: RequestId, aside: bool) {
        let Some(category) = self.row(id).map(|row| row.category) else { return };
        let rows = &mut self.categories[category as usize].rows;
        match aside {
            true if self.aside.insert(id) => *rows -= 1,
            false if self.aside.remove(&id) => *rows += 1,
            true | false => {}
        }
    }

    fn file(&mut self, id: RequestId, theme: Option<ThemeId>) {
        let before = match theme {
            Some(theme) => self.filed.insert(id, theme),
            None => self.filed.remove(&id),
        };
        if let Some(rows) = before.and_then(|theme| self.by_theme.get_mut(&theme)) {
            rows.retain(|row| *row != id);
        }
        if let Some(theme) = theme {
            self.by_theme.entry(theme).or_default().push(id);
        }
    }

    pub(super) fn unfile(&mut self, id: RequestId) {
        self.file(id, None);
    }

    /// Asks for the counts to be made anew at the end of the step.
    pub(super) fn recount(&mut self) {
        self.stale = true;
    }

    /// Makes the counts anew if a fact of the step touched them: the work of the categories, not of the rows.
    pub(super) fn settle(&mut self) {
        if !std::mem::take(&mut self.stale) {
            return;
        }
        let mut of_service: FxHashMap<ServiceId, u32> = FxHashMap::default();
        let mut categories_of: FxHashMap<ServiceId, Vec<u32>> = FxHashMap::default();
        let mut counts: Vec<Count> = Vec::new();
        for (at, category) in self.categories.iter().enumerate() {
            let subject = match category.mapping {
                Mapping::Service(id) => {
                    *of_service.entry(id).or_default() += category.rows;
                    categories_of.entry(id).or_default().push(at as u32);
                    continue;
                }
                Mapping::Open => Subject::Category(at as u32),
                Mapping::NoService => Subject::Outside(at as u32),
            };
            if category.rows > 0 {
                counts.push(Count { subject, rows: category.rows, up_to: 0 });
            }
        }
        counts.extend(of_service.iter().map(|(&id, &rows)| Count {
            subject: Subject::Service(id),
            rows,
            up_to: 0,
        }));
        counts.sort_by_key(|count| (std::cmp::Reverse(count.rows), count.subject.order()));
        let mut up_to = 0;
        for count in &mut counts {
            up_to += count.rows;
            count.up_to = up_to;
        }
        self.unmapped = counts.iter().filter(|count| matches!(count.subject, Subject::Category(_))).count();
        self.half = counts.iter().position(|count| count.up_to * 2 >= up_to).unwrap_or(0);
        self.counts = counts;
        self.by_service = of_service;
        self.categories_by_service = categories_of;
    }

    /// The imports, in the order they came.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The categories of all imports, in the order they were first seen.
    pub fn categories(&self) -> &[Category] {
        &self.categories
    }

    /// The place over all imports of each category of one import.
    pub fn category_places(&self, source: &Source) -> Vec<u32> {
        source.categories.iter().map(|name| self.category_at.get(name).copied().unwrap_or(u32::MAX)).collect()
    }

    /// Whether another import than `id` brought as many rows from a file of this name: most likely the same
    /// answers, counted twice.
    pub fn came_before(&self, id: SourceId, file: &Clean, rows: u32) -> bool {
        self.sources.iter().any(|source| source.id != id && source.file == *file && source.rows == rows)
    }

    /// Rows by service and by category without one, the most first.
    pub fn counts(&self) -> &[Count] {
        &self.counts
    }

    /// Place in [`Self::counts`] of the line with which half of all rows is reached.
    pub fn half_line(&self) -> usize {
        self.half
    }

    /// Rows that count.
    pub fn counted(&self) -> u32 {
        self.counts.last().map_or(0, |count| count.up_to)
    }

    /// Rows of all imports.
    pub fn len(&self) -> u32 {
        self.sources.iter().fold(0, |sum, source| sum.saturating_add(source.rows))
    }

    /// Whether nothing was imported.
    pub fn is_empty(&self) -> bool {
        self.sources.is_empty()
    }

    /// Rows about a service; `None` when no category is mapped to it, which is unknown, not zero.
    pub fn demand(&self, service: ServiceId) -> Option<u32> {
        self.by_service.get(&service).copied()
    }

    /// The categories that are mapped to a service, by their places, rising.
    pub fn categories_of(&self, service: ServiceId) -> &[u32] {
        self.categories_by_service.get(&service).map_or(&[], Vec::as_slice)
    }

    /// Categories with rows that count and that nobody mapped.
    pub fn unmapped(&self) -> usize {
        self.unmapped
    }

    /// The rows that speak of a theme.
    pub fn of_theme(&self, theme: ThemeId) -> Vec<RequestId> {
        self.by_theme.get(&theme).cloned().unwrap_or_default()
    }

    /// How many rows speak of a theme.
    pub fn filed_in(&self, theme: ThemeId) -> usize {
        self.by_theme.get(&theme).map_or(0, Vec::len)
    }

    /// A row by its id.
    pub fn row(&self, id: RequestId) -> Option<Row<'_>> {
        let source = self.sources.iter().find(|source| source.id == id.source)?;
        let chunk_at = source.chunks.partition_point(|chunk| chunk.first <= id.row).checked_sub(1)?;
        let chunk = &source.chunks[chunk_at];
        // Chunks of a hand-made file need not be in order.
        let at = id.row.checked_sub(chunk.first)? as usize;
        let name = source.categories.get(*chunk.category.get(at)? as usize)?;
        let district = chunk.district.get(at).and_then(|&at| source.districts.get(at as usize));
        Some(Row {
            id,
            code: source.first.saturating_add(id.row),
            text: chunk.text.get(at)?,
            category: self.category_at.get(name).copied()?,
            district: district.filter(|name| !name.is_empty()),
            day: chunk.date.get(at).copied().flatten(),
            aside: self.aside.contains(&id),
            theme: self.filed.get(&id).copied(),
        })
    }

    /// A row by its place over all imports.
    pub fn nth(&self, mut n: u32) -> Option<RequestId> {
        for source in &self.sources {
            if n < source.rows {
                return Some(RequestId { source: source.id, row: n });
            }
            n -= source.rows;
        }
        None
    }
}

impl Subject {
    fn order(&self) -> (u8, u64) {
        match self {
            Self::Service(id) => (0, u64::from(id.0.run.0) << 32 | u64::from(id.0.n)),
            Self::Category(at) => (1, u64::from(*at)),
            Self::Outside(at) => (2, u64::from(*at)),
        }
    }
}

impl Sprint {
    /// What an import says of itself by its names: a category that nobody mapped and that is called like a
    /// service is about that service.
    pub fn map_by_name(&self, import: &[AnyFact]) -> Vec<AnyFact> {
        let names = import.iter().find_map(|fact| match fact {
            AnyFact::Request(Fact::Imported { categories, .. }) => Some(categories),
            _ => None,
        });
        let service_called = |name: &Clean| {
            let wanted = crate::text::fold(name.as_str());
            self.services.iter().find(|service| crate::text::fold(service.name.as_str()) == wanted)
        };
        let unmapped = |name: &&Clean| {
            let known = self.requests.categories().iter().find(|category| category.name == **name);
            !name.is_empty() && known.is_none_or(|category| category.mapping == Mapping::Open)
        };
        let mapped = |name: &Clean| {
            let service = Some(service_called(name)?.id);
            Some(Fact::Mapped { category: name.clone(), service }.into())
        };
        names.into_iter().flatten().filter(unmapped).filter_map(mapped).collect()
    }

    /// Maps all rows of a category to a service, or to none.
    pub fn map_category(&self, at: u32, service: Option<ServiceId>) -> Result<Vec<AnyFact>, Refusal> {
        let category = self.requests.categories().get(at as usize).ok_or(Refusal::Gone)?;
        let wanted = service.map_or(Mapping::NoService, Mapping::Service);
        if category.mapping == wanted {
            return Err(Refusal::AlreadyThere);
        }
        Ok(vec![Fact::Mapped { category: category.name.clone(), service }.into()])
    }

    /// Lets rows count as evidence, or not.
    pub fn set_requests_aside(&self, rows: &[RequestId], aside: bool) -> Result<Vec<AnyFact>, Refusal> {
        let changing: Vec<RequestId> = rows
            .iter()
            .copied()
            .filter(|&id| self.requests.row(id).is_some_and(|row| row.aside != aside))
            .collect();
        match changing.is_empty() {
            true => Err(Refusal::NothingChanged),
            false => Ok(vec![Fact::SetAside { rows: changing, aside }.into()]),
        }
    }

    /// Says which theme rows speak of.
    pub fn file_requests(&self, rows: &[RequestId], theme: ThemeId) -> Result<Vec<AnyFact>, Refusal> {
        if self.themes.get(theme).is_none_or(|theme| theme.removed) {
            return Err(Refusal::Gone);
        }
        let changing: Vec<RequestId> = rows
            .iter()
            .copied()
            .filter(|&id| self.requests.row(id).is_some_and(|row| row.theme != Some(theme)))
            .collect();
        match changing.is_empty() {
            true => Err(Refusal::AlreadyThere),
            false => Ok(vec![Fact::Filed { rows: changing, theme: Some(theme) }.into()]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_comes_back_from_its_day_and_no_day_breaks_the_calendar() {
        for date in [Date::constant(2026, 6, 18), Date::constant(1970, 1, 1), Date::constant(1916, 2, 29)] {
            assert_eq!(date_of(day_number(date)), Some(date));
        }
        assert_eq!((date_of(i32::MAX), date_of(i32::MIN)), (None, None));
    }

    #[test]
    fn a_service_knows_its_categories_and_the_rest_is_open_until_somebody_says() {
        let mut ids = super::super::id::Ids::of(super::super::id::RunId(1));
        let (service, source): (ServiceId, SourceId) = (ids.next(), ids.next());
        let names = ["довідки", "шум", "черга"].map(Clean::new);
        let mut sprint = Sprint::default();
        let mut texts = Texts::default();
        ["a", "b", "c"].into_iter().for_each(|text| texts.push(text));
        let imported = Fact::Imported {
            id: source,
            name: Clean::default(),
            file: Clean::default(),
            first: 1,
            rows: 3,
            bad: 0,
            period: None,
            asked: None,
            unstored: Vec::new(),
            categories: names.to_vec(),
            districts: Vec::new(),
        };
        let (district, date) = (Vec::new(), Vec::new());
        let chunk = Chunk { source, first: 0, text: texts, category: vec![0, 1, 2], district, date };
        for fact in [imported, Fact::Rows(Arc::new(chunk))] {
            fact.apply(&mut sprint);
        }
        for (name, service) in [(&names[2], Some(service)), (&names[0], Some(service)), (&names[1], None)] {
            let open = |sprint: &mut Sprint| {
                sprint.requests.settle();
                sprint.requests.unmapped()
            };
            let before = open(&mut sprint);
            Fact::Mapped { category: name.clone(), service }.apply(&mut sprint);
            assert_eq!(open(&mut sprint) + 1, before);
        }
        assert_eq!(sprint.requests.categories_of(service), [0, 2]);
    }

    #[test]
    fn rows_beyond_all_numbers_are_fewer_rows_and_no_fault() {
        let mut ids = super::super::id::Ids::of(super::super::id::RunId(1));
        let mut sprint = Sprint::default();
        let sources: [SourceId; 2] = [ids.next(), ids.next()];
        for id in sources {
            let (name, file, categories) = (Clean::default(), Clean::default(), vec![Clean::new("шум")]);
            let imported = Fact::Imported {
                id,
                name,
                file,
                first: u32::MAX,
                rows: u32::MAX,
                bad: u32::MAX,
                period: None,
                asked: None,
                unstored: Vec::new(),
                categories,
                districts: Vec::new(),
            };
            assert_eq!(
                AnyFact::from(imported.clone()).code(),
                Some(super::super::Code::Request(u32::MAX - 1))
            );
            imported.apply(&mut sprint);
            for first in [u32::MAX, 7, 0] {
                let mut text = Texts::default();
                text.push("a");
                let (district, date) = (Vec::new(), Vec::new());
                let chunk = Chunk { source: id, first, text, category: vec![0], district, date };
                Fact::Rows(Arc::new(chunk)).apply(&mut sprint);
            }
        }
        assert_eq!(sprint.requests.len(), u32::MAX);
        let codes = [0, 3, 7, u32::MAX]
            .map(|row| sprint.requests.row(RequestId { source: sources[0], row }).map(|row| row.code));
        assert!(codes.iter().flatten().all(|code| *code == u32::MAX), "{codes:?}");
    }
}
