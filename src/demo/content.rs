//! What the demo is told with: departments, services, notes and requests of one language, as they stand in
//! `assets/demo`. How each file is written is said where it is read.

use serde::Deserialize;

use crate::domain::note::Kind;
use crate::domain::piece;
use crate::text::Clean;

/// The content of one language.
pub(super) struct Content {
    pub(super) sprint: SprintFile,
    /// One a studied service, in their order.
    pub(super) topics: Vec<Topic>,
    pub(super) categories: Vec<Category>,
    pub(super) phrases: Phrases,
    /// One a team, in their order.
    pub(super) boards: Vec<Vec<Card>>,
}

/// What a team hung on its board.
pub(super) struct Card {
    pub(super) kind: piece::Kind,
    pub(super) done: bool,
    /// Places of the claims whose notes it rests on, or is answered by.
    pub(super) claims: Vec<usize>,
    pub(super) text: Clean,
}

/// `sprint.toml`.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct SprintFile {
    pub(super) title: Clean,
    pub(super) decision: Clean,
    pub(super) decider: Clean,
    /// Where the requests came from; says that they were made for the demo.
    pub(super) source: Clean,
    /// Lines of the parking lot.
    pub(super) parking: Vec<Clean>,
    pub(super) department: Vec<Department>,
    pub(super) service: Vec<Service>,
    pub(super) segment: Vec<Segment>,
}

/// A department with its participants, who are called by what they do.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Department {
    pub(super) name: Clean,
    pub(super) roles: Vec<Clean>,
}

/// A service; the one that has a team's word is studied.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Service {
    pub(super) name: Clean,
    /// Its owner, from 1.
    pub(super) department: usize,
    /// What its teams are called by.
    pub(super) team: Option<String>,
}

/// A segment of respondents.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Segment {
    pub(super) name: Clean,
    /// The studied services that it is asked about, from 1.
    pub(super) services: Vec<usize>,
}

/// What residents say about one studied service.
#[derive(Default)]
pub(super) struct Topic {
    /// Claims that name its themes.
    pub(super) claims: Vec<Clean>,
    pub(super) sentences: Vec<Sentence>,
}

/// A note as a note-taker types it.
#[derive(Clone)]
pub(super) struct Sentence {
    /// Section of the guide in which it is said, from 0.
    pub(super) section: u8,
    /// Place of the claim that it speaks for.
    pub(super) claim: Option<usize>,
    pub(super) kind: Kind,
    pub(super) text: Clean,
}

/// A category that requests come in with.
pub(super) struct Category {
    pub(super) name: Clean,
    /// The service it is about, from 0; none for what no service can mend.
    pub(super) service: Option<usize>,
    /// How many rows it has beside the others.
    pub(super) weight: u64,
    /// Stands with a greeting and a farewell only: thanks don't come "for the third time".
    pub(super) plain: bool,
    pub(super) bodies: Vec<&'static str>,
}

/// What stands around the body of a request.
#[derive(Default)]
pub(super) struct Phrases {
    pub(super) greetings: Vec<&'static str>,
    pub(super) openings: Vec<&'static str>,
    pub(super) places: Vec<&'static str>,
    pub(super) closings: Vec<&'static str>,
    pub(super) farewells: Vec<&'static str>,
    pub(super) districts: Vec<&'static str>,
}

macro_rules! files {
    ($lang:literal) => {
        [
            include_str!(concat!("../../assets/demo/", $lang, "/sprint.toml")),
            include_str!(concat!("../../assets/demo/", $lang, "/notes.txt")),
            include_str!(concat!("../../assets/demo/", $lang, "/requests.txt")),
            include_str!(concat!("../../assets/demo/", $lang, "/phrases.txt")),
            include_str!(concat!("../../assets/demo/", $lang, "/boards.txt")),
        ]
    };
}

/// The content of a language; English for any code but `uk`. A test counts what is read, so that a line that
/// is not understood does not pass in silence.
pub(super) fn read(lang_code: &str) -> Content {
    let [sprint, notes, requests, phrases, boards] =
        if lang_code == "uk" { files!("uk") } else { files!("en") };
    Content {
        sprint: toml::from_str(sprint).unwrap_or_default(),
        topics: read_topics(notes),
        categories: read_categories(requests),
        phrases: read_phrases(phrases),
        boards: read_boards(boards),
    }
}

impl Content {
    /// How many services are studied.
    pub(super) fn studied(&self) -> usize {
        self.sprint.service.iter().filter(|service| service.team.is_some()).count()
    }

    /// The segments that are asked about the studied service `topic`, from 0.
    pub(super) fn segments(&self, topic: usize) -> Vec<Clean> {
        let asked = |segment: &&Segment| segment.services.contains(&(topic + 1));
        self.sprint.segment.iter().filter(asked).map(|segment| segment.name.clone()).collect()
    }
}

/// `# N` begins studied service N, `> …` is a claim of it, `## K` begins section K; other lines are a note: the
/// letter of its claim or a dot, a space, the sign of its kind or `_`, a space, the text.
fn read_topics(text: &'static str) -> Vec<Topic> {
    let mut topics: Vec<Topic> = Vec::new();
    let mut section = 0;
    for line in text.lines().filter(|line| !line.is_empty()) {
        if let Some(number) = line.strip_prefix("## ") {
            section = number.parse().unwrap_or(1_u8).saturating_sub(1);
        } else if line.starts_with("# ") {
            topics.push(Topic::default());
        } else if let Some(topic) = topics.last_mut() {
            match line.strip_prefix("> ") {
                Some(claim) => topic.claims.push(Clean::new(claim)),
                None => topic.sentences.extend(read_sentence(line, section)),
            }
        }
    }
    topics
}

fn read_sentence(line: &str, section: u8) -> Option<Sentence> {
    let mut parts = line.splitn(3, ' ');
    let (claim, sign, text) = (parts.next()?, parts.next()?, parts.next()?);
    let claim = match claim.as_bytes() {
        [b'.'] => None,
        [letter @ b'a'..=b'f'] => Some(usize::from(letter - b'a')),
        _ => return None,
    };
    let kind = match sign.chars().next()? {
        '_' => Kind::Plain,
        sign => Kind::from_sign(sign)?,
    };
    Some(Sentence { section, claim, kind, text: Clean::new(text) })
}

/// `# Name | number of the service or 0 | weight`, then bodies; `| plain` behind it for thanks.
fn read_categories(text: &'static str) -> Vec<Category> {
    let mut categories: Vec<Category> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        match line.strip_prefix("# ") {
            Some(head) => categories.extend(read_category(head)),
            None => {
                if let Some(category) = categories.last_mut() {
                    category.bodies.push(line);
                }
            }
        }
    }
    categories
}

fn read_category(head: &str) -> Option<Category> {
    let mut cells = head.split(" | ");
    let name = Clean::new(cells.next()?);
    let service = cells.next()?.parse::<usize>().ok()?.checked_sub(1);
    let weight = cells.next()?.parse().ok()?;
    let plain = cells.next() == Some("plain");
    Some(Category { name, service, weight, plain, bodies: Vec::new() })
}

/// `# list`, then a phrase a line.
fn read_phrases(text: &'static str) -> Phrases {
    let mut phrases = Phrases::default();
    let mut list = "";
    for line in text.lines().filter(|line| !line.is_empty()) {
        match (line.strip_prefix("# "), list) {
            (Some(name), _) => list = name,
            (None, "greeting") => phrases.greetings.push(line),
            (None, "opening") => phrases.openings.push(line),
            (None, "place") => phrases.places.push(line),
            (None, "closing") => phrases.closings.push(line),
            (None, "farewell") => phrases.farewells.push(line),
            (None, "district") => phrases.districts.push(line),
            (None, _) => {}
        }
    }
    phrases
}

/// `# N` begins team N; other lines are a card: the letter of its kind, `+` when it is done, a space and the
/// text. Questions and insights have the letters of their claims (a dot: none) before the text; any other
/// card comes of the last one of the kind before it.
fn read_boards(text: &'static str) -> Vec<Vec<Card>> {
    let mut boards: Vec<Vec<Card>> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        match (line.starts_with("# "), boards.last_mut()) {
            (true, _) => boards.push(Vec::new()),
            (false, Some(cards)) => cards.extend(read_card(line)),
            (false, None) => {}
        }
    }
    boards
}

fn read_card(line: &str) -> Option<Card> {
    let (sign, rest) = line.split_once(' ')?;
    let kind = match sign.trim_end_matches('+') {
        "Q" => piece::Kind::Question,
        "K" => piece::Kind::Insight,
        "O" => piece::Kind::Opportunity,
        "E" => piece::Kind::Idea,
        "A" => piece::Kind::Action,
        _ => return None,
    };
    let (claims, text) = match kind {
        piece::Kind::Question | piece::Kind::Insight => rest.split_once(' ')?,
        piece::Kind::Opportunity | piece::Kind::Idea | piece::Kind::Action => ("", rest),
    };
    let claims = claims.bytes().filter(u8::is_ascii_lowercase).map(|letter| usize::from(letter - b'a'));
    Some(Card { kind, done: sign.ends_with('+'), claims: claims.collect(), text: Clean::new(text) })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_line_of_the_files_is_understood() {
        for (lang, files) in [("en", files!("en")), ("uk", files!("uk"))] {
            assert!(toml::from_str::<SprintFile>(files[0]).is_ok(), "{lang}");
            let content = read(lang);
            let lines = |text: &str| text.lines().filter(|line| !line.is_empty()).count();
            let heads = |text: &str| text.lines().filter(|line| line.starts_with('#')).count();
            let topics = content.topics.iter().map(|topic| topic.claims.len() + topic.sentences.len());
            assert_eq!(topics.sum::<usize>() + heads(files[1]), lines(files[1]), "{lang}");
            let bodies = content.categories.iter().map(|category| category.bodies.len());
            assert_eq!(bodies.sum::<usize>() + content.categories.len(), lines(files[2]), "{lang}");
            let cards = content.boards.iter().map(Vec::len);
            assert_eq!(cards.sum::<usize>() + heads(files[4]), lines(files[4]), "{lang}");
            let Phrases { greetings, openings, places, closings, farewells, districts } = content.phrases;
            let lists = [greetings, openings, places, closings, farewells, districts];
            assert!(lists.iter().all(|list| list.len() >= 4), "{lang}");
            assert_eq!(lists.iter().map(Vec::len).sum::<usize>() + lists.len(), lines(files[3]), "{lang}");
        }
    }

    #[test]
    fn each_language_has_what_the_demo_is_made_of() {
        for lang in ["en", "uk"] {
            let content = read(lang);
            assert_eq!((content.studied(), content.topics.len()), (4, 4), "{lang}");
            assert_eq!(content.sprint.department.len(), 12, "{lang}");
            assert_eq!(content.sprint.service.len(), 40, "{lang}");
            assert!(content.sprint.department.iter().all(|department| department.roles.len() == 4), "{lang}");
            assert!(content.topics.iter().all(|topic| topic.claims.len() == 6), "{lang}");
            assert_eq!(content.boards.len(), 8, "{lang}");
            assert!((0..4).all(|topic| !content.segments(topic).is_empty()), "{lang}");
            let sentences = content.topics.iter().flat_map(|topic| &topic.sentences);
            let distinct: HashSet<&str> = sentences.map(|sentence| sentence.text.as_str()).collect();
            assert!(distinct.len() >= 240, "{lang}: {}", distinct.len());
        }
    }
}
