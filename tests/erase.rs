//! `viche erase` on the shipped program: that nothing of a respondent is left in any file that viche owns, that all
//! else stays, and what is said of it.

// Helpers of tests count as code for the lint; what they stumble over fails the test as it should.
#![allow(clippy::unwrap_used)]

mod shell;

use std::fs;
use std::path::{Path, PathBuf};

use shell::Said;
use tempfile::TempDir;
use viche::demo;
use viche::domain::id::{Ids, InterviewId, NoteId, PieceId, RunId, TeamId};
use viche::domain::link::{Stance, Thing};
use viche::domain::sprint::{self, Description};
use viche::domain::{Code, Fact, History, Seat, Stamp, Step, interview, link, note, piece, team};
use viche::store::{self, Header, Shelf, format};
use viche::text::Clean;

const FILE: &str = "services.viche";
const RUN: RunId = RunId(0xde_40);

/// A folder with the whole demo sprint in it, and a home of its own.
struct Desk {
    folder: TempDir,
    lang: &'static str,
}

impl Desk {
    fn new(lang: &'static str) -> Self {
        Self::with(lang, demo::make(lang, &demo::usual_moment(), RUN).steps)
    }

    fn with(lang: &'static str, steps: Vec<Step>) -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap(), lang };
        store::create(desk.path(FILE)).unwrap().append(&steps).unwrap();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Where this computer keeps things, and a shelf of the sprint in it.
    fn state(&self) -> PathBuf {
        self.path("home").join("viche")
    }

    fn shelf(&self) -> Shelf {
        Shelf::of(&self.state(), store::read(self.path(FILE)).unwrap().0.file)
    }

    fn steps(&self) -> Vec<Step> {
        store::read(self.path(FILE)).unwrap().1
    }

    fn write(&self, path: &Path, bytes: impl AsRef<[u8]>) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn erase(&self, args: &[&str]) -> Said {
        let lang = if self.lang == "uk" { "uk_UA.UTF-8" } else { "en_GB.UTF-8" };
        let args = [&["erase", FILE], args].concat();
        shell::viche(self.folder.path(), lang, &args).output().unwrap().into()
    }

    /// Every file under the folder, the home included.
    fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let (mut files, mut folders) = (Vec::new(), vec![self.folder.path().to_owned()]);
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                match path.is_dir() {
                    true => folders.push(path),
                    false => files.push((path.clone(), fs::read(&path).unwrap())),
                }
            }
        }
        files.sort();
        files
    }

    fn names(&self) -> Vec<String> {
        let inside = |(path, _): &(PathBuf, Vec<u8>)| {
            path.strip_prefix(self.folder.path()).unwrap().to_string_lossy().into_owned()
        };
        self.files().iter().map(inside).collect()
    }

    /// The files in which a text stands.
    fn grep(&self, text: &str) -> Vec<PathBuf> {
        let holds = |bytes: &[u8]| memchr::memmem::find(bytes, text.as_bytes()).is_some();
        self.files().into_iter().filter(|(_, bytes)| holds(bytes)).map(|(path, _)| path).collect()
    }
}

/// Every wording of every note of a respondent, long enough to be told from other people's words.
fn words_of(steps: &[Step], respondent: u32) -> Vec<Clean> {
    let facts = || steps.iter().flat_map(|step| &step.facts);
    let interviews: Vec<InterviewId> = facts()
        .filter_map(|fact| match fact {
            Fact::Interview(interview::Fact::Planned { id, respondent: theirs, .. }) => {
                (*theirs == respondent).then_some(*id)
            }
            _ => None,
        })
        .collect();
    let added = |fact: &Fact| match fact {
        Fact::Note(note::Fact::Added { id, interview, .. }) => interviews.contains(interview).then_some(*id),
        _ => None,
    };
    let notes: Vec<_> = facts().filter_map(added).collect();
    facts()
        .filter_map(|fact| match fact {
            Fact::Note(note::Fact::Added { id, text, .. } | note::Fact::Worded { id, text }) => {
                notes.contains(id).then(|| text.clone())
            }
            _ => None,
        })
        .filter(|text| text.as_str().chars().count() > 14)
        .collect()
}

/// Whatever a fact says, as JSON.
fn json(fact: &Fact) -> String {
    serde_json::to_string(fact).unwrap_or_default()
}

#[test]
fn nothing_of_a_respondent_is_left_in_any_file_and_of_the_others_everything() {
    for (lang, code) in [("en", "P005"), ("uk", "р5")] {
        let desk = Desk::new(lang);
        let before = desk.steps();
        let words = words_of(&before, 5);
        assert!(words.len() > 20, "{words:?}");
        let shelf = desk.shelf();
        let whole = fs::read(desk.path(FILE)).unwrap();
        desk.write(&shelf.mirror(), &whole);
        desk.write(&shelf.drafts().join("T3"), words[0].as_str());
        desk.write(&shelf.folder().join("openings"), "812 3f1c");
        desk.write(&desk.path("services.viche.gen-7"), &whole);
        desk.write(&desk.path("services.viche.quarantine-20260618T060000Z"), words[1].as_str());
        store::create(desk.state().join("rescued-20260618T060000Z.viche")).unwrap().append(&before).unwrap();
        let said = desk.erase(&["--respondent", code, "--yes"]);
        assert_eq!((said.status, said.err.as_str()), (0, ""), "{}", said.out);
        for text in &words {
            assert!(desk.grep(text.as_str()).is_empty(), "{text} is in {:?}", desk.grep(text.as_str()));
            assert!(!said.out.contains(text.as_str()), "{text} was shown");
        }
        let kept: Vec<String> = desk.names().into_iter().filter(|name| !name.ends_with(".log")).collect();
        let openings = shelf.folder().join("openings");
        let openings = openings.strip_prefix(desk.folder.path()).unwrap().to_string_lossy().into_owned();
        assert_eq!(kept, [openings, FILE.to_owned()]);
        assert_eq!(store::check(desk.path(FILE)).exit, 0);
        others_are_whole(&before, &desk.steps(), &words);
    }
}

/// Claims that each fact is as it was, but for those that said the words and those of the respondent.
fn others_are_whole(before: &[Step], after: &[Step], words: &[Clean]) {
    assert_eq!(before.len() + 2, after.len(), "the beginning of a run and the tombstone came");
    for (was, is) in before.iter().zip(after) {
        assert_eq!((was.s, was.w, was.at, was.by, was.from), (is.s, is.w, is.at, is.by, is.from));
        for (was, is) in was.facts.iter().zip(&is.facts) {
            let said = |fact| json(fact).to_lowercase();
            let told = words.iter().any(|text| said(was).contains(&text.as_str().to_lowercase()));
            let own = matches!(was, Fact::Interview(_) | Fact::Note(_));
            assert!(was == is || told || own, "{was:?}\n{is:?}");
        }
    }
    let history = History::of(after.to_vec());
    assert!(history.agrees_with_replay());
    assert!(history.sprint().evidence == history.sprint().heard_from_nothing());
}

/// A sprint of one team, in which P017 is asked twice, and P018.
fn small(lang: &str) -> Vec<Step> {
    let mut day = Day { steps: Vec::new(), ids: Ids::of(RUN) };
    let uk = lang == "uk";
    let say = |en: &'static str, uk_text: &'static str| Clean::new(if uk { uk_text } else { en });
    let about = Description { lang: Clean::new(lang), ..Description::default() };
    day.does(vec![sprint::Fact::Described(about).into()]);
    let team = day.ids.next();
    let name = say("Clinics", "Поліклініки");
    day.does(vec![team::Fact::Added { id: team, code: 1, name, service: None }.into()]);
    let mut asked = Vec::new();
    for (number, respondent) in [(1, 17), (2, 18), (3, 17)] {
        asked.push(day.plans(team, number, respondent));
    }
    let waited = say("Mum waited three weeks for the doctor", "Мама чекала на лікаря три тижні");
    let note = day.notes(asked[0], 1, &waited);
    day.notes(asked[2], 2, &say("We paid for the medicine ourselves", "Ліки купили за свої гроші"));
    day.notes(asked[1], 3, &say("An appointment took a day", "Записалися за день до прийому"));
    day.notes(asked[1], 4, &waited);
    let quoting =
        say("They say: “mum waited three weeks for the doctor”", "Кажуть: «мама чекала на лікаря три тижні»");
    let resting = say("How might we make waiting shorter?", "Як нам скоротити чекання?");
    for (kind, text) in [(piece::Kind::Insight, quoting), (piece::Kind::Opportunity, resting)] {
        let id: PieceId = day.ids.next();
        let added = piece::Fact::Added { id, kind, code: 1, team: Some(team), text, held: false };
        let (from, to, stance) = (Thing::Note(note), Thing::Piece(id), Stance::Supports);
        day.does(vec![added.into(), link::Fact::Drawn { from, to, stance }.into()]);
    }
    day.steps
}

struct Day {
    steps: Vec<Step>,
    ids: Ids,
}

impl Day {
    fn does(&mut self, facts: Vec<Fact>) {
        let s = self.steps.len() as u64 + 1;
        let at = Stamp { t_ms: 1_781_762_400_000 + s as i64 * 1_000, m_ms: s * 1_000 };
        self.steps.push(Step { s, w: RUN, at, by: Seat::Team(1), facts, from: None });
    }

    fn plans(&mut self, team: TeamId, number: u32, respondent: u32) -> InterviewId {
        let id = self.ids.next();
        let planned = interview::Fact::Planned {
            id,
            team,
            number,
            round: None,
            respondent,
            segment: Clean::new("65+"),
            minutes: 30,
            practice: false,
            guide: None,
            interviewer: None,
            note_taker: None,
        };
        self.does(vec![planned.into(), interview::Fact::Ran { id }.into()]);
        id
    }

    fn notes(&mut self, interview: InterviewId, code: u32, text: &Clean) -> NoteId {
        let (id, kind, text) = (self.ids.next(), note::Kind::Quote, text.clone());
        let added = note::Fact::Added { id, code, interview, kind, text, section: 0, offset_ms: 0 };
        self.does(vec![added.into()]);
        id
    }
}

#[test]
fn what_it_says_in_english() {
    let desk = Desk::with("en", small("en"));
    let rehearsal = desk.erase(&["--respondent", "P017", "--reason", "letter of 3 July", "--dry-run"]);
    assert_eq!(rehearsal.status, 0, "{}", rehearsal.err);
    assert_eq!(
        rehearsal.out,
        "\
P017 would be erased from services.viche. Nothing was changed.

  interviews  T1-I01, T1-I03
  notes       2 notes, in every wording they ever had: N0001, N0002
  others      1 note of another respondent in the very same words loses them,
              too: N0004
  elsewhere   1 text says the same, word for word
  around it   nothing else lies there
  stays       codes, times and who wrote; the fact that P017 was erased: “letter
              of 3 July”

To be put in other words by a person:
  K01  T1  quoted P017    They say: “▒▒▒”
  O01  T1  rests on P017  How might we make waiting shorter?

Out of viche's reach; please see to it:
  · copies of the file: on sticks, in mail, on other computers
  · git, if the file ever lay in it
  · reports and exports that were made before, and what was printed or shown
  · backups and snapshots; a disk may keep overwritten bytes for a while
  · what viche keeps on other computers that opened the file
  · screens that follow the file: close and open them anew
"
    );
    let done = desk.erase(&["--respondent", "P017", "--yes"]);
    assert_eq!(done.status, 0, "{}", done.err);
    let (page, _) = done.out.split_once("\nTo be put in other words").unwrap();
    assert_eq!(
        page,
        "\
P017 is erased from services.viche.

  interviews  T1-I01, T1-I03
  notes       2 notes, in every wording they ever had: N0001, N0002
  others      1 note of another respondent in the very same words loses them,
              too: N0004
  elsewhere   1 text says the same, word for word
  blanked     6 steps; step 13 says that it was done
  removed     1 file: services.viche.gen-1
  checked     no file of this sprint holds what was said (2 texts searched for)
"
    );
    let promise = "\n\nYou can tell P017: what they said stands in no file that viche keeps here.\n";
    assert!(done.out.ends_with(promise), "{}", done.out);
    let again = desk.erase(&["--respondent", "P017", "--yes"]);
    let (page, _) = again.out.split_once("\nTo be put in other words").unwrap();
    assert_eq!(
        page,
        "\
P017 is already erased from services.viche, in step 13. Cleaned up again.

  removed  nothing else lies there
  checked  no words are left anywhere that could be searched for
"
    );
}

#[test]
fn what_it_says_in_ukrainian() {
    let desk = Desk::with("uk", small("uk"));
    let done = desk.erase(&["--respondent", "Р017", "--reason", "лист від 3 липня", "--yes"]);
    assert_eq!(done.status, 0, "{}", done.err);
    assert_eq!(
        done.out,
        "\
P017 стерто з services.viche.

  інтерв’ю    T1-I01, T1-I03
  нотатки     2 нотатки, у всіх їхніх редакціях: N0001, N0002
  інші        1 нотатка іншого респондента тими самими словами теж утратить їх:
              N0004
  деінде      1 текст каже те саме слово в слово
  стерто      6 кроків; про це каже крок 13
  вилучено    1 файл: services.viche.gen-1
  перевірено  жоден файл цього спринту не містить сказаного (шукали 2 тексти)

Це має сказати інакше людина:
  K01  T1  цитата P017         Кажуть: «▒▒▒»
  O01  T1  спирається на P017  Як нам скоротити чекання?

До цього viche не дістає; подбайте, будь ласка, самі:
  · копії файлу: на флешках, у пошті, на інших комп’ютерах
  · git, якщо файл колись був у ньому
  · звіти й вивантаження, зроблені раніше; надруковане й показане
  · резервні копії та знімки дисків; перезаписане диск може якийсь час зберігати
  · те, що viche зберігає на інших комп’ютерах, де відкривали файл
  · екрани, що стежать за файлом: закрийте їх і відкрийте знову

Можете сказати P017: у жодному файлі, який зберігає тут viche, сказаного більше
немає.
"
    );
}

#[test]
fn a_rehearsal_changes_nothing_also_while_the_file_is_in_use() {
    let desk = Desk::with("en", small("en"));
    let _journal = store::open(desk.path(FILE)).unwrap();
    let before = desk.files();
    let said = desk.erase(&["--respondent", "P017", "--dry-run", "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((said.status, &answer["done"], &answer["step"]), (0, &false.into(), &serde_json::Value::Null));
    assert_eq!(answer["notes"], serde_json::json!(["N0001", "N0002"]));
    assert!(desk.files() == before);
}

#[test]
fn scripts_are_told_by_names_that_stay() {
    let desk = Desk::with("uk", small("uk"));
    let said = desk.erase(&["--respondent", "P017", "--yes", "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(
        (&answer["respondent"], &answer["done"], &answer["step"]),
        (&"P017".into(), &true.into(), &13.into())
    );
    assert_eq!((&answer["generation"], answer["steps"].as_array().unwrap().len()), (&2.into(), 6));
    let reword: Vec<_> =
        answer["reword"].as_array().unwrap().iter().map(|one| (&one["what"], &one["why"])).collect();
    let expected =
        [("N0004", "same"), ("K01", "quoted"), ("O01", "rests")].map(|(what, why)| (what.into(), why.into()));
    assert_eq!(reword, expected.iter().map(|(what, why)| (what, why)).collect::<Vec<_>>());
    assert_eq!((&answer["left"], &answer["holding"]), (&serde_json::json!([]), &serde_json::json!([])));
}

/// Runs what must be refused: with this status and these words, and no file changed.
#[track_caller]
fn refuses(desk: &Desk, args: &[&str], status: i32, words: &str) {
    let before = desk.files();
    let said = desk.erase(args);
    assert_eq!(said.status, status, "{args:?}: {}{}", said.out, said.err);
    assert!(said.err.contains(words) && said.err.contains("\n  "), "{args:?}: {}", said.err);
    assert!(!said.err.contains(['⟨', '\u{1b}']), "{}", said.err);
    let log = |files: Vec<(PathBuf, Vec<u8>)>| {
        files.into_iter().filter(|(path, _)| !path.ends_with("viche.log")).collect::<Vec<_>>()
    };
    assert!(log(desk.files()) == log(before), "{args:?} changed a file");
}

#[test]
fn what_would_go_wrong_is_refused_and_nothing_changed() {
    let desk = Desk::with("en", small("en"));
    let long = "я".repeat(201);
    refuses(&desk, &["--respondent", "N0001", "--yes"], 2, "“N0001” is no respondent's code");
    refuses(&desk, &["--respondent", "Olha K.", "--yes"], 2, "write it as P017");
    refuses(
        &desk,
        &["--respondent", "P099", "--yes"],
        1,
        "nobody was ever to be asked as P099 in services.viche",
    );
    refuses(&desk, &["--respondent", "P017"], 1, "no terminal to ask at");
    refuses(&desk, &["--respondent", "P017", "--json"], 2, "with --json nobody is asked");
    refuses(&desk, &["--respondent", "P017", "--yes", "--reason", &long], 2, "at most 200 characters");
    let journal = store::open(desk.path(FILE)).unwrap();
    refuses(&desk, &["--respondent", "P017", "--yes"], 1, "in use");
    drop(journal);
    let mut bytes = fs::read(desk.path(FILE)).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(desk.path(FILE), &bytes).unwrap();
    refuses(&desk, &["--respondent", "P017", "--yes"], 1, "damaged");
    fs::remove_file(desk.path(FILE)).unwrap();
    refuses(&desk, &["--respondent", "P017", "--yes"], 1, "is not there");
    let desk = Desk::with("uk", small("uk"));
    refuses(&desk, &["--respondent", "P099", "--yes"], 1, "не планували жодного інтерв’ю з P099");
}

#[test]
fn steps_that_wait_elsewhere_come_in_first() {
    let desk = Desk::with("en", small("en"));
    let fallback = desk.shelf().fallback(RunId(3));
    desk.write(&fallback, "steps");
    refuses(&desk, &["--respondent", "P017", "--yes"], 1, "so that they come in");
    fs::remove_file(fallback).unwrap();
    let mut more = desk.steps();
    more.push(Step { s: more.len() as u64 + 1, ..more[0].clone() });
    let rescued = desk.state().join("rescued-20260618T060000Z.viche");
    store::create(&rescued).unwrap().append(&more).unwrap();
    refuses(&desk, &["--respondent", "P017", "--yes"], 1, "holds steps that are not in services.viche");
}

#[test]
fn a_newer_file_is_not_rewritten() {
    let desk = Desk::with("en", small("en"));
    let (header, steps, _) = store::read(desk.path(FILE)).unwrap();
    let mut bytes = Vec::new();
    let mut hash = format::encode_header(&Header { viche: format::VERSION + 1, ..header }, &mut bytes);
    for step in &steps {
        hash = format::encode_step(step, hash, &mut bytes).unwrap();
    }
    fs::write(desk.path(FILE), bytes).unwrap();
    refuses(&desk, &["--respondent", "P017", "--yes"], 1, "was written by a newer viche");
}

#[test]
fn after_a_power_cut_between_rewriting_and_removing_it_is_run_again_and_finishes() {
    let desk = Desk::with("en", small("en"));
    let whole = fs::read(desk.path(FILE)).unwrap();
    assert_eq!(desk.erase(&["--respondent", "P017", "--yes"]).status, 0);
    desk.write(&desk.path("services.viche.gen-1"), &whole);
    desk.write(&desk.path("services.viche.new"), &whole[..whole.len() / 2]);
    desk.write(&desk.shelf().mirror(), &whole);
    let rewritten = fs::read(desk.path(FILE)).unwrap();
    let said = desk.erase(&["--respondent", "p17", "--yes"]);
    assert_eq!(said.status, 0, "{}{}", said.out, said.err);
    assert!(
        said.out.contains("in step 13. Cleaned up again.") && said.out.contains("3 files:"),
        "{}",
        said.out
    );
    assert!(
        said.out.contains("2 texts searched for"),
        "what was removed said what to look for:\n{}",
        said.out
    );
    assert!(desk.grep("waited three weeks").is_empty());
    assert_eq!(fs::read(desk.path(FILE)).unwrap(), rewritten, "the file itself stays as it is");
}

#[test]
fn a_file_that_somebody_else_made_is_left_and_named_and_it_is_not_called_done() {
    let desk = Desk::with("en", small("en"));
    desk.write(&desk.path("services.viche.bak"), fs::read(desk.path(FILE)).unwrap());
    let said = desk.erase(&["--respondent", "P017", "--yes"]);
    assert_eq!(said.status, 1);
    let told = said.out.replace('\n', " ");
    assert!(told.contains("services.viche.bak") && told.contains("Don't tell P017 yet"), "{}", said.out);
    assert!(!said.out.contains("You can tell") && desk.path("services.viche.bak").exists());
    fs::remove_file(desk.path("services.viche.bak")).unwrap();
    assert!(desk.erase(&["--respondent", "P017", "--yes"]).out.contains("You can tell P017"));
}

#[test]
fn a_reason_moves_no_cursor_and_repeats_no_word() {
    let desk = Desk::with("en", small("en"));
    let reason = "she said “Mum waited THREE weeks for the doctor”\u{1b}[2J\u{202e} and left\n{\"s\":1}";
    let said = desk.erase(&["--respondent", "P017", "--yes", "--reason", reason]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(!said.out.contains('\u{1b}'));
    let steps = desk.steps();
    let erased = viche::domain::erasure::tombstones(&steps).next().unwrap();
    assert_eq!(erased.reason.as_str(), "she said “▒▒▒”\u{FFFD}[2J\u{FFFD} and left {\"s\":1}");
}

#[test]
fn a_folder_of_git_above_the_file_is_named() {
    let desk = Desk::with("en", small("en"));
    fs::create_dir(desk.path(".git")).unwrap();
    let said = desk.erase(&["--respondent", "P017", "--yes"]);
    let git = desk.folder.path().canonicalize().unwrap().join(".git");
    let told: String = said.out.split_whitespace().collect();
    assert!(told.contains(&format!("git:{}keeps", git.display())), "{}", said.out);
}

#[cfg(unix)]
#[test]
fn through_a_link_the_file_itself_is_rewritten_and_what_lies_around_it_goes() {
    let desk = Desk::with("en", small("en"));
    fs::create_dir(desk.path("shared")).unwrap();
    fs::rename(desk.path(FILE), desk.path("shared/real.viche")).unwrap();
    std::os::unix::fs::symlink(desk.path("shared/real.viche"), desk.path(FILE)).unwrap();
    let said = desk.erase(&["--respondent", "P017", "--yes"]);
    assert_eq!(said.status, 0, "{}{}", said.out, said.err);
    assert!(desk.grep("waited three weeks").is_empty(), "{:?}", desk.names());
    assert!(fs::symlink_metadata(desk.path(FILE)).unwrap().is_symlink());
}

#[test]
fn the_sprint_goes_on_afterwards() {
    let desk = Desk::with("en", small("en"));
    assert_eq!(desk.erase(&["--respondent", "P017", "--yes"]).status, 0);
    let mut opened = store::open(desk.path(FILE)).unwrap();
    let history = History::of(opened.steps.clone());
    assert_eq!((history.next_code(Code::Note(0)), history.next_code(Code::Respondent(0))), (5, 19));
    assert_eq!(history.undo(Seat::Facilitator).unwrap().step, 11, "undo goes past the erasure");
    let facts = vec![Fact::Reverted { step: 11 }];
    let step = Step { s: history.next_no(), facts, ..opened.steps[2].clone() };
    opened.journal.append(&[step]).unwrap();
    drop(opened);
    assert_eq!(store::check(desk.path(FILE)).exit, 0);
}
