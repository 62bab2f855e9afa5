//! Files that may hold a scenario, told by what is in them: a scenario file, or a picture with one inside.

use super::Scenario;
use super::wire::{self, OpenProblem};
use super::{png, svg};

/// What a file may be, as far as its name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A scenario file, or a picture that may have one inside.
    Scenario,
    /// A table of recipients.
    Recipients,
}

/// The endings of files that may hold a scenario.
pub const SCENARIO_ENDINGS: [&str; 3] = ["json", "svg", "png"];
/// The endings of tables of recipients.
const RECIPIENT_ENDINGS: [&str; 3] = ["csv", "tsv", "txt"];

impl FileKind {
    /// The kind of a file of this name; none where the lab has no use for it.
    pub fn of(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        let is_in = |list: &[&str]| list.iter().any(|one| ending.eq_ignore_ascii_case(one));
        match () {
            () if is_in(&SCENARIO_ENDINGS) => Some(Self::Scenario),
            () if is_in(&RECIPIENT_ENDINGS) => Some(Self::Recipients),
            () => None,
        }
    }
}

/// Opens a scenario file, or the scenario inside an SVG or a PNG.
///
/// # Errors
/// A typed problem that says what is wrong and where.
pub fn open(bytes: &[u8]) -> Result<Scenario, OpenProblem> {
    if bytes.len() > wire::MAX_BYTES {
        return Err(OpenProblem::TooLarge { limit: wire::MAX_BYTES });
    }
    if bytes.starts_with(&png::SIGNATURE) {
        return wire::open(&png::scenario_in(bytes)?);
    }
    if svg::is_markup(bytes) {
        return wire::open(svg::scenario_in(bytes)?.as_bytes());
    }
    wire::open(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::samples::Sample;

    #[test]
    fn a_file_is_told_by_its_name_and_opened_by_its_content() {
        assert_eq!(FileKind::of("my.lab.JSON"), Some(FileKind::Scenario));
        assert_eq!(FileKind::of("people.csv"), Some(FileKind::Recipients));
        assert_eq!((FileKind::of("film.mp4"), FileKind::of("json")), (None, None));
        let scenario = Sample::Birthday.scenario();
        let json = wire::save(&scenario);
        assert_eq!(open(json.as_bytes()), Ok(scenario.clone()));
        assert_eq!(open(format!("<svg>{}</svg>", svg::metadata(&json)).as_bytes()), Ok(scenario));
        assert_eq!(open(b"<html></html>"), Err(OpenProblem::NothingInside));
        assert_eq!(open(&png::SIGNATURE), Err(OpenProblem::NothingInside));
    }
}
