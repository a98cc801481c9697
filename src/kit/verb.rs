//! Verbs: one letter means one thing on every screen. A command row names its verb, and with it its keys.

use super::Key;

/// What a key asks for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Verb {
    /// Forward: open, sit down, take.
    Open,
    /// One step back.
    Back,
    /// Mark.
    Mark,
    /// Next pane.
    NextPane,
    /// Previous pane.
    PrevPane,
    /// Add a new thing of this pane.
    Add,
    /// Edit its words.
    Edit,
    /// Cross out: cut, skip, remove; kept and undoable.
    Cross,
    /// Move or send to a target, whose label follows.
    Move,
    /// Set a kind or state from the list shown.
    Kind,
    /// Next one that is due.
    Next,
    /// Done, asked, agreed, closed.
    Done,
    /// More, later, or take what is offered.
    More,
    /// Less, earlier, or refuse it.
    Less,
    /// Start or pause the selected clock.
    Clock,
    /// Borrow minutes.
    Borrow,
    /// Stop all clocks; again: go on.
    StopAll,
    /// The other picture of the same data.
    View,
    /// Filter.
    Filter,
    /// Find.
    Find,
    /// Why: what it rests on.
    Why,
    /// Onward: what came of it.
    Onward,
    /// Show or cover what is held back.
    Reveal,
    /// Not for the room.
    Hold,
    /// Next team's curtain, or hand over.
    Turn,
    /// One line to the parking lot.
    Park,
    /// Black the screen.
    Black,
    /// Propose.
    Propose,
    /// Merge two.
    Join,
    /// Split one.
    Split,
    /// Take in a file.
    TakeIn,
    /// Late: plans for the rest of the day.
    Late,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// Every command by name.
    All,
    /// Help for this screen.
    Help,
    /// Quit.
    Quit,
    /// A place, by its digit.
    Place(char),
    /// No key: found in the list of all commands by its name.
    Named,
}

/// The keys of each verb, the one that is shown first. Letters are places on the keyboard, whatever the
/// layout; signs are characters.
const KEYS: &[(Verb, &[Key])] = &[
    (Verb::Open, &[Key::Enter]),
    (Verb::Back, &[Key::Esc]),
    (Verb::Mark, &[Key::Char(' ')]),
    (Verb::NextPane, &[Key::Tab]),
    (Verb::PrevPane, &[Key::BackTab]),
    (Verb::Add, &[Key::Char('a')]),
    (Verb::Edit, &[Key::Char('e')]),
    (Verb::Cross, &[Key::Char('x')]),
    (Verb::Move, &[Key::Char('m')]),
    (Verb::Kind, &[Key::Char('k')]),
    (Verb::Next, &[Key::Char('n')]),
    (Verb::Done, &[Key::Char('d')]),
    (Verb::More, &[Key::Char('='), Key::Char('+')]),
    (Verb::Less, &[Key::Char('-')]),
    (Verb::Clock, &[Key::Char('c')]),
    (Verb::Borrow, &[Key::Char('b')]),
    (Verb::StopAll, &[Key::Char('!'), Key::Ctrl('p')]),
    (Verb::View, &[Key::Char('v')]),
    (Verb::Filter, &[Key::Char('f')]),
    (Verb::Find, &[Key::Char('.'), Key::Char('/'), Key::Ctrl('f')]),
    (Verb::Why, &[Key::Char('w')]),
    (Verb::Onward, &[Key::Char('o')]),
    (Verb::Reveal, &[Key::Char('r')]),
    (Verb::Hold, &[Key::Char('h')]),
    (Verb::Turn, &[Key::Char('t')]),
    (Verb::Park, &[Key::Char('p')]),
    (Verb::Black, &[Key::Char('z')]),
    (Verb::Propose, &[Key::Char('g')]),
    (Verb::Join, &[Key::Char('j')]),
    (Verb::Split, &[Key::Char('s')]),
    (Verb::TakeIn, &[Key::Char('i')]),
    (Verb::Late, &[Key::Char('l')]),
    (Verb::Undo, &[Key::Char('u'), Key::Ctrl('z')]),
    (Verb::Redo, &[Key::Char('y'), Key::Ctrl('y')]),
    (Verb::All, &[Key::Char(':'), Key::Char(';')]),
    (Verb::Help, &[Key::Char('?'), Key::Char(',')]),
    (Verb::Quit, &[Key::Char('q')]),
];

impl Verb {
    /// Its keys, the one that is shown first.
    pub fn keys(self) -> &'static [Key] {
        match self {
            Self::Place(digit) => place_keys(digit),
            _ => KEYS.iter().find(|(verb, _)| *verb == self).map_or(&[], |(_, keys)| keys),
        }
    }

    /// Whether each of its commands changes the sprint. Those of the others may: what a command does in the end is
    /// seen by its facts.
    pub fn changes(self) -> bool {
        match self {
            Self::Add
            | Self::Edit
            | Self::Cross
            | Self::Move
            | Self::Kind
            | Self::Done
            | Self::More
            | Self::Less
            | Self::Clock
            | Self::Borrow
            | Self::StopAll
            | Self::Hold
            | Self::Turn
            | Self::Park
            | Self::Join
            | Self::Split
            | Self::TakeIn
            | Self::Late
            | Self::Undo
            | Self::Redo => true,
            Self::Open
            | Self::Back
            | Self::Mark
            | Self::NextPane
            | Self::PrevPane
            | Self::Next
            | Self::View
            | Self::Filter
            | Self::Find
            | Self::Why
            | Self::Onward
            | Self::Reveal
            | Self::Black
            | Self::Propose
            | Self::All
            | Self::Help
            | Self::Quit
            | Self::Place(_)
            | Self::Named => false,
        }
    }

    /// Every verb with its keys.
    pub fn all() -> impl Iterator<Item = (Self, &'static [Key])> {
        KEYS.iter().copied()
    }
}

fn place_keys(digit: char) -> &'static [Key] {
    const DIGITS: [Key; 10] = [
        Key::Char('0'),
        Key::Char('1'),
        Key::Char('2'),
        Key::Char('3'),
        Key::Char('4'),
        Key::Char('5'),
        Key::Char('6'),
        Key::Char('7'),
        Key::Char('8'),
        Key::Char('9'),
    ];
    let at = digit.to_digit(10).unwrap_or(0) as usize;
    std::slice::from_ref(&DIGITS[at])
}
