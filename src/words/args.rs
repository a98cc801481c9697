//! Arguments of a message: numbers, which also choose its plural, and texts.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentValue};

use super::Phrase;
use crate::text::Clean;

/// Whole numbers up to this one are exact in a message; what is beyond it is shown as this. The plural
/// rules panic on numbers that do not fit 64 bits, so the bound also keeps them safe.
const NUMBER_MAX: i64 = 1 << 53;

/// Named arguments of one message, borrowed for as long as it takes to say it.
#[derive(Default)]
pub struct Args<'a>(FluentArgs<'a>);

impl<'a> Args<'a> {
    /// No arguments yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an argument; `name` is what the message calls `$name`. A second value of a name replaces the
    /// first.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg<'a>>) -> Self {
        self.0.set(name, value.into().0);
        self
    }

    pub(super) fn as_fluent(&self) -> &FluentArgs<'a> {
        &self.0
    }
}

/// The value of one argument. Texts that are neither a [`Phrase`] nor [`Clean`] are cleaned on the way in.
pub struct Arg<'a>(FluentValue<'a>);

/// Whole numbers of every size, held within ±[`NUMBER_MAX`].
macro_rules! from_whole_numbers {
    ($($number:ty)+) => { $(
        impl From<$number> for Arg<'_> {
            fn from(number: $number) -> Self {
                let bound = if number > 0 { NUMBER_MAX } else { -NUMBER_MAX };
                let held = i64::try_from(number).unwrap_or(bound).clamp(-NUMBER_MAX, NUMBER_MAX);
                Self(FluentValue::from(held))
            }
        }
    )+ };
}
from_whole_numbers!(i8 u8 u16 u32 u64 usize i16 i32 i64 isize);

impl From<f64> for Arg<'_> {
    /// Rounded to two digits after the point: more would be noise, and 300 of them stop the plural rules.
    /// What is not finite is shown as a dash.
    fn from(number: f64) -> Self {
        if !number.is_finite() {
            return Self(FluentValue::from(super::numbers::UNKNOWN));
        }
        let bound = NUMBER_MAX as f64 / 128.0;
        Self(FluentValue::from((number.clamp(-bound, bound) * 100.0).round() / 100.0))
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::from(Clean::new(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::from(Clean::new(&text))
    }
}

impl From<Clean> for Arg<'_> {
    fn from(text: Clean) -> Self {
        Self(FluentValue::String(Cow::Owned(text.as_str().to_owned())))
    }
}

impl<'a> From<&'a Clean> for Arg<'a> {
    fn from(text: &'a Clean) -> Self {
        Self(FluentValue::String(Cow::Borrowed(text.as_str())))
    }
}

impl From<Phrase> for Arg<'_> {
    fn from(phrase: Phrase) -> Self {
        Self(FluentValue::String(Cow::Owned(phrase.as_str().to_owned())))
    }
}

impl<'a> From<&'a Phrase> for Arg<'a> {
    fn from(phrase: &'a Phrase) -> Self {
        Self(FluentValue::String(Cow::Borrowed(phrase.as_str())))
    }
}
