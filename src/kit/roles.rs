//! What a participant does, in words, the same on every screen.

use super::Cx;
use crate::domain::Refusal;
use crate::domain::participant::Role;
use crate::text::{Clean, fold};
use crate::words::{Args, Phrase, Words};

/// How many letters of a role's name are enough to know it by.
const LETTERS_MIN: usize = 3;

/// The letter that a role answers to in a list to choose from.
pub fn role_letter(role: Role) -> &'static str {
    match role {
        Role::Interviewer => "i",
        Role::NoteTaker => "n",
        Role::ServiceOwner => "o",
        Role::Decider => "d",
        Role::Observer => "b",
        Role::Facilitator => "f",
    }
}

/// The name of a role: "note-taker".
pub fn role_words(role: Role, words: &Words) -> Phrase {
    words.say(match role {
        Role::Interviewer => "role-interviewer",
        Role::NoteTaker => "role-note-taker",
        Role::ServiceOwner => "role-service-owner",
        Role::Decider => "role-decider",
        Role::Observer => "role-observer",
        Role::Facilitator => "role-facilitator",
    })
}

/// What somebody with a role does, in a word: "writes".
pub fn role_verb(role: Role, words: &Words) -> Phrase {
    words.say(match role {
        Role::Interviewer => "role-asks",
        Role::NoteTaker => "role-writes",
        Role::ServiceOwner => "role-owns",
        Role::Decider => "role-decides",
        Role::Observer => "role-observes",
        Role::Facilitator => "role-facilitates",
    })
}

/// All that somebody does: "asks, writes".
pub fn roles_verbs(roles: &[Role], cx: &Cx<'_>) -> Phrase {
    let mut verbs = roles.iter().map(|&role| role_verb(role, cx.words));
    let first = verbs.next().unwrap_or_default();
    verbs.fold(first, |all, verb| {
        cx.words.tell("role-and", Args::new().with("first", &all).with("second", &verb))
    })
}

/// Reads roles with commas between them, by the beginning of their names in the reader's language.
pub fn read_roles(text: &str, words: &Words) -> Result<Vec<Role>, Refusal> {
    let mut roles: Vec<Role> = Vec::new();
    for part in text.split([',', ';', '/']).map(str::trim).filter(|part| !part.is_empty()) {
        let role = read_role(part, words).ok_or_else(|| Refusal::NoRoleCalled(Clean::new(part)))?;
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    Ok(roles)
}

fn read_role(part: &str, words: &Words) -> Option<Role> {
    let typed = fold(part);
    let begins = |name: Phrase| {
        let name = fold(name.as_str());
        name == typed || (typed.chars().count() >= LETTERS_MIN && name.starts_with(&typed))
    };
    Role::ALL.into_iter().find(|&role| begins(role_words(role, words)) || begins(role_verb(role, words)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn roles_are_read_by_the_beginning_of_their_names_in_either_language() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            for role in Role::ALL {
                let name = role_words(role, &words);
                assert_eq!(read_roles(name.as_str(), &words), Ok(vec![role]), "{name}");
            }
        }
        let words = Words::new(Lang::Uk);
        let both = Ok(vec![Role::Interviewer, Role::NoteTaker]);
        assert_eq!(read_roles("Інтерв'ю, нотат , інтерв’юер", &words), both);
        assert_eq!(read_roles("", &words), Ok(Vec::new()));
        assert_eq!(read_roles("кухар", &words), Err(Refusal::NoRoleCalled(Clean::new("кухар"))));
    }
}
