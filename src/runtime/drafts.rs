//! The thread that keeps drafts: what is typed is in the file a moment after the key. It has nothing to do with
//! the journal's thread, so that a slow flush there delays nothing here; its own flush is a thread further on,
//! comes at most once a second, and nobody waits for it.

use std::fs::File;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::domain::Draft;
use crate::store::DraftFile;

/// Most drafts that go into one write.
const BATCH_MAX: usize = 256;
/// From one flush to the next.
const BETWEEN_FLUSHES: Duration = Duration::from_secs(1);

/// What the thread tells.
#[derive(Debug)]
pub(super) enum News {
    /// Drafts can't be kept; told once until they can be again.
    NotKept(io::Error),
    /// The thread broke down.
    Died,
}

/// The handle of the thread. Dropping it waits until everything is written.
pub(super) struct Clerk {
    drafts: Option<Sender<Draft>>,
    thread: Option<JoinHandle<()>>,
}

impl Clerk {
    /// Begins the thread.
    pub fn start(file: DraftFile, tell: impl Fn(News) + Send + 'static) -> io::Result<Self> {
        Self::start_with(file, tell, |file| {
            let flushed = file.sync_data();
            std::thread::sleep(BETWEEN_FLUSHES);
            flushed
        })
    }

    fn start_with(
        file: DraftFile,
        tell: impl Fn(News) + Send + 'static,
        flush: impl Fn(&File) -> io::Result<()> + Send + 'static,
    ) -> io::Result<Self> {
        let (written, to_flush) = channel();
        let flush = move || flush_all(&to_flush, flush);
        std::thread::Builder::new().name("viche-drafts-flush".to_owned()).spawn(flush)?;
        let (drafts, inbox) = channel();
        let work = move || {
            if let Err(panic) = catch_unwind(AssertUnwindSafe(|| keep_all(file, &inbox, &written, &tell))) {
                tell(News::Died);
                resume_unwind(panic);
            }
        };
        let thread = std::thread::Builder::new().name("viche-drafts".to_owned()).spawn(work)?;
        Ok(Self { drafts: Some(drafts), thread: Some(thread) })
    }

    /// Lets a draft be kept, or go.
    pub fn keep(&self, draft: Draft) {
        if let Some(drafts) = &self.drafts {
            // A thread that broke down has said so.
            let _ = drafts.send(draft);
        }
    }
}

impl Drop for Clerk {
    fn drop(&mut self) {
        self.drafts = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Writes what comes until nothing comes any more; then nothing is left there but what is kept.
fn keep_all(mut file: DraftFile, inbox: &Receiver<Draft>, written: &Sender<Arc<File>>, tell: &impl Fn(News)) {
    let mut fails = false;
    while let Ok(first) = inbox.recv() {
        let changes: Vec<Draft> = std::iter::once(first).chain(inbox.try_iter().take(BATCH_MAX)).collect();
        let kept = file.keep(&changes);
        let failed_before = std::mem::replace(&mut fails, kept.is_err());
        match (kept, file.file()) {
            (Ok(()), Some(file)) => {
                let _ = written.send(file);
            }
            (Ok(()), None) => {}
            (Err(error), _) => {
                tracing::warn!(?error, "drafts can't be kept");
                if !failed_before {
                    tell(News::NotKept(error));
                }
            }
        }
    }
    if let Err(error) = file.tidy() {
        tracing::warn!(?error, "drafts can't be tidied up");
    }
}

/// Flushes the newest file that was written to, again and again.
fn flush_all(written: &Receiver<Arc<File>>, flush: impl Fn(&File) -> io::Result<()>) {
    while let Ok(file) = written.recv() {
        let newest = written.try_iter().last().unwrap_or(file);
        if let Err(error) = flush(&newest) {
            tracing::warn!(?error, "drafts can't be flushed");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Mutex;

    use super::*;
    use crate::domain::Seat;
    use crate::text::Clean;

    fn typed(text: &str) -> Draft {
        let (place, field) = (Clean::new("boards"), Clean::new("a"));
        let texts = vec![text.to_owned()];
        Draft {
            seat: Seat::Facilitator,
            place,
            field,
            about: Clean::default(),
            open: true,
            saved: None,
            texts,
        }
    }

    fn kept(folder: &Path) -> String {
        DraftFile::open(folder).unwrap().kept().iter().map(|draft| draft.texts.concat()).collect()
    }

    #[test]
    fn what_is_typed_is_written_while_a_flush_hangs() {
        let folder = tempfile::tempdir().unwrap();
        let (hang, release) = channel::<()>();
        let (begun, begins) = channel();
        let release = Mutex::new(release);
        let flush = move |_: &File| {
            let _ = begun.send(());
            let _ = release.lock().unwrap().recv();
            Ok(())
        };
        let clerk = Clerk::start_with(DraftFile::open(folder.path()).unwrap(), |_| (), flush).unwrap();
        clerk.keep(typed("half"));
        begins.recv().unwrap();
        clerk.keep(typed("half a sentence"));
        while kept(folder.path()) != "half a sentence" {
            std::thread::yield_now();
        }
        drop(hang);
    }

    #[test]
    fn everything_is_written_when_it_ends() {
        let folder = tempfile::tempdir().unwrap();
        let clerk = Clerk::start(DraftFile::open(folder.path()).unwrap(), |_| ()).unwrap();
        for n in 0..100 {
            clerk.keep(typed(&n.to_string()));
        }
        drop(clerk);
        assert_eq!(kept(folder.path()), "99");
    }

    #[test]
    fn a_folder_that_can_not_be_made_is_told_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file").join("folder");
        let file = DraftFile::open(&path).unwrap();
        std::fs::write(folder.path().join("file"), "").unwrap();
        let (tell, told) = channel();
        let clerk = Clerk::start(file, move |news| tell.send(news).unwrap()).unwrap();
        clerk.keep(typed("half"));
        assert!(matches!(told.recv(), Ok(News::NotKept(_))));
        clerk.keep(typed("half a sentence"));
        drop(clerk);
        assert!(told.recv().is_err(), "it was told again");
    }
}
