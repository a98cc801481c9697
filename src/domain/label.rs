//! Labels: the letters that a thing answers to when something is sent to it. `a`-`t`, then `ua`-`yz`, then
//! `zaa`-`zzz`; no label begins another, so the last letter typed is the last one needed.

/// How many there are.
pub const LABELS: u16 = 20 + 5 * 26 + 26 * 26;
/// The label that the outlier tray keeps: `t`.
pub const TRAY: u16 = 19;

/// The letters of label `n`; numbers beyond [`LABELS`] have none.
pub fn letters(n: u16) -> Option<String> {
    let letter = |n: u16| char::from(b'a' + n as u8);
    match n {
        0..20 => Some(letter(n).to_string()),
        20..150 => {
            let n = n - 20;
            Some([letter(20 + n / 26), letter(n % 26)].iter().collect())
        }
        150..LABELS => {
            let n = n - 150;
            Some(['z', letter(n / 26), letter(n % 26)].iter().collect())
        }
        _ => None,
    }
}

/// What typed letters mean.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Read {
    /// This label.
    Label(u16),
    /// More letters must follow.
    More,
    /// No label begins so.
    No,
}

/// Reads typed letters.
pub fn read(typed: &str) -> Read {
    let bytes = typed.as_bytes();
    if !bytes.iter().all(u8::is_ascii_lowercase) {
        return Read::No;
    }
    let n = |i: usize| u16::from(bytes[i] - b'a');
    match bytes.len() {
        0 => Read::More,
        1 if bytes[0] < b'u' => Read::Label(n(0)),
        1 => Read::More,
        2 if (b'u'..b'z').contains(&bytes[0]) => Read::Label(20 + (n(0) - 20) * 26 + n(1)),
        2 if bytes[0] == b'z' => Read::More,
        3 if bytes[0] == b'z' => Read::Label(150 + n(1) * 26 + n(2)),
        _ => Read::No,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_reads_back_and_none_begins_another() {
        for n in 0..LABELS {
            let letters = letters(n).unwrap();
            assert_eq!(read(&letters), Read::Label(n), "{letters}");
            for end in 0..letters.len() {
                assert_eq!(read(&letters[..end]), Read::More, "{letters}");
            }
        }
        assert_eq!(letters(LABELS), None);
    }

    #[test]
    fn the_borders_are_where_the_hands_learn_them() {
        assert_eq!(letters(19).as_deref(), Some("t"));
        assert_eq!(letters(20).as_deref(), Some("ua"));
        assert_eq!(letters(149).as_deref(), Some("yz"));
        assert_eq!(letters(150).as_deref(), Some("zaa"));
    }
}
