use std::cmp::Ordering;

use jiff::civil::date;
use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::*;
use crate::text::Clean;

/// An id that no locale has; not a literal at the call, where the locale test looks for real ones.
const NOWHERE: &str = "nowhere-to-be-found";

fn en() -> Words {
    Words::new(Lang::En)
}

fn uk() -> Words {
    Words::new(Lang::Uk)
}

#[test]
fn a_language_is_read_from_its_code_and_from_the_names_of_locales() {
    for name in ["uk", "UK", " uk ", "uk-UA", "uk_UA.UTF-8"] {
        assert_eq!(Lang::parse(name), Some(Lang::Uk), "{name}");
    }
    assert_eq!(Lang::parse("en_GB"), Some(Lang::En));
    for name in ["", "C", "C.UTF-8", "ukraine", "de"] {
        assert_eq!(Lang::parse(name), None, "{name}");
    }
}

#[test]
fn a_language_is_kept_in_files_by_its_code() {
    for lang in Lang::ALL {
        assert_eq!(serde_json::to_value(lang).unwrap(), lang.code());
        assert_eq!(Lang::parse(lang.code()), Some(lang));
        assert_eq!(lang.other().other(), lang);
        assert_ne!(lang.other(), lang);
        assert_eq!(Words::new(lang).lang(), lang);
    }
}

#[test]
fn words_go_with_a_job_to_another_thread() {
    fn may_be_shared<T: Send + Sync>() {}
    may_be_shared::<Words>();
}

#[test]
fn each_language_says_its_own_words() {
    assert_eq!(en().say("frame-saved-already").as_str(), "Saved already.");
    assert_eq!(uk().say("frame-saved-already").as_str(), "Усе вже збережено.");
}

#[test]
fn a_missing_message_shows_its_id_and_a_missing_argument_its_name() {
    assert!(!en().knows(NOWHERE));
    assert!(en().knows("frame-saved"));
    assert_eq!(en().say(NOWHERE).as_str(), "⟨nowhere-to-be-found⟩");
    assert_eq!(en().say("frame-day").as_str(), "Day {$day}");
}

#[test]
fn texts_of_people_stand_in_a_sentence_without_invisible_marks() {
    let what = Clean::new("N0412 moved");
    let said = en().tell("frame-hint-undo", Args::new().with("what", &what));
    assert_eq!(said.as_str(), "undo: N0412 moved");
    let typed = "N0412\u{202e}moved";
    let said = en().tell("frame-hint-undo", Args::new().with("what", typed));
    assert_eq!(said.as_str(), format!("undo: {}", Clean::new(typed)));
}

#[test]
fn a_second_value_of_an_argument_replaces_the_first() {
    let args = Args::new().with("day", 1).with("day", 2);
    assert_eq!(en().tell("frame-day", args).as_str(), "Day 2");
}

#[test]
fn ukrainian_minutes_decline() {
    let cases = [
        (0, "0 хвилин"),
        (1, "1 хвилина"),
        (2, "2 хвилини"),
        (4, "4 хвилини"),
        (5, "5 хвилин"),
        (11, "11 хвилин"),
        (12, "12 хвилин"),
        (21, "21 хвилина"),
        (22, "22 хвилини"),
        (25, "25 хвилин"),
        (111, "111 хвилин"),
        (1001, "1\u{a0}001 хвилина"),
    ];
    let words = uk();
    for (n, said) in cases {
        assert_eq!(words.minutes(n).as_str(), said);
    }
}

#[test]
fn english_minutes_have_two_forms() {
    let words = en();
    for (n, said) in [(0, "0 minutes"), (1, "1 minute"), (5, "5 minutes"), (1200, "1,200 minutes")] {
        assert_eq!(words.minutes(n).as_str(), said);
    }
    assert_eq!(words.minutes_short(45).as_str(), "45 min");
    assert_eq!(uk().minutes_short(45).as_str(), "45 хв");
}

#[test]
fn a_fraction_takes_the_form_of_fractions() {
    let half = || Args::new().with("n", 1.5);
    assert_eq!(uk().tell("words-minutes", half()).as_str(), "1,5 хвилини");
    assert_eq!(en().tell("words-minutes", half()).as_str(), "1.5 minutes");
}

#[test]
fn numbers_are_grouped_by_thousands() {
    let cases = [
        (0, "0"),
        (999, "999"),
        (4_812, "4,812"),
        (19_000, "19,000"),
        (1_234_567, "1,234,567"),
        (-19_000, "-19,000"),
        (i64::MIN, "-9,223,372,036,854,775,808"),
    ];
    let (en, uk) = (en(), uk());
    for (n, said) in cases {
        assert_eq!(en.number(n).as_str(), said);
        assert_eq!(uk.number(n).as_str(), said.replace(',', "\u{a0}"));
    }
}

#[test]
fn decimals_keep_their_digits_and_zero_has_no_sign() {
    let cases = [
        (0.71, 2, "0.71", "0,71"),
        (4.4, 1, "4.4", "4,4"),
        (3.0, 1, "3.0", "3,0"),
        (-0.001, 2, "0.00", "0,00"),
        (-1.25, 2, "-1.25", "-1,25"),
        (6203.5, 1, "6,203.5", "6\u{a0}203,5"),
        (2.6, 0, "3", "3"),
        (f64::NAN, 2, "–", "–"),
        (f64::INFINITY, 2, "–", "–"),
    ];
    let (en, uk) = (en(), uk());
    for (x, digits, english, ukrainian) in cases {
        assert_eq!(en.decimal(x, digits).as_str(), english);
        assert_eq!(uk.decimal(x, digits).as_str(), ukrainian);
    }
    assert_eq!(en.decimal(0.5, usize::MAX).as_str(), "0.500000");
}

#[test]
fn a_small_share_is_not_nothing() {
    let cases = [
        (0.0, "0%"),
        (0.0001, "<1%"),
        (0.009_99, "<1%"),
        (0.01, "1%"),
        (0.29, "29%"),
        (0.384, "38%"),
        (1.0, "100%"),
        (1.7, "100%"),
        (-0.2, "0%"),
        (f64::NAN, "–"),
    ];
    let (en, uk) = (en(), uk());
    for (share, said) in cases {
        assert_eq!(en.percent(share).as_str(), said);
        assert_eq!(uk.percent(share).as_str(), said.replace('%', "\u{a0}%"));
    }
}

#[test]
fn a_clock_counts_up_in_overtime() {
    let cases = [
        (0, "00:00"),
        (9, "00:09"),
        (754, "12:34"),
        (3599, "59:59"),
        (3723, "1:02:03"),
        (-130, "+02:10"),
        (-3723, "+1:02:03"),
    ];
    for (seconds, shown) in cases {
        assert_eq!(en().clock(seconds).as_str(), shown);
        assert_eq!(uk().clock(seconds).as_str(), shown);
    }
    assert!(en().clock(i64::MIN).as_str().starts_with('+'));
}

#[test]
fn the_time_of_day_is_that_of_the_zone_with_the_minute_that_has_begun() {
    let kyiv = TimeZone::get("Europe/Kyiv").unwrap();
    let summer = "2026-06-18T11:32:59Z".parse().unwrap();
    let winter = "2026-12-18T22:05:00Z".parse().unwrap();
    assert_eq!(en().time_of_day(summer, &kyiv).as_str(), "14:32");
    assert_eq!(uk().time_of_day(winter, &kyiv).as_str(), "00:05");
}

#[test]
fn dates_name_the_month() {
    let day = date(2026, 6, 18);
    assert_eq!(en().date(day).as_str(), "18 June 2026");
    assert_eq!(uk().date(day).as_str(), "18 червня 2026");
    assert_eq!(en().short_date(day).as_str(), "18 Jun");
    assert_eq!(uk().short_date(day).as_str(), "18 черв.");
}

#[test]
fn every_month_has_a_name_of_its_own() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let mut names: Vec<String> = Vec::new();
        for month in 1..=12 {
            names.push(words.date(date(2026, month, 1)).to_string());
            names.push(words.short_date(date(2026, month, 1)).to_string());
        }
        assert!(names.iter().all(|name| !name.contains('⟨')), "{names:?}");
        names.sort();
        names.dedup();
        // "May" is as short as it gets, but the whole date also has the year.
        assert_eq!(names.len(), 24);
    }
}

#[test]
fn a_list_ends_with_and() {
    let words = uk();
    let items: Vec<Phrase> = ["а", "б", "в", "г"].map(|item| Phrase::made(item.to_owned())).into();
    assert!(words.list(&[]).is_empty());
    assert_eq!(words.list(&items[..1]).as_str(), "а");
    assert_eq!(words.list(&items[..2]).as_str(), "а і б");
    assert_eq!(words.list(&items[..3]).as_str(), "а, б і в");
    assert_eq!(words.list(&items).as_str(), "а, б, в і г");
    assert_eq!(en().list(&items[..3]).as_str(), "а, б and в");
}

#[test]
fn a_phrase_is_padded_like_a_text() {
    assert_eq!(format!("{:>6}|", en().minutes_short(5)), " 5 min|");
}

#[test]
fn the_ukrainian_alphabet_is_in_its_order() {
    let letters: Vec<String> = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя".chars().map(String::from).collect();
    let words = uk();
    let mut sorted = letters.clone();
    sorted.reverse();
    sorted.sort_by(|a, b| words.compare(a, b));
    assert_eq!(sorted, letters);
}

#[test]
fn services_are_sorted_as_a_reader_looks_for_them() {
    let sorted = [
        "",
        "«Тепло» для ОСББ",
        "112",
        "Café terrace",
        "cafe terrace permit",
        "Zoo",
        "Гарячі обіди",
        "Ґанок під’їзду",
        "Дитячий садок",
        "Е-петиції",
        "Євровідновлення",
        "Житло",
        "Ігровий майданчик",
        "Їдальня",
        "Йод для школи",
        "парк",
        "Парк",
        "парковка",
        "Під їзд",
        "Підвал",
        "Юридична допомога",
    ];
    let words = uk();
    let mut shuffled = sorted;
    shuffled.reverse();
    shuffled.sort_by(|a, b| words.compare(a, b));
    let case_last: Vec<String> = shuffled.iter().map(|name| name.to_lowercase()).collect();
    assert_eq!(case_last, sorted.map(str::to_lowercase));
}

#[test]
fn apostrophes_count_only_between_words_that_are_otherwise_the_same() {
    let words = uk();
    assert_eq!(words.compare("об’їзд", "обід"), Ordering::Greater);
    assert_eq!(words.compare("пʼята", "п'ять"), Ordering::Less);
    assert_eq!(words.compare("п’ять", "пять"), words.compare("п’ятьма", "пятьма"));
    assert_ne!(words.compare("п'ять", "пʼять"), Ordering::Equal);
}

#[test]
fn a_decomposed_letter_stands_where_the_composed_one_does() {
    let words = uk();
    assert_eq!(words.compare("и\u{306}од", "йоду"), Ordering::Less);
    assert_eq!(words.compare("и\u{306}од", "їжа"), Ordering::Greater);
    assert_eq!(words.compare("за\u{301}мок", "замо"), Ordering::Greater);
    assert_eq!(words.compare("за\u{301}мок", "замоку"), Ordering::Less);
}

proptest! {
    #[test]
    fn the_order_is_total_and_only_the_same_text_is_equal(
        a in "[а-яіїєґa-zA-ZА-Я'’ʼ é1-9]{0,6}", b in "\\PC{0,6}", c in "[пП]'?[’ʼ]?[яЯ]?"
    ) {
        let words = uk();
        let texts = [a, b, c];
        for x in &texts {
            for y in &texts {
                prop_assert_eq!(words.compare(x, y), words.compare(y, x).reverse());
                prop_assert_eq!(words.compare(x, y) == Ordering::Equal, x == y);
                for z in &texts {
                    if words.compare(x, y).is_lt() && words.compare(y, z).is_lt() {
                        prop_assert!(words.compare(x, z).is_lt());
                    }
                }
            }
        }
    }

    #[test]
    fn no_number_stops_the_plurals(whole in any::<u64>(), signed in any::<i64>(), x in any::<f64>()) {
        let words = uk();
        for args in [Args::new().with("n", whole), Args::new().with("n", signed), Args::new().with("n", x)] {
            prop_assert!(words.tell("words-minutes", args).as_str().contains("хвилин"));
        }
    }
}

#[test]
fn the_ends_of_the_number_types_can_be_said() {
    let words = uk();
    let ends = [f64::MAX, f64::MIN, f64::MIN_POSITIVE, f64::NAN, f64::INFINITY, f64::EPSILON, 0.1 + 0.2];
    for x in ends {
        assert!(words.tell("words-minutes", Args::new().with("n", x)).as_str().contains("хвилин"));
    }
    let most = words.tell("words-minutes-short", Args::new().with("n", u64::MAX));
    assert_eq!(most.as_str(), "9\u{a0}007\u{a0}199\u{a0}254\u{a0}740\u{a0}992 хв");
    let sum = words.tell("words-minutes-short", Args::new().with("n", 0.1 + 0.2));
    assert_eq!(sum.as_str(), "0,3 хв");
}
