//! `viche completions` and `viche man`: what shells and `man` want to know of the command line, made from its
//! arguments.

use clap::CommandFactory;

use super::args::{self, Args};
use super::place::Place;
use super::say::{self, Fail};
use crate::runtime::Problem;

/// Prints the completions of a shell.
pub(super) fn completions(asked: &args::Completions) -> Result<u8, Fail> {
    let mut bytes = Vec::new();
    clap_complete::generate(asked.shell, &mut Args::command(), "viche", &mut bytes);
    say::bytes(&bytes);
    Ok(0)
}

/// Prints the manual page of the program or of one of its commands.
pub(super) fn man(asked: &args::Man, place: &Place) -> Result<u8, Fail> {
    let mut command = Args::command();
    command.build();
    for name in &asked.command {
        let Some(found) = command.find_subcommand(name).filter(|found| !found.is_hide_set()) else {
            let words = place.words();
            let args = || crate::words::Args::new().with("name", name.as_str());
            return Err(Fail::usage(&Problem::new(&words, "problem-no-manual", args), &words));
        };
        command = found.clone();
    }
    let mut bytes = Vec::new();
    // Writing to memory does not fail.
    let _ = clap_mangen::Man::new(command).render(&mut bytes);
    say::bytes(&bytes);
    Ok(0)
}
