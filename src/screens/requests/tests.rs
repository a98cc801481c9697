//! Claims about the screen of requests.

use std::sync::Arc;

use crate::app::Msg;
use crate::app::room::Room;
use crate::domain::id::{Ids, RunId, SourceId};
use crate::domain::request::{Chunk, Mapping, Subject, Texts, day_number};
use crate::domain::{Fact, request, service};
use crate::kit::draw::built;
use crate::kit::job::{Bad, Imported, Name, Preview};
use crate::kit::{Answer, Effect, Go, Item, Job, Key};
use crate::text::Clean;
use crate::words::Lang;

const QUEUE: &str = "The queue opens at six and nobody says so.";
const SCAN: &str = "Відсканував довідку тричі, застосунок її не бере.";

/// Four answers: three about certificates, one without a category.
const ANSWERS: [(&str, &str); 4] =
    [("Certificates", SCAN), ("Certificates", QUEUE), ("Certificates", "They lost it."), ("", "Thank you.")];

/// What a job makes of a file with these categories and texts.
fn import(answers: &[(&str, &str)]) -> Imported {
    let id: SourceId = Ids::of(RunId(0x50)).next();
    let mut categories: Vec<Clean> = Vec::new();
    let (mut text, mut category) = (Texts::default(), Vec::new());
    for (name, words) in answers {
        let name = Clean::new(name);
        let at = categories.iter().position(|one| *one == name).unwrap_or_else(|| {
            categories.push(name.clone());
            categories.len() - 1
        });
        text.push(words);
        category.push(at as u32);
    }
    let rows = answers.len() as u32;
    let imported = request::Fact::Imported {
        id,
        name: Clean::new("Survey by post"),
        file: Clean::new("survey.csv"),
        first: 1,
        rows,
        bad: 1,
        period: None,
        asked: None,
        unstored: vec![Clean::new("phone")],
        categories,
        districts: vec![Clean::new("River Port")],
    };
    let day = day_number(jiff::civil::Date::constant(2026, 3, 12));
    let (district, date) = (vec![0; answers.len()], vec![Some(day); answers.len()]);
    let chunk = Chunk { source: id, first: 0, text, category, district, date };
    let why = crate::words::Words::new(Lang::En).say("requests-nothing");
    Imported {
        facts: vec![imported.into(), request::Fact::Rows(Arc::new(chunk)).into()],
        rows,
        bad: vec![Bad { record: 17, why }],
        unstored: vec![Clean::new("phone")],
    }
}

/// A sprint into which a file with these answers has just come; the report is closed.
fn with_answers(answers: &[(&str, &str)]) -> Room {
    let mut room = Room::empty();
    room.keys("4").send(Msg::Done(Answer::Imported(Ok(Arc::new(import(answers))))));
    room.shows("What came in").keys("Esc");
    room
}

/// What a key asks of the world, without doing any of it.
fn effects(room: &mut Room, key: Key) -> Vec<Effect> {
    let at = room.journal.last().expect("a journal begins with a run").at;
    let effects = room.app.update(at, Msg::Key(key));
    room.keeps_drafts(effects)
}

/// The place in the counts of the first category that nobody mapped.
fn first_open(room: &Room) -> u32 {
    let open = room.sprint().requests.counts().iter().find_map(|count| match count.subject {
        Subject::Category(at) => Some(at),
        Subject::Service(_) | Subject::Outside(_) => None,
    });
    open.expect("the demo leaves categories open")
}

/// The row of the screen on which a text stands.
fn line_with(room: &Room, text: &str) -> usize {
    let screen = room.screen();
    let found = screen.lines().position(|line| line.contains(text));
    found.unwrap_or_else(|| panic!("{text:?} is not on the screen:\n{screen}"))
}

#[test]
fn counts_stand_in_order_with_a_rule_where_half_is_reached() {
    let mut room = Room::demo();
    room.keys("4").shows("19,000 requests").shows("209,412 people asked").shows("1 file");
    let requests = &room.sprint().requests;
    let counts = requests.counts();
    assert!(counts.windows(2).all(|pair| pair[0].rows >= pair[1].rows));
    let Subject::Service(last) = counts[requests.half_line()].subject else { panic!("a service") };
    let name = room.sprint().services.get(last).expect("a service").name.clone();
    assert_eq!(line_with(&room, name.as_str()) + 1, line_with(&room, "half of all requests"));
}

#[test]
fn the_cursor_steps_over_the_rule_of_the_half() {
    let mut room = with_answers(&ANSWERS);
    room.keys("Home").shows("Certificates ┄").keys("↓").shows("without a category ┄");
    room.keys("↑").shows("Certificates ┄").keys("End").shows("without a category ┄");
}

#[test]
fn a_letter_maps_a_category_with_all_its_rows_by_one_fact() {
    let mut room = Room::demo();
    room.keys("4 n");
    let at = first_open(&room);
    let rows = room.sprint().requests.categories()[at as usize].rows;
    let to = room.sprint().services.iter().next().expect("services").id;
    let before = room.sprint().requests.demand(to).expect("it is asked for");
    room.keys("m").shows("is about…").keys("a");
    let [Fact::Request(request::Fact::Mapped { service, .. })] = room.newest() else { panic!("one fact") };
    assert_eq!(*service, Some(to));
    assert_eq!(room.sprint().requests.demand(to), Some(before + rows));
    room.keys("u");
    assert_eq!(room.sprint().requests.demand(to), Some(before));
}

#[test]
fn a_category_that_is_about_no_service_says_so_and_can_be_mapped_after_all() {
    let mut room = Room::demo();
    room.keys("4 n");
    let at = first_open(&room) as usize;
    room.keys("m t").shows("no service");
    assert_eq!(room.sprint().requests.categories()[at].mapping, Mapping::NoService);
    room.keys("m t").shows("It lies there already");
    room.keys("m u a");
    let beside_the_tray = room.sprint().services.iter().nth(19).expect("twenty services").id;
    let mapped = room.sprint().requests.categories()[at].mapping;
    assert_eq!(mapped, Mapping::Service(beside_the_tray), "t belongs to no service");
}

#[test]
fn on_a_service_m_asks_which_of_its_categories_goes_elsewhere() {
    let mut room = Room::demo();
    room.keys("4 n m a Home m").shows("Which category of").keys("b").shows("is about…").keys("t");
    let [Fact::Request(request::Fact::Mapped { service: None, .. })] = room.newest() else {
        panic!("{:?}", room.newest())
    };
}

#[test]
fn a_makes_a_candidate_service_of_the_category() {
    let mut room = with_answers(&ANSWERS);
    room.keys("Home a").shows("S1 is a candidate service now").shows("1 category not mapped yet");
    let [Fact::Service(service::Fact::Added { studied: false, .. }), Fact::Request(_)] = room.newest() else {
        panic!("{:?}", room.newest())
    };
    let id = room.sprint().services.iter().next().expect("the candidate").id;
    assert_eq!(room.sprint().requests.demand(id), Some(3));
}

#[test]
fn a_candidate_is_refused_on_a_service_and_without_a_name() {
    let mut room = with_answers(&ANSWERS);
    room.keys("Home ↓ a").shows("came in without a category");
    room.keys("Home a a").shows("This is a service already");
}

#[test]
fn answers_in_a_category_called_like_a_service_count_for_it_at_once() {
    let mut room = Room::demo();
    let service = room.sprint().services.iter().next().expect("services").clone();
    let before = room.sprint().requests.demand(service.id).expect("it is asked for");
    let answers = [(service.name.as_str(), QUEUE)];
    room.keys("4").send(Msg::Done(Answer::Imported(Ok(Arc::new(import(&answers))))));
    assert_eq!(room.sprint().requests.demand(service.id), Some(before + 1));
    room.keys("Esc u");
    assert_eq!(room.sprint().requests.demand(service.id), Some(before), "one step takes it all back");
}

#[test]
fn m_on_a_category_needs_services() {
    let mut room = with_answers(&ANSWERS);
    room.keys("Home m").shows("There are no services yet");
}

#[test]
fn n_goes_round_the_categories_that_nobody_mapped() {
    let mut room = Room::demo();
    room.keys("4 n").shows("Which service?");
    let open = room.sprint().requests.unmapped();
    let name_in_the_rule = |room: &Room| {
        let line = line_with(room, "Which service?") - 1;
        room.screen().lines().nth(line).expect("a line").to_owned()
    };
    let mut names: Vec<String> = Vec::new();
    for _ in 0..open {
        names.push(name_in_the_rule(&room));
        room.keys("n");
    }
    assert_eq!(name_in_the_rule(&room), names[0], "after all of them the first again");
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), open, "one of them was left out");
    let mut room = with_answers(&[("Certificates", QUEUE)]);
    room.keys("a n").shows("every category is mapped");
}

#[test]
fn texts_are_covered_until_they_are_shown_and_again_after_leaving() {
    let mut room = with_answers(&ANSWERS);
    room.keys("v").shows("R00001").hides("Відсканував").hides(QUEUE).keys("Enter").shows("r shows them");
    room.keys(". q u e u e").shows("R00002").hides(QUEUE).keys("Enter").hides(QUEUE);
    room.keys("r").shows(QUEUE).keys("Enter").shows(QUEUE).keys("r").hides(QUEUE);
    room.keys("r Esc Esc v").hides(QUEUE).shows("texts covered");
    for size in [(60, 20), (120, 36), (200, 60)] {
        room.sized(size.0, size.1).hides(QUEUE).hides("Відсканував");
    }
}

#[test]
fn words_are_found_as_they_are_typed_and_stay_when_the_field_is_left() {
    let mut room = with_answers(&ANSWERS);
    room.keys("v .").types("ДОВІДК").shows("Searching").shows("1 of 4 requests").shows("R00001");
    room.keys("Esc").shows("with “ДОВІДК”").shows("1 of 4 requests").hides("R00002");
    room.keys(".").types(" queue").keys("Enter").shows("No such request");
    room.keys(". Ctrl+U Enter").shows("4 requests");
}

#[test]
fn until_the_answer_comes_the_old_rows_stay_marked_and_a_stale_answer_is_dropped() {
    let mut room = with_answers(&ANSWERS);
    room.keys("v .");
    let q = effects(&mut room, Key::Char('q'));
    let [Effect::Compute(Job::Find(first))] = &q[..] else { panic!("{q:?}") };
    room.shows("refreshing…").shows("R00004");
    let u = effects(&mut room, Key::Char('u'));
    let [Effect::Compute(Job::Find(second))] = &u[..] else { panic!("{u:?}") };
    room.send(Msg::Done(Answer::Found(first.clone(), Arc::new(vec![])))).shows("refreshing…").shows("R00004");
    room.send(Msg::Done(Answer::Found(second.clone(), Arc::new(vec![1]))))
        .hides("refreshing…")
        .hides("R00004");
    room.shows("R00002");
}

#[test]
fn enter_on_a_line_shows_its_rows_and_mapping_another_category_adds_to_them() {
    let mut room = with_answers(&ANSWERS);
    room.keys("Home Enter").shows("3 of 4 requests").hides("R00004").keys("Esc");
    room.keys("Home a End m a Home Enter").shows("4 requests").shows("R00004");
    room.keys("u").shows("3 of 4 requests").hides("R00004");
}

#[test]
fn f_shows_what_nobody_mapped_or_everything_again() {
    let mut room = with_answers(&ANSWERS);
    room.keys("Home a v f b").shows("1 of 4 requests").shows("R00004").hides("R00001");
    room.keys("f a").shows("R00001");
}

#[test]
fn requests_of_a_service_are_shown_from_elsewhere_and_none_mapped_is_said() {
    let mut room = Room::demo();
    let mut services = room.sprint().services.iter();
    let asked = services.next().expect("services").id;
    let unknown = services.find(|one| room.sprint().requests.demand(one.id).is_none()).expect("one").id;
    let rows = room.sprint().requests.demand(asked).expect("it is asked for");
    let shown = room.app.words().number(i64::from(rows));
    room.app.go(Go { place: "requests", item: Some(Item::RequestsOf(asked)) });
    room.takes_effects().shows(&format!("{shown} of 19,000 requests"));
    room.app.go(Go { place: "requests", item: Some(Item::RequestsOf(unknown)) });
    room.takes_effects().shows("No category is mapped to this service yet");
}

#[test]
fn marked_rows_go_to_a_theme_together_and_o_leads_there() {
    let mut room = Room::demo();
    room.keys("4 v o").shows("It lies in no theme yet").keys("Space Space").shows("2 marked");
    room.keys("m").shows("2 requests to which theme?").keys("a").hides("marked");
    let [Fact::Request(request::Fact::Filed { rows, theme })] = room.newest() else {
        panic!("{:?}", room.newest())
    };
    assert_eq!(rows.len(), 2);
    let label = room.sprint().themes.get(theme.expect("a theme")).expect("a theme").label;
    assert_eq!(label, 0);
    room.keys("Home m a").shows("It lies there already").keys("o").shows("5·Themes");
}

#[test]
fn without_themes_m_says_where_they_are_made() {
    let mut room = with_answers(&ANSWERS);
    let trays = room.sprint().living_themes().count();
    room.keys("v m");
    match trays {
        0 => room.shows("There are no themes yet"),
        _ => room.shows("to which theme?"),
    };
}

#[test]
fn a_row_that_is_set_aside_keeps_its_place_and_loses_its_count() {
    let mut room = with_answers(&ANSWERS);
    room.keys("v +").shows("That is so already").keys("-").shows("R00001  ×").shows("does not count");
    room.keys("v").shows("3 counted").shows("4 requests");
    room.keys("v +").hides("×").keys("v").shows("4 counted");
    room.keys("v Space Space Space Space - v")
        .shows("No request counts")
        .keys("Enter")
        .shows("No request counts");
}

#[test]
fn o_leads_from_a_service_to_the_priorities_and_says_why_not_from_a_category() {
    let mut room = Room::demo();
    room.keys("4 n o").shows("Only services stand among the priorities");
    room.keys("Home o").shows("6·Priorities");
}

#[test]
fn one_row_whole_shows_all_its_facts_and_leads_to_the_next() {
    let mut room = with_answers(&ANSWERS);
    room.keys("v r Enter").shows(SCAN).shows("Survey by post").shows("River Port").shows("12 March 2026");
    room.keys("→").shows("← 2 of 4 →").shows(QUEUE).hides(SCAN).keys("Esc").shows("R00004");
}

#[test]
fn a_long_text_is_read_to_its_end() {
    let long = "слово ".repeat(400) + "кінець";
    let mut room = with_answers(&[("Certificates", long.trim())]);
    room.keys("v r Enter").hides("кінець").keys("End").shows("кінець").shows("Survey by post");
    room.keys("Home").hides("кінець").keys("PgDn PgDn").shows("кінець");
}

#[test]
fn an_empty_sprint_says_how_requests_come_in() {
    let mut room = Room::empty();
    room.keys("4")
        .shows("Press i")
        .shows("viche import requests FILE CSV")
        .keys("v")
        .shows("No requests yet");
}

#[test]
fn the_form_says_what_is_wrong_and_keeps_what_was_typed() {
    let mut room = Room::empty();
    room.keys("4 i Enter Enter Enter Enter").shows("Say which file");
    room.types("a.csv").keys("Enter Enter Enter").types("many").keys("Enter").shows("is a whole number");
    room.shows("a.csv").shows("many");
}

#[test]
fn a_file_is_looked_into_shown_and_taken_in_with_what_the_form_said() {
    let mut room = Room::empty();
    room.keys("4 i").types("survey.csv").keys("Enter").types("Опитування").keys("Enter Enter");
    room.types("209 412");
    let look = effects(&mut room, Key::Enter);
    assert_eq!(look, [Effect::Compute(Job::Preview { path: "survey.csv".to_owned(), lang: Lang::En })]);
    room.shows("Looking into the file").keys("i").shows("A file is on its way already");
    let preview = Preview {
        path: "survey.csv".to_owned(),
        encoding: Clean::new("windows-1251"),
        separator: ';',
        text: Clean::new("Текст"),
        category: Some(Clean::new("Тема")),
        district: None,
        date: None,
        unstored: vec![Clean::new("Телефон")],
        rows: vec![(Clean::new("Довідки"), Clean::new(SCAN))],
    };
    room.send(Msg::Done(Answer::Previewed(Ok(preview))));
    room.shows("windows-1251, parted by semicolons")
        .shows("Not stored      Телефон")
        .shows(SCAN)
        .shows("no column");
    let take = effects(&mut room, Key::Enter);
    let [Effect::Compute(Job::Import { path, first, period, asked, name, .. })] = &take[..] else {
        panic!("{take:?}")
    };
    assert_eq!((path.as_str(), *first, period, *asked), ("survey.csv", 1, &None, Some(209_412)));
    assert_eq!(name.as_str(), "Опитування");
    room.send(Msg::Progress(Name::Import, 1, 4)).shows("25%").shows("Esc stops").keys("Esc");
    assert_eq!(room.others, [Effect::Cancel(Name::Import)]);
    room.send(Msg::Done(Answer::Cancelled(Name::Import))).shows("Nothing came in").hides("25%");
}

#[test]
fn what_was_stopped_does_not_come_in_even_if_it_was_ready() {
    let mut room = Room::empty();
    room.keys("4 i").types("survey.csv").keys("Enter Enter Enter");
    effects(&mut room, Key::Enter);
    room.send(Msg::Done(Answer::Previewed(Ok(Preview::default()))));
    effects(&mut room, Key::Enter);
    room.keys("Esc").send(Msg::Done(Answer::Imported(Ok(Arc::new(import(&ANSWERS))))));
    room.shows("Nothing came in").shows("No requests yet");
}

#[test]
fn what_came_in_is_one_step_with_each_bad_row_named() {
    let mut room = Room::empty();
    room.keys("4").send(Msg::Done(Answer::Imported(Ok(Arc::new(import(&ANSWERS))))));
    room.shows("4 requests came in").shows("u takes it back").shows("1 row was left out").shows("row 17");
    room.shows("phone").keys("Enter").shows("number asked: unknown").shows("1 file");
    room.keys("u").shows("No requests yet").keys("y").shows("4 requests");
}

#[test]
fn a_file_that_cannot_be_read_says_why_and_the_form_still_knows_it() {
    let mut room = Room::empty();
    room.keys("4 i").types("gone.csv").keys("Enter Enter Enter");
    effects(&mut room, Key::Enter);
    let why = room.app.words().say("requests-form-no-file");
    room.send(Msg::Done(Answer::Previewed(Err(why)))).shows("Say which file").hides("Looking into");
    room.keys("i").shows("gone.csv");
}

#[test]
fn a_report_waits_until_nobody_types() {
    let mut room = with_answers(&ANSWERS);
    room.keys("v .").types("que");
    let more = Imported { facts: Vec::new(), ..import(&ANSWERS) };
    room.send(Msg::Done(Answer::Imported(Ok(Arc::new(more)))))
        .types("ue")
        .shows("queue")
        .hides("What came in");
    room.keys("Esc").shows("What came in");
    let mut room = Room::demo();
    let more = Imported { facts: Vec::new(), ..import(&ANSWERS) };
    room.keys("3").send(Msg::Done(Answer::Imported(Ok(Arc::new(more))))).hides("What came in");
    room.keys("4").shows("What came in");
}

#[test]
fn w_says_where_the_requests_come_from() {
    let mut room = with_answers(&ANSWERS);
    room.keys("w").shows("Survey by post").shows("survey.csv").shows("unknown").shows("phone");
}

#[test]
fn commands_and_words_are_ukrainian_on_a_ukrainian_layout() {
    let mut room = Room::demo_in("uk");
    room.keys("4").shows("половина всіх звернень").shows("запитали 209\u{a0}412 людей");
    room.keys("т").shows("Якої послуги стосується?").keys("ь").shows("— це про…").keys("е");
    room.shows("без послуги").keys("м").shows("тексти закриті").keys("к").hides("тексти закриті");
    room.keys("ю").types("печатк").shows("Шукаємо").keys("Enter").shows("зі словами «печатк»");
    room.keys("Enter").shows("Як доказ").keys("у").hides("⟨");
}

#[test]
fn every_count_and_code_is_seen_at_every_size() {
    for lang in ["en", "uk"] {
        for (columns, rows) in [(60, 20), (80, 24), (120, 36), (200, 60)] {
            let mut room = Room::demo_in(lang);
            room.sized(columns, rows).keys("4 Home");
            let first = room.sprint().requests.counts()[0];
            let rows = room.app.words().number(i64::from(first.rows)).to_string();
            room.shows(&rows).shows("S1 ").keys("v").shows("R00001").keys("r");
            let text =
                room.sprint().requests.row(room.sprint().requests.nth(0).expect("a row")).expect("a row");
            let words: Vec<String> = text.text.split(' ').map(str::to_owned).collect();
            room.shows(&words[..2].join(" ")).shows(words.last().expect("a word"));
        }
    }
}

#[test]
fn a_frame_of_a_hundred_thousand_rows_builds_those_that_are_seen() {
    let lines_of = |room: &mut Room, keys: &str| {
        room.keys(keys);
        let before = built::lines();
        room.buffer();
        built::lines() - before
    };
    let (mut large, mut small) = (Room::large(), Room::demo());
    large.keys("4 v");
    small.keys("4 v");
    for keys in ["Home", "End", "r", "PgUp"] {
        let (many, few) = (lines_of(&mut large, keys), lines_of(&mut small, keys));
        assert!(many <= few + few / 4, "{keys}: {many} lines for 100,000 rows, {few} for 19,000");
    }
    large.keys("End").shows("R100000");
}

#[test]
fn texts_are_covered_again_when_another_screen_was_shown() {
    let mut room = Room::demo();
    let text = {
        let id = room.sprint().requests.nth(0).unwrap();
        room.sprint().requests.row(id).unwrap().text.chars().take(20).collect::<String>()
    };
    room.keys("4 v r").shows(&text).keys("5 4").hides(&text);
}

/// Answers of which two are about a queue, two about a lift, and one about neither.
const TOPICS: [(&str, &str); 5] = [
    ("Clinic", "The queue at the clinic opens at six in the morning"),
    ("House", "The lift in our house stands still for the second week"),
    ("Clinic", "Six in the morning and the clinic queue goes round the corner"),
    ("House", "Our lift stands again, the house waits a second week"),
    ("", "Thank you for asking"),
];

#[test]
fn g_shows_what_is_like_a_row_the_likest_first_and_g_or_esc_leads_back() {
    let mut room = with_answers(&TOPICS);
    room.keys("v ↓ g").shows("similar to R00002").shows("%").hides("   R00002");
    let first = line_with(&room, "R00004");
    assert_eq!(first, 5, "the likest stands first:\n{}", room.screen());
    room.keys("r").shows("Our lift stands again").keys("Esc").hides("similar to").shows("R00002");
    let here = room.screen();
    room.keys("g").shows("similar to R00002").keys("g");
    assert_eq!(room.screen(), here, "the cursor is where it was");
    room.keys("g Enter").shows("R00004").keys("g").hides("similar to");
}

#[test]
fn what_was_looked_for_is_there_again_after_what_was_like_it() {
    let mut room = with_answers(&TOPICS);
    room.keys("v .").types("queue").keys("Enter ↓").shows("2 of 5 requests").keys("g").hides("queue");
    room.keys("Esc").shows("with “queue”").shows("2 of 5 requests");
    room.keys("g .").types("lift").keys("Enter").shows("2 of 5 requests").hides("similar to");
}

#[test]
fn while_words_are_learnt_g_says_so_and_nobody_waits() {
    let mut room = Room::empty();
    room.keys("4");
    let at = room.journal.last().expect("a journal").at;
    let done = Msg::Done(Answer::Imported(Ok(Arc::new(import(&TOPICS)))));
    let asked = room.app.update(at, done);
    assert!(asked.iter().any(|effect| matches!(effect, Effect::Compute(Job::Words(_)))), "{asked:?}");
    for effect in asked {
        if let Effect::Append(step) = effect {
            room.journal.push(step);
        }
    }
    room.slow_disk = true;
    room.keys("Esc v g").shows("are being learnt").shows("R00001");
    Room::empty().keys("4 g").shows("⚠ No requests yet");
}

#[test]
fn a_theme_leads_to_the_requests_that_speak_of_it_and_they_are_filed_there() {
    let mut room = Room::demo();
    room.keys("5 Tab Home g").shows("4·Requests").shows("speak of a ").shows("%").shows("texts covered");
    room.keys("Space Space m a");
    let [Fact::Request(request::Fact::Filed { rows, theme: Some(theme) })] = room.newest() else {
        panic!("{:?}", room.newest())
    };
    assert_eq!((rows.len(), room.sprint().theme_labelled(0).map(|one| one.id)), (2, Some(*theme)));
    room.keys("Esc").hides("speak of");
    let mut room = Room::demo();
    room.keys("5 Tab End g").shows("The tray claims nothing").keys("Home g Esc").shows("5·Themes");
    let mut room = with_answers(&[]);
    room.keys("5 Tab g").shows("The tray claims nothing").keys("a").types("Lifts").keys("Enter g");
    room.shows("There is no note in this theme yet");
}
