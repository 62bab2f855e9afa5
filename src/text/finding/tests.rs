//! Tests of the sentences about findings: complete, in both languages, with place and remedy.

use super::*;
use crate::people::PopulationProblem;
use crate::scenario::check::check;
use crate::scenario::samples::Sample;
use crate::scenario::wire::{OpenProblem, open};
use crate::schedule::{NeverFires, ScheduleProblem};
use crate::text::lang::tests::swedish;

fn every_problem() -> Vec<Problem> {
    let name = || "query".to_owned();
    vec![
        Problem::WeeksOutOfRange(0),
        Problem::SeedOutOfRange(u64::MAX),
        Problem::StartOutOfRange,
        Problem::Population(PopulationProblem::Empty),
        Problem::Population(PopulationProblem::TooManyPerWeek { field: "joinsPerWeek", number: 9, limit: 5 }),
        Problem::Population(PopulationProblem::WrongLength { attribute: name(), expected: 2, found: 3 }),
        Problem::EmptyWorkflow,
        Problem::WorkflowTooLarge { limit: 2_000 },
        Problem::DuplicateName(name()),
        Problem::EmptyName,
        Problem::DuplicateTemplate(name()),
        Problem::MissingSource { from: name(), to: name() },
        Problem::MissingTarget { from: name(), to: name() },
        Problem::Cycle,
        Problem::InboundNotAllowed,
        Problem::OutboundNotAllowed,
        Problem::NoInbound,
        Problem::NoOutbound,
        Problem::NoDelivery,
        Problem::MissingActivity(name()),
        Problem::MissingTemplate(name()),
        Problem::Schedule(ScheduleProblem::NeverFires(NeverFires::NoDays)),
        Problem::NeverFires,
        Problem::FiresLater,
        Problem::NoPopulation,
        Problem::HistoryOutOfRange(40_000),
        Problem::SecondSchedule { first: name() },
        Problem::PlainQueryIntoContinuous { query: name() },
        Problem::ChanceOutOfRange { field: "opens", value: 12_000 },
        Problem::InterventionOutside { number: 1 },
        Problem::InterventionMissing { number: 1, name: name() },
        Problem::InterventionBuiltIn { number: 1, template: name() },
    ]
}

#[test]
fn every_problem_has_two_whole_sentences_in_each_language() {
    let scenario = Sample::SideBySide.scenario();
    let mut seen = std::collections::BTreeSet::new();
    for problem in every_problem() {
        swedish(|lang| told(lang, &scenario, &problem));
        for lang in Lang::WRITTEN {
            let Told { what, remedy } = told(lang, &scenario, &problem);
            for sentence in [&what, &remedy] {
                assert!(sentence.ends_with('.') && !sentence.ends_with(".."), "{sentence}");
                assert!(!sentence.contains("PerWeek"), "{sentence}");
            }
            assert!(seen.insert(format!("{what} {remedy}")), "twice: {what}");
        }
    }
}

#[test]
fn a_finding_of_a_real_scenario_has_its_place_first() {
    let mut scenario = Sample::SideBySide.scenario();
    scenario.workflow.transitions.retain(|transition| transition.from != "query");
    let lines: Vec<String> =
        check(&scenario).iter().map(|finding| sentence(Lang::En, &scenario, finding)).collect();
    assert_eq!(
        lines,
        [
            "Recurring delivery “Weekly newsletter”: Nothing leads into this delivery, so it has no \
             recipients. Draw a transition to it from a query.",
            "Query “query”: Nothing follows this activity, so its result goes nowhere. Draw a transition from \
             it to the next activity.",
        ]
    );
    assert!(sentence(Lang::Sv, &scenario, &check(&scenario)[1]).starts_with("Fråga ”query”: Inget följer"));
}

#[test]
fn a_file_that_does_not_open_is_told_with_its_place() {
    let english = |bytes: &[u8]| told_of_file(Lang::En, &open(bytes).unwrap_err()).line();
    assert!(english(b"{\n  oops").contains("line 2, column 3"));
    assert!(english(b"[]").starts_with("The file is JSON but not a scenario of the lab."));
    let invalid = OpenProblem::Invalid {
        place: "workflow.activities[1] (query)".into(),
        detail: "no such type".into(),
    };
    assert_eq!(
        told_of_file(Lang::Sv, &invalid).line(),
        "Delen workflow.activities[1] (query) av filen är inte som den ska. Läsaren svarar på engelska: no \
         such type. Rätta den, eller spara scenariot på nytt från labbet."
    );
}
