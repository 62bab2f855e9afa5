//! What can be found about well-known pitfalls that the drawing shows.

/// A problem of this sort.
#[derive(Clone, Debug, PartialEq)]
pub enum PitfallProblem {}

impl PitfallProblem {
    /// A stable code for machines.
    pub fn code(&self) -> &'static str {
        match *self {}
    }
}
