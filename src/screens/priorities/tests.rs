//! Claims about the screen of priorities.

use std::sync::Arc;

use jiff::tz::TimeZone;

use super::{Priorities, list_view};
use crate::app::Msg;
use crate::app::room::{RUN, Room};
use crate::demo;
use crate::domain::id::{Ids, NoteId, RunId, ServiceId};
use crate::domain::interview::{self, Consent};
use crate::domain::note::{self, Kind};
use crate::domain::priority::{self, Criterion, Score, State};
use crate::domain::{Code, Fact, History, Moment, Seat, Stamp, Step};
use crate::kit::setting::Settings;
use crate::kit::theme::Theme;
use crate::kit::{Cx, Derived, Effect, Go, Item, Out};
use crate::method::ranking;
use crate::text::Clean;
use crate::words::{Lang, Words};

/// The demo's priorities with room for all of them.
fn tall() -> Room {
    let mut room = Room::demo();
    room.sized(120, 60).keys("6");
    room
}

/// The demo with one more step of facts that a test wants to be true.
fn demo_with(facts: impl FnOnce(&Room) -> Vec<Fact>) -> Room {
    let facts = facts(&Room::demo());
    let made = demo::make("en", &demo::usual_moment(), RunId(0xde30));
    let mut steps = made.steps;
    let s = steps.last().expect("the demo has steps").s + 1;
    steps.push(Step { s, w: RunId(0xde30), at: made.now, by: Seat::Facilitator, facts, from: None });
    Room::of(steps, made.now)
}

fn service(room: &Room, code: u32) -> ServiceId {
    room.sprint().services.iter().find(|one| one.code == code).expect("a service of this code").id
}

/// The line of the screen on which a text stands.
fn line_with(room: &Room, text: &str) -> String {
    let screen = room.screen();
    let line = screen.lines().find(|line| line.contains(text));
    line.unwrap_or_else(|| panic!("{text:?} is not on the screen:\n{screen}")).to_owned()
}

/// Codes of the ranked list from the top.
fn codes(room: &Room) -> Vec<String> {
    let rows = room.screen();
    let rows = rows.lines().skip(5).take_while(|line| !line.contains("──"));
    let code = |word: &&str| word.starts_with('S') && word[1..].parse::<u32>().is_ok();
    rows.filter_map(|row| row.split_whitespace().find(code).map(str::to_owned)).collect()
}

#[test]
fn unknown_is_a_question_mark_and_never_nought() {
    let mut room = tall();
    let row = line_with(&room, "S19 Facade");
    assert_eq!(row.matches('?').count(), 3, "demand, impact, feasibility: {row}");
    assert!(!row.contains(" 0 "), "{row}");
    room.keys(".").types("facade").keys("Enter Enter").shows("That is not zero").shows("requests: unknown");
}

#[test]
fn rows_that_can_not_be_told_apart_share_their_band_and_a_bracket() {
    let room = tall();
    let band = ["S2  Guide", "S1  Energy", "S4  E-petitions"].map(|name| line_with(&room, name));
    for (row, bracket) in band.iter().zip(["╭  1–3", "│  1–3", "╰  1–3"]) {
        assert!(row.trim_start().starts_with(bracket), "{row}");
    }
}

#[test]
fn a_weight_moves_ranks_the_rows_say_so_and_undo_restores_them() {
    let mut room = tall();
    let before = codes(&room);
    room.hides("▲1").keys("Tab ↓ - - - - -");
    let [Fact::Priority(priority::Fact::Weighted(weights))] = room.newest() else {
        panic!("{:?}", room.newest())
    };
    assert_eq!(weights.impact, 10);
    let after = codes(&room);
    assert_ne!(before, after);
    assert!(room.screen().contains('▲') && room.screen().contains('▼'));
    room.keys("u u u u u");
    assert_eq!(codes(&room), before);
}

#[test]
fn locked_weights_refuse_with_the_reason_until_they_are_let_go() {
    let mut room = Room::demo();
    room.keys("6 Tab d").shows("weights locked");
    room.keys("+").shows("The weights are locked");
    assert_eq!(room.sprint().priorities.weights.demand, 25);
    room.keys("d +");
    assert_eq!(room.sprint().priorities.weights.demand, 30);
}

#[test]
fn not_all_weights_can_be_nought() {
    let mut room = Room::demo();
    room.keys("6 Tab - - - - - ↓ - - - - - - - ↓ - - - - -").shows("At least one weight");
    assert_eq!(room.sprint().priorities.weights.feasibility, 5);
}

#[test]
fn two_keys_lead_from_a_rank_to_a_theme_and_back_to_the_row() {
    for keys in ["6 Enter Enter", "6 w w"] {
        let mut room = Room::demo();
        room.keys(keys).shows("5·Themes");
        let first = service(&room, 1);
        room.app.go(Go { place: "priorities", item: Some(Item::Service(first)) });
        room.shows("Ranked list").shows("S1 Energy co-financing 70/30 ·");
    }
}

#[test]
fn a_theme_leads_onward_to_the_row_it_came_from() {
    let mut room = Room::demo();
    room.keys("6 ↓ Enter Enter").shows("5·Themes").keys("o End Enter");
    room.shows("6·Priorities").shows("S1 Energy co-financing 70/30 ·");
}

#[test]
fn a_row_leads_to_its_requests() {
    let mut room = Room::demo();
    room.keys("6 o").shows("4·Requests");
    room.keys("6 Enter ↑ Enter").shows("4·Requests");
}

#[test]
fn esc_goes_one_step_back_from_everywhere() {
    let mut room = Room::demo();
    room.keys("6 Enter").shows("rests on").keys("Esc").shows("Ranked list");
    room.keys("v v").shows("Ladder of ranks").keys("Tab Esc").shows("Ladder of ranks");
    room.keys("Esc").shows("Ranked list");
}

#[test]
fn the_opened_row_claims_with_parts_range_chance_source_and_what_would_change_it() {
    let mut room = tall();
    room.keys("Enter").shows("In the band 1–3 of 40, score 0.").shows("In nine checks of ten its rank is 1");
    room.shows("can’t be told apart").shows("Counted in the category Benefits for veterans");
    room.shows("2026-03-02 – 2026-05-31").shows("What would change the top").shows("grade B");
}

#[test]
fn what_is_counted_are_respondents_and_not_notes() {
    let with_second = |room: &Room| {
        let sprint = room.sprint();
        let (theme, _) = sprint.themes_of_service(service(room, 2))[0];
        let heard = sprint.notes.get(sprint.notes_of_theme(theme)[0]).expect("a note");
        let id: NoteId = Ids::of(RunId(0x11)).next();
        let added = note::Fact::Added {
            id,
            code: 9_000,
            interview: heard.interview,
            kind: Kind::Pain,
            text: Clean::new("The same person says it again"),
            section: 0,
            offset_ms: 0,
        };
        vec![added.into(), note::Fact::Filed { notes: vec![id], theme: Some(theme) }.into()]
    };
    let mut room = demo_with(with_second);
    let before = Room::demo();
    let (theme, people) = before.sprint().themes_of_service(service(&before, 2))[0];
    let notes = room.sprint().notes_of_theme(theme).len();
    assert_eq!(notes, before.sprint().notes_of_theme(theme).len() + 1);
    let said = format!("{people}/{}", before.sprint().support(service(&before, 2)).asked);
    room.keys("6 Enter").shows(&said);
}

#[test]
fn practice_is_never_counted() {
    let practised = |room: &Room| {
        let sprint = room.sprint();
        let (theme, _) = sprint.themes_of_service(service(room, 2))[0];
        let person = sprint.evidence.respondents_of(theme).next().expect("somebody was heard");
        let one = sprint.interviews.iter().find(|one| one.respondent == person).expect("an interview");
        vec![interview::Fact::Practised { id: one.id, practice: true }.into()]
    };
    let before = Room::demo().sprint().support(service(&Room::demo(), 2));
    let mut room = demo_with(practised);
    let after = room.sprint().support(service(&room, 2));
    assert_eq!((after.asked, after.heard), (before.asked - 1, before.heard - 1));
    room.keys("6 Enter").shows(&format!("heard {}/{}", after.heard, after.asked));
}

#[test]
fn the_outlier_tray_is_no_evidence() {
    let room = Room::demo();
    for one in room.sprint().services.iter() {
        let themes = room.sprint().themes_of_service(one.id);
        assert!(themes.iter().all(|(id, _)| !room.sprint().themes.get(*id).expect("a theme").tray));
    }
}

#[test]
fn the_old_ranking_is_shown_as_refreshing_until_the_new_one_comes() {
    let mut room = tall();
    let before = codes(&room);
    room.keys("Tab ↓").hides("refreshing…");
    let at = room.journal.last().expect("a step").at;
    let mut job = None;
    for effect in room.app.update(at, Msg::Key("-".parse().expect("a key"))) {
        match effect {
            Effect::Append(step) => room.journal.push(step),
            Effect::Compute(one) => job = Some(one),
            Effect::Draft(_) | Effect::Cancel(_) | Effect::Quit => {}
        }
    }
    let Some(crate::kit::Job::Rank(input)) = job else { panic!("no ranking was asked for") };
    room.shows("refreshing…");
    assert_eq!(codes(&room), before);
    let again = room.app.update(at, Msg::Wake);
    assert!(!again.iter().any(|effect| matches!(effect, Effect::Compute(_))), "asked for twice");
    let ranked = ranking::rank(&ranking::Input { draws: 100, ..input.clone() }, &mut |_, _| true);
    let ranked = Arc::new(ranked.expect("nobody cancels"));
    room.send(Msg::Done(crate::kit::Answer::Ranked(input, ranked))).hides("refreshing…");
}

#[test]
fn a_score_that_is_typed_is_one_fact_and_its_first_number_is_all_of_it() {
    let mut room = tall();
    room.keys("v v v .").types("open data").keys("Enter Enter").shows("Digits are the score now");
    room.types("4,5").keys("Enter");
    let [Fact::Priority(priority::Fact::Scored { criterion, score, .. })] = room.newest() else {
        panic!("{:?}", room.newest())
    };
    assert_eq!((*criterion, *score), (Criterion::Impact, Some(Score::point(4.5))));
    room.types("5").keys("Enter");
    let standing = room.sprint().priorities.standing(service(&room, 7));
    assert_eq!(standing.impact, Some(Score { low: 4.5, mode: 4.5, high: 5.0 }));
    room.keys("Esc ← ← Enter").types("-").keys("Enter");
    assert_eq!(room.sprint().priorities.standing(service(&room, 7)).impact, None);
}

#[test]
fn a_score_out_of_its_scale_or_order_is_refused_and_stays_in_the_cell() {
    let mut room = tall();
    room.keys("v v v .").types("guide").keys("Enter Enter").types("9").keys("Enter");
    room.shows("Scores go from 1 to 5").shows("Writing");
    room.keys("Backspace").types("x").keys("Enter").shows("Scores go from 1 to 5");
    room.keys("Esc ← Enter").types("5").keys("Enter").shows("can’t be above");
    let before = Score { low: 4.0, mode: 4.5, high: 5.0 };
    assert_eq!(room.sprint().priorities.standing(service(&room, 2)).impact, Some(before));
}

#[test]
fn tab_leads_to_the_next_unknown_score_and_esc_keeps_what_was_typed() {
    let mut room = tall();
    room.keys("v v v .")
        .types("S1 ")
        .keys("Enter Tab")
        .shows("S7 Open data request · impact, likely: unknown");
    room.keys("Enter").types("3.").keys("Tab").shows("S7 Open data request · feasibility, likely");
    room.types("2").keys("Esc").shows("feasibility, likely: unknown").keys("Enter Enter");
    let standing = room.sprint().priorities.standing(service(&room, 7));
    assert_eq!(standing.feasibility, Some(Score::point(2.0)));
}

#[test]
fn a_state_is_set_by_its_letter_and_taken_back() {
    let mut room = Room::demo();
    room.keys("6 ↓ k l");
    let [Fact::Priority(priority::Fact::Stood { state, .. })] = room.newest() else {
        panic!("{:?}", room.newest())
    };
    assert_eq!(*state, Some(State::Later));
    assert!(line_with(&room, "S1  Energy").contains("Later"));
    room.keys("k l").shows("That is so already");
    room.keys("k x");
    assert!(!line_with(&room, "S1  Energy").contains("Later"));
}

#[test]
fn a_service_is_renamed_and_a_blank_name_refused() {
    let mut room = Room::demo();
    room.keys("6 e Ctrl+U").types("Guide for veterans and families").keys("Enter");
    room.shows("Guide for veterans and families");
    room.keys("e Ctrl+U Enter").shows("A name needs at least one letter");
}

#[test]
fn the_reveal_goes_from_the_bottom_up_with_a_reason_and_tells_nothing_before() {
    let mut room = tall();
    let all = codes(&room);
    room.keys("r").shows("40 rows are covered");
    assert_eq!(codes(&room), Vec::<String>::new());
    room.keys("n");
    assert_eq!(codes(&room), all[39..]);
    room.keys("n").shows("held back by");
    assert_eq!(codes(&room), all[38..]);
    room.keys("v").shows("The reveal is on").keys(".").shows("The reveal is on");
    room.keys("Enter").shows("The reveal is on").keys("↑ k").shows("This row is covered");
    let first = service(&room, 2);
    room.app.go(Go { place: "priorities", item: Some(Item::Service(first)) });
    room.hides("Guide for veterans");
    room.keys("r");
    assert_eq!(codes(&room), all);
}

#[test]
fn a_quote_is_shown_only_if_it_may_be_quoted_and_shown() {
    let quote_of = |room: &Room| {
        let sprint = room.sprint();
        let id = sprint.strongest_quote(service(room, 2)).expect("the demo has a quote");
        let note = sprint.notes.get(id).expect("a note");
        let person = sprint.interviews.get(note.interview).expect("an interview").respondent;
        (id, format!("{}” {}", note.text, Code::Respondent(person)))
    };
    let mut room = Room::demo();
    let (_, quote) = quote_of(&room);
    room.keys("6 Enter").shows(&quote);
    let mut room = demo_with(|room| vec![note::Fact::Held { id: quote_of(room).0, held: true }.into()]);
    room.keys("6 Enter").hides(&quote);
    for consent in [(true, false), (false, true)] {
        let mut room = demo_with(|room| {
            let (quotes, shown) = consent;
            let consent = Consent { notes: true, quotes, shown, recontact: false };
            let all = room.sprint().interviews.iter();
            all.map(|one| interview::Fact::Consented { id: one.id, consent }.into()).collect()
        });
        room.keys("6 Enter").shows("rests on").hides("“");
    }
}

#[test]
fn the_2x2_names_what_it_can_not_place() {
    let mut room = tall();
    room.keys("v").shows("Demand × impact").shows("Demand or impact unknown:");
    let screen = room.screen();
    for service in room.sprint().services.iter() {
        let code = format!("S{}", service.code);
        let words = screen.split(|c: char| !c.is_ascii_alphanumeric());
        assert!(words.into_iter().any(|word| word == code), "{code} is lost:\n{screen}");
    }
}

#[test]
fn an_empty_sprint_says_what_to_do_first() {
    let mut room = Room::empty();
    room.keys("6").shows("No services yet").keys("Enter").shows("There is no service here yet");
    assert!(room.others.is_empty());
}

#[test]
fn keys_work_on_a_ukrainian_layout_and_every_picture_is_said_in_ukrainian() {
    let mut room = Room::demo_in("uk");
    room.keys("6").shows("Список за місцями").hides("⟨");
    room.keys("ц").shows("тримається на зверненнях").hides("⟨");
    for picture in ["Попит × вплив", "Драбина місць", "Оцінки"] {
        room.keys("Esc Esc Esc");
        while !room.screen().contains(picture) {
            room.keys("м");
        }
        room.hides("⟨");
    }
    room.keys("м Tab в").shows("ваги зафіксовано");
    room.keys("+").shows("Ваги зафіксовано. Клавіша d у вагах їх розблокує.");
}

#[test]
fn every_size_keeps_its_columns_and_cuts_only_with_an_ellipsis() {
    for (columns, rows) in [(60, 20), (80, 24), (120, 36), (200, 60)] {
        for lang in ["en", "uk"] {
            let mut room = Room::demo_in(lang);
            room.sized(columns, rows).keys("6");
            let screen = room.screen();
            let bars: Vec<usize> = screen
                .lines()
                .skip(5)
                .take_while(|line| !line.contains("──"))
                .filter_map(|line| line.split('▕').next().filter(|_| line.contains('▕')))
                .map(|before| before.chars().count())
                .collect();
            assert!(bars.len() > 8 && bars.windows(2).all(|two| two[0] == two[1]), "{bars:?}\n{screen}");
        }
    }
}

#[test]
fn only_rows_that_are_seen_are_built_however_much_there_is() {
    let history = History::of(demo::large(5_000, 300, 100_000, 7));
    let sprint = history.sprint();
    let input = ranking::Input { draws: 10, ..sprint.ranking_input() };
    let ranked = ranking::rank(&input, &mut |_, _| true).expect("nobody cancels");
    let derived = Derived { ranked: Some((input, Arc::new(ranked))), ..Derived::default() };
    let (words, settings, zone) = (Words::new(Lang::En), Settings::default(), TimeZone::UTC);
    let cx = Cx {
        sprint,
        history: &history,
        derived: &derived,
        drafts: &crate::kit::Drafts::default(),
        words: &words,
        theme: &Theme::PLAIN,
        settings: &settings,
        keymap: &crate::kit::Keymap::default(),
        now: Moment { at: Stamp { t_ms: 0, m_ms: 0 }, boot: 0 },
        now_ms: 0,
        zone: &zone,
        seat: Seat::Facilitator,
        out: Out::new(Ids::of(RUN)),
    };
    let columns = list_view::Columns::of(78, sprint.services.len(), 40, 6);
    let rows = list_view::rows(&Priorities::default(), &cx, &columns, 13);
    assert_eq!(rows.len(), 13);
}

#[test]
fn three_hundred_themes_are_walked_through_to_the_last() {
    let steps = demo::large(5_000, 300, 1_000, 7);
    let at = steps.last().expect("steps").at;
    let mut room = Room::of(steps, at);
    room.keys("6 .").types("S1 ").keys("Enter Enter").shows("rests on the requests and");
    let themes = room.sprint().themes_of_service(service(&room, 1));
    let name = |at: usize| room.sprint().themes.get(themes[at].0).expect("a theme").name.to_string();
    let (first, last) = (name(0), name(themes.len() - 1));
    let short = |name: &str| name.chars().take(40).collect::<String>();
    room.shows(&short(&first)).keys("End").shows(&short(&last));
}

/// The place of a service from the top of the list as it is drawn.
fn drawn_at(room: &Room, code: &str) -> usize {
    codes(room).iter().position(|one| one == code).unwrap_or_else(|| panic!("{code} is not drawn"))
}

/// Rows of the list from the top, those without a row as it is drawn included.
fn row_of(room: &Room, text: &str) -> usize {
    let screen = room.screen();
    screen.lines().position(|line| line.contains(text)).unwrap_or_else(|| panic!("{text} is not drawn"))
}

#[test]
fn rows_slide_to_their_new_ranks_and_then_nothing_wakes_the_screen() {
    let mut room = tall();
    room.keys("! Tab ↓").slides(true);
    let wakes = |room: &Room| room.app.next_wake();
    assert_eq!(wakes(&room), None, "at rest");
    let name = "Baby package";
    let before = row_of(&room, name);
    room.keys("- - - - -");
    let at_0 = row_of(&room, name);
    assert_eq!(at_0, before, "it starts where it was");
    assert!(wakes(&room).is_some(), "frames are due while rows slide");
    let at_100 = row_of(room.passes_ms(100), name);
    let at_200 = row_of(room.passes_ms(100), name);
    let at_300 = row_of(room.passes_ms(100), name);
    assert_ne!(at_0, at_300, "the weights moved it");
    let left = |at: usize| at.abs_diff(at_300);
    assert!(left(at_0) > left(at_100) && left(at_100) >= left(at_200), "{at_0} {at_100} {at_200} {at_300}");
    assert!(left(at_200) <= 1, "fast first, slow at the end");
    assert_eq!(wakes(&room), None, "at rest again");
    assert_eq!(codes(&room).len(), room.sprint().services.len(), "every row is drawn again");
}

#[test]
fn without_motion_rows_jump() {
    let (mut slid, mut jumped) = (tall(), tall());
    slid.keys("! Tab ↓").slides(true).keys("- - - - -").passes_ms(300);
    jumped.keys("! Tab ↓ - - - - -");
    assert_eq!(jumped.app.next_wake(), None);
    assert_eq!(slid.screen(), jumped.passes_ms(300).screen());
}

#[test]
fn a_key_acts_at_once_while_rows_slide() {
    let mut room = tall();
    room.keys("! Tab ↓").slides(true).keys("- - - - -").passes_ms(50);
    let weight = room.sprint().priorities.weights.impact;
    room.keys("+");
    assert_eq!(room.sprint().priorities.weights.impact, weight + 5);
    room.keys("Tab k").shows("Fix the process first").keys("Esc").passes_ms(300);
    let first = codes(&room)[0].clone();
    assert_eq!(drawn_at(&room, &first), 0);
}

#[test]
fn a_row_slides_in_when_it_is_uncovered_and_what_is_covered_stays_so() {
    let mut room = tall();
    room.keys("!").slides(true).keys("r");
    let covered = room.screen();
    room.keys("n");
    let newest = codes(&room).last().cloned().expect("a row is shown");
    let column = |room: &Room| {
        let line = line_with(room, &format!("{newest} "));
        line.find(&format!("{newest} ")).map(|at| line[..at].chars().count()).unwrap_or(0)
    };
    let (at_0, at_100) = (column(&room), column(room.passes_ms(100)));
    let (at_200, at_300) = (column(room.passes_ms(100)), column(room.passes_ms(100)));
    assert!(at_0 > at_100 && at_100 > at_200 && at_200 >= at_300, "{at_0} {at_100} {at_200} {at_300}");
    assert!(at_300 < 20, "it stands in its column: {at_300}");
    assert_eq!(room.app.next_wake(), None);
    let still = room.screen().matches('▪').count();
    assert_eq!(still + 1, covered.matches('▪').count());
}
