use encoding_rs::WINDOWS_1251;

use super::*;
use crate::domain::id::{Id, RunId, SourceId};

const ENGLISH: &str = "id,Answer,Service,District,Created\n\
    1,\"The queue starts at six,\nand there are no seats\",Clinics,North,2026-03-05\n\
    2,Nobody told me which papers to bring,Subsidies,South,05.03.2026 10:15\n\
    3,The form forgets what I typed,Subsidies,North,\n";

const UKRAINIAN: &str = "Район;Категорія;Текст звернення;Телефон\r\n\
    Центр;Медицина;\"Черга з’їдає день; сказали: \"\"приходьте завтра\"\"\";+380\r\n\
    Схід;Дозволи на літні майданчики;Не зрозуміло, хто погоджує план;+380\r\n";

fn take(text: &str) -> Intake {
    take_bytes(text.as_bytes())
}

fn take_bytes(bytes: &[u8]) -> Intake {
    read(bytes, &Columns::default(), &mut |_, _| true).unwrap()
}

fn problem(bytes: &[u8]) -> Problem {
    let problem = read(bytes, &Columns::default(), &mut |_, _| true).unwrap_err();
    assert_eq!(probe(bytes, &Columns::default()), Err(problem.clone()), "the preview says something else");
    problem
}

fn texts(intake: &Intake) -> Vec<&str> {
    (0..intake.rows.len()).map(|row| intake.rows.text.get(row).unwrap()).collect()
}

fn categories(intake: &Intake) -> Vec<&str> {
    intake.rows.category.iter().map(|&place| intake.rows.categories[place as usize].as_str()).collect()
}

fn districts(intake: &Intake) -> Vec<&str> {
    intake.rows.district.iter().map(|&place| intake.rows.districts[place as usize].as_str()).collect()
}

fn names(names: &[Clean]) -> Vec<&str> {
    names.iter().map(Clean::as_str).collect()
}

#[test]
fn english_answers_come_in_with_category_district_and_date() {
    let intake = take(ENGLISH);
    assert_eq!(
        texts(&intake),
        [
            "The queue starts at six, and there are no seats",
            "Nobody told me which papers to bring",
            "The form forgets what I typed"
        ]
    );
    assert_eq!(categories(&intake), ["Clinics", "Subsidies", "Subsidies"]);
    assert_eq!(names(&intake.rows.categories), ["Clinics", "Subsidies"]);
    assert_eq!(districts(&intake), ["North", "South", "North"]);
    let day = day_number(jiff::civil::date(2026, 3, 5));
    assert_eq!(intake.rows.day, [Some(day), Some(day), None]);
    assert_eq!(names(&intake.unstored), ["id"]);
    assert_eq!((intake.bad.len(), intake.unread_dates, intake.removed_chars), (0, 0, 0));
}

#[test]
fn ukrainian_answers_come_in_whatever_the_encoding() {
    let (windows, _, unmappable) = WINDOWS_1251.encode(UKRAINIAN);
    assert!(!unmappable);
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(UKRAINIAN.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let marked = format!("\u{FEFF}{UKRAINIAN}");
    let files = [
        (UKRAINIAN.as_bytes(), "UTF-8"),
        (marked.as_bytes(), "UTF-8"),
        (&windows, "windows-1251"),
        (&utf16, "UTF-16LE"),
    ];
    for (bytes, encoding) in files {
        let intake = take_bytes(bytes);
        assert_eq!((intake.encoding, intake.separator), (encoding, Separator::Semicolon));
        assert_eq!(
            texts(&intake),
            ["Черга з’їдає день; сказали: \"приходьте завтра\"", "Не зрозуміло, хто погоджує план"]
        );
        assert_eq!(categories(&intake), ["Медицина", "Дозволи на літні майданчики"]);
        assert_eq!(districts(&intake), ["Центр", "Схід"]);
        assert_eq!(names(&intake.unstored), ["Телефон"]);
    }
}

#[test]
fn tabs_part_cells_too() {
    let intake = take("послуга\tтекст\nПетиції\tШукав, як підписати; не знайшов\n");
    assert_eq!((intake.separator, texts(&intake)), (Separator::Tab, vec!["Шукав, як підписати; не знайшов"]));
}

#[test]
fn each_bad_row_is_listed_with_its_record_number() {
    let text = "text,category,district\n\
        \"one\ntwo\nthree\",a,b\n\
        ,a,b\n\
        only a text,a\n\
        \n\
        good,a,b\n\
        good with empty cells behind,a,b,,\n\
        a comma, and no quotes,a,b\n\
        \"never closed,a,b\n\
        \"   \",a,b\n\
        last,,\n";
    let intake = take(text);
    let bad = |record, why| BadRow { record, why };
    assert_eq!(
        intake.bad,
        [
            bad(3, BadRowWhy::NoText),
            bad(4, BadRowWhy::TooFewCells { found: 2, expected: 3 }),
            bad(5, BadRowWhy::NoText),
            bad(8, BadRowWhy::TooManyCells { found: 4, expected: 3 }),
            bad(9, BadRowWhy::Broken(Broken::UnclosedQuote)),
            bad(10, BadRowWhy::NoText),
        ]
    );
    assert_eq!(texts(&intake), ["one two three", "good", "good with empty cells behind", "last"]);
    assert_eq!(categories(&intake), ["a", "a", "a", ""]);
}

#[test]
fn what_is_too_long_is_a_bad_row_and_the_rest_comes_in() {
    let (text, name) = ("я".repeat(40_000), "н".repeat(201));
    let intake = take(&format!("text,category\n{text},a\nлист,{name}\nчерга,{}\n", &name[2..]));
    assert_eq!(
        intake.bad,
        [
            BadRow { record: 2, why: BadRowWhy::Broken(Broken::CellTooLong) },
            BadRow { record: 3, why: BadRowWhy::NameTooLong }
        ]
    );
    assert_eq!(texts(&intake), ["черга"]);
}

#[test]
fn dangerous_characters_are_taken_out_and_counted() {
    let intake = take("text,category\nqueue\u{1b}[2J\u{202E},\u{202E}Clinics\n");
    assert_eq!(texts(&intake), ["queue\u{FFFD}[2J\u{FFFD}"]);
    assert_eq!(categories(&intake), ["\u{FFFD}Clinics"]);
    assert_eq!(intake.removed_chars, 3);
}

#[test]
fn categories_that_differ_only_in_spaces_or_composition_are_one() {
    let intake = take("text,category\na,Їжа\nb, І\u{308}жа \nc,їжа\n");
    assert_eq!(names(&intake.rows.categories), ["Їжа", "їжа"]);
    assert_eq!(intake.rows.category, [0, 0, 1]);
}

#[test]
fn a_date_that_cannot_be_read_is_counted_and_not_guessed() {
    let intake = take("text,date\na,2026-03-05\nb,позавчора\nc,\nd,03/25/2026\n");
    assert_eq!(intake.rows.day.iter().filter(|day| day.is_some()).count(), 1);
    assert_eq!(intake.unread_dates, 2);
}

#[test]
fn columns_without_anything_take_no_room() {
    let intake = take("text,district,date\na,,\nb,,\n");
    assert!(
        intake.rows.districts.is_empty() && intake.rows.district.is_empty() && intake.rows.day.is_empty()
    );
    assert_eq!(names(&intake.rows.categories), [""]);
}

#[test]
fn columns_can_be_given() {
    let wanted = Columns {
        text: Some("Що не так".into()),
        category: Some("3".into()),
        district: None,
        date: Some("коли".into()),
    };
    let text = "text,Що не так,Куди,Коли\nx,Довга черга,ЦНАП,2026-03-05\n";
    let intake = read(text.as_bytes(), &wanted, &mut |_, _| true).unwrap();
    assert_eq!((texts(&intake), categories(&intake)), (vec!["Довга черга"], vec!["ЦНАП"]));
    assert!(intake.rows.day[0].is_some());
    assert_eq!(names(&intake.unstored), ["text"]);
}

#[test]
fn the_preview_shows_columns_and_the_first_good_rows() {
    let rows: String = (1..=9).map(|row| format!("{row};відповідь {row}\n;\n")).collect();
    let preview = probe(format!("ід;коментар\n{rows}").as_bytes(), &Columns::default()).unwrap();
    assert_eq!((preview.encoding, preview.separator), ("UTF-8", Separator::Semicolon));
    assert_eq!((names(&preview.headers), preview.found.text), (vec!["ід", "коментар"], 1));
    assert_eq!(names(&preview.unstored), ["ід"]);
    assert_eq!(preview.first.len(), 5);
    assert_eq!(names(&preview.first[4]), ["5", "відповідь 5"]);
}

#[test]
fn a_file_that_is_no_csv_is_refused_with_the_reason() {
    assert_eq!(problem(b""), Problem::Empty);
    assert_eq!(problem(b"\xEF\xBB\xBF\r\n \r\n"), Problem::Empty);
    assert_eq!(problem(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Problem::NotText(Binary::Picture));
    assert_eq!(problem(b"PK\x03\x04\x14\0"), Problem::NotText(Binary::Zip));
    assert_eq!(problem(b"text\nque\0ue\n"), Problem::NotText(Binary::Other));
    assert_eq!(problem("текст;район\n".as_bytes()), Problem::OnlyHeader);
    assert_eq!(problem(b"\"text,category\nqueue,a"), Problem::BadHeader(Broken::UnclosedQuote));
    let headers = vec![Clean::new("id"), Clean::new("name")];
    assert_eq!(problem(b"id,name\n1,a\n"), Problem::NoTextColumn { headers });
    let wide = format!("text{}x\n", ",".repeat(200));
    assert_eq!(problem(wide.as_bytes()), Problem::TooManyColumns { found: 201 });
}

#[test]
fn limits_on_size_are_kept() {
    let found_bytes = FILE_BYTES_MAX + 1;
    assert_eq!(problem(&vec![0; found_bytes as usize]), Problem::TooLarge { found_bytes });
    let rows = "a\n".repeat(ROWS_MAX as usize);
    let result = |text: String| read(text.as_bytes(), &Columns::default(), &mut |_, _| true);
    assert_eq!(result(format!("text\n{rows}")).map(|intake| intake.rows.len() as u64), Ok(ROWS_MAX));
    assert_eq!(result(format!("text\n{rows}b\n")), Err(Problem::TooManyRows));
}

#[test]
fn progress_is_told_and_can_stop_the_reading() {
    let text = format!("text\n{}", "довга черга\n".repeat(5000));
    let mut heard = Vec::new();
    read(text.as_bytes(), &Columns::default(), &mut |done, total| {
        heard.push((done, total));
        true
    })
    .unwrap();
    assert_eq!(heard.len(), 4);
    assert!(heard.is_sorted() && heard.iter().all(|(done, total)| done <= total));
    assert_eq!(read(text.as_bytes(), &Columns::default(), &mut |_, _| false), Err(Problem::Cancelled));
}

#[test]
fn rows_travel_in_chunks_and_nothing_is_lost() {
    let lines: String = (0..1100).map(|row| format!("відповідь {row},к{},2026-03-05\n", row % 3)).collect();
    let intake = take(&format!("text,category,date\n{lines}"));
    let source = SourceId(Id { run: RunId(1), n: 1 });
    let chunks = intake.rows.chunks(source);
    assert_eq!(
        chunks.iter().map(|chunk| (chunk.first, chunk.text.len())).collect::<Vec<_>>(),
        [(0, 512), (512, 512), (1024, 76)]
    );
    assert_eq!(chunks[2].text.get(75), Some("відповідь 1099"));
    assert_eq!(chunks[2].category[75], 1099 % 3);
    assert!(chunks.iter().all(|chunk| chunk.source == source && chunk.district.is_empty()));
    assert!(chunks.iter().all(|chunk| chunk.date.len() == chunk.text.len()));
}

#[test]
fn a_column_of_everything_is_no_column_of_categories() {
    let rows: String = (0..=NAMES_MAX).map(|n| format!("Де подати заяву?,справа {n}\n")).collect();
    let problem = read_all(format!("текст,категорія\n{rows}")).unwrap_err();
    assert_eq!(problem, Problem::TooManyNames { header: Clean::new("категорія") });
}

#[test]
fn long_answers_make_short_chunks() {
    let long = "ї".repeat(30_000);
    let rows: String = (0..20).map(|_| format!("{long}\n")).collect();
    let intake = read_all(format!("text\n{rows}")).unwrap();
    let source =
        crate::domain::id::SourceId(crate::domain::id::Id { run: crate::domain::id::RunId(1), n: 1 });
    let chunks = intake.rows.chunks(source);
    assert_eq!(chunks.iter().map(|chunk| chunk.text.len()).sum::<usize>(), 20);
    assert!(chunks.iter().all(|chunk| chunk.text.len() <= 3 && !chunk.text.is_empty()));
}

fn read_all(table: String) -> Result<Intake, Problem> {
    read(table.as_bytes(), &Columns::default(), &mut |_, _| true)
}
