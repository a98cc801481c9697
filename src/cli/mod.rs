//! The command line: arguments, settings, and what each subcommand does. Says what went wrong and what to do
//! next on the error stream, and answers with the exit status that `viche --help` lists.
//!
//! Start with [`main`]; each subcommand has a file of its own.

mod accepted;
mod args;
mod backups;
mod check;
mod colours;
mod columns;
mod demo;
mod erase;
mod fallback;
#[cfg(debug_assertions)]
mod fault;
#[cfg(debug_assertions)]
mod fault_notes;
mod filed;
mod group;
mod import;
mod import_people;
mod keeping;
mod keymap;
mod keys;
mod merge;
mod new;
mod open;
mod passphrase;
mod place;
mod progress;
mod project;
mod reading;
mod repair;
mod say;
mod seal;
mod settings;
mod shell;
mod suggest;
mod tables;
mod unseal;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use place::Place;
use say::Fail;

/// Runs the program and answers its exit status.
pub fn main() -> ExitCode {
    let args = Args::parse();
    match act(&args) {
        Ok(status) => ExitCode::from(status),
        Err(fail) => {
            fail.print();
            ExitCode::from(fail.status)
        }
    }
}

fn act(args: &Args) -> Result<u8, Fail> {
    let place = Place::find(args.lang)?;
    match &args.command {
        Command::New(new) => new::run(new, &place),
        Command::Open(open) => open::run(open, &place),
        Command::Import(import) => match &import.what {
            args::ImportWhat::Requests(requests) => import::run(requests, &place),
            args::ImportWhat::People(people) => import_people::run(people, &place),
        },
        Command::Group(asked) => group::run(asked, &place),
        Command::Suggest(asked) => suggest::run(asked, &place),
        Command::Project(project) => project::run(project, &place),
        Command::Check(check) => check::run(check, &place),
        Command::Repair(repair) => repair::run(repair, &place),
        Command::Backups(backups) => backups::run(backups, &place),
        Command::Erase(asked) => erase::run(asked, &place),
        Command::Merge(merge) => merge::run(merge, &place),
        Command::Seal(seal) => seal::run(seal, &place),
        Command::Unseal(unseal) => unseal::run(unseal, &place),
        Command::Demo(demo) => demo::run(demo, &place),
        Command::Settings => settings::run(&place),
        Command::Keys => keys::run(&place),
        Command::Completions(asked) => shell::completions(asked),
        Command::Man(asked) => shell::man(asked, &place),
        #[cfg(debug_assertions)]
        Command::Fault(fault) => fault::run(fault, &place),
    }
}
