//! What can be found about activities of the Targeting tab.

/// A problem of this sort.
#[derive(Clone, Debug, PartialEq)]
pub enum TargetingProblem {}

impl TargetingProblem {
    /// A stable code for machines.
    pub fn code(&self) -> &'static str {
        match *self {}
    }
}
