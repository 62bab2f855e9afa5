//! A run without a page: the same report as `simulate --format json` writes, also in Node and in workers.

use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

use js_sys::Uint8Array;
use serde::de::{Deserialize, Deserializer, Visitor};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

use super::exchange;
use crate::app::options::Options;
use crate::log::RunLog;
use crate::log::report::Report;
use crate::people::PopulationSpec;
use crate::people::spec::MAX_PEOPLE;
use crate::plan::lower::lower;
use crate::scenario::finding::Finding;
use crate::scenario::samples::Sample;
use crate::scenario::wire::{MAX_BYTES, OpenProblem};
use crate::scenario::{Scenario, file};
use crate::text::finding::{reported, sentence, told_of_file};
use crate::text::told::Told;
use crate::text::{self, Lang};

/// Runs a scenario to its end and gives the report. `scenario` is a plain object, the text or the bytes of a scenario
/// file, or nothing where the option `sample` names a built-in one. `options` may have `sample`, `weeks`, `seed`,
/// `recipients` and `lang`, within the bounds of the command line.
///
/// # Errors
/// An `Error` whose message says what is wrong and what to do about it.
#[wasm_bindgen]
pub fn simulate(scenario: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let given = match options.is_null() || options.is_undefined() {
        true => Ok(Given::new()),
        false => serde_wasm_bindgen::from_value(options.clone()),
    };
    let report = match given {
        Ok(given) => Wanted::read(&given).and_then(|wanted| wanted.report(read(scenario))),
        Err(_) => Err(text::host::not_options(Lang::En).line()),
    };
    report.map(|report| exchange::to_plain(&report)).map_err(|sentence| exchange::error(&sentence))
}

/// The scenario that was handed over, if one was.
fn read(scenario: &JsValue) -> Option<Result<Scenario, OpenProblem>> {
    if scenario.is_null() || scenario.is_undefined() {
        return None;
    }
    let Some(bytes) = scenario.dyn_ref::<Uint8Array>() else {
        let text = exchange::json_of(scenario);
        return Some(text.map_or(Err(OpenProblem::NotAScenario), |text| file::open(text.as_bytes())));
    };
    // Asked before they are copied.
    if bytes.length() as usize > MAX_BYTES {
        return Some(Err(OpenProblem::TooLarge { limit: MAX_BYTES }));
    }
    Some(file::open(&bytes.to_vec()))
}

/// The options by name, before anything is known of them.
type Given = BTreeMap<String, Scalar>;

/// A value of an option as a text; none where it was left out after all. Never a list or an object.
struct Scalar(Option<String>);

/// What was asked for.
#[derive(Debug, Default, PartialEq)]
struct Wanted {
    lang: Lang,
    sample: Option<Sample>,
    weeks: Option<u32>,
    seed: Option<u64>,
    recipients: Option<u32>,
}

impl Wanted {
    /// Reads the options.
    ///
    /// # Errors
    /// The sentence about the first that is unknown or out of bounds.
    fn read(given: &Given) -> Result<Self, String> {
        let (mut known, mut recipients) = (Options::default(), None);
        let texts = || given.iter().filter_map(|(name, value)| Some((name.as_str(), value.0.as_deref()?)));
        let lang = texts().find(|(name, _)| *name == "lang").and_then(|(_, code)| Lang::from_code(code));
        for (name, value) in texts() {
            let is_known = match name {
                "sample" | "weeks" | "seed" | "lang" => known.set(name, value),
                "recipients" => {
                    recipients = value.trim().parse().ok().filter(|size| (1..=MAX_PEOPLE).contains(size));
                    recipients.is_some()
                }
                _ => false,
            };
            if !is_known {
                return Err(text::host::not_an_option(lang.unwrap_or_default(), name, value).line());
            }
        }
        let Options { sample, weeks, seed, .. } = known;
        Ok(Self { lang: lang.unwrap_or_default(), sample, weeks, seed, recipients })
    }

    /// The report of the run at its end.
    ///
    /// # Errors
    /// The sentences that say why there is none.
    fn report(&self, scenario: Option<Result<Scenario, OpenProblem>>) -> Result<Report, String> {
        let scenario = self.scenario(scenario).map_err(|told| told.line())?;
        let lowered = lower(&scenario, None).map_err(|findings| self.cannot_run(&scenario, &findings))?;
        let log = RunLog::of(Rc::new(lowered.plan));
        let found: Vec<Finding> = lowered.warnings.into_iter().chain(log.findings()).collect();
        Ok(log.report_with_indicators(reported(self.lang, &scenario, &found)))
    }

    /// The scenario as it is to be run.
    fn scenario(&self, given: Option<Result<Scenario, OpenProblem>>) -> Result<Scenario, Told> {
        let mut scenario = match (given, self.sample) {
            (Some(_), Some(_)) => return Err(text::host::two_scenarios(self.lang)),
            (Some(read), None) => read.map_err(|problem| told_of_file(self.lang, &problem))?,
            (None, sample) => sample.unwrap_or(Sample::SideBySide).scenario(),
        };
        scenario.weeks = self.weeks.unwrap_or(scenario.weeks);
        scenario.seed = self.seed.unwrap_or(scenario.seed);
        if let Some(size) = self.recipients {
            match &mut scenario.population {
                PopulationSpec::Generated(people) => people.size = size,
                PopulationSpec::Imported(_) => return Err(text::host::recipients_of_a_file(self.lang)),
            }
        }
        Ok(scenario)
    }

    /// That it cannot run, and everything that is to be mended, a line each.
    fn cannot_run(&self, scenario: &Scenario, findings: &[Finding]) -> String {
        let heading = format!("{}.", text::shell::of(self.lang).cannot_run);
        let sentences = findings.iter().map(|finding| sentence(self.lang, scenario, finding));
        std::iter::once(heading).chain(sentences).collect::<Vec<_>>().join("\n")
    }
}

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(ScalarVisitor)
    }
}

/// Takes what is written in one word. Lists and objects are refused unread, so that a circle does no harm.
struct ScalarVisitor;

impl Visitor<'_> for ScalarVisitor {
    type Value = Scalar;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text, a number, or nothing")
    }

    fn visit_unit<E>(self) -> Result<Scalar, E> {
        Ok(Scalar(None))
    }

    fn visit_str<E>(self, text: &str) -> Result<Scalar, E> {
        Ok(Scalar(Some(text.to_owned())))
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Scalar, E> {
        Ok(Scalar(Some(truth.to_string())))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Scalar, E> {
        Ok(Scalar(Some(number.to_string())))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Scalar, E> {
        Ok(Scalar(Some(number.to_string())))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Scalar, E> {
        Ok(Scalar(Some(number.to_string())))
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::*;
    use crate::cli;
    use crate::scenario::wire;

    fn given(json: &str) -> Result<Given, serde_json::Error> {
        serde_json::from_str(json)
    }

    fn report(json: &str, scenario: Option<&str>) -> Result<Report, String> {
        let read = scenario.map(|text| file::open(text.as_bytes()));
        Wanted::read(&given(json).unwrap())?.report(read)
    }

    #[test]
    fn the_report_is_that_of_the_command_line() {
        let words = "simulate --sample birthday --weeks 4 --seed 7 --recipients 500 --format json";
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = cli::run(words.split(' ').map(OsString::from), Lang::En, &mut out, &mut err);
        assert_eq!(code, cli::DONE, "{}", String::from_utf8_lossy(&err));
        let headless = report(r#"{"sample": "birthday", "weeks": 4, "seed": "7", "recipients": 500}"#, None);
        let written = serde_json::to_string_pretty(&headless.unwrap()).unwrap();
        assert_eq!(written, String::from_utf8(out).unwrap().trim_end());
    }

    #[test]
    fn a_scenario_file_is_run_as_it_is_and_in_the_language_asked_for() {
        let mut scenario = Sample::Welcome.scenario();
        (scenario.weeks, scenario.seed) = (3, 12);
        let file = wire::save(&scenario);
        let own = report(r#"{"weeks": null}"#, Some(&file)).unwrap();
        assert_eq!((own.weeks, own.seed), (3, 12));
        let shorter = report(r#"{"weeks": 2, "lang": "sv"}"#, Some(&file)).unwrap();
        assert_eq!(shorter.weeks, 2);
    }

    #[test]
    fn what_is_wrong_is_told_in_a_sentence() {
        let refused = |json, scenario| report(json, scenario).unwrap_err();
        for (json, place) in [
            (r#"{"weeks": 0}"#, "weeks"),
            (r#"{"weeks": 521}"#, "weeks"),
            (r#"{"weeks": 1.5}"#, "weeks"),
            (r#"{"seed": -1}"#, "seed"),
            (r#"{"recipients": 1000001}"#, "recipients"),
            (r#"{"sample": "none"}"#, "sample"),
            (r#"{"lang": "xx"}"#, "lang"),
            (r#"{"colour": true}"#, "colour"),
        ] {
            assert!(refused(json, None).contains(place), "{json}");
        }
        let two = refused(r#"{"sample": "birthday", "lang": "sv"}"#, Some("{}"));
        assert_eq!(two, text::host::two_scenarios(Lang::Sv).line());
        assert_eq!(refused("{}", Some("{}")), told_of_file(Lang::En, &OpenProblem::NotAScenario).line());
        assert!(given(r#"{"weeks": [4]}"#).is_err() && given("[4]").is_err());
    }

    #[test]
    fn a_workflow_that_cannot_run_says_all_that_is_wrong() {
        let mut scenario = Sample::SideBySide.scenario();
        scenario.workflow.transitions.clear();
        let findings = lower(&scenario, None).unwrap_err();
        let told = report("{}", Some(&wire::save(&scenario))).unwrap_err();
        assert_eq!(told.lines().count(), 1 + findings.len(), "{told}");
    }
}
