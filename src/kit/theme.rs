//! Colours by role. The default uses the terminal's own colours, so that it looks right on whatever is there
//! and asks the terminal nothing; without colour the modifiers alone carry the difference.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of the screen is for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Role {
    /// Text.
    Text,
    /// Text that steps back.
    Muted,
    /// Text that matters most here.
    Strong,
    /// The one accent: where the eye should go.
    Accent,
    /// A key of the bar.
    Key,
    /// A border.
    Border,
    /// The border of the pane with the cursor.
    BorderOn,
    /// The row with the cursor.
    Cursor,
    /// A marked row.
    Marked,
    /// Something good or finished.
    Good,
    /// Overtime, refused, missing: quiet, never an alarm.
    Warn,
    /// The bar while text is written.
    Writing,
    /// A filled part of a bar.
    Fill,
    /// The empty part of a bar.
    Empty,
    /// A team, by its number.
    Team(u8),
}

/// How the roles look.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Theme {
    /// The terminal's own sixteen colours.
    Terminal,
    /// No colour at all: NO_COLOR, or the setting.
    Plain,
}

impl Theme {
    /// The style of a role.
    pub fn style(self, role: Role) -> Style {
        match self {
            Self::Terminal => terminal(role),
            Self::Plain => plain(role),
        }
    }
}

fn terminal(role: Role) -> Style {
    let style = Style::new();
    match role {
        Role::Text => style,
        Role::Muted => style.fg(Color::DarkGray),
        Role::Strong => style.add_modifier(Modifier::BOLD),
        Role::Accent => style.fg(Color::Cyan).add_modifier(Modifier::BOLD),
        Role::Key => style.fg(Color::Cyan),
        Role::Border | Role::Empty => style.fg(Color::DarkGray),
        Role::BorderOn => style.fg(Color::Cyan),
        Role::Cursor => style.fg(Color::Reset).bg(Color::Reset).add_modifier(Modifier::REVERSED),
        Role::Marked => style.fg(Color::Yellow).add_modifier(Modifier::BOLD),
        Role::Good => style.fg(Color::Green),
        Role::Warn => style.fg(Color::Yellow),
        Role::Writing => style.fg(Color::Black).bg(Color::Yellow),
        Role::Fill => style.fg(Color::Cyan),
        Role::Team(n) => style.fg(team_colour(n)),
    }
}

fn plain(role: Role) -> Style {
    let style = Style::new();
    match role {
        Role::Text | Role::Border | Role::Empty | Role::Fill | Role::Good => style,
        Role::Muted => style.add_modifier(Modifier::DIM),
        Role::Strong | Role::Accent | Role::Key | Role::BorderOn | Role::Warn | Role::Team(_) => {
            style.add_modifier(Modifier::BOLD)
        }
        Role::Marked => style.add_modifier(Modifier::UNDERLINED),
        Role::Cursor | Role::Writing => style.add_modifier(Modifier::REVERSED),
    }
}

fn team_colour(n: u8) -> Color {
    const COLOURS: [Color; 6] =
        [Color::Blue, Color::Green, Color::Magenta, Color::Cyan, Color::Yellow, Color::Red];
    COLOURS[usize::from(n.saturating_sub(1)) % COLOURS.len()]
}
