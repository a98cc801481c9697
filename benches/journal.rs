//! A durable note against a bare append and flush of the same bytes: five interleaved rounds, the median of
//! their ratios. Then how many steps a second one producer and eight get to disk, each waiting until its step is there.

#![allow(clippy::expect_used, reason = "a bench that cannot work has to stop")]

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use viche::demo;
use viche::domain::Step;
use viche::runtime::journal::{News, Writer};
use viche::store;

const NOTES: usize = 300;
const ROUNDS: usize = 5;

fn main() {
    let folder = tempfile::tempdir_in(".").expect("a folder on the disk of the project");
    let steps: Vec<Step> = demo::many_steps(NOTES + 1);
    let mut ratios = Vec::new();
    println!("durable note, p50 of {NOTES} a round      viche us   bare us   ratio");
    for round in 0..ROUNDS {
        let path = folder.path().join(format!("{round}.viche"));
        let mut journal = store::create(&path).expect("a new file");
        let mut times: Vec<Duration> = Vec::new();
        let mut sizes = Vec::new();
        let mut before = len(&path);
        for step in &steps {
            let begun = Instant::now();
            journal.append(std::slice::from_ref(step)).expect("written");
            times.push(begun.elapsed());
            let now = len(&path);
            sizes.push((now - before) as usize);
            before = now;
        }
        let ours = p50(&mut times[1..].to_vec());
        let bare = bare(&folder.path().join(format!("{round}.bare")), &sizes[1..]);
        let ratio = ours / bare;
        println!("round {:<32} {ours:>9.1} {bare:>9.1} {ratio:>7.2}", round + 1);
        ratios.push(ratio);
    }
    ratios.sort_by(f64::total_cmp);
    println!("median ratio {:.2} (bound 1.3)", ratios[ROUNDS / 2]);
    for (producers, bound) in [(1, 0.75), (8, 3.0)] {
        let mut shares = Vec::new();
        for round in 0..ROUNDS {
            let ours = rate(&folder.path().join(format!("{producers}-{round}.viche")), &steps, producers);
            let sizes = vec![400; NOTES];
            let bare = 1e6 / bare(&folder.path().join(format!("{producers}-{round}.bare")), &sizes);
            shares.push(ours / bare);
        }
        shares.sort_by(f64::total_cmp);
        let share = shares[ROUNDS / 2];
        println!("{producers} producers: {share:.2} times the bare loop's steps a second (bound {bound})");
    }
}

/// Who waits for which step.
type Waiting = Mutex<Vec<(u64, Sender<()>)>>;

/// Steps a second that come to disk through the journal's thread, while each producer waits for its own.
fn rate(path: &std::path::Path, steps: &[Step], producers: usize) -> f64 {
    let waiting: Arc<Waiting> = Arc::default();
    let wake = Arc::clone(&waiting);
    let tell = move |news: News| {
        if let News::Saved(upto) = news
            && let Ok(mut waiting) = wake.lock()
        {
            waiting.retain(|(s, told)| *s > upto || told.send(()).is_err());
        }
    };
    let journal = store::create(path).expect("a new file");
    let state = path.with_extension("state");
    let mirror = store::Mirror::of(store::Shelf::of(&state, journal.header().file), path);
    let writer = Writer::start(journal, None, Some(mirror), tell).expect("a thread");
    let next = Mutex::new(steps.iter().cloned());
    let begun = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..producers {
            scope.spawn(|| {
                loop {
                    let (told, heard) = channel();
                    {
                        // The order of the numbers is the order of writing.
                        let mut next = next.lock().expect("nobody broke down");
                        let Some(step) = next.next() else { return };
                        waiting.lock().expect("nobody broke down").push((step.s, told));
                        assert!(writer.append(step));
                    }
                    heard.recv().expect("the step is saved");
                }
            });
        }
    });
    steps.len() as f64 / begun.elapsed().as_secs_f64()
}

fn len(path: &std::path::Path) -> u64 {
    std::fs::metadata(path).map_or(0, |meta| meta.len())
}

fn bare(path: &std::path::Path, sizes: &[usize]) -> f64 {
    File::create(path).expect("a new file");
    let mut file = OpenOptions::new().append(true).open(path).expect("the file");
    let mut times: Vec<Duration> = Vec::new();
    for &size in sizes {
        let line = vec![b'x'; size];
        let begun = Instant::now();
        file.write_all(&line).expect("written");
        file.sync_data().expect("flushed");
        times.push(begun.elapsed());
    }
    p50(&mut times)
}

fn p50(times: &mut [Duration]) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64() * 1e6
}
