//! The file can't be written while a session runs: everything goes on elsewhere, a sentence about it stays, and nothing
//! is lost.

use std::fs;
use std::io::Write;
use std::path::Path;

use rustix::process::Signal;

use crate::desk::Console;
use crate::room::Room;
use crate::strace::{self, Harm, let_go, numbers};

/// What the screen says while it lasts.
const ELSEWHERE: &str = "saved elsewhere";
const BANNER: &str = "The file can’t be written";

/// A disk that loses what it flushes, and disks that take nothing.
const BROKEN: [(&str, &str); 4] =
    [("fdatasync", "error=EIO"), ("write", "error=ENOSPC"), ("write", "error=EIO"), ("write", "error=EFBIG")];

#[test]
fn what_went_on_elsewhere_is_back_after_the_next_opening() {
    let Some(strace) = strace::here() else { return };
    for (call, does) in BROKEN {
        let room = Room::new();
        let (mut console, texts) = goes_elsewhere(&room, strace, call, does);
        console.keys("\x1b").shows(BANNER).keys("q");
        assert_eq!(console.ends(), 1, "{call} {does}");
        assert!(console.is_restored(), "{call} {does}");
        assert!(console.text().contains("when that is opened next"), "{}", console.text());
        comes_back(&room, &texts, &format!("{call} {does}"));
    }
}

#[test]
fn what_went_on_elsewhere_outlives_a_kill() {
    let Some(strace) = strace::here() else { return };
    for (call, does) in BROKEN {
        let room = Room::new();
        let (mut console, texts) = goes_elsewhere(&room, strace, call, does);
        console.signal(Signal::KILL);
        console.ends();
        comes_back(&room, &texts, &format!("{call} {does}, then killed"));
    }
}

#[test]
fn a_file_that_can_be_written_again_has_everything_without_a_restart() {
    let Some(strace) = strace::here() else { return };
    let room = Room::new();
    let (mut console, texts) = goes_elsewhere(&room, strace, "write", "error=ENOSPC");
    let_go(&mut console);
    console.shows("saved ✓").waits("no banner", |screen| !screen.contents().contains(BANNER)).keys("q");
    assert_eq!(console.ends(), 0);
    assert!(room.shelf().fallbacks().is_empty());
    room.goes_on(&texts, "after a full disk");
}

#[test]
fn with_no_place_elsewhere_it_is_kept_until_the_file_can_be_written() {
    let Some(strace) = strace::here() else { return };
    let room = Room::new();
    fs::remove_dir_all(room.desk.path("home/viche/sprints")).unwrap();
    fs::write(room.desk.path("home/viche/sprints"), "").unwrap();
    let (mut console, saved) = at_a_disk_that_fails(&room, strace, "write", "error=ENOSPC");
    let kept = (2..=3).map(|line| room.parks_until(&mut console, line, "NOT SAVED").unwrap());
    let texts: Vec<String> = saved.into_iter().chain(kept).collect();
    console.keys("\x1b").shows("Not in the file yet");
    let_go(&mut console);
    console.shows("saved ✓").keys("q");
    assert_eq!(console.ends(), 0);
    room.goes_on(&texts, "kept in memory");
}

#[test]
fn a_kill_while_it_is_taken_back_in_loses_and_doubles_nothing() {
    let Some(strace) = strace::here() else { return };
    for call in ["write", "fdatasync", "?unlink,?unlinkat"] {
        for nth in numbers() {
            let room = Room::new();
            let (mut console, texts) = goes_elsewhere(&room, strace, "fdatasync", "error=EIO");
            console.keys("q");
            console.ends();
            room.switches_back();
            let file = room.file();
            let fallback = room.shelf().fallbacks().remove(0);
            let about = [file.as_path(), fallback.as_path()];
            let harm = Harm { call, does: "signal=KILL", nth, about: &about };
            let mut again = room.opens_under(&harm.words(&room.desk, strace));
            let came = again.comes("the first frame", crate::desk::is_frame);
            again.signal(Signal::KILL);
            again.ends();
            comes_back(&room, &texts, &format!("killed at {call} {nth}"));
            if came {
                assert!(nth > 1, "{call} is never called");
                break;
            }
        }
    }
}

#[test]
fn what_somebody_else_wrote_into_the_file_is_kept_beside_it() {
    let room = Room::new();
    let mut console = room.opens();
    console.is_up();
    let saved = room.parks(&mut console, 1);
    let strange = "рядок з іншої програми".as_bytes();
    fs::File::options().append(true).open(room.file()).unwrap().write_all(strange).unwrap();
    let texts: Vec<String> = saved.into_iter().chain(room.parks_until(&mut console, 2, ELSEWHERE)).collect();
    console.keys("q");
    assert_eq!((console.ends(), texts.len()), (1, 2));
    comes_back(&room, &texts, "written by another");
    assert!(room.is_aside(strange), "what the other wrote is gone");
}

#[test]
fn a_file_that_was_replaced_by_an_older_copy_has_everything_after_the_next_opening() {
    let room = Room::new();
    let copy = room.desk.path("copy.viche");
    fs::copy(room.file(), &copy).unwrap();
    let mut console = room.opens();
    console.is_up();
    let saved = room.parks(&mut console, 1);
    fs::rename(&copy, room.file()).unwrap();
    let texts: Vec<String> = saved.into_iter().chain(room.parks_until(&mut console, 2, ELSEWHERE)).collect();
    console.keys("q");
    assert_eq!((console.ends(), texts.len()), (1, 2));
    comes_back(&room, &texts, "replaced");
}

#[test]
fn a_file_that_was_taken_away_and_put_back_has_everything_without_a_restart() {
    let room = Room::new();
    let away = room.desk.path("away.viche");
    let mut console = room.opens();
    console.is_up();
    let saved = room.parks(&mut console, 1);
    fs::rename(room.file(), &away).unwrap();
    let texts: Vec<String> = saved.into_iter().chain(room.parks_until(&mut console, 2, ELSEWHERE)).collect();
    fs::rename(&away, room.file()).unwrap();
    console.shows("saved ✓").keys("q");
    assert_eq!((console.ends(), texts.len()), (0, 2));
    room.goes_on(&texts, "put back");
}

#[test]
fn a_folder_that_takes_no_new_files_does_not_stop_a_session() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::new();
    let folder = room.desk.path("disk");
    let mut console = room.opens();
    console.is_up();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o500)).unwrap();
    let texts: Vec<String> = (1..=2).map_while(|line| room.parks(&mut console, line)).collect();
    console.keys("q");
    assert_eq!((console.ends(), texts.len()), (0, 2));
    room.goes_on(&texts, "in a folder to read");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).unwrap();
}

/// A session with one line saved, whose disk fails from now on.
fn at_a_disk_that_fails(room: &Room, strace: &Path, call: &str, does: &str) -> (Console, Vec<String>) {
    let harm = Harm { call, does, nth: 0, about: &[&room.switched()] };
    let mut console = room.opens_under(&harm.words(&room.desk, strace));
    console.is_up();
    let saved = room.parks(&mut console, 1);
    room.switches();
    (console, saved.into_iter().collect())
}

/// The same with two lines more, which went elsewhere.
fn goes_elsewhere(room: &Room, strace: &Path, call: &str, does: &str) -> (Console, Vec<String>) {
    let (mut console, mut texts) = at_a_disk_that_fails(room, strace, call, does);
    texts.extend((2..=3).map_while(|line| room.parks_until(&mut console, line, ELSEWHERE)));
    assert_eq!(texts.len(), 3, "{call} {does}: it ended");
    assert_eq!(room.shelf().fallbacks().len(), 1, "{call} {does}");
    (console, texts)
}

/// Claims that the next opening brings everything into the file and that nothing is left elsewhere.
#[track_caller]
fn comes_back(room: &Room, texts: &[String], case: &str) {
    room.goes_on(texts, case);
    assert_eq!(room.shelf().fallbacks(), [] as [std::path::PathBuf; 0], "{case}");
}
