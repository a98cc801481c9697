//! The documents say what the program does: tables that are made from its rows. To write them anew:
//! `VICHE_WRITE_DOCUMENTS=1 cargo test --test documents`.

#![allow(clippy::expect_used, reason = "a test that cannot read the project has to fail")]

mod pictures;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use viche::app::manual_rows;
use viche::kit::setting::SETTINGS;
use viche::words::{Lang, Words};

#[test]
fn the_key_table_of_the_readme_is_current() {
    current("README.md", "keys", &key_table());
}

#[test]
fn the_settings_of_the_readme_are_current() {
    current("README.md", "settings", &settings_table());
}

/// The pictures of the README: file, keys that lead there, and what they show.
const PICTURES: [(&str, &str, &str); 4] = [
    ("agenda", "1", "The agenda of the day with its drift"),
    ("interviews", "3", "The wall of running interviews"),
    ("themes", "5 PgDn ↓ ↓ PgDn ↓ ↓ PgDn ↓ ↓", "Loose notes, themes, and what a note looks like"),
    ("priorities", "6", "The ranked list with its tie bands"),
];
/// Most bytes of a picture.
const PICTURE_BYTES_MAX: usize = 60_000;

#[test]
fn the_pictures_of_the_readme_are_current() {
    let readme =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("the README");
    for (name, keys, title) in PICTURES {
        let file = format!("assets/pictures/{name}.svg");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(&file);
        let picture = pictures::of_demo(keys, title);
        assert!(picture.len() < PICTURE_BYTES_MAX, "{file} has {} bytes", picture.len());
        assert!(readme.contains(&format!("![{title}]({file})")), "{file} is not in the README");
        if std::env::var_os("VICHE_WRITE_DOCUMENTS").is_some() {
            fs::write(&path, picture).expect("the picture written");
            continue;
        }
        let stands = fs::read_to_string(&path).unwrap_or_default();
        assert!(stands == picture, "{file} is stale: VICHE_WRITE_DOCUMENTS=1 cargo test --test documents");
    }
}

#[test]
fn no_command_has_two_names_and_none_lacks_its_words() {
    let mut names = Vec::new();
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for (_, rows) in manual_rows() {
            for row in rows {
                let id = format!("command-{}", row.name.replace('.', "-"));
                assert!(words.knows(&id), "{id} has no words in {}", lang.code());
                assert!(words.knows(&format!("{id}-long")), "{id}-long has no words in {}", lang.code());
                names.push((lang.code(), row.name));
            }
        }
    }
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count, "a command's name stands twice");
}

fn key_table() -> String {
    let words = Words::new(Lang::En);
    let mut table = String::new();
    for (place, rows) in manual_rows() {
        let title = match place {
            "everywhere" => "Everywhere".to_owned(),
            place => words.say(&format!("frame-place-{place}")).to_string(),
        };
        let _ = writeln!(table, "\n**{title}**\n\n| key | command | |\n| --- | --- | --- |");
        for row in rows {
            let keys: Vec<String> = row.verb.keys().iter().map(|key| format!("`{key}`")).collect();
            let keys = if keys.is_empty() { "by name".to_owned() } else { keys.join(" ") };
            let long = words.say(&format!("command-{}-long", row.name.replace('.', "-")));
            let _ = writeln!(table, "| {keys} | {} | {long} |", row.name);
        }
    }
    table
}

fn settings_table() -> String {
    let words = Words::new(Lang::En);
    let mut table = String::from("\n| setting | values, the default first | |\n| --- | --- | --- |\n");
    for setting in SETTINGS {
        let doc = words.say(&format!("setting-{}", setting.name));
        let _ = writeln!(table, "| `{}` | `{}` | {doc} |", setting.name, setting.values.join("` `"));
    }
    table
}

/// Claims that between the marks of `name` stands `wanted`.
#[track_caller]
fn current(file: &str, name: &str, wanted: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let text = fs::read_to_string(&path).expect("the document");
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("\n<!-- /{name} -->"));
    let (before, rest) = text.split_once(&begin).expect("a mark where the table begins");
    let (stands, after) = rest.split_once(&end).expect("a mark where the table ends");
    if std::env::var_os("VICHE_WRITE_DOCUMENTS").is_some() {
        fs::write(&path, format!("{before}{begin}{wanted}{end}{after}")).expect("the document written");
        return;
    }
    assert!(
        stands == wanted,
        "{file} is stale at {name}: VICHE_WRITE_DOCUMENTS=1 cargo test --test documents"
    );
}
