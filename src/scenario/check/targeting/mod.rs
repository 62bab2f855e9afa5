//! Checks activities of the Targeting tab.

mod carried;
mod outputs;

use std::collections::BTreeSet;

use self::carried::{Carried, carried};
use super::sending::names_its_recipients;
use crate::people::{Condition, NewValue, Schema};
use crate::scenario::activity::targeting::{Dimension, LinkFilter, UpdateDataSettings};
use crate::scenario::activity::{Activity, Settings};
use crate::scenario::finding::{Finding, Problem, TargetingProblem};
use crate::scenario::properties::NamedPeople;
use crate::scenario::{Scenario, Workflow};

/// The largest number of days that a question to a log may go back.
const MAX_DAYS: u32 = 3_650;

/// All findings of this sort, in drawing order.
pub(super) fn check(scenario: &Scenario) -> Vec<Finding> {
    let schema = scenario.population.schema();
    let mut findings = named_people(&scenario.lists, &schema, TargetingProblem::DuplicateList);
    findings.extend(named_people(&scenario.services, &schema, TargetingProblem::DuplicateService));
    let carried = carried(&scenario.workflow);
    for (activity, carried) in scenario.workflow.activities.iter().zip(&carried) {
        let name = activity.name.as_str();
        let mut found = Found { name, findings: Vec::new() };
        found.references(scenario, &activity.settings, &schema);
        outputs::check(scenario, activity, &schema, carried, &mut found);
        found.inbound(&scenario.workflow, activity, carried);
        findings.extend(found.findings);
    }
    findings
}

/// Lists or services: each name once, conditions that can be asked.
fn named_people(
    named: &[NamedPeople],
    schema: &Schema,
    duplicate: impl Fn(String) -> TargetingProblem,
) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let mut problems = Vec::new();
    for one in named {
        if !seen.insert(&one.name) {
            problems.push(Problem::Targeting(duplicate(one.name.clone())));
        }
        let wrong = one.members.iter().flat_map(|members| members.problems(schema));
        problems.extend(wrong.map(Problem::Condition));
    }
    problems.into_iter().map(Finding::error).collect()
}

/// What is found about one activity.
struct Found<'n> {
    name: &'n str,
    findings: Vec<Finding>,
}

impl Found<'_> {
    fn error(&mut self, problem: TargetingProblem) {
        self.findings.push(Finding::error_at(self.name, Problem::Targeting(problem)));
    }

    fn warning(&mut self, problem: TargetingProblem) {
        self.findings.push(Finding::warning_at(self.name, Problem::Targeting(problem)));
    }

    fn plain_error(&mut self, problem: Problem) {
        self.findings.push(Finding::error_at(self.name, problem));
    }

    fn condition(&mut self, condition: &Condition, schema: &Schema) {
        for problem in condition.problems(schema) {
            self.plain_error(Problem::Condition(problem));
        }
    }

    /// Lists, services, attributes and activities that are named.
    fn references(&mut self, scenario: &Scenario, settings: &Settings, schema: &Schema) {
        match settings {
            Settings::Query(query) => {
                query.links.iter().for_each(|link| self.link(scenario, link));
            }
            Settings::ReadList(read) => self.list(scenario, &read.list),
            Settings::ListUpdate(update) => self.list(scenario, &update.list),
            Settings::Subscription(update) => self.service(scenario, &update.service),
            Settings::Deduplication(doubles) if schema.find(&doubles.attribute).is_none() => {
                self.plain_error(Problem::MissingAttribute(doubles.attribute.clone()));
            }
            Settings::UpdateData(update) => self.written(update, schema),
            _ => {}
        }
    }

    fn link(&mut self, scenario: &Scenario, link: &LinkFilter) {
        match link {
            LinkFilter::InList { list, .. } => self.list(scenario, list),
            LinkFilter::Subscribed { service, .. } => self.service(scenario, service),
            LinkFilter::Received { activity, days, .. } | LinkFilter::Reacted { activity, days, .. } => {
                if !(1..=MAX_DAYS).contains(days) {
                    self.error(TargetingProblem::DaysOutOfRange(*days));
                }
                let Some(name) = activity else { return };
                let found = scenario.workflow.activity(name);
                if !found.is_some_and(|found| found.settings.kind().is_delivery()) {
                    self.error(TargetingProblem::NoDeliveryActivity(name.clone()));
                }
            }
        }
    }

    fn list(&mut self, scenario: &Scenario, name: &str) {
        if !scenario.list_names().contains(&name) {
            self.plain_error(Problem::MissingList(name.to_owned()));
        }
    }

    fn service(&mut self, scenario: &Scenario, name: &str) {
        if !scenario.services.iter().any(|service| service.name == name) {
            self.plain_error(Problem::MissingService(name.to_owned()));
        }
    }

    fn written(&mut self, update: &UpdateDataSettings, schema: &Schema) {
        let attribute = update.attribute.clone();
        let Some(idx) = schema.find(&attribute) else {
            self.plain_error(Problem::MissingAttribute(attribute));
            return;
        };
        if let Err(problem) = NewValue::of(schema, idx, &update.value) {
            self.error(TargetingProblem::Write { attribute, problem });
        }
    }

    /// How many transitions enter, and what they bring.
    fn inbound(&mut self, workflow: &Workflow, activity: &Activity, carried: &Carried) {
        let (settings, inbound) = (&activity.settings, carried.sources.len());
        if needs_recipients(settings) && carried.into.contracts {
            self.error(TargetingProblem::ContractsComeIn);
        }
        let is_entered = inbound > 0 || workflow.has_inbound(self.name);
        let needs_people = settings.kind().is_delivery() && !names_its_recipients(settings);
        if needs_people && is_entered && !carried.into.is_population() {
            self.findings.push(Finding::warning_at(self.name, Problem::NoPopulation));
        }
        match settings {
            Settings::ReadList(_) if carried.into.is_population() => {
                self.warning(TargetingProblem::PopulationReplaced);
            }
            Settings::Exclusion(exclusion) => {
                let main = exclusion.main_set.as_ref();
                if let Some(main) = main.filter(|main| !carried.sources.contains(&main.as_str())) {
                    self.error(TargetingProblem::MainSetElsewhere { activity: main.clone() });
                }
            }
            Settings::ChangeDimension(change) => {
                let other = match change.to {
                    Dimension::Recipients => carried.into.contracts,
                    Dimension::Contracts => carried.into.recipients,
                };
                if carried.into.is_population() && !other {
                    self.warning(TargetingProblem::SameDimension);
                }
            }
            _ => {}
        }
        if !works_on_a_population(settings) {
            return;
        }
        let combines =
            matches!(settings, Settings::Union(_) | Settings::Intersection(_) | Settings::Exclusion(_));
        if inbound == 0 {
            self.error(TargetingProblem::NothingComesIn);
        } else if !carried.into.is_population() {
            // Where the activity before has the same fault, it is said there.
            let mut before = carried.sources.iter().filter_map(|source| workflow.activity(source));
            if !before.any(|before| works_on_a_population(&before.settings)) {
                self.warning(TargetingProblem::NoPopulationComesIn);
            }
        } else if combines && inbound < 2 {
            self.warning(TargetingProblem::TooFewInbound);
        } else if combines && carried.into.recipients && carried.into.contracts {
            self.error(TargetingProblem::MixedDimensions);
        } else if !combines && inbound > 1 && !matches!(settings, Settings::Enrichment(_)) {
            self.warning(TargetingProblem::NotMerged { inbound });
        }
    }
}

/// Whether the activity works on recipients alone.
fn needs_recipients(settings: &Settings) -> bool {
    match settings {
        Settings::Query(query) => query.dimension == Dimension::Recipients,
        Settings::IncrementalQuery(_)
        | Settings::Subscription(_)
        | Settings::ListUpdate(_)
        | Settings::UpdateData(_) => true,
        other => other.kind().is_delivery(),
    }
}

/// Whether the activity does something to a population and makes none itself.
fn works_on_a_population(settings: &Settings) -> bool {
    matches!(
        settings,
        Settings::Union(_)
            | Settings::Intersection(_)
            | Settings::Exclusion(_)
            | Settings::Split(_)
            | Settings::Deduplication(_)
            | Settings::Enrichment(_)
            | Settings::ChangeDimension(_)
            | Settings::Cells(_)
            | Settings::Subscription(_)
            | Settings::ListUpdate(_)
            | Settings::UpdateData(_)
    )
}
