//! Claims about the screen of people.
