//! How a note's kind looks and what it is called, the same on every screen.

use super::Cx;
use super::theme::Role;
use crate::domain::note::Kind;
use crate::words::{Phrase, Words};

/// The colour of a kind's sign.
pub fn kind_role(kind: Kind) -> Role {
    match kind {
        Kind::Pain => Role::Warn,
        Kind::Quote | Kind::Need => Role::Key,
        Kind::Surprise | Kind::Idea => Role::Accent,
        Kind::Plain | Kind::Behaviour | Kind::Metric | Kind::Own | Kind::AskLater => Role::Muted,
    }
}

/// The words of a kind.
pub fn kind_words(kind: Kind, cx: &Cx<'_>) -> Phrase {
    kind_said(kind, cx.words)
}

/// The same where there is no screen.
pub fn kind_said(kind: Kind, words: &Words) -> Phrase {
    words.say(match kind {
        Kind::Plain => "kind-plain",
        Kind::Quote => "kind-quote",
        Kind::Pain => "kind-pain",
        Kind::Need => "kind-need",
        Kind::Behaviour => "kind-behaviour",
        Kind::Idea => "kind-idea",
        Kind::Surprise => "kind-surprise",
        Kind::Metric => "kind-metric",
        Kind::Own => "kind-own",
        Kind::AskLater => "kind-ask-later",
    })
}
