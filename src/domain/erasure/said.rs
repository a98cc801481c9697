//! What a respondent said, as it is looked for in other texts.

use memchr::memmem::Finder;
use rustc_hash::FxHashSet;

use crate::text::{Alike, Clean, core};

/// What stands where words were blanked.
pub const MARK: &str = "▒▒▒";
/// The shortest words, in characters, that are taken for a quote inside another text. Shorter ones say nothing of
/// who said them; there only a whole text that is the same is taken for a quote.
pub const QUOTE_CHARS_MIN: usize = 12;

/// The texts of somebody's notes, all wordings that they ever had.
#[derive(Clone, Debug, Default)]
pub struct Said {
    texts: Vec<Clean>,
    known: FxHashSet<String>,
    long: Vec<Finder<'static>>,
}

impl Said {
    /// Adds a text, unless it was blanked before.
    pub(super) fn add(&mut self, text: &Clean) {
        let core = core(text.as_str());
        if core.is_empty() || text.as_str() == MARK {
            return;
        }
        self.texts.push(text.clone());
        if core.chars().count() >= QUOTE_CHARS_MIN && !self.known.contains(&core) {
            self.long.push(Finder::new(core.as_bytes()).into_owned());
        }
        self.known.insert(core);
    }

    /// The texts themselves.
    pub fn texts(&self) -> &[Clean] {
        &self.texts
    }

    /// What no file may hold any more: the long texts, without the signs and spaces around them. A short one is
    /// found in every file.
    pub fn lasting(&self) -> Vec<Clean> {
        let within = |text: &Clean| Clean::new(text.as_str().trim_matches(|c: char| !c.is_alphanumeric()));
        let long = |text: &&Clean| core(text.as_str()).chars().count() >= QUOTE_CHARS_MIN;
        let mut lasting: Vec<Clean> = self.texts.iter().filter(long).map(within).collect();
        lasting.sort_unstable();
        lasting.dedup();
        lasting
    }

    /// Adds what another one holds.
    pub fn extend(&mut self, other: &Self) {
        other.texts.iter().for_each(|text| self.add(text));
    }

    /// `text` without what repeats a long text of theirs; `None` when nothing in it does.
    pub(super) fn blanked(&self, text: &str, alike: &mut Alike) -> Option<Clean> {
        if self.long.is_empty() || text.is_empty() {
            return None;
        }
        alike.read(text);
        let mut stretches: Vec<_> = self.long.iter().flat_map(|core| alike.stretches(core)).collect();
        if stretches.is_empty() {
            return None;
        }
        stretches.sort_unstable_by_key(|stretch| stretch.start);
        let (mut left, mut at) = (String::with_capacity(text.len()), 0);
        for stretch in stretches {
            if stretch.start >= at {
                left.push_str(&text[at..stretch.start]);
                left.push_str(MARK);
            }
            at = at.max(stretch.end);
        }
        left.push_str(&text[at..]);
        Some(Clean::new(&left))
    }

    /// Like `blanked`, for words that people put down from what they heard: those are also a quote when they are the
    /// whole of a short text.
    pub(super) fn blanked_quote(&self, text: &Clean) -> Option<Clean> {
        match self.known.contains(&core(text.as_str())) {
            true => Some(Clean::new(MARK)),
            false => self.blanked(text.as_str(), &mut Alike::default()),
        }
    }
}
