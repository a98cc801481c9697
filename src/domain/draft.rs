//! Drafts: what somebody typed and has not saved. A draft is no fact: it stands beside the file and never in it,
//! belongs to the seat that typed it, and is gone once it is saved.

use serde::{Deserialize, Deserializer, Serialize};

use super::id::RunId;
use super::{History, Seat, StepNo};
use crate::text::Clean;

/// Most texts of one draft; no form has so many fields.
const TEXTS_MAX: usize = 16;

/// What stands in one field, or in the fields of one form.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Draft {
    /// Who typed it; nobody else is shown it.
    pub seat: Seat,
    /// The screen on which it was typed.
    pub place: Clean,
    /// Which field of it: the same name finds it again.
    pub field: Clean,
    /// What it is of, as people say it: a code, or the title of the form.
    #[serde(default)]
    pub about: Clean,
    /// The field is open: nobody has left it with Esc.
    #[serde(default)]
    pub open: bool,
    /// The step that saves it, and its run, while that is on its way to the disk.
    #[serde(default)]
    pub saved: Option<(RunId, StepNo)>,
    /// What was typed, as the place itself reads it. Nothing: the draft is gone.
    #[serde(default, deserialize_with = "still_typed")]
    pub texts: Vec<String>,
}

impl Draft {
    /// Whether this says that the draft is gone.
    pub fn is_gone(&self) -> bool {
        self.texts.is_empty()
    }

    /// Whether the step that saves it came to stand in the file.
    pub fn is_saved_in(&self, history: &History) -> bool {
        let written = |(run, s)| history.step(s).is_some_and(|step| step.w == run);
        self.saved.is_some_and(written)
    }

    /// Whether it stands in this field of this seat.
    pub fn is_in(&self, seat: Seat, place: &str, field: &str) -> bool {
        self.seat == seat && self.field.as_str() == field && self.place.as_str() == place
    }

    /// Whether both stand in the same field.
    pub fn is_of_field(&self, other: &Self) -> bool {
        self.is_in(other.seat, other.place.as_str(), other.field.as_str())
    }
}

/// Reads texts as they stood in their fields. They come from a file that anything may have happened to.
fn still_typed<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let texts = Vec::<String>::deserialize(deserializer)?;
    Ok(texts.iter().take(TEXTS_MAX).map(|text| cleaned(text)).collect())
}

/// A text without what could move a cursor, hide or reorder. The spaces around it stay: somebody is about to type
/// on behind them.
fn cleaned(raw: &str) -> String {
    let inside = raw.trim_matches(' ');
    let before = raw.len() - raw.trim_start_matches(' ').len();
    let behind = if inside.is_empty() { 0 } else { raw.len() - raw.trim_end_matches(' ').len() };
    format!("{}{}{}", " ".repeat(before), Clean::new(inside), " ".repeat(behind))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Draft {
        serde_json::from_str(line).unwrap()
    }

    #[test]
    fn a_draft_comes_back_as_it_was_typed_with_the_spaces_around_it() {
        let draft = Draft {
            seat: Seat::Team(2),
            place: Clean::new("interviews"),
            field: Clean::new("line 0000a3f9.17"),
            about: Clean::new("T2-I03"),
            open: true,
            saved: Some((RunId(0xa3f9), 17)),
            texts: vec![" -5 градусів ".to_owned(), "pain".to_owned(), String::new()],
        };
        assert_eq!(read(&serde_json::to_string(&draft).unwrap()), draft);
    }

    #[test]
    fn what_could_hide_or_move_a_cursor_is_taken_out_of_every_part() {
        let line = r#"{"seat":"F","place":"a\u001bb","field":"x\u202e","about":"\u0007","texts":[" a\u001b[2J\u0000b "]}"#;
        let draft = read(line);
        assert_eq!(draft.texts, [" a\u{FFFD}[2J\u{FFFD}b "]);
        let parts = [draft.place, draft.field, draft.about];
        assert!(
            parts.iter().all(|part| !part.as_str().contains(['\u{1b}', '\u{202e}', '\u{7}'])),
            "{parts:?}"
        );
    }

    #[test]
    fn spaces_alone_stay_spaces_and_a_thousand_texts_do_not_all_come_in() {
        assert_eq!((cleaned("   ").as_str(), cleaned("").as_str()), ("   ", ""));
        let many = vec!["\"x\""; 1_000].join(",");
        let line = format!(r#"{{"seat":"F","place":"a","field":"b","texts":[{many}]}}"#);
        assert_eq!(read(&line).texts.len(), TEXTS_MAX);
    }

    #[test]
    fn a_draft_is_found_by_its_seat_its_place_and_its_field() {
        let draft = read(r#"{"seat":"T2","place":"boards","field":"x","texts":["half"]}"#);
        assert!(draft.is_in(Seat::Team(2), "boards", "x"));
        let others =
            [(Seat::Team(3), "boards", "x"), (Seat::Team(2), "themes", "x"), (Seat::Team(2), "boards", "y")];
        assert!(others.iter().all(|(seat, place, field)| !draft.is_in(*seat, place, field)));
    }
}
