//! Times of grouping texts: the program as shipped on whole files, one key's work in the midst of them, and the usual
//! pipeline of scikit-learn on the same file in the same run. `examples/grouping.rs` measures how good the groups are.
//!
//! `cargo bench --bench grouping -- [FOLDER]`; the folder is where `banking77.csv` lies, if anywhere.

#![allow(clippy::expect_used, reason = "a bench that cannot work has to stop")]

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use viche::demo;
use viche::domain::{Fact, request};
use viche::exchange::table::Table;
use viche::method::grouping::measure::adjusted_rand;
use viche::method::grouping::{
    Corpus, GRAIN_MAX, Learner, Proposals, Wall, Wanted, near_duplicates, propose,
};
use viche::text::Clean;

mod common;

/// As the program itself has it.
#[cfg(unix)]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const PROGRAM: &str = env!("CARGO_BIN_EXE_viche");
/// Where `banking77.csv` lies if no folder is named.
const FOLDER: &str = "../shared/data/grouping";

/// Rows of the files, and how often each is grouped.
const FILES: [(usize, usize); 2] = [(20_000, 5), (100_000, 3)];
/// Texts that a key's work is measured among.
const CORPORA: [usize; 2] = [20_000, 100_000];
const WALLS: [usize; 2] = [5_000, 20_000];
const NEAR: usize = 5_000;
const THEMES: usize = 40;
const NOTES_EACH: usize = 10;
/// Texts that are typed.
const TYPED: usize = 1_000;

/// Groups that both are asked for, as many as `banking77.csv` has, and how often.
const GROUPS: usize = 77;
const ROUNDS: usize = 3;
/// Prints the group of each row.
const PIPELINE: &str = "
import csv, sys
from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import Normalizer
with open(sys.argv[1], encoding='utf-8', newline='') as file:
    texts = [row['text'] for row in csv.DictReader(file)]
print('group')
for group in make_pipeline(
    TfidfVectorizer(sublinear_tf=True, min_df=2),
    TruncatedSVD(100, random_state=1),
    Normalizer(),
    KMeans(n_clusters=int(sys.argv[2]), n_init=1, random_state=1),
).fit_predict(texts):
    print(group)
";

fn main() {
    let named = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let banking = Path::new(named.as_deref().unwrap_or(FOLDER)).join("banking77.csv");
    let folder = tempfile::tempdir_in(".").expect("a folder on the disk of the project");
    let most = FILES.map(|(rows, _)| rows).into_iter().max().unwrap_or_default();
    let requests = requests(most, 1);
    let made = whole_files(&requests, folder.path());
    keys(&requests, &banking);
    against_scikit_learn(&banking, &made, folder.path());
}

/// A resident's request and the number of its category.
struct Request {
    text: String,
    category: usize,
}

/// Requests of the demo. One that was said before goes on with the one before it in its category, so that few are the
/// same.
fn requests(count: usize, seed: u64) -> Vec<Request> {
    let mut said = HashSet::new();
    let mut last: BTreeMap<u32, String> = BTreeMap::new();
    let mut requests = Vec::with_capacity(count);
    let steps = demo::large(1, 1, count as u32, seed);
    for fact in steps.iter().flat_map(|step| &step.facts) {
        let Fact::Request(request::Fact::Rows(chunk)) = fact else { continue };
        for (row, &category) in chunk.category.iter().enumerate() {
            let mut text = chunk.text.get(row).unwrap_or_default().to_owned();
            let before = last.insert(category, text.clone());
            if let Some(before) = before.filter(|_| said.contains(&text)) {
                text = format!("{text} {before}");
            }
            said.insert(text.clone());
            requests.push(Request { text, category: category as usize });
        }
    }
    requests
}

fn texts(requests: &[Request]) -> Vec<&str> {
    requests.iter().map(|request| request.text.as_str()).collect()
}

/// Groups whole files with the program, and answers the smallest of them.
fn whole_files(requests: &[Request], folder: &Path) -> PathBuf {
    println!("viche group, whole program, median      seconds   peak MB");
    let mut smallest = None;
    for (rows, rounds) in FILES {
        let path = folder.join(format!("{rows}.csv"));
        write_csv(&path, &requests[..rows]);
        let distinct = requests[..rows].iter().map(|request| &request.text).collect::<HashSet<_>>().len();
        let run =
            median((0..rounds).map(|_| run(&mut viche(&path, None), &path.with_extension("out"))).collect());
        let name = format!("{rows} rows, {distinct} distinct");
        println!("  {name:<36} {:>8.2} {:>9}", run.took.as_secs_f64(), megabytes(run.peak_kib));
        smallest.get_or_insert(path);
    }
    smallest.unwrap_or_default()
}

fn write_csv(path: &Path, requests: &[Request]) {
    let mut csv = String::from("text\n");
    for request in requests {
        let _ = writeln!(csv, "\"{}\"", request.text.replace('"', "\"\""));
    }
    fs::write(path, csv).expect("written");
}

/// The program on a file.
fn viche(file: &Path, groups: Option<usize>) -> Command {
    let mut command = Command::new(PROGRAM);
    command.arg("group").arg(file).args(["--column", "text"]);
    if let Some(groups) = groups {
        command.arg("--groups").arg(groups.to_string());
    }
    command
}

/// What a process cost.
struct Run {
    took: Duration,
    /// Its memory at its fullest, where that can be read.
    peak_kib: Option<u64>,
}

/// Runs a command and keeps what it prints.
fn run(command: &mut Command, output: &Path) -> Run {
    let output = File::create(output).expect("a file for the output");
    let begun = Instant::now();
    let mut child = command.stdout(output).stderr(Stdio::null()).spawn().expect("the program runs");
    let pid = child.id();
    let watch = std::thread::spawn(move || peak_kib(pid));
    let status = child.wait().expect("its end");
    let took = begun.elapsed();
    assert!(status.success(), "{command:?} ended with {status}");
    Run { took, peak_kib: watch.join().expect("nobody broke down") }
}

/// The most memory that a process ever had, looked at until it ends; `None` on systems that don't say.
fn peak_kib(pid: u32) -> Option<u64> {
    let read = || {
        let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
        line.split_whitespace().nth(1)?.parse().ok()
    };
    let mut peak_kib = None;
    while let Some(kib) = read() {
        peak_kib = Some(kib);
        std::thread::sleep(Duration::from_millis(2));
    }
    peak_kib
}

fn megabytes(kib: Option<u64>) -> String {
    kib.map_or("not told".to_owned(), |kib| format!("{:.0}", kib as f64 * 1.024 / 1e3))
}

/// The run whose time is in the middle, with the most memory of all.
fn median(mut runs: Vec<Run>) -> Run {
    runs.sort_unstable_by_key(|run| run.took);
    let peak_kib = runs.iter().filter_map(|run| run.peak_kib).max();
    Run { took: runs[runs.len() / 2].took, peak_kib }
}

/// What one key asks for, and what is learnt beside it.
fn keys(requests: &[Request], banking: &Path) {
    println!("\none key's work, ms                           p50      p99     most   times");
    let typed = self::requests(TYPED, 2);
    for texts in CORPORA {
        let corpus = learn_corpus(&self::texts(&requests[..texts]));
        let name = format!("Corpus::similar, ten of {texts}");
        tell(&name, times(&typed, |request| black_box(corpus.similar(&[&request.text], 10)).len()));
        if texts == CORPORA[0] {
            themes(corpus, &typed);
        }
    }
    for texts in WALLS {
        cuts(&self::texts(&requests[..texts]));
    }
    near("requests", &self::texts(&requests[..NEAR]));
    if banking.is_file() {
        let texts = cells(banking, "text").unwrap_or_default();
        near("of banking77", &texts.iter().take(NEAR).map(Clean::as_str).collect::<Vec<_>>());
    }
}

/// Requests of the demo are made of few sentences, which makes nearly all of them a little alike; questions of many
/// people are not.
fn near(name: &str, texts: &[&str]) {
    let find = || near_duplicates(texts, &mut |_, _| true);
    let pairs = once(&format!("near_duplicates, {} {name}", texts.len()), find);
    println!("    {} pairs", pairs.map_or(0, |pairs| pairs.len()));
}

fn learn_corpus(texts: &[&str]) -> Corpus {
    let learn = || Corpus::learn(texts, 1, &mut |_, _| true);
    once(&format!("Corpus::learn, {}", texts.len()), learn).expect("nobody stops it")
}

/// Suggestions while notes move in and out of themes.
fn themes(corpus: Corpus, typed: &[Request]) {
    let notes = notes();
    let accepted: Vec<(&str, usize)> = notes.iter().map(|(text, theme)| (text.as_str(), *theme)).collect();
    let corpus = Arc::new(corpus);
    let learn = || Learner::learn(corpus.clone(), &accepted, &mut |_, _| true);
    let name = format!("Learner::learn, {THEMES} x {NOTES_EACH} notes");
    let mut learner = once(&name, learn).expect("nobody stops it");
    tell(
        "Learner::suggest, three",
        times(typed, |request| black_box(learner.suggest(&request.text, 3)).len()),
    );
    let add_and_remove = times(typed, |request| {
        learner.add(request.category % THEMES, &request.text);
        learner.remove(request.category % THEMES, &request.text);
    });
    tell("Learner::add and remove", add_and_remove);
}

/// Notes of as many themes as there are, each about one category.
fn notes() -> Vec<(String, usize)> {
    let mut taken = [0; THEMES];
    let mut notes = Vec::with_capacity(THEMES * NOTES_EACH);
    for request in requests(CORPORA[0], 3) {
        if let Some(taken) = taken.get_mut(request.category)
            && *taken < NOTES_EACH
        {
            *taken += 1;
            notes.push((request.text, request.category));
        }
    }
    assert_eq!(notes.len(), THEMES * NOTES_EACH, "each category has enough requests");
    notes
}

/// Cutting groups at a grain that was not asked for yet, and at one that was.
fn cuts(wall: &[&str]) {
    let usual = Wanted::Grain(GRAIN_MAX / 2);
    let loose = || Wall { loose: wall.to_vec(), ..Wall::default() };
    let work = || propose(&loose(), usual, 1, &mut |_, _| true);
    let proposals: Proposals = once(&format!("propose, {}", wall.len()), work).expect("nobody stops it");
    let grains: Vec<Wanted> = (0..=GRAIN_MAX).map(Wanted::Grain).collect();
    let cut = |wanted: &Wanted| black_box(proposals.cut(*wanted)).groups.len();
    tell(&format!("Proposals::cut, {}, a new grain", wall.len()), times(&grains, cut));
    let again: Vec<Wanted> = grains.iter().copied().cycle().take(200).collect();
    tell(&format!("Proposals::cut, {}, a grain again", wall.len()), times(&again, cut));
}

/// How long each of `things` takes.
fn times<T, R>(things: &[T], mut work: impl FnMut(&T) -> R) -> Vec<Duration> {
    let time = |thing| {
        let begun = Instant::now();
        black_box(work(thing));
        begun.elapsed()
    };
    things.iter().map(time).collect()
}

fn tell(name: &str, mut times: Vec<Duration>) {
    let (p50, p99) = common::percentiles(&mut times);
    let most = times.last().map_or(0.0, Duration::as_secs_f64) * 1e3;
    println!("  {name:<36} {p50:>9.3} {p99:>8.3} {most:>8.3} {:>7}", times.len());
}

/// Does something once and tells how long it took.
fn once<R>(name: &str, work: impl FnOnce() -> R) -> R {
    let begun = Instant::now();
    let made = work();
    println!("  {name:<36} {:>9} {:>8} {:>8.1} {:>7}", "", "", begun.elapsed().as_secs_f64() * 1e3, 1);
    made
}

/// The same file through the program and through scikit-learn, in turns, each as a whole process with as many threads
/// as it takes. Groups are compared with the labels where the file has some.
fn against_scikit_learn(banking: &Path, made: &Path, folder: &Path) {
    println!();
    let Some(version) = scikit_learn() else {
        println!("scikit-learn is left out: python3 can't import it here.");
        return;
    };
    if !banking.is_file() {
        println!(
            "{} is not there; the made requests, which have no labels, take its place.",
            banking.display()
        );
    }
    let file = if banking.is_file() { banking } else { made };
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    println!("{name} into {GROUPS} groups, whole processes, median of {ROUNDS}");
    println!("                                        seconds   peak MB     ARI");
    let (ours_out, theirs_out) = (folder.join("ours.csv"), folder.join("theirs.csv"));
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        ours.push(run(&mut viche(file, Some(GROUPS)), &ours_out));
        let mut pipeline = Command::new("python3");
        pipeline.args(["-c", PIPELINE]).arg(file).arg(GROUPS.to_string());
        theirs.push(run(&mut pipeline, &theirs_out));
    }
    let (ours, theirs) = (median(ours), median(theirs));
    let labels = column(file, "label");
    let others = format!("scikit-learn {version}");
    for (name, run, output) in [("viche", &ours, &ours_out), (others.as_str(), &theirs, &theirs_out)] {
        let rand = labels.as_ref().zip(column(output, "group"));
        let rand = rand.map_or("-".to_owned(), |(labels, of)| format!("{:.3}", adjusted_rand(labels, &of)));
        println!("  {name:<36} {:>8.2} {:>9} {rand:>7}", run.took.as_secs_f64(), megabytes(run.peak_kib));
    }
    let ratio = ours.took.as_secs_f64() / theirs.took.as_secs_f64();
    println!("  viche / scikit-learn                 {ratio:>8.2}");
}

/// The version of scikit-learn, where python3 has it.
fn scikit_learn() -> Option<String> {
    let asked =
        Command::new("python3").args(["-c", "import sklearn; print(sklearn.__version__)"]).output().ok()?;
    asked.status.success().then(|| String::from_utf8_lossy(&asked.stdout).trim().to_owned())
}

/// What stands in a column; `None` where there is no such column.
fn cells(file: &Path, name: &str) -> Option<Vec<Clean>> {
    let bytes = fs::read(file).expect("the file");
    let table = Table::read(&bytes, &[name]).expect("a table");
    Some(table.texts(table.column(name).ok()?))
}

/// What stands in a column, numbered; the same text has the same number, and an empty cell one of its own.
fn column(file: &Path, name: &str) -> Option<Vec<usize>> {
    let cells = cells(file, name)?;
    let mut numbers = BTreeMap::new();
    // A number is the first row that says it, so those of empty cells are free.
    let number = |(row, cell)| if Clean::is_empty(cell) { row } else { *numbers.entry(cell).or_insert(row) };
    Some(cells.iter().enumerate().map(number).collect())
}
