//! Themes: groups of notes under a name that makes a claim.

use serde::{Deserialize, Serialize};

use super::id::{NoteId, ThemeId};
use super::service::check_name;
use super::{Fact as AnyFact, Refusal, Sprint, label, note};
use crate::text::Clean;

/// A theme.
#[derive(Clone, PartialEq, Debug)]
pub struct Theme {
    /// Its id.
    pub id: ThemeId,
    /// The number in `G07`.
    pub code: u32,
    /// Its claim.
    pub name: Clean,
    /// The label it answers to, kept while it lives; see [`label`].
    pub label: u16,
    /// The outlier tray.
    pub tray: bool,
    /// Merged into another or taken away.
    pub removed: bool,
}

/// What becomes true of a theme.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// It exists.
    Added {
        /// Its id.
        id: ThemeId,
        /// The number in `G07`.
        code: u32,
        /// Its claim.
        name: Clean,
        /// The label it asks for; the next free one where that is taken.
        label: u16,
        /// The outlier tray.
        tray: bool,
    },
    /// It claims something else.
    Named {
        /// Which.
        id: ThemeId,
        /// Its new claim.
        name: Clean,
    },
    /// It is no more; what still lay in it is loose.
    Removed {
        /// Which.
        id: ThemeId,
    },
}

impl Fact {
    /// The theme it speaks of.
    pub fn id(&self) -> ThemeId {
        match self {
            Self::Added { id, .. } | Self::Named { id, .. } | Self::Removed { id } => *id,
        }
    }

    pub(super) fn texts(&mut self) -> Vec<&mut Clean> {
        match self {
            Self::Added { name, .. } | Self::Named { name, .. } => vec![name],
            Self::Removed { .. } => Vec::new(),
        }
    }

    pub(super) fn apply(&self, sprint: &mut Sprint) {
        match self {
            Self::Added { id, code, name, label, tray } => {
                let label = sprint.free_label(*label);
                let (id, code, tray) = (*id, *code, *tray);
                sprint.themes.add(id, Theme { id, code, name: name.clone(), label, tray, removed: false });
                sprint.evidence.add_theme(id);
            }
            Self::Named { id, name } => {
                if let Some(theme) = sprint.themes.get_mut(*id) {
                    theme.name = name.clone();
                }
            }
            Self::Removed { id } => sprint.remove_theme(*id),
        }
    }
}

/// Notes that may belong together, and where.
#[derive(Clone, PartialEq, Debug)]
pub struct Proposed {
    /// Where.
    pub to: To,
    /// Which.
    pub notes: Vec<NoteId>,
}

/// A theme that is there, or one to be made.
#[derive(Clone, PartialEq, Debug)]
pub enum To {
    /// It is there.
    Theme(ThemeId),
    /// It is to be made.
    New {
        /// Its id.
        id: ThemeId,
        /// The number in `G07`.
        code: u32,
        /// Its name.
        name: Clean,
    },
}

impl Sprint {
    /// Themes that live, in the order of their labels' making.
    pub fn living_themes(&self) -> impl Iterator<Item = &Theme> {
        self.evidence.themes().iter().filter_map(|id| self.themes.get(*id))
    }

    /// The theme that answers to `label`.
    pub fn theme_labelled(&self, label: u16) -> Option<&Theme> {
        self.living_themes().find(|theme| theme.label == label)
    }

    /// The label a new theme asks for: the smallest free one.
    pub fn next_label(&self) -> u16 {
        self.free_label(0)
    }

    /// `wanted`, or the next free label behind it. Beyond the last label themes share it.
    pub(super) fn free_label(&self, wanted: u16) -> u16 {
        let taken: rustc_hash::FxHashSet<u16> = self.living_themes().map(|theme| theme.label).collect();
        let free = |n: &u16| !taken.contains(n) && (*n == wanted || *n != label::TRAY);
        (wanted..label::LABELS).find(free).unwrap_or(label::LABELS)
    }

    /// Makes a theme of `notes`, which may be none.
    pub fn add_theme(
        &self,
        id: ThemeId,
        code: u32,
        name: &Clean,
        notes: &[NoteId],
    ) -> Result<Vec<AnyFact>, Refusal> {
        check_name(name)?;
        let label = self.next_label();
        let mut facts = vec![Fact::Added { id, code, name: name.clone(), label, tray: false }.into()];
        if !notes.is_empty() {
            facts.push(note::Fact::Filed { notes: notes.to_vec(), theme: Some(id) }.into());
        }
        Ok(facts)
    }

    /// Files notes as it was proposed, into themes that are there and into new ones, each under a name. What lies
    /// somewhere by now, or is taken out, stays where it is.
    pub fn take_proposed(&self, proposed: &[Proposed]) -> Result<Vec<AnyFact>, Refusal> {
        let mut facts = Vec::new();
        let mut label = 0;
        for Proposed { to, notes } in proposed {
            let notes: Vec<NoteId> = notes.iter().copied().filter(|&id| self.is_loose(id)).collect();
            if notes.is_empty() {
                continue;
            }
            let theme = match to {
                To::Theme(id) => {
                    self.themes.get(*id).filter(|theme| !theme.removed).ok_or(Refusal::Gone)?;
                    *id
                }
                To::New { id, code, name } => {
                    check_name(name)?;
                    let (id, code, name) = (*id, *code, name.clone());
                    let free = self.free_label(label);
                    facts.push(Fact::Added { id, code, name, label: free, tray: false }.into());
                    label = free.saturating_add(1);
                    id
                }
            };
            facts.push(note::Fact::Filed { notes, theme: Some(theme) }.into());
        }
        match facts.is_empty() {
            true => Err(Refusal::AlreadyThere),
            false => Ok(facts),
        }
    }

    /// Whether a note lies on the wall, in no theme.
    pub fn is_loose(&self, id: NoteId) -> bool {
        let row = self.notes.row_of(id);
        row.is_some_and(|row| self.evidence.loose().binary_search(&row).is_ok())
    }

    /// Gives a theme another name.
    pub fn name_theme(&self, id: ThemeId, name: &Clean) -> Result<Vec<AnyFact>, Refusal> {
        check_name(name)?;
        let theme = self.themes.get(id).ok_or(Refusal::Gone)?;
        if theme.name == *name {
            return Err(Refusal::NothingChanged);
        }
        Ok(vec![Fact::Named { id, name: name.clone() }.into()])
    }

    /// Puts all of `from` into `into`, which keeps its name.
    pub fn merge_themes(&self, from: ThemeId, into: ThemeId) -> Result<Vec<AnyFact>, Refusal> {
        if from == into {
            return Err(Refusal::SameTheme);
        }
        let (Some(source), Some(_)) = (self.themes.get(from), self.themes.get(into)) else {
            return Err(Refusal::Gone);
        };
        if source.tray {
            return Err(Refusal::TrayStays);
        }
        let mut facts = Vec::new();
        let notes = self.notes_of_theme(from);
        if !notes.is_empty() {
            facts.push(note::Fact::Filed { notes, theme: Some(into) }.into());
        }
        let rows = self.requests.of_theme(from);
        if !rows.is_empty() {
            facts.push(super::request::Fact::Filed { rows, theme: Some(into) }.into());
        }
        facts.push(Fact::Removed { id: from }.into());
        Ok(facts)
    }

    /// Takes `notes` out of `theme` into a new one of their own.
    pub fn split_theme(
        &self,
        theme: ThemeId,
        id: ThemeId,
        code: u32,
        name: &Clean,
        notes: &[NoteId],
    ) -> Result<Vec<AnyFact>, Refusal> {
        let inside = self.notes_of_theme(theme);
        let leaving: Vec<NoteId> = notes.iter().copied().filter(|id| inside.contains(id)).collect();
        if leaving.is_empty() {
            return Err(Refusal::NothingMarked);
        }
        if leaving.len() == inside.len() {
            return Err(Refusal::WholeTheme);
        }
        self.add_theme(id, code, name, &leaving)
    }

    /// Dissolves a theme; its notes are loose again.
    pub fn dissolve_theme(&self, id: ThemeId) -> Result<Vec<AnyFact>, Refusal> {
        let theme = self.themes.get(id).ok_or(Refusal::Gone)?;
        if theme.tray {
            return Err(Refusal::TrayStays);
        }
        Ok(vec![Fact::Removed { id }.into()])
    }

    /// Remembers that notes do not belong to a theme.
    pub fn refuse_theme(&self, notes: &[NoteId], theme: ThemeId) -> Result<Vec<AnyFact>, Refusal> {
        self.themes.get(theme).ok_or(Refusal::Gone)?;
        let news = |id: &NoteId| self.notes.get(*id).is_some_and(|note| !note.refused.contains(&theme));
        let refused = notes.iter().filter(|id| news(id));
        let facts: Vec<AnyFact> = refused.map(|&id| note::Fact::Refused { id, theme }.into()).collect();
        match facts.is_empty() {
            true => Err(Refusal::NothingChanged),
            false => Ok(facts),
        }
    }

    /// The notes that lie in a theme, in the order of their making.
    pub fn notes_of_theme(&self, id: ThemeId) -> Vec<NoteId> {
        self.evidence
            .rows_of(id)
            .iter()
            .filter_map(|&row| self.notes.at_row(row))
            .map(|note| note.id)
            .collect()
    }
}
