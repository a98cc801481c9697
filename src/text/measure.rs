//! Widths in terminal columns, cutting, padding and wrapping, all by whole grapheme clusters, so that a
//! letter never loses its marks and an emoji is never cut in half.
//!
//! A cluster is as wide as the terminal library draws it: a joined emoji or a flag takes 2 columns, a mark
//! without a letter 0. Expects cleaned text; anything else is measured without panic.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::plain::is_plain;

/// What a cut text ends with; one column.
const ELLIPSIS: &str = "…";

/// How many terminal columns `text` takes.
pub fn width(text: &str) -> usize {
    if is_plain(text) { plain_width(text) } else { text.graphemes(true).map(cluster_width).sum() }
}

/// The columns of a text whose every character is plain, and so takes one.
fn plain_width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().count() }
}

fn cluster_width(cluster: &str) -> usize {
    match cluster.as_bytes() {
        [b' '..=b'~'] => 1,
        _ => cluster.width(),
    }
}

/// `text` in at most `columns` columns: whole, or cut at a cluster's border and ended with `…`.
/// Nothing fits in 0 columns.
pub fn fit(text: &str, columns: usize) -> Cow<'_, str> {
    // No character that takes columns is shorter than a byte, so short texts need no scan.
    if text.len() <= columns && text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut used = 0;
    let mut cut = 0;
    for (at, cluster) in text.grapheme_indices(true) {
        used += cluster_width(cluster);
        if used < columns {
            cut = at + cluster.len();
        }
        if used > columns {
            return match (columns, text.get(..cut)) {
                (0, _) | (_, None) => Cow::Borrowed(""),
                (_, Some(head)) => Cow::Owned([head.trim_end(), ELLIPSIS].concat()),
            };
        }
    }
    Cow::Borrowed(text)
}

/// `text` in exactly `columns` columns: cut as by [`fit`], or filled with spaces on the right.
pub fn pad(text: &str, columns: usize) -> String {
    let mut padded = fit(text, columns).into_owned();
    let missing = columns.saturating_sub(width(&padded));
    padded.extend(std::iter::repeat_n(' ', missing));
    padded
}

/// `text` as lines of at most `columns` columns, at least one line.
///
/// Lines break at spaces, which are left out, and after hyphens; a longer word is broken between clusters.
/// Line breaks in the text are kept. 0 columns count as 1. A cluster that is wider than the pane (a wide
/// letter in one column) becomes a line `…` of its own; nothing else is lost.
pub fn wrap(text: &str, columns: usize) -> Vec<&str> {
    let columns = columns.max(1);
    if text.len() <= columns && text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return vec![text.trim_end()];
    }
    let mut wrapping = Wrapping { text, columns, lines: Vec::new(), start: 0, used: 0, chance: None };
    for (at, cluster) in text.grapheme_indices(true) {
        wrapping.take(at, cluster);
    }
    wrapping.finish()
}

/// Where the line could end, and where the next would begin: the spaces between are left out.
#[derive(Clone, Copy)]
struct Chance {
    end: usize,
    next: usize,
}

/// The state of [`wrap`] between two clusters. All positions are bytes of `text`.
struct Wrapping<'a> {
    text: &'a str,
    columns: usize,
    lines: Vec<&'a str>,
    /// Where the line being filled begins.
    start: usize,
    /// Columns from `start` on; spaces at the end may hang over.
    used: usize,
    chance: Option<Chance>,
}

impl<'a> Wrapping<'a> {
    fn take(&mut self, at: usize, cluster: &str) {
        let next = at + cluster.len();
        let columns = cluster_width(cluster);
        match cluster {
            "\n" | "\r\n" => self.break_line(Chance { end: at, next }, next),
            " " => self.take_space(at, next),
            _ if columns > self.columns => {
                if self.start < at {
                    self.break_line(Chance { end: at, next: at }, at);
                }
                self.lines.push(ELLIPSIS);
                self.begin(next, next);
            }
            _ => {
                self.make_room(at, columns);
                self.used += columns;
                if cluster == "-" {
                    self.chance = Some(Chance { end: next, next });
                }
            }
        }
    }

    fn take_space(&mut self, at: usize, next: usize) {
        if at == self.start && !self.lines.is_empty() {
            self.begin(next, next);
            return;
        }
        let end = match self.chance {
            Some(chance) if chance.next == at => chance.end,
            Some(_) | None => at,
        };
        self.chance = Some(Chance { end, next });
        self.used += 1;
    }

    /// Ends lines until `columns` more fit before byte `at`: at the last chance, or else right here.
    fn make_room(&mut self, at: usize, columns: usize) {
        while self.used + columns > self.columns && self.start < at {
            let here = Chance { end: at, next: at };
            let chance = self.chance.unwrap_or(here);
            self.break_line(chance, at);
        }
    }

    /// Ends the line at `chance`; what stands from there up to byte `upto` is carried to the next.
    fn break_line(&mut self, chance: Chance, upto: usize) {
        self.push(chance.end);
        self.begin(chance.next, upto);
    }

    fn begin(&mut self, start: usize, upto: usize) {
        self.start = start;
        self.used = self.text.get(start..upto).map_or(0, width);
        self.chance = None;
    }

    fn push(&mut self, end: usize) {
        self.lines.push(self.text.get(self.start..end).unwrap_or("").trim_end_matches(' '));
    }

    fn finish(mut self) -> Vec<&'a str> {
        if self.start < self.text.len() || self.lines.is_empty() {
            self.push(self.text.len());
        }
        self.lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn width_counts_what_the_terminal_shows() {
        for (text, columns) in [
            ("", 0),
            ("queue", 5),
            ("черга", 5),
            ("за\u{301}мок", 5),
            ("\u{301}", 0),
            ("窓口", 4),
            ("👩‍👩‍👧", 2),
            ("🇺🇦", 2),
            ("❤️", 2),
            ("1️⃣", 2),
        ] {
            assert_eq!(width(text), columns, "{text}");
        }
    }

    #[test]
    fn fit_keeps_what_fits_and_cuts_with_an_ellipsis() {
        assert_eq!(fit("Черга", 5), "Черга");
        assert_eq!(fit("Черга о шостій", 8), "Черга о…");
        assert_eq!(fit("Черга о шостій", 7), "Черга…");
        assert_eq!(fit("queue", 0), "");
        assert_eq!(fit("queue", 1), "…");
        assert_eq!(fit("窓口で待つ", 4), "窓…");
        assert_eq!(fit("👩‍👩‍👧👩‍👩‍👧", 3), "👩‍👩‍👧…");
    }

    #[test]
    fn fit_never_parts_a_letter_from_its_mark() {
        assert_eq!(fit("за\u{301}мок", 3), "за\u{301}…");
        assert_eq!(fit("замо\u{301}", 4), "замо\u{301}");
    }

    #[test]
    fn pad_fills_to_the_column() {
        assert_eq!(pad("їжак", 6), "їжак  ");
        assert_eq!(pad("窓口で", 4), "窓… ");
    }

    #[test]
    fn wrap_breaks_at_spaces_and_after_hyphens() {
        assert_eq!(wrap("Черга починається о шостій", 12), ["Черга", "починається", "о шостій"]);
        assert_eq!(wrap("будь-який", 6), ["будь-", "який"]);
        assert_eq!(wrap("one  two", 4), ["one", "two"]);
        assert_eq!(wrap("one two", 3), ["one", "two"]);
    }

    #[test]
    fn wrap_breaks_a_long_word_between_clusters() {
        assert_eq!(wrap("енергоефективність", 7), ["енергое", "фективн", "ість"]);
        assert_eq!(wrap("窓口窓", 3), ["窓", "口", "窓"]);
        assert_eq!(wrap("a 窓口窓", 4), ["a", "窓口", "窓"]);
    }

    #[test]
    fn wrap_gives_at_least_one_line_and_keeps_empty_ones() {
        assert_eq!(wrap("", 5), [""]);
        assert_eq!(wrap("   ", 2), [""]);
        assert_eq!(wrap("a\n\nб", 9), ["a", "", "б"]);
    }

    #[test]
    fn a_cluster_wider_than_the_pane_is_shown_as_an_ellipsis() {
        assert_eq!(wrap("a窓b", 1), ["a", "…", "b"]);
        assert_eq!(wrap("窓", 0), ["…"]);
    }

    fn mixed() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            3 => "[a-z]{1,9}",
            3 => "[а-яіїєґ’]{1,14}",
            1 => any::<char>().prop_map(String::from),
            4 => prop::sample::select(vec![
                " ", "  ", "-", "\n", "\u{301}", "о\u{301}", "窓口", "👩‍👩‍👧", "🇺🇦", "❤️", "1️⃣", "क्षि", "\u{200D}", "각", "👍🏽",
            ])
            .prop_map(String::from),
        ];
        prop::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
    }

    /// The characters that wrapping must not lose. Counted as characters, since a break may change what
    /// clusters a lone joiner or mark belongs to.
    fn inked(text: &str) -> String {
        text.chars().filter(|c| !matches!(c, ' ' | '\n' | '\r')).collect()
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_asked(text in mixed(), columns in 1_usize..30) {
            for line in wrap(&text, columns) {
                prop_assert!(width(line) <= columns, "{line:?}");
            }
            prop_assert!(width(&fit(&text, columns)) <= columns);
            prop_assert_eq!(width(&pad(&text, columns)), columns);
        }

        #[test]
        fn wrap_loses_nothing(text in mixed(), columns in 1_usize..30) {
            let widest = text.graphemes(true).map(cluster_width).max().unwrap_or(0);
            prop_assume!(columns >= widest);
            prop_assert_eq!(inked(&wrap(&text, columns).concat()), inked(&text));
        }

        #[test]
        fn fit_keeps_a_text_that_fits(text in mixed()) {
            prop_assert_eq!(fit(&text, width(&text)), text.as_str());
        }
    }
}
