//! Claims about the screen of requests.
