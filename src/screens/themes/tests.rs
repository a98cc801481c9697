use crate::app::room::Room;
use crate::demo;

fn show(room: &mut Room, keys: &str, what: &str) {
    room.keys(keys);
    for (columns, rows) in [(80, 24), (60, 20), (120, 36), (200, 60)] {
        room.sized(columns, rows);
        println!("=== {what} {columns}x{rows}\n{}", room.screen());
    }
    room.sized(80, 24);
}

#[test]
fn look() {
    let mut room = Room::demo();
    show(&mut room, "5", "demo");
    show(&mut room, "Tab", "themes pane");
    show(&mut room, "w", "why");
    show(&mut room, "Esc Enter", "opened");
    show(&mut room, "Esc ← r", "silent");
    show(&mut room, "r m", "send");
    show(&mut room, "Esc Space Space a", "form");
    let mut room = Room::demo_in("uk");
    show(&mut room, "5", "uk");
    show(&mut room, "Tab ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓", "uk themes");
    show(&mut room, "Enter", "uk opened");
    show(&mut room, "Esc ← r", "uk silent");
    show(&mut room, "r Enter", "uk read");
    let mut room = Room::empty();
    show(&mut room, "5", "empty");
    show(&mut room, "Tab", "empty themes");
    let steps = demo::large(5_000, 300, 1_000, 7);
    let at = steps.last().unwrap().at;
    let mut room = Room::of(steps, at);
    show(&mut room, "5 End", "large");
    show(&mut room, "Tab End ↑", "large themes");
}
