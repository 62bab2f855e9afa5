//! Findings, refusals and files that do not open, in words: what is wrong, where, and what to do about it.

mod en;
mod file;
mod flow;
mod life;
mod pitfalls;
mod population;
mod sending;
mod sv;
mod targeting;
#[cfg(test)]
mod tests;

use super::Lang;
use super::activity::place;
use super::told::Told;
use crate::log::report::ReportedFinding;
use crate::scenario::Scenario;
use crate::scenario::edit::Refusal;
use crate::scenario::finding::{Finding, Problem, Severity};
use crate::text::lang::Wording;
use crate::text::lang::say;

pub use self::file::told as told_of_file;
pub use self::population::told as told_of_population;

/// A finding in one line, its place first: `Query “query”: … Do …`.
pub fn sentence(lang: Lang, scenario: &Scenario, finding: &Finding) -> String {
    let line = told(lang, scenario, &finding.problem).line();
    match &finding.activity {
        Some(activity) => format!("{}: {line}", place(lang, scenario, activity)),
        None => line,
    }
}

/// Findings as the report of a run lists them.
pub fn reported(lang: Lang, scenario: &Scenario, findings: &[Finding]) -> Vec<ReportedFinding> {
    let one = |one: &Finding| ReportedFinding {
        severity: match one.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        activity: one.activity.clone(),
        code: one.problem.code(),
        page: one.problem.page(),
        message: sentence(lang, scenario, one),
    };
    findings.iter().map(one).collect()
}

/// What is wrong and what to do about it, without the place.
///
/// The scenario is needed for the labels of other activities that the problem names.
pub fn told(lang: Lang, scenario: &Scenario, problem: &Problem) -> Told {
    match (problem, lang.wording()) {
        (Problem::Targeting(problem), _) => targeting::told(lang, scenario, problem),
        (Problem::Flow(problem), _) => flow::told(lang, scenario, problem),
        (Problem::Sending(problem), _) => sending::told(lang, scenario, problem),
        (Problem::Life(problem), _) => life::told(lang, scenario, problem),
        (Problem::Pitfall(problem), _) => pitfalls::told(lang, scenario, problem),
        (_, Wording::En) => en::told(lang, scenario, problem),
        (_, Wording::Sv) => sv::told(scenario, problem),
    }
}

/// Why an edit is refused and what to do instead.
pub fn told_of_refusal(lang: Lang, refusal: Refusal) -> Told {
    match lang.wording() {
        Wording::En => en::refusal(lang, refusal),
        Wording::Sv => sv::refusal(refusal),
    }
}

/// Where the product's documentation says so.
pub fn page(lang: Lang, page: &str) -> String {
    match lang.wording() {
        Wording::En => say!(lang, "(Product documentation, page “{page}”.)", page),
        Wording::Sv => format!("(Produktens dokumentation, sidan ”{page}”.)"),
    }
}

/// How much a finding matters.
pub fn severity(lang: Lang, severity: Severity) -> &'static str {
    match severity {
        Severity::Error => lang.pick("Error", "Fel"),
        Severity::Warning => lang.pick("Warning", "Varning"),
        Severity::Note => lang.pick_as("severity", "Note", "Att veta"),
    }
}
