//! Checks deliveries, their properties and their templates.

use crate::scenario::Scenario;
use crate::scenario::finding::Finding;

/// All findings of this sort, in drawing order.
pub(super) fn check(_scenario: &Scenario) -> Vec<Finding> {
    Vec::new()
}
