//! The two lines above a screen: the sprint, whose turn it is and whether all is saved; the tabs, and the
//! timebox with the end of the day.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::App;
use super::trouble::Why;
use crate::domain::{Code, DayPlan};
use crate::kit::Key;
use crate::kit::draw::{Glyph, Line, bar, paint_spread, team_glyph};
use crate::kit::theme::Role;
use crate::text::Clean;
use crate::words::Args;

/// From so many columns on every tab has its name.
const TABS_NAMED_FROM: u16 = 110;
/// Fewest columns of a timebox's title in the second line.
const TITLE_COLUMNS_MIN: usize = 12;
/// Most columns of a team's name in the first line.
const TEAM_COLUMNS_MAX: usize = 16;

impl App {
    pub(super) fn view_top(&self, buf: &mut Buffer, area: Rect) {
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
        if let Some(mark) = self.read_only_mark() {
            return mark;
        }
        let written = self.saved + 1 >= self.history().next_no();
        let (role, id) = match (&self.trouble.why, written) {
            (Some(Why::NotSaved(_)), _) | (Some(Why::Elsewhere(_)), false) => {
                (Role::Writing, "frame-not-saved")
            }
            (Some(Why::Elsewhere(_)), true) => (Role::Warn, "frame-saved-elsewhere"),
            (None, true) => (Role::Good, "frame-saved"),
            (None, false) => (Role::Warn, "frame-saving"),
        };
        Line::new().add(role, &self.words.say(id))
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
}

/// Columns for a title in the second line beside `taken` others; none where it would be cut to nothing.
fn title_columns(title: &Clean, room: usize, taken: usize) -> Option<usize> {
    let columns = crate::text::width(title.as_str()).min(room.saturating_sub(taken));
    (columns >= TITLE_COLUMNS_MIN).then_some(columns)
}

/// Which of several things side by side, of these widths, lies at column `x`.
pub(super) fn place_at(widths: impl Iterator<Item = usize>, x: u16) -> Option<usize> {
    let mut right = 0;
    widths
        .map(|wide| {
            right += wide;
            right
        })
        .position(|right| usize::from(x) < right)
}
