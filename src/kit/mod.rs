//! What screens are made of: the command row, keys, the context a command acts in, effects and jobs as plain
//! data, overlays that a screen asks for, roles of colour, the text field and the widgets.
//!
//! Knows no screen, no file, no exchange format. Start with [`Command`] and [`Cx`].

pub mod ask;
pub mod binding;
mod command;
mod cx;
pub mod depth;
pub mod derived;
mod draft;
pub mod draw;
mod effect;
pub mod field;
pub mod job;
mod key;
mod keymap;
pub mod kinds;
mod list;
pub mod motion;
mod notice;
pub mod palette;
mod pointer;
pub mod refusal;
pub mod roles;
pub mod said;
mod screen;
pub mod setting;
pub mod theme;
mod verb;
pub mod wall;

pub use ask::{Ask, Reply};
pub use command::{Command, Reason, always};
pub use cx::{Cx, Out, Shell};
pub use derived::Derived;
pub use draft::{Begun, Drafts};
pub use effect::Effect;
pub use field::Field;
pub use job::{Answer, Job};
pub use key::Key;
pub use keymap::{Keymap, ctrl_on_us_keyboard, on_us_keyboard, place_digit, verb_of};
pub use list::List;
pub use notice::Notice;
pub use pointer::{Pointer, PointerAct, Touch};
pub use screen::{Go, Item, Motion, Place, Row, Screen, Shift};
pub use verb::Verb;
