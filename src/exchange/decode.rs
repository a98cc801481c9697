//! Bytes of a text file as text, whatever encoding an office program saved it in.

use std::borrow::Cow;

use chardetng::EncodingDetector;
use encoding_rs::{Encoding, IBM866, KOI8_U, UTF_8, WINDOWS_1251};

/// How many bytes the guess between older encodings looks at.
const GUESS_BYTES_MAX: usize = 1024 * 1024;

/// How many bytes are looked at for control characters, which text hardly has.
const BINARY_BYTES_MAX: usize = 64 * 1024;

/// A text has at most one control character among so many; a short one is taken for [`SHORT_BYTES`] long,
/// so that a row or two with terminal commands in them are cleaned and not refused.
const CHARS_PER_CONTROL_MIN: usize = 50;
const SHORT_BYTES: usize = 400;

/// In a file of UTF-8 with a few spoiled bytes, so many good letters stand against each spoiled place.
/// In Windows-1251 hardly any two letters look like one of UTF-8.
const GOOD_PER_SPOILED_MIN: usize = 20;

/// A text, and how it was stored.
#[derive(Debug)]
pub struct Decoded<'a> {
    /// The text without a byte order mark.
    pub text: Cow<'a, str>,
    /// Name of the encoding, as in `UTF-8` or `windows-1251`.
    pub encoding: &'static str,
    /// Places that could not be read and became U+FFFD.
    pub spoiled_count: u64,
}

/// What a file is that is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Binary {
    /// A zip, and so also an XLSX, ODS or DOCX.
    Zip,
    /// A spreadsheet or document of the old Office, such as XLS.
    OldOffice,
    /// A picture.
    Picture,
    /// A PDF.
    Pdf,
    /// Something else with bytes that no text has.
    Other,
}

/// Decodes `bytes`: by the byte order mark, else as UTF-8, else by a guess that prefers Windows-1251.
/// Refuses what is no text.
pub fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Binary> {
    if let Some(kind) = known_binary(bytes) {
        return Err(kind);
    }
    let decoded = match Encoding::for_bom(bytes) {
        Some((encoding, mark_len)) => decode_as(encoding, bytes.get(mark_len..).unwrap_or_default()),
        None if memchr::memchr(0, bytes).is_some() => return Err(Binary::Other),
        None => decode_unmarked(bytes),
    };
    match looks_binary(&decoded.text) {
        true => Err(Binary::Other),
        false => Ok(decoded),
    }
}

fn decode_unmarked(bytes: &[u8]) -> Decoded<'_> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: Cow::Borrowed(text), encoding: UTF_8.name(), spoiled_count: 0 };
    }
    if is_spoiled_utf8(bytes) {
        return decode_as(UTF_8, bytes);
    }
    let mut detector = EncodingDetector::new();
    let sample = bytes.get(..GUESS_BYTES_MAX).unwrap_or(bytes);
    detector.feed(sample, sample.len() == bytes.len());
    let guess = detector.guess(Some(b"ua"), false);
    let other_cyrillic = guess == KOI8_U || guess == IBM866;
    decode_as(if other_cyrillic || has_lone_letters(sample) { guess } else { WINDOWS_1251 }, bytes)
}

/// Whether letters beyond ASCII mostly stand alone between others, as accents do in western languages; whole
/// words of them are Cyrillic, of which a short text lets the detector think anything.
fn has_lone_letters(bytes: &[u8]) -> bool {
    let beyond_count = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let side_by_side = bytes.windows(2).filter(|pair| pair.iter().all(|byte| !byte.is_ascii())).count();
    side_by_side * 4 < beyond_count
}

fn decode_as<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Decoded<'a> {
    let (text, spoiled) = encoding.decode_without_bom_handling(bytes);
    let spoiled_count = if spoiled { text.matches('\u{FFFD}').count() as u64 } else { 0 };
    Decoded { text, encoding: encoding.name(), spoiled_count }
}

fn is_spoiled_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut spoiled) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        spoiled += usize::from(!chunk.invalid().is_empty());
    }
    good >= spoiled * GOOD_PER_SPOILED_MIN
}

fn known_binary(bytes: &[u8]) -> Option<Binary> {
    const KNOWN: [(&[u8], Binary); 7] = [
        (b"PK\x03\x04", Binary::Zip),
        (b"\xD0\xCF\x11\xE0", Binary::OldOffice),
        (b"\x89PNG", Binary::Picture),
        (b"\xFF\xD8\xFF", Binary::Picture),
        (b"GIF8", Binary::Picture),
        (b"%PDF-", Binary::Pdf),
        (b"\x1F\x8B", Binary::Other),
    ];
    KNOWN.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|&(_, kind)| kind)
}

/// Whether there are NULs, or too many control characters at the beginning.
fn looks_binary(text: &str) -> bool {
    let control_count = |text: &str| {
        text.chars()
            .filter(|c| matches!(c, '\u{1}'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{9F}'))
            .count()
    };
    let head = text.get(..text.floor_char_boundary(BINARY_BYTES_MAX)).unwrap_or(text);
    control_count(head) * CHARS_PER_CONTROL_MIN > head.len().max(SHORT_BYTES)
        || memchr::memchr(0, text.as_bytes()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::WINDOWS_1252;

    const SENTENCES: &str = "Текст;Категорія\nЧерга в поліклініці починається о шостій ранку;Медицина\n\
        Не зрозуміло, які документи потрібні для субсидії;Соціальні послуги\n";

    fn utf16_le(text: &str) -> Vec<u8> {
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
    }

    #[test]
    fn utf8_is_taken_as_it_is_and_its_mark_goes() {
        let decoded = decode(SENTENCES.as_bytes()).unwrap();
        assert_eq!((decoded.text.as_ref(), decoded.encoding), (SENTENCES, "UTF-8"));
        let marked = format!("\u{FEFF}{SENTENCES}");
        assert_eq!(decode(marked.as_bytes()).unwrap().text, SENTENCES);
    }

    #[test]
    fn windows_1251_is_recognised() {
        for text in [
            SENTENCES,
            "текст\nдовга черга\n",
            "text,category\nїжак,x\n",
            "text\nЩо це?\n",
            "text\nҐанок № 5\n",
        ] {
            let (bytes, _, _) = WINDOWS_1251.encode(text);
            let decoded = decode(&bytes).unwrap();
            assert_eq!((decoded.text.as_ref(), decoded.encoding), (text, "windows-1251"));
        }
    }

    #[test]
    fn other_encodings_of_office_programs_are_read_too() {
        assert_eq!(decode(&utf16_le(SENTENCES)).unwrap().text, SENTENCES);
        for encoding in [KOI8_U, IBM866] {
            let (bytes, _, _) = encoding.encode("Черга до каси довга, а стояти нема де");
            assert_eq!(decode(&bytes).unwrap().encoding, encoding.name());
        }
        let western = "text\nThe café’s permit took three months — très long, señor\n";
        assert_eq!(decode(&WINDOWS_1252.encode(western).0).unwrap().text, western);
    }

    #[test]
    fn one_spoiled_byte_does_not_turn_utf8_into_gibberish() {
        let mut bytes = SENTENCES.as_bytes().to_vec();
        bytes[60] = 0xFF;
        let decoded = decode(&bytes).unwrap();
        assert_eq!(decoded.encoding, "UTF-8");
        assert!(decoded.spoiled_count > 0);
        assert!(decoded.text.contains("які документи потрібні"));
    }

    #[test]
    fn what_is_no_text_is_refused_by_its_kind() {
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0").unwrap_err(), Binary::Picture);
        assert_eq!(decode(b"PK\x03\x04\x14\0\x06").unwrap_err(), Binary::Zip);
        assert_eq!(decode(b"%PDF-1.7\ntext").unwrap_err(), Binary::Pdf);
        assert_eq!(decode(b"text,category\nqueue\0,x\n").unwrap_err(), Binary::Other);
        assert_eq!(decode(&utf16_le("text\nque\0ue")).unwrap_err(), Binary::Other);
        let noise: Vec<u8> = (0..4000_u32).map(|n| (n * 37 % 251) as u8 + 1).collect();
        assert_eq!(decode(&noise).unwrap_err(), Binary::Other);
    }
}
