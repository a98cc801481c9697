//! `viche group` and `viche suggest` on files: what comes out of each kind of file that can come in, and what is said.
//! Which text lies in which group is not looked at here.

// Helpers of tests count as code for the lint; what they stumble over fails the test as it should.
#![allow(clippy::unwrap_used)]

mod shell;

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use encoding_rs::WINDOWS_1251;
use shell::Said;
use tempfile::TempDir;

const ANSWERS: &str = "id;Текст;Район\r\n\
    1;\"Черга з’їдає день;\r\nсказали: \"\"приходьте завтра\"\"\";Центр\r\n\
    2;Ґанок слизький взимку;\"Схід\"\r\n\
    3; ;Схід\r\n\
    4;На ґанку взимку слизько;Центр\r\n";
const SORTED: &str =
    "text,label\nthe queue starts at six,Queues\nice on the porch,=Porch\nlong queue,Queues\n";

/// A folder to work in and a home of its own.
struct Desk {
    folder: TempDir,
    lang: &'static str,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), lang: "en_GB.UTF-8" }
    }

    fn with(name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let desk = Self::new();
        desk.write(name, bytes);
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).unwrap();
    }

    fn command(&self, args: &[&str]) -> Command {
        shell::viche(self.folder.path(), self.lang, args)
    }

    fn output(&self, args: &[&str]) -> Output {
        let output = self.command(args).output().unwrap();
        let err = String::from_utf8(output.stderr.clone()).unwrap();
        assert_eq!(output.status.code(), Some(0), "{args:?}: {err}");
        assert!(!err.contains(['⟨', '{', '\u{1b}', '\r']), "{err}");
        output
    }

    fn says(&self, args: &[&str]) -> Said {
        self.output(args).into()
    }

    /// Runs what must be refused: with this status, these words alone and a hint, and nothing on the output.
    fn refuses(&self, args: &[&str], status: i32, words: &str) {
        let said = Said::from(self.command(args).output().unwrap());
        assert_eq!((said.status, said.out.as_str()), (status, ""), "{args:?}: {}", said.err);
        let (error, hint) = match self.lang.starts_with("uk") {
            true => ("помилка: ", "\n  порада: "),
            false => ("error: ", "\n  hint: "),
        };
        assert!(said.err.starts_with(error) && said.err.contains(hint), "{args:?}: {}", said.err);
        assert!(said.err.contains(words), "{args:?}: {words:?} is not in {}", said.err);
        assert!(!said.err.contains(['⟨', '{', '\u{1b}']), "{}", said.err);
    }
}

/// The cells of a file whose quotes stand around whole cells only.
fn cells(text: &str, separator: char) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' => quoted = !quoted,
            c if c == separator && !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    assert!(row.is_empty() && cell.is_empty() && !quoted, "the last line is not ended");
    rows
}

/// Whether `after` is `before` with cells behind each row: the new ones are answered.
fn added(before: &str, after: &str, separator: char) -> Vec<Vec<String>> {
    let (before, mut after) = (cells(before, separator), cells(after, separator));
    assert_eq!(before.len(), after.len());
    for (before, after) in before.iter().zip(&mut after) {
        assert_eq!(after.drain(..before.len()).collect::<Vec<_>>(), *before);
    }
    after
}

fn utf16(text: &str) -> Vec<u8> {
    format!("\u{FEFF}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn from_utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    String::from_utf16(&units).unwrap().strip_prefix('\u{FEFF}').unwrap().to_owned()
}

/// The group is a number from 1, the distance is 0 to 1 with three digits; or all three are empty.
fn assert_filed(new: &[String]) {
    let [group, _, distance] = new else { panic!("{new:?}") };
    if group.is_empty() {
        assert!(new.iter().all(String::is_empty), "{new:?}");
        return;
    }
    assert!(group.parse::<usize>().unwrap() >= 1, "{new:?}");
    assert!(distance.len() == 5 && (0.0..=1.0).contains(&distance.parse::<f32>().unwrap()), "{new:?}");
}

#[test]
fn every_row_comes_out_in_its_order_with_three_cells_behind_it() {
    let desk = Desk::with("a.csv", ANSWERS);
    let said = desk.says(&["group", "a.csv", "--column", "Текст"]);
    let new = added(ANSWERS, &said.out, ';');
    assert_eq!(new[0], ["group", "name", "distance"]);
    new[1..].iter().for_each(|new| assert_filed(new));
    assert_eq!(new[3], ["", "", ""], "a row without a text has no group");
    assert!(said.out.contains("\";Центр;") && said.out.contains("2;Ґанок слизький взимку;\"Схід\";"));
    assert_eq!(said.out.matches("\r\n").count(), said.out.matches('\n').count());
}

#[test]
fn encoding_mark_and_line_breaks_stay() {
    let desk = Desk::new();
    desk.write("1251.csv", WINDOWS_1251.encode(ANSWERS).0);
    desk.write("marked.csv", format!("\u{FEFF}{ANSWERS}"));
    desk.write("wide.csv", utf16(ANSWERS));
    let plain = ANSWERS.replace('\r', "");
    desk.write("plain.csv", &plain);
    let old = WINDOWS_1251.decode(&desk.output(&["group", "1251.csv"]).stdout).0.into_owned();
    assert_eq!(added(ANSWERS, &old, ';').len(), 5);
    let marked = desk.says(&["group", "marked.csv"]).out;
    assert_eq!(added(ANSWERS, marked.strip_prefix('\u{FEFF}').unwrap(), ';').len(), 5);
    let wide = from_utf16(&desk.output(&["group", "wide.csv"]).stdout);
    assert!(added(ANSWERS, &wide, ';').len() == 5 && wide.contains("\r\n"));
    let lines = desk.says(&["group", "plain.csv"]).out;
    assert!(added(&plain, &lines, ';').len() == 5 && !lines.contains('\r'));
}

#[test]
fn what_was_read_and_done_is_said_on_the_error_stream() {
    let desk = Desk::with("a.csv", WINDOWS_1251.encode(ANSWERS).0);
    let output = desk.output(&["group", "a.csv", "--seed", "7", "--groups", "2"]);
    let err = String::from_utf8(output.stderr).unwrap();
    for words in [
        "a.csv: 4 rows, windows-1251, parted by semicolons",
        "“Текст”, found by itself",
        "1 row has no text",
        "Groups: 2",
        "Seed: 7",
        " lie",
    ] {
        assert!(err.contains(words), "{words}: {err}");
    }
    let err = desk.command(&["group", "a.csv", "--lang", "uk", "--column", "2", "--fine"]).output().unwrap();
    let err = String::from_utf8(err.stderr).unwrap();
    for words in ["a.csv: 4 рядки", "Стовпець із текстами: «Текст»", "багато вузьких", "1 рядок без тексту"]
    {
        assert!(err.contains(words) && !err.contains("автоматично"), "{words}: {err}");
    }
}

#[test]
fn two_runs_give_the_same_bytes() {
    let desk = Desk::with("a.csv", ANSWERS);
    desk.write("sorted.csv", SORTED.replace("text", "Текст"));
    let group = ["group", "a.csv", "--seed", "3", "--accepted", "sorted.csv", "--pile", "sorted.csv"];
    let suggest = ["suggest", "a.csv", "--accepted", "sorted.csv", "--pile", "sorted.csv"];
    for args in [&group[..], &suggest] {
        let (one, other) = (desk.output(args), desk.output(args));
        assert_eq!((one.stdout, one.stderr), (other.stdout, other.stderr));
    }
}

#[test]
fn rows_of_another_length_and_unreadable_ones_are_said_by_their_numbers() {
    let text = "id,text,place\n1,short\n2,\"no end,x\n3,fits,x\n\n5,long,x,y\n";
    let desk = Desk::with("a.csv", text);
    let said = desk.says(&["group", "a.csv"]);
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(lines[0], "id,text,place,,group,name,distance");
    assert!(lines[1].starts_with("1,short,,,"), "{}", lines[1]);
    assert_eq!((lines[2], lines[4]), ("2,\"no end,x", ""), "they go out as they came");
    assert!(lines[3].starts_with("3,fits,x,,") && lines[5].starts_with("5,long,x,y,"), "{}", said.out);
    for words in [
        "1 record can't be read",
        "  record 3: a quote is opened and not closed",
        "shorter than the header and was filled up: 2\n",
        "longer than the header, so the new columns stand behind its last cell: 6.",
    ] {
        assert!(said.err.contains(words), "{words}: {}", said.err);
    }
}

#[test]
fn columns_that_are_there_already_are_not_written_twice() {
    let text = "text,group,Name\na queue,1,Ann\na porch,2,Jan\n";
    let desk = Desk::with("a.csv", text);
    let said = desk.says(&["group", "a.csv"]);
    assert!(said.out.starts_with("text,group,Name,group_2,name_2,distance\n"), "{}", said.out);
    assert!(said.err.contains("a column “group” already; the new one is called “group_2”"), "{}", said.err);
    desk.write("b.csv", &said.out);
    let again = desk.says(&["group", "b.csv"]);
    assert!(again.out.contains(",distance,group_3,name_3,distance_2\n"), "{}", again.out);
}

#[test]
fn a_file_of_one_column_needs_no_name_for_it() {
    let desk = Desk::with("a.csv", "What should change?\n\"queues, first of all\"\nthe porch\n");
    let said = desk.says(&["group", "a.csv"]);
    assert!(said.out.starts_with("What should change?,group,name,distance\n\"queues, first of all\","));
    assert!(said.err.contains("“What should change?”, found by itself"), "{}", said.err);
}

#[test]
fn accepted_groups_come_first_and_keep_their_names() {
    let desk = Desk::with("a.csv", "text\nlong queue\nice\nqueue at six\n");
    desk.write("sorted.csv", format!("{SORTED}nobody says where,\n,Queues\n"));
    let said = desk.says(&["group", "a.csv", "--accepted", "sorted.csv", "--only-accepted"]);
    for words in
        ["3 texts in 2 groups", "1 text of sorted.csv has no label", "1 row of sorted.csv has a label and no"]
    {
        assert!(said.err.contains(words), "{words}: {}", said.err);
    }
    let new = added("text\nlong queue\nice\nqueue at six\n", &said.out, ',');
    for new in &new[1..] {
        assert_filed(new);
        match new[0].as_str() {
            "1" => assert_eq!(new[1], "Queues"),
            "2" => assert_eq!(new[1], "'=Porch"),
            _ => assert!(!["Queues", "'=Porch"].contains(&new[1].as_str()), "{new:?}"),
        }
    }
}

#[test]
fn suggestions_are_the_labels_that_people_gave() {
    let answers = "text,id\nlong queue,1\n,2\nice,3\n";
    let desk = Desk::with("a.csv", answers);
    desk.write("sorted.csv", SORTED);
    desk.write("more.csv", "id,TEXT\n1,the queue again\n");
    let args = ["suggest", "a.csv", "--column", "text", "--accepted", "sorted.csv", "--pile", "more.csv"];
    let said = desk.says(&args);
    let new = added(answers, &said.out, ',');
    let header: Vec<String> =
        (1..=3).flat_map(|n| [format!("suggestion_{n}"), format!("score_{n}")]).collect();
    assert_eq!(new[0], header);
    assert!(new[2].iter().all(String::is_empty), "{:?}", new[2]);
    for row in [&new[1], &new[3]] {
        for pair in row.chunks(2) {
            // A label that a spreadsheet would take for a formula.
            assert!(["Queues", "'=Porch", ""].contains(&pair[0].as_str()), "{pair:?}");
            assert_eq!(pair[0].is_empty(), pair[1].is_empty(), "{pair:?}");
            assert!(pair[1].is_empty() || pair[1].len() == 5, "{pair:?}");
        }
    }
    assert!(said.err.contains("more.csv: 1 text to learn words from"), "{}", said.err);
}

#[test]
fn labels_that_the_encoding_lacks_are_said() {
    let desk = Desk::with("a.csv", WINDOWS_1251.encode("Текст;х\nдовга черга;1\n").0);
    desk.write("sorted.csv", "Текст,label\nчерга,Черги ☹\nдовга черга,Черги ☹\n");
    let said = desk.output(&["suggest", "a.csv", "--accepted", "sorted.csv"]);
    let out = WINDOWS_1251.decode(&said.stdout).0.into_owned();
    assert!(out.contains(";Черги ?;"), "{out}");
    let err = String::from_utf8(said.stderr).unwrap();
    assert!(err.contains("1 character of the new columns is not in windows-1251"), "{err}");
}

#[test]
fn more_groups_than_texts_are_answered_with_a_sentence() {
    let desk = Desk::with("a.csv", "text\nlong queue\nice on the porch\n");
    for groups in ["3", "18446744073709551615"] {
        let said = desk.says(&["group", "a.csv", "--groups", groups]);
        assert_eq!(said.out.lines().count(), 3);
        assert!(said.err.contains("groups were asked for; the texts make"), "{}", said.err);
    }
}

#[test]
fn flags_that_mean_nothing_are_wrong_usage_with_the_next_step() {
    let mut desk = Desk::with("a.csv", "text\nlong queue\nice\n");
    desk.write("sorted.csv", SORTED);
    desk.refuses(&["group", "a.csv", "--groups", "0"], 2, "asks for no group at all");
    desk.refuses(&["group", "a.csv", "--only-accepted"], 2, "name it with --accepted");
    desk.refuses(&["group", "a.csv", "--label", "theme"], 2, "name it with --accepted");
    let few = ["group", "a.csv", "--accepted", "sorted.csv", "--groups", "1"];
    desk.refuses(&few, 2, "people have made 2 groups, more than the 1 that");
    let same = ["group", "a.csv", "--accepted", "sorted.csv", "--label", "text"];
    desk.refuses(&same, 2, "can't be the text and the name of its group at once");
    desk.lang = "uk_UA.UTF-8";
    desk.refuses(&["group", "a.csv", "--groups", "0"], 2, "просить жодної групи");
    desk.refuses(&few, 2, "люди склали 2 групи, а --groups просить менше: 1");
    for wrong in [
        &["group"][..],
        &["group", "a.csv", "--groups", "2", "--fine"],
        &["group", "a.csv", "--fine", "--coarse"],
        &["group", "a.csv", "--only-accepted", "--accepted", "sorted.csv", "--groups", "2"],
        &["group", "a.csv", "--groups", "-1"],
        &["group", "a.csv", "--seed", "x"],
        &["suggest", "a.csv"],
    ] {
        assert_eq!(desk.command(wrong).output().unwrap().status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn files_that_are_no_tables_are_refused() {
    let mut desk = Desk::new();
    fs::create_dir(desk.path("folder")).unwrap();
    let files: [(&str, &[u8], &str); 8] = [
        ("empty.csv", b"", "the file is empty"),
        ("breaks.csv", b"\n\r\n \n", "the file is empty"),
        ("header.csv", b"id,text\n", "a header and no rows"),
        ("book.xlsx", b"PK\x03\x04\x14\0\x06\0", "spreadsheet"),
        ("noise.csv", b"text\nque\0ue\n", "not a text file"),
        ("open.csv", b"\"id,text\n1,x\n", "can't be read"),
        (
            "unknown.csv",
            b"id,what\n1,x\n",
            "no column is known as the one with the texts; there are: id, what",
        ),
        ("blank.csv", b"id,text\n1,\n2, \n", "no row of blank.csv has anything in the column"),
    ];
    desk.write("sorted.csv", SORTED);
    for (file, bytes, words) in files {
        desk.write(file, bytes);
        desk.refuses(&["group", file], 1, words);
        desk.refuses(&["suggest", file, "--accepted", "sorted.csv"], 1, file);
    }
    desk.refuses(&["group", "none.csv"], 1, "none.csv is not there");
    desk.refuses(&["group", "folder"], 1, "folder is a folder");
    desk.refuses(
        &["group", "sorted.csv", "--column", "word"],
        1,
        "there is no column word; there are: text, label",
    );
    desk.refuses(&["group", "sorted.csv", "--column", "3"], 1, "there is no column 3");
    desk.write("broken.csv", "text,id\n\"a,1\n\"b,2\n");
    desk.refuses(&["group", "broken.csv"], 1, "record 2: a quote is opened");
    desk.lang = "uk_UA.UTF-8";
    desk.refuses(&["group", "blank.csv"], 1, "стовпець «text» порожній");
    desk.refuses(&["group", "none.csv"], 1, "файлу none.csv немає");
}

#[test]
fn what_is_wrong_with_the_other_files_is_said_with_their_names() {
    let desk = Desk::with("a.csv", "text\nlong queue\nice\n");
    desk.write("words.csv", "answer,label\nqueue,Queues\n");
    desk.write("bare.csv", "text,label\nqueue,\n,Queues\n");
    desk.write("empty.csv", "");
    let ids: String = (0..1_001).map(|n| format!("text {n},id {n}\n")).collect();
    desk.write("ids.csv", format!("text,label\n{ids}"));
    let cases = [
        ("none.csv", "none.csv is not there"),
        ("empty.csv", "empty.csv: the file is empty"),
        ("words.csv", "words.csv has no column “text” with the texts; there are: answer, label"),
        ("a.csv", "a.csv has no column “label”"),
        ("bare.csv", "no row of bare.csv has both a text and a label"),
        ("ids.csv", "something else in nearly each row"),
    ];
    for (file, words) in cases {
        desk.refuses(&["group", "a.csv", "--accepted", file], 1, words);
        desk.refuses(&["suggest", "a.csv", "--accepted", file], 1, words);
    }
    desk.refuses(&["group", "a.csv", "--pile", "words.csv"], 1, "words.csv has no column “text”");
    desk.refuses(&["group", "a.csv", "--pile", "bare.csv", "--pile", "none.csv"], 1, "none.csv is not there");
}

#[test]
fn the_standard_input_is_read_for_a_dash() {
    let desk = Desk::new();
    let mut command = desk.command(&["group", "-", "--column", "text"]);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"id,text\n1,long queue\n").unwrap();
    let said = Said::from(child.wait_with_output().unwrap());
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.out.starts_with("id,text,group,name,distance\n1,long queue,"), "{}", said.out);
    assert!(said.err.starts_with("standard input: 1 row, "), "{}", said.err);
    desk.refuses(&["group", "-"], 1, "standard input: the file is empty");
}

#[cfg(target_os = "linux")]
#[test]
fn a_reader_that_leaves_is_no_trouble_and_a_full_disk_is() {
    let desk = Desk::with("a.csv", format!("text\n{}", "long queue\n".repeat(20_000)));
    let mut command = desk.command(&["group", "a.csv"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let said = Said::from(child.wait_with_output().unwrap());
    assert!(said.status == 0 && !said.err.contains("error"), "{}: {}", said.status, said.err);
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let said = Said::from(desk.command(&["group", "a.csv"]).stdout(full).output().unwrap());
    assert_eq!(said.status, 1);
    assert!(said.err.contains("could not be written") && said.err.contains("hint: "), "{}", said.err);
}

#[test]
fn twenty_thousand_rows_come_out_as_they_came() {
    let mut text = String::from("id;text\r\n");
    for row in 0..20_000 {
        write!(text, "{row};\"Line {row} says; \"\"{}\"\"\r\nand more\"\r\n", row % 97).unwrap();
    }
    let desk = Desk::with("a.csv", &text);
    let said = desk.says(&["group", "a.csv", "--groups", "30"]);
    let new = added(&text, &said.out, ';');
    assert_eq!(new.len(), 20_001);
    new[1..].iter().for_each(|new| assert_filed(new));
}
