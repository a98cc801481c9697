//! What a loose note looks like: the themes whose notes use the same words, and which words those are. It is
//! worked out for the selected note alone, from what a job learnt of the wall.

use super::Themes;
use crate::domain::Sprint;
use crate::domain::note::Note;
use crate::kit::derived::Likeness;
use crate::kit::job::Name;
use crate::kit::{Cx, Effect, Job};

/// Suggestions that are shown.
pub const SHOWN_MAX: usize = 3;

/// Suggestions looked at beyond those that were refused: some are of the tray, which claims nothing.
const LOOKED_AT: usize = 6;

/// What can be said of a note.
pub enum Likely {
    /// The silent phase covers it.
    Covered,
    /// Words are still being learnt.
    Learning,
    /// It looks like these, the likest first; like none where this is empty.
    Known(Vec<Likeness>),
}

/// Asks for the words of the wall where nobody learnt them yet.
pub fn learn_if_unknown(cx: &mut Cx<'_>) {
    if cx.derived.learnt.is_none() && !cx.derived.is_working(Name::Learn) {
        cx.out.effects.push(Effect::Compute(lesson(cx.sprint)));
    }
}

/// The notes of each living theme, by the theme's place in the table, and all requests.
pub fn lesson(sprint: &Sprint) -> Job {
    let group = |id| {
        let rows = sprint.evidence.rows_of(id).iter();
        let texts = rows.filter_map(|&row| sprint.notes.at_row(row)).map(|note| note.text.clone());
        Some((sprint.themes.row_of(id)?, texts.collect()))
    };
    let groups = sprint.evidence.themes().iter().filter_map(|&id| group(id)).collect();
    let pile = sprint.requests.sources().iter().flat_map(|source| source.chunks.iter().cloned()).collect();
    Job::Learn { groups, pile }
}

/// What the loose note under the cursor looks like.
pub fn of_note(screen: &Themes, note: &Note, cx: &Cx<'_>) -> Likely {
    if screen.silent {
        return Likely::Covered;
    }
    let Some(learnt) = &cx.derived.learnt else { return Likely::Learning };
    let suggested = learnt.suggest(note.text.as_str(), LOOKED_AT + note.refused.len());
    let likeness = |suggestion: crate::method::suggest::Suggestion| {
        let theme = cx.sprint.themes.at_row(suggestion.group as u32)?;
        let offered = !theme.removed && !theme.tray && !note.refused.contains(&theme.id);
        offered.then_some(Likeness { theme: theme.id, words: suggestion.words })
    };
    Likely::Known(suggested.into_iter().filter_map(likeness).take(SHOWN_MAX).collect())
}
