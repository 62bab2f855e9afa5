//! Trace lines about deliveries.

use super::named;
use crate::engine::record::{DeliveryFact, Record};

pub(super) fn line(record: &Record, fact: &DeliveryFact) -> String {
    match fact {
        DeliveryFact::Stopped { delivery } => format!("{} stopped", named(record, *delivery)),
    }
}
