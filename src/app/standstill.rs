//! The stop of all clocks, and the page from which they go on: how long they stood and what that moved.

use super::App;
use super::help::{BORDER_COLUMNS, PAGE_COLUMNS_MAX};
use super::overlay::{Asked, Overlay};
use crate::domain::day_plan::nearest_minute;
use crate::domain::{Moment, Refusal, agenda::Stop};
use crate::kit::ask::Page;
use crate::kit::draw::{Glyph, Line};
use crate::kit::theme::Role;
use crate::kit::{List, Notice, said};
use crate::words::{Args, Phrase};

impl App {
    /// Stops every clock; when all stand that were stopped together, shows the page from which they go on.
    pub(super) fn stop_or_resume(&mut self) {
        let sprint = self.history.sprint();
        match (sprint.stop_all_clocks(), &sprint.day.stopped) {
            (Ok(facts), _) => {
                self.step(facts);
                self.notice = Some(Notice::news(self.words.say("app-clocks-stopped")));
            }
            (Err(_), Some(stop)) => {
                let page = self.resume_page(stop);
                self.overlay = Some(Overlay::Read(page, List::default()));
                self.asked = Asked::Resume;
            }
            (Err(_), None) => self.refuse(&Refusal::NoClockRuns.into()),
        }
    }

    /// Lets the clocks go on.
    pub(super) fn resume(&mut self) {
        match self.history.sprint().resume_all_clocks() {
            Ok(facts) => {
                self.step(facts);
                self.notice = Some(Notice::news(self.words.say("app-clocks-resumed")));
            }
            Err(refusal) => self.refuse(&refusal.into()),
        }
    }

    /// How long everything stood, what goes on, and what it moved.
    fn resume_page(&self, stop: &Stop) -> Page {
        let sprint = self.history.sprint();
        let now = self.now();
        let stood = stop.at.until(&now);
        let since = jiff::Timestamp::from_millisecond(stop.at.at.t_ms).unwrap_or_default();
        let args = Args::new()
            .with("since", self.words.time_of_day(since, &self.zone))
            .with("stood", self.words.clock((stood.ms / 1_000) as i64));
        let mut lines = vec![Line::new().add(Role::Strong, &self.words.tell("app-resume-stood", args))];
        lines.push(Line::new());
        for item in stop.items.iter().filter_map(|&id| sprint.agenda.get(id)) {
            let left = item.clock.left_s(item.minutes, &now);
            let end = jiff::Timestamp::from_millisecond(now.at.t_ms + left * 1_000).unwrap_or_default();
            let args = Args::new()
                .with("left", self.words.clock(left))
                .with("end", self.words.time_of_day(end, &self.zone));
            lines.push(
                Line::new()
                    .add(Role::Accent, &Glyph::RUNS)
                    .gap(1)
                    .add(Role::Text, &item.title)
                    .gap(2)
                    .add(Role::Muted, &self.words.tell("app-resume-item", args)),
            );
        }
        let interviews = stop.interviews.len();
        if interviews > 0 {
            let args = Args::new().with("interviews", interviews);
            lines.push(
                Line::new()
                    .add(Role::Accent, &Glyph::RUNS)
                    .gap(1)
                    .add(Role::Text, &self.words.tell("app-resume-interviews", args)),
            );
        }
        lines.push(Line::new());
        if let Some(day) = self.day_end_words(&now) {
            lines.push(Line::new().add(Role::Text, &day));
            lines.push(Line::new());
        }
        let columns = usize::from(self.size.0).saturating_sub(BORDER_COLUMNS).min(PAGE_COLUMNS_MAX);
        lines.extend(Line::wrapped(Role::Muted, &self.words.say("app-resume-next"), columns));
        Page { title: self.words.say("app-resume-title"), lines, confirms: true }
    }

    /// When the day would end if everything went on now, and how late that is.
    fn day_end_words(&self, now: &Moment) -> Option<Phrase> {
        let sprint = self.history.sprint();
        let plan = sprint.day_plan(sprint.day_in_hand(now, &self.zone)?, now, &self.zone);
        let end = said::day_time(nearest_minute(plan.forecast.finish?), &self.words);
        let args = Args::new().with("end", &end).with("minutes", plan.late_minutes().max(0));
        Some(self.words.tell("app-resume-day", args))
    }
}
