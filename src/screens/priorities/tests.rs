//! Claims about the screen of priorities.

use crate::app::room::Room;

#[test]
fn look() {
    for lang in ["uk", "en"] {
        for (w, h) in [(60, 20), (80, 24)] {
            let mut room = Room::demo_in(lang);
            room.sized(w, h).keys("6");
            println!("{}", room.screen());
            room.keys("Enter");
            println!("{}", room.screen());
            room.keys("Esc r n n n");
            println!("{}", room.screen());
            room.keys("r Tab + d +");
            println!("{}", room.screen());
            room.keys("Tab v");
            println!("{}", room.screen());
            room.keys("v v Enter");
            println!("{}", room.screen());
            room.keys("Esc v k");
            println!("{}", room.screen());
            room.keys("Esc .");
            println!("{}", room.screen());
            room.keys("Esc e");
            println!("{}", room.screen());
            room.keys("Esc ?");
            println!("{}", room.screen());
        }
    }
    let mut room = Room::empty();
    room.keys("6");
    println!("{}", room.screen());
}
