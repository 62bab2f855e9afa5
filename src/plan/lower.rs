//! Makes a plan of a scenario, or says why there is none.

use std::rc::Rc;

use super::population::Population;
use super::{
    IncrementalStep, Link, Plan, PlanStimulus, Planned, RecurringStep, Step, StepIdx, Template, TemplateIdx,
    Work,
};
use crate::base::chance::Key;
use crate::base::time::SimSpan;
use crate::people::{Condition, PopulationProblem, Schema, Selector, compile};
use crate::scenario::Scenario;
use crate::scenario::activity::{Activity, Settings};
use crate::scenario::check::check;
use crate::scenario::finding::{Finding, Problem, Severity};
use crate::scenario::intervention::Stimulus;

/// A scenario that can run: its plan, and the warnings that do not keep it from running.
#[derive(Debug)]
pub struct Lowered {
    /// The plan.
    pub plan: Plan,
    /// Its people, to be handed to the next `lower`.
    pub population: Rc<Population>,
    /// What is doubtful.
    pub warnings: Vec<Finding>,
}

/// Makes a plan. `known` is the population of an earlier plan, taken over where it still fits.
///
/// # Errors
/// All findings of the scenario, where at least one of them is an error.
pub fn lower(scenario: &Scenario, known: Option<&Rc<Population>>) -> Result<Lowered, Vec<Finding>> {
    let findings = check(scenario);
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        return Err(findings);
    }
    let population = match known {
        Some(known) if known.is_of(scenario) => known.clone(),
        _ => Rc::new(
            Population::of(scenario).map_err(|problems| population_findings(problems, findings.clone()))?,
        ),
    };
    let schema = population.people.schema().clone();
    let mut builder = Builder { scenario, schema, missing: Vec::new() };
    let plan = builder.plan(&population);
    // `check` has found what could be missing; anything it overlooked still becomes a finding and not a panic.
    if builder.missing.is_empty() {
        Ok(Lowered { plan, population, warnings: findings })
    } else {
        Err(builder.missing)
    }
}

fn population_findings(problems: Vec<PopulationProblem>, mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.splice(0..0, problems.into_iter().map(|problem| Finding::error(Problem::Population(problem))));
    findings
}

struct Builder<'s> {
    scenario: &'s Scenario,
    schema: Schema,
    missing: Vec<Finding>,
}

impl Builder<'_> {
    fn plan(&mut self, population: &Population) -> Plan {
        let scenario = self.scenario;
        let root = Key::of_seed(scenario.seed);
        let links: Vec<Link> = scenario
            .workflow
            .transitions
            .iter()
            .map(|transition| Link { from: self.step(&transition.from), to: self.step(&transition.to) })
            .collect();
        let activities = scenario.workflow.activities.iter();
        let steps = activities
            .enumerate()
            .map(|(at, activity)| self.lower_step(at, activity, root, &links))
            .collect();
        let interventions = scenario
            .interventions
            .iter()
            .map(|intervention| Planned {
                at: intervention.at,
                what: self.lower_stimulus(&intervention.what),
            })
            .collect();
        Plan {
            start: scenario.start_time(),
            end: scenario.end_time(),
            weeks: scenario.weeks,
            seed: scenario.seed,
            steps,
            links,
            templates: scenario.templates.iter().map(lower_template).collect(),
            people: population.people.clone(),
            reactions: scenario.reactions.clone(),
            interventions,
        }
    }

    fn lower_step(&mut self, at: StepIdx, activity: &Activity, root: Key, links: &[Link]) -> Step {
        Step {
            name: activity.name.as_str().into(),
            label: activity.label.as_str().into(),
            key: root.named(&activity.name),
            work: self.work(activity).unwrap_or(Work::End),
            next: (0..links.len()).filter(|&link| links[link].from == at).collect(),
            is_root: links.iter().all(|link| link.to != at),
        }
    }

    /// What the activity does; none where a finding says why not.
    fn work(&mut self, activity: &Activity) -> Option<Work> {
        Some(match &activity.settings {
            Settings::Start(_) => Work::Start,
            Settings::End(_) => Work::End,
            Settings::Scheduler(scheduler) => Work::Scheduler(scheduler.schedule.clone()),
            Settings::Query(query) => Work::Query(self.selector(activity, &query.condition)?),
            Settings::IncrementalQuery(query) => Work::Incremental(IncrementalStep {
                selector: self.selector(activity, &query.condition)?,
                schedule: query.schedule.clone(),
                history: (query.history_days > 0).then(|| SimSpan::from_days(query.history_days.into())),
                keep_history: query.keep_history,
            }),
            Settings::RecurringDelivery(delivery) => Work::Recurring(RecurringStep {
                code: delivery.delivery_code.as_str().into(),
                creative: Rc::new(delivery.creative.clone()),
            }),
            Settings::ContinuousDelivery(delivery) => Work::Continuous(self.template(&delivery.template)),
        })
    }

    fn selector(&mut self, activity: &Activity, condition: &Condition) -> Option<Selector> {
        compile(condition, &self.schema)
            .map_err(|problems| {
                let findings = problems
                    .into_iter()
                    .map(|one| Finding::error_at(&activity.name, Problem::Condition(one)));
                self.missing.extend(findings);
            })
            .ok()
    }

    fn lower_stimulus(&mut self, stimulus: &Stimulus) -> PlanStimulus {
        match stimulus {
            Stimulus::EditTemplate { template, creative } => PlanStimulus::EditTemplate {
                template: self.template(template),
                creative: Rc::new(creative.clone()),
            },
            Stimulus::EditDelivery { activity, creative } => {
                PlanStimulus::EditDelivery { step: self.step(activity), creative: Rc::new(creative.clone()) }
            }
            Stimulus::Relabel { activity, label } => {
                PlanStimulus::Relabel { step: self.step(activity), label: label.as_str().into() }
            }
            Stimulus::RestartWorkflow => PlanStimulus::RestartWorkflow,
        }
    }

    fn step(&mut self, name: &str) -> StepIdx {
        let found = self.scenario.workflow.activities.iter().position(|activity| activity.name == name);
        found.unwrap_or_else(|| {
            self.missing.push(Finding::error(Problem::MissingActivity(name.to_owned())));
            0
        })
    }

    fn template(&mut self, name: &str) -> TemplateIdx {
        let found = self.scenario.templates.iter().position(|template| template.name == name);
        found.unwrap_or_else(|| {
            self.missing.push(Finding::error(Problem::MissingTemplate(name.to_owned())));
            0
        })
    }
}

fn lower_template(template: &crate::scenario::creative::DeliveryTemplate) -> Template {
    Template {
        label: template.label.as_str().into(),
        creative: Rc::new(template.creative.clone()),
        computed_label: template
            .computed_label
            .as_deref()
            .filter(|pattern| !pattern.is_empty())
            .map(Into::into),
    }
}
