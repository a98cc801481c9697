//! Bytes that nobody meant well with: what `fuzz/properties.rs` says of any bytes, tried on some thousands, and on
//! everything that a fuzzer found.
#![allow(clippy::unwrap_used)]

#[path = "fuzz/properties.rs"]
mod properties;

use std::fs;

use proptest::prelude::*;
use proptest::sample::Index;

/// The golden files that are small enough to be tried often.
fn golden() -> Vec<Vec<u8>> {
    let files = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/files")).unwrap();
    let mut files: Vec<_> = files.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let files: Vec<Vec<u8>> = files.iter().map(|path| fs::read(path).unwrap()).collect();
    let small: Vec<Vec<u8>> = files.into_iter().filter(|bytes| bytes.len() < 8_000).collect();
    assert!(small.len() > 20, "where are the files?");
    small
}

/// The lines of the golden file that holds every kind of fact.
fn lines() -> Vec<Vec<u8>> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/files/day.viche");
    fs::read(path).unwrap().split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect()
}

/// One thing that happens to bytes.
#[derive(Clone, Debug)]
enum Harm {
    /// These bytes come instead of so many.
    Splice(Index, usize, Vec<u8>),
    /// The rest is gone.
    Cut(Index),
    /// A line stands where another stood, and the other way round.
    Swap(Index, Index),
    /// A line stands there once more.
    Double(Index, Index),
    /// A line is gone.
    Drop(Index),
    /// A line stands as it is, seal or no seal.
    Raw(Index),
}

impl Harm {
    fn done_to(&self, mut bytes: Vec<u8>) -> Vec<u8> {
        if let Self::Splice(at, len, new) = self {
            let at = at.index(bytes.len() + 1);
            let end = (at + len).min(bytes.len());
            bytes.splice(at..end, new.iter().copied());
            return bytes;
        }
        if let Self::Cut(at) = self {
            bytes.truncate(at.index(bytes.len() + 1));
            return bytes;
        }
        let mut lines: Vec<Vec<u8>> = bytes.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
        self.done_to_lines(&mut lines);
        lines.join(&b'\n')
    }

    fn done_to_lines(&self, lines: &mut Vec<Vec<u8>>) {
        let count = lines.len();
        match self {
            Self::Splice(..) | Self::Cut(_) => {}
            Self::Swap(one, other) => lines.swap(one.index(count), other.index(count)),
            Self::Double(one, to) => lines.insert(to.index(count), lines[one.index(count)].clone()),
            Self::Drop(at) => drop(lines.remove(at.index(count))),
            Self::Raw(at) => lines[at.index(count)].insert(0, b'!'),
        }
    }
}

fn harmed(bytes: Vec<u8>, harms: &[Harm]) -> Vec<u8> {
    harms.iter().fold(bytes, |bytes, harm| harm.done_to(bytes))
}

/// What trips readers up, besides any bytes.
const WORDS: [&str; 9] =
    ["\n", "\r\n", "\"", "\\u0000", "{", "null", "1e308", "4294967295", "18446744073709551615"];

fn harm() -> impl Strategy<Value = Harm> {
    let word = prop::sample::select(WORDS.to_vec()).prop_map(|word| word.as_bytes().to_vec());
    let bytes = prop_oneof![prop::collection::vec(any::<u8>(), 0..6), word];
    prop_oneof![
        4 => (any::<Index>(), 0_usize..6, bytes).prop_map(|(at, len, bytes)| Harm::Splice(at, len, bytes)),
        1 => any::<Index>().prop_map(Harm::Cut),
        1 => (any::<Index>(), any::<Index>()).prop_map(|(one, other)| Harm::Swap(one, other)),
        1 => (any::<Index>(), any::<Index>()).prop_map(|(one, to)| Harm::Double(one, to)),
        1 => any::<Index>().prop_map(Harm::Drop),
        1 => any::<Index>().prop_map(Harm::Raw),
    ]
}

/// A table with a header that is understood, or none.
fn table(headers: &'static [&'static str]) -> impl Strategy<Value = String> {
    let cell = "[a-cїЇ\"'=;,\t \u{301}\u{202e}\r\n0-9.-]{0,12}|\\PC{0,4}";
    let row = prop::collection::vec(cell, 0..5);
    let header = prop::option::weighted(0.9, prop::sample::subsequence(headers.to_vec(), 1..=headers.len()));
    (header, prop::collection::vec(row, 0..8), prop::sample::select(vec![",", ";", "\t"])).prop_map(
        |(header, rows, separator)| {
            let header = header.into_iter().map(|names| names.join(separator));
            let rows = rows.into_iter().map(|row| row.join(separator));
            header.chain(rows).collect::<Vec<_>>().join("\n")
        },
    )
}

proptest! {
    #[test]
    fn a_line_that_is_understood_is_understood_again(
        line in prop::sample::select(lines()), harms in prop::collection::vec(harm(), 0..4)
    ) {
        properties::line(&harmed(line, &harms));
    }

    #[test]
    fn a_header_that_is_understood_is_understood_again(harms in prop::collection::vec(harm(), 0..4)) {
        properties::header(&harmed(lines().remove(0), &harms));
    }

    #[test]
    fn a_file_is_left_alone_or_goes_on(
        file in prop::sample::select(golden()), harms in prop::collection::vec(harm(), 0..6)
    ) {
        properties::file(&harmed(file.clone(), &harms));
        properties::chain(&harmed(file, &harms));
    }

    #[test]
    fn drafts_are_read_again(harms in prop::collection::vec(harm(), 0..6)) {
        properties::drafts(&harmed(include_bytes!("fuzz/seeds/drafts/drafts").to_vec(), &harms));
    }

    #[test]
    fn a_table_is_read_to_its_end(table in table(&["a"]), bytes in prop::collection::vec(any::<u8>(), 0..40)) {
        properties::records(table.as_bytes());
        properties::records(&bytes);
    }

    #[test]
    fn every_answer_comes_in_or_is_listed(
        table in table(&["text", "категорія", "district", "дата", "phone"]), harms in prop::collection::vec(harm(), 0..3)
    ) {
        properties::requests(&harmed(table.into_bytes(), &harms));
    }

    #[test]
    fn every_line_of_a_table_goes_out_as_it_came(
        table in table(&["text", "group", "дата"]), harms in prop::collection::vec(harm(), 0..3), wide in any::<bool>()
    ) {
        let bytes = match wide {
            true => format!("\u{feff}{table}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
            false => table.into_bytes(),
        };
        properties::tables(&harmed(bytes, &harms));
    }

    #[test]
    fn everybody_on_a_list_comes_in_or_is_listed(
        table in table(&["name", "прізвище", "department", "роль", "team"]), harms in prop::collection::vec(harm(), 0..3)
    ) {
        properties::people(&harmed(table.into_bytes(), &harms));
    }
}

/// What a fuzzer found, and what was looked for beside it.
mod found {
    use super::properties;

    /// A line with this number, steady clock and these facts; its seal is made anew.
    fn line(s: u64, m: u64, facts: &str) -> String {
        format!(
            r#"{{"s":{s},"w":"a3f90b12","p":"00000000000000000000000000000000","t":"2026-06-18T06:00:01.500Z","m":{m},"by":"F","do":[{facts}]"#
        )
    }

    /// A file with these lines behind a header.
    fn file(lines: &[String]) -> Vec<u8> {
        format!("\n{}", lines.join("\n")).into_bytes()
    }

    #[test]
    fn behind_the_highest_number_no_step_can_stand() {
        for s in [(1 << 53) - 2, (1 << 53) - 1, 1 << 53, u64::MAX - 1, u64::MAX] {
            properties::line(line(s, 1, "").as_bytes());
            properties::chain(&file(&[line(s, 1, "")]));
            properties::chain(&file(&[line(1, 1, ""), line(s, 1, ""), "!".to_owned(), line(7, 1, "")]));
        }
    }

    #[test]
    fn a_later_fact_keeps_its_carriage_return_in_the_next_generation() {
        properties::chain(&file(&[line(1, 1, "{\"weather\":{\r\"sunny\":\r1}\r}")]));
    }

    #[test]
    fn a_number_with_all_its_digits_is_the_same_number_when_it_is_written_again() {
        for number in ["7.265769856122253e-206", "-1.7969314742435888e-9", "4.1234567890123456789", "1e400"] {
            let score = format!(r#"{{"low":{number},"mode":{number},"high":{number}}}"#);
            let ids = r#""service":"a3f90b12.1","criterion":"impact""#;
            let fact = format!(r#"{{"priority":{{"scored":{{{ids},"score":{score}}}}}}}"#);
            properties::line(line(1, 1, &fact).as_bytes());
        }
    }

    #[test]
    fn an_import_that_claims_the_highest_numbers_is_folded() {
        let import = |id: u32| {
            format!(
                r#"{{"request":{{"imported":{{"id":"a3f90b12.{id}","name":"","file":"","first":4294967295,"rows":4294967295,"bad":0,"period":null,"asked":null,"unstored":[],"categories":["a"],"districts":[]}}}}}},{{"request":{{"rows":{{"source":"a3f90b12.{id}","first":0,"text":["x","y"],"category":[0,0],"district":[],"date":[]}}}}}},{{"request":{{"set_aside":{{"rows":[{{"source":"a3f90b12.{id}","row":1}}],"aside":true}}}}}}"#
            )
        };
        properties::chain(&file(&[line(1, 1, &import(1)), line(2, 1, &import(2))]));
    }

    #[test]
    fn a_clock_that_ran_longer_than_can_be_counted_is_folded() {
        let begun = r#"{"run":{"began":{"boot":"a","pid":1,"host":"a","version":"a"}}},{"agenda":{"added":{"id":"a3f90b12.1","day":1,"start":"09:00:00","minutes":1,"title":"","mode":"team","round":null}}}"#;
        let mut lines = vec![line(1, 0, begun)];
        for s in (2..8).step_by(2) {
            lines.push(line(s, 0, r#"{"agenda":{"ran":{"id":"a3f90b12.1"}}}"#));
            lines.push(line(s + 1, u64::MAX, r#"{"agenda":{"paused":{"id":"a3f90b12.1"}}}"#));
        }
        properties::chain(&file(&lines));
    }
}
