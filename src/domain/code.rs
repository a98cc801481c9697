//! Codes: what people say and write. `T2-I03`, `P017`, `N0412`; never renumbered.

use std::fmt;

use crate::text;

/// A code as it is said in the room.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Code {
    /// `D03`.
    Department(u32),
    /// `M014`.
    Participant(u32),
    /// `S02`.
    Service(u32),
    /// `T2`.
    Team(u32),
    /// `T2-I03`: team number, then the interview's number in the team.
    Interview(u32, u32),
    /// `P017`.
    Respondent(u32),
    /// `R00412`.
    Request(u32),
    /// `N0412`.
    Note(u32),
    /// `G07`.
    Theme(u32),
    /// `Q05`.
    Question(u32),
    /// `K05`.
    Insight(u32),
    /// `O05`.
    Opportunity(u32),
    /// `E05`.
    Idea(u32),
    /// `A05`.
    Action(u32),
    /// `L05`.
    Parked(u32),
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Department(n) => write!(f, "D{n:02}"),
            Self::Participant(n) => write!(f, "M{n:03}"),
            Self::Service(n) => write!(f, "S{n}"),
            Self::Team(n) => write!(f, "T{n}"),
            Self::Interview(team, n) => write!(f, "T{team}-I{n:02}"),
            Self::Respondent(n) => write!(f, "P{n:03}"),
            Self::Request(n) => write!(f, "R{n:05}"),
            Self::Note(n) => write!(f, "N{n:04}"),
            Self::Theme(n) => write!(f, "G{n:02}"),
            Self::Question(n) => write!(f, "Q{n:02}"),
            Self::Insight(n) => write!(f, "K{n:02}"),
            Self::Opportunity(n) => write!(f, "O{n:02}"),
            Self::Idea(n) => write!(f, "E{n:02}"),
            Self::Action(n) => write!(f, "A{n:02}"),
            Self::Parked(n) => write!(f, "L{n:02}"),
        }
    }
}

/// Reads a code as people type it: either case, Cyrillic look-alikes, with or without leading zeros.
/// `None` when it is none.
pub fn parse(raw: &str) -> Option<Code> {
    let plain: String =
        raw.trim().chars().take(24).map(text::latin).map(|c| c.to_ascii_uppercase()).collect();
    if let Some((team, interview)) = plain.split_once('-') {
        let Code::Team(team) = parse_one(team)? else { return None };
        return Some(Code::Interview(team, number(interview.strip_prefix('I')?)?));
    }
    parse_one(&plain)
}

fn parse_one(plain: &str) -> Option<Code> {
    let mut chars = plain.chars();
    let kind = chars.next()?;
    let n = number(chars.as_str())?;
    Some(match kind {
        'D' => Code::Department(n),
        'M' => Code::Participant(n),
        'S' => Code::Service(n),
        'T' => Code::Team(n),
        'P' => Code::Respondent(n),
        'R' => Code::Request(n),
        'N' => Code::Note(n),
        'G' => Code::Theme(n),
        'Q' => Code::Question(n),
        'K' => Code::Insight(n),
        'O' => Code::Opportunity(n),
        'E' => Code::Idea(n),
        'A' => Code::Action(n),
        'L' => Code::Parked(n),
        _ => return None,
    })
}

fn number(digits: &str) -> Option<u32> {
    (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_typed_in_cyrillic_or_small_letters_is_the_same_code() {
        assert_eq!(parse("Т4-І03"), Some(Code::Interview(4, 3)));
        assert_eq!(parse("t4-i3"), Some(Code::Interview(4, 3)));
        assert_eq!(parse("Р017"), Some(Code::Respondent(17)));
        assert_eq!(parse(" n412 "), Some(Code::Note(412)));
    }

    #[test]
    fn what_is_no_code_is_none() {
        for raw in ["", "N", "N-1", "T4-", "X12", "N12x", "N99999999999", "T4-N3"] {
            assert_eq!(parse(raw), None, "{raw}");
        }
    }

    #[test]
    fn a_code_reads_back() {
        let made =
            [Code::Question(3), Code::Insight(4), Code::Opportunity(5), Code::Idea(6), Code::Action(7)];
        let found = [Code::Interview(2, 3), Code::Note(412), Code::Theme(7), Code::Request(19_000)];
        for code in found.into_iter().chain(made).chain([Code::Parked(8)]) {
            assert_eq!(parse(&code.to_string()), Some(code));
        }
    }
}
