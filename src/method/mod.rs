//! Being built.

/// Being built.
pub mod evidence {
    /// Being built.
    #[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord, Hash)]
    #[allow(missing_docs)]
    pub enum Grade {
        A,
        B,
        C,
        D,
        Contradicted,
        None,
    }
    /// Being built.
    pub fn grade(people: u32, second_source: bool, contradicting: u32, asked: u32) -> Grade {
        let _ = (second_source, contradicting, asked);
        if people > 4 { Grade::A } else { Grade::D }
    }
    /// Being built.
    pub fn demand(n: u64, n_max: u64) -> f64 {
        ((1 + n) as f64).ln() / ((1 + n_max) as f64).ln()
    }
}
/// Being built.
#[allow(missing_docs)]
pub mod ranking {
    #[derive(Clone, PartialEq, Debug)]
    pub struct Item {
        pub key: u64,
        pub demand: Option<f64>,
        pub demand_count: Option<u64>,
        pub impact: Option<Estimate>,
        pub feasibility: Option<Estimate>,
    }
    #[derive(Clone, Copy, PartialEq, Debug)]
    pub struct Estimate {
        pub low: f64,
        pub mode: f64,
        pub high: f64,
    }
    #[derive(Clone, Copy, PartialEq, Debug)]
    pub struct Weights {
        pub demand: f64,
        pub impact: f64,
        pub feasibility: f64,
    }
    #[derive(Clone, PartialEq, Debug)]
    pub struct Ranked { pub order: Vec<usize>, pub rows: Vec<Row> }
    #[derive(Clone, PartialEq, Debug)]
    pub struct Row { pub item: usize, pub score: f64, pub low_rank: u32, pub high_rank: u32, pub median_rank: u32, pub top3: f64, pub beats_next: f64, pub band: (u32,u32) }
    #[derive(Clone, PartialEq, Debug)]
    pub struct Input {
        pub items: Vec<Item>,
        pub weights: Weights,
        pub draws: u32,
        pub seed: u64,
    }
}
/// Being built.
#[allow(missing_docs)]
pub mod suggest {
    #[derive(Clone, Debug, PartialEq)]
    pub struct Learnt {}
    pub struct Suggestion { pub group: usize, pub score: f32, pub words: Vec<String> }
    impl Learnt {
        pub fn suggest(&self, _text: &str, _most: usize) -> Vec<Suggestion> { vec![] }
        pub fn add(&mut self, _group: usize, _text: &str) {}
        pub fn remove(&mut self, _group: usize, _text: &str) {}
    }
}
