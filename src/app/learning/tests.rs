//! Claims about following the wall: the learner knows what the notes say now, whatever happened.

use crate::app::Msg;
use crate::app::room::Room;
use crate::app::work;
use crate::domain::Fact;
use crate::domain::interview;
use crate::domain::note::Kind;
use crate::kit::job::Name;
use crate::kit::{Answer, Effect, Go, Item, Job, Key, wall};

/// What the learner was taught, and what a learner that begins now would be taught.
fn follows(room: &Room) {
    let sprint = room.sprint();
    let taught = |row: u32| room.app.learning.taught.get(row as usize).cloned().flatten();
    for row in 0..sprint.notes.len() as u32 {
        let now = wall::lesson(sprint, row).map(|lesson| (lesson.theme, lesson.text));
        assert_eq!(taught(row), now, "note {row}");
    }
    assert!(!room.app.derived.behind);
}

/// Presses a key and answers the jobs it asks for, none of which is done.
fn press(room: &mut Room, key: Key) -> Vec<Job> {
    let at = room.journal.last().expect("a journal").at;
    let effects = room.app.update(at, Msg::Key(key));
    let mut jobs = Vec::new();
    for effect in room.keeps_drafts(effects) {
        match effect {
            Effect::Append(step) => room.journal.push(step),
            Effect::Compute(job) => jobs.push(job),
            Effect::Draft(_) | Effect::Cancel(_) | Effect::Quit => {}
        }
    }
    jobs
}

#[test]
fn every_accept_move_undo_and_new_word_is_followed_at_once() {
    let mut room = Room::demo();
    room.slow_disk = true;
    room.keys("5");
    follows(&room);
    for key in ["=", "m a", "m t", "u", "y", "=", "u", "-", "Tab Home j b", "u", "x", "u", "Enter x", "Esc"] {
        room.keys(key);
        follows(&room);
    }
    room.keys("Tab Tab Enter e").types(" indeed").keys("Enter");
    follows(&room);
}

#[test]
fn nothing_is_learnt_anew_for_what_can_be_followed() {
    let mut room = Room::demo();
    room.slow_disk = true;
    room.keys("5");
    for key in ['=', 'u', 'y', '-', 'u'] {
        assert_eq!(press(&mut room, Key::Char(key)), [], "{key}");
        room.hides("Learning the words");
    }
}

#[test]
fn what_an_interview_taught_is_taken_out_when_it_becomes_practice() {
    let mut room = Room::demo();
    room.keys("5");
    let sprint = room.sprint();
    let filed = sprint.notes.iter().find(|note| note.theme.is_some()).expect("a filed note");
    let interview = filed.interview;
    assert_eq!(sprint.interviews.get(interview).map(interview::Interview::counts), Some(true));
    room.app.go(Go { place: "interviews", item: Some(Item::Interview(interview)) });
    room.takes_effects().keys("k p 5");
    follows(&room);
}

#[test]
fn the_old_suggestions_serve_while_a_job_learns_many_changes() {
    let mut room = Room::demo();
    room.slow_disk = true;
    room.keys("5 Tab Home").keys("Tab");
    for _ in 0..40 {
        room.keys("Space");
    }
    room.keys("m");
    let learn = press(&mut room, Key::Char('a'));
    let [Job::Learn { known, lessons }] = &learn[..] else { panic!("{learn:?}") };
    assert!(room.app.derived.behind);
    room.hides("Learning the words").shows("looks like");
    // Meanwhile another note is filed; the answer of the older wall is brought up to it.
    assert_eq!(press(&mut room, Key::Char('=')), []);
    room.send(Msg::Done(work::learn(known, lessons.clone(), &mut |_, _| true)));
    follows(&room);
}

#[test]
fn refusing_changes_what_is_suggested_and_taking_it_back_brings_it_back() {
    let mut room = Room::demo();
    room.keys("5");
    let suggestion = |room: &Room| {
        let screen = room.screen();
        screen.lines().find(|line| line.contains("=     ")).map(str::to_owned)
    };
    let first = suggestion(&room).expect("a suggestion");
    room.keys("-");
    assert_ne!(suggestion(&room), Some(first.clone()));
    room.keys("u");
    assert_eq!(suggestion(&room), Some(first));
}

#[test]
fn words_are_learnt_again_only_when_there_are_many_new_ones() {
    let mut room = Room::demo();
    room.slow_disk = true;
    room.keys("5 3 Enter a").types("one more about the lift").keys("Enter Esc");
    assert_eq!(press(&mut room, Key::Char('5')), []);
}

#[test]
fn learning_that_breaks_down_is_not_tried_again_until_something_changes() {
    let mut room = Room::demo();
    room.slow_disk = true;
    let words = press(&mut room, Key::Char('5'));
    assert!(matches!(words[..], [Job::Words(_)]), "{words:?}");
    room.shows("Learning the words");
    let at = room.journal.last().expect("a journal").at;
    let again = room.app.update(at, Msg::Done(Answer::Cancelled(Name::Words)));
    assert!(!again.iter().any(|effect| matches!(effect, Effect::Compute(_))), "{again:?}");
    assert_eq!(press(&mut room, Key::Char('n')), []);
    let jobs = press(&mut room, Key::Char('h'));
    assert!(matches!(jobs[..], [Job::Words(_)]), "{jobs:?}");
}

#[test]
fn notes_of_the_tray_teach_nothing() {
    let mut room = Room::demo();
    room.keys("5 m t");
    follows(&room);
    let tray = room.sprint().living_themes().find(|theme| theme.tray).expect("a tray").id;
    let row = room.sprint().themes.row_of(tray).expect("a row");
    assert!(room.app.learning.taught.iter().flatten().all(|(theme, _)| *theme != row));
    let kinds = room.sprint().notes.iter().filter(|note| note.kind == Kind::Own).count();
    assert!(kinds > 0 || matches!(room.newest(), [Fact::Note(_)]));
}
