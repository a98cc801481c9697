//! Suggests groups for a note, with the words that each suggestion rests on. So far it knows its types only.

/// What was learnt from the groups so far and from the pile of other texts.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Learnt {}

/// A group that a text may belong to.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The group, by the number under which it was learnt.
    pub group: usize,
    /// How alike text and group are, 0 to 1.
    pub score: f32,
    /// At most three words of the text that speak for the group, as they are spelled there.
    pub words: Vec<String>,
}

/// Learns from the texts of each group, and from a pile of other texts how common words are.
pub fn learn(_groups: &[Vec<&str>], _pile: &mut dyn Iterator<Item = &str>) -> Learnt {
    Learnt {}
}

impl Learnt {
    /// The groups that fit best, at most `most`.
    pub fn suggest(&self, _text: &str, _most: usize) -> Vec<Suggestion> {
        Vec::new()
    }

    /// A text was put into a group.
    pub fn add(&mut self, _group: usize, _text: &str) {}

    /// A text was taken out of a group.
    pub fn remove(&mut self, _group: usize, _text: &str) {}
}
