//! The hash that seals a line and chains it to the next.

use std::fmt;

use sha2::{Digest, Sha256};

/// Bytes of a hash as text.
pub(super) const HEX_BYTES: usize = 32;

/// The first 128 bits of a SHA-256. As text: 32 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Hash(pub [u8; 16]);

impl Hash {
    /// All zeros: what stands where there is nothing before.
    pub const ZERO: Self = Self([0; 16]);

    /// The hash of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self::shorten(Sha256::new_with_prefix(bytes))
    }

    /// Ends a running hash.
    pub(super) fn shorten(sha: Sha256) -> Self {
        let mut short = [0; 16];
        short.copy_from_slice(&sha.finalize()[..16]);
        Self(short)
    }

    /// Its text, as bytes.
    pub(super) fn hex(self) -> [u8; HEX_BYTES] {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut hex = [0; HEX_BYTES];
        for (byte, pair) in self.0.iter().zip(hex.chunks_exact_mut(2)) {
            pair[0] = DIGITS[usize::from(byte >> 4)];
            pair[1] = DIGITS[usize::from(byte & 15)];
        }
        hex
    }

    /// Reads its text. Capitals are refused: a hash has one spelling.
    pub(super) fn from_hex(hex: &[u8]) -> Option<Self> {
        if hex.len() != HEX_BYTES {
            return None;
        }
        let mut bytes = [0; 16];
        for (byte, pair) in bytes.iter_mut().zip(hex.chunks_exact(2)) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Some(Self(bytes))
    }
}

fn digit(c: u8) -> Option<u8> {
    match c {
        b'0'..=b'9' => Some(c - b'0'),
        b'a'..=b'f' => Some(c - b'a' + 10),
        _ => None,
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
