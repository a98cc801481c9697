//! Codes: what people say and write. `T2-I03`, `P017`, `N0412`; never renumbered.

use std::fmt;

use crate::text;

/// Two files of one sprint may each have given out the same number; put together, the second thing of that number
/// is its twin: `N0412·b` is [`TWIN`] + 412, a third one twice that, up to `·e`. Numbers themselves stay below.
pub const TWIN: u32 = 1_000_000_000;
/// Most things of one number.
const TWINS_MAX: u32 = 4;

/// The number without what tells twins apart.
pub fn plain(number: u32) -> u32 {
    number % TWIN
}

/// The twin of `number` that is not `taken`. Beyond `·e` they share the last one.
pub(super) fn twin(number: u32, taken: impl Fn(u32) -> bool) -> u32 {
    let twins = (0..=TWINS_MAX).filter_map(|n| number.checked_add(n.checked_mul(TWIN)?));
    let mut last = number;
    for twin in twins {
        last = twin;
        if !taken(twin) {
            break;
        }
    }
    last
}

/// What stands behind the code of a twin; nothing behind that of a first one.
struct Behind(u32);

impl fmt::Display for Behind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 / TWIN {
            0 => Ok(()),
            n => write!(f, "·{}", char::from(b'a' + n as u8)),
        }
    }
}

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

impl Code {
    /// Its number, without its kind and its team.
    pub fn number(self) -> u32 {
        match self {
            Self::Department(n)
            | Self::Participant(n)
            | Self::Service(n)
            | Self::Team(n)
            | Self::Interview(_, n)
            | Self::Respondent(n)
            | Self::Request(n)
            | Self::Note(n)
            | Self::Theme(n)
            | Self::Question(n)
            | Self::Insight(n)
            | Self::Opportunity(n)
            | Self::Idea(n)
            | Self::Action(n)
            | Self::Parked(n) => n,
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Department(n) => write!(f, "D{:02}{}", plain(n), Behind(n)),
            Self::Participant(n) => write!(f, "M{:03}{}", plain(n), Behind(n)),
            Self::Service(n) => write!(f, "S{}{}", plain(n), Behind(n)),
            Self::Team(n) => write!(f, "T{}{}", plain(n), Behind(n)),
            Self::Interview(team, n) => {
                write!(f, "T{}{}-I{:02}{}", plain(team), Behind(team), plain(n), Behind(n))
            }
            Self::Respondent(n) => write!(f, "P{:03}{}", plain(n), Behind(n)),
            Self::Request(n) => write!(f, "R{:05}{}", plain(n), Behind(n)),
            Self::Note(n) => write!(f, "N{:04}{}", plain(n), Behind(n)),
            Self::Theme(n) => write!(f, "G{:02}{}", plain(n), Behind(n)),
            Self::Question(n) => write!(f, "Q{:02}{}", plain(n), Behind(n)),
            Self::Insight(n) => write!(f, "K{:02}{}", plain(n), Behind(n)),
            Self::Opportunity(n) => write!(f, "O{:02}{}", plain(n), Behind(n)),
            Self::Idea(n) => write!(f, "E{:02}{}", plain(n), Behind(n)),
            Self::Action(n) => write!(f, "A{:02}{}", plain(n), Behind(n)),
            Self::Parked(n) => write!(f, "L{:02}{}", plain(n), Behind(n)),
        }
    }
}

/// Reads a code as people type it: either case, Cyrillic look-alikes, with or without leading zeros and the dot
/// before the letter of a twin. `None` when it is none.
pub fn parse(raw: &str) -> Option<Code> {
    let plain: String =
        raw.trim().chars().take(32).map(text::latin).map(|c| c.to_ascii_uppercase()).collect();
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

fn number(text: &str) -> Option<u32> {
    let (digits, twin) = match text.chars().last()? {
        letter @ 'B'..='E' => (text[..text.len() - 1].trim_end_matches('·'), letter as u32 - 'A' as u32),
        _ => (text, 0),
    };
    let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let number: u32 = is_number.then(|| digits.parse().ok())??;
    (number < TWIN).then(|| number + twin * TWIN)
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
        let twins = [Code::Note(412 + TWIN), Code::Interview(2 + TWIN, 3 + 2 * TWIN)];
        for code in found.into_iter().chain(made).chain(twins).chain([Code::Parked(8)]) {
            assert_eq!(parse(&code.to_string()), Some(code));
        }
    }

    #[test]
    fn a_twin_says_which_one_it_is() {
        assert_eq!(Code::Note(412 + TWIN).to_string(), "N0412·b");
        assert_eq!(Code::Interview(2, 3 + TWIN).to_string(), "T2-I03·b");
        assert_eq!(parse("n412b"), Some(Code::Note(412 + TWIN)));
        assert_eq!(parse("Р017·В"), Some(Code::Respondent(17 + TWIN)), "typed in Cyrillic");
        assert_eq!((parse("N·b"), parse("N412f"), parse("N412bb")), (None, None, None));
    }
}
