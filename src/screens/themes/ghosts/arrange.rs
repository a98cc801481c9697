//! Makes the groups that are shown of those that were worked out: without notes that lie somewhere by now or were
//! refused, with what people named, linked and began to take.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Ghosts, Group, Row};
use crate::domain::id::ThemeId;
use crate::domain::{NAME_CHARS_MAX, Sprint};
use crate::kit::Cx;
use crate::text::Clean;
use crate::words::Args;

/// Fewer notes than this are no new group.
const NEW_MIN: usize = 2;

impl Ghosts {
    /// Arranges the groups anew; the cursor stays on its note or group, or on what moved up in its place.
    pub(super) fn arrange(&mut self, cx: &Cx<'_>) {
        let held = self.held();
        let (mut groups, place_of) = self.sorted(cx);
        self.link(&mut groups);
        let is_alive: Vec<bool> = groups.iter().map(|group| !group.notes.is_empty()).collect();
        let mut next = 0;
        let new_place: Vec<Option<usize>> = is_alive
            .iter()
            .map(|alive| {
                let place = alive.then_some(next);
                next += usize::from(*alive);
                place
            })
            .collect();
        let mut first = 0;
        self.groups = Vec::with_capacity(next);
        for (at, mut group) in groups.into_iter().enumerate().filter(|(at, _)| is_alive[*at]) {
            let twin =
                group.twin.and_then(|twin| *place_of.get(twin)?).and_then(|twin| *new_place.get(twin)?);
            group.twin = twin.filter(|twin| Some(*twin) != new_place[at]);
            group.first = first;
            first += self.rows_of(&group);
            group.people = self.people(&group, cx.sprint);
            group.name = self.name(&group, cx);
            self.groups.push(group);
        }
        let shown = self.notes();
        self.loose = cx.sprint.inbox().len().saturating_sub(shown);
        self.hold(&held);
    }

    /// Sorts the notes into groups by where they would go. Answers also which of them each group of the cut became.
    fn sorted(&self, cx: &Cx<'_>) -> (Vec<Group>, Vec<Option<usize>>) {
        let cut = &self.cut;
        let mut sizes = vec![0_usize; cut.groups.len()];
        let mut made: Vec<Vec<ThemeId>> = vec![Vec::new(); cut.groups.len()];
        for (place, placed) in cut.placed.iter().enumerate() {
            let Some(placed) = placed.filter(|placed| placed.group < sizes.len()) else { continue };
            sizes[placed.group] += 1;
            made[placed.group].extend(self.made.get(&place));
        }
        let mut groups: Vec<Group> = Vec::new();
        let mut place_of = vec![None; cut.groups.len()];
        for (at, one) in cut.groups.iter().enumerate() {
            let accepted = one.accepted.and_then(|number| self.posed.themes.get(number).copied());
            let lives = |id: &ThemeId| cx.sprint.themes.get(*id).is_some_and(|theme| !theme.removed);
            let theme = accepted.or_else(|| most(&made[at], sizes[at])).filter(lives);
            if theme.is_none() && sizes[at] < NEW_MIN {
                continue;
            }
            let same = theme.and_then(|theme| groups.iter().position(|group| group.theme == Some(theme)));
            place_of[at] = Some(same.unwrap_or(groups.len()));
            if same.is_none() {
                groups.push(Group {
                    theme,
                    name: Clean::default(),
                    words: one.words.clone(),
                    central: one.central,
                    twin: one.twin,
                    is_linked: false,
                    linked_words: Vec::new(),
                    notes: Vec::new(),
                    people: 0,
                    first: 0,
                });
            }
        }
        for (place, placed) in cut.placed.iter().enumerate() {
            let Some(placed) = placed else { continue };
            let Some(group) = place_of.get(placed.group).copied().flatten() else { continue };
            let accepted = cut.groups[placed.group].accepted.is_some();
            if self.is_open(place, groups[group].theme, accepted, cx.sprint) {
                groups[group].notes.push((place, placed.distance));
            }
        }
        for group in &mut groups {
            group.notes.sort_by(|one, other| one.1.total_cmp(&other.1).then(one.0.cmp(&other.0)));
        }
        (groups, place_of)
    }

    /// Whether a note may still go where it was proposed to.
    fn is_open(&self, place: usize, theme: Option<ThemeId>, accepted: bool, sprint: &Sprint) -> bool {
        let Some(note) = self.note_at(place, sprint) else { return false };
        let refused = theme.is_some_and(|theme| note.refused.contains(&theme));
        let left = !accepted && self.left.contains(&place);
        let row = sprint.notes.row_of(note.id);
        !refused && !left && row.is_some_and(|row| sprint.inbox().binary_search(&row).is_ok())
    }

    /// Puts groups together that people linked. Two themes that are there stay two.
    fn link(&self, groups: &mut [Group]) {
        let holds = |group: &Group, place: usize| group.notes.iter().any(|(one, _)| *one == place);
        for (one, other) in &self.linked {
            let at = groups.iter().position(|group| holds(group, *one));
            let from = groups.iter().position(|group| holds(group, *other));
            let (Some(at), Some(from)) = (at, from) else { continue };
            let both_stand = groups[at].theme.is_some() && groups[from].theme.is_some();
            if at == from || both_stand {
                continue;
            }
            let (into, from) = if groups[from].theme.is_some() { (from, at) } else { (at, from) };
            let notes = std::mem::take(&mut groups[from].notes);
            let words: Vec<String> = groups[from].words.clone();
            groups[into].notes.extend(notes);
            groups[into].is_linked = true;
            groups[into].linked_words = words;
        }
    }

    fn people(&self, group: &Group, sprint: &Sprint) -> usize {
        let heard = group.notes.iter().filter_map(|(place, _)| self.note_at(*place, sprint));
        let evidence = heard.filter(|note| note.kind.is_evidence());
        let people: FxHashSet<u32> = evidence
            .filter_map(|note| sprint.interviews.get(note.interview))
            .map(|interview| interview.respondent)
            .collect();
        people.len()
    }

    /// What people named a group, else its words; never words of one note alone, which may not be for the room.
    fn name(&self, group: &Group, cx: &Cx<'_>) -> Clean {
        if let Some(theme) = group.theme.and_then(|id| cx.sprint.themes.get(id)) {
            return theme.name.clone();
        }
        let notes = group.notes.len();
        let typed = self.named.iter().rev().find(|(_, company)| {
            let shared = group.notes.iter().filter(|(place, _)| company.contains(place)).count();
            shared * 2 >= notes && shared * 2 >= company.len()
        });
        match typed {
            Some((name, _)) => name.clone(),
            None if group.words.is_empty() => {
                let args = Args::new().with("notes", notes);
                Clean::new(cx.words.tell("themes-ghost-nameless", args).as_str())
            }
            None if group.is_linked && !group.linked_words.is_empty() => {
                let half = |words: &[String]| words[..words.len().min(2)].join(", ");
                offered_name(&[format!("{} / {}", half(&group.words), half(&group.linked_words))])
            }
            None => offered_name(&group.words),
        }
    }

    /// What the cursor is on, by notes, so that it is found again among other groups; and whether it is a heading.
    fn held(&self) -> (Vec<usize>, bool) {
        let places = |group: usize| self.groups[group].notes.iter().map(|(place, _)| *place);
        match self.row() {
            Row::All => (Vec::new(), false),
            Row::Heading(group) => (places(group).collect(), true),
            Row::Note(group, at) => (places(group).skip(at).take(1).collect(), false),
        }
    }

    fn hold(&mut self, (held, is_heading): &(Vec<usize>, bool)) {
        let len = self.len();
        let mut row_of = vec![None; self.posed.loose.len()];
        for group in &self.groups {
            for (at, (place, _)) in group.notes.iter().enumerate() {
                let below = if *is_heading || self.is_folded { 0 } else { 1 + at };
                row_of[*place] = Some(group.first + below);
            }
        }
        let found = held.iter().find_map(|place| row_of[*place]);
        self.list.set(found.unwrap_or(self.list.at()), len);
        self.on_all |= len == 0;
    }
}

/// The theme that more than half of a group began to be taken into.
fn most(made: &[ThemeId], size: usize) -> Option<ThemeId> {
    let mut counts: FxHashMap<ThemeId, usize> = FxHashMap::default();
    made.iter().for_each(|theme| *counts.entry(*theme).or_default() += 1);
    counts.into_iter().find(|(_, count)| count * 2 > size).map(|(theme, _)| theme)
}

/// Three words as a name: "Certificate, twice, clerk".
pub fn offered_name(words: &[String]) -> Clean {
    let joined = words.join(", ");
    let mut letters = joined.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let name: String = first.chain(letters).take(NAME_CHARS_MAX).collect();
    Clean::new(&name)
}
