//! Seals a sprint with a passphrase, for the stick and the archive, and opens what was sealed. The format is
//! age's own, binary, with one passphrase, so that any program that knows age can open it in ten years.
//!
//! Works on bytes in memory: nothing that is not yet known to be whole ever lies on a disk. Knows nothing of
//! where a passphrase comes from, and keeps it out of every error and every `{:?}`.

use std::fmt;
use std::io::{self, Read, Write};
use std::iter::once;
use std::path::Path;

use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, EncryptError, Encryptor, scrypt};

use super::disk::read_whole;
use super::error::StoreError;
use super::journal::undamaged;

/// Fewest characters of a passphrase that something may be sealed with.
pub const PASSPHRASE_CHARS_MIN: usize = 8;
/// Longest passphrase, in bytes.
pub const PASSPHRASE_BYTES_MAX: usize = 1_024;
/// Work and memory that a guess costs, as a power of two in KiB: 256 MiB and about a second. Fixed and not
/// measured, so that what a fast computer seals can be opened on an old one.
pub const WORK: u8 = 18;
/// Most work that opening agrees to: 1 GiB of memory. What asks for more was made to exhaust this computer.
pub const WORK_MAX: u8 = 20;
/// Longest header that is looked at: one passphrase needs 152 bytes, and reading goes over a header once for
/// each of its lines.
const HEADER_BYTES_MAX: usize = 8 << 10;
/// Where the last line of a header begins.
const HEADER_END: &[u8] = b"\n--- ";

/// What something is sealed with. Wiped from memory when it is dropped.
#[derive(Clone)]
pub struct Passphrase(SecretString);

/// Why something can't be sealed or opened.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// No passphrase at all.
    #[error("the passphrase is empty")]
    EmptyPassphrase,
    /// One that is guessed too soon.
    #[error("the passphrase has {chars} characters")]
    ShortPassphrase {
        /// How many it has.
        chars: usize,
    },
    /// One that is longer than [`PASSPHRASE_BYTES_MAX`].
    #[error("the passphrase is too long")]
    LongPassphrase,
    /// Not sealed, or its beginning is lost.
    #[error("not a sealed file")]
    NotSealed,
    /// Sealed for somebody's key, and not with a passphrase.
    #[error("sealed for a key")]
    ForAKey,
    /// Opening asks for more work than [`WORK_MAX`].
    #[error("opening asks for 2^{work} KiB")]
    TooMuchWork {
        /// How much, as a power of two in KiB.
        work: u8,
    },
    /// Not the passphrase it was sealed with, or the part that holds the key was changed.
    #[error("the passphrase does not fit")]
    WrongPassphrase,
    /// The passphrase fits and what it opens is cut short or changed.
    #[error("what was sealed is cut short or changed")]
    Damaged,
    /// Sealing broke down.
    #[error("can't seal: {0}")]
    Broken(String),
}

impl Passphrase {
    /// One to seal with: long enough to stand a while against guessing.
    pub fn to_seal(text: &str) -> Result<Self, SealError> {
        let passphrase = Self::to_open(text)?;
        match text.chars().count() {
            chars if chars < PASSPHRASE_CHARS_MIN => Err(SealError::ShortPassphrase { chars }),
            _ => Ok(passphrase),
        }
    }

    /// One to open with: others may have sealed with a short one.
    pub fn to_open(text: &str) -> Result<Self, SealError> {
        match text.len() {
            0 => Err(SealError::EmptyPassphrase),
            // A string of exactly this length: turning it into a secret moves no copy that would stay behind.
            1..=PASSPHRASE_BYTES_MAX => Ok(Self(SecretString::from(text.to_owned()))),
            _ => Err(SealError::LongPassphrase),
        }
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// What of a file is to be sealed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ToSeal {
    /// The header and all whole steps, as they stand.
    pub bytes: Vec<u8>,
    /// How many steps.
    pub steps: u64,
    /// Bytes behind the last whole step that are left out: somebody is writing there, or was cut off.
    pub left_out: u64,
}

/// Reads what of the file at `path` is to be sealed, without a lock: somebody may be writing to it.
pub fn read_to_seal(path: impl AsRef<Path>) -> Result<ToSeal, StoreError> {
    let path = path.as_ref();
    let mut bytes = read_whole(path)?;
    let scan = undamaged(&bytes, path)?;
    let left_out = (bytes.len() - scan.end) as u64;
    bytes.truncate(scan.end);
    Ok(ToSeal { bytes, steps: scan.steps.len() as u64, left_out })
}

/// Reads the sealed file at `path`.
pub fn read_sealed(path: impl AsRef<Path>) -> Result<Vec<u8>, StoreError> {
    read_whole(path.as_ref())
}

/// Seals `bytes`. `work` is what a guess costs, as a power of two in KiB, from 1 to [`WORK_MAX`].
pub fn seal(bytes: &[u8], passphrase: &Passphrase, work: u8) -> Result<Vec<u8>, SealError> {
    let mut recipient = scrypt::Recipient::new(passphrase.0.clone());
    recipient.set_work_factor(work.clamp(1, WORK_MAX));
    let encryptor = Encryptor::with_recipients(once(&recipient as _)).map_err(broken)?;
    let mut sealed = Vec::with_capacity(bytes.len() + bytes.len() / 4_096 + 512);
    let written = encryptor.wrap_output(&mut sealed).and_then(|mut writer| {
        writer.write_all(bytes)?;
        writer.finish()
    });
    written.map_err(|error| broken(error.into()))?;
    Ok(sealed)
}

fn broken(error: EncryptError) -> SealError {
    SealError::Broken(format!("{error:?}"))
}

/// Refuses what was not sealed with a passphrase, before anybody types one.
pub fn must_be_sealed(sealed: &[u8]) -> Result<(), SealError> {
    decryptor(sealed).map(drop)
}

/// Opens what was sealed. Every byte is proved to be the one that was sealed before any is answered.
pub fn unseal(sealed: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, SealError> {
    let mut identity = scrypt::Identity::new(passphrase.0.clone());
    identity.set_max_work_factor(WORK_MAX);
    let opened = decryptor(sealed)?.decrypt(once(&identity as _));
    let mut reader = opened.map_err(|error| unopened(&error))?;
    let mut bytes = Vec::with_capacity(sealed.len());
    match reader.read_to_end(&mut bytes) {
        Ok(_) => Ok(bytes),
        Err(_) => Err(SealError::Damaged),
    }
}

fn decryptor(sealed: &[u8]) -> Result<Decryptor<&[u8]>, SealError> {
    let looked_at = &sealed[..sealed.len().min(HEADER_BYTES_MAX)];
    if memchr::memmem::find(looked_at, HEADER_END).is_none() {
        return Err(SealError::NotSealed);
    }
    let decryptor = Decryptor::new_buffered(sealed).map_err(|error| unopened(&error))?;
    match decryptor.is_scrypt() {
        true => Ok(decryptor),
        false => Err(SealError::ForAKey),
    }
}

fn unopened(error: &DecryptError) -> SealError {
    match error {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => SealError::WrongPassphrase,
        DecryptError::ExcessiveWork { required, .. } => SealError::TooMuchWork { work: *required },
        DecryptError::NoMatchingKeys => SealError::ForAKey,
        DecryptError::InvalidMac => SealError::Damaged,
        // The header ends and what is sealed does not begin.
        DecryptError::Io(source) if source.kind() == io::ErrorKind::UnexpectedEof => SealError::Damaged,
        // No header, one of a later age, or what comes with other ways of sealing than ours.
        _ => SealError::NotSealed,
    }
}

#[cfg(test)]
mod tests;
