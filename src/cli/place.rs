//! Where the program stands: its settings, its folders, the language and the zone of the computer.

use std::path::PathBuf;

use jiff::tz::TimeZone;

use super::say::Fail;
use super::{colours, keymap, settings};
use crate::domain::sprint::Description;
use crate::kit::depth::Depth;
use crate::kit::setting::Settings;
use crate::kit::{Keymap, Notice};
use crate::runtime::log;
use crate::store::Shelf;
use crate::words::{Lang, Words};

/// What all subcommands know.
pub(super) struct Place {
    /// The settings, with what the command line and the environment say against the file.
    pub settings: Settings,
    /// Where the settings file is, or would be.
    pub settings_path: Option<PathBuf>,
    /// Where the keymap file is, or would be.
    pub keymap_path: Option<PathBuf>,
    /// The desk's keys, or what is wrong in its file.
    pub keymap: Result<Keymap, Vec<keymap::Complaint>>,
    /// Where the log and rescued files go.
    pub state_folder: Option<PathBuf>,
    /// The computer's time zone.
    pub zone: TimeZone,
    /// The language of the environment.
    env_lang: Option<Lang>,
}

impl Place {
    /// Reads the settings; `lang` is what the command line asks for.
    pub fn find(lang: Option<Lang>) -> Result<Self, Fail> {
        let dirs = directories::ProjectDirs::from("", "", "viche");
        let settings_path = dirs.as_ref().map(|dirs| dirs.config_dir().join("settings.toml"));
        let state = |dirs: &directories::ProjectDirs| {
            dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).to_owned()
        };
        let state_folder = dirs.as_ref().map(state);
        if let Some(folder) = &state_folder {
            log::log_to(folder);
        }
        let env_lang = env_lang(|name| std::env::var(name).ok());
        let words = Words::new(lang.or(env_lang).unwrap_or(Lang::En));
        let mut settings = match &settings_path {
            Some(path) => settings::read(path, &words)?,
            None => Settings::default(),
        };
        settings.lang = lang.or(settings.lang);
        let var = |name: &str| std::env::var(name).ok();
        if colours::unwanted(var) {
            settings.colour = Some(Depth::None);
        }
        settings.with_colours_of(colours::depth(var));
        let is_far = ["SSH_CONNECTION", "SSH_TTY"].iter().any(|name| std::env::var_os(name).is_some());
        settings.with_motion_of(!is_far);
        let keymap_path = settings_path.as_ref().map(|path| path.with_file_name(keymap::FILE));
        let keymap = keymap_path.as_deref().map_or(Ok(Keymap::default()), keymap::read);
        Ok(Self {
            settings,
            settings_path,
            keymap_path,
            keymap,
            state_folder,
            zone: TimeZone::system(),
            env_lang,
        })
    }

    /// The keys that hold: those of the file, or the usual ones when anything is wrong in it.
    pub fn keymap(&self) -> Keymap {
        self.keymap.clone().unwrap_or_default()
    }

    /// What is to be said of a keymap file that is left out.
    pub fn keymap_notice(&self, words: &Words) -> Option<Notice> {
        let complaints = self.keymap.as_ref().err()?;
        Some(Notice::problem(keymap::in_one(complaints, words)))
    }

    /// What this computer keeps of the sprint of this file.
    pub fn shelf(&self, file: uuid::Uuid) -> Option<Shelf> {
        self.state_folder.as_deref().map(|folder| Shelf::of(folder, file))
    }

    /// The language for sentences where there is no sprint.
    pub fn lang(&self) -> Lang {
        self.settings.lang.or(self.env_lang).unwrap_or(Lang::En)
    }

    /// The words for sentences where there is no sprint.
    pub fn words(&self) -> Words {
        Words::new(self.lang())
    }

    /// The words for sentences about a sprint.
    pub fn words_for(&self, description: &Description) -> Words {
        let of_sprint = Lang::parse(description.lang.as_str());
        Words::new(self.settings.lang.or(self.env_lang).or(of_sprint).unwrap_or(Lang::En))
    }

    /// The name of the computer's time zone; `UTC` where it has none.
    pub fn zone_name(&self) -> String {
        self.zone.iana_name().unwrap_or("UTC").to_owned()
    }
}

/// The language of the environment, by the usual variables in their order; `C` and others we don't speak
/// say nothing.
fn env_lang(var: impl Fn(&str) -> Option<String>) -> Option<Lang> {
    let value =
        ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| var(name).filter(|v| !v.is_empty()))?;
    Lang::parse(&value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_says_something_counts() {
        let lang = |set: &[(&str, &str)]| {
            env_lang(|name| {
                set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(lang(&[("LC_ALL", ""), ("LANG", "uk_UA.UTF-8")]), Some(Lang::Uk));
        assert_eq!(lang(&[("LC_ALL", "en_GB.UTF-8"), ("LANG", "uk_UA.UTF-8")]), Some(Lang::En));
        assert_eq!(lang(&[("LC_ALL", "C"), ("LANG", "uk_UA.UTF-8")]), None);
        assert_eq!(lang(&[]), None);
    }
}
