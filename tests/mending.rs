//! `viche check`, `viche repair` and `viche backups` as they are typed: what they say, with which exit status, in both
//! languages and for scripts.
#![allow(clippy::unwrap_used)]

mod shell;

use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use shell::Said;

/// A folder with a sprint of eight steps in it, and a home of its own.
struct Desk {
    folder: tempfile::TempDir,
    lang: &'static str,
}

impl Desk {
    fn new() -> Self {
        Self::speaking("en_GB.UTF-8")
    }

    fn speaking(lang: &'static str) -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap(), lang };
        desk.does(&["new", "a.viche", "--zone", "Europe/Kyiv", "--start", "2026-06-18"]);
        for n in 1..=3 {
            fs::write(desk.path("answers.csv"), format!("text\nThe queue starts at six, {n}\n")).unwrap();
            desk.does(&["import", "requests", "a.viche", "answers.csv", "--name", &n.to_string()]);
        }
        fs::remove_file(desk.path("answers.csv")).unwrap();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn viche(&self, args: &[&str]) -> Said {
        let said: Said = shell::viche(self.folder.path(), self.lang, args).output().unwrap().into();
        assert!(!format!("{}{}", said.out, said.err).contains(['⟨', '\u{1b}']), "{}{}", said.out, said.err);
        said
    }

    /// Runs what is done without a word on the error stream, and answers what it said.
    fn does(&self, args: &[&str]) -> String {
        let said = self.viche(args);
        assert_eq!((said.status, said.err.as_str()), (0, ""), "{args:?}: {}", said.out);
        said.out
    }

    /// Runs what answers in JSON.
    fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.viche(&[args, &["--json"]].concat()).out).unwrap()
    }

    /// Changes a line of the file, the header being the first.
    fn change(&self, line: usize, change: impl FnOnce(&str) -> String) {
        let text = fs::read_to_string(self.path("a.viche")).unwrap();
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines[line - 1] = change(&lines[line - 1]);
        fs::write(self.path("a.viche"), lines.join("\n") + "\n").unwrap();
    }

    /// Cuts the file behind a line.
    fn cut(&self, lines: usize) {
        let text = fs::read_to_string(self.path("a.viche")).unwrap();
        let kept: Vec<&str> = text.split_inclusive('\n').take(lines).collect();
        fs::write(self.path("a.viche"), kept.concat()).unwrap();
    }

    fn is_in_order(&self, steps: usize) {
        let said = self.viche(&["check", "a.viche"]);
        assert_eq!(said.out, format!("a.viche is in order: {steps} steps\n"));
        assert_eq!(said.status, 0);
    }
}

#[test]
fn a_file_in_order_has_nothing_to_mend() {
    let desk = Desk::new();
    let before = fs::read(desk.path("a.viche")).unwrap();
    assert_eq!(desk.does(&["repair", "a.viche"]), "a.viche is in order: 8 steps. Nothing to mend.\n");
    assert_eq!(fs::read(desk.path("a.viche")).unwrap(), before);
    let report = desk.json(&["repair", "a.viche"]);
    assert_eq!(
        (&report["exit"], &report["changed"], &report["steps"]),
        (&0.into(), &false.into(), &8.into())
    );
}

#[test]
fn a_line_that_can_not_be_read_is_located_and_mended() {
    let desk = Desk::new();
    desk.change(5, |_| "zzz".to_owned());
    let check = desk.viche(&["check", "a.viche"]);
    let expected =
        "a.viche is damaged\n  line 5  this line can't be read\nTo mend it: viche repair a.viche\n";
    assert_eq!((check.status, check.out.as_str()), (2, expected));
    let repaired = desk.does(&["repair", "a.viche"]);
    let (said, aside) = repaired.split_once("What could not be used is in a.viche.quarantine-").unwrap();
    assert_eq!(
        said,
        "a.viche is mended: 8 steps\n  line 5  step 4 came back from the mirror\n\
         The damaged file is now a.viche.gen-1\n"
    );
    assert!(aside.ends_with("Z\n"), "{aside}");
    desk.is_in_order(8);
    fs::write(desk.path("more.csv"), "text\nafterwards\n").unwrap();
    desk.does(&["import", "requests", "a.viche", "more.csv"]);
    desk.is_in_order(10);
}

#[test]
fn scripts_are_told_line_by_line() {
    let desk = Desk::new();
    desk.change(5, |_| "zzz".to_owned());
    let report = desk.json(&["repair", "a.viche"]);
    assert_eq!(report["mends"][0]["kind"], "found_in_mirror");
    assert_eq!((&report["mends"][0]["line"], &report["mends"][0]["first"]), (&5.into(), &4.into()));
    assert!(report["older"].as_str().unwrap().ends_with("a.viche.gen-1"));
    assert!(report["quarantine"].as_str().unwrap().contains("a.viche.quarantine-"));
}

#[test]
fn what_could_not_be_helped_is_said_and_the_status_tells() {
    let desk = Desk::new();
    fs::remove_dir_all(desk.path("home")).unwrap();
    desk.change(5, |_| "zzz".to_owned());
    let said = desk.viche(&["repair", "a.viche"]);
    assert_eq!(said.status, 2);
    assert!(said.out.starts_with("a.viche can be opened again: 9 steps. Not everything could be helped.\n"));
    assert!(
        said.out.contains("  line 5  4 bytes can't be read; they are kept in the file\n"),
        "{}",
        said.out
    );
    assert!(said.out.contains("  line 6  step 4 was found nowhere\n"), "{}", said.out);
    desk.is_in_order(9);
}

#[test]
fn a_file_edited_by_hand_waits_for_a_word() {
    let desk = Desk::new();
    desk.change(9, |line| line.replace("starts at six", "starts before five"));
    let edited = fs::read(desk.path("a.viche")).unwrap();
    let said = desk.viche(&["repair", "a.viche"]);
    let expected = "a.viche was edited outside viche. Nothing was changed.\n  line 9  step 8 was edited outside viche\n\
        To keep it as it was edited: viche repair --accept-edits a.viche\n\
        To go back to what it was: viche backups a.viche\n";
    assert_eq!((said.status, said.out.as_str()), (2, expected));
    assert_eq!(fs::read(desk.path("a.viche")).unwrap(), edited);
    let repaired = desk.does(&["repair", "--accept-edits", "a.viche"]);
    assert!(repaired.contains("  line 9  step 8 is kept as it was edited\n"), "{repaired}");
    assert!(fs::read_to_string(desk.path("a.viche")).unwrap().contains("starts before five"));
    desk.is_in_order(8);
}

#[test]
fn a_shortened_file_is_noticed_and_completed() {
    let desk = Desk::new();
    let whole = fs::read(desk.path("a.viche")).unwrap();
    desk.cut(5);
    let check = desk.viche(&["check", "a.viche"]);
    let expected = "a.viche is whole, but not what this computer remembers: 4 steps\n  \
        the file ends at step 4, and this computer has seen step 8\nTo mend it: viche repair a.viche\n";
    assert_eq!((check.status, check.out.as_str()), (2, expected));
    let report = desk.json(&["check", "a.viche"]);
    assert_eq!((&report["exit"], &report["remembered"]["kind"]), (&2.into(), &"shorter".into()));
    assert_eq!(report["remembered"]["seen"], 8);
    let repaired = desk.does(&["repair", "a.viche"]);
    assert!(
        repaired.contains("steps 5 to 8 were put back behind it: this computer had seen them"),
        "{repaired}"
    );
    assert_eq!(fs::read(desk.path("a.viche")).unwrap(), whole);
    desk.is_in_order(8);
}

#[test]
fn a_deleted_file_is_known_to_every_command_and_comes_back() {
    let desk = Desk::new();
    let whole = fs::read(desk.path("a.viche")).unwrap();
    fs::remove_file(desk.path("a.viche")).unwrap();
    fs::write(desk.path("more.csv"), "text\nafterwards\n").unwrap();
    for args in
        [&["import", "requests", "a.viche", "more.csv"][..], &["project", "a.viche"], &["repair", "a.viche"]]
    {
        let said = desk.viche(args);
        assert_eq!(said.status, 1, "{args:?}: {}", said.out);
        assert!(
            said.err.starts_with("error: a.viche is not there any more; this computer opened it last on ")
        );
        assert!(
            said.err.ends_with("  hint: `viche backups a.viche` lists what can be put back\n"),
            "{}",
            said.err
        );
    }
    let check = desk.viche(&["check", "a.viche"]);
    assert!(check.status == 3 && check.out.contains("To see what can be put back: viche backups a.viche"));
    let listed = desk.does(&["backups", "a.viche"]);
    assert!(listed.lines().nth(1).unwrap().starts_with("  1  mirror       "), "{listed}");
    assert!(listed.lines().nth(1).unwrap().contains("  8 steps  "), "{listed}");
    assert_eq!(desk.does(&["backups", "a.viche", "--restore", "1"]), "a.viche is now what copy 1 was.\n");
    assert_eq!(fs::read(desk.path("a.viche")).unwrap(), whole);
    desk.is_in_order(8);
}

#[test]
fn an_earlier_state_is_put_back_and_what_stood_there_is_set_aside() {
    let desk = Desk::new();
    let whole = fs::read(desk.path("a.viche")).unwrap();
    let said = desk.does(&["backups", "a.viche", "--restore", "2"]);
    let aside = said.lines().nth(1).unwrap().strip_prefix("What stood there is now ").unwrap();
    assert_eq!(fs::read(desk.path(aside)).unwrap(), whole);
    desk.is_in_order(6);
    let again = desk.json(&["backups", "a.viche"]);
    let newest = again.as_array().unwrap().iter().find(|one| one["steps"] == 8).unwrap();
    let answer = desk.json(&["backups", "a.viche", "--restore", &newest["n"].to_string(), "--to", "b.viche"]);
    assert_eq!((&answer["to"], &answer["steps"]), (&"b.viche".into(), &8.into()));
    assert_eq!(fs::read(desk.path("b.viche")).unwrap(), whole);
}

#[test]
fn what_can_not_be_put_back_says_why() {
    let desk = Desk::new();
    let before = fs::read(desk.path("a.viche")).unwrap();
    fs::write(desk.path("a.viche.quarantine-20260618T060000Z"), "{\"s\":").unwrap();
    let bytes = desk.json(&["backups", "a.viche"]).as_array().unwrap().len().to_string();
    for (args, status, words) in [
        (&["--restore", "99"][..], 2, "there is no copy 99 of a.viche"),
        (&["--restore", "0"], 2, "there is no copy 0 of a.viche"),
        (&["--restore", &bytes], 1, "is no whole sprint"),
        (&["--restore", "1", "--to", "a.viche"], 1, "exists already"),
    ] {
        let said = desk.viche(&[&["backups", "a.viche"], args].concat());
        assert_eq!(said.status, status, "{args:?}: {}", said.err);
        assert!(said.err.contains(words) && said.err.contains("\n  hint: "), "{args:?}: {}", said.err);
    }
    let held = fs::File::options().read(true).append(true).open(desk.path("a.viche")).unwrap();
    held.lock().unwrap();
    let said = desk.viche(&["backups", "a.viche", "--restore", "1"]);
    assert!(said.status == 1 && said.err.contains("is in use"), "{}", said.err);
    assert_eq!(fs::read(desk.path("a.viche")).unwrap(), before);
    let none = desk.viche(&["backups", "nothing.viche"]);
    assert!(none.status == 1 && none.err.contains("has no copy of nothing.viche"), "{}", none.err);
}

#[test]
fn an_older_generation_that_is_put_back_is_said() {
    let desk = Desk::new();
    desk.change(5, |_| "zzz".to_owned());
    desk.does(&["repair", "a.viche"]);
    let listed = desk.json(&["backups", "a.viche"]);
    let older = listed.as_array().unwrap().iter().find(|one| one["kind"] == "opening").unwrap();
    let said = desk.does(&["backups", "a.viche", "--restore", &older["n"].to_string()]);
    assert!(
        said.contains("Look out: this is generation 1 of the file, and this computer has seen generation 2")
    );
    assert_eq!(desk.viche(&["check", "a.viche"]).status, 2);
}

#[test]
fn what_is_no_sprint_or_too_new_is_refused() {
    let desk = Desk::new();
    fs::write(desk.path("notes.txt"), "just some notes\n").unwrap();
    let said = desk.viche(&["repair", "notes.txt"]);
    assert!(said.status == 3 && said.err.contains("is not a sprint"), "{}", said.err);
    assert_eq!(desk.viche(&["repair", "none.viche"]).status, 1);
    assert_eq!(fs::read_to_string(desk.path("notes.txt")).unwrap(), "just some notes\n");
}

#[test]
fn all_of_it_is_said_in_ukrainian_too() {
    let desk = Desk::speaking("uk_UA.UTF-8");
    assert_eq!(desk.does(&["repair", "a.viche"]), "a.viche у порядку: 8 кроків. Лагодити нічого.\n");
    desk.cut(5);
    let check = desk.viche(&["check", "a.viche"]);
    let expected = "a.viche цілий, але не такий, яким його пам’ятає цей комп’ютер: 4 кроки\n  \
        файл закінчується на кроці 4, а цей комп’ютер бачив крок 8\nЩоб полагодити: viche repair a.viche\n";
    assert_eq!((check.status, check.out.as_str()), (2, expected));
    let repaired = desk.does(&["repair", "a.viche"]);
    assert!(repaired.contains("a.viche полагоджено: 8 кроків\n  рядок 5  за ним повернуто кроки з 5 по 8"));
    desk.change(5, |_| "zzz".to_owned());
    assert!(desk.does(&["repair", "a.viche"]).contains("  рядок 5  крок 4 повернувся з дзеркала\n"));
    let listed = desk.does(&["backups", "a.viche"]);
    assert!(listed.starts_with("Що можна повернути на місце a.viche:\n  1  дзеркало"), "{listed}");
    assert!(listed.contains("до переписування"), "{listed}");
}
