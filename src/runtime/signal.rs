//! What the system tells the process.

#[cfg(unix)]
use tokio::signal::unix::{Signal as Stream, SignalKind, signal};

/// A signal that matters here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Signal {
    /// Leave; the number of the signal.
    End(u8),
    /// Somebody wants the process to stand still, as with Ctrl+Z in a shell.
    #[cfg(unix)]
    Stop,
    /// It goes on, with a terminal that others had meanwhile.
    #[cfg(unix)]
    Continue,
    /// The terminal has another size.
    #[cfg(unix)]
    Resized,
}

/// All of them, heard from the moment it is made.
#[cfg(unix)]
pub(super) struct Signals {
    term: Stream,
    hup: Stream,
    int: Stream,
    quit: Stream,
    stop: Stream,
    on: Stream,
    resized: Stream,
}

#[cfg(unix)]
impl Signals {
    pub fn listen() -> std::io::Result<Self> {
        let number = |signal: rustix::process::Signal| SignalKind::from_raw(signal.as_raw());
        Ok(Self {
            term: signal(SignalKind::terminate())?,
            hup: signal(SignalKind::hangup())?,
            int: signal(SignalKind::interrupt())?,
            quit: signal(SignalKind::quit())?,
            stop: signal(number(rustix::process::Signal::TSTP))?,
            on: signal(number(rustix::process::Signal::CONT))?,
            resized: signal(SignalKind::window_change())?,
        })
    }

    /// The next one.
    pub async fn next(&mut self) -> Signal {
        tokio::select! {
            biased;
            _ = self.hup.recv() => Signal::End(1),
            _ = self.term.recv() => Signal::End(15),
            _ = self.int.recv() => Signal::End(2),
            _ = self.quit.recv() => Signal::End(3),
            _ = self.stop.recv() => Signal::Stop,
            _ = self.on.recv() => Signal::Continue,
            _ = self.resized.recv() => Signal::Resized,
        }
    }
}

/// Only Ctrl+C from outside is known here.
#[cfg(not(unix))]
pub(super) struct Signals;

#[cfg(not(unix))]
impl Signals {
    pub fn listen() -> std::io::Result<Self> {
        Ok(Self)
    }

    /// The next one.
    pub async fn next(&mut self) -> Signal {
        match tokio::signal::ctrl_c().await {
            Ok(()) => Signal::End(2),
            Err(_) => std::future::pending().await,
        }
    }
}
