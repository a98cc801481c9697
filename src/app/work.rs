//! The jobs that need nothing but their own data. Those that read files are the runtime's.

use std::sync::Arc;

use memchr::memmem;

use crate::kit::job::{Answer, Find, FoldedTexts, Name, Searched};
use crate::kit::wall::{Compared, Heap, Known, Lesson, Pairs, Posed};
use crate::method::grouping::{self, Corpus, GRAIN_MAX, Learner, Wall, Wanted};
use crate::method::ranking::{self, Input};
use crate::text::Clean;
use crate::text::fold;

/// The same wall gives the same groups, whoever asks.
const SEED: u64 = 1;

/// How a job tells how far it is and hears whether to go on: `false` stops it.
pub type Progress<'a> = &'a mut dyn FnMut(u64, u64) -> bool;

/// Ranks services.
pub fn rank(input: Input, progress: Progress<'_>) -> Answer {
    match ranking::rank(&input, &mut |done, all| progress(u64::from(done), u64::from(all))) {
        Some(ranked) => Answer::Ranked(input, Arc::new(ranked)),
        None => Answer::Cancelled(Name::Rank),
    }
}

/// Learns words from all texts; of the requests no more than `chunks_max` chunks.
pub fn words(heap: &Heap, chunks_max: usize, progress: Progress<'_>) -> Answer {
    let mut texts = requests(&heap.requests, chunks_max);
    let rows = texts.len();
    texts.extend(heap.notes.iter().chain(&heap.agenda).map(Clean::as_str));
    match Corpus::learn(&texts, SEED, progress) {
        Some(corpus) => Answer::Known(Known {
            corpus: Arc::new(corpus),
            requests: heap.requests.clone(),
            rows,
            notes: heap.notes.len(),
        }),
        None => Answer::Cancelled(Name::Words),
    }
}

/// The texts of the first chunks of the requests.
fn requests(requests: &FoldedTexts, chunks_max: usize) -> Vec<&str> {
    let chunks = requests.0.iter().take(chunks_max).map(|searched| &searched.chunk.text);
    chunks.flat_map(|texts| (0..texts.len()).map(|row| texts.get(row).unwrap_or_default())).collect()
}

/// Learns what the notes of themes teach.
pub fn learn(known: &Known, lessons: Arc<Vec<Lesson>>, progress: Progress<'_>) -> Answer {
    let accepted: Vec<(&str, usize)> =
        lessons.iter().map(|lesson| (lesson.text.as_str(), lesson.theme as usize)).collect();
    match Learner::learn(Arc::clone(&known.corpus), &accepted, progress) {
        Some(learner) => Answer::Learnt(Arc::new(learner), lessons),
        None => Answer::Cancelled(Name::Learn),
    }
}

/// Proposes groups for loose notes. Where no words are known yet, it learns them from no more than `chunks_max` chunks
/// of the requests.
pub fn propose(posed: Arc<Posed>, chunks_max: usize, progress: Progress<'_>) -> Answer {
    let mut wall = Wall {
        loose: posed.loose.iter().map(|(_, text)| text.as_str()).collect(),
        accepted: posed.accepted.iter().map(|(text, group)| (text.as_str(), *group)).collect(),
        refused: posed.refused.clone(),
        pile: Vec::new(),
    };
    let usual = Wanted::Grain(GRAIN_MAX / 2);
    let proposals = match &posed.known {
        Some(known) => grouping::propose_knowing(Arc::clone(&known.corpus), &wall, usual, SEED, progress),
        None => {
            wall.pile = requests(&posed.requests, chunks_max);
            grouping::propose(&wall, usual, SEED, progress)
        }
    };
    let Some(proposals) = proposals else { return Answer::Cancelled(Name::Propose) };
    // Cut here, so that a key on the slider only takes what lies ready.
    (0..=GRAIN_MAX).for_each(|grain| {
        proposals.cut(Wanted::Grain(grain));
    });
    Answer::Proposed(posed, Arc::new(proposals))
}

/// Finds pairs of notes that may say the same.
pub fn compare(compared: Arc<Compared>, progress: Progress<'_>) -> Answer {
    let texts: Vec<&str> = compared.notes.iter().map(|(_, text)| text.as_str()).collect();
    let pairs = grouping::near_duplicates(&texts, progress).and_then(|near| {
        let across = grouping::across_scripts(&texts, &compared.together, progress)?;
        Some(Pairs { near, across })
    });
    match pairs {
        Some(pairs) => Answer::Compared(compared, Arc::new(pairs)),
        None => Answer::Cancelled(Name::Compare),
    }
}

/// Finds the rows in which every word of the query stands, and that are of the asked categories.
pub fn find(find: Find, progress: Progress<'_>) -> Answer {
    let query = fold(&find.query);
    let words: Vec<memmem::Finder<'_>> = query.split_whitespace().map(memmem::Finder::new).collect();
    let all = find.texts.0.len() as u64;
    let mut found = Vec::new();
    for (done, searched) in find.texts.0.iter().enumerate() {
        if !progress(done as u64, all) {
            return Answer::Cancelled(Name::Find);
        }
        find_in(searched, &words, find.categories.as_deref(), &mut found);
    }
    Answer::Found(find, Arc::new(found))
}

fn find_in(
    searched: &Searched,
    words: &[memmem::Finder<'_>],
    categories: Option<&[u32]>,
    found: &mut Vec<u32>,
) {
    let (buffer, ends) = searched.folded.get_or_init(|| folded(searched));
    for row in 0..ends.len() {
        if let Some(wanted) = categories {
            let place = searched.chunk.category.get(row).and_then(|&at| searched.categories.get(at as usize));
            if !place.is_some_and(|place| wanted.contains(place)) {
                continue;
            }
        }
        let start = if row == 0 { 0 } else { ends[row - 1] as usize };
        let text = &buffer.as_bytes()[start..ends[row] as usize];
        if words.iter().all(|word| word.find(text).is_some()) {
            found.push(searched.first.saturating_add(row as u32));
        }
    }
}

fn folded(searched: &Searched) -> (String, Vec<u32>) {
    let mut buffer = String::new();
    let mut ends = Vec::with_capacity(searched.chunk.text.len());
    for row in 0..searched.chunk.text.len() {
        crate::text::fold_into(searched.chunk.text.get(row).unwrap_or_default(), &mut buffer);
        ends.push(buffer.len() as u32);
    }
    (buffer, ends)
}
