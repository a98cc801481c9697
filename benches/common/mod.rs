//! What the benches share: an application driven without a terminal, and how times are told.
#![allow(dead_code, clippy::expect_used, reason = "each bench uses its part, and stops where it can't work")]

use std::time::{Duration, Instant};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use viche::app::{App, Msg, Start, work};
use viche::domain::id::{Ids, RunId};
use viche::domain::{History, Seat, Stamp, Step, run};
use viche::kit::setting::Settings;
use viche::kit::{Answer, Effect, Job, Key};
use viche::text::Clean;

/// The size that the bounds are named for.
pub const SIZE: (u16, u16) = (200, 60);
const RUN: RunId = RunId(0xbe4c);

/// An application whose steps are saved at once and whose jobs run beside the clock of the bench.
pub struct Driver {
    pub app: App,
    at: Stamp,
}

impl Driver {
    pub fn new(mut steps: Vec<Step>, at: Stamp) -> Self {
        let began = run::Fact::Began {
            boot: Clean::new("demo"),
            pid: 1,
            host: Clean::new("bench"),
            version: Clean::new("0"),
        };
        let s = steps.last().map_or(1, |step| step.s + 1);
        steps.push(Step { s, w: RUN, at, by: Seat::Facilitator, facts: vec![began.into()], from: None });
        let start = Start {
            history: History::of(steps),
            ids: Ids::of(RUN),
            settings: Settings::default(),
            size: SIZE,
            at,
        };
        let mut driver = Self { app: App::new(start).without_dialog_guard(), at };
        driver.press(Msg::Wake);
        driver
    }

    /// The time from a message to a drawn frame; jobs and the disk answer after it.
    pub fn press(&mut self, msg: Msg) -> Duration {
        let begun = Instant::now();
        let effects = self.app.update(self.at, msg);
        let mut buf = Buffer::empty(Rect { x: 0, y: 0, width: SIZE.0, height: SIZE.1 });
        self.app.view(&mut buf);
        std::hint::black_box(&buf);
        let took = begun.elapsed();
        self.answer(effects);
        took
    }

    fn answer(&mut self, effects: Vec<Effect>) {
        let mut waiting = effects;
        while let Some(effect) = waiting.pop() {
            let msg = match effect {
                Effect::Append(step) => Msg::Saved(step.s),
                Effect::Compute(job) => match answer(job) {
                    Some(answer) => Msg::Done(answer),
                    None => continue,
                },
                Effect::Draft(_) | Effect::Cancel(_) | Effect::Quit => continue,
            };
            waiting.extend(self.app.update(self.at, msg));
        }
    }

    pub fn keys(&mut self, keys: &str) -> Vec<Duration> {
        keys.split_whitespace()
            .filter_map(|key| key.parse::<Key>().ok())
            .map(|key| self.press(Msg::Key(key)))
            .collect()
    }
}

fn answer(job: Job) -> Option<Answer> {
    match job {
        Job::Rank(input) => Some(work::rank(input, &mut |_, _| true)),
        Job::Words(heap) => Some(work::words(&heap, usize::MAX, &mut |_, _| true)),
        Job::Learn { known, lessons } => Some(work::learn(&known, lessons, &mut |_, _| true)),
        Job::Propose(posed) => Some(work::propose(posed, usize::MAX, &mut |_, _| true)),
        Job::Compare(compared) => Some(work::compare(compared, &mut |_, _| true)),
        Job::Find(find) => Some(work::find(find, &mut |_, _| true)),
        Job::Preview { .. } | Job::Import { .. } | Job::People { .. } | Job::Complete { .. } => None,
    }
}

/// Median and 99th percentile in milliseconds.
pub fn percentiles(times: &mut [Duration]) -> (f64, f64) {
    times.sort_unstable();
    let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize].as_secs_f64() * 1e3;
    (at(0.5), at(0.99))
}

/// Reads a file as simply as it can be read: each line hashed and parsed to typed steps.
pub fn bare_read(file: &std::path::Path) -> Duration {
    #[derive(serde::Deserialize)]
    #[allow(dead_code, reason = "parsed, not used")]
    struct Line<'a> {
        s: u64,
        w: &'a str,
        p: &'a str,
        t: &'a str,
        m: u64,
        by: &'a str,
        #[serde(rename = "do")]
        facts: Vec<viche::domain::Fact>,
        h: &'a str,
    }
    let begun = Instant::now();
    let bytes = std::fs::read(file).expect("the file");
    let mut parsed = 0;
    for line in bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        std::hint::black_box(<sha2::Sha256 as sha2::Digest>::digest(line));
        if let Ok(line) = serde_json::from_slice::<Line<'_>>(line) {
            parsed += line.facts.len();
        }
    }
    std::hint::black_box(parsed);
    begun.elapsed()
}
