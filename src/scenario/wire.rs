//! The scenario file: JSON in, JSON out; every version ever written opens, and nothing unknown is lost.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Scenario;
use super::activity::{Activity, Transition};
use super::creative::DeliveryTemplate;
use super::intervention::Intervention;
use super::kept::Kept;
use super::reactions::Reactions;
use crate::base::plain::{self, shortened};
use crate::people::PopulationSpec;

/// What every scenario file says it is.
pub const FORMAT: &str = "delivery-lab/scenario";
/// The version that this program writes.
pub const VERSION: u32 = 2;
/// The largest file that is read, in bytes: room for a million imported recipients.
pub const MAX_BYTES: usize = 256 << 20;
/// The most characters of a name, and of what the reader said, that a sentence repeats.
const MOST_OF_NAME: usize = 60;
const MOST_OF_DETAIL: usize = 200;

/// Why a file cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenProblem {
    /// The file is larger than this program reads.
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// The bytes are not UTF-8 text.
    NotText,
    /// The text is not JSON.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// It is JSON, and not a scenario.
    NotAScenario,
    /// A later version of the lab wrote it.
    LaterVersion {
        /// The version the file names.
        version: u64,
    },
    /// A part of it is not what it should be.
    Invalid {
        /// Where, such as `workflow.activities[2]`; empty for the file as a whole.
        place: String,
        /// What the reader said.
        detail: String,
    },
    /// By its name it is no file that the lab has a use for; it was not read.
    UnknownKind,
    /// It is a picture, or another file of that form, without a scenario inside.
    NothingInside,
    /// It is a picture that is damaged.
    DamagedPicture,
    /// The browser could not read it.
    Unreadable,
}

/// The file as it is written: the scenario with its two lines of heading.
#[derive(Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ScenarioFile {
    /// Always `delivery-lab/scenario`.
    pub format: String,
    /// The version of the format; 2 now.
    pub version: u32,
    /// The scenario.
    #[serde(flatten)]
    pub scenario: Scenario,
}

/// Reads a scenario file.
///
/// # Errors
/// A typed problem that says what is wrong and where; the file is never half taken.
pub fn open(bytes: &[u8]) -> Result<Scenario, OpenProblem> {
    if bytes.len() > MAX_BYTES {
        return Err(OpenProblem::TooLarge { limit: MAX_BYTES });
    }
    let text = std::str::from_utf8(bytes).map_err(|_| OpenProblem::NotText)?;
    let mut value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| OpenProblem::NotJson { line: error.line(), column: error.column() })?;
    if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(OpenProblem::NotAScenario);
    }
    match value.get("version").and_then(Value::as_u64) {
        Some(1 | 2) => {}
        Some(version) if version > u64::from(VERSION) => return Err(OpenProblem::LaterVersion { version }),
        _ => return Err(OpenProblem::NotAScenario),
    }
    plain::tidy(&mut value);
    match ScenarioFile::deserialize(&value) {
        Ok(file) => {
            let mut scenario = file.scenario;
            scenario.kept = Kept::of(&value, &to_value(&scenario));
            Ok(scenario)
        }
        Err(error) => Err(locate(&value, &error)),
    }
}

/// Writes a scenario file: indented JSON with a final line break.
pub fn save(scenario: &Scenario) -> String {
    let mut text = if scenario.kept.is_empty() {
        serde_json::to_string_pretty(&file_of(scenario)).unwrap_or_default()
    } else {
        serde_json::to_string_pretty(&to_value(scenario)).unwrap_or_default()
    };
    text.push('\n');
    text
}

/// A scenario file as a value, to be put into something larger.
pub fn to_value(scenario: &Scenario) -> Value {
    let mut value = serde_json::to_value(file_of(scenario)).unwrap_or_default();
    scenario.kept.put_back(&mut value);
    value
}

fn file_of(scenario: &Scenario) -> ScenarioFile {
    ScenarioFile { format: FORMAT.into(), version: VERSION, scenario: scenario.clone() }
}

/// Finds the smallest part that cannot be read, so that the sentence can name it.
fn locate(value: &Value, whole: &serde_json::Error) -> OpenProblem {
    let workflow = value.get("workflow");
    list_problem::<DeliveryTemplate>(value.get("templates"), "templates")
        .or_else(|| list_problem::<Activity>(workflow?.get("activities"), "workflow.activities"))
        .or_else(|| list_problem::<Transition>(workflow?.get("transitions"), "workflow.transitions"))
        .or_else(|| list_problem::<Intervention>(value.get("interventions"), "interventions"))
        .or_else(|| part_problem::<PopulationSpec>(value.get("population")?, "population"))
        .or_else(|| part_problem::<Reactions>(value.get("reactions")?, "reactions"))
        .unwrap_or_else(|| OpenProblem::Invalid { place: String::new(), detail: detail(whole) })
}

fn list_problem<T: DeserializeOwned>(list: Option<&Value>, place: &str) -> Option<OpenProblem> {
    let items = list?.as_array()?;
    items.iter().enumerate().find_map(|(at, item)| {
        let name = item.get("name").and_then(Value::as_str).map(|name| shortened(name, MOST_OF_NAME));
        let name = name.map(|name| format!(" ({name})")).unwrap_or_default();
        part_problem::<T>(item, &format!("{place}[{at}]{name}"))
    })
}

fn part_problem<T: DeserializeOwned>(value: &Value, place: &str) -> Option<OpenProblem> {
    let error = T::deserialize(value).err()?;
    Some(OpenProblem::Invalid { place: place.to_owned(), detail: detail(&error) })
}

/// What the reader said. It repeats what it cannot read, which may be the whole file.
fn detail(error: &serde_json::Error) -> String {
    shortened(&error.to_string(), MOST_OF_DETAIL).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::samples::Sample;

    #[test]
    fn every_sample_survives_a_round_trip() {
        for sample in Sample::ALL {
            let scenario = sample.scenario();
            assert_eq!(open(save(&scenario).as_bytes()), Ok(scenario));
        }
    }

    #[test]
    fn unknown_fields_survive_a_save() {
        let mut value: Value = serde_json::from_str(&save(&Sample::SideBySide.scenario())).unwrap();
        value["future"] = 1.into();
        value["workflow"]["activities"][0]["colour"] = "red".into();
        value["workflow"]["activities"][0]["settings"]["zone"] = "Europe/Stockholm".into();
        let again = save(&open(value.to_string().as_bytes()).unwrap());
        assert_eq!(serde_json::from_str::<Value>(&again).unwrap(), value);
    }

    #[test]
    fn a_problem_names_its_place() {
        let mut value: Value = serde_json::from_str(&save(&Sample::SideBySide.scenario())).unwrap();
        value["workflow"]["activities"][1]["settings"]["type"] = "teleport".into();
        let Err(OpenProblem::Invalid { place, detail }) = open(value.to_string().as_bytes()) else {
            panic!("it must not open");
        };
        assert_eq!(place, "workflow.activities[1] (query)");
        assert!(detail.contains("teleport"), "{detail}");
    }

    #[test]
    fn what_is_no_scenario_is_refused() {
        assert_eq!(open(b"\xff\xfe"), Err(OpenProblem::NotText));
        assert_eq!(open(b"{\n  oops"), Err(OpenProblem::NotJson { line: 2, column: 3 }));
        assert_eq!(open(b"[]"), Err(OpenProblem::NotAScenario));
        let later = br#"{"format": "delivery-lab/scenario", "version": 7}"#;
        assert_eq!(open(later), Err(OpenProblem::LaterVersion { version: 7 }));
    }
}
