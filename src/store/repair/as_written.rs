//! What a damaged line was before: told by its hash, which the line itself names at its end and the next line at its
//! beginning.

use memchr::memmem;
use sha2::{Digest, Sha256};

use crate::store::format::{SEAL, SEAL_BYTES, seal_of};
use crate::store::hash::{HEX_BYTES, Hash};

/// The line of this hash, if these bytes are it but for their own hash.
pub(super) fn resealed(bytes: &[u8], hash: Hash) -> Option<Vec<u8>> {
    let by_length = bytes.len().checked_sub(SEAL_BYTES);
    let by_mark = memmem::rfind(bytes, SEAL);
    let end = [by_length, by_mark].into_iter().flatten().find(|&end| Hash::of(&bytes[..end]) == hash)?;
    Some(sealed(&bytes[..end], hash))
}

/// How many bytes are hashed to look for one damaged byte in so many.
pub(super) fn work_of(bytes: usize) -> u64 {
    (bytes as u64).saturating_pow(2).saturating_mul(128)
}

/// The line of this hash, if these bytes are it but for one of them. The seal is not looked at.
pub(super) fn one_byte_off(bytes: &[u8], hash: Hash) -> Option<Vec<u8>> {
    let body = &bytes[..bytes.len().checked_sub(SEAL_BYTES)?];
    let mut before = Sha256::new();
    for (at, &was) in body.iter().enumerate() {
        let found = (0..=u8::MAX).filter(|is| *is != was).find(|&is| {
            let mut sha = before.clone();
            sha.update([is]);
            sha.update(&body[at + 1..]);
            Hash::shorten(sha) == hash
        });
        if let Some(is) = found {
            let mut body = body.to_vec();
            body[at] = is;
            return Some(sealed(&body, hash));
        }
        before.update([was]);
    }
    None
}

/// The hash that a line names at its end, whether or not it is its own.
pub(super) fn own_hash(bytes: &[u8]) -> Option<Hash> {
    let seal = &bytes[bytes.len().checked_sub(SEAL_BYTES)?..];
    Hash::from_hex(&seal[SEAL.len()..SEAL.len() + HEX_BYTES])
}

/// Whether two lines differ in one byte and no more.
pub(super) fn differ_in_one_byte(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).filter(|(one, other)| one != other).count() == 1
}

fn sealed(body: &[u8], hash: Hash) -> Vec<u8> {
    [body, &seal_of(hash)].concat()
}
