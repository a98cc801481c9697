//! One line to the parking lot, from any screen.

use super::App;
use super::overlay::Asked;
use crate::domain::{Code, NAME_CHARS_MAX};
use crate::kit::Notice;
use crate::kit::ask::{Ask, Blank, Form};
use crate::text::Clean;
use crate::words::{Args, Phrase};

/// The name of the form.
pub(super) const PARK: &str = "park";

impl App {
    /// Asks for the line.
    pub(super) fn ask_to_park(&mut self) {
        let blank = Blank {
            label: Phrase::default(),
            value: String::new(),
            hint: self.words.say("app-park-hint"),
            chars_max: NAME_CHARS_MAX,
            path: false,
        };
        let title = self.words.say("app-park-title");
        let form = Form { name: PARK.to_owned(), title, fields: vec![blank] };
        self.show(Ask::Form(form), Asked::Park);
    }

    /// Puts it there.
    pub(super) fn park(&mut self, values: &[String]) {
        let code = self.history.next_code(Code::Parked(0));
        let mut ids = self.ids.clone();
        let text = Clean::new(&values.concat());
        match self.history.sprint().park(&mut ids, code, &text) {
            Ok(facts) => {
                self.ids = ids;
                self.step(facts);
                let args = Args::new().with("code", Code::Parked(code).to_string());
                self.notice = Some(Notice::news(self.words.tell("app-parked", args)));
            }
            Err(refusal) => self.refuse(&refusal.into()),
        }
    }
}
