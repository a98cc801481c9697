//! The command row: one list for everything that knows of commands.

use super::{Cx, Verb};
use crate::domain::Refusal;

/// A command and all that the program knows of it. Keys, the bar's hints, the list of all commands, help and
/// the key table of the manual read this row; its words stand in the locales under its name.
pub struct Command<S: 'static> {
    /// `themes.merge`: its name in the manual; `command-themes-merge` and `command-themes-merge-long` are its
    /// words, short for the bar and a sentence for help.
    pub name: &'static str,
    /// The verb, which names its keys.
    pub verb: Verb,
    /// Whether it can run now. What belongs to another picture of the screen says [`Reason::Elsewhere`].
    pub ready: fn(&S, &Cx<'_>) -> Result<(), Reason>,
    /// Proposes facts, effects or an overlay through the context.
    pub run: fn(&mut S, &mut Cx<'_>),
}

/// Why a command can't run now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reason {
    /// It belongs to another picture: not shown at all.
    Elsewhere,
    /// This message of the locales, shown on the greyed row.
    Say(&'static str),
    /// The sprint's rules say no.
    Refused(Refusal),
    /// It changes the sprint, which is only read.
    OnlyToRead,
}

impl From<Refusal> for Reason {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// Ready at any time.
pub fn always<S>(_: &S, _: &Cx<'_>) -> Result<(), Reason> {
    Ok(())
}
