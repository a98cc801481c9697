//! Puts a whole file in its place, or none: it is written under another name beside it, flushed, and renamed.
//! Whatever stands under the name already stays.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::disk::{folder_of, sync_name};
use super::error::{Op, StoreError};
use super::os;

/// Makes the file at `path` with `bytes` in it, readable for its owner alone. Answers once the file and its
/// name would outlive a power cut; after an error nothing of it is there.
pub fn write_new(path: impl AsRef<Path>, bytes: &[u8]) -> Result<(), StoreError> {
    let path = path.as_ref();
    must_be_free(path)?;
    let part = Part::of(path, bytes)?;
    os::rename_new(&part.0, path).map_err(|source| StoreError::creating(path, source))?;
    sync_name(path).map_err(|source| StoreError::of(Op::Flush, path, source))
}

/// Refuses a name that is taken, if only by a link, or whose folder is not there.
pub fn must_be_free(path: impl AsRef<Path>) -> Result<(), StoreError> {
    let path = path.as_ref();
    if fs::symlink_metadata(path).is_ok() {
        return Err(StoreError::creating(path, io::ErrorKind::AlreadyExists.into()));
    }
    match fs::metadata(folder_of(path)) {
        Ok(meta) if meta.is_dir() => Ok(()),
        Ok(_) => Err(StoreError::NoFolder { path: path.to_owned() }),
        Err(source) => Err(StoreError::creating(path, source)),
    }
}

/// The file while it is not yet in its place. Goes when it is dropped, unless it was renamed.
struct Part(PathBuf);

impl Part {
    /// Writes and flushes it. Its name says nothing of the file, whose own may be as long as names can be.
    fn of(path: &Path, bytes: &[u8]) -> Result<Self, StoreError> {
        let name = format!(".viche-{}.part", Uuid::new_v4().simple());
        let aside = path.with_file_name(name);
        let made = os::to_append().create_new(true).open(&aside);
        let file = made.map_err(|source| StoreError::creating(path, source))?;
        let part = Self(aside);
        os::append(&file, bytes).map_err(|source| StoreError::of(Op::Write, path, source))?;
        file.sync_all().map_err(|source| StoreError::of(Op::Flush, path, source))?;
        Ok(part)
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn a_new_file_is_whole_and_alone_in_its_folder() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("архів.age");
        write_new(&path, b"sealed").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"sealed");
        assert_eq!(names(folder.path()), ["архів.age"]);
    }

    #[cfg(unix)]
    #[test]
    fn it_is_for_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.age");
        write_new(&path, b"sealed").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn what_stands_there_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.age");
        fs::write(&path, "mine").unwrap();
        assert!(matches!(write_new(&path, b"sealed"), Err(StoreError::Exists { .. })));
        assert!(matches!(write_new(folder.path(), b"sealed"), Err(StoreError::IsFolder { .. })));
        assert_eq!((fs::read(&path).unwrap(), names(folder.path()).len()), (b"mine".to_vec(), 1));
    }

    #[test]
    fn a_name_that_is_taken_while_it_is_written_stays_too() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.age");
        let part = Part::of(&path, b"sealed").unwrap();
        fs::write(&path, "mine").unwrap();
        assert_eq!(os::rename_new(&part.0, &path).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        drop(part);
        assert_eq!((fs::read(&path).unwrap(), names(folder.path()).len()), (b"mine".to_vec(), 1));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_of_that_name_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let (path, target) = (folder.path().join("a.age"), folder.path().join("target"));
        std::os::unix::fs::symlink(&target, &path).unwrap();
        assert!(matches!(write_new(&path, b"sealed"), Err(StoreError::Exists { .. })));
        assert!(!target.exists());
    }

    #[test]
    fn without_a_folder_there_is_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("none").join("a.age");
        assert!(matches!(write_new(&path, b"sealed"), Err(StoreError::NoFolder { .. })));
    }
}
