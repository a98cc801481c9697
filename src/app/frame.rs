//! What stands around every screen: two lines and a rule above, a sentence and the bar below.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::overlay::Overlay;
use super::palette::Entry;
use super::turn::{HINTS_MAX, scope};
use super::{App, global};
use crate::domain::Code;
use crate::domain::DayPlan;
use crate::kit::draw::{Glyph, Line, bar, mend_halves, paint, paint_spread, team_glyph};
use crate::kit::theme::{Role, Theme};
use crate::kit::{Key, Notice, Reason, Row, Verb};
use crate::text::Clean;
use crate::words::{Args, Phrase, Words};

/// The smallest terminal in which a screen is drawn.
pub const SIZE_MIN: (u16, u16) = (60, 20);
const ROWS_ABOVE: u16 = 3;
const ROWS_BELOW: u16 = 2;
/// Most rows that a sentence takes.
const NOTICE_ROWS_MAX: u16 = 4;
/// From so many columns on every tab has its name.
const TABS_NAMED_FROM: u16 = 110;
/// Fewest columns of a timebox's title in the second line.
const TITLE_COLUMNS_MIN: usize = 12;
/// Most columns of a team's name in the first line.
const TEAM_COLUMNS_MAX: usize = 16;

/// The area of the screen itself, without the frame.
pub fn inside(size: (u16, u16)) -> Rect {
    let height = size.1.saturating_sub(ROWS_ABOVE + ROWS_BELOW);
    Rect { x: 0, y: ROWS_ABOVE.min(size.1), width: size.0, height }
}

/// A hint of the bar, and what it runs.
type Hint = (Line, Entry);
/// Whether nothing is drawn in a terminal of this size but the wish for a larger one.
pub(super) fn is_too_small(area: Rect) -> bool {
    area.width < SIZE_MIN.0 || area.height < SIZE_MIN.1
}

/// Wishes for a larger terminal.
pub(super) fn view_too_small(words: &Words, theme: Theme, area: Rect, buf: &mut Buffer) {
    let args = Args::new()
        .with("columns", area.width)
        .with("rows", area.height)
        .with("columns-min", SIZE_MIN.0)
        .with("rows-min", SIZE_MIN.1);
    let wish = words.tell("frame-too-small", args);
    crate::kit::draw::paint_wrapped(buf, area, Role::Text, &wish, theme);
}

impl App {
    /// Whether the screen stands in no frame now; a curtain always has one.
    pub(super) fn is_bare(&self) -> bool {
        self.screens[self.place].is_bare() && self.history().sprint().turns.called().is_none()
    }

    /// The area of the screen that is shown: what its frame leaves of the terminal.
    pub(super) fn inside(&self) -> Rect {
        match self.is_bare() {
            true => Rect { x: 0, y: 0, width: self.size.0, height: self.size.1.saturating_sub(1) },
            false => inside(self.size),
        }
    }

    /// Draws everything. The buffer has the size of the terminal and is empty.
    pub fn view(&self, buf: &mut Buffer) {
        if matches!(self.overlay, Some(Overlay::Black)) {
            self.settings.theme.black_out(buf);
            return;
        }
        self.view_all(buf);
        self.settings.theme.paint_ground(buf);
    }

    fn view_all(&self, buf: &mut Buffer) {
        let area = buf.area;
        if is_too_small(area) {
            view_too_small(&self.words, self.settings.theme, area, buf);
            return;
        }
        let called = self.history().sprint().turns.called();
        let inside = self.inside();
        if !self.is_bare() {
            self.view_top(buf, area);
        } else if self.history().sprint().face.black {
            self.settings.theme.black_out(buf);
            for x in area.left()..area.right() {
                buf[(x, area.bottom() - 1)].reset();
            }
        }
        match called {
            Some(turn) => self.view_curtain(turn, inside, buf),
            None => self.screens[self.place].view(&self.cx(), inside, buf),
        }
        if let Some(overlay) = &self.overlay {
            overlay.view(&self.words, self.settings.theme, inside, buf);
            mend_halves(buf);
        }
        self.view_bottom(buf, area);
    }

    fn view_top(&self, buf: &mut Buffer, area: Rect) {
        let theme = self.settings.theme;
        let row = |y: u16| Rect { x: 1, y, width: area.width - 2, height: 1 };
        let right = self.wall_mark().then(self.turn_line()).then(self.saved_mark());
        paint_spread(buf, row(0), &self.title(), &right, theme, None);
        let tabs = self.tabs(area.width).into_iter().fold(Line::new(), Line::then);
        let room = usize::from(area.width).saturating_sub(tabs.width() + 3);
        let right = self.box_line(room);
        paint_spread(buf, row(1), &tabs, &right, theme, None);
        self.box_bar(buf, row(1), tabs.width() as u16, right.width() as u16);
        for x in 0..area.width {
            buf.set_string(x, 2, Glyph::RULE.as_str(), theme.style(Role::Border));
        }
    }

    /// That the wall is black is not seen from the workstation, and easily forgotten.
    fn wall_mark(&self) -> Line {
        match self.history().sprint().face.black {
            true => Line::new().add(Role::Warn, &self.words.say("face-black-mark")).gap(2),
            false => Line::new(),
        }
    }

    fn title(&self) -> Line {
        let description = &self.history().sprint().description;
        let line = Line::new().add(Role::Accent, &self.words.say("frame-name")).gap(2);
        let line = line.add(Role::Strong, &description.title);
        let today =
            jiff::Timestamp::from_millisecond(self.at.t_ms).unwrap_or_default().to_zoned(self.zone.clone());
        let day = today.date().since(description.start).map_or(-1, |span| span.get_days()) + 1;
        match day {
            1..=9 => line
                .gap(1)
                .add(Role::Muted, &Glyph::DOT)
                .gap(1)
                .add(Role::Muted, &self.words.tell("frame-day", Args::new().with("day", day))),
            _ => line,
        }
    }

    /// Whose turn it is and how long it has, up to the seat clock's end and over it.
    fn turn_line(&self) -> Line {
        let sprint = self.history().sprint();
        let Some(turn) = sprint.turns.current.as_ref() else { return Line::new() };
        let Some(team) = sprint.teams.get(turn.team) else { return Line::new() };
        let left = turn.clock.left_s(turn.minutes, &self.now());
        let role = if left < 0 { Role::Warn } else { Role::Strong };
        let line = Line::new()
            .add(Role::Team(u8::try_from(team.code).unwrap_or(u8::MAX)), &team_glyph(team.code))
            .gap(1)
            .add(Role::Strong, &Code::Team(team.code))
            .gap(1);
        let named = team.is_named();
        let line = if !named {
            line
        } else {
            line.cell(Role::Text, &team.name, crate::text::width(team.name.as_str()).min(TEAM_COLUMNS_MAX))
                .gap(1)
        };
        line.add(role, &self.words.clock(left)).gap(2)
    }

    fn saved_mark(&self) -> Line {
        if let Some(why) = &self.not_saved {
            let words = self.words.say("frame-not-saved");
            return Line::new().add(Role::Writing, &words).gap(1).add(Role::Warn, why);
        }
        match self.is_saved() {
            true => Line::new().add(Role::Good, &self.words.say("frame-saved")),
            false => Line::new().add(Role::Warn, &self.words.say("frame-saving")),
        }
    }

    /// The tabs, each as a line of its own.
    fn tabs(&self, columns: u16) -> Vec<Line> {
        let tab = |at: usize| {
            let screen = &self.screens[at];
            let here = at == self.place;
            let role = if here { Role::Accent } else { Role::Muted };
            let line = Line::new().add(role, &Key::Char(screen.digit()));
            let title = self.words.say(&format!("frame-place-{}", screen.name()));
            let named = here || columns >= TABS_NAMED_FROM;
            let line = if named { line.add(role, &Glyph::DOT).add(role, &title) } else { line };
            line.gap(if columns >= TABS_NAMED_FROM { 2 } else { 1 })
        };
        (0..self.screens.len()).map(tab).collect()
    }

    /// The screen whose tab lies there.
    pub(super) fn tab_at(&self, at: Position) -> Option<usize> {
        let widths = self.tabs(self.size.0).into_iter().map(|tab| tab.width());
        (at.y == 1).then(|| place_at(widths, at.x.checked_sub(1)?))?
    }

    /// What the hint of the bar runs that lies there.
    pub(super) fn hint_at(&self, at: Position) -> Option<Entry> {
        if at.y + 1 != self.size.1 || !self.settings.hints || self.state_line().is_some() {
            return None;
        }
        let (left, right) = self.hints(self.size.0.saturating_sub(2));
        let of = |hints: &[Hint], from: u16| {
            let widths = hints.iter().map(|(line, _)| line.width());
            place_at(widths, at.x.checked_sub(from)?).map(|place| hints[place].1)
        };
        let wide: usize = right.iter().map(|(line, _)| line.width()).sum();
        of(&left, 1).or_else(|| of(&right, self.size.0.saturating_sub(1 + wide as u16)))
    }

    /// The timebox the room is in, with what is left of it and the end of the day as it looks from here; without
    /// its title where there is no room.
    fn box_line(&self, room: usize) -> Line {
        let sprint = self.history().sprint();
        let now = self.now();
        let day = sprint.day_in_hand(&now, &self.zone);
        let plan = day.map(|day| sprint.day_plan(day, &now, &self.zone));
        if sprint.day.stopped.is_some() && sprint.stop_all_clocks().is_err() {
            return Line::new().add(Role::Warn, &self.words.say("frame-all-stopped"));
        }
        let Some(item) = sprint.current_item() else {
            return self.waiting_line(room, plan.as_ref());
        };
        let left = item.clock.left_s(item.minutes, &now);
        let role = if left < 0 { Role::Warn } else { Role::Strong };
        let mut line = Line::new();
        if !item.clock.is_running() {
            line = line.add(Role::Warn, &Glyph::PAUSED).gap(1);
        }
        let finish = plan.and_then(|plan| plan.forecast.finish);
        let end = finish.map(|ms| crate::kit::said::day_time(ms, &self.words)).unwrap_or_default();
        let id = if left < 0 { "frame-over" } else { "frame-left" };
        let args = Args::new().with("left", self.words.clock(left)).with("end", &end);
        let line = line.add(role, &self.words.tell(id, args));
        match title_columns(&item.title, room, line.width() + 2) {
            Some(columns) => Line::new().cell(Role::Text, &item.title, columns).gap(2).then(line),
            None => line,
        }
    }

    /// What stands there while no timebox is on: which comes next and when, or that the day is over.
    fn waiting_line(&self, room: usize, plan: Option<&DayPlan<'_>>) -> Line {
        let Some(plan) = plan else {
            return Line::new().add(Role::Muted, &self.words.say("frame-no-agenda"));
        };
        let Some(next) = plan.next() else {
            let words = self.words.tell("frame-day-over", Args::new().with("day", plan.day));
            return Line::new().add(Role::Muted, &words);
        };
        let args = Args::new().with("time", crate::kit::said::civil_time(next.start, &self.words));
        let line = Line::new().add(Role::Muted, &self.words.tell("frame-next", args));
        match title_columns(&next.title, room, line.width() + 1) {
            Some(columns) => line.gap(1).cell(Role::Text, &next.title, columns),
            None => line,
        }
    }

    /// The bar of the timebox, where there is room between the tabs and the sentence.
    fn box_bar(&self, buf: &mut Buffer, row: Rect, left: u16, right: u16) {
        let sprint = self.history().sprint();
        let Some(item) = sprint.current_item() else { return };
        let room = row.width.saturating_sub(left + right + 2).min(24);
        if room < 8 {
            return;
        }
        let planned = f64::from(item.minutes.max(1)) * 60_000.0;
        let spent = item.clock.spent_ms(&self.now()) as f64 / planned;
        let place = Rect { x: row.x + row.width - right - 1 - room, width: room, ..row };
        bar(buf, place, spent, self.settings.theme, Role::Fill);
    }

    fn view_bottom(&self, buf: &mut Buffer, area: Rect) {
        let theme = self.settings.theme;
        let row = |y: u16| Rect { x: 1, y, width: area.width - 2, height: 1 };
        if let Some(notice) = &self.notice {
            self.view_notice(notice, buf, area);
        }
        let bottom = row(area.height - 1);
        match self.state_line() {
            Some(line) => {
                let whole = Rect { x: 0, width: area.width, ..bottom };
                paint(buf, bottom, &line, theme, None);
                let reading = matches!(&self.overlay, Some(Overlay::Read(page, _)) if !page.confirms);
                buf.set_style(whole, theme.style(if reading { Role::Muted } else { Role::Writing }));
            }
            None if self.settings.hints => self.view_hints(buf, bottom),
            None => {}
        }
    }

    /// A sentence is shown to its end, since its end says what to do: what one row does not hold lies over the
    /// last rows of the screen.
    fn view_notice(&self, notice: &Notice, buf: &mut Buffer, area: Rect) {
        let theme = self.settings.theme;
        let role = if notice.problem { Role::Warn } else { Role::Accent };
        let sign = if notice.problem { Glyph::WARN } else { Glyph::ARROW };
        let lines = Line::wrapped(role, &notice.words, usize::from(area.width).saturating_sub(4));
        let rows = (lines.len() as u16).min(NOTICE_ROWS_MAX);
        let top = area.height - 1 - rows;
        for (at, words) in lines.into_iter().take(usize::from(rows)).enumerate() {
            let place = Rect { x: 0, y: top + at as u16, width: area.width, height: 1 };
            for position in place.positions() {
                buf[position].reset();
            }
            let line = if at == 0 { Line::new().gap(1).add(role, &sign).gap(1) } else { Line::new().gap(3) };
            paint(buf, place, &line.then(words), theme, None);
        }
    }

    /// What the bar says when keys are not commands.
    fn state_line(&self) -> Option<Line> {
        let id = match &self.overlay {
            Some(Overlay::Form(filling)) if filling.fields.len() == 1 => "frame-bar-writing",
            Some(Overlay::Form(_)) => "frame-bar-form",
            Some(Overlay::Pick(_)) => match self.overlay.as_ref().is_some_and(Overlay::is_writing) {
                true => "frame-bar-searching",
                false => "frame-bar-choosing",
            },
            Some(Overlay::Confirm(..)) => "frame-bar-dialog",
            Some(Overlay::Read(page, _)) if page.confirms => "frame-bar-dialog",
            Some(Overlay::Read(..)) => "frame-bar-reading",
            Some(Overlay::Black) => return None,
            None if self.is_curtain_shown() => "turn-bar-curtain",
            None => match self.screens[self.place].field() {
                Some(field) if field.is_search() => "frame-bar-finding",
                Some(_) => "frame-bar-writing",
                None => return None,
            },
        };
        Some(Line::new().add(Role::Text, &self.words.say(id)))
    }

    fn view_hints(&self, buf: &mut Buffer, area: Rect) {
        let (left, right) = self.hints(area.width);
        let whole =
            |hints: Vec<Hint>| hints.into_iter().fold(Line::new(), |whole, (hint, _)| whole.then(hint));
        paint_spread(buf, area, &whole(left), &whole(right), self.settings.theme, None);
    }

    /// The keys that matter now, with what they run: the screen's own as far as there is room, and on the right
    /// undo, all, help. In a turn few are shown, and the other screens of its task. What undo would take back is
    /// told where the screen's first keys have room beside it.
    fn hints(&self, columns: u16) -> (Vec<Hint>, Vec<Hint>) {
        let most = if self.turn().is_some() { HINTS_MAX } else { usize::MAX };
        let wanted: Vec<Hint> = self.hints_of_screen().take(most).chain(self.hints_of_places()).collect();
        let first: usize = wanted.iter().take(HINTS_MAX).map(|(hint, _)| hint.width()).sum();
        let wide = |right: &[Hint]| right.iter().map(|(hint, _)| hint.width()).sum::<usize>() + 1;
        let mut right = self.hints_of_everywhere(self.turn().is_none());
        if first + wide(&right) > usize::from(columns) {
            right = self.hints_of_everywhere(false);
        }
        let mut room = usize::from(columns).saturating_sub(wide(&right));
        let fits = |(hint, _): &Hint| {
            let rest = room.checked_sub(hint.width());
            room = rest.unwrap_or(0);
            rest.is_some()
        };
        (wanted.into_iter().take_while(fits).collect(), right)
    }

    fn hints_of_everywhere(&self, told: bool) -> Vec<Hint> {
        let undo = global::undo_hint(&self.cx()).map(|what| match told {
            true => self.words.tell("frame-hint-undo", Args::new().with("what", &what)),
            false => self.words.say("command-app-undo"),
        });
        let second = match self.turn() {
            Some(_) => (Verb::Turn, "turn-hint-over"),
            None => (Verb::All, "frame-hint-all"),
        };
        let rest = [second, (Verb::Help, "frame-hint-help")].map(|(verb, id)| (verb, self.words.say(id)));
        let all = undo.map(|words| (Verb::Undo, words)).into_iter().chain(rest);
        all.filter_map(|(verb, words)| self.global_hint(verb, &words)).collect()
    }

    fn hints_of_screen(&self) -> impl Iterator<Item = Hint> {
        let cx = self.cx();
        let screen = &self.screens[self.place];
        screen.rows().into_iter().enumerate().filter_map(move |(at, row)| {
            let ready = screen.ready(at, &cx);
            let shown = ready != Err(Reason::Elsewhere) && self.allows(row);
            let hint = self.hint(row, &ready).filter(|_| shown)?;
            Some((hint.gap(2), Entry::Screen(at)))
        })
    }

    /// In a turn, the other screens that belong to its task.
    fn hints_of_places(&self) -> impl Iterator<Item = Hint> {
        let scope = self.turn().map_or(&[][..], |turn| scope(turn.purpose));
        let here = self.screens[self.place].name();
        scope.iter().filter(move |(name, _)| *name != here).filter_map(|(name, _)| {
            let at = self.screens.iter().position(|screen| screen.name() == *name)?;
            let title = self.words.say(&format!("frame-place-{name}"));
            let line = Line::new().add(Role::Key, &Key::Char(self.screens[at].digit())).gap(1);
            Some((line.add(Role::Muted, &title).gap(2), Entry::Place(at)))
        })
    }

    fn global_hint(&self, verb: Verb, words: &Phrase) -> Option<Hint> {
        let at = global::rows().iter().position(|row| row.verb == verb)?;
        let key = self.keymap.keys(global::rows()[at]).first()?;
        Some((Line::new().add(Role::Key, key).gap(1).add(Role::Muted, words).gap(2), Entry::Global(at)))
    }

    fn hint(&self, row: Row, ready: &Result<(), Reason>) -> Option<Line> {
        let key = self.keymap.keys(row).first()?;
        let key: Clean = Clean::new(&key.to_string());
        let key_role = if ready.is_ok() { Role::Key } else { Role::Muted };
        Some(Line::new().add(key_role, &key).gap(1).add(Role::Muted, &self.short_title(row)))
    }
}

/// Columns for a title in the second line beside `taken` others; none where it would be cut to nothing.
fn title_columns(title: &Clean, room: usize, taken: usize) -> Option<usize> {
    let columns = crate::text::width(title.as_str()).min(room.saturating_sub(taken));
    (columns >= TITLE_COLUMNS_MIN).then_some(columns)
}

/// Which of several things side by side, of these widths, lies at column `x`.
fn place_at(widths: impl Iterator<Item = usize>, x: u16) -> Option<usize> {
    let mut right = 0;
    widths
        .map(|wide| {
            right += wide;
            right
        })
        .position(|right| usize::from(x) < right)
}
