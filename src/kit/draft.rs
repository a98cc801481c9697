//! What is typed and not saved yet, over all fields of all screens. A place says what stands in its open field
//! ([`Begun`]); the application keeps that ([`Drafts`]) until it is saved, and hands it back to the field when the
//! same seat opens it again.

use crate::domain::id::RunId;
use crate::domain::{Draft, History, Seat, StepNo};
use crate::text::Clean;

/// Most drafts that are kept; the oldest go first.
const DRAFTS_MAX: usize = 100;

/// What stands in an open field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Begun {
    /// Names the field in its place: the same name finds the draft again.
    pub field: Clean,
    /// What it is of, as people say it: a code, or the title of a form.
    pub about: Clean,
    /// What was typed, as the place itself will read it; nothing while the field is as it was found.
    pub texts: Vec<String>,
}

/// The drafts of all seats, the newest last.
#[derive(Default)]
pub struct Drafts {
    kept: Vec<Draft>,
    /// They come from a run before this one, and their seat has not been told yet.
    untold: Vec<Draft>,
    /// Saved with this step, which is not on the disk yet.
    leaving: Vec<(Draft, StepNo)>,
    /// What the disk is to be told.
    changes: Vec<Draft>,
}

impl Drafts {
    /// The drafts that a run before this one left. What was saved after all goes.
    pub fn of(left: Vec<Draft>, history: &History) -> Self {
        let (saved, kept): (Vec<Draft>, _) = left.into_iter().partition(|draft| draft.is_saved_in(history));
        let changes = saved.into_iter().map(gone).collect();
        Self { untold: kept.clone(), kept, changes, ..Self::default() }
    }

    /// All of them.
    pub fn kept(&self) -> &[Draft] {
        &self.kept
    }

    /// What a seat left in a field.
    pub fn texts(&self, seat: Seat, place: &str, field: &str) -> Option<&[String]> {
        self.kept.iter().find(|draft| draft.is_in(seat, place, field)).map(|draft| &draft.texts[..])
    }

    /// Notes what stands in the open fields of the seat at the keyboard. What it had open before was left, and
    /// stays.
    pub fn note(&mut self, seat: Seat, open: &[(&'static str, Begun)]) {
        for (place, begun) in open {
            self.put(seat, place, begun);
        }
        let is_open =
            |draft: &Draft| open.iter().any(|(place, one)| draft.is_in(seat, place, one.field.as_str()));
        for draft in self.kept.iter_mut().filter(|draft| draft.open && draft.seat == seat) {
            if !is_open(draft) {
                draft.open = false;
                self.changes.push(draft.clone());
            }
        }
    }

    fn put(&mut self, seat: Seat, place: &str, begun: &Begun) {
        let at = self.kept.iter().position(|draft| draft.is_in(seat, place, begun.field.as_str()));
        if begun.texts.is_empty() {
            self.changes.extend(at.map(|at| gone(self.kept.remove(at))));
            return;
        }
        if at.is_some_and(|at| self.kept[at].open && self.kept[at].texts == begun.texts) {
            return;
        }
        let draft = Draft {
            seat,
            place: Clean::new(place),
            field: begun.field.clone(),
            about: begun.about.clone(),
            open: true,
            saved: None,
            texts: begun.texts.clone(),
        };
        if let Some(at) = at {
            self.kept.remove(at);
        }
        self.leaving.retain(|(one, _)| !one.is_of_field(&draft));
        self.kept.push(draft.clone());
        self.changes.push(draft);
        if self.kept.len() > DRAFTS_MAX {
            self.changes.push(gone(self.kept.remove(0)));
        }
    }

    /// What stood in a field is saved, by this step if it took one: the draft goes once that step is on the disk,
    /// and says until then which it is, so that a crash in between offers it only where the step got lost.
    pub fn done(&mut self, seat: Seat, place: &str, field: &str, step: Option<(RunId, StepNo)>) {
        let Some(at) = self.kept.iter().position(|draft| draft.is_in(seat, place, field)) else { return };
        let draft = self.kept.remove(at);
        let Some((_, s)) = step else {
            self.changes.push(gone(draft));
            return;
        };
        self.leaving.push((gone(draft.clone()), s));
        self.changes.push(Draft { saved: step, ..draft });
    }

    /// All steps up to this one are on the disk.
    pub fn saved(&mut self, step: StepNo) {
        let (gone, waiting) = std::mem::take(&mut self.leaving).into_iter().partition(|(_, by)| *by <= step);
        self.leaving = waiting;
        let gone: Vec<(Draft, StepNo)> = gone;
        self.changes.extend(gone.into_iter().map(|(draft, _)| draft));
    }

    /// What became different since this was last asked: each draft as it stands now.
    pub fn take_changes(&mut self) -> Vec<Draft> {
        std::mem::take(&mut self.changes)
    }

    /// What an earlier run left of this seat, told once.
    pub fn take_untold(&mut self, seat: Seat) -> Vec<Draft> {
        let (told, untold): (Vec<Draft>, _) =
            std::mem::take(&mut self.untold).into_iter().partition(|draft| draft.seat == seat);
        self.untold = untold;
        told.into_iter().filter(|draft| self.kept.iter().any(|one| one.is_of_field(draft))).collect()
    }
}

fn gone(draft: Draft) -> Draft {
    Draft { open: false, saved: None, texts: Vec::new(), ..draft }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEAT: Seat = Seat::Facilitator;

    fn open(field: &str, text: &str) -> (&'static str, Begun) {
        let texts = if text.is_empty() { Vec::new() } else { vec![text.to_owned()] };
        ("boards", Begun { field: Clean::new(field), about: Clean::new("T2"), texts })
    }

    fn changes(drafts: &mut Drafts) -> Vec<String> {
        let told = drafts.take_changes();
        told.iter().map(|draft| format!("{} {} {}", draft.field, draft.open, draft.texts.concat())).collect()
    }

    #[test]
    fn the_disk_is_told_what_changed_and_nothing_twice() {
        let mut drafts = Drafts::default();
        drafts.note(SEAT, &[open("a", "ha")]);
        drafts.note(SEAT, &[open("a", "ha")]);
        drafts.note(SEAT, &[open("a", "half")]);
        assert_eq!(changes(&mut drafts), ["a true ha", "a true half"]);
        drafts.note(SEAT, &[]);
        drafts.note(SEAT, &[]);
        assert_eq!(changes(&mut drafts), ["a false half"]);
        drafts.note(SEAT, &[open("a", "")]);
        assert_eq!(changes(&mut drafts), ["a false "]);
    }

    #[test]
    fn a_saved_draft_stays_on_the_disk_until_its_step_is_there() {
        let mut drafts = Drafts::default();
        drafts.note(SEAT, &[open("a", "half")]);
        changes(&mut drafts);
        drafts.done(SEAT, "boards", "a", Some((RunId(1), 7)));
        assert_eq!(drafts.take_changes()[0].saved, Some((RunId(1), 7)));
        drafts.note(SEAT, &[open("a", "")]);
        drafts.saved(6);
        assert!(drafts.texts(SEAT, "boards", "a").is_none() && changes(&mut drafts).is_empty());
        drafts.saved(7);
        assert_eq!(changes(&mut drafts), ["a false "]);
    }

    #[test]
    fn the_next_line_takes_the_place_of_one_that_is_being_saved() {
        let mut drafts = Drafts::default();
        drafts.note(SEAT, &[open("a", "first")]);
        drafts.done(SEAT, "boards", "a", Some((RunId(1), 7)));
        drafts.note(SEAT, &[open("a", "s")]);
        drafts.saved(7);
        assert_eq!(changes(&mut drafts), ["a true first", "a true first", "a true s"]);
    }

    #[test]
    fn nobody_finds_the_draft_of_another_seat() {
        let mut drafts = Drafts::default();
        drafts.note(Seat::Team(2), &[open("a", "ours")]);
        drafts.note(Seat::Team(3), &[open("a", "")]);
        assert_eq!(drafts.texts(Seat::Team(3), "boards", "a"), None);
        assert_eq!(drafts.texts(Seat::Team(2), "boards", "a"), Some(&["ours".to_owned()][..]));
    }

    #[test]
    fn the_oldest_of_too_many_goes() {
        let mut drafts = Drafts::default();
        for n in 0..=DRAFTS_MAX {
            drafts.note(SEAT, &[open(&n.to_string(), "text")]);
        }
        assert_eq!(drafts.texts(SEAT, "boards", "0"), None);
        assert!(changes(&mut drafts).contains(&"0 false ".to_owned()));
    }

    #[test]
    fn each_seat_is_told_once_what_an_earlier_run_left_of_it() {
        let mut before = Drafts::default();
        before.note(SEAT, &[open("a", "mine")]);
        before.note(Seat::Team(2), &[open("b", "ours")]);
        let mut drafts = Drafts::of(before.take_changes(), &History::default());
        assert_eq!(drafts.take_untold(SEAT).len(), 1);
        assert!(drafts.take_untold(SEAT).is_empty());
        assert_eq!(drafts.take_untold(Seat::Team(2)).len(), 1);
    }
}
