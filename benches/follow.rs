//! How far behind the writer those are who follow a file: eight of them, 200 steps a second, from the moment a step is
//! on disk to the moment it is applied.

#![allow(clippy::expect_used, reason = "a bench that cannot work has to stop")]

use std::sync::{Mutex, mpsc};
use std::time::{Duration, Instant};

use viche::demo;
use viche::runtime::follow::{News, follow};
use viche::store::{self, Follower};

const FOLLOWERS: usize = 8;
const STEPS: usize = 2_000;
/// 200 steps a second.
const APART: Duration = Duration::from_millis(5);

fn main() {
    let folder = tempfile::tempdir_in(".").expect("a folder on the disk of the project");
    let path = folder.path().join("sprint.viche");
    let mut journal = store::create(&path).expect("a new file");
    let steps = demo::many_steps(STEPS + 1);
    journal.append(&steps[..1]).expect("written");
    let (tell, applied) = mpsc::channel();
    for _ in 0..FOLLOWERS {
        let tell = tell.clone();
        let history = Mutex::new(None);
        let hear = move |news: News| {
            let mut history = history.lock().expect("nobody broke down");
            match (news, history.as_mut()) {
                (News::Whole(_, whole), _) => *history = Some(whole),
                (News::Steps(steps), Some(history)) => {
                    for step in steps {
                        let s = step.s;
                        history.push(step);
                        let _ = tell.send((s, Instant::now()));
                    }
                }
                _ => {}
            }
            true
        };
        follow(Follower::new(&path), hear).expect("a thread");
    }
    std::thread::sleep(Duration::from_secs(1));
    let mut saved = Vec::with_capacity(STEPS);
    let begun = Instant::now();
    for (n, step) in steps[1..].iter().enumerate() {
        std::thread::sleep((APART * n as u32).saturating_sub(begun.elapsed()));
        journal.append(std::slice::from_ref(step)).expect("written");
        saved.push((step.s, Instant::now()));
    }
    let mut lags = Vec::with_capacity(STEPS * FOLLOWERS);
    while lags.len() < STEPS * FOLLOWERS {
        let (s, at) = applied.recv_timeout(Duration::from_secs(5)).expect("every step arrives everywhere");
        let known = saved.partition_point(|(saved, _)| *saved < s);
        // A follower may read a step before the writer's own thread hears that it is on disk.
        lags.push(at.saturating_duration_since(saved[known].1));
    }
    lags.sort_unstable();
    let ms = |share: f64| lags[((lags.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    let rate = STEPS as f64 / begun.elapsed().as_secs_f64();
    println!(
        "{FOLLOWERS} followers, {rate:.0} steps a second: saved to applied p50 {:.2}  p99 {:.2}  most {:.2} ms (bounds 10, 50)",
        ms(0.5),
        ms(0.99),
        ms(1.0)
    );
}
