//! What stands in a line: the header and the steps, as JSON with a seal at the end.
//!
//! ```text
//! {"viche":1,"min":1,"file":"<uuid>","gen":1,"prev":"0…0","t":"2026-06-18T06:00:00.000Z","h":"<32 hex>"}
//! {"s":17,"w":"a3f90b12","p":"<h of the line before>","t":"…Z","m":81234567,"by":"T3","do":[{"note":{"added":{…}}}],"h":"<32 hex>"}
//! ```
//!
//! `h` is the SHA-256 of the bytes before `,"h":"`, its first 128 bits; the seal has a fixed length, so that
//! a script of ten lines can verify a file. `p` repeats the `h` of the line before. A step that would be
//! longer than [`STEP_BYTES_MAX`] is written as a group: lines with the same `s` and `"g":[s,i,n]`, the
//! i-th of n, from 1; they are one step. A step that was first written into another file of the same sprint says
//! where behind `by`: `"from":["b1c20d4e",18]`, the run and the number it had there.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use uuid::Uuid;

use super::hash::{HEX_BYTES, Hash};
use super::utc;
use crate::domain::id::RunId;
use crate::domain::{Fact, Origin, Seat, Stamp, Step, StepNo};

/// The format that this program writes, and the newest that it reads.
pub const VERSION: u32 = 1;
/// Longest line, in bytes without its newline, writing and reading.
pub const LINE_BYTES_MAX: usize = 1 << 20;
/// A step whose line would be longer becomes a group of lines.
pub const STEP_BYTES_MAX: usize = 256 << 10;
/// Longest fact, in bytes of its JSON. Who makes chunks of rows keeps them below.
pub const FACT_BYTES_MAX: usize = LINE_BYTES_MAX - FRAME_BYTES_MAX;
/// Most lines of a group.
pub const GROUP_LINES_MAX: u64 = 16_384;
/// Highest number of a step: what every program that reads JSON can still count by one.
pub const STEP_NO_MAX: StepNo = (1 << 53) - 1;
/// Longest file, in bytes.
pub const FILE_BYTES_MAX: u64 = 4 << 30;

/// Room for everything in a line besides its facts.
const FRAME_BYTES_MAX: usize = 512;
/// What stands between the sealed bytes and their hash.
pub(super) const SEAL: &[u8] = b",\"h\":\"";
/// How a line ends.
pub(super) const CLOSE: &[u8] = b"\"}";
/// Bytes of the whole seal.
pub(super) const SEAL_BYTES: usize = SEAL.len() + HEX_BYTES + CLOSE.len();

/// The first line: what the file is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Header {
    /// The format it was written in.
    pub viche: u32,
    /// The oldest format whose programs can read it.
    pub min: u32,
    /// Names the file, over all its generations and copies.
    pub file: Uuid,
    /// Its generation, from 1; a rewriting makes the next.
    pub generation: u32,
    /// The last hash of the generation before; zeros in the first.
    pub prev: Hash,
    /// When it was made: UTC, milliseconds since 1970.
    pub t_ms: i64,
}

impl Header {
    /// The header of a new file.
    pub fn new(file: Uuid, t_ms: i64) -> Self {
        Self { viche: VERSION, min: VERSION, file, generation: 1, prev: Hash::ZERO, t_ms }
    }
}

/// One line of a group.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Part {
    /// Which, from 1.
    pub i: u64,
    /// Of how many.
    pub n: u64,
}

/// A line as it was read: a step, or a part of one.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// The step, with the facts of this line.
    pub step: Step,
    /// The hash of the line before.
    pub prev: Hash,
    /// Its place in a group.
    pub part: Option<Part>,
}

/// Why a step can't be written.
#[derive(Debug, thiserror::Error)]
pub enum Unwritable {
    /// A fact that is longer than a line may be.
    #[error("a fact of {bytes} bytes is too long")]
    TooLong {
        /// Its length.
        bytes: usize,
    },
    /// More lines than a group may have.
    #[error("a step of {lines} lines is too long")]
    TooManyLines {
        /// How many it would be.
        lines: u64,
    },
    /// A number beyond the highest.
    #[error("no step can have the number {step}")]
    NumberTooHigh {
        /// The number.
        step: StepNo,
    },
    /// A fact that has no JSON.
    #[error("a fact can't be said in JSON")]
    NoJson(#[from] serde_json::Error),
}

/// Adds the header's line, with its newline, to `out` and answers its hash.
pub fn encode_header(header: &Header, out: &mut Vec<u8>) -> Hash {
    let start = out.len();
    let Header { viche, min, file, generation, prev, t_ms } = header;
    let time = utc::write(*t_ms);
    let time = String::from_utf8_lossy(&time);
    let text = format!(
        r#"{{"viche":{viche},"min":{min},"file":"{file}","gen":{generation},"prev":"{prev}","t":"{time}""#
    );
    out.extend_from_slice(text.as_bytes());
    seal(out, start)
}

/// Adds the line or lines of `step`, with their newlines, to `out`. `prev` is the hash of the line before;
/// the answer is that of the last line added. On an error `out` may hold half of a step.
pub fn encode_step(step: &Step, prev: Hash, out: &mut Vec<u8>) -> Result<Hash, Unwritable> {
    if step.s > STEP_NO_MAX {
        return Err(Unwritable::NumberTooHigh { step: step.s });
    }
    let facts = Facts::of(&step.facts)?;
    let parts = facts.parts();
    let n = parts.len() as u64;
    if n > GROUP_LINES_MAX {
        return Err(Unwritable::TooManyLines { lines: n });
    }
    let mut prev = prev;
    for (i, range) in (1..).zip(parts) {
        let part = (n > 1).then_some(Part { i, n });
        prev = encode_line(step, prev, part, &facts.json[range], out);
    }
    Ok(prev)
}

/// Facts as JSON, with commas between them.
struct Facts {
    json: Vec<u8>,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Facts {
    fn of(facts: &[Fact]) -> Result<Self, Unwritable> {
        let mut all = Self { json: Vec::with_capacity(512), ends: Vec::with_capacity(facts.len()) };
        for fact in facts {
            if !all.json.is_empty() {
                all.json.push(b',');
            }
            let start = all.json.len();
            write_fact(fact, &mut all.json)?;
            let bytes = all.json.len() - start;
            if bytes > FACT_BYTES_MAX {
                return Err(Unwritable::TooLong { bytes });
            }
            all.ends.push(all.json.len());
        }
        Ok(all)
    }

    /// Cuts them into lines, each as full as it may be and with one fact at least.
    fn parts(&self) -> Vec<std::ops::Range<usize>> {
        let mut parts = Vec::with_capacity(1);
        let (mut start, mut end) = (0, 0);
        for &next in &self.ends {
            if end > start && next - start > STEP_BYTES_MAX - FRAME_BYTES_MAX {
                parts.push(start..end);
                start = end + 1;
            }
            end = next;
        }
        parts.push(start..end);
        parts
    }
}

/// A fact of an unknown kind goes back as it came, apart from newlines between its tokens, which JSON allows and a
/// line does not.
fn write_fact(fact: &Fact, out: &mut Vec<u8>) -> Result<(), serde_json::Error> {
    match fact {
        Fact::Unknown(raw) => {
            let raw: &RawValue = serde_json::from_str(raw)?;
            out.extend(raw.get().bytes().map(|byte| if byte == b'\n' { b' ' } else { byte }));
            Ok(())
        }
        Fact::Sprint(_)
        | Fact::Department(_)
        | Fact::Participant(_)
        | Fact::Service(_)
        | Fact::Team(_)
        | Fact::Agenda(_)
        | Fact::Guide(_)
        | Fact::Interview(_)
        | Fact::Note(_)
        | Fact::Theme(_)
        | Fact::Request(_)
        | Fact::Priority(_)
        | Fact::Piece(_)
        | Fact::Link(_)
        | Fact::Turn(_)
        | Fact::Parking(_)
        | Fact::Face(_)
        | Fact::Erasure(_)
        | Fact::Run(_)
        | Fact::Damaged(_)
        | Fact::Reverted { .. } => serde_json::to_writer(out, fact),
    }
}

fn encode_line(step: &Step, prev: Hash, part: Option<Part>, facts: &[u8], out: &mut Vec<u8>) -> Hash {
    let start = out.len();
    let Step { s, w, at, by, facts: _, from } = step;
    let group = part.map_or_else(String::new, |Part { i, n }| format!(r#""g":[{s},{i},{n}],"#));
    let time = utc::write(at.t_ms);
    let time = String::from_utf8_lossy(&time);
    let m = at.m_ms;
    let from = from.map_or_else(String::new, |Origin(w, s)| format!(r#""from":["{w}",{s}],"#));
    let frame =
        format!(r#"{{"s":{s},{group}"w":"{w}","p":"{prev}","t":"{time}","m":{m},"by":"{by}",{from}"do":["#);
    out.extend_from_slice(frame.as_bytes());
    out.extend_from_slice(facts);
    out.push(b']');
    seal(out, start)
}

/// Closes the line that began at `start`.
fn seal(out: &mut Vec<u8>, start: usize) -> Hash {
    let hash = Hash::of(&out[start..]);
    out.extend_from_slice(SEAL);
    out.extend_from_slice(&hash.hex());
    out.extend_from_slice(CLOSE);
    out.push(b'\n');
    hash
}

/// How a line of this hash ends, before its newline.
pub(super) fn seal_of(hash: Hash) -> [u8; SEAL_BYTES] {
    let mut seal = [0; SEAL_BYTES];
    seal[..SEAL.len()].copy_from_slice(SEAL);
    seal[SEAL.len()..SEAL.len() + HEX_BYTES].copy_from_slice(&hash.hex());
    seal[SEAL.len() + HEX_BYTES..].copy_from_slice(CLOSE);
    seal
}

/// The hash of a line, without its newline, if its seal is whole and true.
pub fn verify(line: &[u8]) -> Option<Hash> {
    let (sealed, seal) = line.split_at_checked(line.len().checked_sub(SEAL_BYTES)?)?;
    if line.len() > LINE_BYTES_MAX || !seal.starts_with(SEAL) || !seal.ends_with(CLOSE) {
        return None;
    }
    let hash = Hash::of(sealed);
    (seal[SEAL.len()..SEAL.len() + HEX_BYTES] == hash.hex()).then_some(hash)
}

/// The line is no header, or no step.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a line of a sprint")]
pub struct NotALine;

#[derive(Deserialize)]
struct HeaderText<'a> {
    viche: u64,
    min: u64,
    #[serde(borrow)]
    file: Cow<'a, str>,
    #[serde(rename = "gen")]
    generation: u32,
    #[serde(borrow)]
    prev: Cow<'a, str>,
    #[serde(borrow)]
    t: Cow<'a, str>,
}

/// Reads a header's line; its seal is [`verify`]'s to judge.
pub fn decode_header(line: &[u8]) -> Result<Header, NotALine> {
    let text: HeaderText<'_> = serde_json::from_slice(line).map_err(|_| NotALine)?;
    // A version beyond what we count to is a newer one all the same.
    let version = |version: u64| u32::try_from(version).unwrap_or(u32::MAX);
    Ok(Header {
        viche: version(text.viche),
        min: version(text.min),
        file: Uuid::try_parse(&text.file).map_err(|_| NotALine)?,
        generation: text.generation,
        prev: Hash::from_hex(text.prev.as_bytes()).ok_or(NotALine)?,
        t_ms: utc::read(text.t.as_bytes()).ok_or(NotALine)?,
    })
}

/// A step's line around its facts. Nothing in it but the facts ever needs an escape, so all of it borrows.
#[derive(Deserialize)]
struct Frame<'a, F> {
    s: StepNo,
    #[serde(default)]
    g: Option<(StepNo, u64, u64)>,
    w: &'a str,
    p: &'a str,
    t: &'a str,
    m: u64,
    by: &'a str,
    #[serde(default)]
    from: Option<Origin>,
    #[serde(rename = "do")]
    facts: Vec<F>,
}

/// Reads a step's line; its seal is [`verify`]'s to judge. A fact of a kind that this program does not
/// know, or that says something it can't understand, is kept as it stands.
pub fn decode_step(line: &[u8]) -> Result<Line, NotALine> {
    match serde_json::from_slice::<Frame<'_, Fact>>(line) {
        Ok(mut frame) => {
            let facts = std::mem::take(&mut frame.facts);
            frame.into_line(facts)
        }
        Err(_) => decode_foreign(line),
    }
}

/// Whether a line can be understood, whatever its length: nothing of its facts is kept.
pub(super) fn is_step(line: &[u8]) -> bool {
    serde_json::from_slice::<Frame<'_, IgnoredAny>>(line).is_ok_and(|frame| frame.into_line(vec![]).is_ok())
}

fn decode_foreign(line: &[u8]) -> Result<Line, NotALine> {
    let mut frame: Frame<'_, &RawValue> = serde_json::from_slice(line).map_err(|_| NotALine)?;
    let facts = std::mem::take(&mut frame.facts);
    let read =
        |raw: &RawValue| serde_json::from_str(raw.get()).unwrap_or_else(|_| Fact::Unknown(raw.get().into()));
    frame.into_line(facts.into_iter().map(read).collect())
}

impl<F> Frame<'_, F> {
    fn into_line(self, facts: Vec<Fact>) -> Result<Line, NotALine> {
        if self.s > STEP_NO_MAX {
            return Err(NotALine);
        }
        let w: RunId = self.w.parse().map_err(|_| NotALine)?;
        let by: Seat = self.by.parse().map_err(|_| NotALine)?;
        let t_ms = utc::read(self.t.as_bytes()).ok_or(NotALine)?;
        let part = match self.g {
            None => None,
            Some((first, i, n)) if first == self.s && 1 <= i && i <= n && n <= GROUP_LINES_MAX => {
                Some(Part { i, n })
            }
            Some(_) => return Err(NotALine),
        };
        Ok(Line {
            step: Step { s: self.s, w, at: Stamp { t_ms, m_ms: self.m }, by, facts, from: self.from },
            prev: Hash::from_hex(self.p.as_bytes()).ok_or(NotALine)?,
            part,
        })
    }
}
