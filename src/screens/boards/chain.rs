//! A card opened: what it rests on, what came of it, and the walk along both.

use super::cursor::{Card, in_turn, on_board, on_columns};
use super::{Boards, layout};
use crate::domain::id::InterviewId;
use crate::domain::link::{Stance, Thing};
use crate::domain::{Refusal, Sprint};
use crate::kit::ask::{Ask, Page};
use crate::kit::draw::Line;
use crate::kit::theme::Role;
use crate::kit::{Cx, Go, Item, List, Motion, Notice, Reason};
use crate::words::Args;

/// Most cards that Esc finds the way back through.
const WAY_MAX: usize = 50;

/// A card opened.
pub struct Opened {
    /// The card.
    pub thing: Thing,
    /// Where the cursor is.
    pub part: Part,
    back: List,
    onward: List,
}

/// Where the cursor is in an opened card.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// On its words.
    Words,
    /// On what it rests on.
    Back,
    /// On what came of it.
    Onward,
}

/// The other end of a link.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// A card or a theme, and whether it speaks for or against.
    Thing(Thing, Stance),
    /// The interview in which a note was heard.
    Interview(InterviewId),
    /// The theme that a note lies in.
    LiesIn(crate::domain::id::ThemeId),
}

/// Whether a thing is where it can be seen.
pub fn is_there(thing: Thing, sprint: &Sprint) -> bool {
    match thing {
        Thing::Theme(id) => sprint.themes.get(id).is_some_and(|theme| !theme.removed),
        Thing::Note(_) | Thing::Piece(_) => Card::of(thing, sprint).is_some(),
    }
}

fn ends<'a>(links: &'a [(Thing, Stance)], sprint: &'a Sprint) -> impl Iterator<Item = End> {
    let there = links.iter().filter(|(thing, _)| is_there(*thing, sprint));
    there.map(|&(thing, stance)| End::Thing(thing, stance))
}

/// What a card rests on: a note on the interview that it was heard in.
pub fn back(thing: Thing, sprint: &Sprint) -> Vec<End> {
    let heard = match Card::of(thing, sprint) {
        Some(Card::Note(note)) => Some(End::Interview(note.interview)),
        Some(Card::Piece(_)) | None => None,
    };
    heard.into_iter().chain(ends(sprint.links.back(thing), sprint)).collect()
}

/// What came of a card: of a note also the theme that it lies in.
pub fn onward(thing: Thing, sprint: &Sprint) -> Vec<End> {
    let lies_in = match Card::of(thing, sprint) {
        Some(Card::Note(note)) => note.theme.map(End::LiesIn),
        Some(Card::Piece(_)) | None => None,
    };
    ends(sprint.links.onward(thing), sprint).chain(lies_in).collect()
}

/// How many things a card rests on, and how many came of it.
pub fn counts(thing: Thing, sprint: &Sprint) -> (usize, usize) {
    let count = |links: &[(Thing, Stance)]| links.iter().filter(|(one, _)| is_there(*one, sprint)).count();
    let (rests_on, came_of_it) = (count(sprint.links.back(thing)), count(sprint.links.onward(thing)));
    match Card::of(thing, sprint) {
        Some(Card::Note(note)) => (rests_on, came_of_it + usize::from(note.theme.is_some())),
        Some(Card::Piece(_)) | None => (rests_on, came_of_it),
    }
}

impl Opened {
    fn new(thing: Thing, part: Part) -> Self {
        Self { thing, part, back: List::default(), onward: List::default() }
    }

    /// The rows of a part, and its cursor.
    pub fn rows(&self, part: Part, sprint: &Sprint) -> (Vec<End>, &List) {
        match part {
            Part::Words => (Vec::new(), &self.back),
            Part::Back => (back(self.thing, sprint), &self.back),
            Part::Onward => (onward(self.thing, sprint), &self.onward),
        }
    }

    pub fn list_mut(&mut self, part: Part) -> &mut List {
        match part {
            Part::Words | Part::Back => &mut self.back,
            Part::Onward => &mut self.onward,
        }
    }

    /// What the cursor is on.
    pub fn end(&self, sprint: &Sprint) -> Option<End> {
        let (rows, list) = self.rows(self.part, sprint);
        rows.get(list.at()).copied()
    }

    /// Keeps the cursors inside and in sight.
    pub fn fit(&mut self, regions: &layout::Chain, cx: &Cx<'_>) {
        let high = |pane| usize::from(layout::Chain::inside(pane).height);
        self.back.fit(high(regions.back_pane), back(self.thing, cx.sprint).len());
        self.onward.fit(high(regions.onward_pane), onward(self.thing, cx.sprint).len());
    }

    /// Moves over the words and the two lists under them.
    pub fn walk(&mut self, motion: Motion, cx: &Cx<'_>) {
        match (motion, self.part) {
            (Motion::Left, _) => self.part = Part::Back,
            (Motion::Right, _) => self.part = Part::Onward,
            (Motion::Up | Motion::PageUp | Motion::Home, Part::Words) => {}
            (Motion::Down | Motion::PageDown | Motion::End, Part::Words) => self.part = Part::Back,
            (_, part) => {
                let len = self.rows(part, cx.sprint).0.len();
                let moved = self.list_mut(part).moved(motion, len);
                if !moved && motion == Motion::Up {
                    self.part = Part::Words;
                }
            }
        }
    }
}

/// Opens a card. The one that led here is gone back to, so that to and fro does not lengthen the way.
fn enter(screen: &mut Boards, thing: Thing, part: Part) {
    if let [.., before, _] = &screen.opened[..]
        && before.thing == thing
    {
        screen.opened.pop();
        return;
    }
    if screen.opened.len() >= WAY_MAX {
        screen.opened.remove(0);
    }
    screen.opened.push(Opened::new(thing, part));
}

/// Opens a card that another screen leads to, on its team's board.
pub fn show(screen: &mut Boards, thing: Thing, cx: &mut Cx<'_>) {
    let Some(card) = Card::of(thing, cx.sprint) else {
        cx.propose(Err(Refusal::Gone));
        return;
    };
    let team = card.team(cx.sprint);
    if in_turn(cx) && team != cx.sprint.team_of_seat(cx.seat) {
        cx.propose(Err(Refusal::NotYours));
        return;
    }
    if let Some(team) = team {
        screen.turn_to(team);
    }
    screen.point_at(thing, cx);
    enter(screen, thing, Part::Words);
    screen.fit(cx);
}

pub fn can_open(screen: &Boards, cx: &Cx<'_>) -> Result<(), Reason> {
    on_board(screen, cx)?;
    super::cards::on_card(screen, cx)
}

pub fn open(screen: &mut Boards, cx: &mut Cx<'_>) {
    if let Some(card) = screen.card(cx) {
        enter(screen, card.thing(), Part::Words);
    }
}

pub fn can_walk(screen: &Boards, cx: &Cx<'_>) -> Result<(), Reason> {
    on_columns(screen, cx)?;
    let opened = screen.opened.last().ok_or(Reason::Elsewhere)?;
    match (opened.part, opened.end(cx.sprint)) {
        (Part::Words, _) | (Part::Back | Part::Onward, Some(_)) => Ok(()),
        (Part::Back, None) => Err(Reason::Say("boards-rests-on-nothing")),
        (Part::Onward, None) => Err(Reason::Say("boards-nothing-came")),
    }
}

/// Goes to the other end of the link under the cursor; on the words shows them to their end.
pub fn walk(screen: &mut Boards, cx: &mut Cx<'_>) {
    let Some(opened) = screen.opened.last() else { return };
    let part = opened.part;
    match opened.end(cx.sprint) {
        Some(End::Thing(Thing::Theme(id), _) | End::LiesIn(id)) => {
            cx.go(Go { place: "themes", item: Some(Item::Theme(id)) });
        }
        Some(End::Interview(_)) => {
            if let Thing::Note(id) = opened.thing {
                cx.go(Go { place: "interviews", item: Some(Item::Note(id)) });
            }
        }
        Some(End::Thing(thing @ (Thing::Note(_) | Thing::Piece(_)), _)) => walk_to(screen, thing, part, cx),
        None => read(screen, cx),
    }
}

fn walk_to(screen: &mut Boards, thing: Thing, part: Part, cx: &mut Cx<'_>) {
    let own = cx.sprint.team_of_seat(cx.seat);
    let theirs = Card::of(thing, cx.sprint).and_then(|card| card.team(cx.sprint));
    if own.is_some() && own != theirs {
        cx.propose(Err(Refusal::NotYours));
        return;
    }
    enter(screen, thing, part);
}

/// Shows all words of the card, however many there are.
fn read(screen: &Boards, cx: &mut Cx<'_>) {
    let Some(card) = screen.card(cx) else { return };
    let columns = usize::from(screen.area.width.saturating_sub(2).min(100).saturating_sub(4).max(20));
    let lines = Line::wrapped(Role::Text, card.text(), columns);
    let title = cx.words.tell("boards-read-title", Args::new().with("card", card.code().to_string()));
    cx.ask(Ask::Read(Page { title, lines, confirms: false }));
}

fn look(screen: &mut Boards, part: Part, cx: &Cx<'_>) {
    if screen.opened.is_empty() {
        let Some(card) = screen.card(cx) else { return };
        enter(screen, card.thing(), part);
    } else if let Some(opened) = screen.opened.last_mut() {
        opened.part = part;
    }
}

fn can_look(screen: &Boards, cx: &Cx<'_>, back_wards: bool) -> Result<(), Reason> {
    super::cards::on_card(screen, cx)?;
    let Some(card) = screen.card(cx) else { return Err(Reason::Elsewhere) };
    let (ends, why) = match back_wards {
        true => (back(card.thing(), cx.sprint), "boards-rests-on-nothing"),
        false => (onward(card.thing(), cx.sprint), "boards-nothing-came"),
    };
    match ends.is_empty() {
        true => Err(Reason::Say(why)),
        false => Ok(()),
    }
}

pub fn can_look_back(screen: &Boards, cx: &Cx<'_>) -> Result<(), Reason> {
    can_look(screen, cx, true)
}

/// To what it rests on.
pub fn look_back(screen: &mut Boards, cx: &mut Cx<'_>) {
    look(screen, Part::Back, cx);
}

pub fn can_look_on(screen: &Boards, cx: &Cx<'_>) -> Result<(), Reason> {
    can_look(screen, cx, false)
}

/// To what came of it.
pub fn look_on(screen: &mut Boards, cx: &mut Cx<'_>) {
    look(screen, Part::Onward, cx);
}

/// The two ends of the link under the cursor.
fn link(screen: &Boards, cx: &Cx<'_>) -> Result<(Thing, Thing), Reason> {
    on_columns(screen, cx)?;
    let opened = screen.opened.last().ok_or(Reason::Elsewhere)?;
    match (opened.part, opened.end(cx.sprint)) {
        (Part::Back, Some(End::Thing(from, _))) => Ok((from, opened.thing)),
        (Part::Onward, Some(End::Thing(to, _))) => Ok((opened.thing, to)),
        (Part::Words, _) | (Part::Back | Part::Onward, _) => Err(Reason::Say("boards-no-link")),
    }
}

fn can_stand(screen: &Boards, cx: &Cx<'_>, stance: Stance) -> Result<(), Reason> {
    let (from, to) = link(screen, cx)?;
    cx.sprint.take_stance(from, to, stance).map(|_| ()).map_err(Into::into)
}

fn stand(screen: &Boards, cx: &mut Cx<'_>, stance: Stance, said: &'static str) {
    if let Ok((from, to)) = link(screen, cx)
        && cx.propose(cx.sprint.take_stance(from, to, stance))
    {
        cx.tell(Notice::news(cx.words.say(said)));
    }
}

pub fn can_support(screen: &Boards, cx: &Cx<'_>) -> Result<(), Reason> {
    can_stand(screen, cx, Stance::Supports)
}

pub fn support(screen: &mut Boards, cx: &mut Cx<'_>) {
    stand(screen, cx, Stance::Supports, "boards-speaks-for");
}

pub fn can_contradict(screen: &Boards, cx: &Cx<'_>) -> Result<(), Reason> {
    can_stand(screen, cx, Stance::Contradicts)
}

pub fn contradict(screen: &mut Boards, cx: &mut Cx<'_>) {
    stand(screen, cx, Stance::Contradicts, "boards-speaks-against");
}

pub fn can_go_back(screen: &Boards, _: &Cx<'_>) -> Result<(), Reason> {
    let at_home = screen.picture == super::Picture::Columns && screen.opened.is_empty();
    match at_home && screen.marked.is_empty() {
        true => Err(Reason::Elsewhere),
        false => Ok(()),
    }
}

/// One step back: the card before, the columns, the marks.
pub fn go_back(screen: &mut Boards, _: &mut Cx<'_>) {
    if screen.picture != super::Picture::Columns {
        screen.picture = super::Picture::Columns;
    } else if screen.opened.pop().is_none() {
        screen.marked.clear();
    }
}
