//! Folding for search: what people type the same way is made the same.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::plain::is_plain;

/// The combining acute that marks stress in dictionaries and in text copied from encyclopedias.
pub(super) const STRESS: char = '\u{301}';

/// `text` as search compares it: lower case, NFC, one kind of apostrophe, no stress marks over Cyrillic
/// vowels. `й`, `ї` and `ё` stay what they are. Folding twice changes nothing more.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Appends the folded `text` to `out`; see [`fold`].
pub fn fold_into(text: &str, out: &mut String) {
    if is_plain(text) {
        out.extend(text.chars().flat_map(char::to_lowercase).map(one_apostrophe));
        return;
    }
    let mut base = ' ';
    // Decomposed first, so that a stress mark is seen whatever it was composed with.
    let decomposed = text.chars().flat_map(char::to_lowercase).nfd();
    let unstressed = decomposed.filter(|&c| {
        if !is_combining_mark(c) {
            base = c;
        }
        !(c == STRESS && is_cyrillic_vowel(base))
    });
    out.extend(unstressed.nfc().map(one_apostrophe));
}

/// The apostrophes of keyboards, phones and word processors as the one of ASCII.
pub(super) fn one_apostrophe(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' | '`' => '\'',
        _ => c,
    }
}

pub(super) fn is_cyrillic_vowel(c: char) -> bool {
    matches!(c, 'а' | 'е' | 'є' | 'и' | 'і' | 'о' | 'у' | 'ю' | 'я' | 'ы' | 'э')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn case_does_not_matter() {
        assert_eq!(fold("ЧЕРГА Ґанок ЇЖАК Єдність"), "черга ґанок їжак єдність");
        assert_eq!(fold("Queue №5"), "queue №5");
    }

    #[test]
    fn all_apostrophes_are_one() {
        for apostrophe in ["'", "’", "ʼ", "`"] {
            assert_eq!(fold(&format!("Об{apostrophe}єкт")), "об'єкт");
        }
    }

    #[test]
    fn stress_goes_but_letters_keep_their_marks() {
        assert_eq!(fold("За\u{301}мок, замо\u{301}к"), "замок, замок");
        assert_eq!(fold("ї\u{301}жа й ёлка"), "їжа й ёлка");
        assert_eq!(fold("и\u{306} і\u{308}\u{301}"), "й ї");
        assert_eq!(fold("café cafe\u{301} ќ"), "café café ќ");
    }

    #[test]
    fn fold_into_appends() {
        let mut out = String::from("а|");
        fold_into("Б", &mut out);
        assert_eq!(out, "а|б");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing_more(text in "[A-Za-zА-яІіЇїЄєҐґЁё'’ʼ`\u{301}\u{306}\u{308}\u{344} ]{0,24}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
