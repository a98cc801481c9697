use encoding_rs::{IBM866, KOI8_U, WINDOWS_1251};
use proptest::prelude::*;

use super::*;
use crate::exchange::requests::COLUMNS_MAX;

/// The file with two columns: the row, counted from 1, and a text that needs quotes in a file with commas.
fn grown(bytes: &[u8]) -> Vec<u8> {
    let table = Table::read(bytes, &[]).unwrap();
    let written = table.with_columns(&["n".to_owned(), "words".to_owned()], |row| {
        [(row + 1).to_string(), "a, b".to_owned()]
    });
    assert_eq!(written.lost_count, 0);
    written.bytes
}

fn grown_text(text: &str) -> String {
    String::from_utf8(grown(text.as_bytes())).unwrap()
}

fn problem(bytes: &[u8]) -> Problem {
    Table::read(bytes, &[]).unwrap_err()
}

fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    format!("\u{FEFF}{text}").encode_utf16().flat_map(to_bytes).collect()
}

#[test]
fn rows_stay_as_they_are_and_the_new_cells_stand_behind_them() {
    let text = "id,text\n1,\"He said \"\"no\"\",\nand left\"\n 2 , \"spaces\" \n3,5\" pipe\n";
    let expected = "id,text,n,words\n1,\"He said \"\"no\"\",\nand left\",1,\"a, b\"\n 2 , \"spaces\" ,2,\"a, b\"\n3,5\" \
        pipe,3,\"a, b\"\n";
    assert_eq!(grown_text(text), expected);
}

#[test]
fn each_line_keeps_its_own_line_break_and_the_last_one_its_lack_of_it() {
    assert_eq!(
        grown_text("id;text\r\n1;\"a\r\nb\"\n2;c\r3;d"),
        "id;text;n;words\r\n1;\"a\r\nb\";1;a, b\n2;c;2;a, b\r3;d;3;a, b"
    );
    assert_eq!(grown_text("\r\n\nid;text\n1;x\n\n\n"), "\r\n\nid;text;n;words\n1;x;1;a, b\n\n\n");
}

#[test]
fn a_byte_order_mark_stays_the_first_thing_of_the_file() {
    assert_eq!(grown_text("\u{FEFF}id;text\n1;я\n"), "\u{FEFF}id;text;n;words\n1;я;1;a, b\n");
}

#[test]
fn the_encoding_stays_what_it_was() {
    let text = "Номер;Текст\r\n1;\"Черга з’їдає день;\r\nі крісел немає\"\r\n2;Ґанок слизький\r\n";
    let expected = "Номер;Текст;n;words\r\n1;\"Черга з’їдає день;\r\nі крісел немає\";1;a, b\r\n2;Ґанок слизький;2;a, b\r\n";
    for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        assert_eq!(grown(&utf16(text, to_bytes)), utf16(expected, to_bytes));
    }
    assert_eq!(grown(&WINDOWS_1251.encode(text).0), WINDOWS_1251.encode(expected).0.into_owned());
    let (plain, expected) =
        ("текст;дата\nЧерга до каси довга;5\n", "текст;дата;n;words\nЧерга до каси довга;5;1;a, b\n");
    for encoding in [KOI8_U, IBM866] {
        assert_eq!(grown(&encoding.encode(plain).0), encoding.encode(expected).0.into_owned());
    }
}

#[test]
fn bytes_that_no_letter_has_stay_too() {
    let mut bytes = "id;text\n1;Черга в поліклініці починається о шостій ранку\n2;x\n".as_bytes().to_vec();
    bytes[12] = 0xFF;
    let mut expected =
        "id;text;n;words\n1;Черга в поліклініці починається о шостій ранку;1;a, b\n2;x;2;a, b\n"
            .as_bytes()
            .to_vec();
    expected[20] = 0xFF;
    assert_eq!(grown(&bytes), expected);

    let mut half = utf16("id;text\n1;x", u16::to_le_bytes);
    half.push(0x33);
    let mut expected = utf16("id;text;n;words\n1;x\u{FFFD};1;a, b", u16::to_le_bytes);
    expected.push(0x33);
    let grown = grown(&half);
    assert_eq!(grown.len() + 2, expected.len(), "the half character stays half");
    assert_eq!(grown.last(), Some(&0x33));
}

#[test]
fn characters_that_the_encoding_lacks_become_question_marks_and_are_counted() {
    let (bytes, _, _) = WINDOWS_1251.encode("id;text\n1;черга довга\n");
    let table = Table::read(&bytes, &[]).unwrap();
    let written = table.with_columns(&["name".to_owned()], |_| ["парк 🌳 ≠ ліс".to_owned()]);
    let (expected, _, _) = WINDOWS_1251.encode("id;text;name\n1;черга довга;парк ? ? ліс\n");
    assert_eq!((written.bytes, written.lost_count), (expected.into_owned(), 2));
}

#[test]
fn short_rows_are_filled_up_and_the_longest_moves_the_new_columns() {
    let text = "id,text,place\n1,short\n2,fits,x\n3,long,x,y,z\n";
    let table = Table::read(text.as_bytes(), &[]).unwrap();
    assert_eq!(table.odd(), &Odd { unread: vec![], short: vec![2], long: vec![4] });
    let expected =
        "id,text,place,,,n,words\n1,short,,,,1,\"a, b\"\n2,fits,x,,,2,\"a, b\"\n3,long,x,y,z,3,\"a, b\"\n";
    assert_eq!(grown_text(text), expected);
}

#[test]
fn separators_at_the_end_of_lines_are_no_long_rows() {
    let text = "id;text;;\n1;x;;\n2;y;;;\n";
    assert_eq!(Table::read(text.as_bytes(), &[]).unwrap().odd(), &Odd::default());
    assert_eq!(grown_text(text), "id;text;;;;n;words\n1;x;;;;1;a, b\n2;y;;;;2;a, b\n");
    let many = format!("id;text{0}\n1;x{0}\n", ";".repeat(COLUMNS_MAX * 2));
    assert!(grown_text(&many).ends_with(";;1;a, b\n"));
    let endless = format!("id;text{0}\n1;x{0}\n", ";".repeat(WIDTH_MAX));
    assert!(matches!(problem(endless.as_bytes()), Problem::TooManyColumns { .. }));
}

#[test]
fn rows_that_cannot_be_read_and_empty_lines_go_out_as_they_came() {
    let wide = format!("5,{}", ",".repeat(CELLS_MAX));
    let text = format!("id,text\n1,\"no end\n2,good\n\n{wide}\n6,last\n");
    let table = Table::read(text.as_bytes(), &[]).unwrap();
    let unread: Vec<u64> = table.odd().unread.iter().map(|bad| bad.record).collect();
    assert_eq!((unread.as_slice(), table.rows()), (&[2, 5][..], 5));
    let texts: Vec<String> = table.texts(1).iter().map(ToString::to_string).collect();
    assert_eq!(texts, ["", "good", "", "", "last"]);
    let expected = format!("id,text,n,words\n1,\"no end\n2,good,2,\"a, b\"\n\n{wide}\n6,last,5,\"a, b\"\n");
    assert_eq!(grown_text(&text), expected);
}

#[test]
fn a_file_of_one_column_gets_a_separator_that_parts_none_of_its_rows() {
    let columns = |text: &str| grown_text(text).lines().next().unwrap().to_owned();
    assert_eq!(columns("text\nlong queue\n\"dark, cold\"\n"), "text,n,words");
    assert_eq!(columns("text\nlong queue, no seats\ndark\n"), "text;n;words");
    assert_eq!(columns("Що, на вашу думку, не так?\nдовга черга\n"), "Що, на вашу думку, не так?;n;words");
    assert_eq!(columns("text\nlong queue, no seats; dark\n"), "text\tn\twords");
}

#[test]
fn what_would_be_a_formula_is_none() {
    let table = Table::read(b"id;text\n1;x\n", &[]).unwrap();
    for (cell, expected) in [
        ("=1+1", "'=1+1"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+380; call", "\"'+380; call\""),
        ("0.5", "0.5"),
        ("say \"a\"", "\"say \"\"a\"\"\""),
        (" a", "\" a\""),
        ("a\nb", "\"a\nb\""),
    ] {
        let written = table.with_columns(&["name".to_owned()], |_| [cell.to_owned()]);
        assert_eq!(String::from_utf8(written.bytes).unwrap(), format!("id;text;name\n1;x;{expected}\n"));
    }
}

#[test]
fn a_new_name_is_one_that_no_column_has() {
    let table = Table::read(b"id;Group;group_2;NAME\n1;x;y;z\n", &[]).unwrap();
    let names = ["group", "name", "distance"].map(|name| table.free_name(name));
    assert_eq!(names, ["group_3", "name_2", "distance"]);
}

#[test]
fn the_texts_are_found_as_an_import_finds_them_or_in_the_only_column() {
    let place = |text: &str, asked| Table::read(text.as_bytes(), &[]).unwrap().text_column(asked);
    assert_eq!(place("id;Текст звернення\n1;x\n", None), Ok(1));
    assert_eq!(place("id;Текст звернення\n1;x\n", Some("ID")), Ok(0));
    assert_eq!(place("id;Текст звернення\n1;x\n", Some("2")), Ok(1));
    assert_eq!(place("Що не так?\nx\n", None), Ok(0));
    assert!(matches!(place("a;b\n1;x\n", None), Err(Problem::NoTextColumn { .. })));
    assert!(matches!(place("a;b\n1;x\n", Some("text")), Err(Problem::NoSuchColumn { .. })));
    let question = format!("{}?", "Що змінити насамперед ".repeat(20));
    assert_eq!(place(&format!("id;{question}\n1;x\n"), Some(&question)), Ok(1));
}

#[test]
fn a_column_that_is_asked_for_tells_the_separator() {
    let text = "що;a,b,c\nдовга черга;1,2,3\n";
    assert_eq!(Table::read(text.as_bytes(), &["що"]).unwrap().separator(), Separator::Semicolon);
}

#[test]
fn what_is_no_table_is_refused() {
    assert_eq!(problem(b""), Problem::Empty);
    assert_eq!(problem(b"\xEF\xBB\xBF\n \n"), Problem::Empty);
    assert_eq!(problem("id,text\n".as_bytes()), Problem::OnlyHeader);
    assert!(matches!(problem(b"PK\x03\x04\x14\0\x06"), Problem::NotText(_)));
    assert!(matches!(problem(b"\"id,text\n1,x\n"), Problem::BadHeader(_)));
    let line = |cell: &str| format!("{}text\n", format!("{cell},").repeat(COLUMNS_MAX));
    let many = format!("{}{}", line("a"), line("1"));
    assert!(matches!(problem(many.as_bytes()), Problem::TooManyColumns { .. }));
}

proptest! {
    #[test]
    fn every_line_goes_out_with_something_behind_it_at_most(
        text in "[a,;\"\r\nї]{0,20}", marked in any::<bool>(), encoding in 0..3_usize
    ) {
        let text = format!("id;text\n{text}");
        let bytes = match encoding {
            0 if marked => format!("\u{FEFF}{text}").into_bytes(),
            0 => text.clone().into_bytes(),
            1 => utf16(&text, u16::to_be_bytes),
            _ => WINDOWS_1251.encode(&text).0.into_owned(),
        };
        let Ok(table) = Table::read(&bytes, &[]) else { return Ok(()) };
        let written = table.with_columns(&["n".to_owned()], |row| [row.to_string()]);
        let out = decode::decode(&written.bytes).unwrap().text.into_owned();
        let lines = |text: &str| text.split(['\n', '\r']).map(str::to_owned).collect::<Vec<_>>();
        let (before, after) = (lines(&table.text), lines(&out));
        prop_assert_eq!(before.len(), after.len());
        for (before, after) in before.iter().zip(&after) {
            prop_assert!(after.starts_with(before.as_str()), "{:?} became {:?}", before, after);
        }
        // With more letters around them the same bytes may be taken for another encoding.
        if table.encoding() == WINDOWS_1251.name() {
            return Ok(());
        }
        let again = Table::read(&written.bytes, &[]).unwrap();
        prop_assert_eq!(again.rows(), table.rows());
        prop_assert_eq!(again.separator(), table.separator());
        prop_assert_eq!(again.texts(1), table.texts(1));
    }
}
