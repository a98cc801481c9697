//! Dates as forms and spreadsheets write them.

use jiff::civil::Date;

/// The date at the beginning of `cell`: `2026-03-05`, `05.03.2026` or `05/03/2026`, day before month, any
/// time of day after it left out. `None` when there is no such date in the calendar.
pub(super) fn read(cell: &str) -> Option<Date> {
    let day = cell.trim().split([' ', 'T', '\u{A0}']).next()?.trim_end_matches(',');
    let sign = day.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '-' | '.' | '/'))?;
    let mut parts = day.split(sign);
    let (first, month, last) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    Date::new(
        number(year, 4..=4)?,
        number(month, 1..=2)?.try_into().ok()?,
        number(day, 1..=2)?.try_into().ok()?,
    )
    .ok()
}

/// `digits` as a number, when there are as many as allowed and nothing else.
fn number(digits: &str, len: std::ops::RangeInclusive<usize>) -> Option<i16> {
    let fits = len.contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if fits { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_of_forms_and_spreadsheets_are_read() {
        for cell in [
            "2026-03-05",
            " 2026-03-05 ",
            "2026-03-05T10:15:00Z",
            "2026-03-05 10:15",
            "05.03.2026",
            "5.3.2026",
            "05.03.2026, 10:15",
            "05/03/2026 10:15",
        ] {
            assert_eq!(read(cell), Some(date(2026, 3, 5)), "{cell}");
        }
    }

    #[test]
    fn what_is_no_date_is_not_guessed_at() {
        for cell in [
            "",
            "вчора",
            "03/25/2026",
            "30.02.2026",
            "5.3.26",
            "2026-03",
            "2026-03-05-01",
            "+5.03.2026",
            "1.2.3",
        ] {
            assert_eq!(read(cell), None, "{cell}");
        }
    }
}
