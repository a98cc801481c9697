//! Claims about proposed groups. They are cut by hand, by the first words of the notes, so that what is claimed of the
//! screen does not hang on how groups are found.

use std::cell::Cell;

use super::super::tests::{filed, heard, loose, make, theme};
use crate::app::Msg;
use crate::app::room::Room;
use crate::app::work;
use crate::domain::note::{self, Kind};
use crate::domain::{Fact, Sprint, theme as themes};
use crate::kit::job::Name;
use crate::kit::wall::Posed;
use crate::kit::{Answer, Effect, Job, Key};
use crate::method::grouping::{Group, Grouping, Placed};

thread_local!(static BY_HAND: Cell<bool> = const { Cell::new(false) });

/// Notes whose first word is the same belong together; at a fine cut it is the first two. What was refused is not
/// asked about: the screen must know it by itself.
pub(super) fn by_hand(posed: &Posed, grain: u8) -> Option<Grouping> {
    if !BY_HAND.get() {
        return None;
    }
    let key = |text: &str| {
        let words = if grain > 2 { 2 } else { 1 };
        text.split(' ').take(words).collect::<Vec<_>>().join(" ")
    };
    let first = |text: &str| text.split(' ').next().unwrap_or_default().to_owned();
    let mut keys: Vec<String> = Vec::new();
    let mut groups: Vec<Group> = Vec::new();
    for place in 0..posed.themes.len() {
        let text =
            posed.accepted.iter().find(|(_, theme)| *theme == place).map_or("", |(text, _)| text.as_str());
        keys.push(first(text));
        groups.push(Group { accepted: Some(place), words: vec![first(text)], ..Group::default() });
    }
    let mut placed = Vec::new();
    for (at, (_, text)) in posed.loose.iter().enumerate() {
        let text = text.as_str();
        if first(text) == "alone" {
            placed.push(None);
            continue;
        }
        let accepted = keys[..posed.themes.len()].iter().position(|one| *one == first(text));
        let known = accepted.or_else(|| keys.iter().position(|one| *one == key(text)));
        let group = known.unwrap_or(groups.len());
        if known.is_none() {
            keys.push(key(text));
            let words = match first(text).as_str() {
                "mute" => Vec::new(),
                word => key(text).split(' ').map(str::to_owned).chain([format!("{word}s")]).collect(),
            };
            groups.push(Group { words, central: Some(at), ..Group::default() });
        }
        placed.push(Some(Placed { group, distance: at as f32 / 100.0 }));
    }
    let of = |word: &str| keys.iter().position(|key| key.starts_with(word));
    if let (Some(one), Some(other)) = (of("queue"), of("черга")) {
        (groups[one].twin, groups[other].twin) = (Some(other), Some(one));
    }
    Some(Grouping { placed, groups })
}

const PLAIN: Kind = Kind::Plain;

/// Two people; three notes of a queue, three of papers, one of neither. Groups are cut by hand.
fn wall() -> Room {
    BY_HAND.set(true);
    heard(&[
        &[
            (PLAIN, "queue early since six"),
            (PLAIN, "papers twice at the counter"),
            (PLAIN, "queue late after work"),
            (PLAIN, "alone with the clerk"),
        ],
        &[(PLAIN, "papers lost in the post"), (PLAIN, "queue early and cold"), (PLAIN, "papers twice again")],
    ])
}

/// The same with a theme `a` of the first note.
fn begun() -> Room {
    let mut room = wall();
    make(&mut room, "The queue starts at six");
    room
}

fn codes(room: &Room, name: &str) -> Vec<u32> {
    let sprint = room.sprint();
    let notes = sprint.notes_of_theme(theme(room, name));
    notes.iter().filter_map(|&id| sprint.notes.get(id)).map(|note| note.code).collect()
}

fn living(sprint: &Sprint) -> usize {
    sprint.living_themes().filter(|theme| !theme.tray).count()
}

/// What a key asks of the world, without any of it being done.
fn effects(room: &mut Room, key: Key) -> Vec<Effect> {
    let at = room.journal.last().expect("a journal").at;
    room.app
        .update(at, Msg::Key(key))
        .into_iter()
        .filter(|effect| !matches!(effect, Effect::Draft(_)))
        .collect()
}

/// The groups that a key asks for, not yet worked out.
fn asked(room: &mut Room) -> std::sync::Arc<Posed> {
    let asked = effects(room, Key::Char('g'));
    let posed = asked.into_iter().find_map(|effect| match effect {
        Effect::Compute(Job::Propose(posed)) => Some(posed),
        _ => None,
    });
    posed.expect("groups are asked for")
}

fn answer(posed: &std::sync::Arc<Posed>) -> Msg {
    Msg::Done(work::propose(posed.clone(), 0, &mut |_, _| true))
}

#[test]
fn groups_are_proposed_for_the_whole_inbox_and_nothing_is_done() {
    let mut room = wall();
    let steps = room.journal.len();
    room.keys("g")
        .shows("6 notes in 2 groups")
        .shows("1 stays loose")
        .shows("+ Queue, queues")
        .shows("2 people");
    room.shows("N0001")
        .shows("N0007")
        .hides("N0004")
        .keys("Esc")
        .shows("Inbox 7 loose")
        .hides("Queue, queues");
    assert_eq!((room.journal.len(), loose(room.sprint()).len()), (steps, 7));
}

#[test]
fn all_is_taken_in_one_step_and_one_undo_takes_all_of_it_back() {
    let mut room = begun();
    let steps = room.journal.len();
    room.keys("g =").shows("5 notes are taken, in 2 groups").shows("Inbox 1 loose");
    assert_eq!(room.journal.len(), steps + 1);
    assert_eq!(codes(&room, "The queue starts at six"), [1, 3, 6]);
    assert_eq!(codes(&room, "Papers, paperss"), [2, 5, 7]);
    room.keys("u").shows("Inbox 6 loose");
    assert_eq!((living(room.sprint()), codes(&room, "The queue starts at six")), (1, vec![1]));
}

#[test]
fn new_groups_that_are_taken_at_once_have_labels_and_codes_of_their_own() {
    let mut room = wall();
    room.keys("g =")
        .shows("u undo: 2 themes made")
        .keys("Tab Home")
        .shows("a Queue, queues")
        .shows("b Papers, paperss");
    let codes: Vec<u32> = room.sprint().living_themes().map(|theme| theme.code).collect();
    let mut apart = codes.clone();
    apart.dedup();
    assert_eq!(codes, apart);
    let Fact::Theme(themes::Fact::Added { label: second, .. }) = &room.newest()[2] else {
        panic!("{:?}", room.newest())
    };
    assert_eq!(*second, 1);
}

#[test]
fn a_heading_takes_its_group_and_the_others_stay_ghosts() {
    let mut room = begun();
    room.keys("g ↓").shows("▸a The queue starts at six").shows("2 would join").keys("=");
    assert_eq!(codes(&room, "The queue starts at six"), [1, 3, 6]);
    room.hides("would join").shows("▸+ Papers").shows("3 notes in 1 group");
    room.keys("u").shows("2 would join").shows("5 notes in 2 groups");
    assert_eq!(codes(&room, "The queue starts at six"), [1]);
}

#[test]
fn one_note_of_a_new_group_makes_its_theme_and_the_rest_belongs_there() {
    let mut room = wall();
    room.keys("g Tab Tab ↓ ↓").shows("▸   N0005").keys("=");
    assert_eq!(codes(&room, "Papers, paperss"), [5]);
    room.shows("a Papers, paperss").shows("2 would join").shows("▸   N0007").keys("→ →");
    room.shows("2 would join").hides("+ Papers").keys("Tab Tab");
    room.keys("Home Tab").keys("=").keys("Esc");
    let all = room.sprint().evidence.loose().len();
    assert!(all >= 1, "notes alone stay loose");
}

#[test]
fn a_note_that_was_refused_for_a_theme_is_not_proposed_for_it_again() {
    let mut room = begun();
    room.keys("g ↓ ↓").shows("▸   N0003").keys("-");
    assert!(matches!(room.newest(), [Fact::Note(note::Fact::Refused { .. })]));
    room.shows("1 would join").hides("N0003 ·");
    for keys in ["→", "→", "←", "← ← ←", "Esc g", "Tab"] {
        room.keys(keys).hides("N0003 ·");
    }
    room.keys("u").shows("N0003 ·").shows("2 would join");
    room.keys("Home ↓ -").hides("would join");
    assert_eq!(room.newest().len(), 2, "a whole group is refused in one step");
    assert_eq!(codes(&room, "The queue starts at six"), [1]);
}

#[test]
fn what_was_refused_as_a_new_group_stays_loose_while_it_is_shown() {
    let mut room = wall();
    let steps = room.journal.len();
    room.keys("g ↓ ↓ -").hides("N0001").shows("1 note stays loose").shows("5 notes in 2 groups");
    for keys in ["→", "→", "←", "← ←"] {
        room.keys(keys).hides("N0001");
    }
    room.keys("Home ↓ -").hides("Queue").hides("N0003").keys("→").hides("N0006");
    room.keys("Esc g").shows("N0001").shows("6 notes in 2 groups");
    room.keys("-").shows("Nothing was taken").shows("Inbox 7 loose");
    assert_eq!(room.journal.len(), steps);
}

#[test]
fn a_typed_name_holds_whatever_the_width_and_is_never_replaced() {
    let mut room = wall();
    room.keys("g ↓ e").shows("Queue, queues").keys("Ctrl+U").types("Queues begin at dawn").keys("Enter");
    room.shows("▸+ Queues begin at dawn").keys("→").shows("Queues begin at dawn").keys("←");
    room.shows("▸+ Queues begin at dawn").keys("e Ctrl+U Enter").shows("A name needs at least one letter");
    room.keys("Home ↓")
        .shows("▸+ Queues begin at dawn")
        .keys("Esc g ↓")
        .shows("▸+ Queues begin at dawn")
        .keys("=");
    assert_eq!(codes(&room, "Queues begin at dawn"), [1, 3, 6]);
    room.keys("Esc Tab Home Enter x Esc Tab g ↓").shows("▸a Queues begin at dawn");
    room.keys("e").shows("This theme has its name already").keys("=");
    assert_eq!(codes(&room, "Queues begin at dawn"), [1, 3, 6]);
}

#[test]
fn a_name_that_was_begun_is_kept_as_a_draft_until_it_is_given() {
    let mut room = wall();
    room.keys("g ↓ e Ctrl+U").types("Queues beg").keys("Esc");
    assert_eq!(room.drafts.len(), 1);
    room.keys("e").shows("Queues beg").types("in at dawn").keys("Enter").shows("Named.");
    assert_eq!(room.drafts, []);
    room.keys("e").shows("Queues begin at dawn").keys("Esc");
}

#[test]
fn what_people_placed_never_moves() {
    let mut room = begun();
    make(&mut room, "A counter of their own");
    let before = (codes(&room, "The queue starts at six"), codes(&room, "A counter of their own"));
    room.keys("g → → ← ← ← ← Home =");
    let after = (codes(&room, "The queue starts at six"), codes(&room, "A counter of their own"));
    assert!(before.0.iter().all(|code| after.0.contains(code)), "{before:?} {after:?}");
    assert!(before.1.iter().all(|code| after.1.contains(code)), "{before:?} {after:?}");
}

#[test]
fn a_ghost_is_sent_anywhere_and_is_gone_until_that_is_undone() {
    let mut room = begun();
    room.keys("g m").shows("on a heading a whole group").keys("Tab Tab ↓").shows("▸   N0002").keys("m a");
    assert_eq!(filed(&room).1, Some(theme(&room, "The queue starts at six")));
    room.hides("N0002 ·").shows("2 notes").keys("u").shows("N0002 ·");
    room.keys("Home Tab Tab").shows("▸+ Papers").keys("m t");
    assert_eq!(filed(&room).0.len(), 3);
}

#[test]
fn an_answer_for_an_older_wall_takes_nothing_that_lies_somewhere_by_now() {
    let mut room = begun();
    let posed = asked(&mut room);
    room.shows("Proposing groups").shows("Esc stops it").keys("m t");
    let (moved, tray) = filed(&room);
    room.send(answer(&posed)).shows("4 notes in 2 groups").keys("=");
    let note = room.sprint().notes.get(moved[0]).expect("a note");
    assert_eq!(note.theme, tray);
}

#[test]
fn esc_stops_the_work_and_what_comes_of_it_is_not_shown() {
    let mut room = wall();
    let posed = asked(&mut room);
    room.keys("g").shows("on their way already").keys("Esc").shows("Stopped").hides("Proposing groups");
    assert_eq!(room.others, [Effect::Cancel(Name::Propose)]);
    room.send(answer(&posed)).hides("Proposed groups");
    room.send(Msg::Done(Answer::Cancelled(Name::Propose))).keys("g").shows("Proposed groups");
}

#[test]
fn in_the_silent_phase_nothing_is_proposed() {
    let mut room = wall();
    room.keys("r g").shows("Covered in the silent phase").keys("r g").shows("Proposed groups");
    room.keys("r").hides("Proposed groups").shows("SILENT PHASE").keys("r").hides("Proposed groups");
    let posed = asked(&mut room);
    room.keys("r").send(answer(&posed)).hides("Proposed groups");
}

#[test]
fn too_little_to_group_says_what_to_do() {
    Room::empty().keys("5 g").shows("The inbox is empty");
    let mut room = heard(&[&[(PLAIN, "comes by tram")]]);
    room.keys("g").shows("One note alone makes no group");
    BY_HAND.set(true);
    let mut room = heard(&[&[(PLAIN, "alone by tram"), (PLAIN, "alone on foot")]]);
    room.keys("g").shows("Nothing is left to take here").keys("=").shows("Nothing is left to take here");
}

#[test]
fn groups_of_two_scripts_are_shown_side_by_side_and_taken_as_one_where_people_link_them() {
    BY_HAND.set(true);
    let mut room = heard(&[
        &[(PLAIN, "queue early since six"), (PLAIN, "queue late after work")],
        &[(PLAIN, "черга з шостої ранку"), (PLAIN, "черга після роботи")],
    ]);
    room.sized(120, 36).keys("g ↓").shows("⇄ Черга").shows("in Cyrillic").shows("in Latin letters").keys("j");
    room.shows("4 notes").shows("in both scripts").keys("j").shows("⇄ Черга").keys("j =");
    assert_eq!(living(room.sprint()), 1);
    assert!(loose(room.sprint()).is_empty());
    room.keys("u ↓")
        .shows("in both scripts")
        .shows("+ Queue, queues / черга, чергаs")
        .keys("j")
        .shows("2 groups");
}

#[test]
fn a_group_without_words_gets_a_name_that_quotes_no_note() {
    BY_HAND.set(true);
    let mut room = heard(&[&[(PLAIN, "mute about it"), (PLAIN, "mute as ever")]]);
    room.keys("g ↓").shows("▸+ A group of 2 notes").keys("=");
    assert_eq!(codes(&room, "A group of 2 notes"), [1, 2]);
}

#[test]
fn an_offered_name_begins_with_a_capital_and_keeps_to_the_limit() {
    let name = |words: &[&str]| {
        super::offered_name(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>())
    };
    assert_eq!(name(&["черга", "шоста"]).as_str(), "Черга, шоста");
    assert_eq!(name(&[&"слово".repeat(100)]).as_str().chars().count(), crate::domain::NAME_CHARS_MAX);
}

#[test]
fn a_note_is_read_whole_and_a_heading_shows_or_hides_its_notes() {
    let mut room = wall();
    room.keys("g ↓ ↓ Enter").shows("Note N0001").keys("Esc ↑").shows("▸+ Queue").keys("Enter").hides("N0003");
    room.shows("+ Papers").keys("↓").shows("▸+ Papers").keys("Enter").shows("N0003").shows("▸+ Papers");
}

#[test]
fn a_team_at_the_keyboard_sorts_without_ghosts() {
    let mut room = wall();
    room.keys("g").shows("Proposed groups").keys("t Tab Tab Tab Enter").hides("Proposed groups");
}

#[test]
fn every_word_is_ukrainian() {
    let mut room = Room::demo_in("uk");
    room.keys("5 g").hides("⟨").shows("Запропоновані групи");
    for keys in ["↓", "↓", "→ →", "Home Tab e", "Esc m", "Esc =", "u -", "Home =", "g -"] {
        room.keys(keys).hides("⟨");
    }
}
