//! How many colours the terminal shows, by what the environment says of it. The terminal itself is not asked.

use crate::kit::depth::Depth;

/// Whether the environment wants no colours: `NO_COLOR` holds anything, or the terminal is a dumb one.
pub(super) fn unwanted(var: impl Fn(&str) -> Option<String>) -> bool {
    var("NO_COLOR").is_some_and(|value| !value.is_empty()) || var("TERM").as_deref() == Some("dumb")
}

/// The colours that the terminal has.
pub(super) fn depth(var: impl Fn(&str) -> Option<String>) -> Depth {
    if unwanted(&var) {
        return Depth::None;
    }
    let term = var("TERM").unwrap_or_default();
    let says_all = matches!(var("COLORTERM").as_deref(), Some("truecolor" | "24bit"));
    // Terminals that show all colours and may not say so.
    let known = ["direct", "kitty", "alacritty", "foot", "wezterm", "ghostty"];
    let by_program = matches!(
        var("TERM_PROGRAM").as_deref(),
        Some("iTerm.app" | "WezTerm" | "ghostty" | "vscode" | "Hyper")
    );
    let on_windows = var("WT_SESSION").is_some() || (cfg!(windows) && term.is_empty());
    if says_all || on_windows || by_program || known.iter().any(|name| term.contains(name)) {
        return Depth::True;
    }
    match term.contains("256color") {
        true => Depth::Indexed,
        false => Depth::Sixteen,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_says_how_many_colours_there_are() {
        let of = |set: &[(&str, &str)]| {
            depth(|name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
        };
        assert_eq!(of(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")]), Depth::True);
        assert_eq!(of(&[("TERM", "xterm-kitty")]), Depth::True);
        assert_eq!(of(&[("TERM", "xterm-256color"), ("TERM_PROGRAM", "iTerm.app")]), Depth::True);
        assert_eq!(of(&[("TERM", "tmux-256color")]), Depth::Indexed);
        assert_eq!(of(&[("TERM", "linux")]), Depth::Sixteen);
        assert_eq!(of(&[("TERM", "dumb"), ("COLORTERM", "truecolor")]), Depth::None);
        assert_eq!(of(&[("TERM", "xterm-kitty"), ("NO_COLOR", "1")]), Depth::None);
        assert_eq!(of(&[("TERM", "linux"), ("NO_COLOR", "")]), Depth::Sixteen);
    }
}
