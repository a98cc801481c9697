//! Signs that mean the same in every language, chosen from those that common terminal fonts have.

use crate::domain::note::Kind;

/// A sign. Only this module makes them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Glyph(&'static str);

impl Glyph {
    /// Nothing was said of it.
    pub const UNKNOWN: Self = Self("?");
    /// The cursor of a list.
    pub const CURSOR: Self = Self("▸");
    /// Marked.
    pub const MARK: Self = Self("◆");
    /// Done, agreed.
    pub const DONE: Self = Self("✓");
    /// Runs, or is where one is.
    pub const RUNS: Self = Self("▶");
    /// Paused.
    pub const PAUSED: Self = Self("║");
    /// Open.
    pub const OPEN: Self = Self("▫");
    /// Left out.
    pub const SKIPPED: Self = Self("–");
    /// Between parts of a line.
    pub const DOT: Self = Self("·");
    /// Look here.
    pub const WARN: Self = Self("⚠");
    /// Moved up.
    pub const UP: Self = Self("▲");
    /// Moved down.
    pub const DOWN: Self = Self("▼");
    /// Leads to.
    pub const ARROW: Self = Self("→");
    /// Comes from.
    pub const FROM: Self = Self("←");
    /// Speaks against it.
    pub const AGAINST: Self = Self("≠");
    /// Of.
    pub const SLASH: Self = Self("/");
    /// Up to.
    pub const DASH: Self = Self("–");
    /// There is more of it.
    pub const MORE: Self = Self("…");
    /// More below.
    pub const MORE_BELOW: Self = Self("↓");
    /// More above.
    pub const MORE_ABOVE: Self = Self("↑");
    /// The prompt of a field.
    pub const PROMPT: Self = Self(">");
    /// Held back from the room.
    pub const HELD: Self = Self("▪");
    /// Does not count.
    pub const ASIDE: Self = Self("×");
    /// Practice.
    pub const PRACTICE: Self = Self("◌");
    /// The outlier tray.
    pub const TRAY: Self = Self("▫");
    /// Studied: it has teams and interviews.
    pub const STUDIED: Self = Self("◎");
    /// The first row of several that can't be told apart.
    pub const BAND_FIRST: Self = Self("╭");
    /// A row between the first and the last of a band.
    pub const BAND_MIDDLE: Self = Self("│");
    /// The last row of a band.
    pub const BAND_LAST: Self = Self("╰");
    /// The upper third of a scale.
    pub const HIGH: Self = Self("●");
    /// The middle third of a scale.
    pub const MIDDLE: Self = Self("◎");
    /// The lower third of a scale.
    pub const LOW: Self = Self("◌");
    /// The middle of a bar.
    pub const MEDIAN: Self = Self("●");
    /// How far something may be off, upwards and downwards.
    pub const SPREAD: Self = Self("╎");
    /// Half way up or down.
    pub const HALF_ACROSS: Self = Self("┄");
    /// Half way to the right.
    pub const HALF_DOWN: Self = Self("┆");
    /// It is to be made.
    pub const NEW: Self = Self("+");
    /// The same in another script.
    pub const TWINS: Self = Self("⇄");
    /// A rule across the screen, one column of it.
    pub const RULE: Self = Self("┄");
    /// A line across the screen, one column of it.
    pub const LINE: Self = Self("─");

    /// The sign itself.
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

/// A bar of one column, for a share of 0 to 1. Something is never shown as nothing.
pub fn level_glyph(share: f64) -> Glyph {
    const LEVELS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
    let eighths = (share.clamp(0.0, 1.0) * 8.0).ceil() as usize;
    Glyph(LEVELS[eighths.clamp(1, 8) - 1])
}

/// The symbol of a team, by its number: together with the colour it is unlike its neighbours'.
pub fn team_glyph(code: u32) -> Glyph {
    const SYMBOLS: [&str; 12] = ["●", "▲", "■", "◆", "▼", "◎", "►", "△", "□", "◇", "▽", "◊"];
    Glyph(SYMBOLS[(code.saturating_sub(1) as usize) % SYMBOLS.len()])
}

/// The sign of a note's kind, as it is typed.
pub fn kind_glyph(kind: Kind) -> Glyph {
    Glyph(match kind {
        Kind::Plain => "·",
        Kind::Quote => "\"",
        Kind::Pain => "-",
        Kind::Need => "*",
        Kind::Behaviour => "=",
        Kind::Idea => "+",
        Kind::Surprise => "!",
        Kind::Metric => "%",
        Kind::Own => "(",
        Kind::AskLater => "?",
    })
}
