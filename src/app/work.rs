//! The jobs that need nothing but their own data. Those that read files are the runtime's.

use std::sync::Arc;

use memchr::memmem;

use crate::kit::job::{Answer, Find, Name, Searched};
use crate::method::ranking::{self, Input};
use crate::method::suggest;
use crate::text::Clean;
use crate::text::fold;

/// How a job tells how far it is and hears whether to go on: `false` stops it.
pub type Progress<'a> = &'a mut dyn FnMut(u64, u64) -> bool;

/// Ranks services.
pub fn rank(input: Input, progress: Progress<'_>) -> Answer {
    match ranking::rank(&input, &mut |done, all| progress(u64::from(done), u64::from(all))) {
        Some(ranked) => Answer::Ranked(input, Arc::new(ranked)),
        None => Answer::Cancelled(Name::Rank),
    }
}

/// Learns the words of groups.
pub fn learn(groups: &[(u32, Vec<Clean>)], pile: &[Arc<crate::domain::request::Chunk>]) -> Answer {
    let most = groups.iter().map(|(group, _)| *group as usize + 1).max().unwrap_or(0);
    let mut texts: Vec<Vec<&str>> = vec![Vec::new(); most];
    for (group, notes) in groups {
        texts[*group as usize] = notes.iter().map(Clean::as_str).collect();
    }
    let mut rows = pile.iter().flat_map(|chunk| (0..chunk.text.len()).filter_map(|row| chunk.text.get(row)));
    Answer::Learnt(Arc::new(suggest::learn(&texts, &mut rows)))
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
