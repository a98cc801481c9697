//! The shipped program on the command line: what it says to each wrong input, with which exit status, and
//! that the files are byte for byte as they were.

// Helpers of tests count as code for the lint; what they stumble over fails the test as it should.
#![allow(clippy::unwrap_used)]

mod shell;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use sha2::{Digest, Sha256};
use shell::Said;
use tempfile::TempDir;

/// A folder to work in and a home of its own, so that nothing of this computer matters.
struct Desk {
    folder: TempDir,
    lang: &'static str,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), lang: "en_GB.UTF-8" }
    }

    fn ukrainian() -> Self {
        Self { lang: "uk_UA.UTF-8", ..Self::new() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), text).unwrap();
    }

    fn command(&self, args: &[&str]) -> Command {
        shell::viche(self.folder.path(), self.lang, args)
    }

    fn viche(&self, args: &[&str]) -> Said {
        self.command(args).output().unwrap().into()
    }

    /// A sprint file.
    fn sprint(&self, name: &str) -> Vec<u8> {
        let made = self.viche(&["new", name, "--zone", "Europe/Kyiv", "--start", "2026-06-18"]);
        assert_eq!(made.status, 0, "{}", made.err);
        fs::read(self.path(name)).unwrap()
    }

    /// The files of the folder with what stands in them; the home is left out.
    fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files: Vec<(PathBuf, Vec<u8>)> = fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_file())
            .map(|path| (path.clone(), fs::read(path).unwrap()))
            .collect();
        files.sort();
        files
    }

    /// Runs what must be refused: with this status, these words, a hint, and no file changed.
    fn refuses(&self, args: &[&str], status: i32, words: &str) -> Said {
        let before = self.files();
        let said = self.viche(args);
        assert_eq!(said.status, status, "{args:?}: {}{}", said.out, said.err);
        let (error, hint) = match self.lang.starts_with("uk") {
            true => ("помилка: ", "\n  порада: "),
            false => ("error: ", "\n  hint: "),
        };
        assert!(said.err.starts_with(error) && said.err.contains(hint), "{args:?}: {}", said.err);
        assert!(said.err.contains(words), "{args:?}: {:?} is not in {}", words, said.err);
        assert!(!said.err.contains(['⟨', '\u{1b}']), "{}", said.err);
        assert!(self.files() == before, "{args:?} changed a file");
        said
    }
}

fn steps_of(path: &Path) -> usize {
    fs::read_to_string(path).unwrap().lines().count() - 1
}

#[test]
fn alone_it_shows_its_help_with_the_exit_status() {
    let said = Desk::new().viche(&[]);
    assert_eq!(said.status, 2);
    assert!(said.err.contains("Exit status:") && said.err.contains("viche demo"), "{}", said.err);
    let help = Desk::new().viche(&["--help"]);
    assert_eq!(help.status, 0);
    assert!(help.out.contains("can't be judged"), "{}", help.out);
    assert!(!help.out.contains("fault"), "a command of the tests is shown: {}", help.out);
}

#[test]
fn a_wrong_word_on_the_command_line_is_wrong_usage() {
    for args in [&["opne"][..], &["new"], &["import"], &["import", "answers"], &["demo", "--lang", "de"]] {
        assert_eq!(Desk::new().viche(args).status, 2, "{args:?}");
    }
}

#[test]
fn a_new_sprint_is_made_in_both_languages() {
    let desk = Desk::ukrainian();
    let made = desk.viche(&["new", "послуги.viche", "--team", "Тепло=Утеплення", "--start", "2026-06-18"]);
    assert_eq!(made.status, 0, "{}", made.err);
    assert!(made.out.contains("«послуги», від 18 червня 2026, 1 команда"), "{}", made.out);
    let text = fs::read_to_string(desk.path("послуги.viche")).unwrap();
    assert!(text.contains("\"lang\":\"uk\"") && text.contains("Утеплення"), "{text}");

    let made = desk.viche(&["new", "services.viche", "--lang", "en", "--title", "City services"]);
    assert!(made.out.contains("“City services”") && made.out.contains("8 teams"), "{}", made.out);
    assert!(fs::read_to_string(desk.path("services.viche")).unwrap().contains("\"lang\":\"en\""));
}

#[cfg(unix)]
#[test]
fn only_its_owner_can_read_a_sprint() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    desk.sprint("a.viche");
    assert_eq!(fs::metadata(desk.path("a.viche")).unwrap().permissions().mode() & 0o777, 0o600);
}

#[cfg(unix)]
#[test]
fn a_check_names_what_others_may_read_and_how_to_end_it() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    desk.sprint("a.viche");
    let said = desk.viche(&["check", "a.viche"]);
    assert!(!said.out.contains("chmod"), "{}", said.out);
    fs::set_permissions(desk.path("a.viche"), fs::Permissions::from_mode(0o644)).unwrap();
    fs::create_dir_all(desk.path("home/viche")).unwrap();
    fs::set_permissions(desk.path("home/viche"), fs::Permissions::from_mode(0o755)).unwrap();
    let said = desk.viche(&["check", "a.viche"]);
    assert_eq!(said.status, 0);
    assert!(said.out.contains("in order: 2 steps") && said.out.contains("chmod 600 a.viche"), "{}", said.out);
    assert!(said.out.contains("chmod 700 ") && said.out.contains("home/viche"), "{}", said.out);
    let json = desk.viche(&["check", "a.viche", "--json"]);
    let report: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!((&report["exit"], &report["wide_open"][0]), (&0.into(), &"a.viche".into()));
    assert!(report["findings"].as_array().unwrap().is_empty());
}

#[test]
fn new_refuses_what_would_lose_or_confuse() {
    let desk = Desk::new();
    desk.sprint("a.viche");
    fs::create_dir(desk.path("folder")).unwrap();
    desk.refuses(&["new", "a.viche"], 1, "exists already");
    desk.refuses(&["new", "folder"], 1, "is a folder");
    desk.refuses(&["new", "nowhere/a.viche"], 1, "does not exist");
    desk.refuses(&["new", "b.viche", "--zone", "Kyiv"], 2, "no time zone “Kyiv”");
    desk.refuses(&["new", "b.viche", "--start", "18.06.2026"], 2, "“18.06.2026” is no date");
    desk.refuses(&["new", "b.viche", "--team", "Heat", "--team", "heat=Energy"], 2, "“heat” is named twice");
    desk.refuses(&["new", "b.viche", "--team", "=Energy"], 2, "needs a name");
}

#[test]
fn new_refuses_in_ukrainian_too() {
    let desk = Desk::ukrainian();
    desk.sprint("a.viche");
    desk.refuses(&["new", "a.viche"], 1, "уже існує");
    desk.refuses(&["new", "b.viche", "--zone", "Київ"], 2, "часового поясу «Київ» немає");
    desk.refuses(&["new", "b.viche", "--team", "Тепло", "--team", "тепло"], 2, "«тепло» названо двічі");
}

#[test]
fn names_that_are_too_long_or_empty_are_refused() {
    let desk = Desk::new();
    for title in ["", &"я".repeat(201)] {
        let said = desk.viche(&["new", "a.viche", "--title", title]);
        assert_eq!(said.status, 2, "{}", said.out);
        assert!(said.err.starts_with("error: "), "{}", said.err);
        assert!(desk.files().is_empty());
    }
}

#[test]
fn without_a_terminal_no_file_is_touched() {
    let desk = Desk::new();
    desk.sprint("a.viche");
    desk.refuses(&["open", "a.viche"], 1, "needs a terminal");
    desk.refuses(&["demo"], 1, "needs a terminal");
    desk.refuses(&["demo", "--keep", "kept.viche"], 1, "needs a terminal");
    Desk::ukrainian().refuses(&["demo"], 1, "потрібен термінал");
}

#[test]
fn import_refuses_what_is_no_sprint() {
    let desk = Desk::new();
    desk.write("answers.csv", "text\nqueue\n");
    desk.write("notes.txt", "just some notes\n");
    desk.write("empty.viche", "");
    fs::create_dir(desk.path("folder")).unwrap();
    let import =
        |file, status, words| desk.refuses(&["import", "requests", file, "answers.csv"], status, words);
    import("none.viche", 1, "is not there");
    import("folder", 1, "is a folder");
    import("notes.txt", 1, "is not a sprint");
    import("empty.viche", 1, "is not a sprint");
}

#[test]
fn a_newer_and_a_damaged_sprint_are_left_alone() {
    let desk = Desk::new();
    let bytes = desk.sprint("a.viche");
    desk.write("answers.csv", "text\nqueue\n");
    let text = String::from_utf8(bytes).unwrap();

    let third = text.lines().nth(2).unwrap();
    desk.write("damaged.viche", text.replacen(third, &third.replacen("team", "tean", 1), 1));
    let said =
        desk.refuses(&["import", "requests", "damaged.viche", "answers.csv"], 1, "is damaged in line 3");
    for command in ["`viche repair damaged.viche`", "`viche open --read-only damaged.viche`"] {
        assert!(said.err.contains(command), "{}", said.err);
    }

    let header = text.split_once(",\"h\":\"").unwrap().0.replacen(":1,\"min\":1", ":9,\"min\":9", 1);
    let hash: String = Sha256::digest(&header)[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    desk.write("newer.viche", format!("{header},\"h\":\"{hash}\"}}\n"));
    desk.refuses(&["import", "requests", "newer.viche", "answers.csv"], 1, "newer viche");
}

#[test]
fn a_sprint_that_is_open_elsewhere_is_left_alone() {
    let desk = Desk::new();
    desk.sprint("a.viche");
    desk.write("answers.csv", "text\nqueue\n");
    let held = fs::File::options().read(true).append(true).open(desk.path("a.viche")).unwrap();
    held.lock().unwrap();
    let said = desk.refuses(&["import", "requests", "a.viche", "answers.csv"], 1, "is in use by pid");
    assert!(said.err.contains("close it there"), "{}", said.err);
    let said = desk.refuses(&["open", "a.viche"], 1, "is in use by pid");
    assert!(said.err.contains("`viche open --read-only a.viche`"), "{}", said.err);
    desk.refuses(&["open", "--read-only", "a.viche"], 1, "needs a terminal");
    let desk = Desk { lang: "uk_UA.UTF-8", ..desk };
    desk.refuses(&["open", "a.viche"], 1, "відкрито процесом");
    drop(held);
    assert_eq!(desk.viche(&["import", "requests", "a.viche", "answers.csv"]).status, 0);
}

/// The program run by somebody who may not do everything. `None` where such a person can't reach it.
#[cfg(unix)]
fn as_nobody(desk: &Desk, args: &[&str]) -> Option<Said> {
    use std::os::unix::process::CommandExt;
    let mut command = desk.command(args);
    if rustix::process::geteuid().is_root() {
        command.uid(NOBODY).gid(NOBODY);
    }
    match command.output() {
        Ok(output) => Some(Said::from(output)),
        Err(error) => {
            eprintln!("left out: nobody else can run the program here: {error}");
            None
        }
    }
}

/// The user whom nothing belongs to.
#[cfg(unix)]
const NOBODY: u32 = 65_534;

#[cfg(unix)]
#[test]
fn a_file_or_folder_that_is_not_ours_is_said_so() {
    use std::os::unix::fs::{PermissionsExt, chown};
    let desk = Desk::new();
    desk.sprint("a.viche");
    desk.write("answers.csv", "text\nqueue\n");
    desk.write("words.txt", "тиха ранкова черга\n");
    fs::create_dir(desk.path("locked")).unwrap();
    if rustix::process::geteuid().is_root() {
        // What root remembers of the sprint nobody else may look into.
        fs::remove_dir_all(desk.path("home")).unwrap();
        for name in ["", "a.viche", "answers.csv", "words.txt", "locked"] {
            chown(desk.path(name), Some(NOBODY), Some(NOBODY)).unwrap();
        }
    }
    let allow = |name: &str, mode| {
        fs::set_permissions(desk.path(name), fs::Permissions::from_mode(mode)).unwrap();
    };
    let refuses = |args: &[&str]| {
        let Some(said) = as_nobody(&desk, args) else { return };
        assert!(
            said.status == 1 && said.err.contains("does not let you"),
            "{args:?}: {}{}",
            said.out,
            said.err
        );
        assert!(said.err.contains("hint: ask who owns it"), "{}", said.err);
    };
    let before = fs::read(desk.path("a.viche")).unwrap();
    allow("locked", 0o500);
    refuses(&["new", "locked/b.viche"]);
    refuses(&["seal", "a.viche", "--out", "locked/a.age", "--passphrase-file", "words.txt"]);
    allow("locked", 0o000);
    refuses(&["import", "requests", "locked/b.viche", "answers.csv"]);
    allow("a.viche", 0o400);
    refuses(&["import", "requests", "a.viche", "answers.csv"]);
    allow("a.viche", 0o000);
    refuses(&["import", "requests", "a.viche", "answers.csv"]);
    refuses(&["seal", "a.viche", "--passphrase-file", "words.txt"]);
    if let Some(said) = as_nobody(&desk, &["check", "a.viche"]) {
        assert!(said.status == 3 && said.out.contains("can't be judged"), "{}{}", said.out, said.err);
    }
    allow("locked", 0o700);
    allow("a.viche", 0o600);
    assert_eq!(fs::read_dir(desk.path("locked")).unwrap().count(), 0);
    assert_eq!(fs::read(desk.path("a.viche")).unwrap(), before);
    if let Some(said) = as_nobody(&desk, &["import", "requests", "a.viche", "answers.csv"]) {
        assert_eq!((said.status, said.err.as_str()), (0, ""));
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_a_circle_and_too_many_open_files_have_their_sentences() {
    let desk = Desk::new();
    std::os::unix::fs::symlink("b.viche", desk.path("a.viche")).unwrap();
    std::os::unix::fs::symlink("a.viche", desk.path("b.viche")).unwrap();
    desk.write("answers.csv", "text\nqueue\n");
    let import = ["import", "requests", "a.viche", "answers.csv"];
    desk.refuses(&import, 1, "is a link that leads back to itself");
    desk.refuses(&["new", "a.viche"], 1, "exists already");
    desk.refuses(&["new", "a.viche/c.viche"], 1, "is a link that leads back to itself");
    // Four files are the streams and one more: enough for the sprint, and not for its folder.
    let viche = desk.command(&["new", "c.viche"]);
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", "ulimit -n 4; exec \"$0\" new c.viche"]).arg(viche.get_program());
    shell.current_dir(desk.folder.path()).env_clear().stdin(Stdio::null());
    shell.envs(viche.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let few = Said::from(shell.output().unwrap());
    assert!(few.status == 1 && few.err.contains("too many files open"), "{}{}", few.out, few.err);
    assert!(!desk.path("c.viche").exists(), "a file without its folder flushed was left");
}

#[test]
fn answers_come_in_with_their_numbers_and_each_bad_row_is_listed() {
    let desk = Desk::new();
    desk.sprint("a.viche");
    desk.write(
        "answers.csv",
        "Answer,Service,Phone\nThe queue starts at six,Clinics,1\n,Clinics,2\ntoo,few\n",
    );
    let args = ["import", "requests", "a.viche", "answers.csv", "--asked", "40000", "--period", "March"];
    let said = desk.viche(&args);
    assert_eq!(said.status, 0, "{}", said.err);
    for words in
        ["1 row came in", "R00001", "2 records stayed out", "record 3: there is no text", "record 4:"]
    {
        assert!(said.out.contains(words), "{words} is not in {}", said.out);
    }
    assert!(said.out.contains("not stored: Phone") && said.out.contains("u takes"), "{}", said.out);
    let again = desk.viche(&["import", "requests", "a.viche", "answers.csv", "--name", "Again"]);
    assert!(again.out.contains("R00002"), "codes are given once: {}", again.out);
    assert!(again.out.contains("count twice now") && !said.out.contains("count twice"), "{}", again.out);
    let text = fs::read_to_string(desk.path("a.viche")).unwrap();
    assert!(text.lines().last().unwrap().contains("\"by\":\"C\""), "{text}");
    assert_eq!(desk.viche(&["check", "a.viche"]).status, 0);
}

#[test]
fn an_import_of_which_nothing_comes_in_changes_nothing() {
    let desk = Desk::new();
    desk.sprint("a.viche");
    let import = |text: &[u8], words: &str| {
        desk.write("answers.csv", text);
        desk.refuses(&["import", "requests", "a.viche", "answers.csv"], 1, words)
    };
    import(b"", "is empty");
    import(b"text\n", "no rows");
    import(b"id,name\n1,a\n", "there are: id, name");
    import(b"PK\x03\x04rest", "spreadsheet");
    import(b"\x89PNG\r\n\x1a\n\0\0", "not a text file");
    import(b"\"text,category\nqueue,a", "can't be read");
    let none = import(b"text,category\n,Clinics\nqueue\n", "not one row came in");
    assert!(none.err.contains("record 2: ") && none.err.contains("record 3: "), "{}", none.err);
    let wide = format!("text{}x\n1\n", ",".repeat(200));
    import(wide.as_bytes(), "columns");
    let column = ["import", "requests", "a.viche", "answers.csv", "--text-column", "Nobody"];
    desk.write("answers.csv", "text\nqueue\n");
    desk.refuses(&column, 1, "no column Nobody");
    desk.refuses(&["import", "requests", "a.viche", "none.csv"], 1, "none.csv is not there");
    fs::create_dir(desk.path("folder")).unwrap();
    desk.refuses(&["import", "requests", "a.viche", "folder"], 1, "is a folder");
}

#[test]
fn an_import_is_refused_in_ukrainian_too() {
    let desk = Desk::ukrainian();
    desk.sprint("a.viche");
    desk.write("answers.csv", "текст;район\n;Центр\n");
    let said = desk.refuses(&["import", "requests", "a.viche", "answers.csv"], 1, "жоден рядок не ввійшов");
    assert!(said.err.contains("запис 2: немає тексту"), "{}", said.err);
}

#[test]
fn an_import_that_was_begun_in_windows_1251_reads_right() {
    let desk = Desk::new();
    desk.sprint("a.viche");
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode("Текст;Категорія\nЧерга з шостої;Медицина\n");
    desk.write("answers.csv", &*bytes);
    assert_eq!(desk.viche(&["import", "requests", "a.viche", "answers.csv"]).status, 0);
    assert!(fs::read_to_string(desk.path("a.viche")).unwrap().contains("Черга з шостої"));
}

#[test]
fn check_tells_a_clean_file_a_torn_one_a_damaged_one_and_a_stranger() {
    let desk = Desk::new();
    let bytes = desk.sprint("a.viche");
    desk.write("torn.viche", &bytes[..bytes.len() - 40]);
    desk.write("notes.txt", "just some notes\n");
    let mut damaged = bytes.clone();
    let middle = bytes.iter().position(|&byte| byte == b'\n').unwrap() + 60;
    damaged[middle] ^= 1;
    desk.write("damaged.viche", &damaged);
    let before = desk.files();
    for (name, status, words) in [
        ("a.viche", 0, "in order: 2 steps"),
        ("torn.viche", 1, "can be opened"),
        ("damaged.viche", 2, "line 2"),
        ("notes.txt", 3, "not a sprint"),
        ("none.viche", 3, "can't be"),
    ] {
        let said = desk.viche(&["check", name]);
        assert_eq!(said.status, status, "{name}: {}", said.out);
        assert!(said.out.contains(words), "{name}: {}", said.out);
        let json = desk.viche(&["check", name, "--json"]);
        assert_eq!(json.status, status);
        let report: serde_json::Value = serde_json::from_str(&json.out).unwrap();
        assert_eq!(report["exit"], status);
        assert_eq!(report["findings"].as_array().unwrap().is_empty(), status == 0);
    }
    assert!(desk.files() == before, "a check changed a file");
}

#[test]
fn settings_lists_each_with_its_values_and_the_file() {
    let desk = Desk::new();
    let said = desk.viche(&["settings"]);
    assert_eq!(said.status, 0);
    for words in
        ["settings.toml", "language = \"sprint\"", "theme = \"terminal\"", "colour = \"auto\"", "\"uk\""]
    {
        assert!(said.out.contains(words), "{words} is not in {}", said.out);
    }
    desk.write("home/viche/settings.toml", "language = \"uk\"\ncolour = \"none\"\n");
    let said = desk.viche(&["settings"]);
    assert!(said.out.contains("colour = \"none\"") && said.out.contains("Файл налаштувань"), "{}", said.out);
    assert!(desk.viche(&["settings", "--lang", "en"]).out.contains("Settings file"));
}

#[test]
fn no_color_switches_colours_off_and_an_empty_one_does_not() {
    let desk = Desk::new();
    let with = |value| Said::from(desk.command(&["settings"]).env("NO_COLOR", value).output().unwrap()).out;
    assert!(with("1").contains("colour = \"none\""));
    assert!(with("").contains("colour = \"auto\""));
}

#[test]
fn all_that_is_wrong_in_the_settings_is_told_at_once_with_its_lines() {
    let desk = Desk::new();
    desk.write("home/viche/settings.toml", "color = \"none\"\nhints = \"maybe\"\n");
    let said = desk.refuses(&["settings"], 2, "settings.toml can't be read");
    for words in ["line 1: there is no setting “color”", "line 2: “maybe” is no value of hints"] {
        assert!(said.err.contains(words), "{words} is not in {}", said.err);
    }
    desk.refuses(&["new", "a.viche"], 2, "settings.toml");
}

#[test]
fn a_bad_moment_for_the_demo_is_wrong_usage_only_where_there_is_a_terminal() {
    let said = Desk::new().viche(&["demo", "--at", "half past two"]);
    assert_eq!(said.status, 1, "the terminal comes first: {}", said.err);
}

#[test]
fn a_sprint_has_two_steps_when_it_is_new() {
    let desk = Desk::new();
    desk.sprint("a.viche");
    assert_eq!(steps_of(&desk.path("a.viche")), 2);
}

#[test]
fn an_output_that_nobody_reads_is_no_reason_to_break_down() {
    let desk = Desk::new();
    let mut child =
        desk.command(&["settings"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"));
    assert!(output.status.code().is_none_or(|status| status == 0), "{output:?}");
}

#[test]
fn a_keymap_that_asks_for_what_cant_be_is_left_out_and_all_of_it_is_told() {
    let desk = Desk::new();
    desk.write("home/viche/keymap.toml", "\"themes.join\" = [\"b\", \"Ctrl+B\"]\n");
    let said = desk.viche(&["settings"]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    assert!(said.out.contains("keymap.toml"), "{}", said.out);
    let bad = "\"themes.join\" = \"u\"\n\"themes.unite\" = \"b\"\n\"app.redo\" = [\"7\", \"F2\"]\n";
    desk.write("home/viche/keymap.toml", bad);
    let said = desk.refuses(&["settings"], 2, "keymap.toml is left out");
    for words in [
        "line 1: u of themes.join is also a key of app.undo",
        "line 2: there is no command “themes.unite”",
        "line 3: 7 always means the same",
        "line 3: there is no key “F2”",
    ] {
        assert!(said.err.contains(words), "{words} is not in {}", said.err);
    }
    assert!(said.out.contains("language ="), "the settings are still listed");
    assert_eq!(desk.viche(&["new", "a.viche"]).status, 0, "nothing else waits for a keymap");
    let desk = Desk { lang: "uk_UA.UTF-8", ..desk };
    desk.refuses(&["settings"], 2, "команди «themes.unite» немає");
}

#[test]
fn a_list_of_people_comes_in_once_and_names_what_stays_out() {
    let desk = Desk::new();
    desk.sprint("a.viche");
    desk.write(
        "people.csv",
        "Name,Department,Role,Team,Phone\n\
         Olha K.,Health,\"interviewer, note-taker\",T1,1\n\
         Ivan P.,Transport,observer,,2\n\
         Maria S.,,observer,,3\n\
         Taras V.,Health,cook,,4\n",
    );
    let args = ["import", "people", "a.viche", "people.csv"];
    let said = desk.viche(&args);
    assert_eq!(said.status, 0, "{}", said.err);
    for words in [
        "2 people came in",
        "New departments: Health, Transport",
        "2 records stayed out",
        "record 4: No dep",
        "“cook”",
        "Phone",
    ] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    let steps = steps_of(&desk.path("a.viche"));
    let again = desk.viche(&args);
    assert!(
        again.out.contains("Nobody new came in") && again.out.contains("2 already here"),
        "{}",
        again.out
    );
    assert_eq!(steps_of(&desk.path("a.viche")), steps, "a list that brings nobody wrote something");
    let named = desk.viche(&["import", "people", "a.viche", "people.csv", "--department", "health"]);
    assert!(
        named.out.contains("1 person came in") && !named.out.contains("New departments"),
        "{}",
        named.out
    );
}

#[test]
fn a_list_of_which_nobody_comes_in_changes_nothing() {
    let desk = Desk::ukrainian();
    desk.sprint("a.viche");
    let import = |text: &str, words: &str| {
        desk.write("people.csv", text);
        desk.refuses(&["import", "people", "a.viche", "people.csv"], 1, words)
    };
    import("", "файл порожній");
    import("id;phone\n1;2\n", "жоден стовпець не схожий на імена");
    let said = import("ПІБ;Департамент\nОля;\n", "жоден рядок не ввійшов");
    assert!(said.err.contains("Департамент не названо"), "{}", said.err);
}

#[test]
fn the_key_card_shows_the_keys_that_hold_in_the_language_asked_for() {
    let desk = Desk::new();
    let card = desk.viche(&["keys"]);
    assert_eq!((card.status, card.err.as_str()), (0, ""));
    assert!(card.out.contains("5 Themes ─") && card.out.contains("j     merge"), "{}", card.out);
    assert!(card.out.lines().count() <= 64 && card.out.lines().all(|line| line.chars().count() <= 80));
    desk.write("home/viche/keymap.toml", "\"themes.join\" = \"Ctrl+J\"\n");
    assert!(desk.viche(&["keys"]).out.contains("Ctrl+J merge"));
    assert!(desk.viche(&["keys", "--lang", "uk"]).out.contains("5 Теми ─"));
    desk.write("home/viche/keymap.toml", "\"themes.join\" = \"7\"\n");
    let usual = desk.refuses(&["keys"], 2, "7 always means the same");
    assert_eq!(usual.out, card.out, "the usual keys hold");
}

#[test]
fn shells_and_man_are_told_what_can_be_typed() {
    let desk = Desk::new();
    let marks = [
        ("bash", "complete -F"),
        ("zsh", "#compdef viche"),
        ("fish", "complete -c viche"),
        ("powershell", "Register-ArgumentCompleter"),
    ];
    for (shell, mark) in marks {
        let said = desk.viche(&["completions", shell]);
        assert_eq!((said.status, said.err.as_str()), (0, ""), "{shell}");
        assert!(said.out.contains(mark) && said.out.contains("import"), "{shell}: {}", said.out);
    }
    assert_eq!(desk.viche(&["completions", "csh"]).status, 2);
    let page = desk.viche(&["man"]);
    assert!(page.status == 0 && page.out.contains(".TH viche 1") && page.out.contains("Exit status"));
    let page = desk.viche(&["man", "import", "requests"]);
    assert!(page.status == 0 && page.out.contains("text\\-column"), "{}", page.out);
    desk.refuses(&["man", "brew"], 2, "brew");
    Desk::ukrainian().refuses(&["man", "fault"], 2, "немає команди");
}

#[test]
fn a_reader_that_stops_after_the_first_line_is_no_error() {
    use std::io::Read;
    let desk = Desk::new();
    for args in [&["keys"][..], &["completions", "zsh"], &["man"]] {
        let mut child = desk.command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdout.take().unwrap().read_exact(&mut [0; 4]).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{args:?}: {output:?}");
    }
}

/// A folder with a sprint and with passphrases to seal it with.
fn desk_with_passphrases() -> (Desk, Vec<u8>) {
    let desk = Desk::new();
    let bytes = desk.sprint("a.viche");
    desk.write("words.txt", "тиха ранкова черга\r\nand a second line\n");
    desk.write("other.txt", "гучна ранкова черга\n");
    desk.write("short.txt", "черга\n");
    desk.write("empty.txt", "");
    (desk, bytes)
}

#[test]
fn what_is_sealed_is_unsealed_byte_for_byte() {
    let (desk, bytes) = desk_with_passphrases();
    let sealed = desk.viche(&["seal", "a.viche", "--passphrase-file", "words.txt"]);
    assert_eq!((sealed.status, sealed.err.as_str()), (0, ""));
    assert!(sealed.out.contains("Sealed a.viche as a.viche.age: 2 steps"), "{}", sealed.out);
    assert!(
        sealed.out.contains("a.viche stays as it is") && !sealed.out.contains("left out"),
        "{}",
        sealed.out
    );
    assert!(fs::read(desk.path("a.viche.age")).unwrap().starts_with(b"age-encryption.org/v1\n"));
    let unseal = ["unseal", "a.viche.age", "--passphrase-file", "words.txt"];
    desk.refuses(&unseal, 1, "a.viche exists already");
    fs::rename(desk.path("a.viche"), desk.path("original.viche")).unwrap();
    let unsealed = desk.viche(&unseal);
    assert_eq!((unsealed.status, unsealed.err.as_str()), (0, ""));
    assert!(unsealed.out.contains("Unsealed a.viche.age as a.viche: 2 steps"), "{}", unsealed.out);
    assert_eq!(fs::read(desk.path("a.viche")).unwrap(), bytes);
    assert_eq!(desk.files().len(), 7, "something else was left behind");
}

#[cfg(unix)]
#[test]
fn only_its_owner_can_read_what_was_sealed_and_unsealed() {
    use std::os::unix::fs::PermissionsExt;
    let (desk, _) = desk_with_passphrases();
    desk.viche(&["seal", "a.viche", "--out", "b.age", "--passphrase-file", "words.txt"]);
    desk.viche(&["unseal", "b.age", "--out", "c.viche", "--passphrase-file", "words.txt"]);
    for name in ["b.age", "c.viche"] {
        assert_eq!(fs::metadata(desk.path(name)).unwrap().permissions().mode() & 0o777, 0o600, "{name}");
    }
}

#[test]
fn sealing_refuses_what_would_protect_nothing_or_overwrite_something() {
    let (desk, _) = desk_with_passphrases();
    desk.write("a.viche.age", "mine");
    let seal = |args: &[&str], words| {
        let args = [&["seal", "a.viche"][..], args].concat();
        let said = desk.refuses(&args, 1, words);
        assert!(!said.err.contains("черга"), "a passphrase is shown: {}", said.err);
    };
    seal(&["--passphrase-file", "words.txt"], "a.viche.age exists already");
    seal(&["--out", "none/a.age", "--passphrase-file", "words.txt"], "does not exist");
    seal(&["--out", "b.age", "--passphrase-file", "short.txt"], "5 characters is guessed too soon");
    seal(&["--out", "b.age", "--passphrase-file", "empty.txt"], "the passphrase is empty");
    seal(&["--out", "b.age", "--passphrase-file", "none.txt"], "no passphrase can be read from none.txt");
    seal(&["--out", "b.age"], "name a file with --passphrase-file");
    desk.refuses(&["seal", "words.txt", "--passphrase-file", "words.txt"], 1, "is not a sprint");
    desk.refuses(&["seal", "none.viche", "--passphrase-file", "words.txt"], 1, "is not there");
}

#[test]
fn unsealing_writes_nothing_unless_all_of_it_is_a_sprint_in_order() {
    let (desk, _) = desk_with_passphrases();
    desk.viche(&["seal", "a.viche", "--passphrase-file", "words.txt"]);
    let sealed = fs::read(desk.path("a.viche.age")).unwrap();
    desk.write("cut.age", &sealed[..sealed.len() - 30]);
    desk.write("changed.age", [&sealed[..sealed.len() - 1], b"?"].concat());
    desk.write("garbage.age", [7; 300]);
    let work = sealed.windows(4).position(|window| window == b" 18\n").unwrap();
    desk.write("hard.age", [&sealed[..work], b" 40\n", &sealed[work + 4..]].concat());
    let unseal = |file: &str, with: &str, words: &str| {
        let said = desk.refuses(&["unseal", file, "--out", "b.viche", "--passphrase-file", with], 1, words);
        assert!(!said.err.contains("черга"), "a passphrase is shown: {}", said.err);
    };
    unseal("a.viche.age", "other.txt", "this passphrase does not open a.viche.age");
    unseal("a.viche.age", "empty.txt", "the passphrase is empty");
    unseal("cut.age", "words.txt", "was cut short or changed");
    unseal("changed.age", "words.txt", "was cut short or changed");
    unseal("garbage.age", "words.txt", "is not a sealed file");
    unseal("a.viche", "words.txt", "is not a sealed file");
    unseal("hard.age", "words.txt", "more memory than any sealed sprint needs");
    unseal("none.age", "words.txt", "is not there");
    fs::rename(desk.path("a.viche.age"), desk.path("sealed")).unwrap();
    desk.refuses(&["unseal", "sealed", "--passphrase-file", "words.txt"], 2, "give it one with --out");
}

/// Something sealed by another program than ours.
fn sealed_elsewhere(bytes: &[u8]) -> Vec<u8> {
    let mut recipient = age::scrypt::Recipient::new("тиха ранкова черга".to_owned().into());
    recipient.set_work_factor(2);
    age::encrypt(&recipient, bytes).unwrap()
}

#[test]
fn what_is_sealed_and_no_sprint_is_not_written() {
    let (desk, bytes) = desk_with_passphrases();
    let mut damaged = bytes.clone();
    damaged[bytes.len() / 2] ^= 1;
    desk.write("notes.age", sealed_elsewhere(b"just some notes\n"));
    desk.write("damaged.age", sealed_elsewhere(&damaged));
    for (file, words) in [("notes.age", "line 1: "), ("damaged.age", "line 3: ")] {
        let args = ["unseal", file, "--out", "b.viche", "--passphrase-file", "words.txt"];
        let said = desk.refuses(&args, 1, "not a sprint in order");
        assert!(said.err.contains(words), "{}", said.err);
    }
    desk.write("torn.age", sealed_elsewhere(&bytes[..bytes.len() - 9]));
    let torn = desk.viche(&["unseal", "torn.age", "--passphrase-file", "words.txt"]);
    assert!(torn.status == 0 && torn.out.contains("line 3: "), "{}{}", torn.out, torn.err);
}

#[test]
fn a_sprint_in_use_is_sealed_without_the_step_that_is_being_written() {
    let (desk, bytes) = desk_with_passphrases();
    desk.write("b.viche", [&bytes[..], b"{\"s\":3,\"w\":"].concat());
    let held = fs::File::options().append(true).open(desk.path("b.viche")).unwrap();
    held.lock().unwrap();
    let sealed = desk.viche(&["seal", "b.viche", "--passphrase-file", "words.txt"]);
    assert!(sealed.out.contains("The last 11 bytes were left out"), "{}{}", sealed.out, sealed.err);
    desk.viche(&["unseal", "b.viche.age", "--out", "c.viche", "--passphrase-file", "words.txt"]);
    assert_eq!(fs::read(desk.path("c.viche")).unwrap(), bytes);
}

#[test]
fn sealing_is_refused_in_ukrainian_too() {
    let desk = Desk::ukrainian();
    desk.sprint("a.viche");
    desk.write("short.txt", "черга\n");
    desk.refuses(&["seal", "a.viche", "--passphrase-file", "short.txt"], 1, "фразу з 5 знаків вгадати");
    desk.refuses(&["unseal", "a.viche", "--out", "b.viche"], 1, "не запечатаний файл");
}

/// Two copies of one sprint, into each of which a scribe took people in.
fn two_scribes(desk: &Desk) {
    desk.sprint("a.viche");
    fs::copy(desk.path("a.viche"), desk.path("b.viche")).unwrap();
    desk.write("one.csv", "name,department\nОлена К.,Health\n");
    desk.write("two.csv", "name,department\nТарас В.,Transport\nP. Lee,Transport\n");
    assert_eq!(desk.viche(&["import", "people", "a.viche", "one.csv"]).status, 0);
    assert_eq!(desk.viche(&["import", "people", "b.viche", "two.csv"]).status, 0);
}

#[test]
fn two_scribes_files_are_merged_once_and_the_other_stays_as_it_was() {
    let desk = Desk::new();
    two_scribes(&desk);
    let other = fs::read(desk.path("b.viche")).unwrap();
    let merged = desk.viche(&["merge", "a.viche", "b.viche"]);
    assert_eq!((merged.err.as_str(), merged.status), ("", 0));
    assert!(merged.out.contains("came into a.viche") && merged.out.contains("M001·b"), "{}", merged.out);
    assert_eq!(fs::read(desk.path("b.viche")).unwrap(), other);
    let text = fs::read_to_string(desk.path("a.viche")).unwrap();
    assert_eq!(text.matches("Тарас В.").count(), 1);
    let before = text.len();
    let again = desk.viche(&["merge", "a.viche", "b.viche"]);
    assert!(again.out.contains("has everything of b.viche already"), "{}", again.out);
    assert_eq!(fs::read(desk.path("a.viche")).unwrap().len(), before);
    assert_eq!(desk.viche(&["check", "a.viche"]).status, 0);
    desk.write("three.csv", "name,department\nПісля З.,Health\n");
    let more = desk.viche(&["import", "people", "a.viche", "three.csv"]);
    assert_eq!((more.err.as_str(), more.status), ("", 0));
}

#[test]
fn the_other_way_round_the_merge_holds_the_same_people() {
    let desk = Desk::ukrainian();
    two_scribes(&desk);
    fs::copy(desk.path("a.viche"), desk.path("first.viche")).unwrap();
    assert_eq!(desk.viche(&["merge", "a.viche", "b.viche"]).status, 0);
    assert_eq!(desk.viche(&["merge", "b.viche", "first.viche"]).status, 0);
    let both = desk.viche(&["merge", "a.viche", "b.viche", "--json"]);
    assert_eq!(
        both.out.trim(),
        r#"{"steps":1,"notes":0,"told_apart":[],"left":[]}"#,
        "only that b was opened to merge"
    );
    for file in ["a.viche", "b.viche"] {
        let text = fs::read_to_string(desk.path(file)).unwrap();
        for name in ["Олена К.", "Тарас В.", "P. Lee"] {
            assert_eq!(text.matches(name).count(), 1, "{file}: {name}");
        }
    }
}

#[test]
fn a_file_of_another_sprint_or_a_damaged_one_is_not_merged() {
    let desk = Desk::new();
    two_scribes(&desk);
    desk.sprint("other.viche");
    let before = fs::read(desk.path("a.viche")).unwrap();
    let refused = desk.viche(&["merge", "a.viche", "other.viche"]);
    assert_eq!(refused.status, 1);
    assert!(
        refused.err.contains("other.viche is not a file of the same sprint as a.viche"),
        "{}",
        refused.err
    );
    let text = fs::read_to_string(desk.path("b.viche")).unwrap().replacen("Transport", "Transpart", 1);
    desk.write("b.viche", text);
    let refused = desk.viche(&["merge", "a.viche", "b.viche"]);
    assert_eq!(refused.status, 1);
    assert!(refused.err.contains("b.viche"), "{}", refused.err);
    assert_eq!(fs::read(desk.path("a.viche")).unwrap(), before);
}

/// A file with the demo's steps under this name.
fn demo_file(desk: &Desk, name: &str) {
    let demo = viche::demo::make("uk", &viche::demo::usual_moment(), viche::domain::id::RunId(0xde40));
    viche::store::create(desk.path(name)).unwrap().append(&demo.steps).unwrap();
}

/// The longest note of a respondent.
fn words_of(desk: &Desk, name: &str, respondent: u32) -> String {
    let (_, steps, _) = viche::store::read(desk.path(name)).unwrap();
    let history = viche::domain::History::of(steps);
    let sprint = history.sprint();
    let theirs = sprint.interviews.iter().filter(|one| one.respondent == respondent);
    let notes = theirs.flat_map(|one| &one.notes).filter_map(|id| sprint.notes.get(*id));
    notes.map(|note| note.text.to_string()).max_by_key(String::len).unwrap()
}

#[test]
fn who_was_erased_in_one_file_is_erased_in_the_other_when_they_are_merged() {
    for (into, from) in [("kept.viche", "erased.viche"), ("erased.viche", "kept.viche")] {
        let desk = Desk::ukrainian();
        demo_file(&desk, "kept.viche");
        fs::copy(desk.path("kept.viche"), desk.path("erased.viche")).unwrap();
        let words = words_of(&desk, "kept.viche", 19);
        let erased = desk.viche(&["erase", "erased.viche", "--respondent", "P019", "--yes"]);
        assert_eq!(erased.status, 0, "{}{}", erased.out, erased.err);
        // Somebody goes on in the copy that still has the words.
        desk.write("one.csv", "name,department\nОлена К.,Охорона здоров’я\n");
        assert_eq!(desk.viche(&["import", "people", "kept.viche", "one.csv"]).status, 0);
        let merged = desk.viche(&["merge", into, from]);
        assert_eq!((merged.err.as_str(), merged.status), ("", 0), "{}", merged.out);
        let text = fs::read_to_string(desk.path(into)).unwrap();
        assert!(!text.contains(&words) && text.contains("Олена К."), "{into} from {from}");
        let beside: Vec<_> = desk.files().into_iter().filter(|(path, _)| !path.ends_with(from)).collect();
        for (path, bytes) in beside {
            assert!(!String::from_utf8_lossy(&bytes).contains(&words), "{}", path.display());
        }
        assert_eq!(desk.viche(&["check", into]).status, 0);
        assert!(desk.viche(&["merge", into, from]).out.contains("вже є все"), "{into} from {from}");
    }
}

#[test]
fn a_merge_that_would_have_to_remove_waiting_steps_changes_nothing() {
    let desk = Desk::new();
    demo_file(&desk, "kept.viche");
    fs::copy(desk.path("kept.viche"), desk.path("erased.viche")).unwrap();
    assert_eq!(desk.viche(&["erase", "erased.viche", "--respondent", "P019", "--yes"]).status, 0);
    let (header, steps, _) = viche::store::read(desk.path("kept.viche")).unwrap();
    let shelf = viche::store::Shelf::of(&desk.path("home/viche"), header.file);
    viche::store::make_folder(shelf.folder()).unwrap();
    let fallback = shelf.fallback(viche::domain::id::RunId(3));
    drop(viche::store::create_from(&fallback, header, &steps).unwrap());
    let waiting = fs::read(&fallback).unwrap();
    desk.refuses(&["merge", "kept.viche", "erased.viche"], 1, "so that they come in");
    assert!(fs::read(&fallback).unwrap() == waiting, "the waiting steps are gone");
}
