//! Drafts: what is typed and not saved is noted after every message, kept for the seat that typed it, and offered
//! to that seat when the file is opened anew.
//!
//! A field is open only as long as one seat is at the keyboard: to hand over, one leaves it.

use super::App;
use super::overlay::{Asked, Overlay};
use super::parking::PARK;
use super::stray::STRAY;
use crate::domain::Draft;
use crate::kit::{Begun, Drafts, Effect, Notice};
use crate::words::{Args, Phrase};

/// The place of forms that belong to no screen.
pub(super) const EVERYWHERE: &str = "everywhere";
/// Most places that one sentence names.
const PLACES_MAX: usize = 3;

/// A form as it was filled in.
pub(super) struct Filled {
    place: &'static str,
    name: String,
    /// How many effects there were before.
    effects: usize,
}

impl App {
    /// Takes what an earlier run left unfinished. Who is at the keyboard now is told, and goes on where they were.
    pub fn with_drafts(mut self, drafts: Vec<Draft>) -> Self {
        self.drafts = Drafts::of(drafts, &self.history);
        self.offer_drafts();
        self
    }

    /// Notes what stands in the open fields.
    pub(super) fn note_drafts(&mut self) {
        let begun = self.begun();
        self.drafts.note(self.seat(), &begun);
        // First of all, so that a draft says by which step it is saved before that step is written.
        self.effects.splice(..0, self.drafts.take_changes().into_iter().map(Effect::Draft));
    }

    /// What stands in the open fields, by the places they belong to.
    fn begun(&self) -> Vec<(&'static str, Begun)> {
        let cx = self.cx();
        let form = match &self.overlay {
            Some(Overlay::Form(filling)) => filling.begun().map(|begun| (self.asking(), begun)),
            Some(Overlay::Pick(_) | Overlay::Confirm(..) | Overlay::Read(..) | Overlay::Black) | None => None,
        };
        let fields = self.screens.iter().filter_map(|screen| Some((screen.name(), screen.begun(&cx)?)));
        fields.chain(form).collect()
    }

    /// The place that the overlay belongs to.
    pub(super) fn asking(&self) -> &'static str {
        match self.asked {
            Asked::Park | Asked::Stray => EVERYWHERE,
            Asked::Screen | Asked::Palette(_) | Asked::Quit | Asked::HandOver | Asked::Resume => {
                self.screens[self.place].name()
            }
        }
    }

    /// The form that is open.
    pub(super) fn open_form(&self) -> Option<Filled> {
        let Some(Overlay::Form(filling)) = &self.overlay else { return None };
        let name = filling.form.name.clone();
        Some(Filled { place: self.asking(), name, effects: self.effects.len() })
    }

    /// A form was filled in. Its draft is done with, unless it was refused: then it stays, in the form where that
    /// is open again. What is no step says that it was taken.
    pub(super) fn form_filled(&mut self, filled: &Filled) {
        let is_taken = self.notice.as_ref().is_some_and(|notice| !notice.problem);
        if let Some(Overlay::Form(again)) = &mut self.overlay
            && again.form.name == filled.name
        {
            again.typed = true;
        } else if is_taken || self.effects.len() > filled.effects {
            self.draft_done(filled.place, &filled.name, filled.effects);
        }
    }

    /// The name of the screen's open field, and how many effects there are.
    pub(super) fn open_field(&self) -> Option<(String, usize)> {
        let begun = self.screens[self.place].begun(&self.cx())?;
        Some((begun.field.as_str().to_owned(), self.effects.len()))
    }

    /// A key that saves was pressed in this field. Where it is not open any more, or the next line has begun in it,
    /// its draft is done with.
    pub(super) fn field_saved(&mut self, field: Option<(String, usize)>) {
        let Some((name, effects)) = field else { return };
        let place = &self.screens[self.place];
        let stays = |now: Begun| now.field.as_str() == name && !now.texts.is_empty();
        if !place.begun(&self.cx()).is_some_and(stays) {
            self.draft_done(place.name(), &name, effects);
        }
    }

    /// Lets a draft go, once the step that saves it is on the disk; `effects`: how many there were before it.
    fn draft_done(&mut self, place: &str, field: &str, effects: usize) {
        let step = self.effects[effects..].iter().rev().find_map(|effect| match effect {
            Effect::Append(step) => Some((step.w, step.s)),
            Effect::Draft(_) | Effect::Compute(_) | Effect::Cancel(_) | Effect::Quit => None,
        });
        self.drafts.done(self.seat(), place, field, step);
    }

    /// Tells the seat at the keyboard what an earlier run left of it, and opens what was open then.
    pub(super) fn offer_drafts(&mut self) {
        if self.is_curtain_shown() {
            return;
        }
        let left = self.drafts.take_untold(self.seat());
        if left.is_empty() {
            return;
        }
        if self.overlay.is_none()
            && self.begun().is_empty()
            && let Some(draft) = left.iter().rev().find(|draft| draft.open)
        {
            self.reopen(draft);
        }
        let open = self.begun();
        let is_open = |draft: &Draft| {
            open.iter().any(|(place, begun)| draft.is_in(draft.seat, place, begun.field.as_str()))
        };
        let (back, waiting): (Vec<Draft>, _) = left.into_iter().partition(is_open);
        self.notice = None;
        if !waiting.is_empty() {
            let id = if back.is_empty() { "drafts-kept" } else { "drafts-kept-too" };
            self.say(Notice::news(self.words_of_waiting(id, &waiting)));
        }
        if !back.is_empty() {
            self.say(Notice::news(self.words.say("drafts-back")));
        }
    }

    /// Opens the field of a draft, where it may be opened.
    fn reopen(&mut self, draft: &Draft) {
        match (draft.place.as_str(), draft.field.as_str()) {
            (EVERYWHERE, PARK) => self.ask_to_park(),
            (EVERYWHERE, STRAY) if self.turn().is_some() => self.ask_stray(draft.texts.concat()),
            (place, field) => self.reopen_in(place, field),
        }
    }

    fn reopen_in(&mut self, place: &str, field: &str) {
        let at = self.screens.iter().position(|screen| screen.name() == place && self.allows_place(place));
        let (Some(at), before) = (at, self.place) else { return };
        self.turn_to(at);
        self.settle();
        self.act(at, |screen, cx| screen.resume(field, cx));
        match self.begun().is_empty() {
            true => self.turn_to(before),
            false => self.settle(),
        }
    }

    /// Where texts wait, in the words of this message.
    fn words_of_waiting(&self, id: &str, waiting: &[Draft]) -> Phrase {
        let newest = waiting.iter().rev();
        let mut places: Vec<Phrase> =
            newest.take(PLACES_MAX).map(|draft| self.words_of_place(draft)).collect();
        if let Some(more) = waiting.len().checked_sub(PLACES_MAX).filter(|more| *more > 0) {
            places.push(self.words.tell("drafts-more", Args::new().with("count", more)));
        }
        let places = self.words.list(&places);
        self.words.tell(id, Args::new().with("count", waiting.len()).with("places", &places))
    }

    fn words_of_place(&self, draft: &Draft) -> Phrase {
        match (draft.place.as_str(), draft.field.as_str()) {
            (EVERYWHERE, PARK) => self.words.say("drafts-park"),
            (EVERYWHERE, STRAY) => self.words.say("drafts-stray"),
            (place, _) => {
                let digit = self.screens.iter().find(|screen| screen.name() == place).map(|one| one.digit());
                let place = match digit {
                    Some(_) => self.words.say(&format!("frame-place-{place}")),
                    None => Phrase::default(),
                };
                let args = Args::new().with("key", digit.map(String::from).unwrap_or_default());
                self.words.tell("drafts-place", args.with("place", &place).with("about", &draft.about))
            }
        }
    }
}
