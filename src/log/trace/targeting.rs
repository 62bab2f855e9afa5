//! Trace lines about populations.

use super::port_name;
use crate::engine::record::{AddedColumn, TargetingFact};
use crate::plan::targeting::Targeting;
use crate::plan::{Named, Plan, Step, Work};
use crate::scenario::activity::ports::Port;
use crate::scenario::activity::targeting::{Dimension, EnrichedColumn, SubscriptionAction};

pub(super) fn line(plan: &Plan, step: Option<&Step>, fact: &TargetingFact) -> String {
    match fact {
        TargetingFact::ContractsSelected { count, holders } => {
            format!("{count} contracts of {holders} recipients selected")
        }
        TargetingFact::ListRead { list, count } => format!("{count} in list {}", name(&plan.lists, *list)),
        TargetingFact::Combined { inbound, count, rest } => {
            let inbound: Vec<_> = inbound.iter().map(u64::to_string).collect();
            match step.map(|step| &step.work) {
                Some(Work::Targeting(Targeting::Union)) => {
                    format!("{} in: {count} result, {rest} doubles", inbound.join(" + "))
                }
                Some(Work::Targeting(Targeting::Exclusion { .. })) => {
                    let out = outcome(step, *rest);
                    format!("{} in: {count} result, {out}", inbound.join(" - "))
                }
                _ => format!("{} in: {count} result, {}", inbound.join(" & "), outcome(step, *rest)),
            }
        }
        TargetingFact::Divided { inbound, parts, rest } => {
            let parts = parts.iter().map(|(port, count)| format!("{} {count}", port_name(step, *port)));
            let parts: Vec<_> = parts.collect();
            format!("{inbound} in: {}, {}", parts.join(", "), outcome(step, *rest))
        }
        TargetingFact::Deduplicated { inbound, kept } => {
            format!("{inbound} in: {kept} kept, {}", outcome(step, inbound - kept))
        }
        TargetingFact::Enriched { count, columns } => {
            let columns: Vec<_> = columns.iter().map(column).collect();
            format!("{count} enriched: {}", columns.join(", "))
        }
        TargetingFact::DimensionChanged { to: Dimension::Contracts, inbound, count, rest } => {
            format!("{inbound} in: {count} contracts, {rest} recipients without")
        }
        TargetingFact::DimensionChanged { to: Dimension::Recipients, inbound, count, .. } => {
            format!("{inbound} in: {count} recipients")
        }
        TargetingFact::SubscriptionsChanged { service, action, inbound, changed, subscribers } => {
            let done = match action {
                SubscriptionAction::Subscribe => "subscribed to",
                SubscriptionAction::Unsubscribe => "unsubscribed from",
            };
            let service = name(&plan.services, *service);
            format!("{inbound} in: {changed} {done} {service}, subscribers {subscribers}")
        }
        TargetingFact::ListUpdated { list, inbound, purged, added, members } => {
            let list = name(&plan.lists, *list);
            format!("{inbound} in: {purged} purged, {added} added, list {list} has {members}")
        }
        TargetingFact::Updated { attribute, inbound, changed, rejected } => {
            let attribute = plan.people.schema().get(*attribute).map_or("", |one| &one.name);
            let same = inbound - changed - rejected;
            format!("{inbound} in: {attribute} of {changed} changed, {same} the same, {rejected} rejected")
        }
    }
}

/// Where those go who do not result.
fn outcome(step: Option<&Step>, rest: u64) -> String {
    let has_complement =
        step.is_some_and(|step| step.outputs.iter().any(|output| output.port == Port::Complement));
    if has_complement { format!("complement {rest}") } else { format!("{rest} dropped") }
}

fn column(added: &AddedColumn) -> String {
    let name = match added.column {
        EnrichedColumn::Contracts => "contracts",
        EnrichedColumn::MessagesReceived => "messagesReceived",
        EnrichedColumn::DaysSinceLastMessage => "daysSinceLastMessage",
    };
    format!("{name} {}..{}", added.least, added.most)
}

fn name(named: &[Named], at: usize) -> &str {
    named.get(at).map_or("", |one| &one.name)
}
