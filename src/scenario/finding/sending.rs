//! What can be found about deliveries, their properties and their templates.

/// A problem of this sort.
#[derive(Clone, Debug, PartialEq)]
pub enum SendingProblem {}

impl SendingProblem {
    /// A stable code for machines.
    pub fn code(&self) -> &'static str {
        match *self {}
    }
}
