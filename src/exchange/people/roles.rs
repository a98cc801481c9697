//! What people write for a role, in English and Ukrainian.

use crate::domain::participant::Role;
use crate::exchange::header::key;

const WORDS: &[(Role, &[&str])] = &[
    (Role::Interviewer, &["interviewer", "asks", "інтерв’юер", "інтерв’юерка", "інтерв’ювер", "питає"]),
    (
        Role::NoteTaker,
        &[
            "note-taker",
            "notetaker",
            "notes",
            "writes",
            "scribe",
            "timekeeper",
            "нотатник",
            "нотатниця",
            "нотатки",
            "пише",
            "записує",
            "секретар",
            "секретарка",
        ],
    ),
    (
        Role::Decider,
        &["decider", "decides", "decision maker", "приймає рішення", "ухвалює рішення", "вирішує"],
    ),
    (
        Role::ServiceOwner,
        &["service owner", "owner", "власник послуги", "власниця послуги", "власник", "власниця"],
    ),
    (Role::Observer, &["observer", "observes", "спостерігач", "спостерігачка", "спостерігає"]),
    (
        Role::Facilitator,
        &[
            "facilitator",
            "moderator",
            "фасилітатор",
            "фасилітаторка",
            "модератор",
            "модераторка",
            "ведучий",
            "ведуча",
        ],
    ),
];

/// The roles of a cell, each once; an unknown one is answered as it stands there.
pub(super) fn read(cell: &str) -> Result<Vec<Role>, String> {
    let mut roles = Vec::new();
    let parts = cell.split([',', ';', '/', '+', '&', '|', '\n']);
    for part in parts.flat_map(parted).map(str::trim).filter(|part| !part.is_empty()) {
        let wanted = key(part);
        let is_it = |words: &[&str]| words.iter().any(|word| key(word) == wanted);
        let (role, _) = WORDS.iter().find(|(_, words)| is_it(words)).ok_or_else(|| part.to_owned())?;
        if !roles.contains(role) {
            roles.push(*role);
        }
    }
    Ok(roles)
}

/// Parts with an "and" between them.
fn parted(part: &str) -> impl Iterator<Item = &str> {
    part.split(" and ").flat_map(|part| part.split(" і ")).flat_map(|part| part.split(" та "))
}
