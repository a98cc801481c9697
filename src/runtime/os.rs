//! What the systems do differently about clocks, terminals and processes. Linux comes first; elsewhere each
//! function says what it does in place of it.

use std::io;

/// Columns and rows of the terminal when nobody knows them.
#[cfg(not(unix))]
const SIZE_UNKNOWN: (u16, u16) = (80, 24);

/// The steady clock: never set, never back, and it goes on in suspend.
///
/// Linux: CLOCK_BOOTTIME, comparable between runs of one boot. macOS: CLOCK_MONOTONIC, which goes on in sleep
/// there. Windows: the performance counter since the program began, not comparable between runs, which is
/// why [`boot_id`] names each run there.
pub struct Steady {
    #[cfg(not(unix))]
    began: std::time::Instant,
}

impl Steady {
    /// The clock as it goes.
    pub fn new() -> Self {
        Self {
            #[cfg(not(unix))]
            began: std::time::Instant::now(),
        }
    }

    /// Milliseconds it has counted.
    #[cfg(unix)]
    pub fn ms(&self) -> u64 {
        #[cfg(any(target_os = "linux", target_os = "android"))]
        const CLOCK: rustix::time::ClockId = rustix::time::ClockId::Boottime;
        #[cfg(not(any(target_os = "linux", target_os = "android")))]
        const CLOCK: rustix::time::ClockId = rustix::time::ClockId::Monotonic;
        let now = rustix::time::clock_gettime(CLOCK);
        u64::try_from(now.tv_sec).unwrap_or(0) * 1_000 + u64::try_from(now.tv_nsec).unwrap_or(0) / 1_000_000
    }

    /// Milliseconds it has counted.
    #[cfg(not(unix))]
    pub fn ms(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}

impl Default for Steady {
    fn default() -> Self {
        Self::new()
    }
}

/// Names the boot of the machine, within which steady clocks can be compared.
///
/// Linux tells it. Where it doesn't, and on other systems, each run gets a name of its own: what ran before
/// is then worked out by the wall clock, and the screen says so.
pub fn boot_id() -> String {
    let known = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap_or_default();
    let known = known.trim();
    match known.len() {
        36 => known.to_owned(),
        _ => uuid::Uuid::new_v4().to_string(),
    }
}

/// The name of the machine, as people know it.
pub fn host() -> String {
    #[cfg(unix)]
    let name = rustix::system::uname().nodename().to_string_lossy().into_owned();
    #[cfg(not(unix))]
    let name = std::env::var("COMPUTERNAME").unwrap_or_default();
    if name.is_empty() { "localhost".to_owned() } else { name }
}

/// Columns and rows of the terminal. Asks the system, never the terminal itself.
#[cfg(unix)]
pub fn size() -> io::Result<(u16, u16)> {
    let size = crossterm::terminal::window_size()?;
    Ok((size.columns, size.rows))
}

/// Columns and rows of the terminal; 80 by 24 where the console doesn't say.
#[cfg(not(unix))]
pub fn size() -> io::Result<(u16, u16)> {
    Ok(crossterm::terminal::size().unwrap_or(SIZE_UNKNOWN))
}

/// The way to the terminal, without a buffer: one call is one write.
#[cfg(unix)]
pub fn output() -> io::Result<impl io::Write> {
    use std::os::fd::AsFd;
    Ok(std::fs::File::from(io::stdout().as_fd().try_clone_to_owned()?))
}

/// The way to the console, which must go through the standard library here: it knows how to hand text over.
#[cfg(not(unix))]
pub fn output() -> io::Result<impl io::Write> {
    // Asking switches the console over to escape sequences.
    #[cfg(windows)]
    let _ = crossterm::ansi_support::supports_ansi();
    Ok(io::stdout())
}

/// Stops this process as a terminal's Ctrl+Z would; answers when it goes on.
#[cfg(unix)]
pub fn stop_self() {
    let _ = rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::STOP);
}
