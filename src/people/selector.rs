//! A condition made ready to run: attributes resolved, values parsed, texts in lower case.

use super::check::{self, ConditionProblem};
use super::condition::Condition;
use super::predicate::{Comparison, CompiledTest, Node, Predicate, Selector, TextMatch};
use super::schema::Schema;

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
