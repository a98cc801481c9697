//! Keys as a terminal sends them: characters, not places on a keyboard.

use std::fmt;
use std::str::FromStr;

/// One key press.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Key {
    /// A character, the space bar included.
    Char(char),
    /// Ctrl with a letter, always the Latin one.
    Ctrl(char),
    /// Enter.
    Enter,
    /// Esc.
    Esc,
    /// Tab.
    Tab,
    /// Shift with Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// An arrow.
    Up,
    /// An arrow.
    Down,
    /// An arrow.
    Left,
    /// An arrow.
    Right,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
}

const NAMED: [(&str, Key); 15] = [
    ("Enter", Key::Enter),
    ("Esc", Key::Esc),
    ("Tab", Key::Tab),
    ("Shift+Tab", Key::BackTab),
    ("Backspace", Key::Backspace),
    ("Delete", Key::Delete),
    ("↑", Key::Up),
    ("↓", Key::Down),
    ("←", Key::Left),
    ("→", Key::Right),
    ("PgUp", Key::PageUp),
    ("PgDn", Key::PageDown),
    ("Home", Key::Home),
    ("End", Key::End),
    ("Space", Key::Char(' ')),
];

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((name, _)) = NAMED.iter().find(|(_, key)| key == self) {
            return f.write_str(name);
        }
        match self {
            Self::Ctrl(letter) => write!(f, "Ctrl+{}", letter.to_ascii_uppercase()),
            Self::Char(c) => write!(f, "{c}"),
            _ => Ok(()),
        }
    }
}

/// The text names no key.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("no key of this name")]
pub struct NoSuchKey;

impl FromStr for Key {
    type Err = NoSuchKey;
    /// Reads what [`fmt::Display`] writes; arrows also as `Up`, `Down`, `Left`, `Right`.
    fn from_str(text: &str) -> Result<Self, NoSuchKey> {
        let arrows = [("Up", Self::Up), ("Down", Self::Down), ("Left", Self::Left), ("Right", Self::Right)];
        if let Some((_, key)) = NAMED.iter().chain(&arrows).find(|(name, _)| *name == text) {
            return Ok(*key);
        }
        let one = |text: &str| {
            let mut chars = text.chars();
            chars.next().filter(|_| chars.next().is_none())
        };
        match text.strip_prefix("Ctrl+").and_then(one) {
            Some(letter) if letter.is_ascii_alphabetic() => Ok(Self::Ctrl(letter.to_ascii_lowercase())),
            Some(_) | None => one(text).map(Self::Char).ok_or(NoSuchKey),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_reads_back_from_its_name() {
        for (_, key) in NAMED {
            assert_eq!(key.to_string().parse(), Ok(key));
        }
        assert_eq!("Ctrl+P".parse(), Ok(Key::Ctrl('p')));
        assert_eq!("ї".parse(), Ok(Key::Char('ї')));
        assert_eq!("Ctrl+?".parse::<Key>(), Err(NoSuchKey));
    }
}
