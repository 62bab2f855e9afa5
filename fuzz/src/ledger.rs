//! Keeps account of a run: whoever goes in comes out somewhere, and every count is as many rows as there are.

use std::collections::{BTreeMap, BTreeSet};

use delivery_lab::engine::record::{DeliveryFact, Fact, FlowFact, Record, TargetingFact, TaskIdx, What};
use delivery_lab::log::RunLog;
use delivery_lab::log::figures::Figures;
use delivery_lab::log::rows::MessageStatus;
use delivery_lab::plan::sending::Sending;
use delivery_lab::plan::{Plan, Work};
use delivery_lab::scenario::activity::ports::Port;
use delivery_lab::scenario::properties::Retention;

/// How much was counted and came out right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// Tasks.
    pub tasks: u64,
    /// Crossings of transitions.
    pub crossings: u64,
    /// Deliveries.
    pub deliveries: u64,
    /// Messages.
    pub messages: u64,
    /// Recipients that an analysis left out.
    pub left_out: u64,
    /// Rows of the tracking log.
    pub tracking: u64,
}

/// Goes through a whole run.
///
/// # Panics
/// Where something is missing or there is too much of it.
pub fn audit(log: &RunLog) -> Account {
    tasks(log.record());
    crossings(log.plan(), log.record());
    let (messages, left_out, tracking) = logs(log);
    let record = log.record();
    Account {
        tasks: record.tasks.len() as u64,
        crossings: record.passages.len() as u64,
        deliveries: record.deliveries.len() as u64,
        messages,
        left_out,
        tracking,
    }
}

/// A task begins once and ends at most once, and nothing leaves it before it began.
fn tasks(record: &Record) {
    let mut ended = BTreeSet::new();
    for ending in &record.endings {
        assert!(ended.insert(ending.task), "task {} ends twice", ending.task);
        assert!(record.tasks[ending.task].created_at <= ending.at, "task {} ends too early", ending.task);
    }
    for passage in &record.passages {
        assert!(record.tasks[passage.task].created_at <= passage.at, "a crossing before its task");
    }
    assert!(record.facts.windows(2).all(|pair| pair[0].at <= pair[1].at), "facts out of order");
    assert!(record.passages.windows(2).all(|pair| pair[0].at <= pair[1].at), "crossings out of order");
}

/// How often each number of recipients came, so that each is accounted for once.
#[derive(Clone, Default)]
struct Counts(BTreeMap<u64, u64>);

impl Counts {
    fn add(&mut self, count: u64) {
        *self.0.entry(count).or_default() += 1;
    }

    /// Takes one such number out; nobody need not have come from anywhere.
    fn take(&mut self, count: u64) -> bool {
        match self.0.get_mut(&count) {
            _ if count == 0 => true,
            Some(left) if *left > 0 => {
                *left -= 1;
                true
            }
            _ => false,
        }
    }

    /// Takes out the smallest such number from `count` on.
    fn take_from(&mut self, count: u64) -> bool {
        let found = self.0.range(count..).find(|(_, left)| **left > 0).map(|(found, _)| *found);
        found.is_some_and(|found| self.take(found))
    }
}

/// What a task says of its recipients.
#[derive(Default)]
struct Told {
    /// Who came, a number for each transition.
    came: Vec<u64>,
    /// Who leaves by which output.
    leave: Vec<(Port, u64)>,
}

/// Whoever crosses into an activity is who it says came, and whom it says leave is who crosses out of it.
fn crossings(plan: &Plan, record: &Record) {
    let mut came = vec![Counts::default(); plan.steps.len()];
    for passage in &record.passages {
        came[plan.links[passage.link].to].add(passage.count.unwrap_or(0));
    }
    let mut told: BTreeMap<TaskIdx, Vec<(Port, u64)>> = BTreeMap::new();
    let mut left_over = came.clone();
    let mut analysed = BTreeSet::new();
    for fact in &record.facts {
        let (Some(task), Some(step)) = (fact.task, fact.step) else { continue };
        let Some(one) = of_fact(plan, record, fact, &mut analysed) else { continue };
        for count in one.came {
            let name = &plan.steps[step].name;
            // Where recipients and contracts meet, recipients are counted, and one may have several contracts.
            let is_met = plan.steps[step].work.waits_for_all();
            let left = &mut left_over[step];
            let is_there = left.take(count) || (is_met && left.take_from(count));
            assert!(is_there, "{name} had {count} recipients that never came: {fact:?}");
        }
        told.entry(task).or_default().extend(one.leave);
    }
    // By each transition at most what came may pass on.
    let mut passing: BTreeMap<usize, Counts> = BTreeMap::new();
    for passage in &record.passages {
        let link = &plan.links[passage.link];
        let Some(count) = passage.count else { continue };
        let said = told.get(&passage.task).and_then(|told| told.iter().find(|(port, _)| *port == link.port));
        let name = &plan.steps[link.from].name;
        match said {
            Some((_, said)) => {
                assert_eq!(*said, count, "{name} said otherwise than crossed at {:?}", passage.at)
            }
            None => {
                let left = passing.entry(passage.link).or_insert_with(|| came[link.from].clone());
                assert!(left.take(count), "{count} recipients left {name} that never came to it");
            }
        }
    }
}

/// What a fact says of who came and who leaves; none where it says nothing of it.
fn of_fact(plan: &Plan, record: &Record, fact: &Fact, analysed: &mut BTreeSet<usize>) -> Option<Told> {
    let main = |count: u64| vec![(Port::Main, count)];
    let from_nowhere = |count: u64| Told { came: Vec::new(), leave: main(count) };
    Some(match &fact.what {
        What::Selected { count } => from_nowhere(*count),
        What::SelectedNew { matched, new } => {
            assert!(new <= matched, "more new ones than match");
            from_nowhere(*new)
        }
        What::Flow(FlowFact::CameBack { count: Some(count) }) => from_nowhere(*count),
        What::Sent { batch } | What::Delivery(DeliveryFact::Prepared { batch }) => {
            // Only the analysis takes recipients in; a later start finds them there.
            if !analysed.insert(*batch) || record.batches[*batch].at != fact.at {
                return None;
            }
            of_analysis(plan, record, fact, *batch)?
        }
        What::Targeting(targeting) => of_targeting(targeting)?,
        _ => return None,
    })
}

/// Messages and those left out are all who came, unless the delivery says itself who is meant.
fn of_analysis(plan: &Plan, record: &Record, fact: &Fact, batch: usize) -> Option<Told> {
    let batch = &record.batches[batch];
    let messages = batch.to_deliver.len();
    let step = &plan.steps[fact.step?];
    let names_its_own =
        matches!(&step.work, Work::Sending(Sending::Delivery(own), _) if own.recipients.is_some());
    let came = if names_its_own { Vec::new() } else { vec![messages + batch.excluded()] };
    Some(Told { came, leave: vec![(Port::Main, messages)] })
}

fn of_targeting(fact: &TargetingFact) -> Option<Told> {
    Some(match fact {
        TargetingFact::ContractsSelected { count, .. } | TargetingFact::ListRead { count, .. } => {
            Told { came: Vec::new(), leave: vec![(Port::Main, *count)] }
        }
        TargetingFact::Combined { inbound, count, rest } => {
            let all: u64 = inbound.iter().sum();
            assert!(count + rest <= all, "more come out of a combination than went in: {fact:?}");
            let largest = inbound.iter().max().copied().unwrap_or(0);
            assert!(
                count + rest >= largest || inbound.first() == Some(&(count + rest)),
                "some are lost: {fact:?}"
            );
            Told { came: inbound.clone(), leave: vec![(Port::Main, *count), (Port::Complement, *rest)] }
        }
        TargetingFact::Divided { inbound, parts, rest } => {
            assert_eq!(parts.iter().map(|(_, count)| count).sum::<u64>() + rest, *inbound, "{fact:?}");
            let leave = parts.iter().copied().chain([(Port::Complement, *rest)]).collect();
            Told { came: vec![*inbound], leave }
        }
        TargetingFact::Deduplicated { inbound, kept } => {
            let doubles = inbound.checked_sub(*kept);
            assert!(doubles.is_some(), "more kept than came: {fact:?}");
            let leave = vec![(Port::Main, *kept), (Port::Complement, doubles.unwrap_or(0))];
            Told { came: vec![*inbound], leave }
        }
        TargetingFact::Enriched { count, .. } => {
            Told { came: vec![*count], leave: vec![(Port::Main, *count)] }
        }
        TargetingFact::DimensionChanged { inbound, count, .. } => {
            Told { came: vec![*inbound], leave: vec![(Port::Main, *count)] }
        }
        // These count people where contracts may have come, so only what they say themselves is added up.
        TargetingFact::SubscriptionsChanged { inbound, changed, .. } => {
            assert!(changed <= inbound, "{fact:?}");
            return None;
        }
        TargetingFact::ListUpdated { inbound, added, members, .. } => {
            assert!(added <= inbound && inbound <= members, "{fact:?}");
            return None;
        }
        TargetingFact::Updated { inbound, changed, rejected, .. } => {
            assert!(changed + rejected <= *inbound, "{fact:?}");
            Told {
                came: Vec::new(),
                leave: vec![(Port::Main, inbound - rejected), (Port::Rejects, *rejected)],
            }
        }
    })
}

/// The rows of every log are those that the figures count: messages, those left out, tracking rows.
fn logs(log: &RunLog) -> (u64, u64, u64) {
    let (record, end) = (log.record(), log.end());
    let keeps_all = log.plan().technical.cleanup == Retention::KeepAll;
    let mut all = Figures::default();
    let mut ids = BTreeSet::new();
    for (number, delivery) in record.deliveries.iter().enumerate() {
        let figures = log.figures_of_delivery(number, end);
        let rows = log.broad_log(number, end, 0..u64::MAX);
        assert_eq!(rows.len() as u64, figures.broad_logs, "rows of delivery {number}");
        let messages: u64 = log.batches_of(delivery).map(|batch| batch.to_deliver.len()).sum();
        assert_eq!(messages, figures.to_deliver, "messages of delivery {number}");
        let settled = figures.success + figures.failed + figures.pending + figures.cancelled;
        assert_eq!(settled, messages, "what became of the messages of delivery {number}");
        let left_out: u64 = log.batches_of(delivery).map(|batch| batch.excluded()).sum();
        assert_eq!((left_out, left_out), (figures.ignored, log.exclusion_log(number, end).len() as u64));
        assert_eq!(log.tracking_log(number, end).len() as u64, figures.tracking_logs, "tracking of {number}");
        if keeps_all && log.plan().technical.delivery_indicators {
            let failed = rows.iter().filter(|row| matches!(row.status, MessageStatus::Failed(_))).count();
            assert_eq!(failed as u64, figures.failed, "failures of delivery {number}");
        }
        for batch in log.batches_of(delivery) {
            let mut everyone: BTreeSet<_> = batch.to_deliver.iter().collect();
            for exclusion in &batch.exclusions {
                let is_new = exclusion.people.iter().all(|one| everyone.insert(one));
                assert!(is_new, "somebody has a message and is left out, or is left out twice");
            }
        }
        ids.extend(rows.iter().map(|row| row.id));
        all = all + figures;
    }
    let of_steps: Figures = (0..log.plan().steps.len()).map(|step| log.figures_of_step(step, end)).sum();
    assert_eq!((log.totals(end), of_steps), (all, all), "the whole is its parts");
    if keeps_all {
        assert!(ids.into_iter().eq(1..=all.broad_logs), "rows are numbered without a gap");
    }
    (all.to_deliver, all.ignored, all.tracking_logs)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use delivery_lab::engine;
    use delivery_lab::plan::lower::lower;
    use delivery_lab::scenario::samples::Sample;

    use super::*;
    use crate::caught::caught;

    /// The audit of a run of the samples after somebody has been at its record.
    fn after(sample: Sample, forge: impl FnOnce(&mut Record)) -> Result<Account, String> {
        let plan = Rc::new(lower(&sample.scenario(), None).unwrap().plan);
        let mut record = engine::run(&plan);
        forge(&mut record);
        let log = RunLog::new(plan, record);
        caught(|| audit(&log))
    }

    #[test]
    fn what_the_engine_records_is_in_order() {
        for sample in Sample::ALL {
            let account = after(sample, |_| ()).unwrap();
            assert!(account.deliveries > 0 && account.messages > 0 && account.crossings > 0, "{account:?}");
        }
    }

    #[test]
    fn a_recipient_too_many_or_too_few_is_noticed() {
        let forged = |forge: fn(&mut Record)| after(Sample::SideBySide, forge).unwrap_err();
        let crossing = |record: &mut Record| {
            let passage = record.passages.iter_mut().find(|passage| passage.count > Some(1)).unwrap();
            passage.count = passage.count.map(|count| count - 1);
        };
        assert!(forged(crossing).contains("recipients"), "{}", forged(crossing));
        let messages = |record: &mut Record| {
            let before = record.batches[0].to_deliver.set();
            let fewer = before.iter().skip(1).collect::<delivery_lab::base::people_set::PeopleSet>();
            record.batches[0].to_deliver = delivery_lab::base::kept_set::KeptSet::of(Rc::new(fewer), None);
        };
        assert!(after(Sample::SideBySide, messages).is_err());
        let doubled = |record: &mut Record| record.endings.push(record.endings[0]);
        assert!(forged(doubled).contains("ends twice"));
    }
}
