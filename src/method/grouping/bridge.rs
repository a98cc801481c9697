//! From one script to another, without a dictionary: words that sound alike (документ, document), and words that
//! people have brought together by putting texts of two languages into one group.
//!
//! What people teach is how often two terms stand in one of their groups, over how often each stands in any: the
//! cosine of the two lists of groups, shrunk where there are few (a bilingual lexicon from comparable texts: R.
//! Rapp, ACL 1995).

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::script::{Script, script};
use super::terms::words;
use super::{Pair, Progress};

/// Letters that two words must share from their beginning, written in one alphabet, to sound alike.
const SOUND_LETTERS: usize = 5;
/// A shorter word sounds like another only as a whole.
const SOUND_MIN: usize = 4;

/// How much a pair of words that sound alike says.
const SOUNDS_ALIKE: f32 = 0.7;

/// Texts with both words that people must have brought together to believe half of it.
const TAUGHT_PRIOR: f32 = 1.0;

/// Terms in more than this share of the texts of their script join nothing.
const COMMON: f32 = 0.05;
/// Where there are few texts a term may stand in so many.
const COMMON_MIN: f32 = 8.0;

/// Nearness from which a pair is shown: one telling word of a dozen that has its like on the other side.
const ALIKE: f32 = 0.04;

/// At this nearness likeness is a half: texts in two languages share a few words at most.
const HALF_ALIKE: f32 = 0.1;

/// Texts that are compared before progress is told.
const BLOCK: usize = 256;

/// Terms with their weight in a text.
type Bag = Vec<(u32, f32)>;

/// Which terms of the one script go with which of the other.
#[derive(Debug)]
pub(super) struct Bridge {
    /// Terms by script.
    terms: [FxHashMap<String, u32>; 2],
    /// How rare each term is.
    rarity: [Vec<f32>; 2],
    /// For each Cyrillic term those of the other script that go with it.
    links: Vec<Vec<(u32, f32)>>,
}

fn side(script: Script) -> usize {
    match script {
        Script::Cyrillic => 0,
        Script::Other => 1,
    }
}

impl Bridge {
    /// Learns from texts, each with the group that people put it into, if any.
    pub(super) fn learn(texts: &[&str], together: &[Option<usize>]) -> Self {
        let mut bridge = Self { terms: Default::default(), rarity: Default::default(), links: Vec::new() };
        let mut counts: [Vec<f32>; 2] = Default::default();
        let mut sounds: [Vec<String>; 2] = Default::default();
        let mut groups: [FxHashMap<usize, Vec<u32>>; 2] = Default::default();
        let mut all = [0.0_f32; 2];
        for (at, text) in texts.iter().enumerate() {
            let Some(side) = script(text).map(side) else { continue };
            all[side] += 1.0;
            let mut terms: Vec<u32> = Vec::new();
            for word in words(text) {
                let next = bridge.terms[side].len() as u32;
                let id = *bridge.terms[side].entry(word.term().to_owned()).or_insert(next);
                if id == next {
                    counts[side].push(0.0);
                    sounds[side].push(sound(&word.letters));
                }
                terms.push(id);
            }
            terms.sort_unstable();
            terms.dedup();
            terms.iter().for_each(|&id| counts[side][id as usize] += 1.0);
            if let Some(group) = together.get(at).copied().flatten() {
                groups[side].entry(group).or_default().extend(terms);
            }
        }
        for side in 0..2 {
            let most = (all[side] * COMMON).max(COMMON_MIN);
            let rare = |&count: &f32| if count > most { 0.0 } else { ((1.0 + all[side]) / count).ln() };
            bridge.rarity[side] = counts[side].iter().map(rare).collect();
        }
        bridge.links = bridge.sound_alike(&sounds);
        bridge.taught(&groups);
        bridge
    }

    fn sound_alike(&self, sounds: &[Vec<String>; 2]) -> Vec<Vec<(u32, f32)>> {
        let mut by_sound: FxHashMap<&str, Vec<u32>> = FxHashMap::default();
        for (id, sound) in (0..).zip(&sounds[1]) {
            by_sound.entry(sound).or_default().push(id);
        }
        let like = |sound: &String| match by_sound.get(sound.as_str()) {
            Some(ids) if !sound.is_empty() => ids.iter().map(|&id| (id, SOUNDS_ALIKE)).collect(),
            _ => Vec::new(),
        };
        sounds[0].iter().map(like).collect()
    }

    /// Adds what groups with both scripts say.
    fn taught(&mut self, groups: &[FxHashMap<usize, Vec<u32>>; 2]) {
        let mut both: FxHashMap<(u32, u32), f32> = FxHashMap::default();
        let mut alone: [FxHashMap<u32, f32>; 2] = Default::default();
        for (side, groups) in groups.iter().enumerate() {
            for terms in groups.values() {
                for (term, times) in times(terms) {
                    *alone[side].entry(term).or_default() += times * times;
                }
            }
        }
        for (group, ours) in &groups[0] {
            let Some(theirs) = groups[1].get(group) else { continue };
            let theirs = times(theirs);
            for (a, x) in times(ours).into_iter().filter(|&(a, _)| self.rarity[0][a as usize] > 0.0) {
                for &(b, y) in theirs.iter().filter(|&&(b, _)| self.rarity[1][b as usize] > 0.0) {
                    *both.entry((a, b)).or_default() += x * y;
                }
            }
        }
        for ((a, b), product) in both {
            let cosine = product / (alone[0][&a] * alone[1][&b]).sqrt();
            let taught = cosine * product / (product + TAUGHT_PRIOR);
            let links = &mut self.links[a as usize];
            match links.iter_mut().find(|(id, _)| *id == b) {
                Some((_, weight)) => *weight = weight.max(taught),
                None => links.push((b, taught)),
            }
        }
        self.links.iter_mut().for_each(|links| links.sort_unstable_by_key(|&(id, _)| id));
    }

    /// A text as its terms by their rarity, of length 1.
    fn bag<'a>(&self, side: usize, texts: impl Iterator<Item = &'a str>) -> Bag {
        let known = |text: &'a str| {
            words(text).filter_map(|word| self.terms[side].get(word.term()).copied()).collect::<Vec<_>>()
        };
        let mut bag: Bag = times(&texts.flat_map(known).collect::<Vec<_>>());
        bag.iter_mut().for_each(|(id, times)| *times = (1.0 + times.ln()) * self.rarity[side][*id as usize]);
        let length = bag.iter().map(|(_, value)| value * value).sum::<f32>().sqrt();
        bag.iter_mut().for_each(|(_, value)| *value /= length.max(f32::MIN_POSITIVE));
        bag
    }

    /// How alike a Cyrillic bag and one of the other script are: each term with the one that goes with it best.
    fn likeness(&self, ours: &Bag, theirs: &Bag) -> f32 {
        let best = |&(term, value): &(u32, f32)| {
            let part = |&(other, weight): &(u32, f32)| {
                let at = theirs.binary_search_by_key(&other, |&(id, _)| id).ok()?;
                Some(weight * value * theirs[at].1)
            };
            self.links[term as usize].iter().filter_map(part).fold(0.0, f32::max)
        };
        ours.iter().map(best).sum()
    }

    /// The best partners, both ways, of sets of texts: Cyrillic ones of the others and the others of them.
    pub(super) fn twins(&self, sets: &[Vec<&str>]) -> Vec<Option<usize>> {
        let side_of = |set: &Vec<&str>| set.iter().find_map(|text| script(text)).map(side);
        let sides: Vec<Option<usize>> = sets.iter().map(side_of).collect();
        let bags: Vec<Bag> = sets
            .iter()
            .zip(&sides)
            .map(|(set, side)| side.map_or(Vec::new(), |side| self.bag(side, set.iter().copied())))
            .collect();
        let likeness = |a: usize, b: usize| match (sides[a], sides[b]) {
            (Some(0), Some(1)) => self.likeness(&bags[a], &bags[b]),
            (Some(1), Some(0)) => self.likeness(&bags[b], &bags[a]),
            _ => 0.0,
        };
        let best = |a: usize| {
            let others =
                (0..sets.len()).map(|b| (likeness(a, b), b)).filter(|&(like, _)| like >= ALIKE / 4.0);
            others.reduce(|x, y| if y.0 > x.0 { y } else { x }).map(|(_, b)| b)
        };
        let best: Vec<Option<usize>> = (0..sets.len()).map(best).collect();
        (0..sets.len()).map(|a| best[a].filter(|&b| best[b] == Some(a))).collect()
    }
}

/// Pairs of texts in two scripts that may say the same, the likest first; each text with the one that fits it best.
/// `together`: for each text the group that people put it into, if any; a group with both scripts teaches which
/// words go with which. `None` when `progress` said to stop.
pub fn across_scripts(
    texts: &[&str],
    together: &[Option<usize>],
    progress: Progress<'_>,
) -> Option<Vec<Pair>> {
    let bridge = Bridge::learn(texts, together);
    let of_side = |wanted: usize| -> Vec<(usize, Bag)> {
        let texts = texts.iter().enumerate().filter(|(_, text)| script(text).map(side) == Some(wanted));
        texts.map(|(at, text)| (at, bridge.bag(wanted, [*text].into_iter()))).collect()
    };
    let (ours, theirs) = (of_side(0), of_side(1));
    let mut holders: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for ((_, bag), place) in theirs.iter().zip(0..) {
        bag.iter().for_each(|&(term, _)| holders.entry(term).or_default().push(place));
    }
    let mut pairs: Vec<Pair> = Vec::new();
    for (block, some) in ours.chunks(BLOCK).enumerate() {
        progress((block * BLOCK) as u64, ours.len() as u64).then_some(())?;
        let found: Vec<Option<Pair>> = some
            .par_iter()
            .map(|(at, bag)| {
                let linked = bag.iter().flat_map(|&(term, _)| &bridge.links[term as usize]);
                let mut places: Vec<u32> =
                    linked.filter_map(|(other, _)| holders.get(other)).flatten().copied().collect();
                places.sort_unstable();
                places.dedup();
                let likeness = |place: &u32| (bridge.likeness(bag, &theirs[*place as usize].1), *place);
                let best = places.iter().map(likeness).reduce(|a, b| if b.0 > a.0 { b } else { a });
                let (near, place) = best.filter(|(near, _)| *near >= ALIKE)?;
                let other = theirs[place as usize].0;
                let likeness = near / (near + HALF_ALIKE);
                Some(Pair { first: *at.min(&other), second: *at.max(&other), likeness })
            })
            .collect();
        pairs.extend(found.into_iter().flatten());
    }
    pairs.sort_by(|a, b| {
        b.likeness.total_cmp(&a.likeness).then((a.first, a.second).cmp(&(b.first, b.second)))
    });
    Some(pairs)
}

/// Each once with how often it occurs, rising.
fn times(terms: &[u32]) -> Bag {
    let mut sorted = terms.to_vec();
    sorted.sort_unstable();
    let mut times: Bag = Vec::new();
    for term in sorted {
        match times.last_mut() {
            Some((last, count)) if *last == term => *count += 1.0,
            _ => times.push((term, 1.0)),
        }
    }
    times
}

/// The beginning of a word as it sounds, in Latin letters without doubles; empty for a word too short to tell.
fn sound(letters: &str) -> String {
    let mut sound = String::new();
    let mut rest = letters.chars().peekable();
    while let Some(letter) = rest.next() {
        let next = rest.peek().copied();
        let heard = match (letter, next) {
            ('p', Some('h')) => "f",
            ('t' | 'c', Some('h')) => {
                if letter == 't' {
                    "t"
                } else {
                    "h"
                }
            }
            ('h', _) if sound.ends_with(['f', 't', 'h']) && letters.is_ascii() => "",
            ('c', Some('e' | 'i' | 'y')) => "s",
            _ => heard(letter),
        };
        for letter in heard.chars().filter(|&letter| !sound.ends_with(letter)).collect::<Vec<_>>() {
            sound.push(letter);
        }
    }
    let count = sound.chars().count();
    if count < SOUND_MIN { String::new() } else { sound.chars().take(SOUND_LETTERS).collect() }
}

fn heard(letter: char) -> &'static str {
    match letter {
        'а' | 'a' => "a",
        'б' | 'b' => "b",
        'в' | 'v' | 'w' => "v",
        'г' | 'ґ' | 'g' => "g",
        'д' | 'd' => "d",
        'е' | 'є' | 'э' | 'ё' | 'e' => "e",
        'ж' | 'з' | 'z' => "z",
        'и' | 'і' | 'ї' | 'й' | 'ы' | 'i' | 'y' | 'j' => "i",
        'к' | 'k' | 'c' | 'q' => "k",
        'л' | 'l' => "l",
        'м' | 'm' => "m",
        'н' | 'n' => "n",
        'о' | 'o' => "o",
        'п' | 'p' => "p",
        'р' | 'r' => "r",
        'с' | 's' => "s",
        'т' | 't' => "t",
        'у' | 'u' => "u",
        'ф' | 'f' => "f",
        'х' | 'h' => "h",
        'x' => "ks",
        'ц' => "s",
        'ч' => "h",
        'ш' | 'щ' => "s",
        'ю' => "iu",
        'я' => "ia",
        _ => "",
    }
}
