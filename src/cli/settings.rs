//! The settings file: TOML, one line a setting of [`SETTINGS`]. All that is wrong in it is told at once.

use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keymap;
use super::place::Place;
use super::say::{self, Fail};
use crate::kit::setting::{SETTINGS, Setting, Settings};
use crate::runtime::Problem;
use crate::text::Clean;
use crate::words::{Args, Phrase, Words};

/// Most bytes of the file.
const FILE_BYTES_MAX: u64 = 64 << 10;

/// Reads the file; one that is not there holds nothing.
pub(super) fn read(path: &Path, words: &Words) -> Result<Settings, Fail> {
    let text = match std::fs::metadata(path).map(|meta| meta.len() > FILE_BYTES_MAX) {
        Ok(true) => Err(std::io::ErrorKind::FileTooLarge.into()),
        Ok(false) => std::fs::read_to_string(path),
        Err(error) => Err(error),
    };
    let problems = match text {
        Ok(text) => match parse(&text, words) {
            Ok(settings) => return Ok(settings),
            Err(problems) => problems,
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Settings::default()),
        Err(error) => {
            let why = Clean::new(&error.to_string());
            vec![(1, words.tell("settings-syntax", Args::new().with("why", &why)))]
        }
    };
    let file = Clean::new(&path.to_string_lossy());
    let problem = Problem::new(words, "problem-settings", || Args::new().with("file", &file));
    let line = |(line, why): &(usize, Phrase)| {
        words.tell("cli-settings-line", Args::new().with("line", line.to_string()).with("why", why))
    };
    let list = problems.iter().map(line).collect();
    Err(Fail::usage_listing(&problem, list, words))
}

/// The settings of a text, or each line that is wrong, by its number.
fn parse(text: &str, words: &Words) -> Result<Settings, Vec<(usize, Phrase)>> {
    let line_of = |at: usize| text.get(..at).map_or(1, |before| before.matches('\n').count() + 1);
    let table = DeTable::parse(text).map_err(|error| {
        let why = Clean::new(error.message());
        let line = error.span().map_or(1, |span| line_of(span.start));
        vec![(line, words.tell("settings-syntax", Args::new().with("why", &why)))]
    })?;
    let mut settings = Settings::default();
    let mut problems = Vec::new();
    for (name, value) in table.get_ref() {
        if let Err(why) = set(&mut settings, name.get_ref(), value, words) {
            problems.push((line_of(name.span().start), why));
        }
    }
    problems.sort_by_key(|(line, _)| *line);
    if problems.is_empty() { Ok(settings) } else { Err(problems) }
}

fn set(
    settings: &mut Settings,
    name: &str,
    value: &Spanned<DeValue<'_>>,
    words: &Words,
) -> Result<(), Phrase> {
    let Some(setting) = SETTINGS.iter().find(|setting| setting.name == name) else {
        let names: Vec<&str> = SETTINGS.iter().map(|setting| setting.name).collect();
        let args = Args::new().with("name", name).with("names", names.join(", "));
        return Err(words.tell("settings-unknown", args));
    };
    let given = match value.get_ref() {
        DeValue::String(text) => text.to_string(),
        DeValue::Boolean(true) => "true".to_owned(),
        DeValue::Boolean(false) => "false".to_owned(),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(_) | DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_) => "…".to_owned(),
    };
    let is_text = matches!(value.get_ref(), DeValue::String(_));
    if is_text && setting.values.contains(&given.as_str()) {
        (setting.set)(settings, &given);
        return Ok(());
    }
    let args = Args::new().with("value", given).with("name", name).with("values", values(setting));
    Err(words.tell("settings-value", args))
}

fn values(setting: &Setting) -> String {
    setting.values.iter().map(|value| format!("\"{value}\"")).collect::<Vec<_>>().join(", ")
}

/// Lists the settings.
pub(super) fn run(place: &Place) -> Result<u8, Fail> {
    let words = place.words();
    match &place.settings_path {
        Some(path) => {
            let file = Clean::new(&path.to_string_lossy());
            say::line(&words.tell("cli-settings-file", Args::new().with("file", &file)));
        }
        None => say::line(&words.say("cli-settings-no-file")),
    }
    if let Some(path) = &place.keymap_path {
        let file = Clean::new(&path.to_string_lossy());
        say::line(&words.tell("cli-keymap-file", Args::new().with("file", &file)));
    }
    for setting in SETTINGS {
        let value = format!("\"{}\"", (setting.get)(&place.settings));
        say::line(&words.tell("cli-setting", Args::new().with("name", setting.name).with("value", value)));
        let doc = words.say(&format!("setting-{}", setting.name));
        say::line(&words.tell("cli-setting-doc", Args::new().with("doc", &doc)));
        say::line(&words.tell("cli-setting-values", Args::new().with("values", values(setting))));
    }
    keymap::complain(place, &words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::depth::Depth;
    use crate::kit::theme::Theme;
    use crate::words::Lang;

    #[test]
    fn each_setting_is_read() {
        let words = Words::new(Lang::En);
        let settings = parse("language = \"uk\"\ncolour = \"none\"\nhints = \"off\"\n", &words).unwrap();
        let wanted = Settings {
            lang: Some(Lang::Uk),
            theme: Theme::PLAIN,
            colour: Some(Depth::None),
            hints: false,
            ..Settings::default()
        };
        assert_eq!(settings, wanted);
        assert_eq!(parse("", &words), Ok(Settings::default()));
    }

    #[test]
    fn all_that_is_wrong_is_told_with_its_line() {
        let words = Words::new(Lang::En);
        let text = "# mine\nhints = true\ncolor = \"none\"\nlanguage = \"de\"\n";
        let problems = parse(text, &words).unwrap_err();
        let lines: Vec<usize> = problems.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [2, 3, 4]);
        assert!(problems[1].1.as_str().contains("colour"), "{}", problems[1].1);
        assert!(problems[2].1.as_str().contains("\"uk\""), "{}", problems[2].1);
    }

    #[test]
    fn what_is_no_toml_is_told_with_its_line() {
        let problems = parse("hints = \"on\"\nlanguage uk\n", &Words::new(Lang::Uk)).unwrap_err();
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].0, 2);
    }

    #[test]
    fn every_setting_is_explained() {
        for lang in Lang::ALL {
            for setting in SETTINGS {
                assert!(Words::new(lang).knows(&format!("setting-{}", setting.name)), "{}", setting.name);
            }
        }
    }
}
