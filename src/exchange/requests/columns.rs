//! Which column of a table is which, by the names in its header.

use super::{Columns, Problem};
use crate::exchange::header::{asked_for, key, place_of, shown};
use crate::text::Clean;

const TEXT: &[&str] = &[
    "text",
    "answer",
    "comment",
    "message",
    "request",
    "текст",
    "текст звернення",
    "текст відповіді",
    "відповідь",
    "коментар",
    "звернення",
    "повідомлення",
    "побажання",
];
const CATEGORY: &[&str] =
    &["category", "service", "topic", "категорія", "категорія звернення", "послуга", "тема", "сервіс"];
const DISTRICT: &[&str] = &["district", "area", "район"];
const DATE: &[&str] = &[
    "date",
    "created",
    "created at",
    "time",
    "timestamp",
    "дата",
    "дата звернення",
    "дата створення",
    "створено",
];

/// Places of the columns that are stored, from 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Found {
    /// What people wrote.
    pub text: usize,
    /// The word it came in with.
    pub category: Option<usize>,
    /// Where they live.
    pub district: Option<usize>,
    /// When they wrote.
    pub date: Option<usize>,
}

impl Found {
    fn has(&self, place: usize) -> bool {
        self.text == place || [self.category, self.district, self.date].contains(&Some(place))
    }

    /// Names of the columns that are not stored; one without a name is `#` and its number.
    pub(super) fn unstored(&self, headers: &[Clean]) -> Vec<Clean> {
        let others = headers.iter().enumerate().filter(|(place, _)| !self.has(*place));
        others
            .map(|(place, name)| match name.is_empty() {
                true => Clean::new(&format!("#{}", place + 1)),
                false => name.clone(),
            })
            .collect()
    }
}

/// Whether `header` is one of the names that columns are found by.
pub(in crate::exchange) fn is_known(header: &str) -> bool {
    let header = key(header);
    [TEXT, CATEGORY, DISTRICT, DATE].into_iter().flatten().any(|name| key(name) == header)
}

/// Finds the columns: those that are asked for by their name or number, the others by the known names, of
/// which the first in the list wins, and of columns with one name the first.
pub(super) fn find(headers: &[Clean], wanted: &Columns) -> Result<Found, Problem> {
    let one = |asked: &Option<String>, names| one(headers, asked.as_deref(), names);
    let found = one(&wanted.text, TEXT)?;
    Ok(Found {
        text: found.ok_or_else(|| Problem::NoTextColumn { headers: headers.to_vec() })?,
        category: one(&wanted.category, CATEGORY)?,
        district: one(&wanted.district, DISTRICT)?,
        date: one(&wanted.date, DATE)?,
    })
}

/// The column that is asked for, else the one that is known as what people wrote.
pub(in crate::exchange) fn text_column(
    headers: &[Clean],
    asked: Option<&str>,
) -> Result<Option<usize>, Problem> {
    one(headers, asked, TEXT)
}

fn one(headers: &[Clean], asked: Option<&str>, names: &[&str]) -> Result<Option<usize>, Problem> {
    let keys: Vec<String> = headers.iter().map(|header| key(header.as_str())).collect();
    match asked {
        Some(asked) => asked_for(&keys, asked)
            .map(Some)
            .ok_or_else(|| Problem::NoSuchColumn { asked: shown(asked), headers: headers.to_vec() }),
        None => Ok(names.iter().find_map(|name| place_of(&keys, name))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(names: &[&str]) -> Vec<Clean> {
        names.iter().map(|name| Clean::new(name)).collect()
    }

    #[test]
    fn columns_are_found_by_english_and_ukrainian_names() {
        let found =
            find(&headers(&["ID", " Created_At ", "COMMENT", "Service", "Area"]), &Columns::default());
        let expected = Found { text: 2, category: Some(3), district: Some(4), date: Some(1) };
        assert_eq!(found.unwrap(), expected);
        let found = find(&headers(&["Район", "Текст  звернення", "Послуга", "Дата"]), &Columns::default());
        assert_eq!(found.unwrap(), Found { text: 1, category: Some(2), district: Some(0), date: Some(3) });
    }

    #[test]
    fn the_first_of_two_columns_with_one_name_wins_and_the_other_is_named() {
        let headers = headers(&["text", "note", "Text", "", "category", "service"]);
        let found = find(&headers, &Columns::default()).unwrap();
        assert_eq!((found.text, found.category), (0, Some(4)));
        let unstored: Vec<String> = found.unstored(&headers).iter().map(Clean::to_string).collect();
        assert_eq!(unstored, ["note", "Text", "#4", "service"]);
    }

    #[test]
    fn a_flag_gives_a_name_or_a_number() {
        let headers = headers(&["№", "Що не так?", "Сім’я", "text"]);
        let wanted =
            Columns {
                text: Some("що не так?".into()), category: Some("сім'я".into()), ..Columns::default()
            };
        let found = find(&headers, &wanted).unwrap();
        assert_eq!((found.text, found.category), (1, Some(2)));
        let wanted = Columns { text: Some("2".into()), ..Columns::default() };
        assert_eq!(find(&headers, &wanted).unwrap().text, 1);
    }

    #[test]
    fn a_column_that_is_not_there_is_refused_with_the_headers() {
        let headers = headers(&["id", "name"]);
        assert_eq!(
            find(&headers, &Columns::default()),
            Err(Problem::NoTextColumn { headers: headers.clone() })
        );
        for asked in ["3", "0", "назва"] {
            let wanted =
                Columns { text: Some("1".into()), district: Some(asked.into()), ..Columns::default() };
            let problem = Problem::NoSuchColumn { asked: Clean::new(asked), headers: headers.clone() };
            assert_eq!(find(&headers, &wanted), Err(problem));
        }
    }
}
