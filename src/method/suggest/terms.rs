//! What a text is made of: terms, so that word forms and spellings of one word meet.
//!
//! A term is a word in small letters, composed (NFC), without apostrophes, stress marks and soft hyphens, cut
//! after its first five letters. That joins the forms of a word about as well as a stemmer does, in any
//! language and without knowing which.

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters of a word that make its term.
const LETTERS_MAX: usize = 5;

/// Letters or digits that a word has at least.
const LETTERS_MIN: usize = 2;

/// Words of a text that are looked at; a note has at most 2,000 characters, so only a huge request is cut.
const WORDS_MAX: usize = 1_000;

/// A word of a text and its term.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Word<'a> {
    /// As it stands in the text.
    pub(super) spelling: &'a str,
    /// What it is compared by.
    pub(super) term: String,
}

/// The words of a text in their order: runs of two or more letters or digits.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    text.split(|c: char| !is_of_word(c))
        .map(|run| run.trim_matches(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)))
        .filter_map(|spelling| term(spelling).map(|term| Word { spelling, term }))
        .take(WORDS_MAX)
}

/// The terms of a text, each once with how often it occurs, in the order of their first word, which comes
/// along.
pub(super) fn counted(text: &str) -> Vec<(Word<'_>, u32)> {
    let mut places: FxHashMap<String, usize> = FxHashMap::default();
    let mut counted: Vec<(Word<'_>, u32)> = Vec::new();
    for word in words(text) {
        match places.get(&word.term) {
            Some(&place) => counted[place].1 += 1,
            None => {
                places.insert(word.term.clone(), counted.len());
                counted.push((word, 1));
            }
        }
    }
    counted
}

fn term(spelling: &str) -> Option<String> {
    let letters: String =
        spelling.chars().flat_map(char::to_lowercase).nfc().filter(|&c| !is_silent(c)).collect();
    let long_enough = letters.chars().filter(|c| c.is_alphanumeric()).nth(LETTERS_MIN - 1).is_some();
    long_enough.then(|| letters.chars().take(LETTERS_MAX).collect())
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || is_silent(c) || is_combining_mark(c)
}

/// What stands inside words and makes no difference: apostrophes in the ways they are typed, stress marks,
/// the soft hyphen.
fn is_silent(c: char) -> bool {
    matches!(
        c,
        '\'' | '`' | '´' | '‘' | '’' | '‛' | '′' | 'ʹ' | 'ʼ' | 'ˈ' | '＇' | '\u{300}' | '\u{301}' | '\u{ad}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<String> {
        words(text).map(|word| word.term).collect()
    }

    fn spellings(text: &str) -> Vec<&str> {
        words(text).map(|word| word.spelling).collect()
    }

    #[test]
    fn forms_of_a_word_meet_in_its_first_five_letters() {
        assert_eq!(terms("довідка довідки ДОВІДКОЮ"), ["довід", "довід", "довід"]);
        assert_eq!(terms("Queue, queues; queueing!"), ["queue", "queue", "queue"]);
    }

    #[test]
    fn words_of_one_letter_are_left_out_and_numbers_are_not() {
        assert_eq!(terms("я й 5 о 10:30 на пункті № 3б"), ["10", "30", "на", "пункт", "3б"]);
    }

    #[test]
    fn every_apostrophe_and_none_make_the_same_term() {
        for spelling in ["п'ять", "п’ять", "пʼять", "п`ять", "П′ЯТЬ", "пять"] {
            assert_eq!(terms(spelling), ["пять"]);
            assert_eq!(spellings(spelling), [spelling]);
        }
    }

    #[test]
    fn quotation_marks_around_a_word_are_no_part_of_it() {
        assert_eq!(spellings("сказала: 'черга' – і пішла «додому»"), ["сказала", "черга", "пішла", "додому"]);
        assert_eq!(spellings("the residents' queue ''"), ["the", "residents", "queue"]);
    }

    #[test]
    fn stress_marks_and_soft_hyphens_make_no_difference_and_composed_letters_do() {
        assert_eq!(terms("за\u{301}мок до\u{ad}кумент"), terms("замок документ"));
        assert_eq!(terms("и\u{306}ого"), ["його"]);
        assert_eq!(terms("мої мои"), ["мої", "мои"]);
    }

    #[test]
    fn a_term_is_counted_once_with_its_first_spelling() {
        let counted = counted("Довідка, довідки і ще довідка");
        let seen: Vec<(&str, u32)> = counted.iter().map(|(word, times)| (word.spelling, *times)).collect();
        assert_eq!(seen, [("Довідка", 3), ("ще", 1)]);
    }

    #[test]
    fn a_huge_text_is_read_to_its_limit() {
        assert_eq!(words(&"слово ".repeat(WORDS_MAX + 5)).count(), WORDS_MAX);
    }
}
