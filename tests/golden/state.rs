//! The state of a sprint as text: one thing a line, in an order that hangs on nothing but the state. Its hash is
//! what a golden file promises.
//!
//! It is written by hand, field by field, so that a field that comes later changes no hash of an older file: such
//! a field is told only where it differs from what files before it mean, and a kind of thing only where there is one.

use std::fmt::Display;

use serde::Serialize;
use viche::domain::agenda::AgendaItem;
use viche::domain::interview::Interview;
use viche::domain::link::{Stance, Thing};
use viche::domain::note::Note;
use viche::domain::piece::{self, Piece};
use viche::domain::priority::Score;
use viche::domain::request::{Mapping, Row, Source, Subject};
use viche::domain::{Clock, Code, History, Moment, Sprint, label};
use viche::text::Clean;

/// The state that `history` makes.
pub fn told(history: &History) -> String {
    let sprint = history.sprint();
    let mut lines = Vec::new();
    described(sprint, &mut lines);
    people(sprint, &mut lines);
    agenda(sprint, &mut lines);
    guides(sprint, &mut lines);
    interviews(sprint, &mut lines);
    notes(sprint, &mut lines);
    themes(sprint, &mut lines);
    requests(sprint, &mut lines);
    priorities(sprint, &mut lines);
    boards(sprint, &mut lines);
    links(sprint, &mut lines);
    turns(history, &mut lines);
    parking(sprint, &mut lines);
    face(sprint, &mut lines);
    codes(history, &mut lines);
    lines.join("\n") + "\n"
}

/// A value as it stands in the file.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

/// A text of people, in quotes.
fn said(text: &Clean) -> String {
    json(text)
}

/// A value that may not be there.
fn maybe(value: Option<impl Display>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| value.to_string())
}

fn moment(moment: Moment) -> String {
    format!("{}/{}/{}", moment.at.t_ms, moment.at.m_ms, moment.boot)
}

fn clock(clock: &Clock) -> String {
    let (started, running) = (clock.started.map(moment), clock.running.map(moment));
    format!("started {} spent {} running {}", maybe(started), clock.spent_ms, maybe(running))
}

fn described(sprint: &Sprint, lines: &mut Vec<String>) {
    let one = &sprint.description;
    let texts = [&one.title, &one.zone, &one.lang, &one.decision, &one.decider].map(said).join(" ");
    lines.push(format!("sprint {} {texts}", one.start));
}

/// Departments, services, teams and participants.
fn people(sprint: &Sprint, lines: &mut Vec<String>) {
    for one in sprint.departments.iter() {
        lines.push(format!("{} {} {}", Code::Department(one.code), one.id.0, said(&one.name)));
    }
    for one in sprint.services.iter() {
        let (name, department) = (said(&one.name), maybe(one.department.map(|id| id.0)));
        let code = Code::Service(one.code);
        lines.push(format!("{code} {} {name} of {department} studied {}", one.id.0, one.studied));
    }
    for one in sprint.teams.iter() {
        let (name, service) = (said(&one.name), maybe(one.service.map(|id| id.0)));
        lines.push(format!("{} {} {name} studies {service}", Code::Team(one.code), one.id.0));
    }
    for one in sprint.participants.iter() {
        let (name, roles, code) = (said(&one.name), json(&one.roles), Code::Participant(one.code));
        let (department, team) = (maybe(one.department.map(|id| id.0)), maybe(one.team.map(|id| id.0)));
        let left = one.left;
        lines.push(format!("{code} {} {name} of {department} in {team} {roles} left {left}", one.id.0));
    }
}

fn agenda(sprint: &Sprint, lines: &mut Vec<String>) {
    lines.extend(sprint.agenda_in_order().map(timebox));
    if let Some(stop) = &sprint.day.stopped {
        let items: Vec<String> = stop.items.iter().map(|id| id.0.to_string()).collect();
        let interviews: Vec<String> = stop.interviews.iter().map(|id| id.0.to_string()).collect();
        let at = moment(stop.at);
        lines.push(format!("stopped {at} {items:?} {interviews:?} turn {}", stop.turn));
    }
}

fn timebox(item: &AgendaItem) -> String {
    format!(
        "timebox {} day {} {} planned {} has {} {} output {} {} round {} {} cut {} ended {} {}",
        item.id.0,
        item.day,
        item.start,
        item.planned,
        item.minutes,
        said(&item.title),
        said(&item.output),
        json(&item.mode),
        maybe(item.round),
        json(&item.hold),
        item.cut,
        maybe(item.ended.map(moment)),
        clock(&item.clock),
    )
}

fn guides(sprint: &Sprint, lines: &mut Vec<String>) {
    for guide in sprint.guides.iter() {
        lines.push(format!("guide {} {}", guide.id.0, json(&guide.sections)));
    }
}

fn interviews(sprint: &Sprint, lines: &mut Vec<String>) {
    for one in sprint.interviews.iter() {
        let team = sprint.teams.get(one.team).map_or(0, |team| team.code);
        let codes = (Code::Interview(team, one.number), Code::Respondent(one.respondent));
        lines.push(format!("{} {} {} {}", codes.0, codes.1, one.id.0, planned(one)));
        lines.push(format!("  {} pause {} {}", json(&one.status), paused(one), clock(&one.clock)));
        lines.push(format!(
            "  section {} spent {:?} since {}",
            one.section, one.section_spent_ms, one.entered_ms
        ));
        let mut asked = one.asked.clone();
        asked.sort_by_key(|&(section, question, _)| (section, question));
        lines.push(format!("  minutes {:?} asked {}", one.section_minutes, json(&asked)));
        let notes: Vec<String> = one.notes.iter().map(|id| id.0.to_string()).collect();
        lines.push(format!("  notes {notes:?} counts {} asked {}", one.counts(), one.was_asked()));
    }
}

fn planned(one: &Interview) -> String {
    format!(
        "round {} {} minutes {} practice {} guide {} asks {} writes {} consent {}",
        maybe(one.round.map(|id| id.0)),
        said(&one.segment),
        one.minutes,
        one.practice,
        maybe(one.guide.map(|id| id.0)),
        maybe(one.interviewer.map(|id| id.0)),
        maybe(one.note_taker.map(|id| id.0)),
        json(&one.consent),
    )
}

fn paused(one: &Interview) -> String {
    maybe(one.pause.map(|why| json(&why)))
}

fn notes(sprint: &Sprint, lines: &mut Vec<String>) {
    lines.extend(sprint.notes.iter().map(card));
    let loose: Vec<String> = sprint.evidence.loose().iter().map(|&row| code_of_row(sprint, row)).collect();
    if !loose.is_empty() {
        lines.push(format!("loose {}", loose.join(" ")));
    }
    for team in sprint.teams.iter().filter(|team| !sprint.evidence.heard_by(team.id).is_empty()) {
        let heard: Vec<String> =
            sprint.evidence.heard_by(team.id).iter().map(|&row| code_of_row(sprint, row)).collect();
        let loose = sprint.evidence.loose_of(team.id).len();
        lines.push(format!("{} heard {} loose {loose}", Code::Team(team.code), heard.join(" ")));
    }
}

fn card(note: &Note) -> String {
    let refused: Vec<String> = note.refused.iter().map(|id| id.0.to_string()).collect();
    let apart: Vec<String> = note.apart.iter().map(|id| id.0.to_string()).collect();
    let apart = if apart.is_empty() { String::new() } else { format!(" apart {apart:?}") };
    format!(
        "{} {} in {} {} {} section {} at {} held {} crossed {} theme {} refused {refused:?}{apart}",
        Code::Note(note.code),
        note.id.0,
        note.interview.0,
        json(&note.kind),
        said(&note.text),
        note.section,
        note.offset_ms,
        note.held,
        note.crossed,
        maybe(note.theme.map(|id| id.0)),
    )
}

fn code_of_row(sprint: &Sprint, row: u32) -> String {
    sprint.notes.at_row(row).map_or_else(String::new, |note| Code::Note(note.code).to_string())
}

/// Themes, and who was heard in them and about which service.
fn themes(sprint: &Sprint, lines: &mut Vec<String>) {
    for theme in sprint.themes.iter() {
        let label = maybe(label::letters(theme.label));
        let (code, id, name) = (Code::Theme(theme.code), theme.id.0, said(&theme.name));
        let (tray, removed) = (theme.tray, theme.removed);
        lines.push(format!("{code} {id} {name} label {label} tray {tray} removed {removed}"));
        let people: Vec<String> =
            sprint.evidence.respondents_of(theme.id).map(|n| Code::Respondent(n).to_string()).collect();
        let notes: Vec<String> =
            sprint.evidence.rows_of(theme.id).iter().map(|&row| code_of_row(sprint, row)).collect();
        let requests = sprint.requests.filed_in(theme.id);
        lines.push(format!("  notes {notes:?} heard {people:?} requests {requests}"));
    }
    for service in sprint.services.iter() {
        let evidence = &sprint.evidence;
        let (asked, heard) = (evidence.asked_about(service.id), evidence.heard_about(service.id));
        let themes: Vec<String> =
            evidence.themes_of(service.id).map(|(theme, people)| format!("{} {people}", theme.0)).collect();
        lines.push(format!("{} asked {asked} heard {heard} {themes:?}", Code::Service(service.code)));
    }
}

fn requests(sprint: &Sprint, lines: &mut Vec<String>) {
    let requests = &sprint.requests;
    for source in requests.sources() {
        lines.push(import(source));
        let ids = (0..source.rows).map(|row| viche::domain::request::RequestId { source: source.id, row });
        lines.extend(ids.filter_map(|id| requests.row(id)).map(row));
    }
    for category in requests.categories() {
        let mapping = match category.mapping {
            Mapping::Open => "open".to_owned(),
            Mapping::NoService => "none".to_owned(),
            Mapping::Service(id) => id.0.to_string(),
        };
        lines.push(format!("category {} {mapping} rows {}", said(&category.name), category.rows));
    }
    for count in requests.counts() {
        let subject = match count.subject {
            Subject::Service(id) => format!("service {}", id.0),
            Subject::Category(at) => format!("category {at}"),
            Subject::Outside(at) => format!("outside {at}"),
        };
        lines.push(format!("count {subject} {} {}", count.rows, count.up_to));
    }
}

fn import(source: &Source) -> String {
    let (unstored, categories) = (json(&source.unstored), json(&source.categories));
    format!(
        "import {} {} {} first {} rows {} bad {} period {} asked {} unstored {unstored} {categories} {}",
        source.id.0,
        said(&source.name),
        said(&source.file),
        source.first,
        source.rows,
        source.bad,
        maybe(source.period.as_ref().map(said)),
        maybe(source.asked),
        json(&source.districts),
    )
}

fn row(row: Row<'_>) -> String {
    format!(
        "{} {} category {} district {} day {} aside {} theme {}",
        Code::Request(row.code),
        json(&row.text),
        row.category,
        maybe(row.district.map(said)),
        maybe(row.day),
        row.aside,
        maybe(row.theme.map(|id| id.0)),
    )
}

fn priorities(sprint: &Sprint, lines: &mut Vec<String>) {
    let (weights, locked) = (json(&sprint.priorities.weights), sprint.priorities.locked);
    lines.push(format!("weights {weights} locked {locked}"));
    let score = |score: Option<Score>| maybe(score.map(|score| json(&score)));
    for service in sprint.services.iter() {
        let standing = sprint.priorities.standing(service.id);
        let (impact, feasibility) = (score(standing.impact), score(standing.feasibility));
        let state = maybe(standing.state.map(|state| json(&state)));
        let code = Code::Service(service.code);
        lines.push(format!("{code} impact {impact} feasibility {feasibility} state {state}"));
    }
}

/// Pieces, column by column of each board.
fn boards(sprint: &Sprint, lines: &mut Vec<String>) {
    let teams = sprint.teams.iter().map(|team| Some(team.id)).chain([None]);
    for team in teams {
        for kind in piece::Kind::ALL {
            let column = sprint.pieces.column(team, kind).iter();
            lines.extend(column.filter_map(|&id| sprint.pieces.get(id)).map(hung));
        }
    }
}

fn hung(piece: &Piece) -> String {
    let (code, id, text) = (piece.code(), piece.id.0, said(&piece.text));
    let (team, done) = (maybe(piece.team.map(|id| id.0)), piece.done);
    format!("{code} {id} board {team} {text} done {done} held {} crossed {}", piece.held, piece.crossed)
}

fn links(sprint: &Sprint, lines: &mut Vec<String>) {
    let notes = sprint.notes.iter().map(|one| Thing::Note(one.id));
    let themes = sprint.themes.iter().map(|one| Thing::Theme(one.id));
    let pieces = sprint.pieces.iter().map(|one| Thing::Piece(one.id));
    let ends = |ends: &[(Thing, Stance)]| ends.iter().map(json).collect::<Vec<_>>().join(" ");
    for thing in notes.chain(themes).chain(pieces) {
        let (onward, back) = (sprint.links.onward(thing), sprint.links.back(thing));
        if !onward.is_empty() || !back.is_empty() {
            lines.push(format!("{} to {} from {}", json(&thing), ends(onward), ends(back)));
        }
    }
}

/// Who is at the keyboard, who comes next, and what each has had at the moment of the last step.
fn turns(history: &History, lines: &mut Vec<String>) {
    let sprint = history.sprint();
    if let Some(turn) = &sprint.turns.current {
        let (team, seated, clock) = (turn.team.0, maybe(turn.seated), clock(&turn.clock));
        lines.push(format!(
            "turn {team} {} minutes {} seated {seated} {clock}",
            json(&turn.purpose),
            turn.minutes
        ));
    }
    if !sprint.turns.queue.is_empty() {
        let queue: Vec<String> = sprint.turns.queue.iter().map(|id| id.0.to_string()).collect();
        lines.push(format!("queue {}", queue.join(" ")));
    }
    let Some(last) = history.steps().last() else { return };
    let now = sprint.moment(last.origin().0, last.at);
    for team in sprint.teams.iter() {
        let had = sprint.turns.had(team.id, &now);
        lines.push(format!("{} had {} turns {} ms", Code::Team(team.code), had.turns, had.spent_ms));
    }
}

fn parking(sprint: &Sprint, lines: &mut Vec<String>) {
    for one in sprint.parking.iter() {
        let (code, text, owner) = (Code::Parked(one.code), said(&one.text), maybe(one.owner.map(|id| id.0)));
        lines.push(format!("{code} {} {text} owner {owner} closed {}", one.id.0, one.closed));
    }
}

fn face(sprint: &Sprint, lines: &mut Vec<String>) {
    let face = &sprint.face;
    lines.push(format!("face {} {} black {}", json(&face.picture), said(&face.message), face.black));
}

/// The next numbers that are given out, where some were given out already.
fn codes(history: &History, lines: &mut Vec<String>) {
    let kinds: [fn(u32) -> Code; 14] = [
        Code::Department,
        Code::Participant,
        Code::Service,
        Code::Team,
        Code::Respondent,
        Code::Request,
        Code::Note,
        Code::Theme,
        Code::Question,
        Code::Insight,
        Code::Opportunity,
        Code::Idea,
        Code::Action,
        Code::Parked,
    ];
    for code in kinds {
        let next = history.next_code(code(1));
        if next > 1 {
            lines.push(format!("next {}", code(next)));
        }
    }
    for team in history.sprint().teams.iter() {
        let next = history.next_interview(team.id);
        if next > 1 {
            lines.push(format!("next {}", Code::Interview(team.code, next)));
        }
    }
}
