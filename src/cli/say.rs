//! Sentences to the two output streams. A stream that is gone is no reason to break down.

use std::io::{self, Write};

use crate::runtime::Problem;
use crate::words::{Args, Phrase, Words};

/// Why the program ends without having done it.
#[derive(Debug)]
pub(super) struct Fail {
    /// The exit status.
    pub status: u8,
    lines: Vec<Phrase>,
}

impl Fail {
    /// It could not be done.
    pub fn new(problem: &Problem, words: &Words) -> Self {
        Self::listing(problem, Vec::new(), words)
    }

    /// It was asked for in a wrong way.
    pub fn usage(problem: &Problem, words: &Words) -> Self {
        Self { status: 2, ..Self::new(problem, words) }
    }

    /// It was asked for in a wrong way, for the reasons of `list`.
    pub fn usage_listing(problem: &Problem, list: Vec<Phrase>, words: &Words) -> Self {
        Self { status: 2, ..Self::listing(problem, list, words) }
    }

    /// It could not be done for the reasons of `list`.
    pub fn listing(problem: &Problem, list: Vec<Phrase>, words: &Words) -> Self {
        let mut lines = vec![words.tell("cli-error", Args::new().with("what", &problem.what))];
        lines.extend(list);
        if !problem.hint.is_empty() {
            lines.push(words.tell("cli-hint", Args::new().with("hint", &problem.hint)));
        }
        Self { status: 1, lines }
    }

    /// Somebody ended it, by the signal of this number: they know why.
    pub fn ended_by(signal: u8) -> Self {
        Self { status: 128 + signal, lines: Vec::new() }
    }

    /// Says why on the error stream.
    pub fn print(&self) {
        let mut stream = io::stderr().lock();
        for line in &self.lines {
            let _ = writeln!(stream, "{line}");
        }
    }
}

/// Puts a line on the output that is put together already.
pub(super) fn text(line: &str) {
    let _ = writeln!(io::stdout().lock(), "{line}");
}

/// Puts bytes on the output, for another program.
pub(super) fn bytes(bytes: &[u8]) {
    let _ = io::stdout().lock().write_all(bytes);
}

/// Puts an answer for a script on the output, in one line.
pub(super) fn json(answer: &impl serde::Serialize) {
    if let Ok(json) = serde_json::to_string(answer) {
        text(&json);
    }
}

/// Says a line on the output.
pub(super) fn line(phrase: &Phrase) {
    let _ = writeln!(io::stdout().lock(), "{phrase}");
}

/// Says a line on the error stream, where the output is a file for another program.
pub(super) fn note(phrase: &Phrase) {
    let _ = writeln!(io::stderr().lock(), "{phrase}");
}

/// Notes that wait until nothing can be refused any more, so that a refusal stands alone.
pub(super) struct Notes<'a> {
    /// The words they are said in.
    pub words: &'a Words,
    lines: Vec<Phrase>,
}

impl<'a> Notes<'a> {
    /// None yet.
    pub fn new(words: &'a Words) -> Self {
        Self { words, lines: Vec::new() }
    }

    /// Adds the message of this id.
    pub fn tell(&mut self, id: &str, args: Args<'_>) {
        self.lines.push(self.words.tell(id, args));
    }

    /// Adds lines that are put together already.
    pub fn list(&mut self, lines: Vec<Phrase>) {
        self.lines.extend(lines);
    }

    /// Says them.
    pub fn say(self) {
        self.lines.iter().for_each(note);
    }
}
