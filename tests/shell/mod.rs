//! The shipped program run to its end without a terminal, in a folder with a home of its own, so that nothing of this
//! computer matters.

use std::path::Path;
use std::process::{Command, Output, Stdio};

/// What the program said.
pub struct Said {
    pub out: String,
    pub err: String,
    pub status: i32,
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self {
            out: text(output.stdout),
            err: text(output.stderr),
            status: output.status.code().unwrap_or(-1),
        }
    }
}

/// The program with these arguments, for somebody whose computer speaks this language.
pub fn viche(folder: &Path, lang: &str, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_viche"));
    command.args(args).current_dir(folder).stdin(Stdio::null()).env_clear().env("LANG", lang);
    for variable in ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"] {
        command.env(variable, folder.join("home"));
    }
    command
}
