//! The drafts of one sprint on this computer: the file `drafts` in a folder of the state directory. A line is a
//! draft as it stands now; the last line of a field counts, one without texts says that it is gone. Nothing here
//! is worth an error message of its own: a line that can't be read is left out, whatever happened to it.
//!
//! A line that was written outlives the program. Knows no clock and no thread: who holds [`DraftFile`] flushes
//! [`DraftFile::file`] for a power cut, as often as it likes, without anybody waiting.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::os;
use crate::domain::Draft;

/// The name of the file in its folder.
const NAME: &str = "drafts";
/// The longest line.
const LINE_BYTES_MAX: usize = 64 * 1024;
/// What is read of a longer file: its end, where the newest lines are.
const READ_BYTES_MAX: u64 = 4 * 1024 * 1024;
/// A longer file is written anew, with what is kept alone.
const FILE_BYTES_MAX: u64 = 256 * 1024;
/// Most drafts that are kept; the oldest go first.
const DRAFTS_MAX: usize = 100;

/// The file, and what is kept in it.
#[derive(Debug)]
pub struct DraftFile {
    folder: PathBuf,
    /// Open since the first change, so that reading alone makes nothing.
    file: Option<Arc<File>>,
    len: u64,
    kept: Vec<Draft>,
    /// A write failed: what stands in the file is not what is kept.
    behind: bool,
}

impl DraftFile {
    /// Reads what is kept in a folder that need not be there yet, the newest last.
    pub fn open(folder: &Path) -> io::Result<Self> {
        let kept = match File::open(folder.join(NAME)) {
            Ok(file) => read(file)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(error),
        };
        Ok(Self { folder: folder.to_owned(), file: None, len: 0, kept, behind: false })
    }

    /// What is kept, the newest last.
    pub fn kept(&self) -> &[Draft] {
        &self.kept
    }

    /// Keeps drafts as they stand now, or lets them go. After an error nothing is forgotten: the next call writes
    /// what this one could not.
    pub fn keep(&mut self, changes: &[Draft]) -> io::Result<()> {
        for change in changes {
            take(&mut self.kept, change.clone());
        }
        let written = self.write(changes);
        self.behind = written.is_err();
        written
    }

    /// Leaves nothing in the file but what is kept: for the end, when nobody types and waits.
    pub fn tidy(&mut self) -> io::Result<()> {
        match self.file.is_some() && self.len > 0 {
            true => self.write_anew(),
            false => Ok(()),
        }
    }

    /// The file behind it, to be flushed; none before the first change.
    pub fn file(&self) -> Option<Arc<File>> {
        self.file.clone()
    }

    fn write(&mut self, changes: &[Draft]) -> io::Result<()> {
        let file = self.opened()?;
        if self.kept.is_empty() {
            // Nothing that was typed stays behind when nothing is kept.
            file.set_len(0)?;
            self.len = 0;
            return Ok(());
        }
        if self.behind || self.len > FILE_BYTES_MAX {
            return self.write_anew();
        }
        let lines = lines(changes);
        self.len += lines.len() as u64;
        os::append(&file, &lines)
    }

    /// The file, made with the first change; what stands in it already may end anywhere.
    fn opened(&mut self) -> io::Result<Arc<File>> {
        if let Some(file) = &self.file {
            return Ok(Arc::clone(file));
        }
        os::make_folder(&self.folder)?;
        let file = os::to_append().create(true).open(self.folder.join(NAME))?;
        self.len = file.metadata()?.len();
        if self.len > 0 {
            os::append(&file, b"\n")?;
        }
        Ok(Arc::clone(self.file.insert(Arc::new(file))))
    }

    /// Puts a file with what is kept in the place of this one, which stands until the other is on the disk.
    fn write_anew(&mut self) -> io::Result<()> {
        let (path, new) = (self.folder.join(NAME), self.folder.join(format!("{NAME}.new")));
        let _ = fs::remove_file(&new);
        let file = os::to_append().create_new(true).open(&new)?;
        let lines = lines(&self.kept);
        os::append(&file, &lines)?;
        file.sync_data()?;
        // Some systems replace no file that is open.
        self.file = None;
        fs::rename(&new, &path)?;
        self.len = lines.len() as u64;
        self.file = Some(Arc::new(file));
        os::sync_folder(&self.folder)
    }
}

/// Lets the newest state of a field take the place of the one before.
fn take(kept: &mut Vec<Draft>, draft: Draft) {
    kept.retain(|one| !one.is_of_field(&draft));
    if !draft.is_gone() {
        kept.push(draft);
    }
    if kept.len() > DRAFTS_MAX {
        kept.remove(0);
    }
}

/// A draft that makes too long a line, which no field can hold, is left out.
fn lines(drafts: &[Draft]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for line in drafts.iter().filter_map(|draft| serde_json::to_vec(draft).ok()) {
        if line.len() < LINE_BYTES_MAX {
            bytes.extend(line);
            bytes.push(b'\n');
        }
    }
    bytes
}

fn read(mut file: File) -> io::Result<Vec<Draft>> {
    let from = file.metadata()?.len().saturating_sub(READ_BYTES_MAX);
    file.seek(SeekFrom::Start(from))?;
    let mut bytes = Vec::new();
    file.take(READ_BYTES_MAX).read_to_end(&mut bytes)?;
    Ok(read_bytes(&bytes))
}

fn read_bytes(bytes: &[u8]) -> Vec<Draft> {
    let mut kept = Vec::new();
    for line in bytes.split(|byte| *byte == b'\n').filter(|line| line.len() < LINE_BYTES_MAX) {
        if let Ok(draft) = serde_json::from_slice(line) {
            take(&mut kept, draft);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::Seat;
    use crate::text::Clean;

    fn draft(seat: Seat, field: &str, text: &str) -> Draft {
        let texts = if text.is_empty() { Vec::new() } else { vec![text.to_owned()] };
        let (place, about) = (Clean::new("interviews"), Clean::new("T2-I03"));
        Draft { seat, place, field: Clean::new(field), about, open: true, saved: None, texts }
    }

    fn typed(field: &str, text: &str) -> Draft {
        draft(Seat::Facilitator, field, text)
    }

    /// A folder, and the drafts in it.
    struct Desk(tempfile::TempDir);

    impl Desk {
        fn new() -> Self {
            Self(tempfile::tempdir().unwrap())
        }

        fn folder(&self) -> PathBuf {
            self.0.path().join("sprints").join("0000")
        }

        fn path(&self) -> PathBuf {
            self.folder().join(NAME)
        }

        fn open(&self) -> DraftFile {
            DraftFile::open(&self.folder()).unwrap()
        }

        fn holds(&self, bytes: &[u8]) {
            os::make_folder(&self.folder()).unwrap();
            fs::write(self.path(), bytes).unwrap();
        }

        /// What somebody else would read now.
        fn kept(&self) -> Vec<String> {
            self.open()
                .kept()
                .iter()
                .map(|draft| format!("{} {}", draft.seat, draft.texts.concat()))
                .collect()
        }
    }

    #[test]
    fn what_was_typed_is_read_again_as_it_stood_last() {
        let desk = Desk::new();
        let mut file = desk.open();
        for text in ["h", "ha", "half a sent"] {
            file.keep(&[typed("a", text)]).unwrap();
        }
        file.keep(&[draft(Seat::Team(2), "a", "theirs")]).unwrap();
        assert_eq!(desk.kept(), ["F half a sent", "T2 theirs"]);
    }

    #[test]
    fn reading_alone_makes_nothing() {
        let desk = Desk::new();
        assert!(desk.open().kept().is_empty());
        assert!(!desk.folder().exists());
    }

    #[test]
    fn a_draft_that_is_gone_is_not_read_and_the_last_one_leaves_no_word_behind() {
        let desk = Desk::new();
        let mut file = desk.open();
        file.keep(&[typed("a", "first"), typed("b", "second")]).unwrap();
        file.keep(&[typed("a", "")]).unwrap();
        assert_eq!(desk.kept(), ["F second"]);
        file.keep(&[typed("b", "")]).unwrap();
        assert_eq!(fs::read(desk.path()).unwrap(), b"");
        file.keep(&[typed("b", "third")]).unwrap();
        assert_eq!(desk.kept(), ["F third"]);
    }

    #[test]
    fn a_torn_line_costs_nothing_but_itself_and_what_comes_after_it_is_read() {
        let desk = Desk::new();
        let mut file = desk.open();
        file.keep(&[typed("a", "whole"), typed("b", "torn")]).unwrap();
        let bytes = fs::read(desk.path()).unwrap();
        desk.holds(&bytes[..bytes.len() - 9]);
        let mut again = desk.open();
        assert_eq!(again.kept(), [typed("a", "whole")]);
        again.keep(&[typed("c", "later")]).unwrap();
        assert_eq!(desk.kept(), ["F whole", "F later"]);
    }

    #[test]
    fn garbage_between_lines_is_left_out() {
        let desk = Desk::new();
        let good = lines(&[typed("a", "good")]);
        let deep = "[".repeat(10_000);
        let parts: [&[u8]; 7] = [
            b"\xff\xfe\0\n",
            &good,
            b"{}\n",
            b"null\n",
            deep.as_bytes(),
            b"\n",
            br#"{"seat":"X9","place":"a"}"#,
        ];
        desk.holds(&parts.concat());
        assert_eq!(desk.kept(), ["F good"]);
    }

    #[test]
    fn hostile_text_comes_in_clean() {
        let desk = Desk::new();
        desk.holds(br#"{"seat":"F","place":"a","field":"b","texts":["a\u001b[2J\u202e\u0000b"]}"#);
        assert_eq!(desk.kept(), ["F a\u{FFFD}[2J\u{FFFD}b"]);
    }

    #[test]
    fn a_long_file_is_written_anew_and_keeps_what_is_kept() {
        let desk = Desk::new();
        let mut file = desk.open();
        file.keep(&[typed("old", "kept for long")]).unwrap();
        let text = "слово ".repeat(200);
        let mut longest = 0;
        for n in 0..400 {
            file.keep(&[typed("a", &format!("{text}{n}"))]).unwrap();
            longest = longest.max(fs::metadata(desk.path()).unwrap().len());
        }
        assert!(longest < FILE_BYTES_MAX + LINE_BYTES_MAX as u64, "{longest} bytes");
        let kept = desk.kept();
        assert_eq!((kept.len(), kept[0].as_str()), (2, "F kept for long"));
        assert!(kept[1].ends_with("399"));
        assert_eq!(fs::read_dir(desk.folder()).unwrap().count(), 1, "something was left beside it");
    }

    #[test]
    fn of_too_many_drafts_the_oldest_go_and_of_too_long_a_file_the_end_is_read() {
        let desk = Desk::new();
        let many: Vec<Draft> = (0..DRAFTS_MAX + 7).map(|n| typed(&n.to_string(), &n.to_string())).collect();
        desk.open().keep(&many).unwrap();
        let kept = desk.kept();
        assert_eq!((kept.len(), kept[0].as_str()), (DRAFTS_MAX, "F 7"));
        let mut bytes = vec![b'x'; READ_BYTES_MAX as usize];
        bytes.extend(b"\n");
        bytes.extend(lines(&[typed("a", "newest")]));
        desk.holds(&bytes);
        assert_eq!(desk.kept(), ["F newest"]);
    }

    #[test]
    fn after_a_failed_write_everything_is_written_with_the_next() {
        let desk = Desk::new();
        let mut file = desk.open();
        fs::write(desk.0.path().join("sprints"), "no folder").unwrap();
        assert!(file.keep(&[typed("a", "first")]).is_err());
        fs::remove_file(desk.0.path().join("sprints")).unwrap();
        file.keep(&[typed("b", "second")]).unwrap();
        assert_eq!(desk.kept(), ["F first", "F second"]);
    }

    #[test]
    fn a_tidy_file_holds_no_word_that_is_not_kept() {
        let desk = Desk::new();
        let mut file = desk.open();
        file.keep(&[typed("a", "Petro said"), typed("a", "he said"), typed("b", "gone"), typed("b", "")])
            .unwrap();
        file.tidy().unwrap();
        assert_eq!(fs::read(desk.path()).unwrap(), lines(&[typed("a", "he said")]));
        desk.open().tidy().unwrap();
        assert_eq!(desk.kept(), ["F he said"]);
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_can_read_it_also_when_it_was_written_anew() {
        use std::os::unix::fs::PermissionsExt;
        let desk = Desk::new();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let mut file = desk.open();
        file.keep(&[typed("a", "private")]).unwrap();
        assert_eq!((mode(&desk.path()), mode(&desk.folder())), (0o600, 0o700));
        file.behind = true;
        file.keep(&[typed("a", "private still")]).unwrap();
        assert_eq!(mode(&desk.path()), 0o600);
    }

    proptest! {
        #[test]
        fn no_bytes_break_the_reading(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            read_bytes(&bytes);
        }

        #[test]
        fn a_flipped_byte_costs_at_most_its_own_line(at in 0_usize..10_000, flip in 1_u8..=255) {
            let mut bytes = lines(&[typed("a", "перший"), typed("b", "second"), typed("c", "third")]);
            let at = at % bytes.len();
            bytes[at] ^= flip;
            let kept = read_bytes(&bytes);
            let whole = ["перший", "second", "third"].iter().filter(|text| kept.iter().any(|d| d.texts == [**text]));
            prop_assert!(whole.count() >= 1);
        }
    }
}
