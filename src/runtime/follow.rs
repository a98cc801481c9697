//! The thread that follows a file: it looks whenever the system tells of a change in the file's folder, and
//! four times a second anyway, since some file systems tell nothing.

use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use crate::domain::{History, Step};
use crate::store::{Followed, Follower, Header, StoreError};

/// How long a change may stay unseen when the system does not tell of it.
const LOOK: Duration = Duration::from_millis(250);

/// What the thread tells.
pub enum News {
    /// These steps came.
    Steps(Vec<Step>),
    /// The whole file, folded.
    Whole(Header, Box<History>),
    /// It is gone.
    Gone,
    /// It can't be read.
    Unreadable(StoreError),
}

/// Begins the thread. It ends when `tell` answers `false`.
pub fn follow(mut follower: Follower, tell: impl Fn(News) -> bool + Send + 'static) -> std::io::Result<()> {
    let (wake, woken) = channel();
    let work = move || {
        let mut watching = watch(follower.path(), &wake);
        loop {
            let news = news(follower.look());
            // The folder itself may be another one than before.
            if let Some(News::Whole(..)) = news {
                drop(std::mem::replace(&mut watching, watch(follower.path(), &wake)));
            }
            if news.is_some_and(|news| !tell(news)) {
                return;
            }
            wait(&woken);
        }
    };
    std::thread::Builder::new().name("viche-follow".to_owned()).spawn(work).map(|_| ())
}

/// Folds a whole file here, where nobody waits for it.
fn news(followed: Followed) -> Option<News> {
    match followed {
        Followed::Nothing => None,
        Followed::Steps(steps) => Some(News::Steps(steps)),
        Followed::Whole(header, steps) => Some(News::Whole(header, Box::new(History::of(steps)))),
        Followed::Gone => Some(News::Gone),
        Followed::Unreadable(error) => {
            tracing::warn!(?error, "the file that is followed can't be read");
            Some(News::Unreadable(error))
        }
    }
}

/// Watches the folder in which the file really lies: a file that is replaced has another inode, its folder does
/// not. `None` where the system can't; looking now and then has to do there.
fn watch(path: &Path, wake: &Sender<()>) -> Option<RecommendedWatcher> {
    let real = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = real.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let wake = wake.clone();
    let changed = move |event: notify::Result<notify::Event>| {
        // Looking opens the file, of which the system tells as well.
        if event.is_ok_and(|event| !event.kind.is_access()) {
            let _ = wake.send(());
        }
    };
    let watched = notify::recommended_watcher(changed)
        .and_then(|mut watcher| watcher.watch(folder, RecursiveMode::NonRecursive).map(|()| watcher));
    watched.inspect_err(|error| tracing::warn!(%error, "the folder can't be watched")).ok()
}

/// Waits for a change, takes all that were told of meanwhile as one.
fn wait(woken: &Receiver<()>) {
    match woken.recv_timeout(LOOK) {
        Ok(()) => while woken.try_recv().is_ok() {},
        Err(RecvTimeoutError::Timeout) => {}
        // `follow` itself keeps a sender, so this never happens; and if it did, it must not spin.
        Err(RecvTimeoutError::Disconnected) => std::thread::sleep(LOOK),
    }
}
