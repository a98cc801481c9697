//! Bindings: what a keymap file asks for, checked against the command rows.
//!
//! Knows no file: [`keymap`] is given names, keys as text and the lines where they stand.

use super::keymap::{Keymap, is_fixed, on_us_keyboard};
use super::{Key, Row, Verb};

/// Most keys of one command.
pub const KEYS_MAX: usize = 4;

/// A line that gives a command its keys.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Binding {
    /// The command's name: `themes.merge`.
    pub name: String,
    /// The keys, in the notation of [`Key`].
    pub keys: Vec<String>,
    /// The line where it stands, from 1.
    pub line: usize,
}

/// Why a binding can't hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wrong {
    /// No command has this name.
    NoCommand(String),
    /// No key has this name.
    NoKey(String),
    /// The key always means the same.
    Fixed(Key),
    /// More than [`KEYS_MAX`] keys for this command.
    TooMany(&'static str),
    /// The key would ask for the first command and for the second one, on one screen.
    Taken(Key, &'static str, &'static str),
}

/// The keymap of these bindings, or all that is wrong in them by line. `rows` are all command rows by place;
/// the last place is everywhere.
pub fn keymap(
    bindings: &[Binding],
    rows: &[(&'static str, Vec<Row>)],
) -> Result<Keymap, Vec<(usize, Wrong)>> {
    let mut keymap = Keymap::default();
    let mut wrong = Vec::new();
    let mut lines = Vec::new();
    for binding in bindings {
        let row = rows.iter().flat_map(|(_, rows)| rows).find(|row| row.name == binding.name);
        let keys = keys_of(binding, &mut wrong);
        match row {
            Some(row) if keys.len() > KEYS_MAX => wrong.push((binding.line, Wrong::TooMany(row.name))),
            Some(row) => {
                keymap.give(*row, keys);
                lines.push((row.name, binding.line));
            }
            None => wrong.push((binding.line, Wrong::NoCommand(binding.name.clone()))),
        }
    }
    wrong.extend(clashes(&keymap, &lines, rows));
    wrong.sort_by_key(|(line, _)| *line);
    if wrong.is_empty() { Ok(keymap) } else { Err(wrong) }
}

fn keys_of(binding: &Binding, wrong: &mut Vec<(usize, Wrong)>) -> Vec<Key> {
    let mut keys = Vec::new();
    for text in &binding.keys {
        match text.parse::<Key>().map(on_us_keyboard) {
            Ok(Key::Char(c)) if c.is_control() => wrong.push((binding.line, Wrong::NoKey(text.clone()))),
            Ok(key) if is_fixed(key) => wrong.push((binding.line, Wrong::Fixed(key))),
            Ok(key) if keys.contains(&key) => {}
            Ok(key) => keys.push(key),
            Err(_) => wrong.push((binding.line, Wrong::NoKey(text.clone()))),
        }
    }
    keys
}

/// Keys that ask for two things where both can be asked for: on one screen, or on a screen and everywhere.
/// Rows of one verb may share a key as they do without a keymap, each in its picture.
fn clashes(
    keymap: &Keymap,
    lines: &[(&'static str, usize)],
    rows: &[(&'static str, Vec<Row>)],
) -> Vec<(usize, Wrong)> {
    let line_of = |row: &Row| lines.iter().find(|(name, _)| *name == row.name).map(|(_, line)| *line);
    let mut found = Vec::new();
    let Some(((_, everywhere), screens)) = rows.split_last() else { return found };
    for screen in screens.iter().map(|(_, rows)| rows.as_slice()).chain([&[][..]]) {
        let near: Vec<&Row> = screen.iter().chain(everywhere).collect();
        for (at, one) in near.iter().enumerate() {
            for other in &near[..at] {
                let same_verb = one.verb == other.verb && one.verb != Verb::Named;
                let line = line_of(one).max(line_of(other));
                let (Some(line), false) = (line, same_verb) else { continue };
                let shared = keymap.keys(**one).iter().find(|key| keymap.keys(**other).contains(key));
                if let Some(key) = shared.filter(|key| !is_fixed(**key)) {
                    let (mine, theirs) = if line_of(one) == Some(line) { (one, other) } else { (other, one) };
                    let wrong = (line, Wrong::Taken(*key, mine.name, theirs.name));
                    if !found.contains(&wrong) {
                        found.push(wrong);
                    }
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const MERGE: Row = Row { name: "themes.join", verb: Verb::Join };
    const TAKE: Row = Row { name: "themes.take", verb: Verb::More };
    const READ: Row = Row { name: "themes.read", verb: Verb::Open };
    const OPEN: Row = Row { name: "themes.open", verb: Verb::Open };
    const WALL: Row = Row { name: "wall.split", verb: Verb::Split };
    const UNDO: Row = Row { name: "app.undo", verb: Verb::Undo };
    const THEME: Row = Row { name: "app.theme", verb: Verb::Named };
    const LANGUAGE: Row = Row { name: "app.language", verb: Verb::Named };

    fn made(bindings: &[(&str, &[&str])]) -> Result<Keymap, Vec<(usize, Wrong)>> {
        let rows = vec![
            ("themes", vec![MERGE, TAKE, READ, OPEN]),
            ("wall", vec![WALL]),
            ("everywhere", vec![UNDO, THEME, LANGUAGE]),
        ];
        let bindings: Vec<Binding> = bindings
            .iter()
            .enumerate()
            .map(|(at, (name, keys))| Binding {
                name: (*name).to_owned(),
                keys: keys.iter().map(|key| (*key).to_owned()).collect(),
                line: at + 1,
            })
            .collect();
        keymap(&bindings, &rows)
    }

    #[test]
    fn a_row_answers_to_its_new_keys_in_every_layout_and_to_its_old_ones_no_more() {
        let keymap = made(&[("themes.join", &["b", "Ctrl+J"])]).unwrap();
        assert_eq!(keymap.keys(MERGE), [Key::Char('b'), Key::Ctrl('j')]);
        assert!(keymap.asks(MERGE, Key::Char('и')) && keymap.asks(MERGE, Key::Char('B')));
        assert!(!keymap.asks(MERGE, Key::Char('j')));
        assert_eq!(keymap.keys(TAKE), Verb::More.keys());
    }

    #[test]
    fn a_letter_of_another_layout_is_the_key_where_it_stands() {
        let keymap = made(&[("themes.join", &["и"])]).unwrap();
        assert_eq!(keymap.keys(MERGE), [Key::Char('b')]);
    }

    #[test]
    fn enter_stays_with_what_opens_and_a_row_may_have_no_key() {
        let keymap = made(&[("themes.open", &["b"]), ("app.undo", &[])]).unwrap();
        assert_eq!(keymap.keys(OPEN), [Key::Char('b'), Key::Enter]);
        assert!(keymap.keys(UNDO).is_empty());
    }

    #[test]
    fn all_that_is_wrong_is_found_at_once() {
        let wrong = made(&[
            ("themes.merge", &["b"]),
            ("themes.join", &["Hyper"]),
            ("app.undo", &["5", "Enter", "Ctrl+P"]),
            ("themes.take", &["b", "f", "g", "h", "l"]),
        ]);
        let wanted = vec![
            (1, Wrong::NoCommand("themes.merge".to_owned())),
            (2, Wrong::NoKey("Hyper".to_owned())),
            (3, Wrong::Fixed(Key::Char('5'))),
            (3, Wrong::Fixed(Key::Enter)),
            (3, Wrong::Fixed(Key::Ctrl('p'))),
            (4, Wrong::TooMany("themes.take")),
        ];
        assert_eq!(wrong, Err(wanted));
    }

    #[test]
    fn one_key_never_asks_for_two_things_on_one_screen() {
        let taken = |key, one, other| Err(vec![(1, Wrong::Taken(Key::Char(key), one, other))]);
        assert_eq!(made(&[("themes.join", &["="])]), taken('=', "themes.join", "themes.take"));
        assert_eq!(made(&[("themes.join", &["u"])]), taken('u', "themes.join", "app.undo"));
        assert_eq!(made(&[("app.undo", &["s"])]), taken('s', "app.undo", "wall.split"));
        let both = made(&[("app.theme", &["b"]), ("app.language", &["b"])]);
        assert_eq!(both, Err(vec![(2, Wrong::Taken(Key::Char('b'), "app.language", "app.theme"))]));
    }

    #[test]
    fn a_key_may_serve_two_screens_two_pictures_of_a_verb_and_what_gave_it_away() {
        assert!(made(&[("themes.join", &["s"])]).is_ok(), "s splits on another screen only");
        assert!(made(&[("themes.open", &["b"]), ("themes.read", &["b"])]).is_ok(), "both open");
        assert!(made(&[("themes.join", &["u"]), ("app.undo", &["j"])]).is_ok(), "they swapped");
    }
}
