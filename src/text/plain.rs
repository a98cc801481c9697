//! The scan that spares nearly every row the slow way: text made only of characters that are NFC by
//! themselves, never combine, take one terminal column and hide nothing.

/// Whether every character of `text` is plain. True for nearly all English and Ukrainian sentences.
///
/// Spaces count as plain wherever they stand; line breaks and tabs do not.
pub(super) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b' '..=b'~' => at += 1,
            // U+0400..U+047F, all Cyrillic letters: no need to decode them.
            0xD0 | 0xD1 => at += 2,
            _ => match text.get(at..).and_then(|rest| rest.chars().next()) {
                Some(c) if is_plain_char(c) => at += c.len_utf8(),
                Some(_) | None => return false,
            },
        }
    }
    true
}

/// Printable ASCII, precomposed Latin, Cyrillic letters, and the dashes, quotes and signs of ordinary typing.
fn is_plain_char(c: char) -> bool {
    matches!(c,
        ' '..='~'
        | '\u{A0}'..='\u{AC}'
        | '\u{AE}'..='\u{2FF}'
        | '\u{400}'..='\u{482}'
        | '\u{48A}'..='\u{52F}'
        | '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{205E}'
        | '\u{20A0}'..='\u{20BF}'
        | '№')
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::{IsNormalized, is_nfc_quick};
    use unicode_width::UnicodeWidthChar;

    #[test]
    fn every_plain_character_is_nfc_and_one_column_wide() {
        for c in ('\0'..=char::MAX).filter(|&c| is_plain(c.encode_utf8(&mut [0; 4]))) {
            assert!(is_plain_char(c), "the byte scan took {c:?} for plain");
            assert!(is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes, "{c:?} is not NFC");
            assert!(!unicode_normalization::char::is_combining_mark(c), "{c:?} combines");
            assert_eq!(c.width(), Some(1), "{c:?}");
        }
    }

    #[test]
    fn ukrainian_and_english_sentences_are_plain() {
        assert!(is_plain("Черга з’їдає день — чому №5 не працює? Ґанок, їжак, ёлка."));
        assert!(is_plain("The queue starts at six; “nobody” told us."));
        assert!(!is_plain("one\ntwo"));
        assert!(!is_plain("сло\u{301}во"));
    }
}
