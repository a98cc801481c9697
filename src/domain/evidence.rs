//! Who was heard: which notes lie where and how many distinct respondents that makes. Kept up note by note,
//! so that no screen walks through all of them; a property compares it with a count from nothing.
//!
//! A note that is crossed out, is no evidence by its kind, or comes from a practice or withdrawn interview
//! makes nobody heard.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::id::{ServiceId, TeamId, ThemeId};
use super::interview::Interview;
use super::note::Note;
use super::team::Team;

/// Notes by respondent; who has none is not in it.
type People = BTreeMap<u32, u32>;

/// Where notes lie and who was heard in them.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Heard {
    loose: Vec<u32>,
    loose_of: FxHashMap<TeamId, Vec<u32>>,
    themes: Vec<ThemeId>,
    rows: FxHashMap<ThemeId, Vec<u32>>,
    people: FxHashMap<ThemeId, People>,
    about: BTreeMap<(ServiceId, ThemeId), People>,
    asked: FxHashMap<ServiceId, People>,
    by_team: FxHashMap<TeamId, Vec<u32>>,
}

/// What a note adds, looked up before and after it changes.
pub(super) struct Place {
    row: u32,
    team: TeamId,
    shown: bool,
    theme: Option<ThemeId>,
    service: Option<ServiceId>,
    respondent: Option<u32>,
}

impl Place {
    pub(super) fn of(row: u32, note: &Note, interview: &Interview, team: Option<&Team>) -> Self {
        let counts = interview.counts() && note.kind.is_evidence();
        Self {
            row,
            team: interview.team,
            shown: interview.counts() && !note.crossed,
            theme: note.theme,
            service: team.and_then(|team| team.service),
            respondent: counts.then_some(interview.respondent),
        }
    }
}

impl Heard {
    pub(super) fn add_theme(&mut self, id: ThemeId) {
        if !self.themes.contains(&id) {
            self.themes.push(id);
        }
    }

    pub(super) fn remove_theme(&mut self, id: ThemeId) {
        self.themes.retain(|theme| *theme != id);
    }

    pub(super) fn put(&mut self, place: &Place) {
        if !place.shown {
            return;
        }
        insert_sorted(self.by_team.entry(place.team).or_default(), place.row);
        let Some(theme) = place.theme else {
            insert_sorted(&mut self.loose, place.row);
            insert_sorted(self.loose_of.entry(place.team).or_default(), place.row);
            return;
        };
        insert_sorted(self.rows.entry(theme).or_default(), place.row);
        let Some(person) = place.respondent else { return };
        *self.people.entry(theme).or_default().entry(person).or_default() += 1;
        if let Some(service) = place.service {
            *self.about.entry((service, theme)).or_default().entry(person).or_default() += 1;
        }
    }

    pub(super) fn take(&mut self, place: &Place) {
        if !place.shown {
            return;
        }
        if let Some(rows) = self.by_team.get_mut(&place.team) {
            remove_sorted(rows, place.row);
            if rows.is_empty() {
                self.by_team.remove(&place.team);
            }
        }
        let Some(theme) = place.theme else {
            remove_sorted(&mut self.loose, place.row);
            if let Some(rows) = self.loose_of.get_mut(&place.team) {
                remove_sorted(rows, place.row);
                if rows.is_empty() {
                    self.loose_of.remove(&place.team);
                }
            }
            return;
        };
        if let Some(rows) = self.rows.get_mut(&theme) {
            remove_sorted(rows, place.row);
            if rows.is_empty() {
                self.rows.remove(&theme);
            }
        }
        let Some(person) = place.respondent else { return };
        if let Some(people) = self.people.get_mut(&theme) {
            leave(people, person);
            if people.is_empty() {
                self.people.remove(&theme);
            }
        }
        let Some(service) = place.service else { return };
        if let Some(people) = self.about.get_mut(&(service, theme)) {
            leave(people, person);
            if people.is_empty() {
                self.about.remove(&(service, theme));
            }
        }
    }

    pub(super) fn ask(&mut self, service: ServiceId, person: u32) {
        *self.asked.entry(service).or_default().entry(person).or_default() += 1;
    }

    pub(super) fn unask(&mut self, service: ServiceId, person: u32) {
        if let Some(people) = self.asked.get_mut(&service) {
            leave(people, person);
            if people.is_empty() {
                self.asked.remove(&service);
            }
        }
    }

    /// Places of the notes that lie in no theme, rising.
    pub fn loose(&self) -> &[u32] {
        &self.loose
    }

    /// Places of a team's notes that lie in no theme, rising.
    pub fn loose_of(&self, team: TeamId) -> &[u32] {
        self.loose_of.get(&team).map_or(&[], Vec::as_slice)
    }

    /// Places of the notes that a team's interviews brought, rising; without those that are crossed out, and
    /// those of practice and withdrawn interviews.
    pub fn heard_by(&self, team: TeamId) -> &[u32] {
        self.by_team.get(&team).map_or(&[], Vec::as_slice)
    }

    /// The living themes in the order of their making.
    pub fn themes(&self) -> &[ThemeId] {
        &self.themes
    }

    /// Places of the notes in a theme, rising.
    pub fn rows_of(&self, theme: ThemeId) -> &[u32] {
        self.rows.get(&theme).map_or(&[], Vec::as_slice)
    }

    /// Distinct respondents heard in a theme.
    pub fn people_of(&self, theme: ThemeId) -> u32 {
        self.people.get(&theme).map_or(0, |people| people.len() as u32)
    }

    /// The numbers of the respondents heard in a theme, rising.
    pub fn respondents_of(&self, theme: ThemeId) -> impl Iterator<Item = u32> {
        self.people.get(&theme).into_iter().flat_map(|people| people.keys().copied())
    }

    /// Distinct respondents of a service's interviews heard in a theme.
    pub fn people(&self, service: ServiceId, theme: ThemeId) -> u32 {
        self.about.get(&(service, theme)).map_or(0, |people| people.len() as u32)
    }

    /// Distinct respondents asked about a service.
    pub fn asked_about(&self, service: ServiceId) -> u32 {
        self.asked.get(&service).map_or(0, |people| people.len() as u32)
    }

    /// The themes that hold evidence of a service's interviews, with their distinct respondents.
    pub fn themes_of(&self, service: ServiceId) -> impl Iterator<Item = (ThemeId, u32)> {
        self.about_service(service).map(|(theme, people)| (theme, people.len() as u32))
    }

    /// Distinct respondents of a service's interviews that are heard in any theme.
    pub fn heard_about(&self, service: ServiceId) -> u32 {
        let mut people: Vec<u32> =
            self.about_service(service).flat_map(|(_, people)| people.keys().copied()).collect();
        people.sort_unstable();
        people.dedup();
        people.len() as u32
    }

    fn about_service(&self, service: ServiceId) -> impl Iterator<Item = (ThemeId, &People)> {
        use super::id::{Id, RunId};
        let first = (service, ThemeId(Id { run: RunId(0), n: 0 }));
        self.about
            .range(first..)
            .take_while(move |((of, _), _)| *of == service)
            .map(|((_, theme), people)| (*theme, people))
    }
}

fn leave(people: &mut People, person: u32) {
    if let Some(count) = people.get_mut(&person) {
        *count -= 1;
        if *count == 0 {
            people.remove(&person);
        }
    }
}

fn insert_sorted(rows: &mut Vec<u32>, row: u32) {
    if let Err(at) = rows.binary_search(&row) {
        rows.insert(at, row);
    }
}

fn remove_sorted(rows: &mut Vec<u32>, row: u32) {
    if let Ok(at) = rows.binary_search(&row) {
        rows.remove(at);
    }
}
