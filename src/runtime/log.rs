//! The log: a file in the state directory that comes to be with its first line. Never the terminal, and never
//! a word that a person wrote.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use crate::store::make_folder;

/// When the file is longer than this, a new one is begun and the old one kept as `viche.log.old`.
const LOG_BYTES_MAX: u64 = 1 << 20;

struct LazyFile {
    path: PathBuf,
    file: Option<File>,
}

impl LazyFile {
    fn open(&mut self) -> io::Result<&mut File> {
        if self.file.is_none() {
            if let Some(folder) = self.path.parent() {
                make_folder(folder)?;
            }
            if fs::metadata(&self.path).is_ok_and(|meta| meta.len() > LOG_BYTES_MAX) {
                fs::rename(&self.path, self.path.with_extension("log.old"))?;
            }
            self.file = Some(private().append(true).create(true).open(&self.path)?);
        }
        self.file.as_mut().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

impl Write for LazyFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.open()?.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), File::flush)
    }
}

/// Files that only their owner can read.
#[cfg(unix)]
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Files in the owner's own folders, which others can't enter.
#[cfg(not(unix))]
fn private() -> OpenOptions {
    OpenOptions::new()
}

/// Logs warnings and errors to `viche.log` in `folder`. The first call of a process counts.
pub fn log_to(folder: &Path) {
    let file = LazyFile { path: folder.join("viche.log"), file: None };
    let subscriber = tracing_subscriber::fmt()
        .with_ansi(false)
        // A log that can't be written must not draw its complaint over the screen.
        .log_internal_errors(false)
        .with_max_level(tracing::Level::WARN)
        .with_writer(Mutex::new(file))
        .finish();
    let _ = tracing::subscriber::set_global_default(subscriber);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_comes_with_the_first_line_and_is_begun_anew_when_it_is_long() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state").join("viche.log");
        let mut file = LazyFile { path: path.clone(), file: None };
        assert!(!path.exists());
        file.write_all(&vec![b'x'; LOG_BYTES_MAX as usize + 1]).unwrap();
        let mut next = LazyFile { path: path.clone(), file: None };
        next.write_all(b"one line\n").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"one line\n");
        assert!(path.with_extension("log.old").exists());
    }
}
