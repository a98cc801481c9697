//! Several pasted lines: each becomes a card of the column or a note of the interview, after a preview.

use super::writing::What;
use super::{Asked, Boards};
use crate::domain::board::NewPiece;
use crate::domain::{Code, Fact, NOTE_CHARS_MAX, Refusal, note, piece};
use crate::kit::ask::{Ask, Page};
use crate::kit::draw::{Line, kind_glyph};
use crate::kit::theme::Role;
use crate::kit::{Cx, Notice};
use crate::text::Clean;
use crate::words::Args;

/// Most lines that a batch takes.
const LINES_MAX: usize = 200;

type Lines = Vec<(note::Kind, Clean)>;

/// Shows what the lines would become. Answers whether lines are taken here: not for a card that is made from
/// others or said anew, which has one line.
pub fn preview(screen: &mut Boards, lines: &[String], cx: &mut Cx<'_>) -> bool {
    let Some(what) = screen.writing.draft().map(|draft| draft.what.clone()) else { return false };
    let batch = match &what {
        What::Note { .. } => read(lines, note::read_line),
        What::Piece { from, .. } if from.is_empty() => read(lines, |line| (note::Kind::Plain, line.trim())),
        What::Piece { .. } | What::Again(_) => return false,
    };
    if lines.len() > LINES_MAX || batch.iter().any(|(_, text)| piece::check_text(text).is_err()) {
        let args = Args::new().with("lines", LINES_MAX).with("chars", NOTE_CHARS_MAX);
        cx.tell(Notice::problem(cx.words.tell("boards-batch-too-much", args)));
        return true;
    }
    let line = |(kind, text): &(note::Kind, Clean)| {
        Line::new().add(Role::Key, &kind_glyph(*kind)).gap(1).add(Role::Text, text)
    };
    let title = cx.words.tell("boards-batch-title", Args::new().with("lines", batch.len()));
    cx.ask(Ask::Read(Page { title, lines: batch.iter().map(line).collect(), confirms: true }));
    screen.asked = Asked::Batch(what, batch);
    true
}

fn read<'a>(lines: &'a [String], read: impl Fn(&'a str) -> (note::Kind, &'a str)) -> Lines {
    let lines = lines.iter().take(LINES_MAX).map(|line| read(line));
    lines.map(|(kind, text)| (kind, Clean::new(text))).filter(|(_, text)| !text.is_empty()).collect()
}

/// Makes all of them in one step, or none.
pub fn take(what: &What, lines: &[(note::Kind, Clean)], cx: &mut Cx<'_>) {
    let mut facts = Vec::new();
    for (kind, text) in lines {
        match make(what, *kind, text, facts.len() as u32, cx) {
            Ok(more) => facts.extend(more),
            Err(refusal) => {
                cx.propose(Err(refusal));
                return;
            }
        }
    }
    cx.propose(Ok(facts));
}

fn make(
    what: &What,
    kind: note::Kind,
    text: &Clean,
    before: u32,
    cx: &mut Cx<'_>,
) -> Result<Vec<Fact>, Refusal> {
    match what {
        What::Note { interview, .. } => {
            let code = cx.history.next_code(Code::Note(0)) + before;
            cx.sprint.take_note(&mut cx.out.ids, code, *interview, kind, text, &cx.now)
        }
        What::Piece { kind, team, .. } => {
            let code = cx.history.next_code(kind.code(0)) + before;
            let new =
                NewPiece { id: cx.out.ids.next(), kind: *kind, code, team: Some(*team), text: text.clone() };
            cx.sprint.make_from(new, &[])
        }
        What::Again(_) => Err(Refusal::Gone),
    }
}
