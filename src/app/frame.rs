//! What stands around every screen: two lines and a rule above, a sentence and the bar below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::overlay::Overlay;
use super::turn::{HINTS_MAX, scope};
use super::{App, global};
use crate::domain::Code;
use crate::kit::draw::{Glyph, Line, bar, paint, paint_spread, team_glyph};
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
/// Most columns of a team's name in the first line.
const TEAM_COLUMNS_MAX: usize = 16;

/// The area of the screen itself, without the frame.
pub fn inside(size: (u16, u16)) -> Rect {
    let height = size.1.saturating_sub(ROWS_ABOVE + ROWS_BELOW);
    Rect { x: 0, y: ROWS_ABOVE.min(size.1), width: size.0, height }
}

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
        let area = buf.area;
        if is_too_small(area) {
            view_too_small(&self.words, self.settings.theme, area, buf);
            return;
        }
        if matches!(self.overlay, Some(Overlay::Black)) {
            return;
        }
        let called = self.history().sprint().turns.called();
        let inside = self.inside();
        if !self.is_bare() {
            self.view_top(buf, area);
        }
        match called {
            Some(turn) => self.view_curtain(turn, inside, buf),
            None => self.screens[self.place].view(&self.cx(), inside, buf),
        }
        if let Some(overlay) = &self.overlay {
            overlay.view(&self.words, self.settings.theme, inside, buf);
        }
        self.view_bottom(buf, area);
    }

    fn view_top(&self, buf: &mut Buffer, area: Rect) {
        let theme = self.settings.theme;
        let row = |y: u16| Rect { x: 1, y, width: area.width - 2, height: 1 };
        let right = self.turn_line().then(self.saved_mark());
        paint_spread(buf, row(0), &self.title(), &right, theme, None);
        let tabs = self.tabs(area.width);
        let whole = self.round_line(true);
        let room = usize::from(area.width).saturating_sub(tabs.width() + 3);
        let right = if whole.width() <= room { whole } else { self.round_line(false) };
        paint_spread(buf, row(1), &tabs, &right, theme, None);
        self.round_bar(buf, row(1), tabs.width() as u16, right.width() as u16);
        for x in 0..area.width {
            buf.set_string(x, 2, Glyph::RULE.as_str(), theme.style(Role::Border));
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

    fn tabs(&self, columns: u16) -> Line {
        let mut line = Line::new();
        for (at, screen) in self.screens.iter().enumerate() {
            let digit = Key::Char(screen.digit());
            let here = at == self.place;
            let role = if here { Role::Accent } else { Role::Muted };
            line = line.add(role, &digit);
            if here || columns >= 110 {
                let title = self.words.say(&format!("frame-place-{}", screen.name()));
                line = line.add(role, &Glyph::DOT).add(role, &title);
            }
            line = line.gap(if columns >= 110 { 2 } else { 1 });
        }
        line
    }

    /// The round that runs, with what is left of it; without its title where there is no room.
    fn round_line(&self, titled: bool) -> Line {
        let sprint = self.history().sprint();
        let Some(round) = sprint.running_round() else {
            return match sprint.resume_all_clocks() {
                Ok(_) => Line::new().add(Role::Warn, &self.words.say("frame-all-stopped")),
                Err(_) => Line::new().add(Role::Muted, &self.words.say("frame-no-round")),
            };
        };
        let now = self.now();
        let left = round.clock.left_s(round.minutes, &now);
        let end = jiff::Timestamp::from_millisecond(now.at.t_ms + left * 1_000).unwrap_or_default();
        let args = Args::new()
            .with("left", self.words.clock(left))
            .with("end", self.words.time_of_day(end, &self.zone));
        let id = if left < 0 { "frame-over" } else { "frame-left" };
        let role = if left < 0 { Role::Warn } else { Role::Strong };
        let title = if titled { Line::new().add(Role::Text, &round.title).gap(2) } else { Line::new() };
        title.add(role, &self.words.tell(id, args))
    }

    /// The bar of the round, where there is room between the tabs and the sentence.
    fn round_bar(&self, buf: &mut Buffer, row: Rect, left: u16, right: u16) {
        let sprint = self.history().sprint();
        let Some(round) = sprint.running_round() else { return };
        let room = row.width.saturating_sub(left + right + 2).min(24);
        if room < 8 {
            return;
        }
        let spent = round.clock.spent_ms(&self.now()) as f64 / (f64::from(round.minutes) * 60_000.0);
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

    /// The keys that matter now: the screen's own as far as there is room, then undo, all, help.
    fn view_hints(&self, buf: &mut Buffer, area: Rect) {
        let cx = self.cx();
        let mut right = Line::new();
        if let Some(what) = global::undo_hint(&cx) {
            let words = match area.width >= 76 {
                true => self.words.tell("frame-hint-undo", Args::new().with("what", &what)),
                false => self.words.say("command-app-undo"),
            };
            right = right.then(self.global_hint(Verb::Undo, &words));
        }
        let turn = self.turn().is_some();
        let second = if turn { (Verb::Turn, "turn-hint-over") } else { (Verb::All, "frame-hint-all") };
        for (verb, id) in [second, (Verb::Help, "frame-hint-help")] {
            right = right.then(self.global_hint(verb, &self.words.say(id)));
        }
        let room = usize::from(area.width).saturating_sub(right.width() + 1);
        let mut left = Line::new();
        let mut hints = 0;
        let screen = &self.screens[self.place];
        for (at, row) in screen.rows().into_iter().enumerate() {
            let ready = screen.ready(at, &cx);
            let shown = ready != Err(Reason::Elsewhere) && self.allows(row);
            let (Some(hint), true) = (self.hint(row, &ready), shown) else {
                continue;
            };
            if left.width() + hint.width() + 2 > room || (turn && hints == HINTS_MAX) {
                break;
            }
            left = left.then(hint).gap(2);
            hints += 1;
        }
        let left = left.then(self.other_places());
        paint_spread(buf, area, &left, &right, self.settings.theme, None);
    }

    /// In a turn, the other screens that belong to its task.
    fn other_places(&self) -> Line {
        let here = self.screens[self.place].name();
        let mut line = Line::new();
        let Some(turn) = self.turn() else { return line };
        for (name, _) in scope(turn.purpose).iter().filter(|(name, _)| *name != here) {
            let Some(screen) = self.screens.iter().find(|screen| screen.name() == *name) else { continue };
            let title = self.words.say(&format!("frame-place-{name}"));
            line = line.add(Role::Key, &Key::Char(screen.digit())).gap(1).add(Role::Muted, &title).gap(2);
        }
        line
    }

    fn global_hint(&self, verb: Verb, words: &Phrase) -> Line {
        let key = global::row(verb).and_then(|row| self.keymap.keys(row).first());
        key.map_or_else(Line::new, |key| {
            Line::new().add(Role::Key, key).gap(1).add(Role::Muted, words).gap(2)
        })
    }

    fn hint(&self, row: Row, ready: &Result<(), Reason>) -> Option<Line> {
        let key = self.keymap.keys(row).first()?;
        let key: Clean = Clean::new(&key.to_string());
        let key_role = if ready.is_ok() { Role::Key } else { Role::Muted };
        Some(Line::new().add(key_role, &key).gap(1).add(Role::Muted, &self.short_title(row)))
    }
}
