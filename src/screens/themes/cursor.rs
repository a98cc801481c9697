//! What is under the cursor, what is marked, and how the cursor gets there.

use std::collections::BTreeSet;

use ratatui::layout::{Position, Rect};

use super::{Opened, Pane, Picture, Themes, ghosts, pairs, view};
use crate::domain::id::{NoteId, ThemeId};
use crate::domain::note::Note;
use crate::domain::theme::Theme;
use crate::domain::{Refusal, Sprint};
use crate::kit::{Cx, List, Motion, Notice, Reason, Touch};

/// The living themes as they stand in their pane: in the order of their making, the tray last.
pub struct Order<'a> {
    sprint: &'a Sprint,
    all: &'a [ThemeId],
    tray: Option<usize>,
}

impl<'a> Order<'a> {
    pub fn of(sprint: &'a Sprint) -> Self {
        let all = sprint.evidence.themes();
        let is_tray = |id: &ThemeId| sprint.themes.get(*id).is_some_and(|theme| theme.tray);
        Self { sprint, all, tray: all.iter().position(is_tray) }
    }

    /// How many there are, the tray included.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// The tray, if the sprint has one.
    pub fn tray(&self) -> Option<ThemeId> {
        self.tray.map(|place| self.all[place])
    }

    /// The theme in row `at` of the pane.
    pub fn at(&self, at: usize) -> Option<&'a Theme> {
        let place = match self.tray {
            Some(tray) if at + 1 == self.all.len() => tray,
            Some(tray) if at >= tray => at + 1,
            Some(_) | None => at,
        };
        self.sprint.themes.get(*self.all.get(place)?)
    }

    /// The row of a theme in the pane.
    pub fn row_of(&self, id: ThemeId) -> Option<usize> {
        let place = self.all.iter().position(|one| *one == id)?;
        Some(match self.tray {
            Some(tray) if place == tray => self.all.len() - 1,
            Some(tray) if place > tray => place - 1,
            Some(_) | None => place,
        })
    }

    /// All of them as they stand.
    pub fn iter(&self) -> impl Iterator<Item = &'a Theme> {
        (0..self.len()).filter_map(|at| self.at(at))
    }
}

impl Themes {
    /// Places in the table of the notes on the left, rising.
    pub(super) fn rows<'a>(&self, sprint: &'a Sprint) -> &'a [u32] {
        match &self.opened {
            Some(opened) => sprint.evidence.rows_of(opened.id),
            None => sprint.inbox(),
        }
    }

    /// The cursor on the left.
    pub(super) fn list(&self) -> &List {
        self.opened.as_ref().map_or(&self.inbox, |opened| &opened.notes)
    }

    pub(super) fn list_mut(&mut self) -> &mut List {
        self.opened.as_mut().map_or(&mut self.inbox, |opened| &mut opened.notes)
    }

    /// The marked notes on the left.
    pub(super) fn marks(&self) -> &BTreeSet<NoteId> {
        self.opened.as_ref().map_or(&self.marked, |opened| &opened.marked)
    }

    pub(super) fn marks_mut(&mut self) -> &mut BTreeSet<NoteId> {
        self.opened.as_mut().map_or(&mut self.marked, |opened| &mut opened.marked)
    }

    /// The note under the cursor, when the cursor is on the left or on a ghost.
    pub(super) fn note<'a>(&self, cx: &Cx<'a>) -> Option<&'a Note> {
        match (self.picture, self.pane) {
            (Picture::Ghosts, _) => self.ghosts.as_ref()?.note(cx.sprint),
            (Picture::Panes, Pane::Notes) => {
                cx.sprint.notes.at_row(*self.rows(cx.sprint).get(self.list().at())?)
            }
            (Picture::Panes, Pane::Themes) | (Picture::Pairs, _) => None,
        }
    }

    /// The theme under the cursor, when the cursor is on the right.
    pub(super) fn theme<'a>(&self, cx: &Cx<'a>) -> Option<&'a Theme> {
        match (self.picture, self.pane) {
            (Picture::Panes, Pane::Themes) => Order::of(cx.sprint).at(self.themes.at()),
            (Picture::Panes, Pane::Notes) | (Picture::Ghosts | Picture::Pairs, _) => None,
        }
    }

    /// What a command on notes means: the marked ones, else the one under the cursor; of ghosts also a whole group, of pairs both.
    pub(super) fn chosen(&self, cx: &Cx<'_>) -> Vec<NoteId> {
        if let Some(ghosts) = ghosts::shown(self) {
            return ghosts.meant();
        }
        if let Some(pairs) = pairs::shown(self) {
            return pairs.pair(cx.sprint).map(|(one, other)| vec![one.id, other.id]).unwrap_or_default();
        }
        match self.marks().is_empty() {
            true => self.note(cx).map(|note| note.id).into_iter().collect(),
            false => self.marks().iter().copied().collect(),
        }
    }

    /// These notes are about to leave the list: the cursor stays on its note, or on the one that moves up.
    pub(super) fn let_go(&mut self, notes: &[NoteId], sprint: &Sprint) {
        let rows = self.rows(sprint);
        let at = self.list().at();
        let above = |id: &&NoteId| {
            let row = sprint.notes.row_of(**id);
            row.is_some_and(|row| rows.binary_search(&row).is_ok_and(|place| place < at))
        };
        let gone = notes.iter().filter(above).count();
        let len = rows.len();
        self.list_mut().set(at - gone, len);
        for id in notes {
            self.marks_mut().remove(id);
        }
    }

    /// Moves the cursor; sideways goes to the other pane.
    pub(super) fn walk(&mut self, motion: Motion, sprint: &Sprint) {
        match (motion, self.pane) {
            (Motion::Left, _) => self.pane = Pane::Notes,
            (Motion::Right, _) => self.pane = Pane::Themes,
            (_, Pane::Notes) => {
                let len = self.rows(sprint).len();
                self.list_mut().moved(motion, len);
            }
            (_, Pane::Themes) => {
                self.themes.moved(motion, Order::of(sprint).len());
            }
        }
    }

    /// Puts the cursor on the note or the theme that lies there.
    pub(super) fn touch(&mut self, at: Position, area: Rect, sprint: &Sprint) -> Touch {
        let regions = view::regions(area);
        let pane = if regions.notes.contains(at) { Pane::Notes } else { Pane::Themes };
        let len = self.rows(sprint).len();
        let touch = match pane {
            Pane::Notes => self.list_mut().pointed(at, regions.notes, 1, len),
            Pane::Themes => self.themes.pointed(at, regions.themes, 1, Order::of(sprint).len()),
        };
        if touch != Touch::Nothing {
            self.pane = pane;
        }
        touch
    }

    /// Opens a theme: its notes take the place of the inbox.
    pub(super) fn open(&mut self, id: ThemeId, sprint: &Sprint) {
        self.picture = Picture::Panes;
        self.point_at(id, sprint);
        self.opened = Some(Opened { id, notes: List::default(), marked: BTreeSet::new() });
        self.pane = Pane::Notes;
        self.fit(sprint);
    }

    /// Back to the inbox, with the cursor on the theme that was open.
    pub(super) fn close(&mut self) {
        if self.opened.take().is_some() {
            self.pane = Pane::Themes;
        }
    }

    /// Puts the cursor of the right pane on a theme. Answers whether it is there.
    pub(super) fn point_at(&mut self, id: ThemeId, sprint: &Sprint) -> bool {
        let order = Order::of(sprint);
        let row = order.row_of(id);
        if let Some(row) = row {
            self.themes.set(row, order.len());
        }
        row.is_some()
    }

    pub(super) fn show_theme(&mut self, id: ThemeId, cx: &mut Cx<'_>) {
        match Order::of(cx.sprint).row_of(id) {
            Some(_) => self.open(id, cx.sprint),
            None => {
                cx.propose(Err(Refusal::Gone));
            }
        }
    }

    pub(super) fn show_note(&mut self, id: NoteId, cx: &mut Cx<'_>) {
        let theme = cx.sprint.notes.get(id).and_then(|note| note.theme);
        match theme {
            Some(theme) => self.open(theme, cx.sprint),
            None => {
                self.opened = None;
                self.pane = Pane::Notes;
            }
        }
        let rows = self.rows(cx.sprint);
        let place = cx.sprint.notes.row_of(id).and_then(|row| rows.binary_search(&row).ok());
        match place {
            Some(place) => self.list_mut().set(place, rows.len()),
            None => cx.tell(Notice::problem(cx.words.say("themes-note-not-here"))),
        }
    }

    /// The sprint changed: what is marked or opened may be gone.
    pub(super) fn keep_inside(&mut self, sprint: &Sprint) {
        let order = Order::of(sprint);
        if self.opened.as_ref().is_some_and(|opened| order.row_of(opened.id).is_none()) {
            self.close();
        }
        let inside = |rows: &[u32], id: &NoteId| {
            sprint.notes.row_of(*id).is_some_and(|row| rows.binary_search(&row).is_ok())
        };
        self.marked.retain(|id| inside(sprint.inbox(), id));
        if let Some(opened) = &mut self.opened {
            let rows = sprint.evidence.rows_of(opened.id);
            opened.marked.retain(|id| inside(rows, id));
        }
        if let Some(id) = self.wanted.take() {
            self.point_at(id, sprint);
        }
        self.fit(sprint);
    }

    /// Keeps the cursors inside and in sight.
    pub(super) fn fit(&mut self, sprint: &Sprint) {
        let regions = view::regions(self.area);
        let height = usize::from(regions.notes.height);
        self.inbox.fit(height, sprint.inbox().len());
        if let Some(opened) = &mut self.opened {
            opened.notes.fit(height, sprint.evidence.rows_of(opened.id).len());
        }
        self.themes.fit(usize::from(regions.themes.height), sprint.evidence.themes().len());
    }
}

/// The panes are shown, and no other picture.
pub fn on_panes(screen: &Themes, _: &Cx<'_>) -> Result<(), Reason> {
    match screen.picture {
        Picture::Panes => Ok(()),
        Picture::Ghosts | Picture::Pairs => Err(Reason::Elsewhere),
    }
}

/// On a note of the inbox.
pub fn on_loose(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    on_panes(screen, cx)?;
    match (screen.pane, &screen.opened) {
        (Pane::Notes, None) => screen.note(cx).map(|_| ()).ok_or(Reason::Say("themes-inbox-is-empty")),
        (Pane::Notes, Some(_)) | (Pane::Themes, _) => Err(Reason::Elsewhere),
    }
}

/// On a note of the opened theme.
pub fn on_inside(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    on_panes(screen, cx)?;
    match (screen.pane, &screen.opened) {
        (Pane::Notes, Some(_)) => screen.note(cx).map(|_| ()).ok_or(Reason::Say("themes-theme-is-empty")),
        (Pane::Notes, None) | (Pane::Themes, _) => Err(Reason::Elsewhere),
    }
}

/// On a note of the panes, wherever it lies.
pub fn on_card(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    match on_loose(screen, cx) {
        Err(Reason::Elsewhere) => on_inside(screen, cx),
        here => here,
    }
}

/// On a note, wherever it lies; also where it is a ghost.
pub fn on_note(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    match screen.picture {
        Picture::Panes => on_card(screen, cx),
        Picture::Ghosts | Picture::Pairs => screen.note(cx).map(|_| ()).ok_or(Reason::Elsewhere),
    }
}

/// In the pane of the themes.
pub fn on_themes(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    on_panes(screen, cx)?;
    match screen.pane {
        Pane::Themes => Ok(()),
        Pane::Notes => Err(Reason::Elsewhere),
    }
}

pub fn other_pane(screen: &mut Themes, _: &mut Cx<'_>) {
    screen.pane = match screen.pane {
        Pane::Notes => Pane::Themes,
        Pane::Themes => Pane::Notes,
    };
}

/// Begins the silent phase, or ends it.
pub fn hush(screen: &mut Themes, _: &mut Cx<'_>) {
    screen.silent = !screen.silent;
}
