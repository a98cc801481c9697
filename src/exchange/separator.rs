//! Which character parts the cells of a CSV: programs and countries differ, and few files say so.

use super::records::{Record, Records};

/// How many records are tried.
const SAMPLE_RECORDS_MAX: u32 = 50;

/// What stands between cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`, as spreadsheets write in Ukrainian.
    Semicolon,
    /// A tab.
    Tab,
}

impl Separator {
    /// All of them; of equally good ones the last is taken, which in a file of one column is the tab, since
    /// answers hardly contain any.
    pub const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    /// The character.
    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

/// The separator of `text`: the one that parts off the most headers that are `known`, then leaves the most
/// rows as long as the header, then makes the most columns.
pub fn choose(text: &str, known: impl Fn(&str) -> bool) -> Separator {
    let fitness = |&separator: &Separator| fitness(text, separator, &known);
    Separator::ALL.into_iter().max_by_key(fitness).unwrap_or(Separator::Comma)
}

/// How many headers are known, how many of a thousand rows fit the header, how many columns there are.
fn fitness(text: &str, separator: Separator, known: impl Fn(&str) -> bool) -> (usize, u32, usize) {
    let mut records = Records::new(text, separator);
    let mut record = Record::default();
    if !matches!(records.read(&mut record), Some(Ok(()))) {
        return (0, 0, 0);
    }
    let columns = record.found;
    let known_count = record.cells().iter().filter(|cell| known(&cell.text())).count();
    let (mut rows, mut fitting) = (0, 0);
    while let Some(result) = records.read(&mut record) {
        rows += 1;
        fitting += u32::from(result.is_ok() && record.found == columns);
        if rows == SAMPLE_RECORDS_MAX {
            break;
        }
    }
    (known_count, fitting * 1000 / rows.max(1), columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(text: &str) -> Separator {
        choose(text, |header| header == "text")
    }

    #[test]
    fn the_separator_that_fits_all_rows_is_chosen() {
        assert_eq!(chosen("a,b\n1,2\n3,4;5\n"), Separator::Comma);
        assert_eq!(
            chosen("Що, на вашу думку, не так;Район\nЧерги, бруд, шум;Центр\nні;Схід\n"),
            Separator::Semicolon
        );
        assert_eq!(chosen("a\tb, c\n1\t2\n"), Separator::Tab);
    }

    #[test]
    fn a_known_header_decides() {
        assert_eq!(chosen("text;a,b,c,d\n1;2,3,4,5\n"), Separator::Semicolon);
    }

    #[test]
    fn commas_inside_quotes_do_not_mislead() {
        assert_eq!(chosen("a;b\n\"1,2\";\"3,4\"\n"), Separator::Semicolon);
    }

    #[test]
    fn commas_in_the_only_column_part_nothing() {
        assert_eq!(chosen("text\nlong queue, no seats\ncold; dark\n"), Separator::Tab);
    }
}
