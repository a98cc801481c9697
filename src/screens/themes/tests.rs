//! Claims about the screen of themes.

use jiff::tz::TimeZone;
use ratatui::layout::Rect;

use super::{Themes, view};
use crate::app::room::Room;
use crate::demo::{self, template};
use crate::domain::id::{Ids, InterviewId, NoteId, RunId, ThemeId};
use crate::domain::interview::{self, Consent, Status};
use crate::domain::link::{self, Thing};
use crate::domain::note::{self, Kind};
use crate::domain::{Fact, History, Seat, Sprint, Stamp, Step, piece};
use crate::kit::setting::Settings;
use crate::kit::theme::Theme;
use crate::kit::{Cx, Derived, Go, Item, List, Out, Place};
use crate::text::Clean;
use crate::words::{Lang, Words};

const AT: Stamp = Stamp { t_ms: 1_781_767_000_000, m_ms: 5_000_000 };

/// A room in which each of these people said these things, and nothing is sorted yet.
pub(super) fn heard(people: &[&[(Kind, &str)]]) -> Room {
    let options = template::NewSprint {
        title: Clean::new("Services for residents"),
        start: jiff::civil::Date::constant(2026, 6, 18),
        zone: "Europe/Kyiv".to_owned(),
        lang: "en",
        teams: Vec::new(),
    };
    let run = RunId(0xde31);
    let mut ids = Ids::of(run);
    let facts = template::new_sprint(&options, &mut ids).expect("the template is sound");
    let step = |s, facts| Step { s, w: run, at: AT, by: Seat::CommandLine, facts, from: None };
    let template = step(1, facts);
    let team = History::of(vec![template.clone()]).sprint().teams.iter().next().expect("a team").id;
    let mut facts: Vec<Fact> = Vec::new();
    let mut code = 0;
    for (at, notes) in (1..).zip(people) {
        let id: InterviewId = ids.next();
        let planned = interview::Fact::Planned {
            id,
            team,
            number: at,
            round: None,
            respondent: at,
            segment: Clean::default(),
            minutes: 30,
            practice: false,
            guide: None,
            interviewer: None,
            note_taker: None,
        };
        let consent = Consent { notes: true, ..Consent::default() };
        facts.extend([planned.into(), interview::Fact::Consented { id, consent }.into()]);
        facts.push(interview::Fact::Ran { id }.into());
        for (kind, text) in *notes {
            code += 1;
            let (kind, text, note) = (*kind, Clean::new(text), ids.next());
            let added =
                note::Fact::Added { id: note, code, interview: id, kind, text, section: 0, offset_ms: 0 };
            facts.push(added.into());
        }
    }
    let mut room = Room::of(vec![template, step(2, facts)], AT);
    room.keys("5");
    room
}

/// Two people, one theme each: `a` about certificates, `b` about the queue. Two notes are still loose.
pub(super) fn two_themes() -> Room {
    let mut room = heard(&[
        &[
            (Kind::Quote, "I gave the same certificate twice"),
            (Kind::Pain, "the queue opens at six"),
            (Kind::Pain, "certificate lost, brought it twice again"),
        ],
        &[(Kind::Plain, "stood in the queue since six"), (Kind::Idea, "a bench for older people")],
    ]);
    make(&mut room, "Documents are asked for twice");
    make(&mut room, "The queue starts at six");
    room
}

/// Makes a theme of the note under the cursor.
pub(super) fn make(room: &mut Room, name: &str) {
    room.keys("a").types(name).keys("Enter");
}

pub(super) fn theme(room: &Room, name: &str) -> ThemeId {
    let named = room.sprint().living_themes().find(|theme| theme.name.as_str() == name);
    named.unwrap_or_else(|| panic!("no theme {name:?}")).id
}

pub(super) fn filed(room: &Room) -> (Vec<NoteId>, Option<ThemeId>) {
    match room.newest() {
        [Fact::Note(note::Fact::Filed { notes, theme })] => (notes.clone(), *theme),
        other => panic!("nothing was filed: {other:?}"),
    }
}

pub(super) fn loose(sprint: &Sprint) -> Vec<NoteId> {
    let rows = sprint.evidence.loose().iter();
    rows.filter_map(|&row| sprint.notes.at_row(row)).map(|note| note.id).collect()
}

#[test]
fn one_key_files_a_note_where_it_was_suggested_and_goes_on_to_the_next() {
    let mut room = two_themes();
    let before = loose(room.sprint());
    room.shows("▸ N0003").shows("=     Documents are asked for").keys("=");
    assert_eq!(filed(&room), (vec![before[0]], Some(theme(&room, "Documents are asked for twice"))));
    room.shows("▸ N0004").shows("=     The queue starts at six").keys("+");
    assert_eq!(filed(&room), (vec![before[1]], Some(theme(&room, "The queue starts at six"))));
    room.shows("▸ N0005");
}

#[test]
fn m_and_a_label_file_a_note_anywhere() {
    let mut room = two_themes();
    let first = loose(room.sprint())[0];
    room.keys("m b");
    assert_eq!(filed(&room), (vec![first], Some(theme(&room, "The queue starts at six"))));
    room.keys("m t");
    let tray = room.sprint().living_themes().find(|theme| theme.tray).expect("a tray").id;
    assert_eq!(filed(&room).1, Some(tray));
    room.shows("tray 1");
}

#[test]
fn keys_work_on_a_ukrainian_layout() {
    let mut room = two_themes();
    room.keys("ь и");
    assert_eq!(filed(&room).1, Some(theme(&room, "The queue starts at six")));
}

#[test]
fn marked_notes_become_a_theme_and_the_form_says_what_is_in_it() {
    let mut room = heard(&[&[(Kind::Plain, "one"), (Kind::Plain, "two"), (Kind::Plain, "three")]]);
    room.keys("Space ↓ Space").shows("◆ 2 marked").keys("a");
    room.shows("A new theme of 2 notes").shows("N0001 N0003");
    room.types("They count").keys("Enter").shows("It answers to m a").hides("marked");
    assert_eq!(room.sprint().notes_of_theme(theme(&room, "They count")).len(), 2);
    room.shows("▸ N0002");
    room.keys("u");
    assert_eq!(loose(room.sprint()).len(), 3, "one step, one undo");
}

#[test]
fn the_form_shows_the_words_of_a_single_note_and_esc_keeps_its_name_as_a_draft() {
    let mut room = heard(&[&[(Kind::Plain, "comes by tram")]]);
    room.keys("a").shows("│ comes by tram  ").types("By tra").keys("Esc");
    assert!(room.sprint().living_themes().all(|theme| theme.tray));
    room.keys("a").shows("By tra").types("m").keys("Enter");
    theme(&room, "By tram");
}

#[test]
fn an_empty_theme_is_made_in_the_pane_of_the_themes() {
    let mut room = two_themes();
    room.keys("Tab a").types("Later").keys("Enter").shows("▸c Later");
    assert!(room.sprint().notes_of_theme(theme(&room, "Later")).is_empty());
    room.keys("Enter").shows("m c sends some here");
}

#[test]
fn labels_stay_when_another_theme_is_merged_away() {
    let mut room = two_themes();
    make(&mut room, "Benches");
    room.keys("Tab Home j c");
    room.shows("b The queue starts at six").shows("▸c Benches");
    assert_eq!(room.sprint().living_themes().filter(|theme| !theme.tray).count(), 2);
    room.keys("Tab m b");
    assert_eq!(filed(&room).1, Some(theme(&room, "The queue starts at six")));
}

#[test]
fn undo_takes_back_a_merge_and_both_names_with_their_notes() {
    let mut room = two_themes();
    room.keys("Tab Home j b").hides("Documents are asked for twice").shows("2 notes");
    room.keys("u").shows("▸a Documents are asked").shows("b The queue starts at six");
    for name in ["Documents are asked for twice", "The queue starts at six"] {
        assert_eq!(room.sprint().notes_of_theme(theme(&room, name)).len(), 1, "{name}");
    }
}

#[test]
fn the_marked_notes_of_a_theme_split_off_into_one_of_their_own() {
    let mut room = two_themes();
    room.keys("= = Tab Home Enter").shows("N0001").shows("N0003");
    room.keys("s").shows("Mark the notes");
    room.keys("Space Space s").shows("Leave at least one");
    room.keys("Home Space s").shows("Split one note off");
    room.types("Papers get lost").keys("Enter");
    let sprint = room.sprint();
    assert_eq!(sprint.notes_of_theme(theme(&room, "Papers get lost")).len(), 1);
    assert_eq!(sprint.notes_of_theme(theme(&room, "Documents are asked for twice")).len(), 1);
    room.shows("▸ N0001").hides("▸ N0003");
}

#[test]
fn a_refused_suggestion_does_not_come_back_and_the_next_one_moves_up() {
    let mut room = heard(&[&[
        (Kind::Plain, "the certificate was asked for twice"),
        (Kind::Plain, "the clerk was rude"),
        (Kind::Plain, "the clerk lost the certificate twice"),
    ]]);
    make(&mut room, "Papers");
    make(&mut room, "Clerks");
    room.shows("=     Papers").shows("m b   Clerks").keys("-");
    room.hides("=     Papers").shows("=     Clerks").keys("-").shows("Looks like no theme");
    room.keys("n - =").shows("share no words");
    room.keys("m a u").shows("▸ N0003").shows("Looks like no theme");
    room.keys("u").shows("=     Clerks");
}

#[test]
fn a_suggestion_rests_on_words_that_stand_in_the_note() {
    for lang in ["en", "uk"] {
        let mut room = Room::demo_in(lang);
        let (open, close) = if lang == "en" { ('“', '”') } else { ('«', '»') };
        room.sized(120, 36).keys("5");
        let mut seen = 0;
        for at in 0..40 {
            let note = room.sprint().notes.get(loose(room.sprint())[at]).expect("a note").clone();
            let screen = room.screen();
            let rows = screen.lines().rev().skip(1).take(9);
            for row in rows.filter(|row| row.contains("=     ") || row.trim_start().starts_with("m ")) {
                let words = row.rsplit_once(open).and_then(|(_, rest)| rest.split_once(close));
                let (words, _) = words.unwrap_or_else(|| panic!("no words are named: {row}"));
                for word in words.split(", ") {
                    assert!(note.text.as_str().contains(word), "{word:?} is not in {:?}", note.text);
                    seen += 1;
                }
            }
            room.keys("n");
        }
        assert!(seen > 40, "{lang}: only {seen} words were suggested");
    }
}

#[test]
fn people_are_counted_and_not_their_notes() {
    let mut room = two_themes();
    room.keys("m a").shows("1 voice ⚠   2");
    room.keys("m a").shows("2 people   3");
    room.keys("m a").shows("2 people   4");
}

#[test]
fn own_thoughts_of_the_interviewer_are_nobodys_voice() {
    let mut room = heard(&[&[(Kind::Own, "seems tired of it all")]]);
    make(&mut room, "Tired");
    room.shows("0 people   1").keys("Tab w").shows("no evidence").shows("nobody yet");
}

#[test]
fn practice_and_withdrawn_notes_never_appear() {
    let mut room = two_themes();
    room.shows("Inbox 3 loose");
    let second = room.sprint().interviews.iter().nth(1).expect("two interviews").id;
    room.app.go(Go { place: "interviews", item: Some(Item::Interview(second)) });
    room.keys("k p 5").shows("Inbox 1 loose").hides("bench");
    let note = room.sprint().notes.iter().last().expect("a note").id;
    room.app.go(Go { place: "themes", item: Some(Item::Note(note)) });
    room.send(crate::app::Msg::Wake).shows("This note is not on the wall").hides("bench");
    room.app.go(Go { place: "interviews", item: Some(Item::Interview(second)) });
    room.keys("k w Enter 5").hides("bench").hides("stood in the queue");
    assert_eq!(room.sprint().interviews.get(second).map(|one| one.status), Some(Status::Withdrawn));
}

#[test]
fn the_silent_phase_covers_who_counts_and_suggestions_until_it_ends() {
    let mut room = Room::demo();
    room.keys("5").shows("P0").shows("looks like").shows("people");
    room.keys("r").shows("SILENT PHASE").hides("P0").hides("looks like").hides("people").hides("voice");
    room.hides("loose").shows("One person carries");
    let steps = room.journal.len();
    room.keys("=").shows("Covered in the silent phase");
    room.keys("w").shows("Covered in the silent phase").keys("m").hides("people").keys("Esc");
    room.keys("Enter").hides("P0").keys("Esc Tab").hides("P0").hides("people");
    room.keys("w").shows("Covered in the silent phase").keys("Enter").hides("P0");
    assert_eq!(room.journal.len(), steps, "nothing was done");
    room.keys("r").shows("people").hides("SILENT");
}

#[test]
fn a_note_is_taken_out_of_its_theme_or_sent_to_another() {
    let mut room = two_themes();
    room.keys("Tab Home Enter x").shows("No notes in here yet").keys("x").shows("no note in this theme");
    room.keys("u m b");
    assert_eq!(filed(&room).1, Some(theme(&room, "The queue starts at six")));
    room.keys("Esc Tab").shows("Inbox 3 loose");
}

#[test]
fn a_dissolved_theme_lets_its_notes_go() {
    let mut room = two_themes();
    room.keys("Tab Home x").shows("its note is loose again").shows("Inbox 4 loose");
    room.keys("u").shows("▸a Documents are asked").shows("Inbox 3 loose");
}

#[test]
fn the_tray_stays_and_stands_last() {
    let mut room = two_themes();
    room.keys("Tab End").shows("▸t ▫").keys("x").shows("The outlier tray stays");
    room.keys("j").shows("The outlier tray stays");
}

#[test]
fn themes_and_notes_get_other_words() {
    let mut room = two_themes();
    room.keys("e").types(" by the clerk").keys("Enter").shows("brought it twice again by the clerk");
    room.keys("Tab Home e Ctrl+U").types("Papers twice").keys("Enter").shows("▸a Papers twice");
    room.keys("e Ctrl+U Enter").shows("A name needs at least one letter").shows("▸a Papers twice");
    room.keys("e Enter").shows("Nothing changed");
}

#[test]
fn a_note_is_held_back_from_the_room_and_let_go_again() {
    let mut room = two_themes();
    room.keys("h").shows("not for the room").shows("N0003 is held back");
    assert_eq!(room.sprint().notes.iter().filter(|note| note.held).count(), 1);
    room.keys("h").hides("not for the room");
}

#[test]
fn leaving_notes_loose_goes_round() {
    let mut room = two_themes();
    room.keys("n").shows("▸ N0004").keys("n").shows("▸ N0005");
    room.keys("n").shows("▸ N0003").shows("From the top again");
    assert_eq!(loose(room.sprint()).len(), 3);
}

#[test]
fn the_whole_note_can_be_read_however_long_it_is() {
    let long = "a word and another, ".repeat(60) + "the very end";
    let mut room = heard(&[&[(Kind::Quote, &long)]]);
    room.hides("the very end").shows("…").keys("Enter End").shows("the very end");
    room.keys("Esc").shows("▸ N0001");
}

#[test]
fn why_names_who_says_so_and_what_was_asked() {
    let mut room = two_themes();
    room.keys("m a Tab Home w").shows("What “Documents are asked for twice” rests on");
    room.shows("P001").shows("1 \" quote").shows("1 - pain").shows("Only one respondent says so");
    room.keys("Esc o").shows("Nobody in this theme was asked about a service");
}

#[test]
fn a_theme_leads_on_to_the_service_of_its_people_and_back_to_its_interviews() {
    let mut room = Room::demo();
    room.keys("5 Tab o").shows("What came of it").keys("End Enter").shows("6·Priorities");
    let theme = room.sprint().theme_labelled(1).expect("theme b").id;
    room.app.go(Go { place: "themes", item: Some(Item::Theme(theme)) });
    let first = room.sprint().notes_of_theme(theme)[0];
    let (note, interview) = {
        let sprint = room.sprint();
        let note = sprint.notes.get(first).expect("a note");
        let interview = sprint.interviews.get(note.interview).expect("an interview");
        (note.code, interview.respondent)
    };
    room.send(crate::app::Msg::Wake).shows("─ b I cannot get").shows(&format!("▸ N{note:04}"));
    room.keys("w").shows("3·Interviews").shows(&format!("P{interview:03}"));
    let last = *loose(room.sprint()).last().expect("loose notes");
    room.app.go(Go { place: "themes", item: Some(Item::Note(last)) });
    let code = room.sprint().notes.get(last).expect("a note").code;
    room.send(crate::app::Msg::Wake).shows(&format!("▸ N{code:04}")).hides("─ b I cannot get");
}

#[test]
fn a_theme_that_is_gone_is_said_to_be_gone() {
    let mut room = two_themes();
    let id = theme(&room, "Documents are asked for twice");
    room.keys("Tab Home x 3");
    room.app.go(Go { place: "themes", item: Some(Item::Theme(id)) });
    room.send(crate::app::Msg::Wake).shows("It is no longer there");
}

#[test]
fn an_opened_theme_closes_when_it_is_merged_away() {
    let mut room = two_themes();
    room.keys("Tab Home Enter").shows("─ a Documents").keys("Tab j b").hides("─ a Documents");
    room.keys("Tab").shows("▸ N0003");
}

#[test]
fn empty_states_say_what_to_do_first() {
    let mut room = Room::empty();
    room.keys("5").shows("No notes yet").shows("No themes yet");
    for key in ["=", "m a", "Space", "n"] {
        room.keys(key).shows("The inbox is empty");
    }
    let mut room = heard(&[&[(Kind::Plain, "comes by tram")]]);
    room.keys("=").shows("Looks like no theme").keys("m t").shows("Every note has its place");
}

#[test]
fn a_theme_is_found_by_its_letters_or_its_words() {
    let mut room = two_themes();
    room.keys(". b").shows("─ b The queue").shows("▸ N0002").keys("Esc");
    room.keys(". .").types("documents").keys("Enter").shows("─ a Documents").shows("▸ N0001");
}

#[test]
fn the_tray_is_never_suggested() {
    let mut room = heard(&[&[(Kind::Plain, "a goose in the lift"), (Kind::Plain, "the goose again")]]);
    room.keys("m t").shows("▸ N0002").shows("Looks like no theme");
    room.keys("Tab a").types("Geese").keys("Enter Tab Tab End Enter m a").keys("Esc ←");
    room.shows("=     Geese");
}

#[test]
fn the_cursor_stays_on_its_note_when_marked_ones_above_it_leave() {
    let mut room = two_themes();
    room.keys("Space Space").shows("▸ N0005").keys("m a").shows("▸ N0005").hides("marked");
    make(&mut room, "Benches");
    room.keys("u u").shows("Inbox 3 loose");
}

#[test]
fn suggestions_are_learnt_anew_after_an_undo() {
    let mut room = two_themes();
    room.keys("=").keys("u").shows("▸ N0003").shows("=     Documents are asked for");
    room.keys("Tab Home x Tab Home").hides("=     Documents");
    room.keys("u").shows("=     Documents are asked for");
}

#[test]
fn ukrainian_says_everything() {
    let mut room = Room::demo_in("uk");
    room.keys("5").hides("⟨").shows("Вхідні: 433 вільні").shows("11 тем · 157 нотаток · лоток 3");
    room.shows("1 голос ⚠").shows("4 людини").shows("схоже на");
    for keys in ["m", "Esc Space Space a", "Esc .", "Esc e", "Esc Enter", "Esc ?", "Esc r", "= r"] {
        room.keys(keys).hides("⟨");
    }
    for keys in ["Tab", "w", "Esc j", "Esc e", "Esc a", "Esc Enter", "Space s", "Esc x", "Esc o"] {
        room.keys(keys).hides("⟨");
    }
}

#[test]
fn three_hundred_themes_have_labels_and_the_longest_still_reaches_its_theme() {
    let steps = demo::large(5_000, 300, 100, 7);
    let at = steps.last().expect("steps").at;
    let mut room = Room::of(steps, at);
    room.keys("5").shows("300 themes").keys("Tab End ↑").shows("▸zfu ");
    room.keys("Tab m z f u");
    let wanted = room.sprint().living_themes().find(|theme| theme.code == 301).expect("the last one").id;
    assert_eq!(filed(&room).1, Some(wanted));
    let before = loose(room.sprint()).len();
    room.keys("End Space Space ↑ Space m a");
    assert_eq!(loose(room.sprint()).len(), before - 1, "marked, unmarked, and one above marked");
}

/// Lets a screen of `rows` rows see these steps.
fn stage<R>(steps: Vec<Step>, see: impl FnOnce(&mut Themes, &Cx<'_>) -> R) -> R {
    let history = History::of(steps);
    let (derived, words, settings) = (Derived::default(), Words::new(Lang::En), Settings::default());
    let cx = Cx {
        sprint: history.sprint(),
        history: &history,
        derived: &derived,
        drafts: &crate::kit::Drafts::default(),
        words: &words,
        theme: &Theme::TERMINAL,
        settings: &settings,
        keymap: &crate::kit::Keymap::default(),
        now: history.sprint().moment(RunId(1), AT),
        now_ms: AT.m_ms,
        zone: &TimeZone::UTC,
        seat: Seat::Facilitator,
        out: Out::new(Ids::of(RunId(1))),
    };
    let mut screen = Themes::default();
    screen.sized(Rect { x: 0, y: 3, width: 80, height: 19 }, &cx);
    see(&mut screen, &cx)
}

#[test]
fn only_the_rows_that_are_seen_are_built_however_many_there_are() {
    let inside = Rect { x: 0, y: 0, width: 40, height: 10 };
    let built = |steps| {
        stage(steps, |screen, cx| {
            let end = |list: &mut List, len: usize| list.set(len, len);
            end(&mut screen.inbox, cx.sprint.evidence.loose().len());
            end(&mut screen.themes, cx.sprint.evidence.themes().len());
            let notes = view::note_lines(screen, cx, inside).len();
            (notes, view::theme_lines(screen, cx, inside).len(), cx.sprint.evidence.loose().len())
        })
    };
    let (notes, themes, loose) = built(demo::large(5_000, 300, 0, 7));
    assert!(loose > 1_000);
    assert_eq!((notes, themes), (10, 10));
    let small = built(demo::large(200, 20, 0, 7));
    assert_eq!((small.0, small.1), (10, 10));
}

#[test]
fn nothing_is_cut_without_an_ellipsis_in_the_smallest_window() {
    let mut room = Room::demo();
    room.sized(60, 20).keys("5").shows("11 themes · 157 notes · tray 3").shows("Inbox 432 loose");
    room.keys("r").shows("covered · r ends it");
    room.keys("r Tab ↓").shows("I cannot get enough neighbours to vote in time");
    let mut room = heard(&[&[(Kind::Plain, "comes by tram")]]);
    room.sized(60, 20).shows("n leaves it");
}

#[test]
fn an_insight_made_in_a_theme_rests_on_it_and_hangs_with_the_team_that_heard_most() {
    let mut room = Room::demo();
    room.keys("5 Tab Enter a").shows("An insight that rests on").shows("When …, <who> …");
    room.types("When one person holds all the papers, the house waits")
        .keys("Enter")
        .shows("hangs on the board of T2");
    let [Fact::Piece(piece::Fact::Added { team, .. }), Fact::Link(link::Fact::Drawn { from, .. })] =
        room.newest()
    else {
        panic!("{:?}", room.newest())
    };
    let Thing::Theme(theme) = *from else { panic!("{from:?}") };
    assert_eq!(*team, room.sprint().team_of_theme(theme));
    room.keys("o").shows("What came of it").shows("When one person holds").shows("S1");
    room.keys("b").shows("2·Boards").shows("insight");
    room.keys("Esc").shows("5·Themes").keys("a Enter").shows("A card needs words");
}
