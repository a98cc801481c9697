//! Claims about the screen of interviews.

use crate::app::room::Room;
use crate::domain::Fact;
use crate::domain::interview::{self, Pause};
use crate::domain::note::{self, Kind};

#[test]
fn the_wall_shows_every_running_interview_at_80_by_24() {
    let mut room = Room::demo();
    let screen = room.keys("3").screen();
    let shown = (1..=8).flat_map(|team| [format!("T{team}-I03"), format!("T{team}-I04")]);
    for code in shown {
        assert!(screen.contains(&code), "{code} is missing:\n{screen}");
    }
}

#[test]
fn a_typed_line_becomes_a_note_of_the_kind_of_its_sign() {
    let mut room = Room::demo();
    room.keys("3 Enter a").types("-черга з шостої ранку").shows("pain").keys("Enter");
    let [Fact::Note(note::Fact::Added { kind, text, .. })] = room.newest() else {
        panic!("{:?}", room.newest())
    };
    assert_eq!((*kind, text.as_str()), (Kind::Pain, "черга з шостої ранку"));
    room.shows("черга з шостої ранку").shows("Writing");
}

#[test]
fn backspace_takes_the_word_of_the_kind_away_and_a_leading_space_is_literal() {
    let mut room = Room::demo();
    room.keys("3 Enter a").types("-").keys("Backspace").types("a note").keys("Enter");
    let kind = |room: &Room| match room.newest() {
        [Fact::Note(note::Fact::Added { kind, .. })] => *kind,
        other => panic!("{other:?}"),
    };
    assert_eq!(kind(&room), Kind::Plain);
    room.types(" -5 degrees inside").keys("Enter");
    assert_eq!(kind(&room), Kind::Plain);
    room.shows("-5 degrees inside");
}

#[test]
fn no_note_without_consent() {
    let mut room = Room::empty();
    room.keys("3 a").types("1").keys("Enter Enter Enter Enter Enter").shows("T1-I01");
    room.keys("Enter a").shows("No consent to notes yet");
    room.keys("k n a").types("comes by tram").keys("Enter").shows("comes by tram");
}

#[test]
fn esc_keeps_the_line_as_a_draft() {
    let mut room = Room::demo();
    room.keys("3 Enter a").types("half a sent").keys("Esc").hides("half a sent");
    room.keys("a").shows("half a sent");
}

#[test]
fn several_pasted_lines_become_one_step_after_a_preview() {
    let mut room = Room::demo();
    let before = room.sprint().notes.len();
    room.keys("3 Enter").pastes("\" I gave it twice\n- черга\nsaves screenshots");
    room.shows("3 notes from the paste").keys("Enter");
    assert_eq!(room.sprint().notes.len(), before + 3);
    room.keys("u");
    assert_eq!(room.sprint().notes.iter().filter(|note| !note.crossed).count(), before);
}

#[test]
fn stopping_all_clocks_freezes_every_interview_and_again_lets_them_go_on() {
    let mut room = Room::demo();
    room.keys("3 !").shows("alert").shows("All clocks are stopped");
    assert!(room.sprint().interviews.iter().all(|one| !one.clock.is_running()));
    assert_eq!(room.app.next_wake(), None);
    room.keys("Enter a Ctrl+P").shows("Everything has stood since").keys("Enter Esc");
    let running = room.sprint().interviews.iter().filter(|one| one.clock.is_running()).count();
    assert!(running >= 14, "{running} run again");
}

#[test]
fn overtime_counts_up() {
    let mut room = Room::demo();
    room.passes(40 * 60).shows("+");
    let ended = room.sprint().interviews.iter().filter(|one| one.clock.is_running()).count();
    assert!(ended > 0, "nothing ends by itself");
}

#[test]
fn practice_counts_nobody() {
    let mut room = Room::demo();
    let themed = room.sprint().themes.iter().find(|theme| room.sprint().evidence.people_of(theme.id) > 1);
    let theme = themed.expect("the demo has themes").id;
    let before = room.sprint().evidence.people_of(theme);
    let person = room.sprint().evidence.respondents_of(theme).next().expect("somebody was heard");
    let one =
        room.sprint().interviews.iter().find(|one| one.respondent == person).expect("they were asked").id;
    room.app.go(crate::kit::Go { place: "interviews", item: Some(crate::kit::Item::Interview(one)) });
    room.keys("k p").shows("practice, not counted");
    assert_eq!(room.sprint().evidence.people_of(theme), before - 1);
}

#[test]
fn commands_work_on_a_ukrainian_layout() {
    let mut room = Room::demo();
    room.keys("3 Enter ф").shows("Writing").keys("Esc Esc");
    room.keys("с");
    assert!(matches!(room.newest(), [Fact::Interview(interview::Fact::Paused { why: Pause::Break, .. })]));
}

#[test]
fn undo_names_what_it_took_back_without_its_words() {
    let mut room = Room::demo();
    room.keys("3 Enter a").types("the app logs me out").keys("Enter Esc").shows("the app logs me out");
    room.keys("u").hides("the app logs me out").shows("Taken back: N0");
    room.keys("y").shows("the app logs me out");
}

#[test]
fn saving_is_shown_until_the_journal_answers() {
    let mut room = Room::demo();
    room.shows("saved ✓");
    room.slow_disk = true;
    room.keys("3 Enter a").types("a note").keys("Enter").shows("saving");
    let newest = room.journal.last().expect("a step").s;
    room.send(crate::app::Msg::Saved(newest)).shows("saved ✓");
}

#[test]
fn both_languages_say_everything() {
    let mut room = Room::demo_in("uk");
    room.keys("3").shows("Інтерв’ю").hides("⟨");
    room.keys("Enter").hides("⟨").shows("згода:");
    room.keys(":").types("speak").keys("Enter").shows("Interviews").hides("⟨");
}

#[test]
fn who_asks_is_chosen_with_those_first_who_have_not_asked_and_shown_above_the_notes() {
    let mut room = Room::demo();
    room.keys("3 Enter k").shows("interviewer… ").keys("i").shows("Who asks in T1-I03?");
    let screen = room.screen();
    let place = |words: &str| screen.find(words).unwrap_or_else(|| panic!("{words}:\n{screen}"));
    assert!(place("not asked yet") < place("asked once"), "{screen}");
    room.keys("a");
    let [Fact::Interview(interview::Fact::Staffed { interviewer: Some(who), .. })] = room.newest() else {
        panic!("{:?}", room.newest())
    };
    let one = room.sprint().participants.get(*who).expect("they take part");
    assert_eq!(one.code, 1, "nobody of the team but these two has not asked");
    room.shows("asks Head");
}

#[test]
fn one_person_does_not_ask_and_write() {
    let mut room = Room::demo();
    room.keys("3 Enter k m").shows("Who writes in T1-I03?").keys(".");
    let one = room.sprint().interviews.iter().find(|one| one.is_open()).expect("one runs");
    let asks = one.interviewer.and_then(|id| room.sprint().participants.get(id)).expect("somebody asks");
    let name = asks.name.as_str().to_owned();
    let steps = room.journal.len();
    room.types(&name).keys("Enter").shows("One person can’t ask and write at once");
    assert_eq!(room.journal.len(), steps);
    room.keys("k m t");
    let one = room.sprint().interviews.iter().find(|one| one.is_open()).expect("one runs");
    assert_eq!(one.note_taker, None);
}

#[test]
fn who_asks_is_said_in_ukrainian_too() {
    let mut room = Room::demo_in("uk");
    room.keys("3 Enter k").shows("інтерв’юер…").keys("i").shows("Хто питає в T1-I03?").shows("ще не питали");
    room.keys("t").hides("⟨");
}
