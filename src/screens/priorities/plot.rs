//! Where points of the 2x2 lie: demand to the right, impact upwards. A point that would lie on another moves a
//! few columns aside; what finds no place is named below the plot, never left out.

use std::collections::BTreeSet;

/// How far to the side a point may move: so many columns, or this part of a wide plot.
const ASIDE_MIN: u16 = 8;
const ASIDE_PART: u16 = 10;

/// A point to be placed.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Point {
    /// 0 at the left end to 1 at the right.
    pub x: f64,
    /// 0 at the bottom to 1 at the top.
    pub y: f64,
    /// Columns that its sign and code take.
    pub width: u16,
}

/// A column and row from the top left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spot {
    /// The column of its sign.
    pub column: u16,
    /// The row.
    pub row: u16,
}

/// The row of a height of 0 to 1.
pub fn row_of(y: f64, rows: u16) -> u16 {
    ((1.0 - y.clamp(0.0, 1.0)) * f64::from(rows.saturating_sub(1))).round() as u16
}

/// The column of a share of 0 to 1.
pub fn column_of(x: f64, columns: u16) -> u16 {
    (x.clamp(0.0, 1.0) * f64::from(columns.saturating_sub(1))).round() as u16
}

/// Places points in their order; the earlier ones get the better places. `None`: there was no room.
pub fn place(points: &[Point], columns: u16, rows: u16) -> Vec<Option<Spot>> {
    let mut taken: BTreeSet<(u16, u16)> = BTreeSet::new();
    points.iter().map(|point| place_one(point, columns, rows, &mut taken)).collect()
}

fn place_one(point: &Point, columns: u16, rows: u16, taken: &mut BTreeSet<(u16, u16)>) -> Option<Spot> {
    if rows == 0 || point.width > columns {
        return None;
    }
    let last = columns - point.width;
    let wanted = column_of(point.x, columns).min(last);
    let row = row_of(point.y, rows);
    let aside = (0..=ASIDE_MIN.max(columns / ASIDE_PART))
        .flat_map(|by| [wanted.checked_add(by), wanted.checked_sub(by)]);
    let is_free = |column: &u16| {
        // A column between two points keeps their codes apart.
        let from = column.saturating_sub(1);
        (from..=column + point.width).all(|x| !taken.contains(&(row, x)))
    };
    let column = aside.flatten().filter(|column| *column <= last).find(is_free)?;
    taken.extend((column..column + point.width).map(|x| (row, x)));
    Some(Spot { column, row })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(x: f64, y: f64) -> Point {
        Point { x, y, width: 3 }
    }

    #[test]
    fn the_corners_are_the_ends_of_both_scales() {
        let spots = place(&[point(0.0, 0.0), point(1.0, 1.0)], 40, 10);
        assert_eq!(spots[0], Some(Spot { column: 0, row: 9 }));
        assert_eq!(spots[1], Some(Spot { column: 37, row: 0 }));
    }

    #[test]
    fn a_point_on_another_moves_aside_and_never_over_it() {
        let spots = place(&[point(0.5, 0.5), point(0.5, 0.5), point(0.5, 0.5)], 40, 9);
        let mut columns: Vec<u16> = spots.iter().flatten().map(|spot| spot.column).collect();
        columns.sort_unstable();
        assert_eq!(columns.len(), 3);
        assert!(columns.windows(2).all(|pair| pair[1] - pair[0] >= 4), "{columns:?}");
    }

    #[test]
    fn what_finds_no_place_is_given_back_and_nothing_panics_in_no_room() {
        let crowd = vec![point(0.5, 0.5); 12];
        assert!(place(&crowd, 20, 5).iter().any(Option::is_none));
        assert_eq!(place(&crowd, 2, 5), vec![None; 12]);
        assert_eq!(place(&crowd, 20, 0), vec![None; 12]);
    }
}
