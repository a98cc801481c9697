//! Text that came from people and can be shown: nothing in it can move a cursor, hide or reorder.
//!
//! Cleaning twice changes nothing more, so a text that went through the journal comes back the same.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::plain::is_plain;

/// How many combining marks one base character may carry; real languages need three.
pub const MARKS_MAX: usize = 4;

/// What stands where a run of dangerous characters was taken out.
pub const REMOVED: char = '\u{FFFD}';

/// Carries a combining mark that has no letter of its own, as Unicode's charts do.
const DOTTED_CIRCLE: char = '\u{25CC}';

/// One line of text from people: NFC, no control, bidi-override or tag characters.
///
/// Cheap to clone: the text is shared.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Clean(Arc<str>);

impl Clean {
    /// Cleans `raw`.
    pub fn new(raw: &str) -> Self {
        Self::counted(raw).0
    }

    /// Cleans `raw` and says how many characters were taken out of it; see [`clean_into`].
    pub fn counted(raw: &str) -> (Self, usize) {
        if is_clean_fast(raw) {
            return (Self(Arc::from(raw)), 0);
        }
        let mut cleaned = String::with_capacity(raw.len());
        let removed_count = clean_into(raw, &mut cleaned);
        (Self(Arc::from(cleaned)), removed_count)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing is left to show.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Whether a single scan shows that cleaning would change nothing. True for ordinary English and
/// Ukrainian rows; false only means that [`clean_into`] has to look closer.
pub fn is_clean_fast(raw: &str) -> bool {
    !raw.starts_with(char::is_whitespace) && !raw.ends_with(char::is_whitespace) && is_plain(raw)
}

/// Appends the cleaned `raw` to `out` and returns how many characters were taken out.
///
/// Control, bidi, zero-width and tag characters go, and each run of them leaves one [`REMOVED`]; combining
/// marks beyond [`MARKS_MAX`] go. Both are counted. A run of line breaks and tabs becomes one space, white
/// space at both ends, byte order marks, soft hyphens and word joiners go without a trace or a count. A mark
/// that leads the text gets a dotted circle to stand on.
pub fn clean_into(raw: &str, out: &mut String) -> usize {
    let raw = raw.trim();
    if is_plain(raw) {
        out.push_str(raw);
        return 0;
    }
    let (sifted, sifted_count) = sift(raw);
    let line = sifted.trim();
    if line.starts_with(is_combining_mark) {
        out.push(DOTTED_CIRCLE);
    }
    sifted_count + push_with_few_marks(line, out)
}

/// What becomes of one character of raw text.
enum Fate {
    Kept,
    Space,
    Dropped,
    Dangerous,
}

fn fate_of(c: char) -> Fate {
    match c {
        '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Space,
        // Left-overs of files and word processors: invisible, and they mislead nobody.
        '\u{FEFF}' | '\u{AD}' | '\u{2060}' => Fate::Dropped,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => Fate::Dangerous,
        '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' => Fate::Dangerous,
        '\u{202A}'..='\u{202E}' | '\u{2061}'..='\u{206F}' => Fate::Dangerous,
        '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}' => Fate::Dangerous,
        _ => Fate::Kept,
    }
}

/// Takes out what is dangerous, one character at a time; returns the rest and the count of what went.
fn sift(raw: &str) -> (String, usize) {
    let mut kept = String::with_capacity(raw.len());
    let mut removed_count = 0;
    let mut in_danger = false;
    let mut after_break = false;
    let mut base = ' ';
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        let joins =
            c == '\u{200D}' && is_pictograph(base) && chars.peek().copied().is_some_and(is_pictograph);
        let fate = if c == '\u{200D}' && !joins { Fate::Dangerous } else { fate_of(c) };
        match fate {
            Fate::Dropped => continue,
            Fate::Dangerous => {
                removed_count += 1;
                if !in_danger {
                    kept.push(REMOVED);
                    base = REMOVED;
                }
            }
            Fate::Space => {
                if !kept.ends_with(' ') {
                    kept.push(' ');
                }
                base = ' ';
            }
            Fate::Kept => {
                if !(c == ' ' && after_break) {
                    kept.push(c);
                }
                if !attaches(c) && !joins {
                    base = c;
                }
            }
        }
        in_danger = matches!(fate, Fate::Dangerous);
        after_break = matches!(fate, Fate::Space) || (after_break && c == ' ');
    }
    (kept, removed_count)
}

/// Appends `line` in NFC with at most [`MARKS_MAX`] marks after a base; returns how many marks went.
fn push_with_few_marks(line: &str, out: &mut String) -> usize {
    let mut marks = 0;
    let mut removed_count = 0;
    for c in line.nfc() {
        marks = if attaches(c) { marks + 1 } else { 0 };
        if marks > MARKS_MAX {
            removed_count += 1;
        } else {
            out.push(c);
        }
    }
    removed_count
}

/// Whether `c` piles up on the character before it: a combining mark, or the zero-width non-joiner.
fn attaches(c: char) -> bool {
    c == '\u{200C}' || is_combining_mark(c)
}

/// Whether `c` can be a part of a joined emoji: the blocks that hold them, not an exact list.
fn is_pictograph(c: char) -> bool {
    matches!(c,
        '\u{2190}'..='\u{21FF}'
        | '\u{2300}'..='\u{23FF}'
        | '\u{2600}'..='\u{27BF}'
        | '\u{2B00}'..='\u{2BFF}'
        | '\u{1F000}'..='\u{1FAFF}')
}

impl Borrow<str> for Clean {
    /// So that a map by clean texts can be asked with a plain one.
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl Default for Clean {
    fn default() -> Self {
        Self::new("")
    }
}

impl fmt::Debug for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Clean {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Clean {
    /// The journal is an entrance like any other: what is read is cleaned.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = Clean;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }
            fn visit_str<E: serde::de::Error>(self, raw: &str) -> Result<Clean, E> {
                Ok(Clean::new(raw))
            }
        }
        deserializer.deserialize_str(Visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cleaned(raw: &str) -> (String, usize) {
        let (clean, removed_count) = Clean::counted(raw);
        (clean.as_str().to_owned(), removed_count)
    }

    #[test]
    fn ordinary_sentences_pass_by_the_fast_scan_unchanged() {
        for text in ["Queues start at six", "Черга з’їдає день — чому?", "", "a  b"] {
            assert!(is_clean_fast(text), "{text}");
            assert_eq!(cleaned(text), (text.to_owned(), 0));
        }
    }

    #[test]
    fn terminal_commands_leave_one_mark_a_run_and_are_counted() {
        assert_eq!(cleaned("a\u{1b}\u{1b}[2Jb\0"), ("a\u{FFFD}[2Jb\u{FFFD}".to_owned(), 3));
        assert_eq!(cleaned("x\u{9b}31m\u{7f}"), ("x\u{FFFD}31m\u{FFFD}".to_owned(), 2));
    }

    #[test]
    fn text_cannot_be_reordered_or_hidden() {
        let bidi = ['\u{202A}', '\u{202E}', '\u{2066}', '\u{2069}', '\u{200E}', '\u{200F}', '\u{61C}'];
        for c in bidi.into_iter().chain(['\u{200B}', '\u{E0041}', '\u{E007F}']) {
            assert_eq!(cleaned(&format!("ab{c}c")), ("ab\u{FFFD}c".to_owned(), 1), "{c:?}");
        }
    }

    #[test]
    fn line_breaks_and_tabs_become_one_space() {
        let text = "перший\r\nдругий\t\tтретій \n четвертий\u{2028}п’ятий";
        assert_eq!(cleaned(text), ("перший другий третій четвертий п’ятий".to_owned(), 0));
    }

    #[test]
    fn byte_order_marks_soft_hyphens_and_outer_white_space_go_in_silence() {
        assert_eq!(cleaned("\u{FEFF} \u{A0}до\u{AD}ку\u{2060}менти\u{3000}\n"), ("документи".to_owned(), 0));
    }

    #[test]
    fn decomposed_letters_are_composed() {
        assert_eq!(cleaned("и\u{306} і\u{308}жак"), ("й їжак".to_owned(), 0));
        assert_eq!(cleaned("і\u{FEFF}\u{308}"), ("ї".to_owned(), 0));
    }

    #[test]
    fn a_tower_of_marks_keeps_four_and_counts_the_rest() {
        let tower = format!("q{}z", "\u{334}".repeat(10));
        assert_eq!(cleaned(&tower), (format!("q{}z", "\u{334}".repeat(4)), 6));
    }

    #[test]
    fn a_leading_mark_cannot_reach_the_cell_before_it() {
        assert_eq!(cleaned("\u{301}a").0, "\u{25CC}\u{301}a");
        assert_eq!(cleaned(" \n\u{301}a").0, "\u{25CC}\u{301}a");
    }

    #[test]
    fn joiners_stay_inside_emoji_and_nowhere_else() {
        for emoji in ["👩‍👩‍👧", "🏳️‍🌈", "👩🏽‍⚕️", "❤️‍🔥", "1️⃣", "🇺🇦"]
        {
            assert_eq!(cleaned(emoji), (emoji.to_owned(), 0));
        }
        assert_eq!(cleaned("pay\u{200D}pal"), ("pay\u{FFFD}pal".to_owned(), 1));
        assert_eq!(cleaned("👩\u{200D}a"), ("👩\u{FFFD}a".to_owned(), 1));
        assert_eq!(cleaned("می\u{200C}خواهم"), ("می\u{200C}خواهم".to_owned(), 0));
    }

    #[test]
    fn what_is_read_from_json_is_cleaned() {
        let clean: Clean = serde_json::from_str(r#""a\u001bb""#).unwrap();
        assert_eq!(clean.as_str(), "a\u{FFFD}b");
    }

    #[test]
    fn clean_into_appends_to_what_is_there() {
        let mut out = String::from("x|");
        assert_eq!(clean_into("\u{301}a\u{7}", &mut out), 1);
        assert_eq!(out, "x|\u{25CC}\u{301}a\u{FFFD}");
    }

    fn nasty() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            any::<char>().prop_map(String::from),
            prop::sample::select(vec![
                "а",
                "й",
                "и\u{306}",
                "\u{301}",
                "\u{308}",
                "\u{344}",
                "👩",
                "\u{200D}",
                "\u{FE0F}",
                "\u{200C}",
                " ",
                "\n",
                "\t",
                "\r\n",
                "\u{FEFF}",
                "\u{202E}",
                "\0",
                "\u{FFFD}",
                "ᄀ",
                "ᅡ",
                "e",
                "\u{1F3FD}",
                "\u{AD}",
            ])
            .prop_map(String::from),
        ];
        prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing_more(raw in nasty()) {
            let once = Clean::new(&raw);
            prop_assert_eq!(Clean::counted(once.as_str()), (once.clone(), 0));
        }

        #[test]
        fn nothing_dangerous_is_left(raw in nasty()) {
            let clean = Clean::new(&raw);
            let text = clean.as_str();
            prop_assert!(text.chars().all(|c| !c.is_control() && matches!(fate_of(c), Fate::Kept)));
            prop_assert!(unicode_normalization::is_nfc(text));
            prop_assert_eq!(text.trim(), text);
        }
    }
}
