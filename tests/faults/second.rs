//! More writers than one: whoever has the file keeps it, and every other one hears so.

use std::process::Output;

use crate::promise::{goes_on, is_one_clear_error, times_in};
use crate::room::Room;
use crate::work::{Bench, FILE, REQUESTS};

const WRITERS: usize = 6;

#[test]
fn a_second_writer_is_refused_and_the_first_goes_on() {
    let room = Room::new();
    std::fs::write(room.desk.path("people.csv"), "Name,Department\nІван П.,Здоров’я\n").unwrap();
    let import = ["import", "people", "disk/двір.viche", "people.csv"];
    let mut console = room.opens();
    console.is_up();
    let saved = room.parks(&mut console, 1);
    let second = room.desk.output_under(&[], &import);
    let said = String::from_utf8_lossy(&second.stderr).into_owned();
    is_one_clear_error(&said, "the second writer");
    let holder = format!("in use by pid {}", console.child.process_id().unwrap());
    assert!(second.status.code() == Some(1) && said.contains(&holder), "{said}");
    let texts: Vec<String> = saved.into_iter().chain(room.parks(&mut console, 2)).collect();
    console.keys("q");
    assert_eq!((console.ends(), texts.len()), (0, 2));
    assert!(room.desk.output_under(&[], &import).status.success());
    room.goes_on(&texts, "after a second writer");
}

#[test]
fn of_many_writers_at_once_each_hears_the_truth() {
    let bench = Bench::new(&REQUESTS);
    let import = || bench.desk.output_under(&[], &["import", "requests", FILE, "answers.csv"]);
    let outputs: Vec<Output> = std::thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS).map(|_| scope.spawn(import)).collect();
        writers.into_iter().map(|writer| writer.join().unwrap()).collect()
    });
    let (done, refused): (Vec<&Output>, Vec<&Output>) =
        outputs.iter().partition(|output| output.status.success());
    assert!(!done.is_empty(), "nobody got the file");
    for output in refused {
        is_one_clear_error(&String::from_utf8_lossy(&output.stderr), "refused");
    }
    let steps = goes_on(&bench.file(), &bench.before, "many writers");
    assert_eq!(times_in(&steps, "Черга з шостої ранку"), done.len());
}
