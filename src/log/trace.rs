//! The trace: one line a fact, `time  activity  what`, for goldens, logs and people.

use super::RunLog;
use crate::engine::record::{DeliveryIdx, Fact, Record, What};
use crate::plan::Plan;

impl RunLog {
    /// The whole trace, a line a fact.
    pub fn trace(&self) -> String {
        let mut text = String::new();
        for fact in &self.record().facts {
            text.push_str(&line(self.plan(), self.record(), fact));
            text.push('\n');
        }
        text
    }
}

/// One line of the trace.
pub fn line(plan: &Plan, record: &Record, fact: &Fact) -> String {
    line_at(&fact.at.to_string(), plan, record, fact)
}

/// The same with the time spelled already, which takes longer than all the rest.
pub(super) fn line_at(time: &str, plan: &Plan, record: &Record, fact: &Fact) -> String {
    let step = fact.step.and_then(|step| plan.steps.get(step)).map_or("workflow", |step| &step.name);
    format!("{time}  {step:<14}  {}", what(plan, record, &fact.what))
}

fn what(plan: &Plan, record: &Record, what: &What) -> String {
    match what {
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
                "{} to deliver, {} left out, {} failed, in delivery {}",
                batch.to_deliver.len(),
                batch.excluded.len(),
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
        What::LimitReached { limit } => format!("cut short after {limit} events"),
    }
}

fn named(record: &Record, delivery: DeliveryIdx) -> String {
    let label = record.deliveries.get(delivery).map_or("", |row| &row.label);
    format!("delivery {} \"{label}\"", RunLog::delivery_number(delivery))
}
