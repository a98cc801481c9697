//! Key to screen, by screen: from a key to a whole frame at 200x60, without the terminal. On the demo, and on
//! 5,000 notes, 300 themes and 100,000 requests. The ratio says whether a frame's cost depends on the rows.

mod common;

use common::{Driver, percentiles};
use viche::demo;
use viche::domain::Stamp;
use viche::domain::id::RunId;

/// What is pressed on each screen, over and over: moving, opening, writing, filing, going back.
const SCREENS: &[(&str, &str, &str)] = &[
    ("face: clock", "0", "v v v v v"),
    ("agenda: day", "1", "↓ ↓ PgDn End ↑ + - Home"),
    ("agenda: drift", "1 v", "↓ ↓ PgDn End ↑ Home"),
    ("boards: columns", "2", "↓ ↓ → ↓ PgDn End ↑ Home ← d u"),
    ("boards: opened", "2 Tab Tab Enter", "w ↓ o ↓ Tab"),
    ("boards: queue", "2 v", "↓ ↓ - + ↑ Home"),
    ("interviews: wall", "3 Esc Esc", "↓ → ↓ ← ↑ PgDn Home n + -"),
    ("interviews: opened", "3 Esc n Enter", "↑ PgUp End Tab ↓ ↓ d u Tab ↑"),
    ("interviews: writing", "3 Esc n Enter a", "q u e u e Space - ї Backspace Enter"),
    ("requests: counts", "4", "↓ ↓ PgDn End ↑ Home"),
    ("requests: rows", "4 v r", "↓ PgDn PgDn End ↑ PgUp Home Space"),
    ("requests: search", "4 v .", "ч е р г а Backspace Backspace Backspace Backspace Backspace"),
    ("themes: inbox", "5", "↓ PgDn = u n ↓ ↑ Space Space"),
    ("requests: similar", "4 v r g", "↓ PgDn End ↑ Home g g"),
    ("themes: groups", "5 g", "↓ PgDn → ← Tab Tab End Home ↓ ↓ = u"),
    ("themes: pairs", "5 v", "↓ PgDn End ↑ Home - u"),
    ("themes: themes", "5 Tab", "↓ PgDn End Home Enter ↓ Esc"),
    ("priorities: list", "6", "↓ PgDn End Home Enter ↓ Esc"),
    ("priorities: weights", "6 Tab", "+ - ↓ + - ↑"),
    ("people: departments", "8", "↓ ↓ Tab ↓ End Tab ↑ Home"),
    ("people: not interviewed", "8 v v", "↓ ↓ PgDn End ↑ Home"),
    ("turn: sorting", "t Tab Tab Tab Tab Tab Enter Esc Esc", "5 ↓ ↓ = u ↑"),
];

fn main() {
    let now = Stamp { t_ms: 1_781_782_320_000, m_ms: 108_000_000 };
    let demo = demo::make("en", &demo::usual_moment(), RunId(1));
    let mut small = Driver::new(demo.steps, demo.now);
    let mut large = Driver::new(demo::large(5_000, 300, 100_000, 1), now);
    println!("key to screen at 200x60, ms          demo p50    p99 |  large p50    p99 | large/demo");
    for (name, setup, keys) in SCREENS {
        let (d50, d99) = measure(&mut small, setup, keys);
        let (l50, l99) = measure(&mut large, setup, keys);
        println!("{name:<34} {d50:>9.3} {d99:>7.3} | {l50:>9.3} {l99:>7.3} | {:>6.2}", l50 / d50);
    }
}

fn measure(driver: &mut Driver, setup: &str, keys: &str) -> (f64, f64) {
    driver.keys("Esc Esc Esc Esc");
    driver.keys(setup);
    let mut times = Vec::new();
    for _ in 0..60 {
        times.extend(driver.keys(keys));
    }
    driver.keys("Esc Esc Esc Esc");
    percentiles(&mut times)
}
