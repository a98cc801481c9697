//! Claims about grouping: references worked out by hand, what must never change, how well it works on notes that
//! were written for these tests, and inputs that nobody wishes for.

mod bad;
mod bilingual;
mod equal;
mod quality;
mod references;
mod suggesting;

use super::{Grouping, Proposals, Wall, Wanted, propose};

const NOTES_EN: &str = include_str!("samples/notes_en.csv");
const NOTES_UK: &str = include_str!("samples/notes_uk.csv");
const MIXED: &str = include_str!("samples/mixed.csv");

/// Texts and the numbers of their labels. The samples break no line inside of quotes.
fn sample(csv: &str) -> (Vec<String>, Vec<usize>) {
    let mut labels: Vec<&str> = Vec::new();
    let row = |line: &str| {
        let (text, label) = line.rsplit_once(',').unwrap();
        let text = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text);
        (text.replace("\"\"", "\""), label.to_owned())
    };
    let rows: Vec<(String, String)> = csv.lines().skip(1).map(row).collect();
    let number = |label: &'_ String| match labels.iter().position(|one| one == label) {
        Some(at) => at,
        None => {
            labels.push(Box::leak(label.clone().into_boxed_str()));
            labels.len() - 1
        }
    };
    let numbers = rows.iter().map(|(_, label)| label).map(number).collect();
    (rows.into_iter().map(|(text, _)| text).collect(), numbers)
}

fn borrowed(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

fn proposed(wall: &Wall<'_>, wanted: Wanted) -> Proposals {
    propose(wall, wanted, 1, &mut |_, _| true).unwrap()
}

fn grouped(loose: &[&str], wanted: Wanted) -> Grouping {
    proposed(&Wall { loose: loose.to_vec(), ..Wall::default() }, wanted).cut(wanted)
}

/// The group of each text; those without one lie alone.
fn groups_of(grouping: &Grouping) -> Vec<usize> {
    let alone = grouping.groups.len();
    let group = |(at, placed): (usize, &Option<super::Placed>)| placed.map_or(alone + at, |put| put.group);
    grouping.placed.iter().enumerate().map(group).collect()
}
