//! What comes in from other programs and goes out to them. Works on bytes and values: opens no file and
//! knows nothing of screens or of the sprint's own file.
//!
//! Residents' answers come in by [`requests::read`], participants by [`people::read`]. A table that goes out again
//! with more columns is a [`table::Table`].

pub mod decode;
mod header;
pub mod people;
pub mod records;
pub mod requests;
pub mod separator;
pub mod table;
