//! What the program says, in the reader's language: messages with their plurals, numbers, times, dates
//! and the alphabet. Screens draw a [`Phrase`] from here or a `Clean` text from people, and nothing else,
//! so every sentence of the program stands in `assets/locales` and in both languages.
//!
//! Knows nothing of sprints, files, screens or terminals. Start with [`Words`].

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

mod alphabet;
mod args;
mod lang;
mod locales;
mod numbers;
mod phrase;
mod times;

#[cfg(test)]
mod tests;

pub use args::{Arg, Args};
pub use lang::Lang;
pub use locales::{Locale, locales};
pub use phrase::Phrase;

/// One language, loaded: all its messages and its ways to write numbers and times.
///
/// May be shared between threads. Nothing here panics: what is missing shows itself on the screen.
pub struct Words {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// Loads a language. All its files are compiled in, so this cannot fail; a message that cannot be
    /// parsed is left out, and of two messages with one id the first stays (tests refuse both).
    pub fn new(lang: Lang) -> Self {
        let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // The isolating marks that Fluent puts around arguments take cells in many terminals.
        bundle.set_use_isolating(false);
        match lang {
            Lang::En => bundle.set_formatter(Some(|value, _| written(Lang::En, value))),
            Lang::Uk => bundle.set_formatter(Some(|value, _| written(Lang::Uk, value))),
        }
        for locale in locales(lang) {
            let resource = FluentResource::try_new(locale.text.to_owned()).unwrap_or_else(|(rest, _)| rest);
            // The only error is a second message of the same id.
            let _ = bundle.add_resource(resource);
        }
        Self { lang, bundle }
    }

    /// The language that is loaded.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether there is a message of this id that says something.
    pub fn knows(&self, id: &str) -> bool {
        self.bundle.get_message(id).is_some_and(|message| message.value().is_some())
    }

    /// The message of this id. A missing one shows as `⟨id⟩`, so that it is seen and reported.
    pub fn say(&self, id: &str) -> Phrase {
        self.tell(id, Args::new())
    }

    /// The message of this id with its arguments. Numbers choose the plural and are written grouped; an
    /// argument that is missing shows as its name in braces.
    pub fn tell(&self, id: &str, args: Args<'_>) -> Phrase {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return Phrase::made(format!("⟨{id}⟩"));
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args.as_fluent()), &mut errors);
        Phrase::made(text.into_owned())
    }

    /// Several phrases as one: "a, b and c". Meant for the few that fit a line.
    pub fn list(&self, items: &[Phrase]) -> Phrase {
        let Some((last, before)) = items.split_last() else {
            return Phrase::default();
        };
        let Some((first, middle)) = before.split_first() else {
            return last.clone();
        };
        let mut before = first.clone();
        for next in middle {
            before = self.tell("words-list-more", Args::new().with("before", &before).with("next", next));
        }
        self.tell("words-list-last", Args::new().with("before", &before).with("last", last))
    }

    /// Alphabetical order for both languages: signs, digits, Latin, then Cyrillic by the Ukrainian
    /// alphabet. Case, accents and apostrophes count only between words that are otherwise the same;
    /// equal only when `a` and `b` are the same text.
    pub fn compare(&self, a: &str, b: &str) -> std::cmp::Ordering {
        alphabet::compare(a, b)
    }
}

/// How a value stands in a message; `None` leaves it to Fluent, which is right for all but numbers.
fn written(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(numbers::written(lang, number.value)),
        FluentValue::String(_) | FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => None,
    }
}
