//! The work that somebody asked for on this screen and waits for: how far it is, and how to stop it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Themes;
use crate::kit::draw;
use crate::kit::job::Name;
use crate::kit::{Cx, Effect, Notice, Reason};

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
    let far = (all > 0).then(|| done as f64 / all as f64).map(|share| (share, cx.words.percent(share)));
    draw::working(buf, area, &cx.words.say(id), far, &cx.words.say("themes-working-stop"), *cx.theme);
}
