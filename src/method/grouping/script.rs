//! Which script a text is written in. Texts in two scripts share no words, so they are grouped apart.

/// A script, as far as it matters here.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Script {
    /// Ukrainian and its relatives.
    Cyrillic,
    /// English and its relatives, and all others, which hardly occur.
    Other,
}

/// The script of most letters of a text; `None` where it has no letters.
pub(super) fn script(text: &str) -> Option<Script> {
    let (mut cyrillic, mut other) = (0_usize, 0_usize);
    for letter in text.chars().filter(|letter| letter.is_alphabetic()) {
        match letter {
            '\u{400}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' | '\u{2de0}'..='\u{2dff}' => cyrillic += 1,
            _ => other += 1,
        }
    }
    match (cyrillic, other) {
        (0, 0) => None,
        _ if cyrillic >= other => Some(Script::Cyrillic),
        _ => Some(Script::Other),
    }
}
