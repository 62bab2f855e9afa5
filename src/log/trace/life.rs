//! Trace lines about the workflow and its tasks.

use super::port_name;
use crate::engine::record::LifeFact;
use crate::plan::Step;

pub(super) fn line(step: Option<&Step>, fact: &LifeFact) -> String {
    match fact {
        LifeFact::Waits { until: Some(until) } => format!("waits until {until}"),
        LifeFact::Waits { until: None } => "waits".into(),
        LifeFact::Unterminated { port } => {
            format!("output {} leads nowhere: the workflow pauses", port_name(step, *port))
        }
    }
}
