//! What the file has promised so far, and whether it keeps it: every step that was answered for or shown is
//! there, byte for byte; the sprint is the one that these steps make; what can't be used lies beside the file.
//! Judges by the bytes alone and by a verification of its own, never by what the store thinks of a line.

use sha2::{Digest, Sha256};

use viche::domain::{History, Step};
use viche::store::{Header, Notice, Opened};

use super::disk::Disk;

const SEAL: &[u8] = b",\"h\":\"";
const HEX_BYTES: usize = 32;

/// The promise.
pub struct Promise {
    header: Header,
    /// The making of the file was answered for.
    made: bool,
    /// The steps that were answered for or shown, and the sprint that they make.
    history: History,
    /// The file as far as they reach.
    bytes: Vec<u8>,
    /// Runs of steps that may stand behind them: they were tried and never answered for.
    tried: Vec<Vec<Step>>,
}

impl Promise {
    /// Nothing yet, of a file with this header.
    pub fn new(header: Header) -> Self {
        Self { header, made: false, history: History::default(), bytes: Vec::new(), tried: Vec::new() }
    }

    /// The header that the file has or will have.
    pub fn header(&self) -> Header {
        self.header
    }

    /// Whether there has to be a file.
    pub fn is_made(&self) -> bool {
        self.made
    }

    /// What was promised, as a history.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// The file was made.
    pub fn make(&mut self, disk: &Disk) {
        self.made = true;
        self.bytes = disk.bytes();
    }

    /// These steps are on their way.
    pub fn try_steps(&mut self, steps: &[Step]) {
        self.tried.push(steps.to_vec());
    }

    /// These steps were answered for.
    pub fn keep(&mut self, steps: &[Step], disk: &Disk) -> Result<(), String> {
        let now = disk.bytes();
        if !now.starts_with(&self.bytes) {
            return Err("an append changed what stood before".to_owned());
        }
        steps.iter().for_each(|step| self.history.push(step.clone()));
        self.bytes = now;
        self.tried.clear();
        Ok(())
    }

    /// What a power cut left holds all that was promised.
    pub fn holds_in(&self, found: &[u8]) -> Result<(), String> {
        match found.starts_with(&self.bytes) {
            true => Ok(()),
            false => Err(format!("of {} promised bytes some are gone", self.bytes.len())),
        }
    }

    /// An opening that found these bytes has shown the right steps and dropped nothing.
    pub fn is_kept_by(&mut self, opened: &Opened, found: &[u8], disk: &Disk) -> Result<(), String> {
        let now = disk.bytes();
        self.holds_in(&now)?;
        if opened.header != self.header {
            return Err("another header".to_owned());
        }
        let shown = self.shown(&opened.steps)?;
        told(opened, found, &now)?;
        if opened.journal.last() != opened.steps.last().map_or(0, |step| step.s) {
            return Err("the journal goes on at another number".to_owned());
        }
        shown.into_iter().for_each(|step| self.history.push(step));
        let read = History::of(opened.steps.clone());
        if read.sprint() != self.history.sprint() {
            return Err("another sprint than these steps make".to_owned());
        }
        (self.made, self.bytes) = (true, now);
        self.tried.clear();
        Ok(())
    }

    /// The steps behind the promised ones; they must be the first of some that were tried.
    fn shown(&self, steps: &[Step]) -> Result<Vec<Step>, String> {
        let promised = self.history.steps();
        if !steps.starts_with(promised) {
            let same = steps.iter().zip(promised).take_while(|(one, other)| one == other).count();
            return Err(format!("of {} promised steps only {same} are as they were", promised.len()));
        }
        let shown = steps[promised.len()..].to_vec();
        match shown.is_empty() || self.tried.iter().any(|tried| tried.starts_with(&shown)) {
            true => Ok(shown),
            false => Err(format!("steps that nobody wrote: {shown:?}")),
        }
    }

    /// Where the whole lines end that follow one another from the first byte.
    pub fn sound_part(&self, found: &[u8]) -> usize {
        let mut at = self.bytes.len();
        let mut before = self.bytes.strip_suffix(b"\n").map_or(&[][..], hash_of);
        while let Some(len) = sealed_len(&found[at..]) {
            let line = &found[at..at + len];
            if memchr::memmem::find(line, &[b"\"p\":\"", before].concat()).is_none() {
                break;
            }
            (before, at) = (hash_of(line), at + len);
            if found.get(at) != Some(&b'\n') {
                break;
            }
            at += 1;
        }
        at
    }

    /// Whether a file in this state may be refused as damaged: behind what can't be read stands something
    /// that can, or it reads like a step that somebody edited.
    pub fn excuses(&self, found: &[u8]) -> bool {
        let rest = &found[self.sound_part(found)..];
        holds_sealed_line(rest) || rest.split(|byte| *byte == b'\n').any(reads_like_a_step)
    }
}

/// People were told what was cut off or put behind, and of nothing else.
fn told(opened: &Opened, found: &[u8], now: &[u8]) -> Result<(), String> {
    let common = in_common(found, now);
    let (cut, added) = ((found.len() - common) as u64, now.len() > common);
    for notice in &opened.notices {
        match notice {
            Notice::TornTail { bytes, quarantine: Some(_) } if *bytes == cut && cut > 0 => {}
            Notice::MissingNewline if added => {}
            // A sector may come back with an older line in it, and that harms nothing.
            Notice::DoubledLine { .. } => {}
            other => return Err(format!("told of {other:?} where {cut} bytes were cut")),
        }
    }
    let torn = opened.notices.iter().any(|notice| matches!(notice, Notice::TornTail { .. }));
    match torn == (cut > 0) {
        true => Ok(()),
        false => Err(format!("{cut} bytes were cut in silence")),
    }
}

fn in_common(one: &[u8], other: &[u8]) -> usize {
    one.iter().zip(other).take_while(|(one, other)| one == other).count()
}

/// Whether the hash at the end of a line is that of what stands before it.
fn is_sealed(line: &[u8]) -> bool {
    let Some(at) = line.len().checked_sub(SEAL.len() + HEX_BYTES + 2) else { return false };
    line[at..].starts_with(SEAL)
        && line.ends_with(b"\"}")
        && hash(&line[..at]) == line[at + SEAL.len()..][..HEX_BYTES]
}

fn hash(bytes: &[u8]) -> Vec<u8> {
    let digest = Sha256::digest(bytes);
    digest[..HEX_BYTES / 2].iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect()
}

/// The hash that a whole line carries.
fn hash_of(line: &[u8]) -> &[u8] {
    &line[line.len() - HEX_BYTES - 2..][..HEX_BYTES]
}

/// How long the whole line is that begins here.
fn sealed_len(bytes: &[u8]) -> Option<usize> {
    let ends = memchr::memmem::find_iter(bytes, SEAL).map(|at| at + SEAL.len() + HEX_BYTES + 2);
    ends.take_while(|end| *end <= bytes.len()).find(|end| is_sealed(&bytes[..*end]))
}

/// Whether a whole line stands anywhere in these bytes, whatever stands around it.
fn holds_sealed_line(bytes: &[u8]) -> bool {
    memchr::memmem::find_iter(bytes, b"{\"").any(|start| sealed_len(&bytes[start..]).is_some())
}

/// What no text may hold does not matter here: the store skips over it in a field that it doesn't need.
fn reads_like_a_step(line: &[u8]) -> bool {
    let line = String::from_utf8_lossy(line);
    serde_json::from_str::<serde_json::Value>(&line).is_ok_and(|line| line.get("s").is_some())
}
