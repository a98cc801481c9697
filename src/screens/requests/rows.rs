//! What keys do on the rows: mark, send to a theme, let count or not, show texts, read one whole.

use std::collections::BTreeSet;
use std::sync::Arc;

use ratatui::layout::{Position, Rect};

use super::finding::{Filter, Finding};
use super::mapping::{choice, counted, pick_columns};
use super::naming::{category_name, count, subject_name, theme_letters};
use super::{Asked, Picture, Requests, rows_view};
use crate::domain::id::ThemeId;
use crate::domain::request::{self, Mapping, RequestId, Subject};
use crate::domain::theme::Theme;
use crate::domain::{Code, label};
use crate::kit::ask::{Ask, Choice, Pick};
use crate::kit::draw::{Glyph, Line};
use crate::kit::job::Find;
use crate::kit::theme::Role;
use crate::kit::{Cx, Go, Item, List, Motion, Notice, Reason, Shift, Touch};
use crate::words::Args;

/// The rows: which are shown, the cursor, the marks.
#[derive(Default)]
pub struct Rows {
    pub(super) finding: Finding,
    pub(super) list: List,
    marked: BTreeSet<RequestId>,
    /// Texts are shown.
    pub(super) revealed: bool,
    /// The first line that is seen of a row shown whole.
    pub(super) top: usize,
}

impl Rows {
    /// The row under the cursor.
    pub fn row<'a>(&self, cx: &Cx<'a>) -> Option<request::Row<'a>> {
        cx.sprint.requests.row(self.finding.id_at(self.list.at(), cx)?)
    }

    pub fn is_marked(&self, id: RequestId) -> bool {
        self.marked.contains(&id)
    }

    /// How many are marked.
    pub fn marks(&self) -> usize {
        self.marked.len()
    }

    /// The rows that a command means: the marked ones, else the one under the cursor.
    fn meant(&self, cx: &Cx<'_>) -> Vec<RequestId> {
        match self.marked.is_empty() {
            true => self.row(cx).map(|row| row.id).into_iter().collect(),
            false => self.marked.iter().copied().collect(),
        }
    }

    pub fn moved(&mut self, motion: Motion, cx: &Cx<'_>) {
        self.list.moved(motion, self.finding.len(cx));
    }

    /// Puts the cursor on the row that lies there.
    pub fn pointed(&mut self, at: Position, inside: Rect, cx: &Cx<'_>) -> Touch {
        self.list.pointed(at, inside, 1, self.finding.len(cx))
    }

    /// Moves in a row that is shown whole: sideways to another one, else through its lines.
    pub fn leafed(&mut self, motion: Motion, area: Rect, cx: &Cx<'_>) {
        let height = rows_view::whole_height(area);
        let lines = rows_view::whole_lines(self, cx, area).len();
        let most = lines.saturating_sub(height);
        let page = height.saturating_sub(1).max(1);
        self.top = match motion {
            Motion::Left | Motion::Right => {
                let step = if motion == Motion::Left { Motion::Up } else { Motion::Down };
                self.list.moved(step, self.finding.len(cx));
                0
            }
            Motion::Up => self.top.saturating_sub(1),
            Motion::Down => (self.top + 1).min(most),
            Motion::PageUp => self.top.saturating_sub(page),
            Motion::PageDown => (self.top + page).min(most),
            Motion::Home => 0,
            Motion::End => most,
        };
    }

    pub fn fit(&mut self, height: usize, cx: &Cx<'_>) {
        self.list.fit(height, self.finding.len(cx));
    }

    /// The sprint changed: rows that are gone are no longer marked, what is shown is looked for anew.
    pub fn settle(&mut self, cx: &mut Cx<'_>) {
        self.marked.retain(|&id| cx.sprint.requests.row(id).is_some());
        self.finding.settle(cx);
    }

    pub fn filter(&mut self, filter: Filter, cx: &mut Cx<'_>) {
        self.finding.set_filter(filter, cx);
        self.list.set(0, self.finding.len(cx));
    }

    pub fn forget_query(&mut self) {
        self.finding.forget_query();
    }

    /// Takes what a job found; other words or another filter begin at the top.
    pub fn found(&mut self, find: &Find, places: &Arc<Vec<u32>>, cx: &Cx<'_>) {
        let at = if self.finding.take(find, places) { 0 } else { self.list.at() };
        self.list.set(at, self.finding.len(cx));
    }

    pub fn shifted(&mut self, shift: Shift, cx: &mut Cx<'_>) {
        match shift {
            Shift::Enter | Shift::Stop => self.finding.close(),
            Shift::Typed => self.finding.read_field(cx),
            Shift::Tab | Shift::Earlier | Shift::Rub => {}
        }
    }

    /// Several pasted lines are one line of words.
    pub fn pasted(&mut self, lines: &[String], cx: &mut Cx<'_>) -> bool {
        let Some(field) = self.finding.field_mut() else { return false };
        if field.paste(&lines.join(" ")) == crate::kit::field::Typed::Full {
            cx.tell(Notice::problem(cx.words.say("frame-field-full")));
        }
        self.finding.read_field(cx);
        true
    }

    /// Sends rows to a theme; marks have done their work then.
    pub fn file(&mut self, rows: &[RequestId], theme: ThemeId, cx: &mut Cx<'_>) {
        if cx.propose(cx.sprint.file_requests(rows, theme)) {
            self.marked.clear();
        }
    }
}

/// Rows are shown, as a list or one of them whole.
pub fn shown(screen: &Requests, _: &Cx<'_>) -> Result<(), Reason> {
    match screen.picture {
        Picture::Rows | Picture::Whole => Ok(()),
        Picture::Counts => Err(Reason::Elsewhere),
    }
}

/// On a row, in the list or whole.
fn row<'a>(screen: &Requests, cx: &Cx<'a>) -> Result<request::Row<'a>, Reason> {
    shown(screen, cx)?;
    screen.rows.row(cx).ok_or(Reason::Say("requests-no-row"))
}

/// On a row of the list.
pub fn on_row(screen: &Requests, cx: &Cx<'_>) -> Result<(), Reason> {
    match screen.picture {
        Picture::Rows => row(screen, cx).map(|_| ()),
        Picture::Counts | Picture::Whole => Err(Reason::Elsewhere),
    }
}

/// Goes to the rows as they were left.
pub fn enter(screen: &mut Requests, _: &mut Cx<'_>) {
    screen.picture = Picture::Rows;
}

/// Goes to the counts and covers the texts.
pub fn leave(screen: &mut Requests, _: &mut Cx<'_>) {
    screen.picture = Picture::Counts;
    screen.rows.revealed = false;
}

pub fn back(screen: &mut Requests, cx: &mut Cx<'_>) {
    match screen.picture {
        Picture::Whole => screen.picture = Picture::Rows,
        Picture::Rows if screen.rows.finding.filter().is_likeness() => unliken(screen, cx),
        Picture::Rows | Picture::Counts => leave(screen, cx),
    }
}

/// Shows the texts, or covers them.
pub fn reveal(screen: &mut Requests, _: &mut Cx<'_>) {
    screen.rows.revealed = !screen.rows.revealed;
}

pub fn can_read(screen: &Requests, cx: &Cx<'_>) -> Result<(), Reason> {
    on_row(screen, cx)?;
    match screen.rows.revealed {
        true => Ok(()),
        false => Err(Reason::Say("requests-covered")),
    }
}

pub fn read(screen: &mut Requests, _: &mut Cx<'_>) {
    screen.rows.top = 0;
    screen.picture = Picture::Whole;
}

/// Marks the row or takes its mark off, and goes on to the next.
pub fn mark(screen: &mut Requests, cx: &mut Cx<'_>) {
    let Some(row) = screen.rows.row(cx) else { return };
    if !screen.rows.marked.remove(&row.id) {
        screen.rows.marked.insert(row.id);
    }
    screen.rows.moved(Motion::Down, cx);
}

/// There is something to look through.
pub fn can_find(_: &Requests, cx: &Cx<'_>) -> Result<(), Reason> {
    match cx.sprint.requests.is_empty() {
        true => Err(Reason::Elsewhere),
        false => Ok(()),
    }
}

pub fn find(screen: &mut Requests, _: &mut Cx<'_>) {
    screen.picture = Picture::Rows;
    screen.rows.finding.open();
}

/// Asks which rows to show: all, those nobody mapped, or those of a service or a category.
pub fn ask_filter(screen: &mut Requests, cx: &mut Cx<'_>) {
    let columns = pick_columns(screen.area.width);
    let requests = &cx.sprint.requests;
    let plain = |id: &str| Line::new().gap(super::naming::SIGN_COLUMNS).add(Role::Text, &cx.words.say(id));
    let unmapped = Line::new()
        .cell(Role::Warn, &Glyph::OPEN, super::naming::SIGN_COLUMNS)
        .add(Role::Text, &cx.words.say("requests-filter-unmapped"));
    let mut filters = vec![(Filter::All, plain("requests-filter-all")), (Filter::Unmapped, unmapped)];
    for service in cx.sprint.services.iter() {
        let Some(rows) = requests.demand(service.id) else { continue };
        let mapping = Mapping::Service(service.id);
        filters.push((
            Filter::Service(service.id),
            counted(mapping, &service.name, &count(rows, cx), columns, cx),
        ));
    }
    let mut categories: Vec<_> = (0..).zip(requests.categories()).filter(|(_, one)| one.rows > 0).collect();
    categories.sort_by_key(|(at, one)| (std::cmp::Reverse(one.rows), *at));
    for (at, one) in categories {
        let line = counted(one.mapping, &category_name(one, cx), &count(one.rows, cx), columns, cx);
        filters.push((Filter::Category(at), line));
    }
    let now = screen.rows.finding.filter();
    let (filters, choices): (Vec<Filter>, Vec<Choice>) = (0..)
        .zip(filters)
        .map(|(n, (filter, line))| (filter, choice(label::letters(n), line, filter == now)))
        .unzip();
    cx.ask(Ask::Pick(Pick { title: cx.words.say("requests-filter-title"), choices }));
    screen.asked = Asked::Filter(filters);
}

pub fn can_file(screen: &Requests, cx: &Cx<'_>) -> Result<(), Reason> {
    row(screen, cx)?;
    match cx.sprint.living_themes().next() {
        Some(_) => Ok(()),
        None => Err(Reason::Say("requests-no-themes")),
    }
}

/// Asks which theme the rows speak of.
pub fn ask_theme(screen: &mut Requests, cx: &mut Cx<'_>) {
    let rows = screen.rows.meant(cx);
    let now = match rows[..] {
        [only] => cx.sprint.requests.row(only).and_then(|row| row.theme),
        _ => None,
    };
    let mut themes: Vec<&Theme> = cx.sprint.living_themes().collect();
    themes.sort_by_key(|theme| theme.label);
    let choices = themes.iter().map(|theme| {
        let line = Line::new().add(Role::Text, &theme.name);
        choice(label::letters(theme.label), line, now == Some(theme.id))
    });
    let title = cx.words.tell("requests-file-title", Args::new().with("rows", rows.len()));
    let choices = choices.collect();
    cx.ask(Ask::Pick(Pick { title, choices }));
    screen.asked = Asked::File(rows, themes.iter().map(|theme| theme.id).collect());
}

pub fn can_set_aside(screen: &Requests, cx: &Cx<'_>, aside: bool) -> Result<(), Reason> {
    row(screen, cx)?;
    cx.sprint.set_requests_aside(&screen.rows.meant(cx), aside)?;
    Ok(())
}

/// Lets the rows count as evidence, or not.
pub fn set_aside(screen: &mut Requests, cx: &mut Cx<'_>, aside: bool) {
    if cx.propose(cx.sprint.set_requests_aside(&screen.rows.meant(cx), aside)) {
        screen.rows.marked.clear();
    }
}

pub fn can_go_onward(screen: &Requests, cx: &Cx<'_>) -> Result<(), Reason> {
    match row(screen, cx)?.theme {
        Some(_) => Ok(()),
        None => Err(Reason::Say("requests-no-theme")),
    }
}

/// To the theme that the row speaks of; the texts are covered when one comes back.
pub fn go_onward(screen: &mut Requests, cx: &mut Cx<'_>) {
    if let Some(theme) = screen.rows.row(cx).and_then(|row| row.theme) {
        screen.rows.revealed = false;
        screen.picture = Picture::Rows;
        cx.go(Go { place: "themes", item: Some(Item::Theme(theme)) });
    }
}

/// Rows are shown for what they are like.
pub fn is_likeness(screen: &Requests, cx: &Cx<'_>) -> Result<(), Reason> {
    shown(screen, cx)?;
    match screen.rows.finding.filter().is_likeness() {
        true => Ok(()),
        false => Err(Reason::Elsewhere),
    }
}

pub fn can_liken(screen: &Requests, cx: &Cx<'_>) -> Result<(), Reason> {
    if cx.sprint.requests.is_empty() {
        return Err(Reason::Say("requests-empty-title"));
    }
    if is_likeness(screen, cx).is_ok() {
        return Err(Reason::Elsewhere);
    }
    row(screen, cx)?;
    crate::kit::wall::words_of_requests(cx).map(|_| ()).ok_or(Reason::Say("requests-learning"))
}

/// Shows the rows that are like the one under the cursor, the likest first.
pub fn liken(screen: &mut Requests, cx: &mut Cx<'_>) {
    if let Some(row) = screen.rows.row(cx) {
        screen.show_like(Filter::Like(row.id), cx);
    }
}

/// Shows again what was shown before the rows that are like something.
pub fn unliken(screen: &mut Requests, cx: &mut Cx<'_>) {
    screen.picture = Picture::Rows;
    match screen.rows.finding.show_before(cx) {
        Some(at) => screen.rows.list.set(at, screen.rows.finding.len(cx)),
        None => leave(screen, cx),
    }
}

/// What the filter is called.
pub fn filter_line(filter: Filter, cx: &Cx<'_>) -> Line {
    match filter {
        Filter::All => Line::new().add(Role::Strong, &cx.words.say("requests-filter-all")),
        Filter::Unmapped => Line::new()
            .add(Role::Warn, &Glyph::OPEN)
            .gap(1)
            .add(Role::Strong, &cx.words.say("requests-filter-unmapped")),
        Filter::Like(id) => {
            let code = cx.sprint.requests.row(id).map(|row| Code::Request(row.code).to_string());
            let args = Args::new().with("row", code.unwrap_or_default());
            Line::new().add(Role::Strong, &cx.words.tell("requests-like", args))
        }
        Filter::Speaks(id) => Line::new()
            .add(Role::Text, &cx.words.say("requests-speaks"))
            .gap(1)
            .then(theme_name(id, cx, Role::Strong)),
        Filter::Service(_) | Filter::Category(_) => filter.subject(cx).map_or_else(Line::new, |subject| {
            let mapping = match subject {
                Subject::Category(at) => cx
                    .sprint
                    .requests
                    .categories()
                    .get(at as usize)
                    .map_or(Mapping::Open, |category| category.mapping),
                Subject::Service(_) | Subject::Outside(_) => super::naming::mapping_of(subject),
            };
            super::naming::sign(mapping, cx).add(Role::Strong, &subject_name(subject, cx))
        }),
    }
}

/// The theme of a row: the letters it answers to and its claim.
pub fn theme_line(id: ThemeId, cx: &Cx<'_>) -> Line {
    match cx.sprint.themes.get(id) {
        Some(_) => Line::new().add(Role::Muted, &Glyph::ARROW).gap(1).then(theme_name(id, cx, Role::Text)),
        None => Line::new(),
    }
}

fn theme_name(id: ThemeId, cx: &Cx<'_>, role: Role) -> Line {
    cx.sprint.themes.get(id).map_or_else(Line::new, |theme| {
        Line::new().add(Role::Key, &theme_letters(theme.label)).gap(1).add(role, &theme.name)
    })
}
