//! What is seen of proposed teams: cards side by side, and what could not be met below them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::changing::people_count;
use super::proposal::Proposed;
use super::view::named_team;
use crate::domain::Code;
use crate::kit::Cx;
use crate::kit::draw::{Glyph, Line, paint, paint_spread, pane, team_glyph};
use crate::kit::theme::Role;
use crate::method::teaming::{SIZE_MAX, Unmet};
use crate::words::{Args, Phrase};

/// Rows of a card: its border and six people.
const CARD_ROWS: u16 = SIZE_MAX as u16 + 2;
/// The narrowest card.
const CARD_COLUMNS_MIN: u16 = 26;
/// The widest card.
const CARD_COLUMNS_MAX: u16 = 40;
/// Rows of what could not be met that are shown on any screen; a tall one gives a fourth of its rows.
const UNMET_ROWS_MIN: u16 = 4;
/// Columns of a department's code.
const CODE_COLUMNS: usize = 4;

/// Where the parts lie.
struct Regions {
    head: Rect,
    cards: Rect,
    foot: Rect,
    across: usize,
}

fn regions(proposed: &Proposed, area: Rect) -> Regions {
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let most = UNMET_ROWS_MIN.max(area.height / 4).min(area.height / 3);
    let foot_rows = most.min(u16::try_from(proposed.proposal.unmet.len()).unwrap_or(u16::MAX));
    let foot = Rect { y: area.bottom().saturating_sub(foot_rows), height: foot_rows, ..inside };
    let cards = Rect { y: area.y + 1, height: foot.y.saturating_sub(area.y + 1), ..inside };
    let across = usize::from((inside.width / CARD_COLUMNS_MIN).max(1));
    Regions { head: Rect { height: 1, ..inside }, cards, foot, across }
}

/// How many rows of cards can stand first.
pub fn tops(proposed: &Proposed, area: Rect) -> usize {
    let regions = regions(proposed, area);
    let rows = proposed.teams.len().div_ceil(regions.across);
    let seen = usize::from((regions.cards.height / CARD_ROWS).max(1));
    rows.saturating_sub(seen) + 1
}

/// Draws it.
pub fn view(proposed: &Proposed, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    let regions = regions(proposed, area);
    let (left, right) = head(proposed, &regions, cx);
    paint_spread(buf, regions.head, &left, &right, theme, None);
    let width = (regions.cards.width / regions.across as u16).min(CARD_COLUMNS_MAX);
    let seen = usize::from(regions.cards.height.div_ceil(CARD_ROWS)) * regions.across;
    let first = proposed.top() * regions.across;
    for (at, team) in (first..proposed.teams.len()).take(seen).enumerate() {
        let (row, column) = ((at / regions.across) as u16, (at % regions.across) as u16);
        let place = Rect {
            x: regions.cards.x + column * width,
            y: regions.cards.y + row * CARD_ROWS,
            width,
            height: CARD_ROWS,
        };
        view_card(proposed, team, cx, place.intersection(regions.cards), buf);
    }
    view_unmet(proposed, cx, regions.foot, buf);
}

fn head(proposed: &Proposed, regions: &Regions, cx: &Cx<'_>) -> (Line, Line) {
    let seats = proposed.seats(cx);
    let mut teams: Vec<_> = seats.iter().map(|(_, team)| *team).collect();
    teams.sort_unstable();
    teams.dedup();
    let args = Args::new().with("people", people_count(seats.len(), cx)).with("teams", teams.len());
    let left = Line::new()
        .add(Role::Strong, &cx.words.say("people-proposed"))
        .gap(2)
        .add(Role::Text, &cx.words.tell("people-proposed-count", args));
    let pairs = proposed.proposal.same_pairs;
    let (role, sign) = if pairs == 0 { (Role::Good, Glyph::DONE) } else { (Role::Muted, Glyph::DOT) };
    let mixed = cx.words.tell("people-proposed-pairs", Args::new().with("pairs", pairs));
    let mut right = Line::new().add(role, &sign).gap(1).add(role, &mixed);
    let rows = proposed.teams.len().div_ceil(regions.across);
    let seen = usize::from((regions.cards.height / CARD_ROWS).max(1));
    if proposed.top() + seen < rows {
        right = right.gap(2).add(Role::Key, &Glyph::MORE_BELOW);
    } else if proposed.top() > 0 {
        right = right.gap(2).add(Role::Key, &Glyph::MORE_ABOVE);
    }
    (left, right)
}

fn view_card(proposed: &Proposed, team: usize, cx: &Cx<'_>, place: Rect, buf: &mut Buffer) {
    let theme = *cx.theme;
    let Some(one) = cx.sprint.teams.get(proposed.teams[team]) else { return };
    let title = Line::new()
        .add(Role::Team(one.code as u8), &team_glyph(one.code))
        .gap(1)
        .add(Role::Strong, &Code::Team(one.code));
    let title = if one.is_named() { title.gap(1).add(Role::Muted, &one.name) } else { title };
    let inside = pane(buf, place, &title, false, theme);
    let people = proposed.proposal.teams.get(team).map_or(&[][..], Vec::as_slice);
    let room = usize::from(inside.height);
    let shown = if people.len() > room { room.saturating_sub(1) } else { people.len() };
    if shown < people.len() && room > 0 {
        let more = cx.words.tell("people-card-more", Args::new().with("more", people.len() - shown));
        let place = Rect { y: inside.y + shown as u16, height: 1, ..inside };
        paint(buf, place, &Line::new().add(Role::Muted, &more), theme, None);
    }
    for (row, at) in people.iter().take(shown).enumerate() {
        let Some(person) = proposed.people.get(*at).and_then(|id| cx.sprint.participants.get(*id)) else {
            continue;
        };
        // Who sits there already steps back: only the others move.
        let role = if person.team.is_some() { Role::Muted } else { Role::Text };
        let columns = usize::from(inside.width).saturating_sub(CODE_COLUMNS + 1);
        let department = person.department.and_then(|id| cx.sprint.departments.get(id));
        let mut line = Line::new().cell(role, &person.name, columns).gap(1);
        if let Some(department) = department {
            let own = cx.sprint.department_of_team(one.id) == Some(department.id);
            line = line.add(if own { Role::Warn } else { Role::Muted }, &Code::Department(department.code));
        }
        paint(buf, Rect { y: inside.y + row as u16, height: 1, ..inside }, &line, theme, None);
    }
}

fn view_unmet(proposed: &Proposed, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) {
    let unmet = &proposed.proposal.unmet;
    let room = usize::from(area.height);
    for (row, one) in unmet.iter().take(room).enumerate() {
        let place = Rect { y: area.y + row as u16, height: 1, ..area };
        let more = unmet.len() - room;
        let words = match row + 1 == room && more > 0 {
            true => cx.words.tell("people-unmet-more", Args::new().with("more", more + 1)),
            false => unmet_words(*one, proposed, cx),
        };
        let line = Line::new().add(Role::Warn, &Glyph::WARN).gap(1).add(Role::Text, &words);
        paint(buf, place, &line, *cx.theme, None);
    }
}

/// What could not be met, in a sentence.
fn unmet_words(unmet: Unmet, proposed: &Proposed, cx: &Cx<'_>) -> Phrase {
    let team = |at: usize| named_team(proposed.teams.get(at).copied(), cx);
    let counted = |id: &str, count: usize| cx.words.tell(id, Args::new().with("count", count));
    match unmet {
        Unmet::NoRoom(people) => counted("people-unmet-no-room", people),
        Unmet::Empty(teams) => counted("people-unmet-empty", teams),
        Unmet::Small(at, size) => {
            let args = Args::new().with("team", team(at)).with("people", people_count(size, cx));
            cx.words.tell("people-unmet-small", args)
        }
        Unmet::Large(at, size) => {
            let args = Args::new().with("team", team(at)).with("people", people_count(size, cx));
            cx.words.tell("people-unmet-large", args)
        }
        Unmet::OwnService(person, at) => {
            let one = proposed.people.get(person).and_then(|id| cx.sprint.participants.get(*id));
            let code = one.map(|one| Code::Participant(one.code).to_string()).unwrap_or_default();
            let sat_before = one.is_some_and(|one| one.team.is_some());
            let id = if sat_before { "people-unmet-own-before" } else { "people-unmet-own" };
            cx.words.tell(id, Args::new().with("code", code).with("team", team(at)))
        }
        Unmet::OneDepartment(at) => {
            cx.words.tell("people-unmet-one-department", Args::new().with("team", team(at)))
        }
        Unmet::NoPair(at) => cx.words.tell("people-unmet-no-pair", Args::new().with("team", team(at))),
    }
}
