//! Makes a plan of a scenario, or says why there is none.

mod flow;
mod sending;
mod stimulus;
mod targeting;

use std::rc::Rc;

use super::population::Population;
use super::{
    IncrementalStep, Link, LinkIdx, Named, Plan, Planned, RecurringStep, Step, StepIdx, Template,
    TemplateIdx, Work,
};
use crate::base::chance::Key;
use crate::base::time::SimSpan;
use crate::people::{Condition, PopulationProblem, Schema, Selector, compile};
use crate::scenario::Scenario;
use crate::scenario::activity::ports::Port;
use crate::scenario::activity::{Activity, Settings, Transition};
use crate::scenario::check::check_inlined;
use crate::scenario::finding::{Finding, Problem, Severity};
use crate::scenario::inline::{Inlined, inline};
use crate::scenario::properties::NamedPeople;

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
    let inlined = inline(scenario);
    let findings = check_inlined(&inlined);
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
    let mut builder = Builder { scenario: &inlined.scenario, inlined: &inlined, schema, missing: Vec::new() };
    let plan = builder.plan(&population);
    // `check` has found what could be missing; anything it overlooked still becomes a finding and not a panic.
    if builder.missing.is_empty() {
        Ok(Lowered { plan, population, warnings: findings })
    } else {
        Err(builder.missing)
    }
}

/// Problems of a population as errors, before what was found otherwise.
pub fn population_findings(problems: Vec<PopulationProblem>, mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.splice(0..0, problems.into_iter().map(|problem| Finding::error(Problem::Population(problem))));
    findings
}

struct Builder<'s> {
    /// With its jumps and sub-workflows resolved.
    scenario: &'s Scenario,
    inlined: &'s Inlined<'s>,
    schema: Schema,
    missing: Vec<Finding>,
}

impl Builder<'_> {
    fn plan(&mut self, population: &Population) -> Plan {
        let scenario = self.scenario;
        let root = Key::of_seed(scenario.seed);
        let transitions = scenario.workflow.transitions.iter().enumerate();
        let links: Vec<Link> = transitions.map(|(at, transition)| self.link(at, transition)).collect();
        let activities = scenario.workflow.activities.iter();
        let steps = activities
            .enumerate()
            .map(|(at, activity)| self.lower_step(at, activity, root, &links))
            .collect();
        let interventions = scenario
            .interventions
            .iter()
            .map(|intervention| Planned { at: intervention.at, what: self.stimulus(&intervention.what) })
            .collect();
        Plan {
            start: scenario.start_time(),
            end: scenario.end_time(),
            weeks: scenario.weeks,
            seed: scenario.seed,
            steps,
            links,
            templates: self.templates(),
            people: population.people.clone(),
            reactions: scenario.reactions.clone(),
            interventions,
            properties: scenario.workflow.properties.clone(),
            approvals: scenario.approvals.clone(),
            technical: scenario.technical.clone(),
            lists: self.lists(),
            services: self.named(&scenario.services),
        }
    }

    fn link(&mut self, at: LinkIdx, transition: &Transition) -> Link {
        let from = self.step(&transition.from);
        let settings = self.scenario.workflow.activity(&transition.from).map(|activity| &activity.settings);
        let port = match settings {
            Some(Settings::SubWorkflow(_)) if self.inlined.calls.contains(&at) => Some(Port::Call),
            Some(Settings::JumpStart(_)) => Some(Port::Main),
            _ => settings.and_then(|settings| settings.port_named(transition.output.as_deref())),
        };
        if port.is_none() {
            let (from, output) = (&transition.from, transition.output.clone().unwrap_or_default());
            self.missing.push(Finding::error_at(from, Problem::MissingOutput { output }));
        }
        let comes_back = self.inlined.returns.contains(&at);
        Link { from, to: self.step(&transition.to), port: port.unwrap_or(Port::Main), comes_back }
    }

    fn lower_step(&mut self, at: StepIdx, activity: &Activity, root: Key, links: &[Link]) -> Step {
        let next: Vec<LinkIdx> = (0..links.len()).filter(|&link| links[link].from == at).collect();
        let outputs = activity.settings.outputs();
        let is_led_on = |port| next.iter().any(|&link| links[link].port == port);
        let open = outputs.iter().filter(|output| output.is_required && !is_led_on(output.port));
        let unterminated = open.map(|output| output.port).collect();
        let inbound: Vec<LinkIdx> = (0..links.len()).filter(|&link| links[link].to == at).collect();
        Step {
            name: activity.name.as_str().into(),
            label: activity.label.as_str().into(),
            key: root.named(&activity.name),
            work: self.work(activity, links, &inbound).unwrap_or(Work::End { stops_all: false }),
            next,
            inbound,
            outputs,
            unterminated,
            advanced: activity.advanced.clone(),
            on_error: activity.advanced.on_error.unwrap_or(self.scenario.workflow.properties.on_error),
            zone: self.scenario.workflow.zone_of(activity).unwrap_or_default(),
        }
    }

    fn named(&mut self, named: &[NamedPeople]) -> Vec<Named> {
        let mut rows = Vec::new();
        for one in named {
            let members = one.members.as_ref().and_then(|members| self.selector(None, members));
            rows.push(Named { name: one.name.as_str().into(), label: one.label.as_str().into(), members });
        }
        rows
    }

    fn templates(&mut self) -> Vec<Template> {
        let mut rows = Vec::new();
        for template in &self.scenario.templates {
            let properties = self.properties(None, &template.properties);
            rows.push(Template {
                label: template.label.as_str().into(),
                creative: Rc::new(template.creative.clone()),
                computed_label: template
                    .computed_label
                    .as_deref()
                    .filter(|pattern| !pattern.is_empty())
                    .map(Into::into),
                properties: Rc::new(properties),
            });
        }
        rows
    }

    /// What the activity does; none where a finding says why not.
    fn work(&mut self, activity: &Activity, links: &[Link], inbound: &[LinkIdx]) -> Option<Work> {
        let name = activity.name.as_str();
        Some(match &activity.settings {
            Settings::Start(_) => Work::Start,
            Settings::End(end) => Work::End { stops_all: end.stops_all },
            Settings::Scheduler(scheduler) => Work::Scheduler(scheduler.schedule.clone()),
            Settings::Query(query) => Work::Query(self.query(name, query)?),
            Settings::IncrementalQuery(query) => Work::Incremental(IncrementalStep {
                selector: self.selector(Some(name), &query.condition)?,
                schedule: query.schedule.clone(),
                history: (query.history_days > 0).then(|| SimSpan::from_days(query.history_days.into())),
                keep_history: query.keep_history,
            }),
            Settings::RecurringDelivery(delivery) => Work::Recurring(RecurringStep {
                code: delivery.delivery_code.as_str().into(),
                creative: Rc::new(delivery.creative.clone()),
                properties: Rc::new(self.properties(Some(name), &delivery.properties)),
            }),
            Settings::ContinuousDelivery(delivery) => Work::Continuous(self.template(&delivery.template)),
            Settings::ChannelDelivery(_) | Settings::Delivery(_) | Settings::DeliveryControl(_) => {
                Work::Sending(self.sending(name, &activity.settings)?, activity.settings.kind())
            }
            Settings::JumpStart(_) | Settings::JumpEnd(_) | Settings::Script(_) | Settings::Outside(_) => {
                Work::Passes(activity.settings.kind())
            }
            other => match self.targeting(name, other, links, inbound)? {
                Some(work) => Work::Targeting(work),
                None => Work::Flow(self.flow(other, links, inbound)?),
            },
        })
    }

    /// The transition by which an activity's population comes in.
    fn main_link(&mut self, main: Option<&str>, links: &[Link], inbound: &[LinkIdx]) -> Option<LinkIdx> {
        let from = self.step(main?);
        inbound.iter().copied().find(|&link| links[link].from == from)
    }

    fn selector(&mut self, activity: Option<&str>, condition: &Condition) -> Option<Selector> {
        compile(condition, &self.schema)
            .map_err(|problems| {
                let findings = problems.into_iter().map(|one| Finding {
                    severity: Severity::Error,
                    activity: activity.map(str::to_owned),
                    problem: Problem::Condition(one),
                });
                self.missing.extend(findings);
            })
            .ok()
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
