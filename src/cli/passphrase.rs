//! Where a passphrase comes from: the terminal, without showing it, or the first line of a file. It is never an
//! argument, since everybody on the computer can read those, and never part of a sentence.

use std::fs::File;
use std::io::{self, IsTerminal, Read, stderr, stdin};
use std::path::Path;

use zeroize::Zeroizing;

use super::say::Fail;
use crate::runtime::Problem;
use crate::runtime::secret::{Asker, Interrupted, SECRET_BYTES_MAX};
use crate::store::seal::{PASSPHRASE_BYTES_MAX, PASSPHRASE_CHARS_MIN, Passphrase, SealError};
use crate::text::Clean;
use crate::words::{Args, Phrase, Words};

/// Most bytes of a passphrase file that are read: the passphrase, what editors put before it, and enough to see
/// that it is too long.
const FILE_BYTES_MAX: usize = PASSPHRASE_BYTES_MAX + 8;
/// What editors put before the first line.
const BOM: char = '\u{feff}';

const _: () = assert!(SECRET_BYTES_MAX == PASSPHRASE_BYTES_MAX);

/// A passphrase to seal `file` with: typed twice, or the first line of `from`.
pub(super) fn to_seal(
    file: &Path,
    from: Option<&Path>,
    asker: &mut Asker,
    words: &Words,
) -> Result<Passphrase, Fail> {
    let refused = |error| fail(&error, file, words);
    if let Some(from) = from {
        return Passphrase::to_seal(&first_line(from, words)?).map_err(refused);
    }
    must_be_terminal(words)?;
    let typed = ask(asker, &about(file, "cli-seal-ask", words), words)?;
    let passphrase = Passphrase::to_seal(&typed).map_err(refused)?;
    let again = ask(asker, &words.say("cli-seal-again"), words)?;
    match *typed == *again {
        true => Ok(passphrase),
        false => Err(Fail::new(&Problem::new(words, "problem-passphrases-differ", Args::new), words)),
    }
}

/// The passphrase to open `file` with: typed once, or the first line of `from`.
pub(super) fn to_open(
    file: &Path,
    from: Option<&Path>,
    asker: &mut Asker,
    words: &Words,
) -> Result<Passphrase, Fail> {
    let text = match from {
        Some(from) => first_line(from, words)?,
        None => {
            must_be_terminal(words)?;
            ask(asker, &about(file, "cli-unseal-ask", words), words)?
        }
    };
    Passphrase::to_open(&text).map_err(|error| fail(&error, file, words))
}

/// Why `file` can't be sealed or opened.
pub(super) fn fail(error: &SealError, file: &Path, words: &Words) -> Fail {
    Fail::new(&problem(error, file, words), words)
}

/// Why this can't be asked or waited for.
pub(super) fn asker_fail(error: &io::Error, words: &Words) -> Fail {
    let why = Clean::new(&error.to_string());
    Fail::new(&Problem::new(words, "problem-terminal", || Args::new().with("why", &why)), words)
}

fn problem(error: &SealError, file: &Path, words: &Words) -> Problem {
    let file = Clean::new(&file.to_string_lossy());
    let about = |id: &str| Problem::new(words, id, || Args::new().with("file", &file));
    let counted = |id: &str, chars: usize| {
        let args = || Args::new().with("chars", chars).with("chars-min", PASSPHRASE_CHARS_MIN);
        Problem::new(words, id, args)
    };
    match error {
        SealError::EmptyPassphrase => counted("problem-passphrase-empty", 0),
        SealError::ShortPassphrase { chars } => counted("problem-passphrase-short", *chars),
        SealError::LongPassphrase => Problem::new(words, "problem-passphrase-long", || {
            Args::new().with("bytes-max", PASSPHRASE_BYTES_MAX)
        }),
        SealError::NotSealed => about("problem-not-sealed"),
        SealError::ForAKey => about("problem-sealed-for-key"),
        SealError::TooMuchWork { .. } => about("problem-sealed-too-hard"),
        SealError::WrongPassphrase => about("problem-passphrase-wrong"),
        SealError::Damaged => about("problem-sealed-damaged"),
        SealError::Broken(_) => about("problem-seal-broken"),
    }
}

fn about(file: &Path, id: &str, words: &Words) -> Phrase {
    words.tell(id, Args::new().with("file", Clean::new(&file.to_string_lossy())))
}

fn must_be_terminal(words: &Words) -> Result<(), Fail> {
    match stdin().is_terminal() && stderr().is_terminal() {
        true => Ok(()),
        false => Err(Fail::new(&Problem::new(words, "problem-passphrase-terminal", Args::new), words)),
    }
}

fn ask(asker: &mut Asker, prompt: &Phrase, words: &Words) -> Result<Zeroizing<String>, Fail> {
    match asker.ask(prompt) {
        Ok(Ok(typed)) => Ok(typed),
        Ok(Err(Interrupted(signal))) => Err(Fail::ended_by(signal)),
        Err(error) => Err(asker_fail(&error, words)),
    }
}

fn first_line(path: &Path, words: &Words) -> Result<Zeroizing<String>, Fail> {
    read_first_line(path).map_err(|error| {
        let (file, why) = (Clean::new(&path.to_string_lossy()), Clean::new(&error.to_string()));
        let args = || Args::new().with("file", &file).with("why", &why);
        Fail::new(&Problem::new(words, "problem-passphrase-file", args), words)
    })
}

fn read_first_line(path: &Path) -> io::Result<Zeroizing<String>> {
    // Room enough not to grow, which would leave a copy behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(FILE_BYTES_MAX + 1));
    File::open(path)?.take(FILE_BYTES_MAX as u64).read_to_end(&mut bytes)?;
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let text = std::str::from_utf8(line).map_err(|_| io::ErrorKind::InvalidData)?;
    Ok(Zeroizing::new(text.strip_prefix(BOM).unwrap_or(text).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line_of(bytes: &[u8]) -> io::Result<String> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("passphrase.txt");
        std::fs::write(&path, bytes)?;
        read_first_line(&path).map(|line| line.to_string())
    }

    #[test]
    fn the_first_line_counts_as_editors_of_all_systems_write_it() {
        for bytes in ["тиха черга", "тиха черга\nінше\n", "тиха черга\r\n", "\u{feff}тиха черга\r\n"]
        {
            assert_eq!(line_of(bytes.as_bytes()).unwrap(), "тиха черга", "{bytes:?}");
        }
        assert_eq!(line_of(b" two words \n").unwrap(), " two words ");
        assert_eq!(line_of(b"\nsecond line\n").unwrap(), "");
    }

    #[test]
    fn what_is_no_text_is_no_passphrase() {
        assert_eq!(line_of(b"\xff\xfe").unwrap_err().kind(), io::ErrorKind::InvalidData);
    }

    #[test]
    fn a_line_that_is_too_long_is_not_cut_to_one_that_would_do() {
        let line = line_of(&[b'x'; 5_000]).unwrap();
        assert!(matches!(Passphrase::to_seal(&line), Err(SealError::LongPassphrase)));
    }
}
