//! Where each row of a file lies, as its new cells say it.

use super::say;
use crate::method::grouping::{Group, Grouping, Placed};
use crate::text::Clean;
use crate::words::{Args, Words};

/// What stands between the words of a name.
const BETWEEN_WORDS: &str = ", ";

/// The rows with their groups, and the groups with their numbers and names.
pub(super) struct Filed {
    rows: Vec<Option<Placed>>,
    groups: Vec<(usize, String)>,
}

impl Filed {
    /// Of `all` rows those in `told` have a text; `grouping` is of them, in this order.
    pub fn new(all: usize, told: &[usize], grouping: Grouping, labels: &[Clean]) -> Self {
        let mut rows = vec![None; all];
        for (&row, placed) in told.iter().zip(grouping.placed) {
            if let Some(slot) = rows.get_mut(row) {
                *slot = placed;
            }
        }
        Self { rows, groups: numbered(&grouping.groups, labels) }
    }

    /// Group, name and distance of a row; empty where it has no group.
    pub fn cells(&self, row: usize) -> [String; 3] {
        let placed = self.rows.get(row).copied().flatten();
        match placed.and_then(|placed| Some((placed, self.groups.get(placed.group)?))) {
            Some((placed, (number, name))) => [number.to_string(), name.clone(), share(placed.distance)],
            None => Default::default(),
        }
    }

    /// Says how the rows with a text were grouped, and that there are fewer groups than were asked for.
    pub fn tell(&self, told: usize, asked: Option<usize>, words: &Words) {
        let mut used: Vec<usize> = self.rows.iter().flatten().map(|placed| placed.group).collect();
        let placed = used.len();
        used.sort_unstable();
        used.dedup();
        say::note(&words.tell("cli-grouped", Args::new().with("rows", placed).with("groups", used.len())));
        if told > placed {
            say::note(&words.tell("cli-group-loose", Args::new().with("rows", told - placed)));
        }
        if let Some(asked) = asked.filter(|&asked| asked > self.groups.len()) {
            let args = Args::new().with("asked", asked).with("groups", self.groups.len());
            say::note(&words.tell("cli-group-fewer", args));
        }
    }
}

/// Numbers and names: accepted groups as people gave them, then the new ones, named by their words.
fn numbered(groups: &[Group], labels: &[Clean]) -> Vec<(usize, String)> {
    let mut last = labels.len();
    let mut numbered = |group: &Group| {
        let accepted = group.accepted.and_then(|place| Some((place + 1, labels.get(place)?.to_string())));
        accepted.unwrap_or_else(|| {
            last += 1;
            (last, group.words.join(BETWEEN_WORDS))
        })
    };
    groups.iter().map(&mut numbered).collect()
}

/// A share of 0 to 1 for a spreadsheet: three digits after a point; empty where it is no number.
pub(super) fn share(share: f32) -> String {
    match share.is_finite() {
        // What is added takes the sign off a negative zero.
        true => format!("{:.3}", share.clamp(0.0, 1.0) + 0.0),
        false => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(accepted: Option<usize>, words: &[&str]) -> Group {
        Group { accepted, words: words.iter().map(ToString::to_string).collect(), central: None, twin: None }
    }

    fn placed(group: usize, distance: f32) -> Option<Placed> {
        Some(Placed { group, distance })
    }

    #[test]
    fn accepted_groups_keep_their_numbers_and_names_and_new_ones_follow() {
        let groups = vec![group(Some(1), &["x"]), group(None, &["черга", "зранку"]), group(Some(0), &[])];
        let grouping = Grouping { placed: vec![placed(0, 0.0), None, placed(1, 0.12345)], groups };
        let labels = [Clean::new("Дороги"), Clean::new("Ліки")];
        let filed = Filed::new(5, &[0, 2, 3], grouping, &labels);
        assert_eq!(filed.cells(0), ["2", "Ліки", "0.000"]);
        assert_eq!(filed.cells(3), ["3", "черга, зранку", "0.123"]);
        for row in [1, 2, 4, 9] {
            assert_eq!(filed.cells(row), ["", "", ""]);
        }
    }

    #[test]
    fn a_share_is_written_for_a_spreadsheet() {
        let written = [-0.0, 1.2, 0.98765, f32::NAN].map(share);
        assert_eq!(written, ["0.000", "1.000", "0.988", ""]);
    }
}
