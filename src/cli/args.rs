//! What can be typed behind `viche`. The texts of `--help` stay English, as does what the parser itself says.

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use clap_complete::Shell;

use crate::words::Lang;

const EXIT_STATUS: &str = "\
Exit status:
  0    done
  1    it could not be done; for check: a harmless end
  2    wrong usage; for check and repair: damage
  3    can't be judged
  128+N  ended by signal N; everything was saved

Begin with:
  viche demo                     a whole sprint to look around in
  viche new services.viche       a sprint of your own
  viche open services.viche      go on with it
  viche project services.viche   show it to the room on a second terminal";

/// Runs a live research-and-design sprint in a room, from one terminal and one file.
#[derive(Parser, Debug)]
#[command(version, arg_required_else_help = true, after_help = EXIT_STATUS)]
pub(super) struct Args {
    /// Language of the screens and sentences; for a new sprint also its own
    #[arg(long, global = true, value_name = "en|uk", value_parser = lang)]
    pub lang: Option<Lang>,
    #[command(subcommand)]
    pub command: Command,
}

/// A subcommand.
#[derive(Subcommand, Debug)]
pub(super) enum Command {
    New(New),
    Open(Open),
    Import(Import),
    Group(Group),
    Suggest(Suggest),
    Project(Project),
    Check(Check),
    Repair(Repair),
    Backups(Backups),
    Erase(Erase),
    Merge(Merge),
    Seal(Seal),
    Unseal(Unseal),
    Demo(Demo),
    /// List every setting, its value, and the file they stand in
    #[command(after_help = "\
Examples:
  viche settings

The settings file is TOML:
  language = \"uk\"
  theme = \"projector\"
  colour = \"256\"
  hints = \"off\"

Beside it keymap.toml may give commands other keys, by their names in `?` and the README:
  \"themes.join\" = \"b\"
  \"app.black\" = [\"z\", \"Ctrl+B\"]

NO_COLOR in the environment switches colours off, whatever the file says.")]
    Settings,
    /// Print a card of all keys for the desk, on one page
    #[command(after_help = "\
Examples:
  viche keys
  viche keys --lang uk > keys.txt
  viche keys | lp

The keys are those that hold here: keymap.toml beside the settings may change them.")]
    Keys,
    Completions(Completions),
    Man(Man),
    #[cfg(debug_assertions)]
    #[command(hide = true)]
    Fault(Fault),
}

/// Make the file of a new sprint
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  viche new services.viche
  viche new services.viche --title \"City services\" --start 2026-06-18 --lang uk \\
      --team \"Heat=Energy programme\" --team \"Cafes=Permit for outdoor cafes\"")]
pub(super) struct New {
    /// Where to make it; nothing may be there yet
    pub file: PathBuf,
    /// Its title; the file's name if not given
    #[arg(long)]
    pub title: Option<String>,
    /// Its first day; today if not given
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub start: Option<String>,
    /// Its time zone, such as Europe/Kyiv; this computer's if not given
    #[arg(long, value_name = "IANA")]
    pub zone: Option<String>,
    /// A team and the service it studies; once for each team. Eight teams if none is given
    #[arg(long = "team", value_name = "NAME=SERVICE")]
    pub teams: Vec<String>,
}

/// Go on with a sprint at the terminal
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  viche open services.viche
  viche open services.viche --lang en
  viche open --read-only services.viche   look on while it is open elsewhere")]
pub(super) struct Open {
    /// The sprint's file
    pub file: PathBuf,
    /// Only look: nothing is changed, and what others write is followed
    #[arg(long)]
    pub read_only: bool,
}

/// Show the room what it may see, on a second terminal
///
/// Follows the file while `viche open` writes it: the clock, whose turn, what next, and the picture that was
/// chosen with 0 and v. Reads only, and shows nothing that is private. q, Esc or Ctrl+C closes it.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  viche project services.viche
  viche project services.viche --lang en
  viche project --test             can it be read from the last row of seats?")]
pub(super) struct Project {
    /// The sprint's file
    #[arg(required_unless_present = "test")]
    pub file: Option<PathBuf>,
    /// Show a card to check the projector with
    #[arg(long, conflicts_with = "file")]
    pub test: bool,
    /// Colours of this terminal, as in the settings
    #[arg(long, value_name = "NAME")]
    pub theme: Option<String>,
}

/// Take something into a sprint
#[derive(clap::Args, Debug)]
pub(super) struct Import {
    #[command(subcommand)]
    pub what: ImportWhat,
}

/// What is taken in.
#[derive(Subcommand, Debug)]
pub(super) enum ImportWhat {
    Requests(Requests),
    People(People),
}

/// Take in residents' answers from a CSV file
///
/// Encoding, separator and columns are found by themselves. Each row that stays out is listed with its number
/// and the reason. The whole import is one undo in the sprint.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  viche import requests services.viche answers.csv
  viche import requests services.viche answers.csv --text-column Answer --category-column 3 \\
      --period \"March 2026\" --asked 40000 --name \"City app\"")]
pub(super) struct Requests {
    /// The sprint's file
    pub file: PathBuf,
    /// The CSV file
    pub csv: String,
    /// Column with the answers, by its name or number from 1
    #[arg(long, value_name = "COLUMN")]
    pub text_column: Option<String>,
    /// Column with the word each came in with
    #[arg(long, value_name = "COLUMN")]
    pub category_column: Option<String>,
    /// Column with the district
    #[arg(long, value_name = "COLUMN")]
    pub district_column: Option<String>,
    /// Column with the date
    #[arg(long, value_name = "COLUMN")]
    pub date_column: Option<String>,
    /// When the answers were given, in words
    #[arg(long)]
    pub period: Option<String>,
    /// How many people were asked
    #[arg(long, value_name = "PEOPLE")]
    pub asked: Option<u64>,
    /// What the source is called; the CSV file's name if not given
    #[arg(long)]
    pub name: Option<String>,
}

/// Take in participants from a CSV file
///
/// Encoding, separator and columns are found by themselves: name, department, role, team. Departments that are
/// new are added. Who takes part already is counted and not added again. Each row that stays out is listed with
/// its number and the reason. The whole import is one undo in the sprint.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  viche import people services.viche people.csv
  viche import people services.viche health.csv --department Health")]
pub(super) struct People {
    /// The sprint's file
    pub file: PathBuf,
    /// The CSV file
    pub csv: String,
    /// Department of the rows that name none
    #[arg(long, value_name = "NAME")]
    pub department: Option<String>,
}

/// Group the texts of a CSV file, without a sprint
///
/// Puts the columns group, name and distance behind each row: the number of the group, what it is called, and how far
/// the text is from the middle of the group, from 0 to 1. Everything else of the file stays as it is: order, encoding,
/// separator, quotes. What was read and done is said on the error stream. Rows shorter than the header are filled up;
/// where one is longer, the new columns stand behind the longest one. A row that can't be read stays as it is and is
/// named. The same file and seed give the same groups.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  viche group answers.csv --column text > grouped.csv
  viche group answers.csv --groups 20 > grouped.csv
  viche group answers.csv --accepted sorted.csv --label theme > grouped.csv
  viche group answers.csv --accepted sorted.csv --only-accepted --pile last-year.csv > grouped.csv
  cat answers.csv | viche group - > grouped.csv

Write into another file than the one that is read: the shell empties it first.")]
pub(super) struct Group {
    #[command(flatten)]
    pub texts: Texts,
    /// How many groups, those of --accepted among them; as many as the texts have by themselves if not given
    #[arg(long, value_name = "K", conflicts_with_all = ["fine", "coarse", "only_accepted"])]
    pub groups: Option<usize>,
    /// Many narrow groups
    #[arg(long, conflicts_with_all = ["coarse", "only_accepted"])]
    pub fine: bool,
    /// Few wide groups
    #[arg(long, conflicts_with = "only_accepted")]
    pub coarse: bool,
    /// A CSV file with texts that people have grouped; their groups come first and keep their names
    #[arg(long, value_name = "FILE.csv")]
    pub accepted: Option<String>,
    /// Column of that file with the names of the groups; "label" if not given
    #[arg(long, value_name = "COLUMN")]
    pub label: Option<String>,
    /// File everything into those groups and make no new ones
    #[arg(long)]
    pub only_accepted: bool,
}

/// Suggest for each text of a CSV file in which group of yours it belongs
///
/// Puts the columns suggestion_1, score_1 to suggestion_3, score_3 behind each row: the likeliest groups and how likely
/// each is, from 0 to 1. Everything else of the file stays as it is, as with group.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  viche suggest new.csv --column text --accepted sorted.csv --label theme > suggested.csv
  viche suggest new.csv --accepted sorted.csv --pile last-year.csv > suggested.csv

Write into another file than the one that is read: the shell empties it first.")]
pub(super) struct Suggest {
    #[command(flatten)]
    pub texts: Texts,
    /// A CSV file with texts that people have grouped
    #[arg(long, value_name = "FILE.csv")]
    pub accepted: String,
    /// Column of that file with the names of the groups; "label" if not given
    #[arg(long, value_name = "COLUMN")]
    pub label: Option<String>,
}

/// Texts of a CSV file.
#[derive(clap::Args, Debug)]
pub(super) struct Texts {
    /// The CSV file; - is the standard input
    #[arg(value_name = "FILE.csv")]
    pub file: String,
    /// Column with the texts, by its name or number from 1; found by its name, or the only one, if not given
    #[arg(long, value_name = "COLUMN")]
    pub column: Option<String>,
    /// A CSV file with other texts of the same kind, to learn words from; once for each file
    #[arg(long, value_name = "FILE.csv")]
    pub pile: Vec<String>,
    /// Another number may give other groups where several are as good
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
}

/// Look a sprint's file over without changing it
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  viche check services.viche
  viche check services.viche --json

Exit status: 0 in order, 1 a harmless end, 2 damage, 3 can't be judged")]
pub(super) struct Check {
    /// The sprint's file
    pub file: PathBuf,
    /// Answer in JSON, for scripts
    #[arg(long)]
    pub json: bool,
}

/// Mend a damaged file without dropping a byte
///
/// A torn end is set aside and cut. Anything else makes a new generation of the file: each line comes back as the
/// one that its neighbours name, from the file itself or from what this computer kept of it. The damaged file stays
/// beside it. What nobody can read is kept in the sprint.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  viche repair services.viche
  viche repair services.viche --accept-edits     keep what was changed outside viche
  viche repair services.viche --json

Exit status: 0 in order now, 1 it could not be done, 2 not everything could be helped, 3 can't be judged")]
pub(super) struct Repair {
    /// The sprint's file
    pub file: PathBuf,
    /// Take lines that were changed outside viche as they stand
    #[arg(long)]
    pub accept_edits: bool,
    /// Answer in JSON, for scripts
    #[arg(long)]
    pub json: bool,
}

/// List what this computer kept of a file, and put it back
///
/// The mirror of the file, how it was when it was opened, what it was before it was rewritten, and what was set
/// aside. The file may be gone.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  viche backups services.viche
  viche backups services.viche --restore 2
  viche backups services.viche --restore 2 --to yesterday.viche
  viche backups services.viche --json

The file that is there is set aside before another one takes its place.")]
pub(super) struct Backups {
    /// The sprint's file
    pub file: PathBuf,
    /// Put this one of the list in the place of the file
    #[arg(long, value_name = "N")]
    pub restore: Option<usize>,
    /// Write it to this new file instead
    #[arg(long, value_name = "PATH", requires = "restore")]
    pub to: Option<PathBuf>,
    /// Answer in JSON, for scripts
    #[arg(long)]
    pub json: bool,
}

/// Take what another file of the same sprint holds into this one
///
/// For the files of two scribes who went on from the same copy, or for the two sides of a git merge. Nothing comes in
/// twice, however often files are merged. What was taken back stays taken back. A code that both files gave out tells
/// two things apart from then on: N0412 and N0412·b. The file that is merged in stays as it is.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  viche merge services.viche services-laptop2.viche
  viche merge services.viche services-laptop2.viche --json

As a merge driver of git, with `*.viche merge=viche` in .gitattributes:
  git config merge.viche.driver \"viche merge %A %B\"")]
pub(super) struct Merge {
    /// The sprint's file, which takes in
    pub into: PathBuf,
    /// The other file, which stays as it is
    pub from: PathBuf,
    /// Answer in JSON, for scripts
    #[arg(long)]
    pub json: bool,
}

/// Erase a respondent for good
///
/// Blanks every note of theirs in every wording it ever had, and the same words wherever else they were written
/// down; removes older copies of the file that viche keeps; looks whether anything is left; lists what a person
/// has to put in other words, and what is out of its reach. Codes and times stay. It can't be undone.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  viche erase services.viche --respondent P017 --dry-run
  viche erase services.viche --respondent P017 --reason \"asked for it by letter, 3 July\"
  viche erase services.viche --respondent P017 --yes --json

Exit status: 0 nothing is left, 1 it could not be done or something is left, 2 wrong usage")]
pub(super) struct Erase {
    /// The sprint's file
    pub file: PathBuf,
    /// Code of the respondent
    #[arg(long, value_name = "P017")]
    pub respondent: String,
    /// Why, for the file; without names and without what was said
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    /// Show what would be done, and change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Don't ask
    #[arg(long)]
    pub yes: bool,
    /// Answer in JSON, for scripts; with --yes or --dry-run
    #[arg(long)]
    pub json: bool,
}

/// Seal a sprint with a passphrase, for the stick and the archive
///
/// Makes a new file that nobody can read without the passphrase; the sprint itself stays as it is, and may be in
/// use meanwhile. Any program that knows age (age-encryption.org) can open what was sealed.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  viche seal services.viche
  viche seal services.viche --out /media/stick/services.viche.age
  viche seal services.viche --passphrase-file passphrase.txt")]
pub(super) struct Seal {
    /// The sprint's file
    pub file: PathBuf,
    /// Where to put the sealed one; beside the sprint, with .age behind its name, if not given
    #[arg(long, value_name = "FILE.age")]
    pub out: Option<PathBuf>,
    /// A file whose first line is the passphrase, for scripts; asked for at the terminal if not given
    #[arg(long, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
}

/// Open a sprint that was sealed with a passphrase
///
/// Makes a new file once everything in it is known to be as it was sealed; the sealed one stays as it is.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  viche unseal services.viche.age
  viche unseal /media/stick/services.viche.age --out services.viche
  viche unseal services.viche.age --passphrase-file passphrase.txt")]
pub(super) struct Unseal {
    /// The sealed file
    #[arg(value_name = "FILE.age")]
    pub file: PathBuf,
    /// Where to put the sprint; beside the sealed one, without .age, if not given
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// A file whose first line is the passphrase, for scripts; asked for at the terminal if not given
    #[arg(long, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
}

/// Look around in a whole sprint, which is gone when you quit
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  viche demo
  viche demo --lang uk
  viche demo --keep demo.viche
  viche demo --at 09:00")]
pub(super) struct Demo {
    /// Keep it in this new file
    #[arg(long, value_name = "FILE")]
    pub keep: Option<PathBuf>,
    /// When the demo stands: a time of its day, or a date and a time
    #[arg(long, value_name = "HH:MM|YYYY-MM-DDTHH:MM")]
    pub at: Option<String>,
}

/// Print what a shell needs to complete `viche` with Tab
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  viche completions bash > ~/.local/share/bash-completion/completions/viche
  viche completions zsh > ~/.zfunc/_viche
  viche completions fish > ~/.config/fish/completions/viche.fish
  viche completions powershell >> $PROFILE")]
pub(super) struct Completions {
    /// The shell
    #[arg(value_name = "bash|zsh|fish|powershell", value_parser = shell)]
    pub shell: Shell,
}

/// Print the manual page
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  viche man > ~/.local/share/man/man1/viche.1
  viche man import requests | man -l -")]
pub(super) struct Man {
    /// A command that has a page of its own; the page of the whole program if none is given
    #[arg(value_name = "COMMAND")]
    pub command: Vec<String>,
}

/// Break down, to see that the terminal and the file outlive it
#[cfg(debug_assertions)]
#[derive(clap::Args, Debug)]
pub(super) struct Fault {
    /// What breaks: loop or journal; notes: nothing, but the disk may be full
    pub part: String,
    /// The file for notes
    pub file: Option<PathBuf>,
}

fn shell(name: &str) -> Result<Shell, String> {
    let known = ["bash", "zsh", "fish", "powershell"].contains(&name);
    name.parse().ok().filter(|_| known).ok_or_else(|| "bash, zsh, fish or powershell".to_owned())
}

fn lang(name: &str) -> Result<Lang, String> {
    Lang::ALL.into_iter().find(|lang| lang.code() == name).ok_or_else(|| "en or uk".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_are_well_formed_and_every_subcommand_shows_examples() {
        let mut command = Args::command();
        command.clone().debug_assert();
        command.build();
        let mut left: Vec<&clap::Command> = command.get_subcommands().collect();
        while let Some(one) = left.pop() {
            if one.get_name() == "help" || one.is_hide_set() {
                continue;
            }
            left.extend(one.get_subcommands());
            let shows = one.get_after_help().is_some_and(|help| help.to_string().contains("Examples:"));
            assert!(shows || one.has_subcommands(), "{} has no examples", one.get_name());
        }
    }
}
