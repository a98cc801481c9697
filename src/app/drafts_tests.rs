//! What becomes of a text that was not finished: over Esc, over a turn, over a crash.

use super::Msg;
use super::overlay::Asked;
use super::room::Room;
use crate::domain::{Draft, Fact, Seat, note, piece};
use crate::kit::ask::{Ask, Blank, Form};
use crate::text::Clean;
use crate::words::Phrase;

/// What stands on the disk: whose, where, and the first text.
fn kept(room: &Room) -> Vec<String> {
    let line = |draft: &Draft| format!("{} {} {}", draft.seat, draft.place, draft.texts[0]);
    room.drafts.iter().map(line).collect()
}

/// Claims that a text stands in an open field after a crash, and that one Enter saves it.
#[track_caller]
fn outlives_a_crash(keys: &str, text: &str) -> Room {
    let mut room = Room::demo();
    room.keys(keys).types(text);
    let mut room = room.crashed();
    room.shows("The program stopped while you typed this").shows(text.trim_end());
    let before = room.journal.len();
    room.keys("Enter");
    assert_eq!(room.journal.len(), before + 1, "Enter saves nothing:\n{}", room.screen());
    assert!(room.drafts.is_empty(), "{:?}", room.drafts);
    room
}

#[test]
fn each_key_is_kept_and_nothing_is_told_twice() {
    let mut room = Room::demo();
    room.keys("3 Enter a").types("half");
    assert_eq!(kept(&room), ["F interviews half"]);
    let before = room.drafts.clone();
    room.passes(5);
    assert_eq!(room.drafts, before);
    room.keys("Backspace");
    assert_eq!(kept(&room), ["F interviews hal"]);
}

#[test]
fn a_saved_line_is_kept_no_more_and_the_next_one_is() {
    let mut room = Room::demo();
    room.keys("3 Enter a").types("черга").keys("Enter");
    assert!(room.drafts.is_empty());
    room.types("з шостої");
    assert_eq!(kept(&room), ["F interviews з шостої"]);
    room.keys("Ctrl+U Enter");
    assert!(room.drafts.is_empty());
}

#[test]
fn a_line_that_is_not_on_the_disk_yet_is_kept_until_it_is() {
    let mut room = Room::demo();
    room.keys("3 Enter a").types("half a sentence");
    room.slow_disk = true;
    room.keys("Enter").hides("Saved");
    assert_eq!(kept(&room), ["F interviews half a sentence"]);
    let last = room.journal.last().expect("a step").s;
    room.slow_disk = false;
    room.send(Msg::Saved(last));
    assert!(room.drafts.is_empty());
}

#[test]
fn a_crash_while_a_line_is_being_saved_offers_it_only_where_the_note_got_lost() {
    let mut room = Room::demo();
    room.keys("3 Enter a").types("half a sentence");
    room.slow_disk = true;
    room.keys("Enter");
    let at = room.journal.last().expect("a step").at;
    let (written, lost) = (room.journal.clone(), room.journal[..room.journal.len() - 1].to_vec());
    let drafts = room.drafts.clone();
    Room::with_drafts(lost, at, drafts.clone()).shows("stopped while you typed").shows("> half a sentence");
    let mut room = Room::with_drafts(written, at, drafts);
    room.hides("stopped while you typed").hides("is kept");
    assert!(room.drafts.is_empty(), "the disk is told");
}

#[test]
fn what_the_sprint_refuses_stays_in_its_field_and_on_the_disk() {
    let mut room = Room::demo();
    room.keys("6 v v v Enter").types("9").keys("Enter").shows("9");
    assert_eq!(kept(&room), ["F priorities 9"]);
    room.keys("Ctrl+U Esc");
    assert!(room.drafts.is_empty());
    room.keys("Esc 3 a").types("T9").keys("Enter Enter Enter Enter Enter").shows("T9");
    assert_eq!(kept(&room), ["F interviews T9"]);
    room.crashed().shows("The program stopped").shows("T9");
}

#[test]
fn a_note_is_back_with_its_kind_and_one_enter_away() {
    let room = outlives_a_crash("3 Enter a -", "черга з шостої ранку ");
    let [Fact::Note(note::Fact::Added { kind, text, .. })] = room.newest() else {
        panic!("{:?}", room.newest())
    };
    assert_eq!((*kind, text.as_str()), (note::Kind::Pain, "черга з шостої ранку"));
}

#[test]
fn the_last_line_that_was_taken_back_is_still_the_same_note_after_a_crash() {
    let room = outlives_a_crash("3 Enter a x Enter ↑", "tra words");
    let [Fact::Note(note::Fact::Worded { text, .. })] = room.newest() else { panic!("{:?}", room.newest()) };
    assert_eq!(text.as_str(), "xtra words");
}

#[test]
fn cards_are_back_in_their_columns_with_what_they_rest_on() {
    let room = outlives_a_crash("2 → → a", "Residents ask twice");
    assert!(matches!(room.newest(), [Fact::Piece(piece::Fact::Added { .. })]));
    let room = outlives_a_crash("2 → Space Space ↑ ↑ m Enter", "Two notes say so");
    assert!(
        room.newest().iter().filter(|fact| matches!(fact, Fact::Link(_))).count() > 1,
        "{:?}",
        room.newest()
    );
    let room = outlives_a_crash("2 → → e", " and more");
    assert!(matches!(room.newest(), [Fact::Piece(piece::Fact::Worded { .. })]));
}

#[test]
fn scores_and_forms_are_back_where_they_were() {
    outlives_a_crash("6 v v v Enter", "3.5");
    outlives_a_crash("6 e", " of today");
    outlives_a_crash("5 e", " and more");
    outlives_a_crash("5 Tab Enter a", "They all come before work");
    outlives_a_crash("5 Tab e", " and more");
    outlives_a_crash("3 Enter ↑ e", " and more");
    outlives_a_crash("0 e", "Lunch in the yard");
    outlives_a_crash("6 p", "Who pays for the tablets?");
    outlives_a_crash("1 v v a", "Who pays for the tablets?");
    outlives_a_crash("1 v v e", " and more");
    outlives_a_crash("8 a", "Archive");
}

#[test]
fn both_languages_say_that_a_text_is_back() {
    let mut room = Room::demo_in("uk");
    room.keys("3 Enter a").types("черга з шо");
    room.crashed().shows("Програма зупинилася, поки ви це писали").shows("черга з шо").shows("Пишемо");
}

#[test]
fn a_text_that_was_put_by_is_not_forced_on_anybody_but_named_with_its_place() {
    for (lang, says) in
        [("en", "1 text is kept that was not finished: 3"), ("uk", "Збережено 1 недописаний текст: 3")]
    {
        let mut room = Room::demo_in(lang);
        room.keys("3 Enter a").types("half a sent").keys("Esc");
        let mut room = room.crashed();
        room.shows(says).shows("T1-I03").hides("half a sent");
        room.keys("3 Enter a").shows("half a sent");
    }
}

#[test]
fn several_texts_are_counted_and_the_newest_places_named() {
    let mut room = Room::demo();
    room.keys("3 Enter a").types("one").keys("Esc Esc ↓ Enter a").types("two").keys("Esc");
    room.keys("2 a").types("three").keys("Esc p").types("four").keys("Esc");
    room.keys("8 a").types("five").keys("Esc");
    let mut room = room.crashed();
    room.shows("5 texts are kept that were not finished: 8 People").shows("2 more").hides("five");
    room.keys("1").hides("texts are kept");
    let mut room = Room::demo_in("uk");
    room.keys("3 Enter a").types("one").keys("Esc 2 a").types("three").keys("Esc");
    room.crashed().shows("Збережено 2 недописані тексти");
    let mut room = Room::demo();
    room.keys("p").types("three").keys("Esc t Enter Enter 5").types("nhkjer asked").keys("Esc");
    room.crashed()
        .shows("1 text is kept that was not finished: a line that was typed among")
        .hides("parking");
}

#[test]
fn the_text_that_was_open_is_back_and_the_others_are_named() {
    let mut room = Room::demo();
    room.keys("2 a").types("by and by").keys("Esc 3 Enter a").types("now");
    room.crashed()
        .shows("stopped while you typed")
        .shows("Kept as well: 2 Boards – T1 To learn")
        .shows("> now");
}

#[test]
fn a_team_that_was_writing_goes_on_writing() {
    let mut room = Room::demo();
    room.keys("t Enter").types("I was told to come back on Mon");
    let seat = room.sprint().seat();
    let mut room = room.crashed();
    room.shows("stopped while you typed").shows("come back on Mon").keys("Enter");
    assert_eq!(room.journal.last().expect("a step").by, seat);
    assert!(room.drafts.is_empty());
}

#[test]
fn nobody_is_shown_the_text_of_another_seat() {
    let mut room = Room::demo();
    room.keys("t Enter").types("our own words").keys("Esc t Enter").shows("Enter sit down").keys("Esc");
    let Some(Draft { seat: Seat::Team(team), .. }) = room.drafts.first().cloned() else { panic!() };
    let mut room = room.crashed();
    room.hides("not finished").hides("our own words");
    let interview = room.drafts[0].field.as_str().split_once(' ').expect("an id").1.to_owned();
    let id = crate::domain::id::InterviewId(interview.parse().expect("an id"));
    room.app.go(crate::kit::Go { place: "interviews", item: Some(crate::kit::Item::Interview(id)) });
    room.keys("a").shows("Writing").hides("our own words").types("mine").keys("Esc Esc t");
    while room
        .sprint()
        .turns
        .called()
        .and_then(|turn| room.sprint().team_code(turn.team))
        .map(|c| c.to_string())
        != Some(format!("T{team}"))
    {
        room.keys("→");
    }
    room.hides("our own words")
        .keys("Enter")
        .shows("our own words")
        .shows("stopped while you typed")
        .hides("mine");
}

#[test]
fn nothing_is_offered_over_a_curtain() {
    let mut room = Room::demo();
    room.keys("3 Enter a").types("half a sent").keys("Esc t");
    let mut room = room.crashed();
    room.hides("not finished").keys("Esc").shows("1 text is kept");
}

#[test]
fn stray_typing_is_back_too() {
    let mut room = Room::demo();
    room.keys("t Enter Enter 5").types("nhkjer asked tw");
    let mut room = room.crashed();
    room.shows("You seem to be writing").shows("nhkjer asked tw").types("ice").keys("Enter");
    assert_eq!(room.sprint().notes.iter().last().expect("a note").text.as_str(), "nhkjer asked twice");
    assert!(room.drafts.is_empty());
}

#[test]
fn what_is_as_it_was_found_what_is_looked_for_and_what_is_secret_is_kept_nowhere() {
    let mut room = Room::demo();
    room.keys("5 e Esc 4 v . c h e r Esc : q u i Esc Esc 2 → → e Esc");
    assert!(room.drafts.is_empty(), "{:?}", room.drafts);
    let blank = Blank {
        label: Phrase::default(),
        value: String::new(),
        hint: Phrase::default(),
        chars_max: 50,
        path: false,
    };
    let form = Form { name: Form::SECRET.to_owned(), title: Phrase::default(), fields: vec![blank] };
    room.app.show(Ask::Form(form), Asked::Screen);
    room.types("my ballot");
    assert!(room.drafts.is_empty());
    room.keys("Esc");
    assert!(room.drafts.is_empty());
}

#[test]
fn a_text_whose_place_is_gone_waits_and_harms_nothing() {
    let mut room = Room::demo();
    room.keys("3 Enter a").types("half a sent");
    let (at, steps) = (room.journal.last().expect("a step").at, room.journal.clone());
    let draft = room.drafts[0].clone();
    for field in ["line 00000001.1", "note 00000001.1", "line", "", "{\"piece\":1}", "score x 99"] {
        for place in ["interviews", "boards", "priorities", "themes", "agenda", "people", "nowhere"] {
            let (place, field) = (Clean::new(place), Clean::new(field));
            let draft = Draft { place, field, ..draft.clone() };
            let mut room = Room::with_drafts(steps.clone(), at, vec![draft]);
            room.hides("half a sent").shows("1 text is kept").keys("3").shows("Interviews");
        }
    }
}
