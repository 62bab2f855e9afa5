//! The recipients: who they are, how they change in simulated time, and how a condition selects them.

mod bits;
pub mod changes;
pub mod check;
mod column;
mod columns;
pub mod condition;
pub mod contracts;
pub mod doubles;
mod generate;
pub mod import;
mod making;
mod names;
pub mod personal;
pub mod population;
mod predicate;
pub mod schema;
pub mod selector;
pub mod spec;
pub mod state;
pub mod writing;

pub use changes::{Change, ChangeKind};
pub use check::{ConditionProblem, ConditionProblemKind};
pub use condition::{AllOf, AnyOf, Condition, Operator, Scalar, Test};
pub use contracts::Contracts;
pub use doubles::Doubles;
pub use making::PeopleMaker;
pub use population::{Identity, People, Value};
pub use predicate::Selector;
pub use schema::{Attribute, AttributeIdx, AttributeKind, Schema};
pub use selector::compile;
pub use spec::{GeneratedPeople, ImportedColumn, ImportedPeople, PopulationProblem, PopulationSpec};
pub use state::{Explanation, PeopleAt, TestOutcome};
pub use writing::{NewValue, WriteProblem};

#[cfg(test)]
mod tests;
