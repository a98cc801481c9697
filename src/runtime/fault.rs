//! Panics: the terminal is given back before anything else, and what is kept is where it happened. The words
//! of a panic may quote what people said, so they go nowhere.

use std::panic;
use std::sync::{Arc, Mutex};

use super::terminal::Restorer;

/// How the threads of jobs are named: their panics end the job and not the program.
pub(super) const JOB_THREAD: &str = "viche-job";

/// Watches for panics while it lives.
pub(super) struct Faults {
    place: Arc<Mutex<Option<String>>>,
}

impl Faults {
    /// Watches. A panic gives the terminal back, unless it is that of a job.
    pub fn watch(restorer: Restorer) -> Self {
        let place = Arc::new(Mutex::new(None));
        let noted = Arc::clone(&place);
        panic::set_hook(Box::new(move |panic| {
            let at = panic.location().map(|at| format!("{}:{}", at.file(), at.line())).unwrap_or_default();
            let thread = std::thread::current();
            let is_job = thread.name().is_some_and(|name| name.starts_with(JOB_THREAD));
            if !is_job {
                restorer.restore();
                if let Ok(mut place) = noted.lock() {
                    place.get_or_insert(at.clone());
                }
            }
            tracing::error!(at, thread = thread.name(), "a fault in the program");
        }));
        Self { place }
    }

    /// Where the first one happened, as file and line.
    pub fn place(&self) -> Option<String> {
        self.place.lock().ok().and_then(|place| place.clone())
    }
}

impl Drop for Faults {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let _ = panic::take_hook();
        }
    }
}
