//! How numbers are written. The signs are those of CLDR, but for one: Ukrainian groups thousands with
//! U+00A0, because terminals disagree on the width of the narrow U+202F.

use super::{Lang, Phrase, Words};

/// Stands for a number that nobody knows, so that it never looks like zero.
pub(super) const UNKNOWN: &str = "–";

/// More digits than this after the point are never shown.
const DIGITS_MAX: usize = 6;

impl Words {
    /// A whole number with its thousands grouped: "19,000", "19 000" with U+00A0.
    pub fn number(&self, n: i64) -> Phrase {
        let sign = if n < 0 { "-" } else { "" };
        Phrase::made(format!("{sign}{}", grouped(self.lang(), &n.unsigned_abs().to_string())))
    }

    /// A number with exactly `digits` digits after the point, at most 6: "0.71", "0,71". A dash when `x`
    /// is not finite.
    pub fn decimal(&self, x: f64, digits: usize) -> Phrase {
        Phrase::made(fixed(self.lang(), x, digits))
    }

    /// A share of 0..=1 in whole percent: "38%", "38 %" with U+00A0. What is above zero but below 1 % is
    /// "<1%", so that little never looks like nothing; a share outside 0..=1 is shown as the nearer end,
    /// and one that is not a number as a dash.
    pub fn percent(&self, share: f64) -> Phrase {
        if share.is_nan() {
            return Phrase::made(UNKNOWN.to_owned());
        }
        let sign = percent_sign(self.lang());
        let percent = share.clamp(0.0, 1.0) * 100.0;
        let is_little = percent > 0.0 && percent < 1.0;
        Phrase::made(if is_little { format!("<1{sign}") } else { format!("{percent:.0}{sign}") })
    }
}

/// A number inside a message: whole ones as [`Words::number`], others with the digits they have.
pub(super) fn written(lang: Lang, x: f64) -> String {
    let plain = x.to_string();
    let digits = plain.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    fixed(lang, x, digits)
}

fn fixed(lang: Lang, x: f64, digits: usize) -> String {
    if !x.is_finite() {
        return UNKNOWN.to_owned();
    }
    let plain = format!("{:.*}", digits.min(DIGITS_MAX), x.abs());
    let is_zero = plain.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let sign = if x < 0.0 && !is_zero { "-" } else { "" };
    match plain.split_once('.') {
        Some((whole, fraction)) => format!("{sign}{}{}{fraction}", grouped(lang, whole), point(lang)),
        None => format!("{sign}{}", grouped(lang, &plain)),
    }
}

/// Puts the language's sign between thousands; `digits` are ASCII digits only.
fn grouped(lang: Lang, digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 2);
    for (idx, digit) in digits.chars().enumerate() {
        if idx > 0 && (digits.len() - idx).is_multiple_of(3) {
            text.push(thousands(lang));
        }
        text.push(digit);
    }
    text
}

fn thousands(lang: Lang) -> char {
    match lang {
        Lang::En => ',',
        Lang::Uk => '\u{a0}',
    }
}

fn point(lang: Lang) -> char {
    match lang {
        Lang::En => '.',
        Lang::Uk => ',',
    }
}

fn percent_sign(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "%",
        Lang::Uk => "\u{a0}%",
    }
}
