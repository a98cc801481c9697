//! What keys do to ghosts.

use rustc_hash::FxHashSet;

use super::{Ghosts, Group, Row, shown};
use crate::domain::id::NoteId;
use crate::domain::theme::{Proposed, To};
use crate::domain::{Code, NAME_CHARS_MAX, label, service};
use crate::kit::ask::{Ask, Blank, Form};
use crate::kit::job::Name;
use crate::kit::{Cx, Effect, Job, Notice, Reason, wall};
use crate::screens::themes::{Asked, Picture, Themes, why};
use crate::text::Clean;
use crate::words::Args;

/// Fewer loose notes than this make no group.
const LOOSE_MIN: usize = 2;

/// Among notes, not on a theme: there the same key asks for requests.
pub fn can_propose(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    if screen.picture == Picture::Pairs || why::is_on_theme(screen) {
        return Err(Reason::Elsewhere);
    }
    if screen.silent {
        return Err(Reason::Say("themes-covered"));
    }
    if cx.derived.is_working(Name::Propose) {
        return Err(Reason::Say("themes-working-already"));
    }
    match cx.sprint.inbox().len() {
        0 => Err(Reason::Say("themes-inbox-is-empty")),
        loose if loose < LOOSE_MIN => Err(Reason::Say("themes-ghosts-one-note")),
        _ => Ok(()),
    }
}

/// Asks for groups of the whole inbox.
pub fn propose(screen: &mut Themes, cx: &mut Cx<'_>) {
    screen.wanted_work = Some(Name::Propose);
    cx.out.effects.push(Effect::Compute(Job::Propose(std::sync::Arc::new(wall::posed(cx)))));
}

pub fn is_shown(screen: &Themes, _: &Cx<'_>) -> Result<(), Reason> {
    shown(screen).map(|_| ()).ok_or(Reason::Elsewhere)
}

/// There is a ghost to take or refuse.
pub fn can_take(screen: &Themes, _: &Cx<'_>) -> Result<(), Reason> {
    match shown(screen) {
        None => Err(Reason::Elsewhere),
        Some(ghosts) if ghosts.groups.is_empty() => Err(Reason::Say("themes-ghosts-none")),
        Some(_) => Ok(()),
    }
}

/// Takes the ghost: a note, on a heading the group, on the line of all every group. One step each.
pub fn take(screen: &mut Themes, cx: &mut Cx<'_>) {
    let Some(ghosts) = screen.ghosts.as_mut() else { return };
    let row = ghosts.row();
    let taken = taken(ghosts, row, cx);
    if !cx.propose(cx.sprint.take_proposed(&taken.iter().map(|one| one.0.clone()).collect::<Vec<_>>())) {
        return;
    }
    for (proposed, place) in &taken {
        if let To::New { id, .. } = &proposed.to {
            let company = ghosts.groups[*place].notes.iter().map(|(note, _)| (*note, *id));
            ghosts.made.extend(company);
        }
    }
    say_taken(row, &taken, cx);
    if row == Row::All {
        leave(screen, cx);
    }
}

/// What is taken on a row, each with the place of its group.
fn taken(ghosts: &Ghosts, row: Row, cx: &mut Cx<'_>) -> Vec<(Proposed, usize)> {
    let (groups, only) = match row {
        Row::All => (0..ghosts.groups.len(), None),
        Row::Heading(place) => (place..place + 1, None),
        Row::Note(place, at) => (place..place + 1, Some(at)),
    };
    let first_code = cx.history.next_code(Code::Theme(0));
    let mut made = 0;
    let mut taken = Vec::new();
    for place in groups {
        let group = &ghosts.groups[place];
        let notes = match only {
            Some(at) => group.notes.get(at..=at).unwrap_or_default(),
            None => &group.notes[..],
        };
        let notes: Vec<NoteId> = notes.iter().map(|(note, _)| ghosts.posed.loose[*note].0).collect();
        let to = group.theme.map(To::Theme).unwrap_or_else(|| {
            made += 1;
            To::New { id: cx.out.ids.next(), code: first_code + made - 1, name: group.name.clone() }
        });
        taken.push((Proposed { to, notes }, place));
    }
    taken
}

fn say_taken(row: Row, taken: &[(Proposed, usize)], cx: &mut Cx<'_>) {
    let notes: usize = taken.iter().map(|(one, _)| one.notes.len()).sum();
    let words = match (row, taken) {
        (Row::All, _) => {
            let args = Args::new().with("notes", notes).with("groups", taken.len());
            cx.words.tell("themes-ghosts-all-taken", args)
        }
        (Row::Heading(_) | Row::Note(..), [(Proposed { to: To::New { .. }, .. }, _)]) => {
            let letters = label::letters(cx.sprint.next_label()).unwrap_or_default();
            cx.words.tell("themes-made", Args::new().with("label", letters))
        }
        (Row::Heading(_), _) => cx.words.tell("themes-ghosts-joined", Args::new().with("notes", notes)),
        (Row::Note(..), _) => return,
    };
    cx.tell(Notice::news(words));
}

/// Refuses the ghost. What was to join a theme is not proposed for it again; what was to make a new one stays loose as
/// long as the ghosts are shown. On the line of all it refuses all of them.
pub fn refuse(screen: &mut Themes, cx: &mut Cx<'_>) {
    let Some(ghosts) = screen.ghosts.as_mut() else { return };
    let row = ghosts.row();
    let theme = ghosts.group().and_then(|group| group.theme);
    match (row, theme) {
        (Row::All, _) => {
            leave(screen, cx);
            cx.tell(Notice::news(cx.words.say("themes-ghosts-all-refused")));
        }
        (Row::Heading(_) | Row::Note(..), Some(theme)) => {
            let notes = ghosts.meant();
            cx.propose(cx.sprint.refuse_theme(&notes, theme));
        }
        (Row::Heading(place), None) => {
            let notes: Vec<usize> = ghosts.groups[place].notes.iter().map(|(note, _)| *note).collect();
            leave_loose(ghosts, &notes, cx);
        }
        (Row::Note(place, at), None) => {
            let note = ghosts.groups[place].notes[at].0;
            leave_loose(ghosts, &[note], cx);
        }
    }
}

fn leave_loose(ghosts: &mut Ghosts, notes: &[usize], cx: &mut Cx<'_>) {
    ghosts.left.extend(notes);
    ghosts.arrange(cx);
    let args = Args::new().with("notes", notes.len());
    cx.tell(Notice::news(cx.words.tell("themes-ghosts-left", args)));
}

/// Back to the panes. The names that people typed are kept for the next ghosts.
pub fn leave(screen: &mut Themes, cx: &mut Cx<'_>) {
    screen.show_panes(cx.sprint);
}

/// On the heading of a group that would become a theme.
fn new_group(screen: &Themes) -> Result<(&Ghosts, &Group), Reason> {
    let ghosts = shown(screen).ok_or(Reason::Elsewhere)?;
    let Row::Heading(place) = ghosts.row() else { return Err(Reason::Elsewhere) };
    let group = ghosts.groups.get(place).ok_or(Reason::Elsewhere)?;
    match group.theme {
        Some(_) => Err(Reason::Say("themes-ghost-named")),
        None => Ok((ghosts, group)),
    }
}

pub fn can_name(screen: &Themes, _: &Cx<'_>) -> Result<(), Reason> {
    new_group(screen).map(|_| ())
}

/// Asks for another name; the three words stand in the field.
pub fn ask_name(screen: &mut Themes, cx: &mut Cx<'_>) {
    let Ok((ghosts, group)) = new_group(screen) else { return };
    let company: Vec<usize> = group.notes.iter().map(|(note, _)| *note).collect();
    let first = company.first().and_then(|place| ghosts.posed.loose.get(*place));
    let blank = Blank {
        label: cx.words.say("themes-name-label"),
        value: group.name.as_str().to_owned(),
        hint: cx.words.say("themes-ghost-name-hint"),
        chars_max: NAME_CHARS_MAX,
        path: false,
    };
    let form = Form {
        name: first.map_or_else(String::new, |(id, _)| format!("ghost {}", id.0)),
        title: cx.words.tell("themes-new-title", Args::new().with("notes", company.len())),
        fields: vec![blank],
    };
    cx.ask(Ask::Form(form));
    screen.asked = Asked::Ghost(company);
}

/// Gives a group that is still a ghost the name of the form.
pub fn name(screen: &mut Themes, company: &[usize], values: &[String], cx: &mut Cx<'_>) {
    let Some(ghosts) = screen.ghosts.as_mut() else { return };
    let name = Clean::new(values.first().map_or("", String::as_str));
    match service::check_name(&name) {
        Ok(()) => {
            ghosts.named.push((name, company.iter().copied().collect::<FxHashSet<usize>>()));
            ghosts.arrange(cx);
            cx.tell(Notice::news(cx.words.say("themes-ghost-name-given")));
        }
        Err(refusal) => {
            cx.propose(Err(refusal));
        }
    }
}

/// On the heading of a group that may mean the same as one in another script.
pub fn can_link(screen: &Themes, _: &Cx<'_>) -> Result<(), Reason> {
    let ghosts = shown(screen).ok_or(Reason::Elsewhere)?;
    let Row::Heading(place) = ghosts.row() else { return Err(Reason::Elsewhere) };
    let group = ghosts.groups.get(place).ok_or(Reason::Elsewhere)?;
    let twin = group.twin.and_then(|twin| ghosts.groups.get(twin));
    match twin {
        _ if group.is_linked => Ok(()),
        None => Err(Reason::Say("themes-ghost-no-twin")),
        Some(twin) if twin.theme.is_some() && group.theme.is_some() => {
            Err(Reason::Say("themes-ghost-two-themes"))
        }
        Some(_) => Ok(()),
    }
}

/// Links a group with the one in another script: they are taken as one theme. Parts them again where they are linked.
pub fn link(screen: &mut Themes, cx: &mut Cx<'_>) {
    let Some(ghosts) = screen.ghosts.as_mut() else { return };
    let Row::Heading(place) = ghosts.row() else { return };
    let group = &ghosts.groups[place];
    if group.is_linked {
        let inside = |note: &usize| group.notes.iter().any(|(one, _)| one == note);
        ghosts.linked.retain(|(one, other)| !inside(one) && !inside(other));
    } else {
        let anchor = |group: &Group| group.notes.first().map(|(note, _)| *note);
        let twin = group.twin.and_then(|twin| anchor(&ghosts.groups[twin]));
        let Some(pair) = anchor(group).zip(twin) else { return };
        ghosts.linked.push(pair);
        cx.tell(Notice::news(cx.words.say("themes-ghosts-linked")));
    }
    ghosts.arrange(cx);
}

/// On a heading, or on the line of all.
pub fn can_fold(screen: &Themes, _: &Cx<'_>) -> Result<(), Reason> {
    match shown(screen).ok_or(Reason::Elsewhere)?.row() {
        Row::All | Row::Heading(_) => Ok(()),
        Row::Note(..) => Err(Reason::Elsewhere),
    }
}

/// Shows only headings, or the notes under them again.
pub fn fold(screen: &mut Themes) {
    if let Some(ghosts) = screen.ghosts.as_mut() {
        ghosts.fold();
    }
}

/// To the heading of the next group, or of the one before.
pub fn leap(screen: &mut Themes, by: isize) {
    if let Some(ghosts) = screen.ghosts.as_mut() {
        ghosts.leap(by);
    }
}

/// Takes an answer, unless it was stopped, or is covered by now.
pub fn answered(screen: &mut Themes, ghosts: Ghosts) {
    if !screen.silent {
        screen.ghosts = Some(ghosts);
        screen.picture = Picture::Ghosts;
        screen.opened = None;
    }
}
