//! From the command line to a scenario: a file or a sample, with what the options change in it.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use super::args::Args;
use crate::people::PopulationSpec;
use crate::people::import::{Imported, Limits, import_file};
use crate::scenario::Scenario;
use crate::scenario::file::open;
use crate::scenario::samples::Sample;
use crate::scenario::wire::MAX_BYTES;
use crate::text::{Lang, cli, finding, import};

/// How many bad rows of a file of recipients are named.
const ROWS_NAMED: usize = 10;

/// A scenario that may be run, and what is to be said before.
pub(super) struct Loaded {
    pub(super) scenario: Scenario,
    pub(super) notes: Vec<String>,
}

/// The scenario that a command line asks for.
///
/// # Errors
/// A sentence that says what cannot be read and what to do about it.
pub(super) fn scenario(args: &Args, lang: Lang) -> Result<Loaded, String> {
    let mut scenario = match &args.file {
        Some(path) => open(&bytes(path, lang)?).map_err(|problem| {
            let sentence = finding::told_of_file(lang, &problem).line();
            cli::about_file(lang, &path.display().to_string(), &sentence)
        })?,
        None => args.sample.as_deref().and_then(Sample::named).unwrap_or(Sample::SideBySide).scenario(),
    };
    if let Some(weeks) = args.weeks {
        scenario.weeks = weeks;
    }
    if let Some(seed) = args.seed {
        scenario.seed = seed;
    }
    if let Some(size) = args.recipients {
        match &mut scenario.population {
            PopulationSpec::Generated(people) => people.size = size,
            PopulationSpec::Imported(_) => return Err(cli::of(lang).people_of_a_file.to_owned()),
        }
    }
    let mut notes = Vec::new();
    if let Some(path) = &args.csv {
        let imported = recipients(path, lang)?;
        notes = left_out(&imported, lang);
        scenario.population = PopulationSpec::Imported(imported.people.changing_as(&scenario.population));
    }
    Ok(Loaded { scenario, notes })
}

/// At most one byte more than any file may have, so that nothing endless is read.
fn bytes(path: &Path, lang: Lang) -> Result<Vec<u8>, String> {
    let read = || -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        File::open(path)?.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    read().map_err(|error| {
        let kind = if path.is_dir() { io::ErrorKind::IsADirectory } else { error.kind() };
        cli::unreadable(lang, &path.display().to_string(), kind)
    })
}

fn recipients(path: &Path, lang: Lang) -> Result<Imported, String> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    import_file(&bytes(path, lang)?, &name, &Limits::default()).map_err(|problem| {
        cli::about_file(lang, &path.display().to_string(), &import::told(lang, &problem).line())
    })
}

/// What is said about rows that were left out: how many, and the first of them with their reasons.
fn left_out(imported: &Imported, lang: Lang) -> Vec<String> {
    if imported.bad_total == 0 {
        return Vec::new();
    }
    let mut notes = vec![cli::rows_left_out(lang, imported.bad_total, imported.good_rows.into())];
    let named = imported.bad_rows.iter().take(ROWS_NAMED);
    notes.extend(named.map(|row| format!("  {}", import::bad_row(lang, row))));
    let more = imported.bad_total.saturating_sub(ROWS_NAMED as u64);
    notes.extend((more > 0).then(|| format!("  {}", cli::more_rows(lang, more))));
    notes
}
