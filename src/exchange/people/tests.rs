//! Claims about lists of people.

use super::*;
use crate::domain::participant::Role;

fn rows(text: &str) -> List {
    read(text.as_bytes()).unwrap()
}

#[test]
fn a_list_in_english_is_understood() {
    let list = rows(
        "Name,Job title,Department,Role,Team\n\
         Olha K.,Engineer,Health,\"interviewer, note-taker\",T1\n\
         Ivan P.,Clerk,Health,Observer,\n",
    );
    assert_eq!((list.rows.len(), list.bad.len()), (2, 0));
    assert_eq!(list.unstored, [Clean::new("Job title")]);
    let first = &list.rows[0];
    assert_eq!((first.record, first.name.as_str(), first.team.as_str()), (2, "Olha K.", "T1"));
    assert_eq!(first.roles, [Role::Interviewer, Role::NoteTaker]);
    assert!(list.rows[1].team.is_empty());
}

#[test]
fn a_ukrainian_list_of_a_spreadsheet_in_windows_1251_is_understood() {
    let text = "№;Прізвище;Ім'я;Підрозділ;Роль у спринті\r\n\
                1;Вигадана;Оля;Соціальна політика;інтерв'юерка та нотатниця\r\n\
                2;Примірний;Остап;Транспорт;Спостерігач\r\n";
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(text);
    let list = read(&bytes).unwrap();
    assert_eq!((list.encoding, list.separator), ("windows-1251", Separator::Semicolon));
    assert_eq!(list.rows[0].name.as_str(), "Оля Вигадана");
    assert_eq!(list.rows[0].roles, [Role::Interviewer, Role::NoteTaker]);
    assert_eq!(list.rows[1].department.as_str(), "Транспорт");
}

#[test]
fn each_row_that_stays_out_has_its_record_and_reason() {
    let long = "я".repeat(NAME_CHARS_MAX + 1);
    let list = rows(&format!(
        "ПІБ\tДепартамент\tРоль\n\tТранспорт\t\nОля\tТранспорт\tкухар\n{long}\tТранспорт\t\nОстап\n\t\t\n\
         Ірина\tОсвіта\t\tзайве\nМарко\tОсвіта\tпитає\n"
    ));
    let reasons: Vec<(u64, BadRowWhy)> = list.bad.into_iter().map(|bad| (bad.record, bad.why)).collect();
    let expected = vec![
        (2, BadRowWhy::NoName),
        (3, BadRowWhy::UnknownRole(Clean::new("кухар"))),
        (4, BadRowWhy::NameTooLong),
        (5, BadRowWhy::TooFewCells { found: 1, expected: 3 }),
        (6, BadRowWhy::NoName),
        (7, BadRowWhy::TooManyCells { found: 4, expected: 3 }),
    ];
    assert_eq!(reasons, expected);
    assert_eq!((list.rows.len(), list.rows[0].record), (1, 8));
}

#[test]
fn what_is_no_list_of_people_is_refused() {
    assert_eq!(read(b""), Err(FileProblem::Empty.into()));
    assert_eq!(read(b"name,department\n"), Err(FileProblem::OnlyHeader.into()));
    let headers = vec![Clean::new("id"), Clean::new("phone")];
    assert_eq!(read(b"id,phone\n1,2\n"), Err(Problem::NoNames { headers }));
    assert!(matches!(read(b"PK\x03\x04zip"), Err(Problem::File(FileProblem::NotText(_)))));
    let endless = format!("name\n{}", "Ann\n".repeat(ROWS_MAX as usize + 1));
    assert_eq!(read(endless.as_bytes()), Err(Problem::TooLong));
}
