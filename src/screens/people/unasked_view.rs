//! What is seen of those who have not interviewed yet: how many have, and the others by team.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::People;
use super::cursor::unasked;
use super::view::{named_department, private, team_sign, view_person};
use crate::domain::Code;
use crate::domain::interview::Interview;
use crate::domain::participant::Participant;
use crate::kit::Cx;
use crate::kit::draw::{Glyph, Line, bar, paint, paint_spread, paint_wrapped};
use crate::kit::roles::roles_verbs;
use crate::kit::theme::Role;
use crate::words::Args;

/// Rows of the person under the cursor in full.
const FOOT_ROWS: u16 = 2;
/// Columns of a team, and of what somebody does or is to do.
const TEAM_COLUMNS: usize = 6;
const DOES_COLUMNS: usize = 18;
/// Columns of the bar.
const BAR_COLUMNS: u16 = 20;

/// Where the parts lie.
pub struct Regions {
    head: Rect,
    share: Rect,
    /// Rows of the people.
    pub rows: Rect,
    foot: Rect,
}

/// Lays the parts out.
pub fn regions(area: Rect) -> Regions {
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let foot_rows = FOOT_ROWS.min(area.height.saturating_sub(4));
    let above = 3.min(area.height);
    Regions {
        head: Rect { height: 1.min(area.height), ..inside },
        share: Rect { y: area.y + 1, height: 1.min(area.height), ..inside },
        rows: Rect {
            y: area.y + above,
            height: area.height.saturating_sub(above + foot_rows + u16::from(foot_rows > 0)),
            ..inside
        },
        foot: Rect { y: area.bottom().saturating_sub(foot_rows), height: foot_rows, ..inside },
    }
}

/// Draws it.
pub fn view(screen: &People, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    let regions = regions(area);
    let title = Line::new().add(Role::Strong, &cx.words.say("people-picture-unasked"));
    paint_spread(buf, regions.head, &title, &private(cx), theme, None);
    let people = unasked(cx.sprint);
    let all = cx.sprint.present().count();
    if all == 0 {
        paint_wrapped(buf, regions.rows, Role::Muted, &cx.words.say("people-unasked-empty"), theme);
        return;
    }
    view_share(all - people.len(), all, cx, regions.share, buf);
    if people.is_empty() {
        paint_wrapped(buf, regions.rows, Role::Good, &cx.words.say("people-all-asked"), theme);
        return;
    }
    let seen = screen.unasked.seen(usize::from(regions.rows.height), people.len());
    for (row, one) in people[seen.clone()].iter().enumerate() {
        let place = Rect { y: regions.rows.y + row as u16, height: 1, ..regions.rows };
        let over = (seen.start + row == screen.unasked.at()).then_some(Role::Cursor);
        paint(buf, place, &person_line(one, regions.rows.width, cx), theme, over);
    }
    let edge = Rect { width: regions.rows.width, ..regions.rows };
    crate::kit::draw::scroll_mark(
        buf,
        edge,
        seen.start,
        usize::from(regions.rows.height),
        people.len(),
        theme,
    );
    if let Some(one) = screen.person(cx.sprint) {
        view_person(one, cx, regions.foot, buf);
    }
}

fn view_share(asked: usize, all: usize, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let room = Rect { width: BAR_COLUMNS.min(area.width), ..area };
    bar(buf, room, asked as f64 / all as f64, *cx.theme, Role::Fill);
    let words = cx.words.tell("people-have-asked", Args::new().with("asked", asked).with("people", all));
    let beside = Rect { x: area.x + room.width + 1, width: area.width - room.width - 1, ..area };
    paint(buf, beside, &Line::new().add(Role::Text, &words), *cx.theme, None);
}

/// Team, name, department, and what somebody does; in place of that the interview in which they are to ask.
fn person_line(one: &Participant, width: u16, cx: &Cx<'_>) -> Line {
    let room = usize::from(width).saturating_sub(TEAM_COLUMNS + DOES_COLUMNS + 2);
    let name = room / 2;
    let team = match one.team.and_then(|id| cx.sprint.teams.get(id)) {
        Some(team) => team_sign(team.code),
        None => Line::new().cell(Role::Muted, &Glyph::SKIPPED, TEAM_COLUMNS),
    };
    let line = team
        .cell(Role::Text, &one.name, name)
        .gap(1)
        .cell(Role::Muted, &named_department(one.department, cx), room - name)
        .gap(1);
    match planned(one, cx) {
        Some(interview) => {
            let team = cx.sprint.teams.get(interview.team).map_or(0, |team| team.code);
            let code = Code::Interview(team, interview.number).to_string();
            let words = cx.words.tell("people-planned-in", Args::new().with("interview", code));
            line.cell(Role::Good, &words, DOES_COLUMNS)
        }
        None => line.cell(Role::Muted, &roles_verbs(&one.roles, cx), DOES_COLUMNS),
    }
}

fn planned<'a>(one: &Participant, cx: &Cx<'a>) -> Option<&'a Interview> {
    let mut ahead = cx.sprint.interviews.iter().filter(|other| other.is_ahead() && !other.practice);
    ahead.find(|other| other.interviewer == Some(one.id))
}
