//! Opening a file of many steps against the simplest loop that does the same work: read, one SHA-256 a line, a typed
//! parse. Both in one run, in turns, each in a process of its own as the program is; the median of the ratios counts.

#![allow(clippy::expect_used, reason = "a bench that cannot work has to stop")]

use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use viche::demo;
use viche::store;

mod common;

/// As the program itself has it.
#[cfg(unix)]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SIZES: [(usize, usize); 3] = [(20_000, 9), (100_000, 5), (1_000_000, 3)];
/// How many steps are appended at once while the file is made.
const BATCH: usize = 10_000;

fn main() {
    let asked: Vec<String> = std::env::args().collect();
    if let [_, way, path] = &asked[..]
        && let Some(way) = WAYS.iter().find(|(name, _)| name == way)
    {
        println!("{}", way.1(Path::new(path)).as_nanos());
        return;
    }
    let folder = tempfile::tempdir_in(".").expect("a folder on the disk of the project");
    println!("opening, median of rounds         viche ms   bare ms   ratio");
    for (steps, rounds) in SIZES {
        let path = folder.path().join(format!("{steps}.viche"));
        make(&path, steps);
        let (mut ours, mut bares, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..rounds {
            let bare = in_its_own_process("bare", &path);
            let our = in_its_own_process("viche", &path);
            ratios.push(our.as_secs_f64() / bare.as_secs_f64());
            ours.push(our.as_secs_f64() * 1e3);
            bares.push(bare.as_secs_f64() * 1e3);
        }
        let (our, bare, ratio) = (median(ours), median(bares), median(ratios));
        println!("{steps:>9} steps, {:>4} MiB           {our:>9.1} {bare:>9.1} {ratio:>7.2}", mib(&path));
    }
    println!("(bound 1.3)");
}

fn make(path: &Path, steps: usize) {
    let mut journal = store::create(path).expect("a new file");
    for batch in demo::many_steps(steps).chunks(BATCH) {
        journal.append(batch).expect("written");
    }
}

/// Reads a file and says how long that took.
type Way = fn(&Path) -> Duration;

/// The two ways, by the name that a process of its own is asked for.
const WAYS: [(&str, Way); 2] = [("bare", common::bare_read), ("viche", open)];

fn in_its_own_process(way: &str, path: &Path) -> Duration {
    let program = std::env::current_exe().expect("this program");
    let output = Command::new(program).arg(way).arg(path).output().expect("a process");
    let nanos = String::from_utf8_lossy(&output.stdout).trim().parse().expect("a time");
    Duration::from_nanos(nanos)
}

fn open(path: &Path) -> Duration {
    let begun = Instant::now();
    let opened = store::open(path).expect("opened");
    let took = begun.elapsed();
    black_box(opened);
    took
}

fn mib(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |meta| meta.len() >> 20)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
