//! What keys do to pairs.

use std::sync::Arc;

use super::{Pairs, page, shown};
use crate::domain::note::Note;
use crate::domain::{Code, Refusal};
use crate::kit::ask::{Ask, Page};
use crate::kit::job::Name;
use crate::kit::{Cx, Effect, Job, Notice, Reason, wall};
use crate::method::grouping;
use crate::screens::themes::ghosts::offered_name;
use crate::screens::themes::notes::page_columns;
use crate::screens::themes::{Asked, Picture, Themes, groups};
use crate::words::Args;

/// Words of a note that are offered as the name of a pair's theme.
const NAME_WORDS: usize = 3;
/// Shorter words are no part of an offered name.
const NAME_WORD_CHARS_MIN: usize = 4;

/// The pairs can be shown, or looked for again.
pub fn can_show(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    if shown(screen).is_some() {
        return Err(Reason::Elsewhere);
    }
    can_look(screen, cx)
}

fn can_look(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    if screen.silent {
        return Err(Reason::Say("themes-covered"));
    }
    match cx.derived.is_working(Name::Compare) {
        true => Err(Reason::Say("themes-pairs-busy")),
        false => Ok(()),
    }
}

/// Shows the pairs; looks for them where none were found on the wall as it is now.
pub fn show(screen: &mut Themes, cx: &mut Cx<'_>) {
    let compared = wall::compared(cx.sprint);
    let fresh = screen.pairs.as_ref().is_some_and(|pairs| pairs.is_of(&compared));
    if screen.pairs.is_some() {
        screen.picture = Picture::Pairs;
    }
    if !fresh {
        look(screen, compared, cx);
    }
}

fn look(screen: &mut Themes, compared: wall::Compared, cx: &mut Cx<'_>) {
    screen.wanted_work = Some(Name::Compare);
    cx.out.effects.push(Effect::Compute(Job::Compare(Arc::new(compared))));
}

pub fn can_look_again(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    is_shown(screen, cx)?;
    can_look(screen, cx)
}

/// Looks for pairs on the wall as it is now.
pub fn look_again(screen: &mut Themes, cx: &mut Cx<'_>) {
    look(screen, wall::compared(cx.sprint), cx);
}

/// Takes an answer, unless it is covered by now.
pub fn answered(screen: &mut Themes, pairs: Pairs) {
    if !screen.silent {
        screen.pairs = Some(pairs);
        screen.picture = Picture::Pairs;
    }
}

pub fn is_shown(screen: &Themes, _: &Cx<'_>) -> Result<(), Reason> {
    shown(screen).map(|_| ()).ok_or(Reason::Elsewhere)
}

/// Back to the panes; what was found is kept.
pub fn leave(screen: &mut Themes, cx: &mut Cx<'_>) {
    screen.show_panes(cx.sprint);
}

/// The pair under the cursor.
fn pair<'a>(screen: &Themes, cx: &Cx<'a>) -> Result<(&'a Note, &'a Note), Reason> {
    let pairs = shown(screen).ok_or(Reason::Elsewhere)?;
    pairs.pair(cx.sprint).ok_or(Reason::Say("themes-pairs-none"))
}

pub fn on_pair(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    pair(screen, cx).map(|_| ())
}

pub fn can_put_together(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    let (one, other) = pair(screen, cx)?;
    match (one.theme, other.theme) {
        (Some(_), Some(_)) => Err(Reason::Say("themes-pair-two-themes")),
        (Some(_), None) | (None, Some(_)) | (None, None) => Ok(()),
    }
}

/// Puts the loose note where the other one lies; of two loose ones makes a theme, whose name is asked for.
pub fn put_together(screen: &mut Themes, cx: &mut Cx<'_>) {
    let Ok((one, other)) = pair(screen, cx) else { return };
    match (one.theme, other.theme) {
        (Some(theme), None) => {
            cx.propose(cx.sprint.file_notes(&[other.id], theme));
        }
        (None, Some(theme)) => {
            cx.propose(cx.sprint.file_notes(&[one.id], theme));
        }
        (None, None) => {
            let notes = vec![one.id, other.id];
            let name = offered_name(&shared_words(one, other));
            groups::ask_for_pair(&notes, name.as_str(), cx);
            screen.asked = Asked::New(notes);
        }
        (Some(_), Some(_)) => {}
    }
}

/// The longest words of a note that the other one has, too, in the order of the text; else its longest.
fn shared_words(one: &Note, other: &Note) -> Vec<String> {
    let text = one.text.as_str();
    let (differing, _) = grouping::differences(text, other.text.as_str());
    let words = |shared: bool| {
        let mut at = 0;
        let mut words: Vec<&str> = Vec::new();
        for word in text.split(|c: char| !c.is_alphanumeric() && !"'’ʼ-".contains(c)) {
            let begins = at;
            at += word.len() + text[at + word.len()..].chars().next().map_or(0, char::len_utf8);
            let differs =
                differing.iter().any(|range| range.start < begins + word.len() && begins < range.end);
            let long = word.chars().count() >= NAME_WORD_CHARS_MIN;
            if long && !(shared && differs) && !words.contains(&word) {
                words.push(word);
            }
        }
        words
    };
    let all = Some(words(true)).filter(|words| !words.is_empty()).unwrap_or_else(|| words(false));
    let mut longest = all.clone();
    longest.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    longest.truncate(NAME_WORDS);
    all.into_iter().filter(|word| longest.contains(word)).map(str::to_lowercase).collect()
}

/// Says that they don't say the same: they are not shown as a pair again.
pub fn tell_apart(screen: &mut Themes, cx: &mut Cx<'_>) {
    let Ok((one, other)) = pair(screen, cx) else { return };
    if cx.propose(cx.sprint.tell_apart(one.id, other.id)) {
        let args = Args::new()
            .with("one", Code::Note(one.code).to_string())
            .with("other", Code::Note(other.code).to_string());
        cx.tell(Notice::news(cx.words.tell("themes-pair-apart", args)));
    }
}

pub fn can_merge(screen: &Themes, cx: &Cx<'_>) -> Result<(), Reason> {
    let (one, other) = pair(screen, cx)?;
    let (Some(one), Some(other)) = (one.theme, other.theme) else {
        return Err(Reason::Say("themes-pair-not-two-themes"));
    };
    let is_tray = |id| cx.sprint.themes.get(id).is_some_and(|theme| theme.tray);
    match is_tray(one) || is_tray(other) {
        true => Err(Refusal::TrayStays.into()),
        false => Ok(()),
    }
}

/// Merges the themes of the two notes: the one with fewer notes into the other, which keeps its name.
pub fn merge(screen: &mut Themes, cx: &mut Cx<'_>) {
    let Ok((one, other)) = pair(screen, cx) else { return };
    let (Some(one), Some(other)) = (one.theme, other.theme) else { return };
    let notes = |id| cx.sprint.evidence.rows_of(id).len();
    let (from, into) = if notes(one) < notes(other) { (one, other) } else { (other, one) };
    let name = |id| cx.sprint.themes.get(id).map(|theme| theme.name.clone()).unwrap_or_default();
    let args = Args::new().with("from", name(from)).with("into", name(into));
    if cx.propose(cx.sprint.merge_themes(from, into)) {
        cx.tell(Notice::news(cx.words.tell("themes-pair-merged", args)));
    }
}

/// Shows both notes whole, with the words in which they differ.
pub fn read(screen: &mut Themes, cx: &mut Cx<'_>) {
    let Ok((one, other)) = pair(screen, cx) else { return };
    let lines = page(one, other, page_columns(screen.area.width), cx);
    let args = Args::new()
        .with("one", Code::Note(one.code).to_string())
        .with("other", Code::Note(other.code).to_string());
    let title = cx.words.tell("themes-pair-title", args);
    cx.ask(Ask::Read(Page { title, lines, confirms: false }));
    screen.asked = Asked::Nothing;
}
