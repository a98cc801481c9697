//! Proposed groups for the whole inbox: ghosts, taken note by note, group by group or all at once, and as fine or coarse
//! as people like. What people placed stays where it is; a ghost that was placed meanwhile is gone.
//!
//! Start with [`Ghosts`]; `arrange.rs` makes what is shown of what a job worked out, `taking.rs` says what keys do,
//! `view.rs` and `about.rs` what is seen.

mod about;
mod arrange;
pub mod taking;
mod view;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use ratatui::layout::{Position, Rect};

use super::{Picture, Themes};
use crate::domain::Sprint;
use crate::domain::id::{NoteId, ThemeId};
use crate::domain::note::Note;
use crate::kit::wall::Posed;
use crate::kit::{Cx, List, Motion, Touch};
use crate::method::grouping::{GRAIN_MAX, Grouping, Proposals, Wanted};
use crate::text::Clean;

pub use arrange::offered_name;
pub use view::view;

/// Groups that are only proposed. Notes are known by their places in what the job was asked for.
pub struct Ghosts {
    posed: Arc<Posed>,
    proposals: Arc<Proposals>,
    grain: u8,
    cut: Grouping,
    /// The version of the sprint that the groups were arranged for.
    version: u64,
    groups: Vec<Group>,
    /// Notes that would stay loose.
    loose: usize,
    /// Only headings are seen.
    is_folded: bool,
    /// The cursor is on the line of all.
    on_all: bool,
    /// The cursor in the rows below it: each group's heading and its notes.
    list: List,
    /// Notes that were refused where they were to make a new theme: they stay loose as long as this is shown.
    left: FxHashSet<usize>,
    /// Themes that were made of a part of a group: the rest of it belongs there.
    made: FxHashMap<usize, ThemeId>,
    /// Names that people gave to new groups, with the notes these had.
    named: Vec<(Clean, FxHashSet<usize>)>,
    /// Groups of two scripts that people linked, by a note of each.
    linked: Vec<(usize, usize)>,
}

/// A proposed group as it is shown.
pub struct Group {
    /// The theme it would join; a new one where there is none.
    pub theme: Option<ThemeId>,
    /// What a new theme would be called.
    pub name: Clean,
    /// Words that set it apart, the strongest first.
    pub words: Vec<String>,
    /// The note nearest to its middle.
    pub central: Option<usize>,
    /// Another group that may mean the same in another script, by its place.
    pub twin: Option<usize>,
    /// People linked it from two scripts.
    pub is_linked: bool,
    /// The words of the other script, where they did.
    pub linked_words: Vec<String>,
    /// Its notes, the most typical first, each with how far it is from the middle, 0 to 1.
    pub notes: Vec<(usize, f32)>,
    /// Distinct respondents who say so.
    pub people: usize,
    /// The row of its heading.
    first: usize,
}

/// What a row is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Row {
    /// All groups.
    All,
    /// The heading of the group at this place.
    Heading(usize),
    /// The note at this place of the group at that one.
    Note(usize, usize),
}

impl Ghosts {
    /// The groups of an answer, at the usual width; what people named and linked in those before holds.
    pub fn new(posed: &Arc<Posed>, proposals: &Arc<Proposals>, before: Option<&Self>, cx: &Cx<'_>) -> Self {
        let grain = GRAIN_MAX / 2;
        let mut ghosts = Self {
            posed: Arc::clone(posed),
            proposals: Arc::clone(proposals),
            grain,
            cut: Grouping::default(),
            version: cx.history.version(),
            groups: Vec::new(),
            loose: 0,
            is_folded: false,
            on_all: true,
            list: List::default(),
            left: FxHashSet::default(),
            made: FxHashMap::default(),
            named: Vec::new(),
            linked: Vec::new(),
        };
        if let Some(before) = before {
            ghosts.remember(before);
        }
        ghosts.cut = ghosts.cut_at(grain);
        ghosts.arrange(cx);
        ghosts
    }

    /// Takes over what people named, linked and began to take of other ghosts; what they refused of these is asked anew.
    fn remember(&mut self, before: &Self) {
        let place_of: FxHashMap<NoteId, usize> =
            self.posed.loose.iter().enumerate().map(|(place, (id, _))| (*id, place)).collect();
        let now = |place: &usize| place_of.get(&before.posed.loose.get(*place)?.0).copied();
        let named = before.named.iter();
        self.named =
            named.map(|(name, notes)| (name.clone(), notes.iter().filter_map(now).collect())).collect();
        self.linked = before.linked.iter().filter_map(|(one, other)| now(one).zip(now(other))).collect();
        self.made = before.made.iter().filter_map(|(place, id)| Some((now(place)?, *id))).collect();
    }

    fn cut_at(&self, grain: u8) -> Grouping {
        #[cfg(test)]
        if let Some(cut) = tests::by_hand(&self.posed, grain) {
            return cut;
        }
        self.proposals.cut(Wanted::Grain(grain))
    }

    /// Rows below the line of all.
    fn len(&self) -> usize {
        self.groups.last().map_or(0, |group| group.first + self.rows_of(group))
    }

    /// Rows that a group takes: its heading, and its notes unless only headings are seen.
    fn rows_of(&self, group: &Group) -> usize {
        1 + if self.is_folded { 0 } else { group.notes.len() }
    }

    /// Shows only headings, or the notes under them again; the cursor stays with its group.
    fn fold(&mut self) {
        let place = match self.row() {
            Row::All => None,
            Row::Heading(place) | Row::Note(place, _) => Some(place),
        };
        self.is_folded = !self.is_folded;
        let mut first = 0;
        for at in 0..self.groups.len() {
            self.groups[at].first = first;
            first += self.rows_of(&self.groups[at]);
        }
        let row = place.and_then(|place| self.groups.get(place)).map_or(0, |group| group.first);
        self.list.set(row, self.len());
    }

    /// What stands in a row below the line of all.
    fn row_at(&self, row: usize) -> Option<Row> {
        let place = self.groups.partition_point(|group| group.first <= row).checked_sub(1)?;
        Some(match row - self.groups[place].first {
            0 => Row::Heading(place),
            note => Row::Note(place, note - 1),
        })
    }

    /// What the cursor is on.
    pub fn row(&self) -> Row {
        match self.on_all {
            true => Row::All,
            false => self.row_at(self.list.at()).unwrap_or(Row::All),
        }
    }

    /// The groups, as they stand.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The group under the cursor, on its heading or on a note of it.
    pub fn group(&self) -> Option<&Group> {
        match self.row() {
            Row::All => None,
            Row::Heading(place) | Row::Note(place, _) => self.groups.get(place),
        }
    }

    /// The note at a place of what was asked for.
    fn note_at<'a>(&self, place: usize, sprint: &'a Sprint) -> Option<&'a Note> {
        sprint.notes.get(self.posed.loose.get(place)?.0)
    }

    /// The note under the cursor.
    pub fn note<'a>(&self, sprint: &'a Sprint) -> Option<&'a Note> {
        match self.row() {
            Row::All | Row::Heading(_) => None,
            Row::Note(group, at) => self.note_at(self.groups.get(group)?.notes.get(at)?.0, sprint),
        }
    }

    /// The notes that a command means: the one under the cursor, all of the group on its heading, none on the line of all.
    pub fn meant(&self) -> Vec<NoteId> {
        let ids = |places: &[(usize, f32)]| {
            places.iter().filter_map(|(place, _)| Some(self.posed.loose.get(*place)?.0)).collect()
        };
        match self.row() {
            Row::All => Vec::new(),
            Row::Heading(place) => self.groups.get(place).map(|group| ids(&group.notes)).unwrap_or_default(),
            Row::Note(place, at) => {
                self.groups.get(place).and_then(|one| one.notes.get(at..=at)).map(ids).unwrap_or_default()
            }
        }
    }

    /// How many notes are in all groups.
    fn notes(&self) -> usize {
        self.groups.iter().map(|group| group.notes.len()).sum()
    }

    /// Moves the cursor; sideways makes the groups coarser or finer.
    pub fn walk(&mut self, motion: Motion, cx: &Cx<'_>) {
        match motion {
            Motion::Left => self.regrain(self.grain.saturating_sub(1), cx),
            Motion::Right => self.regrain((self.grain + 1).min(GRAIN_MAX), cx),
            Motion::Home => {
                self.list.set(0, self.len());
                self.on_all = true;
            }
            Motion::Up | Motion::PageUp if self.list.at() == 0 => self.on_all = true,
            Motion::Down if self.on_all && self.len() > 0 => self.on_all = false,
            Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown | Motion::End => {
                self.on_all = self.len() == 0;
                self.list.moved(motion, self.len());
            }
        }
    }

    /// Cuts other groups, keeping what was taken and refused.
    fn regrain(&mut self, grain: u8, cx: &Cx<'_>) {
        if grain != self.grain {
            self.grain = grain;
            self.cut = self.cut_at(grain);
            self.arrange(cx);
        }
    }

    /// Goes to the heading of another group, around.
    fn leap(&mut self, by: isize) {
        let len = self.groups.len() as isize;
        if len == 0 {
            return;
        }
        let place = match self.row() {
            Row::All if by > 0 => 0,
            Row::All => len - 1,
            // Back from among the notes leads to their own heading.
            Row::Note(place, _) if by < 0 => place as isize,
            Row::Heading(place) | Row::Note(place, _) => (place as isize + by).rem_euclid(len),
        };
        self.on_all = false;
        self.list.set(self.groups[place as usize].first, self.len());
    }

    /// Puts the cursor on what lies there.
    pub fn touch(&mut self, at: Position, area: Rect) -> Touch {
        let regions = view::regions(area);
        if regions.head.contains(at) {
            let was = std::mem::replace(&mut self.on_all, true);
            return Touch::of(was);
        }
        let touch = self.list.pointed(at, regions.list, 1, self.len());
        if touch != Touch::Nothing {
            self.on_all = false;
        }
        touch
    }

    /// Keeps the cursor inside and in sight.
    pub fn fit(&mut self, area: Rect) {
        self.list.fit(usize::from(view::regions(area).list.height), self.len());
    }

    /// The sprint changed: ghosts that lie somewhere now are gone, and those that came back are there again.
    pub fn settle(&mut self, cx: &Cx<'_>) {
        if self.version != cx.history.version() {
            self.version = cx.history.version();
            self.arrange(cx);
        }
    }
}

/// The ghosts that are shown.
pub fn shown(screen: &Themes) -> Option<&Ghosts> {
    screen.ghosts.as_ref().filter(|_| screen.picture == Picture::Ghosts)
}
