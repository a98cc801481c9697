//! Killed before any call: before each write, flush, opening, lock, and whatever else changes a disk.

use std::os::unix::process::ExitStatusExt;

use crate::room::Room;
use crate::strace::{self, Harm, has_harmed, numbers};
use crate::work::{Bench, MENDING, NEW, PEOPLE, REQUESTS, Work};

/// What a command that writes calls for certain.
const CALLS: [&str; 4] = ["write", "fdatasync", "openat", "flock"];
/// What else changes a disk; not every system has each of them.
const OTHERS: &str = "fsync,ftruncate,fallocate,?pwrite64,?copy_file_range,?mkdir,?mkdirat,?rename,?renameat,\
                      ?renameat2,?link,?linkat,?unlink,?unlinkat";

#[test]
fn a_new_sprint_is_whole_or_was_never_promised() {
    killed_at_each_call_of(&NEW);
}

#[test]
fn an_import_of_requests_is_whole_or_not_there() {
    killed_at_each_call_of(&REQUESTS);
}

#[test]
fn an_import_of_people_is_whole_or_not_there() {
    killed_at_each_call_of(&PEOPLE);
}

#[test]
fn a_torn_end_is_never_cut_before_it_lies_beside_the_file() {
    killed_at_each_call_of(&MENDING);
}

fn killed_at_each_call_of(work: &'static Work) {
    let Some(strace) = strace::here() else { return };
    let bench = Bench::new(work);
    for call in CALLS {
        let kills = killed_at_each(&bench, strace, call);
        assert!(kills > 0, "{call} is never called");
    }
    killed_at_each(&bench, strace, OTHERS);
}

/// Kills it before the first such call, the second and so on, until it ends by itself; answers how often.
fn killed_at_each(bench: &Bench, strace: &std::path::Path, call: &str) -> usize {
    for (kills, nth) in numbers().enumerate() {
        let case = format!("killed at {call} {nth}");
        let harm = Harm { call, does: "signal=KILL", nth, about: &[] };
        let output = bench.does(&harm.words(&bench.desk, strace));
        bench.keeps_its_promise(&output, &case);
        if output.status.signal().is_none() {
            bench.is_done(&output, &case);
            return kills;
        }
        assert!(has_harmed(&bench.desk), "{case}: somebody else killed it");
    }
    unreachable!("numbers have no end")
}

/// Calls of a session about its own file.
const ABOUT_THE_FILE: [&str; 5] = ["write", "fdatasync", "openat", "flock", OTHERS];

#[test]
fn a_file_outlives_a_kill_while_it_is_being_opened() {
    let Some(strace) = strace::here() else { return };
    for call in ABOUT_THE_FILE {
        for nth in numbers() {
            let room = Room::new();
            let about = room.files();
            let about = about.each_ref().map(|path| path.as_path());
            let harm = Harm { call, does: "signal=KILL", nth, about: &about };
            let mut console = room.opens_under(&harm.words(&room.desk, strace));
            let came = console.comes("the first frame", crate::desk::is_frame);
            if came {
                console.takes("q");
            }
            console.ends();
            room.goes_on(&[], &format!("killed at {call} {nth}"));
            if came {
                break;
            }
        }
    }
}

#[test]
fn what_the_screen_showed_as_saved_outlives_a_kill_at_any_write() {
    killed_in_a_session_at("write");
}

#[test]
fn what_the_screen_showed_as_saved_outlives_a_kill_at_any_flush() {
    killed_in_a_session_at("fdatasync");
}

fn killed_in_a_session_at(call: &str) {
    const LINES: usize = 3;
    let Some(strace) = strace::here() else { return };
    for nth in 1..=LINES {
        let room = Room::new();
        let harm = Harm { call, does: "signal=KILL", nth, about: &[&room.switched()] };
        let mut console = room.opens_under(&harm.words(&room.desk, strace));
        console.is_up();
        room.switches();
        let saved: Vec<String> = (1..=LINES).map_while(|line| room.parks(&mut console, line)).collect();
        console.ends();
        assert!(saved.len() < nth, "{call} {nth} was not the one of line {nth}");
        room.goes_on(&saved, &format!("killed at {call} {nth}"));
    }
}
