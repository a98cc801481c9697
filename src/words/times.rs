//! How clocks, times of day, dates and lengths of time are written.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Args, Phrase, Words};

impl Words {
    /// What is left on a clock: "12:34", from an hour on "1:02:03". Below zero it is overtime and counts
    /// up: "+02:10". The same in every language.
    pub fn clock(&self, seconds: i64) -> Phrase {
        let sign = if seconds < 0 { "+" } else { "" };
        let all = seconds.unsigned_abs();
        let (hours, minutes, rest) = (all / 3600, all / 60 % 60, all % 60);
        Phrase::made(match hours {
            0 => format!("{sign}{minutes:02}:{rest:02}"),
            _ => format!("{sign}{hours}:{minutes:02}:{rest:02}"),
        })
    }

    /// The time of day in `zone` on a clock of 24 hours, the minute that has begun: "14:32".
    pub fn time_of_day(&self, at: Timestamp, zone: &TimeZone) -> Phrase {
        let local = zone.to_datetime(at);
        Phrase::made(format!("{:02}:{:02}", local.hour(), local.minute()))
    }

    /// A whole date: "18 June 2026", "18 червня 2026".
    pub fn date(&self, d: Date) -> Phrase {
        let month = self.say(&format!("words-month-{}", d.month()));
        // As a text: a year is not a quantity, its thousands are not grouped.
        let args = Args::new().with("day", d.day()).with("month", &month).with("year", d.year().to_string());
        self.tell("words-date", args)
    }

    /// A date within the year, for narrow places: "18 Jun", "18 черв.".
    pub fn short_date(&self, d: Date) -> Phrase {
        let month = self.say(&format!("words-month-short-{}", d.month()));
        self.tell("words-date-short", Args::new().with("day", d.day()).with("month", &month))
    }

    /// A length in minutes, in full: "1 minute", "5 хвилин".
    pub fn minutes(&self, n: i64) -> Phrase {
        self.tell("words-minutes", Args::new().with("n", n))
    }

    /// A length in minutes, for narrow places: "45 min", "45 хв".
    pub fn minutes_short(&self, n: i64) -> Phrase {
        self.tell("words-minutes-short", Args::new().with("n", n))
    }
}
