//! What a repair of the file could not mend, kept so that nothing is ever dropped: bytes that nobody can read, and
//! the numbers of steps that are nowhere. Changes nothing of the sprint.
//!
//! Bytes that are text stand here as text, others as hexadecimal digits. Neither is clean: nothing here is for a
//! screen as it stands.

use serde::{Deserialize, Serialize};

use super::Fact as AnyFact;
use super::step::StepNo;

/// Most bytes of one fact. As text each may take six, and a fact has to fit a line of the file.
const PART_BYTES_MAX: usize = 64 << 10;

/// What becomes known of damage.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// Bytes that stood in the file and could not be read, or a part of them.
    Kept {
        /// The number of the line where they stood, from 1.
        line: u64,
        /// Which part, from 1.
        part: u32,
        /// Of how many.
        parts: u32,
        /// The bytes.
        bytes: Bytes,
    },
    /// Steps that were in the file once and were found nowhere.
    Missing {
        /// The first.
        first: StepNo,
        /// The last.
        last: StepNo,
    },
}

/// Bytes as they can stand in JSON.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bytes {
    /// As text, byte for byte.
    Text(String),
    /// As hexadecimal digits.
    Hex(String),
}

impl Fact {
    /// Takes the bytes out: nobody can tell whose words they are, and somebody is to be erased. Answers whether there
    /// were any.
    pub(super) fn forget(&mut self) -> bool {
        match self {
            Self::Kept { bytes, .. } if !bytes.read().is_empty() => {
                *bytes = Bytes::Text(String::new());
                true
            }
            Self::Kept { .. } | Self::Missing { .. } => false,
        }
    }
}

/// The facts that keep `bytes`, which stood in line `line`.
pub fn kept(line: u64, bytes: &[u8]) -> Vec<AnyFact> {
    let parts = cut(bytes);
    let count = u32::try_from(parts.len()).unwrap_or(u32::MAX);
    let fact = |(part, bytes)| Fact::Kept { line, part, parts: count, bytes: Bytes::of(bytes) };
    (1..).zip(parts).map(fact).map(AnyFact::from).collect()
}

/// Cuts bytes into parts, text between its letters.
fn cut(bytes: &[u8]) -> Vec<&[u8]> {
    let text = std::str::from_utf8(bytes).ok();
    let mut parts = Vec::new();
    let mut rest = bytes;
    let mut at = 0;
    while rest.len() > PART_BYTES_MAX {
        let mut len = PART_BYTES_MAX;
        while text.is_some_and(|text| !text.is_char_boundary(at + len)) {
            len -= 1;
        }
        let (part, behind) = rest.split_at(len);
        parts.push(part);
        (rest, at) = (behind, at + len);
    }
    parts.push(rest);
    parts
}

impl Bytes {
    fn of(bytes: &[u8]) -> Self {
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::Text(text.to_owned()),
            Err(_) => Self::Hex(bytes.iter().map(|byte| format!("{byte:02x}")).collect()),
        }
    }

    /// The bytes themselves. Hexadecimal digits that somebody spoilt are left out.
    pub fn read(&self) -> Vec<u8> {
        match self {
            Self::Text(text) => text.as_bytes().to_vec(),
            Self::Hex(digits) => digits.as_bytes().chunks(2).filter_map(byte).collect(),
        }
    }
}

fn byte(pair: &[u8]) -> Option<u8> {
    u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn put_together(facts: &[AnyFact]) -> Vec<u8> {
        let mut whole = Vec::new();
        for fact in facts {
            let json = serde_json::to_string(fact).unwrap();
            let AnyFact::Damaged(Fact::Kept { line: 7, bytes, .. }) = serde_json::from_str(&json).unwrap()
            else {
                panic!("{json}");
            };
            whole.extend(bytes.read());
        }
        whole
    }

    #[test]
    fn long_text_is_cut_between_letters_and_each_part_fits_a_line() {
        let text = "ї\u{1}".repeat(100_000);
        let facts = kept(7, text.as_bytes());
        assert_eq!(facts.len(), 5);
        for fact in &facts {
            assert!(matches!(fact, AnyFact::Damaged(Fact::Kept { bytes: Bytes::Text(_), parts: 5, .. })));
            assert!(serde_json::to_string(fact).unwrap().len() < 1 << 19);
        }
        assert_eq!(put_together(&facts), text.as_bytes());
    }

    proptest! {
        #[test]
        fn any_bytes_come_back(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            prop_assert_eq!(put_together(&kept(7, &bytes)), bytes);
        }
    }
}
