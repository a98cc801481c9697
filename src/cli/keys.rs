//! `viche keys`: the key card for the facilitator's desk, one page of plain text, made from the command rows and
//! the keys that hold.

use super::keymap;
use super::place::Place;
use super::say::{self, Fail};
use crate::app::{manual_rows, screens};
use crate::domain::note::Kind;
use crate::kit::draw::kind_glyph;
use crate::kit::kinds::kind_said;
use crate::kit::{Keymap, Row, Verb};
use crate::text::{fit, pad, width, wrap};
use crate::words::Words;

/// Columns of the page.
const COLUMNS: usize = 80;
/// Columns of an entry; a longer one takes those of its neighbour, too.
const ENTRY_COLUMNS: usize = 20;
/// Columns of the key in an entry.
const KEY_COLUMNS: usize = 6;

/// Prints the card.
pub(super) fn run(place: &Place) -> Result<u8, Fail> {
    let words = place.words();
    for line in card(&words, &place.keymap()) {
        say::text(&line);
    }
    keymap::complain(place, &words)
}

/// The lines of the card.
fn card(words: &Words, keymap: &Keymap) -> Vec<String> {
    let places: Vec<(&str, char)> = screens().iter().map(|one| (one.name(), one.digit())).collect();
    let mut lines = Vec::new();
    for (name, rows) in manual_rows() {
        let digit = places.iter().find(|(place, _)| *place == name).map(|(_, digit)| *digit);
        let title = match digit {
            Some(digit) => format!("{digit} {}", words.say(&format!("frame-place-{name}"))),
            None => words.say("help-everywhere").to_string(),
        };
        let rule = "─".repeat(COLUMNS.saturating_sub(width(&title) + 1));
        lines.push(format!("{title} {rule}"));
        lines.extend(laid(&entries(&rows, words, keymap)));
    }
    lines.push("─".repeat(COLUMNS));
    let signs = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Plain);
    let sign = |kind| format!("{} {}", kind_glyph(kind).as_str(), kind_said(kind, words));
    lines.push(signs.map(sign).collect::<Vec<_>>().join("  "));
    for id in ["help-moving", "help-writing", "help-retype", "help-layouts"] {
        lines.extend(wrap(words.say(id).as_str(), COLUMNS).into_iter().map(str::to_owned));
    }
    lines
}

/// A key with all that it does on a screen; what has no key is found by its name. One step back and the pane
/// before are the same everywhere, and help says them.
fn entries(rows: &[Row], words: &Words, keymap: &Keymap) -> Vec<String> {
    let mut entries: Vec<(String, Vec<String>)> = Vec::new();
    let told = |row: &&Row| !matches!(row.verb, Verb::Back | Verb::PrevPane);
    for row in rows.iter().filter(told) {
        let Some(key) = keymap.keys(*row).first().map(ToString::to_string) else { continue };
        let does = words.say(&format!("command-{}", row.name.replace('.', "-"))).to_string();
        match entries.iter_mut().find(|(known, _)| *known == key) {
            Some((_, all)) if all.contains(&does) => {}
            Some((_, all)) => all.push(does),
            None => entries.push((key, vec![does])),
        }
    }
    let entry = |(key, all): (String, Vec<String>)| {
        let key = if width(&key) < KEY_COLUMNS { pad(&key, KEY_COLUMNS) } else { format!("{key} ") };
        format!("{key}{}", all.join(", "))
    };
    entries.into_iter().map(entry).collect()
}

/// Entries side by side, as many as there is room for.
fn laid(entries: &[String]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut used = COLUMNS;
    for entry in entries {
        let entry = fit(entry, COLUMNS);
        let takes = (width(&entry) + 2).div_ceil(ENTRY_COLUMNS) * ENTRY_COLUMNS;
        if used + width(&entry) > COLUMNS {
            lines.push(String::new());
            used = 0;
        }
        if let Some(line) = lines.last_mut() {
            *line = format!("{}{entry}", pad(line, used));
        }
        used += takes;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn the_card_is_one_page_of_eighty_columns_in_every_language() {
        for lang in Lang::ALL {
            let card = card(&Words::new(lang), &Keymap::default());
            for line in &card {
                assert!(width(line) <= COLUMNS && !line.contains(['…', '⟨']), "{line}");
            }
            assert!(card.len() <= 64, "{} lines", card.len());
        }
    }

    #[test]
    fn every_command_with_a_key_is_on_it() {
        let words = Words::new(Lang::En);
        let card = card(&words, &Keymap::default()).join("\n");
        for (_, rows) in manual_rows() {
            for row in
                rows.iter().filter(|row| !matches!(row.verb, Verb::Back | Verb::PrevPane | Verb::Named))
            {
                let does = words.say(&format!("command-{}", row.name.replace('.', "-")));
                assert!(card.contains(does.as_str()), "{}", row.name);
            }
        }
    }
}
