//! Insights that rest on a theme: made here, seen on the boards.

use super::{Asked, Pane, Themes, cursor};
use crate::domain::board::NewPiece;
use crate::domain::id::ThemeId;
use crate::domain::link::Thing;
use crate::domain::piece::{Kind, Piece};
use crate::domain::{NOTE_CHARS_MAX, Refusal, Sprint};
use crate::kit::ask::{Ask, Blank, Form};
use crate::kit::draw::Line;
use crate::kit::theme::Role;
use crate::kit::{Cx, Notice, Reason};
use crate::text::Clean;
use crate::words::Args;

/// The pieces that came of a theme, without those taken off their boards.
pub fn of_theme(id: ThemeId, sprint: &Sprint) -> impl Iterator<Item = &Piece> {
    let onward = sprint.links.onward(Thing::Theme(id)).iter();
    let pieces = onward.filter_map(|(thing, _)| match thing {
        Thing::Piece(id) => sprint.pieces.get(*id),
        Thing::Note(_) | Thing::Theme(_) => None,
    });
    pieces.filter(|piece| !piece.crossed)
}

/// A piece in one row.
pub fn line(piece: &Piece, _: &Cx<'_>) -> Line {
    Line::new().cell(Role::Strong, &piece.code(), 4).gap(1).add(Role::Text, &piece.text)
}

/// In an opened theme.
pub fn can_ask(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    cursor::on_panes(screen, cx)?;
    let opened = screen.opened.as_ref().filter(|_| screen.pane == Pane::Notes).ok_or(Reason::Elsewhere)?;
    match cx.sprint.evidence.rows_of(opened.id).is_empty() {
        true => Err(Refusal::EmptyTheme.into()),
        false => Ok(()),
    }
}

/// What the form of an insight is called, before its theme's id.
pub const INSIGHT: &str = "insight";

/// Asks for the words of an insight that rests on the opened theme.
pub fn ask(screen: &mut Themes, cx: &mut Cx<'_>) {
    let Some(theme) = screen.opened.as_ref().and_then(|opened| cx.sprint.themes.get(opened.id)) else {
        return;
    };
    let blank = Blank {
        label: cx.words.say("themes-insight-label"),
        value: String::new(),
        hint: cx.words.say("themes-insight-hint"),
        chars_max: NOTE_CHARS_MAX,
        path: false,
    };
    let title = cx.words.tell("themes-insight-title", Args::new().with("theme", &theme.name));
    cx.ask(Ask::Form(Form { name: format!("{INSIGHT} {}", theme.id.0), title, fields: vec![blank] }));
    screen.asked = Asked::Insight(theme.id);
}

/// Hangs the insight on the board of the team that is at the keyboard, else of the one that most of the
/// theme's notes come from.
pub fn make(theme: ThemeId, values: &[String], cx: &mut Cx<'_>) {
    let team = cx.sprint.team_of_seat(cx.seat).or_else(|| cx.sprint.team_of_theme(theme));
    let code = cx.history.next_code(Kind::Insight.code(0));
    let text = Clean::new(values.first().map_or("", String::as_str));
    let new = NewPiece { id: cx.out.ids.next(), kind: Kind::Insight, code, team, text };
    if cx.propose(cx.sprint.make_from(new, &[Thing::Theme(theme)])) {
        let team =
            team.and_then(|id| cx.sprint.team_code(id)).map_or_else(String::new, |code| code.to_string());
        let args = Args::new().with("insight", Kind::Insight.code(code).to_string()).with("team", team);
        cx.tell(Notice::news(cx.words.tell("themes-insight-made", args)));
    }
}
