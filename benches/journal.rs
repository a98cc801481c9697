//! A durable note against a bare append and flush of the same bytes: five interleaved rounds, the median of
//! their ratios.

#![allow(clippy::expect_used, reason = "a bench that cannot work has to stop")]

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::time::{Duration, Instant};

use viche::demo;
use viche::domain::Step;
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
    println!("median ratio {:.2} (bound 1.5)", ratios[ROUNDS / 2]);
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
