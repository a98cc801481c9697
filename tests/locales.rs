//! The two languages say the same things, and what they say is what the program asks for. Reads the
//! locale files as they are compiled in, and the sources as text.

// Helpers of tests count as code for the lint; a file that cannot be read fails the test as it should.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use viche::words::{Lang, locales};

/// Families of ids that the program puts together from parts, so that no source holds them whole.
const FAMILIES: &[&str] =
    &["command-", "setting-", "words-month-", "help-", "frame-place-", "interviews-add-", "agenda-form-"];

/// What the test knows of a message: its arguments, the messages it refers to, and all its text.
#[derive(Default)]
struct Message {
    args: BTreeSet<String>,
    refers_to: BTreeSet<String>,
    text: String,
    /// A pattern or a variant without anything to show.
    has_gap: bool,
}

impl Message {
    fn read_pattern(&mut self, pattern: &Pattern<&str>) {
        let mut is_gap = true;
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    is_gap &= value.trim().is_empty();
                    self.text.push_str(value);
                }
                PatternElement::Placeable { expression } => {
                    is_gap &= is_blank(expression);
                    // Keeps apart the words on both sides.
                    self.text.push(' ');
                    self.read_expression(expression);
                }
            }
        }
        self.has_gap |= is_gap;
        self.text.push('\n');
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline),
            Expression::Select { selector, variants } => {
                self.read_inline(selector);
                for variant in variants {
                    self.read_pattern(&variant.value);
                }
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.args.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, .. } | InlineExpression::TermReference { id, .. } => {
                self.refers_to.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| self.read_inline(argument));
            }
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            InlineExpression::StringLiteral { value } => self.text.push_str(value),
            InlineExpression::NumberLiteral { .. } => {}
        }
    }
}

/// Whether it is a literal of spaces or of nothing, `{ "" }`.
fn is_blank(expression: &Expression<&str>) -> bool {
    matches!(expression, Expression::Inline(InlineExpression::StringLiteral { value }) if value.trim().is_empty())
}

/// All messages and terms of a language by id, with the problems met on the way: what does not parse,
/// and ids that are there twice.
fn read(lang: Lang) -> (BTreeMap<String, Message>, Vec<String>) {
    let mut messages = BTreeMap::new();
    let mut problems = Vec::new();
    for locale in locales(lang) {
        let place = format!("{}/{}.ftl", lang.code(), locale.name);
        let resource = fluent_syntax::parser::parse(locale.text).unwrap_or_else(|(rest, errors)| {
            problems.extend(errors.iter().map(|error| format!("{place}: {error}")));
            rest
        });
        for entry in &resource.body {
            let mut message = Message::default();
            let (id, attributes) = match entry {
                Entry::Message(found) => {
                    match &found.value {
                        Some(value) => message.read_pattern(value),
                        None => message.has_gap = true,
                    }
                    (found.id.name, &found.attributes)
                }
                Entry::Term(found) => {
                    message.read_pattern(&found.value);
                    (found.id.name, &found.attributes)
                }
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
                Entry::Junk { content } => {
                    problems.push(format!("{place}: cannot be read: {}", content.trim()));
                    continue;
                }
            };
            attributes.iter().for_each(|attribute| message.read_pattern(&attribute.value));
            if messages.insert(id.to_owned(), message).is_some() {
                problems.push(format!("{place}: {id} is there a second time"));
            }
        }
    }
    (messages, problems)
}

fn messages(lang: Lang) -> BTreeMap<String, Message> {
    read(lang).0
}

/// Every Rust source of the program, by path.
fn sources() -> Vec<(PathBuf, String)> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                sources.push((path, text));
            }
        }
    }
    assert!(sources.len() > 10, "the sources were not found");
    sources
}

/// The ids that stand as literals in `.say("…")` and `.tell("…"`, also where the line is broken.
fn said_in(source: &str) -> Vec<&str> {
    let calls = [".say(", ".tell("].into_iter().flat_map(|call| source.match_indices(call));
    calls
        .filter_map(|(at, call)| source[at + call.len()..].trim_start().strip_prefix('"'))
        .filter_map(|rest| rest.split_once('"'))
        .map(|(id, _)| id)
        .collect()
}

fn assert_none(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

#[test]
fn every_file_of_the_folders_is_loaded_and_every_loaded_one_is_there() {
    for lang in Lang::ALL {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales").join(lang.code());
        let there: BTreeSet<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| !name.starts_with('.'))
            .collect();
        let loaded: BTreeSet<String> =
            locales(lang).iter().map(|locale| format!("{}.ftl", locale.name)).collect();
        assert_eq!(there, loaded);
    }
}

#[test]
fn every_message_can_be_read_and_has_an_id_of_its_own() {
    for lang in Lang::ALL {
        assert_none(&read(lang).1);
    }
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_arguments() {
    let (en, uk) = (messages(Lang::En), messages(Lang::Uk));
    let mut problems = Vec::new();
    for id in en.keys().chain(uk.keys()).collect::<BTreeSet<_>>() {
        match (en.get(id), uk.get(id)) {
            (Some(one), Some(other)) if one.args != other.args => {
                problems.push(format!("{id}: en takes {:?}, uk takes {:?}", one.args, other.args));
            }
            (Some(_), Some(_)) => {}
            (Some(_), None) => problems.push(format!("{id}: not in uk")),
            (None, Some(_)) => problems.push(format!("{id}: not in en")),
            (None, None) => unreachable!("the id came from one of them"),
        }
    }
    assert_none(&problems);
}

#[test]
fn no_message_and_no_plural_form_is_empty() {
    for lang in Lang::ALL {
        let gaps: Vec<String> = messages(lang)
            .into_iter()
            .filter(|(_, message)| message.has_gap)
            .map(|(id, _)| format!("{}: {id} says nothing", lang.code()))
            .collect();
        assert_none(&gaps);
    }
}

#[test]
fn ids_and_arguments_are_in_kebab_case() {
    let is_kebab = |name: &str| {
        let plain = name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        plain && !name.contains("--") && !name.ends_with('-')
    };
    let odd: Vec<String> = messages(Lang::En)
        .into_iter()
        .flat_map(|(id, message)| std::iter::once(id).chain(message.args))
        .filter(|name| !is_kebab(name))
        .collect();
    assert_none(&odd);
}

#[test]
fn every_message_that_the_code_says_exists() {
    let known = messages(Lang::En);
    let mut problems = Vec::new();
    for (path, source) in sources() {
        for id in said_in(&source) {
            if !known.contains_key(id) {
                problems.push(format!("{}: {id} is in no locale", path.display()));
            }
        }
    }
    assert_none(&problems);
}

#[test]
fn every_message_is_said_somewhere() {
    let sources = sources();
    let known = messages(Lang::En);
    let referred: BTreeSet<&String> = known.values().flat_map(|message| &message.refers_to).collect();
    let is_said = |id: &str| {
        let literal = format!("\"{id}\"");
        sources.iter().any(|(_, source)| source.contains(&literal))
    };
    let in_family = |id: &str| FAMILIES.iter().any(|family| id.starts_with(family));
    let idle: Vec<String> = known
        .keys()
        // A problem's hint is said with the problem.
        .filter(|id| !is_said(id.strip_suffix("-hint").unwrap_or(id)))
        .filter(|id| !in_family(id) && !referred.contains(id) && !is_said(id))
        .map(|id| format!("{id}: nothing says it"))
        .collect();
    assert_none(&idle);
}

#[test]
fn no_word_mixes_two_alphabets_and_ukrainian_has_only_its_own_letters() {
    let mut problems = Vec::new();
    for lang in Lang::ALL {
        for (id, message) in messages(lang) {
            for word in message.text.split(|letter: char| !letter.is_alphabetic()) {
                let has_cyrillic = word.chars().any(|letter| ('\u{400}'..='\u{4ff}').contains(&letter));
                let has_latin = word.chars().any(|letter| letter.is_ascii_alphabetic());
                let has_foreign = word.to_lowercase().contains(['ы', 'э', 'ъ', 'ё']);
                if (has_cyrillic && has_latin) || has_foreign {
                    problems.push(format!("{}: {id}: {word}", lang.code()));
                }
            }
        }
    }
    assert_none(&problems);
}

#[test]
fn said_ids_are_found_in_sources() {
    let source = ".say(\"one-id\"); words\n    .tell(\n        \"two-id\", Args::new()); .say(id)";
    assert_eq!(said_in(source), ["one-id", "two-id"]);
}
