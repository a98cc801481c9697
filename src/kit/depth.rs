//! How many colours a terminal shows, and the nearest that it has to a colour.

use ratatui::style::Color;

use super::palette::Rgb;

/// How many colours there are.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Depth {
    /// None: bold, underlined and reversed letters carry the difference.
    None,
    /// The sixteen that have names. What they look like is the terminal's business.
    Sixteen,
    /// The cube of 6x6x6 colours and 24 greys that xterm put behind the sixteen.
    Indexed,
    /// All.
    True,
}

/// Levels of each colour of the cube.
const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];
/// The number of the cube's first colour.
const CUBE: u8 = 16;
/// The number of the first grey; they go from 8 in steps of 10.
const GREYS: u8 = 232;

/// The sixteen as xterm has them.
const NAMED: [(Color, Rgb); 16] = [
    (Color::Black, Rgb(0, 0, 0)),
    (Color::Red, Rgb(205, 0, 0)),
    (Color::Green, Rgb(0, 205, 0)),
    (Color::Yellow, Rgb(205, 205, 0)),
    (Color::Blue, Rgb(0, 0, 238)),
    (Color::Magenta, Rgb(205, 0, 205)),
    (Color::Cyan, Rgb(0, 205, 205)),
    (Color::Gray, Rgb(229, 229, 229)),
    (Color::DarkGray, Rgb(127, 127, 127)),
    (Color::LightRed, Rgb(255, 0, 0)),
    (Color::LightGreen, Rgb(0, 255, 0)),
    (Color::LightYellow, Rgb(255, 255, 0)),
    (Color::LightBlue, Rgb(92, 92, 255)),
    (Color::LightMagenta, Rgb(255, 0, 255)),
    (Color::LightCyan, Rgb(0, 255, 255)),
    (Color::White, Rgb(255, 255, 255)),
];

impl Depth {
    /// The nearest colour to `rgb` that there is.
    pub fn nearest(self, rgb: Rgb) -> Color {
        match self {
            Self::None => Color::Reset,
            Self::Sixteen => {
                let far = |(_, known): &&(Color, Rgb)| distance(*known, rgb);
                NAMED.iter().min_by_key(far).map_or(Color::Reset, |(named, _)| *named)
            }
            Self::Indexed => Color::Indexed(nearest_index(rgb)),
            Self::True => Color::Rgb(rgb.0, rgb.1, rgb.2),
        }
    }
}

/// What a colour looks like, as xterm shows it; `None` for the terminal's own.
pub fn rgb_of(colour: Color) -> Option<Rgb> {
    match colour {
        Color::Reset => None,
        Color::Rgb(red, green, blue) => Some(Rgb(red, green, blue)),
        Color::Indexed(number) => Some(rgb_of_index(number)),
        named => NAMED.iter().find(|(known, _)| *known == named).map(|(_, rgb)| *rgb),
    }
}

fn rgb_of_index(number: u8) -> Rgb {
    if number < CUBE {
        return NAMED[usize::from(number)].1;
    }
    if number >= GREYS {
        let level = 8 + 10 * (number - GREYS);
        return Rgb(level, level, level);
    }
    let at = number - CUBE;
    let level = |at: u8| LEVELS[usize::from(at % 6)];
    Rgb(level(at / 36), level(at / 6), level(at))
}

fn nearest_index(rgb: Rgb) -> u8 {
    let level = |value: u8| (0u8..6).min_by_key(|at| LEVELS[usize::from(*at)].abs_diff(value)).unwrap_or(0);
    let in_cube = CUBE + 36 * level(rgb.0) + 6 * level(rgb.1) + level(rgb.2);
    let mean = (u16::from(rgb.0) + u16::from(rgb.1) + u16::from(rgb.2)) / 3;
    let grey = GREYS + (mean.saturating_sub(3) / 10).min(23) as u8;
    match distance(rgb_of_index(grey), rgb) < distance(rgb_of_index(in_cube), rgb) {
        true => grey,
        false => in_cube,
    }
}

/// How far two colours are apart, squared, as numbers and not as the eye sees it.
fn distance(one: Rgb, other: Rgb) -> u32 {
    let square = |a: u8, b: u8| u32::from(a.abs_diff(b)).pow(2);
    square(one.0, other.0) + square(one.1, other.1) + square(one.2, other.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_of_the_cube_and_every_grey_is_found_again() {
        for number in CUBE..=255 {
            let rgb = rgb_of_index(number);
            assert_eq!(rgb_of_index(nearest_index(rgb)), rgb, "{number}");
        }
    }

    #[test]
    fn no_other_of_the_256_is_nearer() {
        for red in (0..=255u8).step_by(17) {
            for green in (0..=255u8).step_by(15) {
                for blue in (0..=255u8).step_by(51) {
                    let rgb = Rgb(red, green, blue);
                    let found = distance(rgb_of_index(nearest_index(rgb)), rgb);
                    let best = (CUBE..=255).map(|number| distance(rgb_of_index(number), rgb)).min();
                    assert_eq!(Some(found), best, "{rgb:?}");
                }
            }
        }
    }

    #[test]
    fn each_depth_answers_in_its_own_colours() {
        let amber = Rgb(255, 200, 87);
        assert_eq!(Depth::True.nearest(amber), Color::Rgb(255, 200, 87));
        assert_eq!(Depth::Indexed.nearest(amber), Color::Indexed(221));
        assert_eq!(Depth::Sixteen.nearest(Rgb(250, 250, 250)), Color::White);
        assert_eq!(Depth::Sixteen.nearest(Rgb(20, 20, 30)), Color::Black);
        assert_eq!(Depth::None.nearest(amber), Color::Reset);
    }
}
