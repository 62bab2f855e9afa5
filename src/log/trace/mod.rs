//! The trace: one line a fact, `time  activity  what`, for goldens, logs and people.

mod delivering;
mod flow;
mod life;
mod targeting;

use super::RunLog;
use crate::base::time::SimTime;
use crate::engine::record::{Batch, DeliveryIdx, ExclusionReason, Fact, Record, What};
use crate::plan::{Plan, Step};
use crate::scenario::activity::ports::Port;

impl RunLog {
    /// The whole trace, a line a fact.
    pub fn trace(&self) -> String {
        let mut text = String::new();
        let mut clock = Clock::default();
        for fact in &self.record().facts {
            text.push_str(&line_at(clock.spell(fact.at), self.plan(), self.record(), fact));
            text.push('\n');
        }
        text
    }
}

/// One line of the trace.
pub fn line(plan: &Plan, record: &Record, fact: &Fact) -> String {
    line_at(&fact.at.to_string(), plan, record, fact)
}

/// The same with the time spelled already.
pub(super) fn line_at(time: &str, plan: &Plan, record: &Record, fact: &Fact) -> String {
    let step = fact.step.and_then(|step| plan.steps.get(step)).map_or("workflow", |step| &step.name);
    format!("{time}  {step:<14}  {}", what(plan, record, fact))
}

/// Spells moments: the same one only once in a row, as that takes longer than all the rest of a line.
#[derive(Debug, Default)]
pub(super) struct Clock {
    spelled: Option<(SimTime, String)>,
}

impl Clock {
    /// The moment as the trace has it.
    pub(super) fn spell(&mut self, at: SimTime) -> &str {
        if self.spelled.as_ref().is_none_or(|(moment, _)| *moment != at) {
            self.spelled = Some((at, at.to_string()));
        }
        self.spelled.as_ref().map_or("", |(_, text)| text)
    }
}

fn what(plan: &Plan, record: &Record, fact: &Fact) -> String {
    let step = fact.step.and_then(|step| plan.steps.get(step));
    match &fact.what {
        What::WorkflowStarted => "started".into(),
        What::WorkflowRestarted => "restarted".into(),
        What::WeeksOver => "simulated weeks are over".into(),
        What::Launched { launch } => format!("launch {launch}"),
        What::Began => "began at once".into(),
        What::Selected { count } => format!("{count} selected"),
        What::SelectedNew { matched, new } => format!("{new} new of {matched} that match"),
        What::NobodyNew { matched } => format!("0 new of {matched} that match: the branch waits"),
        What::Forgotten { count } => format!("history forgot {count}"),
        What::HistoryEmptied { count } => format!("history emptied of {count}"),
        What::DeliveryCreated { delivery } => format!("{} created", named(record, *delivery)),
        What::DeliveryContinued { delivery } => format!("{} goes on", named(record, *delivery)),
        What::Sent { batch } => record.batches.get(*batch).map_or_else(String::new, |batch| {
            format!(
                "{} to deliver, {}, {} failed, in delivery {}",
                batch.to_deliver.len(),
                left_out(batch),
                batch.failed,
                RunLog::delivery_number(batch.delivery)
            )
        }),
        What::BranchEnded => "branch ended".into(),
        What::TemplateEdited { template } => {
            let label = plan.templates.get(*template).map_or("", |template| &template.label);
            format!("template \"{label}\" edited")
        }
        What::DeliveryEdited => "creative edited".into(),
        What::Relabelled { label } => format!("label is now \"{label}\""),
        What::Life(fact) => life::line(step, fact),
        What::Targeting(fact) => targeting::line(plan, step, fact),
        What::Flow(fact) => flow::line(plan, step, fact),
        What::Delivery(fact) => delivering::line(record, fact),
        What::LimitReached { limit } => format!("cut short after {limit} events"),
    }
}

/// `3 left out (no address 7: 1, denylisted 8: 2)`.
fn left_out(batch: &Batch) -> String {
    let count = batch.excluded();
    let reasons = batch.exclusions.iter().map(|exclusion| {
        let reason = match exclusion.reason {
            ExclusionReason::AddressNotSpecified => "no address",
            ExclusionReason::Denylisted => "denylisted",
            ExclusionReason::Quarantined => "quarantined",
            ExclusionReason::FilteringRule => "filtering rule",
            ExclusionReason::Double => "double",
            ExclusionReason::Pressure => "pressure",
            ExclusionReason::Capacity => "capacity",
        };
        format!("{reason} {}: {}", exclusion.reason.code(), exclusion.people.len())
    });
    match reasons.collect::<Vec<_>>().join(", ") {
        reasons if reasons.is_empty() => format!("{count} left out"),
        reasons => format!("{count} left out ({reasons})"),
    }
}

fn named(record: &Record, delivery: DeliveryIdx) -> String {
    let label = record.deliveries.get(delivery).map_or("", |row| &row.label);
    format!("delivery {} \"{label}\"", RunLog::delivery_number(delivery))
}

/// The name of an output as the file has it.
fn port_name(step: Option<&Step>, port: Port) -> &str {
    step.map_or("", |step| step.output_name(port))
}
