//! A file that may not grow to hold a step: half of it is written, then the system refuses the rest or ends the
//! program.

use std::ffi::OsString;
use std::fs;
use std::os::unix::process::ExitStatusExt;

use rustix::process::Signal;

use crate::work::{Bench, REQUESTS};

/// In what a shell measures files.
const BLOCK_BYTES: usize = 512;

#[test]
fn half_a_step_is_cut_off_again_when_there_is_no_room_for_the_rest() {
    let bench = Bench::new(&REQUESTS);
    for blocks in blocks_of_a_step(&bench) {
        let case = format!("{blocks} blocks");
        let output = bench.does(&no_longer_than(blocks, WhenTooLong::WritingFails));
        bench.is_refused(&output, &case);
        assert!(
            fs::read(bench.file()).unwrap() == bench.before,
            "{case}: something of the step stands there"
        );
        bench.keeps_its_promise(&output, &case);
    }
}

#[test]
fn half_a_step_is_set_aside_by_the_next_opening_when_the_program_could_not_cut_it() {
    let bench = Bench::new(&REQUESTS);
    for blocks in blocks_of_a_step(&bench) {
        let case = format!("{blocks} blocks");
        let output = bench.does(&no_longer_than(blocks, WhenTooLong::TheProgramEnds));
        assert_eq!(output.status.signal(), Some(Signal::XFSZ.as_raw()), "{case}");
        let bytes = fs::read(bench.file()).unwrap();
        let torn = bytes.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
        bench.keeps_its_promise(&output, &case);
        assert!(torn.is_empty() || bench.is_aside(torn), "{case}: the half is gone");
    }
}

/// Lengths at which the step of the import does not fit, the last that has no room for it at all among them.
fn blocks_of_a_step(bench: &Bench) -> std::ops::RangeInclusive<u64> {
    let output = bench.does(&[]);
    bench.is_done(&output, "with room");
    let whole = fs::read(bench.file()).unwrap().len();
    let blocks = (bench.before.len() / BLOCK_BYTES) as u64..=((whole - 1) / BLOCK_BYTES) as u64;
    assert!(blocks.clone().count() > 4, "the step is too short to be cut in the middle");
    blocks
}

/// What the system does about a file that is too long: it sends a signal, and where nobody minds that lets the call fail.
#[derive(Clone, Copy)]
enum WhenTooLong {
    WritingFails,
    TheProgramEnds,
}

/// The words before a command that let a file grow to so many blocks.
fn no_longer_than(blocks: u64, then: WhenTooLong) -> Vec<OsString> {
    let minds = match then {
        WhenTooLong::WritingFails => "trap '' XFSZ; ",
        WhenTooLong::TheProgramEnds => "",
    };
    let script = format!("{minds}ulimit -c 0; ulimit -f {blocks}; exec \"$@\"");
    ["/bin/sh", "-c", &script, "sh"].map(OsString::from).to_vec()
}
