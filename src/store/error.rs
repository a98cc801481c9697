//! What can go wrong with a file. The sentences for people belong to the locales; these are for the log.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::os;
use crate::domain::StepNo;
use crate::text::Clean;

/// What was being done when the system said no.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Op {
    /// Making the file.
    Create,
    /// Opening it.
    Open,
    /// Locking it.
    Lock,
    /// Reading it.
    Read,
    /// Asking for its length, or whether it is still there.
    Measure,
    /// Writing to it.
    Write,
    /// Flushing what was written to the disk.
    Flush,
    /// Setting unusable bytes aside.
    Quarantine,
    /// Cutting unusable bytes off.
    Cut,
    /// Putting a new generation in the place of the old one.
    Replace,
}

impl fmt::Display for Op {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Create => "create",
            Self::Open => "open",
            Self::Lock => "lock",
            Self::Read => "read",
            Self::Measure => "measure",
            Self::Write => "write",
            Self::Flush => "flush",
            Self::Quarantine => "quarantine",
            Self::Cut => "cut",
            Self::Replace => "replace",
        })
    }
}

/// Why a file can't be made, opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Nothing is there.
    #[error("{path} is not there")]
    NotFound {
        /// Where.
        path: PathBuf,
    },
    /// A folder, not a file.
    #[error("{path} is a folder")]
    IsFolder {
        /// Where.
        path: PathBuf,
    },
    /// Something is there already, if only a link.
    #[error("{path} exists")]
    Exists {
        /// Where.
        path: PathBuf,
    },
    /// The folder it should lie in is not there.
    #[error("there is no folder for {path}")]
    NoFolder {
        /// Where the file should have been.
        path: PathBuf,
    },
    /// The system does not allow it, or the disk takes no writing.
    #[error("{path} is not allowed")]
    NotAllowed {
        /// Where.
        path: PathBuf,
    },
    /// A link that leads back to itself, or a folder on the way that is one.
    #[error("{path} is a link to itself")]
    LinkLoop {
        /// Where.
        path: PathBuf,
    },
    /// This process, or the whole system, may open no more files.
    #[error("{path} can't be opened: too many files are")]
    TooManyOpen {
        /// Where.
        path: PathBuf,
    },
    /// Somebody has it open to write.
    #[error("{path} is in use by pid {pid} on {host} since {since_ms}")]
    InUse {
        /// Where.
        path: PathBuf,
        /// The process that opened it last.
        pid: u32,
        /// Its machine.
        host: Clean,
        /// When it did: UTC, milliseconds since 1970.
        since_ms: i64,
    },
    /// Somebody has it open to write and has not yet said who it is.
    #[error("{path} is in use")]
    InUseByUnknown {
        /// Where.
        path: PathBuf,
    },
    /// A file, but none of a sprint.
    #[error("{path} is not a sprint")]
    NotASprint {
        /// Where.
        path: PathBuf,
    },
    /// A newer program wrote it.
    #[error("{path} needs format {min}")]
    NewerVersion {
        /// Where.
        path: PathBuf,
        /// The oldest format whose programs can read it.
        min: u32,
    },
    /// A line is not what was written, and it is not just a torn end.
    #[error("{path} is damaged in line {line}")]
    Damaged {
        /// Where.
        path: PathBuf,
        /// The first such line, from 1.
        line: u64,
    },
    /// The file is no longer what this journal left behind: replaced, deleted, cut or written by another.
    /// Nothing was written.
    #[error("{path} was changed by somebody else")]
    Changed {
        /// Where.
        path: PathBuf,
    },
    /// A step that can't stand in a file, as a rule because it is too long. Nothing was written.
    #[error("step {step} can't be written")]
    Unwritable {
        /// Its number.
        step: StepNo,
        /// Why.
        source: super::format::Unwritable,
    },
    /// A step whose number does not rise. Nothing was written.
    #[error("step {step} does not follow step {last}")]
    OutOfOrder {
        /// Its number.
        step: StepNo,
        /// The last number in the file.
        last: StepNo,
    },
    /// The system said no.
    #[error("can't {op} {path}")]
    Io {
        /// To what.
        op: Op,
        /// Where.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// An earlier flush failed. Nobody knows what the disk holds, so nothing more is written here.
    #[error("the file is no longer written since a flush failed")]
    Poisoned,
}

impl StoreError {
    /// What the system said about a file that is there, or should be.
    pub(super) fn of(op: Op, path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::NotFound { path },
            io::ErrorKind::IsADirectory => Self::IsFolder { path },
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::NotAllowed { path },
            _ if os::is_link_loop(&source) => Self::LinkLoop { path },
            _ if os::is_too_many_open(&source) => Self::TooManyOpen { path },
            _ => Self::Io { op, path, source },
        }
    }

    /// What the system said about a file that should be made.
    pub(super) fn creating(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::AlreadyExists if path.is_dir() => Self::IsFolder { path },
            io::ErrorKind::AlreadyExists => Self::Exists { path },
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::NoFolder { path },
            _ => Self::of(Op::Create, &path, source),
        }
    }
}
