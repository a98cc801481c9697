//! Alphabetical order for a list that mixes English and Ukrainian. Unicode's own tables would do, at a
//! megabyte and with Russian letters first; two alphabets need only this.

use std::cmp::Ordering;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// The Ukrainian alphabet; letters of its neighbours stand where a Ukrainian reader looks for them.
const CYRILLIC: &str = "абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюя";

/// Where a character stands: its group, then its place in the group.
type Place = (Group, u32);

/// Groups of characters, in the order of the list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Space,
    Sign,
    Digit,
    Latin,
    Cyrillic,
    OtherLetter,
}

/// First the letters alone, then accents and apostrophes, then case.
pub(super) fn compare(a: &str, b: &str) -> Ordering {
    places(a).cmp(places(b)).then_with(|| lower(a).cmp(lower(b))).then_with(|| a.cmp(b))
}

fn lower(text: &str) -> impl Iterator<Item = char> {
    text.nfc().flat_map(char::to_lowercase)
}

fn places(text: &str) -> impl Iterator<Item = Place> {
    lower(text).filter(|&letter| !is_apostrophe(letter)).filter_map(place)
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '`' | '’' | '‘' | 'ʼ' | '′' | '´')
}

/// `None` for what counts only between words that are otherwise the same, such as a stress mark.
fn place(letter: char) -> Option<Place> {
    if let Some(idx) = CYRILLIC.chars().position(|known| known == letter) {
        return Some((Group::Cyrillic, u32::try_from(idx).unwrap_or(u32::MAX)));
    }
    if is_combining_mark(letter) {
        return None;
    }
    let base = base(letter);
    let group = match base {
        _ if base.is_whitespace() => return Some((Group::Space, 0)),
        _ if base.is_numeric() => Group::Digit,
        'a'..='z' => Group::Latin,
        _ if base.is_alphabetic() => Group::OtherLetter,
        _ => Group::Sign,
    };
    Some((group, u32::from(base)))
}

/// The letter without its accent: é stands with e.
fn base(letter: char) -> char {
    let mut base = letter;
    let mut is_first = true;
    decompose_canonical(letter, |part| {
        if std::mem::take(&mut is_first) {
            base = part;
        }
    });
    base
}
