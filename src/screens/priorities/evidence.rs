//! What keys do in an opened row: over the requests and themes it rests on, and to them.

use ratatui::layout::{Position, Rect};

use super::{Priorities, evidence_view};
use crate::domain::id::{ServiceId, ThemeId};
use crate::kit::{Cx, Go, Item, List, Motion, Reason, Touch};

/// An opened row.
pub struct Opened {
    /// Which service.
    pub(super) service: ServiceId,
    /// The cursor in what it rests on.
    pub(super) list: List,
}

/// A line that leads to evidence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ground {
    /// The requests about the service.
    Requests,
    /// A theme, with the distinct respondents of the service's interviews in it.
    Theme(ThemeId, u32),
}

/// What a service rests on: its requests, then its themes, the most respondents first.
pub fn grounds(service: ServiceId, cx: &Cx<'_>) -> Vec<Ground> {
    let themes = cx.sprint.themes_of_service(service).into_iter();
    std::iter::once(Ground::Requests).chain(themes.map(|(id, people)| Ground::Theme(id, people))).collect()
}

impl Opened {
    /// A row that was opened now. The cursor starts on the strongest theme where there is one: Enter, Enter
    /// leads from a rank to what people said.
    pub fn of(service: ServiceId, cx: &Cx<'_>) -> Self {
        let mut list = List::default();
        let len = grounds(service, cx).len();
        list.fit(2, len);
        list.set(1, len);
        Self { service, list }
    }

    pub fn moved(&mut self, motion: Motion, cx: &Cx<'_>) {
        self.list.moved(motion, grounds(self.service, cx).len());
    }

    pub fn sized(&mut self, area: Rect, cx: &Cx<'_>) {
        let rows = evidence_view::regions(self, cx, area).grounds.height;
        self.list.fit(usize::from(rows), grounds(self.service, cx).len());
    }

    /// Puts the cursor on what lies there.
    pub fn pointed(&mut self, at: Position, area: Rect, cx: &Cx<'_>) -> Touch {
        let inside = evidence_view::regions(self, cx, area).grounds;
        self.list.pointed(at, inside, 1, grounds(self.service, cx).len())
    }

    fn ground(&self, cx: &Cx<'_>) -> Option<Ground> {
        grounds(self.service, cx).get(self.list.at()).copied()
    }
}

pub fn on_theme(screen: &Priorities, cx: &Cx<'_>) -> Result<(), Reason> {
    match screen.opened.as_ref().and_then(|opened| opened.ground(cx)) {
        Some(Ground::Theme(..)) => Ok(()),
        Some(Ground::Requests) | None => Err(Reason::Elsewhere),
    }
}

pub fn go_theme(screen: &mut Priorities, cx: &mut Cx<'_>) {
    if let Some(Ground::Theme(id, _)) = screen.opened.as_ref().and_then(|opened| opened.ground(cx)) {
        cx.go(Go { place: "themes", item: Some(Item::Theme(id)) });
    }
}

pub fn on_requests(screen: &Priorities, cx: &Cx<'_>) -> Result<(), Reason> {
    match screen.opened.as_ref().and_then(|opened| opened.ground(cx)) {
        Some(Ground::Requests) => Ok(()),
        Some(Ground::Theme(..)) | None => Err(Reason::Elsewhere),
    }
}
