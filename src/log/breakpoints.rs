//! Breakpoints: what the player rests at, found in the record of the run and so the same at every speed.

use std::rc::Rc;

use crate::base::people_set::PeopleSet;
use crate::base::time::SimTime;
use crate::engine::record::{DeliveryFact, FlowFact, LifeFact, Record, What};
use crate::log::RunLog;
use crate::plan::{LinkIdx, Plan, StepIdx};
use crate::scenario::activity::ports::Port;

/// A transition by what it joins, which stays the same when others are drawn or taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crossing {
    /// The name of the activity it leaves.
    pub from: Rc<str>,
    /// The output it leaves by.
    pub port: Port,
    /// The name of the activity it enters.
    pub to: Rc<str>,
}

/// What the player rests at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Breakpoint {
    /// The activity of this name is activated: it launches, begins, or a task of it is created.
    Activity(Rc<str>),
    /// A single crossing of a transition carries more than this many records.
    Exceeds {
        /// The transition.
        crossing: Crossing,
        /// More than this many.
        above: u64,
    },
    /// Somebody's second message begins to be sent, whichever delivery it is in. Each recipient counts once.
    MailedTwice,
    /// A delivery is made.
    DeliveryCreated,
    /// A task fails, the workflow pauses or stops, or a delivery is stopped.
    Trouble,
}

/// A breakpoint that was met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The moment.
    pub at: SimTime,
    /// The breakpoint; where several are met at one moment, the first in the order in which they were set.
    pub which: Breakpoint,
    /// How many records crossed, or how many people got their second message.
    pub count: Option<u64>,
}

/// The first hit later than `after`; none where the run ends before.
pub fn next_hit(run: &RunLog, breakpoints: &[Breakpoint], after: SimTime) -> Option<Hit> {
    let hits = breakpoints.iter().filter_map(|which| {
        let (at, count) = next_of(run, which, after)?;
        Some(Hit { at, which: which.clone(), count })
    });
    // The first of equals: `min_by_key` keeps it.
    hits.min_by_key(|hit| hit.at)
}

/// When a breakpoint is met next, and how many it concerns.
fn next_of(run: &RunLog, which: &Breakpoint, after: SimTime) -> Option<(SimTime, Option<u64>)> {
    let record = run.record();
    match which {
        Breakpoint::Activity(name) => {
            activated(record, step_of(run.plan(), name)?, after).map(|at| (at, None))
        }
        Breakpoint::Exceeds { crossing, above } => {
            let link = link_of(run.plan(), crossing)?;
            let first = record.passages.partition_point(|passage| passage.at <= after);
            let found = record.passages[first..]
                .iter()
                .find(|passage| passage.link == link && passage.count.is_some_and(|count| count > *above))?;
            Some((found.at, found.count))
        }
        Breakpoint::MailedTwice => second_messages(record, after),
        Breakpoint::DeliveryCreated => {
            fact_after(record, after, |what| matches!(what, What::DeliveryCreated { .. }))
                .map(|at| (at, None))
        }
        Breakpoint::Trouble => fact_after(record, after, is_trouble).map(|at| (at, None)),
    }
}

/// The activity of this name, in the workflow itself and not in one that it calls.
fn step_of(plan: &Plan, name: &str) -> Option<StepIdx> {
    plan.steps.iter().position(|step| *step.name == *name)
}

/// The place of a transition in the plan; none where it is no more.
pub fn link_of(plan: &Plan, crossing: &Crossing) -> Option<LinkIdx> {
    let is_named = |step: StepIdx, name: &str| plan.steps.get(step).is_some_and(|step| *step.name == *name);
    plan.links.iter().position(|link| {
        link.port == crossing.port && is_named(link.from, &crossing.from) && is_named(link.to, &crossing.to)
    })
}

/// The transition of this place by what it joins.
pub fn crossing_of(plan: &Plan, link: LinkIdx) -> Option<Crossing> {
    let link = plan.links.get(link)?;
    let name = |step: StepIdx| plan.steps.get(step).map(|step| step.name.clone());
    Some(Crossing { from: name(link.from)?, port: link.port, to: name(link.to)? })
}

/// When a step is activated next: a launch that makes no task, as another is still in progress, counts too.
fn activated(record: &Record, step: StepIdx, after: SimTime) -> Option<SimTime> {
    let first = record.facts.partition_point(|fact| fact.at <= after);
    let begun = record.facts[first..]
        .iter()
        .find(|fact| fact.step == Some(step) && fact.what.begins_a_run())
        .map(|fact| fact.at);
    let first = record.tasks.partition_point(|task| task.created_at <= after);
    let created = record.tasks[first..].iter().find(|task| task.step == step).map(|task| task.created_at);
    begun.into_iter().chain(created).min()
}

fn fact_after(record: &Record, after: SimTime, is_it: impl Fn(&What) -> bool) -> Option<SimTime> {
    let first = record.facts.partition_point(|fact| fact.at <= after);
    record.facts[first..].iter().find(|fact| is_it(&fact.what)).map(|fact| fact.at)
}

fn is_trouble(what: &What) -> bool {
    match what {
        What::Life(fact) => matches!(
            fact,
            LifeFact::Failed { .. }
                | LifeFact::ErrorProcessed { .. }
                | LifeFact::Unterminated { .. }
                | LifeFact::Paused { .. }
                | LifeFact::Stopped { .. }
                | LifeFact::Aborted { .. }
        ),
        What::Delivery(fact) => {
            matches!(fact, DeliveryFact::Stopped { .. } | DeliveryFact::ApprovalExpired { .. })
        }
        What::Flow(fact) => matches!(fact, FlowFact::TooManyTasks { .. } | FlowFact::DimensionsDiffer),
        What::LimitReached { .. } => true,
        _ => false,
    }
}

/// The first moment after `after` at which a sending has somebody's second message in it, and how many such people.
/// What was cancelled before it was sent is no message.
fn second_messages(record: &Record, after: SimTime) -> Option<(SimTime, Option<u64>)> {
    let mut sent: Vec<(SimTime, usize)> = record
        .batches
        .iter()
        .enumerate()
        .filter_map(|(place, batch)| batch.sent_at.map(|at| (at, place)))
        .collect();
    sent.sort();
    let (mut once, mut twice) = (PeopleSet::new(), PeopleSet::new());
    let mut found: Option<(SimTime, u64)> = None;
    for (at, place) in sent {
        if let Some((hit, _)) = found.filter(|(hit, _)| *hit != at) {
            return Some((hit, found.map(|(_, count)| count)));
        }
        let mut second = 0;
        for one in record.batches[place].to_deliver.iter() {
            if !once.insert(one) && twice.insert(one) {
                second += 1;
            }
        }
        if second > 0 && at > after {
            found = Some((at, found.map_or(0, |(_, count)| count) + second));
        }
    }
    found.map(|(at, count)| (at, Some(count)))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::base::time::SimSpan;
    use crate::plan::lower::lower;
    use crate::scenario::samples::Sample;

    fn run(sample: Sample) -> RunLog {
        RunLog::of(Rc::new(lower(&sample.scenario(), None).unwrap().plan))
    }

    /// All hits, each looked for from the one before.
    fn hits(run: &RunLog, breakpoints: &[Breakpoint]) -> Vec<Hit> {
        let mut moment = run.plan().start;
        std::iter::from_fn(|| {
            let hit = next_hit(run, breakpoints, moment)?;
            moment = hit.at;
            Some(hit)
        })
        .collect()
    }

    #[test]
    fn a_delivery_is_met_once_each() {
        let run = run(Sample::RecurringWeekly);
        let met: Vec<_> = hits(&run, &[Breakpoint::DeliveryCreated]).into_iter().map(|hit| hit.at).collect();
        let made: Vec<_> = run.record().deliveries.iter().map(|made| made.created_at).collect();
        assert_eq!((met.len(), met), (52, made));
    }

    #[test]
    fn an_activity_is_met_when_it_is_activated_and_one_that_is_no_more_never() {
        let run = run(Sample::SideBySide);
        let met = hits(&run, &[Breakpoint::Activity("continuous".into())]);
        let step = run.plan().steps.iter().position(|step| &*step.name == "continuous").unwrap();
        let of_step = run.record().tasks.iter().filter(|task| task.step == step).count();
        assert_eq!(met.len(), of_step);
        assert!(of_step > 0);
        assert!(hits(&run, &[Breakpoint::Activity("nobody".into())]).is_empty());
    }

    #[test]
    fn a_transition_is_met_above_the_number_and_not_at_it() {
        let run = run(Sample::SideBySide);
        let carried =
            run.record().passages.iter().filter_map(|passage| passage.count.map(|n| (n, passage.link)));
        let (most, link) = carried.max().unwrap();
        let crossing = crossing_of(run.plan(), link).unwrap();
        assert_eq!(link_of(run.plan(), &crossing), Some(link));
        let at = |above| hits(&run, &[Breakpoint::Exceeds { crossing: crossing.clone(), above }]);
        assert!(at(most).is_empty());
        let met = at(most - 1);
        assert!(!met.is_empty() && met.iter().all(|hit| hit.count == Some(most)));
    }

    #[test]
    fn the_second_message_of_each_counts_once() {
        let run = run(Sample::SideBySide);
        let met = hits(&run, &[Breakpoint::MailedTwice]);
        let mut messages = BTreeMap::<_, u32>::new();
        for batch in run.record().batches.iter().filter(|batch| batch.sent_at.is_some()) {
            batch.to_deliver.iter().for_each(|one| *messages.entry(one).or_default() += 1);
        }
        let several = messages.values().filter(|count| **count > 1).count() as u64;
        let counted: u64 = met.iter().filter_map(|hit| hit.count).sum();
        // A sending at the first moment of the run would lie before every hit.
        assert!(run.record().batches[0].at > run.plan().start);
        assert!(several > 0);
        assert_eq!(counted, several);
    }

    #[test]
    fn of_several_at_one_moment_the_first_is_told_and_each_hit_is_later() {
        let run = run(Sample::SideBySide);
        let both = [Breakpoint::DeliveryCreated, Breakpoint::Activity("recurring".into())];
        let met = hits(&run, &both);
        assert!(met.windows(2).all(|pair| pair[0].at < pair[1].at));
        assert_eq!(met[0].which, Breakpoint::DeliveryCreated);
        assert_eq!(next_hit(&run, &both, met[0].at - SimSpan::from_secs(1)), Some(met[0].clone()));
        assert_eq!(next_hit(&run, &both, run.end()), None);
        assert_eq!(next_hit(&run, &[], run.plan().start), None);
    }

    #[test]
    fn a_year_without_errors_has_no_trouble_and_a_failed_task_is_some() {
        use crate::scenario::intervention::{Intervention, Stimulus};
        assert!(hits(&run(Sample::SideBySide), &[Breakpoint::Trouble]).is_empty());
        let mut scenario = Sample::SideBySide.scenario();
        let at = scenario.start_time() + SimSpan::from_days(30);
        scenario.interventions.push(Intervention {
            at,
            what: Stimulus::PauseWorkflow,
            rest: Default::default(),
        });
        let paused = RunLog::of(Rc::new(lower(&scenario, None).unwrap().plan));
        assert_eq!(hits(&paused, &[Breakpoint::Trouble]).first().map(|hit| hit.at), Some(at));
    }
}
