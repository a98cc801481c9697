//! Pictures of the screens: what a frame of the demo looks like, as SVG that needs no terminal and no font of its
//! own. Lines and blocks are drawn as shapes, so that they meet whatever font is there; each letter is
//! held at its column.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;
use viche::app::{App, Msg, Start, work};
use viche::demo;
use viche::domain::id::{Ids, RunId};
use viche::domain::{History, Stamp};
use viche::kit::depth::{Depth, rgb_of};
use viche::kit::setting::Settings;
use viche::kit::theme::{Paint, Theme};
use viche::kit::{Answer, Effect, Job, Key};

/// Columns and rows of a picture.
const SIZE: (u16, u16) = (100, 30);
/// Width and height of a cell, the size of the letters, where they stand, and the margin; in pixels.
const CELL: (f64, f64) = (9.0, 19.0);
const LETTERS: u32 = 15;
const BASE: f64 = 14.0;
const MARGIN: f64 = 14.0;
/// Fonts with the signs, the preferred one first.
const FONTS: &str = "'JetBrains Mono','DejaVu Sans Mono','Cascadia Mono',Menlo,Consolas,monospace";

/// The picture that these keys lead to in the demo, in the dark theme.
pub fn of_demo(keys: &str, title: &str) -> String {
    let made = demo::make("en", &demo::usual_moment(), RunId(0xde30));
    let theme = Theme { paint: Paint::Dark, depth: Depth::True };
    let start = Start {
        history: History::of(made.steps),
        ids: Ids::of(RunId(0xde30)),
        settings: Settings { theme, ..Settings::default() },
        size: SIZE,
        at: made.now,
    };
    let mut app = App::new(start);
    send(&mut app, made.now, Msg::Wake);
    for key in keys.split_whitespace() {
        send(&mut app, made.now, Msg::Key(key.parse::<Key>().expect("a key")));
    }
    let mut buf = Buffer::empty(Rect { x: 0, y: 0, width: SIZE.0, height: SIZE.1 });
    app.view(&mut buf);
    svg(&buf, title)
}

/// Sends a message; every step is on disk and every job done at once.
fn send(app: &mut App, at: Stamp, msg: Msg) {
    let mut waiting = app.update(at, msg);
    while let Some(effect) = waiting.pop() {
        let msg = match effect {
            Effect::Append(step) => Some(Msg::Saved(step.s)),
            Effect::Compute(job) => answer(job).map(Msg::Done),
            Effect::Draft(_) | Effect::Cancel(_) | Effect::Quit => None,
        };
        waiting.extend(msg.into_iter().flat_map(|msg| app.update(at, msg)));
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
        _ => None,
    }
}

/// A frame as SVG.
fn svg(buf: &Buffer, title: &str) -> String {
    let (columns, rows) = (f64::from(buf.area.width), f64::from(buf.area.height));
    let (width, height) = (columns * CELL.0 + 2.0 * MARGIN, rows * CELL.1 + 2.0 * MARGIN);
    let ground = hex(buf[(0, 0)].bg);
    let mut out = String::new();
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" role=\"img\">\n<title>{}</title>\n\
         <style>text{{font:{LETTERS}px {FONTS};white-space:pre}}.b{{font-weight:700}}\
         path{{fill:none;stroke-width:1.2}}</style>\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"10\" fill=\"{ground}\"/>\n\
         <g transform=\"translate({MARGIN} {MARGIN})\">",
        escaped(title)
    );
    grounds(&mut out, buf, &ground);
    shapes(&mut out, buf);
    for y in 0..buf.area.height {
        letters(&mut out, buf, y);
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// What lies behind letters where it is not the ground of all.
fn grounds(out: &mut String, buf: &Buffer, ground: &str) {
    for y in 0..buf.area.height {
        let row: Vec<String> = (0..buf.area.width).map(|x| hex(buf[(x, y)].bg)).collect();
        let mut x = 0;
        for run in row.chunk_by(|one, other| one == other) {
            if run[0] != ground {
                let (left, top) = (x as f64 * CELL.0, f64::from(y) * CELL.1);
                let _ = writeln!(
                    out,
                    "<rect x=\"{left}\" y=\"{top}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>",
                    run.len() as f64 * CELL.0,
                    CELL.1,
                    run[0]
                );
            }
            x += run.len();
        }
    }
}

/// Lines and blocks, all of one colour in one path; what goes on from cell to cell is drawn at once.
fn shapes(out: &mut String, buf: &Buffer) {
    let mut lines: BTreeMap<String, String> = BTreeMap::new();
    let mut dashes: BTreeMap<String, String> = BTreeMap::new();
    let mut blocks: BTreeMap<String, String> = BTreeMap::new();
    for y in 0..buf.area.height {
        let row: Vec<&Cell> = (0..buf.area.width).map(|x| &buf[(x, y)]).collect();
        let mut x = 0;
        let goes_on = |one: &&Cell, other: &&Cell| {
            matches!(one.symbol(), "─" | "┄" | "█") && (one.symbol(), one.fg) == (other.symbol(), other.fg)
        };
        for run in row.chunk_by(goes_on) {
            let (symbol, colour) = (run[0].symbol(), hex(run[0].fg));
            let (left, top, wide) = (x as f64 * CELL.0, f64::from(y) * CELL.1, run.len() as f64 * CELL.0);
            if let Some(block) = block(symbol) {
                let (from, down, to, up) = block;
                let (x, y) = (left + from * CELL.0, top + down * CELL.1);
                let (wide, high) = ((to - from) * wide, (up - down) * CELL.1);
                let _ = write!(blocks.entry(colour).or_default(), "M{x} {y}h{wide}v{high}h-{wide}z");
            } else if let Some(path) = line(symbol, left, top, wide) {
                let paths = if symbol == "┄" { &mut dashes } else { &mut lines };
                paths.entry(colour).or_default().push_str(&path);
            }
            x += run.len();
        }
    }
    for (looks, paths) in [("", lines), (" stroke-dasharray=\"2 1\"", dashes)] {
        for (colour, path) in paths {
            let _ = writeln!(out, "<path stroke=\"{colour}\"{looks} d=\"{path}\"/>");
        }
    }
    for (colour, path) in blocks {
        let _ = writeln!(out, "<path style=\"fill:{colour}\" d=\"{path}\"/>");
    }
}

/// A block as left, top, right and bottom of its cell, 0 to 1 each.
fn block(symbol: &str) -> Option<(f64, f64, f64, f64)> {
    let sign = symbol.chars().next().filter(|_| symbol.chars().count() == 1)?;
    let eighths = |from: char| f64::from(sign as u32 - from as u32) / 8.0;
    Some(match sign {
        '█' => (0.0, 0.0, 1.0, 1.0),
        '▀' => (0.0, 0.0, 1.0, 0.5),
        '▁'..='▇' => (0.0, 1.0 - eighths('▀'), 1.0, 1.0),
        '▉'..='▏' => (0.0, 0.0, 1.0 - eighths('█'), 1.0),
        '▕' => (0.875, 0.0, 1.0, 1.0),
        _ => return None,
    })
}

/// A line of a border, from the top left of its cell; what goes on to the right is so wide.
fn line(symbol: &str, x: f64, y: f64, long: f64) -> Option<String> {
    let (wide, high) = CELL;
    let (middle, half) = (x + wide / 2.0, y + high / 2.0);
    let (right, bottom) = (x + wide, y + high);
    Some(match symbol {
        "─" | "┄" => format!("M{x} {half}h{long}"),
        "│" => format!("M{middle} {y}V{bottom}"),
        "┃" => format!("M{middle} {y}V{bottom}M{} {y}V{bottom}", middle + 1.0),
        "╭" => format!("M{middle} {bottom}V{}Q{middle} {half} {right} {half}", half + 4.5),
        "╮" => format!("M{middle} {bottom}V{}Q{middle} {half} {x} {half}", half + 4.5),
        "╰" => format!("M{middle} {y}V{}Q{middle} {half} {right} {half}", half - 4.5),
        "╯" => format!("M{middle} {y}V{}Q{middle} {half} {x} {half}", half - 4.5),
        _ => return None,
    })
}

/// The letters of a row, a run of one look at a time.
fn letters(out: &mut String, buf: &Buffer, y: u16) {
    let mut run: Option<(u16, String, Cell)> = None;
    let mut x = 0;
    while x < buf.area.width {
        let cell = &buf[(x, y)];
        let symbol = cell.symbol();
        let blank = symbol == " " || block(symbol).is_some() || line(symbol, 0.0, 0.0, 0.0).is_some();
        let columns = symbol.width().max(1) as u16;
        let goes_on = run.as_ref().is_some_and(|(_, _, first)| {
            (first.fg, is_bold(first)) == (cell.fg, is_bold(cell)) && (symbol == " " || !blank)
        });
        // Two spaces end a run, so that no font can move what stands behind them.
        let gap = symbol == " " && run.as_ref().is_some_and(|(_, text, _)| text.ends_with(' '));
        if !goes_on || gap {
            write_run(out, run.take(), y);
        }
        match &mut run {
            Some((_, text, _)) => text.push_str(symbol),
            None if !blank => run = Some((x, symbol.to_owned(), cell.clone())),
            None => {}
        }
        x += columns;
    }
    write_run(out, run, y);
}

fn write_run(out: &mut String, run: Option<(u16, String, Cell)>, y: u16) {
    let Some((x, text, cell)) = run else { return };
    let text = text.trim_end();
    let bold = if is_bold(&cell) { " class=\"b\"" } else { "" };
    let left = f64::from(x) * CELL.0;
    // Each letter has its column; a sign of several parts is one to its font, and only the run is held.
    let place = match text.chars().count() == text.width() {
        true => {
            let columns = (0..text.width()).map(|at| (left + at as f64 * CELL.0).to_string());
            format!("x=\"{}\"", columns.collect::<Vec<_>>().join(" "))
        }
        false => format!("x=\"{left}\" textLength=\"{}\"", text.width() as f64 * CELL.0),
    };
    let top = f64::from(y) * CELL.1 + BASE;
    let _ =
        writeln!(out, "<text {place} y=\"{top}\"{bold} fill=\"{}\">{}</text>", hex(cell.fg), escaped(text));
}

fn is_bold(cell: &Cell) -> bool {
    cell.modifier.contains(Modifier::BOLD)
}

fn hex(colour: Color) -> String {
    let rgb = rgb_of(colour).expect("a painted theme names every colour");
    format!("#{:02x}{:02x}{:02x}", rgb.0, rgb.1, rgb.2)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
