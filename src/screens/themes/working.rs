//! The work that somebody asked for on this screen and waits for: how far it is, and how to stop it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Themes;
use crate::kit::draw::{Line, bar, paint};
use crate::kit::job::Name;
use crate::kit::theme::Role;
use crate::kit::{Cx, Effect, Notice, Reason};

/// Columns of the bar.
const BAR_COLUMNS: u16 = 22;

/// The work that goes on, with what is done of what there is to do.
fn working(screen: &Themes, cx: &Cx<'_>) -> Option<(Name, u64, u64)> {
    let wanted = screen.wanted_work?;
    cx.derived.working.iter().copied().find(|(name, _, _)| *name == wanted)
}

pub fn can_stop(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    working(screen, cx).map(|_| ()).ok_or(Reason::Elsewhere)
}

/// Stops the work; nothing of it is shown.
pub fn stop(screen: &mut Themes, cx: &mut Cx<'_>) {
    if let Some(name) = screen.wanted_work.take() {
        cx.out.effects.push(Effect::Cancel(name));
        cx.tell(Notice::news(cx.words.say("themes-working-stopped")));
    }
}

/// The area of the pictures, and below it a row for the work that goes on.
pub fn split(screen: &Themes, area: Rect, cx: &Cx<'_>) -> (Rect, Option<Rect>) {
    if working(screen, cx).is_none() || area.height < 2 {
        return (area, None);
    }
    let body = Rect { height: area.height - 1, ..area };
    (body, Some(Rect { y: body.bottom(), height: 1, ..area }))
}

/// Draws how far the work is and how to stop it.
pub fn view(screen: &Themes, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let Some((name, done, all)) = working(screen, cx) else { return };
    let id = if name == Name::Compare { "themes-working-compare" } else { "themes-working-propose" };
    let row = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let label = Line::new().add(Role::Accent, &cx.words.say(id));
    paint(buf, row, &label, *cx.theme, None);
    let mut at = (label.width() as u16 + 1).min(row.width);
    let mut rest = Line::new();
    if all > 0 {
        let share = done as f64 / all as f64;
        let room = Rect { x: row.x + at, width: BAR_COLUMNS.min(row.width - at), ..row };
        bar(buf, room, share, *cx.theme, Role::Fill);
        at = (at + BAR_COLUMNS + 1).min(row.width);
        rest = rest.add(Role::Text, &cx.words.percent(share)).gap(2);
    }
    rest = rest.add(Role::Muted, &cx.words.say("themes-working-stop"));
    paint(buf, Rect { x: row.x + at, width: row.width - at, ..row }, &rest, *cx.theme, None);
}
