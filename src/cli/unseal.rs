//! `viche unseal`: a sprint out of what was sealed. It comes to be only once it is known to be one.

use std::path::{Path, PathBuf};

use super::args::Unseal;
use super::check::findings;
use super::open::store_fail;
use super::passphrase::{self, asker_fail};
use super::place::Place;
use super::say::{self, Fail};
use crate::runtime::Problem;
use crate::runtime::secret::{Asker, Interrupted};
use crate::store::{self, Report, check_bytes};
use crate::text::Clean;
use crate::words::{Args, Words};

/// The worst that a check may find in what is unsealed: an end that the next opening mends.
const EXIT_MAX: u8 = 1;

/// Opens what was sealed. All that can be refused is refused before the passphrase is asked for.
pub(super) fn run(unseal: &Unseal, place: &Place) -> Result<u8, Fail> {
    let words = place.words();
    let fail = |error| store_fail(&error, &words, &place.zone);
    let sealed = store::seal::read_sealed(&unseal.file).map_err(fail)?;
    let refused = |error| passphrase::fail(&error, &unseal.file, &words);
    store::seal::must_be_sealed(&sealed).map_err(refused)?;
    let out = out(unseal, &words)?;
    store::must_be_free(&out).map_err(fail)?;
    let mut asker = Asker::new().map_err(|error| asker_fail(&error, &words))?;
    let passphrase =
        passphrase::to_open(&unseal.file, unseal.passphrase_file.as_deref(), &mut asker, &words)?;
    let opened = asker.wait_for(move || store::seal::unseal(&sealed, &passphrase));
    let opened = opened.map_err(|error| asker_fail(&error, &words))?;
    let opened = opened.map_err(|Interrupted(signal)| Fail::ended_by(signal))?;
    let bytes = opened.map_err(refused)?;
    let report = check_bytes(&bytes);
    must_be_sprint(&report, &unseal.file, &words)?;
    store::write_new(&out, &bytes).map_err(fail)?;
    tell(unseal, &out, &report, &words);
    Ok(0)
}

/// Where the sprint goes: what was asked for, or the sealed file's name without its ending.
fn out(unseal: &Unseal, words: &Words) -> Result<PathBuf, Fail> {
    let is_sealed = unseal.file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("age"));
    match &unseal.out {
        Some(out) => Ok(out.clone()),
        None if is_sealed => Ok(unseal.file.with_extension("")),
        None => {
            let file = Clean::new(&unseal.file.to_string_lossy());
            let args = || Args::new().with("file", &file);
            Err(Fail::usage(&Problem::new(words, "problem-unseal-name", args), words))
        }
    }
}

fn must_be_sprint(report: &Report, file: &Path, words: &Words) -> Result<(), Fail> {
    if report.exit <= EXIT_MAX {
        return Ok(());
    }
    let file = Clean::new(&file.to_string_lossy());
    let problem = Problem::new(words, "problem-sealed-no-sprint", || Args::new().with("file", &file));
    Err(Fail::listing(&problem, findings(report, words), words))
}

fn tell(unseal: &Unseal, out: &Path, report: &Report, words: &Words) {
    let (file, out) = (Clean::new(&unseal.file.to_string_lossy()), Clean::new(&out.to_string_lossy()));
    let args = Args::new().with("file", &file).with("out", &out);
    say::line(&words.tell("cli-unsealed", args.with("steps", report.steps)));
    findings(report, words).iter().for_each(say::line);
    say::line(&words.tell("cli-unsealed-next", Args::new().with("file", &file).with("out", &out)));
}
