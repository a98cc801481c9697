//! What a loose note looks like: the themes whose notes speak as it does, and the words that say so. It is worked out
//! for the selected note alone, from what a job learnt of the wall and what each accept taught since.

use super::Themes;
use crate::domain::note::Note;
use crate::kit::Cx;
use crate::kit::derived::Likeness;
use crate::method::grouping::Suggestion;

/// Suggestions that are shown.
pub const SHOWN_MAX: usize = 3;

/// Suggestions looked at beyond those that are shown and those that were refused: a theme may be gone.
const BESIDE: usize = 3;

/// What can be said of a note.
pub enum Likely {
    /// The silent phase covers it.
    Covered,
    /// Words are still being learnt.
    Learning,
    /// It looks like these, the likest first; like none where this is empty.
    Known(Vec<Likeness>),
}

/// What the loose note under the cursor looks like.
pub fn of_note(screen: &Themes, note: &Note, cx: &Cx<'_>) -> Likely {
    if screen.silent {
        return Likely::Covered;
    }
    let Some(learner) = &cx.derived.learner else { return Likely::Learning };
    let suggested = learner.suggest(note.text.as_str(), SHOWN_MAX + BESIDE + note.refused.len());
    let likeness = |suggestion: Suggestion| {
        let theme = cx.sprint.themes.at_row(suggestion.group as u32)?;
        let offered = !theme.removed && !theme.tray && !note.refused.contains(&theme.id);
        offered.then_some(Likeness { theme: theme.id, words: suggestion.words })
    };
    Likely::Known(suggested.into_iter().filter_map(likeness).take(SHOWN_MAX).collect())
}
