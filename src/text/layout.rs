//! Keyboard layouts: which physical key typed a character, and a line typed in the wrong layout typed again.
//!
//! A terminal sends characters, not keys, so the key is worked out from the Ukrainian layout (with `ґ` on the
//! backslash key) and the Russian ЙЦУКЕН one, as Windows and Linux have them.

/// The rows of a US keyboard where letters stand, each key in the same place as in [`UKRAINIAN`].
const US: [&str; 3] = ["qwertyuiop[]\\", "asdfghjkl;'", "zxcvbnm,."];
/// The same keys with Shift.
const US_SHIFTED: [&str; 3] = ["QWERTYUIOP{}|", "ASDFGHJKL:\"", "ZXCVBNM<>"];
const UKRAINIAN: [&str; 3] = ["йцукенгшщзхїґ", "фівапролджє", "ячсмитьбю"];
const UKRAINIAN_SHIFTED: [&str; 3] = ["ЙЦУКЕНГШЩЗХЇҐ", "ФІВАПРОЛДЖЄ", "ЯЧСМИТЬБЮ"];

/// Punctuation that both layouts have, but on other keys; Shift+2, 3, 4, 6 and 7 as on Windows and Linux.
const US_SIGNS: &str = "/?`@#$^&";
const UKRAINIAN_SIGNS: &str = ".,'\"№;:?";

/// The Russian letters that the Ukrainian layout lacks, and the US keys where they stand.
const RUSSIAN_ONLY: &str = "ыэъё";
const RUSSIAN_ONLY_US: &str = "s']`";
const RUSSIAN_ONLY_SHIFTED: &str = "ЫЭЪЁ";
const RUSSIAN_ONLY_US_SHIFTED: &str = "S\"}~";

/// The US character, without Shift, of the physical key that types `c`.
///
/// Letters of either case follow the key: `Ф` and `A` are both `a`, `ж` is `;`. Digits and punctuation follow
/// the character and come back unchanged, since their places differ from layout to layout.
pub fn us_key(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let small = c.to_lowercase().next().unwrap_or(c);
    swap_rows(small, &UKRAINIAN, &US).or_else(|| swap(small, RUSSIAN_ONLY, RUSSIAN_ONLY_US)).unwrap_or(c)
}

/// Types `line` again on the same keys in the other layout: `ghbdsn` becomes `привіт`, and back.
///
/// A line with more Latin than Cyrillic letters, or with no Cyrillic ones, is typed in Ukrainian; any other
/// in Latin. Capitals stay capitals. What is not on the keyboard stays as it is. A line of one alphabet
/// comes back when it is typed again twice, so a mistaken press costs one more press.
pub fn retype(line: &str) -> String {
    let latin_count = line.chars().filter(char::is_ascii_alphabetic).count();
    let cyrillic_count = line.chars().filter(|c| matches!(c, '\u{400}'..='\u{52F}')).count();
    if latin_count > cyrillic_count || cyrillic_count == 0 {
        line.chars().map(in_ukrainian).collect()
    } else {
        line.chars().map(in_latin).collect()
    }
}

fn in_ukrainian(c: char) -> char {
    swap_rows(c, &US, &UKRAINIAN)
        .or_else(|| swap_rows(c, &US_SHIFTED, &UKRAINIAN_SHIFTED))
        .or_else(|| swap(c, US_SIGNS, UKRAINIAN_SIGNS))
        .unwrap_or(c)
}

fn in_latin(c: char) -> char {
    swap_rows(c, &UKRAINIAN, &US)
        .or_else(|| swap_rows(c, &UKRAINIAN_SHIFTED, &US_SHIFTED))
        .or_else(|| swap(c, UKRAINIAN_SIGNS, US_SIGNS))
        .or_else(|| swap(c, RUSSIAN_ONLY, RUSSIAN_ONLY_US))
        .or_else(|| swap(c, RUSSIAN_ONLY_SHIFTED, RUSSIAN_ONLY_US_SHIFTED))
        .unwrap_or(c)
}

fn swap_rows(c: char, from: &[&str], to: &[&str]) -> Option<char> {
    from.iter().zip(to).find_map(|(from, to)| swap(c, from, to))
}

/// The character of `to` in the place where `c` stands in `from`.
fn swap(c: char, from: &str, to: &str) -> Option<char> {
    from.chars().position(|key| key == c).and_then(|place| to.chars().nth(place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn keys(typed: &str) -> String {
        typed.chars().map(us_key).collect()
    }

    #[test]
    fn commands_follow_the_physical_key_in_ukrainian() {
        assert_eq!(keys("йцукенгшщзхї"), "qwertyuiop[]");
        assert_eq!(keys("фівапролджє"), "asdfghjkl;'");
        assert_eq!(keys("ячсмитьбю"), "zxcvbnm,.");
        assert_eq!(keys("ґ"), "\\");
    }

    #[test]
    fn commands_follow_the_physical_key_in_russian() {
        assert_eq!(keys("йцукенгшщзхъ"), "qwertyuiop[]");
        assert_eq!(keys("фывапролджэ"), "asdfghjkl;'");
        assert_eq!(keys("ячсмитьбюё"), "zxcvbnm,.`");
    }

    #[test]
    fn caps_lock_makes_no_difference() {
        assert_eq!(keys("ФІЖЄЮ QA"), "as;'. qa");
    }

    #[test]
    fn digits_and_punctuation_follow_the_character() {
        assert_eq!(keys("1?!:/\"№+-= "), "1?!:/\"№+-= ");
    }

    #[test]
    fn a_line_typed_in_the_wrong_layout_is_typed_again() {
        assert_eq!(retype("ghbdsn"), "привіт");
        assert_eq!(retype("Ghbdsn? zr cghfdb&"), "Привіт, як справи?");
        assert_eq!(retype(";bnkj ,skm 'lyscnm [fnf .yscnm ];f"), "житло біль єдність хата юність їжа");
        assert_eq!(retype("Йгугуы іефке"), "Queues start");
    }

    #[test]
    fn the_larger_alphabet_decides() {
        assert_eq!(retype("T2 привіт"), "T2 ghbdsn");
        assert_eq!(retype("ghbdsn й"), "привіт й");
    }

    #[test]
    fn a_letter_on_a_punctuation_key_comes_back_even_alone() {
        assert_eq!(retype("ж"), ";");
        assert_eq!(retype(";"), "ж");
    }

    proptest! {
        #[test]
        fn retyping_twice_gives_the_line_back(line in "[a-zA-Z][a-zA-Z0-9\\[\\]{};:'\",.<>/?`@#$^&!() -]{0,24}") {
            prop_assert_eq!(retype(&retype(&line)), line);
        }

        #[test]
        fn retyping_ukrainian_twice_gives_it_back(line in "[а-щьюяіїєґ][а-щьюяіїєґА-ЩЬЮЯІЇЄҐ0-9 .,?;:'\"№!-]{0,24}") {
            prop_assert_eq!(retype(&retype(&line)), line);
        }
    }
}
