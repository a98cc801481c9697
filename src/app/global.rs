//! Commands that work on every screen.

use crate::kit::Shell;
use crate::kit::depth::Depth;
use crate::kit::{Command, Cx, Notice, Reason, Row, Verb, always, said};
use crate::words::Args;

/// What the global rows act on: nothing of their own.
pub struct Everywhere;

const ROWS: &[Command<Everywhere>] = &[
    Command {
        name: "app.stop",
        verb: Verb::StopAll,
        ready: can_stop,
        run: |_, cx| cx.out.shell = Some(Shell::Stop),
    },
    Command {
        name: "app.turn",
        verb: Verb::Turn,
        ready: can_turn,
        run: |_, cx| cx.out.shell = Some(Shell::Turn),
    },
    Command {
        name: "app.park",
        verb: Verb::Park,
        ready: always,
        run: |_, cx| cx.out.shell = Some(Shell::Park),
    },
    Command {
        name: "app.undo",
        verb: Verb::Undo,
        ready: can_undo,
        run: |_, cx| cx.out.shell = Some(Shell::Undo),
    },
    Command {
        name: "app.redo",
        verb: Verb::Redo,
        ready: can_redo,
        run: |_, cx| cx.out.shell = Some(Shell::Redo),
    },
    Command {
        name: "app.all",
        verb: Verb::All,
        ready: always,
        run: |_, cx| cx.out.shell = Some(Shell::Palette),
    },
    Command {
        name: "app.help",
        verb: Verb::Help,
        ready: always,
        run: |_, cx| cx.out.shell = Some(Shell::Help),
    },
    Command {
        name: "app.black",
        verb: Verb::Black,
        ready: always,
        run: |_, cx| cx.out.shell = Some(Shell::Black),
    },
    Command { name: "app.language", verb: Verb::Named, ready: always, run: language },
    Command { name: "app.theme", verb: Verb::Named, ready: can_paint, run: paint },
    Command {
        name: "app.quit",
        verb: Verb::Quit,
        ready: always,
        run: |_, cx| cx.out.shell = Some(Shell::Quit),
    },
];

/// The rows, for routing and the manual.
pub fn rows() -> Vec<Row> {
    ROWS.iter().map(|row| Row { name: row.name, verb: row.verb }).collect()
}

/// The row of a verb.
pub fn row(verb: Verb) -> Option<Row> {
    rows().into_iter().find(|row| row.verb == verb)
}

/// Whether row `at` can run.
pub fn ready(at: usize, cx: &Cx<'_>) -> Result<(), Reason> {
    ROWS.get(at).map_or(Err(Reason::Elsewhere), |row| (row.ready)(&Everywhere, cx))
}

/// Runs row `at`.
pub fn run(at: usize, cx: &mut Cx<'_>) {
    if let Some(row) = ROWS.get(at) {
        (row.run)(&mut Everywhere, cx);
    }
}

fn can_stop(_: &Everywhere, cx: &Cx<'_>) -> Result<(), Reason> {
    match cx.sprint.stop_all_clocks().or_else(|_| cx.sprint.resume_all_clocks()) {
        Ok(_) => Ok(()),
        Err(_) => Err(Reason::Say("reason-no-clock")),
    }
}

fn can_turn(_: &Everywhere, cx: &Cx<'_>) -> Result<(), Reason> {
    Ok(cx.sprint.next_team().map(|_| ())?)
}

fn can_undo(_: &Everywhere, cx: &Cx<'_>) -> Result<(), Reason> {
    cx.history.undo(cx.seat).map(|_| ()).ok_or(Reason::Say("frame-nothing-to-undo"))
}

fn can_redo(_: &Everywhere, cx: &Cx<'_>) -> Result<(), Reason> {
    cx.history.redo(cx.seat).map(|_| ()).ok_or(Reason::Say("frame-nothing-to-redo"))
}

fn language(_: &mut Everywhere, cx: &mut Cx<'_>) {
    cx.out.lang = Some(cx.words.lang().other());
}

fn can_paint(_: &Everywhere, cx: &Cx<'_>) -> Result<(), Reason> {
    match cx.theme.depth {
        Depth::None => Err(Reason::Say("reason-no-colours")),
        Depth::Sixteen | Depth::Indexed | Depth::True => Ok(()),
    }
}

fn paint(_: &mut Everywhere, cx: &mut Cx<'_>) {
    let next = cx.theme.paint.next();
    cx.out.paint = Some(next);
    cx.tell(Notice::news(cx.words.tell("app-theme", Args::new().with("theme", next.name()))));
}

/// What undo would take back, for the bar.
pub fn undo_hint(cx: &Cx<'_>) -> Option<crate::words::Phrase> {
    let undo = cx.history.undo(cx.seat)?;
    Some(said::what(cx.history.step(undo.step)?, cx.sprint, cx.words))
}
