//! The small clock above a picture: what is left, what we do, whose turn it is, what comes next.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::public::{Now, Public};
use super::view::{Look, clock_role, team_line};
use crate::kit::draw::{Glyph, Line, bar, big_clock, big_size, huge_clock, huge_size, paint_spread};
use crate::kit::theme::Role;
use crate::words::{Args, Phrase};

/// Columns between the digits and what stands beside them.
const GAP: u16 = 3;

/// Draws it.
pub fn view(public: &Public, look: Look<'_>, area: Rect, buf: &mut Buffer) {
    let (digits, role) = digits(public, look);
    let wide = digits.map_or(0, |digits| view_digits(&digits, role, look, area, buf));
    let left = if wide > 0 { wide + GAP } else { 0 };
    let beside = Rect { x: area.x + left, width: area.width.saturating_sub(left), ..area };
    // The first row, the middle one and the last, however high the digits are.
    let row = |y: u16| Rect { y: beside.y + y * (area.height.saturating_sub(1) / 2), height: 1, ..beside };
    paint_spread(buf, row(0), &title(public, look), &turn(public, look), look.theme, None);
    if let Now::Timebox(timebox) = &public.now {
        let fill = if timebox.left_s < 0 { Role::Warn } else { Role::Fill };
        bar(buf, row(1), timebox.share, look.theme, fill);
    }
    paint_spread(buf, row(2), &next(public, look), &next_team(public, look), look.theme, None);
}

/// Paints the digits as high as the area; answers the columns that they took.
fn view_digits(digits: &Phrase, role: Role, look: Look<'_>, area: Rect, buf: &mut Buffer) -> u16 {
    let (columns, rows) = big_size(digits);
    if area.height < rows * 2 {
        big_clock(buf, area, digits, look.theme, role);
        return columns;
    }
    let room = Rect { width: area.width / 3, ..area };
    let Some((columns, _)) = huge_size(digits, room) else { return 0 };
    huge_clock(buf, Rect { width: columns, ..room }, digits, look.theme, role);
    columns
}

/// What is shown in digits: what is left, or when it begins.
fn digits(public: &Public, look: Look<'_>) -> (Option<Phrase>, Role) {
    match &public.now {
        Now::Timebox(timebox) => (Some(look.words.clock(timebox.left_s)), clock_role(timebox.left_s)),
        Now::Before(Some(first)) => (Some(first.at.clone()), Role::Muted),
        Now::Between => (public.next.as_ref().map(|next| next.at.clone()), Role::Muted),
        Now::Before(None) | Now::Over | Now::Stopped => (None, Role::Muted),
    }
}

fn title(public: &Public, look: Look<'_>) -> Line {
    match &public.now {
        Now::Timebox(timebox) if timebox.paused => {
            Line::new().add(Role::Warn, &Glyph::PAUSED).gap(1).add(Role::Strong, &timebox.title)
        }
        Now::Timebox(timebox) => Line::new().add(Role::Strong, &timebox.title),
        Now::Before(Some(first)) => Line::new().add(Role::Strong, &first.title),
        Now::Between => {
            public.next.as_ref().map_or_else(Line::new, |next| Line::new().add(Role::Strong, &next.title))
        }
        Now::Before(None) | Now::Over | Now::Stopped => {
            Line::new().add(Role::Muted, &look.words.say("face-over"))
        }
    }
}

fn turn(public: &Public, look: Look<'_>) -> Line {
    let Some(turn) = &public.turn else { return Line::new() };
    let team = team_line(&turn.team);
    match turn.left_s {
        Some(left_s) => team.gap(1).add(clock_role(left_s), &look.words.clock(left_s)),
        None => Line::new().add(Role::Accent, &Glyph::ARROW).gap(1).then(team),
    }
}

fn next(public: &Public, look: Look<'_>) -> Line {
    match (&public.now, &public.next) {
        (Now::Timebox(_), Some(next)) => {
            let args = Args::new().with("at", &next.at);
            let label = look.words.tell("face-next-short", args);
            Line::new().add(Role::Muted, &label).gap(1).add(Role::Text, &next.title)
        }
        (Now::Before(_), _) => Line::new().add(Role::Muted, &look.words.say("face-begins")),
        (Now::Between, _) => Line::new().add(Role::Muted, &look.words.say("face-next-at")),
        (Now::Timebox(_), None) | (Now::Over | Now::Stopped, _) => Line::new(),
    }
}

fn next_team(public: &Public, look: Look<'_>) -> Line {
    let Some(team) = &public.next_team else { return Line::new() };
    Line::new().add(Role::Muted, &look.words.say("face-then")).gap(1).then(team_line(team))
}
