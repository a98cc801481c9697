//! The header of a damaged file: the line that the first step names, wherever it is found.

use std::path::Path;

use memchr::memmem;
use uuid::Uuid;

use super::as_written::{one_byte_off, own_hash, resealed};
use super::bench::Node;
use super::elsewhere::Elsewhere;
use super::pieces::{Kind, Piece};
use super::{Mend, Repairing};
use crate::store::error::StoreError;
use crate::store::format::{Header, VERSION, decode_header, encode_header};
use crate::store::hash::Hash;
use crate::store::shelf::Shelf;

/// How a header names its file.
const FILE: &[u8] = b"\"file\":\"";
/// How it names its generation.
const GENERATION: &[u8] = b"\"gen\":";
const UUID_BYTES: usize = 36;

/// A header.
pub(super) struct Head {
    pub header: Header,
    /// The hash by which the first step names it.
    pub hash: Hash,
    /// What had to be done to have it.
    pub mend: Option<Mend>,
}

/// Finds the header, and marks the piece that stands for it.
pub(super) fn find(
    pieces: &mut [Piece<'_>],
    nodes: &[Node],
    path: &Path,
    repairing: &Repairing<'_>,
) -> Result<Head, StoreError> {
    for piece in pieces.iter_mut() {
        if let Kind::Other(hash) = piece.kind
            && let Ok(header) = decode_header(piece.bytes)
        {
            piece.kind = Kind::Header;
            return known_version(Head { header, hash, mend: None }, path);
        }
    }
    let (Some(first), false) = (pieces.first_mut(), nodes.is_empty()) else {
        return Err(StoreError::NotASprint { path: path.to_owned() });
    };
    let text = if first.is_bad() { first.text() } else { &[] };
    if first.is_bad() && !first.is_conflict_mark() {
        first.kind = Kind::Header;
    }
    // Nodes stand in the order of the file so far.
    let wanted = nodes.first().map(|node| node.line.prev).or_else(|| own_hash(text));
    let made_ms = nodes.first().map_or(0, |node| node.line.step.at.t_ms);
    let found = wanted.and_then(|hash| mended(text, hash, path, repairing));
    let found = found.or_else(|| {
        Some(Head { header: rebuilt(text, made_ms)?, hash: wanted?, mend: Some(Mend::HeaderRebuilt) })
    });
    let head = found.ok_or_else(|| StoreError::Damaged { path: path.to_owned(), line: 1 })?;
    known_version(head, path)
}

fn known_version(head: Head, path: &Path) -> Result<Head, StoreError> {
    // What a newer program wrote is not rewritten, even where it could be read.
    match head.header.min.max(head.header.viche) {
        newer if newer > VERSION => Err(StoreError::NewerVersion { path: path.to_owned(), min: newer }),
        _ => Ok(head),
    }
}

fn mended(text: &[u8], hash: Hash, path: &Path, repairing: &Repairing<'_>) -> Option<Head> {
    let head = |header, mend| Some(Head { header, hash, mend: Some(mend) });
    if let Some(header) = resealed(text, hash).and_then(|line| decode_header(&line).ok()) {
        return head(header, Mend::HeaderFound);
    }
    let edited = decode_header(text).ok();
    if let Some(header) = edited.filter(|_| repairing.accept_edits) {
        return head(header, Mend::EditAccepted { step: 0 });
    }
    let by_search = || one_byte_off(text, hash).and_then(|line| decode_header(&line).ok());
    let found = by_search().or_else(|| elsewhere(text, hash, path, repairing));
    match found {
        Some(header) => head(header, Mend::HeaderFound),
        None => head(edited?, Mend::Edited { step: 0 }),
    }
}

/// The header of this hash, from a file that has it, or made of the generation before.
fn elsewhere(text: &[u8], hash: Hash, path: &Path, repairing: &Repairing<'_>) -> Option<Header> {
    let remembered = || Shelf::under(repairing.state_folder?, path)?.0.file();
    let places = Elsewhere::of(repairing.state_folder, path, file(text).or_else(remembered));
    places.headers().into_iter().find_map(|(known, header, last)| {
        let generation = header.generation.saturating_add(1);
        let next = Header { generation, prev: last, ..header };
        let is = |header: &Header| encode_header(header, &mut Vec::new()) == hash;
        (known == hash).then_some(header).or(Some(next).filter(is))
    })
}

/// A header with what can still be read: the file's own name, without which it would be another file.
fn rebuilt(text: &[u8], made_ms: i64) -> Option<Header> {
    let generation = generation(text).unwrap_or(1);
    Some(Header { generation, ..Header::new(file(text)?, made_ms) })
}

/// The file's own name, if it can be read in the first line.
pub(in crate::store) fn file(text: &[u8]) -> Option<Uuid> {
    let at = memmem::find(text, FILE)? + FILE.len();
    let name = std::str::from_utf8(text.get(at..at + UUID_BYTES)?).ok()?;
    Uuid::try_parse(name).ok()
}

fn generation(text: &[u8]) -> Option<u32> {
    let at = memmem::find(text, GENERATION)? + GENERATION.len();
    let digits: Vec<u8> = text[at..].iter().copied().take_while(u8::is_ascii_digit).collect();
    String::from_utf8(digits).ok()?.parse().ok()
}
