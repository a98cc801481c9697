//! Reads the bytes of a file: follows the chain from line to line, joins groups, and says what is wrong
//! where. Changes nothing; what is to be done about a finding is the journal's.

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use rustc_hash::FxHashSet;
use uuid::Uuid;

use super::format::{Header, Line, NotALine, Part, VERSION, decode_header, decode_step, is_step};
use super::hash::Hash;
use super::lines::{Ending, Lines, Stretch};
use crate::domain::id::RunId;
use crate::domain::{Step, StepNo};

/// Most findings that are listed; one is enough to tell that a file is damaged.
pub const FINDINGS_MAX: usize = 1_000;
/// How much of a file is read in one go.
const PIECE_BYTES: usize = 1 << 20;
/// How many pieces wait for each thread, so that none stands idle while another has a hard one.
const PIECES_A_THREAD: usize = 4;
/// About as long as the line of a note, to guess how many steps there are.
const NOTE_BYTES: usize = 384;
/// What editors put before the first line.
pub(super) const BOM: &[u8] = b"\xEF\xBB\xBF";

/// Something about a file that is not as it was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Finding {
    /// The number of the line, from 1.
    pub line: u64,
    /// What it is.
    pub kind: FindingKind,
}

/// What is not as it was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FindingKind {
    /// A byte order mark before the first line.
    Bom,
    /// Lines that end as on Windows; the first one is named.
    CrLf,
    /// The last line is whole but for its newline.
    MissingNewline,
    /// From here to the end nothing can be read: a step was being written when the power went.
    TornTail {
        /// How many bytes.
        bytes: u64,
    },
    /// The same line as one before; it does not count.
    DoubledLine,
    /// Can't be read.
    Garbled,
    /// Can be read, and is not what was written.
    Edited,
    /// Two lines without a newline between them.
    Glued,
    /// Steps are not there that stood before this line.
    Missing {
        /// The first.
        first: StepNo,
        /// The last.
        last: StepNo,
    },
    /// A step that belongs elsewhere.
    OutOfPlace {
        /// Its number.
        step: StepNo,
    },
    /// A line that follows another one than it was written behind.
    Unchained,
    /// Not all lines of a long step are there.
    BrokenGroup,
    /// A newer program wrote the file.
    NewerVersion {
        /// The oldest format whose programs can read it.
        min: u32,
    },
    /// Not a sprint.
    NotASprint,
    /// The file can't be opened or read at all.
    Unreadable,
}

impl FindingKind {
    /// The exit status of a check that finds it: 0 noted, 1 a harmless end, 2 damage, 3 can't be judged.
    pub fn exit(self) -> u8 {
        match self {
            Self::Bom | Self::CrLf | Self::MissingNewline => 0,
            Self::TornTail { .. } | Self::DoubledLine => 1,
            Self::Garbled
            | Self::Edited
            | Self::Glued
            | Self::Missing { .. }
            | Self::OutOfPlace { .. }
            | Self::Unchained
            | Self::BrokenGroup => 2,
            Self::NewerVersion { .. } | Self::NotASprint | Self::Unreadable => 3,
        }
    }
}

/// What was read.
#[derive(Debug)]
pub(super) struct Scan {
    pub header: Header,
    pub steps: Vec<Step>,
    pub findings: Vec<Finding>,
    /// All runs that wrote.
    pub runs: FxHashSet<RunId>,
    /// Behind the last whole step: what follows is the tail.
    pub end: usize,
    /// The hash of the last line before `end`.
    pub hash: Hash,
    /// The line before `end` has no newline.
    pub newline_missing: bool,
    /// The first damaged line.
    pub damaged: Option<u64>,
}

impl Scan {
    /// The number of the last step; 0 when there is none.
    pub fn last(&self) -> StepNo {
        self.steps.last().map_or(0, |step| step.s)
    }
}

/// Reads `bytes`. The error is a finding that leaves nothing to read.
pub(super) fn scan(bytes: &[u8]) -> Result<Scan, Finding> {
    let mut lines = Lines::of(bytes, start_of(bytes));
    let first = lines.next().ok_or(Finding { line: 1, kind: FindingKind::NotASprint })?;
    let (header, hash) = header(&first, &mut lines)?;
    Ok(Scanner::new(bytes, header, Some(hash), &first).all(lines))
}

/// Reads on behind a first line at which [`scan`] stopped with `found`: one that is damaged, or that asks for a
/// newer program. Answers the header where that line can be understood.
pub(super) fn scan_past_header(bytes: &[u8], found: Finding) -> Result<(Option<Header>, Scan), Finding> {
    let mut lines = Lines::of(bytes, start_of(bytes));
    let first = lines.next().ok_or(found)?;
    let header = decode_header(first.bytes).ok();
    let stand_in = Header::new(Uuid::nil(), 0);
    let hash = first.hash.filter(|_| header.is_some());
    let mut scanner = Scanner::new(bytes, header.unwrap_or(stand_in), hash, &first);
    scanner.find(found.line, found.kind);
    if header.is_none() && first.hash.is_some() {
        // The header is not there at all: this is a step.
        scanner.take(&first, line_of(&first));
    }
    Ok((header, scanner.all(lines)))
}

/// Where the first line begins.
fn start_of(bytes: &[u8]) -> usize {
    if bytes.starts_with(BOM) { BOM.len() } else { 0 }
}

fn header(first: &Stretch<'_>, rest: &mut Lines<'_>) -> Result<(Header, Hash), Finding> {
    let finding = |kind| Finding { line: 1, kind };
    match (decode_header(first.bytes), first.hash) {
        (Ok(header), Some(_)) if header.min > VERSION => {
            Err(finding(FindingKind::NewerVersion { min: header.min }))
        }
        (Ok(header), Some(hash)) => Ok((header, hash)),
        (Ok(_), None) => Err(finding(FindingKind::Edited)),
        (Err(_), _) if first.bytes.starts_with(b"{\"viche\":") && first.ending != Ending::Missing => {
            Err(finding(FindingKind::Garbled))
        }
        (Err(_), _) if rest.any(|stretch| stretch.hash.is_some()) => Err(finding(FindingKind::Garbled)),
        (Err(_), _) => Err(finding(FindingKind::NotASprint)),
    }
}

/// A long step of which some lines were read.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub step: Step,
    pub part: Part,
    pub line: u64,
}

/// A piece of the file that was read.
struct Piece<'a> {
    read: Vec<(Stretch<'a>, Option<Result<Line, NotALine>>)>,
    /// How many lines it has.
    lines: u64,
}

impl<'a> Piece<'a> {
    fn read(mut lines: Lines<'a>) -> Self {
        let mut read = Vec::new();
        for stretch in lines.by_ref() {
            let line = line_of(&stretch);
            read.push((stretch, line));
        }
        Self { read, lines: lines.count_so_far() }
    }
}

/// What a whole line says; none for what is no whole line.
fn line_of(stretch: &Stretch<'_>) -> Option<Result<Line, NotALine>> {
    stretch.hash.map(|_| decode_step(stretch.bytes))
}

struct Scanner<'a> {
    bytes: &'a [u8],
    /// Where the header begins.
    start: usize,
    scan: Scan,
    /// The hash that the next line must name; unknown behind a bad stretch.
    expected: Option<Hash>,
    group: Option<Group>,
    /// The first bad line behind which no whole one stood yet.
    bad: Option<u64>,
    /// The last stretch was a whole line that goes on.
    glued: bool,
    cr_lf: bool,
    /// The hashes of all lines so far, made when first needed.
    seen: Option<FxHashSet<Hash>>,
}

impl<'a> Scanner<'a> {
    /// `hash` is that of the header, where it is known.
    fn new(bytes: &'a [u8], header: Header, hash: Option<Hash>, first: &Stretch<'_>) -> Self {
        let start = start_of(bytes);
        let scan = Scan {
            header,
            steps: Vec::with_capacity(bytes.len() / NOTE_BYTES),
            findings: Vec::new(),
            runs: FxHashSet::default(),
            end: first.end,
            hash: hash.unwrap_or(Hash::ZERO),
            newline_missing: lacks_newline(first.ending),
            damaged: None,
        };
        let mut scanner = Self {
            bytes,
            start,
            scan,
            expected: hash,
            group: None,
            bad: None,
            glued: first.ending == Ending::Glued && hash.is_some(),
            cr_lf: false,
            seen: None,
        };
        scanner.note_ending(first);
        if start > 0 {
            scanner.find(1, FindingKind::Bom);
        }
        scanner
    }

    /// Takes all stretches that are left. Hashing and parsing is most of the work, and no line needs another for
    /// it: pieces of the file are read side by side, and taken in their order.
    fn all(mut self, lines: Lines<'_>) -> Scan {
        let mut pieces = lines.pieces(PIECE_BYTES).into_iter();
        let at_once = if pieces.len() > 1 { rayon::current_num_threads() * PIECES_A_THREAD } else { 1 };
        let mut lines_before = 0;
        while pieces.len() > 0 {
            let batch: Vec<Lines<'_>> = pieces.by_ref().take(at_once).collect();
            let read: Vec<Piece<'_>> = match batch.len() {
                1 => batch.into_iter().map(Piece::read).collect(),
                _ => batch.into_par_iter().map(Piece::read).collect(),
            };
            for piece in read {
                for (mut stretch, line) in piece.read {
                    stretch.line += lines_before;
                    self.take(&stretch, line);
                }
                lines_before += piece.lines;
            }
        }
        self.finish()
    }

    fn find(&mut self, line: u64, kind: FindingKind) {
        if kind.exit() >= 2 && self.scan.damaged.is_none_or(|first| line < first) {
            self.scan.damaged = Some(line);
        }
        if self.scan.findings.len() < FINDINGS_MAX {
            self.scan.findings.push(Finding { line, kind });
        }
    }

    fn note_ending(&mut self, stretch: &Stretch<'_>) {
        if stretch.ending == Ending::CrLf && !self.cr_lf {
            self.cr_lf = true;
            self.find(stretch.line, FindingKind::CrLf);
        }
    }

    /// Takes a stretch with what its line says, if it is a whole one.
    fn take(&mut self, stretch: &Stretch<'_>, line: Option<Result<Line, NotALine>>) {
        let glued =
            std::mem::replace(&mut self.glued, stretch.ending == Ending::Glued && stretch.hash.is_some());
        let (Some(hash), Some(line)) = (stretch.hash, line) else { return self.take_bad(stretch) };
        if let Some(line) = self.bad.take() {
            // Behind a torn write there is nothing to read; here there is, so it was none.
            self.find(line, FindingKind::Garbled);
        }
        if glued {
            self.find(stretch.line, FindingKind::Glued);
        }
        self.note_ending(stretch);
        match line {
            Ok(line) => self.take_line(line, hash, stretch),
            Err(_) if self.is_double(hash, stretch) => self.take_double(stretch),
            Err(_) => {
                self.find(stretch.line, FindingKind::Garbled);
                self.expected = None;
            }
        }
    }

    /// A stretch that can't be trusted: somebody's edit if it can be understood, else perhaps a torn end.
    fn take_bad(&mut self, stretch: &Stretch<'_>) {
        self.expected = None;
        if is_step(stretch.bytes) {
            self.find(stretch.line, FindingKind::Edited);
        } else if self.bad.is_none() {
            self.bad = Some(stretch.line);
        }
    }

    fn take_line(&mut self, line: Line, hash: Hash, stretch: &Stretch<'_>) {
        let chained = self.expected.is_none_or(|expected| expected == line.prev);
        if !chained {
            if self.is_double(hash, stretch) {
                return self.take_double(stretch);
            }
            if !self.take_unchained(&line, stretch) {
                return;
            }
        }
        if let Some(seen) = &mut self.seen {
            seen.insert(hash);
        }
        self.expected = Some(hash);
        self.take_part(line, hash, stretch);
    }

    /// Whether this very line stood in the file before. What was read so far is hashed once more when the
    /// first such question comes, so that files in order pay nothing for it.
    fn is_double(&mut self, hash: Hash, stretch: &Stretch<'_>) -> bool {
        let (bytes, start) = (self.bytes, self.start);
        let seen = self.seen.get_or_insert_with(|| {
            let before = Lines::of(bytes, start).take_while(|one| one.end < stretch.end);
            before.filter_map(|one| one.hash).collect()
        });
        seen.contains(&hash)
    }

    fn take_double(&mut self, stretch: &Stretch<'_>) {
        self.find(stretch.line, FindingKind::DoubledLine);
        if self.group.is_none() {
            self.scan.end = stretch.end;
            self.scan.newline_missing = lacks_newline(stretch.ending);
        }
    }

    /// A line that names another one than stands before it. Answers whether its step is read nevertheless.
    fn take_unchained(&mut self, line: &Line, stretch: &Stretch<'_>) -> bool {
        let (step, last) = (line.step.s, self.scan.last());
        if step > last + 1 {
            self.find(stretch.line, FindingKind::Missing { first: last + 1, last: step - 1 });
        } else if step <= last {
            self.find(stretch.line, FindingKind::OutOfPlace { step });
            return false;
        } else {
            self.find(stretch.line, FindingKind::Unchained);
        }
        true
    }

    fn take_part(&mut self, line: Line, hash: Hash, stretch: &Stretch<'_>) {
        let Line { step, part, prev: _ } = line;
        if step.s <= self.scan.last() {
            return self.find(stretch.line, FindingKind::OutOfPlace { step: step.s });
        }
        let whole = match (self.group.take(), part) {
            (None, None) => Some(step),
            (None, Some(part)) if part.i == 1 => self.open_group(step, part, stretch.line),
            (Some(group), Some(part)) if continues(&group, &step, part) => {
                self.extend_group(group, step, part)
            }
            (Some(group), None) => {
                self.find(group.line, FindingKind::BrokenGroup);
                Some(step)
            }
            (Some(group), Some(part)) if part.i == 1 => {
                self.find(group.line, FindingKind::BrokenGroup);
                self.open_group(step, part, stretch.line)
            }
            (None | Some(_), Some(_)) => {
                self.find(stretch.line, FindingKind::BrokenGroup);
                None
            }
        };
        if let Some(step) = whole {
            self.keep(step, hash, stretch);
        }
    }

    fn open_group(&mut self, step: Step, part: Part, line: u64) -> Option<Step> {
        if part.n == 1 {
            return Some(step);
        }
        self.group = Some(Group { step, part, line });
        None
    }

    fn extend_group(&mut self, mut group: Group, step: Step, part: Part) -> Option<Step> {
        group.step.facts.extend(step.facts);
        group.part = part;
        if part.i == part.n {
            return Some(group.step);
        }
        self.group = Some(group);
        None
    }

    fn keep(&mut self, step: Step, hash: Hash, stretch: &Stretch<'_>) {
        let scan = &mut self.scan;
        if scan.steps.last().is_none_or(|last| last.w != step.w) {
            scan.runs.insert(step.w);
        }
        scan.steps.push(step);
        scan.end = stretch.end;
        scan.hash = hash;
        scan.newline_missing = lacks_newline(stretch.ending);
    }

    fn finish(mut self) -> Scan {
        if self.scan.damaged.is_some() {
            return self.scan;
        }
        if self.scan.newline_missing {
            let line = 1 + memchr::memchr_iter(b'\n', &self.bytes[..self.scan.end]).count() as u64;
            self.find(line, FindingKind::MissingNewline);
        }
        let bytes = (self.bytes.len() - self.scan.end) as u64;
        if bytes > 0 {
            let line = self.group.as_ref().map(|group| group.line).or(self.bad);
            self.find(line.unwrap_or(1), FindingKind::TornTail { bytes });
        }
        self.scan
    }
}

fn lacks_newline(ending: Ending) -> bool {
    matches!(ending, Ending::Glued | Ending::Missing)
}

/// Whether a line is the next one of an open group.
pub(super) fn continues(group: &Group, step: &Step, part: Part) -> bool {
    let next = Part { i: group.part.i + 1, n: group.part.n };
    part == next
        && (step.s, step.w, step.by, step.at, step.from)
            == (group.step.s, group.step.w, group.step.by, group.step.at, group.step.from)
}
