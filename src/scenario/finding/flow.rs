//! What can be found about activities of the Flow control tab and the circles transitions can make.

/// A problem of this sort.
#[derive(Clone, Debug, PartialEq)]
pub enum FlowProblem {}

impl FlowProblem {
    /// A stable code for machines.
    pub fn code(&self) -> &'static str {
        match *self {}
    }
}
