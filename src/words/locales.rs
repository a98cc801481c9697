//! The one list of the locale files. A new file is one name here and one file in each language's folder.

use super::Lang;

/// One locale file, compiled in.
#[derive(Clone, Copy, Debug)]
pub struct Locale {
    /// The file's name without its ending.
    pub name: &'static str,
    /// What stands in it, in Fluent's syntax.
    pub text: &'static str,
}

/// The files of a language, in the order in which they are loaded.
pub fn locales(lang: Lang) -> &'static [Locale] {
    match lang {
        Lang::En => EN,
        Lang::Uk => UK,
    }
}

macro_rules! locale_files {
    ($($name:literal)+) => {
        const EN: &[Locale] = &[$(Locale {
            name: $name,
            text: include_str!(concat!("../../assets/locales/en/", $name, ".ftl")),
        }),+];
        const UK: &[Locale] = &[$(Locale {
            name: $name,
            text: include_str!(concat!("../../assets/locales/uk/", $name, ".ftl")),
        }),+];
    };
}

locale_files! {
    "words" "frame" "sprint"
    "agenda"
    "boards"
    "interviews"
    "requests"
    "themes"
    "priorities"
    "people"
    "face"
    "repair"
    "settings" "cli" "tables" "erase" "problems" "commands" "demo" "keymap"
}
