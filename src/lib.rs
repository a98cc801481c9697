//! `viche` runs a live research-and-design sprint in a room: one terminal, one file.
//!
//! The modules are floors of a house: each names only floors above it in this list. `ARCHITECTURE.md`
//! walks through them; start reading at [`domain`] for what a sprint is, at [`app`] for how a key
//! becomes a fact and a screen.

pub mod app;
pub mod cli;
pub mod demo;
pub mod domain;
pub mod exchange;
pub mod kit;
pub mod method;
pub mod runtime;
pub mod screens;
pub mod store;
pub mod text;
pub mod words;
