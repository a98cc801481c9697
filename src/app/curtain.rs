//! The curtain before a team's turn: who is called, what for, how long, and the one key that begins it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::App;
use crate::domain::Code;
use crate::domain::turn::Turn;
use crate::kit::Key;
use crate::kit::draw::{Line, paint, paint_wrapped, pane, team_glyph};
use crate::kit::theme::Role;
use crate::words::Args;

/// The widest that a sentence is read with ease.
const COLUMNS_MAX: u16 = 76;

impl App {
    /// Draws the curtain over the whole screen.
    pub(super) fn view_curtain(&self, turn: &Turn, area: Rect, buf: &mut Buffer) {
        let theme = self.settings.theme;
        let sprint = self.history.sprint();
        let Some(team) = sprint.teams.get(turn.team) else { return };
        let width = area.width.saturating_sub(4).min(COLUMNS_MAX);
        let height = 13.min(area.height);
        let place = Rect {
            x: area.x + (area.width - width) / 2,
            y: area.y + (area.height - height) / 2,
            width,
            height,
        };
        let role = Role::Team(u8::try_from(team.code).unwrap_or(u8::MAX));
        let title =
            Line::new().add(role, &team_glyph(team.code)).gap(1).add(Role::Strong, &Code::Team(team.code));
        let title = if team.is_named() { title.gap(1).add(Role::Strong, &team.name) } else { title };
        let inside = pane(buf, place, &title, true, theme);
        let inside = Rect {
            x: inside.x + 2,
            y: inside.y + 1,
            width: inside.width.saturating_sub(4),
            height: inside.height.saturating_sub(1),
        };
        let mut y = inside.y;
        let mut below = |rows: u16, gap: u16| {
            let room = Rect { y, height: (inside.bottom()).saturating_sub(y).min(rows), ..inside };
            y += rows + gap;
            room
        };
        let service = team.service.and_then(|id| sprint.services.get(id));
        if let Some(service) = service {
            paint(buf, below(1, 1), &Line::new().add(Role::Muted, &service.name), theme, None);
        }
        paint_wrapped(buf, below(3, 0), Role::Strong, &self.purpose_words(turn), theme);
        let minutes = Args::new().with("minutes", turn.minutes);
        paint_wrapped(buf, below(2, 1), Role::Muted, &self.words.tell("turn-minutes", minutes), theme);
        let enter = Line::new()
            .add(Role::Key, &Key::Enter)
            .gap(1)
            .add(Role::Strong, &self.words.say("turn-sit-down"));
        paint(buf, below(1, 0), &enter, theme, None);
        paint_wrapped(buf, below(2, 0), Role::Muted, &self.words.say("turn-others"), theme);
    }
}
