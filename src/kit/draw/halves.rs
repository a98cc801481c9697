//! Signs of two columns that something else was drawn over by half.

use ratatui::buffer::Buffer;

use crate::text::width;

/// Leaves out signs of which only the first half is still free. A terminal would draw them whole, over what was
/// drawn beside them.
pub fn mend_halves(buf: &mut Buffer) {
    let columns = buf.area.width;
    for y in 0..buf.area.height {
        for x in 0..columns {
            let symbol = buf[(x, y)].symbol();
            let is_wide = symbol.len() > 1 && width(symbol) > 1;
            let is_half = is_wide && (x + 1 == columns || buf[(x + 1, y)].symbol() != " ");
            if is_half {
                buf[(x, y)].set_symbol(" ");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_drawn_over_by_half_is_left_out_and_a_whole_one_stays() {
        let mut buf = Buffer::with_lines(["a中文b", "👩‍🔬 ok"]);
        buf[(4, 0)].set_symbol("│");
        mend_halves(&mut buf);
        let row = |y: u16| (0..buf.area.width).map(|x| buf[(x, y)].symbol()).collect::<String>();
        assert_eq!(row(0), "a中  │b");
        assert!(row(1).starts_with("👩‍🔬"), "{}", row(1));
    }
}
