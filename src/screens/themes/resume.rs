//! Forms that were open when the program stopped, opened again: other words of a note, the name of a theme, an
//! insight. A new theme of marked notes is not: the marks are gone, and the name waits for the next ones.

use super::{Pane, Themes, groups, insight, notes};
use crate::domain::id::{Id, NoteId, ThemeId};
use crate::kit::Cx;

/// Opens the form of this name on what it was of.
pub fn resume(screen: &mut Themes, field: &str, cx: &mut Cx<'_>) {
    if field == groups::EMPTY {
        return groups::ask_empty(screen, cx);
    }
    let Some((what, id)) = field.split_once(' ') else { return };
    let Ok(id) = id.parse::<Id>() else { return };
    match what {
        notes::WORDS => {
            let id = NoteId(id);
            if cx.sprint.notes.get(id).is_some_and(|note| !note.crossed) {
                screen.show_note(id, cx);
                if screen.note(cx).is_some_and(|note| note.id == id) {
                    notes::ask_words(screen, cx);
                }
            }
        }
        groups::NAME if screen.point_at(ThemeId(id), cx.sprint) => {
            screen.pane = Pane::Themes;
            groups::ask_name(screen, cx);
        }
        insight::INSIGHT if screen.point_at(ThemeId(id), cx.sprint) => {
            screen.open(ThemeId(id), cx.sprint);
            insight::ask(screen, cx);
        }
        _ => {}
    }
}
