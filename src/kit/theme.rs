//! Colours by role. The usual theme takes the terminal's own colours, so that it looks right on whatever is there
//! and asks the terminal nothing; the others paint what is behind the letters, too. Without colour the
//! modifiers alone carry the difference.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

use super::depth::Depth;
use super::palette::{DARK, LIGHT, On, PROJECTOR, Palette, Rgb, TEAM_COLOURS};

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

/// Where the colours come from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Paint {
    /// The terminal's own sixteen, on its own ground.
    Terminal,
    /// Light on dark.
    Dark,
    /// Dark on light.
    Light,
    /// Black on white, to be read from afar.
    Projector,
}

impl Paint {
    /// All, the usual one first.
    pub const ALL: [Self; 4] = [Self::Terminal, Self::Dark, Self::Light, Self::Projector];

    /// Its name in the settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Projector => "projector",
        }
    }

    /// The one of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paint| paint.name() == name)
    }

    /// The one after it; after the last the first.
    pub fn next(self) -> Self {
        match self {
            Self::Terminal => Self::Dark,
            Self::Dark => Self::Light,
            Self::Light => Self::Projector,
            Self::Projector => Self::Terminal,
        }
    }

    fn palette(self) -> Option<&'static Palette> {
        match self {
            Self::Terminal => None,
            Self::Dark => Some(&DARK),
            Self::Light => Some(&LIGHT),
            Self::Projector => Some(&PROJECTOR),
        }
    }
}

/// How the roles look.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Theme {
    /// Where the colours come from.
    pub paint: Paint,
    /// How many of them the terminal shows.
    pub depth: Depth,
}

impl Theme {
    /// The terminal's own colours.
    pub const TERMINAL: Self = Self { paint: Paint::Terminal, depth: Depth::True };
    /// No colour at all.
    pub const PLAIN: Self = Self { paint: Paint::Terminal, depth: Depth::None };

    /// The style of a role.
    pub fn style(self, role: Role) -> Style {
        match (self.depth, self.paint.palette()) {
            (Depth::None, _) => plain(role),
            (Depth::Sixteen | Depth::Indexed | Depth::True, None) => terminal(role),
            (Depth::Sixteen | Depth::Indexed | Depth::True, Some(palette)) => {
                painted(role, palette, self.depth)
            }
        }
    }

    /// What is painted behind everything; `None`: nothing, the terminal's own ground shows.
    fn ground(self) -> Option<(Color, Color)> {
        let palette = self.paint.palette().filter(|_| self.depth != Depth::None)?;
        Some((self.depth.nearest(palette.text), self.depth.nearest(palette.ground)))
    }

    /// Whether it paints what is behind the letters.
    pub fn is_painted(self) -> bool {
        self.ground().is_some()
    }

    /// Puts the theme's text colour and ground wherever nothing else was chosen: the last touch of a frame.
    pub fn paint_ground(self, buf: &mut Buffer) {
        let Some((text, ground)) = self.ground() else { return };
        for cell in &mut buf.content {
            if cell.fg == Color::Reset {
                cell.fg = text;
            }
            if cell.bg == Color::Reset {
                cell.bg = ground;
            }
        }
    }

    /// Makes the frame black, whatever the theme and the terminal are.
    pub fn black_out(self, buf: &mut Buffer) {
        let black = match self.is_painted() {
            true => self.depth.nearest(Rgb(0, 0, 0)),
            false if self.depth == Depth::None => Color::Reset,
            false => Color::Black,
        };
        for cell in &mut buf.content {
            cell.reset();
            cell.bg = black;
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

/// Text and what is only bold take what the ground gives them, so that they can lie on a row with a colour of
/// its own.
fn painted(role: Role, palette: &Palette, depth: Depth) -> Style {
    let style = Style::new();
    let fg = |rgb: Rgb| style.fg(depth.nearest(rgb));
    let on = |On(letters, behind): On| fg(letters).bg(depth.nearest(behind));
    match role {
        Role::Text => style,
        Role::Muted => fg(palette.muted),
        Role::Strong => style.add_modifier(Modifier::BOLD),
        Role::Accent => fg(palette.accent).add_modifier(Modifier::BOLD),
        Role::Key => fg(palette.accent),
        Role::Border | Role::Empty => fg(palette.border),
        Role::BorderOn => fg(palette.border_on),
        Role::Cursor => on(palette.cursor),
        Role::Marked => fg(palette.marked).add_modifier(Modifier::BOLD),
        Role::Good => fg(palette.good),
        Role::Warn => fg(palette.warn),
        Role::Writing => on(palette.writing),
        Role::Fill => fg(palette.fill),
        Role::Team(n) => fg(palette.teams[usize::from(n.saturating_sub(1)) % TEAM_COLOURS]),
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

/// The contrast of two colours, 1 to 21. Source: WCAG 2.2, "contrast ratio" and "relative luminance".
#[cfg(test)]
pub fn contrast(one: Rgb, other: Rgb) -> f64 {
    let luminance = |rgb: Rgb| 0.2126 * linear(rgb.0) + 0.7152 * linear(rgb.1) + 0.0722 * linear(rgb.2);
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// A value of sRGB as a share of light.
#[cfg(test)]
fn linear(value: u8) -> f64 {
    let share = f64::from(value) / 255.0;
    if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::depth::rgb_of;

    const TEXTS: [Role; 9] = [
        Role::Text,
        Role::Strong,
        Role::Accent,
        Role::Key,
        Role::Cursor,
        Role::Marked,
        Role::Good,
        Role::Warn,
        Role::Writing,
    ];
    const QUIET: [Role; 5] = [Role::Muted, Role::Border, Role::BorderOn, Role::Fill, Role::Empty];

    /// Letters and what is behind them, as a frame shows a role.
    fn drawn(theme: Theme, role: Role) -> (Rgb, Rgb) {
        let mut buf = Buffer::with_lines(["a"]);
        buf.set_style(buf.area, theme.style(role));
        theme.paint_ground(&mut buf);
        let cell = &buf[(0, 0)];
        (rgb_of(cell.fg).expect("letters"), rgb_of(cell.bg).expect("a ground"))
    }

    fn painted_themes() -> impl Iterator<Item = Theme> {
        let depths = [Depth::True, Depth::Indexed];
        let paints = Paint::ALL.into_iter().filter(|paint| *paint != Paint::Terminal);
        paints.flat_map(move |paint| depths.map(|depth| Theme { paint, depth }))
    }

    fn claim(theme: Theme, role: Role, least: f64) {
        let (fg, bg) = drawn(theme, role);
        let found = contrast(fg, bg);
        assert!(found >= least, "{theme:?} {role:?}: {fg:?} on {bg:?} is {found:.2}, {least} is the least");
    }

    #[test]
    fn every_role_of_a_painted_theme_can_be_read() {
        for theme in painted_themes() {
            TEXTS.iter().for_each(|role| claim(theme, *role, 7.0));
            QUIET.iter().for_each(|role| claim(theme, *role, 4.5));
            (1..=TEAM_COLOURS as u8).for_each(|n| claim(theme, Role::Team(n), 4.5));
        }
    }

    #[test]
    fn teams_differ_from_each_other() {
        for theme in painted_themes() {
            let teams: Vec<Rgb> = (1..=TEAM_COLOURS as u8).map(|n| drawn(theme, Role::Team(n)).0).collect();
            for (at, one) in teams.iter().enumerate() {
                for other in &teams[..at] {
                    let apart = apart(*one, *other);
                    assert!(apart >= 0.12, "{theme:?}: {one:?} and {other:?} are {apart:.3} apart");
                }
            }
        }
    }

    #[test]
    fn in_sixteen_colours_text_and_the_cursor_still_stand_out() {
        for theme in painted_themes().map(|theme| Theme { depth: Depth::Sixteen, ..theme }) {
            for role in [Role::Text, Role::Strong, Role::Muted, Role::Cursor, Role::Writing, Role::Border] {
                claim(theme, role, 3.5);
            }
            assert_ne!(drawn(theme, Role::Cursor).1, drawn(theme, Role::Text).1, "{theme:?}");
        }
    }

    #[test]
    fn black_is_black_on_every_ground() {
        for theme in painted_themes().chain([Theme::TERMINAL]) {
            let mut buf = Buffer::with_lines(["text"]);
            theme.paint_ground(&mut buf);
            theme.black_out(&mut buf);
            let black =
                buf.content.iter().all(|cell| cell.symbol() == " " && rgb_of(cell.bg) == Some(Rgb(0, 0, 0)));
            assert!(black, "{theme:?}");
        }
    }

    /// How far two colours are apart for the eye; 0.02 is just seen. Source: B. Ottosson, "A perceptual color
    /// space for image processing" (OKLab, 2020).
    fn apart(one: Rgb, other: Rgb) -> f64 {
        let lab = |Rgb(red, green, blue): Rgb| {
            let (r, g, b) = (linear(red), linear(green), linear(blue));
            let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
            let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
            let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
            [
                0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
                1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
                0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
            ]
        };
        let (one, other) = (lab(one), lab(other));
        (0..3).map(|at| (one[at] - other[at]).powi(2)).sum::<f64>().sqrt()
    }
}
