use std::collections::{HashMap, HashSet};

use jiff::Zoned;

use super::content;
use super::*;
use crate::domain::id::{InterviewId, RunId};
use crate::domain::interview::{Interview, Pause};
use crate::domain::note::{self, Note};
use crate::domain::request::{Mapping, Subject};
use crate::domain::{Fact, History, Moment, Sprint};

const RUN: RunId = RunId(0xde_0001);
const LANGS: [&str; 2] = ["en", "uk"];

/// The demo of a language, folded, with the moment at which it stands.
struct Told {
    demo: Demo,
    history: History,
}

impl Told {
    fn in_lang(lang: &str) -> Self {
        let demo = make(lang, &usual_moment(), RUN);
        let history = History::of(demo.steps.clone());
        Self { demo, history }
    }

    fn sprint(&self) -> &Sprint {
        self.history.sprint()
    }

    fn now(&self) -> Moment {
        self.sprint().moment(RUN, self.demo.now)
    }

    fn counting(&self) -> impl Iterator<Item = &Interview> {
        self.sprint().interviews.iter().filter(|one| one.counts())
    }

    fn notes_of(&self, interview: InterviewId) -> impl Iterator<Item = &Note> {
        self.sprint().notes.iter().filter(move |note| note.interview == interview)
    }
}

#[test]
fn the_usual_moment_is_half_past_two_on_day_one_in_kyiv() {
    let at = usual_moment();
    assert_eq!(at.to_string(), "2026-06-18T14:32:00+03:00[Europe/Kyiv]");
}

#[test]
fn the_demo_is_the_event_that_it_tells_of() {
    for lang in LANGS {
        let told = Told::in_lang(lang);
        let sprint = told.sprint();
        assert_eq!(sprint.departments.len(), 12, "{lang}");
        assert_eq!(sprint.services.iter().filter(|one| one.studied).count(), 4, "{lang}");
        assert_eq!(sprint.services.len(), 40, "{lang}");
        assert_eq!(sprint.teams.len(), 8, "{lang}");
        assert_eq!(sprint.participants.len(), 48, "{lang}");
        assert_eq!(told.counting().count(), 32, "{lang}");
        assert_eq!(told.counting().filter(|one| one.is_open()).count(), 16, "{lang}");
        assert_eq!(told.counting().filter(|one| !one.is_ahead()).count(), 16, "{lang}");
        assert!((560..=640).contains(&sprint.notes.len()), "{lang}: {}", sprint.notes.len());
        assert_eq!(sprint.requests.len(), 19_000, "{lang}");
        assert_eq!(sprint.description.lang.as_str(), lang);
        assert_eq!(sprint.description.zone.as_str(), "Europe/Kyiv");
    }
}

#[test]
fn a_team_mixes_six_departments_and_has_the_owner_of_its_service_near() {
    use crate::domain::participant::Role;
    let told = Told::in_lang("en");
    let sprint = told.sprint();
    for team in sprint.teams.iter() {
        let people: Vec<_> = sprint.participants.iter().filter(|one| one.team == Some(team.id)).collect();
        let departments: HashSet<_> = people.iter().filter_map(|one| one.department).collect();
        assert_eq!((people.len(), departments.len()), (6, 6), "{}", team.name);
    }
    let owners = sprint.participants.iter().filter(|one| one.roles.contains(&Role::ServiceOwner));
    let owned: HashSet<_> = owners.filter_map(|one| sprint.teams.get(one.team?)?.service).collect();
    assert_eq!(owned.len(), 4);
}

#[test]
fn clocks_run_right_at_the_moment_of_the_demo() {
    for lang in LANGS {
        let told = Told::in_lang(lang);
        let (sprint, now) = (told.sprint(), told.now());
        let round = sprint.running_round().unwrap();
        assert_eq!((round.round, round.clock.left_s(round.minutes, &now)), (Some(2), 28 * 60), "{lang}");
        let open: Vec<_> = told.counting().filter(|one| one.is_open()).collect();
        assert!(open.iter().all(|one| one.round == Some(round.id) && !one.clock.by_wall(&now)));
        let (running, paused): (Vec<&Interview>, Vec<&Interview>) =
            open.into_iter().partition(|one| one.clock.is_running());
        let whys: HashSet<_> = paused.iter().filter_map(|one| one.pause).collect();
        assert_eq!(whys, HashSet::from([Pause::Break, Pause::Interpreter]), "{lang}");
        assert_eq!(running.len(), 14, "{lang}");
        for one in &running {
            let minutes = one.clock.spent_ms(&now) / 60_000;
            assert!((13..=17).contains(&minutes), "{lang}: {minutes}");
        }
        let guide = sprint.current_guide().unwrap();
        assert!(running.iter().filter(|one| one.section == 2).count() >= 12, "{lang}");
        assert_eq!(running.iter().filter(|one| one.section_left_s(guide, &now) < 0).count(), 1, "{lang}");
    }
}

#[test]
fn another_moment_moves_the_whole_day() {
    let at: Zoned = "2027-01-15T09:05:00+01:00[Europe/Warsaw]".parse().unwrap();
    let demo = make("en", &at, RUN);
    assert_eq!(demo.now.t_ms, at.timestamp().as_millisecond());
    let history = History::of(demo.steps.clone());
    let sprint = history.sprint();
    assert_eq!(sprint.description.start, at.date());
    assert_eq!(sprint.description.zone.as_str(), "Europe/Warsaw");
    let round = sprint.running_round().unwrap();
    assert_eq!(round.clock.left_s(round.minutes, &sprint.moment(RUN, demo.now)), 28 * 60);
}

#[test]
fn both_clocks_of_each_step_agree_and_never_run_back() {
    let demo = make("uk", &usual_moment(), RUN);
    assert!(matches!(demo.steps[0].facts[..], [Fact::Run(_)]));
    for (s, step) in (1..).zip(&demo.steps) {
        assert_eq!((step.s, step.w), (s, RUN));
        assert!(step.at.m_ms >= 1 && step.at.t_ms <= demo.now.t_ms, "step {s}");
        assert_eq!(demo.now.t_ms - step.at.t_ms, (demo.now.m_ms - step.at.m_ms) as i64, "step {s}");
    }
    assert!(demo.steps.windows(2).all(|pair| pair[0].at.t_ms <= pair[1].at.t_ms));
}

#[test]
fn the_same_arguments_make_the_same_demo() {
    for lang in LANGS {
        assert!(make(lang, &usual_moment(), RUN) == make(lang, &usual_moment(), RUN), "{lang}");
    }
}

#[test]
fn the_history_replays_to_the_same_sprint_and_holds_two_steps_taken_back() {
    for lang in LANGS {
        let told = Told::in_lang(lang);
        assert!(told.history.agrees_with_replay(), "{lang}");
        let mut pushed = History::default();
        told.demo.steps.iter().for_each(|step| pushed.push(step.clone()));
        assert!(pushed.sprint() == told.sprint(), "{lang}");
        let reverted = |fact: &&Fact| matches!(fact, Fact::Reverted { .. });
        let facts = told.demo.steps.iter().flat_map(|step| &step.facts);
        assert_eq!(facts.filter(reverted).count(), 2, "{lang}");
        assert!(told.sprint().evidence == told.sprint().heard_from_nothing(), "{lang}");
    }
}

#[test]
fn no_sentence_is_heard_too_often() {
    for lang in LANGS {
        let told = Told::in_lang(lang);
        let sprint = told.sprint();
        let mut uses: HashMap<&str, u32> = HashMap::new();
        let mut in_round = HashSet::new();
        for note in sprint.notes.iter() {
            let interview = sprint.interviews.get(note.interview).unwrap();
            *uses.entry(note.text.as_str()).or_default() += 1;
            let first = in_round.insert((interview.team, interview.round, note.text.as_str()));
            assert!(first, "{lang}: twice in a round: {}", note.text);
        }
        assert!(uses.len() >= 240, "{lang}: {}", uses.len());
        assert!(uses.values().all(|&uses| uses <= 3), "{lang}");
    }
}

#[test]
fn each_note_was_taken_while_its_section_was_on() {
    for lang in LANGS {
        let told = Told::in_lang(lang);
        let mut section_of = HashMap::new();
        for (topic, service) in content::read(lang).topics.iter().zip(told.sprint().services.iter()) {
            for sentence in &topic.sentences {
                section_of.insert((service.id, sentence.text.clone()), sentence.section);
            }
        }
        let mut history = History::default();
        for step in &told.demo.steps {
            history.push(step.clone());
            for fact in &step.facts {
                let Fact::Note(note::Fact::Added { interview, text, section, offset_ms, .. }) = fact else {
                    continue;
                };
                let sprint = history.sprint();
                let one = sprint.interviews.get(*interview).unwrap();
                let service = sprint.teams.get(one.team).unwrap().service.unwrap();
                assert_eq!(section_of.get(&(service, text.clone())), Some(section), "{lang}: {text}");
                assert_eq!(one.section, *section, "{lang}: {text}");
                assert_eq!(one.clock.spent_ms(&sprint.moment(RUN, step.at)), *offset_ms, "{lang}: {text}");
                assert!(one.consent.notes && one.is_open());
            }
        }
    }
}

#[test]
fn notes_are_numbered_in_the_order_of_time() {
    let told = Told::in_lang("uk");
    let codes: Vec<u32> = told.sprint().notes.iter().map(|note| note.code).collect();
    assert!(codes.iter().copied().eq(1..=codes.len() as u32));
}

#[test]
fn words_are_quoted_only_where_that_was_agreed() {
    for lang in LANGS {
        let told = Told::in_lang(lang);
        let quotes = |one: &&Interview| told.notes_of(one.id).any(|note| note.kind == note::Kind::Quote);
        assert!(told.counting().filter(|one| !one.consent.quotes).filter(quotes).count() == 0, "{lang}");
        assert!(told.counting().any(|one| !one.consent.quotes), "{lang}");
        assert!((2..8).contains(&told.counting().filter(|one| !one.consent.shown).count()), "{lang}");
    }
}

#[test]
fn practice_is_marked_and_its_notes_count_for_nobody() {
    for lang in LANGS {
        let told = Told::in_lang(lang);
        let practice: Vec<_> = told.sprint().interviews.iter().filter(|one| one.practice).collect();
        assert!(!practice.is_empty());
        for one in practice {
            assert!(told.notes_of(one.id).count() > 0 && !one.is_ahead(), "{lang}");
            let loose = told.sprint().evidence.loose();
            let rows = told.notes_of(one.id).filter_map(|note| told.sprint().notes.row_of(note.id));
            assert_eq!(rows.filter(|row| loose.contains(row)).count(), 0, "{lang}");
        }
        let services = told.sprint().services.iter().filter(|one| one.studied);
        let asked: Vec<u32> = services.map(|one| told.sprint().evidence.asked_about(one.id)).collect();
        assert_eq!(asked, [8, 8, 8, 8], "{lang}");
    }
}

#[test]
fn some_themes_are_begun_and_the_inbox_is_still_full() {
    for lang in LANGS {
        let told = Told::in_lang(lang);
        let sprint = told.sprint();
        let evidence = &sprint.evidence;
        let (tray, begun): (Vec<_>, Vec<_>) = sprint.living_themes().partition(|theme| theme.tray);
        assert_eq!(evidence.rows_of(tray[0].id).len(), 3, "{lang}");
        assert!((8..=11).contains(&begun.len()), "{lang}: {}", begun.len());
        let lone = begun.iter().filter(|theme| evidence.people_of(theme.id) == 1).count();
        assert_eq!(lone, 1, "{lang}");
        assert!(begun.iter().all(|theme| evidence.rows_of(theme.id).len() >= 2), "{lang}");
        let first = sprint.rounds().next().unwrap().id;
        let heard: Vec<_> = sprint
            .notes
            .iter()
            .filter(|note| sprint.interviews.get(note.interview).unwrap().round == Some(first))
            .collect();
        let filed = heard.iter().filter(|note| note.theme.is_some()).count();
        assert!((35..=45).contains(&(filed * 100 / heard.len())), "{lang}: {filed} of {}", heard.len());
        let later = sprint.notes.iter().filter(|note| note.theme.is_some()).count();
        assert_eq!(later, filed, "{lang}: only the first round is sorted");
        for service in sprint.services.iter().filter(|one| one.studied) {
            let themes = evidence.themes_of(service.id).filter(|&(theme, _)| theme != tray[0].id);
            assert!((2..=3).contains(&themes.count()), "{lang}: {}", service.name);
        }
    }
}

#[test]
fn no_text_of_a_request_stands_out_by_its_number() {
    for lang in LANGS {
        let told = Told::in_lang(lang);
        let requests = &told.sprint().requests;
        let mut texts: HashMap<&str, u32> = HashMap::new();
        for n in 0..requests.len() {
            let row = requests.row(requests.nth(n).unwrap()).unwrap();
            assert!(!row.text.is_empty() && crate::text::Clean::new(row.text).as_str() == row.text);
            *texts.entry(row.text).or_default() += 1;
        }
        let most = texts.values().max().unwrap();
        assert!(*most <= 190, "{lang}: {most}");
    }
}

#[test]
fn some_categories_are_left_to_be_mapped() {
    for lang in LANGS {
        let told = Told::in_lang(lang);
        let sprint = told.sprint();
        let (open, mapped): (Vec<_>, Vec<_>) =
            sprint.requests.categories().iter().partition(|one| one.mapping == Mapping::Open);
        assert_eq!((open.len() + mapped.len()), 44, "{lang}");
        assert!((8..=18).contains(&open.len()), "{lang}: {}", open.len());
        let demand = |place: usize| sprint.requests.demand(sprint.services.at_row(place as u32).unwrap().id);
        assert!((0..4).all(|place| demand(place).is_some_and(|rows| rows > 400)), "{lang}");
        let largest = sprint.requests.counts().first().unwrap();
        assert_eq!(largest.subject, Subject::Service(sprint.services.at_row(0).unwrap().id), "{lang}");
    }
}

#[test]
fn some_services_are_scored_by_both_some_by_one_and_some_by_neither() {
    let told = Told::in_lang("en");
    let sprint = told.sprint();
    let mut by_scores = [0; 3];
    for service in sprint.services.iter() {
        let standing = sprint.priorities.standing(service.id);
        let scores: Vec<_> = [standing.impact, standing.feasibility].into_iter().flatten().collect();
        for score in &scores {
            assert!(
                1.0 <= score.low && score.low <= score.mode && score.mode <= score.high && score.high <= 5.0
            );
        }
        by_scores[scores.len()] += 1;
    }
    assert_eq!(by_scores, [12, 4, 24]);
    assert!(!sprint.priorities.locked);
}

#[test]
fn a_large_sprint_has_the_size_asked_for() {
    let history = History::of(large(1_000, 60, 3_000, 9));
    let sprint = history.sprint();
    assert_eq!((sprint.notes.len(), sprint.interviews.len(), sprint.teams.len()), (1_000, 40, 24));
    assert_eq!((sprint.living_themes().count(), sprint.requests.len()), (61, 3_000));
    assert!((500..900).contains(&(1_000 - sprint.evidence.loose().len())));
    assert_eq!(sprint.interviews.iter().filter(|one| one.clock.is_running()).count(), 24);
    assert!(sprint.evidence == sprint.heard_from_nothing());
    assert!(large(1_000, 60, 3_000, 9) == large(1_000, 60, 3_000, 9));
    assert!(large(1_000, 60, 3_000, 9) != large(1_000, 60, 3_000, 8));
}

#[test]
fn many_steps_are_as_many_as_asked_for_and_all_count() {
    let steps = many_steps(2_000);
    assert_eq!(steps.len(), 2_000);
    assert!(steps.windows(2).all(|pair| pair[0].s + 1 == pair[1].s));
    let history = History::of(steps);
    assert!((450..550).contains(&history.sprint().notes.len()));
    assert!(history.agrees_with_replay());
    assert_eq!(many_steps(5).len(), 5);
}

#[test]
fn six_of_eight_teams_made_a_chain_from_questions_to_next_steps_in_turns() {
    use crate::domain::link::Thing;
    use crate::domain::piece::Kind;
    for lang in LANGS {
        let told = Told::in_lang(lang);
        let sprint = told.sprint();
        let column = |team, kind| sprint.pieces.seen(Some(team), kind).count();
        let mut whole = 0;
        for team in sprint.teams.iter().map(|team| team.id) {
            assert!((3..=6).contains(&column(team, Kind::Question)), "{lang}");
            let insights = column(team, Kind::Insight);
            whole += usize::from(insights >= 3 && column(team, Kind::Action) >= 1);
            assert!(sprint.turns.had(team, &told.now()).spent_ms > 30_000, "{lang}");
            for piece in sprint.pieces.seen(Some(team), Kind::Insight) {
                let from = sprint.links.back(Thing::Piece(piece.id));
                assert!(!from.is_empty() && sprint.voices(piece.id).people > 0, "{lang}: {}", piece.code());
            }
            for kind in [Kind::Opportunity, Kind::Idea, Kind::Action] {
                for piece in sprint.pieces.seen(Some(team), kind) {
                    assert_eq!(
                        sprint.links.back(Thing::Piece(piece.id)).len(),
                        1,
                        "{lang}: {}",
                        piece.code()
                    );
                }
            }
        }
        assert_eq!(whole, 6, "{lang}");
        assert!(sprint.turns.current.is_none(), "{lang}");
    }
}

#[test]
fn in_the_demo_nothing_is_shown_that_came_of_what_is_not_for_the_room() {
    use crate::domain::link::Thing;
    for lang in LANGS {
        let told = Told::in_lang(lang);
        let sprint = told.sprint();
        let shown = |id| {
            let note: Option<&Note> = sprint.notes.get(id);
            let one = note.and_then(|note| sprint.interviews.get(note.interview));
            note.is_some_and(|note| !note.held) && one.is_some_and(|one| one.consent.shown)
        };
        for piece in sprint.pieces.iter().filter(|piece| piece.kind != crate::domain::piece::Kind::Question) {
            let kept_back = sprint.links.back(Thing::Piece(piece.id)).iter().any(|(from, _)| match from {
                Thing::Note(id) => !shown(*id),
                Thing::Piece(id) => sprint.pieces.get(*id).is_some_and(|from| from.held),
                Thing::Theme(_) => false,
            });
            assert_eq!(piece.held, kept_back, "{lang}: {}", piece.code());
        }
    }
}
