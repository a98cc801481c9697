//! Paths as people type them.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};

/// Most entries of a folder that are looked at to complete a path.
const ENTRIES_MAX: usize = 10_000;

/// The path that was meant: white space and quotes around it, which terminals add to what is dropped on
/// them, go; a leading `~` is the home folder.
pub fn expanded(typed: &str) -> PathBuf {
    let typed = typed.trim();
    let quoted = |quote: char| typed.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
    let typed = quoted('\'').or_else(|| quoted('"')).unwrap_or(typed);
    let Some(rest) = typed.strip_prefix('~') else { return PathBuf::from(typed) };
    let home = directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
    match (home, rest.chars().next()) {
        (Some(home), None) => home,
        (Some(home), Some(c)) if std::path::is_separator(c) => home.join(&rest[c.len_utf8()..]),
        (Some(_) | None, _) => PathBuf::from(typed),
    }
}

/// `typed` with as much added as is certain: the part that all entries have in common that begin so; a
/// separator behind a folder. What can't be completed comes back as it was.
pub(super) fn completed(typed: &str) -> String {
    let cut = typed.rfind(std::path::is_separator).map_or(0, |at| at + 1);
    let (folder, begun) = typed.split_at(cut);
    let folder_path = if folder.is_empty() { PathBuf::from(".") } else { expanded(folder) };
    let names = names_in(&folder_path, begun);
    let Some(common) = names.iter().cloned().reduce(|a, b| common_start(&a, &b)) else {
        return typed.to_owned();
    };
    let is_folder = names.len() == 1 && folder_path.join(&common).is_dir();
    let common = if common.len() < begun.len() { begun } else { &common };
    if is_folder { format!("{folder}{common}{MAIN_SEPARATOR}") } else { format!("{folder}{common}") }
}

/// Names that begin so; hidden ones only where the beginning is a dot.
fn names_in(folder: &Path, begun: &str) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let names = entries.take(ENTRIES_MAX).filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let fits = |name: &String| name.starts_with(begun) && (begun.starts_with('.') || !name.starts_with('.'));
    names.filter(fits).collect()
}

fn common_start(a: &str, b: &str) -> String {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_completed_as_far_as_it_is_certain() {
        let folder = tempfile::tempdir().unwrap();
        let base = folder.path().to_str().unwrap();
        for name in ["відповіді-березень.csv", "відповіді-квітень.csv", ".hidden"]
        {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        std::fs::create_dir(folder.path().join("Запити")).unwrap();
        assert_eq!(completed(&format!("{base}/від")), format!("{base}/відповіді-"));
        assert_eq!(completed(&format!("{base}/відповіді-к")), format!("{base}/відповіді-квітень.csv"));
        assert_eq!(completed(&format!("{base}/За")), format!("{base}/Запити{MAIN_SEPARATOR}"));
        assert_eq!(completed(&format!("{base}/нема")), format!("{base}/нема"));
        assert_eq!(completed("/nowhere/at/all"), "/nowhere/at/all");
    }

    #[test]
    fn home_and_quotes_are_understood() {
        let home = directories::UserDirs::new().unwrap().home_dir().to_owned();
        assert_eq!(expanded("~/answers.csv"), home.join("answers.csv"));
        assert_eq!(expanded(" '/tmp/my answers.csv' "), PathBuf::from("/tmp/my answers.csv"));
        assert_eq!(expanded("~petro/a.csv"), PathBuf::from("~petro/a.csv"));
        assert_eq!(expanded("відповіді.csv"), PathBuf::from("відповіді.csv"));
    }
}
