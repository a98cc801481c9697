//! The screens, one folder each: its state, its command rows, its view, its tests. A screen knows no other
//! screen, no file and no exchange format.

pub mod agenda;
pub mod boards;
pub mod face;
pub mod interviews;
pub mod people;
pub mod priorities;
pub mod requests;
pub mod themes;
