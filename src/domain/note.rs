//! Notes: one observation each, one line.

use serde::{Deserialize, Serialize};

use super::erasure::MARK;
use super::fact::Touched;
use super::id::{InterviewId, NoteId, ThemeId};
use super::link::Thing;
use super::{Fact as AnyFact, NOTE_CHARS_MAX, Refusal, Sprint};
use crate::text::Clean;

/// What a note is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// An observation.
    #[default]
    Plain,
    /// The respondent's own words.
    Quote,
    /// Something that hurts.
    Pain,
    /// Something needed.
    Need,
    /// Something done.
    Behaviour,
    /// The respondent's idea.
    Idea,
    /// Something nobody expected.
    Surprise,
    /// A number.
    Metric,
    /// The interviewer's own interpretation: no evidence.
    Own,
    /// To be asked later: no evidence.
    AskLater,
}

impl Kind {
    /// All, in the order of the legend.
    pub const ALL: [Self; 10] = [
        Self::Plain,
        Self::Quote,
        Self::Pain,
        Self::Need,
        Self::Behaviour,
        Self::Idea,
        Self::Surprise,
        Self::Metric,
        Self::Own,
        Self::AskLater,
    ];

    /// The sign it is typed with; a plain note has none.
    pub fn sign(self) -> Option<char> {
        match self {
            Self::Plain => None,
            Self::Quote => Some('"'),
            Self::Pain => Some('-'),
            Self::Need => Some('*'),
            Self::Behaviour => Some('='),
            Self::Idea => Some('+'),
            Self::Surprise => Some('!'),
            Self::Metric => Some('%'),
            Self::Own => Some('('),
            Self::AskLater => Some('?'),
        }
    }

    /// Reads a sign, also the ones that phones, word processors and old keyboards put in its place.
    pub fn from_sign(sign: char) -> Option<Self> {
        Some(match sign {
            '"' | '«' | '„' | '“' | '”' => Self::Quote,
            '-' | '–' | '—' => Self::Pain,
            '*' | '•' => Self::Need,
            '=' => Self::Behaviour,
            '+' => Self::Idea,
            '!' => Self::Surprise,
            '%' => Self::Metric,
            '(' => Self::Own,
            '?' => Self::AskLater,
            _ => return None,
        })
    }

    /// Whether notes of this kind count as evidence.
    pub fn is_evidence(self) -> bool {
        !matches!(self, Self::Own | Self::AskLater)
    }

    /// The next kind in the legend, around.
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|kind| *kind == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }
}

/// Reads one typed line: the sign before it, if any, and the words. A leading space means that the line is
/// taken as it is.
pub fn read_line(line: &str) -> (Kind, &str) {
    let mut chars = line.chars();
    match chars.next().and_then(Kind::from_sign) {
        Some(kind) => (kind, chars.as_str().trim()),
        None => (Kind::Plain, line.trim()),
    }
}

/// A note.
#[derive(Clone, PartialEq, Debug)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// The number in `N0412`.
    pub code: u32,
    /// The interview it was heard in.
    pub interview: InterviewId,
    /// What it is.
    pub kind: Kind,
    /// Its words.
    pub text: Clean,
    /// Section of the guide, from 0.
    pub section: u8,
    /// Milliseconds of the interview's clock when it was written.
    pub offset_ms: u64,
    /// Not for the room.
    pub held: bool,
    /// Crossed out.
    pub crossed: bool,
    /// The theme it lies in; loose without one. A note is one card on one wall, so it lies in one place.
    pub theme: Option<ThemeId>,
    /// Themes it was refused for, so that they are not suggested again.
    pub refused: Vec<ThemeId>,
    /// Notes that say something else although they look the same, so that they are not shown as a pair again.
    pub apart: Vec<NoteId>,
}

/// What becomes true of a note.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// It was written.
    Added {
        /// Its id.
        id: NoteId,
        /// The number in `N0412`.
        code: u32,
        /// The interview it was heard in.
        interview: InterviewId,
        /// What it is.
        kind: Kind,
        /// Its words.
        text: Clean,
        /// Section of the guide, from 0.
        section: u8,
        /// Milliseconds of the interview's clock.
        offset_ms: u64,
    },
    /// It says something else.
    Worded {
        /// Which.
        id: NoteId,
        /// Its new words.
        text: Clean,
    },
    /// It is of another kind.
    Kinded {
        /// Which.
        id: NoteId,
        /// Its new kind.
        kind: Kind,
    },
    /// It is not for the room, or is again.
    Held {
        /// Which.
        id: NoteId,
        /// Not for the room.
        held: bool,
    },
    /// It is taken out, or put back.
    Crossed {
        /// Which.
        id: NoteId,
        /// Taken out.
        crossed: bool,
    },
    /// They lie in this theme now, or loose.
    Filed {
        /// Which.
        notes: Vec<NoteId>,
        /// Where.
        theme: Option<ThemeId>,
    },
    /// It does not belong there; not to be suggested again.
    Refused {
        /// Which.
        id: NoteId,
        /// Where not.
        theme: ThemeId,
    },
    /// It does not say the same as another one, however alike they look; not to be shown as a pair again.
    Apart {
        /// Which.
        id: NoteId,
        /// From which other one.
        other: NoteId,
    },
}

impl Fact {
    pub(super) fn touches(&self) -> Vec<Touched> {
        let note = |id: &NoteId| Touched::Thing(Thing::Note(*id));
        match self {
            Self::Added { id, interview, .. } => vec![Touched::Interview(*interview), note(id)],
            Self::Worded { id, .. }
            | Self::Kinded { id, .. }
            | Self::Held { id, .. }
            | Self::Crossed { id, .. }
            | Self::Refused { id, .. } => vec![note(id)],
            Self::Filed { notes, .. } => notes.iter().map(note).collect(),
            Self::Apart { id, other } => vec![note(id), note(other)],
        }
    }

    pub(super) fn texts(&mut self) -> Vec<&mut Clean> {
        match self {
            Self::Added { text, .. } | Self::Worded { text, .. } => vec![text],
            Self::Kinded { .. }
            | Self::Held { .. }
            | Self::Crossed { .. }
            | Self::Filed { .. }
            | Self::Refused { .. }
            | Self::Apart { .. } => Vec::new(),
        }
    }

    /// Takes the words out. Answers whether there were any.
    pub(super) fn forget(&mut self) -> bool {
        match self {
            Self::Added { text, .. } | Self::Worded { text, .. } => {
                let blank = Clean::new(MARK);
                std::mem::replace(text, blank.clone()) != blank
            }
            Self::Kinded { .. }
            | Self::Held { .. }
            | Self::Crossed { .. }
            | Self::Filed { .. }
            | Self::Refused { .. }
            | Self::Apart { .. } => false,
        }
    }

    pub(super) fn apply(&self, sprint: &mut Sprint) {
        match self {
            Self::Added { id, code, interview, kind, text, section, offset_ms } => {
                sprint.add_note(Note {
                    id: *id,
                    code: *code,
                    interview: *interview,
                    kind: *kind,
                    text: text.clone(),
                    section: *section,
                    offset_ms: *offset_ms,
                    held: false,
                    crossed: false,
                    theme: None,
                    refused: Vec::new(),
                    apart: Vec::new(),
                });
            }
            Self::Worded { id, text } => sprint.change_note(*id, |note| note.text = text.clone()),
            Self::Kinded { id, kind } => sprint.change_note(*id, |note| note.kind = *kind),
            Self::Held { id, held } => sprint.change_note(*id, |note| note.held = *held),
            Self::Crossed { id, crossed } => sprint.change_note(*id, |note| note.crossed = *crossed),
            Self::Filed { notes, theme } => {
                let theme = theme.filter(|&id| sprint.themes.get(id).is_some_and(|theme| !theme.removed));
                for id in notes {
                    sprint.change_note(*id, |note| note.theme = theme);
                }
            }
            Self::Refused { id, theme } => sprint.change_note(*id, |note| {
                if !note.refused.contains(theme) {
                    note.refused.push(*theme);
                }
            }),
            Self::Apart { id, other } => {
                let both = [*id, *other];
                if id == other || both.iter().any(|id| sprint.notes.get(*id).is_none()) {
                    return;
                }
                for (one, other) in [(*id, *other), (*other, *id)] {
                    sprint.change_note(one, |note| {
                        if !note.apart.contains(&other) {
                            note.apart.push(other);
                        }
                    });
                }
            }
        }
    }
}

/// Whether these words can be a note.
pub fn check_text(text: &Clean) -> Result<(), Refusal> {
    if text.is_empty() {
        return Err(Refusal::NoteEmpty);
    }
    if text.as_str().chars().count() > NOTE_CHARS_MAX {
        return Err(Refusal::NoteTooLong);
    }
    Ok(())
}

impl Sprint {
    /// Says a note in other words.
    pub fn word_note(&self, id: NoteId, text: &Clean) -> Result<Vec<AnyFact>, Refusal> {
        check_text(text)?;
        let note = self.notes.get(id).ok_or(Refusal::Gone)?;
        if note.text == *text {
            return Err(Refusal::NothingChanged);
        }
        Ok(vec![Fact::Worded { id, text: text.clone() }.into()])
    }

    /// Holds a note back from the room, or lets it be shown again.
    pub fn hold_note(&self, id: NoteId, held: bool) -> Result<Vec<AnyFact>, Refusal> {
        let note = self.notes.get(id).ok_or(Refusal::Gone)?;
        if note.held == held {
            return Err(Refusal::NothingChanged);
        }
        Ok(vec![Fact::Held { id, held }.into()])
    }

    /// Puts notes into a theme. Refuses when they all lie there already.
    pub fn file_notes(&self, notes: &[NoteId], theme: ThemeId) -> Result<Vec<AnyFact>, Refusal> {
        let there = self.themes.get(theme).ok_or(Refusal::Gone)?;
        if there.removed {
            return Err(Refusal::Gone);
        }
        let moving: Vec<NoteId> = notes
            .iter()
            .copied()
            .filter(|&id| self.notes.get(id).is_some_and(|note| note.theme != Some(theme)))
            .collect();
        if moving.is_empty() {
            return Err(Refusal::AlreadyThere);
        }
        Ok(vec![Fact::Filed { notes: moving, theme: Some(theme) }.into()])
    }

    /// Remembers that two notes don't say the same, however alike they look.
    pub fn tell_apart(&self, id: NoteId, other: NoteId) -> Result<Vec<AnyFact>, Refusal> {
        let note = self.notes.get(id).ok_or(Refusal::Gone)?;
        self.notes.get(other).ok_or(Refusal::Gone)?;
        if id == other || note.apart.contains(&other) {
            return Err(Refusal::NothingChanged);
        }
        Ok(vec![Fact::Apart { id, other }.into()])
    }

    /// Takes notes out of their themes.
    pub fn loosen_notes(&self, notes: &[NoteId]) -> Result<Vec<AnyFact>, Refusal> {
        let moving: Vec<NoteId> = notes
            .iter()
            .copied()
            .filter(|&id| self.notes.get(id).is_some_and(|note| note.theme.is_some()))
            .collect();
        if moving.is_empty() {
            return Err(Refusal::NothingChanged);
        }
        Ok(vec![Fact::Filed { notes: moving, theme: None }.into()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_character_says_what_a_note_is() {
        assert_eq!(read_line("\" I gave it twice"), (Kind::Quote, "I gave it twice"));
        assert_eq!(read_line("— черга з шостої"), (Kind::Pain, "черга з шостої"));
        assert_eq!(read_line("•потрібен пандус"), (Kind::Need, "потрібен пандус"));
        assert_eq!(read_line("ходить разом із сусідкою"), (Kind::Plain, "ходить разом із сусідкою"));
    }

    #[test]
    fn a_leading_space_takes_the_line_literally() {
        assert_eq!(read_line(" -5 degrees in the corridor"), (Kind::Plain, "-5 degrees in the corridor"));
    }

    #[test]
    fn own_thoughts_are_no_evidence() {
        assert!(!Kind::Own.is_evidence() && !Kind::AskLater.is_evidence() && Kind::Surprise.is_evidence());
    }
}
