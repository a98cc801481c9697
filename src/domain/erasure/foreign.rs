//! Facts of kinds that this version does not know: JSON, of which only the strings are looked at. All else of it
//! stays byte for byte.

use std::ops::Range;
use std::sync::Arc;

use super::{MARK, Traces};
use crate::domain::id::{Id, InterviewId, NoteId};
use crate::text::Alike;

/// Longest string that can be a name of the format.
const NAME_BYTES_MAX: usize = 40;

/// Blanks what a respondent said. Where the fact names an interview or a note of theirs, every string is taken for
/// their words that can be nothing else. Answers whether anything was blanked.
pub(super) fn blank(raw: &mut Arc<str>, traces: &Traces, alike: &mut Alike) -> bool {
    let strings = strings(raw);
    let own = strings.iter().any(|(_, text)| names_them(text, traces));
    let (mut left, mut at) = (String::new(), 0);
    for (place, text) in strings {
        let blanked = match own && is_words(&text) {
            true => Some(MARK.to_owned()),
            false => traces.said.blanked(&text, alike).map(|left| left.as_str().to_owned()),
        };
        let json = blanked.filter(|left| *left != text).and_then(|left| serde_json::to_string(&left).ok());
        if let Some(json) = json {
            left.push_str(&raw[at..place.start]);
            left.push_str(&json);
            at = place.end;
        }
    }
    if at > 0 {
        left.push_str(&raw[at..]);
        *raw = left.into();
    }
    at > 0
}

fn names_them(text: &str, traces: &Traces) -> bool {
    let id = text.parse::<Id>();
    id.is_ok_and(|id| traces.interviews.contains(&InterviewId(id)) || traces.notes.contains(&NoteId(id)))
}

/// Whether a string is neither an id nor a name of the format such as `worded`.
fn is_words(text: &str) -> bool {
    let of_format = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'.');
    text.len() > NAME_BYTES_MAX || !text.bytes().all(of_format)
}

/// The strings of a JSON text, names of fields included, and where each stands with its quotes.
fn strings(json: &str) -> Vec<(Range<usize>, String)> {
    let (mut strings, mut at) = (Vec::new(), 0);
    while let Some(start) = json[at..].find('"').map(|found| at + found) {
        let Some(end) = end_of_string(json, start) else { break };
        // What can't be read is left to the search of the whole file.
        if let Ok(text) = serde_json::from_str(&json[start..end]) {
            strings.push((start..end, text));
        }
        at = end;
    }
    strings
}

/// Behind the quote that closes the string that opens at `start`.
fn end_of_string(json: &str, start: usize) -> Option<usize> {
    let mut escaped = false;
    let closes = json.bytes().skip(start + 1).position(|byte| {
        let closes = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        closes
    });
    closes.map(|at| start + 1 + at + 1)
}
