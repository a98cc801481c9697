//! The half line of a list of counts: where the first rows together make half of everything. Rows above it
//! are the top tasks in the sense of G. McGovern, "Top Tasks" (2018).

/// The index of the row with which the rows so far first reach 50 % of all.
///
/// `counts` are sorted, the largest first. `None` when there is nothing to halve: no rows, or only noughts.
pub fn half_line(counts: &[u64]) -> Option<usize> {
    let all: u128 = counts.iter().map(|&count| u128::from(count)).sum();
    if all == 0 {
        return None;
    }
    let mut so_far: u128 = 0;
    counts.iter().position(|&count| {
        so_far += u128::from(count);
        so_far * 2 >= all
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_row_that_reaches_half_is_the_line() {
        assert_eq!(half_line(&[50, 30, 20]), Some(0));
        assert_eq!(half_line(&[49, 31, 20]), Some(1));
        assert_eq!(half_line(&[1, 1, 1, 1, 1]), Some(2));
        assert_eq!(half_line(&[7]), Some(0));
    }

    #[test]
    fn nothing_has_no_half() {
        assert_eq!(half_line(&[]), None);
        assert_eq!(half_line(&[0, 0]), None);
    }

    #[test]
    fn huge_counts_do_not_overflow() {
        assert_eq!(half_line(&[u64::MAX, u64::MAX, u64::MAX]), Some(1));
    }

    proptest! {
        #[test]
        fn rows_to_the_line_make_half_and_one_fewer_do_not(mut counts in prop::collection::vec(0u64..1000, 1..60)) {
            counts.sort_unstable_by(|a, b| b.cmp(a));
            let all: u64 = counts.iter().sum();
            match half_line(&counts) {
                None => prop_assert_eq!(all, 0),
                Some(row) => {
                    prop_assert!(counts[..=row].iter().sum::<u64>() * 2 >= all);
                    prop_assert!(counts[..row].iter().sum::<u64>() * 2 < all);
                }
            }
        }
    }
}
