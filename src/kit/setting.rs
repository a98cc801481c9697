//! Settings: one row each. The settings file, the list of settings and the manual read these rows.

use super::depth::Depth;
use super::theme::{Paint, Theme};
use crate::words::Lang;

/// What can be set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Settings {
    /// The language; `None` follows the sprint's.
    pub lang: Option<Lang>,
    /// How the roles look: what was set, in the colours that there are.
    pub theme: Theme,
    /// How many colours are to be used; `None`: as many as the terminal shows.
    pub colour: Option<Depth>,
    /// Whether the bar shows keys.
    pub hints: bool,
    /// Whether the pointer is heard.
    pub mouse: bool,
    /// Whether rows are to slide; `None`: where the terminal is near.
    pub motion: Option<bool>,
    /// Whether rows slide.
    pub slides: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lang: None,
            theme: Theme::TERMINAL,
            colour: None,
            hints: true,
            mouse: true,
            motion: None,
            slides: false,
        }
    }
}

/// A setting: its name in the file, what it takes, and how it is read. Its doc stands in the locales as
/// `setting-NAME`.
pub struct Setting {
    /// Its name in the settings file.
    pub name: &'static str,
    /// The values it takes, the default first.
    pub values: &'static [&'static str],
    /// Puts a value of [`Setting::values`] into the settings.
    pub set: fn(&mut Settings, &str),
    /// The value that holds.
    pub get: fn(&Settings) -> &'static str,
}

const DEPTHS: [(&str, Depth); 4] =
    [("true", Depth::True), ("256", Depth::Indexed), ("16", Depth::Sixteen), ("none", Depth::None)];

impl Settings {
    /// Uses the colours that there are, if nothing else was set.
    pub fn with_colours_of(&mut self, terminal: Depth) {
        self.theme.depth = self.colour.unwrap_or(terminal);
    }

    /// Lets rows slide where that costs nothing, if nothing else was set: over a slow line frames come late.
    pub fn with_motion_of(&mut self, terminal_is_near: bool) {
        self.slides = self.motion.unwrap_or(terminal_is_near);
    }
}

/// Every setting.
pub const SETTINGS: &[Setting] = &[
    Setting {
        name: "language",
        values: &["sprint", "en", "uk"],
        set: |settings, value| settings.lang = Lang::parse(value),
        get: |settings| settings.lang.map_or("sprint", Lang::code),
    },
    Setting {
        name: "theme",
        values: &["terminal", "dark", "light", "projector"],
        set: |settings, value| {
            settings.theme.paint = Paint::parse(value).unwrap_or(Paint::Terminal);
        },
        get: |settings| settings.theme.paint.name(),
    },
    Setting {
        name: "colour",
        values: &["auto", "true", "256", "16", "none"],
        set: |settings, value| {
            settings.colour = DEPTHS.iter().find(|(name, _)| *name == value).map(|(_, depth)| *depth);
            settings.theme.depth = settings.colour.unwrap_or(settings.theme.depth);
        },
        get: |settings| {
            let named = DEPTHS.iter().find(|(_, depth)| Some(*depth) == settings.colour);
            named.map_or("auto", |(name, _)| *name)
        },
    },
    Setting {
        name: "hints",
        values: &["on", "off"],
        set: |settings, value| settings.hints = value == "on",
        get: |settings| if settings.hints { "on" } else { "off" },
    },
    Setting {
        name: "mouse",
        values: &["on", "off"],
        set: |settings, value| settings.mouse = value == "on",
        get: |settings| if settings.mouse { "on" } else { "off" },
    },
    Setting {
        name: "motion",
        values: &["auto", "on", "off"],
        set: |settings, value| {
            settings.motion = match value {
                "on" => Some(true),
                "off" => Some(false),
                _ => None,
            };
            settings.slides = settings.motion.unwrap_or(settings.slides);
        },
        get: |settings| match settings.motion {
            Some(true) => "on",
            Some(false) => "off",
            None => "auto",
        },
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_of_every_setting_can_be_set_and_read_back() {
        for setting in SETTINGS {
            assert_eq!((setting.get)(&Settings::default()), setting.values[0], "{}", setting.name);
            for value in setting.values {
                let mut settings = Settings::default();
                (setting.set)(&mut settings, value);
                assert_eq!((setting.get)(&settings), *value, "{}", setting.name);
            }
        }
    }

    #[test]
    fn what_the_terminal_is_like_counts_only_where_nothing_was_set() {
        let mut settings = Settings::default();
        settings.with_motion_of(true);
        settings.with_colours_of(Depth::Sixteen);
        assert_eq!((settings.slides, settings.theme.depth), (true, Depth::Sixteen));
        let set = |settings: &mut Settings, name: &str, value: &str| {
            let setting = SETTINGS.iter().find(|one| one.name == name).unwrap();
            (setting.set)(settings, value);
        };
        set(&mut settings, "motion", "off");
        set(&mut settings, "colour", "256");
        settings.with_motion_of(true);
        settings.with_colours_of(Depth::True);
        assert_eq!((settings.slides, settings.theme.depth), (false, Depth::Indexed));
    }
}
