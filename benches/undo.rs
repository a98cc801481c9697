//! Undo with 50,000 steps and 100,000 requests in the file, and what a checkpoint costs.

mod common;

use std::time::Instant;

use common::percentiles;
use viche::demo;
use viche::domain::{Fact, History, Seat, Stamp, Step};

fn main() {
    let mut steps = demo::large(5_000, 300, 100_000, 1);
    let first = steps.last().map_or(0, |step| step.s);
    for mut step in demo::many_steps(50_000) {
        step.s += first;
        steps.push(step);
    }
    println!("undo: {} steps, 100,000 requests", steps.len());
    let begun = Instant::now();
    let mut history = History::of(steps);
    println!("fold of everything          {:>8.2} ms", begun.elapsed().as_secs_f64() * 1e3);
    let mut times = Vec::new();
    for _ in 0..200 {
        let Some(undo) = history.undo(Seat::Facilitator).or_else(|| history.undo(Seat::CommandLine)) else {
            break;
        };
        let facts = vec![Fact::Reverted { step: undo.step }];
        let at = Stamp { t_ms: 1_781_782_320_000, m_ms: 108_000_000 };
        let w = history.steps()[0].w;
        let step = Step { s: history.next_no(), w, at, by: Seat::Facilitator, facts, from: None };
        let begun = Instant::now();
        history.push(step);
        times.push(begun.elapsed());
    }
    let (p50, p99) = percentiles(&mut times);
    println!("undo, the newest 200 steps  {p50:>8.2} ms p50, {p99:.2} ms p99");
    let begun = Instant::now();
    let copy = history.sprint().clone();
    println!("checkpoint (a clone)        {:>8.2} ms", begun.elapsed().as_secs_f64() * 1e3);
    let shared = copy.requests.sources().iter().flat_map(|source| &source.chunks);
    let copied = shared.filter(|chunk| std::sync::Arc::strong_count(chunk) < 2).count();
    println!("request chunks it copied    {copied:>8}");
}
