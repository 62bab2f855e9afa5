//! What can be found about properties of the workflow, the Advanced tab and what is done during a run.

/// A problem of this sort.
#[derive(Clone, Debug, PartialEq)]
pub enum LifeProblem {}

impl LifeProblem {
    /// A stable code for machines.
    pub fn code(&self) -> &'static str {
        match *self {}
    }
}
