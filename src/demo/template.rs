//! The two-day research sprint as a new sprint begins with it: agenda, discussion guide and the outlier tray,
//! read from `assets/template`.

use jiff::civil::{Date, Time};
use serde::Deserialize;

use crate::domain::agenda::{self, Hold, Mode};
use crate::domain::guide::{self, Question, Section};
use crate::domain::id::{AgendaId, GuideId, Ids, ServiceId, TeamId, ThemeId};
use crate::domain::service::check_name;
use crate::domain::sprint::Description;
use crate::domain::{Fact, Refusal, label, service, sprint, team, theme};
use crate::text::Clean;

/// Teams of a new sprint that names none.
pub const TEAMS_DEFAULT: u32 = 8;

const EN: &str = include_str!("../../assets/template/en.toml");
const UK: &str = include_str!("../../assets/template/uk.toml");

/// The template as it stands in its file.
#[derive(Clone, PartialEq, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Name of the outlier tray.
    pub tray: String,
    /// Timeboxes of both days, in their order.
    pub agenda: Vec<Row>,
    /// Sections of the discussion guide, in their order.
    pub guide: Vec<SectionRow>,
}

/// A timebox of the template.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Day of the sprint, from 1.
    pub day: u8,
    /// Planned start.
    pub start: Time,
    /// Planned minutes.
    pub minutes: u16,
    /// How the room works.
    pub mode: Mode,
    /// What it is called.
    pub title: String,
    /// Number of the interview round, from 1, where it is one.
    pub round: Option<u8>,
    /// What may happen to it when the day runs late.
    #[serde(default)]
    pub hold: Hold,
    /// What is to come out of it.
    #[serde(default)]
    pub output: String,
}

/// A section of the template's guide.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionRow {
    /// What it is called.
    pub title: String,
    /// Planned minutes.
    pub minutes: u16,
    /// Its questions.
    pub questions: Vec<QuestionRow>,
}

/// A question of the template's guide.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionRow {
    /// Its words.
    pub text: String,
    /// Must be asked in every interview.
    #[serde(default)]
    pub must: bool,
}

/// The template of a language; English for any code but `uk`. A test reads both files, so that an empty
/// template is never handed out.
pub fn read(lang_code: &str) -> Template {
    let text = if lang_code == "uk" { UK } else { EN };
    toml::from_str(text).unwrap_or_default()
}

/// What a new sprint of this language begins with: the agenda of two days, a guide of thirty minutes and the
/// outlier tray.
pub fn facts(lang_code: &str, ids: &mut Ids) -> Vec<Fact> {
    let template = read(lang_code);
    let mut facts: Vec<Fact> = template.agenda.iter().map(|row| row.fact(ids.next()).into()).collect();
    let sections = template.guide.iter().map(SectionRow::section).collect();
    facts.push(guide::Fact::Written { id: ids.next::<GuideId>(), sections }.into());
    let tray = theme::Fact::Added {
        id: ids.next::<ThemeId>(),
        code: 1,
        name: Clean::new(&template.tray),
        label: label::TRAY,
        tray: true,
    };
    facts.push(tray.into());
    facts
}

impl Row {
    fn fact(&self, id: AgendaId) -> agenda::Fact {
        agenda::Fact::Added {
            id,
            day: self.day,
            start: self.start,
            minutes: self.minutes,
            title: Clean::new(&self.title),
            mode: self.mode,
            round: self.round,
            hold: self.hold,
            output: Clean::new(&self.output),
        }
    }
}

impl SectionRow {
    fn section(&self) -> Section {
        let question = |row: &QuestionRow| Question { text: Clean::new(&row.text), must: row.must };
        Section {
            title: Clean::new(&self.title),
            minutes: self.minutes,
            questions: self.questions.iter().map(question).collect(),
        }
    }
}

/// What a new sprint is made with.
#[derive(Clone, PartialEq, Debug)]
pub struct NewSprint {
    /// Its title.
    pub title: Clean,
    /// Its first day.
    pub start: Date,
    /// IANA name of its time zone; taken as it is.
    pub zone: String,
    /// Code of its language, `en` or `uk`.
    pub lang: &'static str,
    /// Its teams by name, each with the service it studies; none stands for `T1` to `T8`.
    pub teams: Vec<(Clean, Option<Clean>)>,
}

/// A new sprint: what it is, the services that its teams study, the teams, and the template. Refuses an empty
/// or overlong name and a team's name that was given already, in either case of letters.
pub fn new_sprint(options: &NewSprint, ids: &mut Ids) -> Result<Vec<Fact>, Refusal> {
    check(&options.title)?;
    let teams = match options.teams.is_empty() {
        true => (1..=TEAMS_DEFAULT).map(|n| (Clean::new(&format!("T{n}")), None)).collect(),
        false => options.teams.clone(),
    };
    check_teams(&teams)?;
    let mut facts = vec![describe(options)];
    let services = add_services(&teams, ids, &mut facts);
    for (code, (name, wanted)) in (1..).zip(&teams) {
        let wanted = wanted.as_ref().map(folded);
        let found = services.iter().find(|(name, _)| Some(name) == wanted.as_ref());
        let service = found.map(|&(_, id)| id);
        facts.push(team::Fact::Added { id: ids.next::<TeamId>(), code, name: name.clone(), service }.into());
    }
    facts.extend(self::facts(options.lang, ids));
    Ok(facts)
}

fn describe(options: &NewSprint) -> Fact {
    let description = Description {
        title: options.title.clone(),
        start: options.start,
        zone: Clean::new(&options.zone),
        lang: Clean::new(options.lang),
        ..Description::default()
    };
    sprint::Fact::Described(description).into()
}

/// Adds each service that a team names once, and answers them by their folded names.
fn add_services(
    teams: &[(Clean, Option<Clean>)],
    ids: &mut Ids,
    facts: &mut Vec<Fact>,
) -> Vec<(String, ServiceId)> {
    let mut services: Vec<(String, ServiceId)> = Vec::new();
    for name in teams.iter().filter_map(|(_, service)| service.as_ref()) {
        if services.iter().any(|(known, _)| *known == folded(name)) {
            continue;
        }
        let id = ids.next::<ServiceId>();
        let code = services.len() as u32 + 1;
        let name_as_given = name.clone();
        services.push((folded(name), id));
        let added = service::Fact::Added { id, code, name: name_as_given, department: None, studied: true };
        facts.push(added.into());
    }
    services
}

fn check_teams(teams: &[(Clean, Option<Clean>)]) -> Result<(), Refusal> {
    for (at, (name, service)) in teams.iter().enumerate() {
        check(name)?;
        if let Some(service) = service {
            check(service)?;
        }
        if teams[..at].iter().any(|(other, _)| folded(other) == folded(name)) {
            return Err(Refusal::TeamExists);
        }
    }
    Ok(())
}

fn check(name: &Clean) -> Result<(), Refusal> {
    if name.as_str().trim().is_empty() {
        return Err(Refusal::NameEmpty);
    }
    check_name(name)
}

/// A name as it is compared: people type the same one with other capitals.
fn folded(name: &Clean) -> String {
    name.as_str().trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::RunId;
    use crate::domain::{History, Seat, Sprint, Stamp, Step};

    fn ids() -> Ids {
        Ids::of(RunId(7))
    }

    fn sprint(facts: Vec<Fact>) -> Sprint {
        let step = Step { s: 1, w: RunId(7), at: Stamp::default(), by: Seat::Facilitator, facts, from: None };
        History::of(vec![step]).sprint().clone()
    }

    fn options(teams: &[(&str, Option<&str>)]) -> NewSprint {
        NewSprint {
            title: Clean::new("Послуги для мешканців"),
            start: Date::constant(2026, 6, 18),
            zone: "Europe/Kyiv".into(),
            lang: "uk",
            teams: teams.iter().map(|(name, of)| (Clean::new(name), of.map(Clean::new))).collect(),
        }
    }

    #[test]
    fn both_languages_hold_the_same_two_days() {
        let [en, uk] =
            ["en", "uk"].map(|lang| toml::from_str::<Template>(if lang == "uk" { UK } else { EN }));
        let (en, uk) = (en.unwrap(), uk.unwrap());
        let shape = |row: &Row| (row.day, row.start, row.minutes, row.mode, row.round, row.hold);
        assert!(en.agenda.iter().map(shape).eq(uk.agenda.iter().map(shape)));
        for (en, uk) in en.agenda.iter().zip(&uk.agenda) {
            assert_ne!(en.title, uk.title);
        }
        assert_eq!(en.agenda.len(), 34);
    }

    #[test]
    fn one_timebox_follows_the_other_without_a_gap() {
        for lang in ["en", "uk"] {
            for pair in read(lang).agenda.windows(2).filter(|pair| pair[0].day == pair[1].day) {
                let minutes = |time: Time| i32::from(time.hour()) * 60 + i32::from(time.minute());
                let end = minutes(pair[0].start) + i32::from(pair[0].minutes);
                assert_eq!(end, minutes(pair[1].start), "{lang}: {}", pair[0].title);
            }
        }
    }

    #[test]
    fn the_second_round_begins_at_a_quarter_past_two_and_lasts_three_quarters_of_an_hour() {
        let sprint = sprint(facts("en", &mut ids()));
        let rounds: Vec<_> =
            sprint.rounds().map(|item| (item.round, item.day, item.start, item.minutes)).collect();
        assert_eq!(rounds.len(), 4);
        assert_eq!(rounds[1], (Some(2), 1, Time::constant(14, 15, 0, 0), 45));
        assert!(rounds.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn a_guide_takes_half_an_hour_and_asks_for_consent_first() {
        for lang in ["en", "uk"] {
            let sprint = sprint(facts(lang, &mut ids()));
            let guide = sprint.current_guide().unwrap();
            let minutes: Vec<u16> = guide.sections.iter().map(|section| section.minutes).collect();
            assert_eq!(minutes, [4, 5, 14, 4, 3]);
            assert!(guide.sections.iter().all(|section| (2..=4).contains(&section.questions.len())));
            assert!(guide.sections[0].questions[0].must);
        }
    }

    #[test]
    fn the_tray_stands_from_the_start_under_its_own_label() {
        let sprint = sprint(facts("uk", &mut ids()));
        let tray = sprint.theme_labelled(label::TRAY).unwrap();
        assert!(tray.tray);
        assert_eq!((tray.code, tray.name.as_str()), (1, "Поки що окремо"));
    }

    #[test]
    fn teams_of_one_service_share_it() {
        let teams =
            [("Тепло", Some("Утеплення")), ("Тераси", Some("Майданчики")), ("Вікна", Some("утеплення "))];
        let sprint = sprint(new_sprint(&options(&teams), &mut ids()).unwrap());
        assert_eq!(sprint.services.len(), 2);
        let services: Vec<_> = sprint.teams.iter().map(|team| team.service).collect();
        assert_eq!(services[0], services[2]);
        assert_ne!(services[0], services[1]);
        assert!(sprint.services.iter().all(|service| service.studied));
        assert_eq!(sprint.description.lang.as_str(), "uk");
        assert_eq!(sprint.agenda.len(), 34);
    }

    #[test]
    fn without_teams_there_are_eight() {
        let sprint = sprint(new_sprint(&options(&[]), &mut ids()).unwrap());
        let names: Vec<_> = sprint.teams.iter().map(|team| team.name.as_str()).collect();
        assert_eq!(names, ["T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8"]);
        assert!(sprint.services.is_empty());
    }

    #[test]
    fn names_that_would_confuse_the_room_are_refused() {
        let refusal = |teams: &[(&str, Option<&str>)]| new_sprint(&options(teams), &mut ids()).unwrap_err();
        assert_eq!(refusal(&[("Тепло", None), ("тепло", None)]), Refusal::TeamExists);
        assert_eq!(refusal(&[(" ", None)]), Refusal::NameEmpty);
        assert_eq!(refusal(&[("Тепло", Some(""))]), Refusal::NameEmpty);
        assert_eq!(refusal(&[(&"я".repeat(201), None)]), Refusal::NameTooLong);
        let untitled = NewSprint { title: Clean::default(), ..options(&[]) };
        assert_eq!(new_sprint(&untitled, &mut ids()), Err(Refusal::NameEmpty));
    }
}
