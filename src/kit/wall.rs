//! What jobs learn from the wall, as plain data, and when they are asked to: the words of the whole file, what each
//! theme's notes teach, groups for the loose notes, pairs that may say the same.
//!
//! Words are dear: they are learnt anew only when the requests changed or the wall grew by a good part. Until new ones
//! come, the old ones serve.

use std::fmt;
use std::sync::Arc;

use super::job::{FoldedTexts, Name};
use super::{Cx, Effect, Job};
use crate::domain::Sprint;
use crate::domain::id::{NoteId, ThemeId};
use crate::domain::note::Note;
use crate::domain::request::RequestId;
use crate::method::grouping::{Corpus, Pair};
use crate::text::Clean;

/// Words are learnt anew when the notes that they don't know are one of so many texts.
const GROWN: usize = 20;

/// Every text of the file, to learn words from.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Heap {
    /// The requests.
    pub requests: FoldedTexts,
    /// The notes, in the order of the table; also those that lie on no wall.
    pub notes: Vec<Clean>,
    /// What the timeboxes are called.
    pub agenda: Vec<Clean>,
}

/// Words that were learnt from a [`Heap`].
#[derive(Clone)]
pub struct Known {
    /// The words. Its texts are the requests, by their places over all imports, the notes and the agenda.
    pub corpus: Arc<Corpus>,
    /// The requests it was learnt from.
    pub requests: FoldedTexts,
    /// How many of its texts are requests.
    pub rows: usize,
    /// How many notes there were.
    pub notes: usize,
}

impl Known {
    /// The request whose text stands at a place of the corpus, if one's does.
    pub fn request(&self, place: usize) -> Option<RequestId> {
        let mut row = (place < self.rows).then_some(place)?;
        for searched in self.requests.0.iter() {
            let chunk = &searched.chunk;
            match row.checked_sub(chunk.text.len()) {
                Some(rest) => row = rest,
                None => {
                    return Some(RequestId {
                        source: chunk.source,
                        row: chunk.first.saturating_add(row as u32),
                    });
                }
            }
        }
        None
    }

    /// The requests that are most like these texts together, at most `most`, each with how alike it is, 0 to 1.
    pub fn requests_like(&self, texts: &[&str], most: usize) -> Vec<(RequestId, f32)> {
        // Notes and the agenda are among the texts, too, and may all be more like them.
        let others = self.corpus.texts().saturating_sub(self.rows);
        let similar = self.corpus.similar(texts, most + others).into_iter();
        let request = |(place, likeness)| Some((self.request(place)?, likeness));
        similar.filter_map(request).take(most).collect()
    }
}

impl PartialEq for Known {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.corpus, &other.corpus)
    }
}

impl fmt::Debug for Known {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Known({} texts)", self.corpus.texts())
    }
}

/// What a note teaches: its words are its theme's.
#[derive(Clone, PartialEq, Debug)]
pub struct Lesson {
    /// The note's place in the table.
    pub note: u32,
    /// The theme's place in the table, which is the group's number.
    pub theme: u32,
    /// The words.
    pub text: Clean,
}

/// The loose notes for which groups are asked, with what people decided so far.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Posed {
    /// The loose notes.
    pub loose: Vec<(NoteId, Clean)>,
    /// The themes that notes lie in; groups are numbered by their places here.
    pub themes: Vec<ThemeId>,
    /// The notes of the themes, each with the place of its theme.
    pub accepted: Vec<(Clean, usize)>,
    /// Pairs of a loose note and a theme, by their places, that people said no to.
    pub refused: Vec<(usize, usize)>,
    /// What is known of words already.
    pub known: Option<Known>,
    /// The requests, to learn words from where nothing is known yet.
    pub requests: FoldedTexts,
}

/// The notes of the wall that are looked through for pairs.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Compared {
    /// The notes.
    pub notes: Vec<(NoteId, Clean)>,
    /// For each the theme that people put it into, by its place in the table; none for the tray, which claims nothing.
    pub together: Vec<Option<usize>>,
}

/// Pairs of notes that may say the same, by their places in a [`Compared`].
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Pairs {
    /// In one script, nearly word by word.
    pub near: Vec<Pair>,
    /// In two scripts.
    pub across: Vec<Pair>,
}

/// What the note at a place of the table teaches. The tray claims nothing, so its notes teach nothing; nor do those
/// that are crossed out or don't count.
pub fn lesson(sprint: &Sprint, row: u32) -> Option<Lesson> {
    let note = sprint.notes.at_row(row)?;
    if note.crossed || !sprint.interviews.get(note.interview)?.counts() {
        return None;
    }
    let theme = sprint.themes.get(note.theme?).filter(|theme| !theme.tray)?;
    Some(Lesson { note: row, theme: sprint.themes.row_of(theme.id)?, text: note.text.clone() })
}

/// Asks for words, where they are missing or too old; see [`GROWN`].
pub fn ask_for_words(cx: &mut Cx<'_>) {
    if is_due(Name::Words, cx) && !are_words_fresh(cx) {
        let notes = cx.sprint.notes.iter().map(|note| note.text.clone()).collect();
        let agenda = cx.sprint.agenda.iter().map(|item| item.title.clone()).collect();
        let heap = Heap { requests: cx.derived.texts.clone(), notes, agenda };
        cx.out.effects.push(Effect::Compute(Job::Words(heap)));
    }
}

/// Asks for what the themes' notes teach, where it is missing, lags behind the wall or rests on older words.
pub fn ask_for_lessons(cx: &mut Cx<'_>) {
    let Some(known) = &cx.derived.known else { return };
    let fresh = |learner: &crate::method::grouping::Learner| Arc::ptr_eq(learner.corpus(), &known.corpus);
    let is_fresh = !cx.derived.behind && cx.derived.learner.as_deref().is_some_and(fresh);
    if is_fresh || !is_due(Name::Learn, cx) {
        return;
    }
    let rows = 0..cx.sprint.notes.len() as u32;
    let lessons = rows.filter_map(|row| lesson(cx.sprint, row)).collect();
    let job = Job::Learn { known: known.clone(), lessons: Arc::new(lessons) };
    cx.out.effects.push(Effect::Compute(job));
}

fn is_due(name: Name, cx: &Cx<'_>) -> bool {
    !cx.derived.is_working(name) && cx.derived.given_up != Some(cx.history.version())
}

/// What is known of words, where it knows the requests as they are now.
pub fn words_of_requests<'a>(cx: &Cx<'a>) -> Option<&'a Known> {
    cx.derived.known.as_ref().filter(|known| known.requests == cx.derived.texts)
}

fn are_words_fresh(cx: &Cx<'_>) -> bool {
    cx.derived.known.as_ref().is_some_and(|known| {
        let new = cx.sprint.notes.len().saturating_sub(known.notes);
        known.requests == cx.derived.texts && (new == 0 || new * GROWN < known.corpus.texts())
    })
}

/// The notes at places of the table, with their words.
fn told<'a>(rows: &'a [u32], sprint: &'a Sprint) -> impl Iterator<Item = &'a Note> {
    rows.iter().filter_map(|&row| sprint.notes.at_row(row))
}

/// The inbox, for which groups are to be proposed.
pub fn posed(cx: &Cx<'_>) -> Posed {
    let sprint = cx.sprint;
    let filed = |id: &ThemeId| !sprint.evidence.rows_of(*id).is_empty();
    let claims = |id: &ThemeId| sprint.themes.get(*id).is_some_and(|theme| !theme.tray);
    let themes: Vec<ThemeId> =
        sprint.evidence.themes().iter().copied().filter(|id| filed(id) && claims(id)).collect();
    let place_of = |id: &ThemeId| themes.iter().position(|theme| theme == id);
    let loose: Vec<&Note> = told(sprint.inbox(), sprint).collect();
    let refused = loose
        .iter()
        .enumerate()
        .flat_map(|(at, note)| note.refused.iter().filter_map(place_of).map(move |theme| (at, theme)));
    let accepted = themes.iter().enumerate().flat_map(|(place, id)| {
        told(sprint.evidence.rows_of(*id), sprint).map(move |note| (note.text.clone(), place))
    });
    Posed {
        refused: refused.collect(),
        accepted: accepted.collect(),
        loose: loose.iter().map(|note| (note.id, note.text.clone())).collect(),
        themes,
        known: cx.derived.known.clone(),
        requests: cx.derived.texts.clone(),
    }
}

/// The notes that lie on the wall, loose or in themes, to be looked through for pairs.
pub fn compared(sprint: &Sprint) -> Compared {
    let lies = |row: &u32| {
        let note = sprint.notes.at_row(*row)?;
        let counts = sprint.interviews.get(note.interview)?.counts();
        (counts && !note.crossed).then_some(note)
    };
    let notes: Vec<&Note> = (0..sprint.notes.len() as u32).filter_map(|row| lies(&row)).collect();
    let theme = |note: &&Note| {
        let theme = sprint.themes.get(note.theme?).filter(|theme| !theme.tray)?;
        Some(sprint.themes.row_of(theme.id)? as usize)
    };
    Compared {
        together: notes.iter().map(theme).collect(),
        notes: notes.iter().map(|note| (note.id, note.text.clone())).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{Ids, RunId, SourceId};
    use crate::domain::request::{Chunk, Texts};
    use crate::kit::job::Searched;

    #[test]
    fn a_place_among_the_words_leads_to_the_request_that_stood_there() {
        let mut ids = Ids::of(RunId(1));
        let sources: [SourceId; 2] = [ids.next(), ids.next()];
        let chunk = |source, first, texts: &[&str]| {
            let mut text = Texts::default();
            texts.iter().for_each(|one| text.push(one));
            let (category, district, date) = (vec![0; texts.len()], Vec::new(), Vec::new());
            let chunk = Arc::new(Chunk { source, first, text, category, district, date });
            Searched { first: 0, chunk, categories: Arc::default(), folded: std::sync::OnceLock::new() }
        };
        let chunks = vec![
            chunk(sources[0], 0, &["a", "b"]),
            chunk(sources[0], 7, &["c"]),
            chunk(sources[1], 0, &["d", "e"]),
        ];
        let requests = FoldedTexts(Arc::new(chunks));
        let corpus = Corpus::learn(&[], 1, &mut |_, _| true).expect("nobody stops it");
        let known = Known { corpus: Arc::new(corpus), requests, rows: 5, notes: 3 };
        let places: Vec<Option<(SourceId, u32)>> =
            (0..7).map(|place| known.request(place).map(|id| (id.source, id.row))).collect();
        let [one, other] = sources;
        let wanted =
            [Some((one, 0)), Some((one, 1)), Some((one, 7)), Some((other, 0)), Some((other, 1)), None, None];
        assert_eq!(places, wanted, "the notes behind the requests are none");
    }
}
