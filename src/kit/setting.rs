//! Settings: one row each. The settings file, the list of settings and the manual read these rows.

use super::theme::Theme;
use crate::words::Lang;

/// What can be set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Settings {
    /// The language; `None` follows the sprint's.
    pub lang: Option<Lang>,
    /// How the roles look.
    pub theme: Theme,
    /// Whether the bar shows keys.
    pub hints: bool,
    /// Whether the pointer is heard.
    pub mouse: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { lang: None, theme: Theme::Terminal, hints: true, mouse: true }
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

/// Every setting.
pub const SETTINGS: &[Setting] = &[
    Setting {
        name: "language",
        values: &["sprint", "en", "uk"],
        set: |settings, value| settings.lang = Lang::parse(value),
        get: |settings| settings.lang.map_or("sprint", Lang::code),
    },
    Setting {
        name: "colour",
        values: &["terminal", "none"],
        set: |settings, value| settings.theme = if value == "none" { Theme::Plain } else { Theme::Terminal },
        get: |settings| match settings.theme {
            Theme::Terminal => "terminal",
            Theme::Plain => "none",
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
}
