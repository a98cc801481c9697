//! Times as they stand in the file: `2026-06-18T06:00:00.000Z`, always 24 bytes. Written and read by hand,
//! since a file of 100,000 lines has 100,000 of them and a general parser costs as much as the hash.

/// Bytes of a time.
pub(super) const BYTES: usize = 24;
/// The first millisecond of the year 0.
const FIRST_MS: i64 = -62_167_219_200_000;
/// The last millisecond of the year 9999.
const LAST_MS: i64 = 253_402_300_799_999;
const DAY_MS: i64 = 86_400_000;

/// The text of `t_ms`, milliseconds since 1970. Times outside the years 0 to 9999 become the nearest in them.
pub(super) fn write(t_ms: i64) -> [u8; BYTES] {
    let t_ms = t_ms.clamp(FIRST_MS, LAST_MS);
    let (year, month, day) = civil(t_ms.div_euclid(DAY_MS));
    let ms = t_ms.rem_euclid(DAY_MS);
    let mut text = *b"0000-00-00T00:00:00.000Z";
    put(&mut text[0..4], year);
    put(&mut text[5..7], month);
    put(&mut text[8..10], day);
    put(&mut text[11..13], ms / 3_600_000);
    put(&mut text[14..16], ms / 60_000 % 60);
    put(&mut text[17..19], ms / 1_000 % 60);
    put(&mut text[20..23], ms % 1_000);
    text
}

/// Milliseconds since 1970 of a text of exactly this form; any other is none.
pub(super) fn read(text: &[u8]) -> Option<i64> {
    let text: &[u8; BYTES] = text.try_into().ok()?;
    let marks = [text[4], text[7], text[10], text[13], text[16], text[19], text[23]];
    if &marks != b"--T::.Z" {
        return None;
    }
    let (year, month, day) = (get(&text[0..4])?, get(&text[5..7])?, get(&text[8..10])?);
    let (hour, minute, second) = (get(&text[11..13])?, get(&text[14..16])?, get(&text[17..19])?);
    let days = day_number(year, month, day);
    if hour > 23 || minute > 59 || second > 59 || civil(days) != (year, month, day) {
        return None;
    }
    Some(days * DAY_MS + hour * 3_600_000 + minute * 60_000 + second * 1_000 + get(&text[20..23])?)
}

fn put(digits: &mut [u8], mut n: i64) {
    for digit in digits.iter_mut().rev() {
        *digit = b'0' + (n % 10) as u8;
        n /= 10;
    }
}

fn get(digits: &[u8]) -> Option<i64> {
    digits.iter().try_fold(0, |n, digit| match digit {
        b'0'..=b'9' => Some(n * 10 + i64::from(digit - b'0')),
        _ => None,
    })
}

/// Days since 1970-01-01 of a date in the Gregorian calendar. The year is counted from March, so that the
/// leap day is its last. Source: H. Hinnant, "chrono-compatible low-level date algorithms".
fn day_number(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month and day of a day number; the way back of [`day_number`], from the same source.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_stand_as_everybody_writes_them() {
        for (t_ms, text) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (1_781_762_400_000, "2026-06-18T06:00:00.000Z"),
            (2_147_483_648_001, "2038-01-19T03:14:08.001Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (-1, "1969-12-31T23:59:59.999Z"),
            (FIRST_MS, "0000-01-01T00:00:00.000Z"),
            (LAST_MS, "9999-12-31T23:59:59.999Z"),
        ] {
            assert_eq!(std::str::from_utf8(&write(t_ms)).unwrap(), text);
            assert_eq!(read(text.as_bytes()), Some(t_ms), "{text}");
        }
    }

    #[test]
    fn a_date_that_is_none_is_refused() {
        for text in [
            "2026-02-29T06:00:00.000Z",
            "2026-13-01T06:00:00.000Z",
            "2026-00-10T06:00:00.000Z",
            "2026-06-18T24:00:00.000Z",
            "2026-06-18T06:60:00.000Z",
            "2026-06-18 06:00:00.000Z",
            "2026-06-18T06:00:00.00Z",
            "2026-06-18T06:00:00.000z",
            "",
        ] {
            assert_eq!(read(text.as_bytes()), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn every_time_comes_back(t_ms in FIRST_MS..=LAST_MS) {
            proptest::prop_assert_eq!(read(&write(t_ms)), Some(t_ms));
        }

        #[test]
        fn dates_agree_with_the_calendar(t_ms in 0..LAST_MS) {
            let known = jiff::Timestamp::from_millisecond(t_ms).unwrap();
            let text = write(t_ms);
            let text = std::str::from_utf8(&text).unwrap();
            proptest::prop_assert_eq!(text.parse::<jiff::Timestamp>().unwrap(), known);
        }
    }
}
