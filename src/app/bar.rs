//! The two rows below a screen: a sentence, and the bar with the keys that matter now.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::overlay::Overlay;
use super::palette::Entry;
use super::tabs::place_at;
use super::turn::{HINTS_MAX, scope};
use super::{App, global};
use crate::kit::draw::{Glyph, Line, paint, paint_spread};
use crate::kit::theme::Role;
use crate::kit::{Key, Notice, Reason, Row, Verb};
use crate::text::Clean;
use crate::words::{Args, Phrase};

/// Most rows that a sentence takes.
const NOTICE_ROWS_MAX: u16 = 4;

/// A hint of the bar, and what it runs.
type Hint = (Line, Entry);

impl App {
    pub(super) fn view_bottom(&self, buf: &mut Buffer, area: Rect) {
        let theme = self.settings.theme;
        let row = |y: u16| Rect { x: 1, y, width: area.width - 2, height: 1 };
        if let Some(notice) = self.notice.clone().or_else(|| self.banner()) {
            self.view_notice(&notice, buf, area);
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
    pub(super) fn state_line(&self) -> Option<Line> {
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
        let undo = global::undo_hint(&self.cx()).filter(|_| !self.only_reads()).map(|what| match told {
            true => self.words.tell("frame-hint-undo", Args::new().with("what", &what)),
            false => self.words.say("command-app-undo"),
        });
        let second = match self.turn() {
            Some(_) => (Verb::Turn, "turn-hint-over"),
            None => (Verb::All, "frame-hint-all"),
        };
        let rest = [second, (Verb::Help, "frame-hint-help")].map(|(verb, id)| (verb, self.words.say(id)));
        let all = undo.map(|words| (Verb::Undo, words)).into_iter().chain(rest);
        let hints = all.filter_map(|(verb, words)| self.global_hint(verb, &words));
        self.bare_mark().into_iter().chain(hints).collect()
    }

    /// That the sprint is only read, where nothing stands above the screen that says so; help tells more.
    fn bare_mark(&self) -> Option<Hint> {
        let mark = self.read_only_mark().filter(|_| self.is_bare())?;
        let help = global::rows().iter().position(|row| row.verb == Verb::Help)?;
        Some((mark.gap(2), Entry::Global(help)))
    }

    fn hints_of_screen(&self) -> impl Iterator<Item = Hint> {
        let cx = self.cx();
        let screen = &self.screens[self.place];
        screen.rows().into_iter().enumerate().filter_map(move |(at, row)| {
            let ready = self.unless_reading(row.verb, screen.ready(at, &cx));
            let here = !matches!(ready, Err(Reason::Elsewhere | Reason::OnlyToRead));
            let shown = here && self.allows(row);
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
}
