//! What a text is made of: words, and their terms, in which word forms meet.
//!
//! A word is a run of two or more letters or digits, in small letters, composed (NFC), without apostrophes,
//! stress marks and soft hyphens. Its term is its first five letters, which joins the forms of a word about as
//! well as a stemmer does, in any language and without knowing which.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters of a word that make its term.
const TERM_LETTERS: usize = 5;

/// Letters or digits that a word has at least.
const LETTERS_MIN: usize = 2;

/// Letters of a word that are looked at.
const LETTERS_MAX: usize = 40;

/// Words of a text that are looked at; a note has at most 2,000 characters, so only a huge request is cut.
const WORDS_MAX: usize = 1_000;

/// A word of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Word<'a> {
    /// As it stands in the text.
    pub(super) spelling: &'a str,
    /// As it is compared.
    pub(super) letters: String,
}

impl Word<'_> {
    /// What it shares with its other forms.
    pub(super) fn term(&self) -> &str {
        term(&self.letters)
    }
}

/// The words of a text in their order.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    text.split(|c: char| !is_of_word(c))
        .map(|run| run.trim_matches(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)))
        .filter_map(|spelling| letters(spelling).map(|letters| Word { spelling, letters }))
        .take(WORDS_MAX)
}

/// The term of a word, given as it is compared.
pub(super) fn term(letters: &str) -> &str {
    let end = letters.char_indices().nth(TERM_LETTERS).map_or(letters.len(), |(at, _)| at);
    &letters[..end]
}

/// Runs of 3 and 4 letters of a word with a space before and behind it: what inflected and misspelled forms
/// have in common. Each once.
pub(super) fn grams(letters: &str) -> Vec<String> {
    let framed: Vec<char> = [' '].into_iter().chain(letters.chars()).chain([' ']).collect();
    let mut grams: Vec<String> =
        [3, 4].into_iter().flat_map(|n| framed.windows(n)).map(|run| run.iter().collect()).collect();
    grams.sort_unstable();
    grams.dedup();
    grams
}

fn letters(spelling: &str) -> Option<String> {
    let small = spelling.chars().flat_map(char::to_lowercase);
    let kept = |&c: &char| !is_silent(c);
    let letters: String = if spelling.chars().all(is_composed) {
        small.filter(kept).take(LETTERS_MAX).collect()
    } else {
        small.nfc().filter(kept).take(LETTERS_MAX).collect()
    };
    (letters.chars().filter(|c| c.is_alphanumeric()).nth(LETTERS_MIN - 1).is_some()).then_some(letters)
}

/// Latin and Cyrillic letters that composing leaves as they are, which spares nearly every word the slow way.
fn is_composed(c: char) -> bool {
    matches!(c, '\0'..='\u{2ff}' | '\u{400}'..='\u{482}')
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
        words(text).map(|word| word.term().to_owned()).collect()
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
    fn runs_of_letters_stay_within_a_word_and_know_its_ends() {
        assert_eq!(grams("ліфт"), [" лі", " ліф", "ліф", "ліфт", "фт ", "іфт", "іфт "]);
    }

    #[test]
    fn a_huge_text_is_read_to_its_limit() {
        assert_eq!(words(&"слово ".repeat(WORDS_MAX + 5)).count(), WORDS_MAX);
    }
}
