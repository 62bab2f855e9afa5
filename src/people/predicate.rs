//! What a condition comes to when it is made ready to run.

use super::schema::AttributeIdx;

/// A condition that is known to fit a schema. Made by [`compile`](super::selector::compile).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selector {
    pub(super) root: Node,
}

/// One part of a selector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
    Test(CompiledTest),
}

/// One test, ready to be asked of any recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CompiledTest {
    pub(super) attribute: AttributeIdx,
    pub(super) predicate: Predicate,
}

/// What is asked of a value. A predicate that does not fit the value's kind does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Predicate {
    /// Compares with a text that is in lower case.
    Text(TextMatch, String),
    Integer(Comparison, i64),
    /// Compares with a day number.
    Date(Comparison, i32),
    Flag(bool),
    Empty(bool),
    Anniversary,
    WithinDays(i32),
    OlderThanDays(i32),
}

/// How texts are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextMatch {
    Equals,
    NotEquals,
    Contains,
    StartsWith,
}

/// How numbers and days are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    NotEqual,
    Greater,
    AtLeast,
    Less,
    AtMost,
}
