//! What the system may do to the program, done to the shipped program: killed before any of its calls, refused by
//! the disk, kept waiting by it. Each time everything that it said is saved must be there, byte for byte, and the
//! file must go on: it opens, takes a step and opens again.
//!
//! Most of it is `strace` that stands between the program and the system. Where that is not installed each such
//! test says so and claims nothing. Long runs of calls are thinned out; `VICHE_EVERY=1` tries them all.
#![cfg(unix)]
// Helpers of tests count as code for the lint; what they stumble over fails the test as it should.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../desk/mod.rs"]
mod desk;
mod elsewhere;
mod grown;
mod killed;
mod promise;
mod refused;
mod room;
mod second;
mod slow;
mod strace;
mod work;
