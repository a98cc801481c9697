//! `viche seal`: a sealed copy of a sprint, for the stick and the archive. The sprint stays as it is.

use std::path::{Path, PathBuf};

use super::args::Seal;
use super::open::store_fail;
use super::passphrase::{self, asker_fail};
use super::place::Place;
use super::say::{self, Fail};
use crate::runtime::secret::{Asker, Interrupted};
use crate::store;
use crate::store::seal::{ToSeal, WORK, read_to_seal};
use crate::text::Clean;
use crate::words::{Args, Words};

/// What stands behind the name of a sealed file.
const ENDING: &str = ".age";

/// Seals what of the file is whole. All that can be refused is refused before the passphrase is asked for.
pub(super) fn run(seal: &Seal, place: &Place) -> Result<u8, Fail> {
    let words = place.words();
    let fail = |error| store_fail(&error, &words, &place.zone);
    let ToSeal { bytes, steps, left_out } = read_to_seal(&seal.file).map_err(fail)?;
    let out = seal.out.clone().unwrap_or_else(|| with_ending(&seal.file));
    store::must_be_free(&out).map_err(fail)?;
    let mut asker = Asker::new().map_err(|error| asker_fail(&error, &words))?;
    let passphrase = passphrase::to_seal(&seal.file, seal.passphrase_file.as_deref(), &mut asker, &words)?;
    let sealed = asker.wait_for(move || store::seal::seal(&bytes, &passphrase, WORK));
    let sealed = sealed.map_err(|error| asker_fail(&error, &words))?;
    let sealed = sealed.map_err(|Interrupted(signal)| Fail::ended_by(signal))?;
    let sealed = sealed.map_err(|error| passphrase::fail(&error, &seal.file, &words))?;
    store::write_new(&out, &sealed).map_err(fail)?;
    tell(&seal.file, &out, steps, left_out, &words);
    Ok(0)
}

fn with_ending(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ENDING);
    name.into()
}

fn tell(file: &Path, out: &Path, steps: u64, left_out: u64, words: &Words) {
    let (file, out) = (Clean::new(&file.to_string_lossy()), Clean::new(&out.to_string_lossy()));
    say::line(
        &words.tell("cli-sealed", Args::new().with("file", &file).with("out", &out).with("steps", steps)),
    );
    if left_out > 0 {
        say::line(&words.tell("cli-sealed-left-out", Args::new().with("bytes", left_out)));
    }
    say::line(&words.tell("cli-sealed-next", Args::new().with("file", &file)));
}
