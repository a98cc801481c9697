//! The page that says what a list of people would bring, before anything comes in.

use crate::domain::roster::Enrolment;
use crate::kit::Cx;
use crate::kit::ask::Page;
use crate::kit::draw::{Line, Shown};
use crate::kit::job::{Bad, Roster};
use crate::kit::roles::roles_verbs;
use crate::kit::theme::Role;
use crate::text::Clean;
use crate::words::{Args, Phrase};

/// The widest page.
const PAGE_COLUMNS_MAX: u16 = 100;
/// Columns beside a page and those of its border.
const EDGE_COLUMNS: u16 = 6;
/// Columns of a label.
const LABEL_COLUMNS: usize = 19;
/// Columns of a name before somebody's department.
const NAME_COLUMNS: usize = 26;
/// Columns of what somebody does.
const ROLES_COLUMNS: usize = 18;
/// How many people are shown.
const PEOPLE_MAX: usize = 5;
/// Most rows that stay out and are listed one by one.
const BAD_MAX: usize = 500;

/// What a list would bring: how many are new and here, which rows stay out and why, how it was read.
pub fn preview(roster: &Roster, enrolment: &Enrolment, width: u16, cx: &Cx<'_>) -> Page {
    let columns = usize::from(width.saturating_sub(2).min(PAGE_COLUMNS_MAX).saturating_sub(EDGE_COLUMNS - 2));
    let mut lines = Vec::new();
    let mut say = |role: Role, words: &Phrase| lines.extend(Line::wrapped(role, words, columns));
    let counted = |id: &str, people: usize| cx.words.tell(id, Args::new().with("people", people));
    say(Role::Strong, &counted("people-would-come", enrolment.added));
    if enrolment.here > 0 {
        say(Role::Text, &counted("people-here", enrolment.here));
    }
    let bad = all_bad(roster, enrolment, cx);
    if !bad.is_empty() {
        say(Role::Warn, &cx.words.tell("people-stay-out", Args::new().with("rows", bad.len())));
    }
    for one in bad.iter().take(BAD_MAX) {
        let args = Args::new().with("record", one.record.to_string()).with("why", &one.why);
        say(Role::Text, &cx.words.tell("people-bad-row", args));
    }
    if bad.len() > BAD_MAX {
        let args = Args::new().with("rows", bad.len() - BAD_MAX);
        say(Role::Muted, &cx.words.tell("people-bad-more", args));
    }
    lines.push(Line::new());
    let name = |name: &Clean| cx.words.tell("people-name", Args::new().with("name", name));
    let list = |names: &[Clean]| match names.is_empty() {
        true => cx.words.say("people-nothing"),
        false => cx.words.list(&names.iter().map(name).collect::<Vec<_>>()),
    };
    let read_as = Args::new().with("encoding", &roster.encoding).with("separator", separator(roster, cx));
    for (id, fact) in [
        ("people-page-departments", list(&enrolment.departments)),
        ("people-page-columns", list(&roster.columns)),
        ("people-page-unstored", list(&roster.unstored)),
        ("people-page-read-as", cx.words.tell("people-page-format", read_as)),
    ] {
        lines.extend(labelled(&cx.words.say(id), &fact, columns));
    }
    lines.push(Line::new());
    lines.extend(first_people(roster, columns, cx));
    let confirms = !enrolment.facts.is_empty();
    let title = if confirms { "people-page-title" } else { "people-page-title-nobody" };
    Page { title: cx.words.say(title), lines, confirms }
}

/// All rows that stay out, in the order of the file.
fn all_bad(roster: &Roster, enrolment: &Enrolment, cx: &Cx<'_>) -> Vec<Bad> {
    let refused = enrolment.bad.iter().map(|(record, refusal)| Bad {
        record: *record,
        why: crate::kit::refusal::phrase(refusal, cx.words),
    });
    let mut bad: Vec<Bad> = roster.bad.iter().cloned().chain(refused).collect();
    bad.sort_by_key(|one| one.record);
    bad
}

fn separator(roster: &Roster, cx: &Cx<'_>) -> Phrase {
    match roster.separator {
        ',' => cx.words.say("requests-separator-comma"),
        ';' => cx.words.say("requests-separator-semicolon"),
        '\t' => cx.words.say("requests-separator-tab"),
        other => cx.words.tell("requests-separator-other", Args::new().with("sign", other.to_string())),
    }
}

fn first_people(roster: &Roster, columns: usize, cx: &Cx<'_>) -> Vec<Line> {
    let department = columns.saturating_sub(NAME_COLUMNS + ROLES_COLUMNS + 2);
    let line = |row: &crate::domain::roster::Row| {
        Line::new()
            .cell(Role::Text, &row.name, NAME_COLUMNS)
            .gap(1)
            .cell(Role::Muted, &row.department, department)
            .gap(1)
            .cell(Role::Muted, &roles_verbs(&row.roles, cx), ROLES_COLUMNS)
    };
    let mut lines = vec![Line::new().add(Role::Muted, &cx.words.say("people-page-first"))];
    lines.extend(roster.rows.iter().take(PEOPLE_MAX).map(line));
    lines
}

/// A label in a column of its own, and a text word by word beside it.
fn labelled(label: &impl Shown, text: &impl Shown, columns: usize) -> Vec<Line> {
    let mut rows = Line::wrapped(Role::Text, text, columns.saturating_sub(LABEL_COLUMNS)).into_iter();
    let first = rows.next().unwrap_or_default();
    let head = Line::new().cell(Role::Muted, label, LABEL_COLUMNS).then(first);
    std::iter::once(head).chain(rows.map(|row| Line::new().gap(LABEL_COLUMNS).then(row))).collect()
}
