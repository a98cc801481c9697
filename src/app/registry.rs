//! The screens, one row each.

use super::global;
use crate::kit::{Row, Screen};
use crate::screens;

/// All screens, in the order of their digits on the keyboard: 0 comes last.
pub fn screens() -> Vec<Box<dyn Screen>> {
    vec![
        Box::new(screens::agenda::Agenda::default()),
        Box::new(screens::boards::Boards::default()),
        Box::new(screens::interviews::Interviews::default()),
        Box::new(screens::requests::Requests::default()),
        Box::new(screens::themes::Themes::default()),
        Box::new(screens::priorities::Priorities::default()),
        Box::new(screens::people::People::default()),
        Box::new(screens::face::Face::default()),
    ]
}

/// Every command row by the place it belongs to, for the manual; those that work everywhere come last.
pub fn manual_rows() -> Vec<(&'static str, Vec<Row>)> {
    let mut rows: Vec<(&'static str, Vec<Row>)> =
        screens().iter().map(|screen| (screen.name(), screen.rows())).collect();
    rows.push(("everywhere", global::rows()));
    rows
}
