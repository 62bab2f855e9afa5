//! Trace lines about populations.

use crate::engine::record::TargetingFact;

pub(super) fn line(fact: &TargetingFact) -> String {
    match fact {
        TargetingFact::Resulted { count, rest: 0 } => format!("{count} result"),
        TargetingFact::Resulted { count, rest } => format!("{count} result, {rest} left over"),
    }
}
