//! Trace lines about the flow.

use super::port_name;
use crate::engine::record::FlowFact;
use crate::plan::Step;

pub(super) fn line(step: Option<&Step>, fact: &FlowFact) -> String {
    match fact {
        FlowFact::Chose { port } => format!("output {}", port_name(step, *port)),
    }
}
