//! Claims about boards.

use crate::app::room::{RUN, Room};
use crate::domain::interview::{self, Consent};
use crate::domain::link::Thing;
use crate::domain::piece::{self, Kind, Piece};
use crate::domain::turn::{self, Purpose};
use crate::domain::{Fact, Seat, Sprint, Stamp, Step, note};
use crate::kit::draw::built;
use crate::kit::{Go, Item};

/// The piece that was made last.
fn made(room: &Room) -> Piece {
    let [Fact::Piece(piece::Fact::Added { id, .. }), ..] = room.newest() else {
        panic!("{:?}", room.newest())
    };
    room.sprint().pieces.get(*id).expect("it was made").clone()
}

/// The demo, in which this became true as well.
fn demo_after(facts: impl FnOnce(&Sprint) -> Vec<Fact>) -> Room {
    let room = Room::demo();
    let facts = facts(room.sprint());
    let mut steps = room.journal.clone();
    let last = steps.last().expect("a demo");
    let (s, at) = (last.s + 1, last.at);
    steps.push(Step { s, w: RUN, at, by: Seat::Facilitator, facts, from: None });
    Room::of(steps, at)
}

fn back(room: &Room, id: crate::domain::id::PieceId) -> Vec<Thing> {
    room.sprint().links.back(Thing::Piece(id)).iter().map(|(thing, _)| *thing).collect()
}

#[test]
fn the_demo_shows_a_board_with_its_cards_at_80_by_24() {
    let mut room = Room::demo();
    room.keys("2").shows("T1 Energy 1 · Energy co-financing 70/30").shows("Q01").shows("N0011");
    room.keys("→ →").shows("K01").shows("When a vote").shows("say so · B");
}

#[test]
fn moving_right_makes_the_next_kind_from_a_card_and_links_both() {
    let mut room = Room::demo();
    room.keys("2 → m Enter").shows("New insight").shows("When …, <who> …").shows("from N0011");
    room.types("When neighbours decide together, they stay").keys("Enter");
    let insight = made(&room);
    assert_eq!(insight.kind, Kind::Insight);
    let note = room.sprint().notes.iter().find(|note| note.code == 11).expect("N0011").id;
    assert_eq!(back(&room, insight.id), [Thing::Note(note)]);
    room.keys("m d").types("How might we keep them at it?").keys("Enter m e").types("A hall for an evening");
    room.keys("Enter m f").types("Book the hall by Monday").keys("Enter");
    let step = made(&room);
    assert_eq!(step.kind, Kind::Action);
    let idea = back(&room, step.id);
    let [Thing::Piece(idea)] = idea[..] else { panic!("{idea:?}") };
    let [Thing::Piece(opportunity)] = back(&room, idea)[..] else { panic!() };
    assert_eq!(back(&room, opportunity), [Thing::Piece(insight.id)]);
}

#[test]
fn several_marked_notes_become_one_insight() {
    let mut room = Room::demo();
    room.keys("2 → Space Space m")
        .shows("2 cards lead to…")
        .keys("c")
        .types("They come prepared")
        .keys("Enter");
    assert_eq!(back(&room, made(&room).id).len(), 2);
    room.hides("◆N");
}

#[test]
fn a_question_asks_for_the_interview_and_its_answer_is_linked() {
    let mut room = Room::demo();
    room.keys("2 m").shows("Q01 leads to…").keys("b").shows("Heard in which interview?").shows("T1-I04");
    room.keys("a").shows("New note").types("-Waited for seven weeks").shows("pain").keys("Enter");
    let [Fact::Note(note::Fact::Added { id, kind, .. }), Fact::Link(_)] = room.newest() else {
        panic!("{:?}", room.newest())
    };
    let (id, kind) = (*id, *kind);
    assert_eq!(kind, note::Kind::Pain);
    let question = room.sprint().pieces.iter().next().expect("Q01").id;
    let from: Vec<Thing> =
        room.sprint().links.back(Thing::Note(id)).iter().map(|(thing, _)| *thing).collect();
    assert_eq!(from, [Thing::Piece(question)]);
    room.shows("Writing");
}

#[test]
fn moving_left_or_too_far_says_why_nothing_moved() {
    let mut room = Room::demo();
    room.keys("2 → → m b").shows("A card keeps its kind");
    room.keys("m e").shows("One column at a time");
    room.keys("m c").shows("It lies there already");
    room.keys("→ → → m").shows("This is the last column");
}

#[test]
fn what_a_note_may_not_is_said() {
    let mut room = Room::demo();
    room.keys("2 → d").shows("there is nothing to be done with it");
    room.keys("+").shows("in the order in which they were heard");
    room.keys("→ k").shows("only notes have kinds");
    room.keys("-").shows("It stands first already");
    room.keys("End +").shows("It stands last already");
}

#[test]
fn a_card_is_reworded_done_held_crossed_out_and_brought_back() {
    let mut room = Room::demo();
    room.keys("2 → → e Ctrl+U").types("When two thirds must vote").keys("Enter").shows("When two thirds");
    room.keys("d").shows("done ✓").keys("h").shows("K01 is not for the room now").shows("▪");
    room.keys("h").shows("may be shown to the room again");
    room.keys("x").shows("K02 insight").hides("K01  ").keys("u").shows("K01 ✓");
    room.keys("e Ctrl+U Enter").shows("K01");
    room.keys("e Enter").shows("That is so already");
}

#[test]
fn cards_change_places_and_the_cursor_goes_along() {
    let mut room = Room::demo();
    room.keys("2 → → +");
    let sprint = room.sprint();
    let team = sprint.teams.iter().next().expect("T1").id;
    let codes: Vec<u32> = sprint.pieces.seen(Some(team), Kind::Insight).map(|one| one.code).collect();
    assert_eq!(codes, [2, 1, 3]);
    room.keys("+").shows("K01 insight");
}

#[test]
fn a_new_card_is_followed_by_the_next_line_and_esc_keeps_the_draft() {
    let mut room = Room::demo();
    room.keys("2 a").types("Who decides?").keys("Enter").shows("Who decides?").shows("Writing");
    room.types("And wh").keys("Esc").hides("And wh").keys("a").shows("And wh").keys("Ctrl+U Enter");
    room.hides("Writing");
    room.keys("a ↑").shows("Who decides?").types(" When?").keys("Enter").shows("Who decides? When?");
}

#[test]
fn the_chain_is_walked_both_ways_in_two_keys_and_esc_comes_back() {
    let mut room = Room::demo();
    room.keys("2 → → w")
        .shows("w rests on")
        .keys("↓ Enter")
        .shows("T1-I")
        .keys("o Enter")
        .shows("K01 insight");
    room.keys("o Enter").shows("O01 how might we").keys("w Enter").shows("K01 insight");
    room.keys("Esc").shows("To learn");
}

#[test]
fn a_link_leads_to_the_interview_and_to_the_theme() {
    let mut room = Room::demo();
    room.keys("2 → Enter w Enter").shows("Guide").keys("Esc").shows("N0011");
    room.keys("2 Esc ↓ o").shows("G0").keys("End Enter").shows("5·Themes");
}

#[test]
fn a_link_can_speak_against_an_insight() {
    let mut room = Room::demo();
    room.keys("2 → → w").shows("4 of 8 say so · B").keys("-").shows("It speaks against it").shows("≠");
    room.keys("-").shows("That is so already").keys("+").shows("It speaks for it").hides("≠");
    room.keys("↑ +").shows("Move the cursor to a link");
}

#[test]
fn long_words_are_read_to_their_end() {
    let mut room = Room::demo();
    let long = format!("{} the very end", "слово ".repeat(300));
    room.keys("2 a").pastes(&long).keys("Enter Enter Enter Enter").shows("all its words").keys("End");
    room.shows("the very end");
}

#[test]
fn teams_whose_names_begin_alike_are_told_apart_by_letter_symbol_and_code() {
    let mut room = Room::large();
    room.keys("2 f");
    let team = |n: u32| format!("T{n}");
    room.shows(&team(1)).keys("End").shows(&team(24)).shows("x ");
    room.keys("x").shows("T24 ");
    let head = room.screen().lines().nth(3).expect("a head").to_owned();
    assert!(head.contains("T24"), "{head}");
}

#[test]
fn the_queue_shows_turns_and_minutes_and_is_put_in_another_order() {
    let mut room = Room::demo();
    room.keys("2 v").shows("Who comes next to the keyboard").shows("t calls T6");
    room.keys("Home +");
    let Some(Fact::Turn(turn::Fact::Queued { teams })) = room.newest().first() else {
        panic!("{:?}", room.newest())
    };
    let codes: Vec<u32> =
        teams.iter().filter_map(|&id| room.sprint().teams.get(id)).map(|one| one.code).collect();
    assert_eq!(codes[..2], [8, 6]);
    room.shows("t calls T8").keys("- -").shows("It stands first already");
    room.keys("Enter").shows("To learn").shows("T6 Terraces 6");
}

#[test]
fn all_teams_stand_in_one_list_with_their_counts() {
    let mut room = Room::demo();
    room.keys("2 v v").shows("f Next steps").shows("T8  Petitions 8");
    room.keys("End Enter").shows("T8 Petitions 8 · E-petitions").keys("v Esc").shows("To learn");
}

#[test]
fn in_its_turn_a_team_sees_its_own_board_and_no_other() {
    let third = |sprint: &Sprint| sprint.teams.iter().nth(2).expect("T3").id;
    let purpose = Purpose::Board { kind: Kind::Insight };
    let mut room =
        demo_after(|sprint| vec![turn::Fact::Called { team: third(sprint), purpose, minutes: 5 }.into()]);
    let third = third(room.sprint());
    room.keys("Enter").shows("New insight").shows("T3 Veterans 3");
    room.types("When a list is signed").keys("Enter Enter");
    assert_eq!(made(&room).team, Some(third));
    room.keys("f").shows("Not in this turn").keys("v").shows("Not in this turn");
    room.passes(2).shows("at the keyboard");
}

#[test]
fn a_note_of_a_withdrawn_interview_leaves_the_board() {
    let id_of = |sprint: &Sprint| sprint.notes.iter().find(|note| note.code == 11).expect("N0011").interview;
    let mut room = demo_after(|sprint| {
        let (id, status) = (id_of(sprint), interview::Status::Withdrawn);
        vec![interview::Fact::Stood { id, status }.into()]
    });
    room.keys("2 →").hides("N0011");
}

#[test]
fn a_card_made_of_a_note_that_is_not_released_is_held() {
    let consent = Consent { notes: true, quotes: true, shown: false, recontact: false };
    let mut room = demo_after(|sprint| {
        let id = sprint.notes.iter().find(|note| note.code == 11).expect("N0011").interview;
        vec![interview::Fact::Consented { id, consent }.into()]
    });
    room.keys("2 → m Enter").types("They come prepared").keys("Enter");
    assert!(made(&room).held);
    room.shows("not for the room");
}

#[test]
fn without_consent_no_note_is_begun() {
    let none = |id| interview::Fact::Consented { id, consent: Consent::default() }.into();
    let mut room = demo_after(|sprint| sprint.interviews.iter().map(|one| none(one.id)).collect());
    room.keys("2 → a").shows("has consent to notes");
    room.keys("← m b").shows("has consent to notes");
}

#[test]
fn an_empty_board_says_what_to_do_first() {
    let mut room = Room::empty();
    room.keys("2").shows("a writes a").shows("question.").keys("m").shows("There is no card here yet");
}

#[test]
fn without_teams_the_board_says_where_they_come_from() {
    let mut room = Room::of(Vec::new(), Stamp { t_ms: 1_000, m_ms: 1_000 });
    room.keys("2").shows("No team takes part yet").keys("v").shows("No team takes part yet");
    room.keys("a").shows("No team takes part yet");
}

#[test]
fn the_board_speaks_ukrainian() {
    let mut room = Room::demo_in("uk");
    room.keys("2 → →").shows("Інсайти").shows("K01").shows("так кажуть");
    room.keys("m b").shows("Картка лишається тим, чим є");
    room.keys("m Enter").shows("Нове «Як нам…»").types("Як нам просити папір лише раз?").keys("Enter");
    assert_eq!(made(&room).text.as_str(), "Як нам просити папір лише раз?");
    room.keys("2 v").shows("Хто наступний до клавіатури").keys("v").shows("Що висить на всіх дошках");
}

#[test]
fn letters_of_the_ukrainian_layout_are_the_same_keys() {
    let mut room = Room::demo_in("uk");
    room.keys("2 → ь с").shows("Новий інсайт").keys("Esc");
}

#[test]
fn two_hundred_notes_of_a_team_scroll_and_only_what_is_seen_is_built() {
    let mut room = Room::large();
    room.sized(200, 60).keys("2 → End");
    let before = built::lines();
    room.buffer();
    let lines = built::lines() - before;
    assert!(lines < 400, "{lines} lines for 60 rows");
    let team = room.sprint().teams.iter().next().expect("T1").id;
    assert!(room.sprint().evidence.heard_by(team).len() > 190);
}

#[test]
fn at_60_by_20_every_column_is_seen_or_counted() {
    for lang in ["en", "uk"] {
        let mut room = Room::demo_in(lang);
        room.sized(60, 20).keys("2");
        for _ in 0..6 {
            let screen = room.screen();
            let heads = screen.lines().nth(4).expect("headings");
            for label in ["a", "b", "c", "d", "e", "f"] {
                let is_there = heads.split_whitespace().any(|word| word == label);
                assert!(is_there, "{label} is missing ({lang}):\n{screen}");
            }
            room.keys("Tab");
        }
    }
}

#[test]
fn several_pasted_lines_become_cards_in_one_step_after_a_preview() {
    let mut room = Room::demo();
    room.keys("2 a").pastes("Who decides?\n\nХто платить?\n").shows("2 lines from the paste").keys("Enter");
    let codes: Vec<u32> = room
        .newest()
        .iter()
        .filter_map(|fact| match fact {
            Fact::Piece(piece::Fact::Added { code, .. }) => Some(*code),
            _ => None,
        })
        .collect();
    assert_eq!(codes.len(), 2);
    assert_eq!(codes[1], codes[0] + 1);
    room.keys("Enter End").shows("Хто платить?").keys("→ a a").pastes("- waits\n\" my turn never comes");
    room.shows("2 lines from the paste").keys("Enter");
    assert!(
        matches!(room.newest(), [Fact::Note(note::Fact::Added { .. }), Fact::Note(_)]),
        "{:?}",
        room.newest()
    );
    let many: String = (0..300).map(|at| format!("{at}\n")).collect();
    room.pastes(&many).shows("at most 200 lines");
}

#[test]
fn in_its_turn_a_team_opens_no_card_of_another_team() {
    let purpose = Purpose::Board { kind: Kind::Insight };
    let mut room = demo_after(|sprint| {
        let team = sprint.teams.iter().nth(2).expect("T3").id;
        vec![turn::Fact::Called { team, purpose, minutes: 5 }.into()]
    });
    let theirs = room.sprint().pieces.iter().next().expect("Q01 of T1").id;
    room.keys("Enter Enter");
    room.app.go(Go { place: "boards", item: Some(Item::Piece(theirs)) });
    room.shows("That belongs to another team").shows("T3 Veterans 3").hides("Q01");
}
