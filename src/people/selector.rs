//! A condition made ready to run: attributes resolved, values parsed, texts in lower case.

use super::check::{self, ConditionProblem};
use super::condition::Condition;
use super::schema::{AttributeIdx, Schema};

/// A condition that is known to fit a schema. Made by [`compile`].
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

/// Makes a condition ready to run over people of `schema`.
///
/// # Errors
/// Every problem of the condition, in reading order.
pub fn compile(condition: &Condition, schema: &Schema) -> Result<Selector, Vec<ConditionProblem>> {
    let problems = condition.problems(schema);
    if problems.is_empty() { Ok(Selector { root: node(condition, schema) }) } else { Err(problems) }
}

/// Only called for conditions without problems: a test that did not compile would hold of nobody.
fn node(condition: &Condition, schema: &Schema) -> Node {
    let parts = || condition.parts().iter().map(|part| node(part, schema)).collect();
    let node = match condition {
        Condition::All(_) => Node::All(parts()),
        Condition::Any(_) => Node::Any(parts()),
        Condition::Test(test) => {
            check::compile_test(test, schema).map_or_else(|_| Node::Any(Vec::new()), Node::Test)
        }
    };
    if condition.is_negated() { Node::Not(Box::new(node)) } else { node }
}

impl Node {
    /// The tests in reading order, each with its path.
    pub(super) fn for_each_test<'a>(
        &'a self,
        path: &mut Vec<usize>,
        visit: &mut dyn FnMut(&[usize], &'a CompiledTest),
    ) {
        match self {
            Self::Test(test) => visit(path, test),
            Self::Not(node) => node.for_each_test(path, visit),
            Self::All(parts) | Self::Any(parts) => {
                for (place, part) in parts.iter().enumerate() {
                    path.push(place);
                    part.for_each_test(path, visit);
                    path.pop();
                }
            }
        }
    }
}

impl Predicate {
    /// Whether the answer depends on the day of the run, so that it cannot be kept.
    pub(super) fn depends_on_day(&self) -> bool {
        matches!(self, Self::Anniversary | Self::WithinDays(_) | Self::OlderThanDays(_))
    }

    /// Whether it holds of a text.
    pub(super) fn holds_of_text(&self, text: &str) -> bool {
        match self {
            Self::Empty(empty) => text.is_empty() == *empty,
            Self::Text(how, value) => {
                let text = text.to_lowercase();
                match how {
                    TextMatch::Equals => text == *value,
                    TextMatch::NotEquals => text != *value,
                    TextMatch::Contains => text.contains(value.as_str()),
                    TextMatch::StartsWith => text.starts_with(value.as_str()),
                }
            }
            _ => false,
        }
    }
}

impl Comparison {
    /// Whether `left` compares so with `right`, where `left` is a value and not "none".
    #[inline]
    pub(super) fn holds<T: Ord>(self, left: &T, right: &T) -> bool {
        match self {
            Self::Equal => left == right,
            Self::NotEqual => left != right,
            Self::Greater => left > right,
            Self::AtLeast => left >= right,
            Self::Less => left < right,
            Self::AtMost => left <= right,
        }
    }
}
